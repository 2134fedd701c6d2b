//! Runs each program of `examples/` that a reader is to learn from, and holds it to one page.
#![cfg(feature = "cli")]

use std::path::Path;
use std::process::Command;

/// The programs, in the order in which to read them.
const EXAMPLES: [&str; 8] = [
    "two_articles",
    "verify_summary",
    "facts_against_docs",
    "own_vocabulary",
    "own_claims",
    "what_it_claims",
    "consistency_test",
    "timeline",
];

/// Where cargo has put the examples: beside the folder of the tests.
fn built(name: &str) -> std::path::PathBuf {
    let test = std::env::current_exe().expect("a running test");
    let profile = test.ancestors().nth(2).expect("target/PROFILE/deps/TEST");
    profile.join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

#[test]
fn every_example_runs_and_fits_a_page() {
    for name in EXAMPLES {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/{name}.rs"));
        let text = std::fs::read_to_string(source).expect("a readable example");
        assert!(text.lines().count() < 60, "{name} is longer than a page");
        assert!(text.starts_with("//! ") && text.lines().next().is_some_and(|l| l.ends_with('?')));
        let program = built(name);
        if !program.exists() {
            // `cargo test --test examples` alone does not build them.
            let args = ["build", "--quiet", "--example", name];
            let status = Command::new(env!("CARGO")).args(args).status().expect("cargo runs");
            assert!(status.success(), "{name} does not build");
        }
        let output = Command::new(program).output().expect("a program that was built");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{name}: {stderr}");
    }
}
