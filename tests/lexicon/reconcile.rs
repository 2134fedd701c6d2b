//! Words that mean the same, the noun of a verb, and words that exclude each other.

use std::collections::BTreeSet;

use corroborate::reconcile::{Confidence, FindingKind};
use corroborate::{Document, Options, pipeline};

use crate::tables::{self, string};

fn sorted(file: &str) -> Vec<(String, String)> {
    let rows: Vec<(String, String)> =
        tables::csv(file).into_iter().map(|row| (row[0].clone(), row[1].clone())).collect();
    for pair in rows.windows(2) {
        assert!(pair[0] < pair[1], "{file}: {:?} before {:?}", pair[0], pair[1]);
    }
    for (a, b) in &rows {
        // A noun may be its verb, a word the name of its class.
        assert!(a != b || ["nominal.csv", "restriction.csv"].contains(&file), "{file}: {a}");
        assert!(*a == a.to_lowercase() && *b == b.to_lowercase(), "{file}: {a}, {b}");
    }
    rows
}

#[test]
fn synonyms_lead_to_their_head_in_one_step() {
    let rows = sorted("synonym.csv");
    let words: BTreeSet<&str> = rows.iter().map(|row| row.0.as_str()).collect();
    for (word, head) in &rows {
        assert!(!words.contains(head.as_str()), "{word}: its head {head} is itself a synonym");
    }
}

#[test]
fn nominals_exclusives_and_opposites_are_in_order() {
    for file in ["nominal.csv", "exclusive.csv", "restriction.csv", "opposite.csv"] {
        sorted(file);
    }
}

/// The highest confidence of a contradiction between the clauses on either side of the stroke.
fn conflict(clauses: &str) -> Option<Confidence> {
    let (one, other) = clauses.split_once(" / ").expect("two clauses");
    let documents = [Document::new("a", one), Document::new("b", other)];
    let run = pipeline::run(&documents, &Options::default());
    let found = run.verdicts.findings.iter();
    let conflicts = found.filter(|finding| finding.kind == FindingKind::Contradiction);
    conflicts.map(|finding| finding.confidence).max()
}

/// Whether the two clauses on either side of the stroke contradict each other.
fn contradict(clauses: &str) -> bool {
    conflict(clauses).is_some()
}

/// Two clauses, each at the head of a page of its own.
fn pages(clauses: &str) -> String {
    let (one, other) = clauses.split_once(" / ").expect("two clauses");
    let more = [
        "The valley is deep. Snow lies on the road. The Brenn river is cold.",
        "A church has two towers. The wind blows. The Brenn river is long.",
    ];
    format!("{one} Its story is long. {} / {other} Its fame is old. {}", more[0], more[1])
}

#[test]
fn people_are_what_they_do() {
    for row in tables::rows("people.toml", "doing") {
        let (example, counter) = (string(&row, "example"), string(&row, "counterexample"));
        assert!(contradict(&pages(example)), "{example}");
        assert!(!contradict(&pages(counter)), "{counter}");
    }
}

#[test]
fn histories_contradict_nothing() {
    let conflicts = |name: &str| {
        let text = |entries: &str| {
            format!("The cache holds {entries} entries. Logging is off. The tool is free. It runs.")
        };
        let documents = [Document::new(name, text("200")), Document::new("readme.md", text("500"))];
        let run = pipeline::run(&documents, &Options::default());
        run.verdicts.findings.iter().any(|finding| finding.kind == FindingKind::Contradiction)
    };
    for row in tables::rows("claim_words.toml", "history") {
        assert!(!conflicts(string(&row, "example")) && conflicts(string(&row, "counterexample")));
    }
}

#[test]
fn sides_of_relations_cannot_be_exchanged() {
    let mut wrong = Vec::new();
    for row in tables::rows("relations.toml", "relation") {
        let (example, counter) = (string(&row, "example"), string(&row, "counterexample"));
        if !contradict(example) || contradict(counter) {
            wrong.push(example.to_owned());
        }
    }
    for row in tables::rows("relations.toml", "again") {
        let (example, counter) = (string(&row, "example"), string(&row, "counterexample"));
        if contradict(example) || !contradict(counter) {
            wrong.push(example.to_owned());
        }
    }
    assert!(wrong.is_empty(), "misread: {wrong:#?}");
}

#[test]
fn words_of_statements_tell_what_cannot_both_be() {
    let sure = |clauses: &str| conflict(clauses) > Some(Confidence::Low);
    for (file, array) in [
        ("offices.toml", "incumbent"),
        ("offices.toml", "sole"),
        ("claim_words.toml", "limiting"),
        ("claim_words.toml", "once"),
    ] {
        for row in tables::rows(file, array) {
            let (example, counter) = (string(&row, "example"), string(&row, "counterexample"));
            assert!(sure(example), "{array}: {example}");
            assert!(!sure(counter), "{array}: {counter}");
        }
    }
    for row in tables::rows("offices.toml", "succeeding") {
        let (example, counter) = (string(&row, "example"), string(&row, "counterexample"));
        assert!(!sure(example) && sure(counter), "succeeding: {example}");
    }
}

#[test]
fn words_of_one_question_are_held_against_each_other() {
    let sure = |clauses: &str| conflict(&pages(clauses)) > Some(Confidence::Low);
    let mut wrong = Vec::new();
    for row in tables::rows("questions.toml", "question") {
        let (example, counter) = (string(&row, "example"), string(&row, "counterexample"));
        if !sure(example) {
            wrong.push(example.to_owned());
        }
        if sure(counter) {
            wrong.push(format!("not {counter}"));
        }
    }
    assert!(wrong.is_empty(), "misread: {wrong:#?}");
}

/// Whether of two clauses, told on two days, the later brings news of what the earlier tells.
fn becomes(clauses: &str) -> bool {
    let pages = pages(clauses);
    let (one, other) = pages.split_once(" / ").expect("two clauses");
    let dated = |id: &str, text: &str, day: &str| {
        let mut document = Document::new(id, format!("{text} Mayor Tomas Reyl of Lowden spoke."));
        document.published = Some(day.to_owned());
        document
    };
    let documents = [dated("a", one, "2024-03-04"), dated("b", other, "2024-03-09")];
    let run = pipeline::run(&documents, &Options::default());
    let mut found = run.verdicts.findings.iter();
    found.any(|finding| finding.kind == FindingKind::Update && finding.matched.contains(&"course"))
}

#[test]
fn states_of_a_course_follow_each_other() {
    let mut wrong = Vec::new();
    for row in tables::rows("courses.toml", "state") {
        let (example, counter) = (string(&row, "example"), string(&row, "counterexample"));
        if !becomes(example) || becomes(counter) {
            wrong.push(example.to_owned());
        }
    }
    assert!(wrong.is_empty(), "misread: {wrong:#?}");
}
