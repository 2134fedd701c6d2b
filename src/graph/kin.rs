//! Whether two documents tell the same story, by the names and words that they share.

use rustc_hash::FxHashSet;

use super::Node;
use crate::claim::Slot;
use crate::value::Value;

/// What a document speaks of.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// Words of names, in lower case; words of the places of its events left out.
    names: FxHashSet<String>,
    /// Telling lemmas.
    words: FxHashSet<String>,
    /// Ages given, as printed.
    ages: FxHashSet<String>,
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
    /// Neither document is more than a few sentences.
    pub short: bool,
    /// Both give ages, and none in common.
    pub ages_apart: bool,
}

/// A document of fewer telling words is short.
const SHORT: usize = 60;

impl Vocabulary {
    /// What a document speaks of.
    #[must_use]
    pub fn of(node: &Node) -> Self {
        let places: FxHashSet<String> = node
            .account
            .events
            .iter()
            .filter(|event| !event.kind.starts_with("open."))
            .filter_map(|event| event.place.as_ref())
            .flat_map(|place| [place.text.to_lowercase(), place.name.to_lowercase()])
            .flat_map(|name| name.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        let mut vocabulary = Self::default();
        let keys = node.account.frames.iter().flat_map(|frame| &frame.keys);
        for key in keys.filter(|key| key.slot != Slot::Context && key.lemma.len() > 2) {
            if key.name && !places.contains(&key.lemma) {
                vocabulary.names.insert(key.lemma.clone());
            } else if !key.name && key.weight >= 5 {
                vocabulary.words.insert(key.lemma.clone());
            }
        }
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

    /// What two documents share.
    #[must_use]
    pub fn kin(&self, other: &Self) -> Kin {
        let names = shared(&self.names, &other.names);
        let words = shared(&self.words, &other.words);
        let least = |a: &FxHashSet<String>, b: &FxHashSet<String>| a.len().min(b.len()).max(1);
        Kin {
            names,
            name_cover: names * 100 / least(&self.names, &other.names),
            word_cover: words * 100 / least(&self.words, &other.words),
            short: self.words.len().max(other.words.len()) < SHORT,
            ages_apart: !self.ages.is_empty()
                && !other.ages.is_empty()
                && shared(&self.ages, &other.ages) == 0,
        }
    }

    /// Whether it is no more than a few sentences.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.words.len() < SHORT
    }
}

impl Kin {
    /// Whether two long documents tell the same story; short ones are always taken to.
    #[must_use]
    pub fn same_story(&self) -> bool {
        self.short || (self.names >= 2 && self.name_cover + self.word_cover >= 55)
    }
}

fn shared(a: &FxHashSet<String>, b: &FxHashSet<String>) -> usize {
    let (less, more) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    less.iter().filter(|word| more.contains(*word)).count()
}
