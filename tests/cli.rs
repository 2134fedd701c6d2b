//! The program, run as a user runs it: each file under `tests/cli` is a list of cases.
//!
//! A case gives `args`, and may give `stdin` and `files` (a table from path to content; content may
//! hold any byte as `\u00XX` in `bytes` instead). It expects an exit code and, where given, the
//! exact `stdout` or `stderr`, or parts that they `..._has`.
#![cfg(feature = "cli")]

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    args: Vec<String>,
    #[serde(default)]
    stdin: String,
    #[serde(default)]
    files: BTreeMap<String, String>,
    #[serde(default)]
    bytes: BTreeMap<String, Vec<u8>>,
    /// The file of this name is filled with this many bytes of words on one line.
    #[serde(default)]
    long: BTreeMap<String, usize>,
    #[serde(default)]
    code: i32,
    stdout: Option<String>,
    stderr: Option<String>,
    #[serde(default)]
    stdout_has: Vec<String>,
    #[serde(default)]
    stderr_has: Vec<String>,
    #[serde(default)]
    stdout_lacks: Vec<String>,
    #[serde(default)]
    stderr_lacks: Vec<String>,
    /// Files that must not exist afterwards.
    #[serde(default)]
    absent: Vec<String>,
}

fn folder(case: &Case, file: &str) -> PathBuf {
    let name: String =
        case.name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(file).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a writable folder");
    for (path, content) in &case.files {
        write(&folder.join(path), content.as_bytes());
    }
    for (path, content) in &case.bytes {
        write(&folder.join(path), content);
    }
    for (path, length) in &case.long {
        write(&folder.join(path), "word ".repeat(length / 5).as_bytes());
    }
    folder
}

fn write(path: &Path, content: &[u8]) {
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a writable folder");
    std::fs::write(path, content).expect("a writable file");
}

fn run(case: &Case, folder: &Path) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_corroborate"))
        .args(&case.args)
        .current_dir(folder)
        .env_remove("GITHUB_STEP_SUMMARY")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // A program that refuses its arguments reads nothing.
    let _ = stdin.write_all(case.stdin.as_bytes());
    drop(stdin);
    child.wait_with_output().expect("the program ends")
}

fn problems(case: &Case, folder: &Path) -> Vec<String> {
    let output = run(case, folder);
    let stdout = String::from_utf8_lossy(&output.stdout);
    let stderr = String::from_utf8_lossy(&output.stderr);
    let mut problems = Vec::new();
    let mut check = |good: bool, what: String| {
        if !good {
            problems
                .push(format!("{}: {what}\n--- stdout\n{stdout}--- stderr\n{stderr}", case.name));
        }
    };
    check(output.status.code() == Some(case.code), format!("exit code {:?}", output.status.code()));
    for (found, expect) in [(&stdout, &case.stdout), (&stderr, &case.stderr)] {
        if let Some(expect) = expect {
            check(found == expect, format!("expected exactly:\n{expect}"));
        }
    }
    for (found, parts) in [(&stdout, &case.stdout_has), (&stderr, &case.stderr_has)] {
        for part in parts {
            check(found.contains(part.as_str()), format!("expected {part:?}"));
        }
    }
    for (found, parts) in [(&stdout, &case.stdout_lacks), (&stderr, &case.stderr_lacks)] {
        for part in parts {
            check(!found.contains(part.as_str()), format!("did not expect {part:?}"));
        }
    }
    for path in &case.absent {
        check(!folder.join(path).exists(), format!("did not expect the file {path}"));
    }
    problems
}

#[test]
fn every_case_does_what_it_says() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    let mut files: Vec<PathBuf> = std::fs::read_dir(cases)
        .expect("a readable folder")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    let mut failed = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a readable file");
        let cases: Cases = toml::from_str(&text).unwrap_or_else(|e| panic!("{file:?}: {e}"));
        let stem = file.file_stem().expect("a name").to_string_lossy();
        for case in &cases.case {
            let folder = folder(case, &stem);
            failed.extend(problems(case, &folder));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}
