//! Which words of one document are about the same event.

use super::occurrence::{Occurrence, Reference, is_limit};
use crate::claim::Modality;
use crate::claim::grammar::{At, Grammar};
use crate::lexicon::{
    is_fresh, is_general, is_offered, is_turn, may_be_known, status_course, status_modifier,
    status_verb,
};
use crate::syntax::Rel;
use crate::value::{Quantity, Reading, SetRelation, Status};

/// The occurrences as groups of one event each, by first member; members in order.
pub(super) fn join(grammar: &Grammar<'_>, occurrences: &[Occurrence]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (i, occurrence) in occurrences.iter().enumerate() {
        let recent = groups.len().saturating_sub(GROUPS);
        let fits = |group: &Vec<usize>| belongs(grammar, occurrences, group, occurrence);
        let home = groups[recent..].iter().rposition(fits).map(|at| recent + at);
        let home = home
            .or_else(|| resumed(grammar, occurrences, &groups[recent..], i).map(|at| recent + at));
        if home.is_none() && is_dangling(grammar, occurrence) {
            continue;
        }
        match home {
            Some(at) => groups[at].push(i),
            None => groups.push(vec![i]),
        }
    }
    groups
}

/// "the proposal", "those terms": what was put forward in this sentence or the one before it.
fn resumed(
    grammar: &Grammar<'_>,
    all: &[Occurrence],
    groups: &[Vec<usize>],
    new: usize,
) -> Option<usize> {
    let new = &all[new];
    if new.kind != "proposal" || new.reference == Reference::Indefinite {
        return None;
    }
    let reach = if new.reference == Reference::Bare { 0 } else { 1 };
    let family = |kind: &str| grammar.source.vocabulary.event_type(kind).map(|t| t.family.clone());
    let fits = |group: &Vec<usize>| {
        let last = &all[group[group.len() - 1]];
        let near = last.at.sentence + reach >= new.at.sentence;
        let kind = family(&last.kind);
        near && kind.is_some_and(|family| is_offered(&family))
    };
    let latest = groups.iter().enumerate().filter(|(_, group)| fits(group));
    latest.max_by_key(|(_, group)| all[group[group.len() - 1]].at).map(|(at, _)| at)
}

/// "a deal", "terms" name nothing by themselves.
fn is_dangling(grammar: &Grammar<'_>, new: &Occurrence) -> bool {
    new.kind == "proposal" && grammar.lemma(new.at) != "proposal"
}

/// How many of the latest events a word may refer back to.
const GROUPS: usize = 64;

/// How many of a group's latest members are looked at; the others said the same.
const RECENT: usize = 8;

fn belongs(grammar: &Grammar<'_>, all: &[Occurrence], group: &[usize], new: &Occurrence) -> bool {
    let first = &all[group[0]];
    let definite = new.reference == Reference::Definite;
    if !same_kind(grammar, &first.kind, &new.kind, definite) {
        return false;
    }
    if distinguishes(new) || begins_another(grammar, first, new) {
        return false;
    }
    // "under what the second round agreed on": of the talks that were told of only where these were the second.
    let round = new.kind == "talks" && grammar.lemma(new.at) == "round";
    if round && new.cues.iter().any(|cue| group.iter().all(|&i| !all[i].cues.contains(cue))) {
        return false;
    }
    if (first.reference == Reference::Bare) != (new.reference == Reference::Bare)
        && !is_process(grammar, &new.kind)
    {
        return false;
    }
    group.iter().rev().take(RECENT).all(|&i| compatible(grammar, &all[i], new))
}

/// Whether two types may name one event: the same type; or, for a definite description, one family
/// ("A bomb went off … The attack …").
fn same_kind(grammar: &Grammar<'_>, first: &str, new: &str, definite: bool) -> bool {
    if first == new {
        return true;
    }
    let family = |id| grammar.source.vocabulary.event_type(id).map(|type_| &*type_.family);
    definite && is_general(new) && family(first) == family(new) && family(new) == Some("incident")
}

fn is_process(grammar: &Grammar<'_>, kind: &str) -> bool {
    grammar.source.vocabulary.event_type(kind).is_some_and(|type_| type_.process)
}

/// "another", "second", "follow-up": a new event by its own words.
fn distinguishes(new: &Occurrence) -> bool {
    new.reference != Reference::Definite && new.cues.iter().any(|cue| !may_be_known(cue))
        || new.cues.iter().any(|cue| is_fresh(cue))
}

/// "an attack", well after an attack was told of.
fn begins_another(grammar: &Grammar<'_>, first: &Occurrence, new: &Occurrence) -> bool {
    // "The swap will be held on the bridge where a first swap took place."
    let together = first.at.sentence == new.at.sentence;
    if together && new.reference == Reference::Indefinite && !new.cues.is_empty() {
        return true;
    }
    if new.reference != Reference::Indefinite || is_process(grammar, &new.kind) {
        return false;
    }
    together || first.at.sentence > LEDE
}

/// The last of the sentences that tell the news; what they tell is often told again after them
/// with "a".
const LEDE: usize = 2;

/// Whether nothing tells the two apart: time, place, size, cues.
fn compatible(grammar: &Grammar<'_>, a: &Occurrence, b: &Occurrence) -> bool {
    !apart_in_time(grammar, a, b)
        && !apart_in_place(grammar, a, b)
        && !apart_in_size(grammar, a.at, b.at)
        && !apart_in_cues(a, b)
        && !apart_in_state(grammar, a, b)
}

/// Of a process, what is still to come and what is over are two sessions: "proposed talks next
/// week" and "the failed talks in Oslo". A definite description may refer to either. So are any two of which
/// the one that is over has its day: "agreed to swap 400 each", "the swap of 3 May".
fn apart_in_state(grammar: &Grammar<'_>, a: &Occurrence, b: &Occurrence) -> bool {
    if dated_before(grammar, a, b) || dated_before(grammar, b, a) {
        return true;
    }
    if b.reference == Reference::Definite || !is_process(grammar, &b.kind) {
        return false;
    }
    matches!((ahead(grammar, a), ahead(grammar, b)), (Some(a), Some(b)) if a != b)
}

/// Whether one is told as done by the day of publication, and the other as still to come.
fn dated_before(grammar: &Grammar<'_>, done: &Occurrence, planned: &Occurrence) -> bool {
    let fact = |o: &Occurrence| grammar.fact(o.at).map(|fact| fact.modality);
    let time = done.time.and_then(|at| grammar.time_on(at));
    let last = time.and_then(|(_, time)| time.extent?.high);
    let over = last.zip(grammar.source.published).is_some_and(|(l, told)| l.date() < told.day);
    over && fact(done) == Some(Modality::Actual) && fact(planned) == Some(Modality::Planned)
}

/// Whether it is still to come, by its modifiers and the verb that governs it.
fn ahead(grammar: &Grammar<'_>, occurrence: &Occurrence) -> Option<bool> {
    let at = occurrence.at;
    let modifier = grammar.kids(at).find_map(|kid| status_modifier(&grammar.form(kid)));
    let verb = grammar.head(grammar.lead(at)).filter(|&head| grammar.is_verb(head));
    let table = |verb: At| {
        let lemma = grammar.lemma(verb);
        let course = grammar.rel(grammar.lead(at)) == Rel::Nsubj && !grammar.is_passive(verb);
        if course { status_course(lemma) } else { status_verb(lemma) }
    };
    let future = grammar.fact(at).map(|fact| fact.modality != Modality::Actual);
    let word = modifier.or_else(|| verb.and_then(table));
    match word.map(|word| word.status) {
        Some(Status::Planned | Status::Proposed) => Some(true),
        Some(Status::Failed | Status::Held | Status::Cancelled) => {
            Some(future == Some(true) && modifier.is_none())
        }
        _ => future.filter(|future| *future),
    }
}

fn apart_in_time(grammar: &Grammar<'_>, a: &Occurrence, b: &Occurrence) -> bool {
    let time = |o: &Occurrence| {
        let own = o.time.filter(|_| !is_limit(grammar, o));
        own.and_then(|at| Some(grammar.time_on(at)?.1))
    };
    match (time(a), time(b)) {
        (Some(a), Some(b)) => {
            a.compare(b) == SetRelation::Disjoint || a.is_bygone_beside(b) || b.is_bygone_beside(a)
        }
        _ => false,
    }
}

fn apart_in_place(grammar: &Grammar<'_>, a: &Occurrence, b: &Occurrence) -> bool {
    let place = |o: &Occurrence| o.place.and_then(|at| Some(grammar.place_on(at)?.1));
    match (place(a), place(b)) {
        (Some(a_place), Some(b_place)) => {
            a_place.compare(b_place) == SetRelation::Disjoint && !is_process(grammar, &a.kind)
        }
        _ => false,
    }
}

fn apart_in_size(grammar: &Grammar<'_>, a: At, b: At) -> bool {
    match (size(grammar, a), size(grammar, b)) {
        (Some(a), Some(b)) => {
            !a.ordinal && !b.ordinal && a.compare(b, Reading::Strict) == SetRelation::Disjoint
        }
        _ => false,
    }
}

/// A number within the noun phrase ("a 300-for-300 swap", "a swap of 300"), or of those who are swapped.
fn size<'a>(grammar: &Grammar<'a>, at: At) -> Option<&'a Quantity> {
    if grammar.is_verb(at) {
        let passive = grammar.is_passive(at).then(|| grammar.subject(at)).flatten();
        let counted = grammar.object(at).or(passive).and_then(|who| grammar.quantity(who));
        return counted.map(|(_, quantity)| quantity).filter(|_| is_exchange(grammar, at));
    }
    let kids = grammar.dependents(at).into_iter();
    kids.filter_map(|kid| grammar.quantity_on(kid)).map(|(_, q)| q).find(|q| !q.ordinal)
}

fn is_exchange(grammar: &Grammar<'_>, verb: At) -> bool {
    let mut rows = grammar.source.vocabulary.triggers(grammar.lemma(verb), true);
    rows.any(|row| row.event == "prisoner-exchange")
}

fn apart_in_cues(a: &Occurrence, b: &Occurrence) -> bool {
    let turn = |o: &Occurrence| o.cues.iter().find(|cue| is_turn(cue)).cloned();
    turn(a).zip(turn(b)).is_some_and(|(a, b)| a != b)
}
