//! The arc-hybrid transition system
//! ([Kuhlmann, Gómez-Rodríguez, Satta 2011](https://aclanthology.org/P11-1068/)).
//!
//! Words wait in a buffer, at whose end stands the root of the sentence. [`Action::Shift`] moves
//! the next one onto a stack, [`Action::Left`] attaches the top of the stack to the next word,
//! [`Action::Right`] attaches it to the word below it on the stack; both take it off. A sentence of
//! *n* words takes exactly 2*n* steps, and its tree has one root and no cycle by construction.

use super::{Rel, Upos};

/// A step of the parser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// The next word goes onto the stack.
    Shift,
    /// The next word becomes the head of the top of the stack.
    Left,
    /// The word below the top of the stack becomes its head.
    Right,
}

impl Action {
    /// All of them, in the order of the model's output.
    pub const ALL: [Self; 3] = [Self::Shift, Self::Left, Self::Right];
}

/// The number of words that the model looks at in each state.
pub const POSITIONS: usize = 10;

/// The number of discrete features of a state.
pub const SIGNS: usize = 13;

/// How many rows the table of discrete features has.
pub const SIGN_ROWS: usize = 4 * RELS + 2 * DISTANCES + 3 * COUNTS + 4 * TAGS;

const RELS: usize = Rel::ALL.len() + 1;
const DISTANCES: usize = 8;
const COUNTS: usize = 4;
const TAGS: usize = Upos::ALL.len() + 1;
const NONE: u32 = u32::MAX;

/// A sentence half parsed.
#[derive(Debug, Clone, Default)]
pub struct State {
    stack: Vec<u32>,
    next: u32,
    words: u32,
    /// The head of each word, `words` for the root, [`u32::MAX`] as long as it has none.
    pub heads: Vec<u32>,
    /// The relation of each word as an index into [`Rel::ALL`].
    pub rels: Vec<u8>,
    first: Vec<u32>,
    last: Vec<u32>,
    left: Vec<u8>,
    right: Vec<u8>,
}

impl State {
    /// The positions to which every word comes: top of the stack, next and second of the buffer.
    pub(super) const ALWAYS: [usize; 3] = [0, 3, 4];

    /// Begins a sentence of `words` words, keeping the memory of the one before.
    pub fn reset(&mut self, words: usize) {
        self.stack.clear();
        self.next = 0;
        self.words = u32::try_from(words).unwrap_or(u32::MAX);
        for list in [&mut self.heads, &mut self.first, &mut self.last] {
            list.clear();
            list.resize(words + 1, NONE);
        }
        for list in [&mut self.rels, &mut self.left, &mut self.right] {
            list.clear();
            list.resize(words + 1, 0);
        }
    }

    /// Whether all words have their heads.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.next == self.words && self.stack.is_empty()
    }

    /// The index of the next word of the buffer; the number of words stands for the root.
    #[must_use]
    pub const fn next(&self) -> u32 {
        self.next
    }

    /// The stack, top last.
    #[must_use]
    pub fn stack(&self) -> &[u32] {
        &self.stack
    }

    /// Which steps are possible, in the order of [`Action::ALL`]: the root takes one word only.
    #[must_use]
    pub fn valid(&self) -> [bool; 3] {
        let depth = self.stack.len();
        let at_root = self.next == self.words;
        [!at_root, depth > 0 && (!at_root || depth == 1), depth > 1]
    }

    /// Whether nothing but [`Action::Shift`] is possible, so that nothing need be weighed.
    #[must_use]
    pub fn must_shift(&self) -> bool {
        self.stack.is_empty() && self.next < self.words
    }

    /// The arc that a step would draw, as (head, dependent).
    #[must_use]
    pub fn arc(&self, action: Action) -> Option<(u32, u32)> {
        let top = self.stack.last().copied()?;
        match action {
            Action::Shift => None,
            Action::Left => Some((self.next, top)),
            Action::Right => Some((*self.stack.get(self.stack.len().checked_sub(2)?)?, top)),
        }
    }

    /// Takes a step; an arc gets relation `rel`.
    pub fn apply(&mut self, action: Action, rel: u8) {
        let Some((head, word)) = self.arc(action) else {
            self.stack.push(self.next);
            self.next += 1;
            return;
        };
        self.stack.pop();
        let (h, w) = (head as usize, word as usize);
        self.heads[w] = head;
        self.rels[w] = rel;
        let (end, count) = if action == Action::Left {
            (&mut self.first, &mut self.left)
        } else {
            (&mut self.last, &mut self.right)
        };
        end[h] = word;
        count[h] = count[h].saturating_add(1);
    }

    /// The words that the model looks at: the top three of the stack, the next two of the buffer
    /// and outer children. `words` stands for the root and `words + 1` for nothing.
    #[must_use]
    pub fn positions(&self) -> [u32; POSITIONS] {
        let nothing = self.words + 1;
        let depth = self.stack.len();
        let stack = |i: usize| if i < depth { self.stack[depth - 1 - i] } else { nothing };
        let buffer = |i: u32| if self.next + i <= self.words { self.next + i } else { nothing };
        let child = |list: &[u32], word: u32| match list.get(word as usize) {
            Some(&child) if child != NONE => child,
            _ => nothing,
        };
        [
            stack(0),
            stack(1),
            stack(2),
            buffer(0),
            buffer(1),
            child(&self.first, stack(0)),
            child(&self.last, stack(0)),
            child(&self.first, buffer(0)),
            child(&self.last, stack(1)),
            child(&self.first, stack(1)),
        ]
    }

    /// The discrete features: relations of the outer children, distances, numbers of children and
    /// parts of speech, as rows of one table.
    #[must_use]
    pub fn signs(&self, positions: &[u32; POSITIONS], tags: &[u8]) -> [usize; SIGNS] {
        let rel = |slot: usize, word: u32| {
            let known = (word < self.words).then(|| usize::from(self.rels[word as usize]) + 1);
            slot * RELS + known.unwrap_or(0)
        };
        let far = |slot: usize, from: u32, to: u32| {
            let distance = if to > self.words || from > self.words { 0 } else { to - from };
            let bucket = match distance {
                0..=4 => distance,
                5..=6 => 5,
                7..=10 => 6,
                _ => 7,
            };
            4 * RELS + slot * DISTANCES + bucket as usize
        };
        let count = |slot: usize, list: &[u8], word: u32| {
            let children = list.get(word as usize).copied().unwrap_or(0);
            4 * RELS + 2 * DISTANCES + slot * COUNTS + usize::from(children.min(3))
        };
        let tag = |slot: usize, word: u32| {
            let known = tags.get(word as usize).map_or(0, |&tag| usize::from(tag) + 1);
            4 * RELS + 2 * DISTANCES + 3 * COUNTS + slot * TAGS + known
        };
        let [s0, s1, _, b0, b1, s0_first, s0_last, b0_first, s1_last, _] = *positions;
        [
            rel(0, s0_first),
            rel(1, s0_last),
            rel(2, b0_first),
            rel(3, s1_last),
            far(0, s0, b0),
            far(1, s1, s0),
            count(0, &self.left, s0),
            count(1, &self.right, s0),
            count(2, &self.left, b0),
            tag(0, s0),
            tag(1, s1),
            tag(2, b0),
            tag(3, b1),
        ]
    }
}
