//! Event types, triggers, properties, and the words for harm, states, stances and measures: each
//! row's example has what the row names, and its counterexample has not.

use corroborate::claim::{Account, Change, Key, Modality, Polarity, Slot};
use corroborate::lexicon::{Vocabulary, is_summing, is_tally, is_wide};
use corroborate::text::SkipReason;
use corroborate::value::Value;
use corroborate::{Document, Options, pipeline};

use crate::tables::{rows, string, strings};

#[test]
fn every_type_has_a_row() {
    let vocabulary = Vocabulary::default();
    for file in ["noun", "verb"] {
        for row in rows("triggers.toml", file) {
            let event = string(&row, "event");
            assert!(vocabulary.event_type(event).is_some(), "no event type `{event}`");
        }
    }
    for row in rows("properties.toml", "property") {
        let id = string(&row, "word");
        assert!(vocabulary.property(id).is_some(), "no property `{id}`");
    }
}

#[test]
fn a_users_rows_go_first() {
    let table = r#"
[[event]]
id = "recall"
noun = "product recall"

[[trigger]]
words = ["recall"]
part = "noun"
event = "recall"

[[property]]
id = "recall.size"
kind = "quantity"
from = ["of"]
"#;
    let mut options = Options::default();
    options.vocabulary = Vocabulary::parse(table, "events.toml").expect("a table in order");
    let document = Document::new("a", "The recall of 4,000 heaters began on Monday.");
    let account = pipeline::analyze(&document, &options).account;
    assert!(account.claims.iter().any(|claim| claim.property == "recall.size"));
}

#[test]
fn a_users_mistakes_are_named() {
    let wrong = [
        (
            "[[event]]\nid = \"Recall\"\n",
            "t:2: expected an id of lower-case letters and hyphens, found `Recall`",
        ),
        (
            "[[trigger]]\nwords = [\"x\"]\npart = \"noun\"\nevent = \"atack\"\n",
            "t:4: expected the id of an event type, found `atack`; did you mean `attack`?",
        ),
        (
            "[[property]]\nid = \"attack.size\"\nkind = \"quantity\"\nfrom = [\"objct\"]\n",
            "t:4: expected a place of the value, found `objct`; did you mean `object`?",
        ),
        (
            "[[property]]\nid = \"size\"\nkind = \"quantity\"\n",
            "t:2: expected an id of the form `TYPE.NAME`, found `size`",
        ),
    ];
    for (table, message) in wrong {
        let error = Vocabulary::parse(table, "t").expect_err("a mistake");
        assert_eq!(error.to_string(), message);
        assert!(error.is_table());
    }
    let unknown = Vocabulary::parse("[[event]]\nidd = \"x\"\n", "t").expect_err("a mistake");
    assert!(unknown.to_string().contains("unknown field `idd`"), "{unknown}");
}

/// Runs `holds` on each row of an array, on its example and then on its counterexample, where it
/// must not hold; for the rows of `known`, by their first word, it is known to be otherwise, and
/// one that is read right breaks the test.
#[track_caller]
pub(crate) fn each_row(
    (file, array): (&str, &str),
    known: &[&str],
    holds: impl Fn(&toml::Table, &Account) -> bool,
) {
    let account = |text: &str| {
        let document = Document::new("d", text);
        pipeline::analyze(&document, &Options::default()).account.as_ref().clone()
    };
    let mut wrong = Vec::new();
    for row in rows(file, array) {
        let right = holds(&row, &account(string(&row, "example")))
            && !holds(&row, &account(string(&row, "counterexample")));
        let words = strings(&row, "words");
        if right == known.contains(&words[0]) {
            wrong.push(words[0].to_owned());
        }
    }
    assert!(wrong.is_empty(), "{file}, {array}: misread, or right and listed as known: {wrong:?}");
}

/// Whether a claim's property is `TYPE.name`.
pub(crate) fn claims(account: &Account, name: &str) -> bool {
    account.claims.iter().any(|claim| claim.property.rsplit('.').next() == Some(name))
}

#[test]
fn triggers_name_their_event() {
    let named = |row: &toml::Table, account: &Account| {
        account.events.iter().any(|event| event.kind == string(row, "event"))
    };
    each_row(("triggers.toml", "noun"), &[], named);
    each_row(("triggers.toml", "verb"), &[], named);
}

#[test]
fn words_of_harm_make_counts_of_it() {
    let harm = |row: &toml::Table, account: &Account| match string(row, "outcome") {
        "hit" => claims(account, "victims"),
        outcome => claims(account, outcome),
    };
    for array in ["death", "noun", "state", "verb"] {
        each_row(("harm.toml", array), &[], harm);
    }
    let killed = |_: &toml::Table, account: &Account| claims(account, "killed");
    for array in ["group", "plain"] {
        each_row(("people.toml", array), &[], killed);
    }
}

#[test]
fn nouns_of_measure_lead_to_their_property() {
    let measured = |row: &toml::Table, account: &Account| {
        string(row, "property").rsplit('.').next().is_some_and(|name| claims(account, name))
    };
    each_row(("measures.toml", "measure"), &[], measured);
}

#[test]
fn words_behind_measures_lead_to_values() {
    let revenue = |_: &toml::Table, account: &Account| claims(account, "revenue");
    for array in ["awaiting", "forecast", "level"] {
        each_row(("measures.toml", array), &[], revenue);
    }
    let others = |_: &toml::Table, account: &Account| !claims(account, "guidance");
    each_row(("measures.toml", "consensus"), &[], others);
    let share = |_: &toml::Table, account: &Account| claims(account, "per-share");
    each_row(("measures.toml", "earn"), &[], share);
    let part = |_: &toml::Table, account: &Account| {
        account.claims.iter().any(|c| c.property == "earnings.revenue" && c.scope.part)
    };
    each_row(("measures.toml", "segment"), &[], part);
}

#[test]
fn how_far_off_a_place_is_is_told_of_the_place() {
    let nowhere = |_: &toml::Table, account: &Account| {
        !account.claims.iter().any(|claim| claim.property == "open.die.kilometer")
    };
    each_row(("claim_words.toml", "direction"), &[], nowhere);
}

#[test]
fn words_tell_what_is_over_and_what_may_be_done() {
    let over = |_: &toml::Table, account: &Account| {
        let mut roles = account.claims.iter().filter(|claim| claim.property == "open.role");
        roles.any(|claim| claim.scope.change == Some(Change::Before))
    };
    each_row(("claim_words.toml", "ceasing"), &[], over);
    let heard = |_: &toml::Table, account: &Account| {
        let mut told = account.claims.iter().filter(|claim| claim.rule == "open.occurrence");
        told.any(|claim| claim.modality == Modality::Actual)
    };
    each_row(("claim_words.toml", "sensing"), &[], heard);
    let done = |_: &toml::Table, account: &Account| {
        account.claims.iter().any(|claim| claim.property == "open.vote.occurrence")
    };
    each_row(("claim_words.toml", "ruling"), &[], done);
}

#[test]
fn words_that_claims_ask_for_do_what_they_say() {
    let rule = |rule: &'static str| {
        move |_: &toml::Table, account: &Account| account.claims.iter().any(|c| c.rule == rule)
    };
    each_row(("claim_words.toml", "accuse"), &[], rule("status.charge"));
    each_row(("claim_words.toml", "allegation"), &[], rule("status.denial"));
    let keys = |row: &toml::Table, account: &Account, holds: fn(&Key) -> bool| {
        let words = strings(row, "words");
        let keys = account.frames.iter().flat_map(|frame| &frame.keys);
        keys.clone().any(|key| words.contains(&&*key.word) && holds(key))
    };
    let light = |row: &toml::Table, account: &Account| keys(row, account, |key| key.weight < 3);
    each_row(("claim_words.toml", "common"), &[], light);
    let carried = |row: &toml::Table, account: &Account| {
        keys(row, account, |key| key.slot == Slot::Predicate && key.lemma != key.word)
    };
    each_row(("claim_words.toml", "making"), &[], carried);
    let speaks = |account: &Account, text: &str, who: &str| {
        let mut links = account.attributions.iter().filter(|link| link.verb == "say");
        links.any(|link| link.speaker.is_some_and(|span| span.of(text) == who))
    };
    for (array, who) in [("promise", "The minister"), ("time", "the mayor")] {
        let says = |row: &toml::Table, account: &Account| {
            let texts = ["example", "counterexample"].map(|field| string(row, field).to_owned());
            let here = texts.iter().find(|text| {
                account.attributions.iter().all(|link| link.cue.end as usize <= text.len())
            });
            here.is_some_and(|text| speaks(account, text, who))
        };
        each_row(("claim_words.toml", array), &[], says);
    }
    let dated = |_: &toml::Table, account: &Account| !claims(account, "time");
    each_row(("claim_words.toml", "ranked"), &[], dated);
    let credit = |_: &toml::Table, account: &Account| {
        account.skipped.iter().any(|skip| skip.reason == SkipReason::Boilerplate)
    };
    each_row(("claim_words.toml", "credit"), &[], credit);
    let unheld = |row: &toml::Table, account: &Account| {
        let words = strings(row, "words");
        let roles = account.claims.iter().filter(|claim| claim.property == "open.role");
        roles
            .into_iter()
            .any(|role| words.contains(&role.value.text().split(' ').next().unwrap_or("")))
    };
    each_row(("claim_words.toml", "unheld"), &[], unheld);
    let hurt = |_: &toml::Table, account: &Account| claims(account, "injured");
    each_row(("claim_words.toml", "bearing"), &[], hurt);
    let perhaps = |_: &toml::Table, account: &Account| claims(account, "victims");
    each_row(("claim_words.toml", "piercing"), &[], perhaps);
    let doubted = |_: &toml::Table, account: &Account| {
        let mut dead = account.claims.iter().filter(|claim| claim.property.ends_with(".killed"));
        dead.any(|claim| claim.modality == Modality::Possible)
    };
    each_row(("claim_words.toml", "feared"), &[], doubted);
    let rejected = |_: &toml::Table, account: &Account| {
        account.claims.iter().any(|claim| claim.value.text() == "rejected")
    };
    each_row(("claim_words.toml", "refusing"), &[], rejected);
    let pair = |_: &toml::Table, account: &Account| {
        account.actors.iter().any(|actor| actor.name.canonical == "Kenya and Norway")
    };
    each_row(("claim_words.toml", "side"), &[], pair);
    let apart = |_: &toml::Table, account: &Account| {
        !account.claims.iter().any(|claim| claim.rule == "open.quantity")
    };
    each_row(("claim_words.toml", "lagging"), &[], apart);
    let turned = [
        ("awaited", Change::Awaited),
        ("ended", Change::Ended),
        ("fault", Change::Ended),
        ("formerly", Change::Before),
        ("mending", Change::Ended),
        ("outdated", Change::Before),
    ];
    for (array, change) in turned {
        let turns = |_: &toml::Table, account: &Account| {
            account.claims.iter().any(|claim| claim.scope.change == Some(change))
        };
        each_row(("claim_words.toml", array), &[], turns);
    }
}

#[test]
fn words_that_turn_claims_round_do_what_they_say() {
    let denied = |_: &toml::Table, account: &Account| {
        account.claims.iter().any(|claim| claim.polarity == Polarity::Negated)
    };
    each_row(("claim_words.toml", "lying"), &[], denied);
    let role = |_: &toml::Table, account: &Account| {
        account.claims.iter().any(|claim| claim.property == "open.role")
    };
    each_row(("claim_words.toml", "leading"), &[], role);
    let done = |_: &toml::Table, account: &Account| {
        account.claims.iter().all(|claim| claim.modality == Modality::Actual)
    };
    each_row(("claim_words.toml", "outcome"), &[], done);
    let settled = |row: &toml::Table, account: &Account| {
        let words = strings(row, "words");
        account.frames.iter().any(|frame| words.contains(&&*frame.predicate))
    };
    each_row(("claim_words.toml", "settling"), &[], settled);
}

#[test]
fn words_of_state_put_events_into_it() {
    let status = |row: &toml::Table, account: &Account| {
        account.claims.iter().any(|claim| match &claim.value {
            Value::Status(status) => {
                claim.polarity == Polarity::Affirmed && status.as_str() == string(row, "status")
            }
            _ => false,
        })
    };
    for array in ["course", "modifier", "verb"] {
        each_row(("status.toml", array), &[], status);
    }
    each_row(("status.toml", "phrase"), &[], |_, account| claims(account, "status"));
}

#[test]
fn words_of_a_course_tell_of_it() {
    let told = |row: &toml::Table, account: &Account| {
        let state = string(row, "state");
        account.turns.iter().any(|turn| turn.words.iter().any(|word| word.state == state))
    };
    for array in ["being", "object", "phrase", "subject"] {
        each_row(("courses.toml", array), &[], told);
    }
    each_row(("courses.toml", "matter"), &[], |_, account| !account.turns.is_empty());
}

#[test]
fn words_of_counts_do_what_they_say() {
    let counted = |_: &toml::Table, account: &Account| {
        let mut groups = account.claims.iter().filter_map(|claim| claim.scope.group.as_deref());
        groups.any(is_tally)
    };
    each_row(("claim_words.toml", "tally"), &[], counted);
    let summed = |_: &toml::Table, account: &Account| {
        let mut keys = account.frames.iter().flat_map(|frame| &frame.keys);
        keys.any(|key| is_summing(&key.word))
    };
    each_row(("claim_words.toml", "summing"), &[], summed);
    let wide = |_: &toml::Table, account: &Account| {
        let mut keys = account.frames.iter().flat_map(|frame| &frame.keys);
        keys.any(|key| is_wide(&key.lemma))
    };
    each_row(("claim_words.toml", "wide"), &[], wide);
}
