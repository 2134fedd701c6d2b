//! Runs the scenarios of `tests/cases/*.md`; the format is told in `tests/cases/README.md`.
//!
//! `cargo test --test cases -- NAME` does not select scenarios; set `CASE=words` to run only the
//! scenarios whose heading or file name contains these words, with the report of each failure.

#[path = "cases/expect.rs"]
mod expect;
#[path = "cases/needle.rs"]
mod needle;
#[path = "cases/scenario.rs"]
mod scenario;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use corroborate::{Document, Options, reconcile};
use scenario::Scenario;
use serde_json::Value;

/// The only place where scenarios call the crate.
fn report(documents: &[Document]) -> Value {
    let mut options = Options::default();
    options.explain = true;
    serde_json::to_value(reconcile(documents, &options)).expect("a report is plain data")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn scenarios() -> Vec<Scenario> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(root().join("cases"))
        .expect("the folder of scenarios is there")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|e| e == "md"))
        .filter(|path| path.file_name().is_some_and(|name| name != "README.md"))
        .collect();
    files.sort();
    files.iter().flat_map(|file| scenario::parse(file)).collect()
}

fn wanted(scenario: &Scenario) -> bool {
    std::env::var("CASE").map_or(true, |words| scenario.name.contains(&words))
}

/// What is wrong with a scenario, one line each.
fn failures(scenario: &Scenario) -> Vec<String> {
    let report = report(&scenario.documents);
    scenario
        .expectations
        .iter()
        .filter_map(|(line, expectation)| {
            let wrong = expect::check(expectation, &report)?;
            Some(format!("  line {line}: {expectation}\n    {wrong}"))
        })
        .collect()
}

#[test]
fn scenarios_hold() {
    let known: BTreeSet<String> = std::fs::read_to_string(root().join("known_failures.txt"))
        .unwrap_or_default()
        .lines()
        .map(|line| line.split(" # ").next().unwrap_or_default().trim().to_owned())
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    let mut count = 0;
    for scenario in scenarios().iter().filter(|s| wanted(s)) {
        count += 1;
        assert!(seen.insert(scenario.name.clone()), "two scenarios are called `{}`", scenario.name);
        let failures = failures(scenario);
        match (failures.is_empty(), known.contains(&scenario.name)) {
            (false, false) => wrong.push(format!("{}\n{}", scenario.name, failures.join("\n"))),
            (true, true) => wrong.push(format!(
                "{}\n  passes: take it off the list of known failures",
                scenario.name
            )),
            _ => {}
        }
    }
    if std::env::var("CASE").is_err() {
        wrong.extend(
            known
                .difference(&seen)
                .map(|name| format!("{name}\n  is a known failure, but there is no such scenario")),
        );
    }
    assert!(
        wrong.is_empty(),
        "{} of {count} scenarios fail:\n\n{}\n",
        wrong.len(),
        wrong.join("\n\n")
    );
}

/// A text does not contradict itself, and its claims agree with those of its own copy.
#[test]
fn no_source_contradicts_its_own_copy() {
    let mut wrong = Vec::new();
    for scenario in scenarios().iter().filter(|s| wanted(s) && !s.self_contradiction) {
        for document in &scenario.documents {
            let mut copy = document.clone();
            copy.id.push_str("-copy");
            let report = report(&[document.clone(), copy]);
            let bad = expect::findings(&report, "contradiction");
            if let Some(first) = bad.first() {
                wrong.push(format!("{}: {}: {}", scenario.name, document.id, first["explanation"]));
            }
        }
    }
    assert!(wrong.is_empty(), "{} copies contradict:\n{}\n", wrong.len(), wrong.join("\n"));
}

/// A text and its copy in which one figure, date, place, name or outcome is altered differ in that
/// and in nothing else.
#[test]
fn one_altered_value_is_found_and_nothing_else() {
    let mut stray = Vec::new();
    let (mut tried, mut missed) = ([0; 4], [const { Vec::new() }; 4]);
    for (name, document) in texts() {
        for needle in needle::needles(&document) {
            let outcome = needle::outcome(&document, &needle);
            let kind = needle.kind as usize;
            tried[kind] += 1;
            if !outcome.found {
                missed[kind].push(format!("{name}: {needle}"));
            }
            stray.extend(outcome.stray.iter().map(|text| format!("{name}: {needle}: {text}")));
        }
    }
    for kind in needle::Kind::ALL {
        let (tried, missed) = (tried[kind as usize], &missed[kind as usize]);
        println!("{tried} of {}: {} missed\n{}", kind.as_str(), missed.len(), missed.join("\n"));
    }
    assert!(stray.is_empty(), "{} stray contradictions:\n{}", stray.len(), stray.join("\n"));
    assert!(tried[0] > 200 && tried[1..].iter().all(|tried| *tried > 50), "only {tried:?}");
    // Towns that no table knows, and further venues and signers, are silent.
    for (kind, most) in needle::Kind::ALL.into_iter().zip([5, 50, 50, 20]) {
        let (tried, missed) = (tried[kind as usize], missed[kind as usize].len());
        assert!(missed * 100 <= tried * most, "{missed} of {tried}: {}", kind.as_str());
    }
}

/// All sources of the scenarios, and the example articles.
fn texts() -> Vec<(String, Document)> {
    let mut texts = Vec::new();
    for scenario in scenarios().into_iter().filter(|s| wanted(s) && !s.self_contradiction) {
        let name = scenario.name;
        texts.extend(scenario.documents.into_iter().map(|document| (name.clone(), document)));
    }
    for file in ["courier", "gazette", "observer"] {
        let path = root().join(format!("../examples/articles/{file}.txt"));
        let text = std::fs::read_to_string(&path).expect("a readable example");
        texts.push((file.to_owned(), Document::new(file, text)));
    }
    texts
}

/// Every quote stands at its offsets, whatever the text.
#[test]
fn quotes_stand_at_their_offsets() {
    for scenario in scenarios().iter().filter(|s| wanted(s)) {
        let report = report(&scenario.documents);
        for (owner, quote) in expect::quotes(&report) {
            let document =
                scenario.documents.iter().find(|d| d.id == owner).expect("a known document");
            let (start, end) = (expect::offset(quote, "start"), expect::offset(quote, "end"));
            assert_eq!(
                document.text.get(start..end),
                quote["quote"].as_str(),
                "in {}",
                scenario.name
            );
        }
    }
}
