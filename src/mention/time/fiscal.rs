//! Reads years of accounts ("fiscal 1998", "FY25") and periods told by the day on which they ended
//! ("the quarter ended Sept. 30").

use super::anchor::Anchor;
use super::calendar::full_year;
use super::line::{Line, Read};
use super::measure;
use super::resolve::{Placed, days};
use super::shape::{Name, Node, Shape};
use crate::lexicon::time::{Edge, TimeWord};
use crate::value::{Fields, Grain, Period, Time, add_days, add_months};

/// A year of accounts, or a part of one.
pub(super) fn fiscal(shape: Shape) -> Shape {
    Shape::Fiscal(Box::new(shape))
}

/// The time of a fiscal year: what it is called is known, where it begins is not.
pub(super) fn of_accounts(whole: Placed) -> Placed {
    let Placed { mut time, cell } = whole;
    time.extent = None;
    time.fields.fiscal = true;
    if !time.edtf.contains(['/', 'X']) {
        time.edtf.push('~');
    }
    Placed { time, cell }
}

impl Line<'_> {
    /// "fiscal 1998", "fiscal year 1998", "FY2018", "FY25", "FY2024/25".
    pub(super) fn fiscal(&self, at: usize) -> Read<Shape> {
        let (year, end) = self.fiscal_year(at)?;
        let end = self.turn_of_year(year, end).unwrap_or(end);
        Some((fiscal(Shape::Year(year)), end))
    }

    fn fiscal_year(&self, at: usize) -> Read<i16> {
        let Some((TimeWord::Fiscal, start)) = self.row(at) else { return None };
        let short = || self.short_year(start).or_else(|| self.two_digit_year(at, start));
        self.year(start).or_else(short)
    }

    /// "25" of "FY25", "Q3 FY25" and "3Q25": two digits after words that begin at `lead`.
    pub(super) fn two_digit_year(&self, lead: usize, at: usize) -> Read<i16> {
        let led = self.is(at.wrapping_sub(1), &["fy"])
            || lead == at && self.glued(at) && self.is(at.wrapping_sub(1), &["q", "h"]);
        let (year, end) = self.digits(at, 2).filter(|_| led && self.word(at).len() == 2)?;
        let more = self.glued(end) && (self.is_word(end) || self.is(end, &["%"]));
        (!more).then_some((full_year(year)?, end))
    }

    /// "fiscal 2024" before "third quarter", "FY25" before "Q3": the year with what follows.
    pub(super) fn fiscal_lead(&self, at: usize) -> Option<(Option<i16>, usize)> {
        let (year, end) = self.fiscal_year(at)?;
        let possessive = self.phrase(end, "' s").unwrap_or(end);
        Some((Some(year), self.skip(possessive, &["-", ","])))
    }

    /// A quarter or half that a word between `start` and `end` says to be one of accounts.
    pub(super) fn of_accounts(&self, start: usize, end: usize, shape: Shape) -> Shape {
        let row = |at: usize| matches!(self.row(at), Some((TimeWord::Fiscal, _)));
        if (start..end).any(row) { fiscal(shape) } else { shape }
    }

    /// The day on which a period ended, when that follows it: "the quarter" + "ended Sept. 30",
    /// "the six months" + "to 30 June".
    fn ends_with<'n>(&self, node: &Node, next: Option<&'n Node>) -> Option<&'n Node> {
        let next = next?;
        let on = self.skip(node.end + 1, &["on"]);
        let ended = self.is(node.end, &["ended", "ending"]);
        let period = matches!(
            node.shape,
            Shape::Length(_)
                | Shape::Cell(_, Grain::Week | Grain::Month | Grain::Quarter | Grain::Year)
        );
        let to = period
            && self.is(node.end, &["to", "through"])
            && (self.is(node.start, &["the"]) || self.before(node.start) == "the");
        // "the six months" + "to the end of June"
        let close = (next.start..next.end).any(|at| self.is(at, &["end"]));
        let last = if close { last_part_of(&next.shape) } else { &next.shape };
        let day = matches!(
            last,
            Shape::Name(Name::MonthDay(..) | Name::Month(_))
                | Shape::Dated(Name::MonthDay(..) | Name::Month(_), _)
        );
        (day && next.start == on && (ended || to)).then_some(next)
    }
}

impl Anchor {
    /// Places a period by the day on which it ended.
    pub(super) fn ended(
        &self,
        line: &Line<'_>,
        node: &Node,
        next: Option<&Node>,
        time: &mut Time,
    ) -> Option<()> {
        let next = line.ends_with(node, next)?;
        let (months, days_long) = period_length(&node.shape)?;
        let day = match (last_part_of(&next.shape), year_of(&node.shape)) {
            (Shape::Name(name), Some(year)) => self.place(&Shape::Dated(*name, year)),
            (shape, _) if line.is(node.end, &["ended"]) => self.over(shape),
            (shape, _) => self.place(shape),
        };
        let last = day.cell?.last();
        let after = add_days(last, 1)?;
        let first = add_days(add_months(after, -months)?, -days_long)?;
        time.extent = Some(days(first, last));
        time.edtf = format!("{first}/{last}");
        time.fields = Fields::default();
        if time.duration.is_none() {
            time.timex = self.name_of_period(&node.shape, months, last, time);
        }
        Some(())
    }

    /// The day on which something ended lies behind, whatever is nearer.
    pub(super) fn over(&self, day: &Shape) -> Placed {
        let placed = self.place(day);
        match (day, placed.cell, self.today()) {
            (Shape::Name(name), Some(cell), Some(today)) if cell.first() > today => {
                self.place(&Shape::Dated(*name, cell.first().year() - 1))
            }
            _ => placed,
        }
    }

    /// What TIMEX3 calls a period that ended on a day: by the calendar where it ends with a cell of
    /// it, give or take a week, else by what it is called.
    fn name_of_period(
        &self,
        shape: &Shape,
        months: i64,
        last: jiff::civil::Date,
        time: &Time,
    ) -> String {
        let grain = match months {
            0 => Grain::Week,
            1 => Grain::Month,
            3 => Grain::Quarter,
            _ => Grain::Year,
        };
        let back = if grain == Grain::Week { -3 } else { -7 };
        let near = add_days(last, back).map(|day| Period::of(grain, day));
        let ends = |cell: &Period| (cell.last() - last).get_days().abs() <= 7;
        match (shape, near.filter(ends)) {
            (Shape::Cell(..), Some(cell)) => cell.timex(),
            (Shape::Cell(_, Grain::Quarter), None) => format!("{:04}-QX", last.year()),
            (Shape::Cell(_, Grain::Year), None) => format!("{:04}", last.year()),
            (Shape::Cell(_, Grain::Month), None) => Period::of(grain, last).timex(),
            (Shape::Name(Name::Quarter(n)), _) => format!("{:04}-Q{n}", last.year()),
            (Shape::Fiscal(inner), _) => match &**inner {
                Shape::Name(Name::Quarter(n)) => format!("{:04}-Q{n}", last.year()),
                _ => time.timex.clone(),
            },
            _ => time.timex.clone(),
        }
    }
}

/// The time that a shape is the last part of, else the shape.
fn last_part_of(shape: &Shape) -> &Shape {
    match shape {
        Shape::Edge(Edge::Late, whole) => whole,
        shape => shape,
    }
}

/// How long a period of accounts is, in months and days.
fn period_length(shape: &Shape) -> Option<(i64, i64)> {
    let of_name = |name: &Name| match name {
        Name::Quarter(_) => Some((3, 0)),
        Name::Half(_) => Some((6, 0)),
        _ => None,
    };
    match shape {
        Shape::Fiscal(inner) => period_length(inner),
        Shape::Cell(_, Grain::Week) => Some((0, 7)),
        Shape::Cell(_, Grain::Month) => Some((1, 0)),
        Shape::Cell(_, Grain::Quarter) => Some((3, 0)),
        Shape::Cell(_, Grain::Year) | Shape::Year(_) => Some((12, 0)),
        Shape::Name(name) | Shape::Dated(name, _) => of_name(name),
        Shape::Length(length) => {
            let n = measure::whole(length)?;
            match length.parts.first()?.1 {
                Grain::Year => Some((n.checked_mul(12)?, 0)),
                Grain::Quarter => Some((n.checked_mul(3)?, 0)),
                Grain::Month => Some((n, 0)),
                Grain::Week => Some((0, n.checked_mul(7)?)),
                Grain::Day => Some((0, n)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The year that a period is told with.
fn year_of(shape: &Shape) -> Option<i16> {
    match shape {
        Shape::Fiscal(inner) => year_of(inner),
        Shape::Year(year) | Shape::Dated(_, year) => Some(*year),
        _ => None,
    }
}
