//! The words around a value, weighed by where they stand and how rare they are.

use rustc_hash::FxHashMap;

use super::view::View;
use crate::claim::{Frame, Key, Slot};

/// How often the words of a document stand in its clauses.
pub(super) type Counts<'g> = FxHashMap<&'g str, u32>;

/// How often each word stands in the clauses of a document.
pub(super) fn counts<'g>(view: &View<'g>, document: usize) -> Counts<'g> {
    let mut counts = Counts::default();
    for frame in &view.graph.documents[document].account.frames {
        for key in frame.keys.iter().filter(|key| key.slot != Slot::Context) {
            *counts.entry(&*key.lemma).or_default() += 1;
        }
    }
    counts
}

/// How much a word tells that stands so often in a document, in hundredths.
pub(super) fn rarity(count: u32) -> u32 {
    match count {
        0..=1 => 100,
        2 => 85,
        3 => 75,
        4..=5 => 65,
        6..=8 => 55,
        9..=14 => 45,
        _ => 35,
    }
}

/// How much a word of a clause counts for what stands by it.
pub(super) struct Weights {
    /// A word of the value's own clause.
    pub(super) own: u32,
    /// One of them that restricts the value.
    pub(super) restricting: u32,
    /// A word of another clause of the sentence; it weighs a third as such.
    pub(super) other: u32,
}

/// The words around a value, with their weights.
pub(super) struct Context<'g> {
    /// Sorted; whether the word is of the value's own clause.
    words: Vec<(&'g str, u32, bool)>,
    /// The weight of all.
    pub(super) total: u32,
    /// The weight of those of the own clause.
    pub(super) own: u32,
}

/// Puts a context together.
pub(super) struct Builder<'c, 'g> {
    counts: &'c Counts<'g>,
    words: FxHashMap<&'g str, (u32, bool)>,
}

impl<'c, 'g> Builder<'c, 'g> {
    pub(super) fn new(counts: &'c Counts<'g>) -> Self {
        Self { counts, words: FxHashMap::default() }
    }

    /// Adds a word; one that is there already keeps the greater weight.
    pub(super) fn add(&mut self, word: &'g str, weight: u32, own: bool) {
        let weight = weight * rarity(self.counts.get(word).copied().unwrap_or(1)) / 100;
        let entry = self.words.entry(word).or_insert((weight, own));
        *entry = (weight.max(entry.0), own || entry.1);
    }

    /// Adds the words of a clause and its sentence but those that `without` is true of.
    pub(super) fn clause(
        &mut self,
        frame: Option<&'g Frame>,
        weights: &Weights,
        without: impl Fn(&Key) -> bool,
        restricts: impl Fn(&Key) -> bool,
    ) {
        let keys = frame.into_iter().flat_map(|frame| &frame.keys);
        for key in keys.filter(|key| !without(key)) {
            let own = key.slot != Slot::Context;
            let near = match own {
                false => weights.other,
                true if restricts(key) => weights.restricting,
                true => weights.own,
            };
            self.add(&key.lemma, u32::from(key.weight) * near, own);
        }
    }

    pub(super) fn build(self) -> Context<'g> {
        let words = self.words.into_iter().filter(|(_, (weight, _))| *weight > 0);
        let mut words: Vec<_> = words.map(|(word, (weight, own))| (word, weight, own)).collect();
        words.sort_unstable();
        let total = words.iter().map(|(_, weight, _)| weight).sum();
        let own = words.iter().filter(|(.., own)| *own).map(|(_, weight, _)| weight).sum();
        Context { words, total, own }
    }
}

impl<'g> Context<'g> {
    /// The words that weigh at least so much.
    pub(super) fn telling(&self, least: u32) -> impl Iterator<Item = &'g str> {
        self.words.iter().filter(move |(_, weight, _)| *weight >= least).map(|(word, ..)| *word)
    }

    /// How much a word weighs here; nothing where it does not stand.
    pub(super) fn weight_of(&self, word: &str) -> u32 {
        let at = self.words.binary_search_by(|(own, ..)| (*own).cmp(word));
        at.map_or(0, |at| self.words[at].1)
    }

    /// The weight of the words that both have, and of those that the own clause of the first has.
    pub(super) fn shared(&self, other: &Self) -> (u32, u32) {
        let (mut i, mut j, mut weight, mut own) = (0, 0, 0, 0);
        while let (Some(a), Some(b)) = (self.words.get(i), other.words.get(j)) {
            match a.0.cmp(b.0) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    weight += a.1.min(b.1);
                    own += if a.2 { a.1.min(b.1) } else { 0 };
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
        (weight, own)
    }
}

/// The share of a part in a whole, in hundredths, no more than all of it.
pub(super) fn share(part: u32, whole: u32) -> u32 {
    (part * 100).checked_div(whole).unwrap_or(0).min(100)
}
