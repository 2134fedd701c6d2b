//! What a person calls the documents of a report.

use std::collections::BTreeMap;

use super::DocumentEntry;

/// A short name for each document: its source, else the name of its file, else its id; with the
/// file where two documents would have one name.
pub(super) struct Names<'a> {
    names: BTreeMap<&'a str, String>,
    published: BTreeMap<&'a str, &'a str>,
}

impl<'a> Names<'a> {
    pub(super) fn new(documents: &'a [DocumentEntry]) -> Self {
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
        Self {
            names: documents.iter().map(name).collect(),
            published: documents.iter().filter_map(published).collect(),
        }
    }

    /// The day on which a document was published.
    pub(super) fn published(&self, id: &str) -> Option<&'a str> {
        self.published.get(id).map(|date| date.get(..10).unwrap_or(date))
    }

    pub(super) fn of<'n>(&'n self, id: &'n str) -> &'n str {
        self.names.get(id).map_or(id, String::as_str)
    }
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
    use crate::report::DocumentEntry;

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
        let names = Names::new(&documents);
        let found: Vec<&str> = ["d1", "d2", "d3", "d4", "d5"].map(|id| names.of(id)).to_vec();
        assert_eq!(found, ["Daily A (a/1.txt)", "Daily A (a/2.txt)", "start.md", "d4", "d5"]);
    }
}
