//! Finds things that happen.

use super::{Mention, Referent};
use crate::lexicon::event_noun;
use crate::syntax::{Rel, Tree, Upos, Word};

/// Event mentions: verbs, and nouns of the lexicon or with an ending of deeds that govern a
/// phrase as verbs do ("the *destruction* of the city").
pub(super) fn detect(_text: &str, trees: &[Tree]) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for (tree, sentence) in trees.iter().zip(0..) {
        let governs = governors(tree);
        for (word, head) in tree.words.iter().zip(0..) {
            if is_event(word, governs[head as usize]) {
                mentions.push(mention(word, sentence, head));
            }
        }
    }
    mentions
}

fn mention(word: &Word, sentence: u32, head: u32) -> Mention {
    let referent = Referent::Event { kind: None, predicate: word.lemma.to_string() };
    Mention { span: word.span, sentence, head, referent }
}

/// For each word whether it has a phrase or owner as a deed has.
fn governors(tree: &Tree) -> Vec<bool> {
    let mut governs = vec![false; tree.words.len()];
    for word in &tree.words {
        let head = word.head.filter(|_| matches!(word.rel, Rel::Nmod | Rel::NmodPoss));
        if let Some(governs) = head.and_then(|head| governs.get_mut(head as usize)) {
            *governs = true;
        }
    }
    governs
}

fn is_event(word: &Word, governs: bool) -> bool {
    match word.upos {
        Upos::Verb => {
            !matches!(word.rel, Rel::Aux | Rel::AuxPass | Rel::Cop | Rel::Fixed | Rel::Case)
        }
        Upos::Noun => event_noun::is_event(&word.lemma) || (governs && names_deed(&word.lemma)),
        _ => false,
    }
}

fn names_deed(lemma: &str) -> bool {
    lemma.len() > 7
        && ["tion", "sion", "ment", "ance", "ing"].iter().any(|end| lemma.ends_with(end))
}
