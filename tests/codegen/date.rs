//! Dates and times: `time.toml` and `feasts.toml`.

use std::fmt::Write as _;

use crate::{embed, table, tables};

#[test]
fn time() {
    let words = rows("time.toml", "word", |row| format!("T::{}", tables::string(row, "meaning")));
    let feasts = rows("feasts.toml", "feast", |row| {
        let days = row.get("days").and_then(toml::Value::as_integer).unwrap_or(1);
        format!("T::Feast(Feast::{}, {days})", tables::string(row, "rule"))
    });
    let head = "use crate::lexicon::time::{\n    Edge, Origin, Reference, TimeRow, \
                TimeWord as T, Which,\n};\nuse crate::value::{DayPart, Feast, Grain, ListedDay};\n\n";
    let words = table("TIME_WORDS", "TimeRow", words);
    let feasts = table("FEASTS", "TimeRow", feasts);
    let years = feast_years();
    embed("time", "time.toml", &format!("{head}{words}\n{feasts}\n{years}"));
}

#[test]
fn time_lists() {
    let mut code = String::new();
    for row in tables::rows("time_lists.toml", "list") {
        let name = tables::string(&row, "word").replace('-', "_").to_uppercase();
        let mut members = tables::strings(&row, "members");
        members.sort_unstable();
        writeln!(code, "pub(crate) static {name}: &[&str] = &{members:?};\n")
            .expect("a string takes any text");
    }
    embed("time_lists", "time_lists.toml", &code);
}

/// One sorted slice for each feast of `feast_years.csv`.
fn feast_years() -> String {
    let mut code = String::new();
    for row in tables::csv("feast_years.csv") {
        let [name, days] = &row[..] else { panic!("two cells in {row:?}") };
        let days: Vec<String> = days.split(' ').map(listed_day).collect();
        writeln!(code, "static {name}: &[ListedDay] = &[{}];\n", days.join(", "))
            .expect("a string takes any text");
    }
    code
}

/// `2018-05-16/30`: the day, and how many days the feast lasts.
fn listed_day(text: &str) -> String {
    let (day, length) = text.split_once('/').unwrap_or((text, "1"));
    let day: jiff::civil::Date = day.parse().expect("a date");
    format!("({}, {}, {}, {length})", day.year(), day.month(), day.day())
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
