//! A sentence's tree with what the readers of claims ask of it: dependents, phrases, subjects.

use std::borrow::Cow;

use crate::lexicon::reporting;
use crate::lexicon::{is_time_word, promises};
use crate::syntax::{Dependents, Morph, Rel, Tree, Upos, Word};
use crate::text::{Span, lower};

/// A tree as the readers of claims look at it.
pub(super) struct View<'a> {
    /// The text that the tree was made from.
    pub(super) text: &'a str,
    /// The tree.
    pub(super) tree: &'a Tree,
    kids: &'a Dependents,
}

impl<'a> View<'a> {
    /// Looks at one sentence of `text`.
    pub(super) fn new(text: &'a str, tree: &'a Tree) -> Self {
        Self { text, tree, kids: tree.words.dependents() }
    }

    /// How many words it has.
    pub(super) fn len(&self) -> usize {
        self.tree.words.len()
    }

    /// The word at `at`.
    pub(super) fn word(&self, at: usize) -> &'a Word {
        &self.tree.words[at]
    }

    /// Its lemma.
    pub(super) fn lemma(&self, at: usize) -> &'a str {
        &self.word(at).lemma
    }

    /// Its form.
    pub(super) fn form(&self, at: usize) -> &'a str {
        self.tree.form(self.text, at)
    }

    /// Its form in lower case.
    pub(super) fn lower(&self, at: usize) -> Cow<'a, str> {
        lower(self.form(at))
    }

    /// Whether its form is `word`, whatever the case of letters.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.form(at).eq_ignore_ascii_case(word)
    }

    /// The verb that tells what a clause says, which the tree hangs on the one told or on when it was
    /// said: "told a radio station *that taxes would rise*", "said within hours *that it would*".
    pub(super) fn tells(&self, clause: usize) -> Option<usize> {
        let that = self.kid(clause, &[Rel::Mark]).is_some_and(|mark| self.is(mark, "that"));
        let clausal = matches!(self.rel(clause), Rel::Acl | Rel::AclRelcl);
        let before = self.head(clause).filter(|_| that && clausal)?;
        let names = reporting::noun(self.lemma(before)).is_some();
        let fits = match self.rel(before) {
            Rel::Obj | Rel::Iobj => {
                !names && (self.rel(clause) == Rel::Acl || self.own_subject(clause).is_some())
            }
            Rel::Obl | Rel::OblUnmarked => {
                self.own_subject(clause).is_some()
                    && is_time_word(&self.lemma(before).to_lowercase())
            }
            _ => false,
        };
        let verb = self.head(before).filter(|_| fits)?;
        reporting::verb(self.lemma(verb)).filter(|row| row.frames.clause).map(|_| verb)
    }

    /// Its relation to its head.
    pub(super) fn rel(&self, at: usize) -> Rel {
        self.word(at).rel
    }

    /// Its head; none for the root.
    pub(super) fn head(&self, at: usize) -> Option<usize> {
        self.tree.head(at).filter(|&head| head < self.len())
    }

    /// Its dependents in order.
    pub(super) fn kids(&self, at: usize) -> &'a [usize] {
        self.kids.of(at)
    }

    /// Its first dependent with one of the relations.
    pub(super) fn kid(&self, at: usize, rels: &[Rel]) -> Option<usize> {
        self.kids(at).iter().copied().find(|&kid| rels.contains(&self.rel(kid)))
    }

    /// Whether it is a verb that says something of its own: no auxiliary, no copula.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        self.word(at).upos == Upos::Verb
    }

    /// Whether it is a common noun or a name.
    pub(super) fn is_noun(&self, at: usize) -> bool {
        matches!(self.word(at).upos, Upos::Noun | Upos::Propn)
    }

    /// Whether it is an infinitive with "to".
    pub(super) fn is_infinitive(&self, at: usize) -> bool {
        self.kids(at).iter().any(|&kid| {
            kid < at
                && matches!(self.rel(kid), Rel::Mark | Rel::Aux | Rel::Case)
                && matches!(self.word(kid).upos, Upos::Part | Upos::Adp | Upos::Sconj)
                && self.is(kid, "to")
        }) && self.word(at).morph != Morph::Gerund
    }

    /// The word that introduces a clause or phrase: its mark or case, as one lower-case phrase
    /// with the words fixed to it ("according to").
    pub(super) fn introduced_by(&self, at: usize) -> Option<Cow<'a, str>> {
        let kid = self.kid(at, &[Rel::Mark, Rel::Case])?;
        let mut words = self.lower(kid);
        for &more in self.kids(kid).iter().filter(|&&more| self.rel(more) == Rel::Fixed) {
            let words = words.to_mut();
            words.push(' ');
            words.push_str(&self.lower(more));
        }
        Some(words)
    }

    /// Whether a verb is passive.
    pub(super) fn is_passive(&self, at: usize) -> bool {
        let auxiliary = self.kid(at, &[Rel::AuxPass]).is_some();
        let subject = self.own_subject(at).map(|subject| self.rel(subject));
        auxiliary || matches!(subject, Some(Rel::NsubjPass | Rel::CsubjPass))
    }

    /// The words of the phrase of `at`, without the phrases of `without`, in order.
    pub(super) fn words(&self, at: usize, without: &[usize]) -> Vec<usize> {
        let mut seen = vec![false; self.len()];
        let mut open = vec![at];
        while let Some(word) = open.pop() {
            if !without.contains(&word) && !std::mem::replace(&mut seen[word], true) {
                open.extend(self.kids(word));
            }
        }
        (0..self.len()).filter(|&word| seen[word]).collect()
    }

    /// The spans of the phrase of `at`, without the phrases of `without`: unbroken runs of words,
    /// without the punctuation around each.
    pub(super) fn phrase(&self, at: usize, without: &[usize]) -> Vec<Span> {
        self.runs(&self.words(at, without))
    }

    /// The spans of unbroken runs of the words, without the punctuation around each.
    pub(super) fn runs(&self, words: &[usize]) -> Vec<Span> {
        let runs = words.chunk_by(|a, b| a + 1 == *b);
        runs.filter_map(|run| self.trimmed(run)).collect()
    }

    fn trimmed(&self, run: &[usize]) -> Option<Span> {
        let loose = |&at: &usize| self.word(at).upos == Upos::Punct && !closes(self.form(at));
        let from = run.iter().position(|at| !loose(at) || opens(self.form(*at)))?;
        let to = run.iter().rposition(|at| !loose(at))?;
        (from <= to).then(|| self.word(run[from]).span.cover(self.word(run[to]).span))
    }

    /// The subject of a verb or predicate, its own or the one it shares with the verb it is
    /// coordinated with or controlled by; with a participle on a noun, that noun.
    pub(super) fn subject(&self, at: usize) -> Option<usize> {
        let mut at = at;
        for _ in 0..self.len() {
            if let Some(subject) = self.own_subject(at) {
                return Some(subject);
            }
            let head = self.head(at)?;
            match self.rel(at) {
                Rel::Acl | Rel::AclRelcl => return self.of_noun(at, head),
                Rel::Xcomp => {
                    let told = self.kid(head, &[Rel::Obj]).or_else(|| self.kid(head, &[Rel::Iobj]));
                    if let Some(object) = told.filter(|_| !promises(self.lemma(head))) {
                        return Some(object);
                    }
                    at = head;
                }
                Rel::Conj | Rel::Advcl | Rel::Ccomp | Rel::Parataxis | Rel::Dep => at = head,
                _ => return None,
            }
        }
        None
    }

    /// The subject that depends on `at` itself: the nearest before it, else the first after it.
    pub(super) fn own_subject(&self, at: usize) -> Option<usize> {
        let is_subject = |kid: &usize| {
            matches!(
                self.rel(*kid),
                Rel::Nsubj | Rel::NsubjPass | Rel::NsubjOuter | Rel::Csubj | Rel::CsubjPass
            )
        };
        let mut subjects = self.kids(at).iter().copied().filter(is_subject);
        let before = subjects.clone().take_while(|&kid| kid < at).last();
        before.or_else(|| subjects.next())
    }

    /// An infinitive on a noun has the owner of the noun as its subject, a participle the noun.
    fn of_noun(&self, at: usize, noun: usize) -> Option<usize> {
        if self.is_infinitive(at) {
            let owner = self.kid(noun, &[Rel::NmodPoss]);
            return owner.or_else(|| self.head(noun).and_then(|verb| self.own_subject(verb)));
        }
        Some(noun)
    }
}

fn closes(form: &str) -> bool {
    matches!(form, "\"" | "”" | "''" | "’" | "'" | ")" | "]" | "%" | "?" | "!" | "»")
}

fn opens(form: &str) -> bool {
    matches!(form, "\"" | "“" | "``" | "''" | "‘" | "'" | "(" | "[" | "«")
}
