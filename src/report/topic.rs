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
    "stale": "a waiver that no finding needs any more", "", "", "";
    "expired": "a waiver whose `until` date has passed", "", "", "";
    "event.time": "a rule: a time that the tree attaches to an event is when it happens",
        "", "“The talks were held on 16 May.”", "";
    "event.venue": "a rule: a place that the tree attaches to an event is where it happens",
        "", "“The talks were held in Oslo.”", "";
    "event.participant": "a rule: the actors that an event's word governs take part in it",
        "", "“The ministers of Norway and Chile met.”", "";
    "event.argument": "a rule: a quantity in the role that a property names is its value",
        "", "“The sides exchanged 200 prisoners.”", "";
    "event.position": "a rule: what an actor says of an event is its position on it",
        "", "“The company welcomes the talks.”", "";
    "status.verb": "a rule: a verb that says what became of an event",
        "", "“The vote was cancelled.”", "";
    "status.course": "a rule: a verb that says how far an event has come",
        "", "“The strike began on Monday.”", "";
    "status.modifier": "a rule: a word before an event that says what became of it",
        "", "“the failed talks”, “planned cuts”", "";
    "status.charge": "a rule: a charge or indictment against somebody",
        "", "“The court indicted the banker.”", "";
    "status.denial": "a rule: somebody denies that an event took place",
        "", "“The army denied the attack.”", "";
    "harm.verb": "a rule: a verb of harm and those whom it befalls",
        "", "“The storm killed three people.”", "";
    "harm.noun": "a rule: a noun of harm and its number",
        "", "“three deaths”, “a toll of 14”", "";
    "harm.lives": "a rule: lives that an event takes or costs",
        "", "“The flood claimed nine lives.”", "";
    "harm.state": "a rule: those who are said to be dead, hurt or missing",
        "", "“Four hikers are missing.”", "";
    "harm.condition": "a rule: the condition that somebody is in",
        "", "“Two are in critical condition.”", "";
    "harm.hospital": "a rule: those who were taken to hospital",
        "", "“Six people were taken to hospital.”", "";
    "harm.elided": "a rule: a second number whose verb is left out",
        "", "“Three people died and five were hurt.”", "";
    "open.quantity": "a rule: a number outside the tables, with what it counts and the verb above it",
        "", "“The plant employs 400 people.”", "";
    "open.time": "a rule: the time of a clause outside the tables",
        "", "“The shop opened in June.”", "";
    "open.place": "a rule: the place of a clause outside the tables",
        "", "“The shop opened in Bergen.”", "";
    "open.name": "a rule: the name in a role of a clause outside the tables",
        "", "“Ana Ruiz chairs the board.”", "";
    "open.occurrence": "a rule: that what a clause outside the tables tells took place, or did not",
        "", "“The bridge did not open.”", "";
    "different-event": "not compared: the claims are not surely about one event", "", "", "";
    "different-scope": "not compared: another group, place or side", "", "", "";
    "different-period": "not compared: another period", "", "", "";
    "part-of-whole": "not compared: one counts a part of what the other counts", "", "", "";
    "reported-position": "not compared: one is only reported as somebody's position", "", "", "";
    "not-asserted": "not compared: one is planned, possible, demanded or conditional", "", "", "";
    "not-comparable": "not compared: other property, unit or dimension", "", "", "";
    "ambiguous": "not compared: one of the values has several readings", "", "", "";
    "not-a-sentence": "not read: a menu, a fragment, a row of symbols", "", "", "";
    "table": "not read: a table", "", "", "";
    "code": "not read: program text", "", "", "";
    "boilerplate": "not read: navigation, notices and other text around the article", "", "", "";
    "other-language": "not read: not English", "", "", "";
    "too-long": "not read: longer than the limit of the options", "", "", "";
    "metadata": "not read as words: front matter, comments and other facts about the text", "", "", "";
    "after-as-of": "not read: published after the day that --as-of names", "", "", "";
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
