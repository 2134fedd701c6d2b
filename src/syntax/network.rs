//! Runs the model over a sentence, in integers only, so that every machine finds the same tree.

use fearless_simd::{Level, dispatch};
use rustc_hash::FxHashMap;

use super::features::{CONTEXTS, FEATURES, case, context, hashes};
use super::model::{HIDDEN, Layer, Matrix, Model, WIDTH};
use super::transition::{Action, POSITIONS, State};
use super::{Morph, Rel, Upos};
use crate::text::Sentence;

/// The model at work, with the memory that it uses again for each sentence.
pub(super) struct Reader {
    model: &'static Model,
    /// The widest vector instructions of this machine.
    level: Level,
    /// The vectors of the words between two zero vectors.
    words: Vec<i16>,
    before: Vec<i16>,
    scores: [[i16; WIDTH]; 2],
    inputs: Inputs,
    projections: Projections,
    /// Parts of speech and inflections, as indices.
    pub(super) tags: Vec<u8>,
    pub(super) morphs: Vec<u8>,
    /// The tree found last.
    pub(super) state: State,
}

impl Reader {
    pub(super) fn new(model: &'static Model) -> Self {
        Self {
            model,
            level: Level::new(),
            words: Vec::new(),
            before: Vec::new(),
            scores: [[0; WIDTH]; 2],
            inputs: Inputs::default(),
            projections: Projections::default(),
            tags: Vec::new(),
            morphs: Vec::new(),
            state: State::default(),
        }
    }

    /// Reads a sentence; the result is in `tags`, `morphs` and `state`.
    pub(super) fn read(&mut self, text: &str, sentence: &Sentence) {
        let level = self.level;
        dispatch!(level, _simd => self.run(text, sentence));
    }

    /// All inner loops are inlined here, so that they are compiled once for each set of vector
    /// instructions; whole numbers give the same on each.
    #[inline(always)]
    fn run(&mut self, text: &str, sentence: &Sentence) {
        let Some((first, layers)) = self.model.layers.split_first() else { return };
        self.embed(first, text, sentence);
        if let Layer::Convolution(matrix) = first {
            self.convolve_first(matrix);
        }
        for layer in layers {
            std::mem::swap(&mut self.words, &mut self.before);
            match layer {
                Layer::Convolution(matrix) => convolve(matrix, &self.before, &mut self.words),
                Layer::Recurrence { candidates, gates } => {
                    recur([candidates, gates], &self.before, &mut self.words);
                }
            }
        }
        self.tag();
        self.parse();
    }

    /// Sums the rows of each word's features, and finds what the word adds in the first layer.
    #[inline(always)]
    fn embed(&mut self, first: &Layer, text: &str, sentence: &Sentence) {
        let count = sentence.tokens.len();
        for list in [&mut self.words, &mut self.before] {
            list.clear();
            list.resize((count + 2) * WIDTH, 0);
        }
        let forms = || sentence.tokens.iter().map(|token| token.span.of(text));
        let case = case(forms());
        self.inputs.begin();
        for (i, form) in forms().enumerate() {
            let rows = || {
                let hashes = hashes(form, i, case);
                std::array::from_fn(|kind| self.model.row(hashes[kind], kind))
            };
            let vector = self.inputs.add(self.model, first, (form, context(i, case)), rows);
            self.words[(i + 1) * WIDTH..(i + 2) * WIDTH].copy_from_slice(vector);
        }
    }

    /// The first convolution, from what each word adds to its own place and to those beside it.
    #[inline(always)]
    #[allow(clippy::needless_range_loop, reason = "as in the matrix")]
    fn convolve_first(&mut self, matrix: &Matrix<WIDTH>) {
        let count = self.inputs.sentence.len();
        for i in 0..count {
            let mut sums = matrix.bias;
            let near = [i.checked_sub(1), Some(i), Some(i + 1).filter(|&next| next < count)];
            for (side, word) in near.into_iter().enumerate() {
                let Some(word) = word else { continue };
                let part = &self.inputs.known[self.inputs.sentence[word]].parts[side];
                for k in 0..WIDTH {
                    sums[k] = sums[k].saturating_add(part[k]);
                }
            }
            rectify(&mut self.words[(i + 1) * WIDTH..(i + 2) * WIDTH], &sums);
        }
    }

    #[inline(always)]
    fn tag(&mut self) {
        const TAGS: usize = Upos::ALL.len();
        self.tags.clear();
        self.morphs.clear();
        for pair in pairs(&self.words) {
            // In memory, lest only the columns that are looked at be computed, one by one.
            self.scores = self.model.tags.apply_each(pair);
            for scores in &self.scores {
                self.tags.push(index(best(&scores[..TAGS])));
                self.morphs.push(index(best(&scores[TAGS..TAGS + Morph::ALL.len()])));
            }
        }
        self.tags.truncate(count(&self.words));
        self.morphs.truncate(count(&self.words));
    }

    #[inline(always)]
    fn parse(&mut self) {
        let words = self.tags.len();
        self.projections.reset(self.model, &self.words);
        self.state.reset(words);
        while !self.state.is_done() {
            if self.state.must_shift() {
                self.state.apply(Action::Shift, 0);
                continue;
            }
            let sum = self.sum();
            let [shift, left, right] = &self.model.actions;
            let scores = [shift.score(&sum), left.score(&sum), right.score(&sum)];
            let valid = self.state.valid();
            let possible = (0..Action::ALL.len()).filter(|&i| valid[i]);
            let action = possible.rev().max_by_key(|&i| scores[i]).unwrap_or(0);
            let rel = match action {
                0 => 0,
                // With all columns: a part of them would be computed one by one.
                side => best(&self.model.rels[side - 1].apply(&sum)),
            };
            self.state.apply(Action::ALL[action], index(rel));
        }
    }

    /// The vector of the state of the parser.
    #[inline(always)]
    fn sum(&mut self) -> [i16; HIDDEN] {
        let words = self.tags.len();
        let positions = self.state.positions();
        let mut sum = self.model.hidden_bias;
        for (slot, &word) in positions.iter().enumerate() {
            let word = word as usize;
            if word < words {
                let vector = &self.words[(word + 1) * WIDTH..(word + 2) * WIDTH];
                add(&mut sum, self.projections.get(self.model, word, slot, vector));
            } else {
                add(&mut sum, &self.model.special[2 * slot + (word - words)]);
            }
        }
        for sign in self.state.signs(&positions, &self.tags) {
            add(&mut sum, &self.model.signs[sign]);
        }
        for x in &mut sum {
            *x = (*x).max(0);
        }
        sum
    }
}

/// What each word of a text adds in the first layer. Words come again and again, so it is kept.
#[derive(Default)]
struct Inputs {
    /// By context and form, as indices into `known`: most words need no features at all.
    forms: [FxHashMap<Box<str>, usize>; CONTEXTS],
    places: FxHashMap<[usize; FEATURES], usize>,
    known: Vec<Input>,
    /// The words of the sentence, as indices into `known`.
    sentence: Vec<usize>,
}

/// A word before the first layer: its vector, and what the three parts of the first convolution
/// make of it.
struct Input {
    vector: [i16; WIDTH],
    parts: [[i16; WIDTH]; 3],
}

/// So many words are kept at most between sentences.
const MOST_INPUTS: usize = 1 << 13;

impl Inputs {
    fn begin(&mut self) {
        self.sentence.clear();
        let forms = self.forms.iter().map(FxHashMap::len).sum::<usize>();
        if self.known.len() > MOST_INPUTS || forms > MOST_INPUTS {
            self.forms.iter_mut().for_each(FxHashMap::clear);
            self.places.clear();
            self.known.clear();
        }
    }

    /// Adds a word with a form, a context and these rows of features to the sentence.
    #[inline(always)]
    fn add(
        &mut self,
        model: &Model,
        first: &Layer,
        (form, context): (&str, usize),
        rows: impl Fn() -> [usize; FEATURES],
    ) -> &[i16; WIDTH] {
        let known = &mut self.known;
        let place = match self.forms[context].get(form) {
            Some(place) => *place,
            None => {
                let rows = rows();
                let place = self.places.get(&rows).copied().unwrap_or(known.len());
                // No closure: it would be compiled without the vector instructions.
                if place == known.len() {
                    known.push(Input::new(model, first, rows));
                    self.places.insert(rows, place);
                }
                self.forms[context].insert(form.into(), place);
                place
            }
        };
        self.sentence.push(place);
        &self.known[place].vector
    }
}

impl Input {
    #[inline(always)]
    #[allow(clippy::needless_range_loop, reason = "as in the matrix")]
    fn new(model: &Model, first: &Layer, rows: [usize; FEATURES]) -> Self {
        let mut vector = [0_i16; WIDTH];
        for row in rows {
            let shift = model.shifts[row] & 7;
            let row = &model.rows[row];
            for i in 0..WIDTH {
                vector[i] = vector[i].saturating_add(i16::from(row[i]) << shift);
            }
        }
        let mut parts = [[0; WIDTH]; 3];
        if let Layer::Convolution(matrix) = first {
            for (side, part) in parts.iter_mut().enumerate() {
                *part = matrix.part(&vector, side * WIDTH);
            }
        }
        Self { vector, parts }
    }
}

/// What words add to a state at each position, found when it is first needed.
#[derive(Default)]
struct Projections {
    known: Vec<[bool; POSITIONS]>,
    vectors: Vec<[i16; HIDDEN]>,
}

impl Projections {
    /// Begins a sentence with the positions that every word comes to: one after the other, so that
    /// their weights stay near.
    #[inline(always)]
    fn reset(&mut self, model: &Model, words: &[i16]) {
        // One more than there are words, for the pairs.
        let count = count(words) + 1;
        self.known.clear();
        self.known.resize(count, [false; POSITIONS]);
        // Never made shorter, so that nothing is filled with zeros again.
        let length = self.vectors.len().max(count * POSITIONS);
        self.vectors.resize(length, [0; HIDDEN]);
        for slot in State::ALWAYS {
            for (pair, inputs) in pairs(words).enumerate() {
                let found = model.project[slot].apply_each(inputs);
                for (word, vector) in (2 * pair..).zip(found) {
                    self.vectors[word * POSITIONS + slot] = vector;
                    self.known[word][slot] = true;
                }
            }
        }
    }

    #[inline(always)]
    fn get(&mut self, model: &Model, word: usize, slot: usize, vector: &[i16]) -> &[i16; HIDDEN] {
        let place = &mut self.vectors[word * POSITIONS + slot];
        if !std::mem::replace(&mut self.known[word][slot], true) {
            *place = model.project[slot].apply(vector);
        }
        place
    }
}

/// The relation with index `rel`.
pub(super) fn relation(rel: u8) -> Rel {
    Rel::ALL.get(usize::from(rel)).copied().unwrap_or(Rel::Dep)
}

/// How many words the vectors are of.
#[inline(always)]
fn count(words: &[i16]) -> usize {
    words.len() / WIDTH - 2
}

/// The vectors of the words two by two, since a row of weights once loaded serves both; the last of
/// an odd number of words comes with the zero vector after it.
#[inline(always)]
fn pairs(words: &[i16]) -> impl Iterator<Item = [&[i16]; 2]> {
    let pairs = words[WIDTH..].chunks_exact(2 * WIDTH);
    pairs.map(|pair| [&pair[..WIDTH], &pair[WIDTH..]])
}

fn index(at: usize) -> u8 {
    u8::try_from(at).unwrap_or(0)
}

/// Adds to each word's vector what the matrix finds in the window around it.
#[inline(always)]
fn convolve(matrix: &Matrix<WIDTH>, before: &[i16], after: &mut [i16]) {
    let count = count(before);
    let window = |i: usize| &before[i * WIDTH..(i + 3) * WIDTH];
    after.copy_from_slice(before);
    let words = after[WIDTH..(count + 1) * WIDTH].chunks_mut(2 * WIDTH);
    for (pair, targets) in words.enumerate() {
        let (first, second) = targets.split_at_mut(WIDTH);
        let i = 2 * pair;
        if second.is_empty() {
            rectify(first, &matrix.apply(window(i)));
        } else {
            let found = matrix.apply_each([window(i), window(i + 1)]);
            rectify(first, &found[0]);
            rectify(second, &found[1]);
        }
    }
}

/// Adds to a word's vector what is positive of `sums`.
#[inline(always)]
#[allow(clippy::needless_range_loop, reason = "as in the matrix")]
fn rectify(word: &mut [i16], sums: &[i16; WIDTH]) {
    let word = &mut word[..WIDTH];
    for i in 0..WIDTH {
        // Sums have one bit less after the point than vectors.
        word[i] = word[i].saturating_add(sums[i].max(0).saturating_mul(2));
    }
}

/// Adds to the first half of each word's vector a gated running mean from the left, and to the
/// second half one from the right.
#[inline(always)]
fn recur(matrices: [&Matrix<WIDTH>; 2], before: &[i16], after: &mut [i16]) {
    let [candidates, gates] = matrices;
    let mut found = Vec::with_capacity(before.len() / WIDTH);
    for pair in pairs(before) {
        let (candidates, gates) = (candidates.apply_each(pair), gates.apply_each(pair));
        found.extend(candidates.into_iter().zip(gates));
    }
    found.truncate(count(before));
    after.copy_from_slice(before);
    let mut state = [0_i16; HALF];
    for (word, found) in after[WIDTH..].chunks_exact_mut(HALF).step_by(2).zip(&found) {
        blend(&mut state, [half(&found.0, 0), half(&found.1, 0)], word);
    }
    state = [0; HALF];
    let last = found.len() + 1;
    let words = after[..last * WIDTH].chunks_exact_mut(HALF).rev().step_by(2);
    for (word, found) in words.zip(found.iter().rev()) {
        blend(&mut state, [half(&found.0, HALF), half(&found.1, HALF)], word);
    }
}

const HALF: usize = WIDTH / 2;

#[inline(always)]
fn half(row: &[i16; WIDTH], from: usize) -> [i16; HALF] {
    let mut half = [0; HALF];
    half.copy_from_slice(&row[from..from + HALF]);
    half
}

/// Moves a state towards the candidates as far as the gates are open, and adds it to a word: a
/// quarter of the gate and a half, between 0 and 1. Sums have 11 bits after the point.
#[inline(always)]
#[allow(clippy::needless_range_loop, reason = "as in the matrix")]
fn blend(state: &mut [i16; HALF], [candidates, gates]: [[i16; HALF]; 2], word: &mut [i16]) {
    for i in 0..HALF {
        let open = ((i32::from(gates[i]) >> 2) + (1 << 10)).clamp(0, 1 << 11);
        let step = (i32::from(candidates[i]) - i32::from(state[i])) * open;
        // Between the old state and the candidate, so it fits.
        state[i] = (i32::from(state[i]) + (step >> 11)) as i16;
    }
    let word = &mut word[..HALF];
    for i in 0..HALF {
        word[i] = word[i].saturating_add(state[i].saturating_mul(2));
    }
}

#[inline(always)]
#[allow(clippy::needless_range_loop, reason = "as in the matrix")]
fn add(sum: &mut [i16; HIDDEN], part: &[i16; HIDDEN]) {
    for i in 0..HIDDEN {
        sum[i] = sum[i].saturating_add(part[i]);
    }
}

/// The index of the greatest, the first of equals. Two passes, since each becomes a few vector
/// instructions.
#[inline(always)]
fn best(scores: &[i16]) -> usize {
    let top = scores.iter().fold(i16::MIN, |top, &score| top.max(score));
    scores.iter().position(|&score| score == top).unwrap_or(0)
}
