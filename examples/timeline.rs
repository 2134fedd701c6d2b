//! How did a value change from day to day?

use std::io::Write as _;

use corroborate::{Document, Options, reconcile};

fn main() {
    let article = |day: &str, text: &str| {
        let mut document = Document::new(day, text);
        document.published = Some(day.to_owned());
        document
    };
    let documents = [
        article("2025-03-03", "At least 9 people died in the warehouse fire in Larsund on Sunday."),
        article("2025-03-04", "The death toll from Sunday's warehouse fire in Larsund rose to 12."),
        article("2025-03-06", "Fourteen people died in the warehouse fire in Larsund on Sunday."),
    ];
    let report = reconcile(&documents, &Options::default());
    let mut out = std::io::stdout();
    for claim in report.claims.iter().filter(|claim| claim.value.kind() == "quantity") {
        let (day, property) = (&claim.document, &claim.property);
        writeln!(out, "{day}  {property}  {}", claim.value.text())
            .expect("standard output is open");
    }
    let updates = report.findings.iter().filter(|finding| finding.kind == "update").count();
    writeln!(out, "{updates} updates").expect("standard output is open");
}
