//! Reads numbers: digits, words, both together.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::digits;
use super::fraction;
use super::lex::{Kind as Shape, Pieces};
use crate::lexicon::context::{self, Role};
use crate::lexicon::noun;
use crate::lexicon::number::{self, Kind};

/// A number as it stands, without unit and bound.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Number {
    /// Its value; of a vague one what the word is a plural of.
    pub(crate) value: Decimal,
    /// The piece after it.
    pub(crate) end: usize,
    /// What kind of number it is.
    pub(crate) form: Form,
    /// The scale word that closes it ("million" in "2.5 million"), one if there is none.
    pub(crate) scale: Decimal,
    /// What it may have been rounded to: the last printed digit times the scale word.
    pub(crate) step: Option<Decimal>,
    /// Letters stuck to the digits that may be a scale ("5m"), with the piece after them.
    pub(crate) suffix: Option<(usize, Decimal)>,
    /// Whether digits are part of it.
    pub(crate) digits: bool,
}

/// What kind of number it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Form {
    /// It counts.
    Cardinal,
    /// It gives a place in a row.
    Ordinal,
    /// It is a part: "two thirds", "half". Mixed numbers ("two and a half") are cardinals.
    Fraction,
    /// It gives no number: "dozens", with the least and the most that it entails.
    Vague(Decimal, Decimal),
}

impl Number {
    pub(super) fn cardinal(value: Decimal, end: usize) -> Self {
        Self {
            value,
            end,
            form: Form::Cardinal,
            scale: Decimal::ONE,
            step: None,
            suffix: None,
            digits: false,
        }
    }

    pub(super) fn of(self, form: Form) -> Self {
        Self { form, ..self }
    }

    /// Multiplied by a scale word.
    pub(super) fn times(self, scale: Decimal, end: usize) -> Option<Self> {
        let own = self.step.unwrap_or_else(|| Decimal::new(1, self.value.scale()));
        let step = own.checked_mul(scale)?;
        Some(Self {
            value: self.value.checked_mul(scale)?.normalize(),
            scale: self.scale.checked_mul(scale)?,
            step: Some(step),
            end,
            suffix: None,
            ..self
        })
    }
}

/// The number that begins at piece `at`, without a sign.
pub(crate) fn read(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    match pieces.kind(at)? {
        Shape::Digits => in_digits(pieces, at),
        Shape::Word => in_words(pieces, at),
        Shape::Symbol => {
            fraction::vulgar(pieces.form(at)).map(|value| scaled_fraction(pieces, value, at + 1))?
        }
    }
}

fn scaled_fraction(pieces: &Pieces<'_>, value: Decimal, end: usize) -> Option<Number> {
    let number = Number { digits: true, ..Number::cardinal(value, end) }.of(Form::Fraction);
    Some(scale_after(pieces, number))
}

fn in_digits(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let mut number = grouped_by_spaces(pieces, at)?;
    if let Some(value) = fraction::exponent(pieces, number) {
        return Some(value);
    }
    if let Some(fraction) = fraction::in_digits(pieces, at, number) {
        return Some(scale_after(pieces, fraction));
    }
    let next = number.end;
    if pieces.stuck(next) && pieces.kind(next) == Some(Shape::Word) {
        let letters = pieces.form(next);
        if is_ordinal(pieces.form(at), pieces.lower(next)) {
            return Some(Number { end: next + 1, ..number }.of(Form::Ordinal));
        }
        match number::suffix(letters) {
            Some((true, scale)) => return number.times(Decimal::from(scale), next + 1),
            Some((false, scale)) => number.suffix = Some((next + 1, Decimal::from(scale))),
            None => {}
        }
    }
    let number = if pieces.stuck(number.end) { number } else { point(pieces, number) };
    Some(with_half(pieces, said_in_words(pieces, scale_after(pieces, number))))
}

/// "1st", "22nd", "113th", not "1th".
fn is_ordinal(digits: &str, letters: &str) -> bool {
    let teen = digits.len() > 1 && digits.as_bytes()[digits.len() - 2] == b'1';
    let right = match digits.as_bytes().last() {
        Some(b'1') if !teen => "st",
        Some(b'2') if !teen => "nd",
        Some(b'3') if !teen => "rd",
        _ => "th",
    };
    letters == right
}

/// "1 234 567": groups set apart by spaces that do not break, or by plain ones where the last
/// group is "000" or there are several.
fn grouped_by_spaces(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let own = pieces.form(at);
    let whole = |form: &str| form.bytes().all(|b| b.is_ascii_digit());
    let mut end = at + 1;
    if own.len() <= 3 && whole(own) && !own.starts_with('0') {
        while pieces.kind(end) == Some(Shape::Digits)
            && pieces.form(end).len() == 3
            && whole(pieces.form(end))
            && gap(pieces, end).chars().count() == 1
        {
            end += 1;
        }
    }
    if own.len() <= 3 && whole(own) && !own.starts_with('0') && loose_comma(pieces, at) {
        let digits = format!("{own}{}", pieces.form(at + 2));
        let value = digits::parse(&digits)?;
        return Some(Number { digits: true, ..Number::cardinal(value, at + 3) });
    }
    let narrow = (at + 1..end).all(|i| gap(pieces, i) != " ");
    let last = pieces.form(end);
    if end > at + 1
        && last.len() > 4
        && whole(last.get(..3).unwrap_or_default())
        && matches!(last.as_bytes()[3], b'.' | b',')
        && gap(pieces, end).chars().count() == 1
    {
        end += 1;
    }
    let narrow = narrow && (at + 1..end).all(|i| gap(pieces, i) != " ");
    let spaced = end > at + 1
        && (narrow || end > at + 2 || pieces.form(at + 1) == "000" || is_thousand(pieces, at, end));
    let number = if spaced {
        let digits: String = (at..end).map(|i| pieces.form(i)).collect();
        Number::cardinal(digits::parse(&digits)?, end)
    } else {
        Number::cardinal(digits::parse(own)?, at + 1)
    };
    Some(Number { digits: true, ..number })
}

/// "2, 000", "2, 106 euros": a comma with a space after it that the type-setter put there. It groups
/// before nothing but zeros, and before three digits with a unit where a list is not likely.
fn loose_comma(pieces: &Pieces<'_>, at: usize) -> bool {
    let group = pieces.form(at + 2);
    let three = group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit());
    if pieces.form(at + 1) != "," || !pieces.stuck(at + 1) || !three || pieces.stuck(at + 3) {
        return false;
    }
    let number = Number { digits: true, ..Number::cardinal(Decimal::ONE, at + 3) };
    let unit =
        || super::unit::after(pieces, &number).is_some_and(|u| u.money || u.measure.is_some());
    group == "000" || pieces.stuck(at + 2) || at > 0 && is_free(pieces, at - 1) && unit()
}

/// Whether the word at `at` takes no number of its own: "of 2, 106 euros", but not "stage 2".
fn is_free(pieces: &Pieces<'_>, at: usize) -> bool {
    let word = pieces.lower(at);
    pieces.kind(at) == Some(Shape::Word)
        && !pieces.capital(at)
        && !number::is_label(word)
        && number::word(word).is_none()
}

/// "1 200 people": one group before what is counted, after no word that may take a number.
fn is_thousand(pieces: &Pieces<'_>, at: usize, end: usize) -> bool {
    let counts = pieces.kind(end) == Some(Shape::Word)
        && !pieces.stuck(end)
        && !super::unit::is_function_word(pieces.lower(end))
        && (noun::is_plural(pieces.lower(end)) || number::word(pieces.lower(end)).is_some());
    let Some(before) = at.checked_sub(1) else { return counts };
    counts && is_free(pieces, before)
}

/// What stands between a piece and the one before it.
fn gap<'t>(pieces: &Pieces<'t>, at: usize) -> &'t str {
    let (before, own) = (pieces.all[at - 1].span.end as usize, pieces.all[at].span.start as usize);
    pieces.text.get(before..own).unwrap_or_default()
}

/// The scale words after a number in digits or a fraction: "million", "hundred", "dozen",
/// "lakh crore", also joined by a hyphen or by "of a" and "a" after a fraction.
pub(super) fn scale_after(pieces: &Pieces<'_>, number: Number) -> Number {
    let mut number = number;
    loop {
        let mut at = number.end;
        if number.form == Form::Fraction && pieces.lower(at) == "of" {
            at += 1;
        }
        if number.form == Form::Fraction && matches!(pieces.lower(at), "a" | "an") {
            at += 1;
        }
        if pieces.hyphen(at) && pieces.stuck(at) && pieces.stuck(at + 1) {
            at += 1;
        }
        let scale = match number::word(pieces.lower(at)) {
            Some((Kind::Hundred | Kind::Scale, value)) => value,
            Some((Kind::Group, value)) if pieces.lower(at).starts_with("doz") => value,
            _ if is_spaced_k(pieces, at) => 1000,
            _ => return number,
        };
        let form = if number.form == Form::Fraction { Form::Cardinal } else { number.form };
        match number.times(Decimal::from(scale), at + 1) {
            // Half a dozen are six.
            Some(scaled) if scale == 12 => number = Number { step: None, ..scaled.of(form) },
            Some(scaled) => number = rest_after_scale(pieces, scaled.of(form), scale),
            None => return number,
        }
    }
}

/// "10 k" at the end of a clause.
fn is_spaced_k(pieces: &Pieces<'_>, at: usize) -> bool {
    pieces.lower(at) == "k" && pieces.kind(at + 1) != Some(Shape::Word) && !pieces.stuck(at + 1)
}

/// "3 hundred *and 21*", "6 crore *and two hundred*", "3 million *200 thousand*".
fn rest_after_scale(pieces: &Pieces<'_>, number: Number, scale: u64) -> Number {
    let and = pieces.lower(number.end) == "and";
    let at = number.end + usize::from(and);
    let small = match pieces.kind(at) {
        Some(Shape::Digits) if scale == 100 || !and => in_digits(pieces, at)
            .filter(|n| scale == 100 && n.scale == Decimal::ONE || n.scale > Decimal::ONE),
        Some(Shape::Word) if number::word(pieces.lower(at)).is_some() => in_words(pieces, at),
        _ => None,
    };
    let fits = |n: &Number| {
        n.form == Form::Cardinal && n.value < Decimal::from(scale) && n.value.is_integer()
    };
    match small.filter(fits).and_then(|n| Some((number.value.checked_add(n.value)?, n))) {
        Some((value, small)) => Number { value, end: small.end, step: small.step, ..number },
        None => number,
    }
}

/// "2 *and a half*", "three *and three quarters* million", "two million *and a half*".
pub(super) fn with_half(pieces: &Pieces<'_>, number: Number) -> Number {
    if let Some(whole) = hyphened_half(pieces, number) {
        return whole;
    }
    if pieces.lower(number.end) != "and" || number.form != Form::Cardinal {
        return number;
    }
    let Some(part) = fraction::in_words(pieces, number.end + 1, true) else { return number };
    // "one billion and three quarters *million*"
    let own = scale_after(pieces, part);
    if own.end > part.end && own.scale < number.scale {
        let value = number.value.checked_add(own.value).map(|value| value.normalize());
        return value.map_or(number, |value| Number { value, end: own.end, step: None, ..number });
    }
    // "a dozen and a half" are eighteen.
    let unit = match number.end.checked_sub(1).and_then(|at| number::word(pieces.lower(at))) {
        Some((Kind::Group, group)) => Decimal::from(group),
        _ => number.scale.max(Decimal::ONE),
    };
    let sum = part.value.checked_mul(unit).and_then(|part| number.value.checked_add(part));
    match sum {
        Some(value) => {
            let sum = Number { value: value.normalize(), end: part.end, step: None, ..number };
            if number.scale > Decimal::ONE { sum } else { scale_after(pieces, sum) }
        }
        None => number,
    }
}

/// "two*-and-a-half*-year".
fn hyphened_half(pieces: &Pieces<'_>, number: Number) -> Option<Number> {
    let end = number.end;
    let stuck = (end..end + 6).all(|at| pieces.stuck(at));
    if !stuck || number.form != Form::Cardinal || pieces.phrase(end, end + 4) != "and a" {
        return None;
    }
    let (kind, below) = number::word(pieces.lower(end + 5))?;
    let part = Decimal::ONE.checked_div(Decimal::from(below));
    let value = number.value.checked_add(part.filter(|_| kind == Kind::Denominator)?)?;
    Some(Number { value, end: end + 6, step: None, ..number })
}

fn in_words(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    if let Some(vague) = vague(pieces, at) {
        return Some(vague);
    }
    // "in her sixties": only an age is told so.
    let possessive = |at: usize| matches!(pieces.lower(at), "his" | "her" | "their" | "my");
    let near = |_: &u64| (at.saturating_sub(3)..at).any(possessive);
    if let Some(tens) = super::age::tens(pieces.lower(at)).filter(near) {
        return Some(Number::cardinal(Decimal::from(tens), at + 1));
    }
    if let Some(some) = bare_scale(pieces, at) {
        return Some(some);
    }
    if let Some(part) = bare_point(pieces, at) {
        return Some(part);
    }
    if let Some(part) = fraction::in_words(pieces, at, false) {
        return Some(scale_after(pieces, part));
    }
    if let Some(some) =
        several(pieces, at).or_else(|| score_of(pieces, at)).or_else(|| couple_of(pieces, at))
    {
        return Some(some);
    }
    let start = if matches!(pieces.lower(at), "a" | "an") { article(pieces, at)? } else { at };
    let number = cardinal(pieces, start);
    let at_end = number.map_or(start, |n| n.end);
    if let Some(ordinal) = ordinal(pieces, number, at_end) {
        return Some(ordinal);
    }
    let number = number?;
    if let Some(part) = fraction::over(pieces, number) {
        return Some(part);
    }
    if let Some(part) = fraction::over_plural(pieces, number) {
        return Some(scale_after(pieces, part));
    }
    Some(with_half(pieces, said_again(pieces, point(pieces, number))))
}

/// "thirty *(30)* days": contracts give a number in words and again in digits.
fn said_again(pieces: &Pieces<'_>, number: Number) -> Number {
    let brackets = pieces.form(number.end) == "(" && pieces.form(number.end + 2) == ")";
    let again = digits::parse(pieces.form(number.end + 1)).filter(|_| brackets);
    if again == Some(number.value) { Number { end: number.end + 3, ..number } } else { number }
}

/// "30 *(thirty)* days".
fn said_in_words(pieces: &Pieces<'_>, number: Number) -> Number {
    if pieces.form(number.end) != "(" || pieces.kind(number.end + 1) != Some(Shape::Word) {
        return number;
    }
    let again = cardinal(pieces, number.end + 1);
    match again.filter(|again| again.value == number.value && pieces.form(again.end) == ")") {
        Some(again) => Number { end: again.end + 1, ..number },
        None => number,
    }
}

/// "several *hundred*", "a few *dozen*", "many *thousand*": two at least, and fewer than ten.
fn several(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let one = cardinal(pieces, at).filter(|_| is_several(pieces, at))?;
    let low = one.value.checked_mul(Decimal::TWO)?;
    let high = one.value.checked_mul(Decimal::TEN)?.checked_sub(Decimal::ONE)?;
    Some(one.of(Form::Vague(low, high)))
}

/// Whether "several" or the like and a scale word meet at a piece.
pub(super) fn is_several(pieces: &Pieces<'_>, at: usize) -> bool {
    let scale = matches!(
        number::word(pieces.lower(at)),
        Some((Kind::Hundred | Kind::Scale | Kind::Group, _))
    );
    let before = at.checked_sub(1).map_or("", |before| pieces.lower(before));
    scale && context::is(before, Role::Several)
}

/// "a *couple of hundred*", "a *couple* thousand": twice that, more or less.
fn couple_of(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let start = at + usize::from(pieces.lower(at) == "a");
    let of = (pieces.lower(start) == "couple").then_some(start + 1)?;
    let scale = of + usize::from(pieces.lower(of) == "of");
    match number::word(pieces.lower(scale)) {
        Some((Kind::Hundred | Kind::Scale | Kind::Group, value)) if value > 2 => {
            Number::cardinal(Decimal::TWO, scale).times(Decimal::from(value), scale + 1)
        }
        _ => None,
    }
}

/// "*Dozen* of boats", "*hundred* of people": a scale word without a number or article is the plural
/// that was meant, as many who learned English write it.
fn bare_scale(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let scale = matches!(
        number::word(pieces.lower(at)),
        Some((Kind::Hundred | Kind::Scale | Kind::Group, _))
    );
    if !scale || pieces.lower(at + 1) != "of" || !noun::is_plural(pieces.lower(at + 2)) {
        return None;
    }
    let led = at.checked_sub(1).is_none_or(|before| {
        let word = pieces.lower(before);
        !context::is(word, Role::Several)
            && !context::is(word, Role::Pronoun)
            && pieces.kind(before) != Some(Shape::Digits)
            && !pieces.hyphen(before)
            && number::word(word).is_none()
            && word != "per"
    });
    let plural = number::vague(&format!("{}s", pieces.lower(at))).filter(|_| led)?;
    let (low, high) = (Decimal::from(plural.low), Decimal::from(plural.high));
    Some(Number::cardinal(Decimal::from(plural.one), at + 1).of(Form::Vague(low, high)))
}

/// "a *score* of boats", "a *gross* of nails".
fn score_of(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let things = pieces.lower(at + 2) == "of" && noun::is_plural(pieces.lower(at + 3));
    match number::word(pieces.lower(at + 1)) {
        Some((Kind::Group, value)) if pieces.lower(at) == "a" && value != 12 && things => {
            Some(Number::cardinal(Decimal::from(value), at + 2))
        }
        _ => None,
    }
}

/// The piece after the article of "a hundred", "a dozen", none for other articles.
fn article(pieces: &Pieces<'_>, at: usize) -> Option<usize> {
    let next = at + 1;
    let good = matches!(
        number::word(pieces.lower(next)),
        Some((Kind::Hundred | Kind::Scale, value)) if value >= 100 && pieces.lower(next).len() > 3
    ) || pieces.lower(next) == "dozen";
    good.then_some(next)
}

/// What has been read of a cardinal in words.
#[derive(Default)]
struct Sum {
    total: u64,
    current: Option<u64>,
    last: Option<Kind>,
    scale: Option<u64>,
}

impl Sum {
    /// Takes the next word; false when it does not go on the number.
    fn take(&mut self, kind: Kind, value: u64) -> bool {
        self.try_take(kind, value).is_some_and(|()| {
            self.last = Some(kind);
            true
        })
    }

    fn try_take(&mut self, kind: Kind, value: u64) -> Option<()> {
        self.current = match (kind, self.current, self.last) {
            (Kind::Digit | Kind::Teen | Kind::Tens | Kind::Hundred, None, _) => Some(value),
            (Kind::Digit, Some(n), Some(Kind::Tens)) if value > 0 => Some(n + value),
            (Kind::Digit | Kind::Teen | Kind::Tens, Some(n), Some(Kind::Hundred)) => {
                Some(n + value)
            }
            (Kind::Teen | Kind::Tens, Some(n), Some(Kind::Teen | Kind::Tens))
                if (11..=20).contains(&n) && self.total == 0 =>
            {
                Some(n * 100 + value)
            }
            (Kind::Hundred, Some(n), _) if n < 100 && n > 0 => Some(n * 100),
            (Kind::Scale, _, _) => return self.scale(value),
            // A score or gross of its own is a result or a sum.
            (Kind::Group, None, None) if value == 12 => Some(value),
            (Kind::Group, Some(n), _) => Some(n.checked_mul(value)?),
            _ => return None,
        };
        Some(())
    }

    fn scale(&mut self, value: u64) -> Option<()> {
        match (self.current, self.scale) {
            (None, None) => self.total = value,
            (None, Some(scale)) if value >= scale => self.total = self.total.checked_mul(value)?,
            (Some(n), Some(scale)) if value > scale => {
                self.total = self.total.checked_add(n)?.checked_mul(value)?;
            }
            (Some(n), _) => self.total = self.total.checked_add(n.checked_mul(value)?)?,
            (None, Some(_)) => return None,
        }
        self.current = None;
        self.scale = Some(value);
        Some(())
    }

    fn value(&self) -> Option<u64> {
        self.total.checked_add(self.current.unwrap_or(0))
    }
}

/// The longest cardinal in words at `at`.
fn cardinal(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let mut sum = Sum::default();
    let mut end = at;
    let mut next = at;
    while let Some((kind, value)) = number::word(pieces.lower(next)) {
        if sum.last.is_some() && fraction::denominator_ahead(pieces, next, sum.last) {
            break;
        }
        if matches!(kind, Kind::Ordinal | Kind::Denominator) || !sum.take(kind, value) {
            break;
        }
        end = next + 1;
        next = joined(pieces, end, sum.last);
    }
    let value = (end > at).then(|| sum.value())??;
    let number = Number::cardinal(Decimal::from(value), end);
    Some(match (sum.scale, sum.current) {
        (Some(scale), None) if scale >= 1000 => {
            let scale = Decimal::from(scale);
            Number { scale, step: Some(scale), ..number }
        }
        _ => number,
    })
}

/// The piece that may go on a number in words after `end`: past a hyphen, or past "and" after
/// "hundred" or a scale.
fn joined(pieces: &Pieces<'_>, end: usize, last: Option<Kind>) -> usize {
    if pieces.hyphen(end) && pieces.stuck(end) && pieces.stuck(end + 1) {
        return end + 1;
    }
    // "one million, two hundred thousand"
    let scale = |at: usize| {
        matches!(number::word(pieces.lower(at)), Some((Kind::Hundred | Kind::Scale, _)))
    };
    let goes_on = pieces.form(end) == "," && last == Some(Kind::Scale) && scale(end + 2);
    if goes_on && matches!(number::word(pieces.lower(end + 1)), Some((Kind::Digit, _))) {
        return end + 1;
    }
    let and = pieces.lower(end) == "and" && matches!(last, Some(Kind::Hundred | Kind::Scale));
    let small = matches!(
        number::word(pieces.lower(end + 1)),
        Some((Kind::Digit | Kind::Teen | Kind::Tens, _))
    );
    let part = and
        && fraction::in_words(pieces, end + 1, true).is_some_and(|part| part.value < Decimal::ONE);
    if and && small && !part { end + 1 } else { end }
}

/// "five *point two five*".
fn point(pieces: &Pieces<'_>, number: Number) -> Number {
    if pieces.lower(number.end) != "point" {
        return number;
    }
    let mut digits = String::new();
    let mut end = number.end + 1;
    while let Some(digit) = spoken_digit(pieces, end).filter(|_| digits.len() < 12) {
        digits += &digit;
        end += 1;
    }
    let decimals = format!("{}.{digits}", number.value.to_i64().unwrap_or_default());
    match digits::parse(&decimals) {
        Some(value) if !digits.is_empty() => scale_after(pieces, Number { value, end, ..number }),
        _ => number,
    }
}

/// "point five" before "percent" or alone: "0.5".
fn bare_point(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    if pieces.lower(at) != "point" || spoken_digit(pieces, at + 1).is_none() {
        return None;
    }
    let part = point(pieces, Number::cardinal(Decimal::ZERO, at));
    let percent = matches!(pieces.lower(part.end), "percent" | "per" | "%");
    (part.end > at && (percent || at == 0 && part.end == pieces.all.len())).then_some(part)
}

/// A digit after "point", as a word or printed.
fn spoken_digit(pieces: &Pieces<'_>, at: usize) -> Option<String> {
    match number::word(pieces.lower(at)) {
        Some((Kind::Digit | Kind::Teen | Kind::Tens, value)) => Some(value.to_string()),
        _ => Some(pieces.form(at))
            .filter(|form| form.len() == 1 && form.bytes().all(|b| b.is_ascii_digit()))
            .map(str::to_owned),
    }
}

/// "third", "twenty-fifth", "one hundred and tenth".
fn ordinal(pieces: &Pieces<'_>, number: Option<Number>, end: usize) -> Option<Number> {
    let at = match number {
        Some(_) if pieces.hyphen(end) || pieces.lower(end) == "and" => end + 1,
        _ => end,
    };
    let Some((Kind::Ordinal, value)) = number::word(pieces.lower(at)) else { return None };
    let value = Decimal::from(value);
    let sum = match number {
        None => value,
        Some(n) if value >= Decimal::ONE_HUNDRED => n.value.checked_mul(value)?,
        Some(n) if n.value.checked_rem(Decimal::TEN)?.is_zero() && value < Decimal::ONE_HUNDRED => {
            n.value.checked_add(value)?
        }
        Some(_) => return None,
    };
    Some(Number::cardinal(sum, at + 1).of(Form::Ordinal))
}

/// "dozens", "tens of thousands", "hundreds of millions", "several hundred".
fn vague(pieces: &Pieces<'_>, at: usize) -> Option<Number> {
    let first = number::vague(pieces.lower(at))?;
    let big = |n: u64| Decimal::from(n);
    let (mut one, mut low, mut high) = (big(first.one), big(first.low), big(first.high));
    let mut end = at + 1;
    if pieces.lower(end) == "of" {
        if let Some(second) = number::vague(pieces.lower(end + 1)) {
            let most = big(first.one.min(100) * 10);
            one = one.checked_mul(big(second.one))?;
            low = low.checked_mul(big(second.one))?;
            high = most.checked_mul(big(second.one))?.checked_sub(Decimal::ONE)?;
            end += 2;
        } else if pieces.lower(at) == "tens" {
            return None;
        }
    } else if matches!(pieces.lower(at), "tens" | "scores") {
        return None;
    }
    Some(Number::cardinal(one, end).of(Form::Vague(low, high)))
}
