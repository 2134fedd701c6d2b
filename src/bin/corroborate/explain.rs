//! What the codes of a report mean.

use std::fmt::Write as _;

use corroborate::lexicon::{Evolves, Vocabulary, rule};
use corroborate::report::TOPICS;
use corroborate::{Error, Options};

use crate::args::Explain;
use crate::{CLEAN, config, output};

pub(crate) fn explain(args: &Explain) -> Result<u8, Error> {
    let Some(code) = &args.code else {
        let lines = TOPICS.iter().map(|topic| format!("{:<20} {}\n", topic.code, topic.what));
        let rules = rule::all().iter().map(|(id, rule)| format!("{id:<20} {}\n", rule.what));
        output::print(&lines.chain(rules).collect::<String>())?;
        return Ok(CLEAN);
    };
    // `update/corrects`, as levels name it, is told by its reason.
    let code = match code.split_once('/') {
        Some((kind, reason)) if is_topic(kind) && is_topic(reason) => reason,
        _ => code,
    };
    let topic = TOPICS.iter().find(|topic| topic.code == code).map(ToString::to_string);
    let mut options = Options::default();
    config::load()?.put_into(&mut options)?;
    let vocabulary = options.vocabulary;
    let text = topic
        .or_else(|| property(&vocabulary, code))
        .or_else(|| event_type(&vocabulary, code))
        .or_else(|| rule::rule(code).map(|rule| format!("{code}: a rule\n\n  {rule}")))
        .or_else(|| open(code));
    output::print(&text.ok_or_else(|| unknown(code, &vocabulary))?)?;
    Ok(CLEAN)
}

fn is_topic(code: &str) -> bool {
    TOPICS.iter().any(|topic| topic.code == code)
}

/// Names the nearest code, and for a property all of its event.
fn unknown(code: &str, vocabulary: &Vocabulary) -> Error {
    let kind = code.split('.').next().unwrap_or_default();
    let topics = TOPICS.iter().map(|topic| topic.code.to_owned());
    let rules = rule::all().iter().map(|(id, _)| (*id).to_owned());
    // A row for every type of event stands under `*`.
    let properties = ["*", kind].into_iter().flat_map(|of| vocabulary.properties_of(of));
    let properties = properties.map(|row| row.id.replace('*', kind));
    let all = topics.chain(rules).chain(properties);
    let near = all.min_by_key(|known| strsim::damerau_levenshtein(code, known));
    let hint = near.map(|near| format!(", did you mean `{near}`?")).unwrap_or_default();
    Error::option(format!("no such code: `{code}`{hint}"))
}

fn property(vocabulary: &Vocabulary, code: &str) -> Option<String> {
    let row = vocabulary.property(code)?;
    let mut out = format!("{code}: a property of an event\n\n");
    let kind = format!("{:?}", row.kind).to_lowercase();
    let _ = writeln!(out, "  Its values are of the kind {kind}.");
    if !row.units.is_empty() {
        let _ = writeln!(out, "  It counts or measures: {}.", row.units);
    }
    out.push_str(if row.many {
        "  Several values hold at once: another value is an addition, never a contradiction.\n"
    } else {
        "  One event has one value: values that share nothing contradict each other, when event,\n  \
         scope and speaker are the same.\n"
    });
    out.push_str(match row.evolves {
        Evolves::No => "  It does not change in time.\n",
        Evolves::Grows => {
            "  It only grows: a larger value later is an update, a smaller one a correction.\n"
        }
        Evolves::Moves => "  It changes in time: another value later is an update.\n",
    });
    Some(out)
}

fn event_type(vocabulary: &Vocabulary, code: &str) -> Option<String> {
    let row = vocabulary.event_type(code)?;
    let mut out = format!("{code}: a type of event ({})\n\n", row.noun);
    let _ = writeln!(out, "  Types of the family `{}` may be names of the same event.", row.family);
    if row.process {
        out.push_str("  It may go on over many places and sessions.\n");
    }
    let ids: Vec<&str> = vocabulary.properties_of(code).map(|row| row.id.as_ref()).collect();
    if !ids.is_empty() {
        let _ = writeln!(out, "  Its properties: {}.", ids.join(", "));
    }
    Some(out)
}

/// A property outside the tables.
fn open(code: &str) -> Option<String> {
    let words = code.strip_prefix("open.")?;
    Some(format!(
        "{code}: a claim outside the tables, known by its words ({words})\n\n  Two such claims are \
         compared only when what is counted or said to happen, those who take part,\n  and the scope \
         are the same.\n"
    ))
}
