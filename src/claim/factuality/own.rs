//! What a word's own dependents say about it: negations, modals, adverbs, questions, orders.

use super::super::Modality;
use super::super::view::View;
use super::judge::Judgement;
use crate::lexicon::factuality::{Effect, adverb, marker, modal, negator};
use crate::lexicon::is_sensing;
use crate::syntax::{Morph, Rel, Upos};

/// The judgement of a word by its own dependents.
pub(super) fn judgement(view: &View<'_>, at: usize) -> Judgement {
    let negation = negation(view, at);
    let mood = modality(view, at, negation == Some(Effect::Fails));
    let negative = negation.map_or_else(Judgement::default, Judgement::of);
    let mut whole = match mood {
        Some(Effect::Fails | Effect::PossiblyNot) if negation.is_some() => {
            Judgement::of(mood.unwrap_or(Effect::Fails))
        }
        Some(effect) => negative.under(Judgement::of(effect)),
        None => negative,
    };
    if whole.modality == Modality::Actual && is_open(view, at) {
        whole.modality = Modality::Possible;
    }
    whole
}

/// "did not report it *until Monday*": then he did.
fn until(view: &View<'_>, at: usize) -> bool {
    let until = |kid: usize| {
        matches!(view.rel(kid), Rel::Obl | Rel::OblUnmarked | Rel::Advcl)
            && view.introduced_by(kid).is_some_and(|word| word == "until" || word == "till")
    };
    let past = |&kid: &usize| {
        matches!(view.rel(kid), Rel::Aux | Rel::AuxPass)
            && ["did", "had", "was", "were"].iter().any(|form| view.is(kid, form))
    };
    let did = view.kids(at).iter().any(past);
    did && view.kids(at).iter().any(|&kid| until(kid))
}

/// The strongest negation that stands on the word itself, its subject or its object.
fn negation(view: &View<'_>, at: usize) -> Option<Effect> {
    let mut effects: Vec<Effect> =
        view.kids(at).iter().filter_map(|&kid| negates(view, at, kid)).collect();
    let fails = effects.iter().filter(|effect| **effect == Effect::Fails).count();
    effects.retain(|effect| *effect != Effect::Fails);
    match fails {
        _ if fails > 0 && until(view, at) => None,
        0 => effects.first().copied(),
        // "No one did nothing": two negations of one clause are rare and read as emphasis.
        _ => Some(Effect::Fails),
    }
}

fn negates(view: &View<'_>, at: usize, kid: usize) -> Option<Effect> {
    match view.rel(kid) {
        // "voted *no*" denies no vote.
        Rel::Obj | Rel::Advmod | Rel::Discourse
            if view.is_verb(at) && kid == at + 1 && view.is(kid, "no") =>
        {
            None
        }
        Rel::Advmod
        | Rel::Aux
        | Rel::AuxPass
        | Rel::Cc
        | Rel::CcPreconj
        | Rel::Det
        | Rel::Discourse => {
            let word = view.lower(kid);
            let only = view.lemma(at) != "only" && follows_only(view, kid);
            let ended = word == "longer" && kid > 0 && view.is(kid - 1, "no");
            let word = if ended { "no longer" } else { &*word };
            // "no more than 180" denies nothing.
            if word == "no" && bounds(view, kid) {
                return None;
            }
            let short = word.strip_suffix("n't").is_some_and(|stem| !stem.is_empty());
            let word = if short { "not" } else { word };
            negator(word).filter(|_| !only && (view.rel(kid) != Rel::Det || word != "little"))
        }
        Rel::Nsubj | Rel::NsubjPass | Rel::Obj
            if view.is_verb(at) || view.kid(at, &[Rel::Cop]).is_some() =>
        {
            negative_phrase(view, kid, &view.lower(kid))
        }
        _ => None,
    }
}

/// "no one", "nothing", "no sign", "none of them", "few of them"
fn negative_phrase(view: &View<'_>, at: usize, word: &str) -> Option<Effect> {
    let determiner = |kid: &usize| {
        matches!(view.rel(*kid), Rel::Det | Rel::Amod | Rel::Advmod)
            && (view.is(*kid, "no") || view.is(*kid, "few") || view.is(*kid, "neither"))
    };
    // "*Not one* of them slept", "*not a single* miner was hurt"
    let kid_is = |form: &str| view.kids(at).iter().any(|&kid| view.is(kid, form));
    let lone = word == "one" || kid_is("one") || kid_is("single");
    let word = if lone && kid_is("not") { "no" } else { word };
    let own = negator(word).filter(|_| word != "not" && word != "little");
    let free = |kid: &usize| determiner(kid) && !bounds(view, *kid);
    let det = || view.kids(at).iter().copied().find(free);
    let few = |kid: usize| view.kids(at).iter().any(|&a| view.is(a, "a") && a < kid);
    own.or_else(|| det().filter(|&kid| !few(kid)).and_then(|kid| negator(&view.lower(kid))))
}

/// "*no* more than 180 seats", "*no* later than Friday": the word belongs to a bound.
fn bounds(view: &View<'_>, no: usize) -> bool {
    let than = |at: usize| at < view.len() && view.is(at, "than");
    view.is(no, "no") && than(no + 2)
}

/// "not only", "not just", "no sooner", "no doubt"
fn follows_only(view: &View<'_>, kid: usize) -> bool {
    kid + 1 < view.len()
        && ["only", "just", "merely", "simply", "until"].iter().any(|word| view.is(kid + 1, word))
}

/// What modals, adverbs, adjectives and conditions make of the word.
fn modality(view: &View<'_>, at: usize, negated: bool) -> Option<Effect> {
    let kids = view.kids(at);
    let perfect = kids.iter().any(|&kid| view.rel(kid) == Rel::Aux && view.lemma(kid) == "have")
        && !view.is_infinitive(at);
    let from_modal = kids.iter().filter(|&&kid| view.rel(kid) == Rel::Aux).find_map(|&kid| {
        let word = view.lower(kid);
        // "'d" is "had" before a perfect participle.
        let had = word == "'d" && view.word(at).morph == Morph::Participle;
        let row = modal(&word).filter(|_| !had)?;
        // "we *could hear* the hull": so they did.
        if word == "could" && !negated && perceives(view, at) {
            return None;
        }
        Some(if negated {
            row.negated
        } else if perfect {
            row.perfect
        } else {
            row.affirmed
        })
    });
    let from_adverb = || {
        kids.iter()
            .filter(|&&kid| matches!(view.rel(kid), Rel::Advmod | Rel::Amod | Rel::Compound))
            .copied()
            .chain(modifier_before(view, at))
            .filter(|&kid| !counts(view, kid, at))
            .find_map(|kid| adverb(&view.lower(kid)))
    };
    // Most words have no dependents, and all between needs some.
    if kids.is_empty() {
        return from_adverb().or_else(|| ordered(view, at));
    }
    asked(view, at)
        .or_else(|| supposed(view, at))
        .or_else(|| inverted(view, at))
        .or(from_modal)
        .or_else(from_adverb)
        .or_else(|| conditioned(view, at))
        .or_else(|| to_come(view, at))
        .or_else(|| ordered(view, at))
}

/// Whether somebody perceives what is there, rather than that it may come: "I could see smoke", but not "sales could see a fall".
fn perceives(view: &View<'_>, at: usize) -> bool {
    let person = |subject: usize| view.word(subject).upos == Upos::Pron && !view.is(subject, "it");
    is_sensing(view.lemma(at)) && view.own_subject(at).is_some_and(person)
}

/// "*nearly* all of them left": an adverb before a word for how many says nothing of the verb.
fn counts(view: &View<'_>, adverb: usize, at: usize) -> bool {
    let next = adverb + 1;
    let many = |word: usize| {
        matches!(view.word(word).upos, Upos::Det | Upos::Num)
            || ["all", "every", "everyone", "everybody", "everything", "half", "none"]
                .iter()
                .any(|form| view.is(word, form))
    };
    next < at && many(next)
}

/// The modifier right before a noun, whichever noun of a compound the tree hangs it on.
fn modifier_before(view: &View<'_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    (view.is_noun(at) && view.rel(before) == Rel::Amod).then_some(before)
}

/// "an inquiry into *whether* he lied"
fn asked(view: &View<'_>, at: usize) -> Option<Effect> {
    let whether = |&&kid: &&usize| view.rel(kid) == Rel::Mark && view.is(kid, "whether");
    view.kids(at).iter().find(whether).map(|_| Effect::Possible)
}

/// "If you *have* more than ten, write to us", where the tree takes the condition for the main clause.
fn supposed(view: &View<'_>, at: usize) -> Option<Effect> {
    let mark = view.kids(at).iter().copied().find(|&kid| view.rel(kid) == Rel::Mark)?;
    let condition = view.is(mark, "if") || view.is(mark, "unless");
    (condition && view.rel(at) == Rel::Root).then(|| marker(&view.lower(mark))).flatten()
}

/// "If it rains, the track *floods*", "if it rains, the race is *off*"
fn conditioned(view: &View<'_>, at: usize) -> Option<Effect> {
    let present = |&kid: &usize| {
        matches!(view.rel(kid), Rel::Cop | Rel::AuxPass) && view.word(kid).morph == Morph::Present
    };
    let timeless = matches!(view.word(at).morph, Morph::Present | Morph::Base | Morph::None)
        || view.kids(at).iter().any(present);
    // "If it rains, the track floods and *turns* to mud"
    let shared = || {
        let first = view.head(at).filter(|&first| view.rel(at) == Rel::Conj && first < at);
        first.is_some_and(|first| is_fronted_condition(view, first))
    };
    (timeless && (has_condition(view, at) || shared())).then(|| marker("if")).flatten()
}

/// Whether a clause with "if" stands before the word that it hangs on.
fn is_fronted_condition(view: &View<'_>, at: usize) -> bool {
    view.kids(at).iter().any(|&kid| kid < at && is_condition(view, kid))
}

fn is_condition(view: &View<'_>, kid: usize) -> bool {
    view.rel(kid) == Rel::Advcl
        && view.introduced_by(kid).is_some_and(|mark| mark == "if" || mark == "unless")
}

/// Whether a clause with "if" hangs on a word.
pub(super) fn has_condition(view: &View<'_>, at: usize) -> bool {
    view.kids(at).iter().any(|&kid| is_condition(view, kid))
}

/// "*Should* she fall ill, the party has a list", "*had* it rained": an auxiliary before its subject.
fn inverted(view: &View<'_>, at: usize) -> Option<Effect> {
    let auxiliary = |&kid: &usize| {
        matches!(view.rel(kid), Rel::Aux | Rel::AuxPass | Rel::Cop)
            && ["should", "had", "were"].iter().any(|form| view.is(kid, form))
    };
    let first = view.kids(at).iter().copied().find(auxiliary)?;
    let subject = view.own_subject(at).filter(|&subject| first < subject && subject < at)?;
    let opens = first.checked_sub(1).is_none_or(|before| view.word(before).upos == Upos::Punct);
    let below = matches!(view.rel(at), Rel::Advcl | Rel::Ccomp | Rel::Parataxis);
    let asks = (subject..view.len()).any(|word| view.is(word, "?"));
    (opens && below && !asks).then(|| marker("if")).flatten()
}

/// "The firm is *to close*", "Firm *to close* mill".
fn to_come(view: &View<'_>, at: usize) -> Option<Effect> {
    // "is *yet* to comment", "has *yet* to comment"
    let yet = view.kids(at).iter().any(|&kid| view.rel(kid) == Rel::Advmod && view.is(kid, "yet"));
    let copula = || view.is_verb(at) && view.kid(at, &[Rel::Cop]).is_some();
    // "*has* to leave", not "to *have* left"
    let has = || {
        let to = infinitive(view, at);
        let mut kids = view.kids(at).iter();
        kids.any(|&aux| view.rel(aux) == Rel::Aux && view.lemma(aux) == "have" && aux < to)
    };
    // "and two *are to be* pulled down"
    let be = || {
        let to = infinitive(view, at);
        let mut kids = view.kids(at).iter();
        let auxiliary = |aux: usize| matches!(view.rel(aux), Rel::Aux | Rel::AuxPass);
        kids.any(|&aux| auxiliary(aux) && view.lemma(aux) == "be" && aux < to)
    };
    let may = view.rel(at) == Rel::Root || copula() || be();
    let had = || {
        let mut kids = view.kids(at).iter();
        kids.any(|&kid| view.rel(kid) == Rel::Aux && view.is(kid, "had"))
    };
    match () {
        () if !view.is_infinitive(at) => None,
        () if yet && (copula() || has()) => Some(Effect::Fails),
        // Who *had* to leave has left.
        () if has() => (!had()).then_some(Effect::Demanded),
        () => may.then_some(Effect::Planned),
    }
}

/// The "to" of an infinitive, or the word itself: another conjunction may stand before it.
fn infinitive(view: &View<'_>, at: usize) -> usize {
    let to = |&kid: &usize| view.rel(kid) == Rel::Mark && view.is(kid, "to");
    view.kids(at).iter().copied().find(to).unwrap_or(at)
}

/// An imperative.
fn ordered(view: &View<'_>, at: usize) -> Option<Effect> {
    // "Open the page and *enter* your name"
    let goes_on = || {
        view.head(at).is_some_and(|head| {
            view.rel(at) == Rel::Conj && head < at && ordered(view, head).is_some()
        })
    };
    let bare = view.is_verb(at)
        && (opens(view, at) || goes_on())
        && (view.word(at).morph == Morph::Base
            || is_told_to(view, at)
            // "*Plan* for an hour.": a sentence of a finite verb has a subject.
            || leads(view, at) && is_timeless(view, at) && is_closed(view)
            || goes_on() && view.is(at, view.lemma(at)))
        && view.own_subject(at).is_none()
        && view.kid(at, &[Rel::Aux, Rel::AuxPass]).is_none_or(|aux| is_do_not(view, aux));
    bare.then_some(Effect::Demanded)
}

/// Whether a sentence ends as one: a headline does not.
fn is_closed(view: &View<'_>) -> bool {
    let last = (0..view.len()).next_back();
    last.is_some_and(|last| view.is(last, ".") || view.is(last, "!"))
}

/// Whether a verb has the form of the dictionary, and no past tense of that form is meant.
fn is_timeless(view: &View<'_>, at: usize) -> bool {
    let past = matches!(view.word(at).morph, Morph::Past | Morph::Participle | Morph::Gerund);
    !past && view.is(at, view.lemma(at))
}

/// Whether a verb is the root, or stands right behind a semicolon.
fn opens(view: &View<'_>, at: usize) -> bool {
    let cut = || at.checked_sub(1).is_some_and(|before| view.is(before, ";"));
    view.rel(at) == Rel::Root || view.rel(at) == Rel::Parataxis && cut()
}

/// "*Set* the limit to 30": a past tense looks the same, but has a subject before it.
fn is_told_to(view: &View<'_>, at: usize) -> bool {
    let object = view.kid(at, &[Rel::Obj]).filter(|&object| {
        let article = view.kid(object, &[Rel::Det]);
        article == Some(at + 1) || object == at + 1 && view.kid(at, &[Rel::Obl]).is_some()
    });
    leads(view, at) && view.is(at, view.lemma(at)) && object.is_some()
}

/// "*Do* not run two servers"
fn is_do_not(view: &View<'_>, aux: usize) -> bool {
    leads(view, aux) && view.lemma(aux) == "do"
}

/// Whether no word stands before this one.
fn leads(view: &View<'_>, at: usize) -> bool {
    (0..at).all(|before| view.word(before).upos == Upos::Punct)
}

/// Whether the word is the predicate of a question.
fn is_open(view: &View<'_>, at: usize) -> bool {
    let mut forms = (0..view.len()).rev().map(|at| view.form(at));
    let mut last = || forms.find(|form| !matches!(*form, "\"" | "”" | "''" | "’" | "'"));
    view.rel(at) == Rel::Root && view.word(at).upos != Upos::Noun && last() == Some("?")
}
