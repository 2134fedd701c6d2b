//! Compares the candidate pairs and keeps the verdicts that stand.
//!
//! A contradiction stands only when it is between the two claims that fit each other best, and
//! when no claim of the other document agrees: *support beats conflict*.

use rustc_hash::{FxHashMap, FxHashSet};

use super::act;
use super::align::{Alignment, align};
use super::block;
use super::compare::{
    Comparison, Facet, Order, VoiceFacet, came_otherwise, compare, days_apart, fell, news_apart,
    outgrown, states_apart, value,
};
use super::counted::{counts_by_naming, names_both, of_another};
use super::counterpart::{self, Nearness};
use super::course;
use super::decide::{Verdict, decide};
use super::denied;
use super::differ;
use super::digest;
use super::gate::{Keys, foretold, gate, names_met, settled};
use super::grown;
use super::motion;
use super::parallel::{self, Parallel};
use super::post;
use super::relation::{self, Sides};
use super::rename;
use super::replaced;
use super::statement;
use super::stories::Stories;
use super::story;
use super::view::{Item, View, dimension};
use super::worded;
use super::{Confidence, FindingKind, Reason, Refusal, RefusalCode};
use crate::claim::{Modality, Polarity, Slot};
use crate::graph::Match;
use crate::graph::kin::Kin;
use crate::lexicon::sense::canonical;
use crate::lexicon::{is_arms, settles};
use crate::value::{Status, Value};

/// A compared pair.
#[derive(Debug, Clone)]
pub(super) struct Judged {
    /// Indices into [`View::items`].
    pub(super) pair: (usize, usize),
    pub(super) keys: Keys,
    pub(super) value: Facet,
    pub(super) verdict: Option<Verdict>,
}

/// What comes of comparing the pairs.
pub(super) struct Judgement {
    /// Those with a verdict that stands.
    pub(super) judged: Vec<Judged>,
    /// Those that were refused, when asked for.
    pub(super) refusals: Vec<Refusal>,
    /// How many there were between two documents.
    pub(super) compared: u64,
    /// The pairs of documents that tell one story.
    pub(super) tellings: Vec<(u32, u32)>,
}

/// Compares the pairs that are worth it.
pub(super) fn judge(view: &View<'_>, explain: bool) -> Judgement {
    let mut judged = Vec::new();
    let mut refusals = Vec::new();
    let parallels = parallel::find(view);
    let counterparts = counterpart::find(view);
    let candidates = candidates(view, &parallels, &counterparts);
    let document = |index: usize| view.items[index].at.document;
    let across = candidates.iter().filter(|pair| document(pair.0) != document(pair.1));
    let compared = across.count() as u64;
    for pair in candidates {
        let (a, b) = (&view.items[pair.0], &view.items[pair.1]);
        let (parallel, near) = (parallels.get(&pair), counterparts.get(&pair));
        match held(view, pair, parallel.copied(), near.copied()) {
            Ok((held, comparison)) => {
                refuse_unsure(&comparison, a, b, explain, &mut refusals);
                judged.push(held);
            }
            Err(code) if explain && (code != RefusalCode::NotComparable || told_together(a, b)) => {
                refusals.push(Refusal { claims: [a.at, b.at], code });
            }
            Err(_) => {}
        }
    }
    let best = Best::of(view, &judged);
    let story = Stories::of(view, &judged);
    judged.retain_mut(|j| {
        let keep = stands(view, &best, &story, j);
        if keep {
            weigh(view, &story, j);
        }
        keep
    });
    unsupported(view, &mut judged);
    let pairs = story::tellings(view);
    let answered = differ::find(view);
    let again = story::find(view, &pairs).into_iter().map(|again| (again, vec!["story", "value"]));
    let answers = answered.again.iter().map(|again| (*again, vec!["story", "answer"]));
    told_again(view, again.chain(answers), &mut judged);
    worded_alike(view, &mut judged);
    let stories = pairs.iter().filter(|pair| pair.whole).map(|pair| (pair.left, pair.right));
    let tellings: Vec<(u32, u32)> = stories.collect();
    done_again(view, &tellings, &mut judged);
    grown_since(view, &tellings, &mut judged);
    restated_since(view, &tellings, &mut judged);
    replaced_since(view, &tellings, &mut judged);
    told_differently(view, answered.differ, &mut judged);
    denied_elsewhere(view, &tellings, &mut judged);
    let story = Stories::of(view, &judged);
    judged.retain(|j| {
        let keep = remains(view, &story, j);
        if !keep && explain && story.of_two_things(view, j) {
            let claims = [view.items[j.pair.0].at, view.items[j.pair.1].at];
            refusals.push(Refusal { claims, code: RefusalCode::DifferentEvent });
        }
        keep
    });
    Judgement { judged, refusals, compared, tellings }
}

/// Two claims held against each other, or why they are not.
fn held(
    view: &View<'_>,
    pair: (usize, usize),
    parallel: Option<Parallel>,
    near: Option<Nearness>,
) -> Result<(Judged, Comparison), RefusalCode> {
    let (a, b) = (&view.items[pair.0], &view.items[pair.1]);
    let keys = gate(view, a, b, parallel, near)?;
    let comparison = compare(view, a, b, &keys);
    let mut verdict = decide(&comparison);
    let kind = verdict.map(|verdict| verdict.kind);
    let came = kind == Some(FindingKind::Update) && came_otherwise(view, a, b);
    if let Some(verdict) = verdict.as_mut().filter(|_| came) {
        verdict.confidence = Confidence::Low;
    }
    let of_one_deal = near.is_some_and(|near| near.sure() && settled(a, b));
    if foretold(a, b) && kind != Some(FindingKind::Agreement) && !came && !of_one_deal {
        return Err(RefusalCode::NotAsserted);
    }
    Ok((Judged { pair, keys, value: comparison.value, verdict }, comparison))
}

/// Whether what was found, by whatever means, is of one thing and told in one way.
fn remains(view: &View<'_>, story: &Stories, judged: &Judged) -> bool {
    let (a, b) = (&view.items[judged.pair.0], &view.items[judged.pair.1]);
    let Some(verdict) = judged.verdict else { return true };
    let across = a.at.document != b.at.document;
    match verdict.kind {
        _ if across && story.apart(view, judged) => {
            verdict.kind == FindingKind::Agreement && names_met(a, b)
        }
        FindingKind::Contradiction if story.of_two_things(view, judged) => false,
        FindingKind::Contradiction if across && differ::repeats(view, a, b) => false,
        FindingKind::Contradiction if counts_by_naming(a, b) || counts_by_naming(b, a) => false,
        FindingKind::Contradiction if across && names_both(a, b) && names_both(b, a) => false,
        FindingKind::Contradiction if across && of_another(a, b) => false,
        FindingKind::Agreement => {
            !motion::is_turned(a, b, &judged.keys.alignment) && !statement::turned(view, a, b)
        }
        FindingKind::Contradiction if across && verdict.confidence == Confidence::Low => {
            !statement::parted(view, a, b)
        }
        _ => true,
    }
}

/// Adds the values of digests that stand nowhere in their texts, where nothing else contradicts them
/// as surely.
fn unsupported(view: &View<'_>, judged: &mut Vec<Judged>) {
    let digest::Digests { found, made } = digest::find(view);
    let against = |j: &Judged, confidence: Confidence| {
        let verdict = j.verdict.filter(|verdict| verdict.kind == FindingKind::Contradiction);
        verdict.is_some_and(|verdict| verdict.confidence >= confidence)
    };
    // What the numbers of a text make is another count than those that it is made of.
    judged.retain(|j| {
        let made = made.contains(&j.pair.0) || made.contains(&j.pair.1);
        !made || !against(j, Confidence::Low) || against(j, Confidence::Medium)
    });
    for digest::Found { pair, facet, sure } in found {
        let (a, b) = (&view.items[pair.0], &view.items[pair.1]);
        let keys = of_digest(a, b, sure);
        let mut comparison = Comparison { value: facet, ..compare(view, a, b, &keys) };
        // Whoever is cited, nobody whom the text cites gave the digest's value.
        if comparison.voice == VoiceFacet::Speakers {
            comparison.voice = VoiceFacet::Mixed;
        }
        let Some(verdict) = decide(&comparison) else { continue };
        let most = if sure { Confidence::Medium } else { Confidence::Low };
        let verdict = Verdict { confidence: lower(verdict.confidence, most), ..verdict };
        // The same two values may be told by other claims of the two documents.
        let text = |at: usize| view.items[at].claim.value.text().to_lowercase();
        let document = |at: usize| view.items[at].at.document;
        let same = |x: usize, y: usize| document(x) == document(y) && text(x) == text(y);
        let told = |j: &Judged| same(j.pair.0, pair.0) && same(j.pair.1, pair.1);
        if verdict.kind != FindingKind::Contradiction
            || judged.iter().any(|j| told(j) && against(j, verdict.confidence))
        {
            continue;
        }
        judged.retain(|j| !told(j));
        judged.push(Judged { pair, keys, value: comparison.value, verdict: Some(verdict) });
    }
}

/// Adds the values that two documents both have, by what ties them, where nothing else says so.
fn told_again(
    view: &View<'_>,
    again: impl Iterator<Item = (story::Again, Vec<&'static str>)>,
    judged: &mut Vec<Judged>,
) {
    let agrees = |j: &&Judged| j.verdict.is_some_and(|v| v.kind == FindingKind::Agreement);
    let known: FxHashSet<_> = judged.iter().filter(agrees).map(|j| j.pair).collect();
    let mut found = FxHashMap::default();
    for (story::Again { pair, sure }, matched) in again {
        let (a, b) = (&view.items[pair.0], &view.items[pair.1]);
        let most =
            if sure || matched.contains(&"value") { Confidence::Medium } else { Confidence::Low };
        let keys = Keys { matched, ..of_digest(a, b, sure) };
        let mut comparison = compare(view, a, b, &keys);
        // One number of what has two names.
        if comparison.value == Facet::Unlike {
            comparison.value = Facet::Compatible;
        }
        let Some(verdict) = decide(&comparison) else { continue };
        let verdict = Verdict { confidence: lower(verdict.confidence, most), ..verdict };
        if verdict.kind == FindingKind::Agreement && !known.contains(&pair) {
            let value = comparison.value;
            let judged = Judged { pair, keys, value, verdict: Some(verdict) };
            found.entry(pair).or_insert(judged);
        }
    }
    judged.retain(|j| !found.contains_key(&j.pair));
    judged.extend(found.into_values());
    judged.sort_by_key(|j| j.pair);
}

/// Adds the values that two sentences tell in much the same words, of which nothing is told yet: what agrees already
/// would only be made doubtful by it.
fn worded_alike(view: &View<'_>, judged: &mut Vec<Judged>) {
    let doubtful =
        |v: Verdict| v.kind == FindingKind::Contradiction && v.confidence == Confidence::Low;
    let sure = judged.iter().filter(|j| j.verdict.is_some_and(|verdict| !doubtful(verdict)));
    let found = worded::find(view, sure.map(|j| j.pair));
    told_again(view, found.into_iter().map(|again| (again, vec!["words"])), judged);
}

/// Adds the acts that two documents of one story both tell, where nothing else says so.
fn done_again(view: &View<'_>, tellings: &[(u32, u32)], judged: &mut Vec<Judged>) {
    let mut known: FxHashSet<_> = judged.iter().map(|j| j.pair).collect();
    let acts = act::find(view, tellings).into_iter().chain(course::again(view, tellings));
    for act::Act { pair, sure } in acts {
        if !known.insert(pair) {
            continue;
        }
        let (a, b) = (&view.items[pair.0], &view.items[pair.1]);
        let keys = Keys { matched: vec!["story", "act"], ..of_digest(a, b, sure) };
        let comparison = Comparison { value: Facet::Same, ..compare(view, a, b, &keys) };
        let Some(verdict) = decide(&comparison) else { continue };
        if verdict.kind != FindingKind::Agreement {
            continue;
        }
        let confidence = lower(verdict.confidence, Confidence::Medium);
        let verdict = Some(Verdict { confidence, ..verdict });
        judged.push(Judged { pair, keys, value: comparison.value, verdict });
    }
    judged.sort_by_key(|j| j.pair);
}

/// Adds the counts that grew from one telling of a story to a later one, where nothing else is said of the two.
fn grown_since(view: &View<'_>, tellings: &[(u32, u32)], judged: &mut Vec<Judged>) {
    for grown::Grown { pair, sure } in grown::find(view, tellings) {
        if judged.iter().any(|j| j.pair == pair && j.verdict.is_some()) {
            continue;
        }
        judged.retain(|j| j.pair != pair);
        let (a, b) = (&view.items[pair.0], &view.items[pair.1]);
        let keys = Keys { matched: vec!["story", "property"], ..of_digest(a, b, sure) };
        let comparison = Comparison {
            value: Facet::Apart,
            order: Order::Supersedes,
            ..compare(view, a, b, &keys)
        };
        let Some(verdict) = decide(&comparison) else { continue };
        let most = if sure { Confidence::Medium } else { Confidence::Low };
        let verdict = Some(Verdict { confidence: lower(verdict.confidence, most), ..verdict });
        judged.push(Judged { pair, keys, value: comparison.value, verdict });
    }
    judged.sort_by_key(|j| j.pair);
}

/// Adds the values that a later telling of a story gives in the place of others, where nothing as sure is said
/// of either.
fn restated_since(view: &View<'_>, tellings: &[(u32, u32)], judged: &mut Vec<Judged>) {
    for differ::Differ { pair, .. } in differ::restated(view, tellings) {
        let (a, b) = (&view.items[pair.0], &view.items[pair.1]);
        let own = |j: &Judged| j.pair == pair && j.verdict.is_some();
        let weak = |j: &Judged| {
            j.verdict.is_some_and(|v| {
                v.kind == FindingKind::Contradiction && v.confidence == Confidence::Low
            })
        };
        if judged.iter().any(|j| own(j) && !weak(j)) {
            continue;
        }
        judged.retain(|j| j.pair != pair);
        let keys = Keys { matched: vec!["story", "context"], ..of_digest(a, b, false) };
        let comparison = Comparison {
            value: Facet::Apart,
            order: Order::Supersedes,
            ..compare(view, a, b, &keys)
        };
        let Some(verdict) = decide(&comparison) else { continue };
        let verdict = Some(Verdict { confidence: Confidence::Low, ..verdict });
        judged.push(Judged { pair, keys, value: comparison.value, verdict });
    }
    judged.sort_by_key(|j| j.pair);
}

/// Adds the values that a later telling of a story tells to have taken the place of others, and those others where it
/// has them too.
fn replaced_since(view: &View<'_>, tellings: &[(u32, u32)], judged: &mut Vec<Judged>) {
    for replaced::Old { pair, again, sure } in replaced::find(view, tellings) {
        let (kind, reason, value) = match again {
            true => (FindingKind::Agreement, Reason::Equivalent, Facet::Same),
            false => (FindingKind::Update, Reason::Supersedes, Facet::Apart),
        };
        let known = |j: &Judged| j.pair == pair && j.verdict.is_some_and(|v| v.kind == kind);
        if judged.iter().any(known) {
            continue;
        }
        judged.retain(|j| j.pair != pair);
        let (a, b) = (&view.items[pair.0], &view.items[pair.1]);
        let keys = Keys { matched: vec!["story", "change"], ..of_digest(a, b, sure) };
        let confidence = if sure { Confidence::Medium } else { Confidence::Low };
        let verdict = Some(Verdict { kind, reason, confidence });
        judged.push(Judged { pair, keys, value, verdict });
    }
    judged.sort_by_key(|j| j.pair);
}

/// Adds the values of two tellings of one story that answer one question and differ, where nothing
/// else is said of either.
fn told_differently(view: &View<'_>, found: Vec<differ::Differ>, judged: &mut Vec<Judged>) {
    for differ::Differ { pair, limits, sure, tie } in found {
        let (a, b) = (&view.items[pair.0], &view.items[pair.1]);
        let keys = Keys { matched: vec!["story", tie], ..of_digest(a, b, true) };
        let mut comparison = compare(view, a, b, &keys);
        if limits {
            comparison.value = Facet::Apart;
        }
        let Some(verdict) = decide(&comparison) else { continue };
        let sure = sure && !came_otherwise(view, a, b);
        let most = if sure { Confidence::Medium } else { Confidence::Low };
        let verdict = Verdict { confidence: lower(verdict.confidence, most), ..verdict };
        let document = |at: usize| view.items[at].at.document;
        let surer = |j: &Judged| {
            let known = j.verdict.is_some_and(|v| v.confidence >= verdict.confidence);
            known
                && (j.pair != pair || !limits)
                && [(j.pair.0, pair.0, j.pair.1, pair.1), (j.pair.1, pair.1, j.pair.0, pair.0)]
                    .iter()
                    .any(|&(x, y, other, mine)| x == y && document(other) == document(mine))
        };
        if verdict.kind != FindingKind::Agreement && !judged.iter().any(surer) {
            judged.retain(|j| j.pair != pair);
            let value = comparison.value;
            judged.push(Judged { pair, keys, value, verdict: Some(verdict) });
        }
    }
    judged.sort_by_key(|j| j.pair);
}

/// Adds the acts that one telling of a story denies, where nothing as sure is said of either.
fn denied_elsewhere(view: &View<'_>, tellings: &[(u32, u32)], judged: &mut Vec<Judged>) {
    let pairs = statement::pairs(view);
    let mut found = denied::find(view, tellings);
    found.extend(post::find(view, tellings));
    found.extend(post::two_holders(view, tellings));
    let mut stated = post::two_holders(view, &pairs);
    stated.extend(statement::find(view, &pairs));
    stated.extend(statement::values(view, &pairs));
    let found = found.into_iter().map(|found| (found, "story"));
    let stated = stated.into_iter().map(|found| (found, "statement"));
    for (denied::Denied { pair, opposite, sure }, tie) in found.chain(stated) {
        let (a, b) = (&view.items[pair.0], &view.items[pair.1]);
        let matched = match a.claim.value {
            Value::Text(_) | Value::Status(_) => vec![tie, "act"],
            _ => vec![tie, "property"],
        };
        let keys = Keys { matched, ..of_digest(a, b, sure) };
        let value = if opposite { Facet::Apart } else { Facet::Same };
        let mut comparison = Comparison { value, ..compare(view, a, b, &keys) };
        if a.claim.property == "open.role" {
            comparison.reason = Reason::Identity;
        }
        let Some(verdict) = decide(&comparison) else {
            continue;
        };
        let most = if sure { Confidence::Medium } else { Confidence::Low };
        let verdict = Verdict { confidence: lower(verdict.confidence, most), ..verdict };
        // That both happened is no agreement where one excludes the other.
        let surer = |j: &Judged| {
            let conflict = |v: &Verdict| v.kind != FindingKind::Agreement || !opposite;
            let known = j.verdict.filter(|v| j.pair == pair && conflict(v));
            known.is_some_and(|v| v.confidence >= verdict.confidence)
        };
        if !judged.iter().any(surer) {
            judged.retain(|j| j.pair != pair);
            judged.push(Judged { pair, keys, value, verdict: Some(verdict) });
        }
    }
    judged.sort_by_key(|j| j.pair);
}

/// The keys of a value of a digest and of what its text has in its place.
fn of_digest(a: &Item<'_>, b: &Item<'_>, sure: bool) -> Keys {
    let alignment = match (a.frame, b.frame) {
        (Some(x), Some(y)) => align(x, y, [a.claim.value_span, b.claim.value_span]),
        _ => Alignment::default(),
    };
    Keys {
        subject: if sure { Match::Strong } else { Match::Weak },
        scope: Match::Strong,
        alignment,
        parallel: None,
        near: None,
        shared: 0,
        matched: vec!["context", "digest"],
    }
}

/// The pairs that blocking proposes, those in one place of two sentences, and counterparts.
fn candidates(
    view: &View<'_>,
    parallels: &FxHashMap<(usize, usize), Parallel>,
    counterparts: &FxHashMap<(usize, usize), Nearness>,
) -> Vec<(usize, usize)> {
    let mut pairs = block::pairs(view);
    pairs.extend(parallels.keys().copied());
    pairs.extend(counterparts.keys().copied());
    pairs.sort_unstable();
    pairs.dedup();
    let parts = block::parts(view);
    let document = |index: usize| view.items[index].at.document;
    pairs.retain(|pair| !view.graph.forms.apart(document(pair.0), document(pair.1)));
    pairs.retain(|pair| parts.fit(view, *pair));
    pairs
}

/// Whether both are values of one kind of one event, so that a reader may ask why they were not
/// compared.
fn told_together(a: &Item<'_>, b: &Item<'_>) -> bool {
    a.event.is_some()
        && a.event == b.event
        && a.claim.property != b.claim.property
        && dimension(&a.claim.value) == dimension(&b.claim.value)
}

/// Pairs that are not surely about one event are not compared.
fn refuse_unsure(
    comparison: &Comparison,
    a: &Item<'_>,
    b: &Item<'_>,
    explain: bool,
    refusals: &mut Vec<Refusal>,
) {
    if explain && comparison.subject == Match::Unsure && comparison.value == Facet::Apart {
        refusals.push(Refusal { claims: [a.at, b.at], code: RefusalCode::DifferentEvent });
    }
}

/// How well a pair fits: by event, scope, and words shared.
///
/// Of a count that moved on in one event the words around tell nothing more: "12 people, most of them civilians" is no
/// nearer to "14 civilians" than to "16".
fn fit(view: &View<'_>, judged: &Judged) -> Fit {
    let keys = &judged.keys;
    let typed = [judged.pair.0, judged.pair.1].iter().all(|&at| !view.items[at].is_open());
    let moved = judged.verdict.is_some_and(|verdict| verdict.kind == FindingKind::Update);
    let told = typed && moved && keys.subject == Match::Strong && keys.scope == Match::Strong;
    let matched = if told { 0 } else { keys.alignment.matched };
    let parallel = keys.parallel.map_or(0, |parallel| parallel.common);
    (parallel, keys.subject, keys.shared, keys.scope, matched)
}

/// Words in one place, subject, shared words, scope, weight of the shared clause.
type Fit = (u32, Match, usize, Match, u32);

/// For each (item, other document, kind of value): the best fit of all its pairs, and of those
/// that agree.
struct Best {
    any: FxHashMap<(usize, u32), Fit>,
    agreeing: FxHashMap<(usize, u32), Fit>,
    /// What each is held against, with the fit.
    against: FxHashMap<(usize, u32), Vec<(usize, Fit)>>,
}

impl Best {
    fn of(view: &View<'_>, judged: &[Judged]) -> Self {
        let mut best = Self {
            any: FxHashMap::default(),
            agreeing: FxHashMap::default(),
            against: FxHashMap::default(),
        };
        for j in judged {
            for (item, other) in [j.pair, (j.pair.1, j.pair.0)] {
                let key = (item, view.items[other].at.document);
                raise(&mut best.any, key, fit(view, j));
                if j.verdict.is_some_and(|v| v.kind == FindingKind::Agreement) {
                    raise(&mut best.agreeing, key, fit(view, j));
                }
                if j.verdict.is_some_and(|v| v.kind == FindingKind::Contradiction) {
                    best.against.entry(key).or_default().push((other, fit(view, j)));
                }
            }
        }
        best
    }

    /// Whether `item` is held just as well against another value, which differs from that of
    /// `other`: then nothing tells which of the two is meant.
    fn torn(&self, view: &View<'_>, item: usize, other: usize, fit: Fit) -> bool {
        let against = &view.items[other];
        let key = (item, against.at.document);
        let rivals = self.against.get(&key).into_iter().flatten();
        let open = view.items[item].is_open() || against.is_open();
        let mut tied = rivals.filter(|(rival, own)| *rival != other && *own == fit);
        open && tied.any(|(rival, _)| value(view, against, &view.items[*rival]) == Facet::Apart)
    }
}

fn raise<T: Ord + Copy>(map: &mut FxHashMap<(usize, u32), T>, key: (usize, u32), value: T) {
    let entry = map.entry(key).or_insert(value);
    *entry = (*entry).max(value);
}

fn stands(view: &View<'_>, best: &Best, story: &Stories, judged: &Judged) -> bool {
    let Some(verdict) = judged.verdict else { return false };
    let (a, b) = (&view.items[judged.pair.0], &view.items[judged.pair.1]);
    let same_document = a.at.document == b.at.document;
    match verdict.kind {
        FindingKind::Contradiction if same_document => {
            let (i, j) = judged.pair;
            // Three values in the same words are a list.
            let torn = |item, other| best.torn(view, item, other, fit(view, judged));
            !torn(i, j) && !torn(j, i) && within(view, a, b, judged)
        }
        FindingKind::Dispute if same_document => both_told(a, b, judged),
        _ if same_document => false,
        FindingKind::Contradiction if story.strangers(view, judged) && !names_met(a, b) => false,
        FindingKind::Dispute | FindingKind::Update if story.parted(view, judged) => false,
        FindingKind::Contradiction if adds_up(view, a, b) || adds_up(view, b, a) => false,
        FindingKind::Contradiction if judged.keys.near.is_some() => true,
        FindingKind::Contradiction if several_do(view, a, b, judged) => false,
        FindingKind::Contradiction | FindingKind::Dispute | FindingKind::Update => {
            (judged.keys.subject >= Match::Weak || loose(view, story, judged))
                && (story.same(view, judged) || a.event.is_some() && a.event == b.event)
                && chosen(best, judged, view)
                && (!judged.keys.excerpt() || alone(view, judged))
                && (judged.keys.exchanged()
                    || outgrown(view, a, b)
                    || !supported(view, a, b) && !supported(view, b, a))
        }
        // An addition is a matter of one claim, see `addition`.
        FindingKind::Addition => false,
        FindingKind::Agreement => {
            !bare(view, a, judged)
                && !turned_round(a, b, judged)
                && (judged.keys.near.is_some() || agrees(a, judged) || echoes(view, a, b, judged))
                && (story.same(view, judged) || a.event.is_some() && a.event == b.event)
        }
    }
}

/// Whether one document reports two speakers on the same event: "the court says that …, which the
/// ministry denies".
fn both_told(a: &Item<'_>, b: &Item<'_>, judged: &Judged) -> bool {
    judged.keys.scope == Match::Strong && a.claim.subject == b.claim.subject && !a.is_open()
}

/// Whether an agreement is surely about one matter; of two outcomes one must say nothing that the
/// other does not, of one subject by one verb.
fn agrees(a: &Item<'_>, judged: &Judged) -> bool {
    let Keys { subject, scope, alignment, .. } = &judged.keys;
    let outcome = matches!(a.claim.value, Value::Text(_));
    let told = *subject == Match::Strong
        || alignment.predicate
            && alignment.subjects_met
            && !alignment.crossed
            && alignment.opposed == 0;
    *subject >= Match::Weak && (!outcome || told && *scope == Match::Strong)
}

/// Whether two names are of people or things of whom each may do the same: one text has the other's
/// name too, or the sentences say more than that.
fn several_do(view: &View<'_>, a: &Item<'_>, b: &Item<'_>, judged: &Judged) -> bool {
    let told = judged.keys.exchanged() || judged.keys.alignment.mutual() >= 85;
    matches!(a.claim.value, Value::Name(_))
        && a.is_open()
        && !(told && rename::stands(view, a, b, judged))
}

/// Whether two only say of events that are not surely the same that they took place.
fn bare(view: &View<'_>, a: &Item<'_>, judged: &Judged) -> bool {
    let held = matches!(a.claim.value, Value::Status(Status::Held));
    let event = a.event.map(|event| view.graph.events[event as usize].strength);
    held && judged.keys.near.is_none() && event.is_none_or(|strength| strength < Match::Strong)
}

/// Whether one tells of another what the other tells of it: "Harwick Mills thanked Belwick Looms",
/// "Belwick Looms thanked Harwick Mills".
fn turned_round(a: &Item<'_>, b: &Item<'_>, judged: &Judged) -> bool {
    let Keys { alignment, .. } = &judged.keys;
    let open = a.is_open() && b.is_open();
    open && alignment.predicate && alignment.crossed && alignment.names_apart
}

/// Whether two short texts give the same telling number of what the same words restrict.
fn echoes(view: &View<'_>, a: &Item<'_>, b: &Item<'_>, judged: &Judged) -> bool {
    let quantity = matches!(a.claim.value, Value::Quantity(_));
    let typed = !a.is_open() && a.claim.property == b.claim.property;
    quantity
        && view.short(a, b)
        && matches!(judged.value, Facet::Same | Facet::Compatible)
        && (judged.keys.shared >= 1 || typed)
}

/// Two claims of one document contradict only when they say the same thing of the same event in
/// two sentences.
fn within(view: &View<'_>, a: &Item<'_>, b: &Item<'_>, judged: &Judged) -> bool {
    let same_event = a.claim.subject == b.claim.subject && !a.is_open() && !b.is_open();
    let clause = judged.keys.alignment.mutual() >= 95
        && judged.keys.alignment.matched >= 25
        && a.claim.scope.qualifiers == b.claim.scope.qualifiers;
    let open_time = a.is_open() && matches!(a.claim.value, Value::Time(_));
    judged.keys.scope == Match::Strong
        && a.sentence() != b.sentence()
        && !open_time
        && told_of(a)
        && told_of(b)
        && (clause || same_event && judged.keys.alignment.mutual() >= 60)
        && !judged.keys.alignment.names_apart
        && a.claim.scope.time == b.claim.scope.time
        && a.claim.value.text() != b.claim.value.text()
        && !listed(view, a, b)
        && !listed(view, b, a)
}

/// Whether the sentence of `a` has the value of `b` too: both are of a list.
fn listed(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let kind = dimension(&b.claim.value);
    view.of(a.at.document).any(|index| {
        let other = &view.items[index];
        other.sentence() == a.sentence()
            && dimension(&other.claim.value) == kind
            && says_the_same(view, b, other)
    })
}

/// Whether a claim is of somebody or something, rather than of a line of a table.
fn told_of(item: &Item<'_>) -> bool {
    let keys = item.frame.iter().flat_map(|frame| &frame.keys);
    !item.said() && keys.into_iter().any(|key| key.slot == Slot::Subject && key.head)
}

/// Whether the count of `a` and another one of its sentence make that of `b`: "15 deaths in the north
/// and one in the south" are sixteen.
fn adds_up(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let number = |item: &Item<'_>| match &item.claim.value {
        Value::Quantity(q) if !q.ordinal && !q.age && q.measure.is_none() => match q.printed[..] {
            [number] => Some(number),
            _ => None,
        },
        _ => None,
    };
    let (Some(part), Some(whole)) = (number(a), number(b)) else { return false };
    part < whole
        && view.of(a.at.document).any(|index| {
            let other = &view.items[index];
            other.at != a.at
                && other.sentence() == a.sentence()
                && dimension(&other.claim.value) == dimension(&a.claim.value)
                && number(other).is_some_and(|rest| part.saturating_add(rest) == whole)
        })
}

/// Whether two claims whose clauses are not surely about the same matter still conflict: one text
/// covers the other, the same telling words restrict both values, and neither text has the other's
/// value anywhere.
fn loose(view: &View<'_>, story: &Stories, judged: &Judged) -> bool {
    let (a, b) = (&view.items[judged.pair.0], &view.items[judged.pair.1]);
    let covered = story.get(view, judged).is_some_and(|kin| kin.word_cover >= 60);
    let measured = matches!(a.claim.value, Value::Quantity(_) | Value::Time(_) | Value::Place(_));
    measured
        && covered
        && told(judged)
        && judged.keys.alignment.opposed == 0
        && nowhere(view, a, b)
        && nowhere(view, b, a)
}

/// Whether one sentence holds the other word for word, or neither text has the other's value.
fn alone(view: &View<'_>, judged: &Judged) -> bool {
    let (a, b) = (&view.items[judged.pair.0], &view.items[judged.pair.1]);
    judged.keys.parallel.is_some_and(|parallel| parallel.fits())
        || nowhere(view, a, b) && nowhere(view, b, a)
}

/// Whether the words that restrict both values tell what they are values of.
fn told(judged: &Judged) -> bool {
    let keys = &judged.keys;
    keys.shared >= 3 || keys.shared >= 2 && keys.alignment.predicate
}

/// Whether the value of `a` stands nowhere in the document of `b`.
pub(super) fn nowhere(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let kind = dimension(&a.claim.value);
    if let Value::Name(name) = &a.claim.value {
        return !view.speaks[b.at.document as usize].names_any(&name.canonical);
    }
    view.of(b.at.document).all(|index| {
        let other = &view.items[index];
        dimension(&other.claim.value) != kind || !says_the_same(view, a, other)
    })
}

/// Lowers, or raises, how sure the verdict on a pair is; what may be told of two days or acts is
/// another finding, or none.
fn weigh(view: &View<'_>, story: &Stories, judged: &mut Judged) {
    let (a, b) = (&view.items[judged.pair.0], &view.items[judged.pair.1]);
    let Some(verdict) = judged.verdict else { return };
    let low = Some(Verdict { confidence: Confidence::Low, ..verdict });
    judged.verdict = match verdict.kind {
        // A toll seldom falls: the later one is rather of something else.
        FindingKind::Update if verdict.reason == Reason::Supersedes && fell(view, a, b) => low,
        // "At least 23" and "at least 31" may both be true, and say not the same.
        FindingKind::Agreement if differ::two_limits(a, b) => low,
        FindingKind::Contradiction if a.at.document != b.at.document => {
            conflict(view, story.get(view, judged), judged, verdict)
        }
        _ => Some(verdict),
    };
}

/// What a contradiction between two documents comes to.
fn conflict(
    view: &View<'_>,
    kin: Option<&Kin>,
    judged: &Judged,
    verdict: Verdict,
) -> Option<Verdict> {
    let (a, b) = (&view.items[judged.pair.0], &view.items[judged.pair.1]);
    let made = kin.is_none_or(Kin::made_from) || view.copies(a, b);
    if let Some(other) = of_two_days(view, (a, b), made, verdict) {
        return other;
    }
    let open = a.is_open() && b.is_open();
    let Keys { alignment, subject, near, .. } = &judged.keys;
    let unmet =
        open && !alike(view, kin, a, b) && !judged.keys.exchanged() && !alignment.subjects_met;
    let digest = is_digest(view, kin, a, b);
    let copy = view.copies(a, b) || judged.keys.exchanged() || kin.is_some_and(|kin| kin.copy);
    let several = || [a, b].iter().any(|item| digest::one_of_several(view, item));
    let confidence = match () {
        () if !copy && matches!(a.claim.value, Value::Place(_)) && several() => Confidence::Low,
        () if near.is_some() => {
            let sure = *subject == Match::Strong && judged.value == Facet::Apart && !unmet;
            if sure { Confidence::Medium } else { Confidence::Low }
        }
        () if unmet || !digest && vague(view, kin, judged) => Confidence::Low,
        // "Holm visited Lowden on 3 May", "Holm visited Lowden on 9 June": she may have come twice.
        () if open && matches!(a.claim.value, Value::Time(_)) && !made => Confidence::Low,
        () => of_value(view, kin, judged, (digest, verdict.confidence)),
    };
    let stands = confidence > Confidence::Low || copy || !told_apart_in_time(view, judged, a, b);
    stands.then_some(Verdict { confidence, ..verdict })
}

/// Whether two verbs exclude each other only at one time, and at most one text tells when: who was arrested may be
/// freed.
fn told_apart_in_time(view: &View<'_>, judged: &Judged, a: &Item<'_>, b: &Item<'_>) -> bool {
    let verb = |item: &Item<'_>| item.frame.is_some_and(|frame| settles(&frame.predicate));
    judged.keys.alignment.opposite
        && a.aspect() == "occurrence"
        && !(verb(a) && verb(b))
        && (view.times(a).is_empty() || view.times(b).is_empty())
}

/// Whether both texts are scenes, or one may be a summary of the other: two articles that are none
/// measure many things in the same words.
fn alike(view: &View<'_>, kin: Option<&Kin>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let scenes = [a, b].map(|item| view.scene(item.at.document));
    scenes == [true; 2]
        || kin.is_none_or(|kin| kin.made_from() || scenes.contains(&true) && kin.covers())
}

/// Whether both give one property, in a text and in one that is made from it.
fn is_digest(view: &View<'_>, kin: Option<&Kin>, a: &Item<'_>, b: &Item<'_>) -> bool {
    !a.is_open()
        && a.claim.property == b.claim.property
        && !(view.scene(a.at.document) && view.scene(b.at.document))
        && kin.is_some_and(Kin::made_from)
}

/// A conflict that only weak keys hold up is of medium confidence when neither text has the
/// other's value; a conflict of names needs one that the other text does not have.
fn of_value(
    view: &View<'_>,
    kin: Option<&Kin>,
    judged: &Judged,
    (digest, confidence): (bool, Confidence),
) -> Confidence {
    let (a, b) = (&view.items[judged.pair.0], &view.items[judged.pair.1]);
    let exchanged = || relation::sides(view, a, b) == Some(Sides::Exchanged);
    let alike = || judged.keys.alignment.mutual() >= 85 || judged.keys.exchanged();
    match a.claim.value {
        Value::Text(_) if a.is_position() => Confidence::Low,
        Value::Text(_) if exchanged() && !relation::dated(view, a, b) => {
            lower(confidence, Confidence::Medium)
        }
        Value::Name(_) if !rename::stands(view, a, b, judged) || !alike() => Confidence::Low,
        Value::Text(_) => confidence,
        _ if judged.value == Facet::Unlikely || confidence != Confidence::Low => confidence,
        _ if holds(view, kin, judged, digest) => Confidence::Medium,
        _ => confidence,
    }
}

/// Whether one text covers the other, and has another value in the place of a value that it has nowhere.
fn holds(view: &View<'_>, kin: Option<&Kin>, judged: &Judged, digest: bool) -> bool {
    let (a, b) = (&view.items[judged.pair.0], &view.items[judged.pair.1]);
    let Keys { subject, scope, parallel, .. } = &judged.keys;
    let nowhere = nowhere(view, a, b) && nowhere(view, b, a);
    let fits = parallel.is_some_and(|parallel| parallel.fits());
    let told = told(judged) && kin.is_some_and(|kin| !kin.short);
    kin.is_some_and(|kin| kin.word_cover >= 60)
        && (nowhere || fits)
        && (parallel.is_some_and(|parallel| parallel.holds())
            || *scope == Match::Strong && (*subject == Match::Strong || told || digest && nowhere))
}

/// What a contradiction comes to where the two texts may tell of two days or of two acts: nothing, news, or one
/// that is not sure. None where they tell of one.
fn of_two_days(
    view: &View<'_>,
    (a, b): (&Item<'_>, &Item<'_>),
    made: bool,
    verdict: Verdict,
) -> Option<Option<Verdict>> {
    let low = Verdict { confidence: Confidence::Low, ..verdict };
    let counted = || a.claim.scope.group.as_deref().map(canonical);
    match () {
        () if news_apart(view, a, b) => Some(None),
        // What is sent off in one attack is not what is sent off in the next.
        () if days_apart(view, a, b) && counted().is_some_and(is_arms) => Some(None),
        // Of what is counted anew the later text has the later count.
        () if days_apart(view, a, b)
            && verdict.reason == Reason::Numeric
            && differ::may_move(view, a, b) =>
        {
            let (kind, reason) = (FindingKind::Update, Reason::Supersedes);
            Some(Some(Verdict { kind, reason, ..low }))
        }
        () if days_apart(view, a, b) || states_apart(view, a, b) => Some(Some(low)),
        () if statement::follows(view, a, b) => Some(Some(low)),
        () if !made && a.is_open() && b.is_open() && view.of_two_acts(a, b) => Some(Some(low)),
        () => None,
    }
}

/// Whether nothing ties the two to one matter: scenes without a name ("some men sat on a bench"),
/// what could be so, said in other words, or sentences in which another name is exchanged too.
fn vague(view: &View<'_>, kin: Option<&Kin>, judged: &Judged) -> bool {
    let (a, b) = (&view.items[judged.pair.0], &view.items[judged.pair.1]);
    let possible = |item: &Item<'_>| item.claim.modality == Modality::Possible;
    let weight = judged.keys.parallel.map_or(0, |parallel| parallel.weight);
    let verbatim = judged.keys.alignment.predicate && judged.keys.alignment.mutual() == 100;
    let named = kin.is_some_and(|kin| kin.names > 0)
        || verbatim
        || !(view.scene(a.at.document) && view.scene(b.at.document))
        || a.event.is_some() && a.event == b.event;
    !judged.keys.exchanged() && possible(a) && possible(b)
        || !named && weight.max(judged.keys.alignment.matched) < NAMELESS
        || judged.keys.parallel.is_some_and(|parallel| parallel.disturbed)
}

/// The weight of shared words that ties two clauses to one matter without a name.
const NAMELESS: u32 = 28;

/// Whether neither claim has a better partner, nor one that agrees.
fn chosen(best: &Best, judged: &Judged, view: &View<'_>) -> bool {
    [judged.pair, (judged.pair.1, judged.pair.0)].into_iter().all(|(item, other)| {
        let key = (item, view.items[other].at.document);
        best.any.get(&key).is_none_or(|best| *best <= fit(view, judged))
            && !best.torn(view, item, other, fit(view, judged))
            && (judged.keys.exchanged() || !best.agreeing.contains_key(&key))
    })
}

/// Whether a claim of `b`'s document says what `a` says, of anything that shares a word with it.
fn supported(view: &View<'_>, a: &Item<'_>, b: &Item<'_>) -> bool {
    let kind = dimension(&a.claim.value);
    view.of(b.at.document).any(|index| {
        let other = &view.items[index];
        // What is told of another event supports nothing when both tell of the same one.
        let elsewhere = a.event.is_some()
            && a.event == b.event
            && other.event.is_some()
            && other.event != a.event;
        other.at != a.at
            && !elsewhere
            && dimension(&other.claim.value) == kind
            && says_the_same(view, a, other)
            && shares(a, other)
    })
}

fn says_the_same(view: &View<'_>, a: &Item<'_>, other: &Item<'_>) -> bool {
    let facet = value(view, a, other);
    match a.claim.value {
        Value::Text(_) => facet == Facet::Same && a.claim.polarity == other.claim.polarity,
        Value::Quantity(_) => {
            matches!(facet, Facet::Same | Facet::Refines | Facet::Compatible)
                && other.claim.polarity == Polarity::Affirmed
        }
        _ => matches!(facet, Facet::Same | Facet::Refines | Facet::Compatible),
    }
}

fn shares(a: &Item<'_>, other: &Item<'_>) -> bool {
    let words = &other.claim.scope.qualifiers;
    if a.claim.scope.qualifiers.iter().any(|word| words.contains(word)) {
        return true;
    }
    match (a.frame, other.frame) {
        (Some(x), Some(y)) => {
            align(x, y, [a.claim.value_span, other.claim.value_span]).matched >= 5
        }
        _ => a.aspect() == other.aspect(),
    }
}

/// The lower of two confidences.
pub(super) fn lower(a: Confidence, b: Confidence) -> Confidence {
    a.min(b)
}
