//! Embeds the vocabulary: `src/lexicon/generated` holds what these tests make of
//! `src/lexicon/data`. `UPDATE=1 cargo test --test codegen` writes it.
//!
//! To add a table: write the data, a module under `tests/codegen` with one test that calls
//! [`embed`], and a module under `src/lexicon` that gives the rows their type.

mod codegen {
    pub(crate) mod att;
    pub(crate) mod date;
    pub(crate) mod event;
    pub(crate) mod name;
    pub(crate) mod num;
    pub(crate) mod origin;
    pub(crate) mod reconcile;
}
mod tables;

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

fn generated(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/generated").join(name)
}

/// Compares `src/lexicon/generated/{module}.rs` with `code`, or writes it. `source` names the
/// file that it was made from.
#[track_caller]
pub(crate) fn embed(module: &str, source: &str, code: &str) {
    let head = format!("//! Made from `data/{source}`; `UPDATE=1 cargo test --test codegen`.\n\n");
    keep(&format!("{module}.rs"), &(head + code));
}

/// `static NAME: Table<TYPE>` with its rows sorted by key; each row is a key and a Rust expression.
/// A key that occurs twice is a mistake in the data.
#[track_caller]
pub(crate) fn table(
    name: &str,
    type_: &str,
    rows: impl IntoIterator<Item = (String, String)>,
) -> String {
    let mut rows: Vec<(String, String)> = rows.into_iter().collect();
    rows.sort();
    for pair in rows.windows(2) {
        assert_ne!(pair[0].0, pair[1].0, "twice in {name}");
    }
    let mut code = format!(
        "pub(crate) static {name}: super::super::Table<{type_}> = super::super::Table::new(&[\n"
    );
    for (key, row) in rows {
        writeln!(code, "    ({key:?}, {row}),").expect("a string takes any text");
    }
    code + "]);\n"
}

#[track_caller]
fn keep(name: &str, code: &str) {
    let path = generated(name);
    let old = fs::read_to_string(&path).unwrap_or_default();
    if old == code {
        return;
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, code).expect("the directory of generated tables");
    } else {
        panic!("{} is not what its data says; run `UPDATE=1 cargo test --test codegen`", name);
    }
}

#[test]
fn every_generated_module_is_declared() {
    let entries = fs::read_dir(generated("")).expect("the directory of generated tables");
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".rs").map(str::to_owned))
        .filter(|name| name != "mod")
        .collect();
    names.sort();
    let modules: String = names.iter().map(|name| format!("pub(super) mod {name};\n")).collect();
    keep("mod.rs", &format!("//! The tables under `data`, embedded.\n\n{modules}"));
}
