//! What the words around a name tell of its kind, where no table knows the name: "the village of
//! Skelby", "Skelby, a village in the north", "Skelby airport".

use super::sheet::{Shape, Sheet, flag};
use super::tagger::{Kind, Tag};
use crate::lexicon::name::{self, Class};
use crate::lexicon::place::{PlaceKind, places_folded};
use crate::syntax::{Rel, Tree, Upos};

/// At most so many words stand from the comma after a name to the noun that says what it is.
const APPOSED: usize = 6;

/// Gives the kind of a place to names that the words around them show to be one, and finds those
/// that the tagger passed over.
pub(super) fn places(tree: &Tree, sheet: &Sheet, tags: &mut Vec<Tag>) {
    if sheet.upper || sheet.tabular {
        return;
    }
    for at in 0..sheet.len() {
        if !is_near_name(sheet, tags, at) {
            continue;
        }
        let word = sheet.keys[at].trim_end_matches("'s");
        if !sheet.shapes[at].begins_name() && name::is(word, Class::Settlement) {
            named_before(tree, sheet, tags, at);
        }
        apposed(tree, sheet, tags, at);
        apposed_behind(tree, sheet, tags, at);
        let led = name::is(word, Class::Settlement) || name::is(word, Class::InPlace);
        if led && sheet.keys.get(at + 1).is_some_and(|key| key == "of") {
            named_after(tree, sheet, tags, at + 2);
        }
    }
    for at in 0..tags.len() {
        if in_division(sheet, tags, at)
            || stayed_at(tree, sheet, &tags[at])
            || camp(sheet, &tags[at])
            || is_street(sheet, &tags[at])
            || at_sea(sheet, &tags[at])
            || on_the_way(sheet, tags, at)
            || is_water(sheet, &tags[at])
        {
            tags[at].kind = Kind::Place;
        }
    }
    tags.retain(|tag| !is_one_of_many(tree, sheet, tag));
    untagged_street(sheet, tags);
    for tag in tags.iter_mut().filter(|tag| tag.end == tag.start + 1) {
        if has_shares(sheet, tag) || is_called(tree, sheet, tag) {
            tag.kind = Kind::Organization;
        } else if based(sheet, tag) || comes_from(sheet, tag) {
            tag.kind = Kind::Place;
        }
    }
    untagged_town(tree, sheet, tags);
    near(tree, sheet, tags);
    listed(sheet, tags);
}

/// "a white *Škoda*": what one may have one of is no place, when no table knows one of that name.
fn is_one_of_many(tree: &Tree, sheet: &Sheet, tag: &Tag) -> bool {
    let known = flag::KNOWN_PLACE | flag::TOWN | flag::PLACE_WORD | flag::IN_KNOWN_PLACE;
    let plain = |at: usize| tree.words[at].upos == Upos::Adj && sheet.shapes[at] == Shape::Lower;
    let first = (0..tag.start).rev().take_while(|&at| plain(at)).last().unwrap_or(tag.start);
    let article = first.checked_sub(1).is_some_and(|at| matches!(&*sheet.keys[at], "a" | "an"));
    let whole = tree.words.get(tag.end).is_none_or(|next| {
        !matches!(next.upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Part)
            && !sheet.keys[tag.end].is_empty()
    });
    tag.kind == Kind::Place
        && tag.end == tag.start + 1
        && sheet.flags[tag.start] & known == 0
        && article
        && whole
}

/// Whether a name stands beside word `at` in one of the ways that this module reads: a quick test
/// that most words fail.
fn is_near_name(sheet: &Sheet, tags: &[Tag], at: usize) -> bool {
    let capital = |at: usize| sheet.shapes.get(at).is_some_and(|shape| shape.begins_name());
    let of = || sheet.keys.get(at + 1).is_some_and(|key| key == "of") && capital(at + 2);
    let comma = |tag: &Tag| tag.end < at && at - tag.end <= APPOSED && sheet.keys[tag.end] == ",";
    let behind = || sheet.keys.get(at + 1).is_some_and(|key| key == ",") && capital(at + 2);
    at > 0 && capital(at - 1) || of() || behind() || tags.iter().any(comma)
}

/// "in *Paradise*, Calif.": a capitalized word between a word of place and the state that holds it.
fn untagged_town(tree: &Tree, sheet: &Sheet, tags: &mut Vec<Tag>) {
    for comma in 2..sheet.len() {
        let held = sheet.keys[comma] == ","
            && tags.iter().any(|tag| tag.start == comma + 1 && is_division(sheet, tag));
        let name = |at: usize| {
            sheet.shapes[at] == Shape::Capital
                && tree.words[at].upos != Upos::Det
                && !tags.iter().any(|tag| (tag.start..tag.end).contains(&at))
        };
        let start = (1..comma).rev().take_while(|&at| name(at)).last();
        let led = |start: usize| matches!(&*sheet.keys[start - 1], "in" | "near" | "outside");
        if let Some(start) = start.filter(|&start| held && led(start)) {
            set(sheet, tags, start, comma);
        }
    }
}

/// "a farm near *Skibbereen*": a capitalized word that nobody is known by after a word that only
/// places follow.
fn near(tree: &Tree, sheet: &Sheet, tags: &mut Vec<Tag>) {
    for at in 1..sheet.len() {
        if &*sheet.keys[at - 1] != "near" || sheet.shapes[at] != Shape::Capital {
            continue;
        }
        let end = (at..sheet.len()).find(|&at| !is_name(tree, sheet, at)).unwrap_or(sheet.len());
        let free = tags.iter().all(|tag| tag.end <= at || end <= tag.start);
        let owned = sheet.keys.get(end).is_some_and(|key| key == "'s");
        if free && !owned && end - at == 1 && sheet.flags[at] & (flag::GIVEN | flag::SURNAME) == 0 {
            set(sheet, tags, at, end);
        }
    }
}

/// "Bari, Corfu and *Kotor*": of names in a list the unknown ones are what the known ones are.
fn listed(sheet: &Sheet, tags: &mut [Tag]) {
    let joins = |a: &Tag, b: &Tag| {
        let between = &sheet.keys[a.end..b.start];
        !between.is_empty()
            && between.len() <= 2
            && between.iter().all(|key| matches!(&**key, "," | "and"))
    };
    let mut start = 0;
    while start < tags.len() {
        let mut end = start + 1;
        while end < tags.len() && joins(&tags[end - 1], &tags[end]) {
            end += 1;
        }
        if end - start > 2 {
            of_one_kind(sheet, &mut tags[start..end]);
        }
        start = end;
    }
}

/// Gives the unknown names of a list the one kind that its known names have.
fn of_one_kind(sheet: &Sheet, tags: &mut [Tag]) {
    let known = |tag: &Tag| {
        let place = flag::KNOWN_PLACE | flag::TOWN;
        let person = flag::GIVEN | flag::SURNAME;
        let flags = sheet.flags[tag.start];
        match tag.kind {
            Kind::Place => flags & place != 0,
            Kind::Organization => flags & (flag::ORGANIZATION | flag::TEAM) != 0,
            Kind::Person => flags & person != 0,
            Kind::Other => true,
        }
    };
    let bare = |tag: &Tag| {
        let any = flag::KNOWN_PLACE
            | flag::TOWN
            | flag::GIVEN
            | flag::SURNAME
            | flag::PLACE_WORD
            | flag::TITLE;
        (tag.start..tag.end).all(|at| sheet.flags[at] & any == 0 && !is_other(sheet, at))
    };
    let mut kinds = tags.iter().filter(|tag| known(tag)).map(|tag| tag.kind);
    let Some(kind) = kinds.next().filter(|kind| *kind != Kind::Other) else { return };
    let one = kinds.all(|other| other == kind);
    let sure = tags.iter().filter(|tag| known(tag)).count() * 2 >= tags.len();
    if one && sure {
        tags.iter_mut().filter(|tag| bare(tag)).for_each(|tag| tag.kind = kind);
    }
}

/// "at *Castel Gandolfo*", "in *Oskerud*": where somebody is; the tables know nobody of that name.
fn stayed_at(tree: &Tree, sheet: &Sheet, tag: &Tag) -> bool {
    let Some(before) = tag.start.checked_sub(1) else { return false };
    let at = &*sheet.keys[before] == "at";
    // "shouted at Marlow"
    let aimed = before.checked_sub(1).is_some_and(|verb| tree.words[verb].upos == Upos::Verb);
    (at || matches!(&*sheet.keys[before], "in" | "near" | "outside"))
        && is_unknown(sheet, tag)
        && !(at && aimed)
}

/// "*Kibbutz Nir Oz*", "*Camp Ashraf*": what the name begins with is a place.
fn camp(sheet: &Sheet, tag: &Tag) -> bool {
    matches!(tag.kind, Kind::Person | Kind::Organization)
        && tag.end > tag.start + 1
        && name::is(&sheet.keys[tag.start], Class::Settlement)
        && sheet.flags[tag.start] & flag::GIVEN == 0
}

/// "of *Mill Lane*": a street, whoever else may end so.
fn is_street(sheet: &Sheet, tag: &Tag) -> bool {
    let led = tag.start.checked_sub(1).is_some_and(|before| {
        matches!(&*sheet.keys[before], "of" | "in" | "on" | "at" | "along" | "off" | "to" | "from")
    });
    let last = &*sheet.keys[tag.end - 1];
    led && matches!(tag.kind, Kind::Person | Kind::Other)
        && tag.end > tag.start + 1
        && name::is(last, Class::Street)
        && sheet.flags[tag.start] & (flag::GIVEN | flag::TITLE) == 0
}

/// "the river *Lima*": a river or lake is called so.
fn is_water(sheet: &Sheet, tag: &Tag) -> bool {
    let led = tag.start.checked_sub(1).filter(|&at| sheet.shapes[at] == Shape::Lower);
    led.is_some_and(|at| name::is(&sheet.keys[at], Class::Water))
        && matches!(tag.kind, Kind::Person | Kind::Organization)
        && sheet.keys.get(tag.end).is_none_or(|key| key != "'s")
}

/// "of *Mill Lane*, Keynsham": a street that the tagger passed over, as addresses have it.
fn untagged_street(sheet: &Sheet, tags: &mut Vec<Tag>) {
    for last in 2..sheet.len() {
        let led = matches!(&*sheet.keys[last - 2], "of" | "in" | "on" | "off");
        let whole = sheet.keys.get(last + 1).is_none_or(|key| matches!(&**key, "," | "." | "in"));
        let capital = |at: usize| sheet.shapes[at] == Shape::Capital;
        let free = || tags.iter().all(|tag| tag.end < last || tag.start > last);
        if led
            && whole
            && capital(last)
            && capital(last - 1)
            && name::is(&sheet.keys[last], Class::Street)
            && sheet.flags[last - 1] & (flag::GIVEN | flag::TITLE) == 0
            && free()
        {
            tags.push(Tag { start: last - 1, end: last + 1, kind: Kind::Place });
            tags.sort_by_key(|tag| tag.start);
        }
    }
}

/// Whether no table knows the one word of a name as somebody's or some place's.
fn is_nobodys(sheet: &Sheet, tag: &Tag) -> bool {
    let known = flag::GIVEN | flag::SURNAME | flag::TITLE | flag::KNOWN_PLACE | flag::DEMONYM;
    sheet.flags[tag.start] & known == 0
        && matches!(sheet.shapes[tag.start], Shape::Capital | Shape::Mixed)
}

/// "shares in *Skelvane*", "*Skelvane* shares": a firm.
fn has_shares(sheet: &Sheet, tag: &Tag) -> bool {
    let key = |at: Option<usize>| at.and_then(|at| sheet.keys.get(at)).map_or("", |key| &**key);
    let before = key(tag.start.checked_sub(1)) == "in"
        && matches!(key(tag.start.checked_sub(2)), "shares" | "stake");
    let own = tag.end + usize::from(key(Some(tag.end)) == "'s");
    let after = key(Some(own)) == "shares";
    matches!(tag.kind, Kind::Person | Kind::Place) && (before || after) && is_nobodys(sheet, tag)
}

/// "the low-cost carrier *Skelvane*", "the pilots' union, *Balpa*, said": what the noun before the name says it is.
fn is_called(tree: &Tree, sheet: &Sheet, tag: &Tag) -> bool {
    let body = |at: usize| {
        tree.words[at].upos == Upos::Noun
            && sheet.shapes[at] == Shape::Lower
            && name::is(&sheet.keys[at], Class::Body)
            && !name::is(&sheet.keys[at], Class::Role)
    };
    let before = tag.start.checked_sub(1);
    let beside = before.is_some_and(body);
    let closed = || sheet.keys.get(tag.end).is_some_and(|key| key == ",");
    let apposed =
        before.is_some_and(|comma| sheet.keys[comma] == "," && comma > 0 && body(comma - 1));
    matches!(tag.kind, Kind::Person | Kind::Place)
        && (beside || apposed && closed())
        && is_nobodys(sheet, tag)
}

/// "the *Luton*-based airline": where something is.
fn based(sheet: &Sheet, tag: &Tag) -> bool {
    let key = |at: usize| sheet.keys.get(at).map_or("", |key| &**key);
    matches!(tag.kind, Kind::Person | Kind::Organization)
        && sheet.keys.get(tag.end).is_some_and(|hyphen| hyphen.is_empty())
        && key(tag.end + 1) == "based"
}

/// "a welder from *Laredo*": where somebody of a trade comes from, when the tables have such a town.
fn comes_from(sheet: &Sheet, tag: &Tag) -> bool {
    let key = |back: usize| tag.start.checked_sub(back).map_or("", |at| &*sheet.keys[at]);
    let town = sheet.flags[tag.start] & (flag::KNOWN_PLACE | flag::TOWN) != 0;
    key(1) == "from"
        && name::is(key(2), Class::Role)
        && matches!(key(3), "a" | "an")
        && matches!(tag.kind, Kind::Person | Kind::Organization)
        && town
}

/// Whether a name is taken for somebody's though the tables know nobody of it.
fn is_unknown(sheet: &Sheet, tag: &Tag) -> bool {
    let known = flag::GIVEN | flag::SURNAME | flag::TITLE | flag::PARTICLE;
    tag.kind == Kind::Person
        && (tag.start..tag.end).all(|word| sheet.flags[word] & known == 0 && !is_other(sheet, word))
        && sheet.keys.get(tag.end).is_none_or(|key| key != "'s")
}

/// "the ferry ran aground off *Skelby*", where the sentence tells of a ship.
fn at_sea(sheet: &Sheet, tag: &Tag) -> bool {
    let led = tag
        .start
        .checked_sub(1)
        .is_some_and(|before| matches!(&*sheet.keys[before], "at" | "off" | "into"));
    let anyone = Tag { kind: Kind::Person, ..*tag };
    led && matches!(tag.kind, Kind::Person | Kind::Organization)
        && is_unknown(sheet, &anyone)
        && sheet.keys.iter().any(|key| name::is(key, Class::Vessel))
}

/// "from Hull to *Skelby*", "from *Skelby* to Hull": one end of a way is a place as the other is.
fn on_the_way(sheet: &Sheet, tags: &[Tag], at: usize) -> bool {
    let joined = |from: &Tag, to: &Tag| {
        let led = from.start.checked_sub(1).is_some_and(|before| sheet.keys[before] == "from");
        led && to.start == from.end + 1 && sheet.keys[from.end] == "to"
    };
    let place = |tag: &&Tag| tag.kind == Kind::Place;
    let other = match at.checked_sub(1).map(|before| &tags[before]) {
        Some(from) if joined(from, &tags[at]) => Some(from),
        _ => tags.get(at + 1).filter(|to| joined(&tags[at], to)),
    };
    other.filter(place).is_some() && is_unknown(sheet, &tags[at])
}

/// Whether the tables know the word as something that is no place.
fn is_other(sheet: &Sheet, at: usize) -> bool {
    let known = flag::DEMONYM
        | flag::ORGANIZATION
        | flag::IN_ORGANIZATION
        | flag::TEAM
        | flag::ORGANIZATION_WORD;
    sheet.flags[at] & known != 0
}

/// Makes a place of the words `start..end`, whatever they were tagged as, when they are one name.
fn set(sheet: &Sheet, tags: &mut Vec<Tag>, start: usize, end: usize) {
    let over = |tag: &Tag| tag.start < end && start < tag.end;
    let same = |tag: &Tag| tag.start == start && tag.end == end;
    if (start..end).any(|at| is_other(sheet, at)) {
        return;
    }
    match tags.iter_mut().find(|tag| over(tag)) {
        Some(tag) if same(tag) => tag.kind = Kind::Place,
        Some(_) => {}
        None => {
            tags.push(Tag { start, end, kind: Kind::Place });
            tags.sort_by_key(|tag| tag.start);
        }
    }
}

/// Whether the word at `at` is a capitalized name and no capitalized word of another kind.
fn is_name(tree: &Tree, sheet: &Sheet, at: usize) -> bool {
    tree.words.get(at).is_some_and(|word| word.upos == Upos::Propn)
        && sheet.shapes[at].begins_name()
        && sheet.flags[at] & flag::TITLE == 0
}

/// "the village of *Skelby*", "the mayor of *Skelby*".
fn named_after(tree: &Tree, sheet: &Sheet, tags: &mut Vec<Tag>, start: usize) {
    let end = (start..sheet.len()).find(|&at| !is_name(tree, sheet, at)).unwrap_or(sheet.len());
    // "the town of Skelby's mayor" and "the city of Port St. Hild" end where the tag does.
    let end = tags.iter().find(|tag| tag.start == start).map_or(end, |tag| tag.end);
    if start < end && end - start <= 4 {
        set(sheet, tags, start, end);
    }
}

/// "*Halden* province", "*Kelvaro* airport": the name stands before the noun, which is no part of
/// another phrase ("Skelby town council").
fn named_before(tree: &Tree, sheet: &Sheet, tags: &mut Vec<Tag>, noun: usize) {
    let inner = matches!(tree.words[noun].rel, Rel::Compound | Rel::NmodPoss)
        || tree.words.get(noun + 1).is_some_and(|word| word.upos == Upos::Noun);
    let start = (0..noun).rev().take_while(|&at| is_name(tree, sheet, at)).last();
    let Some(start) = start.filter(|_| !inner) else { return };
    // "the Shia village of Beit Rahal", "a Halden village": said of the place, not its name.
    let of = sheet.keys.get(noun + 1).is_some_and(|key| key == "of")
        && sheet.shapes.get(noun + 2).is_some_and(|shape| shape.begins_name());
    let one = start.checked_sub(1).is_some_and(|at| {
        matches!(&*sheet.keys[at], "a" | "an" | "another" | "each" | "every" | "one")
    });
    if of || one {
        return;
    }
    // What only the head of a sentence gives a capital.
    let common = start == 0 && sheet.flags[0] & flag::COMMON != 0;
    let person = sheet.flags[start] & flag::GIVEN != 0 && noun - start > 1;
    if !common && !person && noun - start <= 3 {
        set(sheet, tags, start, noun);
    }
}

/// "*Skelby*, a village in the north": the noun is all that is said of the name.
fn apposed(tree: &Tree, sheet: &Sheet, tags: &mut [Tag], noun: usize) {
    let word = &*sheet.keys[noun];
    let person = name::is(word, Class::Role);
    let place = name::is(word, Class::Settlement) || word == "capital";
    if !(person || place) || sheet.shapes[noun].begins_name() {
        return;
    }
    let Some(end) = appositive(tree, sheet, noun) else { return };
    let Some(tag) = tags.iter_mut().find(|tag| tag.end == end) else { return };
    // "Georgia, a nurse from Leeds": who is said to be somebody is no place.
    if person {
        let given = tag.end == tag.start + 1 && sheet.flags[tag.start] & flag::GIVEN != 0;
        if given && tag.kind != Kind::Other {
            tag.kind = Kind::Person;
        }
        return;
    }
    if !matches!(tag.kind, Kind::Person | Kind::Organization) {
        return;
    }
    let full = tag.end - tag.start > 1 && sheet.flags[tag.start] & flag::GIVEN != 0;
    if !full && !(tag.start..tag.end).any(|at| is_other(sheet, at)) {
        tag.kind = Kind::Place;
    }
}

/// "the capital, *Orskelby*, was quiet", "in the second city, *Karst*.": between commas the name of what was just
/// spoken of.
fn apposed_behind(tree: &Tree, sheet: &Sheet, tags: &mut Vec<Tag>, noun: usize) {
    let word = &*sheet.keys[noun];
    let place = name::is(word, Class::Settlement) || word == "capital";
    let start = noun + 2;
    let comma = sheet.keys.get(noun + 1).is_some_and(|key| key == ",");
    if !place || !comma || sheet.shapes[noun].begins_name() || start >= sheet.len() {
        return;
    }
    let end = (start..sheet.len()).find(|&at| !is_name(tree, sheet, at)).unwrap_or(sheet.len());
    let closed = sheet.keys.get(end).is_none_or(|key| matches!(&**key, "," | "." | ";" | ")"));
    let determined = tree.words[..noun].iter().rev().take(APPOSED).any(|word| {
        let own = matches!(&*word.lemma, "the" | "its" | "their" | "'s");
        own && matches!(word.upos, Upos::Det | Upos::Pron | Upos::Part)
    });
    let known = flag::GIVEN | flag::SURNAME | flag::TITLE | flag::PARTICLE;
    let free = |at: usize| sheet.flags[at] & known == 0 && !is_other(sheet, at);
    if (start + 1..=start + 3).contains(&end) && closed && determined && (start..end).all(free) {
        set(sheet, tags, start, end);
    }
}

/// The end of the name that a noun is the whole apposition of: "*Skelby*, a quiet village".
pub(super) fn appositive(tree: &Tree, sheet: &Sheet, noun: usize) -> Option<usize> {
    let key = |at: usize| sheet.keys.get(at).map_or("", |key| &**key);
    let whole = tree
        .words
        .get(noun + 1)
        .is_none_or(|next| !matches!(next.upos, Upos::Noun | Upos::Propn | Upos::Part));
    let article = (noun.saturating_sub(APPOSED - 1)..noun)
        .rev()
        .filter(|&at| !matches!(key(at), "-" | ""))
        .find(|&at| {
            let word = &tree.words[at];
            matches!(word.upos, Upos::Det | Upos::Punct)
                || word.upos == Upos::Verb && word.rel != Rel::Amod
        })
        .filter(|&at| matches!(key(at), "a" | "an" | "the"))?;
    article.checked_sub(1).filter(|&at| whole && key(at) == ",")
}

/// "in *Dunmore Falls*, Texas": a name after a word of place and before the country or state that
/// holds it.
fn in_division(sheet: &Sheet, tags: &[Tag], at: usize) -> bool {
    let (tag, Some(next)) = (&tags[at], tags.get(at + 1)) else { return false };
    let led = tag.start.checked_sub(1).is_some_and(|before| {
        matches!(&*sheet.keys[before], "in" | "near" | "outside" | "around" | "at")
    });
    let held = next.start == tag.end + 1
        && sheet.keys[tag.end] == ","
        && matches!(tag.kind, Kind::Person | Kind::Organization);
    if !led || !held || (tag.start..tag.end).any(|at| is_other(sheet, at)) {
        return false;
    }
    is_division(sheet, next)
}

/// Whether a name is that of a country or of a part of one.
fn is_division(sheet: &Sheet, tag: &Tag) -> bool {
    let key = sheet.keys[tag.start..tag.end].join(" ");
    tag.kind == Kind::Place
        && places_folded(&key).iter().any(|place| place.kind <= PlaceKind::Division)
}
