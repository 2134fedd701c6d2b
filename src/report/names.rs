//! What a person calls the documents and the speakers of a report.

use std::collections::BTreeMap;

use super::{ClaimEntry, DocumentEntry, EntityEntry};

/// A short name for each document: its source, else the name of its file, else its id; with the
/// file where two documents would have one name.
pub(super) struct Names<'a> {
    names: BTreeMap<&'a str, String>,
    published: BTreeMap<&'a str, &'a str>,
    /// The entities that have a name.
    entities: BTreeMap<&'a str, &'a str>,
}

/// Words that name nobody: what they stand for is told instead.
const PRONOUNS: [&str; 13] =
    ["he", "her", "him", "i", "it", "she", "that", "them", "they", "this", "we", "which", "who"];

/// What a relative clause adds to the words for a speaker.
const RELATIVES: [&str; 3] = [", who", ", which", ", that"];

impl<'a> Names<'a> {
    pub(super) fn new(documents: &'a [DocumentEntry], entities: &'a [EntityEntry]) -> Self {
        let mut uses: BTreeMap<&str, u32> = BTreeMap::new();
        for document in documents {
            *uses.entry(short(document)).or_default() += 1;
        }
        let name = |document: &'a DocumentEntry| {
            let name = short(document);
            let alone = uses.get(name) == Some(&1);
            (document.id.as_str(), if alone { name.to_owned() } else { full(document) })
        };
        let published = |document: &'a DocumentEntry| {
            Some((document.id.as_str(), document.published.as_deref()?))
        };
        let entities = entities.iter().map(|e| (e.id.as_str(), e.name.as_str()));
        Self {
            names: documents.iter().map(name).collect(),
            published: documents.iter().filter_map(published).collect(),
            entities: entities.filter(|(_, name)| is_name(name)).collect(),
        }
    }

    /// The day on which a document was published.
    pub(super) fn published(&self, id: &str) -> Option<&'a str> {
        self.published.get(id).map(|date| date.get(..10).unwrap_or(date))
    }

    pub(super) fn of<'n>(&'n self, id: &'n str) -> &'n str {
        self.names.get(id).map_or(id, String::as_str)
    }

    /// Who says what a claim says: the innermost speaker as the document words it, or by name
    /// where it only has a pronoun.
    pub(super) fn speaker(&self, claim: &ClaimEntry) -> Option<String> {
        let link = claim.attribution.iter().rev().find(|link| link.speaker.is_some())?;
        let words = link.speaker.as_deref()?.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(self.called(&words, link.entity.as_deref()))
    }

    /// What to call one whom a document calls by `words`.
    pub(super) fn called(&self, words: &str, entity: Option<&str>) -> String {
        let relative = RELATIVES.iter().find_map(|relative| words.strip_suffix(relative));
        let words = relative.unwrap_or(words);
        let name = entity.and_then(|entity| self.entities.get(entity)).copied();
        let lower = words.to_lowercase();
        if PRONOUNS.contains(&lower.as_str()) {
            return name.map_or_else(|| format!("“{lower}”"), str::to_owned);
        }
        match words.strip_prefix("The ") {
            Some(rest) if !name.is_some_and(|name| name.starts_with("The ")) => {
                format!("the {rest}")
            }
            _ => words.to_owned(),
        }
    }
}

/// Whether an entity goes by a name, and not by a word like "leader" or "He".
fn is_name(name: &str) -> bool {
    let named = name.chars().next().is_some_and(|first| !first.is_lowercase());
    named && !PRONOUNS.contains(&name.to_lowercase().as_str())
}

fn short(document: &DocumentEntry) -> &str {
    let file = document.path.as_deref().map(|path| path.rsplit(['/', '\\']).next().unwrap_or(path));
    document.source.as_deref().or(file).filter(|name| !name.is_empty()).unwrap_or(&document.id)
}

fn full(document: &DocumentEntry) -> String {
    match (&document.source, &document.path) {
        (Some(source), Some(path)) => format!("{source} ({path})"),
        (Some(source), None) => format!("{source} ({})", document.id),
        (None, Some(path)) => path.clone(),
        (None, None) => document.id.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::Names;
    use crate::report::{ClaimEntry, DocumentEntry, EntityEntry, SpeakerEntry};

    #[test]
    fn a_name_is_short_and_of_one_document_only() {
        let entry = |id: &str, source: Option<&str>, path: Option<&str>| DocumentEntry {
            id: id.to_owned(),
            source: source.map(str::to_owned),
            path: path.map(str::to_owned),
            ..DocumentEntry::default()
        };
        let documents = [
            entry("d1", Some("Daily A"), Some("a/1.txt")),
            entry("d2", Some("Daily A"), Some("a/2.txt")),
            entry("d3", None, Some("docs/start.md")),
            entry("d4", None, None),
        ];
        let names = Names::new(&documents, &[]);
        let found: Vec<&str> = ["d1", "d2", "d3", "d4", "d5"].map(|id| names.of(id)).to_vec();
        assert_eq!(found, ["Daily A (a/1.txt)", "Daily A (a/2.txt)", "start.md", "d4", "d5"]);
    }

    #[test]
    fn a_pronoun_is_told_by_its_name() {
        let entity = |id: &str, name: &str| EntityEntry {
            id: id.to_owned(),
            name: name.to_owned(),
            ..EntityEntry::default()
        };
        let entities = [entity("n1", "Ana Ruiz"), entity("n2", "officials")];
        let names = Names::new(&[], &entities);
        let speaker = |words: &str, entity: &str| {
            let (speaker, entity) = (Some(words.to_owned()), Some(entity.to_owned()));
            let link = SpeakerEntry { speaker, entity, ..SpeakerEntry::default() };
            let claim = ClaimEntry { attribution: vec![link], ..ClaimEntry::default() };
            names.speaker(&claim).unwrap_or_default()
        };
        assert_eq!(speaker("She", "n1"), "Ana Ruiz");
        assert_eq!(speaker("They", "n2"), "“they”");
        assert_eq!(speaker("Ruiz, who", "n1"), "Ruiz");
        assert_eq!(speaker("The mayor", "n1"), "the mayor");
        assert_eq!(speaker("the mayor of Brenholm", "n1"), "the mayor of Brenholm");
    }
}
