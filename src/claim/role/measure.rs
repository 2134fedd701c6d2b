//! Measured properties: "revenue rose to $4 billion", "a death toll of 104".

use std::borrow::Cow;

use super::home;
use super::writer::{Draft, Writer};
use crate::claim::grammar::{At, Grammar};
use crate::claim::{Change, Modality, Scope};
use crate::lexicon::{
    Measure, Motion, begins_measure, is_equal, is_prior, is_whole, measure, motion,
};
use crate::syntax::{Rel, Upos};
use crate::text::lower;
use crate::value::{Bound, Decimal, Interval, Quantity, Value};

/// Writes the claims of all measure nouns.
pub(super) fn write(writer: &mut Writer<'_, '_>) {
    let grammar = writer.grammar;
    let mut last = None;
    for at in grammar.words() {
        let names = matches!(grammar.upos(at), Upos::Noun | Upos::Propn | Upos::Adj);
        if !names || last.is_some_and(|l| at <= l) {
            continue;
        }
        let Some(named) = named(grammar, at) else { continue };
        last = Some(named.head.max(named.last));
        for reading in readings(grammar, &named) {
            claim(writer, &named, reading);
        }
    }
}

/// A measure and where it stands.
struct Named {
    /// The head of its phrase.
    head: At,
    /// Its first and its last own word.
    first: At,
    last: At,
    row: Measure,
}

/// The measure that begins at a word.
fn named(grammar: &Grammar<'_>, at: At) -> Option<Named> {
    let words = (at.word..grammar.tree(at).words.len()).map(|word| At { word, ..at }).take(4);
    if !begins_measure(&lower(grammar.lemma(at))) && !begins_measure(&grammar.form(at)) {
        return None;
    }
    let lemmas: Vec<_> = words.clone().map(|at| lower(grammar.lemma(at))).collect();
    let forms: Vec<_> = words.map(|at| grammar.form(at)).collect();
    let by = |words: &[Cow<'_, str>]| measure(words.iter().map(|word| &**word));
    let (count, row) = by(&lemmas).into_iter().chain(by(&forms)).max_by_key(|(count, _)| *count)?;
    let last = At { word: at.word + count - 1, ..at };
    let head = if grammar.is_nominal(last) { last } else { at };
    // "earnings per share": the first word is the head.
    let head = if grammar.rel(head) == Rel::Nmod && count > 1 { at } else { head };
    grammar.is_nominal(head).then_some(Named { head, first: at, last, row })
}

/// A quantity that a measure is said to be.
struct Reading {
    /// The word that the quantity stands on.
    value: At,
    /// The word that asserts it.
    at: At,
    change: Option<Change>,
    rule: &'static str,
}

fn readings(grammar: &Grammar<'_>, named: &Named) -> Vec<Reading> {
    let (head, row) = (named.head, named.row);
    let mut found = Vec::new();
    let mut push = |value: Option<At>, at: At, change: Option<Change>, rule: &'static str| {
        let value = value.filter(|&v| quantity(grammar, v).is_some_and(|q| fits(q, row)));
        found.extend(value.map(|value| Reading { value, at, change, rule }));
    };
    push(phrase(grammar, head, &["of", "at"]), head, None, "measure.of");
    push(grammar.kid(head, &[Rel::Appos]), head, None, "measure.of");
    for kid in grammar.kids(head).filter(|&kid| grammar.rel(kid) == Rel::AclRelcl) {
        for (value, change) in told(grammar, kid, head) {
            push(Some(value), kid, change, "measure.clause");
        }
    }
    if let Some(value) = holds(grammar, head) {
        push(Some(value), value, None, "measure.in");
    }
    if let Some(verb) = predicate(grammar, head) {
        for (value, change) in told(grammar, verb, head) {
            push(Some(value), verb, change, "measure.clause");
        }
    }
    found.extend(moved(grammar, named));
    found
}

/// "up 8% from a year earlier": a percentage after "up" or "down" that no other measure stands
/// before.
fn moved(grammar: &Grammar<'_>, of: &Named) -> Option<Reading> {
    if !of.row.units.contains("money") {
        return None;
    }
    let after = std::iter::successors(grammar.next(of.last), |&at| grammar.next(at)).take(24);
    let alone = |at: &At| named(grammar, *at).is_none() && grammar.form(*at) != ";";
    let word = after.take_while(alone).find(|&at| matches!(&*grammar.form(at), "up" | "down"))?;
    let change = if grammar.form(word) == "up" { Change::Rise } else { Change::Fall };
    let near = std::iter::successors(grammar.next(word), |&at| grammar.next(at)).take(4);
    let value = near.into_iter().find(|&at| {
        grammar.quantity_on(at).is_some_and(|(_, quantity)| has(quantity, "percent"))
    })?;
    Some(Reading { value, at: of.head, change: Some(change), rule: "measure.change" })
}

fn quantity<'a>(grammar: &Grammar<'a>, at: At) -> Option<&'a Quantity> {
    grammar.quantity(at).map(|(_, quantity)| quantity)
}

/// "$4 billion in revenue".
fn holds(grammar: &Grammar<'_>, head: At) -> Option<At> {
    (grammar.preposition(head) == Some("in")).then(|| grammar.head(head)).flatten()
}

fn phrase(grammar: &Grammar<'_>, at: At, prepositions: &[&str]) -> Option<At> {
    grammar.phrases(at).find(|(p, _)| prepositions.contains(p)).map(|(_, kid)| kid)
}

/// "rose from 90 to 104", read as one range: the end that the reading is about.
fn end_of_change(quantity: &Quantity, change: Option<Change>) -> Option<Quantity> {
    let [first, last] = quantity.printed[..] else { return None };
    let value = if change? == Change::Before { first } else { last };
    (quantity.bound == Bound::Range).then(|| Quantity {
        text: quantity.text.clone(),
        unit: quantity.unit.clone(),
        per: quantity.per.clone(),
        ..Quantity::exact(value)
    })
}

/// The verb or predicate that the measure is the subject or object of.
fn predicate(grammar: &Grammar<'_>, head: At) -> Option<At> {
    let lead = grammar.lead(head);
    matches!(grammar.rel(lead), Rel::Nsubj | Rel::NsubjPass | Rel::Obj)
        .then(|| grammar.head(lead))
        .flatten()
}

/// The words on which a clause gives the measure's values: what it rose to, from, stood at, is.
fn told(grammar: &Grammar<'_>, verb: At, measure: At) -> Vec<(At, Option<Change>)> {
    let is_object = grammar.object(verb) == Some(measure);
    let change = change(grammar.lemma(verb)).or_else(|| change(&grammar.form(verb)));
    let mut found = Vec::new();
    for (preposition, kid) in grammar.phrases(verb) {
        match preposition {
            "to" => found.push((kid, change)),
            "at" | "of" => found.push((kid, None)),
            "from" => {
                found.push((kid, Some(Change::Before)));
                let range = |q: &Quantity| q.bound == Bound::Range && change.is_some();
                if quantity(grammar, kid).is_some_and(range) {
                    found.push((kid, change));
                }
            }
            _ => {}
        }
    }
    if !grammar.is_verb(verb) {
        found.push((verb, None));
    } else if matches!(change, Some(Change::Rise | Change::Fall)) && !is_object {
        let by = |kid: &At| matches!(grammar.preposition(*kid), None | Some("by"));
        let percent = |at: &At| grammar.quantity_on(*at).is_some_and(|(_, q)| has(q, "percent"));
        let kids = grammar.kids(verb).filter(|kid| *kid > verb && by(kid));
        let own = kids.flat_map(|kid| std::iter::once(kid).chain(grammar.kids(kid)));
        found.extend(own.filter(percent).take(1).map(|kid| (kid, change)));
    }
    if grammar.is_verb(verb) && !is_object && is_equal(grammar.lemma(verb)) {
        found.extend(grammar.object(verb).map(|object| (object, change)));
        found.extend(grammar.kid(verb, &[Rel::OblUnmarked, Rel::Xcomp]).map(|kid| (kid, change)));
    }
    found
}

/// How a verb says that a value changes, by its lemma or an irregular form of it.
fn change(lemma: &str) -> Option<Change> {
    Some(match motion(lemma)? {
        Motion::Rise => Change::Rise,
        Motion::Fall => Change::Fall,
        Motion::Correction => Change::Correction,
    })
}

/// Whether a quantity has a dimension that the measure may have.
fn fits(quantity: &Quantity, row: Measure) -> bool {
    !quantity.ordinal && !quantity.age && row.units.split(' ').any(|unit| has(quantity, unit))
}

/// Whether a quantity is of a dimension (`money`, `percent`, `count`, `number`, `any`) or counts
/// a noun.
pub(super) fn has(quantity: &Quantity, dimension: &str) -> bool {
    let unit = quantity.unit.as_deref();
    let code = |u: &str| u.len() == 3 && u.bytes().all(|b| b.is_ascii_uppercase());
    let money = unit.is_some_and(|u| code(u) || matches!(u, "cent" | "penny" | "pence"));
    let percent = matches!(unit, Some("percent" | "percentage point" | "%"));
    let plain = quantity.measure.is_none() && !money && !percent;
    match dimension {
        "any" => true,
        "money" => money,
        "percent" => percent,
        "number" => plain && unit.is_none(),
        "count" => plain,
        "person" => plain && unit.is_none_or(|u| crate::lexicon::people(u).is_some()),
        noun => unit == Some(noun),
    }
}

fn claim(writer: &mut Writer<'_, '_>, named: &Named, reading: Reading) {
    let grammar = writer.grammar;
    let (head, row) = (named.head, named.row);
    let Some((mention, quantity)) = grammar.quantity(reading.value) else { return };
    let Some((event, name)) = subject(writer, head, row) else { return };
    let mut quantity = quantity.clone();
    if matches!(name, "killed" | "injured") {
        quantity.unit = Some("person".to_owned());
    }
    if let Some(end) = end_of_change(&quantity, reading.change) {
        quantity = end;
    }
    let growth = row.units.contains("money") && has(&quantity, "percent");
    if growth && reading.change == Some(Change::Fall) {
        quantity = below_zero(quantity);
    }
    let name = if growth { format!("{name}-change") } else { name.to_owned() };
    let scope = scope(grammar, named, &reading);
    let (value_span, rule) = (grammar.span_of(mention), reading.rule);
    let value = Value::Quantity(quantity);
    let told = grammar.source.factuality(head.sentence, reading.at.word);
    let claim = writer.write(Draft { event, name, value, value_span, at: reading.at, scope, rule });
    if claim.modality == Modality::Actual && row.property.starts_with("earnings") {
        claim.modality = told.1;
    }
}

/// "fell 8%" is a change of minus eight per cent.
fn below_zero(quantity: Quantity) -> Quantity {
    let turn = |interval: Interval<Decimal>| Interval {
        low: interval.high.map(|high| -high),
        high: interval.low.map(|low| -low),
        low_open: interval.high_open,
        high_open: interval.low_open,
    };
    let bound = match quantity.bound {
        Bound::AtLeast => Bound::AtMost,
        Bound::AtMost => Bound::AtLeast,
        Bound::MoreThan => Bound::LessThan,
        Bound::LessThan => Bound::MoreThan,
        bound => bound,
    };
    Quantity {
        bound,
        strict: turn(quantity.strict),
        plausible: turn(quantity.plausible),
        ..quantity
    }
}

fn scope(grammar: &Grammar<'_>, named: &Named, reading: &Reading) -> Scope {
    let (head, row) = (named.head, named.row);
    let time = |at: Option<At>| at.and_then(|at| Some(grammar.time_on(at)?.1.clone()));
    let scope = Scope { change: reading.change, holder: holder(grammar, head), ..Scope::default() };
    if row.property.starts_with('*') {
        return Scope { as_of: time(when(grammar, reading.at)), ..scope };
    }
    if !row.property.starts_with("earnings") {
        return scope;
    }
    let place = place(grammar, head);
    let words = restrictions(grammar, named);
    Scope {
        period: time(period(grammar, named, reading)),
        part: place.is_some() || !words.is_empty(),
        place: place.and_then(|at| Some(grammar.place_on(at)?.1.clone())),
        group: (!words.is_empty()).then(|| words.join(" ")),
        ..scope
    }
}

/// "sales in Europe".
fn place(grammar: &Grammar<'_>, head: At) -> Option<At> {
    let inside = |preposition: &str| matches!(preposition, "in" | "across" | "outside");
    let mut phrases = grammar.phrases(head).filter(|(preposition, _)| inside(preposition));
    phrases.find(|&(_, kid)| grammar.place_on(kid).is_some()).map(|(_, kid)| kid)
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
        let phrase = matches!(grammar.preposition(kid), Some("of" | "from"));
        let noun = matches!(grammar.upos(kid), Upos::Noun | Upos::Adj | Upos::Propn | Upos::Verb);
        match grammar.rel(kid) {
            Rel::Amod | Rel::Compound => noun && kid < named.first,
            Rel::Nmod => phrase && noun && kid > named.last,
            _ => false,
        }
    };
    let kids = [named.head, named.first].into_iter().flat_map(|word| grammar.kids(word));
    let mut words: Vec<String> = kids
        .filter(|&kid| !own(kid) && restricts(kid) && !told(kid))
        .map(|kid| grammar.lemma(kid).to_lowercase())
        .collect();
    words.sort();
    words.dedup();
    words
}

/// The time that a measure is of: the nearest one before any older value that it is held against
/// ("widened to 14% from 12% in the same period last year").
fn period(grammar: &Grammar<'_>, named: &Named, reading: &Reading) -> Option<At> {
    let words = (0..grammar.tree(named.head).words.len()).map(|word| At { word, ..named.head });
    let prior = words.clone().find(|&at| {
        at > named.head && is_prior(grammar.lemma(at)) && !grammar.kids(at).any(|kid| kid < at)
    });
    let old = reading.change == Some(Change::Before);
    let fits = |at: &At| prior.is_none_or(|prior| (*at > prior) == old);
    let timed = |at: &At| {
        grammar.time_on(*at).is_some_and(|(_, time)| {
            time.duration.is_none() && !time.set && !time.timex.ends_with("_REF")
        })
    };
    let own = grammar.dependents(named.head).into_iter().find(|at| timed(at) && fits(at));
    own.or_else(|| when(grammar, reading.at).filter(|at| timed(at) && fits(at))).or_else(|| {
        let verb = grammar.above(named.head).take(3).find(|&up| grammar.is_verb(up))?;
        grammar.dependents(verb).into_iter().find(|at| timed(at) && fits(at))
    })
}

/// The event that a measure belongs to, and the property's name.
fn subject(writer: &mut Writer<'_, '_>, head: At, row: Measure) -> Option<(u32, &'static str)> {
    let (type_, name) = row.property.split_once('.')?;
    if matches!(name, "killed" | "injured") {
        return Some((home::event(writer.grammar, &mut writer.found, head), name));
    }
    let kind = if type_ == "*" { "protest" } else { type_ };
    let known = writer.found.events.iter().position(|event| event.kind == kind);
    let known = known.and_then(|at| u32::try_from(at).ok());
    match (known, type_) {
        (Some(event), _) => Some((event, name)),
        (None, "earnings" | "election" | "earthquake") => Some((writer.found.add(kind), name)),
        _ => None,
    }
}

/// Whose measure it is: its possessor, or the subject of the verb that reports it.
fn holder(grammar: &Grammar<'_>, head: At) -> Option<u32> {
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
        kids.into_iter().find(|&kid| grammar.time_on(kid).is_some())
    };
    below(at).or_else(|| below(grammar.head(at)?))
}
