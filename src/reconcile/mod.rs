//! Which claims are comparable, how each facet compares, and the verdict. Reads no text.

mod act;
mod addition;
mod align;
mod aligned;
mod answer;
mod asked;
mod block;
mod compare;
mod context;
mod counted;
mod counterpart;
mod course;
mod decide;
mod denied;
mod derive;
mod differ;
mod digest;
mod emit;
mod gate;
mod grown;
mod judge;
mod motion;
mod office;
mod parallel;
mod post;
mod realize;
mod relation;
mod rename;
mod replaced;
mod retold;
mod scope;
mod slip;
mod statement;
mod stories;
mod story;
pub mod support;
mod view;
mod worded;

pub use compare::{Comparison, Facet, Order, VoiceFacet};

use crate::claim::Analysis;
use crate::graph::{ClaimRef, Graph};
use crate::lexicon::Vocabulary;

/// A pair of values of two documents that may answer one question, for learning how surely they do.
#[doc(hidden)]
#[derive(Debug, Clone)]
pub struct Answers {
    /// The documents.
    pub documents: [u32; 2],
    /// Where the values stand in their reading texts.
    pub spans: [crate::text::Span; 2],
    /// What is known of the pair.
    pub features: Vec<i32>,
    /// Whether the values are the same, or one lies within the other.
    pub fit: bool,
}

/// The names of the features of [`Answers`].
#[doc(hidden)]
pub const ANSWER_FEATURES: &[&str] = &answer::NAMES;

/// All pairs of values of one kind in two documents of a run.
#[doc(hidden)]
#[must_use]
pub fn answers(run: &Run, vocabulary: &Vocabulary) -> Vec<Answers> {
    answer::pairs(&view::View::new(&run.graph, vocabulary))
}

/// Everything that the stages made of several documents.
#[derive(Debug, Clone)]
pub struct Run {
    /// By document.
    pub analyses: Vec<Analysis>,
    /// The claims joined.
    pub graph: Graph,
    /// What was found.
    pub verdicts: Verdicts,
}

/// What we tell the user about claims of one or more documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// Why: the relation of an agreement, addition or update, the kind of a contradiction.
    pub reason: Reason,
    /// How surely.
    pub confidence: Confidence,
    /// The property compared.
    pub property: String,
    /// Index into [`Graph::events`].
    pub event: Option<u32>,
    /// The claims it rests on, by document.
    pub claims: Vec<ClaimRef>,
    /// Further documents it is about (an addition is about the silent side too).
    pub documents: Vec<u32>,
    /// How many independent origins the claims have.
    pub independent_sources: u32,
    /// The keys that matched ("event", "property", "scope" …).
    pub matched: Vec<&'static str>,
    /// What parts of a count make, where the finding rests on a sum.
    pub sum: Option<String>,
}

/// What a finding is. Ordered by severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FindingKind {
    /// Both cannot be true.
    Contradiction,
    /// The speakers differ; the documents do not contradict each other by reporting them.
    Dispute,
    /// A later value replaces an earlier one.
    Update,
    /// Both say the same, or one within the other.
    Agreement,
    /// One says what the other does not.
    Addition,
}

/// Why a finding is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// Agreement: the same value.
    Equivalent,
    /// Agreement: one value lies within the other.
    Refines,
    /// Agreement: they overlap, or differ by rounding.
    Compatible,
    /// Addition: a comparable property or event known to one side only.
    NewClaim,
    /// Addition: another member of a many-valued property.
    NewValue,
    /// Update: an evolving value moved on.
    Supersedes,
    /// Update: said to be a correction.
    Corrects,
    /// Update: a planned event took place.
    Realized,
    /// Numbers that share nothing.
    Numeric,
    /// Dates that share nothing.
    Temporal,
    /// Places of which neither holds the other.
    Place,
    /// Different persons or organizations in one role.
    Identity,
    /// One affirms what the other negates.
    Polarity,
    /// States of an event that exclude each other.
    Status,
    /// Parts that cannot add up to the whole.
    Arithmetic,
}

/// How surely a finding holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Only the plausible readings differ, or the match is weak; never fails a build.
    Low,
    /// Something is inferred.
    Medium,
    /// Every key matched.
    High,
}

/// A pair of claims that was not compared, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The claims.
    pub claims: [ClaimRef; 2],
    /// Why they are not comparable.
    pub code: RefusalCode,
}

/// Why two claims are not comparable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RefusalCode {
    /// About two events, or not surely about one.
    DifferentEvent,
    /// Another group, place or side.
    DifferentScope,
    /// Another period.
    DifferentPeriod,
    /// A part of what the other counts.
    PartOfWhole,
    /// One is only reported as somebody's position.
    ReportedPosition,
    /// One is planned, possible, demanded …
    NotAsserted,
    /// Other property, unit or dimension.
    NotComparable,
    /// One has several readings.
    Ambiguous,
}

/// All findings of a graph, most severe first, and the pairs that were refused.
#[derive(Debug, Clone, Default)]
pub struct Verdicts {
    /// The findings, by severity, then by first claim.
    pub findings: Vec<Finding>,
    /// The refused pairs; filled only when they were asked for.
    pub refusals: Vec<Refusal>,
    /// How much was compared.
    pub pairs: Pairs,
}

/// How many pairs of claims were looked at: *blocking* chooses those worth comparing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pairs {
    /// Pairs that were compared, or refused by the gate.
    pub compared: u64,
    /// All pairs of claims of two documents.
    pub possible: u64,
    /// Pairs of documents of which no claims were compared, since both are of one form and about
    /// different matters, see [`Forms`](crate::graph::Forms).
    pub forms_apart: u64,
}

/// Compares the claims of a graph; `explain` asks for the refused pairs too.
#[must_use]
pub fn reconcile(graph: &Graph, vocabulary: &Vocabulary, explain: bool) -> Verdicts {
    let view = view::View::new(graph, vocabulary);
    let judge::Judgement { judged, refusals, compared, tellings } = judge::judge(&view, explain);
    let mut findings = emit::findings(&view, &judged);
    findings.extend(derive::find(&view));
    findings.extend(realize::find(&view, vocabulary));
    let became = realize::became(&view, &tellings, &findings);
    findings.retain(|finding| !realize::is_overtaken(finding, &became));
    findings.extend(became);
    findings.extend(addition::find(&view, &judged));
    findings.sort_by(|a, b| (a.kind, &a.claims, a.reason).cmp(&(b.kind, &b.claims, b.reason)));
    let forms_apart = graph.forms.pairs_apart();
    let pairs = Pairs { compared, possible: possible(&view), forms_apart };
    Verdicts { findings, refusals, pairs }
}

/// How many pairs of claims of two documents there are.
fn possible(view: &view::View<'_>) -> u64 {
    let all = view.items.len() as u64;
    let within = view.first.windows(2).map(|ends| ((ends[1] - ends[0]) as u64).pow(2));
    (all * all - within.sum::<u64>()) / 2
}
