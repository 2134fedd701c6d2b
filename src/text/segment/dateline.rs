//! The dateline of a report: "OSLO, July 3 (Newswire) — ".

use super::super::metadata::month;
use super::{Token, boundary::form};

/// The longest dateline, in tokens.
const LONGEST: usize = 14;

/// The number of tokens of the dateline that a block begins with, its dash included; 0 for none.
///
/// It is a place in capitals, or any capitalized place before an agency in brackets, with a date or
/// a region after it and nothing but capitalized words and numbers up to a dash; or the agency alone, or
/// a date with its year.
pub(super) fn dateline(text: &str, tokens: &[Token]) -> usize {
    let head = &tokens[..tokens.len().min(LONGEST)];
    let apart = |at: &usize| *at > 0 && tokens[at - 1].span.end < tokens[*at].span.start;
    let ends = |at: &usize| is_dash(tokens[*at].span.of(text)) && apart(at);
    let Some(dash) = (0..head.len()).find(ends) else { return 0 };
    let before = &head[..dash];
    let agency = dash > 2 && form(text, tokens, dash - 1) == ")";
    let place = form(text, tokens, 0);
    let capitals = place.len() > 3 && place.chars().all(char::is_uppercase);
    let named = place.len() > 2 && place.starts_with(char::is_uppercase);
    let alone = place == "(" && agency && dash == 3;
    let plain = before.iter().all(|token| {
        let word = token.span.of(text);
        !word.starts_with(char::is_lowercase) && !matches!(word, "." | "!" | "?" | ":" | ";")
    });
    // "June 3, 2026 - Tugs pulled …"
    let year = |token: &Token| token.span.of(text).len() == 4 && number(token.span.of(text));
    let dated = month(place).is_some() && (3..=4).contains(&dash) && before.iter().any(year);
    let led = plain && (capitals || alone || dated || named && agency);
    if led && goes_on(text, tokens, dash + 1) { dash + 1 } else { 0 }
}

fn number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—" | "--" | "_")
}

/// Whether a sentence in ordinary letters begins, after an opening quote or none.
fn goes_on(text: &str, tokens: &[Token], at: usize) -> bool {
    let quoted = matches!(form(text, tokens, at), "\"" | "“" | "``" | "‘" | "'");
    let first = form(text, tokens, at + usize::from(quoted));
    let small = (at..tokens.len().min(at + 6))
        .any(|i| form(text, tokens, i).starts_with(char::is_lowercase));
    first.starts_with(char::is_uppercase) && small
}
