//! Arguments, files, colours, exit codes.

mod args;
mod baseline;
mod batch;
mod changed;
mod config;
mod explain;
mod input;
mod inspect;
mod jobs;
mod output;
mod run;
mod verify;
mod waiver;

use std::process::ExitCode;

use clap::Parser as _;

use args::{Args, Command};

/// Nothing at or above the level asked for.
const CLEAN: u8 = 0;
/// Something at or above the level asked for.
const FOUND: u8 = 1;
/// Something could not be read or run.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let args = Args::parse();
    let code = match &args.command {
        Command::Check(check) => run::check(check),
        Command::Verify(verify) => verify::verify(verify),
        Command::Init(init) => config::init(init),
        Command::Config => config::print(),
        Command::Extract(extract) => run::extract(extract),
        Command::Inspect(inspect) => inspect::inspect(inspect),
        Command::Explain(explain) => explain::explain(explain),
    };
    ExitCode::from(code.unwrap_or_else(|error| {
        output::problem(&error);
        FAILED
    }))
}
