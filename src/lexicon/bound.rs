//! Words that bound a number.

use rust_decimal::Decimal;

use super::Table;
use super::generated::bound;
use crate::value::Bound;

/// What a bound word makes of a number `n`: the ends of its readings as factors of `n`, none for
/// no end. The reason for each stands in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hedge {
    /// The bound.
    pub bound: Bound,
    /// What it entails.
    pub strict: (Option<Decimal>, Option<Decimal>),
    /// What a reader infers.
    pub plausible: (Option<Decimal>, Option<Decimal>),
}

/// Phrases before a number ("at least").
#[must_use]
pub fn before() -> &'static Table<Hedge> {
    &bound::BEFORE
}

/// Phrases after a number ("or more").
#[must_use]
pub fn after() -> &'static Table<Hedge> {
    &bound::AFTER
}
