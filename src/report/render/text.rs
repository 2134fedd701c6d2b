//! A report for a person at a terminal.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::checks;
use super::excerpt::{Excerpt, excerpt};
use super::phrase::{self, count, plain, wrapped};
use super::view::{View, marks};
use crate::report::sentence::{clause, quoted, speaker, topic};
use crate::report::{ClaimEntry, DocumentEntry, EventEntry, FindingEntry, Report};
use crate::text::Document;

/// The width of the page, in columns.
const WIDTH: usize = 80;

/// A finding that rests on more claims than this shows only the first.
const QUOTES: usize = 4;

/// A longer place stands on a line of its own, in columns.
const PLACE: usize = 24;

/// How much of a very long line is kept around the words that matter, in bytes.
const MARGIN: usize = 4000;

/// How a report is put into text.
///
/// ```
/// let look = corroborate::report::Look { colored: true, ..Default::default() };
/// assert!(!look.verbose);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Puts in the escape sequences of a terminal.
    pub colored: bool,
    /// Also shows findings of low confidence and of levels that are allowed, and quotes each
    /// addition.
    pub verbose: bool,
}

/// The report as text: findings by event, each one line of verdict and the quotes it rests on,
/// what only one document tells as a list, and a summary as the last line.
///
/// `documents` are those that the report was made from, in the same order. Lines keep to 80
/// columns. Characters of the documents that could steer a terminal are replaced.
///
/// ```
/// use corroborate::{Document, Options, reconcile, report};
/// let documents = [Document::new("a", "Nobody was hurt.")];
/// let report = reconcile(&documents, &Options::default());
/// let text = report::text(&report, &documents, report::Look::default());
/// assert!(text.ends_with("nothing to compare it with\n"));
/// ```
#[must_use]
pub fn text(report: &Report, documents: &[Document], look: Look) -> String {
    let page = Page { report, view: View::new(report, documents), look };
    let mut out = String::new();
    if !report.checks.is_empty() {
        return page.verification();
    }
    if report.documents.len() == 1 && report.findings.is_empty() {
        out.push_str(&super::notes(report, documents));
    }
    let groups: Vec<Parts> =
        page.view.groups().iter().map(|(event, findings)| page.parts(*event, findings)).collect();
    for group in groups.iter().filter(|group| !group.quoted.is_empty()) {
        out.push_str(&page.heading(&group.title));
        out.push_str(&group.quoted);
        if !group.listed.is_empty() {
            let _ = writeln!(out, "{}\n{}", page.bold("told by one source only"), group.listed);
        }
    }
    let rest = || groups.iter().filter(|group| group.quoted.is_empty() && !group.listed.is_empty());
    if rest().next().is_some() {
        out.push_str(&page.heading("Told by one source only"));
    }
    // Claims about no event come last.
    let (other, events): (Vec<&Parts>, Vec<&Parts>) = rest().partition(|group| group.other);
    for group in events.into_iter().chain(other) {
        let lines = wrapped(&group.title, WIDTH).join("\n");
        let _ = writeln!(out, "{}\n{}", page.bold(&lines), group.listed);
    }
    out.push_str(&page.refusals());
    let folded = report.findings.iter().filter(|finding| !page.shows(finding)).count();
    if folded > 0 {
        let _ = writeln!(out, "{} not shown here: --verbose shows them", count(folded, "finding"));
    }
    let (read, found) = (phrase::read(report), phrase::found(report));
    let apart = if read.len() + found.len() + 2 > WIDTH { ":\n" } else { ": " };
    let _ = writeln!(out, "{read}{apart}{found}");
    out
}

/// A line of the list of additions: document, line, topic.
type Row = (usize, usize, String);

/// What is printed of one event.
struct Parts {
    /// Whether it is about no event.
    other: bool,
    title: String,
    quoted: String,
    listed: String,
}

struct Page<'a> {
    report: &'a Report,
    view: View<'a>,
    look: Look,
}

impl<'a> Page<'a> {
    /// Findings of low confidence are for those who ask for them.
    fn shows(&self, finding: &FindingEntry) -> bool {
        self.look.verbose
            || (finding.confidence != "low" && finding.level.as_deref() != Some("allow"))
    }

    /// The contradictions that decide a verdict, then the verdict on each claim.
    fn verification(&self) -> String {
        let decides = |finding: &&FindingEntry| {
            finding.kind == "contradiction" && finding.confidence != "low"
        };
        let decisive = self.report.findings.iter().filter(decides);
        let quoted: String = decisive.map(|finding| self.finding(finding) + "\n").collect();
        quoted + &checks::text(&self.view, WIDTH)
    }

    /// What was found about one event: conflicts and agreements with their quotes, and what only
    /// one document tells.
    fn parts(&self, event: Option<&EventEntry>, findings: &[&FindingEntry]) -> Parts {
        let shown: Vec<&FindingEntry> =
            findings.iter().copied().filter(|finding| self.shows(finding)).collect();
        let listed = |finding: &&&FindingEntry| !self.look.verbose && finding.kind == "addition";
        let additions: Vec<&FindingEntry> = shown.iter().filter(listed).copied().collect();
        let quoted = shown.iter().filter(|finding| !listed(finding));
        let title = event.map_or_else(|| "Other claims".to_owned(), |event| self.view.title(event));
        Parts {
            other: event.is_none(),
            title: plain(&title),
            quoted: quoted.map(|finding| self.finding(finding) + "\n").collect(),
            listed: self.additions(&additions),
        }
    }

    fn heading(&self, title: &str) -> String {
        let lines: Vec<String> = wrapped(title, WIDTH).iter().map(|line| self.bold(line)).collect();
        format!("{}\n{}\n\n", lines.join("\n"), "─".repeat(WIDTH))
    }

    /// One line for what a line of a document adds on one topic: place, words, topic.
    fn additions(&self, findings: &[&FindingEntry]) -> String {
        let agreed: BTreeSet<&str> = self
            .report
            .findings
            .iter()
            .filter(|finding| finding.kind == "agreement")
            .flat_map(|finding| finding.claims.iter().map(String::as_str))
            .collect();
        let mut rows: BTreeMap<Row, Vec<String>> = BTreeMap::new();
        for claim in findings.iter().flat_map(|finding| self.view.claims(finding)) {
            if agreed.contains(claim.id.as_str()) {
                continue;
            }
            let about = topic(claim)
                .map_or_else(|| format!("in “{}”", clause(claim)), |topic| format!("— {topic}"));
            let key = (self.view.number(&claim.document), self.view.line(claim), about);
            let words = rows.entry(key).or_default();
            let value = plain(&self.words(claim));
            if !words.contains(&value) {
                words.push(value);
            }
        }
        let place = |at: &Row| self.short(at.0, at.1);
        let lengths = rows.keys().map(|at| place(at).chars().count());
        let wide = lengths.filter(|length| *length <= PLACE).max().unwrap_or(0);
        let mut out = String::new();
        for (at, words) in &rows {
            let (place, line) = (place(at), format!("{} {}", words.join(", "), plain(&at.2)));
            let long = place.chars().count() > wide;
            if long {
                let _ = writeln!(out, "  {place}");
            }
            for (i, line) in wrapped(&line, WIDTH - wide - 4).iter().enumerate() {
                let head = if i == 0 && !long { place.as_str() } else { "" };
                let _ = writeln!(out, "  {head:<wide$}  {line}");
            }
        }
        out
    }

    /// The value as the document words it, and who says it when that is not the document itself.
    fn words(&self, claim: &ClaimEntry) -> String {
        let value = if topic(claim).is_some() {
            quoted(claim)
        } else {
            // The clause stands beside it and tells whether it is negated.
            format!("“{}”", claim.value.text())
        };
        let modality = (claim.modality != "actual").then(|| claim.modality.clone());
        let by = speaker(claim).map(|speaker| format!("by {speaker}"));
        let facts: Vec<String> = modality.into_iter().chain(by).collect();
        if facts.is_empty() { value } else { format!("{value} ({})", facts.join(", ")) }
    }

    /// The file, without its folders, and the line of something.
    fn short(&self, document: usize, line: usize) -> String {
        let entry = &self.report.documents[document];
        let path = plain(self.view.path(&entry.id));
        let file = path.rsplit(['/', '\\']).next().unwrap_or(&path);
        let same = |other: &DocumentEntry| {
            other.id != entry.id && self.view.path(&other.id).ends_with(&format!("/{file}"))
        };
        let name = if self.report.documents.iter().any(same) { path.as_str() } else { file };
        format!("{name}:{line}")
    }

    fn bold(&self, words: &str) -> String {
        let (on, off) = self.style("\u{1b}[1m");
        format!("{on}{words}{off}")
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
            wrapped(&self.view.basis(finding, claims.len() - shown.len()), WIDTH - 13).join("\n");
        group = group.element(Level::NOTE.with_name(Some("because")).message(note));
        let renderer = if self.look.colored { Renderer::styled() } else { Renderer::plain() };
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
        let _ = writeln!(out, "{}\n", self.bold("Not compared"));
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
        if self.look.colored { (on, "\u{1b}[0m") } else { ("", "") }
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
