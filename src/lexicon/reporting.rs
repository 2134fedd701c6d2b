//! Words that report what somebody says, thinks, wants or decides.

use super::{find, generated};

/// What a reporting word means and which complements hold its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// The attitude that it gives to its content.
    pub stance: Stance,
    /// How surely the one who is reported stands behind it.
    pub strength: Strength,
    /// Which complements are its content.
    pub frames: Frames,
    /// The prepositions whose phrase is its content ("called *for* calm").
    pub on: &'static [&'static str],
}

/// The attitude that a reporting word gives to the content it introduces.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Stance {
    /// Put forward: said, claimed, announced.
    #[default]
    Asserts,
    /// Put forward and known: confirmed, found.
    Confirms,
    /// Denied, rejected as false.
    Denies,
    /// Wanted: demanded, proposed, urged.
    Wants,
    /// Asked or doubted.
    Questions,
    /// Feared, hoped, believed, estimated.
    Thinks,
}

/// How surely a reporting word has its speaker stand behind the content.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// The reporter keeps a distance: claimed, alleged, guessed.
    Weak,
    /// Neither: said, wrote.
    #[default]
    Plain,
    /// With emphasis or authority: confirmed, swore, ruled.
    Strong,
}

/// The complements of a reporting word that hold its content.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "a set of frames, one column each in the table")]
pub struct Frames {
    /// A finite clause.
    pub clause: bool,
    /// A quotation.
    pub quote: bool,
    /// An infinitive: "vowed to go".
    pub to: bool,
    /// An infinitive after the one addressed: "urged them to go".
    pub object_to: bool,
    /// The direct object: "condemned the raid".
    pub topic: bool,
    /// The direct object with what it is called: "called it a lie".
    pub naming: bool,
    /// The subject with an infinitive or predicate: "it seems to work".
    pub raising: bool,
}

/// The reporting verb of this lemma, with its particle or preposition if it needs one
/// ("point out").
#[must_use]
pub fn verb(lemma: &str) -> Option<&'static Cue> {
    find(&generated::reporting::VERBS, lemma)
}

/// The reporting noun of this lemma ("claim", "plan").
#[must_use]
pub fn noun(lemma: &str) -> Option<&'static Cue> {
    find(&generated::reporting::NOUNS, lemma)
}

/// The adjective of attitude of this lemma ("confident", "afraid").
#[must_use]
pub fn adjective(lemma: &str) -> Option<&'static Cue> {
    find(&generated::reporting::ADJECTIVES, lemma)
}

/// The adverb that marks its clause as told by others ("allegedly").
#[must_use]
pub fn adverb(word: &str) -> Option<&'static Cue> {
    find(&generated::reporting::ADVERBS, word)
}

/// The adjective that marks its noun as told by others ("alleged").
#[must_use]
pub fn told(word: &str) -> Option<&'static Cue> {
    find(&generated::reporting::TOLD, word)
}

/// The word that introduces the one who tells, before its preposition ("according").
#[must_use]
pub fn source(word: &str) -> Option<&'static Cue> {
    find(&generated::reporting::SOURCES, word)
}
