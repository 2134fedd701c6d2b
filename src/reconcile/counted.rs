//! What a count is of: the noun, or what the people are by what they do; and whether it is of all.

use super::view::Item;
use crate::claim::{Slot, Tense};
use crate::lexicon::sense::canonical;
use crate::lexicon::{is_another, role_of};
use crate::value::{Bound, Interval, Value};

/// The noun of a count. "240 people" whom a mill employs, and 240 who work there, are its workers; who *is working*
/// there at a time may be a few of them.
pub(super) fn group<'g>(item: &Item<'g>) -> Option<&'g str> {
    let noun = item.claim.scope.group.as_deref().map(canonical)?;
    Some(role(item).filter(|_| noun == "person").unwrap_or(noun))
}

/// What people are of whom a clause tells what they do as a rule.
pub(super) fn role(item: &Item<'_>) -> Option<&'static str> {
    let frame = item.frame?;
    let (role, object) = role_of(&frame.predicate)?;
    let stands = |slot: Slot| if object { slot == Slot::Object } else { slot == Slot::Subject };
    let keys = frame.keys.iter().filter(|key| key.span.overlaps(item.claim.value_span));
    let own = keys.into_iter().any(|key| stands(key.slot));
    (own && (object || frame.tense != Tense::None)).then_some(role)
}

/// Whether one of two counts only names somebody, and the other is greater: there may be more.
pub(super) fn counts_by_naming(few: &Item<'_>, many: &Item<'_>) -> bool {
    if few.claim.polarity != many.claim.polarity {
        return false;
    }
    match (&few.claim.value, &many.claim.value) {
        (Value::Quantity(x), Value::Quantity(y)) => {
            let least = x.strict.low;
            x.bound == Bound::AtLeast
                && x.plausible == Interval { high: least, ..x.strict }
                && y.strict.high.is_none_or(|high| least.is_some_and(|least| high > least))
        }
        _ => false,
    }
}

/// Whether the clause of a place names that of another claim too: "the Kelvan and Ostish republics" are told of both,
/// whichever of the two is read as where they are.
pub(super) fn names_both(one: &Item<'_>, other: &Item<'_>) -> bool {
    match (&one.claim.value, &other.claim.value) {
        (Value::Place(own), Value::Place(place)) if own.text != place.text => {
            let keys = one.frame.into_iter().flat_map(|frame| &frame.keys);
            let own = keys.filter(|key| key.slot != Slot::Context);
            let names: Vec<String> = own.map(|key| key.word.to_lowercase()).collect();
            let name = place.text.to_lowercase();
            let mut words = name.split_whitespace().peekable();
            words.peek().is_some() && words.all(|word| names.iter().any(|own| own == word))
        }
        _ => false,
    }
}

/// Whether the subject of one of two open clauses, and of no other, is another one of its kind: "an earthquake
/// measuring 5.7", "an aftershock measuring 3.9".
pub(super) fn of_another(a: &Item<'_>, b: &Item<'_>) -> bool {
    let another = |item: &Item<'_>| {
        let mut keys = item.frame.into_iter().flat_map(|frame| &frame.keys);
        keys.any(|key| key.slot == Slot::Subject && is_another(&key.word))
    };
    (a.is_open() || b.is_open()) && another(a) != another(b)
}
