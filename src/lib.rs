//! Reads several articles about the same events and says where they agree, add, update, dispute
//! and contradict, with exact evidence.
//!
//! ```
//! use corroborate::{Document, Options, reconcile};
//! let a = Document::new("a", "The fire in Lyon killed 12 people on Monday.");
//! let b = Document::new("b", "The fire in Lyon killed 15 people on Monday.");
//! let report = reconcile(&[a, b], &Options::default());
//! assert_eq!(report.documents.len(), 2);
//! ```
//!
//! # Stages
//!
//! Each stage hands an inert value to the next; nothing flows back.
//!
//! | Stage | What it makes |
//! |---|---|
//! | [`text`] | from a [`Document`], the words to read, their sentences and tokens |
//! | [`syntax`] | from a sentence, its dependency tree |
//! | [`mention`] | from trees, the spans that name quantities, times, places, actors and events |
//! | [`claim`] | from mentions, who says what, how surely, on which evidence |
//! | [`graph`] | from the claims of several documents, what is about the same event or entity |
//! | [`reconcile`](mod@reconcile) | from the graph, the comparable claims and how they relate |
//! | [`report`] | from all of these, the [`Report`] and its renderings |
//!
//! [`value`] and [`lexicon`] hold what values and words mean; [`pipeline`] runs the stages.
//!
//! # Features
//!
//! - `cli` (default): the program `corroborate`, and renderings of a report that need a
//!   dependency of their own. A library that only wants findings turns it off.
//! - `html` (with `cli`): reads the article out of HTML pages.

#![warn(clippy::panic)]

pub mod claim;
mod error;
pub mod graph;
pub mod lexicon;
pub mod mention;
pub mod pipeline;
pub mod reconcile;
pub mod report;
pub mod syntax;
pub mod text;
pub mod value;

pub use error::{Error, Location};
pub use pipeline::Options;
pub use reconcile::support;
pub use report::Report;
pub use text::{Document, Format};
pub use value::Date;

/// Reads the documents, joins their claims and reports how they relate.
///
/// The order of the documents has no bearing on what is found. One document alone is fine: its
/// claims are listed, and nothing could be compared.
///
/// ```
/// use corroborate::{Document, Options, reconcile};
/// let report = reconcile(&[Document::new("a", "Nobody was hurt.")], &Options::default());
/// assert!(report.findings.is_empty());
/// ```
#[must_use]
pub fn reconcile(documents: &[Document], options: &Options) -> Report {
    report_of(documents, &pipeline::run(documents, options))
}

/// Like [`reconcile`](fn@reconcile), with the claims of another extractor put among our own.
///
/// ```
/// use corroborate::report::{EvidenceEntry, GivenClaim, GivenValue};
/// use corroborate::{Document, Options, reconcile_with};
/// let given = |document: &str, text: &str| GivenClaim {
///     document: document.into(),
///     event: Some("launch".into()),
///     property: "launch.cost".into(),
///     value: GivenValue {
///         kind: "quantity".into(),
///         text: text.into(),
///         low: Some(text.into()),
///         high: Some(text.into()),
///         ..GivenValue::default()
///     },
///     evidence: vec![EvidenceEntry { start: 0, end: 2, quote: text.into(), words: None }],
///     ..GivenClaim::default()
/// };
/// let documents = [Document::new("a", "40 or so"), Document::new("b", "70 or so")];
/// let claims = [given("a", "40"), given("b", "70")];
/// let report = reconcile_with(&documents, &claims, &Options::default()).unwrap();
/// assert_eq!(report.findings[0].kind, "contradiction");
/// ```
///
/// # Errors
/// When a claim does not fit its document, see [`report::add_claims`].
pub fn reconcile_with(
    documents: &[Document],
    claims: &[report::GivenClaim],
    options: &Options,
) -> Result<Report, Error> {
    let mut analyses: Vec<claim::Analysis> =
        documents.iter().map(|document| pipeline::analyze(document, options)).collect();
    report::add_claims(documents, &mut analyses, claims)?;
    Ok(report_of(documents, &pipeline::join(documents, analyses, options)))
}

/// Reads the documents and lists the mentions and claims of each, without comparing them.
///
/// ```
/// use corroborate::{Document, Options, extract};
/// let report = extract(&[Document::new("a", "Nobody was hurt.")], &Options::default());
/// assert_eq!(report.documents[0].id, "a");
/// ```
#[must_use]
pub fn extract(documents: &[Document], options: &Options) -> Report {
    let analyses = documents.iter().map(|document| pipeline::analyze(document, options)).collect();
    report_of(documents, &pipeline::gather(documents, analyses, options))
}

/// The report of a run over `documents`.
///
/// For callers that run the stages themselves, one by one or on several threads;
/// [`reconcile`](fn@reconcile) does both steps.
///
/// ```
/// use corroborate::{Document, Options, pipeline, report_of};
/// let documents = [Document::new("a", "Nobody was hurt.")];
/// let run = pipeline::run(&documents, &Options::default());
/// assert_eq!(report_of(&documents, &run).documents.len(), 1);
/// ```
#[must_use]
pub fn report_of(documents: &[Document], run: &reconcile::Run) -> Report {
    report::build(documents, run)
}

/// Says of each claim of `documents` whether `against` supports it, contradicts it, or has nothing
/// on it, in [`Report::checks`](report::Report).
///
/// ```
/// use corroborate::{Document, Options, verify};
/// let source = Document::new("source", "The fire in Lyon injured 12 people on Monday.");
/// let summary = Document::new("summary", "Twelve people were injured in the fire in Lyon.");
/// let report = verify(&[summary], &[source], &Options::default());
/// assert!(report.checks.iter().all(|check| check.verdict != "contradicted"));
/// ```
#[must_use]
pub fn verify(documents: &[Document], against: &[Document], options: &Options) -> Report {
    let all: Vec<Document> = documents.iter().chain(against).cloned().collect();
    report::check(reconcile(&all, options), documents.len())
}

/// The same for a run over the documents to check, followed by those to check against.
///
/// ```
/// use corroborate::{Document, Options, pipeline, verify_of};
/// let documents = ["summary", "source"].map(|id| Document::new(id, "Nobody was hurt."));
/// let run = pipeline::run(&documents, &Options::default());
/// assert!(verify_of(&documents, 1, &run).findings.len() <= 1);
/// ```
#[must_use]
pub fn verify_of(documents: &[Document], checked: usize, run: &reconcile::Run) -> Report {
    report::check(report_of(documents, run), checked)
}

/// Fails a test when documents contradict each other, with the report as message.
///
/// ```
/// use corroborate::{Document, assert_consistent};
/// let readme = Document::new("readme", "The limit is 40 requests a minute.");
/// let manual = Document::new("manual", "The service answers in English.");
/// assert_consistent!(readme, manual);
/// ```
///
/// # Panics
/// When a contradiction of medium or high confidence is found.
#[cfg(feature = "cli")]
#[macro_export]
macro_rules! assert_consistent {
    ($($document:expr),+ $(,)?) => {{
        let documents = [$($document.clone()),+];
        let report = $crate::reconcile(&documents, &$crate::Options::default());
        assert!(
            !$crate::report::Level::default().fails(&report),
            "the documents contradict each other\n\n{}",
            $crate::report::text(&report, &documents, $crate::report::Look::default())
        );
    }};
}
