//! One sentence for a person, with the words of both sides.

use super::decide::Verdict;
use super::view::{Item, View};
use super::{FindingKind, Reason};
use crate::claim::Polarity;
use crate::graph::ClaimRef;

/// What is found between two claims.
pub(super) fn pair(view: &View<'_>, verdict: Verdict, a: &Item<'_>, b: &Item<'_>) -> String {
    let about = about(a, b);
    let (x, y) = (side(view, a.at), side(view, b.at));
    if a.at.document == b.at.document {
        let name = &view.graph.documents[a.at.document as usize].id;
        return format!("{name} itself gives both {} and {} for {about}", said(a), said(b));
    }
    match (verdict.kind, verdict.reason) {
        (FindingKind::Agreement, Reason::Refines) => {
            format!("{x} and {y} agree on {about}; one is more exact")
        }
        (FindingKind::Agreement, Reason::Compatible) => {
            format!("{x} and {y} are compatible for {about}")
        }
        (FindingKind::Agreement, _) => format!("{x} and {y} agree on {about}"),
        (FindingKind::Addition, _) => format!("{x} and {y} are both among the values of {about}"),
        (FindingKind::Update, Reason::Corrects) => format!("{x} and {y}: one corrects {about}"),
        (FindingKind::Update, _) => format!("{x} and {y}: {about} has moved on"),
        (FindingKind::Dispute, _) => {
            format!("{x} and {y} for {about}, in the words of different speakers")
        }
        (FindingKind::Contradiction, _) => {
            format!("{x}, {y}, for {about}; both cannot be true")
        }
    }
}

/// What a group of claims agrees on.
pub(super) fn group(view: &View<'_>, claims: &[ClaimRef]) -> String {
    format!("{} agree", listing(view, claims))
}

/// Who gives what.
pub(super) fn listing(view: &View<'_>, claims: &[ClaimRef]) -> String {
    let sides: Vec<String> = claims.iter().map(|at| side(view, *at)).collect();
    sides.join(", ")
}

/// A claim that only one side makes.
pub(super) fn new_claim(view: &View<'_>, at: ClaimRef, property: &str) -> String {
    format!("only {} for {}", side(view, at), words(property))
}

fn side(view: &View<'_>, at: ClaimRef) -> String {
    let claim = view.graph.claim(at);
    let not = if claim.polarity == Polarity::Negated { "not " } else { "" };
    let name = &view.graph.documents[at.document as usize].id;
    format!("{name} gives {not}“{}”", claim.value.text())
}

fn said(item: &Item<'_>) -> String {
    let not = if item.claim.polarity == Polarity::Negated { "not " } else { "" };
    format!("{not}“{}”", item.claim.value.text())
}

/// What the claims are about, in words made from the property.
fn about(a: &Item<'_>, b: &Item<'_>) -> String {
    let property = if a.is_open() && !b.is_open() { b } else { a };
    words(&property.claim.property)
}

/// A property in words: of open claims what is asked and, in brackets, of which predicate.
fn words(property: &str) -> String {
    let open = property.strip_prefix("open.").and_then(|rest| rest.rsplit_once('.'));
    let Some((predicate, what)) = open else {
        return property.trim_start_matches("open.").replace(['.', '-'], " ");
    };
    let asked = match what {
        "occurrence" => "what happens",
        "agent" => "who does it",
        "patient" => "whom it befalls",
        "recipient" => "who gets it",
        "place" => "where",
        "origin" => "where from",
        "destination" => "where to",
        "time" => "when",
        "duration" => "how long",
        other => &other.replace('-', " "),
    };
    format!("{asked} ({})", predicate.replace(['.', '-'], " "))
}
