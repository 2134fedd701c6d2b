//! Reads the unit of a number: measurement, money, what it is given per.

use rust_decimal::Decimal;

use super::lasts;
use super::lex::{Kind as Shape, Pieces};
use super::number::Number;
use crate::lexicon::context::{self, Role};
use crate::lexicon::noun;
use crate::lexicon::number as words;
use crate::lexicon::time::{TimeWord, time_word};
use crate::lexicon::unit::{self as table, Unit as Row};
use crate::value::{Dimension, Measure};

/// The unit of a number, as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unit {
    /// Its canonical name.
    pub(crate) name: String,
    /// What it measures.
    pub(crate) measure: Option<Measure>,
    /// Whether it is money.
    pub(crate) money: bool,
    /// Whether it makes the number an age.
    pub(crate) age: bool,
    /// What it is given per.
    pub(crate) per: Option<String>,
    /// The words before the counted noun.
    pub(crate) modifiers: Vec<String>,
    /// Its first piece and the piece after it.
    pub(crate) pieces: (usize, usize),
}

impl Unit {
    pub(super) fn new(row: &Row, money: bool, pieces: (usize, usize)) -> Self {
        Self {
            name: row.name.to_owned(),
            measure: row.measure,
            money,
            age: false,
            per: None,
            modifiers: Vec::new(),
            pieces,
        }
    }

    /// Whether it is a length of time.
    pub(crate) fn is_duration(&self) -> bool {
        self.measure
            .is_some_and(|m| matches!(m.dimension, Dimension::Duration | Dimension::Calendar))
    }
}

/// The currency that begins at piece `at` before a number, with the piece after it.
pub(super) fn currency_before(pieces: &Pieces<'_>, at: usize) -> Option<(usize, &'static Row)> {
    let form = pieces.form(at);
    let sign = pieces.form(at + 1);
    if matches!(sign, "$" | "£" | "€" | "¥") && form.len() <= 4 && form.is_ascii() {
        // "A $5 billion loan" is no Australian one.
        let single =
            form.len() == 1 && (!pieces.stuck(at + 1) || form != "c" && pieces.lower(at) == form);
        if let Some(row) = table::currency_symbols().find(&format!("{}{sign}", form.to_uppercase()))
            && !single
        {
            return Some((at + 2, row));
        }
    }
    let dotted = || pieces.phrase(at, at + 4) == "u.s.";
    if pieces.form(at + 4) == "$" && dotted() {
        return table::currency_symbols().find("US$").map(|row| (at + 5, row));
    }
    if form.is_ascii() && form.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    if form == "R" && is_rand(pieces, at + 1) {
        return table::currency_symbols().find("ZAR").map(|row| (at + 1, row));
    }
    let (end, row) = pieces.symbol(table::currency_symbols(), at, true)?;
    pieces.all.get(end).is_some().then_some((end, row))
}

/// "R2.5 million", "R18.50", "R1,200", "R250 000": what stands at `at`, stuck to the letter of the
/// rand, is a sum. "R8" and "R2-D2" are names.
fn is_rand(pieces: &Pieces<'_>, at: usize) -> bool {
    let form = pieces.form(at);
    let cents = form.rsplit_once('.').is_some_and(|(_, cents)| cents.len() == 2);
    let next = pieces.lower(at + 1);
    let scale = matches!(words::word(next), Some((words::Kind::Scale, n)) if n > 1000)
        || pieces.stuck(at + 1) && matches!(next, "m" | "bn" | "mn" | "k");
    pieces.kind(at) == Some(Shape::Digits)
        && pieces.stuck(at)
        && (cents || form.contains(',') || scale || next == "000" && !pieces.stuck(at + 1))
}

/// The unit after the number `number`, past a hyphen; `money` when a currency stands before it.
pub(super) fn after(pieces: &Pieces<'_>, number: &Number) -> Option<Unit> {
    let end = number.end;
    let hyphen = pieces.hyphen(end) && pieces.stuck(end) && pieces.stuck(end + 1);
    let at = opening(pieces, past_adjective(pieces, end + usize::from(hyphen)));
    let currency = currency_after(pieces, at, number);
    let measure = measured(pieces, at, number, hyphen);
    let mut unit = match (currency, measure) {
        (Some(a), Some(b)) if a.pieces.1 >= b.pieces.1 => a,
        (Some(a), None) => a,
        (_, Some(b)) => b,
        (None, None) => return None,
    };
    if at > 0 && matches!(pieces.form(at - 1), "(" | "[" | "<" | "{") && at > end {
        closing(pieces, at).filter(|&close| close == unit.pieces.1)?;
        unit.pieces.1 += 1;
    }
    pounds(pieces, number, &mut unit);
    age(pieces, &mut unit);
    per(pieces, &mut unit);
    Some(unit)
}

/// Past an adjective before the name of a unit: "two *more* minutes", "three *straight* days".
fn past_adjective(pieces: &Pieces<'_>, at: usize) -> usize {
    if pieces.name(table::words(), at).is_some() {
        return at;
    }
    let named =
        || pieces.name(table::words(), at + 1).is_some_and(|(_, row)| row.name != "percent");
    at + usize::from(context::is(pieces.lower(at), Role::Extra) && named())
}

/// Past the bracket of "20 (kg)", when it closes after one word.
fn opening(pieces: &Pieces<'_>, at: usize) -> usize {
    if closing(pieces, at + 1).is_some() && matches!(pieces.form(at), "(" | "[" | "<" | "{") {
        at + 1
    } else {
        at
    }
}

fn closing(pieces: &Pieces<'_>, at: usize) -> Option<usize> {
    matches!(pieces.form(at + 1), ")" | "]" | ">" | "}").then_some(at + 1)
}

fn currency_after(pieces: &Pieces<'_>, at: usize, number: &Number) -> Option<Unit> {
    let symbol = pieces.symbol(table::currency_symbols(), at, false).filter(|&(end, _)| {
        let stuck = pieces.stuck(at);
        let form = pieces.phrase(at, end);
        let letters = form.chars().all(char::is_alphabetic);
        // "p", "c", "kr" only after digits; "$" before digits belongs to those.
        let own = stuck || pieces.kind(end) != Some(Shape::Digits) || letters && !pieces.stuck(end);
        own && (!letters
            || stuck && number.digits
            || form.len() >= 3
            || form == "kr"
            || form == "kn")
    });
    let name = pieces.name(table::currency_words(), at);
    let million = mega(pieces, at);
    let best = match (symbol, name) {
        (Some(a), Some(b)) if a.0 > b.0 => Some(a),
        (_, Some(b)) => Some(b),
        (a, None) => a,
    };
    best.map(|(end, row)| Unit::new(row, true, (at, end))).or(million)
}

/// "120 MEUR": the scale is part of the code; the number is scaled by the caller.
fn mega(pieces: &Pieces<'_>, at: usize) -> Option<Unit> {
    let code = pieces.form(at).strip_prefix(['M', 'm'])?;
    let row = table::currency_symbols().find(code).filter(|_| code.len() == 3)?;
    (code.chars().all(char::is_uppercase)).then(|| Unit::new(row, true, (at, at + 1)))
}

/// Whether a unit is a currency code with an M for million ("MEUR").
pub(super) fn is_mega(pieces: &Pieces<'_>, unit: &Unit) -> bool {
    unit.money && mega(pieces, unit.pieces.0).is_some()
}

fn measured(pieces: &Pieces<'_>, at: usize, number: &Number, hyphen: bool) -> Option<Unit> {
    let name = pieces.name(table::words(), at).filter(|&(end, row)| is_name(pieces, at, end, row));
    let symbol = pieces
        .symbol(table::symbols(), at, false)
        .filter(|&(end, _)| number.digits && is_symbol(pieces, at, end, number, hyphen));
    let (end, row) = match (symbol, name) {
        (Some(a), Some(b)) if a.0 > b.0 => a,
        (_, Some(b)) => b,
        (a, None) => a?,
    };
    Some(Unit::new(row, false, (at, end)))
}

/// Whether the name of a unit is one here: "second homes", "foot soldiers", "Bar Council" are not.
fn is_name(pieces: &Pieces<'_>, at: usize, end: usize, row: &Row) -> bool {
    let singular = pieces.lower(end - 1) == row.name;
    let capital = pieces.capital(at)
        && at > 0
        && pieces.all.len() > end
        && pieces.form(at) != pieces.form(at).to_uppercase();
    let year =
        pieces.all.get(at.wrapping_sub(1)).is_some_and(|p| p.span.len() == 4) && !pieces.stuck(at);
    let title = capital && (pieces.capital(end) || year);
    let ambiguous = matches!(
        row.name,
        "second" | "point" | "bar" | "league" | "grain" | "cup" | "time" | "mole"
    );
    let noun_follows =
        pieces.kind(end) == Some(Shape::Word) && !is_function_word(pieces.lower(end));
    // "400 second-hand bikes"
    let inside = pieces.hyphen(end)
        && pieces.stuck(end)
        && pieces.stuck(end + 1)
        && pieces.kind(end + 1) == Some(Shape::Word);
    let ordinary = singular && ambiguous && !pieces.hyphen(at - 1) && (noun_follows || inside);
    !title && !ordinary
}

pub(super) fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "of" | "in"
            | "on"
            | "at"
            | "to"
            | "and"
            | "or"
            | "is"
            | "was"
            | "long"
            | "wide"
            | "tall"
            | "high"
            | "deep"
            | "away"
            | "per"
            | "a"
            | "an"
            | "for"
            | "from"
            | "before"
            | "after"
            | "later"
            | "ago"
            | "that"
            | "the"
    )
}

/// Whether a symbol of a unit is one here. One letter alone may be anything, "in" is mostly the
/// preposition, and capitals after a space are mostly initials.
fn is_symbol(pieces: &Pieces<'_>, at: usize, end: usize, number: &Number, hyphen: bool) -> bool {
    let form = pieces.span(at, end).of(pieces.text);
    let stuck = pieces.stuck(at);
    let clause_ends = !matches!(pieces.kind(end), Some(Shape::Word | Shape::Digits));
    let letters = form.chars().count();
    match form {
        "in" | "in." | "at" | "as" | "no" => {
            stuck && !hyphen || clause_ends && form == "in" && !hyphen
        }
        "'" | "′" | "\"" | "″" | "”" => stuck && is_prime(pieces, at, end),
        "d" | "a" | "b" | "t" | "h" | "s" if hyphen => false,
        // "the 1970s", "an iPhone 5s"
        "s" if stuck && number.value.is_integer() && number.value.scale() == 0 => false,
        "B" | "D" | "MP" | "AU" | "PS" | "NM" | "EB" | "T" | "pt" | "ct" | "gr" | "ac" | "are"
        | "mo" | "d" | "kn" => stuck && !hyphen,
        // "2.1 pm" is no time of day.
        "pm" | "am" => matches!(number.value.scale(), 1 | 3..),
        // "3 m below", "6.5 m across"
        "m" if !stuck && !hyphen && context::is(pieces.lower(end), Role::Size) => true,
        // "10 A or more", but not "5 A levels"
        "A" if !stuck && !hyphen => {
            clause_ends || is_function_word(pieces.lower(end)) && pieces.lower(end) != "and"
        }
        "m" | "g" | "l" | "L"
            if !hyphen
                && (is_function_word(pieces.lower(end))
                    || matches!(
                        pieces.lower(end),
                        "less" | "more" | "longer" | "shorter" | "lighter" | "heavier" | "taller"
                    )) =>
        {
            true
        }
        // "a 60 W bulb", "225 g butter"
        "W" | "V" | "g" | "l" | "L" | "s" | "h" | "J"
            if !stuck
                && !hyphen
                && pieces.kind(end) == Some(Shape::Word)
                && !pieces.capital(end) =>
        {
            true
        }
        _ if letters == 1 && form.chars().all(char::is_alphabetic) => {
            stuck && !hyphen
                || clause_ends && !hyphen && !pieces.stuck(end)
                || clause_ends && !hyphen && matches!(pieces.form(end), "." | "," | ")" | ";" | "/")
        }
        _ => true,
    }
}

/// Whether a quote mark after digits is a sign of feet or inches: no quotation is open.
fn is_prime(pieces: &Pieces<'_>, at: usize, end: usize) -> bool {
    let mark = pieces.form(at);
    let before =
        (0..at).filter(|&i| pieces.form(i) == mark || mark == "”" && pieces.form(i) == "“");
    before.count() % 2 == 0 && !matches!(pieces.lower(end), "s") && pieces.form(at + 1) != mark
}

/// "pound" is money after a scale, in sums that nobody weighs, or where money is spoken of.
fn pounds(pieces: &Pieces<'_>, number: &Number, unit: &mut Unit) {
    let word = pieces.lower(unit.pieces.1 - 1);
    if unit.name != "pound" || !matches!(word, "pound" | "pounds") {
        return;
    }
    let (from, to) = (unit.pieces.0.saturating_sub(8), unit.pieces.1 + 4);
    let near = |role| (from..to).any(|i| context::is(pieces.lower(i), role));
    // "cocaine worth 400 pounds"
    let worth = (unit.pieces.0.saturating_sub(3)..unit.pieces.0)
        .any(|i| context::is(pieces.lower(i), Role::Money));
    let big = number.scale >= Decimal::from(1000);
    // "an additional 473 pounds a year"
    let end = unit.pieces.1;
    let rate = matches!(pieces.lower(end), "a" | "an" | "per")
        && matches!(pieces.lower(end + 1), "hour" | "day" | "week" | "month" | "year" | "annum");
    if worth || !near(Role::Weight) && (big || rate || near(Role::Money)) {
        unit.name = "GBP".to_owned();
        unit.measure = None;
        unit.money = true;
    }
}

/// "years old", "year-old", "years of age", "month-old".
fn age(pieces: &Pieces<'_>, unit: &mut Unit) {
    if !unit.is_duration() {
        return;
    }
    let end = unit.pieces.1;
    let next = end + usize::from(pieces.hyphen(end) && pieces.stuck(end));
    let end = match pieces.lower(next) {
        // "an eight-month-old truce" has lasted so long and is of no age.
        "old" if next > end && lasts(pieces.lower(next + 1), pieces.lower(next + 2)) => return,
        "old" | "olds" => next + 1,
        "of" if pieces.lower(next + 1) == "age" => next + 2,
        _ if pieces.phrase(unit.pieces.0, unit.pieces.1) == "yo" => end,
        _ => return,
    };
    unit.age = true;
    unit.pieces.1 = end;
}

/// What the unit is given per: "per hour", "a barrel", "/kg", "an hour", "annually".
pub(super) fn per(pieces: &Pieces<'_>, unit: &mut Unit) {
    let end = unit.pieces.1;
    let found = match pieces.lower(end) {
        "per" => named_per(pieces, end + 1, false),
        "/" => named_per(pieces, end + 1, true),
        "-" if matches!(pieces.lower(end + 1), "a" | "an") => {
            named_per(pieces, end + 2, false).filter(|(at, _)| is_per_noun(pieces, *at - 1))
        }
        "-" if pieces.lower(end + 1) == "per" && pieces.hyphen(end + 2) => {
            named_per(pieces, end + 3, false)
        }
        "a" if pieces.hyphen(end + 1) && pieces.stuck(end + 1) => {
            named_per(pieces, end + 2, false).filter(|(at, _)| is_per_noun(pieces, *at - 1))
        }
        "a" | "an" | "each" | "every" if pieces.kind(end + 1) == Some(Shape::Word) => {
            named_per(pieces, end + 1, false).filter(|(at, _)| is_per_noun(pieces, *at - 1))
        }
        "annually" | "yearly" => Some((end + 1, "year".to_owned())),
        "daily" => Some((end + 1, "day".to_owned())),
        "weekly" => Some((end + 1, "week".to_owned())),
        "monthly" => Some((end + 1, "month".to_owned())),
        "hourly" => Some((end + 1, "hour".to_owned())),
        _ => None,
    };
    // "8 cents, from 6 a year earlier": not per year.
    let meaning = |at: usize| time_word(std::iter::once(pieces.lower(at))).map(|row| row.1.meaning);
    let shifted = |end: usize| {
        matches!(meaning(end), Some(TimeWord::Before(_) | TimeWord::After(_)))
            && pieces.lower(end) != "on"
            && matches!(meaning(end - 1), Some(TimeWord::Unit(..)))
    };
    if let Some((end, name)) = found.filter(|(end, _)| !shifted(*end)) {
        unit.per = Some(name);
        unit.pieces.1 = end;
    }
}

/// The unit or noun at `at` and the piece after it.
fn named_per(pieces: &Pieces<'_>, at: usize, slash: bool) -> Option<(usize, String)> {
    let name = pieces.name(table::words(), at);
    let symbol =
        pieces.symbol(table::symbols(), at, false).filter(|_| slash || pieces.form(at).len() > 1);
    let best = match (name, symbol) {
        (Some(a), Some(b)) if b.0 > a.0 => Some(b),
        (Some(a), _) => Some(a),
        (None, b) => b.filter(|_| pieces.lower(at) != "in"),
    };
    if let Some((end, row)) = best {
        return Some((end, row.name.to_owned()));
    }
    if !slash && let Some(many) = per_many(pieces, at) {
        return Some(many);
    }
    let word = pieces.lower(at);
    let one_word = pieces.kind(at) == Some(Shape::Word) && (!slash || pieces.stuck(at));
    match word {
        "annum" => Some((at + 1, "year".to_owned())),
        "diem" => Some((at + 1, "day".to_owned())),
        "head" | "capita" => Some((at + 1, "person".to_owned())),
        _ if one_word && words::word(word).is_none() => Some((at + 1, noun::singular(word))),
        _ => None,
    }
}

/// "12 deaths per *100,000 people*": per so many of something.
fn per_many(pieces: &Pieces<'_>, at: usize) -> Option<(usize, String)> {
    let number = super::number::read(pieces, at)
        .filter(|n| n.form == super::number::Form::Cardinal && n.value > Decimal::ONE)?;
    let value = number.value.normalize();
    if let Some(sized) = per_sized(pieces, &number) {
        return Some(sized);
    }
    // "5.4 litres per 100 km"
    let measure = pieces.name(table::words(), number.end);
    let symbol = pieces.symbol(table::symbols(), number.end, false);
    let measured = measure.or(symbol.filter(|(end, _)| !pieces.stuck(*end)));
    if let Some((end, row)) = measured {
        return Some((end, format!("{value} {}", row.name)));
    }
    let plural = |at: usize| {
        pieces.kind(at) == Some(Shape::Word)
            && noun::is_plural(pieces.lower(at))
            && !is_function_word(pieces.lower(at))
    };
    // "per 1,000 live births"
    let adjective = pieces.kind(number.end) == Some(Shape::Word)
        && !is_function_word(pieces.lower(number.end))
        && !plural(number.end);
    let at = number.end + usize::from(adjective);
    Some(if plural(at) {
        (at + 1, format!("{value} {}", noun::singular(pieces.lower(at))))
    } else {
        (number.end, value.to_string())
    })
}

/// "2,300 dollars per *40-foot box*": per one of a size.
fn per_sized(pieces: &Pieces<'_>, number: &Number) -> Option<(usize, String)> {
    let hyphen = Some(number.end).filter(|&at| pieces.hyphen(at) && pieces.stuck(at))?;
    let (_, row) = pieces.name(table::words(), hyphen + 1).filter(|(end, _)| *end == hyphen + 2)?;
    let thing = pieces.lower(hyphen + 2);
    let noun = pieces.kind(hyphen + 2) == Some(Shape::Word) && !is_function_word(thing);
    let value = number.value.normalize();
    noun.then(|| (hyphen + 3, format!("{value}-{} {}", row.name, noun::singular(thing))))
}

/// Whether the noun at `at` may follow "a" in the sense of per: "40 dollars a *barrel*".
fn is_per_noun(pieces: &Pieces<'_>, at: usize) -> bool {
    context::is(pieces.lower(at), Role::Per)
}
