//! Dates and times: what is read from a text, how two of them compare, and the laws of both.

mod properties {
    mod times;
}

use corroborate::mention::{Context, Referent, detect};
use corroborate::value::{Date, Grain, Instant, Time};
use corroborate::{syntax, text};

const TABLE: &str = include_str!("values/times.toml");

fn times(words: &str, published: Option<&str>) -> Vec<Time> {
    let published = published.map(|day| Date::parse(day).expect("a date"));
    let trees = syntax::parse(words, &text::segment(words));
    let mentions = detect(words, &trees, &Context { published, ..Context::default() });
    let times = mentions.into_iter().filter_map(|mention| match mention.referent {
        Referent::Time(time) => {
            assert_eq!(time.text, mention.span.of(words), "{words}");
            Some(time)
        }
        _ => None,
    });
    times.collect()
}

fn rows(array: &str) -> Vec<toml::Table> {
    let table: toml::Table = TABLE.parse().expect("a table");
    table[array].clone().try_into().expect("rows")
}

#[test]
fn times_are_read_as_the_table_says() {
    for row in rows("time") {
        let words = row["text"].as_str().expect("text");
        let found = times(words, row.get("published").and_then(toml::Value::as_str));
        let pairs: Vec<toml::Value> = found
            .iter()
            .map(|t| toml::Value::from(vec![t.text.clone(), t.timex.clone()]))
            .collect();
        assert_eq!(toml::Value::from(pairs), row["times"], "{words}");
        if let Some(first) = found.first() {
            check_fields(words, &row, first);
        }
    }
}

fn check_fields(words: &str, row: &toml::Table, time: &Time) {
    let day_or_minute = |at: Instant| {
        let form = if time.grain < Grain::Day { "%Y-%m-%dT%H:%M" } else { "%Y-%m-%d" };
        at.strftime(form).to_string()
    };
    let end = |at: Option<Instant>| toml::Value::from(at.map(day_or_minute).unwrap_or_default());
    let extent = time.extent.as_ref();
    let others: Vec<String> = time.others.iter().map(|other| other.timex.clone()).collect();
    let fields = [
        ("edtf", toml::Value::from(time.edtf.as_str())),
        ("start", end(extent.and_then(|e| e.low))),
        ("end", end(extent.and_then(|e| e.high))),
        ("zone", toml::Value::from(time.zone.as_deref().unwrap_or_default())),
        ("set", toml::Value::from(time.set)),
        ("others", toml::Value::from(others)),
    ];
    for (field, found) in fields {
        if let Some(expected) = row.get(field) {
            assert_eq!(&found, expected, "{field} of {words}");
        }
    }
}

#[test]
fn times_compare_as_the_table_says() {
    for row in rows("pair") {
        let one = |side: &str| {
            let words = row[side].as_str().expect("text");
            times(words, None).into_iter().next().unwrap_or_else(|| panic!("no time in: {words}"))
        };
        let (a, b) = (one("a"), one("b"));
        let relation = a.compare(&b);
        assert_eq!(relation, b.compare(&a).inverse(), "{row:?}");
        assert_eq!(format!("{relation:?}"), row["relation"].as_str().expect("relation"), "{row:?}");
    }
}
