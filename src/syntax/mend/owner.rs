//! Which verb a subject, a time or a clause belongs to, where form and order leave one reading.

use super::super::lemma::{is_lasting, is_telling};
use super::super::tree::{Morph, Rel, Tree, Upos};
use super::noun::is_followed_by_deed;
use super::{index, is_bare, is_subject, raise};

/// Mends what hangs on one word.
pub(super) fn word(tree: &mut Tree, at: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    as_clause(tree, at);
    behind_clause(tree, at, is_comma);
    worth(tree, at);
    title_in_ing(tree, at);
    to_be_done(tree, at, is_comma);
    provided(tree, at);
    second_phrase(tree, at, is_comma);
    behind_time(tree, at);
    noun_for(tree, at);
    second_to_do(tree, at);
    clause_of_report(tree, at);
}

/// Mends which verb is that of the sentence.
pub(super) fn sentence(tree: &mut Tree, is_comma: &impl Fn(&Tree, usize) -> bool) {
    behind_relative(tree);
    behind_apposition(tree, is_comma);
}

/// "Stocks *fall* as *bank* cuts outlook": a noun behind "as" with a finite verb right behind it is the subject of that.
fn as_clause(tree: &mut Tree, verb: usize) {
    let word = &tree.words[verb];
    let loose = matches!(word.rel, Rel::Parataxis | Rel::Conj | Rel::Advcl | Rel::Acl | Rel::Ccomp);
    let joined = [Rel::Cc, Rel::Mark].iter().any(|&rel| tree.child(verb, rel).is_some());
    let tense = matches!(word.morph, Morph::Present | Morph::Past);
    if !loose || joined || !tense || !is_bare(tree, verb) || verb == 0 {
        return;
    }
    let noun = verb - 1;
    let nominal = matches!(tree.words[noun].upos, Upos::Noun | Upos::Propn);
    let phrase = matches!(tree.words[noun].rel, Rel::Obl | Rel::Nmod);
    let case = tree.child(noun, Rel::Case).filter(|&case| &*tree.words[case].lemma == "as");
    let Some(case) = case.filter(|_| nominal && phrase) else { return };
    // "was hired as a *cook killed* by …": a participle may modify the noun.
    if word.rel == Rel::Acl && word.morph != Morph::Present {
        return;
    }
    (tree.words[verb].head, tree.words[verb].rel) = (tree.words[noun].head, Rel::Advcl);
    (tree.words[noun].head, tree.words[noun].rel) = (index(verb), Rel::Nsubj);
    let mark = &mut tree.words[case];
    (mark.head, mark.rel, mark.upos) = (index(verb), Rel::Mark, Upos::Sconj);
}

/// "free until a court has ruled, *his lawyer said*": what stands behind the comma that ends a clause, with a subject of its own, is
/// no part of that clause.
fn behind_clause(tree: &mut Tree, verb: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    if tree.words[verb].rel != Rel::Ccomp || tree.child(verb, Rel::Mark).is_some() {
        return;
    }
    let Some(clause) = tree.head(verb).filter(|&clause| clause < verb) else { return };
    let led = tree.words[clause].rel == Rel::Advcl && tree.child(clause, Rel::Mark).is_some();
    let Some(above) = tree.head(clause).filter(|&above| led && above < clause) else { return };
    let subject = tree.children(verb).any(|kid| kid < verb && is_subject(tree, kid));
    let first = tree.subtree(verb).into_iter().find(|&at| !is_comma(tree, at));
    let cut = first.and_then(|first| first.checked_sub(1)).is_some_and(|at| is_comma(tree, at));
    if subject && cut {
        (tree.words[verb].head, tree.words[verb].rel) = (index(above), Rel::Parataxis);
    }
}

/// "contracts worth *2 million euros* were signed": of two subjects the sum right behind "worth" is none.
fn worth(tree: &mut Tree, sum: usize) {
    let counted = tree.child(sum, Rel::Nummod).is_some();
    if !is_subject(tree, sum) || !counted {
        return;
    }
    let Some(verb) = tree.head(sum).filter(|&verb| verb > sum) else { return };
    let first = tree.subtree(sum).into_iter().find(|&at| &*tree.words[at].lemma != "worth");
    let Some(worth) = first.and_then(|first| first.checked_sub(1)) else { return };
    let noun = worth.checked_sub(1).filter(|&noun| tree.words[noun].upos == Upos::Noun);
    let Some(noun) = noun.filter(|_| &*tree.words[worth].lemma == "worth") else { return };
    let other = tree.children(verb).any(|kid| kid < worth && is_subject(tree, kid));
    if other {
        (tree.words[worth].head, tree.words[worth].rel) = (index(noun), Rel::Amod);
        (tree.words[sum].head, tree.words[sum].rel) = (index(worth), Rel::Obl);
    }
}

/// "said *managing director* Ida Holm": a form in -ing right before a noun without an article, and that before a name, tells what
/// the person is.
fn title_in_ing(tree: &mut Tree, title: usize) {
    let word = &tree.words[title];
    if word.upos != Upos::Verb || word.morph != Morph::Gerund {
        return;
    }
    let name = tree.child(title, Rel::Obj).filter(|&name| tree.words[name].upos == Upos::Propn);
    let Some(name) = name.filter(|&name| name == title + 2) else { return };
    let noun = title + 1;
    let described = tree.head(noun) == Some(name)
        && matches!(tree.words[noun].rel, Rel::NmodDesc | Rel::Compound)
        && tree.words[noun].upos == Upos::Noun
        && tree.words[noun].morph != Morph::Plural;
    let own = [Rel::Aux, Rel::Mark, Rel::Nsubj].iter().any(|&rel| tree.child(title, rel).is_some());
    if !described || own {
        return;
    }
    let (head, rel) = (tree.words[title].head, tree.words[title].rel);
    let says = head.map(|head| head as usize);
    for kid in tree.children(title).filter(|&kid| kid != name).collect::<Vec<_>>() {
        tree.words[kid].head = index(name);
    }
    let speaker = rel == Rel::Ccomp && says.is_some_and(|says| says < title);
    (tree.words[name].head, tree.words[name].rel) = (head, if speaker { Rel::Nsubj } else { rel });
    let word = &mut tree.words[title];
    (word.head, word.rel, word.upos) = (index(noun), Rel::Amod, Upos::Adj);
}

/// "offered a bonus, *to be paid* after two years": what is to be done behind a comma is done to the object.
fn to_be_done(tree: &mut Tree, verb: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    let loose = matches!(tree.words[verb].rel, Rel::Advcl | Rel::Xcomp);
    let to = tree.child(verb, Rel::Mark).filter(|&to| &*tree.words[to].lemma == "to");
    let passive = tree.child(verb, Rel::AuxPass).is_some();
    let Some(to) = to.filter(|&to| loose && passive && to > 0 && is_comma(tree, to - 1)) else {
        return;
    };
    let Some(above) = tree.head(verb).filter(|&above| above < to) else { return };
    let object =
        tree.children(above).filter(|&kid| tree.words[kid].rel == Rel::Obj && kid < to).last();
    let active = tree.child(above, Rel::AuxPass).is_none();
    if let Some(object) = object.filter(|_| active) {
        (tree.words[verb].head, tree.words[verb].rel) = (index(object), Rel::Acl);
    }
}

/// "may enter *provided (that)* they pay": before a clause of its own and with neither subject nor object it is a conjunction.
fn provided(tree: &mut Tree, at: usize) {
    let word = &tree.words[at];
    let participle = matches!(word.morph, Morph::Past | Morph::Participle);
    if word.upos != Upos::Verb || !participle || &*word.lemma != "provide" {
        return;
    }
    let own = [Rel::Nsubj, Rel::NsubjPass, Rel::Aux, Rel::AuxPass, Rel::Obj, Rel::Cc];
    let clause = tree.child(at, Rel::Ccomp).filter(|&clause| clause > at);
    let Some(clause) = clause.filter(|_| own.iter().all(|&rel| tree.child(at, rel).is_none()))
    else {
        return;
    };
    let subject = tree.children(clause).any(|kid| kid < clause && is_subject(tree, kid));
    let Some(mut above) = tree.head(at).filter(|&above| subject && above < at) else { return };
    // "…, she added, provided that …": it is a condition of what she added.
    if let Some(main) = tree.head(above).filter(|_| tree.words[above].rel == Rel::Parataxis) {
        above = main;
    }
    (tree.words[clause].head, tree.words[clause].rel) = (index(above), Rel::Advcl);
    if let Some(that) = tree.child(clause, Rel::Mark).filter(|&that| that == at + 1) {
        (tree.words[that].head, tree.words[that].rel) = (index(at), Rel::Dep);
    }
    for kid in tree.children(at).filter(|&kid| kid > clause || kid < at).collect::<Vec<_>>() {
        tree.words[kid].head = index(clause);
    }
    let word = &mut tree.words[at];
    (word.head, word.rel, word.upos) = (index(clause), Rel::Mark, Upos::Sconj);
    word.lemma = "provided".into();
}

/// "was there in May *and in June*, she said": a second phrase with the preposition of the one before "and" is joined to that, and
/// what stands behind the comma is no second clause.
fn second_phrase(tree: &mut Tree, verb: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    if tree.words[verb].rel != Rel::Conj || tree.words[verb].upos != Upos::Verb {
        return;
    }
    let Some(and) = tree.child(verb, Rel::Cc) else { return };
    let phrase = tree.children(verb).find(|&kid| {
        tree.words[kid].rel == Rel::Obl && tree.child(kid, Rel::Case) == Some(and + 1)
    });
    let Some((phrase, first)) = phrase.zip(and.checked_sub(1)) else { return };
    let lemma = |noun: usize| tree.child(noun, Rel::Case).map(|case| &tree.words[case].lemma);
    let alike = lemma(first).is_some() && lemma(first) == lemma(phrase);
    let subject = tree.children(verb).find(|&kid| is_subject(tree, kid) && kid > phrase);
    let cut = subject.is_some_and(|subject| (phrase..subject).any(|at| is_comma(tree, at)));
    if alike && cut && first < phrase {
        (tree.words[phrase].head, tree.words[phrase].rel) = (index(first), Rel::Conj);
        tree.words[and].head = index(phrase);
        tree.words[verb].rel = Rel::Parataxis;
    }
}

/// "Users that still run it *see* a warning": behind the object of a relative clause a bare form without "to" is what
/// the noun does, unless the clause tells of letting or seeing somebody do it.
fn behind_relative(tree: &mut Tree) {
    let root = tree.root();
    let word = &tree.words[root];
    let plain =
        [Rel::Cop, Rel::Case, Rel::Nsubj].iter().all(|&rel| tree.child(root, rel).is_none());
    if word.upos != Upos::Noun || word.morph != Morph::Plural || !plain {
        return;
    }
    let relative = |&kid: &usize| {
        let pronoun = tree.children(kid).any(|pronoun| {
            let lemma = &*tree.words[pronoun].lemma;
            is_subject(tree, pronoun) && matches!(lemma, "that" | "who" | "which")
        });
        tree.words[kid].rel == Rel::AclRelcl && kid > root && pronoun
    };
    let Some(clause) = tree.children(root).find(relative) else { return };
    if is_followed_by_deed(&tree.words[clause].lemma) {
        return;
    }
    let object = tree.children(clause).find(|&kid| kid > clause && tree.words[kid].rel == Rel::Obj);
    let verb = tree.children(clause).find(|&kid| {
        let word = &tree.words[kid];
        let plain = matches!(word.morph, Morph::Base | Morph::Present);
        let joined = [Rel::Cc, Rel::Mark, Rel::Nsubj, Rel::Aux];
        let joined = joined.iter().any(|&rel| tree.child(kid, rel).is_some());
        word.upos == Upos::Verb && word.rel == Rel::Xcomp && plain && !joined
    });
    if let Some(verb) = object.zip(verb).filter(|(object, verb)| object < verb).map(|(_, at)| at) {
        tree.words[verb].morph = Morph::Present;
        raise(tree, verb, root);
    }
}

/// "pays every month and *renews* the lease": what follows a length of time by "and" is no second one, so a plural there is a
/// verb.
fn behind_time(tree: &mut Tree, at: usize) {
    let word = &tree.words[at];
    if word.upos != Upos::Noun || word.morph != Morph::Plural || word.rel != Rel::Conj {
        return;
    }
    let Some(time) = tree.head(at).filter(|&time| is_lasting(&tree.words[time].lemma)) else {
        return;
    };
    let Some(first) = tree.head(time).filter(|_| !is_lasting(&word.lemma)) else { return };
    let and = tree.child(at, Rel::Cc).is_some_and(|and| and + 1 == at);
    let modified = tree.children(at).any(|kid| {
        kid < at
            && matches!(tree.words[kid].rel, Rel::Det | Rel::Amod | Rel::Nummod | Rel::NmodPoss)
    });
    let present = tree.words[first].upos == Upos::Verb && tree.words[first].morph == Morph::Present;
    let unmarked = tree.words[time].rel == Rel::OblUnmarked && first < time;
    if !and || modified || !present || !unmarked {
        return;
    }
    let behind: Vec<usize> = tree
        .children(first)
        .filter(|&kid| kid > at && matches!(tree.words[kid].rel, Rel::Obl | Rel::Advcl | Rel::Obj))
        .collect();
    for kid in behind {
        tree.words[kid].head = index(at);
    }
    let word = &mut tree.words[at];
    (word.head, word.rel) = (index(first), Rel::Conj);
    (word.upos, word.morph) = (Upos::Verb, Morph::Present);
}

/// "but *support for it* will be removed": behind "and" or "but" a bare form before "for" and a whole clause is the noun
/// that this clause tells of.
fn noun_for(tree: &mut Tree, noun: usize) {
    let word = &tree.words[noun];
    let bare = word.span.len() as usize == word.lemma.len();
    let joined =
        word.rel == Rel::Conj && tree.child(noun, Rel::Cc).is_some_and(|cc| cc + 1 == noun);
    let own = [Rel::Nsubj, Rel::NsubjPass, Rel::Aux, Rel::Mark, Rel::Obj];
    let own = own.iter().any(|&rel| tree.child(noun, rel).is_some());
    if word.upos != Upos::Verb || !bare || !joined || own {
        return;
    }
    let clause = tree.children(noun).find(|&kid| {
        let mark = tree.child(kid, Rel::Mark).filter(|&mark| mark == noun + 1);
        let verb = tree.words[kid].upos == Upos::Verb;
        verb && mark.is_some_and(|mark| &*tree.words[mark].lemma == "for")
    });
    let Some(clause) = clause else { return };
    let finite = [Rel::Aux, Rel::AuxPass].iter().any(|&rel| tree.child(clause, rel).is_some());
    let finite = finite || matches!(tree.words[clause].morph, Morph::Past | Morph::Present);
    let subject = tree.children(clause).find(|&kid| kid < clause && is_subject(tree, kid));
    let Some(subject) = subject.filter(|_| finite) else { return };
    let (rel, mark) = (tree.words[subject].rel, noun + 1);
    (tree.words[clause].head, tree.words[clause].rel) = (tree.words[noun].head, Rel::Conj);
    for kid in tree.children(noun).filter(|&kid| kid < noun || kid > clause).collect::<Vec<_>>() {
        tree.words[kid].head = index(clause);
    }
    (tree.words[noun].head, tree.words[noun].rel) = (index(clause), rel);
    (tree.words[noun].upos, tree.words[noun].morph) = (Upos::Noun, Morph::Singular);
    (tree.words[subject].head, tree.words[subject].rel) = (index(noun), Rel::Nmod);
    let case = &mut tree.words[mark];
    (case.head, case.rel, case.upos) = (index(subject), Rel::Case, Upos::Adp);
}

/// "expects prices to fall by 3 percent and *wages to rise*": what is to do a thing of its own is joined to those who are to
/// do the first.
fn second_to_do(tree: &mut Tree, noun: usize) {
    let word = &tree.words[noun];
    if word.rel != Rel::Conj || !matches!(word.upos, Upos::Noun | Upos::Propn) {
        return;
    }
    let to = |verb: usize| {
        let mark = tree.child(verb, Rel::Mark);
        mark.is_some_and(|mark| &*tree.words[mark].lemma == "to")
    };
    let next = |kid: usize| tree.child(kid, Rel::Mark) == Some(noun + 1) && to(kid);
    let own = tree.children(noun).find(|&kid| tree.words[kid].rel == Rel::Acl && next(kid));
    let beside = || {
        let above = tree.ancestors(noun).take(4);
        above
            .flat_map(|up| tree.children(up))
            .find(|&kid| tree.words[kid].rel == Rel::Advcl && next(kid))
    };
    let Some(deed) = own.or_else(beside) else { return };
    let first = tree.ancestors(noun).take(4).find(|&up| {
        tree.words[up].upos == Upos::Verb && tree.words[up].rel == Rel::Xcomp && to(up)
    });
    let Some(first) = first.filter(|&first| first < noun) else { return };
    let Some(verb) = tree.head(first) else { return };
    let other = tree.children(verb).any(|kid| {
        let told = tree.words[kid].rel == Rel::Obj || is_subject(tree, kid);
        told && kid + 1 < first && kid > verb
    });
    let counted = tree.head(noun).is_some_and(|head| tree.child(head, Rel::Nummod).is_some());
    if !other || !counted {
        return;
    }
    if let Some(and) = tree.child(noun, Rel::Cc) {
        tree.words[and].head = index(deed);
    }
    (tree.words[deed].head, tree.words[deed].rel) = (index(first), Rel::Conj);
    (tree.words[noun].head, tree.words[noun].rel) = (index(deed), Rel::Nsubj);
}

/// "Freight, its largest branch, *accounted* for a third": where a sentence has no other verb, the past form behind what
/// commas set apart is that.
fn behind_apposition(tree: &mut Tree, is_comma: &impl Fn(&Tree, usize) -> bool) {
    let root = tree.root();
    let word = &tree.words[root];
    let plain = [Rel::Cop, Rel::Case].iter().all(|&rel| tree.child(root, rel).is_none());
    let noun = matches!(word.upos, Upos::Noun | Upos::Propn);
    let closed = tree.words.last().is_some_and(|word| word.lemma.ends_with('.'));
    if !noun || !plain || !closed || tree.children(root).any(|kid| is_subject(tree, kid)) {
        return;
    }
    let apposed = tree.children(root).find(|&kid| tree.words[kid].rel == Rel::Appos && kid > root);
    let Some(apposed) = apposed else { return };
    let verb = tree.children(root).find(|&kid| {
        let word = &tree.words[kid];
        let past = matches!(word.morph, Morph::Past | Morph::Participle);
        word.upos == Upos::Verb && word.rel == Rel::Acl && past && kid > apposed
    });
    let Some(verb) = verb.filter(|&verb| is_comma(tree, verb - 1)) else { return };
    let opened = tree.subtree(apposed).into_iter().min().filter(|&first| first > 0);
    let opened = opened.is_some_and(|first| is_comma(tree, first - 1) || is_comma(tree, first));
    let finite = |at: usize| {
        let word = &tree.words[at];
        let tense = matches!(word.morph, Morph::Past | Morph::Present | Morph::Modal);
        let own = std::iter::once(at)
            .chain(tree.ancestors(at))
            .any(|up| matches!(tree.words[up].rel, Rel::AclRelcl | Rel::Advcl | Rel::Ccomp));
        matches!(word.upos, Upos::Verb | Upos::Aux) && tense && !own && at != verb
    };
    if opened && !(0..tree.words.len()).any(finite) {
        tree.words[verb].morph = Morph::Past;
        raise(tree, verb, root);
    }
}

/// "denied reports that *crews* had run out of water": what is told in a report, a claim or a fear is a clause of its own
/// when it lacks nothing.
fn clause_of_report(tree: &mut Tree, that: usize) {
    let word = &tree.words[that];
    let Some(verb) = tree.head(that).filter(|&verb| verb > that) else { return };
    let object = word.rel == Rel::Obj && &*word.lemma == "that";
    if !object || tree.words[verb].rel != Rel::AclRelcl || that == 0 {
        return;
    }
    let noun = that - 1;
    if !is_telling(&tree.words[noun].lemma) {
        return;
    }
    let own = tree.head(verb) == Some(noun) && tree.children(verb).any(|kid| is_subject(tree, kid));
    let full = tree.children(verb).any(|kid| {
        tree.words[kid].rel == Rel::AuxPass || kid > verb && tree.words[kid].rel == Rel::Obj
    });
    // "had run *out of* water", but "had handed *in on* Friday"
    let led = |at: usize| tree.words.get(at).map_or("", |word| &*word.lemma);
    let out = led(verb + 2) == "of" && tree.words[verb + 1].upos == Upos::Adp;
    if own && (full || out) {
        tree.words[verb].rel = Rel::Acl;
        let word = &mut tree.words[that];
        (word.upos, word.rel) = (Upos::Sconj, Rel::Mark);
    }
}
