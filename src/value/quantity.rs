//! Numbers with unit and bound.

use rust_decimal::Decimal;

use super::{Interval, Reading, SetRelation};

/// A number with its unit and bound, as it was printed and as a set of possibilities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The words it was read from.
    pub text: String,
    /// The numbers as printed, scale words applied, before hedge and rounding: one, or the two
    /// ends of a range.
    pub printed: Vec<Decimal>,
    /// How the words bound the number.
    pub bound: Bound,
    /// What the words entail, rounding of scale words included ("1.2 million" is
    /// `[1 150 000, 1 250 000]`).
    pub strict: Interval<Decimal>,
    /// What a reader infers.
    pub plausible: Interval<Decimal>,
    /// The canonical unit: a singular counted noun, a unit symbol, an ISO 4217 code, `percent`.
    pub unit: Option<String>,
    /// What it is given per ("side", "year").
    pub per: Option<String>,
    /// Whether it is an ordinal ("third").
    pub ordinal: bool,
}

/// How words bound a number. On `n`, strictly:
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
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
    /// How the two compare; incomparable when unit dimension, per-group or ordinality differ.
    #[must_use]
    pub fn compare(&self, other: &Self, reading: Reading) -> SetRelation {
        if self.unit != other.unit || self.per != other.per || self.ordinal != other.ordinal {
            return SetRelation::Incomparable;
        }
        match reading {
            Reading::Strict => self.strict.compare(&other.strict),
            Reading::Plausible => self.plausible.compare(&other.plausible),
        }
    }
}
