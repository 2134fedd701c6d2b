//! Polarity and modality of event mentions.
//!
//! Each sentence is judged from its root downwards: a word is as factual as what governs it makes
//! it (the signatures of the lexicon), turned by its own negations, modals and adverbs.

mod judge;
mod own;

use super::view::View;
use super::{Attribution, Factuality, Form, Modality, Polarity, Stance};
use crate::mention::{Mention, Referent};
use crate::syntax::Tree;
use crate::text::Span;
use judge::Judgement;
pub(super) use judge::is_mended;

/// How surely each word of a document's sentences holds.
#[derive(Debug, Clone, Default)]
pub(super) struct Readings {
    sentences: Vec<Vec<Judgement>>,
}

impl Readings {
    /// Judges every sentence.
    pub(super) fn new(text: &str, trees: &[Tree]) -> Self {
        let judged = trees.iter().map(|tree| judge::judge(&View::new(text, tree)));
        Self { sentences: judged.collect() }
    }

    /// How surely the predicate at a word of a sentence holds.
    pub(super) fn of(&self, sentence: usize, word: usize) -> (Polarity, Modality) {
        let judged = self.sentences.get(sentence).and_then(|words| words.get(word));
        judged.map_or_else(Default::default, |j| (j.polarity, j.modality))
    }
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
