//! Reads dates in digits: "2025-03-05", "3/5/2025", "5.3.2025", "3/2025".

use super::calendar::full_year;
use super::line::{Line, Read};
use super::shape::{Name, Shape};
use crate::lexicon::time::TimeWord;

const SEPARATORS: [&str; 3] = ["-", "/", "."];

impl Line<'_> {
    pub(super) fn numeric(&self, at: usize) -> Read<Shape> {
        let year = self.word(at).len() == 4 && self.is(at.wrapping_sub(1), &["/"]);
        if at > 0 && !year && self.glued(at) && self.is(at - 1, &["/", ".", ",", "$", ":"]) {
            return None;
        }
        if self.continues_code(at) {
            return None;
        }
        None.or_else(|| self.year_month_day(at))
            .or_else(|| self.run_together(at))
            .or_else(|| self.year_month(at))
            .or_else(|| self.three_numbers(at))
            .or_else(|| self.day_month_name(at))
            .or_else(|| self.month_year(at))
            .or_else(|| self.two_numbers(at))
    }

    /// "03-03-2020" of "133-03-03-2020": one of several numbers between hyphens.
    fn continues_code(&self, at: usize) -> bool {
        let joined = at > 1
            && self.glued(at)
            && self.glued(at - 1)
            && self.is(at - 1, &["-"])
            && self.is_number(at - 2);
        let more = self.glued(at + 1) && self.is(at + 1, &["-"]) && self.is_number(at + 2);
        // After the year of another date it is the end of a range.
        joined && more && self.year(at.saturating_sub(2)).is_none()
    }

    /// The separator at `at` with the number after it; spaces are allowed on both sides or none.
    fn next_number(&self, at: usize, separator: &str, digits: usize) -> Read<i64> {
        let spaced = self.glued(at) == self.glued(at + 1);
        (self.word(at) == separator && spaced).then(|| self.digits(at + 1, digits))?
    }

    fn separator(&self, at: usize) -> Option<&str> {
        SEPARATORS.into_iter().find(|separator| *separator == self.word(at) && self.glued(at))
    }

    /// ISO 8601 and its kin, with a month in digits or letters.
    fn year_month_day(&self, at: usize) -> Read<Shape> {
        let pointed = || self.pointed_year(at);
        let (year, end) = self.year(at).filter(|_| self.is_number(at)).or_else(pointed)?;
        let separator = self.separator(end)?;
        let (month, end) = match self.month(end + 1) {
            Some((month, end)) => (i64::from(month), end),
            None => self.next_number(end, separator, 2)?,
        };
        let (day, end) = self.next_number(end, separator, 2)?;
        let end = if self.is(end, &["t"]) && self.glued(end) && self.is_number(end + 1) {
            end + 1
        } else {
            end
        };
        Some((Shape::Dated(month_day(month, day)?, year), end))
    }

    /// "20030522", the basic form of ISO 8601.
    fn run_together(&self, at: usize) -> Read<Shape> {
        let (n, end) = self.digits(at, 8).filter(|_| self.word(at).len() == 8)?;
        let year = i16::try_from(n / 10_000).ok().filter(|year| (1900..=2099).contains(year))?;
        let free = |at: usize| !self.glued(at) || !self.is_word(at) && !self.is(at, &["-", "/"]);
        let own = free(end) || self.is(end, &["t"]);
        let day = month_day(n / 100 % 100, n % 100)?;
        (own && free(at) && !self.is_counted(end)).then_some((Shape::Dated(day, year), end))
    }

    /// The year of "2003.05.22".
    fn pointed_year(&self, at: usize) -> Read<i16> {
        let (year, end) = self.digits(at, 4).filter(|_| self.word(at).len() == 4)?;
        let two = |at: usize| self.word(at).len() == 2 && self.is_number(at);
        let points = self.is(end, &["."]) && two(end + 1) && self.is(end + 2, &["."]);
        let more = self.is(end + 4, &["."]) && self.is_number(end + 5);
        let year = i16::try_from(year).ok().filter(|year| (1900..=2099).contains(year))?;
        (points && two(end + 3) && !more).then_some((year, end))
    }

    /// "2016-10" and "2019-W05" of ISO 8601; "2004-05" and "2009-11" may be spans of years.
    fn year_month(&self, at: usize) -> Read<Shape> {
        let (year, end) = self.year(at).filter(|_| self.is_number(at))?;
        let tight = self.is(end, &["-"]) && self.glued(end) && self.glued(end + 1);
        let week = self.is(end + 1, &["w"]) && self.glued(end + 2);
        let (n, after) = self.digits(if week { end + 2 } else { end + 1 }, 2).filter(|_| tight)?;
        let more = self.glued(after)
            && (self.is_word(after)
                || self.is(after, &["-", "/", ".", "%"])
                    && self.glued(after + 1)
                    && self.is_number(after + 1)
                    && self.word(after + 1).len() < 4);
        let n = i8::try_from(n).ok().filter(|_| !more && self.word(after - 1).len() == 2)?;
        if week {
            return (1..=53).contains(&n).then_some((Shape::Week(n, Some(year)), after));
        }
        let month = (1..=12).contains(&n) && i16::from(n) <= year % 100;
        month.then_some((Shape::Dated(Name::Month(n), year), after))
    }

    fn three_numbers(&self, at: usize) -> Read<Shape> {
        let (a, end) = self.digits(at, 2)?;
        let separator = self.separator(end).or_else(|| self.is(end, &["/"]).then_some("/"))?;
        let (b, end) = self.next_number(end, separator, 2)?;
        let (year, after) = self.next_number(end, separator, 4)?;
        let year = match self.word(after - 1).len() {
            4 => i16::try_from(year).ok().filter(|year| (1000..=2199).contains(year))?,
            2 => full_year(year)?,
            _ => return None,
        };
        let version = self.glued(after) && self.is(after, &[".", "/"]) && self.is_number(after + 1);
        if version {
            return None;
        }
        // Full stops between the numbers are the habit of countries that put the day first.
        let shape = match separator {
            "." => Shape::Dated(month_day(b, a).or_else(|| month_day(a, b))?, year),
            _ => either(a, b, Some(year))?,
        };
        Some((shape, after))
    }

    /// "05-Aug-2016", "5/Mar/98".
    fn day_month_name(&self, at: usize) -> Read<Shape> {
        let (day, end) = self.digits(at, 2)?;
        let separator = self.separator(end)?;
        let (month, end) = self.month(end + 1)?;
        let (year, after) = self.next_number(end, separator, 4)?;
        let year = match self.word(after - 1).len() {
            4 => i16::try_from(year).ok()?,
            _ => full_year(year)?,
        };
        Some((Shape::Dated(month_day(i64::from(month), day)?, year), after))
    }

    /// "2/2013", "12-2015".
    fn month_year(&self, at: usize) -> Read<Shape> {
        let (month, end) = self.digits(at, 2)?;
        let separator = self.separator(end).filter(|separator| *separator != ".")?;
        let (year, after) = self.next_number(end, separator, 4)?;
        let year = i16::try_from(year).ok().filter(|year| (1900..=2099).contains(year))?;
        let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
        Some((Shape::Dated(Name::Month(month), year), after))
    }

    /// "22/04" where a date is expected, not a fraction or a score.
    fn two_numbers(&self, at: usize) -> Read<Shape> {
        let (a, end) = self.digits(at, 2)?;
        let (b, after) = self.next_number(end, "/", 2).filter(|_| self.glued(end))?;
        let lone =
            at == 0 && (after == self.atoms.len() || self.is(after, &["-", "at", "to", "@"]));
        let expected = self.expected(at)
            && !self.is(at.wrapping_sub(1), &["of", "than", "about", "as", "around", "for"]);
        let expected = expected || matches!(self.row_before(at), Some(TimeWord::Weekday(_)));
        // "4/3-4/7" but no "$5.91-1/2"
        let ranged = at > 3
            && self.is(at - 1, &["-", "to"])
            && self.is_number(at - 2)
            && self.is(at - 3, &["/"]);
        let listed = ranged || self.is(at.wrapping_sub(1), &["-", ",", "on", "dated"]) && at > 1;
        let unit =
            self.is(after, &["of", "%"]) || self.unit(after).is_some() || self.is(after, &["/"]);
        let unit = unit || self.glued(after) && self.is_word(after);
        // "2 spoons and 1/2 cup"
        let unit = unit
            || self.is(at.wrapping_sub(1), &["and", "or"])
                && self.is_word(after)
                && self.row(after).is_none();
        if unit || !(lone || expected || ranged || listed && b > 9) || (a, b) == (24, 7) {
            return None;
        }
        Some((either(a, b, None)?, after))
    }
}

/// The only reading of two numbers as month and day, or both.
fn either(a: i64, b: i64, year: Option<i16>) -> Option<Shape> {
    let (month_first, day_first) = (month_day(a, b), month_day(b, a));
    match (month_first, day_first) {
        (Some(name), None) | (None, Some(name)) => Some(match year {
            Some(year) => Shape::Dated(name, year),
            None => Shape::Name(name),
        }),
        (Some(name), Some(_)) if a == b => Some(match year {
            Some(year) => Shape::Dated(name, year),
            None => Shape::Name(name),
        }),
        (Some(Name::MonthDay(month, day)), Some(_)) => Some(Shape::Numeric(month, day, year)),
        _ => None,
    }
}

fn month_day(month: i64, day: i64) -> Option<Name> {
    let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
    let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
    Some(Name::MonthDay(month, day))
}
