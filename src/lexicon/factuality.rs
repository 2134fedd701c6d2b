//! What words do to the factuality of the events under them.
//!
//! The signatures follow the classes of implicative and factive verbs of
//! [Karttunen 2012](https://aclanthology.org/S12-1020/).

use super::{find, generated};

/// What a word makes of the event under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// It is so.
    Holds,
    /// It is not so.
    Fails,
    /// It may be so.
    Possible,
    /// It may be so, rather not.
    PossiblyNot,
    /// It is arranged or expected.
    Planned,
    /// Somebody puts it forward.
    Proposed,
    /// Somebody demands or threatens it.
    Demanded,
    /// It is so if something else is.
    Conditional,
}

/// The effects of a predicate on its complement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signature {
    /// When the predicate itself is affirmed.
    pub affirmed: Effect,
    /// When it is negated.
    pub negated: Effect,
}

/// The effects of a modal on the verb it stands with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ModalRow {
    /// Alone: "may leave".
    pub affirmed: Effect,
    /// Before a perfect: "may have left".
    pub perfect: Effect,
    /// With a negation: "may not leave".
    pub negated: Effect,
}

/// The kind of complement that an event stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Complement {
    /// An infinitive.
    To,
    /// A finite clause or an embedded question.
    Clause,
    /// A gerund.
    Ing,
    /// An eventive noun as object, subject of the passive or after a preposition.
    Noun,
    /// An eventive noun as subject.
    Subject,
}

/// The signature of a predicate over a complement.
///
/// ```
/// use corroborate::lexicon::factuality::{Complement, Effect, predicate};
/// let fail = predicate("fail", Complement::To).unwrap();
/// assert_eq!((fail.affirmed, fail.negated), (Effect::Fails, Effect::Holds));
/// ```
#[must_use]
pub fn predicate(lemma: &str, complement: Complement) -> Option<&'static Signature> {
    // Most words govern nothing that the table knows.
    generated::factuality::PREDICATES.first(lemma)?;
    let complement = match complement {
        Complement::To => "to",
        Complement::Clause => "clause",
        Complement::Ing => "ing",
        Complement::Noun => "noun",
        Complement::Subject => "subject",
    };
    find(&generated::factuality::PREDICATES, &format!("{lemma} {complement}"))
}

/// Whether a word governs anything, by itself or with words behind it.
pub(crate) fn governs_phrase(lemma: &str) -> bool {
    generated::factuality::PREDICATES.goes_on(lemma)
}

/// The modal of this form.
#[must_use]
pub fn modal(word: &str) -> Option<&'static ModalRow> {
    find(&generated::factuality::MODALS, word)
}

/// What an adverb does to its verb, or an adjective to its eventive noun ("nearly", "planned").
#[must_use]
pub fn adverb(word: &str) -> Option<Effect> {
    find(&generated::factuality::ADVERBS, word).copied()
}

/// What a conjunction or preposition does to the clause or noun it introduces ("if", "without").
#[must_use]
pub fn marker(words: &str) -> Option<Effect> {
    find(&generated::factuality::MARKERS, words).copied()
}

/// What a negation word does to what it stands on.
#[must_use]
pub fn negator(word: &str) -> Option<Effect> {
    find(&generated::factuality::NEGATORS, word).copied()
}
