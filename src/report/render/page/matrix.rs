//! The matrix of claims and sources.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::super::phrase;
use super::super::view::View;
use super::escape;
use crate::report::FindingEntry;
use crate::report::level::KINDS;
use crate::report::sentence::{clause, topic};

/// With more sources than this, cells show signs only and heads stand upright.
const WIDE: usize = 6;

/// What a source says about one property of one event: the place of the kind in [`KINDS`], the
/// finding to look at, and the value.
struct Cell {
    kind: usize,
    finding: String,
    value: String,
}

/// A property of an event and its cells by the number of the source.
struct Row {
    head: String,
    cells: BTreeMap<usize, Cell>,
}

/// Writes one row for each property of each event about which something was found.
pub(super) fn write(out: &mut String, view: &View<'_>) {
    let documents = &view.report.documents;
    let rows = rows(view);
    if rows.is_empty() || documents.len() < 2 {
        return;
    }
    let many = if documents.len() > WIDE { " class=\"many\"" } else { "" };
    out.push_str("<section>\n<h2>Claims and sources</h2>\n");
    out.push_str(
        "<p class=\"soft\">✗ contradicts, ⇄ disputed, ↻ updated, ✓ agrees, + adds, · silent</p>\n",
    );
    out.push_str(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Claims and sources\">\n",
    );
    let _ = writeln!(out, "<table{many}>\n<thead><tr><th class=\"row\" scope=\"col\">Claim</th>");
    for document in documents {
        let name = escape(view.document(&document.id));
        let _ = writeln!(out, "<th scope=\"col\" title=\"{name}\"><bdi>{name}</bdi></th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in rows {
        let _ = write!(out, "<tr><th class=\"row\" scope=\"row\">{}</th>", row.head);
        for number in 0..documents.len() {
            out.push_str(&cell(row.cells.get(&number)));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n</section>\n");
}

fn cell(cell: Option<&Cell>) -> String {
    const SIGNS: [&str; 5] = ["✗", "⇄", "↻", "✓", "+"];
    match cell {
        None => "<td class=\"silent\" title=\"silent\">·</td>".to_owned(),
        Some(Cell { kind, finding, value }) => {
            let (name, sign) = (KINDS[*kind], SIGNS[*kind]);
            format!(
                "<td class=\"{name}\"><a href=\"#{finding}\" title=\"{name}: {value}\">{sign} \
                 <span class=\"words\"><bdi>{value}</bdi></span></a></td>"
            )
        }
    }
}

fn rows(view: &View<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut place: BTreeMap<(Option<&str>, &str), usize> = BTreeMap::new();
    for finding in &view.report.findings {
        let Some(kind) = KINDS.iter().position(|kind| *kind == finding.kind) else { continue };
        let key = (finding.event.as_deref(), finding.property.as_str());
        let at = *place.entry(key).or_insert_with(|| {
            rows.push(Row { head: head(view, finding), cells: BTreeMap::new() });
            rows.len() - 1
        });
        for claim in view.claims(finding) {
            let value = escape(&phrase::said(claim));
            let cell = Cell { kind, finding: escape(&finding.id), value };
            let known = rows[at].cells.entry(view.number(&claim.document));
            known
                .and_modify(|old| {
                    if kind < old.kind {
                        old.kind = kind
                    }
                })
                .or_insert(cell);
        }
    }
    rows
}

fn head(view: &View<'_>, finding: &FindingEntry) -> String {
    let claims = view.claims(finding);
    let property = claims.first().map(|claim| topic(claim).unwrap_or_else(|| clause(claim)));
    let property = property.unwrap_or_default();
    let event = finding.event.as_deref().and_then(|id| view.event(id));
    let when = event.and_then(|event| event.time.as_ref()).map(phrase::value);
    let when = when.map(|when| format!(" <span class=\"soft\">{}</span>", escape(&when)));
    format!("{}{}", escape(&phrase::capital(&property)), when.unwrap_or_default())
}
