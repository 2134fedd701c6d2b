//! Polarity and modality of event mentions.

use super::{Attribution, Factuality};
use crate::mention::Mention;
use crate::syntax::Tree;

pub(super) fn read(
    _text: &str,
    _trees: &[Tree],
    _mentions: &[Mention],
    _attributions: &[Attribution],
) -> Vec<Factuality> {
    Vec::new()
}
