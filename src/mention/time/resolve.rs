//! Places what was read in the calendar, as far as it can be.

use jiff::civil::Date as Day;

use super::anchor::{Anchor, Tense};
use super::measure as length;
use super::number::Amount;
use super::shape::{Every, From, Kind, Length, Moment, Name, Shape};
use crate::lexicon::time::{Edge, Origin, Reference, Which};
use crate::value::{
    Clock, DayPart, Fields, Grain, Instant, Interval, Period, Time, add_days, add_months,
    nearest_weekday,
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
        match shape {
            Shape::Name(name) => self.cell_or(self.pick(*name), || unplaced_name(*name)),
            Shape::Year(year) => placed(year_cell(*year), Time::default),
            Shape::Dated(name, year) => placed(in_year(*name, *year), || dated(*name, *year)),
            Shape::Numeric(month, day, year) => self.numeric(*month, *day, *year),
            Shape::Decade(..) | Shape::Century(_) => placed(self.long(shape), Time::default),
            Shape::Week(n, year) => placed(self.week(*n, *year), Time::default),
            Shape::Cell(which, grain) => {
                self.cell_or(self.cell(*which, *grain), || unplaced_cell(*which, *grain))
            }
            Shape::Chosen(which, name) => {
                self.cell_or(self.chosen(*which, *name), || unplaced_name(*name))
            }
            Shape::Day(n) => self.cell_or(self.day(*n), || unplaced_day(*n)),
            Shape::Nth(n, kind, whole) => self.nth(*n, *kind, whole),
            Shape::Inside(inner, outer) => self.inside(inner, outer),
            Shape::Shift(length, sign, from) => self.shift(length, *sign, from),
            Shape::Length(length) => length::placed(length),
            Shape::Stretch(length, which) => self.stretch(length, *which),
            Shape::Reference(reference) => Placed { time: direction(*reference), cell: None },
            Shape::Every(every) => Placed { time: recurring(*every), cell: None },
            Shape::Edge(edge, whole) => narrowed(*edge, self.place(whole)),
            Shape::At(day, moment) => self.at(day.as_deref(), moment),
            Shape::Range(first, last) => self.range(first, last),
        }
    }

    fn cell_or(&self, cell: Option<Period>, otherwise: impl FnOnce() -> Time) -> Placed {
        placed(cell, otherwise)
    }

    /// Today and `n` days on.
    fn day(&self, n: i64) -> Option<Period> {
        Some(Period::of(Grain::Day, add_days(self.today()?, n)?))
    }

    /// The cell that `name` means without more: by tense, the last or the next one.
    fn pick(&self, name: Name) -> Option<Period> {
        let reference = self.reference()?;
        if let Name::Weekday(n) = name {
            let weekday = jiff::civil::Weekday::from_monday_one_offset(n).ok()?;
            let ahead = self.tense == Tense::Future;
            let from = if ahead { add_days(reference, 1)? } else { reference };
            let day = nearest_weekday(from, weekday, ahead)?;
            return Some(Period::of(Grain::Day, day));
        }
        if self.narrative {
            return in_year(name, reference.year())
                .filter(|cell| cell.last() >= reference)
                .or_else(|| in_year(name, reference.year()));
        }
        let options = self.options(name, reference);
        let before = options.iter().rev().flatten().find(|cell| cell.first() <= reference);
        let after = options.iter().flatten().find(|cell| cell.last() >= reference);
        // A day or quarter is told without its year when it is near; a month also when it is past.
        let (before, after) = (before.copied(), after.copied());
        let near = nearest(reference, before, after);
        let account = matches!(name, Name::Quarter(_) | Name::Half(_));
        match self.tense {
            // A misread tense must not move next week's date by a year.
            Tense::Past
                if matches!(name, Name::MonthDay(..)) && is_soon(reference, before, after) =>
            {
                after
            }
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
        }
    }

    /// The cells of `name` around `reference`, in order.
    fn options(&self, name: Name, reference: Day) -> Vec<Option<Period>> {
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

    fn chosen(&self, which: Which, name: Name) -> Option<Period> {
        let today = self.today()?;
        let (base, which) = match which {
            Which::Previous => (self.reference_of(name.grain())?, Which::Last),
            Which::Following => (self.reference_of(name.grain())?, Which::Next),
            Which::Same => return self.pick(name),
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
            _ => in_year(name, base.year()),
        }
    }

    fn long(&self, shape: &Shape) -> Option<Period> {
        let year = match shape {
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
                    same.shift(years * 4)
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
        match base.and_then(|base| shifted_cell(base, length, sign, exact)) {
            Some(cell) => placed(Some(cell), timex),
            None => match base.zip(self.now).and_then(|_| self.shift_clock(length, sign)) {
                Some(time) => Placed { time, cell: None },
                None => Placed { time: timex(), cell: None },
            },
        }
    }

    /// Hours and minutes from now.
    fn shift_clock(&self, length: &Length, sign: i64) -> Option<Time> {
        let minutes = length::minutes(length)?;
        let now = self.now.filter(|_| self.timed)?;
        let at = now.checked_add(jiff::Span::new().try_minutes(minutes * sign).ok()?).ok()?;
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
        let today = self.today();
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

    fn at(&self, day: Option<&Shape>, moment: &Moment) -> Placed {
        let base = match day {
            Some(day) => self.place(day),
            None if self.topic_is_day() => placed(
                self.reference_of(Grain::Day).map(|d| Period::of(Grain::Day, d)),
                Time::default,
            ),
            None => Placed { cell: self.day(0), ..Placed::default() },
        };
        let cell = base.cell.filter(|cell| cell.grain() == Grain::Day);
        let time = match moment {
            Moment::Clock { clock, second, zone, open: _ } => {
                let mut time = timed(cell, base.time, *clock, *second);
                time.zone.clone_from(zone);
                time
            }
            Moment::Part(part) => parted(cell, base.time, *part),
            Moment::Between(first, last) => {
                let day = day.cloned().map(Box::new);
                let end = |moment: &Moment| self.at(day.as_deref(), moment).time;
                let halves = (is_open(first), is_open(last));
                let (mut first, mut last) = (end(first), end(last));
                order_ends(&mut first, &mut last, halves);
                joined(first, last)
            }
        };
        Placed { time, cell }
    }

    fn range(&self, first: &Shape, last: &Shape) -> Placed {
        let now = matches!(first, Shape::Reference(_));
        let start = if now { self.place(&Shape::Day(0)) } else { self.place(first) };
        let mut after = self.clone();
        // The second end lies after the first one: Monday to Friday.
        if let Some(cell) = start.cell {
            after.now = Some(cell.first().at(0, 0, 0, 0));
            after.tense = Tense::Future;
        }
        let relative =
            matches!(last, Shape::Cell(..) | Shape::Chosen(..) | Shape::Day(_) | Shape::At(..));
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

/// Whether the later cell is near and the earlier one far.
fn is_soon(day: Day, before: Option<Period>, after: Option<Period>) -> bool {
    let (Some(earlier), Some(later)) = (before, after) else { return false };
    days_between(earlier.last(), day) > 200 && days_between(day, later.first()) <= 100
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
        Name::Feast(feast) => Period::of(Grain::Day, feast.day(year)?),
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

/// "5 March" when its year is not known.
fn unplaced_name(name: Name) -> Time {
    let mut fields = Fields::default();
    let timex = match name {
        Name::Month(month) => {
            fields.month = Some(month);
            format!("XXXX-{month:02}")
        }
        Name::MonthDay(month, day) => {
            (fields.month, fields.day) = (Some(month), Some(day));
            format!("XXXX-{month:02}-{day:02}")
        }
        Name::DayOfMonth(day) => {
            fields.day = Some(day);
            format!("XXXX-XX-{day:02}")
        }
        Name::Weekday(n) => {
            fields.weekday = jiff::civil::Weekday::from_monday_one_offset(n).ok();
            format!("XXXX-WXX-{n}")
        }
        Name::Season(n) => {
            fields.cell = Some((Grain::Season, n * 3));
            format!("XXXX-{}", ["SP", "SU", "FA", "WI"][usize::try_from(n - 1).unwrap_or(0) % 4])
        }
        Name::Quarter(n) => {
            fields.cell = Some((Grain::Quarter, n * 3 - 2));
            format!("XXXX-Q{n}")
        }
        Name::Half(n) => {
            fields.cell = Some((Grain::YearPart, n * 6 - 5));
            format!("XXXX-H{n}")
        }
        Name::Feast(crate::value::Feast::Fixed(month, day)) => {
            return unplaced_name(Name::MonthDay(month, day));
        }
        Name::Feast(_) => "XXXX-XX-XX".to_owned(),
    };
    Time { fields, grain: name.grain(), edtf: timex.clone(), timex, ..Time::default() }
}

fn dated(name: Name, year: i16) -> Time {
    Time {
        fields: Fields { year: Some(year), ..Fields::default() },
        timex: unplaced_name(name).timex.replacen("XXXX", &format!("{year:04}"), 1),
        ..Time::default()
    }
}

fn unplaced_cell(which: Which, grain: Grain) -> Time {
    let by = match which {
        Which::Last => Some(-1),
        Which::This => Some(0),
        Which::Next => Some(1),
        _ => None,
    };
    let timex = match grain {
        Grain::Year => "XXXX",
        Grain::Quarter => "XXXX-QX",
        Grain::Month => "XXXX-XX",
        Grain::Week => "XXXX-WXX",
        Grain::Weekend => "XXXX-WXX-WE",
        Grain::Decade => "XXX",
        Grain::Century => "XX",
        _ => "XXXX-XX-XX",
    };
    let fields = Fields { away: by.map(|by| (grain, by)), ..Fields::default() };
    Time { fields, grain, timex: timex.to_owned(), ..Time::default() }
}

fn unplaced_day(n: i64) -> Time {
    let fields = Fields { away: Some((Grain::Day, n)), ..Fields::default() };
    Time { fields, grain: Grain::Day, timex: "XXXX-XX-XX".to_owned(), ..Time::default() }
}

fn direction(reference: Reference) -> Time {
    let timex = match reference {
        Reference::Past => "PAST_REF",
        Reference::Present => "PRESENT_REF",
        Reference::Future => "FUTURE_REF",
    };
    Time { timex: timex.to_owned(), edtf: "..".to_owned(), ..Time::default() }
}

fn recurring(every: Every) -> Time {
    let timex = match every {
        Every::Cells(n, grain) => length::code(i64::from(n), grain),
        Every::Name(name, part) => {
            let part = part.map(DayPart::code).unwrap_or_default();
            let t = if part.is_empty() { "" } else { "T" };
            format!("{}{t}{part}", unplaced_name(name).timex)
        }
        Every::Part(part) => format!("XXXX-XX-XXT{}", part.code()),
    };
    Time { set: true, edtf: timex.clone(), timex, ..Time::default() }
}

/// The first, middle or last third of a time; its TIMEX3 value stays that of the whole.
fn narrowed(edge: Edge, mut whole: Placed) -> Placed {
    let Some(cell) = whole.cell else {
        if whole.time.extent.is_none() && whole.time.grain >= Grain::Week {
            whole.time.fields.third = Some((whole.time.grain, ordinal(edge)));
        }
        return whole;
    };
    if cell.grain() < Grain::Week {
        return whole;
    }
    let (first, last) = (cell.first(), cell.last());
    let third = i64::from((last - first).get_days()) / 3;
    let ends = match edge {
        Edge::Early => (Some(first), add_days(first, third)),
        Edge::Mid => (add_days(first, third), add_days(last, -third)),
        Edge::Late => (add_days(last, -third), Some(last)),
    };
    let (Some(from), Some(to)) = ends else { return whole };
    let grain = match cell.grain() {
        Grain::Month => Grain::MonthPart,
        Grain::Year => Grain::YearPart,
        grain => grain,
    };
    let time =
        Time { extent: Some(days(from, to)), grain, edtf: format!("{from}/{to}"), ..whole.time };
    Placed { time, cell: whole.cell }
}

/// Which third it is.
const fn ordinal(edge: Edge) -> i8 {
    match edge {
        Edge::Early => 1,
        Edge::Mid => 2,
        Edge::Late => 3,
    }
}

/// A time of day on `cell`, or on what `base` knows of the day.
fn timed(cell: Option<Period>, base: Time, clock: Clock, second: Option<i8>) -> Time {
    let (hour, minute) = (clock.minute / 60, clock.minute % 60);
    let mut of_day = format!("T{hour:02}:{minute:02}");
    if let Some(second) = second {
        of_day = format!("{of_day}:{second:02}");
    }
    let mut fields = base.fields;
    fields.clock = Some(clock);
    let grain = if clock.exact { Grain::Minute } else { Grain::Hour };
    let extent = cell.and_then(|cell| {
        let start = at_minute(cell.first(), i64::from(clock.minute), second.unwrap_or(0))?;
        Some(Interval::closed(start, start))
    });
    let day = if base.timex.is_empty() { "" } else { base.timex.as_str() };
    Time {
        extent,
        grain,
        fields,
        edtf: if cell.is_some() {
            format!("{}{of_day}", base.edtf)
        } else {
            format!("{day}{of_day}")
        },
        timex: format!("{day}{of_day}"),
        others: base.others,
        ..Time::default()
    }
}

/// A part of the day on `cell`, or on what `base` knows of the day.
fn parted(cell: Option<Period>, base: Time, part: DayPart) -> Time {
    let (from, to) = part.hours();
    let extent = cell.and_then(|cell| {
        let start = at_minute(cell.first(), from * 60, 0)?;
        Some(Interval::closed(start, at_minute(cell.first(), to * 60 - 1, 59)?))
    });
    let timex = format!("{}T{}", base.timex, part.code());
    let mut fields = base.fields;
    fields.part = Some(part);
    let edtf = if base.edtf.is_empty() { timex.clone() } else { base.edtf };
    Time {
        extent,
        grain: Grain::DayPart,
        fields,
        edtf,
        timex,
        others: base.others,
        ..Time::default()
    }
}

/// The instant so many minutes after the midnight that begins `day`.
fn at_minute(day: Day, minute: i64, second: i8) -> Option<Instant> {
    let day = add_days(day, minute.div_euclid(1440))?;
    let minute = minute.rem_euclid(1440);
    let (hour, minute) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
    Some(day.at(hour, minute, second.clamp(0, 59), 0))
}

/// "9 to 5" ends in the afternoon; "2 to 4 p.m." begins there.
fn order_ends(first: &mut Time, last: &mut Time, open: (bool, bool)) {
    let (Some(a), Some(b)) = (first.fields.clock, last.fields.clock) else { return };
    if open == (true, false) && a.minute < 720 && b.minute >= 720 && a.minute + 720 < b.minute {
        *first = moved(first, a.minute + 720);
    } else if open.1 && b.minute < a.minute && b.minute < 720 {
        *last = moved(last, b.minute + 720);
    }
}

/// Whether a time by the clock leaves open if it is before or after noon.
fn is_open(moment: &Moment) -> bool {
    matches!(moment, Moment::Clock { open: true, .. })
}

fn moved(time: &Time, minute: u16) -> Time {
    let mut out = time.clone();
    let old = time.fields.clock.map_or(0, |clock| clock.minute);
    let by = jiff::Span::new().minutes(i64::from(minute) - i64::from(old));
    out.extent = time.extent.and_then(|extent| {
        let shift = |at: Option<Instant>| at.and_then(|at| at.checked_add(by).ok());
        Some(Interval::closed(shift(extent.low)?, shift(extent.high)?))
    });
    out.fields.clock = time.fields.clock.map(|clock| Clock { minute, ..clock });
    let form = |minute: u16| format!("T{:02}:{:02}", minute / 60, minute % 60);
    out.timex = time.timex.replace(&form(old), &form(minute));
    out.edtf = time.edtf.replace(&form(old), &form(minute));
    out
}

/// From the start of one time to the end of another.
fn joined(first: Time, last: Time) -> Time {
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

fn days(first: Day, last: Day) -> Interval<Instant> {
    Interval::closed(first.at(0, 0, 0, 0), last.at(23, 59, 59, 0))
}

fn nth_cell(n: i64, grain: Grain, whole: Period) -> Option<Period> {
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
        let last = Period::of(grain, whole.last());
        let last = if last.last() > whole.last() && grain == Grain::Weekend {
            last.shift(-1)?
        } else {
            last
        };
        last.shift(n + 1)?
    };
    (cell.first() <= whole.last() && cell.last() >= whole.first()).then_some(cell)
}

fn nth_weekday(n: i64, day: i8, whole: Period) -> Option<Period> {
    let weekday = jiff::civil::Weekday::from_monday_one_offset(day).ok()?;
    let day = if n > 0 {
        add_days(nearest_weekday(whole.first(), weekday, true)?, 7 * (n - 1))?
    } else {
        add_days(nearest_weekday(whole.last(), weekday, false)?, 7 * (n + 1))?
    };
    (day <= whole.last() && day >= whole.first()).then(|| Period::of(Grain::Day, day))
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
