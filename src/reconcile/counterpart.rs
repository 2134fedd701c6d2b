//! What another document says in the place of a value: its counterpart.
//!
//! A text and its summary rarely share whole clauses. They share the words around a value: what
//! is counted, the predicate, the names beside it. Each value has a *context*, its words weighed
//! by how near they stand and how rare they are in their document; the counterpart of a value in
//! another document is the value of its kind whose context is nearest. Two values contradict each
//! other only when each is the other's counterpart and neither document has the other's value in
//! a context nearly as near.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::compare::{Facet, told_apart, value};
use super::context::{Builder, Context, Counts, Weights, counts, share};
use super::counted::group;
use super::view::{Item, View, dimension};
use crate::claim::Key;
use crate::graph::kin::Kin;
use crate::graph::{self, Match};
use crate::lexicon::is_light;
use crate::lexicon::sense::canonical;
use crate::value::{Quantity, Value};

/// The most values of a document that a word may lead to.
const CROWD: usize = 24;

/// The least weight of a word that leads to values.
const TELLING: u32 = 60;

/// How near two values stand to each other, by the words around them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Nearness {
    /// The share of the poorer context that the other has, in hundredths.
    cover: u32,
    /// The weight of what both have: a verb or noun of the own clause has 200, a name 240, a word
    /// that restricts the value half as much again, a word that stands often less.
    weight: u32,
    /// Whether two short texts that share most words give the same number.
    echo: bool,
    /// Whether one text is made from the other, and neither has the other's value anywhere.
    unsupported: bool,
}

impl Nearness {
    /// The nearness of the same number in two short texts.
    const ECHO: Self = Self { cover: 0, weight: 0, echo: true, unsupported: false };

    /// The weight of what both contexts have.
    pub(super) const fn weight(self) -> u32 {
        self.weight
    }

    pub(super) const fn is_echo(self) -> bool {
        self.echo
    }

    pub(super) const fn is_unsupported(self) -> bool {
        self.unsupported
    }

    /// Whether the two may be about the same.
    fn close(self) -> bool {
        self.cover >= 45 && self.weight >= 300
    }

    /// Whether the two may be about the same when nothing else is left to be.
    fn may(self) -> bool {
        self.cover >= 40 && self.weight >= 300
    }

    /// Whether most of what stands around one stands around the other.
    pub(super) fn is_dense(self) -> bool {
        self.cover >= 60 && self.weight >= 400
    }

    /// Whether a good part of what stands around one stands around the other, and much of it; of a number that
    /// does not come out by chance less will do.
    pub(super) fn is_worded_alike(self, telling: bool) -> bool {
        self.is_dense()
            || self.cover >= 45 && self.weight >= 500
            || telling && self.cover >= 50 && self.weight >= 300
    }

    /// Whether the two are about the same.
    pub(super) fn sure(self) -> bool {
        self.cover >= 50 && self.weight >= 400
    }

    /// Whether another value stands so near too that it may be the one that is meant.
    fn rivalled(self, other: Self, percent: u32) -> bool {
        other.weight * 100 > self.weight * percent
    }
}

/// The share of the best nearness from which another value of the document is a rival, and from
/// which the same value is support.
const RIVAL: u32 = 75;
const SUPPORT: u32 = 50;

/// The share of the poorer of two short texts that the other must have for its numbers to be
/// taken for the same.
const ECHO_COVER: usize = 70;

/// The fewest words of names that two tellings of one story have in common.
const SEVERAL: usize = 3;

/// The cover from which the words around two values are the same.
const VERBATIM: u32 = 80;

/// The weight of the words around two equal numbers of one noun from which they are of one matter.
const NUMBERED: u32 = 300;

/// Numbers up to this one stand in every text.
const SMALL: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// Two numbers of one matter differ by less than this factor.
const FACTOR: i64 = 30;

/// How much the words around a value count.
const WEIGHTS: Weights = Weights { own: 40, restricting: 60, other: 30 };

/// What is counted weighs so much.
const GROUP: u32 = 300;

/// The words around a value, and what it counts.
pub(super) fn around<'g>(item: &Item<'g>, counts: &Counts<'g>) -> Context<'g> {
    let mut builder = Builder::new(counts);
    let scope = &item.claim.scope;
    let noun = group(item).or_else(|| counted(item));
    if let Some(noun) = noun {
        builder.add(canonical(noun), GROUP, true);
    }
    let without = |key: &Key| key.span.overlaps(item.claim.value_span);
    let restricts =
        |key: &Key| scope.qualifiers.binary_search_by(|own| (**own).cmp(&key.lemma)).is_ok();
    builder.clause(item.frame, &WEIGHTS, without, restricts);
    builder.build()
}

/// The noun that the words of a value count, where the claim itself counts people of an event.
fn counted<'g>(item: &Item<'g>) -> Option<&'g str> {
    let people = |q: &Quantity| q.unit.as_deref() == Some("person");
    let number = !item.is_open() && matches!(&item.claim.value, Value::Quantity(q) if people(q));
    let keys = item.frame.filter(|_| number).into_iter().flat_map(|frame| &frame.keys);
    let own = |key: &&Key| {
        let word = key.lemma.starts_with(char::is_alphabetic) && !key.name;
        word && key.span.overlaps(item.claim.value_span)
    };
    keys.into_iter().find(own).map(|key| &*key.lemma)
}

/// How near two values stand by the words around them.
pub(super) fn near(a: &Context<'_>, b: &Context<'_>) -> Nearness {
    let (weight, _) = a.shared(b);
    let cover = share(weight, a.total.min(b.total));
    Nearness { cover, weight, echo: false, unsupported: false }
}

/// The pairs of values that are each other's counterpart and differ, as pairs of items.
pub(super) fn find(view: &View<'_>) -> FxHashMap<(usize, usize), Nearness> {
    let finder = Finder::new(view);
    let documents = u32::try_from(view.graph.documents.len()).unwrap_or(u32::MAX);
    let mut found = FxHashMap::default();
    for left in 0..documents {
        let files = finder.files(left);
        for right in (left + 1..documents).filter(|&right| !view.graph.forms.apart(left, right)) {
            let near = finder.between(&files, right);
            finder.echoes(left, right, &mut found);
            if !near.is_empty() {
                let short = view.scene(left) && view.scene(right);
                let kin = finder.kin(left, right);
                if kin.same_story() && !short {
                    finder.agreeing(&near, &mut found);
                }
                let told_anew = kin.same_story() && !kin.strangers && kin.names >= SEVERAL;
                if (kin.covers() || told_anew) && !short {
                    finder.differing(&near, &kin, &mut found);
                }
                if kin.made_from() && !short {
                    finder.unsupported(&near, &mut found);
                }
            }
        }
    }
    found
}

/// Names are left out: several people do the same; and so are scores: teams play many times.
fn measured(item: &Item<'_>) -> bool {
    match &item.claim.value {
        Value::Quantity(quantity) => !quantity.ordinal && !quantity.is_score(),
        Value::Time(_) | Value::Place(_) => true,
        _ => false,
    }
}

struct Finder<'v, 'g> {
    view: &'v View<'g>,
    /// By item; none for values that are not measured.
    contexts: Vec<Option<Context<'g>>>,
}

/// The values of a document by the words that stand near them.
type Files<'g> = FxHashMap<&'g str, Vec<usize>>;

/// How near pairs of values of two documents stand.
type Near = BTreeMap<(usize, usize), Nearness>;

impl<'v, 'g> Finder<'v, 'g> {
    fn new(view: &'v View<'g>) -> Self {
        let documents = view.graph.documents.len();
        let words: Vec<Counts<'g>> = (0..documents).map(|at| counts(view, at)).collect();
        let context = |item: &Item<'g>| {
            measured(item).then(|| around(item, &words[item.at.document as usize]))
        };
        Self { view, contexts: view.items.iter().map(context).collect() }
    }

    fn kin(&self, left: u32, right: u32) -> Kin {
        let speaks = &self.view.speaks;
        speaks[left as usize].kin(&speaks[right as usize])
    }

    fn files(&self, document: u32) -> Files<'g> {
        let mut files = Files::default();
        for index in self.view.of(document) {
            for word in self.contexts[index].iter().flat_map(|context| context.telling(TELLING)) {
                files.entry(word).or_default().push(index);
            }
        }
        files.retain(|_, file| file.len() <= CROWD);
        files
    }

    /// The pairs of comparable values that share two telling words.
    fn between(&self, files: &Files<'g>, right: u32) -> Near {
        let mut near = Near::default();
        for b in self.view.of(right) {
            let Some(context) = &self.contexts[b] else { continue };
            let mut shared: FxHashMap<usize, u32> = FxHashMap::default();
            for a in context.telling(TELLING).filter_map(|word| files.get(word)).flatten() {
                *shared.entry(*a).or_default() += 1;
            }
            for (a, _) in shared.into_iter().filter(|(_, count)| *count >= 2) {
                if let Some(other) = self.contexts[a].as_ref().filter(|_| self.alike(a, b)) {
                    near.insert((a, b), self::near(other, context));
                }
            }
        }
        near
    }

    fn alike(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.view.items[a], &self.view.items[b]);
        // "stolen 35 years ago", "cleaned 32 years after it was made"
        let after = |item: &Item<'_>| item.aspect().ends_with("-after");
        dimension(&a.claim.value) == dimension(&b.claim.value) && after(a) == after(b)
    }

    /// Adds the same numbers of two short texts of which the poorer has most of its words from the
    /// other: headlines turn clauses round.
    fn echoes(&self, left: u32, right: u32, found: &mut FxHashMap<(usize, usize), Nearness>) {
        if !(self.view.scene(left) && self.view.scene(right))
            || self.kin(left, right).all_cover < ECHO_COVER
        {
            return;
        }
        for a in self.view.of(left) {
            for b in self.view.of(right).filter(|&b| self.echo(a, b)) {
                found.insert((a, b), Nearness::ECHO);
            }
        }
    }

    fn echo(&self, a: usize, b: usize) -> bool {
        let (x, y) = (&self.view.items[a], &self.view.items[b]);
        match (&x.claim.value, &y.claim.value) {
            (Value::Quantity(p), Value::Quantity(q)) => {
                let typed = !x.is_open() && !y.is_open();
                self.alike(a, b)
                    && p.printed == q.printed
                    && p.measure == q.measure
                    && p.bound == q.bound
                    && x.claim.polarity == y.claim.polarity
                    && (!typed || x.aspect() == y.aspect())
            }
            _ => false,
        }
    }

    /// Adds the pairs that agree; those that count the same telling number of one noun need not
    /// stand as near.
    fn agreeing(&self, near: &Near, found: &mut FxHashMap<(usize, usize), Nearness>) {
        let near = near.iter().filter(|&(&(a, b), near)| {
            near.close() || near.weight >= NUMBERED && self.counts_alike(a, b)
        });
        for (&(a, b), &nearness) in near {
            let facet = told_apart(self.view, &self.view.items[a], &self.view.items[b]);
            if matches!(facet, Facet::Same | Facet::Refines | Facet::Compatible) {
                found.insert((a, b), nearness);
            }
        }
    }

    /// Whether both give the same number, too large to come out by chance, of one unit or noun.
    fn counts_alike(&self, a: usize, b: usize) -> bool {
        let [a, b] = [a, b].map(|at| &self.view.items[at]);
        let noun = |item: &Item<'g>| item.claim.scope.group.as_ref().map(|g| canonical(g));
        match (&a.claim.value, &b.claim.value) {
            (Value::Quantity(x), Value::Quantity(y)) => {
                let telling = |number: &Decimal| number.abs() > SMALL;
                x.printed == y.printed
                    && x.printed.iter().any(telling)
                    && x.unit == y.unit
                    && noun(a) == noun(b)
            }
            _ => false,
        }
    }

    /// Adds the pairs that are each other's counterpart, differ, and have no support.
    fn differing(&self, near: &Near, kin: &Kin, found: &mut FxHashMap<(usize, usize), Nearness>) {
        let mut by_item: FxHashMap<usize, Vec<(usize, Nearness, Facet)>> = FxHashMap::default();
        for (&(a, b), &nearness) in near {
            let facet = told_apart(self.view, &self.view.items[a], &self.view.items[b]);
            by_item.entry(a).or_default().push((b, nearness, facet));
            by_item.entry(b).or_default().push((a, nearness, facet));
        }
        for (&(a, b), &nearness) in near.iter().filter(|(_, near)| near.close()) {
            let others = |item: usize| by_item.get(&item).map_or(&[][..], Vec::as_slice);
            let apart =
                others(a).iter().any(|(other, _, facet)| *other == b && *facet == Facet::Apart);
            if apart
                && self.comparable(a, b, nearness)
                && (kin.name_cover > 50
                    || !matches!(self.view.items[a].claim.value, Value::Place(_)))
                && self.chosen(b, nearness, others(a))
                && self.chosen(a, nearness, others(b))
                && (kin.covers() && nearness.sure()
                    || (kin.covers() || nearness.sure())
                        && self.nowhere(a, b)
                        && self.nowhere(b, a))
            {
                found.insert((a, b), nearness);
            }
        }
    }

    /// Adds the pairs that differ of a text and one that is made from it, when neither has the value
    /// of the other anywhere: what has its like in the other text is accounted for, and is no rival.
    fn unsupported(&self, near: &Near, found: &mut FxHashMap<(usize, usize), Nearness>) {
        let mut left: Vec<((usize, usize), Nearness)> = Vec::new();
        for (&(a, b), &nearness) in near.iter().filter(|(_, near)| near.may()) {
            let facet = told_apart(self.view, &self.view.items[a], &self.view.items[b]);
            if facet == Facet::Apart
                && self.comparable(a, b, nearness)
                && self.nowhere(a, b)
                && self.nowhere(b, a)
            {
                left.push(((a, b), nearness));
            }
        }
        let text = |at: usize| self.view.items[at].claim.value.text().to_lowercase();
        for &((a, b), nearness) in &left {
            let rival = |&((x, y), near): &((usize, usize), Nearness)| {
                let other = x == a && text(y) != text(b) || y == b && text(x) != text(a);
                other && nearness.rivalled(near, RIVAL)
            };
            if !left.iter().any(rival) {
                let unsupported = Nearness { unsupported: true, ..nearness };
                found.insert((a, b), unsupported);
            }
        }
    }

    /// Whether none of `others` is a rival of item `other`, nor support of what it is compared with.
    fn chosen(
        &self,
        other: usize,
        nearness: Nearness,
        others: &[(usize, Nearness, Facet)],
    ) -> bool {
        let text = |at: usize| self.view.items[at].claim.value.text().to_lowercase();
        others.iter().all(|&(at, near, facet)| match facet {
            _ if at == other || facet == Facet::Unlike => true,
            Facet::Same | Facet::Refines | Facet::Compatible => !nearness.rivalled(near, SUPPORT),
            _ => text(at) == text(other) || !nearness.rivalled(near, RIVAL),
        })
    }

    /// Whether no value of `b`'s document says what `a` says.
    fn nowhere(&self, a: usize, b: usize) -> bool {
        let item = &self.view.items[a];
        self.view.of(self.view.items[b].at.document).all(|other| {
            let facet = || value(self.view, item, &self.view.items[other]);
            !self.alike(a, other)
                || !matches!(facet(), Facet::Same | Facet::Refines | Facet::Compatible)
        })
    }

    /// Whether both count the same, by numbers of one order.
    fn comparable(&self, a: usize, b: usize, nearness: Nearness) -> bool {
        let (a, b) = (&self.view.items[a], &self.view.items[b]);
        let typed = !a.is_open() && !b.is_open();
        if typed && graph::compare_events(self.view.graph, a.at, b.at) == Match::None {
            return false;
        }
        match (&a.claim.value, &b.claim.value) {
            (Value::Quantity(x), Value::Quantity(y)) if nearness.cover < VERBATIM => {
                of_one_order(x, y) && !moved_since(a, b) && !moved_since(b, a)
            }
            // Who said something on Monday says something else on Thursday.
            (Value::Time(_), Value::Time(_)) if nearness.cover < VERBATIM => !(said(a) && said(b)),
            _ => true,
        }
    }
}

/// Whether one of two values is what another act moved the other one to: "offered 3 percent", "raised its offer to 5
/// percent".
fn moved_since(a: &Item<'_>, b: &Item<'_>) -> bool {
    let verb = |item: &Item<'_>| item.frame.map_or("be", |frame| &*frame.predicate).to_owned();
    let (old, new) = (verb(a), verb(b));
    b.is_moved()
        && !a.is_moved()
        && old != new
        && !matches!(&*old, "be" | "have")
        && !is_light(&old)
}

/// Whether a value is when somebody said something.
fn said(item: &Item<'_>) -> bool {
    item.claim.rule == "open.said"
}

/// Whether the greatest numbers of two quantities differ by less than [`FACTOR`].
pub(super) fn of_one_order(x: &Quantity, y: &Quantity) -> bool {
    let most = |quantity: &Quantity| quantity.printed.iter().map(Decimal::abs).max();
    let below = |p: Decimal, q: Decimal| p < q.saturating_mul(Decimal::from(FACTOR));
    most(x).zip(most(y)).is_some_and(|(p, q)| below(p, q) && below(q, p))
}
