//! A quantity is written as its printed numbers (`..` between the two of a range), the unit,
//! `per` and what it is given per, and the bound if it is not exact; `#3` is an ordinal, `age`
//! and `of 12` are added where they apply.

use corroborate::mention::Referent;
use corroborate::value::{Bound, Quantity};
use corroborate::{Document, Options, pipeline};

use crate::check;

fn show(value: &Quantity) -> String {
    let numbers: Vec<String> = value.printed.iter().map(|n| n.normalize().to_string()).collect();
    let mut words = vec![numbers.join("..")];
    if value.ordinal {
        words[0].insert(0, '#');
    }
    words.extend(value.unit.clone());
    words.extend(value.per.as_ref().map(|per| format!("per {per}")));
    words.extend(value.age.then(|| "age".to_owned()));
    words.extend(value.whole.as_ref().map(|whole| format!("of {}", whole.printed[0])));
    words.extend((value.bound != Bound::Exact).then(|| value.bound.as_str().to_owned()));
    words.join(" ")
}

/// The quantities of a text and of its lengths of time, without ordinals.
pub(crate) fn read(text: &str) -> Vec<String> {
    let analysis = pipeline::analyze(&Document::new("d", text), &Options::default());
    let value = |referent: &Referent| match referent {
        Referent::Quantity { value, .. } => Some(value.clone()),
        Referent::Time(time) => time.quantity.as_deref().cloned(),
        _ => None,
    };
    let values = analysis.mentions.iter().filter_map(|mention| value(&mention.referent));
    values.filter(|value| !value.ordinal).map(|value| show(&value)).collect()
}

#[test]
fn quantities() {
    check("quantities.toml", read);
}

#[test]
fn no_quantities() {
    check("no_quantities.toml", read);
}
