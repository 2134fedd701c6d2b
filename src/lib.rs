//! Reads several articles about the same events and says where they agree, add, update, dispute
//! and contradict, with exact evidence.
//!
//! ```
//! use corroborate::{Document, Options, reconcile};
//! let a = Document::new("a", "The fire in Lyon killed 12 people on Monday.");
//! let b = Document::new("b", "The fire in Lyon killed 15 people on Monday.");
//! let report = reconcile(&[a, b], &Options::default());
//! assert_eq!(report.documents.len(), 2);
//! ```

pub mod claim;
mod error;
pub mod graph;
pub mod lexicon;
pub mod mention;
pub mod pipeline;
pub mod reconcile;
pub mod report;
pub mod syntax;
pub mod text;
pub mod value;

pub use error::{Error, Location};
pub use pipeline::Options;
pub use reconcile::support;
pub use report::Report;
pub use text::Document;
pub use value::Date;

/// Reads the documents, joins their claims and reports how they relate.
#[must_use]
pub fn reconcile(documents: &[Document], options: &Options) -> Report {
    report::build(documents, &pipeline::run(documents, options))
}
