//! The vocabulary is in order: sorted, unique, in lower case, every row with an example that fires
//! and a counterexample that does not.
//!
//! Every TOML file under `src/lexicon/data` is checked for form here; a module per subject under
//! `tests/lexicon` runs the examples.

mod lexicon {
    pub(crate) mod around;
    pub(crate) mod att;
    pub(crate) mod date;
    pub(crate) mod event;
    pub(crate) mod name;
    pub(crate) mod num;
    pub(crate) mod origin;
    pub(crate) mod reconcile;
}
mod tables;

/// A TOML file holds arrays of tables; each row has `word` (or `words`, then the first counts),
/// `example` and `counterexample`; rows are sorted by it. An array whose name begins with
/// `list_` and top-level keys that are no arrays of tables are left alone.
#[test]
fn toml_tables_are_in_order() {
    for file in tables::files("toml") {
        for (array, value) in tables::toml_file(&file) {
            let Some(rows) = value.as_array() else { continue };
            let rows: Vec<&toml::Table> = rows.iter().filter_map(toml::Value::as_table).collect();
            for row in &rows {
                check_row(&file, row);
            }
            if !array.starts_with("list_") {
                check_order(&file, &array, &rows.iter().map(|r| key(r)).collect::<Vec<_>>());
            }
        }
    }
}

fn key(row: &toml::Table) -> String {
    let first = tables::strings(row, "words").first().map(|word| (*word).to_owned());
    first.unwrap_or_else(|| tables::string(row, "word").to_owned())
}

fn check_row(file: &str, row: &toml::Table) {
    let mut words = tables::strings(row, "words");
    words.extend(row.get("word").and_then(toml::Value::as_str));
    for word in words {
        assert_eq!(word, word.to_lowercase(), "{file}: not in lower case");
        assert_eq!(word, word.split_whitespace().collect::<Vec<_>>().join(" "), "{file}: spaces");
    }
    for field in ["example", "counterexample"] {
        assert!(row.contains_key(field), "{file}: `{}` has no {field}", key(row));
    }
}

#[track_caller]
fn check_order(file: &str, array: &str, keys: &[String]) {
    for pair in keys.windows(2) {
        assert!(pair[0] < pair[1], "{file}, {array}: `{}` before `{}`", pair[0], pair[1]);
    }
}
