//! Places in a containment hierarchy.

use super::{Name, SetRelation};

/// A place: a node in a containment hierarchy, Istanbul ⊂ Türkiye.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The words it was read from.
    pub text: String,
    /// Its canonical name.
    pub name: String,
    /// Stable ids from the outermost container to the place itself: ISO 3166 code of the country,
    /// first-level division, [GeoNames](https://www.geonames.org/) id (`["TR", "TR.istanbul",
    /// "745044"]`). Ids that begin with `@` are of places in no country. Empty when the name is in
    /// no table.
    pub path: Vec<String>,
    /// The paths of its other readings when the name is ambiguous.
    pub others: Vec<Vec<String>>,
    /// For a region that is no node of the hierarchy of states (the Balkans, New England): the ids
    /// of what it holds.
    pub members: Vec<String>,
    /// Whom it stands for where it acts or speaks ("Moscow rejected the plan": the government of
    /// Russia); none where it is only a place.
    pub actor: Option<Name>,
    /// `false` for "the city", "the border".
    pub named: bool,
}

impl Place {
    /// How the two compare by containment; incomparable when one is ambiguous or in no table,
    /// unless their names are the same. Regions that share a member overlap as far as the tables
    /// know, so they are incomparable.
    #[must_use]
    pub fn compare(&self, other: &Self) -> SetRelation {
        if self.undecided() || other.undecided() {
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
            (false, false) if self.belongs_to(other) => SetRelation::Within,
            (false, false) if other.belongs_to(self) => SetRelation::Contains,
            (false, false) => self.compare_apart(other),
        }
    }

    /// Whether it lies in a territory with a code of its own that is part of the state `other`: Hong Kong
    /// is told as in China too.
    fn belongs_to(&self, other: &Self) -> bool {
        let [state] = &other.path[..] else { return false };
        let held = |code: &String| {
            TERRITORIES.iter().any(|(of, codes)| of == state && codes.contains(&&**code))
        };
        self.path.first().is_some_and(held)
    }

    /// Neither path holds the other: only the members of regions can still tell.
    fn compare_apart(&self, other: &Self) -> SetRelation {
        match (self.holds(other), other.holds(self)) {
            (true, false) => SetRelation::Contains,
            (false, true) => SetRelation::Within,
            (true, true) => SetRelation::Equal,
            (false, false) if self.may_hold(other) || other.may_hold(self) => {
                SetRelation::Incomparable
            }
            (false, false) if self.outside_states() || other.outside_states() => {
                SetRelation::Incomparable
            }
            (false, false) => SetRelation::Disjoint,
        }
    }

    fn undecided(&self) -> bool {
        self.path.is_empty() || !self.others.is_empty()
    }

    /// Whether every part of `other` is one of the members of this region.
    fn holds(&self, other: &Self) -> bool {
        let member = |id: &String| self.members.contains(id);
        other.path.iter().any(member)
            || (!other.members.is_empty() && other.members.iter().all(member))
    }

    /// Whether `other` is a town that may lie within this county or city though no table says so:
    /// the paths of towns name no county, nor those of quarters the city that their division is
    /// named after (Berlin).
    fn may_hold(&self, other: &Self) -> bool {
        let (Some((own, above)), Some((town, around))) =
            (self.path.split_last(), other.path.split_last())
        else {
            return false;
        };
        let numbered = |id: &str| id.bytes().all(|b| b.is_ascii_digit());
        let city = self.name.to_lowercase().replace(' ', "-");
        let named_after = above.last().is_some_and(|division| division.ends_with(&city));
        above == around && numbered(town) && (!numbered(own) || named_after)
    }

    /// Seas, mountains and regions across borders: what they overlap is in no table.
    fn outside_states(&self) -> bool {
        !self.members.is_empty() || self.path.first().is_some_and(|id| id.starts_with('@'))
    }
}

/// The codes of ISO 3166 for parts of a state, by the code of the state.
const TERRITORIES: &[(&str, &[&str])] = &[
    ("AU", &["CC", "CX", "NF"]),
    ("CN", &["HK", "MO"]),
    ("DK", &["FO", "GL"]),
    ("FI", &["AX"]),
    ("FR", &["BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "WF", "YT"]),
    ("GB", &["AI", "BM", "FK", "GG", "GI", "IM", "JE", "KY", "MS", "PN", "SH", "TC", "VG"]),
    ("NL", &["AW", "BQ", "CW", "SX"]),
    ("NO", &["SJ"]),
    ("NZ", &["CK", "NU", "TK"]),
    ("US", &["AS", "GU", "MP", "PR", "VI"]),
];

#[cfg(test)]
mod tests {
    use super::Place;
    use crate::value::SetRelation;

    fn place(path: &str, members: &str) -> Place {
        let ids = |list: &str, by| -> Vec<String> {
            list.split(by).filter(|id: &&str| !id.is_empty()).map(str::to_owned).collect()
        };
        Place {
            name: path.to_owned(),
            path: ids(path, '/'),
            members: ids(members, '|'),
            ..Place::default()
        }
    }

    #[track_caller]
    fn check(a: &Place, b: &Place, there: SetRelation, back: SetRelation) {
        assert_eq!(a.compare(b), there, "{a:?} {b:?}");
        assert_eq!(b.compare(a), back, "{b:?} {a:?}");
    }

    #[test]
    fn places_compare_by_containment() {
        use SetRelation::{Contains, Disjoint, Equal, Incomparable, Within};
        let (turkey, istanbul) = (place("TR", ""), place("TR/TR.istanbul/745044", ""));
        let (ankara, balkans) = (place("TR/TR.ankara/323786", ""), place("@balkans", "AL|BG|RS"));
        let (sofia, europe) = (place("BG/BG.sofia/727011", ""), place("@europe", "AL|BG|FR|RS"));
        check(&turkey, &turkey, Equal, Equal);
        check(&turkey, &istanbul, Contains, Within);
        check(&ankara, &istanbul, Disjoint, Disjoint);
        check(&balkans, &sofia, Contains, Within);
        check(&europe, &balkans, Contains, Within);
        check(&balkans, &istanbul, Incomparable, Incomparable);
        check(&place("@black-sea", ""), &istanbul, Incomparable, Incomparable);
    }

    #[test]
    fn an_ambiguous_place_is_comparable_only_by_its_name() {
        let mut georgia = place("GE", "");
        georgia.others = vec![vec!["US".to_owned(), "US.georgia".to_owned()]];
        let tbilisi = place("GE/GE.tbilisi/611717", "");
        check(&georgia, &tbilisi, SetRelation::Incomparable, SetRelation::Incomparable);
        check(&georgia, &georgia.clone(), SetRelation::Equal, SetRelation::Equal);
    }

    #[test]
    fn a_territory_is_part_of_its_state() {
        let kowloon = place("HK/HK.kowloon", "");
        check(&kowloon, &place("CN", ""), SetRelation::Within, SetRelation::Contains);
        check(&kowloon, &place("CN/CN.hebei", ""), SetRelation::Disjoint, SetRelation::Disjoint);
        check(&kowloon, &place("PR", ""), SetRelation::Disjoint, SetRelation::Disjoint);
        check(&place("PR", ""), &place("US", ""), SetRelation::Within, SetRelation::Contains);
    }
}
