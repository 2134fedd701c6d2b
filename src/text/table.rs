//! Tables of more than two columns: what stands in a cell is told of the label of its row and of the head of its
//! column.

use std::ops::Range;

/// The most words of a label, of a head and of a value.
const WORDS: usize = 5;

/// The cells of a row between bars, without the spaces around each.
pub(super) fn cells(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let line = &text[range.clone()];
    let row = line.trim();
    let Some(inner) = row.strip_prefix('|').and_then(|row| row.strip_suffix('|')) else {
        return Vec::new();
    };
    let mut at = range.start + (line.len() - line.trim_start().len()) + 1;
    let mut found = Vec::new();
    for cell in inner.split('|') {
        let words = cell.trim();
        let start = at + (cell.len() - cell.trim_start().len());
        found.push(start..start + words.len());
        at += cell.len() + 1;
    }
    found
}

/// The values of a row that can be told in words, each with its label: "memory minimum" of "2 GB" in the row "Memory" and the
/// column "Minimum".
pub(super) fn told(
    text: &str,
    head: &[Range<usize>],
    row: Range<usize>,
) -> Vec<(String, Range<usize>)> {
    let cells = cells(text, row);
    if cells.len() < 3 || cells.len() != head.len() {
        return Vec::new();
    }
    let words = |range: &Range<usize>| &text[range.clone()];
    let named = |words: &str| {
        few(words) && words.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '-')
    };
    let label = words(&cells[0]);
    if !named(label) {
        return Vec::new();
    }
    let values = cells[1..].iter().zip(&head[1..]);
    let fits = values.filter(|(value, head)| named(words(head)) && is_value(words(value)));
    fits.map(|(value, head)| (format!("{label} {}", words(head).to_lowercase()), value.clone()))
        .collect()
}

fn few(words: &str) -> bool {
    (1..=WORDS).contains(&words.split_whitespace().count())
}

/// Whether a cell has a number and tells what it is of: "2 GB".
fn is_value(value: &str) -> bool {
    let number = value.contains(|c: char| c.is_ascii_digit());
    let unit = value.contains(|c: char| c.is_alphabetic() || "%$€£¥".contains(c));
    let plain = value.chars().all(|c| c.is_alphanumeric() || " .,%$€£¥-–/+".contains(c));
    number && plain && few(value) && unit
}

#[cfg(test)]
mod tests {
    use super::{cells, told};

    #[test]
    fn values_have_the_words_of_row_and_column() {
        let head = "| Part | Minimum | Advised |";
        let text = format!("{head}\n| Memory | 2 GB | 8 GB |");
        let head = cells(&text, 0..head.len());
        let row = text.find('\n').map_or(0, |at| at + 1)..text.len();
        let told = told(&text, &head, row);
        let told: Vec<(&str, &str)> =
            told.iter().map(|(label, value)| (&**label, &text[value.clone()])).collect();
        assert_eq!(told, [("Memory minimum", "2 GB"), ("Memory advised", "8 GB")]);
    }

    #[test]
    fn numbers_of_nothing_are_left_out() {
        let head = "| Engine | Oldest | Newest |";
        let text = format!("{head}\n| Store | 13 | 16 |");
        let head = cells(&text, 0..head.len());
        assert!(told(&text, &head, 29..text.len()).is_empty());
    }
}
