//! What may stand on the command line.

use std::path::PathBuf;

use clap::{Args as Arguments, Parser, Subcommand, ValueEnum};
use corroborate::Date;
use corroborate::report::Level;

/// Reads articles about the same events and says where they agree, add, update, dispute and
/// contradict, with exact evidence.
#[derive(Parser)]
#[command(version, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Compare documents and report how they relate
    Check(Check),
    /// Say of each claim of a document whether others support it
    Verify(Verify),
    /// List the mentions and claims of each document
    Extract(Extract),
    /// Look at what one stage makes of each document
    Inspect(Inspect),
    /// Say what a rule, property or reason means, and when it stays silent
    Explain(Explain),
    /// Write a commented corroborate.toml
    Init(Init),
    /// Print the configuration in effect
    Config,
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// Which documents to read, and how.
#[derive(Arguments)]
pub(crate) struct Input {
    /// Files and folders; `-` is standard input; by default the `documents` of corroborate.toml
    #[arg(value_name = "FILE|DIR")]
    pub(crate) files: Vec<PathBuf>,

    /// Leave out documents published after this day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) as_of: Option<Date>,

    /// Read this many documents at a time; 0 is one for each processor. The output is the same
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) jobs: usize,

    /// Read text in this encoding; by default UTF-8 or what the file says of itself
    #[arg(long, value_name = "LABEL", value_parser = encoding)]
    pub(crate) encoding: Option<&'static encoding_rs::Encoding>,

    /// Refuse documents longer than this; by default 32 MiB
    #[arg(long, value_name = "N")]
    pub(crate) max_bytes: Option<usize>,
}

/// Where the result goes.
#[derive(Arguments)]
pub(crate) struct Output {
    /// What to print; text, or json with --jsonl
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) format: Option<Format>,

    /// Write to this file, whole or not at all
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// When to use colours
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,

    /// Show all: findings of low confidence too, and the quote of each addition
    #[arg(long, short, conflicts_with = "quiet")]
    pub(crate) verbose: bool,

    /// Show only what makes the run fail, and no warnings
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

#[derive(Arguments)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) input: Input,

    #[command(flatten)]
    pub(crate) output: Output,

    /// Each line is a case `{"id", "documents": [...]}`; print one report a line, in order
    #[arg(long)]
    pub(crate) jsonl: bool,

    /// Exit with 1 on findings of this kind or a more severe one: contradiction, dispute, update,
    /// agreement, addition or none; by default contradiction; `:high` asks for high confidence. Findings of low confidence
    /// never count
    #[arg(long, value_name = "KIND[:high]")]
    pub(crate) fail_on: Option<Level>,

    /// Claims of another extractor, one JSON object a line: checked against their evidence in the
    /// documents, then compared like those that are read here; may be given several times
    #[arg(long, value_name = "FILE", conflicts_with = "jsonl")]
    pub(crate) claims: Vec<PathBuf>,

    /// A report printed as JSON: findings that it holds are marked and do not count
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,

    /// The day by which waivers are judged; by default that of this machine
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) today: Option<Date>,

    /// Report only what touches files that differ from this revision of git
    #[arg(long, value_name = "REV")]
    pub(crate) changed_since: Option<String>,

    /// Also list the pairs of claims that were not compared, and why
    #[arg(long)]
    pub(crate) explain: bool,
}

#[derive(Arguments)]
pub(crate) struct Verify {
    /// The documents to check against: files and folders, several times or apart by commas
    #[arg(long, value_name = "FILE|DIR", required = true, value_delimiter = ',')]
    pub(crate) against: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) input: Input,

    #[command(flatten)]
    pub(crate) output: Output,

    /// Exit with 1 on claims that are contradicted, on those and claims that are not found, or
    /// never
    #[arg(long, value_enum, value_name = "VERDICT", default_value_t = Unsupported::Contradicted)]
    pub(crate) fail_on: Unsupported,
}

/// Which claims make a verification fail.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Unsupported {
    /// Those that a source contradicts
    Contradicted,
    /// Those, and those that no source bears out
    NotFound,
    /// None
    None,
}

#[derive(Arguments)]
pub(crate) struct Init {
    /// Where to write it
    #[arg(value_name = "FILE", default_value = "corroborate.toml")]
    pub(crate) file: PathBuf,
}

#[derive(Arguments)]
pub(crate) struct Extract {
    #[command(flatten)]
    pub(crate) input: Input,

    #[command(flatten)]
    pub(crate) output: Output,

    /// Each line is a document `{"id", "text", ...}`; print one report a line, in order
    #[arg(long)]
    pub(crate) jsonl: bool,
}

#[derive(Arguments)]
pub(crate) struct Inspect {
    #[command(flatten)]
    pub(crate) input: Input,

    /// The stage to look at
    #[arg(long, value_enum, default_value_t = Stage::Claim)]
    pub(crate) stage: Stage,

    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Arguments)]
pub(crate) struct Explain {
    /// A kind, reason, property, rule or other code that a report shows; without one, all of them
    #[arg(value_name = "CODE")]
    pub(crate) code: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For a person at a terminal
    Text,
    /// One object, schema version 1
    Json,
    /// For a review or a job summary
    Markdown,
    /// One page for a browser, with all it needs
    Html,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// JUnit XML, one case for each property and pair of documents
    Junit,
    /// Annotations of GitHub Actions; the summary of the job is written too, where there is one
    Github,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Stage {
    /// Sentences and what was left out
    Text,
    /// Dependency trees, as CoNLL-U
    Syntax,
    /// Quantities, times, places, actors, events
    Mention,
    /// Who says what, how surely
    Claim,
    /// Entities and events across documents
    Graph,
}

fn day(text: &str) -> Result<Date, String> {
    Date::parse(text).map_err(|error| error.to_string())
}

fn encoding(label: &str) -> Result<&'static encoding_rs::Encoding, String> {
    encoding_rs::Encoding::for_label(label.as_bytes()).ok_or_else(|| {
        format!("expected an encoding such as utf-8 or windows-1252, found `{label}`")
    })
}
