//! Bytes as text.

use corroborate::Error;
use encoding_rs::{Encoding, UTF_8};

/// How far into a file its own statement of encoding is looked for.
const HEAD: usize = 1024;

/// Reads bytes as text: by the encoding asked for, else by byte order mark, else by what an HTML
/// or XML file says of itself, else as UTF-8. On failure, the line that is at fault.
///
/// Text that was in another encoding is converted, and offsets point into the converted text.
pub(super) fn decode(
    bytes: Vec<u8>,
    asked: Option<&'static Encoding>,
) -> Result<String, (Error, Option<u32>)> {
    let marked = Encoding::for_bom(&bytes).map(|(encoding, _)| encoding);
    let encoding = asked.or(marked).or_else(|| stated(&bytes)).unwrap_or(UTF_8);
    if encoding == UTF_8 {
        return utf_8(bytes);
    }
    let (text, _, broken) = encoding.decode(&bytes);
    if broken {
        let message = format!("expected {}, found bytes that it does not have", encoding.name());
        return Err((Error::input(message), None));
    }
    Ok(text.into_owned())
}

fn utf_8(bytes: Vec<u8>) -> Result<String, (Error, Option<u32>)> {
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        let error = Error::input("expected text, found a binary file (a zero byte)");
        return Err((error, line(&bytes, at)));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let message = format!("expected UTF-8, found byte 0x{:02X} at offset {at}", bytes[at]);
        (Error::input(message), line(bytes, at))
    })
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
