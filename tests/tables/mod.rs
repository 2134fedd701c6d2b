//! The vocabulary as it stands under `src/lexicon/data`, for the tests that check and embed it.
#![allow(dead_code, reason = "each test that includes this module uses a part of it")]

use std::fs;
use std::path::PathBuf;

/// The directory of the tables.
pub(crate) fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/data")
}

/// The names of the files under `data` that end in `.extension`, sorted.
pub(crate) fn files(extension: &str) -> Vec<String> {
    let entries = fs::read_dir(data()).expect("the directory of the tables");
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(&format!(".{extension}")))
        .collect();
    names.sort();
    names
}

/// The rows of `array` in the TOML file `name`.
pub(crate) fn rows(name: &str, array: &str) -> Vec<toml::Table> {
    let value = toml_file(name).remove(array).unwrap_or_else(|| panic!("no `{array}` in {name}"));
    value.try_into().unwrap_or_else(|e| panic!("`{array}` in {name}: {e}"))
}

/// A whole TOML file.
pub(crate) fn toml_file(name: &str) -> toml::Table {
    let text = fs::read_to_string(data().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
    text.parse().unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// The rows of a CSV file without its header line. Cells hold no quotes and no commas.
pub(crate) fn csv(name: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(data().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
    let rows = text.lines().skip(1);
    rows.map(|line| line.split(',').map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// The string `key` of a row; panics when it is missing.
pub(crate) fn string<'t>(row: &'t toml::Table, key: &str) -> &'t str {
    row.get(key).and_then(toml::Value::as_str).unwrap_or_else(|| panic!("no `{key}` in {row:?}"))
}

/// The list of strings `key` of a row; empty when it is missing.
pub(crate) fn strings<'t>(row: &'t toml::Table, key: &str) -> Vec<&'t str> {
    let list = row.get(key).and_then(toml::Value::as_array);
    list.map(|l| l.iter().filter_map(toml::Value::as_str).collect()).unwrap_or_default()
}
