//! Whether the office that one denies a person is the one that another gives it.

use crate::lexicon::is_unheld;

/// Prepositions that say of what somebody is head, member or friend.
const OF: [&str; 7] = ["of", "for", "in", "at", "to", "with", "from"];

/// Whether whoever holds the office `held` also holds `denied`: the same noun of the same body, and
/// no further word before it than `held` has, none of which takes it back ("former", "deputy").
///
/// "Northern foreign minister" is a "foreign minister"; a "head of a choir" need not be "the head".
pub(super) fn implies(held: &str, denied: &str) -> bool {
    let (x, y) = (Office::new(held), Office::new(denied));
    let further = x.before.iter().filter(|word| !y.before.contains(word));
    let known = y.before.iter().all(|word| x.before.contains(word));
    x.noun == y.noun
        && known
        && further.into_iter().all(|word| !is_unheld(word))
        && match (&x.of, &y.of) {
            (_, Some(_)) | (None, None) => x.of == y.of,
            (Some(_), None) => !y.before.is_empty(),
        }
}

/// An office taken apart.
struct Office<'o> {
    before: Vec<&'o str>,
    noun: &'o str,
    of: Option<Vec<&'o str>>,
}

impl<'o> Office<'o> {
    fn new(words: &'o str) -> Self {
        let words: Vec<&str> =
            words.split_whitespace().filter(|w| !matches!(*w, "the" | "a" | "an")).collect();
        let end = words.iter().position(|word| OF.contains(word)).unwrap_or(words.len());
        let (phrase, of) = words.split_at(end);
        let (noun, before) =
            phrase.split_last().map_or(("", &[][..]), |(last, rest)| (*last, rest));
        Self { before: before.to_vec(), noun, of: (!of.is_empty()).then(|| of.to_vec()) }
    }
}

#[cfg(test)]
mod tests {
    use super::implies;

    #[test]
    fn an_office_implies_what_it_is_called_by_less() {
        let holds = |held, denied| assert!(implies(held, denied), "{held} is a {denied}");
        let fails = |held, denied| assert!(!implies(held, denied), "{held} is no {denied}");
        holds("leader of the northern league", "leader of the northern league");
        holds("soviet foreign minister", "foreign minister");
        holds("foreign minister at that time", "foreign minister");
        fails("foreign minister", "soviet foreign minister");
        fails("former foreign minister", "foreign minister");
        fails("head of the choir", "head");
        fails("head of the choir", "head of the school");
        fails("leader of the league 's youth", "leader of the league");
        fails("minister", "president");
    }
}
