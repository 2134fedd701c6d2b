//! Polarity and modality of event mentions.
//!
//! Each sentence is judged from its root downwards: a word is as factual as what governs it makes
//! it (the signatures of the lexicon), turned by its own negations, modals and adverbs.

mod judge;
mod own;

use super::view::View;
use super::{Attribution, Factuality, Form, Modality, Polarity, Stance};
use crate::lexicon::reporting;
use crate::mention::{Mention, Referent};
use crate::syntax::{Morph, Rel, Tree, Upos};
use crate::text::Span;
use crate::value::{Date, Time};
use judge::Judgement;
pub(super) use judge::is_mended;

/// How surely each word of a document's sentences holds.
#[derive(Debug, Clone, Default)]
pub(super) struct Readings {
    sentences: Vec<Vec<Judgement>>,
}

impl Readings {
    /// Judges every sentence of a text that was `published` on a day.
    pub(super) fn new(
        text: &str,
        trees: &[Tree],
        mentions: &[Mention],
        published: Option<Date>,
    ) -> Self {
        let judged = trees.iter().map(|tree| judge::judge(&View::new(text, tree)));
        let mut readings = Self { sentences: judged.collect() };
        for mention in mentions {
            let Referent::Time(time) = &mention.referent else { continue };
            if published.is_some_and(|published| is_after(time, published)) {
                readings.plan(trees, mention);
            }
        }
        readings
    }

    /// "The two sides *meet* again on 14 February", told before that day, is a plan.
    fn plan(&mut self, trees: &[Tree], time: &Mention) {
        let sentence = time.sentence as usize;
        let Some(tree) = trees.get(sentence) else { return };
        let words = &tree.words;
        let mut at = time.head as usize;
        while let Some(above) = tree.head(at).filter(|&up| time.span.contains(words[up].span)) {
            at = above;
        }
        let adverbial = matches!(words[at].rel, Rel::Obl | Rel::OblUnmarked | Rel::Advmod);
        let Some(verb) = tree.head(at).filter(|_| adverbial) else { return };
        let verb_or_copula = if words[verb].upos == Upos::Verb {
            words[verb].morph == Morph::Present && tree.child(verb, Rel::Aux).is_none()
        } else {
            tree.child(verb, Rel::Cop).is_some_and(|copula| words[copula].morph == Morph::Present)
        };
        let speaks = reporting::verb(&words[verb].lemma).is_some();
        let judged = self.sentences.get_mut(sentence).and_then(|words| words.get_mut(verb));
        if let Some(judged) = judged.filter(|_| verb_or_copula && !speaks)
            && judged.modality == Modality::Actual
        {
            judged.modality = Modality::Planned;
        }
    }

    /// How surely the predicate at a word of a sentence holds.
    pub(super) fn of(&self, sentence: usize, word: usize) -> (Polarity, Modality) {
        let judged = self.sentences.get(sentence).and_then(|words| words.get(word));
        judged.map_or_else(Default::default, |j| (j.polarity, j.modality))
    }
}

/// Whether a time begins after a day.
fn is_after(time: &Time, published: Date) -> bool {
    let first = time.extent.as_ref().and_then(|extent| extent.low);
    first.is_some_and(|first| first.date() > published.day)
}

/// The factuality of every event mention.
pub(super) fn read(
    readings: &Readings,
    mentions: &[Mention],
    attributions: &[Attribution],
) -> Vec<Factuality> {
    let event = |(mention, number): (&Mention, u32)| {
        let Referent::Event { .. } = mention.referent else { return None };
        let (polarity, modality) = readings.of(mention.sentence as usize, mention.head as usize);
        let modality = if modality == Modality::Actual {
            thought(attributions, mention.span)
        } else {
            modality
        };
        Some(Factuality { mention: number, polarity, modality })
    };
    mentions.iter().zip(0..).filter_map(event).collect()
}

/// What somebody only believes is possible, also where the belief stands beside the clause
/// ("the ship sank, divers believe").
fn thought(attributions: &[Attribution], event: Span) -> Modality {
    let inserted = |link: &Attribution| {
        link.form == Form::Clause
            && matches!(link.stance, Stance::Thinks | Stance::Questions)
            && link.content.first().is_some_and(|span| span.start < link.cue.start)
            && link.content.iter().any(|span| span.contains(event))
    };
    if attributions.iter().any(inserted) { Modality::Possible } else { Modality::Actual }
}
