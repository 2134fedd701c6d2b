//! Blocks, sentences and tokens.

mod abbreviation;
mod block;
mod boundary;
mod dateline;
mod token;
mod token_core;

use super::Span;

/// A sentence, or what stands for one (a headline, a list item).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last token.
    pub span: Span,
    /// What kind of block it stands in.
    pub block: Block,
    /// Its tokens after the habits of Universal Dependencies English; never empty, and never more
    /// than [`Sentence::MAX_TOKENS`].
    pub tokens: Vec<Token>,
}

impl Sentence {
    /// The longest sentence, in tokens; a longer one is cut. No sentence of English prose comes
    /// near it, and it keeps all later work linear in the length of the text.
    pub const MAX_TOKENS: usize = 300;
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
    /// A headline or section heading: a line without final punctuation, followed by another.
    Heading,
    /// An item of a list; the heading or sentence that introduces it comes before.
    ListItem,
}

/// Splits a text into sentences and these into tokens.
///
/// Blank lines, list items and lines without final punctuation end a sentence; a single line break
/// inside a wrapped paragraph does not. Work is linear in the length of the text.
///
/// ```
/// use corroborate::text::segment;
/// let text = "Talks stall again\n\nMr. Lee didn't attend. The U.S. did.";
/// let sentences = segment(text);
/// assert_eq!(sentences.len(), 3);
/// let tokens: Vec<&str> = sentences[1].tokens.iter().map(|token| token.span.of(text)).collect();
/// assert_eq!(tokens, ["Mr.", "Lee", "did", "n't", "attend", "."]);
/// ```
#[must_use]
pub fn segment(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::with_capacity(text.len() / 100);
    let mut tokens = Vec::new();
    for (range, block) in block::blocks(text) {
        tokens.clear();
        token::tokenize(text, range, &mut tokens);
        boundary::split(text, &tokens, |words| sentences.push(sentence(words, block)));
    }
    sentences
}

fn sentence(tokens: &[Token], block: Block) -> Sentence {
    let span = tokens[0].span.cover(tokens[tokens.len() - 1].span);
    Sentence { span, block, tokens: tokens.to_vec() }
}
