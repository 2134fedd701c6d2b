//! Nouns that count or name those who came to harm: deaths, bodies, a deadly shooting.

use super::harm::Reading;
use super::home;
use super::list::victims;
use super::victim::{Victim, Who, group_of_modifiers, is_further};
use crate::claim::event::Found;
use crate::claim::grammar::{At, Grammar};
use crate::lexicon::{Harm, HarmThing, Outcome, Victims, harm_noun, harm_thing};
use crate::syntax::{Rel, Upos};
use crate::value::{Bound, Decimal, Interval, Quantity};

/// "12 deaths", "the deaths of 12 miners", "his death", "a triple murder", "no casualties".
pub(super) fn noun(grammar: &Grammar<'_>, at: At, harm: Harm) -> Option<Reading> {
    if is_unreal(grammar, at) || is_handed(grammar, at) || grammar.rel(at) == Rel::Compound {
        return None;
    }
    if is_murder_suicide(grammar, at) {
        let victims = vec![at_least(grammar, at, Decimal::TWO)];
        return Some(Reading::soft(Outcome::Killed, victims, "harm.murder-suicide"));
    }
    let fatal = harm.outcome == Outcome::Hit && is_deadly(grammar, at);
    let outcome = if fatal { Outcome::Killed } else { harm.outcome };
    let done = |victims| Some(Reading::firm(outcome, victims, "harm.noun"));
    if let Some(zero) = none(grammar, at) {
        return if is_described(grammar, at) { None } else { done(zero) };
    }
    if let Some(count) = counted(grammar, at).filter(|_| harm.outcome != Outcome::Hit) {
        let zero = count.number() == Some(Decimal::ZERO);
        return if zero && is_described(grammar, at) { None } else { done(vec![count]) };
    }
    if harm.victims == Victims::Counts {
        return None;
    }
    let of = grammar.phrases(at).find(|(preposition, _)| *preposition == "of").map(|(_, kid)| kid);
    let owner = grammar.kid(at, &[Rel::NmodPoss]).filter(|&kid| {
        grammar.upos(kid) != Upos::Pron || !matches!(grammar.lemma(at), "body" | "corpse")
    });
    let named = |kid: &At| grammar.rel(*kid) == Rel::Compound && grammar.actor_on(*kid).is_some();
    let whose = of.or(owner).or_else(|| committer(grammar, at));
    let whose = whose.or_else(|| grammar.kids(at).find(named))?;
    let mut victims = victims(grammar, whose, at);
    let some = is_of_some(grammar, at);
    victims.iter_mut().for_each(|victim| victim.part |= some);
    done(victims)
}

/// "The bodies of 16 victims had been identified": of others they may not have been.
fn is_of_some(grammar: &Grammar<'_>, at: At) -> bool {
    let done = |verb: At| {
        grammar.is_verb(verb) && harm_thing(grammar.lemma(verb)) == Some(HarmThing::Afterwards)
    };
    matches!(grammar.rel(at), Rel::NsubjPass | Rel::Obj | Rel::Nsubj)
        && grammar.head(at).is_some_and(done)
}

/// "returned the bodies of 90 soldiers", "sent back 90 dead", "the return of 90 bodies": they fell in many
/// places.
pub(super) fn is_handed(grammar: &Grammar<'_>, at: At) -> bool {
    // As a verb a limb is no limb: "handed over the bodies".
    let handed = |verb: At| {
        let thing = harm_thing(grammar.lemma(verb));
        let back = grammar.next(verb).is_some_and(|next| grammar.lemma(next) == "back");
        grammar.is_verb(verb)
            && (back || matches!(thing, Some(HarmThing::Handed | HarmThing::Limb)))
    };
    let head = grammar.head(at);
    let over = grammar.rel(at) == Rel::Obl && grammar.preposition(at) == Some("over");
    let noun = |head: At| {
        let of = grammar.rel(at) == Rel::Nmod && grammar.preposition(at) == Some("of");
        of && grammar.is_nominal(head) && harm_thing(grammar.lemma(head)) == Some(HarmThing::Handed)
    };
    if head.is_some_and(|head| over && handed(head) || noun(head)) {
        return true;
    }
    let of = |noun: At| grammar.preposition(noun) == Some("of");
    let lead = match grammar.head(at) {
        Some(head) if grammar.rel(at) == Rel::Nmod && of(at) => head,
        _ => at,
    };
    matches!(grammar.rel(lead), Rel::NsubjPass | Rel::Obj) && grammar.head(lead).is_some_and(handed)
        || grammar.head(lead).is_some_and(|head| handed(head) && grammar.rel(head) == Rel::Xcomp)
}

/// "attempted murder".
pub(super) fn is_unreal(grammar: &Grammar<'_>, at: At) -> bool {
    let unreal = |kid: At| {
        let thing = harm_thing(grammar.lemma(kid)).or_else(|| harm_thing(&grammar.form(kid)));
        thing == Some(HarmThing::Unreal)
    };
    grammar.kids(at).any(unreal)
}

/// "The clerk committed suicide", where the tree takes the verb for a modifier.
fn committer(grammar: &Grammar<'_>, at: At) -> Option<At> {
    let verb = grammar.previous(at).filter(|&verb| grammar.form(verb) == "committed")?;
    grammar.previous(verb).filter(|&noun| grammar.is_nominal(noun))
}

/// The noun counts by its own number ("12 civilian deaths") or by a word for one ("double murder").
fn counted(grammar: &Grammar<'_>, at: At) -> Option<Victim> {
    let span;
    let quantity = match grammar.quantity(at) {
        Some((mention, quantity)) => {
            if quantity.ordinal || quantity.age || quantity.measure.is_some() {
                return None;
            }
            span = grammar.span_of(mention);
            quantity.clone()
        }
        None => {
            let (kid, number) = grammar.kids(at).find_map(|kid| {
                let number = match grammar.lemma(kid) {
                    "double" => 2,
                    "triple" => 3,
                    "quadruple" => 4,
                    _ => return None,
                };
                Some((kid, number))
            })?;
            span = grammar.word(kid).span;
            let text = span.of(grammar.source.text).to_owned();
            Quantity { text, ..Quantity::exact(number.into()) }
        }
    };
    let group = group_of_modifiers(grammar, at);
    let further = is_further(grammar, at);
    let part = further || is_of_those(grammar, at);
    Some(Victim { who: Who::Count(quantity), head: at, span, group, further, part })
}

/// "29 of the bodies": a part of those told of before.
fn is_of_those(grammar: &Grammar<'_>, at: At) -> bool {
    let known = |kid: At| {
        matches!(grammar.lemma(kid), "the" | "those" | "these") || grammar.rel(kid) == Rel::NmodPoss
    };
    let number = grammar.head(at).is_some_and(|head| grammar.upos(head) == Upos::Num);
    number && grammar.preposition(at) == Some("of") && grammar.kids(at).any(known)
}

/// "None of the injuries is grave", "no injuries were serious": there are some.
fn is_described(grammar: &Grammar<'_>, at: At) -> bool {
    let none = |at: At| grammar.form(at) == "none";
    let told = grammar.head(at).is_some_and(|head| {
        let adjective = grammar.upos(head) == Upos::Adj && grammar.kid(head, &[Rel::Cop]).is_some();
        adjective || grammar.kid(head, &[Rel::Xcomp]).is_some() || none(head)
    });
    grammar.kids(at).any(none) || told && grammar.rel(at) != Rel::Obj
}

/// "no one was hurt", "no casualties": a count of none.
pub(super) fn none(grammar: &Grammar<'_>, at: At) -> Option<Vec<Victim>> {
    let own = matches!(grammar.lemma(at), "nobody" | "none" | "no-one" | "noone");
    let no = grammar.kids(at).find(|&kid| grammar.lemma(kid) == "no");
    if !own && no.is_none() {
        return None;
    }
    let span = grammar.phrase(at);
    let text = span.of(grammar.source.text).to_owned();
    let who = Who::Count(Quantity { text, ..Quantity::exact(0.into()) });
    let group = group_of_modifiers(grammar, at);
    let part = grammar.lemma(at) == "member" && is_member_of(grammar, at);
    Some(vec![Victim { who, head: at, span, group, further: false, part }])
}

/// "no member *of the public* was hurt", though others may have been.
fn is_member_of(grammar: &Grammar<'_>, at: At) -> bool {
    grammar.phrases(at).any(|(preposition, _)| preposition == "of")
}

/// "a murder-suicide": the tokens of the word are read one by one.
pub(super) fn is_murder_suicide(grammar: &Grammar<'_>, at: At) -> bool {
    let dash = grammar.previous(at).filter(|&dash| {
        grammar.lemma(at) == "suicide" && matches!(&*grammar.form(dash), "-" | "/" | "–")
    });
    let first = dash.and_then(|dash| grammar.previous(dash));
    first.is_some_and(|first| matches!(grammar.lemma(first), "murder" | "homicide" | "killing"))
}

/// "a deadly shooting", "the fatal crash", "a shooting death": at least one is dead.
pub(super) fn deadly(grammar: &Grammar<'_>, found: &Found, at: At) -> Option<Reading> {
    let noun = grammar.upos(at) == Upos::Noun && !grammar.is_plural(at);
    if !noun || grammar.rel(at) == Rel::Compound {
        return None;
    }
    let told = is_deadly(grammar, at)
        && found.event_on(at).is_some_and(|event| home::holds_harm(grammar, found, event));
    let victims = || vec![at_least(grammar, at, Decimal::ONE)];
    (told || is_violent_death(grammar, at))
        .then(|| Reading::soft(Outcome::Killed, victims(), "harm.deadly"))
}

/// "a shooting death".
fn is_violent_death(grammar: &Grammar<'_>, at: At) -> bool {
    let violent = |kid: At| {
        grammar.rel(kid) == Rel::Compound
            && harm_noun(grammar.lemma(kid)).is_some_and(|harm| harm.outcome == Outcome::Hit)
    };
    grammar.lemma(at) == "death" && grammar.kids(at).any(violent)
}

fn is_deadly(grammar: &Grammar<'_>, at: At) -> bool {
    let said = |kid: At| {
        grammar.rel(kid) == Rel::Amod
            && harm_thing(grammar.lemma(kid)) == Some(HarmThing::Deadly)
            && grammar.kid(kid, &[Rel::Advmod]).is_none()
    };
    grammar.kids(at).any(said)
}

/// A count that a word itself gives.
fn at_least(grammar: &Grammar<'_>, at: At, number: Decimal) -> Victim {
    let span = grammar.word(at).span;
    let open = Interval { high: None, ..Interval::point(number) };
    let who = Who::Count(Quantity {
        text: span.of(grammar.source.text).to_owned(),
        bound: Bound::AtLeast,
        strict: open,
        plausible: open,
        ..Quantity::exact(number)
    });
    Victim { who, head: at, span, group: None, further: false, part: false }
}
