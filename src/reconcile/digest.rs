//! Values of a digest that stand nowhere in the text it was made from.
//!
//! A few sentences of which nearly all words and names are another text's are a digest of it: what
//! they count, date or place is then told there too, exactly, rounded, or so that it can be worked
//! out. A value of a digest that the text neither has nor yields contradicts the value that the text
//! gives in the sentence with the same words, whatever clause either was read as.

use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};

use super::compare::{Facet, told_apart};
use super::context::{Builder, Context, Counts, Weights, counts, share};
use super::counterpart::of_one_order;
use super::gate::{open_kind, same_person};
use super::scope::{around, shared_words, told_times_apart};
use super::view::{Item, View, dimension};
use crate::claim::{Frame, Key, Modality, Polarity, Scope, Slot, Stance};
use crate::graph::{self, Match};
use crate::lexicon::sense::{canonical, opposed};
use crate::lexicon::{is_unheld, people};
use crate::text::Span;
use crate::value::{Bound, Fields, Interval, Quantity, SetRelation, Time, Value};

/// The share of the words around a value of a digest, in hundredths, that the sentence of its
/// counterpart has, and their weight, when the two may be, and when they surely are, of one matter.
const MAY: (u32, u32) = (25, 200);
const SURE: (u32, u32) = (40, 340);

/// The share from which two ranges with one end in common are of one matter.
const ENDS: u32 = 10;

/// The share from which two values of one property of one type of event are of one matter.
const TYPED: u32 = 25;

/// The share from which the two are of one matter whatever they hang on, or when only the clause of
/// the value is asked for.
const DENSE: u32 = 60;

/// The share of the weight of a counterpart, in hundredths, from which another value keeps it from
/// being the only one of its kind.
const AMONG: u32 = 40;

/// What it weighs that a digest counts more of one noun than its text does.
const NOUN: u32 = 200;

/// The share from which two sentences are the same but for the value.
const VERBATIM: u32 = 80;

/// The share of the weight of a counterpart from which another one is a rival, and from which a value
/// that fits is support, in hundredths.
const RIVAL: u32 = 85;
const SUPPORT: u32 = 50;

/// The share of the words and names of a digest, in hundredths, that its text has; that a text of no
/// more than a few sentences has.
const MADE_FROM: usize = 62;
const MADE_FROM_LONG: usize = 72;
const MADE_FROM_SCENE: usize = 80;

/// A digest has no more than so many sentences.
const FEW: u32 = 5;

/// A digest that is less than a third of its text may have so many.
const SEVERAL: u32 = 8;

/// A text has at least so many telling words and words of names.
const TEXT: usize = 20;

/// A number of so many digits does not come out by chance.
const LONG: usize = 3;

/// Numbers up to this one stand in every text.
const SMALL: i64 = 12;

/// A value of a digest and its counterpart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    /// Indices into [`View::items`], the lesser first.
    pub(super) pair: (usize, usize),
    /// How the two lie to each other where one is told after the other.
    pub(super) facet: Facet,
    /// Whether the two are surely of one matter; otherwise only the digest is surely wrong.
    pub(super) sure: bool,
}

/// What digests tell that their texts do not.
#[derive(Debug, Default)]
pub(super) struct Digests {
    /// The values that their texts do not have.
    pub(super) found: Vec<Found>,
    /// The items of digests that the numbers of their texts make.
    pub(super) made: FxHashSet<usize>,
}

/// The values of digests that their texts do not have.
pub(super) fn find(view: &View<'_>) -> Digests {
    let documents = u32::try_from(view.graph.documents.len()).unwrap_or(u32::MAX);
    let mut texts: FxHashMap<u32, Text<'_>> = FxHashMap::default();
    let mut digests = Digests::default();
    for left in 0..documents {
        for right in left + 1..documents {
            let Some((digest, text)) = digest(view, left, right) else { continue };
            let text = texts.entry(text).or_insert_with(|| Text::new(view, text));
            text.read(view, digest, &mut digests);
        }
    }
    digests
}

/// Which of two documents is a digest of which, if one is.
fn digest(view: &View<'_>, left: u32, right: u32) -> Option<(u32, u32)> {
    let (a, b) = (&view.speaks[left as usize], &view.speaks[right as usize]);
    let (digest, text) = if a.extent() < b.extent() { (left, right) } else { (right, left) };
    let (less, more) = (a.extent().min(b.extent()), a.extent().max(b.extent()));
    let frames = &view.graph.documents[digest as usize].account.frames;
    let sentences = frames.last().map_or(0, |frame| frame.sentence + 1);
    let brief =
        sentences <= FEW && less * 5 <= more * 4 || sentences <= SEVERAL && less * 3 <= more;
    let brief = brief && more >= TEXT;
    let least = match () {
        () if view.scene(text) => MADE_FROM_SCENE,
        () if sentences > FEW => MADE_FROM_LONG,
        () => MADE_FROM,
    };
    let made = || a.kin(b).all_cover >= least;
    (brief && !view.graph.forms.apart(left, right) && made()).then_some((digest, text))
}

/// A text that a digest may be made from.
pub(super) struct Text<'g> {
    pub(super) document: u32,
    pub(super) counts: Counts<'g>,
    /// The words that stand in it.
    pub(super) words: FxHashSet<&'g str>,
    /// The clauses in which each number stands, whatever it counts.
    numbers: FxHashMap<Decimal, Vec<&'g Frame>>,
    /// By item, from the first of the document on.
    contexts: Vec<Option<Context<'g>>>,
}

/// How much the words of the sentence around a value count.
const WEIGHTS: Weights = Weights { own: 40, restricting: 40, other: 60 };

/// The words of the sentence around a value.
pub(super) fn sentence<'g>(
    frame: Option<&'g Frame>,
    without: Span,
    counts: &Counts<'g>,
) -> Context<'g> {
    let mut builder = Builder::new(counts);
    builder.clause(frame, &WEIGHTS, |key| key.span.overlaps(without), |_| false);
    builder.build()
}

/// Whether a value is one that a digest is held to: a number that is printed, a time, a place. Results
/// of matches are left out, since teams play many times.
fn measured(item: &Item<'_>) -> bool {
    let printed = || {
        let mut keys = item.frame.iter().flat_map(|frame| &frame.keys);
        let number = |lemma: &str| lemma.starts_with(|c: char| c.is_ascii_digit());
        keys.any(|key| key.span.overlaps(item.claim.value_span) && number(&key.lemma))
    };
    match &item.claim.value {
        Value::Quantity(quantity) => !quantity.is_score() && (quantity.ordinal || printed()),
        Value::Time(_) | Value::Place(_) => true,
        _ => false,
    }
}

/// Whether it is put forward, be it as done, planned, wanted or expected.
pub(super) fn put_forward(item: &Item<'_>) -> bool {
    let denied = matches!(item.stance(), Some(Stance::Denies | Stance::Questions));
    item.claim.polarity == Polarity::Affirmed && !denied
}

pub(super) fn wanted(item: &Item<'_>) -> bool {
    !matches!(item.claim.modality, Modality::Actual | Modality::Planned | Modality::Possible)
}

impl<'g> Text<'g> {
    fn new(view: &View<'g>, document: u32) -> Self {
        let frames = &view.graph.documents[document as usize].account.frames;
        let counts = counts(view, document as usize);
        let mut numbers: FxHashMap<Decimal, Vec<&'g Frame>> = FxHashMap::default();
        let keys = frames.iter().flat_map(|frame| &frame.keys);
        let words = keys.map(|key| &*key.word).collect();
        for frame in frames {
            for key in frame.keys.iter().filter(|key| key.slot != Slot::Context) {
                for number in key.lemma.split('-').filter_map(|part| part.parse::<Decimal>().ok()) {
                    numbers.entry(number).or_default().push(frame);
                }
            }
        }
        let context = |item: &Item<'g>| {
            measured(item).then(|| sentence(item.frame, item.claim.value_span, &counts))
        };
        let contexts = view.of(document).map(|at| context(&view.items[at])).collect();
        Self { document, contexts, counts, words, numbers }
    }

    /// Adds the values of a digest that this text contradicts, and those that it makes.
    fn read(&self, view: &View<'g>, digest: u32, digests: &mut Digests) {
        let mut seen = FxHashSet::default();
        for at in view.of(digest) {
            let item = &view.items[at];
            if !measured(item) || !put_forward(item) {
                continue;
            }
            let stands = self.stands(view, item);
            if let (Value::Quantity(quantity), false) = (&item.claim.value, stands)
                && self.makes(view, item, quantity)
            {
                digests.made.insert(at);
            } else if !stands && seen.insert(item.claim.value_span) {
                digests.found.extend(self.counterpart(view, at));
            }
        }
        self.retold(view, digest, digests);
    }

    /// Adds what the digest has in the place of values and names of the text.
    fn retold(&self, view: &View<'g>, digest: u32, digests: &mut Digests) {
        for at in view.of(digest).filter(|at| put_forward(&view.items[*at])) {
            let span = |at: usize| view.items[at].claim.value_span;
            let known = |found: &Found| {
                let (a, b) = found.pair;
                [a, b]
                    .iter()
                    .any(|&own| view.items[own].at.document == digest && span(own) == span(at))
            };
            if digests.found.iter().any(known) {
                continue;
            }
            let item = &view.items[at];
            let held = measured(item) && !digests.made.contains(&at);
            let other = held.then(|| self.elsewhere(view, at, !self.stands(view, item))).flatten();
            digests.found.extend(other.or_else(|| self.renamed(view, at)));
        }
    }

    /// The items of the text of the kind of another item, with their contexts.
    pub(super) fn alike<'s>(
        &'s self,
        view: &'s View<'g>,
        item: &Item<'g>,
    ) -> impl Iterator<Item = (usize, &'s Context<'g>)> {
        let kind = dimension(&item.claim.value);
        let all = view.of(self.document).zip(&self.contexts);
        all.filter_map(|(at, context)| Some((at, context.as_ref()?)))
            .filter(move |(at, _)| dimension(&view.items[*at].claim.value) == kind)
    }

    /// Whether the text has a value of a digest somewhere.
    fn stands(&self, view: &View<'g>, item: &Item<'g>) -> bool {
        let same = |at: usize| told_apart(view, &view.items[at], item) == Facet::Same;
        let fits = || self.alike(view, item).any(|(at, _)| fits(view, at, item));
        if self.alike(view, item).any(|(at, _)| same(at)) {
            return true;
        }
        match &item.claim.value {
            Value::Quantity(quantity) if quantity.ordinal => {
                let lower = quantity.text.to_lowercase();
                lower.split_whitespace().any(|word| self.words.contains(word))
            }
            Value::Quantity(quantity) => self.has_number(quantity),
            Value::Time(time) => match &time.quantity {
                Some(length) => self.has_length(view, length),
                None => {
                    let text = time.text.to_lowercase();
                    !placed(time) || self.words.contains(&*text) || fits()
                }
            },
            Value::Place(place) => {
                let lower = format!("{} {}", place.text, place.name).to_lowercase();
                let mut words = lower.split_whitespace().filter(|word| word.len() > 2);
                words.any(|word| view.speaks[self.document as usize].has_name(word)) || fits()
            }
            _ => true,
        }
    }

    /// Whether a number that is no small one stands in the text, whatever it counts there.
    fn has_number(&self, quantity: &Quantity) -> bool {
        let known = |number: &Decimal| {
            *number > Decimal::from(SMALL) && self.numbers.contains_key(&number.normalize())
        };
        !quantity.printed.is_empty() && quantity.printed.iter().all(known)
    }

    /// The weight of the clauses that have the numbers of a quantity and words of a context.
    fn numbered(&self, quantity: &Quantity, own: &Context<'g>) -> u32 {
        let of = |number: &Decimal| {
            let frames = self.numbers.get(&number.normalize()).into_iter().flatten();
            let weight = |frame: &&'g Frame| {
                own.shared(&sentence(Some(frame), Span { start: 0, end: 0 }, &self.counts)).0
            };
            frames.map(weight).max().unwrap_or(0)
        };
        quantity.printed.iter().map(of).min().unwrap_or(0)
    }

    /// Whether numbers of the text make a number of a digest: their sum, their difference, the share of
    /// one in the other or the change from one to the other. Two or three numbers of one sentence do,
    /// and any two when the number is too long to come out by chance.
    fn makes(&self, view: &View<'g>, item: &Item<'g>, quantity: &Quantity) -> bool {
        let [wanted] = quantity.printed[..] else { return false };
        if quantity.ordinal {
            return false;
        }
        let kind = dimension(&item.claim.value);
        let long = digits(wanted) >= LONG;
        let all = self.printed(view);
        let like = |number: Decimal| says(quantity, wanted, number);
        all.iter().enumerate().any(|(i, (p, x, own))| {
            let together =
                |(q, _, other): &&(u32, Decimal, String)| (p == q || long) && own == other;
            let share = |y: Decimal| {
                kind == "Share"
                    && own != "Share"
                    && (shares(*x, y).any(like) || shares(y, *x).any(like))
            };
            let sums = |y: Decimal| {
                let less = (kind != "Share").then(|| x.saturating_sub(y).abs());
                own == &kind && (like(x.saturating_add(y)) || less.is_some_and(like))
            };
            let third = |j: usize, y: Decimal| {
                let rest = all[..j].iter().filter(|(q, _, other)| p == q && own == other);
                own == &kind
                    && kind == "count"
                    && rest
                        .into_iter()
                        .any(|(_, z, _)| three(*x, y, *z).any(|number| number == wanted))
            };
            all[..i]
                .iter()
                .enumerate()
                .filter(|(_, other)| together(other))
                .any(|(j, &(q, y, _))| share(y) || sums(y) || *p == q && third(j, y))
        })
    }

    /// The numbers of the text, each with its sentence and kind.
    fn printed(&self, view: &View<'g>) -> Vec<(u32, Decimal, String)> {
        let mut all = Vec::new();
        for item in view.of(self.document).map(|at| &view.items[at]) {
            if let (Value::Quantity(quantity), Some(sentence)) =
                (&item.claim.value, item.sentence())
                && !quantity.ordinal
            {
                let kind = dimension(&item.claim.value);
                all.extend(quantity.printed.iter().map(|number| (sentence, *number, kind.clone())));
            }
        }
        all.sort();
        all.dedup();
        all
    }

    /// Whether two years of the text lie so far apart.
    fn has_length(&self, view: &View<'g>, length: &Quantity) -> bool {
        let Some(number) = length.printed.first() else { return true };
        let mut years: Vec<i16> = Vec::new();
        for at in view.of(self.document) {
            if let Value::Time(time) = &view.items[at].claim.value {
                years.extend(time.fields.year);
            }
        }
        let apart = |x: &i16| years.iter().any(|y| Decimal::from((x - y).abs()) == *number);
        years.iter().any(apart)
    }

    /// The value of the text that stands where the digest has another, unless one that fits stands
    /// there too.
    fn counterpart(&self, view: &View<'g>, at: usize) -> Option<Found> {
        let item = &view.items[at];
        let own = sentence(item.frame, item.claim.value_span, &self.counts);
        let (near, support) = self.beside(view, item, &own);
        let best = *near.iter().max_by_key(|near| (near.rank(), std::cmp::Reverse(near.at)))?;
        // A number that lies within a range is not what the range tells.
        if best.tie < Tie::End && support * 100 > best.weight * SUPPORT {
            return None;
        }
        let others = || near.iter().filter(|rival| !one_value(view, rival.at, best.at));
        let rivalled = others().any(|rival| rival.rank() * 100 > best.rank() * RIVAL);
        let alone = others().all(|rival| rival.weight * 100 < best.weight * AMONG);
        let (cover, inner) = (share(best.weight, own.total), share(best.clause, own.own));
        // What is done in one place is told in the words of what is done in another.
        let place = matches!(item.claim.value, Value::Place(_));
        let dense = !place && cover.max(inner) >= DENSE;
        let covered = match best.tie {
            Tie::End => cover >= ENDS,
            Tie::Property => cover >= TYPED && best.weight >= SURE.1,
            Tie::Word => cover >= SURE.0 && best.weight >= SURE.1,
            Tie::None => dense && best.weight >= SURE.1,
        };
        let other = &view.items[best.at];
        let only = alone
            && single(other, item)
            && cover >= MAY.0
            && best.weight >= SURE.1
            && told_times_apart(view, other, item).is_ok();
        let verbatim = cover >= VERBATIM
            && best.tie >= Tie::Word
            && matches!(&item.claim.value, Value::Quantity(quantity) if quantity.ordinal)
            && unheld(other) == unheld(item);
        let sure = (covered || only)
            && !rivalled
            && !(place && (one_of_several(view, other) || one_of_several(view, item)))
            && !some_of(other, item)
            && (only || wanted(other) == wanted(item))
            && (best.facet == Facet::Apart || verbatim);
        let may =
            cover.max(inner) >= MAY.0 && best.weight >= MAY.1 && (best.tie > Tie::None || dense);
        let pair = (at.min(best.at), at.max(best.at));
        let facet = if sure { Facet::Apart } else { best.facet };
        (may || sure).then_some(Found { pair, facet, sure })
    }

    /// The values of the text that may be what the digest has wrong, and the weight of what the
    /// surroundings of a value that fits share with those of the digest's.
    fn beside(&self, view: &View<'g>, item: &Item<'g>, own: &Context<'g>) -> (Vec<Near>, u32) {
        let mut near: Vec<Near> = Vec::new();
        let mut support = length(&item.claim.value).map_or(0, |number| self.numbered(number, own));
        for (at, context) in self.alike(view, item) {
            let text = &view.items[at];
            let (mut weight, clause) = own.shared(context);
            let exceeds = exceeds(text, item);
            weight += if exceeds { NOUN } else { 0 };
            match apart(view, text, item) {
                Facet::Same | Facet::Refines | Facet::Compatible if yields_to(text, item) => {
                    support = support.max(weight);
                }
                facet @ (Facet::Apart | Facet::Unlikely)
                    if opposes(view, text, item) && !told(view, text, item) =>
                {
                    let hangs = if exceeds { Tie::Word } else { Tie::None };
                    let tie = tie(view, text, item).max(hangs);
                    near.push(Near { at, weight, clause, facet, tie });
                }
                _ => {}
            }
        }
        (near, support)
    }
}

/// A value of the text that may be what a digest has wrong.
#[derive(Clone, Copy)]
struct Near {
    at: usize,
    /// The weight of the words that its sentence and that of the digest's value share, and of those
    /// that the clause of the digest's value shares.
    weight: u32,
    clause: u32,
    facet: Facet,
    tie: Tie,
}

/// How two values hang together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// Not at all.
    None,
    /// On one predicate, or on a word that restricts both.
    Word,
    /// As one property of one type of event.
    Property,
    /// As two ranges that share an end.
    End,
}

impl Near {
    /// By which the best is chosen: what hangs on the same counts for a little more.
    fn rank(self) -> u32 {
        self.weight * (100 + 15 * self.tie as u32) / 100
    }
}

/// The number of a quantity or of a length of time.
fn length(value: &Value) -> Option<&Quantity> {
    match value {
        Value::Quantity(quantity) => Some(quantity),
        Value::Time(time) => time.quantity.as_deref(),
        _ => None,
    }
}

/// Whether a time says more than how far off it lies or that it recurs.
pub(super) fn placed(time: &Time) -> bool {
    time.fields.away.is_none() && !time.set && time.fields != Fields::default()
}

/// Whether a value of the text and one of a digest may be the same.
fn fits(view: &View<'_>, text: usize, item: &Item<'_>) -> bool {
    let facet = told_apart(view, &view.items[text], item);
    matches!(facet, Facet::Refines | Facet::Compatible)
}

/// Whether a digest may say of a value of the text what it says: it rounds, it does not make finer.
fn yields_to(text: &Item<'_>, item: &Item<'_>) -> bool {
    match (&text.claim.value, &item.claim.value) {
        (Value::Quantity(x), Value::Quantity(y))
            if x.bound == Bound::Exact && y.bound == Bound::Exact =>
        {
            let most = |q: &Quantity| q.printed.iter().map(|number| digits(*number)).max();
            most(y) <= most(x)
        }
        _ => true,
    }
}

/// Whether a digest may tell of some of the people whom its text counts: fewer, of whom it says
/// something else.
pub(super) fn some_of(text: &Item<'_>, item: &Item<'_>) -> bool {
    let person = item.claim.scope.group.as_ref().is_some_and(|noun| people(noun).is_some());
    person && exceeds(item, text) && !predicate_met(text, item)
}

/// Whether a clause gives several places in one way: a list of them need not be whole.
pub(super) fn one_of_several(view: &View<'_>, item: &Item<'_>) -> bool {
    view.of(item.at.document).map(|at| &view.items[at]).any(|other| {
        other.at != item.at
            && other.sentence() == item.sentence()
            && other.claim.property == item.claim.property
            && matches!(other.claim.value, Value::Place(_))
    })
}

/// Whether a value that the text has only one of its kind of must be the one that the digest gives: a
/// length of time, a sum of money, or a count that is no part of the text's.
fn single(text: &Item<'_>, item: &Item<'_>) -> bool {
    match &item.claim.value {
        Value::Time(time) => time.quantity.is_some(),
        Value::Quantity(_) => dimension(&item.claim.value) == "money" || exceeds(text, item),
        _ => false,
    }
}

/// The words of a clause that tell of an office or turn to come or gone by ("future", "former").
fn unheld<'g>(item: &Item<'g>) -> Vec<&'g str> {
    let keys = item.frame.into_iter().flat_map(|frame| &frame.keys);
    let mut words: Vec<&str> = keys.map(|key| &*key.word).filter(|word| is_unheld(word)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Whether a digest counts more of one noun than its text: what it counts can be no part of that.
fn exceeds(text: &Item<'_>, item: &Item<'_>) -> bool {
    let count = |item: &Item<'_>| match (&item.claim.value, &item.claim.scope.group) {
        (Value::Quantity(count), Some(noun)) if !count.ordinal && count.measure.is_none() => {
            let [number] = count.printed[..] else { return None };
            Some((number, canonical(noun).to_owned()))
        }
        _ => None,
    };
    let counts = count(text).zip(count(item));
    counts.is_some_and(|((less, noun), (more, other))| noun == other && more > less)
}

/// Whether two values of a text are one, told twice.
pub(super) fn one_value(view: &View<'_>, a: usize, b: usize) -> bool {
    let (x, y) = (&view.items[a].claim.value, &view.items[b].claim.value);
    let number = |(p, q): (&Quantity, &Quantity)| p.printed == q.printed && p.unit == q.unit;
    x.text().to_lowercase() == y.text().to_lowercase()
        || length(x).zip(length(y)).is_some_and(number)
}

/// Whether a value of the text may be what the digest has wrong.
fn opposes(view: &View<'_>, text: &Item<'_>, item: &Item<'_>) -> bool {
    put_forward(text)
        && in_scope(view, text, item)
        && match (&text.claim.value, &item.claim.value) {
            (Value::Quantity(x), Value::Quantity(y)) if x.age || y.age => {
                x.age && y.age && x.printed != y.printed && same_person(view, text, item).is_ok()
            }
            (Value::Quantity(x), Value::Quantity(y)) => counted_alike(text, item, x, y),
            // "the last of which sank in May": of one of several.
            (Value::Time(_), Value::Time(_)) if text.claim.scope.part != item.claim.scope.part => {
                false
            }
            (Value::Time(x), Value::Time(y)) => match (&x.quantity, &y.quantity) {
                (Some(p), Some(q)) => (p.printed == q.printed) != (p.unit == q.unit),
                _ => x.grain == y.grain && as_fully(x, y) && !opposite(text, item),
            },
            (Value::Place(_), Value::Place(_)) => {
                open_kind(text) == open_kind(item) && named_alike(view, text, item)
            }
            _ => false,
        }
}

/// Whether a digest names nothing but a place that its text does not name: two places of two fires are
/// told in the same words.
fn named_alike(view: &View<'_>, text: &Item<'_>, item: &Item<'_>) -> bool {
    let place = item.claim.value.text().to_lowercase();
    let speaks = |item: &Item<'_>| &view.speaks[item.at.document as usize];
    let mut strange = speaks(item).named().filter(|(name, _)| !speaks(text).has_name(name));
    strange.all(|(name, _)| place.contains(name))
}

/// Whether words of two clauses exclude each other: what starts one day ends on another.
fn opposite(a: &Item<'_>, b: &Item<'_>) -> bool {
    let own = |item: &Item<'_>| {
        let keys = item.frame.into_iter().flat_map(|frame| &frame.keys);
        let other =
            |key: &&Key| key.slot != Slot::Context && !key.span.overlaps(item.claim.value_span);
        keys.filter(other).map(|key| key.word.clone()).collect::<Vec<_>>()
    };
    let others = own(b);
    own(a).iter().any(|word| others.iter().any(|other| opposed(word, other)))
}

/// Whether two quantities are of one unit or noun and of one order.
fn counted_alike(a: &Item<'_>, b: &Item<'_>, x: &Quantity, y: &Quantity) -> bool {
    let noun = |item: &Item<'_>| item.claim.scope.group.clone();
    let nouns = match (noun(a), noun(b)) {
        (Some(p), Some(q)) => canonical(&p) == canonical(&q),
        _ => true,
    };
    of_one_order(x, y) && nouns && x.printed != y.printed && x.per == y.per
}

/// Whether of two times the same is told; a day, month or quarter be it with its year or without.
pub(super) fn as_fully(x: &Time, y: &Time) -> bool {
    let year = |time: &Time| {
        time.text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit))
    };
    let form = |time: &Time| {
        let f = &time.fields;
        let day = [f.day.is_some(), f.weekday.is_some(), f.clock.is_some()];
        (f.month.is_some() || f.cell.is_some(), f.cell.is_some(), day)
    };
    form(x) == form(y) && (year(x) == year(y) || form(x) != (false, false, [false; 3]))
}

/// Whether the digest has a value of the text somewhere.
pub(super) fn told(view: &View<'_>, text: &Item<'_>, item: &Item<'_>) -> bool {
    let kind = dimension(&text.claim.value);
    view.of(item.at.document).any(|at| {
        let other = &view.items[at];
        dimension(&other.claim.value) == kind
            && matches!(apart(view, text, other), Facet::Same | Facet::Refines | Facet::Compatible)
    })
}

/// Whether two clauses have one predicate.
pub(super) fn predicate_met(a: &Item<'_>, b: &Item<'_>) -> bool {
    a.frame.zip(b.frame).is_some_and(|(x, y)| x.predicate == y.predicate)
}

pub(super) fn tie(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> Tie {
    let open = a.is_open() || b.is_open();
    let word = predicate_met(a, b) || shared_words(&a.claim.scope, &b.claim.scope) >= 1;
    match () {
        () if !open && graph::compare_events(view.graph, a.at, b.at) == Match::None => Tie::None,
        () if share_end(&a.claim.value, &b.claim.value) => Tie::End,
        () if !open && a.claim.property == b.claim.property => Tie::Property,
        () if word => Tie::Word,
        () => Tie::None,
    }
}

/// Whether two ranges share an end.
fn share_end(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Quantity(x), Value::Quantity(y)) => {
            restated(x, y) && x.printed.iter().zip(&y.printed).any(|(p, q)| p == q)
        }
        _ => false,
    }
}

/// How a value of a text and one of its digest lie to each other. A digest tells a range again and does
/// not measure anew, so another range is apart though the two overlap; so are another ordinal and
/// another length of time that leads back from one day.
pub(super) fn apart(view: &View<'_>, text: &Item<'_>, item: &Item<'_>) -> Facet {
    let facet = told_apart(view, text, item);
    match (&text.claim.value, &item.claim.value) {
        (Value::Quantity(x), Value::Quantity(y)) if x.ordinal && y.ordinal => {
            let subject = text.of_subject() || item.of_subject();
            if x.printed != y.printed && !subject { Facet::Unlikely } else { facet }
        }
        (Value::Quantity(x), Value::Quantity(y)) if restated(x, y) => Facet::Apart,
        (Value::Time(x), Value::Time(y)) if facet == Facet::Unlike => {
            match (&x.quantity, &y.quantity) {
                (Some(p), Some(q)) if p.printed != q.printed && p.unit == q.unit => Facet::Unlikely,
                _ => facet,
            }
        }
        _ => facet,
    }
}

/// Whether both are ranges or limits of one kind, and an end of the digest's is neither one of the text's nor a
/// rounder one.
fn restated(text: &Quantity, digest: &Quantity) -> bool {
    let ends = |q: &Quantity| match q.bound {
        Bound::Range => Some(2),
        Bound::AtMost | Bound::AtLeast | Bound::MoreThan | Bound::LessThan => Some(1),
        _ => None,
    };
    let ended = |q: &Quantity| !q.change && ends(q) == Some(q.printed.len());
    // "At least two" are there where "at least four" are; nobody makes "up to 430" of "up to 340".
    let few = |number: &Decimal| digest.bound != Bound::Range && *number <= Decimal::from(SMALL);
    let apart =
        |(x, y): (&Decimal, &Decimal)| x != y && digits(*y) >= digits(*x) && !few(x) && !few(y);
    ended(text)
        && ended(digest)
        && text.bound == digest.bound
        && text.unit == digest.unit
        && text.printed.iter().zip(&digest.printed).any(apart)
}

/// How many digits of a number tell.
fn digits(number: Decimal) -> usize {
    let digits = number.normalize().mantissa().unsigned_abs().to_string();
    digits.trim_end_matches('0').len()
}

/// Whether a number that was worked out is what the words of a digest say.
fn says(quantity: &Quantity, wanted: Decimal, number: Decimal) -> bool {
    let figures = u32::try_from(digits(wanted)).unwrap_or(u32::MAX);
    let within = Interval::point(number).compare(&quantity.plausible);
    matches!(within, SetRelation::Equal | SetRelation::Within)
        || number.round_sf(figures).is_some_and(|round| round.abs() == wanted.abs())
}

/// The share of one number in another and the change from the other to the one, in per cent.
fn shares(x: Decimal, y: Decimal) -> impl Iterator<Item = Decimal> {
    let percent = move |part: Decimal| part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(y);
    [percent(x), percent(x.saturating_sub(y)).map(|share| share.abs())].into_iter().flatten()
}

/// What three numbers make.
fn three(x: Decimal, y: Decimal, z: Decimal) -> impl Iterator<Item = Decimal> {
    let most = x.max(y).max(z);
    let sum = x.saturating_add(y).saturating_add(z);
    [sum, most.saturating_add(most).saturating_sub(sum).abs()].into_iter()
}

/// Whether place, time, period, holder and the names of subjects leave two values comparable; what is
/// told as a part may only look so.
pub(super) fn in_scope(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let whole = |item: &Item<'_>| Scope { part: false, ..item.claim.scope.clone() };
    around(view, a, b, &whole(a), &whole(b)).is_ok() && !of_two(view, a, b)
}

/// Whether one predicate is told of two of which one text names both: what a country confirms is no count
/// of one of its districts.
fn of_two(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let subject = |slot: Slot| slot == Slot::Subject;
    let (x, y) = (a.names(subject), b.names(subject));
    let known = |names: &[&str], other: &Item<'_>| {
        names.iter().any(|name| view.speaks[other.at.document as usize].has_name(name))
    };
    let quantity = |item: &Item<'_>| matches!(item.claim.value, Value::Quantity(_));
    quantity(a)
        && quantity(b)
        && predicate_met(a, b)
        && !x.is_empty()
        && !y.is_empty()
        && (known(&x, b) || known(&y, a))
        && !x.iter().any(|name| y.contains(name))
}
