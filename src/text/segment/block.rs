//! Blocks: paragraphs, headings and list items, found from line breaks.

use std::ops::Range;

use super::Block;

/// The longest line that counts as a heading, in bytes.
const MAX_HEADING: usize = 250;
/// Lines wrapped by hand are between these lengths, in bytes.
const WRAPPED: Range<usize> = 40..200;

/// The blocks of a text in order, as byte ranges; none is empty.
pub(super) fn blocks(text: &str) -> impl Iterator<Item = (Range<usize>, Block)> + '_ {
    let mut lines = Lines { text, at: 0 };
    let mut ready = Vec::new().into_iter();
    std::iter::from_fn(move || {
        loop {
            if let Some(block) = ready.next() {
                return Some(block);
            }
            ready = paragraph(text, &mut lines)?.into_iter();
        }
    })
}

/// Reads lines up to the next blank one and cuts them into blocks.
fn paragraph(text: &str, lines: &mut Lines<'_>) -> Option<Vec<(Range<usize>, Block)>> {
    let first = lines.find(|line| !line.is_empty())?;
    let mut members = vec![first];
    members.extend(lines.take_while(|line| !line.is_empty()));
    let width = members.iter().map(Range::len).max().unwrap_or(0);
    let mut found = Vec::new();
    let mut start = 0;
    for i in 1..=members.len() {
        if i < members.len() && continues(text, &members[i - 1..=i], width, members.len()) {
            continue;
        }
        let range = members[start].start..members[i - 1].end;
        found.push((range.clone(), kind(text, range)));
        start = i;
    }
    Some(found)
}

/// Whether the second of two lines goes on with the paragraph of the first.
fn continues(text: &str, pair: &[Range<usize>], width: usize, count: usize) -> bool {
    let (line, next) = (&text[pair[0].clone()], &text[pair[1].clone()]);
    if bullet(next) > 0 {
        return false;
    }
    if next.starts_with(char::is_lowercase) {
        return true;
    }
    let word = next.find(char::is_whitespace).unwrap_or(next.len());
    let full = WRAPPED.contains(&width) && line.len() + 1 + word > width;
    if !full {
        return line.ends_with(',');
    }
    finished(line) || line.ends_with(',') || count > 2 && !title_case(line)
}

fn kind(text: &str, range: Range<usize>) -> Block {
    let followed = text[range.end..].starts_with(['\n', '\r', '\u{2028}', '\u{2029}'])
        || text[range.end..].trim_start_matches([' ', '\t']).starts_with(['\n', '\r']);
    let words = &text[range];
    if bullet(words) > 0 {
        Block::ListItem
    } else if followed && words.len() <= MAX_HEADING && !finished(words) {
        Block::Heading
    } else {
        Block::Paragraph
    }
}

/// Whether a line ends as a sentence does, closing quotes and brackets aside.
fn finished(line: &str) -> bool {
    let closing = ['"', '\'', '”', '’', ')', ']', ' '];
    line.trim_end_matches(closing).ends_with(['.', '!', '?', '…', ':', ';', '。'])
}

/// Whether all longer words of a line begin with a capital, as in a headline.
fn title_case(line: &str) -> bool {
    line.split_whitespace()
        .filter(|word| word.len() > 4)
        .all(|word| !word.starts_with(char::is_lowercase))
}

/// The length of the bullet or number that a list item begins with, 0 for any other line.
pub(super) fn bullet(line: &str) -> usize {
    let mark = line.find(char::is_whitespace).unwrap_or(0);
    let head = &line[..mark];
    let counter = |inner: &str| {
        !inner.is_empty()
            && (inner.len() <= 2 && inner.bytes().all(|b| b.is_ascii_digit())
                || inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_lowercase()))
    };
    let sign =
        matches!(head, "-" | "*" | "•" | "–" | "·" | "▪" | "◦" | "‣" | "●" | "■" | "►" | "○");
    let counted = head
        .strip_suffix(['.', ')'])
        .is_some_and(|inner| counter(inner.strip_prefix('(').unwrap_or(inner)));
    if sign || counted { mark } else { 0 }
}

/// The lines of a text without the white space around them.
struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        if self.at >= self.text.len() {
            return None;
        }
        let rest = &self.text[self.at..];
        let len = rest.find(is_line_break).unwrap_or(rest.len());
        let line = &rest[..len];
        let start = self.at + (len - line.trim_start().len());
        let range = start..start + line.trim().len();
        let step = match &rest[len..] {
            after if after.starts_with("\r\n") => 2,
            after => after.chars().next().map_or(0, char::len_utf8),
        };
        self.at += len + step;
        Some(range)
    }
}

/// Whether a character ends a line.
fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
