//! Verbs that were taken for other words, and other words that were taken for verbs.

use super::super::lemma::{by_rule, is_strong, only_past};
use super::super::tree::{Morph, Rel, Tree, Upos, Word};
use super::{index, is_bare, is_subject};

/// "since *fighting* resumed in May": a participle right before a finite verb without a subject is
/// the subject of that verb.
pub(super) fn subject_of_complement(tree: &mut Tree, noun: usize) {
    let word = &tree.words[noun];
    let clause = matches!(word.rel, Rel::Advcl | Rel::Ccomp) && word.morph == Morph::Gerund;
    let next = clause.then(|| tree.child(noun, Rel::Xcomp)).flatten();
    let Some(verb) = next.filter(|&verb| verb == noun + 1) else { return };
    if !is_bare(tree, verb) || tree.child(verb, Rel::Mark).is_some() {
        return;
    }
    let (head, rel) = (tree.words[noun].head, tree.words[noun].rel);
    let moved: Vec<usize> =
        tree.children(noun).filter(|&kid| kid > verb || tree.words[kid].rel == Rel::Mark).collect();
    for kid in moved {
        tree.words[kid].head = index(verb);
    }
    (tree.words[verb].head, tree.words[verb].rel) = (head, rel);
    let word = &mut tree.words[noun];
    (word.head, word.rel, word.upos) = (index(verb), Rel::Nsubj, Upos::Noun);
}

/// "have each *drafted* a plan", "had earlier *set* it apart", "should have *warned* them", "has yet *to
/// visit* it", "has *to leave*": with only such words between, the auxiliary of a perfect tense or of a denial is no verb of
/// its own.
pub(super) fn perfect(tree: &mut Tree, have: usize) {
    if tree.words[have].upos != Upos::Verb || &*tree.words[have].lemma != "have" {
        return;
    }
    phrase_between(tree, have);
    let between = |at: usize| {
        let word = &tree.words[at];
        word.upos == Upos::Adv || matches!(&*word.lemma, "each" | "both" | "all")
    };
    let end = (have + 1..tree.words.len()).take(4).find(|&at| !between(at));
    let Some(end) = end else { return };
    let yet = &*tree.words[end - 1].lemma == "yet";
    let shared = (have + 1..end).any(|at| tree.words[at].upos != Upos::Adv);
    let modal = tree.child(have, Rel::Aux).is_some_and(|aux| &*tree.words[aux].lemma != "do");
    let denied = tree.children(have).any(|kid| matches!(&*tree.words[kid].lemma, "not" | "never"));
    let bound = !denied && end == have + 1 && tree.words[end].upos == Upos::Part;
    let infinitive = tree.child(have, Rel::Xcomp).filter(|&verb| {
        let to = tree.child(verb, Rel::Mark) == Some(end);
        yet && verb == end + 1 || bound && to && tree.child(have, Rel::Obj).is_none()
    });
    let verb = infinitive.unwrap_or(end);
    let word = &tree.words[verb];
    let own = tree.head(verb) == Some(have) && tree.child(verb, Rel::Obj).is_some();
    let participle = (shared || modal || own && end > have + 1)
        && matches!(word.morph, Morph::Participle | Morph::Past);
    if word.upos == Upos::Verb && (infinitive.is_some() || participle) {
        lead(tree, verb, have);
    }
}

/// "had *on average* paid": a phrase of two words between the two hangs on the participle.
fn phrase_between(tree: &mut Tree, have: usize) {
    let Some(verb) = (have + 3 < tree.words.len()).then_some(have + 3) else { return };
    let (preposition, noun) = (have + 1, have + 2);
    let phrase = tree.words[preposition].upos == Upos::Adp
        && matches!(tree.words[noun].upos, Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj);
    let word = &tree.words[verb];
    let participle =
        word.upos == Upos::Verb && matches!(word.morph, Morph::Participle | Morph::Past);
    let modifies = tree.head(verb).filter(|&noun| noun > verb && word.rel == Rel::Amod);
    let hangs =
        tree.head(verb) == Some(have) || modifies.is_some_and(|noun| tree.head(noun) == Some(have));
    let own = tree.child(verb, Rel::Obj).is_some_and(|object| object > verb) || modifies.is_some();
    if !(phrase && participle && hangs && own) {
        return;
    }
    (tree.words[noun].head, tree.words[noun].rel) = (index(verb), Rel::Obl);
    (tree.words[preposition].head, tree.words[preposition].rel) = (index(noun), Rel::Case);
    lead(tree, verb, have);
    tree.words[noun].rel = Rel::Obl;
}

/// Makes `verb` the head of all that stood under `have`, and this its auxiliary.
fn lead(tree: &mut Tree, verb: usize, have: usize) {
    let noun = tree.head(verb).filter(|&noun| noun > verb && tree.words[verb].rel == Rel::Amod);
    let above = (tree.words[have].head, tree.words[have].rel);
    let mut kids: Vec<usize> = tree.children(have).collect();
    if let Some(noun) = noun {
        kids.extend(tree.children(noun).filter(|&kid| kid < verb));
        kids.push(noun);
        tree.words[noun].rel = Rel::Obj;
    }
    let free = |at: &usize| tree.head(*at).is_none_or(|head| head <= have || head >= verb);
    kids.extend((have + 1..verb).filter(|at| free(at) && tree.head(*at) != Some(verb)));
    (tree.words[verb].head, tree.words[verb].rel) = above;
    for kid in kids.into_iter().filter(|&kid| kid != verb) {
        tree.words[kid].head = index(verb);
        if kid > have && kid < verb && tree.words[kid].upos != Upos::Part {
            tree.words[kid].rel = Rel::Advmod;
        }
    }
    let word = &mut tree.words[have];
    (word.head, word.rel, word.upos) = (index(verb), Rel::Aux, Upos::Aux);
}

/// "*Spending* on roads fell to 4 million": a first word in -ing without a subject of its own is what the
/// finite verb below it tells of.
pub(super) fn deed_as_subject(tree: &mut Tree) {
    let noun = tree.root();
    let word = &tree.words[noun];
    // "*Work* on the bridge starts in March"
    let bare = word.upos == Upos::Verb
        && matches!(word.morph, Morph::Base | Morph::None | Morph::Singular)
        && tree.child(noun, Rel::Obj).is_none();
    if noun != 0
        || word.morph != Morph::Gerund && !bare
        || tree.children(noun).any(|kid| is_subject(tree, kid))
    {
        return;
    }
    let predicate = tree.children(noun).find(|&kid| {
        let word = &tree.words[kid];
        let loose = matches!(word.rel, Rel::Advcl | Rel::Ccomp | Rel::Parataxis | Rel::Conj)
            || word.rel == Rel::Xcomp && word.morph == Morph::Past;
        let joined = [Rel::Cc, Rel::Mark].iter().any(|&rel| tree.child(kid, rel).is_some());
        let own = tree.words[kid - 1].upos != Upos::Punct;
        loose && !joined && own && (is_bare(tree, kid) || is_only_form(tree, kid))
    });
    let Some(verb) = predicate else { return };
    if tree.words[verb].morph == Morph::Participle && tree.child(verb, Rel::AuxPass).is_none() {
        tree.words[verb].morph = Morph::Past;
    }
    for kid in tree.children(noun).filter(|&kid| kid > verb).collect::<Vec<_>>() {
        tree.words[kid].head = index(verb);
    }
    (tree.words[verb].head, tree.words[verb].rel) = (None, Rel::Root);
    let passive = tree.child(verb, Rel::AuxPass).is_some();
    let word = &mut tree.words[noun];
    (word.head, word.upos) = (index(verb), Upos::Noun);
    word.rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
}

/// Whether a participle without auxiliary and subject is all that a sentence has of a finite verb.
fn is_only_form(tree: &Tree, verb: usize) -> bool {
    let word = &tree.words[verb];
    let bare = [Rel::Aux, Rel::AuxPass, Rel::Cop, Rel::Nsubj, Rel::NsubjPass]
        .iter()
        .all(|&rel| tree.child(verb, rel).is_none());
    let finite = |word: &Word| {
        matches!(word.upos, Upos::Verb | Upos::Aux)
            && matches!(word.morph, Morph::Past | Morph::Present | Morph::Modal)
    };
    let form = word.upos == Upos::Verb && word.morph == Morph::Participle;
    // "Withdrawing or feeling isolated" tells of nothing.
    let more = tree.children(verb).any(|kid| kid > verb && tree.words[kid].upos != Upos::Punct);
    form && bare && more && !tree.words.iter().any(finite)
}

/// "*Setting up* the server takes ten minutes": what stands between a deed that is a subject and its verb is the object of the
/// deed, no second subject.
pub(super) fn object_of_deed(tree: &mut Tree, verb: usize) {
    let deed = [Rel::Csubj, Rel::CsubjPass].iter().find_map(|&rel| tree.child(verb, rel));
    let Some(deed) = deed.filter(|&deed| tree.words[deed].morph == Morph::Gerund) else { return };
    let between = |kid: &usize| {
        let subject = is_subject(tree, *kid) || tree.words[*kid].rel == Rel::Expl;
        subject && deed < *kid && *kid < verb
    };
    let Some(object) = tree.children(verb).find(between) else { return };
    let there = tree.words[object].rel == Rel::Expl;
    let cut = tree.words[deed..verb].iter().any(|word| word.upos == Upos::Punct);
    if cut || tree.child(deed, Rel::Obj).is_some() {
        return;
    }
    let word = &mut tree.words[object];
    word.head = index(deed);
    word.rel = if there { Rel::Advmod } else { Rel::Obj };
    if there {
        word.upos = Upos::Adv;
    }
}

/// "Net profit *more than doubled* to 4 million": where no other word tells the tense, the form in -ed
/// behind "more than" is the verb and the noun before it its subject.
pub(super) fn more_than(tree: &mut Tree) {
    let words = &tree.words;
    let is = |at: usize, lemma: &str| words.get(at).is_some_and(|word| &*word.lemma == lemma);
    let Some(more) = (1..words.len()).find(|&at| {
        (is(at, "more") || is(at, "much")) && is(at + 1, "than") && ends_ed(tree, at + 2)
    }) else {
        return;
    };
    let verb = more + 2;
    let finite = |at: usize| {
        let verb = matches!(words[at].upos, Upos::Verb | Upos::Aux);
        verb && words[at].morph != Morph::Gerund
    };
    let start = (0..more).rev().find(|&at| words[at].upos == Upos::Punct).map_or(0, |at| at + 1);
    let after = words
        .get(verb + 1)
        .is_none_or(|next| !matches!(next.upos, Upos::Noun | Upos::Propn | Upos::Adj));
    let noun = matches!(words[more - 1].upos, Upos::Noun | Upos::Propn)
        || words[start..more].iter().any(|word| word.upos == Upos::Noun);
    // "Net *profit* more than doubled": a noun that was taken for the verb of the sentence.
    let noun_too = |at: usize| {
        let tense = matches!(words[at].morph, Morph::Past | Morph::Participle);
        tree.head(at).is_none() && !tense
    };
    let told = (start..more).any(|at| finite(at) && !noun_too(at));
    if told || !after || !noun && words[more - 1].morph != Morph::Base {
        return;
    }
    rebuild(tree, start, more);
}

/// Makes the word behind "more than" at `more` the root: the phrase from `start` is its subject, what stands
/// before that and what comes behind hangs on it.
fn rebuild(tree: &mut Tree, start: usize, more: usize) {
    let verb = more + 2;
    let case = (start..more).find(|&at| tree.words[at].upos == Upos::Adp).unwrap_or(more);
    let subject = case.saturating_sub(1).max(start);
    for at in start..subject {
        tree.words[at].head = index(subject);
        tree.words[at].rel = match tree.words[at].upos {
            Upos::Det => Rel::Det,
            Upos::Adj | Upos::Verb => Rel::Amod,
            Upos::Pron => Rel::NmodPoss,
            _ => Rel::Compound,
        };
    }
    let last = more - 1;
    if case < more && last > case {
        (tree.words[last].head, tree.words[last].rel) = (index(subject), Rel::Nmod);
        for at in case..last {
            tree.words[at].head = index(last);
            tree.words[at].rel = match tree.words[at].upos {
                Upos::Adp => Rel::Case,
                Upos::Det => Rel::Det,
                Upos::Adj => Rel::Amod,
                _ => Rel::Compound,
            };
        }
    }
    let loose: Vec<usize> = (0..tree.words.len())
        .filter(|&at| at < start || at > verb)
        .filter(|&at| tree.head(at).is_none_or(|head| (start..=verb).contains(&head)))
        .collect();
    let phrases: Vec<usize> = (0..start).filter(|&at| tree.head(at).is_none()).collect();
    for at in loose.into_iter().chain(phrases) {
        let cased = tree.child(at, Rel::Case).is_some();
        tree.words[at].head = index(verb);
        if cased || tree.words[at].rel == Rel::Root {
            tree.words[at].rel = Rel::Obl;
        }
    }
    (tree.words[subject].head, tree.words[subject].rel) = (index(verb), Rel::Nsubj);
    if tree.words[subject].upos != Upos::Propn {
        tree.words[subject].upos = Upos::Noun;
    }
    (tree.words[more].head, tree.words[more].rel) = (index(verb), Rel::Advmod);
    (tree.words[more + 1].head, tree.words[more + 1].rel) = (index(more), Rel::Fixed);
    let lemma = tree.words[verb].lemma.clone();
    let word = &mut tree.words[verb];
    if lemma.ends_with("ed") {
        word.lemma = by_rule(&lemma, Upos::Verb, Morph::Past).into();
    }
    (word.upos, word.morph, word.head, word.rel) = (Upos::Verb, Morph::Past, None, Rel::Root);
}

fn ends_ed(tree: &Tree, at: usize) -> bool {
    tree.words.get(at).is_some_and(|word| {
        let tense = matches!(word.morph, Morph::Past | Morph::Participle);
        match word.upos {
            Upos::Verb => tense || word.lemma.ends_with("ed"),
            Upos::Adj | Upos::Noun => word.lemma.ends_with("ed"),
            _ => false,
        }
    })
}

/// "four *rate* them a buy": a noun with a number before it and a pronoun for its object is a verb.
pub(super) fn counted(tree: &mut Tree, verb: usize) {
    if tree.words[verb].upos != Upos::Noun || tree.words[verb].morph == Morph::Plural {
        return;
    }
    let beside = |at: usize| tree.head(at) == Some(verb);
    let object = tree
        .words
        .get(verb + 1)
        .is_some_and(|next| next.upos == Upos::Pron && next.rel == Rel::Obj && beside(verb + 1));
    let number = verb.checked_sub(1).filter(|&at| {
        object
            && beside(at)
            && tree.words[at].upos == Upos::Num
            && tree.words[at].rel == Rel::Nummod
    });
    let Some(number) = number else { return };
    tree.words[number].rel = Rel::Nsubj;
    (tree.words[verb].upos, tree.words[verb].morph) = (Upos::Verb, Morph::Present);
}

/// "The quake *struck* at dawn", "Net profit *rose* more than expected": what is only ever a past tense was
/// taken for the noun that the one before it makes up.
pub(super) fn past_noun(tree: &mut Tree, verb: usize) {
    let word = &tree.words[verb];
    let noun = word.upos == Upos::Noun;
    let Some(past) = noun.then(|| only_past(&word.lemma)).flatten() else { return };
    let Some(subject) = verb.checked_sub(1).filter(|&noun| {
        let word = &tree.words[noun];
        let named = matches!(word.upos, Upos::Noun | Upos::Propn);
        named && matches!(word.rel, Rel::Compound) && tree.head(noun) == Some(verb)
    }) else {
        return;
    };
    if !heads_clause(tree, verb) {
        return;
    }
    for kid in tree.children(verb).filter(|&kid| kid < subject).collect::<Vec<_>>() {
        tree.words[kid].head = index(subject);
    }
    (tree.words[subject].head, tree.words[subject].rel) = (index(verb), Rel::Nsubj);
    for kid in tree.children(verb).filter(|&kid| kid > verb).collect::<Vec<_>>() {
        if matches!(tree.words[kid].rel, Rel::Nmod | Rel::NmodUnmarked) {
            let cased = tree.child(kid, Rel::Case).is_some();
            tree.words[kid].rel = if cased { Rel::Obl } else { Rel::Obj };
        }
    }
    let word = &mut tree.words[verb];
    (word.upos, word.morph) = (Upos::Verb, Morph::Past);
    word.lemma = past.into();
    compared(tree, verb);
}

/// Whether a noun heads a clause that has no verb of its own, or is the subject of what it is held against.
fn heads_clause(tree: &Tree, noun: usize) -> bool {
    let word = &tree.words[noun];
    let clause =
        matches!(word.rel, Rel::Root | Rel::Ccomp | Rel::Parataxis | Rel::Conj | Rel::Advcl);
    let bare = [Rel::Cop, Rel::Case].iter().all(|&rel| tree.child(noun, rel).is_none());
    let verbal = tree.children(noun).any(|kid| {
        tree.words[kid].upos == Upos::Verb && matches!(tree.words[kid].rel, Rel::Parataxis)
    });
    clause && bare && !verbal || more_behind(tree, noun).is_some()
}

/// The participle of "rose *more than expected*" that was taken for the predicate.
fn more_behind(tree: &Tree, noun: usize) -> Option<usize> {
    let is = |at: usize, lemma: &str| tree.words.get(at).is_some_and(|word| &*word.lemma == lemma);
    let than = (noun + 1..noun + 3).find(|&at| is(at, "than"))?;
    let verb = than + 1;
    let word = tree.words.get(verb)?;
    let own = tree.head(noun) == Some(verb) && is_subject(tree, noun);
    (own && word.upos == Upos::Verb).then_some(verb)
}

/// Puts the verb over the participle that it is held against.
fn compared(tree: &mut Tree, verb: usize) {
    let Some(than) = more_behind(tree, verb) else { return };
    let above = (tree.words[than].head, tree.words[than].rel);
    for kid in tree.children(than).filter(|&kid| kid > than).collect::<Vec<_>>() {
        tree.words[kid].head = index(verb);
    }
    (tree.words[verb].head, tree.words[verb].rel) = above;
    (tree.words[than].head, tree.words[than].rel) = (index(verb), Rel::Advcl);
}

/// "after 40 millimetres of rain *fell*": a past tense right behind a phrase of time is the verb of a clause of
/// which the noun is the subject.
pub(super) fn clause_of_time(tree: &mut Tree, verb: usize) {
    let word = &tree.words[verb];
    let loose = matches!(word.rel, Rel::Acl | Rel::Advcl | Rel::Conj | Rel::Parataxis | Rel::Csubj);
    if word.upos != Upos::Verb || !loose || verb == 0 {
        return;
    }
    let joined = [Rel::Cc, Rel::Mark].iter().any(|&rel| tree.child(verb, rel).is_some());
    if joined || !is_bare(tree, verb) {
        return;
    }
    // "after Ann Lee *was* named"
    let helps = |&at: &usize| {
        let word = &tree.words[at];
        word.upos == Upos::Aux && word.morph != Morph::Gerund && tree.head(at) == Some(verb)
    };
    let start = (0..verb).rev().take_while(helps).last().unwrap_or(verb);
    if start == 0 {
        return;
    }
    // A regular form may be a participle: "after a man arrested in May".
    let strong = is_strong(&word.lemma, word.span.len() as usize);
    let acts = tree.child(verb, Rel::Obj).is_some_and(|object| object > verb);
    let tells = tree.child(verb, Rel::Ccomp).is_some_and(|clause| clause > verb);
    let sure = word.morph == Morph::Past && (strong || tells || acts && word.rel != Rel::Acl)
        || start < verb;
    let timed = |noun: &usize| {
        let case = tree.child(*noun, Rel::Case);
        case.is_some_and(|case| {
            matches!(&*tree.words[case].lemma, "after" | "before" | "since" | "until")
        })
    };
    let nominal = |at: &usize| {
        matches!(tree.words[*at].upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num)
    };
    // "after a clerk *named by the county* found"
    let within = |at: &usize| {
        // "after *a ship and its crew* were seized", but "after the talks *and both* were closed"
        let owned = tree.child(*at, Rel::NmodPoss).is_some();
        let joined = start < verb && tree.words[*at].rel == Rel::Conj && !owned;
        nominal(at) && !joined
            || tree.words[*at].rel == Rel::Acl && tree.words[*at].morph != Morph::Base
    };
    let phrase = std::iter::once(start - 1).chain(tree.ancestors(start - 1)).take_while(within);
    let Some(noun) = phrase.take(5).filter(nominal).find(timed).filter(|&noun| sure && noun < verb)
    else {
        return;
    };
    let Some(case) = tree.child(noun, Rel::Case) else { return };
    let (head, rel) = (tree.words[noun].head, Rel::Advcl);
    let passive = tree.child(verb, Rel::AuxPass).is_some();
    (tree.words[verb].head, tree.words[verb].rel) = (head, rel);
    tree.words[noun].head = index(verb);
    tree.words[noun].rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
    (tree.words[case].head, tree.words[case].rel) = (index(verb), Rel::Mark);
    tree.words[case].upos = Upos::Sconj;
}

/// The subject of a verb that seems joined to what stands before it, right behind the "and".
fn joined_subject(tree: &Tree, verb: usize) -> Option<(usize, usize)> {
    if tree.words[verb].rel != Rel::Conj || tree.words[verb].upos != Upos::Verb {
        return None;
    }
    let subject = tree.children(verb).find(|&kid| kid < verb && is_subject(tree, kid))?;
    let and = tree.child(verb, Rel::Cc)?;
    let first = tree.subtree(subject).into_iter().min();
    (first == Some(and + 1)).then_some((subject, and))
}

/// "*A nurse* and her brother *were found*": a noun with nothing but "and" between it and the subject of the only
/// verb is the first of two subjects.
pub(super) fn subject_of_two(tree: &mut Tree) {
    let root = tree.root();
    let word = &tree.words[root];
    let noun = matches!(word.upos, Upos::Noun | Upos::Propn);
    let told = [Rel::Cop, Rel::Case, Rel::Nsubj].iter().any(|&rel| tree.child(root, rel).is_some());
    let verb = tree.children(root).find(|&kid| joined_subject(tree, kid).is_some());
    let Some(verb) = verb.filter(|_| noun && !told) else { return };
    let Some((subject, and)) = joined_subject(tree, verb) else { return };
    let near = and == root + 1 || tree.head(and - 1) == Some(root);
    let cut = tree.words[root..and].iter().any(|word| word.upos == Upos::Punct);
    let tense = matches!(tree.words[verb].morph, Morph::Past | Morph::Present)
        || tree.child(verb, Rel::Aux).is_some()
        || tree.child(verb, Rel::AuxPass).is_some();
    if !near || cut || !tense {
        return;
    }
    let rel = tree.words[subject].rel;
    for kid in tree.children(root).filter(|&kid| kid > and && kid != verb).collect::<Vec<_>>() {
        tree.words[kid].head = index(verb);
    }
    (tree.words[verb].head, tree.words[verb].rel) = (None, Rel::Root);
    (tree.words[root].head, tree.words[root].rel) = (index(verb), rel);
    (tree.words[subject].head, tree.words[subject].rel) = (index(root), Rel::Conj);
    tree.words[and].head = index(subject);
}

/// "if *the tax* rose": a conjunction that hangs on the subject opens the clause.
pub(super) fn marked_subject(tree: &mut Tree, verb: usize) {
    if tree.words[verb].rel == Rel::Root {
        return;
    }
    let subject = tree.children(verb).find(|&kid| kid < verb && is_subject(tree, kid));
    let Some(subject) = subject.filter(|_| tree.child(verb, Rel::Mark).is_none()) else { return };
    let Some(mark) = tree.child(subject, Rel::Mark).filter(|&mark| mark < subject) else { return };
    if tree.words[mark].upos == Upos::Sconj {
        tree.words[mark].head = index(verb);
    }
}

/// "after *a woman* and her son *were found*": what stands before the "and" is the first of two subjects, not when
/// the sentence before them happened.
pub(super) fn clause_of_two(tree: &mut Tree, verb: usize) {
    let Some((subject, and)) = joined_subject(tree, verb) else { return };
    let Some(last) = and.checked_sub(1) else { return };
    let timed = |noun: &usize| {
        let case = tree.child(*noun, Rel::Case).filter(|_| tree.words[*noun].rel == Rel::Obl);
        case.is_some_and(|case| {
            matches!(&*tree.words[case].lemma, "after" | "before" | "since" | "until")
        })
    };
    let nominal = |at: &usize| matches!(tree.words[*at].upos, Upos::Noun | Upos::Propn | Upos::Num);
    let noun = std::iter::once(last).chain(tree.ancestors(last)).take_while(nominal).find(timed);
    let Some(noun) = noun else { return };
    let (Some(case), Some(head)) = (tree.child(noun, Rel::Case), tree.head(noun)) else { return };
    if head != tree.head(verb).unwrap_or(head) {
        return;
    }
    let rel = tree.words[subject].rel;
    (tree.words[verb].head, tree.words[verb].rel) = (index(head), Rel::Advcl);
    (tree.words[noun].head, tree.words[noun].rel) = (index(verb), rel);
    (tree.words[subject].head, tree.words[subject].rel) = (index(noun), Rel::Conj);
    tree.words[and].head = index(subject);
    (tree.words[case].head, tree.words[case].rel) = (index(verb), Rel::Mark);
    tree.words[case].upos = Upos::Sconj;
}

/// "Quake *kills* at least 41", "Blast *injures* 12": in a headline a plural between a noun and a number is the verb.
pub(super) fn headline_deed(tree: &mut Tree) {
    let root = tree.root();
    let end = (0..tree.words.len())
        .find(|&at| tree.words[at].upos == Upos::Punct)
        .unwrap_or(tree.words.len());
    let told = (0..end).any(|at| {
        let word = &tree.words[at];
        matches!(word.upos, Upos::Verb | Upos::Aux) && word.morph != Morph::Gerund
    });
    let word = &tree.words[root];
    if told || root == 0 || root >= end || word.upos != Upos::Noun {
        return;
    }
    if word.morph != Morph::Plural && !word.lemma.ends_with('s') {
        return;
    }
    let subject = root - 1;
    let noun = matches!(tree.words[subject].upos, Upos::Noun | Upos::Propn);
    let number = tree.children(root).find(|&kid| {
        let word = &tree.words[kid];
        let counted = word.upos == Upos::Num || tree.child(kid, Rel::Nummod).is_some();
        kid > root
            && kid < end
            && counted
            && matches!(word.rel, Rel::Obj | Rel::Nmod | Rel::NmodUnmarked | Rel::Appos)
            && tree.words[root + 1..kid]
                .iter()
                .all(|word| matches!(word.upos, Upos::Adp | Upos::Adj | Upos::Adv | Upos::Num))
    });
    let article = (0..subject).any(|at| tree.words[at].upos == Upos::Det);
    let Some(number) = number.filter(|_| noun && !article) else { return };
    for kid in tree.children(root).filter(|&kid| kid < subject).collect::<Vec<_>>() {
        tree.words[kid].head = index(subject);
    }
    (tree.words[subject].head, tree.words[subject].rel) = (index(root), Rel::Nsubj);
    tree.words[number].rel = Rel::Obj;
    for kid in tree.children(root).filter(|&kid| kid > number).collect::<Vec<_>>() {
        if tree.words[kid].rel == Rel::Nmod {
            tree.words[kid].rel = Rel::Obl;
        }
    }
    let word = &mut tree.words[root];
    (word.upos, word.morph) = (Upos::Verb, Morph::Present);
    if word.lemma.ends_with('s') {
        word.lemma = by_rule(&word.lemma.clone(), Upos::Verb, Morph::Present).into();
    }
}

/// "the deadliest crash *since 1998*": what ranks a noun tells since when.
pub(super) fn ranked_since(tree: &mut Tree, time: usize) {
    let Some(since) = tree.child(time, Rel::Case).filter(|&at| &*tree.words[at].lemma == "since")
    else {
        return;
    };
    let Some(noun) = since.checked_sub(1).filter(|&noun| tree.words[noun].upos == Upos::Noun)
    else {
        return;
    };
    let ranked = tree
        .children(noun)
        .any(|kid| tree.words[kid].rel == Rel::Amod && tree.words[kid].morph == Morph::Superlative);
    if ranked && tree.head(time) != Some(noun) && !tree.subtree(time).contains(&noun) {
        (tree.words[time].head, tree.words[time].rel) = (index(noun), Rel::Nmod);
    }
}

/// "charged *up to 40* percent": before "to" and a number "up" belongs to that, not to the verb.
pub(super) fn up_to(tree: &mut Tree, up: usize) {
    let words = &tree.words;
    let up_to = words[up].rel == Rel::CompoundPrt && &*words[up].lemma == "up";
    let number = up + 2;
    let bound = up_to
        && words.get(number).is_some_and(|word| matches!(word.upos, Upos::Num | Upos::Sym))
        && &*words[up + 1].lemma == "to";
    if bound {
        (tree.words[up].head, tree.words[up].rel) = (index(number), Rel::Advmod);
    }
}

/// "The fee *used to be* 12 euros": "used to" only tells that something was so before.
pub(super) fn used_to(tree: &mut Tree, used: usize) {
    let word = &tree.words[used];
    let past = word.upos == Upos::Verb && word.morph == Morph::Past && &*word.lemma == "use";
    if !past {
        return;
    }
    let to = tree.words.get(used + 1).is_some_and(|to| &*to.lemma == "to");
    let open =
        [Rel::Obj, Rel::AuxPass, Rel::Aux].iter().all(|&rel| tree.child(used, rel).is_none());
    let verb = tree.children(used).find(|&kid| {
        let infinitive = matches!(tree.words[kid].rel, Rel::Xcomp | Rel::Advcl | Rel::Ccomp);
        infinitive && tree.child(kid, Rel::Mark) == Some(used + 1)
    });
    // "the rope that *he used to climb*", "the rope used to climb was used again": a purpose.
    let relative = |at: usize| tree.words[at].rel == Rel::AclRelcl;
    let within = relative(used) || tree.head(used).is_some_and(relative);
    let subject = tree.children(used).find(|&kid| is_subject(tree, kid) && kid < used);
    let subject = subject.is_some_and(|subject| {
        !within || matches!(&*tree.words[subject].lemma, "which" | "who" | "that")
    });
    let purpose = tree
        .children(used)
        .any(|kid| tree.words[kid].rel == Rel::Conj && tree.child(kid, Rel::Cc).is_none());
    let open = open && !purpose;
    let Some(verb) = verb.filter(|_| to && open && subject) else { return };
    for kid in tree.children(used).filter(|&kid| kid != verb).collect::<Vec<_>>() {
        tree.words[kid].head = index(verb);
    }
    (tree.words[verb].head, tree.words[verb].rel) = (tree.words[used].head, tree.words[used].rel);
    let to = used + 1;
    (tree.words[to].head, tree.words[to].rel) = (index(used), Rel::Fixed);
    let word = &mut tree.words[used];
    (word.head, word.rel, word.upos) = (index(verb), Rel::Aux, Upos::Aux);
}
