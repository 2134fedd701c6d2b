//! Documents that are not independent: copies of one text, publishers of one family, and claims
//! that name the same other outlet as their source.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{ClaimRef, Graph, Node, Origin, OriginKind};
use crate::lexicon::agency;

/// Words of a run.
const RUN: usize = 5;
/// Two texts are copies when this share (in hundredths) of the shorter one's runs is in the other.
const COPY: usize = 80;
/// A text of fewer runs is too short to be called a copy: two editors may well write one sentence
/// alike.
const SHORTEST: usize = 12;
/// One run in so many is used to find candidates.
const SAMPLE: u64 = 4;
/// A run found in more leading documents than this tells nothing.
const COMMON: usize = 24;

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

/// For each document the one it was copied from, or the first of its publisher's family.
///
/// Documents are taken in an order of their own (earliest first, then longest, then by their
/// words), so that the order in which they were given does not matter. Each is compared only with
/// documents that are no copies themselves and share a sampled run, so the work is near-linear.
pub(super) fn find(documents: &[Node]) -> Vec<Option<Origin>> {
    let mut origins = vec![None; documents.len()];
    let mut leaders = Leaders::default();
    let mut families: BTreeMap<&str, usize> = BTreeMap::new();
    for at in order(documents) {
        let node = &documents[at];
        origins[at] = leaders.copied(documents, at);
        if origins[at].is_none() {
            leaders.add(documents, at);
            let family = node.family.as_deref().map(|family| *families.entry(family).or_insert(at));
            origins[at] = family.filter(|first| *first != at).map(|first| Origin {
                document: number(first),
                kind: OriginKind::Family,
                overlap: hundredths(&node.shingles, &documents[first].shingles),
            });
        }
    }
    origins
}

/// The documents in an order that does not depend on that in which they were given.
pub(super) fn order(documents: &[Node]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..documents.len()).collect();
    let key = |at: &usize| {
        let node = &documents[*at];
        let undated = node.published.is_none();
        (undated, node.published, std::cmp::Reverse(node.shingles.len()), &node.shingles, &node.id)
    };
    order.sort_by(|a, b| key(a).cmp(&key(b)));
    order
}

/// Documents that are no copies, found by the runs that they have.
#[derive(Default)]
struct Leaders {
    by_run: FxHashMap<u64, Vec<usize>>,
}

impl Leaders {
    fn add(&mut self, documents: &[Node], at: usize) {
        for run in sampled(&documents[at].shingles) {
            let holders = self.by_run.entry(run).or_default();
            if holders.len() <= COMMON {
                holders.push(at);
            }
        }
    }

    /// The leader that shares most with document `at`, when that is enough for a copy.
    fn copied(&self, documents: &[Node], at: usize) -> Option<Origin> {
        let runs = &documents[at].shingles;
        let mut best: Option<(u8, usize)> = None;
        for leader in self.candidates(runs) {
            let shorter = runs.len().min(documents[leader].shingles.len());
            let overlap = hundredths(runs, &documents[leader].shingles);
            let copy = shorter >= SHORTEST && usize::from(overlap) >= COPY;
            if copy && best.is_none_or(|(most, _)| overlap > most) {
                best = Some((overlap, leader));
            }
        }
        let (overlap, leader) = best?;
        Some(Origin { document: number(leader), kind: OriginKind::Copy, overlap })
    }

    /// Leaders that share a telling sampled run, in the order they were added.
    fn candidates(&self, runs: &[u64]) -> BTreeSet<usize> {
        let holders = sampled(runs).filter_map(|run| self.by_run.get(&run));
        holders.filter(|holders| holders.len() <= COMMON).flatten().copied().collect()
    }
}

fn sampled(runs: &[u64]) -> impl Iterator<Item = u64> + '_ {
    runs.iter().copied().filter(|run| run % SAMPLE == 0)
}

/// The share of the shorter list found in the other, in hundredths; both are sorted.
fn hundredths(a: &[u64], b: &[u64]) -> u8 {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let common = short.iter().filter(|run| long.binary_search(run).is_ok()).count();
    u8::try_from(100 * common / short.len().max(1)).unwrap_or(100)
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Counts the independent origins of `claims`; at least one when there are claims.
///
/// Two claims have one origin when they stand in one document, in copies of one text, in documents
/// of one publisher or publisher family, or both name the same outlet or news agency as the one
/// that reported it.
#[must_use]
pub fn independent(graph: &Graph, claims: &[ClaimRef]) -> u32 {
    let mut seen: FxHashSet<Root> = FxHashSet::default();
    let mut counted: FxHashSet<u32> = FxHashSet::default();
    for claim in claims {
        if counted.insert(claim.document) {
            seen.insert(root(graph, *claim));
        }
    }
    u32::try_from(seen.len()).unwrap_or(u32::MAX)
}

/// What a claim goes back to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Root {
    /// A text, by its index.
    Text(u32),
    /// A publisher by name, in lower case.
    Publisher(String),
    /// An outlet or agency that the claim cites, in lower case.
    Cited(String),
}

fn root(graph: &Graph, claim: ClaimRef) -> Root {
    if let Some(outlet) = cited(graph, claim) {
        return Root::Cited(outlet);
    }
    let first = leading(graph, claim.document);
    match &graph.documents[first as usize].source {
        Some(source) => Root::Publisher(source.to_lowercase()),
        None => Root::Text(first),
    }
}

/// The document at the end of the chain of origins; chains are at most two long.
fn leading(graph: &Graph, document: u32) -> u32 {
    let step = |at: &u32| graph.origins.get(*at as usize)?.as_ref().map(|origin| origin.document);
    std::iter::successors(Some(document), step).take(4).last().unwrap_or(document)
}

/// The news agency or other outlet of the run that the claim is put down to, in lower case.
#[must_use]
pub fn cited(graph: &Graph, at: ClaimRef) -> Option<String> {
    let account = &graph.documents[at.document as usize].account;
    let speaker = graph.claim(at).attribution.first()?.actor?;
    let name = account.actors.get(speaker as usize)?.name.canonical.to_lowercase();
    let own = graph.documents[at.document as usize].source.as_ref().map(|s| s.to_lowercase());
    let outlet = |node: &Node| node.source.as_ref().is_some_and(|s| s.to_lowercase() == name);
    let known = agency::is_outlet(&name) || graph.documents.iter().any(outlet);
    (known && own.as_deref() != Some(name.as_str())).then(|| agency::canonical(&name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::{find, shingles};
    use crate::graph::{Node, OriginKind};

    const STORY: &str = "A freight train left the rails near the old bridge on Tuesday morning, \
        and two drivers were taken to hospital with light wounds, the railway said. The line \
        stays closed until Friday while cranes lift the nine wagons from the river bank.";

    fn node(id: &str, text: &str, family: Option<&str>) -> Node {
        Node {
            id: id.into(),
            shingles: shingles(text),
            family: family.map(str::to_owned),
            ..Node::default()
        }
    }

    #[test]
    fn a_text_with_a_new_headline_and_a_cut_tail_is_a_copy() {
        let cut = format!("Wagons in the river\n{}", &STORY[..190]);
        let found = find(&[node("a", STORY, None), node("b", &cut, None)]);
        assert_eq!(found[0], None);
        assert_eq!(found[1].as_ref().map(|o| (o.document, o.kind)), Some((0, OriginKind::Copy)));
    }

    #[test]
    fn the_order_of_the_documents_does_not_matter() {
        let found = find(&[node("b", &STORY[..190], None), node("a", STORY, None)]);
        assert!(found[1].is_none() && found[0].is_some());
    }

    #[test]
    fn another_report_of_the_same_event_is_no_copy() {
        let other = "Nine wagons lie in the river after a derailment on Tuesday. Two drivers \
            were hurt, a spokeswoman said, and the track will not open before the weekend.";
        assert!(
            find(&[node("a", STORY, None), node("b", other, None)]).iter().all(Option::is_none)
        );
    }

    #[test]
    fn papers_of_one_family_are_told() {
        let found =
            find(&[node("a", STORY, Some("Press Group")), node("b", "x", Some("Press Group"))]);
        let kinds: Vec<_> = found.iter().flatten().map(|o| o.kind).collect();
        assert_eq!(kinds, [OriginKind::Family]);
    }
}
