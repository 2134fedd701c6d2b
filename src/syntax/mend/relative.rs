//! A clause that commas set apart behind the subject leads a parser to take its verb, or the subject,
//! for the predicate of the sentence.

use super::super::tree::{Morph, Rel, Tree, Upos};
use super::{index, is_bare, is_subject, raise};

/// "The barge, *loaded* with grain, *sank*", "a teacher, whose family *asked* for privacy, *was killed*":
/// the verb behind the second comma is the predicate, the one before it modifies the subject.
pub(super) fn set_apart(tree: &mut Tree, is_comma: &impl Fn(&Tree, usize) -> bool) {
    let root = tree.root();
    let Some(subject) = tree.children(root).find(|&kid| kid < root && is_subject(tree, kid)) else {
        return aside(tree, root, is_comma);
    };
    let verb = if participle(tree, root, subject, is_comma) || possessive(tree, root, subject) {
        goes_on(tree, root, is_comma)
    } else {
        right_behind(tree, root, subject)
    };
    let Some(verb) = verb else { return };
    let own = tree.children(root).filter(|&kid| kid > verb || kid == subject);
    for kid in own.filter(|&kid| kid != verb).collect::<Vec<_>>() {
        tree.words[kid].head = index(verb);
    }
    let passive = tree.child(verb, Rel::AuxPass).is_some();
    tree.words[subject].rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
    (tree.words[verb].head, tree.words[verb].rel) = (None, Rel::Root);
    let whose = tree.children(root).any(|kid| is_subject(tree, kid));
    tree.words[root].head = index(subject);
    tree.words[root].rel = if whose { Rel::AclRelcl } else { Rel::Acl };
}

/// "Tarvo *shares*, which had gained 3 percent, *fell* 2 percent": the subject was taken for the whole.
fn aside(tree: &mut Tree, root: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    let noun = matches!(tree.words[root].upos, Upos::Noun | Upos::Propn);
    // "*The builder* at the heart of the affair, *Ivo Holm*, pleaded guilty"
    let named = || {
        let name = |&at: &usize| {
            tree.words[at].rel == Rel::Appos && tree.words[at].upos == Upos::Propn && at > root
        };
        tree.subtree(root).into_iter().find(name)
    };
    let relative = tree.child(root, Rel::AclRelcl);
    let relative = relative.or_else(|| tree.child(root, Rel::Appos)).or_else(named);
    let apart = relative.is_some_and(|kid| {
        let first = tree.subtree(kid).into_iter().min().unwrap_or(kid);
        let inside = |at: &usize| is_comma(tree, *at);
        first.checked_sub(1).is_some_and(|before| is_comma(tree, before))
            || tree.subtree(kid).iter().any(inside)
    });
    let whole = tree.child(root, Rel::Cop).is_none() && tree.child(root, Rel::Case).is_none();
    // "*The older* of the two, on Quay Street, *opened*"
    let one = tree.words[root].upos == Upos::Adj
        && tree.child(root, Rel::Det).is_some_and(|the| &*tree.words[the].lemma == "the");
    if let Some(verb) = goes_on(tree, root, is_comma).filter(|_| one && whole) {
        raise(tree, verb, root);
        if tree.child(verb, Rel::AuxPass).is_some() {
            tree.words[root].rel = Rel::NsubjPass;
        }
        return;
    }
    if !(noun && whole) {
        return;
    }
    if let Some(verb) = behind_relative(tree, root) {
        return raise(tree, verb, root);
    }
    if !apart {
        if let Some(verb) = behind_phrase(tree, root, is_comma) {
            raise(tree, verb, root);
        }
        return;
    }
    let verb = goes_on(tree, root, is_comma)
        .or_else(|| relative.and_then(|clause| goes_on(tree, clause, is_comma)))
        .or_else(|| relative.and_then(|clause| on_comma(tree, clause, is_comma)));
    let Some(verb) = verb else { return };
    // "…, said the mayor": the speaker follows.
    let spoken = tree.children(verb).all(|kid| {
        let cased = tree.child(kid, Rel::Case).is_some();
        kid < verb || cased || tree.words[kid].upos != Upos::Propn
    });
    if let Some(clause) = relative.filter(|&kid| kid < verb && spoken) {
        // "who voted no, *left*"
        for kid in tree.children(verb).filter(|&kid| kid < verb).collect::<Vec<_>>() {
            if tree.words[kid].rel == Rel::Discourse {
                tree.words[kid].head = index(clause);
            }
        }
        raise(tree, verb, root);
        if tree.child(verb, Rel::AuxPass).is_some() {
            tree.words[root].rel = Rel::NsubjPass;
        } else if tree.child(verb, Rel::Aux).is_none()
            && tree.words[verb].morph == Morph::Participle
        {
            tree.words[verb].morph = Morph::Past;
        }
    }
}

/// "Shares in Holm, which have lost 22 percent, *closed* lower": a finite verb that hangs on the comma before it.
fn on_comma(tree: &Tree, clause: usize, is_comma: &impl Fn(&Tree, usize) -> bool) -> Option<usize> {
    (clause + 2..tree.words.len()).find(|&verb| {
        let comma = tree.head(verb).filter(|&comma| comma < verb && is_comma(tree, comma));
        let between = comma.map_or(verb, |comma| comma + 1)..verb;
        let leads = |at: usize| matches!(tree.words[at].upos, Upos::Aux | Upos::Adv | Upos::Part);
        let joined = [Rel::Cc, Rel::Mark].iter().any(|&rel| tree.child(verb, rel).is_some());
        let word = &tree.words[verb];
        let own = tree.children(verb).any(|kid| is_subject(tree, kid));
        let deed = word.upos == Upos::Verb && word.morph == Morph::Participle && !own;
        comma.is_some_and(|comma| comma > clause)
            && between.into_iter().all(leads)
            && !joined
            && (deed || is_bare(tree, verb))
    })
}

/// "The second round, *on 16 May*, led to a swap": a phrase between commas behind the subject of a full sentence.
/// In "A tram, painted by pupils, parked in Brod" nobody can tell.
fn behind_phrase(
    tree: &Tree,
    root: usize,
    is_comma: &impl Fn(&Tree, usize) -> bool,
) -> Option<usize> {
    let kids = tree.children(root).filter(|&kid| kid > root);
    let behind = |kid: &usize| kid.checked_sub(1).is_some_and(|before| is_comma(tree, before));
    let verb = kids.filter(|&kid| tree.words[kid].rel == Rel::Acl && is_bare(tree, kid)).last()?;
    let phrase = tree.children(root).filter(|&kid| kid > root && kid < verb).any(|kid| {
        let first = tree.subtree(kid).into_iter().min().unwrap_or(kid);
        first > root && behind(&first)
    });
    let definite = tree.child(root, Rel::Det).is_some_and(|det| &*tree.words[det].lemma == "the")
        || [Rel::Nummod, Rel::NmodPoss].iter().any(|&rel| tree.child(root, rel).is_some());
    // "*radioed* at noon that stones were falling"
    let says = tree.children(verb).any(|kid| {
        let that =
            tree.child(kid, Rel::Mark).is_some_and(|mark| &*tree.words[mark].lemma == "that");
        kid > verb && that && tree.children(kid).any(|kid| is_subject(tree, kid))
    });
    let active = says
        || tree.words.get(verb + 1).is_some_and(|next| {
            !matches!(&*next.lemma, "by" | "with" | "in" | "at" | "on" | "for" | "as" | "from")
        });
    (phrase && definite && active && behind(&verb)).then_some(verb)
}

/// "A measure that would have raised 4 million *failed*": a past tense behind the object of a relative clause,
/// without "and" or "to".
fn behind_relative(tree: &Tree, root: usize) -> Option<usize> {
    let clause = tree.child(root, Rel::AclRelcl).filter(|&clause| clause > root)?;
    let told = |at: &usize| {
        let own = tree.words[*at].rel == Rel::Obj || tree.words[*at].rel == Rel::Obl;
        own && *at > clause
    };
    let object = tree.children(clause).find(told)?;
    let mut kids = tree.children(clause).chain(tree.children(root));
    kids.find(|&kid| {
        let loose = matches!(
            tree.words[kid].rel,
            Rel::Xcomp | Rel::Ccomp | Rel::Parataxis | Rel::Conj | Rel::Acl
        );
        let joined = [Rel::Cc, Rel::Mark].iter().any(|&rel| tree.child(kid, rel).is_some());
        let past = tree.words[kid].morph == Morph::Past || tree.child(kid, Rel::Aux).is_some();
        let beside = kid > 0 && tree.words[kid - 1].upos != Upos::Punct;
        kid > object && loose && !joined && past && beside && is_bare(tree, kid)
    })
}

/// A finite verb without a subject and without "and" behind a comma, loosely joined to the root.
pub(super) fn goes_on(
    tree: &Tree,
    root: usize,
    is_comma: &impl Fn(&Tree, usize) -> bool,
) -> Option<usize> {
    tree.children(root).find(|&kid| {
        let rel = tree.words[kid].rel;
        let loose = matches!(rel, Rel::Parataxis | Rel::Conj | Rel::Ccomp | Rel::Acl)
            || rel == Rel::Advcl && tree.words[kid].morph == Morph::Past;
        let joined = [Rel::Cc, Rel::Mark].iter().any(|&rel| tree.child(kid, rel).is_some());
        let leads = |word: &usize| {
            matches!(tree.words[*word].upos, Upos::Aux | Upos::Adv | Upos::Part)
                && tree.head(*word) == Some(kid)
        };
        let first = (root + 1..kid).rev().take_while(leads).last().unwrap_or(kid);
        kid > root + 1
            && loose
            && !joined
            && is_bare(tree, kid)
            && first > 0
            && is_comma(tree, first - 1)
    })
}

/// "The barge, *loaded* …": right behind the comma that ends the subject, with no auxiliary.
fn participle(
    tree: &Tree,
    verb: usize,
    subject: usize,
    is_comma: &impl Fn(&Tree, usize) -> bool,
) -> bool {
    let word = &tree.words[verb];
    let form = word.upos == Upos::Verb
        && matches!(word.morph, Morph::Participle | Morph::Past | Morph::Gerund);
    let auxiliary =
        [Rel::Aux, Rel::AuxPass, Rel::Cop].iter().any(|&rel| tree.child(verb, rel).is_some());
    let start = (subject + 1..verb)
        .rev()
        .take_while(|&at| tree.words[at].upos == Upos::Adv)
        .last()
        .unwrap_or(verb);
    let comma = start.checked_sub(1).filter(|&at| is_comma(tree, at));
    let behind = comma.is_some_and(|comma| tree.words[comma - 1].upos != Upos::Punct);
    form && !auxiliary
        && behind
        && comma.is_some_and(|comma| {
            // Between the subject and the comma nothing else is set apart.
            !(subject + 1..comma).any(|at| is_comma(tree, at))
        })
}

/// "An army helicopter *carrying* supplies *made* a landing": without commas, a form in -ing behind the subject
/// and the finite verb below it.
fn right_behind(tree: &Tree, root: usize, subject: usize) -> Option<usize> {
    let word = &tree.words[root];
    let auxiliary = [Rel::Aux, Rel::AuxPass, Rel::Cop];
    let auxiliary = auxiliary.iter().any(|&rel| tree.child(root, rel).is_some());
    let form = word.upos == Upos::Verb && word.morph == Morph::Gerund;
    if !form || auxiliary || subject + 1 != root {
        return None;
    }
    tree.children(root).find(|&kid| {
        let loose = matches!(tree.words[kid].rel, Rel::Ccomp | Rel::Parataxis)
            || tree.words[kid].rel == Rel::Xcomp && tree.words[kid].morph == Morph::Past;
        let joined = [Rel::Cc, Rel::Mark].iter().any(|&rel| tree.child(kid, rel).is_some());
        kid > root && loose && !joined && is_bare(tree, kid)
    })
}

/// "At the hospital, where the power failed, *doctors operated*": a phrase that opens the sentence is not what
/// it tells of.
pub(super) fn fronted(tree: &mut Tree, is_comma: &impl Fn(&Tree, usize) -> bool) {
    let root = tree.root();
    let phrase = matches!(tree.words[root].upos, Upos::Noun | Upos::Propn)
        && tree.child(root, Rel::Case) == Some(0)
        && tree.child(root, Rel::Cop).is_none();
    if !phrase {
        return;
    }
    let clause = |verb: &usize| {
        let word = &tree.words[*verb];
        let finite = matches!(word.morph, Morph::Past | Morph::Present);
        let noun = tree.head(*verb).filter(|&noun| noun > root && noun < *verb);
        let behind = noun.is_some_and(|noun| {
            let first = tree.subtree(noun).into_iter().min().unwrap_or(noun);
            let loose = matches!(tree.words[noun].rel, Rel::Appos | Rel::Conj);
            let comma = is_comma(tree, first) || first > 0 && is_comma(tree, first - 1);
            loose && comma && matches!(tree.words[noun].upos, Upos::Noun | Upos::Propn)
        });
        finite && word.upos == Upos::Verb && word.rel == Rel::Acl && behind && is_bare(tree, *verb)
    };
    let Some(verb) = (root + 1..tree.words.len()).find(clause) else { return };
    let Some(noun) = tree.head(verb) else { return };
    for kid in tree.children(root).filter(|&kid| kid > verb).collect::<Vec<_>>() {
        tree.words[kid].head = index(verb);
    }
    for second in verb + 1..tree.words.len() {
        let before = tree.head(second).is_some_and(|head| head < noun);
        if tree.words[second].rel == Rel::Conj && tree.words[second].upos == Upos::Verb && before {
            tree.words[second].head = index(verb);
        }
    }
    (tree.words[verb].head, tree.words[verb].rel) = (None, Rel::Root);
    (tree.words[noun].head, tree.words[noun].rel) = (index(verb), Rel::Nsubj);
    (tree.words[root].head, tree.words[root].rel) = (index(verb), Rel::Obl);
}

/// "a teacher, *whose* family asked": a second subject that is owned by the first.
fn possessive(tree: &Tree, verb: usize, subject: usize) -> bool {
    let owned = |kid: usize| {
        let whose = tree.child(kid, Rel::NmodPoss);
        kid > subject
            && kid < verb
            && is_subject(tree, kid)
            && whose.is_some_and(|at| &*tree.words[at].lemma == "whose")
    };
    tree.children(verb).any(owned)
}

/// "a network *that* critics say *has been starved*": the pronoun is the subject of what is said.
pub(super) fn reported(tree: &mut Tree, say: usize) {
    if tree.words[say].rel != Rel::AclRelcl || tree.words[say].upos != Upos::Verb {
        return;
    }
    let pronoun = tree
        .child(say, Rel::Obj)
        .filter(|&at| at < say && matches!(tree.words[at].upos, Upos::Pron | Upos::Sconj));
    let own = tree.children(say).any(|kid| is_subject(tree, kid) && kid + 1 == say);
    let Some(pronoun) = pronoun.filter(|_| own) else { return };
    let leads = |word: &usize| matches!(tree.words[*word].upos, Upos::Aux | Upos::Adv | Upos::Part);
    let skipped = (say + 1..tree.words.len()).take_while(leads).count();
    let verb = say + 1 + skipped;
    let loose = |verb: usize| {
        matches!(tree.words[verb].rel, Rel::Ccomp | Rel::Conj | Rel::Parataxis | Rel::Root)
    };
    if verb >= tree.words.len() || !loose(verb) || !is_bare(tree, verb) {
        return;
    }
    if tree.words[verb].rel == Rel::Root {
        return;
    }
    let passive = tree.child(verb, Rel::AuxPass).is_some();
    (tree.words[verb].head, tree.words[verb].rel) = (index(say), Rel::Ccomp);
    tree.words[pronoun].head = index(verb);
    tree.words[pronoun].rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
}

/// "three guards who, survivors said, *had gone* back": what a clause between commas behind a relative pronoun
/// tells is the verb behind it, and that belongs to the noun before.
pub(super) fn spoken(tree: &mut Tree, is_comma: &impl Fn(&Tree, usize) -> bool) {
    for pronoun in 1..tree.words.len() {
        let relative = matches!(&*tree.words[pronoun].lemma, "who" | "which" | "that")
            && pronoun + 2 < tree.words.len()
            && is_comma(tree, pronoun + 1);
        if let Some((says, verb)) = relative.then(|| inserted(tree, pronoun, is_comma)).flatten() {
            give_verb(tree, pronoun, says, verb);
        }
    }
}

/// The verb of the clause between the commas behind a pronoun, and the verb behind that clause.
fn inserted(
    tree: &Tree,
    pronoun: usize,
    is_comma: &impl Fn(&Tree, usize) -> bool,
) -> Option<(usize, usize)> {
    let says = (pronoun + 2..tree.words.len()).find(|&at| tree.words[at].upos == Upos::Verb)?;
    let finite = matches!(tree.words[says].morph, Morph::Past | Morph::Present);
    let own = tree.children(says).any(|kid| is_subject(tree, kid) && kid + 1 == says);
    let closed = says + 1 < tree.words.len() && is_comma(tree, says + 1);
    let leads = |word: &usize| matches!(tree.words[*word].upos, Upos::Aux | Upos::Adv | Upos::Part);
    let verb = says + 2 + (says + 2..tree.words.len()).take_while(leads).count();
    let word = tree.words.get(verb)?;
    let tense = matches!(word.morph, Morph::Past | Morph::Present) || verb > says + 2;
    let free = tree.children(verb).all(|kid| kid < pronoun || !is_subject(tree, kid));
    let fits = word.upos == Upos::Verb && tense && free && finite && own && closed;
    fits.then_some((says, verb))
}

/// Makes `verb` the predicate of the relative clause of `pronoun`, and `says` what is set into it.
fn give_verb(tree: &mut Tree, pronoun: usize, says: usize, verb: usize) {
    let noun = |at: usize| matches!(tree.words[at].upos, Upos::Noun | Upos::Propn) && at < pronoun;
    let above = std::iter::once(says).chain(tree.ancestors(says)).find(|&up| noun(up));
    let Some(above) = above else { return };
    if tree.ancestors(above).any(|up| up == verb) {
        let lineage: Vec<usize> = std::iter::once(above).chain(tree.ancestors(above)).collect();
        let Some(top) = lineage.iter().position(|&up| up == verb).map(|at| lineage[at - 1]) else {
            return;
        };
        let kids = tree.children(verb).filter(|&kid| kid < pronoun && kid != top);
        for kid in kids.collect::<Vec<_>>() {
            tree.words[kid].head = index(top);
        }
        (tree.words[top].head, tree.words[top].rel) = (tree.words[verb].head, tree.words[verb].rel);
    }
    (tree.words[verb].head, tree.words[verb].rel) = (index(above), Rel::AclRelcl);
    (tree.words[says].head, tree.words[says].rel) = (index(verb), Rel::Parataxis);
    let passive = tree.child(verb, Rel::AuxPass).is_some();
    tree.words[pronoun].head = index(verb);
    tree.words[pronoun].rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
}

/// "in *fighting* that killed four": behind a preposition a form in -ing is a noun, and "that" right behind it the
/// subject of a relative clause.
pub(super) fn deed_that(tree: &mut Tree, verb: usize) {
    let Some(deed) = tree.head(verb).filter(|&deed| deed + 2 == verb) else { return };
    let that = &tree.words[deed + 1];
    let relative = &*that.lemma == "that" && that.rel == Rel::Nsubj && that.head == index(verb);
    let mark = tree.child(deed, Rel::Mark).filter(|&mark| mark + 1 == deed);
    let gerund = tree.words[deed].morph == Morph::Gerund && tree.words[deed].rel == Rel::Advcl;
    let within = mark.is_some_and(|mark| matches!(&*tree.words[mark].lemma, "in" | "by" | "from"));
    if let Some(mark) = mark.filter(|_| relative && gerund && within) {
        tree.words[verb].rel = Rel::AclRelcl;
        (tree.words[deed].rel, tree.words[deed].upos) = (Rel::Obl, Upos::Noun);
        (tree.words[mark].rel, tree.words[mark].upos) = (Rel::Case, Upos::Adp);
    }
}
