//! The time line of values that change.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::super::phrase;
use super::super::view::View;
use super::escape;
use crate::report::sentence::subject;
use crate::report::{ClaimEntry, QuantityEntry, TimeEntry, ValueEntry};

/// A value at a date; positions are only for drawing.
struct Point<'a> {
    date: String,
    /// The claims that give it, by document.
    claims: Vec<&'a ClaimEntry>,
    low: Option<f64>,
    high: Option<f64>,
    printed: Option<f64>,
}

/// Writes the values of each property that was updated, by date, each with its interval.
pub(super) fn write(out: &mut String, view: &View<'_>) {
    let mut series: BTreeMap<(Option<&str>, &str), BTreeSet<&str>> = BTreeMap::new();
    let updated: BTreeSet<(Option<&str>, &str)> = view
        .report
        .findings
        .iter()
        .filter(|finding| finding.kind == "update")
        .map(|finding| (finding.event.as_deref(), finding.property.as_str()))
        .collect();
    for finding in &view.report.findings {
        let key = (finding.event.as_deref(), finding.property.as_str());
        if updated.contains(&key) {
            series.entry(key).or_default().extend(finding.claims.iter().map(String::as_str));
        }
    }
    let lines: Vec<String> = series.values().filter_map(|claims| line(view, claims)).collect();
    if !lines.is_empty() {
        let _ = writeln!(out, "<section>\n<h2>Values over time</h2>\n{}</section>", lines.concat());
    }
}

fn line(view: &View<'_>, claims: &BTreeSet<&str>) -> Option<String> {
    let claims = claims.iter().filter_map(|id| view.claim(id));
    let points = joined(view, claims.filter_map(|claim| point(view, claim)).collect());
    if points.len() < 2 {
        return None;
    }
    let ends = || points.iter().flat_map(|point| [point.low, point.high, point.printed]).flatten();
    let (low, high) = (ends().fold(f64::MAX, f64::min), ends().fold(f64::MIN, f64::max));
    let margin = ((high - low) * 0.08).max(0.5);
    let scale = Scale { low: low - margin, width: high - low + 2.0 * margin };
    let title = escape(&phrase::capital(&subject(points[0].claims[0])));
    let mut out = format!("<h3>{title}</h3>\n");
    for point in &points {
        let name = escape(&holders(view, point));
        let (date, drawing) = (escape(&phrase::date(&point.date)), drawing(view, point, &scale));
        let _ = writeln!(
            out,
            "<div class=\"line\"><div>{date} <span class=\"soft\"><bdi>{name}</bdi></span></div>\
             {drawing}</div>"
        );
    }
    Some(out)
}

/// The points by date, those of one day that have one label put together.
fn joined<'a>(view: &View<'_>, mut points: Vec<Point<'a>>) -> Vec<Point<'a>> {
    points.sort_by_key(|point| (point.date.clone(), view.number(&point.claims[0].document)));
    let mut joined: Vec<Point<'a>> = Vec::new();
    for point in points {
        let label = phrase::said(view, point.claims[0]);
        let same = joined
            .iter_mut()
            .find(|known| known.date == point.date && phrase::said(view, known.claims[0]) == label);
        match same {
            Some(known) => known.claims.extend(point.claims),
            None => joined.push(point),
        }
    }
    joined
}

/// Who gives a value: one or two by name, more as a number.
fn holders(view: &View<'_>, point: &Point<'_>) -> String {
    let mut names: Vec<&str> = Vec::new();
    for claim in &point.claims {
        let name = view.document(&claim.document);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.len() > 2 { phrase::count(names.len(), "source") } else { names.join(", ") }
}

/// From values to per cent of the width.
struct Scale {
    low: f64,
    width: f64,
}

impl Scale {
    fn at(&self, value: f64) -> f64 {
        ((value - self.low) / self.width * 100.0).clamp(0.0, 100.0)
    }
}

fn drawing(view: &View<'_>, point: &Point<'_>, scale: &Scale) -> String {
    let from = point.low.map_or(0.0, |low| scale.at(low));
    let to = point.high.map_or(100.0, |high| scale.at(high));
    let dot = scale.at(point.printed.or(point.low).or(point.high).unwrap_or(0.0));
    let label = escape(&phrase::said(view, point.claims[0]));
    let (anchor, shift) = if dot > 60.0 { ("end", -1.2) } else { ("start", 1.2) };
    format!(
        "<svg role=\"img\" aria-label=\"{label}\"><line class=\"axis\" x1=\"0\" x2=\"100%\" \
         y1=\"85%\" y2=\"85%\"/><rect class=\"bar\" x=\"{from:.1}%\" width=\"{:.1}%\" y=\"70%\" \
         height=\"30%\" rx=\"3\"/><circle class=\"dot\" cx=\"{dot:.1}%\" cy=\"85%\" r=\"4\"/>\
         <text x=\"{:.1}%\" y=\"55%\" text-anchor=\"{anchor}\">{label}</text></svg>",
        (to - from).max(0.6),
        dot + shift
    )
}

fn point<'a>(view: &View<'a>, claim: &'a ClaimEntry) -> Option<Point<'a>> {
    let ValueEntry::Quantity(QuantityEntry { low, high, printed, .. }) = &claim.value else {
        return None;
    };
    let number = |text: &String| text.parse::<f64>().ok().filter(|number| number.is_finite());
    Some(Point {
        date: date(view, claim)?,
        claims: vec![claim],
        low: low.as_ref().and_then(number),
        high: high.as_ref().and_then(number),
        printed: printed.first().and_then(number),
    })
}

/// The day as of which a claim holds: its own, else that of its document.
fn date(view: &View<'_>, claim: &ClaimEntry) -> Option<String> {
    if let Some(ValueEntry::Time(TimeEntry { start: Some(start), .. })) = &claim.scope.as_of {
        return Some(start.clone());
    }
    let published = view.entry(&claim.document)?.published.as_ref()?;
    Some(published.chars().take(10).collect())
}
