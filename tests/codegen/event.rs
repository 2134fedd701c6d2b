//! Event types, triggers, properties, and the words for harm, states, stances and measures.

use std::fmt::Write as _;

use crate::tables::{rows, string, strings};

const WORDS: &str = "use std::borrow::Cow::Borrowed as B;\n\n";

#[test]
fn events() {
    let mut code = String::from("use super::super::event::{EventType, Trigger};\n");
    code += WORDS;
    code += "pub(crate) static EVENTS: &[EventType] = &[\n";
    for row in rows("events.toml", "event") {
        let text = |key| string(&row, key);
        let process = row.get("process").is_some();
        let line = format!(
            "    EventType {{ id: B({:?}), noun: B({:?}), family: B({:?}), process: {process} }},",
            text("word"),
            text("noun"),
            text("family")
        );
        code += &(line + "\n");
    }
    code += "];\n\n";
    code += &triggers();
    crate::embed("event", "events.toml and triggers.toml", &code);
}

fn triggers() -> String {
    let mut lines = Vec::new();
    for (array, verb) in [("noun", false), ("verb", true)] {
        for row in rows("triggers.toml", array) {
            for word in strings(&row, "words") {
                let event = string(&row, "event");
                let (with, without) = (strings(&row, "with"), strings(&row, "without"));
                lines.push((
                    word.to_owned(),
                    verb,
                    event.to_owned(),
                    with.join(" "),
                    without.join(" "),
                ));
            }
        }
    }
    lines.sort();
    let mut code = String::from("pub(crate) static TRIGGERS: &[Trigger] = &[\n");
    for (word, verb, event, with, without) in lines {
        writeln!(
            code,
            "    Trigger {{ word: B({word:?}), verb: {verb}, event: B({event:?}), with: B({with:?}), \
             without: B({without:?}) }},"
        )
        .expect("a string takes any text");
    }
    code + "];\n"
}

#[test]
fn properties() {
    let mut code = String::from("use super::super::event::{Evolves, Property, ValueKind};\n");
    code += WORDS;
    code += "pub(crate) static PROPERTIES: &[Property] = &[\n";
    for row in rows("properties.toml", "property") {
        let line = format!(
            "    Property {{ id: B({:?}), kind: ValueKind::{}, many: {}, evolves: Evolves::{}, \
             units: B({:?}), from: B({:?}) }},",
            string(&row, "word"),
            variant(string(&row, "kind")),
            row.get("many").is_some(),
            row.get("evolves").and_then(|v| v.as_str()).map_or("No".to_owned(), variant),
            strings(&row, "units").join(" "),
            strings(&row, "from").join(" "),
        );
        code += &(line + "\n");
    }
    code += "];\n";
    crate::embed("property", "properties.toml", &code);
}

/// "under-way" as `UnderWay`.
fn variant(word: &str) -> String {
    let capital = |part: &str| part[..1].to_uppercase() + &part[1..];
    word.split('-').map(capital).collect()
}

#[test]
fn harm() {
    let mut code = String::from("use super::super::harm::{Harm, HarmThing, Outcome, Victims};\n\n");
    let arrays = [("death", "TO_DEATH"), ("noun", "NOUNS"), ("state", "STATES"), ("verb", "VERBS")];
    for (array, name) in arrays {
        let row_code = |row: &toml::Table| {
            let victims = row.get("victims").and_then(toml::Value::as_str).unwrap_or("object");
            let (outcome, victims) = (variant(string(row, "outcome")), variant(victims));
            format!("Harm {{ outcome: Outcome::{outcome}, victims: Victims::{victims} }}")
        };
        code += &flat("harm.toml", array, name, "Harm", row_code);
    }
    let thing = |row: &toml::Table| format!("HarmThing::{}", variant(string(row, "kind")));
    code += &flat("harm.toml", "thing", "THINGS", "HarmThing", thing);
    crate::embed("harm", "harm.toml", &code);
}

#[test]
fn status() {
    let mut code =
        String::from("use super::super::status::StatusWord;\nuse crate::value::Status;\n\n");
    for (array, name) in [("course", "COURSES"), ("modifier", "MODIFIERS"), ("verb", "VERBS")] {
        let row_code = |row: &toml::Table| {
            let holder = row.get("holder").is_some();
            let status = variant(string(row, "status"));
            format!("StatusWord {{ status: Status::{status}, holder: {holder} }}")
        };
        code += &flat("status.toml", array, name, "StatusWord", row_code);
    }
    code += &flat("status.toml", "phrase", "PHRASES", "()", |_| "()".to_owned());
    let row_code = |row: &toml::Table| format!("{}", string(row, "position") == "for");
    code += &flat("stances.toml", "verb", "STANCES", "bool", row_code);
    let row_code = |row: &toml::Table| format!("{:?}", string(row, "event"));
    code += &flat("stances.toml", "topic", "TOPICS", "&str", row_code);
    crate::embed("status", "status.toml and stances.toml", &code);
}

#[test]
fn measures() {
    let mut code = String::from("use super::super::measure::{Measure, Motion};\n\n");
    let row_code = |row: &toml::Table| {
        let (property, units) = (string(row, "property"), strings(row, "units").join(" "));
        format!("Measure {{ property: {property:?}, units: {units:?} }}")
    };
    code += &flat("measures.toml", "measure", "MEASURES", "Measure", row_code);
    let motion = |row: &toml::Table| format!("Motion::{}", variant(string(row, "kind")));
    code += &flat("measures.toml", "change", "CHANGES", "Motion", motion);
    let lists = [
        ("awaiting", "AWAITING"),
        ("consensus", "CONSENSUS"),
        ("earn", "EARN"),
        ("equal", "EQUALS"),
        ("figure", "FIGURES"),
        ("forecast", "FORECASTS"),
        ("generic", "GENERIC"),
        ("known", "KNOWN"),
        ("level", "LEVELS"),
        ("prior", "PRIOR"),
        ("segment", "SEGMENTS"),
    ];
    for (array, name) in lists {
        code += &flat("measures.toml", array, name, "()", |_| "()".to_owned());
    }
    crate::embed("measure", "measures.toml", &code);
}

fn flat(
    file: &str,
    array: &str,
    name: &str,
    type_: &str,
    row_code: impl Fn(&toml::Table) -> String,
) -> String {
    let mut found = Vec::new();
    for row in rows(file, array) {
        found.extend(strings(&row, "words").into_iter().map(|w| (w.to_owned(), row_code(&row))));
    }
    crate::table(name, type_, found)
}

#[test]
fn people() {
    let mut code = String::new();
    let mut found = Vec::new();
    for (array, plain) in [("group", false), ("plain", true)] {
        for row in rows("people.toml", array) {
            found.extend(
                strings(&row, "words").into_iter().map(|w| (w.to_owned(), plain.to_string())),
            );
        }
    }
    code += &crate::table("PEOPLE", "bool", found);
    for (array, name) in [
        ("broad", "BROAD"),
        ("kind", "KINDS"),
        ("more", "MORE"),
        ("one", "ONE"),
        ("thing", "THINGS"),
    ] {
        code += &flat("people.toml", array, name, "()", |_| "()".to_owned());
    }
    let number = |row: &toml::Table| row["number"].to_string();
    code += &flat("people.toml", "several", "SEVERAL", "u8", number);
    code += &flat("people.toml", "sort", "SORTS", "Sort", sort);
    let role = |row: &toml::Table| {
        let object = row["side"].as_str() == Some("object");
        format!("({:?}, {object})", row["role"].as_str().expect("a role"))
    };
    code += &flat("people.toml", "doing", "DOING", "(&str, bool)", role);
    crate::embed("people", "people.toml", &("use super::super::Sort;\n\n".to_owned() + &code));
}

/// What a row tells of sex and age.
fn sort(row: &toml::Table) -> String {
    let (female, young) = match string(row, "as") {
        "boy" => (Some(false), Some(true)),
        "child" => (None, Some(true)),
        "female" => (Some(true), None),
        "girl" => (Some(true), Some(true)),
        "male" => (Some(false), None),
        "man" => (Some(false), Some(false)),
        "woman" => (Some(true), Some(false)),
        other => panic!("no sort: {other}"),
    };
    format!("Sort {{ female: {female:?}, young: {young:?} }}")
}

#[test]
fn offices() {
    let mut code = String::new();
    for (array, name) in [
        ("body", "BODIES"),
        ("gives", "GIVES"),
        ("incumbent", "INCUMBENT"),
        ("portfolio", "PORTFOLIOS"),
        ("sole", "SOLE"),
        ("succeeding", "SUCCEEDING"),
        ("takes", "TAKES"),
    ] {
        code += &flat("offices.toml", array, name, "()", |_| "()".to_owned());
    }
    let called = |row: &toml::Table| format!("{:?}", string(row, "as"));
    code += &flat("offices.toml", "heads", "HEADS", "&str", called);
    crate::embed("office", "offices.toml", &code);
}

#[test]
fn languages() {
    let mut code = String::new();
    for (array, name) in [("english", "ENGLISH"), ("other", "OTHER")] {
        code += &flat("languages.toml", array, name, "()", |_| "()".to_owned());
    }
    crate::embed("language", "languages.toml", &code);
}

#[test]
fn claim_words() {
    let lists = [
        ("accuse", "ACCUSE"),
        ("allegation", "ALLEGATIONS"),
        ("awaited", "AWAITED"),
        ("bearing", "BEARING"),
        ("common", "COMMON"),
        ("credit", "CREDITS"),
        ("direction", "DIRECTIONS"),
        ("driving", "DRIVING"),
        ("ended", "ENDED"),
        ("fault", "FAULTS"),
        ("feared", "FEARED"),
        ("first", "FIRST"),
        ("formerly", "FORMERLY"),
        ("history", "HISTORIES"),
        ("manual", "MANUALS"),
        ("lagging", "LAGGING"),
        ("leading", "LEADING"),
        ("leaving", "LEAVING"),
        ("limiting", "LIMITING"),
        ("lying", "LYING"),
        ("making", "MAKING"),
        ("meant", "MEANT"),
        ("mending", "MENDING"),
        ("once", "ONCE"),
        ("outcome", "OUTCOMES"),
        ("outdated", "OUTDATED"),
        ("piercing", "PIERCING"),
        ("ceasing", "CEASING"),
        ("promise", "PROMISES"),
        ("ruling", "RULING"),
        ("ranked", "RANKED"),
        ("refusing", "REFUSING"),
        ("sensing", "SENSING"),
        ("settling", "SETTLING"),
        ("side", "SIDES"),
        ("summing", "SUMMING"),
        ("tally", "TALLIES"),
        ("time", "TIMES"),
        ("unheld", "UNHELD"),
        ("wide", "WIDE"),
    ];
    let mut code = String::new();
    for (array, name) in lists {
        code += &flat("claim_words.toml", array, name, "()", |_| "()".to_owned());
    }
    crate::embed("claim_word", "claim_words.toml", &code);
}

#[test]
fn event_words() {
    let mut code = String::new();
    for (array, name) in [
        ("another", "ANOTHER"),
        ("arms", "ARMS"),
        ("beginning", "BEGINNING"),
        ("cue", "CUES"),
        ("ending", "ENDING"),
        ("expiring", "EXPIRING"),
        ("fresh", "FRESH"),
        ("general", "GENERAL"),
        ("harming", "HARMING"),
        ("known", "KNOWN"),
        ("lasting", "LASTING"),
        ("lasting_family", "LASTING_FAMILIES"),
        ("light", "LIGHT"),
        ("means", "MEANS"),
        ("offered", "OFFERED"),
        ("order", "ORDER"),
        ("session", "SESSIONS"),
        ("topic", "TOPICS"),
        ("towards", "TOWARDS"),
        ("turn", "TURNS"),
    ] {
        code += &flat("event_words.toml", array, name, "()", |_| "()".to_owned());
    }
    crate::embed("event_word", "event_words.toml", &code);
}
