//! The words of a text around the value of an open claim: whom or what it is said of, and the words that
//! lead to it.

use crate::claim::{Account, Change, Claim, Subject, is_subject, shared_subject};
use crate::syntax::{Morph, Rel, Tree, Upos};
use crate::text::Span;
use crate::value::Value;

/// The most words that are given of a subject or a predicate.
const MOST: usize = 16;

/// What an open claim says in the words of the text.
#[derive(Debug, Default)]
pub(super) struct Around {
    /// Whom or what it is said of: "Files".
    pub(super) subject: Option<String>,
    /// What is said, up to the value: "be released under the … licence" of "MIT", "could not see the coast" of
    /// a claim that something is so.
    pub(super) predicate: Option<String>,
}

/// The words around the value of a claim that no table has a property for.
pub(super) fn of(claim: &Claim, account: &Account, trees: &[Tree], text: &str) -> Around {
    around(claim, account, trees, text).unwrap_or_default()
}

fn around(claim: &Claim, account: &Account, trees: &[Tree], text: &str) -> Option<Around> {
    let sentence = trees.partition_point(|tree| tree.span.end <= claim.value_span.start);
    let tree = trees.get(sentence)?;
    let page = Page { tree, text };
    let start = account.frames.partition_point(|frame| (frame.sentence as usize) < sentence);
    let frames = account.frames[start..].iter().take_while(|f| f.sentence as usize == sentence);
    let value = top_of(tree, claim.value_span)?;
    let Some(property) = claim.property.strip_prefix("open.") else {
        // What is done: "The council *meets*".
        let state = claim.rule == "status.verb";
        let mut heads = frames.map(|frame| frame.head as usize);
        let head = heads.find(|&head| head == value).filter(|_| state)?;
        return Some(Around { subject: page.subject(head), predicate: Some(page.whole(head)) });
    };
    if let Some(age) = page.age(claim, value) {
        return Some(age);
    }
    let own = property.split('.').next().unwrap_or_default();
    let mut path = std::iter::once(value).chain(tree.ancestors(value));
    let heads: Vec<usize> =
        frames.filter(|frame| frame.predicate == own).map(|frame| frame.head as usize).collect();
    // What is told of a noun alone ("mud four metres deep") is none of the clause around it.
    let told = |at: &usize| {
        let whole = claim.evidence.first().is_none_or(|span| span.contains(tree.words[*at].span));
        heads.contains(at) && whole
    };
    let head = path.find(told)?;
    let predicate = match claim.rule {
        "open.occurrence" => page.whole(head),
        _ => page.up_to(head, value, claim),
    };
    let mut subject = page.subject(head);
    // "the brewer of Alba and *Berta*": whichever name of the subject it is.
    let name = claim.value_span.of(text);
    let own = tree.ancestors(value).take_while(|&up| up != head).last().unwrap_or(value);
    let joined = |at: usize| {
        matches!(tree.words[at].rel, Rel::Conj | Rel::Appos | Rel::Flat | Rel::NmodDesc)
    };
    let mut below = std::iter::once(value).chain(tree.ancestors(value)).take_while(|&up| up != own);
    let alone = below.all(joined);
    let named = matches!(claim.value, Value::Name(_) | Value::Place(_))
        && is_subject(tree.words[own].rel)
        && alone;
    if named && !subject.as_ref().is_some_and(|words| words.contains(name)) {
        subject = Some(name.to_owned());
    }
    Some(Around { subject, predicate: Some(predicate) })
}

/// The word of a span that the others hang on.
fn top_of(tree: &Tree, span: Span) -> Option<usize> {
    let first = tree.words.partition_point(|word| word.span.start < span.start);
    let end = tree.words.partition_point(|word| word.span.start < span.end);
    let inside = |at: usize| (first..end).contains(&at);
    (first..end)
        .find(|&at| tree.words[at].upos != Upos::Punct && !tree.head(at).is_some_and(inside))
}

/// What a claim without a preposition before its value tells of the deed.
fn how(claim: &Claim) -> &'static str {
    let Value::Time(time) = &claim.value else { return "" };
    match claim.property.rsplit('.').next() {
        Some("duration-before") => "how long before",
        Some("duration-after") => "how long after",
        _ if time.extent.is_none() && time.duration.is_some() => "",
        _ if time.quantity.is_none() || time.extent.is_some() => "when",
        _ => "",
    }
}

/// Whether a claim gives the second of two values that a mention tells as a move from one to the other.
fn is_newer(claim: &Claim, text: &str) -> bool {
    let Value::Quantity(quantity) = &claim.value else { return false };
    let moves = claim.value_span.of(text).contains(" to ");
    moves && quantity.printed.len() == 1 && claim.scope.change != Some(Change::Before)
}

/// A sentence with its words.
struct Page<'a> {
    tree: &'a Tree,
    text: &'a str,
}

impl Page<'_> {
    fn rel(&self, at: usize) -> Rel {
        self.tree.words[at].rel
    }

    /// Whether a word stands right behind another: "," or "'s".
    fn is_mark(&self, at: usize) -> bool {
        matches!(
            self.tree.words[at].span.of(self.text),
            "," | "." | ";" | ":" | ")" | "%" | "'s" | "’s"
        )
    }

    fn is_comma(&self, at: usize) -> bool {
        self.tree.words[at].span.of(self.text) == ","
    }

    /// Some words in order, as the text has them; a gap is one space.
    fn words(&self, words: &[usize]) -> String {
        let mut out = String::new();
        let mut before: Option<usize> = None;
        for &at in words {
            let span = self.tree.words[at].span;
            let joined = before.is_some_and(|last| self.tree.words[last].span.end == span.start)
                || self.is_mark(at);
            if !out.is_empty() && !joined {
                out.push(' ');
            }
            out.push_str(span.of(self.text));
            before = Some(at);
        }
        out
    }

    /// "a *62-year-old woman* died": whose age a number of years is.
    fn age(&self, claim: &Claim, value: usize) -> Option<Around> {
        let Value::Quantity(quantity) = &claim.value else { return None };
        if !quantity.age || !matches!(claim.subject, Subject::Event(_) | Subject::Unknown) {
            return None;
        }
        let noun = self.tree.ancestors(value).take(4).find(|&at| {
            let word = &self.tree.words[at];
            word.span.start >= claim.value_span.end && word.upos == Upos::Noun
        })?;
        let word = self.tree.words[noun].span.of(self.text);
        Some(Around { subject: None, predicate: Some(format!("age of {word}")) })
    }

    /// The phrase of word `at` without clauses and asides in it.
    fn phrase(&self, at: usize) -> Vec<usize> {
        let mut words = vec![at];
        let mut todo = vec![at];
        while let Some(head) = todo.pop() {
            let kids = self.tree.children(head).filter(|&kid| !self.is_aside(kid, at));
            let kids: Vec<usize> = kids.filter(|kid| !words.contains(kid)).collect();
            words.extend(&kids);
            todo.extend(kids);
        }
        words.sort_unstable();
        while words.last().is_some_and(|&last| self.tree.words[last].upos == Upos::Punct) {
            words.pop();
        }
        while words.first().is_some_and(|&first| self.tree.words[first].upos == Upos::Punct) {
            words.remove(0);
        }
        words
    }

    /// Whether a word opens a clause or an aside within the phrase of `top`, or joins it to what stands before.
    fn is_aside(&self, at: usize, top: usize) -> bool {
        let joins = self.tree.head(at) == Some(top) && at < top;
        // "the chairman *Ada Holm*"
        let before = at.checked_sub(1).and_then(|_| self.tree.subtree(at).first().copied());
        let close = before.and_then(|first| first.checked_sub(1)).is_some_and(|before| {
            self.rel(at) == Rel::Appos && self.tree.words[before].upos != Upos::Punct
        });
        // "the pact, *signed* in May, gives"
        let apart = |first: usize| first.checked_sub(1).is_some_and(|before| self.is_comma(before));
        match self.rel(at) {
            Rel::Acl if self.tree.subtree(at).first().is_some_and(|&first| apart(first)) => true,
            // "a report *that it had hired a bank*"
            Rel::Acl if self.tree.children(at).any(|kid| is_subject(self.rel(kid))) => true,
            Rel::Acl if self.is_comma(self.tree.subtree(at).first().copied().unwrap_or(at)) => true,
            Rel::Appos if close && self.tree.words[at].upos == Upos::Propn => false,
            Rel::AclRelcl | Rel::Appos | Rel::Parataxis | Rel::Advcl | Rel::AdvclRelcl => true,
            Rel::Cc => joins,
            rel => is_subject(rel),
        }
    }

    /// The noun phrase that a clause is about, its own or that of the clause that it goes on from.
    fn subject(&self, head: usize) -> Option<String> {
        let own = self.tree.children(head).find(|&kid| is_subject(self.rel(kid)));
        let expletive = || self.tree.child(head, Rel::Expl);
        let relative = own.filter(|_| self.rel(head) == Rel::AclRelcl);
        let which = |&at: &usize| {
            let word = &self.tree.words[at];
            matches!(&*word.lemma.to_lowercase(), "who" | "which" | "that")
        };
        let infinitive = self.tree.child(head, Rel::Mark).is_some();
        // "Links expire; *use* the option": an order is given to nobody that is named.
        let apart = match self.rel(head) {
            Rel::Parataxis => true,
            Rel::Acl => infinitive,
            _ => false,
        };
        let shared = || shared_subject(self.tree, head).filter(|_| !apart);
        let noun = match relative.filter(which) {
            Some(_) => self.tree.head(head),
            None => expletive().or(own).or_else(shared),
        }?;
        let word = &self.tree.words[noun];
        // "*Heating the hall* costs 900 euros"
        let deed = word.morph == Morph::Gerund && word.rel == Rel::Csubj;
        if matches!(word.upos, Upos::Verb | Upos::Aux) && !deed || which(&noun) {
            return None;
        }
        let mut phrase = self.phrase(noun);
        // "Among the dead *were* two guards who …": what is told of the guards is no part of them.
        let tells = |kid: &usize| {
            matches!(
                self.rel(*kid),
                Rel::Cop | Rel::Aux | Rel::Obl | Rel::OblUnmarked | Rel::Advmod | Rel::Mark
            )
        };
        if self.tree.child(noun, Rel::Cop).is_some() {
            let told =
                self.tree.children(noun).filter(tells).flat_map(|kid| self.tree.subtree(kid));
            let told: Vec<usize> = told.collect();
            phrase.retain(|at| !told.contains(at));
        }
        // "one of those *who fell*": the preposition is none of the clause.
        phrase.retain(|&at| self.rel(at) != Rel::Case || self.tree.head(at) != Some(noun));
        // "a ship *built in 1991 and run by Holm*" is told of, not what is told of it.
        let own =
            phrase.contains(&head).then(|| self.tree.children(noun).filter(|&kid| kid > noun));
        let first = own.and_then(|mut kids| {
            kids.find(|&kid| kid == head || self.tree.subtree(kid).contains(&head))
        });
        if let Some(first) = first.and_then(|kid| self.tree.subtree(kid).first().copied()) {
            phrase.retain(|&at| at < first);
        }
        // "*Not* everyone came"
        let before = phrase.first().and_then(|first| first.checked_sub(1));
        if let Some(not) = before.filter(|&before| self.is_negation(before)) {
            phrase.insert(0, not);
        }
        Some(self.owned(head, &phrase).unwrap_or_else(|| self.cut(&phrase)))
    }

    /// "a trawler, *whose skipper* had heard it": the skipper of the trawler.
    fn owned(&self, head: usize, phrase: &[usize]) -> Option<String> {
        let whose = phrase.iter().position(|&at| &*self.tree.words[at].lemma == "whose")?;
        let owner = self.antecedent(head)?;
        let rest: Vec<usize> = phrase[whose + 1..].to_vec();
        Some(format!("{}'s {}", self.cut(&self.phrase(owner)), self.cut(&rest)))
    }

    /// The noun that a relative clause tells of.
    fn antecedent(&self, head: usize) -> Option<usize> {
        self.tree.head(head).filter(|_| self.rel(head) == Rel::AclRelcl)
    }

    /// "the islands, *which* both claim": the noun that the object of a relative clause stands for.
    fn taken_up(&self, head: usize) -> Option<usize> {
        let pronoun = self.tree.child(head, Rel::Obj).filter(|&pronoun| {
            let lemma = &*self.tree.words[pronoun].lemma;
            pronoun < head && matches!(lemma, "which" | "that" | "who" | "whom")
        });
        pronoun.and_then(|_| self.antecedent(head))
    }

    fn cut(&self, words: &[usize]) -> String {
        match words.get(..MOST) {
            Some(first) if words.len() > MOST => format!("{} …", self.words(first)),
            _ => self.words(words),
        }
    }

    /// The predicate with its auxiliaries, objects and complements.
    fn whole(&self, head: usize) -> String {
        let mut words = vec![head];
        for kid in self.tree.children(head) {
            match self.rel(kid) {
                // "left *without* speaking"
                Rel::Mark if &*self.tree.words[kid].lemma == "without" => words.push(kid),
                // "leaks *when* left open"
                Rel::Advmod if kid < head && self.leads_clause(kid) => {}
                // "*is to* be sold"
                Rel::Mark if self.is_due(head, kid) => words.push(kid),
                // "does not touch *on who owns* it"
                Rel::Advcl if self.is_governed(head, kid) => words.extend(self.tree.subtree(kid)),
                Rel::Obj if self.taken_up(head).is_some() => {}
                Rel::Cc | Rel::Mark | Rel::Punct | Rel::Ccomp | Rel::Advcl | Rel::Conj => {}
                Rel::Parataxis | Rel::AclRelcl | Rel::Appos | Rel::Expl | Rel::Discourse => {}
                Rel::Vocative | Rel::AdvclRelcl | Rel::List => {}
                rel if is_subject(rel) => {
                    if self.tree.child(head, Rel::Expl).is_some() {
                        words.extend(self.phrase(kid));
                    }
                }
                Rel::Aux | Rel::AuxPass | Rel::Cop => words.push(kid),
                // "On Monday the road was closed": what stands before the subject sets the scene.
                _ if self.is_fronted(head, kid) => {}
                _ => words.extend(self.phrase(kid)),
            }
        }
        words.sort_unstable();
        words.dedup();
        while words.last().is_some_and(|&last| self.tree.words[last].upos == Upos::Punct) {
            words.pop();
        }
        // "| Timeout | 30 seconds |"
        words.retain(|&at| self.tree.words[at].span.of(self.text) != "|");
        let Some(noun) = self.taken_up(head) else { return self.cut(&words) };
        let particle = self.tree.child(head, Rel::CompoundPrt).unwrap_or(head).max(head);
        let (verb, rest) = words.split_at(words.partition_point(|&at| at <= particle));
        let object = self.cut(&self.phrase(noun));
        format!("{} {object} {}", self.words(verb), self.cut(rest)).trim().to_owned()
    }

    /// Whether a word only joins a clause to another one.
    fn leads_clause(&self, at: usize) -> bool {
        matches!(&*self.tree.words[at].lemma, "when" | "whenever" | "where" | "while")
    }

    /// "is *to* be sold": the mark of what is to come.
    fn is_due(&self, head: usize, mark: usize) -> bool {
        let helps = |kid: usize| matches!(self.rel(kid), Rel::Aux | Rel::Cop) && kid < mark;
        &*self.tree.words[mark].lemma == "to" && self.tree.children(head).any(helps)
    }

    /// Whether a clause is what a preposition joins right behind a verb: "depends *on who comes*".
    fn is_governed(&self, head: usize, clause: usize) -> bool {
        let mark = self.tree.child(clause, Rel::Mark).filter(|&mark| mark == head + 1);
        mark.is_some_and(|mark| {
            let next = self.tree.words.get(mark + 1).map(|next| &*next.lemma);
            matches!(next, Some("who" | "whom" | "what" | "which" | "how" | "whether" | "whose"))
        })
    }

    fn is_fronted(&self, head: usize, kid: usize) -> bool {
        let subject = self.tree.children(head).find(|&kid| is_subject(self.rel(kid)));
        subject.is_some_and(|subject| kid < subject)
    }

    /// The verb and what leads from it to the value of a claim, whose word is `value`.
    fn up_to(&self, head: usize, value: usize, claim: &Claim) -> String {
        let path: Vec<usize> = std::iter::once(value)
            .chain(self.tree.ancestors(value))
            .take_while(|&at| at != head)
            .collect();
        let Some(&top) = path.last() else { return "be".to_owned() };
        // "may *not exceed 10 MB*": the bound is the verb.
        if claim.value_span.contains(self.tree.words[head].span) {
            return "be".to_owned();
        }
        let named = matches!(claim.value, Value::Name(_) | Value::Place(_));
        if named && is_subject(self.rel(top)) {
            return self.whole(head);
        }
        // "The record, *five*, was set"
        let alone = |noun: usize| self.tree.child(noun, Rel::Conj).is_none();
        let aside = (self.rel(value) == Rel::Appos && path.len() > 1).then(|| path[1]);
        let aside = aside.filter(|&noun| alone(noun));
        if let Some(noun) = aside.filter(|_| matches!(claim.value, Value::Quantity(_))) {
            return self.cut(&self.plain(noun));
        }
        let mut lead = self.lead(&path, claim.value_span);
        // "rose from 4 *to 6*": one range of words gives both values.
        if lead == "from" && is_newer(claim, self.text) {
            "to".clone_into(&mut lead);
        }
        // "left Oslo and *was on its way to* Bergen"
        let second =
            |&at: &usize| self.rel(at) == Rel::Conj && self.tree.child(at, Rel::Cop).is_some();
        if path.iter().any(second) {
            return lead;
        }
        let subject = is_subject(self.rel(top));
        let due = |cop: &usize| {
            let mark = self.tree.child(head, Rel::Mark).filter(|mark| mark > cop);
            mark.is_some_and(|mark| self.is_due(head, mark))
                && self.tree.words[head].upos == Upos::Verb
        };
        let mut out = match self.tree.child(head, Rel::Cop).filter(|cop| !due(cop)) {
            Some(_) => self.complement(head),
            None => self.deed(head),
        };
        let object = self.tree.child(head, Rel::Obj).filter(|&object| object != top);
        let object = object.filter(|&object| subject || object < top);
        let object = object.map(|object| self.taken_up(head).unwrap_or(object));
        let given = self.tree.child(head, Rel::Iobj).filter(|&given| given < top && given > head);
        // "went *bankrupt* in 2022", "was found *guilty* on nine counts"
        let state = self.tree.child(head, Rel::Xcomp).filter(|&state| {
            let plain = matches!(self.tree.words[state].upos, Upos::Adj | Upos::Noun);
            plain && state > head && state < top && !path.contains(&state)
        });
        for noun in given.into_iter().chain(object).chain(state) {
            out.push(' ');
            out.push_str(&self.cut(&self.plain(noun)));
        }
        match how(claim) {
            _ if subject && self.leads(&path, &lead) => format!("{lead} … {out}"),
            _ if subject => out,
            how if lead.is_empty() && !how.is_empty() && value > head => format!("{out}, {how}"),
            _ => format!("{out} {lead}").trim().to_owned(),
        }
    }

    /// Whether the words before a value in a subject tell more than who it is: "shares in …", not "president …".
    fn leads(&self, path: &[usize], lead: &str) -> bool {
        let phrase = path.iter().any(|&at| self.tree.child(at, Rel::Case).is_some());
        !lead.is_empty() && phrase
    }

    /// The noun phrase without its article and what tells how long or how far.
    fn plain(&self, at: usize) -> Vec<usize> {
        let mut phrase = self.phrase(at);
        let measures: Vec<usize> =
            self.tree.children(at).filter(|&kid| self.rel(kid) == Rel::NmodUnmarked).collect();
        for measure in measures {
            let below = self.phrase(measure);
            phrase.retain(|word| !below.contains(word));
        }
        if phrase.first().is_some_and(|&first| self.is_article(first)) {
            phrase.remove(0);
        }
        phrase
    }

    fn is_article(&self, at: usize) -> bool {
        self.rel(at) == Rel::Det && matches!(&*self.tree.words[at].lemma, "the" | "a" | "an")
    }

    /// The verb as a dictionary has it, with its particle; of a passive the form of the text.
    fn deed(&self, head: usize) -> String {
        let word = &self.tree.words[head];
        let passive = self.tree.child(head, Rel::AuxPass).is_some();
        let auxiliary =
            [Rel::Aux, Rel::Mark].iter().any(|&rel| self.tree.child(head, rel).is_some());
        // "a ship *built* in 1991"
        let reduced = word.morph == Morph::Participle && word.rel == Rel::Acl && !auxiliary;
        let form = if passive || reduced {
            format!("be {}", word.span.of(self.text).to_lowercase())
        } else {
            word.lemma.to_string()
        };
        match self.tree.child(head, Rel::CompoundPrt) {
            Some(particle) => format!("{form} {}", self.tree.words[particle].span.of(self.text)),
            None => form,
        }
    }

    /// What a copula joins to the subject.
    fn complement(&self, head: usize) -> String {
        let own = |&kid: &usize| {
            matches!(self.rel(kid), Rel::Det | Rel::Amod | Rel::Compound | Rel::Case | Rel::Advmod)
                && kid < head
        };
        let mut words: Vec<usize> = self.tree.children(head).filter(own).collect();
        words.retain(|&kid| !self.is_article(kid) && !self.is_negation(kid));
        words.push(head);
        format!("be {}", self.words(&words))
    }

    fn is_negation(&self, at: usize) -> bool {
        matches!(&*self.tree.words[at].lemma.to_lowercase(), "not" | "n't" | "never")
    }

    /// The words between a predicate and a value that hangs on it by way of `path`, and those behind the value that
    /// it belongs to: "under the … licence".
    fn lead(&self, path: &[usize], span: Span) -> String {
        let words = &self.tree.words;
        let joined = |&&at: &&usize| matches!(self.rel(at), Rel::Conj | Rel::Appos);
        let entry = path.iter().find(joined).or(path.last()).copied();
        let Some(entry) = entry else { return String::new() };
        let own = |&at: &usize| {
            let before = words[at].span.end <= span.start;
            before && !matches!(self.rel(at), Rel::Cc)
        };
        let mut before: Vec<usize> = self.phrase(entry).into_iter().filter(own).collect();
        // "tested on Ubuntu and *Fedora*": the preposition stands before the first.
        if path.iter().any(|at| joined(&at))
            && let Some(case) = path.last().and_then(|&top| self.tree.child(top, Rel::Case))
            && !before.contains(&case)
            && self.tree.child(entry, Rel::Case).is_none()
        {
            before.insert(0, case);
        }
        before.retain(|&at| words[at].upos != Upos::Punct || at + 1 < words.len());
        if before.first().is_some_and(|&first| self.is_article(first)) {
            before.remove(0);
        }
        let from = before.len().saturating_sub(MOST);
        let last = path.iter().copied().filter(|&at| words[at].span.start >= span.end).max();
        let behind = last.map_or_else(Vec::new, |last| {
            let first = words.partition_point(|word| word.span.start < span.end);
            (first..=last).collect()
        });
        let mut lead = self.words(&before[from..]);
        // "*In* Brod, people spent the day clearing rubble"
        if before.get(from).is_some_and(|&first| words[first].upos == Upos::Adp)
            && let Some(first) = lead.get(..1)
        {
            lead = format!("{}{}", first.to_lowercase(), &lead[1..]);
        }
        if behind.is_empty() { lead } else { format!("{lead} … {}", self.words(&behind)) }
    }
}
