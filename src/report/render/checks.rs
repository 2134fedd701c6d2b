//! What became of each claim of the documents that were checked.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::phrase::{count, plain, wrapped};
use super::view::View;
use crate::report::sentence::{clause, is_occurrence, quoted, topic};
use crate::report::side::listed;
use crate::report::{CheckEntry, ClaimEntry};

/// The verdicts, those that need a look first.
pub(super) const VERDICTS: [&str; 3] = ["contradicted", "not-found", "supported"];

/// The checks of a verdict.
pub(super) fn of<'a>(view: &View<'a>, verdict: &str) -> Vec<&'a CheckEntry> {
    view.report.checks.iter().filter(|check| check.verdict == verdict).collect()
}

/// What is told of one clause: the claims outside the tables that share a verdict, or one claim.
pub(super) struct Row<'a> {
    claims: Vec<&'a ClaimEntry>,
    /// The best evidence for the first of them that has some.
    evidence: Option<&'a ClaimEntry>,
}

/// The claims of a verdict, those of one clause together. Of a clause that is contradicted in a
/// value, that the rest of it was not found tells nothing more.
pub(super) fn rows<'a>(view: &View<'a>, verdict: &str) -> Vec<Row<'a>> {
    let clause = |check: &CheckEntry| place_of(view.claim(&check.claim)?);
    let denied: BTreeSet<(&str, u32)> = match verdict {
        "not-found" => of(view, "contradicted").into_iter().filter_map(clause).collect(),
        _ => BTreeSet::new(),
    };
    let mut rows: Vec<Row<'a>> = Vec::new();
    let mut at: BTreeMap<(&str, u32), usize> = BTreeMap::new();
    for check in of(view, verdict) {
        let Some(claim) = view.claim(&check.claim) else { continue };
        let evidence = check.evidence.first().and_then(|id| view.claim(id));
        let key = place_of(claim).filter(|_| topic(claim).is_none());
        if key.is_some_and(|key| denied.contains(&key)) {
            continue;
        }
        let next = rows.len();
        match rows.get_mut(key.map_or(next, |key| *at.entry(key).or_insert(next))) {
            Some(row) => {
                row.claims.push(claim);
                row.evidence = row.evidence.or(evidence);
            }
            None => rows.push(Row { claims: vec![claim], evidence }),
        }
    }
    rows
}

/// The document and the first byte of the clause of a claim.
fn place_of(claim: &ClaimEntry) -> Option<(&str, u32)> {
    Some((claim.document.as_str(), claim.evidence.first()?.start))
}

impl Row<'_> {
    /// Where the claims stand, and what they say.
    pub(super) fn claim(&self, view: &View<'_>) -> (String, String) {
        let first = self.claims[0];
        let said = match self.claims.iter().find(|claim| is_occurrence(claim)) {
            Some(whole) => what(view, whole),
            None if self.claims.len() == 1 => what(view, first),
            None => {
                let mut values: Vec<String> = Vec::new();
                for claim in &self.claims {
                    let value = format!("“{}”", claim.value.text());
                    if !values.contains(&value) {
                        values.push(value);
                    }
                }
                let by = view.speaker(first).map(|by| format!(" (by {by})")).unwrap_or_default();
                format!("{}{by} in “{}”", listed(&values, "and"), clause(first))
            }
        };
        (place(view, first), plain(&said))
    }

    /// Where the best evidence stands, and what it says.
    pub(super) fn evidence(&self, view: &View<'_>) -> Option<(String, String)> {
        let evidence = self.evidence?;
        Some((place(view, evidence), plain(&what(view, evidence))))
    }
}

/// Each clause with its verdict, and where it and the best evidence stand.
pub(super) fn text(view: &View<'_>, width: usize) -> String {
    let mut out = String::new();
    for verdict in VERDICTS {
        for row in rows(view, verdict) {
            let lines = [Some(row.claim(view)), row.evidence(view)];
            for (i, (place, what)) in lines.into_iter().flatten().enumerate() {
                let line = format!("{place}: {what}");
                let head = if i == 0 { words(verdict) } else { String::new() };
                for (j, line) in wrapped(&line, width - 16).iter().enumerate() {
                    let head = if j == 0 { head.as_str() } else { "" };
                    let indent = if j == 0 { "" } else { "  " };
                    let _ = writeln!(out, "{head:<14}{indent}{line}");
                }
            }
        }
    }
    let _ = writeln!(out, "\n{}", summary(view));
    out
}

/// "3 claims: 1 contradicted, 1 not found, 1 supported".
pub(super) fn summary(view: &View<'_>) -> String {
    let counts = VERDICTS.map(|verdict| format!("{} {}", of(view, verdict).len(), words(verdict)));
    format!("{}: {}", count(view.report.checks.len(), "claim"), counts.join(", "))
}

pub(super) fn words(verdict: &str) -> String {
    verdict.replace('-', " ")
}

/// The file and line of a claim.
pub(super) fn place(view: &View<'_>, claim: &ClaimEntry) -> String {
    format!("{}:{}", plain(view.path(&claim.document)), view.line(claim))
}

/// What a claim says, in its own words.
pub(super) fn what(view: &View<'_>, claim: &ClaimEntry) -> String {
    let by = view.speaker(claim).map(|speaker| format!(" (by {speaker})")).unwrap_or_default();
    match topic(claim) {
        Some(topic) => format!("{}{by} as the {topic}, in “{}”", quoted(claim), clause(claim)),
        None if claim.property.ends_with(".occurrence") => format!("“{}”{by}", clause(claim)),
        None => format!("“{}”{by} in “{}”", claim.value.text(), clause(claim)),
    }
}
