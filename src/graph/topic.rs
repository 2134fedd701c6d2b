//! What a document is about: the name that its head is told of, and the numbers by which models and
//! releases of one thing are told apart.

use std::collections::{BTreeMap, BTreeSet};

use super::Node;
use crate::claim::{Frame, Key, Slot};
use crate::lexicon::time::time_word;

/// The sentences at the head of a document.
const HEAD: u32 = 2;

/// How often a number stands by a name that tells a model.
const OFTEN: usize = 2;

/// The most bytes between a name and its number.
const JOINED: u32 = 1;

/// What a document is about.
#[derive(Debug, Clone, Default)]
pub(super) struct Topic {
    /// The words of the name that is the first subject at its head.
    subject: Vec<String>,
    /// The numbers that stand by a name again and again ("Quill 3", "P40").
    models: BTreeMap<String, BTreeSet<String>>,
}

impl Topic {
    pub(super) fn of(node: &Node) -> Self {
        let frames = &node.account.frames;
        let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
        for frame in frames {
            for model in models(frame) {
                *counts.entry(model).or_default() += 1;
            }
        }
        let mut models: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for ((name, number), _) in counts.into_iter().filter(|(_, count)| *count >= OFTEN) {
            models.entry(name).or_default().insert(number);
        }
        let head = frames.iter().filter(|frame| frame.sentence < HEAD);
        let subject = head.map(subject).find(|words| !words.is_empty()).unwrap_or_default();
        Self { subject, models }
    }

    /// Whether each is about a thing of its own that the other does not name.
    pub(super) fn is_apart(&self, other: &Self, names: [&dyn Fn(&str) -> bool; 2]) -> bool {
        let lacks = |words: &[String], name: &dyn Fn(&str) -> bool| {
            !words.is_empty() && !words.iter().any(|word| name(word))
        };
        lacks(&self.subject, names[1]) && lacks(&other.subject, names[0])
    }

    /// Whether the two tell of two models or releases of one thing, and of none that both have.
    pub(super) fn is_other_model(&self, other: &Self) -> bool {
        self.models.iter().any(|(name, numbers)| {
            other.models.get(name).is_some_and(|others| numbers.is_disjoint(others))
        })
    }
}

/// The words of the name that is the subject of a clause.
fn subject(frame: &Frame) -> Vec<String> {
    let keys = || frame.keys.iter().filter(|key| key.slot == Slot::Subject && key.name);
    let named = keys().any(|key| key.head);
    keys().filter(|_| named).map(|key| key.lemma.to_string()).collect()
}

/// The models that a clause names, each as a name and a number: "Quill 3", "P40".
fn models(frame: &Frame) -> Vec<(String, String)> {
    let mut keys: Vec<&Key> = frame.keys.iter().filter(|key| key.slot != Slot::Context).collect();
    keys.sort_by_key(|key| key.span);
    let digits = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let split = |key: &&Key| {
        let at = key.lemma.find(|c: char| c.is_ascii_digit())?;
        let (name, number) = key.lemma.split_at(at);
        let letters = !name.is_empty() && name.chars().all(char::is_alphabetic);
        (key.name && letters && digits(number)).then(|| (name.to_owned(), number.to_owned()))
    };
    let joined = |pair: &[&Key]| {
        let [name, number] = pair else { return None };
        let dated = time_word(std::iter::once(&*name.lemma)).is_some();
        let beside = number.span.start <= name.span.end + JOINED;
        let noun = name.slot != Slot::Predicate && name.lemma.starts_with(char::is_alphabetic);
        let model = noun && !dated && beside && digits(&number.lemma);
        model.then(|| (name.lemma.to_string(), number.lemma.to_string()))
    };
    keys.iter()
        .copied()
        .filter_map(|key| split(&key))
        .chain(keys.windows(2).filter_map(joined))
        .collect()
}
