//! Harm told by what does it: what strikes people, a wound dealt to them, a gun turned on oneself.

use super::harm::Reading;
use super::list::victims;
use crate::claim::grammar::{At, Grammar};
use crate::lexicon::{Harm, HarmThing, Outcome, Victims, harm_thing};
use crate::syntax::Rel;

fn thing(grammar: &Grammar<'_>, at: At) -> Option<HarmThing> {
    harm_thing(grammar.lemma(at)).or_else(|| harm_thing(&grammar.form(at)))
}

/// "hit by a bullet", "struck by a car", "was struck in the leg".
pub(super) fn struck(grammar: &Grammar<'_>, at: At) -> Option<Harm> {
    if thing(grammar, at) != Some(HarmThing::Strikes) {
        return None;
    }
    let is = |word: At, kind: HarmThing| thing(grammar, word) == Some(kind);
    let by = grammar
        .phrases(at)
        .any(|(p, kid)| matches!(p, "by" | "with") && is(kid, HarmThing::Striker));
    let body = grammar.is_passive(at)
        && grammar
            .phrases(at)
            .any(|(p, kid)| p == "in" && (is(kid, HarmThing::Body) || is(kid, HarmThing::Limb)));
    let subject = grammar.subject(at).filter(|_| !grammar.is_passive(at));
    let bullet = subject.is_some_and(|subject| is(subject, HarmThing::Striker));
    (by || body || bullet).then_some(Harm { outcome: Outcome::Hit, victims: Victims::Object })
}

/// "was shot in the leg": a wound that people live through.
pub(super) fn in_limb(grammar: &Grammar<'_>, at: At) -> bool {
    grammar.phrases(at).any(|(p, kid)| p == "in" && thing(grammar, kid) == Some(HarmThing::Limb))
}

/// "turned the gun on himself", "inflicted a fatal wound on two men".
pub(super) fn verb(grammar: &Grammar<'_>, at: At) -> Option<Reading> {
    let object = grammar.kid(at, &[Rel::Obj])?;
    let on = |at: At| grammar.phrases(at).find(|(p, _)| *p == "on").map(|(_, kid)| kid);
    let whom = on(at).or_else(|| on(object))?;
    if grammar.lemma(at) == "turn" && thing(grammar, object) == Some(HarmThing::Weapon) {
        let own = matches!(&*grammar.form(whom), "himself" | "herself");
        let victims = victims(grammar, whom, at);
        return own.then(|| Reading::firm(Outcome::Hit, victims, "harm.turned"));
    }
    let wound = thing(grammar, object) == Some(HarmThing::Wound);
    if !wound || thing(grammar, at) != Some(HarmThing::Dealt) {
        return None;
    }
    let below = grammar.dependents(object);
    let deadly = below.into_iter().any(|kid| thing(grammar, kid) == Some(HarmThing::Deadly));
    let outcome = if deadly { Outcome::Killed } else { Outcome::Injured };
    Some(Reading::firm(outcome, victims(grammar, whom, at), "harm.verb"))
}
