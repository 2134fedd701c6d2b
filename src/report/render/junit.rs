//! A report as test results.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::checks;
use super::phrase::{plain, reference, visible};
use super::view::View;
use crate::report::{FindingEntry, Level, Report};
use crate::text::Document;

/// The report as [JUnit XML](https://github.com/windyroad/JUnit-Schema): one case for each
/// property and pair of documents about which something was found; a case fails when one of its
/// findings counts at `level`, and is skipped when all that would count are waived or known. When
/// claims were checked, one case for each of these.
///
/// Time and host are those of no machine, so that the same input gives the same bytes.
///
/// ```
/// use corroborate::{Options, extract, report};
/// let junit = report::junit(&extract(&[], &Options::default()), &[], &report::Level::default());
/// assert!(junit.contains("tests=\"0\""));
/// ```
#[must_use]
pub fn junit(report: &Report, documents: &[Document], level: &Level) -> String {
    let view = View::new(report, documents);
    if !report.checks.is_empty() {
        return suite(
            report.checks.len(),
            checks::of(&view, "contradicted").len(),
            &verified(&view),
        );
    }
    let cases = cases(&view);
    let failed = |findings: &Vec<&FindingEntry>| findings.iter().any(|f| level.counts(f));
    let failures = cases.values().filter(|findings| failed(findings)).count();
    let mut out = String::new();
    for ((property, first, second), findings) in &cases {
        let name = match second {
            Some(second) => format!("{first} / {second}"),
            None => first.clone(),
        };
        open(&mut out, property, &name);
        out.push_str(&body(&view, findings, level));
    }
    suite(cases.len(), failures, &out)
}

/// The one suite of a run.
fn suite(tests: usize, failures: usize, cases: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  <testsuite \
         name=\"corroborate\" package=\"corroborate\" id=\"0\" \
         timestamp=\"1970-01-01T00:00:00\" hostname=\"localhost\" tests=\"{tests}\" \
         failures=\"{failures}\" errors=\"0\" time=\"0\">\n    <properties/>\n{cases}    \
         <system-out/>\n    <system-err/>\n  </testsuite>\n</testsuites>\n"
    )
}

fn open(out: &mut String, class: &str, name: &str) {
    let (class, name) = (escape(class), escape(&plain(name)));
    let _ = write!(out, "    <testcase classname=\"{class}\" name=\"{name}\" time=\"0\"");
}

/// One case for each claim that was checked: failed when it is contradicted, skipped when nothing
/// bears on it.
fn verified(view: &View<'_>) -> String {
    let mut out = String::new();
    for check in &view.report.checks {
        let Some(claim) = view.claim(&check.claim) else { continue };
        let told = |claim| format!("{}: {}", checks::place(view, claim), checks::what(view, claim));
        open(&mut out, &claim.property, &told(claim));
        let evidence = check.evidence.first().and_then(|id| view.claim(id)).map(told);
        let evidence = escape(&plain(&evidence.unwrap_or_default()));
        out.push_str(&match check.verdict.as_str() {
            "contradicted" => format!(
                ">\n      <failure type=\"contradicted\" \
                 message=\"{evidence}\">{evidence}</failure>\n    </testcase>\n"
            ),
            "not-found" => {
                ">\n      <skipped message=\"not found\"/>\n    </testcase>\n".to_owned()
            }
            _ => "/>\n".to_owned(),
        });
    }
    out
}

/// Property and pair of documents.
type Key = (String, String, Option<String>);

fn cases<'a>(view: &View<'a>) -> BTreeMap<Key, Vec<&'a FindingEntry>> {
    let mut cases: BTreeMap<Key, Vec<&FindingEntry>> = BTreeMap::new();
    for finding in &view.report.findings {
        let documents = &finding.documents;
        for key in pairs(view, &finding.property, documents) {
            cases.entry(key).or_default().push(finding);
        }
    }
    cases
}

/// The documents of a finding two by two; a finding about many pairs each with the first, so that
/// the number of cases grows with the number of documents and not with its square.
fn pairs(view: &View<'_>, property: &str, documents: &[String]) -> Vec<Key> {
    let path = |id: &String| view.path(id).to_owned();
    match documents {
        [] => vec![(property.to_owned(), "all documents".to_owned(), None)],
        [only] => vec![(property.to_owned(), path(only), None)],
        [first, rest @ ..] => {
            let pair = |other| (property.to_owned(), path(first), Some(path(other)));
            rest.iter().map(pair).collect()
        }
    }
}

fn body(view: &View<'_>, findings: &[&FindingEntry], level: &Level) -> String {
    let verdict = |finding: &&FindingEntry| view.verdict(finding, &view.claims(finding));
    if let Some(worst) = findings.iter().find(|finding| level.counts(finding)) {
        let counted: Vec<String> = findings
            .iter()
            .filter(|finding| level.counts(finding))
            .map(|finding| details(view, finding))
            .collect();
        return format!(
            ">\n      <failure type=\"{}\" message=\"{}\">{}</failure>\n    </testcase>\n",
            escape(&format!("{}/{}", worst.kind, worst.reason)),
            escape(&plain(&verdict(worst))),
            escape(&counted.join("\n"))
        );
    }
    if let Some(waived) = findings.iter().find(|finding| finding.waived.is_some()) {
        let reason = waived.waived.as_deref().unwrap_or_default();
        let message = escape(&plain(&format!("waived: {reason}")));
        return format!(">\n      <skipped message=\"{message}\"/>\n    </testcase>\n");
    }
    "/>\n".to_owned()
}

fn details(view: &View<'_>, finding: &FindingEntry) -> String {
    let claims = view.claims(finding);
    let mut text = plain(&view.verdict(finding, &claims));
    for claim in claims {
        let quote = claim.evidence.first().map(|first| plain(first.text())).unwrap_or_default();
        let (path, line) = (plain(view.path(&claim.document)), view.line(claim));
        let _ = write!(text, "\n  {path}:{line}: {quote}");
    }
    text
}

/// Text within XML, and within quotes there; characters that XML 1.0 does not have are replaced.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match (c, reference(c)) {
            (_, Some(reference)) => out.push_str(reference),
            ('\n', _) => out.push('\n'),
            ('\u{fffe}' | '\u{ffff}', _) => out.push('\u{fffd}'),
            (c, None) => out.push(visible(c)),
        }
    }
    out
}
