//! Finds points and stretches of time.
//!
//! The text is cut into atoms finer than words ([`atom`]), read by a small grammar over the table
//! of times ([`calendar`], [`numeric`], [`clock`], [`length`], [`relative`], joined by
//! [`compose`]), and what was read is placed in the calendar ([`resolve`]) from where it is seen
//! ([`anchor`]).

mod anchor;
mod atom;
mod calendar;
mod clock;
mod compose;
mod count;
mod edge;
mod era;
mod feast;
mod fiscal;
mod further;
mod habit;
mod hours;
mod length;
mod line;
mod listed;
mod measure;
mod moment;
mod number;
mod numeric;
mod range;
mod relative;
mod resolve;
mod shape;
mod unplaced;
mod vague;
mod workday;

use jiff::ToSpan as _;

use self::anchor::{Anchor, Tense};
use self::atom::Atom;
use self::line::Line;
use self::resolve::Placed;
use self::shape::{Moment, Name, Node, Shape};
use super::quantity::counts;
use super::{Context, Mention, Referent};
use crate::lexicon::time::{Edge, List, Which, listed};
use crate::syntax::{Morph, Tree};
use crate::value::{Grain, Time};

pub(super) fn detect(text: &str, trees: &[Tree], context: &Context) -> Vec<Mention> {
    let runs = atom::runs(text, trees);
    let nodes: Vec<Vec<Node>> = runs.iter().map(|atoms| nodes(&Line { text, atoms })).collect();
    let mut anchor = Anchor::new(context.published);
    let past = runs.iter().any(|atoms| anchor::shows_past(atoms)) || anchor::tells_past(trees);
    anchor.story = if past { Tense::Open } else { Tense::Future };
    let today = anchor.today().map(|day| day.year());
    anchor.history = is_history(nodes.iter().flatten(), today) && !opens_with_news(&nodes);
    anchor.accounts = nodes.iter().flatten().any(|node| matches!(node.shape, Shape::Fiscal(_)));
    let mut reader = Reader { text, trees, paragraphs: paragraphs(text, trees), anchor };
    let mut mentions = Vec::new();
    for (atoms, nodes) in runs.iter().zip(&nodes) {
        let line = Line { text, atoms };
        mentions.extend((0..nodes.len()).filter_map(|at| reader.mention(&line, nodes, at)));
    }
    mentions
}

/// Reads the times of a text in order, since each may stand to those before it.
struct Reader<'a> {
    text: &'a str,
    trees: &'a [Tree],
    /// The paragraph of each sentence.
    paragraphs: Vec<u32>,
    anchor: Anchor,
}

impl Reader<'_> {
    /// The mention of one time; none where a year counts something.
    fn mention(&mut self, line: &Line<'_>, nodes: &[Node], at: usize) -> Option<Mention> {
        let node = &nodes[at];
        let (sentence, word) = line.atoms[node.start].place;
        let tree = self.trees.get(sentence as usize);
        let head = head(self.trees, line.atoms, node);
        let dateline = is_dateline(line, node);
        let tense = if dateline { Tense::Past } else { tense(line, node, tree, head) };
        let paragraph = self.paragraphs.get(sentence as usize).copied().unwrap_or_default();
        self.anchor.move_to(sentence, paragraph, tense, line.atoms);
        let Placed { mut time, cell } = self.place(line, node, tree, head);
        if let Some(cell) = cell.filter(|_| tells_a_date(&node.shape)) {
            self.anchor.mentioned(cell, sentence);
        }
        let year = matches!(node.shape, Shape::Year(_)) && node.end == node.start + 1;
        if year && tree.is_some_and(|tree| counts(self.text, tree, word as usize)) {
            return None;
        }
        open_end(line, node, &mut time);
        let ended = self.anchor.ended(line, node, nodes.get(at + 1), &mut time).is_some();
        if dateline {
            let first = cell.map(|day| day.first().at(0, 0, 0, 0));
            self.anchor.now = self.anchor.now.or(first);
        }
        let back = tense != Tense::Future && looks_back(line, node, tree);
        if tense != Tense::Past && !ended {
            let able = back || tree.is_some_and(|tree| habit::is_able(tree, head));
            self.ahead(line, node, able, &mut time);
        }
        self.anchor.on_working_days(line, node, &mut time);
        let or_two = line.is(node.end - 1, &["two", "so"]) && line.is(node.end - 2, &["or"]);
        if (is_hedged(line, node) || or_two) && time.extent.is_some() {
            time.slack = time.slack.max(about(time.grain));
        }
        let span = line.span(node.start, node.end);
        time.text = span.of(self.text).to_owned();
        Some(Mention { span, sentence, head, referent: Referent::Time(time) })
    }

    /// Where a time lies, by its shape and what stands around it.
    fn place(&self, line: &Line<'_>, node: &Node, tree: Option<&Tree>, head: u32) -> Placed {
        let anchor = &self.anchor;
        if line.before(node.start) == "ended" {
            return anchor.over(&node.shape);
        }
        // "every Thursday from 6 August" begins then.
        let bounded = listed(List::BeforeBounds, line.before(node.start))
            && !matches!(node.shape, Shape::Range(..) | Shape::At(_, Moment::Between(..)));
        let habitual =
            || habit::is_led(line, node) || tree.is_some_and(|tree| habit::is_usual(tree, head));
        let general = || {
            let may = habit::may_return(line, node);
            may && tree.is_some_and(|tree| habit::is_general(tree, head))
        };
        let tonight = tonight(line, node, anchor.tense);
        let shape = tonight.as_ref().unwrap_or(&node.shape);
        match () {
            () if habit::recurs(&node.shape) && !bounded && habitual() => anchor.usual(shape),
            () if general() => anchor.general(shape),
            () => anchor.place(shape),
        }
    }

    /// "in three days", "within an hour", told of what is not over; `able` is whether the clause tells
    /// how long something takes.
    fn ahead(&self, line: &Line<'_>, node: &Node, able: bool, time: &mut Time) {
        // "more than it uses in a year": a rate, where "opens in a year" is to come.
        let rate =
            self.anchor.present && matches!(&node.shape, Shape::Length(length) if length.article);
        match line.before(node.start) {
            "in" if !able && !rate => self.anchor.hence(&node.shape, time),
            "within" if !line.is(node.end, &["of"]) => self.anchor.within(&node.shape, time),
            _ => {}
        }
    }
}

/// "will drop to -5 overnight": the night to come, not the last one.
fn tonight(line: &Line<'_>, node: &Node, tense: Tense) -> Option<Shape> {
    let Shape::At(Some(day), moment @ Moment::Part(_)) = &node.shape else { return None };
    let one = node.end == node.start + 1 && **day == Shape::Day(-1);
    let plain = !line.is(node.start, &["yesterday"]);
    (one && plain && tense == Tense::Future)
        .then(|| Shape::At(Some(Box::new(Shape::Day(0))), moment.clone()))
}

/// The tense around an expression, where a word before it or a possessive after it does not say
/// more: "since Monday", "Monday's ruling"; "until Monday" lies ahead unless what lasted till then
/// is over.
fn tense(line: &Line<'_>, node: &Node, tree: Option<&Tree>, head: u32) -> Tense {
    let told = || anchor::tense(line.atoms, node, tree, head);
    let before = node.start.checked_sub(1).unwrap_or(usize::MAX);
    let month = matches!(node.shape, Shape::Name(Name::Month(_)));
    match line.before(node.start) {
        // "crude for May delivery"
        _ if month && listed(List::Contracts, line.word(node.end)) => Tense::Future,
        "for" if month && listed(List::Contracts, line.before(before)) => Tense::Future,
        // "figures for January are due on Friday"
        "for" if month && listed(List::Figures, line.before(before)) => Tense::Past,
        "since" => Tense::Past,
        // "the driest July on record", whatever comes after it
        _ if month && is_extreme(line, node, tree) => Tense::Past,
        // "does not take effect before March", "have to register by Friday"
        "before" | "by" if told() == Tense::Present => Tense::Future,
        // "promised a vote before Christmas"
        "before" | "by" if matches!(node.shape, Shape::Name(Name::Feast(..))) => match told() {
            Tense::Past => Tense::Open,
            told => told,
        },
        "to" | "for" if tree.is_some_and(|tree| anchor::moves(tree, head)) => Tense::Future,
        "until" | "till" => {
            let over = before < 2
                || line.before(before) == "not"
                || tree.is_some_and(|tree| anchor::lasts(tree, head));
            if over && told() == Tense::Past { Tense::Past } else { Tense::Future }
        }
        _ if line.phrase(node.end, "' s").is_some() && !anchor::shows_will(line.atoms) => {
            Tense::Past
        }
        _ => told(),
    }
}

/// Whether a superlative describes a time: "the *driest* July".
fn is_extreme(line: &Line<'_>, node: &Node, tree: Option<&Tree>) -> bool {
    let before = node.start.checked_sub(1).and_then(|before| line.atoms.get(before));
    let word = before.zip(tree).and_then(|(atom, tree)| tree.words.get(atom.place.1 as usize));
    word.is_some_and(|word| word.morph == Morph::Superlative)
}

fn nodes(line: &Line<'_>) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut at = 0;
    while at < line.atoms.len() {
        let node = if line.may_begin(at) { line.node(at) } else { None };
        match node {
            Some(node) if node.end > at => {
                nodes.push(node);
                line.further_days(&mut nodes);
                nodes.extend(nodes.last().and_then(|node| line.changed_length(node)));
                at = nodes.last().map_or(at + 1, |last| last.end);
            }
            _ => at += 1,
        }
    }
    nodes
}

/// The first sentence of the paragraph of each sentence.
fn paragraphs(text: &str, trees: &[Tree]) -> Vec<u32> {
    let mut first = 0;
    let begins = |at: usize| {
        let before = at.checked_sub(1).map_or(0, |before| trees[before].span.end as usize);
        text.get(before..trees[at].span.start as usize).is_none_or(|gap| gap.contains('\n'))
    };
    let place = |at: usize| {
        if begins(at) {
            first = u32::try_from(at).unwrap_or(u32::MAX);
        }
        first
    };
    (0..trees.len()).map(place).collect()
}

/// Whether what follows may refer back to the time.
fn tells_a_date(shape: &Shape) -> bool {
    !matches!(shape, Shape::Stretch(..) | Shape::Length(_) | Shape::Every(_) | Shape::Reference(_))
        && !matches!(shape, Shape::Shift(length, ..) if measure::is_years(length))
}

/// "since 2022" begins then, "until Friday" and "before March" end there.
fn open_end(line: &Line<'_>, node: &Node, time: &mut Time) {
    let clause = !line.is_word(node.end) || listed(List::ClauseBeginnings, line.word(node.end));
    let possessive = line.is(node.end, &["'"]) || line.is(node.end, &["-"]) && line.glued(node.end);
    let dated = !matches!(
        node.shape,
        Shape::Length(_)
            | Shape::Stretch(..)
            | Shape::Range(..)
            | Shape::At(_, Moment::Between(..))
    );
    let (Some(extent), true) = (&mut time.extent, clause && !possessive && dated) else { return };
    let lead = end_word(line, node.start);
    let day = time.grain >= Grain::Day;
    match lead {
        "since" => {
            extent.high = None;
            time.edtf = format!("{}/..", first_end(&time.edtf));
        }
        "after" => {
            extent.low = if day {
                extent.high.and_then(|end| end.checked_add(1.second()).ok())
            } else {
                extent.low
            };
            extent.low_open = !day;
            extent.high = None;
            time.edtf = format!("{}/..", first_end(&time.edtf));
        }
        "until" | "till" | "through" | "by" => {
            extent.low = None;
            time.edtf = format!("../{}", last_end(&time.edtf));
        }
        "before" => {
            // Before the end of the year it is that year.
            let over = matches!(node.shape, Shape::Edge(Edge::Late, _))
                && (node.start..node.end).any(|at| line.is(at, &["end", "close"]));
            extent.high = if over {
                extent.high
            } else if day {
                extent.low.and_then(|start| start.checked_sub(1.second()).ok())
            } else {
                extent.high
            };
            extent.high_open = !day;
            extent.low = None;
            time.edtf = format!("../{}", last_end(&time.edtf));
        }
        _ => {}
    }
}

/// The word before `at` that makes a time the end of what is told, whatever other words say it: "no
/// later than" as "by", "on or after" as "since".
fn end_word<'a>(line: &Line<'a>, at: usize) -> &'a str {
    let at = if line.before(at) == "the" { at - 1 } else { at };
    let back = |n: usize| at.checked_sub(n).map_or("", |at| line.word(at));
    let not = matches!(back(3), "no" | "not");
    match (back(2), back(1)) {
        ("later", "than") if not => "by",
        ("later", "than") => "after",
        ("earlier" | "sooner", "than") if not => "since",
        ("earlier" | "sooner", "than") => "before",
        ("or", "before") if matches!(back(3), "on" | "in" | "at") => "by",
        ("or", "after") if matches!(back(3), "on" | "in" | "at") => "since",
        (_, word) => word,
    }
}

/// "the second time *in a month*", "the worst drought *in 20 years*", "up 3p *in a week*": how long
/// it took or how far one has to look back, and no time to come.
fn looks_back(line: &Line<'_>, node: &Node, tree: Option<&Tree>) -> bool {
    const FAR: usize = 10;
    let from = node.start.saturating_sub(FAR);
    let rank = |at: usize| {
        let atom = &line.atoms[at];
        let word = tree.and_then(|tree| tree.words.get(atom.place.1 as usize));
        let most = word.is_some_and(|word| word.morph == Morph::Superlative);
        let moved = line.is(at, &["up", "down"]) && !line.is_word(at + 1);
        most || moved
            || line.ordinal(at).is_some() && !line.is(at, &["second"])
            || line.is(at, &["second"]) && !line.is(at.wrapping_sub(1), &["a", "per"])
    };
    (from..node.start).rev().take_while(|&at| !line.is(at, &[",", ";"])).any(rank)
}

/// Whether a date is told as a rough one: "around 5 May", "circa 1890".
fn is_hedged(line: &Line<'_>, node: &Node) -> bool {
    let c = line.is(node.start.wrapping_sub(2), &["c"]) && line.before(node.start) == ".";
    [line.before(node.start), line.word(node.start)].iter().any(|word| listed(List::Roughly, word))
        || c
}

/// How many days off a rough date of a grain may be.
const fn about(grain: Grain) -> u16 {
    match grain {
        Grain::Day | Grain::Weekend => 5,
        Grain::Week | Grain::MonthPart => 10,
        Grain::Month | Grain::Season | Grain::Quarter => 45,
        Grain::YearPart | Grain::Year => 3 * 366,
        Grain::Decade => 10 * 366,
        _ => 0,
    }
}

fn first_end(edtf: &str) -> &str {
    edtf.split('/').next().unwrap_or_default()
}

fn last_end(edtf: &str) -> &str {
    edtf.rsplit('/').next().unwrap_or_default()
}

/// The word of a mention's sentence that its other words depend on.
fn head(trees: &[Tree], atoms: &[Atom], node: &Node) -> u32 {
    let (sentence, first) = atoms[node.start].place;
    let last = atoms[node.start..node.end].iter().rev().find(|a| a.place.0 == sentence);
    let last = last.map_or(first, |atom| atom.place.1);
    let words = trees.get(sentence as usize).map_or(&[][..], |tree| &tree.words);
    let outside = |head: Option<u32>| head.is_none_or(|head| head < first || head > last);
    (first..=last)
        .find(|at| words.get(*at as usize).is_some_and(|word| outside(word.head)))
        .unwrap_or(last)
}

/// Whether a text tells of times long past: it names years before the last one, and hardly a day
/// as seen from now.
fn is_history<'n>(nodes: impl Iterator<Item = &'n Node>, today: Option<i16>) -> bool {
    let (mut years, mut now) = (0_u32, 0_u32);
    for node in nodes {
        match &node.shape {
            Shape::Year(year) | Shape::Dated(_, year) => {
                let past = today.is_none_or(|today| i32::from(*year) + 2 <= i32::from(today));
                *(if past { &mut years } else { &mut now }) += 1;
            }
            shape if is_of_now(shape) => now += 1,
            _ => {}
        }
    }
    years >= 3 && years > now * 3
}

/// Whether the first sentences tell a day as seen from now, as news does, whatever years it goes
/// back to further down.
fn opens_with_news(nodes: &[Vec<Node>]) -> bool {
    const LEAD: usize = 3;
    nodes.iter().take(LEAD).flatten().any(|node| is_of_now(&node.shape))
}

/// Whether a shape is told as seen from now: "Monday", "yesterday", "last week", "late on Sunday".
fn is_of_now(shape: &Shape) -> bool {
    match shape {
        Shape::Name(Name::Weekday(_)) | Shape::Day(_) => true,
        Shape::Cell(which, grain) => *grain < Grain::Year && seen_from_now(*which),
        Shape::Chosen(which, _) => seen_from_now(*which),
        Shape::At(Some(day), _) => !matches!(**day, Shape::Dated(..)),
        Shape::Edge(_, whole) => is_of_now(whole),
        _ => false,
    }
}

const fn seen_from_now(which: Which) -> bool {
    matches!(which, Which::Last | Which::This | Which::Next)
}

/// "LONDON, March 3 (Agency) -- ": says when the text was written, not when anything took place.
fn is_dateline(line: &Line<'_>, node: &Node) -> bool {
    let place = line.atoms.first().is_some_and(|atom| atom.place.0 < 3);
    let led = node.start > 0 && line.before(node.start) == "," && line.capital(0) && node.start < 8;
    let close = (node.end..node.end + 5).find(|at| line.is(*at, &[")"]));
    let agency =
        line.is(node.end, &["("]) && close.is_some_and(|at| line.is(at + 1, &["-", "_", "="]));
    place && led && (agency || line.is(node.end, &["-"]) && line.is(node.end + 1, &["-"]))
}
