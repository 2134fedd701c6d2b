//! Reads lengths and parts of time that no number tells: "the weeks ahead", "a year or two", "the
//! last half of the 1980s", "1994 or later".

use super::line::{Line, Read};
use super::number::Amount;
use super::shape::{From, Length, Moment, Name, Shape};
use crate::lexicon::time::{List, TimeWord, Which, listed};
use crate::value::{DayPart, Grain};

impl Line<'_> {
    /// "the early hours of Friday", "the small hours of 5 May".
    pub(super) fn small_hours(&self, at: usize) -> Read<Shape> {
        let start = self.skip(at, &["the"]);
        let led = self.is(start, &["early", "small"]) && self.is(start + 1, &["hours"]);
        let of = self.phrase(start + 2, "of").filter(|_| led)?;
        let (day, end) = self.relative(of).or_else(|| self.date(of))?;
        let day = match day {
            Shape::At(Some(day), Moment::Part(DayPart::Morning)) => *day,
            day => day,
        };
        let end = match self.row(end) {
            Some((TimeWord::Part(DayPart::Morning), after)) => after,
            _ => end,
        };
        let morning = Moment::Part(DayPart::Morning);
        super::compose::is_day(&day).then(|| (Shape::At(Some(Box::new(day)), morning), end))
    }

    /// "the weeks ahead", "the early years": what lies after the article.
    pub(super) fn vague_part(&self, at: usize) -> Read<Shape> {
        let start = at + usize::from(listed(List::VagueParts, self.word(at)));
        let (length, end) = self.bare_plural(start)?;
        match self.phrase(end, "ahead") {
            Some(end) if start == at => Some((Shape::Stretch(length, Which::Next), end)),
            _ => (start > at).then_some((Shape::Length(length), end)),
        }
    }

    /// "weeks" + "or months": the index after the second.
    pub(super) fn or_plural(&self, at: usize) -> usize {
        let joined = self.is(at, &["or", "and"]).then_some(at + 1);
        joined.and_then(|at| self.bare_plural(at)).map_or(at, |found| found.1)
    }

    /// "a year" + "or two", "six weeks" + "or so": the index after it.
    pub(super) fn or_so(&self, article: bool, at: usize) -> usize {
        let two = || self.phrase(at, "or two").filter(|end| article && self.unit(*end).is_none());
        self.phrase(at, "or so").or_else(two).unwrap_or(at)
    }

    /// "week-long", "decades-long": so long a time.
    pub(super) fn long(&self, at: usize) -> Read<Length> {
        let ((grain, count), end) = self.unit(at)?;
        let long = self.phrase(end, "- long").filter(|_| self.glued(end) && self.glued(end + 1))?;
        let plural = self.word(end - 1).ends_with('s');
        let amount = if plural { Amount::Vague } else { Amount::Exact(1.into()) };
        Some((Length { parts: vec![(amount, grain, count)], article: false }, long))
    }

    /// "the first half of May", "the last half of the 1980s".
    pub(super) fn half_of(&self, at: usize) -> Read<Shape> {
        let the = self.skip(at, &["the"]);
        let first = match self.word(the) {
            "first" => true,
            "second" | "last" | "latter" => false,
            _ => return None,
        };
        let of = self.phrase(the + 1, "half of")?;
        let (whole, end) =
            self.chosen(of).or_else(|| self.the_cell(of)).or_else(|| self.date(of))?;
        let halves = match whole {
            Shape::Name(Name::Month(_))
            | Shape::Dated(Name::Month(_), _)
            | Shape::Decade(..)
            | Shape::Century(_) => true,
            Shape::Cell(_, grain) => {
                matches!(grain, Grain::Week | Grain::Month | Grain::Decade | Grain::Century)
            }
            _ => false,
        };
        halves.then(|| (Shape::Half(first, Box::new(whole)), end))
    }

    /// "the eve of Diwali".
    pub(super) fn eve_of(&self, at: usize) -> Read<Shape> {
        let of = self.phrase(self.skip(at, &["the"]), "eve of")?;
        let (day, end) = self.date(of)?;
        super::compose::is_day(&day).then(|| (day_before(day), end))
    }

    /// "1994" + "or later": from then on; "or earlier": up to then.
    pub(super) fn or_later(&self, shape: &Shape, at: usize) -> Read<Shape> {
        let until = ["or earlier", "or before"].iter().find_map(|words| self.phrase(at, words));
        let since = ["or later", "or beyond", "and beyond", "onward", "onwards"];
        let since = || since.iter().find_map(|words| self.phrase(at, words));
        let dated = matches!(
            shape,
            Shape::Year(_)
                | Shape::Name(_)
                | Shape::Dated(..)
                | Shape::Cell(..)
                | Shape::Decade(..)
        );
        let end = until.or_else(since).filter(|_| dated)?;
        Some((Shape::Open(until.is_some(), Box::new(shape.clone())), end))
    }
}

/// The day before a day.
pub(super) fn day_before(day: Shape) -> Shape {
    let parts = vec![(Amount::Exact(1.into()), Grain::Day, 1)];
    Shape::Shift(Length { parts, article: false }, -1, From::Shape(Box::new(day)))
}
