//! The claims of each document, as a careful editor would note them.

use std::fmt::Write as _;

use super::phrase::{self, count, plain, wrapped};
use super::view::View;
use crate::lexicon::factuality::{Effect, marker, modal, negator};
use crate::report::sentence::topic;
use crate::report::{AttributionEntry, ClaimEntry, DocumentEntry, Report, ScopeEntry, ValueEntry};
use crate::text::Document;

/// The width of the page, in columns.
const WIDTH: usize = 80;

/// What each document says, claim by claim, with line numbers, and what of it was not read.
///
/// ```
/// use corroborate::{Document, Options, extract, report};
/// let documents = [Document::new("a", "Nobody was hurt.")];
/// let notes = report::notes(&extract(&documents, &Options::default()), &documents);
/// assert!(notes.starts_with("a\n"));
/// ```
#[must_use]
pub fn notes(report: &Report, documents: &[Document]) -> String {
    let view = View::new(report, documents);
    let mut out = String::new();
    for entry in &report.documents {
        heading(&mut out, &view, entry);
        let mut clause = None;
        let claims = Claims::of(view.claims_of(&entry.id));
        let links: Vec<_> =
            report.attributions.iter().filter(|link| link.document == entry.id).collect();
        let (told, noted): (Vec<_>, Vec<_>) = (0..claims.all.len()).partition(|&at| {
            let claim = claims.all[at];
            claim.subordinate && !tells_another(claim, claims.beside(at))
                || asks(claim)
                || repeats(claim, claims.beside(at))
                || speaks(claim, &links)
                || ranks(claim)
        });
        for claim in noted.into_iter().map(|at| claims.all[at]) {
            let first = claim.evidence.first();
            if first != clause {
                quote(&mut out, &view, claim);
                clause = first;
            }
            note(&mut out, &view, claim);
        }
        if !told.is_empty() {
            let number = phrase::count(told.len(), "claim");
            let _ = writeln!(
                out,
                "     not shown: {number} that only a clause is so, which of its kind, or who spoke"
            );
        }
        skipped(&mut out, report, entry);
        out.push('\n');
    }
    out
}

/// The claims of a document, with what finds those beside one: a long text has too many to look at
/// each for each.
struct Claims<'c, 'a> {
    all: &'c [&'a ClaimEntry],
    /// The last byte of the evidence of the claims up to each.
    ends: Vec<u32>,
    /// The first byte of the evidence of the claims from each on.
    starts: Vec<u32>,
}

impl<'c, 'a> Claims<'c, 'a> {
    fn of(all: &'c [&'a ClaimEntry]) -> Self {
        let mut starts: Vec<u32> = all.iter().map(|claim| extent(claim).0).collect();
        let mut ends: Vec<u32> = all.iter().map(|claim| extent(claim).1).collect();
        for at in 1..all.len() {
            ends[at] = ends[at].max(ends[at - 1]);
        }
        for at in (1..all.len()).rev() {
            starts[at - 1] = starts[at - 1].min(starts[at]);
        }
        Self { all, ends, starts }
    }

    /// A run of claims that holds all whose evidence meets that of the one at `at`.
    fn beside(&self, at: usize) -> &'c [&'a ClaimEntry] {
        let (start, end) = extent(self.all[at]);
        let first = self.ends.partition_point(|last| *last < start);
        let after = self.starts.partition_point(|start| *start <= end);
        &self.all[first..after]
    }
}

/// The first and last byte of the evidence of a claim.
fn extent(claim: &ClaimEntry) -> (u32, u32) {
    let start = claim.evidence.iter().map(|part| part.start).min().unwrap_or(0);
    (start, claim.evidence.iter().map(|part| part.end).max().unwrap_or(0))
}

/// Whether a claim is of a question: "Is the archive larger than 80 GB?"
fn asks(claim: &ClaimEntry) -> bool {
    let clause = claim.evidence.first().map_or("", |clause| clause.text());
    let marks = |c: char| "\"'”’".contains(c);
    claim.modality == "possible" && clause.trim_end_matches(marks).ends_with('?')
}

/// Whether a claim says no more than others of its clause do: that what they tell is so, or that
/// somebody spoke whom they name as their speaker.
fn repeats(claim: &ClaimEntry, all: &[&ClaimEntry]) -> bool {
    let (clause, own) = (claim.evidence.first(), claim.evidence.last());
    let within = |other: &ClaimEntry| {
        let value = other.evidence.get(1).or(other.evidence.first());
        clause.zip(value).is_some_and(|(clause, value)| {
            clause.start <= value.start && value.end <= clause.end && own != Some(value)
        })
    };
    let beside = |other: &&&ClaimEntry| {
        let bare = matches!(&*other.rule, "open.occurrence" | "open.said") || ranks(other);
        let alike = claim.polarity == other.polarity && claim.modality == other.modality;
        (other.evidence.first() == clause || within(other)) && !bare && alike
    };
    let whole = is_told_whole(claim);
    let twin = |other: &ClaimEntry| {
        other.evidence.first() == clause
            && is_told_whole(other)
            // Who speaks is not noted itself, so it says nothing for another.
            && other.rule != "open.said"
            && other.predicate == claim.predicate
    };
    if whole && all.iter().take_while(|other| other.id != claim.id).any(|other| twin(other)) {
        return true;
    }
    // "may *not exceed 10 MB*"
    let bound = |other: &ClaimEntry| {
        let value = other.evidence.get(1).filter(|_| other.rule == "open.quantity");
        value.zip(own).is_some_and(|(value, own)| value.start < own.start && own.end < value.end)
    };
    // "meets every Thursday" tells when already.
    let told = |other: &ClaimEntry| {
        let words = other.predicate.as_deref().filter(|_| is_told_whole(other)).unwrap_or_default();
        other.rule == "status.verb"
            && other.evidence.first() == clause
            && words.contains(claim.value.text())
    };
    if claim.rule == "event.time" && all.iter().any(|other| told(other)) {
        return true;
    }
    match claim.rule.as_str() {
        "open.occurrence" if all.iter().any(|other| bound(other)) => true,
        "open.occurrence" if is_bare(claim) => true,
        "open.occurrence" => {
            let others = || all.iter().filter(|other| beside(other) && !is_told_by(other, claim));
            others().next().is_some()
                && numbers(claim).all(|number| others().any(|other| holds(other, number)))
        }
        "open.name" | "open.place" | "open.time" | "open.quantity"
            if all.iter().any(|other| {
                is_given_by(claim, other) || is_told_by(claim, other) && !repeats(other, all)
            }) =>
        {
            true
        }
        "open.said" | "open.time" => match &claim.value {
            ValueEntry::Time(time) => {
                let dates = |other: &ClaimEntry| {
                    let scope = [&other.scope.time, &other.scope.period];
                    // "by the middle of May"
                    scope.into_iter().flatten().any(|at| at.text().ends_with(&*time.text))
                };
                all.iter().any(|other| beside(&other) && dates(other))
            }
            _ => claim.rule == "open.said",
        },
        _ => false,
    }
}

/// Whether a claim that something is so tells in full sentences what another one of its clause does.
fn tells_another(claim: &ClaimEntry, all: &[&ClaimEntry]) -> bool {
    all.iter().any(|other| is_told_by(other, claim))
}

/// Whether the words before a number name whom or what another claim does: "gave *Norway* 55 percent".
fn is_given_by(claim: &ClaimEntry, number: &ClaimEntry) -> bool {
    let words = claim.evidence.get(1).map_or("", |value| value.text());
    let given = number.predicate.as_deref().is_some_and(|given| given.ends_with(words));
    matches!(&*claim.rule, "open.name" | "open.place")
        && given
        && number.rule == "open.quantity"
        && number.evidence.first() == claim.evidence.first()
        && number.polarity == claim.polarity
        && number.modality == claim.modality
}

/// Whether a claim that something is so tells in full sentences what another says of a name, a place or a time in it,
/// or of a number deep in its subject: "two aides joined from Brandt in May".
fn is_told_by(claim: &ClaimEntry, whole: &ClaimEntry) -> bool {
    let named = matches!(&*claim.rule, "open.name" | "open.place" | "open.time");
    let deep = claim.rule == "open.quantity"
        && claim.predicate.as_deref().is_some_and(|words| words.contains(" … "));
    let words = claim.evidence.get(1).map_or("", |value| value.text());
    let within = |text: &Option<String>| text.as_deref().is_some_and(|text| text.contains(words));
    let told = if named {
        within(&whole.predicate) || within(&whole.subject)
    } else {
        deep && within(&whole.subject)
    };
    whole.rule == "open.occurrence"
        && told
        && whole.subject.is_some()
        && whole.evidence.first() == claim.evidence.first()
        && whole.polarity == claim.polarity
        && whole.modality == claim.modality
}

/// Whether a claim that something is so has neither a subject nor more than its verb: "or edit".
fn is_bare(claim: &ClaimEntry) -> bool {
    let word = claim.predicate.as_ref().is_some_and(|words| !words.contains(' '));
    claim.subject.is_none() && word && claim.modality != "demanded"
}

/// The words with digits of what a claim says: "17" in "requires Zeta 17 or later".
fn numbers(claim: &ClaimEntry) -> impl Iterator<Item = &str> {
    let words = claim.predicate.as_deref().unwrap_or_default().split_whitespace();
    words
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.contains(|c: char| c.is_ascii_digit()))
}

/// Whether a claim tells a number in its value, its words or its time.
fn holds(claim: &ClaimEntry, number: &str) -> bool {
    let within = |words: &str| words.contains(number);
    let scope = [&claim.scope.time, &claim.scope.period];
    within(claim.value.text())
        || claim.predicate.as_deref().is_some_and(within)
        || scope.into_iter().flatten().any(|time| within(time.text()))
}

/// Whether a claim counts those who speak in its clause: "*two former employees* told the paper".
fn speaks(claim: &ClaimEntry, links: &[&AttributionEntry]) -> bool {
    let (Some(clause), Some(value)) = (claim.evidence.first(), claim.evidence.get(1)) else {
        return false;
    };
    let within = |[start, end]: [u32; 2], outer: [u32; 2]| outer[0] <= start && end <= outer[1];
    claim.rule == "open.quantity"
        && links.iter().any(|link| {
            let speaker = link.speaker_span;
            speaker.is_some_and(|speaker| within([value.start, value.end], speaker))
                && within(link.cue_span, [clause.start, clause.end])
        })
}

/// Whether a claim only tells which of its kind a noun names: "built its *second* bridge".
fn ranks(claim: &ClaimEntry) -> bool {
    let ordinal = claim.rule == "open.quantity" && claim.property.ends_with(".ordinal");
    // "pushed *third-quarter* profit up", "rammed a *Danish* ship"
    let before = matches!(&*claim.rule, "open.name" | "open.place" | "open.time")
        && claim.predicate.as_deref().is_some_and(|words| words.contains(" … "));
    ordinal || before
}

fn heading(out: &mut String, view: &View<'_>, entry: &DocumentEntry) {
    let facts = [&entry.source, &entry.title, &entry.published];
    let facts: Vec<String> = facts.into_iter().flatten().map(|fact| plain(fact)).collect();
    let _ = writeln!(out, "{}", plain(view.path(&entry.id)));
    if !facts.is_empty() {
        let _ = writeln!(out, "{}", facts.join(" · "));
    }
}

/// The clause that claims were read from.
fn quote(out: &mut String, view: &View<'_>, claim: &ClaimEntry) {
    let Some(first) = claim.evidence.first() else { return };
    let line = view.place(&claim.document, first).map_or(1, |place| place.line);
    let number = format!("{line:>4} | ");
    for (i, words) in wrapped(&plain(first.text()), WIDTH - 7).iter().enumerate() {
        let _ = writeln!(out, "{}{words}", if i == 0 { number.as_str() } else { "     | " });
    }
}

fn note(out: &mut String, view: &View<'_>, claim: &ClaimEntry) {
    // "did not name Ada": it is the deed that is denied, not who or where.
    let whole = matches!(&*claim.rule, "open.name" | "open.place" | "open.time");
    // What happens is told in the words of the text, with the denial if it stands in the clause.
    let told = is_told_whole(claim);
    let whole = whole
        || claim.property.starts_with("open.")
            && !told
            && claim.rule != "open.role"
            && !denies_value(claim);
    let denied = claim.polarity == "negated" && !((told || whole) && has_denial(claim));
    let not = if denied { "not " } else { "" };
    let (deed, value) = (label(claim), value(claim));
    // "since: since 5 May"
    let bound = deed.rsplit(' ').next().map(|word| format!("{word} ")).unwrap_or_default();
    let value = value.strip_prefix(bound.as_str()).map_or(value.clone(), str::to_owned);
    let told = match value.split_once(' ') {
        _ if whole && !told => format!("{not}{deed}: {value}"),
        // "had not fired"
        Some((first, rest)) if denied && told && helps(first) => {
            format!("{deed}: {first} {not}{rest}")
        }
        _ => format!("{deed}: {not}{value}"),
    };
    let mut facts = vec![format!("{} {told}", claim.id)];
    if claim.modality != "actual" {
        facts.push(claim.modality.clone());
    }
    // "are due to meet": the words of what is done do not tell that it is to come.
    let state = match &claim.value {
        ValueEntry::Status(state) if is_told_whole(claim) => state.name.as_str(),
        _ => "held",
    };
    if state != "held" && state != claim.modality {
        facts.push(state.to_owned());
    }
    for link in &claim.attribution {
        let speaker = link.speaker.as_deref().unwrap_or("somebody");
        let speaker = view.names().called(speaker, link.entity.as_deref());
        facts.push(format!("by {speaker} (“{}”)", link.cue));
    }
    facts.extend(moves(claim));
    let results = claim.property.starts_with("earnings.") && !claim.scope.part;
    if let Some(firm) = claim.scope.holder.as_ref().filter(|_| results) {
        facts.push(format!("of: {}", view.entity(firm)));
    }
    facts.extend(phrase::scope(&scope(claim)));
    if let Some(entity) = &claim.entity {
        facts.push(format!("about: {}", view.entity(entity)));
    }
    for (i, words) in wrapped(&plain(&facts.join("; ")), WIDTH - 9).iter().enumerate() {
        let _ = writeln!(out, "     {}{words}", if i == 0 { "+ " } else { "    " });
    }
}

/// Whether a word before a verb takes its denial.
fn helps(word: &str) -> bool {
    modal(word).is_some() || matches!(word, "is" | "are" | "was" | "were" | "has" | "have" | "had")
}

/// "kept for 14 days, *not 30*": it is the value that is denied, by the words right before it.
fn denies_value(claim: &ClaimEntry) -> bool {
    let (Some(clause), Some(value)) = (claim.evidence.first(), claim.evidence.get(1)) else {
        return false;
    };
    let start = value.start.saturating_sub(clause.start) as usize;
    let before = clause.text().get(..start).unwrap_or_default();
    let last = before.split_whitespace().next_back().unwrap_or_default();
    matches!(last, "not" | "no" | "of" | "than" | "but")
}

/// Whether the words of a claim that something is so have a denial of their own: "Nobody was hurt", "cannot be sold".
fn has_denial(claim: &ClaimEntry) -> bool {
    let words = [&claim.subject, &claim.predicate].into_iter().flatten();
    words.flat_map(|words| words.split_whitespace()).any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        // "left *without* speaking"
        negator(&word).is_some()
            || marker(&word) == Some(Effect::Fails)
            || word.ends_with("n't")
            || word.ends_with("n’t")
    })
}

/// What a claim is about, under the clause that it was read from.
fn label(claim: &ClaimEntry) -> String {
    worded_label(claim).or_else(|| named(claim)).or_else(|| measured(claim)).unwrap_or_else(|| {
        let words = claim.property.strip_prefix("open.").unwrap_or(&claim.property);
        if words.ends_with(".occurrence") {
            return "happens".to_owned();
        }
        // "two weeks ago" is a day.
        let dated = matches!(&claim.value, ValueEntry::Time(time) if time.start.is_some());
        let words = match words.strip_suffix(".duration").filter(|_| dated) {
            Some(words) => format!("{words}.time"),
            None => words.to_owned(),
        };
        let (words, whole) = match words.strip_suffix("-whole") {
            Some(words) => (words, ", out of"),
            None => (&*words, ""),
        };
        let words: Vec<&str> = words.split('.').filter(|word| !is_unit(claim, word)).collect();
        let words: Vec<&str> = words.into_iter().map(|word| worded(claim, word)).collect();
        format!("{}{whole}", words.join(" ").replace('-', " "))
    })
}

/// The words before a measure that is told of a noun alone: "contracts worth" of "contracts worth 4 million euros".
fn measured(claim: &ClaimEntry) -> Option<String> {
    let (whole, value) = (claim.evidence.first()?, claim.evidence.get(1)?);
    let own = claim.property.starts_with("open.be.") && claim.rule == "open.quantity";
    let before = value.start.checked_sub(whole.start).filter(|_| own)?;
    let words = whole.text().get(..before as usize)?.trim().trim_end_matches(',');
    (!words.is_empty()).then(|| words.to_owned())
}

/// The same in the words of the text: whom or what something is told of, or what leads to the value.
fn worded_label(claim: &ClaimEntry) -> Option<String> {
    let predicate = claim.predicate.clone()?;
    if is_told_whole(claim) {
        let doer = || if claim.modality == "demanded" { "to do" } else { "happens" };
        return Some(claim.subject.clone().unwrap_or_else(|| doer().to_owned()));
    }
    if !claim.property.starts_with("open.") {
        return None;
    }
    let whole = claim.property.ends_with("-whole") && !predicate.ends_with(" of");
    let whole = if whole { ", out of" } else { "" };
    let valued = matches!(claim.value, ValueEntry::Quantity(_) | ValueEntry::Time(_));
    let is = valued && predicate == "be";
    let subject = claim.subject.clone().filter(|_| is);
    Some(format!("{}{whole}", subject.unwrap_or(predicate)))
}

/// Whether a claim says no more than that its clause is so, and is told in the words of it.
fn is_told_whole(claim: &ClaimEntry) -> bool {
    let within =
        |words: &str| claim.subject.as_ref().is_some_and(|subject| subject.contains(words));
    let whole = match &claim.value {
        ValueEntry::Status(_) => true,
        ValueEntry::Actor(name) | ValueEntry::Place(name) => within(&name.text),
        _ => claim.property.ends_with(".occurrence"),
    };
    whole && claim.predicate.is_some()
}

/// The name that a table has for a property, of a number what is counted: "number killed", "venue of the
/// talks".
fn named(claim: &ClaimEntry) -> Option<String> {
    let name = topic(claim)?;
    let event = claim.property.split_once('.').map(|(kind, _)| phrase::event(kind));
    match &claim.value {
        ValueEntry::Quantity(_) | ValueEntry::Status(_) => Some(name),
        _ => event.map(|event| format!("{name} of the {event}")),
    }
}

/// Whether the value tells what the last word of a property is: "sold car: 40 cars", "earned usd: 5 USD".
fn is_unit(claim: &ClaimEntry, word: &str) -> bool {
    let ValueEntry::Quantity(quantity) = &claim.value else { return false };
    let unit = quantity.unit.as_deref().map(|unit| unit.to_lowercase().replace(' ', "-"));
    claim.property.trim_end_matches("-whole").ends_with(word)
        && claim.property.split('.').count() > 2
        && (unit.as_deref() == Some(word)
            || word == "number"
            || word == "person"
            || word == "people")
}

/// A word of a claim as the text has it.
fn worded<'a>(claim: &'a ClaimEntry, word: &'a str) -> &'a str {
    claim.lemmas.get(word).map_or(word, String::as_str)
}

fn value(claim: &ClaimEntry) -> String {
    let text = phrase::value(&claim.value);
    let clause = claim.property.starts_with("open.") && claim.property.ends_with(".occurrence");
    let quote = claim.evidence.last().map_or("", |last| last.text());
    let is_role = matches!(claim.value, ValueEntry::Text(_));
    match &claim.predicate {
        Some(predicate) if is_told_whole(claim) => predicate.clone(),
        _ if clause => worded(claim, &text).to_owned(),
        // As the text writes names: "Halden's chief clerk".
        _ if is_role && quote.to_lowercase() == text => quote.to_owned(),
        _ => text,
    }
}

/// Which way a value moves, where neither the label nor the value tells it.
fn moves(claim: &ClaimEntry) -> Option<String> {
    let change = claim.property.ends_with("-change");
    let direction = claim.scope.change.as_deref().filter(|_| change)?;
    matches!(direction, "rise" | "fall").then(|| format!("a {direction}"))
}

/// Whether the predicate, the value, the time or the place of a claim has a word already.
fn is_told(claim: &ClaimEntry, word: &str) -> bool {
    let has = |text: &str| text.split([' ', '-']).any(|own| own.to_lowercase() == word);
    let predicate = claim.property.split('.').nth(1).is_some_and(has);
    let value = match &claim.value {
        ValueEntry::Quantity(quantity) => has(&quantity.text),
        ValueEntry::Time(time) => has(&time.text),
        _ => false,
    };
    let time = claim.scope.time.as_ref().is_some_and(|time| has(time.text()));
    predicate || value || time || claim.scope.place.as_deref().is_some_and(has)
}

/// The scope in the words of the text, without the predicate, which the label tells.
fn scope(claim: &ClaimEntry) -> ScopeEntry {
    let phrased = claim.predicate.is_some();
    let told = measured(claim).unwrap_or_default().to_lowercase();
    let words = claim.scope.qualifiers.iter();
    let words = words.filter(|word| !phrased && !is_told(claim, word) && !told.contains(&***word));
    let mut qualifiers: Vec<String> = words.map(|word| worded(claim, word).to_owned()).collect();
    qualifiers.sort();
    // "Nobody gave an order" tells of no part.
    let none = claim.polarity == "negated" && claim.property.ends_with(".occurrence");
    // "40 cars" are of cars.
    let unit = match &claim.value {
        ValueEntry::Quantity(quantity) => quantity.unit.as_ref(),
        _ => None,
    };
    let group = claim.scope.group.clone().filter(|group| unit != Some(group));
    let part = claim.scope.part && !none && !is_told_whole(claim);
    // "closed on Friday; when: Friday"
    let told = |time: &&ValueEntry| {
        let words = claim.predicate.as_ref().filter(|_| is_told_whole(claim));
        words.is_none_or(|words| !words.contains(time.text()))
    };
    let time = claim.scope.time.as_ref().filter(told).cloned();
    ScopeEntry { qualifiers, group, part, time, ..claim.scope.clone() }
}

/// What was left out of a document, by reason.
fn skipped(out: &mut String, report: &Report, entry: &DocumentEntry) {
    let own: Vec<_> = report.skipped.iter().filter(|skip| skip.document == entry.id).collect();
    let mut reasons: Vec<&str> = own.iter().map(|skip| skip.reason.as_str()).collect();
    reasons.sort_unstable();
    reasons.dedup();
    for reason in reasons {
        let parts: Vec<_> = own.iter().filter(|skip| skip.reason == reason).collect();
        let bytes: u32 = parts.iter().map(|skip| skip.end - skip.start).sum();
        let parts = count(parts.len(), "part");
        let _ = writeln!(out, "     not read ({reason}): {parts}, {bytes} bytes");
    }
}
