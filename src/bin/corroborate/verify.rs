//! `verify`

use corroborate::report::{CheckEntry, Level};
use corroborate::{Error, pipeline, verify_of};

use crate::args::{Unsupported, Verify};
use crate::{config, input, run};

pub(crate) fn verify(args: &Verify) -> Result<u8, Error> {
    let config = config::load()?;
    let options = run::options(&args.input, &config)?;
    let (loaded, checked) = input::load_pair(&args.input, &args.against, &config)?;
    let documents = &loaded.documents;
    let analyses = run::analyze(documents, &args.input, &args.output, &options);
    let joined = pipeline::join(documents, analyses, &options);
    let report = verify_of(documents, checked, &joined);
    let fails = fails(args.fail_on, &report.checks);
    if !args.output.quiet || fails {
        run::show(&args.output, &report, documents, &Level::default())?;
    }
    Ok(run::exit_code(&loaded, args.output.quiet, fails))
}

fn fails(on: Unsupported, checks: &[CheckEntry]) -> bool {
    checks.iter().any(|check| match on {
        Unsupported::Contradicted => check.verdict == "contradicted",
        Unsupported::NotFound => check.verdict != "supported",
        Unsupported::None => false,
    })
}
