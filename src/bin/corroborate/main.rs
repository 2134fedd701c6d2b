//! Arguments, files, colours, exit codes.

use std::io::{BufRead as _, Write as _};

use corroborate::{Document, Options, reconcile};
use serde::Deserialize;

#[derive(Deserialize)]
struct Case {
    id: Option<String>,
    documents: Vec<Document>,
}

fn main() -> std::io::Result<()> {
    let extract = std::env::args().nth(1).as_deref() == Some("extract");
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let case = if extract {
            serde_json::from_str(&line)
                .map(|d: Document| Case { id: Some(d.id.clone()), documents: vec![d] })
        } else {
            serde_json::from_str::<Case>(&line)
        };
        match case {
            Ok(case) => {
                let mut report = reconcile(&case.documents, &Options::default());
                report.id = case.id;
                serde_json::to_writer(&mut out, &report)?;
                writeln!(out)?;
            }
            Err(error) => {
                writeln!(out, "{}", serde_json::json!({"id": null, "error": error.to_string()}))?
            }
        }
    }
    Ok(())
}
