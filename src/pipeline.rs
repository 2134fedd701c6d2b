//! Runs the stages in order; the only module that knows them all.

use std::collections::BTreeMap;

use crate::claim::{self, Analysis};
use crate::graph::{self, Node};
use crate::lexicon::Vocabulary;
use crate::mention;
use crate::reconcile::{self, Run};
use crate::syntax;
use crate::text::{self, Document, Reading};
use crate::value::Date;

/// What a run may be told; the default is right for most.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// Leave out documents published after this day.
    pub as_of: Option<Date>,
    /// Also list the pairs of claims that were not compared, with the reason.
    pub explain: bool,
    /// The publisher family of a source, by its name; agreement within a family counts once.
    pub families: BTreeMap<String, String>,
    /// The event types, triggers and properties in force.
    pub vocabulary: Vocabulary,
}

/// Reads one document.
#[must_use]
pub fn analyze(document: &Document, options: &Options) -> Analysis {
    let reading = document.reading.clone().unwrap_or_else(|| Reading::plain(&document.text));
    let sentences = text::segment(&reading.text);
    let trees = syntax::parse(&reading.text, &sentences);
    let context = mention::Context { published: published(document) };
    let mentions = mention::detect(&reading.text, &trees, &context);
    let mut account = claim::read(&reading.text, &trees, &mentions, &options.vocabulary);
    account.skipped.extend(reading.skipped.iter().cloned());
    Analysis { reading, trees, mentions, account }
}

/// Reads several documents and compares them.
#[must_use]
pub fn run(documents: &[Document], options: &Options) -> Run {
    let analyses: Vec<Analysis> = documents.iter().map(|d| analyze(d, options)).collect();
    let nodes = documents.iter().zip(&analyses).map(|(d, a)| node(d, a, options)).collect();
    let graph = graph::build(nodes, &options.vocabulary);
    let verdicts = reconcile::reconcile(&graph, &options.vocabulary, options.explain);
    Run { analyses, graph, verdicts }
}

fn node(document: &Document, analysis: &Analysis, options: &Options) -> Node {
    Node {
        id: document.id.clone(),
        source: document.source.clone(),
        family: document.source.as_ref().and_then(|s| options.families.get(s).cloned()),
        published: published(document),
        account: analysis.account.clone(),
        shingles: graph::shingles(&analysis.reading.text),
    }
}

fn published(document: &Document) -> Option<Date> {
    document.published.as_deref().and_then(|date| Date::parse(date).ok())
}
