//! Places times counted from now, and stretches that have one end in another time.

use jiff::civil::{Date as Day, Weekday};

use super::anchor::{Anchor, Tense};
use super::count::nth_weekday;
use super::measure as length;
use super::resolve::{Placed, days, in_year, placed};
use super::shape::{Length, Name, Shape};
use super::unplaced::unplaced_name;
use crate::lexicon::time::Which;
use crate::value::{Grain, Instant, Interval, Period, Time, add_days, add_months, nearest_weekday};

impl Anchor {
    pub(super) fn cell_at(&self, n: i64, grain: Grain) -> Option<Period> {
        Period::of(grain, self.today()?).shift(n)
    }

    /// The `n`th cell of that name after now, or before it when `n` is negative.
    pub(super) fn count(&self, n: i64, name: Name) -> Option<Period> {
        let today = self.today()?;
        let (ahead, more) = (n > 0, n.checked_abs()?.checked_sub(1)?);
        if let Name::Weekday(day) = name {
            let weekday = Weekday::from_monday_one_offset(day).ok()?;
            let next = nearest_weekday(add_days(today, n.signum())?, weekday, ahead)?;
            let day = add_days(next, n.signum().checked_mul(7)?.checked_mul(more)?)?;
            return Some(Period::of(Grain::Day, day));
        }
        let years = more.min(100) + 2;
        let cells = (-years..=years).filter_map(|by| {
            let year = i64::from(today.year()).checked_add(by)?;
            in_year(name, i16::try_from(year).ok()?)
        });
        let more = usize::try_from(more).ok()?;
        if ahead {
            cells.filter(|cell| cell.first() > today).nth(more)
        } else {
            cells.filter(|cell| cell.last() < today).collect::<Vec<_>>().into_iter().rev().nth(more)
        }
    }

    /// "next Friday", said on a Wednesday: some mean the day after tomorrow, more the one of the
    /// week after.
    pub(super) fn next_day(&self, day: i8) -> Placed {
        let name = Name::Weekday(day);
        let later = self.cell_at(1, Grain::Week).and_then(|week| nth_weekday(1, day, week));
        let coming = self.count(1, name).filter(|coming| Some(*coming) != later);
        let mut next = placed(later, || unplaced_name(name));
        next.time.others =
            coming.map(|day| placed(Some(day), Time::default).time).into_iter().collect();
        next
    }

    /// The weekday next to a day, after it or before it.
    pub(super) fn beside(&self, weekday: i8, sign: i64, day: &Shape) -> Placed {
        let found = self.place(day).cell.and_then(|cell| {
            let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
            let day = if sign > 0 { cell.last() } else { cell.first() };
            let day = nearest_weekday(add_days(day, sign)?, weekday, sign > 0)?;
            Some(Period::of(Grain::Day, day))
        });
        placed(found, || unplaced_name(Name::Weekday(weekday)))
    }

    /// A day that is said to be a weekday: of the years or months in which it is, the nearest.
    pub(super) fn on(&self, weekday: i8, name: Name) -> Placed {
        let day = Weekday::from_monday_one_offset(weekday).ok();
        let fits = |cell: &Period| Some(cell.first().weekday()) == day;
        let usual = self.pick(name);
        let found = usual
            .filter(fits)
            .or_else(|| self.nearest_on(name, self.tense, fits))
            .or_else(|| self.nearest_on(name, Tense::Open, fits))
            .or(usual);
        placed(found, || {
            let mut time = unplaced_name(name);
            time.fields.weekday = day;
            time
        })
    }

    fn nearest_on(
        &self,
        name: Name,
        tense: Tense,
        fits: impl Fn(&Period) -> bool,
    ) -> Option<Period> {
        let today = self.reference()?;
        let cells = match name {
            Name::DayOfMonth(day) => months_around(today, day),
            name => self.options(name, today).into_iter().flatten().collect(),
        };
        let ahead = |cell: &Period| match tense {
            Tense::Past => cell.first() <= today,
            Tense::Future => cell.first() >= today,
            Tense::Open | Tense::Present => true,
        };
        let away = |cell: &Period| (cell.first() - today).get_days().abs();
        cells.into_iter().filter(|cell| fits(cell) && ahead(cell)).min_by_key(away)
    }

    /// From a start on: whole days, or by the clock.
    pub(super) fn lasting(&self, start: &Shape, length: &Length) -> Placed {
        let mut placed = self.place(start);
        let timex = length::placed(length).time.timex;
        placed.time.timex = format!("{}/{timex}", placed.time.timex);
        let whole = length.parts.iter().all(|part| part.1 >= Grain::Day);
        let ends = match (whole, placed.time.extent.and_then(|extent| extent.low)) {
            (_, None) => None,
            (true, Some(low)) if placed.time.grain >= Grain::Day => {
                let last = length::add(low.date(), length, 1).and_then(|day| add_days(day, -1));
                last.map(|last| days(low.date(), last))
            }
            (_, Some(low)) => length::seconds(length).and_then(|seconds| from_to(low, seconds)),
        };
        match ends {
            Some(ends) => set_ends(&mut placed.time, ends, whole),
            None => placed.time.edtf.clone_from(&placed.time.timex),
        }
        placed
    }

    /// "within two weeks": from now to then.
    pub(super) fn within(&self, shape: &Shape, time: &mut Time) {
        let (Shape::Length(length) | Shape::Stretch(length, Which::Next), Some(now)) =
            (shape, self.now)
        else {
            return;
        };
        let whole = length.parts.iter().all(|part| part.1 >= Grain::Day);
        let ends = match (whole, length::seconds(length).filter(|_| self.timed)) {
            (true, _) => length::add(now.date(), length, 1).map(|last| days(now.date(), last)),
            (_, Some(seconds)) => from_to(now, seconds),
            _ => None,
        };
        if let Some(ends) = ends {
            set_ends(time, ends, whole);
        }
    }

    /// A length at the beginning or the end of a longer time.
    pub(super) fn part(&self, length: &Length, sign: i64, whole: &Shape) -> Placed {
        let mut placed = length::placed(length);
        let ends = self.place(whole).cell.and_then(|cell| {
            // "exports fell in the first nine months of the year" is told when they are over.
            let end = length::add(cell.first(), length, 1)?;
            let ahead = sign > 0 && self.today().is_some_and(|today| end > today);
            let over = *whole == Shape::Cell(Which::This, Grain::Year)
                && self.tense == Tense::Past
                && ahead;
            let whole = if over { cell.shift(-1)? } else { cell };
            let (first, last) = (whole.first(), whole.last());
            if sign > 0 {
                Some(days(first, add_days(length::add(first, length, 1)?, -1)?))
            } else {
                let next = length::add(add_days(last, 1)?, length, -1)?;
                Some(days(next, last))
            }
        });
        let whole_days = length.parts.iter().all(|part| part.1 >= Grain::Day);
        if let Some(ends) = ends.filter(|_| whole_days) {
            set_ends(&mut placed.time, ends, true);
        }
        placed
    }

    /// What is left of a time from today on.
    pub(super) fn rest(&self, mut whole: Placed) -> Placed {
        if let (Some(cell), Some(today)) = (whole.cell, self.today())
            && (cell.first()..=cell.last()).contains(&today)
        {
            set_ends(&mut whole.time, days(today, cell.last()), true);
        }
        whole
    }

    /// What has passed of the cell of today.
    pub(super) fn to_date(&self, grain: Grain) -> Placed {
        let mut whole = placed(self.cell_at(0, grain), Time::default);
        if let (Some(cell), Some(today)) = (whole.cell, self.today()) {
            set_ends(&mut whole.time, days(cell.first(), today), true);
        }
        whole
    }
}

/// The days of that number in the months around a day.
fn months_around(today: Day, day: i8) -> Vec<Period> {
    let on = |by: i64| {
        let month = add_months(today.first_of_month(), by)?;
        Some(Period::of(Grain::Day, Day::new(month.year(), month.month(), day).ok()?))
    };
    (-7..=7).filter_map(on).collect()
}

/// So many seconds on from an instant, or back from it when negative.
pub(super) fn from_to(at: Instant, seconds: i64) -> Option<Interval<Instant>> {
    let then = at.checked_add(jiff::Span::new().try_seconds(seconds).ok()?).ok()?;
    Some(Interval::closed(at.min(then), at.max(then)))
}

pub(super) fn set_ends(time: &mut Time, ends: Interval<Instant>, whole: bool) {
    let form = if whole { "%Y-%m-%d" } else { "%Y-%m-%dT%H:%M" };
    let print = |at: Option<Instant>| at.map(|at| at.strftime(form).to_string());
    let (low, high) = (print(ends.low).unwrap_or_default(), print(ends.high).unwrap_or_default());
    time.edtf = format!("{low}/{high}");
    time.extent = Some(ends);
}
