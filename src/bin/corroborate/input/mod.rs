//! Files, folders and standard input as documents.

pub(crate) mod json;
mod text;

use std::io::Read as _;
use std::path::{Path, PathBuf};

use corroborate::{Document, Error, Format};

use crate::args::Input;
use crate::config::Config;

/// What could be read, and what could not.
#[derive(Default)]
pub(crate) struct Loaded {
    pub(crate) documents: Vec<Document>,
    pub(crate) problems: Vec<Error>,
    /// What was read in another way than the user may think.
    pub(crate) warnings: Warnings,
}

/// What was read in another way than the user may think, each in a line.
pub(crate) type Warnings = Vec<String>;

/// Files of these endings are read out of a folder.
const ENDINGS: [&str; 11] =
    ["txt", "text", "md", "markdown", "html", "htm", "json", "jsonl", "rss", "atom", "xml"];

/// Reads all documents that `input` names, or else the configuration, as far as they can be read.
pub(crate) fn load(input: &Input, config: &Config) -> Result<Loaded, Error> {
    load_pair(input, &[], config).map(|(loaded, _)| loaded)
}

/// Reads the documents that `input` names, followed by those in `against`; also how many the
/// first are.
pub(crate) fn load_pair(
    input: &Input,
    against: &[PathBuf],
    config: &Config,
) -> Result<(Loaded, usize), Error> {
    let files = if input.files.is_empty() { config.documents()? } else { input.files.clone() };
    if files.is_empty() {
        return Err(Error::option("expected files or folders to read, found none"));
    }
    let settings = Settings::new(input, config);
    let mut loaded = Loaded::default();
    loaded.files(&files, &settings);
    let checked = loaded.documents.len();
    loaded.files(against, &settings);
    loaded.name();
    let odd: Vec<String> = loaded.documents.iter().filter_map(odd_date).collect();
    loaded.warnings.extend(odd);
    config.name_sources(&mut loaded.documents);
    Ok((loaded, checked))
}

/// How files are read.
pub(crate) struct Settings {
    encoding: Option<&'static encoding_rs::Encoding>,
    bytes: usize,
}

impl Settings {
    pub(crate) fn new(input: &Input, config: &Config) -> Self {
        Self { encoding: input.encoding, bytes: config.max_bytes(input.max_bytes) }
    }
}

impl Loaded {
    fn files(&mut self, files: &[PathBuf], settings: &Settings) {
        for file in files {
            if file.is_dir() {
                self.folder(file, settings);
            } else {
                self.file(file, settings);
            }
        }
    }

    /// Reads the files of a folder and of the folders in it, by name; what is hidden or listed in
    /// `.gitignore` or `.ignore` stays out.
    fn folder(&mut self, folder: &Path, settings: &Settings) {
        let before = (self.documents.len(), self.problems.len());
        let mut walk = ignore::WalkBuilder::new(folder);
        walk.sort_by_file_path(Ord::cmp).require_git(false).follow_links(true);
        for entry in walk.build() {
            match entry {
                Ok(entry) if entry.path().is_file() && has_ending(entry.path()) => {
                    // A folder named `.` says nothing of its files.
                    let path = entry.path().strip_prefix(".").unwrap_or(entry.path());
                    self.file(path, settings);
                }
                Ok(_) => {}
                Err(error) => self.problems.push(unreadable(folder, &error)),
            }
        }
        if before == (self.documents.len(), self.problems.len()) {
            let endings = ENDINGS.map(|ending| format!(".{ending}")).join(", ");
            let error = Error::input(format!("expected a folder with {endings} files, found none"));
            self.problems.push(error.at(folder.display().to_string(), None));
        }
    }

    fn file(&mut self, path: &Path, settings: &Settings) {
        match read(path, settings, &mut self.warnings) {
            Ok(documents) => self.documents.extend(documents),
            Err(error) => self.problems.push(error),
        }
    }

    /// Gives an ordinal as id to each document that has none of its own, or one that another has.
    fn name(&mut self) {
        let mut taken = std::collections::BTreeSet::new();
        for document in &mut self.documents {
            if !document.id.is_empty() && !taken.insert(document.id.clone()) {
                document.id.clear();
            }
        }
        let mut number = 0;
        for document in self.documents.iter_mut().filter(|document| document.id.is_empty()) {
            document.id = loop {
                number += 1;
                let id = format!("d{number}");
                if taken.insert(id.clone()) {
                    break id;
                }
            };
        }
    }
}

/// A date that cannot be read is told, and the document counts as undated.
fn odd_date(document: &Document) -> Option<String> {
    let error = corroborate::Date::parse(document.published.as_ref()?).err()?;
    let name = document.path.as_deref().unwrap_or(&document.id);
    Some(format!("{name}: `published`: {error}; read as undated"))
}

fn has_ending(path: &Path) -> bool {
    ending(path).is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_ascii_lowercase())
}

/// What could not be read within a folder, and where.
fn unreadable(folder: &Path, error: &ignore::Error) -> Error {
    match error {
        ignore::Error::WithDepth { err, .. } => unreadable(folder, err),
        ignore::Error::WithPath { path, err } => unreadable(path, err),
        ignore::Error::Io(error) => {
            // The operating system's own words, without the path that the walk puts before them.
            let cause = error.raw_os_error().map(std::io::Error::from_raw_os_error);
            let message = cause.map_or_else(|| error.to_string(), |cause| cause.to_string());
            Error::input(format!("cannot read: {message}")).at(folder.display().to_string(), None)
        }
        error => {
            Error::input(format!("cannot read: {error}")).at(folder.display().to_string(), None)
        }
    }
}

/// The documents of one file.
fn read(path: &Path, settings: &Settings, warn: &mut Warnings) -> Result<Vec<Document>, Error> {
    let (name, text) = text_of(path, settings, warn)?;
    let at = |error: Error, line| error.at(name.clone(), line);
    if text.trim().is_empty() {
        return Err(at(Error::input("expected text, found an empty file"), None));
    }
    let path = || Some(name.clone());
    match ending(Path::new(&name)).as_deref() {
        Some("json") => {
            let mut documents = json::documents(&text).map_err(|error| at(error, None))?;
            documents.iter_mut().for_each(|document| document.path = path());
            Ok(documents)
        }
        Some("jsonl" | "ndjson") => lines(&name, &text),
        ending if is_feed(ending, &text) => feed(&name, &text),
        ending => {
            let document = Document::parse(String::new(), text.as_str(), format(ending, &text));
            Ok(vec![Document { path: path(), ..document }])
        }
    }
}

/// The name and text of a file or of standard input.
pub(crate) fn text_of(
    path: &Path,
    settings: &Settings,
    warn: &mut Warnings,
) -> Result<(String, String), Error> {
    let (name, bytes) = bytes(path, settings.bytes)?;
    match text::decode(bytes, settings.encoding) {
        Ok(decoded) => {
            warn.extend(decoded.guessed.map(|encoding| {
                let label = encoding.name();
                format!(
                    "{name}: not UTF-8, read as {label}; offsets count bytes of the text in UTF-8 \
                     (--encoding names another)"
                )
            }));
            Ok((name, decoded.text))
        }
        Err((error, line)) => Err(error.at(name, line)),
    }
}

/// Whether a file is an RSS or Atom feed.
fn is_feed(ending: Option<&str>, text: &str) -> bool {
    let head: String = text.chars().take(1000).collect();
    let marked = || head.contains("<rss") || head.contains("<feed") || head.contains("<rdf:RDF");
    matches!(ending, Some("rss" | "atom")) || (matches!(ending, None | Some("xml")) && marked())
}

/// Each item a document.
fn feed(name: &str, text: &str) -> Result<Vec<Document>, Error> {
    let items = corroborate::text::feed(text);
    if items.is_empty() {
        let message = "expected a feed with <item> or <entry> elements, found none";
        return Err(Error::input(message).at(name, None));
    }
    let named = |(i, item)| Document { path: Some(format!("{name}#{}", i + 1)), ..item };
    Ok(items.into_iter().enumerate().map(named).collect())
}

/// Each line a document; the first line that is none is the error.
fn lines(name: &str, text: &str) -> Result<Vec<Document>, Error> {
    let mut documents = Vec::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let number = u32::try_from(at + 1).ok();
        let read = json::documents(line).map_err(|error| error.at(name, number))?;
        documents.extend(
            read.into_iter()
                .map(|document| Document { path: Some(format!("{name}#{}", at + 1)), ..document }),
        );
    }
    Ok(documents)
}

/// The name and bytes of a file or of standard input.
fn bytes(path: &Path, limit: usize) -> Result<(String, Vec<u8>), Error> {
    let (name, result) = if path == Path::new("-") {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().take(limit as u64 + 1).read_to_end(&mut bytes);
        ("<stdin>".to_owned(), read.map(|_| bytes))
    } else {
        (path.display().to_string(), read_file(path.to_owned(), limit))
    };
    let bytes = result
        .map_err(|error| Error::input(format!("cannot read: {error}")).at(name.clone(), None))?;
    if bytes.len() > limit {
        let line = 1 + bytes[..limit].iter().filter(|byte| **byte == b'\n').count();
        let message = format!("expected at most {limit} bytes (see --max-bytes), found more");
        return Err(Error::input(message).at(name, u32::try_from(line).ok()));
    }
    Ok((name, bytes))
}

fn read_file(path: PathBuf, limit: usize) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// How a text is marked up, by the ending of its file, else by how it begins.
fn format(ending: Option<&str>, text: &str) -> Format {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let start = start.get(..15).unwrap_or_default().to_ascii_lowercase();
    match ending {
        Some("md" | "markdown") => Format::Markdown,
        Some("html" | "htm" | "xhtml") => Format::Html,
        Some("txt" | "text") => Format::Plain,
        _ if start.starts_with("<!doctype html") || start.starts_with("<html") => Format::Html,
        _ => Format::Plain,
    }
}
