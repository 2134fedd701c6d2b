//! Words that mean the same, the noun of a verb, and words that exclude each other.

use std::collections::BTreeSet;

use crate::tables;

fn sorted(file: &str) -> Vec<(String, String)> {
    let rows: Vec<(String, String)> =
        tables::csv(file).into_iter().map(|row| (row[0].clone(), row[1].clone())).collect();
    for pair in rows.windows(2) {
        assert!(pair[0] < pair[1], "{file}: {:?} before {:?}", pair[0], pair[1]);
    }
    for (a, b) in &rows {
        // A noun may be its verb, a word the name of its class.
        assert!(a != b || ["nominal.csv", "restriction.csv"].contains(&file), "{file}: {a}");
        assert!(*a == a.to_lowercase() && *b == b.to_lowercase(), "{file}: {a}, {b}");
    }
    rows
}

#[test]
fn synonyms_lead_to_their_head_in_one_step() {
    let rows = sorted("synonym.csv");
    let words: BTreeSet<&str> = rows.iter().map(|row| row.0.as_str()).collect();
    for (word, head) in &rows {
        assert!(!words.contains(head.as_str()), "{word}: its head {head} is itself a synonym");
    }
}

#[test]
fn nominals_exclusives_and_opposites_are_in_order() {
    for file in ["nominal.csv", "exclusive.csv", "restriction.csv", "opposite.csv"] {
        sorted(file);
    }
}
