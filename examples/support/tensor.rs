//! Small dense matrix products with a fixed order of additions, so that every machine and every
//! vector width gives the same bits.

const ROWS: usize = 4;
const TILE: usize = 32;

/// `c[n×m] += a[n×k] · b[k×m]`; the rows of `a` begin `step` values apart and may overlap.
pub(crate) fn multiply(a: &[f32], step: usize, k: usize, b: &[f32], m: usize, c: &mut [f32]) {
    let n = c.len() / m;
    let mut row = 0;
    while row < n {
        let rows = ROWS.min(n - row);
        let mut column = 0;
        while column < m {
            let width = TILE.min(m - column);
            if rows == ROWS && width == TILE {
                full(&a[row * step..], step, k, &b[column..], m, &mut c[row * m + column..]);
            } else {
                for r in row..row + rows {
                    edge(
                        &a[r * step..r * step + k],
                        &b[column..],
                        m,
                        &mut c[r * m + column..][..width],
                    );
                }
            }
            column += width;
        }
        row += rows;
    }
}

fn full(a: &[f32], step: usize, k: usize, b: &[f32], m: usize, c: &mut [f32]) {
    let mut sums = [[0.0_f32; TILE]; ROWS];
    for i in 0..k {
        let line: &[f32; TILE] = b[i * m..i * m + TILE].try_into().expect("a full tile");
        for (r, sum) in sums.iter_mut().enumerate() {
            let x = a[r * step + i];
            for j in 0..TILE {
                sum[j] += x * line[j];
            }
        }
    }
    for (r, sum) in sums.iter().enumerate() {
        for (target, value) in c[r * m..r * m + TILE].iter_mut().zip(sum) {
            *target += value;
        }
    }
}

fn edge(a: &[f32], b: &[f32], m: usize, c: &mut [f32]) {
    for (i, &x) in a.iter().enumerate() {
        for (target, weight) in c.iter_mut().zip(&b[i * m..]) {
            *target += x * weight;
        }
    }
}

/// `c[k×m] += aᵀ · d` for `a[n×k]` with rows `step` apart and `d[n×m]`.
pub(crate) fn outer(a: &[f32], step: usize, k: usize, d: &[f32], m: usize, c: &mut [f32]) {
    let n = d.len() / m;
    let mut i = 0;
    while i < k {
        let rows = ROWS.min(k - i);
        let mut column = 0;
        while column < m {
            let width = TILE.min(m - column);
            let mut sums = [[0.0_f32; TILE]; ROWS];
            for t in 0..n {
                let x = &a[t * step + i..t * step + i + rows];
                let line = &d[t * m + column..t * m + column + width];
                if rows == ROWS && width == TILE {
                    let line: &[f32; TILE] = line.try_into().expect("a full tile");
                    for (r, sum) in sums.iter_mut().enumerate() {
                        for j in 0..TILE {
                            sum[j] += x[r] * line[j];
                        }
                    }
                } else {
                    for (sum, &x) in sums.iter_mut().zip(x) {
                        for (target, value) in sum.iter_mut().zip(line) {
                            *target += x * value;
                        }
                    }
                }
            }
            for (r, sum) in sums.iter().enumerate().take(rows) {
                let start = (i + r) * m + column;
                for (target, value) in c[start..start + width].iter_mut().zip(sum) {
                    *target += value;
                }
            }
            column += width;
        }
        i += rows;
    }
}

/// `b[k×m]` as `m×k`.
pub(crate) fn transposed(b: &[f32], m: usize) -> Vec<f32> {
    let k = b.len() / m;
    let mut out = vec![0.0; b.len()];
    for i in 0..k {
        for j in 0..m {
            out[j * k + i] = b[i * m + j];
        }
    }
    out
}

/// Adds `x` to `y`.
pub(crate) fn add(y: &mut [f32], x: &[f32]) {
    for (y, x) in y.iter_mut().zip(x) {
        *y += x;
    }
}

/// Turns scores into probabilities.
pub(crate) fn softmax(scores: &mut [f32]) {
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = (*score - top).exp();
        sum += *score;
    }
    for score in scores.iter_mut() {
        *score /= sum;
    }
}

/// A small random generator (xorshift64*), the same on every machine.
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// From 0 up to, not including, 1.
    pub(crate) fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1_u64 << 24) as f32
    }

    /// Below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}
