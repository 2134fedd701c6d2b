//! Imprecise dates and times.

mod edtf;
mod feast;
mod fields;
mod grain;
mod length;
mod period;

use super::{Interval, Quantity, Reading, SetRelation};

pub use feast::{Feast, ListedDay};
pub use fields::{Clock, DayPart, Fields};
pub use grain::Grain;
pub use period::{Period, add_days, add_months, nearest_weekday};

/// A moment in the civil calendar, to the second; no zone.
pub type Instant = jiff::civil::DateTime;

/// A point or stretch of time with the grain it was given in, after
/// [EDTF](https://www.loc.gov/standards/datetime/) (ISO 8601-2) and
/// [TIMEX3](https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html#timex3).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Time {
    /// The words it was read from.
    pub text: String,
    /// The instants it may denote: from the first second of its first day to the last second of
    /// its last; `None` when it is unresolved, a duration or a set.
    pub extent: Option<Interval<Instant>>,
    /// The grain it was given in.
    pub grain: Grain,
    /// How many days the ends of the extent may be off: "a week ago" is rounded to weeks, and a
    /// feast that follows the moon may fall a day later.
    pub slack: u16,
    /// What is known of it, also when it cannot be placed in the calendar.
    pub fields: Fields,
    /// The time zone it was given in, as printed ("EST", "GMT"); kept, not applied.
    pub zone: Option<String>,
    /// Its other readings, when a numeric date may be month-day or day-month.
    pub others: Vec<Self>,
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

impl Time {
    /// Whether it is "last year" or a month without a day ("in September"), and the other a day of the
    /// week: of what happened in the week of writing texts name the day. False of what is placed in the
    /// calendar, which can be compared.
    pub(crate) fn is_bygone_beside(&self, day: &Self) -> bool {
        let (past, week) = (&self.fields, &day.fields);
        let year = matches!(past.away, Some((Grain::Year, ..=-1)));
        let month = past.month.is_some() && past.day.is_none() && past.weekday.is_none();
        let of_week = week.weekday.is_some() && week.year.is_none() && week.month.is_none();
        (year || month && self.grain == Grain::Month)
            && of_week
            && self.extent.is_none()
            && day.extent.is_none()
    }

    /// How the two compare.
    ///
    /// - Both placed in the calendar: as intervals; of two grains that lie far apart (a minute and
    ///   a decade) nothing is said instead of [`SetRelation::Disjoint`], and where the slack of the
    ///   two closes the gap they overlap.
    /// - One not placed ("5 March" without a year, "Monday"): by the [`Fields`] that both know.
    /// - Two durations: by their quantities, told in several units by their sums. A duration and a date, and sets, are incomparable,
    ///   except that what is written alike is equal.
    /// - A numeric date with two readings: only what holds for all of them.
    #[must_use]
    pub fn compare(&self, other: &Self) -> SetRelation {
        if self.others.is_empty() && other.others.is_empty() {
            return self.compare_reading(other);
        }
        if self.timex == other.timex && self.others == other.others {
            return SetRelation::Equal;
        }
        let mut relations =
            self.readings().flat_map(|a| other.readings().map(move |b| a.compare_reading(b)));
        let first = relations.next().unwrap_or(SetRelation::Incomparable);
        if relations.all(|relation| relation == first) { first } else { SetRelation::Incomparable }
    }

    /// Whether it is a length of time and no place in it.
    #[must_use]
    pub const fn is_length(&self) -> bool {
        self.duration.is_some() && self.extent.is_none()
    }

    /// Whether the slack of the two closes the gap between them.
    fn may_touch(&self, other: &Self) -> bool {
        let slack = i64::from(self.slack) + i64::from(other.slack);
        let gap = |a: &Self, b: &Self| {
            let (end, start) = (a.extent?.high?.date(), b.extent?.low?.date());
            let between = start.since(end).ok()?.get_days();
            (between >= 0).then_some(i64::from(between))
        };
        let gap = gap(self, other).or_else(|| gap(other, self));
        slack > 0 && gap.is_some_and(|days| days <= slack)
    }

    fn readings(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.others)
    }

    fn compare_reading(&self, other: &Self) -> SetRelation {
        if self.set || other.set {
            let same = self.set == other.set && self.timex == other.timex;
            return if same { SetRelation::Equal } else { SetRelation::Incomparable };
        }
        match (&self.extent, &other.extent) {
            (Some(a), Some(b)) => match a.compare(b) {
                SetRelation::Disjoint if !self.grain.near(other.grain) => SetRelation::Incomparable,
                SetRelation::Disjoint if self.may_touch(other) => SetRelation::Overlaps,
                relation => relation,
            },
            _ if self.is_length()
                && other.is_length()
                && let Some(relation) = length::compare(self, other) =>
            {
                relation
            }
            _ => match (&self.quantity, &other.quantity) {
                (Some(a), Some(b)) if self.is_length() && other.is_length() => {
                    a.compare(b, Reading::Strict)
                }
                _ if !self.is_length() && !other.is_length() => self.fields.compare(&other.fields),
                _ => SetRelation::Incomparable,
            },
        }
    }
}
