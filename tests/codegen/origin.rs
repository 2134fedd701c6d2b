//! News agencies.

use crate::{embed, table, tables};

#[test]
fn agencies_are_embedded() {
    let rows = tables::rows("agencies.toml", "agency").into_iter().flat_map(|row| {
        let names: Vec<String> =
            tables::strings(&row, "words").into_iter().map(str::to_owned).collect();
        let first = format!("{:?}", names[0]);
        names.into_iter().map(move |name| (name, first.clone()))
    });
    embed("agency", "agencies.toml", &table("AGENCY", "&str", rows));
}
