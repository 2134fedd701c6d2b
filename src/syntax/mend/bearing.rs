//! Words that bear nothing in a tree of English and were given what they lead: articles, prepositions, "that";
//! and what was given to the wrong of two verbs.

use super::super::tree::{Morph, Rel, Tree, Upos};
use super::{index, is_bare, is_subject};

/// Mends what is hung on articles, then what is hung on the other words.
pub(super) fn words(tree: &mut Tree, is_comma: &impl Fn(&Tree, usize) -> bool) {
    for at in 0..tree.words.len() {
        article(tree, at);
    }
    for at in 0..tree.words.len() {
        preposition(tree, at);
        clause_of_that(tree, at);
        second_participle(tree, at);
        done_with(tree, at);
        behind_fronted(tree, at, is_comma);
        last_changed(tree, at);
        name_as_subject(tree, at);
        verb_of_name(tree, at);
        quarter(tree, at);
        noun_behind_to(tree, at);
        noun_of_phrase(tree, at);
        and_a_half(tree, at);
        one_of_counted(tree, at);
        up_to_measure(tree, at);
        named_thing(tree, at);
        joined_by_hyphens(tree, at);
    }
}

/// "in *a* heartbreaking *murder*": what stands behind an article up to the noun belongs to the noun.
fn article(tree: &mut Tree, article: usize) {
    let word = &tree.words[article];
    let leads = matches!(word.rel, Rel::Obj | Rel::Obl | Rel::Nmod | Rel::Conj | Rel::Xcomp)
        || matches!(word.rel, Rel::Nsubj | Rel::NsubjPass | Rel::Appos | Rel::Root);
    if word.upos != Upos::Det || !leads || !matches!(&*word.lemma, "a" | "an" | "the") {
        return;
    }
    let phrase = |at: &usize| {
        let upos = tree.words[*at].upos;
        matches!(upos, Upos::Adj | Upos::Adv | Upos::Num | Upos::Noun | Upos::Propn)
            || upos == Upos::Punct && matches!(&*tree.words[*at].lemma, "-" | "/")
    };
    let run: Vec<usize> = (article + 1..tree.words.len()).take_while(phrase).collect();
    let noun = run.iter().copied().find(|&at| {
        let nominal = |at: usize| matches!(tree.words[at].upos, Upos::Noun | Upos::Propn);
        let within =
            tree.head(at).is_some_and(|head| run.contains(&head) && (head > at || nominal(head)));
        nominal(at) && !within && tree.ancestors(at).any(|up| up == article)
    });
    let Some(noun) = noun else { return };
    let above = (tree.words[article].head, tree.words[article].rel);
    let kids: Vec<usize> = tree.children(article).collect();
    let between = (article + 1..noun).filter(|&at| tree.ancestors(noun).any(|up| up == at));
    let moved: Vec<usize> = between.chain(kids).filter(|&at| at != noun).collect();
    for at in moved {
        tree.words[at].head = index(noun);
        if at > article && at < noun {
            tree.words[at].rel = before_noun(tree.words[at].upos, tree.words[at].rel);
        }
    }
    (tree.words[noun].head, tree.words[noun].rel) = above;
    (tree.words[article].head, tree.words[article].rel) = (index(noun), Rel::Det);
}

/// How a word before its noun hangs on it.
fn before_noun(upos: Upos, rel: Rel) -> Rel {
    match upos {
        Upos::Adj => Rel::Amod,
        Upos::Noun | Upos::Propn => Rel::Compound,
        Upos::Num => Rel::Nummod,
        _ => rel,
    }
}

/// "a reason *for the delay*": a preposition leads the noun behind it, and the noun hangs on what is before.
fn preposition(tree: &mut Tree, at: usize) {
    let word = &tree.words[at];
    let hangs = matches!(word.rel, Rel::Acl | Rel::Nmod | Rel::Advcl | Rel::Obl);
    let Some(head) = tree.head(at).filter(|_| word.upos == Upos::Adp && hangs) else { return };
    let Some(noun) = tree.child(at, Rel::Obj).filter(|&noun| noun > at) else { return };
    let clause = [Rel::Cop, Rel::Aux, Rel::Nsubj, Rel::Mark, Rel::Case, Rel::Fixed];
    if clause.iter().any(|&rel| tree.child(at, rel).is_some()) || tree.words[noun].upos == Upos::Det
    {
        return;
    }
    let kids: Vec<usize> = tree.children(at).filter(|&kid| kid != noun).collect();
    for kid in kids {
        tree.words[kid].head = index(noun);
    }
    let of_verb = matches!(tree.words[head].upos, Upos::Verb | Upos::Adj | Upos::Adv);
    let rel = if of_verb { Rel::Obl } else { Rel::Nmod };
    (tree.words[noun].head, tree.words[noun].rel) = (index(head), rel);
    (tree.words[at].head, tree.words[at].rel) = (index(noun), Rel::Case);
}

/// "learned *that four sailors*, aged 20 to 30, *were drowning*": "that" marks the clause, whose verb is the one
/// without a subject.
fn clause_of_that(tree: &mut Tree, that: usize) {
    let word = &tree.words[that];
    let leads = matches!(word.rel, Rel::Ccomp | Rel::Acl | Rel::Advcl) && word.upos == Upos::Sconj;
    let Some(head) = tree.head(that).filter(|_| leads && &*word.lemma == "that") else { return };
    let subject = tree.children(that).find(|&kid| {
        let nominal = matches!(tree.words[kid].upos, Upos::Noun | Upos::Propn | Upos::Num);
        kid > that && nominal && (is_subject(tree, kid) || tree.words[kid].rel == Rel::Obj)
    });
    let Some(subject) = subject else { return };
    let years = |at: usize| {
        let number = |kid: usize| is_subject(tree, kid) && tree.words[kid].upos == Upos::Num;
        tree.children(at).find(|&kid| number(kid) && kid > subject)
    };
    let helped =
        |at: usize| [Rel::Aux, Rel::AuxPass].iter().any(|&rel| tree.child(at, rel).is_some());
    let bare: Vec<usize> = tree
        .subtree(that)
        .into_iter()
        .filter(|&at| at > subject && tree.words[at].rel != Rel::Root)
        .filter(|&at| is_bare(tree, at) || years(at).is_some() && helped(at))
        .collect();
    let verb = bare.iter().copied().find(|&at| helped(at)).or(bare.first().copied());
    let Some(verb) = verb else { return };
    // "four sailors, ages 20 to 30"
    if let (Some(years), Some(noun)) = (years(verb), tree.head(verb)) {
        (tree.words[years].head, tree.words[years].rel) = (index(noun), Rel::NmodUnmarked);
    }
    let passive = tree.child(verb, Rel::AuxPass).is_some();
    let kids: Vec<usize> = tree.children(that).filter(|&kid| kid != subject).collect();
    for kid in kids {
        tree.words[kid].head = index(verb);
    }
    let rel = tree.words[that].rel;
    (tree.words[verb].head, tree.words[verb].rel) = (index(head), rel);
    (tree.words[that].head, tree.words[that].rel) = (index(verb), Rel::Mark);
    tree.words[subject].head = index(verb);
    tree.words[subject].rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
}

/// "after a boy *was shot and killed*": a second participle right behind "and" goes on from the first.
fn second_participle(tree: &mut Tree, second: usize) {
    let word = &tree.words[second];
    let participle = matches!(word.morph, Morph::Participle | Morph::Past);
    if word.upos != Upos::Verb || word.rel != Rel::Conj || !participle || second < 2 {
        return;
    }
    let first = second - 2;
    let and = tree.child(second, Rel::Cc) == Some(second - 1);
    let passive = tree.words[first].upos == Upos::Verb && tree.child(first, Rel::AuxPass).is_some();
    let plain = [Rel::Nsubj, Rel::NsubjPass, Rel::Aux, Rel::AuxPass, Rel::Obj]
        .iter()
        .all(|&rel| tree.child(second, rel).is_none());
    if and && passive && plain && tree.ancestors(first).all(|up| up != second) {
        tree.words[second].head = index(first);
    }
}

/// "agreed *with Holm* to sell": right behind a verb "with" leads those with whom it is done.
fn done_with(tree: &mut Tree, with: usize) {
    let word = &tree.words[with];
    if word.rel != Rel::Mark || &*word.lemma != "with" || with == 0 {
        return;
    }
    let Some(deed) = tree.head(with).filter(|&deed| deed > with) else { return };
    let verb =
        tree.head(deed).filter(|&verb| verb + 1 == with && tree.words[verb].upos == Upos::Verb);
    let to = tree.children(deed).any(|kid| {
        tree.words[kid].rel == Rel::Mark && kid > with && &*tree.words[kid].lemma == "to"
    });
    let other = tree.children(deed).find(|&kid| kid > with && is_subject(tree, kid));
    let (Some(verb), Some(other)) = (verb.filter(|_| to), other) else { return };
    (tree.words[other].head, tree.words[other].rel) = (index(verb), Rel::Obl);
    let word = &mut tree.words[with];
    (word.head, word.rel, word.upos) = (index(other), Rel::Case, Upos::Adp);
}

/// "Excluding the sale of a mill, *earnings* were 3 million": what stands between the comma and the verb that has no
/// subject is none of the things that are excluded.
fn behind_fronted(tree: &mut Tree, verb: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    let finite = |at: usize| {
        let word = &tree.words[at];
        word.upos == Upos::Verb && matches!(word.morph, Morph::Past | Morph::Present)
    };
    let helper = tree.children(verb).find(|&kid| {
        kid < verb && matches!(tree.words[kid].rel, Rel::Cop | Rel::Aux | Rel::AuxPass)
    });
    let subjects = [Rel::Nsubj, Rel::NsubjPass, Rel::Expl];
    let bare = subjects.iter().all(|&rel| tree.child(verb, rel).is_none());
    let Some(begins) = helper.or(finite(verb).then_some(verb)).filter(|_| bare) else { return };
    let fronted = tree.children(verb).find(|&kid| {
        let word = &tree.words[kid];
        let form = matches!(word.morph, Morph::Gerund | Morph::Participle | Morph::Base);
        let hangs = word.rel == Rel::Advcl || word.rel == Rel::Csubj && kid == 0;
        kid < begins && hangs && word.upos == Upos::Verb && form
    });
    let Some(fronted) = fronted else { return };
    let first = |at: usize| {
        let word = |at: &usize| tree.words[*at].upos != Upos::Punct;
        tree.subtree(at).into_iter().find(word).unwrap_or(at)
    };
    let subject = tree.subtree(fronted).into_iter().rev().find(|&noun| {
        let word = &tree.words[noun];
        let loose = matches!(word.rel, Rel::Conj | Rel::Appos | Rel::List | Rel::Obj);
        let nominal = matches!(word.upos, Upos::Noun | Upos::Propn | Upos::Pron);
        let apart = first(noun).checked_sub(1).is_some_and(|before| is_comma(tree, before));
        let closes = tree.subtree(noun).last().is_some_and(|&last| last + 1 == begins);
        loose && nominal && apart && closes && tree.child(noun, Rel::Cc).is_none()
    });
    if let Some(subject) = subject {
        let passive = tree.child(verb, Rel::AuxPass).is_some();
        tree.words[subject].head = index(verb);
        tree.words[subject].rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
        tree.words[fronted].rel = Rel::Advcl;
    }
}

/// "*Anton* Holm, Ada Lind and Per Dahl left": a subject is no verb, and a name right behind it goes on with it.
fn name_as_subject(tree: &mut Tree, first: usize) {
    let next = first + 1;
    let verb = tree.words[first].upos == Upos::Verb && is_subject(tree, first);
    let named = tree.words.get(next).is_some_and(|word| {
        let hangs = matches!(word.rel, Rel::Obj | Rel::Flat) && word.upos == Upos::Propn;
        hangs && tree.head(next) == Some(first)
    });
    if first != 0 || !verb || !named {
        return;
    }
    let joined: Vec<usize> =
        tree.children(next).filter(|&kid| tree.words[kid].rel == Rel::Conj).collect();
    for kid in joined {
        tree.words[kid].head = index(first);
    }
    tree.words[next].rel = Rel::Flat;
    let word = &mut tree.words[first];
    (word.upos, word.morph) = (Upos::Propn, Morph::Singular);
}

/// "*In early 1970*, Holm left": a phrase with a preposition at the head of a sentence is of the clause behind it.
pub(super) fn phrase_as_root(tree: &mut Tree) {
    let root = tree.root();
    if tree.child(root, Rel::Case) != Some(0) || tree.child(root, Rel::Cop).is_some() {
        return;
    }
    let clause = tree.children(root).find(|&kid| {
        let word = &tree.words[kid];
        let told = word.upos == Upos::Verb && tree.children(kid).any(|kid| is_subject(tree, kid));
        kid > root && word.rel == Rel::Parataxis && told && tree.child(kid, Rel::Mark).is_none()
    });
    let Some(clause) = clause else { return };
    let kids: Vec<usize> = tree.children(root).filter(|&kid| kid > clause).collect();
    for kid in kids {
        tree.words[kid].head = index(clause);
    }
    (tree.words[clause].head, tree.words[clause].rel) = (None, Rel::Root);
    (tree.words[root].head, tree.words[root].rel) = (index(clause), Rel::Obl);
}

/// "first *quarter* results": a quarter is a noun.
fn quarter(tree: &mut Tree, at: usize) {
    let word = &mut tree.words[at];
    if word.upos == Upos::Adj && &*word.lemma == "quarter" {
        (word.upos, word.morph) = (Upos::Noun, Morph::Singular);
        if word.rel == Rel::Amod {
            word.rel = Rel::Compound;
        }
    }
}

/// "*Lowden Maid Dairy Building* Burns Down": a common noun right behind a name, without article or comma, is what is
/// named.
fn named_thing(tree: &mut Tree, noun: usize) {
    let word = &tree.words[noun];
    let apposed = word.upos == Upos::Noun && word.rel == Rel::Appos;
    let Some(name) = tree.head(noun).filter(|&name| apposed && name < noun) else { return };
    let word = |at: usize| matches!(tree.words[at].upos, Upos::Noun | Upos::Propn);
    let within = tree.subtree(noun).into_iter().all(|at| at > name && at <= noun);
    let bare = tree.words[name].upos == Upos::Propn
        && is_subject(tree, name)
        && tree.children(name).all(|kid| kid >= name && kid <= noun);
    if !within || !bare || !(name..noun).all(word) {
        return;
    }
    let kids: Vec<usize> = tree.children(name).filter(|&kid| kid != noun).collect();
    for kid in kids {
        (tree.words[kid].head, tree.words[kid].rel) = (index(noun), Rel::Compound);
    }
    (tree.words[noun].head, tree.words[noun].rel) = (tree.words[name].head, tree.words[name].rel);
    (tree.words[name].head, tree.words[name].rel) = (index(noun), Rel::Compound);
}

/// "notice *never-before-seen* details": what hyphens join to a participle before its noun is none of the verb's.
fn joined_by_hyphens(tree: &mut Tree, first: usize) {
    let hyphen = |at: usize| tree.words.get(at).is_some_and(|word| &*word.lemma == "-");
    let adverb = tree.words[first].upos == Upos::Adv && tree.words[first].rel == Rel::Advmod;
    let Some(verb) = tree.head(first).filter(|&verb| adverb && verb + 1 == first) else { return };
    let mut last = first;
    while hyphen(last + 1) && last + 2 < tree.words.len() {
        last += 2;
    }
    let noun = last + 1;
    let participle = last > first && tree.words[last].upos == Upos::Verb;
    let named = tree.words.get(noun).is_some_and(|word| word.upos == Upos::Noun);
    let held = || [last, verb].into_iter().any(|head| tree.head(noun) == Some(head));
    if !participle || !named || tree.ancestors(verb).any(|up| up == last) || !held() {
        return;
    }
    let kids: Vec<usize> = tree.children(last).filter(|&kid| kid > noun).collect();
    for kid in kids {
        tree.words[kid].head = index(verb);
    }
    (tree.words[noun].head, tree.words[noun].rel) = (index(verb), Rel::Obj);
    (tree.words[last].head, tree.words[last].rel) = (index(noun), Rel::Amod);
    tree.words[first].head = index(last);
}

/// "payments to *accounts*": behind "to" a form in -s is no infinitive.
fn noun_behind_to(tree: &mut Tree, noun: usize) {
    let word = &tree.words[noun];
    let plural = word.upos == Upos::Verb && word.morph == Morph::Present && noun > 0;
    let to = noun.checked_sub(1).filter(|&to| {
        &*tree.words[to].lemma == "to"
            && tree.words[to].rel == Rel::Mark
            && tree.head(to) == Some(noun)
    });
    let (Some(to), Some(head)) = (to.filter(|_| plural), tree.head(noun)) else { return };
    if tree.children(noun).any(|kid| is_subject(tree, kid) || tree.words[kid].rel == Rel::Obj) {
        return;
    }
    let of_verb = tree.words[head].upos == Upos::Verb;
    let word = &mut tree.words[noun];
    (word.upos, word.morph) = (Upos::Noun, Morph::Plural);
    word.rel = if of_verb { Rel::Obl } else { Rel::Nmod };
    (tree.words[to].rel, tree.words[to].upos) = (Rel::Case, Upos::Adp);
}

/// "jailed for *four and a half years*": the noun is what is counted.
fn and_a_half(tree: &mut Tree, number: usize) {
    let lemma = |at: usize| tree.words.get(at).map_or("", |word| &*word.lemma);
    let half =
        lemma(number + 1) == "and" && lemma(number + 2) == "a" && lemma(number + 3) == "half";
    let noun = number + 4;
    let counted = tree.words.get(noun).is_some_and(|word| word.upos == Upos::Noun);
    let joined = |noun: usize| {
        let beside = tree.words[noun].rel == Rel::Conj && tree.head(noun) == tree.head(number);
        tree.head(noun) == Some(number) || beside
    };
    if tree.words[number].upos != Upos::Num || !half || !counted || !joined(noun) {
        return;
    }
    let above = (tree.words[number].head, tree.words[number].rel);
    let kids: Vec<usize> = tree
        .children(number)
        .filter(|&kid| kid != noun && !(number..noun).contains(&kid))
        .collect();
    for kid in kids {
        tree.words[kid].head = index(noun);
    }
    (tree.words[noun].head, tree.words[noun].rel) = above;
    (tree.words[number].head, tree.words[number].rel) = (index(noun), Rel::Nummod);
    (tree.words[number + 3].head, tree.words[number + 3].rel) = (index(number), Rel::Conj);
    (tree.words[number + 1].head, tree.words[number + 1].rel) = (index(number + 3), Rel::Cc);
    (tree.words[number + 2].head, tree.words[number + 2].rel) = (index(number + 3), Rel::Det);
}

/// "Three people were taken to hospital, *one* with burns": one of those who are counted.
fn one_of_counted(tree: &mut Tree, one: usize) {
    let word = &tree.words[one];
    let Some(noun) = tree.head(one).filter(|&noun| word.rel == Rel::Appos && noun < one) else {
        return;
    };
    let number = word.upos == Upos::Num && tree.child(one, Rel::Case).is_none();
    let with = tree.children(one).any(|kid| kid > one && tree.words[kid].rel == Rel::Nmod);
    let single = tree.child(noun, Rel::Nummod).is_none()
        && tree.words[noun].morph != Morph::Plural
        && matches!(tree.words[noun].rel, Rel::Obl | Rel::Obj);
    let verb = tree.head(noun).filter(|_| number && with && single);
    let subject = verb.and_then(|verb| tree.children(verb).find(|&kid| is_subject(tree, kid)));
    let counted = subject.filter(|&subject| {
        let word = &tree.words[subject];
        word.morph == Morph::Plural && tree.child(subject, Rel::Nummod).is_some()
    });
    if let Some(subject) = counted {
        tree.words[one].head = index(subject);
    }
}

/// "gusts of *up to 148 kilometres*": the measure is what stands there, not "up".
fn up_to_measure(tree: &mut Tree, up: usize) {
    let word = &tree.words[up];
    let bears = &*word.lemma == "up" && matches!(word.rel, Rel::Nmod | Rel::Conj | Rel::Obl);
    let number = up + 2;
    let to = bears && tree.words.get(up + 1).is_some_and(|to| &*to.lemma == "to");
    let counts =
        tree.words.get(number).is_some_and(|word| matches!(word.upos, Upos::Num | Upos::Sym));
    if !to || !counts {
        return;
    }
    let unit = tree
        .head(number)
        .filter(|&unit| unit > number && tree.words[number].rel == Rel::Nummod)
        .unwrap_or(number);
    if tree.ancestors(up).any(|it| it == unit) {
        return;
    }
    let above = (tree.words[up].head, tree.words[up].rel);
    let kids: Vec<usize> = tree.children(up).filter(|&kid| kid != unit).collect();
    for kid in kids {
        tree.words[kid].head = index(unit);
    }
    (tree.words[unit].head, tree.words[unit].rel) = above;
    for at in [up, up + 1] {
        (tree.words[at].head, tree.words[at].rel) = (index(unit), Rel::Case);
    }
}

/// "*At dawn* a boat left": a bare form behind a preposition that leads no clause is a noun.
fn noun_of_phrase(tree: &mut Tree, noun: usize) {
    let word = &tree.words[noun];
    let bare = word.upos == Upos::Verb
        && matches!(word.morph, Morph::Base | Morph::None | Morph::Singular)
        && matches!(word.rel, Rel::Advcl | Rel::Acl);
    let Some(head) = tree.head(noun).filter(|_| bare) else { return };
    let case = noun.checked_sub(1).filter(|&case| {
        let leads =
            matches!(&*tree.words[case].lemma, "at" | "in" | "on" | "of" | "by" | "from" | "with");
        leads && tree.words[case].rel == Rel::Mark && tree.head(case) == Some(noun)
    });
    let own = [Rel::Nsubj, Rel::NsubjPass, Rel::Obj, Rel::Aux, Rel::AuxPass, Rel::Cop];
    let Some(case) = case.filter(|_| own.iter().all(|&rel| tree.child(noun, rel).is_none())) else {
        return;
    };
    let of_verb = tree.words[head].upos == Upos::Verb;
    let word = &mut tree.words[noun];
    (word.upos, word.morph) = (Upos::Noun, Morph::Singular);
    word.rel = if of_verb { Rel::Obl } else { Rel::Nmod };
    (tree.words[case].rel, tree.words[case].upos) = (Rel::Case, Upos::Adp);
}

/// "Holm *managed* to leave": a finite verb right behind a name is no complement of it.
fn verb_of_name(tree: &mut Tree, verb: usize) {
    let finite = matches!(tree.words[verb].morph, Morph::Past | Morph::Present);
    let complement = tree.words[verb].rel == Rel::Xcomp && finite && is_bare(tree, verb);
    let Some(name) = tree.head(verb).filter(|&name| complement && name + 1 == verb) else { return };
    if tree.words[name].upos != Upos::Propn {
        return;
    }
    let above = (tree.words[name].head, tree.words[name].rel);
    let kids: Vec<usize> = tree
        .children(name)
        .filter(|&kid| kid > verb || matches!(tree.words[kid].rel, Rel::Advcl | Rel::Obl))
        .collect();
    for kid in kids {
        tree.words[kid].head = index(verb);
    }
    (tree.words[verb].head, tree.words[verb].rel) = above;
    (tree.words[name].head, tree.words[name].rel) = (index(verb), Rel::Nsubj);
}

/// "22 July 2024 *Last updated* at 13:00": under a date that is no line of its own a page tells when it was changed.
fn last_changed(tree: &mut Tree, verb: usize) {
    let word = &tree.words[verb];
    if word.upos != Upos::Verb || word.rel != Rel::Acl || verb == 0 {
        return;
    }
    let last = verb - 1;
    let leads = &*tree.words[last].lemma == "last" && tree.head(last) == Some(verb);
    let dated = tree.head(verb).is_some_and(|date| tree.words[date].upos == Upos::Num);
    if leads && dated {
        tree.words[last].rel = Rel::Advmod;
        tree.words[verb].rel = Rel::Parataxis;
    }
}
