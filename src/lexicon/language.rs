//! Words that tell which language a sentence is in.

use super::find;
use super::generated::language::{ENGLISH, OTHER};

/// Whether a word in lower case is a function word of English.
#[must_use]
pub fn is_english(word: &str) -> bool {
    find(&ENGLISH, word).is_some()
}

/// Whether a word in lower case is a function word of another language, and none of English.
#[must_use]
pub fn is_foreign(word: &str) -> bool {
    find(&OTHER, word).is_some()
}
