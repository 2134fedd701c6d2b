//! Puts the pieces together: day and time of day, name and year, two ends of a range.

use super::line::{Line, Read};
use super::shape::{Length, Moment, Name, Node, Shape};
use crate::lexicon::number;
use crate::lexicon::time::{Edge, Reference, TimeWord, Which};
use crate::value::Grain;

/// Words beside numbers and those of the table that a time expression may begin with.
const BEGINNINGS: [&str; 40] = [
    "the",
    "a",
    "an",
    "every",
    "each",
    "its",
    "full",
    "half",
    "quarter",
    "several",
    "few",
    "many",
    "some",
    "dozens",
    "dozen",
    "scores",
    "hundreds",
    "thousands",
    "countless",
    "various",
    "tens",
    "couple",
    "quite",
    "sometime",
    "final",
    "closing",
    "latter",
    "q",
    "h",
    "calendar",
    "'",
    "½",
    "¼",
    "¾",
    "twenties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
    "per",
];

impl Line<'_> {
    /// The time expression that begins at `at`, as long as it can be.
    pub(super) fn node(&self, at: usize) -> Option<Node> {
        let (shape, end) = self.ranged(at)?;
        Some(Node { shape, start: at, end })
    }

    /// Whether any time expression begins with the word at `at`; most words are passed over by
    /// this.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        let Some(atom) = self.atoms.get(at) else { return false };
        atom.is_number()
            || atom.row.is_some()
            || number::word(&atom.lower).is_some()
            || BEGINNINGS.contains(&&*atom.lower)
    }

    fn ranged(&self, at: usize) -> Read<Shape> {
        if let Some(found) = self.day_range(at).or_else(|| self.clock_range(at)) {
            return Some(found);
        }
        let (first, end) = self.joined(at)?;
        self.range_after(at, first.clone(), end).or(Some((first, end)))
    }

    /// The second end of a range after its first.
    fn range_after(&self, at: usize, first: Shape, end: usize) -> Read<Shape> {
        let between = self.before(at) == "between";
        let and = between && self.is(end, &["and"]);
        let sep = and || self.is(end, &["-", "to", "through", "thru", "till", "until", "til"]);
        let led = between || self.before(at) == "from";
        let now = led && first == Shape::Reference(Reference::Present);
        if !sep || !(now || rangeable(&first)) {
            return None;
        }
        let next = self.skip(end + 1, &["-"]);
        if let Some(found) = self.short_end(&first, end, next) {
            return Some(found);
        }
        let (second, after) = self.joined(next)?;
        let second_ok =
            rangeable(&second) || matches!(second, Shape::Reference(Reference::Present));
        if !second_ok || (!alike(&first, &second) && !between && self.before(at) != "from") {
            return None;
        }
        Some((with_year(first, second), after))
    }

    /// "5-9" of "May 5-9, 1998", "45" of "1939-45".
    fn short_end(&self, first: &Shape, sep: usize, at: usize) -> Read<Shape> {
        match first {
            Shape::Year(year) if self.is(sep, &["-", "/"]) && self.word(at).len() == 2 => {
                let (n, end) = self.digits(at, 2)?;
                let last = i16::try_from(i64::from(*year) / 100 * 100 + n).ok()?;
                let unit = self.glued(end) && (self.is_word(end) || self.is(end, &["-", "/"]));
                (last > *year && !unit).then(|| (range(first.clone(), Shape::Year(last)), end))
            }
            Shape::Name(Name::MonthDay(month, _)) => {
                let (day, end) = self.day_number(at)?;
                let spelled = self.month(self.skip(end, &["of"])).is_some();
                let second = Shape::Name(Name::MonthDay(*month, day));
                if spelled || self.is_counted(end) {
                    return None;
                }
                Some(match self.after_date(end) {
                    Some((year, end)) => (
                        with_year(first.clone(), Shape::Dated(Name::MonthDay(*month, day), year)),
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
        if !and && !self.is(end, &["-", "to", "through", "till", "until"]) {
            return None;
        }
        let next = self.skip(end + 1, &["the"]);
        self.day_number(next)?;
        let (second, after) = self.date(next)?;
        match second {
            Shape::Name(Name::MonthDay(month, _)) | Shape::Dated(Name::MonthDay(month, _), _) => {
                Some((with_year(Shape::Name(Name::MonthDay(month, day)), second), after))
            }
            _ => None,
        }
    }

    /// "9-11am", "from 4pm to 5pm", "between 9:30 and 11".
    fn clock_range(&self, at: usize) -> Read<Shape> {
        let led = matches!(self.before(at), "from" | "between");
        let (first, end) = self.clock(at).or_else(|| self.bare_hour(at))?;
        let and = self.before(at) == "between" && self.is(end, &["and"]);
        if !and && !self.is(end, &["-", "to", "till", "until", "til", "untill"]) {
            return None;
        }
        let sure = self.clock(at).is_some();
        let (second, after) = match self.clock(end + 1) {
            Some(found) => found,
            None => self.bare_hour(end + 1).filter(|_| led || sure)?,
        };
        let clocks = sure || self.clock(end + 1).is_some();
        let moment = Moment::Between(Box::new(first), Box::new(second));
        let (shape, after) = self.moment_and_date(moment, after)?;
        let dated = matches!(shape, Shape::At(Some(_), _));
        (clocks || dated).then_some((shape, after))
    }

    /// A shape with what follows it: year, time of day, day.
    fn joined(&self, at: usize) -> Read<Shape> {
        let (mut shape, mut end) = self.piece(at)?;
        for _ in 0..3 {
            let Some((more, next)) = self.further(&shape, end) else { break };
            (shape, end) = (more, next);
        }
        Some((shape, end))
    }

    fn further(&self, shape: &Shape, at: usize) -> Read<Shape> {
        None.or_else(|| self.and_moment(shape, at))
            .or_else(|| self.inside(shape, at))
            .or_else(|| self.possessed(shape, at))
            .or_else(|| self.day_of_week(shape, at))
    }

    /// "March" + "of last year", "Tuesday" + "next week", "the third quarter" + "a year ago".
    fn inside(&self, shape: &Shape, at: usize) -> Read<Shape> {
        let (bare, inner) = match shape {
            Shape::Edge(_, inner) => (&**inner, inner),
            other => (other, &Box::new(other.clone())),
        };
        let Shape::Name(name) = bare else { return None };
        let of = self.skip(at, &["of", "in"]);
        let (outer, end) =
            self.chosen(of).or_else(|| self.shifted_year(of)).or_else(|| self.the_cell(of))?;
        let grain = match outer {
            Shape::Cell(_, grain) => grain,
            Shape::Shift(..) => Grain::Year,
            _ => return None,
        };
        let inside = Shape::Inside(inner.clone(), Box::new(outer));
        (grain > name.grain() && grain >= Grain::Week).then_some((inside, end))
    }

    fn shifted_year(&self, at: usize) -> Read<Shape> {
        let (shape, end) = self.relative(at)?;
        match &shape {
            Shape::Shift(length, -1, _)
                if length.parts.first().is_some_and(|p| p.1 == Grain::Year) =>
            {
                Some((shape, end))
            }
            _ => None,
        }
    }

    /// "next week" + "Wednesday".
    fn day_of_week(&self, shape: &Shape, at: usize) -> Read<Shape> {
        let Shape::Cell(_, Grain::Week) = shape else { return None };
        let (day, end) = self.weekday(self.skip(at, &["on", ","]))?;
        let day = Box::new(Shape::Name(Name::Weekday(day)));
        (!self.is(at, &[","])).then(|| (Shape::Inside(day, Box::new(shape.clone())), end))
    }

    /// "this year" + "'s third quarter".
    fn possessed(&self, shape: &Shape, at: usize) -> Read<Shape> {
        if !matches!(
            shape,
            Shape::Cell(_, Grain::Year | Grain::Month | Grain::Week) | Shape::Year(_)
        ) {
            return None;
        }
        let start = self.phrase(at, "' s")?;
        let (inner, end) = self.date(start).or_else(|| {
            let ((grain, 1), end) = self.unit(start)? else { return None };
            (grain == Grain::Quarter).then_some((Shape::Cell(Which::Same, grain), end))
        })?;
        let named = matches!(inner, Shape::Name(_) | Shape::Cell(..));
        named.then(|| (Shape::Inside(Box::new(inner), Box::new(shape.clone())), end))
    }

    /// A day with a time of day after it.
    fn and_moment(&self, shape: &Shape, at: usize) -> Read<Shape> {
        if !is_day(shape) {
            return None;
        }
        if let Some((TimeWord::Part(part), end)) = self.row(self.skip(at, &["-"])) {
            let word = self.only_time(end - 1) || !self.is_word(end);
            return word.then(|| (at_day(shape, Moment::Part(part)), end));
        }
        for lead in ["in the", ", in the", "early in the", "late in the", "at"] {
            if let Some(next) = self.phrase(at, lead)
                && let Some((TimeWord::Part(part), end)) = self.row(next)
            {
                return Some((at_day(shape, Moment::Part(part)), end));
            }
        }
        let comma = self.skip(at, &[",", "-"]);
        let (lead, led) = match self.word(comma) {
            "at" | "@" => (comma + 1, true),
            "from" | "between" | "around" | "about" | "by" | "before" | "after" => {
                (comma + 1, false)
            }
            _ => (comma, false),
        };
        let about = self.skip(lead, &["about", "around", "approximately"]);
        if let Some((Shape::At(None, between), end)) =
            self.clock_range(about).filter(|_| lead >= comma)
        {
            return Some((at_day(shape, between), end));
        }
        let (moment, end) = match self.clock(about) {
            Some(found) => found,
            None => self.bare_hour(about).filter(|found| led && self.ends_clause(found.1))?,
        };
        Some((at_day(shape, moment), end))
    }

    /// Whether a bare number before `at` may be an hour: nothing follows that it could count.
    fn ends_clause(&self, at: usize) -> bool {
        !self.is_word(at)
            || self.row(at).is_some()
            || self.is(
                at,
                &[
                    "to", "and", "with", "in", "for", "on", "at", "or", "but", "when", "sharp",
                    "until", "till",
                ],
            )
    }

    /// A time of day with its day after it: "8:30 a.m. on 5 March".
    fn moment_and_date(&self, moment: Moment, at: usize) -> Read<Shape> {
        let on = self.skip(self.skip(at, &[","]), &["on", "of", "this"]);
        let of = self.is(on.wrapping_sub(1), &["of"]) && on > at;
        let day = self.relative(on).or_else(|| self.date(on)).or_else(|| {
            let this = on.checked_sub(1).filter(|at_this| self.is(*at_this, &["this"]))?;
            self.relative(this)
        });
        match day {
            Some((Shape::At(Some(day), part), end)) if matches!(part, Moment::Part(_)) => {
                Some((Shape::At(Some(day), fit(moment, &part)), end))
            }
            Some((day, end)) if is_day(&day) && (!of || matches!(moment, Moment::Part(_))) => {
                let part = match self.row(end) {
                    Some((TimeWord::Part(part), end)) => Some((Moment::Part(part), end)),
                    _ => None,
                };
                match part {
                    Some((part, end)) => {
                        Some((Shape::At(Some(Box::new(day)), fit(moment, &part)), end))
                    }
                    None => Some((Shape::At(Some(Box::new(day)), moment), end)),
                }
            }
            _ => self.tonight(moment, at),
        }
    }

    fn tonight(&self, moment: Moment, at: usize) -> Read<Shape> {
        if let Some((TimeWord::DayPart(n, part), end)) = self.row(at) {
            let day = Shape::Day(i64::from(n));
            return Some((Shape::At(Some(Box::new(day)), fit(moment, &Moment::Part(part))), end));
        }
        Some((Shape::At(None, moment), at))
    }

    /// One expression without what may follow it.
    fn piece(&self, at: usize) -> Read<Shape> {
        if !self.is_word(at) && !self.is_number(at) && !self.is(at, &["'", "½"]) {
            return None;
        }
        None.or_else(|| self.with_edge(at))
            .or_else(|| self.unit_end(at))
            .or_else(|| self.hedged(at))
            .or_else(|| self.clock(at).and_then(|(moment, end)| self.moment_and_date(moment, end)))
            .or_else(|| self.at_hour(at))
            .or_else(|| self.part_of_day(at))
            .or_else(|| self.relative(at))
            .or_else(|| self.date(at))
            .or_else(|| self.lone_day(at))
            .or_else(|| self.plain_length(at))
            .or_else(|| self.direction(at))
    }

    /// "late May", "the end of 1998", "earlier this year", "mid-1990s".
    fn with_edge(&self, at: usize) -> Read<Shape> {
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
    fn unit_end(&self, at: usize) -> Read<Shape> {
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

    /// "about two weeks", "nearly 8:30 p.m.", "around 5 March".
    fn hedged(&self, at: usize) -> Read<Shape> {
        let next = self.hedge(at)?;
        if self.is(at, &["only", "just", "over"]) && self.chosen(next).is_some() {
            return None;
        }
        if let Some(found) = self.shifted_or_length(next) {
            return Some(found);
        }
        if !self.is(at, &["about", "around", "approximately", "nearly", "almost", "roughly"]) {
            return None;
        }
        let (moment, end) = self.clock(next)?;
        self.moment_and_date(moment, end)
    }

    fn shifted_or_length(&self, at: usize) -> Read<Shape> {
        let (shape, end) = self
            .relative(at)
            .filter(|found| matches!(found.0, Shape::Shift(..) | Shape::Stretch(..)))
            .or_else(|| self.length(at).map(|(length, end)| (Shape::Length(length), end)))?;
        Some((shape, end))
    }

    /// "at 3", when a day follows or the sentence ends there.
    fn at_hour(&self, at: usize) -> Read<Shape> {
        if !matches!(self.before(at), "at" | "@" | "around" | "by") {
            return None;
        }
        let (moment, end) = self.bare_hour(at)?;
        let (shape, end) = self.moment_and_date(moment, end)?;
        let dated = matches!(shape, Shape::At(Some(_), _));
        let short = self.atoms.len() <= 12 && self.before(at) != "by" && self.ends_clause(end);
        (dated || short).then_some((shape, end))
    }

    /// "tonight", "this morning", "the morning of 5 May", "in the evening".
    fn part_of_day(&self, at: usize) -> Read<Shape> {
        let the = self.skip(at, &["the"]);
        match self.row(the)? {
            (TimeWord::DayPart(n, part), end) => {
                Some((Shape::At(Some(Box::new(Shape::Day(i64::from(n)))), Moment::Part(part)), end))
            }
            (TimeWord::Part(part), end) => {
                let of = self.is(end, &["of"]);
                if let Some((shape @ Shape::At(Some(_), _), end)) =
                    self.moment_and_date(Moment::Part(part), end)
                {
                    return (of || the == at && self.only_time(the)).then_some((shape, end));
                }
                let mid = self.before(at) == "-" && at > 1 && self.is(at - 2, &["mid"]);
                let led = self.before(at) == "in" && the > at
                    || self.before(at) == "at"
                        && self.is(at, &["night", "dawn", "dusk", "sunset", "sunrise"]);
                (led || mid).then_some((Shape::At(None, Moment::Part(part)), end))
            }
            _ => None,
        }
    }

    /// "the 15th".
    fn lone_day(&self, at: usize) -> Read<Shape> {
        let the = self.skip(at, &["the"]);
        let (n, end) = self.ordinal(the).filter(|_| the > at && self.is_number(the))?;
        let led = matches!(
            self.before(at),
            "on" | "by"
                | "until"
                | "from"
                | "since"
                | "around"
                | "to"
                | "before"
                | "after"
                | "between"
                | ""
        );
        let alone = self.ends_clause(end) && !self.is(end, &["in", "on"]);
        let n = i8::try_from(n).ok().filter(|n| (1..=31).contains(n))?;
        (led && alone).then_some((Shape::Name(Name::DayOfMonth(n)), end))
    }

    fn plain_length(&self, at: usize) -> Read<Shape> {
        let the = self.skip(at, &["the"]);
        let first = if the > at { self.skip(the, &["first", "last", "final", "next"]) } else { at };
        if let Some((length, end)) =
            self.length(first).filter(|(length, _)| !(the > at && length.article))
        {
            if first == the && the > at && self.is(end.wrapping_sub(2), &["-"]) {
                return None;
            }
            let end = self.phrase(end, "or so").unwrap_or(end);
            return Some((Shape::Length(length), end));
        }
        if first == at {
            let free = !self.is(at.wrapping_sub(1), &["these", "those"]);
            return self
                .bare_plural(at)
                .filter(|_| free)
                .map(|(length, end)| (Shape::Length(length), end));
        }
        None
    }

    fn direction(&self, at: usize) -> Read<Shape> {
        let (reference, end) = match self.word(at) {
            "current" => (Reference::Present, at + 1),
            _ => self.reference(at)?,
        };
        let name = self.capital(at) && at > 0 && self.capital(at - 1) && self.is_word(at - 1);
        let compound = self.glued(end) && self.is(end, &["-"])
            || self.is(end, &["that"]) && self.is(at, &["now"]);
        let adjective = self.is(at, &["current"])
            && !matches!(self.before(at), "the" | "its" | "his" | "their" | "her" | "of");
        let soon = adjective
            || self.is(at, &["soon"])
                && (self.is(end, &["after", "as", "enough", "to"]) || self.before(at) == "as");
        let time = self.unit(end).filter(|_| self.is(at, &["recent"]));
        if let Some(((grain, count), end)) = time {
            let length = Length {
                parts: vec![(super::number::Amount::Vague, grain, count)],
                article: false,
            };
            return Some((Shape::Stretch(length, Which::Last), end));
        }
        (!name && !compound && !soon).then_some((Shape::Reference(reference), end))
    }
}

/// A time by the clock put into a part of the day: "3" of the afternoon is 15.
fn fit(moment: Moment, part: &Moment) -> Moment {
    use crate::value::DayPart;
    match (moment, part) {
        (Moment::Clock { mut clock, second, zone, open: true }, Moment::Part(part)) => {
            let late = *part != DayPart::Morning;
            if late && clock.minute < 720 {
                clock.minute += 720;
            }
            Moment::Clock { clock, second, zone, open: false }
        }
        (Moment::Between(first, last), part) => {
            Moment::Between(Box::new(fit(*first, part)), Box::new(fit(*last, part)))
        }
        (moment, _) => moment,
    }
}

fn at_day(day: &Shape, moment: Moment) -> Shape {
    match day {
        Shape::At(Some(day), part) => Shape::At(Some(day.clone()), fit(moment, part)),
        Shape::Edge(_, inner) => Shape::At(Some(inner.clone()), moment),
        day => Shape::At(Some(Box::new(day.clone())), moment),
    }
}

/// Whether a shape is a single day.
pub(super) fn is_day(shape: &Shape) -> bool {
    match shape {
        Shape::Name(name) | Shape::Dated(name, _) | Shape::Chosen(_, name) => {
            name.grain() == Grain::Day
        }
        Shape::Numeric(..) | Shape::Day(_) => true,
        Shape::Cell(_, grain) => *grain == Grain::Day,
        Shape::Nth(_, kind, _) => {
            !matches!(kind, super::shape::Kind::Grain(grain) if *grain != Grain::Day)
        }
        Shape::Inside(inner, _) | Shape::Edge(_, inner) => is_day(inner),
        Shape::Shift(length, _, _) => length.parts.iter().all(|part| part.1 <= Grain::Week),
        Shape::At(Some(_), Moment::Part(_)) => true,
        _ => false,
    }
}

/// Whether a shape may be an end of a range.
fn rangeable(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::Name(_)
            | Shape::Year(_)
            | Shape::Dated(..)
            | Shape::Numeric(..)
            | Shape::Decade(..)
            | Shape::Cell(..)
            | Shape::Chosen(..)
            | Shape::Day(_)
            | Shape::At(..)
            | Shape::Nth(..)
            | Shape::Edge(..)
            | Shape::Inside(..)
            | Shape::Century(_)
    )
}

/// Whether two ends of a range are of one kind.
fn alike(first: &Shape, second: &Shape) -> bool {
    let grain = |shape: &Shape| match shape {
        Shape::Name(name) | Shape::Dated(name, _) | Shape::Chosen(_, name) => Some(name.grain()),
        Shape::Year(_) => Some(Grain::Year),
        Shape::Decade(..) => Some(Grain::Decade),
        Shape::Numeric(..) | Shape::Day(_) => Some(Grain::Day),
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
