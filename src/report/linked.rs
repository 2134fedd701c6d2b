//! The claim graph as linked data.

use serde_json::{Value, json};

use super::{ClaimEntry, DocumentEntry, FindingEntry, Report};

/// The graph as [JSON-LD](https://www.w3.org/TR/json-ld11/): claims after schema.org, their
/// evidence as [Web Annotation](https://www.w3.org/TR/annotation-vocab/) targets with a text
/// position in characters and a quote, documents and copies after
/// [PROV](https://www.w3.org/TR/prov-o/).
///
/// `texts` are the documents' texts in the order of the report: positions are counted in
/// characters there, as the Web Annotation standard asks, and in bytes everywhere else.
///
/// ```
/// use corroborate::{Document, Options, reconcile, report};
/// let document = Document::new("a", "Two ferries sank.");
/// let report = reconcile(std::slice::from_ref(&document), &Options::default());
/// let linked = report::json_ld(&report, &[document.text.as_str()]);
/// assert_eq!(linked["@graph"][0]["@id"], "urn:corroborate:document:a");
/// ```
#[must_use]
pub fn json_ld(report: &Report, texts: &[&str]) -> Value {
    let documents = report.documents.iter().map(document);
    let claims = report.claims.iter().map(|c| claim(c, text_of(report, texts, &c.document)));
    let findings = report.findings.iter().map(finding);
    json!({
        "@context": {
            "schema": "https://schema.org/",
            "prov": "http://www.w3.org/ns/prov#",
            "oa": "http://www.w3.org/ns/oa#",
            "c": "urn:corroborate:",
        },
        "@graph": documents.chain(claims).chain(findings).collect::<Vec<Value>>(),
    })
}

fn text_of<'t>(report: &Report, texts: &[&'t str], id: &str) -> &'t str {
    let at = report.documents.iter().position(|document| document.id == id);
    at.and_then(|at| texts.get(at)).copied().unwrap_or_default()
}

fn iri(kind: &str, id: &str) -> String {
    let safe = |c: char| c.is_ascii_alphanumeric() || "-._~".contains(c);
    let mut out = format!("urn:corroborate:{kind}:");
    for c in id.chars() {
        if safe(c) {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            out.extend(c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        }
    }
    out
}

fn document(document: &DocumentEntry) -> Value {
    let origin = document.origin.as_ref();
    json!({
        "@id": iri("document", &document.id),
        "@type": ["prov:Entity", "schema:Article"],
        "schema:headline": document.title,
        "schema:publisher": document.source,
        "schema:datePublished": document.published,
        "prov:wasDerivedFrom": origin.map(|origin| json!({ "@id": iri("document", &origin.document) })),
    })
}

fn claim(claim: &ClaimEntry, text: &str) -> Value {
    let chars = |at: u32| text.get(..at as usize).map(|before| before.chars().count());
    let targets = claim.evidence.iter().map(|evidence| {
        json!({
            "oa:hasSource": { "@id": iri("document", &claim.document) },
            "oa:hasSelector": [
                { "@type": "oa:TextPositionSelector", "oa:start": chars(evidence.start), "oa:end": chars(evidence.end) },
                { "@type": "oa:TextQuoteSelector", "oa:exact": evidence.quote },
            ],
        })
    });
    json!({
        "@id": iri("claim", &claim.id),
        "@type": ["schema:Claim", "oa:Annotation"],
        "schema:appearance": { "@id": iri("document", &claim.document) },
        "schema:claimInterpreter": claim.attribution.iter().map(|link| &link.speaker).collect::<Vec<_>>(),
        "schema:about": claim.event.as_ref().map(|event| json!({ "@id": iri("event", event) })),
        "c:property": claim.property,
        "c:value": claim.value,
        "c:polarity": claim.polarity,
        "c:modality": claim.modality,
        "c:rule": claim.rule,
        "oa:hasTarget": targets.collect::<Vec<Value>>(),
        "prov:wasDerivedFrom": { "@id": iri("document", &claim.document) },
    })
}

fn finding(finding: &FindingEntry) -> Value {
    let claims = finding.claims.iter().map(|id| json!({ "@id": iri("claim", id) }));
    json!({
        "@id": iri("finding", &finding.fingerprint),
        "@type": "c:Finding",
        "c:kind": finding.kind,
        "c:reason": finding.reason,
        "c:confidence": finding.confidence,
        "schema:description": finding.explanation,
        "prov:wasDerivedFrom": claims.collect::<Vec<Value>>(),
    })
}
