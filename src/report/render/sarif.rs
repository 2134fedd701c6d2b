//! A report for code scanning.

use serde_json::{Value, json};

use super::phrase::plain;
use super::view::{Place, View, marks, value_of};
use crate::report::{ClaimEntry, FindingEntry, Level, Report, Severity, TOPICS, Topic};
use crate::text::Document;

/// The report as [SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
///
/// Each finding is a result: its first side is the location, all sides are related locations, with
/// byte offsets as well as lines and columns (columns count characters). A finding that `level`
/// does not count is informational. What a baseline knows is marked, not left out.
///
/// ```
/// use corroborate::{Options, extract, report};
/// let sarif = report::sarif(&extract(&[], &Options::default()), &[], &report::Level::default());
/// assert!(sarif.contains("\"version\": \"2.1.0\""));
/// ```
#[must_use]
pub fn sarif(report: &Report, documents: &[Document], level: &Level) -> String {
    let view = View::new(report, documents);
    let results: Vec<Value> =
        report.findings.iter().map(|finding| result(&view, finding, level)).collect();
    let artifacts: Vec<Value> = report
        .documents
        .iter()
        .map(|document| json!({ "location": { "uri": uri(view.path(&document.id)) } }))
        .collect();
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "corroborate",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": reasons().map(rule).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "artifacts": artifacts,
            "results": results,
        }],
    });
    let mut text = serde_json::to_string_pretty(&log).unwrap_or_default();
    text.push('\n');
    text
}

/// The reasons of findings, which are the rules.
fn reasons() -> impl Iterator<Item = &'static Topic> {
    TOPICS.iter().filter(|topic| topic.is_reason())
}

fn rule(topic: &Topic) -> Value {
    let help = topic.to_string();
    json!({
        "id": topic.code,
        "shortDescription": { "text": topic.what },
        "fullDescription": { "text": topic.what },
        "help": { "text": help },
    })
}

fn result(view: &View<'_>, finding: &FindingEntry, level: &Level) -> Value {
    let claims = view.claims(finding);
    let related: Vec<Value> = claims
        .iter()
        .enumerate()
        .filter_map(|(id, claim)| location(view, claim, Some(id)))
        .collect();
    let mut result = json!({
        "ruleId": finding.reason,
        "message": { "text": plain(&view.verdict(finding, &claims)) },
        "locations":
            claims.iter().find_map(|claim| location(view, claim, None)).into_iter().collect::<Vec<_>>(),
        "relatedLocations": related,
        "partialFingerprints": { "corroborate/v1": finding.fingerprint },
        "properties": {
            "kind": finding.kind,
            "confidence": finding.confidence,
            "property": finding.property,
            "event": finding.event,
            "matched": finding.matched,
            "independentSources": finding.independent_sources,
        },
    });
    let (kind, level) = severity(finding, level);
    result["kind"] = json!(kind);
    result["level"] = json!(level);
    if let Some(index) = reasons().position(|topic| topic.code == finding.reason) {
        result["ruleIndex"] = json!(index);
    }
    if let Some(state) = &finding.baseline {
        result["baselineState"] = json!(state);
    }
    if let Some(reason) = &finding.waived {
        result["suppressions"] = json!([{ "kind": "external", "justification": reason }]);
    }
    result
}

/// Only what can fail a run is a failure; agreement and additions are information.
fn severity(finding: &FindingEntry, level: &Level) -> (&'static str, &'static str) {
    match finding.kind.as_str() {
        _ if level.counts(finding) => ("fail", "error"),
        _ if level.severity(finding) == Some(Severity::Allow) => ("informational", "none"),
        _ if level.severity(finding) == Some(Severity::Warn) => ("fail", "warning"),
        "contradiction" | "dispute" | "waiver" => ("fail", "warning"),
        "update" => ("fail", "note"),
        _ => ("informational", "none"),
    }
}

fn location(view: &View<'_>, claim: &ClaimEntry, id: Option<usize>) -> Option<Value> {
    let place = marks(claim).iter().find_map(|mark| view.place(&claim.document, mark))?;
    let mut physical = json!({
        "artifactLocation": {
            "uri": uri(view.path(&claim.document)),
            "index": view.number(&claim.document),
        },
        "region": region(&place, value_of(claim).map(|value| value.quote.as_str())),
    });
    let clause = claim.evidence.first().and_then(|first| view.place(&claim.document, first));
    if let Some(clause) = clause {
        physical["contextRegion"] =
            region(&clause, claim.evidence.first().map(|e| e.quote.as_str()));
    }
    let mut location = json!({ "physicalLocation": physical });
    if let Some(id) = id {
        location["id"] = json!(id);
        let said = super::phrase::said(view, claim);
        let name = view.document(&claim.document);
        location["message"] = json!({ "text": plain(&format!("{name}: {said}")) });
    }
    Some(location)
}

fn region(place: &Place, quote: Option<&str>) -> Value {
    let mut region = json!({
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "byteOffset": place.range.start,
        "byteLength": place.range.len(),
    });
    if let Some(quote) = quote {
        region["snippet"] = json!({ "text": quote });
    }
    region
}

/// A path as a relative [URI reference](https://datatracker.ietf.org/doc/html/rfc3986).
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.replace('\\', "/").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b'#' => {
                uri.push(char::from(byte));
            }
            byte => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
