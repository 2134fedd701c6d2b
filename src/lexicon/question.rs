//! Words that answer one question about a thing.

use super::find;
use super::generated::question::QUESTIONS;

/// The questions that a word has to do with, each as the kind of value that answers it and a name:
/// "employ" and "staff" with how many people work for somebody.
///
/// ```
/// use corroborate::lexicon::questions;
/// assert_eq!(questions("workforce"), [("people", "staff")]);
/// assert!(questions("tulip").is_empty());
/// ```
#[must_use]
pub fn questions(lemma: &str) -> &'static [(&'static str, &'static str)] {
    find(&QUESTIONS, lemma).copied().unwrap_or_default()
}
