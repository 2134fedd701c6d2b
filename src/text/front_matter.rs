//! Facts about a document that stand before its words, between two lines of three dashes.

use std::ops::Range;

use super::reading::Pieces;
use super::{Reading, SkipReason};

/// A text without its front matter.
pub(super) fn read(text: &str) -> Reading {
    let Some(front) = range(text) else { return Reading::plain(text) };
    let mut pieces = Pieces::new(text);
    pieces.skip(front.clone(), SkipReason::Metadata);
    pieces.copy(front.end..text.len());
    pieces.finish()
}

/// Where the front matter stands, both lines of dashes included.
///
/// Only a block of nothing but `key: value` lines, list items, comments and blank lines counts:
/// dashes that set off a first paragraph are no front matter.
pub(super) fn range(text: &str) -> Option<Range<usize>> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lines = text[start..].split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == "---")?;
    let (mut at, mut keys) = (start + first.len(), 0);
    for line in lines {
        let words = line.trim_end();
        at += line.len();
        match words {
            "---" | "..." => return (keys > 0).then_some(0..at),
            _ if key(words).is_some() => keys += 1,
            _ if is_filler(words) => {}
            _ => return None,
        }
    }
    None
}

/// The `key: value` lines of the front matter of a text; quotes around a value are dropped.
pub(super) fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let front = range(text).map_or("", |range| &text[range]);
    front.lines().filter_map(key)
}

fn is_filler(line: &str) -> bool {
    line.is_empty() || line.starts_with([' ', '\t', '#', '-'])
}

fn key(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let is_key = !key.is_empty()
        && key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c));
    let apart = value.is_empty() || value.starts_with([' ', '\t']);
    (is_key && apart).then(|| (key, unquoted(value.trim())))
}

fn unquoted(value: &str) -> &str {
    let quoted = |mark| value.strip_prefix(mark).and_then(|rest: &str| rest.strip_suffix(mark));
    quoted('"').or_else(|| quoted('\'')).unwrap_or(value)
}
