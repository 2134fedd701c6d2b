//! What the tagger of names looks at: the words of a sentence with what the tables say of them.

use std::borrow::Cow;

use super::tagger::Model;
use crate::lexicon::folded;
use crate::lexicon::name::{self, Class};
use crate::lexicon::noun;
use crate::lexicon::place;

/// The flags of a word: what the tables say of it, by itself or as a part of a phrase.
pub(crate) mod flag {
    pub(crate) const GIVEN: u32 = 1;
    pub(crate) const SURNAME: u32 = 1 << 1;
    pub(crate) const TITLE: u32 = 1 << 2;
    pub(crate) const SUFFIX: u32 = 1 << 3;
    pub(crate) const PARTICLE: u32 = 1 << 4;
    pub(crate) const ORGANIZATION_WORD: u32 = 1 << 5;
    pub(crate) const PLACE_WORD: u32 = 1 << 6;
    pub(crate) const OTHER_WORD: u32 = 1 << 7;
    pub(crate) const ROLE: u32 = 1 << 8;
    pub(crate) const BODY: u32 = 1 << 9;
    pub(crate) const DEMONYM: u32 = 1 << 10;
    pub(crate) const KNOWN_PLACE: u32 = 1 << 11;
    pub(crate) const IN_KNOWN_PLACE: u32 = 1 << 12;
    pub(crate) const TOWN: u32 = 1 << 13;
    pub(crate) const IN_TOWN: u32 = 1 << 14;
    pub(crate) const ORGANIZATION: u32 = 1 << 15;
    pub(crate) const IN_ORGANIZATION: u32 = 1 << 16;
    pub(crate) const TEAM: u32 = 1 << 17;
    pub(crate) const IN_TEAM: u32 = 1 << 18;
    pub(crate) const SEAT: u32 = 1 << 19;
    pub(crate) const COMMON: u32 = 1 << 20;
}

/// The look of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Shape {
    /// "word"
    Lower,
    /// "Word"
    Capital,
    /// "WORD"
    Upper,
    /// "W." or "W.A."
    Initials,
    /// "McDonald", "iPhone"
    Mixed,
    /// With a digit.
    Digit,
    /// No letter and no digit.
    Mark,
}

impl Shape {
    /// The look of `form`.
    #[must_use]
    pub fn of(form: &str) -> Self {
        let (mut lower, mut upper, mut digit) = (0, 0, 0);
        for c in form.chars() {
            lower += usize::from(c.is_lowercase());
            upper += usize::from(c.is_uppercase());
            digit += usize::from(c.is_numeric());
        }
        let first_upper = form.starts_with(char::is_uppercase);
        match (lower, upper, digit) {
            (_, _, 1..) => Self::Digit,
            (0, 0, 0) => Self::Mark,
            (_, 0, 0) => Self::Lower,
            (0, _, 0) if form.ends_with('.') => Self::Initials,
            (0, ..) => Self::Upper,
            (_, 1, 0) if first_upper => Self::Capital,
            _ => Self::Mixed,
        }
    }

    /// Whether a word of this look can begin a name.
    #[must_use]
    pub const fn begins_name(self) -> bool {
        matches!(self, Self::Capital | Self::Upper | Self::Initials | Self::Mixed)
    }
}

/// Which lower-case words are frequent, as a Bloom filter, and which class of like words each is in, as a table of
/// hashes.
#[derive(Debug, Clone, Copy)]
pub struct Common<'b>(pub &'b [u8]);

impl Common<'_> {
    /// The size of the filter in bytes.
    pub const FILTER: usize = 1 << 14;

    /// How many words the table of classes has room for, each with two bytes of its hash and one of its class.
    pub const SLOTS: usize = 1 << 14;

    /// The size of both in bytes.
    pub const BYTES: usize = Self::FILTER + 3 * Self::SLOTS;

    /// The slots in which a word may stand, in turn, and the bytes that tell it there.
    pub fn slots(word: &str) -> (impl Iterator<Item = usize> + use<>, [u8; 2]) {
        let hash = hash(0xC1, word.as_bytes());
        let first = usize::try_from(hash % Self::SLOTS as u64).unwrap_or(0);
        let slots = (first..Self::SLOTS).chain(0..first).map(|slot| Self::FILTER + 3 * slot);
        let [a, b, ..] = hash.to_be_bytes();
        (slots, [a, b])
    }

    /// The class of a word; 0 for one that has none.
    fn class(self, word: &str) -> u8 {
        let (mut slots, mark) = Self::slots(word);
        let slot = slots.find_map(|slot| match self.0.get(slot..slot + 3) {
            Some(&[a, b, class]) if class != 0 && [a, b] != mark => None,
            Some(&[.., class]) => Some(class),
            _ => Some(0),
        });
        slot.unwrap_or(0)
    }

    /// The bits of a word.
    #[must_use]
    pub fn bits(word: &str) -> [usize; 3] {
        let mut hash = hash(0xC0, word.as_bytes());
        [(); 3].map(|()| {
            let bit = usize::try_from(hash & 0x1_FFFF).unwrap_or(0);
            hash >>= 17;
            bit
        })
    }

    fn has(self, word: &str) -> bool {
        let set = |bit: usize| self.0.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1);
        Self::bits(word).into_iter().all(set)
    }
}

/// FNV-1a, so that the model means the same on every machine.
pub(super) fn hash(seed: u64, bytes: &[u8]) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325 ^ seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
    let hash = bytes.iter().fold(start, step);
    hash ^ (hash >> 29)
}

/// The words of a sentence as the tagger sees them.
#[derive(Debug, Clone)]
pub struct Sheet<'f> {
    /// The folded words; digits are `0`.
    pub(super) keys: Vec<Cow<'f, str>>,
    /// What the tables say of each.
    pub(super) flags: Vec<u32>,
    /// The look of each.
    pub(super) shapes: Vec<Shape>,
    /// Whether each may be a part of a name.
    pub(super) candidates: Vec<bool>,
    /// By word: the run of candidates that it stands in.
    runs: Vec<(u32, u32)>,
    /// The class of like words that each word without a capital is in.
    pub(super) classes: Vec<u8>,
    /// Whether no word has a small letter.
    pub(super) upper: bool,
    /// Whether a third of the words are figures.
    pub(super) tabular: bool,
}

impl<'f> Sheet<'f> {
    /// Looks up the words of a sentence.
    #[must_use]
    pub fn read(forms: &[&'f str], common: Common<'_>) -> Self {
        let shapes: Vec<Shape> = forms.iter().map(|form| Shape::of(form)).collect();
        let keys: Vec<_> = forms.iter().map(|form| key(form)).collect();
        let figures = shapes.iter().filter(|shape| **shape == Shape::Digit).count();
        let letters = shapes.iter().filter(|shape| shape.begins_name()).count();
        let small =
            shapes.iter().any(|s| matches!(s, Shape::Lower | Shape::Capital | Shape::Mixed));
        let mut sheet = Self {
            flags: vec![0; forms.len()],
            candidates: candidates(&shapes, &keys),
            runs: Vec::new(),
            classes: classes(&keys, &shapes, common),
            upper: letters > 0 && !small,
            tabular: figures * 3 >= forms.len() && figures > 1,
            keys,
            shapes,
        };
        sheet.runs = sheet.find_runs();
        for at in 0..forms.len() {
            if sheet.keys[at].len() > 1 && common.has(&sheet.keys[at]) {
                sheet.flags[at] |= flag::COMMON;
            }
            if !sheet.candidates[at] || sheet.shapes[at].begins_name() || sheet.phrase_start(at) {
                sheet.word(at);
                sheet.phrases(at);
            }
        }
        sheet
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Whether word `at` may be a part of a name.
    #[must_use]
    pub fn candidate(&self, at: usize) -> bool {
        self.candidates[at]
    }

    /// Whether word `at` is the plural of a frequent word.
    pub(super) fn is_common_plural(&self, at: usize) -> bool {
        let key = &*self.keys[at];
        noun::is_plural(key) && Model::embedded().common().has(&noun::singular(key))
    }

    fn phrase_start(&self, at: usize) -> bool {
        self.shapes[at] == Shape::Digit || self.keys[at] == "al"
    }

    /// Flags of the single word.
    fn word(&mut self, at: usize) {
        for row in name::names(&self.keys[at]) {
            self.flags[at] |= match row.1 {
                Class::Male | Class::Female => flag::GIVEN,
                Class::Surname => flag::SURNAME,
                Class::Title => flag::TITLE,
                Class::Suffix => flag::SUFFIX,
                Class::Particle => flag::PARTICLE,
                Class::OrganizationWord => flag::ORGANIZATION_WORD,
                Class::PlaceWord => flag::PLACE_WORD,
                Class::OtherWord => flag::OTHER_WORD,
                Class::Role => flag::ROLE,
                Class::Body => flag::BODY,
                Class::Demonym => flag::DEMONYM,
                Class::Organization
                | Class::Team
                | Class::Seat
                | Class::Crowd
                | Class::DivisionWord
                | Class::Thing
                | Class::Legal
                | Class::Letters
                | Class::AfterName
                | Class::Paper
                | Class::Patron
                | Class::Ruler
                | Class::Settlement
                | Class::InPlace
                | Class::Storm
                | Class::Disaster
                | Class::Goods
                | Class::Traded
                | Class::Vessel
                | Class::VesselPrefix
                | Class::Work
                | Class::Software
                | Class::Called
                | Class::Begins
                | Class::Ends
                | Class::Street
                | Class::Water
                | Class::Illness
                | Class::Index
                | Class::Man
                | Class::Woman => 0,
            };
        }
    }

    /// Flags of the phrases that begin at this word; the longest of a kind counts.
    fn phrases(&mut self, start: usize) {
        if !self.candidates[start]
            || !(self.shapes[start].begins_name() || self.phrase_start(start))
        {
            return;
        }
        let mut best = [0_usize; 5];
        let mut phrase = String::new();
        for end in start..self.len().min(start + 9) {
            join(&mut phrase, &self.keys[end]);
            // "Luton-based": no name ends in a mark.
            if self.keys[end].is_empty() {
                continue;
            }
            let (known, more_names) = known(&phrase);
            let (rank, more_places) = place::probe(&phrase);
            let kinds = [rank == Some(0), rank.is_some(), known[0], known[1], known[2]];
            for (length, found) in best.iter_mut().zip(kinds) {
                if found {
                    *length = end + 1 - start;
                }
            }
            if !more_names && !more_places {
                break;
            }
        }
        self.mark(start, best);
    }

    fn mark(&mut self, start: usize, lengths: [usize; 5]) {
        let kinds = [
            (flag::KNOWN_PLACE, flag::IN_KNOWN_PLACE),
            (flag::TOWN, flag::IN_TOWN),
            (flag::ORGANIZATION, flag::IN_ORGANIZATION),
            (flag::TEAM, flag::IN_TEAM),
            (flag::SEAT, flag::SEAT),
        ];
        for (length, (first, inner)) in lengths.into_iter().zip(kinds) {
            for at in start..start + length {
                // A phrase inside a longer one of its kind does not begin anew.
                if at == start && self.flags[at] & inner == 0 {
                    self.flags[at] |= first;
                } else {
                    self.flags[at] |= inner;
                }
            }
        }
    }

    fn find_runs(&self) -> Vec<(u32, u32)> {
        let mut runs = Vec::with_capacity(self.len());
        let mut start = 0;
        while start < self.len() {
            let same = |at: &usize| self.candidates[*at] == self.candidates[start];
            let end = (start..self.len()).take_while(same).last().unwrap_or(start) + 1;
            let short = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
            runs.extend((start..end).map(|_| (short(start), short(end))));
            start = end;
        }
        runs
    }

    /// The run of candidates around word `at`, half-open.
    pub(super) fn run(&self, at: usize) -> (usize, usize) {
        let (start, end) = self.runs[at];
        (start as usize, end as usize)
    }
}

/// The classes of the words that have no capital.
fn classes(keys: &[Cow<'_, str>], shapes: &[Shape], common: Common<'_>) -> Vec<u8> {
    let class = |(key, shape): (&Cow<'_, str>, &Shape)| match shape {
        Shape::Lower => common.class(key),
        _ => 0,
    };
    keys.iter().zip(shapes).map(class).collect()
}

/// What the table of names says of a phrase: organization, team, seat; and whether a longer phrase
/// begins with it.
fn known(phrase: &str) -> ([bool; 3], bool) {
    let (rows, more) = name::probe(phrase);
    let has = |class| rows.iter().any(|row| row.1 == class);
    ([has(Class::Organization), has(Class::Team), has(Class::Seat)], more)
}

fn join(phrase: &mut String, key: &str) {
    if !phrase.is_empty() && !key.is_empty() && !key.starts_with('\'') && key != "." {
        phrase.push(' ');
    }
    phrase.push_str(key);
}

fn key(form: &str) -> Cow<'_, str> {
    let mut key = folded(form);
    if key.bytes().any(|byte| byte.is_ascii_digit()) && key.len() != 2 && !key.ends_with("ers") {
        key = key.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    }
    key
}

/// Words that may stand inside a name though they have no capital.
fn links(key: &str) -> bool {
    const LINKS: &[&str] = &[
        "", "&", "'", "'s", "+", ".", "/", "and", "de", "des", "e", "et", "for", "of", "on", "the",
    ];
    LINKS.binary_search(&key).is_ok() || name::is(key, Class::Particle)
}

fn candidates(shapes: &[Shape], keys: &[Cow<'_, str>]) -> Vec<bool> {
    let mut found: Vec<bool> = shapes.iter().map(|shape| shape.begins_name()).collect();
    for at in 0..found.len() {
        let before = at > 0 && found[at - 1];
        let capital = |at: usize| shapes.get(at).is_some_and(|shape| shape.begins_name());
        let ahead = (at + 1..=at + 3).any(capital);
        found[at] |= match shapes[at] {
            Shape::Digit => before || capital(at + 1),
            Shape::Lower | Shape::Mark => (before || keys[at] == "al") && ahead && links(&keys[at]),
            _ => false,
        };
    }
    found
}
