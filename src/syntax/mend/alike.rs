//! Singular and plural: which noun a verb is told of where the tree has taken another word for it.

use super::super::tree::{Morph, Rel, Tree, Upos, Word};
use super::{index, is_subject};

/// Mends one word of a sentence.
pub(super) fn word(tree: &mut Tree, at: usize) {
    deed_of_many(tree, at);
    done_before(tree, at);
}

/// Whether the finite word of a predicate is in the plural; none where its form does not tell.
fn is_plural(tree: &Tree, verb: usize) -> Option<bool> {
    let helps = |kid: &usize| {
        kid < &verb && matches!(tree.words[*kid].rel, Rel::Aux | Rel::AuxPass | Rel::Cop)
    };
    let word = &tree.words[tree.children(verb).find(helps).unwrap_or(verb)];
    let long = |more: usize| word.span.len() as usize > more;
    match (word.morph, &*word.lemma) {
        // "is" and "are", "has" and "have"
        (Morph::Present, "be") => Some(long(2)),
        (Morph::Present, "have") => Some(long(3)),
        (Morph::Past, "be") => Some(long(3)),
        (Morph::Present, lemma) => Some(!long(lemma.len())),
        _ => None,
    }
}

fn number(word: &Word) -> Option<bool> {
    match (word.upos, word.morph) {
        (Upos::Noun, Morph::Plural) => Some(true),
        (Upos::Noun, Morph::Singular) => Some(false),
        _ => None,
    }
}

/// "sales at the unit, *which makes* pumps, fell": of two nouns before the pronoun, the nearer one alone agrees with the verb.
pub(super) fn relative(tree: &mut Tree, verb: usize) {
    let Some(far) = tree.head(verb).filter(|&far| far < verb) else { return };
    let pronoun = tree.children(verb).find(|&kid| is_subject(tree, kid) && kid < verb);
    let pronoun = pronoun.filter(|&at| matches!(&*tree.words[at].lemma, "which" | "that" | "who"));
    let Some(pronoun) = pronoun.filter(|_| tree.words[verb].rel == Rel::AclRelcl) else { return };
    let comma = usize::from(tree.words[pronoun - 1].upos == Upos::Punct);
    let Some(near) = pronoun.checked_sub(1 + comma).filter(|&near| near > far) else { return };
    let below = tree.head(near).is_some_and(|_| tree.ancestors(near).any(|up| up == far));
    let plural = is_plural(tree, verb);
    let joined = tree.child(far, Rel::Conj).is_some() || tree.child(near, Rel::Conj).is_some();
    let differ = plural.is_some()
        && number(&tree.words[near]) == plural
        && number(&tree.words[far]).is_some_and(|many| Some(many) != plural);
    if below && differ && !joined && tree.words[near].rel == Rel::Nmod {
        tree.words[verb].head = index(near);
    }
}

/// "*Existing* entries are kept": before a plural and its verb a form in -ing is what they are, not what is done to them.
fn deed_of_many(tree: &mut Tree, deed: usize) {
    let word = &tree.words[deed];
    let subject = matches!(word.rel, Rel::Csubj | Rel::CsubjPass) && word.morph == Morph::Gerund;
    let Some(verb) = tree.head(deed).filter(|&verb| subject && verb > deed) else { return };
    let object =
        tree.child(deed, Rel::Obj).filter(|&object| number(&tree.words[object]) == Some(true));
    let Some(object) = object.filter(|&object| object > deed) else { return };
    let near = |at: usize| {
        let word = &tree.words[at];
        tree.head(at) == Some(object) && matches!(word.rel, Rel::Amod | Rel::Compound)
    };
    let bare = (deed + 1..object).all(near) && tree.children(deed).all(|kid| kid == object);
    let next = tree.words.get(object + 1);
    let right = next.is_some_and(|next| {
        next.span == tree.words[verb].span || next.upos == Upos::Aux || next.upos == Upos::Adv
    });
    if bare && right && is_plural(tree, verb) == Some(true) {
        let rel = if word.rel == Rel::CsubjPass { Rel::NsubjPass } else { Rel::Nsubj };
        (tree.words[object].head, tree.words[object].rel) = (index(verb), rel);
        (tree.words[deed].head, tree.words[deed].rel) = (index(object), Rel::Amod);
    }
}

/// "Orders *placed before noon* ship today": a form in -ed without an object before the time at which it was done, and behind that a
/// verb in the present that agrees with its noun alone.
fn done_before(tree: &mut Tree, deed: usize) {
    let word = &tree.words[deed];
    let form = word.upos == Upos::Verb && matches!(word.morph, Morph::Past | Morph::Participle);
    let alone = [Rel::Obj, Rel::Aux, Rel::AuxPass, Rel::Cc]
        .iter()
        .all(|&rel| tree.child(deed, rel).is_none());
    let noun = deed
        .checked_sub(1)
        .filter(|&noun| tree.head(noun) == Some(deed) && is_subject(tree, noun) && form && alone);
    let led = |kid: &usize| {
        let mark = tree.child(*kid, Rel::Mark) == Some(deed + 1);
        mark && tree.words[*kid].rel == Rel::Advcl && tree.words[*kid].morph == Morph::Present
    };
    let verb = tree.children(deed).find(led);
    let time = verb.and_then(|verb| tree.children(verb).find(|&kid| is_subject(tree, kid)));
    let (Some(noun), Some(verb), Some(time)) = (noun, verb, time) else { return };
    let many = is_plural(tree, verb);
    // A capital makes a name of the first word of a sentence.
    let first = &tree.words[noun];
    let capital = noun == 0 && first.upos == Upos::Propn && first.lemma.ends_with('s');
    let plural = first.morph == Morph::Plural || capital;
    let agrees = many == Some(plural) && number(&tree.words[time]).is_some_and(|t| t != plural);
    if !agrees || time + 1 != verb {
        return;
    }
    for kid in tree.children(deed).filter(|&kid| kid > verb || kid < noun).collect::<Vec<_>>() {
        tree.words[kid].head = index(verb);
    }
    (tree.words[verb].head, tree.words[verb].rel) = (tree.words[deed].head, tree.words[deed].rel);
    (tree.words[noun].head, tree.words[noun].rel) = (index(verb), Rel::Nsubj);
    let word = &mut tree.words[deed];
    (word.head, word.rel, word.morph) = (index(noun), Rel::Acl, Morph::Participle);
    (tree.words[time].head, tree.words[time].rel) = (index(deed), Rel::Obl);
    let mark = &mut tree.words[deed + 1];
    (mark.head, mark.rel, mark.upos) = (index(time), Rel::Case, Upos::Adp);
}
