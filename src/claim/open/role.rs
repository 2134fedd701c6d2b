//! What somebody or some body is called in an apposition: "Maria Lopez, chief executive of Norwick".

use super::clause::Clause;
use crate::claim::grammar::is_relative;
use crate::lexicon::name::{Class, is as is_title};
use crate::lexicon::{ceases, is_body, is_ranked, is_time_word, leads, people};
use crate::mention::{Mention, Referent};
use crate::syntax::{Morph, Rel, Tree, Upos};
use crate::text::Span;
use crate::value::NameKind;

/// The words that tell what the person of a mention is, beside its name.
pub(super) fn of(clause: &Clause<'_>, mention: &Mention) -> Option<Span> {
    let Referent::Actor(name) = &mention.referent else { return None };
    let person = name.named && matches!(name.kind, NameKind::Person | NameKind::Unknown);
    let body = name.named && matches!(name.kind, NameKind::Organization | NameKind::Unknown);
    let noun = noun(clause, mention.head as usize, person, body)?;
    let mut span = phrase(clause.tree, noun);
    let beside = clause.tree.words[noun].span.end <= mention.span.start;
    if beside && span.end > mention.span.start {
        span.end = clause.tree.words[noun].span.end;
    }
    (!span.overlaps(mention.span)).then_some(span)
}

/// Whether an office is told to have ended: "the health minister *until May*".
pub(super) fn is_over(clause: &Clause<'_>, office: Span) -> bool {
    let words = &clause.tree.words;
    let behind = words.partition_point(|word| word.span.start < office.end);
    words.get(behind).is_some_and(|word| word.upos == Upos::Adp && ceases(&word.lemma))
}

/// The noun for a person that the name is apposed to, or that is apposed to the name.
fn noun(clause: &Clause<'_>, at: usize, person: bool, body: bool) -> Option<usize> {
    let tree = clause.tree;
    let below = tree.children(at).find(|&kid| tree.words[kid].rel == Rel::Appos);
    let named = matches!(tree.words[at].rel, Rel::Appos | Rel::Flat);
    // "the mayor of Lowden, Ada Holm": it is no other name of the town.
    let beyond = |of: usize| {
        let place = tree.words[of].upos == Upos::Propn && tree.words[of].rel == Rel::Nmod;
        tree.head(of).filter(|&noun| place && is_office(&tree.words[noun].lemma)).unwrap_or(of)
    };
    let above = named.then(|| tree.head(at).map(beyond)).flatten();
    // "harbour spokesman Lars Voss"
    let before = || tree.children(at).filter(|&kid| tree.words[kid].rel == Rel::NmodDesc).last();
    let noun = below.or(above).or_else(before)?;
    let word = &tree.words[noun];
    // "Olga Brandt, whose *son*"
    if tree.child(noun, Rel::NmodPoss).is_some_and(|of| &*tree.words[of].lemma == "whose") {
        return None;
    }
    // "the two ministers, Anna Holm and Lars Voss": what several are is nobody's own office.
    if word.morph == Morph::Plural {
        return None;
    }
    // "a *third man*": which of several somebody is.
    let ranked = |kid: usize| is_ranked(&tree.words[kid].lemma.to_lowercase());
    let titled = leads(&word.lemma) || is_title(&word.lemma, Class::Title);
    if !titled && tree.children(noun).any(ranked) {
        return None;
    }
    let office = person && is_office(&word.lemma) || body && is_body(&word.lemma);
    (word.upos == Upos::Noun && office).then_some(noun)
}

/// Whether a noun says what a person is.
pub(in crate::claim) fn is_office(lemma: &str) -> bool {
    people(lemma).is_some() || leads(lemma) || is_title(lemma, Class::Title)
}

/// The words around a noun up to the next punctuation on both sides, without a leading article.
pub(in crate::claim) fn phrase(tree: &Tree, noun: usize) -> Span {
    let words = &tree.words;
    let mut within = tree.subtree(noun);
    within.sort_unstable();
    let relative = |at: usize| is_relative(&words[at].lemma);
    let part = |at: usize| {
        !matches!(words[at].upos, Upos::Punct | Upos::Aux | Upos::Verb) && !relative(at)
    };
    let own = |at: usize| within.binary_search(&at).is_ok() && part(at);
    let mut first = noun;
    // "President Ada Holm and rebel *commander*": what joins it to a name is no part of it.
    let joined = |at: usize| {
        words[at].upos == Upos::Cconj
            && at.checked_sub(1).is_some_and(|before| words[before].upos == Upos::Propn)
    };
    while first > 0 && own(first - 1) && !joined(first - 1) {
        first -= 1;
    }
    // "*minister* in November"
    let dated = |at: usize| {
        let next = words.get(at + 1).filter(|_| words[at].upos == Upos::Adp);
        let time = |lemma: &str| ceases(&words[at].lemma) || is_time_word(&lemma.to_lowercase());
        next.is_some_and(|next| next.upos == Upos::Num || time(&next.lemma))
    };
    let mut last = noun;
    while own(last + 1) && !dated(last + 1) {
        last += 1;
    }
    let opens = |at: usize| {
        matches!(
            words[at].upos,
            Upos::Det | Upos::Adp | Upos::Pron | Upos::Part | Upos::Adv | Upos::Cconj
        )
    };
    let aged =
        |at: usize| &*words[at].lemma == "old" && at > 0 && words[at - 1].upos == Upos::Punct;
    while first < noun && (opens(first) || aged(first)) {
        first += 1;
    }
    // "the youngest man *to*"
    while last > noun && matches!(words[last].upos, Upos::Part | Upos::Adp | Upos::Cconj) {
        last -= 1;
    }
    words[first].span.cover(words[last].span)
}

/// A role as it is compared: its words in lower case.
pub(in crate::claim) fn text(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
