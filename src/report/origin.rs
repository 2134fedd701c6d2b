//! Which documents of a report repeat others, and how a person is told.

use std::collections::BTreeMap;

use super::names::Names;
use super::side::listed;
use super::{ClaimEntry, DocumentEntry};

/// With more repetitions than this, they are counted and not named.
const NAMED: usize = 2;

/// Where the content of documents and claims comes from.
pub(super) struct Origins<'a> {
    documents: BTreeMap<&'a str, &'a DocumentEntry>,
}

/// What a claim goes back to.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Root<'a> {
    Cited(&'a str),
    Publisher(String),
    Text(&'a str),
}

impl<'a> Origins<'a> {
    pub(super) fn new(documents: &'a [DocumentEntry]) -> Self {
        Self { documents: documents.iter().map(|entry| (entry.id.as_str(), entry)).collect() }
    }

    /// How many independent origins some claims have: copies, papers of one publisher or family,
    /// and claims that cite one outlet count once.
    #[cfg(feature = "cli")]
    pub(super) fn count(&self, claims: &[&ClaimEntry]) -> u32 {
        let roots: std::collections::BTreeSet<Root<'_>> =
            claims.iter().map(|claim| self.root(claim)).collect();
        u32::try_from(roots.len()).unwrap_or(u32::MAX)
    }

    /// Which of the documents of some claims are not counted, and why; none when all are.
    pub(super) fn repeats(&self, claims: &[&ClaimEntry], names: &Names<'_>) -> Option<String> {
        let mut first: BTreeMap<Root<'_>, &str> = BTreeMap::new();
        let mut seen: Vec<&str> = Vec::new();
        let mut told: Vec<String> = Vec::new();
        for claim in claims {
            if seen.contains(&claim.document.as_str()) {
                continue;
            }
            seen.push(&claim.document);
            let root = self.root(claim);
            match first.get(&root) {
                Some(first) => told.push(self.why(claim, first, &root, names)),
                None => {
                    first.insert(root, &claim.document);
                }
            }
        }
        match told.len() {
            0 => None,
            few if few <= NAMED => Some(told.join("; ")),
            many => Some(format!("{many} of them repeat others and are not counted")),
        }
    }

    fn root<'c>(&self, claim: &'c ClaimEntry) -> Root<'c>
    where
        'a: 'c,
    {
        if let Some(outlet) = &claim.cites {
            return Root::Cited(outlet);
        }
        let next = |id: &&str| {
            let entry: &'a DocumentEntry = self.documents.get(*id)?;
            entry.origin.as_ref().map(|origin| origin.document.as_str())
        };
        // A chain of origins is at most two long.
        let chain = std::iter::successors(Some(claim.document.as_str()), next);
        let first = chain.take(4).last().unwrap_or(&claim.document);
        match self.documents.get(first).and_then(|entry| entry.source.as_ref()) {
            Some(source) => Root::Publisher(source.to_lowercase()),
            None => Root::Text(first),
        }
    }

    fn why(&self, claim: &ClaimEntry, first: &str, root: &Root<'_>, names: &Names<'_>) -> String {
        let (name, other) = (names.of(&claim.document).to_owned(), names.of(first).to_owned());
        let origin = self.documents.get(claim.document.as_str()).and_then(|d| d.origin.as_ref());
        let kind = origin.map(|origin| origin.kind.as_str());
        match (root, kind) {
            (Root::Cited(outlet), _) => {
                format!("{name} and {other} both cite {outlet} and count once")
            }
            (_, Some("copy")) => format!("{name} is a copy of {other} and is not counted"),
            (_, Some(_)) => {
                let both = listed(&[other, name], "and");
                format!("{both} belong to one publisher family and count once")
            }
            _ => format!("{} have one publisher and count once", listed(&[other, name], "and")),
        }
    }
}
