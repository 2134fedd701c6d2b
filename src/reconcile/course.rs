//! What became of a matter, or of somebody's case, from one telling of a story to a later one.
//!
//! "The union called a strike for Monday", and five days later "the strike has been suspended": neither text tells
//! that the other is out of date. That both tell one story and of one strike, that a strike may be suspended after
//! it was called, and that the earlier text does not know of it, makes it news to whoever has read only that.

use std::collections::{BTreeMap, BTreeSet};

use super::act::Act;
use super::view::{Item, View};
use crate::claim::{Modality, Polarity, Slot, Stance, Turn};
use crate::lexicon::sense::{canonical, canonical_noun, opposed};
use crate::lexicon::{Word, comes_after, halts, is_common, is_own_state, matter, people, sort};
use crate::value::{Grain, Time};

/// The state of a matter in an earlier telling, and the one that came after it in a later one.
pub(super) struct Became {
    /// Indices into [`View::items`]: the earlier clause, and the later one.
    pub(super) pair: (usize, usize),
    /// What it is told of, by its noun.
    pub(super) noun: String,
    /// Whether the earlier text tells that it was to come so.
    pub(super) realized: bool,
    /// Whether more than the noun tells that both are of one matter.
    pub(super) sure: bool,
}

/// A turn with the claim of its clause.
#[derive(Clone, Copy)]
struct Told<'g> {
    turn: &'g Turn,
    document: u32,
    /// Index into [`View::items`].
    item: usize,
    /// Whether the document tells the course of no more than one person whom it names.
    alone: bool,
}

/// The turns of each document that some claim tells.
fn told<'g>(view: &View<'g>, tellings: &[(u32, u32)]) -> BTreeMap<u32, Vec<Told<'g>>> {
    let documents = tellings.iter().flat_map(|&(left, right)| [left, right]);
    let of = |document: u32| {
        let turns = &view.graph.documents[document as usize].account.turns;
        let persons = turns.iter().filter(|turn| turn.person);
        let named: BTreeSet<u32> = persons.filter_map(|turn| named(view, document, turn)).collect();
        let alone = named.len() <= 1;
        let told = turns.iter().filter_map(|turn| {
            Some(Told { turn, document, item: claim(view, document, turn)?, alone })
        });
        told.collect()
    };
    documents.map(|document| (document, of(document))).collect()
}

/// The claim of the clause of a turn: that it took place, or another one.
fn claim(view: &View<'_>, document: u32, turn: &Turn) -> Option<usize> {
    let fit = |at: usize| {
        let item = &view.items[at];
        let clause = item.claim.evidence.first()?;
        let here = item.sentence() == Some(turn.sentence) && clause.contains(turn.at);
        let own = item.aspect() == "occurrence" && item.claim.value_span == turn.at;
        let length = clause.end - clause.start;
        here.then_some((own, std::cmp::Reverse(length), item.aspect() == "occurrence"))
    };
    let fits = view.of(document).filter_map(|at| Some((fit(at)?, std::cmp::Reverse(at))));
    fits.max().map(|(_, std::cmp::Reverse(at))| at)
}

/// What became of matters from earlier documents to later ones; `tellings` are pairs of documents that tell one story.
pub(super) fn find(view: &View<'_>, tellings: &[(u32, u32)]) -> Vec<Became> {
    let told = told(view, tellings);
    let ordered = tellings.iter().filter_map(|&(left, right)| {
        let (x, y) = (view.day(left)?, view.day(right)?);
        (x != y).then_some(if x < y { (left, right) } else { (right, left) })
    });
    ordered.flat_map(|(old, new)| between(view, (old, &told[&old]), &told[&new])).collect()
}

/// The acts that both tell in other words: "turned down the offer", "rejected the offer".
pub(super) fn again(view: &View<'_>, tellings: &[(u32, u32)]) -> Vec<Act> {
    let told = told(view, tellings);
    let mut found = Vec::new();
    for (left, right) in tellings {
        for a in &told[left] {
            for b in &told[right] {
                let one = a.turn.words.iter().any(|word| b.turn.words.contains(word))
                    && a.turn.planned == b.turn.planned;
                // Whom only one text names may be another.
                let met = matched(view, a, b).filter(|sure| *sure || !a.turn.person);
                if let Some(sure) = met.filter(|_| one) {
                    found.push(Act { pair: (a.item, b.item), sure });
                }
            }
        }
    }
    found
}

fn between(view: &View<'_>, (document, old): (u32, &[Told<'_>]), new: &[Told<'_>]) -> Vec<Became> {
    let mut found = Vec::new();
    let now = |turn: &&Told<'_>| !turn.turn.planned && !turn.turn.before;
    for turn in new.iter().filter(now) {
        let overtaken = new.iter().any(|later| {
            now(&later) && follows(later.turn, turn.turn) && matched(view, later, turn).is_some()
        });
        if overtaken || is_bygone(view, document, turn.item) {
            continue;
        }
        found.extend(from_state(view, old, turn).or_else(|| {
            let told = |first: &Told<'_>| {
                let gone = first.turn.planned || first.turn.before;
                !gone && !follows(turn.turn, first.turn) && matched(view, first, turn).is_some()
            };
            let untold = !old.iter().any(|first| told(first) && same(first.turn, turn.turn));
            untold.then(|| from_mention(view, document, turn)).flatten()
        }));
    }
    found
}

/// Whether one turn may come after another.
fn follows(later: &Turn, first: &Turn) -> bool {
    later.words.iter().any(|word| first.words.iter().any(|own| comes_after(word.state, own.state)))
}

fn same(a: &Turn, b: &Turn) -> bool {
    a.words.iter().any(|word| b.words.iter().any(|own| own.state == word.state))
}

/// What became of a matter of which the earlier text tells the state.
fn from_state(view: &View<'_>, old: &[Told<'_>], new: &Told<'_>) -> Option<Became> {
    let met = old.iter().filter_map(|first| Some((first, matched(view, first, new)?)));
    let met: Vec<(&Told<'_>, bool)> = met.collect();
    let known = met.iter().any(|(first, _)| {
        let further = follows(first.turn, new.turn) && !follows(new.turn, first.turn);
        let told = same(first.turn, new.turn) || further;
        !first.turn.planned && told || speaks_of(view, first.item, new.turn)
    });
    if known {
        return None;
    }
    let announced = |turn: &Turn| {
        turn.planned
            && !turn.person
            && new.turn.words.iter().any(|word| comes_after(word.state, "announced"))
    };
    let realized = |turn: &Turn| turn.planned && same(turn, new.turn);
    let undone = |turn: &Turn| {
        let act = |word: &&Word| new.turn.undone.iter().any(|own| own.act == word.act);
        turn.planned && turn.words.iter().any(|word| act(&word))
    };
    if !new.turn.undone.is_empty() {
        let best = met.into_iter().find(|(first, _)| undone(first.turn));
        return best.map(|(first, sure)| became(first, new, false, sure));
    }
    let before = |turn: &Turn| !turn.planned && !turn.before && follows(new.turn, turn);
    let fits = met
        .into_iter()
        .filter(|(first, _)| realized(first.turn) || before(first.turn) || announced(first.turn));
    let best = fits.max_by_key(|(first, sure)| (realized(first.turn), *sure, first.item));
    best.map(|(first, sure)| became(first, new, realized(first.turn), sure))
}

fn became(first: &Told<'_>, new: &Told<'_>, realized: bool, sure: bool) -> Became {
    let noun = if new.turn.person { "case" } else { &*new.turn.noun };
    Became { pair: (first.item, new.item), noun: noun.to_owned(), realized, sure }
}

/// Whether the clause of an earlier turn speaks of the later act: "is held on charges of arson".
fn speaks_of(view: &View<'_>, item: usize, new: &Turn) -> bool {
    let keys = view.items[item].frame.into_iter().flat_map(|frame| &frame.keys);
    let own = keys.filter(|key| key.slot != Slot::Context && key.slot != Slot::Predicate);
    own.into_iter().any(|key| new.words.iter().any(|word| *key.lemma == *canonical(word.act)))
}

/// What became of a matter that the earlier text only speaks of as going on or to come.
fn from_mention(view: &View<'_>, document: u32, new: &Told<'_>) -> Option<Became> {
    let ends = new.turn.words.iter().any(|word| halts(word.state));
    let other = !new.turn.undone.is_empty() || !new.turn.cues.is_empty();
    if new.turn.person || !ends || other {
        return None;
    }
    let group = matter(&new.turn.noun).filter(|group| *group != "other");
    let is_it = |lemma: &str| {
        *lemma == *canonical_noun(&new.turn.noun) || group.is_some() && matter(lemma) == group
    };
    let named = |item: &Item<'_>| {
        let own = item.names(|slot| slot != Slot::Context);
        own.is_empty()
            || new.turn.names.is_empty()
            || own.iter().any(|name| new.turn.names.iter().any(|other| other == name))
    };
    // "Will be on 3 July and not on 12 June", "has been put off until 3 July"
    let days = |item: &Item<'_>| {
        let days = view.times(item).into_iter().filter(|time| time.grain <= Grain::Day);
        days.map(|time| time.timex.clone()).collect::<Vec<_>>()
    };
    let until = days(&view.items[new.item]);
    let speaks = |&at: &usize| {
        let item = &view.items[at];
        let keys = item.frame.into_iter().flat_map(|frame| &frame.keys);
        let mut own = keys.filter(|key| key.slot != Slot::Context && !key.name);
        item.aspect() == "occurrence"
            && item.is_open()
            && item.claim.polarity == Polarity::Affirmed
            && matches!(item.claim.modality, Modality::Planned | Modality::Proposed)
            && matches!(item.stance(), None | Some(Stance::Wants))
            && own.any(|key| is_it(&key.lemma) || is_it(&key.word))
            && !days(item).iter().any(|day| until.contains(day))
            && named(item)
    };
    let at = view.of(document).find(speaks)?;
    Some(Became { pair: (at, new.item), noun: new.turn.noun.clone(), realized: false, sure: false })
}

/// Whether a clause tells of what was over before the earlier document was written.
fn is_bygone(view: &View<'_>, document: u32, item: usize) -> bool {
    let Some(day) = view.day(document) else { return false };
    let item = &view.items[item];
    let last = |time: &Time| {
        let extent = time.extent?;
        extent.high.or(extent.low).map(|end| end.date())
    };
    let own = item.claim.scope.time.iter();
    let mut times = own.chain(view.times(item)).filter(|time| time.grain <= Grain::Year);
    times.any(|time| last(time).is_some_and(|end| end < day))
}

/// Whether two turns are of one matter, and if so, whether more than its noun tells that.
fn matched(view: &View<'_>, a: &Told<'_>, b: &Told<'_>) -> Option<bool> {
    let (x, y) = (a.turn, b.turn);
    let counts = x.number.is_some() && y.number.is_some() && x.number != y.number;
    if x.person != y.person || counts {
        return None;
    }
    let apart = |p: &str| y.beside.iter().any(|q| opposed(p, q));
    let names = x.names.iter().any(|name| y.names.contains(name));
    let others = !names && !x.names.is_empty() && !y.names.is_empty() && !clauses_met(view, a, b);
    if x.beside.iter().any(|word| apart(word)) || others {
        return None;
    }
    if x.person {
        return one_person(view, a, b);
    }
    // "The last strike", "a further offer"
    if x.cues != y.cues {
        return None;
    }
    // The offer that one makes is none that another takes back.
    let made = |turn: &Turn| turn.words.iter().any(|word| is_own_state(word.state));
    if made(x) && made(y) && agents_apart(view, a, b) {
        return None;
    }
    let topics = x.beside.iter().filter(|word| y.beside.contains(word) && !is_common(word)).count();
    let noun = canonical_noun(&x.noun) == canonical_noun(&y.noun) && !is_common(&x.noun);
    let group = |turn: &Turn| matter(&turn.noun).filter(|group| *group != "other");
    let other = group(x).is_some() && group(x) == group(y) && (names || topics > 0);
    let sure = names || topics > 0;
    (noun || other).then_some(sure).filter(|sure| *sure || !x.general && !y.general)
}

/// Whether somebody else does it in the one clause than in the other.
fn agents_apart(view: &View<'_>, a: &Told<'_>, b: &Told<'_>) -> bool {
    let agent = |told: &Told<'_>| {
        let (actor, noun) = told.turn.agent.clone()?;
        Some((actor.and_then(|actor| view.entity(told.document, actor)), noun))
    };
    agent(a).zip(agent(b)).is_some_and(|((p, noun), (q, other))| match (p, q) {
        (Some(p), Some(q)) => p != q,
        _ => noun != other || noun == "they",
    })
}

/// Whether the clauses of two turns name somebody or something in common.
fn clauses_met(view: &View<'_>, a: &Told<'_>, b: &Told<'_>) -> bool {
    let names = |told: &Told<'_>| view.items[told.item].names(|slot| slot != Slot::Context);
    let others = names(b);
    names(a).iter().any(|name| others.contains(name))
}

/// The entity of a turn, where it is a named one.
fn named(view: &View<'_>, document: u32, turn: &Turn) -> Option<u32> {
    let entity = view.entity(document, turn.actor?)?;
    view.graph.entities[entity as usize].name.named.then_some(entity)
}

/// Whether two turns are of one person; not surely so where only one of them is named, or neither.
fn one_person(view: &View<'_>, a: &Told<'_>, b: &Told<'_>) -> Option<bool> {
    let (x, y) = (a.turn, b.turn);
    let entities = [a, b].map(|told| named(view, told.document, told.turn));
    if let [Some(p), Some(q)] = entities {
        return (p == q).then_some(true);
    }
    let apart = sort(&x.noun).zip(sort(&y.noun)).is_some_and(|(p, q)| p.is_apart(q));
    if apart || x.many != y.many {
        return None;
    }
    let plain = |turn: &Turn| people(&turn.noun) == Some(true) && !turn.many;
    let single = a.alone && b.alone && x.cues.is_empty() && y.cues.is_empty();
    match (x.age, y.age) {
        (Some(p), Some(q)) => (p == q).then_some(true),
        _ if x.noun == y.noun => Some(!plain(x) && !x.many),
        // "Officers arrested a man", "Marcus Vale was charged"
        _ if single
            && (plain(x) || entities[0].is_some())
            && (plain(y) || entities[1].is_some()) =>
        {
            Some(false)
        }
        _ => None,
    }
}
