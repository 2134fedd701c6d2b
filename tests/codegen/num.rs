//! Numbers, bounds, units and currencies.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::{embed, table, tables};

/// The form in which phrases are looked up: hyphens are spaces.
fn phrase(words: &str) -> String {
    words.replace('-', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn decimal(text: &str) -> String {
    let value: Decimal = text.parse().unwrap_or_else(|e| panic!("{text}: {e}"));
    let parts = value.unpack();
    format!(
        "Decimal::from_parts({}, {}, {}, {}, {})",
        parts.lo, parts.mid, parts.hi, parts.negative, parts.scale
    )
}

fn camel(text: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    text.split('-').map(capital).collect()
}

#[test]
fn number_words() {
    let rows = tables::csv("number_words.csv").into_iter();
    let words = rows.map(|row| (row[0].clone(), format!("(Kind::{}, {})", camel(&row[1]), row[2])));
    let suffixes = tables::csv("number_suffixes.csv").into_iter();
    let suffixes =
        suffixes.map(|row| (row[0].clone(), format!("({}, {})", row[1] == "sure", row[2])));
    let code = "use crate::lexicon::number::Kind;\n\n".to_owned()
        + &table("WORDS", "(Kind, u64)", words)
        + "\n"
        + &table("SUFFIXES", "(bool, u64)", suffixes);
    embed("number", "number_words.csv", &code);
}

#[test]
fn vague_numbers() {
    let rows = tables::rows("number_vague.toml", "vague").into_iter().map(|row| {
        let number = |key: &str| row[key].as_integer().expect("an integer");
        let value = format!(
            "Vague {{ one: {}, low: {}, high: {} }}",
            number("one"),
            number("low"),
            number("high")
        );
        (tables::string(&row, "word").to_owned(), value)
    });
    let code = "use crate::lexicon::number::Vague;\n\n".to_owned() + &table("VAGUE", "Vague", rows);
    embed("number_vague", "number_vague.toml", &code);
}

fn phrases(file: &str, array: &str) -> Vec<(String, String)> {
    let mut all = BTreeSet::new();
    for row in tables::rows(file, array) {
        all.extend(tables::strings(&row, "words").into_iter().map(str::to_owned));
    }
    all.into_iter().map(|words| (words, "()".to_owned())).collect()
}

#[test]
fn number_idioms() {
    let code = table("IDIOMS", "()", phrases("number_idioms.toml", "idiom"))
        + "\n"
        + &table("LABELS", "()", phrases("number_labels.toml", "label"));
    embed("number_idiom", "number_idioms.toml", &code);
}

#[test]
fn number_context() {
    let mut roles: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (role, rows) in tables::toml_file("number_context.toml") {
        let rows = rows.as_array().expect("an array of rows").iter().filter_map(|r| r.as_table());
        for word in rows.flat_map(|row| tables::strings(row, "words")) {
            roles.entry(word.to_owned()).or_default().insert(format!("Role::{}", camel(&role)));
        }
    }
    let list = |roles: BTreeSet<String>| roles.into_iter().collect::<Vec<_>>().join(", ");
    let rows = roles.into_iter().map(|(word, roles)| (word, format!("&[{}]", list(roles))));
    let code =
        "use crate::lexicon::context::Role;\n\n".to_owned() + &table("CONTEXT", "&[Role]", rows);
    embed("number_context", "number_context.toml", &code);
}

#[test]
fn bounds() {
    let mut code = "use rust_decimal::Decimal;\n\nuse crate::lexicon::bound::Hedge;\nuse crate::value::Bound;\n".to_owned();
    for array in ["before", "after"] {
        let mut rows = BTreeMap::new();
        for row in tables::rows("bounds.toml", array) {
            for words in tables::strings(&row, "words") {
                rows.insert(phrase(words), hedge(&row));
            }
        }
        code += "\n";
        code += &table(&array.to_uppercase(), "Hedge", rows);
    }
    embed("bound", "bounds.toml", &code);
}

fn hedge(row: &toml::Table) -> String {
    let factors = |key: &str| {
        let ends = tables::strings(row, key).into_iter();
        let ends = ends.map(|end| {
            if end == "inf" { "None".to_owned() } else { format!("Some({})", decimal(end)) }
        });
        format!("({})", ends.collect::<Vec<_>>().join(", "))
    };
    let bound = camel(tables::string(row, "bound"));
    format!(
        "Hedge {{ bound: Bound::{bound}, strict: {}, plausible: {} }}",
        factors("strict"),
        factors("plausible")
    )
}

fn plural(word: &str) -> String {
    let vowel_before_y = |w: &str| w.ends_with(['a', 'e', 'i', 'o', 'u']);
    match word.strip_suffix('y') {
        Some(stem) if !vowel_before_y(stem) => format!("{stem}ies"),
        _ if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") => {
            format!("{word}es")
        }
        _ => format!("{word}s"),
    }
}

/// The forms that a cell lists: a form that ends in `:` has no other plural.
fn forms(cell: &str) -> Vec<String> {
    let each = cell.split('|').filter(|word| !word.is_empty());
    each.flat_map(|word| match word.strip_suffix(':') {
        Some(word) => vec![phrase(word)],
        None => vec![phrase(word), phrase(&plural(word))],
    })
    .collect()
}

const PREFIXES: [(&str, &str, &str); 17] = [
    ("k", "kilo", "1000"),
    ("M", "mega", "1000000"),
    ("G", "giga", "1000000000"),
    ("T", "tera", "1000000000000"),
    ("P", "peta", "1000000000000000"),
    ("E", "exa", "1000000000000000000"),
    ("h", "hecto", "100"),
    ("d", "deci", "0.1"),
    ("c", "centi", "0.01"),
    ("m", "milli", "0.001"),
    ("µ", "micro", "0.000001"),
    ("μ", "micro", "0.000001"),
    ("u", "micro", "0.000001"),
    ("n", "nano", "0.000000001"),
    ("p", "pico", "0.000000000001"),
    ("a", "atto", "0.000000000000000001"),
    ("f", "femto", "0.000000000000001"),
];

/// The units with their prefixes applied, rows of the same cells as the file.
fn units() -> Vec<Vec<String>> {
    let mut all = tables::csv("units.csv");
    let mut made: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in &all {
        for (letter, name, factor) in PREFIXES {
            if row[5] == "metric"
                || row[5].contains(letter)
                || (row[5].contains('µ') && name == "micro")
            {
                let unit = prefixed(row, letter, name, factor);
                let known = made.entry(unit[0].clone()).or_insert_with(|| unit.clone());
                if known[7] != unit[7] {
                    known[7] = format!("{}|{}", known[7], unit[7]);
                }
            }
        }
    }
    let own: BTreeSet<String> = all.iter().map(|row| row[0].clone()).collect();
    all.extend(made.into_values().filter(|row| !own.contains(&row[0])));
    all
}

fn prefixed(row: &[String], letter: &str, name: &str, factor: &str) -> Vec<String> {
    let each = |cell: &str, prefix: &str| {
        let words = cell.split('|').filter(|w| !w.is_empty() && !w.contains(' '));
        words.map(|word| format!("{prefix}{word}")).collect::<Vec<_>>().join("|")
    };
    let first = |cell: &str| cell.split('|').next().unwrap_or_default().to_owned();
    let scale = row[2]
        .parse::<Decimal>()
        .expect("a scale")
        .saturating_mul(factor.parse().expect("a factor"));
    let symbols = match row[0].as_str() {
        "liter" => row[7].clone(),
        _ => first(&row[7]),
    };
    vec![
        format!("{name}{}", row[0]),
        row[1].clone(),
        scale.to_string(),
        row[3].clone(),
        row[4].clone(),
        String::new(),
        each(&row[6], name),
        each(&symbols, letter),
    ]
}

fn unit(row: &[String]) -> String {
    let (scale, divisor, offset) = (decimal(&row[2]), decimal(&row[3]), decimal(&row[4]));
    let measure = format!(
        "dimension: Dimension::{}, scale: {scale}, divisor: {divisor}, offset: {offset}",
        camel(&row[1])
    );
    format!("Unit {{ name: {:?}, measure: Some(Measure {{ {measure} }}) }}", row[0])
}

#[test]
fn units_and_currencies() {
    let mut rows = String::new();
    let (mut words, mut symbols) = (BTreeMap::new(), BTreeMap::new());
    for (at, row) in units().iter().enumerate() {
        rows += &format!("    {},\n", unit(row));
        let listed: BTreeSet<String> = forms(&row[6]).into_iter().collect();
        let invariant = row[6].split('|').any(|word| {
            word.ends_with(':') && phrase(word.trim_end_matches(':')) == phrase(&row[0])
        });
        let own = if invariant { Vec::new() } else { forms(&row[0]) };
        for word in own.into_iter().chain(listed) {
            words.entry(word).or_insert(at);
        }
        for symbol in row[7].split('|').filter(|s| !s.is_empty()) {
            symbols.entry(symbol.trim_end_matches(':').to_owned()).or_insert(at);
        }
    }
    let index =
        |map: BTreeMap<String, usize>| map.into_iter().map(|(key, at)| (key, at.to_string()));
    let code = "use rust_decimal::Decimal;\n\nuse crate::lexicon::unit::Unit;\nuse crate::value::{Dimension, Measure};\n\n".to_owned()
        + &format!("pub(crate) static UNITS: &[Unit] = &[\n{rows}];\n\n")
        + &table("WORDS", "u16", index(words))
        + "\n"
        + &table("SYMBOLS", "u16", index(symbols));
    embed("unit", "units.csv", &code);
    embed("currency", "currencies.csv", &currencies());
}

fn currencies() -> String {
    let mut rows = String::new();
    let (mut words, mut symbols) = (BTreeMap::new(), BTreeMap::new());
    for (at, row) in tables::csv("currencies.csv").iter().enumerate() {
        rows += &format!("    Unit {{ name: {:?}, measure: None }},\n", row[0]);
        for word in forms(&row[1]) {
            words.entry(word).or_insert(at);
        }
        let code = row[0].chars().all(|c| c.is_ascii_uppercase()).then_some(row[0].as_str());
        for symbol in row[2].split('|').chain(code).filter(|s| !s.is_empty()) {
            symbols.entry(symbol.to_owned()).or_insert(at);
        }
    }
    let index =
        |map: BTreeMap<String, usize>| map.into_iter().map(|(key, at)| (key, at.to_string()));
    "use crate::lexicon::unit::Unit;\n\n".to_owned()
        + &format!("pub(crate) static CURRENCIES: &[Unit] = &[\n{rows}];\n\n")
        + &table("WORDS", "u16", index(words))
        + "\n"
        + &table("SYMBOLS", "u16", index(symbols))
}

#[test]
fn plurals() {
    let rows = tables::csv("plurals.csv").into_iter();
    let rows = rows.map(|row| (row[0].clone(), format!("{:?}", row[1])));
    embed("plural", "plurals.csv", &table("PLURALS", "&str", rows));
}
