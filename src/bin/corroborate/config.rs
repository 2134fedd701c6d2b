//! `corroborate.toml`: what a project says once for every run.

use std::path::{Path, PathBuf};

use corroborate::report::Level;
use corroborate::{Date, Document, Error, Options};
use toml::{Table, Value};

use crate::args::Init;
use crate::waiver::Waiver;
use crate::{CLEAN, output};

/// The name under which it is searched for, from the working directory upwards.
const NAME: &str = "corroborate.toml";

const TEMPLATE: &str = include_str!("corroborate.toml");

/// What a project says once for every run.
#[derive(Debug, Default)]
pub(crate) struct Config {
    /// The file it was read from.
    path: Option<PathBuf>,
    /// The text of that file.
    text: String,
    pub(crate) fail_on: Option<Level>,
    pub(crate) baseline: Option<PathBuf>,
    pub(crate) sources: Vec<Source>,
    pub(crate) waivers: Vec<Waiver>,
}

/// A publisher and its files.
#[derive(Debug, Default)]
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) family: Option<String>,
    pub(crate) files: Vec<String>,
}

const KEYS: [&str; 4] = ["fail-on", "baseline", "source", "waiver"];
const SOURCE_KEYS: [&str; 3] = ["name", "family", "files"];
const WAIVER_KEYS: [&str; 3] = ["finding", "reason", "until"];

/// The nearest `corroborate.toml`, or nothing at all.
pub(crate) fn load() -> Result<Config, Error> {
    let folder = std::env::current_dir().unwrap_or_default();
    match folder.ancestors().map(|folder| folder.join(NAME)).find(|path| path.is_file()) {
        None => Ok(Config::default()),
        Some(path) => {
            let shown = path.strip_prefix(&folder).unwrap_or(&path).to_owned();
            let text = std::fs::read_to_string(&path).map_err(|error| {
                Error::option(format!("cannot read: {error}")).at(shown.display().to_string(), None)
            })?;
            read(&shown, text)
        }
    }
}

/// `corroborate init`
pub(crate) fn init(args: &Init) -> Result<u8, Error> {
    let name = args.file.display().to_string();
    let open = std::fs::OpenOptions::new().write(true).create_new(true).open(&args.file);
    let written =
        open.and_then(|mut file| std::io::Write::write_all(&mut file, TEMPLATE.as_bytes()));
    written.map_err(|error| Error::option(format!("cannot write: {error}")).at(name, None))?;
    Ok(CLEAN)
}

/// `corroborate config`
pub(crate) fn print() -> Result<u8, Error> {
    let config = load()?;
    let text = match &config.path {
        Some(path) => format!("# {}\n{}", path.display(), config.text),
        None => format!("# no {NAME} here or above; these are the defaults\n{TEMPLATE}"),
    };
    output::print(&text)?;
    Ok(CLEAN)
}

impl Config {
    /// Names the publishers of documents that do not name one themselves.
    pub(crate) fn name_sources(&self, documents: &mut [Document]) {
        for document in documents.iter_mut().filter(|document| document.source.is_none()) {
            let Some(path) = &document.path else { continue };
            let source = self.sources.iter().find(|source| source.holds(path));
            document.source = source.map(|source| source.name.clone());
        }
    }

    /// Puts what concerns the library into its options.
    pub(crate) fn put_into(&self, options: &mut Options) {
        for source in &self.sources {
            if let Some(family) = &source.family {
                options.families.insert(source.name.clone(), family.clone());
            }
        }
    }
}

impl Source {
    fn holds(&self, path: &str) -> bool {
        let mut globs = ignore::overrides::OverrideBuilder::new(".");
        let good = self.files.iter().all(|glob| globs.add(glob).is_ok());
        let globs = globs.build();
        good && globs.is_ok_and(|globs| globs.matched(path, false).is_whitelist())
    }
}

struct Reader<'a> {
    file: String,
    text: &'a str,
}

fn read(path: &Path, text: String) -> Result<Config, Error> {
    let reader = Reader { file: path.display().to_string(), text: &text };
    let table: Table = text.parse().map_err(|error: toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start);
        reader.fail(format!("expected TOML: {}", error.message()), reader.line(at))
    })?;
    reader.known(&table, &KEYS, 0)?;
    let mut config = Config { path: Some(path.to_owned()), ..Config::default() };
    if let Some(level) = reader.string(&table, "fail-on", 0)? {
        let level = level
            .parse()
            .map_err(|e: Error| reader.fail(e.to_string(), reader.find("fail-on", 0)))?;
        config.fail_on = Some(level);
    }
    config.baseline = reader.string(&table, "baseline", 0)?.map(PathBuf::from);
    for (source, at) in reader.tables(&table, "source")? {
        reader.known(source, &SOURCE_KEYS, at)?;
        config.sources.push(Source {
            name: reader.required(source, "source", "name", at)?,
            family: reader.string(source, "family", at)?,
            files: reader.strings(source, "files", at)?,
        });
    }
    for (waiver, at) in reader.tables(&table, "waiver")? {
        reader.known(waiver, &WAIVER_KEYS, at)?;
        let until = reader.string(waiver, "until", at)?;
        let until = until.as_deref().map(Date::parse).transpose();
        let line = reader.line(at).unwrap_or(1);
        config.waivers.push(Waiver {
            finding: reader.required(waiver, "waiver", "finding", at)?,
            reason: reader.required(waiver, "waiver", "reason", at)?,
            until: until
                .map_err(|error| reader.fail(error.to_string(), reader.find("until", at)))?,
            place: (reader.file.clone(), line),
        });
    }
    Ok(Config { text, ..config })
}

impl Reader<'_> {
    fn fail(&self, message: String, line: Option<u32>) -> Error {
        Error::option(message).at(self.file.clone(), line)
    }

    fn line(&self, at: usize) -> Option<u32> {
        let before = self.text.as_bytes().get(..at)?;
        u32::try_from(1 + before.iter().filter(|byte| **byte == b'\n').count()).ok()
    }

    /// The line on which a key stands, at or after `from`.
    fn find(&self, key: &str, from: usize) -> Option<u32> {
        let mut at = from;
        for line in self.text[from..].split_inclusive('\n') {
            let rest = line.trim_start().trim_start_matches(['[', '"']).strip_prefix(key);
            if rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
            {
                return self.line(at);
            }
            at += line.len();
        }
        None
    }

    fn known(&self, table: &Table, keys: &[&str], from: usize) -> Result<(), Error> {
        let Some(key) = table.keys().find(|key| !keys.contains(&key.as_str())) else {
            return Ok(());
        };
        let near = keys.iter().min_by_key(|known| strsim::damerau_levenshtein(key, known));
        let near = near.copied().unwrap_or_default();
        Err(self.fail(format!("unknown key `{key}`, did you mean `{near}`?"), self.find(key, from)))
    }

    fn string(&self, table: &Table, key: &str, from: usize) -> Result<Option<String>, Error> {
        match table.get(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(Value::Datetime(date)) => Ok(Some(date.to_string())),
            Some(other) => {
                let found = other.type_str();
                Err(self.fail(
                    format!("expected a string for `{key}`, found {found}"),
                    self.find(key, from),
                ))
            }
        }
    }

    fn required(&self, table: &Table, what: &str, key: &str, from: usize) -> Result<String, Error> {
        let found = self.string(table, key, from)?.filter(|text| !text.trim().is_empty());
        found.ok_or_else(|| {
            self.fail(format!("expected each [[{what}]] to have a `{key}`"), self.line(from))
        })
    }

    fn strings(&self, table: &Table, key: &str, from: usize) -> Result<Vec<String>, Error> {
        let fail =
            || self.fail(format!("expected a list of strings for `{key}`"), self.find(key, from));
        match table.get(key) {
            None => Ok(Vec::new()),
            Some(Value::Array(items)) => {
                items.iter().map(|item| item.as_str().map(str::to_owned).ok_or_else(fail)).collect()
            }
            Some(_) => Err(fail()),
        }
    }

    /// The tables of an array of tables, each with the place where it begins.
    fn tables<'t>(&self, table: &'t Table, key: &str) -> Result<Vec<(&'t Table, usize)>, Error> {
        let fail = || self.fail(format!("expected tables [[{key}]]"), self.find(key, 0));
        let items = match table.get(key) {
            None => return Ok(Vec::new()),
            Some(Value::Array(items)) => items,
            Some(_) => return Err(fail()),
        };
        let head = format!("[[{key}]]");
        let mut places = self.text.match_indices(&head).map(|(at, _)| at);
        items
            .iter()
            .map(|item| Ok((item.as_table().ok_or_else(fail)?, places.next().unwrap_or(0))))
            .collect()
    }
}
