//! The vocabulary: checked-in tables from words to meanings.
//!
//! The rows stand under `data/` (TOML with an example and a counterexample for each row, or CSV
//! for long uniform lists); `generated/` holds the same as sorted static slices, written by
//! `UPDATE=1 cargo test --test codegen` and compared by the same test. One module per subject
//! gives the rows their type and looks them up.
//!
//! Keys are in lower case; the words of a phrase are joined by single spaces.

pub mod agency;
pub mod bound;
mod claim_word;
pub mod context;
mod course;
pub mod event_noun;
pub mod factuality;
pub mod language;
pub mod noun;
pub mod number;
pub mod unit;
#[cfg(feature = "cli")]
pub mod user;

mod alias;
mod fold;
#[rustfmt::skip]
mod generated;
pub mod name;
pub mod place;
pub mod reporting;
pub mod rule;
pub mod sense;
pub mod thing;

mod event;
mod event_word;
mod harm;
mod measure;
mod office;
mod question;
mod relation;
mod status;
mod table;
#[cfg(feature = "cli")]
mod vocabulary;

pub use alias::Aliases;
pub use claim_word::{
    accuses, awaits, bears, begins_credit, ceases, drives_out, ends, fears, formerly,
    is_allegation, is_common, is_fault, is_first, is_history, is_lie, is_making, is_manual,
    is_meant, is_once, is_ranked, is_sensing, is_side, is_summing, is_tally, is_time_word,
    is_unheld, is_wide, lags, leads, leaves, limits, mends, outdates, pierces, points, promises,
    refuses, rules, settles, turns_out,
};
pub use course::{
    Word, can_be, comes_after, course_of_being, course_of_object, course_of_phrase,
    course_of_subject, halts, is_own_state, matter, undoes,
};
pub use event::{EventType, Evolves, Property, Trigger, ValueKind, Vocabulary};
pub use event_word::{
    harms, is_another, is_arms, is_beginning, is_ending, is_event_cue, is_expiring, is_fresh,
    is_general, is_lasting, is_lasting_family, is_light, is_means, is_offered, is_order,
    is_session, is_topic, is_towards, is_turn, may_be_known,
};
pub use fold::fold;
pub(crate) use fold::folded;
pub use harm::{
    Harm, HarmThing, Outcome, Sort, Victims, harm_noun, harm_state, harm_thing, harm_to_death,
    harm_verb, is_broad, is_kind, is_more, is_one, names_person, people, role_of, several, sort,
};
pub use measure::{
    Measure, Motion, begins_measure, earns, is_awaiting, is_consensus, is_equal, is_figure,
    is_forecast, is_known_as, is_level, is_prior, is_segment, is_whole, measure, motion,
};
pub use office::{
    gives_office, heads_body, is_body, is_incumbent, is_portfolio, is_sole_office, is_succeeding,
    takes_office,
};
pub use place::places;
pub use question::questions;
pub use relation::{Relation, meets_again, relation};
pub use status::{
    StatusWord, is_status_phrase, stance, status_course, status_modifier, status_verb, topic,
};
pub(crate) use table::Index;
pub use table::{Table, find, longest};

pub mod time;
