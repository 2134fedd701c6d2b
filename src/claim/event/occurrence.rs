//! Words that name an event of the lexicon's types, with what stands around them.

use crate::claim::Role;
use crate::claim::grammar::{At, Grammar};
use crate::lexicon::name::{self, Class};
use crate::lexicon::{
    Trigger, accuses, begins_measure, harm_verb, is_another, is_beginning, is_event_cue,
    is_expiring, is_figure, is_light as carries, is_means, is_order, is_ranked, is_session,
    is_towards, people, status_verb,
};
use crate::syntax::{Morph, Rel, Upos};
use crate::value::{Status, Time};

/// A word that names an event.
#[derive(Debug, Clone)]
pub(in crate::claim) struct Occurrence {
    /// The word.
    pub(in crate::claim) at: At,
    /// The id of the event type.
    pub(in crate::claim) kind: String,
    /// The event mention on the word.
    pub(super) mention: Option<u32>,
    /// How the noun phrase refers.
    pub(in crate::claim) reference: Reference,
    /// Words that tell it from others of its kind, as lemmas.
    pub(super) cues: Vec<String>,
    /// The word that carries its time mention.
    pub(in crate::claim) time: Option<At>,
    /// The word that carries its place mention.
    pub(in crate::claim) place: Option<At>,
    /// Its arguments: role, preposition, head word.
    pub(in crate::claim) arguments: Vec<(Role, Option<&'static str>, At)>,
}

/// How words refer to an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::claim) enum Reference {
    /// "the attack", "that attack", "Monday's attack".
    Definite,
    /// "an attack".
    Indefinite,
    /// A bare plural or mass noun, "attacks".
    Bare,
    /// "no attack", "any attack".
    None,
    /// A verb.
    Verb,
}

/// All words of a document that name an event, in order.
pub(in crate::claim) fn occurrences(grammar: &Grammar<'_>) -> Vec<Occurrence> {
    let mut found: Vec<Occurrence> =
        grammar.words().filter_map(|at| occurrence(grammar, at)).collect();
    let told = |kind: &str| found.iter().any(|occurrence| occurrence.kind == kind);
    if told("talks") && !told("match") {
        let bare = |at: &At| is_bare_round(grammar, *at);
        let rounds: Vec<Occurrence> =
            grammar.words().filter(bare).filter_map(|at| round(grammar, at)).collect();
        found.extend(rounds);
        found.sort_by_key(|occurrence| occurrence.at);
    }
    found
}

/// "At the second *round*, on 2 June": in a text on talks.
fn is_bare_round(grammar: &Grammar<'_>, at: At) -> bool {
    let noun = grammar.upos(at) == Upos::Noun && grammar.lemma(at) == "round";
    let of = || grammar.phrases(at).any(|(preposition, _)| preposition == "of");
    let ranked = |kid: At| {
        let number = grammar.quantity_on(kid).is_some();
        number || is_event_cue(grammar.lemma(kid))
    };
    noun && grammar.rel(at) != Rel::Compound && !of() && grammar.kids(at).any(ranked)
}

fn round(grammar: &Grammar<'_>, at: At) -> Option<Occurrence> {
    let trigger = grammar.source.vocabulary.triggers("talks", false).next()?;
    Some(named(grammar, at, trigger))
}

fn occurrence(grammar: &Grammar<'_>, at: At) -> Option<Occurrence> {
    Some(named(grammar, at, trigger(grammar, at)?))
}

fn named(grammar: &Grammar<'_>, at: At, trigger: &Trigger) -> Occurrence {
    Occurrence {
        at,
        kind: trigger.event.clone().into_owned(),
        mention: grammar.event_mention(at),
        reference: reference(grammar, at, trigger.verb),
        cues: cues(grammar, at),
        time: time(grammar, at, trigger),
        place: nearby(grammar, at, locates),
        arguments: arguments(grammar, at),
    }
}

/// The word that carries the time of an event. Of an incident that the text takes as known, the verb
/// that governs its word tells only when it tells that the event took place: "discussed the attack
/// on Monday", "opened an inquiry into the crash on Monday" do not.
fn time(grammar: &Grammar<'_>, at: At, trigger: &Trigger) -> Option<At> {
    let timed = |g: &Grammar<'_>, time: At| {
        // "sentenced to eight years" tells how long, not when.
        let when = |(_, time): (u32, &Time)| !time.is_length() && !time.timex.ends_with("_REF");
        g.time_on(time).is_some_and(when) && !is_rank(g, at, time) && !is_beside(g, at, time)
    };
    let found = nearby(grammar, at, timed).filter(|&time| !is_of_decision(grammar, at, time))?;
    // "The truce expires on 7 April", "a truce until 7 April": it began before.
    let limit = || matches!(grammar.preposition(found), Some("until" | "till" | "to"));
    let over = || expiring(grammar, at) == Some(found) || limit();
    if trigger.event == "ceasefire" && over() {
        return None;
    }
    let own = grammar.above(found).take(3).any(|up| up == at);
    let cause = matches!(grammar.preposition(at), Some("because" | "despite" | "due"));
    if !own && (cause || is_measured(grammar, at)) {
        return None;
    }
    let vocabulary = grammar.source.vocabulary;
    let befalls = vocabulary.event_type(&trigger.event).is_some_and(|t| t.family == "incident");
    let told = own || if befalls { !is_talked_of(grammar, at) } else { !is_bygone(grammar, at) };
    told.then_some(found)
}

/// "The death toll from the storm rose to 34 on Sunday": that is the day of the count.
fn is_measured(grammar: &Grammar<'_>, at: At) -> bool {
    let nouns = grammar.above(at).take_while(|&up| !grammar.is_verb(up)).take(2);
    nouns
        .into_iter()
        .any(|noun| begins_measure(grammar.lemma(noun)) || is_figure(grammar.lemma(noun)))
}

/// "walked out on Monday after talks": the time of what its clause tells is not that of the event. Of an
/// incident that people died after, the day is mostly the same.
fn is_bygone(grammar: &Grammar<'_>, at: At) -> bool {
    grammar.preposition(at).is_some_and(is_order)
}

/// The word of the time at which what an event word names ends: "the truce expires *on 7 April*".
pub(in crate::claim) fn expiring(grammar: &Grammar<'_>, at: At) -> Option<At> {
    let verb = governor(grammar, at).filter(|&verb| grammar.subject(verb) == Some(at))?;
    let dated = |kid: &At| grammar.time_on(*kid).is_some_and(|(_, time)| !time.is_length());
    grammar.kids(verb).find(dated).filter(|_| is_expiring(grammar.lemma(verb)))
}

/// Whether the time of an ultimatum is that at which it ends: "the deadline *of 3 May*", "expires *on 3 May*".
pub(in crate::claim) fn is_limit(grammar: &Grammar<'_>, occurrence: &Occurrence) -> bool {
    let at = occurrence.at;
    let verb = governor(grammar, at).filter(|&verb| grammar.subject(verb) == Some(at));
    let expires = verb.is_some_and(|verb| is_expiring(grammar.lemma(verb)));
    let deadline = grammar.lemma(at) == "deadline";
    let own = occurrence.time.is_some_and(|time| grammar.head(time) == Some(at));
    occurrence.kind == "ultimatum" && (expires || deadline && own)
}

/// "agreed on a swap *on Wednesday*", told on Thursday: what is only agreed or proposed takes place later than
/// that day, which is the day of the decision.
fn is_of_decision(grammar: &Grammar<'_>, at: At, time: At) -> bool {
    let Some(verb) = governor(grammar, at).filter(|&verb| verb < time) else { return false };
    let ahead = status_verb(grammar.lemma(verb)).is_some_and(|word| {
        matches!(word.status, Status::Agreed | Status::Planned | Status::Proposed)
    });
    let past = grammar.word(verb).morph == Morph::Past;
    let told = grammar.source.published.zip(grammar.time_on(time));
    ahead
        && past
        && grammar.preposition(time) != Some("for")
        && told.is_some_and(|(published, (_, time))| {
            let last = time.extent.and_then(|extent| extent.high);
            last.is_some_and(|last| last.date() <= published.day)
        })
}

/// Whether an event is known and only the object of what its clause tells.
fn is_talked_of(grammar: &Grammar<'_>, at: At) -> bool {
    // "was charged on Monday with murder": the charge is of Monday.
    if governor(grammar, at).is_some_and(|verb| verb != at && accuses(grammar.lemma(verb))) {
        return true;
    }
    let the = grammar.kids(at).any(|kid| {
        grammar.rel(kid) == Rel::NmodPoss || matches!(grammar.lemma(kid), "the" | "that" | "this")
    });
    let lead = grammar.lead(at);
    let object = matches!(grammar.rel(lead), Rel::Obj | Rel::Nmod);
    let Some(verb) = governor(grammar, at).filter(|_| the && object && !grammar.is_verb(at)) else {
        return false;
    };
    let lemma = grammar.lemma(verb);
    !carries(lemma) && harm_verb(lemma).is_none() && status_verb(lemma).is_none()
}

/// Whether a time belongs to a noun beside the event: "sentenced Anna Berg, mayor *from 2014 to 2019*",
/// "rose above *Monday's* level".
fn is_beside(grammar: &Grammar<'_>, at: At, time: At) -> bool {
    let timed = |word: At| grammar.time_on(word).is_some();
    let mut path = std::iter::once(time).chain(grammar.above(time)).take_while(|&word| word != at);
    let owner = grammar.rel(time) == Rel::NmodPoss && grammar.head(time) != Some(at);
    owner
        || path
            .any(|word| grammar.rel(word) == Rel::Appos && !grammar.head(word).is_some_and(timed))
}

/// "the deadliest attack since January": since when none was worse, not when it took place.
fn is_rank(grammar: &Grammar<'_>, at: At, time: At) -> bool {
    let mut words = std::iter::once(time).chain(grammar.above(time)).take(2);
    let since = words.any(|word| {
        let told = grammar.time_on(word).filter(|_| grammar.preposition(word) == Some("since"));
        told.is_some()
    });
    let ranked = grammar.kids(at).any(|kid| {
        grammar.word(kid).morph == Morph::Superlative
            || grammar.upos(kid) == Upos::Adj && grammar.form(kid).ends_with("est")
            || is_ranked(&grammar.form(kid))
    });
    ranked && since
}

/// Whether a word says where something takes place: not "Russian", "Norway's" or "with Kenya",
/// which tell who takes part.
fn locates(grammar: &Grammar<'_>, at: At) -> bool {
    let Some((_, place)) = grammar.place_on(at).filter(|(_, place)| place.named) else {
        return false;
    };
    match (grammar.rel(grammar.lead(at)), grammar.preposition(at)) {
        (Rel::Amod, _) => false,
        (Rel::Compound, _) if grammar.head(at).is_some_and(|head| grammar.is_verb(head)) => false,
        // "the Kenya-Norway talks"
        (Rel::Compound, _) if place.path.len() == 1 => false,
        (Rel::NmodPoss | Rel::Compound, _) => place.actor.is_none(),
        (_, Some(preposition)) => !is_towards(preposition),
        (_, None) => true,
    }
}

/// The row of the lexicon that makes this word name an event.
fn trigger<'v>(grammar: &Grammar<'v>, at: At) -> Option<&'v Trigger> {
    let verb = match grammar.upos(at) {
        Upos::Verb => true,
        Upos::Noun | Upos::Propn => false,
        _ => return None,
    };
    if grammar.rel(at) == Rel::Compound && !verb && heads_a_name(grammar, at) {
        return None;
    }
    // "a stabbing pain"
    let likened = verb && grammar.rel(at) == Rel::Amod && grammar.word(at).morph == Morph::Gerund;
    if grammar.time_on(at).is_some() || likened || verb && is_shot_down(grammar, at) {
        return None;
    }
    let lemma = grammar.lemma(at);
    let vocabulary = grammar.source.vocabulary;
    let form = grammar.form(at);
    let rows = vocabulary.triggers(lemma, verb).chain(vocabulary.triggers(&form, verb));
    rows.into_iter().find(|row| fits(grammar, at, row))
}

/// "shot down four drones" is no shooting.
fn is_shot_down(grammar: &Grammar<'_>, at: At) -> bool {
    let down = |word: At| grammar.lemma(word) == "down";
    // "shot down 61 of them", where the tree hangs "down" on the number.
    let next = grammar.next(at).filter(|&next| {
        grammar.rel(next) == Rel::Advmod
            && grammar.next(next).is_some_and(|n| grammar.upos(n) == Upos::Num)
    });
    let particle = grammar.kid(at, &[Rel::CompoundPrt]).or(next);
    particle.is_some_and(down) && grammar.lemma(at) == "shoot"
}

/// Whether the word only modifies the head of a name or thing ("attack helicopter").
fn heads_a_name(grammar: &Grammar<'_>, at: At) -> bool {
    let head = grammar.head(at);
    head.is_some_and(|head| {
        grammar.upos(head) == Upos::Propn
            || is_means(grammar.lemma(head))
            // "the fire brigade" is no fire.
            || name::is(grammar.lemma(head), Class::Body)
    })
}

fn fits(grammar: &Grammar<'_>, at: At, row: &Trigger) -> bool {
    if row.with.is_empty() && row.without.is_empty() {
        return true;
    }
    let around = surroundings(grammar, at);
    let among =
        |list: &str, words: &[String]| list.split(' ').any(|word| words.iter().any(|w| w == word));
    if row.event == "prisoner-exchange" && swaps(grammar, at, |words| among(&row.with, words)) {
        return true;
    }
    // "prisoners of war"
    let mut over: Vec<At> = grammar.head(at).into_iter().collect();
    over.retain(|_| grammar.preposition(at) == Some("of"));
    // "gave them 30 days *to leave*", not "gave them 30 days of leave"
    let infinitive = |at: At| {
        grammar.dependents(at).into_iter().any(|kid| {
            let to = grammar.kid(kid, &[Rel::Mark]).is_some_and(|to| grammar.lemma(to) == "to");
            to && matches!(grammar.rel(kid), Rel::Xcomp | Rel::Advcl | Rel::Acl | Rel::Ccomp)
        })
    };
    // "the app gives you 15 minutes to reach the next one": what gives it threatens with nothing.
    let thing = |subject: At| {
        let actor = grammar.actor_on(subject).is_some() || grammar.place_on(subject).is_some();
        grammar.upos(subject) == Upos::Noun && !actor && people(grammar.lemma(subject)).is_none()
    };
    let given = || !grammar.is_passive(at) && grammar.subject(at).is_some_and(thing);
    if row.event == "ultimatum" && row.verb && (!infinitive(at) || given()) {
        return false;
    }
    (row.with.is_empty() || among(&row.with, &around))
        && (row.without.is_empty()
            || !among(&row.without, &around) && !among(&row.without, &spelled(grammar, &over)))
}

/// "a *1,000-for-1,000* swap", "*205 prisoners* came home in an exchange": as many of one side as of the other,
/// or of whom the sentence speaks.
fn swaps(grammar: &Grammar<'_>, at: At, names: impl Fn(&[String]) -> bool) -> bool {
    let sided =
        grammar.quantity(at).is_some_and(|(_, quantity)| quantity.per.as_deref() == Some("side"));
    let of = grammar.phrases(at).any(|(preposition, _)| preposition == "of");
    let exchange = matches!(grammar.lemma(at), "exchange" | "swap") && !grammar.is_verb(at) && !of;
    let here = || {
        let words = 0..grammar.tree(at).words.len();
        let counted = words.map(|word| At { word, ..at });
        let nouns: Vec<At> = counted.filter(|&word| grammar.quantity(word).is_some()).collect();
        names(&spelled(grammar, &nouns))
    };
    sided || exchange && here()
}

/// The lemmas and forms among the dependents of a word, and of what it modifies.
fn surroundings(grammar: &Grammar<'_>, at: At) -> Vec<String> {
    let mut words: Vec<At> = grammar.dependents(at);
    if let Some(subject) = grammar.subject(at).filter(|_| grammar.is_verb(at)) {
        words.push(subject);
        words.extend(grammar.kids(subject));
    }
    if matches!(grammar.rel(at), Rel::Compound | Rel::Amod) {
        words.extend(grammar.head(at));
    }
    words.extend(grammar.previous(at));
    words.extend(whole(grammar, at));
    spelled(grammar, &words)
}

/// The lemmas and forms of words.
fn spelled(grammar: &Grammar<'_>, words: &[At]) -> Vec<String> {
    let both = |&w: &At| [grammar.lemma(w).to_lowercase(), grammar.form(w).into_owned()];
    words.iter().flat_map(both).collect()
}

/// The last words of the phrase that a word is an example of: "prisoner exchanges, including a
/// swap", wherever the tree hangs it.
fn whole(grammar: &Grammar<'_>, at: At) -> Vec<At> {
    let example = |kid: &At| grammar.rel(*kid) == Rel::Case && grammar.lemma(*kid) == "include";
    let Some(case) = grammar.kids(at).find(example) else { return Vec::new() };
    let before = std::iter::successors(grammar.previous(case), |&word| grammar.previous(word));
    before.skip_while(|&word| grammar.upos(word) == Upos::Punct).take(2).collect()
}

fn reference(grammar: &Grammar<'_>, at: At, verb: bool) -> Reference {
    if verb {
        return Reference::Verb;
    }
    let determiner = grammar.kid(at, &[Rel::Det, Rel::NmodPoss]);
    match determiner.map(|d| grammar.lemma(d)) {
        Some("a" | "an" | "another" | "some") => Reference::Indefinite,
        Some("no" | "any" | "neither") => Reference::None,
        Some(_) => Reference::Definite,
        None if grammar.is_plural(at) => Reference::Bare,
        None => Reference::Definite,
    }
}

/// "the third *round* of talks": the noun that tells which part of an event is spoken of.
pub(in crate::claim) fn session(grammar: &Grammar<'_>, at: At) -> Option<At> {
    let lead = grammar.lead(at);
    let of = grammar.rel(lead) == Rel::Nmod && grammar.preposition(lead) == Some("of");
    grammar.head(lead).filter(|&head| of && is_session(grammar.lemma(head)))
}

/// Ordinals and words such as "second", "follow-up", "another" among the modifiers.
fn cues(grammar: &Grammar<'_>, at: At) -> Vec<String> {
    let is_modifier =
        |kid: &At| matches!(grammar.rel(*kid), Rel::Amod | Rel::Det | Rel::Compound | Rel::Nummod);
    let ordinal = |kid: At| grammar.quantity_on(kid).is_some_and(|(_, q)| q.ordinal);
    let kids = grammar.kids(at).filter(is_modifier);
    let words = kids.filter(|&kid| ordinal(kid) || is_event_cue(grammar.lemma(kid)));
    // "another round of talks" goes on with the talks.
    let rounds = session(grammar, at).into_iter().flat_map(|host| grammar.kids(host));
    let words = words.chain(rounds.filter(|&kid| ordinal(kid)));
    let own = Some(at).filter(|&at| is_another(grammar.lemma(at)));
    words.chain(own).map(|word| grammar.lemma(word).to_owned()).collect()
}

/// The nearest word that `wanted` accepts and that belongs to the event: among its own dependents,
/// then among those of the verb that governs it.
fn nearby(grammar: &Grammar<'_>, at: At, wanted: impl Fn(&Grammar<'_>, At) -> bool) -> Option<At> {
    let adjuncts = [
        Rel::Obl,
        Rel::OblUnmarked,
        Rel::Nmod,
        Rel::NmodPoss,
        Rel::NmodUnmarked,
        Rel::Advmod,
        Rel::Compound,
        Rel::Amod,
        Rel::NmodDesc,
        Rel::Nummod,
    ];
    let among = |host: At| {
        let kids =
            grammar.kids(host).filter(|&kid| kid != at && adjuncts.contains(&grammar.rel(kid)));
        let words = kids.flat_map(|kid| grammar.conjuncts(kid));
        // "agreed in May to buy": what stands before an infinitive is told of the verb above it.
        let above = |kid: At| host != at && grammar.rel(at) == Rel::Xcomp && kid < at;
        let of_another = |kid: At| is_of_another(grammar, host, at, kid) || above(kid);
        words.into_iter().find(|&kid| wanted(grammar, kid) && !of_another(kid))
    };
    let deeper = |host: At| {
        let phrases =
            grammar.kids(host).filter(|&kid| kid != at && adjuncts.contains(&grammar.rel(kid)));
        // "the Oslo-backed plan" is not in Oslo.
        let whole = |kid: &At| !is_event_word(grammar, *kid) && grammar.rel(*kid) != Rel::Amod;
        phrases.filter(whole).find_map(among)
    };
    // "the talks, *held in Oslo in May*", "the truce, *which began on 3 May*"
    let is_of_host = |verb: At, host: At| {
        let own = grammar.kid(verb, &[Rel::Nsubj, Rel::NsubjPass]);
        own.is_some_and(|own| grammar.antecedent(own, verb) == host)
    };
    let held = |host: At| {
        let told = |kid: &At| match grammar.rel(*kid) {
            Rel::Acl => carries(grammar.lemma(*kid)) || is_beginning(grammar.lemma(*kid)),
            Rel::AclRelcl => is_of_host(*kid, host) && is_beginning(grammar.lemma(*kid)),
            _ => false,
        };
        grammar.kids(host).filter(told).find_map(among)
    };
    let own = |host: At| among(host).or_else(|| deeper(host)).or_else(|| held(host));
    own(at).or_else(|| session(grammar, at).and_then(own)).or_else(|| {
        let verb = governor(grammar, at)?;
        among(verb).or_else(|| deeper(verb))
    })
}

/// "The offer follows talks in Oslo in May": what stands after another event word that depends on
/// the same verb is told of that event.
fn is_of_another(grammar: &Grammar<'_>, host: At, at: At, adjunct: At) -> bool {
    let between = |kid: At| at < kid && kid < adjunct && is_event_word(grammar, kid);
    let argument = |kid: At| matches!(grammar.rel(kid), Rel::Nsubj | Rel::NsubjPass | Rel::Obj);
    host != at && grammar.kids(host).any(|kid| argument(kid) && between(kid))
}

/// Whether a word may name an event of its own; what stands below it is told of that event.
fn is_event_word(grammar: &Grammar<'_>, at: At) -> bool {
    let mut triggers = grammar.source.vocabulary.triggers(grammar.lemma(at), false);
    triggers.next().is_some()
}

/// The verb that an event noun depends on as subject, object or phrase ("held talks", "the blast
/// killed", "died in the crash"), or that a verb is the complement of.
fn governor(grammar: &Grammar<'_>, at: At) -> Option<At> {
    let rels = [
        Rel::Nsubj,
        Rel::NsubjPass,
        Rel::Obj,
        Rel::Obl,
        Rel::OblAgent,
        Rel::Xcomp,
        Rel::Nmod,
        Rel::Compound,
    ];
    let lead = grammar.lead(at);
    if !rels.contains(&grammar.rel(lead)) {
        return None;
    }
    let head = grammar.head(lead)?;
    if grammar.is_verb(head) { Some(head) } else { governor(grammar, head) }
}

/// The participants and other arguments of an event word.
fn arguments(grammar: &Grammar<'_>, at: At) -> Vec<(Role, Option<&'static str>, At)> {
    let mut found = Vec::new();
    if grammar.is_verb(at) {
        verb_arguments(grammar, at, &mut found);
    } else {
        noun_arguments(grammar, at, &mut found);
        if let Some(verb) = governor(grammar, at).filter(|&v| is_light(grammar, v, at)) {
            verb_arguments(grammar, verb, &mut found);
            found.retain(|&(_, _, argument)| argument != at);
        }
    }
    found
}

/// Verbs that only carry an event noun ("held talks", "carried out an attack").
fn is_light(grammar: &Grammar<'_>, verb: At, noun: At) -> bool {
    grammar.object(verb) == Some(noun) && carries(grammar.lemma(verb))
}

fn verb_arguments(
    grammar: &Grammar<'_>,
    verb: At,
    found: &mut Vec<(Role, Option<&'static str>, At)>,
) {
    let passive = grammar.is_passive(verb);
    let first = if passive { Role::Patient } else { Role::Agent };
    let mut push = |role, preposition, at: At| {
        for at in grammar.conjuncts(at) {
            found.push((role, preposition, at));
        }
    };
    if let Some(subject) = grammar.subject(verb) {
        push(first, None, subject);
    }
    if let Some(object) = grammar.object(verb) {
        push(Role::Patient, None, object);
    }
    if let Some(object) = grammar.kid(verb, &[Rel::Iobj]) {
        push(Role::Recipient, None, object);
    }
    for (preposition, at) in grammar.phrases(verb) {
        if let Some((role, preposition)) = role_of(preposition, passive) {
            push(role, Some(preposition), at);
        }
    }
}

fn noun_arguments(
    grammar: &Grammar<'_>,
    noun: At,
    found: &mut Vec<(Role, Option<&'static str>, At)>,
) {
    for kid in grammar.kids(noun) {
        let named = grammar.actor_on(kid).is_some();
        match grammar.rel(kid) {
            Rel::NmodPoss => found.push((Role::Agent, None, kid)),
            Rel::Compound | Rel::Amod if named => found.push((Role::Agent, None, kid)),
            Rel::Nmod => {
                let role = grammar.preposition(kid).and_then(|p| role_of(p, true));
                for at in grammar.conjuncts(kid) {
                    found.extend(role.map(|(role, preposition)| (role, Some(preposition), at)));
                }
            }
            _ => {}
        }
    }
}

/// The role of a phrase by its preposition.
fn role_of(preposition: &str, passive: bool) -> Option<(Role, &'static str)> {
    Some(match preposition {
        "by" if passive => (Role::Agent, "by"),
        "with" => (Role::Partner, "with"),
        "between" => (Role::Partner, "between"),
        "among" => (Role::Partner, "among"),
        "to" => (Role::Recipient, "to"),
        "for" => (Role::Recipient, "for"),
        "against" => (Role::Patient, "against"),
        "on" => (Role::Patient, "on"),
        "of" => (Role::Patient, "of"),
        "from" => (Role::Other, "from"),
        "at" => (Role::Other, "at"),
        _ => return None,
    })
}
