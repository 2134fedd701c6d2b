//! The claims of a graph with what comparing them needs at hand.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::claim::{Change, Claim, Frame, Key, Slot, Stance, Subject};
use crate::graph::{self, ClaimRef, Graph, kin};
use crate::lexicon::time::time_word;
use crate::lexicon::{Evolves, Property, Vocabulary};
use crate::text::Span;
use crate::value::{Decimal, Status, Time, Value};

/// A claim with its clause, event and voice.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item<'g> {
    pub(super) at: ClaimRef,
    pub(super) claim: &'g Claim,
    /// The clause that it stands in.
    pub(super) frame: Option<&'g Frame>,
    /// Index into [`Graph::events`].
    pub(super) event: Option<u32>,
    /// The row of its property; none for open claims.
    pub(super) property: Option<&'g Property>,
    /// Whether its event is of a type that has many sessions.
    process: bool,
    pub(super) voice: Voice<'g>,
}

/// Whose word a claim is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice<'g> {
    /// The document's own.
    Document,
    /// Somebody's who is not named ("officials").
    Unnamed,
    /// An entity of the graph.
    Entity(u32),
    /// Somebody's by this name.
    Named(&'g str),
}

/// All claims.
pub(super) struct View<'g> {
    pub(super) graph: &'g Graph,
    pub(super) items: Vec<Item<'g>>,
    /// The first item of each document, and the end.
    pub(super) first: Vec<usize>,
    /// The entity of each (document, actor).
    entities: FxHashMap<(u32, u32), u32>,
    /// The times that each clause gives, with their places.
    times: FxHashMap<ClauseKey, Vec<(Span, &'g Time)>>,
    /// The claims of each event that a value rose or fell.
    moved: FxHashMap<u32, Vec<usize>>,
    /// What each document speaks of.
    pub(super) speaks: Vec<kin::Vocabulary>,
}

/// A document and, where it is known, the sentence and the head of a clause.
type ClauseKey = (u32, Option<(u32, u32)>);

fn clause(item: &Item<'_>) -> ClauseKey {
    (item.at.document, item.frame.map(|frame| (frame.sentence, frame.head)))
}

impl<'g> View<'g> {
    pub(super) fn new(graph: &'g Graph, vocabulary: &'g Vocabulary) -> Self {
        let mut view = Self {
            graph,
            items: Vec::new(),
            first: vec![0],
            times: FxHashMap::default(),
            moved: FxHashMap::default(),
            speaks: graph.documents.iter().map(kin::Vocabulary::of).collect(),
            entities: members(graph.entities.iter().map(|e| e.members.as_slice())),
        };
        let events = members(graph.events.iter().map(|e| e.members.as_slice()));
        for (node, document) in graph.documents.iter().zip(0..) {
            let clauses = Clauses::new(&node.account.frames);
            for (claim, index) in node.account.claims.iter().zip(0..) {
                let event = match claim.subject {
                    Subject::Event(event) => events.get(&(document, event)).copied(),
                    _ => None,
                };
                let kind = claim.property.split('.').next().unwrap_or_default();
                view.items.push(Item {
                    at: ClaimRef { document, claim: index },
                    process: vocabulary.event_type(kind).is_some_and(|row| row.process),
                    claim,
                    frame: clauses.find(claim.value_span),
                    event,
                    property: vocabulary.property(&claim.property),
                    voice: view.voice(document, claim),
                });
            }
            view.first.push(view.items.len());
        }
        for (at, item) in view.items.iter().enumerate() {
            if let Some(event) = item.event.filter(|_| item.moved()) {
                view.moved.entry(event).or_default().push(at);
            }
            match &item.claim.value {
                Value::Time(time) if time.quantity.is_none() => {
                    let beside = view.times.entry(clause(item)).or_default();
                    beside.push((item.claim.value_span, time));
                }
                _ => {}
            }
        }
        view
    }

    /// The items of a document.
    pub(super) fn of(&self, document: u32) -> std::ops::Range<usize> {
        self.first[document as usize]..self.first[document as usize + 1]
    }

    /// The claims of an event that a value rose or fell.
    pub(super) fn moved(&self, event: u32) -> impl Iterator<Item = &Item<'g>> {
        self.moved.get(&event).into_iter().flatten().map(|&at| &self.items[at])
    }

    /// Whether the documents of two items are copies of one text.
    pub(super) fn copies(&self, a: &Item<'_>, b: &Item<'_>) -> bool {
        let speaks = |item: &Item<'_>| &self.speaks[item.at.document as usize];
        speaks(a).kin(speaks(b)).copy
    }

    /// Whether both tell of talks or a war, in texts that are weeks apart: the one may be of another round.
    pub(super) fn of_two_sessions(&self, a: &Item<'_>, b: &Item<'_>) -> bool {
        let node = |item: &Item<'_>| &self.graph.documents[item.at.document as usize];
        let dated = node(a).published.is_some() && node(b).published.is_some();
        a.process && b.process && dated && !kin::are_of_days(node(a), node(b))
    }

    /// Whether the sentences of both tell of events that take place once, and of none in common: the houses that
    /// one attack destroyed and another.
    pub(super) fn of_two_acts(&self, a: &Item<'_>, b: &Item<'_>) -> bool {
        let acts = |item: &Item<'_>| -> Vec<u32> {
            let here = self.of(item.at.document).map(|at| &self.items[at]);
            let own = here.filter(|other| other.sentence() == item.sentence());
            own.filter(|other| !other.is_open() && !other.process)
                .filter_map(|one| one.event)
                .collect()
        };
        let (x, y) = (acts(a), acts(b));
        !x.is_empty() && !y.is_empty() && !x.iter().any(|event| y.contains(event))
    }

    /// Whether one of the documents of two items is no more than a few sentences.
    pub(super) fn short(&self, a: &Item<'_>, b: &Item<'_>) -> bool {
        [a, b].iter().any(|item| self.speaks[item.at.document as usize].is_short())
    }

    /// The times that the clause of a value gives beside it.
    pub(super) fn times(&self, item: &Item<'_>) -> Vec<&'g Time> {
        let all = self.times.get(&clause(item)).map_or(&[][..], Vec::as_slice);
        let beside = all.iter().filter(|(span, _)| *span != item.claim.value_span);
        beside.map(|(_, time)| *time).collect()
    }

    /// The day on which a document was published, where it is known.
    pub(super) fn day(&self, document: u32) -> Option<Date> {
        self.graph.documents[document as usize].published.as_ref().map(|date| date.day)
    }

    /// Whether a document is no more than a sentence or two.
    pub(super) fn scene(&self, document: u32) -> bool {
        let frames = &self.graph.documents[document as usize].account.frames;
        frames.last().is_none_or(|frame| frame.sentence < 3)
    }

    /// The person, by name, that a value counts as one.
    pub(super) fn person(&self, item: &Item<'_>) -> Option<u32> {
        let Value::Quantity(quantity) = &item.claim.value else { return None };
        if quantity.printed != [Decimal::ONE] {
            return None;
        }
        let node = &self.graph.documents[item.at.document as usize];
        let at = graph::named_in(&quantity.text, &node.account.actors)?;
        let entity = self.entity(item.at.document, u32::try_from(at).ok()?)?;
        Some(entity)
    }

    /// The entity of an actor of a document.
    pub(super) fn entity(&self, document: u32, actor: u32) -> Option<u32> {
        self.entities.get(&(document, actor)).copied()
    }

    fn voice(&self, document: u32, claim: &'g Claim) -> Voice<'g> {
        let Some(link) = claim.attribution.last() else { return Voice::Document };
        let Some(actor) = link.actor else { return Voice::Unnamed };
        if let Some(entity) = self.entity(document, actor) {
            let named = self.graph.entities[entity as usize].name.named;
            if named {
                return Voice::Entity(entity);
            }
        }
        let actors = &self.graph.documents[document as usize].account.actors;
        match actors.get(actor as usize).map(|actor| actor.name.text.as_str()) {
            Some(name) if !pronoun(name) => Voice::Named(name),
            _ => Voice::Unnamed,
        }
    }
}

impl<'g> Item<'g> {
    /// Whether a claim tells that its value rose or fell.
    pub(super) fn moved(&self) -> bool {
        matches!(self.claim.scope.change, Some(Change::Rise | Change::Fall))
    }

    /// The words of names in these places of its clause, but of months, days and the value itself.
    pub(super) fn names(&self, of: impl Fn(Slot) -> bool) -> Vec<&'g str> {
        let keys = self.frame.into_iter().flat_map(|frame| &frame.keys);
        let dated = |key: &Key| time_word(std::iter::once(&*key.lemma)).is_some();
        let own = |key: &Key| key.span.overlaps(self.claim.value_span);
        let named = keys.filter(|key| of(key.slot) && key.name && !own(key) && !dated(key));
        named.map(|key| &*key.lemma).collect()
    }

    /// Whether the property is of the lexicon's.
    pub(super) fn is_open(&self) -> bool {
        self.claim.property.starts_with("open.")
    }

    /// Whether it is no more than who, when or where somebody spoke; people speak many times.
    pub(super) fn said(&self) -> bool {
        self.claim.rule == "open.said"
    }

    /// The last part of the property: what of the event it is.
    pub(super) fn aspect(&self) -> &str {
        self.claim.property.rsplit('.').next().unwrap_or_default()
    }

    /// The sentence that it stands in.
    pub(super) fn sentence(&self) -> Option<u32> {
        self.frame.map(|frame| frame.sentence)
    }

    /// Whether the value belongs to the subject of its clause: "the second stage" is another stage.
    pub(super) fn of_subject(&self) -> bool {
        let keys = self.frame.iter().flat_map(|frame| &frame.keys);
        let mut own = keys.filter(|key| key.span.overlaps(self.claim.value_span));
        own.any(|key| key.slot == Slot::Subject)
    }

    /// Whether it tells which side somebody takes.
    pub(super) fn is_position(&self) -> bool {
        self.aspect() == "position" && !self.is_open()
    }

    /// Whether it is one of many values of a process ("the talks in Oslo and Geneva"), which
    /// documents cut into sessions in their own ways.
    pub(super) fn of_process(&self) -> bool {
        self.process && self.many()
    }

    /// Whether its event is of a type that has many sessions.
    pub(super) fn is_process(&self) -> bool {
        self.process
    }

    /// Whether its value is what something rose or fell to.
    pub(super) fn is_moved(&self) -> bool {
        matches!(self.claim.scope.change, Some(Change::Rise | Change::Fall))
    }

    /// Whether several values hold at once.
    pub(super) fn many(&self) -> bool {
        self.property.is_some_and(|row| row.many)
    }

    /// How a later value may differ.
    pub(super) fn evolves(&self) -> Evolves {
        self.property.map_or(Evolves::No, |row| row.evolves)
    }

    /// Whether somebody in the chain of speakers only wants, asks or denies it.
    ///
    /// A state of "denied" says that already.
    pub(super) fn stance(&self) -> Option<Stance> {
        if matches!(self.claim.value, Value::Status(Status::Denied)) {
            return None;
        }
        let held =
            |stance: &Stance| matches!(stance, Stance::Denies | Stance::Wants | Stance::Questions);
        self.claim.attribution.iter().map(|link| link.stance).find(held)
    }
}

/// Words that do not tell who speaks.
fn pronoun(name: &str) -> bool {
    matches!(
        name.to_lowercase().as_str(),
        "he" | "she"
            | "they"
            | "it"
            | "we"
            | "i"
            | "you"
            | "who"
            | "officials"
            | "sources"
            | "others"
    )
}

/// From members to the index of the group that has them.
fn members<'g>(groups: impl Iterator<Item = &'g [(u32, u32)]>) -> FxHashMap<(u32, u32), u32> {
    let mut map = FxHashMap::default();
    for (group, index) in groups.zip(0..) {
        map.extend(group.iter().map(|&member| (member, index)));
    }
    map
}

/// Finds the clause of a span.
struct Clauses<'g> {
    frames: &'g [Frame],
    /// (start of an own word, frame), sorted.
    words: Vec<(Span, u32)>,
}

impl<'g> Clauses<'g> {
    fn new(frames: &'g [Frame]) -> Self {
        let own = |(frame, index): (&Frame, u32)| {
            let keys = frame.keys.iter().filter(|key| key.slot != Slot::Context);
            keys.map(move |key| (key.span, index)).collect::<Vec<_>>()
        };
        let mut words: Vec<(Span, u32)> = frames.iter().zip(0..).flat_map(own).collect();
        words.sort_unstable();
        Self { frames, words }
    }

    /// The clause with a word in `span`, else the one with the last word before it, else the one
    /// that spans it.
    fn find(&self, span: Span) -> Option<&'g Frame> {
        let first = self.words.partition_point(|(word, _)| word.end <= span.start);
        let inside = self.words.get(first).filter(|(word, _)| word.overlaps(span));
        let before = first.checked_sub(1).and_then(|at| self.words.get(at));
        let (_, frame) = inside.or(before)?;
        self.frames.get(*frame as usize)
    }
}

/// What kind of value, for telling apart what is never compared.
pub(super) fn dimension(value: &Value) -> String {
    match value {
        Value::Quantity(q) => match &q.measure {
            _ if q.ordinal => "ordinal".to_owned(),
            _ if q.age => "age".to_owned(),
            _ if q.is_score() => "score".to_owned(),
            Some(measure) => format!("{:?}", measure.dimension),
            None if is_money(q.unit.as_deref()) => "money".to_owned(),
            None => "count".to_owned(),
        },
        Value::Time(time) if time.quantity.is_some() || time.is_length() => "duration".to_owned(),
        Value::Time(_) => "time".to_owned(),
        Value::Place(_) => "place".to_owned(),
        Value::Name(_) => "name".to_owned(),
        Value::Status(_) => "status".to_owned(),
        Value::Text(_) => "text".to_owned(),
    }
}

/// Whether a unit is a currency: its code in capitals.
pub(super) fn is_money(unit: Option<&str>) -> bool {
    unit.is_some_and(|unit| unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase()))
}
