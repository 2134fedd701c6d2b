//! One value that two sentences tell in much the same words.
//!
//! "Customs officers seized nearly 900 forged passports of a ring of smugglers", "almost 900 forged passports of a
//! ring of smugglers found": the verbs, the constructions and what else the documents tell may differ. A number that is told once
//! more amid most of the words that stood around it tells the same, unless something sets the two apart.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::compare::{Facet, two_persons, value};
use super::context::{Context, Counts, counts};
use super::counterpart::{Nearness, around, near};
use super::digest::{put_forward, wanted};
use super::scope::{circumstances, strangers, told_times_apart};
use super::story::Again;
use super::view::{Item, View, dimension};
use crate::claim::{Key, Slot};
use crate::graph::{self, Match};
use crate::lexicon::sense::opposed;
use crate::lexicon::sort;
use crate::value::{Decimal, Quantity, Value};

/// The weight of the words around both from which the two are surely told of one thing.
const SURE: u32 = 600;

/// Numbers up to this one stand in every text.
const SMALL: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// A number that more claims than this have tells nothing by itself.
const CROWD: usize = 48;

/// The values that two documents tell in much the same words, but of those of which the one is held against something
/// in the document of the other already.
pub(super) fn find<'g>(view: &View<'g>, held: impl Iterator<Item = (usize, usize)>) -> Vec<Again> {
    let document = |at: usize| view.items[at].at.document;
    let told: FxHashSet<(usize, u32)> =
        held.flat_map(|(a, b)| [(a, document(b)), (b, document(a))]).collect();
    let new =
        |a: usize, b: usize| !told.contains(&(a, document(b))) && !told.contains(&(b, document(a)));
    let words: Vec<Counts<'g>> =
        (0..view.graph.documents.len()).map(|at| counts(view, at)).collect();
    let context = |item: &Item<'g>| around(item, &words[item.at.document as usize]);
    let mut found = Vec::new();
    for file in files(view).into_values().filter(|file| file.len() > 1 && file.len() <= CROWD) {
        let told: Vec<(usize, Context<'g>)> =
            file.into_iter().map(|at| (at, context(&view.items[at]))).collect();
        for (i, (a, own)) in told.iter().enumerate() {
            let others = told[i + 1..].iter().map(|(b, other)| (*b, near(own, other)));
            let again =
                others.filter(|&(b, nearness)| new(*a, b) && is_again(view, *a, b, nearness));
            found.extend(
                again.map(|(b, nearness)| Again { pair: (*a, b), sure: nearness.weight() >= SURE }),
            );
        }
    }
    found
}

/// Whether two equal numbers are told in much the same words, and nothing sets them apart. Every match has a first
/// half: of a place in an order all must be told.
fn is_again(view: &View<'_>, a: usize, b: usize, nearness: Nearness) -> bool {
    let (x, y) = (&view.items[a], &view.items[b]);
    let ordinal = number(x).is_some_and(|number| number.ordinal);
    let worded = match ordinal {
        true => nearness.is_dense() && nearness.weight() >= SURE,
        false => nearness.is_worded_alike(is_telling(x)),
    };
    worded && same(view, x, y, nearness) && of_one(view, x, y)
}

/// The items that put forward a number, by the number and its kind.
fn files(view: &View<'_>) -> BTreeMap<(Vec<Decimal>, String), Vec<usize>> {
    let mut files: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (at, item) in view.items.iter().enumerate().filter(|(_, item)| put_forward(item)) {
        if let Some(number) = number(item).filter(|number| !number.printed.is_empty()) {
            let printed = number.printed.iter().map(Decimal::normalize).collect();
            files.entry((printed, dimension(&item.claim.value))).or_default().push(at);
        }
    }
    files
}

fn number<'i>(item: &Item<'i>) -> Option<&'i Quantity> {
    match &item.claim.value {
        Value::Quantity(quantity) => Some(quantity),
        _ => None,
    }
}

/// Whether a number does not stand in every text.
fn is_telling(item: &Item<'_>) -> bool {
    number(item).is_some_and(|number| number.printed.iter().any(|number| number.abs() > SMALL))
}

/// Whether two values are one; where nearly all words are the same, one thing may have two names.
fn same(view: &View<'_>, a: &Item<'_>, b: &Item<'_>, nearness: Nearness) -> bool {
    let numbers = number(a).zip(number(b));
    match value(view, a, b) {
        Facet::Same | Facet::Refines | Facet::Compatible => true,
        Facet::Unlike => {
            nearness.is_dense()
                && !sorts_apart(a, b)
                && numbers.is_some_and(|(x, y)| x.measure == y.measure && x.bound == y.bound)
        }
        _ => false,
    }
}

/// Whether two nouns say of whom that they are others: "14 men", "14 women".
fn sorts_apart(a: &Item<'_>, b: &Item<'_>) -> bool {
    let nouns = a.claim.scope.group.as_deref().zip(b.claim.scope.group.as_deref());
    nouns.is_some_and(|(p, q)| {
        opposed(p, q) || sort(p).zip(sort(q)).is_some_and(|(p, q)| p.is_apart(q))
    })
}

/// Whether nothing sets two equal numbers apart.
fn of_one(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let typed = !a.is_open() && !b.is_open();
    a.at.document != b.at.document
        && !view.graph.forms.apart(a.at.document, b.at.document)
        && wanted(a) == wanted(b)
        && circumstances(view, a, b).is_ok()
        && told_times_apart(view, a, b).is_ok()
        && !contrary(a, b)
        && !contrary(b, a)
        && !two_persons(view, a, b)
        && !strangers(view, a, b)
        && (!typed || a.aspect() == b.aspect())
        && (!typed || graph::compare_events(view.graph, a.at, b.at) != Match::None)
}

/// Whether a word of the clause of one excludes a word of the sentence of the other, which does not have it:
/// "opened 52 branches", "saw 52 branches closed".
fn contrary(a: &Item<'_>, b: &Item<'_>) -> bool {
    let [own, others] = [a, b].map(|item| item.frame.map_or(&[][..], |frame| &frame.keys[..]));
    let told = |key: &Key| others.iter().any(|other| other.word == key.word);
    let mut own = own.iter().filter(|key| key.slot != Slot::Context && !told(key));
    own.any(|key| others.iter().any(|other| opposed(&key.word, &other.word)))
}
