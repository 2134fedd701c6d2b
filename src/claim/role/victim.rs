//! Whom a noun phrase counts or names among victims.

use crate::claim::grammar::{At, Grammar, is_reflexive};
use crate::lexicon::{
    harm_state, is_broad, is_kind, is_more, is_one, names_person, people, several,
};
use crate::mention::Referent;
use crate::syntax::{Rel, Upos};
use crate::text::Span;
use crate::value::{Decimal, NameKind, Quantity};

/// One victim, or a counted group of them.
#[derive(Debug, Clone)]
pub(super) struct Victim {
    pub(super) who: Who,
    /// The head of the phrase.
    pub(super) head: At,
    /// The words that name or count them.
    pub(super) span: Span,
    /// The group counted, when the words tell more than that they are people.
    pub(super) group: Option<String>,
    /// "more", "another", "other": beyond those counted before.
    pub(super) further: bool,
    /// A part of a whole that is told beside it ("including 12 children", "two of them").
    pub(super) part: bool,
}

impl Victim {
    /// Whether the word that refers to this one person means whoever does it ("himself").
    pub(super) fn is_doer(&self, grammar: &Grammar<'_>) -> bool {
        is_reflexive(&grammar.form(self.head))
    }

    /// How many people at least.
    pub(super) fn number(&self) -> Option<Decimal> {
        match &self.who {
            Who::Count(quantity) => quantity.strict.low,
            Who::One { .. } => Some(Decimal::ONE),
        }
    }
}

/// How many some victims are together; none where one of them is not counted, or past the largest
/// number.
pub(super) fn total(victims: &[Victim]) -> Option<Decimal> {
    let mut numbers = victims.iter().map(Victim::number);
    numbers.try_fold(Decimal::ZERO, |sum, number| sum.checked_add(number?))
}

/// How a phrase refers to victims.
#[derive(Debug, Clone)]
#[expect(clippy::large_enum_variant, reason = "a handful at a time, most of them counts")]
pub(super) enum Who {
    /// Counted: "12 miners".
    Count(Quantity),
    /// One person: "a man", "the victim", "he", or by name.
    One {
        /// The parts of the name, in lower case; empty when no name is given.
        name: Vec<String>,
    },
}

/// The victim, or the counted group of them, that one phrase names.
pub(super) fn victim(grammar: &Grammar<'_>, head: At) -> Option<Victim> {
    let counted = quantity(grammar, head);
    if let Some((mention, quantity)) = counted {
        let group = group(grammar, head)?;
        return Some(Victim {
            who: Who::Count(quantity),
            head,
            span: grammar.span_of(mention),
            group,
            further: is_further(grammar, head),
            part: is_part(grammar, head),
        });
    }
    if let Some(count) = multiple(grammar, head).or_else(|| aged(grammar, head)) {
        return Some(count);
    }
    one(grammar, head)
}

/// "his sons, ages 3 and 4", "her nephews, aged 12 and 15": as many as ages are told.
fn aged(grammar: &Grammar<'_>, head: At) -> Option<Victim> {
    let several = grammar.upos(head) == Upos::Noun && grammar.is_plural(head);
    let comma = grammar.next(head).filter(|&next| grammar.form(next) == ",")?;
    let first = grammar.next(comma).filter(|&next| {
        several && people(grammar.lemma(head)).is_some() && is_of_ages(&grammar.form(next))
    })?;
    let joins = |at: At| matches!(&*grammar.form(at), "," | "and");
    let after = std::iter::successors(grammar.next(first), |&at| grammar.next(at));
    let ages = after.take_while(|&at| grammar.upos(at) == Upos::Num || joins(at));
    let number = ages.filter(|&at| !joins(at)).count();
    let number = u16::try_from(number).ok().filter(|&number| number > 1)?;
    let span = grammar.phrase(head);
    let quantity = Quantity {
        text: span.of(grammar.source.text).to_owned(),
        ..Quantity::exact(Decimal::from(number))
    };
    let group = group(grammar, head)?;
    let part = is_part(grammar, head);
    Some(Victim { who: Who::Count(quantity), head, span, group, further: false, part })
}

/// Whether a word stands before the ages of those told of.
fn is_of_ages(form: &str) -> bool {
    matches!(form, "age" | "ages" | "aged")
}

/// The number of people that a phrase counts.
fn quantity(grammar: &Grammar<'_>, head: At) -> Option<(u32, Quantity)> {
    let (mention, quantity) = innermost(grammar, head).or_else(|| grammar.quantity(head))?;
    let measured = quantity.measure.is_some() || quantity.ordinal || quantity.age;
    let tiny = quantity.printed.first().is_some_and(|n| !n.is_integer());
    let span = grammar.span_of(mention);
    let own_number = grammar.word(head).span.end >= span.end || grammar.upos(head) == Upos::Num;
    (!measured && !tiny && own_number).then(|| (mention, quantity.clone()))
}

/// The shortest count on a word: "two people" in "one of two people".
fn innermost<'a>(grammar: &Grammar<'a>, head: At) -> Option<(u32, &'a Quantity)> {
    let counts = grammar.on(head).filter_map(|(mention, referent)| match referent {
        Referent::Quantity { value, .. } => Some((mention, value)),
        _ => None,
    });
    counts.min_by_key(|(mention, _)| {
        let span = grammar.span_of(*mention);
        span.end - span.start
    })
}

/// "both victims", "the couple", "both", "the trio".
fn multiple(grammar: &Grammar<'_>, head: At) -> Option<Victim> {
    let determiner = grammar.kids(head).any(|kid| grammar.lemma(kid) == "both");
    let alone = grammar.lemma(head) == "both" && grammar.upos(head) != Upos::Cconj;
    let of = || grammar.phrases(head).any(|(preposition, _)| preposition == "of");
    let noun = grammar.upos(head) == Upos::Noun && !grammar.is_plural(head) && !of();
    let number = match several(grammar.lemma(head)).filter(|_| noun) {
        Some(number) => number,
        None if alone || determiner && people(grammar.lemma(head)).is_some() => 2,
        None => return None,
    };
    let span = grammar.phrase(head);
    let text = span.of(grammar.source.text).to_owned();
    let quantity = Quantity { text, ..Quantity::exact(number.into()) };
    let (who, part) = (Who::Count(quantity), is_part(grammar, head));
    Some(Victim { who, head, span, group: None, further: false, part })
}

fn one(grammar: &Grammar<'_>, head: At) -> Option<Victim> {
    if !is_one_person(grammar, head) || grammar.time_on(head).is_some() {
        return None;
    }
    let name = name(grammar, head);
    Some(Victim {
        who: Who::One { name },
        head,
        span: grammar.phrase(head),
        group: None,
        further: is_further(grammar, head),
        part: is_part(grammar, head),
    })
}

fn is_one_person(grammar: &Grammar<'_>, head: At) -> bool {
    let named = grammar.name_on(head).map(|(_, name)| name.kind);
    if grammar.name_on(head).is_some_and(|(_, n)| n.named && n.kind == NameKind::Person) {
        return true;
    }
    match grammar.upos(head) {
        Upos::Pron => is_one(&grammar.form(head)) || is_one(grammar.lemma(head)),
        Upos::Det => {
            let free = grammar.head(head).is_none_or(|noun| !grammar.is_nominal(noun));
            grammar.lemma(head) == "another" && (free || grammar.rel(head) != Rel::Det)
        }
        Upos::Propn => match named {
            Some(kind) => matches!(kind, NameKind::Person | NameKind::Unknown),
            None => grammar.place_on(head).is_none() && !grammar.is_plural(head),
        },
        Upos::Noun | Upos::Adj if is_numbered(grammar, head) => true,
        Upos::Noun => {
            let single = !grammar.is_plural(head) && !is_mass(grammar, head);
            single && (names_person(grammar.lemma(head)) || is_age(grammar, head))
        }
        Upos::Num if grammar.lemma(head) == "one" => true,
        Upos::Adj | Upos::Num => is_age(grammar, head),
        _ => false,
    }
}

/// "killed four and wounded *a fifth*", no fifth of anything.
fn is_numbered(grammar: &Grammar<'_>, head: At) -> bool {
    let ordinal = grammar.quantity_on(head).is_some_and(|(_, quantity)| quantity.ordinal);
    let a = grammar.kids(head).any(|kid| matches!(grammar.lemma(kid), "a" | "an"));
    let of = grammar.phrases(head).any(|(preposition, _)| preposition == "of");
    ordinal && a && !of && matches!(grammar.rel(head), Rel::Obj | Rel::Nsubj | Rel::NsubjPass)
}

/// "people" and "dead" are plural though they do not look it.
fn is_mass(grammar: &Grammar<'_>, head: At) -> bool {
    matches!(
        &*grammar.form(head),
        "people"
            | "dead"
            | "children"
            | "men"
            | "women"
            | "police"
            | "more"
            | "young"
            | "elderly"
            | "troops"
    )
}

/// "the 17-year-old".
fn is_age(grammar: &Grammar<'_>, head: At) -> bool {
    let form = grammar.form(head);
    form.ends_with("year-old")
        || form.ends_with("month-old")
        || (form == "old" && grammar.quantity_on(head).is_some_and(|(_, q)| q.age))
}

/// The parts of the name of a person, in lower case.
fn name(grammar: &Grammar<'_>, head: At) -> Vec<String> {
    if let Some((_, name)) = grammar.name_on(head).filter(|(_, name)| name.named)
        && name.kind != NameKind::Group
    {
        return name.canonical.to_lowercase().split_whitespace().map(str::to_owned).collect();
    }
    if grammar.upos(head) != Upos::Propn {
        return Vec::new();
    }
    let parts = grammar.kids(head).filter(|&kid| {
        matches!(grammar.rel(kid), Rel::Flat | Rel::Compound) && grammar.upos(kid) == Upos::Propn
    });
    let mut words: Vec<At> = parts.chain([head]).collect();
    words.sort_unstable();
    words.into_iter().map(|at| grammar.form(at).into_owned()).collect()
}

/// The group that a counted noun names: `Some(None)` for people in general, none when it is no
/// word for people.
fn group(grammar: &Grammar<'_>, head: At) -> Option<Option<String>> {
    let lemma = grammar.lemma(head);
    if grammar.upos(head) == Upos::Num && is_of_things(grammar, head) {
        return None;
    }
    let number = matches!(lemma, "dozen" | "score" | "hundred" | "thousand" | "million");
    if number || matches!(grammar.upos(head), Upos::Num | Upos::Pron | Upos::Adj | Upos::Det) {
        return Some(None);
    }
    let plain = match people(lemma) {
        // "Eleven of the wounded"
        _ if harm_state(lemma).is_some() => true,
        Some(plain) => plain,
        None if grammar.name_on(head).is_some() => false,
        None => return None,
    };
    let mut words: Vec<String> = modifiers(grammar, head);
    if !plain || is_sex(grammar, head) {
        words.push(lemma.to_lowercase());
    }
    Some((!words.is_empty()).then(|| words.join(" ")))
}

/// "61 *of 78 drones*": what the number counts is told behind it, and no word for people.
fn is_of_things(grammar: &Grammar<'_>, head: At) -> bool {
    let of = |(preposition, kid): (&str, At)| (preposition == "of").then_some(kid);
    let things = |kid: At| {
        let counted = grammar.kid(kid, &[Rel::Nummod]).is_some();
        let lemma = grammar.lemma(kid);
        let whose = people(lemma).is_some() || harm_state(lemma).is_some() || lemma == "body";
        grammar.upos(kid) == Upos::Noun && counted && !whose && several(lemma).is_none()
    };
    grammar.phrases(head).filter_map(of).any(things)
}

/// "four women": there may be men besides; "a man" is only anybody.
fn is_sex(grammar: &Grammar<'_>, head: At) -> bool {
    grammar.is_plural(head) && matches!(grammar.lemma(head), "boy" | "girl" | "man" | "woman")
}

/// Modifiers that narrow a group: "military", "Ukrainian"; not "young", "other", "innocent".
fn modifiers(grammar: &Grammar<'_>, head: At) -> Vec<String> {
    let narrows = |kid: &At| {
        matches!(grammar.rel(*kid), Rel::Amod | Rel::Compound)
            && matches!(grammar.upos(*kid), Upos::Adj | Upos::Noun | Upos::Propn)
            && !is_broad(grammar.lemma(*kid))
            && grammar.quantity_on(*kid).is_none_or(|(_, q)| !q.age && !q.ordinal)
    };
    let kids = grammar.kids(head).filter(narrows);
    kids.map(|kid| grammar.lemma(kid).to_lowercase()).collect()
}

pub(super) fn is_further(grammar: &Grammar<'_>, head: At) -> bool {
    let own = is_more(grammar.lemma(head));
    own || grammar.kids(head).any(|kid| is_more(grammar.lemma(kid)))
}

fn is_part(grammar: &Grammar<'_>, head: At) -> bool {
    let within =
        grammar.preposition(head).is_some_and(|p| matches!(p, "include" | "including" | "among"));
    within || of_them(grammar, head) || of_those(grammar, head)
}

/// "Eleven of the wounded", where the tree hangs the number's words on the noun.
fn of_those(grammar: &Grammar<'_>, head: At) -> bool {
    let number = grammar.head(head).is_some_and(|number| grammar.upos(number) == Upos::Num);
    let the = || grammar.kids(head).any(|kid| matches!(grammar.lemma(kid), "the" | "those"));
    number && grammar.preposition(head) == Some("of") && the()
}

/// "12 of them", "three of those killed".
fn of_them(grammar: &Grammar<'_>, head: At) -> bool {
    let whole = grammar.kids(head).find(|&kid| grammar.preposition(kid) == Some("of"));
    whole.is_some_and(|kid| {
        let those = matches!(grammar.lemma(kid), "they" | "those" | "dead" | "whom" | "which")
            || harm_state(&grammar.form(kid)).is_some();
        let the = grammar.kids(kid).any(|det| matches!(grammar.lemma(det), "the" | "those"));
        let number = matches!(grammar.upos(head), Upos::Num | Upos::Pron);
        those || number && the && grammar.is_plural(kid)
    })
}

/// The group that the modifiers of a harm noun name: "military casualties".
pub(super) fn group_of_modifiers(grammar: &Grammar<'_>, at: At) -> Option<String> {
    let words = modifiers(grammar, at);
    let kept: Vec<String> = words.into_iter().filter(|word| is_kind(word)).collect();
    (!kept.is_empty()).then(|| kept.join(" "))
}
