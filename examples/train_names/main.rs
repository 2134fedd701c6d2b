//! Trains the tagger of names.
//!
//! ```console
//! cargo run --profile fast --example train_names -- \
//!     gum-train.conllu ewt-train.conllu gum-dev.conllu vectors.txt src/lexicon/data src/mention/name/names.bin
//! ```
//!
//! Names and their kinds come from the entity spans of GUM; of EWT only the proper nouns are known,
//! and the model itself chooses their kind while it learns. Made-up lines after `templates.txt`
//! add what treebanks lack: datelines, tables of results, headlines in capitals.
//! The seed is fixed: the same files give the same model.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for its makers tells what it does"
)]

mod classes;
mod coined;
mod names;
mod treebank;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;

use corroborate::mention::name::sheet::{Common, Sheet};
use corroborate::mention::name::tagger::{self, LABELS, ROWS, Weights};

/// The first of the seeds; the others follow it.
const SEED: u64 = 107;

/// How many times it learns, each time from another order; what is learned is the mean.
const LEARNERS: u64 = 5;

/// How often a learner goes through everything.
const ROUNDS: usize = 9;

/// How many lines are made up for a round.
const LINES: usize = 30_000;

/// A sentence to learn from: its words, and for each the labels it may have as bits.
pub(crate) struct Example {
    pub(crate) forms: Vec<String>,
    pub(crate) allowed: Vec<u16>,
}

impl Example {
    /// Whether every word has one label.
    fn full(&self) -> bool {
        self.allowed.iter().all(|bits| bits.count_ones() == 1)
    }
}

/// A small generator of numbers (SplitMix64).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    pub(crate) fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// Weights while they are learned, with their sums for averaging.
struct Learner {
    rows: Vec<i32>,
    sums: Vec<i64>,
    steps: Vec<i32>,
    step_sums: Vec<i64>,
    time: i64,
}

impl Weights for Learner {
    fn add(&self, feature: u64, scores: &mut [i32; LABELS]) {
        let start = tagger::row(feature) * LABELS;
        for (score, weight) in scores.iter_mut().zip(&self.rows[start..start + LABELS]) {
            *score += weight;
        }
    }

    fn step(&self, from: usize, to: usize) -> i32 {
        self.steps[from * LABELS + to]
    }
}

impl Learner {
    fn new() -> Self {
        Self {
            rows: vec![0; ROWS * LABELS],
            sums: vec![0; ROWS * LABELS],
            steps: vec![0; (LABELS + 1) * LABELS],
            step_sums: vec![0; (LABELS + 1) * LABELS],
            time: 1,
        }
    }

    fn learn(&mut self, sheet: &Sheet, example: &Example) {
        self.time += 1;
        let guess = tagger::decode(sheet, self, |_| (1 << LABELS) - 1);
        let right = |(label, bits): (&u8, &u16)| bits >> label & 1 == 1;
        if guess.iter().zip(&example.allowed).all(right) {
            return;
        }
        let gold = tagger::decode(sheet, self, |at| example.allowed[at]);
        let mut before = (LABELS, LABELS);
        for at in 0..sheet.len() {
            let (wrong, good) = (usize::from(guess[at]), usize::from(gold[at]));
            if wrong != good {
                let mut features = Vec::new();
                tagger::emit(sheet, at, &mut features);
                for feature in features {
                    let start = tagger::row(feature) * LABELS;
                    self.change(start + good, 1);
                    self.change(start + wrong, -1);
                }
            }
            if (before.0, wrong) != (before.1, good) {
                self.change_step(before.1 * LABELS + good, 1);
                self.change_step(before.0 * LABELS + wrong, -1);
            }
            before = (wrong, good);
        }
    }

    fn change(&mut self, at: usize, by: i32) {
        self.rows[at] += by;
        self.sums[at] += i64::from(by) * self.time;
    }

    fn change_step(&mut self, at: usize, by: i32) {
        self.steps[at] += by;
        self.step_sums[at] += i64::from(by) * self.time;
    }

    /// Adds what another has learned.
    fn join(&mut self, other: &Self) {
        let counts = self.rows.iter_mut().chain(&mut self.steps);
        counts.zip(other.rows.iter().chain(&other.steps)).for_each(|(to, from)| *to += from);
        let sums = self.sums.iter_mut().chain(&mut self.step_sums);
        sums.zip(other.sums.iter().chain(&other.step_sums)).for_each(|(to, from)| *to += from);
        self.time = other.time;
    }

    /// The averaged weights as bytes, after the frequent words.
    fn model(&self, common: &[u8]) -> Vec<u8> {
        let mean = |now: i32, sum: i64| f64::from(now) - sum as f64 / self.time as f64;
        let rows: Vec<f64> =
            self.rows.iter().zip(&self.sums).map(|(now, sum)| mean(*now, *sum)).collect();
        let mut sizes: Vec<f64> = rows.iter().map(|w| w.abs()).filter(|w| *w > 0.0).collect();
        sizes.sort_by(f64::total_cmp);
        let top = sizes.get(sizes.len() * 999 / 1000).copied().unwrap_or(1.0);
        let scale = 127.0 / top;
        let mut model = common.to_vec();
        for (now, sum) in self.steps.iter().zip(&self.step_sums) {
            let weight = (mean(*now, *sum) * scale).round().clamp(-32000.0, 32000.0);
            model.extend((weight as i16).to_le_bytes());
        }
        model.extend(rows.iter().map(|w| (w * scale).round().clamp(-127.0, 127.0) as i8 as u8));
        model
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [gum, ewt, dev, vectors, data, out] = arguments.as_slice() else {
        return Err("usage: train_names GUM-TRAIN EWT-TRAIN GUM-DEV VECTORS DATA-FOLDER OUT".into());
    };
    let (gum, ewt) = (fs::read_to_string(gum)?, fs::read_to_string(ewt)?);
    let dev = treebank::entities(&fs::read_to_string(dev)?);
    let mut common = frequent(&[&gum, &ewt]);
    common.extend(classes::table(&fs::read_to_string(vectors)?));
    let (known, partial) = (treebank::entities(&gum), treebank::proper_nouns(&ewt));
    let makers = names::Names::read(data.as_ref())?;
    let mut sum = Learner::new();
    for seed in 0..LEARNERS {
        sum.join(&learned(Random(SEED + seed), &makers, [&known, &partial], &common));
    }
    let model = sum.model(&common);
    fs::write(out, &model)?;
    report(&tagger::Model::new(model.leak()), &dev, &common);
    Ok(())
}

/// What is learned from the treebanks and from made-up lines in the order that `random` gives them.
fn learned(
    mut random: Random,
    makers: &names::Names,
    banks: [&[Example]; 2],
    common: &[u8],
) -> Learner {
    let [known, partial] = banks;
    let mut learner = Learner::new();
    for round in 0..ROUNDS {
        let made: Vec<Example> = (0..LINES).map(|_| makers.line(&mut random)).collect();
        let mut turn: Vec<&Example> = known.iter().chain(known).chain(known).chain(&made).collect();
        if round > 1 {
            turn.extend(partial);
        }
        for at in (1..turn.len()).rev() {
            turn.swap(at, random.below(at + 1));
        }
        for example in turn {
            let varied = vary(example, &mut random);
            let forms: Vec<&str> = varied.forms.iter().map(String::as_str).collect();
            learner.learn(&Sheet::read(&forms, Common(common)), &varied);
        }
    }
    learner
}

/// Some sentences in capitals, as headlines are.
fn vary(example: &Example, random: &mut Random) -> Example {
    let allowed = example.allowed.clone();
    let all = |change: fn(&str) -> String| example.forms.iter().map(|f| change(f)).collect();
    let forms = match random.below(100) {
        0..11 if example.forms.len() < 40 => all(|form| form.to_uppercase()),
        11..15 if example.full() && example.forms.len() < 15 => all(|form| {
            let mut letters = form.chars();
            letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
        }),
        _ => example.forms.clone(),
    };
    Example { forms, allowed }
}

/// The words that occur more than once with a small letter, as a Bloom filter.
fn frequent(treebanks: &[&str]) -> Vec<u8> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for line in treebanks.iter().flat_map(|text| text.lines()) {
        let mut cells = line.split('\t');
        let (form, upos) = (cells.nth(1), cells.nth(1));
        if let (Some(form), Some(upos)) = (form, upos)
            && upos != "PROPN"
            && form.starts_with(char::is_lowercase)
        {
            *counts.entry(form).or_default() += 1;
        }
    }
    let mut filter = vec![0_u8; Common::FILTER];
    for (word, _) in counts.iter().filter(|(_, count)| **count > 1) {
        for bit in Common::bits(&corroborate::lexicon::fold(word)) {
            filter[bit / 8] |= 1 << (bit % 8);
        }
    }
    filter
}

/// Prints precision and recall on the sentences of the development set.
fn report(weights: &impl Weights, dev: &[Example], common: &[u8]) {
    let (mut gold, mut found, mut hits) = (0, 0, 0);
    for example in dev {
        let forms: Vec<&str> = example.forms.iter().map(String::as_str).collect();
        let sheet = Sheet::read(&forms, Common(common));
        let labels: Vec<u8> =
            example.allowed.iter().map(|bits| bits.trailing_zeros() as u8).collect();
        let gold_tags = tagger::spans(&labels);
        let tags = tagger::spans(&tagger::decode(&sheet, weights, |_| (1 << LABELS) - 1));
        gold += gold_tags.len();
        found += tags.len();
        hits += tags.iter().filter(|tag| gold_tags.contains(tag)).count();
    }
    println!("{gold} names, {found} found, {hits} right");
}
