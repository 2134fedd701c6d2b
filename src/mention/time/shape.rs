//! What a time expression says, before it is placed in the calendar.

use super::number::Amount;
use crate::lexicon::time::{Edge, Origin, Reference, Which};
use crate::value::{Clock, DayPart, Feast, Grain};

/// A time expression as read.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    /// A cell that recurs: a month, a weekday, a day of a month.
    Name(Name),
    /// "1998".
    Year(i16),
    /// Year and name: "March 1998", "5 March 1998", "Q3 1998", "Easter 1998".
    Dated(Name, i16),
    /// A numeric date with two readings: month and day, of a year when known.
    Numeric(i8, i8, Option<i16>),
    /// A decade by its first year; without its century when `None` ("the nineties").
    Decade(i16, bool),
    /// A century by its number: the 20th begins in 1900.
    Century(i16),
    /// A week of the ISO year.
    Week(i8, Option<i16>),
    /// "last week", "this year", "the following day".
    Cell(Which, Grain),
    /// "last Friday", "next May", "this summer", "that Monday".
    Chosen(Which, Name),
    /// "next Friday": that of next week, or else the coming one.
    NextDay(i8),
    /// The first such weekday after a day (1), or the last before it (-1): "the Monday after Easter".
    Beside(i8, i64, Box<Shape>),
    /// Today and so many days on.
    Day(i64),
    /// The `n`th of a kind within a longer time, from its end when negative.
    Nth(i64, Kind, Box<Shape>),
    /// A name or cell inside a longer time: "March of last year", "Tuesday next week".
    Inside(Box<Shape>, Box<Shape>),
    /// So long before (-1) or after (1) a time.
    Shift(Length, i64, From),
    /// A length of time.
    Length(Length),
    /// "the past three months": the length, and on which side of now it lies.
    Stretch(Length, Which),
    /// A direction without a date.
    Reference(Reference),
    /// Recurs.
    Every(Every),
    /// A part of a longer time: "late May".
    Edge(Edge, Box<Shape>),
    /// The first (true) or second half of a longer time: "the last half of the 1980s".
    Half(bool, Box<Shape>),
    /// A time of day of a day (of no known one when `None`).
    At(Option<Box<Shape>>, Moment),
    /// From one time to another.
    Range(Box<Shape>, Box<Shape>),
    /// Up to a time (true) or from it on: "Friday by 5 p.m.", "Friday after 5 p.m."
    Open(bool, Box<Shape>),
    /// So many cells from that of now: "the week after next" is two on.
    CellAt(i64, Grain),
    /// The `n`th cell of that name from now, before it when negative: "three Fridays from now".
    Count(i64, Name),
    /// A day without a year or month that is said to be that weekday: "Sunday, 10 February".
    On(i8, Name),
    /// A length of time from a start on: "three days from Monday".
    Lasting(Box<Shape>, Length),
    /// A length at the beginning of a longer time, or at its end when negative: "the first two
    /// weeks" of May.
    Part(Length, i64, Box<Shape>),
    /// What is left of a cell from now on: "the rest of the week".
    Rest(Box<Shape>),
    /// What has passed of the cell of now: "year to date".
    ToDate(Grain),
    /// A year, or a part of one, that begins when somebody's accounts do: "fiscal 1998".
    Fiscal(Box<Shape>),
}

/// A cell of the calendar that comes back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Name {
    Month(i8),
    MonthDay(i8, i8),
    /// Month, day and the weekday it is said to be.
    DayOfMonth(i8),
    Weekday(i8),
    /// 1 spring to 4 winter.
    Season(i8),
    Quarter(i8),
    Half(i8),
    /// With the number of days that it lasts.
    Feast(Feast, u8),
}

impl Name {
    pub(super) const fn grain(self) -> Grain {
        match self {
            Self::Month(_) => Grain::Month,
            Self::Season(_) => Grain::Season,
            Self::Quarter(_) => Grain::Quarter,
            Self::Half(_) => Grain::YearPart,
            Self::Feast(_, days) if days > 1 => Grain::Week,
            _ => Grain::Day,
        }
    }
}

/// What is counted within a longer time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Weekday(i8),
    Grain(Grain),
}

/// From where a shift is counted.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum From {
    Origin(Origin),
    Shape(Box<Shape>),
}

/// A length of time, as a sum of units.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Length {
    pub(super) parts: Vec<(Amount, Grain, u8)>,
    /// Written "a year": may be a rate.
    pub(super) article: bool,
}

/// What recurs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Every {
    /// Every `n` cells.
    Cells(u16, Grain),
    /// Every cell of that name, in a part of the day.
    Name(Name, Option<DayPart>),
    /// Every day in that part.
    Part(DayPart),
}

/// A time of day.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Moment {
    /// By the clock, with seconds, the zone as printed, and whether morning or afternoon is open.
    Clock { clock: Clock, second: Option<i8>, zone: Option<String>, open: bool },
    /// A part of the day.
    Part(DayPart),
    /// From one to another.
    Between(Box<Moment>, Box<Moment>),
}

/// A shape with its place in the line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    pub(super) shape: Shape,
    pub(super) start: usize,
    pub(super) end: usize,
}
