//! Reads fractions and powers.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::bound;
use super::digits;
use super::lex::{Kind as Shape, Pieces};
use super::number::{Form, Number};
use crate::lexicon::context::{self, Role};
use crate::lexicon::number::{self, Kind};

/// The value of a character such as "½".
pub(super) fn vulgar(form: &str) -> Option<Decimal> {
    let (above, below) = match form {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    };
    Decimal::from(above).checked_div(Decimal::from(below))
}

/// "3/4", "10 1/2", "10-1/2", "10½", "1 over three" after the digits `number` at `at`.
pub(super) fn in_digits(pieces: &Pieces<'_>, at: usize, number: Number) -> Option<Number> {
    let next = number.end;
    if let Some(part) = vulgar(pieces.form(next)) {
        let value = number.value.checked_add(part)?;
        return Some(Number { value, end: next + 1, ..number });
    }
    if let Some((value, end)) =
        slashed(pieces, at).filter(|found| !two_of_unit(pieces, at, found.1))
    {
        return Some(Number { value, end, ..number }.of(Form::Fraction));
    }
    let and = pieces.lower(next) == "and" && pieces.lower(next + 4) != "of";
    let mixed = next + usize::from(and || pieces.hyphen(next) && pieces.stuck(next));
    if let Some((part, end)) = slashed(pieces, mixed).filter(|(part, _)| *part < Decimal::ONE) {
        let value = number.value.checked_add(part)?;
        return number.value.is_integer().then_some(Number { value, end, ..number });
    }
    over(pieces, number)
}

/// "1 over three", "one over twenty".
pub(super) fn over(pieces: &Pieces<'_>, number: Number) -> Option<Number> {
    let below = (pieces.lower(number.end) == "over").then(|| number.end + 1)?;
    let other = super::number::read(pieces, below).filter(|n| n.form == Form::Cardinal)?;
    let clause_ends = pieces.kind(other.end) != Some(Shape::Word)
        && !pieces.hyphen(other.end)
        && pieces.form(other.end) != "%";
    let fits = clause_ends && other.value.is_integer() && number.value < other.value;
    let value = fits.then(|| number.value.checked_div(other.value))??;
    Some(Number { value, end: other.end, ..number }.of(Form::Fraction))
}

/// The value of "3/4" at `at` and the piece after it; none for dates and for what is no fraction
/// that people print.
pub(super) fn slashed(pieces: &Pieces<'_>, at: usize) -> Option<(Decimal, usize)> {
    let is_slash = |i: usize| matches!(pieces.form(i), "/" | "⁄") && pieces.stuck(i);
    if !is_slash(at + 1) || !pieces.stuck(at + 2) || is_slash(at + 3) {
        return None;
    }
    let above = digits::parse(pieces.form(at)).filter(Decimal::is_integer)?;
    let below = digits::parse(pieces.form(at + 2)).filter(Decimal::is_integer)?;
    if let Some(value) = run_together(above, below) {
        return Some((value, at + 3));
    }
    let usual = [2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100].contains(&below.to_u64().unwrap_or(0));
    (usual || above < below).then(|| above.checked_div(below))?.map(|value| (value, at + 3))
}

/// "50/60 Hz", "110/220 V": two values of one unit, and no part of one.
fn two_of_unit(pieces: &Pieces<'_>, at: usize, end: usize) -> bool {
    let two = |at: usize| pieces.form(at).len() > 1;
    let round = pieces.form(at).ends_with('0') && pieces.form(at + 2).ends_with('0');
    let number = Number { digits: true, ..Number::cardinal(Decimal::ONE, end) };
    two(at)
        && round
        && super::unit::after(pieces, &number).is_some_and(|unit| unit.measure.is_some())
}

/// "41/2" for 4 1/2, as wires print it: the last digit is above the line, the rest is whole.
fn run_together(above: Decimal, below: Decimal) -> Option<Decimal> {
    let (above, below) = (above.to_u64()?, below.to_u64()?);
    let (whole, part) = (above / 10, above % 10);
    let printed = matches!(below, 2 | 3 | 4 | 8) && (1..below).contains(&part) && whole > 0;
    let part = Decimal::from(part).checked_div(Decimal::from(below))?;
    let value = Decimal::from(whole).checked_add(part)?;
    printed.then_some(value)
}

/// "1e-3", "1.99×10−30", "8x2^10", "10^5".
pub(super) fn exponent(pieces: &Pieces<'_>, number: Number) -> Option<Number> {
    let next = number.end;
    if !pieces.stuck(next) {
        return None;
    }
    if let Some((power, end)) = superscript(pieces, next) {
        return times_power(Number { value: Decimal::ONE, ..number }, number.value, power, end)
            .filter(|_| number.value == Decimal::TEN);
    }
    let (base, at) = match pieces.lower(next) {
        "e" => (Decimal::TEN, next + 1),
        "×" | "x" | "*" if pieces.kind(next + 1) == Some(Shape::Digits) => {
            let base = digits::parse(pieces.form(next + 1))?;
            let sign = pieces.hyphen(next + 2) && base == Decimal::TEN;
            (base, if pieces.form(next + 2) == "^" || sign { next + 2 } else { return None })
        }
        "^" => {
            let (power, end) = power(pieces, next)?;
            return times_power(Number { value: Decimal::ONE, ..number }, number.value, power, end);
        }
        _ => return None,
    };
    let (power, end) = power(pieces, at)?;
    times_power(number, base, power, end)
}

/// The exponent in raised digits at `at`: "⁶", "⁻³".
fn superscript(pieces: &Pieces<'_>, at: usize) -> Option<(i32, usize)> {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let raised = |at: usize| {
        let mut chars = pieces.form(at).chars();
        let digit = chars.next().and_then(|c| RAISED.iter().position(|raised| *raised == c))?;
        (chars.next().is_none() && pieces.stuck(at)).then_some(i32::try_from(digit).ok()?)
    };
    let minus = pieces.form(at) == "⁻";
    let start = at + usize::from(minus);
    let mut power = raised(start)?;
    let mut end = start + 1;
    while let Some(digit) = raised(end) {
        power = power.checked_mul(10)?.checked_add(digit)?;
        end += 1;
    }
    (power <= 28).then_some((if minus { -power } else { power }, end))
}

/// The exponent at `at`, past "^" and a sign, and the piece after it.
fn power(pieces: &Pieces<'_>, at: usize) -> Option<(i32, usize)> {
    let at = at + usize::from(pieces.form(at) == "^");
    let minus = pieces.hyphen(at);
    let at = at + usize::from(minus || pieces.form(at) == "+");
    let power: i32 =
        pieces.form(at).parse().ok().filter(|n: &i32| (0..=28).contains(n) || minus && *n <= 28)?;
    pieces.stuck(at).then_some((if minus { -power } else { power }, at + 1))
}

fn times_power(number: Number, base: Decimal, power: i32, end: usize) -> Option<Number> {
    let mut value = number.value;
    for _ in 0..power.unsigned_abs() {
        value = if power < 0 { value.checked_div(base)? } else { value.checked_mul(base)? };
    }
    (!value.is_zero() || number.value.is_zero()).then_some(Number {
        value: value.normalize(),
        end,
        digits: true,
        ..number
    })
}

/// "two thirds", "one-fifth", "half", "a quarter", "three twenty-firsts". After "and"
/// (`mixed`) also bare "quarter".
pub(super) fn in_words(pieces: &Pieces<'_>, at: usize, mixed: bool) -> Option<Number> {
    let (above, article, next) = numerator(pieces, at)?;
    // "one - fourth", as tokenizers print it.
    let spaced = next > at && !article && pieces.form(next) == "-" && !pieces.stuck(next + 1);
    let hyphen = pieces.hyphen(next) && pieces.stuck(next) || spaced;
    let next = if hyphen { next + 1 } else { next };
    let (below, end) = denominator(pieces, next, above, article)?;
    let bare = next == at;
    let quarters = pieces.lower(end - 1) == "quarters" && !pieces.hyphen(end - 2);
    if quarters && !mixed && (above == 2 || !stands_alone(pieces, at, end, true)) {
        return None;
    }
    if !mixed && (bare || article) && !stands_alone(pieces, at, end, article) {
        return None;
    }
    let value = Decimal::from(above).checked_div(Decimal::from(below))?;
    Some(Number::cardinal(value, end).of(Form::Fraction))
}

/// The number above the line, whether it is an article, and the piece after it.
fn numerator(pieces: &Pieces<'_>, at: usize) -> Option<(u64, bool, usize)> {
    match (pieces.lower(at), number::word(pieces.lower(at))) {
        ("a" | "an", _) => Some((1, true, at + 1)),
        (_, Some((Kind::Denominator, 2 | 4))) => Some((1, false, at)),
        (_, Some((Kind::Digit | Kind::Teen, value))) if value > 0 => Some((value, false, at + 1)),
        (_, Some((Kind::Tens, tens))) => {
            let unit = at + 1 + usize::from(pieces.hyphen(at + 1));
            match number::word(pieces.lower(unit)) {
                Some((Kind::Digit, digit)) => Some((tens + digit, false, unit + 1)),
                _ => Some((tens, false, at + 1)),
            }
        }
        _ => None,
    }
}

/// The long cardinal `number` over a plural that follows it ("one hundred and six *fifths*").
pub(super) fn over_plural(pieces: &Pieces<'_>, number: Number) -> Option<Number> {
    let at = number.end + usize::from(pieces.hyphen(number.end) && pieces.stuck(number.end));
    let below = match number::word(pieces.lower(at))? {
        (Kind::Denominator, value) if value > 1 && value != 4 => (value, at + 1),
        (Kind::Tens, tens) => {
            let unit = at + 1 + usize::from(pieces.hyphen(at + 1));
            match number::word(pieces.lower(unit))? {
                (Kind::Denominator, digit) if digit < 10 => (tens + digit, unit + 1),
                _ => return None,
            }
        }
        _ => return None,
    };
    let (below, end) = below;
    let value = number.value.checked_div(Decimal::from(below))?;
    Some(Number { value, end, ..number }.of(Form::Fraction))
}

/// The number below the line and the piece after it.
fn denominator(pieces: &Pieces<'_>, at: usize, above: u64, article: bool) -> Option<(u64, usize)> {
    match number::word(pieces.lower(at))? {
        (Kind::Denominator, value) if value > 1 => Some((value, at + 1)),
        (Kind::Ordinal, value) if above == 1 && value > 2 && !article => Some((value, at + 1)),
        (Kind::Ordinal, value) if article && (matches!(value, 3..=10) || value >= 100) => {
            Some((value, at + 1))
        }
        (Kind::Tens, tens) => {
            let unit = at + 1 + usize::from(pieces.hyphen(at + 1));
            match number::word(pieces.lower(unit))? {
                (Kind::Denominator, digit) if digit < 10 => Some((tens + digit, unit + 1)),
                (Kind::Ordinal, digit) if digit < 10 && above == 1 => {
                    Some((tens + digit, unit + 1))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether "a third", "half", "a quarter" is a part here, and no ordinal, period or coin: "of",
/// "the", "a" or a scale follows, or "half" with a bound word before it.
fn stands_alone(pieces: &Pieces<'_>, at: usize, end: usize, article: bool) -> bool {
    let next = pieces.lower(end);
    let hyphen = pieces.hyphen(end) && pieces.stuck(end);
    if at > 0 && context::is(pieces.lower(at - 1), Role::Half) {
        return false;
    }
    let scale = |word: &str| {
        matches!(number::word(word), Some((Kind::Hundred | Kind::Scale | Kind::Group, _)))
    };
    let half = pieces.lower(end - 1) == "half";
    let determined = matches!(
        next,
        "a" | "an"
            | "the"
            | "my"
            | "his"
            | "her"
            | "its"
            | "our"
            | "their"
            | "your"
            | "that"
            | "this"
            | "those"
            | "these"
    );
    match next {
        "of" => true,
        // "a third less than last year"
        "fewer" | "less" | "more" => article && matches!(pieces.lower(end + 1), "than" | "likely"),
        // "a tenth smaller"
        _ if article && context::is(next, Role::Compared) => true,
        _ if scale(next) || hyphen && scale(pieces.lower(end + 1)) => true,
        _ if half && !article => {
            determined
                || leads(pieces, at)
                || at == 0 && end < pieces.all.len() && !hyphen && next != "time"
        }
        _ => leads(pieces, at) || end == pieces.all.len() || is_change(pieces, at, end),
    }
}

/// "are up *a third* since 2020": not "came up a third time".
fn is_change(pieces: &Pieces<'_>, at: usize, end: usize) -> bool {
    let moved = at > 0 && matches!(pieces.lower(at - 1), "up" | "down");
    let follows = matches!(pieces.lower(end), "since" | "from" | "on" | "in" | "over" | "to");
    moved && (pieces.kind(end) != Some(Shape::Word) || follows)
}

/// Whether what stands before piece `at` asks for an amount: a bound, or "by" after a change.
fn leads(pieces: &Pieces<'_>, at: usize) -> bool {
    bound::before(pieces, at).is_some() || at > 0 && pieces.lower(at - 1) == "by"
}

/// Whether the word at `at`, after a number word of kind `last`, begins a denominator ("three
/// *twenty-firsts*"), so that the number above the line ends before it.
pub(super) fn denominator_ahead(pieces: &Pieces<'_>, at: usize, last: Option<Kind>) -> bool {
    let Some((Kind::Tens, _)) = number::word(pieces.lower(at)) else { return false };
    let unit = at + 1 + usize::from(pieces.hyphen(at + 1));
    !matches!(last, Some(Kind::Scale))
        && matches!(number::word(pieces.lower(unit)), Some((Kind::Denominator, _)))
}
