//! Acronyms that a text defines: "the International Criminal Court (ICC)", and firms by the first word of their name.

use std::collections::{BTreeMap, BTreeSet};

use super::agree::surnames;
use super::span::Found;
use super::tagger::Kind;
use super::written;
use crate::lexicon::name::{self, Class};
use crate::syntax::Tree;

/// From an acronym to the name that the text gives it for.
#[derive(Debug, Default)]
pub(super) struct Acronyms(BTreeMap<String, String>);

impl Acronyms {
    /// Reads a name and an acronym in brackets after it, or the other way round.
    pub(super) fn read(text: &str, trees: &[Tree], found: &[Found]) -> Self {
        let mut known = BTreeMap::new();
        for pair in found.windows(2) {
            let (first, second) = (&pair[0], &pair[1]);
            let tree = &trees[first.sentence];
            let between = first.end..second.start;
            if first.sentence != second.sentence || between.len() != 1 {
                continue;
            }
            if !matches!(tree.form(text, first.end), "(" | "[") {
                continue;
            }
            let names = [first, second].map(|found| written(text, found.span(tree), false));
            let [a, b] = names;
            if spells(&b, &a) {
                known.insert(b, a);
            } else if spells(&a, &b) {
                known.insert(a, b);
            }
        }
        Self(known)
    }

    /// The name that `short` stands for.
    pub(super) fn long(&self, short: &str) -> Option<&str> {
        self.0.get(short).map(String::as_str)
    }
}

/// Whether `short` is made of the initials of `long`, small words left out or not.
fn spells(short: &str, long: &str) -> bool {
    let letters: String = short.chars().filter(|c| c.is_alphanumeric()).collect();
    if letters.len() < 2 || letters.chars().any(char::is_lowercase) {
        return false;
    }
    let words = || long.split([' ', '-', '/']).filter(|word| !word.is_empty());
    let initials = |all: bool| -> String {
        let kept = words().filter(|word| all || word.starts_with(char::is_uppercase));
        kept.filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
    };
    words().count() > 1 && (initials(false) == letters || initials(true) == letters)
}

/// "Norvane" beside "Norvane Holdings": a firm by the first word of its name, when nobody of the document is called
/// so.
pub(super) fn short_firms(keys: &[String], found: &mut [Found]) {
    let form = |word: &str| {
        [Class::Legal, Class::OrganizationWord].iter().any(|class| name::is(word, *class))
    };
    let whose = |word: &str| {
        [Class::Surname, Class::Male, Class::Female].iter().any(|class| name::is(word, *class))
    };
    let firms: BTreeSet<&str> = keys
        .iter()
        .zip(found.iter())
        .filter(|(_, found)| found.kind == Kind::Organization)
        .filter_map(|(key, _)| key.split_once(' '))
        .filter(|(first, rest)| rest.rsplit(' ').next().is_some_and(form) && !whose(first))
        .map(|(first, _)| first)
        .collect();
    let bearers = surnames(keys, found);
    for (key, found) in keys.iter().zip(found.iter_mut()) {
        let short = found.kind == Kind::Person && firms.contains(key.as_str());
        if short && !bearers.contains(key.as_str()) {
            found.kind = Kind::Organization;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::spells;

    #[test]
    fn acronyms_are_initials() {
        for (short, long) in [
            ("ICC", "International Criminal Court"),
            ("BoE", "Bank of England"),
            ("IAEA", "International Atomic Energy Agency"),
            ("U.N.", "United Nations"),
        ] {
            assert_eq!(spells(short, long), short != "BoE", "{short}, {long}");
        }
        assert!(!spells("WHO", "World Bank"));
        assert!(!spells("A", "Apple"));
    }
}
