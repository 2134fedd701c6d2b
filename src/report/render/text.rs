//! A report for a person at a terminal.

use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::excerpt::{Excerpt, excerpt};
use super::phrase::{self, count, plain, wrapped};
use super::view::{View, marks};
use crate::report::{ClaimEntry, EventEntry, FindingEntry, Report};
use crate::text::Document;

/// The width of the page, in columns.
const WIDTH: usize = 80;

/// A finding that rests on more claims than this shows only the first.
const QUOTES: usize = 4;

/// How much of a very long line is kept around the words that matter, in bytes.
const MARGIN: usize = 4000;

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
    let page = Page { report, view: View::new(report, documents), colored };
    let mut out = String::new();
    if report.documents.len() == 1 && report.findings.is_empty() {
        out.push_str(&super::notes(report, documents));
    }
    for (event, findings) in page.view.groups() {
        out.push_str(&page.heading(event, &findings));
        for finding in findings {
            out.push_str(&page.finding(finding));
            out.push('\n');
        }
    }
    out.push_str(&page.refusals());
    let (read, found) = (phrase::read(report), phrase::found(report));
    let apart = if read.len() + found.len() + 2 > WIDTH { ":\n" } else { ": " };
    let _ = writeln!(out, "{read}{apart}{found}");
    out
}

struct Page<'a> {
    report: &'a Report,
    view: View<'a>,
    colored: bool,
}

impl<'a> Page<'a> {
    fn heading(&self, event: Option<&EventEntry>, findings: &[&FindingEntry]) -> String {
        let title = match event {
            Some(event) => self.view.title(event),
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

    /// One finding: verdict, quotes, and what it rests on.
    fn finding(&self, finding: &FindingEntry) -> String {
        let claims = self.view.claims(finding);
        let shown = &claims[..claims.len().min(QUOTES)];
        let quoted = shown.iter().filter_map(|claim| {
            let excerpt = excerpt(&self.view, &claim.document, marks(claim), MARGIN)?;
            Some((*claim, excerpt))
        });
        let excerpts: Vec<(&ClaimEntry, Excerpt)> = quoted.collect();
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
        // Line numbers of all quotes are as wide as the widest; a bar and two spaces follow.
        let last = excerpts.iter().map(|(_, excerpt)| excerpt.line).max().unwrap_or(1);
        let room = WIDTH.saturating_sub(last.to_string().len() + 3);
        for (claim, excerpt) in &excerpts {
            group = self.quote(group, claim, excerpt, room);
        }
        let note =
            wrapped(&phrase::basis(finding, claims.len() - shown.len()), WIDTH - 13).join("\n");
        group = group.element(Level::NOTE.with_name(Some("because")).message(note));
        let renderer = if self.colored { Renderer::styled() } else { Renderer::plain() };
        let mut text = renderer.term_width(WIDTH).render(&[group]);
        text.push('\n');
        text
    }

    fn quote<'q>(
        &self,
        group: Group<'q>,
        claim: &ClaimEntry,
        excerpt: &'q Excerpt,
        room: usize,
    ) -> Group<'q> {
        let label = Some(Self::label(claim)).filter(|label| fits(excerpt, label, room));
        let snippet = Snippet::source(excerpt.text.as_str()).line_start(excerpt.line).annotations(
            excerpt.marks.iter().enumerate().map(|(i, mark)| {
                let kind = if i == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
                let mark = kind.span(mark.clone());
                if i == 0 { mark.label(label.clone()) } else { mark }
            }),
        );
        let path = plain(self.view.path(&claim.document));
        if excerpt.cut {
            let origin = Origin::path(path).line(excerpt.mark_line).char_column(excerpt.column);
            return group.element(origin).element(snippet);
        }
        group.element(snippet.path(path))
    }

    /// The value as it was read, and who says it, when that is not the document itself.
    fn label(claim: &ClaimEntry) -> String {
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

    fn verdict(&self, finding: &FindingEntry, claims: &[&ClaimEntry]) -> String {
        plain(&self.view.verdict(finding, claims))
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
                .filter_map(|id| self.view.claim(id))
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
        format!("{}:{}", plain(self.view.path(&claim.document)), self.view.line(claim))
    }

    fn style(&self, on: &'static str) -> (&'static str, &'static str) {
        if self.colored { (on, "\u{1b}[0m") } else { ("", "") }
    }
}

/// The level whose colour a kind of finding has.
fn level(kind: &str) -> Level<'static> {
    match kind {
        "contradiction" | "waiver" => Level::ERROR,
        "dispute" => Level::WARNING,
        "update" => Level::NOTE,
        "agreement" => Level::HELP,
        _ => Level::INFO,
    }
}

/// Whether a label may stand behind the first mark without leaving `room` columns. Longer lines are
/// cut around the mark and its label.
fn fits(excerpt: &Excerpt, label: &str, room: usize) -> bool {
    let Some(mark) = excerpt.marks.first() else { return false };
    let before = excerpt.text[..mark.end].rsplit('\n').next().unwrap_or_default();
    let line = excerpt.text[mark.end..].split('\n').next().unwrap_or_default();
    let (before, length) = (before.chars().count(), label.chars().count());
    let whole = before + line.chars().count() <= room;
    if whole { before + 1 + length <= room } else { mark.len() + length < room / 2 }
}
