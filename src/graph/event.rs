//! The same event across documents.

use super::{Entity, EventCluster, Node};

pub(super) fn join(_documents: &[Node], _entities: &[Entity]) -> Vec<EventCluster> {
    Vec::new()
}
