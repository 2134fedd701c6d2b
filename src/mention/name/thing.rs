//! Names of things, which are nobody and no place: storms, wildfires, ships, films, software.

use super::called::Called;
use super::setting::appositive;
use super::sheet::{Shape, Sheet, flag};
use super::tagger::{Kind, Tag};
use crate::lexicon::name::{self, Class};
use crate::lexicon::noun;
use crate::syntax::{Tree, Upos};
use crate::value::ThingKind;

/// Takes what the words around a name show to be a thing for nobody's name. Returns the ships,
/// storms and fires among them.
pub(super) fn unname(tree: &Tree, sheet: &Sheet, tags: &mut Vec<Tag>) -> Vec<Called> {
    if sheet.upper {
        return Vec::new();
    }
    let mut known = untagged_storms(sheet, tags);
    for tag in tags.iter_mut() {
        let storm = storm(sheet, tag).map(|start| (start, ThingKind::Storm));
        let called = storm.or_else(|| Some((vessel(tree, sheet, tag)?, ThingKind::Vessel)));
        let called =
            called.or_else(|| is_disaster(sheet, tag).then_some((tag.start, ThingKind::Disaster)));
        if let Some((start, kind)) = called {
            (tag.start, tag.kind) = (start, Kind::Other);
            known.push(Called { start, end: tag.end, kind });
        } else if is_version(tree, sheet, tag) {
            tag.kind = Kind::Other;
            known.push(Called { start: tag.start, end: tag.end + 1, kind: ThingKind::Software });
        } else if is_made(tree, sheet, tag) || is_illness(sheet, tag) || is_index(sheet, tag) {
            tag.kind = Kind::Other;
        }
    }
    known
}

/// Whether the tables know the words of a name as somebody's or some place's.
fn is_known(sheet: &Sheet, tag: &Tag) -> bool {
    let known = flag::DEMONYM
        | flag::ORGANIZATION
        | flag::IN_ORGANIZATION
        | flag::TEAM
        | flag::ORGANIZATION_WORD;
    (tag.start..tag.end).any(|at| sheet.flags[at] & known != 0)
}

/// "Hurricane Milton", "storm Bert": a storm has a name and is nobody. The first word of all of it.
fn storm(sheet: &Sheet, tag: &Tag) -> Option<usize> {
    let storm = |at: usize| name::is(&sheet.keys[at], Class::Storm);
    // "Storm Prediction Center"
    let body = sheet.flags[tag.end - 1] & flag::ORGANIZATION_WORD != 0;
    if storm(tag.start) || body {
        return (tag.end > tag.start + 1 && !body).then_some(tag.start);
    }
    let before = tag.start.checked_sub(1).filter(|&at| storm(at))?;
    // "after the storm Miller said"
    let article = before.checked_sub(1).is_some_and(|at| matches!(&*sheet.keys[at], "a" | "the"));
    (sheet.shapes[before].begins_name() || !article).then_some(before)
}

/// "*Storm Benedikt* battered the coast", where the tagger passed over the name.
fn untagged_storms(sheet: &Sheet, tags: &mut Vec<Tag>) -> Vec<Called> {
    let mut found = Vec::new();
    for start in 0..sheet.len().saturating_sub(1) {
        let end = start + 2;
        let free = || tags.iter().all(|tag| tag.end <= start || end <= tag.start);
        let capital = |at: usize| sheet.shapes.get(at) == Some(&Shape::Capital);
        let alone = capital(start) && capital(start + 1) && !capital(end);
        let house = flag::ORGANIZATION_WORD | flag::PLACE_WORD | flag::OTHER_WORD;
        if alone
            && name::is(&sheet.keys[start], Class::Storm)
            && sheet.flags[start + 1] & house == 0
            && free()
        {
            tags.push(Tag { start, end, kind: Kind::Other });
            found.push(Called { start, end, kind: ThingKind::Storm });
        }
    }
    if !found.is_empty() {
        tags.sort_by_key(|tag| tag.start);
    }
    found
}

/// "the *Black Pines* wildfire": what happened is called so, and it is nobody.
fn is_disaster(sheet: &Sheet, tag: &Tag) -> bool {
    let next = sheet.keys.get(tag.end).map_or("", |key| &**key);
    let led = tag.start > 0 && sheet.keys[tag.start - 1] == "the";
    led && matches!(tag.kind, Kind::Person | Kind::Organization)
        && name::is(next, Class::Disaster)
        && !is_known(sheet, tag)
}

/// "*Cholera* spread": the one word names an illness.
fn is_illness(sheet: &Sheet, tag: &Tag) -> bool {
    let known = flag::GIVEN | flag::SURNAME;
    tag.end == tag.start + 1
        && sheet.flags[tag.start] & known == 0
        && name::is(&sheet.keys[tag.start], Class::Illness)
}

/// "the *Dow*", "Japan's *Nikkei* 225": what shares are measured by, where it is no news agency.
fn is_index(sheet: &Sheet, tag: &Tag) -> bool {
    let before = tag.start.checked_sub(1).map_or("", |at| &*sheet.keys[at]);
    let next = sheet.keys.get(tag.end).map_or("", |key| &**key);
    let told = matches!(before, "the" | "'s")
        || sheet.shapes.get(tag.end) == Some(&Shape::Digit)
        || matches!(next, "index" | "average" | "composite");
    let index = |at: usize| name::is(&sheet.keys[at], Class::Index);
    // "the pan-European STOXX 600"
    let described = sheet.flags[tag.start] & flag::DEMONYM != 0 && index(tag.end - 1);
    told && (index(tag.start) || described)
        && sheet.flags[tag.end - 1] & flag::ORGANIZATION_WORD == 0
}

/// "the ferry *Isle of Morna*", "*HMS Dauntless*", "the *Ocean Pearl*, a bulk carrier", "aboard the
/// *Bright Horizon*": a ship or spacecraft. The first word of its name.
fn vessel(tree: &Tree, sheet: &Sheet, tag: &Tag) -> Option<usize> {
    let start = tag.start;
    let prefix = |at: usize| {
        sheet.shapes[at] == Shape::Upper && name::is(&sheet.keys[at], Class::VesselPrefix)
    };
    if prefix(start) && tag.end > start + 1 {
        return Some(start);
    }
    if let Some(before) = start.checked_sub(1).filter(|&at| prefix(at)) {
        return Some(before);
    }
    let capital = |at: &usize| sheet.shapes[*at].begins_name();
    let first = (0..start).rev().take_while(capital).last().unwrap_or(start);
    if introduced(tree, sheet, tag, Class::Vessel) {
        return Some(start);
    }
    let opens = start == 0 && tag.end > 1 && is_noun(sheet, 0, Class::Vessel);
    let whole = Tag { start: first, ..*tag };
    if before(tree, sheet, &whole, Class::Vessel) && sheet.flags[first] & flag::DEMONYM == 0 {
        return Some(first);
    }
    let person = tag.kind == Kind::Person;
    let comma = person && sheet.keys.get(tag.end).is_some_and(|key| key == ",");
    let apposed = comma
        && (tag.end + 2..sheet.len().min(tag.end + 10)).any(|at| {
            is_noun(sheet, at, Class::Vessel) && appositive(tree, sheet, at) == Some(tag.end)
        });
    (opens && tag.kind != Kind::Organization || (apposed || aboard(sheet, start)) && person)
        .then_some(start)
}

/// Whether a name is that of what people are in or on: "aboard the *Bright Horizon*".
fn aboard(sheet: &Sheet, start: usize) -> bool {
    let key = |back: usize| start.checked_sub(back).map_or("", |at| &*sheet.keys[at]);
    let the = usize::from(key(1) == "the");
    key(the + 1) == "aboard" || key(the + 1) == "board" && key(the + 2) == "on"
}

/// "the film *Barbie*", "the *Signal* app", "*Python* 3.10": what somebody made and named.
fn is_made(tree: &Tree, sheet: &Sheet, tag: &Tag) -> bool {
    if introduced(tree, sheet, tag, Class::Work) {
        return true;
    }
    if !matches!(tag.kind, Kind::Person | Kind::Organization) || is_known(sheet, tag) {
        return false;
    }
    let told = [Class::Work, Class::Software]
        .into_iter()
        .any(|class| before(tree, sheet, tag, class) || introduced(tree, sheet, tag, class));
    let next = tag.end;
    let phrase = next + usize::from(!is_noun(sheet, next, Class::Software));
    let after = phrase < sheet.len()
        && is_noun(sheet, phrase, Class::Software)
        && sheet.shapes[next] == Shape::Lower
        && tree.words.get(phrase + 1).is_none_or(|word| word.upos != Upos::Noun);
    told || after && tag.kind == Kind::Person
}

/// "*Python* 3.10": one word that nobody is known to be called, with the number of a version.
fn is_version(tree: &Tree, sheet: &Sheet, tag: &Tag) -> bool {
    let bearer = flag::GIVEN | flag::SURNAME | flag::KNOWN_PLACE;
    let number = tree.words.get(tag.end).filter(|_| !sheet.tabular);
    let dotted = number.is_some_and(|_| {
        sheet.shapes[tag.end] == Shape::Digit && sheet.keys[tag.end].contains('.')
    });
    let ends = tree.words.get(tag.end + 1).is_none_or(|word| word.upos != Upos::Noun);
    let free = matches!(tag.kind, Kind::Person | Kind::Organization) && !is_known(sheet, tag);
    // "US$ 148.9 million"
    let word = matches!(sheet.shapes[tag.start], Shape::Capital | Shape::Mixed);
    free && word
        && dotted
        && ends
        && tag.end == tag.start + 1
        && sheet.flags[tag.start] & bearer == 0
}

/// Whether a noun of a class ends at word `at`, also one of two words.
fn is_noun(sheet: &Sheet, at: usize, class: Class) -> bool {
    let Some(word) = sheet.keys.get(at).filter(|word| word.len() > 2) else { return false };
    if !matches!(sheet.shapes[at], Shape::Lower | Shape::Capital | Shape::Upper) {
        return false;
    }
    let two = || {
        let first = at.checked_sub(1).filter(|&at| sheet.shapes[at] == Shape::Lower);
        let first = first.map(|first| &*sheet.keys[first]).filter(|first| first.len() > 2);
        first.is_some_and(|first| name::is(&format!("{first} {word}"), class))
    };
    name::is(word, class)
        || word.ends_with('s') && name::is(&noun::singular(word), class)
        || matches!(class, Class::Vessel | Class::Software) && two()
}

/// "A trawler, the *Saint Malo*, was boarded": a noun of a class, and between two commas what it is
/// called, before the verb.
fn introduced(tree: &Tree, sheet: &Sheet, tag: &Tag, class: Class) -> bool {
    let key = |at: usize| sheet.keys.get(at).map_or("", |key| &**key);
    let article = usize::from(tag.start > 0 && key(tag.start - 1) == "the");
    let Some(comma) = tag.start.checked_sub(1 + article).filter(|&at| at > 0) else { return false };
    let verb = tree.words.get(tag.end + 1).map(|word| word.upos);
    key(comma) == ","
        && is_noun(sheet, comma - 1, class)
        && key(tag.end) == ","
        && matches!(verb, Some(Upos::Verb | Upos::Aux))
}

/// Whether the word before a name is a noun of a class that the name belongs to; in "the film Nolan
/// made" it does not: there a verb of the name's own stands below the noun.
fn before(tree: &Tree, sheet: &Sheet, tag: &Tag, class: Class) -> bool {
    let Some(noun) = tag.start.checked_sub(1).filter(|&at| is_noun(sheet, at, class)) else {
        return false;
    };
    let above = tree.head(noun);
    let inside = |at: usize| (tag.start..tag.end).contains(&at);
    // The parser hangs both from one verb where they are one subject.
    let joined = (tag.start..tag.end)
        .filter_map(|at| tree.head(at).filter(|&head| !inside(head)))
        .any(|head| head == noun || Some(head) == above);
    // A noun that nothing governs has lost its verb to the name.
    joined || above.is_none_or(inside)
}
