//! The laws of places, names, states and values as a whole: inverse, reflexive, antisymmetric
//! containment; what a table names is read back from its own name.

use corroborate::lexicon::name::state;
use corroborate::lexicon::places;
use corroborate::value::{
    Decimal, Measure, Name, NameKind, Place, Quantity, Reading, SetRelation, Status, Value,
};
use proptest::prelude::*;

/// A place at most three deep among a few, maybe a region with members, maybe ambiguous.
fn place() -> impl Strategy<Value = Place> {
    let path = proptest::sample::select(vec![
        "",
        "AA",
        "AA/AA.x",
        "AA/AA.x/1",
        "AA/AA.x/2",
        "AA/AA.y",
        "BB",
        "BB/BB.x/3",
        "@r",
        "@s",
    ]);
    let members = proptest::sample::subsequence(vec!["AA", "BB", "AA.x"], 0..3);
    (path, members, any::<bool>()).prop_map(|(path, members, others)| {
        let ids = |path: &str| -> Vec<String> {
            path.split('/').filter(|id| !id.is_empty()).map(str::to_owned).collect()
        };
        let region = path.starts_with('@');
        Place {
            name: path.to_owned(),
            path: ids(path),
            members: members.iter().filter(|_| region).map(|id| (*id).to_owned()).collect(),
            others: if others && path == "BB" { vec![ids("AA/AA.y")] } else { Vec::new() },
            ..Place::default()
        }
    })
}

fn name() -> impl Strategy<Value = Name> {
    "[a-c]{1,2}".prop_map(|canonical| Name {
        text: canonical.clone(),
        canonical,
        kind: NameKind::Unknown,
        country: None,
        named: true,
    })
}

fn status() -> impl Strategy<Value = Status> {
    proptest::sample::select(Status::ALL.to_vec())
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        place().prop_map(Value::Place),
        name().prop_map(Value::Name),
        status().prop_map(Value::Status),
        (0_i64..5).prop_map(|n| Value::Quantity(Quantity::exact(Decimal::from(n)))),
        "[a-b]{1,2}".prop_map(Value::Text),
    ]
}

proptest! {
    #[test]
    fn comparing_backwards_gives_the_inverse(a in value(), b in value()) {
        for reading in [Reading::Strict, Reading::Plausible] {
            prop_assert_eq!(b.compare(&a, reading), a.compare(&b, reading).inverse());
        }
    }

    #[test]
    fn a_value_equals_itself(a in value()) {
        prop_assert_eq!(a.compare(&a, Reading::Strict), SetRelation::Equal);
    }

    #[test]
    fn values_of_two_kinds_are_not_comparable(a in value(), b in value()) {
        if std::mem::discriminant(&a) != std::mem::discriminant(&b) {
            prop_assert_eq!(a.compare(&b, Reading::Strict), SetRelation::Incomparable);
        }
    }

    #[test]
    fn containment_of_places_is_antisymmetric(a in place(), b in place()) {
        if a.compare(&b) == SetRelation::Within {
            prop_assert_eq!(b.compare(&a), SetRelation::Contains);
        }
    }

    #[test]
    fn containment_of_nodes_is_transitive(a in place(), b in place(), c in place()) {
        let node = |p: &Place| p.members.is_empty() && p.others.is_empty() && !p.path.is_empty();
        prop_assume!(node(&a) && node(&b) && node(&c));
        let within =
            |x: &Place, y: &Place| matches!(x.compare(y), SetRelation::Within | SetRelation::Equal);
        prop_assert!(!(within(&a, &b) && within(&b, &c)) || within(&a, &c));
    }

    #[test]
    fn a_state_is_printed_and_read_back(status in status()) {
        let known = Status::ALL.iter().filter(|other| other.as_str() == status.as_str());
        prop_assert_eq!(known.collect::<Vec<_>>(), vec![&status]);
    }

    #[test]
    fn units_of_one_dimension_keep_their_order(
        a in 1_i64..10_000,
        b in 1_i64..10_000,
        unit in proptest::sample::select(
            corroborate::lexicon::unit::words()
                .iter()
                .filter_map(|(_, row)| row.measure)
                .collect::<Vec<Measure>>(),
        ),
    ) {
        let (low, high) = (unit.to_base(Decimal::from(a)), unit.to_base(Decimal::from(b)));
        if let (Some(low), Some(high)) = (low, high) {
            prop_assert_eq!(a.cmp(&b), low.cmp(&high));
        }
    }
}

#[test]
fn a_country_is_read_back_from_the_name_that_it_is_printed_by() {
    for code in ["TR", "UA", "GB", "CI", "KR"] {
        let name = corroborate::lexicon::place::division_name(code).expect("a name");
        let found = places(name);
        assert!(found.iter().any(|place| place.path == [code]), "{name}: {found:?}");
    }
    assert_eq!(state("WA"), Some("US.washington"));
}
