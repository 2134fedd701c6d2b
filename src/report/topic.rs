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
    "supersedes": "a value that changes over time has moved on, or what was so is so no longer",
        "", "“at least 9 dead” on Monday, “14 dead” on Wednesday", "";
    "corrects": "the later document says that the earlier value was wrong",
        "", "“The ministry revised the toll from 60 to 53.”", "";
    "realized": "what was planned, or was not so yet, has taken place",
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
    "supported": "of a checked claim: a source bears it out",
        "Of a generated summary these are the sentences to trust.",
        "“Four people died.” against a source with “The flood killed four people.”",
        "When the agreement is of low confidence, or only of the summary with itself.";
    "contradicted": "of a checked claim: a source contradicts it",
        "These are to be mended before anything else.",
        "“Nine people died.” against a source with “The flood killed four people.”",
        "When only a plausible reading is contradicted, or another speaker's word.";
    "not-found": "of a checked claim: no source has anything on it",
        "It may be true; the sources do not say so.",
        "“The mayor resigned.” against sources that do not name the mayor",
        "Never: a claim that is neither supported nor contradicted is not found.";
    "high": "confidence: every key matched",
        "",
        "“killed 4 people” and “killed 5 people”, one flood, one day, one place",
        "When something had to be inferred.";
    "medium": "confidence: something was inferred",
        "",
        "one flood, though only one paper names the town",
        "When every key matched, or when the match is weak.";
    "low": "confidence: a weak match, or only the plausible readings differ",
        "It is kept in the report, folded at a terminal, and never fails a run.",
        "“over 300” and “5,000”",
        "When the strict readings decide.";
    "event": "matched: both claims are about one event",
        "",
        "“the flood in Brenholm on Sunday” in both",
        "When time, place or those who take part leave a doubt: see `different-event`.";
    "property": "matched: both claims are about one property",
        "",
        "the number killed in both, not killed and hurt",
        "When units or what is counted differ: see `not-comparable`.";
    "scope": "matched: group, place and period are the same",
        "",
        "both count civilians, in one town, on one day",
        "When one counts a part: see `different-scope` and `part-of-whole`.";
    "sentence": "matched: both sentences are built alike and differ in one value",
        "",
        "“A flood killed 4 people.” and “A flood killed 5 people.”",
        "When they differ in more than a value.";
    "clause": "matched: both clauses say that the same happens; of an attribution: a clause is what is said",
        "",
        "“The army sent soldiers.” in both",
        "When one denies what the other says.";
    "context": "matched: the words around both values are the same",
        "",
        "“a magnitude of 6.1” and “a 6.1 magnitude”, of one earthquake",
        "When the words around them name other things.";
    "words": "matched: both sentences tell of the value in much the same words",
        "Verbs and constructions may differ; a number that does not come out by chance needs fewer words.",
        "“Officers seized nearly 900 forged passports of a ring.” and “Almost 900 forged passports of a ring found”",
        "When a name, an opposite, a part, a plan or a time sets the two apart.";
    "story": "matched: both documents tell one story, and give one value or one act in other words",
        "The less likely a value is by chance, the fewer words both need around it.",
        "“The crowd was 31,204.” and “in front of 31,204 spectators”, of one match",
        "When the documents name other things, or the value is as small as many are.";
    "statement": "matched: one text is a statement or two, and one of both clauses says nothing more of the same thing",
        "A name, or an article that points to something known, tells what is meant.",
        "“The council approved the plan.” and “The council rejected the plan.”",
        "When both say more, nothing is pointed to, or one may follow the other.";
    "answer": "matched: both values answer one question, by weights learned from pairs of texts",
        "It weighs the words of both clauses, how near the numbers are, and the other values of both documents.",
        "“the deck lies 31 metres above mean high water” and “35 metres above the water at high tide”, of one bridge",
        "When another value of either document fits nearly as well.";
    "act": "matched: the same named ones do the same, or have it done to them",
        "The more roles the same ones hold, the surer it is one act.",
        "“The board dismissed Ada Holm.” and “Ms Holm was dismissed.”",
        "When a role is held by others, or one clause only plans, wants or denies it.";
    "value": "matched: the value is the same",
        "",
        "“1.2 million euros” in both",
        "When it counts other things.";
    "digest": "matched: one text is a digest of the other, which has this value nowhere",
        "What a digest tells stands in its text, rounded or so that it can be worked out.",
        "“14 people were hurt” in a summary, “41 people were hurt” in the article",
        "When the text has the value elsewhere, or its numbers make it.";
    "document": "matched: both claims stand in one document",
        "A text that contradicts itself is worse than two that differ.",
        "“12 people died” in the headline and “14 people died” below it",
        "When the text says that the number changed.";
    "sum": "matched: parts were added up",
        "",
        "“three women and two men” and “five people”",
        "When the parts may overlap.";
    "copy": "origin: most of the words are those of another document",
        "Ten copies of a wire story are one source.",
        "an article that prints an agency's report",
        "When less than four fifths of the shorter text is common.";
    "citation": "origin: the document cites another one",
        "",
        "“…, Daily A reported.”",
        "When no outlet is named.";
    "family": "origin: the configuration puts both publishers in one family",
        "Papers of one house share reporters.",
        "`family = \"A Group\"` of two sources",
        "When no family is set.";
    "unchanged": "against a baseline: an earlier report held the same finding",
        "What was known need not block new work.",
        "a finding whose fingerprint stands in the baseline",
        "When an edit touched one of its quotes: then it is new.";
    "new": "against a baseline: no earlier report held the finding",
        "",
        "a finding whose fingerprint the baseline lacks",
        "Without a baseline nothing is called new.";
    "allow": "level: kept in the report, shown to those who ask for all",
        "",
        "`[levels]` with `temporal = \"allow\"`",
        "Without a level in the configuration.";
    "warn": "level: shown, does not fail a run",
        "",
        "`[levels]` with `temporal = \"warn\"`",
        "Without a level in the configuration.";
    "deny": "level: fails a run",
        "",
        "`[levels]` with `dispute = \"deny\"`",
        "When the finding is waived, known, or of low confidence.";
    "affirmed": "polarity: the text says that it is so",
        "",
        "“The bridge was closed.”",
        "When a negation or a denial turns it.";
    "negated": "polarity: the text says that it is not so",
        "",
        "“The bridge was not closed.”",
        "When the negation is on another part.";
    "actual": "modality: it is told as having happened or being so",
        "",
        "“They met on Friday.”",
        "When the text only plans, wants or supposes it.";
    "planned": "modality: it is told as going to happen",
        "",
        "“They will meet on Friday.”",
        "When the text says that it took place.";
    "proposed": "modality: somebody proposes it",
        "",
        "“Oslo proposed a meeting.”",
        "When it is decided: then it is planned.";
    "demanded": "modality: somebody demands it",
        "",
        "“The union wants 5 per cent.”",
        "When it was granted.";
    "possible": "modality: it may be so",
        "",
        "“Up to ten may be missing.”",
        "When the text commits itself.";
    "conditional": "modality: it depends on something else",
        "",
        "“If it rains, the match is off.”",
        "When the condition is said to be met.";
    "asserts": "stance of a speaker: says that it is so",
        "",
        "“…, police said.”",
        "When the word also judges: see `confirms` and `denies`.";
    "confirms": "stance of a speaker: bears out what was said before",
        "",
        "“The ministry confirmed the toll.”",
        "When nothing was said before.";
    "denies": "stance of a speaker: says that it is not so",
        "",
        "“Russia denies the charge.”",
        "When the speaker only declines to comment.";
    "wants": "stance of a speaker: wants it to be so",
        "",
        "“The union demanded a rise.”",
        "When the speaker says that it will be so.";
    "questions": "stance of a speaker: asks whether it is so",
        "",
        "“Critics question the figure.”",
        "When the speaker denies it outright.";
    "thinks": "stance of a speaker: takes it to be so",
        "",
        "“Experts believe that it will hold.”",
        "When the speaker says so.";
    "quote": "what is said, word for word, between quotation marks",
        "",
        "“It is over,” she said.",
        "When the marks only set a word apart.";
    "topic": "what a speaker talks about, without saying what of it",
        "",
        "“They discussed the truce.”",
        "When the text tells what was said of it.";
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
