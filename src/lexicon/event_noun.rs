//! Nouns that name something that happens, is done or is said.

use super::{find, generated};

/// Whether a noun of this lemma names an event ("raid", "merger").
#[must_use]
pub fn is_event(lemma: &str) -> bool {
    find(&generated::event_noun::NOUNS, lemma).is_some()
}
