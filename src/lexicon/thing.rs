//! Nouns and words that tell what kind of thing a name names.

use super::name::{Class, names};
use crate::value::ThingKind;

/// A noun that things with names are called by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noun {
    /// What kind of thing it names.
    pub kind: ThingKind,
    /// Whether the name may stand after it: "the ferry *Northern Star*".
    pub leads: bool,
    /// Whether the name may stand before it: "the *Tidemark* app".
    pub follows: bool,
}

/// What a [folded](super::fold) noun says of the name beside it.
///
/// ```
/// use corroborate::lexicon::thing::noun;
/// use corroborate::value::ThingKind;
/// assert_eq!(noun("ferry").map(|noun| noun.kind), Some(ThingKind::Vessel));
/// assert_eq!(noun("sister"), None);
/// ```
#[must_use]
pub fn noun(key: &str) -> Option<Noun> {
    // A smartphone is a product, though a class of the tagger has it among programs.
    let rows = names(key);
    let narrow = rows.iter().filter(|row| row.1 == Class::Called);
    narrow.chain(rows).find_map(|row| {
        let (kind, leads, follows) = match row.1 {
            Class::Vessel => (ThingKind::Vessel, true, false),
            Class::Storm => (ThingKind::Storm, true, false),
            Class::Disaster => (ThingKind::Disaster, false, true),
            Class::Work => (ThingKind::Work, true, false),
            Class::Software => (ThingKind::Software, true, true),
            Class::Called => {
                let (name, side) = row.2.split_once(' ')?;
                (kind(name)?, side != "before", side != "after")
            }
            _ => return None,
        };
        Some(Noun { kind, leads, follows })
    })
}

/// What a [folded](super::fold) word begins the name of, and whether a number must follow it:
/// "*Operation* Clear Sky", "*Bill* 114", "*HMS* Dauntless".
#[must_use]
pub fn beginning(key: &str) -> Option<(ThingKind, bool)> {
    names(key).iter().find_map(|row| match row.1 {
        Class::VesselPrefix => Some((ThingKind::Vessel, false)),
        Class::Begins => match row.2.split_once(' ') {
            Some((name, _)) => Some((kind(name)?, true)),
            None => Some((kind(row.2)?, false)),
        },
        _ => None,
    })
}

/// What a [folded](super::fold) word ends the name of: "the Clean Rivers *Act*".
#[must_use]
pub fn ending(key: &str) -> Option<ThingKind> {
    names(key).iter().find_map(|row| if row.1 == Class::Ends { kind(row.2) } else { None })
}

fn kind(name: &str) -> Option<ThingKind> {
    ThingKind::ALL.into_iter().find(|kind| kind.as_str() == name)
}
