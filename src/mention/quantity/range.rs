//! Joins two amounts: ranges, scores, exchanges "N for N".

use rust_decimal::Decimal;

use super::amount::{self, Amount};
use super::lex::{Kind as Shape, Pieces};
use super::number::Form;

/// How a second amount goes on the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    /// Both are the ends of what is possible.
    Range,
    /// The value before and after a change.
    Change,
    /// The result of a match.
    Score,
    /// As many from each side.
    Exchange,
}

/// The amount that goes on `first`, and how. `lead` is the first piece of what bounds `first`.
pub(super) fn join(pieces: &Pieces<'_>, first: &mut Amount, lead: usize) -> Option<(Join, Amount)> {
    if !matches!(first.value.form, Form::Cardinal | Form::Fraction) {
        return None;
    }
    let (link, at) = link(pieces, first, lead)?;
    let at = past_bound(pieces, at);
    let mut second = amount::read(pieces, at)?;
    if !matches!(second.value.form, Form::Cardinal | Form::Fraction)
        || second.signed && link != Link::Words && second.unit.is_none()
    {
        return None;
    }
    if link == Link::For {
        let same = first.value.value == second.value.value;
        return same.then_some((Join::Exchange, second));
    }
    share_scale(first, &second);
    if !units_agree(first, &second, link) {
        return None;
    }
    if first.unit.as_ref().is_some_and(|u| u.money) && second.unit.is_none() {
        second.unit.clone_from(&first.unit);
    }
    let falling = first.value.value > second.value.value;
    let measured = first.unit.as_ref().zip(second.unit.as_ref()).is_some_and(|(a, _)| !a.money);
    match link {
        Link::Hyphen if is_score(pieces, first, &second) => Some((Join::Score, second)),
        Link::To if falling && measured => Some((Join::Change, second)),
        Link::Hyphen | Link::To if falling => None,
        Link::Words if falling || changes(pieces, lead) => Some((Join::Change, second)),
        Link::To if changed_by(pieces, lead) => None,
        _ => Some((Join::Range, second)),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    /// "10-15", "0-to-60".
    Hyphen,
    /// "10 to 15".
    To,
    /// "from 10 to 15", "between 10 and 15".
    Words,
    /// "10-for-10".
    For,
}

/// What joins, and the piece after it.
fn link(pieces: &Pieces<'_>, first: &Amount, lead: usize) -> Option<(Link, usize)> {
    let end = first.end;
    let before = if lead > 0 { pieces.lower(lead - 1) } else { "" };
    if pieces.hyphen(end) {
        let inner = end + 1;
        let tight = pieces.stuck(end) && pieces.stuck(inner);
        let word = pieces.lower(inner);
        let past = inner + 1 + usize::from(pieces.hyphen(inner + 1));
        return match word {
            "to" => Some((Link::Hyphen, past)),
            "for" if tight => Some((Link::For, past)),
            _ if tight
                || pieces.form(end) != "—"
                    && pieces.stuck(end) == pieces.stuck(inner)
                    && pieces.kind(inner) == Some(Shape::Digits) =>
            {
                Some((Link::Hyphen, inner))
            }
            _ => None,
        };
    }
    match (pieces.lower(end), before) {
        ("and", "between") => Some((Link::Words, end + 1)),
        ("to" | "through" | "until" | "till" | "and", "from") => Some((Link::Words, end + 1)),
        ("to", _) => {
            Some((Link::To, end + 1 + usize::from(pieces.hyphen(end + 1) && pieces.stuck(end + 2))))
        }
        ("for", _) if first.unit.is_none() => Some((Link::For, end + 1)),
        _ => None,
    }
}

/// Past a bound word before the second amount: "to *about* 15".
fn past_bound(pieces: &Pieces<'_>, at: usize) -> usize {
    let bound = pieces.longest(crate::lexicon::bound::before(), at);
    bound.map_or(at, |(end, _)| end)
}

/// "2-3 million": the scale word goes for both.
fn share_scale(first: &mut Amount, second: &Amount) {
    let scale = second.value.scale;
    let base = second.value.value.checked_div(scale).unwrap_or(Decimal::ZERO);
    if first.value.scale == Decimal::ONE
        && scale > Decimal::ONE
        && first.value.value < base
        && (first.unit.is_none() || first.currency_first)
        && let Some(scaled) = first.value.times(scale, first.value.end)
    {
        first.value = scaled;
    }
}

/// Whether the two may be ends of one range: the same unit, or only one has one.
fn units_agree(first: &Amount, second: &Amount, link: Link) -> bool {
    match (&first.unit, &second.unit) {
        (Some(a), Some(b)) => a.name == b.name,
        (Some(a), None) => a.money && first.currency_first || link == Link::Words,
        (None, _) => true,
    }
}

/// Two small whole numbers with nothing counted, the larger one first or match words nearby.
fn is_score(pieces: &Pieces<'_>, first: &Amount, second: &Amount) -> bool {
    let plain = |a: &Amount| {
        a.unit.is_none()
            && a.value.scale == Decimal::ONE
            && a.value.value.is_integer()
            && a.value.value < Decimal::from(200)
    };
    let tight = pieces.stuck(first.end) && !pieces.hyphen(second.end);
    tight
        && plain(first)
        && plain(second)
        && (first.value.value >= second.value.value || match_words(pieces, first.from, second.end))
}

fn match_words(pieces: &Pieces<'_>, from: usize, end: usize) -> bool {
    const WORDS: [&str; 44] = [
        "win",
        "won",
        "wins",
        "beat",
        "beats",
        "beaten",
        "defeat",
        "defeated",
        "victory",
        "loss",
        "lose",
        "lost",
        "lead",
        "led",
        "leads",
        "draw",
        "drew",
        "drawn",
        "tie",
        "tied",
        "ties",
        "scored",
        "score",
        "goal",
        "goals",
        "scoreline",
        "trail",
        "trailed",
        "trailing",
        "voted",
        "vote",
        "ruled",
        "ruling",
        "decision",
        "ahead",
        "record",
        "thrashed",
        "edged",
        "rout",
        "series",
        "margin",
        "went",
        "comeback",
        "aggregate",
    ];
    let near = (from.saturating_sub(4)..from).chain(end..end + 3);
    near.into_iter().any(|i| WORDS.contains(&pieces.lower(i)))
}

/// Verbs and nouns of change.
const CHANGES: [&str; 84] = [
    "rose",
    "rise",
    "rises",
    "risen",
    "rising",
    "fell",
    "fall",
    "falls",
    "fallen",
    "falling",
    "grew",
    "grow",
    "grows",
    "grown",
    "growing",
    "dropped",
    "drop",
    "drops",
    "dropping",
    "climbed",
    "climb",
    "climbs",
    "climbing",
    "jumped",
    "jump",
    "jumps",
    "jumping",
    "declined",
    "decline",
    "declining",
    "slipped",
    "slid",
    "sank",
    "increased",
    "increase",
    "increases",
    "increasing",
    "decreased",
    "decrease",
    "decreasing",
    "went",
    "go",
    "going",
    "goes",
    "gone",
    "up",
    "down",
    "moved",
    "change",
    "changed",
    "cut",
    "cuts",
    "cutting",
    "raised",
    "raise",
    "raising",
    "raises",
    "lowered",
    "lower",
    "reduced",
    "reduce",
    "reducing",
    "expanded",
    "shrank",
    "shrunk",
    "slowed",
    "slow",
    "eased",
    "narrowed",
    "widened",
    "improved",
    "improve",
    "gained",
    "gains",
    "lost",
    "added",
    "adding",
    "rallied",
    "soared",
    "surged",
    "plunged",
    "tumbled",
    "doubled",
    "tripled",
];

/// Whether a word of change stands shortly before "from" at `lead - 1`.
fn changes(pieces: &Pieces<'_>, lead: usize) -> bool {
    pieces.lower(lead.saturating_sub(1)) == "from"
        && (lead.saturating_sub(6)..lead).any(|i| CHANGES.contains(&pieces.lower(i)))
}

/// "rose 5 to 30": the first is the change, not an end.
fn changed_by(pieces: &Pieces<'_>, lead: usize) -> bool {
    lead > 0
        && (CHANGES.contains(&pieces.lower(lead - 1)) || pieces.lower(lead - 1) == "by")
        && !matches!(pieces.lower(lead - 1), "go" | "goes" | "going" | "went" | "change" | "slow")
}
