//! How long an event lasts, and how long somebody is given.

use super::argument::{modifiers, put};
use super::writer::{Draft, Writer, facts};
use crate::claim::event::{Occurrence, expiring, session};
use crate::claim::grammar::{At, Grammar};
use crate::claim::{Modality, Polarity, Scope};
use crate::lexicon::{is_ending, is_expiring, is_lasting, is_lasting_family};
use crate::syntax::{Rel, Upos};
use crate::value::Value;

/// "the talks *lasted an hour*", "a round of talks that ended *after 40 minutes*", "a truce *of 30 days*", "a
/// *30-day* truce".
pub(super) fn write(writer: &mut Writer<'_, '_>, occurrence: &Occurrence, event: u32) {
    let grammar = writer.grammar;
    let modified = lasts(grammar, &occurrence.kind).then(|| modifier(grammar, occurrence.at));
    let hosts = [Some(occurrence.at), session(grammar, occurrence.at)];
    let found = hosts.into_iter().flatten().find_map(|host| told_of(grammar, host));
    let found = found.or(modified.flatten()).or_else(|| resumed(grammar, occurrence));
    let Some((mention, time)) = found.and_then(|at| grammar.time_on(at)) else { return };
    let (value, span) = (Value::Time(time.clone()), grammar.span_of(mention));
    let at = found.filter(|&at| at.sentence != occurrence.at.sentence).unwrap_or(occurrence.at);
    put(writer, at, event, "duration", value, span, "event.duration");
}

fn is_long(grammar: &Grammar<'_>, at: At) -> bool {
    grammar.time_on(at).is_some_and(|(_, time)| time.is_length())
}

/// Whether events of this type go on for a while.
fn lasts(grammar: &Grammar<'_>, kind: &str) -> bool {
    let type_ = grammar.source.vocabulary.event_type(kind);
    type_.is_some_and(|t| is_lasting_family(&t.family))
}

/// "a *30-day* truce"
fn modifier(grammar: &Grammar<'_>, at: At) -> Option<At> {
    modifiers(grammar, at).into_iter().find(|&kid| kid != at && is_long(grammar, kid))
}

/// The length that the words beside an event give.
fn told_of(grammar: &Grammar<'_>, host: At) -> Option<At> {
    let long = |at: &At| is_long(grammar, *at);
    let of = grammar.phrases(host).filter(|(of, _)| *of == "of").map(|(_, kid)| kid).find(long);
    // "after *two hours* of talks"
    let whole = grammar.head(host).filter(|head| {
        let of = grammar.rel(host) == Rel::Nmod && grammar.preposition(host) == Some("of");
        of && long(head)
    });
    let above = grammar.head(host).filter(|&verb| grammar.subject(verb) == Some(host));
    let relative = grammar.kids(host).filter(|&kid| grammar.rel(kid) == Rel::AclRelcl);
    let verbs: Vec<At> = above.into_iter().chain(relative).collect();
    // "the delegations met *for 40 minutes*"
    let for_long = |verb: At| {
        grammar.phrases(verb).filter(|(p, _)| *p == "for").map(|(_, kid)| kid).find(long)
    };
    let own = grammar.is_verb(host).then(|| for_long(host)).flatten();
    of.or(whole).or(own).or_else(|| verbs.into_iter().find_map(|verb| told_by(grammar, verb)))
}

/// The length that a verb gives of its subject.
fn told_by(grammar: &Grammar<'_>, verb: At) -> Option<At> {
    let after = |at: &At| match is_lasting(grammar.lemma(verb)) {
        true => matches!(grammar.preposition(*at), None | Some("for" | "over")),
        false => {
            let over = matches!(grammar.preposition(*at), Some("after" | "in" | "within"));
            is_ending(grammar.lemma(verb)) && over
        }
    };
    grammar.kids(verb).filter(|&at| is_long(grammar, at)).find(after)
}

/// "A meeting begins on 4 August. *It will last four days*": a pronoun for the subject of the sentence before.
fn resumed(grammar: &Grammar<'_>, occurrence: &Occurrence) -> Option<At> {
    let at = occurrence.at;
    let verb = grammar.head(at).filter(|&verb| grammar.subject(verb) == Some(at))?;
    let root = grammar.rel(verb) == Rel::Root && lasts(grammar, &occurrence.kind);
    let next = grammar.source.trees.get(at.sentence + 1).filter(|_| root)?;
    let words = (0..next.words.len()).map(|word| At { sentence: at.sentence + 1, word });
    let verb = words.into_iter().find(|&word| grammar.rel(word) == Rel::Root)?;
    let subject = grammar.kid(verb, &[Rel::Nsubj])?;
    let it = grammar.upos(subject) == Upos::Pron
        && grammar.lemma(subject) == if grammar.is_plural(at) { "they" } else { "it" };
    told_by(grammar, verb).filter(|_| it)
}

/// "The truce expires *on 7 April*", "a truce *until 7 April*", "extended the truce *to 22 May*".
pub(super) fn end(writer: &mut Writer<'_, '_>, occurrence: &Occurrence, event: u32) {
    let grammar = writer.grammar;
    if occurrence.kind != "ceasefire" {
        return;
    }
    let at = occurrence.at;
    let dated = |at: &At| grammar.time_on(*at).is_some_and(|(_, time)| !time.is_length());
    let until = |host: At| {
        let mut phrases = grammar.phrases(host).filter(|(p, _)| matches!(*p, "until" | "till"));
        phrases.find(|(_, kid)| dated(kid)).map(|(_, kid)| kid)
    };
    let found = grammar.head(at).filter(|&verb| grammar.is_verb(verb)).and_then(|verb| {
        let object = grammar.object(verb) == Some(at);
        let to = grammar.phrases(verb).filter(|(p, kid)| *p == "to" && object && dated(kid));
        let to = to.map(|(_, kid)| kid).next();
        expiring(grammar, at).or_else(|| until(verb).filter(|_| object)).or(to)
    });
    let relative = || {
        let verbs = grammar.kids(at).filter(|&kid| grammar.rel(kid) == Rel::AclRelcl);
        verbs
            .filter(|&verb| is_expiring(grammar.lemma(verb)))
            .find_map(|verb| until(verb).or_else(|| grammar.kids(verb).find(dated)))
    };
    let Some(found) = found.or_else(|| until(at)).or_else(relative) else { return };
    let Some((mention, time)) = grammar.time_on(found) else { return };
    let (value, span) = (Value::Time(time.clone()), grammar.span_of(mention));
    put(writer, at, event, "end", value, span, "event.time");
}

/// "cut the 50-day deadline *to 10 days*", "moved the deadline *to 8 August*".
pub(super) fn moved(writer: &mut Writer<'_, '_>, occurrence: &Occurrence, event: u32) {
    let grammar = writer.grammar;
    let verb = grammar.head(occurrence.at).filter(|&verb| {
        let passive = grammar.is_passive(verb).then(|| grammar.subject(verb)).flatten();
        let object = grammar.object(verb).or(passive) == Some(occurrence.at);
        occurrence.kind == "ultimatum" && grammar.is_verb(verb) && object
    });
    let Some(verb) = verb else { return };
    let phrases = grammar.phrases(verb).chain(grammar.phrases(occurrence.at));
    let to = phrases.filter(|(to, _)| *to == "to").map(|(_, kid)| kid);
    let mut times = to.into_iter().filter_map(|kid| grammar.time_on(kid));
    let Some((mention, time)) = times.next() else { return };
    let (value, span) = (Value::Time(time.clone()), grammar.span_of(mention));
    put(writer, verb, event, "deadline", value, span, "event.argument");
}

/// "if there was no deal *within 50 days*", in a text on tariffs that are to follow, or on the ultimatum itself:
/// the condition is what is demanded, and the length is given.
pub(super) fn limits(writer: &mut Writer<'_, '_>) {
    let grammar = writer.grammar;
    let known = writer.found.events.iter().rposition(|event| event.kind == "ultimatum");
    for at in grammar.words().filter(|&at| is_long(grammar, at)).collect::<Vec<_>>() {
        let threat = known.is_some() || is_threat(writer, at);
        let within = matches!(grammar.preposition(at), Some("within" | "in"));
        let Some(clause) = condition(grammar, at).filter(|_| threat && within) else { continue };
        let Some((mention, time)) = grammar.time_on(at) else { continue };
        let known = writer.found.events.iter().rposition(|event| event.kind == "ultimatum");
        let event = match known.and_then(|event| u32::try_from(event).ok()) {
            Some(event) => event,
            None => writer.found.add("ultimatum"),
        };
        let claim = writer.write(Draft {
            event,
            name: "deadline".to_owned(),
            value: Value::Time(time.clone()),
            value_span: grammar.span_of(mention),
            at: clause,
            scope: Scope::default(),
            rule: "event.argument",
        });
        claim.polarity = Polarity::Affirmed;
        claim.modality = Modality::Actual;
    }
}

/// The clause of a condition that something is not done: "if no deal is reached", "unless Norway agrees".
fn condition(grammar: &Grammar<'_>, at: At) -> Option<At> {
    let mut above = grammar.above(at).take(4);
    let mark = |clause: At| {
        let mark = grammar.kid(clause, &[Rel::Mark])?;
        let mark = grammar.lemma(mark);
        let negated = facts(grammar, clause).0 == Polarity::Negated;
        (mark == "unless" || mark == "if" && negated).then_some(clause)
    };
    above.find_map(mark)
}

/// Whether the sentence tells of tariffs or sanctions.
fn is_threat(writer: &Writer<'_, '_>, at: At) -> bool {
    let here = At { word: 0, ..at }..At { sentence: at.sentence + 1, word: 0 };
    let measures = |event: u32| {
        let kind = &writer.found.events[event as usize].kind;
        let type_ = writer.grammar.source.vocabulary.event_type(kind);
        type_.is_some_and(|t| t.family == "measures")
    };
    writer.found.at.range(here).any(|(_, event)| measures(*event))
}
