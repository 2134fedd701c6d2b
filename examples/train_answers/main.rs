//! Learns how surely two values answer one question.
//!
//! ```console
//! cargo run --profile fast --example train_answers -- \
//!     examples/train_answers/texts src/reconcile/answer/weights.rs
//! ```
//!
//! Each file of the folder holds the documents of a group, each after a line `=== NAME`, and the pairs of passages
//! that answer one question: `C|PASSAGE|PASSAGE` where they contradict each other, `A|PASSAGE|PASSAGE` where they
//! agree. All other pairs of values of two documents answer none. What is printed is how many pairs of each file
//! are found by weights learned from the other files.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for its makers tells what it does"
)]

mod group;
mod logistic;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use corroborate::reconcile::ANSWER_FEATURES;
use group::{Group, Pair};
use logistic::Model;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [texts, weights] = &arguments[..] else {
        return Err("usage: train_answers FOLDER WEIGHTS.rs".into());
    };
    let groups = read(Path::new(texts))?;
    crossed(&groups);
    let model = Model::learn(groups.iter().flat_map(|group| &group.pairs));
    fs::write(weights, render(&model))?;
    Ok(())
}

fn read(folder: &Path) -> Result<Vec<Group>, Box<dyn Error>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    files.iter().map(|file| Group::read(file)).collect()
}

/// Prints how well the pairs of each group are told by weights that were learned from the others.
fn crossed(groups: &[Group]) {
    let mut told: Vec<(f64, &Pair)> = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        let others = groups.iter().enumerate().filter(|(other, _)| *other != at);
        let model = Model::learn(others.flat_map(|(_, group)| &group.pairs));
        let scores: Vec<f64> = group.pairs.iter().map(|pair| model.score(&pair.features)).collect();
        told.extend(group.ahead(&scores).into_iter().zip(&group.pairs));
    }
    told.sort_by(|x, y| y.0.total_cmp(&x.0));
    let (mut right, mut wrong) = (0, 0);
    println!("ahead  right  wrong, of pairs whose values differ");
    let mut next = 20;
    for (ahead, pair) in told.iter().filter(|(_, pair)| pair.answer || !pair.fit) {
        if pair.answer {
            right += 1;
        } else {
            wrong += 1;
        }
        if right == next && pair.answer {
            println!("{ahead:5.2}  {right:5}  {wrong:5}");
            next += 20;
        }
    }
}

fn render(model: &Model) -> String {
    let thousandths = |weight: f64| (weight * 1000.0).round() as i32;
    let rows: String = ANSWER_FEATURES
        .iter()
        .zip(&model.weights)
        .map(|(name, weight)| format!("    {}, // {name}\n", thousandths(*weight)))
        .collect();
    format!(
        "//! What each feature weighs; made by `cargo run --profile fast --example train_answers`.\n\n\
         /// What all pairs have, in thousandths of the logarithm of the odds.\n\
         pub(super) const BIAS: i32 = {};\n\n\
         /// By feature, for one that holds.\n\
         #[rustfmt::skip]\n\
         pub(super) const WEIGHTS: &[i32] = &[\n{rows}];\n",
        thousandths(model.bias)
    )
}
