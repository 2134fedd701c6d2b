//! Bytes as text.

use corroborate::Error;

/// Reads bytes as UTF-8; on failure, the line that is at fault.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, (Error, Option<u32>)> {
    let line = |end: usize| {
        let breaks = bytes_before(&bytes, end);
        u32::try_from(breaks + 1).ok()
    };
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        let error = Error::input("expected text, found a binary file (a zero byte)");
        return Err((error, line(at)));
    }
    match std::str::from_utf8(&bytes) {
        Ok(_) => {}
        Err(error) => {
            let at = error.valid_up_to();
            let message = format!("expected UTF-8, found byte 0x{:02X} at offset {at}", bytes[at]);
            return Err((Error::input(message), line(at)));
        }
    }
    Ok(String::from_utf8(bytes).unwrap_or_default())
}

fn bytes_before(bytes: &[u8], end: usize) -> usize {
    bytes[..end].iter().filter(|byte| **byte == b'\n').count()
}
