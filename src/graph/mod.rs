//! Which mentions are the same entity or event across documents, and which documents are not
//! independent.

mod apart;
mod decision;
mod entity;
mod event;
mod form;
pub(crate) use event::{named_in, two_people};
pub mod kin;
mod origin;
mod topic;

pub use decision::{Anchor, Decisions};
pub use form::Forms;
pub use origin::{cited, independent};

use std::sync::Arc;

use crate::claim::{Account, Claim};
use crate::lexicon::Vocabulary;
use crate::value::{Date, Name, Place, Time};

/// One document as the graph sees it: what it says, who publishes it and when, and its words only
/// to find copies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Node {
    /// The document's id.
    pub id: String,
    /// Who publishes it.
    pub source: Option<String>,
    /// The publisher family that the user's table puts the source in.
    pub family: Option<String>,
    /// When.
    pub published: Option<Date>,
    /// What it says.
    pub account: Arc<Account>,
    /// Hashes of its five-word runs, sorted, to find copies.
    pub shingles: Vec<u64>,
    /// The words of it that a user's decisions are about, each with the index of an event that
    /// they speak of.
    pub marks: Vec<(String, u32)>,
}

/// The claims of several documents, joined by what they are about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Graph {
    /// The documents, as given.
    pub documents: Vec<Node>,
    /// The entities, by first mention.
    pub entities: Vec<Entity>,
    /// The events, by first mention.
    pub events: Vec<EventCluster>,
    /// Where each document's content comes from, by document.
    pub origins: Vec<Option<Origin>>,
    /// The pairs of events, as (document, index into [`Account::events`]), that a user keeps
    /// apart, sorted.
    pub apart: Vec<[(u32, u32); 2]>,
    /// Which documents are of one form, and about different matters.
    pub forms: Forms,
}

/// A claim of the graph: the document and the claim's index in its account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimRef {
    /// Index into [`Graph::documents`].
    pub document: u32,
    /// Index into [`Account::claims`].
    pub claim: u32,
}

/// A person, organization, country or group across documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// The fullest name.
    pub name: Name,
    /// All names it goes by, sorted.
    pub aliases: Vec<String>,
    /// (document, index into [`Account::actors`]), sorted.
    pub members: Vec<(u32, u32)>,
}

/// An event across documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventCluster {
    /// The event type.
    pub kind: String,
    /// (document, index into [`Account::events`]), sorted.
    pub members: Vec<(u32, u32)>,
    /// How surely the members are one event.
    pub strength: Match,
    /// When it takes place, as narrowly as the documents agree.
    pub time: Option<Time>,
    /// Where it takes place, as narrowly as the documents agree.
    pub place: Option<Place>,
    /// Indices into [`Graph::entities`], sorted.
    pub participants: Vec<u32>,
}

/// How surely two mentions are of the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Match {
    /// Something tells them apart.
    None,
    /// Nothing tells either way.
    Unsure,
    /// They may well be the same; never enough for a finding of high confidence.
    Weak,
    /// They are the same by keys that do not include the value under comparison.
    Strong,
}

/// Where a document's content comes from ([PROV](https://www.w3.org/TR/prov-o/)).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Index of the document it derives from.
    pub document: u32,
    /// How.
    pub kind: OriginKind,
    /// The share of the shorter text's five-word runs found in the other, in hundredths.
    pub overlap: u8,
}

/// How a document derives from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OriginKind {
    /// A near-copy.
    Copy,
    /// It says that it reports what the other reported.
    Citation,
    /// The same publisher family.
    Family,
}

impl Graph {
    /// The claim at `at`.
    #[must_use]
    pub fn claim(&self, at: ClaimRef) -> &Claim {
        &self.documents[at.document as usize].account.claims[at.claim as usize]
    }
}

/// Hashes of the five-word runs of a text, sorted and unique; words are compared without case.
#[must_use]
pub fn shingles(text: &str) -> Vec<u64> {
    origin::shingles(text)
}

/// How surely the events of two claims are the same, as far as they themselves tell:
/// [`Match::None`] when time, place or cues tell them apart, otherwise [`Match::Unsure`].
#[must_use]
pub fn compare_events(graph: &Graph, a: ClaimRef, b: ClaimRef) -> Match {
    event::compare(graph, a, b, true)
}

/// The same with time and place left out: when two sentences differ in nothing but a date or a
/// place, that value is under comparison and must not decide whether the events are one.
#[must_use]
pub fn compare_matters(graph: &Graph, a: ClaimRef, b: ClaimRef) -> Match {
    event::compare(graph, a, b, false)
}

/// Joins the documents' accounts into one graph, as far as a user has not decided otherwise.
#[must_use]
pub fn build(documents: Vec<Node>, vocabulary: &Vocabulary, decisions: &Decisions) -> Graph {
    build_with(documents, vocabulary, decisions, Forms::default().least)
}

/// The same where so many documents with the same words are a form, see [`Forms`].
#[must_use]
pub fn build_with(
    documents: Vec<Node>,
    vocabulary: &Vocabulary,
    decisions: &Decisions,
    least_form: u32,
) -> Graph {
    let speaks: Vec<kin::Vocabulary> = documents.iter().map(kin::Vocabulary::of).collect();
    let mut forms = Forms::find(&speaks, &origin::order(&documents), least_form);
    let entities = entity::join(&documents, decisions);
    let decided = event::Decided::new(&documents, decisions);
    decided.same().for_each(|(a, b)| forms.join(a, b));
    let events = event::join(&documents, &entities, vocabulary, (&decided, &forms, speaks));
    let origins = origin::find(&documents);
    Graph { documents, entities, events, origins, apart: decided.apart, forms }
}

/// The graph of the documents of both, in the order of their ids; of two documents with one id
/// the first graph's is kept.
///
/// Reading a document is the costly part and is not done again, so work can be split over
/// machines and joined, and a document added to a graph that is at hand. Where the two hold the
/// same document under one id, merging is associative, commutative and idempotent, and merging
/// with a graph of one document equals a run over all of them in the order of their ids.
///
/// ```
/// use corroborate::graph::{Decisions, Graph, merge};
/// use corroborate::lexicon::Vocabulary;
/// let (empty, words) = (Graph::default(), Vocabulary::default());
/// assert_eq!(merge(empty.clone(), empty.clone(), &words, &Decisions::default()), empty);
/// ```
#[must_use]
pub fn merge(a: Graph, b: Graph, vocabulary: &Vocabulary, decisions: &Decisions) -> Graph {
    let mut documents = a.documents;
    documents.extend(b.documents);
    documents.sort_by(|a, b| a.id.cmp(&b.id));
    documents.dedup_by(|later, first| later.id == first.id);
    build_with(documents, vocabulary, decisions, a.forms.least.max(b.forms.least))
}
