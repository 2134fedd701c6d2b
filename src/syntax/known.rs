//! Names at the head of a sentence, where every word has a capital: what a text writes as a name
//! elsewhere, and never small, is one there too.

use rustc_hash::FxHashSet;

use super::{Morph, Tree, Upos};

/// Takes the first word of each sentence for a name where the text has it for one.
pub(super) fn recall(text: &str, trees: &mut [Tree]) {
    if !trees.iter().any(|tree| suspect(text, tree).is_some()) {
        return;
    }
    let mut names = lone_names(text, trees);
    let small = trees.iter().flat_map(|tree| (1..tree.words.len()).map(|at| tree.form(text, at)));
    let small: FxHashSet<&str> =
        small.filter(|form| form.starts_with(char::is_lowercase)).collect();
    names.retain(|name| !small.contains(&*name.to_lowercase()));
    for tree in trees {
        if let Some(at) = suspect(text, tree)
            && let Some(name) = names.get(tree.form(text, at))
        {
            let word = &mut tree.words[at];
            (word.upos, word.morph, word.lemma) = (Upos::Propn, Morph::Singular, (*name).into());
        }
    }
}

/// The first word of a sentence, if it was read as a noun with a capital.
fn suspect(text: &str, tree: &Tree) -> Option<usize> {
    let first = tree.words.iter().position(|word| word.upos != Upos::Punct)?;
    let capital = tree.form(text, first).starts_with(char::is_uppercase);
    (tree.words[first].upos == Upos::Noun && capital).then_some(first)
}

/// The names of one word: "Museum" is a part of one.
fn lone_names<'t>(text: &'t str, trees: &[Tree]) -> FxHashSet<&'t str> {
    let name =
        |tree: &Tree, at: usize| tree.words.get(at).is_some_and(|word| word.upos == Upos::Propn);
    let lone = |tree: &Tree, at: usize| {
        let after = at.checked_sub(1).is_some_and(|before| name(tree, before));
        name(tree, at) && !after && !name(tree, at + 1)
    };
    let words = trees.iter().flat_map(|tree| (0..tree.words.len()).map(move |at| (tree, at)));
    let names = words.filter(|(tree, at)| lone(tree, *at)).map(|(tree, at)| tree.form(text, at));
    names.filter(|form| form.len() > 2 && form.starts_with(char::is_uppercase)).collect()
}
