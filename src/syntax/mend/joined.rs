//! Which verb a verb without a subject goes on from.

use super::super::lemma::by_rule;
use super::super::tree::{Morph, Rel, Tree, Upos};
use super::{index, is_bare, is_subject};

/// "agreed to swap prisoners but *failed* to meet", "declined to say whether it would sail but *admitted* that it
/// leaked": a past tense goes on from the past tense above, not from what has another tense.
pub(super) fn second_deed(tree: &mut Tree, verb: usize) {
    let word = &tree.words[verb];
    if word.rel != Rel::Conj || word.upos != Upos::Verb || !is_past(tree, verb) {
        return;
    }
    let Some(first) = tree.head(verb).filter(|&first| first < verb) else { return };
    let bare = [Rel::Aux, Rel::AuxPass, Rel::Nsubj, Rel::NsubjPass];
    let bare = bare.iter().all(|&rel| tree.child(verb, rel).is_none());
    if !bare || !is_of_other_tense(tree, first, verb) {
        return;
    }
    let below = |at: usize| matches!(tree.words[at].rel, Rel::Xcomp | Rel::Ccomp | Rel::Advcl);
    let mut above = first;
    while let Some(head) = tree.head(above).filter(|&head| head < above && below(above)) {
        // What a clause with "if" or "when" says ends with it.
        if tree.words[above].rel == Rel::Advcl && !is_infinitive(tree, above) {
            return;
        }
        above = head;
        let told = tree.words[above].upos == Upos::Verb && tree.words[above].morph == Morph::Past;
        if told && tree.child(above, Rel::Aux).is_none() {
            tree.words[verb].head = index(above);
            return;
        }
    }
}

/// Whether a form is a past tense: one with a clause of what is said is no participle.
fn is_past(tree: &Tree, verb: usize) -> bool {
    let says = tree.child(verb, Rel::Ccomp).is_some_and(|clause| clause > verb);
    let morph = tree.words[verb].morph;
    morph == Morph::Past || morph == Morph::Participle && says
}

/// Whether a verb cannot share its tense with the past tense behind it.
fn is_of_other_tense(tree: &Tree, first: usize, verb: usize) -> bool {
    let word = &tree.words[first];
    if matches!(word.rel, Rel::Xcomp | Rel::Advcl) && is_infinitive(tree, first) {
        return word.morph == Morph::Base;
    }
    if word.rel != Rel::Ccomp {
        return false;
    }
    let modal = tree.children(first).any(|kid| tree.words[kid].morph == Morph::Modal);
    // "should have been allowed or *refused*"
    let shared =
        tree.child(first, Rel::AuxPass).is_some() || tree.words[first].morph != Morph::Base;
    let says = tree.child(verb, Rel::Ccomp).is_some_and(|clause| clause > verb);
    modal && (!shared || says)
}

fn is_infinitive(tree: &Tree, verb: usize) -> bool {
    tree.child(verb, Rel::Mark).is_some_and(|to| &*tree.words[to].lemma == "to")
}

/// "said they *had* no water and *had never received* any", "said it would close and *would sell*": what has
/// the auxiliary of the clause that is told goes on from that, not from the verb that tells it.
pub(super) fn same_tense(tree: &mut Tree, verb: usize) {
    if tree.words[verb].rel != Rel::Conj || !is_bare(tree, verb) {
        return;
    }
    let Some(says) = tree.head(verb).filter(|&says| says < verb) else { return };
    let Some(clause) = told_before(tree, says, verb) else { return };
    let aux = |at: usize| {
        let lemma = &*tree.words[tree.child(at, Rel::Aux)?].lemma;
        matches!(lemma, "have" | "would" | "could" | "might" | "should").then_some(lemma)
    };
    if aux(verb).is_some() && aux(verb) == aux(clause) {
        tree.words[verb].head = index(clause);
    }
}

/// The last clause before `verb` that a past tense, or one that goes on from it, tells.
fn told_before(tree: &Tree, says: usize, verb: usize) -> Option<usize> {
    let next = tree.children(says).filter(|&kid| kid < verb && tree.words[kid].rel == Rel::Conj);
    std::iter::once(says)
        .chain(next)
        .filter_map(|says| {
            let plain =
                tree.words[says].morph == Morph::Past && tree.child(says, Rel::Aux).is_none();
            let told = |&clause: &usize| {
                tree.words[clause].rel == Rel::Ccomp
                    && says < clause
                    && clause < verb
                    && tree.children(clause).any(|kid| is_subject(tree, kid))
            };
            tree.children(says).filter(|_| plain).find(told)
        })
        .last()
}

/// "every fault *found* in the survey *had been repaired*": of two verbs behind a noun, of which the second has
/// the auxiliary and nothing parts them, the first modifies the noun.
pub(super) fn reduced(tree: &mut Tree, first: usize) {
    let word = &tree.words[first];
    let form = matches!(word.morph, Morph::Past | Morph::Participle);
    let auxiliary = [Rel::Aux, Rel::AuxPass, Rel::Cop, Rel::Obj]
        .iter()
        .any(|&rel| tree.child(first, rel).is_some());
    if word.upos != Upos::Verb || !form || auxiliary {
        return;
    }
    let subject = tree.children(first).find(|&kid| {
        let noun = matches!(tree.words[kid].upos, Upos::Noun | Upos::Propn);
        kid + 1 == first && is_subject(tree, kid) && noun
    });
    let Some(subject) = subject else { return };
    let Some(verb) = tree.children(first).find(|&kid| is_predicate(tree, first, kid)) else {
        return;
    };
    let above = (tree.words[first].head, tree.words[first].rel);
    for kid in tree.children(first).collect::<Vec<_>>() {
        if kid > verb || kid < subject {
            tree.words[kid].head = index(verb);
        }
    }
    let passive = tree.child(verb, Rel::AuxPass).is_some();
    (tree.words[verb].head, tree.words[verb].rel) = above;
    tree.words[subject].head = index(verb);
    tree.words[subject].rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
    (tree.words[first].head, tree.words[first].rel) = (index(subject), Rel::Acl);
}

/// Whether a verb with an auxiliary stands right behind the phrases of the one before it.
fn is_predicate(tree: &Tree, first: usize, verb: usize) -> bool {
    let loose =
        matches!(tree.words[verb].rel, Rel::Ccomp | Rel::Conj | Rel::Parataxis | Rel::Xcomp);
    let joined = [Rel::Cc, Rel::Mark].iter().any(|&rel| tree.child(verb, rel).is_some());
    let auxiliary = tree
        .children(verb)
        .find(|&kid| kid < verb && matches!(tree.words[kid].rel, Rel::Aux | Rel::AuxPass));
    let Some(auxiliary) = auxiliary else { return false };
    let phrase = |at: usize| {
        !matches!(
            tree.words[at].upos,
            Upos::Punct | Upos::Verb | Upos::Aux | Upos::Sconj | Upos::Cconj
        )
    };
    verb > first
        && loose
        && !joined
        && is_bare(tree, verb)
        && auxiliary > first + 1
        && (first + 1..auxiliary).all(phrase)
}

/// "The company, which is old, *plans* to build": a plural behind its subject and before an infinitive is a verb.
pub(super) fn plural_verb(tree: &mut Tree, at: usize) {
    let word = &tree.words[at];
    let inflected = word.morph == Morph::Plural || word.lemma.ends_with('s');
    if word.upos != Upos::Noun || !inflected || tree.child(at, Rel::Cop).is_some() {
        return;
    }
    let own = [Rel::Det, Rel::NmodPoss, Rel::Amod, Rel::Case, Rel::Nummod];
    let subject = tree.children(at).any(|kid| kid < at && tree.words[kid].rel == Rel::Nsubj);
    let infinitive = tree.children(at).any(|kid| {
        tree.child(kid, Rel::Mark) == Some(at + 1) && &*tree.words[at + 1].lemma == "to"
    });
    if subject && infinitive && own.iter().all(|&rel| tree.child(at, rel).is_none()) {
        let word = &mut tree.words[at];
        (word.upos, word.morph) = (Upos::Verb, Morph::Present);
        if word.lemma.ends_with('s') {
            word.lemma = by_rule(&word.lemma.clone(), Upos::Verb, Morph::Present).into();
        }
    }
}
