//! Reads a model that was written for the library back into floats, to go on training from it.

use std::ops::Range;

use corroborate::syntax::training::{
    ACTION_COLUMNS, PRODUCT_UNIT, REL_COLUMNS, SCORE_UNIT, STATE_UNIT, TAG_COLUMNS, UNIT,
};

use crate::network::{Kind, Layout, Weights};

/// Sums of a layer have one bit less after the point than vectors of words.
const SUM_UNIT: u32 = UNIT - 1;

/// The weights in `bytes`, whose rows must be those of `keys`; none when they are others.
pub(crate) fn model(bytes: &[u8], keys: &[u32], layout: &Layout) -> Option<Weights> {
    let mut bytes = Bytes { bytes };
    let same = bytes.u32() as usize == keys.len() && keys.iter().all(|&key| bytes.u32() == key);
    let rows = same.then(|| rows(&mut bytes, layout))?;
    let mut rest = vec![0.0; layout.total];
    let (width, hidden) = (layout.sizes.width, layout.sizes.hidden);
    for (kind, matrix, bias) in &layout.layers {
        let blocks = if *kind == Kind::Recurrence { 2 } else { 1 };
        for block in 0..blocks {
            let columns = block * width..(block + 1) * width;
            let bias = bias.start + columns.start;
            let size = matrix.len() / blocks / width;
            let found = bytes.matrix(size, width, (UNIT, SUM_UNIT));
            put(&mut rest[matrix.clone()], blocks * width, &columns, &found.0);
            rest[bias..bias + width].copy_from_slice(&found.1);
        }
    }
    let positions = layout.project.len() / width / hidden;
    for slot in 0..positions {
        let found = bytes.matrix(width, hidden, (UNIT, STATE_UNIT));
        let columns = slot * hidden..(slot + 1) * hidden;
        put(&mut rest[layout.project.clone()], positions * hidden, &columns, &found.0);
    }
    for range in [&layout.special, &layout.signs, &layout.hidden_bias] {
        let found = bytes.numbers(range.len(), STATE_UNIT);
        rest[range.clone()].copy_from_slice(&found);
    }
    let middle = layout.rels.start + layout.rels.len() / 2;
    let (left, right) = (layout.rels.start..middle, middle..layout.rels.end);
    let scored = [(&layout.actions, ACTION_COLUMNS), (&left, REL_COLUMNS), (&right, REL_COLUMNS)];
    for (range, columns) in scored {
        bytes.scores(&mut rest[range.clone()], hidden, columns, STATE_UNIT);
    }
    let tags = layout.tags.start..layout.morphs.end;
    bytes.scores(&mut rest[tags], width, TAG_COLUMNS, UNIT);
    Some(Weights { rows, rest })
}

fn rows(bytes: &mut Bytes<'_>, layout: &Layout) -> Vec<f32> {
    let (count, width) = (layout.sizes.rows, layout.sizes.width);
    let mut rows: Vec<f32> =
        bytes.take(count * width).iter().map(|&x| f32::from(x as i8)).collect();
    for (row, &shift) in rows.chunks_mut(width).zip(bytes.take(count)) {
        row.iter_mut().for_each(|x| *x /= (1 << (UNIT - u32::from(shift))) as f32);
    }
    rows
}

/// Writes some columns of a matrix.
fn put(target: &mut [f32], width: usize, columns: &Range<usize>, values: &[f32]) {
    for (row, values) in target.chunks_mut(width).zip(values.chunks(columns.len())) {
        row[columns.clone()].copy_from_slice(values);
    }
}

struct Bytes<'b> {
    bytes: &'b [u8],
}

impl<'b> Bytes<'b> {
    fn take(&mut self, count: usize) -> &'b [u8] {
        let (head, rest) = self.bytes.split_at(count);
        self.bytes = rest;
        head
    }

    fn u32(&mut self) -> u32 {
        u32::from_le_bytes(self.take(4).try_into().expect("four bytes"))
    }

    fn numbers(&mut self, count: usize, unit: u32) -> Vec<f32> {
        let scale = (1_u64 << unit) as f32;
        let number = |pair: &[u8; 2]| f32::from(i16::from_le_bytes(*pair)) / scale;
        self.take(2 * count).as_chunks().0.iter().map(number).collect()
    }

    /// A matrix and its biases, without what was added to these for lost halves.
    fn matrix(&mut self, rows: usize, width: usize, units: (u32, u32)) -> (Vec<f32>, Vec<f32>) {
        let (from, to) = units;
        let values = self.numbers(rows * width, PRODUCT_UNIT + to - from);
        let lost = 0.5 * rows as f32 / (1_u32 << to) as f32;
        (values, self.numbers(width, to).iter().map(|x| x - lost).collect())
    }

    /// The columns of a matrix as rows that end with a bias each.
    fn scores(&mut self, target: &mut [f32], size: usize, columns: usize, from: u32) {
        let (matrix, bias) = self.matrix(size, columns, (from, SCORE_UNIT));
        for (j, row) in target.chunks_mut(size + 1).enumerate() {
            for (i, x) in row.iter_mut().enumerate() {
                *x = if i < size { matrix[i * columns + j] } else { bias[j] };
            }
        }
    }
}
