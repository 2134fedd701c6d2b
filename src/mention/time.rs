//! Finds points and stretches of time.

use super::{Context, Mention};
use crate::syntax::Tree;

pub(super) fn detect(_text: &str, _trees: &[Tree], _context: &Context) -> Vec<Mention> {
    Vec::new()
}
