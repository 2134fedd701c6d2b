//! Two values for one question in two tellings of one story.
//!
//! "It took her teams five hours to cut the passengers free" and "crews needed three hours to free
//! the passengers" share neither verb nor subject. What ties them is the story, the kind of value,
//! and a word or two around both; what makes them each other's counterpart is that no other value of
//! the kind stands near those words, and that neither text has the other's value.

mod answered;

use std::collections::BTreeSet;

use super::align::{Alignment, align};
use super::answer;
use super::asked::{self, Asked, asked};
use super::compare::{Facet, names_date, news_apart, value};
use super::context::{Context, Counts, counts};
use super::counted::{group, role};
use super::counterpart::{self, near, of_one_order};
use super::gate::{names_met, of_writers};
use super::scope::{around, told_times_apart};
use super::slip;
use super::story::Again;
use super::view::{Item, View, dimension};
use crate::claim::{
    Actor, Attribution, Change, Key, Modality, Polarity, Scope, Slot, Stance, Tense,
};
use crate::graph::{self, Match};
use crate::lexicon::sense::opposed;
use crate::lexicon::{is_arms, is_common, is_summing, is_tally, points};
use crate::value::{Bound, Decimal, Grain, Name, NameKind, Quantity, Time, Value};

/// The fewest words of names that two tellings of one story have in common.
const NAMES: usize = 3;

/// The share of the poorer of two texts without a name in common, in hundredths, that the other has when both are on
/// one thing, and the fewest words that such a text has.
const TOLD: usize = 60;
const LONG: usize = 20;

/// The share of the best nearness from which another value is a rival, in hundredths.
const RIVAL: u32 = 65;

/// The same for a value that is said again elsewhere in a page about one thing.
const SUPPORT: u32 = 40;

/// The same for a value that a later text gives in the place of another.
const RIVAL_LATER: u32 = 80;

/// What the words around two counts of one noun must weigh, the noun left out.
const AROUND: u32 = 90;

/// The same for a count that a later text gives anew.
const NEARBY: u32 = 40;

/// A count that is given anew is hardly so many times the first.
const MOST: Decimal = Decimal::from_parts(6, 0, 0, false, 0);

/// What the words that both own clauses have must weigh for a measure.
const OWN: u32 = 150;

/// What all shared words must weigh.
const LEAST: u32 = 200;

/// The least weight of a noun that tells something.
const TELLING: u8 = 5;

/// What it tells that one value may be a slip for the other.
const SLIP: u32 = 200;

/// What the words around a measure must weigh that may be a slip for another.
const NEAR: u32 = 100;

/// What they must weigh around a measure of which a text has few.
const SOME: u32 = 20;

/// So many other numbers that differ too tell two lists apart.
const LISTED: u32 = 2;

/// Two numbers of one matter differ by less than this factor.
const SIZE: i64 = 5;

/// Two values that differ.
pub(super) struct Differ {
    /// Indices into [`View::items`].
    pub(super) pair: (usize, usize),
    /// Whether both are limits, of which the lesser lies within the greater.
    pub(super) limits: bool,
    /// Whether both tell of one matter, on one day or of what hardly grows.
    pub(super) sure: bool,
    /// What ties them: the words around both, or weights learned from pairs of texts.
    pub(super) tie: &'static str,
}

/// The values that answer one question in two tellings of one story, or two pages on one thing.
#[derive(Default)]
pub(super) struct Answered {
    /// Those that differ.
    pub(super) differ: Vec<Differ>,
    /// Those that agree.
    pub(super) again: Vec<Again>,
}

/// Two documents that may answer one question.
struct Pair {
    left: u32,
    right: u32,
    /// Whether both tell one story or describe one thing by its name.
    story: bool,
    /// Whether both describe a thing.
    papers: bool,
    /// Whether they are pages on one thing.
    pages: bool,
}

/// The pairs of values of two tellings of one story that answer one question.
pub(super) fn find<'g>(view: &View<'g>) -> Answered {
    let documents = u32::try_from(view.graph.documents.len()).unwrap_or(u32::MAX);
    let pairs = pairs(view, documents);
    if pairs.is_empty() {
        return Answered::default();
    }
    let words: Vec<Counts<'g>> = (0..documents as usize).map(|at| counts(view, at)).collect();
    let texts: Vec<answer::Text<'_>> =
        (0..documents).map(|at| answer::Text::of(view, at, &words[at as usize])).collect();
    let context = |item: &Item<'g>| counterpart::around(item, &words[item.at.document as usize]);
    let told = |item: &Item<'g>| answer::Words::of(item, &texts[item.at.document as usize]);
    let contexts: Vec<Context<'g>> = view.items.iter().map(context).collect();
    let asked: Vec<Vec<Asked<'g>>> = view.items.iter().map(asked).collect();
    let told: Vec<answer::Words<'_>> = view.items.iter().map(told).collect();
    let (words, texts, contexts, asked, told) = (&words, &texts, &contexts, &asked, &told);
    let mut found = Answered::default();
    for Pair { left, right, story, papers, pages } in pairs {
        let tellings = Tellings { view, words, contexts, asked, told, texts, papers, later: false };
        if story {
            found.differ.extend(tellings.between(left, right));
        }
        let answered = Tellings { papers: papers || pages, ..tellings }.answered(left, right);
        found.differ.extend(answered.differ);
        found.again.extend(answered.again);
    }
    found
}

/// The documents that tell one story, or describe one thing.
fn pairs(view: &View<'_>, documents: u32) -> Vec<Pair> {
    let papers: Vec<bool> = (0..documents).map(|at| is_paper(view, at)).collect();
    let of = |left: u32, right: u32| {
        let papers = papers[left as usize] && papers[right as usize];
        let story = is_story(view, left, right, papers);
        let pages = answered::are_pages_of_one_thing(view, left, right);
        (story || pages).then_some(Pair { left, right, story, papers, pages })
    };
    (0..documents)
        .flat_map(|left| (left + 1..documents).map(move |right| (left, right)))
        .filter_map(|(left, right)| of(left, right))
        .collect()
}

/// The counts and measures that a later telling of a story gives anew, each with the earlier one.
///
/// `tellings` are pairs of documents that tell one story. What one says on one day and the other on a later
/// one need not contradict it: jobs that were to be cut, a price that was offered, an estimate.
pub(super) fn restated<'g>(view: &View<'g>, tellings: &[(u32, u32)]) -> Vec<Differ> {
    let later = |&&(left, right): &&(u32, u32)| {
        view.day(left).zip(view.day(right)).is_some_and(|(x, y)| x != y)
    };
    let pairs: Vec<(u32, u32)> = tellings.iter().filter(later).copied().collect();
    if pairs.is_empty() {
        return Vec::new();
    }
    let documents = view.graph.documents.len();
    let words: Vec<Counts<'g>> = (0..documents).map(|at| counts(view, at)).collect();
    let context = |item: &Item<'g>| counterpart::around(item, &words[item.at.document as usize]);
    let contexts: Vec<Context<'g>> = view.items.iter().map(context).collect();
    let asked: Vec<Vec<Asked<'g>>> = view.items.iter().map(asked).collect();
    let (words, contexts, asked) = (&words, &contexts, &asked);
    let tellings = Tellings {
        view,
        words,
        contexts,
        asked,
        told: &[],
        texts: &[],
        papers: false,
        later: true,
    };
    pairs.into_iter().flat_map(|(left, right)| tellings.between(left, right)).collect()
}

/// Whether two documents surely tell one story, or describe one thing.
fn is_story(view: &View<'_>, left: u32, right: u32, papers: bool) -> bool {
    let (a, b) = (&view.speaks[left as usize], &view.speaks[right as usize]);
    let scenes = view.scene(left) || view.scene(right);
    let named = a.shares_names(b, NAMES) || papers && (a.heads_meet(b) || a.themes_meet(b));
    if scenes || view.graph.forms.apart(left, right) || !named && !papers {
        return false;
    }
    let kin = a.kin(b);
    // Rules of a house need not name it.
    let told = || kin.word_cover >= TOLD && a.extent().min(b.extent()) >= LONG;
    if !named && !told() {
        return false;
    }
    let alike = kin.name_cover > 50 && !kin.strangers || kin.names_alike();
    kin.same_story() && !kin.hardly_meet() && !kin.renamed() && (alike || papers && !kin.strangers)
}

/// Whether a document describes a thing: nobody is named or cited, and nothing tells when it was
/// written.
fn is_paper(view: &View<'_>, document: u32) -> bool {
    let node = &view.graph.documents[document as usize];
    let actors = &node.account.actors;
    // The name of a thing may be taken for that of a person, but hardly a full one.
    let full = |actor: &Actor| actor.name.named && actor.name.canonical.contains(' ');
    let person = |actor: &Actor| actor.name.kind == NameKind::Person && full(actor);
    let cited = |link: &Attribution| {
        link.actor.and_then(|actor| actors.get(actor as usize)).is_some_and(full)
    };
    node.published.is_none()
        && !actors.iter().any(person)
        && !node.account.attributions.iter().any(cited)
}

#[derive(Clone, Copy)]
struct Tellings<'v, 'g> {
    view: &'v View<'g>,
    /// By document.
    words: &'v [Counts<'g>],
    contexts: &'v [Context<'g>],
    /// What the items answer, by item.
    asked: &'v [Vec<Asked<'g>>],
    /// The words around the values, by item; none where no value answers a question in other words.
    told: &'v [answer::Words<'g>],
    /// What each document says.
    texts: &'v [answer::Text<'g>],
    /// Whether both describe a thing.
    papers: bool,
    /// Whether they were written on different days, and the later value is sought that replaces another.
    later: bool,
}

impl<'g> Tellings<'_, 'g> {
    fn between(&self, left: u32, right: u32) -> Vec<Differ> {
        let mut pairs = Vec::new();
        for a in self.view.of(left).filter(|&at| self.tells(at)) {
            for b in self.view.of(right).filter(|&at| self.tells(at)) {
                let (x, y) = (&self.view.items[a], &self.view.items[b]);
                if alike(x, y, asked::meet(&self.asked[a], &self.asked[b])) {
                    let slip = if slipped(x, y) { SLIP } else { 0 };
                    let weight = near(&self.contexts[a], &self.contexts[b]).weight();
                    pairs.push((a, b, weight + self.asked(a, b) + slip));
                }
            }
        }
        let chosen = pairs.iter().filter(|&&(a, b, weight)| {
            weight >= if self.papers { OWN } else { LEAST }
                && if self.later { self.replaces(a, b, weight) } else { self.fits(a, b, weight) }
                && self.unrivalled(&pairs, (a, b, weight))
        });
        let differ = |&(a, b, _): &(usize, usize, u32)| {
            let limits = value(self.view, &self.view.items[a], &self.view.items[b]) != Facet::Apart;
            let sure = self.of_one_day(a, b) && self.of_one_matter(a, b);
            Differ { pair: (a, b), limits, sure, tie: "context" }
        };
        chosen.map(differ).collect()
    }

    /// Whether an item is a value that may differ; what a later text says was so before is not its own.
    fn tells(&self, at: usize) -> bool {
        let item = &self.view.items[at];
        let before = item.claim.scope.change == Some(Change::Before);
        let length = item.is_open() && matches!(item.claim.value, Value::Time(_));
        measured(item, self.papers) && !(self.later && (before || length || date(item).is_some()))
    }

    /// Whether no other value stands nearly as near to either, and none says the same.
    fn unrivalled(
        &self,
        pairs: &[(usize, usize, u32)],
        (a, b, weight): (usize, usize, u32),
    ) -> bool {
        let text = |at: usize| self.view.items[at].claim.value.text().to_lowercase();
        let same = |x: usize, y: usize| {
            let facet = value(self.view, &self.view.items[x], &self.view.items[y]);
            matches!(facet, Facet::Same | Facet::Refines | Facet::Compatible)
        };
        let rival = if self.later { RIVAL_LATER } else { RIVAL };
        // "Adults pay 12 euros, students 6", "adults pay 14 euros, students 6": the sixes have each other.
        let paired = |x: usize, y: usize, least: u32| {
            let other = |&(p, q, weight): &(usize, usize, u32)| {
                (p == x && q != b || q == y && p != a) && weight >= least && same(p, q)
            };
            pairs.iter().any(other)
        };
        let unlike = |x: usize, y: usize| {
            value(self.view, &self.view.items[x], &self.view.items[y]) == Facet::Unlike
        };
        pairs.iter().all(|&(x, y, other)| {
            let once = (x == a) != (y == b);
            let again = x == a && text(y) == text(b) || y == b && text(x) == text(a);
            !once
                || again
                || unlike(x, y)
                || (!same(x, y) || self.papers && other * 100 <= weight * SUPPORT)
                    && (other * 100 <= weight * rival || other < weight && paired(x, y, other))
        })
    }

    /// Whether the later of two values may stand in the place of the earlier one.
    fn replaces(&self, a: usize, b: usize, weight: u32) -> bool {
        let (x, y) = (&self.view.items[a], &self.view.items[b]);
        let noun = group(x).map_or(0, |noun| {
            self.contexts[a].weight_of(noun).min(self.contexts[b].weight_of(noun))
        });
        let typed = !x.is_open() && !y.is_open();
        let told = if noun == 0 { self.told(a, b) >= OWN } else { weight >= noun + NEARBY };
        let whole = |item: &Item<'_>| Scope { part: false, ..item.claim.scope.clone() };
        let aligned = aligned(x, y).is_some_and(|alignment| {
            let names = alignment.names_apart && self.told(a, b) < LEAST;
            alignment.opposed == 0 && !alignment.opposite && !names
        });
        let number = |item: &Item<'_>| quantity(item).and_then(|q| q.printed.first().copied());
        let near = number(x)
            .zip(number(y))
            .is_some_and(|(p, q)| p.max(q) <= p.min(q).saturating_mul(MOST));
        let once =
            near && (noun == 0 || self.counted_once(a, false) && self.counted_once(b, false));
        // The drones of one night are not those of another.
        let arms = group(x).is_some_and(is_arms);
        told && once
            && !arms
            && aligned
            && may_move(self.view, x, y)
            && value(self.view, x, y) == Facet::Apart
            && !tally(x)
            && !(typed
                && (x.aspect() != y.aspect()
                    || graph::compare_events(self.view.graph, x.at, y.at) == Match::None))
            && !self.view.of_two_sessions(x, y)
            && !self.view.of_two_acts(x, y)
            && !elsewhere(x, y)
            && !self.names_differ(x, y)
            && summed(x) == summed(y)
            && x.claim.scope.period.is_some() == y.claim.scope.period.is_some()
            && told_times_apart(self.view, x, y).is_ok()
            && around(self.view, x, y, &whole(x), &whole(y)).is_ok()
    }

    fn fits(&self, a: usize, b: usize, weight: u32) -> bool {
        let (x, y) = (&self.view.items[a], &self.view.items[b]);
        let told = self.told(a, b);
        let noun = group(x).map_or(0, |noun| {
            self.contexts[a].weight_of(noun).min(self.contexts[b].weight_of(noun))
        });
        // Much happens on different days: what does is the same act, and told as such.
        let slip = slipped(x, y);
        let of_one_act = x.claim.modality == y.claim.modality
            && (aligned(x, y).is_some_and(|alignment| alignment.predicate)
                && told >= LEAST
                && self.told_of(x, y)
                || self.answer(a, b));
        let dated = date(x).is_none() || !news_apart(self.view, x, y) && (slip || of_one_act);
        let met = aligned(x, y).is_some_and(|alignment| alignment.subjects_met)
            || (role(x).is_some() || role(y).is_some()) && names_met(x, y);
        // "People" says nothing of whom.
        let noun = if group(x).is_some_and(is_common) { 0 } else { noun };
        let tied = match noun {
            0 => told >= OWN || slip && date(x).is_none() && weight >= SLIP + least(x, y),
            _ => (told > 0 || met) && weight >= noun + AROUND || slip,
        };
        let apart = value(self.view, x, y) == Facet::Apart || self.papers && two_limits(x, y);
        let question = self.answer(a, b);
        let once = self.counted_once(a, question) && self.counted_once(b, question);
        dated
            && !self.pages_apart(a, b)
            && !(self.papers && (self.narrowed(x, y) || self.narrowed(y, x)))
            && (slip || of_one_size(x, y))
            && tied
            && apart
            && self.comparable(a, b, told)
            && !tally(x)
            && (noun == 0 || slip || self.papers || once)
    }

    /// The weight of the words that both own clauses have, but names, what is counted, and points of
    /// the compass.
    fn told(&self, a: usize, b: usize) -> u32 {
        let [x, y] = [a, b].map(|at| &self.view.items[at]);
        let own = |item: &Item<'g>| {
            let keys = item.frame.into_iter().flat_map(|frame| &frame.keys);
            keys.filter(|key| key.slot != Slot::Context && !key.name).collect::<Vec<_>>()
        };
        // "The city got $1 million", "stole $3 million from workers of the city".
        let owner =
            |p: &Key, q: &Key| p.slot == Slot::Subject && q.slot != Slot::Subject && !q.head;
        let one = |p: &Key, q: &Key| p.lemma == q.lemma && !owner(p, q) && !owner(q, p);
        let (p, q) = (own(x), own(y));
        let met = p.into_iter().filter(|p| q.iter().any(|q| one(p, q)));
        let mut met: Vec<&str> = met.map(|key| &*key.lemma).collect();
        met.retain(|word| Some(*word) != group(x) && !opposed("north", word) && *word != "north");
        met.sort_unstable();
        met.dedup();
        let least =
            |word: &str| self.contexts[a].weight_of(word).min(self.contexts[b].weight_of(word));
        // "Killed" and "dead" are of one property.
        let typed = !x.is_open() && x.claim.property == y.claim.property;
        let typed = if typed { LEAST } else { 0 };
        met.into_iter().map(least).sum::<u32>() + typed + self.asked(a, b)
    }

    /// The weight of the words by which both clauses answer one question, where they are about one thing.
    fn asked(&self, a: usize, b: usize) -> u32 {
        let [x, y] = [a, b].map(|at| &self.view.items[at]);
        let met = asked::shared(&self.asked[a], &self.asked[b]);
        let weigh = |(p, q)| self.contexts[a].weight_of(p).min(self.contexts[b].weight_of(q));
        let weight = met.map(weigh).max();
        weight.filter(|_| self.of_one_thing(x, y)).map_or(0, |weight| weight.max(OWN))
    }

    /// Whether both values answer one question about one thing.
    fn answer(&self, a: usize, b: usize) -> bool {
        let [x, y] = [a, b].map(|at| &self.view.items[at]);
        asked::meet(&self.asked[a], &self.asked[b]) && self.of_one_thing(x, y)
    }

    /// Whether both clauses are about what their documents are about, or have a telling word in common.
    fn of_one_thing(&self, a: &Item<'g>, b: &Item<'g>) -> bool {
        asked::of_theme(self.view, a) && asked::of_theme(self.view, b) || self.told_of(a, b)
    }

    /// Whether two pages tell of other things: the clauses are about other nouns or say something else of them, and no
    /// question ties them; or one tells what is so as a rule and the other what happened: "is walked in five days", "we
    /// walked it in four days".
    fn pages_apart(&self, a: usize, b: usize) -> bool {
        let [x, y] = [a, b].map(|at| &self.view.items[at]);
        let tense = |item: &Item<'_>| item.frame.map(|frame| frame.tense);
        let tenses = [tense(x), tense(y)];
        let ruled = [Tense::Present, Tense::Past].iter().all(|t| tenses.contains(&Some(*t)));
        let about = |item: &Item<'g>| -> BTreeSet<&'g str> {
            let keys = asked::about(item);
            let end = keys.iter().filter(|key| key.head).map(|key| key.span.end).max().unwrap_or(0);
            // "the probation period" is about probation, "the gift for the tour" about no tour.
            let before =
                keys.into_iter().filter(|key| key.span.end <= end && (key.head || !key.name));
            before.map(|key| &*key.lemma).collect()
        };
        let (p, q) = (about(x), about(y));
        let nouns = !p.is_empty() && !q.is_empty() && p.is_disjoint(&q);
        // "has a warranty of three years", "is painted for two years"
        let told = |item: &Item<'g>, about: &BTreeSet<&'g str>| -> BTreeSet<&'g str> {
            let keys = item.frame.into_iter().flat_map(|frame| &frame.keys);
            let own = keys.filter(|key| {
                let light =
                    matches!(&*key.lemma, "be" | "have") || key.name || key.weight < TELLING;
                key.slot != Slot::Context && !light && !key.span.overlaps(item.claim.value_span)
            });
            own.map(|key| &*key.lemma).filter(|word| !about.contains(word)).collect()
        };
        let (s, t) = (told(x, &p), told(y, &q));
        let verb = |item: &Item<'g>| item.frame.map_or("be", |frame| &*frame.predicate);
        let light = [verb(x), verb(y)].iter().any(|verb| matches!(*verb, "be" | "have"));
        let verbs = if light {
            !s.is_empty() && !t.is_empty() && s.is_disjoint(&t)
        } else {
            verb(x) != verb(y)
        };
        let free = group(x).is_none_or(is_common) && !self.answer(a, b);
        self.papers && (ruled || free && (nouns || verbs))
    }

    /// Whether both clauses have a telling word or name beside the predicate.
    fn told_of(&self, a: &Item<'g>, b: &Item<'g>) -> bool {
        let own = |item: &Item<'g>| {
            let keys = item.frame.into_iter().flat_map(|frame| &frame.keys);
            let telling = |key: &&Key| {
                !matches!(key.slot, Slot::Context | Slot::Predicate)
                    && key.weight >= TELLING
                    && !key.span.overlaps(item.claim.value_span)
            };
            keys.filter(telling).map(|key| &*key.lemma).collect::<Vec<_>>()
        };
        let others = own(b);
        own(a).iter().any(|word| others.contains(word))
    }

    /// Whether nothing tells that one number is newer than the other: counts grow from day to day.
    fn of_one_day(&self, a: usize, b: usize) -> bool {
        let [x, y] = [a, b].map(|at| &self.view.items[at]);
        let day = |item: &Item<'_>| self.view.day(item.at.document);
        let apart = day(x).zip(day(y)).is_some_and(|(x, y)| x != y);
        !apart || group(x).is_none()
    }

    /// Whether both count one noun, give one property, tell of one verb or have more in common, or turn two digits round: "15 miles" to where somebody fled and "50
    /// miles" to where somebody was seen are near each other's words, but may be two distances.
    fn of_one_matter(&self, a: usize, b: usize) -> bool {
        let [x, y] = [a, b].map(|at| &self.view.items[at]);
        let counted = group(x).is_some() && group(x) == group(y);
        let typed = !x.is_open() && x.claim.property == y.claim.property;
        let turned = match (quantity(x), quantity(y)) {
            (Some(p), Some(q)) => slip::are_turned(p, q),
            _ => date(x).zip(date(y)).is_some_and(|(p, q)| slip::are_turned_days(p, q)),
        };
        let verb = aligned(x, y).is_some_and(|both| both.predicate);
        // Much is told of one day, and of so many years.
        let told = matches!(x.claim.value, Value::Quantity(_)) && self.told(a, b) >= LEAST;
        counted || typed || self.papers || verb || turned || told
    }

    /// Whether the document counts the noun of an item by one number only; `question` asks for those that answer the
    /// same question.
    fn counted_once(&self, at: usize, question: bool) -> bool {
        let item = &self.view.items[at];
        let numbers = |item: &Item<'_>| quantity(item).map(|quantity| quantity.printed.clone());
        // "employs 240 workers", "three workers died"
        let answers = |other: usize| asked::meet(&self.asked[at], &self.asked[other]);
        self.view.of(item.at.document).all(|other| {
            let own = !self.later || self.tells(other);
            let apart = question && !answers(other);
            let other = &self.view.items[other];
            group(other) != group(item) || numbers(other) == numbers(item) || !own || apart
        })
    }

    /// Whether the subjects of both clauses are names, and have none in common; of a thing that both
    /// describe its maker and its model are named by turns.
    fn names_differ(&self, a: &Item<'_>, b: &Item<'_>) -> bool {
        let (x, y) = (subjects(a), subjects(b));
        let known = |names: &[&str], other: &Item<'_>| {
            let speaks = &self.view.speaks[other.at.document as usize];
            names.iter().all(|name| speaks.has_name(name))
        };
        let one_thing = self.papers && known(&x, b) && known(&y, a);
        !one_thing && names_apart(a, b)
    }

    /// Whether a clause narrows what both tell of by a word that the other document does not have, or that it says
    /// something else for: "Overtime is paid at", "Overtime on Sundays is paid at".
    fn narrowed(&self, a: &Item<'g>, b: &Item<'g>) -> bool {
        let words = &self.words[b.at.document as usize];
        [Slot::Subject, Slot::Object].into_iter().any(|slot| {
            let (x, y) = (beside(a, slot), beside(b, slot));
            let one = !heads(a, slot).is_disjoint(&heads(b, slot));
            let new = |word: &&&str| !words.contains_key(**word);
            let own = x.difference(&y);
            one && (own.clone().any(|word| new(&word)) || own.count() > 0 && !y.is_subset(&x))
        })
    }

    /// Whether each document names much that the other does not: what they list is of more than one act.
    fn strangers(&self, a: &Item<'_>, b: &Item<'_>) -> bool {
        let speaks = |item: &Item<'_>| &self.view.speaks[item.at.document as usize];
        speaks(a).kin(speaks(b)).strangers
    }

    /// Whether only one of two subjects is a name, and none of a person: whoever is "a man" is another.
    fn may_be_one(&self, a: &Item<'_>, b: &Item<'_>) -> bool {
        let person = |item: &Item<'_>| {
            let actors = &self.view.graph.documents[item.at.document as usize].account.actors;
            let has = |name: &Name| {
                let lower = name.canonical.to_lowercase();
                subjects(item).iter().any(|word| lower.split_whitespace().any(|own| own == *word))
            };
            let mut actors = actors.iter().map(|actor| &actor.name);
            actors.any(|name| name.kind == NameKind::Person && has(name))
        };
        // "The fund Marlow Point holds 7 %", "the foundation holds 28 %": each has a noun of its own.
        let (p, q) = (heads(a, Slot::Subject), heads(b, Slot::Subject));
        let [x, y] = [(a, p), (b, q)].map(|(item, heads)| {
            let names = subjects(item);
            let nouns = beside(item, Slot::Subject).into_iter().chain(heads);
            nouns.filter(|word| !names.contains(word)).collect::<BTreeSet<_>>()
        });
        let two = !x.is_empty() && !y.is_empty() && x.is_disjoint(&y);
        !two && subjects(a).is_empty() != subjects(b).is_empty() && !person(a) && !person(b)
    }

    fn comparable(&self, a: usize, b: usize, told: u32) -> bool {
        let answer = self.answer(a, b);
        let [a, b] = [a, b].map(|at| &self.view.items[at]);
        let typed = !a.is_open() && !b.is_open();
        // What is held against each other here tells no two events apart.
        let same = match date(a) {
            Some(_) => graph::compare_matters(self.view.graph, a.at, b.at),
            None => graph::compare_events(self.view.graph, a.at, b.at),
        };
        if typed && same == Match::None || self.view.of_two_sessions(a, b) || of_writers(a, b) {
            return false;
        }
        let Some(alignment) = aligned(a, b) else { return false };
        let part = !one_group(a, b);
        let scoped = |item: &Item<'_>| Scope {
            part: part && item.claim.scope.part,
            group: group(item).map(str::to_owned),
            ..item.claim.scope.clone()
        };
        let (x, y) = (scoped(a), scoped(b));
        let one_subject = !alignment.subjects_apart
            || alignment.subjects_met
            || answer
            || told >= LEAST && self.may_be_one(a, b);
        alignment.opposed == 0
            && !alignment.opposite
            && (!alignment.names_apart || told >= LEAST)
            && !moves_on(a, b)
            && alignment.numbers_apart < if self.strangers(a, b) { 1 } else { LISTED }
            && far_off(a) == far_off(b)
            // Two who do the same do it to different extents; "the union" may be the Dockers' Federation.
            && (one_subject || !alignment.predicate)
            && !elsewhere(a, b)
            // Many have a share of a thing, and one has another share on another day.
            && (!is_share(a)
                || !days_apart(self.view, a, b)
                || alignment.subjects_met
                || slipped(a, b))
            && (self.papers
                || (a.claim.modality == Modality::Possible)
                    == (b.claim.modality == Modality::Possible))
            && !self.names_differ(a, b)
            && summed(a) == summed(b)
            && a.claim.scope.period.is_some() == b.claim.scope.period.is_some()
            && (self.papers || !answered::limits_apart(a, b))
            && !self.stretches_apart(a, b)
            && told_times_apart(self.view, a, b).is_ok()
            && around(self.view, a, b, &x, &y).is_ok()
    }
}

/// Whether what two values measure or count may be more or less on a later day: a share of one owner, but not how
/// far somebody fell; more houses that burnt down, but not fewer; and what was to come, but not a part of it that
/// came.
pub(super) fn may_move(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let older = view.day(a.at.document) <= view.day(b.at.document);
    let (old, new) = if older { (a, b) } else { (b, a) };
    let number = |item: &Item<'_>| quantity(item).and_then(|q| q.printed.first().copied());
    let fell = number(new) < number(old);
    let over = |item: &Item<'_>| {
        let past = item.frame.is_some_and(|frame| frame.tense == Tense::Past);
        past && item.claim.modality == Modality::Actual && !item.moved()
    };
    let is = |item: &Item<'_>, modality: Modality| item.claim.modality == modality;
    let came = is(old, Modality::Planned) && over(new);
    let part = a.claim.scope.part != b.claim.scope.part;
    let one_owner = || aligned(a, b).is_some_and(|both| both.subjects_met);
    let gone = over(old) && over(new);
    match &*dimension(&a.claim.value) {
        _ if part || fell && came => false,
        "Share" => one_owner() || a.moved() || b.moved(),
        "Length" | "Speed" | "duration" => !gone,
        "count" => !(fell && gone),
        _ => true,
    }
}

/// Whether one of two numbers may be what the other became: only one is told to have risen or fallen to that, or the
/// lesser to have been reached by some hour.
fn moves_on(a: &Item<'_>, b: &Item<'_>) -> bool {
    let number = |item: &Item<'_>| quantity(item).and_then(|q| q.printed.first().copied());
    let by = |item: &Item<'_>| {
        let time = item.claim.scope.time.as_ref();
        time.is_some_and(|time| time.text.starts_with("by ") && time.grain < Grain::Day)
    };
    let more = |x: &Item<'_>, y: &Item<'_>| number(x) > number(y);
    a.is_moved() != b.is_moved() || by(a) && more(b, a) || by(b) && more(a, b)
}

/// Whether the document of one of two values has the sum of the other without its unit: "11 million euros", "they
/// had sought 11 million".
pub(super) fn repeats(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let bare = |item: &Item<'_>, other: &Item<'_>| {
        let Some(own) = quantity(item).filter(|own| own.unit.is_some()) else { return false };
        view.of(other.at.document).filter_map(|at| quantity(&view.items[at])).any(|told| {
            let large = told.printed.iter().any(|number| *number >= Decimal::ONE_HUNDRED);
            told.unit.is_none() && large && told.printed == own.printed
        })
    };
    bare(a, b) || bare(b, a)
}

/// Whether the documents of two values were written on two days.
fn days_apart(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let days = view.day(a.at.document).zip(view.day(b.at.document));
    days.is_some_and(|(x, y)| x != y)
}

/// Whether a value is a share of something: "28 per cent".
fn is_share(item: &Item<'_>) -> bool {
    dimension(&item.claim.value) == "Share"
}

/// Whether one of two values may be a slip for the other.
fn slipped(a: &Item<'_>, b: &Item<'_>) -> bool {
    match (quantity(a), quantity(b)) {
        (Some(x), Some(y)) => slip::numbers(x, y),
        _ => date(a).zip(date(b)).is_some_and(|(x, y)| slip::days(x, y)),
    }
}

/// Whether two numbers of many digits differ as slips do: whatever the nouns, that is no chance.
fn is_misprint(a: &Item<'_>, b: &Item<'_>) -> bool {
    slipped(a, b) && quantity(a).zip(quantity(b)).is_some_and(|(x, y)| slip::are_long(x, y))
}

/// What the words around two measures must weigh of which one may be a slip for the other: texts have
/// many shares, sums and lengths of time, but one speed and one price of a share.
fn least(a: &Item<'_>, b: &Item<'_>) -> u32 {
    let rate = |item: &Item<'_>| quantity(item).and_then(|quantity| quantity.per.clone());
    match &*dimension(&a.claim.value) {
        _ if rate(a).is_some() && rate(a) == rate(b) || is_misprint(a, b) => 0,
        "count" | "money" | "duration" | "Share" => NEAR,
        _ => SOME,
    }
}

fn aligned(a: &Item<'_>, b: &Item<'_>) -> Option<Alignment> {
    Some(align(a.frame?, b.frame?, [a.claim.value_span, b.claim.value_span]))
}

/// The words by which a clause narrows the noun of a slot.
fn beside<'g>(item: &Item<'g>, slot: Slot) -> BTreeSet<&'g str> {
    let keys = item.frame.into_iter().flat_map(|frame| &frame.keys);
    let own = keys
        .filter(|key| key.slot == slot && !key.head && !key.span.overlaps(item.claim.value_span));
    own.map(|key| &*key.lemma).collect()
}

/// The nouns of a slot of a clause.
fn heads<'g>(item: &Item<'g>, slot: Slot) -> BTreeSet<&'g str> {
    let keys = item.frame.into_iter().flat_map(|frame| &frame.keys);
    keys.filter(|key| key.slot == slot && key.head).map(|key| &*key.lemma).collect()
}

/// Whether the numbers are of one size: who tells of one thing in two ways is hardly wrong by a factor of
/// [`SIZE`], unless all else is the same. Where a limit is, there begins what is beyond it: "140 characters", "longer
/// than 140 characters".
fn of_one_size(a: &Item<'_>, b: &Item<'_>) -> bool {
    let (Some(x), Some(y)) = (quantity(a), quantity(b)) else { return true };
    if x.unit == y.unit && x.printed == y.printed {
        return false;
    }
    let one = aligned(a, b).is_some_and(|both| both.predicate && both.subjects_met);
    let most = |quantity: &Quantity| quantity.printed.iter().map(Decimal::abs).max();
    let below = |p: Decimal, q: Decimal| p < q.saturating_mul(Decimal::from(SIZE));
    one || x.unit != y.unit || most(x).zip(most(y)).is_none_or(|(p, q)| below(p, q) && below(q, p))
}

/// Whether both count one group, and neither as a part of a number of it: "nine of the dead were
/// children" and "eleven children died", not "three of the five children died".
fn one_group(a: &Item<'_>, b: &Item<'_>) -> bool {
    let alone = |item: &Item<'_>| {
        let keys = item.frame.iter().flat_map(|frame| &frame.keys);
        let mut others = keys.filter(|key| key.slot != Slot::Context);
        !others.any(|key| {
            let number = key.lemma.starts_with(|c: char| c.is_ascii_digit());
            number && !key.span.overlaps(item.claim.value_span)
        })
    };
    group(a).is_some() && group(a) == group(b) && alone(a) && alone(b)
}

/// Whether both are the most, or both the least, and of different numbers: "at most 500 results", "no
/// more than 1,000 results".
pub(super) fn two_limits(a: &Item<'_>, b: &Item<'_>) -> bool {
    let upper = |bound: Bound| matches!(bound, Bound::AtMost | Bound::LessThan);
    let lower = |bound: Bound| matches!(bound, Bound::AtLeast | Bound::MoreThan);
    quantity(a).zip(quantity(b)).is_some_and(|(x, y)| {
        let one_way = upper(x.bound) && upper(y.bound) || lower(x.bound) && lower(y.bound);
        one_way && x.printed != y.printed && x.unit == y.unit
    })
}

/// Whether a count is of what every player of a game has a number of.
fn tally(item: &Item<'_>) -> bool {
    let unit = quantity(item).and_then(|quantity| quantity.unit.as_deref());
    group(item).is_some_and(is_tally) || unit.is_some_and(is_tally)
}

/// Whether a number is told to be that of all.
fn summed(item: &Item<'_>) -> bool {
    let mut keys = item.frame.iter().flat_map(|frame| &frame.keys);
    item.claim.value.text().split(' ').any(is_summing) || keys.any(|key| is_summing(&key.word))
}

/// Whether a value tells how far off a place is: "15 miles north of Detroit".
fn far_off(item: &Item<'_>) -> bool {
    let mut keys = item.frame.iter().flat_map(|frame| &frame.keys);
    let end = item.claim.value_span.end;
    keys.any(|key| key.span.start == end + 1 && points(&key.word))
}

/// Whether both clauses name somebody or some place beside the subject, and none in common: "homes in
/// Belwick", "homes in Carrow".
fn elsewhere(a: &Item<'_>, b: &Item<'_>) -> bool {
    let beside = |slot: Slot| !matches!(slot, Slot::Subject | Slot::Context);
    let (x, y) = (a.names(beside), b.names(beside));
    !x.is_empty() && !y.is_empty() && !x.iter().any(|name| y.contains(name))
}

/// The words of names in the subject of the clause of an item.
fn subjects<'g>(item: &Item<'g>) -> Vec<&'g str> {
    let keys = item.frame.into_iter().flat_map(|frame| &frame.keys);
    let name = |key: &&Key| key.name && key.slot == Slot::Subject;
    keys.filter(name).map(|key| &*key.lemma).collect()
}

/// Whether the subjects of two clauses are names without one in common.
pub(super) fn names_apart(a: &Item<'_>, b: &Item<'_>) -> bool {
    let (x, y) = (subjects(a), subjects(b));
    !x.is_empty() && !y.is_empty() && !x.iter().any(|name| y.contains(name))
}

/// Whether a claim gives a number of what can be counted or measured, and puts it forward. What a page demands is
/// a rule: "must be requested three weeks in advance".
fn measured(item: &Item<'_>, page: bool) -> bool {
    let modality = match item.claim.modality {
        Modality::Actual | Modality::Planned | Modality::Possible => true,
        Modality::Demanded => page,
        _ => false,
    };
    let told = modality
        && item.claim.polarity == Polarity::Affirmed
        && !matches!(item.stance(), Some(Stance::Denies | Stance::Questions))
        && (page || !item.said());
    let number = quantity(item)
        .is_some_and(|quantity| !quantity.ordinal && !quantity.age && !quantity.is_score());
    told && (number || date(item).is_some())
}

/// The day, month or year that a claim gives.
fn date<'i>(item: &'i Item<'_>) -> Option<&'i Time> {
    match &item.claim.value {
        Value::Time(time) => Some(time).filter(|time| {
            let named = time.quantity.is_none() && names_date(&time.text.to_lowercase());
            named && !time.set && (Grain::Day..=Grain::Year).contains(&time.grain)
        }),
        _ => None,
    }
}

/// The number of an item, be it counted or a length of time.
pub(super) fn quantity<'i>(item: &'i Item<'_>) -> Option<&'i Quantity> {
    match &item.claim.value {
        Value::Quantity(quantity) => Some(quantity),
        Value::Time(time) => time.quantity.as_deref(),
        _ => None,
    }
}

/// Whether both measure in one dimension, or count one noun, by numbers of one order; `answer` is whether both answer
/// one question.
fn alike(a: &Item<'_>, b: &Item<'_>, answer: bool) -> bool {
    // "died after 21 years in power", "came two years after his death"
    let after = |item: &Item<'_>| item.aspect().ends_with("-after");
    if after(a) != after(b) && !answer {
        return false;
    }
    dimension(&a.claim.value) == dimension(&b.claim.value)
        && (dimension(&a.claim.value) != "count"
            || group(a) == group(b) && group(a).is_some()
            || is_misprint(a, b))
        && match (quantity(a), quantity(b)) {
            (Some(x), Some(y)) => of_one_order(x, y) && !halved(x, y),
            (None, None) => date(a).zip(date(b)).is_some_and(|(x, y)| x.grain == y.grain),
            _ => false,
        }
}

/// Whether one gives a part of the last unit and the other whole units that are no further away: "four
/// and a half months", "five months".
fn halved(x: &Quantity, y: &Quantity) -> bool {
    let half = Decimal::new(5, 1);
    match (&x.printed[..], &y.printed[..]) {
        ([a], [b]) if x.unit == y.unit && a.is_integer() != b.is_integer() => {
            a.saturating_sub(*b).abs() <= half
        }
        _ => false,
    }
}
