//! Says why an input, option or table could not be used; nothing inside the pipeline fails.

use std::fmt;

/// Why an input, an option or a user table could not be used.
///
/// One opaque type for every edge of the crate: reading text never fails, reading *files, options
/// and tables* may. The message is a lowercase fragment fit for "failed to {error}"; it says what
/// was expected and what was found, and names the file and line when they are known.
///
/// ```
/// let error = corroborate::Date::parse("2025-02-30").unwrap_err();
/// assert!(error.to_string().contains("2025-02-30"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    location: Option<Location>,
}

/// Where in the user's input an [`Error`] was found.
///
/// ```
/// let error = corroborate::Error::input("expected text").at("a.txt", Some(3));
/// let place = error.location().unwrap();
/// assert_eq!((place.file.as_str(), place.line), ("a.txt", Some(3)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file as the caller named it, or a name such as `<stdin>`.
    pub file: String,
    /// The line, counted from 1, when it is known.
    pub line: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum ErrorKind {
    #[error("{0}")]
    Input(String),
    #[error("{0}")]
    Option(String),
    #[error("{0}")]
    Table(String),
}

impl Error {
    /// An input (document, claim, date) that cannot be used.
    ///
    /// ```
    /// let error = corroborate::Error::input("expected a word, found `7`");
    /// assert!(error.is_input());
    /// ```
    #[must_use]
    pub fn input(message: impl Into<String>) -> Self {
        Self { kind: ErrorKind::Input(message.into()), location: None }
    }

    /// An option that cannot be used.
    ///
    /// ```
    /// let error = corroborate::Error::option("expected a word, found `7`");
    /// assert!(error.is_option());
    /// ```
    #[must_use]
    pub fn option(message: impl Into<String>) -> Self {
        Self { kind: ErrorKind::Option(message.into()), location: None }
    }

    /// A user table that cannot be used.
    ///
    /// ```
    /// let error = corroborate::Error::table("expected a word, found `7`");
    /// assert!(error.is_table());
    /// ```
    #[must_use]
    pub fn table(message: impl Into<String>) -> Self {
        Self { kind: ErrorKind::Table(message.into()), location: None }
    }

    /// The same error with the file and line where it was found.
    ///
    /// ```
    /// let error = corroborate::Error::input("expected text, found an empty file").at("a.txt", None);
    /// assert_eq!(error.to_string(), "a.txt: expected text, found an empty file");
    /// ```
    #[must_use]
    pub fn at(mut self, file: impl Into<String>, line: Option<u32>) -> Self {
        self.location = Some(Location { file: file.into(), line });
        self
    }

    /// Where it was found, when that is known.
    ///
    /// ```
    /// let error = corroborate::Error::input("expected text");
    /// assert_eq!(error.location(), None);
    /// ```
    #[must_use]
    pub fn location(&self) -> Option<&Location> {
        self.location.as_ref()
    }

    /// Whether a document, claim or other input is at fault.
    ///
    /// ```
    /// assert!(corroborate::Date::parse("soon").unwrap_err().is_input());
    /// ```
    #[must_use]
    pub fn is_input(&self) -> bool {
        matches!(self.kind, ErrorKind::Input(_))
    }

    /// Whether an option or configuration key is at fault.
    ///
    /// ```
    /// assert!("contradicton".parse::<corroborate::report::Level>().unwrap_err().is_option());
    /// ```
    #[must_use]
    pub fn is_option(&self) -> bool {
        matches!(self.kind, ErrorKind::Option(_))
    }

    /// Whether a vocabulary table is at fault.
    ///
    /// ```
    /// let mut vocabulary = corroborate::lexicon::Vocabulary::default();
    /// assert!(vocabulary.add("[[event]]", "events.toml").unwrap_err().is_table());
    /// ```
    #[must_use]
    pub fn is_table(&self) -> bool {
        matches!(self.kind, ErrorKind::Table(_))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.location {
            Some(Location { file, line: Some(line) }) => write!(f, "{file}:{line}: ")?,
            Some(Location { file, line: None }) => write!(f, "{file}: ")?,
            None => {}
        }
        fmt::Display::fmt(&self.kind, f)
    }
}

impl std::error::Error for Error {}
