//! Findings that an earlier report already held.

use std::collections::BTreeSet;
use std::path::Path;

use corroborate::report::SCHEMA_VERSION;
use corroborate::{Error, Report};
use serde_json::Value;

/// Marks each finding as new, or as one that the report in `file` holds; none is left out.
pub(crate) fn mark(report: &mut Report, file: &Path) -> Result<(), Error> {
    let known = fingerprints(file)?;
    for finding in &mut report.findings {
        let state = if known.contains(&finding.fingerprint) { "unchanged" } else { "new" };
        finding.baseline = Some(state.to_owned());
    }
    Ok(())
}

fn fingerprints(file: &Path) -> Result<BTreeSet<String>, Error> {
    let name = file.display().to_string();
    let fail = |message: String| Error::input(message).at(name.clone(), None);
    let text = std::fs::read_to_string(file).map_err(|e| fail(format!("cannot read: {e}")))?;
    let value: Value = serde_json::from_str(&text)
        .map_err(|error| fail(format!("expected a report printed with --format json: {error}")))?;
    match value.get("schema_version").and_then(Value::as_u64) {
        Some(version) if version == u64::from(SCHEMA_VERSION) => {}
        Some(version) => {
            let message = format!("expected schema version {SCHEMA_VERSION}, found {version}");
            return Err(fail(message));
        }
        None => return Err(fail("expected a report with a schema_version, found none".to_owned())),
    }
    let findings = value.get("findings").and_then(Value::as_array);
    let findings = findings
        .ok_or_else(|| fail("expected a report with a list of findings, found none".to_owned()))?;
    let print = |(at, finding): (usize, &Value)| {
        let print = finding.get("fingerprint").and_then(Value::as_str).map(str::to_owned);
        let message = format!("expected finding {} to have a fingerprint, found none", at + 1);
        print.ok_or_else(|| fail(message))
    };
    findings.iter().enumerate().map(print).collect()
}
