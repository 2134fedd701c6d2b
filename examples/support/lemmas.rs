//! Learns the lemmas that the rules of the library miss.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use corroborate::syntax::training::{by_rule, key};
use corroborate::syntax::{Morph, Upos};

use crate::conllu::GoldSentence;
use crate::vocabulary;

/// Lines of form, class and lemma, sorted: for each form and class the lemma seen most, where the
/// rules give another.
pub(crate) fn exceptions(sentences: &[GoldSentence]) -> String {
    type Counts<'s> = BTreeMap<&'s str, (u32, u32)>;
    let mut seen: BTreeMap<(String, char), Counts<'_>> = BTreeMap::new();
    for word in sentences.iter().flat_map(|sentence| &sentence.words) {
        if word.lemma == "_" || word.upos == "X" || word.lemma.contains('\t') {
            continue;
        }
        let upos = Upos::ALL[usize::from(vocabulary::tag(&word.upos))];
        let morph = Morph::ALL[vocabulary::morph(word)];
        let count = seen.entry(key(&word.form, upos, morph)).or_default().entry(&word.lemma);
        let count = count.or_default();
        count.0 += 1;
        count.1 += u32::from(*by_rule(&word.form, upos, morph) == *word.lemma);
    }
    let mut out = String::new();
    for ((form, class), lemmas) in seen {
        let total: u32 = lemmas.values().map(|count| count.0).sum();
        let Some((lemma, (count, _))) = lemmas.iter().max_by_key(|(_, count)| count.0) else {
            continue;
        };
        let ruled: u32 = lemmas.values().map(|count| count.1).sum();
        if *count > ruled && 2 * count > total && form.trim() == form {
            let _ = writeln!(out, "{form}\t{class}\t{lemma}");
        }
    }
    out
}
