//! A report as people and their programs read it.

mod additions;
mod checks;
mod date;
mod excerpt;
mod github;
mod junit;
mod lines;
mod markdown;
mod notes;
mod page;
mod phrase;
mod sarif;
mod text;
mod told;
mod view;

pub use github::github;
pub use junit::junit;
pub use markdown::markdown;
pub use notes::notes;
pub use page::html;
pub use sarif::sarif;
pub use text::{Look, text};
