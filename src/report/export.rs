//! The claim graph for other tools: Graphviz DOT and Mermaid.
//!
//! Documents, events and claims are nodes; who says which claim about what, and the findings
//! between claims, are edges.

use std::fmt::Write as _;

use super::{ClaimEntry, DocumentEntry, FindingEntry, Report};

/// The graph in the [DOT language](https://graphviz.org/doc/info/lang.html).
///
/// ```
/// use corroborate::{Document, Options, reconcile, report};
/// let report = reconcile(&[Document::new("a", "Two ferries sank.")], &Options::default());
/// assert!(report::dot(&report).starts_with("graph claims {"));
/// ```
#[must_use]
pub fn dot(report: &Report) -> String {
    let mut out = String::from("graph claims {\n  rankdir=LR;\n  node [shape=box];\n");
    for (id, label) in documents(report) {
        line(&mut out, &format!("{id} [shape=folder, label={}];", quoted(&label)));
    }
    for (id, label) in events(report) {
        line(&mut out, &format!("{id} [shape=ellipse, label={}];", quoted(&label)));
    }
    for (id, label) in claims(report) {
        line(&mut out, &format!("{id} [label={}];", quoted(&label)));
    }
    for (a, b) in holds(report) {
        line(&mut out, &format!("{a} -- {b} [color=gray];"));
    }
    for (a, b, finding) in links(report) {
        let (kind, colour) = (&finding.kind, colour(&finding.kind));
        line(&mut out, &format!("{a} -- {b} [label={}, color={colour}];", quoted(kind)));
    }
    out + "}\n"
}

/// The graph as a [Mermaid flowchart](https://mermaid.js.org/syntax/flowchart.html).
///
/// ```
/// use corroborate::{Document, Options, reconcile, report};
/// let report = reconcile(&[Document::new("a", "Two ferries sank.")], &Options::default());
/// assert!(report::mermaid(&report).starts_with("flowchart LR\n"));
/// ```
#[must_use]
pub fn mermaid(report: &Report) -> String {
    let mut out = String::from("flowchart LR\n");
    for (id, label) in documents(report) {
        line(&mut out, &format!("{id}[/{}/]", escaped(&label)));
    }
    for (id, label) in events(report) {
        line(&mut out, &format!("{id}([{}])", escaped(&label)));
    }
    for (id, label) in claims(report) {
        line(&mut out, &format!("{id}[{}]", escaped(&label)));
    }
    for (a, b) in holds(report) {
        line(&mut out, &format!("{a} --- {b}"));
    }
    for (a, b, finding) in links(report) {
        line(&mut out, &format!("{a} == {} === {b}", finding.kind));
    }
    out
}

fn line(out: &mut String, text: &str) {
    writeln!(out, "  {text}").expect("a string takes any text");
}

/// A document's node: its number, because an id of the user's may hold anything.
fn document_node(report: &Report, id: &str) -> String {
    let at = report.documents.iter().position(|document| document.id == id);
    format!("d{}", at.map_or(0, |at| at + 1))
}

fn documents(report: &Report) -> Vec<(String, String)> {
    let label = |d: &DocumentEntry| d.source.clone().unwrap_or_else(|| d.id.clone());
    report.documents.iter().map(|d| (document_node(report, &d.id), label(d))).collect()
}

fn events(report: &Report) -> Vec<(String, String)> {
    report.events.iter().map(|event| (event.id.clone(), event.type_.clone())).collect()
}

fn claims(report: &Report) -> Vec<(String, String)> {
    let label = |claim: &ClaimEntry| format!("{}: {}", claim.property, claim.value.text());
    report.claims.iter().map(|claim| (claim.id.clone(), label(claim))).collect()
}

/// Document to claim, claim to event.
fn holds(report: &Report) -> Vec<(String, String)> {
    let mut edges = Vec::new();
    for claim in &report.claims {
        edges.push((document_node(report, &claim.document), claim.id.clone()));
        edges.extend(claim.event.iter().map(|event| (claim.id.clone(), event.clone())));
    }
    edges
}

/// Findings between two or more claims: from the first claim to each other.
fn links(report: &Report) -> Vec<(&str, &str, &FindingEntry)> {
    let mut edges = Vec::new();
    for finding in &report.findings {
        if let Some((first, rest)) = finding.claims.split_first() {
            edges.extend(rest.iter().map(|other| (first.as_str(), other.as_str(), finding)));
        }
    }
    edges
}

fn colour(kind: &str) -> &'static str {
    match kind {
        "contradiction" => "red",
        "dispute" => "orange",
        "update" => "blue",
        "agreement" => "darkgreen",
        _ => "gray",
    }
}

/// A DOT string: quotes and backslashes escaped, control characters as spaces.
fn quoted(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("\"{}\"", plain.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A Mermaid string: everything but letters, digits and simple punctuation as character codes.
fn escaped(text: &str) -> String {
    let safe = |c: char| c.is_alphanumeric() || " .,:-%/".contains(c);
    let part = |c: char| match c {
        c if safe(c) => c.to_string(),
        c if c.is_control() => " ".to_owned(),
        c => format!("#{};", u32::from(c)),
    };
    format!("\"{}\"", text.chars().map(part).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::{escaped, quoted};

    #[test]
    fn hostile_labels_stay_labels() {
        assert_eq!(quoted("a\"]; b\\\n"), "\"a\\\"]; b\\\\ \"");
        assert_eq!(escaped("a\"] --> b"), "\"a#34;#93; --#62; b\"");
    }
}
