//! Persons, organizations, countries and groups, by name.

use super::SetRelation;

/// Whom a mention names. Within a document aliases are joined by the stage `claim`, across
/// documents by `graph`, which gives the entity that decides identity; comparing two names alone
/// only tells whether they are the same words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The words it was read from.
    pub text: String,
    /// The canonical form: titles dropped, spelling variants and demonyms resolved.
    pub canonical: String,
    /// What kind of actor it names.
    pub kind: NameKind,
    /// The ISO 3166 alpha-2 code of the country that it stands for ("the Kremlin": `RU`).
    pub country: Option<String>,
    /// `false` for "officials", "he", "both sides".
    pub named: bool,
}

/// What kind of actor a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum NameKind {
    /// A person.
    Person,
    /// A company, party, agency, court, team.
    Organization,
    /// A country or its government.
    Country,
    /// A people or group ("Ukrainians", "miners").
    Group,
    /// Not known.
    Unknown,
}

impl Name {
    /// Equal when the canonical forms are; otherwise not comparable without the graph.
    #[must_use]
    pub fn compare(&self, other: &Self) -> SetRelation {
        if self.canonical == other.canonical {
            SetRelation::Equal
        } else {
            SetRelation::Incomparable
        }
    }
}
