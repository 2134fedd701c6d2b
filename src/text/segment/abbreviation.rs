//! Abbreviations that keep their full stop, and words that begin sentences.
//!
//! All tables are sorted bytewise; a test of this file holds that.

/// How an abbreviation stands to the end of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Stands before a name or number and never ends a sentence ("Mr.", "Gen.", "No. 5").
    Leading,
    /// May end a sentence ("Inc.", "etc.", "U.S.", "p.m.").
    Any,
}

/// What the word before a full stop, given without that stop, is short for; `next` is the text
/// after the stop, white space left out.
pub(super) fn abbreviation(word: &str, next: &str) -> Option<Abbreviation> {
    let next = next.chars().next();
    let capital = next.is_some_and(char::is_uppercase);
    if letters_and_stops(word) {
        return Some(Abbreviation::Any);
    }
    let mut chars = word.chars();
    // "c. 1450" begins with a small letter and is in the table.
    if let (Some(initial), None) = (chars.next(), chars.next())
        && !initial.is_lowercase()
    {
        let known = initial.is_uppercase() && initial != 'I';
        return (known && capital).then_some(Abbreviation::Leading);
    }
    if LEADING.binary_search(&word).is_ok() {
        return Some(Abbreviation::Leading);
    }
    if BEFORE_NUMBER.binary_search(&word).is_ok() {
        return next.is_some_and(|c| c.is_ascii_digit()).then_some(Abbreviation::Leading);
    }
    if BEFORE_CAPITAL.binary_search(&word).is_ok() {
        let follows = capital || next.is_some_and(|c| c.is_ascii_digit());
        return follows.then_some(Abbreviation::Leading);
    }
    ANY.binary_search(&word).is_ok().then_some(Abbreviation::Any)
}

/// Single letters parted by full stops: "U.S", "p.m", "e.g", and also "Ph.D".
fn letters_and_stops(word: &str) -> bool {
    let mut parts = word.split('.');
    let first = parts.next().unwrap_or_default();
    let short = |part: &str| {
        part.chars().count() == 1 && part.chars().all(char::is_alphabetic) || part == "Ph"
    };
    let mut count = 0;
    let all = parts.all(|part| {
        count += 1;
        short(part)
    });
    count > 0 && all && short(first)
}

/// Whether a capitalized word is one that often begins a sentence, so that the full stop of an
/// abbreviation before it also ends the sentence.
pub(super) fn begins_sentence(word: &str) -> bool {
    BEGINNERS.binary_search(&word).is_ok()
}

/// Whether a capitalized word behind an hour tells more of it: "5 p.m. Friday", "8 p.m. Eastern".
pub(super) fn goes_with_hour(word: &str) -> bool {
    AFTER_HOUR.binary_search(&word).is_ok()
}

/// Whether a verb form that goes with direct speech.
pub(super) fn speech_verb(word: &str) -> bool {
    SPEECH.binary_search(&word).is_ok()
}

/// Abbreviations that stand before a name.
const LEADING: &[&str] = &[
    "Adm", "Amb", "Asst", "Atty", "Brig", "Bros", "Capt", "Cdr", "Cmdr", "Col", "Comdr", "Cpl",
    "Dr", "Drs", "Ens", "Fr", "Gen", "Gov", "Govs", "Hon", "Insp", "Lt", "Maj", "Messrs", "Mlle",
    "Mme", "Mr", "Mrs", "Ms", "Mt", "Mx", "Pfc", "Pres", "Prof", "Profs", "Pvt", "Rep", "Reps",
    "Rev", "Sen", "Sens", "Sgt", "Snr", "Spc", "Supt", "Treas", "dr", "eg", "ie", "mr", "mrs",
    "viz", "vs",
];

/// Abbreviations only before a number; otherwise words of their own.
const BEFORE_NUMBER: &[&str] = &[
    "Art", "Eq", "Figs", "No", "Nos", "Pp", "Rs", "Sec", "Secs", "Vol", "Vols", "art", "c", "ca",
    "cf", "ch", "no", "nos", "p", "pp", "sec", "vol", "vols",
];

/// Abbreviations only before a capital or a number; otherwise words of their own, or not common
/// enough to keep the stop.
const BEFORE_CAPITAL: &[&str] = &[
    "Apr", "Ariz", "Ark", "Aug", "Ave", "Blvd", "Calif", "Colo", "Conn", "Dec", "Del", "Dept",
    "Dist", "Ed", "Eds", "Est", "Feb", "Fig", "Fla", "Fri", "Ft", "Ga", "Ill", "Ind", "Jan", "Jul",
    "Jun", "Kan", "Ky", "La", "Mar", "Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Mon", "Mont",
    "Neb", "Nev", "Nov", "Oct", "Okla", "Ont", "Ore", "Pa", "Penn", "Pt", "Que", "Rd", "Rt", "Sat",
    "Sep", "Sept", "St", "Ste", "Sun", "Tenn", "Tex", "Thu", "Thur", "Thurs", "Tue", "Tues", "Va",
    "Vt", "Wash", "Wed", "Wis", "Wyo",
];

/// Abbreviations that may also end a sentence.
const ANY: &[&str] = &[
    "Assn", "Bhd", "Cie", "Co", "Corp", "Cos", "Dept", "Inc", "Intl", "Jr", "Ltd", "Natl", "Pty",
    "Sr", "Univ", "al", "approx", "dept", "ed", "eds", "est", "etc", "ft", "govt", "hr", "hrs",
    "lb", "lbs", "misc", "mph", "oz", "sq",
];

/// Words that often begin a sentence and are no names.
const BEGINNERS: &[&str] = &[
    "A",
    "About",
    "According",
    "After",
    "All",
    "Also",
    "Although",
    "An",
    "And",
    "Another",
    "Any",
    "As",
    "At",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "Despite",
    "During",
    "Each",
    "Earlier",
    "Even",
    "Every",
    "For",
    "From",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Instead",
    "It",
    "Its",
    "Last",
    "Later",
    "Like",
    "Many",
    "Meanwhile",
    "More",
    "Most",
    "Much",
    "My",
    "No",
    "Not",
    "Now",
    "On",
    "Once",
    "One",
    "Only",
    "Other",
    "Others",
    "Our",
    "Several",
    "She",
    "Since",
    "So",
    "Some",
    "Such",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Thus",
    "To",
    "Today",
    "Two",
    "Under",
    "Until",
    "We",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Why",
    "With",
    "Yet",
    "You",
    "Your",
];

/// Words with a capital that stand behind an hour.
const AFTER_HOUR: &[&str] = &[
    "Atlantic",
    "Central",
    "Daylight",
    "Eastern",
    "Friday",
    "Fridays",
    "Greenwich",
    "Local",
    "Monday",
    "Mondays",
    "Mountain",
    "Pacific",
    "Saturday",
    "Saturdays",
    "Standard",
    "Sunday",
    "Sundays",
    "Thursday",
    "Thursdays",
    "Tuesday",
    "Tuesdays",
    "Wednesday",
    "Wednesdays",
];

/// Past and present forms that follow direct speech.
const SPEECH: &[&str] = &[
    "added",
    "announced",
    "answered",
    "argued",
    "asked",
    "asks",
    "called",
    "continued",
    "cried",
    "declared",
    "demanded",
    "exclaimed",
    "explained",
    "insisted",
    "joked",
    "posted",
    "quipped",
    "recalled",
    "replied",
    "reported",
    "said",
    "says",
    "screamed",
    "shouted",
    "stated",
    "told",
    "tweeted",
    "warned",
    "wondered",
    "writes",
    "wrote",
    "yelled",
];

#[cfg(test)]
mod tests {
    #[test]
    fn tables_are_sorted() {
        use super::{AFTER_HOUR, ANY, BEFORE_CAPITAL, BEFORE_NUMBER, BEGINNERS, LEADING, SPEECH};
        let tables = [AFTER_HOUR, ANY, BEFORE_CAPITAL, BEFORE_NUMBER, BEGINNERS, LEADING, SPEECH];
        for table in tables {
            let wrong: Vec<_> = table.windows(2).filter(|pair| pair[0] >= pair[1]).collect();
            assert!(wrong.is_empty(), "{wrong:?}");
        }
    }
}
