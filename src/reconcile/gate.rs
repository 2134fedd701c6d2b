//! Which pairs of claims are comparable, and which keys matched.

use super::RefusalCode;
use super::align::{Alignment, align};
use super::counterpart::Nearness;
use super::office::implies;
use super::parallel::Parallel;
use super::relation;
use super::scope::{
    around, circumstances, groups, scope, shared_words, told_of_past, told_times_apart, turn_then,
};
use super::view::{Item, View, dimension};
use crate::claim::{Change, Frame, Key, Modality, Polarity, Scope, Slot, Stance, Subject, Tense};
use crate::graph::{self, Match};
use crate::lexicon::is_wide;
use crate::lexicon::sense::{opposed, unlike};
use crate::value::{Decimal, Grain, SetRelation, Thing, Time, Value};

/// What makes a pair comparable.
#[derive(Debug, Clone)]
pub(super) struct Keys {
    /// How surely both are about one event or matter.
    pub(super) subject: Match,
    /// How well the scopes fit: strong when what restricts one restricts the other.
    pub(super) scope: Match,
    /// How the clauses lie to each other.
    pub(super) alignment: Alignment,
    /// Whether both stand in one place of two sentences that say the same.
    pub(super) parallel: Option<Parallel>,
    /// Whether each is the other's counterpart by the words around them.
    pub(super) near: Option<Nearness>,
    /// How many telling words restrict both values.
    pub(super) shared: usize,
    /// The names of the keys, for the report.
    pub(super) matched: Vec<&'static str>,
}

impl Keys {
    /// Whether two sentences are the same but for these values.
    pub(super) fn exchanged(&self) -> bool {
        self.parallel.is_some_and(|parallel| parallel.grade() == Match::Strong)
    }

    /// Whether only the words of the sentences around them tie the two.
    pub(super) fn excerpt(&self) -> bool {
        !self.exchanged() && self.matched.first() == Some(&"sentence")
    }
}

/// The keys of a pair, or why it is not comparable.
pub(super) fn gate(
    view: &View<'_>,
    a: &Item<'_>,
    b: &Item<'_>,
    parallel: Option<Parallel>,
    near: Option<Nearness>,
) -> Result<Keys, RefusalCode> {
    if parallel.is_none() && near.is_none() {
        same_property(a, b)?;
    }
    let exchanged = parallel.is_some_and(|parallel| parallel.grade() == Match::Strong);
    let asserted = asserted(a, b, exchanged || is_rule(view, a) || is_rule(view, b));
    let asserted = match near {
        Some(near) if near.sure() && settled(a, b) => Ok(()),
        _ => asserted,
    };
    if near.is_none_or(|near| !near.is_unsupported()) {
        asserted?;
    }
    if a.claim.property == "open.age" || b.claim.property == "open.age" {
        same_person(view, a, b)?;
    }
    if bare(a) || bare(b) {
        return Err(RefusalCode::NotComparable);
    }
    if of_other_things(a, b) || of_writers(a, b) {
        return Err(RefusalCode::DifferentScope);
    }
    let one_verb = a.frame.zip(b.frame).is_some_and(|(x, y)| x.predicate == y.predicate);
    if a.aspect() == "occurrence" && !one_verb && turn_then(a, b) {
        return Err(RefusalCode::DifferentPeriod);
    }
    let alignment = match (a.frame, b.frame) {
        (Some(x), Some(y)) => align(x, y, [a.claim.value_span, b.claim.value_span]),
        _ => Alignment::default(),
    };
    let shared = shared_words(&a.claim.scope, &b.claim.scope);
    if let Some(keys) = relation::keys(view, (a, b), alignment, shared) {
        return keys;
    }
    // "A beat B in spring", "B beat A in autumn"
    if !matches!(a.claim.value, Value::Text(_)) && relation::exchanged(view, a, b) {
        return Err(RefusalCode::DifferentScope);
    }
    if near.is_some_and(Nearness::is_echo) && alignment.opposed == 0 && !alignment.opposite {
        let own = in_clause(view, a, b, alignment, parallel, shared);
        let sure = |keys: &Keys| keys.subject >= Match::Weak;
        let (subject, scope, matched) = (Match::Weak, Match::Weak, vec!["words"]);
        let keys = Keys { subject, scope, alignment, parallel, near, shared, matched };
        return Ok(own.ok().filter(sure).unwrap_or(keys));
    }
    let own = by_words(view, a, b, alignment, parallel, shared);
    let Some(near) = near else { return own };
    let own = asserted.and(own);
    let free = parallel.is_none_or(|parallel| parallel.grade() != Match::Strong);
    let context = || {
        asserted?;
        if free {
            in_context(view, a, b, alignment, near, shared)
        } else {
            Err(RefusalCode::NotComparable)
        }
    };
    let loose = || unsupported(view, a, b, alignment, near, shared);
    match near.is_unsupported() {
        true => surest(surest(loose(), context()), own),
        false => context().or(own),
    }
}

/// The surer of two readings of what a pair has in common; the first of equals.
fn surest(a: Result<Keys, RefusalCode>, b: Result<Keys, RefusalCode>) -> Result<Keys, RefusalCode> {
    match (a, b) {
        (Ok(x), Ok(y)) if (y.subject, y.scope) > (x.subject, x.scope) => Ok(y),
        (Ok(x), _) | (Err(_), Ok(x)) => Ok(x),
        (Err(_), Err(code)) => Err(code),
    }
}

/// The keys of a pair by their clauses, or by their place in two sentences.
fn by_words(
    view: &View<'_>,
    a: &Item<'_>,
    b: &Item<'_>,
    alignment: Alignment,
    parallel: Option<Parallel>,
    shared: usize,
) -> Result<Keys, RefusalCode> {
    let sure = |keys: &Keys| keys.subject >= Match::Weak;
    match parallel {
        Some(parallel) if parallel.grade() == Match::Strong => {
            in_place(view, a, b, alignment, parallel, shared)
        }
        Some(parallel) if parallel.grade() == Match::Weak => {
            let own = in_clause(view, a, b, alignment, Some(parallel), shared);
            own.ok()
                .filter(sure)
                .map_or_else(|| in_place(view, a, b, alignment, parallel, shared), Ok)
        }
        _ => in_clause(view, a, b, alignment, parallel, shared),
    }
}

/// Whether the clauses name things of one kind, and none that may be the same: two ferries.
fn of_other_things(a: &Item<'_>, b: &Item<'_>) -> bool {
    let (Some(x), Some(y)) = (a.frame, b.frame) else { return false };
    let kind = |thing: &Thing, frame: &Frame| frame.things.iter().any(|it| it.kind == thing.kind);
    let same = |thing: &Thing, frame: &Frame| {
        frame.things.iter().any(|it| it.kind == thing.kind && !it.is_another(thing))
    };
    x.things.iter().any(|thing| kind(thing, y) && !same(thing, y))
        && y.things.iter().any(|thing| kind(thing, x) && !same(thing, x))
}

/// Whether two texts tell of something, and one that it is its writer's own: "my server has 32 cores" is of no other
/// server.
pub(super) fn of_writers(a: &Item<'_>, b: &Item<'_>) -> bool {
    let own = |item: &Item<'_>| {
        item.claim.attribution.is_empty() && item.frame.is_some_and(|frame| frame.mine)
    };
    a.at.document != b.at.document && (own(a) || own(b))
}

/// Whether a time is of nothing that its clause names: "Last updated at 11:11".
fn bare(item: &Item<'_>) -> bool {
    let keys = item.frame.iter().flat_map(|frame| &frame.keys);
    let named = |key: &Key| {
        !matches!(key.slot, Slot::Context | Slot::Predicate)
            && key.weight >= 5
            && !key.span.overlaps(item.claim.value_span)
    };
    item.is_open() && matches!(item.claim.value, Value::Time(_)) && !keys.into_iter().any(named)
}

/// The keys of two values that are each other's counterpart by the words around them.
fn in_context(
    view: &View<'_>,
    a: &Item<'_>,
    b: &Item<'_>,
    alignment: Alignment,
    near: Nearness,
    shared: usize,
) -> Result<Keys, RefusalCode> {
    let role = same_role(a, b, &alignment, near, shared)?;
    if alignment.opposed > 0 || alignment.opposite || alignment.names_apart {
        return Err(RefusalCode::DifferentScope);
    }
    told_times_apart(view, a, b)?;
    ambiguous(a, b)?;
    circumstances(view, a, b)?;
    let scope = groups(&a.claim.scope, &b.claim.scope)?;
    let matched = vec!["context", "property"];
    let subject = if near.sure() { role } else { Match::Weak };
    Ok(Keys { subject, scope, alignment, parallel: None, near: Some(near), shared, matched })
}

/// The keys of two values that differ where one text is made from the other: what is said of them
/// may be told as a plan in one, or as a part, but nothing tells the two apart.
fn unsupported(
    view: &View<'_>,
    a: &Item<'_>,
    b: &Item<'_>,
    alignment: Alignment,
    near: Nearness,
    shared: usize,
) -> Result<Keys, RefusalCode> {
    let wanted = |item: &Item<'_>| {
        !matches!(item.claim.modality, Modality::Actual | Modality::Planned | Modality::Possible)
    };
    let denied =
        |item: &Item<'_>| item.claim.polarity == Polarity::Negated || item.stance().is_some();
    if wanted(a) != wanted(b) || denied(a) || denied(b) {
        return Err(RefusalCode::NotAsserted);
    }
    // What a crowd does in one sentence is nothing that another crowd's number could contradict.
    let counted = a.claim.scope.group.is_some() && b.claim.scope.group.is_some();
    let loose = counted && !alignment.predicate && !near.is_dense();
    if loose || a.said() || b.said() || bounded(a) != bounded(b) {
        return Err(RefusalCode::NotComparable);
    }
    if alignment.opposed > 0 || alignment.opposite || alignment.names_apart {
        return Err(RefusalCode::DifferentScope);
    }
    told_times_apart(view, a, b)?;
    ambiguous(a, b)?;
    // "three of her children" are told as a part; "a range of" and the like only look so.
    let some = |item: &Item<'_>| item.claim.scope.part && item.claim.value.text().contains(" of ");
    if some(a) != some(b) {
        return Err(RefusalCode::PartOfWhole);
    }
    let whole = |item: &Item<'_>| Scope { part: false, ..item.claim.scope.clone() };
    around(view, a, b, &whole(a), &whole(b))?;
    let scope = groups(&a.claim.scope, &b.claim.scope)?;
    let times = matches!(a.claim.value, Value::Time(_));
    let sure = near.sure() && (alignment.predicate || !times);
    let subject = if sure { Match::Strong } else { Match::Weak };
    let matched = vec!["context", "property"];
    Ok(Keys { subject, scope, alignment, parallel: None, near: Some(near), shared, matched })
}

/// How surely two values are of one property though their clauses may put them in different ones:
/// surely measures and sums of money of what the words around them name, counts and times of one
/// predicate, and places where something is.
fn same_role(
    a: &Item<'_>,
    b: &Item<'_>,
    alignment: &Alignment,
    near: Nearness,
    shared: usize,
) -> Result<Match, RefusalCode> {
    let acts = |item: &Item<'_>| matches!(item.aspect(), "agent" | "patient" | "recipient");
    let hangs = alignment.predicate || shared >= 1;
    let (may, sure) = match &a.claim.value {
        Value::Quantity(quantity) if quantity.unit.is_some() && a.claim.scope.group.is_none() => {
            (hangs, hangs)
        }
        Value::Place(_) => (hangs && !acts(a) && !acts(b) && open_kind(a) == open_kind(b), true),
        Value::Time(_) => (true, alignment.predicate),
        // "heard 73 witnesses" and "more than 70 witnesses testified", of one trial.
        Value::Quantity(_) => (alignment.predicate || near.sure(), alignment.predicate),
        _ => (alignment.predicate, true),
    };
    match () {
        () if !may || bounded(a) != bounded(b) || a.said() || b.said() => {
            Err(RefusalCode::NotComparable)
        }
        () if sure => Ok(Match::Strong),
        () => Ok(Match::Weak),
    }
}

/// The keys of two values by their events, otherwise by their clauses.
fn in_clause(
    view: &View<'_>,
    a: &Item<'_>,
    b: &Item<'_>,
    alignment: Alignment,
    parallel: Option<Parallel>,
    shared: usize,
) -> Result<Keys, RefusalCode> {
    same_property(a, b)?;
    if a.claim.property == "open.role" {
        let subject = same_office(view, a, b)?;
        let denied = a.claim.polarity != b.claim.polarity;
        let scope = if denied && !of_one_day(view, a, b) { Match::Weak } else { Match::Strong };
        let matched = vec!["actor", "property"];
        return Ok(Keys { subject, scope, alignment, parallel, near: None, shared, matched });
    }
    if a.claim.property == "open.age" {
        let matched = vec!["actor", "property"];
        let (subject, scope) = (Match::Strong, Match::Strong);
        return Ok(Keys { subject, scope, alignment, parallel, near: None, shared, matched });
    }
    let subject = subject(view, a, b, &alignment, shared);
    if alignment.opposed > 0 && (a.is_open() || b.is_open() || subject.is_ok()) {
        return Err(RefusalCode::DifferentScope);
    }
    let subject = subject?;
    ambiguous(a, b)?;
    let mut scope = scope(view, a, b)?;
    if matches!(a.claim.value, Value::Quantity(_)) {
        let days = if a.is_open() || b.is_open() { told_times_apart } else { told_of_past };
        days(view, a, b)?;
    }
    if let (Value::Text(x), Value::Text(y)) = (&a.claim.value, &b.claim.value)
        && !a.is_position()
    {
        scope = scope.min(outcome(a, b, x == y, &alignment)?);
    }
    let mut matched =
        vec![if a.event.is_some() && a.event == b.event { "event" } else { "clause" }];
    matched.push("property");
    if scope == Match::Strong {
        matched.push("scope");
    }
    Ok(Keys { subject, scope, alignment, parallel, near: None, shared, matched })
}

/// The keys of two values in one place of two sentences.
fn in_place(
    view: &View<'_>,
    a: &Item<'_>,
    b: &Item<'_>,
    alignment: Alignment,
    parallel: Parallel,
    shared: usize,
) -> Result<Keys, RefusalCode> {
    let typed = !a.is_open() && !b.is_open();
    // "the mayor of Lowden" and "Mayor Ada Holm" name the town and the mayor.
    let named = matches!(a.claim.value, Value::Name(_));
    if (typed || named) && a.aspect() != b.aspect() {
        return Err(RefusalCode::NotComparable);
    }
    let same = match a.claim.value {
        Value::Time(_) | Value::Place(_) => graph::compare_matters(view.graph, a.at, b.at),
        _ => graph::compare_events(view.graph, a.at, b.at),
    };
    if typed && same == Match::None {
        return Err(RefusalCode::DifferentEvent);
    }
    if lone(alignment) && matches!(a.claim.value, Value::Text(_)) && !names_met(a, b) {
        return Err(RefusalCode::DifferentEvent);
    }
    ambiguous(a, b)?;
    circumstances(view, a, b)?;
    if groups(&a.claim.scope, &b.claim.scope)? != Match::Strong {
        return Err(RefusalCode::DifferentScope);
    }
    quantified(a, b)?;
    let opposes = |w: &String| b.claim.scope.qualifiers.iter().any(|v| opposed(w, v));
    let said = !parallel.fits() && (a.said() || b.said());
    if bounded(a) != bounded(b) || said || a.claim.scope.qualifiers.iter().any(opposes) {
        return Err(RefusalCode::DifferentScope);
    }
    let matched = vec!["sentence", "property", "scope"];
    let (subject, scope) =
        (parallel.grade(), if parallel.placed { Match::Strong } else { Match::Weak });
    Ok(Keys { subject, scope, alignment, parallel: Some(parallel), near: None, shared, matched })
}

/// The same property: of one name under two types of event, or two open ones that say the same of
/// values of one dimension.
fn same_property(a: &Item<'_>, b: &Item<'_>) -> Result<(), RefusalCode> {
    let same = !a.said()
        && !b.said()
        && dimension(&a.claim.value) == dimension(&b.claim.value)
        && match (a.is_open(), b.is_open()) {
            (false, false) => a.aspect() == b.aspect(),
            _ => open_kind(a) == open_kind(b),
        };
    if same { Ok(()) } else { Err(RefusalCode::NotComparable) }
}

/// How a preposition bounds a date that is given ("after 2000").
fn bounded<'i>(item: &'i Item<'_>) -> Option<&'i str> {
    let bound = item.aspect().strip_prefix("time-");
    bound.filter(|_| matches!(item.claim.value, Value::Time(_)))
}

/// What is said of some is neither denied nor affirmed of others.
fn quantified(a: &Item<'_>, b: &Item<'_>) -> Result<(), RefusalCode> {
    let text = matches!(a.claim.value, Value::Text(_));
    let part = a.claim.scope.part || b.claim.scope.part;
    if text && part && a.claim.polarity != b.claim.polarity {
        return Err(RefusalCode::PartOfWhole);
    }
    if text && told_otherwise(a, b) { Err(RefusalCode::DifferentScope) } else { Ok(()) }
}

/// Whether one clause denies something, and the other tells that it was otherwise: "did not come from the
/// north", "came from a different direction".
pub(super) fn told_otherwise(a: &Item<'_>, b: &Item<'_>) -> bool {
    let otherwise = |item: &Item<'_>| {
        let mut keys = item.frame.iter().flat_map(|frame| &frame.keys);
        keys.any(|key| key.slot != Slot::Context && unlike(&key.word))
    };
    a.claim.polarity != b.claim.polarity && otherwise(a) != otherwise(b)
}

/// What an open claim is compared by; claims of types are of the kind of their value.
pub(super) fn open_kind<'i>(item: &'i Item<'_>) -> &'i str {
    match (&item.claim.value, item.aspect()) {
        (Value::Quantity(_), _) => "",
        (Value::Time(_), "time" | "duration" | "length") => "",
        (Value::Time(_), aspect) => bounded(item).unwrap_or(aspect),
        (Value::Place(_), "venue") => "place",
        (_, aspect) => aspect,
    }
}

/// Both are put forward, in the same way: as done, as planned, as wanted, as possible.
///
/// Of two sentences that are the same but for a negation, or of which one says what nobody may do (`ruled`), one says
/// that something can be and the other that it cannot.
fn asserted(a: &Item<'_>, b: &Item<'_>, ruled: bool) -> Result<(), RefusalCode> {
    if matches!(a.stance().or(b.stance()), Some(Stance::Denies | Stance::Questions)) {
        return Err(RefusalCode::ReportedPosition);
    }
    let free = matches!(a.claim.value, Value::Status(_)) || ruled && able(a, b) || foretold(a, b);
    if !free && class(a.claim.modality) != class(b.claim.modality) {
        return Err(RefusalCode::NotAsserted);
    }
    if undone(a, b) || undone(b, a) {
        return Err(RefusalCode::NotAsserted);
    }
    let text = matches!(a.claim.value, Value::Text(_) | Value::Status(_));
    let negated = |item: &Item<'_>| item.claim.polarity == Polarity::Negated;
    if !text && negated(a) && negated(b) {
        return Err(RefusalCode::NotAsserted);
    }
    // What a clause denies is its predicate, not what its nouns are further called by.
    let within = |item: &Item<'_>| match item.aspect() {
        "agent" | "patient" | "recipient" => false,
        "place" | "venue" | "destination" | "origin" => item.of_subject(),
        _ => item.of_subject() || matches!(item.claim.value, Value::Place(_)),
    };
    if !text && negated(a) != negated(b) && (within(a) || within(b)) {
        return Err(RefusalCode::NotAsserted);
    }
    Ok(())
}

/// Whether one gives a value of what is agreed and the other of the same told as done: "agreed to buy
/// it for $2 billion", "accepted a $2 billion offer".
pub(super) fn settled(a: &Item<'_>, b: &Item<'_>) -> bool {
    let told = |item: &Item<'_>| {
        matches!(item.claim.modality, Modality::Actual | Modality::Planned)
            && item.claim.polarity == Polarity::Affirmed
            && !matches!(item.stance(), Some(Stance::Denies | Stance::Questions))
    };
    !matches!(a.claim.value, Value::Text(_) | Value::Status(_)) && told(a) && told(b)
}

/// Whether both give a value of one event that is a step nearer to being a fact in one: planned and held,
/// proposed and planned. They may agree on it; that they differ would be no contradiction.
pub(super) fn foretold(a: &Item<'_>, b: &Item<'_>) -> bool {
    let (x, y) = (class(a.claim.modality), class(b.claim.modality));
    let valued = !matches!(a.claim.value, Value::Text(_) | Value::Status(_));
    valued
        && x.abs_diff(y) == 1
        && x.max(y) <= class(Modality::Possible)
        && a.event.is_some()
        && a.event == b.event
        && a.claim.property == b.claim.property
}

/// Whether one says that something can happen, and the other that it did not: "they may use it", "they did not use it".
fn undone(can: &Item<'_>, did: &Item<'_>) -> bool {
    let past = |item: &Item<'_>| item.frame.is_some_and(|frame| frame.tense == Tense::Past);
    let may = can.claim.modality == Modality::Possible && !past(can);
    let text =
        matches!(can.claim.value, Value::Text(_)) && matches!(did.claim.value, Value::Text(_));
    text && may
        && can.claim.polarity == Polarity::Affirmed
        && did.claim.polarity == Polarity::Negated
        && past(did)
}

/// Whether a sentence says of a deed, and of nothing else, that it cannot or may not be done: "Members cannot vote by
/// proxy", "Parking in the yard is forbidden"; who "refused to park" did not.
fn is_rule(view: &View<'_>, item: &Item<'_>) -> bool {
    let Some(frame) = item.frame.filter(|frame| frame.tense == Tense::None) else { return false };
    let frames = &view.graph.documents[item.at.document as usize].account.frames;
    let start = frames.partition_point(|other| other.sentence < frame.sentence);
    let mut here = frames[start..].iter().take_while(|other| other.sentence == frame.sentence);
    let denied = item.claim.polarity == Polarity::Negated;
    denied
        && here.all(|other| {
            let permits = matches!(other.predicate.as_str(), "allow" | "forbid");
            other.head == frame.head || permits && other.tense == Tense::Present
        })
}

/// Whether one says that something can happen, and the other that it cannot.
fn able(a: &Item<'_>, b: &Item<'_>) -> bool {
    let can = |item: &Item<'_>| {
        (item.claim.polarity, item.claim.modality) == (Polarity::Affirmed, Modality::Possible)
    };
    let cannot = |item: &Item<'_>| {
        (item.claim.polarity, item.claim.modality) == (Polarity::Negated, Modality::Actual)
    };
    let text = matches!(a.claim.value, Value::Text(_));
    text && (can(a) && cannot(b) || can(b) && cannot(a))
}

/// Claims of two classes are not comparable.
const fn class(modality: Modality) -> u8 {
    match modality {
        Modality::Actual => 0,
        Modality::Planned => 1,
        Modality::Proposed | Modality::Demanded => 2,
        Modality::Possible => 3,
        Modality::Conditional => 4,
    }
}

fn ambiguous(a: &Item<'_>, b: &Item<'_>) -> Result<(), RefusalCode> {
    match (&a.claim.value, &b.claim.value) {
        (Value::Place(x), Value::Place(y))
            if super::compare::place(x, y) == super::compare::Facet::Unlike
                && !(x.others.is_empty() && y.others.is_empty()) =>
        {
            Err(RefusalCode::Ambiguous)
        }
        (Value::Time(x), Value::Time(y))
            if !(x.others.is_empty() || y.others.is_empty())
                && (x.extent.is_none() || x.compare(y) != SetRelation::Disjoint) =>
        {
            Err(RefusalCode::Ambiguous)
        }
        _ => Ok(()),
    }
}

/// How surely both are about the same: by their events, otherwise by their clauses.
fn subject(
    view: &View<'_>,
    a: &Item<'_>,
    b: &Item<'_>,
    alignment: &Alignment,
    shared: usize,
) -> Result<Match, RefusalCode> {
    let typed = !a.is_open() && !b.is_open();
    if typed && is_told_widely(a) != is_told_widely(b) {
        return Err(RefusalCode::DifferentScope);
    }
    if typed && of_one_period(view, a, b) {
        return Ok(Match::Strong);
    }
    if typed && (of_another_day(view, a, b) || of_another_day(view, b, a)) {
        return Err(RefusalCode::DifferentPeriod);
    }
    if typed && view.of_two_sessions(a, b) && a.event == b.event {
        return Ok(Match::Weak);
    }
    if typed && a.event.is_some() && a.event == b.event {
        let event = &view.graph.events[a.event.unwrap_or_default() as usize];
        return Ok(event.strength.max(alignment.grade()));
    }
    // Which side somebody is on, and where a process went on, are told across its sessions.
    if typed && a.claim.property == b.claim.property && (a.is_position() || a.of_process()) {
        return Ok(Match::Weak);
    }
    if typed && graph::compare_events(view.graph, a.at, b.at) == Match::None {
        return Err(RefusalCode::DifferentEvent);
    }
    if typed && (!view.short(a, b) || sizes_apart(view, a, b)) {
        return Err(RefusalCode::DifferentEvent);
    }
    match alignment.grade() {
        Match::None if typed && a.claim.property == b.claim.property => Ok(Match::Unsure),
        Match::None if shared >= 1 && !alignment.names_apart => Ok(Match::Unsure),
        Match::None => Err(RefusalCode::DifferentEvent),
        grade => Ok(grade),
    }
}

/// Whether the clause of a count tells of more than one country: "dozens were arrested across the continent".
fn is_told_widely(item: &Item<'_>) -> bool {
    let keys = item.frame.into_iter().flat_map(|frame| &frame.keys);
    let own = |key: &&Key| key.slot == Slot::Oblique && is_wide(&key.lemma);
    matches!(item.claim.value, Value::Quantity(_)) && keys.into_iter().any(|key| own(&key))
}

/// Whether the documents give magnitudes of such an event that are no two readings of one: what a weaker quake did
/// is nothing that a stronger one did.
fn sizes_apart(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let Some((kind, _)) = a.claim.property.split_once('.') else { return false };
    let sizes = |item: &Item<'_>| -> Vec<Decimal> {
        let of = view.of(item.at.document).map(|at| &view.items[at]);
        let sized =
            of.filter(|other| other.claim.property.strip_prefix(kind) == Some(".magnitude"));
        sized
            .filter_map(|other| match &other.claim.value {
                Value::Quantity(size) => size.printed.first().copied(),
                _ => None,
            })
            .collect()
    };
    let (p, q) = (sizes(a), sizes(b));
    let near = |x: &Decimal, y: &Decimal| x.saturating_sub(*y).abs() <= MAGNITUDE;
    !p.is_empty() && !q.is_empty() && !p.iter().any(|x| q.iter().any(|y| near(x, y)))
}

/// So far apart two readings of one magnitude may be.
const MAGNITUDE: Decimal = Decimal::from_parts(4, 0, 0, false, 1);

/// Whether a claim gives a time that is not that of the event of a claim without one: "in 2009 it hit a
/// rock, and 11 people were hurt", in a text on the accident of today.
fn of_another_day(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let event = |item: &Item<'_>| view.graph.events[item.event? as usize].time.as_ref();
    let own = a.claim.scope.time.as_ref().filter(|_| b.claim.scope.time.is_none());
    // What has no name but that people came to harm is of today, unless its year is given.
    let nameless = |item: &Item<'_>| item.claim.property.starts_with("incident.");
    // A day may be the one on which the count was told.
    own.filter(|own| own.grain >= Grain::Month).is_some_and(|own| {
        recalled(view, a, own)
            || match event(b) {
                Some(event) => own.compare(event) == SetRelation::Disjoint,
                None => own.grain >= Grain::Year && nameless(a),
            }
    })
}

/// Whether the document of a claim gives the same of an event of today without the month or year that the claim is of: "10
/// were killed", "2,600 were killed there in March 1997".
fn recalled(view: &View<'_>, item: &Item<'_>, own: &Time) -> bool {
    let same = |other: &Item<'_>| !other.is_open() && other.aspect() == item.aspect();
    let now = |other: &Item<'_>| {
        let time = other.claim.scope.time.as_ref();
        !other.claim.scope.part
            && time.is_none_or(|time| time.compare(own) == SetRelation::Disjoint)
    };
    view.of(item.at.document).map(|at| &view.items[at]).any(|other| same(other) && now(other))
}

/// Whether two different ages may lie on both sides of one birthday.
fn within_a_year(a: &Item<'_>, b: &Item<'_>) -> bool {
    let low = |item: &Item<'_>| match &item.claim.value {
        Value::Quantity(age) => age.strict.low,
        _ => None,
    };
    let years = low(a).zip(low(b)).map(|(x, y)| x.saturating_sub(y).abs());
    years.is_some_and(|years| years > Decimal::ZERO && years <= Decimal::ONE)
}

/// Ages are comparable only of one person, in texts of one season: everybody grows older.
pub(super) fn same_person(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> Result<(), RefusalCode> {
    let entity = |item: &Item<'_>| match item.claim.subject {
        Subject::Actor(actor) => view.entity(item.at.document, actor),
        _ => None,
    };
    let apart = hours_between(view, a, b);
    let apart = match within_a_year(a, b) {
        true => apart != Some(0),
        false => apart.is_some_and(|hours| hours > SEASON),
    };
    match entity(a).is_some_and(|x| entity(b) == Some(x)) {
        true if apart => Err(RefusalCode::DifferentPeriod),
        true => Ok(()),
        false => Err(RefusalCode::DifferentEvent),
    }
}

/// One person may hold several offices: only the same one of the same person is comparable.
fn same_office(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> Result<Match, RefusalCode> {
    let entity = |item: &Item<'_>| match item.claim.subject {
        Subject::Actor(actor) => view.entity(item.at.document, actor),
        _ => None,
    };
    let person = entity(a).is_some_and(|x| entity(b) == Some(x));
    let negated = |item: &Item<'_>| item.claim.polarity == Polarity::Negated;
    let office = match (&a.claim.value, &b.claim.value) {
        (Value::Text(x), Value::Text(y)) if negated(a) && !negated(b) => implies(y, x),
        (Value::Text(x), Value::Text(y)) if negated(b) && !negated(a) => implies(x, y),
        (x, y) => x == y,
    };
    if person && office { Ok(Match::Strong) } else { Err(RefusalCode::DifferentEvent) }
}

/// Whether who holds an office is told of one time: in texts of one season, in one tense.
fn of_one_day(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let past = |item: &Item<'_>| item.claim.scope.change == Some(Change::Before);
    let hours = hours_between(view, a, b);
    past(a) == past(b) && hours.is_none_or(|hours| hours <= SEASON)
}

/// How many hours lie between the publication of two claims.
fn hours_between(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> Option<i64> {
    let day = |item: &Item<'_>| {
        let published = view.graph.documents[item.at.document as usize].published;
        published.map(|date| date.day)
    };
    day(a).zip(day(b)).map(|(x, y)| x.duration_since(y).as_hours().abs())
}

/// The hours of a season, in which nobody grows much older and few change their office.
const SEASON: i64 = 90 * 24;

/// Whether both give a measure of one holder for one period: the revenue of a company in a quarter.
fn of_one_period(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let holder = |item: &Item<'_>| {
        let entity = view.entity(item.at.document, item.claim.scope.holder?)?;
        view.graph.entities[entity as usize].name.named.then_some(entity)
    };
    let period = |item: &Item<'_>| item.claim.scope.period.clone();
    let same = |(x, y): (Time, Time)| x.compare(&y) == SetRelation::Equal;
    let measured = a.claim.property == b.claim.property && a.claim.scope.part == b.claim.scope.part;
    measured
        && holder(a).is_some_and(|x| holder(b) == Some(x))
        && period(a).zip(period(b)).is_some_and(same)
}

/// The weight of a verb by itself.
const LONE: u32 = 5;

/// Whether a clause is no more than a verb: "he would appeal" tells of whom only with what stands
/// elsewhere.
fn lone(alignment: Alignment) -> bool {
    alignment.left.min(alignment.right) <= LONE
}

/// Whether the clauses of two claims have a name in common that is none of a month or day.
pub(super) fn names_met(a: &Item<'_>, b: &Item<'_>) -> bool {
    let others = b.names(|_| true);
    a.names(|_| true).iter().any(|name| others.contains(name))
}

/// What a clause denies is comparable only with a clause that affirms all of it, each word in its
/// place; clauses that exclude each other must be of one subject.
fn outcome(
    a: &Item<'_>,
    b: &Item<'_>,
    same: bool,
    alignment: &Alignment,
) -> Result<Match, RefusalCode> {
    quantified(a, b)?;
    if lone(*alignment) && !alignment.subjects_met {
        return Err(RefusalCode::DifferentEvent);
    }
    let missing = match (a.claim.polarity, b.claim.polarity) {
        (Polarity::Negated, Polarity::Affirmed) => alignment.left_missing,
        (Polarity::Affirmed, Polarity::Negated) => alignment.right_missing,
        _ => alignment.left_missing.min(alignment.right_missing),
    };
    let conflict = a.claim.polarity != b.claim.polarity || !same;
    match missing {
        _ if conflict && (alignment.crossed || alignment.opposed > 0) => {
            Err(RefusalCode::DifferentScope)
        }
        0..=2 if alignment.subjects_met => Ok(Match::Strong),
        _ if conflict && missing > 5 => Err(RefusalCode::DifferentScope),
        _ => Ok(Match::Weak),
    }
}
