//! Sentences made from templates: constructions of news that the treebanks hardly have.

use std::collections::BTreeMap;

use crate::conllu::{GoldSentence, GoldWord};
use crate::tensor::Random;

/// `each` sentences from every template, the same for the same random numbers.
pub(crate) fn sentences(each: usize, random: &mut Random) -> Vec<GoldSentence> {
    let mut slots: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut sentences = Vec::new();
    for line in include_str!("templates.txt").lines() {
        if let Some(slot) = line.strip_prefix('@') {
            let mut words = slot.split(' ');
            slots.insert(words.next().unwrap_or_default(), words.collect());
        } else if !line.is_empty() && !line.starts_with("# ") {
            sentences.extend((0..each).map(|_| sentence(line, &slots, random)));
        }
    }
    sentences
}

fn sentence(line: &str, slots: &BTreeMap<&str, Vec<&str>>, random: &mut Random) -> GoldSentence {
    let words = line.split(' ').map(|word| {
        let mut parts = word.rsplitn(4, '/');
        let mut part = || parts.next().unwrap_or_default();
        let (head, rel, xpos, form) = (part(), part(), part(), part());
        GoldWord {
            form: filled(form, slots, random),
            upos: upos(form, xpos, rel).to_owned(),
            xpos: xpos.to_owned(),
            head: head.parse().expect("the number of a head"),
            rel: rel.to_owned(),
            ..GoldWord::default()
        }
    });
    GoldSentence { words: words.collect(), starts_paragraph: true, made: true }
}

/// A word for a slot; other forms stand for themselves.
fn filled(form: &str, slots: &BTreeMap<&str, Vec<&str>>, random: &mut Random) -> String {
    let Some(slot) = form.strip_prefix('{').and_then(|form| form.strip_suffix('}')) else {
        return form.to_owned();
    };
    let words = &slots[slot.to_lowercase().as_str()];
    let word = words[random.below(words.len())];
    let capital = slot.starts_with(|c: char| c.is_ascii_uppercase());
    if capital { crate::vocabulary::capitalized(word) } else { word.to_owned() }
}

/// The universal part of speech.
fn upos(form: &str, xpos: &str, rel: &str) -> &'static str {
    match xpos {
        _ if matches!(form, "%" | "-" | "#") && xpos != "HYPH" => "SYM",
        _ if form == "not" => "PART",
        "NN" | "NNS" => "NOUN",
        "NNP" => "PROPN",
        "CD" => "NUM",
        "JJ" | "JJS" => "ADJ",
        "TO" => "PART",
        "MD" => "AUX",
        "IN" if rel == "mark" => "SCONJ",
        "IN" | "RP" => "ADP",
        "DT" => "DET",
        "PRP" | "PRP$" | "WP" | "WP$" | "WDT" => "PRON",
        "RB" | "RBR" | "WRB" => "ADV",
        "CC" => "CCONJ",
        "," | "." | ":" | "``" | "''" | "-LRB-" | "-RRB-" | "HYPH" => "PUNCT",
        _ if matches!(rel, "aux" | "aux:pass" | "cop") => "AUX",
        _ => "VERB",
    }
}
