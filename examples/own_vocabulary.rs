//! How are events read that no built-in table knows?

use std::io::Write as _;

use corroborate::lexicon::Vocabulary;
use corroborate::{Document, Error, Options, reconcile};

/// Types of events, the words that name them, and their properties; usually a file of its own.
const TABLE: &str = r#"
[[event]]
id = "recall"
noun = "product recall"

[[trigger]]
words = ["recall"]
part = "noun"
event = "recall"

[[property]]
id = "recall.size"
kind = "quantity"
from = ["of"]
evolves = "grows"
"#;

fn main() -> Result<(), Error> {
    let mut options = Options::default();
    options.vocabulary = Vocabulary::parse(TABLE, "events.toml")?;
    let documents = [
        Document::new("firm", "Northvale announced a recall of 3,000 heaters on Monday."),
        Document::new("paper", "Northvale announced a recall of 5,000 heaters on Monday."),
    ];
    let report = reconcile(&documents, &options);
    let mut out = std::io::stdout();
    for event in report.events.iter().filter(|event| event.type_ == "recall") {
        writeln!(out, "{}: {} claims", event.type_, event.claims.len()).expect("an open output");
    }
    for finding in &report.findings {
        writeln!(out, "{}: {}", finding.kind, finding.explanation).expect("an open output");
    }
    assert!(report.claims.iter().any(|claim| claim.property == "recall.size"));
    Ok(())
}
