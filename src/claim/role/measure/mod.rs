//! Measured properties: "revenue rose to $4 billion", "a death toll of 104".

mod line;
mod people;
mod respective;
mod scope;

use std::borrow::Cow;

use super::writer::{Draft, Writer};
use super::{figure, home};
use crate::claim::grammar::{At, Grammar};
use crate::claim::{Change, Claim, Modality};
use crate::lexicon::{
    Measure, Motion, begins_measure, earns, formerly, is_awaiting, is_consensus, is_equal,
    is_forecast, measure, motion,
};
use crate::syntax::{Morph, Rel, Upos};
use crate::text::lower;
use crate::value::{Bound, Decimal, Interval, Name, NameKind, Quantity, Time, Value};

/// Writes the claims of all measure nouns.
pub(super) fn write(writer: &mut Writer<'_, '_>) {
    let grammar = writer.grammar;
    let named = all(grammar);
    let mut paired = respective::readings(grammar, &named);
    for (at, named) in named.iter().enumerate() {
        let own = paired.extract_if(.., |(measure, _)| *measure == at).map(|(_, reading)| reading);
        let own: Vec<Reading> = own.collect();
        let readings = if own.is_empty() { readings(grammar, named) } else { own };
        for reading in readings {
            claim(writer, named, reading);
        }
    }
    for (named, reading) in earned(grammar) {
        claim(writer, &named, reading);
    }
    once(writer);
    held(writer);
}

/// "Revenue rose to 318 million euros": the results of the one firm of which the text tells results, or that it
/// names at all. A name of one word that looks like a person's may be a firm's.
fn held(writer: &mut Writer<'_, '_>) {
    let results = |claim: &Claim| {
        claim.rule.starts_with("measure.") && claim.property.starts_with("earnings.")
    };
    let actors = &writer.grammar.source.actors;
    let firm = |holder: &u32| {
        let name = &actors[*holder as usize].name;
        name.named && name.kind == NameKind::Organization
    };
    let told = writer.claims().iter().filter(|c| results(c)).filter_map(|c| c.scope.holder);
    let mut firms: Vec<u32> = told.filter(firm).collect();
    let maybe_firm =
        |name: &Name| name.named && name.kind == NameKind::Person && !name.canonical.contains(' ');
    if firms.is_empty() && !actors.iter().any(|actor| maybe_firm(&actor.name)) {
        firms = (0..u32::try_from(actors.len()).unwrap_or(0)).filter(firm).collect();
    }
    firms.sort_unstable();
    firms.dedup();
    if let [firm] = firms[..] {
        let loose = |claim: &&mut Claim| results(claim) && claim.scope.holder.is_none();
        for claim in writer.claims_mut().iter_mut().filter(loose) {
            claim.scope.holder = Some(firm);
        }
    }
}

/// Of two readings of one value as one measure, the one that is not told as a fact stays: "expects
/// earnings of $7 to $8 a share".
fn once(writer: &mut Writer<'_, '_>) {
    let key = |claim: &Claim| (claim.value_span, claim.property.clone(), claim.scope.change);
    let open: Vec<_> = writer
        .claims()
        .iter()
        .filter(|c| c.rule.starts_with("measure.") && c.modality != Modality::Actual)
        .map(key)
        .collect();
    writer.retain(|claim| {
        let told = claim.rule.starts_with("measure.") && claim.modality == Modality::Actual;
        !told || !open.contains(&key(claim))
    });
}

/// The measures that a document names, in order.
fn all(grammar: &Grammar<'_>) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    for at in grammar.words() {
        // "operating margin" begins with what a tagger may take for a verb.
        let names = matches!(grammar.upos(at), Upos::Noun | Upos::Propn | Upos::Adj);
        let taken = found.last().is_some_and(|last| at <= last.head.max(last.last));
        if !taken {
            let own = |measure: &Named| names || measure.last > measure.first;
            found.extend(named(grammar, at).filter(own));
        }
    }
    found
}

/// "the company earned $1.52 per share": the verb names the measure.
fn earned(grammar: &Grammar<'_>) -> Vec<(Named, Reading)> {
    let read = |at: At| {
        let value = grammar.object(at).filter(|_| earns(grammar.lemma(at)) && grammar.is_verb(at));
        let value = value.filter(|&value| {
            quantity(grammar, value).is_some_and(|q| q.per.as_deref() == Some("share"))
        })?;
        let (_, row) = measure(["earnings", "per", "share"])?;
        let named = Named { head: at, first: at, last: at, row, asserts: at, expected: false };
        let rule = "measure.verb";
        Some((named, Reading { value, at, change: None, moves: false, rule }))
    };
    grammar.words().filter_map(read).collect()
}

/// A measure and where it stands.
struct Named {
    /// The head of its phrase.
    head: At,
    /// Its first and its last own word.
    first: At,
    last: At,
    row: Measure,
    /// The word of its phrase that the verb governs which asserts it.
    asserts: At,
    /// "the revenue forecast": it is what somebody expects.
    expected: bool,
}

/// The measure that begins at a word.
fn named(grammar: &Grammar<'_>, at: At) -> Option<Named> {
    let words = (at.word..grammar.tree(at).words.len()).map(|word| At { word, ..at }).take(4);
    if !begins_measure(&lower(grammar.lemma(at))) && !begins_measure(&grammar.form(at)) {
        return None;
    }
    let lemmas: Vec<_> = words.clone().map(|at| lower(grammar.lemma(at))).collect();
    let forms: Vec<_> = words.map(|at| grammar.form(at)).collect();
    let by = |words: &[Cow<'_, str>]| measure(words.iter().map(|word| &**word));
    let fixed = by(&lemmas).into_iter().chain(by(&forms)).max_by_key(|(count, _)| *count);
    let (count, row) = fixed.or_else(|| people::number(grammar, at))?;
    let last = At { word: at.word + count - 1, ..at };
    let head = if grammar.is_nominal(last) { last } else { at };
    // "earnings per share": the first word is the head.
    let head = if grammar.rel(head) == Rel::Nmod && count > 1 { at } else { head };
    // "expects operating profit of": the first word of the measure may be taken for a verb.
    let inner = grammar.head(head).filter(|&up| at <= up && up < head);
    let asserts = inner.and_then(|up| grammar.head(up)).unwrap_or(head);
    let expected = is_forecast_of(grammar, head);
    if is_forecast(grammar.lemma(head)) && is_consensus_of(grammar, head) {
        return None;
    }
    let named = Named { head, first: at, last, row, asserts, expected };
    grammar.is_nominal(head).then(|| forecast(grammar, &named).unwrap_or(named))
}

/// "the *average* forecast", "*analysts'* forecasts", "the forecast *of analysts*": what others expect of a company.
fn is_consensus_of(grammar: &Grammar<'_>, head: At) -> bool {
    let below = [Rel::Amod, Rel::Compound, Rel::Nmod, Rel::NmodPoss];
    let mut kids = grammar.kids(head).filter(|&kid| below.contains(&grammar.rel(kid)));
    kids.any(|kid| is_consensus(&lower(grammar.lemma(kid))))
}

/// "the *forecast* for this year's revenue", wherever the tree hangs the phrase.
fn is_forecast_of(grammar: &Grammar<'_>, head: At) -> bool {
    let of = matches!(grammar.preposition(head), Some("for" | "of" | "on"));
    let Some(above) = grammar.head(head).filter(|_| of) else { return false };
    let noun = if grammar.is_verb(above) { grammar.object(above) } else { Some(above) };
    noun.is_some_and(|noun| noun < head && is_forecast(grammar.lemma(noun)))
}

/// "the full-year revenue *forecast*"
fn forecast(grammar: &Grammar<'_>, of: &Named) -> Option<Named> {
    let last = grammar.next(of.last).filter(|&next| is_forecast(grammar.lemma(next)))?;
    let noun = matches!(grammar.upos(last), Upos::Noun | Upos::Propn);
    let head = if noun { last } else { of.head };
    let names = noun || grammar.head(of.head) == Some(last);
    names.then_some(Named { head, last, expected: true, ..*of })
}

/// A quantity that a measure is said to be.
struct Reading {
    /// The word that the quantity stands on.
    value: At,
    /// The word that asserts it.
    at: At,
    change: Option<Change>,
    /// Whether a range gives the old and the new value: "rose from 90 to 104".
    moves: bool,
    rule: &'static str,
}

impl Reading {
    /// The mention that it reads, and as what.
    fn key(&self, grammar: &Grammar<'_>) -> Option<(u32, Option<Change>)> {
        Some((grammar.quantity(self.value)?.0, self.change))
    }
}

fn readings(grammar: &Grammar<'_>, named: &Named) -> Vec<Reading> {
    let (head, row) = (named.head, named.row);
    let mut found = Vec::new();
    let mut push = |value: Option<At>, at: At, change: Option<Change>, rule: &'static str| {
        let value = value.filter(|&v| quantity(grammar, v).is_some_and(|q| fits(q, row)));
        let moves = change.is_some();
        found.extend(value.map(|value| Reading { value, at, change, moves, rule }));
    };
    push(phrase(grammar, head, &["of", "at"]), named.asserts, None, "measure.of");
    push(grammar.kid(head, &[Rel::Appos]), head, None, "measure.of");
    for kid in grammar.kids(head).filter(|&kid| grammar.rel(kid) == Rel::AclRelcl) {
        for (value, change) in told(grammar, kid, head) {
            push(Some(value), kid, change, "measure.clause");
        }
    }
    if let Some(value) = holds(grammar, head) {
        push(Some(value), value, None, "measure.in");
    }
    for verb in predicates(grammar, named) {
        for (value, change) in told(grammar, verb, head) {
            push(Some(value), verb, change, "measure.clause");
        }
    }
    found.extend(moved(grammar, named));
    found.extend(jump(grammar, named));
    let mut known: Vec<(u32, Option<Change>)> = Vec::new();
    found.retain(|reading| {
        let key = reading.key(grammar).filter(|key| !known.contains(key));
        known.extend(key);
        key.is_some()
    });
    let more = line::readings(grammar, named).into_iter().filter(|reading| {
        reading.key(grammar).is_some_and(|key| known.iter().all(|old| old.0 != key.0))
    });
    found.extend(more);
    found
}

/// "up 8% from a year earlier": a percentage after "up" or "down" that no other measure stands
/// before.
fn moved(grammar: &Grammar<'_>, of: &Named) -> Option<Reading> {
    if !of.row.units.contains("money") {
        return None;
    }
    let after = std::iter::successors(grammar.next(of.last), |&at| grammar.next(at)).take(24);
    let alone = |at: &At| named(grammar, *at).is_none() && grammar.form(*at) != ";";
    let word = after.take_while(alone).find(|&at| matches!(&*grammar.form(at), "up" | "down"))?;
    // "…, sending its *shares down* as much as 9%": another thing moved.
    let other = grammar.previous(word).is_some_and(|noun| {
        let timed = grammar.time_on(noun).is_some() || grammar.quantity_on(noun).is_some();
        noun > of.last && grammar.upos(noun) == Upos::Noun && grammar.is_plural(noun) && !timed
    });
    // "sales *made up* 5 percent of it"
    let particle = grammar.rel(word) == Rel::CompoundPrt
        && grammar.head(word).is_some_and(|verb| grammar.kid(verb, &[Rel::Obj]).is_some());
    if other || particle {
        return None;
    }
    let change = if grammar.form(word) == "up" { Change::Rise } else { Change::Fall };
    let near = std::iter::successors(grammar.next(word), |&at| grammar.next(at)).take(4);
    let value = near.into_iter().find(|&at| {
        grammar.quantity_on(at).is_some_and(|(_, quantity)| has(quantity, "percent"))
    })?;
    let change = Some(change);
    Some(Reading { value, at: of.head, change, moves: false, rule: "measure.change" })
}

/// "a 38% jump in profit"
fn jump(grammar: &Grammar<'_>, of: &Named) -> Option<Reading> {
    let noun = holds(grammar, of.head).filter(|&noun| grammar.upos(noun) == Upos::Noun)?;
    let change = change(grammar.lemma(noun)).filter(|_| of.row.units.contains("money"))?;
    let percent = |at: &At| grammar.quantity_on(*at).is_some_and(|(_, q)| has(q, "percent"));
    let value = std::iter::once(noun).chain(grammar.kids(noun)).find(percent)?;
    let change = Some(change);
    Some(Reading { value, at: noun, change, moves: false, rule: "measure.change" })
}

fn quantity<'a>(grammar: &Grammar<'a>, at: At) -> Option<&'a Quantity> {
    grammar.quantity(at).map(|(_, quantity)| quantity)
}

/// "$4 billion in revenue".
fn holds(grammar: &Grammar<'_>, head: At) -> Option<At> {
    (grammar.preposition(head) == Some("in")).then(|| grammar.head(head)).flatten()
}

fn phrase(grammar: &Grammar<'_>, at: At, prepositions: &[&str]) -> Option<At> {
    grammar.phrases(at).find(|(p, _)| prepositions.contains(p)).map(|(_, kid)| kid)
}

/// "rose from 90 to 104", read as one range: the end that the reading is about.
fn end_of_change(quantity: &Quantity, change: Option<Change>) -> Option<Quantity> {
    let (first, last) = ends(quantity)?;
    Some(if change? == Change::Before { first } else { last })
}

/// The two values of a range that tells of a change.
pub(in crate::claim) fn ends(quantity: &Quantity) -> Option<(Quantity, Quantity)> {
    let [first, last] = quantity.printed[..] else { return None };
    let end = |value: Decimal| Quantity {
        text: quantity.text.clone(),
        unit: quantity.unit.clone(),
        per: quantity.per.clone(),
        measure: quantity.measure,
        ..Quantity::exact(value)
    };
    (quantity.bound == Bound::Range).then(|| (end(first), end(last)))
}

/// The verb or predicate that the measure is the subject or object of, and what this governs ("is
/// expected to widen", "remains unchanged").
fn predicates(grammar: &Grammar<'_>, named: &Named) -> Vec<At> {
    let lead = grammar.lead(named.head);
    // "Operating income was", where the tree takes the first word for a verb.
    let verbal = grammar.head(lead).filter(|&verb| {
        verb == named.first && matches!(grammar.rel(verb), Rel::Csubj | Rel::Nsubj)
    });
    let lead = verbal.unwrap_or(lead);
    let subject = matches!(grammar.rel(lead), Rel::Nsubj | Rel::NsubjPass | Rel::Csubj);
    let argument = subject || grammar.rel(lead) == Rel::Obj;
    let verb = grammar.head(lead).filter(|&verb| argument && !is_modifier(grammar, verb, named));
    let below = |verb: &At| grammar.kid(*verb, &[Rel::Xcomp]).filter(|_| subject);
    std::iter::successors(verb, below).take(3).collect()
}

/// "and *adjusted* earnings of": a participle right before the measure that the tree takes for a
/// verb.
fn is_modifier(grammar: &Grammar<'_>, verb: At, named: &Named) -> bool {
    let participle = matches!(grammar.word(verb).morph, Morph::Past | Morph::Participle);
    named.first == verb
        || participle
            && grammar.next(verb) == Some(named.first)
            && grammar.kid(verb, &[Rel::Nsubj, Rel::Aux, Rel::AuxPass]).is_none()
}

/// The words on which a clause gives the measure's values: what it rose to, from, stood at, is.
fn told(grammar: &Grammar<'_>, verb: At, measure: At) -> Vec<(At, Option<Change>)> {
    let is_object = grammar.object(verb) == Some(measure);
    let change = change(grammar.lemma(verb)).or_else(|| change(&grammar.form(verb)));
    // "had earlier put the toll at 24"
    let older = |kid| grammar.rel(kid) == Rel::Advmod && formerly(&grammar.form(kid));
    let older = grammar.kids(verb).any(older).then_some(Change::Before);
    let mut found = Vec::new();
    for (preposition, kid) in grammar.phrases(verb) {
        match preposition {
            "to" => found.push((kid, change)),
            // "gave the number of missing as 210"
            "at" | "of" | "as" => found.push((kid, older)),
            "from" => {
                // "raised the toll from the attack to 31", the number below the attack
                let to = grammar.phrases(kid).filter(|(to, _)| *to == "to" && change.is_some());
                found.extend(to.map(|(_, number)| (number, change)));
                found.push((kid, Some(Change::Before)));
                let range = |q: &Quantity| q.bound == Bound::Range && change.is_some();
                if quantity(grammar, kid).is_some_and(range) {
                    found.push((kid, change));
                }
            }
            _ => {}
        }
    }
    if !grammar.is_verb(verb) {
        found.push((verb, None));
    } else if matches!(change, Some(Change::Rise | Change::Fall)) && !is_object {
        let by = |kid: &At| matches!(grammar.preposition(*kid), None | Some("by"));
        let percent = |at: &At| grammar.quantity_on(*at).is_some_and(|(_, q)| has(q, "percent"));
        let kids = grammar.kids(verb).filter(|kid| *kid > verb && by(kid));
        let own = kids.flat_map(|kid| std::iter::once(kid).chain(grammar.kids(kid)));
        found.extend(own.filter(percent).take(1).map(|kid| (kid, change)));
    }
    if grammar.is_verb(verb) && !is_object && is_equal(grammar.lemma(verb)) {
        found.extend(grammar.object(verb).map(|object| (object, change)));
        found.extend(grammar.kid(verb, &[Rel::OblUnmarked, Rel::Xcomp]).map(|kid| (kid, change)));
    }
    found
}

/// How a verb says that a value changes, by its lemma or an irregular form of it.
fn change(lemma: &str) -> Option<Change> {
    Some(match motion(lemma)? {
        Motion::Rise => Change::Rise,
        Motion::Fall => Change::Fall,
        Motion::Correction => Change::Correction,
    })
}

/// Whether a quantity has a dimension that the measure may have.
fn fits(quantity: &Quantity, row: Measure) -> bool {
    !quantity.ordinal && !quantity.age && row.units.split(' ').any(|unit| has(quantity, unit))
}

/// Whether a quantity is of a dimension (`money`, `percent`, `count`, `number`, `any`) or counts
/// a noun.
pub(super) fn has(quantity: &Quantity, dimension: &str) -> bool {
    let unit = quantity.unit.as_deref();
    let code = |u: &str| u.len() == 3 && u.bytes().all(|b| b.is_ascii_uppercase());
    let money = unit.is_some_and(|u| code(u) || matches!(u, "cent" | "penny" | "pence"));
    let percent = matches!(unit, Some("percent" | "percentage point" | "%"));
    let plain = quantity.measure.is_none() && !money && !percent;
    match dimension {
        "any" => true,
        "money" => money,
        "percent" => percent,
        "number" => plain && unit.is_none(),
        "count" => plain,
        "person" => plain && unit.is_none_or(|u| crate::lexicon::people(u).is_some()),
        noun => unit == Some(noun),
    }
}

fn claim(writer: &mut Writer<'_, '_>, named: &Named, reading: Reading) {
    let grammar = writer.grammar;
    let (head, row) = (named.head, named.row);
    let Some((mention, quantity)) = grammar.quantity(reading.value) else { return };
    let Some((event, name)) = subject(writer, head, row) else { return };
    let mut quantity = quantity.clone();
    if figure::COUNTS.contains(&name) {
        quantity.unit = Some("person".to_owned());
    }
    if let Some(end) = end_of_change(&quantity, reading.change).filter(|_| reading.moves) {
        quantity = end;
    }
    let growth = row.units.contains("money") && has(&quantity, "percent");
    if growth && reading.change == Some(Change::Fall) || is_negative(grammar, mention) {
        quantity = below_zero(quantity);
    }
    let a_share = name == "profit" && is_per_share(&quantity, reading.change);
    let name = match name {
        _ if growth => format!("{name}-change"),
        _ if a_share => "per-share".to_owned(),
        name => name.to_owned(),
    };
    let scope = scope::scope(grammar, named, &reading);
    // "a quake of magnitude 6.1 in September": another one than that which the text is about.
    let gone = |time: &Time| !time.timex.contains('W') && time.timex.len() <= "2025-09".len();
    if row.property.starts_with("earthquake") && scope.time.as_ref().is_some_and(gone) {
        return;
    }
    let (value_span, rule) = (grammar.span_of(mention), reading.rule);
    let value = Value::Quantity(quantity);
    let told = grammar.source.factuality(head.sentence, reading.at.word);
    let mut verbs = std::iter::once(reading.at).chain(grammar.above(reading.at)).take(3);
    let put = verbs.find_map(|verb| figure::speaker(grammar, verb));
    let claim = writer.write(Draft { event, name, value, value_span, at: reading.at, scope, rule });
    claim.attribution.extend(put);
    // "Earnings are forecast at $4 a share"
    let awaited = grammar.is_verb(reading.at)
        && is_awaiting(grammar.lemma(reading.at))
        && grammar.kid(reading.at, &[Rel::NsubjPass]).is_some();
    if claim.modality == Modality::Actual && row.property.starts_with("earnings") {
        let forecast = awaited || scope::forecaster(grammar, head).is_some();
        claim.modality = if named.expected || forecast { Modality::Planned } else { told.1 };
    }
}

/// "to $6.10 a share from $5.85": the older value leaves the share out, and no company earns so
/// little.
fn is_per_share(quantity: &Quantity, change: Option<Change>) -> bool {
    let little = quantity.strict.high.is_some_and(|high| high < Decimal::from(100));
    quantity.per.as_deref() == Some("share")
        || change == Some(Change::Before) && quantity.per.is_none() && little
}

/// "negative $85 million"
fn is_negative(grammar: &Grammar<'_>, mention: u32) -> bool {
    let mention = &grammar.source.mentions[mention as usize];
    let sentence = mention.sentence as usize;
    let words = &grammar.source.trees[sentence].words;
    let first = words.partition_point(|word| word.span.start < mention.span.start);
    let before = first.checked_sub(1).map(|word| At { sentence, word });
    before.is_some_and(|before| matches!(&*grammar.form(before), "negative" | "minus"))
}

/// "fell 8%" is a change of minus eight per cent.
fn below_zero(quantity: Quantity) -> Quantity {
    let turn = |interval: Interval<Decimal>| Interval {
        low: interval.high.map(|high| -high),
        high: interval.low.map(|low| -low),
        low_open: interval.high_open,
        high_open: interval.low_open,
    };
    let bound = match quantity.bound {
        Bound::AtLeast => Bound::AtMost,
        Bound::AtMost => Bound::AtLeast,
        Bound::MoreThan => Bound::LessThan,
        Bound::LessThan => Bound::MoreThan,
        bound => bound,
    };
    Quantity {
        bound,
        strict: turn(quantity.strict),
        plausible: turn(quantity.plausible),
        ..quantity
    }
}

/// The event that a measure belongs to, and the property's name.
fn subject(writer: &mut Writer<'_, '_>, head: At, row: Measure) -> Option<(u32, &'static str)> {
    let (type_, name) = row.property.split_once('.')?;
    if figure::COUNTS.contains(&name) {
        return Some((home::event(writer.grammar, &mut writer.found, head), name));
    }
    let kind = if type_ == "*" { "protest" } else { type_ };
    // "a quake with a *magnitude* of 6.1": that quake, not the first one that the text names.
    let found = &writer.found;
    let mut above = writer.grammar.above(head).take(3);
    let own = above.find_map(|up| found.event_on(up));
    let own = own.filter(|&event| found.events[event as usize].kind == kind);
    let first = || {
        let first = found.events.iter().position(|event| event.kind == kind);
        first.and_then(|at| u32::try_from(at).ok())
    };
    let known = own.or_else(first);
    match (known, type_) {
        (Some(event), _) => Some((event, name)),
        (None, "earnings" | "election" | "earthquake") => Some((writer.found.add(kind), name)),
        _ => None,
    }
}
