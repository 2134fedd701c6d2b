//! Findings between documents of one group only.

use std::collections::BTreeSet;

use super::{FindingEntry, Report, build};

/// Keeps of a report the findings between documents that share a group; a finding about more
/// documents is split. `groups` holds ids of documents, and one that is in no group is compared
/// with none.
///
/// ```
/// use corroborate::{Document, Options, reconcile, report};
/// let text = "The service allows 60 requests per minute.";
/// let other = "The service allows 100 requests per minute.";
/// let documents = [Document::new("a", text), Document::new("b", other)];
/// let mut found = reconcile(&documents, &Options::default());
/// assert!(found.findings.iter().any(|finding| finding.kind == "contradiction"));
/// report::keep_groups(&mut found, &[vec!["a".into()], vec!["b".into()]]);
/// assert!(found.findings.iter().all(|finding| finding.kind != "contradiction"));
/// ```
pub fn keep_groups(report: &mut Report, groups: &[Vec<String>]) {
    let groups: Vec<BTreeSet<&str>> =
        groups.iter().map(|group| group.iter().map(String::as_str).collect()).collect();
    let mut kept: Vec<FindingEntry> = Vec::new();
    for finding in &report.findings {
        for group in &groups {
            let part = within(report, finding, group);
            let new = |part: &FindingEntry| {
                kept.iter().all(|known| {
                    known.claims != part.claims
                        || known.reason != part.reason
                        || known.kind != part.kind
                })
            };
            if let Some(part) = part.filter(new) {
                kept.push(part);
            }
        }
    }
    for (i, finding) in kept.iter_mut().enumerate() {
        finding.id = format!("f{}", i + 1);
    }
    let whole: Vec<FindingEntry> = std::mem::replace(&mut report.findings, kept);
    build::explain(report, &[]);
    for finding in &mut report.findings {
        // What was told of the whole finding still holds, with more than its claims tell.
        if let Some(same) = whole
            .iter()
            .find(|w| w.fingerprint == finding.fingerprint && w.claims == finding.claims)
        {
            finding.explanation.clone_from(&same.explanation);
        }
    }
}

/// What of a finding is about the documents of one group; none when that is no finding.
fn within(report: &Report, finding: &FindingEntry, group: &BTreeSet<&str>) -> Option<FindingEntry> {
    let document = |id: &String| {
        let claim = report.claims.iter().find(|claim| claim.id == *id)?;
        Some(claim.document.as_str())
    };
    let holds = |id: &&String| document(id).is_some_and(|id| group.contains(id));
    let claims: Vec<String> = finding.claims.iter().filter(holds).cloned().collect();
    let documents: Vec<String> =
        finding.documents.iter().filter(|id| group.contains(id.as_str())).cloned().collect();
    // A finding within one document needs no other; an addition needs somebody who is silent.
    let whole = finding.claims.len() == claims.len();
    let alone = finding.claims.len() > 1 && finding.documents.len() == 1;
    let enough = documents.len() > 1 || alone;
    let pair = finding.claims.len() == 1 || claims.len() > 1;
    let sources = u32::try_from(documents.len()).unwrap_or(u32::MAX);
    (enough && pair && (whole || finding.kind == "agreement") && !claims.is_empty()).then(|| {
        FindingEntry {
            claims,
            documents,
            independent_sources: finding.independent_sources.min(sources),
            ..finding.clone()
        }
    })
}
