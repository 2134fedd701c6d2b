//! Half-open byte ranges.

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 bytes, as in the
/// [W3C Web Annotation text position selector](https://www.w3.org/TR/annotation-model/#text-position-selector)
/// but counted in bytes.
///
/// ```
/// use corroborate::text::Span;
/// let span = Span::new(3, 7);
/// assert_eq!(span.of("At noon"), "noon");
/// assert_eq!(span.to_string(), "3..7");
/// ```
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span `start..end`; ends before the start are raised to it.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// The span of a range of `usize` offsets. Documents are limited to 4 GiB, see
    /// [`Document::MAX_BYTES`](crate::text::Document::MAX_BYTES).
    #[must_use]
    pub fn from_range(range: std::ops::Range<usize>) -> Self {
        let cut = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self::new(cut(range.start), cut(range.end))
    }

    /// The same as a range of `usize`.
    #[must_use]
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether it holds no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words at this span; empty when the span does not fall on characters of `text`.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Whether every byte of `other` is in this span.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }
}

impl std::fmt::Display for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
