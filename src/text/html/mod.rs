//! The article of an HTML page, and what its head says about it.
//!
//! Tags are read by [`html5gum`] after the [HTML standard](https://html.spec.whatwg.org/#parsing);
//! which part of the page is the article is decided by the elements and attributes that authors
//! use to say so (`article`, `main`, `role`, `itemprop`), then by names of classes, then by how
//! much of a block is links.

mod block;
mod chain;
mod head;

use std::ops::Range;

use super::reading::Pieces;
use super::{Reading, SkipReason};
use block::{Block, Run};

pub(super) use head::metadata;

/// The words of the article of `text`; everything around it is listed as skipped.
pub(super) fn read(text: &str) -> Reading {
    let page = block::page(text);
    let main = main_part(&page.blocks);
    let mut pieces = Pieces::new(text);
    for (range, reason) in page.skipped {
        pieces.skip(range, reason);
    }
    for block in &page.blocks {
        if main.holds(block) && !is_link_list(block) {
            pieces.break_block(block.start());
            write(&mut pieces, text, block);
        } else {
            pieces.skip(block.start()..block.end(), SkipReason::Boilerplate);
        }
    }
    pieces.finish()
}

/// The part of a page that holds its article.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// What is marked up as the body of the article.
    Body,
    /// The article of this number.
    Article(u32),
    /// The main part.
    Main,
    /// All that is not marked up as something else.
    Page,
}

impl Part {
    fn holds(self, block: &Block) -> bool {
        !block.boilerplate
            && match self {
                Self::Body => block.body || (block.heading && block.main),
                Self::Article(number) => block.article == Some(number) || block.first_heading,
                Self::Main => block.main,
                Self::Page => true,
            }
    }
}

/// Less running text than this is a teaser, no article.
const TEASER: usize = 140;

/// The narrowest part that the page marks as its article and that holds running text.
fn main_part(blocks: &[Block]) -> Part {
    let size = |part: Part| -> usize {
        blocks.iter().filter(|block| part.holds(block)).map(Block::prose).sum()
    };
    let articles = blocks.iter().filter_map(|block| block.article).max().map_or(0, |last| last + 1);
    let mut sizes = vec![0; articles as usize];
    for block in blocks.iter().filter(|block| !block.boilerplate) {
        if let Some(number) = block.article {
            sizes[number as usize] += block.prose();
        }
    }
    // The first of the longest, so that equal teasers do not depend on anything but their order.
    let longest = (0..articles).rev().max_by_key(|number| sizes[*number as usize]);
    let article = longest.map(Part::Article);
    let parts = [Some(Part::Body), article, Some(Part::Main)];
    parts.into_iter().flatten().find(|part| size(*part) >= TEASER).unwrap_or(Part::Page)
}

/// A block that is mostly links and no sentence: a menu, "read more".
fn is_link_list(block: &Block) -> bool {
    let (links, all) = (block.linked(), block.length());
    all > 0 && links * 10 >= all * 7 && (links == all || all < TEASER) && !block.heading
}

fn write(pieces: &mut Pieces<'_>, text: &str, block: &Block) {
    if block.item {
        pieces.put("- ", block.start());
    }
    for run in &block.runs {
        match run {
            Run::Words { range, .. } => words(pieces, text, range.clone()),
            Run::Break(at) => pieces.break_line(*at),
        }
    }
}

/// Copies the words of `range` with their character references decoded.
pub(super) fn unescape(pieces: &mut Pieces<'_>, text: &str, range: Range<usize>) {
    let (mut from, mut at) = (range.start, range.start);
    while at < range.end {
        let rest = &text[at..range.end];
        let Some((words, length)) = reference(rest) else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        pieces.copy(from..at);
        pieces.put(&words, at);
        at += length;
        from = at;
    }
    pieces.copy(from..range.end);
}

/// Copies words with white space collapsed and character references decoded.
fn words(pieces: &mut Pieces<'_>, text: &str, range: Range<usize>) {
    let (mut from, mut at) = (range.start, range.start);
    while at < range.end {
        let rest = &text[at..range.end];
        let space = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r', '\u{c}']).len();
        let reference = reference(rest);
        if space == 0 && reference.is_none() {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        pieces.copy(from..at);
        if let Some((words, length)) = reference {
            pieces.put(&words, at);
            at += length;
        } else {
            let after = pieces.text().chars().next_back().is_none_or(char::is_whitespace);
            if !after && &rest[..space] == " " {
                pieces.copy(at..at + 1);
            } else if !after {
                pieces.put(" ", at);
            }
            at += space;
        }
        from = at;
    }
    pieces.copy(from..range.end);
}

/// The longest name of a
/// [character reference](https://html.spec.whatwg.org/#named-character-references), with its
/// marks.
const LONGEST_REFERENCE: usize = 34;

/// The character that a reference at the start of `rest` stands for, and the reference's length.
/// A no-break space counts as a space.
fn reference(rest: &str) -> Option<(String, usize)> {
    if !rest.starts_with('&') {
        return None;
    }
    let length = rest.bytes().take(LONGEST_REFERENCE).position(|b| b == b';')? + 1;
    let decoded = decode(rest.get(..length)?);
    (!decoded.starts_with('&') || &rest[..length] == "&amp;")
        .then(|| (decoded.replace('\u{a0}', " "), length))
}

/// Text without markup of its own, its character references decoded.
pub(super) fn decode(text: &str) -> String {
    let mut decoded = String::new();
    for token in html5gum::Tokenizer::new(&*chain::bounded(text)).flatten() {
        if let html5gum::Token::String(words) = token {
            decoded.push_str(&String::from_utf8_lossy(&words));
        }
    }
    decoded
}

#[cfg(test)]
mod tests;
