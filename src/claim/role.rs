//! Claims about events of the lexicon's types.

use super::{Claim, Event, Source};

pub(super) fn read(_source: &Source<'_>, _events: &[Event]) -> Vec<Claim> {
    Vec::new()
}
