//! From the tagger's words to names: what the tables are sure of, titles taken off, and the same
//! words read alike all through a document.

use std::collections::{BTreeMap, BTreeSet};

use super::called;
use super::setting;
use super::sheet::{Shape, Sheet, flag};
use super::tagger::{self, Kind, Tag};
use super::thing;
use crate::lexicon::name::{self, Class};
use crate::lexicon::noun;
use crate::lexicon::number;
use crate::lexicon::reporting;
use crate::lexicon::time::{TimeWord, time_word};
use crate::lexicon::unit;
use crate::syntax::{Morph, Rel, Tree, Upos};
use crate::text::{Span, lower};
use crate::value::ThingKind;

/// A name found in a text.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The index of its sentence.
    pub(super) sentence: usize,
    /// Its first word.
    pub(super) start: usize,
    /// One past its last word.
    pub(super) end: usize,
    /// What it names.
    pub(super) kind: Kind,
    /// Whether its sentence is all in capitals.
    pub(super) upper: bool,
    /// Whether it is an everyday word that only the head of a sentence gives a capital, unless the
    /// text has the name elsewhere: "*Ward* closures".
    pub(super) weak: bool,
    /// What kind of thing it names, if it does.
    pub(super) thing: Option<ThingKind>,
    /// Whether the tables alone tell its kind.
    pub(super) sure: bool,
    /// What the tagger saw that speaks for each kind; nothing where it saw no name.
    pub(super) scores: [i32; 4],
}

impl Found {
    pub(super) fn span(&self, tree: &Tree) -> Span {
        tree.words[self.start].span.cover(tree.words[self.end - 1].span)
    }
}

/// The names of a sentence.
pub(super) fn find(text: &str, tree: &Tree, sheet: &Sheet, sentence: usize) -> Vec<Found> {
    debug_assert_eq!(tree.words.len(), sheet.len());
    let (tags, scores) = tagger::tag(sheet);
    let mut tags: Vec<Tag> = tags.into_iter().flat_map(|tag| split(sheet, tag)).collect();
    tags.retain_mut(|tag| {
        opening(tree, sheet, tag)
            && trim(sheet, tag)
            && !lettered(text, tree, sheet, tag)
            && !stuck(tree, sheet, tag)
            && !calendar(sheet, tag)
            && !zone(sheet, tag)
            && !paper(sheet, tag)
            && !traded(sheet, tag)
    });
    for at in 0..tags.len() {
        let floor = at.checked_sub(1).map_or(0, |before| tags[before].end);
        whole_office(tree, sheet, &mut tags[at], floor);
        whole_park(sheet, &mut tags[at], floor);
        whole_given(text, tree, sheet, &mut tags[at]);
    }
    posts(sheet, &mut tags);
    employers(sheet, &mut tags);
    for tag in &mut tags {
        named_event(sheet, tag);
    }
    dedicated(sheet, &mut tags);
    sides(tree, sheet, &mut tags);
    dateline(sheet, &mut tags);
    add_known(sheet, &mut tags);
    setting::places(tree, sheet, &mut tags);
    let known = thing::unname(tree, sheet, &mut tags);
    let things = called::find(text, tree, sheet, &mut tags, known);
    let mut end = 0;
    tags.retain(|tag| {
        // The maker of a thing is a part of its name: "*Boeing* 737".
        let whole = things.iter().any(|it| it.start == tag.start && it.end == tag.end);
        let kept = whole || tag.start >= end && !stuck(tree, sheet, tag);
        end = if kept { tag.end } else { end };
        kept
    });
    let found = |tag: Tag| Found {
        sentence,
        start: tag.start,
        end: tag.end,
        kind: tag.kind,
        upper: sheet.upper,
        weak: is_weak(tree, sheet, &tag),
        thing: things
            .iter()
            .find(|it| tag.kind == Kind::Other && it.start == tag.start && it.end == tag.end)
            .map(|it| it.kind),
        sure: known_place(sheet, tag.start) == Some(tag.end),
        scores: tagger::kinds(&scores, tag.start, tag.end),
    };
    tags.into_iter().map(found).collect()
}

/// "*Ward* closures", "*Bin* collections": an everyday word before the common noun that it says
/// more of.
fn is_weak(tree: &Tree, sheet: &Sheet, tag: &Tag) -> bool {
    tag.start == 0
        && tag.end == 1
        && tag.kind == Kind::Person
        && sheet.flags[0] & flag::COMMON != 0
        && tree.words[0].rel == Rel::Compound
        && tree.head(0) == Some(1)
        && sheet.shapes.get(1) == Some(&Shape::Lower)
        && tree.words[1].morph == Morph::Plural
}

/// Drops what only looks like a name where a sentence begins.
pub(super) fn drop_weak(text: &str, trees: &[Tree], found: &mut Vec<Found>) {
    let form = |found: &Found| found.span(&trees[found.sentence]).of(text);
    let known: BTreeSet<&str> = found
        .iter()
        .filter(|name| !name.weak)
        .filter_map(|name| form(name).rsplit(' ').next())
        .collect();
    found.retain(|name| !name.weak || known.contains(form(name)));
}

/// "Government *Accountability Office*": capitalized nouns that describe an organization belong to
/// its name, back to the article.
fn whole_office(tree: &Tree, sheet: &Sheet, tag: &mut Tag, floor: usize) {
    let form = sheet.flags[tag.end - 1] & flag::ORGANIZATION_WORD != 0;
    if tag.kind != Kind::Organization || !form || sheet.upper {
        return;
    }
    let own = |at: usize| {
        let head = tree.head(at).is_some_and(|head| (tag.start..tag.end).contains(&head));
        let other = flag::TITLE | flag::DEMONYM | flag::KNOWN_PLACE | flag::GIVEN;
        head && tree.words[at].rel == Rel::Compound
            && sheet.shapes[at].begins_name()
            && sheet.flags[at] & other == 0
    };
    let start = (floor..tag.start).rev().take_while(|&at| own(at)).last();
    if let Some(start) = start.filter(|&start| start > 0) {
        tag.start = start;
    }
}

/// "*Mount* Kenya National Park": what is called after a mountain or a lake.
fn whole_park(sheet: &Sheet, tag: &mut Tag, floor: usize) {
    let form = |at: usize| sheet.flags[at] & flag::PLACE_WORD != 0;
    let before = tag.start.checked_sub(1).filter(|&at| at >= floor);
    let long = tag.kind == Kind::Place && tag.end > tag.start + 1 && form(tag.end - 1);
    if let Some(at) = before.filter(|&at| long && form(at) && sheet.shapes[at] == Shape::Capital) {
        tag.start = at;
    }
}

/// "Lee Jae*-myung*": the second half of a given name, in small letters after a hyphen.
fn whole_given(text: &str, tree: &Tree, sheet: &Sheet, tag: &mut Tag) {
    let (hyphen, rest) = (tag.end, tag.end + 1);
    let dash = |at: usize| at < sheet.len() && tree.form(text, at) == "-";
    let glued = |at: usize| tree.words[at].span.start == tree.words[at - 1].span.end;
    if tag.kind != Kind::Person || tag.end < tag.start + 2 || rest >= sheet.len() {
        return;
    }
    let half = dash(hyphen)
        && glued(hyphen)
        && glued(rest)
        && sheet.shapes[rest] == Shape::Lower
        && (2..=6).contains(&sheet.keys[rest].len())
        && !dash(rest + 1);
    let name = sheet.flags[tag.end - 1] & flag::SURNAME == 0
        && !name::is(&sheet.keys[rest], Class::AfterName);
    if half && name {
        tag.end = rest + 1;
    }
}

/// "Georgia Gov. Reed": where she governs is a place, whatever else may have its name.
fn posts(sheet: &Sheet, tags: &mut [Tag]) {
    for at in 1..tags.len() {
        let (post, person) = (&tags[at - 1], &tags[at]);
        let titled = person.kind == Kind::Person && person.start == post.end + 1;
        if titled && is_post(sheet, post.end) && known_place(sheet, post.start) == Some(post.end) {
            tags[at - 1].kind = Kind::Place;
        }
    }
}

/// "*Ferrari* driver Charles Leclerc": a firm or team before a job and who does it, though it is a
/// surname too.
fn employers(sheet: &Sheet, tags: &mut [Tag]) {
    for at in 1..tags.len() {
        let (firm, person) = (&tags[at - 1], &tags[at]);
        let job = person.kind == Kind::Person
            && person.start == firm.end + 1
            && sheet.shapes[firm.end] == Shape::Lower
            && name::is(&sheet.keys[firm.end], Class::Role);
        let known = sheet.flags[firm.start] & (flag::ORGANIZATION | flag::TEAM) != 0;
        if job && known && firm.kind == Kind::Person && firm.end == firm.start + 1 {
            tags[at - 1].kind = Kind::Organization;
        }
    }
}

/// "the *Eras* Tour": an event is called so, and nobody.
fn named_event(sheet: &Sheet, tag: &mut Tag) {
    let known = flag::KNOWN_PLACE | flag::TOWN | flag::ORGANIZATION | flag::TEAM | flag::DEMONYM;
    let next = tag.end;
    let event = sheet.shapes.get(next) == Some(&Shape::Capital)
        && sheet.flags[next] & flag::OTHER_WORD != 0
        && sheet.flags[next] & (flag::SURNAME | flag::ORGANIZATION_WORD) == 0;
    // "the Halden Protocol"
    let last = tag.end - 1;
    let own = flag::ORGANIZATION_WORD | flag::PLACE_WORD | flag::SURNAME | flag::IN_KNOWN_PLACE;
    let called = matches!(tag.kind, Kind::Place | Kind::Organization)
        && last > tag.start
        && (tag.start..last).all(|at| sheet.shapes[at].begins_name())
        && sheet.flags[last] & flag::OTHER_WORD != 0
        && sheet.flags[last] & (own | flag::IN_ORGANIZATION | flag::IN_TEAM | flag::IN_TOWN) == 0;
    if called {
        tag.kind = Kind::Other;
    }
    if event && tag.kind == Kind::Person && sheet.flags[tag.start] & (known | flag::GIVEN) == 0 {
        (tag.end, tag.kind) = (next + 1, Kind::Other);
    }
}

/// "St. Olaf's Church", "King's College London": what is called after a saint or a ruler has one
/// name.
fn dedicated(sheet: &Sheet, tags: &mut Vec<Tag>) {
    for at in 0..tags.len() {
        let (start, own) = (tags[at].start, tags[at].end);
        let patron = name::is(&sheet.keys[start], Class::Patron);
        let house = flag::ORGANIZATION_WORD | flag::PLACE_WORD;
        let possessed = sheet.keys.get(own).is_some_and(|key| key == "'s")
            && sheet.shapes.get(own + 1) == Some(&Shape::Capital)
            && sheet.flags[own + 1] & house != 0;
        if !patron || !possessed {
            continue;
        }
        let end = tags.get(at + 1).filter(|next| next.start == own + 1).map_or(own + 2, |n| n.end);
        let kind = match sheet.flags[own + 1] & flag::ORGANIZATION_WORD {
            0 => Kind::Place,
            _ => Kind::Organization,
        };
        tags[at] = Tag { start, end, kind };
    }
    let mut end = 0;
    tags.retain(|tag| {
        let kept = tag.start >= end;
        end = end.max(tag.end);
        kept
    });
}

/// "the *Hawks*": a plural after the article is a side or a firm; a family has a known surname.
fn sides(tree: &Tree, sheet: &Sheet, tags: &mut [Tag]) {
    for tag in tags.iter_mut() {
        let key = &*sheet.keys[tag.end - 1];
        let led = tag.start > 0 && sheet.keys[tag.start - 1] == "the";
        let last = sheet.flags[tag.end - 1] & (flag::GIVEN | flag::SURNAME);
        let family = key.strip_suffix('s').is_some_and(|one| {
            [Class::Surname, Class::Male, Class::Female].iter().any(|class| name::is(one, *class))
        });
        let plural = key.ends_with('s') && !key.ends_with("ss") && last == 0 && !family;
        let lone = tag.end == tag.start + 1 && sheet.shapes[tag.start] == Shape::Capital;
        // "the Thunder beat them": nobody has an article and no noun after it.
        let known = sheet.flags[tag.start]
            & (flag::GIVEN | flag::SURNAME | flag::TITLE | flag::DEMONYM | flag::PLACE_WORD);
        let whole = known == 0
            && tree
                .words
                .get(tag.end)
                .is_some_and(|word| matches!(word.upos, Upos::Verb | Upos::Aux));
        if tag.kind == Kind::Person && led && (plural || whole) && lone {
            tag.kind = Kind::Organization;
        }
    }
}

/// Whether the word is a title of somebody who has a place to look after.
fn is_post(sheet: &Sheet, at: usize) -> bool {
    sheet.flags[at] & flag::TITLE != 0
        && name::is(sheet.keys[at].trim_end_matches('.'), Class::DivisionWord)
}

/// "Lakeside Airlines and Hill Airways" are two: both sides of "and" end as organizations do. So
/// are a state and its governor.
fn split(sheet: &Sheet, tag: Tag) -> Vec<Tag> {
    let place = known_place(sheet, tag.start).filter(|end| *end < tag.end);
    if let Some(end) = place.filter(|end| tag.kind == Kind::Person && is_post(sheet, *end)) {
        let governor = (end + 1 < tag.end).then_some(Tag { start: end + 1, ..tag });
        return std::iter::once(Tag { end, kind: Kind::Place, ..tag }).chain(governor).collect();
    }
    // "Archbishop of Canterbury Justin Welby"
    let post = tag.start > 1
        && sheet.keys[tag.start - 1] == "of"
        && sheet.flags[tag.start - 2] & flag::TITLE != 0
        && sheet.flags[tag.start] & (flag::KNOWN_PLACE | flag::TOWN) != 0;
    let bearer = tag.start + 1;
    if post && tag.end > bearer + 1 && sheet.flags[bearer] & flag::GIVEN != 0 {
        let place = Tag { end: bearer, kind: Kind::Place, ..tag };
        return vec![place, Tag { start: bearer, kind: Kind::Person, ..tag }];
    }
    // "the Steelers' T.J. Watt": what has him, and he.
    let own = (tag.start + 1..tag.end.max(1) - 1).find(|at| {
        matches!(&*sheet.keys[*at], "'" | "'s")
            && (sheet.shapes[at + 1] == Shape::Initials || sheet.flags[at + 1] & flag::GIVEN != 0)
            && at + 2 < tag.end
    });
    if let Some(at) = own.filter(|_| tag.kind == Kind::Organization) {
        let person = Tag { start: at + 1, kind: Kind::Person, ..tag };
        return vec![Tag { end: at, ..tag }, person];
    }
    let form = |at: usize| sheet.flags[at] & flag::ORGANIZATION_WORD != 0;
    // "Ana Holm of Brightwater Ltd"
    let house = |at: usize| form(at) || sheet.flags[at] & flag::PLACE_WORD != 0;
    let company = |at: usize| form(at) || name::is(&sheet.keys[at], Class::Legal);
    let of = (tag.start + 2..tag.end.max(1) - 1).find(|at| sheet.keys[*at] == "of");
    let person = sheet.flags[tag.start] & flag::GIVEN != 0 && tag.kind == Kind::Organization;
    if let Some(at) = of.filter(|&at| person && !(tag.start..at).any(house) && company(tag.end - 1))
    {
        let person = Tag { end: at, kind: Kind::Person, ..tag };
        return vec![person, Tag { start: at + 1, ..tag }];
    }
    let joint = (tag.start + 1..tag.end.max(1) - 1).find(|at| sheet.keys[*at] == "and");
    match joint.filter(|at| tag.kind == Kind::Organization && form(at - 1) && form(tag.end - 1)) {
        Some(at) => vec![Tag { end: at, ..tag }, Tag { start: at + 1, ..tag }],
        None => vec![tag],
    }
}

/// Whether a noun says in what business a firm is: "chipmaker", "retailer", "airline".
fn is_line_of_business(key: &str) -> bool {
    let agent = (key.ends_with("er") || key.ends_with("or")) && key != "carrier";
    key.len() > 6 && key.ends_with("maker")
        || (agent || key == "airline") && name::is(key, Class::Body)
}

/// Takes off what is no part of a name; false when nothing is left.
fn trim(sheet: &Sheet, tag: &mut Tag) -> bool {
    strip(sheet, tag);
    strip_office(sheet, tag);
    strip_firm(sheet, tag);
    // "Elizabeth II"
    let suffix = |at: usize| sheet.flags[at] & flag::SUFFIX != 0 && sheet.shapes[at].begins_name();
    let person = tag.kind == Kind::Person;
    if person && tag.end < sheet.len() && tag.end > tag.start && suffix(tag.end) {
        tag.end += 1;
    }
    let firm = tag.kind == Kind::Organization && !sheet.upper;
    while firm
        && tag.start + 1 < tag.end
        && (is_only_title(sheet, tag.end - 1) || sheet.keys[tag.end - 1] == "of")
    {
        tag.end -= 1;
    }
    let one = tag.end == tag.start + 1;
    let office = one && person && is_only_title(sheet, tag.start);
    // "the S-500"
    let letter = one && tag.kind == Kind::Place && sheet.keys[tag.start].chars().count() == 1;
    if tag.start == tag.end || office || letter {
        return false;
    }
    settle(sheet, tag);
    widen(sheet, tag);
    if seat(sheet, tag.start) == Some(tag.end) && sheet.flags[tag.start] & flag::KNOWN_PLACE == 0 {
        tag.kind = Kind::Place;
    }
    // "South Korean"
    let pair = || format!("{} {}", sheet.keys[tag.start], sheet.keys[tag.end - 1]);
    let demonym = (tag.start..tag.end).all(|at| sheet.flags[at] & flag::DEMONYM != 0)
        || tag.end == tag.start + 2 && name::is(&pair(), Class::Demonym);
    if demonym && known_place(sheet, tag.start).is_none() {
        tag.kind = Kind::Other;
    }
    true
}

/// Takes off words of grammar, and the numbers and titles of persons.
fn strip(sheet: &Sheet, tag: &mut Tag) {
    let person = tag.kind == Kind::Person;
    let outer = |at: usize| {
        let word = &*sheet.keys[at];
        matches!(word, "" | "the" | "'s" | "'" | "of" | "and" | "/" | "for" | "on")
            || word == "." && sheet.shapes[at.max(1) - 1] != Shape::Upper
            || person && sheet.shapes[at] == Shape::Digit
    };
    // "3. Switzerland"
    let rank = |at: usize| tag.kind == Kind::Place && sheet.shapes[at] == Shape::Digit;
    while tag.start < tag.end && (outer(tag.start) || rank(tag.start)) {
        tag.start += 1;
    }
    while tag.start < tag.end && outer(tag.end - 1) {
        tag.end -= 1;
    }
    while person && tag.start + 1 < tag.end && is_only_title(sheet, tag.start) {
        tag.start += 1;
    }
    // "the van Maria"
    let car = person
        && tag.start > 0
        && tag.start + 1 < tag.end
        && sheet.keys[tag.start - 1] == "the"
        && sheet.shapes[tag.start] == Shape::Lower
        && sheet.flags[tag.start + 1] & flag::GIVEN != 0;
    tag.start += usize::from(car);
}

/// "*Home Secretary* Yvette Cooper": takes off an office of more than one word.
fn strip_office(sheet: &Sheet, tag: &mut Tag) {
    let whose = |at: usize| sheet.flags[at] & (flag::GIVEN | flag::SURNAME) != 0;
    let (start, end) = (tag.start, tag.end);
    let mut words = (start + 1..end.saturating_sub(2).min(start + 3)).rev();
    let office = words
        .find(|&at| is_only_title(sheet, at))
        .filter(|&last| !(start..last).any(whose) && sheet.flags[last + 1] & flag::GIVEN != 0);
    if let Some(last) = office.filter(|_| tag.kind == Kind::Person) {
        tag.start = last + 1;
    }
}

/// Takes off what a firm is, and an article.
fn strip_firm(sheet: &Sheet, tag: &mut Tag) {
    // "Neighbour Tom Reed"
    let given = |at: usize| sheet.flags[at] & flag::GIVEN != 0;
    let role = tag.start == 0
        && tag.kind == Kind::Person
        && tag.end > 2
        && sheet.flags[0] & (flag::GIVEN | flag::SURNAME) == 0
        && name::is(&sheet.keys[0], Class::Role)
        && given(1);
    if role {
        tag.start = 1;
    }
    // "Chipmaker Norvane", "Retailer Halden"
    let business = tag.start == 0 && tag.end > 1 && is_line_of_business(&sheet.keys[0]);
    if business && sheet.shapes[1].begins_name() {
        (tag.start, tag.kind) = (1, Kind::Organization);
    }
    // "A Reuters reporter"
    let article = tag.start == 0 && matches!(&*sheet.keys[0], "a" | "an") && !sheet.upper;
    if article && tag.kind == Kind::Organization && tag.start + 1 < tag.end {
        tag.start += 1;
    }
}

/// Whether a word is a title and no part of a name.
fn is_only_title(sheet: &Sheet, at: usize) -> bool {
    sheet.flags[at] & flag::TITLE != 0
        && sheet.flags[at] & (flag::GIVEN | flag::SURNAME | flag::ORGANIZATION_WORD) == 0
}

/// A well-known place is one whatever the tagger says, unless the words are also a person's or a
/// team's; its whole name counts ("Ind.", "Port-au-Prince").
fn settle(sheet: &Sheet, tag: &mut Tag) {
    if located(sheet, tag) || governed(sheet, tag) {
        tag.kind = Kind::Place;
        return;
    }
    firm(sheet, tag);
    whole_town(sheet, tag);
    let Some(end) = known_place(sheet, tag.start) else { return };
    let long = end - tag.start > 1;
    // "West" is a surname too, but "the West Bank" is no bank of that name.
    let person =
        if long && tag.kind == Kind::Organization { 0 } else { flag::GIVEN | flag::SURNAME };
    let other = person | flag::ORGANIZATION | flag::IN_ORGANIZATION | flag::TEAM | flag::IN_TEAM;
    let free = (tag.start..end).all(|at| sheet.flags[at] & other == 0);
    if end == tag.end && free && (long || tag.kind == Kind::Person) {
        tag.kind = Kind::Place;
    }
    // "Somerset Police"
    let force = end + 1 == tag.end
        && sheet.shapes[end].begins_name()
        && name::is(&sheet.keys[end], Class::Crowd);
    if tag.kind == Kind::Place && force {
        tag.kind = Kind::Organization;
    }
    if tag.kind == Kind::Place && end > tag.end {
        tag.end = end;
    }
}

/// "*Viana do Castelo*": the tables have more of the name than its first word.
fn whole_town(sheet: &Sheet, tag: &mut Tag) {
    let inner = |at: &usize| sheet.flags[*at] & flag::IN_TOWN != 0;
    if tag.kind != Kind::Place || sheet.flags[tag.start] & flag::TOWN == 0 {
        return;
    }
    let last = (tag.start + 1..sheet.len()).take_while(inner).last();
    let longer = last.filter(|&last| last > tag.end && sheet.shapes[last].begins_name());
    if let Some(last) = longer {
        tag.end = last + 1;
    }
}

/// "in Milan", "near Jordan": a place of the tables after such a word is one, whoever else has its
/// name.
fn located(sheet: &Sheet, tag: &Tag) -> bool {
    let before = |back: usize| tag.start.checked_sub(back).map_or("", |at| &*sheet.keys[at]);
    let flags = sheet.flags[tag.start];
    // "over the Atlantic"
    let sea = before(1) == "the" && matches!(before(2), "across" | "in" | "into" | "over");
    let before = if sea && flags & flag::KNOWN_PLACE != 0 { before(2) } else { before(1) };
    let person = flags & (flag::GIVEN | flag::SURNAME) != 0;
    let place = flags & flag::KNOWN_PLACE != 0 || flags & flag::TOWN != 0 && !person;
    let other = flag::ORGANIZATION | flag::IN_ORGANIZATION;
    (sea || matches!(
        before,
        "across" | "around" | "in" | "near" | "outside" | "throughout" | "towards"
    )) && tag.end == tag.start + 1
        && matches!(tag.kind, Kind::Person | Kind::Organization)
        && place
        && flags & other == 0
        && !sheet.upper
}

/// "Jordan's king": what has a king or a government is a country.
fn governed(sheet: &Sheet, tag: &Tag) -> bool {
    let own = sheet.keys.get(tag.end).is_some_and(|key| key == "'s");
    own && matches!(tag.kind, Kind::Person | Kind::Organization)
        && known_place(sheet, tag.start) == Some(tag.end)
        && sheet.keys.get(tag.end + 1).is_some_and(|key| name::is(key, Class::Ruler))
}

/// A well-known company that was taken for a person or a thing, and what ends as only companies do.
fn firm(sheet: &Sheet, tag: &mut Tag) {
    let last = tag.end - 1;
    if last > tag.start && name::is(&sheet.keys[last], Class::Legal) {
        tag.kind = Kind::Organization;
    }
    let flags = sheet.flags[tag.start];
    let other = flag::GIVEN | flag::SURNAME | flag::TOWN | flag::KNOWN_PLACE | flag::TEAM;
    if matches!(tag.kind, Kind::Person | Kind::Other)
        && tag.end == tag.start + 1
        && flags & flag::ORGANIZATION != 0
        && flags & other == 0
    {
        tag.kind = Kind::Organization;
    }
}

/// The end of the seat of government that begins at word `at`, if one does ("the Kremlin").
fn seat(sheet: &Sheet, at: usize) -> Option<usize> {
    let has = |at: &usize| sheet.flags[*at] & flag::SEAT != 0;
    has(&at).then(|| (at..sheet.len()).take_while(has).last().map_or(at + 1, |last| last + 1))
}

/// A place inside the longer name of a well-known one is that.
fn widen(sheet: &Sheet, tag: &mut Tag) {
    let inner = |at: usize| sheet.flags[at] & flag::SEAT != 0;
    let start = (0..tag.start).rev().take_while(|&at| inner(at)).last().unwrap_or(tag.start);
    let fits = tag.kind != Kind::Person || start < tag.start;
    // "the White House Press Secretary": the seat ends before the name that was read.
    if let Some(end) = seat(sheet, start).filter(|end| start < tag.start && *end < tag.end) {
        (tag.start, tag.end, tag.kind) = (start, end, Kind::Place);
        return;
    }
    if fits && inner(tag.start) && seat(sheet, start) == Some(tag.end) {
        (tag.start, tag.kind) = (start, Kind::Place);
    }
    if tag.kind != Kind::Place || sheet.flags[tag.start] & flag::IN_KNOWN_PLACE == 0 {
        return;
    }
    let first = (tag.start.saturating_sub(5)..tag.start)
        .find(|at| known_place(sheet, *at).is_some_and(|end| end >= tag.end));
    if let Some(first) = first {
        (tag.start, tag.end) = (first, known_place(sheet, first).unwrap_or(tag.end));
    }
}

/// What names begin with, or are.
const NAMED: u32 = flag::GIVEN
    | flag::SURNAME
    | flag::TITLE
    | flag::ORGANIZATION_WORD
    | flag::PLACE_WORD
    | flag::DEMONYM
    | flag::KNOWN_PLACE
    | flag::IN_KNOWN_PLACE
    | flag::TOWN
    | flag::ORGANIZATION
    | flag::IN_ORGANIZATION
    | flag::TEAM
    | flag::IN_TEAM
    | flag::SEAT;

/// What only the head of a sentence gives a capital is no name: "*Headcount* fell", "*Upgraded*
/// OpenSSL"; false when nothing is left.
fn opening(tree: &Tree, sheet: &Sheet, tag: &mut Tag) -> bool {
    if !heads_clause(tree, sheet, tag) {
        return true;
    }
    let word = tree.words[0].upos;
    let common = match tag.end {
        1 => matches!(word, Upos::Noun | Upos::Verb | Upos::Adj | Upos::Adv),
        _ => word == Upos::Verb && tree.words[0].rel == Rel::Root,
    };
    // "Petrol costs more", "Margins narrowed": goods, and many of what has no name.
    let goods = tag.end == 1 && name::is(&sheet.keys[0], Class::Goods);
    let many = tag.end == 1 && is_many(tree, sheet, tag.kind);
    if goods || many {
        return false;
    }
    // "Copper" is a surname, and what the tagger of words takes for a noun no bearer of it.
    let word = sheet.flags[0] & flag::COMMON != 0 && sheet.flags[0] & flag::GIVEN == 0;
    let known = if word { NAMED & !flag::SURNAME } else { NAMED };
    if sheet.flags[0] & known != 0 || !common {
        return true;
    }
    tag.start = 1;
    tag.start < tag.end
}

/// Whether a name is the first word of a clause that has a verb, where what is no name has a capital too.
fn heads_clause(tree: &Tree, sheet: &Sheet, tag: &Tag) -> bool {
    let first = &tree.words[0];
    // Lines of tables and captions have no subject that a verb follows.
    let clause = first.rel == Rel::Root && matches!(first.upos, Upos::Verb | Upos::Adj)
        || matches!(first.rel, Rel::Nsubj | Rel::NsubjPass | Rel::Compound | Rel::Amod);
    // "Trailing 14-3 at the half, the Tigers …"
    let leads = first.upos == Upos::Verb && first.rel == Rel::Advcl;
    let next = sheet.shapes.get(tag.end);
    let goes_on = next.is_some_and(|next| *next == Shape::Lower || leads)
        && sheet.keys.get(tag.end).is_none_or(|key| key != "'s");
    tag.start == 0
        && !sheet.upper
        && sheet.shapes[0] == Shape::Capital
        && (clause || leads)
        && (tag.end > 1 || goes_on)
}

/// "Investors sold bonds": whether the first word of a sentence is of many who have no name.
fn is_many(tree: &Tree, sheet: &Sheet, kind: Kind) -> bool {
    let plural = tree.words[0].morph == Morph::Plural || sheet.is_common_plural(0);
    let people = || {
        let one = noun::singular(&sheet.keys[0]);
        crate::lexicon::people(&one).is_some() || name::is(&one, Class::Role)
    };
    (kind == Kind::Person || kind == Kind::Organization && people())
        && plural
        && matches!(tree.words[0].rel, Rel::Nsubj | Rel::NsubjPass)
        && sheet.flags[0] & NAMED == 0
        && !sheet.keys[0].ends_with("ss")
        && tree.head(0).is_some_and(|verb| reporting::verb(&tree.words[verb].lemma).is_none())
}

/// "API", "GDP", "TIMEOUT_MS", "macOS": letters that name nobody.
fn lettered(text: &str, tree: &Tree, sheet: &Sheet, tag: &Tag) -> bool {
    let key = &*sheet.keys[tag.start];
    let one = tag.end == tag.start + 1;
    // No surname ends in two capitals.
    let mixed = sheet.shapes[tag.start] == Shape::Mixed;
    let form = tree.form(text, tag.start);
    // "iPhone", "eReader": no firm that the tables know begins so.
    let product = mixed
        && form.starts_with(char::is_lowercase)
        && sheet.flags[tag.start] & (flag::ORGANIZATION | flag::TEAM) == 0;
    // "E. coli": the short form of a word that is no name.
    let species = one
        && form.len() < 3
        && sheet.shapes[tag.start] == Shape::Initials
        && sheet.shapes.get(tag.end) == Some(&Shape::Lower);
    // "MPs", "GPs": many of what letters stand for.
    let letters = form.strip_suffix('s').unwrap_or_default();
    let many = mixed && letters.len() > 1 && letters.chars().all(char::is_uppercase);
    let made = species
        || product
        || many && sheet.flags[tag.start] & (flag::ORGANIZATION | flag::TEAM) == 0
        || mixed
            && tag.kind == Kind::Person
            && (form.chars().rev().take(2).all(char::is_uppercase));
    // "Day 2", "Game 5"
    let label = sheet.shapes.get(tag.end) == Some(&Shape::Digit)
        && tag.kind != Kind::Place
        && number::is_label(key);
    one && (label
        || made
        || key.contains('_')
        || sheet.shapes[tag.start] == Shape::Upper && !sheet.upper && name::is(key, Class::Letters))
}

/// "US" in "US$" and "GB" in "4GB" are no places: a sign or figure stands at the word without a
/// space.
fn stuck(tree: &Tree, sheet: &Sheet, tag: &Tag) -> bool {
    if tag.end - tag.start > 1 || sheet.shapes[tag.start] != Shape::Upper {
        return false;
    }
    let at = tag.start;
    let touches = |a: usize, b: usize| tree.words[a].span.end == tree.words[b].span.start;
    let money = at + 1 < sheet.len() && sheet.keys[at + 1] == "$" && touches(at, at + 1);
    let figure = at > 0 && sheet.shapes[at - 1] == Shape::Digit;
    // "10 GB"
    let unit = figure && unit::symbols().find(&sheet.keys[at].to_uppercase()).is_some();
    money || unit || figure && touches(at - 1, at)
}

/// "UTC" after a time of day and "BC" beside a year are no names.
fn zone(sheet: &Sheet, tag: &Tag) -> bool {
    let key = std::iter::once(&*sheet.keys[tag.start]);
    let meaning = time_word(key).map(|(_, row)| row.meaning);
    let figure = |at: Option<usize>| at.and_then(|at| sheet.shapes.get(at)) == Some(&Shape::Digit);
    let after = figure(tag.start.checked_sub(1));
    let era = after || figure(Some(tag.start + 1)) || sheet.keys[tag.start.max(1) - 1] == "century";
    tag.end - tag.start == 1
        && match meaning {
            Some(TimeWord::Zone) => after,
            Some(TimeWord::Era(_)) => era,
            _ => false,
        }
}

/// "Article 5" is no place.
fn paper(sheet: &Sheet, tag: &Tag) -> bool {
    let figure = sheet.shapes[tag.end - 1] == Shape::Digit
        || tag.end == tag.start + 1 && sheet.shapes.get(tag.end) == Some(&Shape::Digit);
    figure
        && tag.kind == Kind::Place
        && tag.end - tag.start <= 2
        && name::is(&sheet.keys[tag.start], Class::Paper)
}

/// "*Brent* crude", "*Henry Hub* futures": what is traded is nobody.
fn traded(sheet: &Sheet, tag: &Tag) -> bool {
    let next = sheet.keys.get(tag.end).map_or("", |key| &**key);
    matches!(tag.kind, Kind::Person | Kind::Organization) && name::is(next, Class::Traded)
}

/// Months and days of the week alone are no names.
fn calendar(sheet: &Sheet, tag: &Tag) -> bool {
    let word = |at: usize| {
        let key = sheet.keys[at].trim_end_matches('.');
        match time_word(std::iter::once(key)).map(|(_, row)| row.meaning) {
            // May is a name too.
            Some(TimeWord::Month(month)) => month != 5,
            Some(TimeWord::Weekday(_)) => true,
            _ => key == "state",
        }
    };
    word(tag.start) && (tag.end - tag.start == 1 || sheet.shapes[tag.end - 1] == Shape::Digit)
}

/// A line of a place and a date is a dateline, whatever the place is otherwise.
fn dateline(sheet: &Sheet, tags: &mut [Tag]) {
    let date = |at: usize| sheet.keys[at] == "0000";
    let Some(at) = (0..sheet.len()).find(|at| date(*at)) else { return };
    let rest = at + 5 == sheet.len()
        && sheet.shapes[at..].iter().all(|s| *s == Shape::Digit || *s == Shape::Mark);
    let covered = |word: usize| tags.iter().any(|tag| (tag.start..tag.end).contains(&word));
    let before = (0..at).all(|word| covered(word) || sheet.keys[word] == ",");
    if rest && at > 0 && before {
        tags.iter_mut().for_each(|tag| tag.kind = Kind::Place);
    }
}

/// The end of the well-known place that begins at word `at`, if one does.
fn known_place(sheet: &Sheet, at: usize) -> Option<usize> {
    if sheet.flags[at] & flag::KNOWN_PLACE == 0 {
        return None;
    }
    let inner = |at: &usize| sheet.flags[*at] & flag::IN_KNOWN_PLACE != 0;
    Some((at + 1..sheet.len()).take_while(inner).last().map_or(at + 1, |last| last + 1))
}

/// Well-known places and organizations that the tagger passed over, and that are no common words.
fn add_known(sheet: &Sheet, tags: &mut Vec<Tag>) {
    let mut at = 0;
    while at < sheet.len() {
        let place = known_place(sheet, at).or_else(|| seat(sheet, at));
        let free = |end: usize| tags.iter().all(|tag| tag.end <= at || end <= tag.start);
        match place {
            Some(end) if free(end) && plain(sheet, at, end) => {
                tags.push(Tag { start: at, end, kind: Kind::Place });
                at = end;
            }
            _ if free(at + 1) && (acronym(sheet, at) || well_known(sheet, at)) => {
                tags.push(Tag { start: at, end: at + 1, kind: Kind::Organization });
                at += 1;
            }
            _ => at += 1,
        }
    }
    tags.sort_by_key(|tag| tag.start);
}

/// "the WHO": the letters of a well-known organization.
fn acronym(sheet: &Sheet, at: usize) -> bool {
    let led = at > 0 && sheet.keys[at - 1] == "the";
    let alone = sheet.flags.get(at + 1).is_none_or(|flags| flags & flag::IN_ORGANIZATION == 0);
    sheet.shapes[at] == Shape::Upper
        && sheet.keys[at].len() > 2
        && sheet.flags[at] & flag::ORGANIZATION != 0
        && (led || sheet.flags[at] & flag::COMMON == 0)
        && alone
        && !sheet.upper
}

/// "a stake in *Chrysler*": one word that names a well-known organization and nothing else.
fn well_known(sheet: &Sheet, at: usize) -> bool {
    let flags = |at: usize| sheet.flags.get(at).copied().unwrap_or_default();
    let other = flag::COMMON
        | flag::GIVEN
        | flag::SURNAME
        | flag::DEMONYM
        | flag::TEAM
        | flag::TOWN
        | flag::KNOWN_PLACE
        | flag::IN_ORGANIZATION;
    let named = |at: usize| sheet.shapes.get(at).is_some_and(|shape| shape.begins_name());
    let lone = || !named(at - 1) && !named(at + 1);
    at > 0
        && sheet.shapes[at] == Shape::Capital
        && lone()
        && flags(at) & flag::ORGANIZATION != 0
        && flags(at) & other == 0
        && flags(at + 1) & flag::IN_ORGANIZATION == 0
        && !sheet.upper
}

/// Whether the words can be taken for the name without the tagger's word for it.
fn plain(sheet: &Sheet, start: usize, end: usize) -> bool {
    let shape = sheet.shapes[start];
    let common = sheet.flags[start] & flag::COMMON != 0;
    let other = flag::GIVEN
        | flag::SURNAME
        | flag::DEMONYM
        | flag::ORGANIZATION
        | flag::TEAM
        | flag::IN_ORGANIZATION
        | flag::IN_TEAM;
    // "The States", not "the states" at the head of a sentence.
    let article = sheet.keys[start] == "the"
        && !sheet.shapes.get(start + 1).is_some_and(|shape| shape.begins_name());
    shape.begins_name()
        && !article
        && (end - start > 1 || (!common && sheet.flags[start] & other == 0))
        && !(sheet.upper && common)
        && shape != Shape::Initials
}

/// Adds the names that the tagger found in the document and passed over elsewhere: the same words
/// with the same capitals within a sentence, and a surname once the full name is known.
pub(super) fn again(text: &str, trees: &[Tree], found: &mut Vec<Found>) {
    let mut known: BTreeMap<&str, Kind> = BTreeMap::new();
    for name in found.iter().filter(|name| name.kind != Kind::Other && !name.upper) {
        let form = name.span(&trees[name.sentence]).of(text);
        let last = form.rsplit_once(' ').filter(|_| name.kind == Kind::Person);
        if let Some(word) = last.map(|(_, last)| last).or((!form.contains(' ')).then_some(form)) {
            known.entry(word).or_insert(name.kind);
        }
    }
    let taken: BTreeSet<(usize, usize)> =
        found.iter().flat_map(|f| (f.start..f.end).map(|at| (f.sentence, at))).collect();
    for (sentence, tree) in trees.iter().enumerate() {
        let free = |at: usize| !taken.contains(&(sentence, at));
        for start in (1..tree.words.len()).filter(|&at| free(at) && lone(text, tree, at)) {
            let form = tree.form(text, start);
            if let Some(&kind) = known.get(form).filter(|_| form.chars().count() > 2) {
                let end = start + 1;
                let (upper, weak, thing, sure) = (false, false, None, false);
                let scores = [0; 4];
                found.push(Found { sentence, start, end, kind, upper, weak, thing, sure, scores });
            }
        }
    }
    found.sort_by_key(|found| (found.sentence, found.start));
}

/// Whether word `at` is a proper noun between words that are no part of a longer name.
fn lone(text: &str, tree: &Tree, at: usize) -> bool {
    let capital = |at: usize| {
        tree.words.get(at).is_some_and(|w| w.span.of(text).starts_with(char::is_uppercase))
    };
    tree.words[at].upos == Upos::Propn
        && capital(at)
        && time_word(std::iter::once(&*lower(tree.form(text, at)))).is_none()
        && !capital(at + 1)
        && (at == 1 || !capital(at - 1))
}
