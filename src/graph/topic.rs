//! What a document is about: the name that its head is told of, and the numbers by which models and
//! releases of one thing are told apart.

use std::collections::{BTreeMap, BTreeSet};

use super::Node;
use crate::claim::{Actor, Attribution, Frame, Key, Slot, Tense};
use crate::lexicon::name::{Class, is as is_title};
use crate::lexicon::time::time_word;
use crate::lexicon::{is_history, is_manual};
use crate::value::NameKind;

/// The sentences at the head of a document.
const HEAD: u32 = 2;

/// How often a number stands by a name that tells a model.
const OFTEN: usize = 2;

/// The most bytes between a name and its number.
const JOINED: u32 = 1;

/// How often a document names what it is surely about.
const MAIN: u32 = 3;

/// What a document is about.
#[derive(Debug, Clone, Default)]
pub(super) struct Topic {
    /// The words of the name that is the first subject at its head.
    subject: Vec<String>,
    /// That may be a person's.
    person: bool,
    /// Its title is that of a page on the subject, as "The Alder Inn".
    titled: bool,
    /// The numbers that stand by a name again and again ("Quill 3", "P40"), or at its head ("Handbook 2024").
    models: BTreeMap<String, BTreeSet<String>>,
    /// It is more than a statement or two, in which the name may be what is told in two ways.
    long: bool,
    /// It tells what was so at one time after another, as a changelog does.
    pub(super) history: bool,
    /// The names that stand with the number of a release at its head ("Quill 3.1").
    releases: BTreeSet<String>,
    /// The title of a page in which nobody is cited, where that is a noun with what narrows it.
    title: Option<Title>,
}

/// A title without a verb: "Prices for customers in Norland".
#[derive(Debug, Clone)]
struct Title {
    /// Its noun.
    noun: String,
    /// All its words.
    words: BTreeSet<String>,
    /// Whether a phrase narrows the noun, rather than a word before it: "user guide" and "installation guide" may be of
    /// one program.
    phrase: bool,
}

/// How a document speaks of a word.
pub(super) trait Speaks {
    /// How often it stands in a name of the document.
    fn named(&self, word: &str) -> u32;
    /// Whether it stands there at all.
    fn has(&self, word: &str) -> bool;
}

impl Topic {
    pub(super) fn of(node: &Node) -> Self {
        let frames = &node.account.frames;
        let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut releases = BTreeSet::new();
        let manual = is_titled_manual(frames);
        for frame in frames {
            for (name, number, told) in models(frame) {
                let dotted = number.contains('.');
                let head = told && frame.sentence < HEAD && (dotted || is_year(&number));
                if head && dotted && !manual {
                    releases.insert(name.clone());
                }
                *counts.entry((name, plain(&number))).or_default() += if head { OFTEN } else { 1 };
            }
        }
        let mut models: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for ((name, number), _) in counts.into_iter().filter(|(_, count)| *count >= OFTEN) {
            models.entry(name).or_default().insert(number);
        }
        let head = || frames.iter().filter(|frame| frame.sentence < HEAD);
        let first = |of: fn(&Frame) -> Vec<String>| head().map(of).find(|words| !words.is_empty());
        let title = Some(titled(node)).filter(|words| !words.is_empty());
        let subject = first(subject).or(title.clone()).or_else(|| first(owner));
        let subject = subject.unwrap_or_default();
        let titled = title.is_some_and(|title| subject.iter().all(|word| title.contains(word)));
        let long = frames.last().is_some_and(|frame| frame.sentence > HEAD);
        let person = |actor: &Actor| {
            let name = actor.name.canonical.to_lowercase();
            let has = |word: &String| name.split_whitespace().any(|own| own == *word);
            actor.name.kind == NameKind::Person && subject.iter().all(has)
        };
        let person = !subject.is_empty() && node.account.actors.iter().any(person);
        let title = Title::of(node);
        let history = is_changelog(node);
        Self { subject, person, titled, models, releases, title, long, history }
    }

    /// Whether the titles of two pages narrow one noun in two ways, each by words that the other page has not: "Plum cake
    /// on a tray" and "Plum cake for four".
    pub(super) fn is_variant(&self, other: &Self, [mine, theirs]: [&dyn Speaks; 2]) -> bool {
        let Some((a, b)) = self.title.as_ref().zip(other.title.as_ref()) else { return false };
        let own = |x: &Title, y: &Title| x.words.difference(&y.words).cloned().collect::<Vec<_>>();
        let kind = a.words.contains(&b.noun) || b.words.contains(&a.noun);
        let narrowed =
            (a.phrase || b.phrase) && lacks(&own(a, b), theirs) && lacks(&own(b, a), mine);
        self.long && other.long && kind && narrowed
    }

    /// Whether both are told of one name.
    pub(super) fn is_one(&self, other: &Self) -> bool {
        !self.subject.is_empty() && self.subject == other.subject
    }

    /// Whether each is about a thing of its own that the other does not name.
    pub(super) fn is_apart(&self, other: &Self, [mine, theirs]: [&dyn Speaks; 2]) -> bool {
        let lacks = |words: &[String], speaks: &dyn Speaks| {
            !words.is_empty() && !words.iter().any(|word| speaks.named(word) > 0)
        };
        lacks(&self.subject, theirs) && lacks(&other.subject, mine)
    }

    /// Whether both are pages with titles of their own, each on a thing of which the other says nothing.
    pub(super) fn is_other_page(&self, other: &Self, [mine, theirs]: [&dyn Speaks; 2]) -> bool {
        let long = self.long && other.long && self.titled && other.titled;
        long && lacks(&self.subject, theirs) && lacks(&other.subject, mine)
    }

    /// Whether the two are about two things of one kind: "the Harbour Museum" and "the Railway Museum", each without a
    /// word of the other.
    pub(super) fn is_other(&self, other: &Self, [mine, theirs]: [&dyn Speaks; 2]) -> bool {
        let [a, b] = self.own(other);
        // Of two of one given name neither is of the kind of the other.
        let given = self.subject.iter().any(|word| other.subject.contains(word) && is_given(word));
        let kind = a.len() < self.subject.len() && !(given && (self.person || other.person));
        self.long && other.long && kind && lacks(&a, theirs) && lacks(&b, mine)
    }

    /// Whether one is of what the other never names, and names that of the other in passing only.
    pub(super) fn is_led(&self, other: &Self, [mine, theirs]: [&dyn Speaks; 2]) -> bool {
        let [a, b] = self.own(other);
        let kind = a.len() < self.subject.len();
        let most = |words: &[String], speaks: &dyn Speaks| {
            words.iter().map(|word| speaks.named(word)).max().unwrap_or(0)
        };
        let passing = |words: &[String], speaks: &dyn Speaks, main: &[String]| {
            most(main, speaks) >= MAIN && most(words, speaks) < most(main, speaks)
        };
        let one_sided = match (lacks(&a, theirs), lacks(&b, mine)) {
            (true, false) => passing(&b, mine, &a),
            (false, true) => passing(&a, theirs, &b),
            _ => false,
        };
        self.long && other.long && !kind && one_sided
    }

    /// The words of the subject of each that the other's has not; none where one has no other words.
    fn own(&self, other: &Self) -> [Vec<String>; 2] {
        let own = |words: &[String], others: &[String]| -> Vec<String> {
            words.iter().filter(|word| !others.contains(word)).cloned().collect()
        };
        let (a, b) = (own(&self.subject, &other.subject), own(&other.subject, &self.subject));
        if a.is_empty() || b.is_empty() { [Vec::new(), Vec::new()] } else { [a, b] }
    }

    /// Whether the two tell of two models or releases of one thing, and of none that both have; or one of a release
    /// and the other of the thing.
    pub(super) fn is_other_model(&self, other: &Self, [mine, theirs]: [&dyn Speaks; 2]) -> bool {
        let released = |this: &Self, that: &Self, speaks: &dyn Speaks| {
            let any = |name: &&String| speaks.has(name) && !that.models.contains_key(*name);
            this.releases.iter().any(|name| any(&name))
        };
        released(self, other, theirs)
            || released(other, self, mine)
            || self.models.iter().any(|(name, numbers)| {
                other.models.get(name).is_some_and(|others| numbers.is_disjoint(others))
            })
    }
}

impl Title {
    fn of(node: &Node) -> Option<Self> {
        let frames = &node.account.frames;
        let [frame, ..] = &frames[..] else { return None };
        let alone = frames.get(1).is_none_or(|next| next.sentence > 0);
        let cited = |link: &Attribution| {
            let actor = link.actor.and_then(|actor| node.account.actors.get(actor as usize));
            actor.is_some_and(|actor| actor.name.named)
        };
        let page = node.published.is_none() && !node.account.attributions.iter().any(cited);
        let keys = || frame.keys.iter().filter(|key| key.slot != Slot::Context);
        let noun = keys().find(|key| key.slot == Slot::Predicate)?;
        let verb = keys().any(|key| matches!(key.slot, Slot::Subject | Slot::Object));
        let title = alone && frame.sentence == 0 && frame.tense == Tense::None && !verb;
        (page && title).then(|| Self {
            noun: frame.predicate.clone(),
            words: keys().map(|key| key.lemma.to_string()).collect(),
            phrase: keys().any(|key| key.span.start > noun.span.end),
        })
    }
}

/// Whether a document has none of these words; of no words none is lacking.
fn lacks(words: &[String], speaks: &dyn Speaks) -> bool {
    !words.is_empty() && !words.iter().any(|word| speaks.has(word))
}

/// The words of the name that is the subject of a clause; whoever has a title has the name, not the title.
fn subject(frame: &Frame) -> Vec<String> {
    let named = names(frame).any(|key| key.head);
    names(frame).filter(|_| named).map(|key| key.lemma.to_string()).collect()
}

/// The words of the name that the subject of a clause belongs to: "Quill's revenue".
fn owner(frame: &Frame) -> Vec<String> {
    names(frame).map(|key| key.lemma.to_string()).collect()
}

/// The words of the thing that both the title of a page and its first sentence name, though not by a name: "Basic plan",
/// "The Basic plan costs 5 euros". News is dated, and its first words are chosen anew.
fn titled(node: &Node) -> Vec<String> {
    let frames = &node.account.frames;
    let of = |sentence: u32| frames.iter().filter(move |frame| frame.sentence == sentence);
    let title: BTreeSet<&str> =
        of(0).flat_map(|frame| &frame.keys).map(|key| &*key.lemma).collect();
    let subject = |frame: &Frame| -> Vec<String> {
        let own = frame.keys.iter().filter(|key| key.slot == Slot::Subject);
        own.map(|key| key.lemma.to_string()).collect()
    };
    let first = of(1).map(subject).find(|words| !words.is_empty()).unwrap_or_default();
    let told = first.len() > 1 && first.iter().all(|word| title.contains(word.as_str()));
    if told && node.published.is_none() { first } else { Vec::new() }
}

/// Whether the name of the document, or its title, is that of a changelog.
fn is_changelog(node: &Node) -> bool {
    let file = node.id.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
    let stem = file.split('.').next().unwrap_or_default().replace(['-', '_'], " ");
    let mut title = node.account.frames.iter().filter(|frame| frame.sentence == 0);
    is_history(&stem) || title.any(|frame| is_history(&frame.predicate))
}

fn names(frame: &Frame) -> impl Iterator<Item = &Key> {
    let keys = frame.keys.iter().filter(|key| key.slot == Slot::Subject && key.name);
    keys.filter(|key| !is_title(&key.word, Class::Title))
}

/// Whether the first sentence is the title of a manual: "Quill 3.1: configuration reference".
fn is_titled_manual(frames: &[Frame]) -> bool {
    let title = frames.iter().filter(|frame| frame.sentence == 0);
    let mut keys = title.filter(|frame| frame.tense == Tense::None).flat_map(|frame| &frame.keys);
    keys.any(|key| is_manual(&key.word))
}

/// Whether a word is a given name.
fn is_given(word: &str) -> bool {
    is_title(word, Class::Male) || is_title(word, Class::Female)
}

/// Whether a number may be that of a year.
fn is_year(number: &str) -> bool {
    number.len() == 4 && (number.starts_with("19") || number.starts_with("20"))
}

/// A number of a release without what says nothing: "3.0" is "3".
fn plain(number: &str) -> String {
    number.trim_end_matches(".0").to_owned()
}

/// The models that a clause names, each as a name and a number, and whether the clause is told of it: "Quill 3",
/// "P40", "version 2.1".
fn models(frame: &Frame) -> Vec<(String, String, bool)> {
    let mut keys: Vec<&Key> = frame.keys.iter().filter(|key| key.slot != Slot::Context).collect();
    keys.sort_by_key(|key| key.span);
    let digits = |word: &str| {
        let digit = |byte: u8| byte.is_ascii_digit() || byte == b'.';
        word.starts_with(|c: char| c.is_ascii_digit()) && word.bytes().all(digit)
    };
    let split = |key: &&Key| {
        let at = key.lemma.find(|c: char| c.is_ascii_digit())?;
        let (name, number) = key.lemma.split_at(at);
        let letters = !name.is_empty() && name.chars().all(char::is_alphabetic);
        let told = key.slot == Slot::Subject;
        (key.name && letters && digits(number)).then(|| (name.to_owned(), number.to_owned(), told))
    };
    let first = keys.first().map(|key| key.span);
    let joined = |pair: &[&Key]| {
        let [name, number] = pair else { return None };
        let dated = time_word(std::iter::once(&*name.lemma)).is_some();
        let beside = number.span.start <= name.span.end + JOINED;
        // A title without a verb: "Quill 3.1 released".
        let noun = name.slot != Slot::Predicate || frame.tense == Tense::None;
        let word = noun && name.lemma.starts_with(char::is_alphabetic);
        let model = word && !dated && beside && digits(&number.lemma);
        let title = frame.sentence == 0 && Some(name.span) == first;
        // "a quake of magnitude 6.3"
        let told = (name.slot == Slot::Subject || title) && (name.head || name.name);
        model.then(|| (name.lemma.to_string(), number.lemma.to_string(), told))
    };
    keys.iter()
        .copied()
        .filter_map(|key| split(&key))
        .chain(keys.windows(2).filter_map(joined))
        .collect()
}
