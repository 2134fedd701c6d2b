//! What befell people: words for death, injury and the like, and whom they befell.

use super::home;
use super::victim::{Victim, Who, group_of_modifiers, victims};
use super::writer::Writer;
use crate::claim::grammar::{At, Grammar};
use crate::lexicon::{Harm, Outcome, Victims, harm_noun, harm_state, harm_verb};
use crate::syntax::{Rel, Upos};
use crate::value::{Bound, Decimal, Interval, Quantity};

/// A place of the text that says what befell people.
#[derive(Debug, Clone)]
pub(super) struct Observation {
    /// The word that says it.
    pub(super) at: At,
    pub(super) outcome: Outcome,
    pub(super) victims: Vec<Victim>,
    /// Index of the event.
    pub(super) event: u32,
    /// Only a sign of it: taken to hospital.
    pub(super) soft: bool,
    pub(super) rule: &'static str,
}

/// Everything of a document that says what befell people, in order.
pub(super) fn observations(writer: &mut Writer<'_, '_>) -> Vec<Observation> {
    let grammar = writer.grammar;
    let mut found = Vec::new();
    for at in grammar.words() {
        let reading = read(grammar, at).filter(|reading| !reading.victims.is_empty());
        let Some(Reading { outcome, victims, soft, rule }) = reading else { continue };
        let event = home::event(grammar, &mut writer.found, at);
        found.push(Observation { at, outcome, victims, event, soft, rule });
    }
    found
}

struct Reading {
    outcome: Outcome,
    victims: Vec<Victim>,
    soft: bool,
    rule: &'static str,
}

fn read(grammar: &Grammar<'_>, at: At) -> Option<Reading> {
    let form = grammar.form(at);
    let lemma = grammar.lemma(at);
    match grammar.upos(at) {
        Upos::Verb => verb(grammar, at).or_else(|| state(grammar, at, harm_state(&form)?)),
        Upos::Noun | Upos::Propn if lemma == "condition" => condition(grammar, at),
        Upos::Noun | Upos::Propn if lemma == "hospital" => hospital(grammar, at),
        Upos::Noun | Upos::Propn if lemma == "murder-suicide" => Some(murder_suicide(grammar, at)),
        Upos::Noun | Upos::Propn => match harm_state(&form) {
            Some(harm) => state(grammar, at, harm),
            None => noun(grammar, at, harm_noun(lemma)?),
        },
        Upos::Adj | Upos::Adv => {
            let adverb = elided(grammar, at);
            adverb.or_else(|| state(grammar, at, harm_state(&form)?))
        }
        _ => None,
    }
}

/// "killed 12", "12 died", "12 were shot dead", "claimed 12 lives".
fn verb(grammar: &Grammar<'_>, at: At) -> Option<Reading> {
    if let Some(lives) = lives(grammar, at) {
        return Some(Reading {
            outcome: Outcome::Killed,
            victims: lives,
            soft: false,
            rule: "harm.lives",
        });
    }
    if let Some(victims) = wounded(grammar, at) {
        let (outcome, rule) = (Outcome::Injured, "harm.wound");
        return Some(Reading { outcome, victims, soft: true, rule });
    }
    let harm = harm_verb(grammar.lemma(at))
        .or_else(|| harm_verb(&grammar.form(at)))
        .or_else(|| struck(grammar, at))?;
    if is_other_sense(grammar, at) {
        return None;
    }
    let head = match harm.victims {
        Victims::Subject => grammar.subject(at)?,
        _ if grammar.is_passive(at) => grammar.subject(at)?,
        _ => grammar.object(at).or_else(|| bare_subject(grammar, at))?,
    };
    let outcome = outcome(grammar, at, harm)?;
    let victims = none(grammar, head).unwrap_or_else(|| victims_of(grammar, at, head));
    Some(Reading { outcome, victims, soft: false, rule: "harm.verb" })
}

/// "hit by a bullet", "struck by a car".
fn struck(grammar: &Grammar<'_>, at: At) -> Option<Harm> {
    const BY: &[&str] = &[
        "bullet",
        "gunfire",
        "gunshot",
        "shot",
        "round",
        "pellet",
        "shrapnel",
        "fragment",
        "car",
        "truck",
        "train",
        "vehicle",
        "bus",
        "van",
        "lightning",
        "debris",
        "arrow",
        "blast",
        "fire",
    ];
    if !matches!(grammar.lemma(at), "hit" | "strike" | "graze" | "pierce") {
        return None;
    }
    let by = grammar
        .phrases(at)
        .any(|(p, kid)| matches!(p, "by" | "with") && BY.contains(&grammar.lemma(kid)));
    let subject = grammar.subject(at).filter(|_| !grammar.is_passive(at));
    let bullet = subject.is_some_and(|s| BY.contains(&grammar.lemma(s)));
    (by || bullet).then_some(Harm { outcome: Outcome::Hit, victims: Victims::Object })
}

/// "suffered a gunshot wound", "sustained minor injuries".
fn wounded(grammar: &Grammar<'_>, at: At) -> Option<Vec<Victim>> {
    let lemma = grammar.lemma(at);
    if !matches!(lemma, "suffer" | "sustain" | "receive" | "nurse") || grammar.is_passive(at) {
        return None;
    }
    let object = grammar.object(at)?;
    let hurt = matches!(grammar.lemma(object), "injury" | "wound" | "burn" | "concussion");
    if hurt { Some(victims(grammar, grammar.subject(at)?)) } else { None }
}

/// "Two men shot": headlines leave out "were"; only people can be meant.
fn bare_subject(grammar: &Grammar<'_>, at: At) -> Option<At> {
    let aimed = grammar.phrases(at).any(|(preposition, _)| preposition == "at");
    let own = grammar.kid(at, &[Rel::Nsubj])?;
    let finite = grammar.kid(at, &[Rel::Aux]).is_some() || grammar.upos(own) == Upos::Pron;
    (!aimed && !finite).then_some(own)
}

/// "shot down", "died out", "gunned the engine".
fn is_other_sense(grammar: &Grammar<'_>, at: At) -> bool {
    let particle = grammar.kid(at, &[Rel::CompoundPrt]).map(|kid| grammar.lemma(kid));
    match (grammar.lemma(at), particle) {
        ("gun", Some("down")) => false,
        ("gun", _) => true,
        ("burn", Some(_)) => false,
        (_, Some("down" | "up" | "out" | "off" | "away" | "back")) => true,
        _ => false,
    }
}

/// A modifying clause tells of the noun it modifies alone, not of those coordinated with it.
fn victims_of(grammar: &Grammar<'_>, at: At, head: At) -> Vec<Victim> {
    let mut found = victims(grammar, head);
    let modifies = grammar.head(at) == Some(head) && grammar.rel(at) == Rel::AclRelcl;
    if modifies {
        found.retain(|victim| victim.head == head);
    }
    found
}

/// What the verb does, with what else the clause tells of it; none when the verb beside it tells
/// all ("shot and killed").
fn outcome(grammar: &Grammar<'_>, at: At, harm: Harm) -> Option<Outcome> {
    let deadly = grammar.kids(at).any(|kid| {
        matches!(grammar.lemma(kid), "fatally" | "dead" | "mortally")
            || (grammar.lemma(kid) == "death" && grammar.preposition(kid) == Some("to"))
    });
    if deadly && matches!(harm.outcome, Outcome::Hit | Outcome::Injured) {
        return Some(Outcome::Killed);
    }
    if harm.outcome != Outcome::Hit {
        return Some(harm.outcome);
    }
    let is_killer = |kid: At| {
        harm_verb(grammar.lemma(kid)).is_some_and(|other| other.outcome == Outcome::Killed)
    };
    let beside = grammar.kids(at).filter(|&kid| grammar.rel(kid) == Rel::Conj);
    let mut beside =
        beside.chain((grammar.rel(at) == Rel::Conj).then(|| grammar.head(at)).flatten());
    if beside.any(is_killer) {
        return None;
    }
    Some(Outcome::Hit)
}

/// "claimed 12 lives", "12 people lost their lives", "took his own life".
fn lives(grammar: &Grammar<'_>, at: At) -> Option<Vec<Victim>> {
    let lemma = grammar.lemma(at);
    if !matches!(lemma, "claim" | "take" | "cost" | "lose") {
        return None;
    }
    let is_life = |word: &At| grammar.lemma(*word) == "life";
    if grammar.is_passive(at) {
        let subject = grammar.subject(at).filter(is_life)?;
        return Some(victims(grammar, subject));
    }
    let life = grammar.object(at).filter(is_life)?;
    if grammar.quantity(life).is_some() {
        return Some(victims(grammar, life));
    }
    let owner = grammar.kid(life, &[Rel::NmodPoss])?;
    let own = lemma == "lose" || grammar.kids(life).any(|kid| grammar.lemma(kid) == "own");
    let whose = if own { grammar.subject(at)? } else { owner };
    Some(victims(grammar, whose))
}

/// "Three are dead", "left 12 dead", "was found dead", "12 dead".
fn state(grammar: &Grammar<'_>, at: At, harm: Harm) -> Option<Reading> {
    let outcome = harm.outcome;
    let victims = state_victims(grammar, at)?;
    Some(Reading { outcome, victims, soft: false, rule: "harm.state" })
}

fn state_victims(grammar: &Grammar<'_>, at: At) -> Option<Vec<Victim>> {
    if let Some(subject) = grammar.kid(at, &[Rel::Nsubj, Rel::NsubjPass]) {
        let subject = grammar.antecedent(subject, at);
        return Some(none(grammar, subject).unwrap_or_else(|| victims(grammar, subject)));
    }
    let counted = victims(grammar, at);
    if grammar.quantity(at).is_some() && !counted.is_empty() {
        return Some(counted);
    }
    let head = grammar.head(at);
    let told = head.and_then(|head| match grammar.rel(at) {
        Rel::Amod if grammar.lemma(head) == "condition" => None,
        Rel::Amod | Rel::Acl => Some(head),
        Rel::Xcomp | Rel::Advcl | Rel::Advmod | Rel::Obl | Rel::Ccomp if grammar.is_verb(head) => {
            if harm_verb(grammar.lemma(head)).is_some() {
                return None;
            }
            if grammar.is_passive(head) {
                grammar.subject(head)
            } else {
                grammar.object(head).filter(|&o| o != at).or_else(|| grammar.subject(head))
            }
        }
        _ => None,
    });
    if let Some(told) = told {
        return Some(victims(grammar, told));
    }
    before(grammar, at)
}

/// The counted noun or number right before a word that lacks a verb: "5 dead in crash",
/// "two others injured".
fn before(grammar: &Grammar<'_>, at: At) -> Option<Vec<Victim>> {
    let mut previous = grammar.previous(at)?;
    if matches!(grammar.upos(previous), Upos::Adv) {
        previous = grammar.previous(previous)?;
    }
    grammar.quantity_on(previous)?;
    let found = victims(grammar, previous);
    (!found.is_empty()).then_some(found)
}

/// "two fatally", "one critically": the verb is left out.
fn elided(grammar: &Grammar<'_>, at: At) -> Option<Reading> {
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
    let victims = victims(grammar, previous);
    Some(Reading { outcome, victims, soft: false, rule: "harm.elided" })
}

/// Two are dead at least, one by his own hand.
fn murder_suicide(grammar: &Grammar<'_>, at: At) -> Reading {
    let span = grammar.word(at).span;
    let text = span.of(grammar.source.text).to_owned();
    let who = Who::Count(Quantity {
        text,
        bound: Bound::AtLeast,
        strict: Interval { high: None, ..Interval::point(Decimal::TWO) },
        plausible: Interval { high: None, ..Interval::point(Decimal::TWO) },
        ..Quantity::exact(Decimal::TWO)
    });
    let victim = Victim { who, head: at, span, group: None, further: false, part: false };
    let (outcome, rule) = (Outcome::Killed, "harm.murder-suicide");
    Reading { outcome, victims: vec![victim], soft: true, rule }
}

/// "12 deaths", "the deaths of 12 miners", "his death", "a triple murder", "no casualties".
fn noun(grammar: &Grammar<'_>, at: At, harm: Harm) -> Option<Reading> {
    let modifiers: Vec<&str> = grammar.kids(at).map(|kid| grammar.lemma(kid)).collect();
    let hedge = ["attempted", "alleged", "attempt", "life-threatening"];
    if modifiers.iter().any(|m| hedge.contains(m)) || grammar.rel(at) == Rel::Compound {
        return None;
    }
    let done =
        |victims| Some(Reading { outcome: harm.outcome, victims, soft: false, rule: "harm.noun" });
    if let Some(zero) = none(grammar, at) {
        return done(zero);
    }
    if let Some(count) = counted(grammar, at).filter(|_| harm.outcome != Outcome::Hit) {
        return done(vec![count]);
    }
    if harm.victims == Victims::Counts {
        return None;
    }
    let of = grammar.phrases(at).find(|(preposition, _)| *preposition == "of").map(|(_, kid)| kid);
    let owner = grammar.kid(at, &[Rel::NmodPoss]).filter(|&kid| {
        grammar.upos(kid) != Upos::Pron || !matches!(grammar.lemma(at), "body" | "corpse")
    });
    let named = |kid: &At| grammar.rel(*kid) == Rel::Compound && grammar.actor_on(*kid).is_some();
    let whose = of.or(owner).or_else(|| grammar.kids(at).find(named))?;
    done(victims(grammar, whose))
}

/// The noun counts by its own number ("12 civilian deaths") or by a word for one ("double murder").
fn counted(grammar: &Grammar<'_>, at: At) -> Option<Victim> {
    let span;
    let quantity = match grammar.quantity(at) {
        Some((mention, quantity)) => {
            if quantity.ordinal || quantity.age || quantity.measure.is_some() {
                return None;
            }
            span = grammar.span_of(mention);
            quantity.clone()
        }
        None => {
            let (kid, number) = grammar.kids(at).find_map(|kid| {
                let number = match grammar.lemma(kid) {
                    "double" => 2,
                    "triple" => 3,
                    "quadruple" => 4,
                    _ => return None,
                };
                Some((kid, number))
            })?;
            span = grammar.word(kid).span;
            let text = span.of(grammar.source.text).to_owned();
            Quantity { text, ..Quantity::exact(number.into()) }
        }
    };
    let group = group_of_modifiers(grammar, at);
    Some(Victim { who: Who::Count(quantity), head: at, span, group, further: false, part: false })
}

/// "no one was hurt", "no casualties": a count of none.
fn none(grammar: &Grammar<'_>, at: At) -> Option<Vec<Victim>> {
    let own = matches!(grammar.lemma(at), "nobody" | "none" | "no-one" | "noone");
    let no = grammar.kids(at).find(|&kid| grammar.lemma(kid) == "no");
    if !own && no.is_none() {
        return None;
    }
    let span = grammar.phrase(at);
    let text = span.of(grammar.source.text).to_owned();
    let who = Who::Count(Quantity { text, ..Quantity::exact(0.into()) });
    let group = group_of_modifiers(grammar, at);
    Some(vec![Victim { who, head: at, span, group, further: false, part: false }])
}

/// "is in critical condition".
fn condition(grammar: &Grammar<'_>, at: At) -> Option<Reading> {
    const STATES: &[&str] = &["critical", "serious", "grave", "stable", "fair", "guarded"];
    grammar.kids(at).find(|&kid| STATES.contains(&grammar.lemma(kid)))?;
    let victims = victims(grammar, patient(grammar, at)?);
    Some(Reading { outcome: Outcome::Injured, victims, soft: true, rule: "harm.condition" })
}

/// "was taken to hospital", "remain in hospital".
fn hospital(grammar: &Grammar<'_>, at: At) -> Option<Reading> {
    const VERBS: &[&str] = &[
        "take",
        "rush",
        "transport",
        "airlift",
        "fly",
        "bring",
        "treat",
        "remain",
        "stay",
        "be",
        "recover",
        "send",
        "transfer",
        "drive",
        "release",
    ];
    let preposition = grammar.preposition(at)?;
    if !matches!(preposition, "in" | "to" | "at" | "from") {
        return None;
    }
    let mut above = grammar.above(at).take(2);
    let verb = above.find(|&h| grammar.is_verb(h) && VERBS.contains(&grammar.lemma(h)));
    let copular = grammar.kid(at, &[Rel::Cop]);
    verb.or(copular)?;
    let victims = victims(grammar, patient(grammar, at)?);
    Some(Reading { outcome: Outcome::Injured, victims, soft: true, rule: "harm.hospital" })
}

/// Whom a predicate phrase is about: its subject, or the object or subject of its verb.
fn patient(grammar: &Grammar<'_>, at: At) -> Option<At> {
    if let Some(subject) = grammar.kid(at, &[Rel::Nsubj, Rel::NsubjPass]) {
        return Some(grammar.antecedent(subject, at));
    }
    let verb = grammar.above(at).take(2).find(|&up| grammar.is_verb(up))?;
    if grammar.is_passive(verb) {
        grammar.subject(verb)
    } else {
        grammar.object(verb).or_else(|| grammar.subject(verb))
    }
}
