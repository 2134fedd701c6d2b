//! Descriptions: "the defense minister", "the ministry", "both sides".

use super::Resolver;
use super::cluster::Cluster;
use crate::lexicon::name::{Class, data, is, organization_key};
use crate::lexicon::place::{division_name, usual_place};
use crate::lexicon::{folded, is_side};
use crate::mention::Mention;
use crate::syntax::{Rel, Tree, Upos};
use crate::value::{Name, NameKind};

/// The lemmas of the office before a name ("Ukraine's Defense Minister" in "Ukraine's Defense
/// Minister Rustem Umerov"), sorted; a demonym or country as the country's code.
pub(super) fn before(text: &str, tree: &Tree, mention: &Mention) -> Vec<String> {
    let start = tree.words.partition_point(|word| word.span.start < mention.span.start);
    let part = |at: &usize| {
        matches!(tree.words[*at].upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Part)
            || matches!(tree.form(text, *at), "-" | "," | "'s" | "’s")
    };
    let words: Vec<usize> = (start.saturating_sub(7)..start).rev().take_while(part).collect();
    let comma = words.first().is_some_and(|at| tree.form(text, *at) == ",");
    let end = if comma { 1 } else { 0 };
    let words = words[end.min(words.len())..].iter().take_while(|at| tree.form(text, **at) != ",");
    let lemmas = lemmas(text, tree, words.copied());
    let office = |word: &String| is(word, Class::Title) || is(word, Class::Role);
    if lemmas.iter().any(office) { lemmas } else { Vec::new() }
}

fn lemmas(text: &str, tree: &Tree, words: impl Iterator<Item = usize>) -> Vec<String> {
    let mut lemmas = in_order(text, tree, words);
    lemmas.sort();
    lemmas.dedup();
    lemmas
}

fn in_order(text: &str, tree: &Tree, words: impl Iterator<Item = usize>) -> Vec<String> {
    words.filter_map(|at| lemma(text, tree, at)).collect()
}

fn lemma(text: &str, tree: &Tree, at: usize) -> Option<String> {
    let form = folded(tree.form(text, at));
    let word = &tree.words[at];
    if let Some(code) = data(&form, Class::Demonym) {
        return Some(code.to_owned());
    }
    let place = usual_place(&form).filter(|place| place.path.len() == 1);
    if let Some(code) = place.and_then(|place| place.path.into_iter().next()) {
        return Some(code);
    }
    match word.upos {
        Upos::Det | Upos::Punct | Upos::Part | Upos::Num | Upos::Adp => None,
        Upos::Noun => {
            Some(if form == "defence" { "defense".to_owned() } else { word.lemma.to_lowercase() })
        }
        _ if form == "defence" => Some("defense".to_owned()),
        _ => Some(form.into_owned()),
    }
}

impl Resolver<'_> {
    /// The cluster of a description.
    pub(super) fn described(&mut self, at: usize, name: &Name, tree: &Tree) -> usize {
        let mention = &self.mentions[at];
        if let Some(cluster) = self.beside(at, tree) {
            return cluster;
        }
        let head = mention.head as usize;
        let first = tree.words.partition_point(|word| word.span.start < mention.span.start);
        let lemmas = lemmas(self.text, tree, first..=head);
        let article = folded(tree.form(self.text, first));
        let definite =
            matches!(&*article, "the" | "this" | "that" | "its" | "his" | "her" | "their" | "both")
                || tree.words[first].rel == Rel::NmodPoss;
        let found = match name.kind {
            _ if article == "both" || lemmas.is_empty() => None,
            NameKind::Person if definite => self.office(&lemmas),
            NameKind::Organization => self.body(&lemmas, definite),
            _ => None,
        };
        if let Some(cluster) = found {
            return cluster;
        }
        let pair = matches!(&*article, "both") || self.two(tree, first, head);
        let pair = pair.then(|| self.pair(mention, name)).flatten();
        let mut own = pair.unwrap_or_else(|| Name {
            canonical: spoken(&in_order(self.text, tree, first..=head)),
            ..name.clone()
        });
        if own.canonical.is_empty() {
            own.canonical.clone_from(&name.canonical);
        }
        self.unknown(&own, definite, &lemmas)
    }

    /// A description without a name: the same words with an article that points back, or a body
    /// that is always the same in one text ("police"), are one actor.
    fn unknown(&mut self, name: &Name, definite: bool, lemmas: &[String]) -> usize {
        let constant = name.kind == NameKind::Organization
            || matches!(name.canonical.as_str(), "police" | "authorities" | "official" | "troop");
        if definite || constant || lemmas.len() > 1 && name.kind == NameKind::Organization {
            self.clusters.keyed(name, &format!("{:?} {}", name.kind, name.canonical))
        } else {
            self.clusters.add(name)
        }
    }

    /// The name that the description stands beside: "Rustem Umerov, the defense minister".
    fn beside(&mut self, at: usize, tree: &Tree) -> Option<usize> {
        let mention = &self.mentions[at];
        let head = mention.head as usize;
        let partner = |other: &Mention| {
            let (a, b) = (head, other.head as usize);
            let appos = |low: usize, high: usize| {
                tree.words[low].rel == Rel::Appos && tree.head(low) == Some(high)
            };
            other.sentence == mention.sentence && (appos(a, b) || appos(b, a))
        };
        let near = at.saturating_sub(3)..(at + 4).min(self.mentions.len());
        let other = near.clone().find(|i| *i != at && partner(&self.mentions[*i]))?;
        let cluster = self.clusters.of(other)?;
        let (kind, own) = (self.clusters.list[cluster].kind, super::name(mention)?.kind);
        if kind != own {
            return None;
        }
        let first = tree.words.partition_point(|word| word.span.start < mention.span.start);
        let office = lemmas(self.text, tree, first..=head);
        self.clusters.add_office(cluster, office);
        Some(cluster)
    }

    /// The one person who has been given this office: every word of the description is in it.
    fn office(&self, lemmas: &[String]) -> Option<usize> {
        let has = |cluster: &Cluster| {
            let whole = |office: &Vec<String>| lemmas.iter().all(|lemma| office.contains(lemma));
            cluster.seen && cluster.offices.iter().any(whole)
        };
        self.only(lemmas, has)
    }

    /// The one cluster with the rarest of the words that `fits`.
    fn only(&self, words: &[String], fits: impl Fn(&Cluster) -> bool) -> Option<usize> {
        let lists = words.iter().map(|word| self.clusters.with_word(word));
        let shortest = lists.min_by_key(|list| list.len())?;
        let mut found: Vec<usize> =
            shortest.iter().copied().filter(|at| fits(&self.clusters.list[*at])).collect();
        found.sort_unstable();
        found.dedup();
        match found[..] {
            [one] => Some(one),
            _ => None,
        }
    }

    /// The one body whose name has these words ("the ministry" for the Defense Ministry); the
    /// government of a country for the country.
    fn body(&mut self, lemmas: &[String], definite: bool) -> Option<usize> {
        let country =
            lemmas.iter().find(|word| word.len() == 2 && word.chars().all(char::is_uppercase));
        if let (Some(code), true) = (country, lemmas.iter().any(|word| word == "government")) {
            let name = Name {
                text: String::new(),
                canonical: division_name(code)?.to_owned(),
                kind: NameKind::Country,
                country: Some(code.clone()),
                named: false,
            };
            return Some(self.clusters.named(&name));
        }
        if !definite {
            return None;
        }
        let has = |cluster: &Cluster| {
            let key = || organization_key(&cluster.name.canonical);
            cluster.seen
                && cluster.name.named
                && cluster.kind == NameKind::Organization
                && lemmas.iter().all(|lemma| key().split(' ').any(|word| word == lemma))
        };
        self.only(lemmas, has)
    }

    /// Whether the phrase has the number two: "the two leaders".
    fn two(&self, tree: &Tree, first: usize, head: usize) -> bool {
        (first..head).any(|at| matches!(tree.form(self.text, at), "two" | "Two"))
    }

    /// "Both sides", "the two countries": the two countries that are being spoken of, if there are
    /// exactly two.
    fn pair(&self, mention: &Mention, name: &Name) -> Option<Name> {
        is_side(&name.canonical).then_some(())?;
        let countries = self.near(mention.sentence, |cluster| cluster.kind == NameKind::Country);
        let [a, b] = countries[..] else { return None };
        let mut names = [a, b].map(|at| self.clusters.list[at].name.canonical.clone());
        names.sort();
        Some(Name { canonical: names.join(" and "), kind: NameKind::Group, ..name.clone() })
    }
}

/// The lemmas as a person would read them: countries first, by name.
fn spoken(lemmas: &[String]) -> String {
    let words = lemmas.iter().map(|lemma| division_name(lemma).unwrap_or(lemma));
    words.collect::<Vec<_>>().join(" ")
}
