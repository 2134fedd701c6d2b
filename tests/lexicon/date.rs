//! Dates and times: in each row's example a word of the row is part of a time, in its
//! counterexample nothing is one.

use corroborate::mention::{Context, Referent, detect};
use corroborate::value::Date;
use corroborate::{syntax, text};

use crate::tables;

/// The words of all times in a text.
fn times(words: &str) -> Vec<String> {
    let published = Some(Date::parse("2012-05-16").expect("a date"));
    let trees = syntax::parse(words, &text::segment(words));
    let mentions = detect(words, &trees, &Context { published, ..Context::default() });
    let times = mentions.into_iter().filter(|m| matches!(m.referent, Referent::Time(_)));
    times.map(|mention| mention.span.of(words).to_lowercase()).collect()
}

fn check(file: &str, array: &str) {
    for row in tables::rows(file, array) {
        let (words, example) = (tables::strings(&row, "words"), tables::string(&row, "example"));
        let found = times(example);
        let fires = found.iter().any(|time| words.iter().any(|word| time.contains(word)));
        assert!(fires, "{file}: {words:?} is no part of a time in: {example} ({found:?})");
        let counterexample = tables::string(&row, "counterexample");
        assert_eq!(times(counterexample), Vec::<String>::new(), "{file}: {counterexample}");
    }
}

#[test]
fn words_of_time() {
    check("time.toml", "word");
}

#[test]
fn feasts() {
    check("feasts.toml", "feast");
}

#[test]
fn lists_of_words() {
    for row in tables::rows("time_lists.toml", "list") {
        let example = tables::string(&row, "example");
        assert_ne!(times(example), Vec::<String>::new(), "time_lists.toml: {example}");
        let counterexample = tables::string(&row, "counterexample");
        assert_eq!(
            times(counterexample),
            Vec::<String>::new(),
            "time_lists.toml: {counterexample}"
        );
    }
}
