//! Signs that people are hurt: wounds, a stay in hospital, a condition.

use super::harm::Reading;
use super::list::victims;
use super::victim::Victim;
use crate::claim::grammar::{At, Grammar};
use crate::lexicon::{HarmThing, Outcome, bears, harm_state, harm_thing, pierces};
use crate::syntax::{Rel, Upos};

/// What a noun tells of those who are treated.
pub(super) fn read(grammar: &Grammar<'_>, at: At) -> Option<Reading> {
    if grammar.lemma(at) == "condition" {
        return condition(grammar, at);
    }
    if is_wound(grammar, at) && grammar.preposition(at) == Some("with") {
        let victims = bearers(grammar, at)?;
        return Some(Reading::soft(outcome(grammar, at), victims, "harm.wound"));
    }
    is_place_of_care(grammar, at).then(|| hospital(grammar, at)).flatten()
}

/// "suffered a gunshot wound", "were treated for burns", "was treated and released", "is fighting for her
/// life".
pub(super) fn verb(grammar: &Grammar<'_>, at: At) -> Option<Reading> {
    let object = || grammar.object(at);
    let phrase = |preposition: &str| {
        grammar.phrases(at).find(|(p, _)| *p == preposition).map(|(_, kid)| kid)
    };
    let passive = grammar.is_passive(at);
    let hurt = match grammar.lemma(at) {
        verb if bears(verb) && !passive => object()
            .filter(|&wound| is_wound(grammar, wound))
            .or_else(|| phrase("from").filter(|&wound| is_wound(grammar, wound))),
        "treat" if passive => phrase("for")
            .filter(|&wound| is_wound(grammar, wound))
            .or_else(|| grammar.kids(at).find(|&kid| grammar.lemma(kid) == "release")),
        "undergo" => object().filter(|&surgery| grammar.lemma(surgery) == "surgery"),
        "fight" => phrase("for").filter(|&life| grammar.lemma(life) == "life"),
        _ => None,
    }?;
    let victims = victims(grammar, grammar.subject(at)?, at);
    Some(Reading::soft(outcome(grammar, hurt), victims, "harm.wound"))
}

fn is_wound(grammar: &Grammar<'_>, at: At) -> bool {
    harm_thing(grammar.lemma(at)) == Some(HarmThing::Wound)
}

/// A gunshot wound may be deadly: whether its bearer lives is not told.
fn outcome(grammar: &Grammar<'_>, wound: At) -> Outcome {
    if grammar.kids(wound).any(|kid| pierces(grammar.lemma(kid))) {
        Outcome::Hit
    } else {
        Outcome::Injured
    }
}

/// "three men with gunshot wounds", "was taken away with minor injuries".
fn bearers(grammar: &Grammar<'_>, at: At) -> Option<Vec<Victim>> {
    let head = grammar.head(at)?;
    let whom = if grammar.is_verb(head) { patient(grammar, at)? } else { head };
    Some(victims(grammar, whom, at))
}

/// "hospital", "medical center", "intensive care".
fn is_place_of_care(grammar: &Grammar<'_>, at: At) -> bool {
    let thing = harm_thing(grammar.lemma(at)).or_else(|| harm_thing(&grammar.form(at)));
    if thing == Some(HarmThing::Care) {
        return true;
    }
    let Some(previous) = grammar.previous(at) else { return false };
    let both = format!("{} {}", grammar.form(previous), grammar.form(at));
    harm_thing(&both) == Some(HarmThing::Care)
}

/// "is in critical condition".
fn condition(grammar: &Grammar<'_>, at: At) -> Option<Reading> {
    let tells = |kid: At| {
        let lemma = grammar.lemma(kid);
        harm_thing(lemma) == Some(HarmThing::Condition) || harm_state(lemma).is_some()
    };
    grammar.kids(at).find(|&kid| tells(kid))?;
    let noun = matches!(grammar.rel(at), Rel::Nmod | Rel::Obl);
    let head = grammar.head(at).filter(|&head| noun && is_counted(grammar, head));
    let victims = victims(grammar, head.or_else(|| patient(grammar, at))?, at);
    Some(Reading::soft(Outcome::Injured, victims, "harm.condition"))
}

/// "three in critical condition".
fn is_counted(grammar: &Grammar<'_>, at: At) -> bool {
    grammar.upos(at) == Upos::Num || grammar.quantity(at).is_some()
}

/// "was taken to hospital", "remain in hospital".
fn hospital(grammar: &Grammar<'_>, at: At) -> Option<Reading> {
    let preposition = grammar.preposition(at)?;
    if !matches!(preposition, "in" | "to" | "at" | "from") {
        return None;
    }
    let cared = |word: &At| {
        let verb = matches!(grammar.upos(*word), Upos::Verb | Upos::Aux);
        verb && harm_thing(grammar.lemma(*word)) == Some(HarmThing::Cared)
    };
    // "four remain in hospital", where the tree takes the verb for a noun.
    let counted = |word: &At| {
        grammar.lemma(*word) == "remain" && grammar.kid(*word, &[Rel::Nummod]).is_some()
    };
    if let Some(noun) = grammar.head(at).filter(counted) {
        let number = grammar.kid(noun, &[Rel::Nummod])?;
        let victims = victims(grammar, number, at);
        return Some(Reading::soft(Outcome::Injured, victims, "harm.hospital"));
    }
    let verb = grammar.above(at).take(2).find(cared);
    let copular = grammar.kid(at, &[Rel::Cop]);
    verb.or(copular)?;
    let victims = victims(grammar, patient(grammar, at)?, at);
    Some(Reading::soft(Outcome::Injured, victims, "harm.hospital"))
}

/// Whom a predicate phrase is about: its subject, or the object or subject of its verb.
pub(super) fn patient(grammar: &Grammar<'_>, at: At) -> Option<At> {
    if let Some(subject) = grammar.kid(at, &[Rel::Nsubj, Rel::NsubjPass]) {
        return Some(grammar.antecedent(subject, at));
    }
    let verb = grammar.above(at).take(2).find(|&up| grammar.is_verb(up))?;
    if grammar.is_passive(verb) {
        grammar.subject(verb)
    } else {
        grammar.object(verb).filter(|&object| object != at).or_else(|| grammar.subject(verb))
    }
}
