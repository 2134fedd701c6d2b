//! Two claims facet by facet.
