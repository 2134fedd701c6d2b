use super::{metadata, read};
use crate::text::{Reading, Span};

const PAGE: &str = "<!doctype html><html><head><title>Fire &amp; smoke | Daily A</title>
<meta property=\"og:site_name\" content=\"Daily A\">
<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Fire\",\"datePublished\":\"2025-07-20T08:00:00Z\"}</script></head>
<body><nav><a href=/>Home</a> <a href=/world>World</a></nav>
<div class=\"cookie-notice\">We use cookies to improve your visit.</div>
<main><article><h1>Fire in Lyon</h1>
<p>At least <b>12&nbsp;people</b> were hurt in a fire in Lyon on Monday, the
prefect said, and some thirty flats had to be cleared during the night.</p>
<ul><li>Two firefighters are in hospital.<li>A school is closed.</ul>
<table><tr><td>12</td></tr></table>
<pre>ls -l</pre>
<aside>Subscribe now</aside></article></main>
<footer>All rights reserved.</footer></body></html>";

fn quote<'a>(page: &'a str, reading: &Reading, words: &str) -> &'a str {
    let at = reading.text.find(words).expect("the words are read");
    reading.original(Span::from_range(at..at + words.len())).of(page)
}

#[test]
fn reads_the_article_and_lists_the_rest() {
    let reading = read(PAGE);
    assert!(reading.text.starts_with("Fire in Lyon\n\nAt least 12 people were hurt"));
    assert!(reading.text.contains("the prefect said"));
    assert!(reading.text.contains("- Two firefighters are in hospital.\n\n- A school is closed."));
    for words in ["Home", "cookies", "rights", "Subscribe", "ls -l", "Daily"] {
        assert!(!reading.text.contains(words), "{words} in {}", reading.text);
    }
    let skipped: Vec<_> =
        reading.skipped.iter().map(|skip| (skip.reason.as_str(), skip.span.of(PAGE))).collect();
    assert!(skipped.contains(&("boilerplate", "All rights reserved.")), "{skipped:?}");
    assert!(skipped.iter().any(|(reason, _)| *reason == "table"), "{skipped:?}");
    assert!(skipped.iter().any(|(reason, words)| *reason == "code" && *words == "ls -l"));
}

#[test]
fn leads_back_to_the_file() {
    let reading = read(PAGE);
    assert_eq!(quote(PAGE, &reading, "12 people"), "12&nbsp;people");
    assert_eq!(quote(PAGE, &reading, "the prefect said"), "the\nprefect said");
    assert_eq!(quote(PAGE, &reading, "A school"), "A school");
}

#[test]
fn reads_the_head() {
    let found = metadata(PAGE);
    assert_eq!(found.title.as_deref(), Some("Fire"));
    assert_eq!(found.source.as_deref(), Some("Daily A"));
    assert_eq!(found.published.as_deref(), Some("2025-07-20T08:00:00Z"));
}

#[test]
fn a_page_without_marks_is_read_whole() {
    let page = "<p>Two people died.<p>Nobody else was hurt &mdash; police said.";
    let reading = read(page);
    assert_eq!(reading.text, "Two people died.\n\nNobody else was hurt — police said.");
    assert_eq!(quote(page, &reading, "hurt — police"), "hurt &mdash; police");
}

#[test]
fn a_page_cut_in_the_middle_is_read_as_far_as_it_goes() {
    for end in 0..PAGE.len() {
        let reading = read(&PAGE[..end]);
        for &(at, from, length) in &reading.pieces {
            let (at, from, length) = (at as usize, from as usize, length as usize);
            assert_eq!(reading.text[at..at + length], PAGE[from..from + length]);
        }
    }
}
