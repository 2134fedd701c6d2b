//! Lines and columns of a text, found without reading it again.

/// Where the lines of a text begin, and how many characters stand before some of its bytes.
pub(super) struct Lines<'a> {
    text: &'a str,
    /// The first byte of each line.
    starts: Vec<usize>,
    /// How many characters begin before every [`STEP`]th byte.
    counts: Vec<usize>,
    /// How many lines of the file stand before the text.
    before: usize,
}

/// A column is counted from the nearest multiple of this many bytes, so that one very long line
/// costs no more than many short ones.
const STEP: usize = 4096;

impl<'a> Lines<'a> {
    /// The lines of a text that begins on line `first` of its file.
    pub(super) fn of(text: &'a str, first: usize) -> Self {
        Self { before: first.saturating_sub(1), ..Self::new(text) }
    }

    pub(super) fn new(text: &'a str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        let mut counts = vec![0];
        for chunk in text.as_bytes().chunks(STEP) {
            let before = counts.last().copied().unwrap_or(0);
            counts.push(before + characters(chunk));
        }
        Self { text, starts, counts, before: 0 }
    }

    /// The line and the column, in characters, of the byte `at`, both counted from 1.
    pub(super) fn place(&self, at: usize) -> (usize, usize) {
        let (line, column) = self.within(at);
        (line + self.before, column)
    }

    /// The line within the text, and the column.
    fn within(&self, at: usize) -> (usize, usize) {
        let at = at.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= at).max(1);
        let start = self.starts[line - 1];
        (line, 1 + self.characters_before(at) - self.characters_before(start))
    }

    /// The first and one past the last byte of the line that holds the byte `at`, its end left
    /// out.
    pub(super) fn bounds(&self, at: usize) -> (usize, usize) {
        let (line, _) = self.within(at);
        let end = self.starts.get(line).map_or(self.text.len(), |next| next - 1);
        (self.starts[line - 1], end)
    }

    /// How many characters begin before the byte `at`.
    pub(super) fn characters_before(&self, at: usize) -> usize {
        let step = at / STEP;
        self.counts[step] + characters(&self.text.as_bytes()[step * STEP..at])
    }
}

/// Bytes that begin a character.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn counts_lines_and_characters() {
        let long = "é".repeat(5000);
        let text = format!("één\n{long}x\nend");
        let lines = Lines::new(&text);
        assert_eq!(lines.place(0), (1, 1));
        assert_eq!(lines.place("éé".len()), (1, 3));
        assert_eq!(lines.place(text.find('x').unwrap()), (2, 5001));
        assert_eq!(lines.place(text.len()), (3, 4));
        let (start, end) = lines.bounds(8);
        assert_eq!(&text[start..end], &format!("{long}x"));
    }
}
