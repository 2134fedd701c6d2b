//! Imprecise dates and times.

use super::{Interval, Quantity, SetRelation};

/// A moment in the civil calendar, to the second; no zone.
pub type Instant = jiff::civil::DateTime;

/// A point or stretch of time with the grain it was given in, after
/// [EDTF](https://www.loc.gov/standards/datetime/) (ISO 8601-2) and
/// [TIMEX3](https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html#timex3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// The words it was read from.
    pub text: String,
    /// The instants it may denote: from the first second of its first day to the last second of
    /// its last; `None` when it is unresolved, a duration or a set.
    pub extent: Option<Interval<Instant>>,
    /// The grain it was given in.
    pub grain: Grain,
    /// EDTF, with `X` for what is not known.
    pub edtf: String,
    /// The value of TIMEX3.
    pub timex: String,
    /// Whether it recurs ("every Monday").
    pub set: bool,
    /// A length of time as ISO 8601 ("P6W").
    pub duration: Option<String>,
    /// The quantity of a duration.
    pub quantity: Option<Box<Quantity>>,
}

/// The unit of the calendar in which a time was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Grain {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A part of a day ("Saturday night").
    DayPart,
    /// A day.
    Day,
    /// A week or weekend.
    Week,
    /// A part of a month ("late May").
    MonthPart,
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// A season.
    Season,
    /// A half or other part of a year.
    YearPart,
    /// A year.
    Year,
    /// A decade.
    Decade,
    /// A century.
    Century,
    /// None of these: "recently", a duration.
    Vague,
}

impl Time {
    /// How the two compare as intervals; incomparable when one is unresolved, a duration or a set.
    #[must_use]
    pub fn compare(&self, other: &Self) -> SetRelation {
        match (&self.extent, &other.extent) {
            (Some(a), Some(b)) => a.compare(b),
            _ => SetRelation::Incomparable,
        }
    }
}
