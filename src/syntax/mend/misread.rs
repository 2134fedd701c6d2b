//! Words whose form misleads: surnames that look like a past tense, participles behind a phrase, and pleas.

use super::super::lemma::{is_estimating, is_pleading};
use super::super::tree::{Morph, Rel, Tree, Upos};
use super::joined::follows_alone;
use super::{index, is_subject, raise};

/// Mends what a word was taken for that tells a state, a name or at how many somebody puts a number.
pub(super) fn word(tree: &mut Tree, at: usize) {
    state(tree, at);
    counted_state(tree, at);
    so_called(tree, at);
    put_at(tree, at);
}

/// "Prime Minister Omar *Said* told reporters": of two verbs in the past tense side by side, a first one with a
/// capital is a surname. `is_capital` tells whether a word begins with a capital.
pub(in crate::syntax) fn surname<'t>(tree: &mut Tree, form: impl Fn(&Tree, usize) -> &'t str) {
    let capital = |tree: &Tree, at: usize| form(tree, at).starts_with(char::is_uppercase);
    for at in 0..tree.words.len().saturating_sub(1) {
        let verb = at + 1;
        let word = &tree.words[at];
        let past = word.upos == Upos::Verb && word.morph == Morph::Past && capital(tree, at);
        let below = tree.head(verb) == Some(at) && tree.words[verb].upos == Upos::Verb;
        if !past || !below || tree.children(verb).any(|kid| is_subject(tree, kid)) {
            continue;
        }
        let asks = tree.child(at, Rel::Aux).filter(|&aux| &*tree.words[aux].lemma == "do");
        let plain = [Rel::Aux, Rel::AuxPass, Rel::Mark, Rel::Cc]
            .iter()
            .all(|&rel| tree.child(verb, rel).is_none());
        let fits = match tree.words[verb].morph {
            Morph::Past => asks.is_none(),
            _ => asks.is_some(),
        };
        let before = at.checked_sub(1).filter(|&before| is_subject(tree, before));
        let given = before.filter(|&before| {
            tree.words[before].upos == Upos::Propn && tree.head(before) == Some(at)
        });
        let opens = (0..at).all(|before| tree.words[before].upos == Upos::Punct);
        if plain && fits && (given.is_some() || opens) {
            let name = form(tree, at).to_owned();
            name_of(tree, at, given, name);
        }
    }
}

/// Makes word `at` a surname, behind a `given` name, and the verb behind it the predicate of what it was.
fn name_of(tree: &mut Tree, at: usize, given: Option<usize>, name: String) {
    let verb = at + 1;
    let above = (tree.words[at].head, tree.words[at].rel);
    for kid in tree.children(at).filter(|&kid| kid != verb).collect::<Vec<_>>() {
        tree.words[kid].head = index(verb);
    }
    (tree.words[verb].head, tree.words[verb].rel) = above;
    let word = &mut tree.words[at];
    (word.upos, word.morph, word.lemma) = (Upos::Propn, Morph::Singular, name.into());
    (word.head, word.rel) = match given {
        Some(given) => (index(given), Rel::Flat),
        None => (index(verb), Rel::Nsubj),
    };
}

/// "A man who took a bag from a car *parked* outside a bank *was arrested*": a verb right behind a phrase between
/// it and its subject is a participle of the noun there, when another verb with an auxiliary follows.
pub(super) fn behind_phrase(tree: &mut Tree, first: usize) {
    let word = &tree.words[first];
    let form = matches!(word.morph, Morph::Past | Morph::Participle);
    if word.upos != Upos::Verb || !form {
        return;
    }
    let own = [Rel::Aux, Rel::AuxPass, Rel::Cop, Rel::Obj];
    let phrase = |&noun: &usize| {
        let nominal = matches!(tree.words[noun].upos, Upos::Noun | Upos::Propn);
        let below = tree.head(noun) == Some(first) && tree.words[noun].rel == Rel::Obl;
        nominal && below
    };
    let Some(noun) = first.checked_sub(1).filter(phrase) else { return };
    let Some(case) = tree.child(noun, Rel::Case) else { return };
    let subject = tree.children(first).find(|&kid| kid < case && is_subject(tree, kid));
    let verb = tree.children(first).find(|&kid| follows_alone(tree, first, kid));
    let (Some(subject), Some(verb)) = (subject, verb) else { return };
    if own.iter().any(|&rel| tree.child(first, rel).is_some()) {
        return;
    }
    let relative = tree.child(subject, Rel::AclRelcl).filter(|&clause| clause < case);
    give_object(tree, noun, case, relative);
    for kid in tree.children(first).filter(|&kid| kid > verb || kid < case).collect::<Vec<_>>() {
        tree.words[kid].head = index(verb);
    }
    let passive = tree.child(verb, Rel::AuxPass).is_some();
    (tree.words[verb].head, tree.words[verb].rel) = (tree.words[first].head, tree.words[first].rel);
    tree.words[subject].rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
    (tree.words[first].head, tree.words[first].rel) = (index(noun), Rel::Acl);
    (tree.words[noun].head, tree.words[noun].rel) = match relative {
        Some(clause) => (index(clause), Rel::Obl),
        None => (index(subject), Rel::Nmod),
    };
}

/// What hangs on a noun before its preposition is the object of the verb before: "stole *£40* from a fund".
fn give_object(tree: &mut Tree, noun: usize, case: usize, verb: Option<usize>) {
    let Some(verb) = verb else { return };
    let before: Vec<usize> = tree.children(noun).filter(|&kid| kid > verb && kid < case).collect();
    let sign = before.iter().copied().find(|&kid| tree.words[kid].upos == Upos::Sym);
    let object =
        sign.or_else(|| before.iter().copied().find(|&kid| tree.words[kid].upos == Upos::Num));
    let Some(object) = object else { return };
    for kid in before {
        tree.words[kid].head = index(if kid == object { verb } else { object });
    }
    tree.words[object].rel = Rel::Obj;
}

/// "*Station manager* Colin Frayne said", "*Chief officer* Ilse Venter pointed to": a noun right before a name, both of
/// them subjects, or the noun the root and the clause of the name beside it, tells what the person is.
pub(super) fn office_before(tree: &mut Tree, at: usize) {
    let Some(name) = tree.words.get(at + 1).filter(|name| name.rel == Rel::Nsubj) else { return };
    let word = &tree.words[at];
    let office = word.upos == Upos::Noun && word.morph != Morph::Plural;
    if !office || name.upos != Upos::Propn {
        return;
    }
    let Some(verb) = name.head.map(|verb| verb as usize).filter(|&verb| verb > at + 1) else {
        return;
    };
    let beside = tree.words[verb].rel == Rel::Parataxis && tree.head(verb) == Some(at);
    if beside && word.rel == Rel::Root && tree.child(at, Rel::Cop).is_none() {
        raise(tree, verb, at);
    } else if word.rel != Rel::Nsubj || tree.head(at) != Some(verb) {
        return;
    }
    (tree.words[at].head, tree.words[at].rel) = (index(at + 1), Rel::NmodDesc);
}

/// "Guided tours *last* 90 minutes": a plural before "last" and a number behind it make a verb of it, where the clause
/// has no other.
pub(super) fn lasting(tree: &mut Tree, at: usize) {
    let word = &tree.words[at];
    if &*word.lemma != "last" || word.upos != Upos::Adj || word.rel != Rel::Amod {
        return;
    }
    let Some(unit) = tree.head(at).filter(|&unit| unit > at + 1) else { return };
    let number = tree.child(unit, Rel::Nummod) == Some(at + 1);
    let subject = tree
        .child(unit, Rel::Nsubj)
        .filter(|&subject| subject + 1 == at && tree.words[subject].morph == Morph::Plural);
    if !number || subject.is_none() || tree.child(unit, Rel::Cop).is_some() {
        return;
    }
    let moved = tree.children(unit).filter(|&kid| kid < at || kid > unit).collect::<Vec<_>>();
    for kid in moved {
        tree.words[kid].head = index(at);
    }
    let (head, rel) = (tree.words[unit].head, tree.words[unit].rel);
    let word = &mut tree.words[at];
    (word.head, word.rel, word.upos, word.morph) = (head, rel, Upos::Verb, Morph::Present);
    (tree.words[unit].head, tree.words[unit].rel) = (index(at), Rel::OblUnmarked);
}

/// "The oldest piece *dates* from 1620": behind a noun with an article and before "from", where the clause has no other verb.
pub(super) fn dating(tree: &mut Tree, at: usize) {
    let word = &tree.words[at];
    let noun = word.upos == Upos::Noun && word.morph == Morph::Plural && word.rel == Rel::Root;
    let from = tree.words.get(at + 1).is_some_and(|from| &*from.lemma == "from");
    if !noun || !from || &*word.lemma != "date" || tree.child(at, Rel::Cop).is_some() {
        return;
    }
    let compound = |&of: &usize| {
        let word = &tree.words[of];
        word.rel == Rel::Compound && word.upos == Upos::Noun && word.morph != Morph::Plural
    };
    let Some(subject) = at.checked_sub(1).filter(compound) else { return };
    let before: Vec<usize> = tree.children(at).filter(|&kid| kid < subject).collect();
    if !before.iter().any(|&kid| tree.words[kid].rel == Rel::Det) {
        return;
    }
    for kid in before {
        tree.words[kid].head = index(subject);
    }
    tree.words[subject].rel = Rel::Nsubj;
    for kid in tree.children(at).filter(|&kid| kid > at).collect::<Vec<_>>() {
        if tree.words[kid].rel == Rel::Nmod {
            tree.words[kid].rel = Rel::Obl;
        }
    }
    let word = &mut tree.words[at];
    (word.upos, word.morph) = (Upos::Verb, Morph::Present);
}

/// "Lena Berg, 40, of Brod, *pleaded guilty* to theft": "pleaded" is no adjective, and "guilty" neither noun nor
/// verb.
pub(super) fn plea(tree: &mut Tree, at: usize) {
    if tree.words[at].upos != Upos::Verb || !is_pleading(&tree.words[at].lemma) {
        return;
    }
    let beside =
        |state: usize| state == at + 1 || state == at + 2 && &*tree.words[at + 1].lemma == "not";
    let state = tree.child(at, Rel::Xcomp).filter(|&state| beside(state));
    let free = state.filter(|&state| tree.child(state, Rel::Mark).is_none());
    let adjective = tree.head(at).filter(|&state| beside(state) && tree.words[at].rel == Rel::Amod);
    if let Some(state) = free {
        (tree.words[state].upos, tree.words[state].morph) = (Upos::Adj, Morph::None);
    }
    let Some(state) = adjective else { return };
    let root = tree.root();
    (tree.words[at].head, tree.words[at].rel) = (tree.words[state].head, tree.words[state].rel);
    for kid in tree.children(state).filter(|&kid| kid > state).collect::<Vec<_>>() {
        tree.words[kid].head = index(at);
        if tree.words[kid].rel == Rel::Nmod {
            tree.words[kid].rel = Rel::Obl;
        }
    }
    let word = &mut tree.words[state];
    (word.head, word.rel) = (index(at), Rel::Xcomp);
    (word.upos, word.morph) = (Upos::Adj, Morph::None);
    tree.words[at].morph = Morph::Past;
    let nominal = matches!(tree.words[root].upos, Upos::Noun | Upos::Propn);
    if nominal && root < at && tree.child(root, Rel::Cop).is_none() {
        raise(tree, at, root);
    }
}

/// "becomes *read*-only", "called the results *encouraging*": what a verb makes somebody is no deed.
fn state(tree: &mut Tree, at: usize) {
    let word = &tree.words[at];
    if word.upos != Upos::Verb || word.rel != Rel::Xcomp {
        return;
    }
    let lemma = |at: usize| tree.words.get(at).map_or("", |word| &*word.lemma);
    let joined = lemma(at + 1) == "-" && lemma(at + 2) == "only";
    let verb = tree.head(at).filter(|&verb| verb < at);
    let named = verb.is_some_and(|verb| {
        let object = tree.child(verb, Rel::Obj).filter(|&object| object + 1 == at);
        object.is_some()
            && matches!(&*tree.words[verb].lemma, "call" | "deem" | "consider" | "label")
    });
    let alone = tree.children(at).all(|kid| kid < at && tree.words[kid].upos == Upos::Adv);
    if joined || named && alone && word.morph == Morph::Gerund {
        let word = &mut tree.words[at];
        (word.upos, word.morph) = (Upos::Adj, Morph::None);
    }
}

/// "of the *27 wounded* it admitted": behind a preposition, an article and a number, what looks like a verb is those whom the
/// number counts.
fn counted_state(tree: &mut Tree, at: usize) {
    let word = &tree.words[at];
    let form = word.upos == Upos::Verb && matches!(word.morph, Morph::Past | Morph::Participle);
    let (Some(number), Some(the)) = (at.checked_sub(1), at.checked_sub(2)) else { return };
    let counted = tree.words[number].upos == Upos::Num && tree.words[the].upos == Upos::Det;
    let case = tree.child(at, Rel::Case).filter(|&case| case < the);
    if !form || !counted || case.is_none() || tree.child(at, Rel::AuxPass).is_some() {
        return;
    }
    let deed = tree.children(at).find(|&kid| {
        kid > at && tree.words[kid].upos == Upos::Verb && tree.words[kid].rel != Rel::Advcl
    });
    let object = tree.child(at, Rel::Obj).filter(|&object| object == at + 1);
    (tree.words[number].head, tree.words[number].rel) = (index(at), Rel::Nummod);
    tree.words[the].head = index(at);
    let word = &mut tree.words[at];
    (word.upos, word.morph, word.rel) = (Upos::Noun, Morph::Plural, Rel::Obl);
    // As a noun "wounded" is its own dictionary form.
    let ending = if word.lemma.ends_with('e') { "d" } else { "ed" };
    if word.span.len() as usize == word.lemma.len() + ending.len() {
        word.lemma = format!("{}{ending}", word.lemma).into();
    }
    if let Some((deed, object)) = deed.zip(object) {
        tree.words[deed].rel = Rel::AclRelcl;
        (tree.words[object].head, tree.words[object].rel) = (index(deed), Rel::Nsubj);
    }
}

/// "called the plan *“a disgrace”*": words in quotation marks right behind the object tell what somebody calls it.
fn so_called(tree: &mut Tree, noun: usize) {
    let Some(object) = tree.head(noun).filter(|_| tree.words[noun].rel == Rel::Appos) else {
        return;
    };
    let verb = tree.head(object).filter(|&verb| tree.words[verb].upos == Upos::Verb);
    let named = matches!(tree.words[object].rel, Rel::Obj | Rel::Xcomp);
    let first = tree.subtree(noun).into_iter().min().unwrap_or(noun);
    let mark = |at: usize| matches!(&*tree.words[at].lemma, "\"" | "“" | "``");
    let quoted = first == object + 1 && mark(first);
    let common = tree.words[noun].upos == Upos::Noun && tree.child(noun, Rel::Det).is_some();
    if let Some(verb) = verb.filter(|&verb| verb < object && named && quoted && common) {
        tree.words[object].rel = Rel::Obj;
        (tree.words[noun].head, tree.words[noun].rel) = (index(verb), Rel::Xcomp);
    }
}

/// "put the number of houses *destroyed at 1,340*": at how many somebody puts them.
fn put_at(tree: &mut Tree, number: usize) {
    let at = tree.child(number, Rel::Case).filter(|&at| &*tree.words[at].lemma == "at");
    let counts = matches!(tree.words[number].upos, Upos::Num | Upos::Sym);
    let Some(above) = tree.head(number).filter(|_| counts && at.is_some()) else { return };
    let puts = |verb: &usize| {
        let object = tree.child(*verb, Rel::Obj);
        is_estimating(&tree.words[*verb].lemma)
            && tree.words[*verb].upos == Upos::Verb
            && object.is_some_and(|object| tree.subtree(object).contains(&above))
    };
    let verb = tree.ancestors(above).find(puts);
    if let Some(verb) = verb {
        (tree.words[number].head, tree.words[number].rel) = (index(verb), Rel::Obl);
    }
}
