//! News agencies.

use corroborate::lexicon::agency::{canonical, is_outlet};

use crate::tables;

/// The outlet named by a run of capitalized words of the sentence, with "the" before it or not.
fn outlet(sentence: &str) -> Option<String> {
    let words: Vec<&str> =
        sentence.split([' ', ',', '.']).filter(|word| !word.is_empty()).collect();
    let capital = |word: &&&str| word.starts_with(char::is_uppercase);
    (0..words.len()).find_map(|start| {
        let run: Vec<&str> = words[start..].iter().take_while(capital).copied().collect();
        (1..=run.len())
            .rev()
            .map(|n| run[..n].join(" ").to_lowercase())
            .find(|name| is_outlet(name))
    })
}

#[test]
fn agencies_are_found_in_their_examples_only() {
    for row in tables::rows("agencies.toml", "agency") {
        let name = tables::strings(&row, "words")[0];
        let found = outlet(tables::string(&row, "example"));
        assert_eq!(found.as_deref().map(canonical), Some(name));
        assert_eq!(outlet(tables::string(&row, "counterexample")), None, "{name}");
    }
}
