//! The events of one document: which words name one of the lexicon's types, and which of these
//! words are about the same event.

mod join;
mod occurrence;

use std::collections::BTreeMap;

use super::grammar::{At, Grammar};
use super::{Argument, Event, Participant, Role};
pub(super) use occurrence::{Occurrence, Reference, expiring, is_limit, occurrences, session};

/// The events of a document, and the words that name them.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The events, by first word.
    pub(super) events: Vec<Event>,
    /// The index of the event that a word names.
    pub(super) at: BTreeMap<At, u32>,
    /// The words that name events, in order.
    pub(super) occurrences: Vec<Occurrence>,
}

impl Found {
    /// The event that a word names.
    pub(super) fn event_on(&self, at: At) -> Option<u32> {
        self.at.get(&at).copied()
    }

    /// A new event that no word names.
    pub(super) fn add(&mut self, kind: &str) -> u32 {
        let index = u32::try_from(self.events.len()).unwrap_or(u32::MAX);
        self.events.push(Event::of(kind));
        index
    }
}

/// Finds the events of a document.
pub(super) fn read(grammar: &Grammar<'_>) -> Found {
    let occurrences = occurrences(grammar);
    let groups = join::join(grammar, &occurrences);
    let mut found = Found::default();
    for group in groups {
        let index = found.add(&occurrences[group[0]].kind);
        for &member in &group {
            found.at.insert(occurrences[member].at, index);
            fill(grammar, &mut found.events[index as usize], &occurrences[member]);
        }
    }
    for event in &mut found.events {
        event.cues.sort();
        event.cues.dedup();
        event.participants.sort_by_key(|p| (p.actor, p.role));
        event.participants.dedup();
    }
    found.occurrences = occurrences;
    found
}

/// Adds what one occurrence tells to its event; what came first stands.
fn fill(grammar: &Grammar<'_>, event: &mut Event, occurrence: &Occurrence) {
    event.mentions.extend(occurrence.mention);
    if event.time.is_none() && !is_limit(grammar, occurrence) {
        event.time = occurrence.time.and_then(|at| Some(grammar.time_on(at)?.1.clone()));
    }
    if event.place.is_none() {
        event.place = occurrence.place.and_then(|at| Some(grammar.place_on(at)?.1.clone()));
    }
    event.cues.extend(occurrence.cues.iter().cloned());
    for &(role, preposition, at) in &occurrence.arguments {
        if let Some(actor) = grammar.actor_on(at) {
            event.participants.push(Participant { actor, role });
        }
        event.arguments.push(argument(grammar, role, preposition, at));
    }
}

fn argument(grammar: &Grammar<'_>, role: Role, preposition: Option<&str>, at: At) -> Argument {
    let is_modifier = |kid: &At| {
        use crate::syntax::Rel;
        matches!(grammar.rel(*kid), Rel::Amod | Rel::Compound | Rel::NmodPoss)
    };
    let mut modifiers: Vec<String> =
        grammar.kids(at).filter(is_modifier).map(|kid| grammar.lemma(kid).to_owned()).collect();
    modifiers.sort();
    Argument {
        role,
        preposition: preposition.map(str::to_owned),
        head: grammar.lemma(at).to_owned(),
        modifiers,
        actor: grammar.actor_on(at),
        span: grammar.phrase(at),
    }
}
