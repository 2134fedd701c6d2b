//! Which event something that befell people belongs to.

use crate::claim::event::Found;
use crate::claim::grammar::{At, Grammar};
use crate::lexicon::harms;

/// The event that a word of harm belongs to: its own, the one that governs it or that it governs,
/// the nearest of its sentence, else the one that the document told of last.
pub(super) fn event(grammar: &Grammar<'_>, found: &mut Found, at: At) -> u32 {
    let own = found.event_on(at);
    own.or_else(|| governed(grammar, found, at))
        .or_else(|| nearest(grammar, found, at))
        .or_else(|| earlier(grammar, found, at))
        .unwrap_or_else(|| only(found))
}

/// Whether people come to harm in events of this type.
pub(super) fn holds_harm(grammar: &Grammar<'_>, found: &Found, event: u32) -> bool {
    let kind = &found.events[event as usize].kind;
    let type_ = grammar.source.vocabulary.event_type(kind);
    type_.is_some_and(|t| harms(&t.family))
}

/// The event of its subject, its phrases, or of the words above it.
fn governed(grammar: &Grammar<'_>, found: &Found, at: At) -> Option<u32> {
    let subject = grammar.subject(at);
    let phrases = grammar.phrases(at).map(|(_, phrase)| phrase);
    let above = grammar.above(at).take(3);
    let words: Vec<At> = subject.into_iter().chain(phrases).chain(above).collect();
    let events = words.into_iter().filter_map(|word| found.event_on(word));
    events.into_iter().find(|&event| holds_harm(grammar, found, event))
}

/// The event named nearest to the word in its sentence.
fn nearest(grammar: &Grammar<'_>, found: &Found, at: At) -> Option<u32> {
    let from = At { word: 0, ..at };
    let to = At { sentence: at.sentence + 1, word: 0 };
    let here = found.at.range(from..to).filter(|(_, event)| holds_harm(grammar, found, **event));
    here.min_by_key(|(word, _)| word.word.abs_diff(at.word)).map(|(_, event)| *event)
}

/// How many words that name events are looked at, back from the word.
const BACK: usize = 32;

/// The event that was told of last before the word, else the first after it. Of a protest or an annexation
/// that another sentence speaks of nobody need have died.
fn earlier(grammar: &Grammar<'_>, found: &Found, at: At) -> Option<u32> {
    let fits = |event: &u32| {
        let kind = &found.events[*event as usize].kind;
        let type_ = grammar.source.vocabulary.event_type(kind);
        type_.is_some_and(|t| matches!(&*t.family, "incident" | "war"))
    };
    let before = found.at.range(..at).rev().take(BACK).map(|(_, event)| *event).find(fits);
    before.or_else(|| found.at.range(at..).take(BACK).map(|(_, event)| *event).find(fits))
}

/// The incident without a name of its own.
fn only(found: &mut Found) -> u32 {
    let known = found.events.iter().position(|event| event.kind == "incident");
    match known.and_then(|at| u32::try_from(at).ok()) {
        Some(at) => at,
        None => found.add("incident"),
    }
}
