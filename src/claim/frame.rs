//! Clauses as bags of the words that tell what they are about.
//!
//! A frame is all that later stages need to tell whether two clauses of two documents speak of
//! the same matter: the predicate, the heads and modifiers of its arguments, and, with less
//! weight, the rest of the sentence. Words that mean the same are the same key
//! ([`canonical`]).

mod thing;

use std::borrow::Cow;
use std::sync::Arc;

use crate::lexicon::sense::{canonical, canonical_noun, phrasal, verb_of};
use crate::lexicon::{is_common, is_making, is_time_word, promises};
use crate::mention::{Mention, Referent};
use crate::syntax::{Morph, Rel, Tree, Upos, participle_of};
use crate::text::{Span, lower};
use crate::value::{Quantity, Thing};

/// A clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// From its first to its last own word.
    pub span: Span,
    /// The index of its sentence.
    pub sentence: u32,
    /// The index of its predicate in the sentence.
    pub head: u32,
    /// The canonical lemma of its predicate: a verb, or `be` before a noun or adjective.
    pub predicate: String,
    /// When it is told to be, by the finite form of its predicate.
    pub tense: Tense,
    /// Whether its subject or its object is a name or points to something known: "the ferry", "its board", or it
    /// tells of all of a kind: "Retries are limited".
    pub definite: bool,
    /// Whether its subject is one person speaking of what is theirs alone: "I", "my server".
    pub mine: bool,
    /// Its words, sorted by lemma, then by span.
    pub keys: Vec<Key>,
    /// The ships, storms, programs and other things that it names, otherwise those that its
    /// sentence names, otherwise the one that "it" or "the ferry" takes up.
    pub things: Vec<Thing>,
}

/// The tense of a clause. A perfect tense tells of what is over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Tense {
    /// Neither: "to sign", "will sign", "signed by both".
    #[default]
    None,
    /// "signs", "does not sign", "is closed".
    Present,
    /// "signed", "has not signed", "was signed".
    Past,
}

/// A word of a clause that tells what the clause is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// Its canonical lemma; of a quantity the printed numbers. Shared, since a word stands in the
    /// frame of each clause of its sentence.
    pub lemma: Arc<str>,
    /// Where it stands.
    pub span: Span,
    /// The lemma as such.
    pub word: Arc<str>,
    /// Where in the clause it stands.
    pub slot: Slot,
    /// How much it tells.
    pub weight: u8,
    /// Whether it belongs to a name.
    pub name: bool,
    /// Whether it is the head of its argument rather than a modifier in it.
    pub head: bool,
}

/// Where in a clause a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Slot {
    /// The predicate itself.
    Predicate,
    /// Who does it, or what is so.
    Subject,
    /// Whom or what it befalls.
    Object,
    /// What the subject is said to be.
    Complement,
    /// After a preposition, or adverbial.
    Oblique,
    /// In another clause of the sentence.
    Context,
}

/// The most keys that a frame keeps, its own clause first, so that a sentence without end costs
/// no more than linear work.
const MOST_KEYS: usize = 48;

/// A sentence longer than this many words is not taken apart.
const LONGEST: usize = 400;

/// The clauses of a text, by sentence and span.
pub(super) fn read(trees: &[Tree], mentions: &[Mention]) -> Vec<Frame> {
    let mut frames = Vec::new();
    let mut at = 0;
    let mut told = thing::Told::default();
    for (sentence, tree) in trees.iter().enumerate() {
        let first = at;
        while mentions.get(at).is_some_and(|m| m.span.start < tree.span.end) {
            at += 1;
        }
        if tree.words.len() <= LONGEST {
            let reader = Reader::new(tree, &mentions[first..at]);
            let sentence = u32::try_from(sentence).unwrap_or(u32::MAX);
            let from = frames.len();
            frames.extend(reader.frames(sentence));
            told.give(tree, &reader.clause, &mentions[first..at], &mut frames[from..]);
        }
    }
    frames
}

/// The clause head of each word: itself, or the nearest word above it that opens a clause.
pub(super) fn clauses(tree: &Tree) -> Vec<usize> {
    let mut heads = vec![usize::MAX; tree.words.len()];
    let mut path = Vec::new();
    for at in 0..tree.words.len() {
        path.push(at);
        let mut here = at;
        while heads[here] == usize::MAX && !opens(tree, here) {
            match tree.head(here) {
                Some(above) if path.len() <= tree.words.len() => here = above,
                _ => break,
            }
            path.push(here);
        }
        let head = if heads[here] == usize::MAX { here } else { heads[here] };
        for word in path.drain(..) {
            heads[word] = head;
        }
    }
    heads
}

/// Whether word `at` is the head of a clause.
fn opens(tree: &Tree, at: usize) -> bool {
    let word = &tree.words[at];
    let Some(head) = tree.head(at) else { return true };
    match word.rel {
        Rel::Root
        | Rel::Ccomp
        | Rel::Advcl
        | Rel::AdvclRelcl
        | Rel::AclRelcl
        | Rel::Parataxis
        | Rel::Csubj
        | Rel::CsubjPass
        | Rel::CsubjOuter
        | Rel::List => true,
        Rel::Acl | Rel::Xcomp => word.upos == Upos::Verb,
        Rel::Conj => {
            word.upos == Upos::Verb && tree.words[head].upos == Upos::Verb || {
                // "was without light and *had received* no answer"
                let told = |kid: usize| {
                    let rel = tree.words[kid].rel;
                    is_subject(rel) || rel == Rel::Cop || rel == Rel::Aux && word.upos == Upos::Verb
                };
                opens(tree, head) && tree.children(at).any(told)
            }
        }
        _ => false,
    }
}

/// The form in -ing that is the subject of the clause of word `at`.
pub(super) fn deed(tree: &Tree, at: usize) -> Option<usize> {
    let subject = [Rel::Csubj, Rel::CsubjPass].iter().find_map(|&rel| tree.child(at, rel));
    let gerund = subject.filter(|&deed| deed < at && tree.words[deed].morph == Morph::Gerund);
    gerund.filter(|&deed| tree.words[deed..at].iter().all(|word| word.upos != Upos::Punct))
}

pub(crate) fn is_subject(rel: Rel) -> bool {
    matches!(rel, Rel::Nsubj | Rel::NsubjPass | Rel::NsubjOuter | Rel::Csubj | Rel::CsubjPass)
}

/// The canonical predicate of the clause of word `at`.
pub(super) fn predicate(tree: &Tree, at: usize) -> String {
    // "was to fly" says that he flies, not what he is.
    let due = tree.words[at].upos == Upos::Verb
        && tree.child(at, Rel::Mark).is_some_and(|mark| &*tree.words[mark].lemma == "to");
    if tree.child(at, Rel::Cop).is_some() && !due {
        return "be".to_owned();
    }
    meaning(tree, at, &lower(&tree.words[at].lemma)).to_owned()
}

/// The canonical lemma of a predicate; "declined to attend" has nothing of "fell".
fn meaning<'l>(tree: &Tree, at: usize, lemma: &'l str) -> &'l str {
    let refused = lemma == "decline" && tree.child(at, Rel::Xcomp).is_some();
    // "spent the night" pays nothing.
    let lasted = lemma == "spend"
        && tree.children(at).any(|kid| {
            matches!(tree.words[kid].rel, Rel::Obj | Rel::OblUnmarked)
                && is_time_word(&lower(&tree.words[kid].lemma))
        });
    match tree.words[at].upos {
        _ if lasted => lemma,
        _ if refused => canonical("refuse"),
        Upos::Noun | Upos::Adj => canonical_noun(lemma),
        _ => particle(tree, at, lemma).unwrap_or_else(|| canonical(lemma)),
    }
}

/// The meaning of a verb with its particle, its object or what it finds somebody to be, where the two have
/// one of their own: "turned down" is no turning, "lost 3 percent" no losing, "found guilty" no finding.
fn particle(tree: &Tree, at: usize, lemma: &str) -> Option<&'static str> {
    let next = tree
        .words
        .get(at + 1)
        .filter(|next| next.rel == Rel::CompoundPrt || matches!(next.upos, Upos::Adp | Upos::Adv));
    let verb = matches!(tree.words[at].upos, Upos::Verb | Upos::Aux);
    let whole = tree.children(at).filter(|&kid| verb && completes(tree, kid));
    next.and_then(|next| phrasal(lemma, &next.lemma))
        .or_else(|| whole.into_iter().find_map(|kid| phrasal(lemma, &tree.words[kid].lemma)))
}

/// Whether a word is the object of a verb, or what it makes somebody; "not guilty" is neither.
fn completes(tree: &Tree, kid: usize) -> bool {
    let denied = || tree.children(kid).any(|word| matches!(&*tree.words[word].lemma, "not" | "no"));
    matches!(tree.words[kid].rel, Rel::Obj | Rel::Xcomp | Rel::OblUnmarked) && !denied()
}

/// What a word is in every clause that has it.
struct Term {
    lemma: Arc<str>,
    word: Arc<str>,
    weight: u8,
    /// Whether it is a number or a name, which is the same as a predicate.
    fixed: bool,
}

struct Reader<'a> {
    tree: &'a Tree,
    clause: Vec<usize>,
    /// By word; none for those that tell nothing.
    terms: Vec<Option<Term>>,
    /// The words that have terms, by lemma, then by span.
    order: Vec<usize>,
    /// The names of things and of organizations, and whether it is a thing's.
    named: Vec<(Span, bool)>,
}

impl<'a> Reader<'a> {
    fn new(tree: &'a Tree, mentions: &[Mention]) -> Self {
        let numbers: Vec<(Span, &Quantity)> = mentions.iter().filter_map(number).collect();
        let terms: Vec<_> = (0..tree.words.len()).map(|at| term(tree, &numbers, at)).collect();
        let mut order: Vec<usize> = (0..terms.len()).filter(|&at| terms[at].is_some()).collect();
        order.sort_by_key(|&at| (terms[at].as_ref().map(|term| &term.lemma), tree.words[at].span));
        let named = mentions.iter().filter_map(thing::name).collect();
        Self { tree, clause: clauses(tree), terms, order, named }
    }

    fn frames(&self, sentence: u32) -> Vec<Frame> {
        let mut heads = self.clause.clone();
        heads.sort_unstable();
        heads.dedup();
        heads.into_iter().map(|head| self.frame(sentence, head)).collect()
    }

    fn frame(&self, sentence: u32, head: usize) -> Frame {
        let own: Vec<usize> = (0..self.clause.len()).filter(|&i| self.clause[i] == head).collect();
        let cover = |span: Span, &i: &usize| span.cover(self.tree.words[i].span);
        let whole = deed(self.tree, head).map(|deed| self.tree.subtree(deed)).unwrap_or_default();
        Frame {
            span: own.iter().chain(&whole).fold(self.tree.words[head].span, cover),
            sentence,
            head: u32::try_from(head).unwrap_or(u32::MAX),
            predicate: predicate(self.tree, head),
            tense: tense(self.tree, head),
            definite: is_definite(self.tree, head),
            mine: is_mine(self.tree, head),
            keys: self.keys(head, &own),
            things: Vec::new(),
        }
    }

    /// The keys of the clause of `head`, whose own words are `own`, in order.
    fn keys(&self, head: usize, own: &[usize]) -> Vec<Key> {
        let mut firsts: Vec<Key> = own.iter().filter_map(|&i| self.key(i, head, true)).collect();
        let count = firsts.len();
        firsts.extend(self.deed(head));
        firsts.extend(self.inherited(head));
        firsts.truncate(MOST_KEYS);
        let mut room = MOST_KEYS - firsts.len();
        let mut context = vec![false; self.clause.len()];
        let known: Vec<Span> = firsts.iter().skip(count).map(|shared| shared.span).collect();
        for (i, chosen) in context.iter_mut().enumerate() {
            let other = self.clause[i] != head && self.terms[i].is_some();
            if room > 0 && other && !known.contains(&self.tree.words[i].span) {
                *chosen = true;
                room -= 1;
            }
        }
        firsts.sort();
        // Both are in order: merged, they need not be sorted again for each clause.
        let mut keys = Vec::with_capacity(MOST_KEYS - room);
        let mut firsts = firsts.into_iter().peekable();
        for &i in self.order.iter().filter(|&&i| context[i]) {
            let Some(key) = self.key(i, head, false) else { continue };
            while let Some(first) = firsts.next_if(|first| *first < key) {
                keys.push(first);
            }
            keys.push(key);
        }
        keys.extend(firsts);
        keys
    }

    /// "*Heating the hall* costs 900 euros": what is done is what the clause is about.
    fn deed(&self, head: usize) -> Vec<Key> {
        let Some(deed) = deed(self.tree, head) else { return Vec::new() };
        let near = self.tree.subtree(deed).into_iter();
        let word = |&i: &usize| self.clause[i] == deed && self.tree.words[i].upos != Upos::Num;
        let near = near.filter(word).take(8);
        let slot = if passive(self.tree, head) { Slot::Object } else { Slot::Subject };
        near.filter_map(|i| Some(Key { slot, head: i == deed, ..self.key(i, deed, true)? }))
            .collect()
    }

    /// The subject that a clause without one shares with another.
    fn inherited(&self, head: usize) -> Vec<Key> {
        if self.tree.children(head).any(|c| is_subject(self.tree.words[c].rel)) {
            return Vec::new();
        }
        let Some(subject) = shared_subject(self.tree, head) else { return Vec::new() };
        let near = self.tree.subtree(subject).into_iter();
        let near = near.filter(|&i| self.clause[i] == self.clause[subject]).take(8);
        let slot = if passive(self.tree, head) { Slot::Object } else { Slot::Subject };
        near.filter_map(|i| {
            Some(Key { slot, head: i == subject, ..self.key(i, self.clause[subject], true)? })
        })
        .collect()
    }

    fn key(&self, at: usize, head: usize, own: bool) -> Option<Key> {
        let term = self.terms[at].as_ref()?;
        let lemma = match at == head && !term.fixed {
            true => predicate_key(self.tree, at, &term.word).into(),
            false => Arc::clone(&term.lemma),
        };
        let (slot, top) = if own { self.slot(at, head) } else { (Slot::Context, false) };
        Some(Key {
            lemma,
            span: self.tree.words[at].span,
            word: Arc::clone(&term.word),
            slot,
            weight: if own { term.weight } else { (term.weight / 3).max(1) },
            name: self.is_named(at),
            head: top,
        })
    }

    /// Whether a word is a proper noun, or an adjective within a name: "*Northern* Rail".
    fn is_named(&self, at: usize) -> bool {
        let word = &self.tree.words[at];
        let within = |thing: bool| {
            self.named.iter().any(|(name, of)| name.contains(word.span) && (*of || !thing))
        };
        match word.upos {
            Upos::Propn => true,
            Upos::Adj => within(false),
            Upos::Noun => within(true),
            _ => false,
        }
    }

    /// Where in the clause of `head` word `at` stands, and whether it heads its argument.
    fn slot(&self, at: usize, head: usize) -> (Slot, bool) {
        if at == head {
            let nominal = self.tree.child(at, Rel::Cop).is_some();
            return (if nominal { Slot::Complement } else { Slot::Predicate }, true);
        }
        let mut top = at;
        for above in self.tree.ancestors(at) {
            if above == head {
                break;
            }
            top = above;
        }
        let slot = match self.tree.words[top].rel {
            Rel::Nsubj | Rel::NsubjOuter | Rel::OblAgent => Slot::Subject,
            Rel::NsubjPass | Rel::Obj | Rel::Iobj => Slot::Object,
            Rel::Xcomp | Rel::Ccomp => Slot::Complement,
            Rel::Compound | Rel::Amod | Rel::Nmod | Rel::NmodPoss | Rel::Nummod | Rel::Flat => {
                Slot::Complement
            }
            _ => Slot::Oblique,
        };
        (slot, top == at)
    }
}

/// The number of a quantity that counts, as its span and value.
fn number(mention: &Mention) -> Option<(Span, &Quantity)> {
    match &mention.referent {
        Referent::Quantity { value, number, .. } if !value.ordinal => Some((*number, value)),
        _ => None,
    }
}

/// What word `at` is in every clause: the numbers of a quantity at its first word, or a lemma.
fn term(tree: &Tree, numbers: &[(Span, &Quantity)], at: usize) -> Option<Term> {
    let word = &tree.words[at];
    if let Some((span, value)) = numbers.iter().find(|(number, _)| number.contains(word.span)) {
        let first = tree.words.iter().position(|w| span.contains(w.span)) == Some(at);
        let printed = value.printed.iter().map(|n| n.normalize().to_string());
        let printed = || Arc::from(printed.collect::<Vec<_>>().join("-"));
        return first.then(printed).map(|lemma: Arc<str>| Term {
            word: Arc::clone(&lemma),
            lemma,
            weight: 5,
            fixed: true,
        });
    }
    // "The flag is *off* by default."
    let told = || {
        let state = matches!(word.upos, Upos::Adv | Upos::Adp);
        tree.child(at, Rel::Cop).filter(|_| state).map(|_| 3)
    };
    let weight = weight(word.upos, &word.lemma).or_else(told)?;
    let form = match lower(&word.lemma) {
        Cow::Borrowed(_) => Arc::clone(&word.lemma),
        Cow::Owned(form) => form.into(),
    };
    // A "failed" batch fails, whether it is read as a participle or as an adjective.
    let participle = (word.upos == Upos::Adj).then(|| participle_of(&form)).flatten();
    let lemma = match word.upos {
        _ if let Some(verb) = &participle => canonical(verb),
        Upos::Propn => &*form,
        Upos::Verb | Upos::Aux => canonical(&form),
        _ => canonical_noun(&form),
    };
    let lemma = if lemma == &*form { Arc::clone(&form) } else { Arc::from(lemma) };
    Some(Term { lemma, word: form, weight, fixed: word.upos == Upos::Propn })
}

/// The key of a predicate: of "made the arrest" and "arrested" the same.
fn predicate_key<'l>(tree: &Tree, at: usize, form: &'l str) -> &'l str {
    let object = tree.child(at, Rel::Obj).filter(|_| is_making(form));
    let verb = object.and_then(|o| verb_of(&tree.words[o].lemma));
    verb.map_or_else(|| meaning(tree, at, form), canonical)
}

/// Whether the clause of word `at` is passive.
pub(super) fn passive(tree: &Tree, at: usize) -> bool {
    tree.children(at).any(|c| matches!(tree.words[c].rel, Rel::AuxPass | Rel::NsubjPass))
        || (tree.words[at].rel == Rel::Acl && tree.words[at].morph == Morph::Participle)
}

/// The tense of the clause of word `at`.
fn tense(tree: &Tree, at: usize) -> Tense {
    let auxiliary = |kid: &usize| {
        matches!(tree.words[*kid].rel, Rel::Aux | Rel::AuxPass | Rel::Cop) && *kid < at
    };
    let first = tree.children(at).find(auxiliary);
    let finite = &tree.words[first.unwrap_or(at)];
    let perfect = first.is_some() && &*finite.lemma == "have";
    // "*could not* attend"
    let denied = || tree.children(at).any(|kid| &*tree.words[kid].lemma == "not");
    match finite.morph {
        Morph::Past => Tense::Past,
        Morph::Modal if &*finite.lemma == "could" && denied() => Tense::Past,
        Morph::Present if perfect => Tense::Past,
        Morph::Present => Tense::Present,
        _ => Tense::None,
    }
}

/// Whether the subject of the clause of word `at`, its own or that of another clause, or its object is definite.
fn is_definite(tree: &Tree, at: usize) -> bool {
    let own = tree.children(at).find(|&kid| is_subject(tree.words[kid].rel));
    let subject = own.or_else(|| shared_subject(tree, at));
    let points = |kid: usize| {
        let word = &tree.words[kid];
        word.rel == Rel::NmodPoss
            || word.rel == Rel::Det
                && matches!(&*word.lemma, "the" | "this" | "that" | "these" | "those")
    };
    let definite =
        |noun: usize| tree.words[noun].upos == Upos::Propn || tree.children(noun).any(points);
    // "Retries are limited", "Logging is off"
    let state = tree.children(at).any(|kid| matches!(tree.words[kid].rel, Rel::Cop | Rel::AuxPass));
    let bare = |noun: usize| {
        let counts = |kid: usize| matches!(tree.words[kid].rel, Rel::Det | Rel::Nummod);
        let all = tree.words[noun].morph == Morph::Plural || state;
        all && !tree.children(noun).any(counts)
    };
    subject.into_iter().chain(tree.child(at, Rel::Obj)).any(definite)
        || tense(tree, at) == Tense::Present && subject.is_some_and(bare)
}

/// Whether the subject of the clause of word `at`, its own or that of another clause, is "I" or has "my" before it.
fn is_mine(tree: &Tree, at: usize) -> bool {
    let own = tree.children(at).find(|&kid| is_subject(tree.words[kid].rel));
    own.or_else(|| shared_subject(tree, at)).is_some_and(|subject| {
        let word = |at: usize| tree.words[at].lemma.to_lowercase();
        let owner = |kid: usize| tree.words[kid].rel == Rel::NmodPoss && is_of_one(&word(kid));
        is_of_one(&word(subject)) || tree.children(subject).any(owner)
    })
}

/// Whether a pronoun stands for one who speaks.
fn is_of_one(pronoun: &str) -> bool {
    matches!(pronoun, "i" | "my" | "mine" | "me")
}

/// The subject that the clause of `head` takes over: of the clause it is coordinated with or
/// depends on, or the noun that it modifies.
pub(crate) fn shared_subject(tree: &Tree, head: usize) -> Option<usize> {
    let mut here = head;
    for _ in 0..4 {
        let above = tree.head(here)?;
        match tree.words[here].rel {
            Rel::Acl | Rel::AclRelcl => return Some(above),
            Rel::Conj | Rel::Xcomp | Rel::Advcl | Rel::Parataxis => {
                let subject = tree.children(above).find(|&c| is_subject(tree.words[c].rel));
                // "urged *both sides* to stay", "told *them* to leave", "promised *them* to leave"
                let told = || tree.child(above, Rel::Iobj);
                let own = tree.words[here].rel == Rel::Xcomp && !promises(&tree.words[above].lemma);
                let object = tree.child(above, Rel::Obj).or_else(told).filter(|_| own);
                if let Some(found) = object.or(subject) {
                    return Some(found);
                }
                here = above;
            }
            _ => return None,
        }
    }
    None
}

/// How much a word tells of what a clause is about; none for words that tell nothing.
fn weight(upos: Upos, lemma: &str) -> Option<u8> {
    match upos {
        Upos::Propn => Some(6),
        Upos::Num => Some(5),
        Upos::Noun | Upos::Verb if is_common(lemma) => Some(2),
        Upos::Noun | Upos::X | Upos::Sym => {
            Some(5).filter(|_| lemma.chars().any(char::is_alphanumeric))
        }
        Upos::Verb => Some(5),
        Upos::Adj => Some(3),
        Upos::Adv if lemma.len() > 3 => Some(1),
        _ => None,
    }
}
