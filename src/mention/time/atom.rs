//! Cuts a text finer than words, so that dates read the same however they are printed: "8:30pm"
//! is five atoms, "mid-1990s" four.

use std::borrow::Cow;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::lexicon::number::{self, Kind};
use crate::lexicon::time::{List, TimeRow, TimeWord, members, time_word};
use crate::syntax::Tree;
use crate::text::{Span, lower};

/// A run of letters, a run of digits, or one other character.
#[derive(Debug, Clone)]
pub(super) struct Atom<'t> {
    pub(super) span: Span,
    /// In lower case; apostrophes and dashes in their plain form.
    pub(super) lower: Cow<'t, str>,
    /// Whether no space stands before it.
    pub(super) glued: bool,
    /// Whether it stands within a web address: after "://" or "www." without a space.
    pub(super) address: bool,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
    /// The index of its sentence, and of its word there.
    pub(super) place: (u32, u32),
    /// The longest row of the table of times that begins here, with its length in atoms.
    pub(super) row: Option<(usize, &'static TimeRow)>,
    /// What it is as a number word.
    pub(super) number: Option<(Kind, u64)>,
    /// Whether it may begin a number or a vague amount.
    pub(super) counts: bool,
    /// Whether it is a word of the list of beginnings.
    pub(super) begins: bool,
}

/// The most atoms that a phrase of the tables has.
const LONGEST_PHRASE: usize = 9;

/// The atoms of a text, in runs that no time reaches beyond: sentences, joined where one was cut
/// at the full stop of an abbreviation.
pub(super) fn runs<'t>(text: &'t str, trees: &[Tree]) -> Vec<Vec<Atom<'t>>> {
    let mut runs: Vec<Vec<Atom<'t>>> = Vec::new();
    for (sentence, tree) in trees.iter().enumerate() {
        let mut atoms = Vec::with_capacity(tree.words.len());
        for (at, word) in tree.words.iter().enumerate() {
            let place = (u32::try_from(sentence).unwrap_or(0), u32::try_from(at).unwrap_or(0));
            cut(text, word.span, place, &mut atoms);
        }
        match runs.last_mut() {
            Some(last) if continues(last, &atoms, text) => last.append(&mut atoms),
            _ => runs.push(atoms),
        }
    }
    for run in &mut runs {
        look_up(run);
        mark_addresses(run);
    }
    runs
}

/// Told of all atoms of a run at once, since a run without a space may be as long as the text.
fn mark_addresses(run: &mut [Atom]) {
    let mut address = false;
    for at in 0..run.len() {
        address &= run[at].glued;
        run[at].address = address;
        let next = run.get(at + 1).map_or("", |atom| &*atom.lower);
        address |= &*run[at].lower == "www" || &*run[at].lower == ":" && next == "/";
    }
}

/// Whether the sentence before was cut at an abbreviation inside a date ("Sept. | 11").
fn continues(last: &[Atom], next: &[Atom], text: &str) -> bool {
    let ([.., word, dot], Some(first)) = (last, next.first()) else { return false };
    let short = matches!(time_word([&*word.lower].into_iter()), Some((1, row))
        if matches!(row.meaning, TimeWord::Month(_) | TimeWord::Weekday(_)))
        && word.lower.len() < 5;
    let meridiem = word.glued && &*word.lower == "m";
    let gap = text.get(dot.span.end as usize..first.span.start as usize).unwrap_or("\n\n");
    &*dot.lower == "."
        && !gap.contains('\n')
        && ((short && first.lower.starts_with(|c: char| c.is_ascii_digit()))
            || (meridiem && first.row_is_day()))
}

impl Atom<'_> {
    fn row_is_day(&self) -> bool {
        matches!(time_word([&*self.lower].into_iter()), Some((1, row))
            if matches!(row.meaning, TimeWord::Weekday(_) | TimeWord::Zone | TimeWord::Day(_)))
    }

    pub(super) fn is_number(&self) -> bool {
        self.lower.starts_with(|c: char| c.is_ascii_digit())
    }

    pub(super) fn is_word(&self) -> bool {
        self.lower.starts_with(char::is_alphabetic)
    }
}

fn cut<'t>(text: &'t str, span: Span, place: (u32, u32), atoms: &mut Vec<Atom<'t>>) {
    let word = span.of(text);
    let mut start = 0;
    while let Some(first) = word[start..].chars().next() {
        let rest = &word[start..];
        let len = match class(first) {
            0 => first.len_utf8(),
            kind => rest.find(|c| class(c) != kind).unwrap_or(rest.len()),
        };
        if !first.is_whitespace() {
            let from = span.start as usize + start;
            let glued = text.get(..from).and_then(|t| t.chars().next_back());
            let lower = plain(&rest[..len]);
            let number = number::word(&lower);
            let lead = Lead::of(&lower);
            atoms.push(Atom {
                span: Span::from_range(from..from + len),
                number,
                counts: number.is_some() || lead.counts,
                begins: lead.begins,
                lower,
                glued: glued.is_some_and(|c| !c.is_whitespace()),
                address: false,
                capital: first.is_uppercase(),
                place,
                row: None,
            });
        }
        start += len;
    }
}

/// 1 for letters, 2 for digits, 0 for what stands alone.
fn class(c: char) -> u8 {
    match c {
        '0'..='9' => 2,
        c if c.is_alphabetic() => 1,
        _ => 0,
    }
}

fn plain(word: &str) -> Cow<'_, str> {
    match word {
        "’" | "‘" | "`" | "´" => "'".into(),
        "–" | "—" | "‐" | "‑" | "−" => "-".into(),
        word => lower(word),
    }
}

/// What may begin with a word.
#[derive(Debug, Clone, Copy, Default)]
struct Lead {
    /// Digits, a fraction or a vague amount.
    counts: bool,
    /// Any time, as the list of beginnings has it.
    begins: bool,
}

impl Lead {
    /// Looked up in one table, since this is asked of every word of a text.
    fn of(word: &str) -> Self {
        static TABLE: OnceLock<FxHashMap<&'static str, Lead>> = OnceLock::new();
        match TABLE.get_or_init(Self::table).get(word) {
            Some(lead) => *lead,
            None => Self { counts: word.starts_with(|c: char| c.is_ascii_digit()), begins: false },
        }
    }

    fn table() -> FxHashMap<&'static str, Self> {
        let mut table: FxHashMap<&str, Self> = FxHashMap::default();
        let vague = members(List::VagueAmounts).iter().map(|phrase| first_word(phrase));
        for word in vague.chain(["a", "an", "half", "couple", "dozen", "½", "¼", "¾"]) {
            table.entry(word).or_default().counts = true;
        }
        for word in members(List::Beginnings) {
            table.entry(word).or_default().begins = true;
        }
        table
    }
}

fn first_word(phrase: &'static str) -> &'static str {
    phrase.split(' ').next().unwrap_or(phrase)
}

fn look_up(run: &mut [Atom]) {
    for at in 0..run.len() {
        if run[at].is_word() {
            let words = run[at..].iter().take(LONGEST_PHRASE).map(|atom| &*atom.lower);
            run[at].row = time_word(words);
        }
    }
}
