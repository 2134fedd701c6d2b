//! Which files a change touches.

use std::path::Path;
use std::process::Command;

use corroborate::{Document, Error, Report};

/// Keeps the findings about documents whose files differ from the revision `rev` of git.
pub(crate) fn keep(report: &mut Report, documents: &[Document], rev: &str) -> Result<(), Error> {
    let changed = changed(rev)?;
    let touched: Vec<&str> = documents
        .iter()
        .filter(|document| {
            let path =
                document.path.as_deref().and_then(|path| Path::new(path).canonicalize().ok());
            path.is_some_and(|path| changed.contains(&path))
        })
        .map(|document| document.id.as_str())
        .collect();
    let about = |id: &String| touched.contains(&id.as_str());
    report
        .findings
        .retain(|finding| finding.documents.iter().any(about) || finding.kind == "waiver");
    Ok(())
}

/// The files that differ from `rev`, and those that git does not know yet.
fn changed(rev: &str) -> Result<Vec<std::path::PathBuf>, Error> {
    if rev.starts_with('-') {
        return Err(Error::option(format!("expected a revision of git, found `{rev}`")));
    }
    let root = git(&["rev-parse", "--show-toplevel"])?;
    let root = Path::new(root.trim());
    let mut names = git(&["diff", "--name-only", "-z", "--relative", rev, "--"])?;
    let new = ["ls-files", "--others", "--exclude-standard", "--full-name", "-z"];
    names.push_str(&git(&new)?);
    names.push_str(&git(&["diff", "--name-only", "-z", rev, "--"])?);
    let files = names.split('\0').filter(|name| !name.is_empty());
    Ok(files.filter_map(|name| root.join(name).canonicalize().ok()).collect())
}

fn git(args: &[&str]) -> Result<String, Error> {
    let fail = |message: String| Error::option(format!("git {}: {message}", args[0]));
    let output =
        Command::new("git").args(args).output().map_err(|error| fail(error.to_string()))?;
    if !output.status.success() {
        return Err(fail(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
