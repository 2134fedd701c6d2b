//! The tables under `data`, embedded.

