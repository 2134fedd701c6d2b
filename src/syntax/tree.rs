//! Dependency trees after [Universal Dependencies](https://universaldependencies.org/) version 2.

use std::sync::Arc;

use super::words::Words;
use crate::text::{Block, Span};

/// The dependency tree of one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    /// The span of the sentence.
    pub span: Span,
    /// What kind of block it stands in.
    pub block: Block,
    /// Its words in order; never empty.
    pub words: Words,
}

/// A word of a [`Tree`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Its dictionary form; words of one form share it.
    pub lemma: Arc<str>,
    /// Its [universal part of speech](https://universaldependencies.org/u/pos/).
    pub upos: Upos,
    /// Its inflection.
    pub morph: Morph,
    /// The index of its head in the sentence, none for the root.
    pub head: Option<u32>,
    /// Its [relation](https://universaldependencies.org/en/dep/) to the head.
    pub rel: Rel,
}

/// The inflection of a word, as far as later stages need it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Morph {
    /// Not inflected, or of no interest.
    #[default]
    None,
    /// A singular noun or name.
    Singular,
    /// A plural noun or name.
    Plural,
    /// A finite verb in the present ("says", "are").
    Present,
    /// A finite verb in the past ("said", "were").
    Past,
    /// A bare verb: infinitive after "to" or a modal, or imperative.
    Base,
    /// A form in -ing.
    Gerund,
    /// A past participle ("has *said*", "was *killed*").
    Participle,
    /// A modal ("will", "may").
    Modal,
    /// A comparative.
    Comparative,
    /// A superlative.
    Superlative,
}

impl Morph {
    /// All of them, in the order of their numbers.
    pub const ALL: &'static [Self] = &[
        Self::None,
        Self::Singular,
        Self::Plural,
        Self::Present,
        Self::Past,
        Self::Base,
        Self::Gerund,
        Self::Participle,
        Self::Modal,
        Self::Comparative,
        Self::Superlative,
    ];
}

macro_rules! names {
    ($(#[$meta:meta])* $name:ident { $($variant:ident $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name { $(#[doc = concat!("`", $text, "`")] $variant,)* }

        impl $name {
            /// All of them, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name in CoNLL-U.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }
    };
}

names! {
    /// A [universal part of speech](https://universaldependencies.org/u/pos/).
    Upos {
        Adj "ADJ", Adp "ADP", Adv "ADV", Aux "AUX", Cconj "CCONJ", Det "DET", Intj "INTJ",
        Noun "NOUN", Num "NUM", Part "PART", Pron "PRON", Propn "PROPN", Punct "PUNCT",
        Sconj "SCONJ", Sym "SYM", Verb "VERB", X "X",
    }
}

names! {
    /// A [universal relation](https://universaldependencies.org/u/dep/) with the subtypes of
    /// English that later stages use.
    Rel {
        Acl "acl", AclRelcl "acl:relcl", Advcl "advcl", AdvclRelcl "advcl:relcl",
        Advmod "advmod", Amod "amod", Appos "appos", Aux "aux", AuxPass "aux:pass",
        Case "case", Cc "cc", CcPreconj "cc:preconj", Ccomp "ccomp", Compound "compound",
        CompoundPrt "compound:prt", Conj "conj", Cop "cop", Csubj "csubj",
        CsubjPass "csubj:pass", CsubjOuter "csubj:outer", Dep "dep", Det "det",
        DetPredet "det:predet", Discourse "discourse", Dislocated "dislocated", Expl "expl",
        Fixed "fixed", Flat "flat", Goeswith "goeswith", Iobj "iobj", List "list", Mark "mark",
        Nmod "nmod", NmodPoss "nmod:poss", NmodUnmarked "nmod:unmarked", NmodDesc "nmod:desc",
        Nsubj "nsubj", NsubjPass "nsubj:pass", NsubjOuter "nsubj:outer", Nummod "nummod",
        Obj "obj", Obl "obl", OblAgent "obl:agent", OblUnmarked "obl:unmarked",
        Orphan "orphan", Parataxis "parataxis", Punct "punct", Reparandum "reparandum",
        Root "root", Vocative "vocative", Xcomp "xcomp",
    }
}

impl Rel {
    /// The relation without its subtype.
    #[must_use]
    pub fn universal(self) -> &'static str {
        let name = self.as_str();
        name.split_once(':').map_or(name, |(universal, _)| universal)
    }
}

impl Tree {
    /// The index of the root.
    #[must_use]
    pub fn root(&self) -> usize {
        self.words.iter().position(|word| word.head.is_none()).unwrap_or(0)
    }

    /// The index of the head of word `at`, none for the root.
    #[must_use]
    pub fn head(&self, at: usize) -> Option<usize> {
        self.words[at].head.map(|head| head as usize)
    }

    /// The indices of the dependents of word `at`, in order.
    pub fn children(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        self.words.dependents().of(at).iter().copied()
    }

    /// The first dependent of word `at` with relation `rel`.
    #[must_use]
    pub fn child(&self, at: usize, rel: Rel) -> Option<usize> {
        self.children(at).find(|&i| self.words[i].rel == rel)
    }

    /// The heads above word `at`, nearest first. Ends even on a broken tree.
    pub fn ancestors(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.head(at), |&i| self.head(i)).take(self.words.len())
    }

    /// The indices of word `at` and all words below it, in order.
    #[must_use]
    pub fn subtree(&self, at: usize) -> Vec<usize> {
        let mut inside = vec![at];
        let mut next = 0;
        while let Some(&word) = inside.get(next) {
            // Only on a broken tree is a word below itself.
            inside.extend(self.children(word).filter(|&kid| kid != at));
            next += 1;
        }
        inside.sort_unstable();
        inside
    }

    /// The span from the first to the last word of the subtree of word `at`.
    #[must_use]
    pub fn subtree_span(&self, at: usize) -> Span {
        self.subtree(at)
            .into_iter()
            .fold(self.words[at].span, |span, i| span.cover(self.words[i].span))
    }

    /// The words of word `at` in `text`.
    #[must_use]
    pub fn form<'t>(&self, text: &'t str, at: usize) -> &'t str {
        self.words[at].span.of(text)
    }
}
