//! A report as one page for a browser.
//!
//! The page has no script at all: its filters are style rules over check boxes, so that nothing in
//! a document can ever run, and nothing fails without notice. Its content security policy forbids
//! everything but its own style.

mod matrix;
mod series;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;

use super::checks;
use super::excerpt::{Excerpt, excerpt};
use super::phrase::{self, count, reference, visible};
use super::view::{View, marks};
use crate::report::level::KINDS;
use crate::report::sentence::worded;
use crate::report::{ClaimEntry, EventEntry, EvidenceEntry, FindingEntry, Report};
use crate::text::Document;

/// How much text is shown around the words that matter, in bytes.
const CONTEXT: usize = 280;

/// Of the quotes of a finding, this many are shown before the reader asks for the others.
const SHOWN: usize = 6;

/// The report as one self-contained HTML page: a matrix of claims and sources, a time line of
/// values that change, and the findings by event with their quotes side by side.
///
/// Words of documents are escaped, set apart from the direction of the text around them, and
/// stripped of characters that turn text around.
///
/// ```
/// use corroborate::{Document, Options, reconcile, report};
/// let documents = [Document::new("a", "<script>alert(1)</script> was seen.")];
/// let page = report::html(&reconcile(&documents, &Options::default()), &documents);
/// assert!(page.starts_with("<!doctype html>"));
/// assert!(!page.contains("<script"));
/// ```
#[must_use]
pub fn html(report: &Report, documents: &[Document]) -> String {
    let view = View::new(report, documents);
    let groups = view.groups();
    let mut out = String::from("<!doctype html>\n<html lang=\"en\">\n<head>\n");
    let verified = !report.checks.is_empty();
    let summary = if verified { checks::summary(&view) } else { phrase::found(&view) };
    head(&mut out, report, groups.len(), &summary);
    let _ = writeln!(
        out,
        "<body>\n<header>\n<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n\
         <h1>{}</h1>\n<p class=\"soft\">{}. Every quote stands under its file and line; the \
         words that matter are marked.</p>\n</header>",
        escape(&phrase::capital(&summary)),
        escape(&phrase::read(report))
    );
    if !report.findings.is_empty() {
        filters(&mut out, &view);
    }
    out.push_str("<main>\n");
    if verified {
        verdicts(&mut out, &view);
    }
    matrix::write(&mut out, &view);
    series::write(&mut out, &view);
    out.push_str("<div id=\"findings\" tabindex=\"-1\">\n");
    for (number, (event, findings)) in groups.iter().enumerate() {
        section(&mut out, &view, number, *event, findings);
    }
    out.push_str("</div>\n");
    sources(&mut out, &view);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn head(out: &mut String, report: &Report, events: usize, title: &str) {
    out.push_str(
        "<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
    );
    let _ = writeln!(out, "<title>{}</title>\n<style>", escape(title));
    out.push_str(include_str!("page.css"));
    for kind in KINDS.iter().chain(&["waiver"]) {
        let off = format!("body:has(#k-{kind}:not(:checked))");
        let _ = writeln!(out, "{off} .finding.{kind}, {off} tr.is-{kind} {{ display: none; }}");
    }
    for source in 0..report.documents.len() {
        let _ = writeln!(
            out,
            "body:has(#s-{source}:checked) .finding:not(.s{source}) {{ display: none; }}"
        );
    }
    for event in 0..events {
        let _ = writeln!(
            out,
            "body:has(#e-{event}:checked) .event:not(.e{event}) {{ display: none; }}"
        );
    }
    // A heading without anything under it says nothing.
    out.push_str("section.event:not(:has(.finding)) { display: none; }\n");
    out.push_str("</style>\n</head>\n");
}

fn filters(out: &mut String, view: &View<'_>) {
    out.push_str("<div class=\"filters\" role=\"search\" aria-label=\"Filter findings\">\n");
    out.push_str("<fieldset><legend>Kinds of findings</legend>\n");
    for kind in KINDS.iter().chain(&["waiver"]) {
        let number = view.told().filter(|finding| finding.kind == *kind).count();
        if number > 0 {
            let _ = writeln!(
                out,
                "<label class=\"chip {kind}\"><input type=\"checkbox\" id=\"k-{kind}\" checked> \
                 <span class=\"kind\">{}</span></label>",
                count(number, kind)
            );
        }
    }
    out.push_str("</fieldset>\n<label>Source <select>\n<option>all</option>\n");
    for document in &view.report.documents {
        let (number, name) = (view.number(&document.id), escape(view.document(&document.id)));
        let _ = writeln!(out, "<option id=\"s-{number}\">{name}</option>");
    }
    out.push_str("</select></label>\n<label>Event <select>\n<option>all</option>\n");
    for (number, (event, _)) in view.groups().iter().enumerate() {
        let _ = writeln!(out, "<option id=\"e-{number}\">{}</option>", title(view, *event));
    }
    out.push_str("</select></label>\n</div>\n");
}

fn title(view: &View<'_>, event: Option<&EventEntry>) -> String {
    escape(&event.map_or_else(|| "Other claims".to_owned(), |event| view.title(event)))
}

/// A table of the claims that were checked, those that need a look first.
fn verdicts(out: &mut String, view: &View<'_>) {
    out.push_str(
        "<section>\n<h2>Claims checked</h2>\n<table class=\"checks\">\n<thead><tr>\
        <th scope=\"col\">Verdict</th><th scope=\"col\">Claim</th>\
        <th scope=\"col\">Best evidence</th></tr></thead>\n<tbody>\n",
    );
    for verdict in checks::VERDICTS {
        for row in checks::rows(view, verdict) {
            let cell = |(place, what): (String, String)| {
                let (place, what) = (escape(&place), escape(&what));
                format!("<bdi>{what}</bdi><br><span class=\"soft\"><bdi>{place}</bdi></span>")
            };
            let claim = cell(row.claim(view));
            let evidence = row.evidence(view).map(cell).unwrap_or_default();
            let words = checks::words(verdict);
            let _ = writeln!(
                out,
                "<tr class=\"{verdict}\"><td><span class=\"kind\">{words}</span></td>\
                 <td>{claim}</td><td>{evidence}</td></tr>"
            );
        }
    }
    out.push_str("</tbody>\n</table>\n</section>\n");
}

fn section(
    out: &mut String,
    view: &View<'_>,
    number: usize,
    event: Option<&EventEntry>,
    findings: &[&FindingEntry],
) {
    let title = title(view, event);
    let _ = writeln!(
        out,
        "<section class=\"event e{number}\" id=\"event-{number}\">\n<h2>{title}</h2>"
    );
    let (additions, others): (Vec<&FindingEntry>, Vec<&FindingEntry>) =
        findings.iter().partition(|finding| finding.kind == "addition");
    for finding in others {
        article(out, view, finding);
    }
    if !additions.is_empty() {
        out.push_str("<ul class=\"list\">\n");
        for finding in additions {
            addition(out, view, finding);
        }
        out.push_str("</ul>\n");
    }
    out.push_str("</section>\n");
}

/// The classes by which a finding is filtered: its kind, its sources, and whether it is waived.
fn classes(view: &View<'_>, finding: &FindingEntry) -> String {
    let about: BTreeSet<usize> = finding.documents.iter().map(|id| view.number(id)).collect();
    let sources: String = about.iter().map(|number| format!(" s{number}")).collect();
    let waived = if finding.waived.is_some() { " waived" } else { "" };
    format!("finding {}{waived}{sources}", escape(&finding.kind))
}

/// A sentence with a capital letter, where it does not begin with the name of a document.
fn opened(sentence: &str) -> String {
    let ours = ["the ", "only "].iter().any(|word| sentence.starts_with(word));
    if ours { phrase::capital(sentence) } else { sentence.to_owned() }
}

/// One line, with the quote behind it.
fn addition(out: &mut String, view: &View<'_>, finding: &FindingEntry) {
    let claims = view.claims(finding);
    let (id, classes) = (escape(&finding.id), classes(view, finding));
    let verdict = escape(&view.verdict(finding, &claims));
    let places = claims.iter().map(|claim| checks::place(view, claim)).collect::<Vec<_>>();
    let places = escape(&places.join(", "));
    let _ = writeln!(
        out,
        "<li class=\"{classes}\" id=\"{id}\"><details><summary><span class=\"kind\" \
         aria-label=\"addition\">+</span> <bdi>{verdict}</bdi> <span class=\"soft\">{places}\
         </span></summary>"
    );
    sides(out, view, finding, &claims);
    out.push_str("</details></li>\n");
}

/// The reason of a finding, and that it is a weak one.
fn kind_of(finding: &FindingEntry) -> String {
    let low = finding.confidence == "low";
    if low { format!("{} · low confidence", finding.reason) } else { finding.reason.clone() }
}

fn article(out: &mut String, view: &View<'_>, finding: &FindingEntry) {
    let claims = view.claims(finding);
    let (id, kind) = (escape(&finding.id), escape(&finding.kind));
    let verdict = escape(&opened(&view.verdict(finding, &claims)));
    let _ = writeln!(
        out,
        "<article class=\"{}\" id=\"{id}\">\n<p><span class=\"kind\">{kind}</span> \
         <span class=\"soft\">{}</span></p>\n<p class=\"verdict\"><bdi>{verdict}</bdi></p>",
        classes(view, finding),
        escape(&kind_of(finding))
    );
    let others = view.others(finding);
    if !others.is_empty() {
        let ids = others.iter().map(|id| format!("<a id=\"{}\"></a>", escape(id)));
        let _ = writeln!(out, "<span class=\"ids\">{}</span>", ids.collect::<String>());
    }
    holders(out, view, finding, claims.len());
    let (first, rest) = claims.split_at(claims.len().min(SHOWN));
    sides(out, view, finding, first);
    if !rest.is_empty() {
        let more = count(rest.len(), "quote");
        let _ = writeln!(out, "<details class=\"more\"><summary>{more} more</summary>");
        sides(out, view, finding, rest);
        out.push_str("</details>\n");
    }
    let basis = escape(&phrase::capital(&view.basis(finding, 0)));
    let _ = writeln!(out, "<p class=\"soft more\">{basis}.</p>");
    if let Some(reason) = &finding.waived {
        let _ = writeln!(out, "<p class=\"soft\">Waived: {}</p>", escape(reason));
    }
    out.push_str("</article>\n");
}

/// Each value with those who hold it, where several sources hold one.
fn holders(out: &mut String, view: &View<'_>, finding: &FindingEntry, claims: usize) {
    let sides = view.sides(finding);
    if sides.len() < 2 || claims <= SHOWN.max(sides.len()) {
        return;
    }
    out.push_str("<dl class=\"values\">\n");
    for side in &sides {
        let names: Vec<String> = side
            .documents()
            .iter()
            .map(|id| format!("<bdi>{}</bdi>", escape(view.document(id))))
            .collect();
        let by = side.speaker.as_ref().map(|by| format!(" by {by}")).unwrap_or_default();
        let value = escape(&format!("{}{by}", worded(side, &sides)));
        let (support, names) = (escape(&view.support(side)), names.join(", "));
        let _ = writeln!(
            out,
            "<dt><bdi>{value}</bdi></dt><dd><span class=\"soft\">{support}:</span> {names}</dd>"
        );
    }
    out.push_str("</dl>\n");
}

fn sides(out: &mut String, view: &View<'_>, finding: &FindingEntry, claims: &[&ClaimEntry]) {
    out.push_str("<div class=\"sides\">\n");
    for claim in claims {
        quote(out, view, finding, claim);
    }
    out.push_str("</div>\n");
}

fn quote(out: &mut String, view: &View<'_>, finding: &FindingEntry, claim: &ClaimEntry) {
    let (finding, id) = (escape(&finding.id), escape(&claim.id));
    let (path, line) = (escape(view.path(&claim.document)), view.line(claim));
    let entry = view.entry(&claim.document);
    let published = entry.and_then(|entry| entry.published.as_deref()).map(phrase::date);
    let published = published.map(|date| format!(", {}", escape(&date))).unwrap_or_default();
    let _ = write!(
        out,
        "<figure id=\"{finding}-{id}\"><figcaption><strong><bdi>{}</bdi></strong>{published} · \
         <bdi>{path}</bdi>:{line} · <bdi>{}</bdi></figcaption><blockquote dir=\"auto\">",
        escape(view.document(&claim.document)),
        escape(&phrase::said(view, claim))
    );
    let excerpt = match view.is_html(&claim.document) {
        true => words_of(claim),
        false => excerpt(view, &claim.document, marks(claim), CONTEXT),
    };
    match excerpt {
        Some(excerpt) => out.push_str(&marked(&excerpt.text, &excerpt.marks)),
        None => out.push_str(&escape(claim.evidence.first().map_or("", |first| &first.quote))),
    }
    out.push_str("</blockquote></figure>\n");
}

/// The clause of a claim without the markup of its page, and in it the words that matter.
fn words_of(claim: &ClaimEntry) -> Option<Excerpt> {
    let text = claim.evidence.first()?.text().to_owned();
    let find = |mark: &EvidenceEntry| text.find(mark.text()).map(|at| at..at + mark.text().len());
    let marks = marks(claim).iter().filter_map(find).filter(|range| *range != (0..text.len()));
    let marks = marks.collect();
    Some(Excerpt { line: 1, mark_line: 1, column: 1, cut: false, text, marks })
}

/// `text` with the words at `ranges` marked.
fn marked(text: &str, ranges: &[Range<usize>]) -> String {
    let mut ranges = ranges.to_vec();
    ranges.sort_by_key(|range| (range.start, range.end));
    let (mut out, mut at) = (String::new(), 0);
    for range in ranges {
        let start = range.start.max(at);
        if range.end <= start {
            continue;
        }
        let (before, words) = (&text[at..start], &text[start..range.end]);
        let _ = write!(out, "{}<mark>{}</mark>", escape(before), escape(words));
        at = range.end;
    }
    out + &escape(&text[at..])
}

/// What was read, and what of it was left out.
fn sources(out: &mut String, view: &View<'_>) {
    out.push_str("<section>\n<h2>Sources</h2>\n<ul class=\"sources\">\n");
    for document in &view.report.documents {
        let facts = [document.title.as_ref(), document.published.as_ref()];
        let mut facts: Vec<String> = facts.into_iter().flatten().map(|fact| escape(fact)).collect();
        facts.push(count(view.claims_of(&document.id).len(), "claim"));
        let skipped = view.report.skipped.iter().filter(|skip| skip.document == document.id);
        match skipped.count() {
            0 => {}
            parts => facts.push(format!("{} not read", count(parts, "part"))),
        }
        if let Some(origin) = &document.origin {
            let name = escape(view.document(&origin.document));
            facts.push(format!("{} of <bdi>{name}</bdi>", escape(&origin.kind)));
        }
        let (name, path) = (view.document(&document.id), view.path(&document.id));
        let path =
            if path == name { String::new() } else { format!(" (<bdi>{}</bdi>)", escape(path)) };
        let facts = facts.join("; ");
        let _ = writeln!(out, "<li><bdi>{}</bdi>{path}: {facts}</li>", escape(name));
    }
    out.push_str("</ul>\n</section>\n");
}

/// Text within HTML, and within quotes there; no character in it turns the text around.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match (c, reference(c)) {
            (_, Some(reference)) => out.push_str(reference),
            ('\'', _) => out.push_str("&#39;"),
            ('\n' | '\t', _) => out.push(c),
            (c, None) => out.push(visible(c)),
        }
    }
    out
}
