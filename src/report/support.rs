//! Who gives which value of a property, and what that weighs.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Report, SupportEntry};

/// Puts the weights of sources, as decimals by name, into a report: of each document that of its
/// source, and of each value the sum of those who give it, each source once. Changes no verdict.
///
/// ```
/// use corroborate::{Document, Options, reconcile, report};
/// let told = |id: &str, count: u32| {
///     let text = format!("The fire in Lyon on 3 May 2025 killed {count} people.");
///     let mut document = Document::new(id, text);
///     document.source = Some(id.into());
///     document
/// };
/// let documents = [told("Daily A", 12), told("Daily B", 12), told("Daily C", 30)];
/// let mut found = reconcile(&documents, &Options::default());
/// let weights = [("Daily A".into(), "1".into()), ("Daily C".into(), "0.5".into())];
/// report::weigh(&mut found, &weights.into());
/// let killed = found.support.iter().filter(|support| support.property == "fire.killed");
/// let weights: Vec<_> = killed.map(|support| support.weight.as_deref()).collect();
/// assert_eq!(weights, [Some("1"), Some("0.5")]);
/// ```
pub fn weigh(report: &mut Report, weights: &BTreeMap<String, String>) {
    let mut source: BTreeMap<String, String> = BTreeMap::new();
    for document in &mut report.documents {
        let weight = document.source.as_ref().and_then(|name| weights.get(name));
        document.weight = weight.cloned();
        source.extend(document.source.clone().map(|name| (document.id.clone(), name)));
    }
    for support in &mut report.support {
        support.weight = sum(support, &source, weights);
    }
}

fn sum(
    support: &SupportEntry,
    source: &BTreeMap<String, String>,
    weights: &BTreeMap<String, String>,
) -> Option<String> {
    let mut names: Vec<&String> =
        support.documents.iter().filter_map(|document| source.get(document)).collect();
    names.sort();
    names.dedup();
    let all = names.into_iter().filter_map(|name| weights.get(name)?.parse::<Decimal>().ok());
    let all: Vec<Decimal> = all.collect();
    let sum = all.iter().try_fold(Decimal::ZERO, |sum, weight| sum.checked_add(*weight))?;
    (!all.is_empty()).then(|| sum.normalize().to_string())
}
