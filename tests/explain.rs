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

/// Runs the program in an empty folder.
fn explain(args: &[&str]) -> (Option<i32>, String, String) {
    let program = env!("CARGO_BIN_EXE_corroborate");
    let output = Command::new(program)
        .arg("explain")
        .args(args)
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .output()
        .expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn what_a_real_report_shows_is_explained() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
    let program = env!("CARGO_BIN_EXE_corroborate");
    let args = ["check", "--explain", "--fail-on", "none", "--format", "json"];
    let output = Command::new(program).args(args).arg(folder).output().expect("it runs");
    let report: corroborate::Report = serde_json::from_slice(&output.stdout).expect("a report");
    let mut codes: BTreeSet<String> = BTreeSet::new();
    for finding in &report.findings {
        codes.extend([&finding.kind, &finding.reason, &finding.property].map(Clone::clone));
        codes.extend([finding.confidence.clone(), format!("{}/{}", finding.kind, finding.reason)]);
        codes.extend(finding.matched.iter().cloned());
    }
    for claim in &report.claims {
        codes.extend([&claim.rule, &claim.modality, &claim.polarity].map(Clone::clone));
    }
    for link in &report.attributions {
        codes.extend([&link.stance, &link.form].map(Clone::clone));
    }
    codes.extend(report.skipped.iter().map(|skip| skip.reason.clone()));
    codes.extend(report.refusals.iter().map(|refusal| refusal.reason.clone()));
    codes.extend(["supported", "contradicted", "not-found", "copy", "family"].map(str::to_owned));
    let silent: Vec<&String> = codes.iter().filter(|code| explain(&[code]).0 != Some(0)).collect();
    assert!(silent.is_empty(), "not explained: {silent:?}");
}

#[test]
fn an_unknown_code_names_the_nearest() {
    let near = |code: &str| explain(&[code]).2;
    assert!(near("fire.kiled").contains("did you mean `fire.killed`?"));
    assert!(near("harm.vreb").contains("did you mean `harm.verb`?"));
    assert!(near("contradicton").contains("did you mean `contradiction`?"));
}
