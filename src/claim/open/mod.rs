//! Open claims: quantities, dates, places, names and outcomes of clauses outside the lexicon's
//! types, and what those leave unread.

mod age;
mod argument;
mod attribute;
mod clause;
mod near;
mod pass;
pub(super) mod role;
mod when;

use rustc_hash::{FxHashMap, FxHashSet};

use super::frame::Frame;
use super::{Attribution, Change, Claim, Event, Modality, Polarity, Scope, Source, Subject};
use crate::lexicon::sense::canonical_noun;
use crate::lexicon::{Motion, motion};
use crate::mention::{Mention, Referent};
use crate::text::Span;
use crate::value::{Quantity, Value};
pub(super) use clause::turn;
use clause::{Clause, Index, vague};

/// Reads the open claims; events that they are about are added to `events`. A value that `known`
/// claims have read is left to them.
pub(super) fn read(
    source: &Source<'_>,
    frames: &[Frame],
    events: &mut Vec<Event>,
    known: &[Claim],
) -> Vec<Claim> {
    let index = Index::new(source);
    let mut reader = Reader {
        source,
        index: &index,
        triggers: triggers(source, events),
        taken: known.iter().map(|claim| claim.value_span).collect(),
        events,
        claims: Vec::new(),
    };
    let mut at = 0;
    for sentence in frames.chunk_by(|a, b| a.sentence == b.sentence) {
        let index = sentence[0].sentence;
        while source.mentions.get(at).is_some_and(|m| m.sentence < index) {
            at += 1;
        }
        let end = source.mentions[at..].partition_point(|m| m.sentence == index) + at;
        reader.sentence(sentence, at..end);
    }
    reader.claims
}

/// The event that each (sentence, word) names.
fn triggers(source: &Source<'_>, events: &[Event]) -> FxHashMap<(u32, u32), u32> {
    let mut triggers = FxHashMap::default();
    for (event, index) in events.iter().zip(0..) {
        for &mention in &event.mentions {
            if let Some(mention) = source.mentions.get(mention as usize) {
                triggers.insert((mention.sentence, mention.head), index);
            }
        }
    }
    triggers
}

struct Reader<'a, 'e> {
    source: &'a Source<'a>,
    index: &'a Index,
    triggers: FxHashMap<(u32, u32), u32>,
    taken: FxHashSet<Span>,
    events: &'e mut Vec<Event>,
    claims: Vec<Claim>,
}

impl Reader<'_, '_> {
    fn sentence(&mut self, frames: &[Frame], mentions: std::ops::Range<usize>) {
        let mut clauses = Clause::of(self.source, self.index, frames, mentions.clone());
        for at in mentions {
            let mention = &self.source.mentions[at];
            let Some(index) = clauses.iter().position(|c| c.holds(mention)) else { continue };
            self.role(&clauses[index], mention, at);
            if self.taken.contains(&mention.span) || self.is_counted_in(at) {
                continue;
            }
            if clauses[index].is_heading()
                || !clauses[index].tells_of(mention)
                || clauses[index].passes_over(mention)
            {
                continue;
            }
            if let Some((degree, noun)) = attribute::of(&clauses[index], mention) {
                self.attribute(&clauses[index], mention, (degree, noun));
            } else if let Some(lasts) = clauses[index].lasting(mention) {
                self.duration(&clauses[index], mention, lasts);
            } else if let Some((property, value)) = self.value(&clauses[index], mention) {
                if let Some(person) = age::of(&clauses[index], mention, &value)
                    && let Some(actor) = self.index.actor(person)
                {
                    self.age(&clauses[index], (mention, person), actor, value);
                    continue;
                }
                self.values(&mut clauses[index], mention, &property, value);
            }
        }
        for clause in &mut clauses {
            self.occurrence(clause);
        }
    }

    /// What the person of a mention is, in an apposition.
    fn role(&mut self, clause: &Clause<'_>, mention: &Mention, at: usize) {
        let Some(span) = role::of(clause, mention) else { return };
        let Some(actor) = u32::try_from(at).ok().and_then(|at| self.index.actor(at)) else {
            return;
        };
        self.claims.push(Claim {
            subject: Subject::Actor(actor),
            property: "open.role".to_owned(),
            value: Value::Text(role::text(span.of(self.source.text))),
            scope: Scope {
                change: role::is_over(clause, span).then_some(Change::Before),
                ..Scope::default()
            },
            polarity: Polarity::Affirmed,
            modality: Modality::Actual,
            attribution: Self::sayers(clause, mention.span),
            evidence: vec![mention.span.cover(span), span],
            value_span: span,
            rule: "open.role",
        });
    }

    /// Who says what a clause says, but for somebody whom these words name: nobody introduces himself.
    fn sayers(clause: &Clause<'_>, name: Span) -> Vec<Attribution> {
        let own = |link: &Attribution| link.speaker.is_some_and(|speaker| speaker.contains(name));
        clause.attribution.iter().filter(|link| !own(link)).cloned().collect()
    }

    /// How old a person is.
    fn age(
        &mut self,
        clause: &Clause<'_>,
        (mention, person): (&Mention, u32),
        actor: u32,
        value: Value,
    ) {
        let name = self.source.mentions[person as usize].span;
        self.claims.push(Claim {
            subject: Subject::Actor(actor),
            property: "open.age".to_owned(),
            value,
            scope: Scope::default(),
            polarity: Polarity::Affirmed,
            modality: Modality::Actual,
            attribution: Self::sayers(clause, name),
            evidence: vec![mention.span.cover(name), mention.span],
            value_span: mention.span,
            rule: "open.age",
        });
    }

    /// "mud up to *four metres deep* buried the road": as if a sentence of its own said that the mud is.
    fn attribute(
        &mut self,
        clause: &Clause<'_>,
        mention: &Mention,
        (degree, noun): (usize, usize),
    ) {
        let Referent::Quantity { value, .. } = &mention.referent else { return };
        let words = &clause.tree.words;
        let mut told = clause.below(noun);
        told.retain(|word| *word != *words[degree].lemma);
        if degree != noun {
            told.push(words[degree].lemma.to_lowercase());
        }
        told.push(canonical_noun(&words[noun].lemma.to_lowercase()).to_owned());
        told.sort();
        told.dedup();
        self.claims.push(Claim {
            subject: Subject::Unknown,
            property: format!("open.be.{}", unit(value, clause, mention)),
            value: Value::Quantity(value.clone()),
            scope: Scope {
                qualifiers: told,
                holder: clause.owner(noun).and_then(|at| self.index.actor(at)),
                ..Scope::default()
            },
            polarity: Polarity::Affirmed,
            modality: Modality::Actual,
            attribution: clause.attribution.clone(),
            evidence: vec![mention.span.cover(words[noun].span), mention.span],
            value_span: mention.span,
            rule: "open.quantity",
        });
    }

    /// "after more than 60 days of refusal": how long what the noun names has lasted, whatever the
    /// clause says of something else.
    fn duration(&mut self, clause: &Clause<'_>, mention: &Mention, noun: usize) {
        let Referent::Time(time) = &mention.referent else { return };
        let word = &clause.tree.words[noun];
        let name = canonical_noun(&word.lemma.to_lowercase()).to_owned();
        let mut words = clause.below(noun);
        words.push(name.clone());
        words.sort();
        words.dedup();
        self.claims.push(Claim {
            subject: Subject::Unknown,
            property: format!("open.{name}.duration"),
            value: Value::Time(time.clone()),
            scope: Scope {
                qualifiers: words,
                holder: clause.owner(noun).and_then(|at| self.index.actor(at)),
                ..Scope::default()
            },
            polarity: Polarity::Affirmed,
            modality: Modality::Actual,
            attribution: clause.attribution.clone(),
            evidence: vec![mention.span.cover(word.span), mention.span],
            value_span: mention.span,
            rule: "open.duration",
        });
    }

    /// Whether a quantity is a part of a length of time: the "three months" of "two years and
    /// three months".
    fn is_counted_in(&self, at: usize) -> bool {
        let mentions = &self.source.mentions;
        let length = |other: &Mention| matches!(&other.referent, Referent::Time(time) if time.quantity.is_some());
        matches!(mentions[at].referent, Referent::Quantity { .. })
            && mentions[at.saturating_sub(4)..at]
                .iter()
                .any(|other| length(other) && other.span.contains(mentions[at].span))
    }

    /// The property and value that a mention gives in its clause.
    fn value(&self, clause: &Clause<'_>, mention: &Mention) -> Option<(String, Value)> {
        match &mention.referent {
            Referent::Quantity { value, .. } => {
                let mut noun = unit(value, clause, mention);
                if clause.is_taken_from(mention) {
                    noun.push_str("-whole");
                }
                Some((clause.property(&noun), Value::Quantity(value.clone())))
            }
            Referent::Time(time) if time.quantity.is_some() => {
                let role = clause.distance(mention).unwrap_or_else(|| "duration".to_owned());
                Some((clause.property(&role), Value::Time(time.clone())))
            }
            Referent::Time(time) if vague(time) => None,
            Referent::Time(time) => {
                // "the winner of Friday's game" is no winner on Friday.
                let long = time.duration.is_some() && time.extent.is_none();
                let away = || clause.distance(mention).filter(|_| long);
                let role = clause.owned(mention).or_else(away);
                let role = role.unwrap_or_else(|| clause.bounded(mention));
                Some((clause.property(&role), Value::Time(time.clone())))
            }
            Referent::Place(place) if place.named => {
                let role = clause.location(mention).map(str::to_owned);
                let role = role.or_else(|| clause.name_role(mention))?;
                Some((clause.property(&role), Value::Place(place.clone())))
            }
            Referent::Actor(name) if name.named => {
                let role = clause.name_role(mention)?;
                Some((clause.property(&role), Value::Name(name.clone())))
            }
            _ => None,
        }
    }

    /// "fell from 1.62% to 1.60%" gives two values, which a mention reads as one range.
    fn values(&mut self, clause: &mut Clause<'_>, mention: &Mention, property: &str, value: Value) {
        if let Some(older) = self.compared(clause, mention, &value) {
            self.claims.push(older);
            return;
        }
        // "44 days, compared with 81 a decade ago": a number of what no claim counts.
        let bare = matches!(&value, Value::Quantity(number) if number.unit.is_none());
        if bare && clause.frame.predicate == "compare" && clause.is_participle() {
            return;
        }
        let Some((old, new, change)) = moves(clause, mention, &value) else {
            let (property, value) = self.elided(clause, mention, (property, value));
            return self.claim(clause, mention, property, value);
        };
        for (value, change) in [(old, Some(Change::Before)), (new, change)] {
            self.claim(clause, mention, property.to_owned(), Value::Quantity(value));
            if let Some(claim) = self.claims.last_mut() {
                claim.scope.change = change;
                if change == Some(Change::Before) {
                    claim.scope.time = None;
                }
            }
        }
    }

    /// "counted 14 breaches, compared with 31 the week before": the older value of what was counted before it
    /// in the sentence.
    fn compared(&self, clause: &Clause<'_>, mention: &Mention, value: &Value) -> Option<Claim> {
        const NEAR: usize = 12;
        let Value::Quantity(number) = value else { return None };
        // "compared with 9% in the other group" is of the same time.
        clause.time.as_ref()?;
        let modifies = clause.frame.predicate == "compare" && clause.is_participle();
        let fits = |unit: &Option<String>| number.unit.is_none() || number.unit == *unit;
        let before = self.claims.iter().rev().take(NEAR).find(|claim| {
            let here = claim.value_span.end <= mention.span.start
                && clause.tree.span.contains(claim.value_span);
            let alike = matches!(&claim.value, Value::Quantity(other) if fits(&other.unit));
            modifies && here && alike && claim.rule == "open.quantity"
        })?;
        let Value::Quantity(newer) = &before.value else { return None };
        let number = Quantity { unit: newer.unit.clone(), ..number.clone() };
        let change = Some(Change::Before);
        Some(Claim {
            value: Value::Quantity(number),
            scope: Scope {
                time: clause.time_behind(mention).or_else(|| clause.time.clone()),
                change,
                ..before.scope.clone()
            },
            evidence: vec![clause.frame.span.cover(mention.span), mention.span],
            value_span: mention.span,
            ..before.clone()
        })
    }

    /// "one plan allows two profiles, the other allows eight": a bare number counts what the same
    /// verb counted before it in the sentence.
    fn elided(
        &self,
        clause: &Clause<'_>,
        mention: &Mention,
        (property, value): (&str, Value),
    ) -> (String, Value) {
        const NEAR: usize = 12;
        let older = near::older(clause, mention);
        let bare = matches!(&value, Value::Quantity(number) if number.unit.is_none());
        if !bare || property != clause.property("number") {
            return (property.to_owned(), value);
        }
        let before = self.claims.iter().rev().take(NEAR).find(|claim| {
            let here = claim.evidence.iter().any(|span| clause.tree.span.contains(*span));
            // "two boats took off another 19": who did it is not what it was done to.
            let other = |own: &Span| {
                own.start != clause.frame.span.start || own.end < clause.frame.span.end
            };
            let here = here && (older || claim.evidence.first().is_some_and(other));
            let same =
                claim.property == clause.property(claim.scope.group.as_deref().unwrap_or(""));
            here && same && claim.rule == "open.quantity"
        });
        match (value, before.and_then(|claim| claim.scope.group.clone())) {
            (Value::Quantity(number), Some(unit)) => {
                let property = clause.property(&unit);
                (property, Value::Quantity(Quantity { unit: Some(unit), ..number }))
            }
            (value, _) => (property.to_owned(), value),
        }
    }

    fn claim(
        &mut self,
        clause: &mut Clause<'_>,
        mention: &Mention,
        property: String,
        value: Value,
    ) {
        let mut near = near::of(clause, mention, &value);
        let number = matches!(value, Value::Quantity(_));
        let whole = number && clause.is_taken_from(mention);
        let (mut polarity, modality) = factuality(clause, mention, &value, whole);
        // "40,000 homes had no power": so many there are, without it.
        if let Some(lacking) = near::without(clause, mention).filter(|_| number) {
            near.words.push(lacking);
            polarity = Polarity::Affirmed;
        }
        let subject = self.subject(clause);
        let scope = Scope {
            time: match near.change {
                // What was so before was not so then.
                Some(Change::Before) => clause.time_behind(mention),
                _ => clause.time.clone().filter(|_| !matches!(value, Value::Time(_))),
            },
            place: clause
                .place_behind(mention)
                .or_else(|| clause.place.clone())
                .filter(|_| !matches!(value, Value::Place(_))),
            group: near.group,
            qualifiers: near.words,
            part: near.part && !whole,
            change: near.change,
            ..Scope::default()
        };
        self.claims.push(Claim {
            subject,
            property,
            scope,
            polarity,
            modality,
            attribution: clause.attribution.clone(),
            evidence: vec![clause.frame.span.cover(mention.span), mention.span],
            value_span: mention.span,
            rule: if clause.speaks() { said(&value) } else { rule(&value) },
            value,
        });
    }

    /// That the clause's predicate holds, or does not.
    fn occurrence(&mut self, clause: &mut Clause<'_>) {
        if !clause.tells() {
            return;
        }
        let span = clause.head_span();
        let (polarity, modality) = clause.factuality;
        let subject = self.subject(clause);
        self.claims.push(Claim {
            subject,
            property: clause.property("occurrence"),
            value: Value::Text(clause.outcome()),
            scope: Scope {
                time: clause.time.clone(),
                place: clause.place.clone(),
                part: clause.quantified(),
                change: clause.turn(),
                ..Scope::default()
            },
            polarity,
            modality,
            attribution: clause.attribution.clone(),
            evidence: vec![clause.frame.span, span],
            value_span: span,
            rule: "open.occurrence",
        });
    }

    /// The event of a clause: the typed one that its predicate names, otherwise an open one.
    fn subject(&mut self, clause: &mut Clause<'_>) -> Subject {
        let key = (clause.frame.sentence, clause.frame.head);
        if let Some(&event) = self.triggers.get(&key) {
            return Subject::Event(event);
        }
        let event = u32::try_from(self.events.len()).unwrap_or(u32::MAX);
        self.events.push(argument::event(clause));
        self.triggers.insert(key, event);
        Subject::Event(event)
    }
}

/// How surely a clause tells a value of its own; `whole` is whether it is the number of those of whom
/// some did something, which is so whatever these did.
fn factuality(
    clause: &Clause<'_>,
    mention: &Mention,
    value: &Value,
    whole: bool,
) -> (Polarity, Modality) {
    let (polarity, modality) = clause.factuality;
    let bound = bounds(mention);
    let lasts = matches!(value, Value::Time(time) if time.quantity.is_some());
    let denied = matches!(value, Value::Quantity(_)) || lasts;
    let polarity = match polarity {
        _ if denied && near::denied(clause, mention) => Polarity::Negated,
        _ if bound || whole => Polarity::Affirmed,
        polarity => polarity,
    };
    match modality {
        _ if whole => (polarity, Modality::Actual),
        // "may *not exceed* 10 MB" is a rule.
        Modality::Possible if bound && mention.span.contains(clause.head_span()) => {
            (polarity, Modality::Demanded)
        }
        modality => (polarity, modality),
    }
}

/// The old and the new value of what a clause says to move from one to the other.
fn moves(
    clause: &Clause<'_>,
    mention: &Mention,
    value: &Value,
) -> Option<(Quantity, Quantity, Option<Change>)> {
    let Value::Quantity(range) = value else { return None };
    let change = match motion(clause.head_lemma()) {
        Some(Motion::Rise) => Some(Change::Rise),
        Some(Motion::Fall) => Some(Change::Fall),
        Some(Motion::Correction) => Some(Change::Correction),
        None => match clause.frame.predicate.as_str() {
            "rise" | "raise" => Some(Change::Rise),
            "fall" | "reduce" => Some(Change::Fall),
            "change" | "switch" | "move" => None,
            _ => return None,
        },
    };
    let words = &clause.tree.words;
    let start = words.partition_point(|word| word.span.start < mention.span.start);
    let from = start.checked_sub(1).is_some_and(|before| &*words[before].lemma == "from");
    let (old, new) = super::role::ends(range)?;
    from.then_some((old, new, change))
}

/// Whether the denial belongs to the bound of a number ("no fewer than four", "not exceed 10%") and
/// denies nothing beside it.
fn bounds(mention: &Mention) -> bool {
    let value = match &mention.referent {
        Referent::Quantity { value, .. } => Some(value),
        Referent::Time(time) => time.quantity.as_deref(),
        _ => None,
    };
    let denies = |word: &str| matches!(word, "no" | "none" | "not" | "never" | "cannot" | "can't");
    value.is_some_and(|value| {
        let first = value.text.split(' ').next().unwrap_or_default().to_lowercase();
        denies(&first) || first.ends_with("n't") || first.ends_with("n’t")
    })
}

/// When, where and by whom something is said; what the saying counts is a claim like others.
const fn said(value: &Value) -> &'static str {
    if matches!(value, Value::Quantity(_)) { "open.quantity" } else { "open.said" }
}

fn rule(value: &Value) -> &'static str {
    match value {
        Value::Quantity(_) => "open.quantity",
        Value::Time(_) => "open.time",
        Value::Place(_) => "open.place",
        _ => "open.name",
    }
}

/// What a quantity counts or measures, for the name of its property.
fn unit(value: &Quantity, clause: &Clause<'_>, mention: &Mention) -> String {
    if value.age {
        return "age".to_owned();
    }
    if value.ordinal {
        return "ordinal".to_owned();
    }
    let unit = value.unit.as_deref().unwrap_or_else(|| clause.noun(mention));
    unit.to_lowercase().replace(' ', "-")
}
