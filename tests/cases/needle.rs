//! A text against its own copy with one value altered.

use corroborate::report::Report;
use corroborate::{Document, Options, reconcile};

/// Words to be replaced.
pub(crate) struct Needle {
    start: usize,
    old: String,
    new: String,
    /// Whether it is a place rather than a figure or a date.
    pub(crate) place: bool,
}

impl std::fmt::Display for Needle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}` altered to `{}`", self.old, self.new)
    }
}

/// What comes of an alteration.
pub(crate) struct Outcome {
    /// A contradiction touches it.
    pub(crate) found: bool,
    /// Explanations of contradictions that do not.
    pub(crate) stray: Vec<String>,
}

/// The exact counts, days, years and places that a text puts forward as so, each with another in
/// its place.
pub(crate) fn needles(document: &Document) -> Vec<Needle> {
    let report = reconcile(std::slice::from_ref(document), &Options::default());
    let mut needles: Vec<Needle> = Vec::new();
    for claim in &report.claims {
        let asserted = claim.modality == "actual" && claim.polarity == "affirmed";
        let Some(value) = claim.evidence.get(1).filter(|_| asserted) else { continue };
        let json = serde_json::to_value(&claim.value).expect("a value is JSON");
        let altered = match json["kind"].as_str() {
            Some("quantity") if json["bound"] == "exact" && json["ordinal"] != true => {
                number(&value.quote)
            }
            Some("time") if json["set"] != true && json["quantity"].is_null() => date(&value.quote),
            Some("place") if is_where(&claim.property) => place(&value.quote),
            _ => None,
        };
        let Some((at, old, new)) = altered else { continue };
        let start = value.start as usize + at;
        if needles.iter().all(|needle| needle.start != start) {
            needles.push(Needle { start, old, new, place: json["kind"] == "place" });
        }
    }
    needles
}

/// The only number in digits in some words, more than doubled.
fn number(words: &str) -> Option<(usize, String, String)> {
    let digit = |c: char| c.is_ascii_digit();
    let start = words.find(digit)?;
    let end = words[start..].find(|c| !digit(c) && c != ',').map_or(words.len(), |i| start + i);
    let old = words[start..end].trim_end_matches(',');
    let rest = &words[start + old.len()..];
    let alone = !rest.contains(digit) && !rest.starts_with(['.', ':', '-', '–', '/']);
    let value: u64 = old.replace(',', "").parse().ok()?;
    let new = value * 2 + 3;
    (alone && value > 0).then(|| (start, old.to_owned(), new.to_string()))
}

/// Another day of the month, or another year.
fn date(words: &str) -> Option<(usize, String, String)> {
    let digit = |c: char| c.is_ascii_digit();
    let start = words.find(digit)?;
    let old: String = words[start..].chars().take_while(|c| c.is_ascii_digit()).collect();
    let value: u32 = old.parse().ok()?;
    let rest = &words[start + old.len()..];
    let month = words.chars().any(char::is_uppercase);
    let new = match (old.len(), value) {
        (4, 1900..=2090) => value + 4,
        (1 | 2, 1..=28) if month && !rest.starts_with([':', '.', '/']) => (value + 8) % 28 + 1,
        _ => return None,
    };
    Some((start, old, new.to_string()))
}

/// Whether a property tells where something is, rather than who acts.
fn is_where(property: &str) -> bool {
    ["venue", "place", "origin", "destination"].iter().any(|end| property.ends_with(end))
}

/// Another city, for a place of one word.
fn place(words: &str) -> Option<(usize, String, String)> {
    let word = words.chars().all(char::is_alphabetic) && words.starts_with(char::is_uppercase);
    let new = if words == "Lima" { "Quito" } else { "Lima" };
    word.then(|| (0, words.to_owned(), new.to_owned()))
}

/// Compares a text with its copy in which one value is altered.
pub(crate) fn outcome(document: &Document, needle: &Needle) -> Outcome {
    let text = &document.text;
    let end = needle.start + needle.old.len();
    let mut copy = document.clone();
    copy.id.push_str("-copy");
    copy.text = format!("{}{}{}", &text[..needle.start], needle.new, &text[end..]);
    let report = reconcile(&[document.clone(), copy], &Options::default());
    let contradictions = report
        .findings
        .iter()
        .filter(|finding| finding.kind == "contradiction" && finding.documents.len() > 1);
    let (hits, stray): (Vec<_>, Vec<_>) =
        contradictions.partition(|f| f.claims.iter().any(|id| touches(&report, id, needle)));
    Outcome {
        found: !hits.is_empty(),
        stray: stray.into_iter().map(|finding| finding.explanation.clone()).collect(),
    }
}

/// Whether the sentence of a claim holds the altered words.
fn touches(report: &Report, id: &str, needle: &Needle) -> bool {
    let claim = report.claims.iter().find(|claim| claim.id == *id);
    claim.into_iter().flat_map(|claim| &claim.evidence).any(|evidence| {
        (evidence.start as usize) <= needle.start && needle.start < evidence.end as usize
    })
}
