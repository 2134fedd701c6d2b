//! Speakers that a preposition introduces: "according to the mayor".

use super::super::Form;
use super::super::view::View;
use super::{Draft, speaker};
use crate::lexicon::reporting;
use crate::syntax::Rel;
use crate::text::Span;

/// The attribution that "according to" at `at` makes.
pub(super) fn read(view: &View<'_>, at: usize) -> Option<Draft> {
    let word = view.lower(at);
    let row = reporting::source(&word)?;
    let next = at + 1;
    if next >= view.len() || !row.on.iter().any(|to| view.is(next, to)) {
        return None;
    }
    let (source, clause) = source(view, at)?;
    let named = speaker::named(view, source);
    let content = said(view, at, clause);
    Some(Draft {
        cue: view.word(at).span.cover(view.word(next).span),
        row,
        lemma: view.lemma(at).to_owned(),
        form: Form::Clause,
        speaker: Some(without_cue(named.span, view.word(next).span)),
        head: Some(named.head),
        content,
    })
}

/// The one named, and the clause it stands in with the dependent of the clause that holds it.
///
/// Treebanks take "according to" for a preposition of the one named, or for a participle above.
fn source(view: &View<'_>, at: usize) -> Option<(usize, (usize, usize))> {
    let head = view.head(at)?;
    if head > at + 1 {
        let clause = view.head(head)?;
        return Some((head, (clause, head)));
    }
    let below = view.kids(at).iter().copied().find(|&kid| kid > at + 1)?;
    Some((below, (head, at)))
}

/// The whole statement around "according to …": a parser often hangs it on the last phrase only.
fn said(view: &View<'_>, at: usize, clause: (usize, usize)) -> Vec<Span> {
    let statement = |word: usize| {
        view.rel(word) == Rel::Root
            || (view.own_subject(word).is_some()
                && matches!(
                    view.rel(word),
                    Rel::Conj | Rel::Parataxis | Rel::Ccomp | Rel::AclRelcl | Rel::Advcl
                ))
    };
    let whole = at == 0 || view.is(at - 1, ",");
    let mut head = clause.0;
    while !statement(head) || (whole && matches!(view.rel(head), Rel::Advcl | Rel::AclRelcl)) {
        let Some(above) = view.head(head) else { break };
        head = above;
    }
    // "…, according to the mayor, though *the union said* otherwise": what follows is another's.
    let other = |&kid: &usize| {
        let clause = matches!(view.rel(kid), Rel::Advcl | Rel::Conj | Rel::Parataxis);
        kid > at && clause && whole && view.own_subject(kid).is_some()
    };
    let mut without: Vec<usize> = view.kids(head).iter().copied().filter(other).collect();
    without.push(clause.1);
    let mut words = view.words(head, &without);
    words.retain(|&word| word < at || !is_tail(view, at, word));
    view.runs(&words)
}

/// Whether nothing but the source stands between the cue and the word: the tail of its phrase.
fn is_tail(view: &View<'_>, at: usize, word: usize) -> bool {
    (at..word).all(|between| !view.is(between, ","))
}

fn without_cue(speaker: Span, cue: Span) -> Span {
    if speaker.start < cue.end {
        Span::new(cue.end + 1, speaker.end.max(cue.end + 1))
    } else {
        speaker
    }
}
