//! "Retention: 90 days": the colon between a label and its value, or the bar in a row of a table, is all the verb
//! that such a line has.

use std::ops::Range;

use super::super::tree::{Morph, Rel, Tree, Upos};
use super::{index, is_subject};
use crate::text::Block;

/// The most words of a label, and of its value.
const LABEL: usize = 6;
const VALUE: usize = 14;

/// Reads "*Height*: 324 m" as "The height is 324 m": the head of the value is said of the head of the label.
pub(super) fn labelled(tree: &mut Tree) {
    let Some((label, mark, value)) = found(tree) else { return };
    let end = tree.words.len();
    let own = |at: usize| if at < mark { 0..mark } else { mark + 1..end };
    let moved: Vec<usize> = (0..end)
        .filter(|&at| at != value && at != label && at != mark && leaves(tree, at, own(at)))
        .collect();
    let row = row(tree).is_some();
    for at in moved {
        let word = &mut tree.words[at];
        word.head = index(if at < mark { label } else { value });
        word.rel = match (word.rel, word.upos) {
            (_, Upos::Verb) if row && word.morph != Morph::Participle => {
                word.upos = Upos::Noun;
                Rel::Compound
            }
            (_, Upos::Verb) => Rel::Amod,
            (Rel::Root, Upos::Noun) if at < mark => Rel::Compound,
            (Rel::Root, _) => Rel::Dep,
            (rel, _) => rel,
        };
    }
    // "*Team* log retention"
    for at in (0..mark).filter(|_| row) {
        if at != label && is_subject(tree, at) {
            (tree.words[at].head, tree.words[at].rel) = (index(label), Rel::Compound);
        }
    }
    for at in (0..end).filter(|&at| is_bar(tree, at)).collect::<Vec<_>>() {
        let word = &mut tree.words[at];
        (word.head, word.rel, word.upos) = (index(value), Rel::Punct, Upos::Punct);
    }
    (tree.words[value].head, tree.words[value].rel) = (None, Rel::Root);
    (tree.words[label].head, tree.words[label].rel) = (index(value), Rel::Nsubj);
    let word = &mut tree.words[mark];
    (word.head, word.rel) = (index(value), Rel::Cop);
    (word.upos, word.morph, word.lemma) = (Upos::Aux, Morph::Present, "be".into());
}

/// The head of the label, the mark behind it, and the head of the value.
fn found(tree: &Tree) -> Option<(usize, usize, usize)> {
    let words = &tree.words;
    let start = (0..words.len()).find(|&at| words[at].upos != Upos::Punct && !is_bar(tree, at))?;
    let end = words.len();
    let row = row(tree);
    let mark = row.or_else(|| (start..end).find(|&at| &*words[at].lemma == ":"))?;
    if mark <= start || mark > start + LABEL || end > mark + 1 + VALUE {
        return None;
    }
    let listed = row.is_some() || tree.block == Block::ListItem;
    let of_row = || row.and_then(|_| label_of_row(tree, start..mark));
    let label = label(tree, start..mark, listed).or_else(of_row)?;
    let value = (mark + 1..end).find(|&at| {
        leaves(tree, at, mark + 1..end) && words[at].upos != Upos::Punct && !is_bar(tree, at)
    })?;
    // "| Apples | 3 |": what the number is of stands at the head of the column.
    let bare = words[value].upos == Upos::Num && tree.child(value, Rel::NmodUnmarked).is_none();
    let told = row.is_none() || !bare || (start..mark).any(|at| words[at].upos == Upos::Adp);
    (told && is_value(tree, mark, value)).then_some((label, mark, value))
}

fn is_bar(tree: &Tree, at: usize) -> bool {
    &*tree.words[at].lemma == "|"
}

/// The bar between the two cells of a row.
fn row(tree: &Tree) -> Option<usize> {
    let bars: Vec<usize> = (0..tree.words.len()).filter(|&at| is_bar(tree, at)).take(4).collect();
    let [0, middle, last] = bars[..] else { return None };
    (last + 1 == tree.words.len()).then_some(middle)
}

/// The noun that a label is, before what a preposition joins to it: "size of an attachment", "opening hours". A single
/// word in a list or table may look like a name.
fn label(tree: &Tree, of: Range<usize>, listed: bool) -> Option<usize> {
    let words = &tree.words;
    if listed && of.len() == 1 && words[of.start].upos == Upos::Propn {
        return Some(of.start);
    }
    let part = |at: usize| match words[at].upos {
        Upos::Noun | Upos::Adj | Upos::Adp | Upos::Det => true,
        // "*Opening* hours", which a tagger may take for a bare verb
        Upos::Verb => {
            let form = words[at].morph == Morph::Gerund || words[at].lemma.ends_with("ing");
            at == of.start && form
        }
        _ => false,
    };
    let first = of.clone().find(|&at| words[at].upos == Upos::Adp).unwrap_or(of.end);
    let noun = first.checked_sub(1).filter(|&at| at >= of.start && words[at].upos == Upos::Noun);
    noun.filter(|_| of.clone().all(part))
}

/// "memory *minimum*", "Team log retention": in a table the last noun, whatever the word of a column behind it is taken for and
/// whatever name stands before it.
fn label_of_row(tree: &Tree, of: Range<usize>) -> Option<usize> {
    let words = &tree.words;
    let part = |at: usize| match words[at].upos {
        Upos::Noun | Upos::Propn | Upos::Adj | Upos::Adp | Upos::Det => true,
        // "Team *log* retention"
        Upos::Verb => true,
        _ => false,
    };
    let first = of.clone().find(|&at| words[at].upos == Upos::Adp).unwrap_or(of.end);
    let last = |upos: Upos| (of.start..first).rev().find(|&at| words[at].upos == upos);
    last(Upos::Noun).or_else(|| last(Upos::Propn)).filter(|_| of.clone().all(part))
}

/// Whether a word of a stretch hangs on none in it.
fn leaves(tree: &Tree, at: usize, stretch: Range<usize>) -> bool {
    tree.head(at).is_none_or(|up| !stretch.contains(&up) || is_bar(tree, up))
}

/// Whether a number stands behind the mark, and no verb.
fn is_value(tree: &Tree, mark: usize, value: usize) -> bool {
    let words = &tree.words;
    let number = |at: usize| words[at].upos == Upos::Num;
    let nominal = matches!(words[value].upos, Upos::Num | Upos::Noun | Upos::Propn | Upos::Sym);
    let plain = |at: usize| !matches!(words[at].upos, Upos::Verb | Upos::Aux | Upos::Pron);
    let counted =
        number(value) || tree.subtree(value).into_iter().any(|at| at > mark && number(at));
    // "Tickets: *adults* 14 euros"
    let other = matches!(words[mark + 1].upos, Upos::Noun | Upos::Adj);
    nominal && counted && !other && (mark + 1..words.len()).all(plain)
}
