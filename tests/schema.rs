//! Holds reports to the published schema, `schema/report-v1.schema.json`.
#![cfg(feature = "cli")]

#[path = "report/sample.rs"]
mod sample;

use std::path::Path;

use corroborate::report::Report;
use corroborate::{Document, Options, reconcile, verify};
use serde_json::Value;

/// A checker for the part of JSON Schema that the published schema uses. Unlike a common one it
/// also refuses fields that the schema does not name, so that none goes undocumented.
struct Schema(Value);

impl Schema {
    fn load() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/report-v1.schema.json");
        let text = std::fs::read_to_string(path).expect("the schema is there");
        Self(serde_json::from_str(&text).expect("the schema is JSON"))
    }

    /// What is wrong with `value` at `at`.
    fn check(&self, rule: &Value, value: &Value, at: &str) -> Result<(), String> {
        if let Some(reference) = rule["$ref"].as_str() {
            let name = reference.trim_start_matches("#/$defs/");
            return self.check(&self.0["$defs"][name], value, at);
        }
        if let Some(rules) = rule["oneOf"].as_array() {
            let tried: Vec<_> = rules.iter().map(|rule| self.check(rule, value, at)).collect();
            let good = tried.iter().filter(|result| result.is_ok()).count();
            return if good == 1 { Ok(()) } else { Err(format!("{at}: {good} of {tried:?}")) };
        }
        if !types(&rule["type"]).any(|name| is(name, value)) {
            return Err(format!("{at}: expected {}, found {value}", rule["type"]));
        }
        if rule["enum"].as_array().is_some_and(|known| !known.contains(value)) {
            return Err(format!("{at}: expected {}, found {value}", rule["enum"]));
        }
        match value {
            Value::Array(items) => self.items(rule, items, at),
            Value::Object(_) => self.fields(rule, value, at),
            _ => Ok(()),
        }
    }

    fn items(&self, rule: &Value, items: &[Value], at: &str) -> Result<(), String> {
        let length = items.len() as u64;
        let least = rule["minItems"].as_u64().unwrap_or(0);
        let most = rule["maxItems"].as_u64().unwrap_or(u64::MAX);
        if length < least || length > most {
            return Err(format!("{at}: {length} items"));
        }
        let checked = |(i, item)| self.check(&rule["items"], item, &format!("{at}[{i}]"));
        items.iter().enumerate().try_for_each(checked)
    }

    fn fields(&self, rule: &Value, value: &Value, at: &str) -> Result<(), String> {
        let fields = value.as_object().expect("an object");
        for name in rule["required"].as_array().into_iter().flatten() {
            let name = name.as_str().expect("a name");
            if !fields.contains_key(name) {
                return Err(format!("{at}: no field {name}"));
            }
        }
        for (name, value) in fields {
            let named = &rule["properties"][name];
            let rule = if named.is_null() { &rule["additionalProperties"] } else { named };
            if !rule.is_object() {
                return Err(format!("{at}: the schema has no field {name}"));
            }
            self.check(rule, value, &format!("{at}.{name}"))?;
        }
        Ok(())
    }
}

fn types(names: &Value) -> impl Iterator<Item = &str> {
    let list = names.as_array().map_or(std::slice::from_ref(names), Vec::as_slice);
    list.iter().filter_map(Value::as_str)
}

fn is(name: &str, value: &Value) -> bool {
    match name {
        "null" => value.is_null(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "array" => value.is_array(),
        _ => value.is_object(),
    }
}

#[track_caller]
fn check(report: &Report) {
    let schema = Schema::load();
    let value = serde_json::to_value(report).expect("a report is plain data");
    schema.check(&schema.0, &value, "report").expect("the report keeps to the schema");
}

#[test]
fn reports_keep_to_the_schema() {
    check(&sample::fire().report);
    check(&sample::crowd(3).report);
    check(&sample::tolls().report);
    check(&sample::hostile().report);
    check(&reconcile(&[], &Options::default()));
    let mut document = Document::new(
        "a",
        "On 3 March 2025 at least 1,200 people met in Oslo for six weeks of talks, the mayor said. \
         The talks, she added, may fail. The third round will be held every Monday.",
    );
    document.published = Some("2025-03-04".to_owned());
    let other = Document::new("b", "Some 900 people met in Oslo on 3 March 2025 for talks.");
    let mut options = Options::default();
    options.explain = true;
    check(&reconcile(&[document.clone(), other.clone()], &options));
    check(&verify(&[document], &[other], &options));
}
