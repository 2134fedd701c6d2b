//! Reads days that share one month: "April 24 and 25", "24 and 25 April".

use super::line::Line;
use super::shape::{Name, Node, Shape};
use crate::lexicon::time::{List, listed};

impl Line<'_> {
    /// The days after a first one that are told without their month: "25" of "April 24 and 25,
    /// 2024". A year after the last one is that of all.
    pub(super) fn further_days(&self, nodes: &mut Vec<Node>) {
        let Some(first) = nodes.last() else { return };
        let (month, mut day, mut year) = match first.shape {
            Shape::Name(Name::MonthDay(month, day)) => (month, day, None),
            Shape::Dated(Name::MonthDay(month, day), year) => (month, day, Some(year)),
            _ => return,
        };
        // "24 April and 25 others"
        if !self.is_number(first.end - 1) && self.month(first.start).is_none() {
            return;
        }
        let (from, mut end) = (nodes.len() - 1, first.end);
        while let Some((next, start, after)) = self.listed_day(day, end) {
            let name = Name::MonthDay(month, next);
            nodes.push(Node { shape: Shape::Name(name), start, end: after });
            (day, end) = (next, after);
        }
        if nodes.len() == from + 1 {
            return;
        }
        if let Some((told, after)) = self.after_date(end).filter(|_| year.is_none()) {
            year = Some(told);
            if let Some(last) = nodes.last_mut() {
                last.end = after;
            }
        }
        let Some(year) = year else { return };
        for node in &mut nodes[from..] {
            if let Shape::Name(name) = node.shape {
                node.shape = Shape::Dated(name, year);
            }
        }
    }

    /// A later day of the month after a comma or "and", where it counts nothing: the day, and where
    /// it begins and ends.
    fn listed_day(&self, before: i8, at: usize) -> Option<(i8, usize, usize)> {
        let comma = self.skip(at, &[","]);
        let and = self.skip(comma, &["and", "or", "&"]);
        let start = self.skip(and, &["the"]);
        if and == at {
            return None;
        }
        let (day, end) = self.day_number(start).filter(|found| found.0 > before)?;
        // "April 24, 25" may go on as a list; one with a comma alone must.
        let goes_on = || {
            let next = self.skip(self.skip(end, &[","]), &["and", "or", "&"]);
            next > end && self.day_number(next).is_some_and(|found| found.0 > day)
        };
        let listed = and > comma || goes_on();
        let dated = self.after_date(end).is_some();
        let larger = self.glued(end) && self.is(end, &["-", "/", "%", "\u{b0}"]);
        let own = self.month(end).is_some() || self.is_counted(end) || self.is(end, &["of", "to"]);
        (listed && !larger && !own && (dated || self.ends_clause(end))).then_some((day, start, end))
    }

    /// "24" of "24 and 25 April": a day that shares the month of the one after it.
    pub(super) fn day_before_day(&self, at: usize) -> Option<(Shape, usize)> {
        let the = self.skip(at, &["the"]);
        let (day, end) = self.day_number(the)?;
        if !listed(List::BeforeListedDays, self.before(the)) {
            return None;
        }
        let next = self.phrase(end, "and").or_else(|| self.phrase(end, "or"))?;
        let next = self.skip(next, &["the"]);
        self.day_number(next).filter(|found| found.0 > day)?;
        let shape = match self.day_first(next)?.0 {
            Shape::Name(Name::MonthDay(month, _)) => Shape::Name(Name::MonthDay(month, day)),
            Shape::Dated(Name::MonthDay(month, _), year) => {
                Shape::Dated(Name::MonthDay(month, day), year)
            }
            _ => return None,
        };
        Some((shape, end))
    }
}
