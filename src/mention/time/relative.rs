//! Reads times by their distance from now or from the time spoken of: "last week", "three days
//! ago", "the past three months", "that Friday", "every Monday".

use super::compose::is_day;
use super::fiscal::fiscal;
use super::line::{Line, Read};
use super::number::Amount;
use super::shape::{Every, From, Kind, Length, Name, Shape};
use crate::lexicon::time::{List, Origin, Reference, TimeWord, Which, listed};
use crate::value::Grain;

impl Line<'_> {
    /// Any time relative to another.
    pub(super) fn relative(&self, at: usize) -> Read<Shape> {
        None.or_else(|| self.every(at))
            .or_else(|| self.counted_names(at))
            .or_else(|| self.week_on(at))
            .or_else(|| self.beyond(at))
            .or_else(|| self.rest(at))
            .or_else(|| self.until_today(at))
            .or_else(|| self.weekday_beside(at))
            .or_else(|| self.adjacent(at))
            .or_else(|| self.nth(at))
            .or_else(|| self.week_of(at))
            .or_else(|| self.eve_of(at))
            .or_else(|| self.chosen(at))
            .or_else(|| self.counted_stretch(at))
            .or_else(|| self.year_ago_adjective(at))
            .or_else(|| self.deictic(at))
            .or_else(|| self.the_cell(at))
            .or_else(|| self.shifted(at))
    }

    /// "the Monday after Easter", "the Sunday before 5 May".
    fn weekday_beside(&self, at: usize) -> Read<Shape> {
        let (weekday, end) = self.phrase(at, "the").and_then(|at| self.weekday(at))?;
        let sign = match self.word(end) {
            "after" | "following" => 1,
            "before" | "preceding" => -1,
            _ => return None,
        };
        let (day, after) = self.date(self.skip(end + 1, &["the"]))?;
        is_day(&day).then(|| (Shape::Beside(weekday, sign, Box::new(day)), after))
    }

    fn deictic(&self, at: usize) -> Read<Shape> {
        match self.row(at)? {
            (TimeWord::Day(n), end) => {
                let possessive = self.is(end, &["s"]) && self.glued(end);
                Some((Shape::Day(i64::from(n)), if possessive { end + 1 } else { end }))
            }
            _ => None,
        }
    }

    /// "every Monday", "each day", "every two weeks", "Mondays", "daily".
    fn every(&self, at: usize) -> Read<Shape> {
        if let Some((TimeWord::Every(grain, n), end)) = self.row(at) {
            let adjective = listed(List::RecurringAdjectives, self.word(at));
            return (!adjective || !self.is_word(end))
                .then_some((Shape::Every(Every::Cells(u16::from(n), grain)), end));
        }
        if !self.is(at, &["every", "each"]) {
            return self.plural_weekday(at).or_else(|| self.plural_part(at));
        }
        let start = self.phrase(at + 1, "and every").unwrap_or(at + 1);
        let other = self.is(start, &["other"]);
        let start = if other { start + 1 } else { start };
        if let Some((day, end)) = self
            .ordinal(start)
            .filter(|n| !other && (2..=5).contains(&n.0))
            .and_then(|(_, next)| self.weekday(next))
        {
            return Some((Shape::Every(Every::Name(Name::Weekday(day), None)), end));
        }
        if let Some((grain, end)) = self.unit(start) {
            let n = u16::from(grain.1) * if other { 2 } else { 1 };
            return Some((Shape::Every(Every::Cells(n, grain.0)), end));
        }
        if let Some((TimeWord::Part(part), end)) = self.row(start) {
            return Some((Shape::Every(Every::Part(part)), end));
        }
        if let Some((n @ 2..=30, next)) = self.ordinal(start).filter(|_| !other)
            && let Some((grain, end)) = self.unit(next).filter(|unit| unit.0.0 >= Grain::Day)
        {
            let n = u16::try_from(n).ok()?.checked_mul(u16::from(grain.1))?;
            return Some((Shape::Every(Every::Cells(n, grain.0)), end));
        }
        if let Some((Amount::Exact(n), next)) = self.amount(start)
            && n.fract().is_zero()
            && let Some((grain, end)) = self.unit(next)
        {
            let n = u16::try_from(n).ok()?.checked_mul(u16::from(grain.1))?;
            return Some((Shape::Every(Every::Cells(n, grain.0)), end));
        }
        let (name, end) = self.name(start)?;
        let (part, end) = match self.row(end) {
            Some((TimeWord::Part(part), end)) => (Some(part), end),
            _ => (None, end),
        };
        Some((Shape::Every(Every::Name(name, part)), end))
    }

    fn plural_weekday(&self, at: usize) -> Read<Shape> {
        let (day, end) = self.weekday(at)?;
        if let Some((TimeWord::Part(part), after)) = self.row(end)
            && self.word(end).ends_with('s')
        {
            return Some((Shape::Every(Every::Name(Name::Weekday(day), Some(part))), after));
        }
        (self.word(at).ends_with("days"))
            .then_some((Shape::Every(Every::Name(Name::Weekday(day), None)), end))
    }

    /// "weekends", "mornings", where no word before it counts or describes them.
    fn plural_part(&self, at: usize) -> Read<Shape> {
        if !self.word(at).ends_with('s') || !listed(List::BeforeRecurring, self.before(at)) {
            return None;
        }
        match self.row(at)? {
            (TimeWord::Unit(Grain::Weekend, 1), end) => {
                Some((Shape::Every(Every::Cells(1, Grain::Weekend)), end))
            }
            (TimeWord::Part(part), end) => Some((Shape::Every(Every::Part(part)), end)),
            _ => None,
        }
    }

    /// A cell that recurs: weekday, month, season, feast.
    fn name(&self, at: usize) -> Read<Name> {
        None.or_else(|| self.weekday(at).map(|(n, end)| (Name::Weekday(n), end)))
            .or_else(|| self.month(at).map(|(n, end)| (Name::Month(n), end)))
            .or_else(|| self.season(at).map(|(n, end)| (Name::Season(n), end)))
            .or_else(|| self.feast(at).map(|((feast, days), end)| (Name::Feast(feast, days), end)))
    }

    /// "last Friday", "this coming week", "the past three months", "the following year".
    pub(super) fn chosen(&self, at: usize) -> Read<Shape> {
        let the = self.skip(at, &["the"]);
        let (which, end) = self.which_words(the, the > at)?;
        if let Some((stretch, end)) = self.stretch(which, end) {
            return Some((stretch, self.or_so(false, end)));
        }
        let accounts = matches!(self.row(end), Some((TimeWord::Fiscal, _)));
        let start = match self.row(end) {
            Some((TimeWord::Fiscal, end))
                if self.is(end - 1, &["year"]) && self.year(end).is_none() =>
            {
                return Some((fiscal(Shape::Cell(which, Grain::Year)), end));
            }
            Some((TimeWord::Fiscal, end)) => self.skip(end, &["-"]),
            _ => end + usize::from(listed(List::BeforeCells, self.word(end))),
        };
        let one = |&((_, count), end): &((Grain, u8), usize)| {
            count == 1 || !self.word(end - 1).ends_with('s')
        };
        if let Some((unit, end)) = self.unit(start).filter(one) {
            return self.chosen_unit(which, unit, (start, end), accounts);
        }
        if let Some((TimeWord::Part(part), end)) = self.row(start) {
            let day = match which {
                Which::This | Which::Last | Which::Next => Shape::Day(day_of(which)),
                which => Shape::Cell(which, Grain::Day),
            };
            return Some((Shape::At(Some(Box::new(day)), super::shape::Moment::Part(part)), end));
        }
        if let Some(end) = self
            .phrase(start, "period")
            .filter(|_| which == Which::Last && self.is(the, &["latest"]))
        {
            return Some((Shape::Cell(which, Grain::Quarter), end));
        }
        if self.is(start, &["season"]) && which == Which::Next {
            return None;
        }
        self.chosen_name(which, start)
    }

    /// "this week", "the past fortnight", "the last week or so", "the last weeks"; `accounts` is
    /// whether it is one of the fiscal year.
    fn chosen_unit(
        &self,
        which: Which,
        (grain, count): (Grain, u8),
        (start, end): (usize, usize),
        accounts: bool,
    ) -> Read<Shape> {
        let stretch = |end: usize| {
            let parts = vec![(Amount::Exact(1.into()), grain, count)];
            Some((Shape::Stretch(Length { parts, article: false }, which), end))
        };
        let singular = !self.word(end - 1).ends_with('s');
        // "over the next decade" is the ten years to come.
        let years = singular
            && matches!(grain, Grain::Decade | Grain::Century)
            && self.is(start - 1, &["past", "next", "coming"]);
        if count > 1 || years {
            return stretch(end);
        }
        let so = self.or_so(true, end);
        match () {
            () if !singular && !self.is(end - 1, &["yrs"]) => {
                self.plural_reference(which, grain, end)
            }
            () if so > end => stretch(so),
            () if grain >= Grain::Hour => {
                let cell = Shape::Cell(which, grain);
                Some((if accounts { fiscal(cell) } else { cell }, end))
            }
            () => None,
        }
    }

    /// "last Friday", "next May", "this Christmas": the name stands at `start`.
    fn chosen_name(&self, which: Which, start: usize) -> Read<Shape> {
        let (name, end) = self.name(start)?;
        if let (Name::Weekday(_), true) = (name, self.is(end, &[",", "("]))
            && let Some((date @ (Shape::On(..) | Shape::Dated(..)), after)) = self.date(start)
        {
            return Some((
                date,
                if self.is(end, &["("]) { self.skip(after, &[")"]) } else { after },
            ));
        }
        let (name, end) = self.day_of_named(name, end).unwrap_or((name, end));
        if let (Name::Weekday(day), true) = (name, self.is(start.wrapping_sub(1), &["next"])) {
            return Some((Shape::NextDay(day), end));
        }
        let abbreviated = matches!(name, Name::Weekday(_)) && self.word(end - 1) != ".";
        let sure = self.only_time(start)
            || matches!(name, Name::Season(_))
            || self.capital(start) && !abbreviated;
        sure.then_some((Shape::Chosen(which, name), end))
    }

    /// "May" + "5" after "last" or "next".
    fn day_of_named(&self, name: Name, at: usize) -> Read<Name> {
        let Name::Month(month) = name else { return None };
        let (day, end) = self.day_number(at)?;
        let counts = self.is_counted(end) || self.is_word(end) && self.word(at).len() < 2;
        (!counts || self.ends_clause(end)).then_some((Name::MonthDay(month, day), end))
    }

    /// "last", "this past", "this coming", "that same"; after "the", "next" and "last" count from
    /// the time spoken of only where the table says so.
    fn which_words(&self, at: usize, the: bool) -> Read<Which> {
        if self.is(at, &["these"]) {
            return None;
        }
        let (first, end) = self.which(at)?;
        let second = match first {
            Which::This | Which::Same => self.which(end),
            _ => None,
        };
        let (which, end) = match second {
            Some((second, end)) if self.is(end - 1, &["past", "coming", "same", "current"]) => {
                // "this past spring" is the last one, as "this coming Friday" is the next one.
                (if second == Which::This { first } else { second }, end)
            }
            _ => (first, end),
        };
        let story = the
            && self.is(end - 1, &["next"])
            && self.is(end, &["day", "morning", "night", "evening", "afternoon"]);
        Some((if story { Which::Following } else { which }, end))
    }

    /// Whether "last" at `at` is the verb: "to last six weeks", "may last two days", "guided tours last 90 minutes".
    fn lasts(&self, at: usize) -> bool {
        let before = self.before(at);
        let plural = before.ends_with('s') && !before.ends_with("ss") && before.len() > 3;
        self.is(at, &["last"])
            && (listed(List::BeforeLasting, before)
                || plural && self.amount(at + 1).is_some() && !listed(List::BeforeDates, before))
    }

    /// "three months" after "the past".
    fn stretch(&self, which: Which, at: usize) -> Read<Shape> {
        if matches!(which, Which::Same) {
            return None;
        }
        if self.is(at, &["a", "an", "one"]) || self.lasts(at - 1) {
            return None;
        }
        let (length, end) = self.length(at)?;
        Some((Shape::Stretch(length, which), end))
    }

    /// "two upcoming weeks", "the 5 previous years".
    fn counted_stretch(&self, at: usize) -> Read<Shape> {
        let the = self.skip(at, &["the"]);
        let (amount @ Amount::Exact(_), next) = self.amount(the)? else { return None };
        let (which, end) = self.which(next)?;
        if !matches!(which, Which::Last | Which::Next | Which::Previous | Which::Following) {
            return None;
        }
        let ((grain, count), end) = self.unit(end)?;
        // "300,000 last year" counts no years.
        if !self.word(end - 1).ends_with('s') && !self.is(next, &["upcoming", "coming"]) {
            return None;
        }
        let length = Length { parts: vec![(amount, grain, count)], article: false };
        Some((Shape::Stretch(length, which), end))
    }

    /// "coming weeks", "past years".
    fn plural_reference(&self, which: Which, grain: Grain, end: usize) -> Read<Shape> {
        let length = Length { parts: vec![(Amount::Vague, grain, 1)], article: false };
        match which {
            Which::Last | Which::Next => Some((Shape::Stretch(length, which), self.or_plural(end))),
            Which::This => Some((Shape::Reference(Reference::Present), end)),
            _ => None,
        }
    }

    /// "year-ago", "the year-earlier quarter".
    fn year_ago_adjective(&self, at: usize) -> Read<Shape> {
        let the = self.skip(at, &["the"]);
        if let Some(found) = self.prior_year(the) {
            return Some(found);
        }
        let ((grain, 1), end) = self.unit(the)? else { return None };
        let after = self.phrase(end, "- ago").or_else(|| self.phrase(end, "- earlier"))?;
        let length = Length { parts: vec![(Amount::Exact(1.into()), grain, 1)], article: false };
        let shift = Shape::Shift(length, -1, From::Origin(Origin::Now));
        let noun = self.skip(after, &["period"]);
        let noun = self.skip(noun, &["third", "fourth", "first", "second"]);
        let end = self.skip(noun, &["quarter", "month", "week"]);
        // In "the year-ago results" the article is that of the results.
        (the == at || end > after).then_some((shift, end))
    }

    /// "prior-year quarter", "prior-year period".
    fn prior_year(&self, at: usize) -> Read<Shape> {
        let year =
            self.phrase(at, "prior - year").or_else(|| self.phrase(at, "previous - year"))?;
        let end = self.skip(year, &["quarter", "period"]);
        let parts = vec![(Amount::Exact(1.into()), Grain::Year, 1)];
        let length = Length { parts, article: false };
        (end > year).then_some((Shape::Shift(length, -1, From::Origin(Origin::Now)), end))
    }

    /// "the quarter", "the year", "that time": the one spoken of.
    pub(super) fn the_cell(&self, at: usize) -> Read<Shape> {
        if !self.is(at, &["the", "its", "full"]) {
            return None;
        }
        let start = self.skip(at + 1, &["full", "entire", "whole"]);
        if let Some((TimeWord::Fiscal, end)) = self.row(start)
            && self.is(end - 1, &["year"])
        {
            if self.year(end).is_some() {
                return None;
            }
            if self.is(end, &["ended", "ending"]) {
                let parts = vec![(Amount::Exact(1.into()), Grain::Year, 1)];
                return Some((Shape::Length(Length { parts, article: false }), end));
            }
            return Some((fiscal(Shape::Cell(Which::This, Grain::Year)), end));
        }
        let ((grain, 1), end) = self.unit(start)? else { return None };
        let usable = matches!(
            grain,
            Grain::Quarter | Grain::Year | Grain::Month | Grain::Week | Grain::Weekend
        ) && !self.word(start).ends_with('s')
            && !self.is(at, &["its"]);
        let numbered = self.is_number(end) || self.year(end).is_some();
        let compound = self.glued(end) && self.is(end, &["-"])
            || self.is(end, &["of", "before", "after"])
            || numbered && !self.glued(end);
        if grain == Grain::Year && self.is(end, &["ended", "ending", "to", "through"]) {
            let parts = vec![(Amount::Exact(1.into()), grain, 1)];
            return Some((Shape::Length(Length { parts, article: false }), end));
        }
        let which = if grain == Grain::Year { Which::This } else { Which::Same };
        (usable && !compound).then_some((Shape::Cell(which, grain), end))
    }

    /// "three days ago", "a year earlier", "two weeks after Christmas", "6 months from now".
    fn shifted(&self, at: usize) -> Read<Shape> {
        let (length, end) = self.length(at).or_else(|| {
            let (length, end) = self.bare_plural(at).or_else(|| self.bare_singular(at))?;
            matches!(self.row(end), Some((TimeWord::Before(Origin::Now), _)))
                .then_some((length, end))
        })?;
        let end = self.phrase(end, "or so").unwrap_or(end);
        // "in two weeks' time"
        let time = ["' time", "' s time"].iter().find_map(|words| self.phrase(end, words));
        if let Some(end) = time.filter(|_| self.before(at) == "in") {
            return Some((Shape::Shift(length, 1, From::Origin(Origin::Now)), end));
        }
        self.starting(at, &length, end).or_else(|| self.shift_of(length, end))
    }

    /// "fortnight" before "ago", as headlines and notes leave the article out.
    fn bare_singular(&self, at: usize) -> Read<Length> {
        let ((grain, count), end) = self.unit(at)?;
        let singular = !self.word(end - 1).ends_with('s') && grain >= Grain::Hour;
        let free = at == 0 || !self.is_word(at - 1) && !self.is_number(at - 1);
        let parts = vec![(Amount::Exact(1.into()), grain, count)];
        (singular && free).then_some((Length { parts, article: true }, end))
    }

    /// "for three days from Monday", "two weeks starting 5 May": a stretch; without "for", "three
    /// days from Monday" is a day.
    fn starting(&self, start: usize, length: &Length, at: usize) -> Read<Shape> {
        let comma = self.skip(at, &[","]);
        let begins = ["starting from", "starting on", "starting", "beginning on", "beginning"];
        let sure = begins.iter().find_map(|words| self.phrase(comma, words));
        let from = sure.or_else(|| self.phrase(comma, "from"))?;
        // "for a further three years from 1 July"
        let further = (1..=2).take_while(|back| {
            start.checked_sub(*back).is_some_and(|at| self.is(at, &["a", "further", "another"]))
        });
        let lead = start - further.count();
        let stretch = sure.is_some() || self.before(lead) == "for";
        if comma > at && !stretch {
            return None;
        }
        // "12 euros an hour from 1 April"
        let rate = length.article && length.parts.iter().all(|part| part.1 < Grain::Day);
        if rate && self.clock(from).is_none() && !self.is(from, &["now", "noon", "midnight"]) {
            return None;
        }
        let (base, end) = self.shift_base(from).or_else(|| {
            let (moment, end) = self.clock(from)?;
            Some((Shape::At(None, moment), end))
        })?;
        let (base, end) = self.and_moment(&base, end).unwrap_or((base, end));
        if listed(List::Through, self.word(end)) {
            return None;
        }
        let clock = matches!(base, Shape::At(..));
        // "a week from today" is a day, whatever it is for.
        let point = length.article && comma == at && matches!(base, Shape::Day(_));
        let stretch = stretch && !point;
        // "11 euros an hour from April"
        if !(stretch || clock || super::compose::is_day(&base)) {
            return None;
        }
        Some(if stretch || clock {
            (Shape::Lasting(Box::new(base), length.clone()), end)
        } else {
            (Shape::Shift(length.clone(), 1, From::Shape(Box::new(base))), end)
        })
    }

    /// "three Fridays from now", "two Thursdays ago".
    fn counted_names(&self, at: usize) -> Read<Shape> {
        let (Amount::Exact(n), next) = self.amount(at)? else { return None };
        let (name, end) = self.name(next)?;
        let n = i64::try_from(n).ok().filter(|n| (1..=60).contains(n))?;
        if !self.word(end - 1).ends_with('s') {
            return None;
        }
        match self.row(end) {
            _ if self.is(end, &["back"]) => Some((Shape::Count(-n, name), end + 1)),
            Some((TimeWord::Before(Origin::Now), end)) => Some((Shape::Count(-n, name), end)),
            Some((TimeWord::After(Origin::Now), end)) => Some((Shape::Count(n, name), end)),
            _ => None,
        }
    }

    /// "Thursday week", "a week on Thursday", "a week today": a week after the coming one.
    fn week_on(&self, at: usize) -> Read<Shape> {
        let week = |at: usize| matches!(self.unit(at), Some(((Grain::Week, 1), _)));
        let parts = vec![(Amount::Exact(1.into()), Grain::Week, 1)];
        let later = |day: Shape, end: usize| {
            let length = Length { parts: parts.clone(), article: false };
            Some((Shape::Shift(length, 1, From::Shape(Box::new(day))), end))
        };
        if let Some((day, end)) = self.weekday(at).filter(|found| self.is(found.1, &["week"])) {
            let ends = self.ends_clause(end + 1) && !self.is(end + 1, &["-", "'", "for"]);
            return if ends { later(Shape::Count(1, Name::Weekday(day)), end + 1) } else { None };
        }
        let a = self.phrase(at, "a").filter(|a| week(*a) && self.is(*a, &["week"]))?;
        if let Some((TimeWord::Day(n @ 0..=1), end)) = self.row(a + 1) {
            return later(Shape::Day(i64::from(n)), end);
        }
        let (day, end) = self.phrase(a + 1, "on").and_then(|on| self.weekday(on))?;
        let plural = self.word(end - 1).ends_with("days");
        if plural { None } else { later(Shape::Count(1, Name::Weekday(day)), end) }
    }

    /// "the week after next", "Friday after next", "the month before last".
    fn beyond(&self, at: usize) -> Read<Shape> {
        let the = self.skip(at, &["the"]);
        let unit = self.unit(the).filter(|unit| unit.0.1 == 1 && unit.0.0 >= Grain::Day);
        let named = || self.name(the).filter(|_| self.only_time(the) || self.capital(the));
        let name = if unit.is_some() { None } else { named() };
        let end = unit.map(|unit| unit.1).or_else(|| name.map(|name| name.1))?;
        let next = self.phrase(end, "after next").map(|end| (1, end));
        let (sign, after) = next.or_else(|| Some((-1, self.phrase(end, "before last")?)))?;
        if self.unit(after).is_some() || self.name(after).is_some() {
            return None;
        }
        Some(match (unit, name) {
            (Some(((grain, _), _)), _) => (Shape::CellAt(2 * sign, grain), after),
            (_, Some((name, _))) => (Shape::Count(2 * sign, name), after),
            _ => return None,
        })
    }

    /// "the rest of the week", "the remainder of this year".
    fn rest(&self, at: usize) -> Read<Shape> {
        let the = self.skip(at, &["the"]);
        let leads = ["rest of", "remainder of", "remaining of", "remaining part of"];
        let of = leads.iter().find_map(|lead| self.phrase(the, lead))?;
        let (whole, end) =
            self.the_cell(of).or_else(|| self.chosen(of)).or_else(|| self.date(of))?;
        Some((Shape::Rest(Box::new(whole)), end))
    }

    /// "year to date", "the month-to-date".
    fn until_today(&self, at: usize) -> Read<Shape> {
        let the = self.skip(at, &["the"]);
        let ((grain, 1), end) = self.unit(the)? else { return None };
        let end = self.phrase(end, "to date").or_else(|| self.phrase(end, "- to - date"))?;
        (grain > Grain::Day).then_some((Shape::ToDate(grain), end))
    }

    /// "the day before", "the week after", "the day after Christmas", "the day before Tuesday's hearing".
    fn adjacent(&self, at: usize) -> Read<Shape> {
        let the = self.skip(at, &["the"]);
        let ((grain, 1), end) = self.unit(the)? else { return None };
        let (sign, which) = match self.word(end) {
            "before" => (-1, Which::Previous),
            "after" => (1, Which::Following),
            _ => return None,
        };
        if grain < Grain::Day || self.word(end - 1).ends_with('s') {
            return None;
        }
        // The hearing is over in a day, whose neighbour is told.
        let daily = grain == Grain::Day;
        let base = self.shift_base(end + 1).filter(|(_, end)| daily || !self.owns(*end));
        if let Some((base, after)) = base {
            let parts = vec![(Amount::Exact(1.into()), grain, 1)];
            let length = Length { parts, article: false };
            return Some((Shape::Shift(length, sign, From::Shape(Box::new(base))), after));
        }
        let ends = self.is(end + 1, &["", ".", ",", ";", ")", ":", "and", "but", "\""]);
        (the > at && ends).then_some((Shape::Cell(which, grain), end + 1))
    }

    fn shift_of(&self, length: Length, at: usize) -> Read<Shape> {
        let (sign, origin, end) = match self.row(at)? {
            (TimeWord::Before(origin), end) => (-1, origin, end),
            (TimeWord::After(origin), end) => (1, origin, end),
            _ => return None,
        };
        let joins = self.is(end - 1, &["before", "after"]);
        let base = || self.shift_base(end).filter(|(_, end)| !self.owns(*end));
        let from = if joins { base() } else { None };
        if let Some((base, end)) = from {
            return Some((Shape::Shift(length, sign, From::Shape(Box::new(base))), end));
        }
        let free = !joins && !self.is(end - 1, &["on", "previously"]);
        let ends = self.is(end, &["", ".", ",", ";", ")"]);
        if joins && !ends || !free && !joins {
            return None;
        }
        let origin = if matches!(origin, Origin::Now) {
            From::Origin(Origin::Now)
        } else {
            From::Origin(Origin::Topic)
        };
        Some((Shape::Shift(length, sign, origin), end))
    }

    /// "two days after *Wednesday's* quake" counts from the quake, which is of Wednesday.
    fn owns(&self, end: usize) -> bool {
        self.phrase(end, "' s").is_some() && self.is_word(end + 2)
    }

    /// The time that a shift is counted from.
    fn shift_base(&self, at: usize) -> Read<Shape> {
        self.deictic(at).or_else(|| self.date(at)).or_else(|| self.chosen(at)).or_else(|| {
            let (reference, end) = self.reference(at)?;
            (reference == Reference::Present).then_some((Shape::Day(0), end))
        })
    }

    /// "the first Monday of May", "the last week of October", "the second day".
    fn nth(&self, at: usize) -> Read<Shape> {
        let the = self.skip(at, &["the"]);
        let (n, end) = match self.word(the) {
            "last" | "final" | "closing" => (-1, the + 1),
            "penultimate" => (-2, the + 1),
            "next" => (-2, self.last_but_one(the + 1)?),
            _ => self.ordinal(the)?,
        };
        let (n, end) = match self.word(end) {
            "last" if n > 0 => (-n, end + 1),
            _ => self.last_but_one(end).filter(|_| n == 2).map_or((n, end), |end| (-2, end)),
        };
        let (kind, end) = match self.weekday(end) {
            Some((day, end)) => (Kind::Weekday(day), end),
            None => {
                let ((grain, 1), end) = self.unit(end)? else { return None };
                (Kind::Grain(grain), end)
            }
        };
        let of = self.is(end, &["of", "in"]).then_some(end + 1)?;
        if self.is(of, &["each", "every"])
            && let Some(((grain, 1), end)) = self.unit(of + 1)
        {
            return Some((Shape::Every(Every::Cells(1, grain)), end));
        }
        let (whole, end) = self.whole(of)?;
        Some((Shape::Nth(n, kind, Box::new(whole)), end))
    }

    /// The end of "to last" of "second to last", "next-to-last".
    fn last_but_one(&self, at: usize) -> Option<usize> {
        self.phrase(at, "to last").or_else(|| self.phrase(at, "- to - last"))
    }

    /// A longer time that a part is taken of.
    pub(super) fn whole(&self, at: usize) -> Read<Shape> {
        self.chosen(at).or_else(|| self.date(at)).or_else(|| self.the_cell(at))
    }

    /// "the 18th" of a month that is not told.
    fn nth_day(&self, at: usize) -> Read<Shape> {
        let (n, end) = self.phrase(at, "the").and_then(|at| self.ordinal(at))?;
        let day = i8::try_from(n).ok().filter(|n| (1..=31).contains(n))?;
        self.ends_clause(end).then_some((Shape::Name(Name::DayOfMonth(day)), end))
    }

    /// "the week of March 3", "the week ended July 31".
    fn week_of(&self, at: usize) -> Read<Shape> {
        let the = self.skip(at, &["the"]);
        let ((grain, 1), end) = self.unit(the)? else { return None };
        let of = listed(List::WeekOf, self.word(end));
        if !of || !matches!(grain, Grain::Week | Grain::Weekend) {
            return None;
        }
        let on = self.skip(end + 1, &["on"]);
        let (day, after) = self.date(on).or_else(|| self.nth_day(on))?;
        let kind = Kind::Grain(grain);
        Some((Shape::Nth(0, kind, Box::new(day)), after))
    }
}

const fn day_of(which: Which) -> i64 {
    match which {
        Which::Last | Which::Previous => -1,
        Which::Next | Which::Following => 1,
        _ => 0,
    }
}
