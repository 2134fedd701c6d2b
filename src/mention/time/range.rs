//! Reads two ends of a stretch of time: "5 to 9 May 1998", "from 4 p.m. to 5", "1939-45".

use super::compose::is_day;
use super::line::{Line, Read};
use super::shape::{Moment, Name, Shape};
use crate::lexicon::time::{List, Reference, TimeWord, listed};
use crate::value::Grain;

impl Line<'_> {
    pub(super) fn ranged(&self, at: usize) -> Read<Shape> {
        if let Some(found) = self.day_range(at).or_else(|| self.clock_range(at)) {
            return Some(found);
        }
        let (first, end) = self.joined(at)?;
        self.range_after(at, first.clone(), end)
            .or_else(|| self.bounded_twice(at, &first, end))
            .or_else(|| self.lasting_from(at, &first, end))
            .or_else(|| self.or_later(&first, end))
            .or(Some((first, end)))
    }

    /// "from 18 December for ten days", "from 4 p.m. for 30 minutes".
    fn lasting_from(&self, start: usize, first: &Shape, at: usize) -> Read<Shape> {
        let from = start == 0
            || self.before(start) == "from"
            || self.atoms[start..at].iter().any(|atom| &*atom.lower == "from");
        let begins = is_day(first) || matches!(first, Shape::At(_, Moment::Clock { .. }));
        let (length, end) = self.phrase(at, "for").and_then(|at| self.length(at))?;
        (from && begins).then(|| (Shape::Lasting(Box::new(first.clone()), length), end))
    }

    /// "after 5 May but before 9 May".
    fn bounded_twice(&self, start: usize, first: &Shape, at: usize) -> Read<Shape> {
        let ends = ["but before", "and before", "but no later than", "and no later than"];
        let after = matches!(self.before(start), "after" | "than" | "from");
        let next = ends.iter().find_map(|words| self.phrase(at, words)).filter(|_| after)?;
        let (second, end) = self.joined(next)?;
        // "after 2016 and before 2018" may be two of a list.
        let sure = self.is(at, &["but"]) || matches!(first, Shape::At(..));
        if let (Shape::At(None, from), Shape::At(Some(_), to)) = (first, &second) {
            let between = Moment::Between(Box::new(from.clone()), Box::new(to.clone()));
            return Some((on_day_of(&second, between), end));
        }
        (sure && rangeable(first) && alike(first, &second))
            .then(|| (range(first.clone(), second), end))
    }

    /// The second end of a range after its first.
    fn range_after(&self, at: usize, first: Shape, end: usize) -> Read<Shape> {
        let between = self.before(at) == "between";
        let and = between && self.is(end, &["and"]);
        let sep = and || listed(List::Through, self.word(end)) || self.is_iso_interval(&first, end);
        let led = between || self.before(at) == "from";
        let now = led && first == Shape::Reference(Reference::Present);
        if !sep || !(now || rangeable(&first)) {
            return None;
        }
        let next = self.skip(end + 1, &["-"]);
        if let Some(found) = self.short_end(&first, end, next) {
            return Some(found);
        }
        if let Some(after) = self.phrase(end, "to date").filter(|_| led) {
            return Some((range(first, Shape::Reference(Reference::Present)), after));
        }
        let (mut second, mut after) = self.joined(next)?;
        // "Monday to Friday, 9 a.m. to 5 p.m.": the days are the range.
        if let (Shape::Name(Name::Weekday(_)), Shape::At(Some(_), Moment::Between(..))) =
            (&first, &second)
        {
            let (day, end) = self.weekday(next)?;
            (second, after) = (Shape::Name(Name::Weekday(day)), end);
        }
        let second_ok =
            rangeable(&second) || matches!(second, Shape::Reference(Reference::Present));
        if !second_ok || (!alike(&first, &second) && !between && self.before(at) != "from") {
            return None;
        }
        let (second, after) = self.year_of_both(second, after);
        // "from Monday to Wednesday next week"
        let first = match (&first, &second) {
            (Shape::Name(Name::Weekday(_)), Shape::Inside(inner, week))
                if matches!(**inner, Shape::Name(Name::Weekday(_))) =>
            {
                Shape::Inside(Box::new(first), week.clone())
            }
            _ => first,
        };
        Some((with_year(first, second), after))
    }

    /// The year after two numeric dates: "5/1-5/7, 2020".
    fn year_of_both(&self, second: Shape, at: usize) -> (Shape, usize) {
        match (second, self.after_date(at)) {
            (Shape::Numeric(month, day, None), Some((year, end))) => {
                (Shape::Numeric(month, day, Some(year)), end)
            }
            (second, _) => (second, at),
        }
    }

    /// Whether "/" joins two dates of ISO 8601: "2015-03-28/2015-04-02".
    fn is_iso_interval(&self, first: &Shape, at: usize) -> bool {
        let day = match first {
            Shape::At(Some(day), _) => day,
            day => day,
        };
        let joined = self.is(at, &["/"]) && self.glued(at) && self.word(at + 1).len() == 4;
        joined && matches!(day, Shape::Dated(Name::MonthDay(..), _)) && self.is_number(at + 1)
    }

    /// "5-9" of "May 5-9, 1998", "45" of "1939-45".
    fn short_end(&self, first: &Shape, sep: usize, at: usize) -> Read<Shape> {
        match first {
            Shape::Year(year)
                if self.is(sep, &["-", "/"]) && self.word(at).len() == 2 && self.glued(at) =>
            {
                let (n, end) = self.digits(at, 2)?;
                let last = i16::try_from(i64::from(*year) / 100 * 100 + n).ok()?;
                let unit = self.glued(end) && (self.is_word(end) || self.is(end, &["-", "/"]));
                (last > *year && !unit).then(|| (range(first.clone(), Shape::Year(last)), end))
            }
            Shape::Name(Name::MonthDay(month, first_day)) => {
                let (day, end) = self.day_number(self.skip(at, &["the"]))?;
                let spelled = self.month(self.skip(end, &["of"])).is_some() || self.is(end, &["/"]);
                // "27 April to the 3rd" ends in May.
                let month = if day < *first_day { month % 12 + 1 } else { *month };
                let second = Shape::Name(Name::MonthDay(month, day));
                if spelled || self.is_counted(end) {
                    return None;
                }
                Some(match self.after_date(end) {
                    Some((year, end)) => (
                        with_year(first.clone(), Shape::Dated(Name::MonthDay(month, day), year)),
                        end,
                    ),
                    None => (range(first.clone(), second), end),
                })
            }
            _ => None,
        }
    }

    /// "5 to 9 May 1998", "the 5th and 9th of May" after "between".
    fn day_range(&self, at: usize) -> Read<Shape> {
        let the = self.skip(at, &["the"]);
        let (day, end) = self.day_number(the)?;
        let and = self.before(at) == "between" && self.is(end, &["and"]);
        if !and && !listed(List::Through, self.word(end)) {
            return None;
        }
        let next = self.skip(end + 1, &["the"]);
        self.day_number(next)?;
        let Some((second, after)) = self.date(next) else {
            return self.days_alone(at, end + 1);
        };
        match second {
            Shape::Name(Name::MonthDay(month, last))
            | Shape::Dated(Name::MonthDay(month, last), _) => {
                // "the 27th to the 3rd of April" begins in March.
                let month = if day > last { (month + 10) % 12 + 1 } else { month };
                Some((with_year(Shape::Name(Name::MonthDay(month, day)), second), after))
            }
            _ => None,
        }
    }

    /// "the 3rd" + "the 9th" of a month that is not told, after "from" or "between".
    fn days_alone(&self, at: usize, next: usize) -> Read<Shape> {
        let led = matches!(self.before(at), "from" | "between");
        let day = |at: usize| {
            let (n, end) = self.phrase(at, "the").and_then(|at| self.ordinal(at))?;
            let n = i8::try_from(n).ok().filter(|n| (1..=31).contains(n))?;
            Some((Shape::Name(Name::DayOfMonth(n)), end))
        };
        let ((first, _), (second, end)) = (day(at)?, day(next)?);
        let digits = self.is_number(at + 1) && self.is_number(next + 1);
        let free = self.ends_clause(end) || listed(List::ClauseBeginnings, self.word(end));
        (led && digits && free).then(|| (range(first, second), end))
    }

    /// "0730-0930": one of the two begins with a zero, so that they are no years.
    fn military_range(&self, at: usize) -> Read<Shape> {
        let ((first, end), sep) = (self.four_digit_hour(at)?, ["-", "to", "and", "until"]);
        let (second, after) = self.four_digit_hour(end + 1).filter(|_| self.is(end, &sep))?;
        let zero = [at, end + 1].iter().any(|at| self.word(*at).starts_with('0'));
        let moment = Moment::Between(Box::new(first), Box::new(second));
        if zero { self.moment_and_date(moment, after) } else { None }
    }

    /// "9-11am", "from 4pm to 5pm", "between 9:30 and 11".
    pub(super) fn clock_range(&self, at: usize) -> Read<Shape> {
        let led = matches!(self.before(at), "from" | "between");
        if let Some(found) = self.military_range(at).filter(|_| led) {
            return Some(found);
        }
        if let Some((between, end)) = self.working_hours(at) {
            return self.moment_and_date(between, end);
        }
        let (first, end) = self.clock(at).or_else(|| self.hour_of_range(at))?;
        let and = self.before(at) == "between" && self.is(end, &["and"]);
        if !and && !listed(List::Through, self.word(end)) {
            return None;
        }
        let sure = self.clock(at).is_some();
        let (second, after) = match self.clock(end + 1) {
            Some(found) => found,
            None => self.bare_hour(end + 1).filter(|_| led || sure)?,
        };
        let part = matches!(self.row(after - 1), Some((TimeWord::Part(_), _)));
        let minutes = led && [&first, &second].into_iter().all(to_the_minute);
        let clocks = sure || part || minutes || self.clock(end + 1).is_some();
        let moment = Moment::Between(Box::new(first), Box::new(second));
        let (shape, after) = self.moment_and_date(moment, after)?;
        let dated = matches!(shape, Shape::At(Some(_), _));
        (clocks || dated).then_some((shape, after))
    }
}

/// `moment` on the day of a time of day.
fn on_day_of(timed: &Shape, moment: Moment) -> Shape {
    let day = if let Shape::At(day, _) = timed { day.clone() } else { None };
    Shape::At(day, moment)
}

fn to_the_minute(moment: &Moment) -> bool {
    matches!(moment, Moment::Clock { clock, .. } if clock.exact)
}

/// Whether a shape may be an end of a range.
fn rangeable(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::Name(_)
            | Shape::Year(_)
            | Shape::Fiscal(_)
            | Shape::Dated(..)
            | Shape::Numeric(..)
            | Shape::Decade(..)
            | Shape::Cell(..)
            | Shape::Chosen(..)
            | Shape::NextDay(_)
            | Shape::Day(_)
            | Shape::At(..)
            | Shape::Nth(..)
            | Shape::Edge(..)
            | Shape::Inside(..)
            | Shape::Century(_)
            | Shape::On(..)
    )
}

/// Whether two ends of a range are of one kind.
fn alike(first: &Shape, second: &Shape) -> bool {
    let grain = |shape: &Shape| match shape {
        Shape::Name(name) | Shape::Dated(name, _) | Shape::Chosen(_, name) => Some(name.grain()),
        Shape::Year(_) | Shape::Fiscal(_) => Some(Grain::Year),
        Shape::Decade(..) => Some(Grain::Decade),
        Shape::Numeric(..) | Shape::Day(_) | Shape::NextDay(_) | Shape::On(..) => Some(Grain::Day),
        Shape::Inside(inner, _) => match &**inner {
            Shape::Name(name) => Some(name.grain()),
            _ => None,
        },
        Shape::At(..) => Some(Grain::Minute),
        _ => None,
    };
    grain(first).is_some() && grain(first) == grain(second)
}

fn range(first: Shape, second: Shape) -> Shape {
    Shape::Range(Box::new(first), Box::new(second))
}

/// A range whose first end takes the year of the second, or the year before when it would lie
/// after it ("November to February 2017").
fn with_year(first: Shape, second: Shape) -> Shape {
    let first = match (&first, &second) {
        (Shape::Numeric(month, day, None), Shape::Numeric(_, _, Some(year))) => {
            Shape::Numeric(*month, *day, Some(*year))
        }
        (Shape::Name(a), Shape::Dated(b, year)) => {
            Shape::Dated(*a, if order(*a) > order(*b) { year - 1 } else { *year })
        }
        _ => first,
    };
    range(first, second)
}

fn order(name: Name) -> (i8, i8) {
    match name {
        Name::Month(month) => (month, 0),
        Name::MonthDay(month, day) => (month, day),
        Name::Quarter(n) | Name::Half(n) | Name::Season(n) => (n, 0),
        _ => (0, 0),
    }
}
