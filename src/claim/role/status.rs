//! The state of events: held, planned, rejected, failed, denied; and who takes which position.

use super::writer::{Draft, Writer, chain, facts};
use crate::claim::event::{Occurrence, Reference};
use crate::claim::grammar::{At, Grammar};
use crate::claim::{Attribution, Form, Modality, Polarity, Scope};
use crate::lexicon::reporting::Stance;
use crate::lexicon::{
    StatusWord, accuses, is_allegation, is_status_phrase, is_topic, refuses, stance, status_course,
    status_modifier, status_verb, topic,
};
use crate::syntax::{Rel, Upos};
use crate::value::{Status, Value};

/// Writes the claims of all words that name events.
pub(super) fn write(writer: &mut Writer<'_, '_>) {
    let occurrences = std::mem::take(&mut writer.found.occurrences);
    for occurrence in &occurrences {
        let Some(event) = writer.found.event_on(occurrence.at) else { continue };
        for reading in readings(writer.grammar, occurrence) {
            claim(writer, event, occurrence, reading);
        }
        position(writer, event, occurrence);
        charge(writer, event, occurrence);
    }
    pronouns(writer, &occurrences);
    denials(writer, &occurrences);
    topics(writer);
    writer.found.occurrences = occurrences;
}

struct Reading {
    status: Status,
    /// The word that says it.
    at: At,
    /// Whose state it is, when it is not that of the whole event.
    holder: Option<At>,
    rule: &'static str,
}

fn readings(grammar: &Grammar<'_>, occurrence: &Occurrence) -> Vec<Reading> {
    let at = occurrence.at;
    let mut found = Vec::new();
    if occurrence.reference == Reference::Verb {
        let type_ = grammar.source.vocabulary.event_type(&occurrence.kind);
        if type_.is_some_and(|t| t.family != "incident" && t.id != "arrest") {
            found.extend(done(grammar, at));
        }
        return found;
    }
    let kids =
        grammar.kids(at).filter(|&kid| matches!(grammar.rel(kid), Rel::Amod | Rel::Compound));
    for kid in kids {
        if let Some(word) = status_modifier(&grammar.form(kid)) {
            let rule = "status.modifier";
            found.push(Reading { status: word.status, at: kid, holder: None, rule });
        }
    }
    found.extend(governed(grammar, at));
    found
}

/// "proposed a truce, but Moscow rejected it": the pronoun stands for the last event told of.
fn pronouns(writer: &mut Writer<'_, '_>, occurrences: &[Occurrence]) {
    let grammar = writer.grammar;
    for verb in grammar.words().filter(|&at| grammar.is_verb(at)) {
        let it = |kid: At| {
            matches!(grammar.rel(kid), Rel::Obj | Rel::NsubjPass) && &*grammar.form(kid) == "it"
        };
        let held = phrase(grammar, verb, status_verb).is_some_and(|word| word.holder);
        if !held || !grammar.kids(verb).any(it) {
            continue;
        }
        let near = |o: &&Occurrence| o.at < verb && o.at.sentence + 1 >= verb.sentence;
        let incident = |o: &&Occurrence| {
            let row = grammar.source.vocabulary.event_type(&o.kind);
            o.reference == Reference::Verb || row.is_some_and(|row| row.family == "incident")
        };
        let told = occurrences.iter().rev().filter(near).find(|o| !incident(o));
        let Some(occurrence) = told else { continue };
        let event = writer.found.event_on(occurrence.at);
        if let Some((event, reading)) = event.zip(transitive(grammar, verb)) {
            claim(writer, event, occurrence, reading);
        }
    }
}

/// A verb that names an event says that it took place, or will.
fn done(grammar: &Grammar<'_>, at: At) -> Option<Reading> {
    // "set sentencing for Monday", "postponed voting".
    let ruled =
        grammar.head(at).filter(|&head| grammar.rel(at) == Rel::Xcomp && grammar.is_verb(head));
    if let Some(reading) = ruled
        .filter(|_| grammar.form(at).ends_with("ing"))
        .and_then(|head| transitive(grammar, head))
    {
        return Some(reading);
    }
    let (_, modality) = facts(grammar, at);
    let status = match modality {
        Modality::Planned => Status::Planned,
        Modality::Proposed | Modality::Demanded => Status::Proposed,
        _ => Status::Held,
    };
    Some(Reading { status, at, holder: None, rule: "status.verb" })
}

/// The state that the verb puts the event in, as its subject or object.
fn governed(grammar: &Grammar<'_>, at: At) -> Option<Reading> {
    let lead = grammar.lead(at);
    let verb = grammar.head(lead).filter(|&head| grammar.is_verb(head))?;
    let passive = grammar.is_passive(verb);
    // "set fire to the cabin" plans nothing.
    if grammar.lemma(verb) == "set" && grammar.lemma(at) == "fire" {
        return None;
    }
    match grammar.rel(lead) {
        Rel::Nsubj if !passive => {
            let word = phrase(grammar, verb, status_course)?;
            Some(Reading { status: word.status, at: verb, holder: None, rule: "status.course" })
        }
        Rel::Obj | Rel::NsubjPass | Rel::Nsubj => transitive(grammar, verb),
        Rel::Obl | Rel::Nmod => {
            let preposition = grammar.preposition(lead)?;
            let takes = is_status_phrase(grammar.lemma(verb), preposition);
            takes.then(|| transitive(grammar, verb)).flatten()
        }
        _ => None,
    }
}

/// A particle makes another word of a verb: "call off", "take place".
fn phrase(
    grammar: &Grammar<'_>,
    verb: At,
    table: impl Fn(&str) -> Option<StatusWord>,
) -> Option<StatusWord> {
    let lemma = grammar.lemma(verb);
    let particle = grammar.kid(verb, &[Rel::CompoundPrt]).or_else(|| {
        grammar.object(verb).filter(|&object| lemma == "take" && grammar.lemma(object) == "place")
    });
    let long = particle.and_then(|p| table(&format!("{lemma} {}", grammar.lemma(p))));
    long.or_else(|| table(lemma))
}

fn transitive(grammar: &Grammar<'_>, verb: At) -> Option<Reading> {
    let word = phrase(grammar, verb, status_verb)?;
    let agent = if grammar.is_passive(verb) {
        grammar.phrases(verb).find(|(p, _)| *p == "by").map(|(_, kid)| kid)
    } else {
        let owned = noun_before(grammar, verb).and_then(|_| owner(grammar, verb));
        owned.or_else(|| grammar.subject(verb)).or_else(|| owner(grammar, verb))
    };
    let holder = agent.filter(|_| word.holder);
    Some(Reading { status: word.status, at: verb, holder, rule: "status.verb" })
}

/// "Moscow's refusal to accept": the owner of the noun that the verb completes.
fn owner(grammar: &Grammar<'_>, verb: At) -> Option<At> {
    let noun = grammar.head(verb).filter(|&head| grammar.is_nominal(head));
    grammar.kid(noun.or_else(|| noun_before(grammar, verb))?, &[Rel::NmodPoss])
}

fn claim(writer: &mut Writer<'_, '_>, event: u32, occurrence: &Occurrence, reading: Reading) {
    let grammar = writer.grammar;
    let (mut polarity, modality) = facts(grammar, reading.at);
    if polarity == Polarity::Negated && is_of_a_while(grammar, reading.at) {
        return;
    }
    let mut status = reading.status;
    if refused(grammar, reading.at) {
        polarity = Polarity::Negated;
    }
    if polarity == Polarity::Negated && status == Status::Agreed {
        (status, polarity) = (Status::Rejected, Polarity::Affirmed);
    }
    let settled = match (status, modality) {
        (Status::Held | Status::UnderWay, Modality::Planned) => Some(Status::Planned),
        (Status::Held, Modality::Proposed | Modality::Demanded) => Some(Status::Proposed),
        (Status::Planned | Status::Proposed, _) => Some(status),
        _ => None,
    };
    let (span, holder) = (grammar.word(reading.at).span, holder(grammar, &reading));
    let scope = Scope { holder, time: time(grammar, occurrence), ..Scope::default() };
    let status = settled.unwrap_or(status);
    let known = &mut writer.found.events[event as usize].status;
    if holder.is_none() && polarity == Polarity::Affirmed && known.is_none() {
        *known = Some(status);
    }
    let claim = writer.write(Draft {
        event,
        name: "status".to_owned(),
        value: Value::Status(status),
        value_span: span,
        at: reading.at,
        scope,
        rule: reading.rule,
    });
    claim.polarity = polarity;
    if settled.is_some() {
        claim.modality = Modality::Actual;
    }
}

/// "had not met since the war", "has not voted in years": what is denied is denied of that while only.
fn is_of_a_while(grammar: &Grammar<'_>, verb: At) -> bool {
    let while_of = |(preposition, at): (&str, At)| {
        let lasting = grammar.time_on(at).is_some_and(|(_, time)| time.quantity.is_some());
        preposition == "since" || lasting && matches!(preposition, "for" | "in")
    };
    let clause = |kid: At| {
        grammar.rel(kid) == Rel::Advcl
            && grammar.kid(kid, &[Rel::Mark]).is_some_and(|mark| grammar.lemma(mark) == "since")
    };
    grammar.phrases(verb).any(while_of) || grammar.kids(verb).any(clause)
}

/// "refusal to accept", "refused to hold".
fn refused(grammar: &Grammar<'_>, at: At) -> bool {
    let rel = grammar.rel(at);
    let head = grammar.head(at).filter(|_| matches!(rel, Rel::Acl | Rel::Xcomp));
    noun_before(grammar, at).or(head).is_some_and(|head| refuses(grammar.lemma(head)))
}

/// The noun right before an infinitive, wherever the tree hangs this: "after weeks of refusal to
/// accept".
fn noun_before(grammar: &Grammar<'_>, at: At) -> Option<At> {
    let to = grammar.kids(at).next().filter(|&to| to < at && grammar.form(to) == "to")?;
    grammar.previous(to).filter(|&noun| grammar.upos(noun) == Upos::Noun)
}

fn time(grammar: &Grammar<'_>, occurrence: &Occurrence) -> Option<crate::value::Time> {
    let (_, time) = grammar.time_on(occurrence.time?)?;
    (time.duration.is_none() && !time.timex.ends_with("_REF")).then(|| time.clone())
}

/// The actor whose state it is; a pronoun in what somebody says of himself is the speaker.
fn holder(grammar: &Grammar<'_>, reading: &Reading) -> Option<u32> {
    actor(grammar, reading.holder?, reading.at)
}

fn actor(grammar: &Grammar<'_>, subject: At, at: At) -> Option<u32> {
    let own = grammar.party_on(subject);
    own.or_else(|| {
        let pronoun = grammar.upos(subject) == Upos::Pron;
        let chain = chain(grammar, at);
        pronoun.then(|| chain.last().and_then(|attribution| attribution.actor)).flatten()
    })
}

/// "The Kremlin welcomes negotiations", "is avoiding peace talks".
fn position(writer: &mut Writer<'_, '_>, event: u32, occurrence: &Occurrence) {
    let grammar = writer.grammar;
    let family = grammar.source.vocabulary.event_type(&occurrence.kind).map(|t| t.family.clone());
    if occurrence.reference == Reference::Verb || !family.is_some_and(|f| is_topic(&f)) {
        return;
    }
    let lead = grammar.lead(occurrence.at);
    let verb = grammar.head(lead).filter(|&head| grammar.is_verb(head));
    if let Some(verb) = verb.filter(|_| grammar.rel(lead) == Rel::Obj) {
        takes_position(writer, event, verb);
    }
}

fn takes_position(writer: &mut Writer<'_, '_>, event: u32, verb: At) {
    let grammar = writer.grammar;
    let Some(mut favours) = stance(grammar.lemma(verb)) else { return };
    let owned = noun_before(grammar, verb).and_then(|_| owner(grammar, verb));
    let Some(subject) = owned.or_else(|| grammar.subject(verb)) else { return };
    if facts(grammar, verb).0 == Polarity::Negated {
        favours = !favours;
    }
    let value = Value::Text(if favours { "for" } else { "against" }.to_owned());
    let scope = Scope { holder: actor(grammar, subject, verb), ..Scope::default() };
    let name = "position".to_owned();
    let span = grammar.word(verb).span;
    let rule = "event.position";
    let claim = writer.write(Draft { event, name, value, value_span: span, at: verb, scope, rule });
    claim.polarity = Polarity::Affirmed;
}

/// "indicted him for the deportation": the event is what the accuser says took place.
fn charge(writer: &mut Writer<'_, '_>, event: u32, occurrence: &Occurrence) {
    let grammar = writer.grammar;
    let Some((verb, phrase)) = charged(grammar, occurrence.at) else { return };
    let accuser = if grammar.is_passive(verb) {
        grammar.phrases(verb).find(|(p, _)| *p == "by").map(|(_, kid)| kid)
    } else {
        grammar.subject(verb)
    };
    let span = grammar.word(occurrence.at).span;
    let claim = writer.write(Draft {
        event,
        name: "status".to_owned(),
        value: Value::Status(Status::Held),
        value_span: span,
        at: occurrence.at,
        scope: Scope::default(),
        rule: "status.charge",
    });
    claim.polarity = Polarity::Affirmed;
    claim.modality = Modality::Actual;
    let said = accuser.map(|at| (grammar.actor_on(at), grammar.phrase(at)));
    add_speaker(grammar, &mut claim.attribution, said, verb, phrase, Stance::Asserts);
}

/// The verb that charges somebody with the event, and the phrase that names it.
fn charged(grammar: &Grammar<'_>, at: At) -> Option<(At, At)> {
    let mut phrase = None;
    for word in std::iter::once(at).chain(grammar.above(at)).take(4) {
        let introduced = matches!(grammar.preposition(word), Some("for" | "of" | "with" | "over"));
        if introduced || grammar.rel(word) == Rel::Advcl {
            phrase = Some(word);
        }
        let verb = grammar.head(word)?;
        if accuses(grammar.lemma(verb)) && grammar.is_verb(verb) {
            return Some((verb, phrase?));
        }
    }
    None
}

/// Puts a speaker at the end of a chain unless he is there.
fn add_speaker(
    grammar: &Grammar<'_>,
    chain: &mut Vec<Attribution>,
    said: Option<(Option<u32>, crate::text::Span)>,
    verb: At,
    content: At,
    stance: Stance,
) {
    let cue = grammar.word(verb).span;
    if chain.iter().any(|attribution| attribution.cue == cue) {
        return;
    }
    chain.push(Attribution {
        actor: said.and_then(|(actor, _)| actor),
        speaker: said.map(|(_, span)| span),
        cue,
        content: vec![grammar.word(content).span],
        verb: grammar.lemma(verb).to_owned(),
        stance,
        form: Form::Clause,
    });
}

/// "an allegation that Russia denies", "denied the charges": the event of the sentence is denied.
fn denials(writer: &mut Writer<'_, '_>, occurrences: &[Occurrence]) {
    let grammar = writer.grammar;
    for at in grammar.words() {
        if !matches!(grammar.lemma(at), "deny" | "refute") {
            continue;
        }
        let Some((object, subject)) = denied(grammar, at) else { continue };
        let Some(event) = alleged(writer, occurrences, at, object) else { continue };
        let claim = writer.write(Draft {
            event,
            name: "status".to_owned(),
            value: Value::Status(Status::Denied),
            value_span: grammar.word(at).span,
            at,
            scope: Scope::default(),
            rule: "status.denial",
        });
        claim.polarity = Polarity::Affirmed;
        claim.modality = Modality::Actual;
        let said = subject.map(|s| (grammar.party_on(s), grammar.phrase(s)));
        add_speaker(grammar, &mut claim.attribution, said, at, object, Stance::Denies);
    }
}

/// The event that an allegation is about: the one it is put beside ("the theft, a charge he
/// denies"), else the last one told of before it in the sentence.
fn alleged(
    writer: &Writer<'_, '_>,
    occurrences: &[Occurrence],
    denial: At,
    allegation: At,
) -> Option<u32> {
    let grammar = writer.grammar;
    if grammar.rel(allegation) == Rel::Appos
        && let Some(event) = grammar.head(allegation).and_then(|at| writer.found.event_on(at))
    {
        return Some(event);
    }
    let phrases = grammar.phrases(allegation).map(|(_, at)| at);
    if let Some(event) = phrases.filter_map(|at| writer.found.event_on(at)).next() {
        return Some(event);
    }
    let before = occurrences.iter().filter(|o| o.at.sentence == denial.sentence && o.at < denial);
    let told = before.filter(|o| {
        let names_it = grammar.above(o.at).take(2).any(|up| up == allegation);
        o.at != allegation && o.kind != "indictment" && !names_it
    });
    told.filter_map(|o| writer.found.event_on(o.at)).next_back()
}

/// The word for an allegation that a verb denies, and who denies it. A bare relative clause ("an
/// allegation Kenya denies") is often read as a compound; its order is enough.
fn denied(grammar: &Grammar<'_>, at: At) -> Option<(At, Option<At>)> {
    let is_allegation = |word: &At| is_allegation(grammar.lemma(*word));
    if grammar.is_verb(at) {
        let modified =
            || grammar.head(at).filter(|_| matches!(grammar.rel(at), Rel::AclRelcl | Rel::Acl));
        let object = grammar.object(at).or_else(modified).filter(is_allegation)?;
        return Some((object, grammar.subject(at).filter(|&subject| subject != object)));
    }
    let subject = grammar.previous(at).filter(|&word| grammar.party_on(word).is_some())?;
    let before = std::iter::successors(grammar.previous(subject), |&word| grammar.previous(word));
    let object = before.take(3).find(is_allegation)?;
    Some((object, Some(subject)))
}

/// Positions on peace and the like, which name no event of their own: "is avoiding peace".
fn topics(writer: &mut Writer<'_, '_>) {
    let grammar = writer.grammar;
    for verb in grammar.words().filter(|&at| grammar.is_verb(at)) {
        if stance(grammar.lemma(verb)).is_none() {
            continue;
        }
        let Some(kind) = grammar.object(verb).and_then(|o| topic(grammar.lemma(o))) else {
            continue;
        };
        let last = writer.found.at.range(..verb).rev().map(|(_, event)| *event);
        let known = last.take(NEAR).find(|&e| writer.found.events[e as usize].kind == kind);
        let event = known.unwrap_or_else(|| writer.found.add(kind));
        takes_position(writer, event, verb);
    }
}

/// How many words that name events are looked at, back from a verb.
const NEAR: usize = 64;
