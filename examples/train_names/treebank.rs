//! Examples from the treebanks.

use corroborate::lexicon::fold;
use corroborate::lexicon::name::{Class, is};
use corroborate::mention::name::tagger::{Kind, LABELS};

use crate::Example;

struct Token<'t> {
    form: &'t str,
    upos: &'t str,
    head: usize,
    misc: &'t str,
}

fn sentences(text: &str) -> Vec<Vec<Token<'_>>> {
    text.split("\n\n").map(|block| block.lines().filter_map(token).collect()).collect()
}

fn token(line: &str) -> Option<Token<'_>> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [id, form, _, upos, _, _, head, _, _, misc] = cells.as_slice() else { return None };
    id.parse::<usize>().ok()?;
    Some(Token { form, upos, head: head.parse().ok()?, misc })
}

/// GUM: every word has its label.
pub(crate) fn entities(text: &str) -> Vec<Example> {
    let mut open = Vec::new();
    let full = |sentence: &Vec<Token<'_>>| !sentence.is_empty();
    let sentences = sentences(text);
    sentences.iter().filter(|s| full(s)).map(|sentence| labelled(sentence, &mut open)).collect()
}

/// An entity: its id, type and words.
struct Entity {
    id: String,
    kind: String,
    start: usize,
    end: usize,
}

fn labelled(sentence: &[Token<'_>], open: &mut Vec<Entity>) -> Example {
    open.clear();
    let mut entities = Vec::new();
    for (at, token) in sentence.iter().enumerate() {
        let list = token.misc.split('|').find_map(|field| field.strip_prefix("Entity="));
        brackets(list.unwrap_or_default(), at, open, &mut entities);
    }
    entities.sort_by_key(|entity: &Entity| {
        (std::cmp::Reverse(entity.end - entity.start), entity.start)
    });
    let mut labels = vec![0_usize; sentence.len()];
    for entity in &entities {
        let Some((start, end, kind)) = core(sentence, entity, &entities) else { continue };
        if labels[start..end].iter().all(|label| *label == 0) {
            labels[start..end].fill(kind.label() + 1);
            labels[start] = kind.label();
        }
    }
    Example {
        forms: sentence.iter().map(|token| token.form.to_owned()).collect(),
        allowed: labels.into_iter().map(|label| 1 << label).collect(),
    }
}

/// Reads `(12-person-new…`, `12)` and `(12-person-new…)` in any order.
fn brackets(list: &str, at: usize, open: &mut Vec<Entity>, done: &mut Vec<Entity>) {
    let mut rest = list;
    while !rest.is_empty() {
        if let Some(inner) = rest.strip_prefix('(') {
            let end = inner.find(['(', ')']).unwrap_or(inner.len());
            let mut fields = inner[..end].split('-');
            let id = fields.next().unwrap_or_default().to_owned();
            let kind = fields.next().unwrap_or_default().to_owned();
            let closed = inner[end..].starts_with(')');
            let entity = Entity { id, kind, start: at, end: at + 1 };
            if closed {
                done.push(entity)
            } else {
                open.push(entity)
            }
            rest = &inner[end + usize::from(closed)..];
        } else {
            let end = rest.find(')').unwrap_or(rest.len());
            if let Some(last) = open.iter().rposition(|entity| entity.id == rest[..end]) {
                let mut entity = open.remove(last);
                entity.end = at + 1;
                done.push(entity);
            }
            rest = rest.get(end + 1..).unwrap_or_default();
        }
    }
}

/// The name within an entity's span, without article, title and what follows.
fn core(sentence: &[Token<'_>], entity: &Entity, all: &[Entity]) -> Option<(usize, usize, Kind)> {
    let inside = |at: usize| (entity.start..entity.end).contains(&at);
    let head = (entity.start..entity.end).find(|at| {
        let head = sentence[*at].head;
        head == 0 || !inside(head - 1)
    })?;
    if sentence[head].upos != "PROPN" {
        return None;
    }
    let kind = match entity.kind.as_str() {
        "person" => Kind::Person,
        "place" => Kind::Place,
        "organization" => Kind::Organization,
        "time" => return None,
        _ => Kind::Other,
    };
    let capital =
        |at: usize| sentence[at].form.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    // A smaller entity beside the head is another name: "New York" in "New York Mayor Ann Lee".
    let foreign = |at: usize| {
        kind == Kind::Person
            && all.iter().any(|other| {
                (other.start, other.end) != (entity.start, entity.end)
                    && (other.start..other.end).contains(&at)
                    && !(other.start..other.end).contains(&head)
                    && entity.start <= other.start
                    && other.end <= entity.end
            })
    };
    let linked = |at: usize| {
        let token = &sentence[at];
        let word = token.form.to_lowercase();
        let joint = matches!(
            word.as_str(),
            "-" | "." | "'" | "\"" | "&" | "of" | "the" | "and" | "for" | "’"
        );
        let person = token.upos == "PROPN" || word == "-" || is(&fold(&word), Class::Particle);
        if kind == Kind::Person { person } else { capital(at) || joint || token.upos == "NUM" }
    };
    let mut start = head;
    while start > entity.start && linked(start - 1) && !foreign(start - 1) {
        start -= 1;
    }
    let mut end = head + 1;
    while end < entity.end && linked(end) && !foreign(end) {
        end += 1;
    }
    while start < head && (!capital(start) || drop(sentence, start, kind)) {
        start += 1;
    }
    while end > head + 1 && !capital(end - 1) {
        end -= 1;
    }
    (capital(start)).then_some((start, end, kind))
}

/// Articles before any name, titles before a person's.
fn drop(sentence: &[Token<'_>], at: usize, kind: Kind) -> bool {
    let key = fold(sentence[at].form);
    matches!(key.as_str(), "the" | "a" | "an")
        || (kind == Kind::Person && is(&key, Class::Title) && sentence[at].upos != "ADJ")
}

const TIME: &[&str] = &[
    "am",
    "april",
    "august",
    "december",
    "est",
    "february",
    "friday",
    "gmt",
    "january",
    "july",
    "june",
    "march",
    "may",
    "monday",
    "november",
    "october",
    "pm",
    "pst",
    "saturday",
    "september",
    "sunday",
    "thursday",
    "tuesday",
    "wednesday",
];

/// EWT: proper nouns are names of some kind, other words of none.
pub(crate) fn proper_nouns(text: &str) -> Vec<Example> {
    let any: u16 = (1 << LABELS) - 2;
    let inside =
        (0..LABELS).filter(|label| *label > 0 && label % 2 == 0).fold(1, |bits, l| bits | 1 << l);
    let sentences = sentences(text);
    let read = |sentence: &Vec<Token<'_>>| Example {
        forms: sentence.iter().map(|token| token.form.to_owned()).collect(),
        allowed: (sentence.iter())
            .map(|token| {
                let word = token.form.to_lowercase();
                match token.upos {
                    "PROPN" if is(&fold(&word), Class::Title) => any | 1,
                    "PROPN" if TIME.binary_search(&word.as_str()).is_ok() => 1,
                    "PROPN" if token.form.starts_with(char::is_uppercase) => any,
                    "PROPN" => any | 1,
                    "ADP" | "CCONJ" | "DET" | "PUNCT" | "PART" | "NUM" | "NOUN" | "ADJ" | "SYM"
                        if token.form.starts_with(char::is_uppercase)
                            || matches!(word.as_str(), "of" | "the" | "-" | "&" | "'s" | "and") =>
                    {
                        inside
                    }
                    _ => 1,
                }
            })
            .collect(),
    };
    sentences.iter().filter(|s| !s.is_empty()).map(read).collect()
}
