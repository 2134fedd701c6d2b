//! Event types, triggers, properties, and the words for harm, states, stances and measures.
