//! Measures whose values stand behind them word by word, however the tree hangs them: "sales for
//! the year rose by $4 million to $441 million, compared with $390 million".

use super::{Named, Reading, change, fits, has, named};
use crate::claim::Change;
use crate::claim::grammar::{At, Grammar};
use crate::lexicon::{is_awaiting, is_equal, is_level, is_prior, motion};
use crate::syntax::Rel;
use crate::syntax::Upos;
use crate::value::{Bound, Quantity};

/// The most words that are looked at behind a measure.
const REACH: usize = 48;

/// The values behind a measure, up to the first word that tells of something else.
pub(super) fn readings(grammar: &Grammar<'_>, of: &Named) -> Vec<Reading> {
    let mut walk = Walk {
        grammar,
        of,
        verb: None,
        before: None,
        prior: false,
        strayed: false,
        found: Vec::new(),
    };
    let mut next = grammar.next(of.last);
    for _ in 0..REACH {
        let Some(at) = next else { break };
        next = walk.step(at);
    }
    walk.found
}

/// A walk along the words behind a measure.
struct Walk<'g, 'a> {
    grammar: &'g Grammar<'a>,
    of: &'g Named,
    /// The verb that the values belong to.
    verb: Option<At>,
    /// The preposition before the next value.
    before: Option<&'a str>,
    /// Whether the next values are older ones: after "compared with".
    prior: bool,
    /// Whether what befell the people that are counted is told between them and the verb: "the number of dead
    /// *in two camps* rose to".
    strayed: bool,
    found: Vec<Reading>,
}

impl<'a> Walk<'_, 'a> {
    /// Takes a word, and gives the next one to take.
    fn step(&mut self, at: At) -> Option<At> {
        let grammar = self.grammar;
        if let Some((mention, _)) = grammar.time_on(at) {
            self.before = None;
            return self.past(at, mention);
        }
        if let Some((mention, quantity)) = grammar.quantity_on(at) {
            self.value(at, quantity)?;
            return self.past(at, mention);
        }
        self.word(at)?;
        grammar.next(at)
    }

    /// The word after a mention.
    fn past(&self, at: At, mention: u32) -> Option<At> {
        let end = self.grammar.span_of(mention).end;
        let after = std::iter::successors(self.grammar.next(at), |&next| self.grammar.next(next));
        after.into_iter().find(|&next| self.grammar.word(next).span.start >= end)
    }

    /// Takes a value; none when it is no value of the measure.
    fn value(&mut self, at: At, quantity: &Quantity) -> Option<()> {
        let percent = has(quantity, "percent");
        let difference = is_difference(quantity);
        let put = self.before == Some("at") && self.moves_it().is_some();
        let strayed = self.strayed && self.verb.is_none() && !put;
        if difference || strayed || percent && !fits(quantity, self.of.row) {
            return Some(());
        }
        if !fits(quantity, self.of.row) {
            return None;
        }
        let before = self.before.take();
        let moved = self.verb.or_else(|| self.moves_it()).and_then(|verb| self.change(verb));
        if percent && self.of.row.units.contains("money") {
            let moves = moved.filter(|_| !self.prior && matches!(before, None | Some("by" | "of")));
            if let Some(change) = moves {
                self.push(at, self.of.head, Some(change), "measure.change");
            }
            return Some(());
        }
        if before == Some("or") {
            let change = self.found.last().and_then(|last| last.change);
            self.push(at, self.verb.unwrap_or(self.of.asserts), change, "measure.line");
            return Some(());
        }
        let verb = self.verb.unwrap_or(self.of.asserts);
        if before == Some("from") && quantity.bound == Bound::Range && moved.is_some() {
            for change in [Some(Change::Before), moved] {
                let rule = "measure.line";
                self.found.push(Reading { value: at, at: verb, change, moves: true, rule });
            }
            return Some(());
        }
        if self.prior || before == Some("from") {
            self.push(at, self.of.asserts, Some(Change::Before), "measure.line");
            return Some(());
        }
        if before == Some("by") || before.is_none() && !self.is_told() {
            return Some(());
        }
        let change = moved.filter(|_| before == Some("to"));
        self.push(at, verb, change, "measure.line");
        Some(())
    }

    fn push(&mut self, value: At, at: At, change: Option<Change>, rule: &'static str) {
        self.found.push(Reading { value, at, change, moves: false, rule });
    }

    /// The verb of which the measure is the object: "*raising* the number of dead to three".
    fn moves_it(&self) -> Option<At> {
        let object = self.grammar.rel(self.of.head) == Rel::Obj;
        self.grammar.head(self.of.head).filter(|&verb| object && self.grammar.is_verb(verb))
    }

    /// Whether a value without a preposition is that of the measure: right behind it, a copula or
    /// a verb such as "totalled"; not "rose $4 million".
    fn is_told(&self) -> bool {
        let grammar = self.grammar;
        self.verb.is_none_or(|verb| {
            let (lemma, form) = (grammar.lemma(verb), grammar.form(verb));
            is_equal(lemma) || is_level(lemma) || is_level(&form)
        })
    }

    /// "up", "rose": how the measure moves.
    fn change(&self, verb: At) -> Option<Change> {
        let form = self.grammar.form(verb);
        match &*form {
            "up" => Some(Change::Rise),
            "down" => Some(Change::Fall),
            _ => change(self.grammar.lemma(verb)).or_else(|| change(&form)),
        }
    }

    /// Takes a word that is no value; none when it tells of something else.
    fn word(&mut self, at: At) -> Option<()> {
        let grammar = self.grammar;
        let (form, lemma) = (grammar.form(at), grammar.lemma(at));
        if at != self.of.last && named(grammar, at).is_some() {
            return None;
        }
        let leads = matches!(
            &*form,
            "of" | "at" | "to" | "from" | "by" | "between" | "within" | "in" | "for" | "on"
        );
        let verbal = motion(lemma).is_some()
            || motion(&form).is_some()
            || is_equal(lemma)
            || is_level(lemma)
            || is_level(&form)
            || is_awaiting(lemma);
        match () {
            () if leads => self.preposition(at),
            () if self.turns(at) => Some(()),
            () if verbal => self.verb(at),
            () if self.passes(at) => Some(()),
            () => self.strays(at).then_some(()),
        }
    }

    /// Whether a word tells in what, or where, people came to harm whose number a verb gives.
    fn strays(&mut self, at: At) -> bool {
        let people = self.of.row.property.starts_with('*') && self.verb.is_none();
        let noun =
            matches!(self.grammar.upos(at), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det);
        self.strayed |= people && noun;
        people && noun
    }

    /// Takes a word that tells what the next value is: an older one, one by the share, a move.
    fn turns(&mut self, at: At) -> bool {
        match &*self.grammar.form(at) {
            "up" | "down" => self.verb = Some(at),
            "or" if !self.found.is_empty() && self.per_share(at) => self.before = Some("or"),
            _ if is_prior(self.grammar.lemma(at)) => self.prior = true,
            // "from a previous range of"
            _ if self.before == Some("from") && self.grammar.upos(at) == Upos::Adj => {
                self.prior = true;
            }
            _ => return false,
        }
        true
    }

    /// Whether a word may stand between a measure and its value and tells nothing.
    fn passes(&self, at: At) -> bool {
        match &*self.grammar.form(at) {
            "," | "a" | "an" | "the" | "range" | ":" | "(" | ")" | "-" | "year" | "over" => true,
            // "in the three months ended March 31"
            "ended" | "ending" => {
                let next = self.grammar.next(at);
                next.is_some_and(|next| self.grammar.time_on(next).is_some())
            }
            "with" => self.prior,
            _ => matches!(self.grammar.upos(at), Upos::Aux | Upos::Adv | Upos::Part),
        }
    }

    /// A second verb begins another clause unless the first only waits for it ("is expected to
    /// rise").
    fn verb(&mut self, at: At) -> Option<()> {
        let grammar = self.grammar;
        let waits = |verb: At| {
            let lemma = grammar.lemma(verb);
            is_awaiting(lemma) || is_level(lemma) || grammar.upos(verb) == Upos::Aux
        };
        if self.verb.is_some_and(|verb| !waits(verb)) || !self.found.is_empty() {
            return None;
        }
        // "Volumes, which make up a fifth of sales, *fell*": the verb tells of another noun.
        let mut path = std::iter::once(self.of.head).chain(grammar.above(self.of.head));
        if path.any(|up| {
            grammar.rel(up) == Rel::AclRelcl
                && grammar.head(up) < Some(up)
                && grammar.above(up).any(|over| over == at)
        }) {
            return None;
        }
        (self.verb, self.before) = (Some(at), None);
        Some(())
    }

    /// A preposition leads to a value; "in" and "for" only to a time or a range.
    fn preposition(&mut self, at: At) -> Option<()> {
        let grammar = self.grammar;
        let word = grammar.lemma(at);
        if !matches!(word, "in" | "for" | "on" | "within") {
            self.before = if self.prior { None } else { Some(word) };
            return Some(());
        }
        let after = std::iter::successors(grammar.next(at), |&next| grammar.next(next)).take(2);
        let leads = |next: At| grammar.time_on(next).is_some() || grammar.form(next) == "range";
        let people = self.of.row.property.starts_with('*') && self.verb.is_none();
        (people || after.into_iter().any(leads)).then_some(())
    }

    /// "or $1.37 a share"
    fn per_share(&self, or: At) -> bool {
        let next = self.grammar.next(or).and_then(|next| self.grammar.quantity_on(next));
        next.is_some_and(|(_, quantity)| quantity.per.as_deref() == Some("share"))
    }
}

/// "200 basis points": how much a rate moved, no rate.
fn is_difference(quantity: &Quantity) -> bool {
    matches!(quantity.unit.as_deref(), Some("percentage point" | "basis point"))
}
