//! Clusters of mentions, and which of them a name belongs to.

use std::collections::BTreeMap;

use super::Actor;
use crate::lexicon::fold;
use crate::lexicon::name::{Class, is, is_man, organization_key, same_word, skeleton, spelling};
use crate::mention::Mention;
use crate::value::{Name, NameKind};

/// Mentions of one actor.
#[derive(Debug, Clone)]
pub(super) struct Cluster {
    pub(super) kind: NameKind,
    /// The fullest name.
    pub(super) name: Name,
    /// The folded words of the fullest name of a person.
    pub(super) words: Vec<String>,
    /// Whether the person is a man, if the text tells.
    pub(super) man: Option<bool>,
    /// The offices that the person is given, each a sorted list of lemmas.
    pub(super) offices: Vec<Vec<String>>,
    /// Whether descriptions and pronouns may refer to it: it has been mentioned.
    pub(super) seen: bool,
    /// Other names, as written.
    aliases: Vec<String>,
    mentions: Vec<u32>,
}

impl Cluster {
    pub(super) fn new(name: &Name) -> Self {
        let words = if name.kind == NameKind::Person { words(&name.canonical) } else { Vec::new() };
        let man = words.first().filter(|_| words.len() > 1).and_then(|word| is_man(word));
        Self {
            kind: name.kind,
            name: name.clone(),
            words,
            man,
            offices: Vec::new(),
            seen: false,
            aliases: Vec::new(),
            mentions: Vec::new(),
        }
    }

    /// Takes over a fuller name.
    fn meet(&mut self, name: &Name) {
        let words = words(&name.canonical);
        if self.kind == NameKind::Person && words.len() > self.words.len() {
            self.aliases.push(std::mem::take(&mut self.name.canonical));
            self.man = self.man.or_else(|| is_man(&words[0]));
            self.words = words;
            self.name = name.clone();
        } else {
            self.aliases.push(name.canonical.clone());
        }
    }
}

/// The folded words of a person's name without suffixes.
pub(super) fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(' ').filter(|word| !word.is_empty() && !is(word, Class::Suffix));
    words.map(|word| spelling(word).to_owned()).collect()
}

/// All clusters of a document.
#[derive(Debug, Default)]
pub(super) struct Clusters {
    pub(super) list: Vec<Cluster>,
    /// Persons by the skeleton of the last word of their name.
    persons: BTreeMap<String, Vec<usize>>,
    /// Others by key.
    keys: BTreeMap<String, usize>,
    by_mention: BTreeMap<usize, usize>,
    /// Persons by given name.
    given: BTreeMap<String, Vec<usize>>,
    /// Organizations by the words of their keys, persons by the words of their offices.
    words: BTreeMap<String, Vec<usize>>,
    /// The countries.
    countries: Vec<usize>,
}

/// The longest list that is searched: what fits more than this many fits nobody.
const MANY: usize = 64;

impl Clusters {
    pub(super) fn of(&self, mention: usize) -> Option<usize> {
        self.by_mention.get(&mention).copied()
    }

    pub(super) fn put(&mut self, mention: usize, cluster: usize) {
        self.by_mention.insert(mention, cluster);
        self.list[cluster].mentions.push(u32::try_from(mention).unwrap_or(u32::MAX));
    }

    pub(super) fn add(&mut self, name: &Name) -> usize {
        self.list.push(Cluster::new(name));
        self.list.len() - 1
    }

    /// Notes an office of the person.
    pub(super) fn add_office(&mut self, cluster: usize, office: Vec<String>) {
        if office.is_empty() || self.list[cluster].offices.contains(&office) {
            return;
        }
        for word in &office {
            self.words.entry(word.clone()).or_default().push(cluster);
        }
        self.list[cluster].offices.push(office);
    }

    /// The clusters that have one of the words, in a name or an office; none when they are many.
    pub(super) fn with_word(&self, word: &str) -> &[usize] {
        let found = self.words.get(word).map_or(&[][..], Vec::as_slice);
        if found.len() > MANY { &[] } else { found }
    }

    /// The cluster of a name.
    pub(super) fn named(&mut self, name: &Name) -> usize {
        match name.kind {
            NameKind::Person => self.person(name),
            NameKind::Organization if !name.canonical.contains(' ') => match self.called_more(name)
            {
                Some(cluster) => {
                    self.list[cluster].meet(name);
                    cluster
                }
                None => self.keyed(name, &key(name)),
            },
            _ => self.keyed(name, &key(name)),
        }
    }

    /// "*Halden*" behind "Halden Foods": the one body that the text has called by the same word and one that ends the names
    /// of bodies.
    fn called_more(&self, name: &Name) -> Option<usize> {
        let short = fold(&name.canonical);
        if self.keys.contains_key(&key(name)) {
            return None;
        }
        let fuller = |&&cluster: &&usize| {
            let known = &self.list[cluster];
            let full = fold(&known.name.canonical);
            let ending = full.strip_prefix(&short).and_then(|rest| rest.strip_prefix(' '));
            known.kind == NameKind::Organization
                && ending.is_some_and(|word| is(word, Class::OrganizationWord))
        };
        let mut found = self.with_word(&short).iter().filter(fuller);
        let first = found.next().copied();
        first.filter(|_| found.next().is_none())
    }

    /// The cluster with this key, a new one if there is none.
    pub(super) fn keyed(&mut self, name: &Name, key: &str) -> usize {
        if let Some(&cluster) = self.keys.get(key) {
            self.list[cluster].meet(name);
            return cluster;
        }
        let cluster = self.add(name);
        self.keys.insert(key.to_owned(), cluster);
        match name.kind {
            NameKind::Country => self.countries.push(cluster),
            NameKind::Organization if name.named => {
                for word in organization_key(&name.canonical).split(' ') {
                    self.words.entry(word.to_owned()).or_default().push(cluster);
                }
            }
            _ => {}
        }
        cluster
    }

    fn person(&mut self, name: &Name) -> usize {
        let words = words(&name.canonical);
        let Some(last) = words.last() else { return self.add(name) };
        let block = skeleton(last);
        let fits = |cluster: &&usize| same_person(&self.list[**cluster].words, &words);
        let same = self.persons.get(&block).into_iter().flatten().take(MANY);
        let found: Vec<usize> = same.filter(fits).copied().collect();
        if let [cluster] = found[..] {
            self.list[cluster].meet(name);
            return cluster;
        }
        // The same single word again, or a given name alone: "Volodymyr".
        if let Some(cluster) = self.given(&words).filter(|_| found.is_empty()) {
            self.list[cluster].meet(name);
            return cluster;
        }
        let alone = found.iter().find(|cluster| self.list[**cluster].words == words);
        if let Some(&cluster) = alone {
            return cluster;
        }
        let cluster = self.add(name);
        self.persons.entry(block).or_default().push(cluster);
        if words.len() > 1 {
            self.given.entry(words[0].clone()).or_default().push(cluster);
        }
        cluster
    }

    /// The one person whose given name is the only word of the name.
    fn given(&self, words: &[String]) -> Option<usize> {
        let [word] = words else { return None };
        if !is(word, Class::Male) && !is(word, Class::Female) {
            return None;
        }
        match self.given.get(word).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => None,
        }
    }

    /// The actors in the order of their first mention.
    pub(super) fn actors(self, mentions: &[Mention]) -> Vec<Actor> {
        let mut clusters: Vec<Cluster> =
            self.list.into_iter().filter(|cluster| !cluster.mentions.is_empty()).collect();
        for cluster in &mut clusters {
            cluster.mentions.sort_unstable();
        }
        let first = |cluster: &Cluster| {
            let at = cluster.mentions.first().copied().unwrap_or_default();
            (mentions.get(at as usize).map(|mention| mention.span), at)
        };
        clusters.sort_by_key(first);
        clusters.into_iter().map(actor).collect()
    }
}

fn actor(cluster: Cluster) -> Actor {
    let mut aliases = cluster.aliases;
    aliases.sort();
    aliases.dedup();
    aliases.retain(|alias| *alias != cluster.name.canonical);
    Actor { name: cluster.name, aliases, mentions: cluster.mentions }
}

/// The key of a name that is not a person's.
fn key(name: &Name) -> String {
    match (&name.country, name.kind) {
        (Some(code), NameKind::Country) => format!("country {code}"),
        (Some(code), NameKind::Group) => format!("people {code}"),
        (_, NameKind::Group) => format!("people {}", fold(&name.canonical)),
        _ => format!("body {}", organization_key(&name.canonical)),
    }
}

/// Whether two names can be one person's: the same surname, and given names that agree as far as
/// both have them.
pub(super) fn same_person(a: &[String], b: &[String]) -> bool {
    let (Some(last_a), Some(last_b)) = (a.last(), b.last()) else { return false };
    if !same_word(last_a, last_b) {
        return false;
    }
    if a.len() < 2 || b.len() < 2 {
        return true;
    }
    let (first_a, first_b) = (&a[0], &b[0]);
    let initial = |word: &str| word.len() == 1 || word.ends_with('.');
    if initial(first_a) || initial(first_b) {
        return first_a.chars().next() == first_b.chars().next();
    }
    same_word(first_a, first_b)
}
