//! Two sentences word by word: what both have, in which order, and what is exchanged.

use super::compare::excluded;
use super::parallel::{Line, Parallel};
use super::scope::shared_words;
use super::view::{Item, View, dimension};
use crate::claim::Key;
use crate::text::Span;
use crate::value::Value;

/// The share of the richer sentence that both must have, in hundredths, the values left out.
const LEAST_COMMON: u32 = 60;

/// The share of the poorer sentence that the other must have, in hundredths.
const LEAST_COVER: u32 = 50;

/// Two sentences, word by word.
pub(super) struct Aligned<'l, 'g> {
    left: &'l Line<'g>,
    right: &'l Line<'g>,
    /// Pairs of equal words, in the order of both.
    pairs: Vec<(usize, usize)>,
}

impl<'l, 'g> Aligned<'l, 'g> {
    /// The lesser in words is the left one, so that the order of the documents chooses nothing.
    pub(super) fn new(a: &'l Line<'g>, b: &'l Line<'g>) -> Self {
        let words = |line: &Line<'g>| line.keys.iter().map(|key| &*key.lemma).collect::<Vec<_>>();
        let (left, right) = if words(a) <= words(b) { (a, b) } else { (b, a) };
        let pairs = common(&left.keys, &right.keys);
        Self { left, right, pairs }
    }

    /// Whether the sentences share enough to look for values in one place.
    pub(super) fn alike(&self) -> bool {
        let words = self.left.keys.len().min(self.right.keys.len());
        self.pairs.len() >= 2 && (self.pairs.len() + 2) * 2 >= words
    }

    /// How the values of two items stand in the two sentences, if in one place.
    pub(super) fn slot(&self, view: &View<'_>, i: usize, j: usize) -> Option<Parallel> {
        let (i, j) = if self.left.items.contains(&i) { (i, j) } else { (j, i) };
        let (a, b) = (&view.items[i], &view.items[j]);
        let kind = dimension(&a.claim.value);
        let text = kind == "text";
        if kind == "status"
            || kind != dimension(&b.claim.value)
            || text && a.claim.polarity == b.claim.polarity && !excluded(a, b)
        {
            return None;
        }
        let placed = self.placed(view, i, j) && related(a, b);
        let name = matches!(a.claim.value, Value::Name(_));
        if !placed && (text || name || !hung(a, b)) {
            return None;
        }
        let disturbed = self.disturbed(view, i, j);
        let (x, y) = (self.left.core(view, i), self.right.core(view, j));
        if !has(&self.left.keys, x) || !has(&self.right.keys, y) {
            return None;
        }
        let share = Parallel { placed, disturbed, ..self.share(x, y)? };
        (share.common >= LEAST_COMMON || !text && !name && share.cover >= LEAST_COVER)
            .then_some(share)
    }

    /// Whether the same words stand before and after both values, and nothing else may have been
    /// exchanged with them.
    fn placed(&self, view: &View<'_>, i: usize, j: usize) -> bool {
        let (x, y) = (self.left.core(view, i), self.right.core(view, j));
        self.gap(x, y).is_some_and(|gap| {
            alone(view, self.left, i, gap.left)
                && alone(view, self.right, j, gap.right)
                && !self.crowded(&gap, x, y)
        })
    }

    /// The unmatched words around two values, when the same words enclose them.
    fn gap(&self, x: Span, y: Span) -> Option<Gap> {
        let before = self.pairs.partition_point(|&(l, _)| self.left.keys[l].span.end <= x.start);
        let other = self.pairs.partition_point(|&(_, r)| self.right.keys[r].span.end <= y.start);
        if before != other {
            return None;
        }
        let inside = |&&(l, r): &&(usize, usize)| {
            let (p, q) = (self.left.keys[l].span.overlaps(x), self.right.keys[r].span.overlaps(y));
            p || q
        };
        let within = self.pairs[before..].iter().take_while(inside);
        let both = |&(l, r): &(usize, usize)| {
            self.left.keys[l].span.overlaps(x) && self.right.keys[r].span.overlaps(y)
        };
        let mut count = 0;
        for pair in within {
            if !both(pair) {
                return None;
            }
            count += 1;
        }
        let start = before.checked_sub(1).map(|at| self.pairs[at]);
        let end = self.pairs.get(before + count);
        Some(Gap {
            left: (start.map_or(0, |s| s.0 + 1), end.map_or(self.left.keys.len(), |e| e.0)),
            right: (start.map_or(0, |s| s.1 + 1), end.map_or(self.right.keys.len(), |e| e.1)),
        })
    }

    /// Whether both sentences have more in the gap than the value: then something else may be
    /// exchanged with it.
    fn crowded(&self, gap: &Gap, x: Span, y: Span) -> bool {
        let more = |keys: &[&Key], (from, to): (usize, usize), value: Span| {
            keys[from..to].iter().any(|key| key.weight >= 3 && !key.span.overlaps(value))
        };
        more(&self.left.keys, gap.left, x) && more(&self.right.keys, gap.right, y)
    }

    /// How much the sentences share apart from the two values.
    fn share(&self, x: Span, y: Span) -> Option<Parallel> {
        let weigh = |keys: &[&Key], value: Span| -> u32 {
            let keys = keys.iter().filter(|key| !key.span.overlaps(value));
            keys.map(|key| u32::from(key.weight)).sum()
        };
        let (left, right) = (weigh(&self.left.keys, x), weigh(&self.right.keys, y));
        let weight = self.shared(x, y);
        let cover = (weight * 100).checked_div(left.min(right))?.min(100);
        let common = (weight * 100).checked_div(left.max(right))?.min(100);
        let partial = self.left.clause || self.right.clause;
        (weight >= 9).then_some(Parallel {
            common,
            cover,
            weight,
            partial,
            placed: false,
            disturbed: false,
        })
    }

    /// The weight of the words that both have, in whatever order.
    fn shared(&self, x: Span, y: Span) -> u32 {
        let mut rest: Vec<&Key> =
            self.right.keys.iter().filter(|key| !key.span.overlaps(y)).copied().collect();
        let mut weight = 0;
        for key in self.left.keys.iter().filter(|key| !key.span.overlaps(x)) {
            if let Some(at) = rest.iter().position(|other| other.lemma == key.lemma) {
                weight += u32::from(key.weight.min(rest.swap_remove(at).weight));
            }
        }
        weight
    }

    /// Whether another name, time, place or ordinal is exchanged for another, or for a single word; beside a name, place
    /// or ordinal a number; or a name or ordinal is not all that differs: then the sentences may tell of two
    /// matters.
    fn disturbed(&self, view: &View<'_>, i: usize, j: usize) -> bool {
        let (strict, numbers) = match &view.items[i].claim.value {
            Value::Name(_) => (true, true),
            Value::Place(_) => (false, true),
            Value::Quantity(quantity) => (quantity.ordinal, quantity.ordinal),
            _ => (false, false),
        };
        let left = Telling::new(view, self.left, numbers);
        let right = Telling::new(view, self.right, numbers);
        let (x, y) = (view.items[i].claim.value_span, view.items[j].claim.value_span);
        let mut from = (0, 0);
        let end = [(self.left.keys.len(), self.right.keys.len())];
        self.pairs.iter().chain(&end).any(|&(l, r)| {
            let names = (left.count(from.0..l, x, false), right.count(from.1..r, y, false));
            let words = (left.count(from.0..l, x, true), right.count(from.1..r, y, true));
            from = (l + 1, r + 1);
            let swapped = words == (1, 1) && names != (0, 0);
            swapped || names.0 > 0 && names.1 > 0 || strict && words != (0, 0)
        })
    }
}

/// The words of a sentence that tell one matter from another: names, times, places, ordinals.
struct Telling<'l, 'g> {
    line: &'l Line<'g>,
    values: Vec<Span>,
}

impl<'l, 'g> Telling<'l, 'g> {
    fn new(view: &View<'_>, line: &'l Line<'g>, numbers: bool) -> Self {
        let tells = |value: &Value| match value {
            Value::Quantity(quantity) => numbers || quantity.ordinal,
            Value::Time(_) | Value::Place(_) | Value::Name(_) => true,
            Value::Status(_) | Value::Text(_) => false,
        };
        let claims = line.items.iter().map(|&item| view.items[item].claim);
        let values = claims.filter(|claim| tells(&claim.value)).map(|claim| claim.value_span);
        Self { line, values: values.collect() }
    }

    /// How many such words, or with `strict` words that tell anything, are among some words.
    fn count(&self, words: std::ops::Range<usize>, except: Span, strict: bool) -> usize {
        let own = self.line.keys.get(words).unwrap_or_default().iter();
        let tells = |key: &&&Key| {
            key.name
                || strict && key.weight >= 3
                || self.values.iter().any(|value| value.overlaps(key.span))
        };
        own.filter(|key| !key.span.overlaps(except)).filter(tells).count()
    }
}

/// What stands between two pairs of equal words: ranges of words.
struct Gap {
    left: (usize, usize),
    right: (usize, usize),
}

/// Whether the values hang on the same: on one predicate, or on one word that is not the
/// predicate.
fn related(a: &Item<'_>, b: &Item<'_>) -> bool {
    let (Some(x), Some(y)) = (a.frame, b.frame) else { return false };
    let words = &b.claim.scope.qualifiers;
    let own = |word: &&String| **word != x.predicate && **word != y.predicate;
    let measured = matches!(a.claim.value, Value::Quantity(_));
    if matches!(a.claim.value, Value::Text(_)) {
        return true;
    }
    x.predicate == y.predicate
        || !measured && a.claim.scope.qualifiers.iter().filter(own).any(|word| words.contains(word))
}

/// Whether the values hang on the same telling word: what is counted, the noun or predicate above.
fn hung(a: &Item<'_>, b: &Item<'_>) -> bool {
    let (x, y) = (&a.claim.scope, &b.claim.scope);
    let words = shared_words(x, y);
    let predicate = |item: &Item<'_>| item.frame.map(|frame| frame.predicate.clone());
    let counted = x.group.is_some() && x.group == y.group;
    match (&a.claim.value, &b.claim.value) {
        (Value::Quantity(p), Value::Quantity(q)) if p.measure.is_none() && q.measure.is_none() => {
            let money = p.unit.is_some() && p.unit == q.unit && !counted;
            counted && (words >= 2 || predicate(a) == predicate(b)) || money && words >= 1
        }
        (Value::Place(_), Value::Place(_)) => words >= 1 && a.aspect() == b.aspect(),
        _ => words >= 1,
    }
}

/// Whether no other value of the kind of an item stands among some words of its sentence.
fn alone(view: &View<'_>, line: &Line<'_>, item: usize, words: (usize, usize)) -> bool {
    let own = view.items[item].claim;
    line.items.iter().all(|&other| {
        let claim = view.items[other].claim;
        claim.value_span == own.value_span
            || dimension(&claim.value) != dimension(&own.value)
            || !words_of(&line.keys, claim.value_span).any(|at| words.0 <= at && at < words.1)
    })
}

/// Whether a value is a word of its sentence: the numbers of the odds "5/1" are none.
fn has(keys: &[&Key], value: Span) -> bool {
    keys.iter().any(|key| key.span.overlaps(value))
}

fn words_of<'k>(keys: &'k [&'k Key], span: Span) -> impl Iterator<Item = usize> + 'k {
    keys.iter().enumerate().filter(move |(_, key)| key.span.overlaps(span)).map(|(at, _)| at)
}

/// The longest common subsequence of two sentences, by weight.
fn common(left: &[&Key], right: &[&Key]) -> Vec<(usize, usize)> {
    let width = right.len() + 1;
    let mut best = vec![0_u32; (left.len() + 1) * width];
    for l in (0..left.len()).rev() {
        for r in (0..right.len()).rev() {
            let skip = best[(l + 1) * width + r].max(best[l * width + r + 1]);
            let take = if left[l].lemma == right[r].lemma {
                best[(l + 1) * width + r + 1] + u32::from(left[l].weight.min(right[r].weight))
            } else {
                0
            };
            best[l * width + r] = skip.max(take);
        }
    }
    let (mut l, mut r) = (0, 0);
    let mut pairs = Vec::new();
    while l < left.len() && r < right.len() {
        let here = best[l * width + r];
        if left[l].lemma == right[r].lemma
            && here
                == best[(l + 1) * width + r + 1] + u32::from(left[l].weight.min(right[r].weight))
        {
            pairs.push((l, r));
            (l, r) = (l + 1, r + 1);
        } else if here == best[(l + 1) * width + r] {
            l += 1;
        } else {
            r += 1;
        }
    }
    pairs
}
