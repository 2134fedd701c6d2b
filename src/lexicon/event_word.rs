//! Words around a word that names an event.

use super::find;
use super::generated::event_word::{
    ANOTHER, ARMS, BEGINNING, CUES, ENDING, EXPIRING, FRESH, GENERAL, HARMING, KNOWN, LASTING,
    LASTING_FAMILIES, LIGHT, MEANS, OFFERED, ORDER, SESSIONS, TOPICS, TOWARDS, TURNS,
};

/// Whether a verb tells that an event began or took place ("which *began* on 3 May").
#[must_use]
pub fn is_beginning(lemma: &str) -> bool {
    find(&BEGINNING, lemma).is_some()
}

/// Whether a modifier tells an event from others of its kind ("another", "latest").
#[must_use]
pub fn is_event_cue(lemma: &str) -> bool {
    find(&CUES, lemma).is_some()
}

/// Whether a word by an event, or for it, says that there is another one ("separate", "aftershock").
#[must_use]
pub fn is_another(lemma: &str) -> bool {
    find(&ANOTHER, lemma).is_some()
}

/// Whether a verb tells that an event was over ("*ended* after an hour").
#[must_use]
pub fn is_ending(lemma: &str) -> bool {
    find(&ENDING, lemma).is_some()
}

/// Whether a verb tells until when an ultimatum runs ("*expires* on 3 May").
#[must_use]
pub fn is_expiring(lemma: &str) -> bool {
    find(&EXPIRING, lemma).is_some()
}

/// Whether a verb tells how long an event was ("*lasted* an hour").
#[must_use]
pub fn is_lasting(lemma: &str) -> bool {
    find(&LASTING, lemma).is_some()
}

/// Whether events of a family go on for a while ("truce").
#[must_use]
pub fn is_lasting_family(family: &str) -> bool {
    find(&LASTING_FAMILIES, family).is_some()
}

/// Whether people come to harm in events of a family ("protest").
#[must_use]
pub fn harms(family: &str) -> bool {
    find(&HARMING, family).is_some()
}

/// Whether a proposal may be one of an event of a family ("talks").
#[must_use]
pub fn is_offered(family: &str) -> bool {
    find(&OFFERED, family).is_some()
}

/// Whether the name of a type may stand for one of another type of its family ("attack").
#[must_use]
pub fn is_general(kind: &str) -> bool {
    find(&GENERAL, kind).is_some()
}

/// Whether a modifier tells by itself that its event was not told of before ("separate").
#[must_use]
pub fn is_fresh(cue: &str) -> bool {
    find(&FRESH, cue).is_some()
}

/// Whether a modifier may be of an event that was told of before ("latest").
#[must_use]
pub fn may_be_known(cue: &str) -> bool {
    find(&KNOWN, cue).is_some()
}

/// Whether a modifier tells which of several an event is ("third").
#[must_use]
pub fn is_turn(cue: &str) -> bool {
    find(&TURNS, cue).is_some()
}

/// Whether a verb only carries the noun that names an event ("hold talks").
#[must_use]
pub fn is_light(lemma: &str) -> bool {
    find(&LIGHT, lemma).is_some()
}

/// Whether the word of an event before this one only tells what it is for ("rescue helicopter").
#[must_use]
pub fn is_means(lemma: &str) -> bool {
    find(&MEANS, lemma).is_some()
}

/// Whether a lemma names what is sent off again and again in attacks ("drone").
#[must_use]
pub fn is_arms(lemma: &str) -> bool {
    find(&ARMS, lemma).is_some()
}

/// Whether what stands after a preposition is told of another time than the clause around it
/// ("after").
#[must_use]
pub fn is_order(preposition: &str) -> bool {
    find(&ORDER, preposition).is_some()
}

/// Whether what is told of this noun is told of the event that it is one of ("a *round* of talks").
#[must_use]
pub fn is_session(lemma: &str) -> bool {
    find(&SESSIONS, lemma).is_some()
}

/// Whether somebody may take a position on events of a family ("talks").
#[must_use]
pub fn is_topic(family: &str) -> bool {
    find(&TOPICS, family).is_some()
}

/// Whether what stands after a preposition takes part in an event, or is where it goes ("with").
#[must_use]
pub fn is_towards(preposition: &str) -> bool {
    find(&TOWARDS, preposition).is_some()
}
