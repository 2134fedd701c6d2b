//! Dates and times: `time.toml` and `feasts.toml`.

use crate::{embed, table, tables};

#[test]
fn time() {
    let words = rows("time.toml", "word", |row| format!("T::{}", tables::string(row, "meaning")));
    let feasts = rows("feasts.toml", "feast", |row| {
        format!("T::Feast(Feast::{})", tables::string(row, "rule"))
    });
    let head = "use crate::lexicon::time::{\n    Edge, Origin, Reference, TimeRow, \
                TimeWord as T, Which,\n};\nuse crate::value::{DayPart, Feast, Grain};\n\n";
    let words = table("TIME_WORDS", "TimeRow", words);
    let feasts = table("FEASTS", "TimeRow", feasts);
    embed("time", "time.toml", &format!("{head}{words}\n{feasts}"));
}

fn rows(
    file: &str,
    array: &str,
    meaning: impl Fn(&toml::Table) -> String,
) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for row in tables::rows(file, array) {
        let also_other = row.get("also_other").is_some();
        let entry = format!("TimeRow {{ meaning: {}, also_other: {also_other} }}", meaning(&row));
        for word in tables::strings(&row, "words") {
            out.push((split(word), entry.clone()));
        }
    }
    out
}

/// The words as the reader of times cuts them: hyphens, full stops and apostrophes apart.
fn split(words: &str) -> String {
    let apart = ["-", ".", "'"];
    let spaced = apart
        .iter()
        .fold(words.to_owned(), |words, mark| words.replace(mark, &format!(" {mark} ")));
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}
