//! The documents of one group, and the pairs of values that answer one question.

use std::error::Error;
use std::fs;
use std::path::Path;

use corroborate::reconcile::{Answers, answers};
use corroborate::{Document, Options, pipeline};

/// Two values of one kind.
pub(crate) struct Pair {
    pub(crate) features: Vec<f64>,
    /// Whether somebody marked the passages that they stand in as answers to one question.
    pub(crate) answer: bool,
    /// Whether the values are the same, or one lies within the other.
    pub(crate) fit: bool,
    told: Answers,
}

/// A group of documents.
pub(crate) struct Group {
    pub(crate) pairs: Vec<Pair>,
}

/// A passage: its document, where it begins and where it ends.
type Place = (u32, usize, usize);

impl Group {
    /// Reads a file.
    pub(crate) fn read(file: &Path) -> Result<Self, Box<dyn Error>> {
        let text = fs::read_to_string(file)?;
        let mut documents: Vec<(String, String)> = Vec::new();
        let mut marked: Vec<[&str; 2]> = Vec::new();
        for line in text.lines() {
            if let Some(name) = line.strip_prefix("=== ") {
                documents.push((name.to_owned(), String::new()));
            } else if let Some(passages) = line.strip_prefix("C|").or(line.strip_prefix("A|")) {
                let (left, right) = passages.split_once('|').ok_or("no second passage")?;
                marked.push([left, right.split('|').next().unwrap_or_default()]);
            } else if let Some((_, text)) = documents.last_mut() {
                text.push_str(line);
                text.push('\n');
            }
        }
        let documents: Vec<Document> =
            documents.iter().map(|(name, text)| Document::new(name, text.trim())).collect();
        let options = Options::default();
        let run = pipeline::run(&documents, &options);
        let texts: Vec<&str> =
            run.analyses.iter().map(|analysis| &*analysis.reading.text).collect();
        let mut places: Vec<[Vec<Place>; 2]> = Vec::new();
        for passages in marked {
            let found = passages.map(|passage| find(&texts, passage));
            for (passage, found) in passages.iter().zip(&found) {
                if found.is_empty() {
                    eprintln!("{}: {passage:?} stands in no document", file.display());
                }
            }
            places.push(found);
        }
        let pairs = answers(&run, &options.vocabulary).into_iter();
        let pairs = pairs.map(|told| Pair {
            features: told.features.iter().map(|feature| f64::from(*feature) / 1000.0).collect(),
            answer: places.iter().any(|places| is_marked(&told, places)),
            fit: told.fit,
            told,
        });
        Ok(Self { pairs: pairs.collect() })
    }

    /// How far each pair is ahead of the best one that has another value for either.
    pub(crate) fn ahead(&self, scores: &[f64]) -> Vec<f64> {
        let end = |pair: &Pair, side: usize| (pair.told.documents[side], pair.told.spans[side]);
        let ahead = |pair: &Pair, score: f64| {
            let rival = self.pairs.iter().zip(scores).filter(|(other, _)| {
                let [left, right] = [0, 1].map(|side| end(pair, side) == end(other, side));
                left != right && pair.told.documents == other.told.documents
            });
            score - rival.map(|(_, score)| *score).fold(-3.0, f64::max) / 2.0
        };
        self.pairs.iter().zip(scores).map(|(pair, score)| ahead(pair, *score)).collect()
    }
}

fn find(texts: &[&str], passage: &str) -> Vec<Place> {
    let of = |(document, text): (u32, &&str)| {
        text.find(passage).map(|start| (document, start, start + passage.len()))
    };
    (0..).zip(texts).filter_map(of).collect()
}

fn is_marked(told: &Answers, places: &[Vec<Place>; 2]) -> bool {
    let inside = |side: usize, places: &[Place]| {
        places.iter().any(|&(document, start, end)| {
            let span = told.spans[side];
            document == told.documents[side]
                && (span.start as usize) < end
                && start < span.end as usize
        })
    };
    let [left, right] = places;
    inside(0, left) && inside(1, right) || inside(0, right) && inside(1, left)
}
