//! What is known of a date that cannot be placed in the calendar.

use jiff::civil::{Date as Day, Weekday};

use super::{Grain, SetRelation};

/// The known parts of a date or time of day: "5 March" knows month and day, "Monday morning" the
/// weekday and the part of the day. A time with an extent knows those that all its instants share.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Fields {
    /// The year.
    pub year: Option<i16>,
    /// The month, 1 to 12.
    pub month: Option<i8>,
    /// The day of the month.
    pub day: Option<i8>,
    /// The day of the week.
    pub weekday: Option<Weekday>,
    /// A run of months of an unknown year or another cell: the quarter, half or season.
    pub cell: Option<(Grain, i8)>,
    /// The third of a cell ("late May": the third third of a month).
    pub third: Option<(Grain, i8)>,
    /// The part of the day.
    pub part: Option<DayPart>,
    /// The time of day.
    pub clock: Option<Clock>,
    /// Cells of a grain away from a day that is not known: "last week" is (week, -1).
    pub away: Option<(Grain, i64)>,
    /// Whether the year and its parts are those of somebody's accounts, which may begin in any
    /// month: the fiscal year of one is no calendar year.
    pub fiscal: bool,
}

/// A part of the day, as TIMEX3 names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DayPart {
    /// `MO`, 0 to 12 o'clock.
    Morning,
    /// `MI`, noon.
    Midday,
    /// `AF`, 12 to 18 o'clock.
    Afternoon,
    /// `EV`, 17 to 24 o'clock.
    Evening,
    /// `NI`, 18 o'clock to 6 of the next day.
    Night,
    /// `DT`, the light part of the day.
    Daytime,
}

impl DayPart {
    /// Its code in TIMEX3.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
            Self::Daytime => "DT",
        }
    }

    /// The hours it may cover: the first, and the last one counted from the same midnight (a
    /// night ends at 30, six in the morning).
    #[must_use]
    pub const fn hours(self) -> (i64, i64) {
        match self {
            Self::Morning => (0, 12),
            Self::Midday => (12, 14),
            Self::Afternoon => (12, 18),
            Self::Evening => (17, 24),
            Self::Night => (18, 30),
            Self::Daytime => (6, 20),
        }
    }

    /// Parts run into each other; only what shares no hour is disjoint.
    fn compare(self, other: Self) -> SetRelation {
        let ((a, b), (c, d)) = (self.hours(), other.hours());
        match self == other {
            true => SetRelation::Equal,
            false if b <= c || d <= a => SetRelation::Disjoint,
            false => SetRelation::Overlaps,
        }
    }
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Clock {
    /// Minutes after midnight.
    pub minute: u16,
    /// Whether it was given to the minute ("8:00") rather than the hour ("8 p.m.").
    pub exact: bool,
}

impl Clock {
    /// "8 p.m." and "8:10 p.m." are not told apart; two times to the minute are.
    fn compare(self, other: Self) -> SetRelation {
        match (self.exact, other.exact) {
            _ if self == other => SetRelation::Equal,
            _ if self.minute / 60 != other.minute / 60 => SetRelation::Disjoint,
            (true, true) => SetRelation::Disjoint,
            (true, false) => SetRelation::Within,
            (false, true) => SetRelation::Contains,
            (false, false) => SetRelation::Equal,
        }
    }

    fn within(self, part: DayPart) -> SetRelation {
        let (from, to) = part.hours();
        let hour = i64::from(self.minute / 60);
        let inside = (from..=to).contains(&hour) || (from..=to).contains(&(hour + 24));
        if inside { SetRelation::Within } else { SetRelation::Disjoint }
    }
}

impl Fields {
    /// All that is known of a day.
    #[must_use]
    pub fn of_day(day: Day) -> Self {
        Self {
            year: Some(day.year()),
            month: Some(day.month()),
            day: Some(day.day()),
            weekday: Some(day.weekday()),
            ..Self::default()
        }
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How the two compare: [`SetRelation::Disjoint`] when a field that both know differs,
    /// otherwise the one that knows more lies within the other, and
    /// [`SetRelation::Incomparable`] when they know nothing in common.
    #[must_use]
    pub fn compare(&self, other: &Self) -> SetRelation {
        // Two documents without a date may speak on different days: "yesterday" and "today" say
        // nothing about each other.
        if self.away.is_some() && other.away.is_some() && self.away != other.away {
            return SetRelation::Incomparable;
        }
        if self.fiscal != other.fiscal {
            return SetRelation::Incomparable;
        }
        meet(&[
            Facet::of(self.year, other.year),
            Facet::of(self.month, other.month),
            Facet::of(self.day, other.day),
            Facet::of(self.weekday, other.weekday),
            grained(self.cell, other.cell),
            grained(self.third, other.third),
            self.clock_facet(other),
            Facet::of(self.away, other.away),
        ])
    }

    fn clock_facet(&self, other: &Self) -> Facet {
        match ((self.clock, self.part), (other.clock, other.part)) {
            ((Some(a), _), (Some(b), _)) => Facet::Shared(a.compare(b)),
            ((Some(a), _), (None, Some(part))) => Facet::Shared(a.within(part)),
            ((None, Some(part)), (Some(b), _)) => Facet::Shared(b.within(part).inverse()),
            ((None, Some(a)), (None, Some(b))) => Facet::Shared(a.compare(b)),
            ((Some(_), _) | (_, Some(_)), _) => Facet::First,
            (_, (Some(_), _) | (_, Some(_))) => Facet::Second,
            _ => Facet::Neither,
        }
    }
}

/// Cells of two grains run into each other as far as is known.
fn grained(a: Option<(Grain, i8)>, b: Option<(Grain, i8)>) -> Facet {
    match (a, b) {
        (Some(a), Some(b)) if a.0 != b.0 => Facet::Shared(SetRelation::Overlaps),
        (a, b) => Facet::of(a, b),
    }
}

/// One field of two: which side knows it, and how they compare when both do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Facet {
    Shared(SetRelation),
    First,
    Second,
    Neither,
}

impl Facet {
    fn of<T: PartialEq>(a: Option<T>, b: Option<T>) -> Self {
        match (a, b) {
            (Some(a), Some(b)) if a == b => Self::Shared(SetRelation::Equal),
            (Some(_), Some(_)) => Self::Shared(SetRelation::Disjoint),
            (Some(_), None) => Self::First,
            (None, Some(_)) => Self::Second,
            (None, None) => Self::Neither,
        }
    }
}

/// The relation of two products of facets. Without a field in common nothing was compared,
/// whatever one side knows beside.
fn meet(facets: &[Facet]) -> SetRelation {
    let shared = |relation| facets.contains(&Facet::Shared(relation));
    if shared(SetRelation::Disjoint) {
        return SetRelation::Disjoint;
    }
    if !facets.iter().any(|facet| matches!(facet, Facet::Shared(_))) {
        return SetRelation::Incomparable;
    }
    let first = shared(SetRelation::Within) || facets.contains(&Facet::First);
    let second = shared(SetRelation::Contains) || facets.contains(&Facet::Second);
    match (first, second) {
        _ if shared(SetRelation::Overlaps) => SetRelation::Overlaps,
        (true, true) => SetRelation::Overlaps,
        (true, false) => SetRelation::Within,
        (false, true) => SetRelation::Contains,
        (false, false) => SetRelation::Equal,
    }
}
