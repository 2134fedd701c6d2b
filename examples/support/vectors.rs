//! Vectors of words that were learned elsewhere from much text, as one more input of the network.
//!
//! They stay as they are; what is learned is a matrix that takes them to the width of the network.
//! So words that the treebanks lack stand near those that they have.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use corroborate::syntax::training::{Case, hashes};

/// The vectors of words, the zero vector first for all that have none.
#[derive(Debug, Default)]
pub(crate) struct Vectors {
    /// The length of a vector, whose last number is 1 for each word that has one.
    pub(crate) length: usize,
    values: Vec<f32>,
    /// From the hash of a form to its vector.
    places: BTreeMap<u32, u32>,
}

/// How far the numbers of a vector lie from 0: far enough for a matrix to learn quickly from them,
/// and not so far that it learns nothing else.
const SPREAD: f32 = 0.25;

impl Vectors {
    /// Reads a file with a word and its numbers in each line.
    pub(crate) fn read(path: &Path) -> io::Result<Self> {
        let text = io::read_to_string(std::fs::File::open(path)?)?;
        let mut rows: Vec<Vec<f32>> = Vec::new();
        let mut places = BTreeMap::new();
        for line in text.lines() {
            let mut parts = line.split(' ');
            let form = parts.next().unwrap_or_default();
            let numbers = parts.map(|part| part.parse::<f32>().map_err(io::Error::other));
            let key = hashes(form, 1, Case::Normal)[0];
            places.entry(key).or_insert(rows.len() as u32 + 1);
            rows.push(numbers.collect::<io::Result<_>>()?);
        }
        let length = rows.first().map_or(0, Vec::len);
        even_out(&mut rows, length);
        let mut values = vec![0.0; length + 1];
        for row in &rows {
            values.extend(row.iter().take(length));
            values.push(1.0);
        }
        Ok(Self { length: length + 1, values, places })
    }

    /// Which vector a form with this hash has.
    pub(crate) fn place(&self, hash: u32) -> u32 {
        self.places.get(&hash).copied().unwrap_or(0)
    }

    /// The vector at a place.
    pub(crate) fn at(&self, place: u32) -> &[f32] {
        let start = place as usize * self.length;
        &self.values[start..start + self.length]
    }

    /// The hashes of all forms that have vectors, and the places of these.
    pub(crate) fn places(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.places.iter().map(|(&hash, &place)| (hash, place))
    }
}

/// Gives all vectors the same length, since that depends on how frequent a word is, and all their
/// dimensions the same mean and spread.
fn even_out(rows: &mut [Vec<f32>], length: usize) {
    for row in rows.iter_mut() {
        let norm = row.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-6);
        row.iter_mut().for_each(|x| *x /= norm);
    }
    let count = rows.len().max(1) as f64;
    for i in 0..length {
        let mean = rows.iter().map(|row| f64::from(row[i])).sum::<f64>() / count;
        let square = |row: &Vec<f32>| (f64::from(row[i]) - mean).powi(2);
        let spread = (rows.iter().map(square).sum::<f64>() / count).sqrt().max(1e-9);
        for row in rows.iter_mut() {
            row[i] = ((f64::from(row[i]) - mean) / spread) as f32 * SPREAD;
        }
    }
}
