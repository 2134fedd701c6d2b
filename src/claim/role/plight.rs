//! What people are said to be: dead, hurt, missing.

use super::casualty::{is_handed, none};
use super::harm::Reading;
use super::list::victims;
use super::victim::{Victim, Who};
use crate::claim::grammar::{At, Grammar};
use crate::lexicon::{Harm, Outcome, drives_out, fears, harm_verb, leaves};
use crate::syntax::{Rel, Upos};

/// "Three are dead", "left 12 dead", "was found dead", "12 dead", "the dead were two men".
pub(super) fn state(grammar: &Grammar<'_>, at: At, harm: Harm) -> Option<Reading> {
    if harm.outcome == Outcome::Killed && is_handed(grammar, at) {
        return None;
    }
    if let Some(listed) = included(grammar, at) {
        return Some(Reading::firm(harm.outcome, listed, "harm.state"));
    }
    let victims = match described(grammar, at) {
        Some(noun) => only(grammar, noun, at),
        None => {
            let victims = whose(grammar, at).filter(|found| !found.is_empty());
            victims.or_else(|| before(grammar, at))?
        }
    };
    Some(Reading::firm(harm.outcome, victims, "harm.state"))
}

/// "300 people left their homes", "drove 300 people from their homes".
pub(super) fn uprooted(grammar: &Grammar<'_>, at: At) -> Option<Vec<Victim>> {
    let lemma = grammar.lemma(at);
    let (whom, home) = match () {
        () if drives_out(lemma) => {
            let passive = grammar.is_passive(at).then(|| grammar.subject(at)).flatten();
            let whom = grammar.object(at).or(passive)?;
            let mut phrases = grammar.phrases(at).chain(grammar.phrases(whom));
            (whom, phrases.find(|(from, _)| matches!(*from, "from" | "out of"))?.1)
        }
        () if leaves(lemma) && !grammar.is_passive(at) => {
            (grammar.subject(at)?, grammar.object(at)?)
        }
        () => return None,
    };
    let theirs = grammar.kids(home).any(|kid| grammar.lemma(kid) == "their");
    let home = theirs && matches!(grammar.lemma(home), "home" | "house");
    let mut found = if home { victims(grammar, whom, at) } else { Vec::new() };
    // "The family left their home" for a walk.
    found.retain(|victim| matches!(victim.who, Who::Count(_)));
    (!found.is_empty()).then_some(found)
}

/// The noun that an adjective or participle stands before.
pub(super) fn described(grammar: &Grammar<'_>, at: At) -> Option<At> {
    let noun = grammar.head(at).filter(|_| grammar.rel(at) == Rel::Amod)?;
    (at < noun && matches!(grammar.upos(noun), Upos::Noun | Upos::Propn)).then_some(noun)
}

fn whose(grammar: &Grammar<'_>, at: At) -> Option<Vec<Victim>> {
    if let Some(subject) = grammar.kid(at, &[Rel::Nsubj, Rel::NsubjPass]) {
        let subject = grammar.antecedent(subject, at);
        return Some(none(grammar, subject).unwrap_or_else(|| victims(grammar, subject, at)));
    }
    let counted = victims(grammar, at, at);
    if grammar.quantity(at).is_some() && !counted.is_empty() {
        return Some(counted);
    }
    if let Some(named) = named(grammar, at) {
        return Some(named);
    }
    let head = grammar.head(at)?;
    let told = match grammar.rel(at) {
        Rel::Amod if grammar.lemma(head) == "condition" => None,
        Rel::Amod => Some(grammar.lead(head)),
        Rel::Acl => Some(head),
        Rel::Xcomp | Rel::Advcl | Rel::Advmod | Rel::Obl | Rel::Ccomp if grammar.is_verb(head) => {
            governed(grammar, at, head)
        }
        _ => None,
    };
    told.map(|told| victims(grammar, told, at))
}

/// An adjective before a noun tells of this noun alone ("a dead man and a gun"), and of no count
/// out of it ("one of the injured men").
fn only(grammar: &Grammar<'_>, head: At, at: At) -> Vec<Victim> {
    let mut found = victims(grammar, head, at);
    found.retain(|victim| victim.head == head && !victim.part);
    found
}

/// Whom a verb says to be so: "was found dead", "left 12 dead".
fn governed(grammar: &Grammar<'_>, at: At, verb: At) -> Option<At> {
    if harm_verb(grammar.lemma(verb)).is_some() {
        return None;
    }
    if grammar.is_passive(verb) {
        return grammar.subject(verb);
    }
    let object = grammar.object(verb).filter(|&object| object != at);
    let left = || (grammar.lemma(verb) != "leave").then(|| grammar.subject(verb)).flatten();
    object.or_else(left)
}

/// "the dead were two men and a boy", "named the dead as", "among the dead were 12 children".
fn named(grammar: &Grammar<'_>, at: At) -> Option<Vec<Victim>> {
    let the = grammar.kids(at).any(|kid| grammar.lemma(kid) == "the");
    let head = grammar.head(at).filter(|_| the)?;
    let among = matches!(grammar.preposition(at), Some("among" | "including"));
    if among {
        let other =
            |kid: &At| *kid != at && matches!(grammar.rel(*kid), Rel::Nsubj | Rel::NsubjPass);
        let subject = grammar.kids(head).find(other);
        let mut found = victims(grammar, subject.unwrap_or(head), at);
        found.iter_mut().for_each(|victim| victim.part = true);
        return Some(found);
    }
    let copular = grammar.kid(head, &[Rel::Cop]).is_some() && grammar.is_nominal(head);
    (copular && grammar.rel(at) == Rel::Nsubj).then(|| victims(grammar, head, at))
}

/// "The dead included four children": some of them.
fn included(grammar: &Grammar<'_>, at: At) -> Option<Vec<Victim>> {
    grammar.previous(at).filter(|&the| grammar.lemma(the) == "the")?;
    let next = grammar.next(at).filter(|&next| grammar.upos(next) == Upos::Adv);
    let verb = grammar.next(next.unwrap_or(at)).filter(|&v| grammar.lemma(v) == "include")?;
    let mut found = victims(grammar, grammar.kid(verb, &[Rel::Obj])?, at);
    found.iter_mut().for_each(|victim| victim.part = true);
    Some(found)
}

/// The noun phrase right before a word that lacks a verb or that the tree puts elsewhere: "5 dead
/// in crash", "two others injured", "left two people dead".
fn before(grammar: &Grammar<'_>, at: At) -> Option<Vec<Victim>> {
    let mut previous = grammar.previous(at)?;
    if matches!(grammar.upos(previous), Upos::Adv) {
        previous = grammar.previous(previous)?;
    }
    if grammar.lemma(previous) == "find" && grammar.object(previous).is_none() {
        previous = grammar.previous(previous)?;
    }
    // "*52* confirmed dead", where the tree counts by the participle.
    if grammar.is_verb(previous) {
        let number =
            grammar.previous(previous).filter(|&number| grammar.head(number) == Some(previous));
        previous = number.filter(|&number| grammar.rel(number) == Rel::Nummod).unwrap_or(previous);
    }
    let counted = grammar.quantity(previous).is_some() || grammar.quantity_on(previous).is_some();
    if !counted && !is_left(grammar, previous) || !grammar.is_nominal(previous) {
        return None;
    }
    // "18 *dead, dozens missing*": what is joined to another adjective goes on from no noun.
    let lead = grammar.lead(previous);
    let lead = if grammar.is_nominal(lead) { lead } else { previous };
    let list = (lead.word..previous.word).map(|word| At { word, ..at });
    let whole = list.into_iter().all(|word| !grammar.is_verb(word));
    let mut found = victims(grammar, if whole { lead } else { previous }, at);
    found.retain(|victim| victim.head < at);
    Some(found).filter(|found| !found.is_empty())
}

/// Whether a verb of leaving stands before the noun phrase of a word.
fn is_left(grammar: &Grammar<'_>, at: At) -> bool {
    const NEAR: usize = 8;
    let first = at.word.saturating_sub(NEAR);
    let words = (first..at.word).rev().map(|word| At { word, ..at });
    let mut verbs = words.into_iter().filter(|&word| grammar.is_verb(word));
    verbs.next().is_some_and(|verb| matches!(grammar.lemma(verb), "leave" | "find"))
}

/// "two fatally", "one critically": the verb is left out.
pub(super) fn elided(grammar: &Grammar<'_>, at: At) -> Option<Reading> {
    let outcome = match grammar.lemma(at) {
        "fatally" => Outcome::Killed,
        "critically" | "seriously" => Outcome::Injured,
        _ => return None,
    };
    let next = grammar.next(at);
    if next.is_some_and(|next| grammar.is_verb(next) || grammar.upos(next) == Upos::Adj) {
        return None;
    }
    let number = |p: &At| grammar.upos(*p) == Upos::Num || grammar.lemma(*p) == "one";
    let previous = grammar.previous(at).filter(number)?;
    Some(Reading::firm(outcome, victims(grammar, previous, at), "harm.elided"))
}

/// "feared dead", "presumed drowned".
pub(super) fn is_feared(grammar: &Grammar<'_>, at: At) -> bool {
    let feared = |word: At| fears(grammar.lemma(word));
    let head = grammar.head(at).filter(|_| matches!(grammar.rel(at), Rel::Xcomp | Rel::Amod));
    head.is_some_and(feared) || grammar.previous(at).is_some_and(feared)
}
