//! Words of dates and times: months, weekdays, units, parts of the day, feasts, and words that
//! place a time against another ("last", "ago").

use super::generated::time::{FEASTS, TIME_WORDS};
use super::generated::time_lists as lists;
use super::longest;
use crate::value::{DayPart, Feast, Grain};

/// What a word or phrase contributes to a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeRow {
    /// Its meaning.
    pub meaning: TimeWord,
    /// Whether it is also an everyday word or a name ("may", "sun"), so that it is read as a time
    /// only beside another word that says so.
    pub also_other: bool,
}

/// The meaning of a word of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeWord {
    /// `Month(3)` is March.
    Month(i8),
    /// `Weekday(1)` is Monday.
    Weekday(i8),
    /// `Season(1)` is spring, `Season(4)` winter.
    Season(i8),
    /// `Unit(g, n)` is `n` cells of grain `g`: a fortnight is `Unit(Week, 2)`.
    Unit(Grain, u8),
    /// A part of any day.
    Part(DayPart),
    /// A moment of any day, in minutes after midnight: noon is `Moment(720)`.
    Moment(u16),
    /// The day so many days after today.
    Day(i8),
    /// A part of the day so many days after today: "tonight" is `DayPart(0, Night)`.
    DayPart(i8, DayPart),
    /// Which cell of a kind is meant.
    Which(Which),
    /// A part of a longer time.
    Edge(Edge),
    /// The end of the cell of now: "EOM" is `End(Month)`.
    End(Grain),
    /// No date, but a direction: "recently", "now", "soon".
    Reference(Reference),
    /// Recurs every `n` cells of a grain: "daily" is `Every(Day, 1)`.
    Every(Grain, u8),
    /// A day that recurs in the calendar, and how many days it lasts.
    Feast(Feast, u8),
    /// A time zone.
    Zone,
    /// Beside a year it says that this is before (false) or after (true) the year one.
    Era(bool),
    /// Makes a length a point before another one: "ago" of now, "earlier" of the time spoken of.
    Before(Origin),
    /// Makes a length a point after another one: "from now", "later".
    After(Origin),
    /// A year of accounts: the year named may begin in the year before.
    Fiscal,
    /// Bounds or hedges a length or date and belongs to its span: "about", "at least".
    Hedge,
}

/// From where a length is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// From now.
    Now,
    /// From the time spoken of.
    Topic,
}

/// Which cell of its kind, seen from now or from the time spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The one before that of now.
    Last,
    /// That of now.
    This,
    /// The one after that of now.
    Next,
    /// The one before that spoken of ("the previous day").
    Previous,
    /// That spoken of ("that day", "the same year").
    Same,
    /// The one after that spoken of ("the following week").
    Following,
}

/// A part of a longer time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Its first third, of a year its first quarter: "the beginning of".
    Start,
    /// Its first third.
    Early,
    /// Its middle third.
    Mid,
    /// Its last third.
    Late,
}

/// A direction in time without a date, after the values of TIMEX3.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// `PAST_REF`.
    Past,
    /// `PRESENT_REF`.
    Present,
    /// `FUTURE_REF`.
    Future,
}

/// The longest row that begins `words` (in lower case, possessive `'s` and hyphens as words of
/// their own), with the number of words that it takes.
pub fn time_word<'w>(
    words: impl Iterator<Item = &'w str> + Clone,
) -> Option<(usize, &'static TimeRow)> {
    let (word, feast) = (longest(&TIME_WORDS, words.clone()), longest(&FEASTS, words));
    match (word, feast) {
        (Some(word), Some(feast)) if word.0 >= feast.0 => Some(word),
        (word, None) => word,
        (_, feast) => feast,
    }
}

/// A list of words of time_lists.toml; what membership means stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// `after-changes` of time_lists.toml.
    AfterChanges,
    /// `after-feast-names` of time_lists.toml.
    AfterFeastNames,
    /// `after-hours` of time_lists.toml.
    AfterHours,
    /// `after-numbers` of time_lists.toml.
    AfterNumbers,
    /// `after-season-names` of time_lists.toml.
    AfterSeasonNames,
    /// `after-working-hours` of time_lists.toml.
    AfterWorkingHours,
    /// `before-bounds` of time_lists.toml.
    BeforeBounds,
    /// `before-cells` of time_lists.toml.
    BeforeCells,
    /// `before-clocks` of time_lists.toml.
    BeforeClocks,
    /// `before-dates` of time_lists.toml.
    BeforeDates,
    /// `before-hours` of time_lists.toml.
    BeforeHours,
    /// `before-lasting` of time_lists.toml.
    BeforeLasting,
    /// `before-listed-days` of time_lists.toml.
    BeforeListedDays,
    /// `before-lone-days` of time_lists.toml.
    BeforeLoneDays,
    /// `before-numbers` of time_lists.toml.
    BeforeNumbers,
    /// `before-one-unit` of time_lists.toml.
    BeforeOneUnit,
    /// `before-plain-units` of time_lists.toml.
    BeforePlainUnits,
    /// `before-race-times` of time_lists.toml.
    BeforeRaceTimes,
    /// `before-recurring` of time_lists.toml.
    BeforeRecurring,
    /// `before-units` of time_lists.toml.
    BeforeUnits,
    /// `before-usual` of time_lists.toml.
    BeforeUsual,
    /// `before-weekdays` of time_lists.toml.
    BeforeWeekdays,
    /// `before-working-hours` of time_lists.toml.
    BeforeWorkingHours,
    /// `beginnings` of time_lists.toml.
    Beginnings,
    /// `clause-beginnings` of time_lists.toml.
    ClauseBeginnings,
    /// `clock-verbs` of time_lists.toml.
    ClockVerbs,
    /// `contracts` of time_lists.toml.
    Contracts,
    /// `counted` of time_lists.toml.
    Counted,
    /// `denials` of time_lists.toml.
    Denials,
    /// `figures` of time_lists.toml.
    Figures,
    /// `future-cues` of time_lists.toml.
    FutureCues,
    /// `heat` of time_lists.toml.
    Heat,
    /// `lasting` of time_lists.toml.
    Lasting,
    /// `looks-ahead` of time_lists.toml.
    LooksAhead,
    /// `moves` of time_lists.toml.
    Moves,
    /// `origins` of time_lists.toml.
    Origins,
    /// `past-cues` of time_lists.toml.
    PastCues,
    /// `planned` of time_lists.toml.
    Planned,
    /// `plans` of time_lists.toml.
    Plans,
    /// `possessives` of time_lists.toml.
    Possessives,
    /// `quoted` of time_lists.toml.
    Quoted,
    /// `ranks` of time_lists.toml.
    Ranks,
    /// `recurring-adjectives` of time_lists.toml.
    RecurringAdjectives,
    /// `roughly` of time_lists.toml.
    Roughly,
    /// `since-clocks` of time_lists.toml.
    SinceClocks,
    /// `through` of time_lists.toml.
    Through,
    /// `timetable` of time_lists.toml.
    Timetable,
    /// `timetable-forms` of time_lists.toml.
    TimetableForms,
    /// `until-clocks` of time_lists.toml.
    UntilClocks,
    /// `usual` of time_lists.toml.
    Usual,
    /// `vague-amounts` of time_lists.toml.
    VagueAmounts,
    /// `vague-parts` of time_lists.toml.
    VagueParts,
    /// `week-of` of time_lists.toml.
    WeekOf,
    /// `workdays` of time_lists.toml.
    Workdays,
}

/// The words or phrases of a list, sorted.
#[must_use]
pub const fn members(list: List) -> &'static [&'static str] {
    match list {
        List::AfterChanges => lists::AFTER_CHANGES,
        List::AfterFeastNames => lists::AFTER_FEAST_NAMES,
        List::AfterHours => lists::AFTER_HOURS,
        List::AfterNumbers => lists::AFTER_NUMBERS,
        List::AfterSeasonNames => lists::AFTER_SEASON_NAMES,
        List::AfterWorkingHours => lists::AFTER_WORKING_HOURS,
        List::BeforeBounds => lists::BEFORE_BOUNDS,
        List::BeforeCells => lists::BEFORE_CELLS,
        List::BeforeClocks => lists::BEFORE_CLOCKS,
        List::BeforeDates => lists::BEFORE_DATES,
        List::BeforeHours => lists::BEFORE_HOURS,
        List::BeforeLasting => lists::BEFORE_LASTING,
        List::BeforeListedDays => lists::BEFORE_LISTED_DAYS,
        List::BeforeLoneDays => lists::BEFORE_LONE_DAYS,
        List::BeforeNumbers => lists::BEFORE_NUMBERS,
        List::BeforeOneUnit => lists::BEFORE_ONE_UNIT,
        List::BeforePlainUnits => lists::BEFORE_PLAIN_UNITS,
        List::BeforeRaceTimes => lists::BEFORE_RACE_TIMES,
        List::BeforeRecurring => lists::BEFORE_RECURRING,
        List::BeforeUnits => lists::BEFORE_UNITS,
        List::BeforeUsual => lists::BEFORE_USUAL,
        List::BeforeWeekdays => lists::BEFORE_WEEKDAYS,
        List::BeforeWorkingHours => lists::BEFORE_WORKING_HOURS,
        List::Beginnings => lists::BEGINNINGS,
        List::ClauseBeginnings => lists::CLAUSE_BEGINNINGS,
        List::ClockVerbs => lists::CLOCK_VERBS,
        List::Contracts => lists::CONTRACTS,
        List::Counted => lists::COUNTED,
        List::Denials => lists::DENIALS,
        List::Figures => lists::FIGURES,
        List::FutureCues => lists::FUTURE_CUES,
        List::Heat => lists::HEAT,
        List::Lasting => lists::LASTING,
        List::LooksAhead => lists::LOOKS_AHEAD,
        List::Moves => lists::MOVES,
        List::Origins => lists::ORIGINS,
        List::PastCues => lists::PAST_CUES,
        List::Planned => lists::PLANNED,
        List::Plans => lists::PLANS,
        List::Possessives => lists::POSSESSIVES,
        List::Quoted => lists::QUOTED,
        List::Ranks => lists::RANKS,
        List::RecurringAdjectives => lists::RECURRING_ADJECTIVES,
        List::Roughly => lists::ROUGHLY,
        List::SinceClocks => lists::SINCE_CLOCKS,
        List::Through => lists::THROUGH,
        List::Timetable => lists::TIMETABLE,
        List::TimetableForms => lists::TIMETABLE_FORMS,
        List::UntilClocks => lists::UNTIL_CLOCKS,
        List::Usual => lists::USUAL,
        List::VagueAmounts => lists::VAGUE_AMOUNTS,
        List::VagueParts => lists::VAGUE_PARTS,
        List::WeekOf => lists::WEEK_OF,
        List::Workdays => lists::WORKDAYS,
    }
}

/// Whether `word` (in lower case) is one of a list.
#[must_use]
pub fn listed(list: List, word: &str) -> bool {
    members(list).binary_search(&word).is_ok()
}
