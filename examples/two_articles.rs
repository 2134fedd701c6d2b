//! How do two articles about the same event relate?

use corroborate::{Document, Options, reconcile, report};

fn main() {
    let mut first = Document::new(
        "first",
        "At least 9 people died when a warehouse burned down in Larsund on Sunday.",
    );
    first.source = Some("Harbour Post".into());
    first.published = Some("2025-03-03".into());
    let mut second =
        Document::new("second", "The warehouse fire in Larsund on Sunday killed 14 people.");
    second.source = Some("Coast Daily".into());
    second.published = Some("2025-03-05".into());

    let documents = [first, second];
    let report = reconcile(&documents, &Options::default());
    let mut out = std::io::stdout();
    std::io::Write::write_all(
        &mut out,
        report::text(&report, &documents, report::Look::default()).as_bytes(),
    )
    .expect("standard output is open");
}
