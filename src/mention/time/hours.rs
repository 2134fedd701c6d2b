//! Reads the hours between which something is open or somebody works: "open 9 to 5", "a
//! nine-to-five job".

use super::line::{Line, Read};
use super::shape::Moment;
use crate::lexicon::time::{List, TimeWord, listed};
use crate::value::Clock;

impl Line<'_> {
    /// Two bare hours where only opening or working hours can be meant.
    pub(super) fn working_hours(&self, at: usize) -> Read<Moment> {
        let (first, end) = self.plain_hour(at)?;
        let hyphen = self.skip(end, &["-"]);
        let and = self.before(at) == "between" && self.is(end, &["and"]);
        let to = and || self.is(hyphen, &["to", "till", "until"]);
        let second = match (to, hyphen > end) {
            (true, _) => self.skip(hyphen + 1, &["-"]),
            (false, true) => hyphen,
            _ => return None,
        };
        let (last, after) = self.plain_hour(second)?;
        // "9 to 5 p.m." says which hours these are.
        if self.clock(at).or_else(|| self.clock(second)).is_some() {
            return None;
        }
        // "open Monday to Friday from 10 to 4"
        let reach = if matches!(self.before(at), "from" | "," | "between") { 8 } else { 4 };
        let led = (1..=reach).any(|back| {
            at.checked_sub(back).is_some_and(|at| listed(List::BeforeWorkingHours, self.word(at)))
        });
        // "worked 3 to 5 hours a day"
        if self.unit(after).is_some() {
            return None;
        }
        let next = self.skip(after, &["-", "on", "every"]);
        let day = matches!(self.row(next), Some((TimeWord::Weekday(_), _)));
        let followed = listed(List::AfterWorkingHours, self.word(next))
            || next > after && self.is(next, &["day", "weekday"])
            || day && !self.is(after, &["-"]);
        // "beat them 9 to 5 on Monday" is a score: a day alone says nothing.
        let sure = if led { followed || self.ends_clause(after) } else { followed && !day };
        let (from, to) = day_hours(first, last);
        let moment = |hour: u16| Moment::Clock {
            clock: Clock { minute: hour * 60, exact: false },
            second: None,
            zone: None,
            open: false,
        };
        let between = Moment::Between(Box::new(moment(from)), Box::new(moment(to)));
        (sure && first != last).then_some((between, after))
    }

    /// An hour from 1 to 12 and nothing more.
    fn plain_hour(&self, at: usize) -> Read<u16> {
        let (hour, end) = self.digits(at, 2).or_else(|| self.small(at))?;
        let larger = self.is_number(at)
            && self.glued(end)
            && (self.is_word(end)
                || self.is(end, &[".", ",", ":", "/", "%"]) && self.is_number(end + 1));
        let money = at > 0 && self.glued(at) && self.is(at - 1, &["$", "#", ".", ",", "/", ":"]);
        let hour = u16::try_from(hour).ok().filter(|hour| (1..=12).contains(hour))?;
        (!larger && !money).then_some((hour, end))
    }
}

/// Work begins in the morning unless it would be before six, and ends at the next such hour.
const fn day_hours(first: u16, last: u16) -> (u16, u16) {
    let from = if first < 6 { first + 12 } else { first };
    let to = if last > from { last } else { last + 12 };
    (from, if to > 24 { to - 24 } else { to })
}
