//! What a unit measures, and exact conversion between units of one dimension.

use rust_decimal::Decimal;

/// What kind of thing a unit measures. Two units convert into each other only within one
/// dimension; money has none, because currency is never converted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Dimension {
    /// A part of a whole; base: the whole. Percent and fractions.
    Share,
    /// A difference of two shares; base: the percentage point. Percentage and basis points.
    SharePoint,
    /// Base: meter.
    Length,
    /// Base: square meter.
    Area,
    /// Base: cubic meter.
    Volume,
    /// Base: kilogram.
    Mass,
    /// Base: second.
    Duration,
    /// Base: meter per second.
    Speed,
    /// Base: kelvin.
    Temperature,
    /// Base: joule.
    Energy,
    /// Base: watt.
    Power,
    /// Base: newton.
    Force,
    /// Base: pascal.
    Pressure,
    /// Base: hertz.
    Frequency,
    /// Base: bit.
    Information,
    /// Base: bit per second.
    DataRate,
    /// Base: newton meter.
    Torque,
    /// Base: degree.
    Angle,
    /// Base: ampere.
    Current,
    /// Base: volt.
    Voltage,
    /// Base: ohm.
    Resistance,
    /// Base: ampere hour.
    Charge,
    /// Months, years and longer, which are no fixed number of days; base: month.
    Calendar,
    /// Base: lumen, and each other unit that stands alone: no conversion is known but to
    /// multiples of the same unit.
    Other,
}

/// How a unit relates to the base unit of its dimension: `base = value × scale / divisor + offset`.
///
/// Scale and divisor are apart so that every conversion is exact: a kilometer per hour is 5/18
/// of a meter per second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Measure {
    /// What it measures.
    pub dimension: Dimension,
    /// Multiplies.
    pub scale: Decimal,
    /// Divides.
    pub divisor: Decimal,
    /// Is added, after the scale; zero but for temperatures.
    pub offset: Decimal,
}

impl Measure {
    /// A unit that is the base of `dimension`.
    #[must_use]
    pub const fn base(dimension: Dimension) -> Self {
        Self { dimension, scale: Decimal::ONE, divisor: Decimal::ONE, offset: Decimal::ZERO }
    }

    /// Whether values of the two units can be converted into each other.
    #[must_use]
    pub fn converts(&self, other: &Self) -> bool {
        self.dimension == other.dimension && (self.dimension != Dimension::Other || self == other)
    }

    /// `value`, given in this unit, in the base unit; none on overflow, or when fewer
    /// than 12 digits of it are left. The last of 28 digits may be rounded.
    ///
    /// ```
    /// use corroborate::value::{Decimal, Dimension, Measure};
    /// let mile = Measure { scale: Decimal::new(1609344, 3), ..Measure::base(Dimension::Length) };
    /// assert_eq!(mile.to_base(Decimal::TWO), Some(Decimal::new(3218688, 3)));
    /// ```
    #[must_use]
    pub fn to_base(&self, value: Decimal) -> Option<Decimal> {
        let scaled = value.checked_mul(self.scale)?.checked_div(self.divisor)?;
        let back = scaled.checked_mul(self.divisor)?.checked_div(self.scale)?;
        // Of a very small product too few of the 28 digits are left to tell the value.
        let lost = back.checked_sub(value)?.abs() > value.abs().checked_mul(Decimal::new(1, 12))?;
        if lost { None } else { scaled.checked_add(self.offset) }
    }

    /// `value`, given in the base unit, in this unit; none on overflow.
    #[must_use]
    pub fn from_base(&self, value: Decimal) -> Option<Decimal> {
        value.checked_sub(self.offset)?.checked_mul(self.divisor)?.checked_div(self.scale)
    }
}
