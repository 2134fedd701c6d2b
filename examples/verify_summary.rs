//! Is every claim of a generated summary borne out by its sources?

use std::io::Write as _;

use corroborate::{Document, Options, verify};

fn main() {
    let source = Document::new(
        "source",
        "The council met in Larsund on 4 March 2025. It approved a loan of 30 million euros for \
         the harbour.",
    );
    let summary = Document::new(
        "summary",
        "The council approved a loan of 50 million euros for the harbour. It met in Larsund.",
    );
    let report = verify(&[summary], &[source], &Options::default());
    let mut out = std::io::stdout();
    for check in &report.checks {
        let claim = report.claims.iter().find(|claim| claim.id == check.claim);
        let quote = claim.map_or("", |claim| claim.evidence[0].quote.as_str());
        writeln!(out, "{}: {quote}", check.verdict).expect("standard output is open");
    }
}
