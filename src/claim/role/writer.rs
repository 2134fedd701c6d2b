//! Puts claims together: scope, polarity, modality, attribution and evidence of a reading.

use crate::claim::event::Found;
use crate::claim::grammar::{At, Grammar};
use crate::claim::{Attribution, Claim, Event, Modality, Polarity, Scope, Subject, attribution};
use crate::syntax::{Morph, Rel};
use crate::text::Span;
use crate::value::Value;

/// The claims of a document while they are read.
#[derive(Debug)]
pub(super) struct Writer<'g, 'a> {
    pub(super) grammar: &'g Grammar<'a>,
    pub(super) found: Found,
    claims: Vec<Claim>,
}

/// What a rule has read.
#[derive(Debug)]
pub(super) struct Draft {
    /// Index of the event.
    pub(super) event: u32,
    /// The property's name, without the type.
    pub(super) name: String,
    pub(super) value: Value,
    pub(super) value_span: Span,
    /// The word whose clause asserts it.
    pub(super) at: At,
    pub(super) scope: Scope,
    pub(super) rule: &'static str,
}

impl<'g, 'a> Writer<'g, 'a> {
    pub(super) fn new(grammar: &'g Grammar<'a>, found: Found) -> Self {
        Self { grammar, found, claims: Vec::new() }
    }

    pub(super) fn finish(self) -> (Vec<Event>, Vec<Claim>) {
        (self.found.events, self.claims)
    }

    /// The claims that are written already.
    pub(super) fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// The same, to be filled up.
    pub(super) fn claims_mut(&mut self) -> &mut [Claim] {
        &mut self.claims
    }

    /// Drops the claims that do not hold.
    pub(super) fn retain(&mut self, holds: impl FnMut(&Claim) -> bool) {
        self.claims.retain(holds);
    }

    /// Adds a claim that was made from another.
    pub(super) fn push(&mut self, claim: Claim) {
        self.claims.push(claim);
    }

    /// Adds the claim of a draft, with the polarity, modality and speakers that its word has.
    pub(super) fn write(&mut self, draft: Draft) -> &mut Claim {
        let (polarity, modality) = facts(self.grammar, draft.at);
        let kind = &self.found.events[draft.event as usize].kind;
        let claim = Claim {
            subject: Subject::Event(draft.event),
            property: format!("{kind}.{}", draft.name),
            value: draft.value,
            scope: draft.scope,
            polarity,
            modality,
            attribution: chain(self.grammar, draft.at),
            evidence: vec![self.grammar.clause(draft.at), draft.value_span],
            value_span: draft.value_span,
            rule: draft.rule,
        };
        self.claims.push(claim);
        let last = self.claims.len() - 1;
        &mut self.claims[last]
    }
}

/// How surely the clause of a word holds: as its event mention says, otherwise by its own
/// auxiliaries and negation.
pub(super) fn facts(grammar: &Grammar<'_>, at: At) -> (Polarity, Modality) {
    match grammar.fact(at) {
        Some(fact) => (fact.polarity, fact.modality),
        None => plain_facts(grammar, predicate(grammar, at)),
    }
}

/// The verb or predicate whose auxiliaries tell how surely a word holds.
fn predicate(grammar: &Grammar<'_>, at: At) -> At {
    let carries =
        |at: &At| grammar.kid(*at, &[Rel::Aux, Rel::AuxPass, Rel::Cop, Rel::Mark]).is_some();
    std::iter::once(at).chain(grammar.above(at)).take(4).find(carries).unwrap_or(at)
}

fn plain_facts(grammar: &Grammar<'_>, at: At) -> (Polarity, Modality) {
    let kids: Vec<&str> = grammar.kids(at).map(|kid| grammar.lemma(kid)).collect();
    let has = |words: &[&str]| kids.iter().any(|kid| words.contains(kid));
    let polarity =
        if has(&["not", "never", "n't"]) { Polarity::Negated } else { Polarity::Affirmed };
    let modality = if has(&["if", "unless"]) {
        Modality::Conditional
    } else if has(&["may", "might", "could"]) {
        Modality::Possible
    } else if has(&["will", "would", "shall", "wo"]) && grammar.word(at).morph != Morph::Past {
        Modality::Planned
    } else {
        Modality::Actual
    };
    (polarity, modality)
}

/// Who is reported as saying what a word asserts, from the document's own voice inwards.
pub(in crate::claim) fn chain(grammar: &Grammar<'_>, at: At) -> Vec<Attribution> {
    let span = grammar.word(at).span;
    attribution::chain(grammar.attributions(at), span)
}
