//! Reads cells of the calendar from EDTF.

use jiff::civil::Date as Day;

use super::{Grain, Period};

impl Period {
    /// The cell that [`Period::edtf`] prints as `text`: a day, month, year, decade, century, season,
    /// quarter, half, or the days of a week or weekend. `None` for any other text.
    ///
    /// ```
    /// use corroborate::value::{Grain, Period};
    /// let spring = Period::from_edtf("1998-21").unwrap();
    /// assert_eq!((spring.grain(), spring.edtf().as_str()), (Grain::Season, "1998-21"));
    /// assert_eq!(Period::from_edtf("1998-13"), None);
    /// ```
    #[must_use]
    pub fn from_edtf(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let cell = match (text.split_once('/'), parts.as_slice()) {
            (Some((first, last)), _) => days(first.parse().ok()?, last.parse().ok()?),
            (None, [year]) => year_or_longer(year),
            (None, [year, part]) => part_of_year(number(year, 4)?, number(part, 2)?),
            (None, [_, _, _]) => text.parse().ok().map(|day| Self::of(Grain::Day, day)),
            _ => None,
        };
        // Other notations of a date are not those that are printed.
        cell.filter(|cell| cell.edtf() == text)
    }
}

/// A number of exactly so many digits.
fn number(text: &str, digits: usize) -> Option<i16> {
    let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}

/// Seven days from a Monday or two from a Saturday.
fn days(first: Day, last: Day) -> Option<Period> {
    let fits =
        |grain| Some(Period::of(grain, first)).filter(|p| (p.first(), p.last()) == (first, last));
    fits(Grain::Week).or_else(|| fits(Grain::Weekend))
}

/// `1998`, `199X`, `19XX`.
fn year_or_longer(text: &str) -> Option<Period> {
    let known = text.trim_end_matches('X');
    let (grain, years) = match text.len() - known.len() {
        0 => (Grain::Year, 1),
        1 => (Grain::Decade, 10),
        2 => (Grain::Century, 100),
        _ => return None,
    };
    let year = number(known, 4 - (text.len() - known.len()))?.checked_mul(years)?;
    Some(Period::of(grain, Day::new(year, 1, 1).ok()?))
}

/// Months 1 to 12, seasons 21 to 24, quarters 33 to 36, halves 40 and 41.
fn part_of_year(year: i16, part: i16) -> Option<Period> {
    let (grain, month) = match part {
        1..=12 => (Grain::Month, part),
        21..=24 => (Grain::Season, (part - 20) * 3),
        33..=36 => (Grain::Quarter, (part - 33) * 3 + 1),
        40 | 41 => (Grain::YearPart, (part - 40) * 6 + 1),
        _ => return None,
    };
    Some(Period::of(grain, Day::new(year, i8::try_from(month).ok()?, 1).ok()?))
}
