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
    let mut tags: Vec<Tag> =
        tagger::tag(sheet).into_iter().flat_map(|tag| split(sheet, tag)).collect();
    tags.retain_mut(|tag| trim(sheet, tag) && !stuck(tree, sheet, tag) && !calendar(sheet, tag));
    dateline(sheet, &mut tags);
    add_known(sheet, &mut tags);
    let mut end = 0;
    tags.retain(|tag| {
        let kept = tag.start >= end && !stuck(tree, sheet, tag);
        end = if kept { tag.end } else { end };
        kept
    });
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

/// "Lakeside Airlines and Hill Airways" are two: both sides of "and" end as organizations do.
fn split(sheet: &Sheet, tag: Tag) -> Vec<Tag> {
    let form = |at: usize| sheet.flags[at] & flag::ORGANIZATION_WORD != 0;
    let joint = (tag.start + 1..tag.end.max(1) - 1).find(|at| sheet.keys[*at] == "and");
    match joint.filter(|at| tag.kind == Kind::Organization && form(at - 1) && form(tag.end - 1)) {
        Some(at) => vec![Tag { end: at, ..tag }, Tag { start: at + 1, ..tag }],
        None => vec![tag],
    }
}

/// Takes off what is no part of a name; false when nothing is left.
fn trim(sheet: &Sheet, tag: &mut Tag) -> bool {
    let outer = |at: usize| {
        let word = sheet.keys[at].as_str();
        matches!(word, "" | "the" | "'s" | "'" | "of" | "and" | "/" | "for" | "on")
            || word == "." && sheet.shapes[at.max(1) - 1] != Shape::Upper
    };
    let figure = |at: usize| tag.kind == Kind::Person && sheet.shapes[at] == Shape::Digit;
    let title = |at: usize| {
        sheet.flags[at] & flag::TITLE != 0
            && sheet.flags[at] & (flag::GIVEN | flag::SURNAME | flag::ORGANIZATION_WORD) == 0
    };
    let (mut start, mut end) = (tag.start, tag.end);
    while start < end && (outer(start) || figure(start)) {
        start += 1;
    }
    while start < end && (outer(end - 1) || figure(end - 1)) {
        end -= 1;
    }
    while tag.kind == Kind::Person && start + 1 < end && title(start) {
        start += 1;
    }
    while tag.kind == Kind::Organization && start + 1 < end && title(end - 1) && !sheet.upper {
        end -= 1;
    }
    (tag.start, tag.end) = (start, end);
    if start == end {
        return false;
    }
    settle(sheet, tag);
    widen(sheet, tag);
    if seat(sheet, tag.start) == Some(tag.end) && sheet.flags[tag.start] & flag::KNOWN_PLACE == 0 {
        tag.kind = Kind::Place;
    }
    let demonym = (tag.start..tag.end).all(|at| sheet.flags[at] & flag::DEMONYM != 0);
    if demonym && known_place(sheet, tag.start).is_none() {
        tag.kind = Kind::Other;
    }
    true
}

/// A well-known place is one whatever the tagger says, unless the words are also a person's or a
/// team's; its whole name counts ("Ind.", "Port-au-Prince").
fn settle(sheet: &Sheet, tag: &mut Tag) {
    let Some(end) = known_place(sheet, tag.start) else { return };
    let other = flag::GIVEN
        | flag::SURNAME
        | flag::ORGANIZATION
        | flag::IN_ORGANIZATION
        | flag::TEAM
        | flag::IN_TEAM;
    let free = (tag.start..end).all(|at| sheet.flags[at] & other == 0);
    let long = end - tag.start > 1;
    if end == tag.end && free && (long || tag.kind == Kind::Person) {
        tag.kind = Kind::Place;
    }
    if tag.kind == Kind::Place && end > tag.end {
        tag.end = end;
    }
}

/// The end of the seat of government that begins at word `at`, if one does ("the Kremlin").
fn seat(sheet: &Sheet, at: usize) -> Option<usize> {
    let has = |at: &usize| sheet.flags[*at] & flag::SEAT != 0;
    has(&at).then(|| (at..sheet.len()).take_while(has).last().map_or(at + 1, |last| last + 1))
}

/// A place inside the longer name of a well-known one is that.
fn widen(sheet: &Sheet, tag: &mut Tag) {
    if tag.kind != Kind::Place || sheet.flags[tag.start] & flag::IN_KNOWN_PLACE == 0 {
        return;
    }
    let first = (tag.start.saturating_sub(5)..tag.start)
        .find(|at| known_place(sheet, *at).is_some_and(|end| end >= tag.end));
    if let Some(first) = first {
        (tag.start, tag.end) = (first, known_place(sheet, first).unwrap_or(tag.end));
    }
}

/// "US" in "US$" and "GB" in "4GB" are no places: a sign or figure stands at the word without a
/// space.
fn stuck(tree: &Tree, sheet: &Sheet, tag: &Tag) -> bool {
    if tag.end - tag.start > 1 || sheet.shapes[tag.start] != Shape::Upper {
        return false;
    }
    let at = tag.start;
    let touches = |a: usize, b: usize| tree.words[a].span.end == tree.words[b].span.start;
    let money = at + 1 < sheet.len() && sheet.keys[at + 1] == "$" && touches(at, at + 1);
    money || at > 0 && sheet.shapes[at - 1] == Shape::Digit && touches(at - 1, at)
}

/// Months and days of the week alone are no names.
fn calendar(sheet: &Sheet, tag: &Tag) -> bool {
    const WORDS: &[&str] = &[
        "apr",
        "april",
        "aug",
        "august",
        "dec",
        "december",
        "feb",
        "february",
        "fri",
        "friday",
        "jan",
        "january",
        "july",
        "june",
        "mar",
        "march",
        "mon",
        "monday",
        "nov",
        "november",
        "oct",
        "october",
        "sat",
        "saturday",
        "sep",
        "sept",
        "september",
        "state",
        "sun",
        "sunday",
        "thu",
        "thursday",
        "tue",
        "tuesday",
        "wed",
        "wednesday",
    ];
    let word = |at: usize| WORDS.binary_search(&sheet.keys[at].trim_end_matches('.')).is_ok();
    word(tag.start) && (tag.end - tag.start == 1 || sheet.shapes[tag.end - 1] == Shape::Digit)
}

/// A line of a place and a date is a dateline, whatever the place is otherwise.
fn dateline(sheet: &Sheet, tags: &mut [Tag]) {
    let date = |at: usize| sheet.keys[at] == "0000";
    let Some(at) = (0..sheet.len()).find(|at| date(*at)) else { return };
    let rest = at + 5 == sheet.len()
        && sheet.shapes[at..].iter().all(|s| *s == Shape::Digit || *s == Shape::Mark);
    let covered = |word: usize| tags.iter().any(|tag| (tag.start..tag.end).contains(&word));
    let before = (0..at).all(|word| covered(word) || sheet.keys[word] == ",");
    if rest && at > 0 && before {
        tags.iter_mut().for_each(|tag| tag.kind = Kind::Place);
    }
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
        let place = known_place(sheet, at).or_else(|| seat(sheet, at));
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
