//! The weights, as they are embedded in the crate.

use std::sync::OnceLock;

use super::features::FEATURES;
use super::transition::{POSITIONS, SIGN_ROWS};
use super::{Morph, Rel, Upos};

/// The length of a word's vector.
pub const WIDTH: usize = 64;
/// How many convolutions follow each other.
pub const LAYERS: usize = 3;
/// The length of the vector of a state.
pub const HIDDEN: usize = 64;
/// Vectors of words are in units of 2 to the minus this.
pub const UNIT: u32 = 10;
/// Vectors of states are in units of 2 to the minus this.
pub const STATE_UNIT: u32 = 8;
/// Weights are in units of 2 to the minus this.
pub const WEIGHT_UNIT: u32 = 10;
/// The window of a convolution.
pub(super) const WINDOW: usize = 3 * WIDTH;

/// A matrix whose rows have a bias each.
#[derive(Debug)]
pub(super) struct Rows<const N: usize> {
    pub(super) weights: Vec<[i16; N]>,
    pub(super) bias: Vec<i32>,
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
    pub(super) conv: Vec<Rows<WINDOW>>,
    /// From a word to what it adds to a state at each position.
    pub(super) project: Vec<[i16; WIDTH]>,
    /// What the root, and nothing, add at each position.
    pub(super) special: Vec<[i16; HIDDEN]>,
    pub(super) signs: Vec<[i16; HIDDEN]>,
    pub(super) hidden_bias: [i16; HIDDEN],
    pub(super) actions: Rows<HIDDEN>,
    /// Relations of arcs to the left, and to the right.
    pub(super) rels: [Rows<HIDDEN>; 2],
    pub(super) tags: Rows<WIDTH>,
    pub(super) morphs: Rows<WIDTH>,
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
            rows: (0..count).map(|_| std::array::from_fn(|_| bytes.i8())).collect(),
            shifts: (0..count).map(|_| bytes.u8()).collect(),
            conv: (0..LAYERS).map(|_| bytes.rows(WIDTH)).collect(),
            project: bytes.matrix(POSITIONS * HIDDEN),
            special: bytes.matrix(2 * POSITIONS),
            signs: bytes.matrix(SIGN_ROWS),
            hidden_bias: bytes.matrix(1)[0],
            actions: bytes.rows(3),
            rels: [bytes.rows(Rel::ALL.len()), bytes.rows(Rel::ALL.len())],
            tags: bytes.rows(Upos::ALL.len()),
            morphs: bytes.rows(Morph::ALL.len()),
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

    fn u8(&mut self) -> u8 {
        u8::from_le_bytes(self.take())
    }

    fn i8(&mut self) -> i8 {
        i8::from_le_bytes(self.take())
    }

    fn i16(&mut self) -> i16 {
        i16::from_le_bytes(self.take())
    }

    fn u32(&mut self) -> u32 {
        u32::from_le_bytes(self.take())
    }

    fn matrix<const N: usize>(&mut self, rows: usize) -> Vec<[i16; N]> {
        (0..rows).map(|_| std::array::from_fn(|_| self.i16())).collect()
    }

    fn rows<const N: usize>(&mut self, rows: usize) -> Rows<N> {
        let weights = self.matrix(rows);
        let bias = (0..rows).map(|_| i32::from_le_bytes(self.take())).collect();
        Rows { weights, bias }
    }
}
