//! Clauses between semicolons are sentences of their own: each is read for itself, so that nothing
//! of one hangs on a word of another.

use super::tree::{Morph, Rel, Tree, Upos, Word};
use crate::text::{Sentence, Span};

/// The parts of a sentence between its semicolons; none when it has none.
pub(super) fn parts(text: &str, sentence: &Sentence) -> Vec<Sentence> {
    let cuts = |&at: &usize| sentence.tokens[at].span.of(text) == ";";
    let cuts: Vec<usize> = (0..sentence.tokens.len()).filter(cuts).collect();
    if cuts.is_empty() {
        return Vec::new();
    }
    let ends = cuts.iter().map(|cut| cut + 1).chain([sentence.tokens.len()]);
    let mut start = 0;
    let mut parts = Vec::new();
    for end in ends.filter(|&end| end > 0) {
        if start < end {
            let tokens = sentence.tokens[start..end].to_vec();
            let span = tokens[0].span.cover(tokens[tokens.len() - 1].span);
            parts.push(Sentence { span, block: sentence.block, tokens });
        }
        start = end;
    }
    parts
}

/// One tree of the trees of all parts, if each of these is a clause with a subject: the later ones
/// stand beside the first.
pub(super) fn join(span: Span, parts: Vec<Tree>) -> Option<Tree> {
    if parts.len() < 2 || !parts.iter().all(is_clause) {
        return None;
    }
    let block = parts[0].block;
    let first = u32::try_from(parts[0].root()).ok()?;
    let mut words: Vec<Word> = Vec::new();
    for part in parts {
        let shift = u32::try_from(words.len()).ok()?;
        for mut word in part.words {
            word.head = word.head.map(|head| head + shift);
            if word.head.is_none() && shift > 0 {
                (word.head, word.rel) = (Some(first), Rel::Parataxis);
            }
            words.push(word);
        }
    }
    Some(Tree { span, block, words: words.into() })
}

/// Whether the root is a finite verb or predicate with a subject of its own before it.
fn is_clause(tree: &Tree) -> bool {
    let root = tree.root();
    let finite = |at: usize| {
        matches!(tree.words[at].morph, Morph::Past | Morph::Present | Morph::Modal)
            && matches!(tree.words[at].upos, Upos::Verb | Upos::Aux)
    };
    let told = finite(root)
        || tree.children(root).any(|kid| {
            matches!(tree.words[kid].rel, Rel::Aux | Rel::AuxPass | Rel::Cop) && finite(kid)
        });
    let subject = |kid: usize| {
        let rel = tree.words[kid].rel;
        kid < root && matches!(rel, Rel::Nsubj | Rel::NsubjPass | Rel::Csubj | Rel::Expl)
    };
    told && tree.children(root).any(subject)
}
