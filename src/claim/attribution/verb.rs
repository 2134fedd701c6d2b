//! Contents of reporting verbs.

use super::super::Form;
use super::super::grammar::is_relative;
use super::super::view::View;
use super::Draft;
use super::speaker::{self, Speaker};
use crate::lexicon::accuses;
use crate::lexicon::reporting::{self, Cue, Stance};
use crate::syntax::{Morph, Rel, Upos};
use crate::text::Span;

/// The attribution that the verb `at` makes, if it reports and has a content.
pub(super) fn read(view: &View<'_>, at: usize) -> Option<Draft> {
    let (lemma, row) = cue(view, at)?;
    let reader = Reader { view, at, row };
    let (content, form, speaker) = reader.content()?;
    // Who only might talk about a thing, and talk of nobody's, is no report.
    let bare = view.word(at).morph == Morph::Participle
        && view.kid(at, &[Rel::Aux, Rel::AuxPass]).is_none()
        && view.rel(at) == Rel::Advcl;
    // "The man, who was never charged, died": the sentence around it is no charge.
    let aside = speaker.is_none()
        && form == Form::Clause
        && view.is_passive(at)
        && matches!(view.rel(at), Rel::AclRelcl | Rel::Acl | Rel::Parataxis)
        && content.iter().any(|span| span.start > view.word(at).span.end)
        && content.iter().any(|span| span.start < view.word(at).span.start);
    let idle =
        aside || form == Form::Topic && (speaker.is_none() || view.is_infinitive(at) || bare);
    (!content.is_empty() && !idle)
        .then(|| Draft::new(cue_span(view, at), lemma, row, content, form, speaker))
}

/// An attribution without its content, for a quotation that stands beside its cue.
pub(super) fn bare(view: &View<'_>, at: usize) -> Option<Draft> {
    let (lemma, row) = cue(view, at).filter(|(_, row)| row.frames.quote)?;
    let speaker = speaker::of_verb(view, at).or_else(|| said_by_object(view, at));
    Some(Draft::new(cue_span(view, at), lemma, row, Vec::new(), Form::Quote, speaker))
}

fn cue_span(view: &View<'_>, at: usize) -> Span {
    let particle = view.kid(at, &[Rel::CompoundPrt]).filter(|&kid| kid == at + 1);
    particle.map_or(view.word(at).span, |kid| view.word(at).span.cover(view.word(kid).span))
}

/// The reporting verb at `at`, with its particle or preposition where the lexicon asks for it.
pub(super) fn cue(view: &View<'_>, at: usize) -> Option<(String, &'static Cue)> {
    if !view.is_verb(at) || view.rel(at) == Rel::Amod || view.rel(at) == Rel::Compound {
        return None;
    }
    let lemma = view.lemma(at);
    let particle = view.kid(at, &[Rel::CompoundPrt]).map(|kid| view.lower(kid));
    let next = view.kids(at).iter().copied().find(|&kid| kid > at && view.rel(kid) == Rel::Obl);
    let preposition = next.and_then(|kid| view.introduced_by(kid));
    for more in [particle, preposition].into_iter().flatten() {
        let phrase = format!("{lemma} {more}");
        if let Some(row) = reporting::verb(&phrase) {
            return Some((phrase, row));
        }
    }
    reporting::verb(lemma).map(|row| (lemma.to_owned(), row))
}

/// "…", said the old man: with the verb first, a parser may take the speaker for the object.
fn said_by_object(view: &View<'_>, at: usize) -> Option<Speaker> {
    let object = view.kid(at, &[Rel::Obj]).filter(|&kid| kid > at)?;
    (view.own_subject(at).is_none() && view.is_noun(object)).then(|| speaker::named(view, object))
}

struct Reader<'v, 'a> {
    view: &'v View<'a>,
    at: usize,
    row: &'static Cue,
}

type Found = (Vec<Span>, Form, Option<Speaker>);

impl Reader<'_, '_> {
    fn content(&self) -> Option<Found> {
        if self.row.frames.raising {
            return self.raised();
        }
        // "heard 63 speakers, *most of whom pleaded*": it tells of them, they do not tell the sentence.
        if self.is_of_noun_before() || self.is_measure() {
            return None;
        }
        let (content, form) = self
            .before()
            .or_else(|| self.between())
            .or_else(|| self.clause())
            .or_else(|| self.around())
            .or_else(|| self.infinitive())
            .or_else(|| self.rest())
            .or_else(|| self.denied())
            .or_else(|| self.charged())
            .or_else(|| self.naming())
            .or_else(|| self.topic())
            .or_else(|| self.phrase_on())?;
        Some((content, form, self.speaker()))
    }

    fn speaker(&self) -> Option<Speaker> {
        speaker::of_verb(self.view, self.at).or_else(|| said_by_object(self.view, self.at))
    }

    /// "said *that…*", "said: *…*"
    fn clause(&self) -> Option<(Vec<Span>, Form)> {
        if !self.row.frames.clause {
            return None;
        }
        let view = self.view;
        let that = self.at + 1 < view.len() && view.is(self.at + 1, "that");
        let is_clause = |&kid: &usize| match view.rel(kid) {
            Rel::Ccomp => kid > self.at || !that,
            // "told me *to wait*, so I waited"
            Rel::Parataxis => {
                kid > self.at
                    && view.own_subject(kid).is_some()
                    && !self.is_apart(kid)
                    && !self.is_another_report(kid)
                    // "ignored warnings: the budget was cut"
                    && (!self.row.frames.topic || view.kid(self.at, &[Rel::Obj]).is_none())
                    && !view.kid(self.at, &[Rel::Xcomp]).is_some_and(|to| view.is_infinitive(to))
            }
            Rel::Xcomp | Rel::Csubj => !view.is_infinitive(kid) && view.own_subject(kid).is_some(),
            _ => false,
        };
        let content = view.kids(self.at).iter().copied().find(is_clause).or_else(|| self.told())?;
        if view.rel(content) == Rel::Ccomp && view.is_infinitive(content) {
            return None;
        }
        let mut words = view.words(content, &self.own_deeds(content));
        self.extend(&mut words);
        Some((view.runs(&words), Form::Clause))
    }

    /// "told a radio station *that…*", "said within hours *that…*", where the tree hangs the clause on
    /// the word before it.
    fn told(&self) -> Option<usize> {
        let view = self.view;
        let before = |&kid: &usize| {
            kid > self.at
                && matches!(view.rel(kid), Rel::Obj | Rel::Iobj | Rel::Obl | Rel::OblUnmarked)
        };
        let clause = |&kid: &usize| view.tells(kid) == Some(self.at);
        let words = view.kids(self.at).iter().copied().filter(before);
        words.flat_map(|word| view.kids(word).iter().copied()).find(clause)
    }

    /// "had received 17 complaints, nine more *than the company had told them of*": how much was said is no content.
    fn is_measure(&self) -> bool {
        let than = |&&kid: &&usize| {
            matches!(self.view.rel(kid), Rel::Mark | Rel::Case) && self.view.is(kid, "than")
        };
        self.view.kids(self.at).iter().any(|kid| than(&kid))
    }

    /// Whether the subject is a part of what the sentence named before: "most of whom".
    fn is_of_noun_before(&self) -> bool {
        let view = self.view;
        let subject = view.own_subject(self.at).filter(|&subject| subject < self.at);
        let relative = |&word: &usize| view.is(word, "whom") || view.is(word, "which");
        let of = |subject: usize| {
            view.words(subject, &[])
                .iter()
                .any(|word| relative(word) && *word > 0 && view.is(word - 1, "of"))
        };
        subject.is_some_and(of)
    }

    /// "must respond by May, *the spokesman said*": whose report the sentence is, not what it tells.
    fn is_another_report(&self, clause: usize) -> bool {
        let view = self.view;
        let says = reporting::verb(view.lemma(clause)).is_some_and(|row| row.frames.quote);
        says && view.kid(clause, &[Rel::Ccomp, Rel::Obj, Rel::Xcomp]).is_none()
    }

    /// Whether a semicolon stands before a clause, or the tree has it as its first word.
    fn is_apart(&self, clause: usize) -> bool {
        let first = self.view.words(clause, &[]).first().copied().unwrap_or(clause);
        let apart = |at: usize| self.view.is(at, ";");
        apart(first) || first.checked_sub(1).is_some_and(apart)
    }

    /// Reports that a parser hangs on the content although they are the speaker's own next deed:
    /// "said he would go *and warned that…*", "said he would go, *adding that…*".
    fn own_deeds(&self, content: usize) -> Vec<usize> {
        let view = self.view;
        let reports = |kid: usize| {
            kid > content
                && view.own_subject(kid).is_none()
                && reporting::verb(view.lemma(kid)).is_some_and(|row| row.frames.clause)
        };
        let own = |&kid: &usize| match view.rel(kid) {
            Rel::Conj => {
                view.word(kid).morph == view.word(self.at).morph
                    && view.word(kid).morph == Morph::Past
            }
            Rel::Advcl => view.word(kid).morph == Morph::Gerund && kid > 0 && view.is(kid - 1, ","),
            _ => false,
        };
        let kids = view.kids(content).iter().copied();
        kids.filter(|&kid| own(&kid) && reports(kid) || self.is_own_deed(content, kid)).collect()
    }

    /// "said that taxes would rise *but did not give a date*": what is said is told in another tense.
    fn is_own_deed(&self, content: usize, kid: usize) -> bool {
        let view = self.view;
        let past = |verb: usize| view.word(verb).morph == Morph::Past;
        let auxiliary = |verb: usize| view.kid(verb, &[Rel::Aux]);
        let did = |verb: usize| auxiliary(verb).is_some_and(|aux| view.is(aux, "did"));
        let other = |verb: usize| {
            let modal = |aux: usize| view.lemma(aux) != "do" && view.lemma(aux) != "have";
            let present = view.word(verb).morph == Morph::Present;
            present || auxiliary(verb).is_some_and(modal)
        };
        view.rel(kid) == Rel::Conj
            && kid > content
            && self.at < content
            && past(self.at)
            && view.own_subject(kid).is_none()
            && did(kid)
            && other(content)
    }

    /// Lengthens a content that breaks off in the middle of a phrase to the next punctuation,
    /// over "and that".
    fn extend(&self, words: &mut Vec<usize>) {
        let view = self.view;
        let Some(&last) = words.last().filter(|&&last| last > self.at) else { return };
        for at in last + 1..view.len() {
            let that =
                view.word(at).upos == Upos::Cconj && at + 1 < view.len() && view.is(at + 1, "that");
            if matches!(view.word(at).upos, Upos::Punct | Upos::Cconj) && !that {
                return;
            }
            words.push(at);
        }
    }

    /// "*The bridge is safe and will stay so*, the mayor said.": with the cue at the end, all of
    /// the sentence before it.
    fn before(&self) -> Option<(Vec<Span>, Form)> {
        let view = self.view;
        let passive = view.is_passive(self.at);
        // "We knew." Tierney said *that she would ask*.
        let that = self.at + 1 < view.len() && view.is(self.at + 1, "that");
        let says = self.row.frames.clause && self.row.stance != Stance::Wants;
        if !says || view.rel(self.at) == Rel::AclRelcl || passive || that {
            return None;
        }
        // "…, *said* the mayor", not "…, *valuing* the company"
        let finite = matches!(view.word(self.at).morph, Morph::Past | Morph::Present);
        let behind = || view.kid(self.at, &[Rel::Obj]).filter(|&kid| finite && kid > self.at);
        let subject = view.own_subject(self.at).or_else(behind)?;
        let subject = speaker::in_list(view, subject).unwrap_or(subject);
        let from = if subject < self.at { self.first(subject)? } else { self.at };
        let comma = from.checked_sub(1)?;
        let quoted = comma.checked_sub(1).is_some_and(|at| ends_speech(view.form(at)));
        let cut = view.is(comma, ",") || (quoted && view.word(comma).upos == Upos::Punct);
        let done = if subject < self.at {
            self.nothing_follows()
        } else {
            view.kid(self.at, &[Rel::Ccomp]).is_none_or(|kid| kid < self.at)
        };
        let says = (0..comma).any(|at| matches!(view.word(at).upos, Upos::Verb | Upos::Aux));
        if !(cut && done && says && self.leads(from, subject)) {
            return None;
        }
        let words: Vec<usize> = (0..comma).collect();
        Some((view.runs(&words), Form::Clause))
    }

    /// "*The bridge*, the mayor said, *is safe*": the sentence around a cue between commas, however
    /// the tree hangs it.
    fn between(&self) -> Option<(Vec<Span>, Form)> {
        let view = self.view;
        let subject = view.own_subject(self.at).filter(|&subject| subject < self.at)?;
        let comma = self.first(subject)?.checked_sub(1).filter(|&at| view.is(at, ","))?;
        let after = self.at + 1;
        let goes_on = after + 1 < view.len() && view.is(after, ",");
        let other = goes_on
            && view.word(after + 1).morph == Morph::Gerund
            && reporting::verb(view.lemma(after + 1)).is_some();
        if !self.row.frames.clause || comma == 0 || !goes_on || other || !self.leads(comma, subject)
        {
            return None;
        }
        let words: Vec<usize> = match self.relative_around(comma) {
            Some(clause) => view.words(clause, &[self.at]),
            None => (0..comma).chain(after + 1..view.len()).collect(),
        };
        Some((view.runs(&words), Form::Clause))
    }

    /// "three guards *who*, survivors said, *had gone back*": the clause whose pronoun stands before the
    /// comma.
    fn relative_around(&self, comma: usize) -> Option<usize> {
        let view = self.view;
        let clause = view.head(self.at).filter(|&clause| view.rel(clause) == Rel::AclRelcl)?;
        let pronoun = view.own_subject(clause)?;
        (pronoun + 1 == comma && is_relative(view.lemma(pronoun))).then_some(clause)
    }

    /// The first word of a phrase that is no punctuation.
    fn first(&self, at: usize) -> Option<usize> {
        let words = self.view.words(at, &[]);
        words.into_iter().find(|&word| self.view.word(word).upos != Upos::Punct)
    }

    /// Whether the words from `from` to the cue are one clause of its own: no verb between but in
    /// what modifies its subject.
    fn leads(&self, from: usize, subject: usize) -> bool {
        let verbs = || (from..self.at).filter(|&at| self.view.word(at).upos == Upos::Verb);
        let own = self.view.words(subject, &[]);
        verbs().all(|at| own.contains(&at))
    }

    fn nothing_follows(&self) -> bool {
        let view = self.view;
        let modifies = |at: usize| matches!(view.rel(at), Rel::Acl | Rel::Amod);
        (self.at + 1..view.len())
            .all(|at| !matches!(view.word(at).upos, Upos::Verb | Upos::Aux) || modifies(at))
            && view.kid(self.at, &[Rel::Obj]).is_none_or(|kid| kid < self.at)
    }

    /// "The mayor said *the bridge is safe*.": when the tree shows no content of a plain verb of
    /// saying, the rest of the sentence, if it is a clause.
    fn rest(&self) -> Option<(Vec<Span>, Form)> {
        let (view, frames) = (self.view, self.row.frames);
        let plain =
            frames.clause && !frames.topic && !frames.to && !frames.naming && !frames.object_to;
        let subject = view.subject(self.at).filter(|&subject| subject < self.at)?;
        let finite =
            view.word(self.at).morph == Morph::Past || view.word(self.at).morph == Morph::Present;
        let from = self.at + 1;
        let starts = from < view.len()
            && (view.is(from, "that")
                || matches!(
                    view.word(from).upos,
                    Upos::Det | Upos::Pron | Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj
                ));
        let verb = (from + 1..view.len())
            .find(|&at| matches!(view.word(at).upos, Upos::Verb | Upos::Aux))?;
        let comma = (from..verb).any(|at| view.is(at, ",") || view.is(at, ":"));
        // "who voted no, called it a shame"
        let other = view.rel(self.at) == Rel::AclRelcl && !view.words(self.at, &[]).contains(&verb);
        // "declared a day of mourning *and cancelled* a trip", "shows a total *when a job has* none"
        let clause = match view.rel(verb) {
            Rel::Aux | Rel::AuxPass | Rel::Cop => view.head(verb).unwrap_or(verb),
            _ => verb,
        };
        let beside = view.head(clause) == Some(self.at)
            && match view.rel(clause) {
                Rel::Conj => view.own_subject(clause).is_none(),
                Rel::Advcl => true,
                _ => false,
            };
        if beside || other || !(plain && finite && starts) || comma || view.is(subject, "that") {
            return None;
        }
        let words: Vec<usize> = (from..view.len()).collect();
        Some((view.runs(&words), Form::Clause))
    }

    /// "*the bridge*, he said, *is safe*", "*the bridge is safe*, as he said"
    fn around(&self) -> Option<(Vec<Span>, Form)> {
        let view = self.view;
        let rel = view.rel(self.at);
        let head = view.head(self.at).filter(|_| self.row.frames.clause)?;
        let as_said = rel == Rel::Advcl && view.introduced_by(self.at).as_deref() == Some("as");
        // "the bridge, he hopes, is safe"; "a sailor *wanted* on suspicion of theft" wishes nothing.
        let closed = || view.word((self.at + 1).min(view.len() - 1)).upos == Upos::Punct;
        let inserted = rel == Rel::Parataxis
            && view.own_subject(self.at).is_some()
            && (self.row.stance != Stance::Wants || closed());
        let leaves = view.kid(self.at, &[Rel::Obj, Rel::Xcomp]).is_none();
        // "…; a reward *is offered*"
        let apart = inserted && (view.is_passive(self.at) || self.is_apart(self.at));
        if !(as_said || inserted) || !leaves || apart {
            return None;
        }
        Some((host(view, head, self.at), Form::Clause))
    }

    /// "vowed *to go*", "urged *them to go*", "is expected *to go*"
    fn infinitive(&self) -> Option<(Vec<Span>, Form)> {
        let (view, frames) = (self.view, self.row.frames);
        let addressed = |&&kid: &&usize| {
            kid > self.at && matches!(view.rel(kid), Rel::Obj | Rel::Iobj | Rel::Obl)
        };
        let object = view.kids(self.at).iter().find(addressed).copied();
        let clauses: &[Rel] = if object.is_some() && frames.object_to {
            &[Rel::Xcomp, Rel::Ccomp, Rel::Advcl]
        } else {
            &[Rel::Xcomp, Rel::Ccomp]
        };
        let content = view.kid(self.at, clauses).filter(|&kid| view.is_infinitive(kid))?;
        let object = object.filter(|&kid| kid < content);
        if view.is_passive(self.at) && (frames.object_to || frames.clause) {
            let mut spans: Vec<Span> =
                view.own_subject(self.at).into_iter().flat_map(|s| self.deed(s)).collect();
            spans.extend(self.deed(content));
            return Some((spans, Form::Clause));
        }
        match object {
            Some(object) if frames.object_to => Some((self.stretch(object, content), Form::Clause)),
            _ if frames.to || frames.object_to => Some((self.deed(content), Form::Clause)),
            _ => None,
        }
    }

    /// The words of what is planned or expected, without what commas set apart in it and the text itself
    /// tells: "agreed to buy Arvel, *a firm based in Turku*, for 2 million".
    fn deed(&self, at: usize) -> Vec<Span> {
        let view = self.view;
        let mut words = view.words(at, &[]);
        let aside = |&kid: &usize| {
            let comma = || {
                view.words(kid, &[]).first().is_some_and(|&first| {
                    view.is(first, ",") || first > 0 && view.is(first - 1, ",")
                })
            };
            // "ordered it to sell a unit *it had bought*"
            let past = || {
                let aux = view.kid(kid, &[Rel::Aux]).is_some_and(|aux| view.is(aux, "had"));
                view.word(kid).morph == Morph::Past || aux
            };
            match view.rel(kid) {
                Rel::AclRelcl | Rel::AdvclRelcl => kid != at && (comma() || past()),
                Rel::Appos => kid != at && comma(),
                // "is known to have lost data, but *an advisory* …"
                Rel::Conj => {
                    let but = view.kid(kid, &[Rel::Cc]).is_some_and(|cc| view.is(cc, "but"));
                    kid != at && but && view.is_noun(kid)
                }
                _ => false,
            }
        };
        let asides: Vec<usize> = words.iter().copied().filter(aside).collect();
        for kid in asides {
            let apart = view.words(kid, &[]);
            words.retain(|word| !apart.contains(word));
        }
        view.runs(&words)
    }

    /// "denied reports that *he resigned*"
    fn denied(&self) -> Option<(Vec<Span>, Form)> {
        let view = self.view;
        let object = view.kid(self.at, &[Rel::Obj]).filter(|&object| object > self.at)?;
        let report =
            self.row.stance == Stance::Denies && reporting::noun(view.lemma(object)).is_some();
        let that = |&kid: &usize| {
            matches!(view.rel(kid), Rel::Acl | Rel::Ccomp)
                && view.introduced_by(kid).as_deref() == Some("that")
        };
        let clause = view.kids(object).iter().copied().find(that).filter(|_| report)?;
        Some((view.phrase(clause, &[]), Form::Clause))
    }

    /// "accused *the army of firing first*": that it did is what the speaker says.
    fn charged(&self) -> Option<(Vec<Span>, Form)> {
        let view = self.view;
        let object = view.kid(self.at, &[Rel::Obj]).filter(|&object| object > self.at)?;
        let deed = |&kid: &usize| {
            view.word(kid).morph == Morph::Gerund
                && view.is_verb(kid)
                && kid > object
                && view.introduced_by(kid).is_some_and(|words| self.row.on.contains(&&*words))
        };
        let mut kids = view.kids(self.at).iter().chain(view.kids(object)).copied();
        let deed = kids.find(deed).filter(|_| accuses(view.lemma(self.at)))?;
        Some((self.stretch(object, deed), Form::Clause))
    }

    /// "called *it a lie*", "described *it as a lie*"; in the passive with the subject
    fn naming(&self) -> Option<(Vec<Span>, Form)> {
        if !self.row.frames.naming {
            return None;
        }
        let view = self.view;
        let first = view.kid(self.at, &[Rel::Xcomp]).filter(|&kid| {
            let mut others = view.kids(self.at).iter();
            kid > self.at
                && view.is_noun(kid)
                && others.any(|&other| other > kid && view.rel(other) == Rel::Xcomp)
        });
        let object = view
            .kid(self.at, &[Rel::Obj, Rel::Iobj])
            .or(first)
            .or_else(|| view.own_subject(self.at).filter(|&kid| view.rel(kid) == Rel::NsubjPass))?;
        let complement = view.kids(self.at).iter().copied().rev().find(|&kid| {
            kid > self.at
                && kid != object
                && (matches!(view.rel(kid), Rel::Xcomp | Rel::Ccomp)
                    || self.is_on(kid)
                    || (view.rel(kid) == Rel::Obj))
        });
        let spans = match complement {
            Some(kid) if object > self.at => self.stretch(object, kid),
            Some(kid) => [view.phrase(object, &[]), view.phrase(kid, &[])].concat(),
            None if self.row.frames.topic && view.rel(object) == Rel::Obj => return None,
            None if self.row.frames.topic => view.phrase(object, &[]),
            // "called half of the lawyers “parasites”", where the tree makes one phrase of it.
            None if object > self.at && self.holds_quote(object) => view.phrase(object, &[]),
            None => return None,
        };
        Some((spans, Form::Topic))
    }

    fn holds_quote(&self, at: usize) -> bool {
        let words = self.view.words(at, &[]);
        words.into_iter().any(|word| word > at && matches!(self.view.form(word), "“" | "\"" | "''"))
    }

    /// "condemned *the raid*", "criticized *him for the raid*"
    fn topic(&self) -> Option<(Vec<Span>, Form)> {
        if !self.row.frames.topic {
            return None;
        }
        let view = self.view;
        let passive = |kid: &usize| view.rel(*kid) == Rel::NsubjPass;
        let object = view
            .kid(self.at, &[Rel::Obj])
            .or_else(|| view.own_subject(self.at).filter(passive))
            .or_else(|| self.gap());
        let object = object?;
        if view.rel(object) != Rel::Obj {
            let modified: Vec<usize> = view
                .kids(object)
                .iter()
                .copied()
                .filter(|&kid| kid > object && view.words(kid, &[]).contains(&self.at))
                .collect();
            return Some((view.phrase(object, &modified), Form::Topic));
        }
        let last =
            view.kids(self.at).iter().copied().rev().find(|&kid| kid > object && self.is_on(kid));
        let mut words = self.core(last.unwrap_or(object));
        words.extend(self.core(object));
        words.extend(self.astray(object).into_iter().flat_map(|kid| self.core(kid)));
        let form = if self.counts(object) { Form::Clause } else { Form::Topic };
        Some((self.whole_phrase(words), form))
    }

    /// What the tree hangs on the verb though it belongs to its object: "defended himself *and his
    /// record*", "described rude behavior *by the coach*".
    fn astray(&self, object: usize) -> Vec<usize> {
        let view = self.view;
        let stray = |&kid: &usize| match view.rel(kid) {
            Rel::Conj => {
                view.is_noun(kid)
                    && view.kid(kid, &[Rel::Cc]).is_some()
                    && view.kid(kid, &[Rel::Nsubj, Rel::NsubjPass, Rel::Cop, Rel::Obj]).is_none()
            }
            Rel::OblAgent => !view.is_passive(self.at),
            _ => false,
        };
        view.kids(self.at).iter().copied().filter(|&kid| kid > object && stray(&kid)).collect()
    }

    /// The words of a phrase without what commas set apart behind it: "backed *the treaty*, which made
    /// her an outlier".
    fn core(&self, at: usize) -> Vec<usize> {
        let view = self.view;
        let apart = |kid: &usize| {
            let aside = matches!(
                view.rel(*kid),
                Rel::AclRelcl | Rel::Acl | Rel::Appos | Rel::Advcl | Rel::Parataxis
            );
            let first = view.words(*kid, &[]).first().copied();
            let comma = |first: usize| {
                let own = matches!(view.form(first), "," | ";" | "—" | "-" | "–");
                own || first.checked_sub(1).is_some_and(|before| view.is(before, ","))
            };
            *kid > at && aside && first.is_some_and(comma)
        };
        let without: Vec<usize> = view.kids(at).iter().copied().filter(apart).collect();
        view.words(at, &without)
    }

    /// "confirmed *12 deaths*": a number is put forward, not only talked about.
    fn counts(&self, object: usize) -> bool {
        let puts_forward = matches!(self.row.stance, Stance::Asserts | Stance::Confirms);
        puts_forward && self.row.frames.clause && self.view.kid(object, &[Rel::Nummod]).is_some()
    }

    /// "*the plan* that critics oppose": the noun of a relative clause with its own subject.
    fn gap(&self) -> Option<usize> {
        let view = self.view;
        let relative = matches!(view.rel(self.at), Rel::AclRelcl | Rel::Acl);
        let bare = !speaker::is_misread(view, self.at)
            && view.rel(self.at) == Rel::Acl
            && view.word(self.at).morph == Morph::Participle;
        let noun = view.head(self.at).filter(|_| relative)?;
        let own = view.own_subject(self.at);
        let gap = own
            .is_some_and(|subject| !["who", "which", "that"].iter().any(|w| view.is(subject, w)));
        (bare || gap).then_some(noun)
    }

    /// "called for *calm*", "talked about *leaving*"
    fn phrase_on(&self) -> Option<(Vec<Span>, Form)> {
        let view = self.view;
        let content = view.kids(self.at).iter().copied().find(|&kid| self.is_on(kid))?;
        let case: Vec<usize> = view
            .kids(content)
            .iter()
            .copied()
            .filter(|&kid| matches!(view.rel(kid), Rel::Case | Rel::Mark) && kid < content)
            .collect();
        let core = self.core(content);
        let words = core.into_iter().filter(|word| !case.contains(word)).collect();
        Some((self.whole_phrase(words), Form::Topic))
    }

    /// The words from the first to the last of `words`, and on to the end of the noun phrase: a
    /// parser often hangs its last prepositions on the verb.
    fn whole_phrase(&self, mut words: Vec<usize>) -> Vec<Span> {
        let view = self.view;
        words.sort_unstable();
        let (Some(&from), Some(&to)) = (words.first(), words.last()) else { return Vec::new() };
        let inside = |at: &usize| {
            let word = view.word(*at);
            match word.upos {
                Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det | Upos::Num | Upos::Adp => true,
                Upos::Verb => matches!(word.morph, Morph::Gerund | Morph::Base),
                Upos::Part => true,
                _ => false,
            }
        };
        let end = (to + 1..view.len()).take_while(inside).last().unwrap_or(to);
        let end = if from < self.at && self.at <= end { to } else { end };
        view.runs(&(from..=end).collect::<Vec<_>>())
    }

    /// Whether a dependent is introduced by one of the cue's prepositions.
    fn is_on(&self, kid: usize) -> bool {
        kid > self.at
            && matches!(self.view.rel(kid), Rel::Obl | Rel::Advcl | Rel::Ccomp | Rel::OblUnmarked)
            && self.view.introduced_by(kid).is_some_and(|words| self.row.on.contains(&&*words))
    }

    /// From the phrase of `first` to the end of the phrase of `last`.
    fn stretch(&self, first: usize, last: usize) -> Vec<Span> {
        let mut words = self.view.words(first, &[]);
        words.extend(self.view.words(last, &[]));
        words.sort_unstable();
        words.dedup();
        let (Some(&from), Some(&to)) = (words.first(), words.last()) else { return Vec::new() };
        self.view.runs(&(from..=to).collect::<Vec<_>>())
    }

    /// "*the lake* appears *to shrink*"
    fn raised(&self) -> Option<Found> {
        let view = self.view;
        let predicate = view.kid(self.at, &[Rel::Xcomp, Rel::Ccomp])?;
        // "seemed to suggest that…": the report is the other verb's.
        if reporting::verb(view.lemma(predicate)).is_some_and(|row| row.frames.clause) {
            return None;
        }
        let subject = view.own_subject(self.at).into_iter().flat_map(|s| view.phrase(s, &[]));
        let spans = subject.chain(view.phrase(predicate, &[])).collect();
        Some((spans, Form::Clause, None))
    }
}

fn ends_speech(form: &str) -> bool {
    form.ends_with([',', '?', '!', '.']) || matches!(form, "\"" | "”" | "''" | "’")
}

/// The clause of `head` around the cue clause of `cue`; a later clause coordinated with it belongs
/// to it only when the cue comes after it.
pub(super) fn host(view: &View<'_>, head: usize, cue: usize) -> Vec<Span> {
    let later = |kid: &usize| {
        *kid == cue
            || (*kid > cue
                && matches!(view.rel(*kid), Rel::Conj | Rel::Parataxis)
                && view.own_subject(*kid).is_some())
    };
    let without: Vec<usize> = view.kids(head).iter().copied().filter(later).collect();
    view.phrase(head, &without)
}
