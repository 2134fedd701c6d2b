//! Civil dates.

use crate::error::Error;

/// A date of the [proleptic Gregorian calendar](https://en.wikipedia.org/wiki/ISO_8601), or a
/// date with the time of day.
///
/// ```
/// let date = corroborate::Date::parse("2025-07-20").unwrap();
/// assert_eq!(date.to_string(), "2025-07-20");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The day.
    pub day: jiff::civil::Date,
    /// The time of day, when it is known.
    pub time: Option<jiff::civil::Time>,
}

impl Date {
    /// Reads an ISO 8601 date ("2025-07-20"), or one with a time ("2025-07-20T14:30:00Z"; the
    /// zone is dropped, the local date and time kept).
    ///
    /// ```
    /// let date = corroborate::Date::parse("2025-07-20T14:30:00Z").unwrap();
    /// assert_eq!(date.time.unwrap().hour(), 14);
    /// assert!(corroborate::Date::parse("2025-02-30").is_err());
    /// ```
    ///
    /// # Errors
    /// When it is no such date, or one that the calendar does not have.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let bad = || Error::input(format!("expected a date as YYYY-MM-DD, found `{text}`"));
        let day = text.get(..10).and_then(|t| t.parse().ok()).ok_or_else(bad)?;
        let rest = text[10..].trim_start_matches(['T', ' ']);
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(rest.len());
        let time = match &rest[..end] {
            "" => None,
            time => Some(time.parse().map_err(|_| bad())?),
        };
        Ok(Self { day, time })
    }

    /// The day that begins this many days after 1970-01-01, for callers that have a clock; the
    /// last day of the calendar when there is none so late.
    ///
    /// ```
    /// assert_eq!(corroborate::Date::from_unix_days(31).to_string(), "1970-02-01");
    /// ```
    #[must_use]
    pub fn from_unix_days(days: i64) -> Self {
        let span = jiff::Span::new().try_days(days).ok();
        let day = span.and_then(|span| jiff::civil::date(1970, 1, 1).checked_add(span).ok());
        Self { day: day.unwrap_or(jiff::civil::Date::MAX), time: None }
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.day.fmt(f)
    }
}
