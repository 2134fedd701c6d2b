//! Lengths of time of several units: "two years and three months" is 27 months.

use super::Time;
use crate::value::{Bound, Decimal, SetRelation};

/// How long an ISO 8601 length is: months, which are no fixed number of days, and seconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Total {
    months: Decimal,
    seconds: Decimal,
    /// How many units it was told in.
    parts: u8,
}

impl Total {
    /// None for what is not known to the unit ("PXW"), and on overflow.
    fn of(iso: &str) -> Option<Self> {
        let mut total = Self::default();
        let (mut number, mut of_day) = (String::new(), false);
        for c in iso.strip_prefix('P')?.chars() {
            match c {
                'T' => of_day = true,
                '0'..='9' | '.' => number.push(c),
                _ => {
                    let n: Decimal = std::mem::take(&mut number).parse().ok()?;
                    total.add(n, c, of_day)?;
                }
            }
        }
        (number.is_empty() && total.parts > 0).then_some(total)
    }

    fn add(&mut self, n: Decimal, unit: char, of_day: bool) -> Option<()> {
        let (months, seconds) = match (unit, of_day) {
            ('Y', false) => (12, 0),
            ('Q', false) => (3, 0),
            ('M', false) => (1, 0),
            ('W', false) => (0, 604_800),
            ('D', false) => (0, 86_400),
            ('H', true) => (0, 3_600),
            ('M', true) => (0, 60),
            ('S', true) => (0, 1),
            _ => return None,
        };
        self.months = self.months.checked_add(n.checked_mul(Decimal::from(months))?)?;
        self.seconds = self.seconds.checked_add(n.checked_mul(Decimal::from(seconds))?)?;
        self.parts += 1;
        Some(())
    }
}

/// How two lengths compare of which one is told in several units; none when neither is. Where
/// months stand against days nothing is said, and a length told only in the larger unit ("two
/// years") may have been cut short.
pub(super) fn compare(a: &Time, b: &Time) -> Option<SetRelation> {
    let total = |time: &Time| Total::of(time.duration.as_deref()?);
    let (one, other) = (total(a)?, total(b)?);
    if one.parts < 2 && other.parts < 2 {
        return None;
    }
    let exact =
        |time: &Time| time.quantity.as_ref().is_none_or(|quantity| quantity.bound == Bound::Exact);
    if (one.months, one.seconds) == (other.months, other.seconds) {
        return Some(if exact(a) && exact(b) { SetRelation::Equal } else { SetRelation::Overlaps });
    }
    let alike = one.months == other.months || one.seconds == other.seconds;
    if !exact(a) || !exact(b) || !alike {
        return Some(SetRelation::Incomparable);
    }
    let cut = one.parts != other.parts && first_unit(a) == first_unit(b);
    Some(if cut { SetRelation::Overlaps } else { SetRelation::Disjoint })
}

/// The first unit with its number: "2Y" of "P2Y3M".
fn first_unit(time: &Time) -> &str {
    let iso = time.duration.as_deref().unwrap_or_default();
    let end = iso.char_indices().skip(1).find(|(_, c)| c.is_ascii_alphabetic() && *c != 'T');
    end.map_or("", |(at, _)| &iso[1..=at])
}

/// How many hundredths of its unit "an hour" may be: "less than an hour" is no more than that.
const SOME: [i64; 2] = [50, 130];

impl Time {
    /// Whether two lengths of which one is told without a number ("an hour", "less than an hour") may be one.
    #[must_use]
    pub(crate) fn may_last(&self, other: &Self) -> bool {
        let vague = |time: &Self| time.is_length() && time.quantity.is_none();
        let total = |time: &Self| Total::of(time.duration.as_deref()?);
        let (Some(one), Some(two)) = (total(self), total(other)) else { return false };
        let (unit, length) = match (vague(self), vague(other)) {
            (true, true) => return one == two,
            (true, false) => (one, two),
            (false, true) => (two, one),
            (false, false) => return false,
        };
        let seconds = |n: i64| unit.seconds.saturating_mul(Decimal::new(n, 2));
        unit.months.is_zero()
            && length.months.is_zero()
            && unit.parts == 1
            && (seconds(SOME[0])..=seconds(SOME[1])).contains(&length.seconds)
    }

    /// Whether it is a length told in several units; its quantity is that of the first.
    pub(crate) fn has_parts(&self) -> bool {
        let unit = |c: &char| c.is_ascii_alphabetic() && !matches!(c, 'P' | 'T');
        self.duration.as_ref().is_some_and(|iso| iso.chars().filter(unit).count() > 1)
    }
}
