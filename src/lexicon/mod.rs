//! The vocabulary: checked-in tables from words to meanings.
//!
//! One file per subject; the rows stand under `data/`, sorted, each with an example and a
//! counterexample, and `generated/` holds the same as sorted static slices.
