//! Cuts a sentence into the pieces that numbers and units are made of.
//!
//! Not the tokens of the trees: "10-15km" or "$2.5m" must come apart in one way whatever the
//! tokenizer does with them.

use crate::lexicon::Table;
use crate::lexicon::number;
use crate::lexicon::unit::{Forms, Unit};
use crate::text::Span;

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters.
    Word,
    /// Digits with the points and commas between them.
    Digits,
    /// One other character.
    Symbol,
}

/// A run of letters or digits, or one other character that is no space.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    /// Where it stands in the text.
    pub(crate) span: Span,
    pub(crate) kind: Kind,
    /// Whether a space stands before it.
    pub(crate) spaced: bool,
    /// Where it stands in the lowered words.
    lower: (u32, u32),
}

/// A sentence cut into pieces.
#[derive(Debug)]
pub(crate) struct Pieces<'t> {
    pub(crate) text: &'t str,
    pub(crate) all: Vec<Piece>,
    lower: String,
}

impl<'t> Pieces<'t> {
    /// The pieces of `text` at `span`.
    pub(crate) fn new(text: &'t str, span: Span) -> Self {
        let mut rest = span.of(text);
        let all = Vec::with_capacity(rest.len() / 4);
        let mut pieces = Self { text, all, lower: String::with_capacity(rest.len()) };
        let mut spaced = true;
        while let Some(first) = rest.chars().next() {
            let at = span.end as usize - rest.len();
            let word = pieces.all.last().is_some_and(|piece| piece.kind == Kind::Word) && !spaced;
            let len = match first {
                // "Rs.25", "p.12": the point ends the word.
                '.' if word => 1,
                _ if first.is_whitespace() => first.len_utf8(),
                _ => length(rest, first),
            };
            let (own, next) = rest.split_at(len);
            if !first.is_whitespace() {
                pieces.push(at, own, first, spaced);
            }
            spaced = first.is_whitespace();
            rest = next;
        }
        pieces
    }

    fn push(&mut self, at: usize, own: &str, first: char, spaced: bool) {
        let start = self.lower.len();
        if own.is_ascii() {
            self.lower.push_str(own);
            self.lower[start..].make_ascii_lowercase();
        } else {
            self.lower.extend(own.chars().flat_map(char::to_lowercase));
        }
        let lower = Span::from_range(start..self.lower.len());
        let kind = match first {
            '0'..='9' | '.' if own.ends_with(|c: char| c.is_ascii_digit()) => Kind::Digits,
            c if c.is_alphabetic() => Kind::Word,
            _ => Kind::Symbol,
        };
        let span = Span::from_range(at..at + own.len());
        self.all.push(Piece { span, kind, spaced, lower: (lower.start, lower.end) });
    }

    /// The lowered form of piece `at`; empty past the end.
    pub(crate) fn lower(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |piece| {
            self.lower.get(piece.lower.0 as usize..piece.lower.1 as usize).unwrap_or_default()
        })
    }

    /// The piece `at` as it is written; empty past the end.
    pub(crate) fn form(&self, at: usize) -> &'t str {
        self.all.get(at).map_or("", |piece| piece.span.of(self.text))
    }

    /// The kind of piece `at`.
    pub(crate) fn kind(&self, at: usize) -> Option<Kind> {
        self.all.get(at).map(|piece| piece.kind)
    }

    /// Whether piece `at` is stuck to the one before it.
    pub(crate) fn stuck(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|piece| !piece.spaced)
    }

    /// Whether piece `at` is a hyphen or dash.
    pub(crate) fn hyphen(&self, at: usize) -> bool {
        matches!(self.form(at), "-" | "‐" | "‑" | "–" | "—" | "−")
    }

    /// Whether piece `at` begins with a capital.
    pub(crate) fn capital(&self, at: usize) -> bool {
        self.form(at).starts_with(char::is_uppercase)
    }

    /// The span from piece `from` to before piece `to`.
    pub(crate) fn span(&self, from: usize, to: usize) -> Span {
        let (first, last) = (self.all.get(from), self.all.get(to.saturating_sub(1)));
        first.zip(last).map_or_else(Span::default, |(a, b)| a.span.cover(b.span))
    }

    /// The first piece that begins at or after the byte `at`.
    pub(crate) fn after_byte(&self, at: u32) -> usize {
        self.all.partition_point(|piece| piece.span.start < at)
    }

    /// The longest row of `table` that begins at piece `from` and holds the very characters that
    /// stand there, hyphens too; with the piece after it.
    pub(crate) fn longest_as_written<T>(
        &self,
        table: &'static Table<T>,
        from: usize,
    ) -> Option<usize> {
        let mut phrase = String::new();
        let mut best = None;
        for at in from..self.all.len() {
            if !phrase.is_empty() && !self.stuck(at) {
                phrase.push(' ');
            }
            phrase.push_str(self.lower(at));
            match table.first(phrase.trim_end()) {
                Some((key, _)) if *key == phrase => best = Some(at + 1),
                Some(_) => {}
                None => break,
            }
        }
        best
    }

    /// Adds piece `at` to a phrase: a space or hyphen before it becomes one space.
    fn join(&self, phrase: &mut String, at: usize) {
        let hyphen = self.form(at) == "-";
        if !phrase.is_empty() && !phrase.ends_with(' ') && (hyphen || !self.stuck(at)) {
            phrase.push(' ');
        }
        if !hyphen {
            phrase.push_str(self.lower(at));
        }
    }

    /// The longest row of `table` that begins at piece `from`, with the piece after it.
    pub(crate) fn longest<T>(
        &self,
        table: &'static Table<T>,
        from: usize,
    ) -> Option<(usize, &'static T)> {
        let mut phrase = String::new();
        let mut best = None;
        for at in from..self.all.len() {
            self.join(&mut phrase, at);
            match table.first(phrase.trim_end()) {
                Some((key, value)) if *key == phrase => best = Some((at + 1, value)),
                Some(_) => {}
                None => break,
            }
        }
        best
    }

    /// The longest of `forms` (names, in lower case) that begins at piece `from`, with the piece
    /// after it.
    pub(crate) fn name(&self, forms: Forms, from: usize) -> Option<(usize, &'static Unit)> {
        let mut phrase = String::new();
        let mut best = None;
        for at in from..self.all.len() {
            self.join(&mut phrase, at);
            if let Some(unit) = forms.find(&phrase) {
                best = Some((at + 1, unit));
            } else if !forms.continues(&phrase) {
                break;
            }
        }
        // "square feet" must not end inside a word: pieces are whole words, but "km" of "km2" is
        // not, as digits make a piece of their own.
        best.filter(|&(end, _)| {
            !(self.stuck(end) && matches!(self.kind(end), Some(Kind::Digits | Kind::Word)))
        })
    }

    /// The longest of `forms` (symbols, as written) that begins at piece `from` and ends where a
    /// word ends, or before digits when `digits` may follow; with the piece after it.
    pub(crate) fn symbol(
        &self,
        forms: Forms,
        from: usize,
        digits: bool,
    ) -> Option<(usize, &'static Unit)> {
        let start = self.all.get(from)?.span.start as usize;
        let end = self.all.last()?.span.end as usize;
        let rest = self.text.get(start..end)?;
        let mut best = None;
        for (at, c) in rest.char_indices() {
            let form = &rest[..at + c.len_utf8()];
            if let Some(unit) = forms.find(form) {
                let next = rest[form.len()..].chars().next();
                let inside = |n: char| n.is_alphabetic() || n.is_numeric() && !digits;
                if !(c.is_alphanumeric() && next.is_some_and(inside)) {
                    best = Some((form.len(), unit));
                }
            }
            if !forms.continues(form) {
                break;
            }
        }
        let (len, unit) = best?;
        Some((self.after_byte(Span::from_range(start..start + len).end), unit))
    }

    /// The pieces from `from` to before `to` as a phrase of the tables.
    pub(crate) fn phrase(&self, from: usize, to: usize) -> String {
        let mut phrase = String::new();
        for at in from..to {
            self.join(&mut phrase, at);
        }
        phrase.truncate(phrase.trim_end().len());
        phrase
    }
}

/// The length of the number in "thirtyish".
fn before_ish(word: &str) -> Option<usize> {
    let number = word.strip_suffix("ish")?;
    let (kind, _) = number::word(&number.to_lowercase())?;
    (kind == number::Kind::Tens).then_some(number.len())
}

/// The length of the piece that begins `rest` with `first`.
fn length(rest: &str, first: char) -> usize {
    if first.is_ascii_digit()
        || (first == '.' && rest[1..].starts_with(|c: char| c.is_ascii_digit()))
    {
        digits(rest.as_bytes())
    } else if first.is_alphabetic() {
        let end = rest.find(|c: char| !c.is_alphabetic() && !is_mark(c)).unwrap_or(rest.len());
        before_ish(&rest[..end]).unwrap_or(end)
    } else {
        first.len_utf8()
    }
}

/// Accents that stand after their letter.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Whether just three digits follow the mark at `mark`.
fn is_group(bytes: &[u8], mark: usize) -> bool {
    let digits = bytes[mark + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    mark > 0 && digits == 3
}

/// Digits, and single points, commas and apostrophes that stand between digits.
fn digits(bytes: &[u8]) -> usize {
    let mut end = 0;
    while end < bytes.len() {
        let next_is_digit = bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        match bytes[end] {
            b'0'..=b'9' => end += 1,
            b'.' | b',' if next_is_digit => end += 1,
            // "1'234'567" of the Swiss; a foot is followed by at most two digits.
            b'\'' if is_group(bytes, end) => end += 1,
            _ => break,
        }
    }
    end
}
