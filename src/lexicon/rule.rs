//! What each rule reads, for whoever asks why a claim is there.

use super::{find, generated};

/// What a rule reads and when it stays silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// What it reads, in one sentence.
    pub what: &'static str,
    /// A sentence that it reads.
    pub example: &'static str,
    /// A sentence that looks alike and that it does not read.
    pub counterexample: &'static str,
    /// When it stays silent.
    pub silent: &'static str,
}

impl std::fmt::Display for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{}", self.what)?;
        writeln!(f, "  reads:  {}", self.example)?;
        writeln!(f, "  not:    {}", self.counterexample)?;
        writeln!(f, "  silent: {}", self.silent)
    }
}

/// The rule of this id, as claims name it.
///
/// ```
/// let rule = corroborate::lexicon::rule::rule("harm.verb").unwrap();
/// assert!(rule.example.contains("killed"));
/// ```
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    find(&generated::rule::RULES, id)
}

/// All rules with their ids, sorted.
#[must_use]
pub fn all() -> &'static [(&'static str, Rule)] {
    generated::rule::RULES.rows()
}
