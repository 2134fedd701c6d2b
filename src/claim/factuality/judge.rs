//! How a word's governor bears on it.

use super::super::view::View;
use super::super::{Modality, Polarity};
use super::own;
use crate::lexicon::factuality::{
    Complement, Effect, Signature, governs_phrase, marker, predicate,
};
use crate::lexicon::reporting::{self, Stance};
use crate::lexicon::{accuses, is_fault, is_lie, mends, turns_out};
use crate::syntax::{Morph, Rel, Tree, Upos};

/// How surely something holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Judgement {
    pub(super) polarity: Polarity,
    pub(super) modality: Modality,
}

impl Judgement {
    /// The judgement that an effect makes.
    pub(super) const fn of(effect: Effect) -> Self {
        let (polarity, modality) = match effect {
            Effect::Holds => (Polarity::Affirmed, Modality::Actual),
            Effect::Fails => (Polarity::Negated, Modality::Actual),
            Effect::Possible => (Polarity::Affirmed, Modality::Possible),
            Effect::PossiblyNot => (Polarity::Negated, Modality::Possible),
            Effect::Planned => (Polarity::Affirmed, Modality::Planned),
            Effect::Proposed => (Polarity::Affirmed, Modality::Proposed),
            Effect::Demanded => (Polarity::Affirmed, Modality::Demanded),
            Effect::Conditional => (Polarity::Affirmed, Modality::Conditional),
        };
        Self { polarity, modality }
    }

    /// This judgement under another: two negations cancel, the less sure modality stays.
    pub(super) fn under(self, above: Self) -> Self {
        let polarity =
            if self.polarity == above.polarity { Polarity::Affirmed } else { Polarity::Negated };
        let modality =
            if self.modality == Modality::Actual { above.modality } else { self.modality };
        Self { polarity, modality }
    }

    fn negated(self) -> bool {
        self.polarity == Polarity::Negated
    }
}

/// What holds for a word: what its governor makes of it, and with its own words.
#[derive(Debug, Clone, Copy, Default)]
struct Pair {
    context: Judgement,
    whole: Judgement,
}

/// Judges each word of a sentence.
pub(super) fn judge(view: &View<'_>) -> Vec<Judgement> {
    let mut judged = vec![Pair::default(); view.len()];
    let mut open: Vec<usize> = (0..view.len()).filter(|&at| view.head(at).is_none()).collect();
    let mut done = vec![false; view.len()];
    while let Some(at) = open.pop() {
        if std::mem::replace(&mut done[at], true) {
            continue;
        }
        judged[at] = pair(view, at, &judged);
        open.extend(view.kids(at));
    }
    judged.into_iter().map(|pair| pair.whole).collect()
}

fn pair(view: &View<'_>, at: usize, judged: &[Pair]) -> Pair {
    let mut own = own::judgement(view, at);
    let context = match view.head(at) {
        None => Judgement::default(),
        Some(head) if view.rel(at) == Rel::Conj => {
            if shares_auxiliary(view, at, head) {
                own = own.under(own::judgement(view, head));
            }
            judged[head].context
        }
        Some(head) => governed(view, at, head, judged[head].whole),
    };
    // Future in the past: "said it would close"; not "would close if it rained, he said".
    // What "would have" happened did not.
    let perfect =
        || view.kids(at).iter().any(|&kid| view.rel(kid) == Rel::Aux && view.lemma(kid) == "have");
    let reported = || is_reported(view, at) && !own::has_condition(view, at) && !perfect();
    if own.modality == Modality::Conditional && reported() {
        own.modality = Modality::Planned;
    }
    Pair { context, whole: own.under(context) }
}

/// Whether a verb is what somebody is said to say, also as the second of two: "said it regretted
/// the delay and *would pay*".
fn is_reported(view: &View<'_>, at: usize) -> bool {
    let first = view.head(at).filter(|_| view.rel(at) == Rel::Conj);
    let says = |head: usize| {
        let told = view.kid(head, &[Rel::Ccomp]).is_some();
        told && reporting::verb(view.lemma(head)).is_some_and(|row| row.frames.clause)
    };
    let joined = first.is_some_and(|head| {
        view.rel(head) == Rel::Ccomp || says(head) || view.tells(head).is_some()
    });
    // "the search would go on, he said"
    let inserted = |&kid: &usize| {
        view.rel(kid) == Rel::Parataxis
            && view.own_subject(kid).is_some()
            && reporting::verb(view.lemma(kid)).is_some_and(|row| row.frames.clause)
    };
    // "would be sent to Rome, *where it would be read*, he said"
    let within = || {
        let relative = matches!(view.rel(at), Rel::AclRelcl | Rel::AdvclRelcl);
        let mut above = view.tree.ancestors(at).take(4);
        relative && above.any(|up| view.is_verb(up) && is_reported(view, up))
    };
    view.rel(at) == Rel::Ccomp
        || joined
        || within()
        || view.tells(at).is_some()
        || view.kids(at).iter().any(inserted)
}

/// "may fall and *break*": a bare verb without subject or auxiliary of its own.
fn shares_auxiliary(view: &View<'_>, at: usize, head: usize) -> bool {
    let own = view.kid(at, &[Rel::Aux, Rel::Nsubj, Rel::NsubjPass, Rel::Cop]);
    let contrast = view.kid(at, &[Rel::Cc]).is_some_and(|cc| view.is(cc, "but"));
    // "will cost and save": what looks like another tense is the bare verb too.
    let bare = |verb: usize| view.is_verb(verb) && view.is(verb, view.lemma(verb));
    let alike = view.word(at).morph == view.word(head).morph || bare(at) && bare(head);
    own.is_none() && !contrast && alike && view.kid(head, &[Rel::Aux]).is_some()
}

fn governed(view: &View<'_>, at: usize, head: usize, above: Judgement) -> Judgement {
    match view.rel(at) {
        Rel::Xcomp | Rel::Ccomp | Rel::Csubj | Rel::CsubjPass | Rel::CsubjOuter => {
            complement(view, at, head, above)
        }
        Rel::Advcl => match noun_before(view, at) {
            Some(noun) => on_noun(view, at, noun, Judgement::default()),
            None => adverbial(view, at, head, above),
        },
        Rel::Acl => on_noun(view, at, head, above),
        Rel::AclRelcl => relative(view, at, head),
        Rel::Obj | Rel::NsubjPass => object(view, at, head, above),
        Rel::Nsubj => subject(view, at, head, above),
        Rel::Obl | Rel::Nmod | Rel::OblAgent | Rel::NmodPoss => {
            after_preposition(view, at, head, above)
        }
        Rel::Appos | Rel::List | Rel::Flat => above,
        _ => Judgement::default(),
    }
}

/// What a signature makes of a complement, given the judgement of its predicate.
fn signed(signature: &Signature, above: Judgement) -> Judgement {
    let factive = signature.affirmed == Effect::Holds && signature.negated == Effect::Holds;
    if factive {
        return Judgement::default();
    }
    let effect = if above.negated() { signature.negated } else { signature.affirmed };
    let here = Judgement::of(effect);
    // "might agree *to sell*", "asked whether he planned *to go*"
    let open = matches!(above.modality, Modality::Possible | Modality::Conditional);
    if here.modality == Modality::Actual || open && here.modality == Modality::Planned {
        Judgement { modality: above.modality, ..here }
    } else {
        here
    }
}

fn complement(view: &View<'_>, at: usize, head: usize, above: Judgement) -> Judgement {
    let kind = if view.is_infinitive(at) {
        Complement::To
    } else if view.word(at).morph == Morph::Gerund && view.own_subject(at).is_none() {
        Complement::Ing
    } else {
        Complement::Clause
    };
    // "has yet to decide *whether to extend* it"
    if view.kid(at, &[Rel::Mark]).is_some_and(|mark| view.is(mark, "whether")) {
        return Judgement::of(Effect::Possible);
    }
    // "*had to* leave": so they did.
    let had = kind == Complement::To && view.lemma(head) == "have" && !above.negated();
    let form = view.word(head).morph;
    // "*have had to* cross it slowly": so they do.
    let perfect = form == Morph::Participle && view.kid(head, &[Rel::Aux]).is_some();
    if had && (form == Morph::Past || perfect) && above.modality == Modality::Actual {
        return above;
    }
    // "*nobody* is known to have lost data"
    let nobody = view.own_subject(head).is_some_and(|subject| is_nobody(view, subject));
    if kind == Complement::To && nobody && view.is_passive(head) {
        return Judgement::of(Effect::Fails);
    }
    // "lied when they claimed *that it was safe*"
    let lied = view.head(head).is_some_and(|lie| {
        view.rel(head) == Rel::Advcl && is_lie(view.lemma(lie)) && view.is_verb(lie)
    });
    if lied && kind == Complement::Clause {
        return Judgement::of(Effect::Fails);
    }
    let signature = row(view, head, kind);
    // "suggested that he is watching" tells, "suggested that he watch" proposes.
    let told = |s: &&Signature| s.affirmed != Effect::Proposed || !is_indicative(view, at);
    if let Some(signature) = signature.filter(told) {
        return signed(signature, above);
    }
    let cue = reporting::verb(view.lemma(head))
        .or_else(|| reporting::noun(view.lemma(head)))
        .or_else(|| reporting::adjective(view.lemma(head)));
    let stance = cue.map(|cue| cue.stance);
    match (kind, stance) {
        (Complement::To, Some(Stance::Wants)) => Judgement::of(Effect::Planned),
        (Complement::To, _) if view.word(head).upos == Upos::Verb && view.is_passive(head) => {
            Judgement::of(Effect::Possible)
        }
        (Complement::To, _) => Judgement::of(Effect::Possible),
        (_, Some(Stance::Thinks | Stance::Questions)) => Judgement::of(Effect::Possible),
        (_, Some(Stance::Wants)) if signature.is_some() => Judgement::default(),
        (_, Some(Stance::Wants)) => Judgement::of(Effect::Demanded),
        (_, Some(Stance::Denies)) => Judgement::of(Effect::Fails),
        (_, Some(Stance::Asserts)) if above.modality != Modality::Actual => {
            Judgement::of(Effect::Possible)
        }
        (_, Some(_)) => Judgement::default(),
        (Complement::Clause, None) if is_question(view, at) => Judgement::of(Effect::Possible),
        // "*Selling* the yard did not save the firm": it was sold.
        _ if matches!(view.rel(at), Rel::Csubj | Rel::CsubjPass | Rel::CsubjOuter) => {
            Judgement { polarity: Polarity::Affirmed, ..above }
        }
        _ => above,
    }
}

fn is_nobody(view: &View<'_>, subject: usize) -> bool {
    let none = |at: usize| crate::lexicon::factuality::negator(&view.lower(at)).is_some();
    none(subject) || view.kids(subject).iter().any(|&kid| view.is(kid, "no"))
}

/// Whether a finite clause has a verb that shows that it tells of the present: "he is watching".
fn is_indicative(view: &View<'_>, at: usize) -> bool {
    let kids = view.kids(at).iter().copied();
    let mut verbs = kids.filter(|&kid| matches!(view.rel(kid), Rel::Aux | Rel::AuxPass | Rel::Cop));
    verbs.any(|verb| {
        matches!(&*view.lower(verb), "is" | "are" | "has" | "have" | "'s" | "was" | "had" | "did")
    })
}

/// The signature of a predicate, with its particle where the lexicon asks for it.
fn row(view: &View<'_>, head: usize, kind: Complement) -> Option<&'static Signature> {
    let lemma = view.lemma(head);
    let particle = view.kid(head, &[Rel::CompoundPrt]).map(|kid| view.lower(kid));
    particle
        .and_then(|particle| predicate(&format!("{lemma} {particle}"), kind))
        .or_else(|| of_phrase(view, head, kind))
        .or_else(|| predicate(lemma, kind))
}

/// The signature of a predicate with the words right behind it: "has yet to answer", "came from behind
/// to win".
fn of_phrase(view: &View<'_>, head: usize, kind: Complement) -> Option<&'static Signature> {
    if !governs_phrase(view.lemma(head)) {
        return None;
    }
    let phrase = |more: usize| {
        let words = (head + 1..=head + more).filter(|&at| at < view.len()).map(|at| view.lower(at));
        let words = words.collect::<Vec<_>>().join(" ");
        predicate(&format!("{} {words}", view.lemma(head)), kind)
    };
    phrase(1).or_else(|| phrase(2))
}

fn is_question(view: &View<'_>, at: usize) -> bool {
    view.introduced_by(at).is_some_and(|mark| mark == "whether" || mark == "if")
}

fn adverbial(view: &View<'_>, at: usize, head: usize, above: Judgement) -> Judgement {
    let mark = view.introduced_by(at).unwrap_or_default();
    // "is charged with *killing* a guard"; who is convicted of it has done it.
    let deed = view.word(at).morph == Morph::Gerund && matches!(&*mark, "with" | "of" | "for");
    if deed && accuses(view.lemma(head)) && view.lemma(head) != "convict" {
        return Judgement::of(Effect::Possible);
    }
    // "led the town until she *resigned*": told in the past of what was so until then.
    let past = |verb: usize| {
        let auxiliary = view.kid(verb, &[Rel::AuxPass, Rel::Cop]);
        view.word(auxiliary.unwrap_or(verb)).morph == Morph::Past
    };
    if mark == "until" && past(at) && past(head) && above == Judgement::default() {
        return above;
    }
    if let Some(effect) = marker(&mark) {
        return Judgement::of(effect);
    }
    // "trying to stop the fire *before it reached* the town": it may not have come to that.
    let stops =
        || row(view, head, Complement::Ing).is_some_and(|row| row.affirmed == Effect::Fails);
    if mark == "before" && above.modality != Modality::Actual && stops() {
        return Judgement::of(Effect::Possible);
    }
    // "ruled out *sending* the army", where the tree takes what is ruled out for when.
    let beside = at.checked_sub(1).is_some_and(|before| {
        before == head || view.rel(before) == Rel::CompoundPrt && view.head(before) == Some(head)
    });
    if beside
        && view.word(at).morph == Morph::Gerund
        && let Some(signature) = row(view, head, Complement::Ing)
    {
        return signed(signature, above);
    }
    // "was banned *from leaving*"
    let from = view.word(at).morph == Morph::Gerund && mark == "from";
    if let Some(signature) = row(view, head, Complement::Ing).filter(|_| from) {
        // Who was not banned from it need not have done it.
        let free = || Judgement::of(Effect::Possible);
        return if above.negated() { free() } else { signed(signature, above) };
    }
    if view.is_infinitive(at) {
        let past = view.word(head).morph == Morph::Past && above == Judgement::default();
        // "beat the top seed *to become* the youngest winner"
        if past && (turns_out(view.lemma(at)) || has_score(view, at)) {
            return above;
        }
        // "ordered the firm *to pay*", where the tree takes what is demanded for what it is for.
        let object = view.kid(head, &[Rel::Obj, Rel::Iobj]).is_some_and(|object| object < at);
        let asks = row(view, head, Complement::To).filter(|row| row.affirmed == Effect::Demanded);
        return match asks.filter(|_| object) {
            Some(signature) => signed(signature, above),
            None => purpose(view, head, above),
        };
    }
    // "The console *shows* a wrong count when a topic has many parts": whenever that is so.
    // "when two nodes *are lost*, the cluster turns read-only"
    let general = |verb: usize| {
        let first = view.kid(verb, &[Rel::Aux, Rel::AuxPass, Rel::Cop]);
        let finite = view.word(first.unwrap_or(verb));
        let simple =
            first.is_none() || &*finite.lemma == "be" && view.word(verb).morph != Morph::Gerund;
        finite.morph == Morph::Present && simple
    };
    let when = |&kid: &usize| view.is(kid, "when") || view.is(kid, "whenever");
    if view.kids(at).iter().any(when) && general(at) && general(head) {
        return Judgement::of(Effect::Conditional);
    }
    let finite = view.word(at).morph == Morph::Present
        || view.kid(at, &[Rel::Aux, Rel::AuxPass, Rel::Cop]).is_some();
    let subject = view.own_subject(at).is_some();
    // "a plan to close the mill, *where* 640 people work": that is so today.
    if finite && subject && view.kids(at).iter().any(|&kid| view.is(kid, "where")) {
        return Judgement::default();
    }
    // "do not open it *while* the motor is running"
    let order = above.modality == Modality::Demanded && view.word(head).morph == Morph::Base;
    if order && finite && subject && !mark.is_empty() && mark != "because" {
        return Judgement::of(Effect::Conditional);
    }
    let timeless = matches!(view.word(at).morph, Morph::Present | Morph::Gerund | Morph::Base);
    if timeless && above.modality != Modality::Actual && mark != "because" {
        return Judgement { polarity: Polarity::Affirmed, modality: above.modality };
    }
    Judgement::default()
}

/// "needed an hour to beat him *6-1*": a score is of what has been played.
fn has_score(view: &View<'_>, at: usize) -> bool {
    let words = view.words(at, &[]);
    let number = |at: usize| view.word(at).upos == Upos::Num;
    let mut dashes = words.into_iter().filter(|&word| word > 0 && word + 1 < view.len());
    dashes.any(|dash| matches!(view.form(dash), "-" | "–") && number(dash - 1) && number(dash + 1))
}

/// "went there *to help*"; "too late *to help*"; adjectives and verbs whose infinitive a parser
/// takes for a purpose.
fn purpose(view: &View<'_>, head: usize, above: Judgement) -> Judgement {
    // "used the money to buy it" has bought it, "an error that caused jobs to fail" made them fail.
    let complement = !view.is_verb(head) || view.lemma(head) == "use";
    let object = view.kid(head, &[Rel::Obj]).is_some();
    let compels = |row: &Signature| {
        object && row.affirmed == Effect::Holds && row.negated == Effect::Possible
    };
    let row = row(view, head, Complement::To).filter(|row| complement || compels(row));
    if let Some(signature) = of_phrase(view, head, Complement::To).or(row) {
        return signed(signature, above);
    }
    let too = view.kids(head).iter().any(|&kid| view.is(kid, "too"));
    Judgement::of(if too { Effect::Fails } else { Effect::Planned })
}

/// "after weeks of refusal *to accept*": the noun right before an infinitive that the tree hangs
/// on the verb, when the lexicon gives it one.
fn noun_before(view: &View<'_>, at: usize) -> Option<usize> {
    let first = view.kids(at).first().copied()?;
    let noun = first.checked_sub(1).filter(|_| view.is(first, "to"))?;
    let governs = view.is_noun(noun) && view.rel(noun) == Rel::Nmod;
    (governs && row(view, noun, Complement::To).is_some()).then_some(noun)
}

fn on_noun(view: &View<'_>, at: usize, noun: usize, above: Judgement) -> Judgement {
    let clause = view.kid(at, &[Rel::Mark]).is_some_and(|mark| view.is(mark, "that"));
    let kind = if view.is_infinitive(at) {
        Complement::To
    } else if clause {
        Complement::Clause
    } else if view.word(at).morph != Morph::Gerund && there(view, noun) {
        return Judgement { polarity: Polarity::Affirmed, modality: above.modality };
    } else if let Some(signature) = for_doing(view, at, noun) {
        return signed(signature, above);
    } else if is_laid_to(view, at, noun) {
        return Judgement::of(Effect::Possible);
    } else {
        return marker(&view.introduced_by(at).unwrap_or_default())
            .map_or_else(Judgement::default, Judgement::of);
    };
    if let Some(signature) = row(view, noun, kind) {
        return signed(signature, above);
    }
    // "no reason to arrest him"
    let no = view.kid(noun, &[Rel::Det]).is_some_and(|det| view.is(det, "no"));
    if no && kind == Complement::To {
        return Judgement::of(Effect::Fails);
    }
    // "expects *profit* to grow", where the tree hangs the infinitive on the noun.
    let asks = view.head(noun).filter(|&verb| {
        kind == Complement::To && view.rel(noun) == Rel::Obj && view.lemma(verb) != "have"
    });
    if let Some(signature) = asks.and_then(|verb| row(view, verb, kind)) {
        return signed(signature, above);
    }
    // "called *for the minister* to resign"
    let calls = view.head(noun).filter(|_| kind == Complement::To && view.rel(noun) == Rel::Obl);
    let calls = calls.filter(|_| view.kid(noun, &[Rel::Case]).is_some_and(|of| view.is(of, "for")));
    let row = calls.and_then(|verb| predicate(&format!("{} for", view.lemma(verb)), kind));
    if let Some(signature) = row {
        return signed(signature, Judgement::default());
    }
    let stance = reporting::noun(view.lemma(noun)).map(|cue| cue.stance);
    // "denied reports that he resigned"
    let verb = view.head(noun).filter(|_| view.rel(noun) == Rel::Obj && stance.is_some());
    let denies = |verb: usize| {
        reporting::verb(view.lemma(verb)).is_some_and(|cue| cue.stance == Stance::Denies)
    };
    if clause && verb.is_some_and(denies) {
        return Judgement::of(Effect::Fails);
    }
    match (kind, stance) {
        (_, Some(Stance::Thinks | Stance::Questions)) => Judgement::of(Effect::Possible),
        (_, Some(Stance::Denies)) => Judgement::of(Effect::Fails),
        (Complement::Clause, _) => Judgement::default(),
        (_, Some(Stance::Wants)) => Judgement::of(Effect::Planned),
        _ if is_ranked(view, noun) => {
            Judgement { polarity: Polarity::Affirmed, modality: above.modality }
        }
        _ => Judgement::of(Effect::Possible),
    }
}

/// "on suspicion of *starting* the fire", "denies a charge of *taking* bribes"
fn is_laid_to(view: &View<'_>, at: usize, noun: usize) -> bool {
    let of = view.introduced_by(at).is_some_and(|mark| mark == "of");
    let weak = |cue: &reporting::Cue| cue.strength == reporting::Strength::Weak;
    of && view.word(at).morph == Morph::Gerund
        && reporting::noun(view.lemma(noun)).is_some_and(weak)
}

/// "there might have been *two people* killed": a noun that may only be there.
fn there(view: &View<'_>, noun: usize) -> bool {
    let verb = view.head(noun).filter(|_| view.rel(noun) == Rel::Nsubj);
    verb.is_some_and(|verb| view.kid(verb, &[Rel::Expl]).is_some())
}

/// "a condition for *holding* talks", "the risk of *losing* them": what the noun makes of a deed.
fn for_doing(view: &View<'_>, at: usize, noun: usize) -> Option<&'static Signature> {
    let word = view.introduced_by(at)?;
    let deed = view.word(at).morph == Morph::Gerund && matches!(&*word, "for" | "of");
    deed.then(|| row(view, noun, Complement::Ing)).flatten()
}

/// "the first *to arrive*", "the only team *to win*"
fn is_ranked(view: &View<'_>, noun: usize) -> bool {
    let ranks = |at: usize| {
        crate::lexicon::is_ranked(&view.form(at).to_lowercase())
            || view.word(at).morph == Morph::Superlative
    };
    ranks(noun) || view.kids(noun).iter().any(|&kid| ranks(kid))
}

/// Whether a noun names a fault that its verb does away with: "fixed *a bug*", "*the bug* is fixed".
pub(in crate::claim) fn is_mended(tree: &Tree, noun: usize) -> bool {
    let word = &tree.words[noun];
    let verb = tree.head(noun).filter(|_| matches!(word.rel, Rel::Obj | Rel::NsubjPass));
    // "an update *to fix* a bug" mends it for whoever installs it.
    let done = |verb: &usize| {
        tree.words[*verb].morph != Morph::Base && tree.child(*verb, Rel::Mark).is_none()
    };
    let mended = verb.filter(done).is_some_and(|verb| mends(&tree.words[verb].lemma));
    is_fault(&word.lemma) && mended
}

/// What a relative clause on "anyone" or "any firm" says need not have happened; what a fault that was
/// mended does ("fixed a bug where the server *crashes*") happens no more.
fn relative(view: &View<'_>, at: usize, noun: usize) -> Judgement {
    if is_mended(view.tree, noun) && view.word(at).morph != Morph::Past {
        return Judgement::of(Effect::Fails);
    }
    let any = |at: usize| {
        ["any", "anyone", "anybody", "anything", "whoever", "whatever"]
            .iter()
            .any(|word| view.is(at, word))
    };
    let free = any(noun) || view.kids(noun).iter().any(|&kid| any(kid));
    Judgement::of(if free { Effect::Possible } else { Effect::Holds })
}

fn object(view: &View<'_>, at: usize, verb: usize, above: Judgement) -> Judgement {
    match row(view, verb, Complement::Noun) {
        Some(signature) => signed(signature, above),
        None => presupposed(view, at, above),
    }
}

fn subject(view: &View<'_>, at: usize, verb: usize, above: Judgement) -> Judgement {
    match row(view, verb, Complement::Subject) {
        Some(signature) => signed(signature, above),
        None => presupposed(view, at, above),
    }
}

/// "may start *a war*" has no war; "may end *the war*" has one.
fn presupposed(view: &View<'_>, at: usize, above: Judgement) -> Judgement {
    let definite = |kid: usize| {
        view.rel(kid) == Rel::NmodPoss
            || (view.rel(kid) == Rel::Det
                && !["a", "an", "any", "another", "no", "some"]
                    .iter()
                    .any(|word| view.is(kid, word)))
    };
    if view.kids(at).iter().any(|&kid| definite(kid)) || above.modality == Modality::Actual {
        return Judgement::default();
    }
    Judgement { polarity: Polarity::Affirmed, modality: above.modality }
}

fn after_preposition(view: &View<'_>, at: usize, head: usize, above: Judgement) -> Judgement {
    let preposition = view.introduced_by(at).unwrap_or_default();
    if let Some(effect) = marker(&preposition) {
        return Judgement::of(effect);
    }
    let phrasal = || {
        let governs = governs_phrase(view.lemma(head));
        governs.then(|| format!("{} {preposition}", view.lemma(head)))
    };
    let phrasal = phrasal().and_then(|phrasal| predicate(&phrasal, Complement::Noun));
    let signature = phrasal.or_else(|| {
        let governs = matches!(&*preposition, "of" | "for" | "from" | "to" | "on" | "against");
        governs.then(|| predicate(view.lemma(head), Complement::Noun)).flatten()
    });
    match signature {
        Some(signature) if view.rel(at) != Rel::OblAgent => signed(signature, above),
        _ => presupposed(view, at, above),
    }
}
