//! The same name in the same text is of one kind: what speaks for each kind is summed over all its mentions.

use std::collections::{BTreeMap, BTreeSet};

use super::acronym;
use super::called;
use super::span::Found;
use super::tagger::Kind;
use crate::lexicon::fold;
use crate::lexicon::name::{self, Class};
use crate::syntax::{Rel, Tree, Upos};
use crate::value::ThingKind;

/// The last words of the names of persons of more than one word.
pub(super) fn surnames<'k>(keys: &'k [String], found: &[Found]) -> BTreeSet<&'k str> {
    let persons = keys.iter().zip(found).filter(|(_, found)| found.kind == Kind::Person);
    persons.filter_map(|(key, _)| key.rsplit_once(' ').map(|(_, last)| last)).collect()
}

/// The seat of a government that was taken for a person is the place, unless the document knows
/// somebody whose name ends so ("Washington" beside "Denzel Washington").
fn seats(keys: &[String], found: &mut [Found]) {
    let bearers = surnames(keys, found);
    for (key, found) in keys.iter().zip(found.iter_mut()) {
        let seat = found.kind == Kind::Person && !found.upper && name::is(key, Class::Seat);
        if seat && !bearers.contains(key.as_str()) {
            found.kind = Kind::Place;
        }
    }
}

/// "Eunice" after "Storm Eunice", "the Bright Horizon" after "the trawler Bright Horizon": a thing
/// again.
fn things(keys: &[String], found: &mut [Found]) {
    let mut whole: BTreeMap<&str, ThingKind> = BTreeMap::new();
    let mut rest: BTreeMap<&str, ThingKind> = BTreeMap::new();
    for (key, name) in keys.iter().zip(found.iter()) {
        let Some(kind) = name.thing.filter(|kind| called::goes_alone(*kind)) else { continue };
        whole.insert(key, kind);
        if let Some((_, last)) = key.split_once(' ').filter(|_| called::is_prefixed(kind)) {
            rest.insert(last, kind);
        }
    }
    for (found, key) in found.iter_mut().zip(keys) {
        let own = rest.get(key.as_str()).filter(|_| found.kind == Kind::Person);
        let again = own.or_else(|| whole.get(key.as_str()).filter(|_| !found.sure));
        if let Some(kind) = again {
            (found.kind, found.thing) = (Kind::Other, Some(*kind));
        }
    }
}

/// How much one mention can say against a kind of its name.
const LIMIT: i32 = 200;

/// How much the tables say for a kind that the tagger did not see.
const TOLD: i32 = 100;

/// What a mention says against each kind of its name, at most [`LIMIT`]; nothing against what it was read as.
fn against(found: &Found) -> [i32; 4] {
    if found.scores == [0; 4] {
        return [0; 4];
    }
    let best = |scores: [i32; 4]| scores.into_iter().max().unwrap_or(0);
    let mut scores = found.scores;
    let own = found.kind as usize;
    if scores[own] < best(scores) {
        scores[own] = best(scores) + TOLD;
    }
    let share = if found.upper { 2 } else { 1 };
    scores.map(|score| (best(scores) - score).min(LIMIT) / share)
}

/// What all mentions of each name say against its kinds; that of a person's full name also counts for its last word,
/// that of a firm's for its first.
fn evidence<'k>(keys: &'k [String], found: &[Found]) -> BTreeMap<&'k str, [i32; 4]> {
    let only = |kind: Kind, weight: i32| {
        let mut others = [weight; 4];
        others[kind as usize] = 0;
        others
    };
    let bearers = surnames(keys, found);
    let mut sums: BTreeMap<&str, [i32; 4]> = BTreeMap::new();
    let mut add = |key, more: [i32; 4]| {
        let sum = sums.entry(key).or_default();
        sum.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
    };
    for (found, key) in found.iter().zip(keys) {
        add(key, against(found));
        match (found.kind, key.split_once(' '), key.rsplit_once(' ')) {
            (Kind::Person, _, Some((_, last))) if last.len() > 2 => {
                add(last, only(Kind::Person, LIMIT * 3 / 2));
            }
            (Kind::Organization, Some((first, _)), Some((_, last)))
                if name::is(last, Class::Legal) && !bearers.contains(first) =>
            {
                add(first, only(Kind::Organization, LIMIT * 3 / 2));
            }
            _ => {}
        }
    }
    sums
}

/// Gives the names of a document that have the same words the one kind that their mentions together speak for, and a
/// surname the kind of the full name that ends in it.
pub(super) fn agree(text: &str, trees: &[Tree], found: &mut [Found]) {
    let key = |found: &Found| fold(found.span(&trees[found.sentence]).of(text));
    let keys: Vec<String> = found.iter().map(key).collect();
    seats(&keys, found);
    things(&keys, found);
    acronym::short_firms(&keys, found);
    let sums = evidence(&keys, found);
    for (found, key) in found.iter_mut().zip(&keys) {
        if found.sure || found.thing.is_some() || name::is(key, Class::Demonym) {
            continue;
        }
        let Some(sum) = sums.get(key.as_str()) else { continue };
        let own = found.kind;
        let best = (Kind::ALL.into_iter()).min_by_key(|kind| (sum[*kind as usize], *kind != own));
        found.kind = best.unwrap_or(own);
        let nobody = sum[Kind::Person as usize] > sum[found.kind as usize];
        if !nobody && is_nowhere(trees, found) {
            found.kind = Kind::Person;
        }
    }
}

/// Whether a place of one word stands where no place is told: "*Wendt*, the minister, knows them" of Clara Wendt.
fn is_nowhere(trees: &[Tree], found: &Found) -> bool {
    let words = &trees[found.sentence].words;
    let led = found.start.checked_sub(1).is_some_and(|before| words[before].upos == Upos::Adp);
    let subject = matches!(words[found.start].rel, Rel::Nsubj | Rel::NsubjPass);
    found.kind == Kind::Place && found.end == found.start + 1 && subject && !led
}
