//! The tables under `data`, embedded.

pub(super) mod sense;
