//! A report for a review.

use std::fmt::Write as _;

use super::phrase::{self, count, plain};
use super::view::View;
use crate::report::{FindingEntry, Report};
use crate::text::Document;

/// The report as GitHub-flavoured Markdown: a table of counts, then the findings by event with
/// their quotes. Words of documents are escaped; none of them is markup.
///
/// ```
/// use corroborate::{Document, Options, reconcile, report};
/// let documents = [Document::new("a", "Nobody was hurt.")];
/// let text = report::markdown(&reconcile(&documents, &Options::default()), &documents);
/// assert!(text.starts_with("# "));
/// ```
#[must_use]
pub fn markdown(report: &Report, documents: &[Document]) -> String {
    let view = View::new(report, documents);
    let mut out = format!("# {}\n\n", phrase::summary(report));
    for (event, findings) in view.groups() {
        let title = event.map_or_else(|| "Other claims".to_owned(), |event| view.title(event));
        let _ = writeln!(out, "## {}\n", escape(&title));
        for finding in findings {
            section(&mut out, &view, finding);
        }
    }
    if !report.documents.is_empty() {
        out.push_str("## Documents\n\n");
    }
    for document in &report.documents {
        let facts = [&document.source, &document.title, &document.published];
        let facts: Vec<String> = facts.into_iter().flatten().map(|fact| escape(fact)).collect();
        let claims = count(view.claims_of(&document.id).len(), "claim");
        let path = escape(view.path(&document.id));
        let facts =
            if facts.is_empty() { claims } else { format!("{}; {claims}", facts.join(", ")) };
        let _ = writeln!(out, "- {path}: {facts}");
    }
    out
}

fn section(out: &mut String, view: &View<'_>, finding: &FindingEntry) {
    let claims = view.claims(finding);
    let verdict = escape(&view.verdict(finding, &claims));
    let (kind, reason) = (&finding.kind, &finding.reason);
    let _ = writeln!(out, "- **{kind}** ({reason}): {verdict}");
    if let Some(reason) = &finding.waived {
        let _ = writeln!(out, "  - waived: {}", escape(reason));
    }
    for claim in claims {
        let (path, line) = (escape(view.path(&claim.document)), view.line(claim));
        let name = escape(view.document(&claim.document));
        let quote = claim.evidence.first().map(|first| escape(&first.quote)).unwrap_or_default();
        let place =
            if name == path { format!("{path}:{line}") } else { format!("{name}, {path}:{line}") };
        let _ = writeln!(out, "  - {place}: “{quote}”");
    }
    out.push('\n');
}

/// Words that mean themselves in Markdown, on one line.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in plain(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '@' => out.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}
