//! Cuts lists of attributes that are too long for the reader of tags.

use std::borrow::Cow;

/// The reader goes one call deeper for each attribute of the form `name="value"` that directly
/// follows another. No page that people write has a tag with so many.
const LONGEST: usize = 256;

/// The page as the reader of tags may have it: of the same length, and with other bytes only where
/// more than [`LONGEST`] attributes stand in a row.
///
/// Whether such a row stands in a tag, a script or running text is not asked, as whoever wants to
/// exhaust the stack would hide it; so only the places of tags may be taken from the result.
pub(super) fn bounded(page: &str) -> Cow<'_, str> {
    let cuts = cuts(page.as_bytes());
    if cuts.is_empty() {
        return Cow::Borrowed(page);
    }
    let mut bounded = page.to_owned();
    for cut in cuts {
        // From the sign of equality to the quotation mark all is ASCII.
        bounded.replace_range(cut.clone(), &" ".repeat(cut.len()));
    }
    Cow::Owned(bounded)
}

/// The `="` of each attribute that ends a row of [`LONGEST`].
fn cuts(page: &[u8]) -> Vec<std::ops::Range<usize>> {
    let mut cuts = Vec::new();
    // Values that begin after a row, each with the length of the row: the rows of two ways to tell
    // values from what stands between them may overlap.
    let mut rows: Vec<(usize, usize)> = Vec::new();
    for equals in (0..page.len()).filter(|&at| page[at] == b'=') {
        let quote = equals + 1 + spaces(&page[equals + 1..]);
        if page.get(quote) != Some(&b'"') {
            continue;
        }
        rows.retain(|&(value, _)| value >= quote);
        let found = rows.iter().position(|&(value, _)| value == quote);
        let length = found.map_or(1, |at| rows.swap_remove(at).1 + 1);
        if length >= LONGEST {
            cuts.push(equals..quote + 1);
        } else if let Some(next) = following(page, quote + 1) {
            rows.push((next, length));
        }
    }
    cuts
}

/// The quotation mark of the next value, where the one from `start` on is directly followed by a
/// name and a value.
fn following(page: &[u8], start: usize) -> Option<usize> {
    let end = start + page[start..].iter().position(|byte| *byte == b'"')?;
    let name = end + 1 + spaces(&page[end + 1..]);
    let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'=');
    let equals = name + page[name..].iter().position(ends)?;
    let quote = equals + 1 + spaces(page.get(equals + 1..)?);
    (page[equals] == b'=' && page.get(quote) == Some(&b'"')).then_some(quote)
}

fn spaces(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, bounded};

    #[test]
    fn leaves_pages_alone() {
        let row = r#"<a b="c" d="e=" f='"'>"#.repeat(LONGEST * 2);
        assert_eq!(bounded(&row), row);
        let tag = format!("<a {}>", r#"b="c" "#.repeat(LONGEST - 1));
        assert_eq!(bounded(&tag), tag);
    }

    #[test]
    fn cuts_long_rows() {
        for (one, least) in [(r#"b="c" "#, 2), (r#"b= "c>" "#, 2), (r#"b"x="c" "#, 2)] {
            let tag = format!("<p>Two were hurt.</p><a y=z\"=\" {}>", one.repeat(LONGEST * 3));
            let cut = bounded(&tag);
            assert_eq!(cut.len(), tag.len());
            let lost = tag.matches('=').count() - cut.matches('=').count();
            assert!((least..=3).contains(&lost), "{one}: {lost}");
        }
    }
}
