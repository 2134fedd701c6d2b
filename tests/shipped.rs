//! What the repository ships beside the crate does what it says: the output that the README
//! quotes, the GitHub Action, the pre-commit hook.
#![cfg(feature = "cli")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(file: &str) -> String {
    std::fs::read_to_string(root().join(file)).expect("a readable file")
}

/// A scratch folder with the sample repository in it.
fn sample(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shipped").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("docs")).expect("a writable folder");
    for file in ["docs/limits.md", "docs/start.md"] {
        std::fs::write(folder.join(file), read(&format!("examples/sample/{file}")))
            .expect("a file");
    }
    folder
}

/// Runs a line of the shell where `corroborate` is found first.
fn shell(line: &str, folder: &Path, variables: &[(&str, &str)]) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_corroborate"));
    let path = std::env::var("PATH").unwrap_or_default();
    let path = format!("{}:{path}", program.parent().expect("a folder").display());
    Command::new("bash")
        .args(["-e", "-c", line])
        .current_dir(folder)
        .env("PATH", path)
        .env_remove("GITHUB_STEP_SUMMARY")
        .envs(variables.iter().copied())
        .output()
        .expect("bash runs")
}

/// The first finding of each kind, the first list of additions, and the summary.
fn extract(printed: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    let blocks: Vec<&str> = printed.split("\n\n").collect();
    for kind in ["contradiction[", "dispute[", "update[", "agreement[", "told by one source"] {
        parts.extend(blocks.iter().find(|block| block.starts_with(kind)));
    }
    parts.extend(blocks.last().map(|last| last.trim_end()));
    parts.join("\n\n…\n\n") + "\n"
}

/// `UPDATE=1` writes it anew.
#[test]
fn the_readme_quotes_what_is_printed() {
    let output = Command::new(env!("CARGO_BIN_EXE_corroborate"))
        .args(["check", "--fail-on", "none", "examples/articles"])
        .current_dir(root())
        .output()
        .expect("the program runs");
    let expect = extract(&String::from_utf8_lossy(&output.stdout));
    let readme = read("README.md");
    let (before, rest) = readme.split_once("```text\n").expect("a quoted output");
    let (quoted, after) = rest.split_once("```").expect("its end");
    if std::env::var_os("UPDATE").is_some() {
        let page = format!("{before}```text\n{expect}```{after}");
        std::fs::write(root().join("README.md"), page).expect("a writable README");
        return;
    }
    assert_eq!(quoted, expect, "the README quotes other output; UPDATE=1 writes it anew");
}

#[cfg(unix)]
#[test]
fn the_action_checks_and_writes_sarif() {
    let action = read("action.yml");
    let lines: Vec<&str> = action
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("run: "))
        .filter(|line| !line.starts_with("cargo install"))
        .collect();
    let [sarif, check] = lines[..] else { panic!("two steps, found {lines:?}") };
    let folder = sample("action");
    let output = shell(sarif, &folder, &[("FILES", "docs"), ("SARIF", "out.sarif")]);
    assert!(output.status.success(), "{output:?}");
    let log = std::fs::read_to_string(folder.join("out.sarif")).expect("a log");
    assert!(log.contains("\"level\": \"warning\""), "{log}");

    let summary = folder.join("summary.md");
    let summary_path = summary.display().to_string();
    let variables =
        [("FILES", "docs"), ("FAIL_ON", ""), ("GITHUB_STEP_SUMMARY", summary_path.as_str())];
    let output = shell(check, &folder, &variables);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(printed.contains("::error file=docs/limits.md,line=3,"), "{printed}");
    assert!(printed.contains("::error file=docs/start.md,line=3,"), "{printed}");
    assert!(std::fs::read_to_string(summary).expect("a summary").contains("**contradiction**"));
    let output = shell(check, &folder, &[("FILES", "docs"), ("FAIL_ON", "none")]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

#[cfg(unix)]
#[test]
fn the_hook_reads_what_the_configuration_names() {
    let hooks = read(".pre-commit-hooks.yaml");
    let entry = hooks.lines().find_map(|line| line.trim().strip_prefix("entry: "));
    let entry = entry.expect("an entry");
    assert!(hooks.contains("pass_filenames: false"));
    let folder = sample("hook");
    std::fs::write(folder.join("corroborate.toml"), "documents = [\"docs/**\"]\n").expect("a file");
    let output = shell(entry, &folder, &[]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("contradiction[numeric]"));
    let output = shell(&format!("{entry} docs/limits.md"), &folder, &[]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

/// The sample repository fails for the right reason, passes with a waiver, and fails again when
/// the waiver goes stale.
#[cfg(unix)]
#[test]
fn the_sample_repository_does_what_its_readme_says() {
    let folder = sample("sample");
    let page = read("examples/sample/README.md");
    let check = "corroborate check docs --today 2026-06-01";
    let output = shell(check, &folder, &[]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(printed.contains("“60 requests") && printed.contains("“100 requests"), "{printed}");

    let (_, rest) = page.split_once("```toml\n").expect("a waiver");
    let (waiver, _) = rest.split_once("```").expect("its end");
    std::fs::write(folder.join("corroborate.toml"), waiver).expect("a file");
    let output = shell(check, &folder, &[]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let output = shell("corroborate check docs --today 2027-01-01", &folder, &[]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("waiver[expired]"), "{output:?}");
    assert_eq!(output.status.code(), Some(1));

    let mended = read("examples/sample/docs/start.md").replace("100 requests", "60 requests");
    std::fs::write(folder.join("docs/start.md"), mended).expect("a file");
    let output = shell(check, &folder, &[]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("waiver[stale]"), "{output:?}");
    assert_eq!(output.status.code(), Some(1));
}

#[cfg(unix)]
#[test]
fn changed_files_are_those_of_git() {
    let folder = sample("changed");
    let git = "git -c user.name=a -c user.email=a@b.example";
    let setup = format!("git init -q && git add -A && {git} commit -qm one");
    assert!(shell(&setup, &folder, &[]).status.success());
    let check = "corroborate check docs --changed-since HEAD";
    assert_eq!(shell(check, &folder, &[]).status.code(), Some(0));
    let touch = "printf '\\nIt answers in English.\\n' >> docs/limits.md";
    assert!(shell(touch, &folder, &[]).status.success());
    assert_eq!(shell(check, &folder, &[]).status.code(), Some(1));
    let output = shell("corroborate check docs --changed-since no-such-revision", &folder, &[]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
}
