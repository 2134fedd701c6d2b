//! Values, properties and counts in words.

use super::date;
use super::view::View;
use crate::lexicon::Vocabulary;
use crate::report::level::KINDS;
use crate::report::side::listed;
use crate::report::{ClaimEntry, FindingEntry, QuantityEntry, Report, ScopeEntry, ValueEntry};

/// A value as a person would say it: "at least 12 people", "21 to 31 May 2025".
pub(super) fn value(value: &ValueEntry) -> String {
    match value {
        ValueEntry::Quantity(quantity) => self::quantity(quantity),
        ValueEntry::Time(time) => match (&time.start, &time.end) {
            (Some(start), Some(end)) => date::stretch(start, end),
            (Some(start), None) => format!("since {}", date::day(start)),
            (None, Some(end)) => format!("until {}", date::day(end)),
            (None, None) => time.text.clone(),
        },
        ValueEntry::Place(name)
        | ValueEntry::Actor(name)
        | ValueEntry::Thing(name)
        | ValueEntry::Event(name)
        | ValueEntry::Status(name)
        | ValueEntry::Text(name) => {
            if name.name.is_empty() {
                name.text.clone()
            } else {
                name.name.clone()
            }
        }
    }
}

fn quantity(quantity: &QuantityEntry) -> String {
    // "a third" is no better told by thirty digits.
    const LONGEST: usize = 12;
    let long = |number: &String| number.contains('.') && number.len() > LONGEST;
    // "half of the patients", "3 in 100,000 people"
    let part = |number: &String| number.starts_with("0.") && !quantity.text.contains('.');
    if quantity.printed.iter().any(|number| long(number) || part(number)) {
        return quantity.text.clone();
    }
    let numbers: Vec<String> = quantity.printed.iter().map(|number| grouped(number)).collect();
    let number = match numbers.as_slice() {
        [] => ends(quantity),
        [low, high, ..] => format!("{low} to {high}"),
        [number] => format!("{}{number}", hedge(&quantity.bound)),
    };
    let number = match quantity.unit.as_deref() {
        None => number,
        Some("percent") => format!("{number}%"),
        Some(unit) if number == "1" || number.ends_with(" 1") => format!("{number} {unit}"),
        // "3-2"
        Some("score") if numbers.len() == 2 => quantity.text.clone(),
        Some(unit) => format!("{number} {}", plural(unit)),
    };
    match &quantity.per {
        Some(per) => format!("{number} per {per}"),
        None => number,
    }
}

/// The plural of a counted noun; symbols and codes have none.
fn plural(unit: &str) -> String {
    let word = unit.chars().all(|c| c.is_lowercase() || c == ' ' || c == '-');
    let (stem, last) = unit.split_at(unit.rfind([' ', '-']).map_or(0, |at| at + 1));
    let irregular = match last {
        "person" => "people",
        "child" => "children",
        "man" => "men",
        "woman" => "women",
        "foot" => "feet",
        "half" => "halves",
        "knife" => "knives",
        "leaf" => "leaves",
        "life" => "lives",
        "loaf" => "loaves",
        "shelf" => "shelves",
        "thief" => "thieves",
        "wife" => "wives",
        "wolf" => "wolves",
        _ => "",
    };
    let men = ["human", "german", "roman"];
    match last {
        _ if unit.contains(" per ") => {
            let (first, rest) = unit.split_once(" per ").unwrap_or((unit, ""));
            format!("{} per {rest}", plural(first))
        }
        _ if last.len() > 4 && last.ends_with("man") && !men.contains(&last) => {
            format!("{}men", &unit[..unit.len() - 3])
        }
        "crew" | "police" | "troops" | "pence" => unit.to_owned(),
        "hertz" | "gigahertz" | "megahertz" | "kilohertz" => unit.to_owned(),
        _ if !irregular.is_empty() => format!("{stem}{irregular}"),
        _ if last.ends_with("ss") && word => format!("{unit}es"),
        _ if !word || last.len() < 3 || last.ends_with('s') => unit.to_owned(),
        _ if last.ends_with(['x', 'z']) || last.ends_with("ch") || last.ends_with("sh") => {
            format!("{unit}es")
        }
        _ if last.ends_with('y') && !["ay", "ey", "oy"].iter().any(|end| last.ends_with(end)) => {
            format!("{}ies", &unit[..unit.len() - 1])
        }
        _ => format!("{unit}s"),
    }
}

fn ends(quantity: &QuantityEntry) -> String {
    let end = |end: &Option<String>| end.as_deref().map(grouped);
    match (end(&quantity.low), end(&quantity.high)) {
        (Some(low), Some(high)) if low == high => low,
        (Some(low), Some(high)) => format!("{low} to {high}"),
        (Some(low), None) => format!("at least {low}"),
        (None, Some(high)) => format!("at most {high}"),
        (None, None) => quantity.text.clone(),
    }
}

fn hedge(bound: &str) -> &'static str {
    match bound {
        "approx" => "about ",
        "at-least" => "at least ",
        "more-than" => "more than ",
        "at-most" => "at most ",
        "less-than" => "less than ",
        _ => "",
    }
}

/// A decimal with its thousands set apart: `1234567.5` is `1,234,567.5`.
fn grouped(number: &str) -> String {
    let (whole, rest) = number.split_at(number.find('.').unwrap_or(number.len()));
    let digits = whole.trim_start_matches('-');
    if digits.len() < 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return number.to_owned();
    }
    let mut out = whole[..whole.len() - digits.len()].to_owned();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out + rest
}

/// A day, from an ISO 8601 date or date and time.
pub(super) fn date(iso: &str) -> String {
    date::day(iso.get(..10).unwrap_or(iso))
}

/// An event type as a person would say it.
pub(super) fn event(id: &str) -> String {
    let vocabulary = Vocabulary::default();
    vocabulary.event_type(id).map_or_else(|| id.replace('-', " "), |row| row.noun.to_string())
}

/// The value of a claim and, when the document does not assert it itself, how it is put: "not
/// 12 people, planned, by the ministry".
pub(super) fn said(view: &View<'_>, claim: &ClaimEntry) -> String {
    let mut said = value(&claim.value);
    if claim.polarity == "negated" {
        said.insert_str(0, "not ");
    }
    if claim.modality != "actual" {
        said = format!("{said}, {}", claim.modality);
    }
    match view.speaker(claim) {
        Some(speaker) => format!("{said}, by {speaker}"),
        None => said,
    }
}

/// The scope of a claim: "2025-05, Istanbul, of prisoners".
pub(super) fn scope(scope: &ScopeEntry) -> Vec<String> {
    let time = |name: &str, time: &Option<ValueEntry>| {
        time.as_ref().map(|time| format!("{name}{}", value(time)))
    };
    [
        time("when: ", &scope.time),
        time("over: ", &scope.period),
        time("as of: ", &scope.as_of),
        scope.place.as_ref().map(|place| format!("where: {place}")),
        scope.group.as_ref().map(|group| format!("of: {group}")),
        (!scope.qualifiers.is_empty()).then(|| format!("with: {}", scope.qualifiers.join(", "))),
        scope.part.then(|| "a part of a whole".to_owned()),
        scope.cumulative.then(|| "a running total".to_owned()),
        (scope.change.as_deref() == Some("before")).then(|| "an older value".to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// "1 claim", "2 claims".
pub(super) fn count(number: usize, word: &str) -> String {
    match number {
        1 => format!("1 {word}"),
        n => format!("{n} {word}s"),
    }
}

/// The whole report in one line: what was read, and what was found.
pub(super) fn summary(view: &View<'_>) -> String {
    format!("{}: {}", read(view.report), found(view))
}

/// "2 documents, 24 claims".
pub(super) fn read(report: &Report) -> String {
    let (documents, claims) = (report.documents.len(), report.claims.len());
    format!("{}, {}", count(documents, "document"), count(claims, "claim"))
}

/// "1 contradiction, 2 agreements"; pairs that say one thing count once.
pub(super) fn found(view: &View<'_>) -> String {
    if view.report.documents.len() <= 1 && view.report.findings.is_empty() {
        return "nothing to compare it with".to_owned();
    }
    let found = KINDS.iter().chain(&["waiver"]).filter_map(|kind| {
        let number = view.told().filter(|finding| finding.kind == *kind).count();
        (number > 0).then(|| count(number, kind))
    });
    let found: Vec<String> = found.collect();
    let known = view.told().filter(|finding| finding.waived.is_some()).count();
    let waived = if known > 0 { format!(" ({known} waived)") } else { String::new() };
    match found.as_slice() {
        [] => "no findings".to_owned(),
        found => format!("{}{waived}", found.join(", ")),
    }
}

/// "same event, property and scope; confidence high; 2 independent sources".
pub(super) fn basis(finding: &FindingEntry, hidden: usize) -> String {
    let mut facts = Vec::new();
    if !finding.matched.is_empty() {
        facts.push(format!("same {}", listed(&finding.matched, "and")));
    }
    facts.push(format!("{} confidence", finding.confidence));
    if finding.independent_sources > 0 {
        facts.push(count(finding.independent_sources as usize, "independent source"));
    }
    if hidden > 0 {
        facts.push(format!("{} more not shown", count(hidden, "claim")));
    }
    facts.join("; ")
}

/// With a capital letter at the start.
pub(super) fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Lines of at most `width` characters, broken at spaces.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.last_mut().expect("there is always a line");
        let long = last.chars().count() + 1 + word.chars().count() > width;
        if last.is_empty() {
            last.push_str(word);
        } else if long {
            lines.push(word.to_owned());
        } else {
            last.push(' ');
            last.push_str(word);
        }
    }
    lines
}

/// Words on one line, without characters that could steer a terminal or turn the text around.
pub(super) fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").chars().map(visible).collect()
}

/// The reference that stands for a character of markup within XML and HTML, and within quotes there.
pub(super) const fn reference(c: char) -> Option<&'static str> {
    Some(match c {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => return None,
    })
}

/// The character itself, or what stands for one that must not be printed.
pub(super) fn visible(c: char) -> char {
    let turns =
        matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if c.is_control() || turns { '\u{fffd}' } else { c }
}
