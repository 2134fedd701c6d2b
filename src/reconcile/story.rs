//! One value in two tellings of one story.
//!
//! Two reporters rarely choose the same verb, and often not the same noun: "the crowd was 31,204"
//! and "in front of 31,204 spectators". That both tell one story, and give one value, is evidence
//! that they tell the same of it: the more, the less likely the value is by chance (31,204 more than
//! 30), and the more words stand around both.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::RefusalCode;
use super::compare::{Facet, two_persons, value};
use super::context::{Context, Counts, counts};
use super::counterpart::{self, near};
use super::gate::{open_kind, same_person};
use super::scope::{around, told_times_apart};
use super::view::{Item, View, dimension, is_money};
use crate::claim::{Change, Scope, Stance};
use crate::graph::kin::are_of_days;
use crate::graph::{self, Match};
use crate::lexicon::sense::{canonical, opposed};
use crate::lexicon::{names_person, people, sort};
use crate::value::{Decimal, Grain, Interval, Quantity, Time, Value};

/// What it takes to be told again: a value that tells by itself, or words around both.
const LEAST: u32 = 400;

/// From here on nothing is inferred.
const SURE: u32 = 600;

/// The fewest words of names that two tellings of one story have in common.
const NAMES: usize = 2;

/// What the words around two days must weigh.
const BESIDE: u32 = 50;

/// What the words around two places must weigh.
const SETTING: u32 = 150;

/// What it tells that another number stands beside both, and that a small one does.
const BESIDE_BOTH: u32 = 200;
const BESIDE_SMALL: u32 = 70;

/// What numbers beside both tell at most.
const BESIDES: u32 = 300;

/// What it tells that both count one noun by a number that stands in every text, and what other words must
/// weigh then.
const ALIKE: u32 = 100;
const AROUND: u32 = 40;

/// So many figures in common tell that two documents whose first sentences name the same tell one story.
const FIGURES: usize = 3;

/// Numbers up to this one stand in every text.
const SMALL: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// The weight of the words around figures of one noun from which texts that share no story quote the same.
const QUOTED: u32 = 200;

/// The most claims of a document with one value.
const CROWD: usize = 12;

/// A value of one document that another tells again.
#[derive(Clone, Copy)]
pub(super) struct Again {
    /// Indices into [`View::items`].
    pub(super) pair: (usize, usize),
    /// Whether more than the value ties the two.
    pub(super) sure: bool,
}

/// Two documents that name more than one thing in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct Telling {
    pub(super) left: u32,
    pub(super) right: u32,
    /// Whether both tell one story; else one may speak of it among other things, as digests do.
    pub(super) whole: bool,
}

/// The pairs of documents that tell one story, or name more than one thing in common.
pub(super) fn tellings(view: &View<'_>) -> Vec<Telling> {
    let documents = u32::try_from(view.graph.documents.len()).unwrap_or(u32::MAX);
    let after = |left: u32| (left + 1..documents).map(move |right| (left, right));
    let met = met(view);
    let figures: Vec<Figures> = (0..documents).map(|at| figures(view, at)).collect();
    (0..documents)
        .flat_map(after)
        .filter_map(|(left, right)| telling_of(view, (&met, &figures), left, right))
        .collect()
}

/// The pairs of documents that tell of one event, as far as the graph knows: of one that took place once.
fn met(view: &View<'_>) -> BTreeSet<(u32, u32)> {
    let mut told: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for item in view.items.iter().filter(|item| !item.is_open() && !item.is_process()) {
        if let Some(event) = item.event {
            told.entry(event).or_default().insert(item.at.document);
        }
    }
    let few = told.values().filter(|documents| documents.len() <= CROWD);
    let pairs = |documents: &BTreeSet<u32>| -> Vec<(u32, u32)> {
        let after = |&left: &u32| documents.range(left + 1..).map(move |&right| (left, right));
        documents.iter().flat_map(after).collect()
    };
    few.flat_map(pairs).collect()
}

/// The values that two documents of one story both have, each with the claim that is nearest.
pub(super) fn find<'g>(view: &View<'g>, tellings: &[Telling]) -> Vec<Again> {
    if tellings.is_empty() {
        return Vec::new();
    }
    let words: Vec<Counts<'g>> =
        (0..view.graph.documents.len()).map(|at| counts(view, at)).collect();
    let context = |item: &Item<'g>| counterpart::around(item, &words[item.at.document as usize]);
    let contexts: Vec<_> = view.items.iter().map(context).collect();
    tellings.iter().flat_map(|&telling| between(view, &contexts, telling)).collect()
}

fn telling_of(
    view: &View<'_>,
    (met, figures): (&BTreeSet<(u32, u32)>, &[Figures]),
    left: u32,
    right: u32,
) -> Option<Telling> {
    let (a, b) = (&view.speaks[left as usize], &view.speaks[right as usize]);
    let scenes = view.scene(left) && view.scene(right);
    // Most pairs of a large collection have no name in common: all else is found for the rest only.
    if scenes || view.graph.forms.apart(left, right) {
        return None;
    }
    let named = a.shares_names(b, NAMES);
    let told = || {
        let heads = a.heads_meet(b) && view.day(left).is_some() && view.day(right).is_some();
        heads && figures_met(view, figures, left, right) >= FIGURES - usize::from(named)
    };
    if !named && !told() {
        return None;
    }
    let kin = a.kin(b);
    let [x, y] = [left, right].map(|at| &view.graph.documents[at as usize]);
    let soon = are_of_days(x, y);
    if !named || kin.parts(soon) && told() {
        return Some(Telling { left, right, whole: true });
    }
    let whole = kin.same_story() && (!kin.parts(soon) || soon && met.contains(&(left, right)));
    Some(Telling { left, right, whole })
}

/// The figures that a document gives, by what tells them from others, each with its day where it is one.
type Figures = BTreeMap<String, Option<Date>>;

fn figures(view: &View<'_>, document: u32) -> Figures {
    let figure = |item: &Item<'_>| match &item.claim.value {
        Value::Quantity(quantity) => {
            let least = if item.is_open() { SMALL } else { Decimal::ONE };
            let tells = !quantity.age && quantity.printed.iter().any(|number| *number > least);
            let key = match item.is_open() {
                true => file(item),
                false => numbers(quantity, "").map(|key| format!("{}{key}", item.aspect())),
            };
            key.filter(|_| tells).map(|key| (key, None))
        }
        Value::Time(time) => {
            let day = time.extent.and_then(|extent| extent.low).map(|low| low.date())?;
            let tells = time.quantity.is_none() && time.grain <= Grain::Day;
            tells.then(|| (day.to_string(), Some(day)))
        }
        _ => None,
    };
    view.of(document).filter_map(|at| figure(&view.items[at])).collect()
}

/// How many figures two documents have in common, and days on which neither was written.
fn figures_met(view: &View<'_>, figures: &[Figures], left: u32, right: u32) -> usize {
    let written = [view.day(left), view.day(right)];
    let other = |day: &Option<Date>| day.is_none() || !written.contains(day);
    let [own, others] = [left, right].map(|at| &figures[at as usize]);
    own.iter().filter(|(key, day)| others.contains_key(*key) && other(day)).count()
}

/// The pairs of two documents that are each other's nearest.
fn between(view: &View<'_>, contexts: &[Context<'_>], telling: Telling) -> Vec<Again> {
    let mut files: BTreeMap<String, [Vec<usize>; 2]> = BTreeMap::new();
    for (side, document) in [telling.left, telling.right].into_iter().enumerate() {
        for at in view.of(document) {
            if let Some(file) = file(&view.items[at]) {
                files.entry(file).or_default()[side].push(at);
            }
        }
    }
    let numbers: Vec<&[Vec<usize>; 2]> =
        files.values().filter(|file| is_of_numbers(view, file)).collect();
    let mut best: BTreeMap<usize, u32> = BTreeMap::new();
    let mut pairs = Vec::new();
    for [own, others] in files.values().filter(|f| f.iter().all(|side| side.len() <= CROWD)) {
        for (&a, &b) in own.iter().flat_map(|a| others.iter().map(move |b| (a, b))) {
            let Some(weight) = weigh(view, contexts, a, b) else { continue };
            let weight = weight + beside_both(view, &numbers, (a, b));
            if !telling.whole && !is_quoted(view, contexts, a, b) {
                continue;
            }
            for item in [a, b] {
                let most = best.entry(item).or_insert(weight);
                *most = weight.max(*most);
            }
            pairs.push((a, b, weight));
        }
    }
    pairs.retain(|&(a, b, weight)| weight >= LEAST && [a, b].iter().all(|at| best[at] == weight));
    let again = |(a, b, weight)| Again { pair: (a, b), sure: telling.whole && weight >= SURE };
    pairs.into_iter().map(again).collect()
}

/// Whether both documents give a number of which there are several.
fn is_of_numbers(view: &View<'_>, file: &[Vec<usize>; 2]) -> bool {
    let several = |at: &usize| match &view.items[*at].claim.value {
        Value::Quantity(quantity) => {
            !quantity.ordinal && quantity.printed.iter().any(|number| *number > Decimal::ONE)
        }
        _ => false,
    };
    file[0].first().is_some_and(several)
        && !file[1].is_empty()
        && file.iter().all(|side| side.len() <= CROWD)
}

/// How much it tells that other numbers stand beside a value in both documents: "50 men were at work, and 42 of
/// them got out", "of the 50 workers 42 escaped".
fn beside_both(view: &View<'_>, numbers: &[&[Vec<usize>; 2]], (a, b): (usize, usize)) -> u32 {
    if !matches!(view.items[a].claim.value, Value::Quantity(_)) {
        return 0;
    }
    let near = |x: usize, y: usize| {
        let sentences = view.items[x].sentence().zip(view.items[y].sentence());
        sentences.is_some_and(|(p, q)| p.abs_diff(q) <= 1)
    };
    let beside = numbers.iter().filter(|file| !file[0].contains(&a) && !file[1].contains(&b));
    let beside = beside.filter(|file| {
        file[0].iter().any(|&other| near(a, other)) && file[1].iter().any(|&other| near(b, other))
    });
    let tells = |file: &&[Vec<usize>; 2]| match &view.items[file[0][0]].claim.value {
        Value::Quantity(quantity) if quantity.printed.iter().any(|number| *number > SMALL) => {
            BESIDE_BOTH
        }
        _ => BESIDE_SMALL,
    };
    beside.map(tells).sum::<u32>().min(BESIDES)
}

/// Whether documents that tell more than one story both give a figure that is hardly another one: of one
/// property of an event, or of one noun with words around it that both have.
fn is_quoted(view: &View<'_>, contexts: &[Context<'_>], a: usize, b: usize) -> bool {
    let (x, y) = (&view.items[a], &view.items[b]);
    let group =
        |item: &Item<'_>| item.claim.scope.group.as_deref().map(canonical).map(str::to_owned);
    let typed = !x.is_open() && x.aspect() == y.aspect();
    let near = near(&contexts[a], &contexts[b]).weight();
    let counted = group(x).is_some() && group(x) == group(y) && near >= QUOTED;
    let number = matches!(&x.claim.value, Value::Quantity(_));
    let telling = telling(&x.claim.value).min(telling(&y.claim.value));
    number && (typed && telling >= LEAST || counted && telling >= SURE)
}

/// What claims with one value are filed under.
fn file(item: &Item<'_>) -> Option<String> {
    if item.said() {
        return None;
    }
    if let Value::Place(place) = &item.claim.value {
        let town = place.named && place.others.is_empty() && place.path.len() != 1;
        return (town && open_kind(item) == "place").then(|| format!("place {}", place.name));
    }
    let kind = dimension(&item.claim.value);
    match &item.claim.value {
        Value::Quantity(quantity) if !quantity.ordinal => numbers(quantity, &kind),
        Value::Time(time) => match (&time.quantity, time.extent) {
            (Some(quantity), _) => numbers(quantity, &kind),
            (None, Some(Interval { low: Some(low), high: Some(high), .. })) => {
                Some(format!("{kind} {low} {high}"))
            }
            (None, None) => time.fields.weekday.map(|day| format!("{kind} {day:?}")),
            _ => None,
        },
        _ => None,
    }
}

fn numbers(quantity: &Quantity, kind: &str) -> Option<String> {
    let plain = |number: &Decimal| number.normalize().to_string();
    let numbers: Vec<String> = quantity.printed.iter().map(plain).collect();
    (!numbers.is_empty()).then(|| format!("{kind} {}", numbers.join(" ")))
}

/// How much tells that two claims with one value say the same, if nothing tells the contrary.
fn weigh(view: &View<'_>, contexts: &[Context<'_>], a: usize, b: usize) -> Option<u32> {
    let (x, y) = (&view.items[a], &view.items[b]);
    comparable(view, x, y).ok()?;
    let near = near(&contexts[a], &contexts[b]);
    let one = typed_alike(x, y);
    // Much happens on one day.
    if matches!(&x.claim.value, Value::Time(time) if time.quantity.is_none())
        && !one
        && near.weight() < BESIDE
    {
        return None;
    }
    if matches!(x.claim.value, Value::Place(_)) {
        return (near.weight() >= SETTING).then(|| LEAST + near.weight() - SETTING);
    }
    let telling = telling(&x.claim.value).min(telling(&y.claim.value));
    let counted = match (&x.claim.scope.group, &y.claim.scope.group) {
        (Some(p), Some(q)) if opposed(p, q) => return None,
        (Some(p), Some(q)) => canonical(p) == canonical(q) || may_be_one(p, q),
        _ => true,
    };
    let of_one = of_one(x, y, counted);
    let spare = of_one == 0 && near.weight() >= noun(&contexts[a], &contexts[b], x) + AROUND;
    let alike = if spare && is_of_one_noun(x, y) { ALIKE } else { 0 };
    // Ten people and ten houses are two counts; 4,100 people and 4,100 employees hardly.
    let may = counted || telling >= 400 || telling > 0 && near.sure();
    may.then(|| telling + near.weight() + of_one + alike)
}

/// Whether both count some of one noun.
fn is_of_one_noun(a: &Item<'_>, b: &Item<'_>) -> bool {
    let Value::Quantity(quantity) = &a.claim.value else { return false };
    let (p, q) = (a.claim.scope.group.as_deref(), b.claim.scope.group.as_deref());
    let several = quantity.printed.iter().any(|number| *number > Decimal::ONE);
    several && p.zip(q).is_some_and(|(p, q)| canonical(p) == canonical(q))
}

/// What the noun that a value counts weighs among the words around both.
fn noun(a: &Context<'_>, b: &Context<'_>, item: &Item<'_>) -> u32 {
    let noun = item.claim.scope.group.as_deref().map(canonical);
    noun.map_or(0, |noun| a.weight_of(noun).min(b.weight_of(noun)))
}

/// How much it tells that both are of one property, or count one noun by a number that does not stand
/// in every text.
fn of_one(a: &Item<'_>, b: &Item<'_>, counted: bool) -> u32 {
    let Value::Quantity(quantity) = &a.claim.value else { return 0 };
    let nouns = a.claim.scope.group.is_some() && b.claim.scope.group.is_some();
    let large = quantity.printed.iter().any(|number| *number > SMALL);
    // "A colleague" and "his death" are one each, and seldom one and the same.
    let several = quantity.printed.iter().any(|number| *number > Decimal::ONE);
    match () {
        () if typed_alike(a, b) && several => 400,
        () if counted && nouns && large => 200,
        () => 0,
    }
}

/// Whether both are of one property of an event, whatever its type is called: "killed in the blast", "in the
/// attack".
fn typed_alike(a: &Item<'_>, b: &Item<'_>) -> bool {
    !a.is_open() && !b.is_open() && a.aspect() == b.aspect()
}

/// Whether one noun says no more than that people are counted, and the other may say who they are:
/// "people", "passengers"; not "men" and "women".
fn may_be_one(p: &str, q: &str) -> bool {
    let plain = people(p) == Some(true) || people(q) == Some(true);
    let apart = sort(p).zip(sort(q)).is_some_and(|(p, q)| p.is_apart(q));
    plain && !apart && names_person(p) && names_person(q)
}

/// Whether two claims may say the same: both are put forward, of one event, time and place.
fn comparable(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> Result<(), RefusalCode> {
    if a.claim.polarity != b.claim.polarity || doubted(a) || doubted(b) {
        return Err(RefusalCode::NotAsserted);
    }
    // "Police arrested Anton Reyl", "police arrested Bruno Hale": one each, of two.
    if two_persons(view, a, b) {
        return Err(RefusalCode::DifferentEvent);
    }
    let fits = matches!(value(view, a, b), Facet::Same | Facet::Refines | Facet::Compatible)
        || in_other_words(&a.claim.value, &b.claim.value);
    if !fits || graph::compare_events(view.graph, a.at, b.at) == Match::None {
        return Err(RefusalCode::DifferentEvent);
    }
    if matches!(&a.claim.value, Value::Quantity(quantity) if quantity.age) {
        return same_person(view, a, b);
    }
    told_times_apart(view, a, b)?;
    // "Some 300 of the heaters" are as many as "300 heaters", "12 million have fled" as many as "12 million
    // have fled since the war began".
    let older = |item: &Item<'_>, other: &Item<'_>| {
        let days = view.day(item.at.document).zip(view.day(other.at.document));
        days.is_some_and(|(own, other)| own < other)
    };
    // "instead of the 1,400 it had announced" tells of the 1,400 that an earlier text has.
    let before = |item: &Item<'_>| item.claim.scope.change == Some(Change::Before);
    let known = before(a) && older(b, a) || before(b) && older(a, b);
    let whole = |item: &Item<'_>| {
        let change = item.claim.scope.change.filter(|_| !known);
        let scope = Scope { part: false, change, ..item.claim.scope.clone() };
        match is_vast(&item.claim.value) {
            true => Scope { cumulative: false, period: None, ..scope },
            false => scope,
        }
    };
    around(view, a, b, &whole(a), &whole(b))
}

/// Whether two quantities give one number of what may be one thing: "320 jobs" and "320 workers", "1.10
/// euros" and "1.10 euros per share".
fn in_other_words(a: &Value, b: &Value) -> bool {
    let (Value::Quantity(x), Value::Quantity(y)) = (a, b) else { return false };
    let plain = |q: &Quantity| q.measure.is_none() && !q.age && !is_money(q.unit.as_deref());
    let counts = plain(x) && plain(y);
    let rates = x.per.is_none() != y.per.is_none() && x.unit == y.unit;
    // "120 captives from each side" and "120 people" whom each side frees.
    let sided = |q: &Quantity| q.per.as_deref().is_none_or(|per| per == "side");
    let alike = x.per == y.per || sided(x) && sided(y);
    x.printed == y.printed && (counts && alike || rates)
}

/// Whether somebody only asks or denies it. What would be so ("a bill that would build 60,000 homes") is
/// told of the same number.
fn doubted(item: &Item<'_>) -> bool {
    matches!(item.stance(), Some(Stance::Denies | Stance::Questions))
}

/// So many people or things are hardly counted twice in one story.
const VAST: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

fn is_vast(value: &Value) -> bool {
    matches!(value, Value::Quantity(q) if q.printed.iter().any(|number| number.abs() >= VAST))
}

/// From this number on a round one tells a little too.
const ROUND: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// How little a value is to be expected by chance: 200 for each digit after the first, for a hundred or
/// more, for a count of ten thousand or more, for a unit, for a sum of money; 50 for a lesser round number and its unit; 200 for a year or a weekday, 400 for a month, 500 for a day.
pub(super) fn telling(value: &Value) -> u32 {
    match value {
        Value::Quantity(quantity) => number(quantity),
        Value::Time(time) => time.quantity.as_deref().map_or_else(|| of_time(time), number),
        _ => 0,
    }
}

fn number(quantity: &Quantity) -> u32 {
    let digits = |number: &Decimal| {
        let digits = number.normalize().mantissa().unsigned_abs().to_string();
        digits.trim_end_matches('0').len().saturating_sub(1)
    };
    let digits: usize = quantity.printed.iter().map(digits).sum();
    let more = quantity.printed.len() - 1;
    let large = quantity.printed.iter().any(|number| number.abs() >= Decimal::ONE_HUNDRED);
    let unit = quantity.measure.is_some() || quantity.age || is_money(quantity.unit.as_deref());
    // Two sums of a billion are more often met than two crowds of 300,000.
    let vast = !unit && quantity.printed.iter().any(|number| number.abs() >= VAST);
    let digits = digits + usize::from(large) + usize::from(vast);
    let all = (digits + more).min(3) + usize::from(unit && digits > 0);
    let round = all == 0 && quantity.printed.iter().any(|number| *number >= ROUND);
    200 * u32::try_from(all).unwrap_or(3) + if round { 50 * (1 + u32::from(unit)) } else { 0 }
}

fn of_time(time: &Time) -> u32 {
    match time.grain {
        grain if grain <= Grain::Day => 400,
        grain if grain <= Grain::Month => 300,
        _ => 200,
    }
}
