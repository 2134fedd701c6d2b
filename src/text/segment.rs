//! Blocks, sentences and tokens.

use unicode_segmentation::UnicodeSegmentation as _;

use super::Span;

/// A sentence, or what stands for one (a headline, a list item).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last token.
    pub span: Span,
    /// What kind of block it stands in.
    pub block: Block,
    /// Its tokens after the habits of Universal Dependencies English.
    pub tokens: Vec<Token>,
}

/// A syntactic word: "don't" is two of them, "do" and "n't".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands; never empty, never across a line break.
    pub span: Span,
}

/// The kind of block a sentence stands in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Block {
    /// Running text.
    #[default]
    Paragraph,
    /// A headline or section heading.
    Heading,
    /// An item of a list; the heading or sentence that introduces it comes before.
    ListItem,
}

/// Splits a text into sentences and these into tokens.
#[must_use]
pub fn segment(text: &str) -> Vec<Sentence> {
    text.split_sentence_bound_indices().filter_map(|(at, words)| sentence(at, words)).collect()
}

fn sentence(at: usize, words: &str) -> Option<Sentence> {
    let tokens: Vec<Token> = words
        .split_word_bound_indices()
        .filter(|(_, word)| !word.trim().is_empty())
        .map(|(i, word)| Token { span: Span::from_range(at + i..at + i + word.len()) })
        .collect();
    let span = tokens.first()?.span.cover(tokens.last()?.span);
    Some(Sentence { span, block: Block::Paragraph, tokens })
}
