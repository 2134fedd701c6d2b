//! Each stage, as a person can look at it.

use std::fmt::Write as _;

use corroborate::claim::Analysis;
use corroborate::{Document, Error, Report, pipeline, report_of};

use crate::args::{Format, Inspect, Stage};
use crate::{config, input, run};

pub(crate) fn inspect(args: &Inspect) -> Result<u8, Error> {
    let config = config::load()?;
    let options = run::options(&args.input, &config)?;
    let loaded = input::load(&args.input, &config)?;
    let documents = &loaded.documents;
    let analyses = run::analyze(documents, &args.input, &args.output, &options);
    let text = match args.stage {
        Stage::Text => each(documents, &analyses, sentences),
        Stage::Syntax => each(documents, &analyses, trees),
        _ => {
            let report = report_of(documents, &pipeline::gather(documents, analyses, &options));
            match (args.output.format, args.stage) {
                (Some(Format::Json), _) => run::json(&report),
                (_, Stage::Mention) => mentions(&report),
                (_, Stage::Claim) => corroborate::report::notes(&report, documents),
                _ => graph(&report),
            }
        }
    };
    args.output.print(&text)?;
    Ok(run::exit_code(&loaded, args.output.quiet, false))
}

fn each(
    documents: &[Document],
    analyses: &[Analysis],
    show: impl Fn(&mut String, &Document, &Analysis),
) -> String {
    let mut out = String::new();
    for (document, analysis) in documents.iter().zip(analyses) {
        let _ = writeln!(out, "# {}", document.path.as_deref().unwrap_or(&document.id));
        show(&mut out, document, analysis);
        out.push('\n');
    }
    out
}

fn sentences(out: &mut String, document: &Document, analysis: &Analysis) {
    for tree in &analysis.trees {
        let at = analysis.reading.original(tree.span);
        let words = plain(at.of(&document.text));
        let _ = writeln!(out, "{at}\t{:?}\t{words}", tree.block);
    }
    for skip in &analysis.reading.skipped {
        let words: String = plain(skip.span.of(&document.text)).chars().take(60).collect();
        let _ = writeln!(out, "{}\tskipped: {}\t{words}", skip.span, skip.reason.as_str());
    }
}

/// The trees as [CoNLL-U](https://universaldependencies.org/format.html).
fn trees(out: &mut String, document: &Document, analysis: &Analysis) {
    for tree in &analysis.trees {
        let at = analysis.reading.original(tree.span);
        let _ = writeln!(out, "# text = {}", plain(at.of(&document.text)));
        for (i, word) in tree.words.iter().enumerate() {
            let span = analysis.reading.original(word.span);
            let form = plain(word.span.of(&analysis.reading.text));
            let _ = writeln!(
                out,
                "{}\t{form}\t{}\t{}\t_\t_\t{}\t{}\t_\tSpan={}:{}",
                i + 1,
                word.lemma,
                word.upos.as_str(),
                word.head.map_or(0, |head| head + 1),
                word.rel.as_str(),
                span.start,
                span.end,
            );
        }
        out.push('\n');
    }
}

fn mentions(report: &Report) -> String {
    let mut out = String::new();
    for mention in &report.mentions {
        let value = serde_json::to_string(&mention.value).unwrap_or_default();
        let (document, quote) = (&mention.document, plain(&mention.quote));
        let _ = writeln!(
            out,
            "{document}\t{}..{}\t{}\t{quote}\t{value}",
            mention.start, mention.end, mention.kind
        );
    }
    out
}

fn graph(report: &Report) -> String {
    let mut out = String::new();
    for entity in &report.entities {
        let aliases = entity.aliases.join(", ");
        let _ = writeln!(out, "{}\t{}\t{}\t{aliases}", entity.id, entity.kind, entity.name);
    }
    for event in &report.events {
        let time = event.time.as_ref().map_or("", |time| time.text());
        let place = event.place.as_deref().unwrap_or_default();
        let _ = writeln!(
            out,
            "{}\t{}\t{time}\t{place}\t{}\t{}",
            event.id,
            event.type_,
            event.participants.join(" "),
            event.claims.join(" "),
        );
    }
    out
}

/// Words on one line, without characters that could steer a terminal.
fn plain(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
