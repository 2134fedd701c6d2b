//! Which findings make a run fail.

use std::collections::BTreeMap;
use std::str::FromStr;

use super::{FindingEntry, Report, TOPICS};
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
    /// With fewer independent sources it does not count.
    sources: u32,
    /// What holds of single kinds and reasons.
    severities: BTreeMap<String, Severity>,
}

/// What is made of a finding.
///
/// ```
/// use corroborate::report::Severity;
/// assert_eq!("warn".parse::<Severity>().unwrap(), Severity::Warn);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// It is kept in the report, and shown to those who ask for all.
    Allow,
    /// It is shown.
    Warn,
    /// It makes the run fail.
    Deny,
}

impl Severity {
    const ALL: [(&'static str, Self); 3] =
        [("allow", Self::Allow), ("warn", Self::Warn), ("deny", Self::Deny)];

    /// `allow`, `warn` or `deny`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(_, severity)| *severity == self).map_or("", |(name, _)| name)
    }
}

impl FromStr for Severity {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let found = Self::ALL.iter().find(|(name, _)| *name == text);
        found.map(|(_, severity)| *severity).ok_or_else(|| {
            Error::option(format!("expected `allow`, `warn` or `deny`, found `{text}`"))
        })
    }
}

impl Default for Level {
    /// Contradictions of medium or high confidence.
    fn default() -> Self {
        Self { kinds: 1, high: false, sources: 0, severities: BTreeMap::new() }
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
        Ok(Self { kinds, high, ..Self::default() })
    }
}

impl std::fmt::Display for Level {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.kinds.checked_sub(1).map_or("none", |last| KINDS[last]))?;
        f.write_str(if self.high { ":high" } else { "" })
    }
}

impl Level {
    /// The codes that [`Level::set`] takes: kinds, reasons, and the two with a slash between.
    fn knows(code: &str) -> bool {
        let kind = |kind: &str| KINDS.contains(&kind) || kind == "waiver";
        let reason = |reason: &str| TOPICS.iter().any(|t| t.is_reason() && t.code == reason);
        match code.split_once('/') {
            Some((first, second)) => kind(first) && reason(second),
            None => kind(code) || reason(code),
        }
    }

    /// Says what is made of the findings of a kind (`dispute`), of a reason (`temporal`), or of
    /// both (`dispute/temporal`); the narrower one counts.
    ///
    /// ```
    /// use corroborate::report::{Level, Severity};
    /// let mut level = Level::default();
    /// level.set("temporal", Severity::Warn).unwrap();
    /// let error = level.set("temporel", Severity::Warn).unwrap_err();
    /// assert!(error.to_string().contains("did you mean `temporal`?"));
    /// ```
    ///
    /// # Errors
    /// When it is neither a kind nor a reason.
    pub fn set(&mut self, code: &str, severity: Severity) -> Result<(), Error> {
        if !Self::knows(code) {
            let reasons = TOPICS.iter().filter(|topic| topic.is_reason()).map(|topic| topic.code);
            let near = KINDS.into_iter().chain(reasons).min_by_key(|known| {
                strsim::damerau_levenshtein(known, code.rsplit('/').next().unwrap_or(code))
            });
            let near = near.unwrap_or_default();
            let message = format!("unknown kind or reason `{code}`, did you mean `{near}`?");
            return Err(Error::option(message));
        }
        self.severities.insert(code.to_owned(), severity);
        Ok(())
    }

    /// Lets only findings of high confidence count.
    pub fn only_high(&mut self) {
        self.high = true;
    }

    /// Lets only findings of at least so many independent sources count.
    pub fn at_least(&mut self, sources: u32) {
        self.sources = sources;
    }

    /// What was said of findings like this one.
    #[must_use]
    pub fn severity(&self, finding: &FindingEntry) -> Option<Severity> {
        let both = format!("{}/{}", finding.kind, finding.reason);
        let codes = [both.as_str(), finding.reason.as_str(), finding.kind.as_str()];
        codes.iter().find_map(|code| self.severities.get(*code)).copied()
    }

    /// Writes into each finding what was said of findings like it.
    pub fn mark(&self, report: &mut Report) {
        for finding in &mut report.findings {
            finding.level = self.severity(finding).map(|severity| severity.as_str().to_owned());
        }
    }

    /// Whether `finding` makes the run fail.
    #[must_use]
    pub fn counts(&self, finding: &FindingEntry) -> bool {
        if finding.waived.is_some() || finding.baseline.as_deref() == Some("unchanged") {
            return false;
        }
        let kind = finding.kind.as_str();
        let severe = match self.severity(finding) {
            Some(severity) => severity == Severity::Deny,
            None => KINDS[..self.kinds].contains(&kind) || (kind == "waiver" && self.kinds > 0),
        };
        let sure = finding.confidence == "high" || (!self.high && finding.confidence == "medium");
        let enough = kind == "waiver" || finding.independent_sources >= self.sources;
        severe && sure && enough
    }

    /// Whether a finding of `report` makes the run fail.
    #[must_use]
    pub fn fails(&self, report: &Report) -> bool {
        report.findings.iter().any(|finding| self.counts(finding))
    }
}

#[cfg(test)]
mod tests {
    use super::{FindingEntry, Level, Severity};

    fn finding(kind: &str, reason: &str) -> FindingEntry {
        let [kind, reason, confidence] = [kind, reason, "high"].map(str::to_owned);
        FindingEntry { kind, reason, confidence, ..FindingEntry::default() }
    }

    #[test]
    fn the_narrower_level_counts() {
        let mut level = Level::default();
        level.set("temporal", Severity::Allow).unwrap();
        level.set("dispute/temporal", Severity::Deny).unwrap();
        level.set("update", Severity::Deny).unwrap();
        assert!(level.counts(&finding("contradiction", "numeric")));
        assert!(!level.counts(&finding("contradiction", "temporal")));
        assert!(level.counts(&finding("dispute", "temporal")));
        assert!(!level.counts(&finding("dispute", "numeric")));
        assert!(level.counts(&finding("update", "supersedes")));
        assert!(level.set("numeric/dispute", Severity::Warn).is_err());
    }
}
