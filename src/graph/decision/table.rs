//! Decisions from a file.
//!
//! ```toml
//! # One person under two spellings.
//! [[same]]
//! of = [{ name = "Mohammed Aziz" }, { name = "M. Azeez" }]
//!
//! # Two people of one name.
//! [[not-same]]
//! of = [{ name = "Tom Lee", document = "gazette" }, { name = "Tom Lee", document = "courier" }]
//!
//! # One fire, by words of each document that speak of it.
//! [[same]]
//! of = [{ document = "gazette", quote = "the blaze" }, { document = "courier", quote = "a fire" }]
//! why = "confirmed by the fire brigade"
//! ```

use serde::Deserialize;
use toml::Spanned;

use super::{Anchor, Decisions};
use crate::error::Error;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    same: Vec<Row>,
    #[serde(default, rename = "not-same")]
    apart: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    of: Spanned<Vec<Spanned<AnchorRow>>>,
    #[serde(default, rename = "why")]
    _why: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnchorRow {
    name: Option<String>,
    document: Option<String>,
    quote: Option<String>,
}

impl Decisions {
    /// Reads decisions; `file` names the table in errors.
    ///
    /// ```
    /// use corroborate::graph::Decisions;
    /// let table = "[[same]]\nof = [{ name = \"NRA\" }, { name = \"Northern Rail Authority\" }]";
    /// assert!(!Decisions::parse(table, "decisions.toml")?.is_empty());
    /// let error = Decisions::parse("[[same]]\nof = []", "decisions.toml").unwrap_err();
    /// assert_eq!(error.to_string(), "decisions.toml:2: expected two or more to decide on, found 0");
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    ///
    /// # Errors
    /// When it is no TOML, has a key that is not known, decides on fewer than two, or on neither
    /// a `name` nor a `quote` of a `document`; the message names the file and line.
    pub fn parse(table: &str, file: &str) -> Result<Self, Error> {
        let line = |at: usize| {
            let before = table.as_bytes().iter().take(at).filter(|&&byte| byte == b'\n').count();
            u32::try_from(before + 1).ok()
        };
        let wrong = |at: usize, message: String| Error::table(message).at(file, line(at));
        let rows: File = toml::from_str(table).map_err(|error| {
            let message = error.message().lines().next().unwrap_or_default().to_owned();
            let place = error.span().and_then(|span| line(span.start));
            Error::table(message).at(file, place)
        })?;
        let read = |rows: Vec<Row>| -> Result<Vec<Vec<Anchor>>, Error> {
            let each = rows.into_iter().map(anchors);
            each.map(|row| row.map_err(|(at, message)| wrong(at, message))).collect()
        };
        Ok(Self { same: read(rows.same)?, apart: read(rows.apart)? })
    }
}

/// A row's anchors, or where in the file what is wrong.
fn anchors(row: Row) -> Result<Vec<Anchor>, (usize, String)> {
    let (at, count) = (row.of.span().start, row.of.get_ref().len());
    if count < 2 {
        return Err((at, format!("expected two or more to decide on, found {count}")));
    }
    row.of.into_inner().into_iter().map(anchor).collect()
}

fn anchor(row: Spanned<AnchorRow>) -> Result<Anchor, (usize, String)> {
    let at = row.span().start;
    match row.into_inner() {
        AnchorRow { name: Some(name), document, quote: None } => {
            Ok(Anchor::Name { name, document })
        }
        AnchorRow { name: None, document: Some(document), quote: Some(quote) } => {
            Ok(Anchor::Quote { document, quote })
        }
        _ => Err((at, "expected a `name`, or a `document` and a `quote` of it".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::Decisions;

    #[track_caller]
    fn wrong(table: &str, message: &str) {
        let error = Decisions::parse(table, "d.toml").expect_err("a wrong table");
        assert_eq!(error.to_string(), message);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        wrong(
            "[[same]]\nof = [{ name = \"A\" }]",
            "d.toml:2: expected two or more to decide on, found 1",
        );
        wrong(
            "[[not-same]]\nof = [{ name = \"A\" },\n  { quote = \"b\" }]",
            "d.toml:3: expected a `name`, or a `document` and a `quote` of it",
        );
        wrong(
            "[[maybe]]\nof = []",
            "d.toml:1: unknown field `maybe`, expected `same` or `not-same`",
        );
    }

    #[test]
    fn quotes_are_told_by_document() {
        let table = "[[same]]\nof = [{ document = \"a\", quote = \"x\" }, { document = \"b\", quote = \"y\" }]";
        let decisions = Decisions::parse(table, "d.toml").expect("a table");
        assert_eq!(decisions.quotes("b").collect::<Vec<_>>(), ["y"]);
    }
}
