//! The versioned, serializable shape of a result, and its renderings.

mod around;
mod build;
mod check;
mod conflict;
mod export;
mod fingerprint;
mod given;
mod group;
mod level;
#[cfg(feature = "cli")]
mod linked;
mod names;
mod origin;
#[cfg(feature = "cli")]
mod render;
mod sentence;
mod side;
mod spans;
mod support;
mod topic;
mod value;
mod wording;

pub use build::build;
pub(crate) use check::check;
pub use export::{dot, mermaid};
pub use given::{GivenClaim, GivenScope, GivenSpeaker, GivenValue, add_claims};
pub use group::keep_groups;
pub use level::{Level, Severity};
#[cfg(feature = "cli")]
pub use linked::json_ld;
#[cfg(feature = "cli")]
pub use render::{Look, github, html, junit, markdown, notes, sarif, text};
pub use spans::Spans;
pub use support::weigh;
pub use topic::{TOPICS, Topic};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The version of the report's shape.
pub const SCHEMA_VERSION: u32 = 1;

/// A result as it is printed: plain data, every span mapped to the bytes of the document as given.
///
/// ```
/// use corroborate::{Document, Options, reconcile};
/// let a = Document::new("a", "The fire in Lyon on 3 May 2025 killed 12 people, police said.");
/// let b = Document::new("b", "The fire in Lyon on 3 May 2025 killed 15 people, police said.");
/// let report = reconcile(&[a, b], &Options::default());
/// let worst = &report.findings[0];
/// assert_eq!((worst.kind.as_str(), worst.reason.as_str()), ("contradiction", "numeric"));
/// let json = serde_json::to_string(&report).unwrap();
/// assert_eq!(serde_json::from_str::<corroborate::Report>(&json).unwrap(), report);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Raised when a field changes its meaning.
    pub schema_version: u32,
    /// The case's id in batch mode.
    pub id: Option<String>,
    /// The documents as given.
    pub documents: Vec<DocumentEntry>,
    /// By document and span.
    pub mentions: Vec<MentionEntry>,
    /// By first mention.
    pub entities: Vec<EntityEntry>,
    /// By first mention.
    pub events: Vec<EventEntry>,
    /// By document and span.
    pub claims: Vec<ClaimEntry>,
    /// By severity, then first span.
    pub findings: Vec<FindingEntry>,
    /// Who gives which value of a property that several documents tell of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub support: Vec<SupportEntry>,
    /// Who is reported as saying what, by document and span.
    pub attributions: Vec<AttributionEntry>,
    /// What was not read.
    pub skipped: Vec<SkippedEntry>,
    /// Whether each claim of the checked documents is supported; only when verifying.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<CheckEntry>,
    /// Pairs of claims that were not compared; only when asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refusals: Vec<RefusalEntry>,
    /// How many pairs of claims were compared, of all that there are.
    #[serde(default)]
    pub pairs: PairsEntry,
}

/// How many pairs of claims were compared.
///
/// ```
/// use corroborate::{Document, Options, reconcile};
/// let documents = ["a", "b"].map(|id| Document::new(id, "Two people were hurt in Lyon."));
/// let pairs = reconcile(&documents, &Options::default()).pairs;
/// assert!(pairs.compared <= pairs.possible);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PairsEntry {
    /// Pairs that were compared, or found not to be comparable.
    pub compared: u64,
    /// All pairs of claims of two documents.
    pub possible: u64,
    /// Pairs of documents of which no claims were compared, since both are written from one form
    /// about different matters; left out where there are none.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub forms_apart: u64,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde asks for it")]
const fn is_zero(count: &u64) -> bool {
    *count == 0
}

/// A document of a report.
///
/// ```
/// # use corroborate::{Document, Options, reconcile};
/// # let a = Document::new("a", "The fire in Lyon on 3 May 2025 killed 12 people, police said.");
/// # let b = Document::new("b", "The fire in Lyon on 3 May 2025 killed 15 people, police said.");
/// # let report = reconcile(&[a, b], &Options::default());
/// assert_eq!((report.documents[0].id.as_str(), &report.documents[0].origin), ("a", &None));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentEntry {
    /// Names it in the report.
    pub id: String,
    /// Who publishes it.
    pub source: Option<String>,
    /// The path as given.
    pub path: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// When it was published.
    pub published: Option<String>,
    /// The byte of the file of this path where the document begins, when that holds more than it;
    /// all other offsets count from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offset: Option<u32>,
    /// How much its source is trusted, where the configuration says so; it changes no verdict.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<String>,
    /// The document whose content it repeats.
    pub origin: Option<OriginEntry>,
}

/// Where a document's content comes from.
///
/// ```
/// use corroborate::report::OriginEntry;
/// let origin = OriginEntry { document: "d1".into(), kind: "copy".into(), overlap: "0.93".into() };
/// assert!(origin.overlap.parse::<f32>().unwrap() > 0.8);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OriginEntry {
    /// The document it derives from.
    pub document: String,
    /// `copy`, `citation` or `family`.
    pub kind: String,
    /// The share of common five-word runs, as a decimal.
    pub overlap: String,
}

/// A mention of a report.
///
/// ```
/// # use corroborate::{Document, Options, reconcile};
/// # let a = Document::new("a", "The fire in Lyon on 3 May 2025 killed 12 people, police said.");
/// # let b = Document::new("b", "The fire in Lyon on 3 May 2025 killed 15 people, police said.");
/// # let report = reconcile(&[a, b], &Options::default());
/// let place = report.mentions.iter().find(|m| m.kind == "place").unwrap();
/// assert_eq!(place.quote, "Lyon");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionEntry {
    /// The document's id.
    pub document: String,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words there.
    pub quote: String,
    /// `quantity`, `time`, `place`, `actor` or `event`.
    pub kind: String,
    /// What it refers to.
    pub value: ValueEntry,
}

/// A value of a report; `kind` tells which.
///
/// ```
/// # use corroborate::{Document, Options, reconcile};
/// # let a = Document::new("a", "The fire in Lyon on 3 May 2025 killed 12 people, police said.");
/// # let b = Document::new("b", "The fire in Lyon on 3 May 2025 killed 15 people, police said.");
/// # let report = reconcile(&[a, b], &Options::default());
/// use corroborate::report::ValueEntry;
/// let claim = report.claims.iter().find(|claim| claim.property == "fire.killed").unwrap();
/// assert!(matches!(&claim.value, ValueEntry::Quantity(count) if count.low.as_deref() == Some("12")));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
#[non_exhaustive]
pub enum ValueEntry {
    /// A number with unit and bound.
    Quantity(QuantityEntry),
    /// A point or stretch of time.
    Time(TimeEntry),
    /// A place.
    Place(NameEntry),
    /// A person, organization, country or group.
    Actor(NameEntry),
    /// A ship, storm, program, law or other thing that has a name.
    Thing(NameEntry),
    /// Something that happens.
    Event(NameEntry),
    /// A state in the life of an event.
    Status(NameEntry),
    /// Words that stand for none of these.
    Text(NameEntry),
}

impl Default for ValueEntry {
    fn default() -> Self {
        Self::Text(NameEntry::default())
    }
}

impl ValueEntry {
    /// `quantity`, `time`, `place`, `actor`, `thing`, `event`, `status` or `text`.
    ///
    /// ```
    /// # use corroborate::{Document, Options, reconcile};
    /// # let a = Document::new("a", "The fire in Lyon on 3 May 2025 killed 12 people, police said.");
    /// # let b = Document::new("b", "The fire in Lyon on 3 May 2025 killed 15 people, police said.");
    /// # let report = reconcile(&[a, b], &Options::default());
    /// assert!(report.claims.iter().any(|claim| claim.value.kind() == "time"));
    /// ```
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Quantity(_) => "quantity",
            Self::Time(_) => "time",
            Self::Place(_) => "place",
            Self::Actor(_) => "actor",
            Self::Thing(_) => "thing",
            Self::Event(_) => "event",
            Self::Status(_) => "status",
            Self::Text(_) => "text",
        }
    }

    /// The words it was read from.
    ///
    /// ```
    /// use corroborate::report::{NameEntry, ValueEntry};
    /// let value = ValueEntry::Place(NameEntry { text: "Lyon".into(), ..NameEntry::default() });
    /// assert_eq!(value.text(), "Lyon");
    /// ```
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Quantity(quantity) => &quantity.text,
            Self::Time(time) => &time.text,
            Self::Place(name)
            | Self::Actor(name)
            | Self::Thing(name)
            | Self::Event(name)
            | Self::Status(name)
            | Self::Text(name) => &name.text,
        }
    }
}

/// The fields of a quantity.
///
/// ```
/// # use corroborate::{Document, Options, reconcile};
/// # let a = Document::new("a", "The fire in Lyon on 3 May 2025 killed 12 people, police said.");
/// # let b = Document::new("b", "The fire in Lyon on 3 May 2025 killed 15 people, police said.");
/// # let report = reconcile(&[a, b], &Options::default());
/// use corroborate::report::ValueEntry;
/// let claim = report.claims.iter().find(|claim| claim.property == "fire.killed").unwrap();
/// let ValueEntry::Quantity(count) = &claim.value else { panic!("a count") };
/// assert_eq!((count.bound.as_str(), count.unit.as_deref()), ("exact", Some("person")));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuantityEntry {
    /// The words.
    pub text: String,
    /// The lower end, null when unbounded.
    pub low: Option<String>,
    /// The upper end, null when unbounded.
    pub high: Option<String>,
    /// Whether the lower end is left out.
    pub low_open: bool,
    /// Whether the upper end is left out.
    pub high_open: bool,
    /// `exact approx at-least more-than at-most less-than range`.
    pub bound: String,
    /// The canonical unit.
    pub unit: Option<String>,
    /// What it is given per.
    pub per: Option<String>,
    /// The numbers as printed.
    pub printed: Vec<String>,
    /// Whether it is an ordinal.
    pub ordinal: bool,
    /// The words of the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number_span: Option<[u32; 2]>,
    /// The words of the unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit_span: Option<[u32; 2]>,
}

/// The fields of a time.
///
/// ```
/// # use corroborate::{Document, Options, reconcile};
/// # let a = Document::new("a", "The fire in Lyon on 3 May 2025 killed 12 people, police said.");
/// # let b = Document::new("b", "The fire in Lyon on 3 May 2025 killed 15 people, police said.");
/// # let report = reconcile(&[a, b], &Options::default());
/// use corroborate::report::ValueEntry;
/// let time = report.claims.iter().find(|claim| claim.property == "fire.time").unwrap();
/// assert!(matches!(&time.value, ValueEntry::Time(time) if time.edtf == "2025-05-03"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeEntry {
    /// The words.
    pub text: String,
    /// EDTF, `X` for what is unresolved. A fiscal year has `~` and no ends: it may begin in any
    /// month.
    pub edtf: String,
    /// The first day, or minute of a time of day; null when unresolved.
    pub start: Option<String>,
    /// The last day or minute; null when unresolved.
    pub end: Option<String>,
    /// The value of TIMEX3.
    pub timex: String,
    /// Whether it recurs.
    pub set: bool,
    /// A duration as ISO 8601.
    pub duration: Option<String>,
    /// The time zone as printed; not applied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// The EDTF of the other readings of a numeric date that may be month-day or day-month.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<String>,
    /// The quantity of a duration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Box<QuantityEntry>>,
}

/// The fields of a place, actor, event or status.
///
/// ```
/// # use corroborate::{Document, Options, reconcile};
/// # let a = Document::new("a", "The fire in Lyon on 3 May 2025 killed 12 people, police said.");
/// # let b = Document::new("b", "The fire in Lyon on 3 May 2025 killed 15 people, police said.");
/// # let report = reconcile(&[a, b], &Options::default());
/// use corroborate::report::ValueEntry;
/// let venue = report.claims.iter().find(|claim| claim.property == "fire.venue").unwrap();
/// assert!(matches!(&venue.value, ValueEntry::Place(place) if place.name == "Lyon"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NameEntry {
    /// The words.
    pub text: String,
    /// The canonical name.
    pub name: String,
    /// The kind of actor (`person organization country group unknown`), the event type, or null.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub type_: Option<String>,
    /// Ids of a place from the outermost container inwards.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub path: Vec<String>,
    /// The country code of an actor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// `false` when it is no name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub named: Option<bool>,
    /// Of an event: `affirmed` or `negated`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub polarity: Option<String>,
    /// Of an event: `actual planned proposed demanded possible conditional`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modality: Option<String>,
}

/// An entity of a report.
///
/// ```
/// # use corroborate::{Document, Options, reconcile};
/// # let a = Document::new("a", "The fire in Lyon on 3 May 2025 killed 12 people, police said.");
/// # let b = Document::new("b", "The fire in Lyon on 3 May 2025 killed 15 people, police said.");
/// # let report = reconcile(&[a, b], &Options::default());
/// assert!(report.entities.iter().any(|entity| entity.kind == "place" || entity.kind == "group"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityEntry {
    /// `n1`, `n2` …
    pub id: String,
    /// The fullest name.
    pub name: String,
    /// `person organization country group place unknown`.
    pub kind: String,
    /// Other names, sorted.
    pub aliases: Vec<String>,
}

/// An event of a report.
///
/// ```
/// # use corroborate::{Document, Options, reconcile};
/// # let a = Document::new("a", "The fire in Lyon on 3 May 2025 killed 12 people, police said.");
/// # let b = Document::new("b", "The fire in Lyon on 3 May 2025 killed 15 people, police said.");
/// # let report = reconcile(&[a, b], &Options::default());
/// assert_eq!(report.events[0].type_, "fire");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventEntry {
    /// `e1`, `e2` …
    pub id: String,
    /// The event type.
    #[serde(rename = "type")]
    pub type_: String,
    /// When.
    pub time: Option<ValueEntry>,
    /// Where: an entity id.
    pub place: Option<String>,
    /// Entity ids.
    pub participants: Vec<String>,
    /// Claim ids.
    pub claims: Vec<String>,
}

/// A claim of a report.
///
/// ```
/// # use corroborate::{Document, Options, reconcile};
/// # let a = Document::new("a", "The fire in Lyon on 3 May 2025 killed 12 people, police said.");
/// # let b = Document::new("b", "The fire in Lyon on 3 May 2025 killed 15 people, police said.");
/// # let report = reconcile(&[a, b], &Options::default());
/// let claim = report.claims.iter().find(|claim| claim.property == "fire.killed").unwrap();
/// assert_eq!((claim.polarity.as_str(), claim.modality.as_str()), ("affirmed", "actual"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimEntry {
    /// `c1`, `c2` …
    pub id: String,
    /// The document's id.
    pub document: String,
    /// The event's id.
    pub event: Option<String>,
    /// The entity's id.
    pub entity: Option<String>,
    /// The property.
    pub property: String,
    /// What it is said to be.
    pub value: ValueEntry,
    /// `affirmed` or `negated`.
    pub polarity: String,
    /// `actual planned proposed demanded possible conditional`.
    pub modality: String,
    /// From the document's own voice inwards.
    pub attribution: Vec<SpeakerEntry>,
    /// The agency or other outlet that it is put down to, in lower case: claims that cite one
    /// outlet have one origin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cites: Option<String>,
    /// Where, when and of whom it holds.
    pub scope: ScopeEntry,
    /// The spans that ground it.
    pub evidence: Vec<EvidenceEntry>,
    /// The rule that read it.
    pub rule: String,
    /// Of a claim outside the tables, the words of the text that name whom or what its clause is about:
    /// "Files" in "Files may not exceed 10 MB".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Of a claim outside the tables, what is said: the verb and the words that lead to the value, or all
    /// of it where there is no other value: "be released under the … licence" for "MIT".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub predicate: Option<String>,
    /// Words of `property` and of `scope.qualifiers` that stand for several, each with the lemma that the
    /// text has there: `rescue` with "save" in "saves $2 a year".
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub lemmas: BTreeMap<String, String>,
    /// It tells of a deed that another clause only points to, as what for or as which one: "sailed *to look*
    /// for work", "those *trapped* below".
    #[serde(default, skip_serializing_if = "is_false")]
    pub subordinate: bool,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
const fn is_false(value: &bool) -> bool {
    !*value
}

/// A link of a claim's attribution chain.
///
/// ```
/// # use corroborate::{Document, Options, reconcile};
/// # let a = Document::new("a", "The fire in Lyon on 3 May 2025 killed 12 people, police said.");
/// # let b = Document::new("b", "The fire in Lyon on 3 May 2025 killed 15 people, police said.");
/// # let report = reconcile(&[a, b], &Options::default());
/// let claim = report.claims.iter().find(|claim| claim.property == "fire.killed").unwrap();
/// assert_eq!(claim.attribution[0].speaker.as_deref(), Some("police"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeakerEntry {
    /// The speaker's entity id.
    pub entity: Option<String>,
    /// The words that name the speaker.
    pub speaker: Option<String>,
    /// The words that signal it.
    pub cue: String,
    /// Where the speaker stands.
    pub speaker_span: Option<[u32; 2]>,
    /// Where the cue stands.
    pub cue_span: [u32; 2],
    /// Where the content stands.
    pub content_span: Spans,
}

/// An attribution of a report.
///
/// ```
/// # use corroborate::{Document, Options, reconcile};
/// # let a = Document::new("a", "The fire in Lyon on 3 May 2025 killed 12 people, police said.");
/// # let b = Document::new("b", "The fire in Lyon on 3 May 2025 killed 15 people, police said.");
/// # let report = reconcile(&[a, b], &Options::default());
/// let said = &report.attributions[0];
/// assert_eq!((said.verb.as_str(), said.stance.as_str()), ("say", "asserts"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributionEntry {
    /// The document's id.
    pub document: String,
    /// The words that name the speaker.
    pub speaker: Option<String>,
    /// The words that signal it.
    pub cue: String,
    /// What is said, its parts joined by ` … `.
    pub content: String,
    /// Where the speaker stands.
    pub speaker_span: Option<[u32; 2]>,
    /// Where the cue stands.
    pub cue_span: [u32; 2],
    /// Where the content stands.
    pub content_span: Spans,
    /// The lemma of the cue ("say").
    pub verb: String,
    /// `asserts`, `confirms`, `denies`, `wants`, `questions` or `thinks`.
    pub stance: String,
    /// What the content is: `clause`, `quote`, or `topic` when it is only talked about.
    pub form: String,
}

/// The scope of a claim.
///
/// ```
/// # use corroborate::{Document, Options, reconcile};
/// # let a = Document::new("a", "The fire in Lyon on 3 May 2025 killed 12 people, police said.");
/// # let b = Document::new("b", "The fire in Lyon on 3 May 2025 killed 15 people, police said.");
/// # let report = reconcile(&[a, b], &Options::default());
/// let claim = report.claims.iter().find(|claim| claim.property == "fire.killed").unwrap();
/// assert!(!claim.scope.part && !claim.scope.cumulative);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScopeEntry {
    /// When.
    pub time: Option<ValueEntry>,
    /// Where: the canonical name.
    pub place: Option<String>,
    /// The group counted.
    pub group: Option<String>,
    /// The period that a count runs over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<ValueEntry>,
    /// The date as of which it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<ValueEntry>,
    /// The entity whose it is: who accepted, rejected, earned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holder: Option<String>,
    /// Further restrictions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qualifiers: Vec<String>,
    /// It is a part of a whole named elsewhere.
    #[serde(default)]
    pub part: bool,
    /// It is cumulative over many incidents.
    #[serde(default)]
    pub cumulative: bool,
    /// How the text says that it changes: `rise`, `fall` and `correction` to this value, `before`
    /// for the older value that it is held against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<String>,
}

/// A quote at its offsets.
///
/// ```
/// # use corroborate::{Document, Options, reconcile};
/// # let a = Document::new("a", "The fire in Lyon on 3 May 2025 killed 12 people, police said.");
/// # let b = Document::new("b", "The fire in Lyon on 3 May 2025 killed 15 people, police said.");
/// # let report = reconcile(&[a, b], &Options::default());
/// let claim = report.claims.iter().find(|claim| claim.property == "fire.killed").unwrap();
/// assert!(claim.evidence.iter().any(|evidence| evidence.quote == "12 people"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceEntry {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words there.
    pub quote: String,
    /// The same without markup and escapes, where there are any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

impl EvidenceEntry {
    /// The words there, without markup and escapes.
    ///
    /// ```
    /// use corroborate::report::EvidenceEntry;
    /// let quote = "4&nbsp;people".to_owned();
    /// let evidence = EvidenceEntry { quote, words: Some("4 people".into()), ..Default::default() };
    /// assert_eq!(evidence.text(), "4 people");
    /// ```
    #[must_use]
    pub fn text(&self) -> &str {
        self.words.as_deref().unwrap_or(&self.quote)
    }
}

/// A finding of a report.
///
/// ```
/// # use corroborate::{Document, Options, reconcile};
/// # let a = Document::new("a", "The fire in Lyon on 3 May 2025 killed 12 people, police said.");
/// # let b = Document::new("b", "The fire in Lyon on 3 May 2025 killed 15 people, police said.");
/// # let report = reconcile(&[a, b], &Options::default());
/// let finding = &report.findings[0];
/// assert_eq!(finding.documents, ["a", "b"]);
/// assert_eq!(finding.independent_sources, 2);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingEntry {
    /// `f1`, `f2` …
    pub id: String,
    /// Survives edits elsewhere in the text.
    pub fingerprint: String,
    /// `contradiction dispute update agreement addition`.
    pub kind: String,
    /// See [`crate::reconcile::Reason`].
    pub reason: String,
    /// `high medium low`.
    pub confidence: String,
    /// The property compared.
    pub property: String,
    /// The event's id.
    pub event: Option<String>,
    /// Claim ids.
    pub claims: Vec<String>,
    /// Document ids.
    pub documents: Vec<String>,
    /// How many independent origins the claims have.
    pub independent_sources: u32,
    /// The keys that matched.
    pub matched: Vec<String>,
    /// One sentence for a person.
    pub explanation: String,
    /// Against a baseline: `new` or `unchanged`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<String>,
    /// Why it is waived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waived: Option<String>,
    /// What the configuration says of findings like it: `allow`, `warn` or `deny`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
}

/// How well a value of a property of an event is held up: one of the values that documents give as
/// having happened, and those who give it.
///
/// ```
/// # use corroborate::{Document, Options, reconcile};
/// # let a = Document::new("a", "The fire in Lyon on 3 May 2025 killed 12 people, police said.");
/// # let b = Document::new("b", "The fire in Lyon on 3 May 2025 killed 15 people, police said.");
/// # let report = reconcile(&[a, b], &Options::default());
/// let killed = report.support.iter().filter(|support| support.property == "fire.killed");
/// assert_eq!(killed.count(), 2);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportEntry {
    /// The event's id.
    pub event: String,
    /// The property.
    pub property: String,
    /// The group that the value counts.
    pub group: Option<String>,
    /// The value, in the words of the first who gives it.
    pub value: ValueEntry,
    /// Claim ids.
    pub claims: Vec<String>,
    /// Document ids.
    pub documents: Vec<String>,
    /// How many of the documents do not repeat another one.
    pub independent_sources: u32,
    /// The day on which it was first published.
    pub earliest: Option<String>,
    /// The day on which it was last published.
    pub latest: Option<String>,
    /// The sum of the weights that the configuration gives the sources; it changes no verdict.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<String>,
}

/// Whether a claim is supported by the documents it was checked against.
///
/// ```
/// use corroborate::{Document, Options, verify};
/// let text = "The fire in Lyon on 3 May 2025 killed 12 people.";
/// let report = verify(&[Document::new("a", text)], &[Document::new("b", text)], &Options::default());
/// assert!(report.checks.iter().any(|check| check.verdict == "supported"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckEntry {
    /// The claim's id.
    pub claim: String,
    /// `supported`, `contradicted` or `not-found`.
    pub verdict: String,
    /// The finding that decides it, or that bears on it.
    pub finding: Option<String>,
    /// The claims of the other documents that bear on it.
    pub evidence: Vec<String>,
}

/// A pair of claims that was not compared.
///
/// ```
/// use corroborate::{Document, Options, reconcile};
/// let a = Document::new("a", "A fire in Lyon on 3 May 2025 killed 12 people.");
/// let b = Document::new("b", "A fire in Nice on 9 May 2025 killed 40 people.");
/// let mut options = Options::default();
/// options.explain = true;
/// let report = reconcile(&[a, b], &options);
/// assert!(report.refusals.iter().any(|refusal| refusal.reason == "different-event"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusalEntry {
    /// Claim ids.
    pub claims: Vec<String>,
    /// Why.
    pub reason: String,
}

/// A part of a document that was not read.
///
/// ```
/// use corroborate::{Document, Format, Options, extract};
/// let document = Document::parse("a", "Two died.\n\n| a |\n|---|\n| 1 |\n", Format::Markdown);
/// let report = extract(&[document], &Options::default());
/// assert_eq!(report.skipped[0].reason, "table");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkippedEntry {
    /// The document's id.
    pub document: String,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Why.
    pub reason: String,
}
