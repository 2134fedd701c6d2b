//! Whom a noun phrase counts or names among victims.

use crate::claim::grammar::{At, Grammar};
use crate::lexicon::{harm_state, harm_verb, people};
use crate::syntax::{Morph, Rel, Upos};
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
        matches!(&*grammar.form(self.head), "himself" | "herself" | "themselves")
    }

    /// How many people at least.
    pub(super) fn number(&self) -> Option<Decimal> {
        match &self.who {
            Who::Count(quantity) => quantity.strict.low,
            Who::One { .. } => Some(Decimal::ONE),
        }
    }
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

/// The victims that a phrase and those coordinated with it name; `at` is the word that tells what
/// befell them.
pub(super) fn victims(grammar: &Grammar<'_>, head: At, at: At) -> Vec<Victim> {
    let mut heads = grammar.conjuncts(head);
    heads.extend(beside(grammar, head, at));
    heads.extend(along(grammar, head, at));
    heads.sort_unstable();
    heads.dedup();
    let other = |&word: &At| {
        word != head
            && (is_clause(grammar, word, head)
                || is_bare_age(grammar, word)
                || tells_otherwise(grammar, word, at))
    };
    heads.retain(|word| !other(word));
    if !is_coordinated(grammar, &heads) {
        heads.retain(|&word| word == head);
    }
    heads.into_iter().filter_map(|at| victim(grammar, at)).collect()
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
        let relative = matches!(&*grammar.form(at), "who" | "whose" | "which" | "that");
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

fn victim(grammar: &Grammar<'_>, head: At) -> Option<Victim> {
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
    if let Some(count) = multiple(grammar, head) {
        return Some(count);
    }
    one(grammar, head)
}

/// The number of people that a phrase counts.
fn quantity(grammar: &Grammar<'_>, head: At) -> Option<(u32, Quantity)> {
    let (mention, quantity) = grammar.quantity(head)?;
    let measured = quantity.measure.is_some() || quantity.ordinal || quantity.age;
    let tiny = quantity.printed.first().is_some_and(|n| !n.is_integer());
    let span = grammar.span_of(mention);
    let own_number = grammar.word(head).span.end >= span.end || grammar.upos(head) == Upos::Num;
    (!measured && !tiny && own_number).then(|| (mention, quantity.clone()))
}

/// "both victims", "the couple", "both".
fn multiple(grammar: &Grammar<'_>, head: At) -> Option<Victim> {
    let determiner = grammar.kids(head).any(|kid| grammar.lemma(kid) == "both");
    let couple = grammar.lemma(head) == "couple" && grammar.upos(head) == Upos::Noun;
    let alone = grammar.lemma(head) == "both" && grammar.upos(head) != Upos::Cconj;
    let people = couple || alone || people(grammar.lemma(head)).is_some();
    if !(determiner || couple || alone) || !people {
        return None;
    }
    let span = grammar.phrase(head);
    let text = span.of(grammar.source.text).to_owned();
    let quantity = Quantity { text, ..Quantity::exact(2.into()) };
    let (who, part) = (Who::Count(quantity), is_part(grammar, head));
    Some(Victim { who, head, span, group: None, further: false, part })
}

fn one(grammar: &Grammar<'_>, head: At) -> Option<Victim> {
    if !is_one_person(grammar, head) {
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
    match grammar.upos(head) {
        Upos::Pron => {
            const SINGLE: &[&str] =
                &["he", "she", "him", "her", "his", "himself", "herself", "hers", "who", "whom"];
            SINGLE.contains(&&*grammar.form(head))
                || matches!(grammar.lemma(head), "someone" | "somebody" | "another")
        }
        Upos::Det => {
            let free = grammar.head(head).is_none_or(|noun| !grammar.is_nominal(noun));
            grammar.lemma(head) == "another" && (free || grammar.rel(head) != Rel::Det)
        }
        Upos::Propn => match named {
            Some(kind) => matches!(kind, NameKind::Person | NameKind::Unknown),
            None => grammar.place_on(head).is_none() && !grammar.is_plural(head),
        },
        Upos::Noun => {
            let single = !grammar.is_plural(head) && !is_mass(grammar, head);
            single && (is_for_a_person(grammar.lemma(head)) || is_age(grammar, head))
        }
        Upos::Num if grammar.lemma(head) == "one" => true,
        Upos::Adj | Upos::Num => is_age(grammar, head),
        _ => false,
    }
}

/// A noun for a person: of the table, or made with an ending of doers ("hunter", "violinist").
fn is_for_a_person(lemma: &str) -> bool {
    const THINGS: &[&str] = &[
        "number",
        "power",
        "water",
        "river",
        "tower",
        "computer",
        "paper",
        "summer",
        "winter",
        "order",
        "offer",
        "matter",
        "letter",
        "border",
        "helicopter",
        "tanker",
        "center",
        "theater",
        "shelter",
        "trailer",
        "engine",
        "motor",
        "tractor",
        "door",
        "floor",
        "error",
        "sector",
        "factor",
        "color",
        "monitor",
        "reactor",
        "corner",
        "chapter",
        "quarter",
        "weather",
        "fever",
        "cancer",
        "disaster",
        "anger",
        "murder",
        "danger",
        "laughter",
        "bunker",
        "freighter",
        "restaurant",
        "plant",
        "list",
        "gist",
        "coast",
        "forest",
        "server",
        "career",
    ];
    let made = ["er", "or", "ist", "eer", "ian"].iter().any(|ending| lemma.ends_with(ending));
    people(lemma).is_some() || (made && lemma.len() >= 5 && !THINGS.contains(&lemma))
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
    words.into_iter().map(|at| grammar.form(at)).collect()
}

/// The group that a counted noun names: `Some(None)` for people in general, none when it is no
/// word for people.
fn group(grammar: &Grammar<'_>, head: At) -> Option<Option<String>> {
    let lemma = grammar.lemma(head);
    let number = matches!(lemma, "dozen" | "score" | "hundred" | "thousand" | "million");
    if number || matches!(grammar.upos(head), Upos::Num | Upos::Pron | Upos::Adj | Upos::Det) {
        return Some(None);
    }
    let plain = match people(lemma) {
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

/// "four women": there may be men besides; "a man" is only anybody.
fn is_sex(grammar: &Grammar<'_>, head: At) -> bool {
    grammar.is_plural(head) && matches!(grammar.lemma(head), "boy" | "girl" | "man" | "woman")
}

/// Modifiers that narrow a group: "military", "Ukrainian"; not "young", "other", "innocent".
fn modifiers(grammar: &Grammar<'_>, head: At) -> Vec<String> {
    const BROAD: &[&str] = &[
        "other",
        "more",
        "additional",
        "further",
        "young",
        "old",
        "innocent",
        "unidentified",
        "many",
        "several",
        "few",
        "local",
        "elderly",
        "adult",
        "unarmed",
        "first",
        "last",
        "same",
        "next",
        "total",
        "new",
        "male",
        "female",
        "about",
        "confirmed",
        "dead",
        "injured",
        "wounded",
        "missing",
        "such",
        "own",
    ];
    let narrows = |kid: &At| {
        matches!(grammar.rel(*kid), Rel::Amod | Rel::Compound)
            && matches!(grammar.upos(*kid), Upos::Adj | Upos::Noun | Upos::Propn)
            && !BROAD.contains(&grammar.lemma(*kid))
            && grammar.quantity_on(*kid).is_none_or(|(_, q)| !q.age && !q.ordinal)
    };
    let kids = grammar.kids(head).filter(narrows);
    kids.map(|kid| grammar.lemma(kid).to_lowercase()).collect()
}

pub(super) fn is_further(grammar: &Grammar<'_>, head: At) -> bool {
    const FURTHER: &[&str] = &["more", "another", "other", "additional", "further"];
    let own = FURTHER.contains(&grammar.lemma(head));
    own || grammar.kids(head).any(|kid| FURTHER.contains(&grammar.lemma(kid)))
}

fn is_part(grammar: &Grammar<'_>, head: At) -> bool {
    let within =
        grammar.preposition(head).is_some_and(|p| matches!(p, "include" | "including" | "among"));
    within || grammar.rel(head) == Rel::Appos && of_them(grammar, head) || of_them(grammar, head)
}

/// "12 of them", "three of those killed".
fn of_them(grammar: &Grammar<'_>, head: At) -> bool {
    let whole = grammar.kids(head).find(|&kid| grammar.preposition(kid) == Some("of"));
    whole.is_some_and(|kid| {
        let those = matches!(grammar.lemma(kid), "they" | "those" | "dead" | "whom" | "which");
        let the = grammar.kids(kid).any(|det| matches!(grammar.lemma(det), "the" | "those"));
        let number = matches!(grammar.upos(head), Upos::Num | Upos::Pron);
        those || number && the && grammar.is_plural(kid)
    })
}

/// The group that the modifiers of a harm noun name: "military casualties".
pub(super) fn group_of_modifiers(grammar: &Grammar<'_>, at: At) -> Option<String> {
    const KINDS: &[&str] = &["civilian", "military", "combat", "soldier", "child", "troop"];
    let words = modifiers(grammar, at);
    let kept: Vec<String> = words.into_iter().filter(|w| KINDS.contains(&w.as_str())).collect();
    (!kept.is_empty()).then(|| kept.join(" "))
}
