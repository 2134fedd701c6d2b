//! `verify`

use std::fmt::Write as _;

use corroborate::report::{self, CheckEntry, Level};
use corroborate::{Document, Error, Report, pipeline, verify_of};

use crate::args::{Format, Unsupported, Verify};
use crate::{input, run};

pub(crate) fn verify(args: &Verify) -> Result<u8, Error> {
    let options = run::options(&args.input, false);
    let (loaded, checked) = input::load_pair(&args.input, &args.against)?;
    let documents = &loaded.documents;
    let analyses = run::analyze(documents, &args.input, &options);
    let joined = pipeline::join(documents, analyses, &options);
    let report = verify_of(documents, checked, &joined);
    if args.output.format.unwrap_or(Format::Text) == Format::Text {
        args.output.print(&text(&report, documents, args.output.colored()))?;
    } else {
        run::show(&args.output, &report, documents, &Level::default())?;
    }
    Ok(run::exit_code(&loaded, fails(args.fail_on, &report.checks)))
}

fn fails(on: Unsupported, checks: &[CheckEntry]) -> bool {
    checks.iter().any(|check| match on {
        Unsupported::Contradicted => check.verdict == "contradicted",
        Unsupported::NotFound => check.verdict != "supported",
        Unsupported::None => false,
    })
}

/// Contradictions as `check` shows them, then each claim with its verdict, then the counts.
fn text(report: &Report, documents: &[Document], colored: bool) -> String {
    let decides = |finding: &str| {
        let contradicted = report.checks.iter().filter(|check| check.verdict == "contradicted");
        contradicted.filter_map(|check| check.finding.as_deref()).any(|id| id == finding)
    };
    let mut shown = report.clone();
    shown.findings.retain(|finding| decides(&finding.id));
    let mut out = String::new();
    if !shown.findings.is_empty() {
        let whole = report::text(&shown, documents, colored);
        // The last line sums up findings; here the verdicts are summed up instead.
        let end = whole.trim_end().rfind('\n').map_or(0, |at| at + 1);
        out.push_str(&whole[..end]);
    }
    for check in &report.checks {
        out.push_str(&line(report, check));
    }
    let count = |verdict: &str| report.checks.iter().filter(|c| c.verdict == verdict).count();
    let _ = writeln!(
        out,
        "\n{} claims: {} supported, {} contradicted, {} not found",
        report.checks.len(),
        count("supported"),
        count("contradicted"),
        count("not-found")
    );
    out
}

/// The verdict on a claim, what it claims, and the words of the document and of the best source.
fn line(report: &Report, check: &CheckEntry) -> String {
    let claim = |id: &str| report.claims.iter().find(|claim| claim.id == id);
    let quote = |id: &str| {
        let claim = claim(id)?;
        let document = report.documents.iter().find(|d| d.id == claim.document)?;
        let name = document.path.as_deref().unwrap_or(&document.id);
        Some(one_line(&format!("{name}: {}", claim.evidence.first()?.quote)))
    };
    let what = claim(&check.claim).map(|claim| {
        let property = claim.property.strip_prefix("open.").unwrap_or(&claim.property);
        one_line(&format!("{}: {}", property.replace(['.', '-'], " "), claim.value.text()))
    });
    let mut out = format!("{:<13} {}\n", check.verdict, what.unwrap_or_default());
    let quotes = [Some(check.claim.as_str()), check.evidence.first().map(String::as_str)];
    for quote in quotes.into_iter().flatten().filter_map(quote) {
        let _ = writeln!(out, "{:<13} {quote}", "");
    }
    out
}

/// Words on one line of at most 66 characters, without what could steer a terminal.
fn one_line(words: &str) -> String {
    let plain: String = words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    match plain.char_indices().nth(65) {
        Some((at, _)) => format!("{}…", &plain[..at]),
        None => plain,
    }
}
