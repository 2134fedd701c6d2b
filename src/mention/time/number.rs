//! Numbers inside dates and lengths: digits, number words, ordinals, years in words.

use rust_decimal::Decimal;

use super::line::{Line, Read};
use crate::lexicon::number::Kind;
use crate::lexicon::time::{List, members};

/// How many of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    /// A number.
    Exact(Decimal),
    /// "several", "a few", or none at all ("weeks").
    Vague,
}

impl Line<'_> {
    /// The value of a number word of one of `kinds`.
    fn value(&self, at: usize, kinds: &[Kind]) -> Option<i64> {
        let (kind, n) = self.atoms.get(at)?.number?;
        if kinds.contains(&kind) { i64::try_from(n).ok() } else { None }
    }

    /// Zero to nineteen.
    fn one(&self, at: usize) -> Option<i64> {
        self.value(at, &[Kind::Digit, Kind::Teen])
    }

    /// Twenty, thirty, … ninety.
    fn tens(&self, at: usize) -> Option<i64> {
        self.value(at, &[Kind::Tens])
    }

    /// First to thirtieth.
    fn one_ordinal(&self, at: usize) -> Option<i64> {
        self.value(at, &[Kind::Ordinal]).filter(|n| *n <= 30)
    }

    /// A number below a hundred in words.
    pub(super) fn small(&self, at: usize) -> Read<i64> {
        if let Some(n) = self.one(at) {
            return Some((n, at + 1));
        }
        let tens = self.tens(at)?;
        let next = self.skip(at + 1, &["-"]);
        match self.one(next) {
            Some(n @ 1..=9) => Some((tens + n, next + 1)),
            _ => Some((tens, at + 1)),
        }
    }

    /// A whole number in words below a million.
    pub(super) fn words(&self, at: usize) -> Read<i64> {
        let (mut total, mut end) = (0, at);
        let (mut n, next) = self.article_number(at)?;
        end = end.max(next);
        for (word, scale) in [("hundred", 100), ("thousand", 1000)] {
            if self.is(end, &[word]) {
                n *= scale;
                end += 1;
                if word == "thousand" {
                    total += n;
                    n = 0;
                }
                let and = self.skip(end, &["and"]);
                if let Some((more, next)) = self.small(and) {
                    (n, end) = (n + more, next);
                    if self.is(end, &["hundred"]) {
                        (n, end) = (n * 100, end + 1);
                    }
                }
            }
        }
        Some((total + n, end))
    }

    /// "a hundred", "half a dozen", "a dozen", or a small number.
    fn article_number(&self, at: usize) -> Read<i64> {
        if self.is(at, &["a", "an"]) && self.is(at + 1, &["hundred", "thousand"]) {
            return Some((1, at + 1));
        }
        if let Some(end) = self.phrase(at, "half a dozen") {
            return Some((6, end));
        }
        if let Some(end) = self.phrase(at, "a dozen").or_else(|| self.phrase(at, "dozen")) {
            return Some((12, end));
        }
        self.small(at)
    }

    /// A number in digits with grouping and decimals, or in words.
    fn plain_number(&self, at: usize) -> Read<Decimal> {
        // No decimal has as many digits; a list without spaces may have any number.
        const LONGEST: usize = 60;
        if !self.is_number(at) {
            return self.words(at).map(|(n, end)| (Decimal::from(n), end));
        }
        let mut digits = self.word(at).to_owned();
        let mut end = at + 1;
        while self.is(end, &[","])
            && self.glued(end)
            && self.glued(end + 1)
            && self.is_number(end + 1)
            && self.word(end + 1).len() == 3
            && digits.len() < LONGEST
        {
            digits.push_str(self.word(end + 1));
            end += 2;
        }
        if self.is(end, &["."]) && self.glued(end) && self.glued(end + 1) && self.is_number(end + 1)
        {
            digits = format!("{digits}.{}", self.word(end + 1));
            end += 2;
        }
        Some((digits.parse().ok()?, end))
    }

    /// How many: a number, with a fraction ("2 1/2", "two and a half", "½"), or a vague word.
    pub(super) fn amount(&self, at: usize) -> Read<Amount> {
        if !self.atoms.get(at)?.counts {
            return None;
        }
        if let Some((half, end)) = self.fraction(at) {
            return Some((Amount::Exact(half), end));
        }
        // "24/7 months on end" lasts no seven months.
        let parted = at > 1 && self.is(at - 1, &["/"]) && self.glued(at) && self.is_number(at - 2);
        if parted {
            return None;
        }
        if let Some((n, end)) = self.mixed_number(at) {
            return Some((Amount::Exact(n), end));
        }
        if let Some((n, end)) = self.plain_number(at) {
            // "66 million years"
            let scale = match self.word(end) {
                "million" => Some(1_000_000),
                "billion" => Some(1_000_000_000),
                _ => None,
            };
            if let Some(scale) = scale {
                let n = n.checked_mul(Decimal::from(scale))?;
                return self.unit(end + 1).map(|_| (Amount::Exact(n), end + 1));
            }
            let (part, end) = self.and_fraction(end).unwrap_or((Decimal::ZERO, end));
            return Some((Amount::Exact(n.checked_add(part)?), end));
        }
        self.vague(at).map(|end| (Amount::Vague, end)).or_else(|| {
            let end = self.phrase(at, "a couple of").or_else(|| self.phrase(at, "a couple"));
            let end = end.or_else(|| self.phrase(at, "couple of"))?;
            Some((Amount::Exact(Decimal::TWO), end))
        })
    }

    fn vague(&self, at: usize) -> Option<usize> {
        // "as many weeks" are as many as another number says.
        if self.before(at) == "as" {
            return None;
        }
        let ends = members(List::VagueAmounts).iter().map(|phrase| self.phrase(at, phrase));
        ends.flatten().max()
    }

    /// "half a", "a half", "½", "3/4 of a".
    fn fraction(&self, at: usize) -> Read<Decimal> {
        let half = Decimal::new(5, 1);
        let sign = match self.word(at) {
            "½" => Some(half),
            "¼" => Some(Decimal::new(25, 2)),
            "¾" => Some(Decimal::new(75, 2)),
            _ => None,
        };
        if let Some(sign) = sign {
            return Some((sign, at + 1));
        }
        let phrases = [
            ("half of an", half),
            ("half an", half),
            ("half a", half),
            ("half -", half),
            ("a quarter -", Decimal::new(25, 2)),
            ("quarter -", Decimal::new(25, 2)),
            ("a quarter of an", Decimal::new(25, 2)),
            ("three - quarters of an", Decimal::new(75, 2)),
            ("three quarters of an", Decimal::new(75, 2)),
        ];
        if self.phrase(at, "half a dozen").is_some() {
            return None;
        }
        if let Some(found) = self.part_of_unit(at) {
            return Some(found);
        }
        phrases.iter().find_map(|(phrase, n)| Some((*n, self.phrase(at, phrase)?)))
    }

    /// "1/2" and "3/4" before a unit: "1/2 hour", "3/4 of an hour", "1/4h".
    fn part_of_unit(&self, at: usize) -> Read<Decimal> {
        let (top, slash) = self.digits(at, 1)?;
        let (bottom, end) = self.digits(slash + 1, 1).filter(|_| self.is(slash, &["/"]))?;
        let tight = self.glued(slash) && self.glued(slash + 1) && !(at > 0 && self.glued(at));
        let of = ["of an", "of a"].iter().find_map(|words| self.phrase(end, words)).unwrap_or(end);
        let hyphen = self.skip(of, &["-"]);
        let unit = self.unit(hyphen).is_some() || self.is(end, &["h"]) && self.glued(end);
        let part = tight && unit && top > 0 && top < bottom;
        part.then(|| Some((Decimal::from(top).checked_div(Decimal::from(bottom))?, of)))?
    }

    /// "41/2 months" for 4 1/2, as wires print it: the last digit is above the line, the rest is whole.
    fn mixed_number(&self, at: usize) -> Read<Decimal> {
        let (digits, slash) = self.digits(at, 3)?;
        let (bottom, end) = self.digits(slash + 1, 1).filter(|_| self.is(slash, &["/"]))?;
        let (whole, top) = (digits / 10, digits % 10);
        let tight = self.glued(slash) && self.glued(slash + 1) && !(at > 0 && self.glued(at));
        let length = self.unit(self.skip(end, &["-"])).is_some();
        let printed = matches!(bottom, 2 | 3 | 4 | 8) && (1..bottom).contains(&top);
        let fits = tight && length && whole > 0 && printed;
        let part = Decimal::from(top).checked_div(Decimal::from(bottom)).filter(|_| fits)?;
        Some((Decimal::from(whole).checked_add(part)?, end))
    }

    /// What follows the whole part: "1/2", "-1/2", "and a half", "½", "-and-a-half".
    fn and_fraction(&self, at: usize) -> Read<Decimal> {
        let half = Decimal::new(5, 1);
        for phrase in ["and a half", "- and - a - half", "and one - half", "and one half", "½"] {
            if let Some(end) = self.phrase(at, phrase) {
                return Some((half, end));
            }
        }
        if let Some(end) = self.phrase(at, "and a quarter") {
            return Some((Decimal::new(25, 2), end));
        }
        let at = if self.glued(at) && self.glued(at + 1) { self.skip(at, &["-"]) } else { at };
        let ((top, slash), bottom) = (self.digits(at, 1)?, self.digits(at + 2, 1)?.0);
        if !self.is(slash, &["/"]) || bottom == 0 || top >= bottom {
            return None;
        }
        Some((Decimal::from(top).checked_div(Decimal::from(bottom))?, at + 3))
    }

    /// A day of the month or another place in a row: "3rd", "third", "twenty-first".
    pub(super) fn ordinal(&self, at: usize) -> Read<i64> {
        if let Some((n, end)) = self.digits(at, 3) {
            let marked = self.glued(end) && self.is(end, &["st", "nd", "rd", "th"]);
            return marked.then_some((n, end + 1));
        }
        if let Some(n) = self.one_ordinal(at) {
            return Some((n, at + 1));
        }
        let tens = self.tens(at)?;
        let next = self.skip(at + 1, &["-"]);
        match self.one_ordinal(next) {
            Some(n @ 1..=9) => Some((tens + n, next + 1)),
            _ => None,
        }
    }

    /// A year in four digits, or in words ("nineteen ninety-four", "two thousand and eight").
    pub(super) fn year(&self, at: usize) -> Read<i16> {
        if self.word(at).len() == 4
            && let Some((year, end)) = self.digits(at, 4)
        {
            let larger = self.glued(end)
                && self.is(end, &[",", "."])
                && self.glued(end + 1)
                && self.is_number(end + 1);
            // "ISO-8601-2019", "KB-2024-30": a part of a code.
            let code = at > 1
                && self.glued(at)
                && self.glued(end + 1)
                && self.is(at - 1, &["-"])
                && self.is(end, &["-"])
                && self.is_number(end + 1)
                && self.span(at - 2, at - 1).of(self.text).chars().all(char::is_uppercase);
            if code {
                return None;
            }
            let hour = self.is(end, &["h"]) && !self.is_number(end + 1);
            let unit = self.glued(end)
                && self.is_word(end)
                && (hour || !self.is(end, &["s", "h", "q", "and"]));
            let year = i16::try_from(year).ok().filter(|year| (1000..=2199).contains(year))?;
            return (!larger && !unit).then_some((year, end));
        }
        self.year_in_words(at)
    }

    fn year_in_words(&self, at: usize) -> Read<i16> {
        if let Some(end) = self.phrase(at, "two thousand") {
            let and = self.skip(end, &["and"]);
            let (rest, end) = self.small(and).unwrap_or((0, end));
            return Some((i16::try_from(2000 + rest).ok()?, end));
        }
        let century = match self.word(at) {
            "sixteen" | "seventeen" | "eighteen" | "nineteen" | "twenty" => {
                self.one(at).unwrap_or(20)
            }
            _ => return None,
        };
        let next = self.skip(at + 1, &["-"]);
        if self.is(next, &["hundred"]) && century < 20 {
            let and = self.skip(next + 1, &["and"]);
            let (rest, end) = self.small(and).unwrap_or((0, next + 1));
            return Some((i16::try_from(century * 100 + rest).ok()?, end));
        }
        let (rest, end) = match self.word(next) {
            "oh" | "o" => self.small(next + 1).filter(|rest| rest.0 < 10)?,
            _ => self.small(next).filter(|rest| rest.0 >= 10)?,
        };
        // "twenty twenty-fifths" are no year.
        let below =
            matches!(self.atoms.get(end).and_then(|a| a.number), Some((Kind::Denominator, _)));
        if below || self.is(end, &["-"]) && self.glued(end) && self.is_word(end + 1) {
            return None;
        }
        Some((i16::try_from(century * 100 + rest).ok()?, end))
    }
}
