//! Bytes as text.

use corroborate::Error;
use encoding_rs::{Encoding, UTF_8};

/// How far into a file its own statement of encoding is looked for.
const HEAD: usize = 1024;

/// Signs other than letters that texts in older encodings have.
const SIGNS: &str = "‘’“”„«»‹›–—…•·€£¥¢°§©®™×±½¼¾²³ªº¿¡\u{a0}";

/// Bytes read as text.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    /// The encoding, when nobody named it and it was guessed.
    pub(super) guessed: Option<&'static Encoding>,
}

impl Decoded {
    fn known(text: String) -> Self {
        Self { text, guessed: None }
    }
}

/// Why bytes are no text, and the line that is at fault.
type Refusal = (Error, Option<u32>);

/// Reads bytes as text: by the encoding asked for, else by byte order mark, else by what an HTML
/// or XML file says of itself, else as UTF-8, else by a guess from the bytes.
///
/// Text that was in another encoding than UTF-8 is converted, and offsets point into the converted
/// text. UTF-8 with a wrong byte here and there is not guessed to be something else: it is refused.
pub(super) fn decode(bytes: Vec<u8>, asked: Option<&'static Encoding>) -> Result<Decoded, Refusal> {
    let marked = Encoding::for_bom(&bytes).map(|(encoding, _)| encoding);
    let sure = asked.or(marked);
    match sure.or_else(|| stated(&bytes)).unwrap_or(UTF_8) {
        encoding if encoding == UTF_8 => utf_8(bytes, sure.is_none()),
        encoding => converted(&bytes, encoding).map(Decoded::known),
    }
}

fn converted(bytes: &[u8], encoding: &'static Encoding) -> Result<String, Refusal> {
    let (text, _, broken) = encoding.decode(bytes);
    if broken {
        let message = format!("expected {}, found bytes that it does not have", encoding.name());
        return Err((Error::input(message), None));
    }
    Ok(text.into_owned())
}

fn utf_8(bytes: Vec<u8>, guess: bool) -> Result<Decoded, Refusal> {
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        let error = Error::input("expected text, found a binary file (a zero byte)");
        return Err((error, line(&bytes, at)));
    }
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded::known(text)),
        Err(error) => error,
    };
    let (at, bytes) = (error.utf8_error().valid_up_to(), error.as_bytes());
    if let Some(decoded) = guess.then(|| guessed(bytes)).flatten() {
        return Ok(decoded);
    }
    let message = format!("expected UTF-8, found byte 0x{:02X} at offset {at}", bytes[at]);
    Err((Error::input(message), line(bytes, at)))
}

/// The text in the encoding that the bytes look like, after
/// [chardetng](https://docs.rs/chardetng); none when they look like damaged UTF-8, or like no text.
fn guessed(bytes: &[u8]) -> Option<Decoded> {
    let lossy = String::from_utf8_lossy(bytes);
    let wrong = lossy.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    let right = lossy.chars().filter(|c| !c.is_ascii()).count() - wrong;
    if right > wrong {
        return None;
    }
    let mut detector = chardetng::EncodingDetector::new();
    detector.feed(bytes, true);
    let encoding = detector.guess(None, false);
    let text = converted(bytes, encoding).ok()?;
    is_likely(&text).then_some(Decoded { text, guessed: Some(encoding) })
}

/// Whether the guess makes sense: letters stand beside letters, and whatever else is not ASCII is a
/// sign that people write. The last letters of Latin-1 hardly occur; their bytes are mostly noise.
fn is_likely(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let letter =
        |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphabetic());
    let likely = |(at, c): (usize, &char)| match c {
        'ÿ' | 'þ' => false,
        c if c.is_control() => c.is_whitespace() && c.is_ascii(),
        c if c.is_ascii() || SIGNS.contains(*c) => true,
        c => c.is_alphabetic() && (letter(at.checked_sub(1)) || letter(Some(at + 1))),
    };
    chars.iter().enumerate().all(likely)
}

/// The encoding that an HTML or XML file names: `<meta charset=…>`, `<?xml encoding=…?>`.
fn stated(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    if !head.trim_start().starts_with('<') {
        return None;
    }
    let (_, rest) = head.split_once("charset=").or_else(|| head.split_once("encoding="))?;
    let label = rest.trim_start_matches(['"', '\'']);
    let label = label.split(|c: char| !c.is_ascii_alphanumeric() && !"-_:".contains(c)).next()?;
    Encoding::for_label(label.as_bytes())
}

fn line(bytes: &[u8], end: usize) -> Option<u32> {
    u32::try_from(1 + bytes[..end].iter().filter(|byte| **byte == b'\n').count()).ok()
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, guessed: Option<&str>) {
        let decoded = decode(bytes.to_vec(), None).expect("text");
        assert_eq!(decoded.text, text);
        assert_eq!(decoded.guessed.map(encoding_rs::Encoding::name), guessed);
    }

    #[test]
    fn an_encoding_is_named_or_guessed() {
        check("Zürich".as_bytes(), "Zürich", None);
        check(b"\xef\xbb\xbfZ\xc3\xbcrich", "\u{feff}Zürich", None);
        check(b"\xff\xfeZ\x00\xfc\x00", "Zü", None);
        check(b"<meta charset=iso-8859-1>Z\xfcrich", "<meta charset=iso-8859-1>Zürich", None);
        check(b"It cost \x80 40 in Z\xfcrich.", "It cost € 40 in Zürich.", Some("windows-1252"));
    }

    #[test]
    fn damaged_text_and_no_text_are_refused() {
        let mut cut = "Zürich, Köln und Malmö: Größe".as_bytes().to_vec();
        cut.truncate(cut.len() - 2);
        assert!(decode(cut, None).is_err());
        assert!(decode(vec![0x89, b'P', b'N', b'G', 0, 0], None).is_err());
        for noise in [&b"Ok\n\xc3(\n"[..], b"bad \xff byte", b"bell \x07 caf\xe9"] {
            assert!(decode(noise.to_vec(), None).is_err(), "{noise:?}");
        }
    }
}
