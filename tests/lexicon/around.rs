//! Words around what a claim is made of: offices, languages, modifiers of events and of people,
//! what tells of harm only with others, and how measures change. Each row's example is read
//! otherwise than its counterexample.

use corroborate::claim::{Account, Change};
use corroborate::text::SkipReason;
use corroborate::value::Value;

use super::event::{claims, each_row};
use crate::tables::{self, string};

#[test]
fn words_of_offices_tell_who_holds_one() {
    let role = |account: &Account, rule: &str| {
        account.claims.iter().any(|c| c.property == "open.role" && c.rule == rule)
    };
    each_row(("offices.toml", "body"), &[], |_, account| role(account, "role.copula"));
    each_row(("offices.toml", "gives"), &[], |_, account| {
        role(account, "role.given") || claims(account, "person")
    });
    for array in ["heads", "takes"] {
        each_row(("offices.toml", array), &[], |_, account| role(account, "role.taken"));
    }
    each_row(("offices.toml", "portfolio"), &[], |row, account| {
        let words = tables::strings(row, "words");
        let office = |text: &str| text.split(' ').any(|word| words.contains(&word));
        account.claims.iter().any(|c| matches!(&c.value, Value::Text(text) if office(text)))
    });
}

#[test]
fn function_words_tell_the_language() {
    let foreign = |account: &Account| {
        account.skipped.iter().any(|skip| skip.reason == SkipReason::OtherLanguage)
    };
    each_row(("languages.toml", "english"), &[], |_, account| !foreign(account));
    each_row(("languages.toml", "other"), &[], |_, account| foreign(account));
}

#[test]
fn words_around_an_event_tell_it_apart() {
    let cue = |row: &toml::Table, account: &Account| {
        let words = tables::strings(row, "words");
        account.events.iter().any(|event| event.cues.iter().any(|cue| words.contains(&&**cue)))
    };
    each_row(("event_words.toml", "another"), &[], cue);
    each_row(("event_words.toml", "cue"), &[], cue);
    let held = |_: &toml::Table, account: &Account| {
        account.events.iter().any(|event| event.kind == "talks" && event.participants.len() == 2)
    };
    each_row(("event_words.toml", "light"), &[], held);
    let long = |_: &toml::Table, account: &Account| {
        account.claims.iter().any(|claim| claim.property == "talks.duration")
    };
    each_row(("event_words.toml", "ending"), &[], long);
    each_row(("event_words.toml", "lasting"), &[], long);
    let dated = |_: &toml::Table, account: &Account| {
        account.claims.iter().any(|claim| claim.property == "ceasefire.time")
    };
    each_row(("event_words.toml", "beginning"), &[], dated);
    let limit = |_: &toml::Table, account: &Account| {
        account.claims.iter().any(|claim| claim.property == "ultimatum.deadline")
    };
    each_row(("event_words.toml", "expiring"), &[], limit);
    let lasting = |_: &toml::Table, account: &Account| {
        account.claims.iter().any(|claim| claim.property == "ceasefire.duration")
    };
    each_row(("event_words.toml", "lasting_family"), &[], lasting);
    let one = |_: &toml::Table, account: &Account| {
        account.events.iter().filter(|event| !event.kind.starts_with("open.")).count() == 1
    };
    for array in ["general", "known", "offered"] {
        each_row(("event_words.toml", array), &[], one);
    }
    for array in ["fresh", "turn"] {
        each_row(("event_words.toml", array), &[], |row, account| !one(row, account));
    }
    let home = |_: &toml::Table, account: &Account| {
        account.claims.iter().any(|claim| claim.property == "protest.killed")
    };
    each_row(("event_words.toml", "harming"), &[], home);
    let fire = |_: &toml::Table, account: &Account| {
        account.events.iter().all(|event| event.kind != "fire")
    };
    each_row(("event_words.toml", "means"), &[], fire);
    let undated = |_: &toml::Table, account: &Account| {
        account.events.iter().any(|event| event.kind == "vote" && event.time.is_none())
    };
    each_row(("event_words.toml", "order"), &[], undated);
    let ranked = |_: &toml::Table, account: &Account| {
        let talks = account.events.iter().filter(|event| event.kind == "talks");
        talks
            .into_iter()
            .any(|event| event.place.is_some() && event.cues.contains(&"second".into()))
    };
    each_row(("event_words.toml", "session"), &[], ranked);
    let position = |_: &toml::Table, account: &Account| {
        account.claims.iter().any(|claim| claim.property.ends_with(".position"))
    };
    each_row(("event_words.toml", "topic"), &[], position);
    let elsewhere = |_: &toml::Table, account: &Account| {
        account.events.iter().any(|event| event.place.is_none())
    };
    each_row(("event_words.toml", "towards"), &[], elsewhere);
}

#[test]
fn words_around_people_tell_whom_a_count_is_of() {
    let group = |account: &Account| account.claims.iter().any(|c| c.scope.group.is_some());
    each_row(("people.toml", "broad"), &[], |_, account| !group(account));
    each_row(("people.toml", "kind"), &[], |_, account| group(account));
    let dead = |account: &Account| account.claims.iter().any(|c| c.property.ends_with("killed"));
    each_row(("people.toml", "one"), &[], |_, account| dead(account));
    let number = |row: &toml::Table, account: &Account| {
        let number = row["number"].as_integer().expect("a number").to_string();
        account.claims.iter().any(|claim| match &claim.value {
            Value::Quantity(quantity) => quantity.printed.iter().any(|n| n.to_string() == number),
            _ => false,
        })
    };
    each_row(("people.toml", "several"), &[], number);
    let further = |_: &toml::Table, account: &Account| {
        account.claims.iter().any(|c| c.property.ends_with(".killed") && c.scope.part)
    };
    each_row(("people.toml", "more"), &[], further);
    for array in ["driving", "leaving"] {
        each_row(("claim_words.toml", array), &[], |_, account| claims(account, "displaced"));
    }
    let two = |_: &toml::Table, account: &Account| {
        account.claims.iter().any(|claim| claim.rule == "harm.named")
    };
    each_row(("people.toml", "sort"), &[], two);
    each_row(("people.toml", "thing"), &[], |_, account| !claims(account, "injured"));
}

#[test]
fn words_that_tell_of_harm_only_with_others() {
    let unreal = |row: &toml::Table| matches!(string(row, "kind"), "unreal" | "handed");
    // Whoever is shot in a limb is taken to live.
    let limb = |row: &toml::Table| string(row, "kind") == "limb";
    let harm = |row: &toml::Table, account: &Account| {
        let any = ["killed", "injured", "victims"].iter().any(|name| claims(account, name));
        any != unreal(row) && !(limb(row) && claims(account, "victims"))
    };
    each_row(("harm.toml", "thing"), &[], harm);
}

#[test]
fn words_tell_how_a_measure_changes() {
    let change = |row: &toml::Table, account: &Account| {
        let told = match string(row, "kind") {
            "rise" => Change::Rise,
            "fall" => Change::Fall,
            _ => Change::Correction,
        };
        account.claims.iter().any(|claim| claim.scope.change == Some(told))
    };
    each_row(("measures.toml", "change"), &[], change);
    let before = |_: &toml::Table, account: &Account| {
        account.claims.iter().any(|claim| claim.scope.change == Some(Change::Before))
    };
    each_row(("measures.toml", "prior"), &[], before);
    let revenue = |_: &toml::Table, account: &Account| claims(account, "revenue");
    each_row(("measures.toml", "equal"), &[], revenue);
    let whole = |_: &toml::Table, account: &Account| {
        account.claims.iter().any(|c| c.property == "earnings.revenue" && !c.scope.part)
    };
    each_row(("measures.toml", "generic"), &[], whole);
}

#[test]
fn verbs_and_topics_of_stances_give_a_position() {
    let position = |_: &toml::Table, account: &Account| claims(account, "position");
    for array in ["topic", "verb"] {
        each_row(("stances.toml", array), &[], position);
    }
}
