//! Claims that give one value, side by side with those that give another.

use std::collections::BTreeSet;

use super::names::Names;
use super::{ClaimEntry, TimeEntry, ValueEntry};

/// Of those who give one value, so many are named; with more, two are, and the others counted.
const NAMED: usize = 3;

/// The claims of a finding that give one value.
pub(super) struct Side<'a> {
    /// By document.
    pub(super) claims: Vec<&'a ClaimEntry>,
    /// Who says so in all of them, when the sides differ in that.
    pub(super) speaker: Option<String>,
}

/// What tells one side from the others.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// The value alone.
    Value,
    /// The value and who gives it.
    Speaker,
    /// The value, and whether it is planned.
    Modality,
}

impl By {
    /// What tells the sides of a finding apart.
    pub(super) fn of(kind: &str, reason: &str) -> Self {
        match (kind, reason) {
            ("dispute", _) => Self::Speaker,
            (_, "realized") => Self::Modality,
            _ => Self::Value,
        }
    }
}

/// The sides of `claims`, in the order of their first claims.
pub(super) fn sides<'a>(claims: &[&'a ClaimEntry], by: By, names: &Names<'_>) -> Vec<Side<'a>> {
    let mut keys: Vec<(String, Option<String>)> = Vec::new();
    let mut sides: Vec<Side<'a>> = Vec::new();
    for claim in claims {
        let speaker = (by == By::Speaker).then(|| names.speaker(claim)).flatten();
        let mut value = denotation(claim);
        if by == By::Modality {
            value.push_str(&claim.modality);
        }
        let key = (value, speaker.as_ref().map(|speaker| speaker.to_lowercase()));
        match keys.iter().position(|known| *known == key) {
            Some(at) => sides[at].claims.push(claim),
            None => {
                keys.push(key);
                sides.push(Side { claims: vec![claim], speaker });
            }
        }
    }
    sides
}

/// What a claim's value stands for, however it is worded: equal for "twelve" and "12".
pub(super) fn denotation(claim: &ClaimEntry) -> String {
    let text = || claim.value.text().to_lowercase();
    let value = match &claim.value {
        ValueEntry::Quantity(quantity) => {
            let end = |end: &Option<String>| end.clone().unwrap_or_default();
            let (low, high) = (end(&quantity.low), end(&quantity.high));
            let (left, right) = (quantity.low_open, quantity.high_open);
            let unit = quantity.unit.as_deref().unwrap_or_default();
            let per = quantity.per.as_deref().unwrap_or_default();
            format!("{low}{left}..{high}{right} {unit} {per}")
        }
        ValueEntry::Time(TimeEntry { start: None, end: None, .. }) => text(),
        ValueEntry::Time(TimeEntry { start, end, .. }) => format!("{start:?}..{end:?}"),
        ValueEntry::Place(name)
        | ValueEntry::Actor(name)
        | ValueEntry::Thing(name)
        | ValueEntry::Event(name)
        | ValueEntry::Status(name)
        | ValueEntry::Text(name) => match name.name.is_empty() {
            true => text(),
            false => name.name.to_lowercase(),
        },
    };
    format!("{} {value}", claim.polarity)
}

impl<'a> Side<'a> {
    /// The claim that stands for the side.
    pub(super) fn first(&self) -> &'a ClaimEntry {
        self.claims[0]
    }

    /// The documents that hold it, each once.
    pub(super) fn documents(&self) -> Vec<&'a str> {
        let mut seen = BTreeSet::new();
        let documents = self.claims.iter().map(|claim| claim.document.as_str());
        documents.filter(|document| seen.insert(*document)).collect()
    }

    /// "A", "A and B", "A, B and 7 others".
    pub(super) fn holders(&self, names: &Names<'_>) -> String {
        let documents = self.documents();
        let shown = if documents.len() > NAMED { 2 } else { documents.len() };
        let mut all: Vec<String> =
            documents[..shown].iter().map(|id| names.of(id).to_owned()).collect();
        if documents.len() > shown {
            all.push(format!("{} others", documents.len() - shown));
        }
        listed(&all, "and")
    }

    /// The first day as of which it is given.
    pub(super) fn day<'n>(&self, names: &'n Names<'_>) -> Option<&'n str>
    where
        'a: 'n,
    {
        self.claims.iter().filter_map(|claim| day(claim, names)).min()
    }
}

/// The day as of which a claim holds: the one it names, else that of its document.
pub(super) fn day<'n>(claim: &'n ClaimEntry, names: &'n Names<'_>) -> Option<&'n str> {
    match &claim.scope.as_of {
        Some(ValueEntry::Time(TimeEntry { start: Some(start), .. })) => Some(start),
        _ => names.published(&claim.document),
    }
}

/// "a, b and c".
pub(super) fn listed(items: &[String], word: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} {word} {last}", all.join(", ")),
    }
}
