//! Reads parts of longer times: "late May", "the end of 1998", "year-end".

use super::compose::is_day;
use super::line::{Line, Read};
use super::shape::{Moment, Name, Shape};
use crate::lexicon::time::{Edge, TimeWord, Which};
use crate::value::{Clock, DayPart, Grain};

impl Line<'_> {
    /// "late May", "the end of 1998", "earlier this year", "mid-1990s".
    pub(super) fn with_edge(&self, at: usize) -> Read<Shape> {
        if self.is(at, &["earlier", "later", "sometime"]) {
            let (shape, end) = self.edge_base(self.skip(at + 1, &["in"]))?;
            let near = matches!(
                shape,
                Shape::Cell(..)
                    | Shape::Day(_)
                    | Shape::Chosen(..)
                    | Shape::At(..)
                    | Shape::Name(Name::Weekday(_))
            );
            return near.then_some((shape, end));
        }
        if let Some(found) = self.early_in_day(at) {
            return Some(found);
        }
        let the = self.skip(at, &["the"]);
        // "end-March", "the end-2026 target"
        let tight = self.phrase(the, "end -").filter(|end| self.glued(end - 1) && self.glued(*end));
        let tight = tight.map(|end| (Edge::Late, end));
        let (edge, end) = self.edge(at).or_else(|| self.edge(the)).or(tight)?;
        let plain = tight.is_some() || self.is(the, &["early", "mid", "late"]);
        if !plain && self.word(end - 1) != "of" && self.word(end - 1) != "through" {
            return None;
        }
        if let Some(found) = self.edge_of_unit(edge, end).filter(|_| !plain) {
            return Some(found);
        }
        let next = self.skip(self.skip(end, &["-"]), &["in", "on"]);
        let (shape, end) = self.edge_base(next).or_else(|| self.part_within(at, next))?;
        if let (Edge::Late, Shape::Day(_), false) = (edge, &shape, plain) {
            return Some((Shape::At(Some(Box::new(shape)), last_moment()), end));
        }
        Some((Shape::Edge(edge, Box::new(shape)), end))
    }

    /// "early in the day" + "Wednesday": its morning.
    fn early_in_day(&self, at: usize) -> Read<Shape> {
        let on = self.phrase(at, "early in the day")?;
        let on = self.skip(self.skip(on, &[","]), &["on"]);
        let (day, end) = self.relative(on).or_else(|| self.date(on))?;
        let morning = Moment::Part(DayPart::Morning);
        is_day(&day).then(|| (Shape::At(Some(Box::new(day)), morning), end))
    }

    /// "in the early morning".
    fn part_within(&self, start: usize, at: usize) -> Read<Shape> {
        let (TimeWord::Part(part), end) = self.row(at)? else { return None };
        let led = self.before(start) == "in" && self.only_time(at) && !self.is(end, &["of"]);
        (led && !self.word(at).ends_with('s')).then_some((Shape::At(None, Moment::Part(part)), end))
    }

    /// "the end of" + "month": of this one; "by the end of" + "the day".
    fn edge_of_unit(&self, edge: Edge, at: usize) -> Read<Shape> {
        let ((grain, 1), end) = self.unit(at)? else { return None };
        let lasting = matches!(grain, Grain::Week | Grain::Month | Grain::Quarter | Grain::Year);
        let cell = Box::new(Shape::Cell(Which::This, grain));
        (lasting && !self.word(at).ends_with('s')).then_some((Shape::Edge(edge, cell), end))
    }

    /// "year-end", "year's end": the last part of this year.
    pub(super) fn unit_end(&self, at: usize) -> Read<Shape> {
        if let Some(found) = self.short_end_of_unit(self.skip(at, &["the"])) {
            return Some(found);
        }
        let ((grain, 1), end) = self.unit(at)? else { return None };
        let after = ["- end", "' s end", "end"].iter().find_map(|words| self.phrase(end, words))?;
        let lasting = matches!(grain, Grain::Month | Grain::Quarter | Grain::Year);
        let cell = Box::new(Shape::Cell(Which::This, grain));
        (lasting && !self.word(at).ends_with('s')).then_some((Shape::Edge(Edge::Late, cell), after))
    }

    /// "EOM", "EOD": the end of this month, of today.
    fn short_end_of_unit(&self, at: usize) -> Read<Shape> {
        let (TimeWord::End(grain), end) = self.row(at)? else { return None };
        if grain == Grain::Day {
            let day = self.weekday(end).map(|(day, end)| (Shape::Name(Name::Weekday(day)), end));
            let (day, end) = day
                .or_else(|| self.relative(end))
                .filter(|(day, _)| is_day(day))
                .unwrap_or((Shape::Day(0), end));
            return Some((Shape::At(Some(Box::new(day)), last_moment()), end));
        }
        Some((Shape::Edge(Edge::Late, Box::new(Shape::Cell(Which::This, grain))), end))
    }

    fn edge_base(&self, at: usize) -> Read<Shape> {
        let (shape, end) = None
            .or_else(|| self.part_of_day(at))
            .or_else(|| self.relative(at))
            .or_else(|| self.date(at))
            .or_else(|| self.the_cell(at))?;
        let lasting = !matches!(shape, Shape::Length(_) | Shape::Every(_) | Shape::Stretch(..));
        lasting.then_some((shape, end))
    }
}

/// The last moment of a day.
const fn last_moment() -> Moment {
    let clock = Clock { minute: 1439, exact: true };
    Moment::Clock { clock, second: Some(59), zone: None, open: false }
}
