//! Which pairs of claims are comparable.
