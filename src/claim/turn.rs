//! Turns in the course of somebody's case or of a matter: "the strike was called off", "two men were charged", "the
//! tunnel is open again".

use super::frame::predicate;
use super::grammar::{At, Grammar};
use super::role::chain;
use super::{Modality, Polarity, Stance, Turn};
use crate::lexicon::event_noun::is_event;
use crate::lexicon::sense::{canonical, canonical_noun, verb_of};
use crate::lexicon::{
    Word, can_be, course_of_being, course_of_object, course_of_phrase, course_of_subject,
    is_event_cue, names_person, status_verb, undoes,
};
use crate::syntax::{Morph, Rel, Upos};
use crate::value::{NameKind, Status};

/// Reads them, in order.
pub(super) fn read(grammar: &Grammar<'_>) -> Vec<Turn> {
    let mut found: Vec<Turn> = grammar.words().flat_map(|at| told(grammar, at)).collect();
    found.sort_by_key(|turn| (turn.at, turn.matter));
    found.dedup_by_key(|turn| (turn.at, turn.matter));
    found
}

/// What a word tells, of each that it tells it of.
fn told(grammar: &Grammar<'_>, at: At) -> Vec<Turn> {
    let Some((words, matter)) = of_verb(grammar, at).or_else(|| of_being(grammar, at)) else {
        return Vec::new();
    };
    let (polarity, modality) = grammar.source.factuality(at.sentence, at.word);
    let doubted =
        |stance: Stance| matches!(stance, Stance::Denies | Stance::Wants | Stance::Questions);
    let told = matches!(modality, Modality::Actual | Modality::Planned | Modality::Proposed);
    if polarity == Polarity::Negated
        || !told
        || chain(grammar, at).iter().any(|link| doubted(link.stance))
    {
        return Vec::new();
    }
    // "the rule that they want repealed", "wants the rule to be repealed"
    let mut above = grammar.above(at);
    let head = match grammar.rel(at) {
        Rel::Xcomp | Rel::Ccomp => above.next(),
        // "want the strike called off"
        Rel::Acl => above.nth(1),
        _ => None,
    };
    let auxiliary = grammar.kids(at).find(|&kid| grammar.rel(kid) == Rel::Aux);
    if head.into_iter().chain(auxiliary).any(|verb| is_wanting(grammar.lemma(verb))) {
        return Vec::new();
    }
    let told = Told { grammar, at, modality };
    let turns = |matter: At| {
        let own = told.turn(words, matter, Vec::new());
        let inner = planned(grammar, matter);
        own.into_iter()
            .chain(inner.and_then(|(undone, noun)| told.turn(words, noun, undone.to_vec())))
    };
    grammar.conjuncts(matter).into_iter().flat_map(turns).collect()
}

/// Whether a verb only tells what somebody wants done.
fn is_wanting(verb: &str) -> bool {
    status_verb(verb).is_some_and(|word| word.status == Status::Proposed)
}

/// What a noun tells that is to be done, and to what: "its plan *to close the ward*", "the *closure of the ward*".
fn planned(grammar: &Grammar<'_>, matter: At) -> Option<(&'static [Word], At)> {
    let marked = |verb: &At| {
        let mark = grammar.kid(*verb, &[Rel::Mark]);
        mark.is_some_and(|mark| {
            matches!(grammar.lemma(mark), "to" | "of" | "for")
                && grammar.previous(mark) == Some(matter)
        })
    };
    let next = std::iter::successors(grammar.next(matter), |&at| grammar.next(at)).take(3);
    if let Some(verb) = next.into_iter().find(marked) {
        return Some((course_of_object(grammar.lemma(verb)), grammar.object(verb)?))
            .filter(|(words, _)| !words.is_empty());
    }
    let words = course_of_object(verb_of(grammar.lemma(matter))?);
    let of = grammar.phrases(matter).find(|(preposition, _)| *preposition == "of");
    of.filter(|_| !words.is_empty()).map(|(_, noun)| (words, noun))
}

/// A word that tells the state of something.
struct Told<'g, 'a> {
    grammar: &'g Grammar<'a>,
    at: At,
    modality: Modality,
}

/// The words that a verb tells of its object, its subject or a phrase, and the noun of that.
fn of_verb(grammar: &Grammar<'_>, at: At) -> Option<(&'static [Word], At)> {
    // "is to close" tells what it does, not what it is.
    let due = grammar.kid(at, &[Rel::Mark]).is_some_and(|mark| grammar.lemma(mark) == "to");
    if !grammar.is_verb(at) || grammar.kid(at, &[Rel::Cop]).is_some() && !due {
        return None;
    }
    let fits = |words: &'static [Word], matter: Option<At>| {
        matter.filter(|_| !words.is_empty()).map(|matter| (words, matter))
    };
    let bare = due && grammar.kid(at, &[Rel::AuxPass]).is_none();
    let passive = grammar.is_passive(at) && !bare;
    let modified = grammar.head(at).filter(|_| grammar.rel(at) == Rel::Amod);
    // "called the offer an insult"
    let said =
        grammar.kids(at).any(|kid| grammar.rel(kid) == Rel::Xcomp && grammar.is_nominal(kid));
    if said {
        return None;
    }
    let subject =
        grammar.subject(at).or_else(|| grammar.kid(at, &[Rel::NsubjOuter]).filter(|_| due));
    let patient = match passive {
        true => modified.or(subject),
        false => grammar.object(at),
    };
    let lemma = grammar.lemma(at);
    let behind = grammar.phrases(at).find_map(|(preposition, kid)| {
        fits(course_of_phrase(&format!("{lemma} {preposition}")), Some(kid))
    });
    let own = |table: fn(&str) -> &'static [Word]| -> &'static [Word] {
        phrasal(grammar, at, table).unwrap_or_else(|| table(lemma))
    };
    behind
        .or_else(|| fits(own(course_of_object), patient))
        .or_else(|| fits(own(course_of_subject), subject.filter(|_| !passive)))
}

/// What a verb tells with its particle or what stands behind a preposition; a verb with a particle that no
/// table has tells nothing.
fn phrasal(
    grammar: &Grammar<'_>,
    at: At,
    table: fn(&str) -> &'static [Word],
) -> Option<&'static [Word]> {
    let lemma = grammar.lemma(at);
    if let Some(particle) = grammar.kid(at, &[Rel::CompoundPrt]) {
        return Some(table(&format!("{lemma} {}", grammar.form(particle))));
    }
    let object = grammar.object(at).filter(|&object| grammar.rel(object) == Rel::Obj);
    let place = object.map(|object| format!("{lemma} {}", grammar.lemma(object)));
    let phrases = grammar.phrases(at).map(|(p, kid)| format!("{lemma} {p} {}", grammar.lemma(kid)));
    let next = grammar.next(at).map(|next| format!("{lemma} {}", grammar.form(next)));
    let mut all = phrases.chain(place).chain(next);
    let own = all.find_map(|words| Some(table(&words)).filter(|found| !found.is_empty()));
    // "found him guilty"
    let meaning = || {
        let meaning = predicate(grammar.tree(at), at.word);
        (meaning != canonical(lemma)).then(|| table(&meaning))
    };
    own.or_else(meaning)
}

/// The words of an adjective or of a noun with its preposition, and what it is said of or stands before.
fn of_being(grammar: &Grammar<'_>, at: At) -> Option<(&'static [Word], At)> {
    let cases = grammar.kids(at).filter(|&kid| grammar.rel(kid) == Rel::Case);
    // "out of control"
    let parts = |case: At| {
        let fixed = grammar.kids(case).filter(|&kid| grammar.rel(kid) == Rel::Fixed);
        std::iter::once(case).chain(fixed).collect::<Vec<_>>()
    };
    let all = cases.flat_map(parts).chain([at]).map(|word| grammar.form(word));
    let words = course_of_being(&all.collect::<Vec<_>>().join(" "));
    if words.is_empty() {
        return None;
    }
    let is = |kid: At| grammar.lemma(kid) == "be" && grammar.rel(kid) == Rel::Aux;
    let state = grammar.kid(at, &[Rel::Cop, Rel::AuxPass]).is_some()
        || grammar.rel(at) == Rel::Xcomp
        || grammar.kids(at).any(is);
    let named = |kid: At| grammar.rel(kid) == Rel::Compound && grammar.upos(kid) == Upos::Propn;
    let matter = match grammar.rel(at) {
        Rel::Amod => grammar.head(at),
        // "found Ada Holm guilty", where the name is taken to stand before a noun
        Rel::Obj => grammar.kids(at).find(|&kid| named(kid)),
        _ if state => grammar.subject(at),
        _ => None,
    };
    matter.map(|matter| (words, matter))
}

impl Told<'_, '_> {
    /// The turn in the course of what a noun stands for, where the words can be told of that, or of the act that
    /// is `undone`.
    fn turn(&self, words: &[Word], matter: At, undone: Vec<Word>) -> Option<Turn> {
        let Self { grammar, at, modality } = *self;
        let matter = taken_up(grammar, at, matter)?;
        let actor = grammar.actor_on(matter);
        let kind = actor.map(|actor| grammar.source.actors[actor as usize].name.kind);
        let lemma = grammar.lemma(matter).to_lowercase();
        let pronoun = grammar.upos(matter) == Upos::Pron;
        let somebody = !pronoun && names_person(&lemma) && !is_event(&lemma);
        let person = kind == Some(NameKind::Person) || somebody;
        let fits = |word: &&Word| match undone.is_empty() {
            true => can_be(word.state, person, &lemma),
            false => undoes(word.state),
        };
        let words: Vec<Word> = words.iter().filter(fits).copied().collect();
        if words.is_empty() || priced(grammar, at) {
            return None;
        }
        let around = around(grammar, matter, at);
        let name = |at: &&At| grammar.upos(**at) == Upos::Propn;
        let word = |at: &At| canonical_noun(&grammar.lemma(*at).to_lowercase()).to_owned();
        let names = around.iter().filter(name).map(|at| grammar.lemma(*at).to_lowercase());
        let number =
            grammar.quantity(matter).and_then(|(_, quantity)| quantity.printed.first().copied());
        let quantities = || around.iter().filter_map(|&at| grammar.quantity_on(at)).map(|(_, q)| q);
        let mut numbers = quantities().filter(|q| q.age).filter_map(|q| q.printed.first().copied());
        // "All concerts of her last tour" are none that were the last.
        let own: Vec<At> = grammar.kids(matter).collect();
        let ordinals = own.iter().filter_map(|&kid| grammar.quantity_on(kid));
        let ordinals = ordinals.filter(|(_, q)| q.ordinal).map(|(_, q)| q.text.to_lowercase());
        let lemmas = own.iter().map(|&kid| grammar.lemma(kid).to_lowercase());
        let cues = lemmas.filter(|lemma| is_event_cue(lemma)).chain(ordinals);
        let agent = grammar.subject(at).filter(|_| !grammar.is_passive(at));
        let many = grammar.word(matter).morph == Morph::Plural;
        let pointed = |kid: At| matches!(grammar.rel(kid), Rel::Det | Rel::NmodPoss | Rel::Nummod);
        Some(Turn {
            at: grammar.word(at).span,
            sentence: u32::try_from(at.sentence).unwrap_or(u32::MAX),
            words,
            undone,
            planned: modality != Modality::Actual,
            before: is_before(grammar, at),
            matter: grammar.word(matter).span,
            person,
            actor,
            agent: agent
                .map(|agent| (grammar.actor_on(agent), grammar.lemma(agent).to_lowercase())),
            names: names.collect(),
            beside: around.iter().filter(|at| !name(at)).map(word).collect(),
            age: numbers.next(),
            cues: cues.collect(),
            number,
            many,
            general: many
                && actor.is_none()
                && around.is_empty()
                && !grammar.kids(matter).any(pointed),
            noun: lemma,
        })
    }
}

/// The noun that a word stands for: itself, or what "it" takes up.
fn taken_up(grammar: &Grammar<'_>, at: At, matter: At) -> Option<At> {
    let pronoun = grammar.upos(matter) == Upos::Pron;
    if !pronoun || grammar.actor_on(matter).is_some() {
        return grammar.is_nominal(matter).then_some(matter);
    }
    if &*grammar.form(matter) != "it" {
        return None;
    }
    let thing = |noun: &At| grammar.upos(*noun) == Upos::Noun && *noun != matter;
    let here = grammar.above(at).filter_map(|head| grammar.subject(head)).find(|n| *n < matter);
    let previous = matter.sentence.checked_sub(1)?;
    let root = grammar.source.trees[previous].words.iter().position(|word| word.head.is_none());
    let before = || grammar.subject(At { sentence: previous, word: root? });
    here.or_else(before).filter(thing)
}

/// The nouns, names and adjectives by which a noun phrase tells what it is of, near ones first.
fn around(grammar: &Grammar<'_>, matter: At, at: At) -> Vec<At> {
    let mut all = Vec::new();
    let mut next = vec![matter];
    while let Some(from) = next.pop().filter(|_| all.len() < MOST) {
        let other = |kid: At| grammar.rel(kid) == Rel::Conj && from == matter;
        let below = grammar.kids(from).filter(|&kid| kid != at && !other(kid));
        let telling: Vec<At> = below.filter(|&kid| grammar.rel(kid) != Rel::Appos).collect();
        next.extend(&telling);
        all.extend(telling);
    }
    let content =
        |at: &At| matches!(grammar.upos(*at), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb);
    all.retain(content);
    if grammar.upos(matter) == Upos::Propn {
        all.push(matter);
    }
    all
}

/// The most words of a noun phrase that tell what it is of.
const MOST: usize = 16;

/// Whether a price or level stands behind a verb: "shares closed at 30 euros".
fn priced(grammar: &Grammar<'_>, at: At) -> bool {
    grammar
        .phrases(at)
        .any(|(_, kid)| grammar.quantity(kid).is_some() && grammar.time_on(kid).is_none())
        && course_of_object(grammar.lemma(at)).iter().any(|word| word.state == "closed")
}

/// Whether it was so before what the text tells: "had been postponed".
fn is_before(grammar: &Grammar<'_>, at: At) -> bool {
    let mut here = at;
    for _ in 0..3 {
        let auxiliary = grammar.kids(here).find(|&kid| grammar.rel(kid) == Rel::Aux);
        if let Some(aux) = auxiliary {
            return grammar.lemma(aux) == "have" && grammar.word(aux).morph == Morph::Past;
        }
        match grammar.head(here).filter(|_| grammar.rel(here) == Rel::Conj) {
            Some(head) => here = head,
            None => return false,
        }
    }
    false
}
