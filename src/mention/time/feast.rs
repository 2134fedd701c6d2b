//! What a feast says beyond the day on which it begins.

use super::resolve::Placed;
use super::shape::Name;
use crate::value::{Feast, Fields, Grain, Interval, Period, add_days};

/// The time of a feast from its first day: all its days, and that the day may be another one where
/// it is found by watching the moon.
pub(super) fn lasting(name: Name, mut placed: Placed) -> Placed {
    let (Name::Feast(feast, days), Some(cell)) = (name, placed.cell) else { return placed };
    if feast.is_uncertain() {
        placed.time.slack = 1;
    }
    match through(feast, days, cell) {
        Some(last) if last != cell.first() => spread(placed, cell, last),
        _ => placed,
    }
}

/// The last day of a feast that begins on `cell`.
fn through(feast: Feast, days: u8, cell: Period) -> Option<jiff::civil::Date> {
    let listed = feast.days(cell.first().year()).unwrap_or(1).max(days);
    add_days(cell.first(), i64::from(listed) - 1)
}

fn spread(mut placed: Placed, cell: Period, last: jiff::civil::Date) -> Placed {
    let first = cell.first();
    placed.time.extent = Some(Interval::closed(first.at(0, 0, 0, 0), last.at(23, 59, 59, 0)));
    placed.time.grain = Grain::Week;
    placed.time.edtf = format!("{first}/{last}");
    placed.time.timex.clone_from(&placed.time.edtf);
    placed.time.fields = Fields::default();
    placed
}
