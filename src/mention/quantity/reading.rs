//! Reads the quantities of a sentence from left to right.

use rust_decimal::Decimal;

use super::Found;
use super::age;
use super::amount::{self, Amount};
use super::bound;
use super::build::{self, Parts};
use super::lex::{Kind as Shape, Pieces};
use super::noun::{self, Place};
use super::number::Form;
use super::range::{self, Join};
use super::unit::{self, Unit};
use super::veto;
use crate::lexicon::bound::Hedge;
use crate::lexicon::context::{self, Role};
use crate::lexicon::name::{self, Class};
use crate::lexicon::number as words;
use crate::lexicon::people;
use crate::syntax::{Rel, Tree, Upos, Word};
use crate::value::{Bound, Dimension, Measure};

/// The quantities of `tree`, in order.
pub(super) fn sentence(text: &str, tree: &Tree) -> Vec<Found> {
    let pieces = Pieces::new(text, tree.span);
    let tagged = tree.words.iter().any(|word| word.upos != Upos::X);
    let place = Place { pieces: &pieces, tree, tagged };
    let mut found = Vec::new();
    let (mut at, mut floor) = (0, 0);
    while at < pieces.all.len() {
        let next = step(&place, at, floor, &mut found);
        if next > at {
            floor = next;
        }
        at = next.max(at + 1);
    }
    found
}

/// Reads what begins at piece `at`; the piece to go on from, `at` when nothing begins there.
/// Bound words are looked for from piece `floor` on.
fn step(place: &Place<'_, '_>, at: usize, floor: usize, found: &mut Vec<Found>) -> usize {
    let pieces = place.pieces;
    if !may_begin(pieces, at) {
        return at;
    }
    let Some(amount) = amount::read(pieces, at) else { return at };
    if let Some(end) = veto::idiom(pieces, &amount) {
        return end;
    }
    if let Some((end, race)) = amount::race_time(pieces, at) {
        found.push(build::found(pieces, &Parts::new(race)));
        return end;
    }
    if let Some(decade) = age::decade(pieces, &amount).or_else(|| age::group(pieces, &amount)) {
        let end = pieces.after_byte(decade.span.end);
        found.push(decade);
        return end;
    }
    let quartered = veto::is_in_quarter(place, &amount).then_some(amount.number.1);
    if let Some(end) = quartered.or_else(|| veto::code(pieces, &amount)) {
        return end;
    }
    if amount.value.form == Form::Ordinal {
        let named = veto::in_name(pieces, &amount)
            || is_moment(pieces, &amount)
            || place.is_verb(amount.from);
        found.extend((!named).then(|| ordinal(place, &amount)));
        return amount.end;
    }
    let end = amount.end;
    quantity(place, amount, floor, found).unwrap_or(end)
}

/// Whether a number, a sign or a currency may begin at `at`: a quick test that most words fail.
fn may_begin(pieces: &Pieces<'_>, at: usize) -> bool {
    match pieces.kind(at) {
        Some(Shape::Digits) => true,
        Some(Shape::Symbol) => !matches!(pieces.form(at), "," | "." | "'" | "\"" | "’" | ")" | "("),
        Some(Shape::Word) => {
            let word = pieces.lower(at);
            matches!(
                word,
                "a" | "an"
                    | "minus"
                    | "negative"
                    | "both"
                    | "no"
                    | "none"
                    | "not"
                    | "couple"
                    | "point"
            ) || words::word(word).is_some()
                || words::vague(word).is_some()
                || word.ends_with("fold")
                || age::tens(word).is_some()
                || unit::currency_before(pieces, at).is_some()
        }
        None => false,
    }
}

/// "a magnitude 6.1 quake", "magnitude-6.1": what the number at `from` is of.
fn is_rated(pieces: &Pieces<'_>, from: usize) -> bool {
    let word = |back: usize| from.checked_sub(back).map_or("", |at| pieces.lower(at));
    word(1) == "magnitude" || word(1) == "-" && word(2) == "magnitude"
}

/// "a *second* later": the unit, not the one after the first.
fn is_moment(pieces: &Pieces<'_>, amount: &Amount) -> bool {
    let before = amount.from.checked_sub(1).map_or("", |at| pieces.lower(at));
    pieces.lower(amount.from) == "second"
        && matches!(before, "a" | "per" | "every" | "split")
        && (before != "a"
            || pieces.kind(amount.end) != Some(Shape::Word) && pieces.form(amount.end) != "-"
            || matches!(pieces.lower(amount.end), "later" | "ago" | "earlier" | "or" | "to"))
}

fn ordinal(place: &Place<'_, '_>, amount: &Amount) -> Found {
    build::found(place.pieces, &Parts { ordinal: true, ..Parts::new(amount.clone()) })
}

/// Reads the quantity whose first amount is `amount`; the piece after it, none when it counts
/// nothing and what follows may be read.
fn quantity(
    place: &Place<'_, '_>,
    mut amount: Amount,
    floor: usize,
    found: &mut Vec<Found>,
) -> Option<usize> {
    let pieces = place.pieces;
    share_of_unit(pieces, &mut amount);
    let mut lead = bound::before(pieces, amount.from)
        .filter(|&(start, _)| start >= floor && !is_during(place, start, &amount));
    let start = lead.map_or(amount.from, |(start, _)| start);
    let joined = range::join(pieces, &mut amount, start);
    let mut parts = Parts::new(amount);
    if let Some((how, second)) = joined {
        let sets = how == Join::Range && is_next_score(pieces, &parts, &second, found);
        parts.join(if sets { Join::Score } else { how }, second);
    }
    if parts.is_years(pieces) {
        return Some(parts.end);
    }
    n_in_m(place, &mut parts);
    let number_end = parts.end;
    let mut trail = bound::after(pieces, parts.end, false);
    if let Some((end, _)) = trail {
        parts.end = end;
        unit_after_bound(pieces, &mut parts);
    }
    if parts.unit.is_none() && is_rated(pieces, parts.amount.from) {
        parts.unit = Some(Unit { name: "magnitude".to_owned(), ..empty(&[], parts.end) });
        parts.implied = true;
    }
    let aged = parts.unit.is_none() && age::read(place, &mut parts, number_end, found);
    if parts.unit.is_none() && !aged && !matches!(parts.how, Some(Join::Score | Join::Ratio)) {
        counted(place, &mut parts, found);
    } else if parts.amount.value.form != Form::Ordinal {
        late_unit(pieces, &mut parts, number_end);
    }
    one_of_many(pieces, &mut parts);
    let bounded = lead.is_some() || trail.is_some() || parts.second.is_some();
    if let Some(end) = counts_nothing(place, &parts, aged, bounded) {
        return Some(end);
    }
    if trail.is_none() {
        trail = bound::after(pieces, parts.end, true);
        parts.end = trail.map_or(parts.end, |(end, _)| end);
    }
    if lead.is_some_and(|(_, hedge)| hedge.bound == Bound::Exact) && trail.is_some() {
        lead = None;
    }
    parts.start = start;
    parts.hedge = stronger(lead.map(|(_, hedge)| hedge), trail.map(|(_, hedge)| hedge));
    if parts.hedge.is_none() && is_couple(pieces, &parts) {
        parts.hedge = crate::lexicon::find(crate::lexicon::bound::before(), "about");
    }
    second_bound(place, &mut parts);
    in_brackets(pieces, &mut parts, found);
    found.push(build::found(pieces, &parts));
    // The whole of "three of the 12" is read for itself, and so is the size of "two 20-foot boxes".
    let sized = parts.amount.end == number_end && noun::past_size(pieces, number_end).is_some();
    Some(if parts.whole.is_some() || sized { parts.amount.end } else { parts.end })
}

/// The piece after a number that is a label, a version or part of a name, or that only tells which of
/// a kind is meant; none where it counts something. `bounded` is whether anything bounds it.
fn counts_nothing(
    place: &Place<'_, '_>,
    parts: &Parts,
    aged: bool,
    bounded: bool,
) -> Option<usize> {
    let plain = parts.unit.as_ref().is_none_or(|u| u.measure.is_none() && !u.money);
    // "runway 27 by 90 metres"
    if parts.implied && !plain && !aged && veto::is_label(place, &parts.amount) {
        return Some(parts.amount.end);
    }
    if plain && parts.second.is_none() && veto::is_version(place, &parts.amount) {
        return Some(parts.end);
    }
    if plain && veto::is_name(place, &parts.amount, parts.unit.as_ref(), bounded) {
        return Some(veto::chain_end(place.pieces, parts.amount.end));
    }
    parts.kind_only.then_some(parts.end)
}

/// "a couple of shops" are two or three.
fn is_couple(pieces: &Pieces<'_>, parts: &Parts) -> bool {
    let (first, last) = (parts.amount.number.0, parts.amount.number.1 - 1);
    [last, first, first + 1].iter().any(|&at| pieces.lower(at) == "couple")
}

/// "talks *over* three days": how long something went on, after a noun; "took over three days" is more
/// than those.
fn is_during(place: &Place<'_, '_>, start: usize, amount: &Amount) -> bool {
    let pieces = place.pieces;
    let Some(before) = start.checked_sub(1) else { return false };
    let word = &place.tree.words[place.word_of(pieces.all[before].span.start)];
    let thing = matches!(word.upos, Upos::Noun | Upos::Propn | Upos::Num | Upos::Sym);
    pieces.lower(start) == "over"
        && start + 1 == amount.from
        && amount.unit.as_ref().is_some_and(|unit| unit.is_duration() && !unit.age)
        && thing
}

/// "20-odd *years*", "60-plus *miles*", "3 or more *litres*".
fn unit_after_bound(pieces: &Pieces<'_>, parts: &mut Parts) {
    let number = super::number::Number { end: parts.end, ..parts.amount.value };
    if parts.unit.is_none()
        && let Some(found) = unit::after(pieces, &number)
    {
        parts.end = found.pieces.1;
        parts.unit = Some(found);
    }
}

/// "won 7-6, *4-6*, 6-2": only marks stand between it and a score.
fn is_next_score(pieces: &Pieces<'_>, parts: &Parts, second: &Amount, found: &[Found]) -> bool {
    let score = |last: &&Found| last.value.unit.as_deref() == Some("score");
    let Some(last) = found.last().filter(score) else { return false };
    let between = pieces.after_byte(last.span.end)..parts.amount.from;
    let small = parts.amount.value.value < Decimal::TEN && parts.unit.is_none();
    let near =
        between.len() < 4 && between.into_iter().all(|at| pieces.kind(at) == Some(Shape::Symbol));
    // "improved to 10-4, while the Rams fell to 6-8": counts nothing.
    let alone = second.unit.is_none() && pieces.kind(second.end) != Some(Shape::Word);
    small && pieces.hyphen(parts.amount.end) && (near || alone)
}

/// "more than 100 km (*60 miles*)": the same thing said again, with the same bound.
fn in_brackets(pieces: &Pieces<'_>, parts: &mut Parts, found: &[Found]) {
    let Some(last) = found.last().filter(|_| parts.hedge.is_none() && parts.unit.is_some()) else {
        return;
    };
    let open = parts.start.checked_sub(1).filter(|&at| pieces.form(at) == "(");
    let next_to = open.is_some_and(|at| at > 0 && pieces.all[at - 1].span.end == last.span.end);
    if next_to && last.value.bound != Bound::Range {
        parts.hedge = last.hedge;
    }
}

/// Of two bounds the one that says more: an end rather than "about".
fn stronger(a: Option<&'static Hedge>, b: Option<&'static Hedge>) -> Option<&'static Hedge> {
    match (a, b) {
        (Some(a), Some(b)) if matches!(a.bound, Bound::Approx | Bound::Exact) => Some(b),
        (a, b) => a.or(b),
    }
}

/// "half *a mile*", "two-thirds *of an hour*": a fraction of one unit of measurement.
fn share_of_unit(pieces: &Pieces<'_>, amount: &mut Amount) {
    let part = amount.value.form == Form::Fraction || !amount.value.value.is_integer();
    if !part || amount.unit.is_some() {
        return;
    }
    let of = usize::from(pieces.lower(amount.end) == "of");
    let article = usize::from(matches!(pieces.lower(amount.end + of), "a" | "an"));
    let number = super::number::Number { end: amount.end + of + article, ..amount.value };
    // "1.19 a month ago" is no part of one month, "1.19 a month" is so much of each.
    let rate = of == 0 && amount.value.form != Form::Fraction;
    if of + article > 0
        && !rate
        && let Some(found) = unit::after(pieces, &number).filter(|u| article > 0 || u.is_duration())
    {
        amount.end = found.pieces.1;
        amount.unit = Some(found);
        amount.value.form = Form::Cardinal;
    }
}

/// "one in five people", "two out of three": a share.
fn n_in_m(place: &Place<'_, '_>, parts: &mut Parts) {
    let pieces = place.pieces;
    if parts.unit.is_some() || parts.second.is_some() || !parts.amount.value.value.is_integer() {
        return;
    }
    let (at, out) = match (pieces.lower(parts.end), pieces.lower(parts.end + 1)) {
        ("in", "every") => (parts.end + 2, false),
        ("in", _) => (parts.end + 1, false),
        ("out", "of") => (parts.end + 2, true),
        ("of", "every") => (parts.end + 2, true),
        _ => return,
    };
    let at = at + usize::from(out && pieces.lower(at) == "every");
    let Some(whole) = amount::read(pieces, at) else { return };
    let (part, of) = (parts.amount.value.value, whole.value.value);
    let usual = USUAL.iter().any(|&n| of == Decimal::from(n));
    // "one in 20 of those asked"
    let one = pieces.lower(parts.amount.number.0) == "one";
    let alike = parts.amount.value.digits == whole.value.digits || one;
    // "one in twenty-one people" is a share whatever the whole, "two in 21 boats" may be two.
    let round = usual || part == Decimal::ONE;
    let counts = whole.unit.is_none() && part < of && part > Decimal::ZERO;
    let bare_end = pieces.kind(whole.end) != Some(Shape::Word);
    // "The chance is 1 in 21."
    let all = parts.start == 0 && whole.end == pieces.all.len();
    // "about one in ten, will go"
    let listed = one && usual && of < Decimal::ONE_THOUSAND;
    let odds = part == Decimal::ONE && (all || listed || tells_odds(pieces));
    // "that is two in five", "40 percent, or two in five"
    let lead = parts.start.checked_sub(1).map_or("", |at| pieces.lower(at));
    let stated = matches!(lead, "is" | "or" | "nearly" | "almost") && part > Decimal::ONE;
    let odds = odds || stated && usual && bare_end;
    if !counts
        || !out
            && !(round && (alike || odds) && part <= Decimal::TEN && (!bare_end || odds)
                || round && bare_end && lone(pieces, whole.end))
    {
        return;
    }
    if let Some(share) = part.checked_div(of) {
        parts.amount.value.value = share;
        parts.amount.value.step = None;
        parts.amount.value.form = Form::Fraction;
        parts.amount.number.1 = whole.end;
        parts.amount.end = whole.end;
        parts.end = whole.end;
    }
}

/// The wholes that people give shares of.
const USUAL: [u32; 18] =
    [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1_000, 10_000, 100_000, 1_000_000];

/// "one *child in four*", "one household in 10": a share of people or of what they form; "one win
/// in five" is one.
fn one_of_many(pieces: &Pieces<'_>, parts: &mut Parts) {
    let body = |unit: &Unit| {
        let one = unit.name.as_str();
        people(one).is_some()
            || [Class::Role, Class::Body].into_iter().any(|class| name::is(one, class))
            || matches!(one, "adult" | "home" | "house" | "household")
    };
    let one = parts.amount.value.value == Decimal::ONE && parts.second.is_none();
    if !one || pieces.lower(parts.end) != "in" || !parts.unit.as_ref().is_some_and(body) {
        return;
    }
    let Some(whole) = amount::read(pieces, parts.end + 1) else { return };
    let of = whole.value.value;
    let usual = USUAL.iter().any(|&n| of == Decimal::from(n)) && whole.unit.is_none();
    let bare = pieces.kind(whole.end) != Some(Shape::Word)
        || unit::is_function_word(pieces.lower(whole.end));
    if let Some(share) = Decimal::ONE.checked_div(of).filter(|_| usual && bare) {
        parts.amount.value.value = share;
        parts.amount.value.step = None;
        parts.amount.value.form = Form::Fraction;
        parts.end = whole.end;
        if let Some(unit) = &mut parts.unit {
            unit.measure = Some(Measure::base(Dimension::Share));
        }
    }
}

/// Whether a word such as "chance" stands in the sentence.
pub(super) fn tells_odds(pieces: &Pieces<'_>) -> bool {
    (0..pieces.all.len()).any(|at| context::is(pieces.lower(at), Role::Odds))
}

/// "2 in 5 or more".
fn lone(pieces: &Pieces<'_>, end: usize) -> bool {
    bound::after(pieces, end, false).is_some()
}

/// The counted noun, with what it is given per; for "three of the 12" the whole.
fn counted(place: &Place<'_, '_>, parts: &mut Parts, found: &[Found]) {
    let pieces = place.pieces;
    let many = parts.amount.value.value != Decimal::ONE || parts.second.is_some();
    let number = pieces.span(parts.amount.number.0, parts.amount.number.1);
    // "between 3 and 7 May" counts no Mays.
    let month = veto::is_month(pieces, parts.end);
    let mut own = noun::counted(place, parts.end, number, many).filter(|_| !month);
    if let Some(noun) = &mut own {
        unit::per(pieces, noun);
        each_side(pieces, noun);
        if pieces.lower(parts.end) == "of" {
            parts.whole = whole(pieces, parts.end + 1, noun.pieces.1);
            parts.of = true;
        }
        parts.end = noun.pieces.1;
        if parts.amount.value.form == Form::Fraction {
            noun.measure = Some(Measure::base(Dimension::Share));
        }
    } else if pieces.lower(parts.end) == "per"
        || matches!(pieces.lower(parts.end), "a" | "an" | "/") && !found.is_empty()
    {
        let mut implied = empty(found, parts.end);
        unit::per(pieces, &mut implied);
        if implied.per.is_some() {
            parts.end = implied.pieces.1;
            own = Some(implied);
            parts.implied = true;
        }
    }
    if own.is_none() {
        own = elliptic(pieces, parts, found).or_else(|| money_again(place, parts, found));
    }
    let end = parts.end;
    let hyphen = pieces.hyphen(end) && pieces.stuck(end) && pieces.stuck(end + 1);
    let kind = pieces.kind(end + 1) == Some(Shape::Word);
    let counts = words::word(pieces.lower(end + 1)).is_some();
    parts.kind_only = own.is_none() && hyphen && kind && !counts;
    parts.unit = own;
}

/// The slash of "50/60 Hz".
fn splits(pieces: &Pieces<'_>, at: usize) -> bool {
    pieces.form(at) == "/" && pieces.stuck(at) && pieces.stuck(at + 1)
}

/// The unit that stands elsewhere: "eight or *nine euros*", "12 in Lyon and *five in* Nice", "2
/// million *flats*, up from 1 million".
fn elliptic(pieces: &Pieces<'_>, parts: &mut Parts, found: &[Found]) -> Option<Unit> {
    if let Some(unit) = of_next(pieces, parts).or_else(|| of_list(pieces, parts)) {
        parts.implied = true;
        return Some(unit);
    }
    let before = parts.amount.from.checked_sub(1).map_or("", |at| pieces.lower(at));
    // "by 186 votes to *124*"
    let result = before == "to"
        && pieces.kind(parts.end) != Some(Shape::Word)
        && parts.amount.value.digits
        && found.last().is_some_and(|last| {
            let near = pieces.after_byte(last.span.end) + 1 == parts.amount.from;
            let more = last.value.printed.first().is_some_and(|n| *n > parts.amount.value.value);
            near && more
        })
        && range::match_words(pieces, parts.amount.from, parts.end);
    let shared = result
        || before == "and" && matches!(pieces.lower(parts.end), "in" | "at" | "by" | "on")
        || before == "from"
            && parts.amount.from > 1
            && matches!(pieces.lower(parts.amount.from - 2), "up" | "down");
    let last = found
        .last()
        .filter(|f| shared && !f.value.ordinal && !f.value.age && f.value.bound != Bound::Range)?;
    let name = last.value.unit.clone()?;
    // "was 61 per cent, down from *66*"
    if name == "percent" && before == "from" && pieces.kind(parts.end) != Some(Shape::Word) {
        parts.implied = true;
        return Some(Unit { name, measure: last.value.measure, ..empty(&[], parts.end) });
    }
    if last.value.measure.is_some()
        || name.chars().all(|c| c.is_ascii_uppercase())
        || name == "score"
        || name == "ratio"
    {
        return None;
    }
    parts.implied = true;
    Some(Unit { name, modifiers: last.value.modifiers.clone(), ..empty(&[], parts.end) })
}

/// "eight or *nine euros*", "30 x 21 cm": the unit of the number that a word or sign joins.
fn of_next(pieces: &Pieces<'_>, parts: &Parts) -> Option<Unit> {
    let times = |at: usize| matches!(pieces.lower(at), "by" | "x" | "×");
    let joins = matches!(pieces.lower(parts.end), "or" | "and");
    if !joins && !times(parts.end) && !splits(pieces, parts.end) {
        return None;
    }
    let mut next = amount::read(pieces, parts.end + 1);
    // "30 x 21 x 1.6 cm"
    while let Some(side) = next.as_ref().filter(|side| side.unit.is_none() && times(side.end)) {
        next = amount::read(pieces, side.end + 1);
    }
    let next = next.filter(|a| a.value.form == Form::Cardinal);
    // "30 by 20 cm" are two lengths, "2 x 500 ml" twice one volume.
    let length = |u: &Unit| u.measure.is_some_and(|m| m.dimension == Dimension::Length);
    let shares = |u: &Unit| !u.age && (!times(parts.end) || length(u));
    next.and_then(|a| a.unit).filter(shares)
}

/// "fell *3*, 4 and 6 percent": a list of bare numbers, of which the last tells the unit of all.
fn of_list(pieces: &Pieces<'_>, parts: &Parts) -> Option<Unit> {
    const MOST: usize = 5;
    let bare = |amount: &Amount| {
        amount.value.form == Form::Cardinal
            && amount.value.digits == parts.amount.value.digits
            && amount.value.value < Decimal::ONE_THOUSAND
    };
    let mut end = parts.end;
    let dated = parts.amount.from > 0 && veto::is_month(pieces, parts.amount.from - 1);
    if dated || !bare(&parts.amount) || pieces.form(end) != "," {
        return None;
    }
    for _ in 0..MOST {
        let last = matches!(pieces.lower(end), "and" | "or");
        let comma = pieces.form(end) == ",";
        let and = comma && matches!(pieces.lower(end + 1), "and" | "or");
        let next = amount::read(pieces, end + 1 + usize::from(and)).filter(bare)?;
        match next.unit {
            Some(unit) => {
                return Some(unit).filter(|u| (last || and) && u.measure.is_some() && !u.age);
            }
            None if comma => end = next.end,
            None => return None,
        }
    }
    None
}

/// Words of grammar before and after a number that may be a sum of money without its currency.
const BEFORE_SUM: [&str; 15] = [
    "to", "from", "of", "which", "least", "most", "below", "above", "than", "with", "against",
    "the", "'s", "s", "at",
];
const AFTER_SUM: [&str; 20] = [
    "a", "an", "and", "at", "by", "for", "from", "had", "has", "in", "it", "last", "or", "they",
    "this", "to", "was", "were", "will", "would",
];

/// "pledged 120 million euros, of which *40 million* will be paid", "down from the *520 million* it
/// had predicted": millions after a sum of money are money when nothing else is counted between.
fn money_again(place: &Place<'_, '_>, parts: &mut Parts, found: &[Found]) -> Option<Unit> {
    let pieces = place.pieces;
    let last = found
        .last()
        .filter(|f| f.money || f.is_duration() || f.value.unit.as_deref() == Some("percent"));
    let sum = last.and_then(|_| found.iter().rev().find(|f| f.money))?;
    let scale = parts.amount.end.checked_sub(1).map_or("", |at| pieces.lower(at));
    let before = parts.amount.from.checked_sub(1).map_or("", |at| pieces.lower(at));
    let leads = BEFORE_SUM.contains(&before);
    let follows =
        pieces.kind(parts.end) != Some(Shape::Word) || AFTER_SUM.contains(&pieces.lower(parts.end));
    let from = place.word_at(sum.span.end);
    let to = place.word_at(pieces.span(parts.amount.from, parts.amount.end).start);
    let counted = |word: &Word| {
        let subject = matches!(word.rel, Rel::Nsubj | Rel::NsubjPass);
        subject && matches!(word.upos, Upos::Noun | Upos::Propn)
    };
    let other = place.tree.words.get(from..to).is_none_or(|words| words.iter().any(counted));
    if !matches!(scale, "million" | "billion" | "trillion" | "bn" | "mn") || other {
        return None;
    }
    let name = sum.value.unit.clone().filter(|_| leads && follows && parts.second.is_none())?;
    parts.implied = true;
    Some(Unit { name, money: true, ..empty(&[], parts.end) })
}

/// The counted noun of the quantity before, for "compared with an average of 20 per week".
fn empty(found: &[Found], at: usize) -> Unit {
    let last = found.last().filter(|f| f.value.measure.is_none());
    Unit {
        name: last.and_then(|f| f.value.unit.clone()).unwrap_or_default(),
        measure: None,
        money: false,
        age: false,
        per: None,
        modifiers: Vec::new(),
        pieces: (at, at),
    }
}

/// "1,000 prisoners *from each side*".
fn each_side(pieces: &Pieces<'_>, noun: &mut Unit) {
    let end = noun.pieces.1;
    let each = matches!(pieces.lower(end), "from" | "on" | "for" | "by")
        && pieces.lower(end + 1) == "each"
        && matches!(pieces.lower(end + 2), "side" | "country" | "party");
    if each {
        noun.per = Some("side".to_owned());
        noun.pieces.1 = end + 3;
    } else if pieces.lower(end) == "per" && pieces.lower(end + 1) == "side" {
        noun.per = Some("side".to_owned());
        noun.pieces.1 = end + 2;
    }
}

/// The number between `from` and `to`: "three of the *12* men".
fn whole(pieces: &Pieces<'_>, from: usize, to: usize) -> Option<Amount> {
    (from..to.min(from + 6)).find_map(|at| {
        let digits =
            pieces.kind(at) == Some(Shape::Digits) || words::word(pieces.lower(at)).is_some();
        digits
            .then(|| amount::read(pieces, at))
            .flatten()
            .filter(|a| a.value.form == Form::Cardinal)
    })
}

/// "500 dollars or more a week", "60-plus *miles*": a unit or a per after the bound.
fn late_unit(pieces: &Pieces<'_>, parts: &mut Parts, number_end: usize) {
    let bounded = parts.end > number_end;
    if let Some(unit) = parts.unit.as_mut().filter(|unit| bounded && unit.per.is_none()) {
        let mut late = Unit { pieces: (parts.end, parts.end), ..unit.clone() };
        unit::per(pieces, &mut late);
        if late.per.is_some() {
            unit.per = late.per;
            parts.end = late.pieces.1;
        }
    }
}

/// "at least 12 *and as many as 20*", "above 5 *but below 10*": the other end of a range.
fn second_bound(place: &Place<'_, '_>, parts: &mut Parts) {
    let pieces = place.pieces;
    let Some(first) = parts.hedge.filter(|_| parts.second.is_none()) else { return };
    let mut at = parts.end;
    while at < parts.end + 3 && matches!(pieces.lower(at), "," | "and" | "but" | "or") {
        at += 1;
    }
    if at == parts.end {
        return;
    }
    let Some((next, second)) = pieces.longest(crate::lexicon::bound::before(), at) else { return };
    let Some(other) = amount::read(pieces, next) else { return };
    let (low, high) = match (side(first.bound), side(second.bound)) {
        (Some(true), Some(false)) => (&parts.amount, &other),
        (Some(false), Some(true)) => (&other, &parts.amount),
        _ => return,
    };
    let same_unit = other.unit.is_none()
        || other.unit.as_ref().map(|u| &u.name) == parts.unit.as_ref().map(|u| &u.name);
    if low.value.value < high.value.value && same_unit {
        parts.end = other.end;
        if parts.unit.is_none() && parts.end == other.end {
            let span = pieces.span(other.number.0, other.number.1);
            parts.unit = noun::counted(place, other.end, span, true);
            parts.end = parts.unit.as_ref().map_or(other.end, |u| u.pieces.1);
        }
        parts.opposite = Some((second, other));
    }
}

/// Whether a bound gives the lower end.
fn side(bound: Bound) -> Option<bool> {
    match bound {
        Bound::AtLeast | Bound::MoreThan => Some(true),
        Bound::AtMost | Bound::LessThan => Some(false),
        _ => None,
    }
}
