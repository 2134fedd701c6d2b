//! One figure under verbs that exclude each other: "rose 7 percent", "lost 7 percent".

use super::align::Alignment;
use super::view::Item;
use crate::lexicon::sense::opposed;
use crate::lexicon::{Motion, motion};
use crate::value::Value;

/// Whether two figures are by how much something rose and by how much it fell, or what one subject opened
/// and closed: that the number is the same is then no agreement.
///
/// Where it rose or fell to ("rose to 40", "fell to 40") is told of the same all the same, and who won 3-1 and
/// who lost 3-1 tell of one match.
pub(super) fn is_turned(a: &Item<'_>, b: &Item<'_>, alignment: &Alignment) -> bool {
    let level = |item: &Item<'_>| item.claim.scope.change.is_some();
    let figure = |item: &Item<'_>| match &item.claim.value {
        Value::Quantity(quantity) => !quantity.change,
        // On one day one thing rises and another falls.
        Value::Time(_) => item.is_open(),
        _ => false,
    };
    if !figure(a) || !figure(b) || level(a) || level(b) {
        return false;
    }
    let Some((x, y)) = a.frame.zip(b.frame) else { return false };
    let moves = |lemma: &str| motion(lemma).filter(|m| *m != Motion::Correction);
    let moved = moves(&x.predicate).zip(moves(&y.predicate)).is_some_and(|(p, q)| p != q);
    moved || alignment.subjects_met && opposed(&x.predicate, &y.predicate)
}
