//! Tables that a user writes, in TOML.

use serde::Deserialize;

use super::Aliases;
use crate::Error;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AliasFile {
    #[serde(default)]
    alias: Vec<AliasRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AliasRow {
    name: String,
    aliases: Vec<String>,
}

/// Reads other names of actors: an array of tables `alias`, each with the `name` to use and the
/// list of its `aliases`.
///
/// ```
/// let table = r#"
/// [[alias]]
/// name = "Northern Rail Authority"
/// aliases = ["NRA", "Rail North"]
/// "#;
/// let aliases = corroborate::lexicon::user::aliases(table)?;
/// assert_eq!(aliases.canonical("Rail North"), Some("Northern Rail Authority"));
/// # Ok::<(), corroborate::Error>(())
/// ```
///
/// # Errors
///
/// When the text is not TOML or has another shape; when one alias is given to two names.
pub fn aliases(text: &str) -> Result<Aliases, Error> {
    let file: AliasFile = toml::from_str(text).map_err(|error| {
        let line =
            error.span().map(|span| text[..span.start.min(text.len())].lines().count().max(1));
        let line = line.and_then(|line| u32::try_from(line).ok());
        let message =
            format!("expected tables `alias` with `name` and `aliases`: {}", error.message());
        Error::table(message).at("<aliases>", line)
    })?;
    let mut aliases = Aliases::default();
    for row in &file.alias {
        for alias in &row.aliases {
            if let Some(other) = aliases.canonical(alias).filter(|other| *other != row.name) {
                let name = &row.name;
                let message = format!("alias `{alias}` is given to both `{other}` and `{name}`");
                return Err(Error::table(message));
            }
            aliases.add(&row.name, alias);
        }
    }
    Ok(aliases)
}
