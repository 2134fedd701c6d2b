//! Places and names.

use corroborate::lexicon::name::{Class, data, is_man, organization_key};
use corroborate::mention::Referent;
use corroborate::value::NameKind;
use corroborate::{Document, Options, lexicon, pipeline};

use crate::tables;

/// The countries that stand as actors in a text.
fn acting(text: &str) -> Vec<String> {
    let analysis = pipeline::analyze(&Document::new("d", text), &Options::default());
    let code = |referent: &Referent| match referent {
        Referent::Place(place) => place.actor.clone().and_then(|actor| actor.country),
        _ => None,
    };
    analysis.mentions.iter().filter_map(|mention| code(&mention.referent)).collect()
}

#[test]
fn seats_stand_for_their_country_where_they_act() {
    let mut wrong = Vec::new();
    for row in tables::csv("seats.csv") {
        let [words, country, _, example, counterexample] = &row[..] else { panic!("{row:?}") };
        assert_eq!(data(&lexicon::fold(words), Class::Seat), Some(country.as_str()), "{words}");
        let right = acting(example).contains(country) && !acting(counterexample).contains(country);
        if !right {
            wrong.push(words.clone());
        }
    }
    assert!(wrong.is_empty(), "misread: {wrong:?}");
}

/// Words of the first array that are adjectives to the tagger, and then no phrase of their own.
const ADJECTIVES: &[&str] = &["both", "dead", "elderly", "injured", "wounded"];

/// Runs `holds` on the example and the counterexample of each word of an array; for the words of
/// `known` it is known not to hold.
#[track_caller]
fn each_word(array: &str, known: &[&str], holds: impl Fn(&str) -> bool) {
    let mut failed = Vec::new();
    for row in tables::rows("name-words.toml", array) {
        for word in tables::strings(&row, "words") {
            let (first, rest) = word.split_at(1);
            let capital = first.to_uppercase() + rest;
            let example = tables::string(&row, "example").replace("{}", word);
            let example = example.replace("{^}", &capital);
            let right = holds(&example) && !holds(tables::string(&row, "counterexample"));
            if right == known.contains(&word) {
                failed.push(example);
            }
        }
    }
    assert!(failed.is_empty(), "{array}: {failed:#?}");
}

fn second_in_capitals(text: &str) -> String {
    let upper = |(at, word): (usize, &str)| match word.starts_with(char::is_lowercase) {
        true if at == 1 => word.to_uppercase(),
        _ => word.to_owned(),
    };
    text.split(' ').enumerate().map(upper).collect::<Vec<_>>().join(" ")
}

#[test]
fn words_that_stand_for_people_or_things() {
    let group = |text: &str| {
        let analysis = pipeline::analyze(&Document::new("d", text), &Options::default());
        analysis.mentions.iter().any(|mention| match &mention.referent {
            Referent::Actor(name) => !name.named && name.kind != NameKind::Person,
            _ => false,
        })
    };
    each_word("crowd", ADJECTIVES, group);
    each_word("thing", &[], |text| !group(text));
    each_word("man", &[], |word| is_man(word) == Some(true));
    each_word("woman", &[], |word| is_man(word) == Some(false));
    each_word("division", &[], |text| {
        let analysis = pipeline::analyze(&Document::new("d", text), &Options::default());
        analysis.mentions.iter().any(|mention| match &mention.referent {
            Referent::Place(place) => place.path == ["US", "US.georgia"],
            _ => false,
        })
    });
    each_word("letters", &[], |text| {
        let document = Document::new("d", second_in_capitals(text));
        let analysis = pipeline::analyze(&document, &Options::default());
        !analysis
            .mentions
            .iter()
            .any(|mention| matches!(&mention.referent, Referent::Actor(name) if name.named))
    });
    let names = |text: &str| {
        let analysis = pipeline::analyze(&Document::new("d", text), &Options::default());
        let name = |referent: &Referent| match referent {
            Referent::Place(place) => Some(format!("place {}", place.text)),
            Referent::Actor(name) if name.named => Some(name.text.clone()),
            _ => None,
        };
        analysis.mentions.iter().filter_map(|m| name(&m.referent)).collect::<Vec<_>>()
    };
    let town = |text: &str| names(text).contains(&"place Orskelby".to_owned());
    each_word("settlement", &[], town);
    each_word("in_place", &[], town);
    let nobody = |who: &'static str| {
        move |text: &str| !names(text).iter().any(|name| name.split(' ').any(|word| word == who))
    };
    each_word("storm", &[], nobody("Maria"));
    each_word("disaster", &[], nobody("Miller"));
    each_word("traded", &[], nobody("Brent"));
    each_word("illness", &[], |text| names(text).is_empty());
    each_word("index", &[], |text| names(text).is_empty());
    each_word("street", &[], |text| names(text).iter().any(|name| name.starts_with("place Orsk")));
    each_word("vessel", &[], nobody("Maria"));
    each_word("water", &[], |text| names(text).contains(&"place Maria".to_owned()));
    each_word("vessel_prefix", &[], |text| nobody("Maria")(&second_in_capitals(text)));
    each_word("work", &[], nobody("Maria"));
    each_word("software", &[], nobody("Maria"));
    each_word("goods", &[], |text| names(text).is_empty());
    each_word("after_name", &[], |text| names(text).contains(&"Ola Quendt".to_owned()));
    let numbered = |name: &String| name.starts_with("place ") && name.ends_with('5');
    each_word("paper", &[], |text| !names(text).iter().any(numbered));
    // "King" is taken off: it counts in "King's College", which has no other name.
    each_word("patron", &["king"], |text| {
        names(text).iter().any(|name| name.ends_with("Olaf's Church"))
    });
    each_word("ruler", &[], |text| names(text).contains(&"place Jordan".to_owned()));
    each_word("legal", &[], |name| organization_key(name) == organization_key("Hartwell"));
}

#[test]
fn words_that_things_are_called_by() {
    for array in ["begins", "called", "ends"] {
        for row in tables::rows("name-words.toml", array) {
            let kind = tables::string(&row, "kind");
            let things = |text: &str| {
                let analysis = pipeline::analyze(&Document::new("d", text), &Options::default());
                let kinds = analysis.mentions.iter().map(|mention| match &mention.referent {
                    Referent::Thing(thing) => thing.kind.as_str() == kind,
                    _ => false,
                });
                kinds.filter(|same| *same).count() == 1
            };
            let mut failed = Vec::new();
            for word in tables::strings(&row, "words") {
                let (first, rest) = word.split_at(1);
                let example = tables::string(&row, "example").replace("{}", word);
                let example = example.replace("{^}", &(first.to_uppercase() + rest));
                if !things(&example) {
                    failed.push(example);
                }
            }
            assert!(failed.is_empty(), "{array}: {failed:#?}");
            assert!(!things(tables::string(&row, "counterexample")), "{array}: {row:?}");
        }
    }
}

#[test]
fn tables_of_names_are_sorted() {
    for file in ["countries.csv", "city-variants.csv", "name-variants.csv", "us-states.csv"] {
        let keys: Vec<String> = tables::csv(file).into_iter().map(|row| row[0].clone()).collect();
        for pair in keys.windows(2) {
            let late = ["SU", "YU", "XC", "XD"].contains(&pair[1].as_str());
            assert!(pair[0] < pair[1] || late, "{file}: {} before {}", pair[0], pair[1]);
        }
    }
}

#[test]
fn every_city_variant_is_a_place() {
    for row in tables::csv("city-variants.csv") {
        let found = lexicon::places(&row[0]);
        let fits = found.iter().any(|place| place.path.first() == Some(&row[2]));
        assert!(fits, "{row:?}: {found:?}");
    }
}
