//! Places and names.
