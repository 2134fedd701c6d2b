//! Claims of another extractor, one JSON object a line.

use std::path::PathBuf;

use corroborate::Document;
use corroborate::claim::Analysis;
use corroborate::report::{GivenClaim, add_claims};

use crate::input::{self, Loaded, Settings};

/// Puts the claims of `files` among those that were read from the documents; a line that does not
/// fit its document is a problem, and the others are taken.
pub(crate) fn add(
    files: &[PathBuf],
    settings: &Settings,
    loaded: &mut Loaded,
    analyses: &mut [Analysis],
) {
    for file in files {
        match input::text_of(file, settings) {
            Ok((name, text)) => add_lines(&name, &text, loaded, analyses),
            Err(error) => loaded.problems.push(error),
        }
    }
}

fn add_lines(name: &str, text: &str, loaded: &mut Loaded, analyses: &mut [Analysis]) {
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let claim = input::json::claim(line).map(|claim| by_id(claim, &loaded.documents));
        let added = claim.and_then(|claim| add_claims(&loaded.documents, analyses, &[claim]));
        if let Err(error) = added {
            loaded.problems.push(error.at(name, Some(number)));
        }
    }
}

/// The claim with the id of its document, which may be named by its path too.
fn by_id(claim: GivenClaim, documents: &[Document]) -> GivenClaim {
    if documents.iter().any(|document| document.id == claim.document) {
        return claim;
    }
    let named = |document: &&Document| document.path.as_deref() == Some(claim.document.as_str());
    match documents.iter().find(named) {
        Some(found) => GivenClaim { document: found.id.clone(), ..claim },
        None => claim,
    }
}
