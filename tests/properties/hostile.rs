//! Texts that nobody writes: they cost no more than honest ones of their length, and what stands
//! beside them is read.

use corroborate::{Document, Format, Options, extract};

/// So long that a reader that looks at each pair of characters or words would not end.
const LENGTH: usize = 120_000;

const NEWS: &str = "Two people died in the fire in Lowden on Monday.";

#[track_caller]
fn check(unit: &str, format: Format) {
    let noise = unit.repeat(LENGTH / unit.len());
    let text = format!("{NEWS}\n\n{noise}\n");
    let document = Document::parse("a", text, format);
    let report = extract(&[document], &Options::default());
    let killed = |claim: &corroborate::report::ClaimEntry| claim.property.ends_with("killed");
    assert!(report.claims.iter().any(killed), "{unit:?}");
}

#[test]
fn words_without_a_space_between_them_end() {
    for unit in ["\u{301}", "\u{202e}", "\u{200b}", "_a", "123,", ".", "1/2/", "12:30:"] {
        check(unit, Format::Plain);
    }
}

#[test]
fn marks_without_an_end_end() {
    for unit in ["*", "_a", "[", "[a](", "`", "<!--", ">", "|"] {
        check(unit, Format::Markdown);
    }
}

#[test]
fn tags_without_an_end_end() {
    for unit in ["<div>", "<", "<!--", "&#x;", "<a b=\"c\">", "<b ", "<table><tr>", "<![CDATA["] {
        check(unit, Format::Html);
    }
}

/// Each attribute takes the reader of tags one call deeper.
#[test]
fn a_tag_of_very_many_attributes_is_read() {
    for unit in ["b=\"c\" ", "b= \"c>=\"\n", "b\"x=\"c\" "] {
        check(&format!("<a {}>", unit.repeat(LENGTH / 10)), Format::Html);
        check(&format!("<a x=y\"=\" {}>", unit.repeat(LENGTH / 10)), Format::Html);
    }
}
