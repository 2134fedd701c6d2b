//! States in the life of an event.

use super::SetRelation;

/// A state in the life of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Status {
    /// Somebody wants it to happen.
    Proposed,
    /// It is arranged.
    Planned,
    /// All who must have agreed to it.
    Agreed,
    /// It has begun and not ended.
    UnderWay,
    /// It took place.
    Held,
    /// It took place without its result, or broke down.
    Failed,
    /// One who must agree refused.
    Rejected,
    /// It was arranged and then called off.
    Cancelled,
    /// It was put off to a later date.
    Postponed,
    /// It is said not to have happened.
    Denied,
}

impl Status {
    /// All of them, in the order of an event's life.
    pub const ALL: &'static [Self] = &[
        Self::Proposed,
        Self::Planned,
        Self::Agreed,
        Self::UnderWay,
        Self::Held,
        Self::Failed,
        Self::Rejected,
        Self::Cancelled,
        Self::Postponed,
        Self::Denied,
    ];

    /// Its name in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Planned => "planned",
            Self::Agreed => "agreed",
            Self::UnderWay => "under-way",
            Self::Held => "held",
            Self::Failed => "failed",
            Self::Rejected => "rejected",
            Self::Cancelled => "cancelled",
            Self::Postponed => "postponed",
            Self::Denied => "denied",
        }
    }

    /// Equal or disjoint; whether one may follow the other is for `reconcile` to say.
    #[must_use]
    pub fn compare(self, other: Self) -> SetRelation {
        if self == other { SetRelation::Equal } else { SetRelation::Disjoint }
    }
}
