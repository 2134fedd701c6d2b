//! Holds the arrows between modules, and the sizes that keep them readable.
//!
//! A module may import only what stands to its left or above in the picture of `ARCHITECTURE.md`;
//! the compiler does not see to that, so this test does.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The stages in reading order, each with the stages it may import.
const ARROWS: &[(&str, &[&str])] = &[
    ("error", &[]),
    ("text", &["error"]),
    ("syntax", &["text", "error"]),
    ("value", &["error"]),
    ("lexicon", &["value", "error"]),
    ("mention", &["text", "syntax", "value", "lexicon", "error"]),
    ("claim", &["text", "syntax", "value", "lexicon", "mention", "error"]),
    ("graph", &["text", "syntax", "value", "lexicon", "mention", "claim", "error"]),
    ("reconcile", &["text", "value", "lexicon", "mention", "claim", "graph", "error"]),
    (
        "pipeline",
        &["text", "syntax", "value", "lexicon", "mention", "claim", "graph", "reconcile", "error"],
    ),
    (
        "report",
        &["text", "syntax", "value", "lexicon", "mention", "claim", "graph", "reconcile", "error"],
    ),
];

/// Code lines of a file, tests and comments left out.
const LONGEST_FILE: usize = 800;

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = std::fs::read_dir(folder).expect("a readable source folder");
    for path in entries.map(|entry| entry.expect("a readable entry").path()) {
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The stage that a file belongs to, or `bin` or `lib`.
fn stage(file: &Path) -> String {
    let inside = file.strip_prefix(source()).expect("a file under src");
    let first = inside.components().next().expect("a file name").as_os_str();
    first.to_str().expect("a plain name").trim_end_matches(".rs").to_owned()
}

/// The lines of code of a file: no comments, no blank lines, nothing after `mod tests`.
fn code(file: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(file).expect("a readable source file");
    let before_tests = text.split("\n#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let lines = before_tests.lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with("//")).map(str::to_owned).collect()
}

/// The stages named after `crate::` in the code of a file.
fn imports(file: &Path) -> BTreeSet<String> {
    let code = code(file).join("\n");
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            found.extend(group_members(group));
        } else {
            found.insert(word(rest));
        }
    }
    found
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// First words of the members of `{a::b, c::{d}}`, without nested ones.
fn group_members(group: &str) -> BTreeSet<String> {
    let (mut depth, mut start, mut found) = (0, 0, BTreeSet::new());
    for (i, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                found.insert(word(group[start..i].trim()));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.insert(word(group[start..i].trim()));
                start = i + 1;
            }
            _ => {}
        }
    }
    found
}

#[test]
fn arrows_point_one_way() {
    let arrows: BTreeMap<&str, &[&str]> = ARROWS.iter().copied().collect();
    let mut wrong = Vec::new();
    for file in files(&source()) {
        let stage = stage(&file);
        let Some(allowed) = arrows.get(stage.as_str()) else { continue };
        for import in imports(&file) {
            let known = arrows.contains_key(import.as_str());
            if known && import != stage && !allowed.contains(&import.as_str()) {
                wrong.push(format!("{} imports {import}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that point back:\n{}", wrong.join("\n"));
}

#[test]
fn every_stage_is_in_the_picture() {
    let known: BTreeSet<&str> =
        ARROWS.iter().map(|(stage, _)| *stage).chain(["lib", "bin"]).collect();
    let strange: Vec<PathBuf> =
        files(&source()).into_iter().filter(|file| !known.contains(stage(file).as_str())).collect();
    assert!(strange.is_empty(), "files outside the stages: {strange:?}");
}

#[test]
fn the_program_uses_the_library_only() {
    for file in files(&source().join("bin")) {
        let text = code(&file).join("\n");
        assert!(!text.contains("#[path"), "{} reaches into the library's files", file.display());
    }
}

#[test]
fn files_stay_readable() {
    let long: Vec<String> = files(&source())
        .iter()
        .filter(|file| !file.components().any(|part| part.as_os_str() == "generated"))
        .map(|file| (code(file).len(), file))
        .filter(|(lines, _)| *lines > LONGEST_FILE)
        .map(|(lines, file)| format!("{}: {lines} code lines", file.display()))
        .collect();
    assert!(long.is_empty(), "files past {LONGEST_FILE} code lines:\n{}", long.join("\n"));
}

#[test]
fn there_are_no_hubs() {
    let hubs = ["types", "utils", "util", "common", "helpers", "misc", "prelude"];
    for file in files(&source()) {
        let name = file.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        assert!(!hubs.contains(&name), "{} is named like a hub", file.display());
    }
}

/// The files whose items a user of the library meets first.
const SHOWN: [&str; 7] = [
    "lib.rs",
    "error.rs",
    "pipeline.rs",
    "report/mod.rs",
    "reconcile/support.rs",
    "text/document.rs",
    "value/date.rs",
];

#[test]
fn what_a_user_meets_first_is_shown_with_an_example() {
    let mut bare = Vec::new();
    for file in SHOWN {
        let text = std::fs::read_to_string(source().join(file)).expect("a readable source file");
        let mut shown = false;
        for line in text.lines().map(str::trim) {
            let item = ["pub fn ", "pub const fn ", "pub struct ", "pub enum ", "macro_rules! "];
            if line.starts_with("///") {
                shown |= line.contains("```");
            } else if item.iter().any(|item| line.starts_with(item)) {
                if !shown {
                    bare.push(format!("{file}: {line}"));
                }
                shown = false;
            } else if !line.starts_with("#[") {
                shown = false;
            }
        }
    }
    assert!(bare.is_empty(), "without an example: {bare:#?}");
}
