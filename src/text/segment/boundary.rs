//! Ends of sentences within a block.

use super::abbreviation::{
    Abbreviation, abbreviation, begins_sentence, goes_with_hour, speech_verb,
};
use super::dateline::dateline;
use super::{Sentence, Token};

/// Hands on the tokens of each sentence.
pub(super) fn split(text: &str, tokens: &[Token], mut sentence: impl FnMut(&[Token])) {
    let mut start = dateline(text, tokens);
    let mut quotes = 0_usize;
    let mut at = start;
    if start > 0 {
        sentence(&tokens[..start]);
    }
    while at < tokens.len() {
        let word = form(text, tokens, at);
        quotes += usize::from(word == "\"");
        let mut next = at + 1;
        let mut end = next - start >= Sentence::MAX_TOKENS;
        let limit = start + Sentence::MAX_TOKENS;
        if let Some(mark) = mark(text, tokens, start, at) {
            let open = quotes % 2 == 1;
            next = absorb(text, &tokens[..limit.min(tokens.len())], next, open);
            quotes += (at + 1..next).filter(|&i| form(text, tokens, i) == "\"").count();
            end |= ends(text, tokens, mark, at, next);
        }
        next = next.min(limit);
        if end || next == tokens.len() {
            sentence(&tokens[start..next]);
            start = next;
        }
        at = next;
    }
}

/// The words of a token; nothing beyond the last.
pub(super) fn form<'t>(text: &'t str, tokens: &[Token], at: usize) -> &'t str {
    tokens.get(at).map_or("", |token| token.span.of(text))
}

/// What may end a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Stop,
    Exclamation,
    Ellipsis,
    Abbreviation,
    /// An address or emoticon, after which a capital begins a sentence.
    Sign,
    /// The date and time in the head of a message, or its complimentary close.
    Message,
}

/// The mark at `at` of a sentence that begins at `start`.
fn mark(text: &str, tokens: &[Token], start: usize, at: usize) -> Option<Mark> {
    let word = form(text, tokens, at);
    match word.as_bytes().last()? {
        b'.' if word.len() == 1 => (!counter(text, tokens, start, at)).then_some(Mark::Stop),
        b'.' if word.bytes().all(|b| b == b'.') => Some(Mark::Ellipsis),
        b'.' => {
            let following = form(text, tokens, at + 1);
            let kind = abbreviation(&word[..word.len() - 1], following);
            (kind == Some(Abbreviation::Any)).then_some(Mark::Abbreviation)
        }
        b'!' | b'?' => Some(Mark::Exclamation),
        b'M' if matches!(word, "AM" | "PM") => {
            let date = at.checked_sub(2).filter(|&i| i >= start).map(|i| form(text, tokens, i));
            date.is_some_and(|date| date.split('/').count() == 3).then_some(Mark::Message)
        }
        b',' => closes_letter(text, tokens, start, at).then_some(Mark::Message),
        b')' | b'D' | b'(' if word.len() > 1 && word.starts_with([':', ';']) => Some(Mark::Sign),
        _ if word == "…" => Some(Mark::Ellipsis),
        _ if word.len() > 9 && word.contains("://") => Some(Mark::Sign),
        _ => None,
    }
}

/// Whether the stop at `at` follows a number that counts the items of a list.
fn counter(text: &str, tokens: &[Token], start: usize, at: usize) -> bool {
    let first = form(text, tokens, start);
    at == start + 1 && first.len() <= 2 && first.bytes().all(|b| b.is_ascii_digit())
}

/// "Regards," before a name.
fn closes_letter(text: &str, tokens: &[Token], start: usize, at: usize) -> bool {
    let last = form(text, tokens, at - usize::from(at > start));
    at <= start + 3 && matches!(last, "Thanks" | "Regards" | "regards" | "Sincerely" | "Best")
}

/// Takes closing quotes, brackets, references and more final punctuation into the sentence.
fn absorb(text: &str, tokens: &[Token], mut next: usize, quote_open: bool) -> usize {
    let mut open = quote_open;
    while next < tokens.len() {
        let attached = tokens[next - 1].span.end == tokens[next].span.start;
        let takes = match form(text, tokens, next) {
            "''" | "”" | "»" | ")" | "]" | "}" | "-RRB-" | "." | "!" | "?" | "…" => 1,
            "\"" if attached || open => {
                open = false;
                1
            }
            "'" | "’" => usize::from(attached),
            "[" => reference(text, tokens, next),
            word => usize::from(emoticon(word) || attached && only_stops(word)),
        };
        if takes == 0 {
            break;
        }
        next += takes;
    }
    next
}

fn only_stops(word: &str) -> bool {
    word.bytes().all(|b| matches!(b, b'.' | b'!' | b'?'))
}

fn emoticon(word: &str) -> bool {
    word.len() > 1 && word.starts_with([':', ';', '=']) && word.ends_with([')', '(', 'D', 'P'])
}

/// The number of tokens of a reference such as "[4, 5]" at `at`.
fn reference(text: &str, tokens: &[Token], at: usize) -> usize {
    const LONGEST: usize = 12;
    let inner = (at + 1..tokens.len().min(at + LONGEST))
        .take_while(|&i| {
            form(text, tokens, i).starts_with(|c: char| !c.is_alphabetic() && c != ']')
        })
        .count();
    let closed = form(text, tokens, at + 1 + inner) == "]";
    if closed && inner > 0 { inner + 2 } else { 0 }
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
    let starts = word.starts_with(|c: char| !c.is_lowercase() && c.is_alphanumeric());
    match mark {
        Mark::Message => true,
        Mark::Sign => starts || word.contains("://"),
        Mark::Abbreviation if !closed => begins_sentence(word) || behind_hour(text, tokens, at),
        Mark::Ellipsis => starts,
        Mark::Stop if closed => starts && !speaker_ends(text, tokens, next),
        _ if closed => starts && speech_verb_near(text, tokens, next).is_none(),
        Mark::Stop => starts || small_start(form(text, tokens, at.max(1) - 1), word),
        _ => starts || word.starts_with(char::is_lowercase),
    }
}

/// "leaves at 8:30 p.m. *Parking* is free": a word with a capital behind an hour begins a sentence where the next is in
/// small letters, but not in "8 p.m. Eastern", "9 p.m. Moscow time" and "the 7 p.m. Lisbon train".
fn behind_hour(text: &str, tokens: &[Token], at: usize) -> bool {
    let hour = matches!(form(text, tokens, at), "a.m." | "p.m.");
    let back = |n: usize| at.checked_sub(n).map_or("", |at| form(text, tokens, at));
    let clock = back(1).starts_with(|c: char| c.is_ascii_digit());
    let (word, next) = (form(text, tokens, at + 1), form(text, tokens, at + 2));
    let capital = word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
    let article = matches!(back(2), "the" | "The" | "a" | "an" | "A" | "'s");
    hour && clock
        && capital
        && !article
        && next.starts_with(char::is_lowercase)
        && next != "time"
        && !goes_with_hour(word)
}

/// Whether a sentence may begin in small letters after this word and its stop: not when the word
/// may be an abbreviation that we do not know.
fn small_start(before: &str, word: &str) -> bool {
    let abbreviated =
        before.len() < 2 || before.len() < 6 && before.starts_with(char::is_uppercase);
    word.starts_with(char::is_lowercase) && !abbreviated
}

/// The first word from `at` on that is no opening punctuation.
fn first_word<'t>(text: &'t str, tokens: &[Token], at: usize) -> &'t str {
    (at..tokens.len().min(at + 4))
        .map(|i| form(text, tokens, i))
        .find(|word| word.chars().next().is_some_and(char::is_alphanumeric))
        .unwrap_or_else(|| form(text, tokens, at))
}

/// The verb of a speaker who follows direct speech: "… right?" Smith *asked*.
fn speech_verb_near(text: &str, tokens: &[Token], next: usize) -> Option<usize> {
    (next..tokens.len().min(next + 4)).find(|&i| speech_verb(form(text, tokens, i)))
}

/// Whether what follows direct speech with a full stop only names who spoke ("… it." Smith told them.): the
/// police *said they would go* are a sentence of their own.
fn speaker_ends(text: &str, tokens: &[Token], next: usize) -> bool {
    const LONGEST: usize = 3;
    let Some(verb) = speech_verb_near(text, tokens, next) else { return false };
    let mut rest = (verb + 1..tokens.len()).take(LONGEST);
    verb + 1 >= tokens.len() || rest.any(|i| matches!(form(text, tokens, i), "." | "," | ":" | ";"))
}
