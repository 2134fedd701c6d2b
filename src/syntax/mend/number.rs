//! A number, or what stands before one, that a parser hangs on the wrong word.

use super::super::lemma::only_past;
use super::super::tree::{Morph, Rel, Tree, Upos, Word};
use super::{index, is_subject, raise};

/// "and wounded *88*, Kenyan officials said": a number right behind a verb without an object, before a comma,
/// counts for the verb and not the noun behind the comma.
pub(super) fn before_comma(
    tree: &mut Tree,
    number: usize,
    is_comma: &impl Fn(&Tree, usize) -> bool,
) {
    let word = &tree.words[number];
    let counts = word.upos == Upos::Num && word.rel == Rel::Nummod;
    let Some(noun) = tree.head(number).filter(|&noun| counts && noun > number + 1) else { return };
    // "sold *about* 40, officials say"
    let vague = |at: &usize| tree.head(*at) == Some(number) && tree.words[*at].upos == Upos::Adv;
    let verb = number.checked_sub(1);
    let verb = verb.and_then(|at| if vague(&at) { at.checked_sub(1) } else { Some(at) });
    let Some(verb) = verb else { return };
    let open = tree.words[verb].upos == Upos::Verb
        && tree.child(verb, Rel::Obj).is_none_or(|object| object == noun)
        && tree.child(verb, Rel::AuxPass).is_none();
    // "13, 000 yards"
    let cut = tree.words.get(number + 2).is_some_and(|next| next.upos == Upos::Num);
    if !open || cut || !is_comma(tree, number + 1) {
        return;
    }
    if !is_subject(tree, noun) {
        return said_behind(tree, number, verb, noun);
    }
    (tree.words[number].head, tree.words[number].rel) = (index(verb), Rel::Obj);
    let says = tree.head(noun).filter(|&says| tree.words[says].rel == Rel::Ccomp);
    if let Some(says) = says.filter(|&says| tree.head(says) == Some(verb)) {
        let root = tree.root();
        (tree.words[says].head, tree.words[says].rel) = (index(root), Rel::Parataxis);
    }
}

/// "has sold *about 40*, western diplomats *say*": the noun that seems counted is the subject of the verb behind it.
fn said_behind(tree: &mut Tree, number: usize, verb: usize, noun: usize) {
    let says = noun + 1;
    let last = tree.words.get(says).is_some_and(|word| {
        word.upos == Upos::Verb && tree.head(says).is_some_and(|head| head == verb || head == noun)
    });
    let bare = last && !tree.children(says).any(|kid| is_subject(tree, kid));
    if !bare || tree.words[noun].rel != Rel::Obj || tree.head(noun) != Some(verb) {
        return;
    }
    (tree.words[number].head, tree.words[number].rel) = (index(verb), Rel::Obj);
    (tree.words[says].head, tree.words[says].rel) = (index(tree.root()), Rel::Parataxis);
    (tree.words[noun].head, tree.words[noun].rel) = (index(says), Rel::Nsubj);
}

/// "to exchange *around 1,200 prisoners*": what only makes the number of an object vague leads no phrase.
pub(super) fn hedged(tree: &mut Tree, noun: usize) {
    let word = &tree.words[noun];
    let Some(verb) = tree.head(noun).filter(|_| word.rel == Rel::Obl) else { return };
    let Some(case) = tree.child(noun, Rel::Case) else { return };
    let vague = matches!(&*tree.words[case].lemma, "around" | "about" | "over" | "under");
    let counted = tree.child(noun, Rel::Nummod) == Some(case + 1);
    let open = tree.words[verb].upos == Upos::Verb
        && verb + 1 == case
        && tree.child(verb, Rel::Obj).is_none()
        && tree.child(verb, Rel::AuxPass).is_none();
    if vague && counted && open {
        tree.words[noun].rel = Rel::Obj;
        (tree.words[case].head, tree.words[case].rel) = (index(case + 1), Rel::Advmod);
        tree.words[case].upos = Upos::Adv;
    }
}

/// "An attack on Brod *before dawn* killed four": of two subjects the one with a preposition tells when.
pub(super) fn two_subjects(tree: &mut Tree, verb: usize) {
    let mut subjects = tree.children(verb).filter(|&kid| kid < verb && is_subject(tree, kid));
    let (Some(first), Some(second), None) = (subjects.next(), subjects.next(), subjects.next())
    else {
        return;
    };
    drop(subjects);
    let case = tree.child(second, Rel::Case).filter(|&case| first < case && case < second);
    let Some(case) = case else { return };
    tree.words[second].rel = Rel::Obl;
    tree.words[case].upos = Upos::Adp;
    if tree.child(verb, Rel::AuxPass).is_none() {
        tree.words[first].rel = Rel::Nsubj;
    }
}

/// "The number of people killed in the worst fighting in a decade *rose* to 16": where the sentence is a noun, what
/// is only ever a past tense is its verb when it leads to a number.
pub(super) fn rise(tree: &mut Tree) {
    if tree.words.is_empty() || !matches!(tree.words[tree.root()].upos, Upos::Noun | Upos::Propn) {
        return;
    }
    let root = tree.root();
    let leads = |at: usize| {
        let to = tree.words.get(at + 1).is_some_and(|to| &*to.lemma == "to");
        to && tree.words.get(at + 2).is_some_and(|number| number.upos == Upos::Num)
    };
    let noun = |at: usize| tree.words[at].upos == Upos::Noun && tree.words[at].rel != Rel::Nsubj;
    let Some((verb, past)) = (root + 1..tree.words.len())
        .filter(|&at| noun(at) && leads(at))
        .find_map(|at| Some((at, only_past(&tree.words[at].lemma)?)))
    else {
        return;
    };
    let before = verb - 1;
    if tree.head(before) != Some(verb) || tree.words[before].rel != Rel::Compound {
        return;
    }
    for kid in tree.children(verb).filter(|&kid| kid < before).collect::<Vec<_>>() {
        tree.words[kid].head = index(before);
    }
    (tree.words[before].head, tree.words[before].rel) =
        (tree.words[verb].head, tree.words[verb].rel);
    (tree.words[verb].head, tree.words[verb].rel) = (index(root), Rel::Acl);
    raise(tree, verb, root);
    let word = &mut tree.words[verb];
    (word.upos, word.morph) = (Upos::Verb, Morph::Past);
    word.lemma = past.into();
    tree.words[verb + 2].rel = Rel::Obl;
}

/// "Children under six *travel* free": a singular behind a bound that people lie below or above counts nothing and is
/// the verb of a sentence that has no other.
pub(super) fn deed_behind(tree: &mut Tree) {
    let finite = |word: &Word| {
        matches!(word.upos, Upos::Verb | Upos::Aux)
            && matches!(word.morph, Morph::Present | Morph::Past | Morph::Modal)
    };
    if tree.words.iter().any(finite) {
        return;
    }
    let bound = |at: usize| {
        let words = &tree.words;
        let led = words[at].upos == Upos::Adp
            && matches!(&*words[at].lemma, "under" | "over" | "below" | "above");
        let plural = words[at - 1].upos == Upos::Noun && words[at - 1].morph == Morph::Plural;
        let number = words[at + 1].upos == Upos::Num && &*words[at + 1].lemma != "1";
        let verb = words[at + 2].upos == Upos::Noun && words[at + 2].morph != Morph::Plural;
        let goes_on = !matches!(words[at + 3].upos, Upos::Punct | Upos::Adp);
        led && plural && number && verb && goes_on
    };
    let last = tree.words.len().saturating_sub(3);
    let Some(case) = (1..last).find(|&at| bound(at)) else { return };
    let (subject, number, verb) = (case - 1, case + 1, case + 2);
    let cut = |at: usize, tree: &Tree| tree.head(at).is_none_or(|up| up <= verb);
    for at in (verb + 1..tree.words.len()).filter(|&at| cut(at, tree)).collect::<Vec<_>>() {
        let word = &mut tree.words[at];
        word.head = index(verb);
        word.rel = match word.upos {
            Upos::Punct => Rel::Punct,
            Upos::Adj | Upos::Adv => Rel::Advmod,
            Upos::Noun | Upos::Num => Rel::Obj,
            _ => word.rel,
        };
    }
    for at in
        (0..subject).filter(|&at| tree.head(at).is_none_or(|up| up > subject)).collect::<Vec<_>>()
    {
        tree.words[at].head = index(subject);
    }
    (tree.words[subject].head, tree.words[subject].rel) = (index(verb), Rel::Nsubj);
    (tree.words[number].head, tree.words[number].rel) = (index(subject), Rel::Nmod);
    (tree.words[case].head, tree.words[case].rel) = (index(number), Rel::Case);
    let word = &mut tree.words[verb];
    (word.head, word.rel, word.upos, word.morph) = (None, Rel::Root, Upos::Verb, Morph::Present);
}
