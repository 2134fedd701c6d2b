//! What each feature weighs; made by `cargo run --profile fast --example train_answers`.

/// What all pairs have, in thousandths of the logarithm of the odds.
pub(super) const BIAS: i32 = -10332;

/// By feature, for one that holds.
#[rustfmt::skip]
pub(super) const WEIGHTS: &[i32] = &[
    271, // noun
    -319, // predicate
    9, // subject
    386, // no subject
    2418, // own share
    284, // own weight
    2121, // share
    951, // weight
    222, // aspect
    346, // rule
    558, // event
    -451, // modality
    481, // tense
    638, // change
    -300, // open
    4339, // nearness
    -76, // time
    622, // duration
    3, // money
    39, // percentage
    -296, // count
    -81, // names
    305, // part
    704, // bound
    2280, // unknown
    -941, // elsewhere
    333, // around
    2247, // weight around
    1312, // alone
    636, // rate
];
