//! Which features have rows of their own, and treebank sentences as the network sees them.

use std::collections::{BTreeMap, HashMap};

use corroborate::syntax::training::{Case, FEATURES, case, hashes};
use corroborate::syntax::{Rel, Upos};

use crate::conllu::{GoldSentence, GoldWord};
use crate::network::Example;
use crate::tensor::Random;
use crate::vectors::Vectors;

/// A feature has a row of its own from this many uses on.
const FREQUENT: [u32; FEATURES] = [2, 3, 3, 3, 3, 3];

/// How often a word is taken for one that has no vector.
const WITHOUT_VECTOR: f32 = 0.03;

/// Features with rows; the first rows stand for the unknown feature of each kind.
pub(crate) struct Vocabulary {
    rows: HashMap<u32, u32>,
    /// The hash of each row after the unknown ones.
    pub(crate) keys: Vec<u32>,
    /// Uses of each row.
    uses: Vec<u32>,
    vectors: &'static Vectors,
}

impl Vocabulary {
    pub(crate) fn learn(sentences: &[GoldSentence], vectors: &'static Vectors) -> Self {
        let mut counts: BTreeMap<u32, (usize, u32)> = BTreeMap::new();
        for sentence in sentences {
            for features in features(sentence) {
                for (kind, hash) in features.into_iter().enumerate() {
                    counts.entry(hash).or_insert((kind, 0)).1 += 1;
                }
            }
        }
        let kept: Vec<(u32, u32)> = counts
            .into_iter()
            .filter(|(_, (kind, count))| *count >= FREQUENT[*kind])
            .map(|(hash, (_, count))| (hash, count))
            .collect();
        let first = FEATURES as u32;
        Self {
            rows: kept.iter().zip(first..).map(|(&(hash, _), row)| (hash, row)).collect(),
            keys: kept.iter().map(|&(hash, _)| hash).collect(),
            uses: std::iter::repeat_n(u32::MAX, FEATURES).chain(kept.iter().map(|k| k.1)).collect(),
            vectors,
        }
    }

    pub(crate) fn rows(&self) -> usize {
        self.uses.len()
    }

    pub(crate) fn example(&self, sentence: &GoldSentence) -> Example {
        let words = sentence.words.len() as u32;
        Example {
            rows: features(sentence)
                .map(|hashes| {
                    let mut kind = 0;
                    hashes.map(|hash| {
                        kind += 1;
                        self.rows.get(&hash).copied().unwrap_or(kind - 1)
                    })
                })
                .collect(),
            vectors: features(sentence).map(|hashes| self.vectors.place(hashes[0])).collect(),
            tags: sentence.words.iter().map(|word| tag(&word.upos)).collect(),
            morphs: sentence.words.iter().map(|word| morph(word) as u8).collect(),
            heads: sentence
                .words
                .iter()
                .map(|word| word.head.checked_sub(1).map_or(words, |head| head as u32))
                .collect(),
            rels: sentence.words.iter().map(|word| rel(&word.rel)).collect(),
            made: sentence.made,
        }
    }

    /// The sentence as it is, without its final punctuation, and in the letters of a headline, in
    /// capitals and in small letters.
    pub(crate) fn variants(&self, sentence: &GoldSentence) -> Vec<Example> {
        let open = without_end(sentence);
        let written = |letters: fn(&str) -> String, sentence: &GoldSentence| {
            let mut sentence = sentence.clone();
            sentence.words.iter_mut().for_each(|word| word.form = letters(&word.form));
            self.example(&sentence)
        };
        vec![
            self.example(sentence),
            self.example(&open),
            written(capitalized, &open),
            written(|word| word.to_uppercase(), &open),
            written(|word| word.to_lowercase(), sentence),
        ]
    }

    /// The sentence with rare words taken for unknown ones now and then.
    pub(crate) fn blur(&self, example: &Example, alpha: f32, random: &mut Random) -> Example {
        let mut blurred = example.clone();
        for rows in &mut blurred.rows {
            let uses = self.uses[rows[0] as usize] as f32;
            if random.unit() < alpha / (alpha + uses) {
                rows[0] = 0;
            }
            for (kind, row) in (0..).zip(rows.iter_mut()).take(FEATURES).skip(1) {
                let uses = self.uses[*row as usize] as f32;
                if random.unit() < 0.01 + alpha / (alpha + uses) {
                    *row = kind;
                }
            }
        }
        for place in &mut blurred.vectors {
            if *place != 0 && random.unit() < WITHOUT_VECTOR {
                *place = 0;
            }
        }
        blurred
    }
}

/// One of the variants, the first unless it is to be changed.
pub(crate) fn variant<'e>(variants: &'e [Example], share: f32, random: &mut Random) -> &'e Example {
    let changed = random.unit() < share;
    let other = 1 + random.below(variants.len() - 1);
    &variants[if changed { other } else { 0 }]
}

fn without_end(sentence: &GoldSentence) -> GoldSentence {
    let mut sentence = sentence.clone();
    let count = sentence.words.len();
    let bare = sentence.words.iter().all(|word| word.head != count);
    if count > 1 && bare && sentence.words[count - 1].upos == "PUNCT" {
        sentence.words.pop();
    }
    sentence
}

/// The word with a capital.
pub(crate) fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

fn features(sentence: &GoldSentence) -> impl Iterator<Item = [u32; FEATURES]> + '_ {
    let case: Case = case(sentence.words.iter().map(|word| word.form.as_str()));
    sentence.words.iter().enumerate().map(move |(i, word)| hashes(&word.form, i, case))
}

pub(crate) fn tag(name: &str) -> u8 {
    let found = Upos::ALL.iter().position(|tag| tag.as_str() == name);
    found.unwrap_or(Upos::X as usize) as u8
}

/// A relation, without the subtype where [`Rel`] does not know that.
fn rel(name: &str) -> u8 {
    let find = |name: &str| Rel::ALL.iter().position(|rel| rel.as_str() == name);
    let universal = name.split(':').next().unwrap_or(name);
    find(name).or_else(|| find(universal)).unwrap_or(Rel::Dep as usize) as u8
}

/// Whether two relations agree but for the subtype.
pub(crate) fn same_universal(a: u8, b: u8) -> bool {
    Rel::ALL[usize::from(a)].universal() == Rel::ALL[usize::from(b)].universal()
}

/// The inflection, in the order of `corroborate::syntax::Morph`.
pub(crate) fn morph(word: &GoldWord) -> usize {
    match word.xpos.as_str() {
        "NN" | "NNP" => 1,
        "NNS" | "NNPS" => 2,
        "VBZ" | "VBP" => 3,
        "VBD" => 4,
        "VB" => 5,
        "VBG" => 6,
        "VBN" => 7,
        "MD" => 8,
        "JJR" | "RBR" => 9,
        "JJS" | "RBS" => 10,
        _ => 0,
    }
}
