//! Nouns that name a measured property.

use super::generated::measure::MEASURES;
use super::longest;

/// The property that a noun measures, and the dimensions that its quantity may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// `TYPE.NAME`, or `*.NAME` when the event decides the type.
    pub property: &'static str,
    /// `count`, `money`, `percent`, `time`, `number`, `any`, separated by spaces.
    pub units: &'static str,
}

/// The measure that begins `words` (lemmas), with the number of words it takes.
#[must_use]
pub fn measure<'w>(words: impl IntoIterator<Item = &'w str>) -> Option<(usize, Measure)> {
    longest(&MEASURES, words).map(|(count, row)| (count, *row))
}
