//! Runs the stages in order; the only module that knows them all.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::claim::{self, Analysis};
use crate::graph::{self, Decisions, Forms, Graph, Node};
use crate::lexicon::{Aliases, Vocabulary};
use crate::mention;
use crate::reconcile::{self, Run, Verdicts};
use crate::syntax;
use crate::text::{self, Document, Reading, SkipReason, Span};
use crate::value::Date;

/// What a run may be told; the default is right for most.
///
/// ```
/// use corroborate::{Date, Options};
/// let mut options = Options::default();
/// options.as_of = Some(Date::parse("2025-07-20").unwrap());
/// assert!(!options.explain);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// Leave out documents published after this day; by default none.
    pub as_of: Option<Date>,
    /// Also list the pairs of claims that were not compared, with the reason; by default not.
    pub explain: bool,
    /// The publisher family of a source, by its name; agreement within a family counts once.
    pub families: BTreeMap<String, String>,
    /// The event types, triggers and properties in force.
    pub vocabulary: Vocabulary,
    /// Other names of actors, beside those of the built-in tables.
    pub aliases: Aliases,
    /// Which names and events a user says are the same, or are not.
    pub decisions: Decisions,
    /// So many documents written in the same words are a form; those of one form that are about
    /// different names are not compared with each other, and the report says how many pairs that
    /// are. By default 12; with 0 all are compared.
    pub least_form: Option<u32>,
}

/// Reads one document.
///
/// ```
/// use corroborate::{Document, Options, pipeline};
/// let document = Document::new("a", "Two people were hurt in Lyon.");
/// let analysis = pipeline::analyze(&document, &Options::default());
/// assert_eq!(analysis.trees.len(), 1);
/// assert!(!analysis.account.claims.is_empty());
/// ```
#[must_use]
pub fn analyze(document: &Document, options: &Options) -> Analysis {
    let reading = reading(document, options);
    let sentences = text::segment(&reading.text);
    let trees = syntax::parse(&reading.text, &sentences);
    let context =
        mention::Context { published: published(document), aliases: options.aliases.clone() };
    let mentions = mention::detect(&reading.text, &trees, &context);
    let account =
        claim::read(&reading.text, &trees, &mentions, &options.vocabulary, published(document));
    Analysis { reading, trees, mentions, account: Arc::new(account) }
}

/// Reads several documents and compares them.
///
/// ```
/// use corroborate::{Document, Options, pipeline};
/// let documents = ["a", "b"].map(|id| Document::new(id, "Two people were hurt in Lyon."));
/// let run = pipeline::run(&documents, &Options::default());
/// assert!(!run.verdicts.findings.is_empty());
/// ```
#[must_use]
pub fn run(documents: &[Document], options: &Options) -> Run {
    join(documents, documents.iter().map(|document| analyze(document, options)).collect(), options)
}

/// Compares documents that were read one by one.
///
/// Documents may be read on several threads, or once for many comparisons.
///
/// ```
/// use corroborate::{Document, Options, pipeline};
/// let options = Options::default();
/// let documents = ["a", "b"].map(|id| Document::new(id, "Two people were hurt in Lyon."));
/// let analyses = documents.iter().map(|d| pipeline::analyze(d, &options)).collect();
/// let run = pipeline::join(&documents, analyses, &options);
/// assert_eq!(run.graph.documents.len(), 2);
/// ```
#[must_use]
pub fn join(documents: &[Document], analyses: Vec<Analysis>, options: &Options) -> Run {
    let graph = graph(documents, &analyses, options);
    let verdicts = reconcile::reconcile(&graph, &options.vocabulary, options.explain);
    Run { analyses, graph, verdicts }
}

/// Joins the claims of documents that were read one by one, without comparing them.
///
/// ```
/// use corroborate::{Document, Options, pipeline};
/// let options = Options::default();
/// let documents = [Document::new("a", "Two people were hurt in Lyon.")];
/// let analyses = vec![pipeline::analyze(&documents[0], &options)];
/// let run = pipeline::gather(&documents, analyses, &options);
/// assert!(run.verdicts.findings.is_empty());
/// ```
#[must_use]
pub fn gather(documents: &[Document], analyses: Vec<Analysis>, options: &Options) -> Run {
    let graph = graph(documents, &analyses, options);
    Run { analyses, graph, verdicts: Verdicts::default() }
}

fn graph(documents: &[Document], analyses: &[Analysis], options: &Options) -> Graph {
    let nodes = documents.iter().zip(analyses).map(|(d, a)| node(d, a, options)).collect();
    let least_form = options.least_form.unwrap_or(Forms::default().least);
    graph::build_with(nodes, &options.vocabulary, &options.decisions, least_form)
}

fn node(document: &Document, analysis: &Analysis, options: &Options) -> Node {
    Node {
        id: document.id.clone(),
        source: document.source.clone(),
        family: document.source.as_ref().and_then(|s| options.families.get(s).cloned()),
        published: published(document),
        account: Arc::clone(&analysis.account),
        shingles: graph::shingles(&analysis.reading.text),
        marks: marks(&document.id, analysis, &options.decisions),
    }
}

/// The events that the words a user decided on speak of: by a mention or a claim within them.
fn marks(id: &str, analysis: &Analysis, decisions: &Decisions) -> Vec<(String, u32)> {
    let mut marks = Vec::new();
    for quote in decisions.quotes(id) {
        let Some(start) = analysis.reading.text.find(quote) else { continue };
        let span = Span::new(u32_of(start), u32_of(start + quote.len()));
        for (event, index) in analysis.account.events.iter().zip(0..) {
            let mut mentions = event.mentions.iter().map(|at| &analysis.mentions[*at as usize]);
            let claimed = |claim: &claim::Claim| {
                claim.subject == claim::Subject::Event(index) && span.contains(claim.value_span)
            };
            if mentions.any(|mention| span.contains(mention.span))
                || analysis.account.claims.iter().any(claimed)
            {
                marks.push((quote.to_owned(), index));
            }
        }
    }
    marks.sort();
    marks.dedup();
    marks
}

fn u32_of(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// What of a document is to be read: nothing, when it is later than the day asked for.
fn reading(document: &Document, options: &Options) -> Reading {
    let later = |day: Date| published(document).is_some_and(|date| date.day > day.day);
    if options.as_of.is_some_and(later) {
        return Reading::none(&document.text, SkipReason::AfterAsOf);
    }
    Reading::of(document)
}

fn published(document: &Document) -> Option<Date> {
    document.published.as_deref().and_then(|date| Date::parse(date).ok())
}
