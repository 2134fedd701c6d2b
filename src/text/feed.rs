//! The items of a feed.

use super::html::decode;
use super::metadata::iso_date;
use super::{Document, Format};

/// The items of an [RSS](https://www.rssboard.org/rss-specification) or
/// [Atom](https://datatracker.ietf.org/doc/html/rfc4287) feed as documents, in order; empty when
/// `text` is no feed.
///
/// The text of such a document is the content of the item with one layer of XML escapes taken
/// off, and its offsets point into that. Ids are left empty; they are the caller's to give.
///
/// ```
/// use corroborate::text::feed;
/// let items = feed(
///     "<rss><channel><title>Daily A</title><item><title>Fire</title>\
///      <pubDate>Sun, 20 Jul 2025 10:00:00 GMT</pubDate>\
///      <description>&lt;p&gt;Two people were hurt.&lt;/p&gt;</description></item></channel></rss>",
/// );
/// assert_eq!(items[0].source.as_deref(), Some("Daily A"));
/// assert_eq!(items[0].published.as_deref(), Some("2025-07-20"));
/// assert_eq!(items[0].text, "<p>Two people were hurt.</p>");
/// ```
#[must_use]
pub fn feed(text: &str) -> Vec<Document> {
    let (item, end) = match (find_tag(text, "item"), find_tag(text, "entry")) {
        (Some(_), _) => ("item", "</item>"),
        (None, Some(_)) => ("entry", "</entry>"),
        (None, None) => return Vec::new(),
    };
    let mut rest = text;
    let mut documents = Vec::new();
    let mut source = None;
    while let Some(start) = find_tag(rest, item) {
        if documents.is_empty() {
            source = words(&rest[..start], &["title"]);
        }
        let body = &rest[start..];
        let length = body.find(end).map_or(body.len(), |at| at + end.len());
        documents.push(document(&body[..length], source.clone()));
        rest = &body[length..];
    }
    documents
}

fn document(item: &str, source: Option<String>) -> Document {
    let content = ["content:encoded", "content", "description", "summary"];
    let text = content.iter().find_map(|name| element(item, name)).map(unescaped);
    let date = words(item, &["pubDate", "published", "dc:date", "updated"]);
    Document {
        source,
        title: words(item, &["title"]),
        published: date.and_then(|date| iso_date(&date)),
        url: words(item, &["link"]).or_else(|| attribute(item, "link", "href")),
        format: Format::Html,
        ..Document::new(String::new(), text.unwrap_or_default())
    }
}

/// The words of the first of these elements that is not empty.
fn words(xml: &str, names: &[&str]) -> Option<String> {
    let texts = names.iter().filter_map(|name| element(xml, name));
    texts.map(|inner| unescaped(inner).trim().to_owned()).find(|words| !words.is_empty())
}

/// What stands within the first element of this name.
fn element<'x>(xml: &'x str, name: &str) -> Option<&'x str> {
    let open = &xml[find_tag(xml, name)?..];
    let start = open.find('>')? + 1;
    if open[..start].ends_with("/>") {
        return None;
    }
    let length = open[start..].find(&format!("</{name}"))?;
    Some(&open[start..start + length])
}

/// An attribute of the first element of this name.
fn attribute(xml: &str, name: &str, key: &str) -> Option<String> {
    let tag = &xml[find_tag(xml, name)?..];
    let tag = &tag[..tag.find('>')?];
    let (_, rest) = tag.split_once(&format!("{key}="))?;
    let mark = rest.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    rest[1..].split(mark).next().map(decode)
}

/// Where the first start tag of this name stands.
fn find_tag(xml: &str, name: &str) -> Option<usize> {
    let open = format!("<{name}");
    let ends = |at: usize| xml[at + open.len()..].starts_with([' ', '>', '/', '\n', '\t', '\r']);
    xml.match_indices(&open).map(|(at, _)| at).find(|at| ends(*at))
}

/// Character data of XML: a CDATA section as it is, anything else with its references resolved.
fn unescaped(inner: &str) -> String {
    let trimmed = inner.trim();
    match trimmed.strip_prefix("<![CDATA[") {
        Some(rest) => rest.split("]]>").next().unwrap_or_default().to_owned(),
        None if trimmed.contains('<') => trimmed.to_owned(),
        None => decode(trimmed),
    }
}

#[cfg(test)]
mod tests {
    use super::feed;

    #[test]
    fn reads_atom_and_cdata() {
        let items = feed(
            "<feed><title>Daily B</title><entry><title type=\"html\"><![CDATA[Flood & storm]]></title>\
             <link href=\"https://example.org/1\"/><updated>2025-07-19T08:00:00Z</updated>\
             <content type=\"html\"><![CDATA[<p>Three &amp; more.</p>]]></content></entry>\
             <entry><title>Cut",
        );
        assert_eq!(items.len(), 2);
        assert_eq!(items[0].title.as_deref(), Some("Flood & storm"));
        assert_eq!(items[0].url.as_deref(), Some("https://example.org/1"));
        assert_eq!(items[0].published.as_deref(), Some("2025-07-19T08:00:00Z"));
        assert_eq!(items[0].text, "<p>Three &amp; more.</p>");
        assert_eq!(items[1].text, "");
    }
}
