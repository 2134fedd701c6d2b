//! Who reports what, how surely: reporting words, factuality, eventive nouns.

use corroborate::claim::{Analysis, Factuality};
use corroborate::mention::Referent;
use corroborate::{Document, Options, pipeline};

use crate::tables;

/// Rows, by their first word, whose example is known to be misread: a noun without one who holds
/// the attitude gives no attribution. One that is read right breaks the test.
const UNREAD: &[&str] = &["advice", "condemnation", "doubt"];

/// Rows whose example and counterexample are known to give their events the same factuality.
const UNTOLD: &[&str] = &["admit", "appear"];

fn analyze(text: &str) -> Analysis {
    pipeline::analyze(&Document::new("d", text), &Options::default())
}

/// Runs `differs` on the example and the counterexample of each row of the files' arrays; `known`
/// are the rows where it fails.
#[track_caller]
fn each_row(
    tables: &[(&str, &str)],
    known: &[&str],
    differs: impl Fn(&Analysis, &Analysis) -> bool,
) {
    let mut wrong = Vec::new();
    for (file, array) in tables {
        for row in tables::rows(file, array) {
            let example = analyze(tables::string(&row, "example"));
            let counterexample = analyze(tables::string(&row, "counterexample"));
            let mut words = tables::strings(&row, "words");
            words.extend(row.get("word").and_then(toml::Value::as_str));
            if differs(&example, &counterexample) == known.contains(&words[0]) {
                wrong.push(format!("{file}, {array}: {}", words[0]));
            }
        }
    }
    assert!(wrong.is_empty(), "misread, or read right and listed as known: {wrong:#?}");
}

#[test]
fn reporting_words_attribute() {
    let tables = [
        ("reporting_verbs.toml", "verb"),
        ("reporting_nouns.toml", "noun"),
        ("reporting_words.toml", "adjective"),
        ("reporting_words.toml", "adverb"),
        ("reporting_words.toml", "told"),
        ("reporting_words.toml", "source"),
    ];
    each_row(&tables, UNREAD, |example, counterexample| {
        !example.account.attributions.is_empty() && counterexample.account.attributions.is_empty()
    });
}

/// How surely the events of a text happen, in their order.
fn factuality(analysis: &Analysis) -> Vec<String> {
    let show = |f: &Factuality| format!("{:?} {:?}", f.polarity, f.modality);
    analysis.account.factuality.iter().map(show).collect()
}

#[test]
fn words_of_factuality_change_their_events() {
    let arrays = ["predicate", "modal", "negator", "adverb", "marker"];
    let tables = arrays.map(|array| ("factuality.toml", array));
    each_row(&tables, UNTOLD, |example, counterexample| {
        factuality(example) != factuality(counterexample)
    });
}

#[test]
fn eventive_nouns_are_events() {
    let events = |analysis: &Analysis| {
        let mentions = analysis.mentions.iter();
        mentions.filter(|mention| matches!(mention.referent, Referent::Event { .. })).count()
    };
    each_row(&[("event_nouns.toml", "noun")], &[], |example, counterexample| {
        events(example) > 0
            && (events(example) > events(counterexample)
                || example.mentions != counterexample.mentions)
    });
}
