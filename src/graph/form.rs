//! Documents of one form: press releases, bulletins and reports that are written from one template
//! about one matter after another.
//!
//! They share nearly all their words, so every value of one seems to have a counterpart in each of
//! the others; yet they tell of different companies, towns or persons, and a difference between
//! them says nothing. What tells them apart is the names: those that few documents of the form
//! have. Two documents of a form that share hardly any of these are not compared.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::kin::Vocabulary;

/// So many documents with the same words are a form, unless [`Forms::least`] says otherwise: more
/// than tell one story in the same words without being copies.
const LEAST: u32 = 12;

/// The share of the telling words of the poorer and of the richer of two documents, in hundredths,
/// that the other has when both are of one form.
const POORER: usize = 75;
const RICHER: usize = 60;

/// A document of fewer telling words has no form.
const SHORTEST: usize = 10;

/// A name that more than one in so many documents of a form have does not tell them apart.
const RARE: usize = 3;

/// The share of the rare names of the poorer of two documents, in hundredths, that the other has
/// when both may be about the same.
const SAME: u32 = 50;

/// A word that more leading documents than this have leads to none of them.
const COMMON: usize = 24;

/// Which documents are of one form, and which of these are about the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forms {
    /// So many documents with the same words are a form; 0 when none ever is.
    pub least: u32,
    /// By document; none for those of no form, and for those without names that tell them from the
    /// others.
    places: Vec<Option<Place>>,
}

/// Where a document stands in its form.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    form: u32,
    /// The documents of the form that it may be compared with, sorted.
    alike: Vec<u32>,
}

impl Default for Forms {
    fn default() -> Self {
        Self { least: LEAST, places: Vec::new() }
    }
}

impl Forms {
    /// The forms among documents, given with an order that does not depend on that of the input.
    pub(super) fn find(speaks: &[Vocabulary], order: &[usize], least: u32) -> Self {
        let mut places = vec![None; speaks.len()];
        if least == 0 || speaks.len() < least as usize {
            return Self { least, places };
        }
        let forms = groups(speaks, order).into_iter().filter(|form| form.len() >= least as usize);
        for (members, form) in forms.zip(0..) {
            let subjects = subjects(speaks, &members);
            for (member, alike) in members.iter().zip(alike_in(&members, &subjects)) {
                places[*member] = alike.map(|alike| Place { form, alike });
            }
        }
        Self { least, places }
    }

    /// Lets two documents be compared whatever they are written from.
    pub(super) fn join(&mut self, a: u32, b: u32) {
        for (one, other) in [(a, b), (b, a)] {
            let place = self.places.get_mut(one as usize).and_then(Option::as_mut);
            let Some(place) = place.filter(|_| one != other) else { continue };
            if let Err(at) = place.alike.binary_search(&other) {
                place.alike.insert(at, other);
            }
        }
    }

    fn place(&self, document: u32) -> Option<&Place> {
        self.places.get(document as usize)?.as_ref()
    }

    /// Whether two documents are of one form and about different matters.
    #[must_use]
    pub fn apart(&self, a: u32, b: u32) -> bool {
        match (self.place(a), self.place(b)) {
            (Some(x), Some(y)) => a != b && x.form == y.form && x.alike.binary_search(&b).is_err(),
            _ => false,
        }
    }

    /// How many pairs of documents are so.
    #[must_use]
    pub fn pairs_apart(&self) -> u64 {
        let mut sizes: BTreeMap<u32, (u64, u64)> = BTreeMap::new();
        for place in self.places.iter().flatten() {
            let (members, alike) = sizes.entry(place.form).or_default();
            *members += 1;
            *alike += place.alike.len() as u64;
        }
        sizes.values().map(|(members, alike)| (members * (members - 1) - alike) / 2).sum()
    }
}

/// The documents with the same words, each group around the first that was met.
fn groups(speaks: &[Vocabulary], order: &[usize]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut by_word: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for &at in order.iter().filter(|&&at| speaks[at].telling().len() >= SHORTEST) {
        let mut met: BTreeMap<usize, usize> = BTreeMap::new();
        let leaders = speaks[at].telling().iter().filter_map(|word| by_word.get(word.as_str()));
        for &group in leaders.filter(|leaders| leaders.len() <= COMMON).flatten() {
            *met.entry(group).or_default() += 1;
        }
        let alike = |&(group, _): &(usize, usize)| alike(&speaks[groups[group][0]], &speaks[at]);
        let best = met
            .into_iter()
            .filter(alike)
            .max_by_key(|(group, met)| (*met, std::cmp::Reverse(*group)));
        if let Some((group, _)) = best {
            groups[group].push(at);
            continue;
        }
        speaks[at].telling().iter().for_each(|word| {
            let leaders = by_word.entry(word).or_default();
            if leaders.len() <= COMMON {
                leaders.push(groups.len());
            }
        });
        groups.push(vec![at]);
    }
    groups
}

/// Whether two documents are written in the same words.
fn alike(a: &Vocabulary, b: &Vocabulary) -> bool {
    let (p, q) = (a.telling(), b.telling());
    let (less, more) = if p.len() <= q.len() { (p, q) } else { (q, p) };
    let both = less.iter().filter(|word| more.contains(*word)).count() * 100;
    both >= less.len() * POORER && both >= more.len() * RICHER
}

/// The names that tell a document from the others of its form, with how often they stand in it.
type Subject<'s> = BTreeMap<&'s str, u32>;

/// For each document of a form the names that few others of it have; none when it has more names
/// that many have, as it does when all tell one story.
fn subjects<'s>(speaks: &'s [Vocabulary], members: &[usize]) -> Vec<Option<Subject<'s>>> {
    let mut holders: FxHashMap<&str, usize> = FxHashMap::default();
    for &member in members {
        speaks[member].named().for_each(|(name, _)| *holders.entry(name).or_default() += 1);
    }
    let own = |&member: &usize| {
        let rare = |(name, _): &(&str, u32)| holders[name] * RARE <= members.len();
        let own: Subject<'s> = speaks[member].named().filter(rare).collect();
        let all: u32 = speaks[member].named().map(|(_, count)| count).sum();
        (!own.is_empty() && own.values().sum::<u32>() * 2 >= all).then_some(own)
    };
    members.iter().map(own).collect()
}

/// For each document of a form that has a subject those that may be about the same.
fn alike_in(members: &[usize], subjects: &[Option<Subject<'_>>]) -> Vec<Option<Vec<u32>>> {
    let mut holders: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, subject) in subjects.iter().enumerate() {
        let names = subject.iter().flat_map(BTreeMap::keys);
        names.for_each(|name| holders.entry(name).or_default().push(at));
    }
    let size = |subject: &Subject<'_>| subject.values().sum::<u32>();
    let alike = |at: usize| {
        let own = subjects[at].as_ref()?;
        let mut met: BTreeMap<usize, u32> = BTreeMap::new();
        for (name, &count) in own {
            for &other in holders[name].iter().filter(|&&other| other != at) {
                let theirs = subjects[other].as_ref().map_or(0, |subject| subject[name]);
                *met.entry(other).or_default() += count.min(theirs);
            }
        }
        let same = |&(other, both): &(usize, u32)| {
            let theirs = subjects[other].as_ref().map_or(0, size);
            both * 100 >= size(own).min(theirs) * SAME
        };
        let same = met.into_iter().filter(same);
        let mut alike: Vec<u32> =
            same.filter_map(|(other, _)| u32::try_from(members[other]).ok()).collect();
        alike.sort_unstable();
        Some(alike)
    };
    (0..members.len()).map(alike).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Documents of these words and names, each name twice.
    fn speaks(documents: &[(&str, &str)]) -> Vec<Vocabulary> {
        let list = |words: &str| words.split(' ').map(str::to_owned).collect::<Vec<_>>();
        documents
            .iter()
            .map(|(words, names)| Vocabulary::with(&list(words), &list(names)))
            .collect()
    }

    const RELEASE: &str = "quarter revenue profit store dividend board share cent rise employ open";

    fn forms(names: &[&str]) -> Forms {
        let documents: Vec<_> = names.iter().map(|names| (RELEASE, *names)).collect();
        let order: Vec<usize> = (0..names.len()).collect();
        Forms::find(&speaks(&documents), &order, 4)
    }

    #[test]
    fn releases_of_different_companies_are_apart() {
        let found = forms(&["maple", "cedar", "harbor", "maple", "delta", "falcon"]);
        assert!(found.apart(0, 1) && found.apart(4, 5));
        assert!(!found.apart(0, 3), "two of one company");
        assert_eq!(found.pairs_apart(), 14);
    }

    #[test]
    fn what_is_joined_is_not_apart() {
        let mut found = forms(&["maple", "cedar", "harbor", "maple", "delta", "falcon"]);
        found.join(1, 0);
        assert!(!found.apart(0, 1) && !found.apart(1, 0));
        assert_eq!(found.pairs_apart(), 13);
    }

    #[test]
    fn tellings_of_one_story_are_not_apart() {
        let found =
            forms(&["rossi palermo a", "rossi palermo b", "rossi palermo c", "rossi palermo"]);
        assert!((0..4).all(|a| (0..4).all(|b| !found.apart(a, b))));
        assert_eq!(found.pairs_apart(), 0);
    }

    #[test]
    fn few_documents_are_no_form() {
        assert!(!forms(&["maple", "cedar", "harbor"]).apart(0, 1));
    }
}
