//! Which findings make a run fail.

use std::str::FromStr;

use corroborate::report::{FindingEntry, Report};

/// The kinds of findings, most severe first.
pub(crate) const KINDS: [&str; 5] = ["contradiction", "dispute", "update", "agreement", "addition"];

/// Findings of a kind or a more severe one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Level {
    /// How many of [`KINDS`] count.
    kinds: usize,
    high: bool,
}

impl FromStr for Level {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (kind, confidence) = text.split_once(':').unwrap_or((text, "medium"));
        let high = match confidence {
            "high" => true,
            "medium" => false,
            _ => return Err(format!("expected `high` or `medium`, found `{confidence}`")),
        };
        let kinds = match KINDS.iter().position(|known| *known == kind) {
            Some(at) => at + 1,
            None if kind == "none" => 0,
            None => return Err(format!("expected {} or none, found `{kind}`", KINDS.join(", "))),
        };
        Ok(Self { kinds, high })
    }
}

impl Level {
    /// Whether `finding` makes the run fail.
    pub(crate) fn counts(&self, finding: &FindingEntry) -> bool {
        let severe = KINDS[..self.kinds].contains(&finding.kind.as_str());
        let sure = finding.confidence == "high" || (!self.high && finding.confidence == "medium");
        severe && sure
    }

    /// Whether a finding of `report` makes the run fail.
    pub(crate) fn fails(&self, report: &Report) -> bool {
        report.findings.iter().any(|finding| self.counts(finding))
    }
}
