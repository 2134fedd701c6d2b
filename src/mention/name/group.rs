//! Finds actors without a name: pronouns, offices, bodies, groups, peoples.

use super::geo::{country, country_name};
use super::sheet::{Sheet, flag};
use super::span::Found;
use crate::lexicon::name::{self, Class};
use crate::lexicon::place::title_case;
use crate::lexicon::unit;
use crate::mention::{Mention, Referent};
use crate::syntax::{Morph, Rel, Tree, Upos};
use crate::text::{Span, lower};
use crate::value::{Name, NameKind, Place};

/// The actors of a sentence that have no name; words of `names` are left alone.
pub(super) fn find(
    text: &str,
    tree: &Tree,
    sheet: &Sheet,
    sentence: usize,
    names: &[Found],
) -> Vec<Mention> {
    let mut found = Vec::new();
    let taken = |at: usize| {
        let named = |n: &Found| n.kind != super::Kind::Other || n.thing.is_some();
        names.iter().any(|n| named(n) && (n.start..n.end).contains(&at))
    };
    for at in 0..tree.words.len() {
        if taken(at) {
            continue;
        }
        if let Some((place, start)) = origin(text, tree, sheet, at) {
            let span = tree.words[start].span.cover(tree.words[at].span);
            found.push(mention(sentence, at, span, Referent::Place(place)));
            continue;
        }
        let Some(mut name) = actor(text, tree, sheet, at) else { continue };
        let start = match tree.words[at].upos {
            Upos::Pron => at,
            _ => phrase_start(tree, at),
        };
        // A name set off by a comma is another phrase; a possessor is a part of this one.
        let apart = |n: &&Found| tree.words.get(n.end).is_some_and(|w| w.upos == Upos::Punct);
        let ends = names.iter().filter(apart).map(|n| n.end + 1);
        let start = ends.filter(|end| (start..=at).contains(end)).max().unwrap_or(start);
        let span = tree.words[start].span.cover(tree.words[at].span);
        span.of(text).clone_into(&mut name.text);
        found.push(mention(sentence, at, span, Referent::Actor(name)));
    }
    found
}

fn mention(sentence: usize, head: usize, span: Span, referent: Referent) -> Mention {
    let short = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Mention { span, sentence: short(sentence), head: short(head), referent }
}

/// The place that an adjective tells the origin by: "Irish" in "Irish farmers"; with its first word.
fn origin(text: &str, tree: &Tree, sheet: &Sheet, at: usize) -> Option<(Place, usize)> {
    let modifies = matches!(tree.words[at].rel, Rel::Amod | Rel::Compound);
    let (start, id) = demonym(sheet, at).filter(|_| modifies)?;
    let country = id.split_once('.').map(|(country, _)| country.to_owned());
    let span = tree.words[start].span.cover(tree.words[at].span);
    let place = Place {
        text: span.of(text).to_owned(),
        name: country_or_id(id),
        path: country.into_iter().chain([id.to_owned()]).collect(),
        named: true,
        ..Place::default()
    };
    Some((place, start))
}

/// The adjective or noun of a people that ends at a word ("Irish", "South Korean"): its first word
/// and what it is of.
fn demonym(sheet: &Sheet, at: usize) -> Option<(usize, &'static str)> {
    let capital = |at: usize| sheet.shapes[at].begins_name();
    let two = |first: usize| {
        let phrase = format!("{} {}", sheet.keys[first], sheet.keys[at]);
        Some((first, name::data(&phrase, Class::Demonym)?))
    };
    let longer = at.checked_sub(1).filter(|&first| capital(first) && capital(at)).and_then(two);
    longer.or_else(|| {
        let own = capital(at) && sheet.flags[at] & flag::DEMONYM != 0;
        own.then(|| Some((at, name::data(&sheet.keys[at], Class::Demonym)?)))?
    })
}

fn country_or_id(id: &str) -> String {
    let name = country(id);
    if name == id { title_case(&id.trim_start_matches('@').replace('-', " ")) } else { name }
}

/// The first word of the noun phrase before its head.
fn phrase_start(tree: &Tree, head: usize) -> usize {
    let below = |at: &usize| {
        let mut above = tree.head(*at);
        for _ in 0..4 {
            match above {
                Some(at) if at == head => return true,
                Some(at) => above = tree.head(at),
                None => return false,
            }
        }
        false
    };
    let start = (0..head).rev().take_while(below).last().unwrap_or(head);
    let plural = tree.words[head].morph == Morph::Plural;
    let mark = |at: usize| {
        let word = &tree.words[at];
        let hedge = at > 0
            && &*tree.words[at - 1].lemma == "at"
            && matches!(&*word.lemma, "least" | "most" | "little" | "many");
        matches!(word.upos, Upos::Punct | Upos::Adp | Upos::Cconj | Upos::Part | Upos::Sconj)
            || hedge
            || word.rel == Rel::Case
            || plural && &*word.lemma == "that"
    };
    (start..=head).find(|at| !mark(*at)).unwrap_or(head)
}

fn actor(text: &str, tree: &Tree, sheet: &Sheet, at: usize) -> Option<Name> {
    let word = &tree.words[at];
    match word.upos {
        Upos::Pron => pronoun(&sheet.keys[at], word.rel),
        Upos::Noun | Upos::Propn => noun(text, tree, sheet, at),
        Upos::Adj if tree.child(at, Rel::Det).is_some() => people(text, tree, sheet, at),
        _ => None,
    }
}

fn unnamed(canonical: &str, kind: NameKind) -> Name {
    Name { text: String::new(), canonical: canonical.to_owned(), kind, country: None, named: false }
}

fn pronoun(key: &str, rel: Rel) -> Option<Name> {
    let kind = match key {
        "he" | "him" | "himself" | "she" | "herself" | "i" | "me" => NameKind::Person,
        "her" if rel != Rel::NmodPoss => NameKind::Person,
        "they" | "them" | "themselves" => NameKind::Unknown,
        "we" | "us" => NameKind::Group,
        "it" if matches!(rel, Rel::Nsubj | Rel::NsubjPass) => NameKind::Organization,
        _ => return None,
    };
    let lemma = match key {
        "him" | "himself" => "he",
        "her" | "herself" => "she",
        "me" => "i",
        "them" | "themselves" => "they",
        "us" => "we",
        key => key,
    };
    Some(unnamed(lemma, kind))
}

/// A noun that is the head of its phrase and means someone.
fn noun(text: &str, tree: &Tree, sheet: &Sheet, at: usize) -> Option<Name> {
    let word = &tree.words[at];
    let rel = word.rel;
    if matches!(rel, Rel::Compound | Rel::Flat | Rel::NmodDesc | Rel::Fixed | Rel::Goeswith) {
        return None;
    }
    if let Some(people) = people(text, tree, sheet, at) {
        return Some(people);
    }
    let lemma = &*word.lemma;
    let lemma = lower(lemma);
    let plural = word.morph == Morph::Plural;
    let key = &*sheet.keys[at];
    let person = name::is(&lemma, Class::Role);
    let body = name::is(&lemma, Class::Body) || name::is(key, Class::Body);
    let office = sheet.flags[at] & flag::TITLE != 0;
    // "on board", "1.5 million km", "ten degrees"
    let bare = tree.child(at, Rel::Det).is_none() && tree.child(at, Rel::NmodPoss).is_none();
    let aboard = lemma == "board" && bare && at > 0 && &*tree.words[at - 1].lemma == "on";
    if aboard || unit::words().find(&lemma).is_some_and(|unit| unit.measure.is_some()) {
        return None;
    }
    let kind = match () {
        () if body => NameKind::Organization,
        () if plural && (person || agent_noun(&lemma)) => NameKind::Group,
        () if name::is(key, Class::Crowd) => NameKind::Group,
        () if person || office => NameKind::Person,
        () => return None,
    };
    Some(unnamed(&lemma, kind))
}

/// Nouns made of what someone does or believes: "miners", "cyclists", "politicians".
fn agent_noun(lemma: &str) -> bool {
    let ends = ["er", "or", "ist", "ian", "ee", "ant", "man", "woman"];
    lemma.len() > 5 && ends.iter().any(|end| lemma.ends_with(end)) && !name::is(lemma, Class::Thing)
}

/// A people: "Ukrainians", "the Dutch".
fn people(text: &str, tree: &Tree, sheet: &Sheet, at: usize) -> Option<Name> {
    let (_, code) = demonym(sheet, at)?;
    let adjective = tree.words[at].upos == Upos::Adj;
    if adjective && !matches!(tree.words[at].rel, Rel::Nsubj | Rel::Obj | Rel::Obl | Rel::Nmod) {
        return None;
    }
    let mut name = country_name(tree.form(text, at), code);
    name.kind = NameKind::Group;
    name.canonical = format!("people of {}", country(code));
    name.country = Some(code.to_owned()).filter(|code| code.len() == 2);
    Some(name)
}
