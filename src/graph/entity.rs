//! The same entity across documents.
//!
//! Only strong matches join: a full name, a country, an organization's key. A surname alone joins
//! the one full name of the run that ends in it, and a firm's first word the one full name that it
//! begins. Actors without a name stay in their document,
//! bodies that the text places ("Lyon police") excepted.

use std::collections::{BTreeMap, BTreeSet};

use super::decision::{Chosen, Decisions};
use super::{Entity, Node};
use crate::claim::Actor;
use crate::lexicon::fold;
use crate::lexicon::name::{Class, is, organization_key, same_word, skeleton, spelling};
use crate::value::{Name, NameKind};

/// (document, index of the actor)
type Member = (u32, u32);

pub(super) fn join(documents: &[Node], decisions: &Decisions) -> Vec<Entity> {
    let mut groups: BTreeMap<Key, Vec<Member>> = BTreeMap::new();
    let mut persons: BTreeMap<String, Vec<Person>> = BTreeMap::new();
    for (document, node) in documents.iter().enumerate() {
        for (at, actor) in node.account.actors.iter().enumerate() {
            let member = (short(document), short(at));
            if actor.name.named && actor.name.kind == NameKind::Person {
                let person = Person { words: words(&actor.name.canonical), member };
                let block = person.words.last().map_or_else(String::new, |last| skeleton(last));
                persons.entry(block).or_default().push(person);
            } else {
                groups.entry(key(actor, member)).or_default().push(member);
            }
        }
    }
    let mut found: Vec<Vec<Member>> = called_more(documents, groups);
    found.extend(persons.into_values().flat_map(same_persons));
    let found = decide(documents, decisions, found);
    let mut entities: Vec<Entity> =
        found.into_iter().map(|members| entity(documents, members)).collect();
    entities.sort_by(|a, b| a.members.cmp(&b.members));
    entities
}

/// The groups, those of a firm's first word ("*Halden*") joined to the one body that is called by it and one word more
/// that ends the names of bodies ("Halden Foods").
fn called_more(documents: &[Node], mut groups: BTreeMap<Key, Vec<Member>>) -> Vec<Vec<Member>> {
    let body = |&(document, at): &Member| -> Option<String> {
        let name = &documents[document as usize].account.actors[at as usize].name;
        (name.named && name.kind == NameKind::Organization).then(|| fold(&name.canonical))
    };
    let mut fuller: BTreeMap<String, BTreeSet<Key>> = BTreeMap::new();
    let mut brief: BTreeSet<(String, Key)> = BTreeSet::new();
    for (key, members) in &groups {
        for name in members.iter().filter_map(body) {
            match name.split_once(' ') {
                None => _ = brief.insert((name, key.clone())),
                Some((first, ending)) if is(ending, Class::OrganizationWord) => {
                    fuller.entry(first.to_owned()).or_default().insert(key.clone());
                }
                Some(_) => {}
            }
        }
    }
    for (name, key) in brief {
        let mut called = fuller.get(&name).into_iter().flatten().filter(|full| **full != key);
        if let (Some(full), None) = (called.next(), called.next())
            && let Some(members) = groups.remove(&key)
        {
            groups.entry(full.clone()).or_default().extend(members);
        }
    }
    groups.into_values().collect()
}

/// Joins and parts groups as a user has decided.
fn decide(
    documents: &[Node],
    decisions: &Decisions,
    mut groups: Vec<Vec<Member>>,
) -> Vec<Vec<Member>> {
    let find = |chosen: &Chosen<'_>| actors(documents, chosen);
    for anchors in decisions.same(find) {
        let wanted: BTreeSet<Member> = anchors.into_iter().flatten().collect();
        let held = |group: &Vec<Member>| group.iter().any(|member| wanted.contains(member));
        let (joined, rest): (Vec<_>, Vec<_>) = groups.into_iter().partition(held);
        groups = rest;
        groups.extend(Some(joined.concat()).filter(|group| !group.is_empty()));
    }
    for anchors in decisions.apart(find) {
        groups = groups.into_iter().flat_map(|group| part(group, &anchors)).collect();
    }
    groups
}

/// The actors that an anchor of a decision names.
fn actors(documents: &[Node], chosen: &Chosen<'_>) -> Vec<Member> {
    let mut found = Vec::new();
    for (document, node) in documents.iter().enumerate() {
        let named = node.account.actors.iter().enumerate();
        let named = named.filter(|(_, actor)| chosen.is_actor(node, actor));
        found.extend(named.map(|(at, _)| (short(document), short(at))));
    }
    found
}

/// A group, parted when members of two anchors are in it; the rest stays together.
fn part(mut group: Vec<Member>, anchors: &[Vec<Member>]) -> Vec<Vec<Member>> {
    let has = |anchor: &&Vec<Member>| group.iter().any(|member| anchor.contains(member));
    if anchors.iter().filter(has).count() < 2 {
        return vec![group];
    }
    let mut parts = Vec::new();
    for anchor in anchors {
        let (own, rest) = group.into_iter().partition(|member| anchor.contains(member));
        parts.push(own);
        group = rest;
    }
    parts.push(group);
    parts.retain(|part| !part.is_empty());
    parts
}

fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Under which an actor that is no named person meets others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Country(String),
    People(String),
    Body(String),
    Alone(Member),
}

fn key(actor: &Actor, member: Member) -> Key {
    let name = &actor.name;
    match (name.kind, &name.country) {
        (NameKind::Country, Some(code)) => Key::Country(code.clone()),
        (NameKind::Group, Some(code)) => Key::People(code.clone()),
        _ if name.named => Key::Body(organization_key(&name.canonical)),
        (NameKind::Organization, _) if name.canonical.contains(' ') => {
            Key::Body(organization_key(&name.canonical))
        }
        _ => Key::Alone(member),
    }
}

/// A person of one document.
struct Person {
    /// The folded words of the fullest name.
    words: Vec<String>,
    member: Member,
}

fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(' ').filter(|word| !word.is_empty() && !is(word, Class::Suffix));
    words.map(|word| spelling(word).to_owned()).collect()
}

/// Groups the persons of one surname: by given name first, then initials and bare surnames where
/// only one group fits. The result does not depend on the order of the documents.
fn same_persons(persons: Vec<Person>) -> Vec<Vec<Member>> {
    let initial = |word: &str| word.len() == 1 || word.ends_with('.');
    let (full, rest): (Vec<Person>, Vec<Person>) =
        persons.into_iter().partition(|p| p.words.len() > 1 && !initial(&p.words[0]));
    let mut groups: BTreeMap<(String, String), Vec<Member>> = BTreeMap::new();
    for person in &full {
        let last = person.words.last().map_or_else(String::new, |last| skeleton(last));
        let given = spelling(&person.words[0]).to_owned();
        let own = (given, last);
        let like = |key: &&(String, String)| key.1 == own.1 && same_word(&key.0, &own.0);
        let key = match groups.contains_key(&own) {
            true => None,
            false => groups.keys().find(like).cloned(),
        };
        groups.entry(key.unwrap_or(own)).or_default().push(person.member);
    }
    let mut bare: BTreeMap<(String, String), Vec<Member>> = BTreeMap::new();
    for person in rest {
        let start = match &person.words[..] {
            [] | [_] => None,
            [first, ..] => first.chars().next(),
        };
        let last = person.words.last().cloned().unwrap_or_default();
        let fits = |key: &&(String, String)| {
            key.1 == skeleton(&last) && start.is_none_or(|c| key.0.starts_with(c))
        };
        let mut fitting = groups.keys().filter(fits).cloned();
        match (fitting.next(), fitting.next()) {
            (Some(only), None) => groups.entry(only).or_default().push(person.member),
            _ => {
                let start = start.map_or_else(String::new, String::from);
                bare.entry((start, skeleton(&last))).or_default().push(person.member);
            }
        }
    }
    groups.into_values().chain(bare.into_values()).collect()
}

fn entity(documents: &[Node], mut members: Vec<Member>) -> Entity {
    members.sort_unstable();
    members.dedup();
    let actor = |member: &Member| -> &Actor {
        &documents[member.0 as usize].account.actors[member.1 as usize]
    };
    let fullest = members.iter().map(actor).map(|actor| &actor.name).max_by(|a, b| {
        let rank = |name: &Name| (name.named, name.canonical.split(' ').count().min(3));
        rank(a).cmp(&rank(b)).then_with(|| b.canonical.cmp(&a.canonical))
    });
    let name = fullest.cloned().unwrap_or_else(|| actor(&members[0]).name.clone());
    let mut aliases: Vec<String> = members
        .iter()
        .map(actor)
        .flat_map(|actor| actor.aliases.iter().chain([&actor.name.canonical]))
        .filter(|alias| **alias != name.canonical)
        .cloned()
        .collect();
    aliases.sort();
    aliases.dedup();
    Entity { name, aliases, members }
}
