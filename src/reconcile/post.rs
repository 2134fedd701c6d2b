//! Two offices that two texts give to one person, who can hold only one of them, and one office that they give
//! to two persons, of whom only one can hold it.

use std::collections::BTreeMap;

use super::denied::Denied;
use super::office::{excludes, implies, is_one_post};
use super::view::{Item, View};
use crate::claim::{Modality, Polarity, Subject};
use crate::value::Value;

/// Within so many days an office seldom passes to somebody else.
const TERM: i32 = 31;

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

/// The pairs of persons to whom two texts of one time give one office.
pub(super) fn two_holders(view: &View<'_>, pairs: &[(u32, u32)]) -> Vec<Denied> {
    let documents = pairs.iter().flat_map(|&(left, right)| [left, right]);
    let held: BTreeMap<u32, Vec<Holder<'_>>> =
        documents.map(|document| (document, holders(view, document))).collect();
    let mut found = Vec::new();
    for &(left, right) in pairs.iter().filter(|&&pair| of_one_time(view, pair)) {
        for a in &held[&left] {
            let rivals = held[&right].iter().filter(|b| is_one_post(a.office, b.office));
            // A text that gives it to both tells of two times.
            let both = |b: &Holder<'_>| {
                let has = |side: u32, person: u32| {
                    held[&side]
                        .iter()
                        .any(|one| one.person == person && is_one_post(one.office, a.office))
                };
                has(left, b.person) || has(right, a.person)
            };
            found.extend(
                rivals.filter(|b| !alike(view, a.person, b.person) && !both(b)).map(|b| Denied {
                    pair: (a.at, b.at),
                    opposite: true,
                    sure: true,
                }),
            );
        }
    }
    found
}

/// Who holds which office, as a document tells it of its own time.
struct Holder<'v> {
    at: usize,
    person: u32,
    office: &'v str,
}

fn holders<'v>(view: &'v View<'_>, document: u32) -> Vec<Holder<'v>> {
    let today = |item: &&Item<'_>| {
        let told = matches!(item.claim.rule, "open.role" | "role.copula");
        told && item.claim.modality == Modality::Actual && item.claim.scope.change.is_none()
    };
    let items = view.of(document).filter(|&at| today(&&view.items[at]));
    let holder = |at: usize| match &view.items[at].claim.value {
        Value::Text(office) => {
            holder(view, &view.items[at]).map(|person| Holder { at, person, office })
        }
        _ => None,
    };
    items.filter_map(holder).collect()
}

/// Whether two persons may be one of whom the texts know other names.
fn alike(view: &View<'_>, a: u32, b: u32) -> bool {
    let name = |one: u32| view.graph.entities[one as usize].name.canonical.to_lowercase();
    let (a, b) = (name(a), name(b));
    a.split_whitespace().any(|word| b.split_whitespace().any(|other| other == word))
}

/// Whether two documents were published within so many days of each other, or nobody knows when.
fn of_one_time(view: &View<'_>, (left, right): (u32, u32)) -> bool {
    match (view.day(left), view.day(right)) {
        (Some(a), Some(b)) => (a - b).get_days().abs() <= TERM,
        (None, None) => true,
        _ => false,
    }
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
