//! Reads lengths of time: "six weeks", "two and a half years", "a 50-day", "months".

use rust_decimal::Decimal;

use super::line::{Line, Read};
use super::number::Amount;
use super::shape::{Length, Node, Shape};
use crate::lexicon::number::Kind;
use crate::lexicon::time::{List, TimeWord, listed};
use crate::mention::quantity::lasts;
use crate::value::{DayPart, Grain};

impl Line<'_> {
    /// A length of one or more units.
    pub(super) fn length(&self, at: usize) -> Read<Length> {
        let (first, mut end) = self.one_length(at)?;
        let article = self.is(at, &["a", "all", "an", "another", "one"]);
        let mut parts = vec![first];
        while let Some((part, next)) = self.further_part(&parts, end) {
            parts.push(part);
            end = next;
        }
        if let Some((half, next)) = self.half_after(end).filter(|_| parts.len() == 1)
            && let Amount::Exact(n) = &mut parts[0].0
        {
            *n = n.checked_add(half)?;
            end = next;
        }
        Some((Length { parts, article }, end))
    }

    /// Number and unit: "six weeks", "50-day", "a week", "3h".
    fn one_length(&self, at: usize) -> Read<(Amount, Grain, u8)> {
        if let Some(found) = self.all_of_one(at) {
            return Some(found);
        }
        if self.is(at, &["a", "an", "every", "per"]) && self.amount(at).is_none() {
            let long = at + 1 + usize::from(listed(List::BeforeOneUnit, self.word(at + 1)));
            let ((grain, count), end) = self.unit(long)?;
            let singular = !self.word(end - 1).ends_with('s')
                && !self.is(end - 1, &["second", "quarter"])
                || self.is(at, &["a"])
                    && self.before(at) != "of"
                    && self.is(end - 1, &["second"])
                    && !self.is_word(end)
                    && !self.is(end, &["-"]);
            let n = if self.is(at + 1, &["half"]) { Decimal::new(5, 1) } else { Decimal::ONE };
            let before = self.is(end, &["-"]) && self.is(end + 1, &["ago", "earlier", "long"]);
            let allowed =
                !before && singular || (n < Decimal::ONE && self.is(end - 1, &["second"]));
            return allowed.then_some(((Amount::Exact(n), grain, count), end));
        }
        let (amount, end) = self.amount(at)?;
        let end = self.range_end(at, amount, end);
        let end = self.past_tail(self.said_again(amount, end));
        if let Some(short) = self.short_unit(at, end) {
            return Some(((amount, short.0.0, short.0.1), short.1));
        }
        let hyphen = self.skip(end, &["-"]);
        let between = hyphen == end && listed(List::BeforeUnits, self.word(end));
        let unit = if between { end + 1 } else { hyphen };
        let unit = self.skip(unit, &["-"]);
        if let (Some((TimeWord::Part(DayPart::Night), after)), true) =
            (self.row(unit), self.is(unit, &["nights"]))
        {
            return Some(((amount, Grain::Day, 1), after));
        }
        let ((grain, count), after) = self.unit(unit).filter(|_| !self.is_title(unit))?;
        let ranked = self.is(at.wrapping_sub(1), &["first", "last", "final"]);
        let fraction =
            self.is(unit, &["quarters"]) && (hyphen > end || self.is(after, &["of", "the"]));
        let third = fraction
            || self.is(unit, &["quarter", "second", "quarters"])
                && !self.plural_or_hyphen(unit, hyphen > end);
        // "a two second lead", "a one second gap"
        let third = third && !(self.is(unit, &["second"]) && self.before(at) == "a");
        let third = third && !(ranked && self.is(unit, &["quarters"]));
        (!third && !self.is_age(after)).then_some(((amount, grain, count), after))
    }

    /// Past "-odd" of "20-odd years", "plus" of "30 plus days", when a unit follows.
    fn past_tail(&self, at: usize) -> usize {
        let word = self.skip(at, &["-"]);
        let unit = || self.unit(self.skip(word + 1, &["-"])).is_some();
        if listed(List::AfterNumbers, self.word(word)) && unit() { word + 1 } else { at }
    }

    /// Past "(30)" of "thirty (30) days".
    fn said_again(&self, amount: Amount, at: usize) -> usize {
        let open = self.is(at, &["("]);
        let again = self.digits(at + 1, 4).or_else(|| self.words(at + 1)).filter(|_| open);
        match (again, amount) {
            (Some((n, end)), Amount::Exact(own)) if own == n.into() && self.is(end, &[")"]) => {
                end + 1
            }
            _ => at,
        }
    }

    /// "all day", "another week": one of them.
    fn all_of_one(&self, at: usize) -> Read<(Amount, Grain, u8)> {
        if !self.is(at, &["all", "another"]) {
            return None;
        }
        let ((grain, count), end) = self.unit(at + 1)?;
        let single = grain >= Grain::Day && !self.word(end - 1).ends_with('s');
        let whole = single && grain <= Grain::Year && !self.is(end, &["-", "'", "of"]);
        whole.then_some(((Amount::Exact(Decimal::ONE), grain, count), end))
    }

    /// "two to three weeks", "between two and three weeks": the index after the second number of a range, else `at`.
    fn range_end(&self, start: usize, first: Amount, at: usize) -> usize {
        let between = self.before(start) == "between" && self.is(at, &["and"]);
        let joined = between || self.is(at, &["to", "or", "-"]);
        match (first, self.amount(at + 1).filter(|_| joined)) {
            (Amount::Exact(a), Some((Amount::Exact(b), end))) if a < b => {
                let unit = self.skip(end, &["-"]);
                let between = usize::from(listed(List::BeforeUnits, self.word(unit)));
                if self.unit(unit + between).is_some() { end } else { at }
            }
            _ => at,
        }
    }

    /// "from 14 weeks" + "to nine", "to 40 minutes" + "from 25": the other end of a change, told
    /// without its unit.
    pub(super) fn changed_length(&self, first: &Node) -> Option<Node> {
        let Shape::Length(length) = &first.shape else { return None };
        let [(Amount::Exact(_), grain, count)] = length.parts.as_slice() else { return None };
        let ends = (self.before(first.start), self.word(first.end));
        if !matches!(ends, ("from", "to") | ("to", "from")) {
            return None;
        }
        let start = first.end + 1;
        let number = self.hedge(start).unwrap_or(start);
        let (n, end) = match self.amount(number)? {
            (Amount::Exact(n), end) => (n, end),
            (Amount::Vague, _) => return None,
        };
        let free = !self.is_word(end) || listed(List::AfterChanges, self.word(end));
        let larger = self.glued(end) && !self.is(end, &[".", ",", ";", ")"]);
        let own = n >= Decimal::ONE_THOUSAND || larger || self.node(number).is_some();
        let parts = vec![(Amount::Exact(n), *grain, *count)];
        let shape = Shape::Length(Length { parts, article: false });
        (free && !own).then_some(Node { shape, start, end })
    }

    fn plural_or_hyphen(&self, unit: usize, hyphen: bool) -> bool {
        (self.word(unit).ends_with('s') && !self.is(unit + 1, &["of"])) || hyphen
    }

    /// "2-year-old", "9 years old", "of age": the age of somebody, no stretch of time.
    fn is_age(&self, end: usize) -> bool {
        let old = self.skip(end, &["-"]);
        // "an eight-month-old truce" has lasted so long.
        let thing = old > end && lasts(self.word(old + 1), self.word(old + 2));
        self.is(old, &["old", "olds"]) && !thing || self.phrase(end, "of age").is_some()
    }

    /// Letters glued to digits: "3h", "2W", "45s".
    fn short_unit(&self, at: usize, end: usize) -> Read<(Grain, u8)> {
        // "3D" is how many sides a picture has.
        let alone = self.is_number(at)
            && self.glued(end)
            && !self.glued(end + 1)
            && !(self.capital(end) && self.is(end, &["d"]))
            // "67W charging" is power.
            && !(self.capital(end) && self.is(end, &["w"]) && self.is_word(end + 1));
        let grain = match self.word(end) {
            "h" => Grain::Hour,
            "d" => Grain::Day,
            "w" => Grain::Week,
            "y" => Grain::Year,
            "min" => Grain::Minute,
            _ => return None,
        };
        alone.then_some(((grain, 1), end + 1))
    }

    /// "and 30 minutes", "3 days" after "2 weeks": a smaller unit.
    fn further_part(&self, parts: &[(Amount, Grain, u8)], at: usize) -> Read<(Amount, Grain, u8)> {
        let next = self.skip(self.skip(at, &[","]), &["and"]);
        let last = parts.last()?;
        // "1h 30m"
        let minutes = || {
            let (n, end) = self.digits(next, 2).filter(|_| last.1 == Grain::Hour)?;
            let more = self.glued(end + 1) && (self.is_word(end + 1) || self.is_number(end + 1));
            let letter = self.is(end, &["m"]) && self.glued(end) && !more;
            letter.then_some(((Amount::Exact(Decimal::from(n)), Grain::Minute, 1), end + 1))
        };
        let (part, end) = self.one_length(next).or_else(minutes)?;
        let smaller = part.1 < last.1 && matches!(part.0, Amount::Exact(_));
        (smaller && parts.len() < 4).then_some((part, end))
    }

    /// "an hour and a half", "an hour and a quarter".
    fn half_after(&self, at: usize) -> Read<Decimal> {
        let quarters = [("and a quarter", 25), ("and three quarters", 75)];
        let found = quarters.iter().find_map(|(words, part)| {
            let end = self.phrase(at, words).filter(|&end| !self.is(end, &["of"]))?;
            Some((Decimal::new(*part, 2), end))
        });
        if found.is_some() {
            return found;
        }
        let half = ["and a half", "and one half", "- and - a - half"]
            .iter()
            .find_map(|words| self.phrase(at, words));
        let bare = || {
            self.phrase(at, "and half").filter(|end| !self.is_word(*end) || self.is(*end, &["is"]))
        };
        Some((Decimal::new(5, 1), half.or_else(bare)?))
    }

    /// A unit in the plural without a number: "weeks", "decades".
    pub(super) fn bare_plural(&self, at: usize) -> Read<Length> {
        let ((grain, count), end) = self.unit(at)?;
        let plural =
            self.word(end - 1).ends_with('s') || self.is(end - 1, &["centuries", "millennia"]);
        let usable = plural
            && grain >= Grain::Minute
            && !self.is_title(at)
            && !self.is(at, &["quarters", "weekends", "secs", "hrs", "mins", "wks", "yrs"]);
        // "in the 12th and 90th minutes"
        let ranked = at > 0
            && (self.is(at - 1, &["st", "nd", "rd", "th"]) && self.glued(at - 1)
                || matches!(self.atoms[at - 1].number, Some((Kind::Ordinal, 4..))));
        let usable = usable && !ranked;
        // "office hours", "GPU hours"
        let named = at > 0 && listed(List::BeforePlainUnits, self.word(at - 1));
        let usable = usable && !named;
        let minutes = self.is(at, &["minutes"]) && self.is(end, &["of"]);
        // "in as many weeks": as many as were told before.
        let usable = usable && !(at > 1 && self.is(at - 1, &["many"]) && self.is(at - 2, &["as"]));
        let length = Length { parts: vec![(Amount::Vague, grain, count)], article: false };
        (usable && !minutes && !self.is_age(end)).then_some((length, end))
    }

    /// Words that bound a length and belong to its span: "nearly", "at least".
    pub(super) fn hedge(&self, at: usize) -> Option<usize> {
        match self.row(at)? {
            (TimeWord::Hedge, end) => Some(end),
            _ => None,
        }
    }
}
