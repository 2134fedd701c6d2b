//! From what befell people to counts: what the text counts itself, and victims that it names one
//! by one.

use std::collections::{BTreeMap, BTreeSet};

use super::harm::Observation;
use super::roster::{self, Roster};
use super::together;
use super::victim::{Victim, Who, total};
use super::writer::{Draft, Writer, facts};
use crate::claim::grammar::{At, Grammar};
use crate::claim::{Change, Modality, Polarity, Scope};
use crate::lexicon::{Outcome, accuses, is_figure, outdates};
use crate::syntax::{Morph, Rel};
use crate::text::Span;
use crate::value::{Bound, Decimal, Grain, Interval, Period, Quantity, Time, Value};

/// Writes the claims of all observations.
pub(super) fn write(writer: &mut Writer<'_, '_>, observations: &[Observation]) {
    let ledger = Ledger::new(writer, observations);
    let rosters = roster::read(writer, observations);
    let rosters: Vec<&Roster<'_>> = rosters
        .iter()
        .filter(|roster| roster.last().is_some_and(|(o, _)| !ledger.counts(o, roster.number)))
        .collect();
    let one_by_one = rosters.iter().flat_map(|roster| &roster.told);
    let of_several = one_by_one.map(|o| (o.at, o.outcome)).collect();
    let near = |i: usize| -> Vec<&Observation> {
        let here = |o: &&Observation| o.at.sentence == observations[i].at.sentence;
        let before = observations[..i].iter().rev().take_while(here);
        before.chain(observations[i..].iter().skip(1).take_while(here)).collect()
    };
    let all = || observations.iter().enumerate();
    let sums: Vec<Option<Observation>> =
        all().map(|(i, o)| together::sum(writer, o, &near(i))).collect();
    let parts = sums
        .iter()
        .flatten()
        .flat_map(|sum| sum.victims.iter().map(|victim| (victim.head, sum.outcome)));
    let mut tally = Tally { ledger, seen: BTreeSet::new(), of_several, parts: parts.collect() };
    for (i, observation) in all() {
        let near = near(i);
        tally.observation(writer, observation, &near);
        tally.rest(writer, observation, &near);
        if let Some(whole) = &sums[i] {
            tally.outcome(writer, whole, whole.outcome);
        }
    }
    for roster in rosters {
        tally.roster(writer, roster);
    }
}

/// What the document tells about one outcome as a whole.
#[derive(Debug, Default, Clone)]
struct Column {
    /// Whether the document itself counts several.
    counts_several: bool,
    /// The highest count that it gives.
    most: Decimal,
    /// The same, by more than a sign of it.
    firmly_several: bool,
    /// The different names of victims, as parts of names.
    names: Vec<Vec<String>>,
    /// Whether anything says it without a sign's softness.
    firm: bool,
}

#[derive(Debug, Default)]
struct Ledger {
    columns: BTreeMap<Outcome, Column>,
    /// The same by event.
    by_event: BTreeMap<(u32, Outcome), Column>,
    /// The events that nothing tells from the one that the document is about.
    plain: BTreeSet<u32>,
    /// The event that the document is about.
    main: Option<u32>,
}

impl Ledger {
    fn new(writer: &Writer<'_, '_>, observations: &[Observation]) -> Self {
        let mut ledger = Self { main: observations.first().map(|o| o.event), ..Self::default() };
        for observation in observations.iter().filter(|o| is_fact(writer, o)) {
            let key = (observation.event, observation.outcome);
            ledger.by_event.entry(key).or_default().add(observation);
            ledger.columns.entry(observation.outcome).or_default().add(observation);
            let event = &writer.found.events[observation.event as usize];
            if event.cues.is_empty() && event.place.is_none() {
                ledger.plain.insert(observation.event);
            }
        }
        ledger
    }

    fn has(&self, outcome: Outcome) -> bool {
        self.columns.get(&outcome).is_some_and(|column| column.firm)
    }

    /// Whether the document counts several victims of the event, or of the one that it is about
    /// when nothing tells the two apart.
    fn counts_several(&self, event: u32, outcome: Outcome) -> bool {
        let of = |event| self.by_event.get(&(event, outcome));
        let main = self.main.filter(|_| self.plain.contains(&event)).and_then(of);
        of(event).is_some_and(|column| column.counts_several)
            || main.is_some_and(|column| column.counts_several)
    }

    /// Whether the document itself counts as many victims of an event, or more.
    fn counts(&self, observation: &Observation, number: Decimal) -> bool {
        let column = self.by_event.get(&(observation.event, observation.outcome));
        column.is_some_and(|column| column.most >= number)
    }

    /// The named victims of an outcome, over all events.
    fn names(&self, outcome: Outcome) -> &[Vec<String>] {
        self.columns.get(&outcome).map_or(&[], |column| &column.names)
    }
}

impl Column {
    fn add(&mut self, observation: &Observation) {
        if observation.many {
            return;
        }
        let mut several = observation.victims.len() > 1;
        for victim in &observation.victims {
            match &victim.who {
                Who::Count(quantity) => {
                    several |= is_several(quantity) && !victim.part;
                    self.most = self.most.max(quantity.strict.low.unwrap_or_default());
                }
                Who::One { name, .. } => together::add_name(&mut self.names, name),
            }
        }
        let sum = total(&observation.victims);
        self.most = self.most.max(sum.unwrap_or_default());
        self.counts_several |= several;
        self.firmly_several |= several && !observation.soft;
        self.firm |= !observation.soft;
    }
}

pub(super) fn is_fact(writer: &Writer<'_, '_>, observation: &Observation) -> bool {
    if observation.feared {
        return false;
    }
    let (polarity, modality) = facts(writer.grammar, observation.at);
    let presupposed = is_presupposed(writer.grammar, observation) && modality == Modality::Possible;
    polarity == Polarity::Affirmed && (modality == Modality::Actual || presupposed)
}

/// "is investigating the death of", "is charged with killing": what a noun says of known victims is
/// taken for granted, whatever the verb that governs it says of it, and a charge is about a deed.
fn is_presupposed(grammar: &Grammar<'_>, observation: &Observation) -> bool {
    // "accused of pulling the trigger, *killing* his friend"
    let gerund = |&head: &At| grammar.word(head).morph == Morph::Gerund;
    let charged = || {
        let mut above = grammar.above(observation.at).skip_while(gerund).take(1);
        above.any(|head| accuses(grammar.lemma(head)))
    };
    match observation.rule {
        "harm.noun" | "harm.deadly" => true,
        "harm.verb" => grammar.word(observation.at).morph == Morph::Gerund && charged(),
        _ => false,
    }
}

fn is_several(quantity: &Quantity) -> bool {
    quantity.strict.low.is_none_or(|low| low > Decimal::ONE)
}

pub(super) struct Tally {
    ledger: Ledger,
    /// (sentence, event, property, value) of the counts written.
    seen: BTreeSet<(usize, u32, &'static str, Decimal)>,
    /// The words that tell of one of several who are told of one by one.
    of_several: BTreeSet<(At, Outcome)>,
    /// Those counted in a sum of their sentence, by the heads of their phrases.
    parts: BTreeSet<(At, Outcome)>,
}

impl Tally {
    fn observation(
        &mut self,
        writer: &mut Writer<'_, '_>,
        observation: &Observation,
        near: &[&Observation],
    ) {
        if observation.soft && self.is_doubtful(writer.grammar, observation, near) {
            return;
        }
        let outcome = observation.outcome;
        self.outcome(writer, observation, outcome);
        let other = |victim: &Victim| match &victim.who {
            Who::Count(_) => false,
            Who::One { name } => self.is_other(name),
        };
        let live = !self.ledger.has(Outcome::Killed) || observation.victims.iter().all(other);
        if outcome == Outcome::Hit && live {
            self.outcome(writer, observation, Outcome::Injured);
        }
    }

    /// A stay in hospital tells nothing of one who may also be said to be dead; "murder-suicide"
    /// nothing where the dead are counted, "a deadly crash" where anybody is said to be dead.
    fn is_doubtful(
        &self,
        grammar: &Grammar<'_>,
        observation: &Observation,
        near: &[&Observation],
    ) -> bool {
        if observation.outcome == Outcome::Killed {
            let column = self.ledger.columns.get(&Outcome::Killed);
            let known = |column: &Column| {
                column.firmly_several || column.firm && observation.rule == "harm.deadly"
            };
            return column.is_some_and(known);
        }
        let is_another = together::is_another(grammar, observation, near);
        if is_another || together::is_alive(grammar, observation) {
            return false;
        }
        let survives = |victim: &Victim| match &victim.who {
            Who::Count(_) => true,
            Who::One { name } => victim.further || self.is_other(name),
        };
        self.ledger.has(Outcome::Killed) && !observation.victims.iter().any(survives)
    }

    /// Whether a name is none of those said to be dead.
    fn is_other(&self, name: &[String]) -> bool {
        let dead = self.ledger.names(Outcome::Killed);
        let same = |known: &Vec<String>| {
            together::is_within(known, name) || together::is_within(name, known)
        };
        !name.is_empty() && !dead.is_empty() && !dead.iter().any(same)
    }

    fn outcome(
        &mut self,
        writer: &mut Writer<'_, '_>,
        observation: &Observation,
        outcome: Outcome,
    ) {
        if observation.victims.len() > 1 {
            self.sum(writer, observation, outcome);
        }
        for victim in &observation.victims {
            match &victim.who {
                Who::Count(quantity) => self.count(writer, observation, outcome, victim, quantity),
                Who::One { .. } => self.one(writer, observation, outcome, victim),
            }
        }
    }

    fn count(
        &mut self,
        writer: &mut Writer<'_, '_>,
        observation: &Observation,
        outcome: Outcome,
        victim: &Victim,
        quantity: &Quantity,
    ) {
        let counted = self
            .seen
            .iter()
            .any(|seen| seen.0 < observation.at.sentence && seen.2 == outcome.property());
        let alone = observation.victims.len() == 1;
        let mixed = observation.victims.iter().any(|v| matches!(v.who, Who::One { .. }));
        if !alone && mixed {
            return;
        }
        let summed = self.parts.contains(&(victim.head, outcome));
        let further = victim.further && counted;
        let scope = Scope {
            group: victim.group.clone(),
            part: victim.part
                || further
                || summed
                || self.is_grade(observation, quantity)
                || !alone && victim.group.is_none(),
            change: is_outdated(writer.grammar, victim.head).then_some(Change::Before),
            ..Scope::default()
        };
        let value = Quantity { unit: Some("person".to_owned()), ..quantity.clone() };
        self.put(writer, observation, outcome, value, victim.span, scope);
    }

    /// "two are in critical condition", "two critically", where more are hurt: some of these.
    fn is_grade(&self, observation: &Observation, quantity: &Quantity) -> bool {
        let graded = matches!(observation.rule, "harm.condition" | "harm.elided");
        let column = self.ledger.by_event.get(&(observation.event, observation.outcome));
        let number = quantity.strict.low.unwrap_or_default();
        graded
            && observation.outcome == Outcome::Injured
            && column.is_some_and(|column| column.most > number)
    }

    /// One victim: the count is at least one as long as the document tells of no more; where it
    /// does, they are only named.
    fn one(
        &mut self,
        writer: &mut Writer<'_, '_>,
        observation: &Observation,
        outcome: Outcome,
        victim: &Victim,
    ) {
        let several = self.ledger.counts_several(observation.event, outcome);
        let of_several = self.of_several.contains(&(observation.at, outcome));
        if observation.victims.len() == 1 && !several && !of_several {
            let text = victim.span.of(writer.grammar.source.text);
            let value = of_at_least(Decimal::ONE, text);
            self.put(writer, observation, outcome, value, victim.span, Scope::default());
        }
    }

    /// "Four were shot, one fatally": three are hurt at least. `near` are the other observations
    /// of the sentence.
    fn rest(
        &mut self,
        writer: &mut Writer<'_, '_>,
        observation: &Observation,
        near: &[&Observation],
    ) {
        let [Victim { who: Who::Count(all), span, .. }] = &observation.victims[..] else { return };
        if observation.outcome != Outcome::Hit || all.bound != Bound::Exact {
            return;
        }
        let dead = near.iter().filter(|o| o.outcome == Outcome::Killed && o.victims.len() == 1);
        let dead: Vec<Decimal> = dead
            .filter(|o| o.at > observation.at && !o.victims[0].further)
            .map(|o| match &o.victims[0].who {
                Who::Count(quantity) => quantity.strict.low.unwrap_or_default(),
                Who::One { .. } => Decimal::ONE,
            })
            .collect();
        let ([dead], Some(all)) = (&dead[..], all.strict.low) else { return };
        if *dead < Decimal::ONE || *dead >= all {
            return;
        }
        let value = of_at_least(all.saturating_sub(*dead), span.of(writer.grammar.source.text));
        let rest = Observation { rule: "harm.rest", ..observation.clone() };
        self.put(writer, &rest, Outcome::Injured, value, *span, Scope::default());
    }

    /// Those who are told of one by one, where the document gives no such count.
    fn roster(&mut self, writer: &mut Writer<'_, '_>, roster: &Roster<'_>) {
        let Some((last, victim)) = roster.last() else { return };
        let value = of_at_least(roster.number, victim.span.of(writer.grammar.source.text));
        let named = Observation { rule: "harm.named", ..last.clone() };
        self.put(writer, &named, last.outcome, value, victim.span, Scope::default());
    }

    /// "a teacher and two pupils": three.
    fn sum(&mut self, writer: &mut Writer<'_, '_>, observation: &Observation, outcome: Outcome) {
        let Some(total) = total(&observation.victims) else { return };
        let spans = observation.victims.iter().map(|victim| victim.span);
        let Some(span) = spans.reduce(Span::cover) else { return };
        let text = span.of(writer.grammar.source.text);
        let part = observation.victims.iter().all(|victim| victim.part);
        let scope = Scope { part, ..Scope::default() };
        self.put(writer, observation, outcome, of_at_least(total, text), span, scope);
    }

    pub(super) fn put(
        &mut self,
        writer: &mut Writer<'_, '_>,
        observation: &Observation,
        outcome: Outcome,
        value: Quantity,
        value_span: Span,
        scope: Scope,
    ) {
        let mut scope = in_time(writer, observation, scope);
        scope.cumulative |= observation.many;
        let low = value.strict.low.unwrap_or_default();
        let key = (observation.at.sentence, observation.event, outcome.property(), low);
        if !self.seen.insert(key) {
            return;
        }
        let zero = value.strict.high == Some(Decimal::ZERO);
        let presupposed = is_presupposed(writer.grammar, observation);
        let claim = writer.write(Draft {
            event: observation.event,
            name: outcome.property().to_owned(),
            value: Value::Quantity(value),
            value_span,
            at: observation.at,
            scope,
            rule: observation.rule,
        });
        if zero {
            claim.polarity = Polarity::Affirmed;
        }
        if presupposed && claim.modality == Modality::Possible {
            claim.modality = Modality::Actual;
        }
        if observation.feared {
            claim.modality = Modality::Possible;
        }
    }
}

/// "*An earlier figure of 22 dead* was wrong": what was said before.
fn is_outdated(grammar: &Grammar<'_>, head: At) -> bool {
    let mut nouns = std::iter::once(head).chain(grammar.above(head)).take(3);
    nouns.any(|noun| {
        let earlier = |kid: At| grammar.rel(kid) == Rel::Amod && outdates(&grammar.form(kid));
        is_figure(grammar.lemma(noun)) && grammar.kids(noun).any(earlier)
    })
}

/// Adds when it befell them, or the period that the count runs over.
fn in_time(writer: &Writer<'_, '_>, observation: &Observation, scope: Scope) -> Scope {
    let grammar = writer.grammar;
    let clause = since(grammar, observation.at);
    // "the worst since 2009, *when* 74 people drowned": no count since then.
    let then = of_then(grammar, observation.at);
    if let Some(at) = then.filter(|&at| grammar.preposition(at) == Some("since")) {
        let year = grammar.time_on(at).filter(|(_, time)| time.grain == Grain::Year);
        let time = year.and_then(|(_, time)| {
            let year = Period::of(Grain::Year, time.extent?.low?.date());
            let extent = Some(year.extent());
            let (edtf, timex) = (year.edtf(), year.timex());
            Some(Time { text: edtf.clone(), extent, edtf, timex, ..time.clone() })
        });
        return Scope { time, ..scope };
    }
    let Some(at) = time_word(grammar, observation.at) else {
        return Scope { cumulative: scope.cumulative || clause.is_some(), ..scope };
    };
    let Some((mention, time)) = grammar.time_on(at) else { return scope };
    if time.duration.is_some() || time.timex.ends_with("_REF") {
        return scope;
    }
    let words = grammar.span_of(mention).of(grammar.source.text).to_lowercase();
    let preposition = grammar.preposition(at).unwrap_or_default().to_lowercase();
    let opens = |word: &str| words.starts_with(word) || preposition == word;
    let within = clause.is_some_and(|clause| grammar.above(at).take(4).any(|up| up == clause));
    // "trapped *since Saturday*": they have been so since then, all of them.
    let state = matches!(observation.outcome, Outcome::Missing | Outcome::Trapped);
    if state && opens("since") {
        return scope;
    }
    let since = within || opens("since") || words.contains("this year") || words.contains("so far");
    if since || ["between", "from", "during", "over"].into_iter().any(opens) {
        return Scope { period: Some(time.clone()), cumulative: since, ..scope };
    }
    Scope { time: Some(time.clone()), ..scope }
}

/// "the deadliest crash *since 1998*": since when there was no worse one.
fn is_ranked_since(grammar: &Grammar<'_>, time: At) -> bool {
    let mut nouns = std::iter::once(time).chain(grammar.above(time)).take(2);
    let since = nouns.find(|&word| grammar.preposition(word) == Some("since"));
    let noun = since.and_then(|word| grammar.head(word));
    noun.is_some_and(|noun| {
        grammar.kids(noun).any(|kid| grammar.word(kid).morph == Morph::Superlative)
    })
}

/// The time right before the "when" of a clause that tells what happened then.
fn of_then(grammar: &Grammar<'_>, at: At) -> Option<At> {
    let when = grammar.kids(at).find(|&kid| grammar.form(kid) == "when")?;
    let comma = grammar.previous(when).filter(|&comma| grammar.form(comma) == ",");
    let before = grammar.previous(comma.unwrap_or(when))?;
    grammar.time_on(before).map(|_| before)
}

/// "have been killed since fighting resumed last year": the clause that a count begins with.
fn since(grammar: &Grammar<'_>, at: At) -> Option<At> {
    let begins = |kid: &At| {
        let mark = grammar.kid(*kid, &[Rel::Mark]);
        grammar.rel(*kid) == Rel::Advcl && mark.is_some_and(|mark| grammar.lemma(mark) == "since")
    };
    grammar.kids(at).find(begins)
}

/// The word of the time of a clause: below the word that says what befell people, or beside it.
pub(super) fn time_word(grammar: &Grammar<'_>, at: At) -> Option<At> {
    let timed = |at: At| grammar.time_on(at).is_some_and(|(_, time)| !time.set);
    // "two died there, and a third died on Sunday": the time of another clause.
    let joined = |at: At| {
        let joined = matches!(grammar.rel(at), Rel::Conj | Rel::Parataxis);
        joined && grammar.kid(at, &[Rel::Nsubj, Rel::NsubjPass]).is_some()
    };
    let below = |at: At| {
        let mut kids = grammar.dependents(at).into_iter();
        kids.find(|&kid| {
            let mut between = grammar.above(kid).take_while(|&head| head != at);
            timed(kid) && !between.any(joined) && !is_ranked_since(grammar, kid)
        })
    };
    // "in 2022, when 290 died"
    let when = grammar.kids(at).find(|&kid| grammar.lemma(kid) == "when");
    let before = when.and_then(|when| grammar.previous(when));
    let comma = before.filter(|&comma| grammar.form(comma) == ",");
    let named = comma.and_then(|comma| grammar.previous(comma)).or(before);
    if let Some(time) = named.filter(|&word| timed(word)) {
        return below(at).or(Some(time));
    }
    // "It ran aground before: *in 2009* it hit a rock": what stands between two clauses opens the second.
    let between = |verb: At| {
        let above = grammar.head(verb).filter(|_| grammar.rel(verb) == Rel::Parataxis)?;
        grammar.kids(above).find(|&kid| above < kid && kid < verb && timed(kid))
    };
    // "was found on Friday, after the quake that killed 12": on Friday nobody died.
    let relative = grammar.rel(at) == Rel::AclRelcl;
    let verb = || grammar.above(at).take(2).find(|&up| grammar.is_verb(up) && !relative);
    below(at).or_else(|| between(at)).or_else(|| {
        let verb = verb()?;
        below(verb).or_else(|| between(verb))
    })
}

/// A count by naming: there may be more.
pub(super) fn of_at_least(number: Decimal, text: &str) -> Quantity {
    let open = Interval { low: Some(number), high: None, low_open: false, high_open: false };
    Quantity {
        text: text.to_owned(),
        bound: Bound::AtLeast,
        strict: open,
        plausible: Interval::point(number),
        unit: Some("person".to_owned()),
        ..Quantity::exact(number)
    }
}
