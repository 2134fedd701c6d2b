//! Findings that somebody has looked at and accepted, for a reason and for a time.

use corroborate::report::{FindingEntry, Report};
use corroborate::{Date, Document, Error};

/// A finding that is accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Waiver {
    /// The fingerprint of the finding, or the property that it is about.
    pub(crate) finding: String,
    /// Why it is accepted.
    pub(crate) reason: String,
    /// The last day on which it is.
    pub(crate) until: Option<Date>,
    /// The file and line that say so.
    pub(crate) place: (String, u32),
}

/// The word that opens a waiver in a comment: `<!-- corroborate: waive FINDING reason="…"
/// until=YYYY-MM-DD -->`.
const OPENING: &str = "<!-- corroborate: waive ";

/// The waivers in the comments of a Markdown or HTML document.
pub(crate) fn in_text(document: &Document) -> Result<Vec<Waiver>, Error> {
    let name = document.path.clone().unwrap_or_else(|| document.id.clone());
    let mut waivers = Vec::new();
    for (number, line) in document.text.lines().enumerate() {
        let Some(rest) = line.trim_start().strip_prefix(OPENING) else { continue };
        let number = u32::try_from(number + 1).unwrap_or(u32::MAX);
        let fail = |message: &str| Error::input(message).at(name.clone(), Some(number));
        let body = rest.split_once("-->").map(|(body, _)| body.trim());
        let body = body.ok_or_else(|| fail("expected the comment to end on its line"))?;
        let (finding, body) = body.split_once(' ').unwrap_or((body, ""));
        let reason = body.split_once("reason=\"").and_then(|(_, rest)| rest.split_once('"'));
        let reason = reason.map(|(reason, _)| reason.trim()).filter(|reason| !reason.is_empty());
        let reason = reason.ok_or_else(|| fail("expected a waiver with reason=\"…\""))?;
        let until = body.split_once("until=").map(|(_, rest)| rest.split(' ').next());
        let until = until.flatten().map(Date::parse).transpose();
        waivers.push(Waiver {
            finding: finding.to_owned(),
            reason: reason.to_owned(),
            until: until.map_err(|error| error.at(name.clone(), Some(number)))?,
            place: (name.clone(), number),
        });
    }
    Ok(waivers)
}

/// Marks the findings that are waived on the day `today`, and adds a finding for each waiver that
/// has expired or that nothing needs.
pub(crate) fn apply(report: &mut Report, waivers: &[Waiver], today: Date) {
    let mut problems = Vec::new();
    for waiver in waivers {
        let expired = waiver.until.is_some_and(|until| until.day < today.day);
        let mut used = false;
        for finding in report.findings.iter_mut().filter(|finding| waiver.covers(finding)) {
            used = true;
            if !expired {
                finding.waived = Some(waiver.reason.clone());
            }
        }
        match (expired, used) {
            (true, true) => problems.push(waiver.problem("expired", "has expired")),
            (_, false) => problems.push(waiver.problem("stale", "is needed by no finding")),
            (false, true) => {}
        }
    }
    let number = report.findings.len();
    for (i, mut problem) in problems.into_iter().enumerate() {
        problem.id = format!("f{}", number + i + 1);
        report.findings.push(problem);
    }
}

impl Waiver {
    fn covers(&self, finding: &FindingEntry) -> bool {
        let conflict = matches!(finding.kind.as_str(), "contradiction" | "dispute" | "update");
        self.finding == finding.fingerprint || (conflict && self.finding == finding.property)
    }

    fn problem(&self, reason: &str, what: &str) -> FindingEntry {
        let (file, line) = &self.place;
        FindingEntry {
            kind: "waiver".to_owned(),
            reason: reason.to_owned(),
            confidence: "high".to_owned(),
            property: self.finding.clone(),
            fingerprint: format!("{reason} {}", self.finding),
            explanation: format!("{file}:{line}: the waiver for {} {what}", self.finding),
            ..FindingEntry::default()
        }
    }
}

/// The machine's date; only waivers are judged by it.
pub(crate) fn today() -> Date {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let days = since.map_or(0, |since| since.as_secs() / 86_400);
    let days = i64::try_from(days).unwrap_or(0);
    Date::from_unix_days(days)
}
