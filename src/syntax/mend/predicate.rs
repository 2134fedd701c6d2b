//! Predicates that a tree hides: below what modifies the subject, or below a clause that only adds to the sentence.

use super::super::tree::{Morph, Rel, Tree, Upos};
use super::{index, is_bare, is_subject};

/// Gives sentences and clauses the predicates that were hung below them.
pub(super) fn words(tree: &mut Tree) {
    for at in 0..tree.words.len() {
        below_relative(tree, at);
        below_participle(tree, at);
        told_to(tree, at);
    }
}

/// "A fire that broke out in a shop *burned* for hours", "Tarvo, which backs it, *called* for talks": the verb behind a
/// relative clause that seems to go on from it is told of the noun.
fn below_relative(tree: &mut Tree, noun: usize) {
    let word = &tree.words[noun];
    let nominal = matches!(word.upos, Upos::Noun | Upos::Propn);
    let clause = match word.rel {
        Rel::Root => true,
        Rel::Conj | Rel::Parataxis => {
            tree.head(noun).is_some_and(|head| tree.words[head].upos == Upos::Verb)
        }
        _ => false,
    };
    let plain =
        [Rel::Cop, Rel::Case, Rel::Nsubj].iter().all(|&rel| tree.child(noun, rel).is_none());
    if !(nominal && clause && plain) {
        return;
    }
    let relative = tree.child(noun, Rel::AclRelcl).filter(|&relative| {
        tree.children(relative).any(|kid| {
            let pronoun = matches!(&*tree.words[kid].lemma, "who" | "which" | "that");
            pronoun && is_subject(tree, kid) && kid > noun
        })
    });
    let Some(relative) = relative else { return };
    let comma = |at: usize| tree.words[at].upos == Upos::Punct && &*tree.words[at].lemma == ",";
    let apart = comma(noun + 1);
    let verb = tree.children(relative).find(|&kid| {
        let word = &tree.words[kid];
        let loose =
            matches!(word.rel, Rel::Xcomp | Rel::Advcl | Rel::Ccomp | Rel::Conj | Rel::Parataxis);
        let own = [Rel::Cc, Rel::Mark, Rel::Nsubj, Rel::NsubjPass, Rel::Advmod];
        let free = own.iter().all(|&rel| {
            tree.child(kid, rel)
                .is_none_or(|kid| rel == Rel::Advmod && &*tree.words[kid].lemma != "when")
        });
        let own = |&at: &usize| tree.words[at].upos != Upos::Punct && at < kid;
        let first = tree.children(kid).find(own).unwrap_or(kid);
        let form = is_bare(tree, kid)
            || word.upos == Upos::Verb && apart && word.morph == Morph::Participle;
        kid > relative + 1 && loose && free && form && comma(first.min(kid) - 1) == apart
    });
    let Some(verb) = verb else { return };
    let passive = tree.child(verb, Rel::AuxPass).is_some();
    let moved: Vec<usize> = tree
        .children(relative)
        .filter(|&kid| kid > verb)
        .chain(tree.children(noun).filter(|&kid| kid > verb || tree.words[kid].rel == Rel::Cc))
        .collect();
    for kid in moved {
        tree.words[kid].head = index(verb);
    }
    (tree.words[verb].head, tree.words[verb].rel) = (tree.words[noun].head, tree.words[noun].rel);
    if !passive
        && tree.child(verb, Rel::Aux).is_none()
        && tree.words[verb].morph == Morph::Participle
    {
        tree.words[verb].morph = Morph::Past;
    }
    tree.words[noun].head = index(verb);
    tree.words[noun].rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
}

/// "The people entitled to vote *did* so": a form that may be a participle is none of the sentence where a verb
/// without a subject has a tense behind its infinitive.
fn below_participle(tree: &mut Tree, first: usize) {
    let word = &tree.words[first];
    let form = word.upos == Upos::Verb && matches!(word.morph, Morph::Past | Morph::Participle);
    let plain =
        [Rel::Aux, Rel::AuxPass, Rel::Obj].iter().all(|&rel| tree.child(first, rel).is_none());
    let subject = tree.children(first).find(|&kid| kid < first && is_subject(tree, kid));
    let Some(subject) = subject.filter(|_| form && plain) else { return };
    let infinitive = tree.child(first, Rel::Xcomp).filter(|&verb| verb == first + 2);
    let verb = infinitive.and_then(|infinitive| {
        tree.children(infinitive).find(|&kid| {
            let joined = [Rel::Cc, Rel::Mark].iter().any(|&rel| tree.child(kid, rel).is_some());
            let word = &tree.words[kid];
            kid > infinitive
                && word.rel == Rel::Xcomp
                && matches!(word.morph, Morph::Past | Morph::Present)
                && !joined
                && is_bare(tree, kid)
        })
    });
    let (Some(infinitive), Some(verb)) = (infinitive, verb) else { return };
    let above = (tree.words[first].head, tree.words[first].rel);
    let noun = if tree.ancestors(first - 1).any(|up| up == subject) { first - 1 } else { subject };
    let moved: Vec<usize> = [first, infinitive]
        .into_iter()
        .flat_map(|head| tree.children(head))
        .filter(|&kid| kid > verb || kid < subject)
        .collect();
    for kid in moved {
        tree.words[kid].head = index(verb);
    }
    let passive = tree.child(verb, Rel::AuxPass).is_some();
    (tree.words[verb].head, tree.words[verb].rel) = above;
    tree.words[subject].head = index(verb);
    tree.words[subject].rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
    (tree.words[first].head, tree.words[first].rel) = (index(noun), Rel::Acl);
    tree.words[first].morph = Morph::Participle;
}

/// "told the pair *that they had been mean*": what somebody is told is a clause of the verb.
fn told_to(tree: &mut Tree, clause: usize) {
    if tree.words[clause].rel != Rel::Acl {
        return;
    }
    let that = tree.child(clause, Rel::Mark).filter(|&mark| &*tree.words[mark].lemma == "that");
    let own = tree.children(clause).any(|kid| is_subject(tree, kid));
    let hearer = tree.head(clause).filter(|&hearer| tree.words[hearer].rel == Rel::Iobj);
    let verb = hearer.and_then(|hearer| tree.head(hearer));
    if let Some(verb) = verb.filter(|_| own && that.is_some()) {
        (tree.words[clause].head, tree.words[clause].rel) = (index(verb), Rel::Ccomp);
        if tree.child(clause, Rel::Cop).is_some() && tree.words[clause].upos == Upos::Verb {
            (tree.words[clause].upos, tree.words[clause].morph) = (Upos::Adj, Morph::None);
        }
    }
}
