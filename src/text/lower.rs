//! Words in lower case, without a copy where they are written so.

use std::borrow::Cow;

/// `words` in lower case, as [`str::to_lowercase`] gives it. Most words of a text are written so
/// already, and are asked for again and again: these cost no memory.
pub(crate) fn lower(words: &str) -> Cow<'_, str> {
    let small = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if words.bytes().all(small) { Cow::Borrowed(words) } else { Cow::Owned(words.to_lowercase()) }
}

#[cfg(test)]
mod tests {
    use super::lower;

    #[test]
    fn is_as_in_std() {
        for words in ["", "word", "Word", "U.S.", "3.5m", "ÉTAT", "straße", "ΟΔΟΣ", "İzmir"]
        {
            assert_eq!(lower(words), words.to_lowercase());
        }
    }
}
