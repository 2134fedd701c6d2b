//! Holds a document's words unchanged and names any part of them by a half-open byte span;
//! sentences and tokens.

mod document;
#[cfg(feature = "html")]
mod feed;
mod front_matter;
#[cfg(feature = "html")]
mod html;
mod lower;
mod markdown;
mod metadata;
mod reading;
mod segment;
mod span;
mod table;

pub use document::{Document, Format, Origin};
#[cfg(feature = "html")]
pub use feed::feed;
pub(crate) use lower::lower;
pub use metadata::Metadata;
pub use reading::{Reading, Skip, SkipReason};
pub use segment::{Block, Sentence, Token, segment};
pub use span::Span;
