//! Mends what a long subject does to a tree: words between it and its verb lead the parser astray.

use super::tree::{Morph, Rel, Tree, Upos};

/// Mends the trees of three orders of words: "said 17 patients, most of them newborns, *had died*",
/// "two of the wounded, a girl and a guard, *died*, he said" and "said two women *and one man* died".
pub(super) fn mend(tree: &mut Tree, is_comma: impl Fn(&Tree, usize) -> bool) {
    for verb in 0..tree.words.len() {
        if tree.words[verb].upos != Upos::Verb {
            continue;
        }
        if let Some((subject, predicate)) = reported(tree, verb, &is_comma) {
            attach(tree, verb, subject, predicate);
        } else if let Some((subject, predicate)) = before(tree, verb) {
            attach(tree, verb, subject, predicate);
        } else if let Some((first, last, predicate)) = joined(tree, verb) {
            join(tree, first, last, predicate);
            attach(tree, verb, first, predicate);
        }
    }
}

/// What is counted right behind a verb of saying, and what is counted behind the "and" that seems to
/// lead to another clause: both are the subject of that clause.
fn joined(tree: &Tree, verb: usize) -> Option<(usize, usize, usize)> {
    let object = tree.child(verb, Rel::Obj).filter(|&object| object > verb)?;
    let clause = |kid: usize, rel: Rel| {
        let word = &tree.words[kid];
        kid > object && word.rel == rel && matches!(word.upos, Upos::Verb | Upos::Adj)
    };
    let predicate = tree
        .children(verb)
        .find(|&kid| clause(kid, Rel::Conj))
        .or_else(|| tree.children(object).find(|&kid| clause(kid, Rel::AclRelcl)))?;
    let subject =
        [Rel::Nsubj, Rel::NsubjPass].iter().find_map(|&rel| tree.child(predicate, rel))?;
    let and = tree.child(predicate, Rel::Cc).or_else(|| tree.child(subject, Rel::Cc))?;
    let first = |noun: usize| tree.subtree(noun).into_iter().min();
    let counted = |noun: usize| tree.child(noun, Rel::Nummod).is_some();
    let beside =
        and == object + 1 && matches!(first(subject), Some(at) if at == and || at == and + 1);
    let says = &*tree.words[verb].lemma == "say" && first(object) == Some(verb + 1);
    (says && beside && counted(object) && counted(subject)).then_some((object, subject, predicate))
}

/// Makes `last` the second of two things of which `first` is the first.
fn join(tree: &mut Tree, first: usize, last: usize, predicate: usize) {
    let index = |at: usize| u32::try_from(at).ok();
    if let Some(and) = tree.child(predicate, Rel::Cc) {
        tree.words[and].head = index(last);
    }
    tree.words[last].head = index(first);
    tree.words[last].rel = Rel::Conj;
}

/// Makes `subject` the subject of `predicate`, and this what `verb` reports.
fn attach(tree: &mut Tree, verb: usize, subject: usize, predicate: usize) {
    let passive = tree.child(predicate, Rel::AuxPass).is_some();
    let index = |at: usize| u32::try_from(at).ok();
    tree.words[predicate].head = index(verb);
    tree.words[predicate].rel = Rel::Ccomp;
    tree.words[subject].head = index(predicate);
    tree.words[subject].rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
}

/// An object right behind a verb and a finite verb without a subject behind a comma: "said the
/// three, aged between 24 and 51, had survived".
fn reported(
    tree: &Tree,
    verb: usize,
    is_comma: &impl Fn(&Tree, usize) -> bool,
) -> Option<(usize, usize)> {
    let object = tree.child(verb, Rel::Obj).filter(|&object| object > verb)?;
    let first = tree.subtree(object).into_iter().min()?;
    let predicate = tree.children(verb).find(|&kid| {
        kid > object
            && matches!(tree.words[kid].rel, Rel::Ccomp | Rel::Conj)
            && is_bare(tree, kid)
            && tree.child(kid, Rel::Cc).is_none()
            && tree.child(kid, Rel::Mark).is_none()
    })?;
    let auxiliary = tree.children(predicate).find(|&kid| {
        matches!(tree.words[kid].rel, Rel::Aux | Rel::AuxPass | Rel::Cop) && kid < predicate
    })?;
    let cut = auxiliary.checked_sub(1).is_some_and(|before| is_comma(tree, before));
    (first == verb + 1 && cut).then_some((object, predicate))
}

/// Two subjects before a verb, of which the first has a finite verb without a subject under it.
fn before(tree: &Tree, verb: usize) -> Option<(usize, usize)> {
    let subject = |kid: &usize| *kid < verb && tree.words[*kid].rel == Rel::Nsubj;
    let mut subjects = tree.children(verb).filter(subject);
    let (first, last) = (subjects.next()?, subjects.next()?);
    let beside = last + 1 == verb && tree.words[last].upos == Upos::Pron;
    let predicate = tree.children(first).find(|&kid| {
        let rel = tree.words[kid].rel;
        let loose = matches!(rel, Rel::Parataxis | Rel::Dep | Rel::Conj);
        kid > first && kid < last && loose && is_bare(tree, kid)
    });
    predicate.filter(|_| beside).map(|predicate| (first, predicate))
}

/// A finite verb without a subject of its own.
fn is_bare(tree: &Tree, at: usize) -> bool {
    let word = &tree.words[at];
    let finite = matches!(word.morph, Morph::Past | Morph::Present)
        || tree.child(at, Rel::Aux).is_some()
        || tree.child(at, Rel::AuxPass).is_some();
    let own = [Rel::Nsubj, Rel::NsubjPass, Rel::Csubj, Rel::Expl];
    word.upos == Upos::Verb && finite && own.iter().all(|&rel| tree.child(at, rel).is_none())
}
