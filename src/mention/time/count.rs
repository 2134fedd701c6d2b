//! Counts cells of the calendar within a longer one.

use crate::value::{Grain, Period, add_days, nearest_weekday};

pub(super) fn nth_cell(n: i64, grain: Grain, whole: Period) -> Option<Period> {
    let cell = if n > 0 {
        // The first week of a month is the one that holds its first Thursday, as in ISO 8601.
        let first = if grain == Grain::Week { add_days(whole.first(), 3)? } else { whole.first() };
        let start = Period::of(grain, first);
        let start = if start.first() < whole.first() && grain == Grain::Weekend {
            start.shift(1)?
        } else {
            start
        };
        start.shift(n - 1)?
    } else {
        // The last week, as the first one, is the last of which most days lie within.
        let end = if grain == Grain::Week { add_days(whole.last(), -3)? } else { whole.last() };
        let last = Period::of(grain, end);
        let last = if last.last() > whole.last() && grain == Grain::Weekend {
            last.shift(-1)?
        } else {
            last
        };
        last.shift(n + 1)?
    };
    (cell.first() <= whole.last() && cell.last() >= whole.first()).then_some(cell)
}

pub(super) fn nth_weekday(n: i64, day: i8, whole: Period) -> Option<Period> {
    let weekday = jiff::civil::Weekday::from_monday_one_offset(day).ok()?;
    let day = if n > 0 {
        add_days(nearest_weekday(whole.first(), weekday, true)?, 7 * (n - 1))?
    } else {
        add_days(nearest_weekday(whole.last(), weekday, false)?, 7 * (n + 1))?
    };
    (day <= whole.last() && day >= whole.first()).then(|| Period::of(Grain::Day, day))
}
