//! What became of each claim of the documents that were checked.

use std::fmt::Write as _;

use super::phrase::{count, plain, wrapped};
use super::view::View;
use crate::report::sentence::{clause, quoted, topic};
use crate::report::{CheckEntry, ClaimEntry};

/// The verdicts, those that need a look first.
pub(super) const VERDICTS: [&str; 3] = ["contradicted", "not-found", "supported"];

/// The checks of a verdict.
pub(super) fn of<'a>(view: &View<'a>, verdict: &str) -> Vec<&'a CheckEntry> {
    view.report.checks.iter().filter(|check| check.verdict == verdict).collect()
}

/// Each claim with its verdict, and where it and the best evidence stand.
pub(super) fn text(view: &View<'_>, width: usize) -> String {
    let mut out = String::new();
    for verdict in VERDICTS {
        for check in of(view, verdict) {
            let lines = [Some(check.claim.as_str()), check.evidence.first().map(String::as_str)];
            for (i, id) in lines.into_iter().flatten().enumerate() {
                let Some(claim) = view.claim(id) else { continue };
                let head = if i == 0 { verdict.replace('-', " ") } else { String::new() };
                let line = format!("{}: {}", place(view, claim), plain(&what(view, claim)));
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
