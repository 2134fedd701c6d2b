//! How are the claims of another extractor compared with ours?

use std::io::Write as _;

use corroborate::report::{EvidenceEntry, GivenClaim, GivenValue};
use corroborate::{Document, Error, Options, reconcile_with};

/// A claim as another program, or a person, has read it: what it is about, its value, and the
/// words of the document that say so. It is checked against these words.
fn claim(document: &Document, cost: &str) -> GivenClaim {
    let start = document.text.find(cost).expect("words of the document");
    let place = |at: usize| u32::try_from(at).expect("a short text");
    GivenClaim {
        document: document.id.clone(),
        event: Some("launch".into()),
        property: "launch.cost".into(),
        value: GivenValue {
            kind: "quantity".into(),
            text: cost.into(),
            low: Some(cost.into()),
            high: Some(cost.into()),
            ..GivenValue::default()
        },
        evidence: vec![EvidenceEntry {
            start: place(start),
            end: place(start + cost.len()),
            quote: cost.into(),
            ..EvidenceEntry::default()
        }],
        ..GivenClaim::default()
    }
}

fn main() -> Result<(), Error> {
    let documents = [
        Document::new("post", "Launch bill: 40 (in millions)."),
        Document::new("herald", "Launch bill: 70 (in millions)."),
    ];
    let claims = [claim(&documents[0], "40"), claim(&documents[1], "70")];
    let report = reconcile_with(&documents, &claims, &Options::default())?;
    for finding in &report.findings {
        writeln!(std::io::stdout(), "{}: {}", finding.kind, finding.explanation)
            .expect("standard output is open");
    }
    assert_eq!(report.findings[0].kind, "contradiction");
    Ok(())
}
