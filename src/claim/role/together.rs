//! Victims that a text tells of one by one: who is another than whom.

use super::harm::Observation;
use super::tally::is_fact;
use super::victim::{Victim, Who, total};
use super::writer::Writer;
use crate::claim::grammar::{At, Grammar};
use crate::lexicon::Outcome;
use crate::syntax::{Morph, Rel, Upos};

/// All the dead of a sentence that tells of them in two clauses: "killed four people and then
/// himself", "the driver died there and two passengers died in hospital".
pub(super) fn sum(
    writer: &Writer<'_, '_>,
    observation: &Observation,
    near: &[&Observation],
) -> Option<Observation> {
    let grammar = writer.grammar;
    let outcome = observation.outcome;
    let cared = outcome == Outcome::Injured && observation.soft;
    if !(outcome == Outcome::Killed || cared) || !is_fact(writer, observation) {
        return None;
    }
    let adds = |other: &&&Observation| {
        other.at < observation.at
            && other.outcome == outcome
            && (matches!(other.rule, "harm.verb" | "harm.state" | "harm.lives") || cared)
            && other.soft == cared
            && (!cared || is_beyond(other, observation))
            && is_fact(writer, other)
            && !other.victims.iter().any(|victim| victim.part)
            && is_apart(grammar, other, observation)
    };
    let others: Vec<&&Observation> = near.iter().filter(adds).collect();
    let first = others.first()?;
    let mut victims: Vec<Victim> = others.iter().flat_map(|o| o.victims.clone()).collect();
    victims.extend(observation.victims.iter().cloned());
    victims.sort_by_key(|victim| victim.head);
    victims.dedup_by_key(|victim| victim.head);
    let event = first.event;
    Some(Observation { victims, event, rule: "harm.sum", ..observation.clone() })
}

/// Whether those in one sign of harm are surely not among those in the other: "ten were taken to
/// hospital; two are in critical condition" tells of ten.
fn is_beyond(first: &Observation, second: &Observation) -> bool {
    let further = |o: &Observation| o.victims.iter().any(|victim| victim.further);
    let state = |o: &Observation| o.rule == "harm.condition";
    let number = |o: &Observation| total(&o.victims);
    let fewer = number(first).zip(number(second)).is_some_and(|(first, second)| second < first);
    state(first) == state(second) || further(second) || !fewer
}

/// Whether the second of two clauses of one sentence tells of others than the first.
fn is_apart(grammar: &Grammar<'_>, first: &Observation, second: &Observation) -> bool {
    let [victim] = &second.victims[..] else { return false };
    if is_doers(grammar, second, victim) {
        return !first.victims.iter().any(|other| is_doers(grammar, first, other));
    }
    let timed =
        |at: At| grammar.dependents(at).into_iter().any(|kid| grammar.time_on(kid).is_some());
    let beyond = victim.further && matches!(victim.who, Who::Count(_));
    (joined(grammar, first.at, second.at) || beyond && !timed(first.at))
        && is_new(grammar, victim)
        && first.victims.len() == 1
        && !timed(second.at)
}

/// Whether the victim is whoever did the harm: "killed himself", "took his own life".
pub(super) fn is_doers(grammar: &Grammar<'_>, observation: &Observation, victim: &Victim) -> bool {
    let own =
        observation.rule == "harm.lives" && grammar.subject(observation.at) == Some(victim.head);
    victim.is_doer(grammar) || own && matches!(victim.who, Who::One { .. })
}

/// Whether two predicates are coordinated, each with a subject of its own; the tree may take the
/// second for a modifier of the words before it.
fn joined(grammar: &Grammar<'_>, first: At, second: At) -> bool {
    let own = |at: At| grammar.kid(at, &[Rel::Nsubj, Rel::NsubjPass]);
    let clause = |at: At| {
        let mut up = std::iter::once(at).chain(grammar.above(at)).take(3);
        up.find(|&up| own(up).is_some()).unwrap_or(at)
    };
    let (first, second) = (clause(first), clause(second));
    if first == second {
        return false;
    }
    let (Some(_), Some(subject)) = (own(first), own(second)) else { return false };
    let linked = matches!(grammar.rel(second), Rel::Conj | Rel::Parataxis);
    linked && grammar.head(second) == Some(first) || follows_and(grammar, subject)
}

fn follows_and(grammar: &Grammar<'_>, subject: At) -> bool {
    let first = grammar.kids(subject).next().map_or(subject, |kid| kid.min(subject));
    let before = grammar.previous(first);
    let and = |at: At| matches!(&*grammar.form(at), "and" | ";" | "but");
    before.is_some_and(and) || and(first)
}

/// Counted, "another", "the third"; no pronoun, no "the victim".
fn is_new(grammar: &Grammar<'_>, victim: &Victim) -> bool {
    let the =
        grammar.kids(victim.head).any(|kid| matches!(grammar.lemma(kid), "the" | "both" | "all"));
    match &victim.who {
        Who::Count(_) => !the && !victim.part && grammar.upos(victim.head) != Upos::Pron,
        Who::One { .. } => victim.further || is_ordinal(grammar, victim),
    }
}

/// "the third person".
fn is_ordinal(grammar: &Grammar<'_>, victim: &Victim) -> bool {
    let ordinal = |kid: At| grammar.quantity_on(kid).is_some_and(|(_, q)| q.ordinal);
    let first = |kid: At| grammar.lemma(kid) == "first";
    let noun = grammar.upos(victim.head) == Upos::Noun;
    noun && grammar.kids(victim.head).any(|kid| ordinal(kid) && !first(kid))
}

/// Whether a sentence sets the one who is hurt beside another who is dead: "a girl has died and her
/// mother remains in hospital".
pub(super) fn is_another(
    grammar: &Grammar<'_>,
    observation: &Observation,
    near: &[&Observation],
) -> bool {
    let is_noun = |victim: &Victim| grammar.upos(victim.head) != Upos::Pron;
    let apart = |other: &&&Observation| {
        let verbs = grammar.subject(observation.at) != grammar.subject(other.at);
        other.outcome == Outcome::Killed
            && verbs
            && other.victims.iter().all(|dead| {
                is_noun(dead) && observation.victims.iter().all(|hurt| hurt.head != dead.head)
            })
    };
    observation.victims.iter().all(is_noun) && near.iter().any(|other| apart(&other))
}

/// Whether the text says in the present that they are treated: "remains in hospital", "is in stable
/// condition", "are being treated".
pub(super) fn is_alive(grammar: &Grammar<'_>, observation: &Observation) -> bool {
    let present = |at: At| {
        matches!(
            &*grammar.form(at),
            "is" | "are" | "'s" | "’s" | "remains" | "remain" | "recovering"
        )
    };
    let auxiliary =
        |at: At| grammar.kids(at).any(|kid| matches!(grammar.upos(kid), Upos::Aux) && present(kid));
    let mut clause = std::iter::once(observation.at).chain(grammar.above(observation.at)).take(3);
    clause.any(|at| present(at) || auxiliary(at))
}

/// Whether a count runs over many incidents: "died in separate accidents", "each year".
pub(super) fn is_over_many(grammar: &Grammar<'_>, at: At) -> bool {
    let words = &grammar.tree(at).words;
    let text = grammar.source.text;
    let form = |word: usize| words.get(word).map_or("", |word| word.span.of(text));
    let is = |word: usize, wanted: &str| form(word).eq_ignore_ascii_case(wanted);
    let first = at.word.saturating_sub(REACH);
    (first..words.len().min(at.word + REACH)).any(|word| {
        let year = is(word + 1, "year") || is(word + 1, "month");
        let period = (is(word, "each") || is(word, "every")) && year;
        let apart = is(word, "separate")
            && (word + 1..word + 4)
                .any(|next| words.get(next).is_some_and(|next| next.morph == Morph::Plural));
        period || apart || is(word, "annually")
    })
}

/// How many words around the word that tells of harm may say so.
const REACH: usize = 16;

/// Whether two full names are surely those of two people.
pub(super) fn are_two(a: &[String], b: &[String]) -> bool {
    !is_within(a, b) && !is_within(b, a)
}

/// Whether each part of a name is like a part of another.
pub(super) fn is_within(a: &[String], b: &[String]) -> bool {
    a.iter().all(|x| b.iter().any(|y| is_like(x, y)))
}

/// Adds a name unless it may be one that is known: all parts of the shorter are like parts of the
/// longer.
pub(super) fn add_name(names: &mut Vec<Vec<String>>, name: &[String]) {
    if name.is_empty() {
        return;
    }
    match names.iter_mut().find(|known| is_within(known, name) || is_within(name, known)) {
        Some(known) if known.len() < name.len() => *known = name.to_vec(),
        Some(_) => {}
        None => names.push(name.to_vec()),
    }
}

/// Whether two parts of names may be spellings or short forms of one: they begin alike.
fn is_like(a: &str, b: &str) -> bool {
    let start = |name: &str| name.chars().take(2).collect::<String>();
    a == b || start(a) == start(b)
}
