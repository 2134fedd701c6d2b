//! `check` and `extract`.

use corroborate::claim::Analysis;
use corroborate::report::{self, Level};
use corroborate::{
    Document, Error, Format as DocumentFormat, Options, Report, pipeline, report_of,
};

use crate::args::{Check, Extract, Format, Input, Output};
use crate::config::{self, Config};
use crate::input::{Loaded, Settings};
use crate::progress::Progress;
use crate::{CLEAN, FAILED, FOUND, baseline, batch, changed, claims, input, jobs, output, waiver};

pub(crate) fn check(args: &Check) -> Result<u8, Error> {
    let config = config::load()?;
    let mut options = options(&args.input, &config)?;
    options.explain = args.explain;
    let level = config.level(args.fail_on.as_ref())?;
    if args.jsonl {
        lines_are_json(&args.output)?;
        return batch::check(args, &options, &level);
    }
    let mut loaded = input::load(&args.input, &config)?;
    by_path(&mut options, &loaded.documents);
    let mut analyses = analyze(&loaded.documents, &args.input, &args.output, &options);
    let settings = Settings::new(&args.input, &config);
    claims::add(&args.claims, &config, &settings, &mut loaded, &mut analyses);
    let documents = &loaded.documents;
    let progress = Progress::of("comparing", args.output.quiet);
    let mut report = report_of(documents, &pipeline::join(documents, analyses, &options));
    drop(progress);
    config.arrange(&mut report);
    judge(args, &config, &mut report, documents)?;
    level.mark(&mut report);
    let fails = level.fails(&report);
    if args.output.quiet {
        report.findings.retain(|finding| level.counts(finding));
    }
    if !args.output.quiet || fails {
        show(&args.output, &report, documents, &level)?;
    }
    Ok(exit_code(&loaded, args.output.quiet, fails))
}

/// Lets decisions name documents by their paths.
fn by_path(options: &mut Options, documents: &[Document]) {
    options.decisions.rename(|name| {
        let found = documents.iter().find(|document| document.path.as_deref() == Some(name));
        found.map(|document| document.id.clone())
    });
}

/// Marks what a baseline knows and what is waived, and leaves out what the change does not touch.
fn judge(
    args: &Check,
    config: &Config,
    report: &mut Report,
    documents: &[Document],
) -> Result<(), Error> {
    if let Some(file) = args.baseline.as_ref().or(config.baseline.as_ref()) {
        baseline::mark(report, file)?;
    }
    let mut waivers = config.waivers.clone();
    for document in documents.iter().filter(|document| document.format != DocumentFormat::Plain) {
        waivers.extend(waiver::in_text(document)?);
    }
    waiver::apply(report, &waivers, args.today.unwrap_or_else(waiver::today));
    if let Some(rev) = &args.changed_since {
        changed::keep(report, documents, rev)?;
    }
    Ok(())
}

pub(crate) fn extract(args: &Extract) -> Result<u8, Error> {
    let config = config::load()?;
    let options = options(&args.input, &config)?;
    if args.jsonl {
        lines_are_json(&args.output)?;
        return batch::extract(args, &options);
    }
    let loaded = input::load(&args.input, &config)?;
    let documents = &loaded.documents;
    let analyses = analyze(documents, &args.input, &args.output, &options);
    let report = report_of(documents, &pipeline::gather(documents, analyses, &options));
    show(&args.output, &report, documents, &Level::default())?;
    Ok(exit_code(&loaded, args.output.quiet, false))
}

/// Reads the documents one by one, on as many threads as asked for.
pub(crate) fn analyze(
    documents: &[Document],
    input: &Input,
    output: &Output,
    options: &Options,
) -> Vec<Analysis> {
    let progress = Progress::new(documents.len(), output.quiet);
    jobs::map(documents, jobs::count(input.jobs), |document| {
        let analysis = pipeline::analyze(document, options);
        progress.step();
        analysis
    })
}

/// What the arguments and the configuration ask of the library.
pub(crate) fn options(input: &Input, config: &Config) -> Result<Options, Error> {
    let mut options = Options::default();
    options.as_of = input.as_of;
    config.put_into(&mut options)?;
    Ok(options)
}

/// Tells what could not be read; a run that could not read something never counts as clean.
pub(crate) fn exit_code(loaded: &Loaded, quiet: bool, found: bool) -> u8 {
    if !quiet {
        loaded.warnings.iter().for_each(|warning| output::warning(warning));
    }
    loaded.problems.iter().for_each(output::problem);
    match (loaded.problems.is_empty(), found) {
        (false, _) => FAILED,
        (true, true) => FOUND,
        (true, false) => CLEAN,
    }
}

fn lines_are_json(output: &Output) -> Result<(), Error> {
    match output.format {
        None | Some(Format::Json) => Ok(()),
        Some(_) => Err(Error::option("expected `--format json` with --jsonl")),
    }
}

pub(crate) fn show(
    output: &Output,
    report: &Report,
    documents: &[Document],
    level: &Level,
) -> Result<(), Error> {
    let text = match output.format.unwrap_or(Format::Text) {
        Format::Text => report::text(report, documents, output.look()),
        Format::Json => json(report),
        Format::Markdown => report::markdown(report, documents),
        Format::Html => report::html(report, documents),
        Format::Sarif => report::sarif(report, documents, level),
        Format::Junit => report::junit(report, documents, level),
        Format::Github => {
            output::job_summary(&report::markdown(report, documents))?;
            report::github(report, documents, level)
        }
    };
    output.print(&text)
}

pub(crate) fn json(report: &Report) -> String {
    let mut text = serde_json::to_string_pretty(report).unwrap_or_default();
    text.push('\n');
    text
}
