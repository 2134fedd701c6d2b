//! The form under which names are looked up.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

/// The lookup form of a name: lower case, no diacritics, letters that do not decompose replaced
/// by the usual ASCII ones, hyphens and runs of spaces as one space, straight apostrophes.
///
/// ```
/// use corroborate::lexicon::fold;
/// assert_eq!(fold("Türkiye"), "turkiye");
/// assert_eq!(fold("Port-au-Prince"), "port au prince");
/// assert_eq!(fold("McDonald ’s"), "mcdonald's");
/// ```
#[must_use]
pub fn fold(name: &str) -> String {
    folded(name).into_owned()
}

/// The same, at no cost for words that have this form already, as most of a text have.
pub(crate) fn folded(name: &str) -> Cow<'_, str> {
    match name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        true => Cow::Borrowed(name),
        false => Cow::Owned(change(name)),
    }
}

fn change(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    if name.is_ascii() {
        name.bytes().for_each(|byte| push(&mut out, char::from(byte)));
    } else {
        let letters = name.nfkd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
        letters.for_each(|c| push(&mut out, c));
    }
    out.truncate(out.trim_end().len());
    out
}

fn push(out: &mut String, c: char) {
    match c {
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        ' ' | '-' | '\t' | '\n' | '\r' | '\u{2010}'..='\u{2014}' | '\u{a0}' => {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        }
        '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}' | '`' => {
            out.truncate(out.trim_end().len());
            out.push('\'');
        }
        c if c.is_ascii() => out.push(c),
        c => other(out, c),
    }
}

/// Letters that Unicode does not decompose.
fn other(out: &mut String, c: char) {
    let ascii = match c {
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ß' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'þ' | 'Þ' => "th",
        'ı' => "i",
        'ħ' | 'Ħ' => "h",
        'ə' | 'Ə' => "a",
        'ʻ' | 'ʿ' | 'ʾ' | 'ʹ' | 'ʺ' => "",
        c => {
            out.extend(c.to_lowercase());
            return;
        }
    };
    out.push_str(ascii);
}
