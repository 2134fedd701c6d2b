//! Whether two documents tell the same story, by the names and words that they share.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Node;
use super::topic::{Speaks, Topic};
use crate::claim::{Actor, Attribution, Slot};
use crate::value::{NameKind, Value};

/// What a document speaks of.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// Words of names, in lower case; words of the places of its events left out.
    names: FxHashSet<String>,
    /// Telling lemmas.
    words: FxHashSet<String>,
    /// How often each word of a name stands in it, places too.
    named: FxHashMap<String, u32>,
    /// How often each telling lemma stands in it.
    told: FxHashMap<String, u32>,
    /// The words of names that its first sentences have.
    lead: FxHashSet<String>,
    /// The noun without an article that its first sentence begins with.
    theme: Option<String>,
    /// The words of the name of the person that it speaks of most, who is no mere speaker.
    hero: Vec<String>,
    /// Ages given, as printed.
    ages: FxHashSet<String>,
    /// What it is about.
    topic: Topic,
}

/// What two documents share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kin {
    /// How many words of names both have.
    pub names: usize,
    /// The share of the poorer document's names that the other has, in hundredths.
    pub name_cover: usize,
    /// The share of the poorer document's telling words that the other has, in hundredths.
    pub word_cover: usize,
    /// The share of the poorer document's telling words, names and places, that the other has, in
    /// hundredths.
    pub all_cover: usize,
    /// Both say nearly the same in the same words, and more than a few.
    pub copy: bool,
    /// How alike the two are, from 0 to 300: a hundred each for the names, for the words, and for
    /// the names at the head of one that the other has; what stands often counts more.
    pub likeness: u64,
    /// How alike the names of the two are, in hundredths; what stands often counts more.
    pub names_alike: u64,
    /// Neither document is more than a few sentences.
    pub short: bool,
    /// One of them is no more than a few sentences.
    pub brief: bool,
    /// Both give ages, and none in common.
    pub ages_apart: bool,
    /// How many ages both give.
    pub ages_met: usize,
    /// Each speaks most of a person whom the other does not name.
    pub heroes_apart: bool,
    /// Both name several people, bodies or places, and most of the poorer one's are not the other's:
    /// what they say in the same words they say of different things, as releases of two firms do.
    pub strangers: bool,
    /// Why the two are about two things, where they are.
    pub apart: Option<Apart>,
    /// One tells what was so at one time after another.
    pub histories: bool,
    /// Both are told of one name.
    pub one_subject: bool,
}

/// Why two documents are about two things; the first that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// Two models or releases of one thing.
    Models,
    /// Two things of one kind, and each knows nothing of the other's.
    Things,
    /// Each is about a thing of its own, which the other does not name, and they are [`Kin::strangers`].
    Topics,
    /// As [`Self::Things`], but in the same words: either a form was filled in twice, or the name is
    /// what is told in two ways.
    Renamed,
    /// One is about a thing that the other does not name, which it names that of in passing.
    Led,
}

/// A document of fewer telling words is short.
const SHORT: usize = 60;

/// The share of the words of the richer of two documents, in hundredths, that the other has when one
/// is a copy.
const COPY: usize = 90;

/// The fewest telling words that a copy has.
const VERBATIM: usize = 8;

/// How many words of a name may be other ones in a copy that has few names.
const ALTERED: usize = 1;

/// The share of the words and names of the poorer of two documents, in hundredths, that the other
/// has when it may be made from it.
const MADE_FROM: usize = 75;

/// The fewest words of names from which on two documents may be told to be about different ones.
const SEVERAL: usize = 3;

/// The sentences at the head of a document.
const LEAD: u32 = 3;

/// How alike the names of two documents must be, in hundredths, that may tell one story though each names much
/// that the other does not.
///
/// A value that both give ties them too. Where nothing but an event of one kind does, more is needed; and
/// less where both were written within a fortnight: whoever writes on a matter a week later asks other people.
const NAMES_ALIKE: u64 = 40;
const NAMES_ALIKE_BY_KIND: u64 = 60;
const NAMES_ALIKE_SOON: u64 = 25;

/// So many days lie between documents of a fortnight at most.
const SOON: i32 = 14;

/// Whether two documents were published within a fortnight.
#[must_use]
pub fn are_of_days(a: &Node, b: &Node) -> bool {
    let days = a.published.zip(b.published).and_then(|(x, y)| x.day.since(y.day).ok());
    days.is_some_and(|span| span.get_days().abs() <= SOON)
}

/// From this likeness on two long documents tell the same story.
const SAME_STORY: u64 = 120;
/// From this likeness on a short document may tell of the story of a long one.
const SAME_BRIEF: u64 = 60;

impl Vocabulary {
    /// What a document speaks of.
    #[must_use]
    pub fn of(node: &Node) -> Self {
        let places = places(node);
        let mut vocabulary = Self { hero: hero(node), topic: Topic::of(node), ..Self::default() };
        for frame in &node.account.frames {
            let keys = frame.keys.iter().filter(|key| key.slot != Slot::Context);
            for key in keys.filter(|key| key.lemma.len() > 2) {
                let counts = match (key.name, key.weight) {
                    (true, _) => &mut vocabulary.named,
                    (false, 5..) => &mut vocabulary.told,
                    _ => continue,
                };
                *counts.entry(key.lemma.to_string()).or_default() += 1;
                let begins = frame.sentence == 0 && key.span.start == frame.span.start;
                if begins && key.slot == Slot::Subject && key.head {
                    vocabulary.theme = Some(key.lemma.to_string());
                }
                if key.name && frame.sentence < LEAD {
                    vocabulary.lead.insert(key.lemma.to_string());
                }
            }
        }
        let known = vocabulary.named.keys().filter(|name| !places.contains(*name));
        vocabulary.names = known.cloned().collect();
        vocabulary.words = vocabulary.told.keys().cloned().collect();
        for claim in &node.account.claims {
            if let Value::Quantity(quantity) = &claim.value
                && quantity.age
            {
                vocabulary.ages.extend(quantity.printed.iter().map(ToString::to_string));
            }
        }
        vocabulary
    }

    /// Whether the document names somebody or something by one of these words.
    #[must_use]
    pub fn names_any(&self, name: &str) -> bool {
        let lower = name.to_lowercase();
        lower.split_whitespace().any(|word| word.len() > 2 && self.names.contains(word))
    }

    /// Whether this word, in lower case, stands in a name of the document.
    #[must_use]
    pub fn has_name(&self, word: &str) -> bool {
        self.named.contains_key(word)
    }

    /// Whether this word, in lower case, stands in a name in its first sentences.
    #[must_use]
    pub fn leads(&self, word: &str) -> bool {
        self.lead.contains(word)
    }

    /// Whether at least so many words of names stand in both: [`Kin::names`] without the rest.
    #[must_use]
    pub fn shares_names(&self, other: &Self, least: usize) -> bool {
        let (less, more) = match self.names.len() <= other.names.len() {
            true => (&self.names, &other.names),
            false => (&other.names, &self.names),
        };
        less.iter().filter(|name| more.contains(*name)).take(least).count() == least
    }

    /// A document of these telling lemmas and names, each name twice.
    #[cfg(test)]
    pub(super) fn with(words: &[String], names: &[String]) -> Self {
        let named: FxHashMap<String, u32> = names.iter().map(|name| (name.clone(), 2)).collect();
        Self { words: words.iter().cloned().collect(), named, ..Self::default() }
    }

    /// Its telling lemmas.
    pub(super) fn telling(&self) -> &FxHashSet<String> {
        &self.words
    }

    /// The words of its names, places too, each with how often it stands there.
    pub fn named(&self) -> impl Iterator<Item = (&str, u32)> {
        self.named.iter().map(|(name, count)| (name.as_str(), *count))
    }

    /// What two documents share.
    #[must_use]
    pub fn kin(&self, other: &Self) -> Kin {
        let names = shared(&self.names, &other.names);
        let words = shared(&self.words, &other.words);
        let least = |a: &FxHashSet<String>, b: &FxHashSet<String>| a.len().min(b.len()).max(1);
        let named = Overlap::of(&self.named, &other.named);
        let told = Overlap::of(&self.told, &other.told);
        let names_alike = named.cosine;
        let least_extent = self.extent().min(other.extent()).max(1);
        let all_cover = (named.met + told.met) * 100 / least_extent;
        let strangers = named.least >= SEVERAL && named.met * 2 <= named.least;
        let copy = self.words.len().max(other.words.len()) >= VERBATIM
            && words * 100 >= self.words.len().max(other.words.len()) * COPY
            && (names + ALTERED) * 100 >= self.names.len().max(other.names.len()) * COPY;
        Kin {
            names_alike,
            names,
            name_cover: names * 100 / least(&self.names, &other.names),
            word_cover: words * 100 / least(&self.words, &other.words),
            all_cover,
            copy,
            likeness: names_alike + told.cosine + self.leads_to(other).max(other.leads_to(self)),
            short: self.is_short() && other.is_short(),
            brief: self.is_short() || other.is_short(),
            ages_apart: !self.ages.is_empty()
                && !other.ages.is_empty()
                && shared(&self.ages, &other.ages) == 0,
            ages_met: shared(&self.ages, &other.ages),
            heroes_apart: self.lacks(other) && other.lacks(self),
            strangers,
            apart: self.apart(other, copy, strangers, self.is_digest(other, all_cover)),
            one_subject: self.topic.is_one(&other.topic),
            histories: self.topic.history || other.topic.history,
        }
    }

    /// Why the two are about two things; of one that may be made from the other (`digest`) less tells it.
    fn apart(&self, other: &Self, copy: bool, strangers: bool, digest: bool) -> Option<Apart> {
        let speaks: [&dyn Speaks; 2] = [self, other];
        let (mine, theirs) = (&self.topic, &other.topic);
        let things = !digest && (mine.is_other(theirs, speaks) || mine.is_variant(theirs, speaks));
        if mine.is_other_model(theirs, speaks) {
            Some(Apart::Models)
        } else if things && !copy {
            Some(Apart::Things)
        } else if strangers && mine.is_apart(theirs, speaks) || mine.is_other_page(theirs, speaks) {
            Some(Apart::Topics)
        } else if things {
            Some(Apart::Renamed)
        } else {
            (!digest && !copy && mine.is_led(theirs, speaks)).then_some(Apart::Led)
        }
    }

    /// Whether the first sentences of both have the word of a name in common.
    #[must_use]
    pub fn heads_meet(&self, other: &Self) -> bool {
        self.lead.iter().any(|name| other.lead.contains(name))
    }

    /// Whether the first sentences of both begin with one noun that has no article: "Lattice is a tool".
    #[must_use]
    pub fn themes_meet(&self, other: &Self) -> bool {
        self.theme.is_some() && self.theme == other.theme
    }

    /// How many telling words and words of names it has.
    #[must_use]
    pub fn extent(&self) -> usize {
        self.named.len() + self.told.len()
    }

    /// Whether it is no more than a few sentences.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.words.len() < SHORT
    }

    /// Whether the shorter is made from the longer, which may be about more; `all_cover` is
    /// [`Kin::all_cover`].
    fn is_digest(&self, other: &Self, all_cover: usize) -> bool {
        let (less, more) = (self.extent().min(other.extent()), self.extent().max(other.extent()));
        less * 2 <= more && all_cover >= MADE_FROM
    }

    /// The share of the names at its head that the other has, in hundredths.
    fn leads_to(&self, other: &Self) -> u64 {
        let weigh = |name: &String| self.named.get(name).map_or(0, |&count| weight(count));
        let all: u64 = self.lead.iter().map(weigh).sum();
        let met = self.lead.iter().filter(|name| other.named.contains_key(*name));
        (met.map(weigh).sum::<u64>() * 100).checked_div(all).unwrap_or(50)
    }

    /// Whether the person that the other speaks of most is not named here.
    fn lacks(&self, other: &Self) -> bool {
        !other.hero.is_empty() && !other.hero.iter().any(|word| self.named.contains_key(word))
    }
}

impl Speaks for Vocabulary {
    fn named(&self, word: &str) -> u32 {
        self.named.get(word).copied().unwrap_or(0)
    }

    fn has(&self, word: &str) -> bool {
        self.named.contains_key(word) || self.told.contains_key(word)
    }
}

impl Kin {
    /// Whether the two surely tell of two things, however much they say in the same words.
    #[must_use]
    pub fn apart(&self) -> bool {
        matches!(self.apart, Some(Apart::Models | Apart::Things))
    }

    /// Whether each is about something of its own, and they have little else in common.
    #[must_use]
    pub fn parted(&self) -> bool {
        self.apart() || self.apart == Some(Apart::Topics)
    }

    /// Whether the two hardly tell of one thing, so that what differs in them is no contradiction.
    #[must_use]
    pub fn hardly_meet(&self) -> bool {
        self.histories || self.apart.is_some_and(|why| why != Apart::Renamed)
    }

    /// Whether one has the same words of another thing, as [`Apart::Renamed`] says.
    #[must_use]
    pub fn renamed(&self) -> bool {
        self.apart == Some(Apart::Renamed)
    }

    /// Whether one document may be a summary or an excerpt of the other: most of its words are
    /// there.
    #[must_use]
    pub fn covers(&self) -> bool {
        self.word_cover > 50
    }

    /// Whether one document may be made from the other: nearly all of its words and names are there.
    #[must_use]
    pub fn made_from(&self) -> bool {
        self.all_cover >= MADE_FROM
    }

    /// Whether each names so much that the other does not that they hardly tell one story. `soon` is whether
    /// [`are_of_days`].
    #[must_use]
    pub fn parts(&self, soon: bool) -> bool {
        self.strangers && self.names_alike < if soon { NAMES_ALIKE_SOON } else { NAMES_ALIKE }
    }

    /// The same where nothing but an event of one kind ties the two.
    #[must_use]
    pub fn parts_events(&self, soon: bool) -> bool {
        self.strangers
            && self.names_alike < if soon { NAMES_ALIKE_SOON } else { NAMES_ALIKE_BY_KIND }
    }

    /// Whether the names of both are alike by themselves.
    #[must_use]
    pub fn names_alike(&self) -> bool {
        self.names_alike >= NAMES_ALIKE
    }

    /// Whether two documents tell the same story; two short ones are always taken to.
    #[must_use]
    pub fn same_story(&self) -> bool {
        let least = if self.brief { SAME_BRIEF } else { SAME_STORY };
        self.short || (self.likeness >= least && !self.heroes_apart)
    }
}

/// The words of the places of the events of a document.
fn places(node: &Node) -> FxHashSet<String> {
    let typed = node.account.events.iter().filter(|event| !event.kind.starts_with("open."));
    typed
        .filter_map(|event| event.place.as_ref())
        .flat_map(|place| [place.text.to_lowercase(), place.name.to_lowercase()])
        .flat_map(|name| name.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// The name, in words, of the person with the most mentions who is not only cited.
fn hero(node: &Node) -> Vec<String> {
    let speaks = |at: u32| {
        let said = |link: &&Attribution| link.actor == Some(at);
        node.account.attributions.iter().filter(said).count()
    };
    let person = |actor: &Actor| actor.name.named && actor.name.kind == NameKind::Person;
    let all = node.account.actors.iter().zip(0..);
    let seen = all.filter(|(actor, _)| person(actor)).map(|(actor, at)| {
        (actor.mentions.len().saturating_sub(2 * speaks(at)), std::cmp::Reverse(at), actor)
    });
    let most = seen.filter(|(count, ..)| *count >= 2).max_by_key(|(count, at, _)| (*count, *at));
    most.map_or_else(Vec::new, |(.., actor)| {
        let names = actor.aliases.iter().chain([&actor.name.canonical]);
        let words = names.flat_map(|name| name.split_whitespace());
        words.filter(|word| word.len() > 2).map(str::to_lowercase).collect()
    })
}

/// How much a word counts that stands so often: ten times one and the binary logarithm.
fn weight(count: u32) -> u64 {
    const WEIGHTS: [u64; 11] = [0, 10, 20, 26, 30, 33, 36, 38, 40, 42, 43];
    WEIGHTS[(count as usize).min(WEIGHTS.len() - 1)]
}

/// What two counts of words have in common.
struct Overlap {
    /// How many words stand in both.
    met: usize,
    /// How many words the poorer one has.
    least: usize,
    /// Their cosine, in hundredths.
    cosine: u64,
}

impl Overlap {
    fn of(a: &FxHashMap<String, u32>, b: &FxHashMap<String, u32>) -> Self {
        let (less, more) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        let both = less.iter().filter_map(|(word, &x)| Some(weight(x) * weight(*more.get(word)?)));
        let (met, dot) = both.fold((0, 0), |(met, dot), weight| (met + 1, dot + weight));
        let square =
            |c: &FxHashMap<String, u32>| c.values().map(|&n| weight(n) * weight(n)).sum::<u64>();
        let cosine = (dot * 100).checked_div((square(a) * square(b)).isqrt()).unwrap_or(0);
        Self { met, least: less.len(), cosine }
    }
}

fn shared(a: &FxHashSet<String>, b: &FxHashSet<String>) -> usize {
    let (less, more) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    less.iter().filter(|word| more.contains(*word)).count()
}
