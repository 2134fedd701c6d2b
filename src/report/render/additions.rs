//! What only one document tells, as a list.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::phrase::{plain, wrapped};
use super::view::View;
use crate::report::sentence::{clause_within, quoted, topic};
use crate::report::{ClaimEntry, DocumentEntry, FindingEntry};

/// The width of the page, in columns.
const WIDTH: usize = 80;

/// A longer place stands on a line of its own, in columns.
const PLACE: usize = 24;

/// A clause is cut here, in characters.
const CLAUSE: usize = 200;

/// What findings with quotes already tell, and so no list repeats.
pub(super) struct Additions {
    /// Claims.
    told: BTreeSet<String>,
    /// Clauses, by document and first byte.
    clauses: BTreeSet<(String, u32)>,
}

/// A line of the list: document and line.
type Row = (usize, usize);

/// What stands on a line, by topic; a clause stands for itself and has none.
type Words = BTreeMap<Option<String>, Vec<String>>;

impl Additions {
    pub(super) fn new(view: &View<'_>) -> Self {
        let (mut told, mut clauses) = (BTreeSet::new(), BTreeSet::new());
        for finding in view.told().filter(|finding| finding.confidence != "low") {
            for claim in view.claims(finding) {
                let quoted = finding.kind != "addition";
                if quoted {
                    told.insert(claim.id.clone());
                }
                if quoted || is_value(claim) {
                    clauses.extend(place(claim));
                }
            }
        }
        Self { told, clauses }
    }

    /// Whether a claim is told elsewhere: by a finding with quotes, or, when it has no words of its
    /// own, by others that were read from its clause.
    pub(super) fn is_told(&self, claim: &ClaimEntry) -> bool {
        let clause = || place(claim).is_some_and(|place| self.clauses.contains(&place));
        self.told.contains(&claim.id) || (!is_value(claim) && clause())
    }

    /// One line for what a line of a document adds: place, and the words by topic. A claim outside
    /// the tables is told by its clause, once.
    pub(super) fn list(&self, view: &View<'_>, findings: &[&FindingEntry]) -> String {
        let mut rows: BTreeMap<Row, Words> = BTreeMap::new();
        let mut clauses: Vec<Clause> = Vec::new();
        for claim in findings.iter().flat_map(|finding| view.claims(finding)) {
            if self.is_told(claim) {
                continue;
            }
            let at = (view.number(&claim.document), view.line(claim));
            let how = how(view, claim);
            if let Some(topic) = topic(claim).filter(|_| is_value(claim)) {
                let words = rows.entry(at).or_default().entry(Some(topic)).or_default();
                let value = plain(&format!("{}{how}", quoted(claim)));
                if !words.contains(&value) {
                    words.push(value);
                }
            } else {
                clauses.push(Clause { at, words: plain(&clause_within(claim, CLAUSE)), how });
            }
        }
        for Clause { at, words, how } in outermost(clauses) {
            let told = plain(&format!("“{words}”{how}"));
            rows.entry(at).or_default().entry(None).or_default().push(told);
        }
        rendered(view, &rows)
    }
}

/// Words that tell a claim outside the tables.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Clause {
    at: Row,
    words: String,
    how: String,
}

/// Whether a claim is told by its value: it has a name for what it is about, and is not told as
/// something that is not so.
fn is_value(claim: &ClaimEntry) -> bool {
    topic(claim).is_some() && (claim.polarity != "negated" || claim.value.kind() == "status")
}

/// Where the clause of a claim begins.
fn place(claim: &ClaimEntry) -> Option<(String, u32)> {
    Some((claim.document.clone(), claim.evidence.first()?.start))
}

/// The clauses that stand in no other one of their line, each once.
fn outermost(mut all: Vec<Clause>) -> Vec<Clause> {
    all.sort();
    all.dedup_by(|a, b| (a.at, &a.words) == (b.at, &b.words));
    let within = |a: &Clause, b: &Clause| {
        let part = a.words.trim_end_matches('…');
        a.at == b.at && a.words != b.words && b.words.contains(part)
    };
    let kept = all.iter().filter(|a| !all.iter().any(|b| within(a, b)));
    kept.cloned().collect()
}

/// How a claim is put, and by whom, when that is not the document's own voice.
fn how(view: &View<'_>, claim: &ClaimEntry) -> String {
    let modality = (claim.modality != "actual").then(|| claim.modality.clone());
    let by = view.speaker(claim).map(|speaker| format!("by {speaker}"));
    let facts: Vec<String> = modality.into_iter().chain(by).collect();
    if facts.is_empty() { String::new() } else { format!(" ({})", facts.join(", ")) }
}

fn rendered(view: &View<'_>, rows: &BTreeMap<Row, Words>) -> String {
    let places: Vec<String> = rows.keys().map(|at| short(view, at.0, at.1)).collect();
    let lengths = places.iter().map(|place| place.chars().count());
    let wide = lengths.filter(|length| *length <= PLACE).max().unwrap_or(0);
    let mut out = String::new();
    for (words, place) in rows.values().zip(&places) {
        let long = place.chars().count() > wide;
        if long {
            let _ = writeln!(out, "  {place}");
        }
        let room = WIDTH - 4 - if long { 2 } else { wide };
        for (i, line) in wrapped(&line(words), room).iter().enumerate() {
            let head = if i == 0 && !long { place.as_str() } else { "" };
            let wide = if long { 2 } else { wide };
            let _ = writeln!(out, "  {head:<wide$}  {line}");
        }
    }
    out
}

/// "time: “10 July”; venue: “Ankara”"
fn line(words: &Words) -> String {
    let told = words.iter().map(|(topic, words)| match topic {
        Some(topic) => format!("{topic}: {}", words.join(", ")),
        None => words.join("; "),
    });
    told.collect::<Vec<_>>().join("; ")
}

/// The file, without its folders, and the line of something.
fn short(view: &View<'_>, document: usize, line: usize) -> String {
    let documents = &view.report.documents;
    let entry = &documents[document];
    let path = plain(view.path(&entry.id));
    let file = path.rsplit(['/', '\\']).next().unwrap_or(&path);
    let same = |other: &DocumentEntry| {
        other.id != entry.id && view.path(&other.id).ends_with(&format!("/{file}"))
    };
    let name = if documents.iter().any(same) { path.as_str() } else { file };
    format!("{name}:{line}")
}
