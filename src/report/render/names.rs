//! Looking things of a report up by their ids.

use std::collections::BTreeMap;

use crate::report::{ClaimEntry, DocumentEntry, EntityEntry, Report};
use crate::text::Document;

/// A report, its documents and an index of both by id.
pub(super) struct Names<'a> {
    documents: BTreeMap<&'a str, (&'a DocumentEntry, &'a Document)>,
    claims: BTreeMap<&'a str, &'a ClaimEntry>,
    entities: BTreeMap<&'a str, &'a EntityEntry>,
}

impl<'a> Names<'a> {
    /// `documents` are those that the report was made from, in the same order.
    pub(super) fn new(report: &'a Report, documents: &'a [Document]) -> Self {
        let pairs = report.documents.iter().zip(documents);
        Self {
            documents: pairs.map(|(entry, given)| (entry.id.as_str(), (entry, given))).collect(),
            claims: report.claims.iter().map(|claim| (claim.id.as_str(), claim)).collect(),
            entities: report.entities.iter().map(|e| (e.id.as_str(), e)).collect(),
        }
    }

    pub(super) fn claim(&self, id: &str) -> Option<&'a ClaimEntry> {
        self.claims.get(id).copied()
    }

    /// The text of a document as given.
    pub(super) fn text(&self, document: &str) -> &'a str {
        self.documents.get(document).map_or("", |(_, given)| given.text.as_str())
    }

    /// Where a document can be found: its path, else its id.
    pub(super) fn path(&self, document: &'a str) -> &'a str {
        let entry = self.documents.get(document).map(|(entry, _)| *entry);
        entry.and_then(|entry| entry.path.as_deref()).unwrap_or(document)
    }

    /// What a person calls a document: its source, else its path, else its id.
    pub(super) fn document(&self, document: &'a str) -> &'a str {
        let entry = self.documents.get(document).map(|(entry, _)| *entry);
        let source = entry.and_then(|entry| entry.source.as_deref());
        source.unwrap_or_else(|| self.path(document))
    }

    /// What a person calls an entity.
    pub(super) fn entity<'n>(&'n self, entity: &'n str) -> &'n str {
        self.entities.get(entity).map_or(entity, |entry| entry.name.as_str())
    }

    /// A sentence with the ids of documents put as a person calls them.
    pub(super) fn spoken(&self, sentence: &str) -> String {
        let mut out = String::with_capacity(sentence.len());
        let is_word = |c: char| c.is_alphanumeric() || "-_.".contains(c);
        for part in sentence.split_inclusive(|c: char| !is_word(c)) {
            let word = part.trim_end_matches(|c: char| !is_word(c));
            let bare = word.trim_end_matches('.');
            match self.documents.get_key_value(bare) {
                Some((id, _)) => {
                    out.push_str(self.document(id));
                    out.push_str(&part[bare.len()..]);
                }
                None => out.push_str(part),
            }
        }
        out
    }
}
