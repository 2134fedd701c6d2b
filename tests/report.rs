//! How reports are printed, on reports built by hand.
//!
//! Renderings are compared with the files beside this one; `UPDATE=1` writes them anew.
#![cfg(feature = "cli")]

#[path = "report/sample.rs"]
mod sample;

use std::path::Path;

use corroborate::report::{self, Level, Look, Report};
use sample::Sample;

/// Compares a rendering with the file of this name under `tests/report`.
#[track_caller]
fn check(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, found).expect("a writable folder");
    }
    let expect = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(found, expect, "{name} differs; UPDATE=1 writes it anew");
}

fn page(sample: &Sample, name: &str) -> String {
    let page = report::html(&sample.report, &sample.documents);
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(path, &page).expect("a writable folder");
    page
}

#[test]
fn text_keeps_to_the_page_and_ends_with_the_summary() {
    let Sample { report, documents } = sample::fire();
    let text = report::text(&report, &documents, Look::default());
    check("fire.txt", &text);
    assert!(text.lines().all(|line| line.chars().count() <= 80), "a line is too long");
    assert!(text.trim_end().ends_with("1 agreement, 1 addition"));
    assert!(!text.contains('\u{1b}'));
    assert!(
        report::text(&report, &documents, Look { colored: true, verbose: true }).contains('\u{1b}')
    );
}

#[test]
fn notes_read_as_an_editor_would_write_them() {
    let Sample { report, documents } = sample::fire();
    check("fire.notes.txt", &report::notes(&report, &documents));
}

#[test]
fn markdown_junit_annotations_and_sarif() {
    let Sample { report, documents } = sample::fire();
    let level = Level::default();
    check("fire.md", &report::markdown(&report, &documents));
    check("fire.junit.xml", &report::junit(&report, &documents, &level));
    check("fire.github.txt", &report::github(&report, &documents, &level));
    check("fire.sarif", &report::sarif(&report, &documents, &level));
}

#[test]
fn sarif_points_at_the_words() {
    let Sample { report, documents } = sample::fire();
    let log = report::sarif(&report, &documents, &Level::default());
    let log: serde_json::Value = serde_json::from_str(&log).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), report.findings.len());
    for result in results {
        let sides = result["relatedLocations"].as_array().unwrap();
        assert!(!sides.is_empty());
        for side in sides {
            let physical = &side["physicalLocation"];
            let at =
                usize::try_from(physical["artifactLocation"]["index"].as_u64().unwrap()).unwrap();
            let number =
                |key: &str| usize::try_from(physical["region"][key].as_u64().unwrap()).unwrap();
            let start = number("byteOffset");
            let words = &documents[at].text[start..start + number("byteLength")];
            assert_eq!(words, physical["region"]["snippet"]["text"].as_str().unwrap());
            let line = documents[at].text.lines().nth(number("startLine") - 1).unwrap();
            let found: String = line.chars().skip(number("startColumn") - 1).collect();
            assert!(found.starts_with(words));
        }
    }
}

#[test]
fn baselines_and_waivers_are_marked_and_do_not_count() {
    let Sample { mut report, documents } = sample::fire();
    let level = Level::default();
    assert!(level.fails(&report));
    report.findings[0].baseline = Some("unchanged".to_owned());
    assert!(!level.fails(&report));
    report.findings[0].baseline = Some("new".to_owned());
    report.findings[0].waived = Some("the second article is a draft".to_owned());
    assert!(!level.fails(&report));
    let sarif = report::sarif(&report, &documents, &level);
    assert!(sarif.contains("\"baselineState\": \"new\""));
    assert!(sarif.contains("\"justification\": \"the second article is a draft\""));
    assert!(report::junit(&report, &documents, &level).contains("<skipped message=\"waived: "));
}

#[test]
fn the_page_shows_every_finding_and_runs_nothing() {
    let sample = sample::fire();
    let page = page(&sample, "fire.html");
    for finding in &sample.report.findings {
        assert!(page.contains(&format!("id=\"{}\"", finding.id)));
    }
    assert!(page.contains("default-src 'none'"));
    assert!(page.contains("<mark>At least 9</mark>"));
    assert!(page.contains("<svg"), "the toll is drawn");
    assert!(!page.contains("<script"));
}

#[test]
fn the_page_holds_two_and_forty_sources() {
    assert!(!page(&sample::crowd(2), "two.html").contains("class=\"many\""));
    assert!(page(&sample::crowd(40), "forty.html").contains("class=\"many\""));
    let hundreds = page(&sample::crowd(300), "hundreds.html");
    assert!(hundreds.contains("class=\"named\"") && !hundreds.contains("class=\"silent\""));
}

#[test]
fn a_hostile_document_stays_text() {
    let sample = sample::hostile();
    let page = page(&sample, "hostile.html");
    for markup in ["<script", "<b>", "<img", "\u{202e}", "\u{1b}"] {
        assert!(!page.contains(markup), "{markup:?} in the page");
    }
    let Sample { report, documents } = sample;
    let level = Level::default();
    let text = report::text(&report, &documents, Look::default());
    assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "{text}");
    let markdown = report::markdown(&report, &documents);
    assert!(!markdown.contains("<script") && !markdown.contains("@all"), "{markdown}");
    let junit = report::junit(&report, &documents, &level);
    assert!(!junit.contains("]]>") && !junit.contains('\u{1b}'), "{junit}");
    let github = report::github(&report, &documents, &level);
    assert_eq!(github.lines().count(), 2, "{github}");
    assert!(github.lines().all(|line| line.starts_with("::error file=")));
}

#[test]
fn reports_survive_being_written_and_read() {
    for report in [sample::fire().report, sample::hostile().report, Report::default()] {
        let text = serde_json::to_string(&report).unwrap();
        assert_eq!(serde_json::from_str::<Report>(&text).unwrap(), report);
    }
}

#[test]
fn pairs_that_say_one_thing_are_told_once() {
    let Sample { report, documents } = sample::tolls();
    assert_eq!(report.findings.len(), 27);
    let text = report::text(&report, &documents, Look::default());
    check("tolls.txt", &text);
    assert_eq!(text.matches("update[supersedes]").count(), 1, "{text}");
    assert!(text.trim_end().ends_with("9 documents, 9 claims: 1 update"), "{text}");
    let markdown = report::markdown(&report, &documents);
    assert_eq!(markdown.matches("**update**").count(), 1, "{markdown}");
    assert!(markdown.contains("“9”: 3 sources, 3 March 2025: Paper 1, Paper 2, Paper 3"));
    let page = report::html(&report, &documents);
    assert_eq!(page.matches("<article").count(), 1);
    for finding in &report.findings {
        assert!(page.contains(&format!("id=\"{}\"", finding.id)), "{}", finding.id);
    }
    let level: Level = "update".parse().unwrap();
    assert_eq!(report::github(&report, &documents, &level).lines().count(), 9, "one a paper");
    let sarif = report::sarif(&report, &documents, &level);
    let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap().len();
    assert_eq!(results, 27, "code scanning knows findings again by their fingerprints");
}

#[test]
fn a_waived_pair_is_told_apart() {
    let Sample { mut report, documents } = sample::tolls();
    report.findings[3].waived = Some("a misprint".to_owned());
    let text = report::text(&report, &documents, Look::default());
    assert_eq!(text.matches("update[supersedes]").count(), 2, "{text}");
}
