//! Days that recur in the calendar by rule.

use jiff::civil::{Date as Day, Weekday};

use super::{add_days, nearest_weekday};

/// How the day of a feast is found in a year of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feast {
    /// `Fixed(m, d)` is day `d` of month `m`.
    Fixed(i8, i8),
    /// `Nth(m, w, n, plus)` is `plus` days after the `n`th weekday `w` (1 is Monday) of month
    /// `m`, counted from its end when `n` is negative.
    Nth(i8, i8, i8, i8),
    /// So many days after Easter Sunday of the western churches.
    Easter(i8),
    /// So many days after Easter Sunday of the eastern churches.
    OrthodoxEaster(i8),
    /// `BeforeDay(m, d, w)` is the last weekday `w` before day `d` of month `m`.
    BeforeDay(i8, i8, i8),
    /// `Moved(m, d, w, by)` is day `d` of month `m`, or `by` days on when that is weekday `w`.
    Moved(i8, i8, i8, i8),
    /// `Listed(days, plus)` is `plus` days after the day that is listed for the year: feasts that
    /// follow another calendar.
    Listed(&'static [ListedDay], i8),
}

/// Year, month and day of a feast, and how many days it lasts.
pub type ListedDay = (i16, i8, i8, u8);

impl Feast {
    /// Its day in `year`; `None` outside the years in which the rule can be computed.
    ///
    /// ```
    /// use corroborate::value::Feast;
    /// assert_eq!(Feast::Easter(0).day(2025).unwrap().to_string(), "2025-04-20");
    /// assert_eq!(Feast::Nth(11, 4, 4, 0).day(2025).unwrap().to_string(), "2025-11-27");
    /// ```
    #[must_use]
    pub fn day(self, year: i16) -> Option<Day> {
        match self {
            Self::Fixed(month, day) => Day::new(year, month, day).ok(),
            Self::Nth(month, weekday, n, plus) => {
                add_days(nth_weekday(year, month, weekday, n)?, i64::from(plus))
            }
            Self::Easter(plus) => add_days(easter(year)?, i64::from(plus)),
            Self::OrthodoxEaster(plus) => add_days(orthodox_easter(year)?, i64::from(plus)),
            Self::BeforeDay(month, day, weekday) => {
                let day = add_days(Day::new(year, month, day).ok()?, -1)?;
                nearest_weekday(day, self::weekday(weekday)?, false)
            }
            Self::Moved(month, day, weekday, by) => {
                let day = Day::new(year, month, day).ok()?;
                let on = day.weekday() == self::weekday(weekday)?;
                add_days(day, if on { i64::from(by) } else { 0 })
            }
            Self::Listed(days, plus) => {
                let (year, month, day, _) = listed(days, year)?;
                add_days(Day::new(year, month, day).ok()?, i64::from(plus))
            }
        }
    }

    /// How many days it lasts in `year`, where that differs from year to year.
    #[must_use]
    pub fn days(self, year: i16) -> Option<u8> {
        let Self::Listed(days, _) = self else { return None };
        listed(days, year).map(|(.., days)| days)
    }

    /// Whether its day is found by watching the moon or by other habits of a place, so that it may
    /// differ by a day from the one given.
    #[must_use]
    pub const fn is_uncertain(self) -> bool {
        matches!(self, Self::Listed(..))
    }
}

/// The first day listed for `year`.
fn listed(days: &'static [ListedDay], year: i16) -> Option<ListedDay> {
    let at = days.partition_point(|day| day.0 < year);
    days.get(at).copied().filter(|day| day.0 == year)
}

/// The weekday of its ISO number, 1 for Monday.
pub(super) fn weekday(number: i8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(number).ok()
}

/// The `n`th `weekday` (1 for Monday) of a month, from its end when `n` is negative; `None` when
/// there are not so many.
fn nth_weekday(year: i16, month: i8, weekday: i8, n: i8) -> Option<Day> {
    let first = Day::new(year, month, 1).ok()?;
    first.nth_weekday_of_month(n, self::weekday(weekday)?).ok()
}

/// The anonymous Gregorian computus (Meeus, Jones, Butcher), from the year 1583 on.
fn easter(year: i16) -> Option<Day> {
    let year_ = i32::from(year);
    if year_ < 1583 {
        return None;
    }
    let (a, b, c) = (year_ % 19, year_ / 100, year_ % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let at = h + l - 7 * m + 114;
    Day::new(year, i8::try_from(at / 31).ok()?, i8::try_from(at % 31 + 1).ok()?).ok()
}

/// The Julian computus of Meeus, moved to the Gregorian calendar.
fn orthodox_easter(year: i16) -> Option<Day> {
    let year_ = i32::from(year);
    if year_ < 1583 {
        return None;
    }
    let (a, b, c) = (year_ % 4, year_ % 7, year_ % 19);
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let at = d + e + 114;
    let julian =
        Day::new(year, i8::try_from(at / 31).ok()?, i8::try_from(at % 31 + 1).ok()?).ok()?;
    let ahead = year_ / 100 - year_ / 400 - 2;
    add_days(julian, i64::from(ahead))
}
