//! A report for a person at a terminal.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::excerpt::{Excerpt, excerpt};
use super::names::Names;
use super::phrase::{self, count, plain, wrapped};
use crate::report::{ClaimEntry, EventEntry, FindingEntry, Report};
use crate::text::Document;

/// The width of the page, in columns.
const WIDTH: usize = 80;

/// A finding that rests on more claims than this shows only the first.
const QUOTES: usize = 4;

/// Kinds of findings, most severe first, with the level that colours them.
const KINDS: [(&str, Level<'static>); 5] = [
    ("contradiction", Level::ERROR),
    ("dispute", Level::WARNING),
    ("update", Level::NOTE),
    ("agreement", Level::HELP),
    ("addition", Level::INFO),
];

/// The report as text: findings by event, each one line of verdict and the quotes it rests on,
/// and a summary as the last line.
///
/// `documents` are those that the report was made from, in the same order. Lines keep to 80
/// columns; `colored` puts in the escape sequences of a terminal. Characters of the documents
/// that could steer a terminal are replaced.
///
/// ```
/// use corroborate::{Document, Options, reconcile, report};
/// let documents = [Document::new("a", "Nobody was hurt.")];
/// let text = report::text(&reconcile(&documents, &Options::default()), &documents, false);
/// assert!(text.ends_with("nothing to compare it with\n"));
/// ```
#[must_use]
pub fn text(report: &Report, documents: &[Document], colored: bool) -> String {
    let page = Page { report, names: Names::new(report, documents), colored };
    let mut out = String::new();
    if report.documents.len() == 1 && report.findings.is_empty() {
        out.push_str(&super::notes(report, documents));
    }
    for (event, findings) in page.groups() {
        out.push_str(&page.heading(event, &findings));
        for finding in findings {
            out.push_str(&page.finding(finding));
            out.push('\n');
        }
    }
    out.push_str(&page.refusals());
    out.push_str(&page.summary());
    out.push('\n');
    out
}

struct Page<'a> {
    report: &'a Report,
    names: Names<'a>,
    colored: bool,
}

impl<'a> Page<'a> {
    /// The findings by event, in the order of their most severe finding.
    fn groups(&self) -> Vec<(Option<&'a EventEntry>, Vec<&'a FindingEntry>)> {
        let events: BTreeMap<&str, &EventEntry> =
            self.report.events.iter().map(|event| (event.id.as_str(), event)).collect();
        let mut place: BTreeMap<Option<&str>, usize> = BTreeMap::new();
        let mut groups: Vec<(Option<&EventEntry>, Vec<&FindingEntry>)> = Vec::new();
        for finding in &self.report.findings {
            let id = finding.event.as_deref();
            let at = *place.entry(id).or_insert_with(|| {
                groups.push((id.and_then(|id| events.get(id).copied()), Vec::new()));
                groups.len() - 1
            });
            groups[at].1.push(finding);
        }
        groups
    }

    fn heading(&self, event: Option<&EventEntry>, findings: &[&FindingEntry]) -> String {
        let title = match event {
            Some(event) => self.event(event),
            None => "Other claims".to_owned(),
        };
        let findings = count(findings.len(), "finding");
        let title = plain(&title);
        let mut out = String::new();
        let (bold, plain) = self.style("\u{1b}[1m");
        for line in wrapped(&format!("{title} ({findings})"), WIDTH) {
            let _ = writeln!(out, "{bold}{line}{plain}");
        }
        out.push('\n');
        out
    }

    fn event(&self, event: &EventEntry) -> String {
        let mut facts: Vec<String> =
            event.participants.iter().map(|id| self.names.entity(id).to_owned()).collect();
        facts.truncate(4);
        let mut title = capital(&phrase::property(&event.type_));
        if !facts.is_empty() {
            let _ = write!(title, ": {}", facts.join(", "));
        }
        if let Some(time) = &event.time {
            let _ = write!(title, "; {}", phrase::value(time));
        }
        if let Some(place) = &event.place {
            let _ = write!(title, "; {}", self.names.entity(place));
        }
        title
    }

    /// One finding: verdict, quotes, and what it rests on.
    fn finding(&self, finding: &FindingEntry) -> String {
        let claims: Vec<&ClaimEntry> =
            finding.claims.iter().filter_map(|id| self.names.claim(id)).collect();
        let shown = self.sides(&claims);
        let excerpts: Vec<(&ClaimEntry, Excerpt)> = shown
            .iter()
            .filter_map(|claim| {
                Some((*claim, excerpt(self.names.text(&claim.document), &marks(claim))?))
            })
            .collect();
        let level = level(&finding.kind);
        let name = finding.kind.clone();
        let head = finding.kind.len() + finding.reason.len() + 4;
        let verdict = self.verdict(finding, &claims);
        let title = wrapped(&verdict, WIDTH - head).join("\n");
        let mut group = level
            .clone()
            .with_name(Some(name))
            .primary_title(title)
            .id(finding.reason.clone())
            .elements(Vec::<Snippet<'_, annotate_snippets::Annotation<'_>>>::new());
        for (i, (claim, excerpt)) in excerpts.iter().enumerate() {
            group = self.quote(group, i, claim, excerpt);
        }
        let note = wrapped(&basis(finding, claims.len() - shown.len()), WIDTH - 13).join("\n");
        group = group.element(Level::NOTE.with_name(Some("because")).message(note));
        let renderer = if self.colored { Renderer::styled() } else { Renderer::plain() };
        let mut text = renderer.term_width(WIDTH).render(&[group]);
        text.push('\n');
        text
    }

    fn quote<'q>(
        &self,
        group: Group<'q>,
        at: usize,
        claim: &ClaimEntry,
        excerpt: &'q Excerpt,
    ) -> Group<'q> {
        let label = self.label(claim);
        let kind = |i| if i == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let snippet = Snippet::source(excerpt.text.as_str()).line_start(excerpt.line).annotations(
            excerpt.marks.iter().enumerate().map(|(i, mark)| {
                let mark = kind(i).span(mark.clone());
                if i == 0 { mark.label(label.clone()) } else { mark }
            }),
        );
        let path = plain(self.names.path(&claim.document));
        let _ = at;
        group
            .element(Origin::path(path).line(excerpt.line).char_column(excerpt.column))
            .element(snippet)
    }

    /// Who says it, when that is not the document itself.
    fn label(&self, claim: &ClaimEntry) -> String {
        let mut label = plain(&phrase::value(&claim.value));
        if claim.polarity == "negated" {
            label.insert_str(0, "not ");
        }
        if claim.modality != "actual" {
            let _ = write!(label, ", {}", claim.modality);
        }
        if let Some(speaker) = claim.attribution.iter().rev().find_map(|link| link.speaker.as_ref())
        {
            let _ = write!(label, ", by {}", plain(speaker));
        }
        label
    }

    /// One claim of each document, the documents as given.
    fn sides<'c>(&self, claims: &[&'c ClaimEntry]) -> Vec<&'c ClaimEntry> {
        claims.iter().copied().take(QUOTES).collect()
    }

    fn verdict(&self, finding: &FindingEntry, claims: &[&ClaimEntry]) -> String {
        if !finding.explanation.is_empty() {
            return plain(&self.names.spoken(&finding.explanation));
        }
        let values: Vec<String> = claims
            .iter()
            .map(|claim| {
                let name = self.names.document(&claim.document);
                format!("{} in {name}", phrase::value(&claim.value))
            })
            .collect();
        plain(&format!("{}: {}", phrase::property(&finding.property), values.join(", ")))
    }

    fn refusals(&self) -> String {
        let mut out = String::new();
        if self.report.refusals.is_empty() {
            return out;
        }
        let (bold, plain_style) = self.style("\u{1b}[1m");
        let _ = writeln!(out, "{bold}Not compared{plain_style}\n");
        for refusal in &self.report.refusals {
            let sides: Vec<String> = refusal
                .claims
                .iter()
                .filter_map(|id| self.names.claim(id))
                .map(|claim| {
                    let place = self.place(claim);
                    format!("{place} `{}`", plain(claim.value.text()))
                })
                .collect();
            let line = format!("{}: {}", refusal.reason, sides.join(" and "));
            for (i, line) in wrapped(&line, WIDTH - 4).iter().enumerate() {
                let _ = writeln!(out, "{}{line}", if i == 0 { "- " } else { "    " });
            }
        }
        out.push('\n');
        out
    }

    fn place(&self, claim: &ClaimEntry) -> String {
        let text = self.names.text(&claim.document);
        let line = excerpt(text, &marks(claim)).map_or(1, |excerpt| excerpt.line);
        format!("{}:{line}", plain(self.names.path(&claim.document)))
    }

    fn summary(&self) -> String {
        let report = self.report;
        let read = format!(
            "{}, {}",
            count(report.documents.len(), "document"),
            count(report.claims.len(), "claim")
        );
        if report.documents.len() == 1 && report.findings.is_empty() {
            return format!("{read}: nothing to compare it with");
        }
        let found: Vec<String> = KINDS
            .iter()
            .filter_map(|(kind, _)| {
                let number = report.findings.iter().filter(|finding| finding.kind == *kind).count();
                (number > 0).then(|| count(number, kind))
            })
            .collect();
        if found.is_empty() {
            return format!("{read}: no findings");
        }
        format!("{read}: {}", found.join(", "))
    }

    fn style(&self, on: &'static str) -> (&'static str, &'static str) {
        if self.colored { (on, "\u{1b}[0m") } else { ("", "") }
    }
}

/// The words of a claim that matter: its value first, then what else it rests on; the whole clause
/// when nothing narrower is known.
fn marks(claim: &ClaimEntry) -> Vec<(u32, u32)> {
    let narrow = claim.evidence.get(1..).filter(|spans| !spans.is_empty());
    narrow.unwrap_or(&claim.evidence).iter().map(|span| (span.start, span.end)).collect()
}

fn level(kind: &str) -> Level<'static> {
    let known = KINDS.iter().find(|(name, _)| *name == kind);
    known.map_or(Level::INFO, |(_, level)| level.clone())
}

/// "same event, property and scope; confidence high; 2 independent sources".
fn basis(finding: &FindingEntry, hidden: usize) -> String {
    let mut facts = Vec::new();
    if !finding.matched.is_empty() {
        facts.push(format!("same {}", finding.matched.join(", ")));
    }
    facts.push(format!("{} confidence", finding.confidence));
    if finding.independent_sources > 0 {
        facts.push(count(finding.independent_sources as usize, "independent source"));
    }
    if hidden > 0 {
        facts.push(format!("{} more not shown", count(hidden, "claim")));
    }
    facts.join("; ")
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
