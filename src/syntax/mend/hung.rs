//! What a parser hangs on a word that cannot bear it: names on adjectives, subjects on commas, clauses on
//! the nouns that are their subjects.

use super::super::lemma::is_moving;
use super::super::tree::{Morph, Rel, Tree, Upos};
use super::{index, is_bare, is_subject};

/// Mends what is hung on a word that cannot bear it, and what is hung wrongly there.
pub(super) fn word(tree: &mut Tree, at: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    to_of_infinitive(tree, at);
    with_object(tree, at);
    behind_particle(tree, at);
    phrase_apart(tree, at, is_comma);
    staying(tree, at);
    where_of_object(tree, at);
    bare_before_verb(tree, at);
    before_copula(tree, at);
    counted_win(tree, at);
    on_mark(tree, at);
    name_on_adjective(tree, at);
    than_the(tree, at);
    clause_before(tree, at, is_comma);
    first_of_deeds(tree, at, is_comma);
    listed(tree, at);
    part_behind(tree, at, is_comma);
    day_of_deed(tree, at);
    day_of_origin(tree, at);
    older_in_brackets(tree, at);
    points_back(tree, at);
    year_of_day(tree, at);
    owning(tree, at);
    or_share(tree, at);
    counts_next(tree, at);
    whose(tree, at);
    next_deed(tree, at, is_comma);
    which_of_phrase(tree, at, is_comma);
}

/// "9-year-old *Otto Dorn*": a name right behind an adjective is what the adjective is of.
fn name_on_adjective(tree: &mut Tree, adjective: usize) {
    if tree.words[adjective].upos != Upos::Adj {
        return;
    }
    let name = Some(adjective + 1).filter(|&name| {
        tree.words.get(name).is_some_and(|word| {
            let hangs = matches!(word.rel, Rel::Flat | Rel::Obj) && word.upos == Upos::Propn;
            hangs && tree.head(name) == Some(adjective)
        })
    });
    let Some(name) = name else { return };
    let own = [Rel::Cc, Rel::Det, Rel::Case, Rel::NmodPoss];
    let moved = |kid: &usize| *kid > name || own.contains(&tree.words[*kid].rel);
    let kids: Vec<usize> = tree.children(adjective).filter(moved).collect();
    for kid in kids {
        tree.words[kid].head = index(name);
    }
    let (head, rel) = (tree.words[adjective].head, tree.words[adjective].rel);
    (tree.words[name].head, tree.words[name].rel) = (head, rel);
    (tree.words[adjective].head, tree.words[adjective].rel) = (index(name), Rel::Amod);
}

/// "killed *her* 30-year-old daughter": of two objects the pronoun right before the other tells whose that is.
fn whose(tree: &mut Tree, her: usize) {
    let word = &tree.words[her];
    let pronoun = word.upos == Upos::Pron && word.rel == Rel::Obj;
    let pronoun = pronoun && matches!(&*word.lemma, "she" | "her");
    let Some(verb) = tree.head(her).filter(|&verb| pronoun && verb + 1 == her) else { return };
    let object = tree.children(verb).find(|&kid| {
        let word = &tree.words[kid];
        kid > her && word.rel == Rel::Obj && word.upos == Upos::Noun
    });
    let next = object.filter(|&object| {
        let begins = tree.subtree(object).into_iter().min() == Some(her + 1);
        begins && tree.child(object, Rel::Det).is_none()
    });
    if let Some(object) = next {
        (tree.words[her].head, tree.words[her].rel) = (index(object), Rel::NmodPoss);
    }
}

/// "shot a man, *wounded* another and fled": a past tense without a subject between a comma and "and" is the next
/// deed.
fn next_deed(tree: &mut Tree, verb: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    let word = &tree.words[verb];
    let past = word.upos == Upos::Verb && word.morph == Morph::Past && word.rel == Rel::Parataxis;
    let comma = verb.checked_sub(1).is_some_and(|before| is_comma(tree, before));
    let Some(first) = tree.head(verb).filter(|&first| past && comma && first < verb) else {
        return;
    };
    let told = tree.words[first].morph == Morph::Past
        && tree.children(first).any(|kid| is_subject(tree, kid) && kid < first);
    let last = tree.children(verb).find(|&kid| {
        tree.words[kid].rel == Rel::Conj && tree.child(kid, Rel::Cc).is_some() && is_bare(tree, kid)
    });
    let Some(last) = last.filter(|_| told && is_bare(tree, verb)) else { return };
    tree.words[verb].rel = Rel::Conj;
    tree.words[last].head = index(first);
}

/// "put off *until 3 July*, she said": what stands right before a day leads that, not the clause behind the comma.
pub(super) fn leads_next(tree: &mut Tree, mark: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    if tree.words[mark].rel != Rel::Mark {
        return;
    }
    let Some(clause) = tree.head(mark).filter(|&clause| clause > mark + 2) else { return };
    let next = &tree.words[mark + 1];
    let timed = matches!(next.rel, Rel::Obl | Rel::OblUnmarked)
        && matches!(next.upos, Upos::Num | Upos::Noun | Upos::Propn);
    let apart = tree.head(mark + 1).is_some_and(|head| head < mark)
        && (mark + 2..clause).any(|at| is_comma(tree, at));
    if !timed || !apart || tree.child(mark + 1, Rel::Case).is_some() {
        return;
    }
    let word = &mut tree.words[mark];
    (word.head, word.rel, word.upos) = (index(mark + 1), Rel::Case, Upos::Adp);
    tree.words[mark + 1].rel = Rel::Obl;
    let said = tree.words[clause].rel == Rel::Advcl && has_subject(tree, clause);
    if said && tree.child(clause, Rel::Mark).is_none() {
        tree.words[clause].rel = Rel::Parataxis;
    }
}

/// "a bug *where* the client *loses* its token": behind an object "where" tells which.
fn where_of_object(tree: &mut Tree, at: usize) {
    if &*tree.words[at].lemma != "where" || tree.words[at].rel != Rel::Advmod {
        return;
    }
    let Some(clause) = tree.head(at).filter(|&clause| tree.words[clause].rel == Rel::Advcl) else {
        return;
    };
    let object = at.checked_sub(1).filter(|&noun| {
        let word = &tree.words[noun];
        word.upos == Upos::Noun && word.rel == Rel::Obj && tree.head(noun) == tree.head(clause)
    });
    if let Some(object) = object.filter(|_| has_subject(tree, clause)) {
        (tree.words[clause].head, tree.words[clause].rel) = (index(object), Rel::AclRelcl);
    }
}

/// "*150 g flour*": of a line that is nothing but a number, a unit and a noun the noun tells what it is.
pub(super) fn measured_item(tree: &mut Tree) {
    let number = tree.root();
    let (unit, noun) = (number + 1, number + 2);
    let mark = |at: usize| matches!(tree.words[at].upos, Upos::Punct | Upos::Sym);
    let line = tree.words[number].upos == Upos::Num
        && noun < tree.words.len()
        && !mark(unit)
        && tree.words[noun].upos == Upos::Noun
        && tree.head(noun) == Some(number)
        && (0..number).chain(noun + 1..tree.words.len()).all(mark);
    if !line || tree.child(noun, Rel::Case).is_some() || tree.child(noun, Rel::Cc).is_some() {
        return;
    }
    for at in 0..tree.words.len() {
        tree.words[at].head = index(noun);
    }
    (tree.words[noun].head, tree.words[noun].rel) = (None, Rel::Root);
    tree.words[number].rel = Rel::Nummod;
    (tree.words[unit].head, tree.words[unit].rel) = (index(number), Rel::Flat);
}

/// "Tarvo Group *lifts* outlook": a plural with a subject and an object is a verb.
fn with_object(tree: &mut Tree, verb: usize) {
    let word = &tree.words[verb];
    if word.upos != Upos::Noun || word.morph != Morph::Plural {
        return;
    }
    let subject = tree.children(verb).any(|kid| kid < verb && is_subject(tree, kid));
    let object = tree.child(verb, Rel::Obj).is_some_and(|object| object > verb);
    if subject && object && tree.child(verb, Rel::Cop).is_none() {
        let word = &mut tree.words[verb];
        (word.upos, word.morph) = (Upos::Verb, Morph::Present);
    }
}

/// "called off *the strike*": behind a verb with its particle a noun is the object where there is no other.
fn behind_particle(tree: &mut Tree, noun: usize) {
    let word = &tree.words[noun];
    let loose = matches!(word.rel, Rel::Xcomp | Rel::Obl);
    if word.upos != Upos::Noun || !loose || tree.child(noun, Rel::Cop).is_some() {
        return;
    }
    let Some(verb) = tree.head(noun).filter(|&verb| verb < noun) else { return };
    let begins = |particle: usize| {
        let led =
            |first: usize| tree.words[first].upos == Upos::Det && tree.head(first) == Some(noun);
        particle < noun && (word.rel == Rel::Xcomp || led(particle + 1))
    };
    let particle = tree.child(verb, Rel::CompoundPrt).is_some_and(begins);
    let free = [Rel::Obj, Rel::AuxPass].iter().all(|&rel| tree.child(verb, rel).is_none());
    if particle && free && tree.child(noun, Rel::Case).is_none() {
        tree.words[noun].rel = Rel::Obj;
    }
}

/// "The ministry, *in a statement*, blamed": a phrase between commas behind the subject is of the verb.
fn phrase_apart(tree: &mut Tree, noun: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    let Some(subject) = tree.head(noun).filter(|&subject| subject < noun) else { return };
    if tree.words[noun].rel != Rel::Nmod || !is_subject(tree, subject) {
        return;
    }
    let Some(verb) = tree.head(subject).filter(|&verb| verb > noun) else { return };
    let case = tree.child(noun, Rel::Case).and_then(|case| case.checked_sub(1));
    let opened = case.is_some_and(|before| before == subject + 1 && is_comma(tree, before));
    let closed = (noun + 1..verb).any(|at| is_comma(tree, at));
    // "The mud, up to four metres deep, buried"
    let state = tree.words[noun + 1].upos == Upos::Adj && tree.head(noun + 1) == Some(noun);
    let measure = state && tree.child(noun, Rel::Nummod).is_some();
    if opened && closed && !measure && tree.words[verb].upos == Upos::Verb {
        (tree.words[noun].head, tree.words[noun].rel) = (index(verb), Rel::Obl);
    }
}

/// "Keys created before the update *stay valid*": an adjective behind "stay" makes a verb of it, and the past form before
/// it a participle.
fn staying(tree: &mut Tree, stay: usize) {
    let word = &tree.words[stay];
    if word.upos != Upos::Noun || !matches!(&*word.lemma, "stay" | "remain") || stay == 0 {
        return;
    }
    let state = tree.child(stay, Rel::Amod).filter(|&state| state == stay + 1);
    let first =
        tree.head(stay).filter(|&first| first < stay && tree.words[first].upos == Upos::Verb);
    let (Some(state), Some(first)) = (state, first) else { return };
    let subject = tree.children(first).find(|&kid| kid < first && is_subject(tree, kid));
    let noun = tree.child(stay, Rel::Compound).filter(|&noun| noun + 1 == stay);
    let (Some(subject), Some(noun)) = (subject, noun) else { return };
    if tree.child(first, Rel::Aux).is_some() || tree.child(first, Rel::AuxPass).is_some() {
        return;
    }
    let above = (tree.words[first].head, tree.words[first].rel);
    let before: Vec<usize> = tree.children(stay).filter(|&kid| kid < noun).collect();
    let behind: Vec<usize> = tree.children(first).filter(|&kid| kid > stay).collect();
    for kid in before {
        tree.words[kid].head = index(noun);
    }
    for kid in behind {
        tree.words[kid].head = index(stay);
    }
    (tree.words[noun].head, tree.words[noun].rel) = (index(first), Rel::Obl);
    let word = &mut tree.words[stay];
    (word.upos, word.morph) = (Upos::Verb, Morph::Present);
    (word.head, word.rel) = above;
    (tree.words[state].head, tree.words[state].rel) = (index(stay), Rel::Xcomp);
    (tree.words[first].head, tree.words[first].rel) = (index(subject), Rel::Acl);
    tree.words[first].morph = Morph::Participle;
    (tree.words[subject].head, tree.words[subject].rel) = (index(stay), Rel::Nsubj);
}

/// Nothing hangs on a mark: what does belongs to the word that the mark hangs on.
fn on_mark(tree: &mut Tree, at: usize) {
    let Some(mark) = tree.head(at).filter(|&mark| tree.words[mark].upos == Upos::Punct) else {
        return;
    };
    let Some(head) = tree.head(mark).filter(|&head| head != at) else { return };
    if tree.ancestors(head).any(|up| up == at) {
        return;
    }
    tree.words[at].head = index(head);
    if is_subject(tree, at) {
        tree.words[at].rel = Rel::Dep;
    }
}

/// "fewer *than the 4,000* whom they had expected": behind an article the number is one that is known, and what is
/// fewer is held against it.
fn than_the(tree: &mut Tree, number: usize) {
    let article = number.checked_sub(1).filter(|&at| tree.words[at].upos == Upos::Det);
    let than = article
        .and_then(|article| article.checked_sub(1))
        .filter(|&than| &*tree.words[than].lemma == "than" && tree.words[than].rel == Rel::Fixed);
    let Some(than) = than.filter(|_| tree.words[number].upos == Upos::Num) else { return };
    let Some(more) = tree.head(than).filter(|&more| tree.head(more) == Some(number)) else {
        return;
    };
    let (head, rel) = (tree.words[number].head, tree.words[number].rel);
    if rel == Rel::Nummod || head.is_none() {
        return;
    }
    (tree.words[more].head, tree.words[more].rel) = (head, Rel::Advmod);
    (tree.words[number].head, tree.words[number].rel) = (index(more), Rel::Obl);
    (tree.words[than].head, tree.words[than].rel) = (index(number), Rel::Case);
}

/// "When two nodes are lost, *the cluster becomes* read-only": what is lost has no object, so the noun behind the
/// comma is the subject of the verb behind it.
fn clause_before(tree: &mut Tree, first: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    let word = &tree.words[first];
    if word.upos != Upos::Verb || tree.child(first, Rel::AuxPass).is_none() {
        return;
    }
    let opens = tree.children(first).next().is_some_and(|kid| {
        let word = &tree.words[kid];
        matches!(&*word.lemma, "when" | "if" | "once" | "after" | "because" | "while" | "as")
    });
    let Some(subject) = tree.child(first, Rel::Obj).filter(|&object| opens && object > first)
    else {
        return;
    };
    let word = |at: &usize| tree.words[*at].upos != Upos::Punct;
    let begins = tree.subtree(subject).into_iter().find(word).unwrap_or(subject);
    let apart = begins.checked_sub(1).is_some_and(|before| is_comma(tree, before));
    let verb = tree.children(subject).find(|&kid| {
        let tense = matches!(tree.words[kid].morph, Morph::Present | Morph::Past);
        kid > subject && tree.words[kid].rel == Rel::Acl && tense && is_bare(tree, kid)
    });
    let Some(verb) = verb.filter(|_| apart) else { return };
    let above = (tree.words[first].head, tree.words[first].rel);
    let behind: Vec<usize> = tree.children(first).filter(|&kid| kid > verb).collect();
    for kid in behind {
        tree.words[kid].head = index(verb);
    }
    (tree.words[verb].head, tree.words[verb].rel) = above;
    (tree.words[first].head, tree.words[first].rel) = (index(verb), Rel::Advcl);
    (tree.words[subject].head, tree.words[subject].rel) = (index(verb), Rel::Nsubj);
}

/// "*shot* his cousin, *wounded* an uncle and fled": of two past tenses between commas the one that has the subject
/// is the first.
fn first_of_deeds(tree: &mut Tree, verb: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    let plain = |at: usize| {
        let word = &tree.words[at];
        word.upos == Upos::Verb && word.morph == Morph::Past && tree.child(at, Rel::Aux).is_none()
    };
    let comma = verb.checked_sub(1).is_some_and(|before| is_comma(tree, before));
    if !comma || !plain(verb) || !is_bare(tree, verb) {
        return;
    }
    let first = tree.child(verb, Rel::Advcl).filter(|&first| {
        let marked = [Rel::Mark, Rel::Advmod]
            .iter()
            .any(|&rel| tree.child(first, rel).is_some_and(|kid| kid < first));
        first < verb
            && plain(first)
            && !marked
            && tree.children(first).any(|kid| is_subject(tree, kid))
    });
    let Some(first) = first else { return };
    let kids: Vec<usize> =
        tree.children(verb).filter(|&kid| tree.words[kid].rel == Rel::Conj).collect();
    for kid in kids {
        tree.words[kid].head = index(first);
    }
    (tree.words[first].head, tree.words[first].rel) = (tree.words[verb].head, tree.words[verb].rel);
    (tree.words[verb].head, tree.words[verb].rel) = (index(first), Rel::Conj);
}

/// "his son, *his daughter*, and himself", "Ann Lee, 20; *Tom Hale*, 21; and a boy": what is of the same kind and
/// followed by "and" is the next of a list, no other name of the first.
fn listed(tree: &mut Tree, next: usize) {
    let Some(first) = tree.head(next).filter(|&first| first < next) else { return };
    if tree.words[next].rel != Rel::Appos {
        return;
    }
    let joined = |at: usize| {
        tree.children(at).find(|&kid| {
            kid > next && tree.words[kid].rel == Rel::Conj && tree.child(kid, Rel::Cc).is_some()
        })
    };
    let owner = |at: usize| tree.child(at, Rel::NmodPoss).map(|kid| &tree.words[kid].lemma);
    let theirs = tree.child(first, Rel::NmodPoss);
    let theirs = theirs.is_some_and(|kid| tree.words[kid].upos == Upos::Pron);
    let owned = owner(first).is_some() && owner(first) == owner(next);
    let named = [first, next].iter().all(|&at| tree.words[at].upos == Upos::Propn);
    let word = |at: &usize| tree.words[*at].upos != Upos::Punct;
    let begins = tree.subtree(next).into_iter().find(word).unwrap_or(next);
    let parted = begins.checked_sub(1).is_some_and(|mark| &*tree.words[mark].lemma == ";");
    let plain = [first, next].iter().all(|&at| tree.words[at].upos == Upos::Noun)
        && theirs
        && [Rel::Det, Rel::NmodPoss, Rel::Case].iter().all(|&rel| tree.child(next, rel).is_none());
    let below = joined(next).filter(|_| plain && joined(first).is_none());
    let more = joined(first).is_some() && (owned || named && parted || plain);
    if let Some(below) = below {
        tree.words[below].head = index(first);
    }
    if more || below.is_some() {
        tree.words[next].rel = Rel::Conj;
    }
}

/// "*41 dead*, nine of them children": what is counted before the comma is told, and what comes behind it is a part.
fn part_behind(tree: &mut Tree, state: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    let word = &tree.words[state];
    if word.upos != Upos::Adj || word.rel != Rel::Amod {
        return;
    }
    let Some(noun) = tree.head(state).filter(|&noun| noun > state + 1) else { return };
    let number = tree.child(state, Rel::Nummod).filter(|&number| number + 1 == state);
    let part = tree.children(noun).find(|&kid| kid > state && is_subject(tree, kid));
    let (Some(number), Some(part)) = (number, part) else { return };
    if !is_comma(tree, state + 1) || tree.child(noun, Rel::Cop).is_some() {
        return;
    }
    let kids: Vec<usize> = tree.children(noun).filter(|&kid| kid < part && kid != state).collect();
    for kid in kids {
        tree.words[kid].head = index(number);
    }
    let (head, rel) = (tree.words[noun].head, tree.words[noun].rel);
    (tree.words[number].head, tree.words[number].rel) = (head, rel);
    tree.words[state].head = index(number);
    (tree.words[part].head, tree.words[part].rel) = (index(number), Rel::Appos);
    (tree.words[noun].head, tree.words[noun].rel) = (index(part), Rel::Nmod);
}

/// "killed 12 people *on 3 March*": a day behind those who are counted tells when it was done.
fn day_of_deed(tree: &mut Tree, day: usize) {
    let word = &tree.words[day];
    let dated = word.rel == Rel::Nmod && matches!(word.upos, Upos::Num | Upos::Propn);
    let on = tree.child(day, Rel::Case).is_some_and(|case| &*tree.words[case].lemma == "on");
    let Some(noun) = tree.head(day).filter(|_| dated && on) else { return };
    let counted = tree.words[noun].upos == Upos::Noun && tree.child(noun, Rel::Nummod).is_some();
    let verb = tree
        .head(noun)
        .filter(|&verb| tree.words[noun].rel == Rel::Obj && tree.words[verb].upos == Upos::Verb);
    let Some(verb) = verb.filter(|&verb| counted && verb < noun) else { return };
    (tree.words[day].head, tree.words[day].rel) = (index(verb), Rel::Obl);
}

/// "may run at once (*previously 8*)": an older number in brackets is of what the clause tells.
fn older_in_brackets(tree: &mut Tree, number: usize) {
    let word = &tree.words[number];
    let loose = matches!(word.rel, Rel::NmodUnmarked | Rel::Appos | Rel::Nmod);
    if word.upos != Upos::Num || !loose || number < 2 {
        return;
    }
    let adverb = tree.words[number - 1].upos == Upos::Adv && tree.head(number - 1) == Some(number);
    let bracket =
        tree.words[number - 2].upos == Upos::Punct && &*tree.words[number - 2].lemma == "(";
    let verb = tree.ancestors(number).find(|&up| tree.words[up].upos == Upos::Verb);
    if let Some(verb) = verb.filter(|_| adverb && bracket) {
        (tree.words[number].head, tree.words[number].rel) = (index(verb), Rel::OblUnmarked);
    }
}

/// "*the latter* of which sank": what only points back to a word is no noun of its own.
fn points_back(tree: &mut Tree, at: usize) {
    let word = &mut tree.words[at];
    if word.upos == Upos::Noun && matches!(&*word.lemma, "latter" | "former") {
        (word.upos, word.morph) = (Upos::Adj, Morph::None);
    }
}

/// "on May 28, *2014* was shown": the year behind a day belongs to it.
fn year_of_day(tree: &mut Tree, year: usize) {
    let word = &tree.words[year];
    if word.upos != Upos::Num || !is_subject(tree, year) || year < 3 || word.lemma.len() != 4 {
        return;
    }
    let (month, day) = (&tree.words[year - 3], &tree.words[year - 2]);
    let dated = month.upos == Upos::Propn
        && matches!(day.upos, Upos::Num | Upos::Adj)
        && day.lemma.starts_with(|c: char| c.is_ascii_digit())
        && tree.words[year - 1].upos == Upos::Punct;
    if dated && tree.ancestors(year - 2).all(|up| up != year) {
        (tree.words[year].head, tree.words[year].rel) = (index(year - 2), Rel::NmodUnmarked);
    }
}

/// "Funds *own* 20 percent of it": behind a plural and before what is counted, with nobody whose own it would be.
fn owning(tree: &mut Tree, at: usize) {
    let word = &tree.words[at];
    if &*word.lemma != "own" || word.upos != Upos::Adj || word.rel != Rel::Amod || at == 0 {
        return;
    }
    let Some(object) = tree.head(at).filter(|&object| object > at) else { return };
    let counted = tree.words[object].upos == Upos::Sym || tree.child(object, Rel::Nummod).is_some();
    let Some(owner) = tree.head(object).filter(|&owner| owner < at && counted) else { return };
    let plural = tree.words[owner].morph == Morph::Plural
        && tree.words[owner].upos == Upos::Noun
        && tree.child(owner, Rel::Case).is_none();
    let owned = tree.child(object, Rel::NmodPoss).is_some()
        || matches!(&*tree.words[at - 1].lemma, "'s" | "'")
        || tree.words[at - 1].upos == Upos::Pron;
    if !plural || owned {
        return;
    }
    let above = (tree.words[owner].head, tree.words[owner].rel);
    let kids: Vec<usize> = tree.children(owner).filter(|&kid| kid > at).collect();
    for kid in kids {
        tree.words[kid].head = index(at);
    }
    let word = &mut tree.words[at];
    (word.head, word.rel) = above;
    (word.upos, word.morph) = (Upos::Verb, Morph::Present);
    (tree.words[owner].head, tree.words[owner].rel) = (index(at), Rel::Nsubj);
    (tree.words[object].head, tree.words[object].rel) = (index(at), Rel::Obj);
}

/// "left one sailor dead and *three others injured*": a number right before those whom it counts is no second to what the
/// first are.
fn counts_next(tree: &mut Tree, number: usize) {
    let word = &tree.words[number];
    if word.upos != Upos::Num || word.rel != Rel::Conj {
        return;
    }
    let Some(state) = tree.head(number).filter(|&state| tree.words[state].upos == Upos::Adj) else {
        return;
    };
    let and = tree.child(number, Rel::Cc).filter(|&and| and + 1 == number && state < and);
    let noun = number + 1;
    let counted = tree.words.get(noun).is_some_and(|word| word.upos == Upos::Noun);
    let Some(and) = and.filter(|_| counted && tree.child(noun, Rel::Nummod).is_none()) else {
        return;
    };
    let Some(above) = tree.head(noun) else { return };
    if tree.head(state) == Some(noun) {
        (tree.words[state].head, tree.words[state].rel) = (index(above), Rel::Xcomp);
    }
    (tree.words[number].head, tree.words[number].rel) = (index(noun), Rel::Nummod);
    if is_subject(tree, noun) {
        tree.words[and].head = index(above);
        return;
    }
    tree.words[and].head = index(noun);
    (tree.words[noun].head, tree.words[noun].rel) = (index(state), Rel::Conj);
    let hurt = noun + 1;
    let form = tree
        .words
        .get(hurt)
        .is_some_and(|word| word.upos == Upos::Verb && matches!(word.rel, Rel::Acl | Rel::Xcomp));
    if form && tree.ancestors(state).all(|up| up != hurt) {
        (tree.words[hurt].head, tree.words[hurt].rel) = (index(state), Rel::Conj);
    }
}

/// "490 people in poverty, *or 36%* of the town": a share behind "or" says again how many were counted before the
/// comma.
fn or_share(tree: &mut Tree, share: usize) {
    let word = &tree.words[share];
    let percent = matches!(&*word.lemma, "%" | "percent" | "per" | "cent");
    let Some(noun) = tree.head(share).filter(|&noun| percent && noun < share) else { return };
    let or = tree.child(share, Rel::Cc).filter(|&or| &*tree.words[or].lemma == "or");
    let comma = or.and_then(|or| or.checked_sub(1));
    let comma = comma.is_some_and(|comma| tree.words[comma].upos == Upos::Punct);
    let counted = |at: usize| tree.child(at, Rel::Nummod).is_some();
    if word.rel != Rel::Conj || !comma || counted(noun) {
        return;
    }
    let whole = tree
        .ancestors(noun)
        .find(|&up| matches!(tree.words[up].upos, Upos::Noun | Upos::Propn) && counted(up));
    if let Some(whole) = whole {
        tree.words[share].head = index(whole);
    }
}

/// "two days after the earthquake, *which has claimed* 118 lives": behind a phrase of time "which" takes up the noun of the
/// phrase, not that something was done.
fn which_of_phrase(tree: &mut Tree, clause: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    if tree.words[clause].rel != Rel::AdvclRelcl {
        return;
    }
    let which = tree.children(clause).find(|&kid| &*tree.words[kid].lemma == "which");
    let comma = which.and_then(|which| which.checked_sub(1));
    let Some(comma) = comma.filter(|&comma| is_comma(tree, comma)) else { return };
    let Some(noun) = comma.checked_sub(1).filter(|&noun| tree.words[noun].upos == Upos::Noun)
    else {
        return;
    };
    let phrase = matches!(tree.words[noun].rel, Rel::Obl | Rel::Nmod);
    let timed = tree.child(noun, Rel::Case).is_some_and(|case| {
        matches!(&*tree.words[case].lemma, "after" | "before" | "since" | "during" | "until")
    });
    if phrase && timed && tree.ancestors(noun).all(|up| up != clause) {
        (tree.words[clause].head, tree.words[clause].rel) = (index(noun), Rel::AclRelcl);
    }
}

/// "The games *console* Maria came out", "The Brenn *cook* earns 3,000 euros": what seems a bare verb under the verb of the
/// sentence, with nothing that would join the two, is a noun.
fn bare_before_verb(tree: &mut Tree, noun: usize) {
    let word = &tree.words[noun];
    let bare = word.upos == Upos::Verb
        && matches!(word.morph, Morph::Base | Morph::Present | Morph::None | Morph::Singular);
    let Some(verb) = tree.head(noun).filter(|&verb| bare && verb > noun) else { return };
    let own = tree.children(noun).find(|&kid| kid + 1 == noun && is_subject(tree, kid));
    let open = [Rel::Mark, Rel::Aux, Rel::AuxPass, Rel::Cc, Rel::Advmod];
    let joined = open.iter().any(|&rel| tree.child(noun, rel).is_some());
    let Some(own) = own.filter(|_| !joined && tree.words[verb].upos == Upos::Verb) else { return };
    let name = tree.child(noun, Rel::Obj).filter(|&name| {
        let within = tree.subtree(name).into_iter().all(|at| at >= name && at < verb);
        tree.words[name].upos == Upos::Propn && name == noun + 1 && within
    });
    let beside = match tree.words[noun].rel {
        Rel::Nsubj => noun + 1 == verb,
        Rel::Advcl => name.is_some() && is_bare(tree, verb),
        _ => false,
    };
    let plain = tree.children(noun).all(|kid| kid < noun || Some(kid) == name);
    if !beside || !plain {
        return;
    }
    let before: Vec<usize> = tree.children(own).filter(|&kid| kid < own).collect();
    for kid in before {
        tree.words[kid].head = index(noun);
    }
    (tree.words[own].rel, tree.words[noun].rel) = (Rel::Compound, Rel::Nsubj);
    if let Some(name) = name {
        tree.words[name].rel = Rel::Appos;
    }
    let word = &mut tree.words[noun];
    (word.upos, word.morph) = (Upos::Noun, Morph::Singular);
}

/// "The boat Smith *sailed was old*", "The debt of the Brenn *cook is 2,500 euros*": a verb right before "is" and what the subject
/// is said to be tells of a noun before it, or is one.
fn before_copula(tree: &mut Tree, verb: usize) {
    if tree.words[verb].upos != Upos::Verb || verb == 0 {
        return;
    }
    let state = tree.children(verb).find(|&kid| {
        let cop = tree.child(kid, Rel::Cop) == Some(verb + 1);
        kid > verb && tree.words[kid].rel == Rel::Ccomp && cop && !has_subject(tree, kid)
    });
    let subject = tree.children(verb).find(|&kid| kid < verb && is_subject(tree, kid));
    let (Some(state), Some(subject)) = (state, subject) else { return };
    if tree.words[verb + 1].morph == Morph::Base || tree.child(verb, Rel::Aux).is_some() {
        return;
    }
    let name = tree.child(subject, Rel::Appos).filter(|&name| name + 1 == verb);
    let last = tree.child(subject, Rel::Nmod).filter(|&last| last + 1 == verb);
    let bare = matches!(tree.words[verb].morph, Morph::Base | Morph::None | Morph::Singular);
    let (head, rel) = (tree.words[verb].head, tree.words[verb].rel);
    let noun = last.filter(|_| bare);
    if name.is_none() && noun.is_none() {
        return;
    }
    let kids: Vec<usize> = tree.children(verb).filter(|&kid| kid != state).collect();
    for kid in kids {
        tree.words[kid].head = index(state);
    }
    (tree.words[state].head, tree.words[state].rel) = (head, rel);
    tree.words[subject].rel = Rel::Nsubj;
    if let Some(name) = name {
        (tree.words[verb].head, tree.words[verb].rel) = (index(subject), Rel::AclRelcl);
        (tree.words[name].head, tree.words[name].rel) = (index(verb), Rel::Nsubj);
    } else if let Some(last) = noun {
        let below: Vec<usize> = tree.children(last).collect();
        for kid in below {
            tree.words[kid].head = index(verb);
        }
        let word = &mut tree.words[verb];
        (word.head, word.rel, word.upos, word.morph) =
            (index(subject), Rel::Nmod, Upos::Noun, Morph::Singular);
        (tree.words[last].head, tree.words[last].rel) = (index(verb), Rel::Compound);
    }
}

/// "the toll from the strike *on Friday*": what something comes from was on that day.
fn day_of_origin(tree: &mut Tree, day: usize) {
    let word = &tree.words[day];
    let dated = word.rel == Rel::Nmod && matches!(word.upos, Upos::Num | Upos::Propn);
    let case = |at: usize, lemma: &str| {
        tree.child(at, Rel::Case).is_some_and(|case| &*tree.words[case].lemma == lemma)
    };
    let Some(noun) = tree.head(day).filter(|&noun| dated && noun < day && case(day, "on")) else {
        return;
    };
    let origin = tree.children(noun).find(|&kid| {
        let word = &tree.words[kid];
        let phrase = word.rel == Rel::Nmod && word.upos == Upos::Noun;
        kid > noun && kid < day && phrase && case(kid, "from")
    });
    if let Some(origin) = origin {
        tree.words[day].head = index(origin);
    }
}

fn has_subject(tree: &Tree, at: usize) -> bool {
    tree.children(at).any(|kid| is_subject(tree, kid))
}

/// "United have *one win* in five": behind "have" and a number a bare form is what is counted.
fn counted_win(tree: &mut Tree, noun: usize) {
    let word = &tree.words[noun];
    if word.upos != Upos::Verb || !matches!(word.morph, Morph::Base | Morph::None) || noun < 2 {
        return;
    }
    let (number, have) = (noun - 1, noun - 2);
    let counted = tree.words[number].upos == Upos::Num && tree.head(number) == Some(noun);
    let has = &*tree.words[have].lemma == "have"
        && tree.words[have].rel == Rel::Aux
        && tree.head(have) == Some(noun);
    if !counted || !has {
        return;
    }
    let above = (tree.words[noun].head, tree.words[noun].rel);
    let kids: Vec<usize> =
        tree.children(noun).filter(|&kid| kid != number && kid != have).collect();
    for kid in kids {
        tree.words[kid].head = index(have);
    }
    let word = &mut tree.words[have];
    ((word.head, word.rel), word.upos) = (above, Upos::Verb);
    let word = &mut tree.words[noun];
    (word.head, word.rel, word.upos, word.morph) =
        (index(have), Rel::Obj, Upos::Noun, Morph::Singular);
    tree.words[number].rel = Rel::Nummod;
}

/// "is due *to* hit": what marks an infinitive is no conjunction.
fn to_of_infinitive(tree: &mut Tree, to: usize) {
    let word = &mut tree.words[to];
    if word.upos == Upos::Sconj && word.rel == Rel::Mark && &*word.lemma == "to" {
        word.upos = Upos::Part;
    }
}

/// "The Brenn club *assembles* in March.": where a sentence has no verb, an article and a singular noun before a plural
/// make that the verb, if a phrase of time or place closes the sentence.
pub(super) fn only_plural(tree: &mut Tree) {
    let root = tree.root();
    let word = &tree.words[root];
    let plural = word.upos == Upos::Noun && word.morph == Morph::Plural && root > 1;
    let told = tree.words.iter().any(|word| matches!(word.upos, Upos::Verb | Upos::Aux));
    let closed = tree.words.last().is_some_and(|word| &*word.lemma == ".");
    if !plural || told || !closed || &*tree.words[0].lemma != "the" || tree.head(0) != Some(root) {
        return;
    }
    let subject = root - 1;
    let one = tree.words[subject].upos == Upos::Noun
        && tree.words[subject].rel == Rel::Compound
        && tree.words[subject].morph != Morph::Plural;
    let behind: Vec<usize> = tree.children(root).filter(|&kid| kid > root).collect();
    let phrases = behind.iter().all(|&kid| {
        let cased = tree.child(kid, Rel::Case).is_some_and(|case| case == root + 1);
        tree.words[kid].upos == Upos::Punct || tree.words[kid].rel == Rel::Nmod && cased
    });
    if !one || !phrases || behind.len() < 2 || is_of(tree, root + 1) {
        return;
    }
    let before: Vec<usize> = tree.children(root).filter(|&kid| kid < subject).collect();
    for kid in before {
        tree.words[kid].head = index(subject);
    }
    tree.words[subject].rel = Rel::Nsubj;
    for kid in behind {
        if tree.words[kid].rel == Rel::Nmod {
            tree.words[kid].rel = Rel::Obl;
        }
    }
    let word = &mut tree.words[root];
    (word.upos, word.morph) = (Upos::Verb, Morph::Present);
}

fn is_of(tree: &Tree, at: usize) -> bool {
    matches!(&*tree.words[at].lemma, "of" | "for" | "to" | "with" | "from" | "about")
}

/// "*Demand falls* to 40 tons": at the head of a sentence a word and what moves before "to" or "by" are subject and
/// verb, no order.
pub(super) fn moving(tree: &mut Tree) {
    let verb = 1;
    let Some(next) = tree.words.get(verb + 2) else { return };
    let how_far = matches!(&*tree.words[verb + 1].lemma, "to" | "by")
        && matches!(next.upos, Upos::Num | Upos::Sym);
    let word = &tree.words[0];
    let first = matches!(word.upos, Upos::Verb | Upos::Noun)
        && !matches!(word.morph, Morph::Past | Morph::Participle | Morph::Gerund | Morph::Plural);
    // Whatever it was taken for: "climbs" is a plural and a verb.
    let moves = matches!(tree.words[verb].upos, Upos::Noun | Upos::Verb)
        && is_moving(&tree.words[verb].lemma);
    let other = |word: &super::super::tree::Word| matches!(word.upos, Upos::Verb | Upos::Aux);
    if !first || !moves || !how_far || tree.words[verb + 1..].iter().any(other) {
        return;
    }
    let loose: Vec<usize> = (verb + 1..tree.words.len())
        .filter(|&at| tree.head(at).is_none_or(|head| head <= verb))
        .collect();
    for at in loose {
        let cased = tree.child(at, Rel::Case).is_some();
        tree.words[at].head = index(verb);
        if cased {
            tree.words[at].rel = Rel::Obl;
        }
    }
    let word = &mut tree.words[verb];
    (word.head, word.rel, word.upos, word.morph) = (None, Rel::Root, Upos::Verb, Morph::Present);
    let word = &mut tree.words[0];
    (word.head, word.rel, word.upos, word.morph) =
        (index(verb), Rel::Nsubj, Upos::Noun, Morph::Singular);
}
