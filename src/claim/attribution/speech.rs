//! Quotations: they bound the content of their cue, find a cue beside them, and run on over
//! sentences and paragraphs.

use super::super::Form;
use super::super::view::View;
use super::Draft;
use super::quotes::{Quote, quotes};
use super::verb;
use crate::lexicon::reporting;
use crate::syntax::{Rel, Upos};
use crate::text::Span;

/// Goes through a document's sentences in order and gives each quotation to its cue.
pub(super) struct Speech<'t> {
    text: &'t str,
    quotes: Vec<Quote>,
    /// The first quotation that does not end before the current sentence.
    next: usize,
    drafts: Vec<Draft>,
    /// The last attribution with quoted words, and where these end.
    last: Option<(usize, u32)>,
    /// A cue whose sentence ends with a colon and which has no content yet.
    announced: Option<Draft>,
    /// A quotation that ends its sentence and has found no cue there: the next sentence may be
    /// nothing but its cue ("…!" *she cried.*) or its signature.
    waiting: Option<Quote>,
}

impl<'t> Speech<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            quotes: quotes(text),
            next: 0,
            drafts: Vec::new(),
            last: None,
            announced: None,
            waiting: None,
        }
    }

    /// Takes the cues of the next sentence.
    pub(super) fn sentence(&mut self, view: &View<'_>, _number: usize, cues: Vec<Draft>) {
        let sentence = view.tree.span;
        while self.quotes.get(self.next).is_some_and(|quote| quote.span.end <= sentence.start) {
            self.next += 1;
        }
        let from = self.quotes[self.next..].iter();
        let here: Vec<Quote> = from.copied().take_while(|q| q.span.start < sentence.end).collect();
        let first = self.drafts.len();
        self.drafts.extend(cues);
        for draft in &mut self.drafts[first..] {
            bound(draft, &here);
        }
        for (i, quote) in here.iter().enumerate().filter(|(_, quote)| quote.speech) {
            let end = here.get(i + 1).map_or(sentence.end, |next| next.span.start);
            let start = i.checked_sub(1).map_or(sentence.start, |prev| here[prev].span.end);
            self.place(view, first, *quote, (start, end));
        }
        self.answer(view, first);
        self.announce(view, first, &here);
    }

    /// Gives a waiting quotation to a sentence that is nothing but its cue or signature.
    fn answer(&mut self, view: &View<'_>, first: usize) {
        let Some(quote) = self.waiting.take_if(|quote| quote.span.end <= view.tree.span.start)
        else {
            return;
        };
        let between = Span::new(quote.span.end, view.tree.span.start).of(self.text);
        let small = view.form(0).starts_with(char::is_lowercase);
        let cue = signed(view, view.tree.span.start)
            .or_else(|| small.then(|| beside(view, view.tree.span, true)).flatten());
        if let Some(cue) = cue.filter(|_| between.matches('\n').count() < 3) {
            self.give(cue, first, quote);
        }
    }

    /// The quotations of the whole text.
    pub(super) fn quotes(&self) -> &[Quote] {
        &self.quotes
    }

    pub(super) fn finish(self) -> Vec<Draft> {
        self.drafts.into_iter().filter(|draft| !draft.content.is_empty()).collect()
    }

    /// Gives one quotation to a cue. `gap` is the stretch of the sentence around it up to its
    /// neighbours.
    fn place(&mut self, view: &View<'_>, first: usize, quote: Quote, gap: (u32, u32)) {
        let holds = |draft: &Draft| {
            draft.form != Form::Topic
                && draft.content.iter().any(|span| span.overlaps(quote.span))
                && !quote.span.contains(draft.cue)
        };
        if let Some(at) = (0..self.drafts.len()).rev().take(64).find(|&at| holds(&self.drafts[at]))
        {
            self.last = Some((at, quote.span.end));
            return;
        }
        let starts_here = view.tree.span.contains(Span::new(quote.span.start, quote.span.start));
        let ends_here = quote.span.end <= view.tree.span.end;
        let after = || beside(view, Span::new(quote.span.end, gap.1), true);
        let before = || beside(view, Span::new(gap.0, quote.span.start), false);
        let signed = || signed(view, quote.span.end);
        let after = || signed().or_else(after);
        let cue = ends_here.then(after).flatten().or_else(|| starts_here.then(before).flatten());
        if let Some(cue) = cue {
            self.give(cue, first, quote);
        } else if ends_here && !self.run_on(quote) {
            match self.announced.take() {
                Some(draft) => self.give(draft, self.drafts.len(), quote),
                None => self.waiting = Some(quote),
            }
        }
    }

    /// Adds the quotation to the cue's attribution in this sentence, or makes it one.
    fn give(&mut self, mut cue: Draft, first: usize, quote: Quote) {
        let same = (first..self.drafts.len()).find(|&at| self.drafts[at].cue == cue.cue);
        let at = same.unwrap_or(self.drafts.len());
        let words = self.within(cue.cue, quote).unwrap_or(quote.span);
        match same {
            Some(at) => {
                let draft = &mut self.drafts[at];
                if draft.form == Form::Topic {
                    draft.content.clear();
                }
                draft.form = Form::Quote;
                draft.content.push(words);
                draft.content.sort_unstable();
                merge(&mut draft.content);
            }
            None => {
                cue.content = vec![words];
                cue.form = Form::Quote;
                self.drafts.push(cue);
            }
        }
        self.last = Some((at, quote.span.end));
    }

    /// "blasted *the paper for being “dishonest”*": a quotation in the middle of what is said, with
    /// the words between it and its cue.
    fn within(&self, cue: Span, quote: Quote) -> Option<Span> {
        const LONGEST: usize = 30;
        let between = Span::new(cue.end.min(quote.span.start), quote.span.start).of(self.text);
        let words = between.split_whitespace().count();
        let plain = !between.contains([';', '\n', '"', '“', '”', ':', '—']);
        let goes_on = between.ends_with(' ') && !between.trim_end().ends_with([',', '-', '–']);
        let lead = u32::try_from(between.len() - between.trim_start().len()).ok()?;
        let starts = between.trim_start().starts_with(char::is_alphanumeric);
        (plain && goes_on && starts && (1..=LONGEST).contains(&words))
            .then(|| Span::new(cue.end + lead, quote.span.end))
    }

    /// A quotation without a cue goes on with the one before it in the same paragraph, or with
    /// one that was left open in the paragraph before.
    fn run_on(&mut self, quote: Quote) -> bool {
        let Some((at, end)) = self.last else { return false };
        let between = Span::new(end, quote.span.start).of(self.text);
        let open = self.quotes[..self.next]
            .iter()
            .rev()
            .chain(&self.quotes[self.next..])
            .find(|q| q.span.end == end)
            .is_some_and(|q| q.unclosed);
        if between.contains('\n') && !(open && between.trim().is_empty()) {
            return false;
        }
        let content = &mut self.drafts[at].content;
        if !content.iter().any(|span| span.overlaps(quote.span)) {
            content.push(quote.span);
            content.sort_unstable();
        }
        self.last = Some((at, quote.span.end));
        true
    }

    /// What follows a colon at the end of a paragraph without quotation marks is the content up to
    /// the end of its own paragraph.
    fn block(&mut self, view: &View<'_>, here: &[Quote]) {
        let Some(mut draft) = self.announced.take_if(|_| here.is_empty()) else { return };
        let start = view.tree.span.start;
        let between = Span::new(draft.cue.end, start).of(self.text);
        if between.contains('\n') {
            let rest = self.text.get(start as usize..).unwrap_or_default();
            let end = rest.find('\n').map_or(self.text.len(), |end| start as usize + end);
            draft.content = vec![Span::new(start, Span::from_range(0..end).end)];
            draft.form = Form::Quote;
            self.drafts.push(draft);
        }
    }

    /// Remembers a cue before a colon at the end of the sentence: what follows is its content.
    fn announce(&mut self, view: &View<'_>, first: usize, here: &[Quote]) {
        let ends = view.tree.span.of(self.text).ends_with(':');
        let open = here.last().is_some_and(|quote| quote.span.end > view.tree.span.end);
        self.block(view, here);
        if !open {
            self.announced = None;
        }
        if ends && here.is_empty() {
            let cue = (0..view.len()).rev().find_map(|at| verb::bare(view, at));
            let taken = |cue: &Draft| {
                self.drafts[first..].iter().any(|d| d.cue == cue.cue && d.form != Form::Topic)
            };
            self.announced = cue.filter(|cue| !taken(cue));
        }
    }
}

/// Widens the content of a cue to the quotations that it runs into.
fn bound(draft: &mut Draft, quotes: &[Quote]) {
    for quote in quotes.iter().filter(|quote| !quote.span.contains(draft.cue)) {
        for span in &mut draft.content {
            let cut = span.overlaps(quote.span) && !quote.inner.contains(*span);
            let within = quote.inner.contains(*span) && quote.speech && draft.form != Form::Topic;
            if (cut || within) && !quote.span.cover(*span).overlaps(draft.cue) {
                *span = span.cover(quote.span);
            }
        }
    }
    draft.content.sort_unstable();
    draft.content.dedup();
    merge(&mut draft.content);
}

fn merge(spans: &mut Vec<Span>) {
    let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans.drain(..) {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => *last = last.cover(span),
            _ => merged.push(span),
        }
    }
    *spans = merged;
}

/// "…" — *Ada Lovelace*: a name after a dash signs the quotation before it.
fn signed(view: &View<'_>, from: u32) -> Option<Draft> {
    let dash = (0..view.len()).find(|&at| view.word(at).span.start >= from)?;
    let name = dash + 1;
    let is_name = |at: usize| {
        matches!(view.word(at).upos, Upos::Propn | Upos::Punct | Upos::Noun | Upos::Adj | Upos::Adp)
    };
    let ends = view.len() - name.min(view.len());
    let fits = matches!(view.form(dash), "—" | "―" | "–" | "--" | "-")
        && (1..=12).contains(&ends)
        && view.form(name).starts_with(char::is_uppercase)
        && (name..view.len()).all(is_name);
    let last = (name..view.len()).rev().find(|&at| view.word(at).upos != Upos::Punct);
    let (last, row) = last.filter(|_| fits).zip(reporting::verb("say"))?;
    Some(Draft {
        cue: view.word(dash).span,
        row,
        lemma: "say".to_owned(),
        form: Form::Quote,
        speaker: Some(view.word(name).span.cover(view.word(last).span)),
        head: Some(view.word(name).span),
        content: Vec::new(),
    })
}

/// The nearest cue of a quotation in `gap`, the stretch of the sentence after or before it.
fn beside(view: &View<'_>, gap: Span, after: bool) -> Option<Draft> {
    let inside = |at: &usize| gap.contains(view.word(*at).span);
    let fits = |at: usize| {
        let outer = !matches!(view.rel(at), Rel::AclRelcl) || !after;
        reporting::verb(view.lemma(at)).is_some_and(|row| row.frames.quote) && outer
    };
    let mut words = (0..view.len()).filter(inside);
    let cue = |at: usize| verb::bare(view, at);
    // "We knew." Tierney said that she would ask: what she says stands behind the word.
    let ended = |at: usize| {
        let text = view.text.get(..gap.start as usize).unwrap_or_default();
        let text = text.trim_end_matches(['"', '”', '\'', '’', ' ']);
        text.ends_with('.') && at + 1 < view.len() && view.is(at + 1, "that")
    };
    if after {
        words.by_ref().filter(|&at| fits(at) && !ended(at)).find_map(cue)
    } else {
        words.rev().filter(|&at| fits(at)).find_map(cue)
    }
}
