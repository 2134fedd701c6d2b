//! Numbers, bounds, units and currencies.

use corroborate::lexicon::{number, unit};
use corroborate::mention::Referent;
use corroborate::value::{Bound, Quantity};
use corroborate::{Document, Options, pipeline};

use crate::tables;

/// The quantities of a text and of its lengths of time, without ordinals.
fn read(text: &str) -> Vec<Quantity> {
    let analysis = pipeline::analyze(&Document::new("d", text), &Options::default());
    let value = |referent: &Referent| match referent {
        Referent::Quantity { value, .. } => Some(value.clone()),
        Referent::Time(time) => time.quantity.as_deref().cloned(),
        _ => None,
    };
    let all = analysis.mentions.iter().filter_map(|mention| value(&mention.referent));
    all.filter(|quantity| !quantity.ordinal).collect()
}

/// Runs `holds` on the row's example with each of its words, and says which fail.
#[track_caller]
fn each_word(
    file: &str,
    array: &str,
    field: &str,
    holds: impl Fn(&toml::Table, &[Quantity]) -> bool,
) {
    let mut failed = Vec::new();
    for row in tables::rows(file, array) {
        let mut words = tables::strings(&row, "words");
        words.extend(row.get("word").and_then(toml::Value::as_str));
        for word in words {
            let text = tables::string(&row, field).replace("{}", word);
            if !holds(&row, &read(&text)) {
                failed.push(text);
            }
        }
    }
    assert!(failed.is_empty(), "{file}, {array}, {field}: {failed:#?}");
}

#[test]
fn bounds() {
    for side in ["before", "after"] {
        each_word("bounds.toml", side, "example", |row, found| {
            let bound = tables::string(row, "bound");
            found.iter().any(|quantity| quantity.bound.as_str() == bound)
        });
        each_word("bounds.toml", side, "counterexample", |_, found| {
            found.iter().all(|quantity| quantity.bound == Bound::Exact)
        });
    }
}

#[test]
fn vague_numbers() {
    each_word("number_vague.toml", "vague", "example", |_, found| {
        found.iter().any(|quantity| quantity.bound == Bound::Range)
    });
    each_word("number_vague.toml", "vague", "counterexample", |_, found| {
        found.iter().all(|quantity| quantity.bound == Bound::Exact)
    });
}

#[test]
fn idioms_and_labels() {
    for (file, array) in [("number_idioms.toml", "idiom"), ("number_labels.toml", "label")] {
        each_word(file, array, "example", |_, found| found.is_empty());
        each_word(file, array, "counterexample", |_, found| !found.is_empty());
    }
}

/// A quantity in words: printed numbers, unit, what it is given per, bound, change.
fn show(value: &Quantity) -> String {
    let numbers: Vec<String> = value.printed.iter().map(|n| n.normalize().to_string()).collect();
    let mut words = vec![numbers.join("..")];
    words.extend(value.unit.clone());
    words.extend(value.per.as_ref().map(|per| format!("per {per}")));
    words.extend((value.bound != Bound::Exact).then(|| value.bound.as_str().to_owned()));
    words.extend(value.change.then(|| "change".to_owned()));
    words.join(" ")
}

/// The field of a row with `word` in its place.
fn fill(row: &toml::Table, field: &str, word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    let capital = first + letters.as_str();
    tables::string(row, field).replace("{}", word).replace("{^}", &capital)
}

#[test]
fn number_context() {
    let mut failed = Vec::new();
    for (role, rows) in tables::toml_file("number_context.toml") {
        for row in rows.as_array().expect("an array of rows").iter().filter_map(|r| r.as_table()) {
            let reads = row.get("reads").and_then(toml::Value::as_str);
            let counter_reads = row.get("counter_reads").and_then(toml::Value::as_str);
            let has = |text: &str, part: Option<&str>| {
                let found = read(text);
                part.map_or(found.is_empty(), |p| found.iter().any(|q| show(q).contains(p)))
            };
            for word in tables::strings(row, "words") {
                let (example, other) =
                    (fill(row, "example", word), fill(row, "counterexample", word));
                let right = has(&example, reads)
                    && (reads.is_none() || !has(&other, reads))
                    && (counter_reads.is_none() || has(&other, counter_reads));
                if !right {
                    failed.push(format!("{role}: {example} {other}"));
                }
            }
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn number_words() {
    for row in tables::csv("number_words.csv") {
        let (word, kind) = (&row[0], row[1].as_str());
        assert!(number::word(word).is_some(), "{word}");
        let (text, factor) = match kind {
            "digit" | "teen" | "tens" => (word.clone(), 1),
            "hundred" | "scale" | "group" => (format!("two {word}"), 2),
            _ => continue,
        };
        let value = row[2].parse::<i64>().expect("a whole number") * factor;
        let found = read(&format!("They counted {text} boxes."));
        assert!(found.iter().any(|q| q.printed == [value.into()]), "{text}: {found:?}");
    }
}

/// Every form of every unit is read as that unit after a number.
#[test]
fn units_and_currencies() {
    let mut failed = Vec::new();
    let mut check = |text: String, name: &str| {
        if !read(&text).iter().any(|quantity| quantity.unit.as_deref() == Some(name)) {
            failed.push(format!("{text} {name}"));
        }
    };
    for (form, unit) in unit::words().iter() {
        check(format!("It was 5 {form}."), unit.name);
    }
    for (form, unit) in unit::symbols().iter() {
        // Lengths of time in parts of an hour are given in minutes.
        let number = if matches!(unit.name, "hour" | "minute") { "5" } else { "5.5" };
        check(format!("It was {number}{form}."), unit.name);
    }
    for (form, unit) in unit::currency_words().iter() {
        check(format!("It cost 5 {form}."), unit.name);
    }
    for (form, unit) in unit::currency_symbols().iter() {
        let after = matches!(form, "p" | "c" | "¢" | "kr" | "kr." | "kn");
        check(
            if after {
                format!("It cost 25{form} then.")
            } else {
                format!("It cost {form}25 then.")
            },
            unit.name,
        );
    }
    assert!(failed.is_empty(), "{failed:#?}");
}
