//! Places and actors in a text, as `tests/values/names.toml` says they are read.

use corroborate::mention::Referent;
use corroborate::value::NameKind;
use corroborate::{Document, Options, pipeline};

/// One text with what must and what must not be found in it. A mention is written
/// `kind "words"`, with `= value` after it where that matters: the path of a place, the canonical
/// form of an actor, the country of one that stands for it. An actor cluster is written
/// `same "a" "b"` for two of its mentions, `apart "a" "b"` for mentions of two. A case with `known`
/// is known to fail, and one that does not breaks the test.
#[test]
fn names_are_read_as_the_table_says() {
    let table: toml::Table =
        include_str!("values/names.toml").parse().expect("tests/values/names.toml");
    let cases = table["case"].as_array().expect("an array of cases");
    let failures: Vec<String> = cases.iter().flat_map(check).collect();
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), cases.len(), failures.join("\n"));
}

fn check(case: &toml::Value) -> Vec<String> {
    let text = case["text"].as_str().expect("a text");
    let read = Read::new(text);
    let list = |key: &str| -> Vec<&str> {
        let list = case.get(key).and_then(toml::Value::as_array);
        list.map(|l| l.iter().filter_map(toml::Value::as_str).collect()).unwrap_or_default()
    };
    let missing = list("finds").into_iter().filter(|line| !read.has(line));
    let missing = missing.map(|line| format!("missing {line} in {text:?}: {:?}", read.lines));
    let wrong = list("not").into_iter().filter(|line| read.has(line));
    let failures: Vec<String> =
        missing.chain(wrong.map(|line| format!("wrong {line} in {text:?}"))).collect();
    let known = case.get("known").is_some();
    match (known, failures.is_empty()) {
        (true, true) => vec![format!("right, but listed as a known failure: {text:?}")],
        (true, false) => Vec::new(),
        (false, _) => failures,
    }
}

struct Read {
    lines: Vec<String>,
    clusters: Vec<Vec<String>>,
}

impl Read {
    fn new(text: &str) -> Self {
        let analysis = pipeline::analyze(&Document::new("d", text), &Options::default());
        let mut lines = Vec::new();
        for mention in &analysis.mentions {
            let words = mention.span.of(text);
            match &mention.referent {
                Referent::Place(place) => {
                    lines.push(format!("place {words:?} = {}", place.path.join("/")));
                    if !place.others.is_empty() {
                        lines.push(format!("undecided {words:?}"));
                    }
                    if let Some(actor) = &place.actor {
                        let code = actor.country.as_deref().unwrap_or("none");
                        lines.push(format!("acts {words:?} = {code}"));
                    }
                }
                Referent::Actor(name) => {
                    let kind = match name.kind {
                        _ if !name.named => "unnamed",
                        NameKind::Person => "person",
                        NameKind::Organization => "organization",
                        NameKind::Country => "country",
                        NameKind::Group => "group",
                        _ => "unknown",
                    };
                    lines.push(format!("{kind} {words:?} = {}", name.canonical));
                }
                _ => {}
            }
        }
        let words = |at: &u32| analysis.mentions[*at as usize].span.of(text).to_owned();
        let actors = &analysis.account.actors;
        let clusters = actors.iter().map(|actor| actor.mentions.iter().map(words).collect());
        Self { clusters: clusters.collect(), lines }
    }

    fn has(&self, line: &str) -> bool {
        let (kind, rest) = line.split_once(' ').expect("a kind");
        if kind == "same" || kind == "apart" {
            let words: Vec<&str> = rest.split('"').filter(|word| !word.trim().is_empty()).collect();
            let of = |word: &str| self.clusters.iter().position(|c| c.iter().any(|w| w == word));
            let (a, b) = (of(words[0]), of(words[1]));
            return a.is_some() && b.is_some() && (a == b) == (kind == "same");
        }
        let exact = line.contains(" = ");
        let start = format!("{line} = ");
        self.lines.iter().any(|own| own == line || (!exact && own.starts_with(&start)))
    }
}
