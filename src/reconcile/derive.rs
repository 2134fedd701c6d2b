//! Agreement by arithmetic: 250 from each of two sides are 500 in all.

use rust_decimal::Decimal;

use super::emit::{documents, independent};
use super::explain;
use super::view::{Item, View};
use super::{Confidence, Finding, FindingKind, Reason};
use crate::claim::Modality;
use crate::value::{Bound, Quantity, Value};

/// The most claims of one event that are tried against each other.
const FEW: usize = 40;

/// Values per side of an event in one document that make its total in another.
pub(super) fn find(view: &View<'_>) -> Vec<Finding> {
    let mut counts: Vec<(u32, &Item<'_>, &Quantity)> =
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
    }
    findings
}

/// The exact count that a claim of a type puts forward as done.
fn exact<'g>(item: &Item<'g>) -> Option<&'g Quantity> {
    match &item.claim.value {
        Value::Quantity(value)
            if value.bound == Bound::Exact
                && value.printed.len() == 1
                && item.claim.modality == Modality::Actual
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
        explanation: format!("{}: two sides make the total", explain::group(view, &claims)),
        claims,
    }
}
