//! Words that the reader of claims asks for by name.

use super::generated::claim_word::{
    ACCUSE, ALLEGATIONS, AWAITED, BEARING, CEASING, COMMON, CREDITS, DIRECTIONS, DRIVING, ENDED,
    FAULTS, FEARED, FIRST, FORMERLY, HISTORIES, LAGGING, LEADING, LEAVING, LIMITING, LYING, MAKING,
    MANUALS, MEANT, MENDING, ONCE, OUTCOMES, OUTDATED, PIERCING, PROMISES, RANKED, REFUSING,
    RULING, SENSING, SETTLING, SIDES, SUMMING, TALLIES, TIMES, UNHELD, WIDE,
};
use super::{find, longest};

/// Whether a verb tells what somebody is said to have done ("indict").
#[must_use]
pub fn accuses(lemma: &str) -> bool {
    find(&ACCUSE, lemma).is_some()
}

/// Whether a noun names what somebody is said to have done ("allegation").
#[must_use]
pub fn is_allegation(lemma: &str) -> bool {
    find(&ALLEGATIONS, lemma).is_some()
}

/// Whether words begin with such that tell who made the text ("contributed to this").
#[must_use]
pub fn begins_credit<'w>(words: impl IntoIterator<Item = &'w str>) -> bool {
    longest(&CREDITS, words).is_some()
}

/// Whether what is denied with these words may become so ("yet").
#[must_use]
pub fn awaits(words: &str) -> bool {
    find(&AWAITED, words).is_some()
}

/// Whether who is called so need not hold the office that the next word names ("former", "vice").
#[must_use]
pub fn is_unheld(word: &str) -> bool {
    let first = word.split('-').next().unwrap_or(word);
    find(&UNHELD, word).or_else(|| find(&UNHELD, first)).is_some()
}

/// Whether what is denied with these words was so before ("no longer").
#[must_use]
pub fn ends(words: &str) -> bool {
    find(&ENDED, words).is_some()
}

/// Whether a word is so common that two clauses which share it share little.
#[must_use]
pub fn is_common(lemma: &str) -> bool {
    find(&COMMON, lemma).is_some()
}

/// Whether every player of a game has a number of what a noun names ("touchdown").
#[must_use]
pub fn is_tally(noun: &str) -> bool {
    find(&TALLIES, noun).is_some()
}

/// Whether a word tells that a number is that of all ("total").
#[must_use]
pub fn is_summing(word: &str) -> bool {
    find(&SUMMING, word).is_some()
}

/// Whether a word tells of more than one country ("continent").
#[must_use]
pub fn is_wide(word: &str) -> bool {
    find(&WIDE, word).is_some()
}

/// Whether a noun names what is wrong with a thing ("bug").
#[must_use]
pub fn is_fault(lemma: &str) -> bool {
    find(&FAULTS, lemma).is_some()
}

/// Whether an adverb before a value tells that it is an older one ("previously").
#[must_use]
pub fn formerly(word: &str) -> bool {
    find(&FORMERLY, word).is_some()
}

/// Whether a word tells what was so, or planned, before something else was ("first set for").
#[must_use]
pub fn is_first(word: &str) -> bool {
    find(&FIRST, word).is_some()
}

/// Whether a word tells what was to be, or what somebody gave for it ("had been *due*").
#[must_use]
pub fn is_meant(lemma: &str) -> bool {
    find(&MEANT, lemma).is_some()
}

/// Whether a word behind a number tells that this is how far one is from another ("two points *behind*").
#[must_use]
pub fn lags(word: &str) -> bool {
    find(&LAGGING, word).is_some()
}

/// Whether a word behind a number tells where from a place something is ("two kilometres *south* of Brod").
#[must_use]
pub fn points(word: &str) -> bool {
    find(&DIRECTIONS, word).is_some()
}

/// Whether a figure that this word modifies was given before another one ("an *earlier* figure").
#[must_use]
pub fn outdates(word: &str) -> bool {
    find(&OUTDATED, word).is_some()
}

/// Whether a noun says what somebody is though it is none for a person ("head").
#[must_use]
pub fn leads(lemma: &str) -> bool {
    find(&LEADING, lemma).is_some()
}

/// Whether a verb tells that what somebody claims is not so ("lied when he claimed").
#[must_use]
pub fn is_lie(lemma: &str) -> bool {
    find(&LYING, lemma).is_some()
}

/// Whether the infinitive of a verb tells what came of a deed ("won to become champion").
#[must_use]
pub fn turns_out(lemma: &str) -> bool {
    find(&OUTCOMES, lemma).is_some()
}

/// Whether a verb does away with what is wrong ("fix").
#[must_use]
pub fn mends(lemma: &str) -> bool {
    find(&MENDING, lemma).is_some()
}

/// Whether the time behind a word is that at which something was over ("the mayor *until* May").
#[must_use]
pub fn ceases(word: &str) -> bool {
    find(&CEASING, word).is_some()
}

/// Whether what a verb means tells if a deed may be done ("allow", "forbid").
#[must_use]
pub fn rules(meaning: &str) -> bool {
    find(&RULING, meaning).is_some()
}

/// Whether a verb tells what somebody perceives ("hear").
#[must_use]
pub fn is_sensing(lemma: &str) -> bool {
    find(&SENSING, lemma).is_some()
}

/// Whether a verb only carries the noun that tells what is done ("make an arrest").
#[must_use]
pub fn is_making(lemma: &str) -> bool {
    find(&MAKING, lemma).is_some()
}

/// Whether the subject of a verb does what its infinitive says, though an object stands between
/// ("promised them to go").
#[must_use]
pub fn promises(lemma: &str) -> bool {
    find(&PROMISES, lemma).is_some()
}

/// Whether whoever does this to his home is displaced ("*left* their homes").
#[must_use]
pub fn leaves(lemma: &str) -> bool {
    find(&LEAVING, lemma).is_some()
}

/// Whether those to whom this is done from their homes are displaced ("*drove* 300 from their homes").
#[must_use]
pub fn drives_out(lemma: &str) -> bool {
    find(&DRIVING, lemma).is_some()
}

/// Whether a word tells which of its kind a thing is ("first", "only").
#[must_use]
pub fn is_ranked(word: &str) -> bool {
    find(&RANKED, word).is_some()
}

/// Whether its opposite is not true of the same thing too, at another time ("reject").
#[must_use]
pub fn settles(lemma: &str) -> bool {
    find(&SETTLING, lemma).is_some()
}

/// Whether what a verb tells happens once to a thing ("build").
#[must_use]
pub fn is_once(lemma: &str) -> bool {
    find(&ONCE, lemma).is_some()
}

/// Whether a verb tells how much may be at most, or must be at least ("require").
#[must_use]
pub fn limits(lemma: &str) -> bool {
    find(&LIMITING, lemma).is_some()
}

/// Whether a word of time may stand beside a verb without being its subject ("Monday").
#[must_use]
pub fn is_time_word(word: &str) -> bool {
    find(&TIMES, word).is_some()
}

/// Whether whoever is the subject of a verb has the wounds that are its object ("sustain").
#[must_use]
pub fn bears(lemma: &str) -> bool {
    find(&BEARING, lemma).is_some()
}

/// Whether a verb tells what is only taken to have befallen somebody ("feared dead").
#[must_use]
pub fn fears(lemma: &str) -> bool {
    find(&FEARED, lemma).is_some()
}

/// Whether a wound by such a thing may be deadly ("gunshot").
#[must_use]
pub fn pierces(lemma: &str) -> bool {
    find(&PIERCING, lemma).is_some()
}

/// Whether a word turns the infinitive after it round ("refusal to accept").
#[must_use]
pub fn refuses(lemma: &str) -> bool {
    find(&REFUSING, lemma).is_some()
}

/// Whether two of what a noun names may be the two countries spoken of ("both sides").
#[must_use]
pub fn is_side(lemma: &str) -> bool {
    find(&SIDES, lemma).is_some()
}

/// Whether a document of this name, without its folder and ending, tells what was so at one time after another.
#[must_use]
pub fn is_history(name: &str) -> bool {
    find(&HISTORIES, name).is_some()
}

/// Whether a document whose title has this noun tells what holds, not what is new: "Quill 3.1: configuration reference".
#[must_use]
pub fn is_manual(noun: &str) -> bool {
    find(&MANUALS, noun).is_some()
}
