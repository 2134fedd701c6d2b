//! The vocabulary: checked-in tables from words to meanings.
//!
//! The rows stand under `data/` (TOML with an example and a counterexample for each row, or CSV
//! for long uniform lists); `generated/` holds the same as sorted static slices, written by
//! `UPDATE=1 cargo test --test codegen` and compared by the same test. One module per subject
//! gives the rows their type and looks them up.
//!
//! Keys are in lower case; the words of a phrase are joined by single spaces.

pub mod agency;
pub mod bound;
pub mod context;
pub mod event_noun;
pub mod factuality;
pub mod noun;
pub mod number;
pub mod unit;
#[cfg(feature = "cli")]
pub mod user;

mod alias;
mod fold;
#[rustfmt::skip]
mod generated;
pub mod name;
pub mod place;
pub mod reporting;
pub mod rule;
pub mod sense;

mod event;
mod harm;
mod measure;
mod status;
#[cfg(feature = "cli")]
mod vocabulary;

pub use alias::Aliases;
pub use event::{EventType, Evolves, Property, Trigger, ValueKind, Vocabulary};
pub use fold::fold;
pub use harm::{
    Harm, HarmThing, Outcome, Victims, harm_noun, harm_state, harm_thing, harm_to_death, harm_verb,
    people,
};
pub use measure::{Measure, measure};
pub use place::places;
pub use status::{StatusWord, stance, status_course, status_modifier, status_verb, topic};

pub mod time;

/// A table from words or phrases to meanings, sorted by key.
pub type Table<T> = &'static [(&'static str, T)];

/// The row of `table` for `key`.
///
/// ```
/// use corroborate::lexicon::{Table, find};
/// static COLOURS: Table<u8> = &[("blue", 2), ("red", 1)];
/// assert_eq!(find(COLOURS, "red"), Some(&1));
/// assert_eq!(find(COLOURS, "green"), None);
/// ```
#[must_use]
pub fn find<T>(table: Table<T>, key: &str) -> Option<&'static T> {
    table.binary_search_by(|row| row.0.cmp(key)).ok().map(|at| &table[at].1)
}

/// The longest row of `table` that begins the sequence `words` (in lower case), with the number
/// of words that it takes.
///
/// ```
/// use corroborate::lexicon::{Table, longest};
/// static WORDS: Table<u8> = &[("as", 1), ("as many as", 2)];
/// assert_eq!(longest(WORDS, ["as", "many", "as", "ten"]), Some((3, &2)));
/// assert_eq!(longest(WORDS, ["as", "many", "people"]), Some((1, &1)));
/// ```
pub fn longest<'w, T>(
    table: Table<T>,
    words: impl IntoIterator<Item = &'w str>,
) -> Option<(usize, &'static T)> {
    let mut phrase = String::new();
    let mut best = None;
    for (count, word) in words.into_iter().enumerate() {
        if count > 0 {
            phrase.push(' ');
        }
        phrase.push_str(word);
        let at = table.partition_point(|row| row.0 < phrase.as_str());
        match table.get(at) {
            Some((key, row)) if *key == phrase => best = Some((count + 1, row)),
            Some((key, _)) if key.starts_with(phrase.as_str()) => {}
            _ => break,
        }
    }
    best
}
