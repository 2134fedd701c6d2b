//! Finds the words that bound a number, and gives the intervals that they denote.

use rust_decimal::Decimal;

use super::lex::{Kind as Shape, Pieces};
use crate::lexicon::bound::{self as table, Hedge};
use crate::lexicon::context::{self, Role};
use crate::value::{Bound, Interval};

/// The longest phrase of the table, in pieces.
const LONGEST: usize = 8;

/// The bound before piece `from`, with the first piece of its phrase. Words that bound nothing
/// ("only", "another") are passed over.
pub(super) fn before(pieces: &Pieces<'_>, from: usize) -> Option<(usize, &'static Hedge)> {
    let (start, hedge) = phrase_before(pieces, from)?;
    if hedge.bound == Bound::Exact {
        return before(pieces, start).or(Some((start, hedge)));
    }
    Some((start, hedge))
}

fn phrase_before(pieces: &Pieces<'_>, from: usize) -> Option<(usize, &'static Hedge)> {
    let from = skip_back(pieces, from);
    let first = from.saturating_sub(LONGEST);
    // Most words begin no bound: their phrase need not be put together.
    let begins = |start: &usize| {
        pieces.hyphen(*start) || table::before().first(pieces.lower(*start)).is_some()
    };
    (first..from).filter(begins).find_map(|start| {
        let hedge = crate::lexicon::find(table::before(), &pieces.phrase(start, from))?;
        allowed(pieces, start, from).then_some((start, hedge))
    })
}

/// Past "another" and articles between the bound and the number ("at least *another* 12").
fn skip_back(pieces: &Pieces<'_>, from: usize) -> usize {
    let mut at = from;
    while at > 0 && context::is(pieces.lower(at - 1), Role::Passed) {
        at -= 1;
    }
    at
}

/// Whether the phrase may be a bound at this place: no part of a longer word, "some" not before
/// one, "over" not of "hand over", "c" only with its point.
fn allowed(pieces: &Pieces<'_>, start: usize, end: usize) -> bool {
    let glued = start > 0 && pieces.stuck(start) && pieces.hyphen(start - 1);
    // "the Model Max 8" has a name, no bound.
    let named = start > 0 && pieces.capital(start) && matches!(pieces.lower(start), "max" | "min");
    // "handed *over* 307 prisoners"
    let particle = start > 0
        && pieces.lower(start) == "over"
        && end == start + 1
        && context::is(pieces.lower(start - 1), Role::Over);
    // "4-under 67" in golf.
    let inner = pieces.hyphen(start) && pieces.stuck(start) && start > 0;
    // "ticked up to 4%": "up" goes with the verb.
    let rising = start > 0
        && pieces.lower(start) == "up"
        && context::is(pieces.lower(start - 1), Role::Rise);
    !rising
        && !glued
        && !inner
        && !named
        && !particle
        && (pieces.lower(start) != "some" || pieces.lower(end) != "one")
}

/// The bound after piece `end` ("or more", "+"), with the piece after it. `noun` when the noun has
/// been read: then "plus" is no bound.
pub(super) fn after(
    pieces: &Pieces<'_>,
    end: usize,
    noun: bool,
) -> Option<(usize, &'static Hedge)> {
    let (next, hedge) = pieces.longest(table::after(), end)?;
    let glued = pieces.stuck(next) && !matches!(pieces.kind(next), Some(Shape::Symbol));
    let first = pieces.lower(end);
    let hyphen = pieces.hyphen(end);
    // "and below 5" bounds what follows.
    let goes_on = first == "and" && matches!(pieces.kind(next), Some(Shape::Digits))
        || matches!(first, "and" | "or")
            && crate::lexicon::number::word(pieces.lower(next)).is_some()
        || matches!(first, "and" | "or") && matches!(pieces.lower(next), "a" | "or" | "equal");
    let odd = matches!(pieces.lower(next - 1), "odd" | "ish" | "some");
    let good = match first {
        "+" => pieces.stuck(end),
        "plus" => {
            let sum = pieces.kind(next) == Some(Shape::Digits)
                || matches!(pieces.form(next), "$" | "€" | "£" | "¥");
            // "the Quill 3 *Plus*"
            !noun && !sum && pieces.form(end) != "Plus"
        }
        _ if goes_on => false,
        _ if odd => hyphen || pieces.stuck(end),
        "-" => pieces.stuck(end) && !noun,
        _ => true,
    };
    let than = pieces.lower(next) == "than";
    // "200 or more than" is a bound of 200, "200 or more than 190" is none.
    let empty = than && !matches!(pieces.kind(next + 1), Some(Shape::Digits | Shape::Word));
    (good && !glued && (!than || empty)).then_some((next + usize::from(empty), hedge))
}

/// The strict and the plausible interval of `value` under a hedge. `floor` is 0 for what cannot be
/// negative.
pub(super) fn intervals(
    value: Decimal,
    hedge: &Hedge,
    step: Option<Decimal>,
    floor: Option<Decimal>,
) -> (Interval<Decimal>, Interval<Decimal>) {
    let interval = |factors: (Option<Decimal>, Option<Decimal>)| {
        let end = |factor: Option<Decimal>, is_low: bool| match factor {
            Some(factor) if factor.is_zero() => floor,
            Some(factor) => Some(scaled(value, factor, step, is_low)),
            None => None,
        };
        let (low, high) = (end(factors.0, true), end(factors.1, false));
        let (low_open, high_open) = open(hedge, factors);
        ordered(Interval { low, high, low_open, high_open })
    };
    (interval(hedge.strict), interval(hedge.plausible))
}

/// Which ends are left out: the number itself under "more than", "less than" and "nearly".
fn open(hedge: &Hedge, factors: (Option<Decimal>, Option<Decimal>)) -> (bool, bool) {
    let one = Some(Decimal::ONE);
    match hedge.bound {
        Bound::MoreThan => (factors.0 == one, false),
        Bound::LessThan => (false, factors.1 == one),
        Bound::Approx => (false, factors.1 == one),
        _ => (false, false),
    }
}

/// `value × factor`, at least a whole step away where the number was counted in ones: "about 5"
/// may be 4.
fn scaled(value: Decimal, factor: Decimal, step: Option<Decimal>, is_low: bool) -> Decimal {
    if factor == Decimal::ONE {
        return value;
    }
    let product = value.checked_mul(factor).unwrap_or(value);
    let least = step.unwrap_or(if value.is_integer() { Decimal::ONE } else { Decimal::ZERO });
    let away = |by: Decimal| if is_low { value.checked_sub(by) } else { value.checked_add(by) };
    if product.saturating_sub(value).abs() >= least {
        product
    } else {
        away(least).unwrap_or(product)
    }
}

/// A negative number turns its factors round.
fn ordered(interval: Interval<Decimal>) -> Interval<Decimal> {
    match (interval.low, interval.high) {
        (Some(low), Some(high)) if low > high => Interval {
            low: Some(high),
            high: Some(low),
            low_open: interval.high_open,
            high_open: interval.low_open,
        },
        // Nothing lies within ends that meet and are left out, and it would not even equal itself.
        (Some(low), Some(high)) if low == high => Interval::point(low),
        _ => interval,
    }
}

/// What "1.2 million" may have been rounded from: half a step to each side, at most a tenth of the
/// value, as nobody calls 1.4 million "1 million".
pub(super) fn rounded(value: Decimal, step: Option<Decimal>) -> Interval<Decimal> {
    let Some(step) = step else { return Interval::point(value) };
    let part = |whole: Decimal, tenths: i64| whole.saturating_mul(Decimal::new(tenths, 1));
    let half = part(step, 5).min(part(value.abs(), 1));
    match (value.checked_sub(half), value.checked_add(half)) {
        (Some(low), Some(high)) => Interval::closed(low, high),
        _ => Interval::point(value),
    }
}
