//! Quotation spans: straight, curly, doubled and single marks, over sentences and paragraphs.

use crate::text::Span;

/// Words between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quote {
    /// With the marks.
    pub(super) span: Span,
    /// Without them.
    pub(super) inner: Span,
    /// Whether it repeats speech rather than sets off a term ("so-called"): it ends with
    /// punctuation of its own, follows a comma or colon, or is long.
    pub(super) speech: bool,
    /// Whether no mark closes it, as in all paragraphs but the last of a long quotation.
    pub(super) unclosed: bool,
}

/// All quotations of a text, in order; those within others are left out.
pub(super) fn quotes(text: &str) -> Vec<Quote> {
    let mut found = Vec::new();
    let mut at = 0;
    for paragraph in text.split_inclusive('\n') {
        let end = at + paragraph.trim_end().len();
        Scanner { text, start: at, end, open: [at; 4] }.scan(&mut found);
        at += paragraph.len();
    }
    found
}

/// The kind of a mark: which marks close what it opens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// `"`, or `''` used for both ends.
    Straight,
    /// `“ ”` and "`` ''".
    Curly,
    /// `‘ ’`
    Single,
    /// `'`
    Plain,
}

struct Scanner<'a> {
    text: &'a str,
    start: usize,
    end: usize,
    /// For each mark, the place before which nothing closes it, so that no stretch of text is
    /// searched twice in vain.
    open: [usize; 4],
}

impl Scanner<'_> {
    fn scan(&mut self, found: &mut Vec<Quote>) {
        let mut at = self.start;
        while at < self.end {
            // Most characters are no mark; those of marks beyond ASCII begin with this byte.
            let mark = |byte: &u8| matches!(byte, b'`' | b'\'' | b'"' | 0xE2);
            let rest = &self.text.as_bytes()[at..self.end];
            let Some(next) = rest.iter().position(mark) else { return };
            at += next;
            let Some((mark, len)) = self.opening(at) else {
                at += self.char_len(at);
                continue;
            };
            match self.close(mark, at + len) {
                Some((inner_end, end)) => {
                    found.push(self.quote(at, at + len, inner_end, end, false));
                    at = end;
                }
                // A quotation that runs on into the next paragraph repeats the mark there.
                None if self.runs_on(at, mark) => {
                    found.push(self.quote(at, at + len, self.end, self.end, true));
                    at = self.end;
                }
                None => at += len,
            }
        }
    }

    fn char_len(&self, at: usize) -> usize {
        self.text[at..].chars().next().map_or(1, char::len_utf8)
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text[self.start..at].chars().next_back()
    }

    fn after(&self, at: usize) -> Option<char> {
        self.text[at..self.end].chars().next()
    }

    /// The mark at `at` if it opens a quotation, with its length.
    fn opening(&self, at: usize) -> Option<(Mark, usize)> {
        let rest = &self.text[at..self.end];
        let free = self.before(at).is_none_or(|c| c.is_whitespace() || "([—–-―/".contains(c));
        let (mark, len) = [
            ("``", Mark::Curly),
            ("''", Mark::Straight),
            ("\"", Mark::Straight),
            ("“", Mark::Curly),
            ("”", Mark::Curly),
            ("‘", Mark::Single),
            ("'", Mark::Plain),
        ]
        .into_iter()
        .find_map(|(open, mark)| rest.starts_with(open).then_some((mark, open.len())))?;
        let next = self.after(at + len)?;
        let fits = match mark {
            Mark::Curly => free || rest.starts_with('“') || rest.starts_with('`'),
            // A space after the mark is the habit of tokenized text.
            Mark::Straight => free,
            Mark::Single | Mark::Plain => free && next.is_alphabetic() && !elided(&rest[len..]),
        };
        fits.then_some((mark, len))
    }

    /// Where the quotation opened before `from` ends: before and after its closing mark.
    fn close(&mut self, mark: Mark, from: usize) -> Option<(usize, usize)> {
        if from < self.open[mark as usize] {
            return None;
        }
        let found = self.search(mark, from);
        self.open[mark as usize] = found.err().unwrap_or(from);
        found.ok()
    }

    /// The closing mark after `from`, or how far the text was searched.
    fn search(&self, mark: Mark, from: usize) -> Result<(usize, usize), usize> {
        let rest = &self.text[from..self.end];
        let ends: &[&str] = match mark {
            Mark::Straight => &["\"", "''", "”"],
            Mark::Curly => &["”", "''", "\""],
            Mark::Single => &["’"],
            Mark::Plain => &["'"],
        };
        let single = matches!(mark, Mark::Single | Mark::Plain);
        for (i, _) in rest.char_indices().skip(1) {
            let Some(end) = ends.iter().find(|end| rest[i..].starts_with(**end)) else {
                if single && rest[i..].starts_with(['"', '“', '”']) {
                    return Err(from + i);
                }
                continue;
            };
            let after = rest[i + end.len()..].chars().next();
            let before = rest[..i].chars().next_back();
            if closes(single, before, after) {
                return Ok((from + i, from + i + end.len()));
            }
        }
        Err(self.end)
    }

    fn runs_on(&self, at: usize, mark: Mark) -> bool {
        let first = self.text[self.start..at].trim().is_empty();
        let next = self.text[self.end..].trim_start();
        let repeated = next.starts_with(['"', '“']) || next.starts_with("''");
        matches!(mark, Mark::Straight | Mark::Curly) && repeated && (first || self.end - at > 60)
    }

    fn quote(&self, open: usize, from: usize, to: usize, end: usize, unclosed: bool) -> Quote {
        let inner = self.text[from..to].trim();
        let lead = self.text[self.start..open].trim_end();
        let introduced = lead.ends_with([',', ':']) || lead.is_empty();
        let finished = inner.ends_with([',', '.', '!', '?', '…']);
        let follows = self.text[end..self.end].starts_with([',', '.']);
        let words = inner.split_whitespace().count();
        let speech = unclosed || finished || (introduced && follows) || words > 6;
        Quote {
            span: Span::from_range(open..end),
            inner: Span::from_range(from..to),
            speech: speech && words > 0,
            unclosed,
        }
    }
}

/// A single mark between letters is an apostrophe; a straight mark after a space and before a
/// letter opens rather than closes.
fn closes(single: bool, before: Option<char>, after: Option<char>) -> bool {
    let free = after.is_none_or(|c| !c.is_alphanumeric());
    let stands = before.is_some_and(|c| !c.is_whitespace());
    if single {
        free && stands && before.is_some_and(|c| c != 's' || after.is_none_or(|c| c != ' '))
    } else {
        free || stands
    }
}

/// Whether the letters after an apostrophe are a clipped word ("'em", "'til").
fn elided(rest: &str) -> bool {
    let word: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
    matches!(word.as_str(), "em" | "til" | "tis" | "twas" | "cause" | "n" | "round" | "bout")
}

#[cfg(test)]
mod tests {
    use super::quotes;

    fn spans(text: &str) -> Vec<&str> {
        quotes(text).iter().map(|quote| quote.span.of(text)).collect()
    }

    #[test]
    fn finds_every_kind_of_mark() {
        assert_eq!(spans("He said, \"Go home.\" Then he left."), ["\"Go home.\""]);
        assert_eq!(spans("“We are fine,” she said. “Really.”"), ["“We are fine,”", "“Really.”"]);
        assert_eq!(spans("`` It is over , '' he said ."), ["`` It is over , ''"]);
        assert_eq!(spans("''It is over,'' he said."), ["''It is over,''"]);
        assert_eq!(spans("‘Don’t move,’ he said."), ["‘Don’t move,’"]);
        assert_eq!(spans("'Don't move,' he said."), ["'Don't move,'"]);
    }

    #[test]
    fn leaves_apostrophes_alone() {
        assert!(spans("The workers' union isn't happy with 'em.").is_empty());
        assert!(spans("In the '90s it wasn't so.").is_empty());
    }

    #[test]
    fn runs_over_paragraphs() {
        let text = "“This is long.\n\n“And it ends here,” he said.";
        assert_eq!(spans(text), ["“This is long.", "“And it ends here,”"]);
        assert!(quotes(text)[0].unclosed);
    }

    #[test]
    fn tells_terms_from_speech() {
        let text =
            "The \"green\" label, he said, is \"a joke that nobody here finds at all funny\".";
        let speech: Vec<bool> = quotes(text).iter().map(|quote| quote.speech).collect();
        assert_eq!(speech, [false, true]);
    }
}
