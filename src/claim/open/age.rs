//! Whose age a number of years is: "Olena Hryn, 54,", "19-year-old Paolo Reyes".

use super::clause::Clause;
use crate::lexicon::name::{self, Class};
use crate::lexicon::people;
use crate::mention::{Mention, Referent};
use crate::syntax::{Morph, Rel, Upos};
use crate::value::{NameKind, Value};

/// The mention of the person whose age `mention` gives, by index.
pub(super) fn of(clause: &Clause<'_>, mention: &Mention, value: &Value) -> Option<u32> {
    let Value::Quantity(quantity) = value else { return None };
    if !quantity.age {
        return None;
    }
    // Before a name the age is nobody else's.
    let words = &clause.tree.words;
    let end = words.partition_point(|word| word.span.start < mention.span.end);
    let of_next = words.get(end).is_some_and(|word| word.upos == Upos::Propn);
    after(clause, mention)
        .or_else(|| before(clause, mention).filter(|_| !of_next))
        .or_else(|| beside_noun(clause, mention))
        .or_else(|| fronted(clause, mention))
        .or_else(|| told_before(clause, mention))
        .or_else(|| of_subject(clause, mention))
}

/// "*Olena Hryn* is 54", "*she* was 54 years old"; not "she was 54 when the war began", which is of
/// another day.
fn of_subject(clause: &Clause<'_>, mention: &Mention) -> Option<u32> {
    let (tree, head) = (clause.tree, clause.head());
    let here = mention.span.overlaps(tree.words[head].span);
    let dated = |at: usize| matches!(tree.words[at].rel, Rel::Advcl | Rel::AdvclRelcl);
    if dated(head) || tree.children(head).any(dated) {
        return None;
    }
    let subject = tree.child(head, Rel::Nsubj).filter(|_| here)?;
    // "Olena Hryn, *who* is 54, lives here"
    let relative = tree.words[head].rel == Rel::AclRelcl && &*tree.words[subject].lemma == "who";
    let subject = tree.head(head).filter(|_| relative).unwrap_or(subject);
    let span = tree.words[subject].span;
    clause.mentions.clone().find_map(|i| {
        let mention = &clause.source.mentions[i];
        let Referent::Actor(name) = &mention.referent else { return None };
        let person = !name.named || name.kind == NameKind::Person;
        u32::try_from(i).ok().filter(|_| person && mention.span.contains(span))
    })
}

/// "the ship's captain, *a 58-year-old man* from Brod": whom the noun in apposition is.
fn beside_noun(clause: &Clause<'_>, mention: &Mention) -> Option<u32> {
    let words = &clause.tree.words;
    let mut path =
        std::iter::once(mention.head as usize).chain(clause.tree.ancestors(mention.head as usize));
    let apposed = path.by_ref().take(4).find(|&at| words[at].rel == Rel::Appos)?;
    let noun = clause.tree.head(apposed).filter(|&noun| noun < apposed)?;
    let span = words[noun].span;
    let lemma = &words[apposed].lemma;
    let person = people(lemma).is_some() || name::is(lemma, Class::Role);
    let one = words[noun].morph != Morph::Plural && person;
    clause.mentions.clone().find_map(|i| {
        let other = &clause.source.mentions[i];
        let names = matches!(other.referent, Referent::Actor(_)) && other.span.contains(span);
        u32::try_from(i).ok().filter(|_| names && one)
    })
}

/// "*At 61*, Olena Hryn is still in office".
fn fronted(clause: &Clause<'_>, mention: &Mention) -> Option<u32> {
    let words = &clause.tree.words;
    let start = words.partition_point(|word| word.span.start < mention.span.start);
    let end = words.partition_point(|word| word.span.start < mention.span.end);
    let at = start == 1 && &*words[0].lemma == "at";
    let comma = words.get(end).filter(|_| at).is_some_and(|word| &*word.lemma == ",");
    let first = Some(end + 1).filter(|&first| comma && first < words.len())?;
    named(clause, first)
}

/// "Anna Marek will lead the bank. *The 47-year-old* follows Hugo Stein.": the only person whom the
/// sentence before names.
fn told_before(clause: &Clause<'_>, mention: &Mention) -> Option<u32> {
    let words = &clause.tree.words;
    let start = words.partition_point(|word| word.span.start < mention.span.start);
    let end = words.partition_point(|word| word.span.start < mention.span.end);
    let opens = start == 1 && &*words[0].lemma == "the";
    let alone =
        words.get(end).is_some_and(|word| matches!(word.upos, Upos::Verb | Upos::Aux | Upos::Adv));
    let before = clause.frame.sentence.checked_sub(1).filter(|_| opens && alone)?;
    let mentions = &clause.source.mentions[..clause.mentions.start];
    let here = mentions.iter().enumerate().rev().take_while(|(_, other)| other.sentence >= before);
    let mut found: Option<(usize, &str)> = None;
    for (at, other) in here {
        let Referent::Actor(name) = &other.referent else { continue };
        if !name.named || name.kind != NameKind::Person {
            continue;
        }
        let last = name.canonical.split_whitespace().last()?;
        match found {
            Some((_, known)) if known != last => return None,
            _ => found = Some((at, last)),
        }
    }
    u32::try_from(found?.0).ok()
}

/// "Olena Hryn, 54,", "Olena Hryn (54)", "Olena Hryn, aged 54", "Olena Hryn, a 54-year-old baker".
fn before(clause: &Clause<'_>, mention: &Mention) -> Option<u32> {
    let words = &clause.tree.words;
    let start = words.partition_point(|word| word.span.start < mention.span.start);
    let form = |at: usize| clause.tree.form(clause.source.text, at).to_lowercase();
    let skips = |at: &usize| {
        matches!(&*form(*at), "," | "(" | "aged" | "a" | "an" | "now" | "then")
            || words[*at].upos == Upos::Adj
    };
    let gap = (0..start).rev().take_while(skips).take(4).count();
    let last = start.checked_sub(gap + 1)?;
    let cut = (last + 1..start).any(|at| matches!(&*form(at), "," | "("));
    named(clause, last).filter(|_| cut)
}

/// "19-year-old Paolo Reyes", "a 19-year-old student named Paolo Reyes".
fn after(clause: &Clause<'_>, mention: &Mention) -> Option<u32> {
    const NEAR: usize = 5;
    let words = &clause.tree.words;
    let end = words.partition_point(|word| word.span.start < mention.span.end);
    let form = |at: usize| clause.tree.form(clause.source.text, at).to_lowercase();
    for at in (end..words.len()).take(NEAR) {
        if let Some(person) = named(clause, at) {
            return Some(person);
        }
        if at > end && &*form(at) == "," {
            return beside(clause, at + 1, end..at);
        }
        let leads = matches!(words[at].upos, Upos::Noun | Upos::Adj)
            || matches!(&*form(at), "-" | "old" | "year" | "named" | "called");
        if !leads {
            return None;
        }
    }
    None
}

/// "a 54-year-old baker, *Olena Hryn*": the name stands in apposition to the noun that has the age.
fn beside(clause: &Clause<'_>, first: usize, nouns: std::ops::Range<usize>) -> Option<u32> {
    let words = &clause.tree.words;
    if first >= words.len() {
        return None;
    }
    let mut ends = (first..words.len()).take_while(|&at| words[at].upos == Upos::Propn);
    let set = ends.any(|at| {
        let head = clause.tree.head(at);
        words[at].rel == Rel::Appos && head.is_some_and(|head| nouns.contains(&head))
    });
    named(clause, first).filter(|_| set)
}

/// The mention that names a person with the word at `at`.
fn named(clause: &Clause<'_>, at: usize) -> Option<u32> {
    let word = clause.tree.words[at].span;
    clause.mentions.clone().find_map(|i| {
        let mention = &clause.source.mentions[i];
        let Referent::Actor(name) = &mention.referent else { return None };
        let person = name.named && name.kind == NameKind::Person;
        u32::try_from(i).ok().filter(|_| person && mention.span.contains(word))
    })
}
