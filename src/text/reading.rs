//! The readable part of a document, with its way back to the bytes as given.

use std::ops::Range;

use serde::{Deserialize, Serialize};

#[cfg(feature = "html")]
use super::html;
use super::{Document, Format, Span, front_matter, markdown};

/// The words of a document without its markup, and where each stood in the text as given.
///
/// All stages work on [`Reading::text`]; only `report` maps spans back with [`Reading::original`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The words to read.
    pub text: String,
    /// Pieces of `text` copied from the document, in order: (start in `text`, start in the
    /// document, length). Empty means that `text` is the document's text itself.
    pub pieces: Vec<(u32, u32, u32)>,
    /// What was left out on purpose, as spans of the document as given.
    pub skipped: Vec<Skip>,
}

/// A part of a document that was not read, and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Skip {
    /// Where it stands.
    pub span: Span,
    /// Why it was not read.
    pub reason: SkipReason,
}

/// Why a part of a document was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SkipReason {
    /// No sentence: a menu, a fragment, a row of symbols.
    NotASentence,
    /// A table of numbers.
    Table,
    /// Program text.
    Code,
    /// Navigation, cookie notices and other text around the article.
    Boilerplate,
    /// Not English.
    OtherLanguage,
    /// Longer than the limit set in the options.
    TooLong,
    /// Front matter and other facts about the document, read as such and not as its words.
    Metadata,
    /// Published after the day that the options name.
    AfterAsOf,
}

impl SkipReason {
    /// The reason as reports print it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotASentence => "not-a-sentence",
            Self::Table => "table",
            Self::Code => "code",
            Self::Boilerplate => "boilerplate",
            Self::OtherLanguage => "other-language",
            Self::TooLong => "too-long",
            Self::Metadata => "metadata",
            Self::AfterAsOf => "after-as-of",
        }
    }
}

impl Reading {
    /// What of `document` is to be read: all of a plain text, the prose of Markdown, the article
    /// of an HTML page; front matter is left out of each.
    ///
    /// ```
    /// use corroborate::text::Reading;
    /// use corroborate::{Document, Format};
    /// let mut document = Document::new("d1", "# Fire\n\n```sh\nls\n```\n\nTwo were **hurt**.\n");
    /// document.format = Format::Markdown;
    /// let reading = Reading::of(&document);
    /// assert!(reading.text.contains("Two were hurt."));
    /// assert_eq!(reading.skipped[0].reason.as_str(), "code");
    /// ```
    #[must_use]
    pub fn of(document: &Document) -> Self {
        if let Some(reading) = &document.reading {
            return reading.clone();
        }
        match document.format {
            Format::Plain => front_matter::read(&document.text),
            Format::Markdown => markdown::read(&document.text),
            #[cfg(feature = "html")]
            Format::Html => html::read(&document.text),
            #[cfg(not(feature = "html"))]
            Format::Html => Self::plain(&document.text),
        }
    }

    /// Nothing of `text`, all of it left out for `reason`.
    #[must_use]
    pub fn none(text: &str, reason: SkipReason) -> Self {
        let span = Span::from_range(0..text.len());
        Self { skipped: vec![Skip { span, reason }], ..Self::default() }
    }

    /// A reading of the whole of a plain text.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }

    /// The span of [`Reading::text`] that was taken from `span` of the document as given; what
    /// was left out in between counts as the place where it stood.
    #[must_use]
    pub fn reading_span(&self, span: Span) -> Span {
        if self.pieces.is_empty() {
            return span;
        }
        Span::new(self.read_at(span.start), self.read_at(span.end))
    }

    /// This reading of the text of `outer`, as a reading of what `outer` was read from.
    #[cfg(feature = "html")]
    pub(super) fn within(self, outer: &Self) -> Self {
        let mut pieces = Vec::new();
        for (at, from, len) in self.pieces {
            if len == 0 {
                pieces.push((at, outer.at(from), 0));
            }
            let end = from + len;
            let mut here = from;
            while here < end {
                let next = outer.pieces.partition_point(|piece| piece.0 <= here);
                let until = outer.pieces.get(next).map_or(end, |piece| piece.0.min(end));
                let copied = next.checked_sub(1).map_or(0, |i| {
                    let (start, _, len) = outer.pieces[i];
                    (start + len).saturating_sub(here)
                });
                pieces.push((at + (here - from), outer.at(here), copied.min(until - here)));
                here = until;
            }
        }
        let skipped = self
            .skipped
            .iter()
            .map(|skip| Skip { span: outer.original(skip.span), reason: skip.reason });
        let mut skipped: Vec<Skip> = outer.skipped.iter().cloned().chain(skipped).collect();
        skipped.sort_unstable();
        Self { text: self.text, pieces, skipped }
    }

    fn read_at(&self, original: u32) -> u32 {
        let next = self.pieces.partition_point(|piece| piece.1 <= original);
        match next.checked_sub(1).map(|i| self.pieces[i]) {
            Some((start, from, len)) => start + (original - from).min(len),
            None => 0,
        }
    }

    /// The span of the document as given that `span` of [`Reading::text`] was taken from.
    #[must_use]
    pub fn original(&self, span: Span) -> Span {
        if self.pieces.is_empty() {
            return span;
        }
        let last = span.end.max(span.start + 1) - 1;
        Span::new(self.at(span.start), self.at(last) + u32::from(!span.is_empty()))
    }

    /// Where the byte `at` of the reading stood; bytes put in by the reader (a line break between
    /// blocks) count as the byte after the piece before them.
    fn at(&self, at: u32) -> u32 {
        let next = self.pieces.partition_point(|piece| piece.0 <= at);
        match next.checked_sub(1).map(|i| self.pieces[i]) {
            Some((start, original, len)) => original + (at - start).min(len),
            None => self.pieces.first().map_or(at, |piece| piece.1),
        }
    }
}

/// Puts a reading together piece by piece.
pub(super) struct Pieces<'a> {
    source: &'a str,
    reading: Reading,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, reading: Reading::default() }
    }

    /// Copies `range` of the source, joined to the piece before when nothing lies between.
    pub(super) fn copy(&mut self, range: Range<usize>) {
        let Some(words) = self.source.get(range.clone()).filter(|words| !words.is_empty()) else {
            return;
        };
        let (at, from, len) = (self.end(), cut(range.start), cut(range.len()));
        self.reading.text.push_str(words);
        match self.reading.pieces.last_mut() {
            Some(last) if last.2 > 0 && last.0 + last.2 == at && last.1 + last.2 == from => {
                last.2 += len;
            }
            _ => self.reading.pieces.push((at, from, len)),
        }
    }

    /// Puts in words that stand for the bytes at `at` of the source, or for none of them.
    pub(super) fn put(&mut self, words: &str, at: usize) {
        if !words.is_empty() {
            self.reading.pieces.push((self.end(), cut(at), 0));
            self.reading.text.push_str(words);
        }
    }

    /// Ends the block before `at`, once.
    pub(super) fn break_block(&mut self, at: usize) {
        self.trim_end();
        if !self.reading.text.is_empty() && !self.reading.text.ends_with("\n\n") {
            self.put("\n\n", at);
        }
    }

    /// Ends the line before `at`, once.
    pub(super) fn break_line(&mut self, at: usize) {
        self.trim_end();
        if !self.reading.text.is_empty() && !self.reading.text.ends_with('\n') {
            self.put("\n", at);
        }
    }

    pub(super) fn skip(&mut self, range: Range<usize>, reason: SkipReason) {
        let span = Span::from_range(range);
        if self.source.get(span.range()).is_none_or(|words| words.trim().is_empty()) {
            return;
        }
        let source = self.source;
        let blank = |end: u32| {
            let between = source.get(end as usize..span.start as usize);
            between.is_some_and(|between| between.trim().is_empty())
        };
        match self.reading.skipped.last_mut() {
            Some(last) if last.reason == reason && blank(last.span.end) => {
                last.span = last.span.cover(span);
            }
            _ => self.reading.skipped.push(Skip { span, reason }),
        }
    }

    /// The words so far.
    #[cfg(feature = "html")]
    pub(super) fn text(&self) -> &str {
        &self.reading.text
    }

    pub(super) fn finish(mut self) -> Reading {
        if self.reading.pieces.is_empty() && self.reading.skipped.is_empty() {
            return Reading::plain(self.source);
        }
        self.reading.skipped.sort_unstable();
        self.reading
    }

    fn trim_end(&mut self) {
        let end = self.reading.text.trim_end_matches([' ', '\t']).len();
        self.reading.text.truncate(end);
        while self.reading.pieces.last().is_some_and(|piece| piece.0 as usize >= end) {
            self.reading.pieces.pop();
        }
        if let Some(last) = self.reading.pieces.last_mut() {
            last.2 = last.2.min(cut(end) - last.0);
        }
    }

    fn end(&self) -> u32 {
        cut(self.reading.text.len())
    }
}

fn cut(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
