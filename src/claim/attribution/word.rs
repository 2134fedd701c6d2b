//! Contents of reporting nouns, of adjectives of attitude, and of "alleged" and "allegedly".

use super::super::Form;
use super::super::view::View;
use super::Draft;
use super::speaker::{self, Speaker};
use crate::lexicon::reporting::{self, Cue};
use crate::syntax::{Rel, Upos};
use crate::text::Span;

/// The attribution that the noun, adjective or adverb `at` makes.
pub(super) fn read(view: &View<'_>, at: usize) -> Option<Draft> {
    match view.word(at).upos {
        Upos::Noun => noun(view, at),
        Upos::Adj | Upos::Verb => adjective(view, at).or_else(|| told(view, at)),
        Upos::Adv => allegedly(view, at),
        _ => None,
    }
}

fn noun(view: &View<'_>, at: usize) -> Option<Draft> {
    let row = reporting::noun(view.lemma(at))?;
    let clause = view.kids(at).iter().copied().find(|&kid| is_content_clause(view, kid, row));
    let (content, form) = match clause {
        Some(clause) => (view.phrase(clause, &[]), Form::Clause),
        None => (on(view, at, row)?, Form::Topic),
    };
    let speaker = speaker::of_noun(view, at);
    let idle = form == Form::Topic && speaker.is_none();
    (!idle).then(|| draft(view, at, row, content, form, speaker))
}

/// "that"-clauses and infinitives on a noun, not its relative clauses.
fn is_content_clause(view: &View<'_>, kid: usize, row: &Cue) -> bool {
    match view.rel(kid) {
        Rel::Ccomp => true,
        Rel::Acl | Rel::Xcomp | Rel::Advcl if view.is_infinitive(kid) => row.frames.to,
        Rel::Acl | Rel::AclRelcl => view
            .kid(kid, &[Rel::Mark])
            .is_some_and(|mark| view.is(mark, "that") || view.is(mark, "whether")),
        _ => false,
    }
}

/// The phrase after one of the word's prepositions, without the preposition.
fn on(view: &View<'_>, at: usize, row: &Cue) -> Option<Vec<Span>> {
    let fits = |kid: &usize| {
        *kid > at
            && matches!(view.rel(*kid), Rel::Nmod | Rel::Obl | Rel::Acl | Rel::Advcl)
            && view.introduced_by(*kid).is_some_and(|words| row.on.contains(&&*words))
    };
    let content = view.kids(at).iter().copied().find(fits)?;
    let case: Vec<usize> = view
        .kids(content)
        .iter()
        .copied()
        .filter(|&kid| kid < content && matches!(view.rel(kid), Rel::Case | Rel::Mark))
        .collect();
    Some(view.phrase(content, &case))
}

fn adjective(view: &View<'_>, at: usize) -> Option<Draft> {
    let row =
        reporting::adjective(view.lemma(at)).or_else(|| reporting::adjective(&view.lower(at)))?;
    let clause = view.kids(at).iter().copied().find(|&kid| match view.rel(kid) {
        Rel::Ccomp | Rel::Xcomp | Rel::Advcl if view.is_infinitive(kid) => row.frames.to,
        Rel::Ccomp => true,
        _ => false,
    });
    let (content, form) = match clause {
        Some(clause) => (view.phrase(clause, &[]), Form::Clause),
        None => (on(view, at, row)?, Form::Topic),
    };
    let subject = view.subject(at).filter(|&subject| !view.is(subject, "it"));
    Some(draft(view, at, row, content, form, subject.map(|s| speaker::named(view, s))))
}

/// "the *alleged* theft"
fn told(view: &View<'_>, at: usize) -> Option<Draft> {
    let row = reporting::told(&view.lower(at)).filter(|_| view.rel(at) == Rel::Amod)?;
    let noun = view.head(at)?;
    Some(draft(view, at, row, view.phrase(noun, &[at]), Form::Topic, None))
}

/// "the guard *allegedly* took the key"
fn allegedly(view: &View<'_>, at: usize) -> Option<Draft> {
    let row = reporting::adverb(&view.lower(at))?;
    let clause = view.head(at)?;
    Some(draft(view, at, row, super::verb::host(view, clause, at), Form::Clause, None))
}

fn draft(
    view: &View<'_>,
    at: usize,
    row: &'static Cue,
    content: Vec<Span>,
    form: Form,
    speaker: Option<Speaker>,
) -> Draft {
    Draft::new(view.word(at).span, view.lemma(at).to_owned(), row, content, form, speaker)
}
