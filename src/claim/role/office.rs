//! Who holds which office, and what an organization is, as verbs and copulas say it.

use super::writer::chain;
use crate::claim::grammar::{At, Grammar};
use crate::claim::open::{role, turn};
use crate::claim::{Change, Claim, Form, Polarity, Scope, Subject};
use crate::lexicon::{gives_office, heads_body, is_body, names_person, takes_office};
use crate::syntax::{Morph, Rel, Upos};
use crate::text::Span;
use crate::value::{NameKind, Value};

/// The claims of all verbs and copulas that say it.
pub(super) fn read(grammar: &Grammar<'_>) -> Vec<Claim> {
    grammar.words().filter_map(|at| office(grammar, at)).collect()
}

fn office(grammar: &Grammar<'_>, at: At) -> Option<Claim> {
    let lemma = grammar.lemma(at);
    if gives_office(lemma) && grammar.is_verb(at) {
        return given(grammar, at);
    }
    if takes_office(lemma) && grammar.is_verb(at) {
        let noun = after_as(grammar, at).filter(|&noun| is_office(grammar, noun))?;
        let goes_over = grammar.kid(at, &[Rel::CompoundPrt]).is_some();
        return (lemma != "take" || goes_over)
            .then(|| claim(grammar, at, grammar.subject(at)?, noun, None, "role.taken"))?;
    }
    if let Some(head) = heads_body(lemma).filter(|_| grammar.is_verb(at)) {
        // "headed *the hosts* in front", "headed the ball *into* the net"
        let named = |body: At| {
            grammar.name_on(body).is_some()
                || grammar.kid(body, &[Rel::Det, Rel::NmodPoss]).is_some()
        };
        // "headed *home*"
        let one = |&body: &At| grammar.is_nominal(body) && !grammar.is_plural(body) && named(body);
        let goes = grammar.phrases(at).any(|(p, _)| matches!(p, "into" | "over" | "past" | "wide"));
        let body = grammar.object(at).filter(one).filter(|_| !goes)?;
        return claim(grammar, at, grammar.subject(at)?, body, Some(head), "role.taken");
    }
    if lemma == "become" && grammar.is_verb(at) {
        let noun = grammar.kid(at, &[Rel::Xcomp, Rel::Obj])?;
        return claim(grammar, at, grammar.subject(at)?, noun, None, "role.taken");
    }
    let copular = grammar.kid(at, &[Rel::Cop]).is_some() && grammar.preposition(at).is_none();
    let subject = grammar.kid(at, &[Rel::Nsubj]).filter(|_| copular)?;
    // "The mayor of Lowden is Ada Holm."
    if grammar.name_on(at).is_some() && is_office(grammar, subject) {
        return claim(grammar, at, at, subject, None, "role.copula");
    }
    claim(grammar, at, grammar.antecedent(subject, at), at, None, "role.copula")
}

/// "named Maria Lopez chief executive", "was elected president", "appointed her as minister".
fn given(grammar: &Grammar<'_>, verb: At) -> Option<Claim> {
    let complement = || {
        let mut kids = grammar.kids(verb).filter(|&kid| kid > verb);
        kids.find(|&kid| {
            matches!(grammar.rel(kid), Rel::Xcomp | Rel::Obj) && is_office(grammar, kid)
        })
    };
    let noun = after_as(grammar, verb).or_else(complement).filter(|&n| is_office(grammar, n))?;
    let person = if grammar.is_passive(verb) {
        grammar.subject(verb)
    } else {
        let mut kids = grammar.kids(verb).filter(|&kid| verb < kid && kid < noun);
        kids.find(|&kid| matches!(grammar.rel(kid), Rel::Obj | Rel::Xcomp | Rel::Iobj))
            .or_else(|| grammar.kid(noun, &[Rel::Nsubj, Rel::Compound]))
    };
    claim(grammar, verb, person?, noun, None, "role.given")
}

fn after_as(grammar: &Grammar<'_>, verb: At) -> Option<At> {
    let phrase = grammar.phrases(verb).find(|(preposition, _)| *preposition == "as");
    phrase.map(|(_, noun)| noun)
}

fn is_office(grammar: &Grammar<'_>, at: At) -> bool {
    let noun = matches!(grammar.upos(at), Upos::Noun | Upos::Propn | Upos::Adj);
    let lemma = grammar.lemma(at).to_lowercase();
    let names = role::is_office(&lemma) || names_person(&lemma) && !is_body(&lemma);
    // "the careful *one*" is somebody, but no office.
    noun && names && lemma != "one" && !grammar.is_plural(at)
}

/// The claim that an actor with a name holds the office that `noun` names, or is the `head` of the
/// body that it names.
fn claim(
    grammar: &Grammar<'_>,
    at: At,
    who: At,
    noun: At,
    head: Option<&str>,
    rule: &'static str,
) -> Option<Claim> {
    let actor = grammar.actor_on(who).filter(|&actor| !is_quoted_by(grammar, who, actor))?;
    let known = &grammar.source.actors[actor as usize].name;
    let own = grammar.name_on(noun).is_some_and(|(_, name)| name.named);
    let fits = match known.kind {
        _ if !known.named || own && head.is_none() => false,
        NameKind::Person => head.is_some() || is_office(grammar, noun),
        NameKind::Organization => head.is_none() && is_body(grammar.lemma(noun)),
        NameKind::Unknown => {
            head.is_some() || is_office(grammar, noun) || is_body(grammar.lemma(noun))
        }
        _ => false,
    };
    let mut span = role::phrase(grammar.tree(noun), noun.word);
    let name = grammar.name_on(who).map_or(grammar.word(who).span, |(at, _)| grammar.span_of(at));
    if span.start < name.end && name.end < grammar.word(noun).span.start {
        span.start = name.end + 1;
    }
    let apart = fits && !span.overlaps(name);
    apart.then(|| write(grammar, at, Subject::Actor(actor), span, head, rule))
}

/// "*He* was a fine man," Holm said: whom a speaker calls "he" is not himself.
fn is_quoted_by(grammar: &Grammar<'_>, who: At, actor: u32) -> bool {
    let (word, lemma) = (grammar.word(who).span, grammar.lemma(who));
    let other = grammar.upos(who) == Upos::Pron && !matches!(lemma, "I" | "we" | "i");
    other
        && grammar.attributions(who).any(|link| {
            let holds = link.content.iter().any(|content| content.contains(word));
            link.form == Form::Quote && link.actor == Some(actor) && holds
        })
}

fn write(
    grammar: &Grammar<'_>,
    at: At,
    subject: Subject,
    span: Span,
    head: Option<&str>,
    rule: &'static str,
) -> Claim {
    let words = role::text(span.of(grammar.source.text));
    let (polarity, modality) = grammar.source.factuality(at.sentence, at.word);
    Claim {
        subject,
        property: "open.role".to_owned(),
        value: Value::Text(head.map_or_else(|| words.clone(), |head| format!("{head} of {words}"))),
        scope: Scope { change: changed(grammar, at, polarity), ..Scope::default() },
        polarity,
        modality,
        attribution: chain(grammar, at),
        evidence: vec![grammar.clause(at), span],
        value_span: span,
        rule,
    }
}

/// "is no longer the mayor", "was the mayor": that it was so before.
fn changed(grammar: &Grammar<'_>, at: At, polarity: Polarity) -> Option<Change> {
    let was =
        grammar.kid(at, &[Rel::Cop]).is_some_and(|cop| grammar.word(cop).morph == Morph::Past);
    // Who "*was* elected mayor" is it since.
    let elected = |kid: At| gives_office(grammar.lemma(kid));
    let was = was && !elected(at) && !grammar.kids(at).any(elected);
    let turn = turn(grammar.source.text, grammar.tree(at), at.word);
    turn.filter(|_| polarity == Polarity::Negated).or_else(|| was.then_some(Change::Before))
}
