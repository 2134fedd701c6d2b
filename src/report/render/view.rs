//! A report with its documents, and both by id.

use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;

use super::lines::Lines;
use super::phrase;
use super::told::{Told, told};
use crate::report::conflict::Conflicts;
use crate::report::names::Names;
use crate::report::origin::Origins;
use crate::report::sentence::sentence;
use crate::report::side::{By, Side, listed, sides};
use crate::report::{
    ClaimEntry, DocumentEntry, EntityEntry, EventEntry, EvidenceEntry, FindingEntry, Report,
    ValueEntry,
};
use crate::text::{Document, Format};

/// A report, the documents it was made from, and an index of both.
pub(super) struct View<'a> {
    pub(super) report: &'a Report,
    documents: BTreeMap<&'a str, Source<'a>>,
    claims: BTreeMap<&'a str, &'a ClaimEntry>,
    by_document: BTreeMap<&'a str, Vec<&'a ClaimEntry>>,
    entities: BTreeMap<&'a str, &'a EntityEntry>,
    events: BTreeMap<&'a str, &'a EventEntry>,
    names: Names<'a>,
    origins: Origins<'a>,
    conflicts: Conflicts<'a>,
    /// The places of the findings in the report.
    ranks: BTreeMap<&'a str, usize>,
    told: Vec<Told<'a>>,
}

struct Source<'a> {
    number: usize,
    entry: &'a DocumentEntry,
    text: &'a str,
    lines: Lines<'a>,
    html: bool,
}

/// Where some words stand; lines and columns are counted from 1, columns in characters.
pub(super) struct Place {
    pub(super) range: Range<usize>,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
}

/// A heading names at most this many of those who take part.
const WHO: usize = 3;

/// The findings about one event, or about none, those told once that say one thing.
pub(super) type Group<'v, 'a> = (Option<&'a EventEntry>, Vec<&'v FindingEntry>);

impl<'a> View<'a> {
    /// `documents` are those that the report was made from, in the same order.
    pub(super) fn new(report: &'a Report, documents: &'a [Document]) -> Self {
        let source = |(number, (entry, given)): (usize, (&'a DocumentEntry, &'a Document))| {
            let text = given.text.as_str();
            let first = given.origin.as_ref().map_or(1, |origin| origin.line as usize);
            let (lines, html) = (Lines::of(text, first), given.format == Format::Html);
            (entry.id.as_str(), Source { number, entry, text, lines, html })
        };
        let mut by_document: BTreeMap<&str, Vec<&ClaimEntry>> = BTreeMap::new();
        for claim in &report.claims {
            by_document.entry(claim.document.as_str()).or_default().push(claim);
        }
        let claims: BTreeMap<&str, &ClaimEntry> =
            report.claims.iter().map(|claim| (claim.id.as_str(), claim)).collect();
        let mut view = Self {
            conflicts: Conflicts::new(&report.findings, &claims),
            report,
            documents: report.documents.iter().zip(documents).enumerate().map(source).collect(),
            claims,
            by_document,
            entities: report.entities.iter().map(|e| (e.id.as_str(), e)).collect(),
            events: report.events.iter().map(|event| (event.id.as_str(), event)).collect(),
            names: Names::new(&report.documents, &report.entities),
            origins: Origins::new(&report.documents),
            ranks: report.findings.iter().enumerate().map(|(i, f)| (f.id.as_str(), i)).collect(),
            told: Vec::new(),
        };
        view.told = told(&view);
        view
    }

    /// The findings as they are told: pairs that say one thing are one.
    pub(super) fn told(&self) -> impl Iterator<Item = &FindingEntry> {
        self.told.iter().map(|told| &told.finding)
    }

    /// The ids of the other findings of the report that are told with this one.
    pub(super) fn others(&self, finding: &FindingEntry) -> Vec<&'a str> {
        let at = self.told.partition_point(|told| told.rank < self.rank(finding));
        let members = self.told.get(at).map_or(&[][..], |told| &told.members[1..]);
        members.iter().map(|member| member.id.as_str()).collect()
    }

    /// The place of a finding in the report.
    pub(super) fn rank(&self, finding: &FindingEntry) -> usize {
        self.ranks.get(finding.id.as_str()).copied().unwrap_or(usize::MAX)
    }

    /// The sides of a finding that several documents may hold together: by value, and by speaker
    /// where they differ in that.
    pub(super) fn sides(&self, finding: &FindingEntry) -> Vec<Side<'a>> {
        let by = By::of(&finding.kind, &finding.reason);
        let mut sides = sides(&self.claims(finding), by, &self.names);
        if finding.kind == "update" {
            sides.sort_by(|a, b| a.day(&self.names).cmp(&b.day(&self.names)));
        }
        sides
    }

    /// How well a side is held up: "7 sources, 5 of them independent, 3 to 5 March 2025", with
    /// their weights where the configuration gives some.
    pub(super) fn support(&self, side: &Side<'_>) -> String {
        let documents = side.documents();
        let independent = self.origins(&side.claims);
        let mut facts = vec![phrase::count(documents.len(), "source")];
        if independent as usize != documents.len() {
            facts.push(format!("{independent} of them independent"));
        }
        let days = || documents.iter().filter_map(|id| self.names.published(id));
        if let (Some(first), Some(last)) = (days().min(), days().max()) {
            facts.push(super::date::stretch(first, last));
        }
        let weight = |id: &&str| self.entry(id)?.weight.as_ref()?.parse::<Decimal>().ok();
        let weights: Vec<Decimal> = documents.iter().filter_map(weight).collect();
        if !weights.is_empty() {
            let sum =
                weights.iter().try_fold(Decimal::ZERO, |sum, weight| sum.checked_add(*weight));
            facts.extend(sum.map(|sum| format!("weight {}", sum.normalize())));
        }
        facts.join(", ")
    }

    pub(super) fn names(&self) -> &Names<'a> {
        &self.names
    }

    /// Who says what a claim says, when that is not the document itself.
    pub(super) fn speaker(&self, claim: &ClaimEntry) -> Option<String> {
        self.names.speaker(claim)
    }

    /// Whether the clauses of some claims differ in a value.
    pub(super) fn differ(&self, claims: &[&'a ClaimEntry]) -> bool {
        self.conflicts.among(claims)
    }

    /// How many independent origins some claims have.
    pub(super) fn origins(&self, claims: &[&ClaimEntry]) -> u32 {
        self.origins.count(claims)
    }

    pub(super) fn claim(&self, id: &str) -> Option<&'a ClaimEntry> {
        self.claims.get(id).copied()
    }

    pub(super) fn entry(&self, document: &str) -> Option<&'a DocumentEntry> {
        self.documents.get(document).map(|source| source.entry)
    }

    /// The claims of a finding.
    pub(super) fn claims(&self, finding: &FindingEntry) -> Vec<&'a ClaimEntry> {
        finding.claims.iter().filter_map(|id| self.claim(id)).collect()
    }

    /// The claims of a document, by their place in it.
    pub(super) fn claims_of(&self, document: &str) -> &[&'a ClaimEntry] {
        self.by_document.get(document).map_or(&[], Vec::as_slice)
    }

    /// The findings by event, in the order of their most severe finding.
    pub(super) fn groups(&self) -> Vec<Group<'_, 'a>> {
        let mut place: BTreeMap<Option<&str>, usize> = BTreeMap::new();
        let mut groups: Vec<Group<'_, 'a>> = Vec::new();
        for finding in self.told() {
            let id = finding.event.as_deref();
            let at = *place.entry(id).or_insert_with(|| {
                groups.push((id.and_then(|id| self.events.get(id).copied()), Vec::new()));
                groups.len() - 1
            });
            groups[at].1.push(finding);
        }
        groups
    }

    /// The place of a document among the documents, counted from 0.
    pub(super) fn number(&self, document: &str) -> usize {
        self.documents.get(document).map_or(0, |source| source.number)
    }

    /// The text of a document as given.
    pub(super) fn text(&self, document: &str) -> &'a str {
        self.documents.get(document).map_or("", |source| source.text)
    }

    /// Whether a document is a page, whose lines a person would not read as they stand.
    pub(super) fn is_html(&self, document: &str) -> bool {
        self.documents.get(document).is_some_and(|source| source.html)
    }

    pub(super) fn lines(&self, document: &str) -> Option<&Lines<'a>> {
        self.documents.get(document).map(|source| &source.lines)
    }

    /// Where a document can be found: its path, else its id.
    pub(super) fn path<'n>(&self, document: &'n str) -> &'n str
    where
        'a: 'n,
    {
        let source = self.documents.get(document);
        source.and_then(|source| source.entry.path.as_deref()).unwrap_or(document)
    }

    /// What a person calls a document.
    pub(super) fn document<'n>(&'n self, document: &'n str) -> &'n str {
        self.names.of(document)
    }

    /// What a person calls an entity.
    pub(super) fn entity<'n>(&self, entity: &'n str) -> &'n str
    where
        'a: 'n,
    {
        self.entities.get(entity).map_or(entity, |entry| entry.name.as_str())
    }

    /// What a finding rests on: the keys that matched, how surely, how many sources, and how much
    /// these are trusted, where the configuration says so.
    pub(super) fn basis(&self, finding: &FindingEntry, hidden: usize) -> String {
        let basis = phrase::basis(finding, hidden);
        let mut weights: Vec<String> = Vec::new();
        for entry in finding.documents.iter().filter_map(|id| self.entry(id)) {
            if let Some(weight) = &entry.weight {
                weights.push(format!("{} {weight}", self.document(&entry.id)));
            }
        }
        if weights.is_empty() { basis } else { format!("{basis}; weights: {}", weights.join(", ")) }
    }

    /// Where some bytes of a document stand in its file.
    pub(super) fn place(&self, document: &str, evidence: &EvidenceEntry) -> Option<Place> {
        let lines = self.lines(document)?;
        let range = evidence.start as usize..evidence.end as usize;
        let (line, column) = lines.place(range.start);
        let (end_line, end_column) = lines.place(range.end);
        let offset = self.entry(document)?.offset.unwrap_or(0) as usize;
        let range = range.start + offset..range.end + offset;
        Some(Place { range, line, column, end_line, end_column })
    }

    /// The line that a claim stands on.
    pub(super) fn line(&self, claim: &ClaimEntry) -> usize {
        let value = value_of(claim);
        value.and_then(|value| self.place(&claim.document, value)).map_or(1, |place| place.line)
    }

    /// An event as a heading: what, who, where, when.
    pub(super) fn title(&self, event: &EventEntry) -> String {
        let mut facts = vec![phrase::capital(&phrase::event(&event.type_))];
        let mut who: Vec<String> = Vec::new();
        for id in &event.participants {
            let name = self.entity(id);
            // A word in small letters is no name: "leader", "foreign minister"; nor is a group that
            // is named after another, such as the leadership of a country.
            let group = self.entities.get(id.as_str()).is_some_and(|entry| entry.kind == "group");
            let named = !group && name.chars().next().is_some_and(|first| !first.is_lowercase());
            if who.len() < WHO && named && !who.iter().any(|known| known == name) {
                who.push(name.to_owned());
            }
        }
        let place = event.place.as_deref().map(|place| self.entity(place).to_owned());
        let place = place.filter(|place| !who.contains(place));
        facts.extend((!who.is_empty()).then(|| listed(&who, "and")));
        facts.extend(place);
        let dated = |time: &&ValueEntry| match time {
            ValueEntry::Time(time) => time.start.is_some() || time.end.is_some(),
            _ => false,
        };
        facts.extend(event.time.as_ref().filter(dated).map(phrase::value));
        facts.join(" · ")
    }

    /// A finding in one sentence.
    pub(super) fn verdict(&self, finding: &FindingEntry, claims: &[&ClaimEntry]) -> String {
        if finding.explanation.is_empty() {
            return sentence(finding, claims, &self.names);
        }
        finding.explanation.clone()
    }
}

/// The words of a claim's value, else its clause.
pub(super) fn value_of(claim: &ClaimEntry) -> Option<&EvidenceEntry> {
    claim.evidence.get(1).or_else(|| claim.evidence.first())
}

/// The words of a claim that matter: its value first, then what else it rests on; the whole
/// clause when nothing narrower is known.
pub(super) fn marks(claim: &ClaimEntry) -> &[EvidenceEntry] {
    claim.evidence.get(1..).filter(|spans| !spans.is_empty()).unwrap_or(&claim.evidence)
}
