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
        (Same | Refines, false, Order::Realized, ..) => (Update, Reason::Realized),
        (Same | Refines, false, Order::Supersedes, ..) => (Update, Reason::Supersedes),
        (Same | Refines, false, _, VoiceFacet::Speakers, _) => (Dispute, Reason::Polarity),
        (Same | Refines, false, ..) => (Contradiction, Reason::Polarity),
        (_, false, ..) => return None,
        (Apart | Unlikely, true, Order::Corrects, ..) => (Update, Reason::Corrects),
        (Apart | Unlikely, true, Order::Realized, ..) => (Update, Reason::Realized),
        (Apart | Unlikely, true, Order::Supersedes, ..) => (Update, Reason::Supersedes),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn comparison(value: Facet) -> Comparison {
        Comparison {
            subject: Match::Strong,
            scope: Match::Strong,
            value,
            same_polarity: true,
            voice: VoiceFacet::Same,
            order: Order::None,
            many: false,
            reason: Reason::Numeric,
        }
    }

    #[track_caller]
    fn check(c: &Comparison, kind: FindingKind, reason: Reason, confidence: Confidence) {
        assert_eq!(decide(c), Some(Verdict { kind, reason, confidence }));
    }

    #[test]
    fn values_that_fit_agree() {
        use FindingKind::Agreement;
        check(&comparison(Facet::Same), Agreement, Reason::Equivalent, Confidence::High);
        check(&comparison(Facet::Refines), Agreement, Reason::Refines, Confidence::High);
        check(&comparison(Facet::Compatible), Agreement, Reason::Compatible, Confidence::High);
        assert_eq!(decide(&comparison(Facet::Unlike)), None);
    }

    #[test]
    fn values_apart_contradict_unless_something_explains_them() {
        use FindingKind::{Addition, Contradiction, Dispute, Update};
        let apart = comparison(Facet::Apart);
        let with = |change: fn(&mut Comparison)| {
            let mut c = apart.clone();
            change(&mut c);
            c
        };
        check(&apart, Contradiction, Reason::Numeric, Confidence::High);
        check(&with(|c| c.many = true), Addition, Reason::NewValue, Confidence::High);
        let speakers = with(|c| c.voice = VoiceFacet::Speakers);
        check(&speakers, Dispute, Reason::Numeric, Confidence::Medium);
        let supersedes = with(|c| c.order = Order::Supersedes);
        check(&supersedes, Update, Reason::Supersedes, Confidence::High);
        let corrects = with(|c| c.order = Order::Corrects);
        check(&corrects, Update, Reason::Corrects, Confidence::High);
        let realized = with(|c| c.order = Order::Realized);
        check(&realized, Update, Reason::Realized, Confidence::High);
        check(
            &with(|c| c.voice = VoiceFacet::Mixed),
            Contradiction,
            Reason::Numeric,
            Confidence::Medium,
        );
        check(&with(|c| c.subject = Match::Weak), Contradiction, Reason::Numeric, Confidence::Low);
        check(&with(|c| c.scope = Match::Weak), Contradiction, Reason::Numeric, Confidence::Low);
        assert_eq!(decide(&with(|c| c.same_polarity = false)), None);
    }

    #[test]
    fn one_affirms_what_the_other_denies() {
        let mut c = comparison(Facet::Same);
        c.same_polarity = false;
        check(&c, FindingKind::Contradiction, Reason::Polarity, Confidence::High);
        c.voice = VoiceFacet::Speakers;
        check(&c, FindingKind::Dispute, Reason::Polarity, Confidence::Medium);
        c.order = Order::Realized;
        check(&c, FindingKind::Update, Reason::Realized, Confidence::Medium);
        c.order = Order::Supersedes;
        check(&c, FindingKind::Update, Reason::Supersedes, Confidence::Medium);
    }

    #[test]
    fn plausible_readings_alone_never_fail_a_build() {
        let unlikely = comparison(Facet::Unlikely);
        check(&unlikely, FindingKind::Contradiction, Reason::Numeric, Confidence::Low);
        let later = Comparison { order: Order::Supersedes, ..unlikely };
        check(&later, FindingKind::Update, Reason::Supersedes, Confidence::Low);
    }
}
