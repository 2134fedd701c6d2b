//! What is printed where.

use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

use corroborate::Error;
use corroborate::report::Look;

use crate::args::{Color, Output};

/// Tells the user on standard error what could not be used.
pub(crate) fn problem(error: &Error) {
    note("error", &error.to_string());
}

/// Tells the user on standard error of something that did not stop the run.
pub(crate) fn warning(message: &str) {
    note("warning", message);
}

fn note(level: &str, message: &str) {
    let color = if level == "error" { "\u{1b}[1;31m" } else { "\u{1b}[1;33m" };
    let message = one_line(message);
    // Nobody is left to tell when standard error is closed.
    let _ = writeln!(anstream::stderr(), "{color}{level}\u{1b}[0m: {message}");
}

/// A message without characters that could steer a terminal.
fn one_line(message: &str) -> String {
    message.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

impl Output {
    /// Whether to print in colour.
    fn colored(&self) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => {
                self.output.is_none()
                    && std::io::stdout().is_terminal()
                    && anstream::AutoStream::choice(&std::io::stdout())
                        != anstream::ColorChoice::Never
            }
        }
    }

    pub(crate) fn look(&self) -> Look {
        Look { colored: self.colored(), verbose: self.verbose }
    }

    /// Prints `text`, or writes it to the file asked for.
    pub(crate) fn print(&self, text: &str) -> Result<(), Error> {
        match &self.output {
            Some(path) => write(path, text),
            None => print(text),
        }
    }
}

/// Adds `text` to the summary of the job that GitHub Actions runs, where there is one.
pub(crate) fn job_summary(text: &str) -> Result<(), Error> {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY") else { return Ok(()) };
    let open = std::fs::OpenOptions::new().append(true).create(true).open(&path);
    open.and_then(|mut file| file.write_all(text.as_bytes())).map_err(|error| {
        let name = Path::new(&path).display().to_string();
        Error::input(format!("cannot write: {error}")).at(name, None)
    })
}

/// Prints to standard output. A reader that has gone away is no error.
pub(crate) fn print(text: &str) -> Result<(), Error> {
    let mut out = std::io::stdout().lock();
    let result = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match result {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Error::input(format!("cannot write: {error}")).at("<stdout>", None))
        }
        _ => Ok(()),
    }
}

/// Writes a file beside its place and then moves it there, so that nobody ever sees a part of it.
/// A pipe or a device is written to as it is, and a link stays one.
fn write(path: &Path, text: &str) -> Result<(), Error> {
    let name = path.display().to_string();
    let fail = |error: std::io::Error| {
        Error::input(format!("cannot write: {error}")).at(name.clone(), None)
    };
    let real = path.canonicalize();
    let path = real.as_deref().unwrap_or(path);
    if path.metadata().is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        let open = std::fs::OpenOptions::new().write(true).open(path);
        return open.and_then(|mut file| file.write_all(text.as_bytes())).map_err(fail);
    }
    let file_name = path.file_name().ok_or_else(|| {
        Error::input("expected the name of a file to write").at(name.clone(), None)
    })?;
    let mut part = file_name.to_os_string();
    part.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(part);
    let written = std::fs::write(&part, text).and_then(|()| std::fs::rename(&part, path));
    written.map_err(|error| {
        // The part may not exist; the error to tell is the first one.
        let _ = std::fs::remove_file(&part);
        fail(error)
    })
}
