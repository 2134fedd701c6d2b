//! Documents and cases as JSON.

use corroborate::report::GivenClaim;
use corroborate::{Document, Error, Format};
use serde::Deserialize;
use serde_json::Value;

/// Documents to compare, under the id that their report is to have.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) id: Option<String>,
    pub(crate) documents: Vec<Document>,
}

/// What cannot be used, and the id of the case when that could still be read.
pub(crate) type Unusable = (Option<String>, Error);

#[derive(Deserialize)]
struct Given {
    #[serde(default)]
    id: Option<Value>,
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    path: Option<String>,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    published: Option<String>,
    #[serde(default)]
    url: Option<String>,
    #[serde(default)]
    format: Option<Format>,
    text: String,
}

/// A case of `check --jsonl`: `{"id", "documents": [...]}`.
pub(crate) fn case(line: &str) -> Result<Case, Unusable> {
    let value = parse(line)?;
    let id = value.get("id").and_then(id);
    let fail = |message: String| (id.clone(), Error::input(message));
    let Some(list) = value.get("documents").and_then(Value::as_array) else {
        return Err(fail("expected a case with a list `documents`, found none".to_owned()));
    };
    let mut documents = Vec::with_capacity(list.len());
    for (at, item) in list.iter().enumerate() {
        documents.push(given(item, at + 1).map_err(|m| fail(format!("document {}: {m}", at + 1)))?);
    }
    if let Some(twice) = twice(&documents) {
        return Err(fail(format!("expected an id for each document, found `{twice}` twice")));
    }
    Ok(Case { id, documents })
}

/// A document of `extract --jsonl`: `{"id", "text", ...}`.
pub(crate) fn document(line: &str) -> Result<Case, Unusable> {
    let value = parse(line)?;
    let id = value.get("id").and_then(id);
    let document = given(&value, 1).map_err(|m| (id.clone(), Error::input(m)))?;
    Ok(Case { id, documents: vec![document] })
}

/// A claim of another extractor: `{"document", "property", "value", "evidence"}`.
pub(crate) fn claim(line: &str) -> Result<GivenClaim, Error> {
    let value = parse(line).map_err(|(_, error)| error)?;
    serde_json::from_value(value).map_err(|error| {
        let expected = r#"expected `{"document", "property", "value", "evidence", …}`"#;
        Error::input(format!("{expected}: {error}"))
    })
}

/// The documents of a JSON file: one, a list of them, or a case.
pub(crate) fn documents(text: &str) -> Result<Vec<Document>, Error> {
    let value = parse(text).map_err(|(_, error)| error)?;
    let list = match &value {
        Value::Array(list) => list.as_slice(),
        one => match one.get("documents").and_then(Value::as_array) {
            Some(list) => list.as_slice(),
            None => std::slice::from_ref(one),
        },
    };
    let one = |(at, item): (usize, &Value)| {
        let mut document = given(item, at + 1)
            .map_err(|message| Error::input(format!("document {}: {message}", at + 1)))?;
        if item.get("id").and_then(id).is_none() {
            document.id.clear();
        }
        Ok(document)
    };
    list.iter().enumerate().map(one).collect()
}

fn parse(line: &str) -> Result<Value, Unusable> {
    serde_json::from_str(line).map_err(|error| (None, Error::input(malformed(&error))))
}

/// The message of a parser that counts lines within the one line it was given.
fn malformed(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let what = message.split(" at line ").next().unwrap_or_default();
    match error.line() {
        0 | 1 => format!("expected JSON, found at column {}: {what}", error.column()),
        line => format!("expected JSON, found at line {line}, column {}: {what}", error.column()),
    }
}

fn given(value: &Value, number: usize) -> Result<Document, String> {
    let given: Given = serde_json::from_value(value.clone())
        .map_err(|error| format!("expected `{{\"id\", \"text\", …}}`: {error}"))?;
    let mut document = Document::new(String::new(), given.text);
    document.id = given.id.as_ref().and_then(id).unwrap_or_else(|| format!("d{number}"));
    document.source = given.source;
    document.path = given.path;
    document.title = given.title;
    document.published = given.published;
    document.url = given.url;
    document.format = given.format.unwrap_or_default();
    Ok(document)
}

fn id(value: &Value) -> Option<String> {
    match value {
        Value::String(id) => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

fn twice(documents: &[Document]) -> Option<&str> {
    let mut ids: Vec<&str> = documents.iter().map(|document| document.id.as_str()).collect();
    ids.sort_unstable();
    ids.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0])
}
