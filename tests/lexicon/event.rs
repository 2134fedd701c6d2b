//! Event types, triggers, properties, and the words for harm, states, stances and measures: each
//! row's example has what the row names, and its counterexample has not.

use std::collections::BTreeSet;

use corroborate::lexicon::Vocabulary;
use corroborate::{Document, Options, pipeline};

use crate::tables::{rows, string, strings};

/// The event types and properties that one sentence gives.
fn read(text: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let document = Document::new("a", text);
    let account = pipeline::analyze(&document, &Options::default()).account;
    let events = account.events.iter().map(|event| event.kind.clone()).collect();
    let properties = account.claims.iter().map(|claim| claim.property.clone()).collect();
    (events, properties)
}

/// Rows whose sentences are read otherwise by the parser: file, array, first word.
const KNOWN: &[(&str, &str, &str)] = &[];

fn known(file: &str, array: &str, word: &str) -> bool {
    KNOWN.contains(&(file, array, word))
}

#[test]
fn triggers_fire_in_their_examples_only() {
    let mut wrong = Vec::new();
    for array in ["noun", "verb"] {
        for row in rows("triggers.toml", array) {
            let word = strings(&row, "words")[0];
            let event = string(&row, "event");
            for (field, fires) in [("example", true), ("counterexample", false)] {
                let (events, _) = read(string(&row, field));
                if events.contains(event) != fires && !known("triggers.toml", array, word) {
                    wrong.push(format!("{array} {word}, {field}: {}", string(&row, field)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn properties_are_read_in_their_examples_only() {
    let mut wrong = Vec::new();
    for row in rows("properties.toml", "property") {
        let id = string(&row, "word");
        let name = id.strip_prefix('*').unwrap_or(id);
        for (field, fires) in [("example", true), ("counterexample", false)] {
            let (_, properties) = read(string(&row, field));
            let has = properties.iter().any(|property| !property.starts_with("open") && property.ends_with(name));
            if has != fires && !known("properties.toml", "property", id) {
                wrong.push(format!("{id}, {field}: {}", string(&row, field)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn harm_is_read_in_its_examples_only() {
    let mut wrong = Vec::new();
    for array in ["noun", "state", "verb"] {
        for row in rows("harm.toml", array) {
            let word = strings(&row, "words")[0];
            let outcome = match string(&row, "outcome") {
                "hit" => "victims",
                other => other,
            };
            for (field, fires) in [("example", true), ("counterexample", false)] {
                let (_, properties) = read(string(&row, field));
                let has = properties.iter().any(|p| p.ends_with(&format!(".{outcome}")));
                if has != fires && !known("harm.toml", array, word) {
                    wrong.push(format!("{array} {word}, {field}: {}", string(&row, field)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_type_has_a_row() {
    let vocabulary = Vocabulary::default();
    for file in ["noun", "verb"] {
        for row in rows("triggers.toml", file) {
            let event = string(&row, "event");
            assert!(vocabulary.event_type(event).is_some(), "no event type `{event}`");
        }
    }
    for row in rows("properties.toml", "property") {
        let id = string(&row, "word");
        assert!(vocabulary.property(id).is_some(), "no property `{id}`");
    }
}

#[test]
fn a_users_rows_go_first() {
    let table = r#"
[[event]]
id = "recall"
noun = "product recall"

[[trigger]]
words = ["recall"]
part = "noun"
event = "recall"

[[property]]
id = "recall.size"
kind = "quantity"
from = ["of"]
"#;
    let mut options = Options::default();
    options.vocabulary = Vocabulary::parse(table, "events.toml").expect("a table in order");
    let document = Document::new("a", "The recall of 4,000 heaters began on Monday.");
    let account = pipeline::analyze(&document, &options).account;
    assert!(account.claims.iter().any(|claim| claim.property == "recall.size"));
}

#[test]
fn a_users_mistakes_are_named() {
    let wrong = [
        ("[[event]]\nid = \"Recall\"\n", "t:2: expected an id of lower-case letters and hyphens, found `Recall`"),
        (
            "[[trigger]]\nwords = [\"x\"]\npart = \"noun\"\nevent = \"atack\"\n",
            "t:4: expected the id of an event type, found `atack`; did you mean `attack`?",
        ),
        (
            "[[property]]\nid = \"attack.size\"\nkind = \"quantity\"\nfrom = [\"objct\"]\n",
            "t:4: expected a place of the value, found `objct`; did you mean `object`?",
        ),
        (
            "[[property]]\nid = \"size\"\nkind = \"quantity\"\n",
            "t:2: expected an id of the form `TYPE.NAME`, found `size`",
        ),
    ];
    for (table, message) in wrong {
        let error = Vocabulary::parse(table, "t").expect_err("a mistake");
        assert_eq!(error.to_string(), message);
        assert!(error.is_table());
    }
    let unknown = Vocabulary::parse("[[event]]\nidd = \"x\"\n", "t").expect_err("a mistake");
    assert!(unknown.to_string().contains("unknown field `idd`"), "{unknown}");
}
