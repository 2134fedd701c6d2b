//! Cells of the calendar: this day, that week, the third quarter of 1998.

use jiff::ToSpan as _;
use jiff::civil::{Date as Day, Weekday};

use super::{Grain, Instant, Interval};

/// A cell of the calendar at one grain from day to century.
///
/// ```
/// use corroborate::value::{Grain, Period};
/// let day = "1998-01-30".parse().unwrap();
/// assert_eq!(Period::of(Grain::Week, day).timex(), "1998-W05");
/// assert_eq!(Period::of(Grain::Quarter, day).shift(-1).unwrap().timex(), "1997-Q4");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    grain: Grain,
    first: Day,
}

impl Period {
    /// The cell of `grain` that holds `day`. Grains below the day give the day itself, parts of a
    /// month the month; the weekend of a weekday is the one that ends its week.
    #[must_use]
    pub fn of(grain: Grain, day: Day) -> Self {
        let back = |days: i64| day.saturating_sub(days.days());
        let monday = i64::from(day.weekday().to_monday_zero_offset());
        let (grain, first) = match grain {
            Grain::Weekend => (grain, back(monday).saturating_add(5.days())),
            Grain::Week => (grain, back(monday)),
            Grain::MonthPart | Grain::Month => (Grain::Month, day.first_of_month()),
            // Seasons run over the turn of the year: December belongs to the winter that follows.
            Grain::Season => (grain, cell(day, 3, 1)),
            Grain::Quarter => (grain, cell(day, 3, 0)),
            Grain::YearPart => (grain, cell(day, 6, 0)),
            Grain::Year => (grain, cell(day, 12, 0)),
            Grain::Decade => (grain, cell(day, 120, 0)),
            Grain::Century => (grain, cell(day, 1200, 0)),
            _ => (Grain::Day, day),
        };
        Self { grain, first }
    }

    /// The grain of the cell.
    #[must_use]
    pub const fn grain(self) -> Grain {
        self.grain
    }

    /// Its first day.
    #[must_use]
    pub const fn first(self) -> Day {
        self.first
    }

    /// Its last day. A season lasts to the end of the season by the sun, so that "summer" holds
    /// all days that anybody calls so.
    #[must_use]
    pub fn last(self) -> Day {
        let next = match self.grain {
            Grain::Weekend => self.first.saturating_add(2.days()),
            Grain::Season => {
                return self.first.saturating_add(3.months()).saturating_add(21.days());
            }
            _ => self.shift(1).map_or(Day::MAX, |next| next.first),
        };
        next.saturating_sub(1.days())
    }

    /// The cell of the same grain `by` cells later; `None` beyond the calendar.
    #[must_use]
    pub fn shift(self, by: i64) -> Option<Self> {
        let first = match self.months() {
            0 => add_days(self.first, by.checked_mul(self.days())?)?,
            months => add_months(self.first, by.checked_mul(months)?)?,
        };
        Some(Self { first, ..self })
    }

    /// The instants it holds, to the second.
    #[must_use]
    pub fn extent(self) -> Interval<Instant> {
        Interval::closed(self.first.at(0, 0, 0, 0), self.last().at(23, 59, 59, 0))
    }

    /// The value of TIMEX3.
    #[must_use]
    pub fn timex(self) -> String {
        let (year, month) = (self.first.year(), self.first.month());
        let within = (month - 1) % 12;
        match self.grain {
            Grain::Weekend => format!("{}-WE", week(self.first)),
            Grain::Week => week(self.first),
            Grain::Month => format!("{year:04}-{month:02}"),
            Grain::Quarter => format!("{year:04}-Q{}", within / 3 + 1),
            Grain::Season => format!("{year:04}-{}", ["SP", "SU", "FA", "WI"][season(month)]),
            Grain::YearPart => format!("{year:04}-H{}", within / 6 + 1),
            // TIMEX3 counts years before the year one as people do; the one before it is 0 here.
            Grain::Year if year < 1 => format!("BC{:04}", 1 - year),
            Grain::Century if year < 0 => format!("BC{:02}", -year / 100 - 1),
            Grain::Year => format!("{year:04}"),
            Grain::Decade => format!("{:03}", year.div_euclid(10)),
            Grain::Century => format!("{:02}", year.div_euclid(100)),
            _ => self.first.to_string(),
        }
    }

    /// EDTF, level 2: seasons 21–24, quarters 33–36, halves 40 and 41. Weeks are written as the
    /// days they last, because EDTF has none.
    #[must_use]
    pub fn edtf(self) -> String {
        let (year, month) = (self.first.year(), self.first.month());
        match self.grain {
            Grain::Week | Grain::Weekend => format!("{}/{}", self.first, self.last()),
            Grain::Quarter => format!("{year:04}-{}", 33 + (month - 1) / 3),
            Grain::Season => format!("{year:04}-{}", 21 + season(month)),
            Grain::YearPart => format!("{year:04}-{}", 40 + (month - 1) / 6),
            Grain::Year if year < 0 => format!("{year:05}"),
            Grain::Century if year < 0 => format!("-{:02}XX", -year / 100 - 1),
            Grain::Year => format!("{year:04}"),
            Grain::Decade => format!("{:03}X", year.div_euclid(10)),
            Grain::Century => format!("{:02}XX", year.div_euclid(100)),
            _ => self.timex(),
        }
    }

    /// Its length in months, 0 when it is counted in days.
    const fn months(self) -> i64 {
        match self.grain {
            Grain::Month => 1,
            Grain::Quarter | Grain::Season => 3,
            Grain::YearPart => 6,
            Grain::Year => 12,
            Grain::Decade => 120,
            Grain::Century => 1200,
            _ => 0,
        }
    }

    const fn days(self) -> i64 {
        if matches!(self.grain, Grain::Week | Grain::Weekend) { 7 } else { 1 }
    }
}

/// `day` moved by `days`; `None` beyond the calendar.
#[must_use]
pub fn add_days(day: Day, days: i64) -> Option<Day> {
    day.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// `day` moved by `months`, to the last of the month where it is shorter; `None` beyond the
/// calendar.
#[must_use]
pub fn add_months(day: Day, months: i64) -> Option<Day> {
    day.checked_add(jiff::Span::new().try_months(months).ok()?).ok()
}

/// The first day of the run of `size` months that holds `day`; runs are counted from January of
/// year 0 less `lead` months.
fn cell(day: Day, size: i64, lead: i64) -> Day {
    let month = i64::from(day.year()) * 12 + i64::from(day.month()) - 1;
    let into = (month + lead).rem_euclid(size);
    day.first_of_month().saturating_sub(into.months())
}

fn season(month: i8) -> usize {
    usize::try_from((month + 9) % 12 / 3).unwrap_or(0)
}

fn week(day: Day) -> String {
    let week = day.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The first `weekday` on or after `day` when `ahead`, else the last one on or before it; `None`
/// beyond the calendar.
#[must_use]
pub fn nearest_weekday(day: Day, weekday: Weekday, ahead: bool) -> Option<Day> {
    let until = i64::from(day.weekday().until(weekday));
    let since = i64::from(day.weekday().since(weekday));
    add_days(day, if ahead { until } else { -since })
}
