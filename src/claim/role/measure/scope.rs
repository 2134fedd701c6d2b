//! What a measure is of: its period, its holder, its part of a whole.

use super::{Named, Reading};
use crate::claim::grammar::{At, Grammar};
use crate::claim::{Change, Scope};
use crate::lexicon::{is_awaiting, is_prior, is_segment, is_whole};
use crate::syntax::{Morph, Rel, Upos};
use crate::text::lower;
use crate::value::{Grain, Time};

pub(super) fn scope(grammar: &Grammar<'_>, named: &Named, reading: &Reading) -> Scope {
    let (head, row) = (named.head, named.row);
    let time = |at: Option<At>| at.and_then(|at| Some(grammar.time_on(at)?.1.clone()));
    let scope = Scope { change: reading.change, holder: holder(grammar, head), ..Scope::default() };
    if row.property.starts_with('*') {
        let prior = prior(grammar, head);
        let old = reading.change == Some(Change::Before);
        // "put it at five, down from 14 *in the morning*"
        let own = |at: &At| prior.is_none_or(|prior| prior > *at || *at < reading.value);
        // An older value is of the time behind it.
        let behind = || {
            let mut kids = grammar.dependents(reading.at).into_iter();
            kids.find(|&kid| kid > reading.value && grammar.time_on(kid).is_some())
        };
        let of = if old { behind() } else { when(grammar, reading.at).filter(own) };
        return Scope { as_of: time(of), ..scope };
    }
    // "one quake of magnitude 6.1 struck the island in June": one of many.
    if row.property.starts_with("earthquake") {
        let words = || (0..grammar.tree(head).words.len()).map(|word| At { word, ..head });
        let near = || words().find(|&at| grammar.time_on(at).is_some());
        let when = period(grammar, named, reading).or_else(near);
        return Scope { time: time(when), ..scope };
    }
    if !row.property.starts_with("earnings") {
        return scope;
    }
    let place = place(grammar, head);
    let mut words = restrictions(grammar, named);
    if excludes(grammar, named, reading) {
        words.push("adjusted".to_owned());
        words.sort();
        words.dedup();
    }
    Scope {
        period: time(period(grammar, named, reading)).filter(|time| !is_day(time)),
        part: place.is_some() || !words.is_empty(),
        place: place.and_then(|at| Some(grammar.place_on(at)?.1.clone())),
        group: (!words.is_empty()).then(|| words.join(" ")),
        ..scope
    }
}

/// Whether a time is a day, or less: that on which a company tells its figures, or on which the period ends.
fn is_day(time: &Time) -> bool {
    time.grain <= Grain::Day && !time.edtf.contains('/')
}

/// "sales in Europe", "in Europe, sales rose".
fn place(grammar: &Grammar<'_>, head: At) -> Option<At> {
    let inside = |preposition: &str| matches!(preposition, "in" | "across" | "outside");
    let of = |at: At| {
        let mut phrases = grammar.phrases(at).filter(|(preposition, _)| inside(preposition));
        phrases.find(|&(_, kid)| grammar.place_on(kid).is_some()).map(|(_, kid)| kid)
    };
    let lead = grammar.lead(head);
    let subject = matches!(grammar.rel(lead), Rel::Nsubj | Rel::NsubjPass);
    let verb = grammar.head(lead).filter(|_| subject);
    of(head).or_else(|| verb.and_then(of))
}

/// "Excluding one-time items, profit was $4 million", "a profit of $4 million excluding items".
fn excludes(grammar: &Grammar<'_>, named: &Named, reading: &Reading) -> bool {
    const NEAR: usize = 8;
    let exclude = |at: At| grammar.lemma(at) == "exclude" || &*grammar.form(at) == "excluding";
    let first = At { word: 0, ..named.head };
    let last = named.last.max(reading.value);
    let after = (last.word + 1..grammar.tree(last).words.len().min(last.word + NEAR))
        .map(|word| At { word, ..last })
        .take_while(|&at| grammar.form(at) != ";");
    exclude(first) || after.into_iter().any(exclude)
}

/// What makes a measure one of a part: "cloud revenue", "adjusted earnings", "sales of trucks".
fn restrictions(grammar: &Grammar<'_>, named: &Named) -> Vec<String> {
    let own = |kid: At| named.first <= kid && kid <= named.last;
    let told = |kid: At| {
        grammar.time_on(kid).is_some()
            || grammar.quantity_on(kid).is_some()
            || grammar.actor_on(kid).is_some()
            || is_whole(&lower(grammar.lemma(kid)))
            || is_whole(&grammar.form(kid))
    };
    let restricts = |kid: At| {
        let phrase = match grammar.preposition(kid) {
            Some("of" | "from") => true,
            Some("at" | "in" | "for") => is_segment(grammar.lemma(kid)),
            _ => false,
        };
        let noun = matches!(grammar.upos(kid), Upos::Noun | Upos::Adj | Upos::Propn | Upos::Verb);
        match grammar.rel(kid) {
            Rel::Amod | Rel::Compound => noun && kid < named.first,
            Rel::Nmod => phrase && noun && kid > named.last,
            Rel::Obl => phrase && noun,
            _ => false,
        }
    };
    let lead = grammar.lead(named.head);
    let verb = grammar.head(lead).filter(|_| matches!(grammar.rel(lead), Rel::Nsubj));
    let told_of = verb.into_iter().flat_map(|verb| grammar.phrases(verb)).filter_map(|(p, kid)| {
        (matches!(p, "in" | "at") && is_segment(grammar.lemma(kid))).then_some(kid)
    });
    let kids = [named.head, named.first].into_iter().flat_map(|word| grammar.kids(word));
    let kids = kids.chain(told_of);
    let segment = |kid: At| {
        matches!(grammar.rel(kid), Rel::Nmod | Rel::Obl)
            && is_segment(grammar.lemma(kid))
            && !is_named(grammar, kid)
    };
    let mut words: Vec<String> = kids
        .filter(|&kid| !own(kid) && restricts(kid) && (!told(kid) || segment(kid)))
        .flat_map(|kid| if segment(kid) { of_segment(grammar, kid) } else { vec![kid] })
        .map(|kid| grammar.lemma(kid).to_lowercase())
        .collect();
    words.sort();
    words.dedup();
    words
}

fn is_named(grammar: &Grammar<'_>, at: At) -> bool {
    grammar.name_on(at).is_some_and(|(_, name)| name.named)
}

/// "the cloud unit" is that of the cloud; a unit that nothing tells from others is a unit.
fn of_segment(grammar: &Grammar<'_>, at: At) -> Vec<At> {
    let narrows = |kid: &At| matches!(grammar.rel(*kid), Rel::Amod | Rel::Compound);
    let kids: Vec<At> = grammar.kids(at).filter(narrows).collect();
    if kids.is_empty() { vec![at] } else { kids }
}

/// The time that a measure is of: the nearest one before any older value that it is held against
/// ("widened to 14% from 12% in the same period last year").
fn period(grammar: &Grammar<'_>, named: &Named, reading: &Reading) -> Option<At> {
    let prior = prior(grammar, named.head);
    let old = reading.change == Some(Change::Before);
    // "*In March* it had forecast sales of 4 billion" tells when it was forecast.
    let awaits = forecaster(grammar, named.head);
    let fits = |at: &At| {
        prior.is_none_or(|prior| (*at > prior) == old) && awaits.is_none_or(|verb| *at > verb)
    };
    let timed = |at: &At| {
        grammar.time_on(*at).is_some_and(|(_, time)| {
            // "in the *three months* to the end of June" is placed.
            let long = time.duration.is_some() && time.extent.is_none();
            !long && !time.set && !time.timex.ends_with("_REF")
        })
    };
    let timed = |at: &At| timed(at) && !ends_length(grammar, *at);
    let own = grammar.dependents(named.head).into_iter().find(|at| timed(at) && fits(at));
    own.or_else(|| when(grammar, reading.at).filter(|at| timed(at) && fits(at))).or_else(|| {
        let verb = grammar.above(named.head).take(3).find(|&up| grammar.is_verb(up))?;
        grammar.dependents(verb).into_iter().find(|at| timed(at) && fits(at))
    })
}

/// "in the three months *to the end of June*": the day on which a period ends is not the period.
fn ends_length(grammar: &Grammar<'_>, at: At) -> bool {
    let Some((mention, _)) = grammar.time_on(at) else { return false };
    let start = grammar.span_of(mention).start;
    let words = &grammar.tree(at).words;
    let first = words.partition_point(|word| word.span.start < start);
    let to = first.checked_sub(1).filter(|&to| matches!(&*words[to].lemma, "to" | "through"));
    let before = to.and_then(|to| to.checked_sub(1)).map(|word| At { word, ..at });
    before.is_some_and(|before| {
        grammar.time_on(before).is_some_and(|(_, time)| time.duration.is_some())
    })
}

/// The word behind a measure that an older value follows.
fn prior(grammar: &Grammar<'_>, head: At) -> Option<At> {
    let mut words = (0..grammar.tree(head).words.len()).map(|word| At { word, ..head });
    words.find(|&at| {
        at > head
            && is_prior(grammar.lemma(at))
            && !grammar.kids(at).any(|kid| kid < at && grammar.rel(kid) != Rel::Punct)
    })
}

/// The verb that tells what somebody expects of a measure, its object: "had *forecast* sales of 4 billion".
pub(super) fn forecaster(grammar: &Grammar<'_>, head: At) -> Option<At> {
    let lead = grammar.lead(head);
    let verb = grammar.head(lead).filter(|_| grammar.rel(lead) == Rel::Obj)?;
    // "*sees* sales of 4 billion", but not "saw"
    let present = grammar.word(verb).morph == Morph::Present;
    let awaits = is_awaiting(grammar.lemma(verb)) || present && is_awaiting(&grammar.form(verb));
    (grammar.is_verb(verb) && awaits).then_some(verb)
}

/// Whose measure it is: its possessor, or the subject of the verb that reports it.
pub(super) fn holder(grammar: &Grammar<'_>, head: At) -> Option<u32> {
    let owner = grammar.kid(head, &[Rel::NmodPoss]).and_then(|kid| grammar.actor_on(kid));
    let compound = || {
        let kids = grammar.kids(head).filter(|&kid| grammar.rel(kid) == Rel::Compound);
        kids.filter_map(|kid| grammar.actor_on(kid)).next()
    };
    let subject = || {
        let verb = grammar.above(head).take(3).find(|&up| grammar.is_verb(up))?;
        grammar.actor_on(grammar.subject(verb).filter(|&s| s != head)?)
    };
    let at = || {
        let mut phrases = grammar.phrases(head).filter(|(p, _)| matches!(*p, "at" | "for" | "of"));
        phrases.find_map(|(_, kid)| grammar.actor_on(kid))
    };
    owner.or_else(compound).or_else(at).or_else(subject)
}

/// The word with the time of the clause of a verb.
fn when(grammar: &Grammar<'_>, at: At) -> Option<At> {
    let below = |at: At| {
        let kids = grammar.dependents(at);
        // "LOWDEN (May 3): The toll rose on Friday": the day of the dateline is that of writing.
        let apart =
            |kid: At| grammar.above(kid).chain([kid]).any(|up| grammar.rel(up) == Rel::Discourse);
        kids.into_iter().find(|&kid| grammar.time_on(kid).is_some() && !apart(kid))
    };
    // "was 40 a year ago, and the margin widened": the time of another clause.
    let joined =
        grammar.rel(at) == Rel::Conj && grammar.kid(at, &[Rel::Nsubj, Rel::NsubjPass]).is_some();
    below(at).or_else(|| below(grammar.head(at).filter(|_| !joined)?))
}
