//! The sentences of a document by grammatical function, with the mentions that stand on each word.

use std::borrow::Cow;

use super::{Attribution, Source};
use crate::lexicon::{reporting, status_verb};
use crate::mention::Referent;
use crate::syntax::{Morph, Rel, Tree, Upos, Word};
use crate::text::{Span, lower};
use crate::value::{Name, Place, Quantity, Time};

/// Whether a word is a relative pronoun. Words of grammar of which English makes no new ones stand here,
/// and nowhere else.
pub(super) fn is_relative(word: &str) -> bool {
    matches!(word, "who" | "whom" | "whose" | "which" | "that")
}

/// Whether a word means whoever does what the verb says.
pub(super) fn is_reflexive(word: &str) -> bool {
    matches!(word, "himself" | "herself" | "itself" | "themselves")
}

/// A word of the document: its sentence and its place in the sentence's tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct At {
    /// Index into the trees.
    pub(super) sentence: usize,
    /// Index into the words of the tree.
    pub(super) word: usize,
}

/// The trees of a document, indexed once by the mentions on each word.
#[derive(Debug)]
pub(super) struct Grammar<'a> {
    pub(super) source: Source<'a>,
    /// The words in lower case: every reader asks for them again.
    forms: Vec<Vec<Cow<'a, str>>>,
    on: Vec<Vec<Vec<u32>>>,
    actors: Vec<Option<u32>>,
    facts: Vec<Option<u32>>,
    attributed: Vec<Vec<u32>>,
}

/// Sentences of more words are not read: they are tables or lists that no parser reads well.
const LONGEST: usize = 400;

impl<'a> Grammar<'a> {
    pub(super) fn new(source: Source<'a>) -> Self {
        let mut actors = vec![None; source.mentions.len()];
        for (i, actor) in (0u32..).zip(source.actors) {
            for &mention in &actor.mentions {
                actors[mention as usize] = Some(i);
            }
        }
        let mut facts = vec![None; source.mentions.len()];
        for (i, fact) in (0u32..).zip(source.factuality) {
            facts[fact.mention as usize] = Some(i);
        }
        let form = |word: &Word| lower(word.span.of(source.text));
        let forms = source.trees.iter().map(|tree| tree.words.iter().map(form).collect()).collect();
        let attributed = attributions_by_sentence(source);
        Self { source, forms, on: words_of_mentions(source), actors, facts, attributed }
    }

    /// All words that are read, in order.
    pub(super) fn words(&self) -> impl Iterator<Item = At> + '_ {
        let lengths = self.source.trees.iter().map(|tree| tree.words.len()).enumerate();
        lengths
            .filter(|(_, length)| *length <= LONGEST)
            .flat_map(|(sentence, length)| (0..length).map(move |word| At { sentence, word }))
    }

    pub(super) fn tree(&self, at: At) -> &'a Tree {
        &self.source.trees[at.sentence]
    }

    pub(super) fn word(&self, at: At) -> &'a Word {
        &self.source.trees[at.sentence].words[at.word]
    }

    pub(super) fn lemma(&self, at: At) -> &'a str {
        &self.word(at).lemma
    }

    /// The word as it is written, in lower case.
    pub(super) fn form(&self, at: At) -> Cow<'_, str> {
        Cow::Borrowed(&self.forms[at.sentence][at.word])
    }

    pub(super) fn upos(&self, at: At) -> Upos {
        self.word(at).upos
    }

    pub(super) fn rel(&self, at: At) -> Rel {
        self.word(at).rel
    }

    pub(super) fn is_plural(&self, at: At) -> bool {
        self.word(at).morph == Morph::Plural
    }

    pub(super) fn head(&self, at: At) -> Option<At> {
        self.word(at).head.map(|word| At { word: word as usize, ..at })
    }

    pub(super) fn kids(&self, at: At) -> impl Iterator<Item = At> + '_ {
        self.tree(at).children(at.word).map(move |word| At { word, ..at })
    }

    pub(super) fn kid(&self, at: At, rels: &[Rel]) -> Option<At> {
        self.kids(at).find(|&kid| rels.contains(&self.rel(kid)))
    }

    /// The heads above a word, nearest first.
    pub(super) fn above(&self, at: At) -> impl Iterator<Item = At> + '_ {
        std::iter::successors(self.head(at), |&up| self.head(up)).take(LONGEST)
    }

    /// The words next to this one in the sentence.
    pub(super) fn next(&self, at: At) -> Option<At> {
        let word = at.word + 1;
        (word < self.tree(at).words.len()).then_some(At { word, ..at })
    }

    pub(super) fn previous(&self, at: At) -> Option<At> {
        Some(At { word: at.word.checked_sub(1)?, ..at })
    }

    /// A word and those coordinated with it, when it is the first of them; nouns also with those
    /// that the tree puts under one of these.
    pub(super) fn conjuncts(&self, at: At) -> Vec<At> {
        let mut all = vec![at];
        let mut next = 0;
        while let Some(&from) = all.get(next).filter(|_| all.len() < LONGEST) {
            let deeper = next == 0 || self.is_nominal(from);
            all.extend(self.kids(from).filter(|&kid| deeper && self.rel(kid) == Rel::Conj));
            next += 1;
        }
        all.sort_unstable();
        all
    }

    /// The first of the words that this one is coordinated with.
    pub(super) fn lead(&self, at: At) -> At {
        let mut lead = at;
        while self.rel(lead) == Rel::Conj {
            match self.head(lead) {
                Some(head) => lead = head,
                None => break,
            }
        }
        lead
    }

    /// The preposition of a phrase, of its first conjunct when it has none of its own.
    pub(super) fn preposition(&self, at: At) -> Option<&'a str> {
        let own = |at| self.kid(at, &[Rel::Case]).map(|case| self.lemma(case));
        own(at).or_else(|| own(self.lead(at)))
    }

    /// The phrases with a preposition that depend on a word.
    pub(super) fn phrases(&self, at: At) -> impl Iterator<Item = (&'a str, At)> + '_ {
        let rels = [Rel::Obl, Rel::Nmod, Rel::OblAgent];
        let kids = self.kids(at).filter(move |&kid| rels.contains(&self.rel(kid)));
        kids.filter_map(|kid| Some((self.preposition(kid)?, kid)))
    }

    /// Whether it is a verb: by its tag or, where headlines mislead the tagger, by its object or
    /// by the name right before it ("Kenya Calls for Talks").
    pub(super) fn is_verb(&self, at: At) -> bool {
        match self.upos(at) {
            Upos::Verb => true,
            Upos::Noun | Upos::Propn => {
                self.kid(at, &[Rel::Obj]).is_some() || self.headline_subject(at).is_some()
            }
            _ => false,
        }
    }

    /// The name before a headline's verb that was taken for a plural noun.
    fn headline_subject(&self, at: At) -> Option<At> {
        let name = At { word: at.word.checked_sub(1)?, ..at };
        let fits = self.rel(at) == Rel::Root
            && self.word(at).morph == Morph::Plural
            && self.rel(name) == Rel::Compound
            && self.head(name) == Some(at)
            && status_verb(self.lemma(at)).is_some()
            && self
                .on(name)
                .any(|(_, referent)| matches!(referent, Referent::Place(_) | Referent::Actor(_)));
        fits.then_some(name)
    }

    /// Whether a verb form is passive: an auxiliary says so, or it is a bare past participle that
    /// modifies a noun ("the men killed").
    pub(super) fn is_passive(&self, at: At) -> bool {
        if self.kid(at, &[Rel::AuxPass, Rel::NsubjPass]).is_some() {
            return true;
        }
        let participle = matches!(self.word(at).morph, Morph::Participle | Morph::Past);
        if self.kid(at, &[Rel::Cop]).is_some() && self.kid(at, &[Rel::Obj]).is_none() {
            return true;
        }
        let bare = self.kid(at, &[Rel::Nsubj, Rel::Aux, Rel::Obj]).is_none();
        match self.rel(at) {
            Rel::Acl | Rel::Amod | Rel::Xcomp => participle && bare,
            Rel::Conj => bare && self.head(at).is_some_and(|head| self.is_passive(head)),
            Rel::Root | Rel::Parataxis => participle && bare && self.shows_no_tense(at),
            _ => false,
        }
    }

    /// Headlines leave out "were": "Three killed in crash".
    fn shows_no_tense(&self, at: At) -> bool {
        self.word(at).morph == Morph::Participle && self.kid(at, &[Rel::Cop, Rel::Expl]).is_none()
    }

    /// The subject of a verb or predicate: its own, that of the verb it is coordinated with, the
    /// noun it modifies, or the one that a governing verb lends it.
    pub(super) fn subject(&self, at: At) -> Option<At> {
        self.subject_within(at, 6)
    }

    fn subject_within(&self, at: At, depth: u8) -> Option<At> {
        let own = self.kid(at, &[Rel::Nsubj, Rel::NsubjPass]);
        if let Some(own) = own {
            return Some(self.antecedent(own, at));
        }
        if let Some(name) = self.headline_subject(at) {
            return Some(name);
        }
        let head = self.head(at)?;
        let depth = depth.checked_sub(1)?;
        match self.rel(at) {
            Rel::Acl | Rel::AclRelcl if self.is_nominal(head) => Some(head),
            Rel::Advcl if self.called_on(head, at).is_some() => self.called_on(head, at),
            Rel::Conj | Rel::Advcl => self.subject_within(head, depth),
            Rel::Parataxis if self.goes_on(head, at) => self.subject_within(head, depth),
            Rel::Xcomp => self.object(head).or_else(|| self.subject_within(head, depth)),
            _ => None,
        }
    }

    /// "called on *the minister* to resign": who is asked to do what the infinitive says.
    fn called_on(&self, verb: At, at: At) -> Option<At> {
        let to = self.kid(at, &[Rel::Mark]).filter(|&mark| self.lemma(mark) == "to")?;
        let (preposition, asked) =
            self.phrases(verb).filter(|(_, kid)| verb < *kid && *kid < to).last()?;
        let row = reporting::verb(&format!("{} {preposition}", self.lemma(verb)));
        let near = self
            .previous(to)
            .is_some_and(|last| last == asked || self.above(last).take(3).any(|up| up == asked));
        row.filter(|row| row.frames.object_to && near).map(|_| asked)
    }

    /// "shot his brother, wounded a guard and fled": a verb after a comma that has the form of the
    /// one it is put beside goes on with the same subject.
    fn goes_on(&self, first: At, at: At) -> bool {
        let comma = self.previous(at).is_some_and(|comma| self.form(comma) == ",");
        let finite = self.upos(first) == Upos::Verb && self.upos(at) == Upos::Verb;
        comma && first < at && finite && self.word(first).morph == self.word(at).morph
    }

    /// What a relative pronoun stands for; other words stand for themselves.
    pub(super) fn antecedent(&self, at: At, verb: At) -> At {
        let relative = is_relative(self.lemma(at)) && self.lemma(at) != "whose";
        let clause = std::iter::once(verb).chain(self.above(verb)).take(4);
        let noun = clause.filter(|&up| self.rel(up) == Rel::AclRelcl).find_map(|up| self.head(up));
        if relative { noun.unwrap_or(at) } else { at }
    }

    /// The object of a verb, also of the verb it is coordinated with when both share it.
    pub(super) fn object(&self, at: At) -> Option<At> {
        if let Some(own) = self.kid(at, &[Rel::Obj]) {
            return Some(self.antecedent(own, at));
        }
        let next = self.kids(at).find(|&kid| self.rel(kid) == Rel::Conj && self.is_verb(kid))?;
        let adjacent = next.word <= at.word + 3 && self.kid(at, &[Rel::Obl]).is_none();
        let free = adjacent && self.kid(next, &[Rel::Nsubj, Rel::NsubjPass]).is_none();
        if free { self.kid(next, &[Rel::Obj]) } else { None }
    }

    pub(super) fn is_nominal(&self, at: At) -> bool {
        matches!(self.upos(at), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num)
    }

    /// The mentions that stand on a word.
    pub(super) fn on(&self, at: At) -> impl Iterator<Item = (u32, &'a Referent)> + '_ {
        let on = &self.on[at.sentence][at.word];
        on.iter().map(|&i| (i, &self.source.mentions[i as usize].referent))
    }

    /// The event mention on a word.
    pub(super) fn event_mention(&self, at: At) -> Option<u32> {
        let is_here = |i: &u32| {
            let mention = &self.source.mentions[*i as usize];
            mention.head as usize == at.word && mention.sentence as usize == at.sentence
        };
        let events = self.on(at).filter(|(_, r)| matches!(r, Referent::Event { .. }));
        events.map(|(i, _)| i).find(is_here)
    }

    /// The quantity that counts or measures a word: one that stands on it or on its number.
    pub(super) fn quantity(&self, at: At) -> Option<(u32, &'a Quantity)> {
        let direct = self.quantity_on(at);
        direct.or_else(|| self.quantity_on(self.kid(at, &[Rel::Nummod])?))
    }

    pub(super) fn quantity_on(&self, at: At) -> Option<(u32, &'a Quantity)> {
        self.on(at).find_map(|(i, referent)| match referent {
            Referent::Quantity { value, .. } => Some((i, value)),
            _ => None,
        })
    }

    pub(super) fn time_on(&self, at: At) -> Option<(u32, &'a Time)> {
        self.on(at).find_map(|(i, referent)| match referent {
            Referent::Time(value) => Some((i, value)),
            _ => None,
        })
    }

    pub(super) fn place_on(&self, at: At) -> Option<(u32, &'a Place)> {
        self.on(at).find_map(|(i, referent)| match referent {
            Referent::Place(value) => Some((i, value)),
            _ => None,
        })
    }

    pub(super) fn name_on(&self, at: At) -> Option<(u32, &'a Name)> {
        self.on(at).find_map(|(i, referent)| match referent {
            Referent::Actor(value) => Some((i, value)),
            _ => None,
        })
    }

    /// The actor of the document that a word names.
    pub(super) fn actor_on(&self, at: At) -> Option<u32> {
        self.on(at).find_map(|(i, _)| self.actors[i as usize])
    }

    /// The actor that a word names, or the country that acts under the name of a place.
    pub(super) fn party_on(&self, at: At) -> Option<u32> {
        self.actor_on(at).or_else(|| {
            let (_, place) = self.place_on(at)?;
            let code = place.path.first().filter(|_| place.path.len() == 1)?;
            let is = |actor: &super::Actor| actor.name.country.as_ref() == Some(code);
            u32::try_from(self.source.actors.iter().position(is)?).ok()
        })
    }

    /// The span of a mention.
    pub(super) fn span_of(&self, mention: u32) -> Span {
        self.source.mentions[mention as usize].span
    }

    /// What factuality was read for the event mention on a word.
    pub(super) fn fact(&self, at: At) -> Option<&'a super::Factuality> {
        let fact = self.facts[self.event_mention(at)? as usize]?;
        Some(&self.source.factuality[fact as usize])
    }

    /// The attributions whose content reaches into the sentence of a word.
    pub(super) fn attributions(&self, at: At) -> impl Iterator<Item = &'a Attribution> + '_ {
        let here = &self.attributed[at.sentence];
        here.iter().map(|&i| &self.source.attributions[i as usize])
    }

    /// The words of a noun phrase: the head with what stands between its outermost modifiers,
    /// without clauses, appositions and coordinated phrases.
    pub(super) fn phrase(&self, at: At) -> Span {
        let rels = [
            Rel::Det,
            Rel::DetPredet,
            Rel::Amod,
            Rel::Nummod,
            Rel::Compound,
            Rel::Flat,
            Rel::Fixed,
            Rel::NmodPoss,
            Rel::Case,
        ];
        let mut span = self.word(at).span;
        for kid in self.kids(at).filter(|&kid| rels.contains(&self.rel(kid))) {
            if self.rel(kid) != Rel::Case || kid.word > at.word {
                span = span.cover(self.phrase_part(kid));
            }
        }
        span
    }

    fn phrase_part(&self, at: At) -> Span {
        let own = self.word(at).span;
        self.kids(at).fold(own, |span, kid| span.cover(self.word(kid).span))
    }

    /// The span of the clause that a word belongs to: its sentence, cut to the part between
    /// semicolons when that is long.
    pub(super) fn clause(&self, at: At) -> Span {
        let tree = self.tree(at);
        let is_cut = |i: &usize| {
            let form = tree.words[*i].span.of(self.source.text);
            form == ";" || form == "\n"
        };
        let from = (0..at.word).rev().find(is_cut).map_or(0, |i| i + 1);
        let to = (at.word..tree.words.len()).find(is_cut).unwrap_or(tree.words.len());
        tree.words[from].span.cover(tree.words[to.max(from + 1) - 1].span)
    }

    /// The lemmas that restrict a word: its modifiers and objects and theirs, nearest first.
    pub(super) fn dependents(&self, at: At) -> Vec<At> {
        let mut found: Vec<At> = Vec::new();
        for kid in self.kids(at) {
            found.push(kid);
            found.extend(self.kids(kid).filter(|&below| self.rel(below) != Rel::Punct));
        }
        found
    }
}

/// For each sentence the attributions whose content reaches into it.
fn attributions_by_sentence(source: Source<'_>) -> Vec<Vec<u32>> {
    let mut by_sentence = vec![Vec::new(); source.trees.len()];
    for (i, attribution) in (0u32..).zip(source.attributions) {
        for content in &attribution.content {
            let first = source.trees.partition_point(|tree| tree.span.end <= content.start);
            let trees = source.trees.iter().zip(&mut by_sentence).skip(first);
            for (_, here) in trees.take_while(|(tree, _)| tree.span.start < content.end) {
                if here.last() != Some(&i) {
                    here.push(i);
                }
            }
        }
    }
    by_sentence
}

/// For each word of each sentence the mentions whose span holds it.
fn words_of_mentions(source: Source<'_>) -> Vec<Vec<Vec<u32>>> {
    let mut on: Vec<Vec<Vec<u32>>> =
        source.trees.iter().map(|tree| vec![Vec::new(); tree.words.len()]).collect();
    for (i, mention) in (0u32..).zip(source.mentions) {
        let sentence = mention.sentence as usize;
        let words = &source.trees[sentence].words;
        let first = words.partition_point(|word| word.span.end <= mention.span.start);
        for (word, on) in words.iter().zip(&mut on[sentence]).skip(first) {
            if word.span.start >= mention.span.end {
                break;
            }
            on.push(i);
        }
    }
    on
}
