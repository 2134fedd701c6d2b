//! What is said of a time that cannot be placed in the calendar: EDTF and TIMEX3 with `X` for what
//! is not known.

use super::measure as length;
use super::shape::{Every, Name};
use crate::lexicon::time::{Reference, Which};
use crate::value::{DayPart, Fields, Grain, Time};

/// "5 March" when its year is not known.
pub(super) fn unplaced_name(name: Name) -> Time {
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
        Name::Feast(crate::value::Feast::Fixed(month, day), 1) => {
            return unplaced_name(Name::MonthDay(month, day));
        }
        Name::Feast(..) => "XXXX-XX-XX".to_owned(),
    };
    Time { fields, grain: name.grain(), edtf: timex.clone(), timex, ..Time::default() }
}

pub(super) fn dated(name: Name, year: i16) -> Time {
    Time {
        fields: Fields { year: Some(year), ..Fields::default() },
        timex: unplaced_name(name).timex.replacen("XXXX", &format!("{year:04}"), 1),
        ..Time::default()
    }
}

pub(super) fn unplaced_cell(which: Which, grain: Grain) -> Time {
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

pub(super) fn unplaced_day(n: i64) -> Time {
    let fields = Fields { away: Some((Grain::Day, n)), ..Fields::default() };
    Time { fields, grain: Grain::Day, timex: "XXXX-XX-XX".to_owned(), ..Time::default() }
}

pub(super) fn direction(reference: Reference) -> Time {
    let timex = match reference {
        Reference::Past => "PAST_REF",
        Reference::Present => "PRESENT_REF",
        Reference::Future => "FUTURE_REF",
    };
    Time { timex: timex.to_owned(), edtf: "..".to_owned(), ..Time::default() }
}

pub(super) fn recurring(every: Every) -> Time {
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
