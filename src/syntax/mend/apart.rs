//! What stands before the subject, or right behind it between commas, and was taken for the sentence or for a part of the subject.

use super::super::tree::{Morph, Rel, Tree, Upos};
use super::relative::goes_on;
use super::{index, is_bare, is_subject};

/// Mends one word of a sentence.
pub(super) fn word(tree: &mut Tree, at: usize) {
    time(tree, at);
    told_in(tree, at);
}

/// Mends a sentence.
pub(super) fn sentence(tree: &mut Tree, is_comma: &impl Fn(&Tree, usize) -> bool) {
    owner(tree, is_comma);
    dateline(tree);
}

/// "Holm, *whose* firm failed in May, *was fined*": the clause between the commas tells of the name before it, and
/// the verb behind it is the sentence's.
fn owner(tree: &mut Tree, is_comma: &impl Fn(&Tree, usize) -> bool) {
    for whose in 2..tree.words.len() {
        let word = &tree.words[whose];
        let owns = &*word.lemma == "whose" && word.rel == Rel::NmodPoss;
        if !owns || !is_comma(tree, whose - 1) {
            continue;
        }
        let noun = tree.head(whose).filter(|&noun| is_subject(tree, noun));
        let Some(clause) = noun.and_then(|noun| tree.head(noun)) else { continue };
        if tree.words[clause].rel == Rel::AclRelcl {
            continue;
        }
        let named = |kid: &usize| {
            matches!(tree.words[*kid].upos, Upos::Noun | Upos::Propn)
                && *kid < whose
                && tree.child(*kid, Rel::Case).is_none()
        };
        let name = tree.children(clause).filter(named).last();
        let verb = goes_on(tree, clause, is_comma);
        let Some((name, verb)) = name.zip(verb) else {
            let before = whose - 2;
            let named = matches!(tree.words[before].upos, Upos::Noun | Upos::Propn);
            let loose = matches!(tree.words[clause].rel, Rel::Parataxis | Rel::Advcl | Rel::Dep);
            let apart = !tree.subtree(clause).contains(&before);
            if named && loose && apart {
                (tree.words[clause].head, tree.words[clause].rel) =
                    (index(top_of(tree, before)), Rel::AclRelcl);
            }
            continue;
        };
        {
            give_over(tree, clause, verb, name);
            let passive = tree.child(verb, Rel::AuxPass).is_some();
            tree.words[name].rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
        }
    }
}

/// The word that the other words of a name before and at `last` hang on.
fn top_of(tree: &Tree, last: usize) -> usize {
    let within = |at: usize| matches!(tree.words[at].rel, Rel::Flat | Rel::Compound);
    tree.head(last).filter(|&up| within(last) && up < last).unwrap_or(last)
}

/// Puts `verb` into the place of `clause`, which from now on tells of `noun`, an argument of the verb.
fn give_over(tree: &mut Tree, clause: usize, verb: usize, noun: usize) {
    let behind = tree.children(clause).filter(|&kid| kid > verb).collect::<Vec<_>>();
    for kid in behind {
        tree.words[kid].head = index(verb);
    }
    (tree.words[verb].head, tree.words[verb].rel) =
        (tree.words[clause].head, tree.words[clause].rel);
    tree.words[noun].head = index(verb);
    (tree.words[clause].head, tree.words[clause].rel) = (index(noun), Rel::AclRelcl);
}

/// "*Within minutes* water was pouring in", "*for years* farmers have warned": a plural between a preposition and a noun right before a
/// finite verb without a subject tells when; the noun is the subject.
fn time(tree: &mut Tree, verb: usize) {
    let word = &tree.words[verb];
    let free = matches!(word.rel, Rel::Root | Rel::Ccomp | Rel::Parataxis);
    if !free || word.upos != Upos::Verb || word.morph == Morph::Base {
        return;
    }
    let helps =
        |kid: &usize| matches!(tree.words[*kid].rel, Rel::Aux | Rel::AuxPass) && *kid < verb;
    let start = tree.children(verb).find(helps).unwrap_or(verb);
    // A subject has no preposition.
    let noun = start.checked_sub(1).filter(|&noun| {
        let loose = matches!(tree.words[noun].rel, Rel::Obl | Rel::OblUnmarked);
        tree.head(noun) == Some(verb) && (is_subject(tree, noun) || loose && is_bare(tree, verb))
    });
    let Some(noun) = noun.filter(|&noun| noun > 1) else { return };
    let plural =
        |at: usize| tree.words[at].upos == Upos::Noun && tree.words[at].morph == Morph::Plural;
    let before =
        tree.child(noun, Rel::Compound).filter(|&before| before + 1 == noun && plural(before));
    let case = tree.child(noun, Rel::Case);
    if let Some((before, case)) = before.zip(case).filter(|&(before, case)| case + 1 == before) {
        (tree.words[before].head, tree.words[before].rel) = (index(verb), Rel::Obl);
        tree.words[case].head = index(before);
        let passive = tree.child(verb, Rel::AuxPass).is_some();
        tree.words[noun].rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
    }
}

/// "*LOWDEN (May 3)*: The toll rose to 12": of two subjects the first, a name that a mark ends, tells where the report was written.
fn dateline(tree: &mut Tree) {
    let root = tree.root();
    let subjects: Vec<usize> =
        tree.children(root).filter(|&kid| kid < root && is_subject(tree, kid)).collect();
    let [name, subject] = subjects[..] else { return };
    let first = tree.subtree(subject).into_iter().min().unwrap_or(subject);
    let Some(mark) = first.checked_sub(1) else { return };
    let ends = matches!(&*tree.words[mark].lemma, ":" | "—" | "–" | "-");
    if name == 0 && ends && mark > name && tree.words[name].upos == Upos::Propn {
        tree.words[name].rel = Rel::Discourse;
    }
}

/// "in a statement *issued* at noon": a participle right behind a phrase that seems to hang on it tells of the noun there.
fn told_in(tree: &mut Tree, deed: usize) {
    let word = &tree.words[deed];
    let form = word.upos == Upos::Verb && matches!(word.morph, Morph::Participle | Morph::Past);
    let loose = matches!(word.rel, Rel::Advcl | Rel::Acl | Rel::Parataxis);
    let own = [Rel::Aux, Rel::AuxPass, Rel::Mark, Rel::Nsubj, Rel::NsubjPass, Rel::Obj];
    if !form || !loose || own.iter().any(|&rel| tree.child(deed, rel).is_some()) {
        return;
    }
    let noun = deed.checked_sub(1).filter(|&noun| {
        let phrase = tree.head(noun) == Some(deed) && tree.words[noun].rel == Rel::Obl;
        phrase && tree.words[noun].upos == Upos::Noun && tree.child(noun, Rel::Case).is_some()
    });
    let Some((noun, above)) = noun.zip(tree.head(deed)) else { return };
    (tree.words[noun].head, tree.words[noun].rel) = (index(above), Rel::Obl);
    (tree.words[deed].head, tree.words[deed].rel) = (index(noun), Rel::Acl);
}
