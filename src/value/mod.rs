//! Exact numbers, bounds, units, imprecise dates and places, and how two values of a kind compare.
//!
//! A value keeps its surface form **and** denotes a set of possibilities; everything later is set
//! comparison.

mod date;
mod interval;
mod name;
mod place;
mod quantity;
mod set;
mod status;
mod thing;
mod time;
mod unit;

pub use date::Date;
pub use interval::Interval;
pub use name::{Name, NameKind};
pub use place::Place;
pub use quantity::{Bound, Quantity};
pub use rust_decimal::Decimal;
pub use set::{Reading, SetRelation};
pub use status::Status;
pub use thing::{Thing, ThingKind};
pub use time::{
    Clock, DayPart, Feast, Fields, Grain, Instant, ListedDay, Period, Time, add_days, add_months,
    nearest_weekday,
};
pub use unit::{Dimension, Measure};

/// A value of one of the five kinds, or words that stand for none of them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Value {
    /// A number with unit and bound.
    Quantity(Quantity),
    /// A point or stretch of time.
    Time(Time),
    /// A place in the containment hierarchy.
    Place(Place),
    /// A person, organization, country or group.
    Name(Name),
    /// A state in the life of an event.
    Status(Status),
    /// Words that denote none of the above; equal when their normal forms are.
    Text(String),
}

impl Value {
    /// How the two compare under `reading`; values of two kinds are
    /// [`SetRelation::Incomparable`].
    #[must_use]
    pub fn compare(&self, other: &Self, reading: Reading) -> SetRelation {
        match (self, other) {
            (Self::Quantity(a), Self::Quantity(b)) => a.compare(b, reading),
            (Self::Time(a), Self::Time(b)) => a.compare(b),
            (Self::Place(a), Self::Place(b)) => a.compare(b),
            (Self::Name(a), Self::Name(b)) => a.compare(b),
            (Self::Status(a), Self::Status(b)) => a.compare(*b),
            (Self::Text(a), Self::Text(b)) if a == b => SetRelation::Equal,
            _ => SetRelation::Incomparable,
        }
    }

    /// The words it was read from, for a person.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Quantity(value) => &value.text,
            Self::Time(value) => &value.text,
            Self::Place(value) => &value.text,
            Self::Name(value) => &value.text,
            Self::Status(value) => value.as_str(),
            Self::Text(text) => text,
        }
    }
}
