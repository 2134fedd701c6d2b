//! The words of a text that stand behind the canonical words of a claim: "save" behind `rescue`.

use std::collections::BTreeMap;

use crate::claim::{Account, Claim, Frame, Modality, Polarity};
use crate::syntax::{Morph, Rel, Tree};

/// By canonical word of an open claim's property and qualifiers, the lemma that the text has in its
/// place, where that is another.
pub(super) fn of(claim: &Claim, account: &Account, trees: &[Tree]) -> BTreeMap<String, String> {
    let Some(property) = claim.property.strip_prefix("open.") else { return BTreeMap::new() };
    let frames = around(claim, account, trees);
    let predicate = property.split('.').next();
    let own = predicate.and_then(|word| Some((word, predicate_of(word, claim, frames, trees)?)));
    let others = claim.scope.qualifiers.iter().map(String::as_str);
    let others = others.chain(property.split('.').skip(1)).chain(predicate);
    let mut words: BTreeMap<String, String> = others
        .filter_map(|word| Some((word, lemma(word, frames)?)))
        .filter(|(word, lemma)| word != lemma)
        .map(|(word, lemma)| (word.to_owned(), lemma.to_owned()))
        .collect();
    match own {
        Some((word, own)) if own == word => drop(words.remove(word)),
        Some((word, own)) => drop(words.insert(word.to_owned(), own)),
        None => {}
    }
    words
}

/// Whether a claim that something happens is of an infinitive or a participle that says what for, or which of
/// its kind is meant.
pub(super) fn is_subordinate(claim: &Claim, trees: &[Tree]) -> bool {
    if claim.rule != "open.occurrence" || claim.polarity == Polarity::Negated {
        return false;
    }
    let sentence = trees.partition_point(|tree| tree.span.end <= claim.value_span.start);
    let Some(tree) = trees.get(sentence) else { return false };
    let words = &tree.words;
    let mut at = words.partition_point(|word| word.span.start < claim.value_span.start);
    while words.get(at).is_some_and(|word| word.rel == Rel::Conj) {
        at = tree.head(at).unwrap_or(words.len());
    }
    let Some(word) = words.get(at) else { return false };
    let own = tree.children(at).any(|kid| {
        let finite = matches!(words[kid].morph, Morph::Past | Morph::Present | Morph::Modal);
        matches!(words[kid].rel, Rel::Nsubj | Rel::NsubjPass)
            || finite && matches!(words[kid].rel, Rel::Aux | Rel::AuxPass | Rel::Cop)
    });
    let points = match word.rel {
        Rel::Acl | Rel::Advcl => true,
        Rel::Xcomp => claim.modality == Modality::Possible,
        _ => false,
    };
    points && !own && word.morph != Morph::Present
}

/// The clauses of the sentence that a claim was read from.
fn around<'a>(claim: &Claim, account: &'a Account, trees: &[Tree]) -> &'a [Frame] {
    let Some(first) = claim.evidence.first() else { return &[] };
    let sentence = trees.partition_point(|tree| tree.span.end <= first.start);
    let before = |frame: &Frame| (frame.sentence as usize) < sentence;
    let start = account.frames.partition_point(before);
    let rest = &account.frames[start..];
    &rest[..rest.partition_point(|frame| frame.sentence as usize == sentence)]
}

/// The lemma of the predicate `word` in the clause that a claim was read from, with its particle ("rule
/// out").
fn predicate_of(word: &str, claim: &Claim, frames: &[Frame], trees: &[Tree]) -> Option<String> {
    let clause = claim.evidence.first()?;
    let mut own = frames.iter().filter(|frame| frame.predicate == word);
    let frame = own.clone().find(|frame| frame.span == *clause).or_else(|| own.next())?;
    let lemma = lemma(word, std::slice::from_ref(frame))?;
    let tree = trees.get(frame.sentence as usize)?;
    let particle = tree.child(frame.head as usize, Rel::CompoundPrt);
    Some(match particle {
        Some(particle) => format!("{lemma} {}", tree.words[particle].lemma),
        None => lemma.to_owned(),
    })
}

/// The lemma that stands for a canonical word: the word itself where the text has it.
fn lemma<'a>(word: &str, frames: &'a [Frame]) -> Option<&'a str> {
    let keys = || frames.iter().flat_map(|frame| &frame.keys).filter(|key| &*key.lemma == word);
    let same = keys().find(|key| &*key.word == word);
    same.or_else(|| keys().min_by_key(|key| key.span)).map(|key| &*key.word)
}
