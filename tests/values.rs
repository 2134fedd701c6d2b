//! Values read from sentences: each file under `tests/values` lists sentences with what they must
//! be read as, and a module beside it says how its values are written there.

mod values {
    pub(crate) mod quantities;
}

use std::path::PathBuf;

/// The cases of `tests/values/{name}.toml`: each a text and what it is read as.
#[track_caller]
pub(crate) fn cases(name: &str) -> Vec<(String, Vec<String>)> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/values").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{name}: {e}"));
    let file: toml::Table = text.parse().unwrap_or_else(|e| panic!("{name}: {e}"));
    let list = file["case"].as_array().expect("an array of tables `case`");
    let strings = |value: &toml::Value| -> Vec<String> {
        let list = value.as_array().expect("a list").iter();
        list.map(|item| item.as_str().expect("a string").to_owned()).collect()
    };
    let case = |case: &toml::Value| {
        let text = case["text"].as_str().expect("a string `text`").to_owned();
        (text, strings(&case["expect"]))
    };
    list.iter().map(case).collect()
}

/// Checks every case of a file, and tells all that fail.
#[track_caller]
pub(crate) fn check(name: &str, read: impl Fn(&str) -> Vec<String>) {
    let mut failed = String::new();
    for (text, expect) in cases(name) {
        let found = read(&text);
        if found != expect {
            failed += &format!("\n{text}\n  expected {expect:?}\n  found    {found:?}\n");
        }
    }
    assert!(failed.is_empty(), "{failed}");
}
