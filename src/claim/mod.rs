//! Who says what, how surely, on which evidence: one document at a time.

mod attribution;
mod coref;
mod event;
mod factuality;
mod frame;
mod grammar;
mod open;
mod replaced;
mod role;
mod turn;
mod unread;
mod view;

pub use crate::lexicon::reporting::Stance;

pub use frame::{Frame, Key, Slot, Tense};
pub(crate) use frame::{is_subject, shared_subject};

use std::sync::Arc;

use crate::lexicon::Vocabulary;
use crate::mention::Mention;
use crate::syntax::Tree;
use crate::text::{Reading, Skip, Span};
use crate::value::{Date, Decimal, Name, Place, Status, Time, Value};

/// Everything that the stages made of one document.
#[derive(Debug, Clone)]
pub struct Analysis {
    /// What of the document was read.
    pub reading: Reading,
    /// Its sentences.
    pub trees: Vec<Tree>,
    /// Its mentions.
    pub mentions: Vec<Mention>,
    /// What it says.
    pub account: Arc<Account>,
}

/// What one document says: its events and actors, the claims about them, and who is reported as
/// saying what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Account {
    /// The actors of the document, each with all of its mentions (in-document coreference).
    pub actors: Vec<Actor>,
    /// The events of the document, each with all of its mentions.
    pub events: Vec<Event>,
    /// The claims, by first evidence span.
    pub claims: Vec<Claim>,
    /// Every attribution of the text, also those that no claim came from.
    pub attributions: Vec<Attribution>,
    /// How surely each event mention happens, by index into the mentions.
    pub factuality: Vec<Factuality>,
    /// The clauses, in order, as far as telling what they are about needs them.
    pub frames: Vec<Frame>,
    /// What was not read.
    pub skipped: Vec<Skip>,
    /// The values that the text tells others to have taken the place of, in order.
    pub replaced: Vec<Replaced>,
    /// The turns in the course of matters that the text tells, in order.
    pub turns: Vec<Turn>,
}

/// A turn in the course of somebody's case or of a matter: "the strike was *called off*".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The word that tells it.
    pub at: Span,
    /// The index of its sentence.
    pub sentence: u32,
    /// What it tells; several where it may be one thing or another.
    pub words: Vec<crate::lexicon::Word>,
    /// What was to be done to it, where that is what the words tell of: "dropped its plan to *close* the ward".
    pub undone: Vec<crate::lexicon::Word>,
    /// Whether it is only planned or proposed.
    pub planned: bool,
    /// Whether it was so before what the text tells: "had been called off".
    pub before: bool,
    /// The noun for who or what is in the state.
    pub matter: Span,
    /// Whether that is somebody.
    pub person: bool,
    /// Index into [`Account::actors`], where it is one.
    pub actor: Option<u32>,
    /// Who brought it there: index into [`Account::actors`], where it is one, and the lemma of the noun.
    pub agent: Option<(Option<u32>, String)>,
    /// The lemma of the noun.
    pub noun: String,
    /// The words of names in its phrase.
    pub names: Vec<String>,
    /// The other words that restrict it.
    pub beside: Vec<String>,
    /// What tells it from others of its kind: "last", "second".
    pub cues: Vec<String>,
    /// How old somebody is told to be, in its phrase.
    pub age: Option<Decimal>,
    /// How many there are, where it is counted.
    pub number: Option<Decimal>,
    /// Whether it is more than one.
    pub many: bool,
    /// Whether it may be any of its kind: "projects", not "the projects".
    pub general: bool,
}

/// A value that the text tells another to have taken the place of: "put off *from 3 May* to 9 June".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// Where it stands.
    pub old: Span,
    /// Where the other stands.
    pub new: Span,
    /// What it is.
    pub value: Value,
}

/// An actor of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The fullest name it is called by.
    pub name: Name,
    /// Other names it is called by, sorted.
    pub aliases: Vec<String>,
    /// Indices of its mentions.
    pub mentions: Vec<u32>,
}

/// An event of one document: all mentions that the text surely uses for one thing. A definite
/// description ("the attack") joins the last event that fits it; an indefinite one, another date or
/// place, or a word like "second" or "another" begins a new event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The event type of the lexicon (`prisoner-exchange`), or `open.LEMMA` outside it. Types of
    /// one [`family`](crate::lexicon::EventType::family) may be names of the same event.
    pub kind: String,
    /// Indices of its mentions.
    pub mentions: Vec<u32>,
    /// When it takes place, as far as the text tells.
    pub time: Option<Time>,
    /// Where it takes place, as far as the text tells.
    pub place: Option<Place>,
    /// Indices into [`Account::actors`] of those who take part, with their roles.
    pub participants: Vec<Participant>,
    /// All arguments of its predicate, actors or not.
    pub arguments: Vec<Argument>,
    /// Words that tell it from others of its kind: ordinals and discourse cues ("second",
    /// "follow-up", "earlier", "another"), distinctive modifiers (lemmas), sorted.
    pub cues: Vec<String>,
    /// How the text presents it overall.
    pub status: Option<Status>,
    /// The name that whoever brought claims from outside gave to the event: two events of one key
    /// are the same, two of different keys are not.
    pub key: Option<String>,
}

impl Event {
    /// An event of which nothing is known but its type.
    pub(crate) fn of(kind: &str) -> Self {
        Self {
            kind: kind.to_owned(),
            mentions: Vec::new(),
            time: None,
            place: None,
            participants: Vec::new(),
            arguments: Vec::new(),
            cues: Vec::new(),
            status: None,
            key: None,
        }
    }
}

/// One who takes part in an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Index into [`Account::actors`].
    pub actor: u32,
    /// The role that the tree gives.
    pub role: Role,
}

/// An argument of an event's predicate, by its head word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// The role that the tree gives.
    pub role: Role,
    /// The preposition that introduces it ("to", "against").
    pub preposition: Option<String>,
    /// The lemma of its head noun.
    pub head: String,
    /// The lemmas of the modifiers of the head that restrict it, sorted.
    pub modifiers: Vec<String>,
    /// Index into [`Account::actors`] when it is one.
    pub actor: Option<u32>,
    /// Where it stands.
    pub span: Span,
}

/// A role in an event, after the macro-roles of
/// [Universal PropBank](https://universalpropositions.github.io/).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Role {
    /// Who does it.
    Agent,
    /// Whom or what it befalls.
    Patient,
    /// To whom.
    Recipient,
    /// With whom, between whom.
    Partner,
    /// Any other.
    Other,
}

/// A proposition put forward at a place in a text
/// ([schema.org `Claim`](https://schema.org/Claim)).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What it is about.
    pub subject: Subject,
    /// The property id: `TYPE.NAME` of the lexicon, or `open.LEMMA…` outside it. TYPE is the
    /// [`Event::kind`] of the subject; `NAME` alone is what two types of one family share
    /// (`attack.killed` and `explosion.killed`). See [`Vocabulary::property`] for its kind and for
    /// whether it holds one value or many.
    pub property: String,
    /// What the property is said to be.
    pub value: Value,
    /// Where, when, of whom and of which part it holds.
    pub scope: Scope,
    /// Yes or no.
    pub polarity: Polarity,
    /// How surely, and whether it has happened.
    pub modality: Modality,
    /// Who is reported as saying it, from the document's own voice inwards; empty means that the
    /// document asserts it itself.
    pub attribution: Vec<Attribution>,
    /// The spans that ground it; never empty; the first is the clause, the second the value.
    pub evidence: Vec<Span>,
    /// The span of the value's own words.
    pub value_span: Span,
    /// The rule that read it (see `corroborate explain`).
    pub rule: &'static str,
}

/// What a claim is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// Index into [`Account::events`].
    Event(u32),
    /// Index into [`Account::actors`].
    Actor(u32),
    /// Neither could be told; the property and the scope alone say what it is about.
    Unknown,
}

/// The qualifiers of a claim: claims of different scope are not comparable.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// When the claimed thing takes place.
    pub time: Option<Time>,
    /// The period that a count runs over ("between December and June", "since 2022").
    pub period: Option<Time>,
    /// The date as of which an evolving value holds, when the text gives one.
    pub as_of: Option<Time>,
    /// Where.
    pub place: Option<Place>,
    /// The group counted: head lemma and its distinctive modifiers ("civilian", "child"); none for
    /// people in general ("people", "victims", a single "man").
    pub group: Option<String>,
    /// Further lemmas that restrict what is claimed (modifiers, participants, predicate of an
    /// open claim), sorted; two claims are comparable only when these fit.
    pub qualifiers: Vec<String>,
    /// Whose it is, as an index into [`Account::actors`]: the participant that alone accepted or
    /// rejected (`*.status`, `*.position`), the company that earned. Claims of two holders are not
    /// comparable.
    pub holder: Option<u32>,
    /// The value is a part of a whole named elsewhere ("including 12 children", "among them",
    /// "one of the victims").
    pub part: bool,
    /// The value is cumulative over many incidents ("this year", "since the war began").
    pub cumulative: bool,
    /// How the text says the value changes ("rose to", "revised down to").
    pub change: Option<Change>,
}

/// How a text says that a value, or what holds, changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change {
    /// "rose to"
    Rise,
    /// "fell to"
    Fall,
    /// "revised to", "corrected to"
    Correction,
    /// "from" in "rose from 90 to 104": the old value.
    Before,
    /// "no longer": it was so before.
    Ended,
    /// "not yet": it may become so.
    Awaited,
}

impl Change {
    /// As reports name it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rise => "rise",
            Self::Fall => "fall",
            Self::Correction => "correction",
            Self::Before => "before",
            Self::Ended => "ended",
            Self::Awaited => "awaited",
        }
    }
}

/// Yes or no, after
/// [FactBank](https://link.springer.com/article/10.1007/s10579-009-9089-9).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// Said to be so.
    #[default]
    Affirmed,
    /// Said not to be so.
    Negated,
}

/// How surely, and whether it has happened, after FactBank and TimeML.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Modality {
    /// It is, or has happened.
    #[default]
    Actual,
    /// It is arranged or expected.
    Planned,
    /// Somebody puts it forward.
    Proposed,
    /// Somebody demands or orders it, or threatens it.
    Demanded,
    /// It may be so.
    Possible,
    /// It is so if something else is.
    Conditional,
}

/// Who is reported as saying something, after
/// [PARC 3.0](https://aclanthology.org/L16-1619/).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// Index into [`Account::actors`] of the speaker.
    pub actor: Option<u32>,
    /// The words that name the speaker; none for "is said to".
    pub speaker: Option<Span>,
    /// The words that signal it.
    pub cue: Span,
    /// What is said; several spans when it is interrupted.
    pub content: Vec<Span>,
    /// The lemma of the cue ("say", "deny", "accord").
    pub verb: String,
    /// The attitude that the cue gives to the content.
    pub stance: Stance,
    /// What the content is.
    pub form: Form,
}

/// What the content of an [`Attribution`] is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Form {
    /// A proposition in the document's words: "said that the bridge fell".
    #[default]
    Clause,
    /// A proposition in the speaker's words.
    Quote,
    /// A thing talked about; nobody is reported as saying that it is so: "condemned the raid".
    Topic,
}

/// How surely an event mention happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factuality {
    /// Index into the mentions.
    pub mention: u32,
    /// Yes or no.
    pub polarity: Polarity,
    /// How surely.
    pub modality: Modality,
}

/// Reads the claims of one document; the day that it was `published` on tells what is still to come.
#[must_use]
pub fn read(
    text: &str,
    trees: &[Tree],
    mentions: &[Mention],
    vocabulary: &Vocabulary,
    published: Option<Date>,
) -> Account {
    let actors = coref::actors(text, trees, mentions);
    let attributions = attribution::read(text, trees, mentions, &actors);
    let readings = factuality::Readings::new(text, trees, mentions, published);
    let factuality = factuality::read(&readings, mentions, &attributions);
    let source = Source {
        text,
        trees,
        mentions,
        actors: &actors,
        attributions: &attributions,
        factuality: &factuality,
        vocabulary,
        readings: &readings,
        published,
    };
    let grammar = grammar::Grammar::new(source);
    let replaced = replaced::read(&grammar);
    let turns = turn::read(&grammar);
    let (mut events, mut claims) = role::read(&grammar, event::read(&grammar));
    let frames = frame::read(trees, mentions);
    claims.extend(open::read(&source, &frames, &mut events, &claims));
    let skipped = unread::read(&source);
    let read = |span: &Span| !unread::is_unreadable(&skipped, *span);
    claims.retain(|claim| read(&claim.value_span));
    claims.sort_by_cached_key(order);
    Account { actors, events, claims, attributions, factuality, frames, skipped, replaced, turns }
}

/// Claims stand in the order of the text, a whole before its parts.
fn order(claim: &Claim) -> (Option<Span>, u32, std::cmp::Reverse<u32>) {
    let Span { start, end } = claim.value_span;
    (claim.evidence.first().copied(), start, std::cmp::Reverse(end))
}

/// What the readers of this stage look at.
#[derive(Debug, Clone, Copy)]
struct Source<'a> {
    text: &'a str,
    trees: &'a [Tree],
    mentions: &'a [Mention],
    actors: &'a [Actor],
    attributions: &'a [Attribution],
    factuality: &'a [Factuality],
    vocabulary: &'a Vocabulary,
    readings: &'a factuality::Readings,
    published: Option<Date>,
}

impl Source<'_> {
    /// How surely the predicate at a word of a sentence holds.
    fn factuality(&self, sentence: usize, word: usize) -> (Polarity, Modality) {
        self.readings.of(sentence, word)
    }
}
