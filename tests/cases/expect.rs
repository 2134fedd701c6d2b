//! Checks one expectation against a report.

use serde_json::Value;

/// `None` when `line` holds of `report`, otherwise what was found instead.
pub(crate) fn check(line: &str, report: &Value) -> Option<String> {
    if line == "self-contradiction" {
        return None;
    }
    let (wanted, rest) = match line.strip_prefix("no ") {
        Some(rest) => (false, rest),
        None => (true, line),
    };
    let (head, tail) = split(rest);
    let mut words = head.split_whitespace();
    let what = words.next().unwrap_or_default();
    let fields: Vec<&str> = words.collect();
    let sides = sides(tail);
    type Show = fn(&Value, &Value) -> String;
    let (all, show): (Vec<&Value>, Show) = match what.split('/').next().unwrap_or_default() {
        "claim" => (list(report, "claims"), show_claim),
        "attribution" => (list(report, "attributions"), |_, v| v.to_string()),
        "skipped" => (list(report, "skipped"), |_, v| v.to_string()),
        "refusal" => (list(report, "refusals"), show_pair),
        "event" | "quantity" | "time" | "place" | "actor" | "thing" => {
            (list(report, "mentions"), |_, v| v.to_string())
        }
        "entity" => (list(report, "entities"), |_, v| v.to_string()),
        "contradiction" | "dispute" | "update" | "agreement" | "addition" => {
            (list(report, "findings"), show_pair)
        }
        other => {
            return Some(format!("`{other}` is no expectation, see tests/cases/README.md"));
        }
    };
    let hit = |v: &&&Value| matches(report, what, &fields, &sides, v);
    // "no contradiction confidence=low": not even a low one, let alone a surer one.
    let surer: Vec<&str> = fields.iter().copied().filter(|f| *f != "confidence=low").collect();
    let worse = |v: &&&Value| {
        !wanted && what.starts_with("contradiction") && matches(report, what, &surer, &sides, v)
    };
    let hits = all.iter().filter(|v| hit(v) || worse(v)).count();
    if (hits > 0) == wanted {
        return None;
    }
    let found: Vec<String> =
        all.iter().filter(|v| same_list(what, v)).map(|v| show(report, v)).collect();
    Some(format!(
        "found: {}",
        if found.is_empty() { "nothing".to_owned() } else { found.join("\n           ") }
    ))
}

/// Splits at the first colon outside quotes.
fn split(line: &str) -> (&str, &str) {
    let mut quoted = false;
    for (i, c) in line.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ':' if !quoted => return (line[..i].trim(), line[i + 1..].trim()),
            _ => {}
        }
    }
    (line, "")
}

/// A document and words of it: `wire-a "12 people"`.
struct Side<'a> {
    document: Option<&'a str>,
    quote: Option<&'a str>,
}

fn sides(tail: &str) -> Vec<Side<'_>> {
    if tail.is_empty() {
        return Vec::new();
    }
    tail.split(" ~ ")
        .map(|side| {
            let (document, quote) = match side.split_once('"') {
                Some((document, quote)) => (document.trim(), Some(quote.trim_end_matches('"'))),
                None => (side.trim(), None),
            };
            Side { document: (!document.is_empty()).then_some(document), quote }
        })
        .collect()
}

fn list<'a>(report: &'a Value, name: &str) -> Vec<&'a Value> {
    report[name].as_array().map(|list| list.iter().collect()).unwrap_or_default()
}

/// Findings of the kind `kind`, of high or medium confidence.
pub(crate) fn findings<'a>(report: &'a Value, kind: &str) -> Vec<&'a Value> {
    list(report, "findings")
        .into_iter()
        .filter(|f| f["kind"] == kind && f["confidence"] != "low")
        .collect()
}

fn same_list(what: &str, value: &Value) -> bool {
    match what {
        "event" | "quantity" | "time" | "place" | "actor" | "thing" => value["kind"] == what,
        _ => true,
    }
}

fn matches(report: &Value, what: &str, fields: &[&str], sides: &[Side<'_>], value: &Value) -> bool {
    let (kind, reason) = what.split_once('/').map_or((what, None), |(k, r)| (k, Some(r)));
    match kind {
        "claim" => has_fields(value, fields) && sides.iter().all(|side| claim_side(side, value)),
        "refusal" => reason.is_none_or(|r| value["reason"] == r) && pair(report, sides, value),
        "attribution" => attribution(value, sides),
        "skipped" => {
            reason.is_none_or(|r| value["reason"] == r)
                && sides.iter().all(|s| s.document.is_none_or(|d| value["document"] == d))
        }
        "entity" => {
            has_fields(value, fields)
                && sides.iter().all(|s| s.quote.is_none_or(|q| entity(value, q)))
        }
        "event" | "quantity" | "time" | "place" | "actor" | "thing" => {
            value["kind"] == kind
                && has_fields(&value["value"], fields)
                && sides.iter().all(|s| {
                    s.document.is_none_or(|d| value["document"] == d)
                        && s.quote.is_none_or(|q| value["quote"] == q)
                })
        }
        kind => {
            value["kind"] == kind
                && reason.is_none_or(|r| value["reason"] == r)
                && (value["confidence"] != "low"
                    || kind != "contradiction"
                    || fields.contains(&"confidence=low"))
                && has_fields(value, fields)
                && pair(report, sides, value)
        }
    }
}

/// `key=value` looks at the object itself, its `value` and its `scope`; a bare word is a property.
fn has_fields(value: &Value, fields: &[&str]) -> bool {
    fields.iter().all(|field| match field.split_once('=') {
        Some((key, wanted)) => {
            [value, &value["value"], &value["scope"]].iter().any(|place| is(&place[key], wanted))
        }
        None => value["property"] == *field,
    })
}

fn is(found: &Value, wanted: &str) -> bool {
    let wanted = wanted.replace('_', " ");
    match found {
        Value::String(text) => *text == wanted,
        Value::Bool(flag) => flag.to_string() == wanted,
        Value::Number(number) => number.to_string() == wanted,
        Value::Array(items) if wanted == "none" => items.is_empty(),
        Value::Array(items) => items.iter().any(|item| {
            is(item, &wanted)
                || is(&item["speaker"], &wanted)
                || item["speaker"].as_str().is_some_and(|s| s.contains(&wanted))
        }),
        Value::Object(fields) => ["text", "edtf", "name"]
            .iter()
            .any(|key| fields.get(*key).is_some_and(|v| is(v, &wanted))),
        Value::Null => wanted == "none",
    }
}

/// The claim is of that document, and its value or its evidence has the words.
fn claim_side(side: &Side<'_>, claim: &Value) -> bool {
    side.document.is_none_or(|d| claim["document"] == d)
        && side.quote.is_none_or(|q| says(claim, q))
}

fn says(claim: &Value, words: &str) -> bool {
    let value = claim["value"]["text"].as_str().is_some_and(|text| text.contains(words));
    value
        || list(claim, "evidence")
            .iter()
            .any(|e| e["quote"].as_str().is_some_and(|quote| quote.contains(words)))
}

/// Each side is met by a claim of the finding.
fn pair(report: &Value, sides: &[Side<'_>], finding: &Value) -> bool {
    let ids: Vec<&str> = list(finding, "claims").iter().filter_map(|id| id.as_str()).collect();
    let claims: Vec<&Value> = list(report, "claims")
        .into_iter()
        .filter(|c| c["id"].as_str().is_some_and(|id| ids.contains(&id)))
        .collect();
    sides.iter().all(|side| match side.quote {
        Some(_) => claims.iter().any(|claim| claim_side(side, claim)),
        None => side.document.is_none_or(|d| list(finding, "documents").iter().any(|id| *id == d)),
    })
}

/// `attribution: doc "speaker" ~ "cue" ~ "content"` is checked by the quotes in the report.
fn attribution(value: &Value, sides: &[Side<'_>]) -> bool {
    let quotes = [&value["speaker"], &value["cue"], &value["content"]];
    let document = sides.first().and_then(|s| s.document);
    document.is_none_or(|d| value["document"] == d)
        && sides.iter().zip(quotes).all(|(side, found)| match side.quote {
            None | Some("*") => true,
            Some("") => found.is_null(),
            Some(quote) => found.as_str() == Some(quote),
        })
}

fn entity(value: &Value, name: &str) -> bool {
    value["name"] == name || list(value, "aliases").iter().any(|alias| *alias == name)
}

fn show_claim(_: &Value, claim: &Value) -> String {
    let speakers: Vec<&str> =
        list(claim, "attribution").iter().filter_map(|a| a["speaker"].as_str()).collect();
    format!(
        "{} {} = {} ({} {}) speakers={speakers:?} group={} \"{}\"",
        claim["document"].as_str().unwrap_or_default(),
        claim["property"].as_str().unwrap_or_default(),
        value(&claim["value"]),
        claim["polarity"].as_str().unwrap_or_default(),
        claim["modality"].as_str().unwrap_or_default(),
        claim["scope"]["group"],
        claim["evidence"][0]["quote"].as_str().unwrap_or_default(),
    )
}

fn value(value: &Value) -> String {
    match value["kind"].as_str() {
        Some("quantity") => format!(
            "{} [{}, {}] {} {}",
            value["text"], value["low"], value["high"], value["bound"], value["unit"]
        ),
        Some("time") => format!("{} {}", value["text"], value["edtf"]),
        _ => value["text"].to_string(),
    }
}

fn show_pair(report: &Value, finding: &Value) -> String {
    let ids: Vec<&str> = list(finding, "claims").iter().filter_map(|id| id.as_str()).collect();
    let claims = list(report, "claims")
        .into_iter()
        .filter(|c| c["id"].as_str().is_some_and(|id| ids.contains(&id)));
    let claims: Vec<String> = claims.map(|c| show_claim(report, c)).collect();
    format!(
        "{}/{} {} {}: {}",
        finding["kind"].as_str().unwrap_or("refusal"),
        finding["reason"].as_str().unwrap_or_default(),
        finding["confidence"].as_str().unwrap_or_default(),
        finding["property"].as_str().unwrap_or_default(),
        claims.join(" <> ")
    )
}

/// All things with a quote, and the document they belong to.
pub(crate) fn quotes(report: &Value) -> Vec<(&str, &Value)> {
    let mut all = Vec::new();
    for mention in list(report, "mentions") {
        all.push((mention["document"].as_str().unwrap_or_default(), mention));
    }
    for claim in list(report, "claims") {
        let document = claim["document"].as_str().unwrap_or_default();
        all.extend(list(claim, "evidence").into_iter().map(|e| (document, e)));
    }
    all
}

/// The offset `key` of a quote.
pub(crate) fn offset(quote: &Value, key: &str) -> usize {
    usize::try_from(quote[key].as_u64().expect("an offset")).expect("a small offset")
}
