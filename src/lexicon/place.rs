//! Places by name: countries, their first-level divisions, cities of 15,000 people and more, and
//! natural and other well-known places.
//!
//! Cities and divisions are taken from [GeoNames](https://www.geonames.org/) (CC BY 4.0), country
//! codes from the public-domain table of country codes of datahub.io; the rest was written for
//! this crate. The example program `place_table` makes the table.

use std::sync::OnceLock;

use super::generated::subdivisions;
use super::{find, fold};

/// One line per reading, sorted: folded name, rank, what it is, name.
static TABLE: &str = include_str!("generated/places.tsv");

/// A place that a name may stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceReading {
    /// Its usual name.
    pub name: String,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// Stable ids from the outermost container to the place itself.
    pub path: Vec<String>,
    /// For a region that is no node of the hierarchy of states: the ids of what it holds.
    pub members: Vec<String>,
    /// Whether it is what the name stands for when nothing in the text tells otherwise.
    pub usual: bool,
}

/// What kind of place a [`PlaceReading`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceKind {
    /// A state or dependent territory.
    Country,
    /// A first-level division of a country.
    Division,
    /// A city or town.
    City,
    /// A sea, river, mountain, continent, region, district or other place.
    Other,
}

/// The readings of a name, the usual one first; empty when no table has it.
///
/// ```
/// use corroborate::lexicon::places;
/// assert_eq!(places("Istanbul")[0].path[0], "TR");
/// assert!(places("Georgia").len() > 1);
/// assert!(places("the").is_empty());
/// ```
#[must_use]
pub fn places(name: &str) -> Vec<PlaceReading> {
    places_folded(&fold(name))
}

/// The readings of a name that is already [folded](fold).
#[must_use]
pub fn places_folded(key: &str) -> Vec<PlaceReading> {
    lines(key).filter_map(reading).collect()
}

/// The first, usual reading of a name that is already [folded](fold).
#[must_use]
pub fn usual_place(key: &str) -> Option<PlaceReading> {
    lines(key).find_map(reading)
}

/// The best rank of a folded name without building its readings, and whether the table has a
/// longer name that begins with its words. Rank `0` is what everyone knows (countries, capitals,
/// well-known cities and regions), `1` a division, `2` another city.
#[must_use]
pub fn probe(key: &str) -> (Option<u8>, bool) {
    let mut rank = None;
    for line in lines_from(key) {
        match line.strip_prefix(key).map(str::as_bytes) {
            Some([b'\t', digit, ..]) => rank = rank.or(Some(digit - b'0')),
            rest => return (rank, matches!(rest, Some([b' ' | b'\'', ..]))),
        }
    }
    (rank, false)
}

fn lines(key: &str) -> impl Iterator<Item = &'static str> {
    let own = move |line: &&str| line.strip_prefix(key).is_some_and(|rest| rest.starts_with('\t'));
    lines_from(key).take_while(own)
}

/// The lines whose keys are not before `key`.
fn lines_from(key: &str) -> impl Iterator<Item = &'static str> {
    static LINES: OnceLock<Lines> = OnceLock::new();
    let lines = LINES.get_or_init(Lines::new);
    (lines.first(key.as_bytes())..).map_while(|at| lines.get(at))
}

/// Where the lines of the table stand.
struct Lines {
    /// Where each begins; then the end of the table.
    starts: Vec<u32>,
    /// By the class of the first letters of a key: the first line of that class or a later one.
    classes: Vec<u32>,
}

impl Lines {
    fn new() -> Self {
        let mut next = 0;
        let ends = TABLE.split_inclusive('\n').map(|line| {
            next += u32::try_from(line.len()).unwrap_or(0);
            next
        });
        let starts: Vec<u32> = std::iter::once(0).chain(ends).collect();
        let count = u32::try_from(starts.len() - 1).unwrap_or(0);
        let mut classes = vec![count; CLASSES.pow(LETTERS) + 1];
        for at in (0..count).rev() {
            classes[class(&TABLE.as_bytes()[starts[at as usize] as usize..])] = at;
        }
        for at in (0..classes.len() - 1).rev() {
            classes[at] = classes[at].min(classes[at + 1]);
        }
        Self { starts, classes }
    }

    fn get(&self, at: usize) -> Option<&'static str> {
        let (start, end) = (self.starts[at], *self.starts.get(at + 1)?);
        let line = TABLE.get(start as usize..end as usize)?;
        Some(line.strip_suffix('\n').unwrap_or(line))
    }

    /// The first line whose key is not before `key`.
    fn first(&self, key: &[u8]) -> usize {
        // A tab ends the key of a line and is less than whatever a key holds.
        let before = |start: &u32| {
            let line = &TABLE.as_bytes()[*start as usize..];
            &line[..key.len().min(line.len())] < key
        };
        let class = class(key);
        let (from, to) = (self.classes[class] as usize, self.classes[class + 1] as usize);
        from + self.starts[from..to].partition_point(before)
    }
}

/// What is before "a", each letter, and what is after "z".
const CLASSES: usize = 28;

/// So many letters tell the class of a key.
const LETTERS: u32 = 3;

/// The class of the first letters, up to what is no letter; it grows as keys do.
fn class(key: &[u8]) -> usize {
    let mut class = 0;
    let mut letters = key.iter();
    for _ in 0..LETTERS {
        let letter = match letters.next() {
            Some(letter @ b'a'..=b'z') => usize::from(letter - b'a') + 1,
            Some(letter) if *letter > b'z' => CLASSES - 1,
            _ => 0,
        };
        if letter == 0 || letter == CLASSES - 1 {
            letters = [].iter();
        }
        class = class * CLASSES + letter;
    }
    class
}

fn reading(line: &'static str) -> Option<PlaceReading> {
    let mut fields = line.split('\t');
    let (key, rank, place) = (fields.next()?, fields.next()?, fields.next()?);
    let name = fields.next().filter(|name| !name.is_empty());
    let name = name.map_or_else(|| title_case(key), str::to_owned);
    let (kind, rest) = place.split_at_checked(1)?;
    let kind = match kind {
        "C" => PlaceKind::Country,
        "D" => PlaceKind::Division,
        "c" => return city(rank, rest, name),
        "t" => PlaceKind::City,
        _ => PlaceKind::Other,
    };
    let (path, members) = rest.split_once(':').unwrap_or((rest, ""));
    let ids = |list: &str, by| {
        list.split(by).filter(|id: &&str| !id.is_empty()).map(str::to_owned).collect()
    };
    Some(PlaceReading {
        name,
        kind,
        path: ids(path, '/'),
        members: ids(members, '|'),
        usual: rank == "0",
    })
}

/// A city is written as the number of its division and its GeoNames id.
fn city(rank: &str, rest: &str, name: String) -> Option<PlaceReading> {
    let (division, id) = rest.split_once('.')?;
    let (division, _) = subdivisions::SUBDIVISIONS.rows().get(division.parse::<usize>().ok()?)?;
    let country = division.split('.').next()?;
    Some(PlaceReading {
        name,
        kind: PlaceKind::City,
        path: vec![country.to_owned(), (*division).to_owned(), id.to_owned()],
        members: Vec::new(),
        usual: rank == "0",
    })
}

/// The usual name of the place with this id, for countries and first-level divisions.
#[must_use]
pub fn division_name(id: &str) -> Option<&'static str> {
    find(&subdivisions::SUBDIVISIONS, id).copied()
}

/// A folded name with capital initials, as most places are written: "new york" is "New York".
#[must_use]
pub fn title_case(key: &str) -> String {
    let words = key.split(' ').map(|word| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
    });
    words.collect::<Vec<_>>().join(" ")
}
