//! Names that no table has: of towns, firms, bodies and persons. The same makers serve all kinds, so that it is the
//! words around a name that tell what it names.

use std::collections::BTreeMap;

use corroborate::mention::name::tagger::Kind;

use crate::Random;

/// Makes names of the parts in `parts.txt`.
pub(crate) struct Coiner {
    parts: BTreeMap<&'static str, Vec<&'static str>>,
    given: Vec<String>,
}

/// A word with its first letter as a capital.
pub(crate) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
}

impl Coiner {
    pub(crate) fn read(given: Vec<String>) -> Self {
        let lines = include_str!("parts.txt").lines().filter(|line| !line.starts_with('#'));
        let list = |line: &'static str| {
            let (name, items) = line.split_once('|').expect("a name of a list");
            let by = if items.contains('|') { '|' } else { ' ' };
            (name, items.split(by).collect())
        };
        Self { parts: lines.map(list).collect(), given }
    }

    fn part(&self, list: &str, random: &mut Random) -> &'static str {
        let list: &[&str] = &self.parts[list];
        random.pick::<&str>(list)
    }

    /// The name for a slot of the templates, if it is one of those for unknown names.
    pub(crate) fn fill(&self, slot: &str, random: &mut Random) -> Option<(String, Kind)> {
        let town_and = |list: &str, random: &mut Random| {
            format!("{} {}", self.town(random), self.part(list, random))
        };
        Some(match slot {
            "p" => (self.person(random), Kind::Person),
            "s" => (self.surname(random), Kind::Person),
            "g" => (self.given(random), Kind::Person),
            "v" => (self.town(random), Kind::Place),
            "r" => {
                (format!("{} {}", self.one(random), self.part("streets last", random)), Kind::Place)
            }
            "f" => (self.firm(random), Kind::Organization),
            "F" => (self.whole_firm(random), Kind::Organization),
            "k" => (self.town(random), Kind::Organization),
            "K" => (town_and("clubs last", random), Kind::Organization),
            "b" => (town_and("bodies last", random), Kind::Organization),
            "i" => (self.house(random), Kind::Organization),
            "w" => (self.thing(random), Kind::Other),
            _ => return None,
        })
    }

    fn person(&self, random: &mut Random) -> String {
        format!("{} {}", self.given(random), self.surname(random))
    }

    fn given(&self, random: &mut Random) -> String {
        match random.below(6) {
            0 => self.one(random),
            _ => random.pick(&self.given).clone(),
        }
    }

    fn surname(&self, random: &mut Random) -> String {
        match random.below(20) {
            0 => format!("Mc{}", self.one(random)),
            1 => format!("{}-{}", self.one(random), self.one(random)),
            2..6 => self.plain_town(random),
            // "Diane Lane"
            6..8 => self.part("streets last", random).to_owned(),
            _ => self.one(random),
        }
    }

    /// "Sproat", "Fettle": a word of one or two syllables.
    fn one(&self, random: &mut Random) -> String {
        let body: String =
            ["onsets", "vowels", "codas"].iter().map(|list| self.part(list, random)).collect();
        let end = if random.below(5) < 2 { "" } else { self.part("persons end", random) };
        capital(&(body + end))
    }

    fn plain_town(&self, random: &mut Random) -> String {
        if random.below(8) == 0 {
            return self.one(random);
        }
        format!("{}{}", self.part("towns begin", random), self.part("towns end", random))
    }

    fn town(&self, random: &mut Random) -> String {
        let town = self.plain_town(random);
        match random.below(16) {
            0 => format!("{} {town}", self.part("towns first", random)),
            1 => format!("{town} {}", self.part("towns last", random)),
            _ => town,
        }
    }

    fn firm(&self, random: &mut Random) -> String {
        let make = |random: &mut Random| {
            format!("{}{}", self.part("firms begin", random), self.part("firms end", random))
        };
        match random.below(20) {
            0..8 => make(random),
            8..12 => self.part("firms words", random).to_owned(),
            12..16 => self.plain_town(random),
            16 => format!("{} {}", self.one(random), self.one(random)),
            17 => format!("{} & {}", self.one(random), self.one(random)),
            _ => self.one(random),
        }
    }

    fn whole_firm(&self, random: &mut Random) -> String {
        format!("{} {}", self.firm(random), self.part("firms last", random))
    }

    fn house(&self, random: &mut Random) -> String {
        let name = match random.below(6) {
            0 => format!("St {}'s", random.pick(&self.given)),
            _ => self.plain_town(random),
        };
        format!("{name} {}", self.part("houses last", random))
    }

    fn thing(&self, random: &mut Random) -> String {
        match random.below(10) {
            0 => format!("{} {}", self.firm(random), 1 + random.below(12)),
            1..4 => format!("{} of {}", self.part("firms words", random), self.plain_town(random)),
            _ => self.firm(random),
        }
    }
}
