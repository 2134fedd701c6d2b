//! Whether two clauses speak of the same matter.

use crate::claim::{Frame, Key, Slot};
use crate::graph::Match;
use crate::lexicon::name::{Class, is as is_title, same_word};
use crate::lexicon::sense::opposed;
use crate::text::Span;

/// What two clauses share and where they part, the words of the values under comparison left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Alignment {
    /// Weight of the shared words.
    pub(super) matched: u32,
    /// Weight of the first clause's own words.
    pub(super) left: u32,
    /// Weight of the second clause's own words.
    pub(super) right: u32,
    /// The predicates mean the same.
    pub(super) predicate: bool,
    /// The predicates exclude each other (rose, fell).
    pub(super) opposite: bool,
    /// Other words of one clause exclude words of the other (first half, second half).
    pub(super) opposed: u32,
    /// Both name somebody in one slot, and nobody in common.
    pub(super) names_apart: bool,
    /// The subjects have different heads.
    pub(super) subjects_apart: bool,
    /// The subjects have the same head.
    pub(super) subjects_met: bool,
    /// The subjects are the same common noun, so that names before it tell two apart.
    noun_met: bool,
    /// A word is the subject of one and the object of the other.
    pub(super) crossed: bool,
    /// Weight of what the first clause says in its slots, and the second does not in the same.
    pub(super) left_missing: u32,
    /// The same of the second.
    pub(super) right_missing: u32,
    /// Numbers that only the first, and that only the second has; the lesser count.
    pub(super) numbers_apart: u32,
}

/// Shared weight from which two clauses can be surely about the same, and may be.
const SURE: u32 = 15;
const MAYBE: u32 = 9;

impl Alignment {
    /// The share of the poorer clause that the other has, in hundredths.
    pub(super) fn cover(&self) -> u32 {
        (self.matched * 100).checked_div(self.left.min(self.right)).unwrap_or(0).min(100)
    }

    /// The share of the richer clause that the other has, in hundredths.
    pub(super) fn mutual(&self) -> u32 {
        (self.matched * 100).checked_div(self.left.max(self.right)).unwrap_or(0).min(100)
    }

    /// How surely the two are about the same matter.
    pub(super) fn grade(&self) -> Match {
        let predicate = self.predicate || self.opposite;
        let near = self.mutual() >= 80 && self.matched >= MAYBE;
        // "The alarm went off." and "The alarm did not go off." have no more words to share.
        let whole = self.mutual() == 100 && self.predicate && self.subjects_met;
        let strong = predicate
            && !self.subjects_apart
            && self.numbers_apart == 0
            && self.matched >= SURE
            && self.cover() >= 75;
        match () {
            () if self.names_apart => Match::None,
            () if near || strong => Match::Strong,
            () if whole => Match::Strong,
            () if self.matched >= MAYBE
                && self.cover() >= 50
                && (predicate || self.cover() >= 75) =>
            {
                Match::Weak
            }
            () if self.matched >= MAYBE => Match::Unsure,
            () => Match::None,
        }
    }
}

/// Aligns two clauses; words within `without` are left out.
pub(super) fn align(a: &Frame, b: &Frame, without: [Span; 2]) -> Alignment {
    let left = Side::new(a, without[0]);
    let right = Side::new(b, without[1]);
    let mut alignment = Alignment {
        left: left.weight(),
        right: right.weight(),
        predicate: a.predicate == b.predicate,
        opposite: opposed(&a.predicate, &b.predicate),
        ..Alignment::default()
    };
    let (only_left, only_right) = merge(&left, &right, &mut alignment);
    part(&only_left, &only_right, &mut alignment);
    alignment.names_apart |= named_apart(&left, &right) || two_of_a_kind(&left, &right);
    alignment
}

/// Whether both clauses have a name for their subject, and not the same one; or one has a subject
/// that the other names elsewhere, beside a subject of its own.
fn named_apart(left: &Side<'_>, right: &Side<'_>) -> bool {
    let (a, b) = (left.subjects(), right.subjects());
    let met = a.iter().any(|key| b.iter().any(|other| key.lemma == other.lemma));
    let named = |keys: &[&Key]| keys.iter().any(|key| key.name);
    let elsewhere = |keys: &[&Key], other: &Side<'_>| {
        let names = keys.iter().filter(|key| key.name);
        names.into_iter().any(|key| other.keys.iter().any(|word| word.lemma == key.lemma))
    };
    !met && !a.is_empty()
        && !b.is_empty()
        && (named(&a) && named(&b) || elsewhere(&a, right) || elsewhere(&b, left))
}

/// Whether the subjects share a word and are told apart by names: "the ferry Northern Star", "the ferry Baltic
/// Star". Titles and two spellings of a name tell nobody apart.
fn two_of_a_kind(left: &Side<'_>, right: &Side<'_>) -> bool {
    let subject = |side: &Side<'_>| -> Vec<String> {
        let names = side.keys.iter().filter(|key| key.slot == Slot::Subject && key.name);
        let names = names.filter(|key| !is_title(&key.word, Class::Title));
        names.map(|key| key.lemma.to_lowercase()).collect()
    };
    let (a, b) = (subject(left), subject(right));
    let own = |names: &[String], other: &Side<'_>| -> Vec<String> {
        let known =
            |name: &&String| other.keys.iter().any(|key| key.lemma.to_lowercase() == **name);
        names.iter().filter(|name| !known(name)).cloned().collect()
    };
    let (a, b) = (own(&a, right), own(&b, left));
    let other = |x: &String| b.iter().all(|y| !same_word(x, y));
    !a.is_empty() && !b.is_empty() && a.iter().all(other)
}

/// The keys of a clause that count.
struct Side<'f> {
    keys: Vec<&'f Key>,
}

impl<'f> Side<'f> {
    fn new(frame: &'f Frame, without: Span) -> Self {
        let keys = frame.keys.iter().filter(|key| !without.overlaps(key.span));
        Self { keys: keys.collect() }
    }

    /// The heads of its subject.
    fn subjects(&self) -> Vec<&'f Key> {
        let subject = |key: &&&Key| key.slot == Slot::Subject && key.head;
        self.keys.iter().filter(subject).copied().collect()
    }

    fn weight(&self) -> u32 {
        let own = self.keys.iter().filter(|key| key.slot != Slot::Context);
        own.map(|key| u32::from(key.weight)).sum()
    }
}

/// Adds up what both have; gives what each has alone.
fn merge<'f>(
    left: &Side<'f>,
    right: &Side<'f>,
    alignment: &mut Alignment,
) -> (Vec<&'f Key>, Vec<&'f Key>) {
    let (mut only_left, mut only_right) = (Vec::new(), Vec::new());
    let (mut i, mut j) = (0, 0);
    while i < left.keys.len() || j < right.keys.len() {
        match (left.keys.get(i), right.keys.get(j)) {
            (Some(a), Some(b)) if a.lemma == b.lemma => {
                alignment.matched += u32::from(a.weight.min(b.weight));
                meet(a, b, alignment);
                (i, j) = (i + 1, j + 1);
            }
            (Some(a), b) if b.is_none_or(|b| a.lemma < b.lemma) => {
                only_left.push(*a);
                i += 1;
            }
            (_, Some(b)) => {
                only_right.push(*b);
                j += 1;
            }
            _ => break,
        }
    }
    (only_left, only_right)
}

/// Two equal words: in the same slot, or not.
fn meet(a: &Key, b: &Key, alignment: &mut Alignment) {
    let same = group(a.slot) == group(b.slot);
    alignment.subjects_met |= same && a.slot == Slot::Subject && a.head && b.head;
    alignment.noun_met |= same && a.slot == Slot::Subject && a.head && b.head && !a.name;
    let ends =
        |x: Slot, y: Slot| x == Slot::Subject && matches!(y, Slot::Object | Slot::Complement);
    alignment.crossed |= ends(a.slot, b.slot) || ends(b.slot, a.slot);
    if !same {
        alignment.left_missing += missing(a);
        alignment.right_missing += missing(b);
    }
}

/// Slots that parsers and paraphrases do not tell apart.
fn group(slot: Slot) -> u8 {
    match slot {
        Slot::Subject => 0,
        Slot::Predicate => 1,
        Slot::Object | Slot::Complement | Slot::Oblique => 2,
        Slot::Context => 3,
    }
}

/// The weight of a word that the other clause does not have in its place.
fn missing(key: &Key) -> u32 {
    let number = key.lemma.starts_with(|c: char| c.is_ascii_digit());
    if key.slot == Slot::Context || number { 0 } else { u32::from(key.weight) }
}

/// Looks at what each clause has alone.
fn part(left: &[&Key], right: &[&Key], alignment: &mut Alignment) {
    let own = |key: &&&Key| key.slot != Slot::Context;
    let numbers = |keys: &[&Key]| {
        let number = |key: &&&Key| key.lemma.starts_with(|c: char| c.is_ascii_digit());
        keys.iter().filter(own).filter(number).count()
    };
    alignment.numbers_apart = u32::try_from(numbers(left).min(numbers(right))).unwrap_or(u32::MAX);
    alignment.left_missing += left.iter().map(|key| missing(key)).sum::<u32>();
    alignment.right_missing += right.iter().map(|key| missing(key)).sum::<u32>();
    for a in left.iter().filter(own) {
        for b in right.iter().filter(own).filter(|b| b.slot == a.slot) {
            let heads = a.head && b.head;
            let before = alignment.noun_met && !a.head && !b.head && a.slot == Slot::Subject;
            alignment.names_apart |= (heads || before) && a.name && b.name;
            alignment.subjects_apart |= heads && a.slot == Slot::Subject;
            let predicates = a.slot == Slot::Predicate;
            alignment.opposed += u32::from(!predicates && opposed(&a.word, &b.word));
        }
    }
}
