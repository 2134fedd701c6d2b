//! Event types, triggers, properties, and the words for harm, states, stances and measures: each
//! row's example has what the row names, and its counterexample has not.

use corroborate::lexicon::Vocabulary;
use corroborate::{Document, Options, pipeline};

use crate::tables::{rows, string};

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
        (
            "[[event]]\nid = \"Recall\"\n",
            "t:2: expected an id of lower-case letters and hyphens, found `Recall`",
        ),
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
