//! Finds ages given as bare numbers: "aged 12", "Maria Lopez, 44,", "children under 12".

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::Found;
use super::amount::Amount;
use super::build::Parts;
use super::lex::{Kind as Shape, Pieces};
use super::noun::Place;
use super::number::Form;
use super::unit::Unit;
use super::veto;
use crate::lexicon::name::{self, Class};
use crate::lexicon::{noun, number, people, sort};
use crate::syntax::Upos;
use crate::value::{Bound, Interval, Quantity};

/// Whether the number of `parts`, which ends before piece `number_end`, is an age; then its unit
/// is the year.
pub(super) fn read(
    place: &Place<'_, '_>,
    parts: &mut Parts,
    number_end: usize,
    found: &[Found],
) -> bool {
    let pieces = place.pieces;
    let amount = &parts.amount;
    let plain = amount.value.form == Form::Cardinal
        && amount.value.value.is_integer()
        && amount.value.value <= Decimal::from(115)
        && !amount.signed;
    let is_age = plain
        && (said(pieces, amount.from, parts.end)
            || apposed(place, parts)
            || of_people(place, parts, number_end)
            || at_age(pieces, amount.from, parts.end)
            || fronted(pieces, parts)
            || of_one(place, parts)
            || listed(pieces, amount.from, parts.end, found));
    if !is_age {
        return false;
    }
    let (from, end) = amount.number;
    let year = crate::lexicon::unit::words().find("year");
    parts.unit = year.map(|row| Unit { age: true, ..Unit::new(row, false, (from, end)) });
    parts.implied = true;
    true
}

/// "in his late *60s*", "the *40-something* lawyer": the ten years, or a part of them, that somebody's
/// age lies in.
pub(super) fn decade(pieces: &Pieces<'_>, amount: &Amount) -> Option<Found> {
    let (first, after) = amount.number;
    let value = amount.value.value.to_u32().filter(|n| n % 10 == 0 && (10..100).contains(n))?;
    let (low, high, end) = if pieces.hyphen(after) && pieces.lower(after + 1) == "something" {
        (0, 9, after + 2)
    } else {
        let plural = pieces.lower(first).ends_with("ies");
        let stuck = pieces.stuck(after) && pieces.lower(after) == "s";
        let (low, high) = part_of_decade(pieces, first).filter(|_| plural || stuck)?;
        (low, high, after + usize::from(!plural))
    };
    let ends = [value + low, value + high].map(Decimal::from);
    let row = crate::lexicon::unit::words().find("year")?;
    let range = Interval::closed(ends[0], ends[1]);
    let span = pieces.span(first, end);
    let value = Quantity {
        text: span.of(pieces.text).to_owned(),
        printed: ends.to_vec(),
        bound: Bound::Range,
        strict: range,
        plausible: range,
        unit: Some(row.name.to_owned()),
        measure: row.measure,
        age: true,
        ..Quantity::exact(ends[0])
    };
    Some(Found { span, number: span, unit: None, value, hedge: None, money: false })
}

/// "the *over-75s*", "*under-25s*": people of that age.
pub(super) fn group(pieces: &Pieces<'_>, amount: &Amount) -> Option<Found> {
    let (first, after) = amount.number;
    let start = first.checked_sub(2).filter(|_| pieces.hyphen(first - 1) && pieces.stuck(first))?;
    let age = amount.value.value;
    let tail = pieces.stuck(after) && pieces.lower(after) == "s";
    let bearer = pieces.kind(start) == Some(Shape::Word) && !(start > 0 && pieces.capital(start));
    if !tail || !bearer || !age.is_integer() || !(1..=115).contains(&age.to_u32()?) {
        return None;
    }
    let (bound, range) = match pieces.lower(start) {
        "over" => (
            Bound::MoreThan,
            Interval { low: Some(age), high: None, low_open: true, high_open: false },
        ),
        "under" => (
            Bound::LessThan,
            Interval {
                low: Some(Decimal::ZERO),
                high: Some(age),
                low_open: false,
                high_open: true,
            },
        ),
        _ => return None,
    };
    let row = crate::lexicon::unit::words().find("year")?;
    let span = pieces.span(start, after + 1);
    let value = Quantity {
        text: span.of(pieces.text).to_owned(),
        printed: vec![age],
        bound,
        strict: range,
        plausible: range,
        unit: Some(row.name.to_owned()),
        measure: row.measure,
        age: true,
        ..Quantity::exact(age)
    };
    let number = pieces.span(first, after);
    Some(Found { span, number, unit: None, value, hedge: None, money: false })
}

/// Which of the ten years the words before piece `first` leave: those after a possessive ("his
/// early 60s"), as other decades are of the calendar.
fn part_of_decade(pieces: &Pieces<'_>, first: usize) -> Option<(u32, u32)> {
    let hyphen = usize::from(first > 0 && pieces.hyphen(first - 1));
    let at = first.checked_sub(1 + hyphen)?;
    let (part, owner) = match pieces.lower(at) {
        "early" => ((0, 3), at.checked_sub(1)?),
        "mid" | "middle" => ((4, 6), at.checked_sub(1)?),
        "late" => ((7, 9), at.checked_sub(1)?),
        _ => ((0, 9), at),
    };
    let owner = pieces.lower(owner);
    matches!(owner, "his" | "her" | "their" | "my" | "our" | "your").then_some(part)
}

/// The number in "sixties".
pub(super) fn tens(word: &str) -> Option<u64> {
    let ten = format!("{}y", word.strip_suffix("ties").map(|stem| format!("{stem}t"))?);
    match number::word(&ten) {
        Some((number::Kind::Tens, n)) => Some(n),
        _ => None,
    }
}

/// The word `back` pieces before piece `from`.
fn word<'p>(pieces: &'p Pieces<'_>, from: usize, back: usize) -> &'p str {
    from.checked_sub(back).map_or("", |at| pieces.lower(at))
}

/// "aged 12", "age of 12", "turned 40".
fn said(pieces: &Pieces<'_>, from: usize, end: usize) -> bool {
    let word = |back| word(pieces, from, back);
    // "the couple, both 34,"
    let both = word(1) == "both" && word(2) == "," && clause_ends(pieces, end);
    both || matches!(word(1), "aged" | "age" | "ages")
        || word(1) == "of" && matches!(word(2), "age" | "ages")
        || matches!(word(1), "under" | "over" | "below" | "above") && word(2) == "aged"
        || word(1) == "between" && word(2) == "aged"
        || matches!(word(1), "turned" | "turns" | "turning")
            && (clause_ends(pieces, end)
                || matches!(word(2), "he" | "she" | "who")
                    && matches!(
                        pieces.lower(end),
                        "on" | "in" | "this" | "last" | "next" | "today" | "yesterday" | "tomorrow"
                    ))
        // "who is 61,", "he was 44."
        || matches!(word(1), "is" | "was")
            && matches!(word(2), "who" | "he" | "she")
            && matches!(pieces.form(end), "," | "." | ";" | ")")
}

/// "Maria Lopez, 44,", "a nurse, 44,", "Maria Lopez (44)".
fn apposed(place: &Place<'_, '_>, parts: &Parts) -> bool {
    let pieces = place.pieces;
    let (from, end) = (parts.amount.from, parts.end);
    // "her son, *now* 24,"
    let now = word(pieces, from, 1) == "now" && word(pieces, from, 2) == ",";
    let from = from - usize::from(now);
    let Some(before) = from.checked_sub(2) else { return false };
    let value = &parts.amount.value;
    let who = named(pieces, before) || is_person(pieces, before);
    // "Maria Lopez, 44 – dressed in blue –"
    let dash = matches!(pieces.form(end), "–" | "—")
        && !pieces.stuck(end)
        && pieces.kind(end + 1) == Some(Shape::Word);
    let listed = pieces.form(from - 1) == ","
        && (dash || matches!(pieces.form(end), "," | "." | ";" | ")"))
        && (value.digits || spelled(pieces, before, end))
        && value.value >= Decimal::ONE
        && parts.second.is_none();
    let bracket = pieces.form(from - 1) == "("
        && pieces.form(end) == ")"
        && value.value > Decimal::TEN
        && named(pieces, before);
    who && listed || bracket
}

/// "Maria Lopez, *seven*, who": behind a full name, and no list goes on.
fn spelled(pieces: &Pieces<'_>, name: usize, end: usize) -> bool {
    let full = name > 0 && named(pieces, name) && named(pieces, name - 1);
    let next = pieces.lower(end + 1);
    full && pieces.form(end) == ","
        && matches!(next, "who" | "whose" | "is" | "was" | "has" | "had")
}

/// "At 61, Maria Lopez": more than an hour of the day.
fn fronted(pieces: &Pieces<'_>, parts: &Parts) -> bool {
    let (from, end) = (parts.amount.from, parts.end);
    let full = named(pieces, end + 1) && named(pieces, end + 2);
    let value = &parts.amount.value;
    from == 1
        && word(pieces, from, 1) == "at"
        && pieces.form(end) == ","
        && value.digits
        && value.value > Decimal::from(24)
        && full
}

/// "a man of 79", "a journalist of 52 who": one person, and nothing that can be counted.
fn of_one(place: &Place<'_, '_>, parts: &Parts) -> bool {
    let pieces = place.pieces;
    // "a boy of *about* ten"
    let from = parts.amount.from;
    let from = super::bound::before(pieces, from).map_or(from, |(start, _)| start);
    let noun = word(pieces, from, 2);
    let one = name::is(noun, Class::Role) || sort(noun).is_some();
    let determined = (3..5).any(|back| matches!(word(pieces, from, back), "a" | "an"));
    let told = clause_ends(pieces, parts.end)
        || matches!(
            pieces.lower(parts.end),
            "who" | "whose" | "whom" | "from" | "was" | "is" | "had"
        );
    // "a father of two"
    let child = sort(noun).is_some_and(|sort| sort.young == Some(true));
    // "a boy of nine and his mother"
    let told = told || child && !counts(place, parts.end);
    word(pieces, from, 1) == "of"
        && one
        && determined
        && told
        && (child || parts.amount.value.value > Decimal::from(12))
        && !noun::is_plural(noun)
}

/// "children under 12", "adults 65 and older": people and a bound, and nothing counted.
fn of_people(place: &Place<'_, '_>, parts: &Parts, number_end: usize) -> bool {
    const BEFORE: [&str; 4] = ["under", "over", "below", "above"];
    let pieces = place.pieces;
    let from = parts.amount.from;
    let bounded = from > 1
        && BEFORE.contains(&pieces.lower(from - 1))
        && is_group(pieces, from - 2)
        && !counts(place, parts.end);
    let trailed = from > 0
        && parts.end > number_end
        && pieces.lower(number_end + 1) != "more"
        && is_group(pieces, from - 1);
    bounded || trailed
}

/// "at 34, she retired", "died at 34".
fn at_age(pieces: &Pieces<'_>, from: usize, end: usize) -> bool {
    let next = end + usize::from(pieces.form(end) == ",");
    let person = matches!(pieces.lower(next), "he" | "she");
    let died = |back: usize| matches!(word(pieces, from, back), "died" | "dies");
    let sole = matches!(word(pieces, from, 2), "dead" | "retired" | "retire");
    // "put the number of dead at 16"
    let dies = sole && word(pieces, from, 3) != "of"
        || (2..8).take_while(|&back| word(pieces, from, back) != ",").any(died);
    // "died at 88 after a long illness"
    let cause = matches!(pieces.lower(end), "after" | "following" | "from");
    word(pieces, from, 1) == "at"
        && (from == 1 && person || dies && (clause_ends(pieces, end) || cause))
        && pieces.form(from).len() < 4
}

/// "aged 3, *5 and 9*": only commas and "and" since the last age.
fn listed(pieces: &Pieces<'_>, from: usize, end: usize, found: &[Found]) -> bool {
    let Some(last) = found.last().filter(|last| last.value.age && last.unit.is_none()) else {
        return false;
    };
    let after = pieces.after_byte(last.span.end);
    after < from
        && (after..from).all(|at| matches!(pieces.lower(at), "," | "and" | "or"))
        && (clause_ends(pieces, end)
            || matches!(pieces.lower(end), "and" | "or" | "are" | "is" | "was" | "were" | "who"))
}

/// Whether piece `at` ends the name of a person: two capitalized words, no month.
fn named(pieces: &Pieces<'_>, at: usize) -> bool {
    let name = |i: usize| {
        pieces.kind(i) == Some(Shape::Word) && pieces.capital(i) && pieces.form(i).len() > 1
    };
    name(at)
        && !veto::is_month(pieces, at)
        && (at == 0
            || name(at - 1)
            || !matches!(pieces.lower(at - 1), "in" | "at" | "on" | "from" | "of"))
}

/// Whether piece `at` is a noun for one person.
fn is_person(pieces: &Pieces<'_>, at: usize) -> bool {
    let word = pieces.lower(at);
    pieces.kind(at) == Some(Shape::Word) && (people(word).is_some() || name::is(word, Class::Role))
}

/// Whether piece `at` is a noun or pronoun for people.
fn is_group(pieces: &Pieces<'_>, at: usize) -> bool {
    let word = pieces.lower(at);
    matches!(word, "those" | "anyone" | "everyone" | "people")
        || noun::is_plural(word) && people(&noun::singular(word)).is_some()
}

/// Whether a noun that may be counted stands at piece `at`.
fn counts(place: &Place<'_, '_>, at: usize) -> bool {
    let Some(piece) = place.pieces.all.get(at).filter(|p| p.kind == Shape::Word) else {
        return place.pieces.hyphen(at);
    };
    let word = &place.tree.words[place.word_of(piece.span.start)];
    matches!(word.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::X)
}

fn clause_ends(pieces: &Pieces<'_>, at: usize) -> bool {
    pieces.kind(at) != Some(Shape::Word)
}
