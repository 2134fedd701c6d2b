//! Singular and plural: which noun a verb is told of where the tree has taken another word for it.

use super::super::tree::{Morph, Rel, Tree, Upos, Word};
use super::{index, is_subject};

/// Whether the finite word of a predicate is in the plural; none where its form does not tell.
fn is_plural(tree: &Tree, verb: usize) -> Option<bool> {
    let helps = |kid: &usize| {
        kid < &verb && matches!(tree.words[*kid].rel, Rel::Aux | Rel::AuxPass | Rel::Cop)
    };
    let word = &tree.words[tree.children(verb).find(helps).unwrap_or(verb)];
    let long = |more: usize| word.span.len() as usize > more;
    match (word.morph, &*word.lemma) {
        // "is" and "are", "has" and "have"
        (Morph::Present, "be") => Some(long(2)),
        (Morph::Present, "have") => Some(long(3)),
        (Morph::Past, "be") => Some(long(3)),
        (Morph::Present, lemma) => Some(!long(lemma.len())),
        _ => None,
    }
}

fn number(word: &Word) -> Option<bool> {
    match (word.upos, word.morph) {
        (Upos::Noun, Morph::Plural) => Some(true),
        (Upos::Noun, Morph::Singular) => Some(false),
        _ => None,
    }
}

/// "sales at the unit, *which makes* pumps, fell": of two nouns before the pronoun, the nearer one alone agrees with the verb.
pub(super) fn relative(tree: &mut Tree, verb: usize) {
    let Some(far) = tree.head(verb).filter(|&far| far < verb) else { return };
    let pronoun = tree.children(verb).find(|&kid| is_subject(tree, kid) && kid < verb);
    let pronoun = pronoun.filter(|&at| matches!(&*tree.words[at].lemma, "which" | "that" | "who"));
    let Some(pronoun) = pronoun.filter(|_| tree.words[verb].rel == Rel::AclRelcl) else { return };
    let comma = usize::from(tree.words[pronoun - 1].upos == Upos::Punct);
    let Some(near) = pronoun.checked_sub(1 + comma).filter(|&near| near > far) else { return };
    let below = tree.head(near).is_some_and(|_| tree.ancestors(near).any(|up| up == far));
    let plural = is_plural(tree, verb);
    let joined = tree.child(far, Rel::Conj).is_some() || tree.child(near, Rel::Conj).is_some();
    let differ = plural.is_some()
        && number(&tree.words[near]) == plural
        && number(&tree.words[far]).is_some_and(|many| Some(many) != plural);
    if below && differ && !joined && tree.words[near].rel == Rel::Nmod {
        tree.words[verb].head = index(near);
    }
}
