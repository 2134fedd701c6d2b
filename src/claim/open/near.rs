//! The words that a value hangs on: what is counted, of what, by which predicate.

use super::super::Change;
use super::super::frame::{Tense, deed, is_subject, shared_subject};
use super::clause::Clause;
use crate::lexicon::formerly;
use crate::lexicon::sense::{canonical, canonical_noun, further, stretch};
use crate::mention::{Mention, Referent};
use crate::syntax::{Morph, Rel, Upos};
use crate::text::lower;
use crate::value::Value;

/// What restricts a value.
#[derive(Default)]
pub(super) struct Near {
    /// Canonical lemmas, sorted.
    pub(super) words: Vec<String>,
    /// The counted noun.
    pub(super) group: Option<String>,
    /// Whether the value is said to be a part of another.
    pub(super) part: bool,
    /// How the value changes.
    pub(super) change: Option<Change>,
}

/// The words that the value of `mention` hangs on in its clause.
pub(super) fn of(clause: &Clause<'_>, mention: &Mention, value: &Value) -> Near {
    let mut near = Near::default();
    let top = climb(clause, mention, &mut near);
    if let Value::Quantity(quantity) = value {
        let code = |unit: &String| unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase());
        let money = quantity.unit.as_ref().is_some_and(code);
        let counted = quantity.measure.is_none() && !money && !quantity.ordinal && !quantity.age;
        near.group = quantity.unit.clone().filter(|_| counted);
        near.part = quantity.whole.is_some() || is_part(clause, top) || beside(clause, mention);
        near.change = change(clause, top, mention.head as usize);
        if !counted || top == clause.head() {
            subject(clause, mention, &mut near);
        }
    }
    near.part |= of_which(clause);
    // "log retention, *previously 30 days*"
    if matches!(value, Value::Time(time) if time.quantity.is_some()) {
        let moved = (clause.frame.predicate == "reduce" || clause.frame.predicate == "raise")
            && change(clause, top, mention.head as usize) == Some(Change::Before);
        let before = moved || older(clause, mention) || until_release(clause);
        near.change = before.then_some(Change::Before);
    }
    near.words.extend(degree(clause, mention));
    near.words.sort();
    near.words.dedup();
    near
}

/// "9 percent *less* than a year before"
fn degree(clause: &Clause<'_>, mention: &Mention) -> Option<String> {
    let words = &clause.tree.words;
    let end = words.partition_point(|word| word.span.start < mention.span.end);
    let degree = words.get(end).filter(|word| word.morph == Morph::Comparative)?;
    let than = words.get(end + 1).is_some_and(|than| &*than.lemma == "than");
    than.then(|| degree.span.of(clause.source.text).to_lowercase())
}

/// Whether the word right before a value tells that it is an older one.
pub(super) fn older(clause: &Clause<'_>, mention: &Mention) -> bool {
    let words = &clause.tree.words;
    let first = words.partition_point(|word| word.span.start < mention.span.start);
    let before = first.checked_sub(1).map(|at| words[at].span.of(clause.source.text));
    before.is_some_and(|word| formerly(&word.to_lowercase()))
}

/// Goes up from the value to the predicate and gathers what it passes; gives the word at which it
/// entered the predicate's arguments.
fn climb(clause: &Clause<'_>, mention: &Mention, near: &mut Near) -> usize {
    let mut here = mention.head as usize;
    modifiers(clause, here, here, mention, near);
    loop {
        if here == clause.head() {
            return here;
        }
        let Some(above) = clause.tree.head(here) else { return here };
        let joined = matches!(clause.tree.words[here].rel, Rel::Conj | Rel::Appos);
        if !joined || above == clause.head() {
            add(clause, above, mention, near);
            if above != clause.head() {
                modifiers(clause, above, here, mention, near);
            }
        }
        if above == clause.head() {
            return here;
        }
        here = above;
    }
}

fn add(clause: &Clause<'_>, at: usize, mention: &Mention, near: &mut Near) {
    let word = &clause.tree.words[at];
    let tells = matches!(word.upos, Upos::Noun | Upos::Verb | Upos::Adj | Upos::Propn);
    if tells && !mention.span.contains(word.span) {
        let lemma = word.lemma.to_lowercase();
        let verb = matches!(word.upos, Upos::Verb | Upos::Aux);
        let meaning = if verb { canonical(&lemma) } else { canonical_noun(&lemma) };
        near.words.push(meaning.to_owned());
    }
}

/// The restricting modifiers of `at`, except the one on the way from `from`.
fn modifiers(clause: &Clause<'_>, at: usize, from: usize, mention: &Mention, near: &mut Near) {
    for child in clause.tree.children(at).filter(|&child| child != from) {
        let restricts = matches!(
            clause.tree.words[child].rel,
            Rel::Amod | Rel::Compound | Rel::Nmod | Rel::NmodPoss
        );
        if restricts && clause.clause_of(child) == clause.head() && !numeric(clause, child) {
            add(clause, child, mention, near);
        }
    }
}

/// Whether the phrase of `at` is itself a number.
fn numeric(clause: &Clause<'_>, at: usize) -> bool {
    let number = |i: usize| matches!(clause.tree.words[i].upos, Upos::Num | Upos::Sym);
    number(at) || clause.tree.children(at).any(number)
}

/// What a measure is a measure of: the subject of its clause.
fn subject(clause: &Clause<'_>, mention: &Mention, near: &mut Near) {
    let head = clause.head();
    let own = clause.tree.children(head).find(|&c| is_subject(clause.tree.words[c].rel));
    if let Some(subject) = own.or_else(|| shared_subject(clause.tree, head)) {
        add(clause, subject, mention, near);
        modifiers_of_subject(clause, subject, mention, near);
    }
}

fn modifiers_of_subject(clause: &Clause<'_>, at: usize, mention: &Mention, near: &mut Near) {
    let deed = deed(clause.tree, clause.head()) == Some(at);
    for child in clause.tree.children(at) {
        let rel = clause.tree.words[child].rel;
        let restricts = matches!(rel, Rel::Amod | Rel::Compound | Rel::Nmod | Rel::NmodPoss)
            || deed && matches!(rel, Rel::Obj | Rel::Obl);
        if restricts && !numeric(clause, child) {
            add(clause, child, mention, near);
        }
    }
}

/// "another 12 children", "his first 12 years", "half out of 12 children": a number beside or within another.
fn beside(clause: &Clause<'_>, mention: &Mention) -> bool {
    let at = mention.head as usize;
    let start = clause.tree.words.partition_point(|word| word.span.start < mention.span.start);
    let before = start.checked_sub(1).into_iter().chain([start, at]);
    let cardinal = matches!(&mention.referent, Referent::Quantity { value, .. } if !value.ordinal);
    let more = before.chain(clause.tree.children(at)).any(|word| {
        clause.tree.words.get(word).is_some_and(|word| {
            let lemma = word.lemma.to_lowercase();
            // "*more than* 12" bounds the number.
            let bounds = clause.tree.words[..].get(start + 1).is_some_and(|next| {
                &*next.lemma == "than" && word.span == clause.tree.words[start].span
            });
            further(&lemma) && !bounds || cardinal && stretch(&lemma)
        })
    });
    let above = clause.tree.head(at).is_some_and(|above| counts(clause, above, mention));
    more || member_of(clause, mention)
        || clause.preposition(at).as_deref() == Some("out")
        || above && clause.preposition(at).is_some_and(|word| draws(&word))
}

/// Whether a preposition may join a number to the number that it is a part of, as "to" and "at" do not:
/// "as much as 11 percent *to* a record 318 crowns".
fn draws(preposition: &str) -> bool {
    matches!(
        preposition,
        "of" | "in" | "from" | "among" | "out" | "within" | "include" | "including"
    )
}

/// Whether the word at `at`, outside a mention, is a number or a noun that a number counts.
fn counts(clause: &Clause<'_>, at: usize, mention: &Mention) -> bool {
    let words = &clause.tree.words;
    let number = |i: usize| {
        matches!(words[i].upos, Upos::Num | Upos::Sym) && !mention.span.contains(words[i].span)
    };
    let noun = matches!(words[at].upos, Upos::Noun | Upos::Propn);
    number(at) || noun && clause.tree.children(at).any(number)
}

/// "one of the largest houses", "three of his children": members, no count of all.
fn member_of(clause: &Clause<'_>, mention: &Mention) -> bool {
    let words = &clause.tree.words;
    let at = words.partition_point(|word| word.span.start < mention.span.start);
    let lemma = |at: usize| words.get(at).map(|word| word.lemma.to_lowercase());
    let of = (at + 1..at + 4).find(|&at| lemma(at).as_deref() == Some("of"));
    let number = |at: usize| words.get(at).is_some_and(|word| word.upos == Upos::Num);
    of.is_some_and(|of| {
        number(of - 1)
            && words.get(of + 1).is_some_and(|next| {
                matches!(next.upos, Upos::Det | Upos::Pron) || next.rel == Rel::NmodPoss
            })
    })
}

/// "including 12 children", "among them 12 children".
fn is_part(clause: &Clause<'_>, top: usize) -> bool {
    matches!(
        clause.preposition(top).as_deref(),
        Some("include" | "including" | "among" | "of them")
    ) || clause.frame.predicate == "include" && clause.head_lemma() != "contain"
}

/// "the last *of which* sank on Monday": what the clause tells is of one of those named before.
fn of_which(clause: &Clause<'_>) -> bool {
    let words = &clause.tree.words;
    let of = |noun: usize| {
        clause.tree.children(noun).any(|kid| {
            let pronoun = matches!(&*words[kid].lemma, "which" | "whom");
            let case = clause.tree.child(kid, Rel::Case);
            pronoun && case.is_some_and(|case| &*words[case].lemma == "of")
        })
    };
    let subject = |&kid: &usize| is_subject(words[kid].rel);
    clause.tree.children(clause.head()).find(subject).is_some_and(of)
}

/// "rose to", "fell to", "revised to", "from" before "to".
fn change(clause: &Clause<'_>, top: usize, at: usize) -> Option<Change> {
    let own = clause.preposition(at);
    let older = |kid: usize| {
        let word = &clause.tree.words[kid];
        word.rel == Rel::Advmod && formerly(&word.span.of(clause.source.text).to_lowercase())
    };
    // "*used to* be 12 euros"
    let once = |kid: usize| {
        let word = &clause.tree.words[kid];
        word.rel == Rel::Aux && &*word.lemma == "use"
    };
    if clause.tree.children(clause.head()).any(once) || until_release(clause) {
        return Some(Change::Before);
    }
    if own.as_deref() == Some("from") && after_move(clause, at)
        || clause.tree.children(at).any(older)
    {
        return Some(Change::Before);
    }
    let preposition = clause.preposition(top);
    // "950 jobs *instead of the 1,400* it had announced"
    let words = clause.tree.words[..at].iter().rev().map(|word| &*word.lemma);
    if words.take(3).eq(["the", "of", "instead"]) {
        return Some(Change::Before);
    }
    if preposition.as_deref() == Some("from") && after_move(clause, top) {
        return Some(Change::Before);
    }
    match (clause.frame.predicate.as_str(), preposition.as_deref()) {
        ("rise" | "fall", Some("from")) => Some(Change::Before),
        // "raised $24 million from three investors"
        ("raise" | "reduce" | "change", Some("from")) if moves_to(clause) => Some(Change::Before),
        ("rise" | "raise", Some("to")) => Some(Change::Rise),
        ("fall" | "reduce", Some("to")) => Some(Change::Fall),
        ("revise" | "correct" | "adjust", _) => Some(Change::Correction),
        _ => None,
    }
}

/// "*Until version 5.0* the default was three days", "*before 5.1* they were closed after five": what was so in a release
/// of the past.
fn until_release(clause: &Clause<'_>) -> bool {
    let words = &clause.tree.words;
    let release = |at: usize| {
        let text = words[at].span.of(clause.source.text);
        let point = words[at].upos == Upos::Num
            && text.contains('.')
            && text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let called = clause.tree.children(at).any(|kid| words[kid].upos == Upos::Num);
        point || called && matches!(&*words[at].lemma, "version" | "release")
    };
    let over = |kid: usize| {
        let first = clause.tree.subtree(kid).first().copied().unwrap_or(kid);
        let until = |at: usize| {
            let lemma = lower(&words[at].lemma);
            matches!(&*lemma, "until" | "till" | "before")
        };
        release(kid) && (until(first) || first.checked_sub(1).is_some_and(until))
    };
    clause.frame.tense == Tense::Past && clause.tree.children(clause.head()).any(over)
}

/// "11 minutes *instead of 94*", "for 14 days, *not 30*": what the number is said not to be.
pub(super) fn denied(clause: &Clause<'_>, mention: &Mention) -> bool {
    let words = &clause.tree.words;
    let first = words.partition_point(|word| word.span.start < mention.span.start);
    let before = |back: usize| {
        let word = first.checked_sub(back).map(|at| &words[at]);
        word.map_or("", |word| &*word.lemma)
    };
    let cut = matches!(before(2), "," | "(" | "and" | "-" | "–" | "—");
    before(1) == "not" && cut
        || before(1) == "but" && before(2) == "all"
        || before(1) == "of" && before(2) == "instead"
        || before(1) == "than" && before(2) == "rather"
}

/// "40,000 homes had *no power*": what those whom a number counts are without.
pub(super) fn without(clause: &Clause<'_>, mention: &Mention) -> Option<String> {
    let words = &clause.tree.words;
    let head = clause.head();
    let kids = || clause.tree.children(head);
    let not = |kid: usize| matches!(&*words[kid].lemma, "not" | "never");
    let object = kids().find(|&kid| words[kid].rel == Rel::Obj && kid > head)?;
    let none = clause.tree.children(object).any(|kid| &*words[kid].lemma == "no");
    let subject = kids().find(|&kid| is_subject(words[kid].rel))?;
    let own = clause.tree.subtree(subject).contains(&(mention.head as usize));
    (none && own && !kids().any(not)).then(|| format!("no {}", words[object].lemma.to_lowercase()))
}

/// "raised the limit from 10 to 20"
fn moves_to(clause: &Clause<'_>) -> bool {
    let words = &clause.tree.words;
    words.iter().zip(0..).any(|(word, at)| {
        let to = word.rel == Rel::Case && &*word.lemma == "to";
        let value = clause.tree.head(at).filter(|_| to);
        value
            .is_some_and(|value| numeric(clause, value) && clause.clause_of(value) == clause.head())
    })
}

/// "up from 85%", "down from 9 million": what it was.
fn after_move(clause: &Clause<'_>, top: usize) -> bool {
    let case = clause.tree.child(top, Rel::Case);
    let before = case.and_then(|case| case.checked_sub(1));
    before.is_some_and(|at| matches!(&*clause.tree.words[at].lemma, "up" | "down"))
}
