//! Things that have a name, by what they are called beside it: "the ferry *Northern Star*", "the
//! *Tidemark* app", "*Operation Clear Sky*", "*Quartzite*, a database".

use super::setting::appositive;
use super::sheet::{Shape, Sheet, flag};
use super::span::Found;
use super::tagger::{Kind, Tag};
use crate::lexicon::name::{self, Class};
use crate::lexicon::thing::{self, Noun};
use crate::lexicon::time::{TimeWord, time_word};
use crate::lexicon::{folded, noun as nouns};
use crate::syntax::{Rel, Tree, Upos};
use crate::value::{Thing, ThingKind};

/// A word or words of a sentence with the kind of thing that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Called {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: ThingKind,
}

/// The most words of a title between quotation marks.
const TITLE: usize = 9;

/// The named things of a sentence. Names of somebody or of places that turn out to be theirs
/// leave `tags`; all are tags of another kind. `known` are those that are sure.
pub(super) fn find(
    text: &str,
    tree: &Tree,
    sheet: &Sheet,
    tags: &mut Vec<Tag>,
    known: Vec<Called>,
) -> Vec<Called> {
    if sheet.upper || sheet.tabular {
        return Vec::new();
    }
    let reader = Reader { text, tree, sheet };
    let mut found: Vec<Called> = (0..sheet.len()).filter_map(|at| reader.at(tags, at)).collect();
    found.extend(tags.iter().filter_map(|tag| reader.ended(tag)));
    found.extend(known);
    found.iter_mut().for_each(|called| called.start = reader.whole(*called));
    found.sort_by_key(|called| (called.start, std::cmp::Reverse(called.end)));
    let mut end = 0;
    found.retain(|called| {
        let kept = called.start >= end && clears(sheet, tags, *called);
        end = if kept { called.end } else { end };
        kept
    });
    tags.extend(found.iter().map(|it| Tag { start: it.start, end: it.end, kind: Kind::Other }));
    tags.sort_by_key(|tag| (tag.start, tag.end));
    found
}

/// Takes the tags within a thing's name away but for its known maker's; false when another name
/// reaches beyond it.
fn clears(sheet: &Sheet, tags: &mut Vec<Tag>, called: Called) -> bool {
    let over = |tag: &Tag| tag.start < called.end && called.start < tag.end;
    let within = |tag: &Tag| called.start <= tag.start && tag.end <= called.end;
    if tags.iter().any(|tag| over(tag) && !within(tag) && tag.kind != Kind::Other) {
        return false;
    }
    let maker = |tag: &Tag| {
        let shorter = tag.end < called.end && tag.start == called.start;
        let made =
            matches!(called.kind, ThingKind::Aircraft | ThingKind::Product | ThingKind::Software);
        shorter
            && made
            && tag.kind == Kind::Organization
            && sheet.flags[tag.start] & flag::ORGANIZATION != 0
    };
    tags.retain(|tag| !over(tag) || maker(tag));
    true
}

struct Reader<'a> {
    text: &'a str,
    tree: &'a Tree,
    sheet: &'a Sheet<'a>,
}

impl Reader<'_> {
    /// The thing that word `at` tells of by a name beside it.
    fn at(&self, tags: &[Tag], at: usize) -> Option<Called> {
        let sheet = self.sheet;
        if sheet.shapes[at].begins_name() {
            let begun = self.begun(at).or_else(|| self.release(at));
            if begun.is_some() || at > 0 {
                return begun;
            }
        }
        let capital = |at: usize| sheet.shapes.get(at).is_some_and(|shape| shape.begins_name());
        let near = capital(at + 1)
            || self.quoted(at + 1)
            || at > 0 && (capital(at - 1) || sheet.shapes[at - 1] == Shape::Digit)
            || at > 1 && capital(at - 2)
            || sheet.keys[..at].iter().rev().take(8).any(|key| key == ",");
        if !near || sheet.keys[at].len() < 3 {
            return None;
        }
        let noun = self.noun(at)?;
        self.led(at, noun).or_else(|| self.followed(tags, at, noun)).or_else(|| {
            let end = appositive(self.tree, sheet, at)?;
            self.apposed(tags, end, noun.kind)
        })
    }

    /// The first word of all of a name: "*Tropical* Storm Nestor".
    fn whole(&self, called: Called) -> usize {
        let sheet = self.sheet;
        let inside = |at: usize| (called.start..called.end).contains(&at);
        let other =
            flag::DEMONYM | flag::KNOWN_PLACE | flag::TOWN | flag::ORGANIZATION | flag::TITLE;
        let own = |at: usize| {
            matches!(self.tree.words[at].rel, Rel::Amod | Rel::Compound)
                && self.tree.head(at).is_some_and(inside)
                && sheet.shapes[at] == Shape::Capital
                && sheet.flags[at] & other == 0
                && !self.is_time(at)
        };
        (1..called.start).rev().take_while(|&at| own(at)).last().unwrap_or(called.start)
    }

    /// What the noun that ends at word `at` is used of, also one of two words.
    fn noun(&self, at: usize) -> Option<Noun> {
        let key = &*self.sheet.keys[at];
        let before = at.checked_sub(1).filter(|&at| self.sheet.shapes[at] != Shape::Mark);
        let two = before.and_then(|at| thing::noun(&format!("{} {key}", self.sheet.keys[at])));
        two.or_else(|| thing::noun(key)).or_else(|| {
            // "the ferries Northern Star and Baltic Star"
            let single = nouns::is_plural(key).then(|| nouns::singular(key))?;
            thing::noun(&single).map(|noun| Noun { follows: false, ..noun })
        })
    }

    fn is_capital(&self, at: usize) -> bool {
        let sheet = self.sheet;
        sheet.shapes.get(at).is_some_and(|shape| shape.begins_name()) && !self.is_time(at)
    }

    fn is_time(&self, at: usize) -> bool {
        let row = time_word(std::iter::once(&*self.sheet.keys[at])).map(|(_, row)| row.meaning);
        matches!(row, Some(TimeWord::Weekday(_) | TimeWord::Month(_)))
    }

    /// The end of the name that begins at word `start`: capitals, numbers after them, and small
    /// words such as "of" between them.
    fn end(&self, start: usize) -> usize {
        let sheet = self.sheet;
        let glued = |at: usize| {
            at > 0 && self.tree.words[at].span.start == self.tree.words[at - 1].span.end
        };
        let mut end = start;
        while end < sheet.len() {
            let key = &*sheet.keys[end];
            let link =
                end > start && matches!(key, "of" | "&" | "de" | "la" | "the" | "du" | "del");
            // "Skylark-3"
            let dash = end > start && matches!(key, "" | "-") && glued(end) && glued(end + 1);
            end += match () {
                () if self.is_capital(end) => 1,
                () if end > start && sheet.shapes[end] == Shape::Digit => 1,
                () if link && self.is_capital(end + 1) => 2,
                () if link && key == "of" && self.is_capital(end + 2) => 3,
                () if dash && end + 1 < sheet.len() && sheet.shapes[end + 1] != Shape::Lower => 2,
                () => break,
            };
        }
        end.min(sheet.len())
    }

    /// Whether word `at` is a quotation mark with a capital after it.
    fn quoted(&self, at: usize) -> bool {
        let form = |at: usize| self.tree.form(self.text, at);
        at + 1 < self.sheet.len()
            && matches!(form(at), "\"" | "“" | "‘" | "'" | "``" | "«")
            && self.sheet.shapes[at + 1].begins_name()
    }

    /// The words between the quotation marks of which the first is word `at`.
    fn title(&self, at: usize) -> Option<(usize, usize)> {
        let form = |at: usize| self.tree.form(self.text, at);
        let last = self.sheet.len().min(at + 2 + TITLE);
        let close =
            (at + 2..last).find(|&at| matches!(form(at), "\"" | "”" | "’" | "'" | "''" | "»"))?;
        let end = (at + 1..close).rev().find(|&at| !matches!(form(at), "," | "."))? + 1;
        Some((at + 1, end))
    }

    /// "the ferry *Northern Star*", "the novel *“The Salt Road”*"
    fn led(&self, at: usize, noun: Noun) -> Option<Called> {
        let said = !matches!(self.tree.words[at].upos, Upos::Verb | Upos::Aux | Upos::Adv);
        if !noun.leads || !said || at > 0 && self.sheet.shapes[at].begins_name() {
            return None;
        }
        let kind = noun.kind;
        if self.quoted(at + 1) {
            let (start, end) = self.title(at + 1)?;
            return Some(Called { start, end, kind });
        }
        let (start, end) = (at + 1, self.end(at + 1));
        let sheet = self.sheet;
        if end <= start {
            return None;
        }
        let flags = sheet.flags[start];
        let lone = end == start + 1;
        let known = flag::DEMONYM | flag::ORGANIZATION | flag::TEAM | flag::ROLE;
        // "the ship Captain Cook sailed"
        let titled = flags & flag::TITLE != 0 && !lone;
        let other = lone && flags & known != 0 || titled;
        let joined = self.is_one_phrase(at, start, end);
        let heading = at == 0 && end == sheet.len();
        let made = lone && self.is_doer(end);
        (!other && joined && !made && !heading && !self.is_owner(end)).then_some(Called {
            start,
            end,
            kind,
        })
    }

    /// Whether two verbs stand at word `end`, of which the first is that of whoever is named before
    /// it: "the film Nolan *made was* shown".
    fn is_doer(&self, end: usize) -> bool {
        let verb = |at: usize| {
            let word = self.tree.words.get(at);
            word.is_some_and(|word| matches!(word.upos, Upos::Verb | Upos::Aux))
        };
        verb(end) && verb(end + 1) && self.tree.words[end].upos == Upos::Verb
    }

    /// Whether what stands before word `end` owns what stands after it.
    fn is_owner(&self, end: usize) -> bool {
        let noun = self.tree.words.get(end + 1).is_some_and(|word| word.upos == Upos::Noun);
        self.sheet.keys.get(end).is_some_and(|key| key == "'s") && !noun
    }

    /// Whether a noun and the name after it are one phrase; in "the film Nolan made" they are not:
    /// there a verb of the name's own stands below the noun.
    fn is_one_phrase(&self, noun: usize, start: usize, end: usize) -> bool {
        let tree = self.tree;
        let above = tree.head(noun);
        let inside = |at: usize| (start..end).contains(&at);
        let joined = (start..end)
            .filter_map(|at| tree.head(at).filter(|&head| !inside(head)))
            .any(|head| head == noun || Some(head) == above);
        joined || above.is_none_or(inside)
    }

    /// "the *Tidemark* app", "the *Hill and Downer* bridge", "the *Veyra* electric car"
    fn followed(&self, tags: &[Tag], at: usize, noun: Noun) -> Option<Called> {
        let sheet = self.sheet;
        if !noun.follows || sheet.shapes[at] != Shape::Lower {
            return None;
        }
        let next = self.tree.words.get(at + 1).is_some_and(|word| word.upos == Upos::Noun);
        let lower = |at: &usize| sheet.shapes[*at] == Shape::Lower && sheet.keys[*at].len() > 2;
        let end = (at.saturating_sub(1)..=at)
            .rev()
            .find(|at| !at.checked_sub(1).is_some_and(|b| lower(&b)))?;
        let part = |at: usize| {
            let joins = matches!(&*sheet.keys[at], "and" | "&" | "of");
            // "M25"
            let code = || self.tree.form(self.text, at).starts_with(char::is_uppercase);
            let number =
                sheet.shapes[at] == Shape::Digit && (at > 0 && self.is_capital(at - 1) || code());
            let link = joins && at > 0 && self.is_capital(at - 1) && self.is_capital(at + 1);
            (self.is_capital(at) && sheet.keys[at] != "the") || number || link
        };
        let start = (0..end).rev().take_while(|&at| part(at)).last()?;
        let led = start.checked_sub(1).is_some_and(|at| matches!(&*sheet.keys[at], "the" | "'s"));
        let called = Called { start, end, kind: noun.kind };
        (led && !next && self.is_free(tags, called)).then_some(called)
    }

    /// Whether the words before a noun are no name that the tables or the tagger have for somebody
    /// or some place else: "the Boeing satellite", "the Texas bridge", "the Miller bill".
    fn is_free(&self, tags: &[Tag], called: Called) -> bool {
        let sheet = self.sheet;
        let words = || called.start..called.end;
        let known =
            flag::DEMONYM | flag::ORGANIZATION | flag::TEAM | flag::TITLE | flag::ORGANIZATION_WORD;
        let letters = name::is(&sheet.keys[called.start], Class::Letters);
        let place = flag::KNOWN_PLACE
            | flag::IN_KNOWN_PLACE
            | flag::TOWN
            | flag::IN_TOWN
            | flag::PLACE_WORD;
        let first = sheet.flags[called.start];
        let placed =
            words().all(|at| sheet.flags[at] & place != 0) || first & flag::KNOWN_PLACE != 0;
        let numbered = words().any(|at| {
            sheet.shapes[at] == Shape::Digit || roman(self.tree.form(self.text, at)).is_some()
        });
        if first & known != 0 && !numbered || placed || letters {
            return false;
        }
        let over = |tag: &&Tag| tag.start < called.end && called.start < tag.end;
        let kind = called.kind;
        let built =
            matches!(kind, ThingKind::Structure | ThingKind::Strain | ThingKind::Spacecraft);
        tags.iter().filter(over).all(|tag| match tag.kind {
            Kind::Other => true,
            _ if numbered || built => true,
            // "the Cedar Spur fire", but "the Ana Miller fire"
            Kind::Person if called.end > called.start + 1 && first & flag::GIVEN == 0 => {
                matches!(kind, ThingKind::Software | ThingKind::Disaster)
            }
            Kind::Person => kind == ThingKind::Software,
            Kind::Organization if called.end == called.start + 1 => {
                matches!(kind, ThingKind::Software | ThingKind::Medicine)
            }
            Kind::Organization => matches!(kind, ThingKind::Disaster | ThingKind::Event),
            Kind::Place => matches!(kind, ThingKind::Software | ThingKind::Disaster),
        })
    }

    /// "*Tidemark*, a note-taking app": a name with what it is between commas.
    fn apposed(&self, tags: &[Tag], end: usize, kind: ThingKind) -> Option<Called> {
        let sheet = self.sheet;
        let tagged = tags.iter().find(|tag| tag.end == end).map(|tag| tag.start);
        let run = || {
            (0..end).rev().take_while(|&at| self.is_capital(at) && sheet.keys[at] != "the").last()
        };
        let start = tagged.or_else(run)?;
        let propn =
            tagged.is_some() || (start..end).any(|at| self.tree.words[at].upos == Upos::Propn);
        // "However, the book …"
        let one = matches!(&*sheet.keys[end + 1], "a" | "an");
        let known = flag::ORGANIZATION | flag::TEAM | flag::DEMONYM | flag::KNOWN_PLACE;
        let free = sheet.flags[start] & known == 0 || tagged.is_none();
        (free && one && propn).then_some(Called { start, end, kind })
    }

    /// "*Operation Clear Sky*", "*Senate Bill 114*", "*HMS Dauntless*", "*Boeing 737 MAX*", "the
    /// *M25* motorway"
    fn begun(&self, at: usize) -> Option<Called> {
        let sheet = self.sheet;
        let code = sheet.shapes[at] == Shape::Upper || sheet.shapes[at] == Shape::Capital;
        let (kind, numbered) = thing::beginning(&sheet.keys[at]).filter(|_| code)?;
        let prefix = name::is(&sheet.keys[at], Class::VesselPrefix);
        let next = at + 1;
        let digit = next < sheet.len() && self.is_number(next);
        if prefix && sheet.shapes[at] != Shape::Upper || numbered && !digit {
            return None;
        }
        let end = if numbered { self.end(next + 1).max(next + 1) } else { self.end(next) };
        if end <= next {
            return None;
        }
        // "*Senate* Bill 114"
        let own =
            |at: usize| self.is_capital(at) && !matches!(&*sheet.keys[at], "the" | "a" | "an");
        let start = (0..at).rev().take_while(|&at| numbered && own(at)).last().unwrap_or(at);
        Some(Called { start: if kind == ThingKind::Law { start } else { at }, end, kind })
    }

    /// "*Quartzite 3.10* starts faster": a word that is no common one, with the number of a version,
    /// before its verb.
    fn release(&self, at: usize) -> Option<Called> {
        let sheet = self.sheet;
        let other = flag::COMMON
            | flag::GIVEN
            | flag::SURNAME
            | flag::KNOWN_PLACE
            | flag::DEMONYM
            | flag::TITLE
            | flag::ORGANIZATION;
        let word = matches!(sheet.shapes[at], Shape::Capital | Shape::Mixed)
            && sheet.flags[at] & other == 0
            && self.tree.words[at].upos != Upos::Verb
            && !(at > 0 && self.is_capital(at - 1));
        let dotted = |form: &str| {
            let whole = form.split('.').next().unwrap_or_default();
            form.contains('.') && whole.len() < 3 && form.split('.').all(is_figures)
        };
        let verb = self.tree.words.get(at + 2)?.upos;
        let number = dotted(self.tree.form(self.text, at + 1));
        let told = word && number && matches!(verb, Upos::Verb | Upos::Aux);
        told.then_some(Called { start: at, end: at + 2, kind: ThingKind::Software })
    }

    /// Whether a word is a number that may tell one of a kind: no year of the calendar after a maker.
    fn is_number(&self, at: usize) -> bool {
        let form = self.tree.form(self.text, at);
        self.sheet.shapes[at] == Shape::Digit
            && !form.contains([',', '%', '$', '€', '£'])
            && !(form.len() == 4 && is_figures(form) && form.starts_with(['1', '2']))
    }

    /// "the Clean Rivers *Act*": a name that the tagger takes for nobody's, by its last word.
    fn ended(&self, tag: &Tag) -> Option<Called> {
        if tag.kind != Kind::Other || tag.end < tag.start + 2 {
            return None;
        }
        let kind = thing::ending(&self.sheet.keys[tag.end - 1])?;
        self.is_capital(tag.end - 1).then_some(Called { start: tag.start, end: tag.end, kind })
    }
}

fn is_figures(form: &str) -> bool {
    !form.is_empty() && form.bytes().all(|byte| byte.is_ascii_digit())
}

/// The number that Roman figures stand for, up to 39.
fn roman(form: &str) -> Option<u32> {
    let value = |c: char| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        _ => None,
    };
    let figures = form.chars().map(value).collect::<Option<Vec<i32>>>()?;
    let signed = |at: usize| match figures.get(at + 1) {
        Some(next) if *next > figures[at] => -figures[at],
        _ => figures[at],
    };
    u32::try_from((0..figures.len()).map(signed).sum::<i32>()).ok().filter(|sum| *sum > 0)
}

/// The thing that a name found in a text names.
pub(super) fn thing(text: &str, tree: &Tree, found: &Found, kind: ThingKind) -> Thing {
    let mut words = Vec::new();
    for at in found.start..found.end {
        let form = tree.form(text, at);
        let key = folded(form);
        let lead = at == found.start && found.end > at + 1;
        let bare = key.is_empty()
            || matches!(&*key, "the" | "of" | "&" | "and" | "-")
            || lead && (thing::noun(&key).is_some() || thing::beginning(&key).is_some());
        match roman(form) {
            Some(number) if at > found.start => words.push(number.to_string()),
            _ if !bare => words.push(key.into_owned()),
            _ => {}
        }
    }
    Thing { text: found.span(tree).of(text).to_owned(), words, kind }
}

/// Adds the things that a text names again without what they are called by: "the *Northern Star*".
pub(super) fn again(text: &str, trees: &[Tree], found: &mut Vec<Found>) {
    let mut known: Vec<(Vec<&str>, ThingKind)> = Vec::new();
    for name in found.iter() {
        let Some(kind) = name.thing.filter(|kind| goes_alone(*kind)) else { continue };
        let tree = &trees[name.sentence];
        let words: Vec<&str> = (name.start..name.end).map(|at| tree.form(text, at)).collect();
        let rest = words[1..].to_vec();
        for form in [words, rest] {
            let long = form.iter().map(|word| word.len()).sum::<usize>() > 3;
            let named = form.first().is_some_and(|word| word.starts_with(char::is_uppercase));
            let led = form.len() < name.end - name.start && !is_prefixed(kind);
            if long && named && !led && !known.iter().any(|other| other.0 == form) {
                known.push((form, kind));
            }
        }
    }
    if known.is_empty() {
        return;
    }
    let taken: std::collections::BTreeSet<(usize, usize)> =
        found.iter().flat_map(|f| (f.start..f.end).map(|at| (f.sentence, at))).collect();
    for (sentence, tree) in trees.iter().enumerate() {
        let upper =
            tree.words.iter().all(|word| !word.span.of(text).chars().any(char::is_lowercase));
        let mut at = 0;
        while at < tree.words.len() {
            let fits = |form: &Vec<&str>| {
                let free = (at..at + form.len()).all(|at| !taken.contains(&(sentence, at)));
                let same = at + form.len() <= tree.words.len()
                    && form.iter().zip(at..).all(|(word, at)| tree.form(text, at) == *word);
                let name = form.len() > 1 || tree.words[at].upos == Upos::Propn;
                same && free && name && !upper
            };
            let next =
                known.iter().filter(|known| fits(&known.0)).max_by_key(|known| known.0.len());
            let Some((form, kind)) = next else {
                at += 1;
                continue;
            };
            let end = at + form.len();
            found.push(Found {
                sentence,
                start: at,
                end,
                kind: Kind::Other,
                upper: false,
                weak: false,
                thing: Some(*kind),
                sure: false,
                scores: [0; 4],
            });
            at = end;
        }
    }
    found.sort_by_key(|found| (found.sentence, found.start));
}

/// Whether things of a kind go by their names alone: of a film or book the name is somebody's too.
pub(super) fn goes_alone(kind: ThingKind) -> bool {
    !matches!(kind, ThingKind::Work | ThingKind::Disaster | ThingKind::Strain)
}

/// Whether the name of a thing may begin with a word that can be left out: "*Typhoon* Halong".
pub(super) fn is_prefixed(kind: ThingKind) -> bool {
    matches!(kind, ThingKind::Storm | ThingKind::Vessel | ThingKind::Operation)
}
