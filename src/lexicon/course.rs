//! The states in the course of somebody's case or of a matter, and the words that tell them.

use super::event_noun;
use super::find;
use super::generated::course::{BEINGS, MATTERS, OBJECTS, PHRASES, STATES, SUBJECTS};
use super::sense::verb_of;

/// What a word tells of who or what is in a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// The act: the same for words that tell of one.
    pub act: &'static str,
    /// The state that it leads to.
    pub state: &'static str,
}

/// Who or what can be in a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    /// Somebody.
    Person,
    /// What is done or decided.
    Deed,
    /// What is no deed: a road, a school.
    Place,
    /// Any thing.
    Thing,
}

/// A state in a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Course {
    /// Who or what can be in it.
    pub(crate) of: Of,
    /// The states that it may come after.
    pub(crate) after: &'static [&'static str],
    /// Whether what is only planned may come to it.
    pub(crate) undone: bool,
    /// Whether what comes to it was going on or to come.
    pub(crate) halts: bool,
    /// Whether only who put a thing forward brings it there.
    pub(crate) own: bool,
}

/// Whether what is only planned may come to a state ("rejected").
#[must_use]
pub fn undoes(state: &str) -> bool {
    find(&STATES, state).is_some_and(|course| course.undone)
}

/// Whether what comes to a state was going on or to come before ("suspended").
#[must_use]
pub fn halts(state: &str) -> bool {
    find(&STATES, state).is_some_and(|course| course.halts)
}

/// Whether only who put a thing forward brings it to a state ("proposed", "called-off").
#[must_use]
pub fn is_own_state(state: &str) -> bool {
    find(&STATES, state).is_some_and(|course| course.own)
}

/// What a verb, with its particle, tells of its object ("call off").
#[must_use]
pub fn course_of_object(verb: &str) -> &'static [Word] {
    find(&OBJECTS, verb).copied().unwrap_or_default()
}

/// What a verb, with its particle, tells of its subject ("fall through").
#[must_use]
pub fn course_of_subject(verb: &str) -> &'static [Word] {
    find(&SUBJECTS, verb).copied().unwrap_or_default()
}

/// What an adjective, or a noun with its preposition, tells of what it is said of ("on hold").
#[must_use]
pub fn course_of_being(words: &str) -> &'static [Word] {
    find(&BEINGS, words).copied().unwrap_or_default()
}

/// What a verb with a preposition tells of what stands behind that ("vote against").
#[must_use]
pub fn course_of_phrase(words: &str) -> &'static [Word] {
    find(&PHRASES, words).copied().unwrap_or_default()
}

/// Whether somebody, or what a noun names, can be in a state.
#[must_use]
pub fn can_be(state: &str, person: bool, noun: &str) -> bool {
    let deed = || event_noun::is_event(noun) || verb_of(noun).is_some() || matter(noun).is_some();
    match find(&STATES, state).map(|row| row.of) {
        Some(Of::Person) => person,
        Some(Of::Deed) => !person && deed(),
        Some(Of::Place) => !person && !event_noun::is_event(noun),
        Some(Of::Thing) => !person,
        None => false,
    }
}

/// The group of nouns that a noun for what is decided or carried out is of ("merger": "deal").
#[must_use]
pub fn matter(noun: &str) -> Option<&'static str> {
    find(&MATTERS, noun).copied()
}

/// Whether a state may come after another in the course of one matter.
///
/// ```
/// use corroborate::lexicon::comes_after;
/// assert!(comes_after("sentenced", "arrested"));
/// assert!(!comes_after("arrested", "sentenced"));
/// ```
#[must_use]
pub fn comes_after(state: &str, other: &str) -> bool {
    find(&STATES, state).is_some_and(|row| row.after.contains(&other))
}
