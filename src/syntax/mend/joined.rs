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
    let plain =
        |at: usize| tree.words[at].morph == Morph::Past && tree.child(at, Rel::Aux).is_none();
    if let Some(above) = above(tree, first, |at| tree.words[at].upos == Upos::Verb && plain(at)) {
        tree.words[verb].head = index(above);
    }
}

/// "had been due to begin in May but *were put off*": what has an auxiliary of its own goes on from the clause
/// with a subject, not from the infinitive in it.
pub(super) fn second_clause(tree: &mut Tree, verb: usize) {
    if tree.words[verb].rel != Rel::Conj || !is_bare(tree, verb) {
        return;
    }
    let Some(first) = tree.head(verb).filter(|&first| first < verb) else { return };
    let finite = |at: usize| {
        let tense = |kid: usize| {
            let auxiliary = matches!(tree.words[kid].rel, Rel::Aux | Rel::AuxPass | Rel::Cop);
            auxiliary && matches!(tree.words[kid].morph, Morph::Past | Morph::Present)
        };
        tree.children(at).any(tense)
    };
    let loose = tree.words[first].morph == Morph::Base && tree.child(first, Rel::Aux).is_none();
    if !finite(verb) || !loose || finite(first) {
        return;
    }
    let told = |at: usize| {
        let tense = finite(at) || matches!(tree.words[at].morph, Morph::Past | Morph::Present);
        tense && tree.children(at).any(|kid| is_subject(tree, kid))
    };
    if let Some(above) = above(tree, first, told) {
        tree.words[verb].head = index(above);
    }
}

/// "after police *arrested* the men and *seized* a boat": a past tense goes on from the one whose object stands
/// right before the "and", not from an infinitive before that.
pub(super) fn nearest_deed(tree: &mut Tree, verb: usize) {
    let word = &tree.words[verb];
    if word.rel != Rel::Conj || word.upos != Upos::Verb || word.morph != Morph::Past {
        return;
    }
    let own = [Rel::Aux, Rel::AuxPass, Rel::Nsubj, Rel::NsubjPass];
    if own.iter().any(|&rel| tree.child(verb, rel).is_some()) {
        return;
    }
    let Some(first) = tree.head(verb).filter(|&first| first < verb) else { return };
    let and = tree.child(verb, Rel::Cc).filter(|&and| and + 1 == verb && and > first);
    let loose = tree.words[first].morph == Morph::Base && tree.child(first, Rel::Aux).is_none();
    let Some(before) = and.and_then(|and| and.checked_sub(1)).filter(|_| loose) else { return };
    let deed = std::iter::once(before).chain(tree.ancestors(before)).find(|&at| {
        tree.words[at].upos == Upos::Verb && tree.words[at].morph == Morph::Past && at > first
    });
    // What stands below the verb cannot be what it goes on from, lest it hang on itself.
    let apart = tree.ancestors(before).all(|up| up != verb);
    if let Some(deed) = deed.filter(|_| apart) {
        tree.words[verb].head = index(deed);
    }
}

/// "will be allowed to enter *but not to stay*": an infinitive goes on from the infinitive before it.
pub(super) fn second_infinitive(tree: &mut Tree, verb: usize) {
    if tree.words[verb].rel != Rel::Conj || !is_infinitive(tree, verb) {
        return;
    }
    let Some(above) = tree.head(verb).filter(|&above| !is_infinitive(tree, above)) else { return };
    let before = |kid: &usize| {
        let loose = matches!(tree.words[*kid].rel, Rel::Xcomp | Rel::Advcl | Rel::Ccomp);
        *kid > above && *kid < verb && loose && is_infinitive(tree, *kid)
    };
    let first = tree.children(above).find(before);
    if let Some(first) = first {
        tree.words[verb].head = index(first);
    }
}

/// "must pay 2 million, *plant 800 trees* and keep it": behind a comma and before a number, where a modal leads the list, what looks
/// like the noun of another is a verb with its object.
pub(super) fn listed_object(tree: &mut Tree, at: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    let word = &tree.words[at];
    let cut = at > 0 && is_comma(tree, at - 1);
    let Some(noun) = tree.head(at).filter(|&noun| cut && noun > at && word.rel == Rel::Compound)
    else {
        return;
    };
    let counted = tree.child(noun, Rel::Nummod).is_some_and(|number| number > at);
    let joined = tree.words[noun].rel == Rel::Conj && tree.child(noun, Rel::Cc).is_none();
    let modal = |up: usize| {
        let aux = tree.child(up, Rel::Aux).is_some_and(|aux| tree.words[aux].morph == Morph::Modal);
        tree.words[up].upos == Upos::Verb && (aux || is_infinitive(tree, up))
    };
    let first = tree.ancestors(noun).find(|&up| tree.words[up].upos == Upos::Verb);
    let Some(first) = first.filter(|&first| counted && joined && first < at && modal(first)) else {
        return;
    };
    let word = &mut tree.words[at];
    (word.upos, word.morph, word.head, word.rel) =
        (Upos::Verb, Morph::Base, index(first), Rel::Conj);
    (tree.words[noun].head, tree.words[noun].rel) = (index(at), Rel::Obj);
    tree.words[at - 1].head = index(at);
}

/// The first word above the clauses that hang on one another from `first` up that fits.
fn above(tree: &Tree, first: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
    let below = |at: usize| matches!(tree.words[at].rel, Rel::Xcomp | Rel::Ccomp | Rel::Advcl);
    let mut above = first;
    while let Some(head) = tree.head(above).filter(|&head| head < above && below(above)) {
        // What a clause with "if" or "when" says ends with it.
        if tree.words[above].rel == Rel::Advcl && !is_infinitive(tree, above) {
            return None;
        }
        above = head;
        if fits(above) {
            return Some(above);
        }
    }
    None
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

/// "said they *had* no water and *had never received* any", "said it would close and *would sell*", "said the line had been
/// inspected and *no fault had been found*": what has the auxiliary of the clause that is told goes on from that, not from
/// the verb that tells it; with a subject of its own only where no comma stands before "and".
pub(super) fn same_tense(tree: &mut Tree, verb: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    if tree.words[verb].rel != Rel::Conj {
        return;
    }
    let apart = || {
        let and = tree.child(verb, Rel::Cc);
        and.is_none_or(|and| and.checked_sub(1).is_some_and(|before| is_comma(tree, before)))
    };
    if !is_bare(tree, verb) && apart() {
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

/// "have alleged that players *got* money, *got* credit and left": behind a comma alone a past tense goes on from
/// the past tense that is told, not from what tells it.
pub(super) fn listed_deed(tree: &mut Tree, verb: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    let word = &tree.words[verb];
    if word.rel != Rel::Conj || word.upos != Upos::Verb || word.morph != Morph::Past {
        return;
    }
    let own = [Rel::Cc, Rel::Aux, Rel::AuxPass, Rel::Mark, Rel::Nsubj, Rel::NsubjPass];
    let bare = own.iter().all(|&rel| tree.child(verb, rel).is_none());
    let comma = verb.checked_sub(1).is_some_and(|before| is_comma(tree, before));
    let Some(says) = tree.head(verb).filter(|&says| says < verb && bare && comma) else { return };
    let other = tree.child(says, Rel::Aux).is_some() || tree.words[says].morph == Morph::Present;
    let told = |&clause: &usize| {
        let past =
            tree.words[clause].morph == Morph::Past && tree.child(clause, Rel::Aux).is_none();
        let between = says < clause && clause < verb && tree.words[clause].rel == Rel::Ccomp;
        between && past && tree.children(clause).any(|kid| is_subject(tree, kid))
    };
    let clause = tree.children(says).find(told).filter(|_| other);
    if let Some(clause) = clause {
        tree.words[verb].head = index(clause);
    }
}

/// "A deputy *interviewing* a couple outside *was shot*": a form in -ing behind its noun is no predicate, and what
/// seems the subject of the verb behind it is its object.
pub(super) fn doing(tree: &mut Tree, first: usize) {
    let word = &tree.words[first];
    if word.upos != Upos::Verb || word.morph != Morph::Gerund {
        return;
    }
    let auxiliary = [Rel::Aux, Rel::AuxPass, Rel::Cop, Rel::Obj, Rel::Mark];
    if auxiliary.iter().any(|&rel| tree.child(first, rel).is_some()) {
        return;
    }
    let subject = tree.children(first).find(|&kid| {
        let noun = matches!(tree.words[kid].upos, Upos::Noun | Upos::Propn);
        kid + 1 == first && is_subject(tree, kid) && noun
    });
    let verb = tree.children(first).find(|&kid| kid > first && tree.words[kid].rel == Rel::Ccomp);
    let Some((subject, verb)) = subject.zip(verb) else { return };
    let object = tree.children(verb).find(|&kid| {
        let begins = tree.subtree(kid).into_iter().min() == Some(first + 1);
        kid < verb && is_subject(tree, kid) && begins
    });
    let finite = [Rel::Aux, Rel::AuxPass].iter().any(|&rel| tree.child(verb, rel).is_some())
        || tree.words[verb].morph == Morph::Past;
    let Some(object) = object.filter(|_| finite && tree.child(verb, Rel::Mark).is_none()) else {
        return;
    };
    let passive = tree.child(verb, Rel::AuxPass).is_some();
    (tree.words[verb].head, tree.words[verb].rel) = (tree.words[first].head, tree.words[first].rel);
    for kid in tree.children(first).filter(|&kid| kid > verb || kid < subject).collect::<Vec<_>>() {
        tree.words[kid].head = index(verb);
    }
    tree.words[subject].head = index(verb);
    tree.words[subject].rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
    (tree.words[first].head, tree.words[first].rel) = (index(subject), Rel::Acl);
    (tree.words[object].head, tree.words[object].rel) = (index(first), Rel::Obj);
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
    if word.upos != Upos::Verb || !form {
        return;
    }
    let auxiliary = [Rel::Aux, Rel::AuxPass, Rel::Cop, Rel::Obj];
    if auxiliary.iter().any(|&rel| tree.child(first, rel).is_some()) {
        return;
    }
    let subject = tree.children(first).find(|&kid| {
        let noun = matches!(tree.words[kid].upos, Upos::Noun | Upos::Propn);
        kid + 1 == first && is_subject(tree, kid) && noun
    });
    let Some(subject) = subject else { return };
    let verb = tree.children(first).find(|&kid| follows_alone(tree, first, kid));
    let Some(verb) = verb else { return };
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

/// "A man *hit by a car* in Brod *died*": whether a past tense that is no participle stands right behind the phrases
/// of a verb, of which the first tells by whom.
fn is_behind_doer(tree: &Tree, first: usize, verb: usize) -> bool {
    let word = &tree.words[verb];
    let loose = matches!(
        word.rel,
        Rel::Advcl | Rel::Ccomp | Rel::Conj | Rel::Parataxis | Rel::Xcomp | Rel::Obj
    );
    let joined = [Rel::Cc, Rel::Mark].iter().any(|&rel| tree.child(verb, rel).is_some());
    let by = tree.words.get(first + 1).is_some_and(|by| &*by.lemma == "by" && by.rel == Rel::Case);
    let phrase = |at: usize| {
        let upos = tree.words[at].upos;
        !matches!(upos, Upos::Punct | Upos::Verb | Upos::Aux | Upos::Sconj | Upos::Cconj)
    };
    verb > first + 2
        && loose
        && by
        && !joined
        && word.upos == Upos::Verb
        && word.morph == Morph::Past
        && is_bare(tree, verb)
        && (first + 1..verb).all(phrase)
}

/// Whether `verb` follows `first` without anything that joins the two, and cannot go on from it.
pub(super) fn follows_alone(tree: &Tree, first: usize, verb: usize) -> bool {
    is_predicate(tree, first, verb) || is_behind_doer(tree, first, verb)
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

/// "…, and *the captain*, a man of 58, *was arrested*": a noun that seems joined to one of the clause before is
/// the subject of the verb behind it, which has no other and no "and" of its own.
pub(super) fn second_subject(
    tree: &mut Tree,
    verb: usize,
    is_comma: &impl Fn(&Tree, usize) -> bool,
) {
    if tree.words[verb].upos != Upos::Verb {
        return;
    }
    // "a girl and her son, found dead": a participle has no subject of its own.
    let sure =
        [Rel::Aux, Rel::AuxPass, Rel::Obj].iter().any(|&rel| tree.child(verb, rel).is_some())
            || tree.child(verb, Rel::Ccomp).is_some_and(|clause| clause > verb);
    if !is_bare(tree, verb) || !sure {
        return;
    }
    let first = tree.child(verb, Rel::Ccomp).filter(|&first| first < verb);
    let joined = tree.words[verb].rel == Rel::Conj && tree.head(verb).is_some_and(|up| up < verb);
    let own = tree.child(verb, Rel::Cc).is_some() || tree.child(verb, Rel::Mark).is_some();
    if first.is_none() && !joined || own {
        return;
    }
    let Some((noun, and)) = (0..verb).rev().find_map(|noun| leads(tree, noun, verb, is_comma))
    else {
        return;
    };
    let before = tree.head(noun).unwrap_or(noun);
    for kid in tree.children(before).filter(|&kid| kid > noun && kid < verb).collect::<Vec<_>>() {
        if is_aside(tree, kid) {
            tree.words[kid].head = index(noun);
            if tree.words[kid].rel == Rel::Conj {
                tree.words[kid].rel = Rel::Appos;
            }
        }
    }
    if let Some(first) = first {
        (tree.words[first].head, tree.words[first].rel) =
            (tree.words[verb].head, tree.words[verb].rel);
        (tree.words[verb].head, tree.words[verb].rel) = (index(first), Rel::Conj);
    }
    let passive = tree.child(verb, Rel::AuxPass).is_some();
    tree.words[noun].head = index(verb);
    tree.words[noun].rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
    tree.words[and].head = index(verb);
}

/// Whether a word heads what commas set beside a noun; a parser may take it for the next of a list.
fn is_aside(tree: &Tree, at: usize) -> bool {
    let word = &tree.words[at];
    let listed = word.rel == Rel::Conj && tree.child(at, Rel::Cc).is_none();
    matches!(word.rel, Rel::Appos | Rel::AclRelcl) || listed && word.upos != Upos::Verb
}

/// Whether only what commas set apart stands between a noun joined by ", and" and a verb: the noun and the "and".
fn leads(
    tree: &Tree,
    noun: usize,
    verb: usize,
    is_comma: &impl Fn(&Tree, usize) -> bool,
) -> Option<(usize, usize)> {
    let word = &tree.words[noun];
    let nominal = matches!(word.upos, Upos::Noun | Upos::Propn);
    let before =
        tree.head(noun).filter(|&before| nominal && word.rel == Rel::Conj && before < noun)?;
    let and = tree.child(noun, Rel::Cc)?;
    let cut = and.checked_sub(1).is_some_and(|comma| is_comma(tree, comma));
    let list = tree.children(before).any(|kid| kid < and && tree.words[kid].rel == Rel::Conj);
    let within = tree.ancestors(before).any(|up| up == verb) || tree.words[verb].rel == Rel::Conj;
    let leads = |at: usize| matches!(tree.words[at].upos, Upos::Aux | Upos::Adv | Upos::Part);
    let end = (noun + 1..verb).rev().take_while(|&at| leads(at)).last().unwrap_or(verb);
    let closed = end.checked_sub(1).is_some_and(|comma| comma > noun && is_comma(tree, comma));
    let aside = |at: usize| {
        let mut path = std::iter::once(at).chain(tree.ancestors(at));
        path.any(|up| up == noun || up > noun && up < verb && is_aside(tree, up))
    };
    let apart = (noun + 1..end).all(|at| tree.words[at].upos == Upos::Punct || aside(at));
    (cut && !list && within && closed && apart).then_some((noun, and))
}

#[cfg(test)]
mod tests {
    use super::super::super::tree::Word;
    use super::*;
    use crate::text::{Block, Span};

    /// Words given as part of speech, inflection, head and relation.
    fn tree<const N: usize>(words: [(Upos, Morph, Option<u32>, Rel); N]) -> Tree {
        let span = Span::from_range(0..0);
        let word =
            |(upos, morph, head, rel)| Word { span, lemma: "".into(), upos, morph, head, rel };
        Tree { span, block: Block::Paragraph, words: words.into_iter().map(word).collect() }
    }

    #[test]
    fn a_verb_does_not_go_on_from_itself() {
        let mut tree = tree([
            (Upos::Verb, Morph::Base, None, Rel::Root),
            (Upos::Punct, Morph::None, Some(3), Rel::Punct),
            (Upos::Cconj, Morph::None, Some(3), Rel::Cc),
            (Upos::Verb, Morph::Past, Some(0), Rel::Conj),
        ]);
        nearest_deed(&mut tree, 3);
        assert_eq!(tree.head(3), Some(0));
    }
}
