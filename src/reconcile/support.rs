//! How well each value of a property is held up by its sources.
//!
//! Optional and apart from the findings: nothing here changes a verdict. Two questions are
//! answered. [`of`] tells of a graph who gives which value, how many of them are independent, and
//! since when. [`weigh`] ranks the values that many sources give for many objects, by weights of
//! the sources that are learned from how often others bear them out.
//!
//! The weights follow the scheme *Investment* (Pasternack and Roth 2010): a source invests its
//! trust in equal parts in what it holds; a value grows with what is invested in it, a little faster
//! than in proportion; and each source gets back its part of the growth. Numbers that lie close
//! lend each other belief at the end. Only `+ - * /` on `f64` in a fixed order are used, which
//! every machine computes alike.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::claim::{Claim, Modality, Polarity, Subject};
use crate::graph::{self, ClaimRef, Graph};
use crate::value::{Date, Reading, SetRelation};

/// Who gives one value of a property.
///
/// ```
/// use corroborate::{Document, Options, pipeline, support};
/// let text = "The fire in Lyon on 3 May 2025 killed 12 people.";
/// let documents = ["a", "b"].map(|id| Document::new(id, text));
/// let run = pipeline::run(&documents, &Options::default());
/// let killed = support::of(&run.graph).into_iter().find(|s| s.property == "fire.killed").unwrap();
/// assert_eq!((killed.holders.len(), killed.earliest), (2, None));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// Index into [`Graph::events`].
    pub event: u32,
    /// The property.
    pub property: String,
    /// The group that the value counts.
    pub group: Option<String>,
    /// The claims that give the value; the first stands for it.
    pub claims: Vec<ClaimRef>,
    /// Indices into [`Graph::documents`] of those that give it, sorted.
    pub holders: Vec<u32>,
    /// How many of the holders do not repeat another holder.
    pub independent: u32,
    /// When it was first published.
    pub earliest: Option<Date>,
    /// When it was last published.
    pub latest: Option<Date>,
}

/// The support of every value of every property of the events of `graph`.
///
/// Counts what the documents give as having happened; negated, planned and merely possible claims
/// support nothing.
///
/// ```
/// use corroborate::{graph, support};
/// assert!(support::of(&graph::Graph::default()).is_empty());
/// ```
#[must_use]
pub fn of(graph: &Graph) -> Vec<Support> {
    let mut groups: BTreeMap<Key, Vec<Vec<ClaimRef>>> = BTreeMap::new();
    for (at, event, claim) in actual(graph) {
        let key = (event, claim.property.clone(), claim.scope.group.clone());
        let values = groups.entry(key).or_default();
        match values.iter_mut().find(|held| same(graph.claim(held[0]), claim)) {
            Some(held) => held.push(at),
            None => values.push(vec![at]),
        }
    }
    let each = groups.into_iter();
    each.flat_map(|(key, values)| values.into_iter().map(move |held| (key.clone(), held)))
        .map(|(key, held)| support(graph, key, held))
        .collect()
}

/// Event, property, group.
type Key = (u32, String, Option<String>);

/// The claims that say that something of an event is so.
fn actual(graph: &Graph) -> Vec<(ClaimRef, u32, &Claim)> {
    let mut event_of: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for (event, cluster) in (0..).zip(&graph.events) {
        event_of.extend(cluster.members.iter().map(|member| (*member, event)));
    }
    let mut found = Vec::new();
    for (document, node) in (0..).zip(&graph.documents) {
        for (claim, content) in (0..).zip(&node.account.claims) {
            let Subject::Event(event) = content.subject else { continue };
            let Some(event) = event_of.get(&(document, event)) else { continue };
            if content.polarity == Polarity::Affirmed && content.modality == Modality::Actual {
                found.push((ClaimRef { document, claim }, *event, content));
            }
        }
    }
    found
}

fn same(a: &Claim, b: &Claim) -> bool {
    a.value.compare(&b.value, Reading::Strict) == SetRelation::Equal
}

fn support(graph: &Graph, (event, property, group): Key, claims: Vec<ClaimRef>) -> Support {
    let mut holders: Vec<u32> = claims.iter().map(|at| at.document).collect();
    holders.sort_unstable();
    holders.dedup();
    let independent = graph::independent(graph, &claims);
    let dates = || holders.iter().filter_map(|d| graph.documents[*d as usize].published);
    let (earliest, latest) = (dates().min(), dates().max());
    Support { event, property, group, claims, holders, independent, earliest, latest }
}

/// A value that a source gives for an object.
///
/// ```
/// use corroborate::support::Holding;
/// let holding = Holding::new("population of Lyon", "Daily A", "516,092");
/// assert_eq!(holding.number.unwrap().to_string(), "516092");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Holding {
    /// What is told of: an object and its attribute.
    pub object: String,
    /// Who tells it.
    pub source: String,
    /// What is told.
    pub value: String,
    /// The same as a number, when it is one.
    pub number: Option<Decimal>,
}

impl Holding {
    /// A holding; the value is read as a number when it is one, with or without grouping commas.
    ///
    /// ```
    /// use corroborate::support::Holding;
    /// assert_eq!(Holding::new("height", "Daily A", "about 324").number, None);
    /// ```
    #[must_use]
    pub fn new(object: &str, source: &str, value: &str) -> Self {
        let number = value.replace(',', "").parse().ok();
        Self { object: object.into(), source: source.into(), value: value.into(), number }
    }
}

/// A value of an object with the share of belief that it got.
///
/// ```
/// use corroborate::support::{Holding, weigh};
/// let told = [Holding::new("height", "a", "324"), Holding::new("height", "b", "32")];
/// let shares: u32 = weigh(&told).iter().map(|weighed| weighed.share).sum();
/// assert_eq!(shares, 1000);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighed {
    /// The object.
    pub object: String,
    /// The value.
    pub value: String,
    /// Its share of the belief in all values of the object, in thousandths.
    pub share: u32,
    /// Who gives it, sorted.
    pub holders: Vec<String>,
}

/// Rounds of investing, and the steps of a root.
const ROUNDS: usize = 20;
const STEPS: usize = 8;
/// How much of its weight a value lends to another at no distance.
const LENDING: f64 = 0.1;
/// The relative distance at which two numbers lend each other nothing.
const NEAR: f64 = 0.05;

/// Ranks the values of each object by the learned weights of those who hold them: by object, then
/// most believed first, equal ones by value.
///
/// The order of `holdings` does not matter.
///
/// ```
/// use corroborate::support::{Holding, weigh};
/// let told = [
///     Holding::new("height", "a", "324"),
///     Holding::new("height", "b", "324"),
///     Holding::new("height", "c", "32"),
/// ];
/// let weighed = weigh(&told);
/// assert_eq!(weighed[0].value, "324");
/// assert_eq!(weighed[0].holders, ["a", "b"]);
/// ```
#[must_use]
pub fn weigh(holdings: &[Holding]) -> Vec<Weighed> {
    let mut sorted: Vec<&Holding> = holdings.iter().collect();
    sorted.sort();
    sorted.dedup();
    let ballots = Ballots::new(&sorted);
    let holdings = ballots.holdings();
    let mut trust = vec![1.0; ballots.sources.len()];
    let mut stakes = trust.clone();
    let mut beliefs = ballots.votes();
    for _ in 0..ROUNDS {
        stakes = trust.iter().zip(&holdings).map(|(trust, held)| trust / held).collect();
        trust = ballots.returns(&stakes, &beliefs);
        let next: Vec<f64> =
            trust.iter().zip(&holdings).map(|(trust, held)| trust / held).collect();
        beliefs = ballots.beliefs(&next);
        stakes = next;
    }
    ballots.ranking(&ballots.shares(&stakes))
}

/// The holdings, indexed.
struct Ballots<'a> {
    sources: Vec<&'a str>,
    objects: Vec<Object<'a>>,
}

struct Object<'a> {
    name: &'a str,
    choices: Vec<Choice<'a>>,
}

struct Choice<'a> {
    value: &'a str,
    number: Option<f64>,
    /// Indices of the sources that hold it.
    holders: Vec<usize>,
}

impl<'a> Ballots<'a> {
    /// `sorted` is sorted by object, source and value.
    fn new(sorted: &[&'a Holding]) -> Self {
        let mut sources: Vec<&str> = sorted.iter().map(|holding| holding.source.as_str()).collect();
        sources.sort_unstable();
        sources.dedup();
        let mut objects: Vec<Object<'a>> = Vec::new();
        for holding in sorted {
            if objects.last().is_none_or(|object| object.name != holding.object) {
                objects.push(Object { name: &holding.object, choices: Vec::new() });
            }
            let source = sources.binary_search(&holding.source.as_str()).unwrap_or_default();
            if let Some(object) = objects.last_mut() {
                object.add(holding, source);
            }
        }
        for object in &mut objects {
            object.choices.sort_by_key(|choice| choice.value);
        }
        Self { sources, objects }
    }

    /// How many holdings each source has.
    fn holdings(&self) -> Vec<f64> {
        let mut counts = vec![0.0; self.sources.len()];
        for choice in self.objects.iter().flat_map(|object| &object.choices) {
            choice.holders.iter().for_each(|&source| counts[source] += 1.0);
        }
        counts
    }

    /// The first belief in each choice: how many hold it.
    fn votes(&self) -> Vec<Vec<f64>> {
        self.objects.iter().map(|object| object.staked(&vec![1.0; self.sources.len()])).collect()
    }

    /// What grows of each stake.
    fn beliefs(&self, stakes: &[f64]) -> Vec<Vec<f64>> {
        let grown = |object: &Object<'_>| object.staked(stakes).into_iter().map(growth).collect();
        self.objects.iter().map(grown).collect()
    }

    /// What each source gets back: its part of what was staked on a choice, of the belief in it;
    /// the most is one.
    fn returns(&self, stakes: &[f64], beliefs: &[Vec<f64>]) -> Vec<f64> {
        let mut back = vec![0.0; self.sources.len()];
        for (object, beliefs) in self.objects.iter().zip(beliefs) {
            let staked = object.staked(stakes);
            for ((choice, belief), all) in object.choices.iter().zip(beliefs).zip(staked) {
                for &source in choice.holders.iter().filter(|_| all > 0.0) {
                    back[source] += belief * stakes[source] / all;
                }
            }
        }
        let most = back.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        back.iter().map(|back| back / most).collect()
    }

    fn shares(&self, stakes: &[f64]) -> Vec<Vec<f64>> {
        self.objects.iter().map(|object| object.shares(stakes)).collect()
    }

    fn ranking(&self, shares: &[Vec<f64>]) -> Vec<Weighed> {
        self.objects
            .iter()
            .zip(shares)
            .flat_map(|(object, shares)| self.rank(object, shares))
            .collect()
    }

    fn rank(&self, object: &Object<'a>, shares: &[f64]) -> Vec<Weighed> {
        let mut order: Vec<usize> = (0..shares.len()).collect();
        order.sort_by(|&a, &b| shares[b].total_cmp(&shares[a]).then(a.cmp(&b)));
        let weighed = |&at: &usize| {
            let choice = &object.choices[at];
            Weighed {
                object: object.name.to_owned(),
                value: choice.value.to_owned(),
                share: (shares[at] * 1000.0).round().to_u32().unwrap_or_default(),
                holders: choice.holders.iter().map(|&s| self.sources[s].to_owned()).collect(),
            }
        };
        order.iter().map(weighed).collect()
    }
}

/// The number to the power of 1.2: itself times its fifth root, by Newton's method from within a
/// factor of two.
fn growth(value: f64) -> f64 {
    if value < f64::MIN_POSITIVE {
        return 0.0;
    }
    let fourth = |root: f64| root * root * root * root;
    let mut root = value.max(1.0);
    while fourth(root) * root > 32.0 * value {
        root /= 2.0;
    }
    let step = |root: f64| (4.0 * root + value / fourth(root)) / 5.0;
    value * (0..STEPS).fold(root, |root, _| step(root))
}

impl<'a> Object<'a> {
    fn add(&mut self, holding: &'a Holding, source: usize) {
        match self.choices.iter_mut().find(|choice| choice.value == holding.value) {
            Some(choice) => choice.holders.push(source),
            None => self.choices.push(Choice {
                value: &holding.value,
                number: holding.number.and_then(|number| number.to_f64()),
                holders: vec![source],
            }),
        }
    }

    /// What is staked on each choice.
    fn staked(&self, stakes: &[f64]) -> Vec<f64> {
        let stake = |choice: &Choice<'_>| choice.holders.iter().map(|&s| stakes[s]).sum::<f64>();
        self.choices.iter().map(stake).collect()
    }

    /// The share of belief of each choice: what is staked on it with what near numbers lend, of the
    /// sum of these.
    fn shares(&self, stakes: &[f64]) -> Vec<f64> {
        let own = self.staked(stakes);
        let lent = |at: usize| {
            let other = (0..own.len()).filter(|&other| other != at);
            other.map(|other| LENDING * own[other] * self.nearness(at, other)).sum::<f64>()
        };
        let grown: Vec<f64> = (0..own.len()).map(|at| growth(own[at] + lent(at))).collect();
        let sum: f64 = grown.iter().sum();
        grown.iter().map(|grown| grown / sum.max(f64::MIN_POSITIVE)).collect()
    }

    /// One for equal numbers, falling to zero at [`NEAR`].
    fn nearness(&self, a: usize, b: usize) -> f64 {
        match (self.choices[a].number, self.choices[b].number) {
            (Some(a), Some(b)) => {
                let distance = (a - b).abs() / a.abs().max(b.abs()).max(1.0);
                (1.0 - distance / NEAR).max(0.0)
            }
            _ => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Holding, weigh};

    fn best(told: &[(&str, &str, &str)], object: &str) -> String {
        let told: Vec<Holding> = told.iter().map(|(o, s, v)| Holding::new(o, s, v)).collect();
        let weighed = weigh(&told);
        weighed.into_iter().find(|w| w.object == object).expect("a known object").value
    }

    #[test]
    fn a_source_that_others_bear_out_outweighs_one_that_they_do_not() {
        let told = [
            ("a", "good", "1"),
            ("a", "x", "1"),
            ("a", "bad", "900"),
            ("b", "good", "2"),
            ("b", "y", "2"),
            ("b", "bad", "800"),
            ("c", "good", "3"),
            ("c", "z", "3"),
            ("c", "bad", "700"),
            ("d", "good", "4"),
            ("d", "bad", "600"),
        ];
        assert_eq!(best(&told, "d"), "4");
    }

    #[test]
    fn near_numbers_lend_each_other_belief() {
        let told = [("a", "x", "1000"), ("a", "y", "1001"), ("a", "z", "9")];
        assert_ne!(best(&told, "a"), "9");
    }

    #[test]
    fn order_does_not_matter() {
        let mut told: Vec<Holding> =
            [("a", "x", "1"), ("a", "y", "2"), ("b", "x", "3"), ("b", "y", "3")]
                .iter()
                .map(|(o, s, v)| Holding::new(o, s, v))
                .collect();
        let before = weigh(&told);
        told.reverse();
        assert_eq!(weigh(&told), before);
    }

    #[test]
    fn words_are_weighed_as_well() {
        let told = [("a", "x", "Paris"), ("a", "y", "Paris"), ("a", "z", "Lyon")];
        assert_eq!(best(&told, "a"), "Paris");
    }
}
