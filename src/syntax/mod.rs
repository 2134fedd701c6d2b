//! Reads each sentence: part of speech, lemma and dependency tree, from a model embedded in the
//! crate.

mod features;
mod known;
mod lemma;
mod mend;
mod model;
mod network;
mod split;
mod transition;
mod tree;
mod words;

use std::cell::RefCell;

pub use tree::{Morph, Rel, Tree, Upos, Word};
pub(crate) use words::Dependents;
pub use words::Words;

use crate::text::Sentence;
pub(crate) use lemma::participle_of;
use lemma::{Lemmas, fitting, inflection, named};
use model::model;
use network::{Reader, relation};

/// What the program that trains the model shares with the library; no part of the API.
#[doc(hidden)]
pub mod training {
    pub use super::features::{Case, FEATURES, Hashes, case, hashes};
    pub use super::lemma::{by_rule, key};
    pub use super::model::{
        ACTION_COLUMNS, HIDDEN, LAYERS, PRODUCT_UNIT, REL_COLUMNS, SCORE_UNIT, STATE_UNIT,
        TAG_COLUMNS, UNIT, WIDTH,
    };
    pub use super::transition::{Action, POSITIONS, SIGN_ROWS, SIGNS, State};
}

/// Reads the sentences of a text, in order.
///
/// Every tree has one root and no cycle. Work is linear in the length of the text, since no
/// sentence is longer than [`Sentence::MAX_TOKENS`].
///
/// ```
/// use corroborate::syntax::{Rel, parse};
/// use corroborate::text::segment;
/// let text = "The mayor opened two bridges.";
/// let trees = parse(text, &segment(text));
/// let verb = trees[0].root();
/// assert_eq!(&*trees[0].words[verb].lemma, "open");
/// let object = trees[0].child(verb, Rel::Obj).map(|at| trees[0].form(text, at));
/// assert_eq!(object, Some("bridges"));
/// ```
#[must_use]
pub fn parse(text: &str, sentences: &[Sentence]) -> Vec<Tree> {
    thread_local! {
        /// Kept for what it knows of words that come again in the next text.
        static READER: RefCell<(Reader, Lemmas)> =
            RefCell::new((Reader::new(model()), Lemmas::default()));
    }
    READER.with_borrow_mut(|(reader, lemmas)| {
        let read = |sentence| read(text, sentence, reader, lemmas);
        let mut trees: Vec<Tree> = sentences.iter().map(read).collect();
        known::recall(text, &mut trees);
        trees
    })
}

/// The tree of a sentence, of its clauses one by one where semicolons part them.
fn read(text: &str, sentence: &Sentence, reader: &mut Reader, lemmas: &mut Lemmas) -> Tree {
    let parts = split::parts(text, sentence);
    let trees = parts.iter().map(|part| tree(text, part, reader, lemmas)).collect();
    let mut tree =
        split::join(sentence.span, trees).unwrap_or_else(|| tree(text, sentence, reader, lemmas));
    mend::surname(&mut tree, |tree, at| tree.form(text, at));
    mend::mend(&mut tree, |tree, at| tree.form(text, at) == ",");
    tree
}

fn tree(text: &str, sentence: &Sentence, reader: &mut Reader, lemmas: &mut Lemmas) -> Tree {
    reader.read(text, sentence);
    let count = sentence.tokens.len();
    let words = sentence.tokens.iter().enumerate().map(|(i, token)| {
        let tag = |at: usize| Upos::ALL[usize::from(reader.tags[at])];
        let upos = named(token.span.of(text), tag(i), i.checked_sub(1).map(tag));
        let morph = fitting(token.span.of(text), upos, Morph::ALL[usize::from(reader.morphs[i])]);
        let head = Some(reader.state.heads[i]).filter(|&head| (head as usize) < count);
        let rel = head.map_or(Rel::Root, |_| relation(reader.state.rels[i]));
        let lemma = lemmas.of(token.span.of(text), upos, morph);
        let morph = inflection(token.span.of(text), upos, morph);
        Word { span: token.span, lemma, upos, morph, head, rel }
    });
    Tree { span: sentence.span, block: sentence.block, words: words.collect() }
}
