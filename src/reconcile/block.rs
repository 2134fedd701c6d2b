//! Which pairs of claims are worth comparing.
//!
//! Each claim is filed under its event and under the telling words of its clause; pairs are made
//! within a file only, and files that hold too much tell nothing and are left out. So the number
//! of pairs grows with the number of claims, not with its square.

use std::hash::Hasher as _;

use rustc_hash::{FxHashSet, FxHasher};

use super::view::{Item, View, dimension};
use crate::claim::{Slot, Subject};
use crate::value::Value;

/// The most claims of a file.
const CROWD: usize = 80;

/// The words under which one claim is filed at most.
const MOST_WORDS: usize = 24;

/// The least weight of a word that claims are filed under.
const TELLING: u8 = 5;

/// The pairs of items to compare, sorted; the first of a pair is the lesser index.
pub(super) fn pairs(view: &View<'_>) -> Vec<(usize, usize)> {
    let mut filed: Vec<(u64, usize)> = Vec::new();
    for (item, index) in view.items.iter().zip(0..) {
        filed.extend(files(view, item).into_iter().map(|file| (file, index)));
    }
    filed.sort_unstable();
    filed.dedup();
    let parts = parts(view);
    let mut pairs = Vec::new();
    for file in filed.chunk_by(|a, b| a.0 == b.0).filter(|file| file.len() <= CROWD) {
        for (i, (key, a)) in file.iter().enumerate() {
            let twice = key & 1 == 1;
            for (_, b) in &file[i + 1..] {
                pairs.push((*a, *b));
                if twice {
                    pairs.push((*a, *b));
                }
            }
        }
    }
    pairs.sort_unstable();
    let often = pairs.chunk_by(|a, b| a == b).filter(|same| same.len() >= 2);
    often.map(|same| same[0]).filter(|pair| parts.fit(view, *pair)).collect()
}

/// The claims whose words are a part of what another claim of their document adds up: "three
/// women" beside "three women and two men".
pub(super) struct Parts(FxHashSet<usize>);

pub(super) fn parts(view: &View<'_>) -> Parts {
    let mut parts = FxHashSet::default();
    for document in view.first.windows(2) {
        let counts = (document[0]..document[1])
            .filter(|&at| matches!(view.items[at].claim.value, Value::Quantity(_)));
        let mut counts: Vec<usize> = counts.filter(|&at| !view.items[at].is_open()).collect();
        counts.sort_by_key(|&at| {
            let span = view.items[at].claim.value_span;
            (span.start, std::cmp::Reverse(span.end), at)
        });
        let mut wide: Option<usize> = None;
        for at in counts {
            match wide.filter(|&wide| adds_up(&view.items[wide], &view.items[at])) {
                Some(_) => {
                    parts.insert(at);
                }
                None => wide = Some(at),
            }
        }
    }
    Parts(parts)
}

/// Whether the words of one count hold those of another count of the same.
fn adds_up(wide: &Item<'_>, part: &Item<'_>) -> bool {
    let (outer, inner) = (wide.claim.value_span, part.claim.value_span);
    wide.claim.subject == part.claim.subject
        && wide.claim.property == part.claim.property
        && outer.contains(inner)
        && outer != inner
}

impl Parts {
    /// Whether two claims may be compared: a part only with a part or a whole of the same noun.
    pub(super) fn fit(&self, view: &View<'_>, (a, b): (usize, usize)) -> bool {
        let noun = |at: usize| {
            let text = view.items[at].claim.value.text().to_lowercase();
            text.split_whitespace().last().map(str::to_owned)
        };
        !self.0.contains(&a) && !self.0.contains(&b) || noun(a) == noun(b)
    }
}

/// Whether a claim adds up parts that its words name.
pub(super) fn is_sum(view: &View<'_>, whole: &Item<'_>) -> bool {
    let inside = |at: &usize| adds_up(whole, &view.items[*at]);
    view.of(whole.at.document).filter(inside).count() >= 2
}

/// The files of a claim: one by event and property, which is enough for a pair (odd), and one for
/// each telling word, of which two are needed (even).
fn files(view: &View<'_>, item: &Item<'_>) -> Vec<u64> {
    let kind = dimension(&item.claim.value);
    let mut files = Vec::new();
    if let (Some(event), false) = (item.event, item.is_open()) {
        files.push(hash(&("event", event, item.aspect())) | 1);
    }
    if item.of_process() {
        files.push(hash(&("value", item.aspect(), item.claim.value.text().to_lowercase())) | 1);
    }
    // Whose age it is says all.
    if let (Subject::Actor(actor), "open.age") = (item.claim.subject, &*item.claim.property) {
        let whose = view.entity(item.at.document, actor);
        files.extend(whose.map(|whose| hash(&("age", whose)) | 1));
    }
    if let Some(holder) = item.claim.scope.holder.filter(|_| item.is_position()) {
        files.push(hash(&("holder", view.entity(item.at.document, holder))) | 1);
    }
    let keys = item.frame.iter().flat_map(|frame| &frame.keys);
    let telling = keys.filter(|key| key.slot != Slot::Context && key.weight >= TELLING);
    let telling = telling.filter(|key| !key.span.overlaps(item.claim.value_span));
    for key in telling.take(MOST_WORDS) {
        files.push(hash(&(&kind, &*key.lemma)) & !1);
    }
    if let Some(frame) = item.frame {
        files.push(hash(&(&kind, "predicate", frame.predicate.as_str())) & !1);
    }
    files
}

fn hash(value: &impl std::hash::Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}
