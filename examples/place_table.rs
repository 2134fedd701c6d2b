//! Writes the table of places from the lists of GeoNames and of country codes.
//!
//! ```console
//! cargo run --example place_table -- world-cities.csv country-codes.csv src/lexicon
//! ```
//!
//! `world-cities.csv` (GeoNames, CC BY 4.0) and `country-codes.csv` (public domain) are those of
//! <https://github.com/datasets>; the last argument is the folder with `data` and `generated`.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for its makers tells what it does"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use corroborate::lexicon::{fold, place::title_case};

type Rows = Vec<BTreeMap<String, String>>;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [cities, codes, lexicon] = arguments.as_slice() else {
        return Err("usage: place_table world-cities.csv country-codes.csv src/lexicon".into());
    };
    let lexicon = Path::new(lexicon);
    let data = |name: &str| fs::read_to_string(lexicon.join("data").join(name));
    let mut table = Table::default();
    table.countries(&csv(&fs::read_to_string(codes)?), &csv(&data("countries.csv")?));
    table.regions(&csv(&data("regions.csv")?));
    table.states(&csv(&data("us-states.csv")?));
    let major = data("major-cities.txt")?;
    let major = major.lines().filter(|line| !line.starts_with('#'));
    let major = major.flat_map(|line| line.split(';')).filter_map(|pair| pair.rsplit_once(' '));
    table.major = major.map(|(name, code)| (fold(name), code.to_owned())).collect();
    table.cities(&csv(&fs::read_to_string(cities)?));
    table.variants(&csv(&data("city-variants.csv")?));
    let generated = lexicon.join("generated");
    fs::write(generated.join("places.tsv"), table.lines())?;
    fs::write(generated.join("subdivisions.rs"), table.divisions())?;
    Ok(())
}

#[derive(Default)]
struct Table {
    /// (folded name, rank, place, name)
    rows: BTreeSet<(String, u8, String, String)>,
    /// By the names of the list of cities.
    codes: BTreeMap<String, String>,
    /// Folded names of capitals and well-known cities with their countries.
    capitals: BTreeSet<(String, String)>,
    major: BTreeSet<(String, String)>,
    /// (country, name) to id, of first-level divisions.
    ids: BTreeMap<(String, String), String>,
    /// (folded name, country) to the place and the name of the first such city.
    found: BTreeMap<(String, String), (String, String)>,
    /// Names by the ids of first-level divisions.
    names: BTreeMap<String, String>,
    /// Continent by country.
    continents: BTreeMap<String, Vec<String>>,
}

impl Table {
    fn add(&mut self, key: &str, rank: u8, place: &str, name: &str) {
        self.rows.insert((fold(key), rank, place.to_owned(), name.to_owned()));
    }

    fn countries(&mut self, codes: &Rows, own: &Rows) {
        for row in codes {
            let code = row["ISO3166-1-Alpha-2"].clone();
            let name = row["CLDR display name"].replace(" - Brazzaville", "");
            let name = match code.as_str() {
                "US" => "United States".to_owned(),
                "GB" => "United Kingdom".to_owned(),
                "CD" => "Democratic Republic of the Congo".to_owned(),
                _ => name.replace('’', "'"),
            };
            let others = ["official_name_en", "UNTERM English Short"];
            for key in std::iter::once(&name).chain(others.iter().map(|field| &row[*field])) {
                let key = key.split(" (").next().unwrap_or_default().trim();
                if !key.is_empty() && !key.contains(',') {
                    self.add(key, 0, &format!("C{code}"), &name);
                }
                self.codes.insert(key.to_owned(), code.clone());
            }
            self.names.insert(code.clone(), name.clone());
            self.continents.entry(row["Continent"].clone()).or_default().push(code.clone());
            if !row["Capital"].is_empty() {
                self.capitals.insert((fold(&row["Capital"]), code.clone()));
            }
            for row in own.iter().filter(|own| own["code"] == code) {
                for alias in row["aliases"].split('|').filter(|alias| !alias.is_empty()) {
                    self.add(alias, 0, &format!("C{code}"), &name);
                }
            }
        }
        self.lost_countries(own, codes);
        self.list_names();
    }

    /// Countries that are no more, or in no list.
    fn lost_countries(&mut self, own: &Rows, codes: &Rows) {
        let known: BTreeSet<&String> = codes.iter().map(|r| &r["ISO3166-1-Alpha-2"]).collect();
        for row in own.iter().filter(|own| !known.contains(&own["code"])) {
            let name = row["aliases"].split('|').next().unwrap_or_default();
            self.names.insert(row["code"].clone(), name.to_owned());
            for alias in row["aliases"].split('|') {
                self.add(alias, 0, &format!("C{}", row["code"]), name);
            }
        }
    }

    /// Names of countries as the list of cities writes them.
    fn list_names(&mut self) {
        let pairs = [
            ("Brunei Darussalam", "BN"),
            ("Virgin Islands, British", "VG"),
            ("Iran, Islamic Republic of", "IR"),
            ("Viet Nam", "VN"),
            ("Venezuela, Bolivarian Republic of", "VE"),
            ("Cabo Verde", "CV"),
            ("Holy See (Vatican City State)", "VA"),
            ("Sao Tome and Principe", "ST"),
            ("Russian Federation", "RU"),
            ("Tanzania, United Republic of", "TZ"),
            ("Moldova, Republic of", "MD"),
            ("Micronesia, Federated States of", "FM"),
            ("Korea, Democratic People's Republic of", "KP"),
            ("Bolivia, Plurinational State of", "BO"),
            ("No country found for alpha-2 code: XK", "XK"),
            ("Virgin Islands, U.S.", "VI"),
            ("Syrian Arab Republic", "SY"),
            ("Palestine, State of", "PS"),
            ("Lao People's Democratic Republic", "LA"),
            ("Congo, The Democratic Republic of the", "CD"),
            ("Congo", "CG"),
            ("Korea, Republic of", "KR"),
            ("United States", "US"),
            ("Taiwan, Province of China", "TW"),
            ("United Kingdom", "GB"),
            ("Côte d'Ivoire", "CI"),
        ];
        self.codes.extend(pairs.map(|(name, code)| (name.to_owned(), code.to_owned())));
    }

    fn regions(&mut self, rows: &Rows) {
        for row in rows {
            let mut members = Vec::new();
            for member in row["members"].split('|').filter(|member| !member.is_empty()) {
                match member.strip_prefix('*').and_then(|code| self.continents.get(code)) {
                    Some(codes) => members.extend(codes.iter().cloned()),
                    None => members.push(member.to_owned()),
                }
            }
            let kind = match row["kind"].as_str() {
                "subnational" => 'D',
                "city" => 't',
                _ => 'o',
            };
            let path = &row["path"];
            let place = if members.is_empty() {
                format!("{kind}{path}")
            } else {
                format!("{kind}{path}:{}", members.join("|"))
            };
            self.add(&row["name"], 0, &place, &row["name"]);
            let mut parts = path.split('/');
            if let (Some(country), Some(id), None) = (parts.next(), parts.next(), parts.next())
                && id.contains('.')
            {
                self.ids.insert((country.to_owned(), fold(&row["name"])), id.to_owned());
                self.names.entry(id.to_owned()).or_insert_with(|| row["name"].clone());
            }
        }
    }

    fn states(&mut self, rows: &Rows) {
        for row in rows {
            let id = division_id("US", &row["name"]);
            self.ids.insert(("US".to_owned(), fold(&row["name"])), id.clone());
            self.names.insert(id.clone(), row["name"].clone());
            let keys = row["abbreviations"].split('|').chain([row["name"].as_str()]);
            // Two-letter codes are too like words; they are read only after a town and a comma.
            for key in keys.filter(|key| key.len() > 2) {
                self.add(key, 0, &format!("DUS/{id}"), &row["name"]);
            }
        }
    }

    fn cities(&mut self, rows: &Rows) {
        let mut pending = Vec::new();
        for row in rows {
            let Some(code) = self.codes.get(&row["country"]).cloned() else { continue };
            let (name, division) = (row["name"].clone(), row["subcountry"].clone());
            let id = self.division(&code, &division);
            pending.push((name, code, id, row["geonameid"].clone()));
        }
        let numbers = self.numbers();
        for (name, code, division, id) in pending {
            let key = fold(&name);
            let place = format!("c{}.{id}", numbers[&division]);
            let at = (key.clone(), code.clone());
            let major = self.major.contains(&at) || self.capitals.contains(&at);
            let first = !self.found.contains_key(&at) || self.better(&code, &key, &division);
            self.add(&name, if major && first { 0 } else { 2 }, &place, &name);
            if first
                && let Some((old, old_name)) = self.found.insert(at, (place, name.clone()))
                && self.rows.remove(&(key.clone(), 0, old.clone(), old_name.clone()))
            {
                self.add(&key, 2, &old, &old_name);
            }
            // "Kyōto-shi" and the like are not written so in English.
            for tail in [" city", " shi"] {
                if let (true, Some(short)) = (major, key.strip_suffix(tail)) {
                    self.add(short, 2, &format!("c{}.{id}", numbers[&division]), &name);
                }
            }
        }
    }

    /// Washington is the one in the District of Columbia.
    fn better(&self, code: &str, key: &str, division: &str) -> bool {
        let wanted = [
            ("washington", "US.district-of-columbia"),
            ("columbus", "US.ohio"),
            ("columbia", "US.south-carolina"),
            ("portland", "US.oregon"),
            ("jackson", "US.mississippi"),
            ("arlington", "US.texas"),
            ("richmond", "US.virginia"),
            ("rochester", "US.new-york"),
            ("springfield", "US.illinois"),
            ("charleston", "US.south-carolina"),
            ("augusta", "US.georgia"),
            ("albany", "US.new-york"),
            ("kansas city", "US.missouri"),
            ("newark", "US.new-jersey"),
            ("san jose", "US.california"),
            ("houston", "US.texas"),
            ("miami", "US.florida"),
            ("phoenix", "US.arizona"),
            ("cleveland", "US.ohio"),
            ("memphis", "US.tennessee"),
            ("nashville", "US.tennessee"),
            ("buffalo", "US.new-york"),
            ("norfolk", "US.virginia"),
            ("oakland", "US.california"),
            ("dallas", "US.texas"),
            ("louisville", "US.kentucky"),
            ("dayton", "US.ohio"),
            ("mobile", "US.alabama"),
            ("madison", "US.wisconsin"),
            ("lexington", "US.kentucky"),
            ("burlington", "US.vermont"),
            ("lincoln", "GB.england"),
        ];
        code == "US" && wanted.contains(&(key, division))
    }

    fn division(&mut self, code: &str, name: &str) -> String {
        let key = (code.to_owned(), fold(name));
        if let Some(id) = self.ids.get(&key) {
            return id.clone();
        }
        let id = division_id(code, name);
        self.ids.insert(key, id.clone());
        self.names.entry(id.clone()).or_insert_with(|| name.to_owned());
        if !name.is_empty() {
            self.add(name, 1, &format!("D{code}/{id}"), name);
        }
        id
    }

    fn numbers(&self) -> BTreeMap<String, usize> {
        self.names.keys().enumerate().map(|(i, id)| (id.clone(), i)).collect()
    }

    fn variants(&mut self, rows: &Rows) {
        for row in rows {
            let key = (fold(&row["name"]), row["country"].clone());
            let Some((place, name)) = self.found.get(&key).cloned() else {
                eprintln!("no city {} in {}", row["name"], row["country"]);
                continue;
            };
            self.add(&row["variant"], 0, &place, &name);
        }
    }

    fn lines(&self) -> String {
        let mut lines = String::new();
        let mut seen = BTreeSet::new();
        for (key, rank, place, name) in &self.rows {
            if key.len() > 1 && seen.insert((key, place)) {
                let name = if title_case(key) == *name { "" } else { name };
                writeln!(lines, "{key}\t{rank}\t{place}\t{name}").expect("a string");
            }
        }
        lines
    }

    fn divisions(&self) -> String {
        let mut code = String::from(
            "//! First-level divisions by id, made by `cargo run --example place_table`.\n\
             //! From GeoNames (<https://www.geonames.org/>), CC BY 4.0.\n\n\
             pub(crate) static SUBDIVISIONS: super::super::Table<&str> = super::super::Table::new(&[\n",
        );
        for (id, name) in &self.names {
            writeln!(code, "    ({id:?}, {name:?}),").expect("a string");
        }
        code + "]);\n"
    }
}

fn division_id(code: &str, name: &str) -> String {
    let word = |c: char| c.is_alphanumeric() || c == '-';
    let slug: String = fold(name).replace(' ', "-").chars().filter(|c| word(*c)).collect();
    format!("{code}.{slug}")
}

/// A CSV file with a header; quotes as in RFC 4180.
fn csv(text: &str) -> Rows {
    let mut lines = Vec::new();
    let (mut row, mut field, mut quoted) = (Vec::new(), String::new(), false);
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut field));
                lines.push(std::mem::take(&mut row));
            }
            '\r' => {}
            c => field.push(c),
        }
    }
    let mut lines = lines.into_iter();
    let header = lines.next().unwrap_or_default();
    lines.map(|row| header.iter().cloned().zip(row).collect()).collect()
}
