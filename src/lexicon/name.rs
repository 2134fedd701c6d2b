//! Words and phrases that tell what a name names: given names and surnames, titles, forms of
//! organizations, well-known organizations and teams, demonyms, seats of government.

use std::sync::OnceLock;

use super::generated::name::{NAMES, STATES, VARIANTS};
use super::{Index, find, fold};

/// What a word or phrase tells about the name that it stands in or beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Class {
    /// A given name of men; of both when it is also [`Class::Female`].
    Male,
    /// A given name of women.
    Female,
    /// A surname.
    Surname,
    /// A word before a person's name that is no part of it ("President").
    Title,
    /// A word after a person's name that is part of it ("Jr.").
    Suffix,
    /// A word inside a person's name ("van", "bin").
    Particle,
    /// A word that ends an organization's name ("Ministry", "Corp").
    OrganizationWord,
    /// Who or what belongs to a division of a country ("governor").
    DivisionWord,
    /// A word that ends a place's name ("River").
    PlaceWord,
    /// A word that ends the name of something else ("Cup", "Treaty").
    OtherWord,
    /// A noun for one person by what they do or are ("minister", "victim").
    Role,
    /// A noun for a body that acts and speaks ("ministry", "company").
    Body,
    /// A plural or collective of people that is no plural of a role ("troops").
    Crowd,
    /// A noun that ends as those for agents do and is a thing ("corridor").
    Thing,
    /// What form of company a name is of ("Ltd").
    Legal,
    /// Capital letters that stand for a thing or a measure and name nobody ("GDP").
    Letters,
    /// A word that a hyphen joins to the name before it and that is no part of it ("led").
    AfterName,
    /// A noun for a paper, a programme or a part of one: with a number it is no place
    /// ("Article").
    Paper,
    /// A word that begins the name of whoever a church or a school is called after ("Saint").
    Patron,
    /// What a country has and hardly anybody else ("parliament").
    Ruler,
    /// A noun for a place that people live in or that a country is divided into ("village").
    Settlement,
    /// What only a place has, before "of" and its name ("outskirts").
    InPlace,
    /// What a storm is called before its name ("Hurricane").
    Storm,
    /// What strikes a place and is called after it ("wildfire").
    Disaster,
    /// What is bought and sold by weight or volume, or is measured: no name at the head of a
    /// sentence ("Petrol").
    Goods,
    /// The last word of a street's name that may be a surname too ("Lane").
    Street,
    /// What rivers and lakes are called before their names.
    Water,
    /// What shares are measured by ("Nikkei").
    Index,
    /// An illness ("cholera").
    Illness,
    /// A noun for a ship or a spacecraft: the name after it is nobody's ("ferry").
    Vessel,
    /// Capital letters before the name of a ship ("HMS").
    VesselPrefix,
    /// A noun for what somebody wrote or made: the name after it is nobody's ("film").
    Work,
    /// A noun for a program or device: the name beside it is nobody's ("app").
    Software,
    /// A noun for other things that have names, with the name before or after it; its data is the
    /// kind and the side.
    Called,
    /// A word that begins the name of a thing ("Operation"); its data is the kind, and `#` where a
    /// number must follow.
    Begins,
    /// A word that ends the name of a thing ("Act"); its data is the kind.
    Ends,
    /// A noun for what is traded: the name before it is nobody's ("futures").
    Traded,
    /// A noun or title for a man.
    Man,
    /// A noun or title for a woman.
    Woman,
    /// An adjective or noun of a people; its data is the country's code or a division's id.
    Demonym,
    /// An organization; its data is the canonical name, `|`, and the country's code or nothing.
    Organization,
    /// A sports team.
    Team,
    /// A seat of government or a capital that stands for its country's; its data is the code.
    Seat,
}

/// A word or phrase with a class and the data of that class.
pub type Row = (&'static str, Class, &'static str);

/// What is known of a [folded](fold) word or phrase: its classes with their data.
///
/// ```
/// use corroborate::lexicon::name::{Class, names};
/// assert!(names("kremlin").iter().any(|row| row.1 == Class::Seat && row.2 == "RU"));
/// assert!(names("tuberose").is_empty());
/// ```
#[must_use]
pub fn names(key: &str) -> &'static [Row] {
    rows(key).0
}

/// The rows of a folded word or phrase, and those after it; none when none begins with it.
fn rows(key: &str) -> (&'static [Row], &'static [Row]) {
    static INDEX: OnceLock<Index> = OnceLock::new();
    let keys = || NAMES.iter().map(|row| row.0).zip(0..);
    let index = INDEX.get_or_init(|| Index::new(keys()));
    let holds = |at: u32| NAMES.get(at as usize).is_some_and(|row| row.0.starts_with(key));
    let Some(low) = index.first(key, holds) else { return (&[], &[]) };
    let rows = &NAMES[low as usize..];
    let len = rows.iter().take_while(|row| row.0 == key).count();
    rows.split_at(len)
}

/// What is known of a [folded](fold) phrase, and whether the table has a longer one that begins
/// with its words.
#[must_use]
pub fn probe(key: &str) -> (&'static [Row], bool) {
    let (known, after) = rows(key);
    let next = after.first().and_then(|row| row.0.strip_prefix(key));
    (known, next.is_some_and(|rest| rest.starts_with([' ', '\''])))
}

/// The data of a folded word or phrase as `class`; none when it is not of that class.
///
/// ```
/// use corroborate::lexicon::name::{Class, data};
/// assert_eq!(data("ukrainians", Class::Demonym), Some("UA"));
/// assert_eq!(data("ukrainians", Class::Title), None);
/// ```
#[must_use]
pub fn data(key: &str, class: Class) -> Option<&'static str> {
    names(key).iter().find(|row| row.1 == class).map(|row| row.2)
}

/// Whether a folded word or phrase is of `class`.
#[must_use]
pub fn is(key: &str, class: Class) -> bool {
    data(key, class).is_some()
}

/// The id of a state of the USA by its two letters.
///
/// ```
/// use corroborate::lexicon::name::state;
/// assert_eq!(state("TX"), Some("US.texas"));
/// assert_eq!(state("tx"), None);
/// ```
#[must_use]
pub fn state(form: &str) -> Option<&'static str> {
    find(&STATES, form).copied()
}

/// The usual spelling of a folded word of a name ("zelensky" is "zelenskyy").
///
/// ```
/// use corroborate::lexicon::name::spelling;
/// assert_eq!(spelling("zelensky"), "zelenskyy");
/// assert_eq!(spelling("miller"), "miller");
/// ```
#[must_use]
pub fn spelling(word: &str) -> &str {
    find(&VARIANTS, word).copied().unwrap_or(word)
}

/// Whether two words of names are spellings of one: the same after [folding](fold) and the table
/// of variants, or the same once the letters are set aside that transliterations differ in.
///
/// ```
/// use corroborate::lexicon::name::same_word;
/// assert!(same_word("Gaddafi", "Qadhafi"));
/// assert!(same_word("Zelenskyy", "Zelenskiy"));
/// assert!(same_word("Khodorkovsky", "Khodorkovskii"));
/// assert!(!same_word("Ivanov", "Ivanova"));
/// assert!(!same_word("Hansen", "Jansen"));
/// ```
#[must_use]
pub fn same_word(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    let (a, b) = (spelling(&a), spelling(&b));
    a == b || (a.len() > 3 && b.len() > 3 && skeleton(a) == skeleton(b))
}

/// A folded word without the differences between transliterations: endings of Slavic adjectives,
/// doubled letters, "kh" and "h", "ou" and "u", "q" and "k", "ph" and "f".
///
/// ```
/// use corroborate::lexicon::name::skeleton;
/// assert_eq!(skeleton("khodorkovskii"), skeleton("hodorkovsky"));
/// assert_ne!(skeleton("martin"), skeleton("martinez"));
/// ```
#[must_use]
pub fn skeleton(word: &str) -> String {
    const PAIRS: &[(&str, &str)] = &[
        ("shch", "sch"),
        ("tch", "ch"),
        ("kh", "h"),
        ("gh", "g"),
        ("dh", "d"),
        ("ph", "f"),
        ("ck", "k"),
        ("ou", "u"),
        ("oo", "u"),
        ("ee", "i"),
        ("iy", "i"),
        ("yi", "i"),
        ("ij", "i"),
        ("ey", "ei"),
        ("ay", "ai"),
        ("q", "k"),
        ("w", "v"),
        ("y", "i"),
        ("'", ""),
        (".", ""),
    ];
    let mut rest = word;
    let mut out = String::with_capacity(word.len());
    while let Some(c) = rest.chars().next() {
        let fits = |from: &str| from.as_bytes()[0] == rest.as_bytes()[0] && rest.starts_with(from);
        let pair = PAIRS.iter().find(|pair| fits(pair.0));
        let (from, to) = pair.map_or((c.len_utf8(), None), |pair| (pair.0.len(), Some(pair.1)));
        let piece = to.unwrap_or(&rest[..from]);
        // A doubled letter is one.
        if !(piece.len() == 1 && out.ends_with(piece)) {
            out.push_str(piece);
        }
        rest = &rest[from..];
    }
    out
}

/// The key under which names of one organization meet: its words without articles, prepositions
/// and legal form, demonyms as their country, sorted; a known organization's canonical name first.
///
/// ```
/// use corroborate::lexicon::name::organization_key;
/// let key = organization_key("Ministry of Defence of Ukraine");
/// assert_eq!(key, organization_key("Ukrainian Defense Ministry"));
/// assert_eq!(key, organization_key("Ukraine's Defence Ministry"));
/// assert_ne!(key, organization_key("Russian Defense Ministry"));
/// assert_eq!(organization_key("the IMF"), organization_key("International Monetary Fund"));
/// assert_eq!(organization_key("Boeing Co."), organization_key("Boeing"));
/// ```
#[must_use]
pub fn organization_key(name: &str) -> String {
    let folded = fold(name);
    let bare = folded.strip_prefix("the ").unwrap_or(&folded);
    let known = data(bare, Class::Organization).and_then(|data| data.split('|').next());
    let folded = known.map_or_else(|| bare.to_owned(), fold);
    let words = folded.split([' ', ',']).map(|word| word.trim_end_matches("'s"));
    let small = |word: &&str| {
        !matches!(*word, "" | "the" | "of" | "for" | "and" | "&" | "in" | "on" | "'" | "a" | "an")
    };
    let mut words: Vec<String> = words.filter(small).map(key_word).collect();
    if words.len() > 1 {
        words.retain(|word| !is(word, Class::Legal));
    }
    words.sort();
    words.dedup();
    words.join(" ")
}

/// A word of an organization's name in the spelling that keys use.
fn key_word(word: &str) -> String {
    let country = |code: &str| super::place::division_name(code).map(fold);
    if let Some(name) = data(word, Class::Demonym).and_then(country) {
        return name.replace(' ', "-");
    }
    match word {
        "defence" => "defense".to_owned(),
        "labour" => "labor".to_owned(),
        "organisation" => "organization".to_owned(),
        "programme" => "program".to_owned(),
        "centre" => "center".to_owned(),
        "dept" | "dept." => "department".to_owned(),
        "min" | "min." => "ministry".to_owned(),
        "u.s." | "us" | "u.s" | "usa" => "united-states".to_owned(),
        "u.k." | "uk" | "britain" => "united-kingdom".to_owned(),
        "u.n." | "un" => "united-nations".to_owned(),
        _ => word.to_owned(),
    }
}

/// What the tables tell of a person's sex by given name or title: whether it is a man's; none when
/// nothing tells.
///
/// ```
/// use corroborate::lexicon::name::is_man;
/// assert_eq!(is_man("volodymyr"), Some(true));
/// assert_eq!(is_man("spokeswoman"), Some(false));
/// assert_eq!(is_man("minister"), None);
/// ```
#[must_use]
pub fn is_man(word: &str) -> Option<bool> {
    let named = (is(word, Class::Male), is(word, Class::Female));
    match named {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ if is(word, Class::Man) => Some(true),
        _ if is(word, Class::Woman) => Some(false),
        _ => None,
    }
}
