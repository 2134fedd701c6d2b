//! Dictionary forms: irregular verbs, a table of exceptions learned from the treebanks, then rules.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Morph, Upos};
use crate::text::lower;

/// The dictionary forms of words that were met: most come again and again.
#[derive(Default)]
pub(super) struct Lemmas {
    /// By form: its first reading, and the others; most forms have one, hardly any more than three.
    known: FxHashMap<Box<str>, (Reading, Vec<Reading>)>,
}

/// What a form was read as, and its dictionary form as such.
type Reading = (Upos, Morph, Arc<str>);

/// So many forms are kept at most.
const MOST_FORMS: usize = 1 << 13;

impl Lemmas {
    /// The dictionary form of a word.
    pub(super) fn of(&mut self, form: &str, upos: Upos, morph: Morph) -> Arc<str> {
        let same = |reading: &&Reading| (reading.0, reading.1) == (upos, morph);
        let known = self.known.get_mut(form);
        let read = known.as_ref().and_then(|(first, more)| {
            std::iter::once(first).chain(more).find(same).map(|reading| Arc::clone(&reading.2))
        });
        if let Some(lemma) = read {
            return lemma;
        }
        let lemma: Arc<str> = lemma(form, upos, morph).into();
        let reading = (upos, morph, Arc::clone(&lemma));
        if let Some((_, more)) = known {
            more.push(reading);
            return lemma;
        }
        if self.known.len() >= MOST_FORMS {
            self.known.clear();
        }
        self.known.insert(form.into(), (reading, Vec::new()));
        lemma
    }
}

/// The dictionary form of a word: lower case, except of names.
fn lemma(form: &str, upos: Upos, morph: Morph) -> Box<str> {
    let mut word = lower(form);
    if word.contains('’') {
        word = Cow::Owned(word.replace('’', "'"));
    }
    let word = &*word;
    let class = class(upos, morph);
    // A tagger that takes "sank" for a present tense is mistaken; "found" may be one.
    let past = class == 'd' || class == 'v' && !is(Odd::PresentToo, word);
    if let Some(verb) = irregular(word).filter(|_| past) {
        return verb.into();
    }
    let known = exceptions().get(word).and_then(|list| {
        let fits = |entry: &&(Class, &str)| entry.0 == class;
        list.iter().find(fits).map(|entry| entry.1)
    });
    match known {
        Some(known) => known.into(),
        None => by_rule(form, upos, morph),
    }
}

/// The inflection that fits a part of speech and a form, since a tagger reads the two one by one: a verb taken for a
/// plural is one in the present, one in -ed is of the past, and one in -ing a gerund.
pub(super) fn fitting(form: &str, upos: Upos, morph: Morph) -> Morph {
    let past = || form.len() > 5 && form.ends_with("ed") && !form.ends_with("eed");
    match (upos, morph) {
        (Upos::Verb, Morph::Past | Morph::Participle) => morph,
        (Upos::Verb, _) if past() => Morph::Past,
        (Upos::Verb, _) if form.len() > 6 && form.ends_with("ing") => Morph::Gerund,
        (Upos::Verb, Morph::Plural) => Morph::Present,
        (Upos::Noun, Morph::Present) => Morph::Plural,
        _ => morph,
    }
}

/// The part of speech of a form behind another: "Plus" with a capital letter goes on with a name, and an abbreviation of
/// capitals with points, "U.K.", is a name if it is a noun.
pub(super) fn named(form: &str, upos: Upos, before: Option<Upos>) -> Upos {
    if form == "Plus" && upos == Upos::Cconj && matches!(before, Some(Upos::Propn | Upos::Num)) {
        return Upos::Propn;
    }
    if matches!(form, "$" | "€" | "£" | "¥") {
        return Upos::Sym;
    }
    let pairs = form.as_bytes().chunks(2);
    let letters = form.len() >= 4
        && pairs
            .into_iter()
            .all(|pair| pair.len() == 2 && pair[0].is_ascii_uppercase() && pair[1] == b'.');
    if upos == Upos::Noun && letters && !matches!(form, "A.M." | "P.M.") {
        Upos::Propn
    } else {
        upos
    }
}

/// The inflection of a verb, put right where a form that is only ever a past tense was taken for
/// another: "they sang".
pub(super) fn inflection(form: &str, upos: Upos, morph: Morph) -> Morph {
    let unsure = upos == Upos::Verb && matches!(morph, Morph::Present | Morph::Base);
    if unsure && !is(Odd::PresentToo, form) && irregular(form).is_some() {
        Morph::Past
    } else {
        morph
    }
}

/// Words of one class and form have one lemma.
type Class = char;

fn class(upos: Upos, morph: Morph) -> Class {
    match (upos, morph) {
        (Upos::Noun, _) => 'n',
        (Upos::Propn, Morph::Plural) => 'M',
        (Upos::Propn, _) => 'N',
        (Upos::Verb | Upos::Aux, Morph::Past | Morph::Participle) => 'd',
        (Upos::Verb | Upos::Aux, _) => 'v',
        (Upos::Adj, _) => 'a',
        (Upos::Adv, _) => 'r',
        (Upos::Pron | Upos::Det, _) => 'p',
        _ => 'x',
    }
}

/// The verb of which a form is the past tense, if it is no noun too.
pub(super) fn only_past(form: &str) -> Option<&'static str> {
    irregular(form).filter(|_| !is(Odd::PresentToo, form) && !is(Odd::NounToo, form))
}

/// Whether the past tense of a verb, of so many bytes, is no form in -ed.
pub(super) fn is_strong(lemma: &str, bytes: usize) -> bool {
    let regular = if lemma.ends_with('e') { lemma.len() + 1 } else { lemma.len() + 2 };
    bytes < regular && !lemma.ends_with("ed")
}

/// Whether a verb has one form for present, past and participle: "cost", "hit".
pub(super) fn is_unchanged(form: &str) -> bool {
    is(Odd::Unchanged, form)
}

/// Whether a form at the head of a sentence, without an article, asks somebody to do a thing: "file", "report".
pub(super) fn is_asking(form: &str) -> bool {
    is(Odd::Asking, form)
}

/// Whether a verb tells how far something moved: "fall", "rise".
pub(super) fn is_moving(lemma: &str) -> bool {
    is(Odd::Moving, lemma)
}

/// Whether a verb tells at how many somebody takes a number to be: "put the toll at 12".
pub(super) fn is_estimating(lemma: &str) -> bool {
    is(Odd::Estimating, lemma)
}

/// Whether a clause with "that" may tell what a noun is: "the claim that it was safe".
pub(super) fn is_telling(lemma: &str) -> bool {
    is(Odd::Telling, lemma)
}

/// Whether a noun is a length of time: "week".
pub(super) fn is_lasting(lemma: &str) -> bool {
    is(Odd::Lasting, lemma)
}

/// Whether the adjective behind a verb is what somebody says he is: "plead guilty".
pub(super) fn is_pleading(lemma: &str) -> bool {
    is(Odd::Pleading, lemma)
}

/// Whether a verb says of a deed whether people may do it: "allow", "prohibit".
pub(super) fn permits(lemma: &str) -> bool {
    is(Odd::Permitting, lemma)
}

/// What is odd about a form.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Odd {
    /// It ends as a degree of another word does and is none.
    NoDegree,
    /// The past form of an irregular verb that is a noun too.
    NounToo,
    /// The past form of an irregular verb that is a verb's dictionary form too.
    PresentToo,
    /// The present, past and participle of a verb.
    Unchanged,
    /// A verb by which people are asked to do a thing, and a noun that does not stand without an article.
    Asking,
    /// A verb that says of a deed whether people may do it.
    Permitting,
    /// A verb that tells how far something moved, and a noun.
    Moving,
    /// A verb by which somebody says at how many he takes a number to be.
    Estimating,
    /// A verb with an adjective behind it that tells what somebody says he is.
    Pleading,
    /// A noun for what is told, thought or known, of which a clause with "that" may tell what it is.
    Telling,
    /// A noun for a length of time.
    Lasting,
}

/// Whether a form is odd in this way, by the table of such forms.
fn is(odd: Odd, form: &str) -> bool {
    static TABLE: OnceLock<FxHashSet<(Odd, &'static str)>> = OnceLock::new();
    let line = |line: &'static str| {
        let (form, odd) = line.split_once('\t')?;
        let odd = match odd {
            "no-degree" => Odd::NoDegree,
            "noun-too" => Odd::NounToo,
            "present-too" => Odd::PresentToo,
            "asking" => Odd::Asking,
            "permitting" => Odd::Permitting,
            "moving" => Odd::Moving,
            "estimating" => Odd::Estimating,
            "pleading" => Odd::Pleading,
            "telling" => Odd::Telling,
            "lasting" => Odd::Lasting,
            _ => Odd::Unchanged,
        };
        Some((odd, form))
    };
    TABLE
        .get_or_init(|| include_str!("odd.tsv").lines().filter_map(line).collect())
        .contains(&(odd, form))
}

/// The verb that an irregular past tense or participle is of.
pub(super) fn irregular(form: &str) -> Option<&'static str> {
    static TABLE: OnceLock<FxHashMap<&'static str, &'static str>> = OnceLock::new();
    let lines = || include_str!("irregular.tsv").lines().filter_map(|line| line.split_once('\t'));
    TABLE.get_or_init(|| lines().collect()).get(form).copied()
}

/// Lemmas that the rules miss: lines of form, class and lemma.
fn exceptions() -> &'static FxHashMap<&'static str, Vec<(Class, &'static str)>> {
    static TABLE: OnceLock<FxHashMap<&'static str, Vec<(Class, &'static str)>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: FxHashMap<&str, Vec<(Class, &str)>> = FxHashMap::default();
        for line in include_str!("lemma.tsv").lines() {
            let mut fields = line.split('\t');
            let (Some(form), Some(class), Some(lemma)) =
                (fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            table.entry(form).or_default().push((class.chars().next().unwrap_or('x'), lemma));
        }
        table
    })
}

/// The verb of which an adjective in -ed would be the participle: "failed", "closed".
#[must_use]
pub(crate) fn participle_of(form: &str) -> Option<Box<str>> {
    let regular = form.len() > 4 && form.ends_with("ed") && !form.ends_with("eed");
    regular.then(|| lemma(form, Upos::Verb, Morph::Participle))
}

/// The key of the lemmatizer's table of exceptions: the form in lower case and a letter for its class.
#[must_use]
pub fn key(form: &str, upos: Upos, morph: Morph) -> (String, char) {
    (form.to_lowercase().replace('’', "'"), class(upos, morph))
}

/// The dictionary form by rule alone.
#[must_use]
pub fn by_rule(form: &str, upos: Upos, morph: Morph) -> Box<str> {
    let lower = || lower(form);
    match (upos, morph) {
        (Upos::Propn, Morph::Plural) => name(form).into(),
        (Upos::Propn, _) => capitalized(form).into(),
        (Upos::Num, _) => number(form).into(),
        (Upos::X | Upos::Sym, _) => form.into(),
        (Upos::Punct, _) if matches!(form, "``" | "''" | "“" | "”") => "\"".into(),
        (Upos::Part, _) if matches!(form, "'" | "’") => "'s".into(),
        (Upos::Noun, Morph::Plural) => singular(&lower()).into(),
        (Upos::Verb | Upos::Aux, morph) => verb(&lower(), morph).into(),
        (Upos::Adj | Upos::Adv, Morph::Comparative) => degree(&lower(), "er").into(),
        (Upos::Adj | Upos::Adv, Morph::Superlative) => degree(&lower(), "est").into(),
        _ => lower().into(),
    }
}

/// A name that is written small gets its capital.
fn capitalized(form: &str) -> Cow<'_, str> {
    let mut chars = form.chars();
    match chars.next() {
        Some(first) if form.chars().all(char::is_lowercase) => {
            first.to_uppercase().chain(chars).collect()
        }
        _ => Cow::Borrowed(form),
    }
}

/// Numbers in digits lose the commas between thousands; number words are written small.
fn number(form: &str) -> String {
    match form.starts_with(|c: char| c.is_ascii_digit()) {
        true => form.replace(',', ""),
        false => form.to_lowercase(),
    }
}

fn name(form: &str) -> String {
    let lower = form.to_lowercase();
    let base = singular(&lower);
    match lower.starts_with(&base) && form.is_ascii() {
        true => form[..base.len()].to_owned(),
        false => form.to_owned(),
    }
}

fn singular(word: &str) -> String {
    let rules: &[(&str, &str)] = &[
        ("'s", ""),
        ("sses", "ss"),
        ("shes", "sh"),
        ("ches", "ch"),
        ("xes", "x"),
        ("zzes", "zz"),
        ("oes", "o"),
        ("men", "man"),
        ("ss", "ss"),
        ("us", "us"),
        ("is", "is"),
    ];
    if let Some((end, new)) = rules.iter().find(|(end, _)| word.ends_with(end)) {
        return format!("{}{new}", &word[..word.len() - end.len()]);
    }
    match word.strip_suffix("ies") {
        Some(stem) if stem.len() > 1 => format!("{stem}y"),
        _ => word.strip_suffix('s').filter(|stem| !stem.is_empty()).unwrap_or(word).to_owned(),
    }
}

fn verb(word: &str, morph: Morph) -> String {
    let long = |end: &str| word.strip_suffix(end).filter(|stem| stem.len() > 1);
    match morph {
        Morph::Present => third_person(word),
        Morph::Gerund => {
            long("ying").filter(|stem| stem.len() == 1).map_or_else(
                || long("ing").or_else(|| long("in'")).or_else(|| long("in")).map(stem),
                |stem| Some(format!("{stem}ie")),
            )
        }
        .unwrap_or_else(|| word.to_owned()),
        Morph::Past | Morph::Participle => long("ied")
            .map(|stem| format!("{stem}y"))
            .or_else(|| long("eed").map(|stem| format!("{stem}ee")))
            .or_else(|| long("ed").map(stem))
            .unwrap_or_else(|| word.to_owned()),
        _ => word.to_owned(),
    }
}

fn third_person(word: &str) -> String {
    let stem = |end: &str| word.strip_suffix(end).filter(|stem| stem.len() > 1);
    if let Some(stem) = stem("ies") {
        return format!("{stem}y");
    }
    if word.ends_with("ss") || word.ends_with("us") {
        return word.to_owned();
    }
    let hissing = ["sses", "shes", "ches", "xes", "zzes", "oes"];
    if hissing.iter().any(|end| word.ends_with(end)) {
        return word[..word.len() - 2].to_owned();
    }
    stem("s").unwrap_or(word).to_owned()
}

/// Whether another form of the verb is known, whose dictionary form has a silent "e".
fn ends_silent(stem: &str) -> bool {
    static VERBS: OnceLock<FxHashSet<&'static str>> = OnceLock::new();
    let verbs = || {
        let verb = |(class, lemma): &(Class, &'static str)| {
            matches!(class, 'd' | 'v').then(|| lemma.strip_suffix('e')).flatten()
        };
        exceptions()
            .values()
            .flatten()
            .filter_map(verb)
            .filter(|stem| !stem.ends_with('y'))
            .collect()
    };
    VERBS.get_or_init(verbs).contains(stem)
}

/// The verb of a stem left after "-ed" or "-ing": doubled letters halved, a silent "e" put back.
fn stem(stem: &str) -> String {
    let bytes = stem.as_bytes();
    let at = |i: usize| bytes.len().checked_sub(i).map_or(b' ', |i| bytes[i]);
    let vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u');
    let (last, second, third) = (at(1), at(2), at(3));
    if !stem.is_ascii() {
        return stem.to_owned();
    }
    if ends_silent(stem) {
        return format!("{stem}e");
    }
    if last == second && !vowel(last) {
        let long = last == b'l' && bytes.len() > 5 && !is_prefixed(stem);
        let keeps = matches!(last, b'l' | b's' | b'z' | b'f') && !long;
        return if keeps { stem.to_owned() } else { stem[..stem.len() - 1].to_owned() };
    }
    let vowels = bytes.iter().filter(|&&b| vowel(b)).count();
    let silent = match last {
        b'c' | b'v' | b'u' => true,
        b'z' => second != b't',
        b's' => second != b's' && (second != b'u' || vowels != 2 || third != b'c'),
        b'g' => {
            matches!(second, b'd' | b'a' | b'u')
                || second == b'n' && vowels == 1 && third != b'i'
                || second == b'r'
        }
        b'b' => vowel(second) && !vowel(third),
        // A verb in "-ol" doubles its last letter.
        b'l' if second == b'o' => !vowel(third),
        b'l' if vowel(second) => {
            matches!(second, b'i' | b'u') && !vowel(third) && !matches!(third, b'v' | b'r')
        }
        b'l' => second != b'l' && second != b'r' && second != b'w',
        b't' => {
            second == b'a' && vowels > 1 && (!vowel(third) || matches!(third, b'u' | b'i'))
                || second == b'u' && vowels > 1 && third != b'o'
        }
        // "hire", "cure", "dare"; "repair", "tour"
        b'r' => {
            second == b'i' && third != b'a'
                || second == b'u' && third != b'o'
                || second == b'a' && !vowel(third)
        }
        b'd' => {
            matches!(second, b'i' | b'u' | b'o' | b'e') && !vowel(third)
                || second == b'a' && (!vowel(third) || third == b'u')
        }
        b'm' if second == b'u' => !vowel(third),
        b'n' => second == b'i' && !vowel(third) && vowels > 1,
        b'k' | b'm' | b'p' => vowel(second) && !vowel(third) && vowels == 1,
        _ => false,
    };
    let short = vowels == 1 && bytes.len() >= 2 && vowel(second) && !vowel(third);
    let silent = silent || short && matches!(last, b't' | b'd' | b'n' | b'r' | b'l');
    if silent { format!("{stem}e") } else { stem.to_owned() }
}

/// "recall", "install", "forestall": a short verb in -all behind a prefix keeps both; "rebel" has one, and "enrol" may.
fn is_prefixed(stem: &str) -> bool {
    let prefixes = ["be", "en", "fore", "in", "re"];
    let short = |verb: &str| {
        let vowels = verb.bytes().filter(|b| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u'));
        (4..=6).contains(&verb.len()) && verb.ends_with("all") && vowels.count() == 1
    };
    prefixes.iter().any(|prefix| stem.strip_prefix(prefix).is_some_and(short))
}

fn degree(word: &str, end: &str) -> String {
    let base = word.strip_suffix(end).filter(|base| base.len() > 2);
    let Some(base) = base.filter(|_| !is(Odd::NoDegree, word)) else {
        return word.to_owned();
    };
    if let Some(base) = base.strip_suffix('i') {
        return format!("{base}y");
    }
    let bytes = base.as_bytes();
    let (last, second) = (bytes[bytes.len() - 1], bytes[bytes.len() - 2]);
    if last == second && !matches!(last, b'l' | b's' | b'e') {
        return base[..base.len() - 1].to_owned();
    }
    let silent = matches!(last, b'c' | b'v' | b'u' | b'g' | b's' | b'l')
        && second != b'n'
        && second != last
        && !matches!(base, "cool" | "cruel");
    if silent { format!("{base}e") } else { base.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Morph, Upos, lemma};

    #[test]
    fn a_silent_e_is_put_back_where_the_verb_has_one() {
        let pairs = "evacuating evacuate, compiling compile, eroding erode, upgrading upgrade, \
            prescribing prescribe, probing probe, persuading persuade, declaring declare, \
            scheduling schedule, assuming assume, negotiating negotiate, trying try, \
            detailing detail, targeting target, appearing appear, repeating repeat, loading load, \
            visiting visit, patrolling patrol, unveiling unveil, imperiling imperil, needing need, \
            consoling console, patrolling patrol, cooling cool, recalling recall, \
            installing install, controlling control, rebelling rebel, forestalling forestall";
        for pair in pairs.split(", ") {
            let (form, verb) = pair.split_once(' ').expect("two words");
            assert_eq!(&*lemma(form, Upos::Verb, Morph::Gerund), verb);
        }
    }
}
