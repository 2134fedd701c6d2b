//! What is allowed or forbidden: a deed in -ing before the verb that says so.

use super::super::lemma::{by_rule, irregular, permits};
use super::super::tree::{Morph, Rel, Tree, Upos};

/// "*Voting* by proxy is not permitted", "*Smoking* is forbidden": a form in -ing without an article is a deed there.
pub(super) fn deed(tree: &mut Tree, verb: usize) {
    forbidden(tree, verb);
    let word = &tree.words[verb];
    if word.upos != Upos::Verb || !permits(&word.lemma) {
        return;
    }
    if tree.child(verb, Rel::AuxPass).is_none() {
        return;
    }
    let subject = [Rel::NsubjPass, Rel::Nsubj, Rel::Csubj, Rel::CsubjPass];
    let subject = subject.iter().find_map(|&rel| tree.child(verb, rel));
    let Some(deed) = subject.filter(|&deed| deed < verb && is_deed(tree, deed)) else { return };
    let form = tree.words[deed].lemma.to_lowercase();
    if form.ends_with("ing") {
        tree.words[deed].lemma = by_rule(&form, Upos::Verb, Morph::Gerund).into();
    }
    let word = &mut tree.words[deed];
    (word.upos, word.morph, word.rel) = (Upos::Verb, Morph::Gerund, Rel::CsubjPass);
    for kid in tree.children(deed).filter(|&kid| kid > deed).collect::<Vec<_>>() {
        if tree.words[kid].rel == Rel::Nmod {
            tree.words[kid].rel = Rel::Obl;
        }
    }
}

/// Whether a word is a form in -ing that no article or adjective makes a thing: "the *parking*", "free *parking*".
fn is_deed(tree: &Tree, at: usize) -> bool {
    let word = &tree.words[at];
    let form = match word.upos {
        Upos::Noun => word.lemma.ends_with("ing") && word.morph != Morph::Plural,
        Upos::Verb => word.morph == Morph::Gerund,
        _ => false,
    };
    let before = |kid: usize| kid < at && tree.words[kid].upos != Upos::Punct;
    // Without its ending "string" has no syllable.
    let syllable = |stem: &str| stem.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let stem = word.upos == Upos::Verb
        || word.lemma.to_lowercase().strip_suffix("ing").is_some_and(syllable);
    form && stem && !tree.children(at).any(before)
}

/// "is *forbidden*": a participle that looks like an adjective.
fn forbidden(tree: &mut Tree, at: usize) {
    let word = &tree.words[at];
    let Some(verb) = irregular(&word.lemma).filter(|_| word.upos == Upos::Adj) else { return };
    let Some(copula) = tree.child(at, Rel::Cop).filter(|_| permits(verb)) else { return };
    tree.words[copula].rel = Rel::AuxPass;
    for kid in tree.children(at).collect::<Vec<_>>() {
        tree.words[kid].rel = match tree.words[kid].rel {
            Rel::Nsubj => Rel::NsubjPass,
            Rel::Csubj => Rel::CsubjPass,
            rel => rel,
        };
    }
    let word = &mut tree.words[at];
    (word.upos, word.morph, word.lemma) = (Upos::Verb, Morph::Participle, verb.into());
}
