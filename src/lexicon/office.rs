//! Words that say who holds which office.

use super::find;
use super::generated::office::{
    BODIES, GIVES, HEADS, INCUMBENT, PORTFOLIOS, SOLE, SUCCEEDING, TAKES,
};

/// Whether a verb gives an office to its object ("appoint").
#[must_use]
pub fn gives_office(lemma: &str) -> bool {
    find(&GIVES, lemma).is_some()
}

/// Whether a verb has the office of its subject after "as" ("serve").
#[must_use]
pub fn takes_office(lemma: &str) -> bool {
    find(&TAKES, lemma).is_some()
}

/// What the subject of a verb is to the body that is its object ("chair").
#[must_use]
pub fn heads_body(lemma: &str) -> Option<&'static str> {
    find(&HEADS, lemma).copied()
}

/// Whether a word before "minister" tells of what ("health").
#[must_use]
pub fn is_portfolio(word: &str) -> bool {
    find(&PORTFOLIOS, word).is_some()
}

/// Whether one body has one holder of an office at a time ("mayor").
#[must_use]
pub fn is_sole_office(words: &str) -> bool {
    find(&SOLE, words).is_some()
}

/// Whether a word before an office only says that somebody holds it today ("current").
#[must_use]
pub fn is_incumbent(word: &str) -> bool {
    find(&INCUMBENT, word).is_some()
}

/// Whether a word before an office says that somebody else held it before ("new").
#[must_use]
pub fn is_succeeding(word: &str) -> bool {
    find(&SUCCEEDING, word).is_some()
}

/// Whether a noun says what an organization is ("maker").
#[must_use]
pub fn is_body(lemma: &str) -> bool {
    find(&BODIES, lemma).is_some()
}
