//! What only one side says.
//!
//! With restraint: only typed values that a document puts forward itself or reports, only between
//! documents that have something in common, one for each value.

use std::collections::BTreeSet;

use super::emit::independent;
use super::judge::Judged;
use super::view::{Item, View};
use super::{Confidence, Finding, FindingKind, Reason};
use crate::claim::Slot;
use crate::value::Value;

/// The new claims: of documents that have something in common with another, those that no claim
/// of any other document was compared with.
pub(super) fn find(view: &View<'_>, judged: &[Judged]) -> Vec<Finding> {
    let met: BTreeSet<usize> = judged.iter().flat_map(|j| [j.pair.0, j.pair.1]).collect();
    let told: BTreeSet<(u32, Key<'_>)> =
        view.items.iter().map(|item| (item.at.document, key(item))).collect();
    let mut findings = Vec::new();
    for document in 0..view.graph.documents.len() {
        let document = u32::try_from(document).unwrap_or(u32::MAX);
        let others = related(view, judged, document);
        if others.is_empty() {
            continue;
        }
        let mut seen = BTreeSet::new();
        for index in view.of(document) {
            let item = &view.items[index];
            let key = key(item);
            // What another says in the same words, or denies, is nothing new.
            let known = others.iter().any(|&other| told.contains(&(other, key.clone())));
            if worth(item) && !met.contains(&index) && !known && seen.insert(key) {
                findings.push(finding(view, item, &others));
            }
        }
    }
    findings
}

/// A property and the words of its value, in lower case.
type Key<'g> = (&'g str, String);

fn key<'g>(item: &Item<'g>) -> Key<'g> {
    (&item.claim.property, item.claim.value.text().to_lowercase())
}

/// The documents that share an event, an entity or a finding with this one.
fn related(view: &View<'_>, judged: &[Judged], document: u32) -> Vec<u32> {
    let graph = view.graph;
    let groups = graph.events.iter().map(|e| &e.members);
    let groups = groups.chain(graph.entities.iter().map(|e| &e.members));
    let mut others: BTreeSet<u32> = groups
        .filter(|members| members.iter().any(|m| m.0 == document))
        .flat_map(|members| members.iter().map(|m| m.0))
        .collect();
    for j in judged {
        let (a, b) = (view.items[j.pair.0].at.document, view.items[j.pair.1].at.document);
        if a == document || b == document {
            others.extend([a, b]);
        }
    }
    others.remove(&document);
    others.into_iter().collect()
}

/// Whether a clause has no word but the value.
fn is_alone(item: &Item<'_>) -> bool {
    item.frame.is_some_and(|frame| {
        let mut own = frame.keys.iter().filter(|key| key.slot != Slot::Context);
        own.all(|key| key.span.overlaps(item.claim.value_span))
    })
}

/// Values that a reader would want to hear of.
fn worth(item: &Item<'_>) -> bool {
    if item.said() {
        return false;
    }
    match &item.claim.value {
        Value::Quantity(quantity) => !quantity.ordinal,
        // A date above a text tells nothing of its matter.
        Value::Time(_) => !is_alone(item),
        Value::Place(_) => true,
        Value::Status(_) | Value::Name(_) => !item.is_open(),
        Value::Text(_) => false,
    }
}

/// Whether another document gives other values of the property, of the same event or process.
fn others_give(view: &View<'_>, item: &Item<'_>, others: &[u32]) -> bool {
    others.iter().flat_map(|&other| view.of(other)).any(|index| {
        let other = &view.items[index];
        other.claim.property == item.claim.property
            && (item.of_process() || item.event.is_some() && item.event == other.event)
    })
}

fn finding(view: &View<'_>, item: &Item<'_>, others: &[u32]) -> Finding {
    let mut documents = others.to_vec();
    documents.push(item.at.document);
    documents.sort_unstable();
    let many = item.many() && others_give(view, item, others);
    Finding {
        kind: FindingKind::Addition,
        reason: if many { Reason::NewValue } else { Reason::NewClaim },
        confidence: if item.is_open() { Confidence::Medium } else { Confidence::High },
        property: item.claim.property.clone(),
        event: item.event,
        claims: vec![item.at],
        documents,
        independent_sources: independent(view.graph, &[item.at]),
        matched: if many { vec!["event", "property"] } else { Vec::new() },
        sum: None,
    }
}
