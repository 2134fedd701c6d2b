//! From what befell people to counts: what the text counts itself, and victims that it names one
//! by one.

use std::collections::{BTreeMap, BTreeSet};

use super::harm::Observation;
use super::victim::{Victim, Who};
use super::writer::{Draft, Writer, facts};
use crate::claim::{Modality, Polarity, Scope};
use crate::lexicon::Outcome;
use crate::text::Span;
use crate::value::{Bound, Decimal, Interval, Quantity, Value};

/// Writes the claims of all observations.
pub(super) fn write(writer: &mut Writer<'_, '_>, observations: &[Observation]) {
    let ledger = Ledger::new(writer, observations);
    let mut tally = Tally { ledger, seen: BTreeSet::new() };
    for observation in observations {
        tally.observation(writer, observation);
    }
}

/// What the document tells about one outcome as a whole.
#[derive(Debug, Default, Clone)]
struct Column {
    /// Whether the document itself counts several.
    counts_several: bool,
    /// The different names of victims, as parts of names.
    names: Vec<Vec<String>>,
    /// Whether anything says it without a sign's softness.
    firm: bool,
}

#[derive(Debug, Default)]
struct Ledger {
    columns: BTreeMap<Outcome, Column>,
}

impl Ledger {
    fn new(writer: &Writer<'_, '_>, observations: &[Observation]) -> Self {
        let mut ledger = Self::default();
        for observation in observations.iter().filter(|o| is_fact(writer, o)) {
            let column = ledger.columns.entry(observation.outcome).or_default();
            column.firm |= !observation.soft;
            column.counts_several |= observation.victims.len() > 1;
            for victim in &observation.victims {
                match &victim.who {
                    Who::Count(quantity) => column.counts_several |= is_several(quantity),
                    Who::One { name, .. } => add_name(&mut column.names, name),
                }
            }
        }
        ledger
    }

    fn column(&self, outcome: Outcome) -> Column {
        self.columns.get(&outcome).cloned().unwrap_or_default()
    }

    fn has(&self, outcome: Outcome) -> bool {
        self.columns.get(&outcome).is_some_and(|column| column.firm)
    }
}

fn is_fact(writer: &Writer<'_, '_>, observation: &Observation) -> bool {
    facts(writer.grammar, observation.at) == (Polarity::Affirmed, Modality::Actual)
}

fn is_several(quantity: &Quantity) -> bool {
    quantity.strict.low.is_none_or(|low| low > Decimal::ONE)
}

/// Adds a name unless it may be one that is known: all its parts are in the other or the reverse.
fn add_name(names: &mut Vec<Vec<String>>, name: &[String]) {
    if name.is_empty() {
        return;
    }
    let same = |a: &[String], b: &[String]| a.iter().all(|part| b.contains(part));
    match names.iter_mut().find(|known| same(known, name) || same(name, known)) {
        Some(known) if known.len() < name.len() => *known = name.to_vec(),
        Some(_) => {}
        None => names.push(name.to_vec()),
    }
}

struct Tally {
    ledger: Ledger,
    /// (sentence, event, property, value) of the counts written.
    seen: BTreeSet<(usize, u32, &'static str, Decimal)>,
}

impl Tally {
    fn observation(&mut self, writer: &mut Writer<'_, '_>, observation: &Observation) {
        if observation.soft && self.is_doubtful(observation) {
            return;
        }
        let outcome = observation.outcome;
        self.outcome(writer, observation, outcome);
        if outcome == Outcome::Hit && !self.ledger.has(Outcome::Killed) {
            self.outcome(writer, observation, Outcome::Injured);
        }
    }

    /// A stay in hospital tells nothing of one who is also said to be dead.
    fn is_doubtful(&self, observation: &Observation) -> bool {
        let counted = observation.victims.iter().any(|v| matches!(v.who, Who::Count(_)));
        self.ledger.has(Outcome::Killed) && !counted
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
        let scope = Scope {
            group: victim.group.clone(),
            part: victim.part || victim.further && counted,
            ..Scope::default()
        };
        let value = Quantity { unit: Some("person".to_owned()), ..quantity.clone() };
        self.put(writer, observation, outcome, value, victim.span, scope);
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
        let column = self.ledger.column(outcome);
        if observation.victims.len() == 1 && !column.counts_several {
            let number = column.names.len().max(1);
            let text = victim.span.of(writer.grammar.source.text);
            let value = at_least(number, text);
            self.put(writer, observation, outcome, value, victim.span, Scope::default());
        }
    }

    /// "a teacher and two pupils": three.
    fn sum(&mut self, writer: &mut Writer<'_, '_>, observation: &Observation, outcome: Outcome) {
        let mut total = Decimal::ZERO;
        for victim in &observation.victims {
            match &victim.who {
                Who::Count(quantity) => match quantity.strict.low {
                    Some(low) => total += low,
                    None => return,
                },
                Who::One { .. } => total += Decimal::ONE,
            }
        }
        let spans = observation.victims.iter().map(|victim| victim.span);
        let Some(span) = spans.reduce(Span::cover) else { return };
        let text = span.of(writer.grammar.source.text);
        let mut value = at_least(1, text);
        value.printed = vec![total];
        value.strict.low = Some(total);
        value.plausible = Interval::point(total);
        self.put(writer, observation, outcome, value, span, Scope::default());
    }

    fn put(
        &mut self,
        writer: &mut Writer<'_, '_>,
        observation: &Observation,
        outcome: Outcome,
        value: Quantity,
        value_span: Span,
        scope: Scope,
    ) {
        let low = value.strict.low.unwrap_or_default();
        let key = (observation.at.sentence, observation.event, outcome.property(), low);
        if !self.seen.insert(key) {
            return;
        }
        let zero = value.strict.high == Some(Decimal::ZERO);
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
    }
}

/// A count by naming: there may be more.
fn at_least(number: usize, text: &str) -> Quantity {
    let number = Decimal::from(number);
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
