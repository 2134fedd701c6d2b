//! Clauses that tell the same and yet differ in a detail.

use std::collections::{BTreeMap, BTreeSet};

use super::{ClaimEntry, FindingEntry};

/// A clause: the document and its first byte.
type Place<'a> = (&'a str, u32);

/// Which clauses differ in a value, by what contradicts, is disputed or moved on.
pub(super) struct Conflicts<'a> {
    of: BTreeMap<Place<'a>, BTreeSet<Place<'a>>>,
}

impl<'a> Conflicts<'a> {
    pub(super) fn new(
        findings: &[FindingEntry],
        claims: &BTreeMap<&'a str, &'a ClaimEntry>,
    ) -> Self {
        let mut of: BTreeMap<Place<'a>, BTreeSet<Place<'a>>> = BTreeMap::new();
        let differ = |f: &&FindingEntry| {
            matches!(f.kind.as_str(), "contradiction" | "dispute" | "update")
                || f.reason == "refines"
        };
        for finding in findings.iter().filter(differ) {
            let claims = finding.claims.iter().filter_map(|id| claims.get(id.as_str()));
            let places: Vec<Place<'a>> = claims.filter_map(|claim| place(claim)).collect();
            for pair in places.windows(2) {
                of.entry(pair[0]).or_default().insert(pair[1]);
                of.entry(pair[1]).or_default().insert(pair[0]);
            }
        }
        Self { of }
    }

    /// Whether two of the clauses that `claims` were read from differ in a value.
    pub(super) fn among(&self, claims: &[&'a ClaimEntry]) -> bool {
        let places: BTreeSet<Place<'a>> = claims.iter().filter_map(|claim| place(claim)).collect();
        places
            .iter()
            .any(|place| self.of.get(place).is_some_and(|others| !others.is_disjoint(&places)))
    }
}

/// Where the clause of a claim begins.
pub(super) fn place(claim: &ClaimEntry) -> Option<(&str, u32)> {
    Some((claim.document.as_str(), claim.evidence.first()?.start))
}
