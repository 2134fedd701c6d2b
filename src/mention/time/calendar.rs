//! Reads dates that name their place in the calendar: "5 March 1998", "the third quarter of 1998",
//! "the 1990s", "Easter".

use super::line::{Line, Read};
use super::shape::{Name, Shape};
use super::vague::day_before;
use crate::lexicon::begins_measure;
use crate::lexicon::time::{List, TimeWord, Which, listed};
use crate::value::Grain;

impl Line<'_> {
    /// Any date by name or number.
    pub(super) fn date(&self, at: usize) -> Read<Shape> {
        let at_the = self.skip(at, &["the"]);
        None.or_else(|| self.numeric(at))
            .or_else(|| self.year_of_era(at))
            .or_else(|| self.with_weekday(at))
            .or_else(|| self.month_first(at))
            .or_else(|| self.day_first(at_the))
            .or_else(|| self.day_before_day(at))
            .or_else(|| {
                let found = self.quarter(at_the);
                let found = found.filter(|_| at_the == at || !self.hyphenated(at_the));
                found.map(|(shape, end)| (self.of_accounts(at_the, end, shape), end))
            })
            .or_else(|| self.decade_or_century(at_the, at_the > at))
            .or_else(|| self.fiscal(at_the))
            .or_else(|| self.named_year(at_the))
            .or_else(|| self.period_of_year(at_the).filter(|_| at_the > at))
            .or_else(|| self.season_or_feast(at_the))
            .or_else(|| self.numbered_week(at))
            .or_else(|| self.bare_year(at))
    }

    /// Whether the word at `at` is joined by a hyphen to the next one: "the third-quarter loss",
    /// where the article is that of the loss.
    fn hyphenated(&self, at: usize) -> bool {
        self.is(at + 1, &["-"])
    }

    /// Whether the word before says that a date comes.
    pub(super) fn expected(&self, at: usize) -> bool {
        listed(List::BeforeDates, self.before(at))
    }

    /// "Monday", "Monday, 5 March", "Tuesday the 19th", "May 22 (Tue)" begins with the month.
    fn with_weekday(&self, at: usize) -> Read<Shape> {
        let at_the = self.skip(at, &["the"]);
        let (day, end) = self.weekday(at_the)?;
        // "the Friday deadline": the article is that of the deadline.
        let noun = self.is_word(end)
            && !self.ends_clause(end)
            && self.row(end).is_none()
            && !listed(List::ClauseBeginnings, self.word(end))
            && !self.is(end, &["the", "of", "he", "she", "it", "they", "we", "i", "that"]);
        if at_the > at && noun {
            return None;
        }
        let comma = self.skip(end, &[",", "("]);
        let on = self.skip(comma, &["on"]);
        let date = self.numeric(on).or_else(|| self.month_first(on)).or_else(|| {
            let the = self.skip(on, &["the"]);
            self.day_first(the).or_else(|| {
                let digits = self.is_number(the);
                let found = self.ordinal(the).filter(|_| the > on || digits);
                let timed = |end: usize| self.ends_clause(end) || self.clock(end).is_some();
                let (n, end) = found.filter(|(_, end)| digits || timed(*end))?;
                // "on Saturday, the first in 12 days", "on Monday, the third to die"
                let goes_on = self.is(end, &["in", "to", "for", "on"])
                    || self.is(end, &["at"])
                        && self.clock(end + 1).or_else(|| self.bare_hour(end + 1)).is_none();
                if goes_on && !digits || digits && self.is(end, &["in", "to"]) {
                    return None;
                }
                Some((Shape::Name(Name::DayOfMonth(i8::try_from(n).ok()?)), end))
            })
        });
        if let Some((
            date @ (Shape::Name(Name::MonthDay(..) | Name::DayOfMonth(_))
            | Shape::Dated(Name::MonthDay(..), _)
            | Shape::Numeric(..)),
            end,
        )) = date
        {
            let range = self.is(end, &["-", "to", "through", "until", "till", "and"]);
            return Some(match date {
                Shape::Name(name) if !range => (Shape::On(day, name), end),
                date => (date, end),
            });
        }
        let sure = self.only_time(at_the)
            || listed(List::BeforeWeekdays, self.before(at))
            || self.word(end.saturating_sub(1)) == "." && !(self.capital(end) && self.is_word(end))
            || self.atoms.len() <= 3
            || self.is_number(end) && self.glued(end + 1) && self.is(end + 1, &[":"])
            || matches!(self.row(end), Some((TimeWord::Part(_), _)))
            || self.capital(at_the)
                && self.phrase(end, "at").is_some_and(|clock| self.clock(clock).is_some());
        sure.then_some((Shape::Name(Name::Weekday(day)), end))
    }

    /// "March 5, 1998", "March the 5th", "March 1998", "March".
    fn month_first(&self, at: usize) -> Read<Shape> {
        let (month, end) = self.month(at)?;
        if let Some(found) = self.month_day(at, month, end) {
            return Some(found);
        }
        let of = self.skip(self.skip(end, &[",", "-", "/"]), &["of", "in"]);
        if let Some((year, end)) = self.year(of).or_else(|| self.short_year(of)) {
            let date = self.only_time(at) || self.capital(at) || self.expected(at);
            return date.then_some((Shape::Dated(Name::Month(month), year), end));
        }
        self.lone_month(at, end).then_some((Shape::Name(Name::Month(month)), end))
    }

    fn month_day(&self, at: usize, month: i8, end: usize) -> Read<Shape> {
        let comma = self.is(end, &[","]);
        let the = self.skip(self.skip(end, &[",", "/", "-", "the"]), &["the"]);
        let (day, end) = self.day_number(the).or_else(|| self.day_in_words(the))?;
        if self.is(end, &["%", "percent", "per"])
            || (!self.only_time(at)
                && !self.capital(at)
                && !self.expected(at)
                && !self.is(at, &["march"]))
        {
            return None;
        }
        let year = self.after_date(end);
        // "In November, 11 people": the number counts what follows.
        if comma && year.is_none() && self.counts_next(end) {
            return None;
        }
        let name = Name::MonthDay(month, day);
        Some(match year {
            Some((year, end)) => (Shape::Dated(name, year), end),
            None => (Shape::Name(name), end),
        })
    }

    /// Whether a number before `at` counts the word there: a small word or a time goes on with a date.
    fn counts_next(&self, at: usize) -> bool {
        const SHORT: usize = 4;
        let word = self.is_word(at) && !self.capital(at) && !self.glued(at);
        word && self.word(at).len() > SHORT && self.row(at).is_none() || self.is_counted(at)
    }

    /// "twenty five" of "January twenty five nineteen eighty six": only before a year.
    fn day_in_words(&self, at: usize) -> Read<i8> {
        let (day, end) = self.small(at)?;
        let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
        self.after_date(end).map(|_| (day, end))
    }

    /// The year after a month and day: ", 1998", " 1998", " of 1998", "/1998", " '98".
    pub(super) fn after_date(&self, at: usize) -> Read<i16> {
        let tight = self.glued(at) && self.is(at, &["/", "-", "."]);
        let of = self.skip(self.skip(at, &[","]), &["of", "in"]);
        let of = if tight { at + 1 } else { of };
        let (year, end) = self.year(of).or_else(|| self.short_year(of))?;
        let clock = self.glued(end) && self.is(end, &[":"]);
        let counted = self.is_counted(end) && !self.is(at, &[",", "of", "in"]) && !tight;
        (!clock && !counted).then_some((year, end))
    }

    /// "'98".
    pub(super) fn short_year(&self, at: usize) -> Read<i16> {
        let (year, end) = self.digits(at + 1, 2).filter(|_| self.is(at, &["'"]))?;
        let decade = self.glued(end) && self.is(end, &["s"]);
        (self.word(at + 1).len() == 2 && !decade).then_some((full_year(year)?, end))
    }

    /// Whether a month stands by itself as one: not as a name ("April Smith") or a verb.
    fn lone_month(&self, at: usize, end: usize) -> bool {
        let name = self.capital(end) && self.is_word(end) && self.row(end).is_none();
        if self.glued(at) && self.is(at.wrapping_sub(1), &["$", "#", "@"]) {
            return false;
        }
        if name && self.capital(at) && self.word(at).len() == 3 {
            return false;
        }
        if self.capital(at) && self.atoms.len() <= 2 {
            return true;
        }
        if !self.only_time(at) && !self.capital(at) {
            return self
                .is(at.wrapping_sub(1), &["in", "since", "until", "during", "early", "late"])
                && !self.is_word(end);
        }
        if !self.capital(at) && self.is(at.wrapping_sub(1), &["a", "an"]) {
            return false;
        }
        if self.capital(at) && self.years_hence(end).is_some() {
            return true;
        }
        // "January-March"
        let joined = at > 1 && self.is(at - 1, &["-"]) && self.glued(at);
        if joined && self.capital(at) && self.month(at - 2).is_some_and(|found| found.1 == at - 1) {
            return true;
        }
        // "mid-March", "end-May"
        let part = at > 1
            && self.is(at - 1, &["-"])
            && self.glued(at)
            && (self.expected(at - 1) || self.is(at - 2, &["end"]));
        if part && self.capital(at) {
            return true;
        }
        if self.expected(at) {
            return self.only_time(at)
                || self.capital(at)
                || !self.is(at.wrapping_sub(1), &["to", "and", "or", "as", "on"]);
        }
        self.only_time(at)
            && !(self.capital(at) && name && self.is(at, &["april", "june", "august"]))
            && (self.word(at).len() > 3 || self.capital(at))
    }

    /// A day of the month in digits or as an ordinal.
    pub(super) fn day_number(&self, at: usize) -> Read<i8> {
        let (day, end) = match self.ordinal(at) {
            Some(found) => found,
            None => {
                let (day, end) = self.digits(at, 2)?;
                let more = self.glued(end)
                    && (self.is(end, &["%", "$"])
                        || self.is(end, &[":"]) && self.is_number(end + 1)
                        || (self.is(end, &[",", "."])
                            && self.glued(end + 1)
                            && self.is_number(end + 1)));
                let word = self.glued(end) && self.is_word(end);
                if more || word || self.is(end, &["percent", "million", "billion", "am", "pm", "o"])
                {
                    return None;
                }
                (day, end)
            }
        };
        let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
        Some((day, end))
    }

    /// "5 March 1998", "the 5th of March", "14april 2015", "05-Aug-2016".
    pub(super) fn day_first(&self, at: usize) -> Read<Shape> {
        let (day, end) = self.day_before_month(at)?;
        let of = self.skip(self.skip(end, &["of", "-", "/", "day"]), &["of"]);
        let (month, end) = self.month(of)?;
        let name = Name::MonthDay(month, day);
        let year = self.after_date(end);
        // "Whoever has reached the age of twelve may join", "anybody over 18 may vote"
        let other = !self.only_time(of) && !self.capital(of) && year.is_none();
        let spelled = !self.is_number(at);
        if other && self.is_word(of + 1) && (spelled || !self.expected(at)) {
            return None;
        }
        Some(match year {
            Some((year, end)) => (Shape::Dated(name, year), end),
            None => (Shape::Name(name), end),
        })
    }

    fn day_before_month(&self, at: usize) -> Read<i8> {
        if let Some((n, end)) = self.ordinal(at) {
            return Some((i8::try_from(n).ok().filter(|n| (1..=31).contains(n))?, end));
        }
        let (n, end) = self.digits(at, 2).or_else(|| self.small(at).filter(|n| n.0 > 3))?;
        let larger = at > 0 && self.glued(at) && self.is(at - 1, &[",", ".", ":", "$"]);
        Some((i8::try_from(n).ok().filter(|n| (1..=31).contains(n) && !larger)?, end))
    }

    /// "Q3 1998", "1998Q3", "third quarter of fiscal 1998", "H2 2019", "first half of 1998".
    fn quarter(&self, at: usize) -> Read<Shape> {
        let (lead, start) = self.fiscal_lead(at).unwrap_or_else(|| self.lead_year(at));
        let start = match self.row(start) {
            Some((TimeWord::Fiscal, end)) if lead.is_some() || self.is(end - 1, &["fiscal"]) => {
                self.skip(end, &["-"])
            }
            _ => start,
        };
        let (name, end) = self.quarter_name(start)?;
        if let Some(year) = lead {
            return Some((Shape::Dated(name, year), end));
        }
        let of = self.skip(self.skip(end, &[",", "-"]), &["of", "in", "/"]);
        let fiscal = match self.row(of) {
            Some((TimeWord::Fiscal, end)) => end,
            _ if self.is(of, &["calendar"]) => self.skip(of + 1, &["year"]),
            _ => of,
        };
        let short = || self.short_year(fiscal).or_else(|| self.two_digit_year(end, fiscal));
        Some(match self.year(fiscal).or_else(short) {
            Some((year, end)) if !self.is_counted(end) || fiscal > end => {
                (Shape::Dated(name, year), end)
            }
            _ if matches!(name, Name::Half(_)) && self.is_game_half(start, end) => return None,
            _ => (Shape::Name(name), end),
        })
    }

    /// Whether "the first half" may be that of a match or of anything else.
    fn is_game_half(&self, start: usize, end: usize) -> bool {
        // "the second half of the match"
        let of = self.is(end, &["of"]).then_some(end + 1);
        if of.is_some_and(|of| {
            self.is(of, &["the", "a", "their", "his"]) && self.the_cell(of).is_none()
        }) {
            return true;
        }
        let year = ["of", "this", "last", "next", "in", "a"];
        // "first-half profit"
        let accounts = self.is(start + 1, &["-"])
            && self.glued(start + 1)
            && begins_measure(self.word(self.skip(end, &["pretax"])));
        !accounts
            && !self.is(start, &["h"])
            && self.before(start) != "fiscal"
            && !self.is(end, &year)
    }

    /// "1998", "1998's" or nothing before a quarter or season.
    pub(super) fn lead_year(&self, at: usize) -> (Option<i16>, usize) {
        match self.year(at) {
            Some((year, end)) => {
                let possessive = self.phrase(end, "' s").unwrap_or(end);
                (Some(year), self.skip(possessive, &["-"]))
            }
            // "18Q4"
            None => match self
                .digits(at, 2)
                .filter(|(_, end)| self.glued(*end) && self.is(*end, &["q"]))
            {
                Some((year, end)) if self.word(at).len() == 2 => (full_year(year), end),
                _ => (None, at),
            },
        }
    }

    fn quarter_name(&self, at: usize) -> Read<Name> {
        if let Some(found) = self.half_letter(at) {
            return Some(found);
        }
        if let Some((n, end)) = self.digits(at + 1, 1).filter(|_| self.glued(at + 1)) {
            let n = i8::try_from(n).ok()?;
            let alone = !(self.glued(end) && (self.is_word(end) || self.is_number(end)));
            return match self.word(at) {
                "q" if (1..=4).contains(&n) && alone => Some((Name::Quarter(n), end)),
                "h" if (1..=2).contains(&n) && alone => Some((Name::Half(n), end)),
                _ => None,
            };
        }
        if let Some((n, end)) = self.digits(at, 1).filter(|_| self.is(at + 1, &["q"])) {
            let year = self.is_number(end + 1) && self.word(end + 1).len() == 2;
            let quarter = self.glued(at + 1) && (year || !self.glued(end + 1));
            let n = i8::try_from(n).ok().filter(|n| quarter && (1..=4).contains(n))?;
            return Some((Name::Quarter(n), end + 1));
        }
        let (n, end) = match self.word(at) {
            "last" | "final" | "latter" => (-1, at + 1),
            _ => self.ordinal(at)?,
        };
        let hyphen = self.skip(end, &["-"]);
        let fiscal = self.skip(hyphen, &["fiscal"]);
        let n = i8::try_from(n).ok()?;
        match self.word(fiscal) {
            "quarter" if (1..=4).contains(&n) => Some((Name::Quarter(n), fiscal + 1)),
            "quarter" if self.is(at, &["final"]) => Some((Name::Quarter(4), fiscal + 1)),
            "half" if (1..=2).contains(&n) => Some((Name::Half(n), fiscal + 1)),
            "half" if n == -1 => Some((Name::Half(2), fiscal + 1)),
            _ => None,
        }
    }

    /// "2H" of "2H25" and "1H 2024".
    fn half_letter(&self, at: usize) -> Read<Name> {
        let (n, end) = self.digits(at, 1).filter(|n| (1..=2).contains(&n.0))?;
        let letter = self.is(end, &["h"]) && self.glued(end) && self.capital(end);
        let two = self.glued(end + 1) && self.word(end + 1).len() == 2;
        let year = self.year(end + 1).is_some() || two && self.is_number(end + 1);
        (letter && year).then_some((Name::Half(i8::try_from(n).ok()?), end + 1))
    }

    /// "1990s", "'90s", "the nineties", "19th century".
    fn decade_or_century(&self, at: usize, the: bool) -> Read<Shape> {
        const WORDS: [&str; 10] = [
            "",
            "tens",
            "twenties",
            "thirties",
            "forties",
            "fifties",
            "sixties",
            "seventies",
            "eighties",
            "nineties",
        ];
        let apostrophe = self.is(at, &["'"]);
        let start = self.skip(at, &["'"]);
        if let Some((n, end)) = self.digits(start, 4) {
            let s = self.skip(end, &["'"]);
            let plural = self.is(s, &["s"])
                && !self.glued(s + 1).then_some(s + 1).is_some_and(|i| self.is_word(i));
            let near = self.glued(s) || (s == end && self.word(start).len() == 4);
            if plural && near && n % 10 == 0 {
                let heat = self.atoms.iter().any(|atom| listed(List::Heat, &atom.lower));
                let two = self.word(start).len() == 2 && (apostrophe || the && !heat);
                let own = i16::try_from(n).ok()?;
                return match self.word(start).len() {
                    4 if (1000..=2090).contains(&n) => Some((Shape::Decade(own, true), s + 1)),
                    2 if two => Some((Shape::Decade(own, false), s + 1)),
                    _ => None,
                };
            }
        }
        if let Some(n) = WORDS.iter().position(|w| *w == self.word(at) && !w.is_empty()) {
            let edge = self.is(at.wrapping_sub(1), &["early", "late", "mid", "-"]);
            let lead = if edge { at.saturating_sub(1) } else { at };
            let mid = self.is(lead.wrapping_sub(1), &["mid"]);
            let lead = if mid { lead - 1 } else { lead };
            let own = listed(List::Possessives, self.before(lead));
            let heat = self.atoms.iter().any(|atom| listed(List::Heat, &atom.lower));
            let bare = self.before(at) == "in" && self.ends_clause(at + 1) && !heat;
            return (the && !heat || edge && !own && !heat || bare)
                .then_some((Shape::Decade(i16::try_from(n * 10).ok()?, false), at + 1));
        }
        let (n, end) = self.ordinal(at)?;
        let joint = self.skip(end, &["and", "to", "or", "-"]);
        if joint > end
            && let Some((Shape::Century(last), end)) =
                self.decade_or_century(self.skip(joint, &["the"]), the)
            && i64::from(last) > n
        {
            let (first, _) = self.century(n, end)?;
            return Some((Shape::Range(Box::new(first), Box::new(Shape::Century(last))), end));
        }
        let hyphen = self.skip(end, &["-"]);
        self.is(hyphen, &["century", "centuries"]).then(|| self.century(n, hyphen + 1))?
    }

    /// "the year 2000", "calendar year 2008", "the year two thousand".
    fn named_year(&self, at: usize) -> Read<Shape> {
        let start = self.skip(self.skip(at, &["calendar"]), &["full"]);
        let plain = self.is(at, &["calendar"]) && start == at + 1;
        if !self.is(start, &["year", "yr"]) && !plain {
            return None;
        }
        let (year, end) = self.year(self.skip(start, &["year", "yr"]))?;
        Some((Shape::Year(year), end))
    }

    /// "1988 period", "1988 quarter" after "the": the one spoken of, of that year.
    fn period_of_year(&self, at: usize) -> Read<Shape> {
        let (year, end) = self.year(at).filter(|_| self.is_number(at))?;
        match self.word(end) {
            "period" => Some((Shape::Year(year), end + 1)),
            "quarter" => {
                let quarter = Box::new(Shape::Cell(Which::Same, Grain::Quarter));
                Some((Shape::Inside(quarter, Box::new(Shape::Year(year))), end + 1))
            }
            _ => None,
        }
    }

    fn season_or_feast(&self, at: usize) -> Read<Shape> {
        let (lead, start) = self.lead_year(at);
        if let Some((season, end)) = self.season(start) {
            let of = self.skip(self.skip(end, &[","]), &["of", "in"]);
            let year = self.year(of).filter(|found| !self.is_counted(found.1));
            if let Some((year, end)) = year.or_else(|| self.short_year(of)) {
                let end = self.turn_of_year(year, end).unwrap_or(end);
                return Some((Shape::Dated(Name::Season(season), year), end));
            }
            let name = Name::Season(season);
            if let Some(year) = lead {
                return Some((Shape::Dated(name, year), end));
            }
            let sure = self.is(start, &["summer", "winter", "autumn"]) && !self.capital(end)
                || (self.expected(start) || self.is(start.wrapping_sub(1), &["the"]))
                    && !self.is_word(end);
            let sure = sure && !self.is(end, &["in", "to", "by"])
                || sure
                    && self.is(start, &["summer", "winter"])
                    && self.is(end, &["in", "to", "by"]);
            let named = listed(List::AfterSeasonNames, self.word(end));
            return (sure && !named).then_some((Shape::Name(name), end));
        }
        let ((feast, days), end) = self.feast(start)?;
        let eve = self.skip(end, &["eve"]);
        if eve > end {
            return Some((day_before(Shape::Name(Name::Feast(feast, 1))), eve));
        }
        let of = self.skip(self.skip(end, &[","]), &["of", "in"]);
        let name = Name::Feast(feast, days);
        if let Some((year, end)) = self.year(of).filter(|found| !self.is_counted(found.1)) {
            return Some((Shape::Dated(name, year), end));
        }
        match lead {
            Some(year) => Some((Shape::Dated(name, year), end)),
            None => {
                let other = listed(List::AfterFeastNames, self.word(end));
                (self.only_time(start) && !other).then_some((Shape::Name(name), end))
            }
        }
    }

    /// "-04" after "the winter of 2003".
    pub(super) fn turn_of_year(&self, year: i16, at: usize) -> Option<usize> {
        let tight = self.is(at, &["-", "/"]) && self.glued(at) && self.glued(at + 1);
        let (next, end) = self.digits(at + 1, 4).filter(|_| tight)?;
        let later = i64::from(year) + 1;
        (next == later || next == later % 100).then_some(end)
    }

    /// "week 10", "week 10 of 2019".
    fn numbered_week(&self, at: usize) -> Read<Shape> {
        let (n, end) = self.digits(at + 1, 2).filter(|_| self.is(at, &["week"]))?;
        let n = i8::try_from(n).ok().filter(|n| (1..=53).contains(n))?;
        let of = self.skip(self.skip(end, &[","]), &["of", "in"]);
        match self.year(of) {
            Some((year, end)) => Some((Shape::Week(n, Some(year)), end)),
            None => Some((Shape::Week(n, None), end)),
        }
    }

    /// A year without another word of time.
    fn bare_year(&self, at: usize) -> Read<Shape> {
        if let Some((year, end)) = self.short_year(at) {
            return self.expected(at).then_some((Shape::Year(year), end));
        }
        let (year, end) = self.year(at).or_else(|| self.early_year(at))?;
        let end = self.after_christ(end);
        let joined = at > 0
            && self.glued(at)
            && !self.is(at - 1, &["(", "[", "\"", "'", "-", "/", "=", "~"]);
        let currency = listed(List::BeforeNumbers, self.before(at));
        let glued_after = self.glued(end)
            && (self.is(end, &["%", "$", "/"])
                || self.is(end, &["-"]) && self.is_word(end + 1) && self.unit(end + 1).is_some());
        // The end of a telephone number: "138-2010".
        let dialled = at > 1
            && self.glued(at)
            && self.is(at - 1, &["-"])
            && self.is_number(at - 2)
            && self.year(at - 2).is_none_or(|_| self.is_joined_number(at - 2))
            && !self.is(at.wrapping_sub(3), &["/", "."]);
        // "2010 a month" is a price.
        let rate = !self.expected(at) && self.is(end, &["a", "an"]) && self.unit(end + 1).is_some();
        // "the asteroid 2019 KT9"
        let named = !self.expected(at)
            && self.capital(end)
            && self.is_word(end)
            && (2..=3).contains(&self.word(end).len())
            && self.glued(end + 1)
            && self.is_number(end + 1);
        if joined || dialled || rate || currency || glued_after || named || self.is_counted(end) {
            return None;
        }
        let recent = (1900..=2049).contains(&year);
        let word =
            !self.is_number(at) && !self.is(at, &["nineteen", "twenty"]) && !self.expected(at);
        let expected = self.expected(at)
            && !self.is(at.wrapping_sub(1), &["about", "around", "than", "as", "for"]);
        let circa = at > 1 && self.is(at - 1, &["."]) && self.is(at - 2, &["c", "ca"]);
        let expected = expected || (circa || self.follows_year(at, end)) && self.is_number(at);
        let rough = self.is(at.wrapping_sub(1), &["around", "about", "circa"])
            && listed(List::Origins, self.before(at.wrapping_sub(1)))
            && self.is_number(at);
        ((recent && !word) || expected || rough).then_some((Shape::Year(year), end))
    }

    /// "1099-*1100*", "in 1665, *1678* and 1721".
    fn follows_year(&self, at: usize, end: usize) -> bool {
        let year = at > 1 && self.year(at - 2).is_some_and(|found| found.1 == at - 1);
        let dated = year && self.expected(at - 2);
        let listed = self.is(at.wrapping_sub(1), &[","]) && !self.glued(at);
        dated && (self.is(at.wrapping_sub(1), &["-"]) || listed && self.is(end, &[",", "and"]))
    }

    /// Whether the number at `at` is joined to one before it: "138-2010".
    fn is_joined_number(&self, at: usize) -> bool {
        at > 1
            && self.glued(at)
            && self.glued(at - 1)
            && self.is(at - 1, &["-"])
            && self.is_number(at - 2)
    }

    /// A year of one to three digits with its era.
    fn early_year(&self, at: usize) -> Read<i16> {
        let (year, end) = self.digits(at, 3)?;
        (self.after_christ(end) > end).then_some((i16::try_from(year).ok()?, end))
    }

    /// Whether what follows a four-digit number is what it counts.
    pub(super) fn is_counted(&self, at: usize) -> bool {
        listed(List::Counted, self.word(at))
            || (self.unit(at).is_some() && !self.is(at, &["second", "quarter", "weekend"]))
    }
}

/// The year that two digits stand for: up to 39 in this century, else in the last one.
pub(super) fn full_year(year: i64) -> Option<i16> {
    let year = i16::try_from(year).ok().filter(|year| (0..100).contains(year))?;
    Some(if year < 40 { 2000 + year } else { 1900 + year })
}
