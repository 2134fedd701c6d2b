//! Classes of like words, by the vectors that somebody else made of them.

use corroborate::lexicon::fold;
use corroborate::mention::name::sheet::Common;

/// How many words have a class.
const WORDS: usize = 12_000;

/// How many classes there are, at most 255.
const CLASSES: usize = 200;

/// How often the classes are made anew about their means.
const ROUNDS: usize = 12;

type Vector = Vec<f32>;

/// The table of classes, as [`Common`] reads it.
pub(crate) fn table(vectors: &str) -> Vec<u8> {
    let words: Vec<(&str, Vector)> = vectors.lines().filter_map(word).take(WORDS).collect();
    let mut table = vec![0; 3 * Common::SLOTS];
    for ((word, _), class) in words.iter().zip(classes(&words)) {
        let (mut slots, [a, b]) = Common::slots(&fold(word));
        let free = |slot: &usize| table[slot - Common::FILTER + 2] == 0;
        let at = slots.find(free).expect("more room than words") - Common::FILTER;
        table[at..at + 3].copy_from_slice(&[a, b, class + 1]);
    }
    table
}

fn word(line: &str) -> Option<(&str, Vector)> {
    let (word, numbers) = line.split_once(' ')?;
    let letters = word.chars().all(char::is_alphabetic);
    let numbers = numbers.split_whitespace().filter_map(|number| number.parse().ok());
    letters.then(|| (word, unit(numbers.take(100).collect())))
}

fn unit(mut vector: Vector) -> Vector {
    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-6);
    vector.iter_mut().for_each(|x| *x /= length);
    vector
}

fn classes(words: &[(&str, Vector)]) -> Vec<u8> {
    let step = words.len() / CLASSES;
    let mut means: Vec<Vector> = (0..CLASSES).map(|class| words[class * step].1.clone()).collect();
    let mut found = Vec::new();
    for _ in 0..ROUNDS {
        found = words.iter().map(|word| nearest(&word.1, &means)).collect();
        let mut sums = vec![vec![0.0; means[0].len()]; CLASSES];
        for (word, class) in words.iter().zip(&found) {
            let sum = &mut sums[usize::from(*class)];
            sum.iter_mut().zip(&word.1).for_each(|(sum, x)| *sum += x);
        }
        means = sums.into_iter().map(unit).collect();
    }
    found
}

fn nearest(vector: &Vector, means: &[Vector]) -> u8 {
    let like = |mean: &Vector| mean.iter().zip(vector).map(|(a, b)| a * b).sum::<f32>();
    let best = (0..CLASSES).max_by(|a, b| like(&means[*a]).total_cmp(&like(&means[*b])));
    best.and_then(|class| u8::try_from(class).ok()).unwrap_or(0)
}
