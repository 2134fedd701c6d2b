//! From comparison to verdict: one table.
