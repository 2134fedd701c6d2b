//! One text with its id and metadata.

use serde::{Deserialize, Serialize};

use super::{Metadata, Reading};

/// One text with id and metadata, exactly as it was given.
///
/// ```
/// use corroborate::Document;
/// let mut document = Document::new("d1", "Two people were hurt in the fire on Monday.");
/// document.source = Some("Daily A".into());
/// document.published = Some("2025-07-20".into());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Document {
    /// Names the document in reports; unique within one run.
    pub id: String,
    /// Who publishes it.
    pub source: Option<String>,
    /// The path as the user gave it.
    pub path: Option<String>,
    /// Its headline, when that is not part of the text.
    pub title: Option<String>,
    /// When it was published: an ISO 8601 date, or date and time.
    pub published: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// How the text is marked up.
    pub format: Format,
    /// The words, unchanged. Every offset in a report points into this.
    pub text: String,
    /// Where the text begins in the file that `path` names, when that holds more than it.
    pub origin: Option<Origin>,
    /// What of the text is to be read, when the caller has already taken it out of its markup;
    /// otherwise it is found from `format`.
    #[serde(skip)]
    pub reading: Option<Reading>,
}

/// Where a text begins in a file.
///
/// ```
/// let items = corroborate::text::feed("<rss>\n<item><description>Two.</description></item></rss>");
/// let origin = items[0].origin.as_ref().unwrap();
/// assert_eq!((origin.offset, origin.line), (6, 2));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Its first byte.
    pub offset: u32,
    /// The line of that byte, counted from 1.
    pub line: u32,
}

/// How a document's text is marked up.
///
/// ```
/// use corroborate::{Document, Format};
/// let document = Document::parse("d1", "# Fire in Lyon\n\nTwo were *hurt*.\n", Format::Markdown);
/// assert_eq!(document.title.as_deref(), Some("Fire in Lyon"));
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Format {
    /// Plain text.
    #[default]
    Plain,
    /// Markdown (CommonMark with tables).
    Markdown,
    /// HTML; read with the feature `html`.
    Html,
}

impl Document {
    /// The longest text that is read, in bytes. Offsets are 32 bits wide.
    pub const MAX_BYTES: usize = u32::MAX as usize;

    /// A plain document without metadata.
    ///
    /// ```
    /// let document = corroborate::Document::new("d1", "Two people were hurt.");
    /// assert_eq!((document.id.as_str(), document.source), ("d1", None));
    /// ```
    #[must_use]
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id: id.into(), text: text.into(), ..Self::default() }
    }

    /// A document with the metadata that its text itself gives: front matter of plain text and
    /// Markdown, the head of an HTML page.
    ///
    /// ```
    /// use corroborate::{Document, Format};
    /// let text = "---\nsource: Daily A\npublished: 2025-07-20\n---\nTwo people were hurt.\n";
    /// let document = Document::parse("d1", text, Format::Plain);
    /// assert_eq!(document.source.as_deref(), Some("Daily A"));
    /// assert_eq!(document.published.as_deref(), Some("2025-07-20"));
    /// assert_eq!(document.text, text);
    /// ```
    #[must_use]
    pub fn parse(id: impl Into<String>, text: impl Into<String>, format: Format) -> Self {
        let mut document = Self { format, ..Self::new(id, text) };
        let Metadata { title, source, published, url } = Metadata::of(&document.text, format);
        (document.title, document.source) = (title, source);
        (document.published, document.url) = (published, url);
        document
    }
}
