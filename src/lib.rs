//! x
pub mod text; pub mod syntax; pub mod value; pub mod lexicon; pub mod mention; pub mod error;
pub use text::Document; pub use value::Date;
