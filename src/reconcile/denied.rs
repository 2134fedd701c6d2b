//! An act that one telling of a story tells, and that did not take place by the other.
//!
//! "Holm conceded late on Sunday" and "Holm has not conceded" share two words. That both tell one
//! story, that one person or body does it in both, and that what is denied is all in what is told,
//! makes them each other's counterpart. Who accepts something does not reject it either.

use std::collections::BTreeMap;

use super::act::{CROWD, Clause, Clauses, clauses, crossed, met, nouns_opposed, shared};
use super::differ::names_apart;
use super::gate::told_otherwise;
use super::scope::{circumstances, told_times_apart};
use super::view::{Item, View, Voice};
use crate::claim::{Modality, Polarity, Slot};
use crate::lexicon::sense::opposed;
use crate::lexicon::settles;
use crate::lexicon::time::time_word;
use crate::value::{Grain, SetRelation};

/// What it takes to be one act.
const LEAST: u32 = 4;

/// From here on nothing is inferred.
const SURE: u32 = 6;

/// How many words after its verb a clause begins that tells what is promised, wanted or tried.
const NEXT: u32 = 3;

/// Two clauses of which one denies what the other tells.
pub(super) struct Denied {
    /// Indices into [`View::items`].
    pub(super) pair: (usize, usize),
    /// Whether the verbs exclude each other, rather than one being denied.
    pub(super) opposite: bool,
    /// Whether more than who does it ties the two.
    pub(super) sure: bool,
}

/// The acts that one of two tellings denies.
pub(super) fn find(view: &View<'_>, tellings: &[(u32, u32)]) -> Vec<Denied> {
    let documents = tellings.iter().flat_map(|&(left, right)| [left, right]);
    let told: BTreeMap<u32, Clauses<'_>> =
        documents.map(|document| (document, clauses(view, document))).collect();
    let found = tellings.iter().flat_map(|(left, right)| between(view, &told[left], &told[right]));
    found.collect()
}

/// The pairs of which one denies what the other tells, where neither text has both.
fn between(view: &View<'_>, left: &Clauses<'_>, right: &Clauses<'_>) -> Vec<Denied> {
    let mut found = Vec::new();
    for a in left.values().flatten() {
        for (b, weight) in against(view, a, right) {
            if against(view, a, left).is_empty() && against(view, b, right).is_empty() {
                let opposite = a.predicate != b.predicate;
                let sure = weight >= SURE && one_day(view, a, b) && of_one_thing(view, a, b);
                found.push(Denied { pair: (a.at, b.at), opposite, sure });
            }
        }
    }
    found
}

/// The clauses of a text that exclude another, each with how much ties the two.
fn against<'c, 'g>(
    view: &View<'_>,
    a: &Clause<'_>,
    text: &'c Clauses<'g>,
) -> Vec<(&'c Clause<'g>, u32)> {
    let exclusive =
        |other: &str| settles(a.predicate) && settles(other) && opposed(other, a.predicate);
    let files = text.iter().filter(|(other, file)| {
        file.len() <= CROWD && (**other == a.predicate || exclusive(other))
    });
    let clauses = files.flat_map(|(_, file)| file);
    let excluded = clauses.filter_map(|b| Some((b, excluded(view, a, b)?)));
    excluded.filter(|(_, weight)| *weight >= LEAST).collect()
}

/// How much tells that two clauses that exclude each other tell of one act, if nothing tells the
/// contrary.
fn excluded(view: &View<'_>, a: &Clause<'_>, b: &Clause<'_>) -> Option<u32> {
    let (x, y) = (&view.items[a.at], &view.items[b.at]);
    let opposite = a.predicate != b.predicate;
    let told = [x, y].iter().all(|item| {
        item.stance().is_none()
            && !item.claim.scope.part
            && matches!(item.claim.modality, Modality::Actual | Modality::Planned)
    });
    let negated = |item: &Item<'_>| item.claim.polarity == Polarity::Negated;
    let conflict = if opposite { !negated(x) && !negated(y) } else { negated(x) != negated(y) };
    if !told || !conflict || x.claim.modality != y.claim.modality || a.predicate == "be" {
        return None;
    }
    if told_otherwise(x, y) {
        return None;
    }
    if governs(view, x) || governs(view, y) || crossed(a, b) || nouns_opposed(a, b) {
        return None;
    }
    // "often not even *looking* good", "still has *to pass* Ford" say of nobody that he did it or not.
    if !has_subject(x) || !has_subject(y) {
        return None;
    }
    // "They failed to pass Ford", "Holm passed Ford"
    if names_apart(x, y) {
        return None;
    }
    let weight = tied(a, b, opposite).or_else(|| alike(x, y, a, b))?;
    met(&a.others, &b.others).ok()?;
    told_times_apart(view, x, y).ok()?;
    circumstances(view, x, y).ok()?;
    let (no, yes) = if negated(x) { (a, b) } else { (b, a) };
    let timely = || in_time(view, &view.items[no.at], &view.items[yes.at]);
    (opposite || within(no, yes) && timely()).then_some(weight)
}

/// How much ties who does it and to what.
fn tied(a: &Clause<'_>, b: &Clause<'_>, opposite: bool) -> Option<u32> {
    let agents = met(&a.agents, &b.agents).ok()?;
    let patients = met(&a.patients, &b.patients).ok()?;
    let things = shared(&a.things, &b.things) > 0;
    let apart = !things && !a.things.is_empty() && !b.things.is_empty();
    let whole = !opposite && (a.things.is_empty() || b.things.is_empty());
    let object = things || patients;
    if apart || !agents && !patients || (opposite || a.light) && !object {
        return None;
    }
    let light = u32::from(!a.light);
    Some(3 * u32::from(agents) + 3 * u32::from(patients) + 2 * u32::from(things || whole) + light)
}

/// How much ties what one speaker says of somebody whom only one of the texts names, or what things
/// of one noun do to one thing: "the ferry passed its inspection", "the ferry failed the inspection".
fn alike(x: &Item<'_>, y: &Item<'_>, a: &Clause<'_>, b: &Clause<'_>) -> Option<u32> {
    let things = shared(&a.things, &b.things) > 0;
    let apart = !things && !a.things.is_empty() && !b.things.is_empty();
    let named = met(&a.agents, &b.agents).is_err() || met(&a.patients, &b.patients).is_err();
    if apart || named || a.light && !things {
        return None;
    }
    let spoken = matches!(x.voice, Voice::Entity(_)) && x.voice == y.voice;
    let noun = things && subject(x).is_some_and(|noun| subject(y) == Some(noun));
    (spoken || noun).then_some(LEAST + u32::from(things))
}

/// Whether both say to what it is done, or the verb that is denied says all: "has not conceded". Who does not
/// look good may look tired.
fn of_one_thing(view: &View<'_>, a: &Clause<'_>, b: &Clause<'_>) -> bool {
    let things = shared(&a.things, &b.things) > 0;
    let patients = a.patients.iter().any(|one| b.patients.contains(one));
    let alone = |clause: &Clause<'_>| {
        let keys = view.items[clause.at].frame.into_iter().flat_map(|frame| &frame.keys);
        !keys.into_iter().any(|key| {
            matches!(key.slot, Slot::Object | Slot::Complement | Slot::Oblique)
                && time_word(std::iter::once(&*key.lemma)).is_none()
        })
    };
    let negated = |c: &&&Clause<'_>| view.items[c.at].claim.polarity == Polarity::Negated;
    things || patients || settles(a.predicate) || [a, b].iter().filter(negated).all(|c| alone(c))
}

fn has_subject(item: &Item<'_>) -> bool {
    let keys = item.frame.into_iter().flat_map(|frame| &frame.keys);
    keys.into_iter().any(|key| key.slot == Slot::Subject)
}

/// The noun that is the subject of a clause.
fn subject<'g>(item: &Item<'g>) -> Option<&'g str> {
    let keys = item.frame.into_iter().flat_map(|frame| &frame.keys);
    let mut nouns = keys.filter(|key| key.slot == Slot::Subject && key.head && !key.name);
    nouns.next().map(|key| &*key.lemma)
}

/// Whether what is denied says nothing that is not told.
fn within(no: &Clause<'_>, yes: &Clause<'_>) -> bool {
    let dated = |word: &str| time_word(std::iter::once(word)).is_some();
    let has = |word: &&str| yes.around.contains(word) || yes.things.contains(word) || dated(word);
    no.things.iter().all(has)
        && no.around.iter().all(has)
        && no.others.iter().all(|one| yes.others.contains(one))
        && no.patients.iter().all(|one| yes.patients.contains(one))
}

/// Whether the times of both leave room for a conflict: what is denied of a day is told of it, and
/// what is told was not long ago, nor later than it was denied.
pub(super) fn in_time(view: &View<'_>, no: &Item<'_>, yes: &Item<'_>) -> bool {
    let (denied, told) = (view.times(no), view.times(yes));
    let fits = denied.iter().all(|time| {
        told.iter()
            .any(|other| matches!(time.compare(other), SetRelation::Equal | SetRelation::Contains))
    });
    let past = told.iter().any(|time| time.grain > Grain::Week) && denied.is_empty();
    let day = |item: &Item<'_>| view.day(item.at.document);
    let since = day(no).zip(day(yes)).is_some_and(|(no, yes)| no < yes);
    fits && !past && !since
}

/// Whether both texts were written on one day, or what they tell is over.
fn one_day(view: &View<'_>, a: &Clause<'_>, b: &Clause<'_>) -> bool {
    let [x, y] = [a, b].map(|clause| &view.items[clause.at]);
    let day = |item: &Item<'_>| view.day(item.at.document);
    x.claim.modality == Modality::Actual || day(x) == day(y)
}

/// Whether the verb only tells how somebody stands to what the next words tell: "agreed to meet".
fn governs(view: &View<'_>, item: &Item<'_>) -> bool {
    let Some(own) = item.frame else { return false };
    let frames = &view.graph.documents[item.at.document as usize].account.frames;
    let inside = |end: u32| {
        own.keys.iter().any(|key| {
            key.slot != Slot::Context
                && key.slot != Slot::Subject
                && key.slot != Slot::Predicate
                && key.span.start < end
        })
    };
    frames.iter().any(|frame| {
        frame.sentence == own.sentence
            && own.head < frame.head
            && frame.head <= own.head + NEXT
            && !inside(frame.span.start)
    })
}
