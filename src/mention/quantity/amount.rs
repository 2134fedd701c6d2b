//! Reads a number with its sign and its unit of measurement or money.

use rust_decimal::Decimal;

use super::lex::{Kind as Shape, Pieces};
use super::number::{self, Form, Number};
use super::unit::{self, Unit};
use crate::lexicon::context::{self, Role};
use crate::lexicon::noun;
use crate::lexicon::number as words;
use crate::lexicon::time::{List, listed};
use crate::value::{Bound, Dimension};

/// A number with its sign, and its unit if that is one of measurement or money.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Amount {
    /// The first piece: of the sign, the currency or the number.
    pub(crate) from: usize,
    /// The pieces of the number itself.
    pub(crate) number: (usize, usize),
    /// The piece after all of it.
    pub(crate) end: usize,
    /// The number, with its sign.
    pub(crate) value: Number,
    /// The unit.
    pub(crate) unit: Option<Unit>,
    /// Whether a currency stands before the number.
    pub(crate) currency_first: bool,
    /// Whether a sign or "minus" stands before the number.
    pub(crate) signed: bool,
}

/// The amount that begins at piece `at`.
pub(crate) fn read(pieces: &Pieces<'_>, at: usize) -> Option<Amount> {
    let (start, minus) = sign(pieces, at);
    let currency = unit::currency_before(pieces, start)
        .filter(|&(end, _)| begins_number(pieces, end) || in_red(pieces, end));
    let red = currency.is_some_and(|(end, _)| in_red(pieces, end));
    let after_currency = currency.map_or(start, |(end, _)| end + usize::from(red));
    let (first, minus_inside) = sign(pieces, after_currency);
    if let Some(fold) = fold(pieces, at) {
        return Some(fold);
    }
    let number = article_unit(pieces, first)
        .or_else(|| collective(pieces, first))
        .or_else(|| number::read(pieces, first))?;
    let number = if red {
        // "$(8.3) million"
        number::scale_after(pieces, Number { end: number.end + 1, ..number })
    } else {
        number
    };
    let minus = minus
        || red && !is_lost(pieces, at)
        || minus_inside && currency.is_some()
        || currency.is_some() && is_red(pieces, at, number.end);
    if first != after_currency && currency.is_none() && first != start {
        return None;
    }
    // "several thousand" is one number.
    let several = usize::from(first == at && number::is_several(pieces, at));
    let mut amount = Amount {
        from: at - several,
        number: (first - several, number.end),
        end: number.end,
        value: number,
        unit: currency.map(|(end, row)| Unit::new(row, true, (start, end))),
        currency_first: currency.is_some(),
        signed: minus,
    };
    finish(pieces, &mut amount);
    if minus {
        amount.value.value = -amount.value.value;
    }
    Some(amount)
}

/// "Net income was *($5.1 million)*": brackets round a sum are the minus of accounts where they
/// hold what the verb needs, and no loss is spoken of.
fn is_red(pieces: &Pieces<'_>, at: usize, end: usize) -> bool {
    let verb = |at: usize| matches!(pieces.lower(at), "is" | "was" | "are" | "were");
    at > 1
        && pieces.form(at - 1) == "("
        && verb(at - 2)
        && pieces.form(end) == ")"
        && !is_lost(pieces, at)
}

/// Whether a loss is spoken of before piece `at`: its sum is printed as it is.
fn is_lost(pieces: &Pieces<'_>, at: usize) -> bool {
    (0..at).any(|at| context::is(pieces.lower(at), Role::Loss))
}

/// "$*(0.42)*": one number in brackets after the sign of a currency.
fn in_red(pieces: &Pieces<'_>, at: usize) -> bool {
    pieces.form(at) == "("
        && pieces.stuck(at)
        && pieces.kind(at + 1) == Some(Shape::Digits)
        && pieces.form(at + 2) == ")"
}

/// "*an* hour and 45 minutes", "*a* dollar and 40 cents", "*a* year and a half": one, before a unit
/// that something is added to.
fn article_unit(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    if !matches!(pieces.lower(at), "a" | "an") {
        return None;
    }
    if pieces.lower(at + 2) != "and" {
        return measured_once(pieces, at);
    }
    let number = Number::cardinal(Decimal::ONE, at + 1);
    let unit = unit::after(pieces, &number).filter(|u| u.money || u.measure.is_some())?;
    let goes_on = super::fraction::in_words(pieces, unit.pieces.1 + 1, true).is_some()
        || number::read(pieces, unit.pieces.1 + 1).is_some_and(|small| {
            unit::after(pieces, &small).is_some_and(|small| part(&unit, &small, false).is_some())
        });
    (unit.pieces.1 == at + 2 && goes_on).then_some(number)
}

/// "more than *an* hour", "nearly *a* tonne": what is bounded is a number.
fn is_hedged(pieces: &Pieces<'_>, at: usize) -> bool {
    let Some((start, hedge)) = super::bound::before(pieces, at) else { return false };
    // "11,000 more than a week earlier" compares the 11,000.
    let compared = start.checked_sub(1).is_some_and(|before| {
        let word = pieces.lower(before);
        let share = matches!(word, "%" | "percent" | "cent" | "points");
        pieces.kind(before) == Some(Shape::Digits) || words::word(word).is_some() || share
    });
    hedge.bound != Bound::Exact && !compared
}

/// "*a* gallon of paint", "*a* mile away": one, where no price or rate stands before it.
fn measured_once(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let number = Number::cardinal(Decimal::ONE, at + 1);
    let form = pieces.lower(at + 1);
    if form.len() < 4 {
        return None;
    }
    let defined = is_defined(pieces, at);
    let hedged = is_hedged(pieces, at);
    if !(defined || hedged || context::is(pieces.lower(at + 2), Role::Measured)) {
        return None;
    }
    let unit = unit::after(pieces, &number).filter(|unit| unit.pieces.1 == at + 2)?;
    if hedged && unit.measure.is_some_and(|measure| measure.dimension == Dimension::Duration) {
        // "about an hour" is told to a quarter of it at most.
        return Some(Number { step: Some(Decimal::new(25, 2)), ..number });
    }
    if defined {
        return unit.measure.map(|_| number);
    }
    let solid = matches!(
        unit.measure?.dimension,
        Dimension::Length | Dimension::Area | Dimension::Volume | Dimension::Mass
    );
    // "three dollars a gallon", "a ton of fun", "within an inch of".
    let before = at.checked_sub(1).map_or("", |at| pieces.lower(at));
    let price = at > 0 && pieces.kind(at - 1) == Some(Shape::Digits)
        || at > 1 && matches!(pieces.kind(at - 2), Some(Shape::Digits))
        || crate::lexicon::unit::currency_words().find(before).is_some();
    let figure = context::is(form, Role::Figure) && pieces.lower(at + 2) == "of";
    (solid && !price && !figure && before != "within").then_some(number)
}

/// "*A* fathom is six feet": what a unit is.
fn is_defined(pieces: &Pieces<'_>, at: usize) -> bool {
    let verb = at == 0 && matches!(pieces.lower(2), "is" | "equals" | "was");
    let hedge = matches!(pieces.lower(3), "exactly" | "about" | "roughly" | "approximately");
    let number = 3 + usize::from(hedge);
    verb && (pieces.kind(number) == Some(Shape::Digits)
        || words::word(pieces.lower(number)).is_some() && pieces.lower(number) != "one")
}

/// Words that count without being numbers: "a pair of swans", "both brothers" are two, "no
/// children", "none of the 14" are zero. "Both" and "no" only before people, as either stands
/// before much that nobody counts.
fn collective(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let next = pieces.lower(at + 1);
    let people =
        || noun::is_plural(next) && crate::lexicon::people(&noun::singular(next)).is_some();
    match pieces.lower(at) {
        "both" if people() => Some(Number::cardinal(Decimal::TWO, at + 1)),
        "no" if people() => Some(Number::cardinal(Decimal::ZERO, at + 1)),
        "none" if next == "of" => Some(Number::cardinal(Decimal::ZERO, at + 1)),
        "not" => not_one(pieces, at),
        "a" => pair(pieces, at),
        _ => None,
    }
}

/// "*Not one* of the 12", "*not a single* miner": none, where no verb stands before it.
fn not_one(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let free = at.checked_sub(1).is_none_or(|before| {
        pieces.kind(before) == Some(Shape::Symbol) || matches!(pieces.lower(before), "and" | "but")
    });
    let single = pieces.phrase(at + 1, at + 3) == "a single";
    let one = at + 1 + if single { 2 } else { 0 };
    let end = one + usize::from(pieces.lower(one) == "one");
    let of = end > one && pieces.lower(end) == "of";
    let person = single && end == one && crate::lexicon::people(pieces.lower(end)).is_some();
    (free && (of || person)).then(|| Number::cardinal(Decimal::ZERO, end))
}

/// "a pair" and "a couple" before "of" and a plural, or alone: two.
fn pair(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let two = pieces.lower(at) == "a" && matches!(pieces.lower(at + 1), "pair" | "couple");
    let (of, noun) = (pieces.lower(at + 2), pieces.lower(at + 3));
    let alone = at == 0 && pieces.all.len() == 2;
    let things = of == "of"
        && pieces.kind(at + 3) == Some(Shape::Word)
        && words::word(noun).is_none()
        && words::vague(noun).is_none()
        && !context::is(noun, Role::OneThing);
    (two && (alone || things)).then(|| Number::cardinal(Decimal::TWO, at + 2))
}

/// "sixfold": six times.
fn fold(pieces: &Pieces<'_>, at: usize) -> Option<Amount> {
    let (_, times) = words::word(pieces.lower(at).strip_suffix("fold")?)?;
    let row = crate::lexicon::unit::words().find("time")?;
    Some(Amount {
        from: at,
        number: (at, at + 1),
        end: at + 1,
        value: Number::cardinal(Decimal::from(times), at + 1),
        unit: Some(Unit::new(row, false, (at, at + 1))),
        currency_first: false,
        signed: false,
    })
}

/// Whether digits, a sign with digits, or a number word stand at `at`.
fn begins_number(pieces: &Pieces<'_>, at: usize) -> bool {
    match pieces.kind(at) {
        Some(Shape::Digits) => true,
        Some(Shape::Symbol) => {
            pieces.hyphen(at) && pieces.kind(at + 1) == Some(Shape::Digits)
                || super::fraction::vulgar(pieces.form(at)).is_some()
        }
        Some(Shape::Word) => !pieces.stuck(at) && words::word(pieces.lower(at)).is_some(),
        None => false,
    }
}

/// Past a sign at `at`, and whether it is a minus. A hyphen is one only before digits and after a
/// space or bracket.
fn sign(pieces: &Pieces<'_>, at: usize) -> (usize, bool) {
    let word = pieces.lower(at);
    // "plus or minus 3 points" lie on both sides.
    let either = at > 1 && pieces.lower(at - 1) == "or" && pieces.lower(at - 2) == "plus";
    if matches!(word, "minus" | "negative") && !either {
        let next = at + 1 + usize::from(pieces.hyphen(at + 1) && pieces.stuck(at + 1));
        let article = usize::from(matches!(pieces.lower(next), "a" | "an"));
        // "negative $14.6 million"
        let money = unit::currency_before(pieces, next)
            .is_some_and(|(end, _)| pieces.kind(end) == Some(Shape::Digits));
        let number = money
            || pieces.kind(next) == Some(Shape::Digits)
            || words::word(pieces.lower(next + article)).is_some();
        return if number { (next, true) } else { (at, false) };
    }
    let before = |i: usize| {
        at == 0
            || !pieces.stuck(i)
            || matches!(pieces.form(i - 1), "(" | "[" | "<" | ">" | "=" | "$" | "€" | "£")
    };
    let digits = pieces.kind(at + 1) == Some(Shape::Digits)
        || matches!(pieces.form(at + 1), "$" | "€" | "£" | "¥");
    let hyphen = matches!(pieces.form(at), "-" | "−" | "–") && before(at) && digits;
    // Before a space at the start of a line it is a minus only when nothing but the number follows;
    // otherwise it marks an item of a list.
    let scaled = usize::from(words::suffix(pieces.form(at + 2)).is_some());
    let alone = at == 0 && pieces.kind(at + 2 + scaled).is_none();
    let attached = pieces.stuck(at + 1) || alone;
    match pieces.form(at) {
        _ if hyphen && attached => (at + 1, true),
        "+" if digits && before(at) && pieces.stuck(at + 1) => (at + 1, false),
        _ => (at, false),
    }
}

/// Reads the suffix, the unit and the smaller unit after the number.
fn finish(pieces: &Pieces<'_>, amount: &mut Amount) {
    settle_suffix(pieces, amount);
    amount.end = amount.value.end;
    amount.number.1 = amount.value.end;
    if let Some(money) = &mut amount.unit {
        let own = money.pieces;
        money.pieces.1 = amount.end;
        trailing_country(pieces, money);
        trailing_name(pieces, money);
        unit::per(pieces, money);
        amount.end = money.pieces.1;
        money.pieces = if money.per.is_some() { (own.0, amount.end) } else { own };
    } else if amount.value.form != Form::Ordinal
        && let Some(found) = unit::after(pieces, &amount.value)
    {
        if unit::is_mega(pieces, &found) {
            let million = Decimal::from(1_000_000);
            amount.value = amount.value.times(million, amount.value.end).unwrap_or(amount.value);
        }
        amount.end = found.pieces.1;
        money_scale_after(pieces, amount);
        amount.unit = Some(found);
    }
    parts_of_cent(pieces, amount);
    add_smaller(pieces, amount);
    zero(pieces, amount);
}

/// "$5.61 *1/2* a bushel": so much of a cent, as grain is priced.
fn parts_of_cent(pieces: &Pieces<'_>, amount: &mut Amount) {
    let end = amount.value.end;
    let cents = amount.currency_first && amount.value.value.scale() == 2 && amount.number.1 == end;
    let Some((part, after)) = super::fraction::slashed(pieces, end).filter(|_| cents) else {
        return;
    };
    let sum = part.checked_div(Decimal::ONE_HUNDRED);
    let sum = sum.and_then(|part| amount.value.value.checked_add(part));
    if let Some(value) = sum.filter(|_| part < Decimal::ONE && !pieces.stuck(end)) {
        amount.value = Number { value, end: after, step: None, ..amount.value };
        (amount.number.1, amount.end) = (after, after);
        if let Some(money) = &mut amount.unit {
            money.pieces.1 = after;
            unit::per(pieces, money);
            amount.end = money.pieces.1;
        }
    }
}

/// "won in 2:05:13", "a record of 13:58.06": how many seconds a race took, with the piece after it.
/// Without parts of a second it may be a time of day, unless a word before it says otherwise.
pub(super) fn race_time(pieces: &Pieces<'_>, at: usize) -> Option<(usize, Amount)> {
    let two = |at: usize| pieces.form(at).len() == 2;
    let colon = |at: usize| pieces.form(at) == ":" && pieces.stuck(at) && pieces.stuck(at + 1);
    let split = |at: usize| {
        let (whole, part) = pieces.form(at).split_once('.')?;
        (whole.len() == 2 && !part.is_empty() && part.len() <= 3).then_some(())
    };
    if !colon(at + 1) || at > 0 && pieces.stuck(at) {
        return None;
    }
    let long = two(at + 2) && colon(at + 3);
    let last = at + if long { 4 } else { 2 };
    let led = at > 0 && listed(List::BeforeRaceTimes, pieces.lower(at - 1));
    if split(last).is_none() && !(long && led && two(last)) {
        return None;
    }
    let number = |at: usize| pieces.form(at).parse::<Decimal>().ok();
    let mut seconds = Decimal::ZERO;
    for part in (at..=last).step_by(2) {
        seconds = seconds.checked_mul(Decimal::from(60))?.checked_add(number(part)?)?;
    }
    let (end, row) = (last + 1, crate::lexicon::unit::words().find("second")?);
    let value = Number { digits: true, ..Number::cardinal(seconds, end) };
    let unit = Some(Unit::new(row, false, (at, end)));
    let (number, currency_first, signed) = ((at, end), false, false);
    Some((end, Amount { from: at, number, end, value, unit, currency_first, signed }))
}

/// "5 degrees *below zero*", "10 *below zero*": the scale's zero is no number of its own.
fn zero(pieces: &Pieces<'_>, amount: &mut Amount) {
    let (side, mark) = (pieces.lower(amount.end), pieces.lower(amount.end + 1));
    let degrees = amount.unit.as_ref().is_some_and(|unit| {
        unit.measure.is_some_and(|m| m.dimension == crate::value::Dimension::Temperature)
            || unit.name == "degree"
    });
    let bare = amount.unit.is_none() && side == "below";
    if !matches!(side, "below" | "above") || mark != "zero" || !(degrees || bare) {
        return;
    }
    if side == "below" && !amount.signed {
        amount.value.value = -amount.value.value;
    }
    let end = amount.end + 2;
    amount.end = end;
    match &mut amount.unit {
        Some(unit) => unit.pieces.1 = end,
        None => {
            let row = crate::lexicon::unit::words().find("degree");
            amount.unit = row.map(|row| Unit::new(row, false, (end - 2, end)));
        }
    }
}

/// "5m" after a currency or before a noun is a scale, otherwise it may be meters.
fn settle_suffix(pieces: &Pieces<'_>, amount: &mut Amount) {
    let Some((end, scale)) = amount.value.suffix else { return };
    let next = pieces.kind(end) == Some(Shape::Word) && !pieces.stuck(end);
    let money_after = unit::after(pieces, &Number { end, ..amount.value }).is_some_and(|u| {
        u.money || next && u.measure.is_some_and(|m| m.dimension != crate::value::Dimension::Length)
    });
    let letter = pieces.lower(end - 1);
    let size = context::is(pieces.lower(end), Role::Size);
    let people = next && !size && matches!(letter, "m" | "b");
    // "the population fell from 4.8m to 3.6m"
    let crowd = |at: usize| {
        matches!(pieces.lower(at), "population" | "audience" | "viewership" | "electorate")
    };
    let from = amount.from.saturating_sub(12);
    let people = people || letter == "m" && (from..amount.from).any(crowd);
    // "paid 1.2m for the flat"
    let before = amount.from.checked_sub(1).map_or("", |at| pieces.lower(at));
    let sum = context::is(before, Role::Money)
        && !matches!(pieces.lower(end), "above" | "from" | "off" | "up" | "wide" | "long");
    // "€135m plus 20m in add-ons"
    let more = matches!(before, "plus" | "another" | "extra")
        && (amount.from.saturating_sub(8)..amount.from).any(|at| {
            matches!(pieces.form(at), "$" | "€" | "£" | "¥")
                || crate::lexicon::unit::currency_words().find(pieces.lower(at)).is_some()
        });
    let people = people || letter == "m" && (sum || more);
    if (amount.currency_first || money_after || people)
        && let Some(scaled) = amount.value.times(scale, end)
    {
        amount.value = scaled;
    }
}

/// "$500 *US*", "$3 million *Canadian*".
fn trailing_country(pieces: &Pieces<'_>, money: &mut Unit) {
    let code = match (money.name.as_str(), pieces.lower(money.pieces.1)) {
        ("USD", "canadian" | "cdn" | "cad") => "CAD",
        ("USD", "australian" | "aud") => "AUD",
        ("USD", "nzd") => "NZD",
        ("USD", "hkd") => "HKD",
        ("USD", "sgd") => "SGD",
        ("USD", "us" | "usd") if pieces.capital(money.pieces.1) => "USD",
        _ => return,
    };
    code.clone_into(&mut money.name);
    money.pieces.1 += 1;
}

/// "US$5 *dollars*": the name repeated.
fn trailing_name(pieces: &Pieces<'_>, money: &mut Unit) {
    let name = pieces.name(crate::lexicon::unit::currency_words(), money.pieces.1);
    if let Some((end, _)) = name.filter(|(_, row)| row.name == money.name) {
        money.pieces.1 = end;
    }
}

/// "75 USD *million*".
fn money_scale_after(pieces: &Pieces<'_>, amount: &mut Amount) {
    if let Some((words::Kind::Scale, scale)) = words::word(pieces.lower(amount.end))
        && amount.value.scale == Decimal::ONE
        && amount.end == amount.value.end + 1
        && let Some(scaled) = amount.value.times(Decimal::from(scale), amount.end + 1)
    {
        amount.value = Number { end: amount.end + 1, ..scaled };
        amount.end += 1;
    }
}

/// "5 feet *2 inches*", "3 dollars *50 cents*", "6'*2\"*", "15 dollars *and 50*", "two hours, *11
/// minutes* and *30 seconds*".
fn add_smaller(pieces: &Pieces<'_>, amount: &mut Amount) {
    while let Some(smaller) = smaller(pieces, amount) {
        if !join(amount, smaller) {
            return;
        }
    }
}

/// A number of a smaller unit after an amount.
struct Smaller {
    number: Number,
    /// How many of the small unit make one of the big.
    share: Decimal,
    /// The small unit, when it is told.
    unit: Option<Unit>,
    end: usize,
}

fn smaller(pieces: &Pieces<'_>, amount: &mut Amount) -> Option<Smaller> {
    let big = amount.unit.clone().filter(|u| u.per.is_none() && !u.age)?;
    if amount.value.form != Form::Cardinal || !amount.value.value.is_integer() {
        return None;
    }
    let comma = usize::from(big.is_duration() && pieces.form(amount.end) == ",");
    let joint = amount.end + comma;
    let and = pieces.lower(joint) == "and" || pieces.hyphen(joint) && pieces.stuck(joint);
    let at = joint + usize::from(and);
    if and
        && !pieces.hyphen(joint)
        && let Some(half) = super::fraction::in_words(pieces, at, true)
    {
        if let Some(value) = amount.value.value.checked_add(half.value) {
            amount.value.value = value;
            amount.end = half.end;
        }
        return None;
    }
    let number = number::read(pieces, at).filter(|n| n.form == Form::Cardinal)?;
    if let Some(unit) = unit::after(pieces, &number).filter(|small| small.per.is_none()) {
        let (share, end) = (part(&big, &unit, at == amount.end)?, unit.pieces.1);
        return Some(Smaller { number, share, unit: Some(unit), end });
    }
    let (share, end) = bare_share(pieces, amount, &big, &number, and)?;
    Some(Smaller { number, share, unit: None, end })
}

/// How many of the unit that a number without one is taken to be of make one of the big: "15
/// dollars and 50", "5 foot 9".
fn bare_share(
    pieces: &Pieces<'_>,
    amount: &Amount,
    big: &Unit,
    small: &Number,
    and: bool,
) -> Option<(Decimal, usize)> {
    let ends = clause_ends(pieces, small.end);
    match big.name.as_str() {
        _ if big.money && ends && !(small.digits && amount.currency_first) => {
            Some((Decimal::ONE_HUNDRED, small.end))
        }
        "foot" if pieces.lower(small.end) == "in" => Some((Decimal::from(12), small.end + 1)),
        // "the 6-foot-7 forward"
        "foot"
            if pieces.hyphen(amount.end)
                && pieces.stuck(amount.end + 1)
                && small.digits
                && pieces.lower(amount.end - 1) == "foot" =>
        {
            Some((Decimal::from(12), small.end))
        }
        "foot" if ends && !and && pieces.lower(amount.end - 1) == "foot" => {
            Some((Decimal::from(12), small.end))
        }
        "stone" if ends && !and => Some((Decimal::from(14), small.end)),
        "hour" if ends && and => Some((Decimal::from(60), small.end)),
        _ => None,
    }
}

/// Adds the smaller part: lengths of time are then in its unit, all else in the big one. False
/// when it is no part of the amount.
fn join(amount: &mut Amount, smaller: Smaller) -> bool {
    let Some(big) = &amount.unit else { return false };
    let Smaller { number, share, unit, end } = smaller;
    let finer = unit.filter(|_| big.is_duration());
    let sum = match &finer {
        Some(_) => amount.value.value.checked_mul(share).and_then(|n| n.checked_add(number.value)),
        None => number.value.checked_div(share).and_then(|n| amount.value.value.checked_add(n)),
    };
    let Some(value) = sum.filter(|_| number.value < share) else { return false };
    let start = big.pieces.0;
    let last = big.pieces.1.max(end);
    amount.unit = finer.or_else(|| amount.unit.take());
    if let Some(unit) = &mut amount.unit {
        unit.pieces = (start, last);
    }
    amount.value.value = value;
    amount.value.step = None;
    amount.number.1 = amount.number.1.max(number.end);
    amount.end = end;
    true
}

/// How many of the small unit make one of the big; `tight` when nothing joins the two.
fn part(big: &Unit, small: &Unit, tight: bool) -> Option<Decimal> {
    let minor = ["cent", "pence", "penny", "sen", "centavo", "kopeck", "paisa"];
    if big.money {
        return (small.money && minor.contains(&small.name.as_str()))
            .then_some(Decimal::ONE_HUNDRED);
    }
    match (big.name.as_str(), small.name.as_str()) {
        // "2 years, 3 months" and "2 days and 5 hours" are two lengths, as they are told.
        ("year", "month") if tight => Some(Decimal::from(12)),
        ("week", "day") if tight => Some(Decimal::from(7)),
        ("day", "hour") if tight => Some(Decimal::from(24)),
        ("hour", "minute") | ("minute", "second") => Some(Decimal::from(60)),
        ("foot", "inch") => Some(Decimal::from(12)),
        ("pound", "ounce") => Some(Decimal::from(16)),
        ("stone", "pound") => Some(Decimal::from(14)),
        ("degree", "minute") => Some(Decimal::from(60)),
        _ => None,
    }
}

/// Whether no word, hyphen or percent sign goes on at `at`.
fn clause_ends(pieces: &Pieces<'_>, at: usize) -> bool {
    !matches!(pieces.kind(at), Some(Shape::Word | Shape::Digits))
        && !pieces.hyphen(at)
        && !matches!(pieces.form(at), "%" | "/" | ":")
}
