//! Values as reports print them.

use super::{NameEntry, QuantityEntry, TimeEntry, ValueEntry};
use crate::value::{Grain, Name, NameKind, Place, Quantity, Thing, Time, Value};

pub(super) fn value(value: &Value) -> ValueEntry {
    match value {
        Value::Quantity(value) => ValueEntry::Quantity(quantity(value)),
        Value::Time(time) => of_time(time),
        Value::Place(place) => of_place(place),
        Value::Name(name) => of_name(name),
        Value::Status(status) => ValueEntry::Status(named(status.as_str(), status.as_str())),
        Value::Text(text) => ValueEntry::Text(named(text, text)),
    }
}

fn named(text: &str, name: &str) -> NameEntry {
    NameEntry { text: text.to_owned(), name: name.to_owned(), ..NameEntry::default() }
}

pub(super) fn quantity(value: &Quantity) -> QuantityEntry {
    let decimal = |n: rust_decimal::Decimal| n.normalize().to_string();
    QuantityEntry {
        text: value.text.clone(),
        low: value.strict.low.map(decimal),
        high: value.strict.high.map(decimal),
        low_open: value.strict.low_open,
        high_open: value.strict.high_open,
        bound: value.bound.as_str().to_owned(),
        unit: value.unit.clone(),
        per: value.per.clone(),
        printed: value.printed.iter().copied().map(decimal).collect(),
        ordinal: value.ordinal,
        number_span: None,
        unit_span: None,
    }
}

pub(super) fn of_time(value: &Time) -> ValueEntry {
    let (start, end) = extent(value);
    ValueEntry::Time(TimeEntry {
        text: value.text.clone(),
        edtf: value.edtf.clone(),
        start,
        end,
        timex: value.timex.clone(),
        set: value.set,
        duration: value.duration.clone(),
        zone: value.zone.clone(),
        others: value.others.iter().map(|other| other.edtf.clone()).collect(),
        quantity: value.quantity.as_deref().map(|q| Box::new(quantity(q))),
    })
}

/// Days for times of day grain and wider, minutes below.
fn extent(value: &Time) -> (Option<String>, Option<String>) {
    let fine = value.grain < Grain::Day;
    let ends = value.extent.as_ref();
    // Seconds only of a moment that is given with them.
    let moment = ends.is_some_and(|e| e.low == e.high);
    let show = |at: crate::value::Instant| match fine {
        false => at.date().to_string(),
        true if moment && at.second() != 0 => at.strftime("%Y-%m-%dT%H:%M:%S").to_string(),
        true => at.strftime("%Y-%m-%dT%H:%M").to_string(),
    };
    (ends.and_then(|e| e.low).map(show), ends.and_then(|e| e.high).map(show))
}

pub(super) fn of_place(value: &Place) -> ValueEntry {
    ValueEntry::Place(NameEntry {
        path: value.path.clone(),
        named: Some(value.named),
        ..named(&value.text, &value.name)
    })
}

pub(super) fn of_name(value: &Name) -> ValueEntry {
    ValueEntry::Actor(NameEntry {
        type_: Some(kind(value.kind).to_owned()),
        country: value.country.clone(),
        named: Some(value.named),
        ..named(&value.text, &value.canonical)
    })
}

pub(super) fn of_thing(value: &Thing) -> ValueEntry {
    ValueEntry::Thing(NameEntry {
        type_: Some(value.kind.as_str().to_owned()),
        named: Some(true),
        ..named(&value.text, &value.text)
    })
}

pub(super) fn kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "person",
        NameKind::Organization => "organization",
        NameKind::Country => "country",
        NameKind::Group => "group",
        NameKind::Unknown => "unknown",
    }
}
