//! Which named things a clause tells of.

use super::super::frame::{Frame, is_subject};
use crate::lexicon::thing::noun;
use crate::mention::{Mention, Referent};
use crate::syntax::{Tree, Upos};
use crate::text::{Span, lower};
use crate::value::{NameKind, Thing};

/// The words of a mention that are one name, whatever they are otherwise, and whether it names a
/// thing.
pub(super) fn name(mention: &Mention) -> Option<(Span, bool)> {
    match &mention.referent {
        Referent::Thing(_) => Some((mention.span, true)),
        Referent::Actor(name) if name.named && name.kind == NameKind::Organization => {
            Some((mention.span, false))
        }
        _ => None,
    }
}

/// The thing that a text told of last.
#[derive(Default)]
pub(super) struct Told<'a> {
    last: Option<&'a Thing>,
}

impl<'a> Told<'a> {
    /// Gives the clauses of a sentence the things that they tell of.
    pub(super) fn give(
        &mut self,
        tree: &Tree,
        clause: &[usize],
        mentions: &'a [Mention],
        frames: &mut [Frame],
    ) {
        let thing = |mention: &'a Mention| match &mention.referent {
            Referent::Thing(thing) => Some((mention.head as usize, thing)),
            _ => None,
        };
        let here: Vec<(usize, &Thing)> = mentions.iter().filter_map(thing).collect();
        for frame in frames.iter_mut() {
            let own = |&&(at, _): &&(usize, &'a Thing)| clause[at] == frame.head as usize;
            let mut told: Vec<Thing> = here.iter().filter(own).map(|it| it.1.clone()).collect();
            if told.is_empty() {
                told = here.iter().map(|it| it.1.clone()).collect();
            }
            if told.is_empty()
                && let Some(last) = self.last.filter(|it| takes_up(tree, frame, it))
            {
                told.push(last.clone());
            }
            frame.things = told;
        }
        match *here {
            [] => {}
            [(_, one)] => self.last = Some(one),
            // Two may both be meant.
            _ => self.last = None,
        }
    }
}

/// Whether the subject of a clause is a word that may stand for a thing: "it", "the ferry".
fn takes_up(tree: &Tree, frame: &Frame, thing: &Thing) -> bool {
    let subject = |kid: &usize| is_subject(tree.words[*kid].rel);
    let Some(at) = tree.children(frame.head as usize).find(subject) else { return false };
    let word = &tree.words[at];
    let key = lower(&word.lemma);
    let definite = || tree.children(at).any(|kid| &*tree.words[kid].lemma == "the");
    match word.upos {
        Upos::Pron => key == "it",
        Upos::Noun => definite() && noun(&key).is_some_and(|noun| noun.kind == thing.kind),
        _ => false,
    }
}
