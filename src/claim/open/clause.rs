//! A clause with what its claims share: event, scope, factuality and attribution.

use std::ops::Range;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::super::factuality::is_mended;
use super::super::frame::{Frame, Key, Slot, is_subject, passive, shared_subject};
use super::super::{Attribution, Change, Form, Modality, Polarity, Source, attribution};
use crate::lexicon::event_noun::is_event;
use crate::lexicon::reporting::{self, Cue, Stance};
use crate::lexicon::sense::{canonical, canonical_noun, partial, verb_of};
use crate::lexicon::{awaits, ends, is_common, is_one, is_time_word, rules};
use crate::mention::{Mention, Referent};
use crate::syntax::{Morph, Rel, Tree, Upos, Word};
use crate::text::{Block, Span, lower};
use crate::value::{Place, Time};

/// The least weight of a word that tells what a clause is about.
const TELLING: u8 = 5;

/// What is looked up for each clause of a document.
pub(super) struct Index {
    /// The attributions whose content touches a sentence.
    attributions: FxHashMap<u32, Vec<u32>>,
    /// The factuality of an event mention.
    factuality: FxHashMap<u32, (Polarity, Modality)>,
    /// The actor of a mention.
    actors: FxHashMap<u32, u32>,
}

impl Index {
    pub(super) fn new(source: &Source<'_>) -> Self {
        let factuality = source.factuality.iter().map(|f| (f.mention, (f.polarity, f.modality)));
        let actors = source.actors.iter().zip(0..);
        let actors = actors.flat_map(|(a, i)| a.mentions.iter().map(move |&m| (m, i)));
        let mut index = Self {
            attributions: FxHashMap::default(),
            factuality: factuality.collect(),
            actors: actors.collect(),
        };
        for (attribution, number) in source.attributions.iter().zip(0..) {
            for &content in &attribution.content {
                index.touch(source, content, number);
            }
        }
        index
    }

    /// The actor of a mention.
    pub(super) fn actor(&self, mention: u32) -> Option<u32> {
        self.actors.get(&mention).copied()
    }

    fn touch(&mut self, source: &Source<'_>, content: Span, attribution: u32) {
        let first = source.trees.partition_point(|tree| tree.span.end <= content.start);
        let trees = source.trees[first..].iter().zip(first..);
        for (_, sentence) in trees.take_while(|(tree, _)| tree.span.start < content.end) {
            let sentence = u32::try_from(sentence).unwrap_or(u32::MAX);
            self.attributions.entry(sentence).or_default().push(attribution);
        }
    }
}

/// A clause and what its claims share.
pub(super) struct Clause<'a> {
    pub(super) source: &'a Source<'a>,
    pub(super) index: &'a Index,
    pub(super) tree: &'a Tree,
    pub(super) frame: &'a Frame,
    /// The clause head of each word of the sentence.
    pub(super) heads: Rc<[usize]>,
    /// The mentions of the sentence, by index.
    pub(super) mentions: Range<usize>,
    pub(super) factuality: (Polarity, Modality),
    pub(super) attribution: Vec<Attribution>,
    pub(super) time: Option<Time>,
    pub(super) place: Option<Place>,
}

impl<'a> Clause<'a> {
    /// The clauses of one sentence.
    pub(super) fn of(
        source: &'a Source<'a>,
        index: &'a Index,
        frames: &'a [Frame],
        mentions: Range<usize>,
    ) -> Vec<Self> {
        let Some(tree) = frames.first().and_then(|f| source.trees.get(f.sentence as usize)) else {
            return Vec::new();
        };
        let heads: Rc<[usize]> = super::super::frame::clauses(tree).into();
        let make = |frame: &'a Frame| {
            let mut clause = Self {
                source,
                index,
                tree,
                frame,
                heads: Rc::clone(&heads),
                mentions: mentions.clone(),
                factuality: (Polarity::Affirmed, Modality::Actual),
                attribution: Vec::new(),
                time: None,
                place: None,
            };
            clause.fill();
            clause
        };
        frames.iter().map(make).collect()
    }

    fn fill(&mut self) {
        self.factuality = self.read_factuality();
        self.attribution = self.read_attribution();
        let time = self.own().find_map(|m| match &m.referent {
            Referent::Time(time)
                if time.quantity.is_none()
                    && !vague(time)
                    && !self.is_prior(m)
                    && !self.is_of_noun(m)
                    && !self.is_of_subject(m)
                    && !self.is_dateline(m)
                    && !self.is_rate(m)
                    && !self.is_in_name(m)
                    && !self.is_of_second(m)
                    && !self.is_in_apposition(m)
                    && !self.is_than(m)
                    && !self.is_below_than(m)
                    && !self.is_of_other_time(m)
                    && !self.is_bare_unit(m) =>
            {
                Some(self.bounded_time(m, time))
            }
            _ => None,
        });
        let place = self.own().find_map(|m| match &m.referent {
            Referent::Place(place)
                if place.named && self.is_setting(m) && !self.is_of_second(m) =>
            {
                Some(place.clone())
            }
            _ => None,
        });
        self.time = time;
        self.place = place;
    }

    /// A time that cannot be placed, with the preposition before it: "since January".
    fn bounded_time(&self, mention: &Mention, time: &Time) -> Time {
        let words = &self.tree.words;
        let first = words.partition_point(|word| word.span.start < mention.span.start);
        let before = first.checked_sub(1).map(|before| words[before].span.of(self.source.text));
        let bound = before.filter(|word| {
            let placed = time.extent.is_some() || time.quantity.is_some();
            !placed
                && matches!(*word, "since" | "until" | "till" | "before" | "after" | "by" | "from")
        });
        let text =
            bound.map_or_else(|| time.text.clone(), |bound| format!("{bound} {}", time.text));
        Time { text, ..time.clone() }
    }

    /// "two of its *nine* brigades", "38 of the *150* seats": the whole that a number before is a part of.
    pub(super) fn is_taken_from(&self, mention: &Mention) -> bool {
        let words = &self.tree.words;
        let at = mention.head as usize;
        let number = |at: usize| words[at].upos == Upos::Num;
        // "none of the *six*"
        let counts = number(at) && words[at].rel != Rel::Nmod;
        let noun = if counts { self.tree.head(at).unwrap_or(at) } else { at };
        let of = self.tree.child(noun, Rel::Case).filter(|&of| &*words[of].lemma == "of");
        let some = |at: usize| number(at) || partial(&words[at].lemma.to_lowercase());
        let before = of.and_then(|of| of.checked_sub(1)).filter(|&before| some(before));
        // "two *of 11* games"
        let first = words.partition_point(|word| word.span.start < mention.span.start);
        let next = of.is_some_and(|of| of + 1 == first && number(first));
        let definite = self.tree.children(noun).any(|kid| {
            words[kid].rel == Rel::NmodPoss
                || words[kid].rel == Rel::Det && &*words[kid].lemma == "the"
        });
        let behind = of.is_some_and(|of| words[of].span.end <= mention.span.start);
        before.is_some() && (definite || next) && behind && noun != self.head()
    }

    /// "400 people in Leeds and *200 in York*": the place of a number that the tree takes for one more of the
    /// places.
    pub(super) fn place_behind(&self, mention: &Mention) -> Option<Place> {
        let words = &self.tree.words;
        let at = mention.head as usize;
        let number = |at: usize| words[at].upos == Upos::Num;
        let first = self.tree.head(at).filter(|_| words[at].rel == Rel::Conj && number(at))?;
        let next = words.get(at + 1).map(|next| next.lemma.to_lowercase());
        let same = !number(first) && next.is_some() && self.preposition(first) == next;
        let behind = words.get(at + 2).filter(|_| same)?;
        self.source.mentions[self.mentions.clone()].iter().find_map(|other| match &other.referent {
            Referent::Place(place) if other.span.start == behind.span.start => Some(place.clone()),
            _ => None,
        })
    }

    /// The mentions whose head is in this clause.
    fn own(&self) -> impl Iterator<Item = &'a Mention> + '_ {
        self.source.mentions[self.mentions.clone()].iter().filter(|mention| self.holds(mention))
    }

    /// Whether a mention of the sentence stands in this clause.
    pub(super) fn holds(&self, mention: &Mention) -> bool {
        self.heads.get(mention.head as usize) == Some(&self.head())
    }

    /// The index of the predicate.
    pub(super) const fn head(&self) -> usize {
        self.frame.head as usize
    }

    /// Whether the clause is a participle that hangs on another clause or a noun.
    pub(super) fn is_participle(&self) -> bool {
        let word = &self.tree.words[self.head()];
        let participle = matches!(word.morph, Morph::Participle | Morph::Past);
        let own = self.tree.children(self.head()).any(|kid| is_subject(self.tree.words[kid].rel));
        participle && !own && matches!(word.rel, Rel::Advcl | Rel::Acl | Rel::Obl | Rel::Xcomp)
    }

    /// The lemma of the predicate as such.
    pub(super) fn head_lemma(&self) -> &'a str {
        &self.tree.words[self.head()].lemma
    }

    pub(super) fn head_span(&self) -> Span {
        self.tree.words[self.head()].span
    }

    /// The clause head of word `at`.
    pub(super) fn clause_of(&self, at: usize) -> usize {
        self.heads[at]
    }

    pub(super) fn property(&self, what: &str) -> String {
        format!("open.{}.{what}", self.frame.predicate)
    }

    /// What is said to be so: the predicate, with what a copula joins to the subject.
    pub(super) fn outcome(&self) -> String {
        if self.frame.predicate == "be" {
            // "there was no strike"
            let there = self.tree.child(self.head(), Rel::Nsubj);
            let there = there.filter(|_| self.tree.child(self.head(), Rel::Expl).is_some());
            let what = there.unwrap_or_else(|| self.head());
            format!("be {}", self.tree.words[what].lemma.to_lowercase())
        } else {
            self.frame.predicate.clone()
        }
    }

    /// Whether it only tells that somebody speaks or thinks: who and when is no matter of its own,
    /// since people speak many times.
    pub(super) fn reports(&self) -> bool {
        let cue = reporting::verb(&self.frame.predicate);
        cue.is_some_and(|cue| cue.frames.clause && cue.frames.quote)
    }

    /// Whether it tells that somebody speaks, and not by whom a thing was made: "was *written* by Ada Holm".
    pub(super) fn speaks(&self) -> bool {
        let made = self.tree.child(self.head(), Rel::NsubjPass).is_some();
        self.reports() && (self.cues() || !made)
    }

    /// Whether its predicate is a cue of what somebody says, or a verb of thinking: "I don't feel
    /// that it works" denies what is felt.
    fn cues(&self) -> bool {
        let thinks = |cue: &Cue| cue.stance == Stance::Thinks;
        if reporting::verb(&self.frame.predicate).is_some_and(thinks) {
            return true;
        }
        let span = self.head_span();
        let here = self.index.attributions.get(&self.frame.sentence).into_iter().flatten();
        here.map(|&at| &self.source.attributions[at as usize])
            .any(|said| said.form != Form::Topic && said.cue.overlaps(span))
    }

    /// Whether the clause says enough to be compared as a whole.
    pub(super) fn tells(&self) -> bool {
        let example =
            self.head_lemma() == "include" && self.tree.words[self.head()].morph == Morph::Gerund;
        let untold = self.is_open_ended()
            || self.is_asked()
            || self.is_heading()
            || self.is_list()
            || self.is_held_against()
            || self.is_deed();
        if self.reports() && self.cues() || self.compels() || untold || example {
            return false;
        }
        let upos = self.tree.words[self.head()].upos;
        let clausal = matches!(upos, Upos::Verb | Upos::Aux) || self.frame.predicate == "be";
        let own = self.frame.keys.iter().filter(|k| !matches!(k.slot, Slot::Context));
        let telling = |key: &&Key| key.slot != Slot::Predicate && key.weight >= TELLING;
        clausal
            && (own.clone().count() >= 3
                || own.clone().count() == 2 && own.clone().any(|k| telling(&k))
                || own.count() == 1 && self.is_of_one())
    }

    /// "cost more than *planned*", "closed as *announced*": what the clause around it is held against.
    fn is_held_against(&self) -> bool {
        let head = self.head();
        let led = head.checked_sub(1).map_or("", |before| &*self.tree.words[before].lemma);
        let word = &self.tree.words[head];
        let participle = matches!(word.morph, Morph::Past | Morph::Participle);
        let own = [Rel::Nsubj, Rel::NsubjPass, Rel::Aux, Rel::AuxPass];
        let bare = own.iter().all(|&rel| self.tree.child(head, rel).is_none());
        // "as *follows*"
        let follows = word.morph == Morph::Present && led == "as";
        word.upos == Upos::Verb && (participle || follows) && bare && matches!(led, "than" | "as")
    }

    /// "she would *appeal*": whom the pronoun stands for is told of elsewhere.
    fn is_of_one(&self) -> bool {
        let head = self.head();
        let own = |&kid: &usize| matches!(self.tree.words[kid].rel, Rel::Nsubj | Rel::NsubjPass);
        let subject =
            self.tree.children(head).find(own).or_else(|| shared_subject(self.tree, head));
        let verb = &self.tree.words[head];
        verb.upos == Upos::Verb
            && !is_common(&verb.lemma)
            && subject.is_some_and(|at| is_one(&lower(&self.tree.words[at].lemma)))
    }

    /// "did *what* drivers do": nobody is told what.
    fn is_open_ended(&self) -> bool {
        let what =
            |at: usize| matches!(&*self.tree.words[at].lemma, "what" | "whichever" | "whatever");
        let head = self.head();
        let relative = matches!(self.tree.words[head].rel, Rel::AclRelcl | Rel::Acl);
        let own = |&kid: &usize| {
            let word = &self.tree.words[kid];
            let led = kid < head && word.rel == Rel::Advmod && &*word.lemma == "whichever";
            matches!(word.rel, Rel::Obj | Rel::Nsubj) || led
        };
        // "*what* analysts had expected"
        let led = |at: usize| {
            let first = self.tree.subtree(at).first().copied().unwrap_or(at);
            what(first) && self.tree.words[first].rel == Rel::Det
        };
        self.tree.children(head).filter(own).any(|kid| what(kid) || led(kid))
            || relative && self.tree.head(head).is_some_and(what)
    }

    /// "does not settle *who* owns it", "asked *how* it fell": a question within a sentence tells of nothing that it is so.
    fn is_asked(&self) -> bool {
        let asks = |at: usize| {
            let word = &self.tree.words[at];
            matches!(word.upos, Upos::Pron | Upos::Det | Upos::Adv)
                && matches!(&*word.lemma, "who" | "whom" | "which" | "whose" | "how" | "why")
        };
        let head = self.head();
        let told = !matches!(self.tree.words[head].rel, Rel::AclRelcl | Rel::AdvclRelcl | Rel::Acl);
        // "*how long* the client waits"
        let led = |kid: usize| {
            let first = self.tree.subtree(kid).first().copied().unwrap_or(kid);
            self.tree.words[kid].rel == Rel::Advmod && asks(first)
        };
        told && self.tree.children(head).any(|kid| kid < head && (asks(kid) || led(kid)))
    }

    /// "# *Creating* an account": a heading without a finite verb tells of nothing that it is so.
    pub(super) fn is_heading(&self) -> bool {
        let head = self.head();
        let words = &self.tree.words;
        let form = |at: usize| matches!(words[at].morph, Morph::Gerund | Morph::Participle);
        // "*Frequently asked* questions"
        let gerund = form(head) || words[0].morph == Morph::Gerund;
        let bare = [Rel::Nsubj, Rel::NsubjPass, Rel::Aux, Rel::Cop]
            .iter()
            .all(|&rel| self.tree.child(head, rel).is_none());
        // "Lodestar *4.2* release notes"
        let verb = |word: &Word| matches!(word.upos, Upos::Verb | Upos::Aux);
        let verbless = !words.iter().any(verb);
        let root = words[head].rel == Rel::Root;
        self.tree.block == Block::Heading && (verbless || root && gerund && bare)
    }

    /// "*Setting* the flag saves time": a deed that is told of, not that anybody does it.
    fn is_deed(&self) -> bool {
        let word = &self.tree.words[self.head()];
        let deed = matches!(word.rel, Rel::Csubj | Rel::CsubjPass) && word.morph == Morph::Gerund;
        // "*Fighting* in the north killed ten" tells what was.
        let verb = self.tree.head(self.head()).filter(|_| deed);
        // "*Voting* by proxy is not permitted" tells whether people may.
        let rule = |verb: &usize| rules(canonical(&self.tree.words[*verb].lemma));
        verb.filter(|verb| !rule(verb)).is_some_and(|verb| {
            let aux = self.tree.child(verb, Rel::Aux).or(self.tree.child(verb, Rel::Cop));
            let finite = &self.tree.words[aux.unwrap_or(verb)];
            finite.morph == Morph::Present && (aux.is_none() || &*finite.lemma != "have")
        })
    }

    /// "The most important ones are:", which a list tells.
    fn is_list(&self) -> bool {
        let last = self.tree.words.last().map(|word| word.span.of(self.source.text));
        let copula = self.tree.child(self.head(), Rel::Cop).or(Some(self.head()));
        let end = self.tree.words.len().checked_sub(2);
        last == Some(":") && self.frame.predicate == "be" && copula == end
    }

    /// "*has* to leave": the next verb tells what.
    fn compels(&self) -> bool {
        let to = |verb: usize| {
            let mark = self.tree.child(verb, Rel::Mark);
            mark.is_some_and(|mark| &*self.tree.words[mark].lemma == "to")
        };
        self.head_lemma() == "have" && self.tree.child(self.head(), Rel::Xcomp).is_some_and(to)
    }

    /// Whether a name or place says something of the clause: not the speaker of it ("according to
    /// the UN"), no common noun ("Rescuers"), no unit of a number or part of a date ("5 GB", "Since
    /// March"), no dateline.
    pub(super) fn tells_of(&self, mention: &Mention) -> bool {
        if matches!(mention.referent, Referent::Quantity { .. }) {
            return true;
        }
        let fragment = self.tree.words[self.head()].upos == Upos::Propn
            && self.tree.child(self.head(), Rel::Cop).is_none();
        if !matches!(mention.referent, Referent::Place(_) | Referent::Actor(_)) {
            let lasts =
                matches!(&mention.referent, Referent::Time(time) if time.quantity.is_some());
            return !fragment && (lasts || !self.is_verbless());
        }
        let speaks = |link: &Attribution| link.speaker.is_some_and(|s| s.contains(mention.span));
        // "*according* to the deputy governor"
        let source = reporting::source(self.head_span().of(self.source.text)).is_some();
        let cue =
            |link: &Attribution| source && link.cue.overlaps(self.head_span()) && speaks(link);
        let place = matches!(mention.referent, Referent::Place(_));
        // "the *Brook* Farm dairy": a part of a longer name.
        let at = mention.head as usize;
        let within = self.tree.head(at).is_some_and(|up| {
            let words = &self.tree.words;
            matches!(words[at].rel, Rel::Compound | Rel::Flat)
                && words[up].upos == Upos::Propn
                && !mention.span.contains(words[up].span)
        });
        if within && place {
            return false;
        }
        let proper = |word: &&Word| word.upos == Upos::Propn && mention.span.contains(word.span);
        let measures = |other: &Mention| {
            let value = matches!(other.referent, Referent::Quantity { .. } | Referent::Time(_));
            value && other.span.overlaps(mention.span)
        };
        let here = &self.source.mentions[self.mentions.clone()];
        !fragment
            && !self.is_verbless()
            && (place || self.tree.words.iter().any(|word| proper(&word)))
            && !self.attribution.iter().any(speaks)
            && !self.links().any(cue)
            && !here.iter().any(measures)
    }

    /// Whether the clause has no verb that could say when, where or who: a dateline, a phrase.
    pub(super) fn is_verbless(&self) -> bool {
        let head = self.head();
        let noun = matches!(
            self.tree.words[head].upos,
            Upos::Noun | Upos::Num | Upos::Propn | Upos::Adj | Upos::Adv
        );
        noun && self.frame.predicate != "be" && {
            let told = |kid: usize| {
                is_subject(self.tree.words[kid].rel) || self.tree.words[kid].rel == Rel::Aux
            };
            !self.tree.children(head).any(told)
        }
    }

    /// The noun that a mention's number counts, or the word it hangs on.
    pub(super) fn noun(&self, mention: &Mention) -> &'a str {
        let at = mention.head as usize;
        let noun = |i: usize| matches!(self.tree.words[i].upos, Upos::Noun | Upos::Propn);
        let found = if noun(at) { Some(at) } else { self.tree.head(at).filter(|&i| noun(i)) };
        found.map_or("number", |i| &self.tree.words[i].lemma)
    }

    fn read_factuality(&self) -> (Polarity, Modality) {
        let span = self.head_span();
        let read = self.mentions.clone().find_map(|i| {
            let mention = &self.source.mentions[i];
            let event = matches!(mention.referent, Referent::Event { .. });
            let here = event && mention.span.overlaps(span);
            self.index.factuality.get(&u32::try_from(i).ok()?).filter(|_| here)
        });
        match read {
            Some(read) => *read,
            None => self.source.factuality(self.frame.sentence as usize, self.head()),
        }
    }

    /// Those who are reported as saying the clause, outermost first.
    fn read_attribution(&self) -> Vec<Attribution> {
        attribution::chain(self.links(), self.head_span())
    }

    /// The attributions whose content reaches into the sentence.
    fn links(&self) -> impl Iterator<Item = &'a Attribution> + '_ {
        let here = self.index.attributions.get(&self.frame.sentence);
        here.into_iter().flatten().map(|&at| &self.source.attributions[at as usize])
    }

    /// Where a place mention stands, if it tells where something is.
    pub(super) fn location(&self, mention: &Mention) -> Option<&'static str> {
        match self.preposition(mention.head as usize).as_deref() {
            Some("to" | "into" | "toward" | "towards") => Some("destination"),
            Some("from") => Some("origin"),
            Some("in" | "at" | "near" | "on" | "around" | "outside" | "inside" | "across") => {
                Some("place")
            }
            _ => None,
        }
    }

    /// Whether a place tells where all of the clause is, not where a noun is that says why, with what or by
    /// whom: "failed *after talks in Geneva*", "radios *for a post in Kisumu*", "the court *in Arusha* ordered it".
    fn is_setting(&self, mention: &Mention) -> bool {
        if self.location(mention) != Some("place") {
            return false;
        }
        let words = &self.tree.words;
        let mut at = self.first_of(mention.head as usize);
        while let Some(above) = self.tree.head(at).filter(|_| at != self.head()) {
            if above == self.head() {
                return true;
            }
            let noun = self.first_of(above);
            match self.preposition(noun).as_deref() {
                Some(
                    "of" | "in" | "at" | "near" | "on" | "around" | "outside" | "inside" | "across"
                    | "to" | "into" | "from" | "through" | "off" | "aboard",
                ) => {}
                Some(_) => return false,
                None if is_subject(words[noun].rel) => {
                    let passive = words[noun].rel == Rel::NsubjPass;
                    let lemma = &words[noun].lemma;
                    let counted = self.tree.child(noun, Rel::Nummod).is_some();
                    return passive || counted || is_event(lemma) || verb_of(lemma).is_some();
                }
                None => {}
            }
            at = noun;
        }
        true
    }

    /// Whether the subject is a part of a kind ("some people", "three of them"), so that denying
    /// the clause says nothing of others.
    pub(super) fn quantified(&self) -> bool {
        let subject = self.tree.children(self.head()).find(|&c| is_subject(self.tree.words[c].rel));
        // "the first ten minutes", "these three" are all that there are.
        let definite = |at: usize| {
            let whole = |kid: usize| {
                let word = &self.tree.words[kid];
                word.rel == Rel::NmodPoss
                    || matches!(
                        &*word.lemma.to_lowercase(),
                        "the" | "this" | "that" | "all" | "both"
                    )
            };
            self.tree.children(at).any(whole)
        };
        let some = |at: usize| {
            let word = &self.tree.words[at];
            let number = word.upos == Upos::Num && word.rel == Rel::Nummod;
            number || partial(&word.lemma.to_lowercase())
        };
        subject.is_some_and(|at| some(at) || !definite(at) && self.tree.children(at).any(some))
    }

    /// Whether what the clause denies was so before, or may become so.
    pub(super) fn turn(&self) -> Option<Change> {
        turn(self.source.text, self.tree, self.head())
            .filter(|_| self.factuality.0 == Polarity::Negated)
    }

    /// The role of a name that fills an argument of the predicate.
    pub(super) fn name_role(&self, mention: &Mention) -> Option<String> {
        let at = self.first_of(mention.head as usize);
        let words = &self.tree.words;
        // "the Ostrel copper *mine*"
        let whole = |&noun: &usize| {
            words[noun].rel == Rel::Compound && !mention.span.contains(words[noun].span)
        };
        let above = self.tree.head(at)?;
        let above =
            match self.tree.head(above).filter(|_| words[at].rel == Rel::Compound && whole(&above))
            {
                Some(whole) if words[whole].upos == Upos::Noun => whole,
                _ => above,
            };
        if above != self.head() {
            let word = &self.tree.words[above];
            // "a vigil Sunday evening *outside Holm High School*": the time is no role.
            if is_time_word(&word.lemma.to_lowercase()) {
                return self.preposition(at);
            }
            let noun = matches!(word.upos, Upos::Noun) && !mention.span.contains(word.span);
            return noun.then(|| word.lemma.to_lowercase());
        }
        match self.tree.words[at].rel {
            Rel::Nsubj if passive(self.tree, self.head()) => Some("patient".to_owned()),
            Rel::Nsubj | Rel::OblAgent => Some("agent".to_owned()),
            Rel::NsubjPass | Rel::Obj => Some("patient".to_owned()),
            Rel::Iobj => Some("recipient".to_owned()),
            Rel::Obl => self.preposition(at),
            _ => None,
        }
    }

    /// The first of those that word `at` is joined to by "and" or "or", or the noun that it names:
    /// "*goalkeeper* Ada Holm".
    pub(super) fn first_of(&self, mut at: usize) -> usize {
        for _ in 0..8 {
            match self
                .tree
                .head(at)
                .filter(|_| matches!(self.tree.words[at].rel, Rel::Conj | Rel::Appos | Rel::Flat))
            {
                Some(above) if above != self.head() => at = above,
                _ => break,
            }
        }
        at
    }

    /// The meanings of the nouns and adjectives that restrict the noun at `at`.
    pub(super) fn below(&self, at: usize) -> Vec<String> {
        let restricts = |kid: &usize| {
            let word = &self.tree.words[*kid];
            matches!(word.rel, Rel::Amod | Rel::Compound | Rel::Nmod)
                && matches!(word.upos, Upos::Noun | Upos::Adj)
        };
        let kids = self.tree.children(at).filter(restricts);
        kids.map(|kid| canonical_noun(&self.tree.words[kid].lemma).to_owned()).collect()
    }

    /// The mention of whoever owns the noun at `at`: "Moscow's refusal".
    pub(super) fn owner(&self, at: usize) -> Option<u32> {
        let owner = self.tree.child(at, Rel::NmodPoss)?;
        let span = self.tree.words[owner].span;
        self.mentions.clone().find_map(|i| {
            let mention = &self.source.mentions[i];
            let named = matches!(mention.referent, Referent::Actor(_) | Referent::Place(_));
            u32::try_from(i).ok().filter(|_| named && mention.span.contains(span))
        })
    }

    /// The preposition of word `at`.
    pub(super) fn preposition(&self, at: usize) -> Option<String> {
        let case = self.tree.child(at, Rel::Case)?;
        Some(self.tree.words[case].lemma.to_lowercase())
    }
}

/// What a predicate's surroundings tell of a change: "no longer", "yet", "fixed a bug where".
pub(in crate::claim) fn turn(text: &str, tree: &Tree, head: usize) -> Option<Change> {
    let above = tree.head(head);
    let rel = tree.words[head].rel;
    if rel == Rel::AclRelcl && above.is_some_and(|noun| is_mended(tree, noun)) {
        return Some(Change::Ended);
    }
    let form = |at: usize| tree.words[at].span.of(text).to_lowercase();
    let mut kids = tree.children(head).filter(|&kid| tree.words[kid].rel == Rel::Advmod);
    kids.find_map(|kid| {
        let word = form(kid);
        let before = kid.checked_sub(1).map(form);
        let pair = before.map_or_else(String::new, |before| format!("{before} {word}"));
        match () {
            () if ends(&word) || ends(&pair) => Some(Change::Ended),
            () if awaits(&word) || awaits(&pair) => Some(Change::Awaited),
            () => None,
        }
    })
}

/// "recent", "current", "now": no time that two texts could share.
pub(super) fn vague(time: &Time) -> bool {
    time.timex.ends_with("_REF")
}
