//! Reads parts of longer times: "late May", "the end of 1998", "year-end".

use super::line::{Line, Read};
use super::shape::{Name, Shape};
use crate::lexicon::time::{Edge, Which};
use crate::value::Grain;

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
        let the = self.skip(at, &["the"]);
        let (edge, end) = self.edge(at).or_else(|| self.edge(the))?;
        let plain = self.is(the, &["early", "mid", "late"]);
        if !plain && self.word(end - 1) != "of" && self.word(end - 1) != "through" {
            return None;
        }
        if let Some(found) = self.edge_of_unit(edge, end).filter(|_| !plain) {
            return Some(found);
        }
        let next = self.skip(self.skip(end, &["-"]), &["in", "on"]);
        let (shape, end) = self.edge_base(next).or_else(|| self.direction_night(edge, next))?;
        Some((Shape::Edge(edge, Box::new(shape)), end))
    }

    fn direction_night(&self, _edge: Edge, at: usize) -> Read<Shape> {
        self.part_of_day(at)
    }

    /// "the end of" + "month": of this one.
    fn edge_of_unit(&self, edge: Edge, at: usize) -> Read<Shape> {
        let ((grain, 1), end) = self.unit(at)? else { return None };
        let lasting = matches!(grain, Grain::Week | Grain::Month | Grain::Quarter | Grain::Year);
        let cell = Box::new(Shape::Cell(Which::This, grain));
        (lasting && !self.word(at).ends_with('s')).then_some((Shape::Edge(edge, cell), end))
    }

    /// "year-end", "year's end": the last part of this year.
    pub(super) fn unit_end(&self, at: usize) -> Read<Shape> {
        let ((grain, 1), end) = self.unit(at)? else { return None };
        let after = ["- end", "' s end", "end"].iter().find_map(|words| self.phrase(end, words))?;
        let lasting = matches!(grain, Grain::Month | Grain::Quarter | Grain::Year);
        let cell = Box::new(Shape::Cell(Which::This, grain));
        (lasting && !self.word(at).ends_with('s')).then_some((Shape::Edge(Edge::Late, cell), after))
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
