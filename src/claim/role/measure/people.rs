//! "The number of civilians killed": the people of a number, and what befell them.

use crate::claim::grammar::{At, Grammar};
use crate::lexicon::{
    Measure, Outcome, harm_noun, harm_state, harm_verb, is_figure, is_known_as, measure,
    names_person,
};

/// The most words between the number and what befell the people.
const REACH: usize = 9;

/// How many words from `at` on name the number of those whom something befell, and the measure that they
/// are: "the number of people known to have *died*", "the number of confirmed *dead*".
pub(super) fn number(grammar: &Grammar<'_>, at: At) -> Option<(usize, Measure)> {
    let of =
        grammar.next(at).filter(|&of| is_figure(grammar.lemma(at)) && grammar.form(of) == "of")?;
    let mut counted = false;
    for word in std::iter::successors(grammar.next(of), |&word| grammar.next(word)).take(REACH) {
        let (lemma, form) = (grammar.lemma(word), grammar.form(word));
        let befell = outcome(grammar, word, counted).and_then(row);
        if let Some(row) = befell {
            return Some((word.word + 1 - at.word, row));
        }
        let person = names_person(lemma);
        counted |= person;
        if !person && !is_known_as(lemma) && !is_known_as(&form) {
            return None;
        }
    }
    None
}

/// What a word tells that befell people: the dead themselves, or a verb or state told of those `counted`.
fn outcome(grammar: &Grammar<'_>, at: At, counted: bool) -> Option<Outcome> {
    let (lemma, form) = (grammar.lemma(at), grammar.form(at));
    let noun = harm_noun(&form).map(|harm| harm.outcome);
    let told = || harm_verb(lemma).or_else(|| harm_state(&form)).map(|harm| harm.outcome);
    match counted {
        true => told().or(noun),
        false => noun.or_else(|| harm_state(&form).map(|harm| harm.outcome)),
    }
}

/// The measure of an outcome.
fn row(outcome: Outcome) -> Option<Measure> {
    measure(["number", "of", outcome.property()]).map(|(_, row)| row)
}
