//! Places what was read in the calendar, as far as it can be.

use jiff::civil::Date as Day;

use super::anchor::{Anchor, Tense};
use super::compose::is_day;
use super::count::{nth_cell, nth_weekday};
use super::feast;
use super::fiscal::of_accounts;
use super::further::{from_to, set_ends};
use super::measure as length;
use super::moment::{halved, narrowed, timed};
use super::number::Amount;
use super::shape::{From, Kind, Length, Name, Shape};
use super::unplaced::{dated, direction, recurring, unplaced_cell, unplaced_day, unplaced_name};
use crate::lexicon::time::{Origin, Reference, Which};
use crate::value::{
    Clock, Fields, Grain, Instant, Interval, Period, Time, add_days, add_months, nearest_weekday,
};

/// A time with the cell of the calendar that it names, if it names one.
#[derive(Debug, Clone, Default)]
pub(super) struct Placed {
    pub(super) time: Time,
    pub(super) cell: Option<Period>,
}

impl From {
    const fn is_topic(&self) -> bool {
        matches!(self, Self::Origin(Origin::Topic))
    }
}

impl Anchor {
    /// The time that `shape` denotes. Its text is left empty.
    pub(super) fn place(&self, shape: &Shape) -> Placed {
        let placed = self.place_as_told(shape);
        // What took place "the next day" or "a year later" took place before it was told.
        let ahead = |cell: Period| self.today().is_some_and(|today| cell.first() > today);
        if self.tense != Tense::Past || !placed.cell.is_some_and(ahead) {
            return placed;
        }
        match shape {
            Shape::Shift(length, 1, From::Origin(Origin::Topic)) => length::placed(length),
            Shape::Cell(Which::Following, grain) => {
                self.cell_or(None, || unplaced_cell(Which::Following, *grain))
            }
            Shape::Chosen(Which::Following, name) => self.cell_or(None, || unplaced_name(*name)),
            _ => placed,
        }
    }

    fn place_as_told(&self, shape: &Shape) -> Placed {
        // "its third-quarter results" are of the quarter that was just told.
        let told = self.quarter.filter(|told| {
            let n = (told.first().month() - 1) / 3 + 1;
            self.accounts && *shape == Shape::Name(Name::Quarter(n))
        });
        let placed = match told {
            Some(told) => placed(Some(told), Time::default),
            None => self.place_in_calendar(shape),
        };
        let whole = |cell: Period| matches!(cell.grain(), Grain::Quarter | Grain::YearPart);
        // "fiscal 2025" says of "the quarter" and "the third quarter" that they are fiscal too.
        let bare = matches!(shape, Shape::Name(_) | Shape::Cell(..) | Shape::Shift(..));
        let within = match shape {
            Shape::Nth(_, _, whole)
            | Shape::Part(_, _, whole)
            | Shape::Half(_, whole)
            | Shape::Edge(_, whole)
            | Shape::Inside(_, whole)
            | Shape::Rest(whole) => matches!(**whole, Shape::Fiscal(_)),
            _ => false,
        };
        if within || self.accounts && bare && placed.cell.is_some_and(whole) {
            of_accounts(placed)
        } else {
            placed
        }
    }

    fn place_in_calendar(&self, shape: &Shape) -> Placed {
        match shape {
            Shape::Name(name) => {
                feast::lasting(*name, self.cell_or(self.pick(*name), || unplaced_name(*name)))
            }
            Shape::Year(year) => placed(year_cell(*year), Time::default),
            Shape::Dated(name, year) => {
                let day = placed(in_year(*name, *year), || dated(*name, *year));
                feast::lasting(*name, day)
            }
            Shape::Numeric(month, day, year) => self.numeric(*month, *day, *year),
            Shape::Decade(..) | Shape::Century(_) => placed(self.long(shape), Time::default),
            Shape::Week(n, year) => placed(self.week(*n, *year), Time::default),
            Shape::Cell(which, grain) => {
                self.cell_or(self.cell(*which, *grain), || unplaced_cell(*which, *grain))
            }
            Shape::Chosen(which, name) => {
                let day = self.cell_or(self.chosen(*which, *name), || unplaced_name(*name));
                feast::lasting(*name, day)
            }
            Shape::NextDay(day) => self.next_day(*day),
            Shape::Beside(weekday, sign, day) => self.beside(*weekday, *sign, day),
            Shape::Day(n) => self.cell_or(self.day(*n), || unplaced_day(*n)),
            Shape::Nth(n, kind, whole) => self.nth(*n, *kind, whole),
            Shape::Inside(inner, outer) => self.inside(inner, outer),
            Shape::Shift(length, sign, from) => self.shift(length, *sign, from),
            Shape::Length(length) => length::placed(length),
            Shape::Stretch(length, which) => self.stretch(length, *which),
            Shape::Reference(reference) => Placed { time: direction(*reference), cell: None },
            Shape::Every(every) => Placed { time: recurring(*every), cell: None },
            Shape::Edge(edge, whole) => narrowed(*edge, self.place(whole)),
            Shape::Half(first, whole) => halved(*first, self.place(whole)),
            Shape::At(day, moment) => self.at(day.as_deref(), moment),
            Shape::Range(first, last) => self.range(first, last),
            Shape::Open(until, end) => half_open(*until, self.place(end)),
            Shape::CellAt(n, grain) => placed(self.cell_at(*n, *grain), Time::default),
            Shape::Count(n, name) => placed(self.count(*n, *name), || unplaced_name(*name)),
            Shape::On(weekday, name) => self.on(*weekday, *name),
            Shape::Lasting(start, length) => self.lasting(start, length),
            Shape::Part(length, sign, whole) => self.part(length, *sign, whole),
            Shape::Rest(whole) => self.rest(self.place(whole)),
            Shape::ToDate(grain) => self.to_date(*grain),
            Shape::Fiscal(whole) => of_accounts(self.place(whole)),
        }
    }

    fn cell_or(&self, cell: Option<Period>, otherwise: impl FnOnce() -> Time) -> Placed {
        placed(cell, otherwise)
    }

    /// Today and `n` days on.
    pub(super) fn day(&self, n: i64) -> Option<Period> {
        Some(Period::of(Grain::Day, add_days(self.today()?, n)?))
    }

    /// The cell that `name` means without more: by tense, the last or the next one.
    pub(super) fn pick(&self, name: Name) -> Option<Period> {
        let reference = self.reference()?;
        if let Name::Weekday(n) = name {
            // No weekday is seen from a year.
            let reference = if self.topic_is_day() { reference } else { self.today()? };
            let weekday = jiff::civil::Weekday::from_monday_one_offset(n).ok()?;
            let ahead = self.tense == Tense::Future;
            let from = reference;
            let day = nearest_weekday(from, weekday, ahead)?;
            return Some(Period::of(Grain::Day, day));
        }
        if self.narrative && self.tense != Tense::Future {
            // What a past tense tells is not to come, whatever year is spoken of.
            let told = |cell: &Period| {
                self.tense != Tense::Past || self.today().is_none_or(|today| cell.first() <= today)
            };
            let cell = in_year(name, reference.year());
            if cell.as_ref().is_none_or(told) {
                return cell;
            }
        }
        let options = self.options(name, reference);
        let before = options.iter().rev().flatten().find(|cell| cell.first() <= reference);
        let after = options.iter().flatten().find(|cell| cell.last() >= reference);
        // A day or quarter is told without its year when it is near; a month also when it is past.
        let (before, after) = (before.copied(), after.copied());
        let near = nearest(reference, before, after);
        let account = matches!(name, Name::Quarter(_) | Name::Half(_));
        // What a half brought is told when it is over.
        let over = options.iter().rev().flatten().find(|cell| cell.last() <= reference).copied();
        let before = if matches!(name, Name::Half(_)) { over } else { before };
        match self.tense {
            // "Economy adds 175,000 jobs in April", told in May.
            Tense::Future
                if self.present
                    && matches!(name, Name::Month(_))
                    && before.is_some_and(|past| days_between(past.last(), reference) <= 31) =>
            {
                before
            }
            // A misread tense must not move next week's date by a year.
            Tense::Past
                if matches!(name, Name::MonthDay(..)) && is_soon(reference, before, after) =>
            {
                after
            }
            Tense::Future
                if matches!(name, Name::MonthDay(..)) && is_just_over(reference, before, after) =>
            {
                before
            }
            Tense::Past if matches!(name, Name::Feast(..)) && is_at_hand(reference, after) => after,
            Tense::Past => before,
            Tense::Open if account => before,
            Tense::Future if !account || self.story == Tense::Future => after,
            _ => near,
        }
    }

    /// "in two weeks", said of what is to come: also the day it will be.
    pub(super) fn hence(&self, shape: &Shape, time: &mut Time) {
        let Shape::Length(length) = shape else { return };
        let cell = self.today().and_then(|today| shifted_cell(today, length, 1, true));
        if let Some(cell) = cell {
            time.extent = Some(cell.extent());
            time.edtf = cell.edtf();
            time.grain = length.parts[0].1;
        } else if let Some(at) = self.shift_clock(length, 1) {
            (time.extent, time.edtf, time.grain) = (at.extent, at.edtf, at.grain);
        }
    }

    /// The cells of `name` around `reference`, in order.
    pub(super) fn options(&self, name: Name, reference: Day) -> Vec<Option<Period>> {
        if let Name::DayOfMonth(day) = name {
            let month = |by| add_months(reference.first_of_month(), by);
            let on = |first: Day| Day::new(first.year(), first.month(), day).ok();
            return (-1..=1).map(|by| Some(Period::of(Grain::Day, on(month(by)?)?))).collect();
        }
        (-1..=1).map(|by| in_year(name, reference.year().checked_add(by)?)).collect()
    }

    /// "last week", "this year", "the following day".
    fn cell(&self, which: Which, grain: Grain) -> Option<Period> {
        let (base, by) = match which {
            Which::Last => (self.today()?, -1),
            Which::This if self.narrative && grain == Grain::Year => (self.reference_of(grain)?, 0),
            Which::This => (self.today()?, 0),
            Which::Next => (self.today()?, 1),
            Which::Previous => (self.reference_of(grain)?, -1),
            Which::Same => return self.same(grain),
            Which::Following => (self.reference_of(grain)?, 1),
        };
        Period::of(grain, base).shift(by)
    }

    /// The cell of `grain` that is spoken of. News speaks of the last full quarter.
    fn same(&self, grain: Grain) -> Option<Period> {
        if grain == Grain::Quarter {
            let last = || Period::of(grain, self.today()?).shift(-1);
            return self.quarter.or_else(last);
        }
        if grain == Grain::Weekend {
            let ahead = Period::of(grain, self.today()?);
            let past = self.tense != Tense::Future && ahead.first() > self.today()?;
            return if past { ahead.shift(-1) } else { Some(ahead) };
        }
        Some(Period::of(grain, self.reference_of(grain)?))
    }

    /// "that summer": of the year of the date named last, unless the two are far apart in it.
    fn same_name(&self, name: Name) -> Option<Period> {
        let year = self.topic.filter(|topic| topic.grain() >= Grain::Day).map(|t| t.first().year());
        let now = self.today().map(Day::year);
        year.filter(|year| Some(*year) != now)
            .and_then(|year| in_year(name, year))
            .or_else(|| self.pick(name))
    }

    fn chosen(&self, which: Which, name: Name) -> Option<Period> {
        let today = self.today()?;
        let (base, which) = match which {
            Which::Previous => (self.reference_of(name.grain())?, Which::Last),
            Which::Following => (self.reference_of(name.grain())?, Which::Next),
            Which::Same => return self.same_name(name),
            which => (today, which),
        };
        if let Name::Weekday(n) = name {
            let weekday = jiff::civil::Weekday::from_monday_one_offset(n).ok()?;
            let day = match which {
                Which::Last => nearest_weekday(add_days(base, -1)?, weekday, false)?,
                Which::Next => nearest_weekday(add_days(base, 1)?, weekday, true)?,
                _ if self.tense == Tense::Past => nearest_weekday(base, weekday, false)?,
                _ => nearest_weekday(base, weekday, true)?,
            };
            return Some(Period::of(Grain::Day, day));
        }
        let options: Vec<Period> =
            (-2..=2).filter_map(|by| in_year(name, base.year().checked_add(by)?)).collect();
        match which {
            Which::Last => options.iter().rev().find(|cell| cell.last() < base).copied(),
            Which::Next => options.iter().find(|cell| cell.first() > base).copied(),
            // "this Labor Day", said in October, is that of the next year.
            _ => in_year(name, base.year())
                .filter(|cell| {
                    !matches!(name, Name::Feast(..))
                        || self.tense == Tense::Past
                        || cell.last() >= base
                })
                .or_else(|| in_year(name, base.year().checked_add(1)?)),
        }
    }

    fn long(&self, shape: &Shape) -> Option<Period> {
        let year = match shape {
            Shape::Century(n) if *n < 0 => n * 100,
            Shape::Century(n) => (n - 1) * 100,
            Shape::Decade(year, true) => *year,
            Shape::Decade(two, _) => {
                let now = self.today().map_or(2000, Day::year);
                let century = now.div_euclid(100) * 100;
                if century + two > now + 10 { century - 100 + two } else { century + two }
            }
            _ => return None,
        };
        let grain = if matches!(shape, Shape::Century(_)) { Grain::Century } else { Grain::Decade };
        Some(Period::of(grain, Day::new(year, 1, 1).ok()?))
    }

    fn week(&self, n: i8, year: Option<i16>) -> Option<Period> {
        let year = year.or_else(|| Some(self.today()?.year()))?;
        let day = jiff::civil::ISOWeekDate::new(year, n, jiff::civil::Weekday::Monday).ok()?.date();
        Some(Period::of(Grain::Week, day))
    }

    /// The `n`th of a kind within a longer time; the one that holds it when `n` is 0.
    fn nth(&self, n: i64, kind: Kind, whole: &Shape) -> Placed {
        let whole = self.place(whole);
        let found = whole.cell.and_then(|whole| match kind {
            Kind::Grain(grain) if n == 0 => Some(Period::of(grain, whole.first())),
            Kind::Grain(grain) => nth_cell(n, grain, whole),
            Kind::Weekday(day) => nth_weekday(n, day, whole),
        });
        placed(found, Time::default)
    }

    fn inside(&self, inner: &Shape, outer: &Shape) -> Placed {
        let outer = self.place(outer);
        let Some(cell) = outer.cell else { return self.unanchored().place(inner) };
        match inner {
            Shape::Name(Name::Weekday(day)) => placed(nth_weekday(1, *day, cell), Time::default),
            Shape::Name(Name::DayOfMonth(day)) => {
                let first = cell.first();
                let day = Day::new(first.year(), first.month(), *day).ok();
                placed(day.map(|day| Period::of(Grain::Day, day)), Time::default)
            }
            Shape::Name(name) => placed(in_year(*name, cell.first().year()), Time::default),
            Shape::Cell(_, grain) => {
                let same = self.same(*grain).and_then(|same| {
                    let years = i64::from(cell.first().year() - same.first().year());
                    let cells = match grain {
                        Grain::Month => 12,
                        Grain::Week | Grain::Weekend => 52,
                        _ => 4,
                    };
                    same.shift(years * cells)
                });
                placed(same, Time::default)
            }
            Shape::Edge(edge, inner) => {
                narrowed(*edge, self.inside(inner, &Shape::Year(cell.first().year())))
            }
            other => self.place(other),
        }
    }

    /// "three days ago", "a year earlier", "two weeks after Christmas".
    fn shift(&self, length: &Length, sign: i64, from: &From) -> Placed {
        let timex = || {
            let vague = length.parts.first().map(|part| part.0) == Some(Amount::Vague);
            let mut time = length::placed(length).time;
            if vague {
                time = direction(if sign < 0 { Reference::Past } else { Reference::Future });
            }
            time.fields.away = length::whole(length).map(|n| (length.parts[0].1, sign * n));
            time.duration = None;
            time
        };
        let base = match from {
            From::Origin(Origin::Now) => self.today(),
            From::Origin(Origin::Topic) => self.reference_of(length.parts[0].1),
            From::Shape(shape) => self.place(shape).cell.map(Period::first),
        };
        let years = length.parts.len() == 1 && length.parts[0].1 == Grain::Year;
        if let (true, Some(quarter), false) = (years, self.quarter, matches!(from, From::Shape(_)))
            && self.quarter_near
        {
            let by = length::whole(length).and_then(|n| quarter.shift(n * sign * 4));
            return placed(by, timex);
        }
        let exact = matches!(from, From::Shape(_)) || from.is_topic() && self.topic_is_day();
        let cell = base.and_then(|base| match from {
            // Two months from a day are a day again, not the month it falls in.
            From::Shape(shape) if is_day(shape) => {
                let whole = length.parts.iter().all(|part| part.1 >= Grain::Day);
                let day = length::add(base, length, sign).filter(|_| whole);
                day.map(|day| Period::of(Grain::Day, day))
            }
            _ => shifted_cell(base, length, sign, exact),
        });
        match cell {
            Some(cell) => {
                let mut shifted = placed(Some(cell), timex);
                if let Some(base) = base.filter(|_| !exact) {
                    rounded(&mut shifted.time, base, length, sign);
                }
                shifted
            }
            // "an hour later" in a tale of the past is not an hour from now.
            None if from.is_topic() && self.tense == Tense::Past => {
                Placed { time: timex(), cell: None }
            }
            None => match base.zip(self.now).and_then(|_| self.shift_clock(length, sign)) {
                Some(time) => Placed { time, cell: None },
                None => Placed { time: timex(), cell: None },
            },
        }
    }

    /// Hours and minutes from now.
    pub(super) fn shift_clock(&self, length: &Length, sign: i64) -> Option<Time> {
        let seconds = length::seconds(length)?;
        let now = self.now.filter(|_| self.timed)?;
        let at = now.checked_add(jiff::Span::new().try_seconds(seconds * sign).ok()?).ok()?;
        let clock = Clock {
            minute: u16::try_from(i64::from(at.hour()) * 60 + i64::from(at.minute())).ok()?,
            exact: true,
        };
        Some(timed(
            Some(Period::of(Grain::Day, at.date())),
            Time::default(),
            clock,
            Some(at.second()),
        ))
    }

    /// "the past three months": a length that ends or begins now.
    fn stretch(&self, length: &Length, which: Which) -> Placed {
        let mut placed = length::placed(length);
        let ahead = matches!(which, Which::Next | Which::Following);
        if let Some(cells) = self.whole_cells(length, ahead) {
            set_ends(&mut placed.time, cells, true);
            placed.time.grain = length.parts[0].1;
            return placed;
        }
        if let Some(ends) = self.by_the_clock(length, ahead) {
            set_ends(&mut placed.time, ends, false);
            placed.time.grain = length.parts[0].1;
            return placed;
        }
        // "in the year to March 2020, up on the previous 12 months" are those before that year.
        let told = self.topic.zip(self.today()).is_some_and(|(topic, now)| topic.last() < now);
        let today = self.today().filter(|_| !(told && which == Which::Previous));
        let ends = today.and_then(|today| match which {
            Which::Last | Which::Previous => Some((length::add(today, length, -1)?, today)),
            Which::Next | Which::Following => {
                Some((add_days(today, 1)?, length::add(today, length, 1)?))
            }
            _ => None,
        });
        if let Some((first, last)) = ends.filter(|_| length.parts.iter().all(|p| p.1 >= Grain::Day))
        {
            placed.time.extent = Some(days(first, last));
            placed.time.edtf = format!("{first}/{last}");
            placed.time.grain = length.parts[0].1;
        }
        placed
    }

    /// "the past two hours", when the time of day of now is known.
    fn by_the_clock(&self, length: &Length, ahead: bool) -> Option<Interval<Instant>> {
        let of_day = length.parts.iter().all(|part| part.1 < Grain::Day);
        let seconds = length::seconds(length).filter(|_| of_day)?;
        from_to(self.now.filter(|_| self.timed)?, if ahead { seconds } else { -seconds })
    }

    /// "the past two quarters": accounts count whole quarters.
    fn whole_cells(&self, length: &Length, ahead: bool) -> Option<Interval<Instant>> {
        let [(_, Grain::Quarter, _)] = length.parts.as_slice() else { return None };
        let (n, now) = (length::whole(length)?, Period::of(Grain::Quarter, self.today()?));
        let (first, last) = if ahead { (1, n) } else { (-n, -1) };
        Some(days(now.shift(first)?.first(), now.shift(last)?.last()))
    }

    fn range(&self, first: &Shape, last: &Shape) -> Placed {
        let now = matches!(first, Shape::Reference(_));
        let start = if now { self.place(&Shape::Day(0)) } else { self.place(first) };
        let mut after = self.clone();
        // The second end lies after the first one: Monday to Friday.
        if let Some(cell) = start.cell {
            let weekday = matches!(last, Shape::Name(Name::Weekday(_)));
            let from = add_days(cell.first(), i64::from(weekday)).unwrap_or(cell.first());
            after.now = Some(from.at(0, 0, 0, 0));
            after.tense = Tense::Future;
        }
        let relative = matches!(
            last,
            Shape::Cell(..) | Shape::Chosen(..) | Shape::Day(_) | Shape::At(..) | Shape::Inside(..)
        );
        let end = match last {
            Shape::Reference(_) => self.place(&Shape::Day(0)),
            _ if relative => self.place(last),
            _ => after.place(last),
        };
        Placed { time: joined(start.time, end.time), cell: None }
    }

    fn numeric(&self, month: i8, day: i8, year: Option<i16>) -> Placed {
        let reading = |month, day| match year {
            Some(year) => self.place(&Shape::Dated(Name::MonthDay(month, day), year)),
            None => self.place(&Shape::Name(Name::MonthDay(month, day))),
        };
        let mut first = reading(month, day);
        first.time.others = vec![reading(day, month).time];
        first
    }
}

/// All up to a time, or from it on.
fn half_open(until: bool, mut end: Placed) -> Placed {
    let open = |time: &mut Time| {
        if let Some(extent) = &mut time.extent {
            *(if until { &mut extent.low } else { &mut extent.high }) = None;
        }
        time.edtf = if until { format!("../{}", time.edtf) } else { format!("{}/..", time.edtf) };
    };
    end.time.others.iter_mut().for_each(open);
    open(&mut end.time);
    end
}

/// "three weeks ago" is the day three weeks back, give or take half a week: its TIMEX3 value is
/// that of the week.
fn rounded(time: &mut Time, base: Day, length: &Length, sign: i64) {
    time.slack = match length.parts.last().map(|part| part.1) {
        Some(Grain::Week) => 3,
        Some(Grain::Month) => 15,
        // "a decade ago" is hardly ten years to the day, and "three years ago" is a round number.
        Some(Grain::Year) => {
            time.slack = 183;
            return;
        }
        Some(Grain::Decade) => {
            time.slack = 3 * 366;
            return;
        }
        _ => return,
    };
    let Some(day) = length::add(base, length, sign) else { return };
    time.extent = Some(days(day, day));
    time.edtf = format!("{day}~");
}

/// Whether a feast lies days ahead: "as Easter week began" tells of the one to come.
fn is_at_hand(day: Day, after: Option<Period>) -> bool {
    after.is_some_and(|later| days_between(day, later.first()) <= 10)
}

/// Whether the later cell is near and the earlier one far.
fn is_soon(day: Day, before: Option<Period>, after: Option<Period>) -> bool {
    let (Some(earlier), Some(later)) = (before, after) else { return false };
    days_between(earlier.last(), day) > 200 && days_between(day, later.first()) <= 100
}

/// Whether the earlier cell ended days ago and the later one is most of a year away.
fn is_just_over(day: Day, before: Option<Period>, after: Option<Period>) -> bool {
    let (Some(earlier), Some(later)) = (before, after) else { return false };
    days_between(earlier.last(), day) <= 7 && days_between(day, later.first()) > 300
}

/// The cell that lies nearer to `day`.
fn nearest(day: Day, before: Option<Period>, after: Option<Period>) -> Option<Period> {
    let (Some(earlier), Some(later)) = (before, after) else { return before.or(after) };
    let back = days_between(earlier.last(), day);
    let ahead = days_between(day, later.first());
    Some(if back <= ahead { earlier } else { later })
}

fn days_between(from: Day, to: Day) -> i32 {
    to.since(from).map_or(0, |span| span.get_days())
}

/// The cell of `name` in `year`.
pub(super) fn in_year(name: Name, year: i16) -> Option<Period> {
    let day = |month: i8, day: i8| Day::new(year, month, day).ok();
    Some(match name {
        Name::Month(month) => Period::of(Grain::Month, day(month, 1)?),
        Name::MonthDay(month, n) => Period::of(Grain::Day, day(month, n)?),
        Name::Quarter(n) => Period::of(Grain::Quarter, day(n * 3 - 2, 1)?),
        Name::Half(n) => Period::of(Grain::YearPart, day(n * 6 - 5, 1)?),
        Name::Season(n) => Period::of(Grain::Season, day(n * 3, 1)?),
        Name::Feast(feast, _) => Period::of(Grain::Day, feast.day(year)?),
        Name::Weekday(_) | Name::DayOfMonth(_) => return None,
    })
}

fn year_cell(year: i16) -> Option<Period> {
    Some(Period::of(Grain::Year, Day::new(year, 1, 1).ok()?))
}

/// The time of a cell, or `otherwise`.
pub(super) fn placed(cell: Option<Period>, otherwise: impl FnOnce() -> Time) -> Placed {
    match cell {
        Some(cell) => Placed { time: of_cell(cell), cell: Some(cell) },
        None => {
            let mut time = otherwise();
            if time.timex.is_empty() {
                time.timex = "XXXX-XX-XX".to_owned();
            }
            if time.edtf.is_empty() {
                time.edtf.clone_from(&time.timex);
            }
            Placed { time, cell: None }
        }
    }
}

fn of_cell(cell: Period) -> Time {
    let first = cell.first();
    let fields = match cell.grain() {
        Grain::Day => Fields::of_day(first),
        Grain::Month => {
            Fields { year: Some(first.year()), month: Some(first.month()), ..Fields::default() }
        }
        Grain::Year => Fields { year: Some(first.year()), ..Fields::default() },
        Grain::Quarter | Grain::Season | Grain::YearPart => Fields {
            year: (cell.grain() != Grain::Season).then_some(first.year()),
            cell: Some((cell.grain(), first.month())),
            ..Fields::default()
        },
        _ => Fields::default(),
    };
    Time {
        extent: Some(cell.extent()),
        grain: cell.grain(),
        fields,
        edtf: cell.edtf(),
        timex: cell.timex(),
        ..Time::default()
    }
}

/// From the start of one time to the end of another.
pub(super) fn joined(first: Time, last: Time) -> Time {
    let extent = match (&first.extent, &last.extent) {
        (Some(a), Some(b)) if a.low <= b.high => Some(Interval { low: a.low, high: b.high, ..*a }),
        _ => None,
    };
    let ends =
        [&first, &last].map(|time| time.edtf.split('/').next().unwrap_or_default().to_owned());
    let last_end = last.edtf.rsplit('/').next().unwrap_or_default();
    Time {
        extent,
        grain: first.grain.max(last.grain),
        edtf: format!("{}/{last_end}", ends[0]),
        timex: format!("{}/{}", first.timex, last.timex),
        zone: last.zone.or(first.zone),
        ..Time::default()
    }
}

pub(super) fn days(first: Day, last: Day) -> Interval<Instant> {
    Interval::closed(first.at(0, 0, 0, 0), last.at(23, 59, 59, 0))
}

/// The cell that lies `length` before or after `base`, at the grain of the length's unit.
fn shifted_cell(base: Day, length: &Length, sign: i64, exact: bool) -> Option<Period> {
    let day = length::add(base, length, sign)?;
    let grain = length.parts.last()?.1;
    let grain = match grain {
        Grain::Decade | Grain::Century => Grain::Year,
        grain if grain < Grain::Day => return None,
        Grain::Weekend => Grain::Day,
        _ if exact && grain <= Grain::Week => Grain::Day,
        grain => grain,
    };
    Some(Period::of(grain, day))
}
