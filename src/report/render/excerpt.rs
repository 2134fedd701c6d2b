//! The lines around a quote.

use std::ops::Range;

/// The lines of a document that hold some spans, cut where they are very long.
pub(super) struct Excerpt {
    /// The number of the first line, counted from 1.
    pub(super) line: usize,
    /// The column of the first span in characters, counted from 1.
    pub(super) column: usize,
    /// The lines.
    pub(super) text: String,
    /// The spans, as ranges of `text`.
    pub(super) marks: Vec<Range<usize>>,
}

/// How much of a line is kept before and after the spans, in bytes.
const MARGIN: usize = 600;

/// The excerpt of `text` that holds `spans`; none when no span falls on characters of it.
pub(super) fn excerpt(text: &str, spans: &[(u32, u32)]) -> Option<Excerpt> {
    let good: Vec<Range<usize>> = spans
        .iter()
        .map(|(start, end)| *start as usize..*end as usize)
        .filter(|range| text.get(range.clone()).is_some_and(|words| !words.is_empty()))
        .collect();
    let start = good.iter().map(|range| range.start).min()?;
    let end = good.iter().map(|range| range.end).max()?;
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[end..].find('\n').map_or(text.len(), |at| end + at);
    let from = line_start.max(floor(text, start.saturating_sub(MARGIN)));
    let to = line_end.min(floor(text, end.saturating_add(MARGIN).min(text.len())));
    let cut = if from > line_start { "…" } else { "" };
    let shift = |at: usize| at - from + cut.len();
    Some(Excerpt {
        line: 1 + text[..line_start].bytes().filter(|byte| *byte == b'\n').count(),
        column: 1 + text[line_start..good.first()?.start.max(line_start)].chars().count(),
        text: format!("{cut}{}", &text[from..to]),
        marks: good.iter().map(|range| shift(range.start)..shift(range.end)).collect(),
    })
}

/// The last place at or before `at` where a character of `text` begins.
fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
