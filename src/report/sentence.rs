//! A finding in one sentence, in the words of both sides.

use rust_decimal::Decimal;

use super::names::Names;
use super::side::{By, Side, denotation, listed, sides};
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

/// Whether a finding says that several tell of one thing happening.
pub(super) fn is_agreed(finding: &FindingEntry, claims: &[&ClaimEntry]) -> bool {
    finding.kind == "agreement"
        && finding.reason == "equivalent"
        && claims.first().is_some_and(|claim| is_occurrence(claim))
}

/// The same of claims whose clauses differ in a detail: one of them is quoted, and does not stand
/// for the others.
pub(super) fn in_part(claims: &[&ClaimEntry], names: &Names<'_>) -> String {
    let side = Side { claims: claims.to_vec(), speaker: None };
    let clause = claims.first().map(|claim| clause(claim)).unwrap_or_default();
    format!("{} agree, though not on every detail: “{clause}”", side.holders(names))
}

/// The same of several agreements on parts of the same clauses: the values, and one clause.
#[cfg(feature = "cli")]
pub(super) fn in_parts(claims: &[&ClaimEntry], parts: &[&ClaimEntry], names: &Names<'_>) -> String {
    let side = Side { claims: claims.to_vec(), speaker: None };
    let mut values: Vec<String> = Vec::new();
    for part in parts {
        let value = quoted(part);
        if !values.contains(&value) {
            values.push(value);
        }
    }
    let clauses = claims.first().map(|claim| within(claim)).unwrap_or_default();
    format!("{} agree on {}{clauses}", side.holders(names), listed(&values, "and"))
}

/// ", in “the clause”", where that is more than the value.
fn within(claim: &ClaimEntry) -> String {
    let clause = clause(claim);
    if clause == claim.value.text() { String::new() } else { format!(", in “{clause}”") }
}

/// Words that deny what stands beside them: a clause with one needs no other.
const DENIALS: [&str; 11] = [
    "not", "no", "never", "nor", "neither", "nobody", "nothing", "none", "cannot", "without",
    "nowhere",
];

fn denies(clause: &str) -> bool {
    let mut words = clause.split(|c: char| !c.is_alphanumeric() && !"'’".contains(c));
    words.any(|word| {
        let word = word.to_lowercase().replace('’', "'");
        DENIALS.contains(&word.as_str()) || word.ends_with("n't")
    })
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
    clause_within(claim, CLAUSE)
}

/// The same, with the number of characters that are many.
pub(super) fn clause_within(claim: &ClaimEntry, most: usize) -> String {
    let quote = claim.evidence.first().map_or("", |evidence| evidence.text());
    let words = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    // Marks of a quotation that is cut in the middle would stand within ours.
    let marks = ['"', '“', '”'];
    let words = words.trim_end_matches(['.', ',', ';', ':']).trim_end_matches(marks);
    let words = words.trim_end_matches(['.', ',', ';', ':']);
    let words = words.strip_prefix("that ").unwrap_or(words);
    let words = words.trim_start_matches([',', ';', ':', '-', '–', '—', '•', '*', ' ']);
    let words = words.trim_start_matches(marks);
    let joined = ["and ", "but ", "or "].iter().find_map(|join| words.strip_prefix(join));
    let words = joined.unwrap_or(words);
    match words.char_indices().nth(most) {
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

/// The value of a side as its first document words it, with what it stands for where another side
/// words its own alike, such as two Fridays.
pub(super) fn worded(side: &Side<'_>, sides: &[Side<'_>]) -> String {
    let words = quoted(side.first());
    let alike = |other: &&Side<'_>| {
        quoted(other.first()).to_lowercase() == words.to_lowercase()
            && denotation(other.first()) != denotation(side.first())
    };
    let plain = match &side.first().value {
        ValueEntry::Time(time) => match (&time.start, &time.end) {
            (Some(start), Some(end)) if start != end => Some(format!("{start} to {end}")),
            (Some(day), _) | (None, Some(day)) => Some(day.clone()),
            (None, None) => None,
        },
        ValueEntry::Quantity(quantity) => quantity.unit.clone(),
        _ => None,
    };
    match plain.filter(|_| sides.iter().any(|other| alike(&other))) {
        Some(plain) => format!("{words}, {plain}"),
        None => words,
    }
}

struct Teller<'a> {
    finding: &'a FindingEntry,
    claims: &'a [&'a ClaimEntry],
    names: &'a Names<'a>,
}

impl<'a> Teller<'a> {
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

    /// The claims of the finding, by what they give.
    fn by_value(&self) -> Vec<Side<'a>> {
        let by = By::of(&self.finding.kind, &self.finding.reason);
        let found = sides(self.claims, by, self.names);
        // Values that read alike and yet differ, such as a Friday and that of the next week.
        if found.len() == 1 && self.finding.kind != "agreement" {
            let alone = |claim: &&'a ClaimEntry| one_side(vec![claim]);
            return self.claims.iter().filter_map(alone).collect();
        }
        found
    }

    /// "A gives “x” and B “y”", with the verb where it is needed; the value first where several
    /// give it.
    fn sides(&self) -> String {
        let sides = self.by_value();
        if sides.iter().any(|side| side.documents().len() > 1) {
            let held: Vec<String> = sides.iter().map(|side| self.held(side, &sides)).collect();
            return listed(&held, "and");
        }
        let mut told: Vec<String> = Vec::new();
        for side in &sides {
            let verb = if told.is_empty() { "gives " } else { "" };
            told.push(format!("{} {verb}{}", self.name(side.first()), worded(side, &sides)));
        }
        listed(&told, "and")
    }

    /// "“x” (A and B)"
    fn held(&self, side: &Side<'_>, sides: &[Side<'_>]) -> String {
        format!("{} ({})", worded(side, sides), side.holders(self.names))
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
            let clause = clause(claim);
            let told = claim.polarity == "negated" && !denies(&clause);
            let not = if told { " is not so" } else { "" };
            return format!("{} agree: “{clause}”{not}", self.sources());
        }
        values.sort_by_key(|value| value.to_lowercase());
        values.dedup_by_key(|value| value.to_lowercase());
        let on = self.on();
        match values.as_slice() {
            [one] if self.is_open() => {
                let clauses = first.map(|claim| within(claim)).unwrap_or_default();
                format!("{} agree on {one}{clauses}", self.sources())
            }
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

    /// Says which sides are the more exact, where that can be told.
    fn refines(&self) -> String {
        let sides = self.by_value();
        let on = self.on();
        if let [only] = sides.as_slice() {
            return format!("{} agree{on}: {}", self.sources(), quoted(only.first()));
        }
        let wide = sides.iter().position(|wide| {
            let others = || sides.iter().filter(|side| !std::ptr::eq(*side, wide));
            others().all(|n| narrower(&n.first().value, &wide.first().value) == Some(true))
        });
        let side =
            |side: &Side<'_>| format!("{} ({})", side.holders(self.names), quoted(side.first()));
        let Some(wide) = wide else {
            let all: Vec<String> = sides.iter().map(side).collect();
            return format!("{} agree{on}; one is more exact", listed(&all, "and"));
        };
        let exact = || sides.iter().enumerate().filter(|(i, _)| *i != wide).map(|(_, s)| s);
        let all: Vec<String> = exact().map(side).collect();
        let one = sides.len() == 2 && exact().all(|side| side.documents().len() == 1);
        let verb = if one { "is" } else { "are" };
        format!("{} {verb} more exact than {}{on}", listed(&all, "and"), side(&sides[wide]))
    }

    /// " on the venue of the talks"; nothing of a claim outside the tables.
    fn on(&self) -> String {
        if self.is_open() { String::new() } else { format!(" on {}", self.subject()) }
    }

    fn contradiction(&self) -> String {
        if let Some(told) = self.denied().filter(|_| self.finding.reason == "polarity") {
            return told;
        }
        if let [one, other] = self.claims
            && is_act(one)
            && is_act(other)
        {
            let (x, y) = (self.name(one), self.name(other));
            let (p, q) = (clause(one), clause(other));
            return format!("{x} says “{p}”, {y} “{q}”; both cannot be true");
        }
        let sides = self.by_value();
        let end = match self.finding.reason.as_str() {
            "arithmetic" => "they do not add up",
            _ if sides.len() > 2 => "they cannot all be true",
            _ => "both cannot be true",
        };
        if sides.iter().all(|side| side.documents().len() == 1) {
            return format!("{}{}; {end}", self.sides(), self.role());
        }
        format!("the sources differ{}: {}; {end}", self.on(), self.sides())
    }

    /// Who says it, and who says that it is not so.
    fn denied(&self) -> Option<String> {
        let (no, yes): (Vec<&ClaimEntry>, Vec<&ClaimEntry>) =
            self.claims.iter().partition(|claim| claim.polarity == "negated");
        let (no, yes) = (one_side(no)?, one_side(yes)?);
        let clause = clause(yes.first());
        let verb = if yes.documents().len() == 1 { "says" } else { "say" };
        let (yes, no) = (yes.holders(self.names), no.holders(self.names));
        Some(format!("{yes} {verb} “{clause}”, {no} that it is not so"))
    }

    /// Who says that it is so, and who that it is so no longer or not yet.
    fn turned(&self) -> Option<String> {
        let (no, yes): (Vec<&ClaimEntry>, Vec<&ClaimEntry>) =
            self.claims.iter().partition(|claim| claim.polarity == "negated");
        let (no, yes) = (one_side(no)?, one_side(yes)?);
        let told = |side: &Side<'_>| {
            let clause = clause(side.first());
            let verb = if side.documents().len() == 1 { "says" } else { "say" };
            format!("{} {verb} “{clause}”", side.holders(self.names))
        };
        let (first, last) = if self.finding.reason == "realized" { (no, yes) } else { (yes, no) };
        Some(format!("{}, and later {}", told(&first), told(&last)))
    }

    fn dispute(&self) -> String {
        let sides = self.by_value();
        let side = |side: &Side<'_>| {
            let (value, names) = (worded(side, &sides), side.holders(self.names));
            match &side.speaker {
                Some(speaker) => format!("{value} ({speaker}, in {names})"),
                None => format!("{value} ({names})"),
            }
        };
        let told: Vec<String> = sides.iter().map(side).collect();
        format!("the speakers differ{}: {}", self.on(), listed(&told, "and"))
    }

    fn update(&self) -> String {
        if let Some(told) = self.turned() {
            return told;
        }
        let mut sides = self.by_value();
        // Claims stand by document, and documents as given, so that equal days keep that order.
        sides.sort_by_key(|side| side.day(self.names));
        let subject = self.subject();
        let (Some(first), Some(last)) = (sides.first(), sides.last()) else {
            return String::new();
        };
        let (from, to) = (self.held(first, &sides), self.held(last, &sides));
        match self.finding.reason.as_str() {
            "realized" => format!("{subject}: planned as {from}, done as {to}"),
            "corrects" => format!("{subject} was corrected: {from}, {to}"),
            _ if sides.len() == 1 => format!("{subject} moved on: {}", self.sides()),
            _ if sides.iter().all(|side| side.day(self.names).is_some()) => {
                let between = between(&sides[1..sides.len() - 1]);
                format!("{subject} moved on from {from}{between} to {to}")
            }
            _ => format!("{subject} moved on: {}", self.sides()),
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

/// Whether the clause of a claim tells more than its value: that something happens, or who is what.
fn is_act(claim: &ClaimEntry) -> bool {
    is_occurrence(claim) || claim.property == "open.role"
}

/// Whether a claim says no more than that its clause is so.
pub(super) fn is_occurrence(claim: &ClaimEntry) -> bool {
    claim.property.starts_with("open.") && claim.property.ends_with(".occurrence")
}

/// The claims as one side, whatever each gives.
fn one_side(claims: Vec<&ClaimEntry>) -> Option<Side<'_>> {
    (!claims.is_empty()).then_some(Side { claims, speaker: None })
}

/// ", by way of “5” and “7”,"
fn between(sides: &[Side<'_>]) -> String {
    match sides {
        [] => String::new(),
        few if few.len() < NAMED => {
            let values: Vec<String> = few.iter().map(|side| quoted(side.first())).collect();
            format!(", by way of {},", listed(&values, "and"))
        }
        many => format!(", by way of {} other values,", many.len()),
    }
}

/// Whether `a` says more than `b`; none when that cannot be told from their ends.
pub(super) fn narrower(a: &ValueEntry, b: &ValueEntry) -> Option<bool> {
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
