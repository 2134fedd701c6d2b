//! Whether two claims are told of one time, place, group and holder.

use super::RefusalCode;
use super::view::{Item, View};
use crate::claim::{Change, Scope};
use crate::graph::Match;
use crate::lexicon::sense::{canonical, generic, opposed};
use crate::value::{Place, SetRelation, Time, Value};

/// Whether group, place, time, period, holder and the words that restrict the value fit.
pub(super) fn scope(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> Result<Match, RefusalCode> {
    circumstances(view, a, b)?;
    let (x, y) = (&a.claim.scope, &b.claim.scope);
    let group = groups(x, y)?;
    let words = if a.is_open() || b.is_open() { qualifiers(x, y)? } else { Match::Strong };
    Ok(group.min(words))
}

/// Whether place, time, period and holder fit, and both count the whole or a part.
pub(super) fn circumstances(
    view: &View<'_>,
    a: &Item<'_>,
    b: &Item<'_>,
) -> Result<(), RefusalCode> {
    around(view, a, b, &a.claim.scope, &b.claim.scope)
}

/// Whether both count one group, and the one that is told as a part is all of it: "five children were among
/// the dead", "31 people died, five of them children".
fn all_of_group(a: &Item<'_>, b: &Item<'_>) -> bool {
    let group =
        |item: &Item<'_>| item.claim.scope.group.as_deref().map(|g| canonical(g).to_owned());
    let whole = |item: &Item<'_>| !item.claim.scope.part || item.claim.rule == "harm.subtotal";
    group(a).is_some() && group(a) == group(b) && whole(a) && whole(b)
}

/// The same for scopes that stand in for those of the two claims.
pub(super) fn around(
    view: &View<'_>,
    a: &Item<'_>,
    b: &Item<'_>,
    x: &Scope,
    y: &Scope,
) -> Result<(), RefusalCode> {
    if x.part != y.part && !all_of_group(a, b) {
        return Err(RefusalCode::PartOfWhole);
    }
    if x.cumulative != y.cumulative
        || (x.change == Some(Change::Before)) != (y.change == Some(Change::Before))
    {
        return Err(RefusalCode::DifferentPeriod);
    }
    times_apart(x, y)?;
    let place = |place: &Option<Place>| place.clone().filter(|p| p.named && p.others.is_empty());
    if let (Some(p), Some(q)) = (place(&x.place), place(&y.place))
        && p.compare(&q) == SetRelation::Disjoint
    {
        return Err(RefusalCode::DifferentScope);
    }
    holders(view, a, b)
}

fn times_apart(x: &Scope, y: &Scope) -> Result<(), RefusalCode> {
    let apart = |a: &Option<Time>, b: &Option<Time>| match (a, b) {
        (Some(a), Some(b)) => a.compare(b) == SetRelation::Disjoint,
        _ => false,
    };
    // What a quarter brought is no part of the year's total that could contradict it.
    let within = |a: &Option<Time>, b: &Option<Time>| match (a, b) {
        (Some(a), Some(b)) => {
            let relation = a.compare(b);
            a.grain != b.grain && matches!(relation, SetRelation::Within | SetRelation::Contains)
        }
        _ => false,
    };
    // A fiscal year may begin in any month of the calendar year.
    let accounts = |a: &Option<Time>, b: &Option<Time>| match (a, b) {
        (Some(a), Some(b)) => a.fields.fiscal != b.fields.fiscal,
        _ => false,
    };
    let periods = apart(&x.period, &y.period) || within(&x.period, &y.period);
    let fiscal = accounts(&x.period, &y.period) || accounts(&x.time, &y.time);
    if apart(&x.time, &y.time) || periods || fiscal {
        return Err(RefusalCode::DifferentPeriod);
    }
    Ok(())
}

fn holders(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> Result<(), RefusalCode> {
    let named = |entity: &u32| view.graph.entities[*entity as usize].name.named;
    let holder = |item: &Item<'_>| {
        let holder = item.claim.scope.holder?;
        view.entity(item.at.document, holder).filter(named)
    };
    // What one party accepts or rejects is no state of the matter as a whole.
    let party = matches!(a.claim.value, Value::Status(_)) || a.is_position();
    match (holder(a), holder(b)) {
        (Some(x), Some(y)) if x != y => Err(RefusalCode::DifferentScope),
        (Some(_), None) | (None, Some(_)) if party => Err(RefusalCode::DifferentScope),
        _ => Ok(()),
    }
}

/// Whether both sentences name something, and neither text knows what the other's names.
pub(super) fn strangers(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let (x, y) = (a.names(|_| true), b.names(|_| true));
    let known = |names: &[&str], other: &Item<'_>| {
        names.iter().any(|name| view.speaks[other.at.document as usize].has_name(name))
    };
    !x.is_empty() && !y.is_empty() && !known(&x, b) && !known(&y, a)
}

/// The groups counted: one-sided is a weaker match, two different ones are another scope.
pub(super) fn groups(x: &Scope, y: &Scope) -> Result<Match, RefusalCode> {
    match (&x.group, &y.group) {
        (Some(a), Some(b)) if canonical(a) == canonical(b) => Ok(Match::Strong),
        (Some(_), Some(_)) => Err(RefusalCode::DifferentScope),
        (None, None) => Ok(Match::Strong),
        _ => Ok(Match::Weak),
    }
}

/// How many telling words restrict both values.
pub(super) fn shared_words(x: &Scope, y: &Scope) -> usize {
    let group = x.group.is_some() && x.group == y.group;
    let words = x.qualifiers.iter().filter(|word| !generic(word) && y.qualifiers.contains(word));
    words.count() + usize::from(group)
}

/// The words that restrict the values: those of one must be among those of the other; when each
/// has words of its own, most must be shared.
fn qualifiers(x: &Scope, y: &Scope) -> Result<Match, RefusalCode> {
    let telling = |scope: &Scope| -> Vec<String> {
        scope.qualifiers.iter().filter(|word| !generic(word)).cloned().collect()
    };
    let (a, b) = (&telling(x), &telling(y));
    let shared = a.iter().filter(|word| b.contains(word)).count();
    let least = a.len().min(b.len());
    let opposes = |w: &String| b.iter().any(|v| opposed(w, v));
    if a.iter().any(opposes) {
        return Err(RefusalCode::DifferentScope);
    }
    match () {
        () if shared == a.len().max(b.len()) => Ok(Match::Strong),
        () if shared == least && shared > 0 => Ok(Match::Strong),
        () if shared * 2 >= least && shared > 0 => Ok(Match::Weak),
        () if least == 0 => Ok(Match::Weak),
        () => Err(RefusalCode::DifferentScope),
    }
}

/// Whether the clauses of two values give times, and none in common.
pub(super) fn told_times_apart(
    view: &View<'_>,
    a: &Item<'_>,
    b: &Item<'_>,
) -> Result<(), RefusalCode> {
    let (x, y) = (view.times(a), view.times(b));
    let two = |p: &Time, q: &Time| {
        p.compare(q) == SetRelation::Disjoint || p.is_bygone_beside(q) || q.is_bygone_beside(p)
    };
    let apart = |p: &&Time| y.iter().all(|q| two(p, q));
    if !x.is_empty() && !y.is_empty() && x.iter().all(apart) {
        return Err(RefusalCode::DifferentPeriod);
    }
    Ok(())
}

/// Whether one clause gives a month or year gone by, and the other a day of the week of writing.
pub(super) fn told_of_past(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> Result<(), RefusalCode> {
    let (x, y) = (view.times(a), view.times(b));
    let two = |p: &Time, q: &Time| p.is_bygone_beside(q) || q.is_bygone_beside(p);
    let past = x.iter().any(|p| y.iter().any(|q| two(p, q)));
    if past { Err(RefusalCode::DifferentPeriod) } else { Ok(()) }
}

/// Whether of two opposites one is so until some time, and the other comes at a time: "is open until 9 p.m.", "closed
/// at 9 p.m.".
pub(super) fn turn_then(a: &Item<'_>, b: &Item<'_>) -> bool {
    let time =
        |item: &Item<'_>| item.claim.scope.time.as_ref().map(|time| time.text.to_lowercase());
    let until = |text: &String| text.starts_with("until ") || text.starts_with("till ");
    time(a).zip(time(b)).is_some_and(|(x, y)| until(&x) || until(&y))
}
