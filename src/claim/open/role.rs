//! What somebody is called in an apposition: "Maria Lopez, chief executive of Norwick".

use super::clause::Clause;
use crate::lexicon::people;
use crate::mention::{Mention, Referent};
use crate::syntax::{Rel, Upos};
use crate::text::Span;
use crate::value::NameKind;

/// The words that tell what the person of a mention is, beside its name.
pub(super) fn of(clause: &Clause<'_>, mention: &Mention) -> Option<Span> {
    let Referent::Actor(name) = &mention.referent else { return None };
    let person = name.named && matches!(name.kind, NameKind::Person | NameKind::Unknown);
    let noun = noun(clause, mention.head as usize).filter(|_| person)?;
    let span = phrase(clause, noun);
    (!span.overlaps(mention.span)).then_some(span)
}

/// The noun for a person that the name is apposed to, or that is apposed to the name.
fn noun(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let tree = clause.tree;
    let below = tree.children(at).find(|&kid| tree.words[kid].rel == Rel::Appos);
    let above = (tree.words[at].rel == Rel::Appos).then(|| tree.head(at)).flatten();
    let noun = below.or(above)?;
    let word = &tree.words[noun];
    let person = people(&word.lemma).is_some() || matches!(&*word.lemma, "head" | "chair");
    (word.upos == Upos::Noun && person).then_some(noun)
}

/// The words around a noun up to the next punctuation on both sides, without a leading article.
fn phrase(clause: &Clause<'_>, noun: usize) -> Span {
    let words = &clause.tree.words;
    let mut within = clause.tree.subtree(noun);
    within.sort_unstable();
    let own = |at: usize| within.binary_search(&at).is_ok() && words[at].upos != Upos::Punct;
    let mut first = noun;
    while first > 0 && own(first - 1) {
        first -= 1;
    }
    let mut last = noun;
    while own(last + 1) {
        last += 1;
    }
    if first < noun && words[first].upos == Upos::Det {
        first += 1;
    }
    words[first].span.cover(words[last].span)
}

/// A role as it is compared: its words in lower case.
pub(super) fn text(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
