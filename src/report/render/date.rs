//! Dates as a reader writes them.

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Year, month, day of an ISO 8601 date; none for anything else.
fn parts(iso: &str) -> Option<(i32, usize, u32)> {
    let (rest, day) = iso.rsplit_once('-')?;
    let (year, month) = rest.rsplit_once('-')?;
    let month: usize = month.parse().ok()?;
    (1..=12).contains(&month).then_some((year.parse().ok()?, month, day.parse().ok()?))
}

/// "20 July 2025"; what is no day stays as it is.
pub(super) fn day(iso: &str) -> String {
    match parts(iso) {
        Some((year, month, day)) => format!("{day} {} {year}", MONTHS[month - 1]),
        None => iso.to_owned(),
    }
}

/// "21 to 31 May 2025", "May 2025", "2025", by what the stretch covers.
pub(super) fn stretch(start: &str, end: &str) -> String {
    let (Some(from), Some(to)) = (parts(start), parts(end)) else {
        return if start == end { start.to_owned() } else { format!("{start} to {end}") };
    };
    let last = to.2 == length(to.0, to.1);
    match (from, to) {
        _ if start == end => day(start),
        ((y1, 1, 1), (y2, 12, _)) if last && y1 == y2 => y1.to_string(),
        ((y1, 1, 1), (y2, 12, _)) if last => format!("{y1} to {y2}"),
        ((y1, m1, 1), (y2, m2, _)) if last && (y1, m1) == (y2, m2) => month(y1, m1),
        ((y1, m1, 1), (y2, m2, _)) if last && y1 == y2 => {
            format!("{} to {}", MONTHS[m1 - 1], month(y2, m2))
        }
        ((y1, m1, 1), (y2, m2, _)) if last => format!("{} to {}", month(y1, m1), month(y2, m2)),
        ((y1, m1, d1), (y2, m2, _)) if (y1, m1) == (y2, m2) => format!("{d1} to {}", day(end)),
        _ => format!("{} to {}", day(start), day(end)),
    }
}

fn month(year: i32, month: usize) -> String {
    format!("{} {year}", MONTHS[month - 1])
}

/// How many days a month has.
fn length(year: i32, month: usize) -> u32 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::stretch;

    #[test]
    fn a_stretch_is_as_short_as_it_can_be() {
        let check = |start, end, expect| assert_eq!(stretch(start, end), expect);
        check("2025-07-20", "2025-07-20", "20 July 2025");
        check("2025-05-21", "2025-05-31", "21 to 31 May 2025");
        check("2024-02-01", "2024-02-29", "February 2024");
        check("2025-01-01", "2025-12-31", "2025");
        check("2014-01-01", "2019-12-31", "2014 to 2019");
        check("2024-12-01", "2025-06-30", "December 2024 to June 2025");
        check("2025-04-01", "2025-06-30", "April to June 2025");
        check("2025-04-03", "2025-06-04", "3 April 2025 to 4 June 2025");
        check("2025-07-20T08:00", "2025-07-20T09:00", "2025-07-20T08:00 to 2025-07-20T09:00");
    }
}
