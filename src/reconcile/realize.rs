//! What was planned by one document and took place by another.

use std::collections::{BTreeMap, BTreeSet};

use super::course::{self, Became};
use super::emit::{documents, independent};
use super::view::{Item, View};
use super::{Confidence, Finding, FindingKind, Reason};
use crate::claim::Polarity;
use crate::graph::Match;
use crate::lexicon::Vocabulary;
use crate::value::{Status, Value};

/// The most claims on the state of one event that are tried against each other.
const FEW: usize = 40;

/// Events that one document plans and a later one, or one without a date, tells as held or failed.
///
/// Of a series of talks nothing is said: the next round may be planned while the last is told.
pub(super) fn find(view: &View<'_>, vocabulary: &Vocabulary) -> Vec<Finding> {
    let mut states: BTreeMap<u32, Vec<(&Item<'_>, Status)>> = BTreeMap::new();
    for item in &view.items {
        if let (Some(event), Some(status)) = (item.event, state(item)) {
            states.entry(event).or_default().push((item, status));
        }
    }
    let process = |event: u32| {
        let kind = &view.graph.events[event as usize].kind;
        vocabulary.event_type(kind).is_some_and(|row| row.process)
    };
    let one = |(event, items): &(u32, Vec<_>)| items.len() <= FEW && !process(*event);
    let events = states.into_iter().filter(one);
    events.flat_map(|(event, items)| realized(view, event, &items)).collect()
}

/// What became of matters from one telling of a story to a later one, where nothing is said yet of the two clauses.
pub(super) fn became(view: &View<'_>, tellings: &[(u32, u32)], known: &[Finding]) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let new = |became: &Became| {
        let claims = [became.pair.0, became.pair.1].map(|at| view.items[at].at);
        let told = |finding: &Finding| {
            finding.kind == FindingKind::Update
                && claims.iter().all(|at| finding.claims.contains(at))
        };
        !known.iter().any(told) && seen.insert(claims)
    };
    let finding = |became: Became| {
        let mut claims = [became.pair.0, became.pair.1].map(|at| view.items[at].at).to_vec();
        claims.sort_unstable();
        Finding {
            kind: FindingKind::Update,
            reason: if became.realized { Reason::Realized } else { Reason::Supersedes },
            confidence: if became.sure { Confidence::Medium } else { Confidence::Low },
            property: format!("open.{}.status", became.noun),
            event: None,
            documents: documents(&claims),
            independent_sources: independent(view.graph, &claims),
            matched: vec!["story", "course"],
            sum: None,
            claims,
        }
    };
    course::find(view, tellings).into_iter().filter(new).map(finding).collect()
}

/// Whether a finding says of two clauses that they agree or differ of which the one came after the other.
pub(super) fn is_overtaken(finding: &Finding, became: &[Finding]) -> bool {
    let one = |other: &Finding| {
        let claims = &finding.claims;
        claims.len() == other.claims.len() && claims.iter().all(|at| other.claims.contains(at))
    };
    let kind = !matches!(finding.kind, FindingKind::Addition | FindingKind::Update);
    kind && became.iter().any(one)
}

/// The state that a claim puts forward for an event as a whole.
fn state(item: &Item<'_>) -> Option<Status> {
    match item.claim.value {
        Value::Status(status)
            if item.claim.polarity == Polarity::Affirmed
                && item.claim.scope.holder.is_none()
                && item.stance().is_none()
                && !item.is_open() =>
        {
            Some(status)
        }
        _ => None,
    }
}

/// One finding for each two documents of which only the later knows that it took place.
fn realized(view: &View<'_>, event: u32, items: &[(&Item<'_>, Status)]) -> Vec<Finding> {
    let done = |status: Status| matches!(status, Status::Held | Status::UnderWay | Status::Failed);
    let knows = |document: u32| {
        items.iter().any(|(item, status)| item.at.document == document && done(*status))
    };
    let mut found: BTreeMap<[u32; 2], Finding> = BTreeMap::new();
    for (plan, _) in items.iter().filter(|(_, status)| *status == Status::Planned) {
        for (deed, _) in items.iter().filter(|(_, status)| done(*status)) {
            let pair = [plan.at.document, deed.at.document];
            if !knows(pair[0]) && later(view, pair) {
                found.entry(pair).or_insert_with(|| finding(view, event, plan, deed));
            }
        }
    }
    found.into_values().collect()
}

/// Whether the second document is not known to be the earlier one.
fn later(view: &View<'_>, [plan, deed]: [u32; 2]) -> bool {
    let day = |document: u32| view.graph.documents[document as usize].published;
    match (day(plan), day(deed)) {
        (Some(plan), Some(deed)) => plan <= deed,
        _ => true,
    }
}

fn finding(view: &View<'_>, event: u32, plan: &Item<'_>, deed: &Item<'_>) -> Finding {
    let mut claims = vec![plan.at, deed.at];
    claims.sort_unstable();
    let strong = view.graph.events[event as usize].strength == Match::Strong;
    Finding {
        kind: FindingKind::Update,
        reason: Reason::Realized,
        confidence: if strong { Confidence::Medium } else { Confidence::Low },
        property: deed.claim.property.clone(),
        event: Some(event),
        documents: documents(&claims),
        independent_sources: independent(view.graph, &claims),
        matched: vec!["event", "property"],
        sum: None,
        claims,
    }
}
