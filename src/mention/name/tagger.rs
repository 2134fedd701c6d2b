//! Tags names in a sentence: an averaged perceptron over words, their look and what the tables
//! say of them, decoded by Viterbi's algorithm.
//!
//! `examples/train_names.rs` makes the model; weights are whole numbers, so every machine finds
//! the same names.

use super::sheet::{Common, Shape, Sheet, flag, hash};

/// The labels: outside, then begin and inside of each kind of name.
pub const LABELS: usize = 9;

/// How many rows of weights the model has.
pub const ROWS: usize = 1 << 16;

/// What kind of name a [`Tag`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organization.
    Organization,
    /// Anything else that has a name: an event, a product, a law.
    Other,
}

impl Kind {
    /// All of them in the order of their labels.
    pub const ALL: [Self; 4] = [Self::Person, Self::Place, Self::Organization, Self::Other];

    /// The label of its first word; that of the others is one more.
    #[must_use]
    pub const fn label(self) -> usize {
        1 + 2 * self as usize
    }
}

/// A name found: words `start..end` of the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag {
    /// The first word.
    pub start: usize,
    /// One past the last word.
    pub end: usize,
    /// What it names.
    pub kind: Kind,
}

/// Weights of features and of pairs of labels.
pub trait Weights {
    /// Adds the weights of the feature with this hash to `scores`.
    fn add(&self, feature: u64, scores: &mut [i32; LABELS]);
    /// The weight of label `to` after label `from`; `from` is [`LABELS`] at the start.
    fn step(&self, from: usize, to: usize) -> i32;
}

/// The model embedded in the crate.
#[derive(Debug, Clone, Copy)]
pub struct Model(&'static [u8]);

static MODEL: &[u8] = include_bytes!("names.bin");
const STEPS: usize = (LABELS + 1) * LABELS * 2;

impl Model {
    /// The model.
    #[must_use]
    pub const fn embedded() -> Self {
        Self(MODEL)
    }

    /// A model of these bytes.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(bytes: &'static [u8]) -> Self {
        Self(bytes)
    }

    /// Its frequent words.
    #[must_use]
    pub fn common(self) -> Common<'static> {
        Common(self.0.get(..Common::BYTES).unwrap_or_default())
    }
}

impl Weights for Model {
    fn add(&self, feature: u64, scores: &mut [i32; LABELS]) {
        let start = Common::BYTES + STEPS + row(feature) * LABELS;
        if let Some(weights) = self.0.get(start..start + LABELS) {
            for label in 0..LABELS {
                scores[label] += i32::from(weights[label].cast_signed());
            }
        }
    }

    fn step(&self, from: usize, to: usize) -> i32 {
        let at = Common::BYTES + (from * LABELS + to) * 2;
        match self.0.get(at..at + 2) {
            Some(bytes) => i32::from(i16::from_le_bytes([bytes[0], bytes[1]])),
            None => 0,
        }
    }
}

/// The row of a feature.
#[must_use]
pub fn row(feature: u64) -> usize {
    usize::try_from(feature % ROWS as u64).unwrap_or(0)
}

/// Whether label `to` may follow label `from`.
#[must_use]
pub const fn follows(from: usize, to: usize) -> bool {
    let inside = to > 0 && to.is_multiple_of(2);
    !inside || from == to || from + 1 == to
}

/// The best labels of a sentence under `weights`, word `i` limited to the set of bits
/// `allowed(i)`.
pub fn decode(sheet: &Sheet, weights: &impl Weights, allowed: impl Fn(usize) -> u16) -> Vec<u8> {
    scored(sheet, weights, allowed).0
}

/// What the words around and in each word say for each of its labels.
pub(super) type Scores = Vec<[i32; LABELS]>;

fn scored(
    sheet: &Sheet,
    weights: &impl Weights,
    allowed: impl Fn(usize) -> u16,
) -> (Vec<u8>, Scores) {
    const NEVER: i32 = i32::MIN / 2;
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(sheet.len());
    let mut best = [NEVER; LABELS + 1];
    best[LABELS] = 0;
    let mut features = Vec::new();
    let mut all = Vec::with_capacity(sheet.len());
    let steps: [[i32; LABELS]; LABELS + 1] =
        std::array::from_fn(|from| std::array::from_fn(|to| weights.step(from, to)));
    for at in 0..sheet.len() {
        let allowed = if sheet.candidate(at) { allowed(at) } else { allowed(at) & 1 };
        let allowed = if allowed == 0 { 1 } else { allowed };
        let mut scores = [0; LABELS];
        if allowed != 1 {
            features.clear();
            emit(sheet, at, &mut features);
            features.iter().for_each(|feature| weights.add(*feature, &mut scores));
        }
        let mut next = [NEVER; LABELS + 1];
        let mut from_best = [0; LABELS];
        for to in (0..LABELS).filter(|to| allowed >> to & 1 == 1) {
            for from in (0..=LABELS).filter(|from| best[*from] > NEVER) {
                let from_label = if from == LABELS { 0 } else { from };
                if !follows(from_label, to) {
                    continue;
                }
                let score = best[from] + scores[to] + steps[from][to];
                if score > next[to] {
                    next[to] = score;
                    from_best[to] = u8::try_from(from).unwrap_or(0);
                }
            }
        }
        best = next;
        back.push(from_best);
        all.push(scores);
    }
    (trace(&best, &back), all)
}

fn trace(best: &[i32; LABELS + 1], back: &[[u8; LABELS]]) -> Vec<u8> {
    let mut label = (0..LABELS).rev().max_by_key(|label| best[*label]).unwrap_or(0);
    let mut labels = vec![0; back.len()];
    for at in (0..back.len()).rev() {
        labels[at] = u8::try_from(label).unwrap_or(0);
        label = usize::from(back[at][label]).min(LABELS - 1);
    }
    labels
}

/// The names of a sentence, and what speaks for each label of its words.
#[must_use]
pub(super) fn tag(sheet: &Sheet) -> (Vec<Tag>, Scores) {
    if !sheet.shapes.iter().any(|shape| shape.begins_name()) {
        return (Vec::new(), vec![[0; LABELS]; sheet.len()]);
    }
    let (labels, scores) = scored(sheet, &Model::embedded(), |_| (1 << LABELS) - 1);
    (spans(&labels), scores)
}

/// What the words `start..end` and those around them say for each kind of name.
pub(super) fn kinds(scores: &Scores, start: usize, end: usize) -> [i32; 4] {
    Kind::ALL.map(|kind| {
        let inner = scores[start + 1..end].iter().map(|word| word[kind.label() + 1]).sum::<i32>();
        scores[start][kind.label()] + inner
    })
}

/// The names that a sequence of labels spells.
#[must_use]
pub fn spans(labels: &[u8]) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    for (at, label) in labels.iter().map(|label| usize::from(*label)).enumerate() {
        let Some(kind) = label.checked_sub(1).map(|label| Kind::ALL[label / 2 % 4]) else {
            continue;
        };
        match tags.last_mut() {
            Some(last) if label % 2 == 0 && last.end == at && last.kind == kind => last.end += 1,
            _ => tags.push(Tag { start: at, end: at + 1, kind }),
        }
    }
    tags
}

/// Collects the hashes of features; a template's number keeps equal words of two templates apart.
struct Features<'a> {
    template: u64,
    out: &'a mut Vec<u64>,
}

impl Features<'_> {
    fn word(&mut self, word: &str) {
        self.template += 1;
        self.out.push(hash(self.template, word.as_bytes()));
    }

    fn pair(&mut self, a: &str, b: &str) {
        self.template += 1;
        self.out.push(hash(hash(self.template, a.as_bytes()), b.as_bytes()));
    }

    fn number(&mut self, number: u64) {
        self.template += 1;
        self.out.push(hash(self.template, &number.to_le_bytes()));
    }

    /// One feature for each set bit of `bits`, together with `also`.
    fn bits(&mut self, bits: u32, also: u64) {
        self.template += 1;
        let mut rest = bits;
        while rest != 0 {
            let bit = u64::from(rest.trailing_zeros());
            self.out.push(hash(self.template, &(also << 8 | bit).to_le_bytes()));
            rest &= rest - 1;
        }
    }
}

/// The features of word `at`.
pub fn emit(sheet: &Sheet, at: usize, out: &mut Vec<u64>) {
    let mut features = Features { template: 0, out };
    let key = |offset: isize| -> &str {
        match at.checked_add_signed(offset) {
            Some(at) if at < sheet.len() => &sheet.keys[at],
            Some(_) => "\u{3}",
            None => "\u{2}",
        }
    };
    let look = |offset: isize| -> u64 {
        let at = at.checked_add_signed(offset).filter(|at| *at < sheet.len());
        at.map_or(15, |at| sheet.shapes[at] as u64)
    };
    let known = |offset: isize| -> u32 {
        let at = at.checked_add_signed(offset).filter(|at| *at < sheet.len());
        at.map_or(0, |at| sheet.flags[at])
    };
    let style = u64::from(sheet.upper) | u64::from(sheet.tabular) << 1;
    let own = look(0) << 2 | style;
    features.word("");
    for offset in -2..=2 {
        features.word(key(offset));
    }
    features.pair(key(-1), key(0));
    features.pair(key(0), key(1));
    features.pair(key(-2), key(-1));
    features.pair(key(1), key(2));
    affixes(&mut features, key(0), sheet.upper);
    features.number(own);
    features.number(own << 8 | look(-1) << 4 | look(1));
    features.number(own << 16 | look(-2) << 12 | look(-1) << 8 | look(1) << 4 | look(2));
    features.number(own << 1 | u64::from(at == 0));
    features.bits(known(0), own);
    features.bits(known(-1), look(0));
    features.bits(known(1), look(0));
    features.bits(known(-2), 0);
    features.bits(known(2), 0);
    features.number(u64::from(known(0)) << 2 | style);
    features.number(u64::from(known(0)) << 32 | u64::from(known(1)));
    features.number(u64::from(known(-1)) << 32 | u64::from(known(0)));
    around(&mut features, sheet, at, style);
}

fn affixes(features: &mut Features<'_>, word: &str, upper: bool) {
    let count = word.chars().count();
    let cut = |from: usize| word.char_indices().nth(from).map_or(word.len(), |(at, _)| at);
    for length in 1..=4 {
        let start = cut(count.saturating_sub(length));
        features.word(&word[start..]);
    }
    features.word(&word[..cut(3)]);
    features.number(u64::from(upper) << 8 | count.min(12) as u64);
}

/// The run of capitals that the word stands in: what comes before and after it, and its last word.
fn around(features: &mut Features<'_>, sheet: &Sheet, at: usize, style: u64) {
    let (start, end) = sheet.run(at);
    let before = start.checked_sub(1).map_or("\u{2}", |at| &sheet.keys[at]);
    let after = sheet.keys.get(end).map_or("\u{3}", |key| &**key);
    let place = (at - start).min(3) as u64;
    let left = (end - 1 - at).min(3) as u64;
    let spot = place << 4 | left << 2 | style;
    features.word(before);
    features.word(after);
    features.pair(before, after);
    features.number(spot);
    let last = sheet.flags[end - 1] & !flag::COMMON;
    features.bits(last, spot);
    features.pair(&sheet.keys[end - 1], if at == start { "first" } else { "later" });
    let whole = start == 0 && end + 1 >= sheet.len();
    features.number(u64::from(whole) << 4 | style);
    let digit = |at: usize| sheet.shapes.get(at).is_some_and(|shape| *shape == Shape::Digit);
    features
        .number(u64::from(digit(end)) << 9 | u64::from(start > 0 && digit(start - 1)) << 8 | style);
    setting(features, sheet, start, end);
}

/// How many words after a comma may tell what the name before it is.
const APPOSED: usize = 6;

/// What the words around a run of capitals are like, and those after its comma: "Name, a quiet *village* in …".
fn setting(features: &mut Features<'_>, sheet: &Sheet, start: usize, end: usize) {
    let key = |at: Option<usize>| at.and_then(|at| sheet.keys.get(at)).map_or("", |key| &**key);
    let class = |at: Option<usize>| -> u64 {
        at.and_then(|at| sheet.classes.get(at)).map_or(0, |class| u64::from(*class))
    };
    let back = |by: usize| start.checked_sub(by);
    let after = hash(1, key(Some(end)).as_bytes());
    let before = hash(1, key(back(1)).as_bytes());
    for at in [back(2), back(1), Some(end), Some(end + 1), Some(end + 2)] {
        features.number(class(at));
    }
    features.number(class(back(1)) << 8 | class(Some(end)));
    features.number(before ^ class(back(2)));
    features.number(after ^ class(Some(end + 1)));
    features.pair(key(back(2)), key(back(1)));
    features.pair(key(Some(end)), key(Some(end + 1)));
    features.number(class(Some(end)) << 8 | class(Some(end + 1)));
    features.number(class(back(2)) << 8 | class(back(1)));
    features.template += 1;
    if key(Some(end)) == "," {
        let said = end + 1..sheet.len().min(end + 1 + APPOSED);
        let seed = features.template;
        for at in said.take_while(|&at| sheet.keys[at] != ",") {
            features.out.push(hash(seed, &[sheet.classes[at]]));
        }
    }
}
