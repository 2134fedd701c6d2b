//! One act in two tellings of one story: the same is done by or to the same.
//!
//! Two reporters choose other words for nearly all of a sentence: "The board dismissed Ada Holm on
//! Monday" and "Ms Holm was dismissed after two years in the post". What stays is who does what to whom.
//! That the same named ones stand in the same roles of one predicate is evidence that both tell of one
//! act; the more of them, the surer. Whether the documents tell one story is asked for apart from that.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::RefusalCode;
use super::scope::{circumstances, told_times_apart};
use super::view::{Item, View};
use crate::claim::{Argument, Event, Key, Role, Slot, Subject};
use crate::lexicon::sense::{canonical_noun, generic, opposed};
use crate::lexicon::{is_common, is_making};
use crate::value::{Grain, SetRelation, Value};

/// What it takes to be one act.
const LEAST: u32 = 5;

/// From here on nothing is inferred.
const SURE: u32 = 7;

/// The most clauses of a document with one predicate.
pub(super) const CROWD: usize = 12;

/// The least weight of a noun that tells something.
const TELLING: u8 = 5;

/// An act that two documents tell.
pub(super) struct Act {
    /// Indices into [`View::items`].
    pub(super) pair: (usize, usize),
    /// Whether more than one role is held by the same.
    pub(super) sure: bool,
}

/// The clauses of a document that tell what somebody does, by predicate.
pub(super) type Clauses<'g> = BTreeMap<&'g str, Vec<Clause<'g>>>;

/// The acts that two documents of one story both tell, each with the clause that is nearest.
pub(super) fn find(view: &View<'_>, tellings: &[(u32, u32)]) -> Vec<Act> {
    let mut told: BTreeMap<u32, Clauses<'_>> = BTreeMap::new();
    for document in tellings.iter().flat_map(|&(left, right)| [left, right]) {
        told.entry(document).or_insert_with(|| clauses(view, document));
    }
    let found = tellings.iter().flat_map(|(left, right)| between(view, &told[left], &told[right]));
    found.collect()
}

pub(super) fn clauses<'g>(view: &View<'g>, document: u32) -> Clauses<'g> {
    let mut clauses = Clauses::new();
    for at in view.of(document) {
        if let Some(clause) = Clause::new(view, at) {
            clauses.entry(clause.predicate).or_default().push(clause);
        }
    }
    clauses
}

/// The pairs of two documents that are each other's nearest.
fn between(view: &View<'_>, left: &Clauses<'_>, right: &Clauses<'_>) -> Vec<Act> {
    let mut best: FxHashMap<usize, u32> = FxHashMap::default();
    let mut pairs = Vec::new();
    for (predicate, own) in left {
        let Some(others) = right.get(predicate) else { continue };
        if own.len().max(others.len()) > CROWD {
            continue;
        }
        for (a, b) in own.iter().flat_map(|a| others.iter().map(move |b| (a, b))) {
            let Ok(weight) = weigh(view, a, b) else { continue };
            for item in [a.at, b.at] {
                let most = best.entry(item).or_insert(weight);
                *most = weight.max(*most);
            }
            pairs.push((a.at, b.at, weight));
        }
    }
    pairs.retain(|&(a, b, weight)| weight >= LEAST && [a, b].iter().all(|at| best[at] == weight));
    pairs.sort_unstable();
    pairs.into_iter().map(|(a, b, weight)| Act { pair: (a, b), sure: weight >= SURE }).collect()
}

/// How much tells that two clauses of one predicate tell of one act, if nothing tells the contrary.
fn weigh(view: &View<'_>, a: &Clause<'_>, b: &Clause<'_>) -> Result<u32, RefusalCode> {
    let (x, y) = (&view.items[a.at], &view.items[b.at]);
    if x.claim.polarity != y.claim.polarity
        || x.claim.modality != y.claim.modality
        || x.stance().is_some()
        || y.stance().is_some()
    {
        return Err(RefusalCode::NotAsserted);
    }
    let agents = met(&a.agents, &b.agents)?;
    let patients = met(&a.patients, &b.patients)?;
    met(&a.others, &b.others)?;
    if crossed(a, b) || nouns_opposed(a, b) || elsewhere(view, x, y) {
        return Err(RefusalCode::DifferentScope);
    }
    told_times_apart(view, x, y)?;
    circumstances(view, x, y)?;
    let named = 3 * u32::from(agents) + 3 * u32::from(patients);
    if named == 0 {
        return Ok(0);
    }
    let things = shared(&a.things, &b.things).min(1) * 2;
    let around = shared(&a.around, &b.around).min(2);
    let whole = !a.light && a.things.is_empty() && b.things.is_empty();
    let same = u32::from(!a.light) + u32::from(whole) + 2 * u32::from(place(a, b));
    Ok(named + things + around + same + u32::from(time(view, x, y)))
}

/// Whether both name one in a role; an error when each names others.
pub(super) fn met(a: &[u32], b: &[u32]) -> Result<bool, RefusalCode> {
    let met = a.iter().any(|one| b.contains(one));
    if !met && !a.is_empty() && !b.is_empty() {
        return Err(RefusalCode::DifferentScope);
    }
    Ok(met)
}

/// Whether one does it in one clause and has it done to it in the other.
pub(super) fn crossed(a: &Clause<'_>, b: &Clause<'_>) -> bool {
    let over = |x: &Clause<'_>, y: &Clause<'_>| x.agents.iter().any(|one| y.patients.contains(one));
    over(a, b) || over(b, a)
}

pub(super) fn nouns_opposed(a: &Clause<'_>, b: &Clause<'_>) -> bool {
    a.around
        .iter()
        .chain(&a.things)
        .any(|x| b.around.iter().chain(&b.things).any(|y| opposed(x, y)))
}

pub(super) fn shared(a: &[&str], b: &[&str]) -> u32 {
    u32::try_from(a.iter().filter(|word| b.contains(word)).count()).unwrap_or(u32::MAX)
}

/// Whether both give one place that is less than a country.
fn place(a: &Clause<'_>, b: &Clause<'_>) -> bool {
    let (Some(p), Some(q)) = (&a.event.place, &b.event.place) else { return false };
    p.path.len() > 1 && q.path.len() > 1 && p.compare(q) == SetRelation::Equal
}

/// Whether the clauses give in one way two names of places that no table knows, without a word in common: one person goes
/// to two clinics.
fn elsewhere(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let (p, q) = (unknown_places(view, a), unknown_places(view, b));
    p.iter().any(|(aspect, names)| {
        let others: Vec<_> = q.iter().filter(|(other, _)| other == aspect).collect();
        let met = |name: &String| others.iter().any(|(_, names)| names.contains(name));
        !others.is_empty() && !names.iter().any(met)
    })
}

/// The words of the names of places in the clause of an item that no table knows, by how the clause gives them.
fn unknown_places(view: &View<'_>, item: &Item<'_>) -> Vec<(String, Vec<String>)> {
    let of = view.of(item.at.document).map(|at| &view.items[at]);
    let here = of.filter(|other| other.sentence() == item.sentence() && same_clause(other, item));
    let named = here.filter_map(|other| match &other.claim.value {
        Value::Place(place) if place.named && place.path.is_empty() => {
            let words = place.text.to_lowercase();
            let words = words.split_whitespace().filter(|word| word.len() > 2).map(str::to_owned);
            Some((other.aspect().to_owned(), words.collect()))
        }
        _ => None,
    });
    named.collect()
}

/// Whether two claims of one sentence are told by one predicate.
fn same_clause(a: &Item<'_>, b: &Item<'_>) -> bool {
    a.frame.zip(b.frame).is_some_and(|(x, y)| x.head == y.head)
}

/// Whether both clauses give one day.
fn time(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    view.times(a).iter().any(|x| {
        view.times(b).iter().any(|y| {
            x.grain <= Grain::Day && y.grain <= Grain::Day && x.compare(y) == SetRelation::Equal
        })
    })
}

/// A clause that tells what somebody does.
pub(super) struct Clause<'g> {
    /// Its index in [`View::items`].
    pub(super) at: usize,
    pub(super) predicate: &'g str,
    event: &'g Event,
    /// Whether the predicate tells little without its object: "made", "had", "was".
    pub(super) light: bool,
    /// The named entities that do it.
    pub(super) agents: Vec<u32>,
    /// The named entities that it befalls.
    pub(super) patients: Vec<u32>,
    /// Other named entities in it: with whom, in which hospital.
    pub(super) others: Vec<u32>,
    /// The nouns for what it befalls.
    pub(super) things: Vec<&'g str>,
    /// What else stands in it: names and telling nouns.
    pub(super) around: Vec<&'g str>,
}

impl<'g> Clause<'g> {
    fn new(view: &View<'g>, at: usize) -> Option<Self> {
        let item = &view.items[at];
        if !item.is_open() || item.aspect() != "occurrence" || item.said() {
            return None;
        }
        let Subject::Event(event) = item.claim.subject else { return None };
        let frame = item.frame?;
        let account = &view.graph.documents[item.at.document as usize].account;
        let event = account.events.get(event as usize)?;
        let named = |roles: &[Role]| -> Vec<u32> {
            let held = event.participants.iter().filter(|p| roles.contains(&p.role));
            let held = held.filter_map(|p| view.entity(item.at.document, p.actor));
            held.filter(|&one| view.graph.entities[one as usize].name.named).collect()
        };
        let (agents, patients) = (named(&[Role::Agent]), named(&[Role::Patient]));
        let others = named(&[Role::Recipient, Role::Partner, Role::Other]);
        let tells = |word: &str| !is_common(word) && !generic(word);
        let noun = |argument: &'g Argument| canonical_noun(&argument.head);
        let things: Vec<&str> = event
            .arguments
            .iter()
            .filter(|argument| argument.role == Role::Patient)
            .map(noun)
            .filter(|word| tells(word))
            .collect();
        let own = |key: &&Key| {
            matches!(key.slot, Slot::Object | Slot::Complement | Slot::Oblique)
                && (key.name || key.weight >= TELLING)
        };
        let mut around: Vec<&str> = frame.keys.iter().filter(own).map(|key| &*key.lemma).collect();
        around.retain(|word| !things.contains(word));
        around.dedup();
        let light = is_making(&frame.predicate) || is_common(&frame.predicate);
        (!light || !things.is_empty() || !around.is_empty()).then_some(Self {
            at,
            predicate: &frame.predicate,
            event,
            light,
            agents,
            patients,
            others,
            things,
            around,
        })
    }
}
