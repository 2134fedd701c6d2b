//! A report as annotations.

use std::fmt::Write as _;

use super::phrase::{plain, said};
use super::view::{View, value_of};
use crate::report::{ClaimEntry, FindingEntry, Level, Report, Severity};
use crate::text::Document;

/// The report as
/// [workflow commands](https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions)
/// of GitHub Actions: an annotation at each side of each contradiction, dispute and update, an
/// error where it counts at `level`.
///
/// ```
/// use corroborate::{Options, extract, report};
/// let lines = report::github(&extract(&[], &Options::default()), &[], &report::Level::default());
/// assert!(lines.is_empty());
/// ```
#[must_use]
pub fn github(report: &Report, documents: &[Document], level: &Level) -> String {
    let view = View::new(report, documents);
    let mut out = String::new();
    for finding in view.told() {
        let command = match finding.kind.as_str() {
            _ if level.counts(finding) => "error",
            _ if finding.waived.is_some() => "notice",
            _ if level.severity(finding) == Some(Severity::Allow) => continue,
            _ if level.severity(finding) == Some(Severity::Warn) => "warning",
            "contradiction" | "dispute" | "waiver" => "warning",
            "update" => "notice",
            _ => continue,
        };
        annotate(&mut out, &view, command, finding);
    }
    out
}

/// An annotation names at most this many other claims.
const OTHERS: usize = 4;

fn annotate(out: &mut String, view: &View<'_>, command: &str, finding: &FindingEntry) {
    let claims = view.claims(finding);
    let verdict = view.verdict(finding, &claims);
    let title = format!("{} ({})", finding.kind, finding.reason);
    if claims.is_empty() {
        let _ = writeln!(out, "::{command} title={}::{}", property(&title), data(&plain(&verdict)));
    }
    for claim in &claims {
        let mut message = plain(&verdict);
        // The first claims show the sides; a long list of those who say the same tells no more.
        for other in claims.iter().filter(|other| other.id != claim.id).take(OTHERS) {
            let (path, line) = (view.path(&other.document), view.line(other));
            let _ = write!(message, "\n{path}:{line}: {}", plain(&said(view, other)));
        }
        let _ = writeln!(
            out,
            "::{command} {},title={}::{}",
            place(view, claim),
            property(&title),
            data(&message)
        );
    }
}

fn place(view: &View<'_>, claim: &ClaimEntry) -> String {
    let file = property(view.path(&claim.document));
    let place = value_of(claim).and_then(|value| view.place(&claim.document, value));
    place.map_or_else(
        || format!("file={file}"),
        |at| {
            let end = if at.line == at.end_line {
                format!(",endColumn={}", at.end_column)
            } else {
                String::new()
            };
            let (line, end_line, column) = (at.line, at.end_line, at.column);
            format!("file={file},line={line},endLine={end_line},col={column}{end}")
        },
    )
}

/// A message of a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
