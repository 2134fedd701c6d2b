//! Who is reported as saying what.

use super::{Actor, Attribution};
use crate::mention::Mention;
use crate::syntax::Tree;

pub(super) fn read(
    _text: &str,
    _trees: &[Tree],
    _mentions: &[Mention],
    _actors: &[Actor],
) -> Vec<Attribution> {
    Vec::new()
}
