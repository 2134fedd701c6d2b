//! Writes the model in the whole numbers that the library reads.

use std::collections::BTreeMap;
use std::ops::Range;

use corroborate::syntax::training::{
    ACTION_COLUMNS, FEATURES, PRODUCT_UNIT, REL_COLUMNS, SCORE_UNIT, STATE_UNIT, TAG_COLUMNS, UNIT,
};

use crate::network::{Kind, Layout, Sizes, Weights};
use crate::tensor::{add, multiply};

/// Sums of a layer have one bit less after the point than vectors of words.
const SUM_UNIT: u32 = UNIT - 1;

/// The bytes of the model: the hashes of the rows, and all weights.
pub(crate) fn model(keys: &[u32], layout: &Layout, weights: &Weights) -> Vec<u8> {
    let (keys, values) = forms(keys, layout, weights);
    let mut out = Vec::new();
    out.extend((keys.len() as u32).to_le_bytes());
    keys.iter().for_each(|key| out.extend(key.to_le_bytes()));
    rows(&values, layout.sizes.width, &mut out);
    let part = |range: &Range<usize>| &weights.rest[range.clone()];
    let (width, hidden) = (layout.sizes.width, layout.sizes.hidden);
    for (kind, matrix, bias) in &layout.layers {
        let (matrix, bias) = (part(matrix), part(bias));
        let blocks = if *kind == Kind::Recurrence { 2 } else { 1 };
        for block in 0..blocks {
            let columns = block * width..(block + 1) * width;
            let values = columned(matrix, blocks * width, &columns);
            written(&values, &bias[columns], width, (UNIT, SUM_UNIT), &mut out);
        }
    }
    let positions = layout.project.len() / width / hidden;
    for slot in 0..positions {
        let columns = slot * hidden..(slot + 1) * hidden;
        let values = columned(part(&layout.project), positions * hidden, &columns);
        written(&values, &vec![0.0; hidden], hidden, (UNIT, STATE_UNIT), &mut out);
    }
    for range in [&layout.special, &layout.signs, &layout.hidden_bias] {
        numbers(part(range), STATE_UNIT, &mut out);
    }
    let middle = layout.rels.start + layout.rels.len() / 2;
    let (left, right) = (layout.rels.start..middle, middle..layout.rels.end);
    let scored = [(&layout.actions, ACTION_COLUMNS), (&left, REL_COLUMNS), (&right, REL_COLUMNS)];
    for (range, columns) in scored {
        scores(part(range), hidden, columns, STATE_UNIT, &mut out);
    }
    let tags = layout.tags.start..layout.morphs.end;
    scores(part(&tags), width, TAG_COLUMNS, UNIT, &mut out);
    out
}

/// The hashes and rows of all features, with what the vector of a form adds put into the form's own
/// row: the library knows of no vectors.
fn forms(keys: &[u32], layout: &Layout, weights: &Weights) -> (Vec<u32>, Vec<f32>) {
    let Sizes { width, vectors, .. } = layout.sizes;
    let (mut keys, mut values) = (keys.to_vec(), weights.rows.clone());
    let known: BTreeMap<u32, usize> = keys.iter().copied().zip(FEATURES..).collect();
    let unknown = weights.rows[..width].to_vec();
    for (key, place) in vectors.places() {
        let mut added = vec![0.0; width];
        let matrix = &weights.rest[layout.vectors.clone()];
        multiply(vectors.at(place), vectors.length, vectors.length, matrix, width, &mut added);
        if let Some(row) = known.get(&key) {
            add(&mut values[row * width..(row + 1) * width], &added);
        } else {
            add(&mut added, &unknown);
            keys.push(key);
            values.extend(added);
        }
    }
    (keys, values)
}

/// Some columns of a matrix.
fn columned(values: &[f32], width: usize, columns: &Range<usize>) -> Vec<f32> {
    values.chunks(width).flat_map(|row| row[columns.clone()].to_vec()).collect()
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

/// A matrix that takes vectors of one unit to sums of another, and its biases. Each product loses
/// half a unit on average when its lower bits are cut off, which the biases give back.
fn written(values: &[f32], bias: &[f32], width: usize, (from, to): (u32, u32), out: &mut Vec<u8>) {
    numbers(values, PRODUCT_UNIT + to - from, out);
    let lost = 0.5 * (values.len() / width) as f32 / (1_u32 << to) as f32;
    numbers(&bias.iter().map(|x| x + lost).collect::<Vec<_>>(), to, out);
}

/// Rows of weights that end with a bias each, as the columns of a matrix; columns left over never
/// win.
fn scores(values: &[f32], size: usize, columns: usize, from: u32, out: &mut Vec<u8>) {
    let count = values.len() / (size + 1);
    let at = |i: usize, j: usize| if j < count { values[j * (size + 1) + i] } else { 0.0 };
    let matrix: Vec<f32> =
        (0..size).flat_map(|i| (0..columns).map(move |j| (i, j))).map(|(i, j)| at(i, j)).collect();
    let bias: Vec<f32> = (0..columns).map(|j| if j < count { at(size, j) } else { -1e6 }).collect();
    written(&matrix, &bias, columns, (from, SCORE_UNIT), out);
}

fn numbers(values: &[f32], unit: u32, out: &mut Vec<u8>) {
    let scale = (1_u32 << unit) as f32;
    let mut clipped = 0;
    for x in values {
        let number = (x * scale).round();
        clipped += usize::from(number.abs() > 32767.0 && number > -1e7);
        out.extend((number.clamp(-32767.0, 32767.0) as i16).to_le_bytes());
    }
    if clipped > 0 {
        eprintln!("{clipped} of {} weights clipped at unit {unit}", values.len());
    }
}
