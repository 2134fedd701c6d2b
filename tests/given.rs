//! Claims of another extractor: checked against their evidence, reconciled like ours.

use corroborate::report::GivenClaim;
use corroborate::{Document, Options, Report, reconcile_with};
use serde_json::json;

const A: &str = "Der Brand forderte zwölf Todesopfer, so die Feuerwehr.";
const B: &str = "Beim Brand starben vierzehn Menschen.";

fn documents() -> [Document; 2] {
    [Document::new("a", A), Document::new("b", B)]
}

/// A claim that a document gives so many dead for the event `event`, on the words `quote`.
fn dead(document: &str, event: &str, low: &str, high: Option<&str>, quote: &str) -> GivenClaim {
    let text = if document == "a" { A } else { B };
    let start = text.find(quote).expect("words of the document");
    serde_json::from_value(json!({
        "document": document,
        "event": event,
        "property": "fire.killed",
        "value": { "kind": "quantity", "text": quote, "low": low, "high": high, "unit": "person" },
        "evidence": [{ "start": start, "end": start + quote.len(), "quote": quote }],
    }))
    .expect("a claim")
}

fn kinds(report: &Report, property: &str) -> Vec<String> {
    let found = report.findings.iter().filter(|f| f.property == property);
    found.map(|f| format!("{}/{}", f.kind, f.reason)).collect()
}

fn run(claims: &[GivenClaim]) -> Vec<String> {
    let report = reconcile_with(&documents(), claims, &Options::default()).expect("good claims");
    kinds(&report, "fire.killed")
}

#[test]
fn disjoint_numbers_of_one_event_are_told() {
    let claims =
        [dead("a", "x", "12", Some("12"), "zwölf"), dead("b", "x", "14", Some("14"), "vierzehn")];
    let found = run(&claims);
    assert!(
        found.iter().any(|f| f == "contradiction/numeric" || f == "update/supersedes"),
        "{found:?}"
    );
}

#[test]
fn a_bound_that_holds_the_number_agrees() {
    let claims =
        [dead("a", "x", "12", None, "zwölf"), dead("b", "x", "14", Some("14"), "vierzehn")];
    assert_eq!(run(&claims), ["agreement/refines"]);
}

#[test]
fn two_events_are_not_compared() {
    let claims =
        [dead("a", "x", "12", Some("12"), "zwölf"), dead("b", "y", "14", Some("14"), "vierzehn")];
    assert!(run(&claims).iter().all(|found| found.starts_with("addition")));
}

#[test]
fn a_quote_that_is_not_there_is_an_error() {
    let mut claim = dead("a", "x", "12", Some("12"), "zwölf");
    claim.evidence[0].quote = "dreizehn".into();
    let claims = [dead("b", "x", "14", Some("14"), "vierzehn"), claim];
    let error = reconcile_with(&documents(), &claims, &Options::default()).expect_err("a lie");
    assert_eq!(
        error.to_string(),
        "claims:2: expected `dreizehn` at bytes 19..25 of `a`, found `zwölf`"
    );
}

#[test]
fn what_cannot_be_read_is_named() {
    let good = dead("a", "x", "12", Some("12"), "zwölf");
    let wrong = |change: fn(&mut GivenClaim)| {
        let mut claim = good.clone();
        change(&mut claim);
        reconcile_with(&documents(), &[claim], &Options::default())
            .expect_err("a bad claim")
            .to_string()
    };
    assert!(
        wrong(|c| c.document = "z".into()).contains("expected the id of a document, found `z`")
    );
    assert!(wrong(|c| c.value.low = Some("twelve".into())).contains("found `twelve`"));
    assert!(wrong(|c| c.value.kind = "number".into()).contains("found `number`"));
    assert!(wrong(|c| c.polarity = Some("yes".into())).contains("expected a polarity"));
    assert!(wrong(|c| c.evidence.clear()).contains("at least one quote"));
    assert!(wrong(|c| c.property.clear()).contains("expected a property"));
}
