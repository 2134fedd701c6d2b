//! From the tagger's words to names: what the tables are sure of, titles taken off, and the same
//! words read alike all through a document.

use std::collections::BTreeMap;

use super::sheet::{Shape, Sheet, flag};
use super::tagger::{self, Kind, Tag};
use crate::lexicon::fold;
use crate::lexicon::name::{self, Class};
use crate::syntax::Tree;
use crate::text::Span;

/// A name found in a text.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The index of its sentence.
    pub(super) sentence: usize,
    /// Its first word.
    pub(super) start: usize,
    /// One past its last word.
    pub(super) end: usize,
    /// What it names.
    pub(super) kind: Kind,
    /// Whether its sentence is all in capitals.
    pub(super) upper: bool,
    /// Whether the tables alone tell its kind.
    pub(super) sure: bool,
}

impl Found {
    pub(super) fn span(&self, tree: &Tree) -> Span {
        tree.words[self.start].span.cover(tree.words[self.end - 1].span)
    }
}

/// The names of a sentence.
pub(super) fn find(tree: &Tree, sheet: &Sheet, sentence: usize) -> Vec<Found> {
    debug_assert_eq!(tree.words.len(), sheet.len());
    let mut tags = tagger::tag(sheet);
    tags.retain_mut(|tag| trim(sheet, tag));
    add_known(sheet, &mut tags);
    let found = |tag: Tag| Found {
        sentence,
        start: tag.start,
        end: tag.end,
        kind: tag.kind,
        upper: sheet.upper,
        sure: known_place(sheet, tag.start) == Some(tag.end),
    };
    tags.into_iter().map(found).collect()
}

/// Takes off what is no part of a name; false when nothing is left.
fn trim(sheet: &Sheet, tag: &mut Tag) -> bool {
    let word = |at: usize| sheet.keys[at].as_str();
    let outer = |at: usize| matches!(word(at), "" | "the" | "'s" | "'" | "of" | "and" | ".");
    while tag.start < tag.end && outer(tag.start) {
        tag.start += 1;
    }
    while tag.start < tag.end && outer(tag.end - 1) {
        tag.end -= 1;
    }
    if tag.kind == Kind::Person {
        let title = |at: usize| {
            sheet.flags[at] & flag::TITLE != 0
                && sheet.flags[at] & (flag::GIVEN | flag::SURNAME) == 0
        };
        while tag.start + 1 < tag.end && title(tag.start) {
            tag.start += 1;
        }
    }
    let demonym = (tag.start..tag.end).all(|at| sheet.flags[at] & flag::DEMONYM != 0);
    let place = tag.start < tag.end && known_place(sheet, tag.start).is_some();
    if demonym && !place {
        tag.kind = Kind::Other;
    }
    tag.start < tag.end
}

/// The end of the well-known place that begins at word `at`, if one does.
fn known_place(sheet: &Sheet, at: usize) -> Option<usize> {
    if sheet.flags[at] & flag::KNOWN_PLACE == 0 {
        return None;
    }
    let inner = |at: &usize| sheet.flags[*at] & flag::IN_KNOWN_PLACE != 0;
    Some((at + 1..sheet.len()).take_while(inner).last().map_or(at + 1, |last| last + 1))
}

/// Well-known places and organizations that the tagger passed over, and that are no common words.
fn add_known(sheet: &Sheet, tags: &mut Vec<Tag>) {
    let mut at = 0;
    while at < sheet.len() {
        let place = known_place(sheet, at);
        let free = |end: usize| tags.iter().all(|tag| tag.end <= at || end <= tag.start);
        match place {
            Some(end) if free(end) && plain(sheet, at, end) => {
                tags.push(Tag { start: at, end, kind: Kind::Place });
                at = end;
            }
            _ => at += 1,
        }
    }
    tags.sort_by_key(|tag| tag.start);
}

/// Whether the words can be taken for the name without the tagger's word for it.
fn plain(sheet: &Sheet, start: usize, end: usize) -> bool {
    let shape = sheet.shapes[start];
    let common = sheet.flags[start] & flag::COMMON != 0;
    let other = flag::GIVEN
        | flag::SURNAME
        | flag::DEMONYM
        | flag::ORGANIZATION
        | flag::TEAM
        | flag::IN_ORGANIZATION
        | flag::IN_TEAM;
    shape.begins_name()
        && (end - start > 1 || (!common && sheet.flags[start] & other == 0))
        && !(sheet.upper && common)
        && shape != Shape::Initials
}

/// Gives the names of a document that have the same words the kind that most of them have, and a
/// surname the kind of the full name that ends in it.
pub(super) fn agree(text: &str, trees: &[Tree], found: &mut [Found]) {
    let key = |found: &Found| fold(found.span(&trees[found.sentence]).of(text));
    let keys: Vec<String> = found.iter().map(key).collect();
    let mut votes: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    for (found, key) in found.iter().zip(&keys) {
        let weight = if found.upper { 1 } else { 2 };
        votes.entry(key).or_default()[found.kind as usize] += weight;
        let last = key.rsplit(' ').next().unwrap_or_default();
        if found.kind == Kind::Person && last.len() < key.len() && last.len() > 2 {
            votes.entry(last).or_default()[Kind::Person as usize] += weight;
        }
    }
    for (found, key) in found.iter_mut().zip(&keys) {
        if found.sure || name::is(key, Class::Demonym) {
            continue;
        }
        let Some(count) = votes.get(key.as_str()) else { continue };
        let own = count[found.kind as usize];
        let best = (0..4).rev().max_by_key(|kind| count[*kind]).unwrap_or(0);
        if count[best] > own + 1 {
            found.kind = Kind::ALL[best];
        }
    }
}
