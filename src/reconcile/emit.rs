//! Findings from verdicts: pairs that agree become one finding, others one each.

use std::collections::{BTreeMap, BTreeSet};

use super::block::is_sum;
use super::judge::{Judged, lower};
use super::view::{Item, View};
use super::{Finding, FindingKind, Reason};
use crate::graph::{self, ClaimRef, Graph};

/// The findings that rest on pairs.
pub(super) fn findings(view: &View<'_>, judged: &[Judged]) -> Vec<Finding> {
    let equal = |j: &&Judged| {
        j.verdict
            .is_some_and(|v| v.kind == FindingKind::Agreement && v.reason == Reason::Equivalent)
    };
    let mut findings = agreements(view, &judged.iter().filter(equal).collect::<Vec<_>>());
    let mut seen = BTreeSet::new();
    // Of two sentences that deny each other the verb shows it best.
    let mut rest: Vec<&Judged> = judged.iter().filter(|j| !equal(j)).collect();
    rest.sort_by_key(|j| view.items[j.pair.0].aspect() != "occurrence");
    for j in rest {
        if let Some(finding) = single(view, j).map(|finding| counted(view, finding))
            && seen.insert(essence(view.graph, &finding))
        {
            findings.push(finding);
        }
    }
    findings
}

/// What makes two findings the same to a reader.
fn essence(graph: &Graph, finding: &Finding) -> (FindingKind, Reason, Vec<u32>, Vec<String>) {
    let occurrence = finding.property.ends_with(".occurrence");
    let text = |at: &ClaimRef| match (finding.reason, graph.claim(*at).evidence.first()) {
        // Two sentences that deny each other do so once, whichever word was compared.
        (reason, Some(clause)) if reason == Reason::Polarity || occurrence => {
            format!("{} {}", at.document, clause.start)
        }
        _ => graph.claim(*at).value.text().to_lowercase(),
    };
    let mut texts: Vec<String> = finding.claims.iter().map(text).collect();
    texts.sort();
    (finding.kind, finding.reason, finding.documents.clone(), texts)
}

/// The finding of one pair, its documents and origins not yet counted.
fn single(view: &View<'_>, judged: &Judged) -> Option<Finding> {
    let verdict = judged.verdict?;
    let (a, b) = (&view.items[judged.pair.0], &view.items[judged.pair.1]);
    let claims = vec![a.at, b.at];
    let property = if a.is_open() && !b.is_open() { b } else { a };
    let sums = verdict.reason == Reason::Numeric
        && verdict.kind == FindingKind::Contradiction
        && !(a.is_open() || b.is_open())
        && (is_sum(view, a) || is_sum(view, b));
    let mut matched = judged.keys.matched.clone();
    if a.at.document == b.at.document {
        matched.push("document");
    }
    Some(Finding {
        kind: verdict.kind,
        reason: if sums { Reason::Arithmetic } else { verdict.reason },
        confidence: verdict.confidence,
        property: property.claim.property.clone(),
        event: event(verdict.kind, a, b),
        documents: Vec::new(),
        independent_sources: 0,
        matched,
        sum: None,
        claims,
    })
}

/// A finding with all its claims, told by how many documents and origins. Counted once, since many
/// documents that agree are as many pairs as their square.
fn counted(view: &View<'_>, finding: Finding) -> Finding {
    let documents = documents(&finding.claims);
    let independent_sources = independent(view.graph, &finding.claims);
    Finding { documents, independent_sources, ..finding }
}

/// The event that a finding is shown under: the one of both claims; of a contradiction over what
/// keeps two events apart (the date of one invasion) the first one's.
fn event(kind: FindingKind, a: &Item<'_>, b: &Item<'_>) -> Option<u32> {
    let one = kind == FindingKind::Contradiction && a.claim.property == b.claim.property;
    a.event.filter(|_| a.event == b.event || one && b.event.is_some() && !a.is_open())
}

/// Groups of claims that all say the same.
fn agreements(view: &View<'_>, judged: &[&Judged]) -> Vec<Finding> {
    let mut groups: BTreeMap<usize, usize> = BTreeMap::new();
    for j in judged {
        let (a, b) = (root(&groups, j.pair.0), root(&groups, j.pair.1));
        groups.insert(a.max(b), a.min(b));
    }
    let mut findings: BTreeMap<usize, Finding> = BTreeMap::new();
    for j in judged {
        let Some(next) = single(view, j) else { continue };
        match findings.entry(root(&groups, j.pair.0)) {
            std::collections::btree_map::Entry::Vacant(entry) => {
                entry.insert(next);
            }
            std::collections::btree_map::Entry::Occupied(mut entry) => {
                join(entry.get_mut(), next);
            }
        }
    }
    let whole = |mut finding: Finding| {
        // Of a pair the first claim stays the first.
        if finding.claims.len() > 2 {
            finding.claims.sort_unstable();
            finding.claims.dedup();
        }
        counted(view, finding)
    };
    findings.into_values().map(whole).collect()
}

fn root(groups: &BTreeMap<usize, usize>, mut at: usize) -> usize {
    while let Some(&next) = groups.get(&at).filter(|&&next| next != at) {
        at = next;
    }
    at
}

fn join(finding: &mut Finding, next: Finding) {
    finding.claims.extend(next.claims);
    finding.confidence = lower(finding.confidence, next.confidence);
    finding.matched.retain(|key| next.matched.contains(key));
}

/// The documents of some claims, sorted.
pub(super) fn documents(claims: &[ClaimRef]) -> Vec<u32> {
    let documents: BTreeSet<u32> = claims.iter().map(|at| at.document).collect();
    documents.into_iter().collect()
}

/// How many independent origins some claims have.
pub(super) fn independent(graph: &Graph, claims: &[ClaimRef]) -> u32 {
    graph::independent(graph, claims)
}
