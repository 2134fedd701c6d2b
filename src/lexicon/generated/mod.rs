//! The tables under `data`, embedded.

pub(super) mod agency;
pub(super) mod bound;
pub(super) mod currency;
pub(super) mod event;
pub(super) mod event_noun;
pub(super) mod factuality;
pub(super) mod harm;
pub(super) mod language;
pub(super) mod measure;
pub(super) mod name;
pub(super) mod number;
pub(super) mod number_context;
pub(super) mod number_idiom;
pub(super) mod number_vague;
pub(super) mod office;
pub(super) mod people;
pub(super) mod plural;
pub(super) mod property;
pub(super) mod reporting;
pub(super) mod rule;
pub(super) mod sense;
pub(super) mod status;
pub(super) mod subdivisions;
pub(super) mod time;
pub(super) mod time_lists;
pub(super) mod unit;
