//! The lines around a quote.

use std::ops::Range;

use super::view::View;
use crate::report::EvidenceEntry;

/// The lines of a document that hold some spans, cut where they are very long.
pub(super) struct Excerpt {
    /// The number of the first line, counted from 1.
    pub(super) line: usize,
    /// The line of the first span.
    pub(super) mark_line: usize,
    /// The column of the first span in characters, counted from 1.
    pub(super) column: usize,
    /// Whether its first line was cut at the start.
    pub(super) cut: bool,
    /// The lines.
    pub(super) text: String,
    /// The spans, as ranges of `text`.
    pub(super) marks: Vec<Range<usize>>,
}

/// The lines of `document` that hold `spans`, with at most `margin` bytes of them before and after
/// the spans; none when no span falls on characters of it.
pub(super) fn excerpt(
    view: &View<'_>,
    document: &str,
    spans: &[EvidenceEntry],
    margin: usize,
) -> Option<Excerpt> {
    let (text, lines) = (view.text(document), view.lines(document)?);
    let good: Vec<Range<usize>> = spans
        .iter()
        .map(|span| span.start as usize..span.end as usize)
        .filter(|range| text.get(range.clone()).is_some_and(|words| !words.is_empty()))
        .collect();
    let start = good.iter().map(|range| range.start).min()?;
    let end = good.iter().map(|range| range.end).max()?;
    let (line_start, _) = lines.bounds(start);
    let (_, line_end) = lines.bounds(end);
    let from = line_start.max(floor(text, start.saturating_sub(margin)));
    let to = line_end.min(floor(text, end.saturating_add(margin).min(text.len()))).max(end);
    let cut = if from > line_start { "…" } else { "" };
    let rest = if to < line_end { "…" } else { "" };
    let shift = |at: usize| at - from + cut.len();
    let (mark_line, column) = lines.place(good.first()?.start);
    Some(Excerpt {
        line: lines.place(line_start).0,
        mark_line,
        column,
        cut: from > line_start,
        text: format!("{cut}{}{rest}", &text[from..to]),
        marks: good.iter().map(|range| shift(range.start)..shift(range.end)).collect(),
    })
}

/// The last place at or before `at` where a character of `text` begins.
fn floor(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
