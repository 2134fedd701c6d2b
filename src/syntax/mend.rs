//! Mends what a long subject does to a tree: words between it and its verb lead the parser astray.

mod alike;
mod allowed;
mod apart;
mod bearing;
mod gap;
mod headline;
mod hung;
mod joined;
mod label;
mod misread;
mod noun;
mod number;
mod order;
mod owner;
mod passive;
mod phrase;
mod predicate;
mod relative;
mod saying;
mod verb;

pub(super) use misread::surname;

use super::lemma::by_rule;
use super::tree::{Morph, Rel, Tree, Upos, Word};

/// Mends the trees of some orders of words: "said 17 patients, most of them newborns, *had died*",
/// "two of the wounded, a girl and a guard, *died*, he said", "said two women *and one man* died", "the
/// search would go on, he added, *with four ships*", "since *fighting* resumed" and "have each *drafted*
/// a plan".
pub(super) fn mend(tree: &mut Tree, is_comma: impl Fn(&Tree, usize) -> bool) {
    whole(tree, &is_comma);
    bearing::words(tree, &is_comma);
    predicate::words(tree);
    for at in 0..tree.words.len() {
        hung::word(tree, at, &is_comma);
        misread::plea(tree, at);
        misread::lasting(tree, at);
        misread::dating(tree, at);
        misread::office_before(tree, at);
        misread::behind_phrase(tree, at);
        passive::joined_participle(tree, at);
        passive::titled(tree, at, &is_comma);
        passive::switched(tree, at);
        noun::object(tree, at);
        noun::subject_before(tree, at);
        noun::participle(tree, at);
        noun::second_deed(tree, at);
        verb::used_to(tree, at);
        saying::said_when(tree, at);
        joined::plural_verb(tree, at);
        joined::reduced(tree, at);
        joined::doing(tree, at);
        verb::past_noun(tree, at);
        verb::clause_of_time(tree, at);
        verb::clause_of_two(tree, at);
        verb::marked_subject(tree, at);
        verb::ranked_since(tree, at);
        saying::own_words(tree, at, &is_comma);
        number::before_comma(tree, at, &is_comma);
        number::hedged(tree, at);
        number::two_subjects(tree, at);
        relative::deed_that(tree, at);
        verb::up_to(tree, at);
        phrase::counted_alike(tree, at);
        phrase::of_dated(tree, at);
        phrase::of_one(tree, at);
        phrase::named_apart(tree, at, &is_comma);
        headline::as_subject(tree, at);
        noun::behind_noun(tree, at);
        misread::word(tree, at);
        apart::word(tree, at);
        joined::listed_object(tree, at, &is_comma);
        gap::answered(tree, at, &is_comma);
        owner::word(tree, at, &is_comma);
    }
    owner::sentence(tree, &is_comma);
    verb::subject_of_two(tree);
    verb::more_than(tree);
    verb::deed_as_subject(tree);
    saying::speaker_behind(tree, &is_comma);
    relative::spoken(tree, &is_comma);
    apart::sentence(tree, &is_comma);
    relative::set_apart(tree, &is_comma);
    relative::fronted(tree, &is_comma);
    inserted(tree, &is_comma);
    for verb in 0..tree.words.len() {
        verb::counted(tree, verb);
        verb::object_of_deed(tree, verb);
        allowed::deed(tree, verb);
        verb::subject_of_complement(tree, verb);
        relative::reported(tree, verb);
        saying::give_back(tree, verb, &is_comma);
        saying::speaker_apart(tree, verb, &is_comma);
        saying::behind_speaker(tree, verb, &is_comma);
        gap::gapped(tree, verb, &is_comma);
        joined::second_subject(tree, verb, &is_comma);
        joined::second_clause(tree, verb);
        joined::second_deed(tree, verb);
        joined::nearest_deed(tree, verb);
        joined::same_tense(tree, verb, &is_comma);
        joined::second_infinitive(tree, verb);
        alike::relative(tree, verb);
        joined::listed_deed(tree, verb, &is_comma);
        second_subject(tree, verb);
        verb::perfect(tree, verb);
    }
    subjects(tree, &is_comma);
}

/// Gives a verb the subject that the tree has put elsewhere.
fn subjects(tree: &mut Tree, is_comma: &impl Fn(&Tree, usize) -> bool) {
    for verb in 0..tree.words.len() {
        if tree.words[verb].upos != Upos::Verb {
            continue;
        }
        if let Some((subject, predicate)) = reported(tree, verb, is_comma) {
            attach(tree, verb, subject, predicate);
        } else if let Some((subject, predicate)) = before(tree, verb) {
            attach(tree, verb, subject, predicate);
        } else if let Some((first, last, predicate)) = joined(tree, verb) {
            join(tree, first, last, predicate);
            attach(tree, verb, first, predicate);
        }
    }
    for at in 0..tree.words.len() {
        hung::leads_next(tree, at, is_comma);
    }
}

/// Mends what is told by the sentence as a whole: headlines, orders, labels, and a verb that it lacks.
fn whole(tree: &mut Tree, is_comma: &impl Fn(&Tree, usize) -> bool) {
    headline(tree);
    headline::as_clause(tree);
    headline::behind_name(tree);
    hung::moving(tree);
    hung::only_plural(tree);
    hung::measured_item(tree);
    bearing::phrase_as_root(tree);
    order::asked(tree);
    label::labelled(tree);
    number::rise(tree);
    number::deed_behind(tree);
    noun::only_verb(tree, is_comma);
    verb::headline_deed(tree);
}

/// A headline leaves out what shows a parser its verb: "Flood toll *rises* to 12", "Tallis Foods *to
/// close* two mills".
fn headline(tree: &mut Tree) {
    let finite = |word: &Word| {
        matches!(word.upos, Upos::Verb | Upos::Aux)
            && !matches!(word.morph, Morph::Base | Morph::Gerund | Morph::Participle)
    };
    if tree.words.is_empty() || tree.words.iter().any(finite) {
        return;
    }
    let root = tree.root();
    if !matches!(tree.words[root].upos, Upos::Noun | Upos::Propn) {
        return;
    }
    if let Some(verb) = (root + 1..tree.words.len()).find(|&at| moves(tree, at)) {
        tree.words[verb].upos = Upos::Verb;
        tree.words[verb].morph = Morph::Present;
        // A singular noun "rises" has no other dictionary form than itself.
        if tree.words[verb].lemma.ends_with('s') {
            let lemma = by_rule(&tree.words[verb].lemma, Upos::Verb, Morph::Present);
            tree.words[verb].lemma = lemma.into();
        }
        tree.words[verb + 2].rel = Rel::Obl;
        release(tree, verb, root);
        raise(tree, verb, root);
    } else if let Some(verb) = tree.child(root, Rel::Acl).filter(|&verb| plans(tree, root, verb)) {
        raise(tree, verb, root);
    }
}

/// Whether a noun before "to" and a number that counts nothing further is a verb.
fn moves(tree: &Tree, at: usize) -> bool {
    let word = &tree.words[at];
    let to = tree.words.get(at + 1).is_some_and(|to| &*to.lemma == "to");
    let number = tree.words.get(at + 2).is_some_and(|number| {
        number.upos == Upos::Num && !matches!(number.rel, Rel::Nummod | Rel::Compound)
    });
    let inflected = word.morph == Morph::Plural || word.lemma.ends_with('s');
    word.upos == Upos::Noun && inflected && to && number
}

/// Whether an infinitive is what a name, or some who are counted, are to do: "a plan *to build*" has
/// one too.
fn plans(tree: &Tree, noun: usize, verb: usize) -> bool {
    let doer = tree.words[noun].upos == Upos::Propn || tree.child(noun, Rel::Nummod).is_some();
    let to = tree.child(verb, Rel::Mark).is_some_and(|mark| &*tree.words[mark].lemma == "to");
    doer && to && verb > noun
}

/// What stood before a noun that is a verb belongs to the noun before it: "the toll *in the storm*".
fn release(tree: &mut Tree, verb: usize, subject: usize) {
    let Some(last) = verb.checked_sub(1).filter(|&last| tree.head(last) == Some(verb)) else {
        return;
    };
    let before: Vec<usize> = tree.children(verb).filter(|&kid| kid < last).collect();
    for kid in before {
        tree.words[kid].head = index(last);
    }
    (tree.words[last].head, tree.words[last].rel) = (index(subject), Rel::Nmod);
}

/// Makes `verb` the root and the old root its subject, with what stands before the verb.
fn raise(tree: &mut Tree, verb: usize, subject: usize) {
    let below: Vec<usize> = tree.children(subject).filter(|&kid| kid > verb).collect();
    let above = tree.head(verb);
    for kid in below {
        tree.words[kid].head = index(verb);
    }
    if let Some(above) = above.filter(|&above| above != subject) {
        let moved: Vec<usize> = tree.children(above).filter(|&kid| kid > verb).collect();
        for kid in moved {
            tree.words[kid].head = index(verb);
        }
    }
    (tree.words[verb].head, tree.words[verb].rel) = (None, Rel::Root);
    (tree.words[subject].head, tree.words[subject].rel) = (index(verb), Rel::Nsubj);
}

/// What stands behind a clause of subject and verb between commas goes on with the sentence around it.
fn inserted(tree: &mut Tree, is_comma: &impl Fn(&Tree, usize) -> bool) {
    for verb in 0..tree.words.len() {
        let word = &tree.words[verb];
        let Some(head) = tree.head(verb).filter(|&head| head < verb) else { continue };
        let closed = verb + 1 < tree.words.len() && is_comma(tree, verb + 1);
        if word.rel != Rel::Parataxis || !closed {
            continue;
        }
        let Some(subject) = tree.child(verb, Rel::Nsubj).filter(|&subject| subject < verb) else {
            continue;
        };
        let first = tree.subtree(subject).into_iter().min().unwrap_or(subject);
        let apart = first.checked_sub(1).is_some_and(|before| is_comma(tree, before));
        let behind: Vec<usize> = tree
            .children(verb)
            .filter(|&kid| kid > verb + 1 && tree.words[kid].rel == Rel::Obl)
            .filter(|&kid| tree.child(kid, Rel::Case) == Some(verb + 2))
            .collect();
        for kid in behind.into_iter().filter(|_| apart) {
            tree.words[kid].head = u32::try_from(head).ok();
        }
    }
}

/// "five were hurt and *Ida Holm*, a nurse, was killed": the noun that seems joined to the first verb is the
/// subject of the second, which goes on from the first.
fn second_subject(tree: &mut Tree, verb: usize) {
    if tree.words[verb].upos != Upos::Verb {
        return;
    }
    let before = tree.child(verb, Rel::Ccomp).filter(|&first| first < verb);
    let Some(first) = before.filter(|_| is_bare(tree, verb)) else { return };
    let nominal = |kid: &usize| {
        let word = &tree.words[*kid];
        let noun = matches!(word.upos, Upos::Noun | Upos::Propn | Upos::Pron);
        let joined = tree.child(*kid, Rel::Cc).is_some();
        noun && joined && word.rel == Rel::Conj && *kid > first && *kid < verb
    };
    let own = [Rel::Nsubj, Rel::NsubjPass].iter().any(|&rel| tree.child(first, rel).is_some());
    let Some(subject) = tree.children(first).find(nominal).filter(|_| own) else { return };
    let passive = tree.child(verb, Rel::AuxPass).is_some();
    let and = tree.child(subject, Rel::Cc);
    (tree.words[first].head, tree.words[first].rel) = (tree.words[verb].head, tree.words[verb].rel);
    (tree.words[verb].head, tree.words[verb].rel) = (index(first), Rel::Conj);
    tree.words[subject].head = index(verb);
    tree.words[subject].rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
    if let Some(and) = and {
        tree.words[and].head = index(verb);
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
    if let Some(and) = tree.child(predicate, Rel::Cc) {
        tree.words[and].head = index(last);
    }
    tree.words[last].head = index(first);
    tree.words[last].rel = Rel::Conj;
}

/// Makes `subject` the subject of `predicate`, and this what `verb` reports.
fn attach(tree: &mut Tree, verb: usize, subject: usize, predicate: usize) {
    let passive = tree.child(predicate, Rel::AuxPass).is_some();
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

fn index(at: usize) -> Option<u32> {
    u32::try_from(at).ok()
}

fn is_subject(tree: &Tree, at: usize) -> bool {
    matches!(tree.words[at].rel, Rel::Nsubj | Rel::NsubjPass)
}

/// A finite verb without a subject of its own.
fn is_bare(tree: &Tree, at: usize) -> bool {
    let word = &tree.words[at];
    if word.upos != Upos::Verb {
        return false;
    }
    let finite = matches!(word.morph, Morph::Past | Morph::Present)
        || tree.child(at, Rel::Aux).is_some()
        || tree.child(at, Rel::AuxPass).is_some();
    let own = [Rel::Nsubj, Rel::NsubjPass, Rel::Csubj, Rel::Expl];
    finite && own.iter().all(|&rel| tree.child(at, rel).is_none())
}
