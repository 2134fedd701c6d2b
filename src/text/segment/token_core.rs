//! Words, numbers and addresses, once the punctuation around them is off.

use super::token::Cutter;

/// Cuts the core of a chunk at the hyphens, slashes and signs inside it.
pub(super) fn core(cutter: &mut Cutter<'_, '_>, start: usize, end: usize) {
    let text = cutter.str(start, end);
    if address(text) || code_number(text) {
        return cutter.push(start, end);
    }
    let mut from = start;
    let mut at = start;
    while at < end {
        let (c, len) = first_char(cutter.str(at, end));
        let Some(cut) = separator(text, at - start, c) else {
            at += len;
            continue;
        };
        word(cutter, from, at);
        cutter.push(at, at + cut);
        at += cut;
        from = at;
    }
    word(cutter, from, end);
}

fn first_char(text: &str) -> (char, usize) {
    text.chars().next().map_or(('\0', 1), |c| (c, c.len_utf8()))
}

/// The length of the separator at `at`, when the core is to be cut there.
fn separator(core: &str, at: usize, c: char) -> Option<usize> {
    if c.is_alphanumeric() {
        return None;
    }
    let (before, after) = (&core[..at], &core[at + c.len_utf8()..]);
    let digits = ends_in_digit(before) && starts_with_digit(after);
    let run = || core.len() - at - core[at..].trim_start_matches(c).len();
    match c {
        '-' | '‐' | '‑' => hyphen(before, after).then(run),
        '–' | '—' => Some(run()),
        '/' => slash(before, after).then_some(1),
        '.' if run() > 1 => Some(run()),
        '.' => (after.starts_with('[') || missing_space(before, after)).then_some(1),
        ',' | ':' => (!digits).then_some(1),
        '(' if after == "s)" || after == "es)" => None,
        ')' if before.ends_with("(s") || before.ends_with("(es") => None,
        '!' | '?' | ';' | '(' | ')' | '[' | ']' | '{' | '}' | '"' | '“' | '”' | '<' | '>' | '|'
        | '=' | '~' | '…' | '%' | '°' | '€' | '£' | '»' | '«' => Some(c.len_utf8()),
        _ => None,
    }
}

fn ends_in_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a hyphen parts two words; prefixes keep theirs ("co-founder", "anti-war").
fn hyphen(before: &str, after: &str) -> bool {
    let cut = |c: char| !c.is_alphanumeric() && c != '\'' && c != '’';
    let head = before.rfind(cut).map_or(before, |i| before[i..].trim_start_matches(cut));
    let prefix = PREFIXES.iter().any(|known| head.eq_ignore_ascii_case(known));
    let joins = before.ends_with(['-', '‐']) || after.is_empty();
    !(prefix && !joins && after.starts_with(char::is_alphanumeric))
}

/// Whether a slash parts two words; "9/11", "c/o" and "1/2" are one.
fn slash(before: &str, after: &str) -> bool {
    let short = |word: &str| word.chars().count() == 1;
    let digits = ends_in_digit(before) && starts_with_digit(after);
    !(digits || short(before) && short(after) || before.eq_ignore_ascii_case("w"))
}

/// "end.Next": a full stop with a lower-case word before and a capitalized one after.
fn missing_space(before: &str, after: &str) -> bool {
    let lower = before.chars().rev().take(2).filter(|c| c.is_lowercase()).count() == 2;
    let mut next = after.chars();
    let capital = next.next().is_some_and(char::is_uppercase);
    lower && capital && next.next().is_some_and(char::is_lowercase) && !after.contains('.')
}

/// Internet and mail addresses, and file names.
fn address(text: &str) -> bool {
    if text.contains("://") || text.starts_with("www.") {
        return true;
    }
    if let Some((user, host)) = text.split_once('@') {
        return !user.is_empty() && !host.is_empty();
    }
    let Some((host, path)) = text.split_once('/') else { return false };
    !path.is_empty() && DOMAINS.iter().any(|domain| host.ends_with(domain))
}

/// Telephone numbers and dates in digits: "555-0100", "2025-07-20", "11-20-2000".
fn code_number(text: &str) -> bool {
    if !text.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
        return false;
    }
    let parts: Vec<&str> = text.split('-').collect();
    match parts.as_slice() {
        [first, second] => first.len() == 3 && second.len() == 4,
        [_, _, ..] => parts.iter().all(|part| !part.is_empty()),
        _ => false,
    }
}

/// Adds a word, clitics and units cut off.
pub(super) fn word(cutter: &mut Cutter<'_, '_>, start: usize, end: usize) {
    let text = cutter.str(start, end);
    if let Some(at) = unit(text).or_else(|| currency(text)).or_else(|| clitic(text)) {
        cutter.push_word(start, start + at);
        return word(cutter, start + at, end);
    }
    cutter.push(start, end);
}

impl Cutter<'_, '_> {
    /// Adds what stands before a clitic, which may hold another ("I'd've").
    fn push_word(&mut self, start: usize, end: usize) {
        match clitic(self.str(start, end)) {
            Some(at) if at > 0 => {
                self.push(start, start + at);
                self.push(start + at, end);
            }
            _ => self.push(start, end),
        }
    }
}

/// Where a clitic begins in a word: "n't", "'s", "not" of "cannot".
fn clitic(word: &str) -> Option<usize> {
    let lower = |known: &str| {
        let tail = word.len().checked_sub(known.len())?;
        let same = word.get(tail..)?.eq_ignore_ascii_case(known);
        (same && tail > 0).then_some(tail)
    };
    match word.bytes().last()? | 0x20 {
        b't' => lower("n't").or_else(|| lower("n’t")).or_else(|| joined(word)),
        b's' | b'd' | b'm' => {
            let tail = &word[..word.len() - 1];
            let at = tail.strip_suffix(['\'', '’'])?.len();
            (at > 0 && !number(&word[..at])).then_some(at)
        }
        b'e' | b'l' => ["'re", "'ve", "'ll", "’re", "’ve", "’ll"].into_iter().find_map(lower),
        b'a' => joined(word),
        _ => None,
    }
}

fn number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

/// Two words written as one.
fn joined(word: &str) -> Option<usize> {
    if !(4..=8).contains(&word.len()) || !word.is_ascii() {
        return None;
    }
    JOINED.iter().find(|(known, _)| word.eq_ignore_ascii_case(known)).map(|&(_, at)| at)
}

/// Where the unit begins in a number written together with it: "5pm", "40km", "3bn".
fn unit(word: &str) -> Option<usize> {
    if !starts_with_digit(word) {
        return None;
    }
    let at = word.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | ':')))?;
    UNITS.contains(&&word[at..]).then_some(at)
}

/// Where the number begins after a currency sign: "US$27.5", "A$5".
fn currency(word: &str) -> Option<usize> {
    let at = word.find(['$', '€', '£', '¥'])?;
    let end = at + first_char(&word[at..]).1;
    (at > 0 && end < word.len() && starts_with_digit(&word[end..])).then_some(end)
}

/// Two words written as one, and where the second begins.
const JOINED: &[(&str, usize)] = &[
    ("arent", 3),
    ("cannot", 3),
    ("couldnt", 5),
    ("didnt", 3),
    ("doesnt", 4),
    ("dont", 2),
    ("dunno", 2),
    ("gonna", 3),
    ("gotta", 3),
    ("hadnt", 3),
    ("hasnt", 3),
    ("havent", 4),
    ("isnt", 2),
    ("lemme", 3),
    ("shouldnt", 6),
    ("wanna", 3),
    ("wasnt", 3),
    ("werent", 4),
    ("wouldnt", 5),
];

/// Prefixes that keep their hyphen.
const PREFIXES: &[&str] = &[
    "anti", "bi", "co", "counter", "cross", "de", "dis", "e", "ex", "extra", "hyper", "inter",
    "intra", "macro", "mega", "micro", "mid", "mini", "mis", "multi", "neo", "non", "over", "para",
    "poly", "post", "pre", "pro", "proto", "pseudo", "psycho", "re", "semi", "sub", "super",
    "trans", "tri", "ultra", "un", "under", "uni",
];

/// Ends of host names.
const DOMAINS: &[&str] = &[".com", ".org", ".net", ".gov", ".edu", ".co.uk", ".io", ".ly", ".eu"];

/// Units that are written together with their number.
const UNITS: &[&str] = &[
    "AM", "C", "F", "GB", "GHz", "GW", "GWh", "Hz", "K", "KB", "L", "MB", "MHz", "MW", "MWh", "PM",
    "TB", "TWh", "a.m.", "am", "b", "bn", "cc", "cm", "ft", "g", "gb", "h", "ha", "hp", "hr",
    "hrs", "in", "k", "kW", "kWh", "kg", "kgs", "kHz", "km", "kms", "kph", "kt", "kw", "lb", "lbs",
    "m", "mb", "mg", "mi", "min", "mins", "ml", "mm", "mn", "mph", "ms", "nm", "oz", "p", "p.m.",
    "pc", "pm", "pp", "px", "s.", "sec", "secs", "sq", "tn", "trn", "yo", "yr", "yrs",
];
