//! Words that put an event in a state, and verbs by which somebody takes a position.

use super::find;
use super::generated::status::{COURSES, MODIFIERS, PHRASES, STANCES, TOPICS, VERBS};
use crate::value::Status;

/// The state that a word puts an event in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusWord {
    /// The state.
    pub status: Status,
    /// Whether it is the state of the verb's subject alone: one side accepts, the other rejects.
    pub holder: bool,
}

/// The state that a verb puts its object in ("called off the summit").
#[must_use]
pub fn status_verb(lemma: &str) -> Option<StatusWord> {
    find(&VERBS, lemma).copied()
}

/// The state that a verb tells of its subject ("the talks failed").
#[must_use]
pub fn status_course(lemma: &str) -> Option<StatusWord> {
    find(&COURSES, lemma).copied()
}

/// The state that a modifier tells ("the failed talks"), by its form.
#[must_use]
pub fn status_modifier(form: &str) -> Option<StatusWord> {
    find(&MODIFIERS, form).copied()
}

/// Whether what stands behind a verb and a preposition is what the verb tells of ("call for").
#[must_use]
pub fn is_status_phrase(verb: &str, preposition: &str) -> bool {
    find(&PHRASES, &format!("{verb} {preposition}")).is_some()
}

/// Whether a verb takes a position for (`true`) or against (`false`) its object.
#[must_use]
pub fn stance(lemma: &str) -> Option<bool> {
    find(&STANCES, lemma).copied()
}

/// The event type that a position on a matter is about ("avoids peace": `talks`), by its noun.
#[must_use]
pub fn topic(lemma: &str) -> Option<&'static str> {
    find(&TOPICS, lemma).copied()
}
