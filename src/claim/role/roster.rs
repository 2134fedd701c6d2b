//! Victims that a text tells of one by one, in sentences of their own: how many they surely are.

use super::harm::Observation;
use super::tally::{is_fact, time_word};
use super::together::{are_two, is_doers};
use super::victim::{Victim, Who, total};
use super::writer::Writer;
use crate::claim::grammar::{At, Grammar};
use crate::lexicon::{Outcome, Sort, names_person, sort};
use crate::syntax::{Rel, Upos};
use crate::value::Decimal;

/// Those whom neighbouring sentences tell of one by one.
pub(super) struct Roster<'o> {
    /// What tells of them, in order.
    pub(super) told: Vec<&'o Observation>,
    /// How many different people they are at least.
    pub(super) number: Decimal,
}

impl Roster<'_> {
    /// What tells of the last of them.
    pub(super) fn last(&self) -> Option<(&Observation, &Victim)> {
        let last = self.told.last()?;
        Some((last, last.victims.last()?))
    }
}

/// The rosters of a document.
pub(super) fn read<'o>(
    writer: &Writer<'_, '_>,
    observations: &'o [Observation],
) -> Vec<Roster<'o>> {
    let facts: Vec<&Observation> =
        observations.iter().filter(|o| !o.soft && !o.many && is_fact(writer, o)).collect();
    let mut keys: Vec<(u32, Outcome)> = facts.iter().map(|o| (o.event, o.outcome)).collect();
    keys.sort_unstable();
    keys.dedup();
    let of = |key: &(u32, Outcome)| {
        let own: Vec<&Observation> =
            facts.iter().filter(|o| (o.event, o.outcome) == *key).copied().collect();
        let mut found = runs(writer.grammar, &own);
        found.extend(with_killer(writer.grammar, &own));
        found
    };
    keys.iter().flat_map(of).collect()
}

/// A victim as far as it is told from others.
struct Person<'v> {
    name: &'v [String],
    sort: Option<Sort>,
    /// Whether it is whoever did the harm.
    doer: bool,
    /// Whether somebody else did it.
    slain: bool,
}

impl Person<'_> {
    /// Whether two are surely two people.
    fn is_apart(&self, other: &Self) -> bool {
        let full = self.name.len() > 1 && other.name.len() > 1;
        full && are_two(self.name, other.name)
            || self.sort.zip(other.sort).is_some_and(|(a, b)| a.is_apart(b))
            || self.doer && other.slain
            || self.slain && other.doer
    }

    /// Whether anything tells it from others.
    const fn is_told(&self) -> bool {
        self.name.len() > 1 || self.sort.is_some() || self.doer
    }
}

/// Those of neighbouring sentences: "Omar Faris died at the scene. Lena Brandt died in hospital."
fn runs<'o>(grammar: &Grammar<'_>, own: &[&'o Observation]) -> Vec<Roster<'o>> {
    let mut found = Vec::new();
    let mut told: Vec<&Observation> = Vec::new();
    let mut members: Vec<Person<'_>> = Vec::new();
    let mut close = |told: &mut Vec<&'o Observation>, number: usize| {
        let told = std::mem::take(told);
        if told.len() > 1 {
            found.push(Roster { told, number: u32::try_from(number).unwrap_or(1).into() });
        }
    };
    for observation in own {
        let new = persons(grammar, observation);
        if new.is_empty() || is_background(grammar, observation.at) {
            continue;
        }
        let last = told.last().map_or(observation.at.sentence, |last| last.at.sentence);
        if observation.at.sentence > last + 1 {
            close(&mut told, members.len());
            members.clear();
        }
        let before = members.len();
        for person in new {
            if members.iter().all(|known| known.is_apart(&person)) {
                members.push(person);
            }
        }
        if members.len() > before {
            told.push(observation);
        }
    }
    close(&mut told, members.len());
    found
}

/// The persons that an observation tells of, when it tells of each of them.
fn persons<'o>(grammar: &Grammar<'_>, observation: &'o Observation) -> Vec<Person<'o>> {
    let slain = is_slain(grammar, observation);
    let person = |victim: &'o Victim| {
        let Who::One { name } = &victim.who else { return None };
        let noun = grammar.upos(victim.head) == Upos::Noun;
        let doer = is_doers(grammar, observation, victim);
        let sort = match &*grammar.form(victim.head) {
            "himself" => sort("he"),
            "herself" => sort("she"),
            _ => sort(grammar.lemma(victim.head)).filter(|_| noun),
        };
        // "related to a girl who was killed last week": told in passing.
        let modifies = matches!(grammar.rel(observation.at), Rel::AclRelcl | Rel::Acl)
            && grammar.head(observation.at) == Some(victim.head);
        let sort = sort.filter(|_| !modifies);
        let person = Person { name, sort, doer, slain: slain && !doer };
        (person.is_told() && !victim.part).then_some(person)
    };
    let found: Option<Vec<Person<'_>>> = observation.victims.iter().map(person).collect();
    found.unwrap_or_default()
}

/// "killed his wife": somebody else did it. A shot or a shooting that killed somebody tells nothing of
/// who did.
fn is_slain(grammar: &Grammar<'_>, observation: &Observation) -> bool {
    let person = |at: At| match grammar.upos(at) {
        Upos::Pron | Upos::Propn => true,
        _ => names_person(grammar.lemma(at)),
    };
    observation.rule == "harm.verb"
        && grammar.is_verb(observation.at)
        && !grammar.is_passive(observation.at)
        && observation.victims.iter().all(|victim| victim.head > observation.at)
        && grammar.subject(observation.at).is_some_and(|subject| {
            person(subject) && observation.victims.iter().all(|victim| victim.head != subject)
        })
}

/// "In March, a man died on the same road": told beside what the document is about.
fn is_background(grammar: &Grammar<'_>, at: At) -> bool {
    let time = time_word(grammar, at).and_then(|at| grammar.time_on(at));
    time.is_some_and(|(_, time)| time.timex.len() <= 7 && !time.timex.contains('W'))
}

/// "He killed three clerks. … He later killed himself": the killer beside those whom he killed,
/// wherever they stand.
fn with_killer<'o>(grammar: &Grammar<'_>, own: &[&'o Observation]) -> Option<Roster<'o>> {
    let doer = |o: &&&Observation| match &o.victims[..] {
        [victim] => is_doers(grammar, o, victim),
        _ => false,
    };
    let own_hand = own.iter().rfind(doer)?;
    let number = |o: &Observation| total(&o.victims);
    let slain = |o: &&&Observation| {
        is_slain(grammar, o)
            && !o.victims.iter().any(|v| v.part || v.further || is_doers(grammar, o, v))
    };
    let most = own.iter().filter(slain).max_by_key(|o| number(o))?;
    if own_hand.outcome != Outcome::Killed || is_including(grammar) {
        return None;
    }
    let number = number(most)?.checked_add(Decimal::ONE)?;
    let mut told = vec![*most, *own_hand];
    told.sort_by_key(|o| o.at);
    Some(Roster { told, number })
}

/// "four people, including himself": the count of those whom he killed holds him.
fn is_including(grammar: &Grammar<'_>) -> bool {
    let own = |at: &At| matches!(&*grammar.form(*at), "himself" | "herself");
    let holds = |at: At| {
        let before = grammar.previous(at);
        before.is_some_and(|word| matches!(&*grammar.form(word), "including" | "counting"))
    };
    grammar.words().filter(own).any(holds)
}
