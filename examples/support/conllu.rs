//! Reads treebanks in CoNLL-U, plain or gzip.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read};
use std::path::Path;

/// A word as the treebank has it.
#[derive(Debug, Clone, Default)]
#[allow(dead_code, reason = "each program that includes this file uses other fields")]
pub(crate) struct GoldWord {
    /// The word form.
    pub(crate) form: String,
    /// Its dictionary form.
    pub(crate) lemma: String,
    /// Universal part of speech.
    pub(crate) upos: String,
    /// English part of speech.
    pub(crate) xpos: String,
    /// Features.
    pub(crate) feats: String,
    /// The number of the head, counted from 1; 0 for the root.
    pub(crate) head: usize,
    /// The relation with its subtype.
    pub(crate) rel: String,
    /// Whether white space follows.
    pub(crate) space_after: bool,
    /// Where it stands in the raw text; words of a multiword token share it out.
    pub(crate) span: (usize, usize),
}

/// A sentence as the treebank has it.
#[derive(Debug, Clone, Default)]
pub(crate) struct GoldSentence {
    /// Its words in order.
    pub(crate) words: Vec<GoldWord>,
    /// Whether a paragraph or document begins with it.
    pub(crate) starts_paragraph: bool,
    /// Whether it comes from a template and not from a treebank.
    #[allow(dead_code, reason = "only training makes sentences")]
    pub(crate) made: bool,
}

/// All sentences of a file.
pub(crate) fn read(path: &Path) -> io::Result<Vec<GoldSentence>> {
    let file = File::open(path)?;
    let zipped = path.extension().is_some_and(|end| end == "gz");
    let reader: Box<dyn Read> =
        if zipped { Box::new(flate2::read::GzDecoder::new(file)) } else { Box::new(file) };
    let mut sentences = Vec::new();
    let mut current = GoldSentence::default();
    let mut joined: Option<(usize, bool, String, usize)> = None;
    for line in BufReader::new(reader).lines() {
        let line = line?;
        if line.is_empty() {
            if !current.words.is_empty() {
                sentences.push(std::mem::take(&mut current));
            }
        } else if let Some(comment) = line.strip_prefix('#') {
            let comment = comment.trim();
            let begins = ["newpar id", "newdoc"].iter().any(|key| comment.starts_with(key));
            current.starts_paragraph |= begins || comment == "newpar";
        } else {
            push_word(&line, &mut current, &mut joined);
        }
    }
    if !current.words.is_empty() {
        sentences.push(current);
    }
    Ok(sentences)
}

/// Adds the word of a line; `joined` is the multiword token under way: its last number, whether
/// white space follows it, its letters and how many of them are used up.
fn push_word(
    line: &str,
    sentence: &mut GoldSentence,
    joined: &mut Option<(usize, bool, String, usize)>,
) {
    let fields: Vec<&str> = line.split('\t').collect();
    let [id, form, lemma, upos, xpos, feats, head, rel, _, misc] = fields[..] else { return };
    let space_after = !misc.contains("SpaceAfter=No");
    if let Some((_, last)) = id.split_once('-') {
        *joined = last.parse().ok().map(|last| (last, space_after, form.to_owned(), 0));
        return;
    }
    let Ok(number) = id.parse::<usize>() else { return };
    let mut word = GoldWord {
        form: form.to_owned(),
        lemma: lemma.to_owned(),
        upos: upos.to_owned(),
        xpos: xpos.to_owned(),
        feats: feats.to_owned(),
        head: head.parse().unwrap_or(0),
        rel: rel.to_owned(),
        space_after,
        span: (0, 0),
    };
    if let Some((last, space, surface, used)) = joined {
        // The letters of the surface token, not the restored form ("ca" of "can't").
        let end = if number == *last { surface.len() } else { *used + form.len() };
        let part = surface.get(*used..end.min(surface.len())).unwrap_or("");
        part.clone_into(&mut word.form);
        *used = end.min(surface.len());
        word.space_after = number == *last && *space;
        if number == *last {
            *joined = None;
        }
    }
    sentence.words.push(word);
}

/// The raw text of sentences, paragraphs parted by a blank line; sets each word's span.
#[allow(dead_code, reason = "only the evaluation reads raw text")]
pub(crate) fn raw_text(sentences: &mut [GoldSentence]) -> String {
    let mut text = String::new();
    for sentence in sentences {
        if sentence.starts_paragraph && !text.is_empty() {
            text.truncate(text.trim_end().len());
            text.push_str("\n\n");
        }
        for word in &mut sentence.words {
            let start = text.len();
            text.push_str(&word.form);
            word.span = (start, text.len());
            if word.space_after {
                text.push(' ');
            }
        }
    }
    text
}
