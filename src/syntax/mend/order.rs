//! What somebody is asked to do, where the verb at the head of the sentence looks like a noun or a name.

use super::super::lemma::is_asking;
use super::super::tree::{Morph, Rel, Tree, Upos};
use super::index;
use crate::text::Block;

/// "*Claim* travel expenses within 60 days.", "*Water* the plants twice a week.": a noun that needs an article has none, or
/// stands before one, at the head of a sentence without another verb.
pub(super) fn asked(tree: &mut Tree) {
    let Some((verb, object)) = found(tree) else { return };
    let root = tree.root();
    let free = |at: usize, tree: &Tree| match tree.head(at) {
        Some(head) => head <= object && !of_object(tree, at, object),
        None => true,
    };
    for at in (object + 1..tree.words.len()).filter(|&at| free(at, tree)).collect::<Vec<_>>() {
        tree.words[at].head = index(verb);
        let led = tree.child(at, Rel::Case).is_some();
        let word = &mut tree.words[at];
        word.rel = match word.upos {
            Upos::Punct => Rel::Punct,
            Upos::Adv => Rel::Advmod,
            _ if led => Rel::Obl,
            Upos::Noun | Upos::Propn | Upos::Num if at == root || !is_clause(word.rel) => {
                Rel::OblUnmarked
            }
            _ => word.rel,
        };
    }
    for at in 0..object {
        tree.words[at].head = index(if at < verb { verb } else { object });
        if at > verb && matches!(tree.words[at].upos, Upos::Noun | Upos::Propn) {
            tree.words[at].rel = Rel::Compound;
        }
    }
    name_object(tree, verb, object);
    let lemma = tree.words[verb].lemma.to_lowercase();
    let word = &mut tree.words[verb];
    (word.lemma, word.upos, word.morph) = (lemma.into(), Upos::Verb, Morph::Base);
    (word.head, word.rel) = (None, Rel::Root);
}

/// Makes word `object` the noun that the verb has for its object.
fn name_object(tree: &mut Tree, verb: usize, object: usize) {
    let word = &mut tree.words[object];
    (word.head, word.rel) = (index(verb), Rel::Obj);
    if word.upos == Upos::Verb {
        (word.upos, word.morph) = (Upos::Noun, Morph::Plural);
    }
}

/// "Send a list *of members*": what goes on with the object.
fn of_object(tree: &Tree, at: usize, object: usize) -> bool {
    let case = tree.child(at, Rel::Case);
    tree.head(at) == Some(object) && case.is_some_and(|case| &*tree.words[case].lemma == "of")
}

const fn is_clause(rel: Rel) -> bool {
    matches!(rel, Rel::Advcl | Rel::Ccomp | Rel::Parataxis | Rel::Conj | Rel::AclRelcl)
}

/// The verb and its object.
fn found(tree: &Tree) -> Option<(usize, usize)> {
    if tree.block == Block::Heading || !(is_closed(tree) || tree.block == Block::ListItem) {
        return None;
    }
    let verb = tree.words.iter().position(|word| word.upos != Upos::Punct)?;
    let word = &tree.words[verb];
    let plain = word.span.len() as usize == word.lemma.len() && word.morph != Morph::Plural;
    let root = word.upos == Upos::Verb && word.rel == Rel::Root;
    if !plain || root {
        return None;
    }
    let pointed = tree.words.get(verb + 1).is_some_and(points);
    let common = matches!(word.upos, Upos::Noun | Upos::Adj);
    // "*Trend Micro* urges users": a name of two words asks for nothing.
    let name = |at: usize| tree.words.get(at).is_some_and(|word| word.upos == Upos::Propn);
    let asks = is_asking(&word.lemma.to_lowercase()) && !(name(verb) && name(verb + 1));
    // "*Declining* issues"
    let form = word.lemma.ends_with("ing") || word.lemma.ends_with("ed");
    let bare = word.upos == Upos::Verb && word.morph == Morph::Base && !form;
    if !(pointed && common || asks || bare) {
        return None;
    }
    let object = object(tree, verb + 1)?;
    if !asks && (verb + 1..=object).any(|at| tree.words[at].upos == Upos::Verb) {
        return None;
    }
    no_verb(tree, object).then_some((verb, object))
}

/// "the", "your": what no noun at the head of a sentence stands before.
fn points(word: &super::super::tree::Word) -> bool {
    let article = matches!(&*word.lemma, "the" | "a" | "an" | "any" | "all" | "this" | "these");
    article || word.rel == Rel::NmodPoss && word.upos == Upos::Pron
}

fn is_closed(tree: &Tree) -> bool {
    tree.words.last().is_some_and(|word| matches!(&*word.lemma, "!") || word.lemma.ends_with('.'))
}

/// The last of the nouns that begin at word `at`; a plural may look like a verb.
fn object(tree: &Tree, at: usize) -> Option<usize> {
    let part = |at: usize| {
        let word = tree.words.get(at)?;
        let plural = word.upos == Upos::Verb && word.morph == Morph::Present;
        let noun = matches!(word.upos, Upos::Noun | Upos::Propn) || plural;
        let before = matches!(word.upos, Upos::Det | Upos::Adj | Upos::Num)
            || word.upos == Upos::Pron && word.rel == Rel::NmodPoss;
        (noun || before).then_some(noun)
    };
    let last = (at..tree.words.len()).take_while(|&at| part(at).is_some()).last()?;
    let behind = tree.words.get(last + 1).map(|word| word.upos);
    let ends = matches!(
        behind,
        None | Some(Upos::Adp | Upos::Adv | Upos::Punct | Upos::Sconj | Upos::Cconj | Upos::Part)
    );
    let noun = (at..=last).rev().find(|&at| part(at) == Some(true))?;
    // "filters *every three months*", "at least *two weeks*": a time begins behind the object.
    let first = (at..=noun).skip(1).find(|&at| {
        let set = matches!(&*tree.words[at].lemma, "every" | "each");
        set && matches!(tree.words[at].upos, Upos::Det)
    });
    let object = first.map_or(noun, |first| first - 1);
    // What looks like a verb before other nouns is one: "Claim *covers* the loss of luggage".
    let verb = (at..object).any(|at| tree.words[at].upos == Upos::Verb);
    (ends && !verb && part(object) == Some(true)).then_some(object)
}

/// Whether nothing but a clause of its own has a finite verb behind the object.
fn no_verb(tree: &Tree, object: usize) -> bool {
    let own = |at: usize| {
        let word = &tree.words[at];
        let finite = matches!(word.upos, Upos::Verb | Upos::Aux)
            && matches!(word.morph, Morph::Present | Morph::Past | Morph::Modal);
        let path = std::iter::once(at).chain(tree.ancestors(at));
        let mut path = path.take_while(|&at| at > object);
        let below = |at: usize| {
            matches!(tree.words[at].rel, Rel::AclRelcl | Rel::Acl)
                || tree.child(at, Rel::Mark).is_some()
        };
        finite && !path.any(below)
    };
    (object + 1..tree.words.len()).all(|at| !own(at))
}
