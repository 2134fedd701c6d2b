//! Findings as a person is told them: pairs that say one thing are told once.
//!
//! A report compares claims two by two, because a fingerprint, a baseline and a waiver need a
//! finding that does not change when another article is added. Forty articles with three tolls
//! give hundreds of pairs and one piece of news: which sources give which toll.

use std::collections::{BTreeMap, BTreeSet};

use super::view::View;
use crate::report::sentence::{in_parts, is_agreed, narrower, sentence};
use crate::report::side::{By, Side, denotation, sides};
use crate::report::{ClaimEntry, FindingEntry};

/// A finding as it is told, and the findings of the report that it stands for.
pub(super) struct Told<'a> {
    /// The one that it stands for, or what several have in common.
    pub(super) finding: FindingEntry,
    /// At least one.
    pub(super) members: Vec<&'a FindingEntry>,
    /// The place of the first of them in the report.
    pub(super) rank: usize,
}

/// The findings of a report, those that say one thing together, in the order of their first.
pub(super) fn told<'a>(view: &View<'a>) -> Vec<Told<'a>> {
    let mut chains = Chains::new(view);
    let mut place: BTreeMap<(Vec<&str>, bool, String, usize), usize> = BTreeMap::new();
    let mut groups: Vec<Vec<&'a FindingEntry>> = Vec::new();
    let mut clauses: Vec<(&'a FindingEntry, Clauses<'a>)> = Vec::new();
    for finding in &view.report.findings {
        if is_equal(view, finding) {
            clauses.push((finding, Clauses::of(view, finding)));
            continue;
        }
        let key = key(view, finding).map(|(facts, low, value)| {
            let chain = chains.of(&finding.claims[0]);
            (facts, low, value, chain)
        });
        let new = groups.len();
        let at = key.map_or(new, |key| *place.entry(key).or_insert(new));
        match groups.get_mut(at) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups.extend(nested(clauses));
    let mut told: Vec<Told<'a>> = groups.into_iter().map(|members| join(view, members)).collect();
    told.sort_by_key(|told| told.rank);
    told
}

/// Whether a finding is an agreement outside the tables that is told in words of a clause.
fn is_equal(view: &View<'_>, finding: &FindingEntry) -> bool {
    finding.property.starts_with("open.")
        && finding.confidence != "low"
        && (finding.kind.as_str(), finding.reason.as_str()) == ("agreement", "equivalent")
        && finding.waived.is_none()
        && view.claims(finding).len() > 1
}

/// Agreements on a part of a clause ("in Oslo", "300 soldiers") put to the agreement on the whole
/// of it.
fn nested<'a>(all: Vec<(&'a FindingEntry, Clauses<'a>)>) -> Vec<Vec<&'a FindingEntry>> {
    let (mut wholes, parts): (Vec<_>, Vec<_>) =
        all.iter().enumerate().partition(|(at, (_, part))| {
            let others = all.iter().enumerate().filter(|(other, _)| other != at);
            !others.clone().any(|(other, (_, whole))| part.lies_in(whole, *at > other))
        });
    let mut groups: Vec<Vec<&FindingEntry>> = Vec::new();
    for (_, (finding, _)) in &wholes {
        groups.push(vec![*finding]);
    }
    let mut alike: BTreeMap<&BTreeMap<&str, (u32, u32)>, usize> = BTreeMap::new();
    for (at, (_, (finding, part))) in wholes.iter().enumerate().filter(|(_, (_, all))| !all.1.whole)
    {
        match alike.get(&part.at) {
            Some(first) => {
                groups[*first].push(*finding);
                groups[at].clear();
            }
            None => {
                alike.insert(&part.at, at);
            }
        }
    }
    for (_, (finding, part)) in parts {
        let at = wholes.iter_mut().position(|(_, (_, whole))| part.lies_in(whole, true));
        match at {
            Some(at) => groups[at].push(finding),
            None => groups.push(vec![*finding]),
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// The clauses that an agreement is on, by document.
struct Clauses<'a> {
    /// Whether it is on all of each.
    whole: bool,
    at: BTreeMap<&'a str, (u32, u32)>,
}

impl<'a> Clauses<'a> {
    fn of(view: &View<'a>, finding: &FindingEntry) -> Self {
        let claims = view.claims(finding);
        let place = |claim: &&'a ClaimEntry| {
            let clause = claim.evidence.first()?;
            Some((claim.document.as_str(), (clause.start, clause.end)))
        };
        Self { whole: is_agreed(finding, &claims), at: claims.iter().filter_map(place).collect() }
    }

    /// Whether it is on a part of what `whole` is on; `same` says whether all of it counts as one.
    fn lies_in(&self, whole: &Self, same: bool) -> bool {
        let within = |(document, (start, end)): (&&str, &(u32, u32))| {
            whole.at.get(*document).is_some_and(|(from, to)| from <= start && end <= to)
        };
        let smaller = !self.whole || self.at.iter().any(|(id, at)| whole.at.get(id) != Some(at));
        whole.whole && (smaller || same) && self.at.iter().all(within)
    }
}

/// What a finding must have in common with others to be told with them; none for one that is told
/// alone.
fn key<'a>(view: &View<'a>, finding: &'a FindingEntry) -> Option<(Vec<&'a str>, bool, String)> {
    let claims = view.claims(finding);
    let value = match (finding.kind.as_str(), finding.reason.as_str()) {
        ("contradiction", "arithmetic") => return None,
        ("contradiction" | "dispute" | "update", _) => String::new(),
        ("agreement", "refines") => wider(&claims)?,
        ("agreement", "compatible") => claims
            .iter()
            .map(|claim| denotation(claim))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect(),
        _ => return None,
    };
    let alone = finding.documents.len() < 2 || finding.matched.iter().any(|key| key == "sum");
    let part = |part: &'a Option<String>| part.as_deref().unwrap_or_default();
    let facts = vec![
        finding.kind.as_str(),
        finding.reason.as_str(),
        finding.property.as_str(),
        part(&finding.event),
        part(&finding.waived),
        part(&finding.baseline),
        part(&finding.level),
    ];
    (claims.len() > 1 && !alone).then(|| (facts, finding.confidence == "low", value))
}

/// The value that others are more exact than.
fn wider(claims: &[&ClaimEntry]) -> Option<String> {
    let [a, b] = claims else { return None };
    match narrower(&a.value, &b.value) {
        Some(true) => Some(denotation(b)),
        Some(false) => Some(denotation(a)),
        None => Some([denotation(a), denotation(b)].concat()),
    }
}

/// Several findings as one: all their claims, those first that show the sides.
fn join<'a>(view: &View<'a>, members: Vec<&'a FindingEntry>) -> Told<'a> {
    let (mut finding, rank) = (members[0].clone(), view.rank(members[0]));
    if finding.reason == "equivalent" && members.len() > 1 {
        let own = view.claims(&finding);
        if !is_agreed(&finding, &own) {
            let first = |member: &&FindingEntry| view.claims(member).into_iter().next();
            let parts: Vec<&ClaimEntry> = members.iter().filter_map(first).collect();
            finding.explanation = in_parts(&own, &parts, view.names());
        }
    }
    if members.len() == 1 || finding.reason == "equivalent" {
        return Told { finding, members, rank };
    }
    let ids: BTreeSet<&str> =
        members.iter().flat_map(|member| member.claims.iter().map(String::as_str)).collect();
    let claims: Vec<&ClaimEntry> =
        view.report.claims.iter().filter(|claim| ids.contains(claim.id.as_str())).collect();
    let best = ["high", "medium", "low"].into_iter();
    let best = best.filter(|level| members.iter().any(|m| m.confidence == *level)).take(1);
    finding.confidence = best.collect();
    finding.matched.retain(|key| members.iter().all(|member| member.matched.contains(key)));
    finding.independent_sources = view.origins(&claims);
    finding.documents = view
        .report
        .documents
        .iter()
        .filter(|document| claims.iter().any(|claim| claim.document == document.id))
        .map(|document| document.id.clone())
        .collect();
    finding.explanation = sentence(&finding, &claims, view.names());
    finding.claims = in_turn(view, &finding, &claims);
    Told { finding, members, rank }
}

/// With more sides than this, the last is shown before those between.
const ENDS: usize = 4;

/// The first claim of each side, the second of each, and so on; values that moved on by their days.
fn in_turn(view: &View<'_>, finding: &FindingEntry, claims: &[&ClaimEntry]) -> Vec<String> {
    let by = By::of(&finding.kind, &finding.reason);
    let mut sides: Vec<Side<'_>> = sides(claims, by, view.names());
    if finding.kind == "update" {
        sides.sort_by_key(|side| side.day(view.names()));
        if sides.len() > ENDS {
            let last = sides.pop();
            sides.splice(1..1, last);
        }
    }
    let longest = sides.iter().map(|side| side.claims.len()).max().unwrap_or(0);
    let each = |at: usize| sides.iter().filter_map(move |side| side.claims.get(at));
    (0..longest).flat_map(each).map(|claim| claim.id.clone()).collect()
}

/// Claims that are joined by findings.
struct Chains<'a> {
    index: BTreeMap<&'a str, usize>,
    root: Vec<usize>,
}

impl<'a> Chains<'a> {
    fn new(view: &View<'a>) -> Self {
        let claims = &view.report.claims;
        let index = claims.iter().enumerate().map(|(i, claim)| (claim.id.as_str(), i)).collect();
        let mut chains = Self { index, root: (0..claims.len()).collect() };
        for finding in &view.report.findings {
            let joins = finding.kind != "addition" && finding.confidence != "low";
            if joins || key(view, finding).is_some() {
                finding.claims.windows(2).for_each(|pair| chains.join(&pair[0], &pair[1]));
            }
        }
        chains
    }

    fn of(&mut self, claim: &str) -> usize {
        let mut at = self.index.get(claim).copied().unwrap_or(0);
        while let Some(&next) = self.root.get(at).filter(|next| **next != at) {
            let after = self.root[next];
            self.root[at] = after;
            at = next;
        }
        at
    }

    fn join(&mut self, a: &str, b: &str) {
        let (a, b) = (self.of(a), self.of(b));
        if let Some(root) = self.root.get_mut(a.max(b)) {
            *root = a.min(b);
        }
    }
}
