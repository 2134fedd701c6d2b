//! Times of what happens again and again: "usually on Monday", "typically in March". They are no
//! dates: another Monday, or another March, is no other telling.

use super::anchor::Anchor;
use super::line::Line;
use super::resolve::Placed;
use super::shape::{Name, Node, Shape};
use crate::lexicon::is_awaiting;
use crate::lexicon::time::{List, TimeWord as Time, listed, time_word};
use crate::syntax::{Morph, Rel, Tree, Upos};
use crate::text::lower;

/// Whether a shape names a time that comes back.
pub(super) fn recurs(shape: &Shape) -> bool {
    match shape {
        Shape::Name(_) => true,
        Shape::At(day, _) => day.as_deref().is_none_or(recurs),
        Shape::Range(first, last) => recurs(first) && recurs(last),
        Shape::Edge(_, whole) | Shape::Half(_, whole) | Shape::Nth(_, _, whole) => recurs(whole),
        _ => false,
    }
}

/// Whether the clause of word `head` tells what is usual.
pub(super) fn is_usual(tree: &Tree, head: u32) -> bool {
    let above = tree.ancestors(head as usize).take(8);
    std::iter::once(head as usize).chain(above).find(|&at| is_predicate(tree, at)).is_some_and(
        |verb| {
            // "usually attacks on Friday and did so on 3 May"
            let another = (verb + 1..head as usize).any(|at| is_finite(tree, at));
            let governs = tree.head(verb).filter(|_| tree.words[verb].rel == Rel::Xcomp);
            let usual = |at: usize| {
                &*tree.words[at].lemma == "tend" || tree.children(at).any(|i| says_so(tree, i))
            };
            !another && std::iter::once(verb).chain(governs).any(usual)
        },
    )
}

/// Whether a shape is what a rule gives the year round, where it stands in the present tense: "from 7 a.m. to 7
/// p.m.", "between May and September", "in winter". A single month or weekday may be the next one: "starts in June".
pub(super) fn may_return(line: &Line<'_>, node: &Node) -> bool {
    let shape = &node.shape;
    let cell = |end: &Shape| matches!(end, Shape::Name(Name::Month(_) | Name::Season(_)));
    let hour = |end: &Shape| matches!(end, Shape::At(None, _));
    match shape {
        // "is due before autumn" is the next one.
        Shape::Name(Name::Season(_)) => matches!(line.before(node.start), "in" | "during"),
        Shape::At(None, _) => true,
        Shape::Range(first, last) => cell(first) && cell(last) || hour(first) && hour(last),
        _ => false,
    }
}

/// Whether the clause of word `head` tells what is so on no day of its own: "the ferry *runs* from 7 a.m.", "can be
/// visited", "*must* use the bridge in winter", "*carry* water in summer".
pub(super) fn is_general(tree: &Tree, head: u32) -> bool {
    let above = tree.ancestors(head as usize).take(8);
    let told = |at: usize| is_predicate(tree, at) || tree.child(at, Rel::AuxPass).is_some();
    let Some(verb) = std::iter::once(head as usize).chain(above).find(|&at| told(at)) else {
        return false;
    };
    // "is due in summer" tells of the next one.
    let due = |at: usize| &*tree.words[at].lemma == "due";
    if is_awaiting(&tree.words[verb].lemma) || due(verb) || tree.children(verb).any(due) {
        return false;
    }
    let mut helps = tree.children(verb).filter(|&kid| {
        kid < verb && matches!(tree.words[kid].rel, Rel::Aux | Rel::AuxPass | Rel::Cop)
    });
    let first = helps.next();
    let finite = &tree.words[first.unwrap_or(verb)];
    let perfect = first.is_some()
        && &*finite.lemma == "have"
        && matches!(tree.words[verb].morph, Morph::Participle | Morph::Past);
    match finite.morph {
        Morph::Present => !perfect && tree.words[verb].morph != Morph::Gerund,
        Morph::Modal => matches!(&*finite.lemma, "can" | "must" | "may"),
        Morph::Base => first.is_none() && tree.words[verb].rel == Rel::Root,
        _ => false,
    }
}

/// Whether the clause of word `head` tells what can be done, for which a length of time is how long it takes: "can be
/// walked *in three days*".
pub(super) fn is_able(tree: &Tree, head: u32) -> bool {
    let above = tree.ancestors(head as usize).take(8);
    let mut path = std::iter::once(head as usize).chain(above);
    let verb = path.find(|&at| is_predicate(tree, at));
    let can = |at: usize| tree.words[at].rel == Rel::Aux && &*tree.words[at].lemma == "can";
    verb.is_some_and(|verb| tree.children(verb).any(can))
}

/// "usually in" + "May": the adverb stands right before it.
pub(super) fn is_led(line: &Line<'_>, node: &Node) -> bool {
    let case = listed(List::BeforeUsual, line.before(node.start));
    listed(List::Usual, line.before(node.start.saturating_sub(usize::from(case))))
}

fn is_predicate(tree: &Tree, at: usize) -> bool {
    tree.words[at].upos == Upos::Verb || tree.child(at, Rel::Cop).is_some()
}

fn is_finite(tree: &Tree, at: usize) -> bool {
    let word = &tree.words[at];
    matches!(word.upos, Upos::Verb | Upos::Aux)
        && matches!(word.morph, Morph::Past | Morph::Present | Morph::Modal)
}

/// "usually"; "every year".
fn says_so(tree: &Tree, at: usize) -> bool {
    let lemma = &*tree.words[at].lemma;
    let every = |i: usize| i < at && matches!(&*tree.words[i].lemma, "each" | "every" | "most");
    let time = || {
        time_word(std::iter::once(&*lower(lemma))).is_some_and(|(_, row)| {
            matches!(
                row.meaning,
                Time::Unit(..) | Time::Weekday(_) | Time::Month(_) | Time::Part(_)
            )
        })
    };
    listed(List::Usual, lemma) || tree.children(at).any(every) && time()
}

impl Anchor {
    /// A time of what is so the year round, on no day of its own.
    pub(super) fn general(&self, shape: &Shape) -> Placed {
        Placed { cell: None, ..self.unanchored().place(shape) }
    }

    /// A time that comes back, as a set.
    pub(super) fn usual(&self, shape: &Shape) -> Placed {
        let mut placed = self.unanchored().place(shape);
        placed.time.set = true;
        placed.time.extent = None;
        Placed { cell: None, ..placed }
    }
}
