//! "The government puts the number at 1,900": a figure that stands for the count of people told of
//! before it.

use super::writer::{Writer, chain, facts};
use crate::claim::grammar::{At, Grammar};
use crate::claim::{Attribution, Claim, Form, Scope};
use crate::lexicon::is_figure;
use crate::lexicon::reporting::Stance;
use crate::syntax::Rel;
use crate::value::{Quantity, Value};

/// What befell people, by the last part of the property.
pub(super) const COUNTS: [&str; 7] =
    ["casualties", "displaced", "injured", "killed", "missing", "rescued", "trapped"];

/// How many sentences lie at most between a count and the figure that stands for it.
const NEAR: usize = 2;

/// Writes the claims of all such figures.
pub(super) fn write(writer: &mut Writer<'_, '_>) {
    let grammar = writer.grammar;
    for at in grammar.words().filter(|&at| is_figure(grammar.lemma(at))) {
        let Some((verb, value)) = put(grammar, at) else { continue };
        let Some((mention, quantity)) = grammar.quantity(value).filter(|(_, q)| is_count(q)) else {
            continue;
        };
        let span = grammar.span_of(mention);
        let known = writer.claims().iter().any(|claim| claim.value_span == span);
        let Some(told) = told(grammar, writer.claims(), at).filter(|_| !known) else { continue };
        let (polarity, modality) = facts(grammar, verb);
        let mut attribution = chain(grammar, verb);
        attribution.extend(speaker(grammar, verb));
        let value = Quantity { unit: Some("person".to_owned()), ..quantity.clone() };
        let scope = Scope { time: None, as_of: None, change: None, ..told.scope.clone() };
        let evidence = vec![grammar.clause(verb), span];
        writer.push(Claim {
            value: Value::Quantity(value),
            scope,
            polarity,
            modality,
            attribution,
            evidence,
            value_span: span,
            rule: "harm.figure",
            ..told
        });
    }
}

/// The verb that gives a figure, and the value: "put the number at 1,900", "revised the figure to
/// 60". Figures of something ("the number of boats") are not meant.
fn put(grammar: &Grammar<'_>, at: At) -> Option<(At, At)> {
    let the = grammar.kids(at).any(|kid| grammar.lemma(kid) == "the");
    let bare = grammar.kids(at).all(|kid| matches!(grammar.rel(kid), Rel::Det | Rel::Punct));
    let verb = grammar.head(at).filter(|&verb| {
        let argument = matches!(grammar.rel(at), Rel::Obj | Rel::Nsubj | Rel::NsubjPass);
        the && bare && argument && grammar.is_verb(verb)
    })?;
    let mut values = grammar.phrases(verb).filter(|(p, _)| matches!(*p, "at" | "to"));
    values.find(|&(_, kid)| grammar.quantity(kid).is_some()).map(|(_, kid)| (verb, kid))
}

fn is_count(quantity: &Quantity) -> bool {
    quantity.unit.is_none() && quantity.measure.is_none() && !quantity.ordinal && !quantity.age
}

/// The last count of people before a figure.
fn told(grammar: &Grammar<'_>, claims: &[Claim], at: At) -> Option<Claim> {
    let first = grammar.source.trees[at.sentence.saturating_sub(NEAR)].span.start;
    let start = grammar.word(at).span.start;
    let counts = |claim: &&Claim| {
        let name = claim.property.rsplit('.').next().unwrap_or_default();
        let near = first <= claim.value_span.start && claim.value_span.end <= start;
        COUNTS.contains(&name) && near && !claim.scope.part
    };
    claims.iter().filter(counts).max_by_key(|claim| claim.value_span).cloned()
}

/// Whoever puts a number at something says that it is so much.
pub(super) fn speaker(grammar: &Grammar<'_>, verb: At) -> Option<Attribution> {
    let subject = grammar.subject(verb).filter(|_| grammar.lemma(verb) == "put")?;
    Some(Attribution {
        actor: Some(grammar.party_on(subject)?),
        speaker: Some(grammar.phrase(subject)),
        cue: grammar.word(verb).span,
        content: vec![grammar.clause(verb)],
        verb: grammar.lemma(verb).to_owned(),
        stance: Stance::Asserts,
        form: Form::Clause,
    })
}
