//! Finds what a number counts.

use super::lex::{Kind as Shape, Pieces};
use super::number::Form;
use super::unit::Unit;
use crate::lexicon::context::{self, Role};
use crate::lexicon::noun;
use crate::lexicon::number as words;
use crate::syntax::{Morph, Rel, Tree, Upos, Word};
use crate::text::Span;

/// At most so many words stand before the counted noun.
const LONGEST: usize = 7;

/// Where a counted noun is looked for.
pub(super) struct Place<'p, 't> {
    pub(super) pieces: &'p Pieces<'t>,
    pub(super) tree: &'p Tree,
    /// Whether the words are tagged; otherwise every word but a few may be a noun.
    pub(super) tagged: bool,
}

impl Place<'_, '_> {
    /// The index of the word that begins at or after byte `at`.
    pub(super) fn word_at(&self, at: u32) -> usize {
        self.tree.words.partition_point(|word| word.span.start < at)
    }

    /// The index of the word that holds byte `at`.
    pub(super) fn word_of(&self, at: u32) -> usize {
        self.tree.words.partition_point(|word| word.span.end <= at).min(self.tree.words.len() - 1)
    }

    /// Whether the piece is a verb: "to *second* a motion".
    pub(super) fn is_verb(&self, piece: usize) -> bool {
        let at = self.pieces.all.get(piece).map(|piece| self.word_of(piece.span.start));
        self.tagged && at.and_then(|at| self.word(at)).is_some_and(|w| w.upos == Upos::Verb)
    }

    fn word(&self, at: usize) -> Option<&Word> {
        self.tree.words.get(at)
    }

    fn form(&self, at: usize) -> &str {
        self.word(at).map_or("", |word| word.span.of(self.pieces.text))
    }
}

/// The noun that the number up to piece `end` counts; `many` unless the number is one. `number` is
/// the span of the number.
pub(super) fn counted(place: &Place<'_, '_>, end: usize, number: Span, many: bool) -> Option<Unit> {
    let pieces = place.pieces;
    let hyphen = pieces.hyphen(end) && pieces.stuck(end) && pieces.stuck(end + 1);
    let start = end + usize::from(hyphen);
    if !hyphen && let Some(model) = model(place, start, many) {
        return Some(model);
    }
    let start = past_size(pieces, start).filter(|_| !hyphen).unwrap_or(start);
    if pieces.kind(start) != Some(Shape::Word)
        && !matches!(pieces.form(start), "\"" | "“" | "'" | "‘")
    {
        return None;
    }
    if hyphen {
        return compound(place, start);
    }
    let meridiem = ["a.m", "p.m"].contains(&pieces.phrase(start, start + 3).as_str());
    if meridiem {
        return None;
    }
    // "turns 100 next month"
    if matches!(pieces.lower(start), "next" | "last" | "this")
        && !noun::is_plural(pieces.lower(start + 1))
    {
        return None;
    }
    // "lows near 18 overnight"
    if super::veto::is_day_word(pieces.lower(start)) {
        return None;
    }
    if matches!(pieces.lower(start), "of") {
        return of_which(place, start + 1);
    }
    let first = place.word_at(pieces.all.get(start)?.span.start);
    if many && takes_object(place, first) {
        return None;
    }
    run(place, first, number, many)
}

/// "the next four *enter* the play-offs": no plural, and what follows is its object, whatever the tagger says.
fn takes_object(place: &Place<'_, '_>, at: usize) -> bool {
    let form = place.form(at);
    let plain = form.chars().all(char::is_lowercase) && !noun::is_plural(form);
    let object = place.word(at + 1).is_some_and(|next| next.upos == Upos::Det);
    plain && object
}

/// Past the size of each of what is counted: "three *14-storey* blocks", "four *500kg* bombs".
pub(super) fn past_size(pieces: &Pieces<'_>, start: usize) -> Option<usize> {
    let number =
        pieces.kind(start) == Some(Shape::Digits) || words::word(pieces.lower(start)).is_some();
    let size = number.then(|| super::number::read(pieces, start))??;
    let hyphen = pieces.hyphen(size.end) && pieces.stuck(size.end);
    let unit = size.end + usize::from(hyphen);
    let word = |at: usize| pieces.kind(at) == Some(Shape::Word);
    let sized = size.form == Form::Cardinal
        && word(unit)
        && pieces.stuck(unit)
        && (hyphen || size.digits)
        && !pieces.hyphen(unit + 1);
    let thing = word(unit + 1) && !pieces.stuck(unit + 1);
    (sized && thing && noun::is_plural(pieces.lower(unit + 1))).then_some(unit + 1)
}

/// "three *F-16s*", "six *737s*", "two *AK-47 rifles*": a thing named by letters and digits, and
/// the plural after it if there is one.
fn model(place: &Place<'_, '_>, start: usize, many: bool) -> Option<Unit> {
    let pieces = place.pieces;
    let letters = pieces.kind(start) == Some(Shape::Word) && pieces.capital(start);
    let hyphen = start + usize::from(letters);
    let digits = hyphen + usize::from(letters && pieces.hyphen(hyphen) && pieces.stuck(hyphen));
    let tail = digits + 1;
    let glued = !letters || pieces.stuck(digits);
    let money = super::unit::currency_before(pieces, start).is_some();
    if pieces.kind(digits) != Some(Shape::Digits) || !glued || !many || money {
        return None;
    }
    let plural = pieces.stuck(tail) && pieces.lower(tail) == "s";
    let name = pieces.span(start, tail).of(pieces.text);
    if plural {
        return Some(unit(name.to_owned(), Vec::new(), (start, tail + 1)));
    }
    let next = pieces.all.get(tail).filter(|piece| piece.spaced && letters)?;
    let noun = run(place, place.word_at(next.span.start), Span::default(), true)?;
    let modifiers = std::iter::once(name.to_lowercase()).chain(noun.modifiers).collect();
    noun::is_plural(
        &place.form(place.word_of(pieces.all[noun.pieces.1 - 1].span.start)).to_lowercase(),
    )
    .then(|| unit(noun.name, modifiers, (start, noun.pieces.1)))
}

/// "three-bedroom", "16-seat": the noun after the hyphen, in the singular.
fn compound(place: &Place<'_, '_>, start: usize) -> Option<Unit> {
    let pieces = place.pieces;
    let word = pieces.lower(start);
    let adjective =
        word.ends_with("ed") && word != "bed" || context::is(word, Role::Kind) || is_particle(word);
    // "UPDATE 2-Harlan"
    let name = pieces.capital(start) && pieces.form(start) != pieces.form(start).to_uppercase();
    let is_noun = word.len() > 2 && !adjective && !noun::is_plural(word) && !name;
    let next = pieces.kind(start + 1) == Some(Shape::Word) || pieces.hyphen(start + 1);
    if word == "strong" {
        return Some(unit(String::new(), Vec::new(), (start, start + 1)));
    }
    (is_noun && next && words::word(word).is_none())
        .then(|| unit(word.to_owned(), Vec::new(), (start, start + 1)))
}

/// Words that go on a phrase after a hyphen and count nothing: "a two-in-one".
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "in" | "up"
            | "down"
            | "out"
            | "over"
            | "under"
            | "plus"
            | "odd"
            | "ish"
            | "something"
            | "and"
            | "or"
            | "to"
            | "by"
            | "for"
            | "the"
            | "off"
            | "on"
    )
}

/// "of the best players", "of its ships": what the part is taken from.
fn of_which(place: &Place<'_, '_>, start: usize) -> Option<Unit> {
    let pieces = place.pieces;
    // "half of what buyers offered": no buyers are counted.
    if pieces.lower(start) == "what" && pieces.lower(start + 1) != "should" {
        return None;
    }
    let mut at = place.word_at(pieces.all.get(start)?.span.start);
    let first = at;
    while place.word(at).is_some_and(|word| is_determiner(place, word)) && at < first + 4 {
        at += 1;
    }
    // "half of the country's 5.4 million children"
    let possessive = |at: usize| matches!(place.form(at), "'s" | "’s");
    let counted = |at: usize| place.word(at).is_some_and(|word| word.upos == Upos::Num);
    if let Some(owned) = (at + 1..at + 4).find(|&at| possessive(at)).filter(|own| counted(own + 1))
    {
        at = owned + 1;
        while place.word(at).is_some_and(|word| is_determiner(place, word)) && at < owned + 5 {
            at += 1;
        }
    }
    let own = run(place, at, Span::default(), true)?;
    // "reference 1234 of 3 May"
    (!super::veto::is_month(pieces, own.pieces.0)).then_some(own)
}

fn is_determiner(place: &Place<'_, '_>, word: &Word) -> bool {
    const WORDS: [&str; 34] = [
        "the",
        "those",
        "these",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "your",
        "all",
        "a",
        "an",
        "combined",
        "total",
        "estimated",
        "about",
        "roughly",
        "more",
        "than",
        "nearly",
        "remaining",
        "almost",
        "this",
        "that",
        "what",
        "should",
        "'s",
        "’s",
        "some",
        "any",
        "both",
        "each",
        "such",
    ];
    let form = word.span.of(place.pieces.text).to_lowercase();
    WORDS.contains(&form.as_str())
        || form.chars().any(|c| c.is_ascii_digit())
        || words::word(&form).is_some()
        || word.upos == Upos::Num
}

/// The noun phrase that begins at word `first`: its head and the words before that.
fn run(place: &Place<'_, '_>, first: usize, number: Span, many: bool) -> Option<Unit> {
    if let Some(mistagged) = verb_like(place, first, many) {
        return Some(mistagged);
    }
    let stop =
        (first..first + LONGEST).find(|&at| !goes_on(place, at, first)).unwrap_or(first + LONGEST);
    let head = head(place, first, stop, number, many)?;
    // "10,000 API *calls*": the plural that many of something end in, taken for a verb.
    let plural = noun::is_plural(&place.form(head).to_lowercase());
    let called = head + 1 == stop && !plural && verb_like(place, stop, many).is_some();
    let head = if called { stop } else { head };
    let modifiers =
        (first..head).filter(|&at| place.word(at).is_some_and(|w| w.upos != Upos::Punct));
    let modifiers = modifiers.map(|at| place.form(at).to_lowercase()).collect();
    let span = place.word(first)?.span.cover(place.word(head)?.span);
    let pieces = (place.pieces.after_byte(span.start), place.pieces.after_byte(span.end));
    Some(unit(singular(place, head), modifiers, pieces))
}

/// A plural that was taken for a verb: after a number of many, a form in -s is no verb.
fn verb_like(place: &Place<'_, '_>, at: usize, many: bool) -> Option<Unit> {
    let word = place.word(at)?;
    let form = place.form(at).to_lowercase();
    let plural = form.len() > 3 && form.ends_with('s') && noun::is_plural(&form);
    // "a reading above 50 indicates growth": a verb that has its subject is one.
    let subject = [Rel::Nsubj, Rel::NsubjPass];
    let own = subject.iter().filter_map(|rel| place.tree.child(at, *rel));
    let ruled = own
        .into_iter()
        .any(|subject| place.word(subject).is_some_and(|word| word.upos != Upos::Num));
    if !many || !plural || word.upos != Upos::Verb || ruled {
        return None;
    }
    let from = place.pieces.after_byte(word.span.start);
    Some(unit(noun::singular(&form), Vec::new(), (from, from + 1)))
}

/// Whether word `at` may stand before or be the counted noun.
fn goes_on(place: &Place<'_, '_>, at: usize, first: usize) -> bool {
    let Some(word) = place.word(at) else { return false };
    let form = place.form(at);
    if form.contains(|c: char| c.is_ascii_digit()) && word.upos != Upos::Num {
        return false;
    }
    if !place.tagged {
        return form.chars().all(char::is_alphabetic) && !is_closed(&form.to_lowercase());
    }
    match word.upos {
        Upos::Noun | Upos::Propn => true,
        Upos::Adj => {
            !(at == first && matches!(form, "more" | "other" | "different" | "such"))
                || nominal(place, at + 1)
        }
        Upos::Verb => {
            matches!(word.morph, Morph::Participle | Morph::Gerund) && nominal(place, at + 1)
        }
        Upos::Adv => word.rel == Rel::Advmod && adjective(place, at + 1),
        Upos::Punct => matches!(form, "-" | "\"" | "“") && nominal(place, at + 1) && at > first,
        Upos::Cconj => at > first && adjective(place, at - 1) && adjective(place, at + 1),
        Upos::Part => at > first && matches!(form, "'s" | "’s" | "'" | "’"),
        Upos::Num => at > first && place.word(at - 1).is_some_and(|w| w.upos == Upos::Propn),
        _ => false,
    }
}

fn nominal(place: &Place<'_, '_>, at: usize) -> bool {
    place.word(at).is_some_and(|w| matches!(w.upos, Upos::Noun | Upos::Propn | Upos::Adj))
}

fn adjective(place: &Place<'_, '_>, at: usize) -> bool {
    place.word(at).is_some_and(|w| w.upos == Upos::Adj)
}

/// The counted noun between words `first` and `stop`: of many things the first plural, otherwise
/// the word that the tree says, otherwise the last.
fn head(
    place: &Place<'_, '_>,
    first: usize,
    stop: usize,
    number: Span,
    many: bool,
) -> Option<usize> {
    let noun = |&at: &usize| {
        place.word(at).is_some_and(|w| !place.tagged || matches!(w.upos, Upos::Noun | Upos::Propn))
    };
    let plural = |&at: &usize| {
        let form = place.form(at).to_lowercase();
        // "40,000 geese arrive": whatever the tagger says of the form.
        let irregular = !form.ends_with('s') && noun::singular(&form) != form;
        noun::is_plural(&form)
            && (irregular || place.word(at).is_some_and(|w| w.morph != Morph::Singular))
    };
    if many && let Some(at) = (first..stop).filter(noun).find(plural) {
        return Some(at);
    }
    let by_tree = place.tagged && !number.is_empty();
    let governed = by_tree.then(|| place.word_of(number.start)).and_then(|own| {
        let word = place.word(own)?;
        let head = place.tree.head(own)?;
        (word.rel == Rel::Nummod && (first..stop).contains(&head)).then_some(head)
    });
    governed
        .filter(noun)
        .or_else(|| (first..stop).rev().find(noun))
        .filter(|at| place.tagged || !many || noun::is_plural(&place.form(*at).to_lowercase()))
}

fn singular(place: &Place<'_, '_>, at: usize) -> String {
    let form = place.form(at);
    let name = place.word(at).is_some_and(|w| w.upos == Upos::Propn && w.morph != Morph::Plural);
    if name { form.to_owned() } else { noun::singular(&form.to_lowercase()) }
}

fn unit(name: String, modifiers: Vec<String>, pieces: (usize, usize)) -> Unit {
    Unit { name, measure: None, money: false, age: false, per: None, modifiers, pieces }
}

/// Words of closed classes and common verbs, for text without tags.
fn is_closed(word: &str) -> bool {
    const WORDS: &str = " a about above after again against all also although among an and any are \
        around as at away back be because been before behind being below between both but by can \
        could did do does down during each early either even ever every few for from had has have \
        he her here him his how however i if in into is it its just last late later less like \
        made many may me might more most much must my near next no nor not now of off on once one \
        only or other our out over own per said same say says she should since so some still such \
        than that the their them then there these they this those though through till to today \
        together too toward towards under until up upon us very via was we well were what when \
        where whether which while who whom whose why will with within without would yet you your \
        ago died killed took ended began left went came got made rose fell remain remained ";
    WORDS.contains(&format!(" {word} "))
}
