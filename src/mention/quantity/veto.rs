//! Tells numbers that are names, dates and codes from numbers that count.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::amount::Amount;
use super::counts;
use super::lex::{Kind as Shape, Pieces};
use super::noun::Place;
use super::unit::Unit;
use crate::lexicon::context::{self, Role};
use crate::lexicon::number::{self, Kind};
use crate::lexicon::time::{TimeWord, time_word};
use crate::syntax::{Morph, Upos};

/// When the number at `amount` is part of a code, date, clock time, phone number or web address:
/// the piece after all of that.
pub(super) fn code(pieces: &Pieces<'_>, amount: &Amount) -> Option<usize> {
    let (first, end) = (amount.number.0, amount.end);
    if !amount.value.digits {
        let glued = first > 0 && pieces.hyphen(first - 1) && is_glued_before(pieces, first);
        return glued.then_some(end);
    }
    if pieces.form(end) == "×" && pieces.stuck(end) {
        return Some(chain_end(pieces, end + 1));
    }
    if is_lettered_label(pieces, amount) {
        return Some(chain_end(pieces, end));
    }
    if amount.unit.is_none() && is_glued_before(pieces, first) || is_glued_after(pieces, end) {
        return Some(chain_end(pieces, end));
    }
    // "24/01234", "the 1.x branch"
    let numbered = pieces.form(end) == "/" && pieces.stuck(end) && pieces.form(end + 1).len() > 4;
    let numbered = numbered && pieces.kind(end + 1) == Some(Shape::Digits);
    let open = pieces.form(end) == "." && pieces.stuck(end + 1) && pieces.lower(end + 1) == "x";
    if numbered || open && pieces.stuck(end) {
        return Some(chain_end(pieces, end));
    }
    let ratio =
        super::range::after_ratio(pieces, first) || super::range::ratio_follows(pieces, end);
    if clock(pieces, first, end) && !ratio {
        return Some(chain_end(pieces, end));
    }
    let dashed = |at: usize| {
        pieces.hyphen(at)
            && pieces.stuck(at)
            && pieces.stuck(at + 1)
            && pieces.kind(at + 1) == Some(Shape::Digits)
    };
    if amount.unit.is_none() && dashed(end) && dashed(end + 2) {
        return Some(chain_end(pieces, end));
    }
    if is_phone(pieces, first, end) {
        let mut at = chain_end(pieces, end);
        while pieces.kind(at) == Some(Shape::Digits) {
            at = chain_end(pieces, at + 1);
        }
        return Some(at);
    }
    if in_address(pieces, first) {
        return Some(chain_end(pieces, end));
    }
    None
}

/// Past digits, hyphens, points, colons and slashes that are stuck together.
pub(super) fn chain_end(pieces: &Pieces<'_>, end: usize) -> usize {
    let links = |at: usize| {
        let part = matches!(pieces.kind(at), Some(Shape::Digits | Shape::Word));
        match pieces.form(at) {
            "." => pieces.stuck(at + 1),
            form => part || pieces.hyphen(at) || matches!(form, ":" | "/" | "_"),
        }
    };
    let mut at = end;
    while pieces.stuck(at) && links(at) {
        at += 1;
    }
    at
}

/// "F150", "COVID-19", "Flight_12", "'98", "#5" but not "sub-300", "x20".
fn is_glued_before(pieces: &Pieces<'_>, first: usize) -> bool {
    if first == 0 || !pieces.stuck(first) {
        return false;
    }
    let before = pieces.lower(first - 1);
    match pieces.kind(first - 1) {
        Some(Shape::Word) => before != "x" && before != "c",
        Some(Shape::Digits) => true,
        // "went 3-for-4"
        _ if pieces.hyphen(first - 1)
            && first > 2
            && pieces.lower(first - 2) == "for"
            && pieces.hyphen(first - 3) =>
        {
            true
        }
        _ if pieces.hyphen(first - 1) => {
            pieces.stuck(first - 1)
                && first > 1
                && pieces.kind(first - 2) == Some(Shape::Word)
                && (!context::is(pieces.lower(first - 2), Role::Prefix)
                    || is_initial(pieces, first - 2))
                && number::word(pieces.lower(first - 2)).is_none()
        }
        _ => matches!(before, "_" | "#" | "@" | "&" | "'" | "’" | "‘") && first > 0,
    }
}

/// "the A-10": one capital letter within a sentence.
fn is_initial(pieces: &Pieces<'_>, at: usize) -> bool {
    at > 0 && pieces.capital(at) && pieces.form(at).len() == 1
}

/// "runway 27L", "gate 3m": a letter that is no unit.
fn is_lettered_label(pieces: &Pieces<'_>, amount: &Amount) -> bool {
    let after = amount.number.1;
    let letter = pieces.stuck(after) && pieces.form(after).len() == 1;
    let before = amount.from.checked_sub(1).map_or("", |at| pieces.lower(at));
    letter && amount.unit.is_some() && !amount.currency_first && number::is_label(before)
}

/// "747s", "13F", "5G", "3_a".
fn is_glued_after(pieces: &Pieces<'_>, end: usize) -> bool {
    pieces.stuck(end)
        && (pieces.kind(end) == Some(Shape::Word) && !matches!(pieces.lower(end), "x" | "ish")
            || pieces.form(end) == "X"
            || pieces.form(end) == "_")
}

/// "4:39", "10:38:07", "9 a.m.", "11 o'clock".
fn clock(pieces: &Pieces<'_>, first: usize, end: usize) -> bool {
    let colon = |at: usize| pieces.form(at) == ":" && pieces.stuck(at);
    let after = colon(end) && pieces.stuck(end + 1) && pieces.kind(end + 1) == Some(Shape::Digits);
    let before = first > 1
        && colon(first - 1)
        && pieces.stuck(first)
        && pieces.kind(first - 2) == Some(Shape::Digits);
    let half = context::is(pieces.lower(end), Role::Zone);
    let dotted = matches!(pieces.lower(end), "a" | "p")
        && pieces.form(end + 1) == "."
        && pieces.lower(end + 2) == "m";
    after
        || before
        || half
        || dotted
        || pieces.lower(end) == "o" && matches!(pieces.form(end + 1), "'" | "’")
}

/// "+44 20 7946 0000", "(555) 010-2345".
fn is_phone(pieces: &Pieces<'_>, first: usize, end: usize) -> bool {
    let plus = first > 0 && pieces.form(first - 1) == "+" && pieces.stuck(first);
    let area = first > 0 && pieces.form(first - 1) == "(" && pieces.form(end) == ")";
    let digits = |at: usize, least: usize| {
        pieces.kind(at) == Some(Shape::Digits) && pieces.form(at).len() >= least
    };
    let long = pieces.form(first).len() == 3
        && pieces.hyphen(end)
        && pieces.stuck(end)
        && digits(end + 1, 4)
        && pieces.form(end + 1).len() == 4
        && pieces.stuck(end + 1);
    let round = pieces.form(first).ends_with('0') && pieces.form(end + 1).ends_with('0');
    // The number after an area code: "(020) 7946".
    let after_area = first > 2
        && pieces.form(first - 1) == ")"
        && pieces.form(first - 3) == "("
        && digits(first - 2, 2)
        && (pieces.form(first - 2).starts_with('0') || pieces.form(first).len() == 3)
        && digits(first, 3);
    // The number after a dialling code: "01632 960983".
    let after_code = first > 0
        && digits(first - 1, 3)
        && pieces.form(first - 1).starts_with('0')
        && digits(first, 3);
    plus && digits(end, 2)
        || area && digits(end + 1, 3)
        || after_area
        || after_code
        || long && !round
}

/// Whether the number stands within a web or mail address: the run without spaces around it.
fn in_address(pieces: &Pieces<'_>, first: usize) -> bool {
    const REACH: usize = 60;
    let text = pieces.text.as_bytes();
    let at = pieces.all[first].span.start as usize;
    let space = |b: &u8| b.is_ascii_whitespace();
    let start = (at.saturating_sub(REACH)..at)
        .rev()
        .find(|&i| space(&text[i]))
        .map_or(at.saturating_sub(REACH), |i| i + 1);
    let stop = (at..text.len().min(at + REACH))
        .find(|&i| space(&text[i]))
        .unwrap_or(text.len().min(at + REACH));
    let run = &text[start..stop];
    let has = |part: &[u8]| run.windows(part.len()).any(|w| w == part);
    has(b"://") || has(b"www.") || has(b".com") || has(b".org") || has(b".net") || has(b"@")
}

/// Whether an idiom with the number in it stands here; then the piece after it.
pub(super) fn idiom(pieces: &Pieces<'_>, amount: &Amount) -> Option<usize> {
    let first = amount.number.0;
    (first.saturating_sub(4)..=first).find_map(|start| {
        let end = pieces.longest_as_written(number::idioms(), start)?;
        let whole = !(pieces.stuck(end) && pieces.kind(end) == Some(Shape::Word));
        // "a risk of one in a million"
        let share =
            pieces.phrase(start, start + 2) == "one in" && super::reading::tells_odds(pieces);
        // "737-800" is one name.
        (end > first && whole && !share).then(|| chain_end(pieces, end.max(amount.number.1)))
    })
}

/// Whether the number, without a unit of measurement or money, tells one thing from others of its
/// kind, is a year or day of the calendar, or part of a name.
pub(super) fn is_name(
    place: &Place<'_, '_>,
    amount: &Amount,
    noun: Option<&Unit>,
    bounded: bool,
) -> bool {
    let pieces = place.pieces;
    let ranked = amount.from > 0 && matches!(pieces.lower(amount.from - 1), "top" | "bottom");
    ranked && noun.is_none()
        || is_label(place, amount)
        || is_status(pieces, amount)
        || is_route(pieces, amount)
        || is_date(place, amount, noun, bounded)
        || is_pronoun(place, amount, noun, bounded)
        || is_street(pieces, amount)
        || is_enumeration(pieces, amount, noun)
        || !bounded && is_named(place, amount, noun)
}

/// "Node 20 or later", "Android 14 and above": a name, the number of its version, and what follows
/// says which others will do.
pub(super) fn is_version(place: &Place<'_, '_>, amount: &Amount) -> bool {
    let pieces = place.pieces;
    let end = amount.number.1;
    // "use 3.10 or later": nothing but a version comes later, and this one is no 3.1.
    let decimals = pieces.form(amount.number.0).rsplit_once('.').map_or("", |(_, part)| part);
    let dotted = decimals.len() > 1
        && amount.unit.is_none()
        && matches!(pieces.phrase(end, end + 2).as_str(), "or later" | "or newer" | "and later");
    let later = matches!(pieces.lower(end), "or" | "and")
        && context::is(pieces.lower(end + 1), Role::OtherVersion);
    let named = |at: usize| pieces.form(at).contains(char::is_uppercase);
    // "Python 3.10 and Windows 11 are": two decimals after the name that opens the sentence, and
    // nothing that they count.
    let opening = decimals.len() > 1
        && amount.unit.is_none()
        && amount.from == 1
        && pieces.capital(0)
        && is_opening_name(place)
        && is_closed_word(place, end);
    dotted
        || opening
        || later
            && amount.value.digits
            && amount.from > 0
            && pieces.kind(amount.from - 1) == Some(Shape::Word)
            && named(amount.from - 1)
            && !is_month(pieces, amount.from - 1)
}

/// Whether the word that opens the sentence is a noun or a name there.
fn is_opening_name(place: &Place<'_, '_>) -> bool {
    matches!(place.tree.words[0].upos, Upos::Noun | Upos::Propn)
        && place.tree.words[0].morph != Morph::Plural
}

/// Whether the piece is a verb, a helper or a word that joins.
fn is_closed_word(place: &Place<'_, '_>, at: usize) -> bool {
    let word = place.pieces.all.get(at).map(|piece| place.word_of(piece.span.start));
    let tag = word.map(|at| place.tree.words[at].upos);
    matches!(tag, Some(Upos::Aux | Upos::Verb | Upos::Cconj))
}

/// "First Lady", "the Second World War", "45th Street": an ordinal within a name.
pub(super) fn in_name(pieces: &Pieces<'_>, amount: &Amount) -> bool {
    let street = context::is(pieces.lower(amount.end), Role::Street);
    if amount.value.digits {
        return street && pieces.capital(amount.end);
    }
    pieces.capital(amount.number.0)
        && pieces.kind(amount.end) == Some(Shape::Word)
        && pieces.capital(amount.end)
        && !is_month(pieces, amount.end)
        && !mostly_capitals(pieces)
}

/// Whether the word before the number says that it tells one thing of a kind from the others.
pub(super) fn is_label(place: &Place<'_, '_>, amount: &Amount) -> bool {
    let pieces = place.pieces;
    let Some(before) = amount.from.checked_sub(1) else { return false };
    if pieces.form(before) == "." && before > 0 && pieces.stuck(before) {
        let initials = before > 2
            && pieces.form(before - 2) == "."
            && pieces.form(before - 1).len() == 1
            && pieces.form(before - 3).len() == 1
            && pieces.capital(before - 1)
            && pieces.stuck(before - 1);
        return initials && amount.value.digits
            || matches!(
                pieces.lower(before - 1),
                "no" | "nos" | "vol" | "fig" | "pp" | "art" | "sec" | "ch"
            );
    }
    // "the Group of 20"
    if pieces.form(before) == "of" && before > 1 && pieces.form(before - 1) == "Group" {
        return pieces.lower(before - 2) == "the" && amount.value.digits;
    }
    // "the world No 3"
    if matches!(pieces.form(before), "No" | "Nos") && before > 0 && amount.value.digits {
        return true;
    }
    if listed_label(pieces, before) || is_dialled(pieces, amount) {
        return true;
    }
    // "between exits 24 and 31": no verb, whatever the tagger says.
    let cased =
        before > 0 && matches!(pieces.lower(before - 1), "at" | "between" | "in" | "near" | "the");
    let verb = place.tagged
        && !cased
        && place.tree.words[place.word_of(pieces.all[before].span.start)].upos == Upos::Verb;
    // "blocks port 8080": so many digits without a comma count nothing.
    let form = pieces.form(amount.from);
    let long = form.len() > 3 && form.bytes().all(|b| b.is_ascii_digit());
    number::is_label(pieces.lower(before)) && (!verb || pieces.capital(before) || long)
}

/// "junctions 6 and *7*", "lines 4, *7* and *11*": only numbers since the plural of a label.
fn listed_label(pieces: &Pieces<'_>, before: usize) -> bool {
    let joins = |at: usize| matches!(pieces.lower(at), "," | "and" | "or" | "through" | "to");
    let digits = |at: usize| pieces.kind(at) == Some(Shape::Digits);
    let label = (0..before).rev().find(|&at| !joins(at) && !digits(at));
    let list = |label: usize| joins(before) && digits(label + 1);
    label.is_some_and(|at| {
        list(at) && pieces.lower(at).ends_with('s') && number::is_label(pieces.lower(at))
    })
}

/// "call *101*", "dial *911*", "text *60777*": a short number that is dialled, with nothing that it counts.
fn is_dialled(pieces: &Pieces<'_>, amount: &Amount) -> bool {
    let form = pieces.form(amount.number.0);
    let plain = amount.value.digits && amount.unit.is_none() && !form.contains(['.', ',']);
    let verb = amount.from.checked_sub(1).map_or("", |at| pieces.lower(at));
    let free = pieces.kind(amount.end) != Some(Shape::Word)
        || matches!(
            pieces.lower(amount.end),
            "and" | "or" | "for" | "if" | "with" | "quoting" | "immediately" | "when"
        );
    plain && matches!(form.len(), 3 | 5 | 6) && free && context::is(verb, Role::Dial)
}

/// "the *212* bus", "the *9* tram": one of its kind, since a bus is no plural.
fn is_route(pieces: &Pieces<'_>, amount: &Amount) -> bool {
    let the = amount.from > 0 && matches!(pieces.lower(amount.from - 1), "the" | "a");
    let noun = pieces.lower(amount.end);
    the && amount.value.digits
        && amount.unit.is_none()
        && amount.value.value.is_integer()
        && pieces.kind(amount.end) == Some(Shape::Word)
        && !pieces.stuck(amount.end)
        && context::is(noun, Role::Route)
}

/// "a *404* error": a code.
fn is_status(pieces: &Pieces<'_>, amount: &Amount) -> bool {
    let article = amount.from > 0 && matches!(pieces.lower(amount.from - 1), "a" | "an" | "the");
    let three = pieces.form(amount.number.0).len() == 3 && amount.value.value.is_integer();
    article && three && context::is(pieces.lower(amount.end), Role::Status)
}

/// What a word alone says of the calendar.
fn calendar(word: &str) -> Option<TimeWord> {
    time_word(std::iter::once(word)).map(|(_, row)| row.meaning)
}

/// Whether a word says when something is and names nothing that could be counted: "tomorrow".
pub(super) fn is_day_word(word: &str) -> bool {
    match calendar(word) {
        Some(
            TimeWord::Day(_) | TimeWord::DayPart(..) | TimeWord::Moment(_) | TimeWord::Reference(_),
        ) => true,
        Some(TimeWord::Weekday(_)) => !word.ends_with("days"),
        _ => false,
    }
}

/// Whether the piece is the name of a month; "may" and "march" only with a capital.
pub(super) fn is_month(pieces: &Pieces<'_>, at: usize) -> bool {
    let word = pieces.lower(at);
    matches!(calendar(word), Some(TimeWord::Month(_)))
        && (pieces.capital(at) || !matches!(word, "may" | "march" | "mar" | "sep"))
}

fn is_date(place: &Place<'_, '_>, amount: &Amount, noun: Option<&Unit>, bounded: bool) -> bool {
    let pieces = place.pieces;
    let (first, end) = (amount.from, amount.end);
    let dot = usize::from(first > 1 && pieces.form(first - 1) == "." && pieces.stuck(first - 1));
    let month_before = first > dot && is_month(pieces, first - 1 - dot);
    let era = matches!(pieces.lower(end), "ad" | "bc" | "bce" | "ce")
        || first > 3 && pieces.phrase(first - 4, first) == "a.d.";
    if era && amount.value.value.is_integer() {
        return true;
    }
    let day = amount.value.value <= Decimal::from(31) && amount.value.value.is_integer();
    let month_after =
        is_month(pieces, end) || pieces.lower(end) == "of" && is_month(pieces, end + 1);
    (day && (month_before && noun.is_none_or(|_| !is_month(pieces, first)) || month_after))
        || month_before && amount.value.digits && first > 0
        || is_year(place, amount, noun, bounded)
}

/// Four digits between 1600 and 2100 are a year, unless they are bounded, or round and count a
/// plural.
fn is_year(place: &Place<'_, '_>, amount: &Amount, noun: Option<&Unit>, bounded: bool) -> bool {
    let pieces = place.pieces;
    let form = pieces.form(amount.number.0);
    let plain = form.len() == 4
        && form.bytes().all(|b| b.is_ascii_digit())
        && amount.number.1 == amount.number.0 + 1;
    let value = amount.value.value.to_u64().unwrap_or(0);
    if !plain || !(1600..=2100).contains(&value) || amount.signed {
        return words_year(pieces, amount);
    }
    let before = if amount.from > 0 { pieces.lower(amount.from - 1) } else { "" };
    const BEFORE: [&str; 22] = [
        "in", "since", "by", "of", "from", "until", "till", "during", "before", "after", "early",
        "late", "mid", "year", "the", "fiscal", "s", "last", "for", "through", "and", "between",
    ];
    let count = noun.is_some()
        && (bounded || value.is_multiple_of(100))
        && !BEFORE.contains(&before)
        || counts(pieces.text, place.tree, place.word_of(pieces.all[amount.number.0].span.start));
    let alone = pieces.all.len() <= 2
        || bounded
            && noun.is_none()
            && !BEFORE.contains(&before)
            && before != "around"
            && before != "about"
            && before != "circa";
    !count && !alone
}

/// "nineteen eighty-four" in words without a noun.
fn words_year(pieces: &Pieces<'_>, amount: &Amount) -> bool {
    let first = number::word(pieces.lower(amount.number.0));
    let second = number::word(pieces.lower(amount.number.0 + 1));
    let before = if amount.from > 0 { pieces.lower(amount.from - 1) } else { "" };
    matches!((first, second), (Some((Kind::Teen, _)), Some((Kind::Teen | Kind::Tens, _))))
        && matches!(before, "in" | "since" | "of" | "by" | "until" | "from")
}

/// "one" that stands for a noun, or for anyone.
fn is_pronoun(place: &Place<'_, '_>, amount: &Amount, noun: Option<&Unit>, bounded: bool) -> bool {
    let pieces = place.pieces;
    let one = amount.number.1 == amount.number.0 + 1 && pieces.lower(amount.number.0) == "one";
    let before = if amount.from > 0 { pieces.lower(amount.from - 1) } else { "" };
    let next = amount.end + usize::from(pieces.form(amount.end) == ",");
    let listed = number::word(pieces.lower(next)).is_some()
        || pieces.lower(next) == "and" && number::word(pieces.lower(next + 1)).is_some()
        || matches!(before, "and" | "or")
            && amount.from > 1
            && number::word(pieces.lower(amount.from - 2)).is_some();
    if !one || amount.signed || listed || pieces.all.len() == 1 {
        return false;
    }
    let told = context::is(before, Role::Pronoun);
    // "At least one was hurt" counts; "one pays" does not.
    let subject = !bounded
        && place.tree.words[place.word_of(pieces.all[amount.number.0].span.start)].upos
            == Upos::Pron;
    noun.is_none() && (!bounded || told) || (told || subject) && pieces.lower(amount.end) != "of"
}

/// "12 Baker Street", "9 E 71st St", "Nine Mill Lane".
fn is_street(pieces: &Pieces<'_>, amount: &Amount) -> bool {
    let range = pieces.hyphen(amount.end) && pieces.kind(amount.end + 1) == Some(Shape::Digits);
    let end = amount.end + if range { 2 } else { 0 };
    // "the 1200 block of Main Street"
    let block = pieces.phrase(end, end + 2) == "block of" && pieces.capital(end + 2);
    if block && pieces.form(amount.number.0).ends_with("00") {
        return true;
    }
    if !amount.value.digits && !pieces.capital(amount.number.0) || !pieces.capital(end) {
        return false;
    }
    let mut run = (end..end + 5).take_while(|&i| {
        pieces.capital(i)
            || pieces.kind(i) == Some(Shape::Digits)
            || pieces.stuck(i) && pieces.kind(i) == Some(Shape::Word)
    });
    run.any(|i| pieces.capital(i) && context::is(pieces.lower(i), Role::Street))
}

/// "561 N. Linden", "1200 E. 5th St.": before the quarter of a town and the name of a street.
pub(super) fn is_in_quarter(place: &Place<'_, '_>, amount: &Amount) -> bool {
    let (pieces, at) = (place.pieces, amount.number.1);
    let letter = pieces.lower(at);
    let point = letter.ends_with('.') || pieces.form(at + 1) == "." && pieces.stuck(at + 1);
    let after = if letter.ends_with('.') { at + 1 } else { at + 2 };
    let street = || {
        let piece = pieces.all.get(after)?;
        let name = place.tree.words[place.word_of(piece.span.start)].upos == Upos::Propn;
        Some(name || pieces.form(after).starts_with(|c: char| c.is_ascii_digit()))
    };
    amount.value.digits
        && point
        && context::is(letter.trim_end_matches('.'), Role::Quarter)
        && street().unwrap_or(false)
}

/// "1." or "(2)" before the words that it numbers, "[3]".
fn is_enumeration(pieces: &Pieces<'_>, amount: &Amount, noun: Option<&Unit>) -> bool {
    let (first, end) = (amount.from, amount.end);
    let small = amount.value.value < Decimal::ONE_HUNDRED && amount.value.digits && noun.is_none();
    let closes = matches!(pieces.form(end), "." | ")" | "]") && pieces.stuck(end);
    let opens = first == 0 || first == 1 && matches!(pieces.form(0), "(" | "[" | "#");
    let bracketed = first > 0
        && matches!(pieces.form(first - 1), "(" | "[")
        && matches!(pieces.form(end), ")" | "]");
    small && (opens && closes && pieces.all.len() > end + 1 || bracketed && pieces.all.len() > 4)
}

/// "iPhone 14", "BBC Two", "Seven Sisters": a capitalized word before digits, or next to a
/// capitalized number word, within a sentence that is not all in capitals.
fn is_named(place: &Place<'_, '_>, amount: &Amount, noun: Option<&Unit>) -> bool {
    let pieces = place.pieces;
    let (first, end) = (amount.from, amount.end);
    if first == 0 || mostly_capitals(pieces) {
        return false;
    }
    if is_next_version(place, amount) {
        return true;
    }
    let word_number = !amount.value.digits;
    if word_number && !pieces.capital(first) {
        return false;
    }
    let name_before =
        (is_proper(place, first - 1) || opens(place, amount, noun)) && !pieces.hyphen(first - 1);
    if word_number {
        return name_before || is_proper(place, end) && !pieces.hyphen(end);
    }
    let place_before = first > 1
        && matches!(pieces.lower(first - 2), "in" | "at" | "on" | "from" | "near" | "of" | "for");
    let plural = noun.is_some_and(|n| !pieces.capital(n.pieces.1 - 1));
    // "for Python 3.8 ends": a version.
    let version = amount.value.value.scale() > 0;
    name_before && !(place_before && plural && !version)
}

/// "TLS 1.0 and *1.1*": versions of one name.
fn is_next_version(place: &Place<'_, '_>, amount: &Amount) -> bool {
    let pieces = place.pieces;
    let version = |at: usize| pieces.form(at).contains('.');
    let Some(first) = amount.from.checked_sub(3) else { return false };
    matches!(pieces.lower(first + 2), "and" | "or")
        && version(amount.number.0)
        && version(first + 1)
        && is_proper(place, first)
}

/// "Gate 7 was shut": a noun that opens the sentence, the number, and the verb.
fn opens(place: &Place<'_, '_>, amount: &Amount, noun: Option<&Unit>) -> bool {
    let tag = |at: usize| {
        let piece = place.pieces.all.get(at)?;
        Some(place.tree.words[place.word_of(piece.span.start)].upos)
    };
    amount.from == 1
        && noun.is_none()
        && amount.value.digits
        && tag(0) == Some(Upos::Noun)
        && matches!(tag(amount.end), Some(Upos::Aux | Upos::Verb))
}

/// Whether the piece is a capitalized word that is not so only for its place or the calendar.
fn is_proper(place: &Place<'_, '_>, at: usize) -> bool {
    let pieces = place.pieces;
    let starts = at == 0 || matches!(pieces.form(at - 1), "." | ":" | "\"" | "“" | "?" | "!");
    if !pieces.capital(at) && !pieces.form(at).contains(char::is_uppercase)
        || pieces.kind(at) != Some(Shape::Word)
        || matches!(calendar(pieces.lower(at)), Some(TimeWord::Weekday(_) | TimeWord::Day(_)))
    {
        return false;
    }
    let tag = place.tree.words[place.word_of(pieces.all[at].span.start)].upos;
    let closed = matches!(
        tag,
        Upos::Verb
            | Upos::Aux
            | Upos::Adp
            | Upos::Det
            | Upos::Cconj
            | Upos::Sconj
            | Upos::Adv
            | Upos::Pron
            | Upos::Part
    );
    tag == Upos::Propn || !starts && !closed && !FUNCTION.contains(&pieces.lower(at))
}

const FUNCTION: [&str; 22] = [
    "the", "a", "an", "in", "on", "at", "of", "to", "for", "and", "or", "but", "with", "by",
    "from", "over", "about", "some", "nearly", "kills", "more", "than",
];

/// Whether most words of the sentence begin with a capital, as in headlines.
fn mostly_capitals(pieces: &Pieces<'_>) -> bool {
    let words = (0..pieces.all.len())
        .filter(|&i| pieces.kind(i) == Some(Shape::Word) && pieces.form(i).len() > 3);
    let (all, capital) =
        words.fold((0, 0), |(all, capital), i| (all + 1, capital + usize::from(pieces.capital(i))));
    all > 3 && capital * 10 > all * 7
}
