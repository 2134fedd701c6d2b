//! Measures `corroborate::syntax` against treebanks: `evaluate_syntax FILE.conllu[.gz]…`.
//!
//! Prints one figure a line as `NAME VALUE`. First with the treebank's own tokens: parts of speech,
//! lemmas, attachment without and with the relation, and labelled F1 of each relation (subtypes
//! left out, punctuation counted). Then from raw text, as F1 of aligned spans in the manner of the
//! [CoNLL 2018 shared task](https://universaldependencies.org/conll18/evaluation.html). Last, how
//! many tokens a second the whole stage reads on one core.
#![allow(clippy::print_stderr, reason = "a program")]

#[path = "support/conllu.rs"]
mod conllu;

use std::collections::{BTreeMap, HashMap};
use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

use conllu::GoldSentence;
use corroborate::syntax::{Tree, parse};
use corroborate::text::{Block, Sentence, Span, Token, segment};

fn main() -> std::io::Result<()> {
    let mut gold = Vec::new();
    for path in std::env::args().skip(1) {
        gold.extend(conllu::read(Path::new(&path))?);
    }
    if gold.is_empty() {
        eprintln!("usage: evaluate_syntax FILE.conllu[.gz]...");
        std::process::exit(2);
    }
    let text = conllu::raw_text(&mut gold);
    let sentences: Vec<Sentence> = gold.iter().map(gold_tokens).collect();
    let mut report = Report::default();
    with_gold_tokens(&gold, &parse(&text, &sentences), &mut report);
    from_raw_text(&gold, &text, &mut report);
    report.push("TOKENS-PER-SECOND", format!("{:.0}", speed(&text)));
    std::io::stdout().write_all(report.lines.as_bytes())
}

fn gold_tokens(gold: &GoldSentence) -> Sentence {
    let span = |at: (usize, usize)| Span::from_range(at.0..at.1);
    let tokens: Vec<Token> =
        gold.words.iter().map(|word| Token { span: span(word.span) }).collect();
    let whole = tokens[0].span.cover(tokens[tokens.len() - 1].span);
    Sentence { span: whole, block: Block::Paragraph, tokens }
}

/// One figure a line.
#[derive(Default)]
struct Report {
    lines: String,
}

impl Report {
    fn push(&mut self, name: &str, figure: String) {
        self.lines.extend([name, " ", &figure, "\n"]);
    }
}

/// The relation without its subtype.
fn universal(rel: &str) -> &str {
    rel.split(':').next().unwrap_or(rel)
}

/// Counts of right, found and gold items.
#[derive(Default)]
struct Score {
    right: u32,
    found: u32,
    gold: u32,
}

impl Score {
    fn f1(&self) -> f64 {
        200.0 * f64::from(self.right) / f64::from((self.found + self.gold).max(1))
    }
}

fn with_gold_tokens(gold: &[GoldSentence], trees: &[Tree], report: &mut Report) {
    let mut names = ["UPOS", "LEMMA", "UAS", "LAS"].map(|name| (name, 0_u32));
    let mut total = 0_u32;
    let mut relations: BTreeMap<&str, Score> = BTreeMap::new();
    for (sentence, tree) in gold.iter().zip(trees) {
        for (word, found) in sentence.words.iter().zip(&tree.words) {
            let head = found.head.map_or(0, |head| head as usize + 1) == word.head;
            let label = universal(&word.rel) == found.rel.universal();
            total += 1;
            names[0].1 += u32::from(word.upos == found.upos.as_str());
            names[1].1 += u32::from(lemma_fits(&word.lemma, &found.lemma));
            names[2].1 += u32::from(head);
            names[3].1 += u32::from(head && label);
            relations.entry(found.rel.universal()).or_default().found += 1;
            let gold = relations.entry(universal(&word.rel)).or_default();
            gold.gold += 1;
            gold.right += u32::from(head && label);
        }
    }
    for (name, right) in names {
        report.push(name, format!("{:.2}", 100.0 * f64::from(right) / f64::from(total)));
    }
    for (name, score) in relations.iter().filter(|(_, score)| score.gold >= 20) {
        report.push(&format!("LAS-{name}"), format!("{:.2}", score.f1()));
    }
}

/// Lemmas are compared as in the shared task; the treebank has none for some foreign words.
fn lemma_fits(gold: &str, found: &str) -> bool {
    gold == "_" || gold == found
}

fn from_raw_text(gold: &[GoldSentence], text: &str, report: &mut Report) {
    let sentences = segment(text);
    let trees = parse(text, &sentences);
    let mut scores: [(&str, Score); 5] =
        ["TOKENS", "SENTENCES", "UPOS", "UAS", "LAS"].map(|name| (name, Score::default()));
    type Range = (usize, usize);
    type Gold<'g> = (&'g str, Range, &'g str);
    let mut words: HashMap<Range, Gold<'_>> = HashMap::new();
    let mut bounds = std::collections::HashSet::new();
    for sentence in gold {
        let last = &sentence.words[sentence.words.len() - 1];
        bounds.insert((sentence.words[0].span.0, last.span.1));
        scores[1].1.gold += 1;
        for word in &sentence.words {
            let head = word.head.checked_sub(1).map_or((0, 0), |head| sentence.words[head].span);
            words.insert(word.span, (&word.upos, head, universal(&word.rel)));
            [0, 2, 3, 4].into_iter().for_each(|i: usize| scores[i].1.gold += 1);
        }
    }
    for tree in &trees {
        let span = |span: Span| (span.start as usize, span.end as usize);
        scores[1].1.found += 1;
        scores[1].1.right += u32::from(bounds.contains(&span(tree.span)));
        for word in &tree.words {
            [0, 2, 3, 4].into_iter().for_each(|i: usize| scores[i].1.found += 1);
            let Some(&(upos, head, rel)) = words.get(&span(word.span)) else { continue };
            let found = word.head.map_or((0, 0), |head| span(tree.words[head as usize].span));
            scores[0].1.right += 1;
            scores[2].1.right += u32::from(upos == word.upos.as_str());
            scores[3].1.right += u32::from(found == head);
            scores[4].1.right += u32::from(found == head && rel == word.rel.universal());
        }
    }
    for (name, score) in &scores {
        report.push(&format!("raw-{name}"), format!("{:.2}", score.f1()));
    }
}

/// The best of several runs of the whole stage, segmentation included.
fn speed(text: &str) -> f64 {
    let mut best = 0.0_f64;
    for _ in 0..5 {
        let start = Instant::now();
        let sentences = segment(text);
        let trees = parse(text, &sentences);
        let tokens: usize = trees.iter().map(|tree| tree.words.len()).sum();
        best = best.max(tokens as f64 / start.elapsed().as_secs_f64());
    }
    best
}
