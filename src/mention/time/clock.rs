//! Reads times of day: "8:30 a.m. EST", "half past three", "noon", "the morning".

use super::line::{Line, Read};
use super::shape::Moment;
use crate::lexicon::time::{List, TimeWord, listed};
use crate::value::{Clock, DayPart, Grain};

impl Line<'_> {
    /// A time by the clock that cannot be another number.
    pub(super) fn clock(&self, at: usize) -> Read<Moment> {
        let (moment, end) = None
            .or_else(|| self.named_moment(at))
            .or_else(|| self.past_or_to(at))
            .or_else(|| self.half_hour(at))
            .or_else(|| self.hour_minute(at))
            .or_else(|| self.hour_marked(at))
            .or_else(|| self.military(at))
            .or_else(|| self.hour_in_part(at))?;
        let (moment, end) = self.in_part(moment, end);
        Some(self.with_zone(moment, end))
    }

    /// A bare hour ("at 3", "at seven thirty"); only where a time of day is expected.
    pub(super) fn bare_hour(&self, at: usize) -> Read<Moment> {
        let dash = self.is_number(at)
            && self.digits(at, 2).is_some_and(|(_, end)| {
                self.glued(end) && self.is(end, &["-"]) && self.is_number(end + 1)
            });
        if dash { None } else { self.hour_of_range(at) }
    }

    /// A bare hour, also before a hyphen and another number ("3-4 p.m.").
    pub(super) fn hour_of_range(&self, at: usize) -> Read<Moment> {
        let (hour, end) = match self.digits(at, 2) {
            Some(found) => found,
            None => self.small(at).filter(|n| n.0 <= 12)?,
        };
        let fraction =
            self.glued(end) && self.is(end, &[".", ",", "/", "%"]) && self.is_number(end + 1);
        // "3C", "5km"
        let fraction = fraction || self.is_number(at) && self.glued(end) && self.is_word(end);
        if hour > 24 || fraction || self.is(end, &["%", "percent", "million", "billion", "per"]) {
            return None;
        }
        if let Some((minute, end)) = self.small(end).filter(|n| n.0 >= 10 && n.0 < 60) {
            return Some((clock(hour, minute, true)?, end));
        }
        let (moment, end) = self.in_part(clock(hour, 0, false)?, end);
        Some(self.with_zone(moment, end))
    }

    /// "3 in the afternoon", where a time of day may stand.
    fn hour_in_part(&self, at: usize) -> Read<Moment> {
        let led = listed(List::BeforeHours, self.before(at));
        let led = led || at == 0 || self.atoms.len() <= 8;
        let (n, end) = match self.digits(at, 4) {
            Some(found) => found,
            None => self.small(at)?,
        };
        let (hour, minute) = if n > 99 { (n / 100, n % 100) } else { (n, 0) };
        let hour = clock(hour, minute, n > 99).filter(|_| led && hour <= 12)?;
        let (moment, after) = self.in_part(hour, end);
        (after > end).then_some((moment, after))
    }

    fn named_moment(&self, at: usize) -> Read<Moment> {
        let start = self.skip(at, &["12"]);
        let (TimeWord::Moment(minute), end) = self.row(start)? else { return None };
        let minute = minute % 1440;
        let clock = Clock { minute, exact: true };
        Some((Moment::Clock { clock, second: None, zone: None, open: false }, end))
    }

    /// "half past three", "a quarter to 5", "20 minutes past 3pm".
    fn past_or_to(&self, at: usize) -> Read<Moment> {
        // "passed 52-48 after midnight"
        let inner = at > 1 && self.glued(at) && self.is(at - 1, &["-"]) && self.is_number(at - 2);
        // "lowered from 30 minutes to 10"
        let inner = inner || self.before(at) == "from" && self.unit(at + 1).is_some();
        let (minutes, end) = self.minutes_before_word(at).filter(|_| !inner)?;
        let sign = match self.word(end) {
            "past" | "after" => 1,
            "to" | "before" | "til" | "till" | "of" => -1,
            _ => return None,
        };
        if sign < 0
            && self.is(end, &["of", "before"])
            && !self.is(end + 1, &["noon", "midnight"])
            && self.hour_marked(end + 1).is_none()
        {
            return None;
        }
        let after = self.is(end, &["after"]);
        let marked = self.named_moment(end + 1).or_else(|| self.hour_marked(end + 1));
        // "rose to five *after two* women died"
        let counts = |hour: &(Moment, usize)| {
            after && self.is_word(hour.1) && !self.is(hour.1, &["in", "on", "when", "and", "as"])
        };
        let (hour, end) =
            marked.or_else(|| self.bare_hour(end + 1).filter(|hour| !counts(hour)))?;
        // "from ten minutes to two hours"
        if self.unit(end).is_some_and(|(unit, _)| unit.0 < Grain::Day) {
            return None;
        }
        let Moment::Clock { clock, zone, open, .. } = hour else { return None };
        let minute = (i64::from(clock.minute) + sign * minutes).rem_euclid(1440);
        let clock = Clock { minute: u16::try_from(minute).ok()?, exact: true };
        Some((Moment::Clock { clock, second: None, zone, open }, end))
    }

    /// "half three", as the British say, where a time of day may stand.
    fn half_hour(&self, at: usize) -> Read<Moment> {
        let led = matches!(self.before(at), "at" | "by" | "until" | "till" | "around" | "about");
        let alone = at == 0 && self.atoms.len() <= 3;
        let hour = self.phrase(at, "half").filter(|_| led || alone)?;
        let free = |at: usize| {
            self.ends_clause(at) || led && listed(List::ClauseBeginnings, self.word(at))
        };
        let (hour, end) = self.small(hour).filter(|n| n.0 <= 12 && free(n.1))?;
        Some((clock(hour, 30, true)?, end))
    }

    fn minutes_before_word(&self, at: usize) -> Read<i64> {
        for (phrase, minutes) in [("half", 30), ("a quarter", 15), ("quarter", 15)] {
            if let Some(end) = self.phrase(at, phrase) {
                return Some((minutes, end));
            }
        }
        let (minutes, end) = self.digits(at, 2).or_else(|| self.small(at))?;
        let unit = self.skip(end, &["minutes", "minute", "min", "mins"]);
        let to = self.is(unit, &["to", "of"]) && unit == end;
        // "15 to noon" are minutes, "10 to noon" two hours.
        let to = to && !(minutes > 12 && self.is(unit + 1, &["noon", "midnight"]));
        // "ten to 8 this evening"
        let part = to && self.hour_in_part(unit + 1).is_some() && !self.is_number(at);
        let sure = unit > end
            || part
            || minutes % 5 == 0
                && (!to
                    || !self.is_number(at)
                        && self.is(at.wrapping_sub(1), &["at", "is", "by", "s"]));
        (sure && (1..60).contains(&minutes)).then_some((minutes, unit))
    }

    /// "8:30", "15:23:24", "8:30 p.m.", "8h30".
    fn hour_minute(&self, at: usize) -> Read<Moment> {
        let (hour, end) = self.digits(at, 2)?;
        let tight = self.glued(end) && self.glued(end + 1);
        // "2H25" is half a year.
        if hour < 3 && self.word(at).len() == 1 && self.is(end, &["h"]) && self.capital(end) {
            return None;
        }
        let part = at > 1 && self.glued(at) && self.is(at - 1, &[":"]) && self.is_number(at - 2);
        if part || !tight || !self.is(end, &[":", "h", "."]) || hour > 24 {
            return None;
        }
        let (minute, after) = self.digits(end + 1, 2).filter(|found| found.0 < 60)?;
        if self.word(end + 1).len() != 2 {
            return None;
        }
        let second =
            self.digits(after + 1, 2).filter(|_| self.is(after, &[":"]) && self.glued(after));
        let (second, after) = match second {
            Some((second, end)) => (i8::try_from(second).ok(), end),
            None => (None, after),
        };
        let late = self.meridiem(after);
        // "1:38.42" is how long it took.
        let split = self.glued(after) && self.is(after, &["."]) && self.glued(after + 1);
        // "1:50,000" is a scale.
        let grouped = self.glued(after) && self.is(after, &[","]) && self.glued(after + 1);
        if (split || grouped) && self.is_number(after + 1) {
            return None;
        }
        // "in 2:05:13" is how long it took.
        let timed = listed(List::BeforeRaceTimes, self.before(at));
        if second.is_some() && late.is_none() && timed {
            return None;
        }
        let moment = clock(hour, minute, true)?;
        // "8.30" is a time of day only beside "a.m.", "p.m." or "in the morning".
        if self.is(end, &["."]) && late.is_none() && self.in_part(moment.clone(), after).1 == after
        {
            return None;
        }
        let Moment::Clock { clock, .. } = moment else { return None };
        let (clock, open, end) = match late {
            Some((late, end)) => (halved(clock, late), false, end),
            None => (clock, (1..=12).contains(&hour) && !self.word(at).starts_with('0'), after),
        };
        Some((Moment::Clock { clock, second, zone: None, open }, end))
    }

    /// "3 pm", "3p.m.", "730pm", "3 o'clock", "15h", "3ish pm".
    fn hour_marked(&self, at: usize) -> Read<Moment> {
        // "2.1 pm" is a length.
        if at > 1 && self.glued(at) && self.is(at - 1, &[".", ","]) && self.is_number(at - 2) {
            return None;
        }
        let (n, end) = match self.digits(at, 4) {
            Some(found) => found,
            None => self.small(at).filter(|n| n.0 <= 12)?,
        };
        let (hour, minute) = if n > 99 { (n / 100, n % 100) } else { (n, 0) };
        if self.is_lone_letter(end) && !self.may_be_hour(at, end) {
            return None;
        }
        let end = match self.small(end).filter(|m| !self.is_number(at) && (10..60).contains(&m.0)) {
            Some((minute, end)) => return self.hour_minute_words(hour, minute, end),
            None => self.skip(end, &["ish"]),
        };
        let exact = n > 99;
        if let Some((late, end)) =
            self.meridiem(end).filter(|_| (1..=12).contains(&hour) && minute < 60)
        {
            let Moment::Clock { clock, .. } = clock(hour, minute, exact)? else { return None };
            return Some((in_half(clock, late), end));
        }
        let o_clock = self.phrase(end, "o ' clock").or_else(|| self.phrase(end, "oclock"));
        let o_clock = o_clock.or_else(|| {
            (self.is(end, &["h"])
                && self.glued(end)
                && !self.is_number(end + 1)
                && self.row(end + 1).is_some_and(|row| matches!(row.0, TimeWord::Zone)))
            .then_some(end + 1)
        });
        let end = o_clock.filter(|_| hour <= 24 && minute < 60)?;
        let Moment::Clock { clock, .. } = clock(hour, minute, exact)? else { return None };
        if let Some((late, end)) = self.meridiem(end) {
            return Some((in_half(clock, late), end));
        }
        Some((Moment::Clock { clock, second: None, zone: None, open: hour <= 12 }, end))
    }

    /// "seven thirty p.m."
    fn hour_minute_words(&self, hour: i64, minute: i64, at: usize) -> Read<Moment> {
        let (late, end) = self.meridiem(at)?;
        let Moment::Clock { clock, .. } = clock(hour, minute, true)? else { return None };
        Some((in_half(clock, late), end))
    }

    /// "0735 GMT", "1430 hours".
    fn military(&self, at: usize) -> Read<Moment> {
        let (n, end) = self.digits(at, 4).filter(|_| self.word(at).len() == 4)?;
        let zone = matches!(self.row(end), Some((TimeWord::Zone, _)));
        let short = self.is(end, &["h"]) && self.glued(end) && !self.is_number(end + 1);
        let hours = self.is(end, &["hours", "hrs"]) || short;
        if !(zone || hours) || n / 100 > 24 || n % 100 > 59 {
            return None;
        }
        Some((clock(n / 100, n % 100, true)?, if hours { end + 1 } else { end }))
    }

    /// "2245", where a time of day is expected.
    pub(super) fn four_digit_hour(&self, at: usize) -> Read<Moment> {
        let (n, end) = self.digits(at, 4).filter(|_| self.word(at).len() == 4)?;
        let (hour, minute) = (n / 100, n % 100);
        let clock = Clock { minute: u16::try_from(hour * 60 + minute).ok()?, exact: true };
        let moment = Moment::Clock { clock, second: None, zone: None, open: false };
        let larger = self.glued(end) && self.is(end, &[".", ",", "%"]) && self.is_number(end + 1);
        (hour < 24 && minute < 60 && !larger).then_some((moment, end))
    }

    /// "19h" after a day.
    pub(super) fn hour_letter(&self, at: usize) -> Read<Moment> {
        let (hour, end) = self.digits(at, 2)?;
        let more = self.glued(end + 1) && (self.is_word(end + 1) || self.is_number(end + 1));
        let letter = self.glued(end) && self.is(end, &["h"]) && !more;
        let moment = clock(hour, 0, false).filter(|_| letter)?;
        Some((moment, end + 1))
    }

    /// "2.30" after "at" and a day, as the British print it.
    pub(super) fn dotted(&self, at: usize) -> Read<Moment> {
        let (hour, end) = self.digits(at, 2).filter(|found| (1..=12).contains(&found.0))?;
        let tight = self.is(end, &["."]) && self.glued(end) && self.glued(end + 1);
        let (minute, end) = self.digits(end + 1, 2).filter(|found| tight && found.0 % 5 == 0)?;
        let two = self.word(end - 1).len() == 2 && self.ends_clause(end) && !self.glued(end + 1);
        let quoted = self.atoms[..at].iter().any(|atom| listed(List::Quoted, &atom.lower));
        if !two || quoted {
            return None;
        }
        Some(self.with_zone(clock(hour, minute, true)?, end))
    }

    /// "7.15", "16.40" where a time of day is expected.
    pub(super) fn dotted_hour(&self, at: usize) -> Read<Moment> {
        let (hour, end) = self.digits(at, 2).filter(|found| found.0 < 24)?;
        let tight = self.is(end, &["."]) && self.glued(end) && self.glued(end + 1);
        let (minute, end) = self.digits(end + 1, 2).filter(|found| tight && found.0 < 60)?;
        let two = self.word(end - 1).len() == 2 && !self.glued(end + 1);
        let moment = clock(hour, minute, true)?;
        two.then(|| self.with_zone(moment, end))
    }

    /// Whether "9a" or "5p" at `at` may be an hour, and not a room, a page or a price.
    fn may_be_hour(&self, at: usize, letter: usize) -> bool {
        let led = ["at", "by", "from", "to", "until", "till", "before", "around", "between", "and"];
        let joined = |at: usize| self.glued(at) && self.is(at, &["-"]);
        let ranged = |hour: usize| self.digits(hour, 2).is_some() && self.is_lone_letter(hour + 1);
        let first = joined(letter + 1) && ranged(letter + 2);
        let second = at > 2 && joined(at - 1) && ranged(at - 3);
        let dated =
            at > 0 && matches!(self.row_before(at), Some(TimeWord::Weekday(_) | TimeWord::Day(_)));
        let short = self.word(at).len() < 3 || !self.is_number(at);
        // "up to 8p from 7p" are pence.
        let led = match self.word(letter) {
            "p" => matches!(self.before(at), "at" | "until" | "till" | "before" | "around"),
            _ => led.contains(&self.before(at)),
        };
        short && led || first || second || dated
    }

    /// The letter of "9a" and "5p".
    fn is_lone_letter(&self, at: usize) -> bool {
        let more = self.glued(at + 1) && (self.is_word(at + 1) || self.is_number(at + 1));
        let dotted = self.glued(at + 1) && self.phrase(at + 1, ". m").is_some();
        let street = !self.glued(at + 1) && self.capital(at + 1) && self.row(at + 1).is_none();
        !street && self.glued(at) && self.is(at, &["a", "p"]) && !more && !dotted
    }

    /// a.m. is false, p.m. true.
    fn meridiem(&self, at: usize) -> Read<bool> {
        let late = match self.word(at) {
            "am" | "pm" => return Some((self.is(at, &["pm"]), at + 1)),
            "a" | "p" => self.is(at, &["p"]),
            _ => return None,
        };
        if let Some(end) = self.phrase(at + 1, ". m .").or_else(|| self.phrase(at + 1, ". m")) {
            return Some((late, end));
        }
        if self.is(at + 1, &["m"]) {
            return Some((late, self.skip(at + 2, &["."])));
        }
        self.is_lone_letter(at).then_some((late, at + 1))
    }

    /// "8:30 in the morning", "7 at night".
    fn in_part(&self, moment: Moment, at: usize) -> (Moment, usize) {
        let Moment::Clock { clock, second, ref zone, open } = moment else { return (moment, at) };
        if let Some((late, end)) = self.phrase(at, "in the").and_then(|at| self.meridiem(at)) {
            let clock = halved(clock, late);
            return (Moment::Clock { clock, second, zone: zone.clone(), open: false }, end);
        }
        let part = ["in the", "in", "this", "at", "of the"].iter().find_map(|lead| {
            let end = self.phrase(at, lead)?;
            match self.row(end)? {
                (TimeWord::Part(part), after) if *lead != "this" => Some((part, after)),
                (TimeWord::Part(part), _) => Some((part, at)),
                _ => None,
            }
        });
        match part {
            Some((part, end)) if clock.minute < 780 => {
                let late =
                    part != DayPart::Morning && !(part == DayPart::Night && clock.minute < 300);
                let told = late || clock.minute >= 720;
                let clock = if told { halved(clock, late) } else { clock };
                (Moment::Clock { clock, second, zone: zone.clone(), open: false }, end)
            }
            _ => (Moment::Clock { clock, second, zone: zone.clone(), open }, at),
        }
    }

    fn with_zone(&self, moment: Moment, at: usize) -> (Moment, usize) {
        let paren = self.skip(at, &["("]);
        match (moment, self.row(paren)) {
            (Moment::Clock { clock, second, open, .. }, Some((TimeWord::Zone, end))) => {
                let zone = self.span(paren, end).of(self.text).to_owned();
                let end = if paren > at { self.skip(end, &[")"]) } else { end };
                let open = open && clock.minute >= 780;
                (Moment::Clock { clock, second, zone: Some(zone), open }, end)
            }
            (Moment::Clock { clock, second, open: false, .. }, _) if self.is_us_zone(at) => {
                let zone = Some(self.span(at, at + 1).of(self.text).to_owned());
                (Moment::Clock { clock, second, zone, open: false }, at + 1)
            }
            (moment, _) => (moment, at),
        }
    }

    /// "8 p.m." + "Eastern", without "time", and not before a name.
    fn is_us_zone(&self, at: usize) -> bool {
        let zone = self.is(at, &["eastern", "central", "mountain", "pacific"]);
        zone && self.capital(at) && !(self.capital(at + 1) && self.is_word(at + 1))
    }
}

/// A time by the clock as written; whether it is before or after noon is open up to 12.
fn clock(hour: i64, minute: i64, exact: bool) -> Option<Moment> {
    if !(0..=24).contains(&hour) || !(0..60).contains(&minute) {
        return None;
    }
    let minutes = (hour * 60 + minute) % 1440;
    let clock = Clock { minute: u16::try_from(minutes).ok()?, exact };
    Some(Moment::Clock { clock, second: None, zone: None, open: (1..=12).contains(&hour) })
}

/// The time of day within the half of the day that "a.m." or "p.m." tells.
fn in_half(clock: Clock, late: bool) -> Moment {
    Moment::Clock { clock: halved(clock, late), second: None, zone: None, open: false }
}

/// The clock before or after noon.
fn halved(clock: Clock, late: bool) -> Clock {
    let minute = match (clock.minute, late) {
        (720..=779, false) => clock.minute - 720,
        (0..=719, true) => clock.minute + 720,
        (minute, _) => minute,
    };
    Clock { minute, ..clock }
}
