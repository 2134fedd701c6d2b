//! Places in a containment hierarchy.

use super::SetRelation;

/// A place: a node in a containment hierarchy, Istanbul ⊂ Türkiye.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The words it was read from.
    pub text: String,
    /// Its canonical name.
    pub name: String,
    /// Stable ids from the outermost container to the place itself (`["TR", "TR.34", "745044"]`).
    /// Empty when the name is in no table.
    pub path: Vec<String>,
    /// The paths of its other readings when the name is ambiguous.
    pub others: Vec<Vec<String>>,
    /// `false` for "the city", "the border".
    pub named: bool,
}

impl Place {
    /// How the two compare by containment; incomparable when one is ambiguous or in no table,
    /// unless their names are the same.
    #[must_use]
    pub fn compare(&self, other: &Self) -> SetRelation {
        if self.path.is_empty()
            || other.path.is_empty()
            || !self.others.is_empty()
            || !other.others.is_empty()
        {
            return if self.name == other.name {
                SetRelation::Equal
            } else {
                SetRelation::Incomparable
            };
        }
        match (self.path.starts_with(&other.path), other.path.starts_with(&self.path)) {
            (true, true) => SetRelation::Equal,
            (true, false) => SetRelation::Within,
            (false, true) => SetRelation::Contains,
            (false, false) => SetRelation::Disjoint,
        }
    }
}
