//! What tells two events apart: time, place, ordinals and words such as "another".

use crate::claim::{Argument, Event, Role};
use crate::lexicon::sense::{canonical_noun, opposed};
use crate::lexicon::time::{TimeWord, time_word};
use crate::lexicon::{is_another, people};
use crate::value::{Grain, Place, SetRelation, Status, Time};

/// Whether time, place or cues tell two events apart.
pub(super) fn tells_apart(x: &Event, y: &Event, process: bool) -> bool {
    if let (Some(key), Some(other)) = (&x.key, &y.key) {
        return key != other;
    }
    let times = times_apart(x.time.as_ref(), y.time.as_ref());
    if ahead_of(x, y) || ahead_of(y, x) || company_apart(x, y) {
        return true;
    }
    let places = places_apart(x.place.as_ref(), y.place.as_ref());
    !process && (times || places) || cues_apart(&x.cues, &y.cues)
}

/// Whether one is still to come and the other took place in some year: "a swap is planned", "the swap of
/// 2019". Of what came about meanwhile the day would be told.
fn ahead_of(plan: &Event, past: &Event) -> bool {
    let planned = matches!(plan.status, Some(Status::Planned | Status::Proposed | Status::Agreed));
    let year = |time: &Time| time.grain >= Grain::Year && time.extent.is_some();
    planned && past.status == Some(Status::Held) && past.time.as_ref().is_some_and(year)
}

/// Whether two talks are with people whom no name tells and whom other nouns name: "met the drivers", "met the owners".
fn company_apart(x: &Event, y: &Event) -> bool {
    let whom = |event: &Event| -> Vec<String> {
        let met = |argument: &&Argument| {
            let with = matches!(argument.preposition.as_deref(), None | Some("with" | "between"));
            let role = matches!(argument.role, Role::Patient | Role::Partner);
            role && with && people(&argument.head).is_some()
        };
        let heads = event.arguments.iter().filter(met);
        heads.map(|argument| canonical_noun(&argument.head).to_owned()).collect()
    };
    let talks = |event: &Event| event.kind == "talks";
    let (a, b) = (whom(x), whom(y));
    let shared = a.iter().any(|head| b.contains(head));
    talks(x) && talks(y) && !a.is_empty() && !b.is_empty() && !shared
}

/// Whether two times share nothing, and not only because an hour is put on the wrong day.
pub(super) fn times_apart(a: Option<&Time>, b: Option<&Time>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    a.compare(b) == SetRelation::Disjoint && !near(a, b)
        || a.is_bygone_beside(b)
        || b.is_bygone_beside(a)
}

/// Whether neither of two places holds the other.
pub(super) fn places_apart(a: Option<&Place>, b: Option<&Place>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a.compare(b) == SetRelation::Disjoint)
}

/// Two ordinals, or a word on one side only that says that it is another one.
fn cues_apart(a: &[String], b: &[String]) -> bool {
    let ordinal =
        |cues: &[String]| cues.iter().find(|cue| *cue == "first" || opposed(cue, "first")).cloned();
    let other = |cues: &[String]| cues.iter().any(|cue| is_another(cue));
    match (ordinal(a), ordinal(b)) {
        (Some(x), Some(y)) => x != y,
        _ => other(a) != other(b),
    }
}

/// Whether two events have times that share nothing, but only because one names an hour and no
/// day: "about 5 p.m." is put on the day of publication, which may be the day after.
pub(super) fn doubtful(x: &Event, y: &Event) -> bool {
    match (&x.time, &y.time) {
        (Some(a), Some(b)) => a.compare(b) == SetRelation::Disjoint && near(a, b),
        _ => false,
    }
}

/// Minutes by which two reports of one hour may differ.
const HOURS: u16 = 120;

/// Whether one of two times names an hour of a day that it does not name, and the other is about
/// the same hour of that day or the one beside it.
fn near(a: &Time, b: &Time) -> bool {
    if names_day(a) && names_day(b) {
        return false;
    }
    let day = |time: &Time| time.extent.and_then(|e| e.low.or(e.high)).map(|at| at.date());
    let days = match (day(a), day(b)) {
        (Some(x), Some(y)) => x.since(y).is_ok_and(|span| span.get_days().abs() <= 1),
        _ => true,
    };
    let hours = match (a.fields.clock, b.fields.clock) {
        (Some(x), Some(y)) => {
            let apart = x.minute.abs_diff(y.minute);
            apart.min(1440_u16.saturating_sub(apart)) <= HOURS
        }
        _ => true,
    };
    days && hours
}

/// Whether the words of a time say which day, month or year they are of.
fn names_day(time: &Time) -> bool {
    let tells = |word: &str| {
        let row = time_word(std::iter::once(word)).map(|(_, row)| row.meaning);
        let day = matches!(
            row,
            Some(
                TimeWord::Month(_)
                    | TimeWord::Weekday(_)
                    | TimeWord::Day(_)
                    | TimeWord::DayPart(..)
                    | TimeWord::Which(_)
                    | TimeWord::Feast(..)
                    | TimeWord::Unit(..)
            )
        );
        day || word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let lower = time.text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    time.grain >= Grain::Day || words.any(tells)
}
