//! Phrases that a parser hangs on the wrong word: what is told of a noun, or of the first of two that are counted.

use super::super::tree::{Morph, Rel, Tree, Upos};
use super::{index, is_subject};

/// "accepted 420,000 euros in cash *and two cars*": what is counted behind "and" goes on from what was counted before
/// it, not from a bare noun between the two.
pub(super) fn counted_alike(tree: &mut Tree, last: usize) {
    let word = &tree.words[last];
    if word.upos != Upos::Noun || word.rel != Rel::Conj {
        return;
    }
    let Some(bare) = tree.head(last).filter(|&bare| bare < last) else { return };
    let counts = |at: usize| {
        let number = tree.words[at].upos == Upos::Sym || tree.child(at, Rel::Nummod).is_some();
        number && at != bare
    };
    let own = [Rel::Det, Rel::Amod, Rel::Nummod, Rel::NmodPoss, Rel::Compound];
    let alone = tree.words[bare].upos == Upos::Noun
        && own.iter().all(|&rel| tree.child(bare, rel).is_none())
        && tree.child(bare, Rel::Case).is_some_and(|case| case + 1 == bare);
    let and = tree.child(last, Rel::Cc).filter(|&and| and == bare + 1);
    let cased = tree.child(last, Rel::Case).is_some();
    let above = tree.head(bare).filter(|&first| first < bare);
    // "cut 12 roads in spring *and two lines*", where the phrase hangs on the verb.
    let first = above.and_then(|up| match tree.words[up].upos {
        Upos::Verb => tree.child(up, Rel::Obj).filter(|&object| object < bare),
        _ => Some(up),
    });
    let Some(first) = first else { return };
    let nominal = matches!(tree.words[first].upos, Upos::Noun | Upos::Sym);
    let and = and.filter(|&and| &*tree.words[and].lemma == "and");
    if alone && nominal && !cased && and.is_some() && counts(first) && counts(last) {
        tree.words[last].head = index(first);
    }
}

/// "in custody since his arrest in 2023 *at an airport*": a phrase of place right behind those of what dates the clause
/// tells where that was.
pub(super) fn of_dated(tree: &mut Tree, place: usize) {
    let word = &tree.words[place];
    if word.rel != Rel::Obl || !matches!(word.upos, Upos::Noun | Upos::Propn) {
        return;
    }
    let case = tree.child(place, Rel::Case);
    let Some(case) =
        case.filter(|&case| matches!(&*tree.words[case].lemma, "at" | "in" | "near" | "outside"))
    else {
        return;
    };
    let Some(verb) = tree.head(place).filter(|&verb| verb < case) else { return };
    let dates = |&noun: &usize| {
        let when = tree.child(noun, Rel::Case).filter(|&when| when < noun);
        let dated = when.is_some_and(|when| {
            matches!(&*tree.words[when].lemma, "after" | "before" | "since" | "during")
        });
        let told = tree.children(noun).any(|kid| kid > noun && tree.words[kid].rel == Rel::Nmod);
        let last = tree.subtree(noun).last().copied();
        noun < case
            && tree.words[noun].rel == Rel::Obl
            && tree.words[noun].upos == Upos::Noun
            && dated
            && told
            && last.is_some_and(|last| last + 1 == case)
    };
    let noun = tree.children(verb).find(dates);
    if let Some(noun) = noun {
        (tree.words[place].head, tree.words[place].rel) = (index(noun), Rel::Nmod);
    }
}

/// "start after 500 ms *and the delay doubles*": a verb in the singular is told of the noun behind "and" alone; what is counted
/// before that tells when.
pub(super) fn of_one(tree: &mut Tree, verb: usize) {
    let word = &tree.words[verb];
    let singular = word.upos == Upos::Verb
        && word.morph == Morph::Present
        && word.span.len() as usize > word.lemma.len();
    if !singular || word.rel != Rel::Advcl {
        return;
    }
    let mark = tree
        .child(verb, Rel::Mark)
        .filter(|&mark| matches!(&*tree.words[mark].lemma, "after" | "before" | "until"));
    let first = tree.children(verb).find(|&kid| kid < verb && is_subject(tree, kid));
    let Some(((mark, first), above)) = mark.zip(first).zip(tree.head(verb)) else { return };
    let second = tree.children(first).find(|&kid| tree.words[kid].rel == Rel::Conj && kid < verb);
    let Some(second) = second else { return };
    let and = tree.child(second, Rel::Cc).filter(|&and| and == first + 1);
    let counted = tree.child(first, Rel::Nummod).is_some();
    let pointed = tree.child(second, Rel::Det).is_some();
    let Some(and) = and.filter(|_| counted && pointed && mark < first && above < mark) else {
        return;
    };
    (tree.words[first].head, tree.words[first].rel) = (index(above), Rel::Obl);
    (tree.words[mark].head, tree.words[mark].rel) = (index(first), Rel::Case);
    tree.words[mark].upos = Upos::Adp;
    (tree.words[second].head, tree.words[second].rel) = (index(verb), Rel::Nsubj);
    tree.words[and].head = index(verb);
    tree.words[verb].rel = Rel::Conj;
}

/// "*Holm*, the captain until May, knows them": a name that seems to be called out before a noun phrase between commas is the
/// subject of the verb behind the second one, and the noun what the person is.
pub(super) fn named_apart(tree: &mut Tree, name: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    let word = &tree.words[name];
    let loose = matches!(word.rel, Rel::Discourse | Rel::Vocative | Rel::Dep | Rel::Parataxis);
    if word.upos != Upos::Propn || !loose {
        return;
    }
    let Some(verb) = tree.head(name).filter(|&verb| verb > name) else { return };
    let subject = tree.child(verb, Rel::Nsubj).filter(|&noun| name < noun && noun < verb);
    let Some(noun) = subject.filter(|&noun| tree.words[noun].upos == Upos::Noun) else { return };
    let within = |at: &usize| tree.words[*at].upos != Upos::Punct;
    let phrase: Vec<usize> = tree.subtree(noun).into_iter().filter(within).collect();
    let (Some(&first), Some(&last)) = (phrase.first(), phrase.last()) else { return };
    let pointed = matches!(&*tree.words[first].lemma, "the" | "a" | "an");
    let opened = first.checked_sub(1).is_some_and(|comma| comma > name && is_comma(tree, comma));
    let near = first <= name + 4
        && (name + 1..first.saturating_sub(1)).all(|at| tree.words[at].rel == Rel::Flat);
    let closed = last + 1 < verb && is_comma(tree, last + 1);
    let beside = (last + 2..verb)
        .all(|at| matches!(tree.words[at].rel, Rel::Aux | Rel::AuxPass | Rel::Cop | Rel::Advmod));
    if pointed && opened && near && closed && beside {
        (tree.words[name].rel, tree.words[noun].rel) = (Rel::Nsubj, Rel::Appos);
        tree.words[noun].head = index(name);
    }
}
