//! `corroborate.toml`: what a project says once for every run.

use std::path::{Path, PathBuf};

use corroborate::graph::Decisions;
use corroborate::report::{Level, Severity, keep_groups, weigh};
use corroborate::{Date, Document, Error, Options, Report};
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
    /// The working directory, as seen from the folder of that file.
    below: PathBuf,
    /// The text of that file.
    text: String,
    fail_on: Option<Level>,
    pub(crate) baseline: Option<PathBuf>,
    /// Globs of what is read when no file is named.
    documents: Vec<String>,
    vocabulary: Vec<String>,
    decisions: Option<String>,
    claims: Vec<String>,
    levels: Vec<(String, Severity)>,
    thresholds: Thresholds,
    pub(crate) sources: Vec<Source>,
    groups: Vec<Group>,
    aliases: Vec<(String, Vec<String>)>,
    pub(crate) waivers: Vec<Waiver>,
}

/// Numbers below or above which something is not shown, does not count, or is not read.
#[derive(Debug, Default)]
struct Thresholds {
    /// Only findings of high confidence count.
    high: bool,
    /// The least number of independent sources with which a finding counts.
    sources: Option<u32>,
    /// The longest document.
    bytes: Option<usize>,
    /// The least number of documents with the same words that are a form.
    form: Option<u32>,
}

/// Documents that are compared with each other and with no others.
#[derive(Debug)]
struct Group {
    files: Vec<String>,
}

/// A publisher and its files.
#[derive(Debug, Default)]
pub(crate) struct Source {
    pub(crate) name: String,
    family: Option<String>,
    aliases: Vec<String>,
    weight: Option<String>,
    files: Vec<String>,
}

const KEYS: [&str; 12] = [
    "fail-on",
    "baseline",
    "documents",
    "vocabulary",
    "decisions",
    "claims",
    "levels",
    "thresholds",
    "source",
    "group",
    "alias",
    "waiver",
];
const SOURCE_KEYS: [&str; 5] = ["name", "family", "aliases", "weight", "files"];
const GROUP_KEYS: [&str; 2] = ["name", "files"];
const ALIAS_KEYS: [&str; 2] = ["name", "aliases"];
const THRESHOLD_KEYS: [&str; 4] = ["confidence", "independent-sources", "least-form", "max-bytes"];
const WAIVER_KEYS: [&str; 3] = ["finding", "reason", "until"];

/// The nearest `corroborate.toml`, or nothing at all.
pub(crate) fn load() -> Result<Config, Error> {
    let here = std::env::current_dir().unwrap_or_default();
    let found = here.ancestors().enumerate().find(|(_, folder)| folder.join(NAME).is_file());
    let Some((up, folder)) = found else { return Ok(Config::default()) };
    // The path is shown as seen from here, so that no folder above appears by name.
    let shown = Path::new(&"../".repeat(up)).join(NAME);
    let text = std::fs::read_to_string(&shown).map_err(|error| {
        Error::option(format!("cannot read: {error}")).at(shown.display().to_string(), None)
    })?;
    let below = here.strip_prefix(folder).unwrap_or(Path::new("")).to_owned();
    Ok(Config { below, ..read(&shown, text)? })
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
    /// Gives documents the name and family of their publisher: by its aliases, or by their files
    /// when they name none.
    pub(crate) fn name_sources(&self, documents: &mut [Document]) {
        for document in documents {
            let named = |source: &&Source| match (&document.source, &document.path) {
                (Some(name), _) => source.goes_by(name),
                (None, Some(path)) => holds(&source.files, &self.within(path)),
                (None, None) => false,
            };
            if let Some(source) = self.sources.iter().find(named) {
                document.source = Some(source.name.clone());
            }
        }
    }

    /// The folder that paths in the file are relative to.
    fn folder(&self) -> &Path {
        self.path.as_deref().and_then(Path::parent).unwrap_or(Path::new(""))
    }

    /// Puts what concerns the library into its options.
    pub(crate) fn put_into(&self, options: &mut Options) -> Result<(), Error> {
        for source in &self.sources {
            if let Some(family) = &source.family {
                options.families.insert(source.name.clone(), family.clone());
            }
        }
        for (name, aliases) in &self.aliases {
            aliases.iter().for_each(|alias| options.aliases.add(name, alias));
        }
        for file in &self.vocabulary {
            let (table, name) = self.table(file)?;
            options.vocabulary.add(&table, &name)?;
        }
        options.least_form = self.thresholds.form;
        if let Some(file) = &self.decisions {
            let (table, name) = self.table(file)?;
            options.decisions = Decisions::parse(&table, &name)?;
        }
        Ok(())
    }

    /// The files with claims of another extractor.
    pub(crate) fn claims(&self) -> Vec<PathBuf> {
        self.claims.iter().map(|file| self.folder().join(file)).collect()
    }

    /// A further table, and its name in messages.
    fn table(&self, file: &str) -> Result<(String, String), Error> {
        let path = self.folder().join(file);
        let name = path.display().to_string();
        let text = std::fs::read_to_string(&path)
            .map_err(|error| Error::table(format!("cannot read: {error}")).at(&name, None))?;
        Ok((text, name))
    }

    /// What makes a run fail: what the command line says, else what stands in the file.
    pub(crate) fn level(&self, asked: Option<&Level>) -> Result<Level, Error> {
        if let Some(level) = asked {
            return Ok(level.clone());
        }
        let mut level = self.fail_on.clone().unwrap_or_default();
        for (code, severity) in &self.levels {
            level.set(code, *severity)?;
        }
        if self.thresholds.high {
            level.only_high();
        }
        if let Some(sources) = self.thresholds.sources {
            level.at_least(sources);
        }
        Ok(level)
    }

    /// The longest document that is read.
    pub(crate) fn max_bytes(&self, asked: Option<usize>) -> usize {
        asked.or(self.thresholds.bytes).unwrap_or(32 << 20)
    }

    /// The files to read when none is named; globs that name none are a mistake.
    pub(crate) fn documents(&self) -> Result<Vec<PathBuf>, Error> {
        let folder = self.folder();
        let start = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let mut found: Vec<PathBuf> = Vec::new();
        if self.documents.is_empty() {
            return Ok(found);
        }
        for entry in ignore::WalkBuilder::new(start).require_git(false).build().flatten() {
            let path = entry.path().strip_prefix(".").unwrap_or(entry.path());
            let within = path.strip_prefix(folder).unwrap_or(path);
            if entry.path().is_file() && holds(&self.documents, &within.to_string_lossy()) {
                found.push(path.to_owned());
            }
        }
        found.sort();
        if found.is_empty() {
            let reader = Reader { file: self.name(), text: &self.text };
            let message = "expected `documents` to name files to read, found none".to_owned();
            return Err(reader.fail(message, reader.find("documents", 0)));
        }
        Ok(found)
    }

    /// The file as messages name it.
    fn name(&self) -> String {
        self.path.as_deref().map_or_else(String::new, |path| path.display().to_string())
    }

    /// Leaves out the findings between documents of no common group, and puts in the weights of
    /// sources.
    pub(crate) fn arrange(&self, report: &mut Report) {
        let weights = self.sources.iter();
        let weights = weights.filter_map(|s| Some((s.name.clone(), s.weight.clone()?))).collect();
        weigh(report, &weights);
        if self.groups.is_empty() {
            return;
        }
        let within = |group: &Group| {
            let documents = report.documents.iter();
            let ours = documents.filter(|d| {
                d.path.as_deref().is_some_and(|path| holds(&group.files, &self.within(path)))
            });
            ours.map(|document| document.id.clone()).collect()
        };
        let groups: Vec<Vec<String>> = self.groups.iter().map(within).collect();
        keep_groups(report, &groups);
    }

    /// A path as seen from the folder of the file.
    pub(crate) fn within(&self, path: &str) -> String {
        let (path, folder) = (Path::new(path), self.folder());
        let up = !folder.as_os_str().is_empty();
        match path.strip_prefix(folder) {
            Ok(path) if up => path.display().to_string(),
            _ => self.below.join(path).display().to_string(),
        }
    }
}

impl Source {
    fn goes_by(&self, name: &str) -> bool {
        self.aliases.iter().chain([&self.name]).any(|known| known.eq_ignore_ascii_case(name))
    }
}

/// Whether one of the globs, in the notation of `.gitignore`, names a path.
fn holds(globs: &[String], path: &str) -> bool {
    let mut builder = ignore::overrides::OverrideBuilder::new(".");
    let good = globs.iter().all(|glob| builder.add(glob).is_ok());
    let path = path.split_once('#').map_or(path, |(file, _)| file);
    good && builder.build().is_ok_and(|globs| globs.matched(path, false).is_whitelist())
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
    let baseline = reader.string(&table, "baseline", 0)?;
    config.baseline = baseline.map(|file| config.folder().join(file));
    config.documents = reader.globs(&table, "documents", 0)?;
    config.vocabulary = reader.strings(&table, "vocabulary", 0)?;
    config.decisions = reader.string(&table, "decisions", 0)?;
    config.claims = reader.strings(&table, "claims", 0)?;
    config.levels = reader.levels(&table)?;
    config.thresholds = reader.thresholds(&table)?;
    for (source, at) in reader.tables(&table, "source")? {
        reader.known(source, &SOURCE_KEYS, at)?;
        config.sources.push(Source {
            name: reader.required(source, "source", "name", at)?,
            family: reader.string(source, "family", at)?,
            aliases: reader.strings(source, "aliases", at)?,
            weight: reader.number(source, "weight", at)?,
            files: reader.globs(source, "files", at)?,
        });
    }
    for (group, at) in reader.tables(&table, "group")? {
        reader.known(group, &GROUP_KEYS, at)?;
        reader.string(group, "name", at)?;
        config.groups.push(Group { files: reader.globs(group, "files", at)? });
    }
    for (alias, at) in reader.tables(&table, "alias")? {
        reader.known(alias, &ALIAS_KEYS, at)?;
        let name = reader.required(alias, "alias", "name", at)?;
        config.aliases.push((name, reader.strings(alias, "aliases", at)?));
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

    /// Strings that are globs.
    fn globs(&self, table: &Table, key: &str, from: usize) -> Result<Vec<String>, Error> {
        let globs = self.strings(table, key, from)?;
        let mut builder = ignore::overrides::OverrideBuilder::new(".");
        for glob in &globs {
            builder.add(glob).map_err(|error| {
                self.fail(format!("expected a glob for `{key}`: {error}"), self.find(key, from))
            })?;
        }
        Ok(globs)
    }

    /// A number that is not negative, as it is written.
    fn number(&self, table: &Table, key: &str, from: usize) -> Result<Option<String>, Error> {
        match table.get(key) {
            None => Ok(None),
            Some(Value::Integer(number)) if *number >= 0 => Ok(Some(number.to_string())),
            Some(Value::Float(number)) if *number >= 0.0 => Ok(Some(number.to_string())),
            Some(_) => {
                let message = format!("expected a number of at least 0 for `{key}`");
                Err(self.fail(message, self.find(key, from)))
            }
        }
    }

    /// A table that stands once, and where it begins.
    fn table<'t>(&self, table: &'t Table, key: &str) -> Result<Option<(&'t Table, usize)>, Error> {
        match table.get(key) {
            None => Ok(None),
            Some(Value::Table(inner)) => {
                let at = self.text.find(&format!("[{key}]")).unwrap_or(0);
                Ok(Some((inner, at)))
            }
            Some(_) => Err(self.fail(format!("expected a table [{key}]"), self.find(key, 0))),
        }
    }

    fn levels(&self, table: &Table) -> Result<Vec<(String, Severity)>, Error> {
        let Some((levels, at)) = self.table(table, "levels")? else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for code in levels.keys() {
            let told = |error: Error| self.fail(error.to_string(), self.find(code, at));
            let severity = self.string(levels, code, at)?.unwrap_or_default();
            let severity: Severity = severity.parse().map_err(told)?;
            Level::default().set(code, severity).map_err(told)?;
            found.push((code.clone(), severity));
        }
        Ok(found)
    }

    fn thresholds(&self, table: &Table) -> Result<Thresholds, Error> {
        let Some((table, at)) = self.table(table, "thresholds")? else {
            return Ok(Thresholds::default());
        };
        self.known(table, &THRESHOLD_KEYS, at)?;
        let confidence = self.string(table, "confidence", at)?;
        let high = match confidence.as_deref() {
            None | Some("medium") => false,
            Some("high") => true,
            Some(other) => {
                let message = format!("expected `medium` or `high`, found `{other}`");
                return Err(self.fail(message, self.find("confidence", at)));
            }
        };
        let whole = |key| match self.number(table, key, at)?.map(|number| number.parse::<u32>()) {
            None => Ok(None),
            Some(Ok(number)) => Ok(Some(number)),
            Some(Err(_)) => {
                let message = format!("expected a whole number for `{key}`");
                Err(self.fail(message, self.find(key, at)))
            }
        };
        let bytes = whole("max-bytes")?.map(|bytes| bytes as usize);
        let form = whole("least-form")?;
        Ok(Thresholds { high, sources: whole("independent-sources")?, bytes, form })
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
