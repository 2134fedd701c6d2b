//! What of a clause no reader would take for a claim of it.

use super::clause::Clause;
use crate::claim::{Polarity, is_subject};
use crate::lexicon::number::is_label;
use crate::lexicon::sense::partial;
use crate::lexicon::{lags, motion, people};
use crate::mention::{Mention, Referent};
use crate::syntax::{Morph, Rel, Upos, Word};
use crate::value::{Bound, Decimal, Quantity};

impl Clause<'_> {
    /// Whether a mention says nothing that a reader would take for a claim of its clause: the time of
    /// a rate; "first" as an adverb and "the second" without a noun; the whole that a count is taken out
    /// of before it ("Of the 19 analysts, 11 …"); a number within an apposition ("a town of 18,000"); what a
    /// value is held against ("above the 12 that they had expected"); how far a value is from another; a clause
    /// without its verb; the number of those whom a noun is of.
    pub(super) fn passes_over(&self, mention: &Mention) -> bool {
        let at = mention.head as usize;
        let word = &self.tree.words[at];
        if self.factuality.0 == Polarity::Negated && (self.is_reason(at) || self.is_nested(mention))
        {
            return true;
        }
        if self.is_of_some(at) {
            return true;
        }
        match &mention.referent {
            Referent::Time(time) => {
                self.is_rate(mention)
                    || self.is_cry()
                    || self.is_before_subject(mention)
                    || self.is_of_subject(mention)
                    || self.is_of_nested(mention)
                    || self.is_dateline(mention)
                    || self.ends_period(mention)
                    || self.is_prior(mention)
                    || self.is_in_name(mention)
                    || self.is_end_of_period()
                    || self.is_compared(at)
                    || self.is_bare_unit(mention)
                    || time.quantity.is_none()
                        && (self.is_than(mention) || self.is_below_than(mention))
                    || self.attribution.iter().any(|link| {
                        link.speaker.is_some_and(|speaker| speaker.contains(mention.span))
                    })
                    || self.is_in_apposition(mention)
                    // "no *daily* limit"
                    || time.set && word.upos == Upos::Adj && word.rel == Rel::Amod
            }
            Referent::Quantity { value, .. } if value.ordinal => {
                let joined = self.tree.words.get(at + 1).is_some_and(|next| {
                    let dash = next.span.start == word.span.end;
                    dash && next.span.of(self.source.text) == "-"
                });
                let article =
                    self.tree.children(at).any(|kid| self.tree.words[kid].upos == Upos::Det);
                let adverb = &*word.lemma == "first" && word.rel == Rel::Advmod;
                let above = self.tree.head(at).map(|head| self.tree.words[head].upos);
                let modifies = matches!(word.rel, Rel::Amod | Rel::Nummod | Rel::Compound)
                    && matches!(above, Some(Upos::Noun | Upos::Propn));
                joined || !modifies && (article || adverb)
            }
            Referent::Quantity { value, .. } => {
                let bare = value.unit.is_none();
                let point = value.text.contains('.');
                let version = bare && point && self.is_beside(at);
                version
                    || bare && self.is_second_of_score(at)
                    || bare && point && self.is_age_of_release(mention)
                    || self.is_cry()
                    || point && self.is_release(value)
                    || self.is_label(value, at)
                    || self.is_in_gap(at)
                    || self.is_difference(value, mention)
                    || self.is_of_known(mention)
                    || self.is_loose(value, mention)
                    || bare && self.is_of_person(at)
                    || bare && self.is_listed_label(at)
                    || self.is_within_share(mention)
                    || self.is_fronted_whole(at)
                    || !value.age && self.is_in_apposition(mention)
                    || self.is_standard(at)
                    || self.is_apposed_to_day(at)
            }
            // "a fourth, *Holm's* brother, died", "Voss, mayor *of Brod*, died"
            Referent::Actor(_) | Referent::Place(_)
                if self.is_in_aside(mention) || self.is_home(mention) =>
            {
                true
            }
            // "*The Ghanaian* was carried off" is one man, not his people.
            Referent::Actor(name) => {
                let the = self.tree.child(at, Rel::Det).is_some();
                let many = mention.span.of(self.source.text).ends_with('s');
                the && !many && word.morph != Morph::Plural && is_folk(&name.canonical)
            }
            _ => false,
        }
    }

    /// Whether a place or name only tells of a noun of the clause: that the ruling of a court "in Arusha" has not
    /// been carried out says nothing of Arusha.
    fn is_nested(&self, mention: &Mention) -> bool {
        let names = matches!(mention.referent, Referent::Place(_) | Referent::Actor(_));
        let above = self.tree.head(self.first_of(mention.head as usize));
        let noun = |at: usize| {
            at != self.head()
                && matches!(self.tree.words[at].upos, Upos::Noun | Upos::Propn)
                && !mention.span.contains(self.tree.words[at].span)
        };
        names && above.is_some_and(noun)
    }

    /// "Ida Holm, 42, *of Brod*, was fined": where somebody is from says nothing of what the clause tells.
    fn is_home(&self, mention: &Mention) -> bool {
        let words = &self.tree.words;
        let first = words.partition_point(|word| word.span.start < mention.span.start);
        let end = words.partition_point(|word| word.span.start < mention.span.end);
        let comma =
            |at: usize| words.get(at).is_some_and(|word| word.span.of(self.source.text) == ",");
        let case = first.checked_sub(1).filter(|&at| matches!(&*words[at].lemma, "of" | "from"));
        let before = case.and_then(|case| case.checked_sub(2)).filter(|&at| comma(at + 1));
        let age = |at: usize| {
            words[at].upos == Upos::Num
                && at > 1
                && comma(at - 1)
                && words[at - 2].upos == Upos::Propn
        };
        comma(end) && before.is_some_and(|at| words[at].upos == Upos::Propn || age(at))
    }

    /// Whether a name stands within what commas set beside a noun.
    fn is_in_aside(&self, mention: &Mention) -> bool {
        let words = &self.tree.words;
        let at = mention.head as usize;
        let mut path = self.tree.ancestors(at).take_while(|&up| up != self.head());
        let aside = path.find(|&up| words[up].rel == Rel::Appos);
        let modifies =
            matches!(words[at].rel, Rel::Amod | Rel::Compound | Rel::Nmod | Rel::NmodPoss);
        modifies
            && aside.is_some_and(|up| {
                words[up].upos == Upos::Noun && !mention.span.contains(words[up].span)
            })
    }

    /// ", *most of them* from Brod": what is told of some of those before is not told of the clause.
    fn is_of_some(&self, at: usize) -> bool {
        let words = &self.tree.words;
        let mut path = self.tree.ancestors(at).take_while(|&up| up != self.head());
        path.any(|up| {
            let them = |kid: usize| matches!(&*words[kid].lemma, "they" | "them" | "whom");
            let some = partial(&words[up].lemma.to_lowercase()) && words[up].upos != Upos::Num;
            some && words[up].rel != Rel::Obj && self.tree.children(up).any(them)
        })
    }

    /// "was not approved *because of* the lobby", "*with 48 seats* they cannot block it": why something did not happen is
    /// not denied, nor what stands before the subject.
    fn is_reason(&self, at: usize) -> bool {
        let subject =
            self.tree.children(self.head()).find(|&kid| is_subject(self.tree.words[kid].rel));
        let fronted = |at: usize| subject.is_some_and(|subject| at < subject);
        let mut path = std::iter::once(at).chain(self.tree.ancestors(at));
        path.by_ref().take_while(|&word| word != self.head()).any(|word| {
            let reason = matches!(
                &*self.preposition(word).unwrap_or_default(),
                "because" | "due" | "despite"
            );
            let with = fronted(word) && self.preposition(word).as_deref() == Some("with");
            (reason || with) && matches!(self.tree.words[word].rel, Rel::Obl | Rel::Nmod)
        })
    }

    /// ", *a fifth* of them": what is counted is told elsewhere.
    fn is_loose(&self, value: &Quantity, mention: &Mention) -> bool {
        let bare = value.unit.is_none() || value.measure.is_some() && !is_share(value);
        let own = mention.span.contains(self.head_span());
        let fragment = own && self.is_verbless() && self.tree.head(self.head()).is_some();
        bare && fragment
    }

    /// "won five medals *and Sweden three*", "400 in Leeds *and 200 in York*": what the number counts there is told by
    /// a verb that the clause leaves out.
    fn is_in_gap(&self, at: usize) -> bool {
        let head = self.head();
        let word = &self.tree.words[head];
        let orphan = self.tree.words[at].rel == Rel::Orphan;
        let and = self.tree.child(head, Rel::Cc);
        let and = and.is_some_and(|and| &*self.tree.words[and].lemma == "and");
        orphan || word.rel == Rel::Parataxis && word.upos == Upos::Num && and
    }

    /// "3 euros *more* than a year before", "two points *behind* Norwick", "three times *the price*", "twice *as* much",
    /// "half *of what* they feared": a number that another value is needed for.
    fn is_difference(&self, value: &Quantity, mention: &Mention) -> bool {
        let words = &self.tree.words;
        let end = words.partition_point(|word| word.span.start < mention.span.end);
        let lemma = |at: usize| words.get(at).map_or("", |word| &*word.lemma);
        let upos = |at: usize| words.get(at).map(|word| word.upos);
        let names = |at: usize| {
            matches!(upos(at), Some(Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb | Upos::Num))
        };
        let degree = words.get(end).is_some_and(|word| word.morph == Morph::Comparative);
        // "12 *more* people", "four metres *longer*"
        let compared = degree && !is_share(value) && !names(end + 1);
        let factor = value.unit.as_deref() == Some("time")
            && (lemma(end) == "as" || degree || matches!(upos(end), Some(Upos::Det | Upos::Pron)));
        let start = words.partition_point(|word| word.span.start < mention.span.start);
        let part = (start..end + 2).any(|at| lemma(at) == "of" && lemma(at + 1) == "what");
        compared || factor || part || lags(lemma(end))
    }

    /// "the ministers of *the two countries* met": how many there are of those whom a noun is of, and who are known,
    /// says nothing of the clause.
    fn is_of_known(&self, mention: &Mention) -> bool {
        let words = &self.tree.words;
        let at = mention.head as usize;
        let noun = if words[at].rel == Rel::Nummod { self.tree.head(at).unwrap_or(at) } else { at };
        let known = self.tree.children(noun).any(|kid| {
            let definite = matches!(&*words[kid].lemma, "the" | "both" | "these" | "those");
            definite && kid < noun || words[kid].rel == Rel::NmodPoss
        });
        let above = self.tree.head(noun).filter(|&above| above != self.head());
        let of = words[noun].rel == Rel::Nmod
            && self.preposition(noun).as_deref() == Some("of")
            && above.is_some_and(|above| {
                // "*two thirds of* the votes"
                let fraction = mention.span.contains(words[above].span);
                matches!(words[above].upos, Upos::Noun | Upos::Adj) && !fraction
            });
        known && of && !self.is_taken_from(mention)
    }

    /// "Clients older than *4.6*": which releases are meant.
    fn is_age_of_release(&self, mention: &Mention) -> bool {
        let words = &self.tree.words;
        let end = words.partition_point(|word| word.span.start < mention.span.end);
        let number = (0..end).rev().find(|&at| words[at].upos == Upos::Num);
        let than =
            number.and_then(|at| at.checked_sub(1)).filter(|&at| &*words[at].lemma == "than");
        let degree = than.and_then(|than| than.checked_sub(1));
        degree.is_some_and(|at| {
            matches!(
                &*words[at].lemma,
                "old" | "older" | "new" | "newer" | "early" | "earlier" | "late" | "later"
            )
        })
    }

    /// "“Thirty-three people, six years.”": what is quoted without a verb tells of nothing that it is so.
    fn is_cry(&self) -> bool {
        let verb = |word: &Word| matches!(word.upos, Upos::Verb | Upos::Aux);
        let quoted = &*self.tree.words[0].lemma == "\"";
        let said = quoted && !self.attribution.is_empty();
        said && self.is_verbless() && !self.tree.words.iter().any(verb)
    }

    /// "approved by 17 votes *to 12*": what stands against a count.
    fn is_second_of_score(&self, at: usize) -> bool {
        let words = &self.tree.words;
        let to = self.tree.child(at, Rel::Case).filter(|&to| &*words[to].lemma == "to");
        let noun = to.and_then(|to| to.checked_sub(1));
        noun.is_some_and(|noun| {
            let counted = self.tree.child(noun, Rel::Nummod).is_some();
            counted && self.preposition(noun).as_deref() == Some("by")
        })
    }

    fn is_standard(&self, at: usize) -> bool {
        let lemma = |kid: usize| &*self.tree.words[kid].lemma;
        let mut kids = self.tree.children(at);
        let beyond = kids.any(|kid| {
            self.tree.words[kid].rel == Rel::Case
                && (matches!(lemma(kid), "above" | "below" | "beyond" | "versus")
                    || lemma(kid) == "than" && self.frame.predicate != "be")
        });
        // "*short of* the 5.9 billion that was expected"
        let of = self.tree.child(at, Rel::Case).filter(|&of| lemma(of) == "of");
        let lags = of.and_then(|of| of.checked_sub(1)).is_some_and(|before| lags(lemma(before)));
        (beyond || lags) && self.tree.children(at).any(|kid| lemma(kid) == "the")
    }

    /// "will report on 3 May, *a week earlier* than *last year*": how far apart two times are, and the time that another is
    /// held against.
    pub(super) fn is_than(&self, time: &Mention) -> bool {
        let words = &self.tree.words;
        let first = words.partition_point(|word| word.span.start < time.span.start);
        let end = words.partition_point(|word| word.span.start < time.span.end);
        let than = |at: usize| words.get(at).is_some_and(|word| &*word.lemma == "than");
        let degree = |at: usize| words.get(at).is_some_and(|word| word.morph == Morph::Comparative);
        let apart = than(end) && end > first && degree(end - 1);
        apart || first > 1 && than(first - 1) && degree(first - 2)
    }

    /// "reached 43 degrees on Friday, *four degrees* above the mean": a number that the tree apposes to a time says nothing of
    /// it.
    fn is_apposed_to_day(&self, at: usize) -> bool {
        let words = &self.tree.words;
        let first = self.tree.subtree(at).into_iter().min().unwrap_or(at);
        let apart = (first..=at).chain(first.checked_sub(1));
        let apart = apart.into_iter().any(|at| words[at].span.of(self.source.text) == ",");
        let above = self.tree.head(at).filter(|_| apart && words[at].rel == Rel::Appos);
        let here = &self.source.mentions[self.mentions.clone()];
        let timed = |up: usize| {
            let time = |other: &&Mention| matches!(other.referent, Referent::Time(_));
            here.iter().filter(time).any(|other| other.head as usize == up)
        };
        above.is_some_and(timed)
    }

    /// "*4.0* release notes": what is counted is never printed with a point and a nought.
    fn is_release(&self, value: &Quantity) -> bool {
        let counts = value.measure.is_none() && value.per.is_none() && value.bound == Bound::Exact;
        let whole = value.printed.first().is_some_and(Decimal::is_integer);
        let scaled = value.printed.iter().any(|number| *number > Decimal::from(999));
        counts && whole && !scaled && value.unit.as_deref().is_none_or(|unit| unit.len() != 3)
    }

    /// "45 seconds *in 4.1*", "an upgrade *from 4.0*": a number with a point that measures nothing and
    /// that nothing moves to.
    fn is_beside(&self, at: usize) -> bool {
        let word = &self.tree.words[at];
        let phrase = matches!(word.rel, Rel::Obl | Rel::Nmod);
        let preposition = self.preposition(at);
        let beside = matches!(
            preposition.as_deref(),
            Some("in" | "from" | "on" | "before" | "after" | "since" | "until" | "with")
        );
        phrase && beside && motion(self.head_lemma()).is_none()
    }

    /// "the *3.2* branch": a number with a point before a noun for one thing counts nothing.
    fn is_label(&self, value: &Quantity, at: usize) -> bool {
        let broken = value.printed.first().is_some_and(|number| !number.is_integer());
        let noun =
            if self.tree.words[at].upos == Upos::Num { self.tree.head(at) } else { Some(at) };
        let single = |noun: usize| {
            let word = &self.tree.words[noun];
            word.upos == Upos::Noun && word.morph != Morph::Plural
        };
        let own = value.measure.is_none()
            && value.per.is_none()
            && value.unit.as_deref().is_some_and(|unit| unit.len() > 3);
        own && noun.is_some_and(|noun| single(noun) && (broken || self.is_address(value, noun)))
    }

    /// "the *1400* block of Pine Street": a number that tells one of its kind from the others.
    fn is_address(&self, value: &Quantity, noun: usize) -> bool {
        let words = &self.tree.words;
        let several = value.strict.low.is_some_and(|low| low > Decimal::from(99));
        let of_name =
            self.tree.child(noun, Rel::Nmod).is_some_and(|of| words[of].upos == Upos::Propn);
        several && of_name && is_label(&words[noun].lemma)
    }

    /// "a mother *of three*": whose children the number counts says nothing of the clause.
    fn is_of_person(&self, at: usize) -> bool {
        let above = self.tree.head(at).filter(|_| self.tree.words[at].rel == Rel::Nmod);
        let one = |noun: usize| {
            let word = &self.tree.words[noun];
            word.morph != Morph::Plural && people(&word.lemma).is_some()
        };
        self.preposition(at).as_deref() == Some("of") && above.is_some_and(one)
    }

    /// "versions 6, *7 and 8*": numbers behind their noun tell which ones.
    fn is_listed_label(&self, at: usize) -> bool {
        let words = &self.tree.words;
        let first = self.tree.head(at).filter(|&first| first < at && words[at].rel == Rel::Conj);
        let label = first.filter(|&first| {
            let behind = matches!(words[first].rel, Rel::Dep | Rel::Flat | Rel::NmodUnmarked);
            words[first].upos == Upos::Num && behind
        });
        let noun = label.and_then(|label| self.tree.head(label).filter(|&noun| noun < label));
        noun.is_some_and(|noun| matches!(words[noun].upos, Upos::Noun | Upos::Propn))
    }

    /// "half of the homes in *five villages* burned": where those are of whom a share is told.
    fn is_within_share(&self, mention: &Mention) -> bool {
        let words = &self.tree.words;
        let at = mention.head as usize;
        let noun = if words[at].rel == Rel::Nummod { self.tree.head(at).unwrap_or(at) } else { at };
        let placed =
            words[noun].rel == Rel::Nmod && self.preposition(noun).as_deref() == Some("in");
        let here = &self.source.mentions[self.mentions.clone()];
        let share = |up: usize| {
            let counts = |other: &Mention| {
                let share =
                    matches!(&other.referent, Referent::Quantity { value, .. } if is_share(value));
                share && other.span.contains(words[up].span)
            };
            partial(&words[up].lemma) || here.iter().any(counts)
        };
        let mut path = self.tree.ancestors(noun).take_while(|&up| up != self.head());
        placed && path.any(|up| !mention.span.contains(words[up].span) && share(up))
    }

    fn is_fronted_whole(&self, at: usize) -> bool {
        let noun =
            self.tree.head(at).filter(|_| self.tree.words[at].rel == Rel::Nummod).unwrap_or(at);
        let of =
            self.tree.child(noun, Rel::Case).filter(|&case| &*self.tree.words[case].lemma == "of");
        of == Some(0)
    }

    /// Whether a number stands below an apposition that is no number itself and stands by a name.
    pub(super) fn is_in_apposition(&self, mention: &Mention) -> bool {
        let words = &self.tree.words;
        let at = mention.head as usize;
        let mut path = std::iter::once(at).chain(self.tree.ancestors(at)).take(4);
        let apposed = path.find(|&word| words[word].rel == Rel::Appos);
        // What a clause within the apposition tells is told: "a banker who took office *14 months ago*".
        let other = |word: &usize| {
            self.holds(mention)
                && self.heads[*word] == self.head()
                && !mention.span.contains(words[*word].span)
        };
        let Some(apposed) = apposed.filter(other) else { return false };
        let first = self.tree.subtree(apposed).into_iter().min().unwrap_or(apposed);
        let comma = |at: usize| words[at].span.of(self.source.text) == ",";
        let apart = comma(first) || first.checked_sub(1).is_some_and(comma);
        // "the strip, *a valley* with 48,000 inhabitants, …": what is apposed to a noun comes before its number.
        let before = apart && words[apposed].span.end <= mention.span.start;
        let name = |head: usize| {
            words[head].upos == Upos::Propn || before && words[head].upos == Upos::Noun
        };
        let bare =
            matches!(&mention.referent, Referent::Quantity { value, .. } if value.unit.is_none());
        self.tree.child(apposed, Rel::Nummod).is_none()
            && (bare || apart && words[apposed].upos == Upos::Noun)
            && self.tree.head(apposed).is_some_and(name)
    }
}

fn is_share(value: &Quantity) -> bool {
    value.unit.as_deref() == Some("percent")
}

/// Whether a name is that of the people of a country.
fn is_folk(name: &str) -> bool {
    name.starts_with("people of ")
}
