//! A count that grew from one telling of a story to a later one.
//!
//! "Killed at least 41 people" and, two days later, "has claimed 118 lives" share no verb, and nothing in either
//! text says that the one count comes after the other. That both tell one story and count what befell
//! people, that the later count is no less, and that neither text gives a nearer one, makes the later one
//! news to whoever has the first.

use super::context::{Context, Counts, counts};
use super::counterpart::{self, near};
use super::scope::told_times_apart;
use super::view::{Item, View};
use crate::claim::{Change, Modality, Polarity, Scope};
use crate::graph::{self, Match};
use crate::lexicon::Evolves;
use crate::lexicon::sense::canonical;
use crate::value::{Decimal, Grain, Place, SetRelation, Time, Value};

/// What the words around two counts must weigh where their events are not known to be one.
const AROUND: u32 = 90;

/// A later count that is more than so many times the first is of something else.
const MOST: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// Two counts of which the later one replaces the first.
pub(super) struct Grown {
    /// Indices into [`View::items`].
    pub(super) pair: (usize, usize),
    /// Whether both are of one event, as far as the graph knows.
    pub(super) sure: bool,
}

/// The counts that grew from one telling of a story to another, as pairs of items.
pub(super) fn find<'g>(view: &View<'g>, tellings: &[(u32, u32)]) -> Vec<Grown> {
    let day = |document: u32| view.graph.documents[document as usize].published.map(|d| d.day);
    let ordered = tellings.iter().filter_map(|&(left, right)| {
        let (x, y) = (day(left)?, day(right)?);
        (x != y).then_some(if x < y { (left, right) } else { (right, left) })
    });
    let ordered: Vec<(u32, u32)> = ordered.collect();
    if ordered.is_empty() {
        return Vec::new();
    }
    let words: Vec<Counts<'g>> =
        (0..view.graph.documents.len()).map(|at| counts(view, at)).collect();
    let context = |at: usize| {
        let item = &view.items[at];
        counterpart::around(item, &words[item.at.document as usize])
    };
    let between = |&(old, new): &(u32, u32)| between(view, &context, old, new);
    ordered.iter().flat_map(between).collect()
}

/// The pairs of an earlier and a later document that are each other's nearest.
fn between<'g>(
    view: &View<'g>,
    context: &impl Fn(usize) -> Context<'g>,
    old: u32,
    new: u32,
) -> Vec<Grown> {
    let told = |document: u32| -> Vec<(usize, Context<'g>)> {
        let counts = view.of(document).filter(|&at| count(&view.items[at]).is_some());
        counts.map(|at| (at, context(at))).collect()
    };
    let (first, later) = (told(old), told(new));
    let mut pairs = Vec::new();
    for (a, p) in &first {
        for (b, q) in &later {
            let (x, y) = (&view.items[*a], &view.items[*b]);
            if x.aspect() == y.aspect() && fits(view, x, y).is_some() {
                let one = x.event.is_some() && x.event == y.event;
                let weight = near(p, q).weight();
                if one || weight >= AROUND {
                    pairs.push((*a, *b, one, weight));
                }
            }
        }
    }
    let nearest = |&(a, b, one, weight): &(usize, usize, bool, u32)| {
        pairs.iter().all(|&(x, y, other, rival)| {
            (x == a) == (y == b) || (other, rival) <= (one, weight) || same(view, (x, y), (a, b))
        })
    };
    let chosen = pairs.iter().filter(|pair| nearest(pair) && moved(view, pair.0, pair.1));
    chosen.map(|&(a, b, sure, _)| Grown { pair: (a.min(b), a.max(b)), sure }).collect()
}

/// Whether two pairs give the same two counts.
fn same(view: &View<'_>, (x, y): (usize, usize), (a, b): (usize, usize)) -> bool {
    let number = |at: usize| count(&view.items[at]);
    number(x) == number(a) && number(y) == number(b)
}

/// The number of people that something befell, where the claim puts it forward for the whole.
fn count(item: &Item<'_>) -> Option<Decimal> {
    let scope = &item.claim.scope;
    let whole = !scope.part && scope.change != Some(Change::Before);
    let told = item.claim.polarity == Polarity::Affirmed
        && item.claim.modality == Modality::Actual
        && item.stance().is_none();
    let Value::Quantity(quantity) = &item.claim.value else { return None };
    let plain = !quantity.change && !quantity.ordinal && quantity.measure.is_none();
    match quantity.printed[..] {
        [number] if whole && told && plain && item.evolves() != Evolves::No => Some(number),
        _ => None,
    }
}

/// Whether two counts may be of one thing: of events that nothing tells apart, of one group, place and time.
fn fits(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> Option<()> {
    let (x, y) = (&a.claim.scope, &b.claim.scope);
    let group = |scope: &Scope| scope.group.as_deref().map(|g| canonical(g).to_owned());
    let place = |scope: &Scope| scope.place.clone().filter(|p: &Place| p.named);
    let apart = |p: &Option<Time>, q: &Option<Time>| {
        p.as_ref().zip(q.as_ref()).is_some_and(|(p, q)| p.compare(q) == SetRelation::Disjoint)
    };
    let places =
        place(x).zip(place(y)).is_some_and(|(p, q)| p.compare(&q) == SetRelation::Disjoint);
    let times = apart(&x.period, &y.period) || apart(&x.time, &y.time);
    let years = [x, y].iter().any(|scope| scope.time.as_ref().is_some_and(is_long_ago));
    told_times_apart(view, a, b).ok()?;
    let one = x.cumulative == y.cumulative
        && graph::compare_events(view.graph, a.at, b.at) != Match::None;
    (one && group(x) == group(y) && !places && !times && !years).then_some(())
}

/// Whether a time is told by its month or year: news are told by the day.
fn is_long_ago(time: &Time) -> bool {
    time.grain >= Grain::Month
}

/// Whether the later count may have come of the first.
fn moved(view: &View<'_>, old: usize, new: usize) -> bool {
    let (a, b) = (&view.items[old], &view.items[new]);
    let (Some(x), Some(y)) = (count(a), count(b)) else { return false };
    let known = |at: usize, number: Decimal| {
        let item = &view.items[at];
        let mut others = view.of(item.at.document).map(|other| &view.items[other]);
        others.any(|other| other.aspect() == item.aspect() && count(other) == Some(number))
    };
    let (less, more) = if x < y { (x, y) } else { (y, x) };
    let grows = a.evolves() == Evolves::Moves || x < y;
    x != y && grows && x > Decimal::ONE && more <= less.saturating_mul(MOST) && !known(old, y)
}
