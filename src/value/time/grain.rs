//! The units of the calendar.

/// The unit of the calendar in which a time was given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Grain {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A part of a day ("Saturday night").
    DayPart,
    /// A day.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// A week, Monday to Sunday as in [ISO 8601](https://en.wikipedia.org/wiki/ISO_week_date).
    Week,
    /// A part of a month ("late May").
    MonthPart,
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// A season.
    Season,
    /// A half or other part of a year.
    YearPart,
    /// A year.
    Year,
    /// A decade.
    Decade,
    /// A century.
    Century,
    /// None of these: "recently", a duration.
    #[default]
    Vague,
}

impl Grain {
    /// Whether a difference at this grain says something about one at `other`: "5 March 2001" and
    /// "2003" do exclude each other, while a minute and a decade are hardly told of one thing.
    #[must_use]
    pub(super) fn near(self, other: Self) -> bool {
        self.rank().abs_diff(other.rank()) <= 4
    }

    const fn rank(self) -> u8 {
        match self {
            Self::Second | Self::Minute | Self::Hour | Self::DayPart => 0,
            Self::Day => 1,
            Self::Weekend | Self::Week | Self::MonthPart => 2,
            Self::Month => 3,
            Self::Quarter | Self::Season | Self::YearPart => 4,
            Self::Year => 5,
            Self::Decade => 6,
            Self::Century => 7,
            Self::Vague => 4,
        }
    }
}
