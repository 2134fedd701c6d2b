//! Joins two amounts: ranges, scores, exchanges "N for N".

use rust_decimal::Decimal;

use super::amount::{self, Amount};
use super::lex::{Kind as Shape, Pieces};
use super::number::Form;
use crate::lexicon::context::{self, Role};
use crate::lexicon::number::{self, Kind};

/// How a second amount goes on the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    /// Both are the ends of what is possible.
    Range,
    /// The value before and after a change.
    Change,
    /// The result of a match.
    Score,
    /// So many of one thing to so many of another.
    Ratio,
    /// As many from each side.
    Exchange,
}

/// The amount that goes on `first`, and how. `lead` is the first piece of what bounds `first`.
pub(super) fn join(pieces: &Pieces<'_>, first: &mut Amount, lead: usize) -> Option<(Join, Amount)> {
    if !matches!(first.value.form, Form::Cardinal | Form::Fraction) {
        return None;
    }
    let (link, at) = link(pieces, first, lead)?;
    // "from $2bn in 2010 to $11bn": the year is no end.
    if link == Link::To && lead > 0 && pieces.lower(lead - 1) == "in" && is_year(pieces, first) {
        return None;
    }
    let past = past_bound(pieces, at);
    if matches!(link, Link::Or | Link::Hyphen) && past > at {
        return None;
    }
    let at = past;
    let mut second = amount::read(pieces, at)?;
    if !matches!(second.value.form, Form::Cardinal | Form::Fraction)
        || second.signed && link != Link::Words && second.unit.is_none()
    {
        return None;
    }
    if link == Link::Hyphen && is_called_out(pieces, first, &second) {
        return None;
    }
    if link == Link::For {
        let same = first.value.value == second.value.value;
        return same.then_some((Join::Exchange, second));
    }
    // "from 14 weeks to nine": a time of its own.
    let lasting = first.unit.as_ref().is_some_and(|unit| unit.is_duration() && !unit.age);
    if link == Link::Words && lasting && second.unit.is_none() && pieces.lower(first.end) == "to" {
        return None;
    }
    share_scale(pieces, first, &second);
    if !units_agree(first, &second, link) {
        return None;
    }
    if first.unit.as_ref().is_some_and(|u| u.money) && second.unit.is_none() {
        second.unit.clone_from(&first.unit);
    }
    if link == Link::Colon || matches!(link, Link::To | Link::Hyphen) && is_ratio(pieces, first) {
        return Some((Join::Ratio, second));
    }
    let falling = first.value.value > second.value.value;
    let measured = first.unit.as_ref().zip(second.unit.as_ref()).is_some_and(|(a, _)| !a.money);
    match link {
        Link::Hyphen if is_score(pieces, first, &second) => Some((Join::Score, second)),
        Link::To if falling && is_result(pieces, first, &second) => Some((Join::Score, second)),
        Link::Or => is_choice(pieces, first, &second).then_some((Join::Range, second)),
        Link::To if falling && measured => Some((Join::Change, second)),
        Link::Hyphen | Link::To if falling => None,
        Link::Words if falling || changes(pieces, lead) => Some((Join::Change, second)),
        // "by 20 to 30 per cent"
        Link::To if changed_by(pieces, lead) && !by_percent(pieces, first, &second, lead) => None,
        _ => Some((Join::Range, second)),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    /// "10-15", "0-to-60".
    Hyphen,
    /// "10 to 15".
    To,
    /// "from 10 to 15", "between 10 and 15".
    Words,
    /// "10 or 15".
    Or,
    /// "10-for-10".
    For,
    /// "3:1".
    Colon,
}

fn is_year(pieces: &Pieces<'_>, amount: &Amount) -> bool {
    let form = pieces.form(amount.number.0);
    let year = form.len() == 4 && (form.starts_with("19") || form.starts_with("20"));
    year && amount.unit.is_none() && form.bytes().all(|byte| byte.is_ascii_digit())
}

/// What joins, and the piece after it.
fn link(pieces: &Pieces<'_>, first: &Amount, lead: usize) -> Option<(Link, usize)> {
    let end = first.end;
    let before = if lead > 0 { pieces.lower(lead - 1) } else { "" };
    if pieces.hyphen(end) {
        let inner = end + 1;
        let tight = pieces.stuck(end) && pieces.stuck(inner);
        let word = pieces.lower(inner);
        let past = inner + 1 + usize::from(pieces.hyphen(inner + 1));
        return match word {
            "to" => Some((Link::Hyphen, past)),
            "for" if tight => Some((Link::For, past)),
            _ if tight
                || pieces.form(end) != "—"
                    && pieces.stuck(end) == pieces.stuck(inner)
                    && pieces.kind(inner) == Some(Shape::Digits)
                || first.unit.is_none() && is_slack_range(pieces, end) =>
            {
                Some((Link::Hyphen, inner))
            }
            _ => None,
        };
    }
    match (pieces.lower(end), before) {
        ("and", "between") => Some((Link::Words, end + 1)),
        ("to" | "through" | "until" | "till" | "and", "from") => Some((Link::Words, end + 1)),
        ("to", _) => {
            Some((Link::To, end + 1 + usize::from(pieces.hyphen(end + 1) && pieces.stuck(end + 2))))
        }
        ("for", _) if first.unit.is_none() => Some((Link::For, end + 1)),
        ("through", _) if first.value.digits => Some((Link::To, end + 1)),
        ("or", _) if first.unit.is_none() => Some((Link::Or, end + 1)),
        (":", _) if is_ratio(pieces, first) || ratio_follows(pieces, end) => {
            Some((Link::Colon, end + 1))
        }
        _ => None,
    }
}

/// "four-*four*-two": numbers in words that are called out one by one.
fn is_called_out(pieces: &Pieces<'_>, first: &Amount, second: &Amount) -> bool {
    let number = |at: usize| crate::lexicon::number::word(pieces.lower(at)).is_some();
    let before = first.from > 1 && pieces.hyphen(first.from - 1) && number(first.from - 2);
    let after = pieces.hyphen(second.end) && pieces.stuck(second.end) && number(second.end + 1);
    !first.value.digits && (before || after)
}

/// "2 -7 g": a range with a space on one side only.
fn is_slack_range(pieces: &Pieces<'_>, hyphen: usize) -> bool {
    pieces.form(hyphen) == "-"
        && pieces.stuck(hyphen + 1)
        && pieces.kind(hyphen + 1) == Some(Shape::Digits)
        && amount::read(pieces, hyphen + 1).is_some_and(|second| second.unit.is_some())
}

/// Past a bound word before the second amount: "to *about* 15".
fn past_bound(pieces: &Pieces<'_>, at: usize) -> usize {
    let bound = pieces.longest(crate::lexicon::bound::before(), at);
    bound.map_or(at, |(end, _)| end)
}

/// "2-3 million": the scale word goes for both.
fn share_scale(pieces: &Pieces<'_>, first: &mut Amount, second: &Amount) {
    let scale = second.value.scale.max(spoken_scale(pieces, first, second));
    let base = second.value.value.checked_div(scale).unwrap_or(Decimal::ZERO);
    // "rose by a fifth to ¥1.3 trillion": a part has no scale to share.
    if first.value.scale == Decimal::ONE
        && first.value.form != Form::Fraction
        && scale > Decimal::ONE
        && first.value.value < base
        && (first.unit.is_none() || first.currency_first)
        && let Some(scaled) = first.value.times(scale, first.value.end)
    {
        first.value = scaled;
    }
}

/// "three to four *hundred*", "two to three *dozen*": in words the last of the second number.
fn spoken_scale(pieces: &Pieces<'_>, first: &Amount, second: &Amount) -> Decimal {
    let words = !first.value.digits && !second.value.digits;
    let last = second.value.end.checked_sub(1).and_then(|at| number::word(pieces.lower(at)));
    match last.filter(|_| words && first.value.value < Decimal::TEN) {
        Some((Kind::Hundred | Kind::Group, scale)) => Decimal::from(scale),
        _ => Decimal::ONE,
    }
}

/// Whether the two may be ends of one range: the same unit, or only one has one.
fn units_agree(first: &Amount, second: &Amount, link: Link) -> bool {
    match (&first.unit, &second.unit) {
        (Some(a), Some(b)) => a.name == b.name,
        (Some(a), None) => a.money && first.currency_first || link == Link::Words,
        (None, _) => true,
    }
}

/// Two small whole numbers with nothing counted, the larger one first or match words nearby.
fn is_score(pieces: &Pieces<'_>, first: &Amount, second: &Amount) -> bool {
    let plain = |a: &Amount| {
        a.unit.is_none()
            && a.value.scale == Decimal::ONE
            && a.value.value.is_integer()
            && a.value.value < Decimal::from(1000)
    };
    let small = first.value.value < Decimal::from(200);
    let tight = pieces.stuck(first.end) && !pieces.hyphen(second.end);
    tight
        && plain(first)
        && plain(second)
        && (small && first.value.value >= second.value.value
            || match_words(pieces, first.from, second.end)
            || set_follows(pieces, second.end))
}

/// "*4-6* 7-5 7-6": the score of another set.
fn set_follows(pieces: &Pieces<'_>, end: usize) -> bool {
    let at = end + usize::from(pieces.form(end) == ",");
    let digit = |at: usize| pieces.kind(at) == Some(Shape::Digits) && pieces.form(at).len() < 3;
    digit(at)
        && pieces.hyphen(at + 1)
        && pieces.stuck(at + 1)
        && pieces.stuck(at + 2)
        && digit(at + 2)
}

/// "3:1" before "ratio": the colon at `colon` joins two numbers.
pub(super) fn ratio_follows(pieces: &Pieces<'_>, colon: usize) -> bool {
    pieces.stuck(colon)
        && pieces.stuck(colon + 1)
        && pieces.kind(colon + 1) == Some(Shape::Digits)
        && context::is(pieces.lower(colon + 2), Role::Ratio)
}

/// Whether a word of ratios or odds stands before a bare number in its clause.
fn is_ratio(pieces: &Pieces<'_>, first: &Amount) -> bool {
    first.unit.is_none() && after_ratio(pieces, first.from)
}

/// Whether a word of ratios or odds stands before piece `from` in its clause.
pub(super) fn after_ratio(pieces: &Pieces<'_>, from: usize) -> bool {
    let near = (from.saturating_sub(8)..from).rev();
    near.take_while(|&at| !matches!(pieces.form(at), "," | ";" | "." | "("))
        .any(|at| context::is(pieces.lower(at), Role::Ratio))
}

/// "won 21 to 14": the larger first, with a word of matches or votes nearby.
fn is_result(pieces: &Pieces<'_>, first: &Amount, second: &Amount) -> bool {
    let plain = |a: &Amount| {
        a.unit.is_none()
            && a.value.form == Form::Cardinal
            && a.value.scale == Decimal::ONE
            && a.value.value.is_integer()
            && !a.signed
    };
    // "voted 14 to 9 along party lines"
    let voted = first.from > 0 && pieces.lower(first.from - 1) == "voted";
    plain(first)
        && plain(second)
        && (pieces.kind(second.end) != Some(Shape::Word)
            || super::unit::is_function_word(pieces.lower(second.end))
            || voted)
        && match_words(pieces, first.from, second.end)
}

/// "20 or 30 boats", "one or two": the writer knows only that it is about as many. Numbers far
/// apart, or the last two of a list, are a choice of the things that they count.
fn is_choice(pieces: &Pieces<'_>, first: &Amount, second: &Amount) -> bool {
    let three = Decimal::from(3);
    let near = first.value.value.checked_mul(three).is_some_and(|most| second.value.value <= most);
    let before = first.from.checked_sub(1).map_or("", |at| pieces.lower(at));
    first.value.value < second.value.value
        && near
        && first.value.value.is_integer()
        && first.value.value > Decimal::ZERO
        && second.unit.is_none()
        && first.value.digits == second.value.digits
        && first.value.scale == second.value.scale
        && !matches!(before, "," | "or" | "/")
}

/// Whether a word of matches or votes stands shortly before piece `from` or after `end`.
pub(super) fn match_words(pieces: &Pieces<'_>, from: usize, end: usize) -> bool {
    let near = (from.saturating_sub(4)..from).chain(end..end + 3);
    near.into_iter().any(|i| context::is(pieces.lower(i), Role::Match))
}

/// Whether a word of change stands shortly before "from" at `lead - 1`.
fn changes(pieces: &Pieces<'_>, lead: usize) -> bool {
    pieces.lower(lead.saturating_sub(1)) == "from"
        && (lead.saturating_sub(6)..lead).any(|i| context::is(pieces.lower(i), Role::Change))
}

/// "cut deaths by *20 to 30 per cent*", "fell by *20 to 30 cm*": the unit after the second goes for
/// both, where the second may be an end of the change and is not what it led to.
fn by_percent(pieces: &Pieces<'_>, first: &Amount, second: &Amount, lead: usize) -> bool {
    let percent = second.unit.as_ref().is_some_and(|unit| unit.name == "percent");
    let near = first.value.value.checked_mul(Decimal::TWO).is_some_and(|n| second.value.value <= n);
    let measured = near && second.unit.as_ref().is_some_and(|u| u.measure.is_some() && !u.money);
    (percent || measured) && first.unit.is_none() && pieces.lower(lead - 1) == "by"
}

/// "rose 5 to 30": the first is the change, not an end.
fn changed_by(pieces: &Pieces<'_>, lead: usize) -> bool {
    lead > 0
        && (context::is(pieces.lower(lead - 1), Role::Change) || pieces.lower(lead - 1) == "by")
        && !matches!(pieces.lower(lead - 1), "go" | "goes" | "going" | "went" | "change" | "slow")
}
