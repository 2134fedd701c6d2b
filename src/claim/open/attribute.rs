//! How long, deep or dear what a noun names is, whatever the clause says of it: "a valley 60 kilometres long".

use super::clause::Clause;
use crate::lexicon::points;
use crate::lexicon::sense::{canonical, verb_of};
use crate::mention::{Mention, Referent};
use crate::syntax::{Morph, Rel, Upos};
use crate::text::lower;

/// The adjective that a measure goes with, and the noun that both tell of.
pub(super) fn of(clause: &Clause<'_>, mention: &Mention) -> Option<(usize, usize)> {
    let Referent::Quantity { value, .. } = &mention.referent else { return None };
    let money = value
        .unit
        .as_ref()
        .is_some_and(|unit| unit.len() == 3 && unit.bytes().all(|byte| byte.is_ascii_uppercase()));
    if value.measure.is_none() && !money || value.per.is_some() {
        return None;
    }
    worth(clause, mention)
        .or_else(|| dimension(clause, mention))
        .or_else(|| amount(clause, mention))
        .or_else(|| quality(clause, mention))
        .or_else(|| away(clause, mention))
        .or_else(|| price(clause, mention))
}

/// "gems *worth* 2 million euros"
fn worth(clause: &Clause<'_>, mention: &Mention) -> Option<(usize, usize)> {
    let words = &clause.tree.words;
    let first = words.partition_point(|word| word.span.start < mention.span.start);
    let hedge = |&at: &usize| matches!(words[at].upos, Upos::Adv | Upos::Adp | Upos::Adj);
    let worth = (0..first)
        .rev()
        .take(4)
        .take_while(|at| hedge(at))
        .find(|&at| &*words[at].lemma == "worth")?;
    let before = words[..worth].iter().rposition(|word| word.upos != Upos::Punct)?;
    // "a contract with *Kitano Rail* worth 9 million": what is worth it is no name.
    let within = |&at: &usize| {
        matches!(words[at].upos, Upos::Propn | Upos::Part | Upos::Adp | Upos::Det | Upos::Noun)
    };
    let before = match words[before].upos {
        Upos::Propn => (0..before)
            .rev()
            .take_while(within)
            .find(|&at| words[at].upos == Upos::Noun)
            .unwrap_or(before),
        _ => before,
    };
    let noun = words[before].upos == Upos::Noun && clause.tree.child(worth, Rel::Cop).is_none();
    let own = clause.clause_of(before) == clause.head() && before != clause.head();
    (noun && own).then_some((worth, before))
}

/// "a quake with a *magnitude* of 6.1", "a bank with *assets* of 2 million euros"
fn amount(clause: &Clause<'_>, mention: &Mention) -> Option<(usize, usize)> {
    let words = &clause.tree.words;
    let at = mention.head as usize;
    let below = |at: usize, preposition: &str| {
        let phrase = words[at].rel == Rel::Nmod;
        clause
            .tree
            .head(at)
            .filter(|_| phrase && clause.preposition(at).as_deref() == Some(preposition))
    };
    let amount = below(at, "of").filter(|&amount| words[amount].upos == Upos::Noun)?;
    let noun = below(amount, "with")?;
    let named = matches!(words[noun].upos, Upos::Noun | Upos::Propn);
    (named && clause.clause_of(noun) == clause.head()).then_some((amount, noun))
}

/// "a valley 60 kilometres *long*", "mud up to four metres *deep*"
fn dimension(clause: &Clause<'_>, mention: &Mention) -> Option<(usize, usize)> {
    let words = &clause.tree.words;
    let end = words.partition_point(|word| word.span.start < mention.span.end);
    let degree = words.get(end).filter(|word| {
        matches!(word.upos, Upos::Adj | Upos::Adv) && word.morph != Morph::Comparative
    })?;
    let modifies = matches!(degree.rel, Rel::Amod | Rel::Acl | Rel::Appos | Rel::Advmod);
    let at = mention.head as usize;
    let above = if clause.tree.head(end) == Some(at) { at } else { end };
    let joined = clause.tree.head(at) == Some(end) || above == at;
    let noun = clause.tree.head(above).filter(|_| modifies && joined)?;
    let named = matches!(words[noun].upos, Upos::Noun | Upos::Propn);
    let own = noun != end && noun < at && clause.clause_of(noun) == clause.head();
    (named && own).then_some((end, noun))
}

/// "Its lamp, *visible* from 22 miles, has been dark": a measure that hangs on an adjective behind its noun.
fn quality(clause: &Clause<'_>, mention: &Mention) -> Option<(usize, usize)> {
    let words = &clause.tree.words;
    let at = mention.head as usize;
    let adjective = clause.tree.head(at).filter(|_| words[at].rel == Rel::Obl)?;
    let word = &words[adjective];
    let noun = clause.tree.head(adjective).filter(|&noun| noun < adjective)?;
    // "Files *larger than 25 MB*": the measure is a bound.
    let bound = mention.span.contains(word.span) || word.morph == Morph::Comparative;
    let behind =
        !bound && word.upos == Upos::Adj && matches!(word.rel, Rel::Amod | Rel::Acl | Rel::Appos);
    let named = matches!(words[noun].upos, Upos::Noun | Upos::Propn);
    let own = adjective < at && clause.clause_of(noun) == clause.head();
    (behind && named && own).then_some((adjective, noun))
}

/// "In Dolna, *40 kilometres to the west*, a miner died", "a camp two kilometres *south* of Brod": how far off a place is
/// says nothing of what the clause tells.
fn away(clause: &Clause<'_>, mention: &Mention) -> Option<(usize, usize)> {
    let words = &clause.tree.words;
    let end = words.partition_point(|word| word.span.start < mention.span.end);
    let first = words.partition_point(|word| word.span.start < mention.span.start);
    let lemma = |at: usize| words.get(at).map_or("", |word| &*word.lemma);
    let the = usize::from(lemma(end) == "to" && lemma(end + 1) == "the") * 2;
    let degree = end + the;
    let named = |at: usize| matches!(words[at].upos, Upos::Noun | Upos::Propn);
    let comma = first.checked_sub(1).filter(|&at| words[at].span.of(clause.source.text) == ",");
    let apart = comma.and_then(|comma| comma.checked_sub(1)).filter(|&noun| named(noun));
    let above = clause
        .tree
        .head(mention.head as usize)
        .filter(|&above| above != clause.head() && above < first && named(above));
    // "in a cottage *120 miles away*"
    let behind = first.checked_sub(1).filter(|&noun| {
        words[noun].upos == Upos::Noun
            && clause.preposition(noun).is_some()
            && noun != clause.head()
    });
    let noun = apart.or(above).or(behind).filter(|_| points(&lower(lemma(degree))))?;
    (clause.clause_of(noun) == clause.head()).then_some((degree, noun))
}

/// "rose after the *purchase* of Lyra for 240 million euros": the price of what a noun says is bought or sold.
fn price(clause: &Clause<'_>, mention: &Mention) -> Option<(usize, usize)> {
    let words = &clause.tree.words;
    let at = mention.head as usize;
    let paid = clause.preposition(at).as_deref() == Some("for");
    let case = clause.tree.child(at, Rel::Case).filter(|_| paid)?;
    let trades = |noun: usize| {
        let verb = verb_of(&words[noun].lemma).map(canonical);
        let deal = verb.is_some_and(|verb| verb == canonical("buy") || verb == canonical("sell"));
        words[noun].upos == Upos::Noun && deal
    };
    let near = |&at: &usize| words[at].upos != Upos::Punct && at != clause.head();
    let noun = (0..case).rev().take_while(near).find(|&noun| trades(noun))?;
    (clause.clause_of(noun) == clause.head()).then_some((noun, noun))
}
