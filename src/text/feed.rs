//! The items of a feed.

use super::html::{self, decode};
use super::metadata::iso_date;
use super::reading::Pieces;
use super::{Document, Format, Origin, Reading, SkipReason};

/// The items of an [RSS](https://www.rssboard.org/rss-specification) or
/// [Atom](https://datatracker.ietf.org/doc/html/rfc4287) feed as documents, in order; empty when
/// `text` is no feed.
///
/// The text of such a document is its element as it stands in the feed, and its origin tells where
/// that begins; what is read is the content of the item, with the escapes of XML taken off. Ids
/// are left empty; they are the caller's to give.
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
/// assert_eq!(items[0].reading.as_ref().unwrap().text, "Two people were hurt.");
/// ```
#[must_use]
pub fn feed(text: &str) -> Vec<Document> {
    let (item, end) = match (find_tag(text, "item"), find_tag(text, "entry")) {
        (Some(_), _) => ("item", "</item>"),
        (None, Some(_)) => ("entry", "</entry>"),
        (None, None) => return Vec::new(),
    };
    let (mut at, mut line) = (0, 1);
    let mut documents = Vec::new();
    let mut source = None;
    while let Some(start) = find_tag(&text[at..], item) {
        if documents.is_empty() {
            source = words(&text[..start], &["title"]);
        }
        line += lines(&text[at..at + start]);
        let body = &text[at + start..];
        let length = body.find(end).map_or(body.len(), |at| at + end.len());
        let offset = u32::try_from(at + start).unwrap_or(u32::MAX);
        documents.push(document(&body[..length], source.clone(), Origin { offset, line }));
        line += lines(&body[..length]);
        at += start + length;
    }
    documents
}

fn lines(text: &str) -> u32 {
    let breaks = text.bytes().filter(|byte| *byte == b'\n').count();
    u32::try_from(breaks).unwrap_or(u32::MAX)
}

fn document(item: &str, source: Option<String>, origin: Origin) -> Document {
    let content = ["content:encoded", "content", "description", "summary"];
    let content = content.iter().find_map(|name| element(item, name));
    let date = words(item, &["pubDate", "published", "dc:date", "updated"]);
    Document {
        source,
        title: words(item, &["title"]),
        published: date.and_then(|date| iso_date(&date)),
        url: words(item, &["link"]).or_else(|| attribute(item, "link", "href")),
        format: Format::Html,
        origin: Some(origin),
        reading: Some(reading(item, content.unwrap_or_default())),
        ..Document::new(String::new(), item)
    }
}

/// What of an item is to be read: the article in `content`, which is a part of `item`.
fn reading(item: &str, content: &str) -> Reading {
    let offset = |part: &str| part.as_ptr() as usize - item.as_ptr() as usize;
    let trimmed = content.trim();
    if trimmed.is_empty() {
        return Reading::none(item, SkipReason::Metadata);
    }
    let (inner, plain) = match trimmed.strip_prefix("<![CDATA[") {
        Some(rest) => (rest.split("]]>").next().unwrap_or_default(), true),
        None => (trimmed, trimmed.contains('<')),
    };
    let start = offset(inner);
    let end = start + inner.len();
    let mut pieces = Pieces::new(item);
    pieces.skip(0..start, SkipReason::Metadata);
    if plain {
        pieces.copy(start..end);
    } else {
        html::unescape(&mut pieces, item, start..end);
    }
    pieces.skip(end..item.len(), SkipReason::Metadata);
    let outer = pieces.finish();
    html::read(&outer.text).within(&outer)
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
    use super::super::Span;
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
        let read = |at: usize| items[at].reading.as_ref().expect("a reading").text.clone();
        assert_eq!(read(0), "Three & more.");
        assert_eq!(read(1), "");
    }

    #[test]
    fn leads_back_to_the_feed() {
        let text = "<rss><channel>\n<item><title>A</title></item>\n<item><description>&lt;p&gt;Two \
                    &amp;amp; three people were &lt;b&gt;hurt&lt;/b&gt; in Lyon.&lt;/p&gt;\
                    </description></item></channel></rss>";
        let items = feed(text);
        let origin = items[1].origin.clone().expect("an origin");
        assert_eq!(origin.line, 3);
        assert!(text[origin.offset as usize..].starts_with(&items[1].text));
        let reading = items[1].reading.as_ref().expect("a reading");
        assert_eq!(reading.text, "Two & three people were hurt in Lyon.");
        let quote = |words: &str| {
            let at = reading.text.find(words).expect("words of the item");
            reading.original(Span::from_range(at..at + words.len())).of(&items[1].text)
        };
        assert_eq!(quote("three people"), "three people");
        assert_eq!(quote("hurt"), "hurt");
        assert_eq!(quote("Two & three"), "Two &amp;amp; three");
        assert_eq!(quote("were hurt in"), "were &lt;b&gt;hurt&lt;/b&gt; in");
    }
}
