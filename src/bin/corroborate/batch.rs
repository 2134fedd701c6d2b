//! One case a line in, one report a line out, in order.

use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use corroborate::report::Level;
use corroborate::{Document, Error, Options, Report};

use crate::args::{Check, Extract};
use crate::input::json::{Case, case, document};
use crate::{CLEAN, FAILED, FOUND, jobs, output};

/// A line of input.
struct Line {
    file: String,
    number: u32,
    text: Result<String, Error>,
}

/// What is printed for a line that cannot be used.
#[derive(serde::Serialize)]
struct Refused {
    id: Option<String>,
    error: String,
}

/// What became of a line: what to print, and the exit code it asks for.
struct Answer {
    text: String,
    problem: Option<Error>,
    found: bool,
}

pub(crate) fn check(args: &Check, options: &Options, level: &Level) -> Result<u8, Error> {
    let work = |line| {
        answer(
            line,
            case,
            |documents| corroborate::reconcile(documents, options),
            |report| level.fails(report),
        )
    };
    lines(&args.input, work)
}

pub(crate) fn extract(args: &Extract, options: &Options) -> Result<u8, Error> {
    let work = |line| {
        answer(line, document, |documents| corroborate::extract(documents, options), |_| false)
    };
    lines(&args.input, work)
}

fn lines(input: &crate::args::Input, work: impl Fn(Line) -> Answer + Sync) -> Result<u8, Error> {
    let (mut code, mut failure) = (CLEAN, None);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let limit = input.max_bytes.unwrap_or(32 << 20).saturating_mul(2);
    let produce = |give: &mut dyn FnMut(Line)| read_all(&input.files, limit, give);
    jobs::stream(jobs::count(input.jobs), produce, work, |answer: Answer| {
        code = code.max(if answer.found { FOUND } else { CLEAN });
        if let Some(problem) = answer.problem {
            output::problem(&problem);
            code = FAILED;
        }
        let printed = out.write_all(answer.text.as_bytes()).and_then(|()| out.flush());
        failure = failure.take().or(printed.err());
    });
    match failure {
        Some(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Error::input(format!("cannot write: {error}")).at("<stdout>", None))
        }
        _ => Ok(code),
    }
}

fn read_all(files: &[PathBuf], limit: usize, give: &mut dyn FnMut(Line)) {
    if files.is_empty() {
        return read_lines("<stdin>", std::io::stdin().lock(), limit, give);
    }
    for file in files {
        let name = file.display().to_string();
        if file == Path::new("-") {
            read_lines("<stdin>", std::io::stdin().lock(), limit, give);
            continue;
        }
        match std::fs::File::open(file) {
            Ok(open) => read_lines(&name, BufReader::new(open), limit, give),
            Err(error) => {
                let text = Err(Error::input(format!("cannot read: {error}")));
                give(Line { file: name, number: 0, text });
            }
        }
    }
}

fn read_lines(file: &str, mut from: impl BufRead, limit: usize, give: &mut dyn FnMut(Line)) {
    let mut number = 0;
    loop {
        let mut bytes = Vec::new();
        let read = from.by_ref().take(limit as u64 + 1).read_until(b'\n', &mut bytes);
        number += 1;
        let text = match read {
            Ok(0) => return,
            Ok(_) if bytes.len() > limit && bytes.last() != Some(&b'\n') => {
                skip_line(&mut from);
                Err(Error::input(format!("expected at most {limit} bytes in a line, found more")))
            }
            Ok(_) => String::from_utf8(bytes).map_err(|error| {
                let at = error.utf8_error().valid_up_to();
                Error::input(format!("expected UTF-8, found another byte at column {}", at + 1))
            }),
            Err(error) => Err(Error::input(format!("cannot read: {error}"))),
        };
        let ended = text.as_ref().is_err_and(|error| error.to_string().starts_with("cannot read"));
        if text.as_ref().is_ok_and(|text| text.trim().is_empty()) {
            continue;
        }
        give(Line { file: file.to_owned(), number, text });
        if ended {
            return;
        }
    }
}

fn skip_line(from: &mut impl BufRead) {
    while let Ok(buffer) = from.fill_buf() {
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let (used, done) = end.map_or((buffer.len(), buffer.is_empty()), |at| (at + 1, true));
        from.consume(used);
        if done {
            return;
        }
    }
}

fn answer(
    line: Line,
    parse: impl Fn(&str) -> Result<Case, (Option<String>, Error)>,
    run: impl Fn(&[Document]) -> Report,
    fails: impl Fn(&Report) -> bool,
) -> Answer {
    let Line { file, number, text } = line;
    let place = |error: Error| error.at(file.clone(), (number > 0).then_some(number));
    let parsed = text.map_err(|error| (None, error)).and_then(|text| parse(text.trim_end()));
    let result = parsed.and_then(|Case { id, documents }| {
        // A fault in reading one case must not take the other cases with it.
        let report = catch_unwind(AssertUnwindSafe(|| run(&documents)));
        report
            .map(|report| Report { id: id.clone(), ..report })
            .map_err(|_| (id, Error::input("this case could not be read because of a fault here")))
    });
    match result {
        Ok(report) => Answer {
            found: fails(&report),
            text: serde_json::to_string(&report).unwrap_or_default() + "\n",
            problem: None,
        },
        Err((id, error)) => {
            let error = place(error);
            let refusal = Refused { id, error: error.to_string() };
            let text = serde_json::to_string(&refusal).unwrap_or_default() + "\n";
            Answer { text, problem: Some(error), found: false }
        }
    }
}
