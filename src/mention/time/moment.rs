//! Places times of day, and parts of longer times.

use jiff::civil::Date as Day;

use super::anchor::{Anchor, Tense};
use super::resolve::{Placed, days, joined, placed};
use super::shape::{Every, Moment, Shape};
use super::unplaced::recurring;
use crate::lexicon::time::Edge;
use crate::value::{Clock, DayPart, Grain, Instant, Interval, Period, Time, add_days, add_months};

impl Anchor {
    pub(super) fn at(&self, day: Option<&Shape>, moment: &Moment) -> Placed {
        if let (Some(Shape::Every(every)), Moment::Clock { clock, second, .. }) = (day, moment) {
            let mut base = recurring(*every);
            if !matches!(every, Every::Name(..)) {
                base.timex.clear();
            }
            let mut time = timed(None, base, *clock, *second);
            time.set = true;
            return Placed { time, cell: None };
        }
        let base = match day {
            Some(day) => self.place(day),
            None => match self.day_told() {
                Some(day) => placed(Some(Period::of(Grain::Day, day)), Time::default),
                None => Placed { cell: self.coming(moment), ..Placed::default() },
            },
        };
        let cell = base.cell.filter(|cell| cell.grain() == Grain::Day);
        let time = match moment {
            Moment::Clock { clock, second, zone, open } => {
                let time = zoned(timed(cell, base.time, *clock, *second), zone);
                if *open && second.is_none() && time.others.is_empty() {
                    either_half(time)
                } else {
                    time
                }
            }
            Moment::Part(part) => parted(cell, base.time, *part),
            Moment::Between(first, last) => {
                let end = |moment: &Moment| self.end(&base, cell, moment);
                let halves = (is_open(first), is_open(last));
                let (mut first, mut last) = (end(first), end(last));
                order_ends(&mut first, &mut last, halves);
                joined(first, last)
            }
        };
        Placed { time, cell }
    }

    /// The day of a time of day without one: today, or tomorrow for a midnight to come.
    fn coming(&self, moment: &Moment) -> Option<Period> {
        let midnight =
            matches!(moment, Moment::Clock { clock, open: false, .. } if clock.minute == 0);
        self.day(i64::from(midnight && self.tense == Tense::Future))
    }

    /// One end of a stretch between two times of day.
    fn end(&self, base: &Placed, cell: Option<Period>, moment: &Moment) -> Time {
        match moment {
            Moment::Clock { clock, second, zone, .. } => {
                zoned(timed(cell, base.time.clone(), *clock, *second), zone)
            }
            Moment::Part(part) => parted(cell, base.time.clone(), *part),
            Moment::Between(first, _) => self.end(base, cell, first),
        }
    }
}

/// "at 5" is most often in the afternoon and "at 9" in the morning; the other one is kept beside.
fn either_half(time: Time) -> Time {
    let Some(clock) = time.fields.clock else { return time };
    let other = moved(&time, (clock.minute + 720) % 1440);
    let (mut likely, other) =
        if (60..420).contains(&clock.minute) { (other, time) } else { (time, other) };
    likely.others = vec![other];
    likely
}

/// The first, middle or last third of a time; its TIMEX3 value stays that of the whole.
pub(super) fn narrowed(edge: Edge, mut whole: Placed) -> Placed {
    let Some(cell) = whole.cell else {
        if whole.time.extent.is_none() && whole.time.grain >= Grain::Week {
            whole.time.fields.third = Some((whole.time.grain, ordinal(edge)));
        }
        return whole;
    };
    if cell.grain() < Grain::Week {
        return whole;
    }
    let Some((from, to)) = third(edge, cell) else { return whole };
    let grain = match cell.grain() {
        Grain::Month => Grain::MonthPart,
        Grain::Year => Grain::YearPart,
        grain => grain,
    };
    let time =
        Time { extent: Some(days(from, to)), grain, edtf: format!("{from}/{to}"), ..whole.time };
    Placed { time, cell: whole.cell }
}

/// The first and last day of a third: ten days of a month, four months of a year.
fn third(edge: Edge, cell: Period) -> Option<(Day, Day)> {
    let (first, last) = (cell.first(), cell.last());
    let after = |thirds: i64| match cell.grain() {
        Grain::Month => add_days(first, 10 * thirds),
        Grain::Year => add_months(first, 4 * thirds),
        _ => add_days(first, i64::from((last - first).get_days()) / 3 * thirds),
    };
    let before = |thirds: i64| after(thirds).and_then(|day| add_days(day, -1));
    let whole = matches!(cell.grain(), Grain::Month | Grain::Year);
    Some(match edge {
        // The beginning of a year is its first quarter.
        Edge::Start if cell.grain() == Grain::Year => (first, add_days(add_months(first, 3)?, -1)?),
        Edge::Start | Edge::Early if whole => (first, before(1)?),
        Edge::Mid if cell.grain() == Grain::Month => (before(1)?, before(2)?),
        Edge::Mid if whole => (after(1)?, before(2)?),
        Edge::Late if whole => (after(2)?, last),
        Edge::Start | Edge::Early => (first, after(1)?),
        Edge::Mid => (after(1)?, add_days(first, i64::from((last - after(1)?).get_days()))?),
        Edge::Late => (add_days(last, -i64::from((after(1)? - first).get_days()))?, last),
    })
}

/// The first or second half of a time; its TIMEX3 value stays that of the whole.
pub(super) fn halved(first: bool, whole: Placed) -> Placed {
    let Some(cell) = whole.cell.filter(|cell| cell.grain() >= Grain::Week) else { return whole };
    let (start, last) = (cell.first(), cell.last());
    let half = i64::from((last - start).get_days()) / 2;
    let ends = if first {
        (Some(start), add_days(start, half))
    } else {
        (add_days(start, half), Some(last))
    };
    let (Some(from), Some(to)) = ends else { return whole };
    let time = Time { extent: Some(days(from, to)), edtf: format!("{from}/{to}"), ..whole.time };
    Placed { time, cell: whole.cell }
}

/// Which third it is.
const fn ordinal(edge: Edge) -> i8 {
    match edge {
        Edge::Start | Edge::Early => 1,
        Edge::Mid => 2,
        Edge::Late => 3,
    }
}

/// A time of day on `cell`, or on what `base` knows of the day.
pub(super) fn timed(cell: Option<Period>, base: Time, clock: Clock, second: Option<i8>) -> Time {
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

/// A time of day in a zone: kept as printed, and the letter of ISO 8601 where that is UTC.
fn zoned(mut time: Time, zone: &Option<String>) -> Time {
    let utc = |zone: &String| matches!(&*zone.to_lowercase(), "gmt" | "utc");
    if zone.as_ref().is_some_and(utc) {
        time.timex.push('Z');
    }
    time.zone.clone_from(zone);
    time
}

/// A part of the day on `cell`, or on what `base` knows of the day.
pub(super) fn parted(cell: Option<Period>, base: Time, part: DayPart) -> Time {
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
