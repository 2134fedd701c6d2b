//! A clause that leaves out the verb of the one before it: its number belongs to no word of that one.

use super::super::tree::{Rel, Tree, Upos};
use super::{index, is_subject};

/// "six were found in the hall *and two in the yard*", "won five medals *and Sweden three*", "one costs 12 euros,
/// *the other 9*": what leaves out the verb is a clause of its own.
pub(super) fn gapped(tree: &mut Tree, at: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    if let Some((number, verb)) = placed(tree, at) {
        part(tree, number, verb);
        let phrase = (number + 1..tree.words.len())
            .find(|&word| tree.child(word, Rel::Case) == Some(number + 1));
        if let Some(phrase) = phrase {
            (tree.words[phrase].head, tree.words[phrase].rel) = (index(number), Rel::Obl);
        }
    } else if let Some((name, number, verb)) = named(tree, at) {
        part(tree, name, verb);
        (tree.words[number].head, tree.words[number].rel) = (index(name), Rel::Orphan);
    } else if let Some((name, noun, verb)) = counted(tree, at) {
        part(tree, name, verb);
        (tree.words[noun].head, tree.words[noun].rel) = (index(name), Rel::Orphan);
    } else if let Some(verb) = other(tree, at, is_comma) {
        part(tree, at, verb);
    }
}

fn part(tree: &mut Tree, at: usize, verb: usize) {
    (tree.words[at].head, tree.words[at].rel) = (index(verb), Rel::Parataxis);
}

/// A bare number that "and" joins to a noun of place or time which counts nothing, before a phrase with the same
/// preposition; and the verb above them.
fn placed(tree: &Tree, number: usize) -> Option<(usize, usize)> {
    let word = &tree.words[number];
    if word.upos != Upos::Num || word.rel != Rel::Conj {
        return None;
    }
    let noun = tree.head(number).filter(|&noun| noun < number)?;
    let cased = tree.child(noun, Rel::Case)?;
    let plain = tree.words[noun].rel == Rel::Obl
        && tree.words[noun].upos != Upos::Num
        && tree.child(noun, Rel::Nummod).is_none();
    let and = tree.child(number, Rel::Cc) == number.checked_sub(1);
    let next = tree.words.get(number + 1)?;
    let same =
        next.upos == Upos::Adp && &*next.lemma != "of" && next.lemma == tree.words[cased].lemma;
    let verb = tree.ancestors(noun).find(|&up| tree.words[up].upos == Upos::Verb)?;
    (plain && and && same).then_some((number, verb))
}

/// A name that "and" joins to a number, or to what one counts, with a number right behind it or behind the same
/// preposition; that number, and the verb above them.
fn named(tree: &Tree, name: usize) -> Option<(usize, usize, usize)> {
    let word = &tree.words[name];
    if !matches!(word.upos, Upos::Propn | Upos::Noun) || word.rel != Rel::Conj {
        return None;
    }
    let first = tree.head(name).filter(|&first| first < name)?;
    let counts =
        |at: usize| tree.words[at].upos == Upos::Num || tree.child(at, Rel::Nummod).is_some();
    tree.child(name, Rel::Cc).filter(|&and| &*tree.words[and].lemma == "and")?;
    let end = tree.words.len();
    let number = |at: usize| at < end && tree.words[at].upos == Upos::Num;
    let bare =
        |at: usize| number(at) && tree.head(at).is_none_or(|head| head <= at) && !number(at + 1);
    let case = tree.child(first, Rel::Case).map(|case| &tree.words[case].lemma);
    let behind = if bare(name + 1) && tree.words[name + 1].rel != Rel::Nummod {
        Some(name + 1)
    } else {
        let same = name + 1 < end && case == Some(&tree.words[name + 1].lemma);
        (same && bare(name + 2)).then_some(name + 2)
    };
    let verb = tree.ancestors(first).find(|&up| tree.words[up].upos == Upos::Verb)?;
    let plain = tree.child(name, Rel::Nummod).is_none();
    Some((name, behind.filter(|_| counts(first) && plain)?, verb))
}

/// "holds 86 soldiers, and *Ostia 112 miners*": a name that "and" joins to what a number counts, with another number and
/// what it counts right behind; that noun, and the verb above them.
fn counted(tree: &Tree, name: usize) -> Option<(usize, usize, usize)> {
    let words = &tree.words;
    let number = name + 1;
    let counts = |noun: usize| tree.child(noun, Rel::Nummod).is_some();
    let next = words.get(number).filter(|next| next.upos == Upos::Num);
    next.filter(|_| words[name].upos == Upos::Propn)?;
    let noun = tree.head(number).filter(|&noun| noun > number)?;
    let plain = words[number].rel == Rel::Nummod && tree.child(noun, Rel::Case).is_none();
    let top = match words[name].rel {
        Rel::Conj => name,
        Rel::Compound if tree.head(name) == Some(noun) && words[noun].rel == Rel::Conj => noun,
        _ => return None,
    };
    let first = tree.head(top).filter(|&first| first < name && words[first].rel == Rel::Obj)?;
    let and = [name, noun].into_iter().find_map(|at| tree.child(at, Rel::Cc))?;
    let joined = &*words[and].lemma == "and" && and + 1 == name;
    let verb = tree.head(first).filter(|&verb| words[verb].upos == Upos::Verb)?;
    (plain && joined && counts(first)).then_some((name, noun, verb))
}

/// ", *the other 9*", ", *the second 25*": a number with an article and one word between them, apposed to what
/// another number counts; and the verb above them.
fn other(tree: &Tree, number: usize, is_comma: &impl Fn(&Tree, usize) -> bool) -> Option<usize> {
    let word = &tree.words[number];
    if word.upos != Upos::Num || !matches!(word.rel, Rel::Appos | Rel::Conj) || number < 3 {
        return None;
    }
    let first = tree.head(number).filter(|&first| first < number)?;
    let article = tree.child(number, Rel::Det) == Some(number - 2);
    let ranks = tree.child(number, Rel::Amod) == Some(number - 1);
    let counted = tree.child(first, Rel::Nummod).is_some();
    let verb = tree.ancestors(first).find(|&up| tree.words[up].upos == Upos::Verb)?;
    (article && ranks && counted && is_comma(tree, number - 3)).then_some(verb)
}

/// "If it *is not*, call the office": a condition that leaves out its verb ends at the comma; the auxiliary before that is no
/// part of the verb behind it.
pub(super) fn answered(tree: &mut Tree, verb: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    let helps = |&kid: &usize| {
        kid < verb && matches!(tree.words[kid].rel, Rel::Aux | Rel::AuxPass | Rel::Cop)
    };
    let Some(aux) = tree.children(verb).find(helps) else { return };
    let not = tree.words.get(aux + 1).is_some_and(|not| &*not.lemma == "not");
    let comma = aux + 1 + usize::from(not);
    if comma >= verb || !is_comma(tree, comma) {
        return;
    }
    let mark = tree.child(verb, Rel::Mark).filter(|&mark| mark < aux);
    let subject = tree.children(verb).find(|&kid| is_subject(tree, kid) && kid < aux);
    let Some((mark, subject)) = mark.zip(subject).filter(|(mark, subject)| mark < subject) else {
        return;
    };
    let condition = matches!(&*tree.words[mark].lemma, "if" | "unless" | "when" | "where");
    if !condition || subject + 1 != aux {
        return;
    }
    for kid in tree.children(verb).filter(|&kid| kid <= comma && kid != aux).collect::<Vec<_>>() {
        tree.words[kid].head = index(aux);
    }
    let word = &mut tree.words[aux];
    (word.head, word.rel, word.upos) = (index(verb), Rel::Advcl, Upos::Verb);
    tree.words[subject].rel = Rel::Nsubj;
}
