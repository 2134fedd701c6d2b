//! Reads scenarios from Markdown.

use std::path::Path;

use corroborate::Document;

/// Some short sources and what is expected of them.
pub(crate) struct Scenario {
    /// `file.md: heading`.
    pub(crate) name: String,
    pub(crate) documents: Vec<Document>,
    /// The line in the file, and the expectation.
    pub(crate) expectations: Vec<(usize, String)>,
    /// Whether one of the sources is expected to contradict itself.
    pub(crate) self_contradiction: bool,
}

/// The scenarios of a file.
pub(crate) fn parse(file: &Path) -> Vec<Scenario> {
    let text = std::fs::read_to_string(file).expect("a readable scenario file");
    let name = file.file_name().and_then(|n| n.to_str()).expect("a plain file name");
    let mut scenarios: Vec<Scenario> = Vec::new();
    let mut fence: Option<(String, usize, Vec<&str>)> = None;
    for (number, line) in text.lines().enumerate() {
        match &mut fence {
            Some((info, start, lines)) if line == "```" => {
                let scenario = scenarios
                    .last_mut()
                    .unwrap_or_else(|| panic!("{name}:{start}: a fence before any heading"));
                close(scenario, name, info, *start, lines);
                fence = None;
            }
            Some((_, _, lines)) => lines.push(line),
            None if line.starts_with("```") => {
                fence = Some((line[3..].trim().to_owned(), number + 1, Vec::new()))
            }
            None => {
                if let Some(heading) = line.strip_prefix("## ") {
                    scenarios.push(new(name, heading));
                }
            }
        }
    }
    assert!(fence.is_none(), "{name}: a fence is not closed");
    for scenario in &scenarios {
        assert!(!scenario.documents.is_empty(), "{}: no source", scenario.name);
        assert!(!scenario.expectations.is_empty(), "{}: nothing is expected", scenario.name);
    }
    scenarios
}

fn new(file: &str, heading: &str) -> Scenario {
    Scenario {
        name: format!("{file}: {}", heading.trim()),
        documents: Vec::new(),
        expectations: Vec::new(),
        self_contradiction: false,
    }
}

fn close(scenario: &mut Scenario, file: &str, info: &str, start: usize, lines: &[&str]) {
    let mut words = info.split_whitespace();
    match words.next() {
        Some("source") => scenario.documents.push(source(file, start, words, lines)),
        Some("expect") => {
            let lines =
                lines.iter().enumerate().map(|(i, line)| (start + i + 1, line.trim().to_owned()));
            let lines = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
            for (number, line) in lines {
                scenario.self_contradiction |= line == "self-contradiction";
                scenario.expectations.push((number, line));
            }
        }
        other => panic!(
            "{file}:{start}: expected `source` or `expect`, found `{}`",
            other.unwrap_or_default()
        ),
    }
}

/// `source ID [published=DATE] [outlet=NAME]`; the outlet is the id unless it is given.
fn source<'a>(
    file: &str,
    start: usize,
    mut words: impl Iterator<Item = &'a str>,
    lines: &[&str],
) -> Document {
    let id = words.next().unwrap_or_else(|| panic!("{file}:{start}: a source needs an id"));
    let mut document = Document::new(id, lines.join("\n"));
    document.source = Some(id.to_owned());
    for word in words {
        match word.split_once('=') {
            Some(("published", date)) => document.published = Some(date.to_owned()),
            Some(("outlet", name)) => document.source = Some(name.to_owned()),
            _ => panic!("{file}:{start}: expected published=DATE or outlet=NAME, found `{word}`"),
        }
    }
    document
}
