//! Claims of another extractor, one JSON object a line.

use std::path::PathBuf;

use corroborate::Document;
use corroborate::claim::Analysis;
use corroborate::report::{GivenClaim, add_claims};

use crate::config::Config;
use crate::input::{self, Loaded, Settings};

/// Puts the claims of the files that the arguments or the configuration name among those that were
/// read from the documents; a line that does not fit its document is a problem, and the others are
/// taken.
pub(crate) fn add(
    asked: &[PathBuf],
    config: &Config,
    settings: &Settings,
    loaded: &mut Loaded,
    analyses: &mut [Analysis],
) {
    for file in config.claims().iter().chain(asked) {
        match input::text_of(file, settings, &mut loaded.warnings) {
            Ok((name, text)) => add_lines(&name, &text, config, loaded, analyses),
            Err(error) => loaded.problems.push(error),
        }
    }
}

fn add_lines(
    name: &str,
    text: &str,
    config: &Config,
    loaded: &mut Loaded,
    analyses: &mut [Analysis],
) {
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let claim = input::json::claim(line).map(|claim| by_id(claim, config, &loaded.documents));
        let added = claim.and_then(|claim| add_claims(&loaded.documents, analyses, &[claim]));
        if let Err(error) = added {
            loaded.problems.push(error.at(name, Some(number)));
        }
    }
}

/// The claim with the id of its document, which may be named by its path too, as seen from here or
/// from the folder of the configuration.
fn by_id(claim: GivenClaim, config: &Config, documents: &[Document]) -> GivenClaim {
    if documents.iter().any(|document| document.id == claim.document) {
        return claim;
    }
    let named = |document: &&Document| {
        let path = document.path.as_deref();
        path.is_some_and(|path| path == claim.document || config.within(path) == claim.document)
    };
    match documents.iter().find(named) {
        Some(found) => GivenClaim { document: found.id.clone(), ..claim },
        None => claim,
    }
}
