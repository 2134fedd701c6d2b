//! Who takes part in the event of a clause, and in which role.

use super::super::frame::{is_subject, passive, shared_subject};
use super::clause::Clause;
use crate::claim::{Argument, Event, Participant, Role};
use crate::mention::Referent;
use crate::syntax::{Rel, Upos};
use crate::text::Span;

/// The open event of a clause.
pub(super) fn event(clause: &Clause<'_>) -> Event {
    let span = clause.head_span();
    let mentions = clause.mentions.clone().filter(|&i| {
        let mention = &clause.source.mentions[i];
        matches!(mention.referent, Referent::Event { .. }) && mention.span.overlaps(span)
    });
    let head = clause.head();
    let own = clause.tree.children(head).filter_map(|at| Some((at, role(clause, at)?)));
    let arguments: Vec<Argument> =
        own.chain(inherited(clause)).map(|(at, role)| argument(clause, at, role)).collect();
    let participants =
        arguments.iter().filter_map(|a| Some(Participant { actor: a.actor?, role: a.role }));
    Event {
        kind: format!("open.{}", clause.frame.predicate),
        mentions: mentions.filter_map(|i| u32::try_from(i).ok()).collect(),
        time: clause.time.clone(),
        place: clause.place.clone(),
        participants: participants.collect(),
        arguments,
        cues: Vec::new(),
        status: None,
        key: None,
    }
}

/// The role of a word that depends on the predicate.
fn role(clause: &Clause<'_>, at: usize) -> Option<Role> {
    match clause.tree.words[at].rel {
        Rel::Nsubj if passive(clause.tree, clause.head()) => Some(Role::Patient),
        Rel::Nsubj | Rel::OblAgent => Some(Role::Agent),
        Rel::NsubjPass | Rel::Obj => Some(Role::Patient),
        Rel::Iobj => Some(Role::Recipient),
        Rel::Obl | Rel::OblUnmarked => Some(Role::Other),
        _ => None,
    }
}

/// The subject that a clause without one shares with another, and the noun of a relative clause:
/// "Ada Holm resigned *and left*", "Ada Holm, *who left*", "the plant *closed in May*".
fn inherited(clause: &Clause<'_>) -> Option<(usize, Role)> {
    let (tree, head) = (clause.tree, clause.head());
    let mut own = tree.children(head).filter(|&kid| is_subject(tree.words[kid].rel));
    // "the mayor *who* left", but not "the house *she* left"
    let relative = |subject: usize| {
        tree.words[head].rel == Rel::AclRelcl
            && tree.words[subject].upos == Upos::Pron
            && actor(clause, tree.words[subject].span).is_none()
    };
    if own.next().is_some_and(|subject| !relative(subject)) {
        return None;
    }
    let role = if passive(tree, head) { Role::Patient } else { Role::Agent };
    Some((shared_subject(tree, head)?, role))
}

fn argument(clause: &Clause<'_>, at: usize, role: Role) -> Argument {
    let word = &clause.tree.words[at];
    let modifies =
        |i: &usize| matches!(clause.tree.words[*i].rel, Rel::Amod | Rel::Compound | Rel::NmodPoss);
    let modifiers = clause.tree.children(at).filter(modifies);
    let mut modifiers: Vec<String> =
        modifiers.map(|i| clause.tree.words[i].lemma.to_lowercase()).collect();
    modifiers.sort();
    Argument {
        role,
        preposition: clause.preposition(at),
        head: word.lemma.to_lowercase(),
        modifiers,
        actor: actor(clause, word.span),
        span: word.span,
    }
}

/// The actor that a word of the sentence names.
fn actor(clause: &Clause<'_>, span: Span) -> Option<u32> {
    clause.mentions.clone().find_map(|i| {
        let mention = &clause.source.mentions[i];
        let names = matches!(mention.referent, Referent::Actor(_));
        let here = names && mention.span.contains(span);
        clause.index.actor(u32::try_from(i).ok()?).filter(|_| here)
    })
}
