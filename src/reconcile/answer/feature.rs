//! What is known of two values that may answer one question.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::super::context::{Counts, rarity};
use super::super::counted::group;
use super::super::differ::quantity;
use super::super::view::{Item, View, dimension};
use super::Features;
use crate::claim::{Key, Slot};
use crate::text::Span;
use crate::value::{Bound, Decimal, Value};
use rust_decimal::prelude::ToPrimitive;
use rustc_hash::{FxHashMap, FxHashSet};

/// What [`read`] finds, in its order.
pub(in super::super) const NAMES: [&str; FEATURES] = [
    "noun",
    "predicate",
    "subject",
    "no subject",
    "own share",
    "own weight",
    "share",
    "weight",
    "aspect",
    "rule",
    "event",
    "modality",
    "tense",
    "change",
    "open",
    "nearness",
    "time",
    "duration",
    "money",
    "percentage",
    "count",
    "names",
    "part",
    "bound",
    "unknown",
    "elsewhere",
    "around",
    "weight around",
    "alone",
    "rate",
];

pub(super) const FEATURES: usize = 30;

/// What a noun that is counted weighs at least.
const NOUN: u32 = 400;

/// What a number beside the value weighs at most.
const NUMBER: u32 = 200;

/// The weight of shared words from which more tell nothing new.
const ENOUGH: u32 = 3000;

/// The nearness of two values of which no numbers are known, in thousandths.
const NO_NUMBER: i32 = 500;

/// A word by a value.
struct Word<'g> {
    lemma: &'g str,
    /// What it tells, in hundredths.
    weight: u32,
    /// Whether it stands in the clause of the value, but not in the value.
    own: bool,
    /// Whether it stands in the value.
    value: bool,
    /// Whether it is a name.
    name: bool,
}

/// What the words of a value are held against: all that its document says.
pub(in super::super) struct Text<'g> {
    /// Its words, with how often they stand there.
    counts: &'g Counts<'g>,
    /// Its values.
    values: FxHashSet<String>,
    /// How many values of one kind and unit it has.
    kinds: FxHashMap<String, u32>,
    /// The words of each sentence, with what they tell.
    sentences: FxHashMap<u32, Vec<(&'g str, u32)>>,
}

impl<'g> Text<'g> {
    pub(in super::super) fn of(view: &View<'g>, document: u32, counts: &'g Counts<'g>) -> Self {
        let values = view.of(document).filter_map(|at| plain(&view.items[at])).collect();
        let mut spans: FxHashMap<String, BTreeSet<Span>> = FxHashMap::default();
        for item in view.of(document).map(|at| &view.items[at]) {
            if let Some(kind) = unit(item) {
                spans.entry(kind).or_default().insert(item.claim.value_span);
            }
        }
        let many = |spans: BTreeSet<Span>| u32::try_from(spans.len()).unwrap_or(u32::MAX);
        let kinds = spans.into_iter().map(|(kind, spans)| (kind, many(spans))).collect();
        let mut sentences: FxHashMap<u32, Vec<(&'g str, u32)>> = FxHashMap::default();
        for frame in &view.graph.documents[document as usize].account.frames {
            let own = frame.keys.iter().filter(|key| key.slot != Slot::Context);
            let words = own.filter(|key| is_word(&key.lemma)).map(|key| {
                let often = counts.get(&*key.lemma).copied().unwrap_or(1);
                (&*key.lemma, u32::from(key.weight) * rarity(often))
            });
            sentences.entry(frame.sentence).or_default().extend(words);
        }
        Self { counts, values, kinds, sentences }
    }

    /// The words of a sentence and of those beside it, sorted, each once.
    fn around(&self, sentence: u32) -> Vec<(&'g str, u32)> {
        let near = sentence.saturating_sub(1)..=sentence.saturating_add(1);
        let mut words: Vec<_> =
            near.filter_map(|at| self.sentences.get(&at)).flatten().copied().collect();
        words.sort_unstable_by(|x, y| x.0.cmp(y.0).then(y.1.cmp(&x.1)));
        words.dedup_by_key(|word| word.0);
        words
    }
}

/// The kind of a value with its unit.
fn unit(item: &Item<'_>) -> Option<String> {
    let kind = kind(item)?;
    let noun = group(item).map(str::to_owned);
    let unit = noun.or_else(|| quantity(item)?.unit.clone()).unwrap_or_default();
    Some(format!("{kind} {unit}"))
}

/// A value as it may be told anew elsewhere.
fn plain(item: &Item<'_>) -> Option<String> {
    match (&item.claim.value, quantity(item)) {
        (_, Some(quantity)) if !quantity.ordinal => Some(format!("{:?}", quantity.printed)),
        (Value::Time(time), _) => Some(time.edtf.to_string()),
        _ => None,
    }
}

/// The words of the clause of a value and those of its sentence, sorted.
pub(in super::super) struct Words<'g> {
    words: Vec<Word<'g>>,
    nouns: Vec<&'g str>,
    subjects: Vec<&'g str>,
    /// What kind of value it is; none where it answers no question here.
    kind: Option<Cow<'static, str>>,
    number: Option<Decimal>,
    plain: Option<String>,
    /// The words of its sentence and of those beside it.
    around: Vec<(&'g str, u32)>,
    /// How many values of its kind and unit its document has.
    many: u32,
}

impl<'g> Words<'g> {
    pub(in super::super) fn of(item: &Item<'g>, text: &Text<'g>) -> Self {
        let counts = text.counts;
        let keys: Vec<&'g Key> = item.frame.iter().flat_map(|frame| &frame.keys).collect();
        let inside = |key: &Key| key.span.overlaps(item.claim.value_span);
        let word = |key: &&'g Key| {
            let often = counts.get(&*key.lemma).copied().unwrap_or(1);
            let weight = u32::from(key.weight) * rarity(often);
            Word {
                lemma: &key.lemma,
                weight: if is_word(&key.lemma) { weight } else { weight.min(NUMBER) },
                own: key.slot != Slot::Context && !inside(key),
                value: inside(key),
                name: key.name,
            }
        };
        let mut words: Vec<Word<'g>> =
            keys.iter().filter(|key| !inside(key) || is_word(&key.lemma)).map(word).collect();
        let mut nouns: Vec<&'g str> = keys
            .iter()
            .filter(|key| inside(key))
            .flat_map(|key| [&*key.lemma, &*key.word])
            .filter(|word| is_word(word))
            .chain(group(item))
            .collect();
        nouns.sort_unstable();
        nouns.dedup();
        words.extend(nouns.iter().map(|noun| Word {
            lemma: noun,
            weight: NOUN,
            own: false,
            value: true,
            name: false,
        }));
        words.sort_by(|a, b| a.lemma.cmp(b.lemma).then(b.weight.cmp(&a.weight)));
        words.dedup_by(|next, kept| {
            let same = next.lemma == kept.lemma;
            if same {
                kept.own |= next.own;
                kept.value |= next.value;
                kept.name |= next.name;
            }
            same
        });
        let subject = |key: &&&'g Key| key.slot == Slot::Subject && key.head && !inside(key);
        let around = item.sentence().map(|at| text.around(at)).unwrap_or_default();
        let many = unit(item).and_then(|unit| text.kinds.get(&unit).copied()).unwrap_or(1);
        let subjects = keys.iter().filter(subject).map(|key| &*key.lemma).collect();
        Self {
            words,
            nouns,
            subjects,
            kind: kind(item),
            number: number(item),
            plain: plain(item),
            around,
            many,
        }
    }

    /// Whether both values are of one kind.
    pub(super) fn of_one_kind(&self, other: &Self) -> bool {
        self.kind.is_some() && self.kind == other.kind
    }

    /// The share of the words of its own clause that a text does not have.
    fn unknown(&self, text: &Text<'_>) -> i32 {
        let own = || self.words.iter().filter(|word| word.own && is_word(word.lemma));
        let all: u32 = own().map(|word| word.weight).sum();
        let new = own().filter(|word| !text.counts.contains_key(word.lemma));
        share(new.map(|word| word.weight).sum(), all)
    }

    /// Whether a text has its value too.
    fn stands_in(&self, text: &Text<'_>) -> bool {
        self.plain.as_ref().is_some_and(|value| text.values.contains(value))
    }

    fn shares(of: &[&str], with: &[&str]) -> bool {
        of.iter().any(|word| with.contains(word))
    }

    /// What its words weigh, those of its own clause, and those of the clause with the value.
    fn total(&self) -> [u32; 2] {
        let sum = |of: fn(&Word<'_>) -> bool| {
            self.words.iter().filter(|word| of(word)).map(|word| word.weight).sum()
        };
        [sum(|word| word.own), sum(|word| word.own || word.value)]
    }
}

fn is_word(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
}

/// What both have in common.
#[derive(Default)]
struct Common {
    /// The weight of the words of either clause that the other has, the value left out.
    own: u32,
    /// The same with the value, and with the rest of the other sentence.
    clause: u32,
    /// The weight of the words of both sentences.
    all: u32,
    name: bool,
}

fn common(a: &Words<'_>, b: &Words<'_>) -> Common {
    let mut common = Common::default();
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.words.get(i), b.words.get(j)) {
        match x.lemma.cmp(y.lemma) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                let near = |word: &Word<'_>| word.own || word.value;
                for (p, q) in [(x, y), (y, x)] {
                    common.own += if p.own && near(q) { p.weight } else { 0 };
                    common.clause += if near(p) { p.weight } else { 0 };
                    common.all += p.weight;
                }
                common.name |= x.name || y.name;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    common.all /= 2;
    common
}

/// A value, the words around it, and its document.
#[derive(Clone, Copy)]
pub(in super::super) struct Side<'s, 'g> {
    pub(in super::super) item: &'s Item<'g>,
    pub(in super::super) words: &'s Words<'g>,
    pub(in super::super) text: &'s Text<'g>,
}

/// The features of a pair, in thousandths.
pub(super) fn read(a: Side<'_, '_>, b: Side<'_, '_>) -> Features {
    let (Side { item: a, words: p, text: s }, Side { item: b, words: q, text: t }) = (a, b);
    let common = common(p, q);
    let ([own_a, clause_a], [own_b, clause_b]) = (p.total(), q.total());
    let met = shared(&p.around, &q.around);
    let kind = p.kind.as_deref().unwrap_or_default();
    let tense = |item: &Item<'_>| item.frame.map(|frame| frame.tense).unwrap_or_default();
    let verb = predicate(a);
    let told = verb == predicate(b) && !matches!(verb, "be" | "have" | "do");
    [
        yes(Words::shares(&p.nouns, &q.nouns)),
        yes(told),
        yes(Words::shares(&p.subjects, &q.subjects)),
        yes(p.subjects.is_empty() || q.subjects.is_empty()),
        share(common.own, own_a + own_b),
        share(common.own.min(ENOUGH), ENOUGH),
        share(common.clause, clause_a + clause_b),
        share(common.all.min(ENOUGH), ENOUGH),
        yes(a.aspect() == b.aspect()),
        yes(a.claim.rule == b.claim.rule),
        yes(a.event.is_some() && a.event == b.event),
        yes(a.claim.modality == b.claim.modality),
        yes(tense(a) == tense(b)),
        yes(a.claim.scope.change == b.claim.scope.change),
        yes(a.is_open() == b.is_open()),
        nearness(p.number, q.number),
        yes(kind == "time"),
        yes(kind == "duration"),
        yes(kind == "money"),
        yes(kind == "Share"),
        yes(kind == "count"),
        yes(common.name),
        yes(a.claim.scope.part == b.claim.scope.part),
        yes(bound(a) == bound(b)),
        p.unknown(t).midpoint(q.unknown(s)),
        yes(p.stands_in(t)).midpoint(yes(q.stands_in(s))),
        share(met, total(&p.around).min(total(&q.around))),
        share(met.min(ENOUGH), ENOUGH),
        share(1, p.many.max(q.many)),
        yes(per(a) == per(b)),
    ]
}

fn total(words: &[(&str, u32)]) -> u32 {
    words.iter().map(|word| word.1).sum()
}

/// What the words weigh that both have.
fn shared(a: &[(&str, u32)], b: &[(&str, u32)]) -> u32 {
    let (mut i, mut j, mut weight) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.0.cmp(y.0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                weight += x.1.min(y.1);
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    weight
}

/// What a quantity is given per.
fn per<'i>(item: &'i Item<'_>) -> Option<&'i str> {
    quantity(item).and_then(|quantity| quantity.per.as_deref())
}

fn predicate<'g>(item: &Item<'g>) -> &'g str {
    item.frame.map_or("", |frame| &frame.predicate)
}

fn yes(holds: bool) -> i32 {
    if holds { 1000 } else { 0 }
}

fn share(part: u32, whole: u32) -> i32 {
    let share = (u64::from(part) * 1000).checked_div(u64::from(whole)).unwrap_or(0);
    i32::try_from(share.min(1000)).unwrap_or(1000)
}

/// What kind of value an item has; values of different kinds answer no question in common.
fn kind(item: &Item<'_>) -> Option<Cow<'static, str>> {
    let ordinal = quantity(item).is_some_and(|quantity| quantity.ordinal);
    if ordinal || !matches!(item.claim.value, Value::Quantity(_) | Value::Time(_)) {
        return None;
    }
    match dimension(&item.claim.value) {
        kind if kind == "Other" => Some(Cow::Borrowed("count")),
        kind => Some(Cow::Owned(kind)),
    }
}

fn bound(item: &Item<'_>) -> Option<Bound> {
    quantity(item).map(|quantity| quantity.bound)
}

/// The first number of an item, in the base unit of what it measures.
fn number(item: &Item<'_>) -> Option<Decimal> {
    let quantity = quantity(item)?;
    let printed = quantity.printed.first()?.abs();
    match &quantity.measure {
        Some(measure) => printed.checked_mul(measure.scale)?.checked_div(measure.divisor),
        None => Some(printed),
    }
}

/// The lesser of two numbers as a share of the greater.
fn nearness(a: Option<Decimal>, b: Option<Decimal>) -> i32 {
    let (Some(a), Some(b)) = (a, b) else { return NO_NUMBER };
    let (less, more) = (a.min(b), a.max(b));
    if more.is_zero() {
        return 1000;
    }
    let share = less.checked_div(more).and_then(|share| share.checked_mul(Decimal::ONE_THOUSAND));
    share.and_then(|share| share.trunc().to_i32()).unwrap_or(NO_NUMBER)
}
