//! Adam, sparse for the rows of features, and a running average of the weights.

use crate::network::{Example, Layout, Weights};
use crate::options::Options;

const BETA1: f32 = 0.9;
const BETA2: f32 = 0.98;
const EPSILON: f32 = 1e-8;
/// The average is brought up to date after this many steps.
const INTERVAL: usize = 20;

pub(crate) struct Optimizer {
    first: Weights,
    second: Weights,
    /// Average of the weights over the last steps.
    pub(crate) average: Weights,
    rate: f32,
    decay: f32,
    steps: usize,
    touched: Vec<u32>,
    sums: Vec<f32>,
}

impl Optimizer {
    pub(crate) fn new(weights: &Weights, options: &Options) -> Self {
        let zero =
            Weights { rows: vec![0.0; weights.rows.len()], rest: vec![0.0; weights.rest.len()] };
        Self {
            first: zero.clone(),
            second: zero.clone(),
            average: weights.clone(),
            rate: options.rate,
            decay: options.average,
            steps: 0,
            touched: Vec::new(),
            sums: zero.rows,
        }
    }

    /// One step; `progress` from 0 to 1 lowers the rate.
    #[allow(clippy::too_many_arguments, reason = "the parts of one step")]
    pub(crate) fn step(
        &mut self,
        layout: &Layout,
        weights: &mut Weights,
        rest: &[f32],
        flow: &[f32],
        batch: &[&Example],
        starts: &[usize],
        progress: f32,
    ) {
        self.steps += 1;
        let width = layout.sizes.width;
        let warm = (self.steps as f32 / 200.0).min(1.0);
        let rate = self.rate * warm * (1.0 - 0.98 * progress);
        for (example, &start) in batch.iter().zip(starts) {
            for (i, rows) in example.rows.iter().enumerate() {
                let d = &flow[(start + i) * width..(start + i + 1) * width];
                for &row in rows {
                    self.touched.push(row);
                    let at = row as usize * width;
                    crate::add(&mut self.sums[at..at + width], d);
                }
            }
        }
        self.touched.sort_unstable();
        self.touched.dedup();
        for &row in &self.touched {
            let range = row as usize * width..(row as usize + 1) * width;
            adam(
                &mut weights.rows[range.clone()],
                &self.sums[range.clone()],
                &mut self.first.rows[range.clone()],
                &mut self.second.rows[range.clone()],
                rate,
            );
            self.sums[range].fill(0.0);
        }
        self.touched.clear();
        let norm = rest.iter().map(|g| g * g).sum::<f32>().sqrt();
        let rate = if norm > 5.0 { rate * 5.0 / norm } else { rate };
        adam(&mut weights.rest, rest, &mut self.first.rest, &mut self.second.rest, rate);
        if self.steps.is_multiple_of(INTERVAL) {
            self.blend(weights);
        }
    }

    fn blend(&mut self, weights: &Weights) {
        let count = (self.steps / INTERVAL) as f32;
        let decay = self.decay.min((1.0 + count) / (10.0 + count));
        for (average, now) in
            [(&mut self.average.rows, &weights.rows), (&mut self.average.rest, &weights.rest)]
        {
            for (a, w) in average.iter_mut().zip(now) {
                *a += (1.0 - decay) * (w - *a);
            }
        }
    }
}

fn adam(weights: &mut [f32], grad: &[f32], first: &mut [f32], second: &mut [f32], rate: f32) {
    for (((w, g), m), v) in weights.iter_mut().zip(grad).zip(first).zip(second) {
        *m = BETA1 * *m + (1.0 - BETA1) * g;
        *v = BETA2 * *v + (1.0 - BETA2) * g * g;
        *w -= rate * *m / (v.sqrt() + EPSILON);
    }
}
