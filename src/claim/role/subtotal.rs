//! Parts of a count that are told behind it: "killed 15 people, including three children",
//! "wounded 31, seven of them children".

use super::figure::COUNTS;
use super::victim::{Victim, Who, victim};
use super::writer::{Writer, chain, facts};
use crate::claim::grammar::{At, Grammar};
use crate::claim::{Claim, Polarity, Scope};
use crate::lexicon::{Outcome, harm_state, people};
use crate::syntax::{Rel, Upos};
use crate::text::Span;
use crate::value::{Quantity, Value};

/// How many words may stand between a whole and the word that begins its parts.
const REACH: usize = 24;

/// How many words of a list of parts are looked at.
const LIST: usize = 12;

/// Writes the parts of the counts that are written already.
pub(super) fn write(writer: &mut Writer<'_, '_>) {
    let grammar = writer.grammar;
    let known = |writer: &Writer<'_, '_>, span: Span| {
        writer.claims().iter().any(|claim| claim.value_span == span)
    };
    for part in grammar.words().flat_map(|at| parts(grammar, at)).collect::<Vec<_>>() {
        if known(writer, part.span) {
            continue;
        }
        let claim = whole(grammar, writer.claims(), &part).map(|whole| of(grammar, whole, part));
        claim.into_iter().for_each(|claim| writer.push(claim));
    }
}

/// A counted group that is a part of another.
struct Part {
    /// The word that begins the phrase.
    from: At,
    span: Span,
    quantity: Quantity,
    group: Option<String>,
    /// What befell the whole, when the words of the part tell it.
    outcome: Option<Outcome>,
}

fn parts(grammar: &Grammar<'_>, at: At) -> Vec<Part> {
    let form = grammar.form(at);
    let after = |at: At| std::iter::successors(grammar.next(at), |&next| grammar.next(next));
    match &*form {
        "including" => listed(grammar, at, after(at).take(LIST)),
        "among" => match grammar.next(at).map(|next| (next, grammar.form(next).into_owned())) {
            Some((next, word)) if word == "them" => listed(grammar, at, after(next).take(LIST)),
            _ => Vec::new(),
        },
        "of" => of_them(grammar, at).or_else(|| out_of(grammar, at)).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The counted groups of a list, up to its first verb.
fn listed(grammar: &Grammar<'_>, from: At, words: impl Iterator<Item = At>) -> Vec<Part> {
    let verbal = |at: &At| matches!(grammar.upos(*at), Upos::Verb | Upos::Aux | Upos::Sconj);
    let mut found: Vec<Part> = Vec::new();
    for at in words.take_while(|at| !verbal(at) && grammar.form(*at) != ";") {
        let head = if grammar.quantity_on(at).is_some() { counted(grammar, at) } else { None };
        let Some(Victim { who: Who::Count(quantity), span, group, .. }) = head else { continue };
        if found.last().is_none_or(|last| last.span != span) {
            found.push(Part { from, span, quantity, group, outcome: None });
        }
    }
    found
}

/// The people that a number counts.
fn counted(grammar: &Grammar<'_>, at: At) -> Option<Victim> {
    let noun = grammar.head(at).filter(|_| grammar.rel(at) == Rel::Nummod).unwrap_or(at);
    people(grammar.lemma(noun))?;
    victim(grammar, noun)
}

/// "seven of them children"
fn of_them(grammar: &Grammar<'_>, of: At) -> Option<Part> {
    let them = grammar.next(of).filter(|&them| &*grammar.form(them) == "them")?;
    let noun = grammar.next(them).filter(|&noun| grammar.upos(noun) == Upos::Noun)?;
    let number = grammar.previous(of)?;
    let (mention, quantity) = grammar.quantity_on(number)?;
    let plain = people(grammar.lemma(noun))?;
    if quantity.ordinal || quantity.age || quantity.measure.is_some() {
        return None;
    }
    let group = (!plain).then(|| grammar.lemma(noun).to_lowercase());
    let span = grammar.span_of(mention);
    Some(Part { from: number, span, quantity: quantity.clone(), group, outcome: None })
}

/// "Eleven of the dead were civilians", "Of the 31 dead, 12 were women".
fn out_of(grammar: &Grammar<'_>, of: At) -> Option<Part> {
    let harmed = state(grammar, of)?;
    let number = match grammar.previous(of) {
        Some(number) => number,
        None => grammar
            .next(harmed)
            .filter(|&c| grammar.form(c) == ",")
            .and_then(|c| grammar.next(c))?,
    };
    let (mention, quantity) = grammar.quantity_on(number)?;
    let counts = quantity.measure.is_none() && !quantity.ordinal && !quantity.age;
    let subject = grammar.rel(number) == Rel::Nsubj;
    let kind = grammar.head(number).filter(|&kind| {
        subject && grammar.upos(kind) == Upos::Noun && grammar.kid(kind, &[Rel::Cop]).is_some()
    })?;
    let named = grammar.is_plural(kind) || people(grammar.lemma(kind)).is_some();
    let alike = grammar.source.factuality(kind.sentence, kind.word) == Default::default();
    let plain = people(grammar.lemma(kind)) == Some(true);
    let span = grammar.span_of(mention);
    let outcome = harm_state(&grammar.form(harmed)).map(|harm| harm.outcome);
    let quantity = Quantity { unit: None, ..quantity.clone() };
    (counts && named && alike).then(|| Part {
        from: number,
        span,
        quantity,
        group: (!plain).then(|| grammar.lemma(kind).to_lowercase()),
        outcome,
    })
}

/// The word that tells what befell those out of whom "of" counts: "of the 31 *dead*", "of those
/// *killed*".
fn state(grammar: &Grammar<'_>, of: At) -> Option<At> {
    let the = grammar.next(of).filter(|&the| matches!(&*grammar.form(the), "the" | "those"))?;
    let next = grammar.next(the)?;
    let counted = grammar.quantity_on(next).is_some();
    let word = if counted { grammar.next(next)? } else { next };
    let told = harm_state(&grammar.form(word)).is_some();
    // "of the dead passengers" counts passengers.
    let last = grammar.next(word).is_none_or(|next| !grammar.is_nominal(next) || counted);
    (told && last).then_some(word)
}

/// The count told last before a part, if it can hold it.
fn whole<'c>(grammar: &Grammar<'_>, claims: &'c [Claim], part: &Part) -> Option<&'c Claim> {
    let start = grammar.word(part.from).span.start;
    let far = At { word: part.from.word.saturating_sub(REACH), ..part.from };
    let first = grammar.word(far).span.start;
    let counts = |claim: &&Claim| {
        let name = claim.property.rsplit('.').next().unwrap_or_default();
        // What "the dead" are a part of may stand far before.
        let near = match part.outcome {
            Some(outcome) => {
                name == outcome.property() && !claim.scope.part && !claim.scope.cumulative
            }
            None => COUNTS.contains(&name) && first <= claim.value_span.end,
        };
        near && claim.value_span.end <= start
    };
    let last = claims.iter().filter(counts).max_by_key(|claim| claim.value_span)?;
    let Value::Quantity(all) = &last.value else { return None };
    let most = all.strict.high.is_none_or(|high| part.quantity.strict.low < Some(high));
    (most && last.polarity == Polarity::Affirmed).then_some(last)
}

fn of(grammar: &Grammar<'_>, whole: &Claim, part: Part) -> Claim {
    let Part { from, span, quantity, group, outcome } = part;
    let value = Value::Quantity(Quantity { unit: Some("person".to_owned()), ..quantity });
    let scope = Scope { group, part: true, change: None, ..whole.scope.clone() };
    let rule = "harm.subtotal";
    let clause = whole.evidence.first().copied().unwrap_or(span);
    if outcome.is_none() {
        let evidence = vec![clause, span];
        return Claim { value, scope, evidence, value_span: span, rule, ..whole.clone() };
    }
    // It stands in a sentence of its own.
    let (polarity, modality) = facts(grammar, from);
    Claim {
        value,
        scope: Scope { time: None, as_of: None, ..scope },
        polarity,
        modality,
        attribution: chain(grammar, from),
        evidence: vec![grammar.clause(from), span],
        value_span: span,
        rule,
        ..whole.clone()
    }
}
