//! Is one altered value found, and nothing else?
//!
//! `needle FILE…`: each quantity, date and place that a claim of a text rests on is altered, one
//! at a time, and the altered text is compared with the original. Prints how many alterations were
//! found as a contradiction, and how many contradictions were about anything else.
#![expect(clippy::print_stdout, reason = "an example answers on standard output")]

use corroborate::report::Report;
use corroborate::{Document, Options, reconcile};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut tried, mut found, mut stray) = (0, 0, 0);
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).map_err(|e| format!("{path}: {e}"))?;
        for needle in needles(&text) {
            let (hit, others) = check(&text, &needle);
            tried += 1;
            found += usize::from(hit);
            stray += others;
            if !hit || others > 0 {
                println!("{path}: `{}` to `{}`: {hit}, {others} others", needle.old, needle.new);
            }
        }
    }
    println!("ALTERED {tried}\nFOUND {found}\nSTRAY {stray}");
    Ok(())
}

/// Words to be replaced.
struct Needle {
    start: usize,
    old: String,
    new: String,
}

/// The numbers in the values of the claims of a text, each with another in its place.
fn needles(text: &str) -> Vec<Needle> {
    let report = reconcile(&[Document::new("a", text)], &Options::default());
    let mut needles: Vec<Needle> = Vec::new();
    for claim in &report.claims {
        let Some(value) = claim.evidence.get(1) else { continue };
        let digits = value.quote.find(|c: char| c.is_ascii_digit());
        let Some(at) = digits.filter(|_| claim.modality == "actual") else { continue };
        let number: String = value.quote[at..].chars().take_while(|c| c.is_ascii_digit()).collect();
        let date = claim.property.contains("time");
        let start = value.start as usize + at;
        if needles.iter().all(|needle| needle.start != start) {
            needles.push(Needle { start, new: altered(&number, date), old: number });
        }
    }
    needles
}

/// Another year, another day of a month, or more than twice as many.
fn altered(number: &str, date: bool) -> String {
    let value: u64 = number.parse().unwrap_or_default();
    let new = match (date, value) {
        (true, 1900..=2090) => value + 4,
        (true, 1..=28) => (value + 8) % 28 + 1,
        _ => value * 2 + 3,
    };
    new.to_string()
}

/// Whether the alteration is found, and how many contradictions do not touch it.
fn check(text: &str, needle: &Needle) -> (bool, usize) {
    let end = needle.start + needle.old.len();
    let changed = format!("{}{}{}", &text[..needle.start], needle.new, &text[end..]);
    let documents = [Document::new("a", text), Document::new("b", changed)];
    let report = reconcile(&documents, &Options::default());
    let contradictions =
        report.findings.iter().filter(|f| f.kind == "contradiction" && f.confidence != "low");
    let (hits, others): (Vec<_>, Vec<_>) =
        contradictions.partition(|f| f.claims.iter().any(|id| touches(&report, id, needle.start)));
    (!hits.is_empty(), others.len())
}

/// Whether a claim rests on the words at `at`.
fn touches(report: &Report, id: &str, at: usize) -> bool {
    let claim = report.claims.iter().find(|claim| claim.id == *id);
    claim.is_some_and(|claim| {
        claim.evidence.iter().any(|e| (e.start as usize..e.end as usize).contains(&at))
    })
}
