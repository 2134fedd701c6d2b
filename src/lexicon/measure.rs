//! Nouns that name a measured property, and words that tell of its value.

use super::generated::measure::{
    AWAITING, CHANGES, CONSENSUS, EARN, EQUALS, FIGURES, FORECASTS, GENERIC, KNOWN, LEVELS,
    MEASURES, PRIOR, SEGMENTS,
};
use super::{find, longest};

/// The property that a noun measures, and the dimensions that its quantity may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// `TYPE.NAME`, or `*.NAME` when the event decides the type.
    pub property: &'static str,
    /// `count`, `money`, `percent`, `time`, `number`, `any`, separated by spaces.
    pub units: &'static str,
}

/// How a verb says that a measure changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// "rose to"
    Rise,
    /// "fell to"
    Fall,
    /// "was revised to"
    Correction,
}

/// The measure that begins `words` (lemmas), with the number of words it takes.
#[must_use]
pub fn measure<'w>(words: impl IntoIterator<Item = &'w str>) -> Option<(usize, Measure)> {
    longest(&MEASURES, words).map(|(count, row)| (count, *row))
}

/// Whether a measure begins with this word (a lemma): most words are passed over by this.
#[must_use]
pub fn begins_measure(word: &str) -> bool {
    MEASURES.first(word).is_some()
}

/// How a verb says that a measure changes, by its lemma or an irregular form.
#[must_use]
pub fn motion(lemma: &str) -> Option<Motion> {
    find(&CHANGES, lemma).copied()
}

/// Whether the object of a verb is the value of the measure that is its subject ("totalled").
#[must_use]
pub fn is_equal(lemma: &str) -> bool {
    find(&EQUALS, lemma).is_some()
}

/// Whether a modifier leaves a measure that of the whole ("total revenue").
#[must_use]
pub fn is_whole(lemma: &str) -> bool {
    find(&GENERIC, lemma).is_some()
}

/// Whether a word stands before an older value ("against", "from").
#[must_use]
pub fn is_prior(lemma: &str) -> bool {
    find(&PRIOR, lemma).is_some()
}

/// Whether a verb tells what somebody expects of a measure ("is expected to rise").
#[must_use]
pub fn is_awaiting(lemma: &str) -> bool {
    find(&AWAITING, lemma).is_some()
}

/// Whether a word makes a forecast that of those who watch a company ("the average forecast").
#[must_use]
pub fn is_consensus(lemma: &str) -> bool {
    find(&CONSENSUS, lemma).is_some()
}

/// Whether what a verb's subject gets by the share is its earnings ("earned $1.20 per share").
#[must_use]
pub fn earns(lemma: &str) -> bool {
    find(&EARN, lemma).is_some()
}

/// Whether a noun alone stands for a count told of before ("puts the figure at 60").
#[must_use]
pub fn is_figure(lemma: &str) -> bool {
    find(&FIGURES, lemma).is_some()
}

/// Whether a noun behind a measure makes it an expected one ("the revenue forecast").
#[must_use]
pub fn is_forecast(lemma: &str) -> bool {
    find(&FORECASTS, lemma).is_some()
}

/// Whether a word leaves a measure where it is ("unchanged").
#[must_use]
pub fn is_level(lemma: &str) -> bool {
    find(&LEVELS, lemma).is_some()
}

/// Whether a noun names a part of a company ("the cloud unit").
#[must_use]
pub fn is_segment(lemma: &str) -> bool {
    find(&SEGMENTS, lemma).is_some()
}

/// Whether a word may stand between the people of a number and what befell them ("known to have died").
#[must_use]
pub fn is_known_as(lemma: &str) -> bool {
    find(&KNOWN, lemma).is_some()
}
