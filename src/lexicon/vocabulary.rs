//! A user's own event types, triggers and properties, from TOML.
//!
//! ```toml
//! [[event]]
//! id = "recall"
//! noun = "product recall"
//!
//! [[trigger]]
//! words = ["recall"]
//! part = "noun"
//! event = "recall"
//! without = ["election"]
//!
//! [[property]]
//! id = "recall.size"
//! kind = "quantity"
//! units = ["count"]
//! from = ["of", "object"]
//! evolves = "grows"
//! ```

use serde::Deserialize;
use toml::Spanned;

use super::event::{EventType, Evolves, Property, Trigger, ValueKind, Vocabulary, event_ids};
use crate::error::Error;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    event: Vec<EventRow>,
    #[serde(default)]
    trigger: Vec<TriggerRow>,
    #[serde(default)]
    property: Vec<PropertyRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EventRow {
    id: Spanned<String>,
    noun: Option<String>,
    family: Option<String>,
    #[serde(default)]
    process: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TriggerRow {
    words: Spanned<Vec<String>>,
    part: Part,
    event: Spanned<String>,
    #[serde(default)]
    with: Vec<String>,
    #[serde(default)]
    without: Vec<String>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Part {
    Noun,
    Verb,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PropertyRow {
    id: Spanned<String>,
    kind: Kind,
    #[serde(default)]
    many: bool,
    #[serde(default)]
    evolves: Change,
    #[serde(default)]
    units: Vec<String>,
    #[serde(default)]
    from: Places,
}

/// A list whose place in the file is known when it is there.
#[derive(Deserialize, Default)]
#[serde(transparent)]
struct Places(Vec<Spanned<String>>);

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Quantity,
    Time,
    Place,
    Name,
}

#[derive(Deserialize, Clone, Copy, Default)]
#[serde(rename_all = "lowercase")]
enum Change {
    #[default]
    No,
    Grows,
    Moves,
}

/// Where a value may stand to the word that names the event.
const PLACES: &[&str] = &[
    "object",
    "subject",
    "modifier",
    "governor",
    "governor-subject",
    "of",
    "for",
    "by",
    "to",
    "at",
    "with",
    "in",
    "on",
    "against",
    "from",
    "involving",
    "worth",
    "between",
    "into",
];

impl Vocabulary {
    /// Reads a user's rows; they go before the built-in ones. `file` names the table in errors.
    ///
    /// ```
    /// use corroborate::lexicon::Vocabulary;
    /// let table = r#"
    /// [[event]]
    /// id = "recall"
    /// [[trigger]]
    /// words = ["recall"]
    /// part = "noun"
    /// event = "recal"
    /// "#;
    /// let error = Vocabulary::parse(table, "events.toml").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "events.toml:7: expected the id of an event type, found `recal`; did you mean `recall`?"
    /// );
    /// ```
    ///
    /// # Errors
    /// When it is no TOML, has a key that is not known, or names an event type, part of speech or
    /// place that is not known; the message names the file and line.
    pub fn parse(table: &str, file: &str) -> Result<Self, Error> {
        let mut vocabulary = Self::default();
        vocabulary.add(table, file)?;
        Ok(vocabulary)
    }

    /// Adds the rows of a further file, see [`Vocabulary::parse`].
    ///
    /// # Errors
    /// As there, and when a row clashes with one that is already there: the same id twice, or one
    /// word under the same condition for two types of event.
    pub fn add(&mut self, table: &str, file: &str) -> Result<(), Error> {
        let line = |at: usize| {
            let before = table.as_bytes().iter().take(at).filter(|&&byte| byte == b'\n').count();
            u32::try_from(before + 1).ok()
        };
        let rows: File = toml::from_str(table).map_err(|error| {
            let place = error.span().and_then(|span| line(span.start));
            Error::table(first_line(error.message())).at(file, place)
        })?;
        let wrong = |at: usize, message: String| Error::table(message).at(file, line(at));
        for row in rows.event {
            self.add_event(row).map_err(|(at, message)| wrong(at, message))?;
        }
        for row in rows.trigger {
            self.add_triggers(row).map_err(|(at, message)| wrong(at, message))?;
        }
        for row in rows.property {
            self.add_property(row).map_err(|(at, message)| wrong(at, message))?;
        }
        Ok(())
    }

    fn add_event(&mut self, row: EventRow) -> Result<(), (usize, String)> {
        let at = row.id.span().start;
        let id = row.id.into_inner();
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || !id.chars().all(plain) || id == "open" {
            let message = format!("expected an id of lower-case letters and hyphens, found `{id}`");
            return Err((at, message));
        }
        if self.events.iter().any(|known| known.id == id) {
            return Err((at, format!("expected each event type once, found `{id}` twice")));
        }
        self.events.push(EventType {
            noun: row.noun.unwrap_or_else(|| id.replace('-', " ")).into(),
            family: row.family.unwrap_or_else(|| id.clone()).into(),
            id: id.into(),
            process: row.process,
        });
        Ok(())
    }

    fn add_triggers(&mut self, row: TriggerRow) -> Result<(), (usize, String)> {
        self.check_event(row.event.span().start, row.event.get_ref())?;
        if row.words.get_ref().is_empty() {
            return Err((row.words.span().start, "expected at least one word, found none".into()));
        }
        let (at, event) = (row.words.span().start, row.event.into_inner());
        for word in row.words.into_inner() {
            let trigger = Trigger {
                word: word.to_lowercase().into(),
                verb: row.part == Part::Verb,
                event: event.clone().into(),
                with: row.with.join(" ").to_lowercase().into(),
                without: row.without.join(" ").to_lowercase().into(),
            };
            let clash = |known: &&Trigger| {
                let condition = (&known.word, known.verb, &known.with, &known.without);
                condition == (&trigger.word, trigger.verb, &trigger.with, &trigger.without)
            };
            let other = |known: &&Trigger| clash(known) && known.event != trigger.event;
            if let Some(known) = self.triggers.iter().find(other) {
                let message = format!("`{word}` names both `{}` and `{event}`", known.event);
                return Err((at, message));
            }
            self.triggers.push(trigger);
        }
        Ok(())
    }

    fn add_property(&mut self, row: PropertyRow) -> Result<(), (usize, String)> {
        let at = row.id.span().start;
        let id = row.id.into_inner();
        let Some((event, name)) = id.split_once('.').filter(|(_, name)| !name.is_empty()) else {
            return Err((at, format!("expected an id of the form `TYPE.NAME`, found `{id}`")));
        };
        if event != "*" {
            self.check_event(at, event)?;
        }
        debug_assert!(!name.is_empty(), "filtered above");
        for place in &row.from.0 {
            if !PLACES.contains(&place.get_ref().as_str()) {
                let message = unknown("a place of the value", place.get_ref(), PLACES);
                return Err((place.span().start, message));
            }
        }
        if self.properties.iter().any(|known| known.id == id) {
            return Err((at, format!("expected each property once, found `{id}` twice")));
        }
        let places: Vec<String> = row.from.0.into_iter().map(Spanned::into_inner).collect();
        self.properties.push(Property {
            id: id.into(),
            kind: row.kind.into(),
            many: row.many,
            evolves: row.evolves.into(),
            units: row.units.join(" ").into(),
            from: places.join(" ").into(),
        });
        Ok(())
    }

    fn check_event(&self, at: usize, id: &str) -> Result<(), (usize, String)> {
        if self.event_type(id).is_some() {
            return Ok(());
        }
        let mut known: Vec<&str> = event_ids().collect();
        known.extend(self.events.iter().map(|row| &*row.id));
        Err((at, unknown("the id of an event type", id, &known)))
    }
}

/// "expected …, found `x`; did you mean `y`?"
fn unknown(wanted: &str, found: &str, known: &[&str]) -> String {
    let distance = |word: &&str| strsim::osa_distance(word, found);
    let near = known.iter().copied().min_by_key(distance).filter(|word| distance(word) <= 3);
    let hint = near.map(|word| format!("; did you mean `{word}`?")).unwrap_or_default();
    format!("expected {wanted}, found `{found}`{hint}")
}

fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or_default().to_owned()
}

impl From<Kind> for ValueKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Quantity => Self::Quantity,
            Kind::Time => Self::Time,
            Kind::Place => Self::Place,
            Kind::Name => Self::Name,
        }
    }
}

impl From<Change> for Evolves {
    fn from(change: Change) -> Self {
        match change {
            Change::No => Self::No,
            Change::Grows => Self::Grows,
            Change::Moves => Self::Moves,
        }
    }
}
