//! Values of which a text tells that others took their place: "44 euros a share instead of 41", "the trial, first
//! set for 8 September, was put off to 22 September".

use super::Replaced;
use super::grammar::{At, Grammar, is_relative};
use crate::lexicon::time::{List, listed};
use crate::lexicon::{formerly, is_first, is_meant, motion};
use crate::mention::{Mention, Referent};
use crate::syntax::Upos;
use crate::value::{Grain, Quantity, Value};

/// The most words between a value and what tells that it was to be.
const REACH: usize = 10;

/// Reads them, in order.
pub(super) fn read(grammar: &Grammar<'_>) -> Vec<Replaced> {
    let mut found = Vec::new();
    let mut all: Vec<Told<'_>> =
        grammar.source.mentions.iter().filter_map(|m| told(grammar, m)).collect();
    all.sort_by_key(|told| (told.first, told.last));
    let mut next = 0;
    while next < all.len() {
        let sentence = all[next].first.sentence;
        let end = all[next..].partition_point(|told| told.first.sentence == sentence) + next;
        let reader =
            Reader { grammar, here: &all[next..end], before: &all[..next], after: &all[end..] };
        found.extend((0..end - next).filter_map(|at| reader.replaced(at)));
        next = end;
    }
    found
}

/// A value and its words.
#[derive(Debug, Clone)]
struct Told<'a> {
    mention: &'a Mention,
    first: At,
    last: At,
}

/// A day, month or year, a sum, or a number of what can be counted or measured.
fn told<'a>(grammar: &Grammar<'a>, mention: &'a Mention) -> Option<Told<'a>> {
    let fits = match &mention.referent {
        Referent::Time(time) => {
            let dated = time.quantity.is_none() && time.duration.is_none() && !time.set;
            dated && time.grain <= Grain::Year && time.extent.is_some()
        }
        Referent::Quantity { value, .. } => {
            !value.ordinal && !value.age && value.printed.len() == 1
        }
        _ => false,
    };
    let words = &grammar.source.trees[mention.sentence as usize].words;
    let first = words.partition_point(|word| word.span.end <= mention.span.start);
    let end = words.partition_point(|word| word.span.start < mention.span.end);
    let at = |word: usize| At { sentence: mention.sentence as usize, word };
    (fits && first < end).then(|| Told { mention, first: at(first), last: at(end - 1) })
}

struct Reader<'r, 'a> {
    grammar: &'r Grammar<'a>,
    /// The values of a sentence, of those before it, and of those after it.
    here: &'r [Told<'a>],
    before: &'r [Told<'a>],
    after: &'r [Told<'a>],
}

impl<'a> Reader<'_, 'a> {
    fn replaced(&self, old: usize) -> Option<Replaced> {
        let new = self
            .exchanged(old)
            .or_else(|| self.corrected(old))
            .or_else(|| self.moved(old))
            .or_else(|| self.meant(old))
            .or_else(|| self.as_planned(old))
            .or_else(|| self.at_first(old))?;
        let value = match &self.here[old].mention.referent {
            Referent::Time(time) => Value::Time(time.clone()),
            Referent::Quantity { value, .. } => Value::Quantity(of_one_unit(value, new.mention)),
            _ => return None,
        };
        let old = self.here[old].mention.span;
        Some(Replaced { old, new: new.mention.span, value })
    }

    fn form(&self, at: At) -> &str {
        let span = self.grammar.word(at).span;
        span.of(self.grammar.source.text)
    }

    fn is(&self, at: Option<At>, words: &[&str]) -> bool {
        at.is_some_and(|at| words.iter().any(|word| self.form(at).eq_ignore_ascii_case(word)))
    }

    /// The word before a value and the prepositions and articles that lead to it.
    fn lead(&self, of: At) -> Option<At> {
        let mut at = self.grammar.previous(of);
        let light = [
            "on", "at", "in", "for", "to", "by", "the", "its", "a", "an", "until", "about", "some",
        ];
        for _ in 0..3 {
            if self.is(at, &light) {
                at = at.and_then(|at| self.grammar.previous(at));
            }
        }
        at
    }

    /// The nearest other value of one kind before a value, or behind it.
    fn nearest(&self, of: usize, before: bool) -> Option<&Told<'a>> {
        let own = &self.here[of];
        let fits = |other: &&Told<'a>| alike(own.mention, other.mention);
        match before {
            true => self.here[..of].iter().rev().find(fits).filter(|other| other.last < own.first),
            false => self.here[of + 1..].iter().find(fits).filter(|other| other.first > own.last),
        }
    }

    /// "44 instead of 41", "on 9 June rather than on 3 May", "not on 3 May but on 9 June".
    fn exchanged(&self, old: usize) -> Option<&Told<'a>> {
        let own = &self.here[old];
        let lead = self.lead(own.first);
        let over = lead.and_then(|at| self.grammar.previous(at));
        let instead = self.is(lead, &["of"]) && self.is(over, &["instead"])
            || self.is(lead, &["than"]) && self.is(over, &["rather"]);
        if instead {
            return self.nearest(old, true).or_else(|| self.nearest(old, false));
        }
        let new = self.nearest(old, false)?;
        let but = self.lead(new.first).filter(|&at| self.is(Some(at), &["but"]));
        let near = but.is_some_and(|but| but.word <= own.last.word + 2);
        let mut ahead = (0..own.first.word).map(|word| At { word, ..own.first });
        let denied = ahead.any(|at| self.is(Some(at), &["not", "n't"]));
        Some(new).filter(|_| near && denied)
    }

    /// "less than the 6.9 it had first reported", "down from 115,000", "moved to 9 June from 3 May".
    fn corrected(&self, old: usize) -> Option<&Told<'a>> {
        let own = &self.here[old];
        let behind: Vec<At> =
            std::iter::successors(self.grammar.next(own.last), |&at| self.grammar.next(at))
                .take(5)
                .collect();
        let had = behind.iter().position(|&at| self.is(Some(at), &["had"]));
        let pronoun = behind.first().is_some_and(|&at| {
            self.grammar.upos(at) == Upos::Pron && !is_relative(&self.grammar.form(at))
                || self.is(Some(at), &["the"])
        });
        let first = had.is_some_and(|had| {
            behind[had..]
                .iter()
                .any(|&at| is_first(&self.grammar.form(at)) || is_meant(self.grammar.lemma(at)))
        });
        if had.is_some() && pronoun && first {
            return self.nearest(old, true);
        }
        let from = self.lead_from(own.first)?;
        let new = self.nearest(old, true)?;
        let way = self.is(self.grammar.previous(from), &["up", "down"]);
        let to = self.is(self.grammar.previous(new.first), &["to", "until"]);
        let verb = self.verb(new.first);
        let moves = verb.is_some_and(|verb| self.moves(verb));
        Some(new).filter(|_| way || to && moves)
    }

    /// The "from" before a value, with an article and a word such as "earlier" between.
    fn lead_from(&self, of: At) -> Option<At> {
        let mut words =
            std::iter::successors(self.grammar.previous(of), |&at| self.grammar.previous(at))
                .take(4);
        let light = |at: At| {
            self.is(Some(at), &["a", "an", "the", "about", "some"])
                || is_first(&self.grammar.form(at))
        };
        words.find(|&at| !light(at)).filter(|&at| self.is(Some(at), &["from"]))
    }

    /// The verb that a word belongs to.
    fn verb(&self, at: At) -> Option<At> {
        self.grammar.above(at).take(4).find(|&up| self.grammar.is_verb(up))
    }

    /// Whether a verb tells that a date or value is changed.
    fn moves(&self, verb: At) -> bool {
        let lemma = self.grammar.lemma(verb);
        listed(List::Moves, lemma)
            || motion(lemma).is_some()
            || motion(&self.grammar.form(verb)).is_some()
    }

    /// "The start, *first set for* 8 September, was put off to 22 September", "which had given 6.1, revised it to 6.2".
    fn moved(&self, old: usize) -> Option<&Told<'a>> {
        let own = &self.here[old];
        let was = self.was_meant(own) || self.had(own);
        let is_new = |new: &&Told<'a>| {
            let to = self.is(self.grammar.previous(new.first), &["to", "until", "till", "for"]);
            let verb = self.verb(new.first).filter(|&verb| self.moves(verb));
            let own_verb = self.verb(own.first);
            to && verb.is_some() && verb != own_verb
        };
        let behind = self.nearest(old, false).filter(is_new);
        behind.or_else(|| self.nearest(old, true).filter(is_new)).filter(|_| was)
    }

    /// "The plant, which it *had wanted to close by* 2027, will work until 2029": a relative clause, and what its
    /// sentence tells of the same.
    fn meant(&self, old: usize) -> Option<&Told<'a>> {
        let own = &self.here[old];
        let new = self.nearest(old, false)?;
        let between = (own.last.word + 1..new.first.word).map(|word| At { word, ..own.last });
        let comma = between.clone().next().is_some_and(|at| self.is(Some(at), &[","]));
        let mut between = between.filter(|&at| self.grammar.upos(at) == Upos::Aux);
        let will = between.any(|at| self.is(Some(at), &["will", "would"]));
        let relative = self.clause(own).into_iter().any(|at| is_relative(&self.grammar.form(at)));
        Some(new).filter(|_| comma && will && relative && self.was_meant(own))
    }

    /// "will not begin on Saturday *as planned*. The first flights are *now* scheduled for Tuesday."
    fn as_planned(&self, old: usize) -> Option<&Told<'a>> {
        let own = &self.here[old];
        let as_ = self.grammar.next(own.last).filter(|&at| self.is(Some(at), &["as"]))?;
        let planned = self.grammar.next(as_).is_some_and(|at| is_meant(self.grammar.lemma(at)));
        let mut ahead = (0..own.first.word).map(|word| At { word, ..own.first });
        let denied = ahead.any(|at| self.is(Some(at), &["not", "n't"]));
        let next = self.after.first()?.first.sentence;
        let mut behind = self.after.iter().take_while(|new| new.first.sentence == next);
        let new = behind.find(|new| alike(own.mention, new.mention))?;
        let verb = self.verb(new.first);
        let meant = verb.is_some_and(|verb| is_meant(self.grammar.lemma(verb)) || self.moves(verb));
        let near = next <= own.first.sentence + 1;
        Some(new).filter(|_| planned && denied && meant && near)
    }

    /// "It recalled 61,000 packs. … It had *at first* taken back 38,000 packs": of one noun, in the sentences before.
    fn at_first(&self, old: usize) -> Option<&Told<'a>> {
        let own = &self.here[old];
        let clause = self.clause(own);
        let first = clause.iter().any(|&at| is_first(&self.grammar.form(at)));
        let had = clause.iter().any(|&at| self.is(Some(at), &["had"]));
        let Referent::Quantity { value, .. } = &own.mention.referent else { return None };
        let unit = value.unit.as_ref().filter(|_| first && had)?;
        let near =
            self.before.iter().rev().take_while(|new| new.first.sentence + 2 >= own.first.sentence);
        let same = |new: &&Told<'a>| match &new.mention.referent {
            Referent::Quantity { value: other, .. } => {
                other.unit.as_ref() == Some(unit) && other.printed != value.printed
            }
            _ => false,
        };
        near.into_iter().find(same)
    }

    /// The words of its clause before a value, nearest first.
    fn clause(&self, of: &Told<'a>) -> Vec<At> {
        let words =
            std::iter::successors(self.grammar.previous(of.first), |&at| self.grammar.previous(at));
        let mut found = Vec::new();
        for at in words.take(REACH) {
            if self.is(Some(at), &[",", ";", ":", "(", "and", "but"]) {
                break;
            }
            found.push(at);
        }
        found
    }

    /// Whether the clause of a value has "had" before a verb: what was so before.
    fn had(&self, of: &Told<'a>) -> bool {
        let clause = self.clause(of);
        let relative = clause.iter().any(|&at| is_relative(&self.grammar.form(at)));
        relative && clause.iter().any(|&at| self.is(Some(at), &["had"]))
    }

    /// Whether a clause tells what was to be: "was to be run on", "had been due on", "should have begun on",
    /// "originally planned for".
    fn was_meant(&self, of: &Told<'a>) -> bool {
        let mut words = self.clause(of);
        words.reverse();
        let meant = |at: &At| is_meant(self.grammar.lemma(*at));
        (0..words.len()).any(|i| {
            let next = words.get(i + 1).copied();
            let soon = || words[i + 1..].iter().take(4).any(meant);
            let first =
                is_first(&self.grammar.form(words[i])) || formerly(&self.grammar.form(words[i]));
            match () {
                () if self.is(Some(words[i]), &["was", "were"]) && self.is(next, &["to"]) => true,
                () if self.is(Some(words[i]), &["should", "would"]) && self.is(next, &["have"]) => {
                    true
                }
                () if self.is(Some(words[i]), &["had", "was", "were"]) || first => soon(),
                () => false,
            }
        })
    }
}

/// "35 pupils instead of *31*": a number without a unit has that of the other.
fn of_one_unit(old: &Quantity, new: &Mention) -> Quantity {
    match &new.referent {
        Referent::Quantity { value: new, .. } if old.unit.is_none() => {
            let (unit, per) = (new.unit.clone(), new.per.clone());
            Quantity { unit, per, measure: new.measure, ..old.clone() }
        }
        _ => old.clone(),
    }
}

/// Whether two mentions give values of one kind, and not the same.
fn alike(a: &Mention, b: &Mention) -> bool {
    match (&a.referent, &b.referent) {
        (Referent::Time(x), Referent::Time(y)) => {
            let day = |grain: Grain| grain <= Grain::Day;
            x.extent != y.extent && (day(x.grain) == day(y.grain) || x.grain == y.grain)
        }
        (Referent::Quantity { value: x, .. }, Referent::Quantity { value: y, .. }) => {
            let unit = x.unit.is_none() || y.unit.is_none() || x.unit == y.unit;
            unit && x.printed != y.printed
        }
        _ => false,
    }
}
