//! Laws of times: comparing is reflexive and its inverse is that of the sides swapped, cells of
//! the calendar hold their days and come back when shifted there and back.

use corroborate::value::{
    Clock, DayPart, Feast, Fields, Grain, Interval, Period, SetRelation, Time, add_days, add_months,
};
use jiff::civil::{Date as Day, Weekday};
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};

fn day() -> impl Strategy<Value = Day> {
    (1583_i16..2400, 1_i8..=12, 1_i8..=28)
        .prop_map(|(year, month, day)| Day::constant(year, month, day))
}

fn grain() -> impl Strategy<Value = Grain> {
    prop_oneof![
        Just(Grain::Day),
        Just(Grain::Weekend),
        Just(Grain::Week),
        Just(Grain::Month),
        Just(Grain::Quarter),
        Just(Grain::Season),
        Just(Grain::YearPart),
        Just(Grain::Year),
        Just(Grain::Decade),
        Just(Grain::Century),
    ]
}

fn fields() -> impl Strategy<Value = Fields> {
    let part = prop_oneof![
        Just(DayPart::Morning),
        Just(DayPart::Afternoon),
        Just(DayPart::Evening),
        Just(DayPart::Night),
    ];
    let clock = (0_u16..1440, any::<bool>()).prop_map(|(minute, exact)| Clock { minute, exact });
    let few = |range: std::ops::Range<i8>| proptest::option::of(range);
    (
        few(0..2),
        few(1..3),
        few(1..3),
        few(1..4),
        proptest::option::of(part),
        proptest::option::of(clock),
    )
        .prop_map(|(year, month, day, weekday, part, clock)| Fields {
            year: year.map(|year| 2000 + i16::from(year)),
            month,
            day,
            weekday: weekday.and_then(|n| Weekday::from_monday_one_offset(n).ok()),
            part,
            clock,
            ..Fields::default()
        })
}

fn time() -> impl Strategy<Value = Time> {
    let placed = (grain(), day()).prop_map(|(grain, day)| {
        let cell = Period::of(grain, day);
        Time { extent: Some(cell.extent()), grain, timex: cell.timex(), ..Time::default() }
    });
    let open = (day(), any::<bool>()).prop_map(|(day, before)| {
        let at = Some(day.at(0, 0, 0, 0));
        let (low, high) = if before { (None, at) } else { (at, None) };
        let extent = Some(Interval { low, high, low_open: false, high_open: false });
        Time { extent, grain: Grain::Day, ..Time::default() }
    });
    let partial = fields().prop_map(|fields| Time { fields, ..Time::default() });
    let one = prop_oneof![placed, open, partial];
    (one.clone(), proptest::option::weighted(0.2, one), 0_u16..4).prop_map(
        |(time, other, slack)| Time { others: other.into_iter().collect(), slack, ..time },
    )
}

fn sum_relation(months: u32, others: u32) -> SetRelation {
    if months == others { SetRelation::Equal } else { SetRelation::Disjoint }
}

proptest! {
    #[test]
    fn comparing_is_inverted_by_swapping(a in time(), b in time()) {
        prop_assert_eq!(a.compare(&b), b.compare(&a).inverse());
    }

    #[test]
    fn a_time_equals_itself_or_says_nothing(a in time()) {
        let relation = a.compare(&a);
        prop_assert!(matches!(relation, SetRelation::Equal | SetRelation::Incomparable));
        prop_assert!(a.extent.is_none() || relation == SetRelation::Equal);
    }

    #[test]
    fn fields_that_know_more_lie_within(a in fields(), year in 2000_i16..2002) {
        let known = Fields { year: Some(year), ..a };
        let bare = Fields { year: None, ..a };
        if !bare.is_empty() {
            prop_assert_eq!(known.compare(&bare), SetRelation::Within);
        }
    }

    #[test]
    fn a_cell_holds_its_day(grain in grain(), day in day()) {
        let cell = Period::of(grain, day);
        let ends_later = cell.last() >= day;
        prop_assert!(ends_later);
        prop_assert!(cell.first() <= day || grain == Grain::Weekend);
        prop_assert_eq!(Period::of(grain, cell.first()), cell);
    }

    #[test]
    fn shifting_back_returns(grain in grain(), day in day(), by in -20_i64..20) {
        let cell = Period::of(grain, day);
        let there = cell.shift(by).expect("within the calendar");
        prop_assert_eq!(there.shift(-by), Some(cell));
        prop_assert_eq!(Period::of(grain, there.first()), there);
    }

    #[test]
    fn neighbours_do_not_overlap(grain in grain(), day in day()) {
        let cell = Period::of(grain, day);
        let next = cell.shift(1).expect("within the calendar");
        if grain != Grain::Season {
            prop_assert_eq!(cell.extent().compare(&next.extent()), SetRelation::Disjoint);
        }
    }

    #[test]
    fn months_keep_to_the_month(day in day(), by in -50_i64..50) {
        let moved = add_months(day, by).expect("within the calendar");
        prop_assert_eq!(moved.day(), day.day());
    }

    #[test]
    fn what_lies_within_is_not_around(a in time(), b in time()) {
        let (there, back) = (a.compare(&b), b.compare(&a));
        prop_assert!(!(there == SetRelation::Within && back == SetRelation::Within));
        prop_assert!(!(there == SetRelation::Contains && back == SetRelation::Contains));
    }

    #[test]
    fn slack_only_closes_gaps(a in time(), b in time(), slack in 0_u16..20) {
        let strict = Time { slack: 0, ..a.clone() }.compare(&Time { slack: 0, ..b.clone() });
        let loose = Time { slack, ..a }.compare(&Time { slack: 0, ..b });
        prop_assert!(loose == strict || strict == SetRelation::Disjoint || loose == SetRelation::Incomparable || strict == SetRelation::Incomparable);
    }

    #[test]
    fn a_length_in_parts_is_their_sum(years in 1_u32..80, months in 1_u32..12, others in 1_u32..999) {
        let length = |iso: String| Time { duration: Some(iso), ..Time::default() };
        let parts = length(format!("P{years}Y{months}M"));
        let sum = length(format!("P{}M", 12 * years + months));
        let other = length(format!("P{others}M"));
        prop_assert_eq!(parts.compare(&sum), SetRelation::Equal);
        prop_assert_eq!(parts.compare(&other), sum_relation(12 * years + months, others));
        prop_assert_eq!(parts.compare(&other), other.compare(&parts).inverse());
        prop_assert_eq!(parts.compare(&length(format!("P{years}Y"))), SetRelation::Overlaps);
    }

    #[test]
    fn a_printed_cell_reads_back(grain in grain(), day in day()) {
        let cell = Period::of(grain, day);
        prop_assert_eq!(Period::from_edtf(&cell.edtf()), Some(cell));
    }

    #[test]
    fn any_text_is_a_cell_or_none(text in "[0-9X/-]{0,22}") {
        if let Some(cell) = Period::from_edtf(&text) {
            prop_assert_eq!(cell.edtf(), text);
        }
    }

    #[test]
    fn easter_is_a_sunday_in_spring(year in 1583_i16..4000, plus in -60_i8..60) {
        let day = Feast::Easter(0).day(year).expect("a year of the rule");
        prop_assert_eq!(day.weekday(), Weekday::Sunday);
        prop_assert!((3, 22) <= (day.month(), day.day()) && (day.month(), day.day()) <= (4, 25));
        prop_assert_eq!(Feast::Easter(plus).day(year), add_days(day, i64::from(plus)));
    }
}
