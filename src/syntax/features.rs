//! What the model sees of a word: its normalized form, ends, beginning and shape, as hashes.

/// The number of features of a word.
pub const FEATURES: usize = 6;

/// The hashes of a word's features, in the order: form, first three letters, last two, last three,
/// last four, shape. Never 0.
pub type Hashes = [u32; FEATURES];

/// How a sentence is written, which says what a capital letter means in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// As usual: names and first words have capitals.
    Normal,
    /// Most words have capitals, as in a headline.
    Title,
    /// All letters are capitals.
    Upper,
    /// No letter is a capital.
    Lower,
}

/// How the words of a sentence are written.
pub fn case<'t>(forms: impl Iterator<Item = &'t str>) -> Case {
    let (mut words, mut capitals, mut upper, mut long) = (0, 0, 0, 0);
    for form in forms {
        let mut chars = form.chars();
        let Some(first) = chars.next().filter(|c| c.is_alphabetic()) else { continue };
        words += 1;
        capitals += usize::from(first.is_uppercase());
        let Some(second) = chars.next() else { continue };
        long += usize::from(form.len() > 3);
        let capital = first.is_uppercase();
        upper += usize::from(capital && second.is_uppercase() && form.len() > 3);
    }
    match () {
        () if capitals == 0 => Case::Lower,
        () if long > 1 && upper * 10 >= long * 8 => Case::Upper,
        () if words > 3 && capitals * 10 >= words * 6 => Case::Title,
        () => Case::Normal,
    }
}

/// Normalized words are cut to this many bytes.
const MAX_WORD: usize = 40;

/// What the place of a word in its sentence has to do with its features.
pub(super) const CONTEXTS: usize = 5;

/// Which of the [`CONTEXTS`] the `at`th word of a sentence written in `case` stands in.
pub(super) fn context(at: usize, case: Case) -> usize {
    match case {
        Case::Normal => usize::from(at == 0),
        Case::Title => 2,
        Case::Upper => 3,
        Case::Lower => 4,
    }
}

/// The hashes of the features of `form`, the `at`th word of a sentence written in `case`.
#[must_use]
pub fn hashes(form: &str, at: usize, case: Case) -> Hashes {
    let mut buffer = [0_u8; MAX_WORD];
    let form = canonical(form);
    let len = normalize(form, &mut buffer);
    let word = &buffer[..len];
    let first = &word[..len.min(3)];
    let tail = |n: usize| &word[len.saturating_sub(n)..];
    let context = context(at, case) as u32;
    [
        hash(1, word),
        hash(2, first),
        hash(3, tail(2)),
        hash(4, tail(3)),
        hash(5, tail(4)),
        shape(form, 6 + context),
    ]
}

/// FNV-1a with a salt, folded so that neighbouring bits differ.
fn hash(salt: u32, bytes: &[u8]) -> u32 {
    let mut state = 0x811c_9dc5_u32 ^ salt.wrapping_mul(0x9e37_79b9);
    for &byte in bytes {
        state = (state ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    (state ^ (state >> 15)).wrapping_mul(0x2c1b_3c6d).max(1)
}

/// One kind of quote and dash; brackets as treebanks write them undone.
fn canonical(form: &str) -> &str {
    match form {
        "``" | "''" | "“" | "”" | "«" | "»" | "„" | "’’" | "‘‘" | "‘’" => "\"",
        "‘" | "’" | "`" => "'",
        "—" | "---" => "--",
        "…" | "...." | "....." => "...",
        "-LRB-" => "(",
        "-RRB-" => ")",
        "-LSB-" => "[",
        "-RSB-" => "]",
        other => other,
    }
}

/// Lower case, digits as "0", straight apostrophes.
fn normalize(known: &str, buffer: &mut [u8; MAX_WORD]) -> usize {
    let mut len = 0;
    if known.is_ascii() {
        for byte in known.bytes().take(MAX_WORD) {
            buffer[len] = if byte.is_ascii_digit() { b'0' } else { byte.to_ascii_lowercase() };
            len += 1;
        }
        return len;
    }
    for c in known.chars().flat_map(char::to_lowercase) {
        let c = if matches!(c, '’' | '‘' | '`') { '\'' } else { c };
        if len + c.len_utf8() > MAX_WORD {
            break;
        }
        len += c.encode_utf8(&mut buffer[len..]).len();
    }
    len
}

/// Capitals, small letters, digits and signs, with runs cut to two.
fn shape(form: &str, salt: u32) -> u32 {
    let mut buffer = [0_u8; 12];
    let (mut len, mut run) = (0, 0);
    for c in form.chars() {
        let class = match c {
            'a'..='z' => b'x',
            'A'..='Z' => b'X',
            '0'..='9' => b'd',
            '’' | '‘' => b'\'',
            c if c.is_ascii() => u8::try_from(c).unwrap_or(b'?'),
            c if c.is_uppercase() => b'X',
            c if c.is_alphabetic() => b'x',
            _ => b'~',
        };
        run = if len > 0 && buffer[len - 1] == class { run + 1 } else { 1 };
        if run <= 2 {
            buffer[len] = class;
            len += 1;
        }
        if len == buffer.len() {
            break;
        }
    }
    hash(salt, &buffer[..len])
}
