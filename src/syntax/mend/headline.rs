//! Headlines of two clauses, of which a parser takes the first verb for a noun.

use super::super::lemma::by_rule;
use super::super::tree::{Morph, Rel, Tree, Upos};
use super::{index, is_subject};

/// "Tool maker *cuts* outlook as profit falls 14%": a noun in -s that has an object of its own is the verb, and the noun behind
/// "as", right before the second verb, the subject of that.
pub(super) fn as_clause(tree: &mut Tree) {
    if tree.words.is_empty() {
        return;
    }
    let last = tree.root();
    let word = &tree.words[last];
    if word.upos != Upos::Verb || !matches!(word.morph, Morph::Present | Morph::Past) {
        return;
    }
    let noun = tree.children(last).find(|&kid| kid < last && is_subject(tree, kid));
    let Some(verb) = noun.filter(|&noun| tree.words[noun].upos == Upos::Noun) else { return };
    let object = tree.child(verb, Rel::Obj).is_some_and(|object| object > verb);
    let inflected =
        tree.words[verb].morph == Morph::Plural || tree.words[verb].lemma.ends_with('s');
    let led = |&kid: &usize| {
        let case = tree.child(kid, Rel::Case);
        case.is_some_and(|case| &*tree.words[case].lemma == "as")
            && tree.subtree(kid).last().is_some_and(|&end| end + 1 == last)
    };
    let second = tree.children(verb).find(led);
    let Some(second) = second.filter(|_| object && inflected) else { return };
    let Some(first) = verb.checked_sub(1).filter(|&first| tree.head(first) == Some(verb)) else {
        return;
    };
    for kid in tree.children(verb).filter(|&kid| kid < first).collect::<Vec<_>>() {
        tree.words[kid].head = index(first);
    }
    (tree.words[first].head, tree.words[first].rel) = (index(verb), Rel::Nsubj);
    if let Some(mark) = tree.child(second, Rel::Case) {
        (tree.words[mark].head, tree.words[mark].rel) = (index(last), Rel::Mark);
        tree.words[mark].upos = Upos::Sconj;
    }
    (tree.words[second].head, tree.words[second].rel) = (index(last), Rel::Nsubj);
    (tree.words[last].head, tree.words[last].rel) = (index(verb), Rel::Advcl);
    let word = &mut tree.words[verb];
    (word.head, word.rel, word.upos, word.morph) = (None, Rel::Root, Upos::Verb, Morph::Present);
    if word.lemma.ends_with('s') {
        word.lemma = by_rule(&word.lemma.clone(), Upos::Verb, Morph::Present).into();
    }
}

/// "Haldex Tools cuts outlook as profit *falls* 14%": a verb without "and" right behind a phrase with "as" is told of the noun
/// in that.
pub(super) fn as_subject(tree: &mut Tree, verb: usize) {
    let word = &tree.words[verb];
    let finite = matches!(word.morph, Morph::Present | Morph::Past);
    if word.upos != Upos::Verb || word.rel != Rel::Conj || !finite {
        return;
    }
    let own = [Rel::Cc, Rel::Mark, Rel::Aux, Rel::AuxPass, Rel::Nsubj, Rel::NsubjPass];
    if own.iter().any(|&rel| tree.child(verb, rel).is_some()) {
        return;
    }
    let Some(first) = tree.head(verb).filter(|&first| first < verb) else { return };
    let led = |&kid: &usize| {
        let case = tree.child(kid, Rel::Case);
        case.is_some_and(|case| &*tree.words[case].lemma == "as")
            && tree.words[kid].rel == Rel::Obl
            && tree.subtree(kid).last().is_some_and(|&end| end + 1 == verb)
    };
    let noun = tree.children(first).find(led);
    let Some((noun, mark)) = noun.and_then(|noun| Some((noun, tree.child(noun, Rel::Case)?)))
    else {
        return;
    };
    (tree.words[mark].head, tree.words[mark].rel) = (index(verb), Rel::Mark);
    tree.words[mark].upos = Upos::Sconj;
    (tree.words[noun].head, tree.words[noun].rel) = (index(verb), Rel::Nsubj);
    tree.words[verb].rel = Rel::Advcl;
}

/// "Velda Group *lifts* outlook": where no word is a verb, the one in -s behind a name that seems the subject of a noun is one.
pub(super) fn behind_name(tree: &mut Tree) {
    if tree.words.is_empty() {
        return;
    }
    let object = tree.root();
    let Some(verb) = object.checked_sub(1).filter(|&verb| verb > 0) else { return };
    let plain =
        |word: &super::super::tree::Word| !matches!(word.upos, Upos::Verb | Upos::Aux | Upos::Det);
    let noun = tree.words[object].upos == Upos::Noun && tree.child(object, Rel::Cop).is_none();
    let word = &tree.words[verb];
    let inflected = word.upos == Upos::Noun
        && (word.morph == Morph::Plural || word.lemma.ends_with('s'))
        && tree.head(verb) == Some(object)
        && is_subject(tree, verb);
    let name = verb - 1;
    let named = tree.words[name].upos == Upos::Propn && tree.head(name) == Some(verb);
    if !(noun && inflected && named && tree.words.iter().all(plain)) {
        return;
    }
    for kid in tree.children(verb).filter(|&kid| kid < name).collect::<Vec<_>>() {
        tree.words[kid].head = index(name);
    }
    (tree.words[name].head, tree.words[name].rel) = (index(verb), Rel::Nsubj);
    for kid in tree.children(object).filter(|&kid| kid > object).collect::<Vec<_>>() {
        tree.words[kid].head = index(verb);
        if tree.words[kid].rel == Rel::Nmod {
            tree.words[kid].rel = Rel::Obl;
        }
    }
    (tree.words[object].head, tree.words[object].rel) = (index(verb), Rel::Obj);
    let word = &mut tree.words[verb];
    (word.head, word.rel, word.upos, word.morph) = (None, Rel::Root, Upos::Verb, Morph::Present);
    if word.lemma.ends_with('s') {
        word.lemma = by_rule(&word.lemma.clone(), Upos::Verb, Morph::Present).into();
    }
}
