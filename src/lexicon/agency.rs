//! News agencies and outlets that others cite as the source of a report.

use super::find;
use super::generated::agency::AGENCY;

/// Whether `name` (in lower case) is an outlet that others cite.
///
/// ```
/// use corroborate::lexicon::agency::is_outlet;
/// assert!(is_outlet("the associated press"));
/// assert!(!is_outlet("the railway"));
/// ```
#[must_use]
pub fn is_outlet(name: &str) -> bool {
    find(&AGENCY, name).is_some()
}

/// The one name for the outlet called `name` (in lower case); `name` itself when it is not known.
///
/// ```
/// use corroborate::lexicon::agency::canonical;
/// assert_eq!(canonical("ap"), "associated press");
/// ```
#[must_use]
pub fn canonical(name: &str) -> &str {
    find(&AGENCY, name).copied().unwrap_or(name)
}
