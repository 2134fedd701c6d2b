//! Runs the model over a sentence, in integers only, so that every machine finds the same tree.
//!
//! All sums wrap: with weights as trained they never come near the limits, and no input can make
//! them panic.

use super::Rel;
use super::features::{FEATURES, case, hashes};
use super::model::{HIDDEN, Model, Rows, STATE_UNIT, UNIT, WEIGHT_UNIT, WIDTH, WINDOW};
use super::transition::{Action, POSITIONS, State};
use crate::text::Sentence;

/// The model at work, with the memory that it uses again for each sentence.
pub(super) struct Reader {
    model: &'static Model,
    /// The vectors of the words between two zero vectors.
    words: Vec<i16>,
    before: Vec<i16>,
    projected: Vec<[i16; HIDDEN]>,
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
            words: Vec::new(),
            before: Vec::new(),
            projected: Vec::new(),
            tags: Vec::new(),
            morphs: Vec::new(),
            state: State::default(),
        }
    }

    /// Reads a sentence; the result is in `tags`, `morphs` and `state`.
    pub(super) fn read(&mut self, text: &str, sentence: &Sentence) {
        self.embed(text, sentence);
        for layer in &self.model.conv {
            std::mem::swap(&mut self.words, &mut self.before);
            convolve(layer, &self.before, &mut self.words);
        }
        self.tag();
        self.project();
        self.parse();
    }

    fn embed(&mut self, text: &str, sentence: &Sentence) {
        let count = sentence.tokens.len();
        for list in [&mut self.words, &mut self.before] {
            list.clear();
            list.resize((count + 2) * WIDTH, 0);
        }
        let forms = || sentence.tokens.iter().map(|token| token.span.of(text));
        let case = case(forms());
        for (i, form) in forms().enumerate() {
            let target = &mut self.words[(i + 1) * WIDTH..(i + 2) * WIDTH];
            let hashes = hashes(form, i, case);
            for kind in 0..FEATURES {
                let row = self.model.row(hashes[kind], kind);
                let shift = self.model.shifts[row];
                for (x, &value) in target.iter_mut().zip(&self.model.rows[row]) {
                    *x = x.wrapping_add(i16::from(value) << (shift & 7));
                }
            }
        }
    }

    fn tag(&mut self) {
        self.tags.clear();
        self.morphs.clear();
        for word in inner(&self.words) {
            self.tags.push(index(best(&self.model.tags, word)));
            self.morphs.push(index(best(&self.model.morphs, word)));
        }
    }

    fn project(&mut self) {
        self.projected.clear();
        for word in inner(&self.words) {
            for rows in self.model.project.chunks_exact(HIDDEN) {
                self.projected.push(std::array::from_fn(|i| {
                    clamp(dot(&rows[i], word) >> (UNIT + WEIGHT_UNIT - STATE_UNIT))
                }));
            }
        }
    }

    fn parse(&mut self) {
        let model = self.model;
        let words = self.tags.len();
        let mut state = std::mem::take(&mut self.state);
        state.reset(words);
        while !state.is_done() {
            let sum = self.sum(&state, words);
            let scores = [0, 1, 2]
                .map(|i| dot(&model.actions.weights[i], &sum).wrapping_add(model.actions.bias[i]));
            let valid = state.valid();
            let action = (0..3).filter(|&i| valid[i]).max_by_key(|&i| (scores[i], 3 - i));
            let action = action.unwrap_or(0);
            let rel = match action {
                0 => 0,
                side => best(&model.rels[side - 1], &sum),
            };
            state.apply(Action::ALL[action], index(rel));
        }
        self.state = state;
    }

    /// The vector of a state.
    fn sum(&self, state: &State, words: usize) -> [i16; HIDDEN] {
        let positions = state.positions();
        let mut sum = self.model.hidden_bias;
        for (slot, &word) in positions.iter().enumerate() {
            let word = word as usize;
            let part = if word < words {
                &self.projected[word * POSITIONS + slot]
            } else {
                &self.model.special[2 * slot + (word - words)]
            };
            add(&mut sum, part);
        }
        for sign in state.signs(&positions) {
            add(&mut sum, &self.model.signs[sign]);
        }
        sum.map(|x| x.max(0))
    }
}

/// The relation with index `rel`, and never the root's inside a tree.
pub(super) fn relation(rel: u8) -> Rel {
    Rel::ALL.get(usize::from(rel)).copied().unwrap_or(Rel::Dep)
}

/// The vectors of the words, without the zero vectors around them.
fn inner(words: &[i16]) -> impl Iterator<Item = &[i16; WIDTH]> {
    words[WIDTH..words.len() - WIDTH].as_chunks().0.iter()
}

fn index(at: usize) -> u8 {
    u8::try_from(at).unwrap_or(0)
}

/// Adds to each word's vector what the rows find in the window around it.
fn convolve(layer: &Rows<WINDOW>, before: &[i16], after: &mut [i16]) {
    let count = before.len() / WIDTH - 2;
    for i in 0..count {
        let Some(window) = before[i * WIDTH..].first_chunk::<WINDOW>() else { return };
        let target = &mut after[(i + 1) * WIDTH..(i + 2) * WIDTH];
        for (j, x) in target.iter_mut().enumerate() {
            let found = dot(&layer.weights[j], window).wrapping_add(layer.bias[j]);
            let found = clamp(found >> WEIGHT_UNIT).max(0);
            *x = window[WIDTH + j].saturating_add(found);
        }
    }
}

fn add(sum: &mut [i16; HIDDEN], part: &[i16; HIDDEN]) {
    for (x, y) in sum.iter_mut().zip(part) {
        *x = x.wrapping_add(*y);
    }
}

fn clamp(x: i32) -> i16 {
    i16::try_from(x.clamp(i32::from(i16::MIN), i32::from(i16::MAX))).unwrap_or(0)
}

fn dot<const N: usize>(a: &[i16; N], b: &[i16; N]) -> i32 {
    let mut sum = 0_i32;
    for i in 0..N {
        sum = sum.wrapping_add(i32::from(a[i]) * i32::from(b[i]));
    }
    sum
}

/// The row with the greatest score, the first of equals.
fn best<const N: usize>(rows: &Rows<N>, x: &[i16; N]) -> usize {
    let mut top = (i32::MIN, 0);
    for (i, (row, bias)) in rows.weights.iter().zip(&rows.bias).enumerate() {
        let score = dot(row, x).wrapping_add(*bias);
        if score > top.0 {
            top = (score, i);
        }
    }
    top.1
}
