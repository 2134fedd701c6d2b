//! The blocks of a page, with what the markup says about each.

use std::ops::Range;

use html5gum::emitters::default::{DefaultEmitter, EndTag, StartTag, Token};
use html5gum::{Span, Tokenizer};

use super::super::SkipReason;
use super::chain::bounded;

/// The blocks of a page and what is no text at all.
#[derive(Default)]
pub(super) struct Page {
    pub(super) blocks: Vec<Block>,
    pub(super) skipped: Vec<(Range<usize>, SkipReason)>,
}

/// A paragraph, heading, list item or caption.
#[derive(Clone, Default)]
pub(super) struct Block {
    pub(super) runs: Vec<Run>,
    /// Within this `article`, counted from 0.
    pub(super) article: Option<u32>,
    /// Within `main`, or what stands for it.
    pub(super) main: bool,
    /// Within what is marked as the article's body.
    pub(super) body: bool,
    /// Within navigation, a notice, or the like.
    pub(super) boilerplate: bool,
    /// It is a heading.
    pub(super) heading: bool,
    /// It is the page's first heading of the first level.
    pub(super) first_heading: bool,
    /// It is an item of a list.
    pub(super) item: bool,
}

/// A part of a block.
#[derive(Clone)]
pub(super) enum Run {
    /// Words at this place of the file.
    Words { range: Range<usize>, linked: bool, length: usize },
    /// The end of a line, at this place of the file.
    Break(usize),
}

impl Block {
    pub(super) fn start(&self) -> usize {
        self.ranges().next().map_or(0, |range| range.start)
    }

    pub(super) fn end(&self) -> usize {
        self.ranges().last().map_or(0, |range| range.end)
    }

    /// Letters and other marks, spaces at the ends of lines left out.
    pub(super) fn length(&self) -> usize {
        self.lengths().map(|(_, length)| length).sum()
    }

    /// How much of it is in links.
    pub(super) fn linked(&self) -> usize {
        self.lengths().filter(|(linked, _)| *linked).map(|(_, length)| length).sum()
    }

    /// How much of it is running text.
    pub(super) fn prose(&self) -> usize {
        self.length() - self.linked()
    }

    fn ranges(&self) -> impl Iterator<Item = &Range<usize>> {
        self.runs.iter().filter_map(|run| match run {
            Run::Words { range, .. } => Some(range),
            Run::Break(_) => None,
        })
    }

    fn lengths(&self) -> impl Iterator<Item = (bool, usize)> + '_ {
        self.runs.iter().filter_map(|run| match run {
            Run::Words { linked, length, .. } => Some((*linked, *length)),
            Run::Break(_) => None,
        })
    }
}

/// An element that is open.
struct Open {
    name: Vec<u8>,
    /// The block flags that hold within it.
    within: Block,
    linked: bool,
    /// Nothing within it is text of the page.
    skip: Option<SkipReason>,
}

/// Deeper nesting than this is not looked at when an end tag is matched.
const DEPTH: usize = 256;

struct Reader<'a> {
    text: &'a str,
    page: Page,
    open: Vec<Open>,
    block: Block,
    articles: u32,
    headings: u32,
}

/// The blocks of `text`.
pub(super) fn page(text: &str) -> Page {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut reader = Reader {
        text,
        page: Page::default(),
        open: Vec::new(),
        block: Block::default(),
        articles: 0,
        headings: 0,
    };
    for token in Tokenizer::new_with_emitter(&*bounded(text), emitter).flatten() {
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&tag),
            Token::String(words) => reader.words(words.span),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.close();
    reader.page
}

impl Reader<'_> {
    fn start(&mut self, tag: &StartTag<usize>) {
        let name: &[u8] = &tag.name;
        match name {
            b"br" => self.block.runs.push(Run::Break(tag.span.start)),
            _ if is_void(name) || tag.self_closing => {}
            _ => {
                if is_block(name) {
                    self.close();
                    self.close_implied(name);
                }
                let open = self.opened(tag);
                if self.open.len() < DEPTH * 4 {
                    self.open.push(open);
                }
            }
        }
    }

    fn opened(&mut self, tag: &StartTag<usize>) -> Open {
        let name: &[u8] = &tag.name;
        let above = self.open.last();
        let mut within = above.map(|open| flags(&open.within)).unwrap_or_default();
        if name == b"article" && within.article.is_none() {
            within.article = Some(self.articles);
            self.articles += 1;
        }
        let role = attribute(tag, b"role");
        within.main |= name == b"main" || role == b"main";
        within.body |= attribute(tag, b"itemprop") == b"articleBody";
        within.boilerplate |= is_boilerplate(tag, within.article.is_some());
        within.item = name == b"li" || (within.item && name != b"ul" && name != b"ol");
        within.heading |= matches!(name, [b'h', b'1'..=b'6']);
        if name == b"h1" {
            within.first_heading = self.headings == 0;
            self.headings += 1;
        }
        Open {
            linked: name == b"a" || above.is_some_and(|open| open.linked),
            skip: above.and_then(|open| open.skip).or_else(|| skip_reason(name)),
            name: name.to_vec(),
            within,
        }
    }

    fn end(&mut self, tag: &EndTag<usize>) {
        let name: &[u8] = &tag.name;
        if is_block(name) {
            self.close();
        }
        let at = self.open.iter().rev().take(DEPTH).position(|open| open.name == name);
        if let Some(at) = at {
            self.open.truncate(self.open.len() - 1 - at);
        }
    }

    /// Ends a paragraph or list item whose end tag was left out.
    fn close_implied(&mut self, name: &[u8]) {
        let ends = |open: &Open| open.name == b"p" || (open.name == b"li" && name == b"li");
        if self.open.last().is_some_and(ends) {
            self.open.pop();
        }
    }

    fn words(&mut self, span: Span<usize>) {
        let Some(words) = self.text.get(span.start..span.end) else { return };
        let length = words.trim().len();
        let open = self.open.last();
        if let Some(reason) = open.and_then(|open| open.skip) {
            if length > 0 {
                self.page.skipped.push((span.start..span.end, reason));
            }
            return;
        }
        if self.block.runs.is_empty() {
            if length == 0 {
                return;
            }
            self.block = open.map(|open| flags(&open.within)).unwrap_or_default();
        }
        let linked = open.is_some_and(|open| open.linked);
        self.block.runs.push(Run::Words { range: span.start..span.end, linked, length });
    }

    /// Ends the block.
    fn close(&mut self) {
        let block = std::mem::take(&mut self.block);
        if block.length() > 0 {
            self.page.blocks.push(block);
        }
    }
}

/// The same flags around no words.
fn flags(block: &Block) -> Block {
    Block {
        runs: Vec::new(),
        article: block.article,
        main: block.main,
        body: block.body,
        boilerplate: block.boilerplate,
        heading: block.heading,
        first_heading: block.first_heading,
        item: block.item,
    }
}

fn attribute<'t>(tag: &'t StartTag<usize>, name: &[u8]) -> &'t [u8] {
    tag.attributes.get(name).map_or(&[], |value| value.value.as_slice())
}

fn skip_reason(name: &[u8]) -> Option<SkipReason> {
    Some(match name {
        b"script" | b"style" | b"pre" | b"template" | b"svg" | b"math" | b"object" => {
            SkipReason::Code
        }
        b"title" | b"head" => SkipReason::Metadata,
        b"table" => SkipReason::Table,
        b"select" | b"button" | b"textarea" | b"iframe" | b"noscript" | b"dialog" => {
            SkipReason::Boilerplate
        }
        _ => return None,
    })
}

/// What stands around an article, by element, role, or the names of its classes.
fn is_boilerplate(tag: &StartTag<usize>, in_article: bool) -> bool {
    let name: &[u8] = &tag.name;
    let element = matches!(name, b"nav" | b"footer" | b"aside" | b"form")
        || (name == b"header" && !in_article);
    let role = matches!(
        attribute(tag, b"role"),
        b"navigation"
            | b"banner"
            | b"contentinfo"
            | b"complementary"
            | b"search"
            | b"dialog"
            | b"alertdialog"
            | b"menu"
    );
    let hidden =
        tag.attributes.contains_key(&b"hidden"[..]) || attribute(tag, b"aria-hidden") == b"true";
    let root = matches!(name, b"html" | b"body" | b"main" | b"article");
    let named =
        !root && [b"class".as_slice(), b"id"].iter().any(|key| says_so(attribute(tag, key)));
    element || role || hidden || named
}

/// Words in the names of classes and ids that mark what is no part of an article.
const AROUND: [&str; 28] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "footer",
    "gdpr",
    "menu",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "paywall",
    "promo",
    "recommended",
    "related",
    "share",
    "sidebar",
    "social",
    "sponsored",
    "subscribe",
    "teaser",
];

fn says_so(names: &[u8]) -> bool {
    let names = String::from_utf8_lossy(names).to_ascii_lowercase();
    names
        .split(|c: char| !c.is_ascii_alphanumeric())
        .any(|word| AROUND.binary_search(&word).is_ok())
}

fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"source"
            | b"track"
            | b"wbr"
    )
}

/// Elements that begin and end a block of text.
fn is_block(name: &[u8]) -> bool {
    matches!(name, [b'h', b'1'..=b'6'])
        || matches!(
            name,
            b"address"
                | b"article"
                | b"aside"
                | b"blockquote"
                | b"body"
                | b"caption"
                | b"dd"
                | b"details"
                | b"dialog"
                | b"div"
                | b"dl"
                | b"dt"
                | b"fieldset"
                | b"figcaption"
                | b"figure"
                | b"footer"
                | b"form"
                | b"header"
                | b"hr"
                | b"li"
                | b"main"
                | b"nav"
                | b"ol"
                | b"p"
                | b"pre"
                | b"section"
                | b"summary"
                | b"table"
                | b"td"
                | b"th"
                | b"tr"
                | b"ul"
        )
}
