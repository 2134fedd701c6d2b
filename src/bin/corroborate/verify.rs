//! `verify`

use corroborate::report::{CheckEntry, Level};
use corroborate::{Error, pipeline, verify_of};

use crate::args::{Unsupported, Verify};
use crate::{input, run};

pub(crate) fn verify(args: &Verify) -> Result<u8, Error> {
    let options = run::options(&args.input, false);
    let (loaded, checked) = input::load_pair(&args.input, &args.against)?;
    let documents = &loaded.documents;
    let analyses = run::analyze(documents, &args.input, &options);
    let joined = pipeline::join(documents, analyses, &options);
    let report = verify_of(documents, checked, &joined);
    run::show(&args.output, &report, documents, &Level::default())?;
    Ok(run::exit_code(&loaded, fails(args.fail_on, &report.checks)))
}

fn fails(on: Unsupported, checks: &[CheckEntry]) -> bool {
    checks.iter().any(|check| match on {
        Unsupported::Contradicted => check.verdict == "contradicted",
        Unsupported::NotFound => check.verdict != "supported",
        Unsupported::None => false,
    })
}
