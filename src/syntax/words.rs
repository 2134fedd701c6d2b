//! The words of a tree, with the dependents of each listed when they are first asked for.

use std::ops::{Deref, DerefMut};
use std::sync::OnceLock;

use super::tree::Word;

/// The words of a [`Tree`](super::Tree) in order, as a slice.
///
/// ```
/// use corroborate::syntax::parse;
/// use corroborate::text::segment;
/// let text = "The mayor opened two bridges.";
/// let mut tree = parse(text, &segment(text)).remove(0);
/// assert_eq!(tree.words.len(), 6);
/// assert_eq!(tree.children(2).count(), 3);
/// tree.words[4].head = Some(1);
/// assert_eq!(tree.children(2).count(), 2);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Words {
    list: Vec<Word>,
    /// Empty whenever a word may have changed since.
    dependents: OnceLock<Dependents>,
}

impl Words {
    /// The dependents of every word: asked for word by word, each answer would be a walk over the
    /// sentence.
    pub(crate) fn dependents(&self) -> &Dependents {
        self.dependents.get_or_init(|| Dependents::new(&self.list))
    }
}

impl Deref for Words {
    type Target = [Word];

    fn deref(&self) -> &[Word] {
        &self.list
    }
}

impl DerefMut for Words {
    fn deref_mut(&mut self) -> &mut [Word] {
        self.dependents.take();
        &mut self.list
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.list == other.list
    }
}

impl Eq for Words {}

impl From<Vec<Word>> for Words {
    fn from(list: Vec<Word>) -> Self {
        Self { list, dependents: OnceLock::new() }
    }
}

impl FromIterator<Word> for Words {
    fn from_iter<I: IntoIterator<Item = Word>>(words: I) -> Self {
        Vec::from_iter(words).into()
    }
}

impl IntoIterator for Words {
    type Item = Word;
    type IntoIter = std::vec::IntoIter<Word>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl<'w> IntoIterator for &'w Words {
    type Item = &'w Word;
    type IntoIter = std::slice::Iter<'w, Word>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}

/// The dependents of every word of a tree.
#[derive(Debug, Clone)]
pub(crate) struct Dependents {
    /// By word: where its dependents begin in `list`; one more for the end.
    starts: Vec<u32>,
    list: Vec<usize>,
}

impl Dependents {
    fn new(words: &[Word]) -> Self {
        let count = words.len();
        let head = |at: usize| {
            let head = words[at].head.map(|head| head as usize);
            head.filter(|&head| head < count && head != at)
        };
        let mut starts = vec![0; count + 1];
        for head in (0..count).filter_map(head) {
            starts[head + 1] += 1;
        }
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        let mut list = vec![0; starts[count] as usize];
        // Each start moves to its end, which is the next one's start: all are moved back below.
        for at in 0..count {
            if let Some(head) = head(at) {
                list[starts[head] as usize] = at;
                starts[head] += 1;
            }
        }
        starts.rotate_right(1);
        starts[0] = 0;
        Self { starts, list }
    }

    /// Those of word `at`, in order; none of what is no word.
    pub(crate) fn of(&self, at: usize) -> &[usize] {
        let Some([start, end]) = self.starts.get(at..).and_then(|rest| rest.first_chunk()) else {
            return &[];
        };
        &self.list[*start as usize..*end as usize]
    }
}
