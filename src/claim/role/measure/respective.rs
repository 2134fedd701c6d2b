//! "Sales and profit rose 4% and 9%, respectively": the first of one list goes with the first of the
//! other.

use super::{Named, Reading, change, fits};
use crate::claim::grammar::{At, Grammar};

/// The reading of each measure that a sentence pairs so; nothing where the lists differ in length.
pub(super) fn readings(grammar: &Grammar<'_>, named: &[Named]) -> Vec<(usize, Reading)> {
    let sentences = named.chunk_by(|a, b| a.head.sentence == b.head.sentence);
    let mut first = 0;
    let mut found = Vec::new();
    for sentence in sentences {
        let pairs = in_sentence(grammar, sentence).unwrap_or_default();
        found.extend(pairs.into_iter().map(|(at, reading)| (first + at, reading)));
        first += sentence.len();
    }
    found
}

fn in_sentence(grammar: &Grammar<'_>, named: &[Named]) -> Option<Vec<(usize, Reading)>> {
    let mut words = std::iter::successors(grammar.next(named.first()?.last), |&w| grammar.next(w));
    let cue = words.find(|&at| grammar.form(at) == "respectively")?;
    let before = named.iter().take_while(|of| of.last < cue).count();
    let verb = verb(grammar, named[before.checked_sub(1)?].last, cue)?;
    let heads = (0..before).rev().take_while(|&at| named[at].last < verb).collect::<Vec<_>>();
    let values = values(grammar, verb, cue);
    let heads: Vec<usize> = heads.into_iter().rev().collect();
    let change = change(grammar.lemma(verb)).or_else(|| change(&grammar.form(verb)));
    let fit = |(&at, &value): (&usize, &At)| {
        grammar.quantity_on(value).is_some_and(|(_, quantity)| fits(quantity, named[at].row))
    };
    if heads.len() < 2 || heads.len() != values.len() || !heads.iter().zip(&values).all(fit) {
        return None;
    }
    let reading = |(at, value): (usize, At)| {
        let of = &named[at];
        let rule = "measure.respectively";
        (at, Reading { value, at: of.head, change, moves: false, rule })
    };
    Some(heads.into_iter().zip(values).map(reading).collect())
}

/// The verb between the last measure and the cue.
fn verb(grammar: &Grammar<'_>, from: At, to: At) -> Option<At> {
    let mut words = (from.word + 1..to.word).map(|word| At { word, ..from });
    words.find(|&at| grammar.is_verb(at) || grammar.kid(at, &[]).is_some())
}

/// The first word of each value between two words.
fn values(grammar: &Grammar<'_>, from: At, to: At) -> Vec<At> {
    let mut last = None;
    let mut found = Vec::new();
    for at in (from.word + 1..to.word).map(|word| At { word, ..from }) {
        let Some((mention, _)) = grammar.quantity_on(at).filter(|_| grammar.time_on(at).is_none())
        else {
            continue;
        };
        if last.replace(mention) != Some(mention) {
            found.push(at);
        }
    }
    found
}
