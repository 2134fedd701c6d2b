//! What befell people: words for death, injury and the like, and whom they befell.

use super::list::victims;
use super::victim::{Victim, Who};
use super::writer::Writer;
use super::{care, casualty, home, plight, together, weapon};
use crate::claim::Polarity;
use crate::claim::grammar::{At, Grammar};
use crate::lexicon::{
    Harm, Outcome, Victims, harm_noun, harm_state, harm_to_death, harm_verb, people,
};
use crate::syntax::{Morph, Rel, Upos};

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
    /// Only feared or believed.
    pub(super) feared: bool,
    /// Told of many incidents together.
    pub(super) many: bool,
    pub(super) rule: &'static str,
}

/// Everything of a document that says what befell people, in order.
pub(super) fn observations(writer: &mut Writer<'_, '_>) -> Vec<Observation> {
    let grammar = writer.grammar;
    let mut found = Vec::new();
    for at in grammar.words() {
        let reading = read(grammar, at).filter(|reading| !reading.victims.is_empty());
        let deadly = || casualty::deadly(grammar, &writer.found, at);
        let Some(Reading { outcome, victims, soft, rule }) = reading.or_else(deadly) else {
            continue;
        };
        let event = home::event(grammar, &mut writer.found, at);
        let feared = plight::is_feared(grammar, at);
        let many = together::is_over_many(grammar, at);
        found.push(Observation { at, outcome, victims, event, soft, feared, many, rule });
    }
    // Where the fallen are handed over, the bodies that wait for it are no news of death.
    let body = |at: At| matches!(grammar.lemma(at), "body" | "corpse");
    if grammar.words().any(|at| body(at) && casualty::is_handed(grammar, at)) {
        found.retain(|observation| !body(observation.at));
    }
    if grammar.words().any(|at| casualty::is_murder_suicide(grammar, at)) {
        found.iter_mut().for_each(|observation| took_own_life(grammar, observation));
    }
    found
}

/// Where the text tells of a murder-suicide, who shot himself is dead.
fn took_own_life(grammar: &Grammar<'_>, observation: &mut Observation) {
    let doer = matches!(&observation.victims[..], [victim] if victim.is_doer(grammar));
    if observation.outcome == Outcome::Hit && (doer || observation.rule == "harm.turned") {
        observation.outcome = Outcome::Killed;
    }
}

/// What a word says of whom.
pub(super) struct Reading {
    pub(super) outcome: Outcome,
    pub(super) victims: Vec<Victim>,
    pub(super) soft: bool,
    pub(super) rule: &'static str,
}

impl Reading {
    pub(super) const fn firm(outcome: Outcome, victims: Vec<Victim>, rule: &'static str) -> Self {
        Self { outcome, victims, soft: false, rule }
    }

    pub(super) const fn soft(outcome: Outcome, victims: Vec<Victim>, rule: &'static str) -> Self {
        Self { outcome, victims, soft: true, rule }
    }
}

fn read(grammar: &Grammar<'_>, at: At) -> Option<Reading> {
    let form = grammar.form(at);
    let lemma = grammar.lemma(at);
    match grammar.upos(at) {
        // "1,000 people, among them *the wounded*": as a noun it tells of those who are so.
        Upos::Verb if grammar.rel(at) == Rel::Acl && grammar.kid(at, &[Rel::Det]).is_some() => None,
        Upos::Verb => verb(grammar, at).or_else(|| plight::state(grammar, at, harm_state(&form)?)),
        Upos::Noun | Upos::Propn => lives_lost(grammar, at)
            .or_else(|| care::read(grammar, at))
            .or_else(|| plight::state(grammar, at, harm_state(&form)?))
            .or_else(|| casualty::noun(grammar, at, harm_noun(lemma)?))
            .or_else(|| to_death(grammar, at)),
        Upos::Adj | Upos::Adv => {
            let adverb = plight::elided(grammar, at);
            adverb.or_else(|| plight::state(grammar, at, harm_state(&form)?))
        }
        _ => None,
    }
}

/// "killed 12", "12 died", "12 were shot dead", "claimed 12 lives".
fn verb(grammar: &Grammar<'_>, at: At) -> Option<Reading> {
    if let Some(lives) = lives(grammar, at) {
        return Some(Reading::firm(Outcome::Killed, lives, "harm.lives"));
    }
    if let Some(victims) = plight::uprooted(grammar, at) {
        return Some(Reading::firm(Outcome::Displaced, victims, "harm.home"));
    }
    if let Some(wounded) = care::verb(grammar, at).or_else(|| weapon::verb(grammar, at)) {
        return Some(wounded);
    }
    let phrasal = phrasal(grammar, at);
    let harm = phrasal
        .or_else(|| harm_verb(grammar.lemma(at)))
        .or_else(|| harm_verb(&grammar.form(at)))
        .or_else(|| weapon::struck(grammar, at))
        .or_else(|| killing(grammar, at))?;
    if phrasal.is_none() && is_other_sense(grammar, at) || is_cleared(grammar, at, harm) {
        return None;
    }
    let head = match harm.victims {
        Victims::Subject => reported(grammar, at).or_else(|| grammar.subject(at))?,
        _ => match elided_subject(grammar, at).or_else(|| before_noun(grammar, at)) {
            Some(subject) => subject,
            None if grammar.is_passive(at) => grammar.subject(at)?,
            None => grammar.object(at).or_else(|| bare_subject(grammar, at))?,
        },
    };
    let victims = casualty::none(grammar, head).unwrap_or_else(|| victims_of(grammar, at, head));
    let outcome = outcome(grammar, at, harm, &victims)?;
    if is_own_escape(grammar, outcome, &victims) {
        return None;
    }
    if outcome == Outcome::Hit && weapon::in_limb(grammar, at) {
        return Some(Reading::soft(Outcome::Injured, victims, "harm.verb"));
    }
    Some(Reading::firm(outcome, victims, "harm.verb"))
}

/// "He set the fire and fled", "Brod and Carrow were evacuated", "would say anything to save himself": no refugee, and nobody
/// whom others brought to safety.
fn is_own_escape(grammar: &Grammar<'_>, outcome: Outcome, victims: &[Victim]) -> bool {
    let one = |victim: &Victim| matches!(victim.who, Who::One { .. });
    let named = |victim: &Victim| matches!(&victim.who, Who::One { name } if !name.is_empty());
    match outcome {
        Outcome::Displaced => {
            victims.iter().all(one) && (victims.len() == 1 || victims.iter().all(named))
        }
        Outcome::Rescued => victims.iter().any(|victim| victim.is_doer(grammar)),
        _ => false,
    }
}

/// "passed away": a verb that means it only with its particle.
fn phrasal(grammar: &Grammar<'_>, at: At) -> Option<Harm> {
    let particle = grammar.next(at).filter(|&next| {
        matches!(grammar.rel(next), Rel::CompoundPrt | Rel::Advmod)
            && grammar.head(next) == Some(at)
    })?;
    harm_verb(&format!("{} {}", grammar.lemma(at), grammar.form(particle)))
}

/// "45 were killed and 30 injured": the counted words right before a participle that has no
/// auxiliary, object or subject of its own are its subject.
fn elided_subject(grammar: &Grammar<'_>, at: At) -> Option<At> {
    let own = [Rel::Aux, Rel::AuxPass, Rel::Cop, Rel::Nsubj, Rel::NsubjPass, Rel::Obj];
    let participle = matches!(grammar.word(at).morph, Morph::Participle | Morph::Past);
    if !participle || grammar.kid(at, &own).is_some() || plight::described(grammar, at).is_some() {
        return None;
    }
    let mut previous = grammar.previous(at)?;
    if grammar.upos(previous) == Upos::Adv {
        previous = grammar.previous(previous)?;
    }
    let counted = grammar.upos(previous) == Upos::Num
        || grammar.quantity(previous).is_some() && grammar.is_nominal(previous)
        || grammar.lemma(previous) == "another";
    counted.then_some(previous)
}

/// "a teenager shot and killed by an officer", where the tree takes the first participle for a noun.
fn before_noun(grammar: &Grammar<'_>, at: At) -> Option<At> {
    let and = grammar.previous(at).filter(|&and| grammar.lemma(and) == "and")?;
    let first = grammar.previous(and)?;
    let taken = grammar.upos(first) == Upos::Noun && harm_verb(&grammar.form(first)).is_some();
    let own = grammar.kid(at, &[Rel::Obj, Rel::Aux, Rel::AuxPass]).is_some();
    let noun = grammar.previous(first).filter(|_| taken && !own)?;
    (grammar.is_nominal(noun) || grammar.upos(noun) == Upos::Adj).then_some(noun)
}

/// "beaten to death".
fn killing(grammar: &Grammar<'_>, at: At) -> Option<Harm> {
    let harm = harm_to_death(grammar.lemma(at)).or_else(|| harm_to_death(&grammar.form(at)));
    harm.filter(|_| is_to_death(grammar, at))
}

fn is_to_death(grammar: &Grammar<'_>, at: At) -> bool {
    let death = |kid: At| grammar.lemma(kid) == "death" && grammar.preposition(kid) == Some("to");
    let object = grammar.kid(at, &[Rel::Obj]);
    grammar.kids(at).any(death) || object.is_some_and(|object| grammar.kids(object).any(death))
}

/// "found shot to death", where the tree takes the participle for a noun.
fn to_death(grammar: &Grammar<'_>, at: At) -> Option<Reading> {
    let harm = harm_verb(&grammar.form(at)).or_else(|| harm_to_death(grammar.lemma(at)))?;
    let governed = matches!(grammar.rel(at), Rel::Xcomp | Rel::Obj | Rel::Obl | Rel::Advcl);
    if harm.victims != Victims::Object || !governed || !is_to_death(grammar, at) {
        return None;
    }
    let whom = care::patient(grammar, at)?;
    Some(Reading::firm(Outcome::Killed, victims(grammar, whom, at), "harm.verb"))
}

/// "Two men shot": headlines leave out "were"; only people can be meant.
fn bare_subject(grammar: &Grammar<'_>, at: At) -> Option<At> {
    let aimed = grammar.phrases(at).any(|(preposition, _)| preposition == "at");
    let own = grammar.kid(at, &[Rel::Nsubj])?;
    let finite = grammar.kid(at, &[Rel::Aux]).is_some() || grammar.upos(own) == Upos::Pron;
    (!aimed && !finite).then_some(own)
}

/// "He did not shoot the guard": somebody else may have.
fn is_cleared(grammar: &Grammar<'_>, at: At, harm: Harm) -> bool {
    let (polarity, _) = grammar.source.factuality(at.sentence, at.word);
    let someone = |subject: At| {
        let person = matches!(grammar.upos(subject), Upos::Pron | Upos::Propn);
        person || people(grammar.lemma(subject)).is_some()
    };
    harm.victims == Victims::Object
        && polarity == Polarity::Negated
        && !grammar.is_passive(at)
        && grammar.kid(at, &[Rel::Obj]).is_some()
        && grammar.subject(at).is_some_and(someone)
}

/// "shot down", "died out", "gunned the engine".
fn is_other_sense(grammar: &Grammar<'_>, at: At) -> bool {
    match (grammar.lemma(at), particle(grammar, at)) {
        ("gun", Some("down")) => false,
        ("gun", _) => true,
        ("burn", Some(_)) => false,
        (_, Some("down" | "up" | "out" | "off" | "away" | "back")) => true,
        _ => false,
    }
}

fn particle<'a>(grammar: &Grammar<'a>, at: At) -> Option<&'a str> {
    grammar.kid(at, &[Rel::CompoundPrt]).map(|kid| grammar.lemma(kid))
}

/// "Police say the man was hurt and died", where the tree puts the second verb beside the verb of
/// saying: whoever the reported clause is about.
fn reported(grammar: &Grammar<'_>, at: At) -> Option<At> {
    let saying = grammar.head(at).filter(|_| grammar.rel(at) == Rel::Conj)?;
    if grammar.kid(at, &[Rel::Nsubj, Rel::NsubjPass]).is_some() {
        return None;
    }
    let said = grammar.kid(saying, &[Rel::Ccomp]).filter(|&said| said < at)?;
    let speaker = grammar.subject(saying)?;
    let subject = grammar.subject(said).filter(|&subject| subject != speaker)?;
    victims(grammar, speaker, at).is_empty().then_some(subject)
}

/// A modifying clause tells of the noun it modifies alone, not of those coordinated with it.
fn victims_of(grammar: &Grammar<'_>, at: At, head: At) -> Vec<Victim> {
    let mut found = victims(grammar, head, at);
    let modifies = grammar.head(at) == Some(head) && grammar.rel(at) == Rel::AclRelcl;
    if modifies {
        found.retain(|victim| victim.head == head);
    }
    found
}

/// What the verb does, with what else the clause tells of it; none when the verb beside it tells
/// all ("shot and killed").
fn outcome(grammar: &Grammar<'_>, at: At, harm: Harm, victims: &[Victim]) -> Option<Outcome> {
    if let Some(either) = either(grammar, at) {
        return either;
    }
    let deadly = is_to_death(grammar, at)
        || grammar
            .kids(at)
            .any(|kid| matches!(grammar.lemma(kid), "fatally" | "dead" | "mortally"))
        || grammar.lemma(at) == "gun" && particle(grammar, at) == Some("down")
        || takes_all(grammar, at, victims);
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

/// "killed or wounded": neither is told of the ones counted, who are all casualties; the second
/// verb tells nothing more.
fn either(grammar: &Grammar<'_>, at: At) -> Option<Option<Outcome>> {
    let or = |kid: At| grammar.kid(kid, &[Rel::Cc]).is_some_and(|cc| grammar.lemma(cc) == "or");
    let shares = |kid: At| grammar.kid(kid, &[Rel::Obj, Rel::Nsubj, Rel::NsubjPass]).is_none();
    let of_harm = |at: At| harm_verb(grammar.lemma(at)).map(|harm| harm.outcome);
    let differ = |a: At, b: At| of_harm(a).zip(of_harm(b)).is_some_and(|(a, b)| a != b);
    if grammar.rel(at) == Rel::Conj && or(at) {
        let first = grammar.head(at).filter(|&head| differ(head, at) && shares(at));
        return first.map(|_| None);
    }
    let mut others = grammar.kids(at).filter(|&kid| grammar.rel(kid) == Rel::Conj && or(kid));
    others.any(|kid| differ(at, kid) && shares(kid)).then_some(Some(Outcome::Casualties))
}

/// "shot two relatives and then himself in a murder-suicide".
fn takes_all(grammar: &Grammar<'_>, at: At, victims: &[Victim]) -> bool {
    let words = &grammar.tree(at).words[at.word..];
    let after = (at.word..).zip(words).map(|(word, _)| At { word, ..at });
    let mut after = after.take(40);
    victims.iter().any(|victim| victim.is_doer(grammar))
        && after.any(|word| casualty::is_murder_suicide(grammar, word))
}

/// "with the loss of 12 lives"
fn lives_lost(grammar: &Grammar<'_>, at: At) -> Option<Reading> {
    let mut of = grammar.phrases(at).filter(|(of, _)| *of == "of").map(|(_, kid)| kid);
    let life = of.find(|&kid| grammar.lemma(kid) == "life" && grammar.quantity(kid).is_some());
    let life = life.filter(|_| grammar.lemma(at) == "loss")?;
    Some(Reading::firm(Outcome::Killed, victims(grammar, life, at), "harm.lives"))
}

/// "claimed 12 lives", "12 people lost their lives", "took his own life", "committed suicide".
fn lives(grammar: &Grammar<'_>, at: At) -> Option<Vec<Victim>> {
    let lemma = grammar.lemma(at);
    if lemma == "commit" {
        let is_suicide = |word: &At| grammar.lemma(*word) == "suicide";
        let suicide = grammar.object(at).filter(is_suicide);
        let suicide = suicide.or_else(|| grammar.next(at).filter(is_suicide))?;
        let tried = grammar.kids(suicide).any(|kid| grammar.rel(kid) == Rel::Amod);
        return if tried { None } else { Some(victims(grammar, grammar.subject(at)?, at)) };
    }
    if !matches!(lemma, "claim" | "take" | "cost" | "lose") {
        return None;
    }
    let is_life = |word: &At| grammar.lemma(*word) == "life";
    if grammar.is_passive(at) {
        let subject = grammar.subject(at).filter(is_life)?;
        return Some(victims(grammar, subject, at));
    }
    let life = grammar.object(at).filter(is_life)?;
    if grammar.quantity(life).is_some() {
        return Some(victims(grammar, life, at));
    }
    let owner = grammar.kid(life, &[Rel::NmodPoss])?;
    let own = lemma == "lose" || grammar.kids(life).any(|kid| grammar.lemma(kid) == "own");
    let whose = if own { grammar.subject(at)? } else { owner };
    Some(victims(grammar, whose, at))
}
