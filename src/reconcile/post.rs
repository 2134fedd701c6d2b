//! Two offices that two tellings of one story give to one person, who can hold only one of them.

use std::collections::BTreeMap;

use super::denied::Denied;
use super::office::{excludes, implies};
use super::view::{Item, View};
use crate::claim::{Polarity, Subject};
use crate::value::Value;

/// The offices that a document gives to each named person, as items.
type Offices<'v> = BTreeMap<u32, Vec<(usize, &'v str)>>;

/// The pairs of offices that exclude each other.
pub(super) fn find(view: &View<'_>, tellings: &[(u32, u32)]) -> Vec<Denied> {
    let documents = tellings.iter().flat_map(|&(left, right)| [left, right]);
    let held: BTreeMap<u32, Offices<'_>> =
        documents.map(|document| (document, offices(view, document))).collect();
    let mut found = Vec::new();
    for (left, right) in tellings {
        for (person, own) in &held[left] {
            found.extend(held[right].get(person).and_then(|others| apart(own, others)));
        }
    }
    found
}

/// The offices of one person that no office of the other text comes near to.
fn apart(own: &[(usize, &str)], others: &[(usize, &str)]) -> Option<Denied> {
    let known = |&(_, x): &(usize, &str)| {
        others.iter().any(|&(_, y)| x == y || implies(x, y) || implies(y, x))
    };
    if own.iter().any(known) {
        return None;
    }
    let pairs = own.iter().flat_map(|a| others.iter().map(move |b| (a, b)));
    pairs
        .filter(|((_, x), (_, y))| excludes(x, y))
        .map(|((a, _), (b, _))| Denied { pair: (*a, *b), opposite: true, sure: true })
        .next()
}

fn offices<'v>(view: &'v View<'_>, document: u32) -> Offices<'v> {
    let mut offices = Offices::new();
    for at in view.of(document) {
        let item = &view.items[at];
        if let (Some(person), Value::Text(office)) = (holder(view, item), &item.claim.value) {
            offices.entry(person).or_default().push((at, office));
        }
    }
    offices
}

/// The named person that an office is given to.
fn holder(view: &View<'_>, item: &Item<'_>) -> Option<u32> {
    let told = item.claim.property == "open.role" && item.claim.polarity == Polarity::Affirmed;
    let Subject::Actor(actor) = item.claim.subject else { return None };
    let entity = view.entity(item.at.document, actor).filter(|_| told)?;
    view.graph.entities[entity as usize].name.named.then_some(entity)
}
