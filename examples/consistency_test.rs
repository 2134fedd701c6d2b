//! How does a test of your own keep two documents consistent?

use corroborate::{Document, Format, assert_consistent};

fn main() {
    let readme = Document::parse(
        "README.md",
        "# Limits\n\nThe service answers at most 60 requests a minute.\n",
        Format::Markdown,
    );
    let manual = Document::new("manual.txt", "Backups are kept for 30 days.");
    assert_consistent!(readme, manual);
}
