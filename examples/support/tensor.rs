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
    let mut i = 0;
    while i < k {
        let rows = ROWS.min(k - i);
        let mut column = 0;
        while column < m {
            let width = TILE.min(m - column);
            let target = &mut c[i * m + column..];
            if rows == ROWS && width == TILE {
                outer_full(&a[i..], step, &d[column..], m, target);
            } else {
                outer_edge(&a[i..], step, &d[column..], m, (rows, width), target);
            }
            column += width;
        }
        i += rows;
    }
}

/// A tile of [`outer`]: all sums stay in registers.
fn outer_full(a: &[f32], step: usize, d: &[f32], m: usize, c: &mut [f32]) {
    let mut sums = [[0.0_f32; TILE]; ROWS];
    for t in 0..d.len().div_ceil(m) {
        let line: &[f32; TILE] = d[t * m..t * m + TILE].try_into().expect("a full tile");
        for (r, sum) in sums.iter_mut().enumerate() {
            let x = a[t * step + r];
            for j in 0..TILE {
                sum[j] += x * line[j];
            }
        }
    }
    for (r, sum) in sums.iter().enumerate() {
        add(&mut c[r * m..r * m + TILE], sum);
    }
}

/// A tile of [`outer`] at the edge.
fn outer_edge(
    a: &[f32],
    step: usize,
    d: &[f32],
    m: usize,
    (rows, width): (usize, usize),
    c: &mut [f32],
) {
    for r in 0..rows {
        let mut sum = [0.0_f32; TILE];
        for (x, line) in a.chunks(step).zip(d.chunks(m)) {
            for (target, value) in sum.iter_mut().zip(&line[..width]) {
                *target += x[r] * value;
            }
        }
        add(&mut c[r * m..r * m + width], &sum[..width]);
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
