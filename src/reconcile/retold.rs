//! Values and names that a digest puts where its text has others.
//!
//! A digest tells the sentences of its text again. Where most of the words around a value of a digest
//! stand around another value of the text, which the digest gives nowhere, and few of them around its
//! own, the digest has taken a value of something else, though the text has that value too. A name that
//! the text does not have stands for one of the text of which the same is told.

use super::compare::{self, Facet};
use super::context::{Context, share};
use super::counted::group;
use super::digest::{
    Found, Text, Tie, apart, as_fully, in_scope, one_of_several, one_value, placed, predicate_met,
    put_forward, sentence, some_of, tie, told,
};
use super::gate::{open_kind, same_person};
use super::rename::renamed;
use super::view::{Item, View};
use crate::claim::{Frame, Key};
use crate::lexicon::fold;
use crate::lexicon::name::same_word;
use crate::lexicon::place::{PlaceReading, places_folded};
use crate::text::Span;
use crate::value::{Name, NameKind, Place, Quantity, Time, Value};

/// The share of the words around a value of a digest, in hundredths, that stand around another value of
/// the text, and their weight, from which the two may be, and surely are, of one matter.
const MAY: (u32, u32) = (35, 200);
const DENSE: (u32, u32) = (60, 340);
const SURE: (u32, u32) = (75, 340);

/// How much more the words around the other value weigh than those around the digest's own value in the
/// text, in hundredths, when the one may be, and surely is, told for the other.
const MORE: u32 = 150;
const MUCH_MORE: u32 = 250;

/// What the words around two names weigh of which one may stand for the other, where a part of both is
/// one.
const PART: u32 = 150;

/// The share of the weight of the best, in hundredths, from which another value is its rival.
const RIVAL: u32 = 85;

/// Words of names of which the first letters are the same may be variants: "Disneyland", "Disney World".
const LETTERS: usize = 5;

/// The same where neither text has the value of the other anywhere.
const LOST: (u32, u32) = (15, 150);

/// The share from which two ages or times are; every sentence has a time.
const LOST_TIME: u32 = 30;

/// The share from which two values of one property are of one matter where neither text has the value of
/// the other anywhere.
const TYPED: u32 = 50;

/// A value of the text that may be what the digest has wrong.
struct Near {
    at: usize,
    /// What it is told by: values of one are no rivals.
    name: String,
    weight: u32,
    clause: u32,
    tie: Tie,
}

/// The best of several values, and whether another one stands as near.
struct Best<'n> {
    near: &'n Near,
    /// In the same sentence: then one of the two is meant.
    beside: bool,
}

impl<'g> Text<'g> {
    /// The value of the text in whose place the digest gives one that the text gives elsewhere.
    ///
    /// `lost` tells that the text does not have the value of the digest at all.
    pub(super) fn elsewhere(&self, view: &View<'g>, at: usize, lost: bool) -> Option<Found> {
        let item = &view.items[at];
        let own = sentence(item.frame, item.claim.value_span, &self.counts);
        let mut near = Vec::new();
        let mut home = self.home(view, item, &own);
        for (other, context) in self.alike(view, item) {
            let text = &view.items[other];
            let (weight, clause) = own.shared(context);
            match apart(view, text, item) {
                Facet::Same | Facet::Refines | Facet::Compatible => home = home.max(weight),
                facet
                    if put_forward(text)
                        && differs(text, item, facet)
                        && of_one(view, text, item)
                        && !told(view, text, item) =>
                {
                    let name = text.claim.value.text().to_lowercase();
                    let tie = tie(view, text, item);
                    near.push(Near { at: other, name, weight, clause, tie });
                }
                _ => {}
            }
        }
        let Best { near: best, beside } = best(view, &near)?;
        let text = &view.items[best.at];
        let (all, clause) = (share(best.weight, own.total), share(best.clause, own.own));
        let cover = all.max(clause);
        let hangs = best.tie > Tie::None;
        let measure = !matches!(item.claim.value, Value::Place(_));
        let may = best.weight * 100 >= home * MORE
            && (hangs && cover >= MAY.0 && best.weight >= MAY.1
                || measure && cover >= DENSE.0 && best.weight >= DENSE.1
                || lost && home == 0 && alone(text, item, cover) && best.weight >= LOST.1);
        let told = all >= SURE.0 && best.weight * 100 >= home * MUCH_MORE
            || lost && home == 0 && best.tie >= Tie::Property && all >= TYPED;
        // What is done in one place is done in others too.
        let sure = measure
            && !beside
            && hangs
            && told
            && best.weight >= SURE.1
            && compare::told_apart(view, text, item) == Facet::Apart;
        let facet = if sure { Facet::Apart } else { Facet::Unlikely };
        let pair = (at.min(best.at), at.max(best.at));
        may.then_some(Found { pair, facet, sure })
    }

    /// The weight of the words around a value of a digest that stand in a sentence of the text with its
    /// words.
    fn home(&self, view: &View<'g>, item: &Item<'g>, own: &Context<'g>) -> u32 {
        let mut words: Vec<&Key> = keys(item).collect();
        let number = |key: &Key| key.lemma.starts_with(|c: char| c.is_ascii_digit());
        // "43 pensioners", "43 people"
        if matches!(item.claim.value, Value::Quantity(_)) && words.iter().any(|key| number(key)) {
            words.retain(|key| number(key));
        }
        let name = matches!(item.claim.value, Value::Place(_));
        let is = |key: &Key, word: &Key| {
            *key.lemma == *word.lemma || name && key.name && variants(&key.word, &word.word)
        };
        let frames = &view.graph.documents[self.document as usize].account.frames;
        let own_words =
            |frame: &&'g Frame| words.iter().all(|word| frame.keys.iter().any(|key| is(key, word)));
        let weight = |frame: &'g Frame| {
            own.shared(&sentence(Some(frame), Span { start: 0, end: 0 }, &self.counts)).0
        };
        frames.iter().filter(own_words).map(weight).max().unwrap_or(0)
    }

    /// The name of the text in whose place the digest has one that the text does not have.
    pub(super) fn renamed(&self, view: &View<'g>, at: usize) -> Option<Found> {
        let item = &view.items[at];
        let strange = |word: &String| !self.knows(view, word);
        let names = words(&item.claim.value);
        if !named(&item.claim.value) || !names.iter().any(strange) {
            return None;
        }
        let own = sentence(item.frame, item.claim.value_span, &self.counts);
        let mut near = Vec::new();
        for other in view.of(self.document) {
            let text = &view.items[other];
            if !put_forward(text) || !named(&text.claim.value) {
                continue;
            }
            let (mine, theirs) = (rest(&names, text), rest(&words(&text.claim.value), item));
            let last = words(&text.claim.value).last() == names.last();
            let one_kind = open_kind(text) == open_kind(item);
            let part = mine.len() < names.len() && (last || one_kind);
            let lone = |word: &String| !spoken(view, item, word);
            let free = !mine.is_empty()
                && !theirs.is_empty()
                && mine.iter().all(strange)
                && theirs.iter().all(lone);
            if free && (part || one_kind) && !one_place(text, item) {
                let context = sentence(text.frame, text.claim.value_span, &self.counts);
                let (weight, clause) = own.shared(&context);
                let tie = if part { Tie::Property } else { tie(view, text, item) };
                near.push(Near { at: other, name: theirs.join(" "), weight, clause, tie });
            }
        }
        let Best { near: best, beside } = best(view, &near)?;
        let text = &view.items[best.at];
        let cover = share(best.weight, own.total).max(share(best.clause, own.own));
        let part = best.tie == Tie::Property && best.weight >= PART;
        let may = part || cover >= MAY.0 && best.weight >= MAY.1;
        // What is done in one place is done in others too.
        let sure = !beside
            && open_kind(item) != "place"
            && !one_of_several(view, text)
            && !one_of_several(view, item)
            && two(text, item)
            && best.tie > Tie::None
            && (part || cover >= DENSE.0 && best.weight >= DENSE.1);
        let facet = if sure { Facet::Apart } else { Facet::Unlikely };
        let pair = (at.min(best.at), at.max(best.at));
        may.then_some(Found { pair, facet, sure })
    }

    /// Whether a word of a name, or a variant of it, stands in the text.
    fn knows(&self, view: &View<'g>, word: &str) -> bool {
        let speaks = &view.speaks[self.document as usize];
        self.words.iter().any(|own| own.eq_ignore_ascii_case(word))
            || speaks.named().any(|(name, _)| variants(name, word))
    }
}

/// The best of some values, unless one of another sentence stands as near.
fn best<'n>(view: &View<'_>, near: &'n [Near]) -> Option<Best<'n>> {
    let rank = |near: &Near| near.weight * (100 + 15 * near.tie as u32) / 100;
    let best = near.iter().max_by_key(|near| (rank(near), std::cmp::Reverse(near.at)))?;
    let rivals = near.iter().filter(|rival| {
        let other = rival.name != best.name && !one_value(view, rival.at, best.at);
        other && rank(rival) * 100 > rank(best) * RIVAL
    });
    let sentences: Vec<bool> = rivals
        .map(|rival| view.items[rival.at].sentence() == view.items[best.at].sentence())
        .collect();
    let beside = !sentences.is_empty();
    sentences.iter().all(|one| *one).then_some(Best { near: best, beside })
}

/// Whether a value of the text and one of the digest answer one question in two ways.
fn differs(text: &Item<'_>, item: &Item<'_>, facet: Facet) -> bool {
    match (&text.claim.value, &item.claim.value) {
        (Value::Quantity(x), Value::Quantity(y)) => facet == Facet::Apart && of_one_kind(x, y),
        (Value::Time(x), Value::Time(y)) => match (&x.quantity, &y.quantity) {
            // "35 years ago", "32 years after it was made"
            (Some(p), Some(q)) => {
                let after = |item: &Item<'_>| item.aspect().ends_with("-after");
                after(text) == after(item) && (p.printed == q.printed) != (p.unit == q.unit)
            }
            (None, None) if placed(x) && placed(y) => facet == Facet::Apart && as_fully(x, y),
            (None, None) => !placed(x) && !placed(y) && moved(x, y),
            _ => false,
        },
        (Value::Place(x), Value::Place(y)) => {
            let one_kind = open_kind(text) == open_kind(item);
            x.named && y.named && one_kind && matches!(facet, Facet::Apart | Facet::Unlike)
        }
        _ => false,
    }
}

/// Whether nothing tells that two values are of two persons, places or times.
fn of_one(view: &View<'_>, text: &Item<'_>, item: &Item<'_>) -> bool {
    let age = matches!(&item.claim.value, Value::Quantity(quantity) if quantity.age);
    let places = matches!(item.claim.value, Value::Place(_));
    // "17 of the 43 people": the whole is told beside.
    let whole = |item: &Item<'_>| item.aspect().ends_with("-whole");
    // "is 12-3 in two seasons", "a 9-4 start": pairs of numbers that count nothing, and something.
    let pairs = match (&text.claim.value, &item.claim.value) {
        (Value::Quantity(x), Value::Quantity(y)) => x.printed.len() > 1 && y.printed.len() > 1,
        _ => false,
    };
    in_scope(view, text, item)
        && (!pairs || group(text) == group(item))
        && whole(text) == whole(item)
        && !some_of(text, item)
        && (!age || same_person(view, text, item).is_ok())
        && (!places
            || !one_place(text, item)
                && !words(&text.claim.value).iter().any(|word| spoken(view, item, word)))
}

/// Whether little needs to be told of two values to take them for each other's counterpart, where neither
/// text has the other's.
fn alone(text: &Item<'_>, item: &Item<'_>, cover: u32) -> bool {
    let enough = match &item.claim.value {
        Value::Quantity(quantity) if quantity.age => LOST_TIME,
        Value::Quantity(_) => LOST.0,
        Value::Time(_) if predicate_met(text, item) => LOST.0,
        Value::Time(_) => LOST_TIME,
        _ => return false,
    };
    cover >= enough && !item.claim.scope.part
}

fn of_one_kind(x: &Quantity, y: &Quantity) -> bool {
    x.unit == y.unit && x.per == y.per && x.age == y.age && x.ordinal == y.ordinal
}

/// Whether two times lead away from one day by different lengths: "a week after", "a month after", "today",
/// "tomorrow".
fn moved(x: &Time, y: &Time) -> bool {
    let away = |time: &Time| time.fields.away.filter(|_| !time.set);
    let length = |time: &Time| {
        let told = |length: &String| !length.contains('X');
        time.duration.clone().filter(told).filter(|_| time.is_length())
    };
    away(x).zip(away(y)).is_some_and(|(p, q)| p != q)
        || length(x).zip(length(y)).is_some_and(|(p, q)| p != q)
}

/// The words of a clause that its value is of.
fn keys<'g>(item: &Item<'g>) -> impl Iterator<Item = &'g Key> {
    let span = item.claim.value_span;
    item.frame.into_iter().flat_map(|frame| &frame.keys).filter(move |key| key.span.overlaps(span))
}

fn named(value: &Value) -> bool {
    match value {
        Value::Name(name) => name.named,
        Value::Place(place) => place.named,
        _ => false,
    }
}

/// The words of a name that tell.
fn words(value: &Value) -> Vec<String> {
    let words = value.text().split_whitespace().map(fold);
    words.filter(|word| word.len() > 2 && !["the", "and"].contains(&&**word)).collect()
}

/// The words of a name that another one does not have.
fn rest(names: &[String], other: &Item<'_>) -> Vec<String> {
    let others = words(&other.claim.value);
    let known = |word: &&String| others.iter().any(|other| variants(other, word));
    names.iter().filter(|word| !known(word)).cloned().collect()
}

/// Whether the document of an item has a word, or a variant of it.
fn spoken(view: &View<'_>, item: &Item<'_>, word: &str) -> bool {
    let node = &view.graph.documents[item.at.document as usize];
    let mut keys = node.account.frames.iter().flat_map(|frame| &frame.keys);
    keys.any(|key| key.name && variants(&key.word, word) || key.word.eq_ignore_ascii_case(word))
}

/// Whether two words of names may be variants of one.
fn variants(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    let first = |word: &str| word.chars().take(LETTERS).collect::<String>();
    same_word(&a, &b) || a.chars().count() >= LETTERS && first(&a) == first(&b)
}

/// Whether one of two names may be that of a place that holds the other one.
fn one_place(a: &Item<'_>, b: &Item<'_>) -> bool {
    let (p, q) = (readings(&a.claim.value, b), readings(&b.claim.value, a));
    p.iter().any(|x| q.iter().any(|y| x.starts_with(y) || y.starts_with(x)))
}

/// Whether two names are surely of two: places of which none holds the other, or bodies or persons of two
/// names.
fn two(a: &Item<'_>, b: &Item<'_>) -> bool {
    let (p, q) = (readings(&a.claim.value, b), readings(&b.claim.value, a));
    let bodies = |x: &Name, y: &Name| {
        x.kind == y.kind
            && matches!(x.kind, NameKind::Person | NameKind::Organization)
            && renamed(x, y)
    };
    match (&a.claim.value, &b.claim.value) {
        (Value::Place(x), Value::Place(y)) => compare::place(x, y) == Facet::Apart,
        (Value::Name(x), Value::Name(y)) if p.is_empty() && q.is_empty() => bodies(x, y),
        _ => !p.is_empty() && !q.is_empty(),
    }
}

/// The places that what a name has alone may be; none where it may be something else.
fn readings(value: &Value, other: &Item<'_>) -> Vec<Vec<String>> {
    if let Value::Place(Place { path, others, members, .. }) = value {
        if !members.is_empty() {
            return Vec::new();
        }
        return std::iter::once(path)
            .chain(others)
            .filter(|path| !path.is_empty())
            .cloned()
            .collect();
    }
    let own = rest(&words(value), other).join(" ");
    let bounded = |place: &PlaceReading| place.members.is_empty();
    let places = places_folded(&own);
    if places.iter().all(bounded) {
        places.into_iter().map(|place| place.path).collect()
    } else {
        Vec::new()
    }
}
