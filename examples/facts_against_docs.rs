//! Do the docs keep to a list of facts, one sentence each?

use std::io::Write as _;

use corroborate::{Document, Options, reconcile};

const FACTS: &str = "The service allows 60 requests a minute.\nThe free plan costs 0 euros.\n";
const GUIDE: &str = "Welcome!\n\nThe service allows 100 requests a minute, and is free to try.\n";

fn main() {
    let documents = [Document::new("facts", FACTS), Document::new("guide", GUIDE)];
    let report = reconcile(&documents, &Options::default());
    let mut out = std::io::stdout();
    for finding in report.findings.iter().filter(|finding| finding.kind == "contradiction") {
        writeln!(out, "{}", finding.explanation).expect("standard output is open");
    }
    writeln!(out, "{} claims read", report.claims.len()).expect("standard output is open");
}
