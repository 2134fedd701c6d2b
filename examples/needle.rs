//! Is one altered value found, and nothing else?
//!
//! `needle FILE…`: each count, day, year, place, person's name and outcome that a text puts forward
//! is altered, one at a time, and the altered text is compared with the original. Prints how many alterations were
//! found as a contradiction, and how many contradictions were about anything else. The same is a
//! test over all scenarios.
#![expect(clippy::print_stdout, reason = "an example answers on standard output")]

#[path = "../tests/cases/needle.rs"]
mod needle;

use corroborate::Document;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut tried, mut found, mut stray) = ([0; 4], [0; 4], 0);
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).map_err(|e| format!("{path}: {e}"))?;
        let document = Document::new("a", text);
        for needle in needle::needles(&document) {
            let outcome = needle::outcome(&document, &needle);
            tried[needle.kind as usize] += 1;
            found[needle.kind as usize] += usize::from(outcome.found);
            stray += outcome.stray.len();
            if !outcome.found || !outcome.stray.is_empty() {
                let what = needle.kind.as_str();
                let (hit, others) = (outcome.found, outcome.stray.len());
                println!("{path}: {what} {needle}: {hit}, {others} others");
            }
        }
    }
    for kind in needle::Kind::ALL {
        let (found, tried) = (found[kind as usize], tried[kind as usize]);
        println!("{}: {found} of {tried}", kind.as_str());
    }
    let sum = |counts: [usize; 4]| counts.iter().sum::<usize>();
    println!("ALTERED {}\nFOUND {}\nSTRAY {stray}", sum(tried), sum(found));
    Ok(())
}
