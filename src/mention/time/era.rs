//! Reads years of an era: "44 BC", "AD 476", "the 5th century BC".

use super::line::{Line, Read};
use super::shape::Shape;
use crate::lexicon::time::TimeWord;

impl Line<'_> {
    /// "44 BC", "AD 476".
    pub(super) fn year_of_era(&self, at: usize) -> Read<Shape> {
        if let Some((true, after)) = self.era(at) {
            let (year, end) = self.digits(after, 4)?;
            let year = i16::try_from(year).ok().filter(|year| (1..=2100).contains(year))?;
            return Some((Shape::Year(year), end));
        }
        let (year, end) = self.digits(at, 4)?;
        let (false, end) = self.era(end)? else { return None };
        Some((Shape::Year(before_christ(year)?), end))
    }

    /// Whether the era at `at`, in capitals or with full stops, is that after the year one.
    pub(super) fn era(&self, at: usize) -> Read<bool> {
        let (TimeWord::Era(after), end) = self.row(at)? else { return None };
        (self.capital(at) || self.is(at + 1, &["."])).then_some((after, end))
    }

    /// The end of the era after a year that is after the year one; `at` when there is none.
    pub(super) fn after_christ(&self, at: usize) -> usize {
        self.era(at).filter(|era| era.0).map_or(at, |era| era.1)
    }

    /// A century with its number, and the era after it at `at`.
    pub(super) fn century(&self, n: i64, at: usize) -> Read<Shape> {
        let n = i16::try_from(n).ok().filter(|n| (1..=30).contains(n))?;
        Some(match self.era(at) {
            Some((false, end)) => (Shape::Century(-n), end),
            Some((true, end)) => (Shape::Century(n), end),
            None => (Shape::Century(n), at),
        })
    }
}

/// The year before the year one is 0.
fn before_christ(year: i64) -> Option<i16> {
    i16::try_from(1 - year).ok().filter(|year| (-9000..=0).contains(year))
}
