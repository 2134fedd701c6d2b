//! Which place a name stands for: by what follows it, by the other places of the text, by what
//! everyone takes it for.

use std::collections::{BTreeMap, BTreeSet};

use super::span::Found;
use super::{acts, head, written};
use crate::lexicon::fold;
use crate::lexicon::name::{self, Class};
use crate::lexicon::place::{PlaceKind, PlaceReading, division_name, places_folded};
use crate::lexicon::reporting;
use crate::syntax::{Rel, Tree, Upos};
use crate::value::{Name, NameKind, Place};

/// The readings of the place names of a document.
pub(super) struct Gazetteer<'a> {
    text: &'a str,
    trees: &'a [Tree],
    /// By name found; empty for other kinds.
    readings: Vec<Vec<PlaceReading>>,
    /// The ids of countries and divisions that the text names without doubt.
    ids: BTreeSet<String>,
    /// By id of the path of a usual reading: the name it was read from, and whether there are more.
    sources: BTreeMap<String, (String, bool)>,
    /// By country: the names of its places, or of itself, that the text has and that are of no other country.
    named: BTreeMap<String, BTreeSet<String>>,
    /// By name found: the ids of the container that follows it ("Paris, Texas").
    containers: Vec<Vec<String>>,
}

impl<'a> Gazetteer<'a> {
    pub(super) fn read(text: &'a str, trees: &'a [Tree], found: &[Found]) -> Self {
        // "the river Lima" is no town of that name.
        let water = |found: &Found| {
            let words = &trees[found.sentence].words;
            let before = found.start.checked_sub(1).map(|at| words[at].span.of(text));
            before.is_some_and(|before| name::is(before, Class::Water))
        };
        let look = |found: &Found| match found.kind {
            super::Kind::Place if water(found) => Vec::new(),
            super::Kind::Place => places_folded(&fold(found.span(&trees[found.sentence]).of(text))),
            _ => Vec::new(),
        };
        let readings: Vec<Vec<PlaceReading>> = found.iter().map(look).collect();
        let mut ids = BTreeSet::new();
        let named = named(&readings);
        for readings in readings.iter().filter(|readings| !readings.is_empty()) {
            let usual: Vec<&PlaceReading> = readings.iter().filter(|r| r.usual).collect();
            if let ([only], _) | (_, [only]) = (usual.as_slice(), &all(readings)[..]) {
                ids.extend(only.path.iter().take(2).cloned());
            }
        }
        let mut sources: BTreeMap<String, (String, bool)> = BTreeMap::new();
        for reading in readings.iter().flatten().filter(|reading| reading.usual) {
            for id in &reading.path {
                let first =
                    sources.entry(id.clone()).or_insert_with(|| (reading.name.clone(), false));
                first.1 |= first.0 != reading.name;
            }
        }
        let mut gazetteer =
            Self { text, trees, readings, ids, sources, named, containers: Vec::new() };
        gazetteer.containers = (0..found.len()).map(|at| gazetteer.container(at, found)).collect();
        gazetteer
    }

    /// The ids that the next name may have, when it follows after a comma or in brackets; also a
    /// two-letter abbreviation of a state.
    fn container(&self, at: usize, found: &[Found]) -> Vec<String> {
        let this = &found[at];
        let tree = &self.trees[this.sentence];
        let mark = |word: usize| tree.words.get(word).map(|word| word.span.of(self.text));
        if !matches!(mark(this.end), Some("," | "(" | "in")) {
            return Vec::new();
        }
        let next = found.get(at + 1).filter(|next| {
            next.sentence == this.sentence && (this.end + 1..=this.end + 2).contains(&next.start)
        });
        if let Some(next) = next {
            let key = fold(next.span(tree).of(self.text));
            let ids = places_folded(&key).into_iter().filter(|r| r.kind <= PlaceKind::Division);
            return ids.filter_map(|reading| reading.path.last().cloned()).collect();
        }
        let state = mark(this.end + 1).and_then(name::state);
        state.map(str::to_owned).into_iter().collect()
    }

    /// The place that the name `at` stands for.
    pub(super) fn place(&self, at: usize, found: &Found) -> Place {
        let tree = &self.trees[found.sentence];
        let span = found.span(tree);
        let words = written(self.text, span, found.upper && span.len() > 4);
        let (best, others) = match (self.division(at, found), self.of_country(found)) {
            (Some(division), _) => (Some(division), Vec::new()),
            (None, Some(id)) => {
                let inside = |reading: &&PlaceReading| reading.path.iter().any(|own| own == id);
                (self.readings[at].iter().find(inside).cloned(), Vec::new())
            }
            (None, None) => self.choose(at),
        };
        let actor = self.actor(found, best.as_ref());
        let seat = name::data(&fold(&words), Class::Seat);
        let mut place = Place {
            text: span.of(self.text).to_owned(),
            name: words,
            actor,
            named: true,
            ..Place::default()
        };
        if let Some(best) = best {
            place.name = best.name;
            place.path = best.path;
            place.members = best.members;
            place.others = others.into_iter().map(|reading| reading.path).collect();
        } else if let Some(code) = seat.filter(|_| place.path.is_empty()) {
            place.path =
                vec![code.to_owned(), format!("{code}.{}", fold(&place.name).replace(' ', "-"))];
        }
        place
    }

    /// The division of a country that the name stands for beside a word such as "governor": "the
    /// governor of Georgia", "Georgia's governor".
    fn division(&self, at: usize, found: &Found) -> Option<PlaceReading> {
        let tree = &self.trees[found.sentence];
        let form = |word: usize| tree.words.get(word).map_or("", |word| word.span.of(self.text));
        let is =
            |word: usize| name::is(&fold(form(word).trim_end_matches('.')), Class::DivisionWord);
        let before = found.start.checked_sub(2).filter(|_| form(found.start - 1) == "of");
        let after = found.end + usize::from(matches!(form(found.end), "'s" | "’s"));
        let told = before.is_some_and(is) || is(after);
        let mut divisions = self.readings[at].iter().filter(|r| r.kind == PlaceKind::Division);
        divisions.next().filter(|_| told && self.containers[at].is_empty()).cloned()
    }

    /// "the *Spanish* island of La Palma", "the *French* town of Sully": the country or division that
    /// the words before the name say it to lie in.
    fn of_country(&self, found: &Found) -> Option<&'static str> {
        const FAR: usize = 3;
        let tree = &self.trees[found.sentence];
        let key = |word: usize| fold(tree.words[word].span.of(self.text));
        let noun = found.start.checked_sub(2).filter(|noun| key(noun + 1) == "of")?;
        if !name::is(&key(noun), Class::Settlement) {
            return None;
        }
        let before = (noun.saturating_sub(FAR)..noun).rev();
        before
            .take_while(|&word| {
                !matches!(tree.words[word].upos, Upos::Det | Upos::Punct | Upos::Adp)
            })
            .find_map(|word| name::data(&key(word), Class::Demonym))
    }

    /// The best reading, and the others when nothing decides.
    fn choose(&self, at: usize) -> (Option<PlaceReading>, Vec<PlaceReading>) {
        let readings = &self.readings[at];
        let containers = &self.containers[at];
        let within: Vec<&PlaceReading> = readings
            .iter()
            .filter(|r| r.path.iter().rev().skip(1).any(|id| containers.contains(id)))
            .collect();
        if let Some(reading) = within.first() {
            return (Some((*reading).clone()), Vec::new());
        }
        let usual: Vec<&PlaceReading> = readings.iter().filter(|r| r.usual).collect();
        if usual.is_empty() && !readings.is_empty() {
            let near = readings.iter().find(|reading| self.is_of_story(reading));
            if near.is_some() || self.tells_elsewhere(readings) {
                return (near.cloned(), Vec::new());
            }
        }
        let candidates = if usual.is_empty() { readings.iter().collect() } else { usual };
        let (Some(first), true) = (candidates.first(), candidates.len() > 1) else {
            let best = candidates.first().map(|reading| (*reading).clone());
            return (best.clone(), self.rivals(readings, best.as_ref()));
        };
        // A country and its city of the same name: the country.
        if candidates.iter().all(|r| r.path.first() == first.path.first())
            && first.kind == PlaceKind::Country
        {
            return (Some((*first).clone()), Vec::new());
        }
        let fitting: Vec<&&PlaceReading> =
            candidates.iter().filter(|reading| self.fits(reading)).collect();
        if let [only] = fitting.as_slice() {
            return (Some((**only).clone()), Vec::new());
        }
        let rest = candidates[1..].iter().map(|reading| (*reading).clone()).collect();
        (Some((*first).clone()), rest)
    }

    /// Whether the text names another place of the country that a reading lies in, or the country itself.
    fn is_of_story(&self, reading: &PlaceReading) -> bool {
        let names = reading.path.first().and_then(|country| self.named.get(country));
        names.is_some_and(|names| names.iter().any(|name| *name != reading.name))
    }

    /// Whether the text tells of places in countries that none of `readings`, which no reader thinks of first, lies in:
    /// a namesake abroad is hardly meant then.
    fn tells_elsewhere(&self, readings: &[PlaceReading]) -> bool {
        const ENOUGH: usize = 2;
        let own = |country: &str| {
            readings.iter().any(|reading| reading.path.first().is_some_and(|id| id == country))
        };
        self.named.iter().any(|(country, names)| names.len() >= ENOUGH && !own(country))
    }

    /// Readings that the text names the division of though it never names the usual one's country.
    fn rivals(&self, readings: &[PlaceReading], best: Option<&PlaceReading>) -> Vec<PlaceReading> {
        let Some(best) = best.filter(|best| best.kind == PlaceKind::City) else {
            return Vec::new();
        };
        let own = |path: &[String]| path.iter().take(2).any(|id| self.ids_besides(id, best));
        let other = |reading: &&PlaceReading| {
            reading.path != best.path && reading.path.get(1).is_some_and(|id| self.ids.contains(id))
        };
        if own(&best.path) {
            return Vec::new();
        }
        readings.iter().filter(other).cloned().collect()
    }

    /// Whether the text names the place `id` otherwise than by the name of `best` itself.
    fn ids_besides(&self, id: &str, best: &PlaceReading) -> bool {
        self.sources.get(id).is_some_and(|(name, more)| *more || *name != best.name)
    }

    /// Whether the text names a place that holds this one.
    fn fits(&self, reading: &PlaceReading) -> bool {
        let above = reading.path.len() - usize::from(reading.kind != PlaceKind::Country);
        reading.path[..above].iter().any(|id| self.ids.contains(id))
    }

    /// Whether the seat is where somebody goes or what happens to a town: after "to", or the object
    /// of a verb that is not about what is said to one.
    fn only_reached(&self, tree: &Tree, head: usize) -> bool {
        let word = &tree.words[head];
        let case = tree.child(head, Rel::Case).map(|case| tree.form(self.text, case));
        let told =
            tree.head(head).is_some_and(|verb| reporting::verb(&tree.words[verb].lemma).is_some());
        match word.rel {
            Rel::Obl | Rel::Nmod => case.is_some_and(|case| case.eq_ignore_ascii_case("to")),
            Rel::Obj => !told,
            _ => false,
        }
    }

    /// Whom the place stands for here.
    fn actor(&self, found: &Found, best: Option<&PlaceReading>) -> Option<Name> {
        let tree = &self.trees[found.sentence];
        let span = found.span(tree);
        let head = head(tree, found.start, found.end);
        let seat = name::data(&fold(span.of(self.text)), Class::Seat);
        let country = best.filter(|best| best.kind == PlaceKind::Country);
        let code =
            seat.or_else(|| country.and_then(|country| country.path.first()).map(String::as_str))?;
        let whole = tree.words.len() < 6 || found.upper;
        let acting =
            acts(self.text, tree, head) && (country.is_some() || !self.only_reached(tree, head));
        if !(acting || country.is_some() && whole) {
            return None;
        }
        Some(country_name(span.of(self.text), code))
    }
}

/// The names whose readings, the usual ones where there are any, lie in one country; by that country.
fn named(readings: &[Vec<PlaceReading>]) -> BTreeMap<String, BTreeSet<String>> {
    let mut named: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for readings in readings {
        let usual = readings.iter().any(|reading| reading.usual);
        let mut told = readings.iter().filter(|reading| reading.usual || !usual);
        let Some(first) = told.next() else { continue };
        let Some(country) = first.path.first() else { continue };
        if told.all(|other| other.path.first() == Some(country)) {
            named.entry(country.clone()).or_default().insert(first.name.clone());
        }
    }
    named
}

fn all(readings: &[PlaceReading]) -> Vec<&PlaceReading> {
    readings.iter().collect()
}

/// The actor that a country is.
pub(super) fn country_name(text: &str, code: &str) -> Name {
    Name {
        text: text.to_owned(),
        canonical: country(code),
        kind: NameKind::Country,
        country: Some(code.to_owned()),
        named: true,
    }
}

/// The usual name of a country or division.
pub(super) fn country(code: &str) -> String {
    if code == "EU" {
        return "European Union".to_owned();
    }
    division_name(code).unwrap_or(code).to_owned()
}
