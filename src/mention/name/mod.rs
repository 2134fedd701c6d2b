//! Finds places and actors.

mod acronym;
mod agree;
mod called;
mod geo;
mod group;
mod setting;
pub mod sheet;
mod span;
pub mod tagger;
mod thing;

use super::{Mention, Referent};
use crate::lexicon::name::{self, Class};
use crate::lexicon::{Aliases, fold};
use crate::syntax::{Rel, Tree};
use crate::text::Span;
use crate::value::{Name, NameKind};
use acronym::Acronyms;
use sheet::Sheet;
use span::Found;
use tagger::{Kind, Model};

pub(super) fn detect(text: &str, trees: &[Tree], aliases: &Aliases) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut mentions = Vec::new();
    for (sentence, tree) in trees.iter().enumerate() {
        let forms: Vec<&str> = tree.words.iter().map(|word| word.span.of(text)).collect();
        let sheet = Sheet::read(&forms, Model::embedded().common());
        let names = span::find(text, tree, &sheet, sentence);
        mentions.extend(group::find(text, tree, &sheet, sentence, &names));
        found.extend(names);
    }
    span::drop_weak(text, trees, &mut found);
    span::again(text, trees, &mut found);
    called::again(text, trees, &mut found);
    let acronyms = Acronyms::read(text, trees, &found);
    agree::agree(text, trees, &mut found);
    let gazetteer = geo::Gazetteer::read(text, trees, &found);
    for (at, found) in found.iter().enumerate() {
        let tree = &trees[found.sentence];
        let referent = match found.kind {
            Kind::Place => Referent::Place(gazetteer.place(at, found)),
            Kind::Person => Referent::Actor(person(text, tree, found)),
            Kind::Organization => Referent::Actor(organization(text, tree, found, &acronyms)),
            Kind::Other => match found.thing {
                Some(kind) => Referent::Thing(called::thing(text, tree, found, kind)),
                None => continue,
            },
        };
        let referent = renamed(referent, aliases);
        mentions.push(mention(tree, found, referent));
    }
    mentions.sort_by_cached_key(|mention| (mention.span, mention.head));
    mentions
}

/// The referent under the name that the user gave for it.
fn renamed(mut referent: Referent, aliases: &Aliases) -> Referent {
    if let Referent::Actor(name) = &mut referent
        && let Some(canonical) = aliases.canonical(&name.text)
    {
        canonical.clone_into(&mut name.canonical);
    }
    referent
}

fn mention(tree: &Tree, found: &Found, referent: Referent) -> Mention {
    let short = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Mention {
        span: found.span(tree),
        sentence: short(found.sentence),
        head: short(head(tree, found.start, found.end)),
        referent,
    }
}

/// The word of `start..end` whose head lies outside.
fn head(tree: &Tree, start: usize, end: usize) -> usize {
    let inside = |at: usize| (start..end).contains(&at);
    let out = |at: &usize| tree.head(*at).is_none_or(|head| !inside(head));
    (start..end).rev().find(out).unwrap_or(end - 1)
}

/// The words of a name, "KYIV" as "Kyiv" in a line of capitals; spaces that a tokenizer left
/// around hyphens and before possessive endings taken out.
fn written(text: &str, span: Span, upper: bool) -> String {
    let words = span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.replace(" - ", "-").replace(" '", "'").replace(" ’", "’");
    if !upper {
        return words;
    }
    let mut start = true;
    let mut change = |c: char| {
        let out: Vec<char> = if start { vec![c] } else { c.to_lowercase().collect() };
        start = !c.is_alphanumeric();
        out
    };
    words.chars().flat_map(&mut change).collect()
}

fn person(text: &str, tree: &Tree, found: &Found) -> Name {
    let words = found.span(tree).of(text);
    Name {
        text: words.to_owned(),
        canonical: written(text, found.span(tree), found.upper),
        kind: NameKind::Person,
        country: None,
        named: true,
    }
}

fn organization(text: &str, tree: &Tree, found: &Found, acronyms: &Acronyms) -> Name {
    let span = found.span(tree);
    let words = written(text, span, found.upper && span.len() > 6);
    let key = fold(&words);
    // "Ukraine's Ministry of Defence" is not the one that the table has under that name.
    let head = head(tree, found.start, found.end);
    let owned = tree.child(head, Rel::NmodPoss).is_some_and(|owner| owner < found.start);
    let known = name::data(&key, Class::Organization)
        .and_then(|data| data.split_once('|'))
        .filter(|_| !owned);
    let canonical = acronyms.long(&words).or(known.map(|known| known.0)).unwrap_or(&words);
    Name {
        text: span.of(text).to_owned(),
        canonical: canonical.to_owned(),
        kind: NameKind::Organization,
        country: known.map(|known| known.1.to_owned()).filter(|code| !code.is_empty()),
        named: true,
    }
}

/// Whether the word is where actors stand: subject, agent, possessor, object, or partner of what
/// happens.
fn acts(text: &str, tree: &Tree, head: usize) -> bool {
    let mut at = head;
    while tree.words[at].rel == Rel::Conj {
        match tree.head(at) {
            Some(above) => at = above,
            None => break,
        }
    }
    match tree.words[at].rel {
        Rel::Nsubj | Rel::NsubjPass | Rel::OblAgent | Rel::NmodPoss | Rel::Obj | Rel::Iobj => true,
        Rel::Obl | Rel::Nmod => {
            let case = tree.child(at, Rel::Case).map(|case| tree.form(text, case).to_lowercase());
            matches!(case.as_deref(), Some("between" | "with" | "by" | "against" | "to"))
        }
        _ => false,
    }
}
