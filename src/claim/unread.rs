//! What of a document says nothing that could be read: tables, fragments, other languages.

use std::borrow::Cow;

use super::Source;
use crate::lexicon::begins_credit;
use crate::lexicon::language::{is_english, is_foreign};
use crate::mention::Mention;
use crate::syntax::{Tree, Upos, Word};
use crate::text::{Skip, SkipReason, Span, lower};

/// The sentences that were not read, neighbours of one kind together.
pub(super) fn read(source: &Source<'_>) -> Vec<Skip> {
    let mut skipped: Vec<Skip> = Vec::new();
    let mut at = 0;
    for tree in source.trees {
        while source.mentions.get(at).is_some_and(|m| m.span.start < tree.span.start) {
            at += 1;
        }
        let here = source.mentions[at..].iter().take_while(|m| m.span.start < tree.span.end);
        // "About us" mentions nobody.
        let pronoun = |m: &Mention| {
            let word = tree.words.get(m.head as usize);
            word.is_some_and(|word| word.upos == Upos::Pron && word.span == m.span)
        };
        let mentioned = here.into_iter().any(|m| !pronoun(m));
        let Some(reason) = reason(source.text, tree, mentioned) else { continue };
        match skipped.last_mut().filter(|last| last.reason == reason) {
            Some(last) if touches(source.text, last.span, tree.span) => {
                last.span = last.span.cover(tree.span);
            }
            _ => skipped.push(Skip { span: tree.span, reason }),
        }
    }
    skipped
}

/// Whether nothing but spaces stands between two spans.
fn touches(text: &str, before: Span, after: Span) -> bool {
    let between = text.get(before.end as usize..after.start as usize);
    between.is_some_and(|between| between.trim().is_empty())
}

/// Whether what stands at a span says nothing: a row of a table, or not in English.
pub(super) fn is_unreadable(skipped: &[Skip], span: Span) -> bool {
    let unreadable = |skip: &&Skip| skip.reason != SkipReason::NotASentence;
    let at = skipped.partition_point(|skip| skip.span.end <= span.start);
    skipped[at..].iter().take(1).filter(unreadable).any(|skip| skip.span.contains(span))
}

fn reason(text: &str, tree: &Tree, mentioned: bool) -> Option<SkipReason> {
    let verbal = tree.words.iter().any(|word| matches!(word.upos, Upos::Verb | Upos::Aux));
    let forms: Vec<_> = tree.words.iter().map(|word| lower(word.span.of(text))).collect();
    match () {
        () if is_credits(&forms) => Some(SkipReason::Boilerplate),
        () if is_in_other_language(text, tree, &forms) => Some(SkipReason::OtherLanguage),
        () if !verbal && is_row(text, tree) || is_score(text, tree) => Some(SkipReason::Table),
        () if !verbal && !mentioned => Some(SkipReason::NotASentence),
        () => None,
    }
}

/// "Lars Voss contributed to this report": who made the text is nothing that it tells.
fn is_credits(lower: &[Cow<'_, str>]) -> bool {
    const LONGEST: usize = 30;
    let credit = |at: usize| begins_credit(lower[at..].iter().map(|word| &**word));
    lower.len() <= LONGEST && (0..lower.len()).any(credit)
}

/// A row of a table in plain text: more numbers than words, and several of each or of the first.
fn is_row(text: &str, tree: &Tree) -> bool {
    const FEWEST: usize = 3;
    let forms = || tree.words.iter().map(|word| word.span.of(text));
    let numbers = forms().filter(|form| form.starts_with(|c: char| c.is_ascii_digit())).count();
    let words = forms().filter(|form| form.starts_with(char::is_alphabetic)).count();
    numbers >= FEWEST && numbers > words
}

/// "LEEDS TOWN 3 YORK ROVERS 2": capitals alone, with a number behind each name.
fn is_score(text: &str, tree: &Tree) -> bool {
    let sentence = tree.span.of(text);
    if sentence.contains(char::is_lowercase) || !sentence.contains(char::is_uppercase) {
        return false;
    }
    let forms = || tree.words.iter().map(|word| word.span.of(text));
    let numbers = forms().filter(|form| form.bytes().all(|b| b.is_ascii_digit())).count();
    let last = forms().next_back().is_some_and(|form| form.bytes().all(|b| b.is_ascii_digit()));
    numbers >= 2 && last
}

/// Most letters are of another script, or function words of other languages are many and English
/// ones few; a word before a capital may be a part of a name ("van der Berg").
fn is_in_other_language(text: &str, tree: &Tree, lower: &[Cow<'_, str>]) -> bool {
    const FEWEST: usize = 3;
    let sentence = tree.span.of(text);
    let beyond_ascii = if sentence.is_ascii() { "" } else { sentence };
    let letters = beyond_ascii.chars().filter(|c| c.is_alphabetic());
    let (latin, other) = letters.fold((0usize, 0usize), |(latin, other), c| {
        if c < '\u{250}' { (latin + 1, other) } else { (latin, other + 1) }
    });
    if other > latin && other > FEWEST {
        return true;
    }
    let capital = |word: &Word| word.span.of(text).starts_with(char::is_uppercase);
    let named = |at: usize| tree.words.get(at + 1).is_some_and(capital);
    let all = (0..lower.len()).filter(|&at| is_foreign(&lower[at]) && !named(at)).count();
    if all < FEWEST {
        return false;
    }
    let forms = tree.words.iter().map(|word| word.span.of(text));
    let words = forms.filter(|form| form.starts_with(char::is_alphabetic)).count();
    let mut foreign: Vec<&str> =
        lower.iter().map(|word| &**word).filter(|word| is_foreign(word)).collect();
    foreign.sort_unstable();
    foreign.dedup();
    let english = lower.iter().filter(|word| is_english(word)).count();
    foreign.len() >= FEWEST && all * 5 >= words && english * 2 < all
}
