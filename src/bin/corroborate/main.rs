//! Arguments, files, colours, exit codes.
#![warn(clippy::panic)]

mod args;
mod baseline;
mod batch;
mod changed;
mod claims;
mod config;
mod explain;
mod input;
mod inspect;
mod jobs;
mod output;
mod progress;
mod run;
mod verify;
mod waiver;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};
use corroborate::Error;

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
        Command::Completions { shell } => completions(*shell),
        Command::Man => man(),
        Command::Extract(extract) => run::extract(extract),
        Command::Inspect(inspect) => inspect::inspect(inspect),
        Command::Explain(explain) => explain::explain(explain),
    };
    ExitCode::from(code.unwrap_or_else(|error| {
        output::problem(&error);
        FAILED
    }))
}

fn completions(shell: clap_complete::Shell) -> Result<u8, Error> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "corroborate", &mut text);
    output::print(&String::from_utf8_lossy(&text))?;
    Ok(CLEAN)
}

fn man() -> Result<u8, Error> {
    let mut text = Vec::new();
    let rendered = clap_mangen::Man::new(Args::command()).render(&mut text);
    rendered.map_err(|error| Error::input(format!("cannot write: {error}")))?;
    output::print(&String::from_utf8_lossy(&text))?;
    Ok(CLEAN)
}
