//! A verb that was taken for a noun, or a noun for a verb.

use super::super::lemma::{by_rule, is_unchanged, only_past};
use super::super::tree::{Morph, Rel, Tree, Upos, Word};
use super::{index, is_subject};

/// "A quake of magnitude 5 *struck* the coast", "A pipe laid by the firm *burst* on Monday": where a sentence has no
/// verb of its own, the noun that is only ever a past tense is it.
pub(super) fn only_verb(tree: &mut Tree, is_comma: &impl Fn(&Tree, usize) -> bool) {
    if tree.words.is_empty() {
        return;
    }
    let root = tree.root();
    let noun = matches!(tree.words[root].upos, Upos::Noun | Upos::Propn);
    if tree.child(root, Rel::Case) == Some(0) {
        return fronted(tree, root);
    }
    if !noun || tree.child(root, Rel::Cop).is_some() || tree.child(root, Rel::Case).is_some() {
        return;
    }
    let finite = |at: usize| {
        let word = &tree.words[at];
        let modifies = matches!(word.rel, Rel::Acl | Rel::AclRelcl | Rel::Amod);
        let tense = matches!(word.morph, Morph::Past | Morph::Present | Morph::Modal);
        matches!(word.upos, Upos::Verb | Upos::Aux) && tense && !modifies
    };
    let helps = |at: usize| tree.words[at].upos == Upos::Aux;
    if (0..tree.words.len()).any(|at| finite(at) || helps(at)) {
        return;
    }
    let commas = (0..tree.words.len()).any(|at| is_comma(tree, at));
    let Some((verb, lemma)) = (root + 1..tree.words.len()).find_map(|at| {
        let word = &tree.words[at];
        let past = only_past(&word.lemma);
        let past = past.map(str::to_owned).or_else(|| {
            let bare =
                is_unchanged(&word.lemma) && !commas && tree.words[at - 1].rel == Rel::Compound;
            bare.then(|| word.lemma.to_string())
        });
        let phrase = matches!(tree.words[at - 1].upos, Upos::Noun | Upos::Propn | Upos::Num);
        let behind = tree.words.get(at + 1).is_some_and(|next| {
            matches!(
                next.upos,
                Upos::Adp | Upos::Det | Upos::Adj | Upos::Num | Upos::Propn | Upos::Noun
            )
        });
        let one = word.upos == Upos::Noun && word.rel != Rel::Root && phrase && behind;
        past.filter(|_| one).map(|lemma| (at, lemma))
    }) else {
        return;
    };
    lead(tree, root, verb);
    let word = &mut tree.words[verb];
    (word.upos, word.morph) = (Upos::Verb, Morph::Past);
    word.lemma = lemma.into();
}

/// "In 2009 a cargo ship *sank* on the reef": a phrase opens the sentence, and what is only ever a past tense, behind a noun that
/// hangs on it, is its verb.
fn fronted(tree: &mut Tree, root: usize) {
    let finite = |word: &Word| {
        matches!(word.upos, Upos::Verb | Upos::Aux)
            && matches!(word.morph, Morph::Past | Morph::Present | Morph::Modal)
    };
    if tree.words.iter().any(finite) {
        return;
    }
    let found = (root + 2..tree.words.len()).find_map(|at| {
        let noun = matches!(tree.words[at - 1].upos, Upos::Noun | Upos::Propn)
            && tree.head(at - 1) == Some(at)
            && matches!(tree.words[at - 1].rel, Rel::Compound | Rel::Nsubj);
        let below = tree.head(at).is_some_and(|up| up <= root);
        let form = tree.words[at].upos == Upos::Noun && noun && below;
        only_past(&tree.words[at].lemma).filter(|_| form).map(|lemma| (at, lemma))
    });
    let Some((verb, lemma)) = found else { return };
    let subject = verb - 1;
    for kid in tree.children(verb).filter(|&kid| kid < subject).collect::<Vec<_>>() {
        tree.words[kid].head = index(subject);
    }
    for kid in tree.children(verb).filter(|&kid| kid > verb).collect::<Vec<_>>() {
        if tree.words[kid].rel == Rel::Nmod {
            tree.words[kid].rel = Rel::Obl;
        }
    }
    for kid in tree.children(root).filter(|&kid| kid > verb).collect::<Vec<_>>() {
        tree.words[kid].head = index(verb);
    }
    (tree.words[subject].head, tree.words[subject].rel) = (index(verb), Rel::Nsubj);
    (tree.words[root].head, tree.words[root].rel) = (index(verb), Rel::Obl);
    let word = &mut tree.words[verb];
    (word.head, word.rel, word.upos, word.morph) = (None, Rel::Root, Upos::Verb, Morph::Past);
    word.lemma = lemma.into();
}

/// Makes `verb` the root: what stands before it belongs to the phrase of `root`, its subject; what comes behind is
/// its own.
fn lead(tree: &mut Tree, root: usize, verb: usize) {
    let last = verb - 1;
    let above = tree.words[verb].head.map(|head| head as usize).filter(|&head| head < verb);
    let strays = |tree: &Tree, at: usize| tree.head(at).is_some_and(|head| head >= verb);
    for at in 0..last {
        if strays(tree, at) {
            tree.words[at].head = index(last);
        }
    }
    if last != root && strays(tree, last) {
        let head = above.filter(|&head| head != last).unwrap_or(root);
        let rel = if above.is_some() { tree.words[verb].rel } else { Rel::Nmod };
        (tree.words[last].head, tree.words[last].rel) = (index(head), rel);
    }
    let behind: Vec<usize> = (verb + 1..tree.words.len())
        .filter(|&at| tree.head(at).is_none_or(|head| head <= verb))
        .collect();
    for at in behind {
        let cased = tree.child(at, Rel::Case).is_some();
        let word = &mut tree.words[at];
        word.head = index(verb);
        if matches!(word.upos, Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron) {
            word.rel = if cased { Rel::Obl } else { Rel::Obj };
        }
    }
    (tree.words[verb].head, tree.words[verb].rel) = (None, Rel::Root);
    (tree.words[root].head, tree.words[root].rel) = (index(verb), Rel::Nsubj);
}

/// "Fuel *use fell* by a tenth": of two words of which the second is a past tense without a subject, and no
/// "and", "to" or comma stands between, the first is what that tells of.
pub(super) fn subject_before(tree: &mut Tree, verb: usize) {
    let Some(noun) = verb.checked_sub(1) else { return };
    let (word, before) = (&tree.words[verb], &tree.words[noun]);
    let object = matches!(word.rel, Rel::Obj | Rel::Xcomp | Rel::Ccomp)
        && word.upos == Upos::Verb
        && (word.morph == Morph::Past || word.morph == Morph::Participle && word.rel == Rel::Obj)
        && tree.head(verb) == Some(noun);
    let plain = before.upos == Upos::Verb
        && before.rel != Rel::AclRelcl
        && matches!(before.morph, Morph::Base | Morph::Present);
    let subject = |at: usize| tree.children(at).find(|&kid| is_subject(tree, kid));
    let helped = |at: usize| {
        [Rel::Aux, Rel::AuxPass, Rel::Cop, Rel::Mark]
            .iter()
            .any(|&rel| tree.child(at, rel).is_some())
    };
    if !object || !plain || subject(verb).is_some() || helped(verb) || helped(noun) {
        return;
    }
    let Some(first) = subject(noun).filter(|&first| first + 1 == noun) else { return };
    // "a surgeon *grows* frustrated" has the verb that fits its subject.
    let ending = tree.words[noun].span.len() as usize > tree.words[noun].lemma.len();
    let fits = tree.words[first].morph == Morph::Singular && ending;
    let name = tree.words[first].upos == Upos::Propn;
    if !name && (fits || tree.words[first].upos != Upos::Noun) {
        return;
    }
    for kid in tree.children(noun).filter(|&kid| kid > verb).collect::<Vec<_>>() {
        tree.words[kid].head = index(verb);
    }
    for kid in tree.children(noun).filter(|&kid| kid < first).collect::<Vec<_>>() {
        tree.words[kid].head = index(verb);
    }
    (tree.words[verb].head, tree.words[verb].rel) = (tree.words[noun].head, tree.words[noun].rel);
    (tree.words[noun].head, tree.words[noun].rel) = (index(verb), Rel::Nsubj);
    tree.words[noun].upos = Upos::Noun;
    tree.words[noun].morph = Morph::Singular;
    (tree.words[first].head, tree.words[first].rel) = (index(noun), Rel::Compound);
}

/// "could delete *logs* older than a week": the object of a verb is no verb.
pub(super) fn object(tree: &mut Tree, noun: usize) {
    let word = &tree.words[noun];
    let plain = matches!(word.morph, Morph::Base | Morph::Present);
    if word.upos != Upos::Verb || word.rel != Rel::Obj || !plain {
        return;
    }
    let before = noun.checked_sub(1).filter(|&before| tree.head(noun) == Some(before));
    let verbal = before.is_some_and(|before| tree.words[before].upos == Upos::Verb);
    let clause = [Rel::Aux, Rel::AuxPass, Rel::Mark, Rel::Cop, Rel::Obj];
    // An adjective behind it ("logs *older* than a week") is no object.
    let clause = clause.iter().any(|&rel| {
        let kid = tree.child(noun, rel);
        kid.is_some_and(|kid| tree.words[kid].upos != Upos::Adj)
    });
    let subject = tree.children(noun).any(|kid| is_subject(tree, kid));
    if !verbal || clause || subject {
        return;
    }
    let plural = word.lemma.ends_with('s') || word.morph == Morph::Present;
    if let Some(kid) = tree.child(noun, Rel::Obj) {
        tree.words[kid].rel = Rel::Amod;
    }
    let word = &mut tree.words[noun];
    word.upos = Upos::Noun;
    word.morph = if plural { Morph::Plural } else { Morph::Singular };
    if word.lemma.ends_with('s') {
        let lemma = by_rule(&word.lemma, Upos::Noun, Morph::Plural);
        word.lemma = lemma.into();
    }
}

/// "had *cost* $3 million", "has *hit* 12 towns": a noun without an article between "have" and a number is the
/// participle, when it has the form of one.
pub(super) fn participle(tree: &mut Tree, have: usize) {
    let Some(verb) = tree.child(have, Rel::Obj).filter(|&noun| noun == have + 1) else { return };
    let word = &tree.words[verb];
    let form = word.upos == Upos::Noun && is_unchanged(&word.lemma);
    let has = tree.words[have].upos == Upos::Verb && &*tree.words[have].lemma == "have";
    let amount = tree
        .words
        .get(verb + 1)
        .is_some_and(|next| matches!(next.upos, Upos::Num | Upos::Sym) || &*next.lemma == "$");
    if !(has && form && amount) {
        return;
    }
    let (above, rel) = (tree.words[have].head, tree.words[have].rel);
    for kid in tree.children(have).filter(|&kid| kid != verb).collect::<Vec<_>>() {
        tree.words[kid].head = index(verb);
    }
    for kid in tree.children(verb).filter(|&kid| kid > verb).collect::<Vec<_>>() {
        if matches!(tree.words[kid].rel, Rel::Compound | Rel::Nummod | Rel::NmodUnmarked) {
            tree.words[kid].rel = Rel::Obj;
        }
    }
    (tree.words[verb].head, tree.words[verb].rel) = (above, rel);
    (tree.words[verb].upos, tree.words[verb].morph) = (Upos::Verb, Morph::Participle);
    let word = &mut tree.words[have];
    (word.head, word.rel, word.upos) = (index(verb), Rel::Aux, Upos::Aux);
}

/// "lasted two days *and cost* 40 million euros": behind the object of a past tense and "and", a noun without an
/// article before a number is the next past tense, when it has the form of one.
pub(super) fn second_deed(tree: &mut Tree, deed: usize) {
    let word = &tree.words[deed];
    let form = word.upos == Upos::Noun && is_unchanged(&word.lemma);
    let Some(and) = deed.checked_sub(1).filter(|&and| form && &*tree.words[and].lemma == "and")
    else {
        return;
    };
    let bare = [Rel::Det, Rel::Amod, Rel::Nummod, Rel::Case];
    let bare = bare.iter().all(|&rel| tree.child(deed, rel).is_none_or(|kid| kid > deed));
    let hedge = |at: &usize| matches!(tree.words[*at].upos, Upos::Adv);
    let next = (deed + 1..tree.words.len()).find(|at| !hedge(at));
    let number = |at: usize| matches!(tree.words[at].upos, Upos::Num | Upos::Sym);
    let Some(next) = next.filter(|&next| bare && number(next) && next < deed + 3) else { return };
    let before = (0..and).rev().find(|&at| tree.words[at].upos == Upos::Verb);
    let past = |verb: &usize| {
        let finite =
            matches!(tree.words[*verb].morph, Morph::Past | Morph::Participle | Morph::Present);
        // "*runs* for 110 minutes and cost 4 million"
        let behind = [Rel::Obj, Rel::Obl].iter().any(|&rel| {
            tree.child(*verb, rel).is_some_and(|object| object > *verb && object < and)
        });
        finite && behind
    };
    let Some(verb) = before.filter(past) else { return };
    // What the number counts, or the sum of money.
    let mut object = next;
    while let Some(up) = tree.head(object).filter(|&up| up > object) {
        object = up;
    }
    if is_subject(tree, object) || tree.words[object].upos == Upos::Verb {
        return;
    }
    (tree.words[object].head, tree.words[object].rel) = (index(deed), Rel::Obj);
    (tree.words[deed].head, tree.words[deed].rel) = (index(verb), Rel::Conj);
    (tree.words[deed].upos, tree.words[deed].morph) = (Upos::Verb, Morph::Past);
    (tree.words[and].head, tree.words[and].rel) = (index(deed), Rel::Cc);
}

/// "cut their price *target* to 30 euros", "runs a tea *stall* near the bridge": a bare verb without "to" right behind an
/// object with an article or an owner is the noun that this one makes up, but not behind what lets or sees somebody do
/// a thing, or wants it done.
pub(super) fn behind_noun(tree: &mut Tree, at: usize) {
    let word = &tree.words[at];
    let form = matches!(word.morph, Morph::Base | Morph::Present)
        && word.span.len() as usize == word.lemma.len();
    let below = matches!(word.rel, Rel::Xcomp | Rel::Ccomp);
    let bare = word.upos == Upos::Verb && form && below;
    let Some(before) = at.checked_sub(1).filter(|_| bare) else { return };
    let Some(verb) = tree.head(at).filter(|&verb| verb < before) else { return };
    let plain = [Rel::Mark, Rel::Aux, Rel::AuxPass, Rel::Ccomp, Rel::Xcomp];
    let plain = plain.iter().all(|&rel| tree.child(at, rel).is_none());
    let noun = &tree.words[before];
    let object = noun.rel == Rel::Obj && tree.head(before) == Some(verb);
    let subject = noun.rel == Rel::Nsubj && tree.head(before) == Some(at);
    let first = tree.subtree(before).first().copied();
    let beside = first == Some(verb + 1);
    let pointed = [Rel::Det, Rel::NmodPoss].iter().any(|&rel| tree.child(before, rel).is_some());
    // "runs a stall *300 metres* from": how far, no object.
    let acts = tree
        .child(at, Rel::Obj)
        .is_some_and(|object| !subject || tree.child(object, Rel::Nummod).is_none());
    let singular = noun.upos == Upos::Noun && noun.morph != Morph::Plural;
    if !(object || subject && beside) || !plain || acts || !pointed || !singular {
        return;
    }
    if is_followed_by_deed(&tree.words[verb].lemma) {
        return;
    }
    for kid in tree.children(before).filter(|&kid| kid < before).collect::<Vec<_>>() {
        tree.words[kid].head = index(at);
    }
    for kid in tree.children(at).filter(|&kid| kid > at).collect::<Vec<_>>() {
        if object {
            tree.words[kid].head = index(verb);
        } else if matches!(tree.words[kid].rel, Rel::Obj | Rel::Obl | Rel::OblUnmarked) {
            tree.words[kid].rel = Rel::Nmod;
        }
    }
    (tree.words[before].head, tree.words[before].rel) = (index(at), Rel::Compound);
    let word = &mut tree.words[at];
    (word.upos, word.morph, word.rel) = (Upos::Noun, Morph::Singular, Rel::Obj);
}

/// Verbs behind whose object a bare verb may stand: "saw a man *walk*", "demanded that the firm *pay*". English makes
/// no new ones.
pub(super) fn is_followed_by_deed(lemma: &str) -> bool {
    matches!(
        lemma,
        "let"
            | "make"
            | "help"
            | "see"
            | "hear"
            | "watch"
            | "have"
            | "feel"
            | "bid"
            | "notice"
            | "demand"
            | "insist"
            | "ask"
            | "propose"
            | "recommend"
            | "suggest"
            | "urge"
            | "order"
            | "require"
            | "request"
            | "advise"
            | "say"
            | "think"
            | "know"
            | "hope"
            | "wish"
    )
}
