//! Who speaks: the words that name the speaker of a cue.

use super::super::view::View;
use crate::syntax::{Rel, Upos};
use crate::text::Span;

/// The words of a speaker, and their head word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Speaker {
    pub(super) span: Span,
    pub(super) head: Span,
}

/// The speaker of a verb: its subject, or in the passive the one it is done by.
pub(super) fn of_verb(view: &View<'_>, at: usize) -> Option<Speaker> {
    if view.is_passive(at) || is_bare_participle(view, at) {
        return agent(view, at).map(|by| named(view, by));
    }
    let subject = view.subject(at)?;
    if matches!(view.rel(subject), Rel::Expl) || view.is(subject, "there") {
        return None;
    }
    Some(named(view, subject))
}

/// The one that a passive verb is done by.
pub(super) fn agent(view: &View<'_>, at: usize) -> Option<usize> {
    let by = |kid: usize| {
        view.rel(kid) == Rel::OblAgent
            || (view.rel(kid) == Rel::Obl && view.introduced_by(kid).as_deref() == Some("by"))
    };
    view.kids(at).iter().copied().find(|&kid| by(kid))
}

/// "the plan *proposed* by the mayor"
fn is_bare_participle(view: &View<'_>, at: usize) -> bool {
    view.rel(at) == Rel::Acl
        && view.word(at).morph == crate::syntax::Morph::Participle
        && view.own_subject(at).is_none()
}

/// The speaker of a noun ("the ministry's claim", "a report by the army", "made the claim").
pub(super) fn of_noun(view: &View<'_>, at: usize) -> Option<Speaker> {
    if let Some(owner) = view.kid(at, &[Rel::NmodPoss]) {
        return Some(named(view, owner));
    }
    let from = |kid: usize| {
        view.rel(kid).universal() == "nmod"
            && matches!(view.introduced_by(kid).as_deref(), Some("by" | "from" | "among"))
    };
    if let Some(by) = view.kids(at).iter().copied().find(|&kid| from(kid)) {
        return Some(named(view, by));
    }
    let verb = view.head(at).filter(|_| matches!(view.rel(at), Rel::Obj | Rel::Obl))?;
    if view.is_passive(verb) {
        return agent(view, verb).map(|by| named(view, by));
    }
    view.is_verb(verb).then(|| view.subject(verb)).flatten().map(|subject| named(view, subject))
}

/// The speaker with its phrase: a relative pronoun together with what it stands for.
pub(super) fn named(view: &View<'_>, at: usize) -> Speaker {
    let head = match antecedent(view, at) {
        Some(noun) => noun,
        None => at,
    };
    let name = span(view, head);
    Speaker { span: name.cover(view.word(at).span), head: view.word(head).span }
}

/// What a relative pronoun stands for.
fn antecedent(view: &View<'_>, at: usize) -> Option<usize> {
    let relative = view.word(at).upos == Upos::Pron
        && ["who", "which", "that", "whom"].iter().any(|form| view.is(at, form));
    let clause = view.head(at).filter(|_| relative)?;
    let clause = std::iter::successors(Some(clause), |&verb| view.head(verb))
        .take(view.len())
        .find(|&verb| matches!(view.rel(verb), Rel::AclRelcl | Rel::Acl))?;
    view.head(clause).filter(|&noun| noun < at)
}

/// The phrase of a noun with its apposition, without relative clauses and without its preposition.
fn span(view: &View<'_>, at: usize) -> Span {
    let outside = |kid: &usize| {
        matches!(
            view.rel(*kid),
            Rel::AclRelcl
                | Rel::Acl
                | Rel::Case
                | Rel::Punct
                | Rel::Cc
                | Rel::Parataxis
                | Rel::Advmod
        ) && view.rel(*kid) != Rel::Flat
    };
    let without: Vec<usize> = view.kids(at).iter().copied().filter(outside).collect();
    let spans = view.phrase(at, &without);
    let own = view.word(at).span;
    let run = spans.iter().copied().find(|span| span.contains(own)).unwrap_or(own);
    // Coordinated speakers: "the mayor and the governor".
    let last =
        spans.iter().copied().filter(|s| s.start >= run.end && s.start <= run.end + 6).last();
    last.map_or(run, |last| run.cover(last))
}
