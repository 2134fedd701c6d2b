//! The same bytes in, the same bytes out: on any number of threads, in any process, and in any
//! order of the documents.
#![cfg(feature = "cli")]

use std::io::Write as _;
use std::process::{Command, Stdio};

use corroborate::report::{FindingEntry, Report};
use corroborate::{Document, Options, reconcile};

const TEXTS: [&str; 4] = [
    "Harbour Post\tAt least 9 people died when a warehouse burned down in Larsund on Sunday, and \
     40 others were injured, the fire brigade said. The mayor called for an inquiry.",
    "Coast Daily\tThe toll of the warehouse fire in Larsund has risen to 14. Another 25 people \
     were injured. The owner denies that the doors were locked.",
    "Larsund Radio\tFourteen people died in the warehouse fire in Larsund on Sunday. Talks with the \
     union are planned for Tuesday in Oslo.",
    "Oslo Wire\tThe union said talks will be held in Bergen on Tuesday. About 1,200 tonnes of grain \
     were lost in the fire in Larsund.",
];

fn documents(order: &[usize]) -> Vec<Document> {
    let document = |&i: &usize| {
        let (source, text) = TEXTS[i].split_once('\t').expect("a source and a text");
        let mut document = Document::new(format!("k{i}"), text);
        document.source = Some(source.to_owned());
        document.published = Some(format!("2025-03-0{}", 3 + i));
        document
    };
    order.iter().map(document).collect()
}

fn lines() -> String {
    let case = |i: usize| {
        let order: Vec<usize> = (0..TEXTS.len()).map(|k| (k + i) % TEXTS.len()).collect();
        let case = serde_json::json!({ "id": format!("case {i}"), "documents": documents(&order) });
        format!("{case}\n")
    };
    (0..24).map(case).collect()
}

fn run(args: &[&str], stdin: &str) -> Vec<u8> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_corroborate"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut pipe = child.stdin.take().expect("a pipe");
    let stdin = stdin.to_owned();
    let writer = std::thread::spawn(move || pipe.write_all(stdin.as_bytes()));
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the writer ends").expect("the program reads");
    assert!(!output.stdout.is_empty());
    output.stdout
}

#[test]
fn threads_and_processes_do_not_show() {
    let lines = lines();
    let first = run(&["check", "--jsonl", "--jobs", "1"], &lines);
    assert_eq!(first, run(&["check", "--jsonl", "--jobs", "1"], &lines), "two processes");
    assert_eq!(first, run(&["check", "--jsonl", "--jobs", "2"], &lines), "two threads");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/articles");
    for format in ["text", "json", "html", "sarif", "junit", "markdown"] {
        let args =
            |jobs| ["check", "--fail-on", "none", "--format", format, "--jobs", jobs, folder];
        assert_eq!(run(&args("1"), ""), run(&args("2"), ""), "--format {format}");
    }
}

/// What a finding says, whatever its documents and claims are called.
fn said(report: &Report, finding: &FindingEntry) -> String {
    let side = |id: &String| {
        let claim = report.claims.iter().find(|claim| claim.id == *id).expect("a known claim");
        let quotes: Vec<&str> = claim.evidence.iter().map(|e| e.quote.as_str()).collect();
        format!("{} {} {quotes:?}", claim.document, claim.property)
    };
    let mut sides: Vec<String> = finding.claims.iter().map(side).collect();
    sides.sort();
    format!("{} {} {} {sides:?}", finding.kind, finding.reason, finding.confidence)
}

#[test]
fn the_order_of_documents_does_not_show() {
    let all = |order: &[usize]| {
        let report = reconcile(&documents(order), &Options::default());
        let mut findings: Vec<String> =
            report.findings.iter().map(|finding| said(&report, finding)).collect();
        findings.sort();
        findings
    };
    let first = all(&[0, 1, 2, 3]);
    for order in [[3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]] {
        assert_eq!(first, all(&order), "documents in the order {order:?}");
    }
}

#[test]
fn quotes_are_at_their_offsets() {
    let documents = documents(&[0, 1, 2, 3]);
    let report = reconcile(&documents, &Options::default());
    let text = |id: &str| &documents.iter().find(|d| d.id == id).expect("a document").text;
    for claim in &report.claims {
        for evidence in &claim.evidence {
            let range = evidence.start as usize..evidence.end as usize;
            assert_eq!(text(&claim.document)[range], evidence.quote);
        }
    }
    for mention in &report.mentions {
        let range = mention.start as usize..mention.end as usize;
        assert_eq!(text(&mention.document)[range], mention.quote);
    }
}
