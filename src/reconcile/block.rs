//! Which pairs of claims are worth comparing.
//!
//! Each claim is filed under its event and under the telling words of its clause; pairs are made
//! within a file only, and files that hold too much tell nothing and are left out. So the number
//! of pairs grows with the number of claims, not with its square.

use std::hash::Hasher as _;

use rustc_hash::FxHasher;

use super::view::{Item, View, dimension};
use crate::claim::Slot;

/// The most claims of a file.
const CROWD: usize = 80;

/// The words under which one claim is filed at most.
const MOST_WORDS: usize = 24;

/// The least weight of a word that claims are filed under.
const TELLING: u8 = 5;

/// The pairs of items to compare, sorted; the first of a pair is the lesser index.
pub(super) fn pairs(view: &View<'_>) -> Vec<(usize, usize)> {
    let mut filed: Vec<(u64, usize)> = Vec::new();
    for (item, index) in view.items.iter().zip(0..) {
        filed.extend(files(view, item).into_iter().map(|file| (file, index)));
    }
    filed.sort_unstable();
    filed.dedup();
    let mut pairs = Vec::new();
    for file in filed.chunk_by(|a, b| a.0 == b.0).filter(|file| file.len() <= CROWD) {
        for (i, (key, a)) in file.iter().enumerate() {
            let twice = key & 1 == 1;
            for (_, b) in &file[i + 1..] {
                pairs.push((*a, *b));
                if twice {
                    pairs.push((*a, *b));
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs.chunk_by(|a, b| a == b).filter(|same| same.len() >= 2).map(|same| same[0]).collect()
}

/// The files of a claim: one by event and property, which is enough for a pair (odd), and one for
/// each telling word, of which two are needed (even).
fn files(view: &View<'_>, item: &Item<'_>) -> Vec<u64> {
    let kind = dimension(&item.claim.value);
    let mut files = Vec::new();
    if let (Some(event), false) = (item.event, item.is_open()) {
        files.push(hash(&("event", event, item.aspect())) | 1);
    }
    if item.of_process() {
        files.push(hash(&("value", item.aspect(), item.claim.value.text().to_lowercase())) | 1);
    }
    if let Some(holder) = item.claim.scope.holder.filter(|_| item.is_position()) {
        files.push(hash(&("holder", view.entity(item.at.document, holder))) | 1);
    }
    let keys = item.frame.iter().flat_map(|frame| &frame.keys);
    let telling = keys.filter(|key| key.slot != Slot::Context && key.weight >= TELLING);
    let telling = telling.filter(|key| !key.span.overlaps(item.claim.value_span));
    for key in telling.take(MOST_WORDS) {
        files.push(hash(&(&kind, key.lemma.as_str())) & !1);
    }
    if let Some(frame) = item.frame {
        files.push(hash(&(&kind, "predicate", frame.predicate.as_str())) & !1);
    }
    files
}

fn hash(value: &impl std::hash::Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}
