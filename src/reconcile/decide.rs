//! From comparison to verdict: one table.

use super::compare::{Comparison, Facet, Order, VoiceFacet};
use super::{Confidence, FindingKind, Reason};
use crate::graph::Match;

/// What a comparison comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verdict {
    pub(super) kind: FindingKind,
    pub(super) reason: Reason,
    pub(super) confidence: Confidence,
}

/// The verdict on a comparison; none when there is nothing to say.
pub(super) fn decide(c: &Comparison) -> Option<Verdict> {
    use Facet::{Apart, Compatible, Refines, Same, Unlike, Unlikely};
    use FindingKind::{Addition, Agreement, Contradiction, Dispute, Update};
    let (kind, reason) = match (c.value, c.same_polarity, c.order, c.voice, c.many) {
        (Unlike, ..) => return None,
        (Same, true, ..) => (Agreement, Reason::Equivalent),
        (Refines, true, ..) => (Agreement, Reason::Refines),
        (Compatible, true, ..) => (Agreement, Reason::Compatible),
        (Same | Refines, false, _, VoiceFacet::Speakers, _) => (Dispute, Reason::Polarity),
        (Same | Refines, false, ..) => (Contradiction, Reason::Polarity),
        (_, false, ..) => return None,
        (Apart, true, Order::Corrects, ..) => (Update, Reason::Corrects),
        (Apart, true, Order::Realized, ..) => (Update, Reason::Realized),
        (Apart, true, Order::Supersedes, ..) => (Update, Reason::Supersedes),
        (Apart, true, Order::None, _, true) => (Addition, Reason::NewValue),
        (Apart, true, Order::None, VoiceFacet::Speakers, false) => (Dispute, c.reason),
        (Apart | Unlikely, true, ..) => (Contradiction, c.reason),
    };
    Some(Verdict { kind, reason, confidence: confidence(c) })
}

/// High only when event and scope match strongly and the claims are the documents' own.
fn confidence(c: &Comparison) -> Confidence {
    match (c.subject.min(c.scope), c.voice, c.value) {
        (_, _, Facet::Unlikely) => Confidence::Low,
        (Match::Strong, VoiceFacet::Same, _) => Confidence::High,
        (Match::Strong, ..) => Confidence::Medium,
        _ => Confidence::Low,
    }
}
