//! Two names in one place of two sentences: another name, or another way to write it.

use super::judge::Judged;
use super::view::{Item, View};
use crate::claim::Modality;
use crate::lexicon::fold;
use crate::lexicon::name::same_word;
use crate::value::{Name, NameKind, Value};

/// Fewer edits than this turn a name into a variant of it.
const LEAST_EDITS: usize = 3;

/// Whether two names are of two, by the words that only one of them has: not when one is a part of
/// the other, an initial, an acronym or another spelling, nor when two persons share the surname.
pub(super) fn renamed(x: &Name, y: &Name) -> bool {
    let (mine, theirs) = (own(x, y), own(y, x));
    let last = |name: &Name, own: &[String]| words(name).last() == own.last();
    let surnames = x.kind != NameKind::Person && y.kind != NameKind::Person
        || last(x, &mine) && last(y, &theirs);
    let other = |p: &String| theirs.iter().all(|q| apart(p, q));
    !mine.is_empty()
        && !theirs.is_empty()
        && surnames
        && mine.iter().all(other)
        && !abbreviates(x, y)
        && !abbreviates(y, x)
}

/// Whether two names conflict where they stand: neither text knows the other's name; of two copies
/// one has a name that the other never gives.
pub(super) fn stands(view: &View<'_>, a: &Item<'_>, b: &Item<'_>, judged: &Judged) -> bool {
    // "Contact Lars Voss": who is to be asked is no matter of fact.
    let told = |item: &Item<'_>| {
        let name = matches!(item.claim.value, Value::Name(_));
        name && item.claim.modality != Modality::Demanded
    };
    if !told(a) || !told(b) {
        return false;
    }
    let copies = view.copies(a, b);
    let is = |aspects: &[&str]| [a, b].iter().any(|item| aspects.contains(&item.aspect()));
    // People speak to many papers and say what others say too; what is shown on one network is shown
    // on another.
    let many = match a.said() || b.said() {
        true => !copies || is(&["recipient"]),
        false => !copies && is(&["on", "via", "through"]),
    };
    let (left, right) = (unheard(view, a, b), unheard(view, b, a));
    !many && (left && right || copies && judged.keys.exchanged() && (left || right))
}

/// Whether the document of `b` never gives what only the name of `a` has.
fn unheard(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let (Value::Name(x), Value::Name(y)) = (&a.claim.value, &b.claim.value) else { return false };
    let own = own(x, y);
    let speaks = &view.speaks[b.at.document as usize];
    !own.is_empty() && !speaks.names_any(&own.join(" "))
}

/// The words of a name that the other lacks.
fn own(name: &Name, other: &Name) -> Vec<String> {
    let others = words(other);
    let mut own = words(name);
    own.retain(|word| !others.iter().any(|known| same_word(word, known)));
    own
}

fn words(name: &Name) -> Vec<String> {
    name.canonical.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect()
}

/// Whether two words are no variants of one: initials, endings, misspellings.
fn apart(p: &str, q: &str) -> bool {
    let starts = p.starts_with(q) || q.starts_with(p);
    !starts && strsim::osa_distance(p, q) >= LEAST_EDITS
}

/// Whether the name is the first letters of the other one's words.
fn abbreviates(short: &Name, long: &Name) -> bool {
    let letters: String = words(long).iter().filter_map(|word| word.chars().next()).collect();
    letters.len() > 1 && fold(&short.canonical).replace(['.', ' '], "") == letters
}
