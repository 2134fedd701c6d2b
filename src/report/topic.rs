//! What each code of a report means.

use std::fmt;

/// What a code of a report means, when it appears and when it stays silent.
///
/// ```
/// use corroborate::report::TOPICS;
/// assert!(TOPICS.iter().any(|topic| topic.code == "refines"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Topic {
    /// The code as reports print it.
    pub code: &'static str,
    /// What it is, in one line.
    pub what: &'static str,
    /// Why it matters to a reader.
    pub why: &'static str,
    /// Two quotes that show it.
    pub example: &'static str,
    /// When it is *not* reported though it may look so.
    pub silent: &'static str,
}

impl Topic {
    /// Whether it is the reason of a finding.
    #[must_use]
    pub fn is_reason(&self) -> bool {
        REASONS.contains(&self.code)
    }
}

/// The reasons of findings.
const REASONS: [&str; 17] = [
    "equivalent",
    "refines",
    "compatible",
    "new-claim",
    "new-value",
    "supersedes",
    "corrects",
    "realized",
    "numeric",
    "temporal",
    "place",
    "identity",
    "polarity",
    "status",
    "arithmetic",
    "stale",
    "expired",
];

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {}", self.code, self.what)?;
        let parts = [
            ("Why it matters", self.why),
            ("Example", self.example),
            ("When we stay silent", self.silent),
        ];
        for (head, text) in parts.into_iter().filter(|(_, text)| !text.is_empty()) {
            writeln!(f, "\n{head}")?;
            text.lines().try_for_each(|line| writeln!(f, "  {line}"))?;
        }
        Ok(())
    }
}

macro_rules! topics {
    ($($code:literal: $what:literal, $why:literal, $example:literal, $silent:literal;)*) => {
        /// Every code that a report can show, by kind of code.
        pub const TOPICS: &[Topic] = &[$(Topic {
            code: $code, what: $what, why: $why, example: $example, silent: $silent,
        },)*];
    };
}

topics! {
    "contradiction": "two claims of which at most one can be true",
        "One of the documents is wrong, or they speak of different things without saying so.",
        "“The fire injured 12 people.” against “The fire injured 40 people.”",
        "When event, property or scope may differ, when one value lies within the other, when\none claim is only planned or possible, and when different speakers are quoted.";
    "dispute": "two speakers contradict each other, and the documents report them",
        "The conflict is in the world, not between the documents.",
        "“The ministry said 200 were freed.” against “The rebels said only 50 were freed.”",
        "When a document states one of the values in its own voice: then it takes a side.";
    "update": "a later value of something that changes replaces an earlier one",
        "Nobody was wrong: the world, or what is known of it, moved on.",
        "Monday: “At least 9 people died.” Wednesday: “The toll rose to 14.”",
        "When the dates are the same or unknown, or the value moves a way it cannot move.";
    "agreement": "two claims that say the same, or one of them more exactly",
        "Independent agreement is what makes a claim believable.",
        "“Talks were held in May.” and “Talks were held on 16 May.”",
        "When one document is a copy of the other: that is one source, not two.";
    "addition": "a claim that only one side makes",
        "It tells what a reader of the other document would miss.",
        "“Talks were held in Istanbul.” and “Talks were held in Istanbul and Jeddah.”",
        "Silence is never held against the silent document.";
    "equivalent": "the same value",
        "", "“twelve people” and “12 people”", "";
    "refines": "one value lies within the other",
        "More detail is not a conflict.", "“in May” and “on 16 May”", "";
    "compatible": "the values overlap, or differ by rounding only",
        "A rounded number is not a wrong one.", "“1.2 million” and “1,213,000”", "";
    "new-claim": "a property or event that only one side knows",
        "", "“Two firefighters are in hospital.” stands in one article only.", "";
    "new-value": "another member of a property that can have several",
        "", "“in Jeddah” beside “in Riyadh”, of a series of talks", "";
    "supersedes": "a value that changes over time has moved on",
        "", "“at least 9 dead” on Monday, “14 dead” on Wednesday", "";
    "corrects": "the later document says that the earlier value was wrong",
        "", "“The ministry revised the toll from 60 to 53.”", "";
    "realized": "what was planned has taken place",
        "", "“They will meet on Friday.” and “They met on Friday.”", "";
    "numeric": "numbers that cannot both be true",
        "Numbers are the claims that readers remember.",
        "“12 people were injured” against “40 people were injured”, in the same fire",
        "When bounds or rounding let both be true (“at least 12” and “40”), when one counts a\npart of the other, and when unit, group, place or period differ.";
    "temporal": "dates that cannot both be true",
        "", "“on 3 March” against “on 5 March”, of the same meeting",
        "When one date lies within the other, or one of them cannot be resolved.";
    "place": "places of which neither holds the other",
        "", "“in Geneva” against “in Oslo”, of the same signing",
        "When one place lies within the other, when a name is ambiguous, and for properties that\ncan have several places.";
    "identity": "different persons or organizations in a role that only one can have",
        "", "“Chair Ana Ruiz” against “Chair Tom Lee”, of the same board",
        "When one name may be an alias of the other.";
    "polarity": "one document affirms what the other negates",
        "", "“The bridge was closed.” against “The bridge was not closed.”",
        "When the negated part may be another one, and when a denial is only reported.";
    "status": "states of an event that exclude each other",
        "", "“The vote was cancelled.” against “The vote was held.”",
        "When one state may follow the other and the dates allow it: that is an update.";
    "arithmetic": "parts that cannot add up to the whole",
        "", "“50 people: 30 women and 30 men”",
        "When the parts may overlap or are not all named.";
    "waiver": "a waiver that no longer does anything",
        "A waiver that stays when its reason is gone hides the next finding.",
        "A waiver for a finding that is no longer found, or past its `until` date.", "";
    "stale": "a waiver that no finding needs any more",
        "What was waived is mended; the waiver would hide the next finding of its kind.",
        "a waiver for `open.allow.request` when both pages say 60", "";
    "expired": "a waiver whose `until` date has passed",
        "It was meant to be looked at again by now.",
        "`until = \"2026-12-31\"` on 1 January 2027", "";
    "different-event": "not compared: the claims are not surely about one event",
        "Two fires in one week have two tolls.",
        "“A fire in Lyon hurt 12 people.” and “A fire in Nice hurt 40 people.”",
        "When time, place and those who take part leave no doubt that it is one event.";
    "different-scope": "not compared: another group, place or side",
        "Numbers of different people may differ.",
        "“12 soldiers died.” and “30 civilians died.”",
        "When both count the same people at the same place.";
    "different-period": "not compared: another period",
        "A week's rain is not a month's.",
        "“30 mm fell on Monday.” and “90 mm fell this week.”",
        "When both run over the same days, or neither names any.";
    "part-of-whole": "not compared: one counts a part of what the other counts",
        "A part may be smaller than the whole.",
        "“Three of the victims were children.” and “12 people died.”",
        "When both count the whole.";
    "reported-position": "not compared: one is only reported as somebody's position",
        "What somebody wants or denies is not what the paper says.",
        "“The union wants 5 per cent.” and “Pay rose by 2 per cent.”",
        "When both are told as facts, or by the same speaker.";
    "not-asserted": "not compared: one is planned, possible, demanded or conditional",
        "A plan may change without anybody having been wrong.",
        "“They may meet in Oslo.” and “They met in Geneva.”",
        "When both are told as having happened, or both as planned.";
    "not-comparable": "not compared: other property, unit or dimension",
        "Metres and hours have no common measure, and currencies no fixed one.",
        "“It cost 40 million euros.” and “It cost 45 million dollars.”",
        "When units are of one dimension: these are converted.";
    "ambiguous": "not compared: one of the values has several readings",
        "One reading may agree where the other does not.",
        "“on 03/04/2025” and “on 3 April 2025”",
        "When all readings lie on the same side.";
    "not-a-sentence": "not read: a menu, a fragment, a row of symbols",
        "", "“Home | World | Sport”", "When there is a verb and somebody who does something.";
    "table": "not read: a table",
        "What a cell says depends on its row and column.", "“| year | cars |”", "";
    "code": "not read: program text",
        "", "a block between ``` in Markdown, `<pre>` and `<script>` in HTML", "";
    "boilerplate": "not read: navigation, notices and other text around the article",
        "A teaser for another story is no claim of this one.",
        "“We use cookies.”, “Subscribe now”, `<nav>`, `<footer>`",
        "When the page marks no article: then all that is not navigation is read.";
    "other-language": "not read: not English",
        "The model is English; what it made of other words would be guesses.",
        "“Deux personnes ont été blessées.”", "";
    "too-long": "not read: longer than the limit of the options",
        "Time and memory are bounded.", "a sentence of thousands of words", "";
    "metadata": "not read as words: front matter, comments and other facts about the text",
        "", "“published: 2025-07-20” between two lines of ---", "";
    "after-as-of": "not read: published after the day that --as-of names",
        "", "`--as-of 2025-07-20` and an article of 21 July",
        "When a document has no date: it is read.";
}

#[cfg(test)]
mod tests {
    use super::{REASONS, TOPICS};

    #[test]
    fn every_code_is_told_once() {
        let mut codes: Vec<&str> = TOPICS.iter().map(|topic| topic.code).collect();
        codes.sort_unstable();
        assert!(codes.windows(2).all(|pair| pair[0] != pair[1]), "{codes:?}");
        assert!(REASONS.iter().all(|reason| codes.contains(reason)));
        assert!(TOPICS.iter().all(|topic| !topic.what.is_empty()));
    }
}
