//! Tables from words to meanings, and how a word or phrase is found in one.

use std::hash::Hasher as _;
use std::sync::OnceLock;

use rustc_hash::FxHasher;

/// A table from words or phrases to meanings, sorted by key.
///
/// ```
/// use corroborate::lexicon::{Table, find};
/// static COLOURS: Table<u8> = Table::new(&[("blue", 2), ("red", 1)]);
/// assert_eq!(find(&COLOURS, "red"), Some(&1));
/// assert_eq!(COLOURS.rows().len(), 2);
/// ```
#[derive(Debug)]
pub struct Table<T: 'static> {
    rows: &'static [(&'static str, T)],
    index: OnceLock<Index>,
}

impl<T> Table<T> {
    /// A table of `rows`, which are sorted by key.
    #[must_use]
    pub const fn new(rows: &'static [(&'static str, T)]) -> Self {
        Self { rows, index: OnceLock::new() }
    }

    /// All rows, in order.
    #[must_use]
    pub const fn rows(&self) -> &'static [(&'static str, T)] {
        self.rows
    }

    /// The row of `start`, or else the first one whose key goes on after it.
    pub(crate) fn first(&self, start: &str) -> Option<&'static (&'static str, T)> {
        self.rows.get(self.place(start)?)
    }

    /// Whether the key of a row goes on after `words` with another word.
    pub(crate) fn goes_on(&self, words: &str) -> bool {
        self.place(words).is_some_and(|place| self.goes_on_at(place, words))
    }

    /// The same, when the first row that is, or goes on after, `words` stands at `place`.
    fn goes_on_at(&self, place: usize, words: &str) -> bool {
        let own = usize::from(self.rows[place].0.len() == words.len());
        let next = self.rows.get(place + own).and_then(|row| row.0.strip_prefix(words));
        next.is_some_and(|rest| rest.starts_with(' '))
    }

    /// Where that row stands.
    fn place(&self, start: &str) -> Option<usize> {
        if start.is_empty() {
            return Some(0);
        }
        let keys = || self.rows.iter().map(|row| row.0).zip(0..);
        let index = self.index.get_or_init(|| Index::new(keys()));
        let row = |at: u32| self.rows.get(at as usize);
        let at = index.first(start, |at| row(at).is_some_and(|row| row.0.starts_with(start)))?;
        Some(at as usize)
    }
}

/// The row of `table` for `key`.
///
/// ```
/// use corroborate::lexicon::{Table, find};
/// static COLOURS: Table<u8> = Table::new(&[("blue", 2), ("red", 1)]);
/// assert_eq!(find(&COLOURS, "red"), Some(&1));
/// assert_eq!(find(&COLOURS, "green"), None);
/// ```
#[must_use]
pub fn find<T>(table: &'static Table<T>, key: &str) -> Option<&'static T> {
    table.first(key).filter(|row| row.0.len() == key.len()).map(|row| &row.1)
}

/// The longest row of `table` that begins the sequence `words` (in lower case), with the number
/// of words that it takes.
///
/// ```
/// use corroborate::lexicon::{Table, longest};
/// static WORDS: Table<u8> = Table::new(&[("as", 1), ("as many as", 2)]);
/// assert_eq!(longest(&WORDS, ["as", "many", "as", "ten"]), Some((3, &2)));
/// assert_eq!(longest(&WORDS, ["as", "many", "people"]), Some((1, &1)));
/// ```
pub fn longest<'w, T>(
    table: &'static Table<T>,
    words: impl IntoIterator<Item = &'w str>,
) -> Option<(usize, &'static T)> {
    let mut words = words.into_iter();
    let word = words.next()?;
    let place = table.place(word)?;
    let mut row = &table.rows[place];
    let mut best = (row.0.len() == word.len()).then_some((1, &row.1));
    // Most words begin no phrase, as the next row tells: none needs to be put together for them.
    if !word.is_empty() && !table.goes_on_at(place, word) {
        return best;
    }
    let mut phrase = String::new();
    for (count, next) in words.enumerate() {
        if count == 0 {
            phrase.push_str(word);
        }
        phrase.push(' ');
        phrase.push_str(next);
        let Some(found) = table.first(&phrase) else { break };
        row = found;
        if row.0.len() == phrase.len() {
            best = Some((count + 2, &row.1));
        }
    }
    best
}

/// Where the first key of a sorted list stands that is, or goes on after, some words: a hash table
/// of the keys and of their beginnings.
#[derive(Debug)]
pub(crate) struct Index {
    /// Open addressing, at most half full: a hash that is never 0, and a place.
    slots: Box<[(u32, u32)]>,
    /// By first letter: the lengths and last letters of what is filed, as bits. Most words of a
    /// text are in no table, and nearly all of these are told by this.
    outlines: [u64; 32],
}

impl Index {
    /// An index of sorted keys with their places, and of the beginnings of keys up to each end of a
    /// word, a number or a sign.
    pub(crate) fn new<'k>(keys: impl Iterator<Item = (&'k str, u32)>) -> Self {
        Self::of(keys, ends_word)
    }

    /// The same with the beginnings up to each letter.
    pub(crate) fn spelled<'k>(keys: impl Iterator<Item = (&'k str, u32)>) -> Self {
        Self::of(keys, |_, _| true)
    }

    fn of<'k>(
        keys: impl Iterator<Item = (&'k str, u32)>,
        ends: impl Fn(&[u8], usize) -> bool,
    ) -> Self {
        let mut starts = Vec::new();
        let mut outlines = [0; 32];
        let mut last: &[u8] = &[];
        for (key, place) in keys {
            let bytes = key.as_bytes();
            let same = bytes.iter().zip(last).take_while(|(a, b)| a == b).count();
            let known = |end: usize| end <= same && ends(last, end);
            for end in (1..=bytes.len()).filter(|&end| ends(bytes, end) && !known(end)) {
                let (letter, rest) = outline(&bytes[..end]);
                outlines[letter] |= rest;
                starts.push((hash(&bytes[..end]), place));
            }
            last = bytes;
        }
        let size = (2 * starts.len()).next_power_of_two();
        let mut slots = vec![(0, 0); size].into_boxed_slice();
        for start in starts {
            let mut at = start.0 as usize & (size - 1);
            while slots[at].0 != 0 {
                at = (at + 1) & (size - 1);
            }
            slots[at] = start;
        }
        Self { slots, outlines }
    }

    /// The place of the first key that is, or goes on after, `start`; `holds` says whether a place
    /// is of such a key.
    pub(crate) fn first(&self, start: &str, holds: impl Fn(u32) -> bool) -> Option<u32> {
        let (letter, rest) = outline(start.as_bytes());
        if self.outlines[letter] & rest == 0 {
            return None;
        }
        let hash = hash(start.as_bytes());
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            match self.slots[at] {
                (0, _) => return None,
                (found, place) if found == hash && holds(place) => return Some(place),
                _ => at = (at + 1) & mask,
            }
        }
    }
}

/// Whether a word, a number or a sign ends before byte `end` of a key.
fn ends_word(key: &[u8], end: usize) -> bool {
    // Signs, and letters beyond ASCII lest they be signs, stand for themselves.
    let class =
        |byte: u8| u8::from(byte.is_ascii_digit()) + 2 * u8::from(byte.is_ascii_alphabetic());
    let Some(&next) = key.get(end) else { return true };
    class(next) == 0 || class(next) != class(key[end - 1])
}

/// The class of the first letter of a key, and the bit of its length and last letter.
fn outline(key: &[u8]) -> (usize, u64) {
    let letter = |byte: Option<&u8>| usize::from(*byte.unwrap_or(&0));
    (letter(key.first()) & 31, 1 << ((7 * key.len() + letter(key.last())) & 63))
}

fn hash(key: &[u8]) -> u32 {
    let mut state = FxHasher::default();
    state.write(key);
    let hash = state.finish();
    ((hash ^ (hash >> 32)) as u32).max(1)
}
