//! Words that mean the same, the noun of a verb, and words that exclude each other.

use std::sync::OnceLock;

use super::generated::sense::{EXCLUSIVE, NOMINAL, OPPOSITE, RESTRICTION, SYNONYM, VERB};
use super::{Index, find};

/// The word that stands for `lemma` and all that means the same for telling what a clause is
/// about: the head of its synonyms, the verb of an eventive noun; otherwise the lemma itself.
///
/// ```
/// use corroborate::lexicon::sense::canonical;
/// assert_eq!(canonical("climb"), "rise");
/// assert_eq!(canonical("resignation"), "resign");
/// assert_eq!(canonical("tulip"), "tulip");
/// ```
#[must_use]
pub fn canonical(lemma: &str) -> &str {
    let verb = find(&NOMINAL, lemma).copied().unwrap_or(lemma);
    find(&SYNONYM, verb).copied().unwrap_or(verb)
}

/// The same for a word that is no verb: "issue" the noun has nothing to do with "publish", nor
/// "direct" before a noun with "order".
///
/// ```
/// use corroborate::lexicon::sense::canonical_noun;
/// assert_eq!(canonical_noun("resignation"), "resign");
/// assert_eq!(canonical_noun("issue"), "issue");
/// assert_eq!(canonical_noun("aircraft"), "plane");
/// ```
#[must_use]
pub fn canonical_noun(lemma: &str) -> &str {
    let of_verb = |head: &str| find(&VERB, head).is_some();
    match find(&NOMINAL, lemma) {
        Some(verb) => find(&SYNONYM, verb).copied().unwrap_or(verb),
        None => find(&SYNONYM, lemma).copied().filter(|head| !of_verb(head)).unwrap_or(lemma),
    }
}

/// The word that stands for a verb with its particle, where the two have a meaning of their own.
///
/// ```
/// use corroborate::lexicon::sense::phrasal;
/// assert_eq!(phrasal("turn", "down"), Some("reject"));
/// assert_eq!(phrasal("walk", "down"), None);
/// ```
#[must_use]
pub fn phrasal(verb: &str, particle: &str) -> Option<&'static str> {
    find(&SYNONYM, &format!("{verb}-{particle}")).copied()
}

/// The verb that the eventive noun `lemma` names.
///
/// ```
/// use corroborate::lexicon::sense::verb_of;
/// assert_eq!(verb_of("resignation"), Some("resign"));
/// assert_eq!(verb_of("tulip"), None);
/// ```
#[must_use]
pub fn verb_of(lemma: &str) -> Option<&'static str> {
    find(&NOMINAL, lemma).copied()
}

/// Whether the two cannot both hold of one thing: antonyms (rose/fell, held/cancelled), or two of
/// a row of which one thing has one (first/second, gold/silver).
///
/// ```
/// use corroborate::lexicon::sense::opposed;
/// assert!(opposed("rise", "fall") && opposed("climb", "drop"));
/// assert!(opposed("second", "third"));
/// assert!(opposed("non-profit", "profit"));
/// assert!(!opposed("rise", "climb"));
/// ```
#[must_use]
pub fn opposed(a: &str, b: &str) -> bool {
    let known = || antonyms(a, b) || antonyms(canonical(a), canonical(b)) || excluded(a, b);
    a != b && (known() || denied_by_prefix(a, b) || denied_by_prefix(b, a))
}

/// Whether one word is the other with "non" before it ("non-gaap", "nonprofit").
fn denied_by_prefix(a: &str, b: &str) -> bool {
    a.strip_prefix("non").is_some_and(|rest| rest.trim_start_matches('-') == b)
}

/// Whether `lemma` restricts nothing much where it stands by a value ("level", "total").
///
/// ```
/// use corroborate::lexicon::sense::generic;
/// assert!(generic("total"));
/// assert!(!generic("turnover"));
/// ```
#[must_use]
pub fn generic(lemma: &str) -> bool {
    find(&RESTRICTION, lemma) == Some(&"generic")
}

/// Whether `lemma` before a noun tells of a part of what the noun names ("some people").
///
/// ```
/// use corroborate::lexicon::sense::partial;
/// assert!(partial("some") && partial("another"));
/// assert!(!partial("the"));
/// ```
#[must_use]
pub fn partial(lemma: &str) -> bool {
    matches!(find(&RESTRICTION, lemma), Some(&"part" | &"further"))
}

/// Whether `lemma` before a number tells that it comes on top of another ("another 12").
///
/// ```
/// use corroborate::lexicon::sense::further;
/// assert!(further("additional"));
/// assert!(!further("some"));
/// ```
#[must_use]
pub fn further(lemma: &str) -> bool {
    find(&RESTRICTION, lemma) == Some(&"further")
}

/// Whether `lemma` tells that something is not what it might be ("from a *different* direction").
#[must_use]
pub fn unlike(lemma: &str) -> bool {
    find(&RESTRICTION, lemma) == Some(&"unlike")
}

/// Whether `lemma` before a number tells that a stretch of a longer row is counted ("his first 11
/// seasons").
///
/// ```
/// use corroborate::lexicon::sense::stretch;
/// assert!(stretch("first") && stretch("final"));
/// assert!(!stretch("second"));
/// ```
#[must_use]
pub fn stretch(lemma: &str) -> bool {
    find(&RESTRICTION, lemma) == Some(&"stretch")
}

fn antonyms(a: &str, b: &str) -> bool {
    static INDEX: OnceLock<Index> = OnceLock::new();
    let index = INDEX.get_or_init(|| Index::new(OPPOSITE.iter().map(|pair| pair.0).zip(0..)));
    let pairs = |at: u32| OPPOSITE.get(at as usize..).unwrap_or_default();
    let holds = |at| pairs(at).first().is_some_and(|pair| pair.0.starts_with(a));
    let Some(first) = index.first(a, holds) else { return false };
    pairs(first).iter().take_while(|pair| pair.0 == a).any(|pair| pair.1 == b)
}

fn excluded(a: &str, b: &str) -> bool {
    matches!((find(&EXCLUSIVE, a), find(&EXCLUSIVE, b)), (Some(a), Some(b)) if a == b)
}
