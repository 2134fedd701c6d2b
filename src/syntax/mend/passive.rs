//! Participles behind "was" that were taken for adjectives, and names that were taken for a second subject.

use super::super::lemma::irregular;
use super::super::tree::{Morph, Rel, Tree, Upos};
use super::{index, is_subject};

/// "was *shot* and killed": what a participle goes on from behind a form of "be" and without an article is a
/// participle itself.
pub(super) fn joined_participle(tree: &mut Tree, at: usize) {
    let word = &tree.words[at];
    if !matches!(word.upos, Upos::Adj | Upos::Noun) {
        return;
    }
    let Some(verb) = irregular(&word.lemma) else { return };
    let Some(be) = tree.child(at, Rel::Cop).filter(|&be| be < at) else { return };
    let modified = [Rel::Det, Rel::Amod, Rel::NmodPoss, Rel::Nummod];
    let joined = tree.children(at).any(|kid| {
        let word = &tree.words[kid];
        let passive = matches!(word.morph, Morph::Participle | Morph::Past);
        let own = tree.children(kid).any(|kid| is_subject(tree, kid));
        kid > at && word.rel == Rel::Conj && word.upos == Upos::Verb && passive && !own
    });
    if !joined || modified.iter().any(|&rel| tree.child(at, rel).is_some()) {
        return;
    }
    let word = &mut tree.words[at];
    (word.upos, word.morph, word.lemma) = (Upos::Verb, Morph::Participle, verb.into());
    tree.words[be].rel = Rel::AuxPass;
    for kid in tree.children(at).collect::<Vec<_>>() {
        if tree.words[kid].rel == Rel::Nsubj {
            tree.words[kid].rel = Rel::NsubjPass;
        }
    }
}

/// "The flag is *on* by default": of two prepositions behind "is" the first tells what is so.
pub(super) fn switched(tree: &mut Tree, noun: usize) {
    let Some(be) = tree.child(noun, Rel::Cop).filter(|&be| be + 3 <= noun) else { return };
    let state = be + 1;
    let case = |at: usize| {
        let word = &tree.words[at];
        word.rel == Rel::Case && tree.head(at) == Some(noun)
    };
    if !case(state) || !case(state + 1) || !matches!(&*tree.words[state].lemma, "on" | "off") {
        return;
    }
    let before: Vec<usize> = tree.children(noun).filter(|&kid| kid < state).collect();
    let word = &tree.words[noun];
    let (head, rel) = (word.head, word.rel);
    for kid in before {
        tree.words[kid].head = index(state);
    }
    for kid in tree.children(noun).collect::<Vec<_>>() {
        if tree.words[kid].rel == Rel::Punct {
            tree.words[kid].head = index(state);
        }
    }
    let word = &mut tree.words[state];
    (word.head, word.rel, word.upos) = (head, rel, Upos::Adv);
    (tree.words[noun].head, tree.words[noun].rel) = (index(state), Rel::Obl);
}

/// "The reporter *Ada Holm* was arrested", "Lowden's mayor, *Ada Holm*, resigned": a name behind a noun that an
/// article or an owner points to, and before the same verb, is that noun's.
pub(super) fn titled(tree: &mut Tree, name: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    let word = &tree.words[name];
    if word.upos != Upos::Propn || !is_subject(tree, name) || tree.child(name, Rel::Det).is_some() {
        return;
    }
    let (rel, head) = (word.rel, word.head);
    let Some(verb) = tree.head(name).filter(|&verb| verb > name) else { return };
    let loose = |at: usize| {
        matches!(tree.words[at].rel, Rel::Nsubj | Rel::NsubjPass | Rel::Obl | Rel::OblUnmarked)
    };
    let title = tree.children(verb).filter(|&kid| kid < name && loose(kid)).last();
    let Some(noun) = title.filter(|&noun| tree.words[noun].upos == Upos::Noun) else { return };
    let points = [Rel::Det, Rel::NmodPoss].iter().any(|&rel| tree.child(noun, rel).is_some());
    let cased = tree.child(noun, Rel::Case).is_some();
    let last =
        tree.subtree(noun).into_iter().filter(|&at| tree.words[at].upos != Upos::Punct).max();
    let before = last.is_some_and(|last| last + 1 == name);
    let apart = last.is_some_and(|last| last + 2 == name)
        && is_comma(tree, name - 1)
        && closed(tree, name, is_comma);
    if !points || cased || tree.words[noun].head != head {
        return;
    }
    if before {
        (tree.words[noun].head, tree.words[noun].rel) = (index(name), Rel::NmodDesc);
    } else if apart {
        tree.words[noun].rel = rel;
        (tree.words[name].head, tree.words[name].rel) = (index(noun), Rel::Appos);
    }
}

/// Whether a comma stands behind a name.
fn closed(tree: &Tree, name: usize, is_comma: &impl Fn(&Tree, usize) -> bool) -> bool {
    let within = tree.subtree(name);
    let last = within.iter().filter(|&&at| tree.words[at].upos == Upos::Propn).max();
    last.is_some_and(|last| last + 1 < tree.words.len() && is_comma(tree, last + 1))
}
