//! Documents that are not independent.

use super::{Node, Origin};

pub(super) fn find(documents: &[Node]) -> Vec<Option<Origin>> {
    documents.iter().map(|_| None).collect()
}

/// Words of a run.
const RUN: usize = 5;

pub(super) fn shingles(text: &str) -> Vec<u64> {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut hashes: Vec<u64> = words.windows(RUN).map(hash).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// [FNV-1a](https://datatracker.ietf.org/doc/html/draft-eastlake-fnv) over the words, a space
/// after each.
fn hash(words: &[&str]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([b' ']));
    bytes.fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}
