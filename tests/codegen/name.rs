//! Places and names.

use std::collections::BTreeSet;

use corroborate::lexicon::fold;

use crate::{embed, table, tables};

#[derive(Default)]
struct Rows(BTreeSet<(String, &'static str, String)>);

impl Rows {
    fn add(&mut self, key: &str, class: &'static str, data: &str) {
        if !key.is_empty() {
            self.0.insert((fold(key), class, data.to_owned()));
        }
    }

    /// The lines of a plain list, split at `by`; lines with `#` are comments.
    fn list(&mut self, text: &str, by: char, class: &'static str) {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            line.split(by).for_each(|word| self.add(word, class, ""));
        }
    }

    fn words(&mut self) {
        let classes = [
            ("title", "Title"),
            ("suffix", "Suffix"),
            ("particle", "Particle"),
            ("organization", "OrganizationWord"),
            ("place", "PlaceWord"),
            ("other", "OtherWord"),
            ("role", "Role"),
            ("body", "Body"),
        ];
        let words = tables::toml_file("name-words.toml");
        for (key, class) in classes {
            tables::strings(&words, key).into_iter().for_each(|word| self.add(word, class, ""));
        }
        for (array, class) in [
            ("after_name", "AfterName"),
            ("crowd", "Crowd"),
            ("disaster", "Disaster"),
            ("division", "DivisionWord"),
            ("goods", "Goods"),
            ("illness", "Illness"),
            ("in_place", "InPlace"),
            ("index", "Index"),
            ("legal", "Legal"),
            ("letters", "Letters"),
            ("man", "Man"),
            ("paper", "Paper"),
            ("patron", "Patron"),
            ("ruler", "Ruler"),
            ("settlement", "Settlement"),
            ("software", "Software"),
            ("storm", "Storm"),
            ("street", "Street"),
            ("water", "Water"),
            ("thing", "Thing"),
            ("traded", "Traded"),
            ("vessel", "Vessel"),
            ("vessel_prefix", "VesselPrefix"),
            ("woman", "Woman"),
            ("work", "Work"),
        ] {
            for row in tables::rows("name-words.toml", array) {
                tables::strings(&row, "words")
                    .into_iter()
                    .for_each(|word| self.add(word, class, ""));
            }
        }
        for (array, class) in [("called", "Called"), ("begins", "Begins"), ("ends", "Ends")] {
            for row in tables::rows("name-words.toml", array) {
                let detail = row.get("name").and_then(toml::Value::as_str);
                let kind = tables::string(&row, "kind");
                let data = detail.map_or_else(|| kind.to_owned(), |name| format!("{kind} {name}"));
                tables::strings(&row, "words")
                    .into_iter()
                    .for_each(|word| self.add(word, class, &data));
            }
        }
    }

    fn demonyms(&mut self, names: &str, id: &str) {
        for name in names.split('|').filter(|name| !name.is_empty()) {
            self.add(name, "Demonym", id);
            if let Some(plural) = plural(name) {
                self.add(&plural, "Demonym", id);
            }
        }
    }
}

/// The plural of a demonym that is also a noun: "Ukrainian" has one, "British" has none.
fn plural(name: &str) -> Option<String> {
    let bare = ["ese", "ish", "ch", "ss", "men", "man", "woman", "s", "x"];
    (!bare.iter().any(|end| name.ends_with(end))).then(|| format!("{name}s"))
}

#[test]
fn name_tables_are_embedded() {
    let mut rows = Rows::default();
    let file = |name: &str| std::fs::read_to_string(tables::data().join(name)).expect("a table");
    let given = file("given-names.txt");
    let (men, women) = given.split_once("# f:").expect("the names of women");
    rows.list(men, ' ', "Male");
    let women = women.split_once('\n').expect("a line of names").1;
    rows.list(women, ' ', "Female");
    rows.list(&file("surnames.txt"), ' ', "Surname");
    rows.list(&file("teams.txt"), ';', "Team");
    rows.words();
    for row in tables::csv("countries.csv") {
        rows.demonyms(&row[2], &row[0]);
    }
    for row in tables::csv("us-states.csv") {
        rows.demonyms(&row[2], &format!("US.{}", fold(&row[0]).replace(' ', "-")));
    }
    for row in tables::csv("region-demonyms.csv") {
        rows.demonyms(&row[1], &row[0]);
    }
    for row in tables::csv("organizations.csv") {
        for name in row[1].split('|').chain([row[0].as_str()]) {
            rows.add(name, "Organization", &format!("{}|{}", row[0], row[2]));
        }
    }
    for row in tables::csv("seats.csv") {
        rows.add(&row[0], "Seat", &row[1]);
    }
    let mut code = String::from(
        "use crate::lexicon::name::Class;\n\npub(crate) static NAMES: &[(&str, Class, &str)] = &[\n",
    );
    for (key, class, data) in &rows.0 {
        code += &format!("    ({key:?}, Class::{class}, {data:?}),\n");
    }
    code += "];\n\n";
    let variants = tables::csv("name-variants.csv");
    let variants = variants.into_iter().map(|row| (row[0].clone(), format!("{:?}", row[1])));
    code += &table("VARIANTS", "&str", variants);
    let states = tables::csv("us-states.csv").into_iter().flat_map(|row| {
        let id = format!("{:?}", format!("US.{}", fold(&row[0]).replace(' ', "-")));
        let short = |form: &&str| form.len() == 2 && form.chars().all(char::is_uppercase);
        row[1]
            .split('|')
            .filter(short)
            .map(|form| (form.to_owned(), id.clone()))
            .collect::<Vec<_>>()
    });
    code += "\n";
    code += &table("STATES", "&str", states);
    embed("name", "{name-words.toml,given-names.txt,…}", &code);
}
