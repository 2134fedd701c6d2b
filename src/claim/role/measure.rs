//! Measured properties: "revenue rose to $4 billion", "a death toll of 104".

use super::home;
use super::writer::{Draft, Writer};
use crate::claim::grammar::{At, Grammar};
use crate::claim::{Change, Scope};
use crate::lexicon::{Measure, measure};
use crate::syntax::{Rel, Upos};
use crate::value::{Bound, Quantity, Value};

/// Writes the claims of all measure nouns.
pub(super) fn write(writer: &mut Writer<'_, '_>) {
    let grammar = writer.grammar;
    let mut last = None;
    for at in grammar.words() {
        if !matches!(grammar.upos(at), Upos::Noun | Upos::Propn) || last.is_some_and(|l| at <= l) {
            continue;
        }
        let Some((head, row)) = named(grammar, at) else { continue };
        last = Some(head);
        for reading in readings(grammar, head, row) {
            claim(writer, head, row, reading);
        }
    }
}

/// The measure that begins at a word, with its head.
fn named(grammar: &Grammar<'_>, at: At) -> Option<(At, Measure)> {
    let words = &grammar.tree(at).words[at.word..];
    let lemmas: Vec<String> = words.iter().take(4).map(|word| word.lemma.to_lowercase()).collect();
    let (count, row) = measure(lemmas.iter().map(String::as_str))?;
    let last = At { word: at.word + count - 1, ..at };
    let head = if grammar.is_nominal(last) { last } else { at };
    // "earnings per share": the first word is the head.
    let head = if grammar.rel(head) == Rel::Nmod && count > 1 { at } else { head };
    Some((head, row))
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

fn readings(grammar: &Grammar<'_>, head: At, row: Measure) -> Vec<Reading> {
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
    found
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
    } else if !is_object && is_equal(grammar.lemma(verb)) {
        found.extend(grammar.object(verb).map(|object| (object, change)));
        found.extend(grammar.kid(verb, &[Rel::OblUnmarked, Rel::Xcomp]).map(|kid| (kid, change)));
    }
    found
}

/// Verbs whose object is the measure's value.
fn is_equal(lemma: &str) -> bool {
    const EQUAL: &[&str] = &[
        "total", "reach", "hit", "exceed", "top", "surpass", "be", "average", "equal", "number",
        "near", "approach", "amount", "stand", "pass",
    ];
    EQUAL.contains(&lemma)
}

/// How a verb says that a value changes, by its lemma or an irregular form of it.
fn change(lemma: &str) -> Option<Change> {
    const RISE: &[&str] = &[
        "rise", "rose", "risen", "grew", "grown", "climb", "increase", "grow", "jump", "surge",
        "raise", "soar", "bring", "mount", "swell", "reach", "hike", "boost",
    ];
    const FALL: &[&str] = &[
        "fall", "fell", "fallen", "sank", "shrank", "drop", "decline", "decrease", "sink",
        "shrink", "slip", "cut", "plunge", "slump",
    ];
    const CORRECTION: &[&str] = &["revise", "correct", "adjust", "lower", "restate", "amend"];
    if RISE.contains(&lemma) {
        Some(Change::Rise)
    } else if FALL.contains(&lemma) {
        Some(Change::Fall)
    } else {
        CORRECTION.contains(&lemma).then_some(Change::Correction)
    }
}

/// Whether a quantity has a dimension that the measure may have.
fn fits(quantity: &Quantity, row: Measure) -> bool {
    !quantity.ordinal && !quantity.age && row.units.split(' ').any(|unit| has(quantity, unit))
}

/// Whether a quantity is of a dimension (`money`, `percent`, `count`, `number`, `any`) or counts
/// a noun.
pub(super) fn has(quantity: &Quantity, dimension: &str) -> bool {
    let unit = quantity.unit.as_deref();
    let money = unit.is_some_and(|u| u.len() == 3 && u.bytes().all(|b| b.is_ascii_uppercase()));
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

fn claim(writer: &mut Writer<'_, '_>, head: At, row: Measure, reading: Reading) {
    let grammar = writer.grammar;
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
    let name = if growth { format!("{name}-change") } else { name.to_owned() };
    let period = when(grammar, reading.at).filter(|_| row.property.starts_with("earnings"));
    let as_of = when(grammar, reading.at).filter(|_| row.property.starts_with('*'));
    let time = |at: Option<At>| at.and_then(|at| Some(grammar.time_on(at)?.1.clone()));
    let scope = Scope {
        holder: holder(grammar, head),
        change: reading.change,
        period: time(period),
        as_of: time(as_of),
        ..Scope::default()
    };
    let (value_span, rule) = (grammar.span_of(mention), reading.rule);
    let value = Value::Quantity(quantity);
    writer.write(Draft { event, name, value, value_span, at: reading.at, scope, rule });
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
    owner.or_else(compound).or_else(subject)
}

/// The word with the time of the clause of a verb.
fn when(grammar: &Grammar<'_>, at: At) -> Option<At> {
    let below = |at: At| {
        let kids = grammar.dependents(at);
        kids.into_iter().find(|&kid| grammar.time_on(kid).is_some())
    };
    below(at).or_else(|| below(grammar.head(at)?))
}
