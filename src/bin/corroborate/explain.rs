//! What the codes of a report mean.

use corroborate::Error;

use crate::args::Explain;
use crate::{CLEAN, output};

pub(crate) fn explain(args: &Explain) -> Result<u8, Error> {
    let topics = corroborate::report::TOPICS;
    let Some(code) = &args.code else {
        let lines = topics.iter().map(|topic| format!("{:<18} {}\n", topic.code, topic.what));
        output::print(&lines.collect::<String>())?;
        return Ok(CLEAN);
    };
    let distance = |code: &str, known: &str| strsim::damerau_levenshtein(code, known);
    let topic = topics.iter().find(|topic| topic.code == code).ok_or_else(|| {
        let near = topics.iter().min_by_key(|topic| distance(code, topic.code));
        let hint = near.map(|topic| format!(", did you mean `{}`?", topic.code));
        Error::option(format!("no such code: `{code}`{}", hint.unwrap_or_default()))
    })?;
    output::print(&topic.to_string())?;
    Ok(CLEAN)
}
