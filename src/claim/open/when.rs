//! Which times are of a clause, and what they tell of it.

use super::clause::{Clause, vague};
use crate::claim::frame::is_subject;
use crate::lexicon::event_noun::is_event;
use crate::lexicon::sense::verb_of;
use crate::lexicon::{is_prior, is_ranked, is_time_word, names_person};
use crate::mention::{Mention, Referent};
use crate::syntax::{Morph, Rel, Upos};
use crate::text::Span;
use crate::value::Time;

impl Clause<'_> {
    /// Whether a mention belongs to what a copula joins to the subject behind "and": "rose 4% *and were up
    /// 3% by noon*".
    pub(super) fn is_of_second(&self, mention: &Mention) -> bool {
        let at = mention.head as usize;
        let mut path = std::iter::once(at).chain(self.tree.ancestors(at));
        path.by_ref().take_while(|&word| word != self.head()).any(|word| {
            self.tree.words[word].rel == Rel::Conj && self.tree.child(word, Rel::Cop).is_some()
        })
    }

    /// Whether a time is that of an older value: "rose to 2.1 billion from 1.7 billion *at the end of
    /// 2025*".
    pub(super) fn is_prior(&self, time: &Mention) -> bool {
        let words = &self.tree.words;
        let before = words.partition_point(|word| word.span.start < time.span.start);
        let prior = (self.head() + 1..before).find(|&at| is_prior(&words[at].lemma));
        let here = &self.source.mentions[self.mentions.clone()];
        prior.is_some_and(|prior| {
            let between = |mention: &&Mention| {
                let after = mention.span.start >= words[prior].span.end;
                after && mention.span.end <= time.span.start
            };
            // "joined *from* the club Almere for 4 million" holds no value against another.
            let next = |mention: &Mention| {
                let first = words.partition_point(|word| word.span.start < mention.span.start);
                &*words[prior].lemma != "from" || first <= prior + 3
            };
            let value = |mention: &Mention| {
                matches!(mention.referent, Referent::Quantity { .. }) && next(mention)
            };
            here.iter().filter(between).any(value)
        })
    }

    /// "The budget *for the coming year* is due on 2 March": what the subject is for, where another time tells when.
    pub(super) fn is_of_subject(&self, time: &Mention) -> bool {
        let words = &self.tree.words;
        let at = time.head as usize;
        let of = matches!(self.preposition(at).as_deref(), Some("for" | "of"));
        let noun = self.tree.head(at).filter(|_| of && words[at].rel == Rel::Nmod);
        noun.is_some_and(|noun| is_subject(words[noun].rel) && self.has_time_of_its_own())
    }

    /// "will play the winner of *Friday's* match": when the match was says nothing of what is told of its winner.
    pub(super) fn is_of_nested(&self, time: &Mention) -> bool {
        let words = &self.tree.words;
        let at = time.head as usize;
        let noun = self.tree.head(at).filter(|_| words[at].rel == Rel::NmodPoss);
        let of = noun.filter(|&noun| {
            words[noun].rel == Rel::Nmod && self.preposition(noun).as_deref() == Some("of")
        });
        let above = of.and_then(|noun| self.tree.head(noun)).filter(|&above| above != self.head());
        above.is_some_and(|above| names_person(&words[above].lemma))
    }

    /// "LOWDEN *(May 3)*: The toll rose on Friday": when the report was written.
    pub(super) fn is_dateline(&self, time: &Mention) -> bool {
        let at = time.head as usize;
        let mut path = std::iter::once(at).chain(self.tree.ancestors(at));
        path.any(|word| self.tree.words[word].rel == Rel::Discourse)
    }

    /// Whether a time hangs on the predicate itself.
    fn has_time_of_its_own(&self) -> bool {
        self.source.mentions[self.mentions.clone()].iter().any(|other| {
            let at = other.head as usize;
            matches!(other.referent, Referent::Time(_))
                && self.tree.head(at) == Some(self.head())
                && matches!(self.tree.words[at].rel, Rel::Obl | Rel::OblUnmarked)
        })
    }

    /// "more than the mean for the whole *of December*": the time of what a value is held against.
    pub(super) fn is_below_than(&self, time: &Mention) -> bool {
        let words = &self.tree.words;
        let at = time.head as usize;
        let mut path = std::iter::once(at).chain(self.tree.ancestors(at));
        // The tree may hang the phrase on the "more" before "than".
        let next = |up: usize| words.get(up + 1).is_some_and(|next| &*next.lemma == "than");
        let than = |up: usize| {
            let below = self.tree.children(up).any(|kid| &*words[kid].lemma == "than" && kid < at);
            below || next(up) && up < at
        };
        path.by_ref().take_while(|&up| up != self.head()).any(than)
    }

    /// "was rebuilt after the floods *of 2015*": the time of what came before or after.
    pub(super) fn is_of_other_time(&self, time: &Mention) -> bool {
        let at = time.head as usize;
        let of = self.preposition(at).as_deref() == Some("of");
        let noun = self.tree.head(at).filter(|&noun| of && noun != self.head());
        let order = |noun: usize| {
            matches!(
                self.preposition(noun).as_deref(),
                Some("after" | "before" | "since" | "until")
            )
        };
        noun.is_some_and(order)
    }

    /// Whether a time tells which of its kind a noun names, or of an adjective: "the *2009* victims", "a
    /// dividend, payable *on June 16*".
    pub(super) fn is_of_noun(&self, time: &Mention) -> bool {
        self.time_of(time).is_some()
    }

    /// The noun that a time stands before, or the adjective that it stands behind, unless the clause
    /// tells of that word; the noun of an apposition that it is in ("Anna Berg, mayor *from 2014 on*").
    fn time_of(&self, time: &Mention) -> Option<usize> {
        let words = &self.tree.words;
        let mut at = time.head as usize;
        let above = loop {
            let above = self.tree.head(at).filter(|&above| above != self.head())?;
            if !time.span.contains(words[above].span) {
                break above;
            }
            at = above;
        };
        let owner = words[at].rel == Rel::NmodPoss && self.heads[above] == self.head();
        let before = matches!(words[at].rel, Rel::Amod | Rel::Nummod | Rel::Compound)
            && words[above].upos == Upos::Noun;
        let subject = self.tree.head(above) == Some(self.head()) && is_subject(words[above].rel);
        // "had 169 people at the *2001* census": the noun tells when.
        let mut path = std::iter::once(above).chain(self.tree.ancestors(above)).take(4);
        let dated = path.any(|noun| {
            let preposition = self.preposition(noun);
            matches!(
                preposition.as_deref(),
                Some("after" | "at" | "before" | "by" | "during" | "in" | "since" | "until")
            )
        });
        let before = before && !dated;
        // "*Third-quarter* results are due on 30 October": the other time tells when.
        let subject = subject && !self.has_time_of_its_own();
        let adjective = words[above].upos == Upos::Adj
            && matches!(words[above].rel, Rel::Amod | Rel::Appos | Rel::Acl | Rel::Conj)
            && words[at].rel == Rel::Obl;
        let beside = words[at].rel == Rel::Nmod && self.is_aside(above);
        let ranked = self.preposition(at).as_deref() == Some("since") && self.is_ranked(above);
        (before && !subject || adjective || owner || beside || ranked).then_some(above)
    }

    /// "the *deadliest* accident since 2009": a noun that is told to be the first or the most of its kind.
    fn is_ranked(&self, noun: usize) -> bool {
        let words = &self.tree.words;
        let ranks = |kid: usize| {
            words[kid].morph == Morph::Superlative || is_ranked(&words[kid].lemma.to_lowercase())
        };
        words[noun].upos == Upos::Noun && self.tree.children(noun).any(ranks)
    }

    /// "212 pence, *their lowest* since 2020": a noun set beside another, by the tree or by a comma alone.
    fn is_aside(&self, noun: usize) -> bool {
        let word = &self.tree.words[noun];
        let loose = matches!(word.rel, Rel::Obl | Rel::OblUnmarked)
            && self.tree.child(noun, Rel::Case).is_none();
        let first = self.tree.subtree(noun).into_iter().min().unwrap_or(noun);
        let comma = [Some(first), first.checked_sub(1)].into_iter().flatten();
        let comma =
            comma.into_iter().any(|at| self.tree.words[at].span.of(self.source.text) == ",");
        let owned = self.tree.child(noun, Rel::NmodPoss).is_some();
        word.rel == Rel::Appos || (word.upos == Upos::Noun || owned) && loose && comma
    }

    /// Whether a time is what a rate is held against: "87 kilometers *per hour*", "65 miles *an hour*".
    pub(super) fn is_rate(&self, time: &Mention) -> bool {
        let here = &self.source.mentions[self.mentions.clone()];
        let rate = |other: &Mention| {
            matches!(other.referent, Referent::Quantity { .. }) && other.span.contains(time.span)
        };
        if here.iter().any(rate) {
            return true;
        }
        let words = &self.tree.words;
        let first = words.partition_point(|word| word.span.start < time.span.start);
        let per = |at: usize| words.get(at).is_some_and(|word| &*word.lemma == "per");
        // "three days *a week*"
        let next = |other: &Mention| {
            let lasts = matches!(&other.referent, Referent::Time(time) if time.quantity.is_some());
            let beside = words.partition_point(|word| word.span.start < other.span.end) == first;
            lasts && beside && words.get(first).is_some_and(|word| &*word.lemma == "a")
        };
        // "*twice* a day", "three *times* a week"
        let often = |at: usize| matches!(&*words[at].lemma, "once" | "twice" | "time");
        let article =
            words.get(first).is_some_and(|word| matches!(&*word.lemma, "a" | "an" | "each"));
        let before = first.checked_sub(1);
        per(first)
            || before.is_some_and(per)
            || article && before.is_some_and(often)
            || here.iter().any(next)
    }

    /// "revenue rose 4%, *compared with Thursday*": the time that a value is held against. What stands there
    /// in its own words ("compared with 9% in 2021") keeps its time.
    pub(super) fn is_compared(&self, time: usize) -> bool {
        self.frame.predicate == "compare"
            && self.is_participle()
            && self.tree.head(time) == Some(self.head())
    }

    /// "*three days* after the wall gave way": how long after or before something is no length of what the
    /// clause tells.
    pub(super) fn distance(&self, mention: &Mention) -> Option<String> {
        let words = &self.tree.words;
        let end = words.partition_point(|word| word.span.start < mention.span.end);
        let next = words.get(end).map(|word| &*word.lemma);
        // "recovers *in 12 seconds* after a crash"
        let preposition = self.preposition(mention.head as usize);
        // "scored *after 11 minutes*"; "times out after 30 seconds" tells a limit.
        let past = words[self.head()].morph == Morph::Past;
        if past && preposition.as_deref() == Some("after") {
            return Some("duration-after".to_owned());
        }
        let bare = preposition.is_none();
        let word = next.filter(|word| bare && matches!(*word, "after" | "before"))?;
        Some(format!("duration-{word}"))
    }

    /// "reflects shortened *hours*": a unit that nothing counts.
    pub(super) fn is_bare_unit(&self, mention: &Mention) -> bool {
        let word = &self.tree.words[mention.head as usize];
        word.span == mention.span
            && word.morph == Morph::Plural
            && is_time_word(&word.lemma.to_lowercase())
            && self.preposition(mention.head as usize).is_none()
    }

    /// "*Third-quarter* results are due on 30 October": a time that only tells which of its kind the subject is.
    pub(super) fn is_before_subject(&self, time: &Mention) -> bool {
        self.time_of(time).is_some_and(|noun| {
            // "since Jan. 18.Japan's index fell": a full stop without a space.
            let words = &self.tree.words;
            let first = words.partition_point(|word| word.span.start < time.span.start);
            let cased = first.checked_sub(1).is_some_and(|before| words[before].upos == Upos::Adp);
            let subject = is_subject(self.tree.words[noun].rel) && !cased;
            subject && self.tree.head(noun) == Some(self.head()) && (time.head as usize) < noun
        })
    }

    /// "the three months to *the end of June*": the day on which a period ends.
    pub(super) fn ends_period(&self, time: &Mention) -> bool {
        let words = &self.tree.words;
        let first = words.partition_point(|word| word.span.start < time.span.start);
        let to = first.checked_sub(1).filter(|&to| matches!(&*words[to].lemma, "to" | "through"));
        let placed = |other: &Mention| {
            let end = words.partition_point(|word| word.span.start < other.span.end);
            let long = |time: &Time| time.duration.is_some();
            to == Some(end) && matches!(&other.referent, Referent::Time(time) if long(time))
        };
        self.source.mentions[self.mentions.clone()].iter().any(placed)
    }

    /// "in the three months *ended March 31*": what the clause tells is which period is meant.
    pub(super) fn is_end_of_period(&self) -> bool {
        let head = &self.tree.words[self.head()];
        let noun = self
            .tree
            .head(self.head())
            .filter(|_| &*head.lemma == "end" && matches!(head.rel, Rel::Acl | Rel::AclRelcl));
        noun.is_some_and(|noun| {
            matches!(
                &*self.tree.words[noun].lemma,
                "day" | "half" | "month" | "period" | "quarter" | "week" | "year"
            )
        })
    }

    /// "Windows Server *2016*", "CVE-*2024*-319": a year that is part of a name; "retention.*hours*": a word of a
    /// setting's name.
    pub(super) fn is_in_name(&self, mention: &Mention) -> bool {
        let words = &self.tree.words;
        let text = self.source.text;
        if is_in_identifier(text, mention.span) {
            return true;
        }
        let first = words.partition_point(|word| word.span.start < mention.span.start);
        // "Windows Server *2019 or later*"
        let year = words.get(first).map_or("", |word| word.span.of(text));
        let alone = mention.span.of(text).len() == 4 || self.is_or_later(mention.span);
        let bare = alone && year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        let Some(before) = first.checked_sub(1).filter(|_| bare) else { return false };
        let joined = words[before].span.end == mention.span.start;
        // "Office Server 2016", whatever its last noun is taken for.
        let upper = words[before].span.of(text).starts_with(char::is_uppercase);
        let last = words[before].upos == Upos::Noun && upper && {
            let named = |kid: usize| words[kid].upos == Upos::Propn && kid + 1 == before;
            self.tree.children(before).any(named)
        };
        let named = words[before].upos == Upos::Propn || last;
        let name = named && !is_time_word(&words[before].lemma.to_lowercase());
        joined && words[before].upos == Upos::Punct && words[before].span.of(text) == "-"
            || name && {
                let own = matches!(
                    words[first].rel,
                    Rel::Flat | Rel::Nummod | Rel::Compound | Rel::NmodUnmarked
                );
                own || self.tree.head(before) == Some(first)
            }
    }

    /// Whether a span ends with "or later", "or newer".
    fn is_or_later(&self, span: Span) -> bool {
        let words = &self.tree.words;
        let end = words.partition_point(|word| word.span.start < span.end);
        let lemma = |back: usize| end.checked_sub(back).map_or("", |at| &*words[at].lemma);
        lemma(2) == "or"
    }

    /// "time", with the preposition that bounds a date ("after the 2000 elections": `time-after`).
    pub(super) fn bounded(&self, mention: &Mention) -> String {
        let mut at = mention.head as usize;
        for _ in 0..3 {
            match self.preposition(at).as_deref() {
                Some(word @ ("after" | "before" | "since" | "until" | "till" | "by")) => {
                    return format!("time-{word}");
                }
                Some(_) => break,
                None => {}
            }
            let Some(above) = self.tree.head(at).filter(|&above| above != self.head()) else {
                break;
            };
            at = above;
        }
        "time".to_owned()
    }

    /// The noun that a time stands before in the genitive, unless the clause tells of that noun.
    pub(super) fn owned(&self, mention: &Mention) -> Option<String> {
        if let Some(noun) = self.time_of(mention) {
            return Some(self.tree.words[noun].lemma.to_lowercase());
        }
        let at = mention.head as usize;
        let genitive = self.tree.words[at].rel == Rel::NmodPoss;
        let above = self.tree.head(at).filter(|&above| genitive && above != self.head())?;
        let own =
            self.tree.head(above) == Some(self.head()) && is_subject(self.tree.words[above].rel);
        (!own).then(|| self.tree.words[above].lemma.to_lowercase())
    }

    /// The time right behind an older value: "from 530 million *in 2019*".
    pub(super) fn time_behind(&self, mention: &Mention) -> Option<Time> {
        const NEAR: usize = 3;
        let words = &self.tree.words;
        let place = |span: Span| words.partition_point(|word| word.span.start < span.start);
        let end = words.partition_point(|word| word.span.start < mention.span.end);
        let here = &self.source.mentions[self.mentions.clone()];
        here.iter().find_map(|other| match &other.referent {
            Referent::Time(time)
                if (time.quantity.is_none() || time.extent.is_some())
                    && !vague(time)
                    && (end..end + NEAR).contains(&place(other.span)) =>
            {
                Some(time.clone())
            }
            _ => None,
        })
    }

    /// The eventive noun that a length of time is a length of: "60 days of refusal".
    pub(super) fn lasting(&self, mention: &Mention) -> Option<usize> {
        let Referent::Time(time) = &mention.referent else { return None };
        time.quantity.as_ref()?;
        // "*within* five years of diagnosis" is counted from it.
        if self.preposition(mention.head as usize).as_deref() == Some("within") {
            return None;
        }
        let of = |&kid: &usize| {
            let word = &self.tree.words[kid];
            let eventive = verb_of(&word.lemma).is_some() || is_event(&word.lemma);
            word.rel == Rel::Nmod && eventive && self.preposition(kid).as_deref() == Some("of")
        };
        self.tree.children(mention.head as usize).find(of)
    }
}

/// Whether a small letter is joined to what stands at a span by a full stop or a low line; a sentence may end without a
/// space behind it ("on Friday.The").
fn is_in_identifier(text: &str, span: Span) -> bool {
    let joins = |c: &char| matches!(c, '.' | '_');
    let small = span.of(text).starts_with(char::is_lowercase);
    let before = text.get(..span.start as usize).unwrap_or_default();
    let mut back = before.chars().rev();
    let led =
        back.next().is_some_and(|c| joins(&c)) && back.next().is_some_and(char::is_alphabetic);
    let after = text.get(span.end as usize..).unwrap_or_default();
    let mut on = after.chars();
    let followed =
        on.next().is_some_and(|c| joins(&c)) && on.next().is_some_and(char::is_lowercase);
    small && led || followed
}
