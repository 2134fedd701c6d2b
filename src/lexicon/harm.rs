//! Words for what befalls people.

use super::find;
use super::generated::harm::{NOUNS, STATES, THINGS, TO_DEATH, VERBS};
use super::generated::people::{
    BROAD, DOING, KINDS, MORE, ONE, PEOPLE, SEVERAL, SORTS, THINGS as NO_PERSONS,
};

/// What a word says has befallen somebody, and where it has its victims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Harm {
    /// What befell them.
    pub outcome: Outcome,
    /// Where the victims stand.
    pub victims: Victims,
}

/// What befell people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// They are dead.
    Killed,
    /// They are hurt.
    Injured,
    /// They were shot or stabbed; whether they live is not told.
    Hit,
    /// Dead or hurt, not told apart ("casualties").
    Casualties,
    /// Nobody knows where they are.
    Missing,
    /// They had to leave their homes.
    Displaced,
    /// They were arrested.
    Arrested,
    /// They were carried off.
    Abducted,
    /// They were brought to safety.
    Rescued,
    /// They cannot get out by themselves.
    Trapped,
}

impl Outcome {
    /// The name of the property that counts the victims.
    #[must_use]
    pub const fn property(self) -> &'static str {
        match self {
            Self::Killed => "killed",
            Self::Injured => "injured",
            Self::Hit => "victims",
            Self::Casualties => "casualties",
            Self::Missing => "missing",
            Self::Displaced => "displaced",
            Self::Arrested => "arrested",
            Self::Abducted => "abducted",
            Self::Rescued => "rescued",
            Self::Trapped => "trapped",
        }
    }
}

/// Where the victims stand to the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Victims {
    /// The object, or the subject of the passive ("killed 12").
    Object,
    /// The subject ("12 died").
    Subject,
    /// The noun counts them itself ("12 fatalities").
    Counts,
    /// The noun counts them, or names them in a phrase ("the murder of", "his death").
    Of,
}

/// What a word has to do with harm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HarmThing {
    /// What is done with the dead one after another ("identified the bodies of").
    Afterwards,
    /// What two sides of a war do with their dead ("returned the bodies of").
    Handed,
    /// Where the hurt are treated ("hospital").
    Care,
    /// What is done with the hurt there ("taken to hospital").
    Cared,
    /// What hurts those whom it hits ("a bullet").
    Striker,
    /// What the hurt have ("a wound").
    Wound,
    /// An event of which it is said kills ("a deadly crash").
    Deadly,
    /// A part of the body ("struck in the leg").
    Body,
    /// How a patient is ("in stable condition").
    Condition,
    /// An arm or leg, or a part of one ("shot in the leg").
    Limb,
    /// A verb that deals wounds ("inflicted a fatal wound on").
    Dealt,
    /// A verb for what bullets and cars do to people ("hit by").
    Strikes,
    /// A modifier that takes the harm back ("attempted murder").
    Unreal,
    /// What one turns on himself ("turned the gun on himself").
    Weapon,
}

/// The harm that a verb does, by its lemma.
#[must_use]
pub fn harm_verb(lemma: &str) -> Option<Harm> {
    find(&VERBS, lemma).copied()
}

/// The harm that a verb does with "to death", by its lemma ("beaten to death").
#[must_use]
pub fn harm_to_death(lemma: &str) -> Option<Harm> {
    find(&TO_DEATH, lemma).copied()
}

/// What a word has to do with harm, by its lemma, when it tells of none by itself.
#[must_use]
pub fn harm_thing(lemma: &str) -> Option<HarmThing> {
    find(&THINGS, lemma).copied()
}

/// The harm that an adjective or participle tells, by its lemma or form.
#[must_use]
pub fn harm_state(word: &str) -> Option<Harm> {
    find(&STATES, word).copied()
}

/// The harm that a noun tells, by its lemma.
#[must_use]
pub fn harm_noun(lemma: &str) -> Option<Harm> {
    find(&NOUNS, lemma).copied()
}

/// Whether a lemma names people, and if so, whether it says no more than that (`true` for "man",
/// `false` for "miner").
#[must_use]
pub fn people(lemma: &str) -> Option<bool> {
    if let Some(plain) = find(&PEOPLE, lemma) {
        return Some(*plain);
    }
    let tail = lemma.rsplit(['-', ' ']).next().unwrap_or(lemma);
    let suffixes = ["man", "men", "woman", "women"];
    match find(&PEOPLE, tail) {
        Some(plain) => Some(*plain),
        None if suffixes.iter().any(|suffix| tail.ends_with(suffix)) => Some(false),
        None => None,
    }
}

/// What a word tells of the sex and the age of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// Whether female or male.
    pub female: Option<bool>,
    /// Whether a child.
    pub young: Option<bool>,
}

impl Sort {
    /// Whether the persons that two words tell of are surely two: "the woman", "the girl".
    #[must_use]
    pub fn is_apart(self, other: Self) -> bool {
        let differ = |a: Option<bool>, b: Option<bool>| a.zip(b).is_some_and(|(a, b)| a != b);
        differ(self.female, other.female) || differ(self.young, other.young)
    }
}

/// What a noun or pronoun tells of the sex and age of a person, by its lemma.
#[must_use]
pub fn sort(lemma: &str) -> Option<Sort> {
    find(&SORTS, lemma).copied()
}

/// How many people a noun in the singular stands for ("the couple").
#[must_use]
pub fn several(lemma: &str) -> Option<u8> {
    find(&SEVERAL, lemma).copied()
}

/// Whether a noun is one for a person: of the table, or made with an ending of doers ("hunter",
/// "violinist").
///
/// ```
/// use corroborate::lexicon::names_person;
/// assert!(names_person("miner") && names_person("negotiator"));
/// assert!(!names_person("tractor"));
/// ```
#[must_use]
pub fn names_person(lemma: &str) -> bool {
    let made = ["er", "or", "ist", "eer", "ian"].iter().any(|ending| lemma.ends_with(ending));
    people(lemma).is_some() || made && lemma.len() >= 5 && find(&NO_PERSONS, lemma).is_none()
}

/// Whether a pronoun stands for one person ("she").
#[must_use]
pub fn is_one(word: &str) -> bool {
    find(&ONE, word).is_some()
}

/// Whether a modifier leaves a count one of people in general ("innocent people").
#[must_use]
pub fn is_broad(lemma: &str) -> bool {
    find(&BROAD, lemma).is_some()
}

/// Whether a modifier makes a group of those whom a noun for harm counts ("civilian deaths").
#[must_use]
pub fn is_kind(lemma: &str) -> bool {
    find(&KINDS, lemma).is_some()
}

/// Whether a modifier sets people beside those counted before ("another man").
#[must_use]
pub fn is_more(lemma: &str) -> bool {
    find(&MORE, lemma).is_some()
}

/// What people are who do what a verb says, and whether these are its object: who is employed is a worker, and so is who
/// works.
#[must_use]
pub fn role_of(verb: &str) -> Option<(&'static str, bool)> {
    find(&DOING, verb).copied()
}
