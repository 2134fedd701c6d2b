//! Reads digits with the points and commas of several locales.

use rust_decimal::Decimal;

/// The value of digits as printed, none for what is no number ("1.2.3", a code with a leading
/// zero, more than 28 digits).
///
/// A comma before exactly three digits groups thousands, other single commas are decimal; points
/// group only when there are several, or when a decimal comma follows.
pub(super) fn parse(digits: &str) -> Option<Decimal> {
    if digits.contains('\'') {
        let whole = digits.split('.').next()?;
        return grouped(whole, '\'').then(|| plain(digits, '.', Some('\'')))?;
    }
    let points = digits.matches('.').count();
    let commas = digits.matches(',').count();
    match (points, commas) {
        (0, 0) if digits.len() > 1 && digits.starts_with('0') => None,
        (0 | 1, 0) => plain(digits, '.', None),
        (_, 0) => grouped(digits, '.').then(|| plain(digits, ',', Some('.')))?,
        (0, _) if grouped(digits, ',') => plain(digits, '.', Some(',')),
        (0, 1) => decimal_comma(digits),
        (1, _) if digits.rfind(',') < digits.find('.') => {
            let whole = digits.split('.').next()?;
            grouped(whole, ',').then(|| plain(digits, '.', Some(',')))?
        }
        (_, 1) => {
            let whole = digits.split(',').next()?;
            grouped(whole, '.').then(|| plain(digits, ',', Some('.')))?
        }
        _ => None,
    }
}

/// "1,3", but not "5,6789", which is no way to print a number.
fn decimal_comma(digits: &str) -> Option<Decimal> {
    let decimals = digits.split(',').nth(1)?;
    (decimals.len() <= 2).then(|| plain(digits, ',', None))?
}

fn plain(digits: &str, point: char, group: Option<char>) -> Option<Decimal> {
    let mut mantissa: i128 = 0;
    let mut scale = None;
    for c in digits.chars() {
        if c == point {
            scale = Some(0);
        } else if Some(c) != group {
            let digit = i128::from(c.to_digit(10)?);
            mantissa = mantissa.checked_mul(10)?.checked_add(digit)?;
            scale = scale.map(|s: u32| s + 1);
        }
    }
    Decimal::try_from_i128_with_scale(mantissa, scale.unwrap_or(0)).ok()
}

/// Whether the groups are of three digits after a first one of one to three, or as in India of
/// two with a last one of three.
fn grouped(digits: &str, mark: char) -> bool {
    let groups: Vec<usize> = digits.split(mark).map(str::len).collect();
    let [first, middle @ .., last] = groups.as_slice() else { return false };
    let thousands = (1..=3).contains(first) && middle.iter().all(|&len| len == 3);
    let lakhs = (1..=2).contains(first) && !middle.is_empty() && middle.iter().all(|&len| len == 2);
    *last == 3 && (thousands || lakhs)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[track_caller]
    fn check(digits: &str, expect: Option<&str>) {
        assert_eq!(parse(digits).map(|n| n.to_string()).as_deref(), expect);
    }

    #[test]
    fn locales() {
        check("1,234,567.5", Some("1234567.5"));
        check("12,34,567", Some("1234567"));
        check("1.234.567,8", Some("1234567.8"));
        check("1'234'567.8", Some("1234567.8"));
        check("2,5", Some("2.5"));
        check("2.500", Some("2.500"));
        check(".5", Some("0.5"));
    }

    #[test]
    fn no_numbers() {
        check("3.11.4", None);
        check("007", None);
        check("192.168.0.1", None);
        check("5,6789", None);
        check(&"9".repeat(40), None);
    }
}
