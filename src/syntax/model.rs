//! The weights, as they are embedded in the crate.

use std::sync::OnceLock;

use super::features::FEATURES;
use super::transition::{POSITIONS, SIGN_ROWS};

/// The length of a word's vector.
pub const WIDTH: usize = 64;
/// The length of the vector of a state.
pub const HIDDEN: usize = 96;
/// The layers in order: `c` for a convolution, `r` for a recurrence.
pub const LAYERS: &str = "ccrc";
/// Vectors of words are in units of 2 to the minus this.
pub const UNIT: u32 = 12;
/// Vectors of states are in units of 2 to the minus this.
pub const STATE_UNIT: u32 = 10;
/// Scores are in units of 2 to the minus this.
pub const SCORE_UNIT: u32 = 8;
/// Products of 16-bit numbers keep their upper 16 bits.
pub const PRODUCT_UNIT: u32 = 16;
/// Parts of speech, then inflections, then nothing.
pub const TAG_COLUMNS: usize = 32;
/// Relations, then nothing.
pub const REL_COLUMNS: usize = 64;
/// Steps of the parser, then nothing.
pub const ACTION_COLUMNS: usize = 8;

/// A matrix with a bias for each column.
#[derive(Debug)]
pub(super) struct Matrix<const N: usize> {
    pub(super) rows: Vec<[i16; N]>,
    pub(super) bias: [i16; N],
}

impl<const N: usize> Matrix<N> {
    /// `input` times the matrix. Sums stay at the ends of their range, which the score of a relation
    /// that is beyond doubt comes to.
    #[inline(always)]
    pub(super) fn apply(&self, input: &[i16]) -> [i16; N] {
        let [sums] = self.apply_each([input]);
        sums
    }

    /// Each of several inputs times the matrix: a row once loaded serves all of them.
    #[allow(clippy::needless_range_loop, reason = "iterators keep the sums out of registers")]
    #[inline(always)]
    pub(super) fn apply_each<const INPUTS: usize>(
        &self,
        inputs: [&[i16]; INPUTS],
    ) -> [[i16; N]; INPUTS] {
        let mut sums = self.part_each(inputs, 0);
        for sums in &mut sums {
            for i in 0..N {
                sums[i] = sums[i].saturating_add(self.bias[i]);
            }
        }
        sums
    }

    /// What `input` adds by the rows from `from` on, without the bias.
    #[inline(always)]
    pub(super) fn part(&self, input: &[i16], from: usize) -> [i16; N] {
        let [sums] = self.part_each([input], from);
        sums
    }

    /// Written so that the inner loop becomes a few vector instructions: all sums stay in
    /// registers, and only the upper halves of the products are needed.
    #[allow(clippy::needless_range_loop, reason = "iterators keep the sums out of registers")]
    #[inline(always)]
    fn part_each<const INPUTS: usize>(
        &self,
        inputs: [&[i16]; INPUTS],
        from: usize,
    ) -> [[i16; N]; INPUTS] {
        let mut sums = [[0_i16; N]; INPUTS];
        let length = inputs.iter().map(|input| input.len()).min().unwrap_or(0);
        let inputs = inputs.map(|input| &input[..length]);
        let rows = &self.rows[from..][..length];
        for (k, row) in rows.iter().enumerate() {
            for at in 0..INPUTS {
                let x = i32::from(inputs[at][k]);
                for i in 0..N {
                    let product = x * i32::from(row[i]);
                    sums[at][i] = sums[at][i].saturating_add((product >> PRODUCT_UNIT) as i16);
                }
            }
        }
        sums
    }
}

impl<const N: usize> Matrix<N> {
    /// The same with more columns, which stay 0: [`Matrix::apply`] is fast only for some widths.
    fn widened<const WIDE: usize>(&self) -> Matrix<WIDE> {
        let widen = |row: &[i16; N]| {
            let mut wide = [0; WIDE];
            wide[..N].copy_from_slice(row);
            wide
        };
        Matrix { rows: self.rows.iter().map(widen).collect(), bias: widen(&self.bias) }
    }

    /// The first columns as rows, with their biases.
    fn columns<const COUNT: usize>(&self) -> [Row; COUNT] {
        std::array::from_fn(|i| Row {
            weights: std::array::from_fn(|k| self.rows[k][i]),
            bias: i32::from(self.bias[i]) << PRODUCT_UNIT,
        })
    }
}

/// Weights of one score of a state.
#[derive(Debug)]
pub(super) struct Row {
    weights: [i16; HIDDEN],
    bias: i32,
}

impl Row {
    /// The score of a state.
    #[allow(clippy::needless_range_loop, reason = "as in the matrix")]
    #[inline(always)]
    pub(super) fn score(&self, state: &[i16; HIDDEN]) -> i32 {
        let mut sum = self.bias;
        for i in 0..HIDDEN {
            sum = sum.wrapping_add(i32::from(state[i]) * i32::from(self.weights[i]));
        }
        sum
    }
}

/// A layer of the encoder.
#[derive(Debug)]
pub(super) enum Layer {
    /// A convolution of width three.
    Convolution(Matrix<WIDTH>),
    /// Candidates and gates of a gated running mean.
    Recurrence { candidates: Matrix<WIDTH>, gates: Matrix<WIDTH> },
}

/// All weights.
#[derive(Debug)]
pub(super) struct Model {
    /// Open addressing from the hash of a feature to its row.
    slots: Vec<(u32, u32)>,
    /// Rows of features.
    pub(super) rows: Vec<[i8; WIDTH]>,
    /// How far each row is shifted left.
    pub(super) shifts: Vec<u8>,
    pub(super) layers: Vec<Layer>,
    /// From a word to what it adds to a state at each position.
    pub(super) project: Vec<Matrix<HIDDEN>>,
    /// What the root, and nothing, add at each position.
    pub(super) special: Vec<[i16; HIDDEN]>,
    pub(super) signs: Vec<[i16; HIDDEN]>,
    pub(super) hidden_bias: [i16; HIDDEN],
    pub(super) actions: [Row; 3],
    /// Relations of arcs to the left, and to the right.
    pub(super) rels: [Matrix<REL_COLUMNS>; 2],
    /// Parts of speech and inflections.
    pub(super) tags: Matrix<WIDTH>,
}

/// The model of the crate.
pub(super) fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| Model::read(include_bytes!("model.bin")))
}

impl Model {
    fn read(bytes: &[u8]) -> Self {
        let mut bytes = Reader { bytes };
        let keys = bytes.u32() as usize;
        let keys: Vec<u32> = (0..keys).map(|_| bytes.u32()).collect();
        let count = keys.len() + FEATURES;
        Self {
            slots: slots(&keys),
            rows: (0..count).map(|_| bytes.small_row()).collect(),
            shifts: bytes.many(count).to_vec(),
            layers: LAYERS.chars().map(|kind| bytes.layer(kind)).collect(),
            project: (0..POSITIONS).map(|_| bytes.matrix(WIDTH)).collect(),
            special: bytes.rows(2 * POSITIONS),
            signs: bytes.rows(SIGN_ROWS),
            hidden_bias: bytes.row(),
            actions: bytes.matrix::<ACTION_COLUMNS>(HIDDEN).columns(),
            rels: [bytes.matrix(HIDDEN), bytes.matrix(HIDDEN)],
            tags: bytes.matrix::<TAG_COLUMNS>(WIDTH).widened(),
        }
    }

    /// The row of a feature; `unknown` when it has none of its own.
    pub(super) fn row(&self, hash: u32, unknown: usize) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            match self.slots[at] {
                (0, _) => return unknown,
                (key, row) if key == hash => return row as usize,
                _ => at = (at + 1) & mask,
            }
        }
    }
}

/// Open addressing, at most half full; hashes are never 0.
fn slots(keys: &[u32]) -> Vec<(u32, u32)> {
    let size = (2 * keys.len()).next_power_of_two();
    let mut slots = vec![(0, 0); size];
    for (&key, row) in keys.iter().zip(FEATURES as u32..) {
        let mut at = key as usize & (size - 1);
        while slots[at].0 != 0 {
            at = (at + 1) & (size - 1);
        }
        slots[at] = (key, row);
    }
    slots
}

/// Reads little-endian numbers; a file that is too short reads as zeros.
struct Reader<'b> {
    bytes: &'b [u8],
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> [u8; N] {
        let Some((head, rest)) = self.bytes.split_first_chunk::<N>() else { return [0; N] };
        self.bytes = rest;
        *head
    }

    /// The next `count` bytes, or what is left of them.
    fn many(&mut self, count: usize) -> &[u8] {
        let (head, rest) = self.bytes.split_at(count.min(self.bytes.len()));
        self.bytes = rest;
        head
    }

    fn u32(&mut self) -> u32 {
        u32::from_le_bytes(self.take())
    }

    fn row<const N: usize>(&mut self) -> [i16; N] {
        let mut row = [0; N];
        let bytes = self.many(2 * N);
        for (weight, pair) in row.iter_mut().zip(bytes.as_chunks().0) {
            *weight = i16::from_le_bytes(*pair);
        }
        row
    }

    fn small_row<const N: usize>(&mut self) -> [i8; N] {
        let mut row = [0; N];
        for (weight, byte) in row.iter_mut().zip(self.many(N)) {
            *weight = byte.cast_signed();
        }
        row
    }

    fn rows<const N: usize>(&mut self, count: usize) -> Vec<[i16; N]> {
        (0..count).map(|_| self.row()).collect()
    }

    fn matrix<const N: usize>(&mut self, rows: usize) -> Matrix<N> {
        Matrix { rows: self.rows(rows), bias: self.row() }
    }

    fn layer(&mut self, kind: char) -> Layer {
        match kind {
            'r' => Layer::Recurrence { candidates: self.matrix(WIDTH), gates: self.matrix(WIDTH) },
            _ => Layer::Convolution(self.matrix(3 * WIDTH)),
        }
    }
}
