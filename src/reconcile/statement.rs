//! A statement or two held against a text: the clause that says the contrary of the same thing.
//!
//! "The council rejected the tram line on Monday" has few words to share with a report that the line
//! was approved, and the two need not be tellings of one story. But when one of two clauses that
//! exclude each other says nothing that the sentence of the other does not say, of something that a
//! name or a definite article points to, they are of one matter.

use std::collections::{BTreeMap, BTreeSet};

use super::act::CROWD;
use super::align::align;
use super::compare::{Facet, value};
use super::denied::{Denied, in_time};
use super::differ::two_limits;
use super::gate::told_otherwise;
use super::judge::nowhere;
use super::relation;
use super::scope::{circumstances, scope, told_times_apart, turn_then};
use super::view::{Item, View, dimension};
use crate::claim::{Argument, Frame, Key, Modality, Polarity, Slot, Subject, Tense};
use crate::graph::Match;
use crate::lexicon::factuality::negator;
use crate::lexicon::sense::{canonical, opposed};
use crate::lexicon::{is_common, is_once, limits, motion, settles};
use crate::value::{Decimal, Grain, Value};

/// How many words both have, beside the predicates, from which the two are surely of one matter.
const SURE: usize = 2;

/// The least weight of a word that tells what a statement is about.
const TELLING: u8 = 5;

/// A word that more statements than this have ties none of them to another.
const COMMON: usize = 64;

/// The occurrences of a document, by what they tell.
type Told<'g> = BTreeMap<&'g str, Vec<usize>>;

/// The pairs of documents of which one is no more than a statement or two, and the other as short with a telling
/// word in common, or one that names what it names.
pub(super) fn pairs(view: &View<'_>) -> Vec<(u32, u32)> {
    let documents = u32::try_from(view.graph.documents.len()).unwrap_or(u32::MAX);
    let (scenes, texts): (Vec<u32>, Vec<u32>) = (0..documents).partition(|&at| view.scene(at));
    let mut files: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for &scene in &scenes {
        for word in words(view, scene) {
            files.entry(word).or_default().push(scene);
        }
    }
    let mut pairs = BTreeSet::new();
    for file in files.values().filter(|file| file.len() <= COMMON) {
        for (at, &left) in file.iter().enumerate() {
            pairs.extend(file[at + 1..].iter().map(|&right| (left, right)));
        }
    }
    for &scene in &scenes {
        let names = |&text: &u32| {
            let speaks = |document: u32| &view.speaks[document as usize];
            speaks(scene).shares_names(speaks(text), 1)
        };
        let named = texts.iter().copied().filter(names);
        pairs.extend(named.map(|text| (scene.min(text), scene.max(text))));
    }
    pairs.retain(|&(left, right)| !view.graph.forms.apart(left, right));
    pairs.into_iter().collect()
}

/// The telling words and names of the clauses of a document, but their verbs.
fn words<'g>(view: &View<'g>, document: u32) -> BTreeSet<&'g str> {
    let frames = &view.graph.documents[document as usize].account.frames;
    let telling = |key: &&'g Key| {
        key.weight >= TELLING && !matches!(key.slot, Slot::Context | Slot::Predicate)
    };
    frames.iter().flat_map(|frame| &frame.keys).filter(telling).map(|key| &*key.lemma).collect()
}

/// The pairs of clauses of two such documents of which one denies or excludes the other.
pub(super) fn find(view: &View<'_>, pairs: &[(u32, u32)]) -> Vec<Denied> {
    let documents = pairs.iter().flat_map(|&(left, right)| [left, right]);
    let told: BTreeMap<u32, Told<'_>> =
        documents.map(|document| (document, occurrences(view, document))).collect();
    let found = pairs.iter().flat_map(|(left, right)| between(view, &told[left], &told[right]));
    found.collect()
}

fn occurrences<'g>(view: &View<'g>, document: u32) -> Told<'g> {
    let mut told = Told::new();
    for at in view.of(document) {
        let item = &view.items[at];
        let open = item.is_open() && item.aspect() == "occurrence" && !item.said();
        if let Some(frame) = item.frame.filter(|_| open) {
            told.entry(tells(frame)).or_default().push(at);
        }
    }
    told
}

/// What a clause tells of its subject: the verb, or what it is said to be.
fn tells(frame: &Frame) -> &str {
    let complement =
        |key: &&Key| key.slot == Slot::Complement && key.head && key.span.start >= frame.span.start;
    let own = frame.keys.iter().find(complement).filter(|_| frame.predicate == "be");
    own.map_or(&*frame.predicate, |key| &key.lemma)
}

fn between(view: &View<'_>, left: &Told<'_>, right: &Told<'_>) -> Vec<Denied> {
    let mut found = Vec::new();
    for (&word, own) in left.iter().filter(|(_, own)| own.len() <= CROWD) {
        let fits = |other: &str| other == word || opposed(other, word);
        let others = right.iter().filter(|(other, file)| file.len() <= CROWD && fits(other));
        for (&other, file) in others {
            for (&a, &b) in own.iter().flat_map(|a| file.iter().map(move |b| (a, b))) {
                let opposite = other != word || turned(view, &view.items[a], &view.items[b]);
                let Some(sure) = excludes(view, a, b, opposite) else { continue };
                if !itself(view, a, other, left) && !itself(view, b, word, right) {
                    found.push(Denied { pair: (a, b), opposite, sure });
                }
            }
        }
    }
    found
}

/// Whether a text has a clause that excludes one of its own, so that nobody knows which of them is meant.
fn itself(view: &View<'_>, at: usize, other: &str, text: &Told<'_>) -> bool {
    let own = view.items[at].frame.map_or("", tells);
    let mut file = text.get(other).into_iter().flatten();
    file.any(|&one| excludes(view, at, one, own != other).is_some())
}

/// Whether two clauses exclude each other, and if so, whether they surely do.
fn excludes(view: &View<'_>, a: usize, b: usize, opposite: bool) -> Option<bool> {
    let (x, y) = (&view.items[a], &view.items[b]);
    let (f, g) = (x.frame?, y.frame?);
    let negated = |item: &Item<'_>| item.claim.polarity == Polarity::Negated;
    // "voted for", "voted against": the verb is one.
    let turned = opposite && tells(f) == tells(g);
    let conflict = if opposite { !negated(x) && !negated(y) } else { negated(x) != negated(y) };
    let told = [x, y].iter().all(|item| {
        (item.stance().is_none() || refuses(item))
            && !item.claim.scope.part
            && matches!(item.claim.modality, Modality::Actual | Modality::Planned)
    });
    if !conflict || !told || x.claim.modality != y.claim.modality {
        return None;
    }
    let finite = f.tense == g.tense && f.tense != Tense::None;
    if !finite && !refuses(x) && !refuses(y) && x.claim.modality == Modality::Actual {
        return None;
    }
    let alignment = align(f, g, [x.claim.value_span, y.claim.value_span]);
    // "The shop is open", "the shop is closed": what is done to it is what it is.
    let state = (f.predicate == "be") != (g.predicate == "be");
    if state && !opposite {
        return None;
    }
    if alignment.crossed && !state || alignment.names_apart || alignment.opposed > 0 {
        return None;
    }
    if told_otherwise(x, y) || opposite && turn_then(x, y) {
        return None;
    }
    told_times_apart(view, x, y).ok()?;
    circumstances(view, x, y).ok()?;
    let (no, yes) = if negated(y) { (y, x) } else { (x, y) };
    let fits = match opposite {
        true => (turned || lasting(f, g)) && within(f, g) && within(g, f),
        false => within(no.frame?, yes.frame?) && in_time(view, no, yes),
    };
    let shared = anchored(f, g).filter(|_| fits)?;
    Some(shared >= SURE)
}

/// The pairs of values of two such documents that cannot both be so: of one limit, or of clauses that tell the
/// same but for the value.
pub(super) fn values(view: &View<'_>, pairs: &[(u32, u32)]) -> Vec<Denied> {
    let scenes = pairs.iter().filter(|(left, right)| view.scene(*left) && view.scene(*right));
    let both = scenes.flat_map(|&(left, right)| {
        view.of(left).flat_map(move |a| view.of(right).map(move |b| (a, b)))
    });
    let apart = both.filter(|&(a, b)| differs(view, a, b) && lone(view, a) && lone(view, b));
    apart.map(|pair| Denied { pair, opposite: true, sure: true }).collect()
}

/// Whether two values are given of one thing in clauses of which one says nothing more.
fn differs(view: &View<'_>, a: usize, b: usize) -> bool {
    let (x, y) = (&view.items[a], &view.items[b]);
    let (Some(f), Some(g)) = (x.frame, y.frame) else { return false };
    let told = [x, y].iter().all(|item| {
        item.stance().is_none()
            && !item.claim.scope.part
            && !item.is_process()
            && item.claim.polarity == Polarity::Affirmed
    });
    let typed = !x.is_open() && x.claim.property == y.claim.property;
    let limit = two_limits(x, y) && limiting(f) && limiting(g);
    let one_time = matches!(x.claim.value, Value::Time(_))
        && x.aspect() == y.aspect()
        && (x.claim.modality == Modality::Planned
            || f.tense == Tense::Present
            || is_once(tells(f)));
    let apart = limit || (typed || one_time) && value(view, x, y) == Facet::Apart;
    if !told || !apart || x.claim.modality != y.claim.modality || f.tense != g.tense {
        return false;
    }
    let alignment = align(f, g, [x.claim.value_span, y.claim.value_span]);
    let one = !alignment.crossed
        && !alignment.names_apart
        && alignment.opposed == 0
        && alignment.numbers_apart == 0;
    let none = nobody(view, x, y) || nobody(view, y, x);
    let (p, q) = (without(f, x), without(g, y));
    let covered = within(&p, &q) || within(&q, &p);
    one && tells(f) == tells(g)
        && covered
        && (limit || anchored(&p, &q).is_some() || none && x.event.is_some() && x.event == y.event)
        && (none || scope(view, x, y) == Ok(Match::Strong))
        && (limit || nowhere(view, x, y) && nowhere(view, y, x))
        && (matches!(x.claim.value, Value::Time(_)) || told_times_apart(view, x, y).is_ok())
}

/// Whether two claims of two statements are of two things, days or occasions: another object, other names, another
/// sort of subject, a figure of today and one of a year that is over.
pub(super) fn parted(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let (Some(f), Some(g)) = (a.frame, b.frame) else { return false };
    if ![a, b].iter().all(|item| view.scene(item.at.document)) {
        return false;
    }
    let (f, g) = (without(f, a), without(g, b));
    let apart = |fits: &dyn Fn(&Key) -> bool| {
        let of = |frame: &Frame| -> Vec<Key> {
            frame.keys.iter().filter(|key| fits(key)).cloned().collect()
        };
        let (x, y) = (of(&f), of(&g));
        let met = x.iter().any(|key| y.iter().any(|other| other.lemma == key.lemma));
        !x.is_empty() && !y.is_empty() && !met
    };
    let own = |key: &Key| key.slot != Slot::Context && key.slot != Slot::Predicate;
    let objects = apart(&|key: &Key| key.slot == Slot::Object && key.head && !key.name);
    let names = apart(&|key: &Key| own(key) && key.name);
    let sorts = apart(&|key: &Key| key.slot == Slot::Subject && !key.head && !key.name);
    let bygone = |frame: &Frame, item: &Item<'_>| {
        frame.tense == Tense::Past && view.times(item).iter().any(|time| time.grain >= Grain::Year)
    };
    let eras =
        f.tense == Tense::Present && bygone(&g, b) || g.tense == Tense::Present && bygone(&f, a);
    // "rose 5 percent in May", "rose 7 percent in June"
    let dated = matches!(a.claim.value, Value::Time(_))
        && align(&f, &g, [a.claim.value_span, b.claim.value_span]).numbers_apart > 0;
    objects || names || sorts || eras || dated || told_times_apart(view, a, b).is_err()
}

/// Whether one of two statements may be so after the other: "arrested" and "released", "ran" and "does not run".
pub(super) fn follows(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let (Some(f), Some(g)) = (a.frame, b.frame) else { return false };
    let lone = [a, b].iter().all(|item| {
        let frames = &view.graph.documents[item.at.document as usize].account.frames;
        item.is_open() && frames.last().is_none_or(|frame| frame.sentence == 0)
    });
    let sides = relation::sides(view, a, b).is_some();
    let act = a.claim.property != "open.role" && !a.is_position() && !sides;
    let past = |no: &Frame, yes: &Frame| no.tense == Tense::Present && yes.tense == Tense::Past;
    let negated = |item: &Item<'_>| item.claim.polarity == Polarity::Negated;
    let same = f.predicate == g.predicate;
    let fits = match (negated(a), negated(b)) {
        (true, false) => same && past(f, g),
        (false, true) => same && past(g, f),
        _ => opposed(&f.predicate, &g.predicate) && !lasting(f, g),
    };
    lone && act && fits
}

/// Whether one claim counts none of those whom the other counts some of: "No passengers were hurt", "Nobody was
/// hurt".
fn nobody(view: &View<'_>, none: &Item<'_>, some: &Item<'_>) -> bool {
    let last = |item: &Item<'_>| {
        let text = item.claim.value.text().to_lowercase();
        text.split_whitespace().next_back().map(|word| canonical(word).to_owned())
    };
    let zero = matches!(&none.claim.value, Value::Quantity(q) if q.printed == [Decimal::ZERO]);
    zero && last(none) == last(some) && circumstances(view, none, some).is_ok()
}

/// Whether a clause tells how much may or must be.
fn limiting(frame: &Frame) -> bool {
    let rules = |key: &&Key| key.slot == Slot::Predicate && limits(&key.word);
    frame.keys.iter().any(|key| rules(&key))
}

/// Whether no other value of its kind stands in the clause of a claim.
fn lone(view: &View<'_>, at: usize) -> bool {
    let item = &view.items[at];
    let kind = dimension(&item.claim.value);
    let here = |other: &Item<'_>| {
        other.frame.zip(item.frame).is_some_and(|(x, y)| std::ptr::eq(x, y))
            && dimension(&other.claim.value) == kind
            && other.claim.value_span != item.claim.value_span
    };
    !view.of(item.at.document).any(|other| here(&view.items[other]))
}

/// A clause without its value.
fn without(frame: &Frame, item: &Item<'_>) -> Frame {
    let own = |key: &&Key| !key.span.overlaps(item.claim.value_span);
    Frame { keys: frame.keys.iter().filter(own).cloned().collect(), ..frame.clone() }
}

/// Whether two clauses tell the contrary of one thing by its preposition: "voted for the bill", "voted against the
/// bill".
pub(super) fn turned(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let (Some(x), Some(y)) = (arguments(view, a), arguments(view, b)) else { return false };
    let contrary = |p: &Argument, q: &Argument| match (&p.preposition, &q.preposition) {
        (Some(one), Some(other)) => p.head == q.head && opposed(one, other),
        _ => false,
    };
    let same = a.frame.zip(b.frame).is_some_and(|(f, g)| f.predicate == g.predicate);
    same && x.iter().any(|p| y.iter().any(|q| contrary(p, q)))
}

fn arguments<'g>(view: &View<'g>, item: &Item<'g>) -> Option<&'g [Argument]> {
    let Subject::Event(event) = item.claim.subject else { return None };
    let account = &view.graph.documents[item.at.document as usize].account;
    Some(&account.events.get(event as usize)?.arguments)
}

/// Whether opposite verbs are not true of one thing one after the other: who was arrested may be freed, but
/// what is enabled is not disabled, who accepted did not reject, and what rose in a year did not fall in it.
fn lasting(f: &Frame, g: &Frame) -> bool {
    let (x, y) = (&*f.predicate, &*g.predicate);
    let way = |frame: &Frame| {
        let verb = frame.keys.iter().find(|key| key.slot == Slot::Predicate);
        verb.and_then(|key| motion(&key.word))
    };
    let moves = || way(f).zip(way(g)).is_some_and(|(p, q)| p != q);
    f.tense == Tense::Present || settles(x) && settles(y) || moves()
}

/// Whether somebody "refused to sign": what is denied is not what he says, but what he did not do.
fn refuses(item: &Item<'_>) -> bool {
    let [link] = &item.claim.attribution[..] else { return false };
    let infinitive = item.frame.is_some_and(|frame| frame.tense == Tense::None);
    let behind = link.content.first().is_some_and(|content| content.start <= link.cue.end + 1);
    item.claim.polarity == Polarity::Negated && infinitive && behind
}

/// How many telling words two clauses have in common beside what they tell, where one of them is what
/// both tell it of: a name, or something that both point to.
fn anchored(f: &Frame, g: &Frame) -> Option<usize> {
    let own = |frame: &'_ Frame| -> Vec<Key> {
        let own = |key: &&Key| key.slot != Slot::Context && key.slot != Slot::Predicate;
        frame.keys.iter().filter(own).filter(|key| &*key.lemma != tells(frame)).cloned().collect()
    };
    let (left, right) = (own(f), own(g));
    let same = |key: &&Key| right.iter().any(|other| other.lemma == key.lemma);
    let shared: Vec<&Key> = left.iter().filter(same).collect();
    let sides = |key: &Key| {
        let side = |key: &Key| matches!(key.slot, Slot::Subject | Slot::Object) && key.head;
        side(key) && right.iter().any(|other| other.lemma == key.lemma && side(other))
    };
    let named = shared.iter().any(|key| key.name && sides(key));
    let pointed = f.definite && g.definite && shared.iter().any(|key| sides(key));
    (named || pointed).then_some(shared.len().max(SURE * usize::from(named)))
}

/// Whether the first clause says nothing that the sentence of the second does not say.
fn within(no: &Frame, yes: &Frame) -> bool {
    let tells_little = |key: &Key| is_common(&key.lemma) || negator(&key.lemma).is_some();
    let own = |key: &&Key| key.slot != Slot::Context && key.slot != Slot::Predicate;
    let own = no.keys.iter().filter(own).filter(|key| &*key.lemma != tells(no));
    own.into_iter().all(|key| {
        let said = |other: &&Key| other.lemma == key.lemma && other.slot != Slot::Context;
        tells_little(key) || yes.keys.iter().any(|other| said(&other))
    })
}
