//! The prose of Markdown: headings, paragraphs, quotes and lists without their marks.
//!
//! A line-by-line reader of the part of [CommonMark](https://spec.commonmark.org/) that articles
//! and documentation use. It never backtracks, so its time grows linearly with the text.

use std::ops::Range;

use super::reading::Pieces;
use super::{Reading, SkipReason, front_matter, table};

/// The prose of `text`; code, tables, comments and link definitions are listed as skipped.
pub(super) fn read(text: &str) -> Reading {
    let mut reader =
        Reader { text, pieces: Pieces::new(text), state: State::Between, head: Vec::new() };
    let mut at = 0;
    if let Some(front) = front_matter::range(text) {
        at = front.end;
        reader.pieces.skip(front, SkipReason::Metadata);
    }
    for line in text[at..].split_inclusive('\n') {
        let range = at..at + line.trim_end_matches(['\n', '\r']).len();
        at += line.len();
        reader.line(range, at);
    }
    reader.pieces.finish()
}

struct Reader<'a> {
    text: &'a str,
    pieces: Pieces<'a>,
    state: State,
    /// The cells of the head of the table that is being read.
    head: Vec<Range<usize>>,
}

/// What the line before was part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing: a blank line, a heading, the start.
    Between,
    /// A paragraph or list item, which the next line may go on.
    Paragraph,
    /// A fenced block of program text that ends with a fence of this mark and at least this
    /// length.
    Fence { mark: u8, length: usize },
    /// An indented block of program text.
    Indented,
    /// A table.
    Table,
    /// A comment that has not ended.
    Comment,
}

impl<'a> Reader<'a> {
    /// Reads the line at `range`; the next one starts at `next`.
    fn line(&mut self, range: Range<usize>, next: usize) {
        let line = &self.text[range.clone()];
        match self.state {
            State::Fence { mark, length } => {
                self.pieces.skip(range, SkipReason::Code);
                if fence(line).is_some_and(|(m, n, rest)| m == mark && n >= length && rest == 0) {
                    self.state = State::Between;
                }
            }
            State::Comment => self.comment(range),
            State::Table if line.contains('|') => self.row(range),
            State::Indented if is_indented(line) || line.trim().is_empty() => {
                self.pieces.skip(range, SkipReason::Code);
            }
            _ => self.open(range, next),
        }
    }

    /// Reads a line outside of code, tables and comments.
    fn open(&mut self, range: Range<usize>, next: usize) {
        let line = &self.text[range.clone()];
        if line.trim().is_empty() {
            self.pieces.break_block(range.start);
            self.state = State::Between;
        } else if let Some((mark, length, _)) = fence(line) {
            self.pieces.break_block(range.start);
            self.pieces.skip(range, SkipReason::Code);
            self.state = State::Fence { mark, length };
        } else if self.state != State::Paragraph && is_indented(line) && !is_item(line) {
            self.pieces.skip(range, SkipReason::Code);
            self.state = State::Indented;
        } else if line.contains('|') && is_table_rule(self.line_at(next)) {
            self.pieces.break_block(range.start);
            self.head = table::cells(self.text, range.clone());
            self.pieces.skip(range, SkipReason::Table);
            self.state = State::Table;
        } else if line.trim_start().starts_with("<!--") {
            self.comment(range);
        } else if is_definition(line) {
            self.pieces.skip(range, SkipReason::Metadata);
        } else if is_rule(line) {
            self.pieces.break_block(range.start);
            self.state = State::Between;
        } else {
            self.prose(range);
        }
    }

    /// Reads a row of a table that gives a label and a value, and each value of one that has a label and more values under
    /// the words of the head; any other not at all.
    fn row(&mut self, range: Range<usize>) {
        if is_labelled(&self.text[range.clone()]) {
            self.pieces.break_block(range.start);
            self.inline(range.clone());
            self.pieces.break_block(range.end);
            return;
        }
        let told = table::told(self.text, &self.head, range.clone());
        if told.is_empty() {
            return self.pieces.skip(range, SkipReason::Table);
        }
        for (label, value) in told {
            self.pieces.break_block(value.start);
            self.pieces.put(&format!("| {label} | "), value.start);
            self.inline(value.clone());
            self.pieces.put(" |", value.end);
            self.pieces.break_block(value.end);
        }
    }

    fn line_at(&self, at: usize) -> &'a str {
        self.text[at..].split('\n').next().unwrap_or_default()
    }

    fn comment(&mut self, range: Range<usize>) {
        let line = &self.text[range.clone()];
        match line.find("-->") {
            Some(at) => {
                let end = range.start + at + 3;
                self.pieces.skip(range.start..end, SkipReason::Metadata);
                self.state = State::Between;
                if !self.text[end..range.end].trim().is_empty() {
                    self.prose(end..range.end);
                }
            }
            None => {
                self.pieces.skip(range, SkipReason::Metadata);
                self.state = State::Comment;
            }
        }
    }

    /// Reads a heading, a list item or a line of a paragraph.
    fn prose(&mut self, range: Range<usize>) {
        let line = &self.text[range.clone()];
        let quoted = line.len() - line.trim_start_matches(['>', ' ', '\t']).len();
        let mut start = range.start + quoted;
        let mut end = range.start + line.trim_end().len();
        let words = &self.text[start..end.max(start)];
        let level = words.bytes().take_while(|b| *b == b'#').count();
        if (1..=6).contains(&level) && words[level..].starts_with([' ', '\t']) {
            self.pieces.break_block(start);
            start += words.len() - words[level..].trim_start().len();
            end = start + self.text[start..end].trim_end_matches(['#', ' ']).len();
            self.inline(start..end);
            self.pieces.break_block(end);
            self.state = State::Between;
            return;
        }
        if is_item(words) {
            self.pieces.break_line(start);
            let marker = words.len() - words.trim_start_matches(|c| c != ' ').trim_start().len();
            self.pieces.copy(start..start + marker);
            start += marker;
        } else if self.state == State::Paragraph {
            self.pieces.put(" ", start);
        } else {
            self.pieces.break_block(start);
        }
        self.inline(start..end);
        self.state = State::Paragraph;
    }

    /// Copies a line without emphasis, links, tags and escapes.
    fn inline(&mut self, range: Range<usize>) {
        let (mut from, mut at) = (range.start, range.start);
        while at < range.end {
            let rest = &self.text[at..range.end];
            if rest.starts_with('\\') && rest[1..].starts_with(|c: char| c.is_ascii_punctuation()) {
                self.pieces.copy(from..at);
                from = at + 1;
                at += 2;
                continue;
            }
            match mark(rest, self.text[..at].chars().next_back()) {
                None => at += rest.chars().next().map_or(1, char::len_utf8),
                Some(Mark { words, length }) => {
                    self.pieces.copy(from..at);
                    if let Some((start, end)) = words {
                        self.inline(at + start..at + end);
                    }
                    at += length;
                    from = at;
                }
            }
        }
        self.pieces.copy(from..range.end);
    }
}

/// The words of the first heading, of either kind, outside of program text.
pub(super) fn title(text: &str) -> Option<String> {
    let mut open: Option<(u8, usize)> = None;
    let mut before = "";
    for line in text.lines() {
        match (open, fence(line)) {
            (Some((mark, length)), found) => {
                let ends = |(m, n, rest): (u8, usize, usize)| m == mark && n >= length && rest == 0;
                open = open.filter(|_| !found.is_some_and(ends));
            }
            (None, Some((mark, length, _))) => open = Some((mark, length)),
            (None, None) if is_heading(line) => return words(line),
            (None, None) if is_underline(line) && !before.trim().is_empty() => {
                return words(before);
            }
            (None, None) => {}
        }
        before = if open.is_none() && !is_indented(line) { line } else { "" };
    }
    None
}

fn words(line: &str) -> Option<String> {
    let words = read(line).text.trim().to_owned();
    (!words.is_empty()).then_some(words)
}

fn is_heading(line: &str) -> bool {
    let level = line.bytes().take_while(|b| *b == b'#').count();
    (1..=6).contains(&level) && line[level..].starts_with([' ', '\t'])
}

/// `====` or `----` under a heading.
fn is_underline(line: &str) -> bool {
    let line = line.trim_end();
    line.len() >= 2 && (line.bytes().all(|b| b == b'=') || line.bytes().all(|b| b == b'-'))
}

/// A mark of emphasis, a link or the like: its length, and which part of it holds words.
struct Mark {
    words: Option<(usize, usize)>,
    length: usize,
}

impl Mark {
    const fn of(length: usize) -> Option<Self> {
        Some(Self { words: None, length })
    }
}

/// How far a link or tag may reach; a bracket that does not close within is a bracket.
const REACH: usize = 2000;

fn mark(rest: &str, before: Option<char>) -> Option<Mark> {
    let first = rest.as_bytes()[0];
    match first {
        b'`' => Mark::of(rest.bytes().take_while(|b| *b == b'`').count()),
        b'*' | b'_' | b'~' => emphasis(rest, first, before),
        b'!' if rest[1..].starts_with('[') => {
            let link = link(&rest[1..])?;
            Mark::of(link.length + 1)
        }
        b'[' if rest[1..].starts_with('^') => Mark::of(near(rest, ']')? + 1),
        b'[' => link(rest),
        b'<' => tag(rest),
        _ => None,
    }
}

fn emphasis(rest: &str, first: u8, before: Option<char>) -> Option<Mark> {
    const LONGEST: usize = 3;
    let run = rest.bytes().take(LONGEST + 1).take_while(|b| *b == first).count();
    let after = rest[run..].chars().next();
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let inside = first == b'_' && is_word(before) && is_word(after);
    let apart = is_space(before) && is_space(after);
    let single_tilde = first == b'~' && run != 2;
    if inside || apart || single_tilde || run > LONGEST { None } else { Mark::of(run) }
}

/// `[words](target)` or `[words][id]`; brackets without either are brackets.
fn link(rest: &str) -> Option<Mark> {
    let close = near(rest, ']')?;
    let after = &rest[close + 1..];
    let length = match after.bytes().next() {
        Some(b'(') => near(after, ')')? + 1,
        Some(b'[') => near(after, ']')? + 1,
        _ => return None,
    };
    Some(Mark { words: Some((1, close)), length: close + 1 + length })
}

/// `<b>`, `</b>`, `<https://…>`, `<!-- … -->`.
fn tag(rest: &str) -> Option<Mark> {
    if rest.starts_with("<!--") {
        return Mark::of(rest.find("-->").map_or(rest.len(), |at| at + 3));
    }
    let opens = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    if opens { Mark::of(near(rest, '>')? + 1) } else { None }
}

fn near(rest: &str, mark: char) -> Option<usize> {
    rest.bytes().take(REACH).position(|b| char::from(b) == mark)
}

/// The mark and length of a code fence, and the length of what follows it.
fn fence(line: &str) -> Option<(u8, usize, usize)> {
    let line = line.trim();
    let mark = line.bytes().next().filter(|b| matches!(b, b'`' | b'~'))?;
    let length = line.bytes().take_while(|b| *b == mark).count();
    let rest = &line[length..];
    (length >= 3 && !(mark == b'`' && rest.contains('`'))).then_some((mark, length, rest.len()))
}

fn is_indented(line: &str) -> bool {
    line.starts_with("    ") || line.starts_with('\t')
}

/// `- `, `* `, `+ `, `12. `, `3) `.
fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    match digits {
        0 => ["- ", "* ", "+ "].iter().any(|mark| rest.starts_with(mark)),
        1..=3 => rest.starts_with(". ") || rest.starts_with(") "),
        _ => false,
    }
}

/// Whether a row has two cells, the second a value with a number and more: "| Retention | 90 days |".
fn is_labelled(line: &str) -> bool {
    const WORDS: usize = 8;
    let Some(row) = line.trim().strip_prefix('|').and_then(|row| row.strip_suffix('|')) else {
        return false;
    };
    let Some((label, value)) = row.split_once('|') else { return false };
    let few = |text: &str| (1..=WORDS).contains(&text.split_whitespace().count());
    let number = value.contains(|c: char| c.is_ascii_digit());
    let named = label.contains(char::is_alphabetic);
    !value.contains('|') && few(label) && few(value) && named && number
}

/// The line under the head of a table.
fn is_table_rule(line: &str) -> bool {
    line.contains('-') && line.contains('|') && line.chars().all(|c| " \t\r|:-".contains(c))
}

/// `---`, `***`, `===`: a break between blocks or the line under a heading.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    let mark = line.chars().next().filter(|c| "-*_=".contains(*c));
    let bare = mark.is_some_and(|mark| line.chars().all(|c| c == mark || c == ' '));
    bare && (line.len() >= 3 || line.starts_with('='))
}

/// `[id]: target`
fn is_definition(line: &str) -> bool {
    let rest = line.trim_start().strip_prefix('[');
    rest.and_then(|rest| rest.split_once("]: ")).is_some_and(|(id, _)| !id.contains(']'))
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::text::{Reading, Span};

    #[track_caller]
    fn check(markdown: &str, expect: &str) -> Reading {
        let reading = read(markdown);
        assert_eq!(reading.text.trim_end(), expect);
        reading
    }

    #[test]
    fn drops_marks_and_keeps_words() {
        check(
            "# Two *hurt*\n\nIt was __late__ in snake_case.",
            "Two hurt\n\nIt was late in snake_case.",
        );
        check("See [the **report**](a.html) and ![x](y.png)it.", "See the report and it.");
        check("5 * 3 = 15 and a\\*b", "5 * 3 = 15 and a*b");
        check("One line\ngoes on.\n\n- first\n- second", "One line goes on.\n\n- first\n- second");
        check("> He said\n> so.", "He said so.");
        check("Heading\n=======\nText", "Heading\n\nText");
    }

    #[test]
    fn finds_the_title() {
        let check = |text: &str, expect: Option<&str>| {
            assert_eq!(super::title(text).as_deref(), expect, "{text}");
        };
        check("Intro.\n\n# Two *hurt* #\n\n# Three", Some("Two hurt"));
        check("```sh\n# no\n```\n## Fire in [Osterby](a.html)\n", Some("Fire in Osterby"));
        check("Fire in Osterby\n===============\nText", Some("Fire in Osterby"));
        check("Text.\n\n---\n\nMore.", None);
        check("#hash\n\nText.", None);
    }

    #[test]
    fn lists_what_it_leaves_out() {
        let reading = check(
            "Before\n\n```sh\nls\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<!-- note\nmore -->\nAfter",
            "Before\n\nAfter",
        );
        let reasons: Vec<_> = reading.skipped.iter().map(|skip| skip.reason.as_str()).collect();
        assert_eq!(reasons, ["code", "table", "metadata"]);
    }

    #[test]
    fn leads_back_to_the_file() {
        let markdown = "A **nearly\n1,000** count, [over *50*](x) more.";
        let reading = check(markdown, "A nearly 1,000 count, over 50 more.");
        for (words, expect) in [("nearly 1,000", "nearly\n1,000"), ("over 50", "over *50")] {
            let at = reading.text.find(words).unwrap();
            let span = Span::from_range(at..at + words.len());
            assert_eq!(reading.original(span).of(markdown), expect);
        }
    }

    #[test]
    fn cells_have_the_words_of_row_and_column() {
        let table = "| Part | Minimum | Advised |\n|---|---|---|\n| Memory | 2 GB | 8 GB |\n";
        let reading = check(table, "| Memory minimum | 2 GB |\n\n| Memory advised | 8 GB |");
        let at = reading.text.find("8 GB").map_or(0, |at| u32::try_from(at).unwrap_or(0));
        let span = reading.original(Span::new(at, at + 4));
        assert_eq!(span.of(table), "8 GB");
    }
}
