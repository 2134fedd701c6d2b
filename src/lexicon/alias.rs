//! Names that a user says are of one actor.

use std::collections::BTreeMap;

use super::name::organization_key;

/// Other names of actors: what a user adds to the tables of the crate.
///
/// ```
/// use corroborate::lexicon::Aliases;
/// let mut aliases = Aliases::default();
/// aliases.add("Northern Rail Authority", "NRA");
/// assert_eq!(aliases.canonical("the NRA"), Some("Northern Rail Authority"));
/// assert_eq!(aliases.canonical("Northern Rail"), None);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aliases(BTreeMap<String, String>);

impl Aliases {
    /// Says that `alias` is another name for `canonical`. The last word on an alias counts.
    pub fn add(&mut self, canonical: &str, alias: &str) {
        for name in [canonical, alias] {
            self.0.insert(organization_key(name), canonical.to_owned());
        }
    }

    /// The name that the user gave for these words.
    #[must_use]
    pub fn canonical(&self, words: &str) -> Option<&str> {
        if self.0.is_empty() {
            return None;
        }
        self.0.get(&organization_key(words)).map(String::as_str)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
