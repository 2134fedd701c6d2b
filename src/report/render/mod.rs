//! A report as people and their programs read it.

mod excerpt;
mod names;
mod notes;
mod phrase;
mod text;

pub use notes::notes;
pub use text::text;
