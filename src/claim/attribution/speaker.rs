//! Who speaks: the words that name the speaker of a cue.

use super::super::view::View;
use crate::lexicon::is_time_word;
use crate::lexicon::reporting::{self, Stance};
use crate::syntax::{Morph, Rel, Upos};
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
    let subject = doer(view, at)?;
    let digits = |at: usize| {
        view.word(at).upos == Upos::Num && view.form(at).starts_with(|c: char| c.is_ascii_digit())
    };
    // "8 GB recommended"
    let measured = view.kid(subject, &[Rel::Nummod]).is_some_and(digits)
        && view.form(subject).chars().all(char::is_uppercase);
    let number = digits(subject) || measured;
    // "It warned that some would wait": a body that was named before.
    let it = view.is(subject, "it")
        && view.kid(at, &[Rel::Ccomp]).is_some()
        && reporting::verb(view.lemma(at)).is_some_and(|row| row.frames.quote);
    if matches!(view.rel(subject), Rel::Expl) && !it || view.is(subject, "there") || number {
        return None;
    }
    Some(named(view, subject))
}

/// The subject of a reporting verb. What stands right beside a finite verb outweighs a tree that
/// gives it no subject, or one out of its content.
fn doer(view: &View<'_>, at: usize) -> Option<usize> {
    if let Some(after) = inverted(view, at) {
        return Some(after);
    }
    let own = view.own_subject(at).filter(|&subject| !names_time(view, subject));
    if let Some(before) = own.filter(|&subject| subject < at) {
        return Some(before);
    }
    let finite = matches!(view.word(at).morph, Morph::Past | Morph::Present);
    let beside = finite.then(|| beside(view, at)).flatten();
    beside.or(own).or_else(|| reporter(view, at)).or_else(|| view.subject(at))
}

/// "…," *said the old man*: right after a quotation, or at the end of the sentence after a comma,
/// the speaker follows the verb.
fn inverted(view: &View<'_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let quoted = matches!(view.form(before), "\"" | "”" | "''" | "’");
    let verb = |word: usize| matches!(view.word(word).upos, Upos::Verb | Upos::Aux);
    let last = || view.is(before, ",") && !(at + 1..view.len()).any(verb) && (0..before).any(verb);
    let finite = matches!(view.word(at).morph, Morph::Past | Morph::Present);
    // "The ministry, in a letter sent on Friday, *blamed* rebels": with both before and behind it, nothing is turned round.
    let straight = view.own_subject(at).is_some_and(|subject| subject < at)
        && view.kid(at, &[Rel::Obj]).is_some_and(|object| object > at);
    let turned = quoted || last() && !straight && !reaches(view, at);
    if !finite || !turned {
        return None;
    }
    let name = |word: usize| {
        matches!(
            view.word(word).upos,
            Upos::Noun | Upos::Propn | Upos::Pron | Upos::Det | Upos::Adj | Upos::Num
        )
    };
    // "said *Holm's lawyer*"
    let own = |word: usize| view.lemma(word) == "'s" && view.rel(word) == Rel::Case;
    let end = (at + 1..view.len()).take_while(|&word| name(word) || own(word)).last()?;
    nominal(view, end).filter(|&head| !names_time(view, head))
}

/// "Anna Holm, who runs the port, *told* reporters": a subject whose phrase ends with the comma
/// before the verb.
fn reaches(view: &View<'_>, at: usize) -> bool {
    let modified = |subject: &usize| {
        let beside = [Rel::AclRelcl, Rel::Acl, Rel::Appos];
        *subject < at && view.kid(*subject, &beside).is_some()
    };
    let subject = view.own_subject(at).filter(modified);
    subject.is_some_and(|subject| view.words(subject, &[]).last().is_some_and(|&w| w + 2 >= at))
}

/// Days, months and parts of a day stand beside a verb without being its subject.
fn names_time(view: &View<'_>, at: usize) -> bool {
    is_time_word(view.form(at).to_lowercase().trim_end_matches('.'))
}

/// "said he would go *and warned*…", "said he would go, *adding*…": the subject of the report that
/// the verb goes on from, when the tree hangs it on what was said.
fn reporter(view: &View<'_>, at: usize) -> Option<usize> {
    let said = view.head(at).filter(|&said| view.rel(said) == Rel::Ccomp)?;
    let report = view.head(said)?;
    let goes_on = match view.rel(at) {
        Rel::Conj => view.word(at).morph == Morph::Past && view.word(report).morph == Morph::Past,
        Rel::Advcl => view.word(at).morph == Morph::Gerund && at > 0 && view.is(at - 1, ","),
        _ => false,
    };
    goes_on.then(|| view.subject(report)).flatten()
}

/// The noun right before a verb, over adverbs, auxiliaries, times and an apposition in commas.
fn beside(view: &View<'_>, at: usize) -> Option<usize> {
    let skips = |word: &usize| {
        matches!(view.word(*word).upos, Upos::Adv | Upos::Aux | Upos::Part)
            || names_time(view, *word)
    };
    let left = (0..at).rev().find(|word| !skips(word))?;
    if !view.is(left, ",") && !view.is(left, ")") {
        return nominal(view, left).map(|noun| modified(view, noun).unwrap_or(noun));
    }
    let opens = |word: &usize| view.is(*word, ",") || view.is(*word, "(");
    let verb = |word: usize| matches!(view.word(word).upos, Upos::Verb | Upos::Aux);
    let open = (0..left).rev().find(opens).filter(|&open| !(open..left).any(verb))?;
    nominal(view, open.checked_sub(1)?)
}

/// "A recorder found in the wreck *showed* that…", where the tree takes the participle for the verb:
/// the noun that it modifies.
fn modified(view: &View<'_>, noun: usize) -> Option<usize> {
    view.kid(noun, &[Rel::Case])?;
    let verb = view.head(noun).filter(|&verb| view.is_verb(verb) && verb < noun)?;
    let bare = view.kid(verb, &[Rel::Aux, Rel::AuxPass, Rel::Obj]).is_none();
    let subject = view.own_subject(verb).filter(|&subject| bare && subject + 1 == verb)?;
    let comma = (verb..noun).any(|word| view.is(word, ","));
    (view.is_noun(subject) && !comma).then_some(subject)
}

/// The head of the noun phrase that ends with a word.
fn nominal(view: &View<'_>, last: usize) -> Option<usize> {
    let noun = |at: usize| {
        matches!(view.word(at).upos, Upos::Noun | Upos::Propn | Upos::Pron) && !view.is(at, "that")
    };
    let mut at = last;
    while let Some(head) = view.head(at).filter(|&head| head < last && noun(head)) {
        at = head;
    }
    let flat = view.head(at).filter(|&head| head == last && noun(head));
    noun(at).then(|| flat.unwrap_or(at))
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
        && view.word(at).morph == Morph::Participle
        && view.own_subject(at).is_none()
        && !is_misread(view, at)
}

/// A past form on a noun that is the root of its sentence is rather the verb of a sentence
/// misread: "The union *called* for calm."
pub(super) fn is_misread(view: &View<'_>, at: usize) -> bool {
    let root = |noun: usize| view.rel(noun) == Rel::Root && view.is_noun(noun);
    view.head(at).is_some_and(root) && agent(view, at).is_none()
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
    // Who denies a report has not made it.
    if reporting::verb(view.lemma(verb)).is_some_and(|cue| cue.stance == Stance::Denies) {
        return None;
    }
    if view.is_passive(verb) {
        return agent(view, verb).map(|by| named(view, by));
    }
    view.is_verb(verb).then(|| view.subject(verb)).flatten().map(|subject| named(view, subject))
}

/// The speaker with its phrase: a relative pronoun together with what it stands for.
pub(super) fn named(view: &View<'_>, at: usize) -> Speaker {
    if let Some(first) = in_list(view, at) {
        let speakers = view.kids(at).iter().copied().filter(|&kid| view.rel(kid) == Rel::Conj);
        let spans = speakers.map(|kid| span(view, kid));
        let list = spans.reduce(Span::cover).unwrap_or(view.word(first).span);
        return Speaker { span: list, head: view.word(first).span };
    }
    let head = match antecedent(view, at) {
        Some(noun) => noun,
        None => at,
    };
    let name = span(view, head);
    Speaker { span: name.cover(view.word(at).span), head: view.word(head).span }
}

/// "leaving 31 *injured, police and rescuers said*": the first of the speakers, where the tree puts
/// the word before them into their list.
pub(super) fn in_list(view: &View<'_>, at: usize) -> Option<usize> {
    let other = matches!(view.word(at).upos, Upos::Adj | Upos::Verb);
    let comma = other && at + 1 < view.len() && view.is(at + 1, ",");
    let next = view.kid(at, &[Rel::Conj]).filter(|&next| comma && view.is_noun(next))?;
    view.kid(next, &[Rel::Cc]).is_none().then_some(next)
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
    let last = spans.iter().copied().rfind(|s| s.start >= run.end && s.start <= run.end + 6);
    last.map_or(run, |last| run.cover(last))
}
