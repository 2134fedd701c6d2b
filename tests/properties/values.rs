//! The laws of quantities: inverse, reflexive, antisymmetric containment, unit round trip,
//! parse–print.

use corroborate::lexicon::unit;
use corroborate::mention::Referent;
use corroborate::value::{Bound, Decimal, Interval, Measure, Quantity, Reading, SetRelation};
use corroborate::{Document, Options, pipeline};
use proptest::prelude::*;

fn decimal() -> impl Strategy<Value = Decimal> {
    (-1_000_000_i64..1_000_000, 0_u32..4).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

fn interval() -> impl Strategy<Value = Interval<Decimal>> {
    let end = || proptest::option::of(decimal());
    (end(), end(), any::<bool>(), any::<bool>()).prop_map(|(a, b, low_open, high_open)| {
        let (low, high) = match (a, b) {
            (Some(a), Some(b)) => (Some(a.min(b)), Some(a.max(b))),
            ends => ends,
        };
        // An interval is never empty, and only a known end can be left out.
        let point = low.is_some() && low == high;
        Interval {
            low,
            high,
            low_open: low.is_some() && low_open && !point,
            high_open: high.is_some() && high_open && !point,
        }
    })
}

fn measure() -> impl Strategy<Value = Option<(&'static str, Measure)>> {
    let measures: Vec<_> =
        unit::words().iter().filter_map(|(_, row)| Some((row.name, row.measure?))).collect();
    proptest::option::of(proptest::sample::select(measures))
}

fn quantity() -> impl Strategy<Value = Quantity> {
    (interval(), measure(), any::<bool>()).prop_map(|(strict, unit, ordinal)| Quantity {
        printed: strict.low.into_iter().chain(strict.high).collect(),
        bound: Bound::Range,
        strict,
        plausible: strict,
        unit: unit.map(|(name, _)| name.to_owned()),
        measure: unit.map(|(_, measure)| measure),
        ordinal,
        ..Quantity::exact(Decimal::ONE)
    })
}

/// The quantities of "They sent {number} goats.".
fn read(number: &str) -> Vec<Quantity> {
    let document = Document::new("d", format!("They sent {number} goats."));
    let mentions = pipeline::analyze(&document, &Options::default()).mentions.into_iter();
    mentions
        .filter_map(|mention| match mention.referent {
            Referent::Quantity { value, .. } => Some(value),
            _ => None,
        })
        .collect()
}

proptest! {
    #[test]
    fn comparing_backwards_gives_the_inverse(a in quantity(), b in quantity()) {
        for reading in [Reading::Strict, Reading::Plausible] {
            prop_assert_eq!(b.compare(&a, reading), a.compare(&b, reading).inverse());
        }
    }

    #[test]
    fn a_quantity_equals_itself(a in quantity()) {
        prop_assert_eq!(a.compare(&a, Reading::Strict), SetRelation::Equal);
    }

    #[test]
    fn containment_is_antisymmetric(a in interval(), b in interval()) {
        let relation = a.compare(&b);
        if relation == SetRelation::Within {
            prop_assert_ne!(b.compare(&a), SetRelation::Within);
        }
        prop_assert_eq!(relation == SetRelation::Equal, a == b);
    }

    #[test]
    fn containment_is_transitive(a in interval(), b in interval(), c in interval()) {
        let within = |x: &Interval<Decimal>, y: &Interval<Decimal>| {
            matches!(x.compare(y), SetRelation::Within | SetRelation::Equal)
        };
        prop_assert!(!(within(&a, &b) && within(&b, &c)) || within(&a, &c));
    }

    #[test]
    fn converting_there_and_back_keeps_the_value(value in decimal(), unit in measure()) {
        if let Some((_, measure)) = unit
            && let Some(base) = measure.to_base(value)
            && let Some(back) = measure.from_base(base)
        {
            // 28 digits are kept; large scales may cost the last of them.
            let slack = Decimal::new(1, 12).max(value.abs().saturating_mul(Decimal::new(1, 12)));
            prop_assert!(back.saturating_sub(value).abs() <= slack, "{} {} {}", value, base, back);
        }
    }

    #[test]
    fn overflow_is_never_silent(digits in any::<i64>(), unit in measure()) {
        if let Some((_, measure)) = unit {
            let _ = measure.to_base(Decimal::MAX);
            let _ = measure.from_base(Decimal::from(digits));
        }
    }

    #[test]
    fn rounding_is_symmetric(a in quantity(), b in quantity()) {
        prop_assert_eq!(a.rounds_to(&b), b.rounds_to(&a));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_printed_number_is_read_back(number in 2_u32..5_000_000) {
        prop_assume!(!(1600..=2100).contains(&number));
        let plain = number.to_string();
        let mut grouped = String::new();
        for (at, digit) in plain.chars().enumerate() {
            if at > 0 && (plain.len() - at) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        for form in [plain.as_str(), grouped.as_str()] {
            let found = read(form);
            prop_assert_eq!(found.len(), 1, "{}", form);
            prop_assert_eq!(&found[0].printed, &[Decimal::from(number)]);
        }
    }

    #[test]
    fn any_text_is_read_without_panic(text in "[0-9a-z$€%°.,/ -]{0,60}") {
        let _ = pipeline::analyze(&Document::new("d", text), &Options::default());
    }
}
