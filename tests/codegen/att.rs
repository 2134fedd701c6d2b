//! Who reports what, how surely: reporting words, factuality, eventive nouns.

use crate::tables;
use crate::{embed, table};

/// The name of an enum variant from its name in the data: `possibly-not` is `PossiblyNot`.
fn variant(name: &str) -> String {
    let capital = |part: &str| {
        let mut letters = part.chars();
        letters
            .next()
            .map_or(String::new(), |c| c.to_uppercase().collect::<String>() + letters.as_str())
    };
    name.split('-').map(capital).collect()
}

fn cue(row: &toml::Table) -> String {
    let frames = tables::strings(row, "frames");
    let frame = |name: &str| frames.contains(&name);
    format!(
        "Cue {{ stance: Stance::{}, strength: Strength::{}, frames: Frames {{ clause: {}, quote: \
         {}, to: {}, object_to: {}, topic: {}, naming: {}, raising: {} }}, on: &{:?} }}",
        variant(tables::string(row, "stance")),
        variant(tables::string(row, "strength")),
        frame("clause"),
        frame("quote") || frame("clause"),
        frame("to"),
        frame("object-to"),
        frame("topic"),
        frame("naming"),
        frame("raising"),
        tables::strings(row, "on"),
    )
}

fn each(
    file: &str,
    array: &str,
    expression: impl Fn(&toml::Table) -> String,
) -> Vec<(String, String)> {
    let rows = tables::rows(file, array);
    let row = |row: &toml::Table| {
        let meaning = expression(row);
        let words = tables::strings(row, "words");
        words.iter().map(|word| ((*word).to_owned(), meaning.clone())).collect::<Vec<_>>()
    };
    rows.iter().flat_map(row).collect()
}

#[test]
fn reporting_words() {
    let mut code =
        String::from("use crate::lexicon::reporting::{Cue, Frames, Stance, Strength};\n\n");
    for (name, file, array) in [
        ("VERBS", "reporting_verbs.toml", "verb"),
        ("NOUNS", "reporting_nouns.toml", "noun"),
        ("ADJECTIVES", "reporting_words.toml", "adjective"),
        ("ADVERBS", "reporting_words.toml", "adverb"),
        ("TOLD", "reporting_words.toml", "told"),
        ("SOURCES", "reporting_words.toml", "source"),
    ] {
        code += &table(name, "Cue", each(file, array, cue));
    }
    embed("reporting", "reporting_*.toml", &code);
}

fn effect(row: &toml::Table, key: &str, default: &str) -> String {
    let name = row.get(key).and_then(toml::Value::as_str).unwrap_or(default);
    format!("Effect::{}", variant(name))
}

fn predicates() -> Vec<(String, String)> {
    let rows = tables::rows("factuality.toml", "predicate");
    let row = |row: &toml::Table| {
        let meaning = format!(
            "Signature {{ affirmed: {}, negated: {} }}",
            effect(row, "affirmed", "holds"),
            effect(row, "negated", "possible")
        );
        let key = |word: &str, complement: &str| format!("{word} {complement}");
        let mut keys = Vec::new();
        for word in tables::strings(row, "words") {
            for complement in tables::strings(row, "complements") {
                keys.push((key(word, complement), meaning.clone()));
            }
        }
        keys
    };
    rows.iter().flat_map(row).collect()
}

#[test]
fn factuality() {
    let mut code =
        String::from("use crate::lexicon::factuality::{Effect, ModalRow, Signature};\n\n");
    code += &table("PREDICATES", "Signature", predicates());
    let modal = |row: &toml::Table| {
        format!(
            "ModalRow {{ affirmed: {}, perfect: {}, negated: {} }}",
            effect(row, "affirmed", "possible"),
            effect(row, "perfect", "possible"),
            effect(row, "negated", "possible")
        )
    };
    code += &table("MODALS", "ModalRow", each("factuality.toml", "modal", modal));
    for (name, array) in [("ADVERBS", "adverb"), ("MARKERS", "marker"), ("NEGATORS", "negator")] {
        let rows = each("factuality.toml", array, |row| effect(row, "affirmed", "holds"));
        code += &table(name, "Effect", rows);
    }
    embed("factuality", "factuality.toml", &code);
}

#[test]
fn event_nouns() {
    let rows = each("event_nouns.toml", "noun", |_| "()".to_owned());
    embed("event_noun", "event_nouns.toml", &table("NOUNS", "()", rows));
}

#[test]
fn rules() {
    let field = |row: &toml::Table, key: &str| format!("{key}: {:?}", tables::string(row, key));
    let rows = tables::rows("rules.toml", "rule");
    let rows = rows.iter().map(|row| {
        let fields: Vec<String> =
            ["what", "example", "counterexample", "silent"].map(|key| field(row, key)).into();
        (tables::string(row, "word").to_owned(), format!("Rule {{ {} }}", fields.join(", ")))
    });
    let code = String::from("use crate::lexicon::rule::Rule;\n\n") + &table("RULES", "Rule", rows);
    embed("rule", "rules.toml", &code);
}
