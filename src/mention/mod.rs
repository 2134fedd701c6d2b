//! Which spans refer to a quantity, a time, a place, an actor or an event.

mod event;
pub mod name;
mod quantity;
mod time;

use crate::lexicon::Aliases;
use crate::syntax::Tree;
use crate::text::Span;
use crate::value::{Date, Dimension, Grain, Name, NameKind, Place, Quantity, Thing, Time};

/// A span that refers to something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands in the reading text.
    pub span: Span,
    /// The index of its sentence.
    pub sentence: u32,
    /// The index of its head word in the sentence's tree.
    pub head: u32,
    /// What it refers to.
    pub referent: Referent,
}

/// What a mention refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Referent {
    /// A number with unit and bound; the spans of the number and of the unit within the mention.
    Quantity {
        /// What it denotes.
        value: Quantity,
        /// The words of the number itself.
        number: Span,
        /// The words of its unit.
        unit: Option<Span>,
    },
    /// A point or stretch of time, a duration, a set.
    Time(Time),
    /// A place.
    Place(Place),
    /// A person, organization, country or group.
    Actor(Name),
    /// A ship, storm, program, law or other thing that has a name.
    Thing(Thing),
    /// Something that happens, is said or holds: a verb or an eventive noun.
    Event {
        /// The event type of the lexicon, if the word triggers one.
        kind: Option<&'static str>,
        /// The lemma of the predicate.
        predicate: String,
    },
}

/// What mention detection has to know beside the text.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// When the document was published.
    pub published: Option<Date>,
    /// Other names of actors that the user gave.
    pub aliases: Aliases,
}

/// All mentions of a text, by span. `text` is the reading text that the trees were made from.
#[must_use]
pub fn detect(text: &str, trees: &[Tree], context: &Context) -> Vec<Mention> {
    let mut mentions = Vec::new();
    mentions.extend(time::detect(text, trees, context));
    mentions.sort_by_key(|mention| mention.span);
    let quantities = quantity::detect(text, trees, &mut mentions);
    let mut names = name::detect(text, trees, &context.aliases);
    names.retain(|name| !is_part_of_time(name, &mentions) && !is_unit(name, &quantities));
    mentions.retain(|time| !is_part_of_number(time, &quantities));
    mentions.extend(quantities);
    mentions.retain(|mention| !is_named(text, trees, mention, &names));
    mentions.extend(names);
    mentions.extend(event::detect(text, trees));
    // Mentions are large: their keys are sorted, and each is moved once.
    mentions.sort_by_cached_key(|mention| (mention.span, mention.head));
    mentions
}

/// Whether a name is one of the words of a time: "New Year's *Eve*", "5 p.m. *Pacific* time".
/// `times` are in order.
fn is_part_of_time(name: &Mention, times: &[Mention]) -> bool {
    let at = times.partition_point(|time| time.span.end < name.span.end);
    times.get(at).is_some_and(|mention| {
        // "June" may be somebody, "Ramadan" is nobody.
        let named = match &mention.referent {
            Referent::Time(time) => time.fields.month.is_some() && time.fields.day.is_none(),
            _ => false,
        };
        mention.span.contains(name.span) && (mention.span != name.span || !named)
    })
}

/// Whether what looks like a time is a part of a number: "six and *three quarters*", "from 900 to
/// *2000* seats". `quantities` are in order.
fn is_part_of_number(time: &Mention, quantities: &[Mention]) -> bool {
    let at = quantities.partition_point(|quantity| quantity.span.end < time.span.end);
    quantities.get(at).is_some_and(|quantity| match &quantity.referent {
        Referent::Quantity { value, number, unit } => {
            let told = value.measure.is_some_and(|m| m.dimension != Dimension::Share);
            let unit = unit.filter(|_| told && value.per.is_none());
            let whole = unit.map_or(*number, |unit| number.cover(unit));
            whole.contains(time.span) && whole != time.span
        }
        _ => false,
    })
}

/// Whether a name is one of the words of a unit of measurement: "20 degrees *Celsius*".
/// `quantities` are in order.
fn is_unit(name: &Mention, quantities: &[Mention]) -> bool {
    let at = quantities.partition_point(|quantity| quantity.span.end < name.span.end);
    quantities.get(at).is_some_and(|quantity| match &quantity.referent {
        Referent::Quantity { value, number, unit: Some(unit) } => {
            let code = value.unit.as_ref().is_some_and(|unit| {
                unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase())
            });
            let whole = number.cover(*unit);
            (value.measure.is_some() || code) && whole.contains(name.span)
        }
        _ => false,
    })
}

/// Whether a weekday or "daily" is a part of a name ("the *Sunday* Times", "USA *Today*") that is
/// no person's. At the start of a sentence the day may be one all the same ("Sunday Police …").
fn is_named(text: &str, trees: &[Tree], mention: &Mention, names: &[Mention]) -> bool {
    let Referent::Time(time) = &mention.referent else { return false };
    if !time.set && time.fields.weekday.is_none() && time.grain != Grain::Day {
        return false;
    }
    let longer = |name: &Mention| {
        let lead = Span::new(mention.span.start, name.span.start.max(mention.span.start));
        let first = trees.get(name.sentence as usize).is_some_and(|tree| {
            tree.span.start == name.span.start && name.span.start == mention.span.start
        });
        matches!(&name.referent, Referent::Actor(actor)
            if actor.named && actor.kind != NameKind::Person)
            && name.span.end >= mention.span.end
            && name.span != mention.span
            && matches!(lead.of(text).trim(), "" | "the" | "The")
            && !first
    };
    let from = names.partition_point(|name| name.span.end <= mention.span.start);
    names[from..].iter().take_while(|name| name.span.start < mention.span.end).any(longer)
}
