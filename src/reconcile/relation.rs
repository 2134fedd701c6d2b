//! Two clauses that tell who does it to whom: whether they name the same two, and the same way round.
//!
//! "Lowden beat Harwick" and "Harwick lost to Lowden" say the same, "Harwick beat Lowden" cannot be
//! true of the same match. Whether two clauses tell of one occasion is asked for apart from that: the
//! same two may meet again.

use super::RefusalCode;
use super::align::Alignment;
use super::gate::Keys;
use super::scope::{circumstances, told_times_apart};
use super::view::{Item, View};
use crate::claim::{Frame, Key, Slot, Subject};
use crate::graph::Match;
use crate::lexicon::sense::opposed;
use crate::lexicon::{Relation, is_another, meets_again, relation};
use crate::text::Span;
use crate::value::{Grain, Quantity, SetRelation, Value};

/// How the sides of two clauses of one relation lie to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sides {
    /// The same two, the same way round.
    Same,
    /// The same two, the other way round.
    Exchanged,
    /// Others, or not surely the same two.
    Other,
}

/// The most bytes between two words of a name.
const JOINED: u32 = 1;

/// The least weight of a word that may tell of another occasion.
const TELLING: u8 = 3;

/// How the sides of two clauses lie to each other, where both tell of one relation and name both
/// sides.
pub(super) fn sides(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> Option<Sides> {
    let (x, y) = (Clause::new(view, a)?, Clause::new(view, b)?);
    (x.relation.name == y.relation.name).then(|| x.lies_to(&y))
}

/// Whether the clauses of two values tell of one relation, each of the two named in the other's place.
pub(super) fn exchanged(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let clause = |item: &Item<'_>| {
        view.of(item.at.document).find(|&at| {
            let other = &view.items[at];
            let same = other.frame.zip(item.frame).is_some_and(|(x, y)| std::ptr::eq(x, y));
            same && relation_of(other).is_some()
        })
    };
    let Some((x, y)) = a.frame.zip(b.frame) else { return false };
    if x.predicate != y.predicate || relation(&x.predicate).is_none() {
        return false;
    }
    let (Some(x), Some(y)) = (clause(a), clause(b)) else { return false };
    sides(view, &view.items[x], &view.items[y]) == Some(Sides::Exchanged)
}

/// The keys of two clauses that name the same two and tell of one occasion, or why they may not;
/// none where the words of the clauses must tell.
pub(super) fn keys(
    view: &View<'_>,
    (a, b): (&Item<'_>, &Item<'_>),
    alignment: Alignment,
    shared: usize,
) -> Option<Result<Keys, RefusalCode>> {
    let sides = sides(view, a, b).filter(|sides| *sides != Sides::Other)?;
    let fit = || {
        if alignment.opposed > 0 {
            return Err(RefusalCode::DifferentScope);
        }
        told_times_apart(view, a, b)?;
        circumstances(view, a, b)?;
        if !one_occasion(view, a, b) {
            return Err(RefusalCode::DifferentEvent);
        }
        let (subject, scope) = (Match::Strong, Match::Strong);
        let matched = vec!["actor", "property"];
        Ok(Keys { subject, scope, alignment, parallel: None, near: None, shared, matched })
    };
    let keys = fit();
    (sides == Sides::Exchanged || keys.is_ok()).then_some(keys)
}

/// Whether two clauses give a day or a result in common.
pub(super) fn dated(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let on = |grain: Grain| grain <= Grain::Day;
    let met = view.times(a).iter().any(|x| {
        let day = |y: &&crate::value::Time| {
            let within = !matches!(x.compare(y), SetRelation::Disjoint | SetRelation::Incomparable);
            within && on(x.grain) && on(y.grain) && x.extent.is_some() && y.extent.is_some()
        };
        view.times(b).iter().any(day)
    });
    met || results(view, a).iter().any(|x| results(view, b).contains(x))
}

/// Whether two clauses on the same two tell of one occasion: what happens only once, a day or result
/// that both give, or two short texts of which one says no more than who does it to whom.
fn one_occasion(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let (x, y) = (results(view, a), results(view, b));
    let apart = !x.is_empty() && !y.is_empty() && !x.iter().any(|result| y.contains(result));
    let once = [a, b].iter().all(|item| relation_of(item).is_some_and(|row| !row.again));
    let short = || [a, b].iter().all(|item| view.scene(item.at.document));
    let bare = || short() && (rest(a, b) == 0 || rest(b, a) == 0);
    !apart && (once || !further(a) && !further(b) && (dated(view, a, b) || bare()))
}

/// Whether a clause tells that the same two meet more than once.
fn further(item: &Item<'_>) -> bool {
    let ordinal = |word: &str| word == "second" || opposed(word, "second");
    let more = |word: &str| meets_again(word) || is_another(word) || ordinal(word);
    own(item.frame).any(|key| more(&key.word))
}

/// The weight of what the first of two clauses says and the second does not.
fn rest(a: &Item<'_>, b: &Item<'_>) -> u32 {
    let known = |key: &&Key| b.frame.iter().flat_map(|f| &f.keys).any(|k| k.lemma == key.lemma);
    let telling = own(a.frame).filter(|key| key.weight >= TELLING && key.slot != Slot::Predicate);
    telling.filter(|key| !known(key)).map(|key| u32::from(key.weight)).sum()
}

/// The results that stand in the clause of an item, the greater number first.
fn results(view: &View<'_>, item: &Item<'_>) -> Vec<Vec<rust_decimal::Decimal>> {
    let here = |other: &&Item<'_>| match (other.frame, item.frame) {
        (Some(x), Some(y)) => std::ptr::eq(x, y),
        _ => false,
    };
    let score = |other: &Item<'_>| match &other.claim.value {
        Value::Quantity(quantity) if Quantity::is_score(quantity) => {
            let mut numbers = quantity.printed.clone();
            numbers.sort_unstable_by(|x, y| y.cmp(x));
            Some(numbers)
        }
        _ => None,
    };
    view.of(item.at.document).map(|at| &view.items[at]).filter(here).filter_map(score).collect()
}

/// The own words of a clause.
fn own(frame: Option<&Frame>) -> impl Iterator<Item = &Key> {
    frame.into_iter().flat_map(|frame| &frame.keys).filter(|key| key.slot != Slot::Context)
}

fn relation_of(item: &Item<'_>) -> Option<&'static Relation> {
    (item.is_open() && item.aspect() == "occurrence").then_some(())?;
    relation(&item.frame?.predicate)
}

/// A clause as the words of the names of its two sides.
struct Clause<'g> {
    relation: &'static Relation,
    doer: Vec<&'g str>,
    other: Vec<&'g str>,
}

impl<'g> Clause<'g> {
    fn new(view: &View<'g>, item: &Item<'g>) -> Option<Self> {
        let relation = relation_of(item)?;
        let mut doer = side(view, item, relation.doer);
        let mut other = side(view, item, relation.other);
        // "Lowden United" and "Harwick United"
        let both: Vec<&str> = doer.iter().filter(|word| other.contains(word)).copied().collect();
        doer.retain(|word| !both.contains(word));
        other.retain(|word| !both.contains(word));
        (!doer.is_empty() && !other.is_empty()).then_some(Self { relation, doer, other })
    }

    fn lies_to(&self, with: &Self) -> Sides {
        // "Constable Lee arrested Hale", "Constable Hale arrested Lee": what both doers are called names neither.
        let title = |word: &&&str| !(self.doer.contains(word) && with.doer.contains(word));
        let (own, others): (Vec<&str>, Vec<&str>) = (
            self.doer.iter().filter(title).copied().collect(),
            with.doer.iter().filter(title).copied().collect(),
        );
        let crossed = |x: &[&str], y: &[&str]| x.iter().any(|word| y.contains(word));
        if crossed(&own, &with.other) && crossed(&self.other, &others) {
            return Sides::Exchanged;
        }
        let met = |x: &[&str], y: &[&str]| x.iter().any(|word| y.contains(word));
        let same = (met(&self.doer, &with.doer), met(&self.other, &with.other));
        let turned = (met(&self.doer, &with.other), met(&self.other, &with.doer));
        match (same, turned) {
            ((true, true), (false, false)) => Sides::Same,
            ((false, false), (true, true)) => Sides::Exchanged,
            _ => Sides::Other,
        }
    }
}

/// The words of the names that stand in one of some places by the predicate.
fn side<'g>(view: &View<'g>, item: &Item<'g>, places: &[&str]) -> Vec<&'g str> {
    let heads = places.iter().flat_map(|place| match *place {
        "subject" => in_slot(item, Slot::Subject),
        "object" => in_slot(item, Slot::Object),
        preposition => after(view, item, preposition),
    });
    let heads: Vec<&'g Key> = heads.collect();
    let mut words: Vec<&'g str> =
        heads.into_iter().flat_map(|head| name(item.frame, head)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn in_slot<'g>(item: &Item<'g>, slot: Slot) -> Vec<&'g Key> {
    own(item.frame).filter(|key| key.slot == slot && key.head).collect()
}

/// The heads of what stands after a preposition by the predicate.
fn after<'g>(view: &View<'g>, item: &Item<'g>, preposition: &str) -> Vec<&'g Key> {
    let Subject::Event(event) = item.claim.subject else { return Vec::new() };
    let account = &view.graph.documents[item.at.document as usize].account;
    let Some(event) = account.events.get(event as usize) else { return Vec::new() };
    let arguments = event.arguments.iter();
    let spans: Vec<Span> = arguments
        .filter(|argument| argument.preposition.as_deref() == Some(preposition))
        .map(|argument| argument.span)
        .collect();
    own(item.frame).filter(|key| spans.contains(&key.span)).collect()
}

/// The words of the name that a word heads or stands before ("candidate Ada Holm"), otherwise the
/// word.
fn name<'g>(frame: Option<&'g Frame>, head: &'g Key) -> Vec<&'g str> {
    let mut names: Vec<&Key> = own(frame).filter(|key| key.name).collect();
    names.sort_by_key(|key| key.span);
    let (mut start, mut end) = (head.span.start, head.span.end);
    let mut words = vec![&*head.lemma];
    for key in names.iter().filter(|key| key.span.start >= head.span.end) {
        if key.span.start > end + JOINED {
            break;
        }
        words.push(&*key.lemma);
        end = key.span.end;
    }
    if !head.name {
        return if words.len() > 1 { words.split_off(1) } else { words };
    }
    for key in names.iter().rev().filter(|key| key.span.end <= head.span.start) {
        if key.span.end + JOINED < start {
            break;
        }
        words.push(&*key.lemma);
        start = key.span.start;
    }
    words
}
