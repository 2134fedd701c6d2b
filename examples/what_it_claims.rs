//! What does a document claim, and where does it say so?

use std::io::Write as _;

use corroborate::{Document, Options, extract};

fn main() {
    let text = "The mayor said on Tuesday that 300 people had been moved to a school in Larsund.";
    let report = extract(&[Document::new("a", text)], &Options::default());
    let mut out = std::io::stdout();
    for claim in &report.claims {
        let quote = &claim.evidence[0];
        let said = claim.attribution.first().and_then(|link| link.speaker.as_deref());
        writeln!(
            out,
            "{} = {} [{}..{}] by {}",
            claim.property,
            claim.value.text(),
            quote.start,
            quote.end,
            said.unwrap_or("the document itself")
        )
        .expect("standard output is open");
    }
    let numbers = report.mentions.iter().filter(|mention| mention.kind == "quantity").count();
    writeln!(out, "{numbers} quantities").expect("standard output is open");
}
