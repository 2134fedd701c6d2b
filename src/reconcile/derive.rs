//! Arithmetic between claims: 250 from each of two sides are 500 in all, three women and two men
//! are five people, and parts that are more than the whole contradict it.

use rust_decimal::Decimal;

use super::emit::{documents, independent};
use super::view::{Item, View, Voice};
use super::{Confidence, Finding, FindingKind, Reason};
use crate::claim::{Modality, Polarity};
use crate::graph::Match;
use crate::lexicon::Evolves;
use crate::lexicon::sense::opposed;
use crate::value::{Bound, Quantity, Value};

/// The most claims of one event that are tried against each other.
const FEW: usize = 40;

/// An event, and the exact count that a claim about it gives.
type Count<'v, 'g> = (u32, &'v Item<'g>, &'g Quantity);

/// Values per side of an event in one document that make its total in another, and parts that
/// add up to the whole, or cannot.
pub(super) fn find(view: &View<'_>) -> Vec<Finding> {
    let mut counts: Vec<Count<'_, '_>> =
        view.items.iter().filter_map(|item| Some((item.event?, item, exact(item)?))).collect();
    counts.sort_by_key(|(event, item, _)| (*event, item.at));
    let mut findings = Vec::new();
    for event in counts.chunk_by(|a, b| a.0 == b.0).filter(|event| event.len() <= FEW) {
        let sides = event.iter().filter(|(.., value)| value.per.as_deref() == Some("side"));
        for (_, side, value) in sides {
            let total = event.iter().find(|(_, other, all)| {
                other.at.document != side.at.document && doubles(side, value, other, all)
            });
            findings.extend(total.map(|(_, total, _)| finding(view, side, total)));
        }
        for parts in listed(event) {
            findings.extend(whole(view, &parts, event));
        }
    }
    findings
}

/// Counts of groups that exclude each other, named together in one sentence: "three women and two
/// men".
fn listed<'v, 'g>(event: &[Count<'v, 'g>]) -> Vec<Vec<Count<'v, 'g>>> {
    let place = |item: &Item<'_>| {
        let sentence = item.frame.map(|frame| frame.sentence);
        sentence.map(|sentence| (item.at.document, item.aspect().to_owned(), sentence))
    };
    let mut lists: Vec<Vec<Count<'v, 'g>>> = Vec::new();
    for count in event.iter().filter(|(_, item, _)| item.claim.scope.group.is_some()) {
        let fits = |list: &&mut Vec<Count<'v, 'g>>| {
            let same = place(list[0].1).is_some() && place(list[0].1) == place(count.1);
            same && list.iter().all(|other| apart(other.1, count.1))
        };
        match lists.iter_mut().find(fits) {
            Some(list) => list.push(*count),
            None => lists.push(vec![*count]),
        }
    }
    lists.retain(|list| list.len() >= 2);
    lists
}

/// Whether two claims count groups that share nobody.
fn apart(a: &Item<'_>, b: &Item<'_>) -> bool {
    let head = |item: &Item<'_>| {
        let group = item.claim.scope.group.as_deref().unwrap_or_default();
        group.rsplit(' ').next().unwrap_or_default().to_owned()
    };
    opposed(&head(a), &head(b))
}

/// What the parts are to each whole that is given for them.
fn whole(view: &View<'_>, parts: &[Count<'_, '_>], event: &[Count<'_, '_>]) -> Vec<Finding> {
    let sum =
        parts.iter().try_fold(Decimal::ZERO, |sum, (.., value)| sum.checked_add(value.printed[0]));
    let Some(sum) = sum else { return Vec::new() };
    let part = parts[0].1;
    let wholes = event.iter().filter(|(_, item, value)| {
        item.claim.scope.group.is_none()
            && !item.claim.scope.part
            && value.per.is_none()
            && item.aspect() == part.aspect()
            && one_scope(part, item)
    });
    wholes.filter_map(|(_, item, value)| told(view, parts, item, sum, value.printed[0])).collect()
}

/// Whether place, time, period and speaker of two claims do not part them.
fn one_scope(a: &Item<'_>, b: &Item<'_>) -> bool {
    let (x, y) = (&a.claim.scope, &b.claim.scope);
    let speakers = match (a.voice, b.voice) {
        (Voice::Entity(a), Voice::Entity(b)) => a == b,
        (Voice::Named(a), Voice::Named(b)) => a == b,
        _ => true,
    };
    x.place.as_ref().map(|p| &p.name) == y.place.as_ref().map(|p| &p.name)
        && x.period == y.period
        && x.cumulative == y.cumulative
        && speakers
}

/// The parts agree with the whole of another document when they make it, and contradict it when
/// they are more. Fewer are not all that there were; a count that grows may have been less before.
fn told(
    view: &View<'_>,
    parts: &[Count<'_, '_>],
    whole: &Item<'_>,
    sum: Decimal,
    all: Decimal,
) -> Option<Finding> {
    let (event, part, _) = parts[0];
    let same_document = whole.at.document == part.at.document;
    let day = |item: &Item<'_>| view.graph.documents[item.at.document as usize].published;
    let earlier = whole.evolves() != Evolves::No && day(whole) < day(part);
    let kind = match sum.cmp(&all) {
        std::cmp::Ordering::Equal if !same_document => FindingKind::Agreement,
        std::cmp::Ordering::Greater if !earlier => FindingKind::Contradiction,
        _ => return None,
    };
    let strong = view.graph.events[event as usize].strength == Match::Strong;
    let mut claims: Vec<_> = parts.iter().map(|(_, item, _)| item.at).chain([whole.at]).collect();
    claims.sort_unstable();
    let contradicts = kind == FindingKind::Contradiction;
    let what = match contradicts {
        true => format!("the parts make {}, more than the whole", sum.normalize()),
        false => format!("the parts make the whole, {}", sum.normalize()),
    };
    let mut matched = vec!["event", "property", "sum"];
    matched.extend(same_document.then_some("document"));
    Some(Finding {
        kind,
        reason: if contradicts { Reason::Arithmetic } else { Reason::Compatible },
        confidence: if strong { Confidence::Medium } else { Confidence::Low },
        property: whole.claim.property.clone(),
        event: Some(event),
        documents: documents(&claims),
        independent_sources: independent(view.graph, &claims),
        matched,
        sum: Some(what),
        claims,
    })
}

/// The exact count that a claim of a type puts forward as done.
fn exact<'g>(item: &Item<'g>) -> Option<&'g Quantity> {
    match &item.claim.value {
        Value::Quantity(value)
            if value.bound == Bound::Exact
                && value.printed.len() == 1
                && item.claim.modality == Modality::Actual
                && item.claim.polarity == Polarity::Affirmed
                && item.stance().is_none()
                && !item.is_open() =>
        {
            Some(value)
        }
        _ => None,
    }
}

fn doubles(side: &Item<'_>, value: &Quantity, other: &Item<'_>, all: &Quantity) -> bool {
    all.per.is_none()
        && side.aspect() == other.aspect()
        && side.claim.scope.part == other.claim.scope.part
        && value.printed[0].checked_mul(Decimal::TWO) == Some(all.printed[0])
}

fn finding(view: &View<'_>, side: &Item<'_>, total: &Item<'_>) -> Finding {
    let mut claims = vec![side.at, total.at];
    claims.sort_unstable();
    Finding {
        kind: FindingKind::Agreement,
        reason: Reason::Compatible,
        confidence: Confidence::Medium,
        property: side.claim.property.clone(),
        event: side.event,
        documents: documents(&claims),
        independent_sources: independent(view.graph, &claims),
        matched: vec!["event", "property", "sum"],
        sum: Some("two sides make the total".to_owned()),
        claims,
    }
}
