//! Puts the pieces together: day and time of day, name and year, two ends of a range.

use super::atom::Atom;
use super::fiscal::fiscal;
use super::line::{Line, Read};
use super::number::Amount;
use super::shape::{Every, From, Length, Moment, Name, Node, Shape};
use crate::lexicon::time::{List, Origin, Reference, TimeWord, Which, listed, members};
use crate::value::Grain;

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
        !atom.address && (tells_time(atom) || atom.begins && self.tells_time_soon(at))
    }

    /// Whether a number or a word of time follows soon: most articles begin no time.
    fn tells_time_soon(&self, at: usize) -> bool {
        const FAR: usize = 10;
        let decade = |atom: &Atom<'_>| atom.lower.ends_with("ties") || atom.lower == "tens";
        self.atoms[at..].iter().take(FAR).any(|atom| tells_time(atom) || decade(atom))
    }

    /// A shape with what follows it: year, time of day, day.
    pub(super) fn joined(&self, at: usize) -> Read<Shape> {
        let (shape, mut end) = self.piece(at)?;
        let mut shape = self.days_hence(at, shape, end);
        for _ in 0..3 {
            let Some((more, next)) = self.further(&shape, end) else { break };
            (shape, end) = (more, next);
        }
        Some((shape, end))
    }

    /// "in" + "seven days" before "at 5 p.m.": the day it will be.
    fn days_hence(&self, start: usize, shape: Shape, at: usize) -> Shape {
        let clock = self.phrase(at, "at").and_then(|at| self.clock(at));
        match shape {
            Shape::Length(length)
                if clock.is_some()
                    && self.before(start) == "in"
                    && length.parts.iter().all(|part| part.1 >= Grain::Day) =>
            {
                Shape::Shift(length, 1, From::Origin(Origin::Now))
            }
            shape => shape,
        }
    }

    fn further(&self, shape: &Shape, at: usize) -> Read<Shape> {
        None.or_else(|| self.and_moment(shape, at))
            .or_else(|| self.weekday_in_brackets(shape, at))
            .or_else(|| self.inside(shape, at))
            .or_else(|| self.possessed(shape, at))
            .or_else(|| self.day_of_week(shape, at))
            .or_else(|| self.weekday_ago(shape, at))
            .or_else(|| self.same_last_year(shape, at))
    }

    /// "the same weekend" + "last year", "the same month" + "a year earlier".
    fn same_last_year(&self, shape: &Shape, at: usize) -> Read<Shape> {
        let Shape::Cell(Which::Same, Grain::Week | Grain::Weekend | Grain::Month) = shape else {
            return None;
        };
        let (year, end) = self.chosen(at).or_else(|| self.shifted_year(at))?;
        let last = matches!(year, Shape::Cell(Which::Last, Grain::Year) | Shape::Shift(..));
        (last && self.is(at - 2, &["same"]))
            .then(|| (Shape::Inside(Box::new(shape.clone()), Box::new(year)), end))
    }

    /// "a week ago" + "Sunday": the last one that is so long ago.
    fn weekday_ago(&self, shape: &Shape, at: usize) -> Read<Shape> {
        let Shape::Shift(length, -1, From::Origin(Origin::Now)) = shape else { return None };
        let [(Amount::Exact(n), Grain::Week, count)] = length.parts.as_slice() else { return None };
        let (day, end) = self.weekday(self.skip(at, &["on"]))?;
        let days = n.checked_mul((7 * i64::from(*count)).into())?.checked_sub(1.into())?;
        let parts = vec![(Amount::Exact(days), Grain::Day, 1)];
        let since = Shape::Shift(Length { parts, article: false }, -1, From::Origin(Origin::Now));
        (self.is(at - 1, &["ago"]) && self.only_time(end - 1))
            .then(|| (Shape::Beside(day, -1, Box::new(since)), end))
    }

    /// "5 May" + "(Tue)".
    fn weekday_in_brackets(&self, shape: &Shape, at: usize) -> Read<Shape> {
        let (day, end) = self.phrase(at, "(").and_then(|at| self.weekday(at))?;
        let close = self.phrase(end, ")")?;
        match shape {
            Shape::Name(name @ Name::MonthDay(..)) => Some((Shape::On(day, *name), close)),
            Shape::Dated(Name::MonthDay(..), _) => Some((shape.clone(), close)),
            _ => None,
        }
    }

    /// "March" + "of last year", "Tuesday" + "next week", "the third quarter" + "a year ago".
    fn inside(&self, shape: &Shape, at: usize) -> Read<Shape> {
        // "2 p.m. on 11 May" + "last year"
        if let Shape::At(Some(day), moment) = shape {
            let (day, end) = self.inside(day, at)?;
            return Some((Shape::At(Some(Box::new(day)), moment.clone()), end));
        }
        let (bare, inner) = match shape {
            Shape::Edge(_, inner) => (&**inner, inner),
            other => (other, &Box::new(other.clone())),
        };
        let Shape::Name(name) = bare else { return None };
        let from = matches!(name, Name::Weekday(_)) && self.is(at, &["from"]);
        let of = if from { at + 1 } else { self.skip(at, &["of", "in"]) };
        let (outer, end) = self
            .chosen(of)
            .or_else(|| self.shifted_year(of))
            .or_else(|| self.the_cell(of))
            .or_else(|| self.years_hence(at))?;
        let (outer, accounts) = match outer {
            Shape::Fiscal(whole) => (*whole, true),
            outer => (outer, false),
        };
        let grain = match outer {
            Shape::Cell(_, grain) => grain,
            Shape::Shift(..) => Grain::Year,
            _ => return None,
        };
        let inside = Shape::Inside(inner.clone(), Box::new(outer));
        let inside = if accounts { fiscal(inside) } else { inside };
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

    /// "March" + "in two years".
    pub(super) fn years_hence(&self, at: usize) -> Read<Shape> {
        let (length, end) = self.phrase(at, "in").and_then(|at| self.length(at))?;
        let years = matches!(length.parts.as_slice(), [(Amount::Exact(_), Grain::Year, _)]);
        years.then_some((Shape::Shift(length, 1, From::Origin(Origin::Now)), end))
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
    pub(super) fn and_moment(&self, shape: &Shape, at: usize) -> Read<Shape> {
        if let Shape::At(None, Moment::Part(_)) = shape {
            let (moment, end) = self
                .phrase(at, "at")
                .and_then(|at| self.clock(at).or_else(|| self.bare_hour(at)))?;
            return Some((at_day(shape, moment), end));
        }
        match shape {
            Shape::Every(every) => self.every_moment(shape, every, at),
            shape if is_day(shape) => self.day_moment(shape, at),
            _ => None,
        }
    }

    /// "every Monday" + "at 9 a.m.".
    fn every_moment(&self, shape: &Shape, every: &Every, at: usize) -> Read<Shape> {
        let daily = matches!(
            every,
            Every::Name(Name::Weekday(_), None) | Every::Cells(1, Grain::Day) | Every::Part(_)
        );
        // "daily" and "nightly" stand for themselves.
        let adverb = matches!(every, Every::Cells(..)) && !self.is(at - 1, &["day"]);
        let (moment, end) = self
            .phrase(at, "at")
            .filter(|_| daily && !adverb)
            .and_then(|at| self.clock(at).or_else(|| self.bare_hour(at)))?;
        let moment = match every {
            Every::Part(part) => fit(moment, &Moment::Part(*part)),
            _ => moment,
        };
        self.ends_clause(end).then(|| (at_day(shape, moment), end))
    }

    /// "5 May" + "in the morning", "at 9 a.m.", ", 9:30 to 10:30".
    fn day_moment(&self, shape: &Shape, at: usize) -> Read<Shape> {
        let late = self.skip(self.skip(at, &["-"]), &["early", "late"]);
        if let Some((TimeWord::Part(part), end)) = self.row(late) {
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
            "around" | "about" if matches!(shape, Shape::At(_, Moment::Part(_))) => {
                (comma + 1, true)
            }
            _ => (self.before_clock(comma).unwrap_or(comma), false),
        };
        let about = self.skip(lead, &["about", "around", "approximately"]);
        if let Some((Shape::At(None, between), end)) =
            self.clock_range(about).filter(|_| lead >= comma)
        {
            return Some((at_day(shape, between), end));
        }
        let marked = || self.hour_letter(about).or_else(|| self.dotted(about).filter(|_| led));
        let (moment, end) = match self.clock(about).or_else(marked) {
            Some(found) => found,
            None => self.bare_hour(about).filter(|found| led && self.ends_clause(found.1))?,
        };
        let (dated, end) = self.year_after_clock(shape, end).unwrap_or((shape.clone(), end));
        let timed = at_day(&dated, moment);
        Some((self.bounded(comma, lead, timed), end))
    }

    /// "5 May" + "no later than" + "6:00": up to then.
    fn bounded(&self, start: usize, end: usize, timed: Shape) -> Shape {
        let words = |words: &&str| self.phrase(start, words) == Some(end);
        if members(List::UntilClocks).iter().any(words) {
            Shape::Open(true, Box::new(timed))
        } else if members(List::SinceClocks).iter().any(words) {
            Shape::Open(false, Box::new(timed))
        } else {
            timed
        }
    }

    /// The words between a day and a time of day that bounds something: "by", "no later than".
    fn before_clock(&self, at: usize) -> Option<usize> {
        let words = members(List::BeforeClocks).iter();
        words.filter_map(|words| self.phrase(at, words)).max()
    }

    /// "Oct 26 15:50:06 2016".
    fn year_after_clock(&self, shape: &Shape, at: usize) -> Read<Shape> {
        let (Shape::Name(name @ Name::MonthDay(..)) | Shape::On(_, name)) = shape else {
            return None;
        };
        let (year, end) = self.year(at).filter(|_| self.is_number(at))?;
        (!self.is_counted(end)).then_some((Shape::Dated(*name, year), end))
    }

    /// Whether a bare number before `at` may be an hour: nothing follows that it could count.
    pub(super) fn ends_clause(&self, at: usize) -> bool {
        let goes_on = self.is(at, &["-"]) && self.is_number(at + 1);
        !self.is_word(at) && !goes_on
            || self.row(at).is_some()
            || listed(List::AfterHours, self.word(at))
    }

    /// A time of day with its day after it: "8:30 a.m. on 5 March".
    pub(super) fn moment_and_date(&self, moment: Moment, at: usize) -> Read<Shape> {
        if let Some((day, _)) = self
            .past_bracket(at)
            .and_then(|on| self.date(on).or_else(|| self.relative(on)))
            .filter(|(day, _)| is_day(day))
        {
            return Some((Shape::At(Some(Box::new(day)), moment), at));
        }
        let on = self.skip(self.skip(at, &[","]), &["on", "of", "this"]);
        // "9 to 5, Monday to Friday": the days are a range of their own.
        let days = self.weekday(on).filter(|(_, end)| listed(List::Through, self.word(*end)));
        if days.is_some_and(|(_, end)| self.weekday(end + 1).is_some()) {
            return Some((Shape::At(None, moment), at));
        }
        let of = self.is(on.wrapping_sub(1), &["of"]) && on > at;
        let nth = || self.lone_day(on).filter(|_| on > at && self.is(on - 1, &["on", "of"]));
        let day = self.relative(on).or_else(|| self.date(on)).or_else(nth).or_else(|| {
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

    /// Where the day of a time of day may stand that is told a second time in brackets: "at 8:30 ET (1330 GMT) on
    /// Friday". It is that of both.
    fn past_bracket(&self, at: usize) -> Option<usize> {
        let close = match self.word(at) {
            "(" => self.clock(at + 1)?.1,
            _ => at,
        };
        let on = self.phrase(close, ")")?;
        self.phrase(on, "on").or_else(|| self.weekday(on).map(|_| on))
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
        None.or_else(|| self.small_hours(at))
            .or_else(|| self.with_edge(at))
            .or_else(|| self.unit_end(at))
            .or_else(|| self.half_of(at))
            .or_else(|| self.part_of_whole(at))
            .or_else(|| self.hedged(at))
            .or_else(|| self.clock(at).and_then(|(moment, end)| self.moment_and_date(moment, end)))
            .or_else(|| self.at_hour(at))
            .or_else(|| self.hour_tonight(at))
            .or_else(|| self.part_of_day(at))
            .or_else(|| self.relative(at))
            .or_else(|| self.date(at))
            .or_else(|| self.lone_day(at))
            .or_else(|| self.plain_length(at))
            .or_else(|| self.direction(at))
    }

    /// "about two weeks", "nearly 8:30 p.m.", "around 5 March".
    fn hedged(&self, at: usize) -> Read<Shape> {
        let next = self.hedge(at)?;
        if self.is(at, &["only", "just", "over"]) && self.chosen(next).is_some() {
            return None;
        }
        if let Some(found) = self.shifted_or_length(next) {
            let compared = matches!(found.0, Shape::Shift(..)) && self.compares(at);
            return (!compared).then_some(found);
        }
        if !listed(List::Roughly, self.word(at)) && !self.is(at, &["nearly", "almost"]) {
            return None;
        }
        let (moment, end) = self.clock(next)?;
        self.moment_and_date(moment, end)
    }

    /// "11,000 *more than* a week earlier", "one *fewer than* four years ago": what is compared is a number then.
    fn compares(&self, at: usize) -> bool {
        let more = self.is(at, &["more", "less", "fewer", "higher", "lower"]);
        let before = at.checked_sub(1).and_then(|before| self.atoms.get(before));
        let number = before.is_some_and(|atom| atom.is_number() || atom.number.is_some());
        let share = self.is(at.wrapping_sub(1), &["%", "percent", "cent", "points"]);
        more && self.is(at + 1, &["than"]) && (number || share || self.is(at, &["fewer"]))
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
        // "at 7.15, 9.15 *and 11.15*"
        let listed_hour = self.after_hours(at);
        // "around 5 May" is a day.
        let led = matches!(self.before(at), "at" | "@" | "around" | "by") || listed_hour.is_some();
        if !led || self.date(at).is_some() {
            return None;
        }
        let first = listed_hour.unwrap_or(at);
        let tells = |back: usize| {
            let word = first.checked_sub(back).map_or("", |at| self.word(at));
            self.before(first) == "at" && listed(List::TimetableForms, word)
        };
        let table = tells(2);
        // "leaves Harwick at 7.15"
        let dotted = self.dotted_hour(at).filter(|_| (2..14).any(tells));
        if listed_hour.is_some() && dotted.is_none() {
            return None;
        }
        let pointed = dotted.is_some();
        let (moment, end) =
            dotted.or_else(|| self.bare_hour(at)).or_else(|| self.four_digit_hour(at))?;
        let (shape, end) = self.moment_and_date(moment, end)?;
        if matches!(self.row(end), Some((TimeWord::Part(_), after)) if self.is_word(after)) {
            return None;
        }
        let dated = matches!(shape, Shape::At(Some(_), _));
        let quoted = self.atoms[..at].iter().any(|atom| listed(List::Quoted, &atom.lower));
        let short = self.atoms.len() <= 12 && self.before(at) != "by" && self.ends_clause(end);
        let short = short && self.word(at).len() < 3;
        // "the show starts at 8"
        let starts = self.before(at) == "at"
            && listed(List::ClockVerbs, self.before(at.wrapping_sub(1)))
            && self.word(at).len() < 3
            && self.ends_clause(end);
        // "opens at nine", "leaves at 7.15"
        let small = pointed || table && self.small(at).is_some();
        let starts = starts || small && self.ends_clause(end) && self.unit(end).is_none();
        let short = short || starts || !dated && self.is_four_digit_hour(at, end);
        (!quoted && (dated || short)).then_some((shape, end))
    }

    /// The first of hours with a point before this one: "at *7.15*, 9.15 and".
    fn after_hours(&self, at: usize) -> Option<usize> {
        let mut first = at;
        for _ in 0..8 {
            let joined = matches!(self.before(first), "," | "and" | "or");
            let before = first.checked_sub(4).filter(|_| joined)?;
            let end = self.dotted_hour(before).map(|found| found.1);
            if end != Some(first - 1) {
                return None;
            }
            first = before;
            if self.before(first) == "at" {
                return Some(first);
            }
        }
        None
    }

    /// Whether the four digits after "at" are an hour: they begin with a zero, or something happens
    /// then that has an hour.
    fn is_four_digit_hour(&self, at: usize, end: usize) -> bool {
        let four = self.word(at).len() == 4 && self.is_number(at) && self.before(at) == "at";
        let happens = |atom: &Atom<'_>| listed(List::ClockVerbs, &atom.lower);
        let sure = self.word(at).starts_with('0') || self.atoms[..at].iter().any(happens);
        four && sure && self.ends_clause(end)
    }

    /// "8 tonight", "10, tonight", where an hour may stand.
    fn hour_tonight(&self, at: usize) -> Read<Shape> {
        let led = at == 0 || self.is(at - 1, &["at", "by", "around"]) || self.atoms.len() <= 8;
        let (moment, end) = self.bare_hour(at).filter(|_| led)?;
        let comma = self.skip(end, &[","]);
        // "7 this evening"
        if let Some((Shape::At(Some(day), part @ Moment::Part(_)), end)) =
            self.chosen(comma).filter(|_| self.is(comma, &["this"]))
        {
            return Some((Shape::At(Some(day), fit(moment, &part)), end));
        }
        match self.row(comma)? {
            (TimeWord::DayPart(0, _), _) => self.tonight(moment, comma),
            (TimeWord::Day(n @ 0..), end) if at == 0 && end == self.atoms.len() => {
                Some((Shape::At(Some(Box::new(Shape::Day(i64::from(n)))), moment), end))
            }
            _ => None,
        }
    }

    /// "tonight", "this morning", "the morning of 5 May", "in the evening".
    pub(super) fn part_of_day(&self, at: usize) -> Read<Shape> {
        let the = self.skip(at, &["the"]);
        match self.row(the)? {
            (TimeWord::DayPart(_, part), end)
                if self.is(the, &["overnight"]) && self.own_day(end).is_some() =>
            {
                let (day, end) = self.own_day(end)?;
                Some((Shape::At(Some(Box::new(day)), Moment::Part(part)), end))
            }
            (TimeWord::DayPart(n, part), end) => {
                Some((Shape::At(Some(Box::new(Shape::Day(i64::from(n)))), Moment::Part(part)), end))
            }
            (TimeWord::Part(part), end) if self.phrase(end, "before last").is_some() => {
                let day = Some(Box::new(Shape::Day(-2)));
                Some((Shape::At(day, Moment::Part(part)), end + 2)).filter(|_| the > at)
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

    /// "Monday" or "on 5 May" after "overnight".
    fn own_day(&self, at: usize) -> Read<Shape> {
        let (day, end) = self.date(self.skip(at, &["on"]))?;
        let ranged = listed(List::Through, self.word(end)) || self.is(end, &["and", "or"]);
        (is_day(&day) && !ranged).then_some((day, end))
    }

    /// "the 15th".
    fn lone_day(&self, at: usize) -> Read<Shape> {
        let the = self.skip(at, &["the"]);
        if let Some(found) = self.day_of_cell(the) {
            return Some(found);
        }
        let (n, end) = self.ordinal(the).filter(|_| the > at && self.is_number(the))?;
        let led = listed(List::BeforeLoneDays, self.before(at))
            || self.before(at) == "of"
                && matches!(self.row_before(at - 1), Some(TimeWord::Part(_)));
        // "from the 3rd to the 9th floor"
        let rank = self.is(end, &["to", "through"])
            && self.phrase(end + 1, "the").is_some_and(|at| self.ordinal(at).is_some());
        let hours = self.is(end, &["from", "between", "at"]) && self.clock(end + 1).is_some();
        let alone = hours || self.ends_clause(end) && !self.is(end, &["in", "on"]) && !rank;
        let n = i8::try_from(n).ok().filter(|n| (1..=31).contains(n))?;
        (led && alone).then_some((Shape::Name(Name::DayOfMonth(n)), end))
    }

    /// "20th of the previous month".
    fn day_of_cell(&self, at: usize) -> Read<Shape> {
        let (n, end) = self.ordinal(at)?;
        let of = self.phrase(end, "of")?;
        if let Some(after) = ["every month", "each month"].iter().find_map(|m| self.phrase(of, m)) {
            let day = i8::try_from(n).ok().filter(|n| (1..=31).contains(n))?;
            return Some((Shape::Every(Every::Name(Name::DayOfMonth(day), None)), after));
        }
        let (month, end) = self.chosen(of).or_else(|| self.the_cell(of))?;
        let n = i8::try_from(n).ok().filter(|n| (1..=31).contains(n))?;
        let day = Box::new(Shape::Name(Name::DayOfMonth(n)));
        matches!(month, Shape::Cell(_, Grain::Month))
            .then(|| (Shape::Inside(day, Box::new(month)), end))
    }

    /// "the first three months" before "of 2024".
    fn part_of_whole(&self, at: usize) -> Read<Shape> {
        let the = self.skip(at, &["the"]);
        let sign = match self.word(the) {
            "first" | "opening" => 1,
            "last" | "final" | "closing" => -1,
            _ => return None,
        };
        let (length, end) = self.length(the + 1)?;
        let exact = length.parts.iter().all(|part| matches!(part.0, Amount::Exact(_)));
        let of = self.is(end, &["of", "in"]).then_some(end + 1)?;
        let (whole, _) = self.whole(of).filter(|_| exact)?;
        Some((Shape::Part(length, sign, Box::new(whole)), end))
    }

    fn plain_length(&self, at: usize) -> Read<Shape> {
        let the = self.skip(at, &["the"]);
        if let Some((length, end)) = self.long(at) {
            return Some((Shape::Length(length), end));
        }
        if let Some(found) = self.vague_part(the).filter(|_| the > at) {
            return Some(found);
        }
        let first = if the > at { self.skip(the, &["first", "last", "final", "next"]) } else { at };
        if let Some((length, end)) =
            self.length(first).filter(|(length, _)| !(the > at && length.article))
        {
            if first == the && the > at && self.is(end.wrapping_sub(2), &["-"]) {
                return None;
            }
            let end = self.phrase(end, "- long").unwrap_or_else(|| self.or_so(length.article, end));
            return Some((Shape::Length(length), end));
        }
        if first == at {
            let free = !self.is(at.wrapping_sub(1), &["these", "those"]);
            return self
                .bare_plural(at)
                .filter(|_| free)
                .map(|(length, end)| (Shape::Length(length), self.or_plural(end)));
        }
        None
    }

    fn direction(&self, at: usize) -> Read<Shape> {
        if let (true, Some(((grain, count), end))) = (self.is(at, &["future"]), self.unit(at + 1)) {
            let plural = self.word(end - 1).ends_with('s');
            let length = Length { parts: vec![(Amount::Vague, grain, count)], article: false };
            return plural.then_some((Shape::Stretch(length, Which::Next), end));
        }
        let (reference, end) = match self.word(at) {
            "current" => (Reference::Present, at + 1),
            _ => self.reference(at)?,
        };
        let name = self.capital(at) && at > 0 && self.capital(at - 1) && self.is_word(at - 1);
        let compound = self.glued(end) && self.is(end, &["-"])
            || self.is(end, &["that"]) && self.is(at, &["now"])
            || self.phrase(end, "and then").is_some()
            || self.phrase(end, "and again").is_some();
        let adjective = self.is(at, &["current"])
            && !matches!(self.before(at), "the" | "its" | "his" | "their" | "her" | "of");
        let soon = adjective
            || self.is(at, &["soon"])
                && (self.is(end, &["after", "as", "enough", "to"]) || self.before(at) == "as");
        let time = self.unit(end).filter(|_| !self.capital(end));
        if let Some(((grain, count), after)) = time.filter(|_| self.is(at, &["recent"])) {
            let length = Length { parts: vec![(Amount::Vague, grain, count)], article: false };
            return Some((Shape::Stretch(length, Which::Last), self.or_plural(after)));
        }
        // "in future quarters"
        if time.is_some() && self.is(end - 1, &["future"]) {
            return None;
        }
        (!name && !compound && !soon).then_some((Shape::Reference(reference), end))
    }
}

/// Whether an atom by itself may be a part of a time.
fn tells_time(atom: &Atom<'_>) -> bool {
    atom.row.is_some() || atom.number.is_some() || atom.is_number()
}

/// A time by the clock put into a part of the day: "3" of the afternoon is 15.
fn fit(moment: Moment, part: &Moment) -> Moment {
    use crate::value::DayPart;
    match (moment, part) {
        (Moment::Clock { mut clock, second, zone, open: true }, Moment::Part(part)) => {
            let small_hours = *part == DayPart::Night && clock.minute < 300;
            let late = *part != DayPart::Morning && !small_hours;
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
        Shape::At(day, part) => Shape::At(day.clone(), fit(moment, part)),
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
        Shape::Numeric(..)
        | Shape::Day(_)
        | Shape::NextDay(_)
        | Shape::On(..)
        | Shape::Beside(..) => true,
        Shape::Count(_, name) => name.grain() == Grain::Day,
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
