//! Finds numbers with unit and bound.
//!
//! Numbers are read from the letters and digits alone, by tables; the trees only help to find what
//! is counted. So a wrong parse may cost a unit but never a number.

mod age;
mod amount;
mod bound;
mod build;
mod digits;
mod fraction;
mod lex;
mod noun;
mod number;
mod range;
mod reading;
mod unit;
mod veto;

use super::{Mention, Referent};
use crate::lexicon::bound::Hedge;
use crate::lexicon::event_noun::is_event;
use crate::lexicon::name::{self, Class};
use crate::lexicon::people;
use crate::lexicon::time::{List, listed};
use crate::syntax::{Morph, Rel, Tree, Upos};
use crate::text::Span;
use crate::value::{Bound, Decimal, Dimension, Quantity};

/// A quantity as it stands in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// All of it: bound words, number and unit.
    pub(crate) span: Span,
    /// The number.
    pub(crate) number: Span,
    /// The unit.
    pub(crate) unit: Option<Span>,
    /// What it denotes.
    pub(crate) value: Quantity,
    /// Whether its unit is money.
    money: bool,
    /// The bound words.
    hedge: Option<&'static Hedge>,
}

impl Found {
    /// Whether it is a length of time: "six weeks", not an age.
    pub(crate) fn is_duration(&self) -> bool {
        let measure = self.value.measure.map(|measure| measure.dimension);
        matches!(measure, Some(Dimension::Duration | Dimension::Calendar)) && !self.value.age
    }
}

/// The quantities of one sentence, in order; also those within dates.
pub(crate) fn scan(text: &str, tree: &Tree) -> Vec<Found> {
    reading::sentence(text, tree)
}

/// The quantities of a text that are no part of one of `times`, which are in order. A time that is
/// or counts a length of time ("nine days later") is given its quantity; of several ("two years,
/// three months") the others stand for themselves.
pub(super) fn detect(text: &str, trees: &[Tree], times: &mut [Mention]) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut rest = times;
    for (sentence, tree) in trees.iter().enumerate() {
        let before = rest.partition_point(|time| time.span.end <= tree.span.start);
        rest = &mut rest[before..];
        let own = rest.partition_point(|time| time.span.start < tree.span.end);
        for time in &mut rest[..own] {
            if let Referent::Time(time) = &mut time.referent {
                time.quantity = None;
            }
        }
        let mut lasting: Option<Quantity> = None;
        for found in scan(text, tree) {
            share_unit(&mut rest[..own], lasting.as_ref(), &found);
            if found.is_duration() {
                lasting = Some(found.value.clone());
            }
            let either = is_either(text, tree, &found);
            let part = |time: &&mut Mention| !either && is_part(&found, time.span);
            let time = rest[..own].iter_mut().find(part);
            if time.is_none_or(|time| !attach(time, &found)) {
                mentions.push(mention(sentence, tree, found));
            }
        }
    }
    mentions
}

/// Whether the number is part of the time at `span`. It is not when the time is a part of the
/// number, or just the number, and that has a unit or an end that is no year: an end of "from 900
/// to 2000 seats" and "200p" may look like a year or an hour.
fn is_part(found: &Found, span: Span) -> bool {
    let whole = found.unit.map_or(found.number, |unit| found.number.cover(unit));
    let year = |n: &Decimal| *n >= Decimal::from(1600) && *n <= Decimal::from(2100);
    let measured = found.value.measure.is_some() || found.money;
    let counts = !found.value.printed.iter().all(year) && found.value.bound == Bound::Range;
    let own = found.unit.is_some() && (measured || counts) && !found.is_duration();
    // "five billion and *three quarters*" is no number of quarters.
    let inner = found.number.contains(span) && span.start > found.number.start && !counts;
    // "half past noon" and "five to six p.m." are the time and count nothing.
    let same = whole == span && !measured;
    let apart = inner || own && whole.contains(span);
    span.overlaps(found.number) && (same || !apart)
}

/// "3/4" and nothing else: a part or a day. "Nineteen seventy-three" and nothing else: a number or
/// a year.
fn is_either(text: &str, tree: &Tree, found: &Found) -> bool {
    let form = found.span.of(text);
    let words = || form.bytes().all(|byte| !byte.is_ascii_digit());
    found.span == tree.span && found.unit.is_none() && (form.contains('/') || words())
}

/// Gives a time the length of time within it; false when that needs a mention of its own.
fn attach(time: &mut Mention, found: &Found) -> bool {
    let Referent::Time(time) = &mut time.referent else { return true };
    // "five business days" are no length by the clock, and yet what is told.
    let workdays = time.duration.is_some() && found.value.unit.as_deref() == Some("day");
    if !found.is_duration() && !workdays {
        return true;
    }
    let free = time.quantity.is_none();
    if free {
        time.quantity = Some(Box::new(found.value.clone()));
    }
    free
}

/// "from 14 weeks to *nine*": gives a length without a unit the number in that of the one before.
fn share_unit(times: &mut [Mention], before: Option<&Quantity>, found: &Found) {
    let Some(before) = before.filter(|_| found.unit.is_none()) else { return };
    let own = times.iter_mut().find(|time| time.span.contains(found.number));
    if let Some(Referent::Time(time)) = own.map(|time| &mut time.referent)
        && time.duration.is_some()
        && time.quantity.is_none()
    {
        let (unit, measure) = (before.unit.clone(), before.measure);
        time.quantity = Some(Box::new(Quantity { unit, measure, ..found.value.clone() }));
    }
}

/// Whether `noun`, with the word `next` after it, is something that lasts rather than something
/// with an age: the "truce" of an eight-month-old one, but not a 19-year-old "crash" victim's.
pub(super) fn lasts(noun: &str, next: &str) -> bool {
    is_event(noun)
        && (!next.starts_with(char::is_alphabetic)
            || listed(List::ClauseBeginnings, next)
            || matches!(next, "against" | "between" | "of" | "over"))
}

/// Whether the four digits that are word `at` count what follows ("delivered 2000 pieces", "sent
/// 1990 soldiers") and name no year.
pub(super) fn counts(text: &str, tree: &Tree, at: usize) -> bool {
    let Some(word) = tree.words.get(at).filter(|word| word.rel == Rel::Nummod) else {
        return false;
    };
    let Some(noun) = tree.head(at).filter(|&head| head > at).map(|head| &tree.words[head]) else {
        return false;
    };
    let lemma = noun.lemma.to_lowercase();
    let round = word.span.of(text).ends_with("00");
    let people = people(&lemma).is_some()
        || [Class::Role, Class::Crowd].into_iter().any(|class| name::is(&lemma, class));
    let plural = noun.upos == Upos::Noun && noun.morph == Morph::Plural;
    let Some(before) = at.checked_sub(1) else { return false };
    let led = match tree.words[before].upos {
        Upos::Verb | Upos::Adv => true,
        _ => {
            let than = &*tree.words[before].lemma == "than";
            let more = before.checked_sub(1).map_or("", |at| tree.form(text, at));
            than && ["more", "fewer", "less"].iter().any(|word| more.eq_ignore_ascii_case(word))
        }
    };
    plural && led && (round || people)
}

fn mention(sentence: usize, tree: &Tree, found: Found) -> Mention {
    let head = found.unit.unwrap_or(found.number);
    let last = Span::new(head.end.saturating_sub(1), head.end);
    let at = tree.words.partition_point(|word| word.span.end <= last.start);
    let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Mention {
        span: found.span,
        sentence: cut(sentence),
        head: cut(at.min(tree.words.len().saturating_sub(1))),
        referent: Referent::Quantity { value: found.value, number: found.number, unit: found.unit },
    }
}
