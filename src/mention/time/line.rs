//! A run of atoms and the small readers that every other one is made of. A reader takes the index
//! of an atom and returns what it has read with the index after it.

use super::atom::Atom;
use crate::lexicon::time::{Edge, Reference, TimeWord, Which};
use crate::text::Span;
use crate::value::{Feast, Grain};

/// What a reader returns.
pub(super) type Read<T> = Option<(T, usize)>;

/// A run of atoms.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) atoms: &'a [Atom<'a>],
}

impl<'a> Line<'a> {
    /// The atom at `at` in lower case, empty beyond the end.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.atoms.get(at).map_or("", |atom| &*atom.lower)
    }

    /// The atom before `at` in lower case, empty at the start.
    pub(super) fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    pub(super) fn is(&self, at: usize, any: &[&str]) -> bool {
        any.contains(&self.word(at))
    }

    /// The index after the words of `phrase`, when they stand at `at`.
    pub(super) fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        let (mut end, mut rest) = (at, phrase);
        loop {
            let word = self.word(end);
            rest = rest.strip_prefix(word).filter(|_| !word.is_empty())?;
            end += 1;
            if rest.is_empty() {
                return Some(end);
            }
            rest = rest.strip_prefix(' ')?;
        }
    }

    /// Skips one atom when it is one of `any`.
    pub(super) fn skip(&self, at: usize, any: &[&str]) -> usize {
        if self.is(at, any) { at + 1 } else { at }
    }

    pub(super) fn glued(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.glued)
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.capital)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(Atom::is_number)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(Atom::is_word)
    }

    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let start = self.atoms.get(from).map_or(0, |atom| atom.span.start);
        let end = self.atoms.get(to.saturating_sub(1)).map_or(start, |atom| atom.span.end);
        Span::new(start, end)
    }

    /// The row of the table at `at`.
    pub(super) fn row(&self, at: usize) -> Read<TimeWord> {
        let (len, row) = self.atoms.get(at)?.row?;
        Some((row.meaning, at + len))
    }

    /// Whether the word at `at` has a capital that only a name gives it: "60 Minutes".
    pub(super) fn is_title(&self, at: usize) -> bool {
        let long = |atom: &&Atom| atom.is_word() && atom.lower.len() > 3;
        let words = || self.atoms.iter().filter(long);
        let plain = words().filter(|atom| !atom.capital).count();
        at > 0 && self.capital(at) && plain * 3 > words().count()
    }

    /// The meaning of the one word before `at`.
    pub(super) fn row_before(&self, at: usize) -> Option<TimeWord> {
        let row = self.row(at.checked_sub(1)?)?;
        (row.1 == at).then_some(row.0)
    }

    /// Whether the word at `at` is no everyday word or name beside.
    pub(super) fn only_time(&self, at: usize) -> bool {
        self.atoms.get(at).and_then(|atom| atom.row).is_some_and(|(_, row)| !row.also_other)
    }

    /// A number in digits of at most `digits` digits, not part of a larger one ("1,200", "3.5").
    pub(super) fn digits(&self, at: usize, digits: usize) -> Read<i64> {
        let atom = self.atoms.get(at)?;
        if !atom.is_number() || atom.lower.len() > digits {
            return None;
        }
        Some((atom.lower.parse().ok()?, at + 1))
    }

    pub(super) fn month(&self, at: usize) -> Read<i8> {
        match self.row(at)? {
            (TimeWord::Month(month), end) => Some((month, self.full_stop(at, end))),
            _ => None,
        }
    }

    pub(super) fn weekday(&self, at: usize) -> Read<i8> {
        match self.row(at)? {
            (TimeWord::Weekday(day), end) => Some((day, self.full_stop(at, end))),
            _ => None,
        }
    }

    pub(super) fn season(&self, at: usize) -> Read<i8> {
        match self.row(at)? {
            (TimeWord::Season(season), end) => Some((season, end)),
            _ => None,
        }
    }

    pub(super) fn unit(&self, at: usize) -> Read<(Grain, u8)> {
        match self.row(at)? {
            // The SEC is no second.
            _ if self.is(at, &["sec"]) && self.capital(at) => None,
            (TimeWord::Unit(grain, count), end) => Some(((grain, count), end)),
            _ => None,
        }
    }

    pub(super) fn which(&self, at: usize) -> Read<Which> {
        match self.row(at)? {
            (TimeWord::Which(which), end) => Some((which, end)),
            _ => None,
        }
    }

    pub(super) fn edge(&self, at: usize) -> Read<Edge> {
        match self.row(at)? {
            (TimeWord::Edge(edge), end) => Some((edge, end)),
            _ => None,
        }
    }

    pub(super) fn feast(&self, at: usize) -> Read<(Feast, u8)> {
        match self.row(at)? {
            (TimeWord::Feast(feast, days), end) => Some(((feast, days), end)),
            _ => None,
        }
    }

    pub(super) fn reference(&self, at: usize) -> Read<Reference> {
        match self.row(at)? {
            (TimeWord::Reference(reference), end) => Some((reference, end)),
            _ => None,
        }
    }

    /// Takes the full stop of an abbreviated month or weekday.
    fn full_stop(&self, at: usize, end: usize) -> usize {
        let abbreviated = self.word(at).len() <= 5 && self.word(end) == "." && self.glued(end);
        let last = end + 1 >= self.atoms.len();
        let whole = ["may", "june", "july", "march", "april"].contains(&self.word(at));
        if abbreviated && !last && !whole { end + 1 } else { end }
    }
}
