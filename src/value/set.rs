//! How two sets of possibilities lie to each other.

/// How two values of one kind compare as sets: exactly one of these holds.
///
/// ```
/// use corroborate::value::SetRelation;
/// assert_eq!(SetRelation::Within.inverse(), SetRelation::Contains);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SetRelation {
    /// The same set.
    Equal,
    /// The first is a proper subset of the second.
    Within,
    /// The second is a proper subset of the first.
    Contains,
    /// They share something and each has something of its own.
    Overlaps,
    /// They share nothing.
    Disjoint,
    /// They cannot be compared: other unit, other kind, unresolved.
    Incomparable,
}

impl SetRelation {
    /// The relation with the two sides swapped.
    #[must_use]
    pub const fn inverse(self) -> Self {
        match self {
            Self::Within => Self::Contains,
            Self::Contains => Self::Within,
            same => same,
        }
    }
}

/// Which of a hedged value's two readings is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reading {
    /// What the words entail: "over 300" is `(300, ∞)`.
    Strict,
    /// What a reader infers: "over 300" is hardly 5,000.
    Plausible,
}
