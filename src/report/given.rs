//! Claims of another extractor (a language model, a database), checked against their evidence and
//! put among our own.
//!
//! This is the supported way to add a model: it says what it read and where; everything after,
//! from the joining of events to the verdicts, is ours.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::EvidenceEntry;
use crate::claim::{
    Account, Actor, Analysis, Attribution, Claim, Event, Form, Modality, Polarity, Scope, Stance,
    Subject,
};
use crate::error::Error;
use crate::text::{Document, Span};
use crate::value::{
    Bound, Date, Decimal, Grain, Interval, Name, NameKind, Place, Quantity, Status, Time, Value,
};

/// A claim brought from outside: the fields of a claim in the report, of which only `document`,
/// `property`, `value` and `evidence` are needed.
///
/// `event` names the event in the words of whoever brings the claim: claims of one name are about
/// one event, in all documents; claims of different names are not.
///
/// ```
/// use corroborate::report::GivenClaim;
/// let line = r#"{"document": "a", "event": "fire", "property": "fire.killed",
///     "value": {"kind": "quantity", "text": "12", "low": "12", "high": "12", "unit": "person"},
///     "evidence": [{"start": 4, "end": 6, "quote": "12"}]}"#;
/// let given: GivenClaim = serde_json::from_str(line).unwrap();
/// assert_eq!(given.property, "fire.killed");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GivenClaim {
    /// The id of the document that it was read from.
    pub document: String,
    /// The event that it is about, by any name.
    pub event: Option<String>,
    /// The property: `TYPE.NAME`.
    pub property: String,
    /// What it is said to be.
    pub value: GivenValue,
    /// `affirmed` (the default) or `negated`.
    pub polarity: Option<String>,
    /// `actual` (the default), `planned proposed demanded possible conditional`.
    pub modality: Option<String>,
    /// Who is reported as saying it, outermost first.
    pub attribution: Vec<GivenSpeaker>,
    /// The group counted.
    pub scope: GivenScope,
    /// The words that ground it: at least one quote at its offsets, the clause first.
    pub evidence: Vec<EvidenceEntry>,
}

/// A speaker of a claim brought from outside.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GivenSpeaker {
    /// The name of the speaker.
    pub speaker: Option<String>,
    /// The word that signals it.
    pub cue: String,
}

/// The part of a scope that can be given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GivenScope {
    /// The group counted.
    pub group: Option<String>,
    /// It is a part of a whole named elsewhere.
    pub part: bool,
    /// It is cumulative over many incidents.
    pub cumulative: bool,
}

/// A value brought from outside: the fields of the report's value of its kind, all optional but
/// those that say what it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GivenValue {
    /// `quantity time place actor status text`.
    pub kind: String,
    /// The words.
    pub text: String,
    /// Of a quantity: the lower end; null when unbounded.
    pub low: Option<String>,
    /// Of a quantity: the upper end; null when unbounded.
    pub high: Option<String>,
    /// Of a quantity: whether the lower end is left out.
    pub low_open: bool,
    /// Of a quantity: whether the upper end is left out.
    pub high_open: bool,
    /// Of a quantity: how the words bound it.
    pub bound: Option<String>,
    /// Of a quantity: its unit.
    pub unit: Option<String>,
    /// Of a quantity: what it is given per.
    pub per: Option<String>,
    /// Of a time: its first day.
    pub start: Option<String>,
    /// Of a time: its last day.
    pub end: Option<String>,
    /// Of a place, actor or status: its name.
    pub name: Option<String>,
    /// Of a place: ids from the outermost container inwards.
    pub path: Vec<String>,
}

/// Adds `given` to the analyses of the documents that they were read from.
///
/// # Errors
/// When a claim names no known document, has no evidence, a quote that is not at its offsets, or a
/// value, polarity or modality that cannot be read. The error's line is the claim's place in
/// `given`, counted from 1; nothing has been added then.
pub fn add_claims(
    documents: &[Document],
    analyses: &mut [Analysis],
    given: &[GivenClaim],
) -> Result<(), Error> {
    let mut read = Vec::new();
    for (line, claim) in (1..).zip(given) {
        let at = documents.iter().position(|document| document.id == claim.document);
        let found = at
            .ok_or_else(|| {
                Error::input(format!("expected the id of a document, found `{}`", claim.document))
            })
            .and_then(|at| Ok((at, check(claim, &documents[at])?)))
            .map_err(|error| error.at("claims", Some(line)))?;
        read.push((found, claim));
    }
    for ((at, checked), claim) in read {
        add(&mut analyses[at], claim, checked);
    }
    Ok(())
}

/// What of a claim had to be read.
struct Checked {
    value: Value,
    polarity: Polarity,
    modality: Modality,
    evidence: Vec<Span>,
}

fn check(claim: &GivenClaim, document: &Document) -> Result<Checked, Error> {
    if claim.property.is_empty() {
        return Err(Error::input("expected a property such as `attack.killed`, found none"));
    }
    if claim.evidence.is_empty() {
        return Err(Error::input("expected at least one quote as evidence, found none"));
    }
    Ok(Checked {
        value: value(&claim.value)?,
        polarity: polarity(claim.polarity.as_deref())?,
        modality: modality(claim.modality.as_deref())?,
        evidence: claim.evidence.iter().map(|e| evidence(e, document)).collect::<Result<_, _>>()?,
    })
}

fn evidence(entry: &EvidenceEntry, document: &Document) -> Result<Span, Error> {
    let span = Span::new(entry.start, entry.end);
    let words = span.of(&document.text);
    if words == entry.quote && !words.is_empty() {
        return Ok(span);
    }
    let (quote, found) = (cut(&entry.quote), cut(words));
    Err(Error::input(format!(
        "expected `{quote}` at bytes {span} of `{}`, found `{found}`",
        document.id
    )))
}

/// At most forty characters.
fn cut(text: &str) -> String {
    let mut out: String = text.chars().take(40).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out.escape_debug().to_string()
}

fn polarity(given: Option<&str>) -> Result<Polarity, Error> {
    match given {
        None | Some("affirmed") => Ok(Polarity::Affirmed),
        Some("negated") => Ok(Polarity::Negated),
        Some(other) => Err(unknown("polarity", "affirmed, negated", other)),
    }
}

fn modality(given: Option<&str>) -> Result<Modality, Error> {
    match given {
        None | Some("actual") => Ok(Modality::Actual),
        Some("planned") => Ok(Modality::Planned),
        Some("proposed") => Ok(Modality::Proposed),
        Some("demanded") => Ok(Modality::Demanded),
        Some("possible") => Ok(Modality::Possible),
        Some("conditional") => Ok(Modality::Conditional),
        Some(other) => {
            let known = "actual, planned, proposed, demanded, possible, conditional";
            Err(unknown("modality", known, other))
        }
    }
}

fn unknown(what: &str, known: &str, found: &str) -> Error {
    Error::input(format!("expected a {what} ({known}), found `{}`", cut(found)))
}

fn value(given: &GivenValue) -> Result<Value, Error> {
    let name = given.name.clone().unwrap_or_else(|| given.text.clone());
    Ok(match given.kind.as_str() {
        "quantity" => Value::Quantity(quantity(given)?),
        "time" => Value::Time(time(given)?),
        "place" => Value::Place(Place {
            text: given.text.clone(),
            name,
            path: given.path.clone(),
            named: true,
            ..Place::default()
        }),
        "actor" => Value::Name(actor(&given.text, &name)),
        "status" => Value::Status(status(&name)?),
        "text" => Value::Text(name),
        other => {
            return Err(unknown(
                "kind of value",
                "quantity, time, place, actor, status, text",
                other,
            ));
        }
    })
}

fn actor(text: &str, name: &str) -> Name {
    Name {
        text: text.to_owned(),
        canonical: name.to_owned(),
        kind: NameKind::Unknown,
        country: None,
        named: true,
    }
}

fn status(name: &str) -> Result<Status, Error> {
    let found = Status::ALL.iter().find(|status| status.as_str() == name);
    found.copied().ok_or_else(|| {
        let known: Vec<&str> = Status::ALL.iter().map(|status| status.as_str()).collect();
        unknown("status", &known.join(", "), name)
    })
}

fn quantity(given: &GivenValue) -> Result<Quantity, Error> {
    let (low, high) = (decimal(given.low.as_deref())?, decimal(given.high.as_deref())?);
    if low.is_none() && high.is_none() {
        return Err(Error::input("expected `low` or `high` of a quantity, found neither"));
    }
    if low.zip(high).is_some_and(|(low, high)| low > high) {
        return Err(Error::input("expected `low` not above `high` of a quantity"));
    }
    let interval = Interval { low, high, low_open: given.low_open, high_open: given.high_open };
    Ok(Quantity {
        text: given.text.clone(),
        printed: low.or(high).into_iter().collect(),
        bound: bound(given, low, high)?,
        strict: interval,
        plausible: interval,
        unit: given.unit.clone(),
        per: given.per.clone(),
        ..Quantity::exact(low.or(high).unwrap_or_default())
    })
}

fn decimal(text: Option<&str>) -> Result<Option<Decimal>, Error> {
    let read = |text: &str| {
        text.parse()
            .map_err(|_| Error::input(format!("expected a decimal number, found `{}`", cut(text))))
    };
    text.map(read).transpose()
}

/// The bound as given, or the one that the ends tell.
fn bound(given: &GivenValue, low: Option<Decimal>, high: Option<Decimal>) -> Result<Bound, Error> {
    let all = [
        Bound::Exact,
        Bound::Approx,
        Bound::AtLeast,
        Bound::MoreThan,
        Bound::AtMost,
        Bound::LessThan,
        Bound::Range,
    ];
    if let Some(name) = &given.bound {
        let found = all.iter().find(|bound| bound.as_str() == name);
        let known = "exact, approx, at-least, more-than, at-most, less-than, range";
        return found.copied().ok_or_else(|| unknown("bound", known, name));
    }
    Ok(match (low, high) {
        (Some(a), Some(b)) if a == b => Bound::Exact,
        (Some(_), Some(_)) => Bound::Range,
        (Some(_), None) if given.low_open => Bound::MoreThan,
        (Some(_), None) => Bound::AtLeast,
        _ if given.high_open => Bound::LessThan,
        _ => Bound::AtMost,
    })
}

fn time(given: &GivenValue) -> Result<Time, Error> {
    let day = |text: &Option<String>| text.as_deref().map(Date::parse).transpose();
    let (start, end) = (day(&given.start)?, day(&given.end)?);
    let first =
        start.or(end).ok_or_else(|| Error::input("expected `start` of a time, found none"))?;
    let last = end.unwrap_or(first);
    let extent = Interval::closed(first.day.at(0, 0, 0, 0), last.day.at(23, 59, 59, 0));
    let edtf = if first.day == last.day { first.to_string() } else { format!("{first}/{last}") };
    Ok(Time {
        text: given.text.clone(),
        extent: Some(extent),
        grain: Grain::Day,
        timex: edtf.clone(),
        edtf,
        ..Time::default()
    })
}

/// The rule of claims brought from outside.
const RULE: &str = "given";

fn add(analysis: &mut Analysis, claim: &GivenClaim, checked: Checked) {
    let evidence: Vec<Span> =
        checked.evidence.iter().map(|s| analysis.reading.reading_span(*s)).collect();
    let account = Arc::make_mut(&mut analysis.account);
    let first = evidence[0];
    let subject = claim.event.as_ref().map_or(Subject::Unknown, |key| subject(account, claim, key));
    let attribution = claim.attribution.iter().map(|link| speaker(account, link, first)).collect();
    account.claims.push(Claim {
        subject,
        property: claim.property.clone(),
        value: checked.value,
        scope: Scope {
            group: claim.scope.group.clone(),
            part: claim.scope.part,
            cumulative: claim.scope.cumulative,
            ..Scope::default()
        },
        polarity: checked.polarity,
        modality: checked.modality,
        attribution,
        value_span: *evidence.last().unwrap_or(&first),
        evidence,
        rule: RULE,
    });
    account.claims.sort_by_key(|claim| (claim.evidence.first().copied(), claim.value_span));
}

/// The event of that key, new when the document has none yet.
fn subject(account: &mut Account, claim: &GivenClaim, key: &str) -> Subject {
    let known = account.events.iter().position(|event| event.key.as_deref() == Some(key));
    let at = known.unwrap_or_else(|| {
        let kind =
            claim.property.rsplit_once('.').map_or(claim.property.as_str(), |(kind, _)| kind);
        account.events.push(Event { key: Some(key.to_owned()), ..Event::of(kind) });
        account.events.len() - 1
    });
    Subject::Event(u32::try_from(at).unwrap_or(u32::MAX))
}

fn speaker(account: &mut Account, link: &GivenSpeaker, near: Span) -> Attribution {
    let actor = link.speaker.as_ref().map(|name| {
        let called = |actor: &Actor| actor.name.canonical == *name || actor.aliases.contains(name);
        let known = account.actors.iter().position(called).unwrap_or_else(|| {
            account.actors.push(Actor {
                name: actor(name, name),
                aliases: vec![name.clone()],
                mentions: Vec::new(),
            });
            account.actors.len() - 1
        });
        u32::try_from(known).unwrap_or(u32::MAX)
    });
    Attribution {
        actor,
        speaker: None,
        cue: Span::new(near.start, near.start),
        content: vec![near],
        verb: link.cue.clone(),
        stance: Stance::Asserts,
        form: Form::Clause,
    }
}
