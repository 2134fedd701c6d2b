//! Whether the office that one denies a person is the one that another gives it, and whether nobody has both
//! of two offices.

use crate::lexicon::{
    is_another, is_incumbent, is_portfolio, is_sole_office, is_succeeding, is_unheld,
};

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

/// Whether nobody is both: ministers of two matters, the chief executive and the chief financial officer.
/// Of former offices one person may have had several, and a deputy may have one beside.
pub(super) fn excludes(x: &str, y: &str) -> bool {
    let unheld = |office: &str| office.split_whitespace().any(is_unheld);
    let apart = |a: &[&str], b: &[&str]| {
        !a.is_empty() && !b.is_empty() && !a.iter().any(|word| b.contains(word))
    };
    let (a, b) = (Office::new(x), Office::new(y));
    let ministers = a.noun == b.noun && matches!(a.noun, "minister" | "secretary");
    !unheld(x)
        && !unheld(y)
        && (ministers && apart(&a.portfolios(), &b.portfolios()) || apart(&a.chief(), &b.chief()))
}

/// Whether two name one office of one body that one person holds at a time: "the mayor of Lowden" and "Lowden's
/// mayor". Whoever is new in it had somebody before, and a former one somebody behind.
pub(super) fn is_one_post(x: &str, y: &str) -> bool {
    let passes = |office: &str| {
        office
            .split_whitespace()
            .any(|word| is_unheld(word) || is_another(word) || is_succeeding(word))
    };
    let (a, b) = (Office::new(x), Office::new(y));
    let (p, q) = (a.title(), b.title());
    let minister = matches!(a.noun, "minister" | "secretary") && !a.portfolios().is_empty();
    !passes(x)
        && !passes(y)
        && p == q
        && a.of == b.of
        && a.of.is_some()
        && (is_sole_office(&p) || minister)
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
        if let Some(owned) = Self::owned(&words[..end]) {
            return owned;
        }
        let (phrase, of) = words.split_at(end);
        let (noun, before) =
            phrase.split_last().map_or(("", &[][..]), |(last, rest)| (*last, rest));
        Self { before: before.to_vec(), noun, of: (!of.is_empty()).then(|| of.to_vec()) }
    }

    /// "Lowden's mayor" is the "mayor of Lowden".
    fn owned(words: &[&'o str]) -> Option<Self> {
        let bare = |word: &&'o str| word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
        let at = words.iter().position(|word| bare(word).is_some())?;
        let (noun, before) = words.get(at + 1..)?.split_last()?;
        let owner = words[..at].iter().copied().chain(bare(&words[at])).filter(|w| !w.is_empty());
        let of = std::iter::once("of").chain(owner).collect();
        Some(Self { before: before.to_vec(), noun, of: Some(of) })
    }

    /// Its words, but for those that say that somebody holds it today.
    fn title(&self) -> String {
        let before = self.before.iter().filter(|word| !is_incumbent(word));
        before.copied().chain([self.noun]).collect::<Vec<_>>().join(" ")
    }

    fn portfolios(&self) -> Vec<&'o str> {
        self.before.iter().copied().filter(|word| is_portfolio(word)).collect()
    }

    /// Of what somebody is the chief officer: "executive", "financial".
    fn chief(&self) -> Vec<&'o str> {
        let words = match self.noun {
            "ceo" => return vec!["executive"],
            "cfo" => return vec!["financial"],
            "coo" => return vec!["operating"],
            "officer" | "executive" => self.before.iter().copied().chain([self.noun]),
            _ => return Vec::new(),
        };
        let mut words = words.skip_while(|word| *word != "chief").skip(1);
        words.by_ref().filter(|word| *word != "officer").collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{excludes, implies, is_one_post};

    #[test]
    fn one_body_has_one_holder_of_some_offices() {
        let one = |x, y| assert!(is_one_post(x, y) && is_one_post(y, x), "{x}, {y}");
        let two = |x, y| assert!(!is_one_post(x, y) && !is_one_post(y, x), "{x}, {y}");
        one("mayor of lowden", "lowden's mayor");
        one("current prime minister of norland", "prime minister of norland");
        one("foreign minister of norland", "norland's foreign minister");
        one("president of the northern league", "northern league's president");
        two("mayor of lowden", "mayor of harwick");
        two("mayor of lowden", "former mayor of lowden");
        two("mayor of lowden", "new mayor of lowden");
        two("mayor of lowden", "deputy mayor of lowden");
        two("mayor", "mayor");
        two("spokesman of lowden", "spokesman of lowden");
        two("minister of norland", "minister of norland");
    }

    #[test]
    fn nobody_holds_two_offices_of_a_kind() {
        let apart = |x, y| assert!(excludes(x, y) && excludes(y, x), "{x}, {y}");
        let fits = |x, y| assert!(!excludes(x, y) && !excludes(y, x), "{x}, {y}");
        apart("health minister", "interior minister");
        apart("chief executive", "calder 's chief financial officer");
        apart("ceo", "chief operating officer");
        fits("ceo", "chief executive officer");
        fits("prime minister", "finance minister");
        fits("former health minister", "former interior minister");
        fits("minister", "health minister");
        fits("french minister", "foreign minister");
        fits("chairman", "chief executive");
    }

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
