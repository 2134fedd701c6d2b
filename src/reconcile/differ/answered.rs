//! Values that answer one question in other words, and differ.

use std::collections::{BTreeMap, BTreeSet};

use super::super::answer::{Side, ahead, alike, score};
use super::super::compare::{self, Facet, news_apart, value};
use super::super::gate::{names_met, of_writers};
use super::super::scope::{around, told_times_apart, turn_then};
use super::super::view::{Item, View};
use super::{
    Again, Answered, Differ, LISTED, Tellings, aligned, date, days_apart, elsewhere, group, halved,
    is_paper, is_share, moves_on, of_one_size, quantity, subjects, summed, tally, two_limits,
};
use crate::claim::{Attribution, Modality, Polarity, Stance, Tense};
use crate::graph::{self, Match};
use crate::lexicon::{is_common, is_light, names_person};
use crate::text::Span;
use crate::value::{Bound, Decimal, Quantity, Value};

/// How far ahead of its rivals a pair is that surely answers one question, and one that may, in thousandths of the
/// logarithm of the odds.
const SURE: i32 = 1300;
const MAYBE: i32 = 1000;

/// The same for two values that are the same: that they are tells much.
const SURELY_AGAIN: i32 = 500;
const AGAIN: i32 = -300;

/// The score from which a pair is looked at.
const LEAST: i32 = -3000;

/// How alike two pages on one thing are, and the share of the words of the poorer one that the other has where no name
/// ties them, in hundredths.
const ALIKE: u64 = 120;
const COVERED: usize = 45;

/// Whether two documents are pages on one thing: nothing tells when they were written, nobody is cited, and both name
/// one thing at their heads or tell much in the same words.
pub(super) fn are_pages_of_one_thing(view: &View<'_>, left: u32, right: u32) -> bool {
    let page = |document: u32| {
        let node = &view.graph.documents[document as usize];
        let named = |link: &Attribution| {
            let actor = link.actor.and_then(|actor| node.account.actors.get(actor as usize));
            actor.is_some_and(|actor| actor.name.named)
        };
        node.published.is_none() && !node.account.attributions.iter().any(named)
    };
    if !page(left) || !page(right) || view.graph.forms.apart(left, right) {
        return false;
    }
    let (a, b) = (&view.speaks[left as usize], &view.speaks[right as usize]);
    if view.scene(left) || view.scene(right) {
        return false;
    }
    let kin = a.kin(b);
    let tied = a.heads_meet(b) || kin.word_cover >= COVERED;
    tied && kin.likeness >= ALIKE && !kin.hardly_meet() && !kin.renamed() && !kin.heroes_apart
}

impl<'g> Tellings<'_, 'g> {
    /// The pairs of values of two documents that answer one question.
    pub(super) fn answered(&self, left: u32, right: u32) -> Answered {
        let scores = self.scores(left, right);
        let rivals = Rivals::of(&scores);
        let mut found = Answered::default();
        for &(a, b, score) in &scores {
            let ahead = ahead(score, rivals.best(self, a, b));
            if ahead < AGAIN || !self.states(a) || !self.states(b) {
                continue;
            }
            if ahead >= MAYBE && self.told_otherwise(a, b) {
                let (x, y) = (&self.view.items[a], &self.view.items[b]);
                // What lasts may be prolonged.
                let longer = !is_day(x) && matches!(x.claim.value, Value::Time(_));
                let later = longer && days_apart(self.view, x, y);
                let sure = ahead >= SURE && !later && self.of_one_day(a, b) && self.tied(a, b);
                let limits = value(self.view, x, y) != Facet::Apart;
                found.differ.push(Differ { pair: (a, b), limits, sure, tie: "answer" });
            } else if self.told_again(a, b) {
                found.again.push(Again { pair: (a, b), sure: ahead >= SURELY_AGAIN });
            }
        }
        found
    }

    /// Whether two values that answer one question are the same, and tell something.
    fn told_again(&self, a: usize, b: usize) -> bool {
        let (x, y) = (&self.view.items[a], &self.view.items[b]);
        let facet = value(self.view, x, y);
        let near = || match (quantity(x), quantity(y)) {
            (Some(p), Some(q)) => p.printed == q.printed || p.rounds_to(q) || q.rounds_to(p),
            _ => date(x).is_some() && date(y).is_some(),
        };
        let same =
            facet == Facet::Same || matches!(facet, Facet::Refines | Facet::Compatible) && near();
        // Much is told of a Monday.
        let numbered = x.claim.value.text().contains(|c: char| c.is_ascii_digit());
        let verb = || aligned(x, y).is_some_and(|both| both.predicate);
        let dated = !is_day(x) || date(x).is_some() && numbered || verb();
        same && dated && !is_stretch(x) && self.of_one_scope(x, y)
    }

    fn side(&self, at: usize) -> Side<'_, 'g> {
        let item = &self.view.items[at];
        Side { item, words: &self.told[at], text: &self.texts[item.at.document as usize] }
    }

    /// The pairs of values of one kind that may answer one question, with their scores.
    fn scores(&self, left: u32, right: u32) -> Vec<(usize, usize, i32)> {
        let mut scores = Vec::new();
        for a in self.view.of(left) {
            for b in self.view.of(right).filter(|&b| alike(&self.told[a], &self.told[b])) {
                let score = score(self.side(a), self.side(b));
                if score > LEAST {
                    scores.push((a, b, score));
                }
            }
        }
        scores
    }

    /// Whether an item puts forward a value: also the age of somebody, the hour of a day, or what holds on a condition.
    fn states(&self, at: usize) -> bool {
        let item = &self.view.items[at];
        item.claim.polarity == Polarity::Affirmed
            && !matches!(item.stance(), Some(Stance::Denies | Stance::Questions))
            && (self.papers || !item.said())
            && !tally(item)
            && !quantity(item).is_some_and(Quantity::is_score)
            && !is_stretch(item)
    }

    /// Whether more than the noun of a count or the unit of a measure ties two values: a word of both clauses, or an
    /// event.
    fn tied(&self, a: usize, b: usize) -> bool {
        let (x, y) = (&self.view.items[a], &self.view.items[b]);
        let typed = !x.is_open() && !y.is_open();
        let one = x.event.is_some() && x.event == y.event;
        let many = group(x).is_some() || quantity(x).is_some_and(|q| q.measure.is_some());
        let counted = many && matches!(x.claim.value, Value::Quantity(_)) || is_share(x);
        // Many things have a share of something.
        let alike = !is_share(x)
            || aligned(x, y).is_some_and(|both| both.predicate || both.subjects_met)
            || self.answer(a, b);
        if typed { one } else { alike && (!counted || self.told(a, b) > 0 || self.answer(a, b)) }
    }

    /// Whether two lengths of time in two tellings are of one subject or of the same act. Much happens on some day, at some
    /// hour and for some time.
    fn lasts_alike(&self, a: &Item<'g>, b: &Item<'g>) -> bool {
        let Some(alignment) = aligned(a, b) else { return false };
        let verb = alignment.predicate && !matches!(self::verb(a), "be" | "have");
        !is_day(a) && !is_day(b) && (verb && !alignment.subjects_apart || alignment.subjects_met)
    }

    /// Whether both sentences tell of which stretch of time they speak, and not of the same: "in the first nine months", "in
    /// the three months to September".
    pub(super) fn stretches_apart(&self, a: &Item<'g>, b: &Item<'g>) -> bool {
        let stretches = |item: &Item<'g>| -> Vec<&Quantity> {
            let here = self.view.of(item.at.document).map(|at| &self.view.items[at]);
            let beside = here.filter(|other| other.sentence() == item.sentence());
            beside.filter(|other| is_stretch(other)).filter_map(|other| quantity(other)).collect()
        };
        let (x, y) = (stretches(a), stretches(b));
        let same = |p: &&Quantity| y.iter().any(|q| p.printed == q.printed && p.unit == q.unit);
        !x.is_empty() && !y.is_empty() && !x.iter().any(same)
    }

    /// Whether two clauses tell two things of one subject, or the same of two: "is elected for three years", "fights for
    /// two years"; "trainees have", "workers have"; "the tour costs", "the gift for the tour costs".
    fn acts_apart(&self, a: usize, b: usize) -> bool {
        let (x, y) = (&self.view.items[a], &self.view.items[b]);
        if self.answer(a, b) {
            return false;
        }
        let (v, w) = (verb(x), verb(y));
        let light = |verb: &str| matches!(verb, "be" | "have") || is_light(verb);
        let two_acts = v != w && !light(v) && !light(w);
        let words = |item: &Item<'g>, head: bool| -> BTreeSet<&'g str> {
            let about = super::asked::about(item).into_iter().filter(|key| key.head == head);
            about.map(|key| &*key.lemma).collect()
        };
        let (p, q) = (words(x, true), words(y, true));
        let named = !subjects(x).is_empty() || !subjects(y).is_empty();
        let two_subjects = !p.is_empty() && !q.is_empty() && p.is_disjoint(&q) && !named;
        let within =
            |heads: &BTreeSet<&str>, other: &Item<'g>| !heads.is_disjoint(&words(other, false));
        let noun = group(x).filter(|noun| !is_common(noun));
        let bare = noun.is_none() && self.told(a, b) == 0;
        let people = group(x).is_some_and(is_common);
        let apart = p.is_disjoint(&q) && (within(&p, y) || within(&q, x));
        // "helps 240 people", "has 300 workers"
        let others = group(y).is_some_and(|other| group(x) != Some(other) && is_common(other));
        let others =
            (others || people && group(x) != group(y)) && v != w && !(light(v) && light(w));
        two_acts && (!p.is_disjoint(&q) || people || bare)
            || others
            || apart
            || two_subjects && v == w
    }

    /// Whether a number and others of its noun in the same sentence make the other number: "31 counts of theft and six of
    /// fraud", "37 counts".
    fn adds_up(&self, a: usize, b: usize) -> bool {
        let (x, y) = (&self.view.items[a], &self.view.items[b]);
        let single = |item: &Item<'_>| {
            quantity(item).and_then(|quantity| match &quantity.printed[..] {
                [number] => Some(*number),
                _ => None,
            })
        };
        let Some((own, whole)) = single(x).zip(single(y)) else { return false };
        let beside = self.view.of(x.at.document).map(|at| &self.view.items[at]).filter(|other| {
            other.sentence() == x.sentence()
                && other.claim.value_span != x.claim.value_span
                && (group(other) == group(x) || group(other).is_none())
        });
        let others: BTreeMap<Span, Decimal> =
            beside.filter_map(|item| Some((item.claim.value_span, single(item)?))).collect();
        let all = others.values().fold(own, |sum, number| sum.saturating_add(*number));
        others.values().any(|number| own.saturating_add(*number) == whole)
            || !others.is_empty() && all == whole
    }

    /// Whether two values that answer one question cannot both be right.
    fn told_otherwise(&self, a: usize, b: usize) -> bool {
        let (x, y) = (&self.view.items[a], &self.view.items[b]);
        let apart = apart(self.view, x, y) || self.papers && two_limits(x, y);
        let narrowed = self.papers && (self.narrowed(x, y) || self.narrowed(y, x));
        // What is so as a rule, and what happened once.
        let tense = |item: &Item<'_>| item.frame.map(|frame| frame.tense);
        let tenses = [tense(x), tense(y)];
        let ruled = [Tense::Present, Tense::Past].iter().all(|t| tenses.contains(&Some(*t)));
        let paper = |item: &Item<'_>| is_paper(self.view, item.at.document);
        let papers = paper(x) && paper(y);
        let pages = papers && self.pages_apart(a, b);
        let later = is_day(x) && news_apart(self.view, x, y);
        apart
            && of_one_size(x, y)
            && (papers || !matches!(x.claim.value, Value::Time(_)) || self.lasts_alike(x, y))
            && (!is_age(x) || names_met(x, y))
            && !narrowed
            && !self.acts_apart(a, b)
            && !pages
            && !later
            && !quantity(x).zip(quantity(y)).is_some_and(|(p, q)| halved(p, q))
            && !self.adds_up(a, b)
            && !self.adds_up(b, a)
            && !(self.papers && ruled)
            && self.of_one_scope(x, y)
    }

    /// Whether nothing tells that the two values are of different people, places, parts or periods.
    fn of_one_scope(&self, a: &Item<'g>, b: &Item<'g>) -> bool {
        let Some(alignment) = aligned(a, b) else { return false };
        let typed = !a.is_open() && !b.is_open();
        let same = match date(a) {
            Some(_) => graph::compare_matters(self.view.graph, a.at, b.at),
            None => graph::compare_events(self.view.graph, a.at, b.at),
        };
        // "if the 5 million can be found"
        let open = |item: &Item<'_>| {
            matches!(item.claim.modality, Modality::Possible | Modality::Conditional)
        };
        // "died after 21 years in power", "came two years after his death"
        let after = |item: &Item<'_>| item.aspect().ends_with("-after");
        alignment.opposed == 0
            && !alignment.opposite
            && after(a) == after(b)
            && (self.papers || open(a) == open(b) && !limits_apart(a, b))
            && !alignment.names_apart
            && alignment.numbers_apart < if self.strangers(a, b) { 1 } else { LISTED }
            && !(typed && (same == Match::None || a.aspect() != b.aspect()))
            && !self.view.of_two_sessions(a, b)
            && !of_writers(a, b)
            && !moves_on(a, b)
            && !turn_then(a, b)
            && (!self.papers || !alignment.subjects_apart || !alignment.predicate)
            && !elsewhere(a, b)
            && (!is_share(a) || !days_apart(self.view, a, b) || alignment.subjects_met)
            && !self.names_differ(a, b)
            && summed(a) == summed(b)
            && a.claim.scope.period.is_some() == b.claim.scope.period.is_some()
            && !self.stretches_apart(a, b)
            && told_times_apart(self.view, a, b).is_ok()
            && around(self.view, a, b, &a.claim.scope, &b.claim.scope).is_ok()
    }
}

/// The verb of the clause of an item.
fn verb<'g>(item: &Item<'g>) -> &'g str {
    item.frame.map_or("be", |frame| &frame.predicate)
}

/// Whether a value is somebody's age.
fn is_age(item: &Item<'_>) -> bool {
    quantity(item).is_some_and(|quantity| quantity.age)
}

/// Whether a value is a time, and no length of one.
fn is_day(item: &Item<'_>) -> bool {
    matches!(&item.claim.value, Value::Time(time) if time.quantity.is_none())
}

/// Whether a length of time is a stretch that all know of: "the first nine months".
fn is_stretch(item: &Item<'_>) -> bool {
    let text = item.claim.value.text();
    matches!(item.claim.value, Value::Time(_))
        && quantity(item).is_some()
        && text.starts_with("the ")
}

/// Whether one of two measures is told to be the most or the least that may be, and the other is not: how fast a train
/// went, and how fast it may go.
pub(super) fn limits_apart(a: &Item<'_>, b: &Item<'_>) -> bool {
    let measured = |item: &Item<'_>| quantity(item).is_some_and(|q| q.measure.is_some());
    measured(a) && measured(b) && limit(a) != limit(b)
}

/// Whether a number is told to be the most or the least, and which of the two.
fn limit(item: &Item<'_>) -> Option<bool> {
    match quantity(item)?.bound {
        Bound::AtMost | Bound::LessThan => Some(true),
        Bound::AtLeast | Bound::MoreThan => Some(false),
        _ => None,
    }
}

/// Whether two values exclude each other; a noun of which a number is told may be called by another.
fn apart(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    match (&a.claim.value, &b.claim.value) {
        (Value::Quantity(x), Value::Quantity(y))
            if x.measure.is_none() && y.measure.is_none() && x.unit != y.unit =>
        {
            let people = [x, y].iter().all(|q| q.unit.as_deref().is_none_or(names_person));
            let common = [x, y].iter().any(|q| q.unit.as_deref().is_none_or(is_common));
            if !people || !common {
                return false;
            }
            let renamed = Quantity { unit: y.unit.clone(), ..x.clone() };
            compare::quantity(&renamed, y) == Facet::Apart
        }
        _ => value(view, a, b) == Facet::Apart,
    }
}

/// The best scores of the values of either document.
struct Rivals(BTreeMap<usize, Vec<(usize, i32)>>);

impl Rivals {
    fn of(scores: &[(usize, usize, i32)]) -> Self {
        let mut rivals: BTreeMap<usize, Vec<(usize, i32)>> = BTreeMap::new();
        for &(a, b, score) in scores {
            rivals.entry(a).or_default().push((b, score));
            rivals.entry(b).or_default().push((a, score));
        }
        for others in rivals.values_mut() {
            others.sort_by_key(|&(at, score)| (-score, at));
        }
        Self(rivals)
    }

    /// The best score of another value with either of the two.
    fn best(&self, tellings: &Tellings<'_, '_>, a: usize, b: usize) -> Option<i32> {
        let span = |at: usize| -> Span { tellings.view.items[at].claim.value_span };
        let of = |own: usize, with: usize| {
            let others = self.0.get(&own).map_or(&[][..], Vec::as_slice);
            others.iter().find(|(at, _)| span(*at) != span(with)).map(|(_, score)| *score)
        };
        of(a, b).max(of(b, a))
    }
}
