//! Verbs whose two sides are no equals.

use super::find;
use super::generated::relation::{AGAIN, RELATIONS};

/// What a verb does to two, and where they stand by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relation {
    /// The relation: verbs of one tell the same from either side ("beat" and "lose to").
    pub name: &'static str,
    /// Where the one who does it stands: "subject", "object" or a preposition.
    pub doer: &'static [&'static str],
    /// Where the other stands.
    pub other: &'static [&'static str],
    /// Whether it may happen again between the same two, the other way round.
    pub again: bool,
}

/// The relation of a predicate, by its canonical lemma.
///
/// ```
/// use corroborate::lexicon::relation;
/// assert_eq!(relation("beat").map(|row| row.name), relation("lose").map(|row| row.name));
/// assert!(relation("meet").is_none());
/// ```
#[must_use]
pub fn relation(predicate: &str) -> Option<&'static Relation> {
    find(&RELATIONS, predicate)
}

/// Whether a word tells that the same two met more than once ("rematch").
#[must_use]
pub fn meets_again(word: &str) -> bool {
    find(&AGAIN, word).is_some()
}
