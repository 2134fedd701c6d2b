//! What the head of a page says about its article.

use html5gum::Tokenizer;
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use serde_json::Value;

use super::super::Metadata;
use super::super::metadata::iso_date;
use super::chain::bounded;

/// Title, source, date and address of a page: from
/// [JSON-LD](https://schema.org/NewsArticle), then [Open Graph](https://ogp.me/), then plain
/// HTML.
pub(in super::super) fn metadata(text: &str) -> Metadata {
    let mut head = Head::default();
    let mut emitter = DefaultEmitter::<()>::default();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(&*bounded(text), emitter).flatten() {
        match token {
            Token::StartTag(tag) => head.start(&tag),
            Token::EndTag(_) => head.within = Within::Other,
            Token::String(words) => head.words(&String::from_utf8_lossy(&words)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    head.finish()
}

/// What was found, by where; an earlier list is believed before a later one.
#[derive(Default)]
struct Head {
    within: Within,
    linked_data: Metadata,
    open_graph: Metadata,
    plain: Metadata,
}

/// The element whose words are read.
#[derive(Default)]
enum Within {
    #[default]
    Other,
    Title,
    LinkedData,
}

impl Head {
    fn start(&mut self, tag: &StartTag<()>) {
        self.within = match tag.name.as_slice() {
            b"title" => Within::Title,
            b"script" if attribute(tag, b"type") == "application/ld+json" => Within::LinkedData,
            _ => Within::Other,
        };
        match tag.name.as_slice() {
            b"meta" => self.meta(tag),
            b"link" if attribute(tag, b"rel") == "canonical" => {
                set(&mut self.plain.url, attribute(tag, b"href"));
            }
            b"time" => set_date(&mut self.plain.published, &attribute(tag, b"datetime")),
            _ => {}
        }
    }

    fn meta(&mut self, tag: &StartTag<()>) {
        let mut key = attribute(tag, b"property");
        if key.is_empty() {
            key = attribute(tag, b"name");
        }
        let content = attribute(tag, b"content");
        match key.to_ascii_lowercase().as_str() {
            "og:title" => set(&mut self.open_graph.title, content),
            "og:site_name" => set(&mut self.open_graph.source, content),
            "og:url" => set(&mut self.open_graph.url, content),
            "article:published_time" => set_date(&mut self.open_graph.published, &content),
            "application-name" => set(&mut self.plain.source, content),
            "date" | "pubdate" | "publish-date" | "dc.date" | "dc.date.issued"
            | "parsely-pub-date" => set_date(&mut self.plain.published, &content),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        match self.within {
            Within::Title => set(&mut self.plain.title, words.trim().to_owned()),
            Within::LinkedData => {
                if let Ok(value) = serde_json::from_str(words) {
                    linked_data(&value, &mut self.linked_data, 0);
                }
            }
            Within::Other => {}
        }
    }

    fn finish(self) -> Metadata {
        let lists = [self.linked_data, self.open_graph, self.plain];
        let mut found = Metadata::default();
        for list in lists {
            found.title = found.title.or(list.title);
            found.source = found.source.or(list.source);
            found.published = found.published.or(list.published);
            found.url = found.url.or(list.url);
        }
        found
    }
}

/// Looks for an article in `value`, in lists and in `@graph`.
fn linked_data(value: &Value, found: &mut Metadata, depth: u32) {
    match value {
        Value::Array(items) if depth < 4 => {
            items.iter().for_each(|item| linked_data(item, found, depth + 1));
        }
        Value::Object(fields) => {
            if fields.get("@type").is_some_and(is_article) {
                let text = |key: &str| fields.get(key).and_then(name).unwrap_or_default();
                set(&mut found.title, text("headline"));
                set(&mut found.source, text("publisher"));
                set(&mut found.url, text("url"));
                set_date(&mut found.published, &text("datePublished"));
            }
            if let Some(graph) = fields.get("@graph") {
                linked_data(graph, found, depth + 1);
            }
        }
        _ => {}
    }
}

/// `NewsArticle`, `Article`, `ReportageNewsArticle`, alone or in a list.
fn is_article(kind: &Value) -> bool {
    match kind {
        Value::String(kind) => kind.ends_with("Article") || kind == "BlogPosting",
        Value::Array(kinds) => kinds.iter().any(is_article),
        _ => false,
    }
}

/// A string, or the name of a thing.
fn name(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Object(fields) => fields.get("name")?.as_str().map(str::to_owned),
        Value::Array(items) => items.first().and_then(name),
        _ => None,
    }
}

fn attribute(tag: &StartTag<()>, name: &[u8]) -> String {
    let value = tag.attributes.get(name).map(|value| String::from_utf8_lossy(&value.value));
    value.map(|value| value.trim().to_owned()).unwrap_or_default()
}

fn set(field: &mut Option<String>, value: String) {
    if field.is_none() && !value.is_empty() {
        *field = Some(value);
    }
}

fn set_date(field: &mut Option<String>, value: &str) {
    set(field, iso_date(value).unwrap_or_default());
}
