//! Whether each claim of some documents is borne out by others.

use std::collections::BTreeMap;

use super::{CheckEntry, FindingEntry, Report};

/// Keeps of a report what bears on its first `checked` documents, and says of each of their claims
/// whether the other documents support it.
///
/// A claim is `contradicted` when a contradiction of medium or high confidence joins it to a claim
/// of another side, `supported` when an agreement of medium or high confidence does, and else
/// `not-found`: neither borne out nor denied.
pub(crate) fn check(mut report: Report, checked: usize) -> Report {
    let ours: Vec<&str> = report.documents.iter().take(checked).map(|d| d.id.as_str()).collect();
    let side: BTreeMap<&str, bool> = report
        .claims
        .iter()
        .map(|claim| (claim.id.as_str(), ours.contains(&claim.document.as_str())))
        .collect();
    let joins = |finding: &FindingEntry| {
        let sides = || finding.claims.iter().filter_map(|id| side.get(id.as_str()).copied());
        sides().any(|ours| ours) && sides().any(|ours| !ours)
    };
    let checks = report
        .claims
        .iter()
        .filter(|claim| side.get(claim.id.as_str()) == Some(&true))
        .map(|claim| {
            let about = report.findings.iter().filter(|f| joins(f) && f.claims.contains(&claim.id));
            let best = about.min_by_key(|finding| rank(finding));
            let others = |finding: &FindingEntry| {
                let others =
                    finding.claims.iter().filter(|id| side.get(id.as_str()) == Some(&false));
                others.cloned().collect()
            };
            CheckEntry {
                claim: claim.id.clone(),
                verdict: best.map_or(NOT_FOUND, verdict).to_owned(),
                finding: best.map(|finding| finding.id.clone()),
                evidence: best.map(others).unwrap_or_default(),
            }
        })
        .collect();
    let kept = report.findings.iter().filter(|finding| joins(finding)).cloned().collect();
    report.checks = checks;
    report.findings = kept;
    report
}

/// Neither borne out nor denied.
const NOT_FOUND: &str = "not-found";

fn verdict(finding: &FindingEntry) -> &'static str {
    match finding.kind.as_str() {
        _ if finding.confidence == "low" => NOT_FOUND,
        "contradiction" => "contradicted",
        "agreement" => "supported",
        _ => NOT_FOUND,
    }
}

/// The finding that decides comes first: contradictions, then agreements, then what only informs.
fn rank(finding: &FindingEntry) -> (u8, u8) {
    let kind = match verdict(finding) {
        "contradicted" => 0,
        "supported" => 1,
        _ => 2,
    };
    (kind, u8::from(finding.confidence != "high"))
}
