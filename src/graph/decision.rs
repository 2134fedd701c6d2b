//! What a user has decided: that two names or events are the same, or are not.
//!
//! Decisions are replayed on every run, so that a judgement made once by a person holds from then
//! on. A decision to keep apart wins over one to join.

#[cfg(feature = "cli")]
mod table;

use super::Node;
use crate::claim::Actor;
use crate::lexicon::fold;

/// What a user has decided about names and events.
///
/// ```
/// use corroborate::graph::{Anchor, Decisions};
/// let name = |name: &str| Anchor::Name { name: name.into(), document: None };
/// let mut decisions = Decisions::default();
/// decisions.join(vec![name("Mohammed Aziz"), name("M. Azeez")]);
/// assert!(!decisions.is_empty());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    same: Vec<Vec<Anchor>>,
    apart: Vec<Vec<Anchor>>,
}

/// What a decision is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Anchor {
    /// Whoever goes by a name, in all documents or in the one of this id.
    Name {
        /// The name, as the text has it; case and accents do not count.
        name: String,
        /// The id of the document.
        document: Option<String>,
    },
    /// The events that words of a document speak of.
    Quote {
        /// The id of the document.
        document: String,
        /// The words, as the text has them; where they first stand counts.
        quote: String,
    },
}

impl Decisions {
    /// Decides that all of these are the same.
    pub fn join(&mut self, anchors: Vec<Anchor>) {
        self.same.push(anchors);
    }

    /// Decides that no two of these are the same.
    pub fn part(&mut self, anchors: Vec<Anchor>) {
        self.apart.push(anchors);
    }

    /// Puts the ids of documents in the place of other names for them, such as paths.
    pub fn rename(&mut self, id: impl Fn(&str) -> Option<String>) {
        for anchor in self.same.iter_mut().chain(&mut self.apart).flatten() {
            let document = match anchor {
                Anchor::Name { document, .. } => document.as_mut(),
                Anchor::Quote { document, .. } => Some(document),
            };
            if let Some((document, id)) = document.and_then(|name| id(name).map(|id| (name, id))) {
                *document = id;
            }
        }
    }

    /// Whether nothing was decided.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.same.is_empty() && self.apart.is_empty()
    }

    /// The words of a document that decisions are about.
    pub(crate) fn quotes<'d>(&'d self, document: &'d str) -> impl Iterator<Item = &'d str> {
        let anchors = self.same.iter().chain(&self.apart).flatten();
        anchors.filter_map(move |anchor| match anchor {
            Anchor::Quote { document: of, quote } if of == document => Some(quote.as_str()),
            _ => None,
        })
    }

    /// For each decision to join: what each anchor stands for, by `find`.
    pub(super) fn same<M>(&self, find: impl Fn(&Chosen<'_>) -> Vec<M>) -> Vec<Vec<Vec<M>>> {
        chosen(&self.same, find)
    }

    /// For each decision to keep apart.
    pub(super) fn apart<M>(&self, find: impl Fn(&Chosen<'_>) -> Vec<M>) -> Vec<Vec<Vec<M>>> {
        chosen(&self.apart, find)
    }
}

/// One anchor, for those who look for what it stands for.
pub(super) struct Chosen<'d>(&'d Anchor);

impl Chosen<'_> {
    /// Whether an actor of a document goes by the name decided on.
    pub(super) fn is_actor(&self, node: &Node, actor: &Actor) -> bool {
        let Anchor::Name { name, document } = self.0 else { return false };
        let here = document.as_ref().is_none_or(|document| *document == node.id);
        let wanted = fold(name);
        let names = actor.aliases.iter().chain([&actor.name.canonical, &actor.name.text]);
        here && names.into_iter().any(|name| fold(name) == wanted)
    }

    /// The events of a document that the words decided on speak of.
    pub(super) fn events<'n>(&'n self, node: &'n Node) -> impl Iterator<Item = u32> + 'n {
        node.marks.iter().filter_map(move |(quote, event)| match self.0 {
            Anchor::Quote { document, quote: wanted }
                if *document == node.id && wanted == quote =>
            {
                Some(*event)
            }
            _ => None,
        })
    }
}

fn chosen<M>(decisions: &[Vec<Anchor>], find: impl Fn(&Chosen<'_>) -> Vec<M>) -> Vec<Vec<Vec<M>>> {
    let each = |anchors: &Vec<Anchor>| anchors.iter().map(|anchor| find(&Chosen(anchor))).collect();
    decisions.iter().map(each).collect()
}
