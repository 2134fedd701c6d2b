//! A report for a person at a terminal.

use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::additions::Additions;
use super::checks;
use super::excerpt::{Excerpt, excerpt};
use super::phrase::{self, count, plain, wrapped};
use super::view::{View, marks};
use crate::report::sentence::worded;
use crate::report::side::Side;
use crate::report::{ClaimEntry, EventEntry, FindingEntry, Report};
use crate::text::Document;

/// The width of the page, in columns.
const WIDTH: usize = 80;

/// A finding that rests on more claims than this shows only the first.
const QUOTES: usize = 4;

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
    let view = View::new(report, documents);
    let additions = Additions::new(&view);
    let page = Page { report, view, additions, look };
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
    let folded = page.view.told().filter(|finding| !page.shows(finding)).count();
    if folded > 0 {
        let _ = writeln!(out, "{} not shown here: --verbose shows them", count(folded, "finding"));
    }
    if report.pairs.forms_apart > 0 {
        out.push_str(&forms_apart(report.pairs.forms_apart));
    }
    if page.look.verbose {
        let pairs = report.pairs;
        let (compared, possible) = (pairs.compared, pairs.possible);
        let _ = writeln!(out, "{compared} of {possible} pairs of claims were compared");
    }
    let (read, found) = (phrase::read(report), phrase::found(&page.view));
    let apart = if read.len() + found.len() + 2 > WIDTH { ":\n" } else { ": " };
    let _ = writeln!(out, "{read}{apart}{found}");
    out
}

/// What was not compared since it is written from one form.
fn forms_apart(pairs: u64) -> String {
    let pairs = count(usize::try_from(pairs).unwrap_or(usize::MAX), "pair");
    let told = format!(
        "{pairs} of documents that are written from one form about different names: not compared"
    );
    wrapped(&told, WIDTH).join("\n") + "\n"
}

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
    additions: Additions,
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
            listed: self.additions.list(&self.view, &additions),
        }
    }

    fn heading(&self, title: &str) -> String {
        let lines: Vec<String> = wrapped(title, WIDTH).iter().map(|line| self.bold(line)).collect();
        format!("{}\n{}\n\n", lines.join("\n"), "─".repeat(WIDTH))
    }

    fn bold(&self, words: &str) -> String {
        let (on, off) = self.style("\u{1b}[1m");
        format!("{on}{words}{off}")
    }

    /// One finding: verdict, quotes, and what it rests on.
    fn finding(&self, finding: &FindingEntry) -> String {
        let claims = self.view.claims(finding);
        let sides = self.view.sides(finding);
        let shown = &claims[..self.quotes(finding, &sides, claims.len())];
        let hidden = claims.len() - shown.len();
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
        let holders = self.holders(&sides, hidden);
        let several = !holders.is_empty();
        for (name, held) in holders {
            let held = wrapped(&held, WIDTH - 6 - name.len()).join("\n");
            group = group.element(Level::NOTE.with_name(Some(name)).message(held));
        }
        let note = wrapped(&self.view.basis(finding, if several { 0 } else { hidden }), WIDTH - 13)
            .join("\n");
        group = group.element(Level::NOTE.with_name(Some("because")).message(note));
        let renderer = if self.look.colored { Renderer::styled() } else { Renderer::plain() };
        let mut text = renderer.term_width(WIDTH).render(&[group]);
        text.push('\n');
        text
    }

    /// How many of the quotes of a finding are shown: one of each side, and of those who agree
    /// two, unless the reader asked for all.
    fn quotes(&self, finding: &FindingEntry, sides: &[Side<'_>], claims: usize) -> usize {
        let agreed = finding.kind == "agreement" && sides.len() < 2;
        let most = match sides.len() {
            _ if claims <= if agreed { 3 } else { QUOTES } => QUOTES,
            _ if self.look.verbose => QUOTES,
            _ if agreed => 2,
            sides if sides > 1 => sides.min(QUOTES),
            _ => QUOTES,
        };
        claims.min(most)
    }

    /// When quotes are hidden: each value and who holds it, all by name.
    fn holders(&self, sides: &[Side<'_>], hidden: usize) -> Vec<(&'static str, String)> {
        let held = |side: &Side<'_>| {
            let documents = side.documents();
            let names: Vec<&str> = documents.iter().map(|id| self.view.document(id)).collect();
            let support = format!("{}: {}", self.view.support(side), names.join(", "));
            if sides.len() == 1 {
                return ("told by", plain(&support));
            }
            let by = side.speaker.as_ref().map(|by| format!(" by {by}")).unwrap_or_default();
            ("value", plain(&format!("{}{by}: {support}", worded(side, sides))))
        };
        let several = sides.iter().any(|side| side.documents().len() > 1);
        sides.iter().filter(|_| hidden > 0 && several).map(held).collect()
    }

    fn quote<'q>(
        &self,
        group: Group<'q>,
        claim: &ClaimEntry,
        excerpt: &'q Excerpt,
        room: usize,
    ) -> Group<'q> {
        let label = Some(self.label(claim)).filter(|label| fits(excerpt, label, room));
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
    fn label(&self, claim: &ClaimEntry) -> String {
        let mut label = plain(&phrase::value(&claim.value));
        if claim.polarity == "negated" {
            label.insert_str(0, "not ");
        }
        if claim.modality != "actual" {
            let _ = write!(label, ", {}", claim.modality);
        }
        if let Some(speaker) = self.view.speaker(claim) {
            let _ = write!(label, ", by {}", plain(&speaker));
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
