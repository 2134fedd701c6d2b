//! Ends of sentences within a block.

use super::abbreviation::{Abbreviation, abbreviation, begins_sentence, speech_verb};
use super::{Sentence, Token};

/// Hands on the tokens of each sentence.
pub(super) fn split(text: &str, tokens: &[Token], mut sentence: impl FnMut(&[Token])) {
    let mut start = 0;
    let mut quotes = 0_usize;
    let mut at = 0;
    while at < tokens.len() {
        let word = form(text, tokens, at);
        quotes += usize::from(word == "\"");
        let mut next = at + 1;
        let mut end = next - start >= Sentence::MAX_TOKENS;
        if let Some(mark) = mark(word, text, tokens, next) {
            let open = quotes % 2 == 1;
            next = absorb(text, tokens, next, open);
            quotes += (at + 1..next).filter(|&i| form(text, tokens, i) == "\"").count();
            end |= ends(text, tokens, mark, at, next);
        }
        let limit = start + Sentence::MAX_TOKENS;
        next = next.min(limit);
        if end || next == tokens.len() {
            sentence(&tokens[start..next]);
            start = next;
        }
        at = next;
    }
}

fn form<'t>(text: &'t str, tokens: &[Token], at: usize) -> &'t str {
    tokens.get(at).map_or("", |token| token.span.of(text))
}

/// What may end a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Stop,
    Exclamation,
    Ellipsis,
    Abbreviation,
}

fn mark(word: &str, text: &str, tokens: &[Token], next: usize) -> Option<Mark> {
    match word.as_bytes().last()? {
        b'.' if word.len() == 1 => Some(Mark::Stop),
        b'.' if word.bytes().all(|b| b == b'.') => Some(Mark::Ellipsis),
        b'.' => {
            let following = form(text, tokens, next);
            let kind = abbreviation(&word[..word.len() - 1], following);
            (kind == Some(Abbreviation::Any)).then_some(Mark::Abbreviation)
        }
        b'!' | b'?' => Some(Mark::Exclamation),
        _ if word == "…" => Some(Mark::Ellipsis),
        _ => None,
    }
}

/// Takes closing quotes, brackets and more final punctuation into the sentence.
fn absorb(text: &str, tokens: &[Token], mut next: usize, quote_open: bool) -> usize {
    let mut open = quote_open;
    while next < tokens.len() {
        let attached = tokens[next - 1].span.end == tokens[next].span.start;
        let takes = match form(text, tokens, next) {
            "''" | "”" | "»" | ")" | "]" | "}" | "-RRB-" | "." | "!" | "?" | "…" => true,
            "\"" if attached || open => {
                open = false;
                true
            }
            "'" | "’" => attached,
            word => attached && word.bytes().all(|b| matches!(b, b'.' | b'!' | b'?')),
        };
        if !takes {
            break;
        }
        next += 1;
    }
    next
}

/// Whether the mark at `at`, closing punctuation up to `next` taken in, ends the sentence.
fn ends(text: &str, tokens: &[Token], mark: Mark, at: usize, next: usize) -> bool {
    if next >= tokens.len() {
        return false;
    }
    if tokens[next - 1].span.end == tokens[next].span.start && mark != Mark::Stop {
        return false;
    }
    let closed = next > at + 1;
    let word = first_word(text, tokens, next);
    let starts = word.starts_with(|c: char| !c.is_lowercase() && (c.is_alphanumeric()));
    match mark {
        Mark::Abbreviation if !closed => begins_sentence(word),
        Mark::Stop if !closed => starts || word == "i",
        Mark::Ellipsis => starts,
        _ if closed => starts && !speech_follows(text, tokens, next),
        _ => starts || word == "i",
    }
}

/// The first word from `at` on that is no opening punctuation.
fn first_word<'t>(text: &'t str, tokens: &[Token], at: usize) -> &'t str {
    (at..tokens.len().min(at + 4))
        .map(|i| form(text, tokens, i))
        .find(|word| word.chars().next().is_some_and(char::is_alphanumeric))
        .unwrap_or_else(|| form(text, tokens, at))
}

/// Whether a speaker follows direct speech: "… right?" Smith asked.
fn speech_follows(text: &str, tokens: &[Token], next: usize) -> bool {
    (next..tokens.len().min(next + 4)).any(|i| speech_verb(form(text, tokens, i)))
}
