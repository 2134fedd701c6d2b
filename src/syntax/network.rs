//! Runs the model over a sentence, in integers only, so that every machine finds the same tree.

use super::features::{case, hashes};
use super::model::{HIDDEN, Layer, Matrix, Model, WIDTH};
use super::transition::{Action, POSITIONS, State};
use super::{Morph, Rel, Upos};
use crate::text::Sentence;

/// The model at work, with the memory that it uses again for each sentence.
pub(super) struct Reader {
    model: &'static Model,
    /// The vectors of the words between two zero vectors.
    words: Vec<i16>,
    before: Vec<i16>,
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
            words: Vec::new(),
            before: Vec::new(),
            projections: Projections::default(),
            tags: Vec::new(),
            morphs: Vec::new(),
            state: State::default(),
        }
    }

    /// Reads a sentence; the result is in `tags`, `morphs` and `state`.
    pub(super) fn read(&mut self, text: &str, sentence: &Sentence) {
        self.embed(text, sentence);
        for layer in &self.model.layers {
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

    /// Sums the rows of each word's features.
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
            for (kind, hash) in hashes(form, i, case).into_iter().enumerate() {
                let row = self.model.row(hash, kind);
                let shift = self.model.shifts[row] & 7;
                for (x, &value) in target.iter_mut().zip(&self.model.rows[row]) {
                    *x = x.saturating_add(i16::from(value) << shift);
                }
            }
        }
    }

    fn tag(&mut self) {
        const TAGS: usize = Upos::ALL.len();
        self.tags.clear();
        self.morphs.clear();
        for word in inner(&self.words) {
            let scores = self.model.tags.apply(word);
            self.tags.push(index(best(&scores[..TAGS])));
            self.morphs.push(index(best(&scores[TAGS..TAGS + Morph::ALL.len()])));
        }
    }

    fn parse(&mut self) {
        let words = self.tags.len();
        self.projections.reset(words);
        self.state.reset(words);
        while !self.state.is_done() {
            let sum = self.sum();
            let scores: [i32; 3] = std::array::from_fn(|i| self.model.actions[i].score(&sum));
            let valid = self.state.valid();
            let possible = (0..Action::ALL.len()).filter(|&i| valid[i]);
            let action = possible.rev().max_by_key(|&i| scores[i]).unwrap_or(0);
            let rel = match action {
                0 => 0,
                side => best(&self.model.rels[side - 1].apply(&sum)[..Rel::ALL.len()]),
            };
            self.state.apply(Action::ALL[action], index(rel));
        }
    }

    /// The vector of the state of the parser.
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
        sum.map(|x| x.max(0))
    }
}

/// What words add to a state at each position, found when it is first needed.
#[derive(Default)]
struct Projections {
    known: Vec<[bool; POSITIONS]>,
    vectors: Vec<[i16; HIDDEN]>,
}

impl Projections {
    fn reset(&mut self, words: usize) {
        self.known.clear();
        self.known.resize(words, [false; POSITIONS]);
        self.vectors.resize(words * POSITIONS, [0; HIDDEN]);
    }

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

/// The vectors of the words, without the zero vectors around them.
fn inner(words: &[i16]) -> impl Iterator<Item = &[i16]> {
    words[WIDTH..words.len() - WIDTH].chunks_exact(WIDTH)
}

fn index(at: usize) -> u8 {
    u8::try_from(at).unwrap_or(0)
}

/// Adds to each word's vector what the matrix finds in the window around it.
fn convolve(matrix: &Matrix<WIDTH>, before: &[i16], after: &mut [i16]) {
    let count = before.len() / WIDTH - 2;
    for i in 0..count {
        let window = &before[i * WIDTH..(i + 3) * WIDTH];
        let found = matrix.apply(window);
        let target = &mut after[(i + 1) * WIDTH..(i + 2) * WIDTH];
        for ((y, x), found) in target.iter_mut().zip(&window[WIDTH..]).zip(found) {
            // Sums have one bit less after the point than vectors.
            *y = x.saturating_add(found.max(0).saturating_mul(2));
        }
    }
}

/// Adds to the first half of each word's vector a gated running mean from the left, and to the
/// second half one from the right.
fn recur(matrices: [&Matrix<WIDTH>; 2], before: &[i16], after: &mut [i16]) {
    const HALF: usize = WIDTH / 2;
    let found: Vec<[[i16; WIDTH]; 2]> =
        inner(before).map(|word| matrices.map(|matrix| matrix.apply(word))).collect();
    after.copy_from_slice(before);
    let mut state = [0_i16; HALF];
    for (i, [candidates, gates]) in found.iter().enumerate() {
        blend(&mut state, &candidates[..HALF], &gates[..HALF]);
        accumulate(&mut after[(i + 1) * WIDTH..][..HALF], &state);
    }
    state = [0; HALF];
    for (i, [candidates, gates]) in found.iter().enumerate().rev() {
        blend(&mut state, &candidates[HALF..], &gates[HALF..]);
        accumulate(&mut after[(i + 1) * WIDTH + HALF..][..HALF], &state);
    }
}

/// Moves a state towards the candidates as far as the gates are open: a quarter of the gate and a
/// half, between 0 and 1. Sums have 11 bits after the point.
fn blend(state: &mut [i16], candidates: &[i16], gates: &[i16]) {
    for ((x, &candidate), &gate) in state.iter_mut().zip(candidates).zip(gates) {
        let open = ((i32::from(gate) >> 2) + (1 << 10)).clamp(0, 1 << 11);
        let step = (i32::from(candidate) - i32::from(*x)) * open;
        // Between the old state and the candidate, so it fits.
        *x = (i32::from(*x) + (step >> 11)) as i16;
    }
}

fn accumulate(vector: &mut [i16], state: &[i16]) {
    for (x, state) in vector.iter_mut().zip(state) {
        *x = x.saturating_add(state.saturating_mul(2));
    }
}

fn add(sum: &mut [i16; HIDDEN], part: &[i16; HIDDEN]) {
    for (x, y) in sum.iter_mut().zip(part) {
        *x = x.saturating_add(*y);
    }
}

/// The index of the greatest, the first of equals.
fn best(scores: &[i16]) -> usize {
    (0..scores.len()).fold(0, |top, i| if scores[i] > scores[top] { i } else { top })
}
