//! Tokens after the habits of Universal Dependencies English.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::abbreviation::abbreviation;
use super::{Span, Token, block, token_core};

/// Cuts a block into tokens.
pub(super) fn tokenize(text: &str, block: Range<usize>, out: &mut Vec<Token>) {
    let mut cutter = Cutter { text, end: block.end, out };
    let mut at = block.start;
    let mark = block::bullet(&text[block.clone()]);
    if mark > 0 {
        cutter.push(at, at + mark);
        at += mark;
    }
    while at < block.end {
        let rest = &text[at..block.end];
        let Some(skip) = rest.find(|c: char| !is_space(c)) else { break };
        let len = rest[skip..].find(is_space).unwrap_or(rest.len() - skip);
        cutter.chunk(at + skip, at + skip + len);
        at += skip + len;
    }
}

/// White space, and characters without width that would otherwise stick to words.
fn is_space(c: char) -> bool {
    match c {
        ' ' | '\n' | '\t' | '\r' => true,
        c if c.is_ascii() => c.is_ascii_control(),
        c => c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{200e}'),
    }
}

/// Cuts runs of characters without white space into tokens.
pub(super) struct Cutter<'t, 'o> {
    /// The whole text.
    pub(super) text: &'t str,
    /// The end of the block.
    end: usize,
    out: &'o mut Vec<Token>,
}

impl<'t> Cutter<'t, '_> {
    /// Adds a token, unless it is empty.
    pub(super) fn push(&mut self, start: usize, end: usize) {
        if start < end {
            self.out.push(Token { span: Span::from_range(start..end) });
        }
    }

    /// The words from `start` to `end`.
    pub(super) fn str(&self, start: usize, end: usize) -> &'t str {
        &self.text[start..end]
    }

    fn chunk(&mut self, start: usize, end: usize) {
        let chunk = self.str(start, end);
        if chunk.len() > MAX_CHUNK {
            return self.pieces(start, end);
        }
        if chunk.bytes().all(|b| b.is_ascii_alphabetic()) {
            return token_core::word(self, start, end);
        }
        if whole(chunk) {
            return self.push(start, end);
        }
        let start = self.openers(start, end);
        let mut trail = Vec::new();
        let core = self.closers(start, end, &mut trail);
        if start < core {
            token_core::core(self, start, core);
        }
        for &(from, to) in trail.iter().rev() {
            self.push(from, to);
        }
    }

    /// A run too long for a word: cut at Unicode word boundaries.
    fn pieces(&mut self, start: usize, end: usize) {
        let text = self.text;
        for (at, piece) in text[start..end].split_word_bound_indices() {
            self.push(start + at, start + at + piece.len());
        }
    }

    /// Adds the punctuation that a chunk begins with; where the rest begins.
    fn openers(&mut self, mut start: usize, end: usize) -> usize {
        while let Some(len) = opener(self.str(start, end)) {
            self.push(start, start + len);
            start += len;
        }
        start
    }

    /// Takes the punctuation that a chunk ends with, last first; where it begins.
    fn closers(&self, start: usize, mut end: usize, trail: &mut Vec<(usize, usize)>) -> usize {
        while start < end {
            let Some(len) = self.closer(start, end) else { break };
            trail.push((end - len, end));
            end -= len;
        }
        end
    }

    /// The length of the punctuation that a chunk ends with.
    fn closer(&self, start: usize, end: usize) -> Option<usize> {
        let chunk = self.str(start, end);
        let last = chunk.chars().next_back()?;
        let run = |c: char| chunk.len() - chunk.trim_end_matches(c).len();
        match last {
            '.' if run('.') > 1 => Some(run('.')),
            '.' => {
                let word = &chunk[..chunk.len() - 1];
                let head = word.rfind(['-', '/', '(', '"']).map_or(word, |i| &word[i + 1..]);
                let next = self.text[end..self.end].trim_start();
                abbreviation(head, next).is_none().then_some(1)
            }
            '!' | '?' => Some(chunk.len() - chunk.trim_end_matches(['!', '?']).len()),
            '-' | '*' | '=' | '_' | '~' | '>' | '<' | '+' => Some(run(last)),
            '\'' if chunk.ends_with("''") => Some(2),
            ')' if plural_option(chunk) => None,
            ',' | ';' | ':' | ')' | ']' | '}' | '"' | '\'' | '|' | '%' | '”' | '’' | '“' | '‘'
            | '»' | '…' | '—' | '–' | '°' | '`' | '(' | '[' | '\\' | '/' | '·' => {
                Some(last.len_utf8())
            }
            '$' | '£' | '€' | '¥' if chunk.len() > last.len_utf8() => Some(last.len_utf8()),
            _ => None,
        }
    }
}

/// A longer chunk is no word of any language.
const MAX_CHUNK: usize = 400;

/// "(s)" after a word.
fn plural_option(chunk: &str) -> bool {
    chunk.ends_with("(s)") || chunk.ends_with("(es)")
}

/// The length of the punctuation that a chunk begins with.
fn opener(chunk: &str) -> Option<usize> {
    let mut chars = chunk.chars();
    let first = chars.next()?;
    let next = chars.next();
    let run = |c: char| chunk.len() - chunk.trim_start_matches(c).len();
    let before = |test: fn(&char) -> bool| next.is_some_and(|c| test(&c));
    match first {
        '\'' if chunk.starts_with("''") => Some(2),
        '\'' | '’' | '‘' if kept_apostrophe(chunk) => None,
        '.' if before(char::is_ascii_digit) => None,
        '-' | '+' if before(char::is_ascii_digit) => None,
        '#' if before(|c| c.is_alphabetic()) => None,
        '@' if before(|c| c.is_alphanumeric() || *c == '_') => None,
        '<' if chunk.ends_with('>') && chunk.contains('@') => Some(1),
        '.' | '-' | '*' | '=' | '_' | '~' | '>' | '<' | '`' | '!' | '?' | '+' => Some(run(first)),
        '(' | '[' | '{' | '"' | '\'' | '“' | '‘' | '”' | '’' | '«' | '»' | '…' | '—' | '–'
        | '|' | ',' | ';' | ':' | ')' | ']' | '}' | '$' | '£' | '€' | '¥' | '%' | '#' | '&'
        | '/' | '\\' | '¿' | '¡' | '•' | '·' | '@' => Some(first.len_utf8()),
        _ => None,
    }
}

/// A leading apostrophe that belongs to the word: clitics that stand alone ("'s" in text cut
/// before), decades ("'90s") and a few words.
fn kept_apostrophe(chunk: &str) -> bool {
    let rest = chunk.trim_start_matches(['\'', '’', '‘']);
    let word = rest.trim_end_matches(|c: char| !c.is_alphanumeric());
    let clitic = ["s", "re", "ve", "ll", "d", "m", "t", "em", "til", "cause", "bout", "n", "tis"];
    clitic.iter().any(|known| word.eq_ignore_ascii_case(known)) || decade(word)
}

fn decade(word: &str) -> bool {
    let digits = word.strip_suffix('s').unwrap_or(word);
    digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Chunks that are one token although they hold punctuation: emoticons, brackets as treebanks
/// write them, addresses.
fn whole(chunk: &str) -> bool {
    const KNOWN: &[&str] = &[
        "'s", "'re", "'ve", "'ll", "'d", "'m", "n't", "’s", "’re", "’ve", "’ll", "’d", "’m", "n’t",
        "-LRB-", "-RRB-", "-LSB-", "-RSB-", "-LCB-", "-RCB-", "--", "``", "''", "...", "N'T", "'S",
    ];
    KNOWN.contains(&chunk) || emoticon(chunk)
}

fn emoticon(chunk: &str) -> bool {
    let mut chars = chunk.chars().filter(|&c| c != '-');
    let (first, last, rest) = (chars.next(), chars.next(), chars.next());
    matches!(first, Some(':' | ';' | '='))
        && matches!(last, Some(')' | '(' | 'D' | 'P' | 'p' | '/' | 'O' | 'o' | '|' | '*'))
        && rest.is_none_or(|c| c == ')' || c == '(')
}
