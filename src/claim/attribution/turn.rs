//! Turns of a conversation and headlines: "WEBER: We are open.", "Mayor: Bridge to stay closed".

use super::super::Form;
use super::super::view::View;
use super::{Draft, Names};
use crate::lexicon::reporting;
use crate::syntax::Upos;
use crate::text::Span;

/// The most words before the colon.
const LONGEST: usize = 5;

/// The attribution that a name before a colon makes at the beginning of a paragraph; what it says
/// is the rest of the paragraph. In capitals it is a turn of a conversation; otherwise it must be
/// the name of one who acts.
pub(super) fn read(view: &View<'_>, names: &Names) -> Option<Draft> {
    let colon = (1..view.len().min(LONGEST + 1)).find(|&at| view.is(at, ":"))?;
    let start = view.tree.span.start;
    let before = view.text[..start as usize].trim_end_matches([' ', '\t', '"', '“', '*', '_']);
    let opens = before.is_empty() || before.ends_with('\n');
    let first = (0..colon).find(|&at| view.word(at).upos != Upos::Punct)?;
    let speaker = view.word(first).span.cover(view.word(colon - 1).span);
    let title = |at: usize| view.form(at).starts_with(char::is_uppercase) || view.form(at) == ".";
    let named = names.at(view.word(colon - 1).span).is_some() && (first..colon).all(title);
    if !opens || !(named || is_shouted(speaker.of(view.text)) && names.within(speaker).is_some()) {
        return None;
    }
    let content = rest(view, view.word(colon).span.end)?;
    Some(Draft {
        cue: view.word(colon).span,
        row: reporting::verb("say")?,
        lemma: "say".to_owned(),
        form: Form::Quote,
        speaker: Some(speaker),
        head: Some(view.word(colon - 1).span),
        content: vec![content],
    })
}

/// Whether letters are all capitals, and more than an abbreviation has.
fn is_shouted(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    letters > 3 && !words.chars().any(char::is_lowercase)
}

/// The paragraph after the colon, when it says something there.
fn rest(view: &View<'_>, from: u32) -> Option<Span> {
    let from = from as usize;
    let tail = view.text.get(from..)?;
    let line = tail.split('\n').next()?;
    let lead = line.len() - line.trim_start().len();
    let words = line.split_whitespace().count();
    (words > 2).then(|| Span::from_range(from + lead..from + line.trim_end().len()))
}
