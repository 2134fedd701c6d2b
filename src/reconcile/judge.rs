//! Compares the candidate pairs and keeps the verdicts that stand.
//!
//! A contradiction stands only when it is between the two claims that fit each other best, and
//! when no claim of the other document agrees: *support beats conflict*.

use rustc_hash::FxHashMap;

use super::align::align;
use super::block;
use super::compare::{Comparison, Facet, compare, value};
use super::decide::{Verdict, decide};
use super::gate::{Keys, gate};
use super::view::{Item, View, dimension};
use super::{Confidence, FindingKind, Refusal, RefusalCode};
use crate::claim::Polarity;
use crate::graph::Match;
use crate::value::Value;

/// A compared pair.
#[derive(Debug, Clone)]
pub(super) struct Judged {
    /// Indices into [`View::items`].
    pub(super) pair: (usize, usize),
    pub(super) keys: Keys,
    pub(super) verdict: Option<Verdict>,
}

/// The pairs with a verdict that stands, and the refused ones.
pub(super) fn judge(view: &View<'_>, explain: bool) -> (Vec<Judged>, Vec<Refusal>) {
    let mut judged = Vec::new();
    let mut refusals = Vec::new();
    for pair in block::pairs(view) {
        let (a, b) = (&view.items[pair.0], &view.items[pair.1]);
        match gate(view, a, b) {
            Ok(keys) => {
                let comparison = compare(view, a, b, &keys);
                let verdict = decide(&comparison);
                refuse_unsure(&comparison, a, b, explain, &mut refusals);
                judged.push(Judged { pair, keys, verdict });
            }
            Err(code) if explain && code != RefusalCode::NotComparable => {
                refusals.push(Refusal { claims: [a.at, b.at], code });
            }
            Err(_) => {}
        }
    }
    let best = Best::of(view, &judged);
    let stands = |j: &Judged| stands(view, &best, j);
    let kept: Vec<bool> = judged.iter().map(stands).collect();
    let mut kept = kept.into_iter();
    judged.retain(|_| kept.next().unwrap_or(false));
    (judged, refusals)
}

/// Pairs that are not surely about one event are not compared.
fn refuse_unsure(
    comparison: &Comparison,
    a: &Item<'_>,
    b: &Item<'_>,
    explain: bool,
    refusals: &mut Vec<Refusal>,
) {
    if explain && comparison.subject == Match::Unsure && comparison.value == Facet::Apart {
        refusals.push(Refusal { claims: [a.at, b.at], code: RefusalCode::DifferentEvent });
    }
}

/// How well a pair fits: by event, scope, and words shared.
fn fit(judged: &Judged) -> (Match, Match, u32) {
    (judged.keys.subject, judged.keys.scope, judged.keys.alignment.matched)
}

/// For each (item, other document, kind of value): the best fit of all its pairs, and of those
/// that agree.
struct Best {
    any: FxHashMap<(usize, u32), (Match, Match, u32)>,
    agreeing: FxHashMap<(usize, u32), (Match, Match, u32)>,
}

impl Best {
    fn of(view: &View<'_>, judged: &[Judged]) -> Self {
        let mut best = Self { any: FxHashMap::default(), agreeing: FxHashMap::default() };
        for j in judged {
            for (item, other) in [j.pair, (j.pair.1, j.pair.0)] {
                let key = (item, view.items[other].at.document);
                raise(&mut best.any, key, fit(j));
                if j.verdict.is_some_and(|v| v.kind == FindingKind::Agreement) {
                    raise(&mut best.agreeing, key, fit(j));
                }
            }
        }
        best
    }
}

fn raise<T: Ord + Copy>(map: &mut FxHashMap<(usize, u32), T>, key: (usize, u32), value: T) {
    let entry = map.entry(key).or_insert(value);
    *entry = (*entry).max(value);
}

fn stands(view: &View<'_>, best: &Best, judged: &Judged) -> bool {
    let Some(verdict) = judged.verdict else { return false };
    let (a, b) = (&view.items[judged.pair.0], &view.items[judged.pair.1]);
    let same_document = a.at.document == b.at.document;
    match verdict.kind {
        FindingKind::Contradiction if same_document => {
            judged.keys.subject == Match::Strong
                && judged.keys.scope == Match::Strong
                && judged.keys.alignment.mutual() >= 85
                && a.claim.value.text() != b.claim.value.text()
        }
        _ if same_document => false,
        FindingKind::Contradiction | FindingKind::Dispute | FindingKind::Update => {
            judged.keys.subject >= Match::Weak
                && chosen(best, judged, view)
                && !supported(view, a, b)
                && !supported(view, b, a)
        }
        FindingKind::Agreement | FindingKind::Addition => judged.keys.subject >= Match::Weak,
    }
}

/// Whether neither claim has a better partner, nor one that agrees.
fn chosen(best: &Best, judged: &Judged, view: &View<'_>) -> bool {
    [judged.pair, (judged.pair.1, judged.pair.0)].into_iter().all(|(item, other)| {
        let key = (item, view.items[other].at.document);
        best.any.get(&key).is_none_or(|best| *best <= fit(judged))
            && !best.agreeing.contains_key(&key)
    })
}

/// Whether a claim of `b`'s document says what `a` says, of anything that shares a word with it.
fn supported(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let kind = dimension(&a.claim.value);
    view.of(b.at.document).any(|index| {
        let other = &view.items[index];
        other.at != a.at
            && dimension(&other.claim.value) == kind
            && says_the_same(view, a, other)
            && shares(a, other)
    })
}

fn says_the_same(view: &View<'_>, a: &Item<'_>, other: &Item<'_>) -> bool {
    let facet = value(view, a, other);
    match a.claim.value {
        Value::Text(_) => facet == Facet::Same && a.claim.polarity == other.claim.polarity,
        Value::Quantity(_) => {
            matches!(facet, Facet::Same | Facet::Refines | Facet::Compatible)
                && other.claim.polarity == Polarity::Affirmed
        }
        _ => matches!(facet, Facet::Same | Facet::Refines | Facet::Compatible),
    }
}

fn shares(a: &Item<'_>, other: &Item<'_>) -> bool {
    let words = &other.claim.scope.qualifiers;
    if a.claim.scope.qualifiers.iter().any(|word| words.contains(word)) {
        return true;
    }
    match (a.frame, other.frame) {
        (Some(x), Some(y)) => {
            align(x, y, [a.claim.value_span, other.claim.value_span]).matched >= 5
        }
        _ => a.aspect() == other.aspect(),
    }
}

/// The lower of two confidences.
pub(super) fn lower(a: Confidence, b: Confidence) -> Confidence {
    a.min(b)
}
