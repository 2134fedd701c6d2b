//! Made-up lines: templates filled with names.

use std::error::Error;
use std::fs;
use std::path::Path;

use corroborate::mention::name::tagger::Kind;

use crate::coined::{self, Coiner};
use crate::{Example, Random};

const DAYS: &[&str] =
    &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SPORTS: &[&str] = &[
    "SOCCER",
    "CRICKET",
    "TENNIS",
    "RUGBY UNION",
    "RUGBY LEAGUE",
    "BASKETBALL",
    "BASEBALL",
    "NFL",
    "NHL ICE HOCKEY",
    "NBA BASKETBALL",
    "GOLF",
    "ALPINE SKIING",
    "ATHLETICS",
    "BOXING",
    "CYCLING",
    "MOTOR RACING",
    "SWIMMING",
    "SQUASH",
    "BADMINTON",
    "FIGURE SKATING",
    "SKI JUMPING",
    "SAILING",
];
const OTHER: &[&str] = &[
    "World Cup",
    "European Cup",
    "Davis Cup",
    "FA Cup",
    "Champions League",
    "Olympic Games",
    "Super Bowl",
    "Asian Games",
    "Commonwealth Games",
    "French Open",
    "Australian Open",
    "U.S. Open",
    "Tour de France",
    "Premier League",
    "Bundesliga",
    "Serie A",
    "World Series",
    "World Championships",
    "Nobel Prize",
    "Cold War",
    "World War Two",
    "Geneva Conventions",
    "Maastricht Treaty",
    "Wimbledon",
    "Masters",
    "UEFA Cup",
    "Stanley Cup",
    "African Cup",
    "World Grand Prix",
    "Sheffield Shield",
    "Five Nations",
    "Ryder Cup",
    "Grand Slam",
];
const SYLLABLES: &[&str] = &[
    "ba", "bek", "bor", "cha", "da", "dov", "dri", "el", "fa", "fen", "ga", "gor", "ha", "hir",
    "ik", "il", "ja", "jor", "ka", "kal", "ko", "kri", "la", "lem", "lo", "ma", "mar", "mi", "mo",
    "na", "nel", "ni", "nov", "o", "or", "pa", "per", "po", "ra", "ren", "ri", "ro", "sa", "sch",
    "sel", "shi", "si", "sta", "ta", "ten", "ti", "tor", "tu", "u", "va", "ver", "vi", "wa", "we",
    "ya", "yu", "za", "zi",
];
const ENDS: &[&str] = &[
    "ov", "ova", "sky", "son", "sen", "ez", "ini", "elli", "ic", "vic", "escu", "ski", "man", "er",
    "ard", "ier", "oglu", "yan", "dze", "shvili", "nen", "quist", "berg", "stein", "oto", "aki",
    "ura", "moto", "ado", "eira", "os", "is", "akis", "opoulos", "uk", "enko", "ko", "a", "i", "o",
    "el", "az", "id", "ah", "an", "in",
];
const TOWNS: &[&str] = &[
    "ville", "ton", "burg", "grad", "abad", "pur", "stan", "field", "ford", "port", "ville",
    "heim", "stadt", "owo", "ava", "ica", "ino", "ia", "a", "o", "ing", "an",
];
const FORMS: &[&str] = &[
    "Corp",
    "Inc",
    "Ltd",
    "Bank",
    "Group",
    "University",
    "Holdings",
    "Airlines",
    "Industries",
    "Securities",
    "plc",
    "AG",
    "SA",
    "Co",
    "Corp.",
    "Inc.",
    "Party",
    "Institute",
    "Agency",
    "Association",
    "News",
    "Times",
    "Post",
    "Daily",
    "Television",
    "Insurance",
    "Motors",
    "Energy",
    "Technologies",
    "Systems",
    "International",
    "Foundation",
    "Council",
    "Committee",
    "Union",
    "Electric",
    "Steel",
    "Oil",
    "Partners",
    "Capital",
    "Brothers",
    "& Co",
    "& Sons",
];
const BODIES: &[&str] = &[
    "Ministry of Agriculture",
    "Ministry of Trade",
    "Department of Labour",
    "National Bank",
    "Central Committee",
    "Supreme Court",
    "Constitutional Court",
    "National Assembly",
    "Senate",
    "Parliament",
    "Air Force",
    "Central Bank",
    "Chamber of Commerce",
    "Federation of Industry",
    "Statistics Office",
    "Football Association",
    "Communist Party",
    "Socialist Party",
    "Democratic Party",
    "People 's Party",
    "Liberation Army",
    "National Front",
    "High Court",
    "Stock Exchange",
    "State University",
    "Police Department",
    "City Council",
    "Red Cross",
];

/// Everything that a slot may be filled with.
pub(crate) struct Names {
    templates: Vec<String>,
    given: Vec<String>,
    surnames: Vec<String>,
    countries: Vec<String>,
    demonyms: Vec<String>,
    cities: Vec<String>,
    towns: Vec<String>,
    regions: Vec<String>,
    states: Vec<String>,
    teams: Vec<String>,
    organizations: Vec<String>,
    coiner: Coiner,
}

fn column(text: &str, at: usize) -> Vec<String> {
    let rows = text.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let cells = rows.flat_map(|row| row[at].split('|').map(str::to_owned).collect::<Vec<_>>());
    cells.filter(|cell| !cell.is_empty()).collect()
}

fn words(text: &str, by: char) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| line.split(by)).map(str::to_owned).collect()
}

impl Names {
    pub(crate) fn read(data: &Path) -> Result<Self, Box<dyn Error>> {
        let file = |name: &str| fs::read_to_string(data.join(name));
        let places = fs::read_to_string(data.join("../generated/places.tsv"))?;
        let named = |kind: char| -> Vec<String> {
            let lines = places.lines().map(|line| line.split('\t').collect::<Vec<_>>());
            let lines = lines.filter(|cells| cells.len() == 4 && cells[2].starts_with(kind));
            let name = |cells: Vec<&str>| match cells[3] {
                "" => corroborate::lexicon::place::title_case(cells[0]),
                name => name.to_owned(),
            };
            lines.map(name).collect()
        };
        let mut templates = Vec::new();
        let files = [include_str!("templates.txt"), include_str!("everyday.txt")];
        let lines = files.iter().flat_map(|file| file.lines());
        for line in lines.filter(|line| !line.starts_with('#')) {
            let (weight, template) = line.split_once('|').ok_or("a weight")?;
            let copies = weight.parse::<usize>()?;
            templates.extend(std::iter::repeat_n(template.to_owned(), copies));
        }
        let organizations = file("organizations.csv")?;
        let mut names = column(&organizations, 0);
        names.extend(column(&organizations, 1));
        let mut regions = column(&file("regions.csv")?, 0);
        regions.extend(column(&file("us-states.csv")?, 0));
        let major = words(&file("major-cities.txt")?, ';');
        Ok(Self {
            templates,
            given: words(&file("given-names.txt")?, ' '),
            surnames: words(&file("surnames.txt")?, ' '),
            countries: named('C'),
            demonyms: column(&file("countries.csv")?, 2),
            cities: major
                .iter()
                .filter_map(|pair| Some(pair.rsplit_once(' ')?.0.to_owned()))
                .collect(),
            towns: named('c'),
            regions,
            states: column(&file("us-states.csv")?, 1),
            teams: words(&file("teams.txt")?, ';'),
            organizations: names,
            coiner: Coiner::read(words(&file("given-names.txt")?, ' ')),
        })
    }

    /// A line after a template chosen at random.
    pub(crate) fn line(&self, random: &mut Random) -> Example {
        let template = random.pick(&self.templates).clone();
        let template = turn(&template, random);
        let mut example = Example { forms: Vec::new(), allowed: Vec::new() };
        for piece in template.split(' ') {
            self.piece(piece, random, &mut example);
        }
        example
    }

    /// A word of the template: slots begin with `{`; with `:` they are put in capitals.
    fn piece(&self, piece: &str, random: &mut Random, example: &mut Example) {
        let Some((before, rest)) = piece.split_once('{') else {
            return push(example, piece, None);
        };
        let (slot, after) = rest.split_once('}').expect("a closed slot");
        let (slot, upper) = slot.strip_suffix(':').map_or((slot, false), |slot| (slot, true));
        let (mut words, kind) = self.fill(slot, random);
        if upper {
            words = words.to_uppercase();
        }
        if kind.is_none() {
            // Numbers may have a hyphen or an ending: "{n}-{n}", "{nn}th".
            let filled = format!("{before}{words}{after}");
            if after.contains('{') {
                return self.piece(&filled, random, example);
            }
            return push(example, &filled, None);
        }
        push(example, before, None);
        push(example, &words, kind);
        push(example, after, None);
    }

    fn fill(&self, slot: &str, random: &mut Random) -> (String, Option<Kind>) {
        let digits = |random: &mut Random, low: usize, high: usize| {
            (low + random.below(high - low)).to_string()
        };
        let slot = known(slot, random);
        if let Some((words, kind)) = self.coiner.fill(slot, random) {
            return (words, Some(kind));
        }
        let text = match slot {
            "P" => return (self.person(random), Some(Kind::Person)),
            "S" => return (self.surname(random), Some(Kind::Person)),
            "I" => {
                let initial = char::from(b'A' + random.below(26) as u8);
                let dot = if random.below(5) > 0 { "." } else { "" };
                return (format!("{initial}{dot} {}", self.surname(random)), Some(Kind::Person));
            }
            "C" => return (random.pick(&self.countries).clone(), Some(Kind::Place)),
            "L" => return (self.town(random), Some(Kind::Place)),
            "R" => return (random.pick(&self.regions).clone(), Some(Kind::Place)),
            "A" => return (random.pick(&self.states).clone(), Some(Kind::Place)),
            "T" => return (self.team(random), Some(Kind::Organization)),
            "U" => return (self.town(random), Some(Kind::Organization)),
            "O" => return (self.organization(random), Some(Kind::Organization)),
            "ACR" => return (acronym(random), Some(Kind::Organization)),
            "M" => return ((*random.pick(OTHER)).to_owned(), Some(Kind::Other)),
            "D" => random.pick(&self.demonyms).clone(),
            "SPORT" => (*random.pick(SPORTS)).to_owned(),
            "day" => (*random.pick(DAYS)).to_owned(),
            "mon" => (*random.pick(MONTHS)).to_owned(),
            "year" => digits(random, 1950, 2026),
            "d" => digits(random, 0, 10),
            "nn" => digits(random, 1, 99),
            "n" => digits(random, 100, 90000),
            "dec" => format!("{}.{}", random.below(200), random.below(100)),
            "score" => format!("{}-{}", random.below(8), random.below(8)),
            "time" => {
                format!("{}:{:02}.{:02}", random.below(9), random.below(60), random.below(100))
            }
            "date" => format!(
                "{}-{:02}-{:02}",
                1980 + random.below(45),
                1 + random.below(12),
                1 + random.below(28)
            ),
            "phone" => format!(
                "+{}-{}-{}",
                1 + random.below(99),
                100 + random.below(800),
                1000 + random.below(8000)
            ),
            other => panic!("unknown slot {other}"),
        };
        (text, None)
    }

    fn person(&self, random: &mut Random) -> String {
        let given = if random.below(4) == 0 {
            coined(random, "")
        } else {
            random.pick(&self.given).clone()
        };
        let surname = self.surname(random);
        let letter = char::from(b'A' + random.below(26) as u8);
        match random.below(24) {
            0 => format!("{given} {letter}. {surname}"),
            1 => format!("{given} van {surname}"),
            2 => format!("{given} {} {surname}", random.pick(&self.given)),
            3 => format!("{given}-{} {surname}", random.pick(&self.given)),
            4 => format!("{given} {surname}-{}", self.surname(random)),
            5 => format!("{} {given} {surname}", coined(random, "")),
            6 => format!("{letter}.{}. {surname}", char::from(b'A' + random.below(26) as u8)),
            7 => format!("{given} O'{surname}"),
            8 => format!("{given} al-{surname}"),
            9 => format!("{given} {surname} Jr."),
            _ => format!("{given} {surname}"),
        }
    }

    fn surname(&self, random: &mut Random) -> String {
        if random.below(5) < 2 {
            let end = *random.pick(ENDS);
            coined(random, end)
        } else {
            random.pick(&self.surnames).clone()
        }
    }

    fn town(&self, random: &mut Random) -> String {
        match random.below(10) {
            0 => {
                let end = *random.pick(TOWNS);
                coined(random, end)
            }
            1..4 => random.pick(&self.towns).clone(),
            _ => random.pick(&self.cities).clone(),
        }
    }

    fn team(&self, random: &mut Random) -> String {
        let end = ["United", "City", "Town", "FC", "Rovers", "County", "SC", "Dynamo"];
        match random.below(5) {
            0 => format!("{} {}", self.town(random), random.pick(&end)),
            _ => random.pick(&self.teams).clone(),
        }
    }

    fn organization(&self, random: &mut Random) -> String {
        match random.below(12) {
            0..4 => random.pick(&self.organizations).clone(),
            4 => format!("{} {}", self.surname(random), random.pick(FORMS)),
            5 => format!("{} {}", self.town(random), random.pick(FORMS)),
            6 => format!(
                "{} {} {}",
                coined(random, ""),
                random.pick(&self.surnames),
                random.pick(FORMS)
            ),
            7 => format!("{} {}", random.pick(&self.demonyms), random.pick(BODIES)),
            8 => (*random.pick(BODIES)).to_owned(),
            9 => format!(
                "{} of {}",
                random.pick(&["Bank", "University", "Institute", "Council", "Parliament"]),
                self.town(random)
            ),
            10 => acronym(random),
            _ => {
                let end = *random.pick(&["ex", "on", "tech"]);
                coined(random, end)
            }
        }
    }
}

/// The slot itself, or at times that for names of its kind that the tables know; a country's side is the country.
fn known<'s>(slot: &'s str, random: &mut Random) -> &'s str {
    match (slot, random.below(20)) {
        ("p", 0..5) => "P",
        ("s", 0..4) => "S",
        ("f", 0..3) => "O",
        ("f", 3) => "ACR",
        ("v", 0..3) => "L",
        ("v", 3) => "C",
        ("v", 4) => "R",
        ("k", 0..4) => "C",
        ("k", 4..8) => "U",
        ("k", 8..10) => "T",
        _ => slot,
    }
}

/// One alternative for each "[a|b|c]" of a template.
fn turn(template: &str, random: &mut Random) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('[') {
        let (inner, tail) = after.split_once(']').expect("a closed choice");
        out.push_str(before);
        let turns: Vec<&str> = inner.split('|').collect();
        out.push_str(random.pick::<&str>(&turns));
        rest = tail;
    }
    out + rest
}

fn acronym(random: &mut Random) -> String {
    let length = 2 + random.below(4);
    (0..length).map(|_| char::from(b'A' + random.below(26) as u8)).collect()
}

fn coined(random: &mut Random, end: &str) -> String {
    let count = 1 + random.below(2) + usize::from(end.is_empty());
    let word: String = (0..count).map(|_| *random.pick(SYLLABLES)).collect();
    coined::capital(&(word + end))
}

/// Adds words, split as the tokenizer does at spaces, hyphens and possessive endings.
fn push(example: &mut Example, words: &str, kind: Option<Kind>) {
    let mut first = true;
    for word in corroborate::text::segment(words).iter().flat_map(|sentence| &sentence.tokens) {
        let label = match kind {
            None => 0,
            Some(kind) if first => kind.label(),
            Some(kind) => kind.label() + 1,
        };
        first = false;
        example.forms.push(word.span.of(words).to_owned());
        example.allowed.push(1 << label);
    }
}
