//! Which documents tell one story, and which tell of two things of a kind.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::FindingKind;
use super::judge::Judged;
use super::view::View;
use crate::graph::kin::Kin;
use crate::value::Value;

/// Which pairs of documents tell the same story, and which documents cover another's words.
pub(super) struct Stories {
    kin: FxHashMap<(u32, u32), Kin>,
    told: FxHashMap<(u32, u32), Told>,
}

/// The values that two documents give for one question each.
#[derive(Default)]
struct Told {
    /// Those that differ.
    apart: BTreeSet<(String, String)>,
    /// Those that agree.
    alike: BTreeSet<(String, String)>,
}

/// So many values differ only in documents that are about two things.
const MANY: usize = 10;

/// So many times more values differ than agree in documents about two things.
const MOSTLY: usize = 2;

impl Told {
    fn add(&mut self, view: &View<'_>, judged: &Judged) {
        let [a, b] = [judged.pair.0, judged.pair.1].map(|at| &view.items[at].claim.value);
        let measured = |value: &Value| matches!(value, Value::Quantity(_) | Value::Time(_));
        let values = (a.text().to_lowercase(), b.text().to_lowercase());
        match judged.verdict.map(|verdict| verdict.kind).filter(|_| measured(a) && measured(b)) {
            Some(FindingKind::Contradiction) => self.apart.insert(values),
            Some(FindingKind::Agreement) => self.alike.insert(values),
            _ => false,
        };
    }
}

impl Stories {
    /// The pairs of documents that have comparable claims.
    pub(super) fn of(view: &View<'_>, judged: &[Judged]) -> Self {
        let (mut kin, mut told) = (FxHashMap::default(), FxHashMap::<_, Told>::default());
        for j in judged {
            let of = |index: usize| view.items[index].at.document;
            let (a, b) = (of(j.pair.0), of(j.pair.1));
            let (a, b) = (a.min(b), a.max(b));
            kin.entry((a, b))
                .or_insert_with(|| view.speaks[a as usize].kin(&view.speaks[b as usize]));
            told.entry((a, b)).or_default().add(view, j);
        }
        Self { kin, told }
    }

    /// Whether nearly every value of one document is another in the other, and there are many: they fill one form for
    /// two things.
    pub(super) fn filled_twice(&self, view: &View<'_>, judged: &Judged) -> bool {
        let of = |index: usize| view.items[index].at.document;
        let (a, b) = (of(judged.pair.0), of(judged.pair.1));
        let told = self.told.get(&(a.min(b), a.max(b)));
        let one = self.kin.get(&(a.min(b), a.max(b))).is_some_and(|kin| kin.one_subject);
        told.is_some_and(|Told { apart, alike }| {
            !one && apart.len() >= MANY && apart.len() >= alike.len() * MOSTLY
        })
    }

    pub(super) fn get(&self, view: &View<'_>, judged: &Judged) -> Option<&Kin> {
        let of = |index: usize| view.items[index].at.document;
        let (a, b) = (of(judged.pair.0), of(judged.pair.1));
        self.kin.get(&(a.min(b), a.max(b)))
    }

    pub(super) fn strangers(&self, view: &View<'_>, judged: &Judged) -> bool {
        self.get(view, judged).is_some_and(|kin| kin.strangers)
    }

    /// Whether the documents are about two things of one kind: two firms, two models. Of what is the same but for the
    /// name of the thing, the name may be wrong, but nothing else.
    pub(super) fn apart(&self, view: &View<'_>, judged: &Judged) -> bool {
        let value = &view.items[judged.pair.0].claim.value;
        let name = matches!(value, Value::Name(_) | Value::Place(_));
        self.get(view, judged).is_some_and(|kin| kin.apart() || kin.renamed() && !name)
    }

    /// Whether each document is about something of its own, and they have little else in common.
    pub(super) fn parted(&self, view: &View<'_>, judged: &Judged) -> bool {
        self.get(view, judged).is_some_and(Kin::parted)
    }

    /// Whether what differs in the two documents is of two things.
    pub(super) fn hardly_meet(&self, view: &View<'_>, judged: &Judged) -> bool {
        self.get(view, judged).is_some_and(Kin::hardly_meet)
    }

    /// Whether two documents contradict each other only since they are of two things, or fill one form for two.
    pub(super) fn of_two_things(&self, view: &View<'_>, judged: &Judged) -> bool {
        let document = |at: usize| view.items[at].at.document;
        let across = document(judged.pair.0) != document(judged.pair.1);
        let differs = judged.verdict.is_some_and(|v| v.kind == FindingKind::Contradiction);
        let two = || {
            self.apart(view, judged)
                || self.hardly_meet(view, judged)
                || self.filled_twice(view, judged)
        };
        across && differs && two()
    }

    pub(super) fn same(&self, view: &View<'_>, judged: &Judged) -> bool {
        self.get(view, judged).is_none_or(Kin::same_story)
    }
}
