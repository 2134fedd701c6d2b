//! The readable part of a document, with its way back to the bytes as given.

use serde::{Deserialize, Serialize};

use super::Span;

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
        }
    }
}

impl Reading {
    /// A reading of the whole of a plain text.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
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
