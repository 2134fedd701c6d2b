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

/// A new folder with one article in it.
#[cfg(unix)]
fn article(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("files").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    write(&folder.join("a.txt"), b"Two people died in the fire in Lyon on Monday.\n");
    folder
}

#[cfg(unix)]
fn outcome(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_corroborate"))
        .args(args)
        .current_dir(folder)
        .output()
        .expect("the program starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[cfg(unix)]
#[test]
fn a_folder_in_itself_is_read_once_and_told() {
    let folder = article("cyclic");
    std::fs::create_dir_all(folder.join("sub")).expect("a writable folder");
    std::os::unix::fs::symlink("..", folder.join("sub/up")).expect("a writable folder");
    let (code, stdout, stderr) = outcome(&folder, &["check", "."]);
    assert_eq!(code, Some(2), "{stderr}");
    assert!(stderr.contains("points to an ancestor"), "{stderr}");
    assert!(stdout.contains("1 document, "), "{stdout}");
}

#[cfg(unix)]
#[test]
fn links_that_lead_nowhere_are_told() {
    let folder = article("links");
    std::os::unix::fs::symlink("b.txt", folder.join("c.txt")).expect("a writable folder");
    std::os::unix::fs::symlink("c.txt", folder.join("b.txt")).expect("a writable folder");
    let (code, stdout, stderr) = outcome(&folder, &["check", "."]);
    assert_eq!(code, Some(2), "{stderr}");
    assert!(stderr.contains("error: ./b.txt: cannot read: "), "{stderr}");
    assert!(stdout.contains("1 document, "), "{stdout}");
}

#[cfg(unix)]
#[test]
fn output_goes_to_a_device_as_it_is_and_through_a_link() {
    let folder = article("device");
    let (code, stdout, _) = outcome(&folder, &["check", "-o", "/dev/stdout", "a.txt"]);
    assert_eq!(code, Some(0));
    assert!(stdout.contains("1 document, "), "{stdout}");
    std::fs::write(folder.join("real.json"), "old").expect("a writable folder");
    std::os::unix::fs::symlink("real.json", folder.join("link.json")).expect("a writable folder");
    let args = ["check", "--format", "json", "-o", "link.json", "a.txt"];
    assert_eq!(outcome(&folder, &args).0, Some(0));
    let written = std::fs::read_to_string(folder.join("real.json")).expect("the file is there");
    assert!(written.starts_with("{"), "{written}");
    assert!(folder.join("link.json").is_symlink());
}

#[test]
fn a_folder_of_large_binaries_is_refused_quickly() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("files/binaries");
    let _ = std::fs::remove_dir_all(&folder);
    for name in ["one.bin", "two.txt", "three.png"] {
        write(&folder.join(name), &vec![0; 8 << 20]);
    }
    let output = Command::new(env!("CARGO_BIN_EXE_corroborate"))
        .args(["check", "."])
        .current_dir(&folder)
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(stderr, "error: two.txt:1: expected text, found a binary file (a zero byte)\n");
}
