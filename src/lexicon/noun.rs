//! Singular and plural of nouns.

use super::find;
use super::generated::plural::PLURALS;

/// The singular of a noun in lower case, from a table of irregular plurals and by rule; a noun that
/// has no other singular is returned as it is. "People" and "persons" are both `person`.
///
/// ```
/// use corroborate::lexicon::noun::singular;
/// assert_eq!(singular("cities"), "city");
/// assert_eq!(singular("people"), "person");
/// assert_eq!(singular("bus"), "bus");
/// ```
#[must_use]
pub fn singular(noun: &str) -> String {
    if let Some(known) = find(&PLURALS, noun) {
        return (*known).to_owned();
    }
    let cut = |end: &str| noun.strip_suffix(end).filter(|stem| stem.len() > 1);
    if let Some(stem) = cut("ies").filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u'])) {
        return format!("{stem}y");
    }
    for end in ["ches", "shes", "sses", "xes", "zzes"] {
        if noun.ends_with(end) {
            return noun[..noun.len() - 2].to_owned();
        }
    }
    let keeps = ["ss", "us", "is", "ics"].iter().any(|end| noun.ends_with(end));
    match cut("s") {
        Some(stem) if !keeps && noun.len() > 3 => stem.to_owned(),
        _ => noun.to_owned(),
    }
}

/// Whether a noun in lower case looks like a plural.
#[must_use]
pub fn is_plural(noun: &str) -> bool {
    find(&PLURALS, noun).is_some() || singular(noun) != noun
}
