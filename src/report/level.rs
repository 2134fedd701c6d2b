//! Which findings make a run fail.

use std::str::FromStr;

use super::{FindingEntry, Report};
use crate::error::Error;

/// The kinds of findings, most severe first.
pub(super) const KINDS: [&str; 5] = ["contradiction", "dispute", "update", "agreement", "addition"];

/// Which findings make a run fail: those of a kind or a more severe one, never those of low
/// confidence, and never those that are waived or known from a baseline.
///
/// ```
/// use corroborate::report::Level;
/// let level: Level = "update:high".parse().unwrap();
/// assert_eq!(level.to_string(), "update:high");
/// assert!("contradicton".parse::<Level>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// How many of [`KINDS`] count.
    kinds: usize,
    high: bool,
}

impl Default for Level {
    /// Contradictions of medium or high confidence.
    fn default() -> Self {
        Self { kinds: 1, high: false }
    }
}

impl FromStr for Level {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let (kind, confidence) = text.split_once(':').unwrap_or((text, "medium"));
        let high = match confidence {
            "high" => true,
            "medium" => false,
            _ => {
                let message = format!("expected `high` or `medium`, found `{confidence}`");
                return Err(Error::option(message));
            }
        };
        let kinds = match KINDS.iter().position(|known| *known == kind) {
            Some(at) => at + 1,
            None if kind == "none" => 0,
            None => {
                let known = KINDS.join(", ");
                return Err(Error::option(format!("expected {known} or none, found `{kind}`")));
            }
        };
        Ok(Self { kinds, high })
    }
}

impl std::fmt::Display for Level {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.kinds.checked_sub(1).map_or("none", |last| KINDS[last]))?;
        f.write_str(if self.high { ":high" } else { "" })
    }
}

impl Level {
    /// Whether `finding` makes the run fail.
    #[must_use]
    pub fn counts(&self, finding: &FindingEntry) -> bool {
        if finding.waived.is_some() || finding.baseline.as_deref() == Some("unchanged") {
            return false;
        }
        let kind = finding.kind.as_str();
        let severe = KINDS[..self.kinds].contains(&kind) || (kind == "waiver" && self.kinds > 0);
        let sure = finding.confidence == "high" || (!self.high && finding.confidence == "medium");
        severe && sure
    }

    /// Whether a finding of `report` makes the run fail.
    #[must_use]
    pub fn fails(&self, report: &Report) -> bool {
        report.findings.iter().any(|finding| self.counts(finding))
    }
}
