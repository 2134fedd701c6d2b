//! Numbers with unit and bound.

use rust_decimal::Decimal;

use super::{Interval, Measure, Reading, SetRelation};

/// A number with its unit and bound, as it was printed and as a set of possibilities.
///
/// ```
/// use corroborate::value::{Bound, Decimal, Interval, Quantity, Reading, SetRelation};
/// let twelve = Quantity::exact(Decimal::from(12));
/// let at_least_ten = Quantity {
///     bound: Bound::AtLeast,
///     strict: Interval { high: None, ..Interval::point(Decimal::TEN) },
///     ..Quantity::exact(Decimal::TEN)
/// };
/// assert_eq!(twelve.compare(&at_least_ten, Reading::Strict), SetRelation::Within);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The words it was read from.
    pub text: String,
    /// The numbers as printed, scale words applied, before hedge and rounding: one, or the two
    /// ends of a range, or the two sides of a score.
    pub printed: Vec<Decimal>,
    /// How the words bound the number.
    pub bound: Bound,
    /// What the words entail, rounding of scale words included ("1.2 million" is
    /// `[1 150 000, 1 250 000]`).
    pub strict: Interval<Decimal>,
    /// What a reader infers.
    pub plausible: Interval<Decimal>,
    /// The canonical unit: a singular counted noun, the name of a unit, an ISO 4217 code,
    /// `percent`, `percentage point`; `score` for "3-2", `ratio` for "3 to 1" of a ratio.
    pub unit: Option<String>,
    /// What the unit measures, when it is a unit of measurement or the number is a share.
    pub measure: Option<Measure>,
    /// The words before a counted noun ("*Ukrainian* prisoners", "*civilian*").
    pub modifiers: Vec<String>,
    /// What it is given per ("side", "year").
    pub per: Option<String>,
    /// Whether it is an ordinal ("third").
    pub ordinal: bool,
    /// Whether it is an age ("a 12-year-old"): then the unit is a length of time, but says nothing
    /// on how long anything took.
    pub age: bool,
    /// The whole that it is a part of ("three of the 12").
    pub whole: Option<Box<Quantity>>,
    /// Whether the two printed numbers are the values before and after a change ("rose from 20 to
    /// 30") rather than the ends of what is possible.
    pub change: bool,
}

/// How words bound a number. On `n`, strictly:
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// `Exact` is `[n, n]`.
    #[default]
    Exact,
    /// `Approx` is an interval around `n`.
    Approx,
    /// `AtLeast` is `[n, ∞)`.
    AtLeast,
    /// `MoreThan` is `(n, ∞)`.
    MoreThan,
    /// `AtMost` is `(-∞, n]`, of counts `[0, n]`.
    AtMost,
    /// `LessThan` is `(-∞, n)`, of counts `[0, n)`.
    LessThan,
    /// `Range` is `[m, n]`.
    Range,
}

impl Bound {
    /// Its name in reports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Approx => "approx",
            Self::AtLeast => "at-least",
            Self::MoreThan => "more-than",
            Self::AtMost => "at-most",
            Self::LessThan => "less-than",
            Self::Range => "range",
        }
    }
}

impl Quantity {
    /// `value` exactly, without a unit.
    #[must_use]
    pub fn exact(value: Decimal) -> Self {
        Self {
            text: value.to_string(),
            printed: vec![value],
            bound: Bound::Exact,
            strict: Interval::point(value),
            plausible: Interval::point(value),
            unit: None,
            measure: None,
            modifiers: Vec::new(),
            per: None,
            ordinal: false,
            age: false,
            whole: None,
            change: false,
        }
    }

    /// How the two compare; incomparable when unit dimension, per-group or ordinality differ.
    ///
    /// Values in one unit compare by their intervals as they are. Values in two units of one
    /// dimension are converted; each then also stands for what it may have been rounded from
    /// ("10 km" and "6.2 miles" share values). A conversion that overflows is incomparable.
    #[must_use]
    pub fn compare(&self, other: &Self, reading: Reading) -> SetRelation {
        if self.per != other.per || self.ordinal != other.ordinal || self.age != other.age {
            return SetRelation::Incomparable;
        }
        if self.is_score() && other.is_score() {
            return self.compare_scores(other);
        }
        if let (Some(a), Some(b)) = (self.ratio(), other.ratio()) {
            return if a == b { SetRelation::Equal } else { SetRelation::Disjoint };
        }
        if self.same_unit(other) {
            return self.reading(reading).compare(&other.reading(reading));
        }
        match (self.in_base(reading), other.in_base(reading)) {
            (Some(a), Some(b)) if self.convertible(other) => a.compare(&b),
            _ => SetRelation::Incomparable,
        }
    }

    /// Whether one of the two may be the other one rounded, as people round: "12,300" and
    /// "12,345", "12%" and "12.4%", but not "10" and "14", nor "20" and "21".
    #[must_use]
    pub fn rounds_to(&self, other: &Self) -> bool {
        if self.per != other.per || self.ordinal || other.ordinal || self.age != other.age {
            return false;
        }
        match (self.printed.as_slice(), other.printed.as_slice()) {
            ([a], [b]) if self.same_unit(other) => rounds(*a, *b) || rounds(*b, *a),
            _ => false,
        }
    }

    /// Whether it is the result of a match: two numbers, one for each side.
    #[must_use]
    pub fn is_score(&self) -> bool {
        self.unit.as_deref() == Some("score")
    }

    /// The share of the first of the two numbers of a ratio in both ("6 : 4" and "3 : 2" are one);
    /// none of a ratio that words bound ("more than 6 : 4").
    fn ratio(&self) -> Option<Decimal> {
        let exact = self.text.starts_with(|c: char| c.is_ascii_digit());
        match (self.unit.as_deref(), self.printed.as_slice()) {
            (Some("ratio"), [a, b]) if exact => a.checked_div(a.checked_add(*b)?),
            _ => None,
        }
    }

    /// Equal when the same two numbers stand in either order: each report names its own side first.
    fn compare_scores(&self, other: &Self) -> SetRelation {
        let sorted = |quantity: &Self| {
            let mut sides = quantity.printed.clone();
            sides.sort();
            sides
        };
        if sorted(self) == sorted(other) { SetRelation::Equal } else { SetRelation::Disjoint }
    }

    fn same_unit(&self, other: &Self) -> bool {
        self.unit == other.unit && self.measure == other.measure
    }

    fn convertible(&self, other: &Self) -> bool {
        matches!((&self.measure, &other.measure), (Some(a), Some(b)) if a.converts(b))
    }

    fn reading(&self, reading: Reading) -> Interval<Decimal> {
        match reading {
            Reading::Strict => self.strict,
            Reading::Plausible => self.plausible,
        }
    }

    /// In the base unit, widened by what the printed digits leave open.
    fn in_base(&self, reading: Reading) -> Option<Interval<Decimal>> {
        let (measure, own) = (self.measure?, self.reading(reading));
        let convert = |end: Option<Decimal>, widen: fn(Decimal, Decimal) -> Option<Decimal>| {
            let Some(end) = end else { return Some(None) };
            let slack = if self.printed.contains(&end) { slack(end) } else { Decimal::ZERO };
            measure.to_base(widen(end, slack)?).map(Some)
        };
        Some(Interval {
            low: convert(own.low, Decimal::checked_sub)?,
            high: convert(own.high, Decimal::checked_add)?,
            ..own
        })
    }
}

/// Half a unit of the last printed digit that is not zero, at most a twentieth of the value.
fn slack(value: Decimal) -> Decimal {
    let half = Decimal::new(5, 1);
    let twentieth = value.abs().saturating_mul(Decimal::new(5, 2));
    place(value).map_or(twentieth, |place| place.saturating_mul(half).min(twentieth))
}

/// The place value of the last digit that is not zero: 100 for 1,200, 0.1 for 6.2; of the last digit
/// as printed behind a point: 0.01 for 0.70.
fn place(value: Decimal) -> Option<Decimal> {
    if !value.fract().is_zero() {
        return Some(Decimal::new(1, value.scale()));
    }
    let value = value.normalize();
    let mut digits = value.mantissa();
    let mut place = Decimal::new(1, value.scale());
    while digits != 0 && digits % 10 == 0 {
        digits /= 10;
        place = place.checked_mul(Decimal::TEN)?;
    }
    Some(place)
}

/// Whether `coarse` is what `fine` rounds to. Whole numbers under 100 are taken as counted, not
/// rounded.
fn rounds(coarse: Decimal, fine: Decimal) -> bool {
    let counted = coarse.abs() < Decimal::ONE_HUNDRED && coarse.is_integer() && fine.is_integer();
    !counted
        && place(coarse).zip(place(fine)).is_some_and(|(a, b)| a > b)
        && coarse.saturating_sub(fine).abs() <= slack(coarse)
}
