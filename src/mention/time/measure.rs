//! How long a length is: as ISO 8601, in days and months.

use jiff::civil::Date as Day;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::number::Amount;
use super::resolve::Placed;
use super::shape::Length;
use crate::value::{Grain, Time, add_days, add_months};

/// The time of a length; its quantity is added by the reader of quantities.
pub(super) fn placed(length: &Length) -> Placed {
    let timex = iso(length, true);
    let time =
        Time { edtf: timex.clone(), timex, duration: Some(iso(length, false)), ..Time::default() };
    Placed { time, cell: None }
}

/// ISO 8601; fractions of years and hours in months and minutes when `fold`.
fn iso(length: &Length, fold: bool) -> String {
    let (mut date, mut clock) = (String::new(), String::new());
    for (amount, grain, count) in folded(length, fold) {
        let (letter, times, of_day) = letter(grain);
        let n = match amount {
            Amount::Vague => "X".to_owned(),
            Amount::Exact(n) => {
                let times = Decimal::from(times * i64::from(count));
                n.saturating_mul(times).normalize().to_string()
            }
        };
        let letter = match (amount, grain) {
            (Amount::Vague, Grain::Decade) => "DE",
            (Amount::Vague, Grain::Century) => "CE",
            _ => letter,
        };
        if of_day { &mut clock } else { &mut date }.push_str(&format!("{n}{letter}"));
    }
    if clock.is_empty() { format!("P{date}") } else { format!("P{date}T{clock}") }
}

fn folded(length: &Length, fold: bool) -> Vec<(Amount, Grain, u8)> {
    let mut parts = Vec::new();
    for part in &length.parts {
        let smaller = match part.1 {
            Grain::Year => Some((Grain::Month, 12)),
            Grain::Hour => Some((Grain::Minute, 60)),
            Grain::Minute => Some((Grain::Second, 60)),
            _ => None,
        };
        match (part.0, smaller) {
            (Amount::Exact(n), Some((grain, times))) if fold && !n.fract().is_zero() => {
                if !n.trunc().is_zero() {
                    parts.push((Amount::Exact(n.trunc()), part.1, part.2));
                }
                parts.push((
                    Amount::Exact(n.fract().saturating_mul(Decimal::from(times)).round()),
                    grain,
                    part.2,
                ));
            }
            _ => parts.push(*part),
        }
    }
    parts
}

/// The letter of a unit, how many of it make the unit, and whether it stands after the `T`.
const fn letter(grain: Grain) -> (&'static str, i64, bool) {
    match grain {
        Grain::Second => ("S", 1, true),
        Grain::Minute => ("M", 1, true),
        Grain::Hour => ("H", 1, true),
        Grain::Weekend => ("WE", 1, false),
        Grain::Week => ("W", 1, false),
        Grain::Month | Grain::MonthPart => ("M", 1, false),
        Grain::Quarter => ("Q", 1, false),
        Grain::YearPart => ("M", 6, false),
        Grain::Year => ("Y", 1, false),
        Grain::Decade => ("Y", 10, false),
        Grain::Century => ("Y", 100, false),
        _ => ("D", 1, false),
    }
}

/// `n` units as ISO 8601.
pub(super) fn code(n: i64, grain: Grain) -> String {
    let parts = vec![(Amount::Exact(Decimal::from(n)), grain, 1)];
    iso(&Length { parts, article: false }, true)
}

/// The number of units, when the length has one part and a whole number.
pub(super) fn whole(length: &Length) -> Option<i64> {
    match length.parts.as_slice() {
        [(Amount::Exact(n), _, count)] if n.fract().is_zero() => {
            n.to_i64()?.checked_mul(i64::from(*count))
        }
        _ => None,
    }
}

/// Whether the length is a number of years.
pub(super) fn is_years(length: &Length) -> bool {
    matches!(length.parts.as_slice(), [(_, Grain::Year, _)])
}

/// The length in seconds, when all its units are of the day or below.
pub(super) fn seconds(length: &Length) -> Option<i64> {
    let mut total = Decimal::ZERO;
    for (amount, grain, count) in &length.parts {
        let Amount::Exact(n) = amount else { return None };
        let unit = match grain {
            Grain::Second => 1,
            Grain::Minute => 60,
            Grain::Hour => 3_600,
            Grain::Day => 86_400,
            _ => return None,
        };
        total = total.checked_add(n.checked_mul(Decimal::from(unit * i64::from(*count)))?)?;
    }
    total.to_i64()
}

/// The day so long before or after `day`.
pub(super) fn add(day: Day, length: &Length, sign: i64) -> Option<Day> {
    length.parts.iter().try_fold(day, |day, (amount, grain, count)| {
        let Amount::Exact(n) = amount else { return None };
        let (months, days) = unit_length(*grain);
        let units = n.checked_mul(Decimal::from(*count))?;
        let by = |each: i64| units.checked_mul(Decimal::from(each))?.round().to_i64();
        let day = add_months(day, by(months)?.checked_mul(sign)?)?;
        add_days(day, by(days)?.checked_mul(sign)?)
    })
}

/// Months and days of a unit.
const fn unit_length(grain: Grain) -> (i64, i64) {
    match grain {
        Grain::Day | Grain::DayPart => (0, 1),
        Grain::Week | Grain::Weekend => (0, 7),
        Grain::Month | Grain::MonthPart => (1, 0),
        Grain::Quarter | Grain::Season => (3, 0),
        Grain::YearPart => (6, 0),
        Grain::Year => (12, 0),
        Grain::Decade => (120, 0),
        Grain::Century => (1200, 0),
        _ => (0, 0),
    }
}
