//! Lists of victims: those whom a phrase and the phrases coordinated with it name.

use super::victim::{Victim, total, victim};
use crate::claim::grammar::{At, Grammar, is_relative};
use crate::lexicon::{harm_state, harm_verb, people};
use crate::syntax::{Morph, Rel, Upos};
use crate::value::Decimal;

/// The victims that a phrase and those coordinated with it name; `at` is the word that tells what
/// befell them.
pub(super) fn victims(grammar: &Grammar<'_>, head: At, at: At) -> Vec<Victim> {
    let head = antecedent(grammar, head, at).unwrap_or(head);
    let mut heads = grammar.conjuncts(head);
    heads.extend(beside(grammar, head, at));
    heads.extend(along(grammar, head, at));
    heads.extend(doer(grammar, head, at));
    heads.extend(called(grammar, &heads));
    heads.extend(between(grammar, head));
    heads.sort_unstable();
    heads.dedup();
    let other = |&word: &At| {
        word != head
            && (is_clause(grammar, word, head)
                || is_bare_age(grammar, word)
                || tells_otherwise(grammar, word, at))
    };
    heads.retain(|word| !other(word));
    let beyond = heads.iter().copied().find(|&word| follows_last(grammar, word));
    heads.retain(|&word| beyond.is_none_or(|beyond| word < beyond));
    if !is_coordinated(grammar, &heads) {
        heads.retain(|&word| word == head);
    }
    drop_names(grammar, &mut heads);
    let mut found: Vec<Victim> = heads.into_iter().filter_map(|at| victim(grammar, at)).collect();
    // The two ends of "between 20 and 30" are one count.
    found.dedup_by_key(|victim| victim.span);
    found
}

/// "four children and a nurse, *the mayor*, Pavel Holm, said": after the last of a list.
fn follows_last(grammar: &Grammar<'_>, word: At) -> bool {
    let the = grammar.kids(word).any(|kid| grammar.lemma(kid) == "the");
    let bare = grammar.kid(word, &[Rel::Cc]).is_none() && grammar.rel(word) == Rel::Conj;
    let Some(first) = grammar.head(word).filter(|_| the && bare) else { return false };
    let last = |kid: At| grammar.rel(kid) == Rel::Conj && grammar.kid(kid, &[Rel::Cc]).is_some();
    grammar.kids(first).any(|kid| kid < word && last(kid))
}

/// Drops the names that only tell who a noun before them means: "his wife, Anna Holm, and two
/// sons", "his friend, 19-year-old Luke Marsh".
fn drop_names(grammar: &Grammar<'_>, heads: &mut Vec<At>) {
    let mut last: Option<At> = None;
    let mut may_follow = Decimal::ZERO;
    let mut first = true;
    heads.retain(|&head| {
        let before = last.replace(head);
        let named = before.is_some_and(|before| names_again(grammar, before, head, first));
        if named && may_follow >= Decimal::ONE {
            may_follow = may_follow.saturating_sub(Decimal::ONE);
            first = false;
            return false;
        }
        first = true;
        let noun = grammar.upos(head) == Upos::Noun;
        let number = victim(grammar, head).filter(|_| noun).and_then(|victim| victim.number());
        may_follow = number.unwrap_or_default();
        true
    });
}

/// Whether a name follows a noun, or the `first` name after it another, with nothing between but
/// a comma and an age.
fn names_again(grammar: &Grammar<'_>, before: At, name: At, first: bool) -> bool {
    let between = |word: usize| {
        let at = At { word, ..name };
        let aged = matches!(grammar.lemma(at), "year" | "old" | "-" | "," | "year-old");
        aged || !first && grammar.lemma(at) == "and"
            || matches!(grammar.upos(at), Upos::Num | Upos::Propn)
            || grammar.form(at).ends_with("year-old")
    };
    let comma = At { word: before.word + 1, ..before };
    grammar.upos(name) == Upos::Propn
        && (!first || grammar.form(comma) == ",")
        && (before.word + 1..name.word).all(between)
}

/// "their children Mia, Tom and Jo": the names after a plural noun that is not counted.
fn called(grammar: &Grammar<'_>, heads: &[At]) -> Vec<At> {
    let uncounted = |head: &&At| {
        grammar.upos(**head) == Upos::Noun
            && grammar.is_plural(**head)
            && people(grammar.lemma(**head)).is_some()
            && grammar.quantity(**head).is_none()
    };
    let names = |head: &At| {
        let kid = grammar.kid(*head, &[Rel::Appos, Rel::Flat, Rel::NmodDesc])?;
        (kid == grammar.next(*head)? && grammar.upos(kid) == Upos::Propn).then_some(kid)
    };
    let first = heads.iter().filter(uncounted).filter_map(names);
    first.flat_map(|name| grammar.conjuncts(name)).collect()
}

/// "Anna Holm, Lars Voss and Mia Berg": a middle name, which the tree takes for another name of
/// the first.
fn between(grammar: &Grammar<'_>, head: At) -> Vec<At> {
    let person = |at: At| {
        grammar.upos(at) == Upos::Propn
            && grammar.name_on(at).is_some_and(|(_, n)| n.canonical.contains(' '))
    };
    let last =
        grammar.kids(head).filter(|&kid| grammar.rel(kid) == Rel::Conj && person(kid)).last();
    let Some(last) = last.filter(|_| person(head)) else { return Vec::new() };
    let other = |kid: &At| grammar.rel(*kid) == Rel::Appos && person(*kid) && *kid < last;
    grammar.kids(head).filter(other).collect()
}

/// "killed his two sons and then himself", wherever the tree hangs the last word.
fn doer(grammar: &Grammar<'_>, head: At, at: At) -> Option<At> {
    const NEAR: usize = 30;
    if head < at || !grammar.is_verb(at) {
        return None;
    }
    let after = std::iter::successors(grammar.next(head), |&next| grammar.next(next)).take(NEAR);
    let verbal = |word: &At| matches!(grammar.upos(*word), Upos::Verb | Upos::Aux | Upos::Sconj);
    let own = |word: &At| matches!(&*grammar.form(*word), "himself" | "herself");
    let doer = after.take_while(|word| !verbal(word)).find(own)?;
    let joined = |word: At| matches!(&*grammar.form(word), "and" | "then");
    grammar.previous(doer).is_some_and(joined).then_some(doer)
}

/// The head of the phrase that "they" stands for: the subject of the clause that its clause
/// belongs to ("the two were flown to a clinic, where they died"), or of the sentence before, when
/// several people are counted or listed there; one person of unknown sex only within a sentence.
fn antecedent(grammar: &Grammar<'_>, head: At, at: At) -> Option<At> {
    if grammar.upos(head) != Upos::Pron || !matches!(&*grammar.form(head), "they" | "them") {
        return None;
    }
    let above = grammar.above(at).take(5).filter(|&up| is_predicate(grammar, up));
    let mut known = above.filter_map(|up| {
        let subject = grammar.subject(up).filter(|&subject| subject < head);
        let object = grammar.object(up).filter(|&object| object < head);
        subject.or(object).map(|_| (up, subject, object))
    });
    if let Some((up, subject, object)) = known.next() {
        let all = || subject.into_iter().chain(object);
        let several: Vec<At> = all().filter(|&word| is_several(grammar, word, up)).collect();
        return match several[..] {
            [only] => Some(only),
            [] => subject.filter(|&subject| is_the_one(grammar, subject)),
            _ => None,
        };
    }
    let sentence = head.sentence.checked_sub(1)?;
    let words = (0..grammar.source.trees[sentence].words.len()).map(|word| At { sentence, word });
    let root = words.clone().find(|&word| grammar.rel(word) == Rel::Root)?;
    let subject = grammar.subject(root)?;
    let mut plural = words.filter(|&word| grammar.is_plural(word) && word != subject);
    let alone = !plural.any(|word| people(grammar.lemma(word)).is_some());
    (alone && is_several(grammar, subject, root)).then_some(subject)
}

fn is_predicate(grammar: &Grammar<'_>, at: At) -> bool {
    grammar.is_verb(at) || grammar.kid(at, &[Rel::Nsubj, Rel::NsubjPass]).is_some()
}

fn is_several(grammar: &Grammar<'_>, subject: At, at: At) -> bool {
    let pronoun = grammar.upos(subject) == Upos::Pron;
    let number = || total(&victims(grammar, subject, at));
    !pronoun && number().is_some_and(|number| number > Decimal::ONE)
}

/// "the victim", "a person".
fn is_the_one(grammar: &Grammar<'_>, subject: At) -> bool {
    let noun = grammar.upos(subject) == Upos::Noun && !grammar.is_plural(subject);
    noun && people(grammar.lemma(subject)) == Some(true)
}

/// "The victim, Emma Cole, …" names one person twice: a list has its "and".
fn is_coordinated(grammar: &Grammar<'_>, heads: &[At]) -> bool {
    let (Some(first), Some(last)) = (heads.first(), heads.last()) else { return true };
    let joins = |word: usize| {
        let form = grammar.form(At { word, ..*first });
        matches!(&*form, "and" | "or" | "&" | "with" | "as" | ";" | "nor" | "then")
    };
    first == last || (first.word + 1..last.word).any(joins)
}

/// Members of the list of subjects that the tree does not coordinate with the one it gives the
/// verb: subjects beside it, or the noun that it puts the verb under ("A father, mother and son
/// were found").
fn beside(grammar: &Grammar<'_>, head: At, at: At) -> Vec<At> {
    let is_subject = |word: At| matches!(grammar.rel(word), Rel::Nsubj | Rel::NsubjPass);
    if !is_subject(head) {
        return Vec::new();
    }
    let Some(verb) = grammar.head(head).filter(|&verb| head < verb && verb <= at) else {
        return Vec::new();
    };
    let subjects = grammar.kids(verb).filter(|&kid| {
        is_subject(kid)
            && kid < verb
            && kid != head
            && is_open_list(grammar, kid.min(head), kid.max(head))
    });
    let mut found: Vec<At> = subjects.collect();
    let lead = grammar.head(verb).filter(|&lead| grammar.rel(verb) == Rel::Conj && lead < head);
    if let Some(lead) = lead.filter(|&lead| is_open_list(grammar, lead, head)) {
        found.extend(grammar.conjuncts(lead).into_iter().filter(|&word| word < head));
    }
    found
}

/// Whether nothing but a list of nouns stands between two words.
fn is_open_list(grammar: &Grammar<'_>, from: At, to: At) -> bool {
    let plain = |word: usize| {
        let at = At { word, ..from };
        let other = matches!(grammar.upos(at), Upos::Verb | Upos::Aux | Upos::Sconj);
        let relative = is_relative(&grammar.form(at));
        let breaks =
            grammar.upos(at) == Upos::Punct && !matches!(&*grammar.form(at), "," | ";" | "-");
        !other && !relative && !breaks
    };
    grammar.is_nominal(from)
        && grammar.kid(from, &[Rel::Cop, Rel::Nsubj]).is_none()
        && (from.word + 1..to.word).all(plain)
}

/// "along with their father", "together with", "as well as".
fn along(grammar: &Grammar<'_>, head: At, at: At) -> Option<At> {
    const NEAR: usize = 6;
    let last = head.max(at);
    let words = (head.word + 1..=last.word + NEAR).map(|word| At { word, ..head });
    let words = words.take_while(|w| w.word + 1 < grammar.tree(head).words.len());
    let with = words.into_iter().find_map(|word| {
        let next = grammar.next(word)?;
        match (&*grammar.form(word), &*grammar.form(next)) {
            ("along" | "together", "with") => Some(next),
            ("well", "as") => Some(next),
            _ => None,
        }
    })?;
    let mut after =
        grammar.above(with).take(2).chain(grammar.above(grammar.previous(with)?).take(2));
    after.find(|&up| {
        up > with && grammar.is_nominal(up) && grammar.kid(up, &[Rel::AclRelcl]).is_none()
    })
}

/// A coordinated word that is the predicate of a clause of its own.
fn is_clause(grammar: &Grammar<'_>, at: At, head: At) -> bool {
    at != head
        && (grammar.is_verb(at)
            || grammar.kid(at, &[Rel::Nsubj, Rel::NsubjPass, Rel::Cop, Rel::Obj]).is_some())
}

/// "Clara and Simon Voss, both 35": a number in figures after a name, which tells an age.
fn is_bare_age(grammar: &Grammar<'_>, at: At) -> bool {
    let figures =
        grammar.upos(at) == Upos::Num && grammar.form(at).bytes().all(|b| b.is_ascii_digit());
    let Some(previous) = grammar.previous(at).filter(|_| figures) else { return false };
    let comma = (grammar.form(previous) == ",").then(|| grammar.previous(previous)).flatten();
    let named = |at: At| grammar.upos(at) == Upos::Propn;
    grammar.lemma(previous) == "both" || named(comma.unwrap_or(previous))
}

/// "3 dead, 1 critical", "one dead and three in critical condition": what stands after the word
/// tells something else of it.
fn tells_otherwise(grammar: &Grammar<'_>, word: At, at: At) -> bool {
    let in_care = |kid: At| kid != at && matches!(grammar.lemma(kid), "condition" | "hospital");
    if grammar.kids(word).any(in_care) {
        return true;
    }
    let after = std::iter::successors(grammar.next(word), |&next| grammar.next(next));
    let mut after = after.filter(|&next| grammar.upos(next) != Upos::Adv).take(2);
    let Some(next) = after.next().filter(|&next| next != at) else { return false };
    let form = grammar.form(next);
    let noun = after.next().is_some_and(|last| grammar.upos(last) == Upos::Noun);
    let states = harm_state(&form).is_some() && grammar.upos(next) != Upos::Verb;
    let done = harm_verb(grammar.lemma(next)).is_some()
        && grammar.word(next).morph == Morph::Participle
        && grammar.kid(next, &[Rel::Obj]).is_none();
    let modifies = grammar.rel(next) == Rel::Acl && grammar.head(next) == Some(word);
    (states || done && !modifies) && !noun
}
