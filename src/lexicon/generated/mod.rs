//! The tables under `data`, embedded.

pub(super) mod event_noun;
pub(super) mod factuality;
pub(super) mod reporting;
pub(super) mod sense;
