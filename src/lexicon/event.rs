//! Event types, the words that name them, and their properties; a user's rows beside the built-in
//! ones.

use std::borrow::Cow;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::generated::event::{EVENTS, TRIGGERS};
use super::generated::property::PROPERTIES;

/// A type of event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventType {
    /// The id, in lower case with hyphens (`prisoner-exchange`).
    pub id: Cow<'static, str>,
    /// What a person calls one.
    pub noun: Cow<'static, str>,
    /// Types of one family may be names of the same event: a blast may be called an attack. Two
    /// events of different families are never the same.
    pub family: Cow<'static, str>,
    /// Whether it goes on over many places and sessions, as negotiations and wars do.
    pub process: bool,
}

/// A word that names an event type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// The lemma.
    pub word: Cow<'static, str>,
    /// A verb, otherwise a noun.
    pub verb: bool,
    /// The id of the event type.
    pub event: Cow<'static, str>,
    /// Lemmas, one of which must stand among its dependents, separated by spaces; empty for no
    /// condition.
    pub with: Cow<'static, str>,
    /// Lemmas that must not stand there, separated by spaces.
    pub without: Cow<'static, str>,
}

/// A property of an event type: what kind of value it has, and how many, and whether these change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// `TYPE.NAME`, or `*.NAME` when it belongs to every type.
    pub id: Cow<'static, str>,
    /// The kind of its values.
    pub kind: ValueKind,
    /// Whether several values hold at once (the venues of negotiations); otherwise two different
    /// values in the same scope exclude each other.
    pub many: bool,
    /// How a later value may differ from an earlier one without contradicting it.
    pub evolves: Evolves,
    /// The counted nouns and dimensions that its quantities have, separated by spaces; empty for
    /// any.
    pub units: Cow<'static, str>,
    /// Where its value stands to the word that names the event, separated by spaces.
    pub from: Cow<'static, str>,
}

/// The kind of value that a property has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ValueKind {
    /// [`Value::Quantity`](crate::value::Value::Quantity)
    Quantity,
    /// [`Value::Time`](crate::value::Value::Time)
    Time,
    /// [`Value::Place`](crate::value::Value::Place)
    Place,
    /// [`Value::Name`](crate::value::Value::Name)
    Name,
    /// [`Value::Status`](crate::value::Value::Status)
    Status,
    /// [`Value::Text`](crate::value::Value::Text)
    Text,
}

/// How the value of a property changes in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Evolves {
    /// It does not: a later report of another value contradicts.
    No,
    /// It only grows, as a death toll does; a smaller one later is a correction.
    Grows,
    /// It moves either way, as a status, a rate or the number of missing does.
    Moves,
}

/// The event types, triggers and properties in force: the built-in tables and a user's own rows.
///
/// ```
/// use corroborate::lexicon::{Evolves, Vocabulary};
/// let vocabulary = Vocabulary::default();
/// let toll = vocabulary.property("attack.killed").unwrap();
/// assert_eq!((toll.many, toll.evolves), (false, Evolves::Grows));
/// assert!(vocabulary.property("talks.venue").unwrap().many);
/// assert!(vocabulary.property("talks.colour").is_none());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    pub(super) events: Vec<EventType>,
    pub(super) triggers: Vec<Trigger>,
    pub(super) properties: Vec<Property>,
}

impl Vocabulary {
    /// The event type with this id; a user's row goes before a built-in one.
    #[must_use]
    pub fn event_type(&self, id: &str) -> Option<&EventType> {
        let own = self.events.iter().find(|row| row.id == id);
        own.or_else(|| Some(&EVENTS[EVENTS.binary_search_by(|row| (*row.id).cmp(id)).ok()?]))
    }

    /// The property `TYPE.NAME`; its own row, else the row `*.NAME`.
    #[must_use]
    pub fn property(&self, id: &str) -> Option<&Property> {
        let general = || {
            let (type_, name) = id.split_once('.')?;
            if type_ == "open" { None } else { self.property_row(&format!("*.{name}")) }
        };
        self.property_row(id).or_else(general)
    }

    /// The properties of an event type that have rows of their own, by id.
    pub fn properties_of<'v>(&'v self, event: &'v str) -> impl Iterator<Item = &'v Property> {
        let is_of = move |row: &&Property| {
            row.id.strip_prefix(event).is_some_and(|rest| rest.starts_with('.'))
        };
        self.properties.iter().chain(PROPERTIES).filter(is_of)
    }

    /// The triggers that are this word, a lemma or a form, a user's first.
    pub fn triggers<'v, 'w>(
        &'v self,
        word: &'w str,
        verb: bool,
    ) -> impl Iterator<Item = &'v Trigger> + use<'v, 'w> {
        let fits = move |row: &&Trigger| row.word == word && row.verb == verb;
        let same = move |row: &&Trigger| row.word == word;
        let rows = TRIGGERS[first_trigger(word)..].iter().take_while(same).filter(fits);
        self.triggers.iter().filter(fits).chain(rows)
    }

    fn property_row(&self, id: &str) -> Option<&Property> {
        let own = self.properties.iter().find(|row| row.id == id);
        own.or_else(|| {
            Some(&PROPERTIES[PROPERTIES.binary_search_by(|row| (*row.id).cmp(id)).ok()?])
        })
    }
}

/// Where the built-in triggers with this word begin. Every noun and verb of a text is asked for, and
/// hardly any is one.
fn first_trigger(word: &str) -> usize {
    static PLACES: OnceLock<FxHashMap<&'static str, usize>> = OnceLock::new();
    // The first of a word's rows comes last, and stays.
    let rows = || TRIGGERS.iter().enumerate().rev();
    let places = PLACES.get_or_init(|| rows().map(|(at, row)| (&*row.word, at)).collect());
    places.get(word).copied().unwrap_or(TRIGGERS.len())
}

/// The ids of the built-in event types.
#[cfg(feature = "cli")]
pub(super) fn event_ids() -> impl Iterator<Item = &'static str> {
    EVENTS.iter().map(|row| &*row.id)
}
