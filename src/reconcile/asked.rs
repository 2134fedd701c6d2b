//! Which question about a thing a value answers, by the words of its clause.
//!
//! "The mill employs 240 people" and "some 300 people work there" share neither verb nor subject, but both answer how
//! many work there. A table says which words have to do with one question.

use super::counted::group;
use super::view::{Item, View, dimension};
use crate::claim::{Key, Slot};
use crate::lexicon::{is_body, names_person, questions};
use crate::value::{Grain, Value};

/// A word of a clause that has to do with a question.
pub(super) struct Asked<'g> {
    question: &'static str,
    lemma: &'g str,
}

/// The questions of the words of the own clause of an item that values of its kind answer.
pub(super) fn asked<'g>(item: &Item<'g>) -> Vec<Asked<'g>> {
    let Some(kind) = kind(item) else { return Vec::new() };
    let told = |(lemma, word): (&'g str, &'g str)| {
        let questions = [lemma, word].into_iter().flat_map(questions);
        let of = questions.filter(move |(of, _)| *of == kind);
        of.map(move |(_, question)| Asked { question, lemma })
    };
    let words = own(item).map(|key| (&*key.lemma, &*key.word));
    // "blue and white since 1909", "has 6,800 employees"
    let since = item.aspect().ends_with("-since").then_some(("since", "since"));
    let noun = item.claim.scope.group.as_deref().map(|noun| (noun, noun));
    words.chain(since).chain(noun).flat_map(told).collect()
}

/// The words by which two clauses tell of one question, by other words on either side: of the most telling pair.
pub(super) fn shared<'a, 'g>(
    a: &'a [Asked<'g>],
    b: &'a [Asked<'g>],
) -> impl Iterator<Item = (&'g str, &'g str)> + 'a {
    let has = |asked: &[Asked<'_>], x: &Asked<'_>| {
        asked.iter().any(|y| y.question == x.question && y.lemma == x.lemma)
    };
    // A word that both have is weighed as such.
    let alone = move |x: &&Asked<'g>| !a.iter().any(|y| y.question == x.question && has(b, y));
    a.iter()
        .filter(alone)
        .flat_map(|x| b.iter().filter(|y| y.question == x.question).map(|y| (x.lemma, y.lemma)))
}

/// Whether two values answer one question.
pub(super) fn meet(a: &[Asked<'_>], b: &[Asked<'_>]) -> bool {
    a.iter().any(|x| b.iter().any(|y| x.question == y.question))
}

/// Whether a clause is about what its document is about: "we", "it", "the club", or its name.
pub(super) fn of_theme(view: &View<'_>, item: &Item<'_>) -> bool {
    let speaks = &view.speaks[item.at.document as usize];
    about(item).into_iter().all(|key| is_body(&key.lemma) || speaks.leads(&key.lemma))
}

/// The words of what a clause is about: its subject, or what befalls somebody where it has none.
pub(super) fn about<'g>(item: &Item<'g>) -> Vec<&'g Key> {
    let of = |slot: Slot| own(item).filter(move |key| key.slot == slot).collect::<Vec<_>>();
    let subject = of(Slot::Subject);
    if subject.is_empty() { of(Slot::Object) } else { subject }
}

/// The words of the own clause of an item, the value left out.
fn own<'g>(item: &Item<'g>) -> impl Iterator<Item = &'g Key> {
    let span = item.claim.value_span;
    let keys = item.frame.into_iter().flat_map(|frame| &frame.keys);
    keys.filter(move |key| key.slot != Slot::Context && !key.span.overlaps(span))
}

/// What kind of value answers a question.
fn kind(item: &Item<'_>) -> Option<&'static str> {
    let people = group(item).is_some_and(|noun| noun == "person" || names_person(noun));
    match &*dimension(&item.claim.value) {
        "money" => Some("money"),
        "duration" => Some("duration"),
        "count" if people => Some("people"),
        "count" => Some("count"),
        "Share" => Some("share"),
        "ordinal" | "age" | "score" | "place" | "name" | "status" | "text" => None,
        "time" => match &item.claim.value {
            Value::Time(time) if (Grain::Day..=Grain::Year).contains(&time.grain) => Some("date"),
            _ => None,
        },
        _ => Some("measure"),
    }
}
