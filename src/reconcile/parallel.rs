//! Sentences of two documents that say the same word for word but for a few, and the values that
//! stand in one place of both.
//!
//! Two such values are comparable whatever the clauses around them were read as: the same words
//! stand before them, the same words after them, and nothing but the value is exchanged.

use rustc_hash::FxHashMap;

use super::aligned::Aligned;
use super::view::View;
use crate::claim::{Frame, Key, Slot};
use crate::graph::Match;
use crate::text::Span;
use crate::value::Value;

/// The least weight of a word that tells what a sentence is about.
const TELLING: u8 = 5;

/// The most clauses of a sentence, and words of either, that are looked at.
const MOST_CLAUSES: usize = 12;
const MOST_WORDS: usize = 64;

/// The most sentences that a word tells apart.
const CROWD: usize = 60;

/// How two values stand in one place of two sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parallel {
    /// The share of the richer sentence that the other has, in hundredths.
    pub(super) common: u32,
    /// The share of the poorer sentence that the other has, in hundredths.
    pub(super) cover: u32,
    /// The weight of what they share.
    pub(super) weight: u32,
    /// The same words stand before and after both values.
    pub(super) placed: bool,
    /// One of the two is a clause of a longer sentence.
    pub(super) partial: bool,
    /// Something else that tells matters apart (a name, a number) is exchanged too.
    pub(super) disturbed: bool,
}

impl Parallel {
    /// How surely the two sentences tell of one matter.
    pub(super) fn grade(&self) -> Match {
        match () {
            () if self.disturbed || self.weight < 15 => Match::Unsure,
            () if self.placed && !self.partial && self.common >= 80 => Match::Strong,
            () if self.cover >= if self.partial { 75 } else { 60 } => Match::Weak,
            () => Match::Unsure,
        }
    }
}

impl Parallel {
    /// By which the best of several is chosen.
    fn rank(&self) -> (Match, bool, u32, u32, u32) {
        (self.grade(), self.placed, self.cover, self.common, self.weight)
    }

    /// Whether one sentence holds nearly all of the other.
    pub(super) fn holds(&self) -> bool {
        self.fits() || self.cover >= 85 && self.weight >= 20
    }

    /// Whether one sentence holds nearly all of the other, and the value in its place.
    pub(super) fn fits(&self) -> bool {
        self.placed && !self.disturbed && self.cover >= 75 && self.weight >= 20
    }
}

/// A sentence as the words that tell.
pub(super) struct Line<'g> {
    document: u32,
    /// In the order of the text.
    pub(super) keys: Vec<&'g Key>,
    /// Those that stand in it.
    pub(super) items: Vec<usize>,
    /// It is a clause of a longer sentence.
    pub(super) clause: bool,
}

impl Line<'_> {
    /// The words of an item's value that vary: of a quantity its number, otherwise all.
    pub(super) fn core(&self, view: &View<'_>, item: usize) -> Span {
        let claim = view.items[item].claim;
        let digit = |key: &&&Key| key.lemma.starts_with(|c: char| c.is_ascii_digit());
        let inside = self.keys.iter().filter(|key| key.span.overlaps(claim.value_span));
        let number = matches!(claim.value, Value::Quantity(_)).then(|| inside.clone().find(digit));
        number.flatten().map_or(claim.value_span, |key| key.span)
    }
}

/// The pairs of items that stand in one place of two sentences.
pub(super) fn find(view: &View<'_>) -> FxHashMap<(usize, usize), Parallel> {
    let lines = lines(view);
    let mut found = FxHashMap::default();
    for (a, b) in candidates(view, &lines) {
        let (left, right) = (&lines[a], &lines[b]);
        let alignment = Aligned::new(left, right);
        if !alignment.alike() {
            continue;
        }
        for &i in &left.items {
            for &j in &right.items {
                if let Some(parallel) = alignment.slot(view, i, j) {
                    let best = found.entry((i.min(j), i.max(j))).or_insert(parallel);
                    if parallel.rank() > best.rank() && (!best.disturbed || best.partial) {
                        *best = parallel;
                    }
                }
            }
        }
    }
    found
}

/// The sentences that have claims, and their clauses.
fn lines<'g>(view: &View<'g>) -> Vec<Line<'g>> {
    let mut lines: Vec<Line<'g>> = Vec::new();
    for (node, document) in view.graph.documents.iter().zip(0..) {
        let mut items: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        for index in view.of(document) {
            if let Some(frame) = view.items[index].frame {
                items.entry(frame.sentence).or_default().push(index);
            }
        }
        for frames in node.account.frames.chunk_by(|a, b| a.sentence == b.sentence) {
            let Some(items) = items.remove(&frames[0].sentence) else { continue };
            let clauses = frames.iter().filter(|_| frames.len() > 1).take(MOST_CLAUSES);
            lines.extend(clauses.filter_map(|frame| clause(view, document, frame, &items)));
            let keys = sorted(frames.iter().flat_map(|frame| &frame.keys));
            lines.push(Line { document, keys, items, clause: false });
        }
    }
    lines
}

/// A clause that has claims and says enough.
fn clause<'g>(
    view: &View<'g>,
    document: u32,
    frame: &'g Frame,
    items: &[usize],
) -> Option<Line<'g>> {
    let here = |&&item: &&usize| view.items[item].frame.is_some_and(|own| own.head == frame.head);
    let items: Vec<usize> = items.iter().filter(here).copied().collect();
    let keys = sorted(frame.keys.iter());
    let telling = keys.iter().filter(|key| key.weight >= TELLING).count();
    (!items.is_empty() && telling >= 4).then_some(Line { document, keys, items, clause: true })
}

/// The own words of clauses in the order of the text.
fn sorted<'g>(keys: impl Iterator<Item = &'g Key>) -> Vec<&'g Key> {
    let mut keys: Vec<&Key> = keys.filter(|key| key.slot != Slot::Context).collect();
    keys.sort_by_key(|key| key.span);
    keys.dedup_by_key(|key| key.span);
    keys.truncate(MOST_WORDS);
    keys
}

/// Pairs of sentences of two documents with enough telling words in common, sorted.
fn candidates(view: &View<'_>, lines: &[Line<'_>]) -> Vec<(usize, usize)> {
    let mut filed: Vec<(&str, usize)> = Vec::new();
    for (line, index) in lines.iter().zip(0..) {
        let telling = line.keys.iter().filter(|key| key.weight >= TELLING);
        filed.extend(telling.map(|key| (&*key.lemma, index)));
    }
    filed.sort_unstable();
    filed.dedup();
    let mut shared: FxHashMap<(usize, usize), u32> = FxHashMap::default();
    for file in filed.chunk_by(|a, b| a.0 == b.0).filter(|file| file.len() <= CROWD) {
        for (i, (_, a)) in file.iter().enumerate() {
            let other = |b: &usize| {
                let (a, b) = (&lines[*a], &lines[*b]);
                a.document != b.document
                    && !(a.clause && b.clause)
                    && !view.graph.forms.apart(a.document, b.document)
            };
            for b in file[i + 1..].iter().map(|(_, b)| *b).filter(other) {
                *shared.entry((*a, b)).or_default() += 1;
            }
        }
    }
    let telling = |line: &Line<'_>| line.keys.iter().filter(|key| key.weight >= TELLING).count();
    let enough = |(a, b): (usize, usize), count: u32| {
        let least = telling(&lines[a]).min(telling(&lines[b]));
        count >= 2 && count as usize * 2 + 1 >= least
    };
    let mut pairs: Vec<(usize, usize)> = shared
        .into_iter()
        .filter(|&(pair, count)| enough(pair, count))
        .map(|(pair, _)| pair)
        .collect();
    // Whole sentences first: what disturbs them disturbs their clauses.
    pairs.sort_unstable_by_key(|&(a, b)| (lines[a].clause || lines[b].clause, a, b));
    pairs
}
