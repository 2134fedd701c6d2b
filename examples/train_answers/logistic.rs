//! Logistic regression with a penalty on large weights, by Newton's method.

use super::group::Pair;

/// How dear large weights are.
const PENALTY: f64 = 1.0;

/// Steps after which nothing changes any more.
const STEPS: usize = 25;

/// What was learned.
pub(crate) struct Model {
    pub(crate) weights: Vec<f64>,
    pub(crate) bias: f64,
}

impl Model {
    /// Learns from pairs.
    pub(crate) fn learn<'p>(pairs: impl Iterator<Item = &'p Pair>) -> Self {
        let rows: Vec<(Vec<f64>, f64)> = pairs
            .map(|pair| {
                let with_bias = pair.features.iter().copied().chain([1.0]).collect();
                (with_bias, if pair.answer { 1.0 } else { 0.0 })
            })
            .collect();
        let size = rows.first().map_or(1, |(row, _)| row.len());
        let mut weights = vec![0.0; size];
        for _ in 0..STEPS {
            let (gradient, curvature) = slope(&rows, &weights);
            for (weight, step) in weights.iter_mut().zip(solve(curvature, gradient)) {
                *weight -= step;
            }
        }
        let bias = weights.pop().unwrap_or_default();
        Self { weights, bias }
    }

    /// The logarithm of the odds.
    pub(crate) fn score(&self, features: &[f64]) -> f64 {
        self.bias + features.iter().zip(&self.weights).map(|(x, w)| x * w).sum::<f64>()
    }
}

/// The gradient and the matrix of second derivatives of the loss.
fn slope(rows: &[(Vec<f64>, f64)], weights: &[f64]) -> (Vec<f64>, Vec<Vec<f64>>) {
    let size = weights.len();
    let penalty = |at: usize| if at + 1 == size { 1e-9 } else { PENALTY };
    let mut gradient: Vec<f64> = (0..size).map(|at| weights[at] * penalty(at)).collect();
    let mut curvature = vec![vec![0.0; size]; size];
    for (at, row) in curvature.iter_mut().enumerate() {
        row[at] = penalty(at);
    }
    for (row, answer) in rows {
        let sum: f64 = row.iter().zip(weights).map(|(x, w)| x * w).sum();
        let odds = 1.0 / (1.0 + (-sum).exp());
        for i in 0..size {
            gradient[i] += (odds - answer) * row[i];
            let part = odds * (1.0 - odds) * row[i];
            for j in 0..size {
                curvature[i][j] += part * row[j];
            }
        }
    }
    (gradient, curvature)
}

/// Solves a system of linear equations with a positive definite matrix by elimination.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let size = right.len();
    for at in 0..size {
        for below in at + 1..size {
            let factor = matrix[below][at] / matrix[at][at];
            let (above, rest) = matrix.split_at_mut(below);
            for (number, upper) in rest[0].iter_mut().zip(&above[at]).skip(at) {
                *number -= factor * upper;
            }
            right[below] -= factor * right[at];
        }
    }
    let mut solution = vec![0.0; size];
    for at in (0..size).rev() {
        let known: f64 = (at + 1..size).map(|column| matrix[at][column] * solution[column]).sum();
        solution[at] = (right[at] - known) / matrix[at][at];
    }
    solution
}
