//! A finding in one sentence, in the words of both sides.

use rust_decimal::Decimal;

use super::names::Names;
use super::{ClaimEntry, FindingEntry, QuantityEntry, TimeEntry, ValueEntry};
use crate::lexicon::Vocabulary;

/// With more sides than this, sides are counted and not named.
const NAMED: usize = 4;

/// The longest clause that is quoted whole, in characters.
const CLAUSE: usize = 90;

/// What a finding says, for a person who has not seen the texts.
pub(super) fn sentence(
    finding: &FindingEntry,
    claims: &[&ClaimEntry],
    names: &Names<'_>,
) -> String {
    let Some(first) = claims.first() else { return String::new() };
    let teller = Teller { finding, claims, names };
    let one_document = claims.iter().all(|claim| claim.document == first.document);
    if claims.len() > 1 && one_document && finding.kind != "dispute" {
        return teller.alone(first);
    }
    match finding.kind.as_str() {
        "agreement" => teller.agreement(),
        "addition" => teller.addition(first),
        "update" => teller.update(),
        "dispute" => teller.dispute(),
        _ => teller.contradiction(),
    }
}

/// What a claim is about, for a list under a heading that names the event: "venue", "number
/// killed"; none when no table has a name for it.
#[cfg(feature = "cli")]
pub(super) fn topic(claim: &ClaimEntry) -> Option<String> {
    property(claim).map(|(_, name)| name)
}

/// What a claim is about, wherever it stands: "the venue of the talks".
pub(super) fn subject(claim: &ClaimEntry) -> String {
    match property(claim) {
        Some((noun, name)) if name.starts_with("number ") => format!("the {name} in the {noun}"),
        Some((noun, name)) => format!("the {name} of the {noun}"),
        None => format!("“{}”", clause(claim)),
    }
}

/// The event's noun and the property's name; none for a claim outside the tables.
fn property(claim: &ClaimEntry) -> Option<(String, String)> {
    let (kind, name) = claim.property.split_once('.')?;
    if kind == "open" {
        return None;
    }
    let vocabulary = Vocabulary::default();
    let noun = vocabulary.event_type(kind).map_or_else(|| spaced(kind), |row| row.noun.to_string());
    let counted = matches!(claim.value, ValueEntry::Quantity(_))
        && (name.ends_with("ed") || name == "missing" || name == "dead");
    let name = if counted { format!("number {}", spaced(name)) } else { spaced(name) };
    Some((noun, name))
}

fn spaced(id: &str) -> String {
    id.replace(['-', '.'], " ")
}

/// The words of the clause that a claim was read from, cut at a word when they are many.
pub(super) fn clause(claim: &ClaimEntry) -> String {
    let quote = claim.evidence.first().map_or("", |evidence| evidence.quote.as_str());
    let words = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.trim_end_matches(['.', ',', ';', ':']);
    let words = words.strip_prefix("that ").unwrap_or(words);
    match words.char_indices().nth(CLAUSE) {
        Some((at, _)) => {
            let end = words[..at].rfind(' ').unwrap_or(at);
            format!("{}…", &words[..end])
        }
        None => words.to_owned(),
    }
}

/// The value as the document words it, in quotes; a state is told by its name.
pub(super) fn quoted(claim: &ClaimEntry) -> String {
    let not = if claim.polarity == "negated" { "not " } else { "" };
    match &claim.value {
        ValueEntry::Status(status) => format!("{not}{}", spaced(&status.name)),
        value => {
            let words = value.text().split_whitespace().collect::<Vec<_>>().join(" ");
            format!("{not}“{words}”")
        }
    }
}

struct Teller<'a> {
    finding: &'a FindingEntry,
    claims: &'a [&'a ClaimEntry],
    names: &'a Names<'a>,
}

impl Teller<'_> {
    fn name<'n>(&'n self, claim: &'n ClaimEntry) -> &'n str {
        self.names.of(&claim.document)
    }

    /// "the venue of the talks", from the first claim that a table has a name for.
    fn subject(&self) -> String {
        let known = self.claims.iter().find(|claim| property(claim).is_some());
        known.or(self.claims.first()).map(|claim| subject(claim)).unwrap_or_default()
    }

    fn is_open(&self) -> bool {
        self.claims.iter().all(|claim| property(claim).is_none())
    }

    /// What "as" puts behind a value; of a claim outside the tables the quotes tell.
    fn role(&self) -> String {
        if self.is_open() { String::new() } else { format!(" as {}", self.subject()) }
    }

    /// "A, B and C", each once.
    fn sources(&self) -> String {
        let mut all: Vec<&str> = Vec::new();
        for claim in self.claims {
            let name = self.name(claim);
            if !all.contains(&name) {
                all.push(name);
            }
        }
        if all.len() > NAMED {
            return format!("{} documents", all.len());
        }
        listed(&all.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>(), "and")
    }

    /// "A gives “x” and B “y”", with the verb where it is needed.
    fn sides(&self) -> String {
        let mut sides: Vec<String> = Vec::new();
        for claim in self.claims {
            let verb = if sides.is_empty() { "gives " } else { "" };
            let side = format!("{} {verb}{}", self.name(claim), quoted(claim));
            if !sides.contains(&side) {
                sides.push(side);
            }
        }
        listed(&sides, "and")
    }

    fn alone(&self, first: &ClaimEntry) -> String {
        let name = self.name(first);
        let mut values: Vec<String> = Vec::new();
        for claim in self.claims {
            let value = quoted(claim);
            if !values.contains(&value) {
                values.push(value);
            }
        }
        let end = match self.finding.kind.as_str() {
            "contradiction" => "; both cannot be true",
            "update" => ", one after the other",
            _ => "",
        };
        let end = if self.finding.reason == "arithmetic" { "" } else { end };
        let both = if values.len() == 2 { "both " } else { "" };
        format!("{name} itself gives {both}{}{}{end}", listed(&values, "and"), self.role())
    }

    fn agreement(&self) -> String {
        match self.finding.reason.as_str() {
            _ if self.finding.matched.iter().any(|key| key == "sum") => {
                format!("{}{}", self.sides(), self.role())
            }
            "refines" => self.refines(),
            "compatible" => format!("{}{}; both can be true", self.sides(), self.role()),
            _ => self.equivalent(),
        }
    }

    fn equivalent(&self) -> String {
        let mut values: Vec<String> = self.claims.iter().map(|claim| quoted(claim)).collect();
        let first = self.claims.first();
        if let Some(claim) = first.filter(|claim| is_occurrence(claim)) {
            let not = if claim.polarity == "negated" { " is not so" } else { "" };
            return format!("{} agree: “{}”{not}", self.sources(), clause(claim));
        }
        values.sort_by_key(|value| value.to_lowercase());
        values.dedup_by_key(|value| value.to_lowercase());
        let on = if self.is_open() { String::new() } else { format!(" on {}", self.subject()) };
        match values.as_slice() {
            [one] => format!("{} agree{on}: {one}", self.sources()),
            [_, ..] if self.claims.len() <= 3 => {
                let side =
                    |claim: &&ClaimEntry| format!("{} ({})", self.name(claim), quoted(claim));
                let sides: Vec<String> = self.claims.iter().map(side).collect();
                format!("{} agree{on}", listed(&sides, "and"))
            }
            _ => format!("{} agree{on}: {}", self.sources(), listed(&values, "or")),
        }
    }

    /// Says which side is the more exact, where that can be told.
    fn refines(&self) -> String {
        let [a, b] = self.claims else { return self.equivalent() };
        let on = if self.is_open() { String::new() } else { format!(" on {}", self.subject()) };
        let side = |claim: &ClaimEntry| format!("{} ({})", self.name(claim), quoted(claim));
        match narrower(&a.value, &b.value) {
            Some(true) => format!("{} is more exact than {}{on}", side(a), side(b)),
            Some(false) => format!("{} is more exact than {}{on}", side(b), side(a)),
            None => format!("{} and {} agree{on}; one is more exact", side(a), side(b)),
        }
    }

    fn contradiction(&self) -> String {
        let negated = |claim: &&&ClaimEntry| claim.polarity == "negated";
        if self.finding.reason == "polarity"
            && let (Some(no), Some(yes)) = (
                self.claims.iter().find(negated),
                self.claims.iter().find(|claim| claim.polarity != "negated"),
            )
        {
            let (yes_name, no_name) = (self.name(yes), self.name(no));
            return format!("{yes_name} says “{}”, {no_name} that it is not so", clause(yes));
        }
        let end = match self.finding.reason.as_str() {
            "arithmetic" => "they do not add up",
            _ => "both cannot be true",
        };
        format!("{}{}; {end}", self.sides(), self.role())
    }

    fn dispute(&self) -> String {
        let mut sides: Vec<String> = Vec::new();
        for claim in self.claims {
            let name = self.name(claim);
            let side = match speaker(claim) {
                Some(speaker) => format!("{} ({speaker}, in {name})", quoted(claim)),
                None => format!("{} ({name})", quoted(claim)),
            };
            if !sides.contains(&side) {
                sides.push(side);
            }
        }
        let on = if self.is_open() { String::new() } else { format!(" on {}", self.subject()) };
        format!("the speakers differ{on}: {}", listed(&sides, "and"))
    }

    fn update(&self) -> String {
        let mut claims = self.claims.to_vec();
        // Claims stand by document, and documents as given, so that equal days keep that order.
        claims.sort_by_key(|claim| self.day(claim));
        let side = |claim: &&&ClaimEntry| format!("{} ({})", quoted(claim), self.name(claim));
        let subject = self.subject();
        let ends = claims.first().zip(claims.last()).map(|(a, b)| (side(&a), side(&b)));
        let (from, to) = ends.unwrap_or_default();
        match self.finding.reason.as_str() {
            "realized" => format!("{subject}: planned as {from}, done as {to}"),
            "corrects" => format!("{subject} was corrected: {from}, {to}"),
            _ if claims.iter().all(|claim| self.day(claim).is_some()) => {
                format!("{subject} moved on from {from} to {to}")
            }
            _ => format!("{subject} moved on: {}", self.sides()),
        }
    }

    /// The day as of which a claim holds: the one it names, else that of its document.
    fn day<'n>(&'n self, claim: &'n ClaimEntry) -> Option<&'n str> {
        match &claim.scope.as_of {
            Some(ValueEntry::Time(TimeEntry { start: Some(start), .. })) => Some(start),
            _ => self.names.published(&claim.document),
        }
    }

    fn addition(&self, first: &ClaimEntry) -> String {
        if self.claims.len() > 1 {
            return format!("{}{}; both may hold", self.sides(), self.role());
        }
        let name = self.name(first);
        match property(first) {
            Some(_) => format!("only {name} gives {}: {}", subject(first), quoted(first)),
            None => format!("only {name} says “{}”", clause(first)),
        }
    }
}

/// Whether a claim says no more than that its clause is so.
fn is_occurrence(claim: &ClaimEntry) -> bool {
    claim.property.starts_with("open.") && claim.property.ends_with(".occurrence")
}

/// The words for the innermost speaker of a claim.
pub(super) fn speaker(claim: &ClaimEntry) -> Option<&str> {
    claim.attribution.iter().rev().find_map(|link| link.speaker.as_deref())
}

/// "a, b and c".
pub(super) fn listed(items: &[String], word: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} {word} {last}", all.join(", ")),
    }
}

/// Whether `a` says more than `b`; none when that cannot be told from their ends.
fn narrower(a: &ValueEntry, b: &ValueEntry) -> Option<bool> {
    match (a, b) {
        (ValueEntry::Quantity(a), ValueEntry::Quantity(b)) => {
            let (a, b) = (width(a), width(b));
            (a != b).then(|| b.is_none_or(|b| a.is_some_and(|a| a < b)))
        }
        (ValueEntry::Time(a), ValueEntry::Time(b)) => {
            let within = |a: &TimeEntry, b: &TimeEntry| a.start >= b.start && a.end <= b.end;
            let known = [&a.start, &a.end, &b.start, &b.end].iter().all(|end| end.is_some());
            (known && within(a, b) != within(b, a)).then(|| within(a, b))
        }
        (ValueEntry::Place(a), ValueEntry::Place(b)) => {
            (a.path.len() != b.path.len()).then_some(a.path.len() > b.path.len())
        }
        _ => None,
    }
}

/// How far apart the ends of a quantity are; none when it is unbounded.
fn width(quantity: &QuantityEntry) -> Option<Decimal> {
    let end = |end: &Option<String>| end.as_ref()?.parse::<Decimal>().ok();
    end(&quantity.high)?.checked_sub(end(&quantity.low)?)
}
