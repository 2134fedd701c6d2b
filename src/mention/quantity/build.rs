//! Makes values of what has been read.

use rust_decimal::Decimal;

use super::Found;
use super::amount::Amount;
use super::bound;
use super::lex::Pieces;
use super::number::Form;
use super::range::Join;
use super::unit::Unit;
use crate::lexicon::bound::Hedge;
use crate::text::Span;
use crate::value::{Bound, Dimension, Interval, Measure, Quantity};

/// The parts of a quantity, in pieces.
#[derive(Debug, Clone)]
pub(super) struct Parts {
    /// The first piece: of the bound words or the amount.
    pub(super) start: usize,
    /// The first or only amount.
    pub(super) amount: Amount,
    /// How the second amount goes on the first.
    pub(super) how: Option<Join>,
    /// The second amount.
    pub(super) second: Option<Amount>,
    /// A second bound with its number ("and as many as 20").
    pub(super) opposite: Option<(&'static Hedge, Amount)>,
    /// The unit of both.
    pub(super) unit: Option<Unit>,
    /// Whether the unit is not written with this number.
    pub(super) implied: bool,
    /// The bound.
    pub(super) hedge: Option<&'static Hedge>,
    /// The whole that it is a part of.
    pub(super) whole: Option<Amount>,
    /// Whether "of" stands before what it counts.
    pub(super) of: bool,
    /// Whether it is an ordinal.
    pub(super) ordinal: bool,
    /// Whether it only makes a kind ("two-way") and counts nothing.
    pub(super) kind_only: bool,
    /// The piece after it.
    pub(super) end: usize,
}

impl Parts {
    pub(super) fn new(amount: Amount) -> Self {
        Self {
            start: amount.from,
            end: amount.end,
            unit: amount.unit.clone(),
            amount,
            how: None,
            second: None,
            opposite: None,
            implied: false,
            hedge: None,
            whole: None,
            of: false,
            ordinal: false,
            kind_only: false,
        }
    }

    /// Adds the second amount of a range.
    pub(super) fn join(&mut self, how: Join, second: Amount) {
        self.end = second.end;
        let own = self.unit.take();
        self.unit = match (own, second.unit.clone()) {
            (Some(a), Some(b)) if a.per.is_some() && b.per.is_none() => Some(a),
            (a, b) => b.or(a),
        };
        if how == Join::Exchange {
            self.amount.number.1 = second.number.1;
        } else {
            self.second = Some(second);
        }
        self.how = Some(how);
    }

    /// "2010-15", "from 1999 to 2003": two years without a unit.
    pub(super) fn is_years(&self, pieces: &Pieces<'_>) -> bool {
        let year = |amount: &Amount| {
            let form = pieces.form(amount.number.0);
            form.len() == 4
                && form.starts_with(['1', '2'])
                && form.bytes().all(|b| b.is_ascii_digit())
                && (Decimal::from(1600)..Decimal::from(2100)).contains(&amount.value.value)
        };
        self.unit.is_none()
            && year(&self.amount)
            && self
                .second
                .as_ref()
                .is_some_and(|second| year(second) || second.value.value < Decimal::ONE_HUNDRED)
    }
}

/// The quantity that the parts make.
pub(super) fn found(pieces: &Pieces<'_>, parts: &Parts) -> Found {
    let number = number_span(pieces, parts);
    let unit =
        parts.unit.as_ref().filter(|_| !parts.implied).map(|u| pieces.span(u.pieces.0, u.pieces.1));
    let money = parts.unit.as_ref().is_some_and(|unit| unit.money);
    let span = pieces.span(parts.start, parts.end).cover(number);
    let span = unit.map_or(span, |unit| span.cover(unit));
    let mut value = quantity(parts);
    span.of(pieces.text).clone_into(&mut value.text);
    whole_clock(&mut value);
    Found { span, number, unit, value, hedge: parts.hedge, money }
}

/// Lengths of time in parts of an hour or minute are given in the next smaller unit when they are
/// whole there, as clocks do: "an hour and a half" and "90 minutes" are one value.
fn whole_clock(value: &mut Quantity) {
    let smaller = match value.unit.as_deref() {
        Some("hour") => "minute",
        Some("minute") => "second",
        _ => return,
    };
    let sixty = Decimal::from(60);
    let whole = |n: &Decimal| {
        n.is_integer() || n.checked_mul(sixty).is_some_and(|n| n.normalize().scale() == 0)
    };
    let broken = value.printed.iter().any(|n| !n.is_integer()) && value.printed.iter().all(whole);
    if !broken || value.age || value.per.is_some() {
        return;
    }
    let times = |end: Option<Decimal>| end.and_then(|n| n.checked_mul(sixty));
    for interval in [&mut value.strict, &mut value.plausible] {
        (interval.low, interval.high) = (times(interval.low), times(interval.high));
    }
    value.printed = value.printed.iter().filter_map(|n| n.checked_mul(sixty)).collect();
    value.measure = crate::lexicon::unit::words().find(smaller).and_then(|row| row.measure);
    value.unit = Some(smaller.to_owned());
}

fn number_span(pieces: &Pieces<'_>, parts: &Parts) -> Span {
    let first = pieces.span(parts.amount.number.0, parts.amount.number.1);
    let second = parts.second.as_ref().or(parts.opposite.as_ref().map(|(_, other)| other));
    second.map_or(first, |second| first.cover(pieces.span(second.number.0, second.number.1)))
}

fn quantity(parts: &Parts) -> Quantity {
    let (printed, bound, strict, plausible) = possibilities(parts);
    let unit = parts.unit.as_ref();
    let fraction = parts.amount.value.form == Form::Fraction;
    let share = fraction && unit.is_none();
    let per = match parts.how {
        Some(Join::Exchange) => Some("side".to_owned()),
        _ => unit.and_then(|u| u.per.clone()),
    };
    let name = match parts.how {
        Some(Join::Score) => Some("score".to_owned()),
        Some(Join::Ratio) => Some("ratio".to_owned()),
        _ => unit.map(|u| u.name.clone()).filter(|name| !name.is_empty()),
    };
    let whole = parts.whole.as_ref().map(|whole| {
        let value = whole.value.value;
        Box::new(Quantity { unit: name.clone(), ..Quantity::exact(value) })
    });
    Quantity {
        text: String::new(),
        printed,
        bound,
        strict,
        plausible,
        unit: name,
        measure: unit.and_then(|u| u.measure).or(share.then(|| Measure::base(Dimension::Share))),
        modifiers: unit.map(|u| u.modifiers.clone()).unwrap_or_default(),
        per,
        ordinal: parts.ordinal,
        age: unit.is_some_and(|u| u.age),
        whole,
        change: parts.how == Some(Join::Change),
    }
}

type Possibilities = (Vec<Decimal>, Bound, Interval<Decimal>, Interval<Decimal>);

fn possibilities(parts: &Parts) -> Possibilities {
    let first = &parts.amount.value;
    if let Form::Vague(low, high) = first.form {
        let ten = first.value.checked_mul(Decimal::TEN).unwrap_or(high);
        let plausible = Interval::closed(low, high.min(ten));
        return (vec![first.value, ten], Bound::Range, Interval::closed(low, high), plausible);
    }
    if let Some((hedge, other)) = &parts.opposite {
        return between(parts, hedge, other);
    }
    match (&parts.second, parts.how) {
        (Some(second), Some(Join::Score | Join::Ratio)) => {
            let (a, b) = (first.value, second.value.value);
            let ends = Interval::closed(a.min(b), a.max(b));
            (vec![a, b], Bound::Range, ends, ends)
        }
        (Some(second), _) => {
            let (a, b) = (first.value, second.value.value);
            let ends = Interval::closed(a.min(b), a.max(b));
            let below_zero = a.is_sign_negative() && b < a;
            let printed = if below_zero { vec![b, a] } else { vec![a, b] };
            (printed, Bound::Range, ends, ends)
        }
        (None, _) => single(parts),
    }
}

fn single(parts: &Parts) -> Possibilities {
    let number = &parts.amount.value;
    let value = number.value;
    let exact = bound::rounded(value, number.step.filter(|_| number.scale > Decimal::ONE));
    let Some(hedge) = parts.hedge.filter(|hedge| hedge.bound != Bound::Exact) else {
        return (vec![value], Bound::Exact, exact, exact);
    };
    let floor = if may_be_negative(parts) { None } else { Some(Decimal::ZERO) };
    let (strict, plausible) = bound::intervals(value, hedge, number.step, floor);
    (vec![value], hedge.bound, strict, plausible)
}

fn may_be_negative(parts: &Parts) -> bool {
    let measure = parts.unit.as_ref().and_then(|u| u.measure);
    parts.amount.value.value.is_sign_negative()
        || measure.is_some_and(|m| m.dimension == Dimension::Temperature)
}

/// Between a lower and an upper bound.
fn between(parts: &Parts, second: &Hedge, other: &Amount) -> Possibilities {
    let (a, b) = (parts.amount.value.value, other.value.value);
    let first = parts.hedge.map_or(Bound::Exact, |hedge| hedge.bound);
    let open = |bound: Bound| matches!(bound, Bound::MoreThan | Bound::LessThan);
    let (low_open, high_open) =
        if a < b { (open(first), open(second.bound)) } else { (open(second.bound), open(first)) };
    let ends = Interval { low: Some(a.min(b)), high: Some(a.max(b)), low_open, high_open };
    (vec![a.min(b), a.max(b)], Bound::Range, ends, ends)
}
