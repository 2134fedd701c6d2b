//! A report for a review.

use std::fmt::Write as _;

use super::checks;
use super::phrase::{self, count, plain};
use super::view::View;
use crate::report::sentence::worded;
use crate::report::{FindingEntry, Report};
use crate::text::Document;

/// The report as GitHub-flavoured Markdown: the findings by event with their quotes, after a table of
/// verdicts when claims were checked. Words of documents are escaped; none of them is markup.
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
    let verified = !report.checks.is_empty();
    let title = if verified { checks::summary(&view) } else { phrase::summary(&view) };
    let mut out = format!("# {title}\n\n");
    if verified {
        verdicts(&mut out, &view);
    }
    for (event, findings) in view.groups() {
        let title = event.map_or_else(|| "Other claims".to_owned(), |event| view.title(event));
        let _ = writeln!(out, "## {}\n", escape(&title));
        let (additions, others): (Vec<&FindingEntry>, Vec<&FindingEntry>) =
            findings.into_iter().partition(|finding| finding.kind == "addition");
        for finding in others {
            section(&mut out, &view, finding);
        }
        additional(&mut out, &view, &additions);
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

/// A table of the claims that were checked.
fn verdicts(out: &mut String, view: &View<'_>) {
    out.push_str("| verdict | claim | best evidence |\n|---|---|---|\n");
    for verdict in checks::VERDICTS {
        for row in checks::rows(view, verdict) {
            let cell =
                |(place, what): (String, String)| format!("{}: {}", escape(&place), escape(&what));
            let claim = cell(row.claim(view));
            let evidence = row.evidence(view).map(cell).unwrap_or_default();
            let _ = writeln!(out, "| {} | {claim} | {evidence} |", checks::words(verdict));
        }
    }
    out.push('\n');
}

/// What one source alone tells, a line each, folded.
fn additional(out: &mut String, view: &View<'_>, additions: &[&FindingEntry]) {
    if additions.is_empty() {
        return;
    }
    let head = count(additions.len(), "addition");
    let _ = writeln!(out, "<details><summary>{head}</summary>\n");
    for finding in additions {
        let claims = view.claims(finding);
        let places: Vec<String> = claims.iter().map(|claim| checks::place(view, claim)).collect();
        let verdict = escape(&view.verdict(finding, &claims));
        let _ = writeln!(out, "- {verdict} ({})", escape(&places.join(", ")));
    }
    out.push_str("\n</details>\n\n");
}

/// Of the quotes of those who agree, so many are shown.
const QUOTES: usize = 6;

fn section(out: &mut String, view: &View<'_>, finding: &FindingEntry) {
    let claims = view.claims(finding);
    let verdict = escape(&view.verdict(finding, &claims));
    let (kind, reason) = (&finding.kind, &finding.reason);
    let _ = writeln!(out, "- **{kind}** ({reason}): {verdict}");
    if let Some(reason) = &finding.waived {
        let _ = writeln!(out, "  - waived: {}", escape(reason));
    }
    let sides = view.sides(finding);
    let many = sides.len() > 1 && claims.len() > QUOTES.max(sides.len());
    for side in sides.iter().filter(|_| many) {
        let names: Vec<&str> = side.documents().iter().map(|id| view.document(id)).collect();
        let value = escape(&worded(side, &sides));
        let (support, names) = (escape(&view.support(side)), escape(&names.join(", ")));
        let _ = writeln!(out, "  - {value}: {support}: {names}");
    }
    let shown = if many { sides.len() } else { QUOTES };
    for claim in claims.iter().take(shown) {
        let (path, line) = (escape(view.path(&claim.document)), view.line(claim));
        let name = escape(view.document(&claim.document));
        let quote = claim.evidence.first().map(|first| escape(first.text())).unwrap_or_default();
        let place =
            if name == path { format!("{path}:{line}") } else { format!("{name}, {path}:{line}") };
        let _ = writeln!(out, "  - {place}: “{quote}”");
    }
    let hidden = claims.len().saturating_sub(shown);
    if hidden > 0 && !many {
        let _ = writeln!(out, "  - {} more", count(hidden, "quote"));
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
