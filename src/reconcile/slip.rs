//! Numbers and days of which one may be a slip of the pen, or of the ear, for the other.
//!
//! Two reporters who give "24 fishermen" and "42 fishermen" mean one number: that two counts of one
//! noun in one story are made of the same digits by chance is unlikely, while figures are turned
//! round every day; and so is "fifteen" heard as "fifty".

use crate::value::{Decimal, Grain, Quantity, Time};

/// The least number whose word sounds like that of its ten: "thirteen" and "thirty".
const TEEN: i64 = 13;

/// So many digits before the noughts tell a number by themselves.
const LONG: usize = 3;

/// Whether one of two numbers may be a slip for the other.
pub(super) fn numbers(x: &Quantity, y: &Quantity) -> bool {
    match (&x.printed[..], &y.printed[..]) {
        ([a], [b]) => turned(a, b) || sounds(*a, *b) || sounds(*b, *a),
        _ => false,
    }
}

/// Whether two numbers have two digits exchanged.
pub(super) fn are_turned(x: &Quantity, y: &Quantity) -> bool {
    matches!((&x.printed[..], &y.printed[..]), ([a], [b]) if turned(a, b))
}

/// The same of two days of one month.
pub(super) fn are_turned_days(x: &Time, y: &Time) -> bool {
    let day = |time: &Time| time.fields.day.map(Decimal::from);
    let (p, q) = (&x.fields, &y.fields);
    p.month.is_some()
        && p.month == q.month
        && day(x).zip(day(y)).is_some_and(|(a, b)| turned(&a, &b))
}

/// Whether one of two numbers has digits enough to be known again.
pub(super) fn are_long(x: &Quantity, y: &Quantity) -> bool {
    let told = |number: &Decimal| {
        let digits = number.normalize().mantissa().unsigned_abs().to_string();
        digits.trim_end_matches('0').len() >= LONG && *number >= Decimal::ONE_THOUSAND
    };
    x.printed.iter().chain(&y.printed).any(told)
}

/// Whether two days of one month may be, or one day of two months.
pub(super) fn days(x: &Time, y: &Time) -> bool {
    let (p, q) = (&x.fields, &y.fields);
    if x.grain != Grain::Day || y.grain != Grain::Day || p.month.is_none() || q.month.is_none() {
        return false;
    }
    let day = |day: Option<i8>| day.map(Decimal::from);
    match (day(p.day), day(q.day)) {
        (Some(a), Some(b)) if p.month == q.month => {
            let week = Decimal::from(7);
            turned(&a, &b) || sounds(a, b) || sounds(b, a) || a.saturating_sub(b).abs() == week
        }
        (Some(a), Some(b)) => a == b,
        _ => false,
    }
}

/// Whether two digits beside each other are exchanged: "1,480" and "1,840".
fn turned(a: &Decimal, b: &Decimal) -> bool {
    let digits = |number: &Decimal| number.normalize().to_string().into_bytes();
    let (a, b) = (digits(a), digits(b));
    let differ: Vec<usize> = if a.len() == b.len() {
        (0..a.len()).filter(|&at| a[at] != b[at]).collect()
    } else {
        Vec::new()
    };
    // The point between two digits is no digit: "2.3" and "3.2".
    matches!(differ[..], [i, j] if a[i] == b[j] && a[j] == b[i]
        && (j == i + 1 || j == i + 2 && a[i + 1] == b'.'))
}

/// Whether the word for the less is heard in that for the greater: "fourteen", "forty"; "nine", "nineteen".
fn sounds(less: Decimal, greater: Decimal) -> bool {
    let (ten, teen) = (Decimal::TEN, Decimal::from(TEEN));
    let teens = less >= teen && less < Decimal::from(20);
    let ones = less >= Decimal::from(4) && less < ten && less != Decimal::from(5);
    less.is_integer()
        && (teens && greater == less.saturating_sub(ten).saturating_mul(ten)
            || ones && greater == less.saturating_add(ten))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_sounds_are_exchanged() {
        let number = |text: &str| text.parse::<Decimal>().expect("a number");
        let pair = |a: &str, b: &str| {
            let (a, b) = (number(a), number(b));
            turned(&a, &b) || sounds(a, b) || sounds(b, a)
        };
        for (a, b) in
            [("24", "42"), ("108000", "180000"), ("2.3", "3.2"), ("14", "40"), ("19", "9")]
        {
            assert!(pair(a, b) && pair(b, a), "{a} {b}");
        }
        for (a, b) in
            [("24", "24"), ("24", "43"), ("120", "201"), ("1", "10"), ("12", "20"), ("2", "12")]
        {
            assert!(!pair(a, b) && !pair(b, a), "{a} {b}");
        }
    }
}
