//! Counts days on which people work: "within five business days", "the next three trading days".

use jiff::civil::{Date as Day, Weekday};

use super::anchor::Anchor;
use super::further::set_ends;
use super::line::Line;
use super::measure as length;
use super::resolve::{days, placed};
use super::shape::{From, Length, Node, Shape};
use crate::lexicon::time::{List, Origin, Which, listed};
use crate::value::{Grain, Period, Time, add_days};

/// Further off nobody counts them.
const MOST: i64 = 400;

impl Anchor {
    /// Places working days as told: weekends between them do not count. Feasts do, as every country
    /// has its own.
    pub(super) fn on_working_days(&self, line: &Line<'_>, node: &Node, time: &mut Time) {
        let worked = (node.start..node.end).any(|at| listed(List::Workdays, line.word(at)));
        let Some((first, last)) = worked.then(|| self.working_days(line, node)).flatten() else {
            return;
        };
        if first == last {
            let day = placed(Some(Period::of(Grain::Day, first)), Time::default).time;
            let timex =
                if matches!(node.shape, Shape::Shift(..)) { day.timex } else { time.timex.clone() };
            (time.extent, time.edtf, time.timex) = (day.extent, day.edtf, timex);
        } else {
            set_ends(time, days(first, last), true);
        }
    }

    fn working_days(&self, line: &Line<'_>, node: &Node) -> Option<(Day, Day)> {
        let (today, lead) = (self.today()?, line.before(node.start));
        match &node.shape {
            Shape::Stretch(length, Which::Next | Which::Following) => {
                Some((working(today, 1)?, working(today, count(length)?)?))
            }
            Shape::Stretch(length, Which::Last | Which::Previous) => {
                Some((working(today, -count(length)?)?, working(today, -1)?))
            }
            Shape::Length(length) if lead == "within" => {
                Some((today, working(today, count(length)?)?))
            }
            Shape::Shift(length, sign, from) => {
                let base = match from {
                    From::Origin(Origin::Now) => today,
                    From::Origin(Origin::Topic) => return None,
                    From::Shape(shape) => self.place(shape).cell?.first(),
                };
                let day = working(base, sign.checked_mul(count(length)?)?)?;
                Some((day, day))
            }
            _ => None,
        }
    }
}

/// How many days a length of days is.
fn count(length: &Length) -> Option<i64> {
    let days = matches!(length.parts.as_slice(), [(_, Grain::Day, _)]);
    length::whole(length).filter(|n| days && (1..=MOST).contains(n))
}

/// The `n`th day after `day` that is neither a Saturday nor a Sunday, before it when negative.
fn working(day: Day, n: i64) -> Option<Day> {
    let (mut day, mut left) = (day, n.abs());
    while left > 0 {
        day = add_days(day, n.signum())?;
        if !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            left -= 1;
        }
    }
    Some(day)
}
