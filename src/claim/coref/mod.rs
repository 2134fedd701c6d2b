//! Which mentions of one document are the same actor.
//!
//! Conservative: a surname joins the full name that ends in it when there is one; two given names
//! are two persons; a pronoun or a description joins when exactly one actor fits; what fits
//! several stays apart.

mod cluster;
mod describe;
mod pronoun;

use super::Actor;
use crate::mention::{Mention, Referent};
use crate::syntax::Tree;
use crate::value::{Name, NameKind};
use cluster::{Cluster, Clusters};

pub(super) fn actors(text: &str, trees: &[Tree], mentions: &[Mention]) -> Vec<Actor> {
    let mut resolver =
        Resolver { text, trees, mentions, clusters: Clusters::default(), recent: Vec::new() };
    resolver.names();
    resolver.others();
    resolver.clusters.actors(mentions)
}

/// The name by which a mention acts: an actor, or a place that stands for one.
fn name(mention: &Mention) -> Option<&Name> {
    match &mention.referent {
        Referent::Actor(name) => Some(name),
        Referent::Place(place) => place.actor.as_ref(),
        _ => None,
    }
}

struct Resolver<'a> {
    text: &'a str,
    trees: &'a [Tree],
    mentions: &'a [Mention],
    clusters: Clusters,
    /// The clusters mentioned in this sentence and the one before: (sentence, cluster).
    recent: Vec<(u32, usize)>,
}

impl Resolver<'_> {
    /// Full names first, so that a headline's surname finds its full name further down, and "Halden" the firm that
    /// was called "Halden Foods" before.
    fn names(&mut self) {
        for full in [true, false] {
            for at in 0..self.mentions.len() {
                let Some(name) = name(&self.mentions[at]).filter(|name| name.named) else {
                    continue;
                };
                let words = name.canonical.split_whitespace().count();
                let acts = matches!(self.mentions[at].referent, Referent::Actor(_));
                let short = match name.kind {
                    NameKind::Person => words == 1,
                    NameKind::Organization => words == 1 && acts,
                    _ => false,
                };
                if full != short {
                    let cluster = self.clusters.named(name);
                    self.clusters.put(at, cluster);
                    self.offices(at, cluster);
                }
            }
        }
    }

    /// Notes the office that stands before a person's name or beside it.
    fn offices(&mut self, at: usize, cluster: usize) {
        let mention = &self.mentions[at];
        if self.clusters.list[cluster].kind != NameKind::Person {
            return;
        }
        let tree = &self.trees[mention.sentence as usize];
        let office = describe::before(self.text, tree, mention);
        if let Some(man) = office.iter().find_map(|word| crate::lexicon::name::is_man(word)) {
            self.clusters.list[cluster].man.get_or_insert(man);
        }
        self.clusters.add_office(cluster, office);
    }

    /// Descriptions and pronouns in the order of the text.
    fn others(&mut self) {
        for at in 0..self.mentions.len() {
            let mention = &self.mentions[at];
            let Some(name) = name(mention) else { continue };
            if !name.named {
                self.unnamed(at, name);
            }
            if let Some(cluster) = self.clusters.of(at) {
                self.clusters.list[cluster].seen = true;
                self.recent.push((mention.sentence, cluster));
            }
            self.forget(mention.sentence);
        }
    }

    fn forget(&mut self, sentence: u32) {
        let old = self.recent.iter().take_while(|(at, _)| at + 1 < sentence).count();
        if old > 16 {
            self.recent.drain(..old);
        }
    }

    fn unnamed(&mut self, at: usize, name: &Name) {
        let mention = &self.mentions[at];
        let tree = &self.trees[mention.sentence as usize];
        let cluster = match name.canonical.as_str() {
            "he" | "she" | "they" | "it" => self.pronoun(mention, &name.canonical),
            "i" | "we" => None,
            _ => Some(self.described(at, name, tree)),
        };
        if let Some(cluster) = cluster {
            self.clusters.put(at, cluster);
        }
    }

    /// The clusters of this sentence before the mention and of the sentence before, nearest last.
    fn near(&self, sentence: u32, fits: impl Fn(&Cluster) -> bool) -> Vec<usize> {
        let window = self.recent.iter().rev().take_while(|(at, _)| at + 1 >= sentence);
        let mut found: Vec<usize> = window.map(|(_, cluster)| *cluster).collect();
        found.retain(|cluster| fits(&self.clusters.list[*cluster]));
        found.sort_unstable();
        found.dedup();
        found
    }
}
