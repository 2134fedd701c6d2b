//! "…, the mayor said": what stands before a speaker at the end of a sentence is no part of his clause.

use super::super::tree::{Morph, Rel, Tree, Upos};
use super::{index, is_bare, is_subject};

/// Gives back to the sentence what the tree hangs on the verb of a speaker behind it: "…, *about six miles*
/// from the church, the sheriff said", "…, *and seven members* of an orchestra, she said".
pub(super) fn give_back(tree: &mut Tree, verb: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    let Some(comma) = closes(tree, verb, is_comma) else { return };
    if tree.words[verb].rel == Rel::AclRelcl && is_last(tree, verb) {
        let root = tree.root();
        (tree.words[verb].head, tree.words[verb].rel) = (index(root), Rel::Parataxis);
    }
    // "…, the mayor said" beside the verb of what was said, as if "and" stood between.
    let said = &*tree.words[verb].lemma == "say" && is_last(tree, verb);
    let beside = said && tree.words[verb].rel == Rel::Conj && tree.child(verb, Rel::Cc).is_none();
    let loose = beside || matches!(tree.words[verb].rel, Rel::Parataxis | Rel::Advcl);
    let Some(head) = tree.head(verb).filter(|&head| head < comma && loose) else { return };
    let stray: Vec<usize> = tree
        .children(verb)
        .filter(|&kid| kid < comma && tree.words[kid].upos != Upos::Punct)
        .collect();
    for kid in stray {
        let joined = tree.child(kid, Rel::Cc).is_some();
        let first = tree.subtree(kid).into_iter().min().unwrap_or(kid);
        let (above, rel) = match tree.words[kid].rel {
            rel if is_nominal(tree, kid) && is_subject(tree, kid) && joined => {
                (listed(tree, first).unwrap_or(head), if joined { Rel::Conj } else { rel })
            }
            Rel::Advcl if joined => (head, Rel::Conj),
            rel @ (Rel::Obl | Rel::OblUnmarked | Rel::Advmod | Rel::Advcl) => (head, rel),
            _ => continue,
        };
        (tree.words[kid].head, tree.words[kid].rel) = (index(above), rel);
    }
}

/// The comma before the subject that stands right before a verb.
fn closes(tree: &Tree, verb: usize, is_comma: &impl Fn(&Tree, usize) -> bool) -> Option<usize> {
    let word = &tree.words[verb];
    let finite = matches!(word.morph, Morph::Past | Morph::Present);
    if word.upos != Upos::Verb || !finite {
        return None;
    }
    let subject = tree.children(verb).filter(|&kid| kid < verb && is_subject(tree, kid)).last()?;
    let first = tree.subtree(subject).into_iter().min()?;
    let plain = tree.words[first].upos != Upos::Cconj;
    first.checked_sub(1).filter(|&at| plain && at > 0 && is_comma(tree, at))
}

/// Whether only a phrase of when, where or to whom follows the verb.
fn is_last(tree: &Tree, verb: usize) -> bool {
    let plain = |kid: usize| {
        kid < verb || matches!(tree.words[kid].rel, Rel::Obl | Rel::OblUnmarked | Rel::Punct)
    };
    let relative = tree.subtree(verb).into_iter().any(|at| {
        at < verb
            && tree.words[at].upos == Upos::Pron
            && matches!(&*tree.words[at].lemma, "who" | "whom" | "which" | "that" | "whose")
    });
    let end = tree.subtree(verb).into_iter().max().unwrap_or(verb);
    let done = (end + 1..tree.words.len()).all(|at| tree.words[at].upos == Upos::Punct);
    !relative && done && tree.children(verb).all(plain)
}

/// The first of the nouns that a list before word `first` goes on from.
fn listed(tree: &Tree, first: usize) -> Option<usize> {
    let last = (0..first).rev().find(|&at| tree.words[at].upos != Upos::Punct)?;
    let up = |at: usize| tree.head(at).filter(|&above| is_nominal(tree, above));
    std::iter::successors(Some(last), |&at| up(at))
        .take(tree.words.len())
        .last()
        .filter(|&at| is_nominal(tree, at))
}

fn is_nominal(tree: &Tree, at: usize) -> bool {
    matches!(tree.words[at].upos, Upos::Noun | Upos::Propn | Upos::Num)
}

/// "rejected a plan to build, *saying* the town was safe", "told a meeting in Brod, the capital, *that* it was":
/// behind a comma a form in -ing with a clause belongs to the verb with the subject, and a clause with "that"
/// to the verb that has somebody told.
pub(super) fn own_words(tree: &mut Tree, at: usize, is_comma: &impl Fn(&Tree, usize) -> bool) {
    let word = &tree.words[at];
    let comma = at.checked_sub(1).is_some_and(|before| is_comma(tree, before));
    let saying = comma
        && word.upos == Upos::Verb
        && word.morph == Morph::Gerund
        && matches!(word.rel, Rel::Acl | Rel::Advcl)
        && tree.child(at, Rel::Ccomp).is_some_and(|clause| clause > at);
    let that = word.rel == Rel::Appos
        && tree.child(at, Rel::Mark).is_some_and(|mark| &*tree.words[mark].lemma == "that")
        && tree.children(at).any(|kid| is_subject(tree, kid));
    if saying {
        let clear =
            |&up: &usize| up < at && tree.children(up).any(|kid| kid < up && is_subject(tree, kid));
        let finite = |up: usize| {
            let joined = tree.words[up].rel == Rel::Conj && tree.words[up].morph == Morph::Past;
            tree.words[up].upos == Upos::Verb && (clear(&up) || joined)
        };
        let verb = tree.ancestors(at).find(|&up| finite(up));
        if let Some(verb) = verb {
            (tree.words[at].head, tree.words[at].rel) = (index(verb), Rel::Advcl);
        }
    } else if that {
        let verb = tree.ancestors(at).find(|&up| tree.words[up].upos == Upos::Verb);
        let told = |&verb: &usize| {
            tree.child(verb, Rel::Iobj).or_else(|| tree.child(verb, Rel::Obj)).is_some()
        };
        if let Some(verb) = verb.filter(told) {
            (tree.words[at].head, tree.words[at].rel) = (index(verb), Rel::Ccomp);
        }
    }
}

/// "“We will go,” the president, Joseph Holm, *told* reporters.": the noun right behind a quotation is the
/// subject of the verb behind it, not the object of what is quoted.
pub(super) fn speaker_behind(tree: &mut Tree, is_comma: &impl Fn(&Tree, usize) -> bool) {
    let words = &tree.words;
    let closes = |at: usize| {
        at > 1
            && &*words[at].lemma == "\""
            && (is_comma(tree, at - 1) || matches!(&*words[at - 1].lemma, "." | "?" | "!"))
    };
    let Some(quote) = (2..words.len()).find(|&at| closes(at)) else { return };
    let plain = |at: &usize| matches!(words[*at].upos, Upos::Verb | Upos::Aux);
    let Some(verb) = (quote + 1..words.len()).find(plain) else { return };
    let finite =
        words[verb].upos == Upos::Verb && matches!(words[verb].morph, Morph::Past | Morph::Present);
    if !finite || tree.children(verb).any(|kid| is_subject(tree, kid)) {
        return;
    }
    let outside = |at: &usize| tree.head(*at).is_none_or(|head| head <= quote || head >= verb);
    let mut nouns = (quote + 1..verb).filter(|at| is_nominal(tree, *at)).filter(outside);
    let Some(speaker) = nouns.next().filter(|&at| tree.child(at, Rel::Case).is_none()) else {
        return;
    };
    if tree.ancestors(verb).any(|up| up == speaker) {
        (tree.words[verb].head, tree.words[verb].rel) = (tree.words[speaker].head, Rel::Parataxis);
        if tree.words[verb].head.is_none() {
            tree.words[verb].rel = Rel::Root;
        }
    } else if tree.words[verb].rel == Rel::Conj {
        tree.words[verb].rel = Rel::Parataxis;
    }
    (tree.words[speaker].head, tree.words[speaker].rel) = (index(verb), Rel::Nsubj);
}

/// "Nine were missing by dusk, *the governor, Ann Lee, told* reporters": a verb without a subject behind a comma,
/// at the end of a sentence that has both, is told of those whom the commas before it set apart.
pub(super) fn speaker_apart(
    tree: &mut Tree,
    verb: usize,
    is_comma: &impl Fn(&Tree, usize) -> bool,
) {
    let word = &tree.words[verb];
    let loose = matches!(word.rel, Rel::Conj | Rel::Parataxis | Rel::Advcl | Rel::Acl);
    if !loose || word.morph != Morph::Past {
        return;
    }
    let told = tree.child(verb, Rel::Iobj).is_some() || &*word.lemma == "say";
    let plain = [Rel::Cc, Rel::Mark, Rel::AuxPass, Rel::Obj];
    let plain = plain.iter().all(|&rel| tree.child(verb, rel).is_none());
    if !(told && plain && is_bare(tree, verb)) {
        return;
    }
    let Some((speaker, name)) = set_apart(tree, verb, is_comma) else { return };
    let root = tree.root();
    let whole =
        root < speaker && tree.children(root).any(|kid| kid < root && is_subject(tree, kid));
    if !whole {
        return;
    }
    (tree.words[verb].head, tree.words[verb].rel) = (index(root), Rel::Parataxis);
    (tree.words[speaker].head, tree.words[speaker].rel) = (index(verb), Rel::Nsubj);
    (tree.words[name].head, tree.words[name].rel) = (index(speaker), Rel::Appos);
}

/// The noun between commas before `verb` and the name between commas right before it: "the governor, Ann Lee, told".
fn set_apart(
    tree: &Tree,
    verb: usize,
    is_comma: &impl Fn(&Tree, usize) -> bool,
) -> Option<(usize, usize)> {
    let end = verb.checked_sub(1).filter(|&at| is_comma(tree, at))?;
    let (name, first) = phrase_before(tree, end, is_comma)?;
    let before = first.checked_sub(1)?;
    if tree.words[name].upos != Upos::Propn {
        return None;
    }
    let (office, _) = phrase_before(tree, before, is_comma)?;
    (tree.words[office].upos == Upos::Noun).then_some((office, name))
}

/// The noun, without a preposition, whose phrase runs from one comma to the comma at `end`; and where it begins.
fn phrase_before(
    tree: &Tree,
    end: usize,
    is_comma: &impl Fn(&Tree, usize) -> bool,
) -> Option<(usize, usize)> {
    let comma = (0..end).rev().find(|&at| is_comma(tree, at))?;
    let inside = |at: usize| at > comma && at < end;
    let noun = (comma + 1..end).find(|&at| {
        let top = tree.head(at).is_none_or(|head| !inside(head));
        top && is_nominal(tree, at)
    })?;
    let verbal = (comma + 1..end).any(|at| matches!(tree.words[at].upos, Upos::Verb | Upos::Aux));
    let cased = tree.child(noun, Rel::Case).is_some() || tree.child(noun, Rel::Cc).is_some();
    (!verbal && !cased).then_some((noun, comma + 1))
}

/// "warned *last year that* the wall was leaking", "denied a report *last month that* it was": behind a length of the calendar
/// "that" leads to what is said, when its clause has a subject of its own.
pub(super) fn said_when(tree: &mut Tree, clause: usize) {
    let loose = matches!(tree.words[clause].rel, Rel::Acl | Rel::AclRelcl);
    let Some(time) = tree.head(clause).filter(|&time| loose && time < clause) else { return };
    let dated = matches!(tree.words[time].rel, Rel::OblUnmarked | Rel::NmodUnmarked | Rel::Obl);
    let verb = tree.head(time).filter(|_| dated);
    let told = |at: usize| {
        [Rel::Ccomp, Rel::Obj].iter().any(|&rel| tree.child(at, rel).is_some_and(|kid| kid > at))
    };
    let verb = verb.filter(|&verb| tree.words[verb].upos == Upos::Verb);
    let that = time + 1;
    // "the same day *that* the wall gave way" tells which day.
    let which =
        tree.children(time).any(|kid| matches!(&*tree.words[kid].lemma, "the" | "a" | "same"));
    let subject = tree.children(clause).find(|&kid| is_subject(tree, kid) && kid > that);
    let Some((verb, subject)) = verb.zip(subject) else { return };
    if which || &*tree.words[that].lemma != "that" || subject == that {
        return;
    }
    // "a report *that*" has its own words; a clause that lacks nothing is what it says.
    let noun = tree.child(verb, Rel::Obj).filter(|&noun| noun > verb && noun < time);
    let whole = tree.children(clause).any(|kid| kid > clause && tree.words[kid].rel == Rel::Obj);
    let (above, rel) = match noun {
        Some(noun) if whole => (noun, Rel::Acl),
        None if !told(verb) && tree.words[time].rel == Rel::OblUnmarked => (verb, Rel::Ccomp),
        _ => return,
    };
    (tree.words[clause].head, tree.words[clause].rel) = (index(above), rel);
    let word = &mut tree.words[that];
    (word.head, word.rel, word.upos) = (index(clause), Rel::Mark, Upos::Sconj);
}

/// "had not read it, *he said, but had signed* it": what has the auxiliary of the sentence goes on from that, not
/// from who says it.
pub(super) fn behind_speaker(
    tree: &mut Tree,
    verb: usize,
    is_comma: &impl Fn(&Tree, usize) -> bool,
) {
    if tree.words[verb].rel != Rel::Conj || !is_bare(tree, verb) {
        return;
    }
    let Some(says) = tree.head(verb).filter(|&says| tree.words[says].rel == Rel::Parataxis) else {
        return;
    };
    let Some(first) = tree.head(says).filter(|&first| first < says) else { return };
    let auxiliary = |at: usize| {
        let kid = tree.children(at).find(|&kid| tree.words[kid].upos == Upos::Aux && kid < at);
        kid.map(|kid| &tree.words[kid].lemma)
    };
    let own = auxiliary(verb);
    let shared = own.is_some() && own == auxiliary(first) && auxiliary(says).is_none();
    let and = tree.child(verb, Rel::Cc).filter(|&and| and > 0 && is_comma(tree, and - 1));
    let subject = tree.children(says).any(|kid| kid + 1 == says && is_subject(tree, kid));
    if shared && subject && and.is_some_and(|and| and == says + 2) {
        tree.words[verb].head = index(first);
    }
}
