//! Who is reported as saying what.
//!
//! A cue is a word of the lexicon ("said", "claim", "according to"); its content and its speaker
//! are read off the tree, and quotations give the content its bounds. Cues whose content is only
//! a thing talked about ("condemned the raid") make attributions too, but put nothing into
//! anybody's mouth: see [`Form`].

mod quotes;
mod source;
mod speaker;
mod speech;
mod turn;
mod verb;
mod word;

use super::view::View;
use super::{Actor, Attribution, Form};
use crate::lexicon::reporting::{Cue, Stance};
use crate::mention::Mention;
use crate::syntax::Tree;
use crate::text::Span;
use speaker::Speaker;

/// Every attribution of a text, by first content span.
pub(super) fn read(
    text: &str,
    trees: &[Tree],
    mentions: &[Mention],
    actors: &[Actor],
) -> Vec<Attribution> {
    let mut speech = speech::Speech::new(text);
    let names = Names::new(mentions, actors);
    for (sentence, tree) in trees.iter().enumerate() {
        let view = View::new(text, tree);
        let mut drafts = cues(&view);
        drafts.extend(turn::read(&view, &names));
        speech.sentence(&view, sentence, drafts);
    }
    let quoted: Vec<Span> = speech.quotes().iter().filter(|q| q.speech).map(|q| q.inner).collect();
    let mut drafts = speech.finish();
    nested(text, &quoted, &mut drafts);
    // "“Nobody screamed,” said Ida Holm, who was there": a word within a quotation reports nothing outside it.
    drafts.retain(|draft| {
        let mut around = quoted.iter().filter(|quote| quote.contains(draft.cue));
        around.all(|quote| draft.content.iter().any(|content| content.overlaps(*quote)))
    });
    once(&mut drafts);
    let mut found: Vec<Attribution> =
        drafts.into_iter().map(|draft| draft.finish(&names)).collect();
    found.sort_by(|a, b| (&a.content, a.cue).cmp(&(&b.content, b.cue)));
    found
}

/// Those of the `links` whose content holds a span, outermost first: who is reported as saying
/// what stands there. Whoever is named twice in a row ("she suggested that she had warned") speaks
/// once.
pub(super) fn chain<'a>(
    links: impl Iterator<Item = &'a Attribution>,
    span: Span,
) -> Vec<Attribution> {
    let says = |link: &&Attribution| {
        link.form != Form::Topic
            && !link.cue.overlaps(span)
            && link.content.iter().any(|content| content.contains(span))
    };
    let mut links: Vec<&Attribution> = links.filter(says).collect();
    let size = |link: &Attribution| link.content.iter().map(|c| u64::from(c.len())).sum::<u64>();
    links.sort_by_key(|link| (std::cmp::Reverse(size(link)), link.cue));
    let mut cues: Vec<Span> = Vec::new();
    links.retain(|link| {
        let new = !cues.contains(&link.cue);
        cues.push(link.cue);
        new
    });
    let mut links: Vec<Attribution> = links.into_iter().cloned().collect();
    links.dedup_by(|inner, outer| {
        let same = inner.actor.is_some() && inner.actor == outer.actor;
        if same {
            inner.speaker = outer.speaker;
            *outer = inner.clone();
        }
        same
    });
    links
}

/// Leaves out what reported words say of their own speaker or only talk about ("I think", "we
/// need" in a quotation): within a content, only reports of others' statements make a chain, and
/// what is talked about within what is talked about makes none.
fn nested(text: &str, quoted: &[Span], drafts: &mut Vec<Draft>) {
    let contents = |topics: bool| {
        let of = drafts.iter().filter(move |draft| topics || draft.form != Form::Topic);
        of.flat_map(|draft| draft.content.iter().copied()).chain(quoted.iter().copied())
    };
    let (said, all) = (Cover::new(contents(false)), Cover::new(contents(true)));
    let quoted = Cover::new(quoted.iter().copied());
    drafts.retain(|draft| {
        if draft.form == Form::Topic {
            return !all.holds(draft.cue);
        }
        !said.holds(draft.cue) || draft.tells_of_others(text, quoted.holds(draft.cue))
    });
}

/// Of two readings of one cue and speaker, keeps the one whose content holds the other's.
fn once(drafts: &mut Vec<Draft>) {
    drafts.sort_by_key(|draft| (draft.cue, std::cmp::Reverse(draft.width())));
    drafts.dedup_by(|less, more| {
        let held = |span: &Span| more.content.iter().any(|wide| wide.contains(*span));
        (less.cue, less.speaker) == (more.cue, more.speaker) && less.content.iter().all(held)
    });
}

/// Spans that are asked whether one of them holds another.
struct Cover {
    /// By start, each with the farthest end of all up to it: one search tells.
    reach: Vec<(u32, u32)>,
}

impl Cover {
    fn new(spans: impl Iterator<Item = Span>) -> Self {
        let mut spans: Vec<Span> = spans.collect();
        spans.sort_unstable();
        let mut reach: Vec<(u32, u32)> = Vec::with_capacity(spans.len());
        for span in spans {
            let end = reach.last().map_or(span.end, |last| last.1.max(span.end));
            reach.push((span.start, end));
        }
        Self { reach }
    }

    fn holds(&self, span: Span) -> bool {
        let before = self.reach.partition_point(|(start, _)| *start <= span.start);
        before.checked_sub(1).is_some_and(|at| self.reach[at].1 >= span.end)
    }
}

/// An attribution in the making.
#[derive(Debug, Clone)]
struct Draft {
    cue: Span,
    row: &'static Cue,
    lemma: String,
    form: Form,
    speaker: Option<Span>,
    /// The head word of the speaker, where its actor is looked up.
    head: Option<Span>,
    content: Vec<Span>,
}

impl Draft {
    fn new(
        cue: Span,
        lemma: String,
        row: &'static Cue,
        content: Vec<Span>,
        form: Form,
        speaker: Option<Speaker>,
    ) -> Self {
        let head = speaker.map(|speaker| speaker.head);
        Self { cue, row, lemma, form, speaker: speaker.map(|s| s.span), head, content }
    }

    fn width(&self) -> u32 {
        self.content.iter().map(|span| span.len()).sum()
    }

    /// Whether it reports the statement of somebody who is neither the writer nor the reader.
    fn tells_of_others(&self, text: &str, quoted: bool) -> bool {
        let states = match self.row.stance {
            Stance::Asserts | Stance::Denies => true,
            Stance::Confirms => !quoted,
            _ => false,
        };
        let person = self.speaker.map(|speaker| speaker.of(text).to_lowercase());
        let other =
            person.is_some_and(|p| !matches!(p.as_str(), "i" | "we" | "you" | "one" | "it"));
        self.row.frames.clause && states && other
    }

    fn finish(self, names: &Names) -> Attribution {
        let actor = self.head.and_then(|head| names.at(head));
        let actor = actor.or_else(|| self.speaker.and_then(|speaker| names.within(speaker)));
        Attribution {
            actor,
            speaker: self.speaker,
            cue: self.cue,
            content: self.content,
            verb: self.lemma,
            stance: self.row.stance,
            form: self.form,
        }
    }
}

/// The cues of a sentence that have a content in its tree.
fn cues(view: &View<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for at in 0..view.len() {
        drafts.extend(verb::read(view, at));
        drafts.extend(word::read(view, at));
        drafts.extend(source::read(view, at));
    }
    drafts
}

/// The mentions of actors, for finding who speaks.
struct Names {
    /// Span and actor, by span.
    spans: Vec<(Span, u32)>,
}

impl Names {
    fn new(mentions: &[Mention], actors: &[Actor]) -> Self {
        let mut spans = Vec::new();
        for (actor, number) in actors.iter().zip(0..) {
            let at = |mention: &u32| mentions.get(*mention as usize);
            spans.extend(actor.mentions.iter().filter_map(at).map(|m| (m.span, number)));
        }
        spans.sort_unstable();
        Self { spans }
    }

    /// The actor whose mention covers the head word of a speaker.
    fn at(&self, head: Span) -> Option<u32> {
        let end = self.spans.partition_point(|(span, _)| span.start <= head.start);
        let near = &self.spans[end.saturating_sub(8)..end];
        near.iter().rev().find(|(span, _)| span.contains(head)).map(|(_, actor)| *actor)
    }

    /// The first actor named in the words of a speaker.
    fn within(&self, speaker: Span) -> Option<u32> {
        let from = self.spans.partition_point(|(span, _)| span.start < speaker.start);
        self.spans.get(from).filter(|(span, _)| speaker.contains(*span)).map(|(_, actor)| *actor)
    }
}
