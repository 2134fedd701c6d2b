//! Intervals with open, closed and unbounded ends.

use super::SetRelation;

/// An interval of ordered points; an end that is `None` is unbounded.
///
/// ```
/// use corroborate::value::{Interval, SetRelation};
/// let at_least_12 = Interval { low: Some(12), high: None, low_open: false, high_open: false };
/// assert_eq!(Interval::point(14).compare(&at_least_12), SetRelation::Within);
/// assert_eq!(Interval::point(11).compare(&at_least_12), SetRelation::Disjoint);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval<T> {
    /// The lower end.
    pub low: Option<T>,
    /// The upper end.
    pub high: Option<T>,
    /// Whether the lower end itself is left out.
    pub low_open: bool,
    /// Whether the upper end itself is left out.
    pub high_open: bool,
}

impl<T: Copy + Ord> Interval<T> {
    /// The interval that holds `at` only.
    #[must_use]
    pub const fn point(at: T) -> Self {
        Self { low: Some(at), high: Some(at), low_open: false, high_open: false }
    }

    /// `[low, high]`.
    #[must_use]
    pub const fn closed(low: T, high: T) -> Self {
        Self { low: Some(low), high: Some(high), low_open: false, high_open: false }
    }

    /// Whether it holds exactly one point.
    #[must_use]
    pub fn is_point(&self) -> bool {
        self.low.is_some() && self.low == self.high && !self.low_open && !self.high_open
    }

    /// How the two lie to each other; never [`SetRelation::Incomparable`].
    #[must_use]
    pub fn compare(&self, other: &Self) -> SetRelation {
        if self.before(other) || other.before(self) {
            return SetRelation::Disjoint;
        }
        let (low, high) = (self.low_key().cmp(&other.low_key()), self.high_key(other));
        match (low, high) {
            (std::cmp::Ordering::Equal, std::cmp::Ordering::Equal) => SetRelation::Equal,
            (low, high) if low.is_ge() && high.is_le() => SetRelation::Within,
            (low, high) if low.is_le() && high.is_ge() => SetRelation::Contains,
            _ => SetRelation::Overlaps,
        }
    }

    /// Whether all of it lies below all of `other`.
    fn before(&self, other: &Self) -> bool {
        match (self.high, other.low) {
            (Some(high), Some(low)) => {
                high < low || (high == low && (self.high_open || other.low_open))
            }
            _ => false,
        }
    }

    /// Orders lower ends: unbounded first, a closed end before the open one at the same point.
    fn low_key(&self) -> (Option<T>, bool) {
        (self.low, self.low.is_some() && self.low_open)
    }

    /// Orders upper ends: unbounded last, an open end before the closed one at the same point.
    fn high_key(&self, other: &Self) -> std::cmp::Ordering {
        match (self.high, other.high) {
            (None, None) => std::cmp::Ordering::Equal,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some(_), None) => std::cmp::Ordering::Less,
            (Some(a), Some(b)) => a.cmp(&b).then(other.high_open.cmp(&self.high_open)),
        }
    }
}
