//! A text against its own copy with one value altered.

use corroborate::report::Report;
use corroborate::{Document, Options, reconcile};

/// What is altered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Figure,
    Place,
    Name,
    Negation,
}

impl Kind {
    pub(crate) const ALL: [Self; 4] = [Self::Figure, Self::Place, Self::Name, Self::Negation];

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Figure => "figure or date",
            Self::Place => "place",
            Self::Name => "name",
            Self::Negation => "negation",
        }
    }
}

/// Words to be replaced.
pub(crate) struct Needle {
    start: usize,
    old: String,
    new: String,
    pub(crate) kind: Kind,
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

/// The exact counts, days, years, places, names of persons and outcomes that a text puts forward as
/// so, each with another in its place.
pub(crate) fn needles(document: &Document) -> Vec<Needle> {
    let report = reconcile(std::slice::from_ref(document), &Options::default());
    let mut needles: Vec<Needle> = Vec::new();
    for claim in &report.claims {
        let asserted = claim.modality == "actual" && claim.polarity == "affirmed";
        let Some(value) = claim.evidence.get(1).filter(|_| asserted) else { continue };
        let json = serde_json::to_value(&claim.value).expect("a value is JSON");
        let (kind, altered) = match json["kind"].as_str() {
            Some("quantity") if json["bound"] == "exact" && json["ordinal"] != true => {
                (Kind::Figure, number(&value.quote))
            }
            Some("time") if json["set"] != true && json["quantity"].is_null() => {
                (Kind::Figure, date(&value.quote))
            }
            Some("place") if is_where(&claim.property) => (Kind::Place, place(&value.quote)),
            Some("actor") if json["type"] == "person" => (Kind::Name, name(&value.quote)),
            Some("text") if claim.rule == "open.occurrence" => {
                let before = &document.text[..value.start as usize];
                (Kind::Negation, denial(before, &value.quote))
            }
            _ => continue,
        };
        let Some((at, old, new)) = altered else { continue };
        let start = value.start as usize + at;
        if needles.iter().all(|needle| needle.start != start) {
            needles.push(Needle { start, old, new, kind });
        }
    }
    needles
}

/// Another surname, for a person of two names.
fn name(words: &str) -> Option<(usize, String, String)> {
    let (given, surname) = words.split_once(' ')?;
    let plain =
        |word: &str| word.chars().all(char::is_alphabetic) && word.starts_with(char::is_uppercase);
    let new = if surname == "Quillfeather" { "Varnado" } else { "Quillfeather" };
    (plain(given) && plain(surname) && given.len() > 2)
        .then(|| (given.len() + 1, surname.to_owned(), new.to_owned()))
}

/// "was not repaired", for a verb right after a form of "be".
fn denial(before: &str, verb: &str) -> Option<(usize, String, String)> {
    let auxiliary = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next()?;
    let passive = verb.ends_with("ed") && before.ends_with(' ');
    let denied = passive && matches!(auxiliary, "is" | "are" | "was" | "were");
    denied.then(|| (0, verb.to_owned(), format!("not {verb}")))
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
