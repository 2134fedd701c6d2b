//! Every code that a report can show is explained by the program.
#![cfg(feature = "cli")]

mod tables;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use corroborate::report::TOPICS;
use tables::{rows, string};

/// The rules that the code of `src/claim` names.
fn rules_in_code() -> BTreeSet<String> {
    let mut rules = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/claim")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a readable folder") {
            let path: PathBuf = entry.expect("a readable entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(path).expect("a readable file");
            let named = text.split("rule: \"").skip(1).filter_map(|rest| rest.split('"').next());
            rules.extend(named.map(str::to_owned));
        }
    }
    rules
}

fn codes() -> BTreeSet<String> {
    let mut codes = rules_in_code();
    codes.extend(TOPICS.iter().map(|topic| topic.code.to_owned()));
    for (file, array) in
        [("properties.toml", "property"), ("events.toml", "event"), ("rules.toml", "rule")]
    {
        // A row for every type, `*.killed`, is explained under the name of a type.
        codes
            .extend(rows(file, array).iter().map(|row| string(row, "word").replace('*', "attack")));
    }
    codes
}

#[test]
fn every_code_is_explained() {
    let codes = codes();
    assert!(codes.len() > 150, "{} codes", codes.len());
    let mut silent = Vec::new();
    for code in codes {
        let program = env!("CARGO_BIN_EXE_corroborate");
        let output = Command::new(program).args(["explain", &code]).output().expect("it runs");
        let text = String::from_utf8_lossy(&output.stdout);
        if !output.status.success() || text.lines().count() < 3 {
            silent.push(code);
        }
    }
    assert!(silent.is_empty(), "not explained: {silent:?}");
}
