//! Number words.

use super::generated::{number, number_idiom, number_vague};
use super::{Table, find};

/// What part a word plays in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Zero to nine.
    Digit,
    /// Ten to nineteen.
    Teen,
    /// Twenty, thirty, … ninety.
    Tens,
    /// Hundred.
    Hundred,
    /// Thousand, million, crore.
    Scale,
    /// Dozen, score, gross.
    Group,
    /// First, twentieth, hundredth.
    Ordinal,
    /// Thirds, half: divides.
    Denominator,
}

/// A plural that gives no number ("dozens").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vague {
    /// One of what it is the plural of; printed stands for one to ten of these.
    pub one: u64,
    /// The least that it entails.
    pub low: u64,
    /// The most that it entails.
    pub high: u64,
}

/// The part that `word` (in lower case) plays in a number, and its value.
///
/// ```
/// use corroborate::lexicon::number::{Kind, word};
/// assert_eq!(word("twelve"), Some((Kind::Teen, 12)));
/// assert_eq!(word("table"), None);
/// ```
#[must_use]
pub fn word(word: &str) -> Option<(Kind, u64)> {
    find(&number::WORDS, word).copied()
}

/// The scale that letters stuck to digits stand for ("4bn"), and whether they are surely one:
/// "5m" may be meters. Case matters.
#[must_use]
pub fn suffix(letters: &str) -> Option<(bool, u64)> {
    find(&number::SUFFIXES, letters).copied()
}

/// What `word` stands for if it is a plural that gives no number.
#[must_use]
pub fn vague(word: &str) -> Option<Vague> {
    find(&number_vague::VAGUE, word).copied()
}

/// Phrases with a number word in them that count nothing ("one another").
#[must_use]
pub fn idioms() -> &'static Table<()> {
    &number_idiom::IDIOMS
}

/// Whether a number after `word` is a name ("page 12").
#[must_use]
pub fn is_label(word: &str) -> bool {
    find(&number_idiom::LABELS, word).is_some()
}
