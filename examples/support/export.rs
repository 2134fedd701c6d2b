//! Writes the model in the whole numbers that the library reads.

use std::ops::Range;

use corroborate::syntax::training::{STATE_UNIT, UNIT, WEIGHT_UNIT};

use crate::network::{Layout, Weights};
use crate::tensor::transposed;

/// The bytes of the model: the hashes of the rows, and all weights.
pub(crate) fn model(keys: &[u32], layout: &Layout, weights: &Weights) -> Vec<u8> {
    let mut out = Vec::new();
    out.extend((keys.len() as u32).to_le_bytes());
    keys.iter().for_each(|key| out.extend(key.to_le_bytes()));
    rows(&weights.rows, layout.sizes.width, &mut out);
    let part = |range: &Range<usize>| &weights.rest[range.clone()];
    let (width, hidden) = (layout.sizes.width, layout.sizes.hidden);
    for (matrix, bias) in &layout.conv {
        numbers(&transposed(part(matrix), width), WEIGHT_UNIT, &mut out);
        biases(part(bias).iter(), UNIT + WEIGHT_UNIT, &mut out);
    }
    let columns = layout.project.len() / width;
    numbers(&transposed(part(&layout.project), columns), WEIGHT_UNIT, &mut out);
    for range in [&layout.special, &layout.signs, &layout.hidden_bias] {
        numbers(part(range), STATE_UNIT, &mut out);
    }
    let middle = layout.rels.start + layout.rels.len() / 2;
    let (left, right) = (layout.rels.start..middle, middle..layout.rels.end);
    for range in [&layout.actions, &left, &right] {
        biased(part(range), hidden, STATE_UNIT, &mut out);
    }
    for range in [&layout.tags, &layout.morphs] {
        biased(part(range), width, UNIT, &mut out);
    }
    out
}

/// Rows of features as bytes, and how far each is shifted.
fn rows(values: &[f32], width: usize, out: &mut Vec<u8>) {
    let mut shifts = Vec::new();
    for row in values.chunks(width) {
        let top = row.iter().fold(0.0_f32, |top, x| top.max(x.abs()));
        let fits = |shift: &u32| top * (1 << (UNIT - shift)) as f32 <= 127.4;
        let shift = (0..7).find(fits).unwrap_or(7);
        let scale = (1 << (UNIT - shift)) as f32;
        out.extend(row.iter().map(|x| ((x * scale).round().clamp(-127.0, 127.0) as i8) as u8));
        shifts.push(shift as u8);
    }
    out.extend(shifts);
}

fn numbers(values: &[f32], unit: u32, out: &mut Vec<u8>) {
    let scale = (1_u32 << unit) as f32;
    for x in values {
        let number = (x * scale).round().clamp(-32767.0, 32767.0) as i16;
        out.extend(number.to_le_bytes());
    }
}

fn biases<'a>(values: impl Iterator<Item = &'a f32>, unit: u32, out: &mut Vec<u8>) {
    let scale = (1_u64 << unit) as f32;
    for x in values {
        out.extend(((x * scale).round() as i32).to_le_bytes());
    }
}

/// Rows of weights that end with a bias each: first the weights, then the biases.
fn biased(values: &[f32], size: usize, unit: u32, out: &mut Vec<u8>) {
    for row in values.chunks(size + 1) {
        numbers(&row[..size], WEIGHT_UNIT, out);
    }
    biases(values.iter().skip(size).step_by(size + 1), unit + WEIGHT_UNIT, out);
}
