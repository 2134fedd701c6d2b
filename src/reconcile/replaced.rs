//! A value that an earlier text gives, and that a later one tells another to have taken the place of.
//!
//! "Is to begin on 8 September", and later "the start, first set for 8 September, has been put off to 22
//! September": the later text itself tells which value is the old one. That the earlier text has it, of the same
//! kind and in the same matter, makes the new one news to whoever has read only that.

use super::context::{Context, Counts, counts};
use super::counterpart::{self, near};
use super::story::telling;
use super::view::{Item, View, dimension};
use crate::claim::Replaced;
use crate::value::{Grain, Time, Value};

/// What the words around an earlier value must weigh that both texts have.
const AROUND: u32 = 60;

/// From here on nothing is inferred.
const SURE: u32 = 150;

/// What it tells that the earlier text gives a day that was yet to come, or a number that is hardly another one.
const TOLD: u32 = 60;
const RARE: u32 = 600;

/// A value of an earlier text.
pub(super) struct Old {
    /// Indices into [`View::items`]: the earlier value, and what a later text has of it.
    pub(super) pair: (usize, usize),
    /// Whether the other is the same value, told as the old one; else it is what took its place.
    pub(super) again: bool,
    /// Whether the words around both tell that they are of one matter.
    pub(super) sure: bool,
}

/// The values of earlier documents that later ones tell to be no longer so; `tellings` are pairs of documents that
/// tell one story.
pub(super) fn find<'g>(view: &View<'g>, tellings: &[(u32, u32)]) -> Vec<Old> {
    let ordered = tellings.iter().filter_map(|&(left, right)| {
        let (x, y) = (view.day(left)?, view.day(right)?);
        (x != y).then_some(if x < y { (left, right) } else { (right, left) })
    });
    let told = |document: u32| &view.graph.documents[document as usize].account.replaced;
    let ordered: Vec<(u32, u32)> = ordered.filter(|(_, new)| !told(*new).is_empty()).collect();
    if ordered.is_empty() {
        return Vec::new();
    }
    let words: Vec<Counts<'g>> =
        (0..view.graph.documents.len()).map(|at| counts(view, at)).collect();
    let search = Search { view, words };
    let between = |&(old, new): &(u32, u32)| {
        let found = told(new).iter().flat_map(|replaced| search.old(old, new, replaced));
        found.collect::<Vec<Old>>()
    };
    ordered.iter().flat_map(between).collect()
}

struct Search<'v, 'g> {
    view: &'v View<'g>,
    /// By document.
    words: Vec<Counts<'g>>,
}

impl<'g> Search<'_, 'g> {
    fn context(&self, at: usize) -> Context<'g> {
        let item = &self.view.items[at];
        counterpart::around(item, &self.words[item.at.document as usize])
    }

    /// What an earlier document has of a value that a later one tells to be replaced.
    fn old(&self, old: u32, new: u32, replaced: &Replaced) -> Vec<Old> {
        let of = |span| {
            let here = move |&at: &usize| self.view.items[at].claim.value_span == span;
            self.view.of(new).filter(here)
        };
        let (before, after): (Vec<usize>, Vec<usize>) =
            (of(replaced.old).collect(), of(replaced.new).collect());
        let Some(&first) = after.first() else { return Vec::new() };
        if self.knows(old, &self.view.items[first].claim.value) {
            return Vec::new();
        }
        let around: Vec<Context<'g>> =
            before.iter().chain(&after).map(|&at| self.context(at)).collect();
        let weigh = |at: usize| {
            let own = self.context(at);
            let words = around.iter().map(|other| near(&own, other).weight()).max().unwrap_or(0);
            let item = &self.view.items[at];
            let rare = telling(&item.claim.value) >= RARE;
            words + if rare || self.is_ahead(old, item) { TOLD } else { 0 }
        };
        let same = self.view.of(old).filter(|&at| {
            let item = &self.view.items[at];
            !item.said() && gives(&item.claim.value, &replaced.value)
        });
        let best = same.map(|at| (weigh(at), std::cmp::Reverse(at))).max();
        let Some((weight, std::cmp::Reverse(at))) = best.filter(|best| best.0 >= AROUND) else {
            return Vec::new();
        };
        let kind = |other: usize| {
            let [x, y] = [at, other].map(|at| &self.view.items[at]);
            (dimension(&x.claim.value) == dimension(&y.claim.value)).then_some(other)
        };
        let sure = weight >= SURE;
        let property =
            |&other: &usize| self.view.items[other].aspect() == self.view.items[at].aspect();
        let pick = |all: &[usize]| {
            let own = all.iter().copied().find(property);
            own.or(all.first().copied()).and_then(kind)
        };
        let pair = |other: usize| (at.min(other), at.max(other));
        let news = pick(&after).map(|other| Old { pair: pair(other), again: false, sure });
        let again = pick(&before).map(|other| Old { pair: pair(other), again: true, sure });
        news.into_iter().chain(again).collect()
    }

    /// Whether a document gives a value, of whatever.
    fn knows(&self, document: u32, value: &Value) -> bool {
        self.view.of(document).any(|at| gives(&self.view.items[at].claim.value, value))
    }

    /// Whether a claim gives a day that was yet to come when its text was written.
    fn is_ahead(&self, document: u32, item: &Item<'_>) -> bool {
        let Value::Time(time) = &item.claim.value else { return false };
        let day = time.extent.and_then(|extent| extent.low.or(extent.high));
        day.zip(self.view.day(document)).is_some_and(|(day, told)| day.date() > told)
    }
}

/// The day of a time, as printed in its value.
fn day(time: &Time) -> Option<&str> {
    time.timex.get(..10).filter(|_| time.grain <= Grain::Day)
}

/// Whether two values are one: the same day, or the same number of one unit, or of none that is told.
fn gives(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Time(x), Value::Time(y)) => {
            // "8 September" may be taken for that of the next year where it is told of a plan.
            let (p, q) = (&x.fields, &y.fields);
            let date = p.month.is_some() && p.day.is_some() && (p.month, p.day) == (q.month, q.day);
            match (day(x), day(y)) {
                (Some(own), Some(other)) => date || own == other,
                (None, None) => x.grain == y.grain && x.timex == y.timex,
                _ => false,
            }
        }
        (Value::Quantity(x), Value::Quantity(y)) => {
            let unit = x.unit.is_none() || y.unit.is_none() || x.unit == y.unit;
            !x.ordinal && !y.ordinal && unit && x.printed == y.printed
        }
        _ => false,
    }
}
