//! What a text says about itself.

#[cfg(feature = "html")]
use super::html;
use super::{Format, front_matter, markdown};

/// What a text says about itself, in front matter or in the head of a page.
///
/// ```
/// use corroborate::Format;
/// use corroborate::text::Metadata;
/// let found = Metadata::of("---\ntitle: Fire in Lyon\n---\nText.\n", Format::Markdown);
/// assert_eq!(found.title.as_deref(), Some("Fire in Lyon"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Its headline.
    pub title: Option<String>,
    /// Who publishes it.
    pub source: Option<String>,
    /// When it was published, as an ISO 8601 date or date and time.
    pub published: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
}

impl Metadata {
    /// What `text` says about itself.
    #[must_use]
    pub fn of(text: &str, format: Format) -> Self {
        match format {
            Format::Plain | Format::Markdown => {
                let mut found = of_front_matter(text);
                let start = front_matter::range(text).map_or(0, |range| range.end);
                found.or_from(of_dateline(&text[start..]));
                if format == Format::Markdown && found.title.is_none() {
                    found.title = markdown::title(&text[start..]);
                }
                found
            }
            #[cfg(feature = "html")]
            Format::Html => {
                let mut found = html::metadata(text);
                if found.source.is_none() || found.published.is_none() {
                    found.or_from(of_dateline(&html::read(text).text));
                }
                found
            }
            #[cfg(not(feature = "html"))]
            Format::Html => Self::default(),
        }
    }
}

impl Metadata {
    /// Takes source and date of `other` where it has none.
    fn or_from(&mut self, other: Self) {
        self.source = self.source.take().or(other.source);
        self.published = self.published.take().or(other.published);
    }
}

/// A dateline stands within so many lines: a headline, a byline and the like come before it.
const LINES: usize = 5;

/// The longest dateline, in bytes.
const DATELINE: usize = 90;

/// Agency and date of the first dateline with either, "OSLO, July 3, 2025 (Newswire) — ", or of the first
/// line that gives a date and nothing else.
fn of_dateline(text: &str) -> Metadata {
    let lines = text.lines().map(|line| line.trim().trim_start_matches('*'));
    let mut found = lines.filter(|line| !line.is_empty()).take(LINES).map(of_line);
    found.find(|found| *found != Metadata::default()).unwrap_or_default()
}

fn of_line(line: &str) -> Metadata {
    let dashes = [" — ", " – ", " -- ", " - "];
    let dash = dashes.iter().filter_map(|dash| line.find(dash)).min();
    let head = dash.and_then(|dash| line.get(..dash)).filter(|head| head.len() <= DATELINE);
    let of_day = |text: &str| Metadata { published: only_date(text), ..Metadata::default() };
    let Some(head) = head.map(|head| head.trim_end_matches('*')) else { return of_day(line) };
    let found = of_day(head);
    if found.published.is_some() {
        return found;
    }
    let place = head.split([',', '(']).next().unwrap_or_default().trim();
    if place.len() < 3
        || !place.starts_with(char::is_uppercase)
        || place.chars().any(char::is_lowercase)
    {
        return Metadata::default();
    }
    let agency = head.split_once('(').and_then(|(_, rest)| rest.split_once(')'));
    let agency = agency.map(|(agency, _)| agency.trim().to_owned());
    let date = head.split('(').next().unwrap_or_default();
    Metadata {
        source: agency.filter(|agency| !agency.is_empty()),
        published: iso_date(date),
        ..Metadata::default()
    }
}

/// What a line may call its date.
const CALLED: [&str; 6] = ["published", "publication", "posted", "issued", "released", "date"];

/// The date that is all that a line, or what stands before its dash, has: "July 3, 2025", "Friday, 3 July
/// 2025", "2025-07-03", "Published: 3 July 2025, 14:05 GMT".
fn only_date(text: &str) -> Option<String> {
    let parts = |c: char| c.is_whitespace() || matches!(c, ',' | '*' | '_' | '|');
    let mut words: Vec<&str> = text.split(parts).filter(|word| !word.is_empty()).collect();
    let is_called = |word: &&str| {
        CALLED.contains(&&*word.trim_end_matches(':').to_lowercase())
            || word.eq_ignore_ascii_case("on")
    };
    let called = words.iter().take_while(|word| is_called(word)).count().min(2);
    words.drain(..called);
    let clock = |word: &str| {
        let hour = word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(':');
        hour || matches!(&*word.to_lowercase(), "at" | "am" | "pm" | "utc" | "gmt")
    };
    let hour = words.iter().position(|word| clock(word)).unwrap_or(words.len());
    let all_clock = words[hour..].iter().all(|word| clock(word));
    let days = &words[..hour];
    let dated = |word: &&str| {
        word.bytes().all(|b| b.is_ascii_digit()) || month(word).is_some() || word.ends_with("day")
    };
    let iso = days.len() == 1 && is_day(days[0]);
    let whole = iso || (3..=4).contains(&days.len()) && days.iter().all(dated);
    iso_date(&days.join(" ")).filter(|_| whole && all_clock)
}

fn of_front_matter(text: &str) -> Metadata {
    let mut found = Metadata::default();
    for (key, value) in front_matter::pairs(text).filter(|(_, value)| !value.is_empty()) {
        let field = match key {
            "title" | "headline" => &mut found.title,
            "source" | "publisher" => &mut found.source,
            "published" | "date" => &mut found.published,
            "url" | "link" => &mut found.url,
            _ => continue,
        };
        field.get_or_insert_with(|| value.to_owned());
    }
    found.published = found.published.map(|date| iso_date(&date).unwrap_or(date));
    found
}

/// A date in one of the notations that metadata use, as ISO 8601: the internet's own
/// ([RFC 3339](https://www.rfc-editor.org/rfc/rfc3339)), that of mail and RSS
/// ([RFC 5322](https://www.rfc-editor.org/rfc/rfc5322#section-3.3)), or words ("July 20, 2025",
/// "20 July 2025").
pub(super) fn iso_date(text: &str) -> Option<String> {
    let text = text.trim();
    if is_day(text.get(..10).unwrap_or(text)) {
        return Some(text.to_owned());
    }
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|word| !word.is_empty())
        .collect();
    let at = words.iter().position(|word| month(word).is_some())?;
    let month = month(words[at])?;
    let number = |i: usize| words.get(i).and_then(|word| word.parse::<u16>().ok());
    let before = at.checked_sub(1).and_then(number).filter(|day| (1..=31).contains(day));
    let (day, year) = match before {
        Some(day) => (day, number(at + 1)?),
        None => (number(at + 1)?, number(at + 2)?),
    };
    let date = format!("{year:04}-{month:02}-{day:02}");
    is_day(&date).then_some(date)
}

/// Whether it is a date as `YYYY-MM-DD` that the calendar has.
fn is_day(text: &str) -> bool {
    text.parse::<jiff::civil::Date>().is_ok()
}

pub(super) fn month(word: &str) -> Option<u8> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let short: String = word.chars().take(3).collect::<String>().to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| *month == short)?;
    word.chars().all(|c| c.is_alphabetic() || c == '.').then(|| u8::try_from(at + 1).ok())?
}

#[cfg(test)]
mod tests {
    use super::{iso_date, of_dateline};

    #[test]
    fn reads_a_line_that_is_a_date() {
        let date = |line: &str| {
            let text = format!("A ferry ran aground\n{line}\n\nTwelve people were hurt.");
            of_dateline(&text).published
        };
        let day = Some("2026-03-12".to_owned());
        for line in [
            "March 12, 2026",
            "Thursday 12 March 2026",
            "2026-03-12",
            "Published 12 March 2026, 14:05",
            "Published: 12 March 2026 at 14:05 GMT",
            "*Posted on March 12, 2026*",
            "Date: 2026-03-12",
        ] {
            assert_eq!(date(line), day, "{line}");
        }
        for line in [
            "It was published on 12 March 2026",
            "Published 12 March 2026 by Ada Holm",
            "12 March 2026 was a Thursday",
            "Released in March 2026",
            "Version 2026-03",
            "14:05",
        ] {
            assert_eq!(date(line), None, "{line}");
        }
    }

    #[test]
    fn reads_a_dateline_with_a_year() {
        let check = |text: &str, source: Option<&str>, date: Option<&str>| {
            let found = of_dateline(text);
            assert_eq!((found.source.as_deref(), found.published.as_deref()), (source, date));
        };
        let newswire = Some("Newswire");
        check("OSLO, July 3, 2025 (Newswire) — Two died.", newswire, Some("2025-07-03"));
        check("\nNEW YORK, 3 July 2025 - Two died.", None, Some("2025-07-03"));
        check("OSLO (Newswire) — Two died.", newswire, None);
        check(
            "Two die in Oslo\n\nOSLO, July 3, 2025 (Newswire) — Two died.",
            newswire,
            Some("2025-07-03"),
        );
        check("1\n2\n3\n4\n5\nOSLO, July 3, 2025 (Newswire) — Two died.", None, None);
        check("Two die\n\nJuly 3, 2025 - Two died.", None, Some("2025-07-03"));
        check("Two die\nFriday, 3 July 2025\n\nTwo died.", None, Some("2025-07-03"));
        check("July 3, 2025 was hot.", None, None);
        check("Open until July 3, 2025 - hurry.", None, None);
        check("2025 (planned) — two more.", None, None);
        check("Oslo is calm — so far (we hear).", None, None);
        check("Two died in Oslo on July 3, 2025 — a record.", None, None);
    }

    #[test]
    fn reads_the_notations_of_metadata() {
        let check = |text, expect| assert_eq!(iso_date(text).as_deref(), expect, "{text}");
        check("2025-07-20", Some("2025-07-20"));
        check("2025-07-20T10:30:00+02:00", Some("2025-07-20T10:30:00+02:00"));
        check("Sun, 20 Jul 2025 10:00:00 GMT", Some("2025-07-20"));
        check("July 20, 2025", Some("2025-07-20"));
        check("20 July 2025, 9:15 a.m.", Some("2025-07-20"));
        check("31 June 2025", None);
        check("yesterday", None);
    }
}
