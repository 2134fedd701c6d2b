//! Words that mean the same, the noun of a verb, and words that exclude each other.

use std::collections::BTreeMap;

use crate::tables::{rows, string, strings};
use crate::{embed, table, tables};

/// Two columns of a CSV file as rows from the first to the second.
fn pairs(file: &str) -> Vec<(String, String)> {
    tables::csv(file).into_iter().map(|row| (row[0].clone(), format!("{:?}", row[1]))).collect()
}

#[test]
fn sense_tables_are_embedded() {
    let code = [
        table("SYNONYM", "&str", pairs("synonym.csv")),
        table("NOMINAL", "&str", pairs("nominal.csv")),
        table("VERB", "()", verbs()),
        table("EXCLUSIVE", "&str", pairs("exclusive.csv")),
        table("RESTRICTION", "&str", pairs("restriction.csv")),
        opposites(),
    ];
    embed("sense", "{synonym,nominal,exclusive,restriction,opposite}.csv", &code.join("\n"));
}

/// The verbs that have a noun of their own.
fn verbs() -> Vec<(String, String)> {
    let rows = tables::csv("nominal.csv").into_iter().map(|row| row[1].clone());
    let verbs: std::collections::BTreeSet<String> = rows.collect();
    verbs.into_iter().map(|verb| (verb, "()".to_owned())).collect()
}

/// A word may have several opposites: the pairs stand both ways round, sorted.
fn opposites() -> String {
    let rows = tables::csv("opposite.csv");
    let mut both: Vec<(String, String)> = rows
        .into_iter()
        .flat_map(|r| [(r[0].clone(), r[1].clone()), (r[1].clone(), r[0].clone())])
        .collect();
    both.sort();
    let rows: String = both.iter().map(|(a, b)| format!("    ({a:?}, {b:?}),\n")).collect();
    format!("pub(crate) static OPPOSITE: &[(&str, &str)] = &[\n{rows}];\n")
}

#[test]
fn relations() {
    let row = |row: &toml::Table| {
        let again = row.get("again").is_some();
        let relation = format!(
            "Relation {{ name: {:?}, doer: &{:?}, other: &{:?}, again: {again} }}",
            string(row, "relation"),
            strings(row, "doer"),
            strings(row, "other"),
        );
        let words = strings(row, "words");
        words.iter().map(|word| ((*word).to_owned(), relation.clone())).collect::<Vec<_>>()
    };
    let all = rows("relations.toml", "relation");
    let again = rows("relations.toml", "again");
    let again = again.iter().flat_map(|row| strings(row, "words"));
    let again = again.map(|word| (word.to_owned(), "()".to_owned()));
    let code = table("RELATIONS", "Relation", all.iter().flat_map(row))
        + "\n"
        + &table("AGAIN", "()", again);
    let head = "use super::super::relation::Relation;\n\n";
    embed("relation", "relations.toml", &(head.to_owned() + &code));
}

#[test]
fn questions() {
    let mut words: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows("questions.toml", "question") {
        for word in strings(&row, "words") {
            let question = format!("({:?}, {:?})", string(&row, "of"), string(&row, "question"));
            words.entry(word.to_owned()).or_default().push(question);
        }
    }
    let rows = words.into_iter().map(|(word, all)| (word, format!("&[{}]", all.join(", "))));
    let code = crate::table("QUESTIONS", "&[(&str, &str)]", rows);
    crate::embed("question", "questions.toml", &code);
}

/// The words of one array of the courses: each with the acts that it may tell, by their first words.
fn turns(array: &str, name: &str) -> String {
    let mut words: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows("courses.toml", array) {
        let act = row.get("act").and_then(toml::Value::as_str);
        let act = act.unwrap_or_else(|| strings(&row, "words")[0]);
        let code = format!("Word {{ act: {act:?}, state: {:?} }}", string(&row, "state"));
        for word in strings(&row, "words") {
            words.entry(word.to_owned()).or_default().push(code.clone());
        }
    }
    let rows = words.into_iter().map(|(word, all)| (word, format!("&[{}]", all.join(", "))));
    table(name, "&[Word]", rows)
}

#[test]
fn courses() {
    let state = |row: toml::Table| {
        let of = match string(&row, "of") {
            "person" => "Person",
            "deed" => "Deed",
            "place" => "Place",
            _ => "Thing",
        };
        let after = strings(&row, "after");
        let is = |flag: &str| row.get(flag).and_then(toml::Value::as_bool).unwrap_or_default();
        let [undone, halts, own] = ["undone", "halts", "own"].map(is);
        let code = format!(
            "Course {{ of: Of::{of}, after: &{after:?}, undone: {undone}, halts: {halts}, own: {own} }}"
        );
        (string(&row, "word").to_owned(), code)
    };
    let matters = rows("courses.toml", "matter").into_iter().flat_map(|row| {
        let group = format!("{:?}", string(&row, "group"));
        let words = strings(&row, "words").into_iter();
        words.map(|word| (word.to_owned(), group.clone())).collect::<Vec<_>>()
    });
    let code = [
        "use super::super::course::{Course, Of, Word};\n".to_owned(),
        turns("object", "OBJECTS"),
        turns("subject", "SUBJECTS"),
        turns("being", "BEINGS"),
        turns("phrase", "PHRASES"),
        table("MATTERS", "&str", matters),
        table("STATES", "Course", rows("courses.toml", "state").into_iter().map(state)),
    ];
    embed("course", "courses.toml", &code.join("\n"));
}
