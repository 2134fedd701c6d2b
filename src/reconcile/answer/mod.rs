//! How surely two values answer one question, by weights learned from pairs of texts.
//!
//! "The mill employs 240 people" and "around 300 people work at the mill" have a noun and a place in common, "lasts
//! three years" and "was extended by five years" have not. No single word decides: what counts is how much of either
//! clause the other has, how rare those words are, how near the numbers are, and that no other value of the text fits
//! as well. `examples/train_answers` learns what each of these weighs from texts in which the pairs that answer one
//! question are marked.

mod feature;
mod weights;

pub(super) use feature::{NAMES, Side, Text, Words};

use super::Answers;
use super::compare::{Facet, value};
use super::context::{Counts, counts};
use super::view::View;
use feature::FEATURES;

/// The features of a pair of values, in thousandths.
pub(super) type Features = [i32; FEATURES];

/// What may be said of all pairs of which nothing is known, in thousandths of the logarithm of the odds.
const UNKNOWN: i32 = -3000;

/// Whether two values are of one kind, so that both may answer one question.
pub(super) fn alike(a: &Words<'_>, b: &Words<'_>) -> bool {
    a.of_one_kind(b)
}

/// How surely two values answer one question: the logarithm of the odds, in thousandths.
pub(super) fn score(a: Side<'_, '_>, b: Side<'_, '_>) -> i32 {
    let features = feature::read(a, b);
    let parts = features.iter().zip(weights::WEIGHTS);
    let sum: i64 = parts.map(|(feature, weight)| i64::from(*feature) * i64::from(*weight)).sum();
    weights::BIAS + i32::try_from(sum / 1000).unwrap_or(i32::MAX)
}

/// What is left of a score where another value of either text has the score `rival` with its counterpart.
pub(super) fn ahead(score: i32, rival: Option<i32>) -> i32 {
    score - rival.unwrap_or(UNKNOWN).max(UNKNOWN) / 2
}

/// All pairs of values of one kind in two documents.
pub(super) fn pairs(view: &View<'_>) -> Vec<Answers> {
    let documents = u32::try_from(view.graph.documents.len()).unwrap_or(u32::MAX);
    let counts: Vec<Counts<'_>> = (0..documents).map(|at| counts(view, at as usize)).collect();
    let texts: Vec<Text<'_>> =
        (0..documents).map(|at| Text::of(view, at, &counts[at as usize])).collect();
    let words = |item| Words::of(item, &texts[item.at.document as usize]);
    let words: Vec<Words<'_>> = view.items.iter().map(words).collect();
    let side = |at: usize| {
        let item = &view.items[at];
        Side { item, words: &words[at], text: &texts[item.at.document as usize] }
    };
    let mut found = Vec::new();
    for a in 0..view.items.len() {
        for b in a + 1..view.items.len() {
            let (x, y) = (&view.items[a], &view.items[b]);
            if x.at.document != y.at.document && alike(&words[a], &words[b]) {
                let features = feature::read(side(a), side(b));
                let facet = value(view, x, y);
                found.push(Answers {
                    documents: [x.at.document, y.at.document],
                    spans: [x.claim.value_span, y.claim.value_span],
                    features: features.to_vec(),
                    fit: matches!(facet, Facet::Same | Facet::Refines | Facet::Compatible),
                });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{feature, weights};

    #[test]
    fn each_feature_has_a_weight() {
        assert_eq!(weights::WEIGHTS.len(), feature::FEATURES);
    }
}
