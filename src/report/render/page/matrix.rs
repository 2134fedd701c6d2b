//! The matrix of claims and sources.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::super::additions::Additions;
use super::super::phrase;
use super::super::view::View;
use super::{escape, title};
use crate::report::level::KINDS;
use crate::report::sentence::{clause, is_agreed, is_occurrence, topic};
use crate::report::{ClaimEntry, FindingEntry};

/// With more sources than this, cells show signs only and heads stand upright.
const WIDE: usize = 6;

/// With more sources than this, a row names those that speak, and has no column for each: a page of
/// a thousand sources would be silence for the most part.
const MOST: usize = 60;

/// The signs of the kinds, in the order of [`KINDS`], and what they mean.
const SIGNS: [(&str, &str); 5] =
    [("✗", "contradicts"), ("⇄", "disputes"), ("↻", "updates"), ("✓", "agrees"), ("+", "adds")];

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
    /// The most severe kind in it.
    kind: usize,
    cells: BTreeMap<usize, Cell>,
}

/// Writes a row for each property of each event about which something was found.
pub(super) fn write(out: &mut String, view: &View<'_>) {
    let documents = &view.report.documents;
    let additions = Additions::new(view);
    let groups: Vec<(String, Vec<Row>)> = view
        .groups()
        .iter()
        .map(|(event, findings)| (title(view, *event), rows(view, &additions, findings)))
        .filter(|(_, rows)| !rows.is_empty())
        .collect();
    if groups.is_empty() || documents.len() < 2 {
        return;
    }
    let many = if documents.len() > WIDE { " class=\"many\"" } else { "" };
    out.push_str("<section id=\"matrix\">\n<h2>Claims and sources</h2>\n<p class=\"soft legend\">");
    for (kind, (sign, meaning)) in KINDS.iter().zip(SIGNS) {
        let _ = write!(
            out,
            "<span class=\"{kind}\"><span class=\"kind\">{sign}</span> {meaning}</span>"
        );
    }
    out.push_str("<span>· silent</span></p>\n");
    out.push_str(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Claims and sources\">\n",
    );
    if documents.len() > MOST {
        named(out, view, &groups);
        out.push_str("</div>\n</section>\n");
        return;
    }
    let _ = writeln!(out, "<table{many}>\n<thead><tr><th class=\"row\" scope=\"col\">Claim</th>");
    for document in documents {
        let name = escape(view.document(&document.id));
        let _ = writeln!(out, "<th scope=\"col\" title=\"{name}\"><bdi>{name}</bdi></th>");
    }
    out.push_str("</tr></thead>\n");
    for (number, (title, rows)) in groups.iter().enumerate() {
        group(out, number, title, rows, documents.len());
    }
    out.push_str("</table>\n</div>\n</section>\n");
}

/// The rows with those sources only that say something.
fn named(out: &mut String, view: &View<'_>, groups: &[(String, Vec<Row>)]) {
    out.push_str(
        "<table class=\"named\">\n<thead><tr><th class=\"row\" scope=\"col\">Claim</th>\
         <th scope=\"col\">Sources</th></tr></thead>\n",
    );
    for (number, (title, rows)) in groups.iter().enumerate() {
        group_head(out, number, title, rows, 1);
        for row in rows {
            let _ = write!(
                out,
                "<tr class=\"is-{}\"><th class=\"row\" scope=\"row\">{}</th><td>",
                KINDS[row.kind], row.head
            );
            for (number, Cell { kind, finding, value }) in &row.cells {
                let (kind, (sign, meaning)) = (KINDS[*kind], SIGNS[*kind]);
                let name = escape(view.document(&view.report.documents[*number].id));
                let _ = write!(
                    out,
                    "<a class=\"{kind}\" href=\"#{finding}\" title=\"{meaning}: {value}\">\
                     <span class=\"kind\">{sign}</span> <bdi>{name}</bdi></a> "
                );
            }
            out.push_str("</td></tr>\n");
        }
        out.push_str("</tbody>\n");
    }
    out.push_str("</table>\n");
}

fn group_head(out: &mut String, number: usize, title: &str, rows: &[Row], sources: usize) {
    let kinds: String = KINDS
        .iter()
        .enumerate()
        .filter(|(kind, _)| rows.iter().any(|row| row.kind == *kind))
        .map(|(_, name)| format!(" has-{name}"))
        .collect();
    let _ = writeln!(
        out,
        "<tbody class=\"event e{number}{kinds}\"><tr><th class=\"group\" scope=\"rowgroup\" \
         colspan=\"{}\"><span>{title}</span></th></tr>",
        sources + 1
    );
}

fn group(out: &mut String, number: usize, title: &str, rows: &[Row], sources: usize) {
    group_head(out, number, title, rows, sources);
    for row in rows {
        let kind = KINDS[row.kind];
        let _ = write!(
            out,
            "<tr class=\"is-{kind}\"><th class=\"row\" scope=\"row\">{}</th>",
            row.head
        );
        for number in 0..sources {
            out.push_str(&cell(row.cells.get(&number)));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n");
}

fn cell(cell: Option<&Cell>) -> String {
    match cell {
        None => "<td class=\"silent\" title=\"silent\">·</td>".to_owned(),
        Some(Cell { kind, finding, value }) => {
            let (name, (sign, meaning)) = (KINDS[*kind], SIGNS[*kind]);
            format!(
                "<td class=\"{name}\"><a href=\"#{finding}\" title=\"{meaning}: {value}\">{sign} \
                 <span class=\"words\"><bdi>{value}</bdi></span></a></td>"
            )
        }
    }
}

fn rows(view: &View<'_>, additions: &Additions, findings: &[&FindingEntry]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut place: BTreeMap<String, usize> = BTreeMap::new();
    for finding in findings {
        let Some(kind) = KINDS.iter().position(|kind| *kind == finding.kind) else { continue };
        let claims = view.claims(finding);
        let Some(first) = claims.first() else { continue };
        if finding.kind == "addition" && claims.iter().all(|claim| additions.is_told(claim)) {
            continue;
        }
        let mut head = head(first);
        if is_agreed(finding, &claims) && view.differ(&claims) {
            head.push_str(" <span class=\"soft\">(details differ)</span>");
        }
        let at = *place.entry(key(finding, &head)).or_insert_with(|| {
            rows.push(Row { head, kind, cells: BTreeMap::new() });
            rows.len() - 1
        });
        rows[at].kind = rows[at].kind.min(kind);
        for claim in claims {
            let value = escape(&value(view, claim));
            let cell = Cell { kind, finding: escape(&finding.id), value };
            let known = rows[at].cells.entry(view.number(&claim.document));
            known
                .and_modify(|old| {
                    if kind < old.kind {
                        (old.kind, old.finding) = (kind, escape(&finding.id));
                    }
                })
                .or_insert(cell);
        }
    }
    rows.sort_by_key(|row| row.kind);
    rows
}

/// What a cell says: the value, or of a clause as a whole whether it is so.
fn value(view: &View<'_>, claim: &ClaimEntry) -> String {
    if !is_occurrence(claim) {
        return phrase::said(view, claim);
    }
    let so = if claim.polarity == "negated" { "not so" } else { "so" };
    let by = view.speaker(claim).map(|speaker| format!(", by {speaker}")).unwrap_or_default();
    format!("{so}{by}")
}

/// Claims outside the tables share a row only when they are of one finding.
fn key(finding: &FindingEntry, head: &str) -> String {
    if finding.property.starts_with("open.") { head.to_owned() } else { finding.property.clone() }
}

fn head(claim: &ClaimEntry) -> String {
    let words = topic(claim).map_or_else(|| clause(claim), |topic| phrase::capital(&topic));
    escape(&words)
}
