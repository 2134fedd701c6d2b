//! Numbers, bounds, units and currencies.
