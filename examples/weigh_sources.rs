//! Which of several values do the sources bear out best?
//!
//! `weigh_sources CLAIMS.jsonl [TRUTHS.jsonl]`: each line of CLAIMS has `object`, `attribute`,
//! `source` and `value`. Without TRUTHS the most believed value of each object is printed; with
//! them (`object`, `attribute`, `value`), how often it is right: to the letter, and within 1 %.

#![expect(clippy::print_stdout, reason = "an example answers on standard output")]

use std::collections::BTreeMap;

use corroborate::support::{Holding, weigh};
use serde_json::Value;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut paths = std::env::args().skip(1);
    let claims = paths.next().ok_or("expected a file of claims")?;
    let told: Vec<Holding> = lines(&claims)?
        .iter()
        .map(|line| Holding::new(&object(line), text(line, "source"), text(line, "value")))
        .collect();
    let mut best: BTreeMap<String, String> = BTreeMap::new();
    for weighed in weigh(&told) {
        best.entry(weighed.object).or_insert(weighed.value);
    }
    match paths.next() {
        None => best.iter().for_each(|(object, value)| println!("{object}\t{value}")),
        Some(truths) => score(&lines(&truths)?, &best),
    }
    Ok(())
}

fn lines(path: &str) -> Result<Vec<Value>, Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
    Ok(text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

fn text<'a>(line: &'a Value, key: &str) -> &'a str {
    line[key].as_str().unwrap_or_default()
}

fn object(line: &Value) -> String {
    format!("{} / {}", text(line, "object"), text(line, "attribute"))
}

fn score(truths: &[Value], best: &BTreeMap<String, String>) {
    let known: Vec<(f64, f64)> = truths
        .iter()
        .filter_map(|t| Some((best.get(&object(t))?.parse().ok()?, text(t, "value").parse().ok()?)))
        .collect();
    let per_cent = |right: usize| 100.0 * right as f64 / known.len().max(1) as f64;
    let within =
        |share: f64| known.iter().filter(|(a, b)| (a - b).abs() <= share * b.abs()).count();
    println!("OBJECTS {}", known.len());
    println!("RIGHT {:.2}", per_cent(within(0.0)));
    println!("RIGHT-WITHIN-1-PERCENT {:.2}", per_cent(within(0.01)));
}
