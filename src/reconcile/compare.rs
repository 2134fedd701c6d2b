//! Two claims facet by facet.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::Reason;
use super::counted::group;
use super::gate::Keys;
use super::relation::{self, Sides};
use super::rename::renamed;
use super::view::{Item, View, Voice};
use crate::claim::{Change, Modality, Polarity, Slot};
use crate::graph::{self, Match};
use crate::lexicon::sense::{canonical, further, opposed};
use crate::lexicon::time::{TimeWord, time_word};
use crate::lexicon::{Evolves, fold, is_beginning, is_ending, is_lasting};
use crate::value::{
    Bound, Date, Name, NameKind, Place, Quantity, Reading, SetRelation, Status, Time, Value,
};

/// How two comparable claims lie to each other, facet by facet; the verdict follows from it alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// How surely both are about one event or matter.
    pub subject: Match,
    /// How well their scopes fit.
    pub scope: Match,
    /// How the values lie to each other.
    pub value: Facet,
    /// Both affirm, or both deny.
    pub same_polarity: bool,
    /// Whose word they are.
    pub voice: VoiceFacet,
    /// Which of them is later, as far as that may change the value.
    pub order: Order,
    /// The property holds several values at once.
    pub many: bool,
    /// What kind of contradiction it would be.
    pub reason: Reason,
}

/// How two values lie to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Facet {
    /// The same.
    Same,
    /// One lies within the other.
    Refines,
    /// They overlap, or differ by rounding.
    Compatible,
    /// The words allow both, a reader would not expect it.
    Unlikely,
    /// They share nothing.
    Apart,
    /// One cannot be compared with the other.
    Unlike,
}

/// Whose word two claims are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VoiceFacet {
    /// Of both documents themselves, or of one and the same speaker.
    Same,
    /// Of a document and a speaker, or of speakers who are not named.
    Mixed,
    /// Of two speakers.
    Speakers,
}

/// Which of two claims is later, where the value may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// Neither, or the value does not change.
    None,
    /// The later one moves the way the property allows.
    Supersedes,
    /// The later one is said to be a correction.
    Corrects,
    /// A plan came true.
    Realized,
}

/// Compares two claims that passed the gate.
pub(super) fn compare(view: &View<'_>, a: &Item<'_>, b: &Item<'_>, keys: &Keys) -> Comparison {
    Comparison {
        subject: keys.subject,
        scope: keys.scope,
        value: match outgrown(view, a, b) {
            true => Facet::Apart,
            false => exchanged(view, value(view, a, b), a, b, keys),
        },
        same_polarity: a.claim.polarity == b.claim.polarity,
        voice: match a.is_position() || denial(a) != denial(b) {
            true => stand(a.voice, b.voice),
            false => voice(a.voice, b.voice),
        },
        order: order(view, a, b),
        // What one copy has in the place of another value is no further value.
        many: (a.many() || b.many()) && !(keys.exchanged() && view.copies(a, b)),
        reason: match relation::sides(view, a, b) {
            Some(Sides::Exchanged) => Reason::Identity,
            _ => reason(&a.claim.value),
        },
    }
}

/// Whether two texts of different days count something, and neither says when: the prisoners that somebody
/// holds today may be fewer than a week ago.
pub(super) fn days_apart(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let counts = |item: &Item<'_>| {
        let scope = &item.claim.scope;
        item.is_open() && scope.group.is_some() && scope.time.is_none() && scope.period.is_none()
    };
    counts(a) && counts(b) && lie_apart(view, a, b)
}

/// Whether the texts of two claims were written so many days apart that what is so for a while may have changed.
fn lie_apart(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let days = known_at(view, a).zip(known_at(view, b)).and_then(|(x, y)| x.since(y).ok());
    days.is_some_and(|days| days.get_days().abs() >= DAYS)
}

/// Whether two texts of different days tell how something is, and neither says when: "the road is open", "the road is
/// shut".
pub(super) fn states_apart(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let state = |item: &Item<'_>| {
        let told =
            item.is_open() && item.aspect() == "occurrence" && item.claim.scope.time.is_none();
        told && item.frame.is_some_and(|frame| frame.predicate == "be")
    };
    state(a) && state(b) && lie_apart(view, a, b)
}

/// Texts that lie so many days apart may count at different times.
const DAYS: i32 = 2;

/// Whether two texts that were written days apart each name a day of the week: that of their own news.
pub(super) fn news_apart(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let week = |item: &Item<'_>| match &item.claim.value {
        Value::Time(time) => {
            // The digits of "8.40am on Saturday" are those of the clock.
            let month = |word: &str| {
                let row = time_word(std::iter::once(word)).map(|(_, row)| row.meaning);
                matches!(row, Some(TimeWord::Month(_)))
            };
            let named = time.text.to_lowercase().split_whitespace().any(month);
            let digit = time.text.contains(|c: char| c.is_ascii_digit());
            let dated = named || digit && time.fields.clock.is_none();
            item.is_open() && time.fields.weekday.is_some() && !dated
        }
        _ => false,
    };
    let days = view.day(a.at.document).zip(view.day(b.at.document));
    let apart = days.and_then(|(x, y)| x.since(y).ok()).map(|span| span.get_days().abs());
    week(a) && week(b) && apart.is_some_and(|apart| apart >= NEWS)
}

/// Texts that lie so many days apart tell news of their own.
const NEWS: i32 = 3;

/// In one place of two sentences ordinals exclude each other, while elsewhere and in a subject
/// they tell two matters apart; and so do lengths of time that lead back from one day ("35 years ago").
fn exchanged(view: &View<'_>, facet: Facet, a: &Item<'_>, b: &Item<'_>, keys: &Keys) -> Facet {
    if keys.near.is_some() && !keys.exchanged() {
        return led_apart(facet, a, b);
    }
    if !keys.exchanged() {
        return facet;
    }
    match (&a.claim.value, &b.claim.value) {
        (Value::Quantity(x), Value::Quantity(y))
            if x.ordinal && y.ordinal && x.printed != y.printed && !a.of_subject() =>
        {
            Facet::Apart
        }
        (Value::Time(x), Value::Time(y)) if facet == Facet::Unlike => led_back(x, y),
        (Value::Name(x), Value::Name(y)) if facet == Facet::Unlike && x.named && y.named => {
            if renamed(x, y) {
                Facet::Apart
            } else {
                facet
            }
        }
        (Value::Place(x), Value::Place(y)) if facet == Facet::Unlike => {
            if x.named && y.named && moved_elsewhere(view, a, b) { Facet::Apart } else { facet }
        }
        _ => facet,
    }
}

/// Whether one of two near-copies names a place that the other has nowhere, in the place of one that
/// it has nowhere itself. A town that no table knows may lie in the other, but then a copy would hardly
/// leave out its name.
fn moved_elsewhere(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let speaks = |item: &Item<'_>| &view.speaks[item.at.document as usize];
    let kin = speaks(a).kin(speaks(b));
    let lacks = |item: &Item<'_>, other: &Item<'_>| {
        let name = item.claim.value.text().to_lowercase();
        let mut words = name.split_whitespace().filter(|word| word.len() > 2).peekable();
        words.peek().is_some() && words.all(|word| !speaks(other).has_name(word))
    };
    kin.names >= SHARED_NAMES && kin.all_cover >= NEAR_COPY && lacks(a, b) && lacks(b, a)
}

/// How many words of names two near-copies have in common at least.
const SHARED_NAMES: usize = 2;

/// The share of the words of the poorer of two near-copies that the other has, in hundredths.
const NEAR_COPY: usize = 80;

/// How two values lie to each other that stand in one context: lengths of time that lead back from
/// the day of writing ("35 years ago") are apart when they differ by more than the time between
/// two writings.
pub(super) fn told_apart(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> Facet {
    led_apart(value(view, a, b), a, b)
}

fn led_apart(facet: Facet, a: &Item<'_>, b: &Item<'_>) -> Facet {
    match (&a.claim.value, &b.claim.value) {
        (Value::Time(x), Value::Time(y)) if facet == Facet::Unlike && (far(x, y) || far(y, x)) => {
            led_back(x, y)
        }
        _ => facet,
    }
}

/// Whether the lengths of two times differ by more than one.
fn far(x: &Time, y: &Time) -> bool {
    let length = |time: &Time| time.quantity.as_ref()?.printed.first().copied();
    matches!((length(x), length(y)), (Some(p), Some(q)) if p > q.saturating_add(Decimal::ONE))
}

fn led_back(x: &Time, y: &Time) -> Facet {
    let away = |time: &Time| time.fields.away.map(|(grain, _)| grain);
    match (&x.quantity, &y.quantity) {
        // "two years and three months": the quantity is that of its years.
        (Some(_), Some(_)) if x.has_parts() || y.has_parts() => Facet::Unlike,
        (Some(p), Some(q)) => quantity(p, q),
        (None, None) if away(x).is_some() && away(y).is_some() && away(x) != away(y) => {
            Facet::Apart
        }
        _ => Facet::Unlike,
    }
}

/// Whether what two clauses say excludes each other by the words alone.
pub(super) fn excluded(a: &Item<'_>, b: &Item<'_>) -> bool {
    match (&a.claim.value, &b.claim.value) {
        (Value::Text(x), Value::Text(y)) => text(x, y) == Facet::Apart,
        _ => false,
    }
}

/// How the values of two claims lie to each other.
pub(super) fn value(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> Facet {
    match (&a.claim.value, &b.claim.value) {
        (Value::Quantity(x), Value::Quantity(y))
            if two_persons(view, a, b) || x.age && y.age && ages_apart(a, b) =>
        {
            Facet::Unlike
        }
        (Value::Quantity(x), Value::Quantity(y)) => match of_one_role(a, b, x, y) {
            Facet::Apart if on_top(view, a, x) != on_top(view, b, y) => Facet::Unlike,
            facet => facet,
        },
        (Value::Name(x), Value::Name(y)) => name(view, a, b, x, y),
        (Value::Place(x), Value::Place(y)) => place(x, y),
        (Value::Status(x), Value::Status(y)) => status(*x, *y),
        // The gate lets only an office through that the other one implies.
        (Value::Text(_), Value::Text(_)) if a.claim.property == "open.role" => Facet::Same,
        (Value::Text(x), Value::Text(y)) => match relation::sides(view, a, b) {
            Some(Sides::Same) => Facet::Same,
            Some(Sides::Exchanged) => Facet::Apart,
            Some(Sides::Other) => Facet::Unlike,
            None => text(x, y),
        },
        // "every 30 seconds", "every 60 seconds"
        (Value::Time(x), Value::Time(y)) if x.set && y.set && intervals(x, y).is_some() => {
            intervals(x, y).unwrap_or(Facet::Unlike)
        }
        (Value::Time(x), Value::Time(y)) if zoned(x, y) || reworded(view, a, b, x, y) => {
            Facet::Unlike
        }
        (Value::Time(x), Value::Time(y)) if grazed(x, y) || x.may_last(y) => Facet::Compatible,
        (Value::Time(x), Value::Time(y))
            if two_ends(a, b) && !x.is_length() && x.compare(y) == SetRelation::Disjoint =>
        {
            Facet::Unlike
        }
        // "within 50 days", "a 50-day deadline"
        (Value::Time(long), Value::Quantity(q)) | (Value::Quantity(q), Value::Time(long))
            if long.quantity.is_some() =>
        {
            let x = long.quantity.as_deref().unwrap_or(q);
            if matches!(a.claim.value, Value::Time(_)) { quantity(x, q) } else { quantity(q, x) }
        }
        (x, y) => facet(x.compare(y, Reading::Strict)),
    }
}

/// Whether one time is that at which an event ended, or talks began, and the other is not.
fn two_ends(a: &Item<'_>, b: &Item<'_>) -> bool {
    let tells = |item: &Item<'_>, of: fn(&str) -> bool| {
        let mut keys = item.frame.iter().flat_map(|frame| &frame.keys);
        keys.any(|key| key.slot == Slot::Predicate && (of(&key.word) || of(&key.lemma)))
    };
    let differ = |of| tells(a, of) != tells(b, of);
    let typed = [a, b].iter().all(|item| !item.is_open() && item.aspect() == "time");
    typed && (differ(is_ending) || differ(is_lasting) || a.is_process() && differ(is_beginning))
}

/// How two quantities compare; people who are told to be workers by what they do are workers.
fn of_one_role(a: &Item<'_>, b: &Item<'_>, x: &Quantity, y: &Quantity) -> Facet {
    let people = |q: &Quantity| q.unit.as_deref() == Some("person");
    if people(x) == people(y) || group(a).is_none() || group(a) != group(b) {
        return quantity(x, y);
    }
    let unit = |q: &Quantity, other: &Quantity| match people(q) {
        true => Quantity { unit: other.unit.clone(), ..q.clone() },
        false => q.clone(),
    };
    quantity(&unit(x, y), &unit(y, x))
}

/// How the intervals compare at which two things happen again and again.
fn intervals(x: &Time, y: &Time) -> Option<Facet> {
    let (p, q) = (x.quantity.as_deref()?, y.quantity.as_deref()?);
    Some(quantity(p, q))
}

/// "half an hour" and "less than half an hour", "two hours" and "over two hours": few hours are hardly told
/// to the minute.
fn grazed(x: &Time, y: &Time) -> bool {
    let open = |q: &Quantity| matches!(q.bound, Bound::MoreThan | Bound::LessThan);
    match (&x.quantity, &y.quantity) {
        (Some(p), Some(q)) => {
            let small = p.printed.iter().all(|number| *number <= FEW_HOURS);
            let one = p.printed.iter().all(|number| *number <= Decimal::ONE);
            let hours = p.unit.as_deref() == Some("hour");
            // "half an hour" is 30 minutes.
            let round = |number: &Decimal| {
                number.checked_rem(ROUND_MINUTES).is_some_and(|rest| rest.is_zero())
            };
            let minutes = p.unit.as_deref() == Some("minute") && p.printed.iter().all(round);
            let few = one || hours && small || minutes;
            few && p.printed == q.printed && p.unit == q.unit && open(p) != open(q)
        }
        _ => false,
    }
}

/// Multiples of so many minutes are told roughly.
const ROUND_MINUTES: Decimal = Decimal::from_parts(15, 0, 0, false, 0);

/// So many hours are told roughly.
const FEW_HOURS: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// Whether two hours may be one, told in two time zones: one names its zone, the other does not or
/// names another one.
fn zoned(x: &Time, y: &Time) -> bool {
    let hour = |time: &Time| time.fields.clock.is_some();
    hour(x) && hour(y) && x.zone != y.zone && x.compare(y) == SetRelation::Disjoint
}

/// Whether two times are put in the same words, which say when only from where they stand: "that
/// year", "6 p.m.", "this morning", or "on Monday" in texts of unknown dates. A text that takes over
/// another one a day later takes them over too.
fn reworded(view: &View<'_>, a: &Item<'_>, b: &Item<'_>, x: &Time, y: &Time) -> bool {
    let dated = |item: &Item<'_>| view.graph.documents[item.at.document as usize].published;
    let refers = |text: &str| text.starts_with("that ") || text.starts_with("the ");
    let text = x.text.to_lowercase();
    text == y.text.to_lowercase()
        && x.compare(y) == SetRelation::Disjoint
        && (refers(&text) || !names_date(&text) || dated(a).is_none() || dated(b).is_none())
}

/// Whether the words of a time name a month, weekday, feast or year.
pub(super) fn names_date(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| {
        let row = time_word(std::iter::once(word)).map(|(_, row)| row.meaning);
        matches!(row, Some(TimeWord::Month(_) | TimeWord::Weekday(_) | TimeWord::Feast(..)))
            || word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether a number comes on top of another one: "two more victims". Where three were killed and "eleven others"
/// injured, the eleven are all that were injured.
fn on_top(view: &View<'_>, item: &Item<'_>, quantity: &Quantity) -> bool {
    let lower = quantity.text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let more = words
        .iter()
        .enumerate()
        .any(|(at, word)| (*word == "more" || further(word)) && words.get(at + 1) != Some(&"than"));
    more && !beside_others(view, item)
}

/// Whether those whom a count sets apart from others are set apart from those of another count of its sentence, of
/// whom something else is told, and the document counts nobody else of whom the same is told.
fn beside_others(view: &View<'_>, item: &Item<'_>) -> bool {
    let here = |other: &Item<'_>| {
        other.event == item.event && other.claim.value_span != item.claim.value_span
    };
    let counted = |other: &Item<'_>| {
        let number = matches!(other.claim.value, Value::Quantity(_));
        number && other.sentence() == item.sentence() && other.claim.property != item.claim.property
    };
    let same =
        |other: &Item<'_>| other.claim.property == item.claim.property && !other.claim.scope.part;
    let others = || view.of(item.at.document).map(|at| &view.items[at]).filter(|&item| here(item));
    let frames = &view.graph.documents[item.at.document as usize].account.frames;
    let told = frames.iter().filter(|frame| {
        item.frame
            .is_some_and(|own| frame.sentence == own.sentence && frame.predicate == own.predicate)
    });
    !item.is_open()
        && item.event.is_some()
        && told.count() < 2
        && others().any(counted)
        && !others().any(same)
}

/// Whether two ages are put beside the names of two people: "Ada Holm, 58", "58-year-old Ada Holm".
fn ages_apart(a: &Item<'_>, b: &Item<'_>) -> bool {
    let (p, q) = (beside(a), beside(b));
    !p.is_empty() && !q.is_empty() && p.is_disjoint(&q)
}

/// The most bytes between a name and what is put beside it.
const BESIDE: u32 = 3;

/// The words of the name that a value is put beside.
fn beside<'g>(item: &Item<'g>) -> BTreeSet<&'g str> {
    let span = item.claim.value_span;
    let names = item.frame.iter().flat_map(|frame| &frame.keys).filter(|key| key.name);
    let mut names: Vec<_> = names.filter(|key| !key.span.overlaps(span)).collect();
    names.sort_by_key(|key| key.span);
    let near = |end: u32, start: u32| end <= start && start - end <= BESIDE;
    let (mut words, mut start, mut end) = (BTreeSet::new(), span.start, span.end);
    for key in names.iter().rev().filter(|key| key.span.end <= span.start) {
        if near(key.span.end, start) {
            words.insert(&*key.lemma);
            start = key.span.start;
        }
    }
    for key in names.iter().filter(|key| key.span.start >= span.end) {
        let open = words.is_empty() || end != span.end;
        if open && near(end, key.span.start) {
            words.insert(&*key.lemma);
            end = key.span.end;
        }
    }
    words
}

/// Whether each counts one person, and they are two.
pub(super) fn two_persons(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    match (view.person(a), view.person(b)) {
        (Some(x), Some(y)) if x != y => {
            let entities = &view.graph.entities;
            graph::two_people(&entities[x as usize], &entities[y as usize])
        }
        _ => false,
    }
}

const fn facet(relation: SetRelation) -> Facet {
    match relation {
        SetRelation::Equal => Facet::Same,
        SetRelation::Within | SetRelation::Contains => Facet::Refines,
        SetRelation::Overlaps => Facet::Compatible,
        SetRelation::Disjoint => Facet::Apart,
        SetRelation::Incomparable => Facet::Unlike,
    }
}

pub(super) fn quantity(x: &Quantity, y: &Quantity) -> Facet {
    if x.change || y.change {
        return changed(x, y);
    }
    if (x.ordinal || y.ordinal) && opposed(&x.text.to_lowercase(), &y.text.to_lowercase()) {
        return Facet::Unlike;
    }
    if one_sided(x, y) {
        return Facet::Compatible;
    }
    if of_two_sizes(x, y) {
        return Facet::Unlike;
    }
    let unified;
    let (x, y) = match (&x.unit, &y.unit) {
        (a, b) if a == b || x.measure.is_some() || y.measure.is_some() => (x, y),
        (Some(a), Some(b)) if canonical(a) != canonical(b) => (x, y),
        (_, unit) => {
            unified = Quantity { unit: unit.clone(), ..x.clone() };
            (&unified, y)
        }
    };
    match facet(x.compare(y, Reading::Strict)) {
        Facet::Apart if x.rounds_to(y) || y.rounds_to(x) || brushed(x, y) => Facet::Compatible,
        Facet::Compatible if touch(x, y) => Facet::Apart,
        Facet::Apart | Facet::Unlike | Facet::Same => facet(x.compare(y, Reading::Strict)),
        _ if x.compare(y, Reading::Plausible) == SetRelation::Disjoint => Facet::Unlikely,
        other => other,
    }
}

/// "some 160 relatives", "11 million": whoever leaves out the noun hardly means so many of it.
fn of_two_sizes(x: &Quantity, y: &Quantity) -> bool {
    let most = |q: &Quantity| q.printed.iter().map(Decimal::abs).max().unwrap_or_default();
    let (less, more) = (most(x).min(most(y)), most(x).max(most(y)));
    let plain = |q: &Quantity| q.measure.is_none() && !q.ordinal && !q.age;
    let bare = x.unit.is_none() != y.unit.is_none() && plain(x) && plain(y);
    bare && more >= less.saturating_mul(Decimal::from(SIZES)) && !less.is_zero()
}

/// Two numbers of one noun differ by less than this factor.
const SIZES: i64 = 100;

/// "1,200 prisoners", "1,200 prisoners on each side": who does not say of which side counts those of one.
fn one_sided(x: &Quantity, y: &Quantity) -> bool {
    let sided = |q: &Quantity| q.per.as_deref() == Some("side");
    let plain = |q: &Quantity| q.per.is_none();
    x.printed == y.printed && x.unit == y.unit && (sided(x) && plain(y) || plain(x) && sided(y))
}

/// "more than 2,000", "almost 2,000" and "2,000": a round number is hardly meant to the unit.
fn brushed(x: &Quantity, y: &Quantity) -> bool {
    let round = |number: &Decimal| {
        number.abs() >= Decimal::ONE_HUNDRED
            && number.checked_rem(Decimal::ONE_HUNDRED).is_some_and(|rest| rest.is_zero())
    };
    x.printed == y.printed && x.printed.iter().all(round) && x.bound != y.bound
}

/// Whether two roundings share no more than the point between them: "1.2 million" and "1.3 million".
fn touch(x: &Quantity, y: &Quantity) -> bool {
    let meet =
        |a: &Quantity, b: &Quantity| a.strict.high.is_some() && a.strict.high == b.strict.low;
    x.bound == Bound::Exact && y.bound == Bound::Exact && (meet(x, y) || meet(y, x))
}

/// "rose from 20 to 30" against the same, or against the value after the change.
fn changed(x: &Quantity, y: &Quantity) -> Facet {
    let same = x.unit == y.unit && x.printed.last() == y.printed.last();
    match (x.change, y.change) {
        (true, true) if same && x.printed == y.printed => Facet::Same,
        (true, true) if x.unit == y.unit => Facet::Apart,
        _ if same => Facet::Refines,
        _ => Facet::Unlike,
    }
}

/// Names of one entity, or of which one is a part of the other, are the same; two persons or two
/// organizations with no word in common are apart.
fn name(view: &View<'_>, a: &Item<'_>, b: &Item<'_>, x: &Name, y: &Name) -> Facet {
    let words = |name: &Name| {
        let lower = name.canonical.to_lowercase();
        lower.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    let (p, q) = (words(x), words(y));
    let kinds = matches!(
        (x.kind, y.kind),
        (NameKind::Person, NameKind::Person)
            | (NameKind::Organization, NameKind::Organization)
            | (NameKind::Country, NameKind::Country)
    );
    match () {
        () if x.canonical == y.canonical || same_entity(view, a, b, x, y) => Facet::Same,
        () if p.iter().any(|word| q.contains(word)) => Facet::Unlike,
        () if kinds && x.named && y.named && renamed(x, y) => Facet::Apart,
        () => Facet::Unlike,
    }
}

fn same_entity(view: &View<'_>, a: &Item<'_>, b: &Item<'_>, x: &Name, y: &Name) -> bool {
    let entity = |item: &Item<'_>, name: &Name| {
        let actors = &view.graph.documents[item.at.document as usize].account.actors;
        let has = |alias: &String| *alias == name.text || *alias == name.canonical;
        let is = |actor: &crate::claim::Actor| {
            actor.name.canonical == name.canonical || actor.aliases.iter().any(has)
        };
        let at = u32::try_from(actors.iter().position(is)?).ok()?;
        view.entity(item.at.document, at)
    };
    matches!((entity(a, x), entity(b, y)), (Some(x), Some(y)) if x == y)
}

/// Places of several readings are apart when all readings are.
pub(super) fn place(x: &Place, y: &Place) -> Facet {
    // "Vendôme", "Vendome"
    if x.text != y.text && fold(&x.text) == fold(&y.text) {
        return Facet::Same;
    }
    if x.name == y.name || x.others.is_empty() && y.others.is_empty() {
        return facet(x.compare(y));
    }
    let readings = |p: &Place| {
        std::iter::once(p.path.clone()).chain(p.others.iter().cloned()).collect::<Vec<_>>()
    };
    let (p, q) = (readings(x), readings(y));
    let meet = |a: &Vec<String>| q.iter().any(|b| a.starts_with(b) || b.starts_with(a));
    let unknown = p.iter().chain(&q).any(Vec::is_empty);
    if unknown || p.iter().any(meet) { Facet::Unlike } else { Facet::Apart }
}

/// States that exclude each other.
fn status(x: Status, y: Status) -> Facet {
    use Status::{Agreed, Cancelled, Denied, Failed, Held, Planned, Postponed, Rejected, UnderWay};
    let apart = |x, y| {
        matches!(
            (x, y),
            (Held | UnderWay | Failed, Cancelled | Denied | Postponed)
                | (Agreed, Rejected | Denied)
                | (Planned, Cancelled | Denied)
        )
    };
    match () {
        () if x == y => Facet::Same,
        () if apart(x, y) || apart(y, x) => Facet::Apart,
        () => Facet::Unlike,
    }
}

fn text(x: &str, y: &str) -> Facet {
    match () {
        () if x == y => Facet::Same,
        () if outcome_opposed(x, y) => Facet::Apart,
        () => Facet::Unlike,
    }
}

/// The values of `*.position`.
const SIDES: [&str; 2] = ["for", "against"];

fn outcome_opposed(x: &str, y: &str) -> bool {
    if SIDES.contains(&x) && SIDES.contains(&y) {
        return x != y;
    }
    let strip = |s: &str| s.strip_prefix("be ").map_or_else(|| s.to_owned(), str::to_owned);
    opposed(&strip(x), &strip(y))
}

fn voice(a: Voice<'_>, b: Voice<'_>) -> VoiceFacet {
    match (a, b) {
        _ if a == b => VoiceFacet::Same,
        (Voice::Named(x), Voice::Named(y)) if same_speaker(x, y) => VoiceFacet::Same,
        (Voice::Document | Voice::Unnamed, _) | (_, Voice::Document | Voice::Unnamed) => {
            VoiceFacet::Mixed
        }
        _ => VoiceFacet::Speakers,
    }
}

/// Whether it is somebody's denial: who denies speaks for himself.
fn denial(item: &Item<'_>) -> bool {
    matches!(item.claim.value, Value::Status(Status::Denied))
}

/// What side somebody is on is a matter of who says so: two voices are two speakers.
fn stand(a: Voice<'_>, b: Voice<'_>) -> VoiceFacet {
    if voice(a, b) == VoiceFacet::Same { VoiceFacet::Same } else { VoiceFacet::Speakers }
}

/// Whether all words of one name are among the other's: "the ministry" and "Ministry of Labour",
/// not "the Harwick council" and "the Lowden council".
fn same_speaker(x: &str, y: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let lower = name.to_lowercase();
        let words = lower.split_whitespace().filter(|word| !matches!(*word, "the" | "a" | "an"));
        words.map(str::to_owned).collect()
    };
    let (x, y) = (words(x), words(y));
    let (less, more) = if x.len() <= y.len() { (&x, &y) } else { (&y, &x) };
    !less.is_empty() && less.iter().all(|word| more.contains(word))
}

/// Which claim is later, if the property lets its value change.
fn order(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> Order {
    let change = |item: &Item<'_>| item.claim.scope.change;
    if [change(a), change(b)].contains(&Some(Change::Correction)) {
        return Order::Corrects;
    }
    if a.claim.polarity != b.claim.polarity {
        return turned(view, a, b);
    }
    if lasted_on(view, a, b) || came_otherwise(view, a, b) {
        return Order::Supersedes;
    }
    if a.evolves() == Evolves::No && b.evolves() == Evolves::No {
        return Order::None;
    }
    if a.is_position() && stand(a.voice, b.voice) == VoiceFacet::Speakers {
        return Order::None;
    }
    match (known_at(view, a), known_at(view, b)) {
        (Some(x), Some(y)) if x != y => Order::Supersedes,
        _ if change(a) != change(b) => Order::Supersedes,
        _ if told_moved(view, a, b) || told_moved(view, b, a) => Order::Supersedes,
        _ => Order::None,
    }
}

/// Whether an earlier text plans what a later one tells as done, or expects a number that a later one expects
/// to be another: what came of a plan need not be what was planned.
pub(super) fn came_otherwise(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let (Some(x), Some(y)) = (view.day(a.at.document), view.day(b.at.document)) else {
        return false;
    };
    let (old, new) = if x < y { (a, b) } else { (b, a) };
    let planned = |item: &Item<'_>| item.claim.modality == Modality::Planned;
    let counted = matches!(new.claim.value, Value::Quantity(_));
    let session = a.is_process() || b.is_process();
    let came = new.claim.modality == Modality::Actual;
    x != y && planned(old) && !session && !a.many() && (came || counted && planned(new))
}

/// Whether what lasts has gone on from one day of publication to the other: "three days of fighting" on the
/// 26th, "five days of fighting" on the 28th.
fn lasted_on(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let days = |item: &Item<'_>| match &item.claim.value {
        Value::Time(time) => time.quantity.as_deref().and_then(days),
        Value::Quantity(quantity) => days(quantity),
        _ => None,
    };
    let (Some(x), Some(y)) = (known_at(view, a), known_at(view, b)) else { return false };
    let (Some(p), Some(q)) = (days(a), days(b)) else { return false };
    let Ok(apart) = y.since(x) else { return false };
    let grown = q.saturating_sub(p).saturating_sub(Decimal::from(apart.get_days()));
    lasts(a) && lasts(b) && x != y && (p < q) == (x < y) && p != q && grown.abs() <= Decimal::ONE
}

/// Whether a length is how long something went on, not how long somebody is given or a bridge is closed for.
fn lasts(item: &Item<'_>) -> bool {
    !item.is_open() && item.aspect() == "duration"
}

/// How many days a length of time is, where it is told in days.
fn days(quantity: &Quantity) -> Option<Decimal> {
    let day = quantity.unit.as_deref() == Some("day");
    quantity.printed.first().copied().filter(|_| day && quantity.printed.len() == 1)
}

/// Whether a count that grows was "at least 31" at first, and later another, greater one: the words
/// allow both, the news is that it grew.
pub(super) fn outgrown(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let (old, new) = match (known_at(view, a), known_at(view, b)) {
        (Some(x), Some(y)) if x < y => (a, b),
        (Some(x), Some(y)) if y < x => (b, a),
        _ => return false,
    };
    let printed = |item: &Item<'_>| match &item.claim.value {
        Value::Quantity(quantity) => quantity.printed.first().copied(),
        _ => None,
    };
    let bound = |item: &Item<'_>| match &item.claim.value {
        Value::Quantity(quantity) => Some(quantity.bound),
        _ => None,
    };
    let greater = printed(old).zip(printed(new)).is_some_and(|(x, y)| y > x);
    let grows = a.evolves() == Evolves::Grows && b.evolves() == Evolves::Grows;
    // "more than 130,000 had fled", "more than 168,000 have fled"
    let more = bound(old) == Some(Bound::MoreThan) && bound(new) == Some(Bound::MoreThan);
    let moves = a.evolves() != Evolves::No && b.evolves() != Evolves::No;
    greater && (bound(old) == Some(Bound::AtLeast) && grows || more && moves)
}

/// Whether a count that only grows is less in the later of two texts.
pub(super) fn fell(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let printed = |item: &Item<'_>| match &item.claim.value {
        Value::Quantity(quantity) => quantity.printed.first().copied(),
        _ => None,
    };
    let grows = a.evolves() == Evolves::Grows && b.evolves() == Evolves::Grows;
    let days = known_at(view, a).zip(known_at(view, b));
    let counts = printed(a).zip(printed(b));
    let fell =
        days.zip(counts).is_some_and(|((x, y), (p, q))| x != y && (x < y) == (q < p) && p != q);
    grows && fell
}

/// Whether it is told that a count rose or fell from what the document of `old` has: "toll rises to
/// five" is news to whoever counted three, and so are five in a third document, and the other counts of
/// the one that tells so.
fn told_moved(view: &View<'_>, old: &Item<'_>, new: &Item<'_>) -> bool {
    let Some(event) = new.event.filter(|_| new.event == old.event) else { return false };
    let of = |document: u32| view.of(document).map(|at| &view.items[at]);
    let to_new = |item: &Item<'_>| {
        item.at.document == new.at.document
            || item.claim.property == new.claim.property && value(view, item, new) == Facet::Same
    };
    // Two that both tell where a count rose to tell it of one time.
    let from_old = |item: &Item<'_>| {
        let same = |other: &&Item<'_>| {
            other.event == item.event && other.claim.property == item.claim.property
        };
        let mut counts = of(old.at.document).filter(same).peekable();
        counts.peek().is_some()
            && counts.all(|other| !other.moved() && value(view, other, item) == Facet::Apart)
    };
    view.moved(event).any(|item| to_new(item) && from_old(item))
}

/// What one denies with "no longer" was so before, and what one denies with "not yet" came about,
/// unless the other told of it earlier.
fn turned(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> Order {
    let (no, yes) = if a.claim.polarity == Polarity::Negated { (a, b) } else { (b, a) };
    let earlier = matches!((known_at(view, yes), known_at(view, no)), (Some(x), Some(y)) if x < y);
    match no.claim.scope.change {
        Some(Change::Ended) => Order::Supersedes,
        Some(Change::Awaited) if !earlier => Order::Realized,
        _ => Order::None,
    }
}

/// The day as of which a claim holds: its own, else the day of publication.
fn known_at(view: &View<'_>, item: &Item<'_>) -> Option<jiff::civil::Date> {
    let own = item.claim.scope.as_of.as_ref().and_then(|time| time.extent.as_ref()?.high);
    let published: Option<Date> = view.graph.documents[item.at.document as usize].published;
    own.map(|at| at.date()).or(published.map(|date| date.day))
}

const fn reason(value: &Value) -> Reason {
    match value {
        Value::Quantity(_) => Reason::Numeric,
        Value::Time(_) => Reason::Temporal,
        Value::Place(_) => Reason::Place,
        Value::Name(_) => Reason::Identity,
        Value::Status(_) => Reason::Status,
        Value::Text(_) => Reason::Polarity,
    }
}
