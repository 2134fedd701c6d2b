//! Where a time is seen from: the day of publication, the time spoken of, the tense.

use std::ops::RangeInclusive;

use jiff::civil::Date as Day;

use super::atom::Atom;
use super::shape::Node;
use crate::lexicon::context::{self, Role};
use crate::lexicon::time::{List, TimeWord, listed, time_word};
use crate::syntax::{Morph, Rel, Tree, Upos, Word, participle_of};
use crate::text::lower;
use crate::value::{Date, Grain, Instant, Period};

/// Which side of now a clause speaks of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Tense {
    /// Before now.
    Past,
    /// After now.
    Future,
    /// Neither is said.
    #[default]
    Open,
    /// Neither, though a verb in the present governs the time, as in headlines.
    Present,
}

/// From where a time is seen.
#[derive(Debug, Clone, Default)]
pub(super) struct Anchor {
    /// The publication, at midnight when only its day is known.
    pub(super) now: Option<Instant>,
    /// Whether the time of day of `now` is known.
    pub(super) timed: bool,
    /// The tense around the expression.
    pub(super) tense: Tense,
    /// The last date that was named.
    pub(super) topic: Option<Period>,
    /// The last quarter that was named.
    pub(super) quarter: Option<Period>,
    /// Whether that was in this sentence or the one before.
    pub(super) quarter_near: bool,
    /// Whether the text tells of times long past, so that months follow the last date named and
    /// not the day of publication.
    pub(super) narrative: bool,
    /// The tense where the clause shows none: of a text with past verbs open, else future.
    pub(super) story: Tense,
    /// Whether a verb in the present governs the expression.
    pub(super) present: bool,
    /// Whether the text hardly says "yesterday" or "Monday" and names years instead.
    pub(super) history: bool,
    /// Whether the text tells of a fiscal year, so that its quarters need not be those of the
    /// calendar.
    pub(super) accounts: bool,
    /// The first day that the text tells of: that of its news.
    pub(super) lead: Option<Period>,
    topic_at: u32,
    quarter_at: u32,
    /// Where the paragraph of the sentence begins.
    paragraph: u32,
}

impl Anchor {
    pub(super) fn new(published: Option<Date>) -> Self {
        let now = published
            .map(|date| date.day.to_datetime(date.time.unwrap_or(jiff::civil::Time::midnight())));
        let timed = published.is_some_and(|date| date.time.is_some());
        Self { now, timed, ..Self::default() }
    }

    pub(super) fn today(&self) -> Option<Day> {
        self.now.map(Instant::date)
    }

    /// The day that a name without a year is looked for around.
    pub(super) fn reference(&self) -> Option<Day> {
        match self.topic {
            Some(topic) if self.narrative => Some(topic.first()),
            _ => self.today(),
        }
    }

    /// The day that is spoken of, for cells of `grain`: the last date named when it is no coarser,
    /// else today.
    pub(super) fn reference_of(&self, grain: Grain) -> Option<Day> {
        match self.topic {
            Some(topic) if topic.grain() <= grain => Some(topic.first()),
            _ => self.today(),
        }
    }

    pub(super) fn topic_is_day(&self) -> bool {
        self.topic.is_some_and(|topic| topic.grain() == Grain::Day)
    }

    /// The day of a time of day that has none: the last one named in the paragraph, else that of the news.
    pub(super) fn day_told(&self) -> Option<Day> {
        match self.lead {
            Some(lead) if self.topic_at < self.paragraph && !self.history => Some(lead.first()),
            _ if self.topic_is_day() => self.reference_of(Grain::Day),
            _ => None,
        }
    }

    pub(super) fn unanchored(&self) -> Self {
        Self::default()
    }

    /// Prepares for an expression of `sentence`, in the paragraph that begins with sentence `paragraph`.
    pub(super) fn move_to(&mut self, sentence: u32, paragraph: u32, tense: Tense, atoms: &[Atom]) {
        self.paragraph = paragraph;
        self.present = tense == Tense::Present;
        let open = matches!(tense, Tense::Open | Tense::Present);
        self.tense = if open { self.story } else { tense };
        self.quarter_near = self.quarter.is_some() && sentence.saturating_sub(self.quarter_at) <= 3;
        let near = sentence.saturating_sub(self.topic_at) <= 3;
        // "is set for April" is seen from now, "was set for April" from the time spoken of.
        let back = |atom: &Atom| matches!(&*atom.lower, "would" | "was" | "were" | "had");
        let coming = tense == Tense::Future && !atoms.iter().any(back);
        // Without a day of publication nobody can tell whether "in June" of the next paragraph is of the year in
        // which the firm was founded.
        let told_on = self.now.is_some() || self.topic_at >= paragraph;
        self.narrative = near && told_on && self.history && self.topic.is_some() && !coming;
    }

    /// Remembers a date that was named in `sentence`.
    pub(super) fn mentioned(&mut self, cell: Period, sentence: u32) {
        // "losses through the third quarter of 1990" are to come: what is told is of none of them.
        let ahead = self.today().is_some_and(|today| cell.first() > today);
        if cell.grain() == Grain::Quarter && !ahead {
            (self.quarter, self.quarter_at) = (Some(cell), sentence);
        }
        if cell.grain() == Grain::Day && sentence < 3 && !ahead {
            self.lead = self.lead.or(Some(cell));
        }
        if cell.grain() <= Grain::Year {
            (self.topic, self.topic_at) = (Some(cell), sentence);
        }
    }
}

/// The tense around an expression: that of the verb it depends on, else the nearest word before it
/// that shows one, else the nearest after it.
pub(super) fn tense(atoms: &[Atom], node: &Node, tree: Option<&Tree>, head: u32) -> Tense {
    let own = (atoms[node.start].place.1 as usize)..=(atoms[node.end - 1].place.1 as usize);
    if let Some(tense) = tree.and_then(|tree| of_verb(tree, head as usize, &own)) {
        return tense;
    }
    let before = atoms[..node.start].iter().rev().take(25).find_map(cue);
    before.or_else(|| atoms[node.end..].iter().take(25).find_map(cue)).unwrap_or_default()
}

/// Whether the verb above word `head` changes a date: "was moved to 5 May".
pub(super) fn moves(tree: &Tree, head: u32) -> bool {
    verb_above(tree, head).is_some_and(|verb| listed(List::Moves, &tree.words[verb].lemma))
}

/// Whether the verb above word `head` tells what went on: "raged until Sunday".
pub(super) fn lasts(tree: &Tree, head: u32) -> bool {
    verb_above(tree, head).is_some_and(|verb| {
        let word = &tree.words[verb];
        word.morph == Morph::Past && listed(List::Lasting, &word.lemma)
    })
}

fn verb_above(tree: &Tree, head: u32) -> Option<usize> {
    tree.ancestors(head as usize).find(|&at| tree.words[at].upos == Upos::Verb)
}

/// Whether any word of the atoms shows the past.
pub(super) fn shows_past(atoms: &[Atom]) -> bool {
    atoms.iter().any(|atom| cue(atom) == Some(Tense::Past))
}

/// Whether any verb is in the past tense.
pub(super) fn tells_past(trees: &[Tree]) -> bool {
    let past = |word: &Word| word.upos == Upos::Verb && word.morph == Morph::Past;
    trees.iter().any(|tree| tree.words.iter().any(past))
}

/// Whether any word of the atoms is "will".
pub(super) fn shows_will(atoms: &[Atom]) -> bool {
    atoms.iter().any(|atom| matches!(&*atom.lower, "will" | "ll" | "wo" | "shall"))
}

/// The tense of the nearest verb above word `head`.
fn of_verb(tree: &Tree, head: usize, own: &RangeInclusive<usize>) -> Option<Tense> {
    tree.words.get(head)?;
    let above = tree.ancestors(head).take(8);
    // "reopens on Friday, officials said": the saying is past, not what is said.
    let present = |at: usize| {
        let word = &tree.words[at];
        let finite = word.upos == Upos::Verb && word.morph == Morph::Present;
        let timetable = listed(List::Timetable, &word.lemma) && tree.child(at, Rel::Obj).is_none();
        finite.then_some(if timetable { Tense::Future } else { Tense::Present })
    };
    let planned = |at: usize| {
        let ahead = |i: usize| {
            let lemma = &*tree.words[i].lemma;
            let verb = participle_of(lemma).filter(|_| tree.words[i].upos == Upos::Adj);
            tree.words[i].rel == Rel::Amod
                && listed(List::Planned, verb.as_deref().unwrap_or(lemma))
        };
        (!own.contains(&at) && tree.children(at).any(ahead)).then_some(Tense::Future)
    };
    let told = |at: usize| planned(at).or_else(|| verb_tense(tree, at, own));
    for at in std::iter::once(head).chain(above) {
        if let Some(tense) = told(at) {
            return Some(tense);
        }
        if let Some(tense) = present(at) {
            // "see a 70 percent chance of storms on Wednesday"
            let odds = |at: usize| context::is(&tree.words[at].lemma, Role::Odds);
            let above = tree.ancestors(head).take(8).take_while(|&above| above != at);
            if above.chain(std::iter::once(head)).any(odds) {
                return Some(Tense::Future);
            }
            // "will weaken *as it crosses* the coast on Wednesday"
            let clause = tree.words[at].rel == Rel::Advcl;
            let main = tree.ancestors(at).take(2).find_map(told).filter(|_| clause);
            return main.filter(|main| *main == Tense::Future).or(Some(tense));
        }
    }
    None
}

/// The tense that the verb at `at` shows; `own` are the words of the expression, of which "May" is
/// no helping verb.
fn verb_tense(tree: &Tree, at: usize, own: &RangeInclusive<usize>) -> Option<Tense> {
    let word = &tree.words[at];
    let helpers = || {
        tree.children(at).filter(|&i| {
            matches!(tree.words[i].rel, Rel::Aux | Rel::AuxPass | Rel::Cop) && !own.contains(&i)
        })
    };
    if !matches!(word.upos, Upos::Verb | Upos::Aux) && helpers().next().is_none() {
        return None;
    }
    if listed(List::Plans, &word.lemma) && word.morph != Morph::Base {
        // "*In March* it had forecast sales of 4 billion" tells when it did.
        let subject = tree.children(at).find(|&i| tree.words[i].rel == Rel::Nsubj);
        let fronted = subject.is_some_and(|subject| *own.end() < subject && subject < at);
        let past = |i: usize| tree.words[i].morph == Morph::Past;
        let over = word.morph == Morph::Past && helpers().next().is_none() || helpers().any(past);
        // "the profit *it forecast in October*" too.
        let led = own.start().checked_sub(1).map(|before| &*tree.words[before].lemma);
        let related = word.rel == Rel::AclRelcl
            && subject.is_some_and(|subject| tree.head(at).is_some_and(|noun| noun < subject))
            && led == Some("in");
        return Some(if (fronted || related) && over { Tense::Past } else { Tense::Future });
    }
    if &*word.lemma == "set" && tree.words.get(at + 1).is_some_and(|next| &*next.lemma == "for") {
        return Some(Tense::Future);
    }
    if helpers().any(|i| tree.words[i].morph == Morph::Modal) {
        return modal_tense(tree, at);
    }
    let present = |i: usize| tree.words[i].morph == Morph::Present && &*tree.words[i].lemma == "be";
    let past = |i: usize| tree.words[i].morph == Morph::Past || &*tree.words[i].lemma == "have";
    let planned =
        |i: usize| tree.words[i].rel == Rel::Mark && listed(List::Plans, &tree.words[i].lemma);
    if tree.children(at).any(planned) || is_due(tree, at) {
        return Some(Tense::Future);
    }
    // "is ready to hit": whatever the tagger says of the form.
    if tree.children(at).any(|i| tree.words[i].upos == Upos::Part && &*tree.words[i].lemma == "to")
    {
        let ahead = looks_ahead(tree, at) || is_to_be(tree, at) || was_to_be(tree, at, own);
        return ahead.then_some(Tense::Future);
    }
    match word.morph {
        // "is heard in May": the helper says when.
        Morph::Past | Morph::Participle if helpers().any(present) && !helpers().any(past) => None,
        Morph::Past => Some(Tense::Past),
        _ if helpers().any(past) => Some(Tense::Past),
        Morph::Participle if helpers().next().is_none() => Some(Tense::Past),
        Morph::Base if looks_ahead(tree, at) => Some(Tense::Future),
        _ => None,
    }
}

/// "the fair, *to be held* in June", "the fair *is to be held* in June": what is still to be done to a noun,
/// unless that was the first or the only one of its kind.
fn is_to_be(tree: &Tree, at: usize) -> bool {
    let is = |i: usize| {
        let word = &tree.words[i];
        let helper = matches!(word.rel, Rel::Aux | Rel::AuxPass | Rel::Cop);
        helper && word.morph == Morph::Present && &*word.lemma == "be"
    };
    let to = tree.children(at).find(|&i| &*tree.words[i].lemma == "to");
    if to.is_some_and(|to| tree.children(at).any(|i| i < to && is(i))) {
        return true;
    }
    let passive = tree.children(at).any(|i| tree.words[i].rel == Rel::AuxPass);
    let noun = tree.head(at).filter(|_| tree.words[at].rel == Rel::Acl);
    let rank = |i: usize| listed(List::Ranks, &tree.words[i].lemma);
    passive && noun.is_some_and(|noun| !rank(noun) && !tree.children(noun).any(rank))
}

/// "She *was to visit* the town on Sunday": of days of the week the next one, unless the sentence goes on with what
/// came of it ("but").
fn was_to_be(tree: &Tree, at: usize, own: &RangeInclusive<usize>) -> bool {
    let to = tree.children(at).find(|&i| &*tree.words[i].lemma == "to" && i < at);
    let was = |i: usize| {
        let word = &tree.words[i];
        let helper = matches!(word.rel, Rel::Aux | Rel::AuxPass | Rel::Cop);
        helper && word.morph == Morph::Past && &*word.lemma == "be"
    };
    let bare = to.is_some_and(|to| tree.children(at).any(|i| i < to && was(i)));
    let perfect = tree.children(at).any(|i| &*tree.words[i].lemma == "have");
    let weekday = tree.words[own.clone()].iter().any(|word| {
        let word = lower(&word.lemma);
        let row = time_word(std::iter::once(&*word));
        row.is_some_and(|(_, row)| matches!(row.meaning, TimeWord::Weekday(_)))
    });
    let but = tree.words.iter().skip(at).any(|word| &*word.lemma == "but");
    bare && weekday && !perfect && !but
}

/// Whether the verb is what somebody "is due to" do, when the parser takes the two for one word.
fn is_due(tree: &Tree, at: usize) -> bool {
    let Some(head) = tree.head(at) else { return false };
    let to = |i: usize| tree.words[i].rel == Rel::Fixed && &*tree.words[i].lemma == "to";
    listed(List::Plans, &tree.words[head].lemma) && tree.children(head).any(to)
}

/// "will meet", "would meet" and "could meet" look ahead; "could not be found" looks back.
fn modal_tense(tree: &Tree, at: usize) -> Option<Tense> {
    let modal = |word: &str| tree.children(at).any(|i| &*tree.words[i].lemma == word);
    let denied = |word: &Word| listed(List::Denials, &word.lemma);
    let back = modal("could") && tree.words.iter().any(denied);
    Some(if back { Tense::Past } else { Tense::Future })
}

/// Whether an infinitive depends on a word of plans: "hopes to meet", "is ready to leave".
fn looks_ahead(tree: &Tree, at: usize) -> bool {
    let infinitive = tree.children(at).any(|i| &*tree.words[i].lemma == "to");
    let above = tree.head(at).map(|head| &*tree.words[head].lemma);
    let ahead = |lemma: &str| listed(List::Plans, lemma) || listed(List::LooksAhead, lemma);
    infinitive && above.is_some_and(ahead)
}

fn cue(atom: &Atom) -> Option<Tense> {
    let word = &*atom.lower;
    let regular = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    if listed(List::FutureCues, word) {
        Some(Tense::Future)
    } else if regular || listed(List::PastCues, word) {
        Some(Tense::Past)
    } else {
        None
    }
}
