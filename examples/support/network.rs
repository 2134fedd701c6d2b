//! The network in 32-bit floats, with its gradients.
//!
//! Rows of features are summed to a vector a word; residual convolutions of width three let words
//! see their neighbours; each position of the parser has its own projection of these vectors, and
//! the sum of the projections of a state, rectified, scores steps and relations.

use std::ops::Range;

use corroborate::syntax::training::{Action, FEATURES, POSITIONS, SIGN_ROWS, State};
use corroborate::syntax::{Rel, Upos};

use crate::tensor::{Random, add, multiply, outer, softmax, transposed};
use crate::vectors::Vectors;

/// The numbers of inflections that the model tells apart.
pub(crate) const MORPHS: usize = 11;
const RELS: usize = Rel::ALL.len();
const TAGS: usize = Upos::ALL.len();

/// The sizes of a network.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sizes {
    pub(crate) rows: usize,
    pub(crate) width: usize,
    /// The layers in order.
    pub(crate) layers: &'static [Kind],
    pub(crate) hidden: usize,
    /// Vectors of words from elsewhere; those of a model that has none are empty.
    pub(crate) vectors: &'static Vectors,
}

/// A layer adds to each word's vector what it finds around the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A convolution of width three, rectified.
    Convolution,
    /// A gated running mean: half of the vector from the left, half from the right.
    Recurrence,
}

/// Where each matrix stands in the list of parameters.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    pub(crate) sizes: Sizes,
    pub(crate) layers: Vec<(Kind, Range<usize>, Range<usize>)>,
    pub(crate) project: Range<usize>,
    pub(crate) special: Range<usize>,
    pub(crate) signs: Range<usize>,
    pub(crate) hidden_bias: Range<usize>,
    pub(crate) actions: Range<usize>,
    pub(crate) rels: Range<usize>,
    pub(crate) tags: Range<usize>,
    pub(crate) morphs: Range<usize>,
    /// From vectors of words to the width of the network.
    pub(crate) vectors: Range<usize>,
    pub(crate) total: usize,
}

impl Layout {
    pub(crate) fn new(sizes: Sizes) -> Self {
        let mut total = 0;
        let mut take = |len: usize| {
            total += len;
            total - len..total
        };
        let Sizes { width, layers, hidden, vectors, .. } = sizes;
        let layers = layers
            .iter()
            .map(|&kind| match kind {
                Kind::Convolution => (kind, take(3 * width * width), take(width)),
                Kind::Recurrence => (kind, take(2 * width * width), take(2 * width)),
            })
            .collect();
        let project = take(width * POSITIONS * hidden);
        let special = take(2 * POSITIONS * hidden);
        let signs = take(SIGN_ROWS * hidden);
        let hidden_bias = take(hidden);
        // Each output row holds its weights and then its bias.
        let actions = take(3 * (hidden + 1));
        let rels = take(2 * RELS * (hidden + 1));
        let tags = take(TAGS * (width + 1));
        let morphs = take(MORPHS * (width + 1));
        let vectors = take(vectors.length * width);
        Self {
            sizes,
            layers,
            project,
            special,
            signs,
            hidden_bias,
            actions,
            rels,
            tags,
            morphs,
            vectors,
            total,
        }
    }
}

/// All weights: rows of features, and the rest.
#[derive(Debug, Clone)]
pub(crate) struct Weights {
    pub(crate) rows: Vec<f32>,
    pub(crate) rest: Vec<f32>,
}

impl Weights {
    pub(crate) fn random(layout: &Layout, random: &mut Random) -> Self {
        let Sizes { rows, width, hidden, .. } = layout.sizes;
        let mut uniform = |len: usize, scale: f32| -> Vec<f32> {
            (0..len).map(|_| (random.unit() * 2.0 - 1.0) * scale).collect()
        };
        let mut rest = vec![0.0; layout.total];
        let mut set = |range: &Range<usize>, scale: f32| {
            rest[range.clone()].copy_from_slice(&uniform(range.len(), scale));
        };
        for (kind, matrix, _) in &layout.layers {
            match kind {
                Kind::Convolution => set(matrix, (6.0 / (4 * width) as f32).sqrt() * 0.7),
                Kind::Recurrence => set(matrix, (1.5 / width as f32).sqrt()),
            }
        }
        set(&layout.project, (3.0 / (3 * width) as f32).sqrt());
        set(&layout.signs, 0.1);
        set(&layout.actions, (3.0 / hidden as f32).sqrt());
        set(&layout.rels, (3.0 / hidden as f32).sqrt());
        set(&layout.tags, (3.0 / width as f32).sqrt());
        set(&layout.morphs, (3.0 / width as f32).sqrt());
        set(&layout.vectors, 0.12);
        Self { rows: uniform(rows * width, 0.35), rest }
    }
}

impl Weights {
    /// Sizes and weights in full, for teaching another model.
    pub(crate) fn to_bytes(&self, layout: &Layout) -> Vec<u8> {
        let Sizes { width, layers, hidden, .. } = layout.sizes;
        let given = u8::from(!layout.vectors.is_empty());
        let mut out = vec![width as u8, hidden as u8, given, layers.len() as u8];
        out.extend(layers.iter().map(|&kind| u8::from(kind == Kind::Recurrence)));
        out.extend(self.rows.iter().chain(&self.rest).flat_map(|x| x.to_le_bytes()));
        out
    }

    pub(crate) fn from_bytes(
        bytes: &[u8],
        rows: usize,
        vectors: &'static Vectors,
    ) -> (Layout, Self) {
        let vectors = if bytes[2] == 1 { vectors } else { Box::leak(Box::default()) };
        let count = usize::from(bytes[3]);
        let kind = |&b: &u8| if b == 1 { Kind::Recurrence } else { Kind::Convolution };
        let layers: Vec<Kind> = bytes[4..4 + count].iter().map(kind).collect();
        let (width, hidden) = (usize::from(bytes[0]), usize::from(bytes[1]));
        let layout = Layout::new(Sizes { rows, width, layers: layers.leak(), hidden, vectors });
        let mut values =
            bytes[4 + count..].as_chunks().0.iter().map(|chunk| f32::from_le_bytes(*chunk));
        let rows = values.by_ref().take(rows * width).collect();
        (layout, Self { rows, rest: values.collect() })
    }
}

/// A sentence ready for the network.
#[derive(Debug, Clone, Default)]
pub(crate) struct Example {
    pub(crate) rows: Vec<[u32; FEATURES]>,
    /// The place of each word's vector.
    pub(crate) vectors: Vec<u32>,
    pub(crate) tags: Vec<u8>,
    pub(crate) morphs: Vec<u8>,
    /// Gold heads; the number of words for the root.
    pub(crate) heads: Vec<u32>,
    pub(crate) rels: Vec<u8>,
    /// Whether it was made from a template, about which teachers are not asked.
    pub(crate) made: bool,
}

/// What training varies.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Noise {
    pub(crate) dropout: f32,
    pub(crate) explore: f32,
}

/// The vectors of a batch.
pub(crate) struct Encoded {
    /// Where each sentence begins.
    pub(crate) starts: Vec<usize>,
    pub(crate) count: usize,
    /// The input of each layer and the output of the last.
    layers: Vec<Vec<f32>>,
    gates: Vec<Vec<f32>>,
    masks: Vec<Vec<f32>>,
    /// The output of the last layer, after dropout.
    output: Vec<f32>,
    /// Projections for each position.
    pub(crate) projected: Vec<f32>,
}

/// Runs rows and convolutions over sentences, a zero row between any two.
pub(crate) fn encode(
    layout: &Layout,
    weights: &Weights,
    batch: &[&Example],
    noise: Option<(Noise, &mut Random)>,
) -> Encoded {
    let width = layout.sizes.width;
    let mut starts = Vec::new();
    let mut count = 1;
    for example in batch {
        starts.push(count);
        count += example.rows.len() + 1;
    }
    let mut input = vec![0.0; count * width];
    for (example, &start) in batch.iter().zip(&starts) {
        for (i, rows) in example.rows.iter().enumerate() {
            let target = &mut input[(start + i) * width..(start + i + 1) * width];
            for &row in rows {
                add(target, &weights.rows[row as usize * width..(row as usize + 1) * width]);
            }
        }
    }
    let given = given(layout, batch, &starts, count);
    let matrix = &weights.rest[layout.vectors.clone()];
    let length = layout.sizes.vectors.length;
    if length > 0 {
        multiply(&given, length, length, matrix, width, &mut input);
    }
    let mut masks = Vec::new();
    let mut layers = vec![input];
    let mut dropper = noise.filter(|(noise, _)| noise.dropout > 0.0);
    drop_out(&mut layers[0], &mut dropper, &mut masks);
    let mut gates = Vec::new();
    for (kind, matrix, bias) in &layout.layers {
        let before = &layers[layers.len() - 1];
        let (matrix, bias) = (&weights.rest[matrix.clone()], &weights.rest[bias.clone()]);
        let mut after = match kind {
            Kind::Convolution => {
                gates.push(Vec::new());
                convolve(before, width, matrix, bias)
            }
            Kind::Recurrence => {
                let (after, gate) = recur(before, width, matrix, bias);
                gates.push(gate);
                after
            }
        };
        clear_gaps(&mut after, batch, &starts, width);
        layers.push(after);
    }
    let mut output = layers[layers.len() - 1].clone();
    drop_out(&mut output, &mut dropper, &mut masks);
    let out = POSITIONS * layout.sizes.hidden;
    let mut projected = vec![0.0; count * out];
    let project = &weights.rest[layout.project.clone()];
    multiply(&output, width, width, project, out, &mut projected);
    Encoded { starts, count, layers, gates, masks, output, projected }
}

/// The vectors from elsewhere of all words of a batch.
fn given(layout: &Layout, batch: &[&Example], starts: &[usize], count: usize) -> Vec<f32> {
    let vectors = layout.sizes.vectors;
    let length = vectors.length;
    let mut given = vec![0.0; count * length];
    if length == 0 {
        return given;
    }
    for (example, &start) in batch.iter().zip(starts) {
        for (i, &place) in example.vectors.iter().enumerate() {
            given[(start + i) * length..(start + i + 1) * length]
                .copy_from_slice(vectors.at(place));
        }
    }
    given
}

fn convolve(before: &[f32], width: usize, matrix: &[f32], bias: &[f32]) -> Vec<f32> {
    let mut after = vec![0.0; before.len()];
    let inner = &mut after[width..before.len() - width];
    for row in inner.chunks_mut(width) {
        row.copy_from_slice(bias);
    }
    multiply(before, width, 3 * width, matrix, width, inner);
    for (value, x) in after.iter_mut().zip(before) {
        *value = value.max(0.0) + x;
    }
    after
}

/// How much of the new value a gate lets in.
fn open(gate: f32) -> f32 {
    (0.25 * gate + 0.5).clamp(0.0, 1.0)
}

/// Candidates and gates of each word: first the candidates, then the gates. Between sentences the
/// state is set back.
fn recur(before: &[f32], width: usize, matrix: &[f32], bias: &[f32]) -> (Vec<f32>, Vec<f32>) {
    let count = before.len() / width;
    let mut gates = vec![0.0; 2 * before.len()];
    for row in gates.chunks_mut(2 * width) {
        row.copy_from_slice(bias);
    }
    multiply(before, width, width, matrix, 2 * width, &mut gates);
    let mut after = before.to_vec();
    let half = width / 2;
    let mut run = |part: Range<usize>, order: &mut dyn Iterator<Item = usize>| {
        let mut state = vec![0.0; half];
        for t in order {
            let blank = before[t * width..(t + 1) * width].iter().all(|x| *x == 0.0);
            for (k, j) in part.clone().enumerate() {
                let row = t * 2 * width;
                let f = open(gates[row + width + j]);
                state[k] += f * (gates[row + j] - state[k]);
                if blank {
                    state[k] = 0.0;
                }
                after[t * width + j] += state[k];
            }
        }
    };
    run(0..half, &mut (0..count));
    run(half..width, &mut (0..count).rev());
    (after, gates)
}

/// The gradient of [`recur`] with respect to candidates and gates.
fn recur_back(
    before: &[f32],
    after: &[f32],
    gates: &[f32],
    flow: &[f32],
    width: usize,
) -> Vec<f32> {
    let count = before.len() / width;
    let half = width / 2;
    let mut out = vec![0.0; gates.len()];
    let state = |t: usize, j: usize| after[t * width + j] - before[t * width + j];
    let mut run = |part: Range<usize>, order: &mut dyn Iterator<Item = usize>, step: isize| {
        let mut carry = vec![0.0; half];
        for t in order {
            let blank = before[t * width..(t + 1) * width].iter().all(|x| *x == 0.0);
            if blank {
                carry.fill(0.0);
                continue;
            }
            let last = t.wrapping_add_signed(step);
            for (k, j) in part.clone().enumerate() {
                let row = t * 2 * width;
                let gate = gates[row + width + j];
                let f = open(gate);
                let d = flow[t * width + j] + carry[k];
                out[row + j] = d * f;
                if gate > -2.0 && gate < 2.0 {
                    out[row + width + j] = 0.25 * d * (gates[row + j] - state(last, j));
                }
                carry[k] = d * (1.0 - f);
            }
        }
    };
    run(0..half, &mut (0..count).rev(), -1);
    run(half..width, &mut (0..count), 1);
    out
}

fn clear_gaps(values: &mut [f32], batch: &[&Example], starts: &[usize], width: usize) {
    values[..width].fill(0.0);
    for (example, start) in batch.iter().zip(starts) {
        let gap = start + example.rows.len();
        values[gap * width..(gap + 1) * width].fill(0.0);
    }
}

fn drop_out(
    values: &mut [f32],
    noise: &mut Option<(Noise, &mut Random)>,
    masks: &mut Vec<Vec<f32>>,
) {
    let Some((noise, random)) = noise else { return };
    let keep = 1.0 / (1.0 - noise.dropout);
    let mask: Vec<f32> =
        values.iter().map(|_| if random.unit() < noise.dropout { 0.0 } else { keep }).collect();
    for (value, mask) in values.iter_mut().zip(&mask) {
        *value *= mask;
    }
    masks.push(mask);
}

/// Gradients as far as they are dense, and those of the projections.
pub(crate) struct Gradient {
    pub(crate) rest: Vec<f32>,
    pub(crate) projected: Vec<f32>,
    pub(crate) output: Vec<f32>,
}

impl Gradient {
    pub(crate) fn new(layout: &Layout, encoded: &Encoded) -> Self {
        Self {
            rest: vec![0.0; layout.total],
            projected: vec![0.0; encoded.projected.len()],
            output: vec![0.0; encoded.count * layout.sizes.width],
        }
    }
}

/// Takes the gradients back through projections and convolutions; the gradient of the summed rows.
pub(crate) fn back(
    layout: &Layout,
    weights: &Weights,
    encoded: &Encoded,
    gradient: &mut Gradient,
    batch: &[&Example],
) -> Vec<f32> {
    let width = layout.sizes.width;
    let out = POSITIONS * layout.sizes.hidden;
    let project = layout.project.clone();
    outer(
        &encoded.output,
        width,
        width,
        &gradient.projected,
        out,
        &mut gradient.rest[project.clone()],
    );
    let turned = transposed(&weights.rest[project], out);
    let mut flow = std::mem::take(&mut gradient.output);
    multiply(&gradient.projected, out, out, &turned, width, &mut flow);
    if let Some(mask) = encoded.masks.get(1) {
        scale(&mut flow, mask);
    }
    for (i, (kind, matrix, bias)) in layout.layers.iter().enumerate().rev() {
        clear_gaps(&mut flow, batch, &encoded.starts, width);
        let (before, after) = (&encoded.layers[i], &encoded.layers[i + 1]);
        if *kind == Kind::Recurrence {
            let inner = recur_back(before, after, &encoded.gates[i], &flow, width);
            outer(before, width, width, &inner, 2 * width, &mut gradient.rest[matrix.clone()]);
            for row in inner.chunks(2 * width) {
                add(&mut gradient.rest[bias.clone()], row);
            }
            let turned = transposed(&weights.rest[matrix.clone()], 2 * width);
            multiply(&inner, 2 * width, 2 * width, &turned, width, &mut flow);
            continue;
        }
        let mut inner: Vec<f32> = flow[width..(encoded.count - 1) * width].to_vec();
        for (at, value) in inner.iter_mut().enumerate() {
            if after[at + width] <= before[at + width] {
                *value = 0.0;
            }
        }
        outer(before, width, 3 * width, &inner, width, &mut gradient.rest[matrix.clone()]);
        for row in inner.chunks(width) {
            add(&mut gradient.rest[bias.clone()], row);
        }
        let turned = transposed(&weights.rest[matrix.clone()], width);
        let mut wide = vec![0.0; inner.len() * 3];
        multiply(&inner, width, width, &turned, 3 * width, &mut wide);
        for (row, wide) in wide.chunks(3 * width).enumerate() {
            add(&mut flow[row * width..(row + 3) * width], wide);
        }
    }
    clear_gaps(&mut flow, batch, &encoded.starts, width);
    if let Some(mask) = encoded.masks.first() {
        scale(&mut flow, mask);
    }
    let given = given(layout, batch, &encoded.starts, encoded.count);
    let length = layout.sizes.vectors.length;
    let matrix = &mut gradient.rest[layout.vectors.clone()];
    outer(&given, length, length, &flow, width, matrix);
    flow
}

fn scale(values: &mut [f32], factors: &[f32]) {
    for (value, factor) in values.iter_mut().zip(factors) {
        *value *= factor;
    }
}

/// Scores of rows of weights with a bias each.
fn scores(rows: &[f32], input: &[f32], out: &mut Vec<f32>) {
    out.clear();
    out.extend(rows.chunks(input.len() + 1).map(|row| {
        let mut lanes = [0.0_f32; 16];
        for (x, w) in input.chunks_exact(16).zip(row.chunks_exact(16)) {
            for i in 0..16 {
                lanes[i] += x[i] * w[i];
            }
        }
        lanes.iter().sum::<f32>() + row[input.len()]
    }));
}

/// Adds the gradients of [`scores`].
fn scores_back(rows: &[f32], input: &[f32], flow: &[f32], grad: &mut [f32], back: &mut [f32]) {
    let size = input.len() + 1;
    for ((row, grad), &d) in rows.chunks(size).zip(grad.chunks_mut(size)).zip(flow) {
        if d.abs() < 1e-7 {
            continue;
        }
        for (g, x) in grad.iter_mut().zip(input) {
            *g += d * x;
        }
        grad[input.len()] += d;
        for (b, w) in back.iter_mut().zip(row) {
            *b += d * w;
        }
    }
}

/// The index of the greatest.
pub(crate) fn best(scores: &[f32]) -> usize {
    (0..scores.len()).fold(0, |top, i| if scores[i] > scores[top] { i } else { top })
}

/// A model that has been trained, at work on a batch.
pub(crate) struct Teacher<'a> {
    pub(crate) layout: &'a Layout,
    pub(crate) weights: &'a Weights,
    pub(crate) encoded: Encoded,
}

/// What learning needs besides the weights.
pub(crate) struct Lesson<'a> {
    pub(crate) gradient: &'a mut Gradient,
    pub(crate) random: &'a mut Random,
    pub(crate) noise: Noise,
    /// What one word weighs.
    pub(crate) factor: f32,
    /// Models whose opinions count `trust` and the treebank the rest.
    pub(crate) teachers: &'a [Teacher<'a>],
    pub(crate) trust: f32,
}

/// `scores` become the gradient: the difference between their probabilities and the target.
fn difference(scores: &mut [f32], gold: usize, opinion: &[f32], trust: f32, factor: f32) {
    softmax(scores);
    for (i, p) in scores.iter_mut().enumerate() {
        let gold = f32::from(u8::from(i == gold));
        let target = match opinion.get(i) {
            Some(opinion) => trust * opinion + (1.0 - trust) * gold,
            None => gold,
        };
        *p = (*p - target) * factor;
    }
}

/// The mean of the probabilities that teachers give.
fn opinion(all: impl Iterator<Item = Vec<f32>>) -> Vec<f32> {
    let mut sum: Vec<f32> = Vec::new();
    let mut count = 0.0;
    for mut scores in all {
        softmax(&mut scores);
        sum.resize(scores.len(), 0.0);
        add(&mut sum, &scores);
        count += 1.0;
    }
    sum.iter_mut().for_each(|p| *p /= count);
    sum
}

/// Tags of a sentence; with a lesson also the gradients.
pub(crate) fn tag(
    layout: &Layout,
    weights: &Weights,
    encoded: &Encoded,
    start: usize,
    example: &Example,
    mut lesson: Option<&mut Lesson<'_>>,
) -> (Vec<u8>, Vec<u8>) {
    let width = layout.sizes.width;
    let mut found = (Vec::new(), Vec::new());
    let mut out = Vec::new();
    for i in 0..example.rows.len() {
        let range = (start + i) * width..(start + i + 1) * width;
        for which in 0..2 {
            let part = if which == 0 { &layout.tags } else { &layout.morphs };
            let rows = &weights.rest[part.clone()];
            scores(rows, &encoded.output[range.clone()], &mut out);
            let label = best(&out) as u8;
            if which == 0 {
                found.0.push(label)
            } else {
                found.1.push(label)
            }
            if let Some(lesson) = &mut lesson {
                let opinion = opinion(lesson.teachers.iter().map(|teacher| {
                    let Layout { tags, morphs, sizes, .. } = teacher.layout;
                    let part = if which == 0 { tags } else { morphs };
                    let range = (start + i) * sizes.width..(start + i + 1) * sizes.width;
                    let mut out = Vec::new();
                    let input = &teacher.encoded.output[range];
                    scores(&teacher.weights.rest[part.clone()], input, &mut out);
                    out
                }));
                let (gold, share) =
                    if which == 0 { (&example.tags, 1.0) } else { (&example.morphs, 0.5) };
                let gold = usize::from(gold[i]);
                difference(&mut out, gold, &opinion, lesson.trust, lesson.factor * share);
                let Gradient { rest, output, .. } = &mut *lesson.gradient;
                let grad = &mut rest[part.clone()];
                let input = &encoded.output[range.clone()];
                scores_back(rows, input, &out, grad, &mut output[range.clone()]);
            }
        }
    }
    found
}

/// Where the vector that a word adds at a position stands: among the projections, or the weights.
fn place(
    layout: &Layout,
    start: usize,
    words: usize,
    slot: usize,
    word: u32,
) -> Result<usize, usize> {
    let hidden = layout.sizes.hidden;
    let word = word as usize;
    if word < words {
        Ok((start + word) * POSITIONS * hidden + slot * hidden)
    } else {
        Err(layout.special.start + (2 * slot + (word - words)) * hidden)
    }
}

/// The vector of a state, rectified.
fn vector(
    layout: &Layout,
    weights: &Weights,
    encoded: &Encoded,
    start: usize,
    state: &State,
    tags: &[u8],
    sum: &mut Vec<f32>,
) {
    let hidden = layout.sizes.hidden;
    let positions = state.positions();
    sum.clear();
    sum.extend_from_slice(&weights.rest[layout.hidden_bias.clone()]);
    for (slot, &word) in positions.iter().enumerate() {
        match place(layout, start, tags.len(), slot, word) {
            Ok(at) => add(sum, &encoded.projected[at..at + hidden]),
            Err(at) => add(sum, &weights.rest[at..at + hidden]),
        }
    }
    for sign in state.signs(&positions, tags) {
        let at = layout.signs.start + sign * hidden;
        add(sum, &weights.rest[at..at + hidden]);
    }
    sum.iter_mut().for_each(|x| *x = x.max(0.0));
}

/// What a state costs: for each action, how many gold arcs can no longer be drawn.
fn costs(state: &State, example: &Example) -> [u32; 3] {
    let next = state.next();
    let stack = state.stack();
    let words = example.heads.len() as u32;
    let head = |word: u32| example.heads[word as usize];
    let mut costs = [0; 3];
    if next < words {
        let wanted = head(next);
        let below = &stack[..stack.len().saturating_sub(1)];
        costs[0] += u32::from(below.contains(&wanted));
        costs[0] += stack.iter().filter(|&&word| head(word) == next).count() as u32;
    }
    if let Some(&top) = stack.last() {
        let wanted = head(top);
        let second = stack.len().checked_sub(2).map(|i| stack[i]);
        let children = (next..words).filter(|&word| head(word) == top).count() as u32;
        costs[1] += children + u32::from(wanted > next || second == Some(wanted));
        costs[2] += children + u32::from(wanted >= next);
    }
    costs
}

/// Parses a sentence with the tags found for it; with a lesson, learns on the way.
pub(crate) fn parse(
    layout: &Layout,
    weights: &Weights,
    encoded: &Encoded,
    start: usize,
    example: &Example,
    tags: &[u8],
    mut lesson: Option<&mut Lesson<'_>>,
) -> State {
    let hidden = layout.sizes.hidden;
    let mut state = State::default();
    state.reset(tags.len());
    let (mut out, mut labels, mut sum) = (Vec::new(), Vec::new(), Vec::new());
    let teacher_tags: Vec<Vec<u8>> = lesson.as_ref().map_or_else(Vec::new, |lesson| {
        let tags = |t: &Teacher<'_>| tag(t.layout, t.weights, &t.encoded, start, example, None).0;
        lesson.teachers.iter().map(tags).collect()
    });
    while !state.is_done() {
        vector(layout, weights, encoded, start, &state, tags, &mut sum);
        scores(&weights.rest[layout.actions.clone()], &sum, &mut out);
        mask(&mut out, state.valid());
        let mut action = best(&out);
        if let Some(lesson) = &mut lesson {
            let learner = Learner { layout, weights, start, tags };
            action = learner.learn(&state, example, &sum, &mut out, lesson, &teacher_tags);
        }
        let mut rel = 0;
        if action > 0 {
            scores(&weights.rest[rel_rows(layout, action, hidden)], &sum, &mut labels);
            rel = best(&labels) as u8;
        }
        state.apply(Action::ALL[action], rel);
    }
    state
}

fn mask(scores: &mut [f32], valid: [bool; 3]) {
    for (score, valid) in scores.iter_mut().zip(valid) {
        if !valid {
            *score = -1e9;
        }
    }
}

/// A sentence under the eyes of the oracle.
struct Learner<'a> {
    layout: &'a Layout,
    weights: &'a Weights,
    start: usize,
    tags: &'a [u8],
}

impl Learner<'_> {
    /// Adds the gradients of one state; which action to take next.
    fn learn(
        &self,
        state: &State,
        example: &Example,
        sum: &[f32],
        out: &mut [f32],
        lesson: &mut Lesson<'_>,
        teacher_tags: &[Vec<u8>],
    ) -> usize {
        let (layout, weights, hidden) = (self.layout, self.weights, self.layout.sizes.hidden);
        let valid = state.valid();
        let mut action = best(out);
        let costs = costs(state, example);
        let least = (0..3).filter(|&i| valid[i]).map(|i| costs[i]).min().unwrap_or(0);
        let good = [0, 1, 2].map(|i| valid[i] && costs[i] == least);
        let views: Vec<Vec<f32>> = lesson
            .teachers
            .iter()
            .zip(teacher_tags)
            .map(|(t, tags)| {
                let mut sum = Vec::new();
                vector(t.layout, t.weights, &t.encoded, self.start, state, tags, &mut sum);
                sum
            })
            .collect();
        let views = || lesson.teachers.iter().zip(&views);
        let advice = opinion(views().map(|(t, view)| {
            let mut out = Vec::new();
            scores(&t.weights.rest[t.layout.actions.clone()], view, &mut out);
            mask(&mut out, valid);
            out
        }));
        softmax(out);
        let mass: f32 = (0..3).filter(|&i| good[i]).map(|i| out[i]).sum();
        let wanted: Vec<f32> =
            (0..3).map(|i| if good[i] { out[i] / mass.max(1e-6) } else { 0.0 }).collect();
        for (i, p) in out.iter_mut().enumerate() {
            let target = match advice.get(i) {
                Some(advice) => lesson.trust * advice + (1.0 - lesson.trust) * wanted[i],
                None => wanted[i],
            };
            *p = (*p - target) * lesson.factor;
        }
        let mut flow = vec![0.0; hidden];
        let actions = layout.actions.clone();
        let rows = &weights.rest[actions.clone()];
        scores_back(rows, sum, out, &mut lesson.gradient.rest[actions], &mut flow);
        // Relations are learned on right arcs, whether or not the arc is the step taken.
        let mut labels = Vec::new();
        for i in [1, 2] {
            let Some((head, word)) = state.arc(Action::ALL[i]).filter(|_| valid[i]) else {
                continue;
            };
            if example.heads[word as usize] != head {
                continue;
            }
            let advice = opinion(views().map(|(t, view)| {
                let mut out = Vec::new();
                let part = rel_rows(t.layout, i, t.layout.sizes.hidden);
                scores(&t.weights.rest[part], view, &mut out);
                out
            }));
            let part = rel_rows(layout, i, hidden);
            let rows = &weights.rest[part.clone()];
            scores(rows, sum, &mut labels);
            let gold = usize::from(example.rels[word as usize]);
            difference(&mut labels, gold, &advice, lesson.trust, lesson.factor);
            scores_back(rows, sum, &labels, &mut lesson.gradient.rest[part], &mut flow);
        }
        self.spread(state, sum, &mut flow, lesson.gradient);
        if !good[action] && lesson.random.unit() >= lesson.noise.explore {
            action = best(&wanted);
        }
        action
    }

    /// Hands the gradient of a state on to all that it was summed from.
    fn spread(&self, state: &State, sum: &[f32], flow: &mut [f32], gradient: &mut Gradient) {
        let hidden = self.layout.sizes.hidden;
        for (d, x) in flow.iter_mut().zip(sum) {
            if *x <= 0.0 {
                *d = 0.0;
            }
        }
        add(&mut gradient.rest[self.layout.hidden_bias.clone()], flow);
        let positions = state.positions();
        for (slot, &word) in positions.iter().enumerate() {
            match place(self.layout, self.start, self.tags.len(), slot, word) {
                Ok(at) => add(&mut gradient.projected[at..at + hidden], flow),
                Err(at) => add(&mut gradient.rest[at..at + hidden], flow),
            }
        }
        for sign in state.signs(&positions, self.tags) {
            let at = self.layout.signs.start + sign * hidden;
            add(&mut gradient.rest[at..at + hidden], flow);
        }
    }
}

/// The rows that score relations after an action to the left or right.
fn rel_rows(layout: &Layout, action: usize, hidden: usize) -> Range<usize> {
    let size = RELS * (hidden + 1);
    let start = layout.rels.start + (action - 1) * size;
    start..start + size
}
