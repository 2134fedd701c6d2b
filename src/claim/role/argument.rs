//! Properties that stand as arguments of the word that names an event: venue, time, participants,
//! and those of its type's own rows.

use super::length;
use super::measure::has;
use super::writer::{Draft, Writer};
use crate::claim::event::{Occurrence, Reference, is_limit, session};
use crate::claim::grammar::{At, Grammar};
use crate::claim::{Claim, Modality, Polarity, Role, Scope};
use crate::lexicon::time::{List, listed};
use crate::lexicon::{Property, ValueKind, accuses, is_event_cue, is_session, status_modifier};
use crate::syntax::{Morph, Rel, Upos};
use crate::text::Span;
use crate::value::{Name, NameKind, Place, Status, Time, Value};

/// Writes the claims of all words that name events.
pub(super) fn write(writer: &mut Writer<'_, '_>) {
    let occurrences = std::mem::take(&mut writer.found.occurrences);
    for occurrence in &occurrences {
        let Some(event) = writer.found.event_on(occurrence.at) else { continue };
        if occurrence.reference == Reference::None {
            continue;
        }
        venues(writer, occurrence, event);
        time(writer, occurrence, event);
        length::write(writer, occurrence, event);
        length::end(writer, occurrence, event);
        length::moved(writer, occurrence, event);
        participants(writer, occurrence, event);
        own(writer, occurrence, event);
    }
    length::limits(writer);
    writer.found.occurrences = occurrences;
}

fn venues(writer: &mut Writer<'_, '_>, occurrence: &Occurrence, event: u32) {
    let grammar = writer.grammar;
    let Some(first) = occurrence.place else { return };
    for at in grammar.conjuncts(grammar.lead(first)) {
        let preposition = grammar.preposition(at).unwrap_or("");
        let inside = matches!(
            preposition,
            "in" | "at" | "near" | "outside" | "include" | "including" | "across" | "inside"
        );
        // "the Oslo talks"; a country in that place takes part.
        let modifies = |place: &Place| {
            let own = preposition.is_empty() && grammar.head(at) == Some(occurrence.at);
            own && grammar.rel(at) == Rel::Compound && place.path.len() > 1
        };
        let place = grammar.place_on(at).filter(|(_, p)| p.named && (inside || modifies(p)));
        let Some((mention, place)) = place else { continue };
        let (value, span) = (Value::Place(place.clone()), grammar.span_of(mention));
        put(writer, occurrence.at, event, "venue", value, span, "event.venue");
    }
}

fn time(writer: &mut Writer<'_, '_>, occurrence: &Occurrence, event: u32) {
    let Some((mention, _)) = occurrence.time.and_then(|at| writer.grammar.time_on(at)) else {
        return;
    };
    // "had not had a homicide since 1987"
    let words = writer.grammar.span_of(mention).of(writer.grammar.source.text);
    let since = words.get(..5).is_some_and(|word| word.eq_ignore_ascii_case("since"));
    let above = std::iter::once(occurrence.at).chain(writer.grammar.above(occurrence.at)).take(2);
    let denied = above
        .into_iter()
        .any(|at| writer.grammar.source.factuality(at.sentence, at.word).0 == Polarity::Negated);
    let since =
        since || occurrence.time.is_some_and(|at| writer.grammar.preposition(at) == Some("since"));
    if since && denied {
        return;
    }
    let limit = is_limit(writer.grammar, occurrence);
    let name = if limit { "deadline" } else { "time" };
    // "two rounds, on 16 May and 2 June"
    let all = occurrence.time.map(|at| writer.grammar.conjuncts(writer.grammar.lead(at)));
    for at in all.into_iter().flatten() {
        let Some((mention, time)) = writer.grammar.time_on(at) else { continue };
        if time.duration.is_none() && !time.timex.ends_with("_REF") {
            let (value, span) = (Value::Time(time.clone()), writer.grammar.span_of(mention));
            let ahead = is_ahead(writer.grammar, occurrence.at, time);
            let anew = is_new_date(writer.grammar, at);
            let claim = put(writer, occurrence.at, event, name, value, span, "event.time");
            if ahead && claim.modality == Modality::Actual {
                claim.modality = Modality::Planned;
            }
            if anew {
                (claim.polarity, claim.modality) = (Polarity::Affirmed, Modality::Planned);
            }
        }
    }
}

/// "The vote was put off *until 10 May*": when it is to take place, though not when it was to.
fn is_new_date(grammar: &Grammar<'_>, at: At) -> bool {
    let until = matches!(grammar.preposition(at), Some("until" | "till" | "to" | "for"));
    let verb = grammar.head(at).filter(|&verb| grammar.is_verb(verb));
    until && verb.is_some_and(|verb| listed(List::Moves, grammar.lemma(verb)))
}

/// "A meeting *begins* in Oslo on 4 August": told in the present of a time that is yet to come on the day of
/// publication.
fn is_ahead(grammar: &Grammar<'_>, at: At, time: &Time) -> bool {
    let mut above = std::iter::once(at).chain(grammar.above(at));
    let verb = above.find(|&word| grammar.is_verb(word));
    if !verb.is_some_and(|verb| grammar.word(verb).morph == Morph::Present) {
        return false;
    }
    let first = time.extent.and_then(|extent| extent.low);
    let told = grammar.source.published.zip(first);
    told.is_some_and(|(published, first)| first.date() > published.day)
}

pub(super) fn put<'w>(
    writer: &'w mut Writer<'_, '_>,
    at: At,
    event: u32,
    name: &str,
    value: Value,
    value_span: Span,
    rule: &'static str,
) -> &'w mut Claim {
    let scope = Scope::default();
    let failed = is_said_to_fail(writer.grammar, at);
    let claim =
        writer.write(Draft { event, name: name.to_owned(), value, value_span, at, scope, rule });
    if failed {
        claim.polarity = Polarity::Affirmed;
        claim.modality = Modality::Actual;
    }
    claim
}

/// "the failed talks in Oslo" were held there all the same.
fn is_said_to_fail(grammar: &Grammar<'_>, at: At) -> bool {
    let mut kids = grammar.kids(at).filter(|&kid| grammar.rel(kid) == Rel::Amod);
    kids.any(|kid| {
        status_modifier(&grammar.form(kid)).is_some_and(|word| word.status == Status::Failed)
    })
}

/// Those who take part; in what one does to another, who does it and to whom.
fn participants(writer: &mut Writer<'_, '_>, occurrence: &Occurrence, event: u32) {
    let family = {
        let vocabulary = writer.grammar.source.vocabulary;
        vocabulary.event_type(&occurrence.kind).map(|type_| type_.family.clone().into_owned())
    };
    for &(role, preposition, at) in &occurrence.arguments {
        let name = match (family.as_deref(), role) {
            (Some("talks" | "exchange" | "truce"), Role::Agent | Role::Partner | Role::Patient) => {
                "participants"
            }
            (Some("incident" | "territory" | "displacement"), Role::Agent) => "offender",
            // "blamed the shelling on the rebels": they are not whom it hit.
            _ if preposition == Some("on") && is_blamed(writer.grammar, occurrence.at) => continue,
            (Some("incident" | "territory"), Role::Patient) if preposition != Some("of") => {
                "target"
            }
            _ => continue,
        };
        let named = named_actor(writer.grammar, at);
        let own = writer.grammar.word(occurrence.at).span;
        let named = named.filter(|(_, span)| !span.overlaps(own));
        let Some((value, span)) = named.filter(|_| is_whole_agent(writer.grammar, at)) else {
            continue;
        };
        put(writer, occurrence.at, event, name, Value::Name(value), span, "event.participant");
    }
}

/// Whether an event is what somebody is accused of.
fn is_blamed(grammar: &Grammar<'_>, at: At) -> bool {
    grammar.rel(at) == Rel::Obj && grammar.head(at).is_some_and(|verb| accuses(grammar.lemma(verb)))
}

/// A word inside a longer name or noun phrase names another thing than the phrase, and a name that is no body's tells before the
/// noun of an event where that was: "the *Alder Ridge* fire".
fn is_whole_agent(grammar: &Grammar<'_>, at: At) -> bool {
    let body = || grammar.name_on(at).is_some_and(|(_, name)| name.kind == NameKind::Organization);
    grammar.rel(at) != Rel::Compound || grammar.upos(at) != Upos::Noun && body()
}

fn named_actor(grammar: &Grammar<'_>, at: At) -> Option<(Name, Span)> {
    let (mention, name) = grammar.name_on(at)?;
    let proper = grammar.upos(at) != Upos::Noun || name.kind != NameKind::Unknown;
    let fits = name.named && name.kind != NameKind::Group && proper;
    fits.then(|| (name.clone(), grammar.span_of(mention)))
}

/// The properties that have rows of their own.
fn own(writer: &mut Writer<'_, '_>, occurrence: &Occurrence, event: u32) {
    let vocabulary = writer.grammar.source.vocabulary;
    let rows: Vec<&Property> = vocabulary.properties_of(&occurrence.kind).collect();
    for row in rows.into_iter().filter(|row| !row.from.is_empty()) {
        let name = row.id.split_once('.').map_or("", |(_, name)| name);
        let slots = slots(writer.grammar, occurrence.at, &row.from);
        let values: Vec<(Value, Span)> =
            slots.into_iter().filter_map(|at| value(writer.grammar, at, row)).collect();
        let staged = is_of_stage(writer.grammar, occurrence.at);
        for (value, span) in values {
            let claim = put(writer, occurrence.at, event, name, value, span, "event.argument");
            claim.scope.part |= staged && row.kind == ValueKind::Quantity;
            if !row.many {
                break;
            }
        }
    }
}

/// "the first *stage* of the swap", "the first stage, in which 300 prisoners *were exchanged*": a part of the whole.
fn is_of_stage(grammar: &Grammar<'_>, at: At) -> bool {
    let stage = |noun: At| {
        let one = grammar.kids(noun).any(|kid| {
            grammar.quantity_on(kid).is_some_and(|(_, number)| number.ordinal)
                || is_event_cue(grammar.lemma(kid))
        });
        is_session(grammar.lemma(noun)) && one
    };
    let relative = grammar.head(at).filter(|_| grammar.rel(at) == Rel::AclRelcl);
    session(grammar, at).into_iter().chain(relative).any(stage)
}

/// The words that stand where the row says, in the order of the row.
fn slots(grammar: &Grammar<'_>, at: At, from: &str) -> Vec<At> {
    let mut found = Vec::new();
    for place in from.split(' ') {
        let heads: Vec<At> = match place {
            "object" => {
                // "gave Kenya *30 days*", where the tree takes the second object for an adverb
                let second = || {
                    let given = grammar.kid(at, &[Rel::Iobj]).is_some();
                    grammar.kid(at, &[Rel::OblUnmarked]).filter(|_| given)
                };
                let object = || grammar.object(at).or_else(second);
                grammar.is_verb(at).then(object).flatten().into_iter().collect()
            }
            "subject" => {
                grammar.is_verb(at).then(|| grammar.subject(at)).flatten().into_iter().collect()
            }
            "modifier" => modifiers(grammar, at),
            "governor" => grammar.head(at).into_iter().collect(),
            "governor-subject" => {
                let verb = grammar.head(at).filter(|&h| grammar.is_verb(h));
                verb.and_then(|verb| grammar.subject(verb)).into_iter().collect()
            }
            preposition => {
                let own = grammar.phrases(at).filter(|(p, _)| *p == preposition).map(|(_, k)| k);
                own.collect()
            }
        };
        found.extend(heads.into_iter().flat_map(|head| grammar.conjuncts(head)));
    }
    found
}

pub(super) fn modifiers(grammar: &Grammar<'_>, at: At) -> Vec<At> {
    let rels = [Rel::Amod, Rel::Compound, Rel::Nummod, Rel::NmodUnmarked, Rel::NmodPoss];
    let own = grammar.kids(at).filter(move |&kid| rels.contains(&grammar.rel(kid)));
    let mut all: Vec<At> = own.collect();
    all.push(at);
    all
}

/// The value on a word, when it is of the row's kind and units.
fn value(grammar: &Grammar<'_>, at: At, row: &Property) -> Option<(Value, Span)> {
    match row.kind {
        ValueKind::Quantity => {
            let (mention, quantity) = grammar.quantity(at)?;
            let sided = row.units == "person" && quantity.per.as_deref() == Some("side");
            let fits = row.units.is_empty() || row.units.split(' ').any(|unit| has(quantity, unit));
            let fits = fits || sided;
            if !fits || quantity.ordinal || quantity.age {
                return None;
            }
            let mut quantity = quantity.clone();
            if row.units.split(' ').any(|unit| unit == "person") {
                quantity.unit = Some("person".to_owned());
                quantity.per = quantity.per.take().or_else(|| per_side(grammar, at));
            }
            Some((Value::Quantity(quantity), grammar.span_of(mention)))
        }
        ValueKind::Time => match grammar.time_on(at) {
            Some((mention, time)) => Some((Value::Time(time.clone()), grammar.span_of(mention))),
            None => {
                let (mention, quantity) = grammar.quantity(at)?;
                let long = quantity.measure.is_some() && !quantity.age;
                long.then(|| (Value::Quantity(quantity.clone()), grammar.span_of(mention)))
            }
        },
        ValueKind::Place => {
            let (mention, place) = grammar.place_on(at)?;
            Some((Value::Place(place.clone()), grammar.span_of(mention)))
        }
        ValueKind::Name => named_actor(grammar, at).map(|(name, span)| (Value::Name(name), span)),
        ValueKind::Status | ValueKind::Text => None,
    }
}

/// "from each side", "by each side", "1,200 prisoners each".
fn per_side(grammar: &Grammar<'_>, at: At) -> Option<String> {
    if grammar.next(at).is_some_and(|next| grammar.lemma(next) == "each") {
        return Some("side".to_owned());
    }
    let around = grammar
        .dependents(at)
        .into_iter()
        .chain(grammar.head(at).map(|head| grammar.dependents(head)).unwrap_or_default());
    let mut sides =
        around.filter(|&word| matches!(grammar.lemma(word), "side" | "country" | "party"));
    let each = sides.any(|side| {
        grammar.kids(side).any(|kid| matches!(grammar.lemma(kid), "each" | "both" | "either"))
    });
    each.then(|| "side".to_owned())
}
