//! Pronouns: only when exactly one actor of fitting kind, sex and number is near.

use super::Resolver;
use super::cluster::Cluster;
use crate::lexicon::reporting;
use crate::mention::Mention;
use crate::value::NameKind;

impl Resolver<'_> {
    /// The cluster that a pronoun of the third person refers to.
    pub(super) fn pronoun(&self, mention: &Mention, word: &str) -> Option<usize> {
        let person = |man: bool| {
            move |cluster: &Cluster| {
                cluster.kind == NameKind::Person && cluster.man.is_none_or(|is| is == man)
            }
        };
        let found = match word {
            "he" => self.near(mention.sentence, person(true)),
            "she" => self.near(mention.sentence, person(false)),
            "they" => self.near(mention.sentence, |cluster| cluster.kind == NameKind::Group),
            _ if self.speaks(mention) => self.near(mention.sentence, |cluster| {
                matches!(cluster.kind, NameKind::Organization | NameKind::Country)
            }),
            _ => return None,
        };
        match found[..] {
            [one] => Some(one),
            _ => None,
        }
    }

    /// Whether the mention is the subject of a reporting verb; "it" may be anything elsewhere.
    fn speaks(&self, mention: &Mention) -> bool {
        let tree = &self.trees[mention.sentence as usize];
        let verb = tree.head(mention.head as usize);
        verb.is_some_and(|verb| reporting::verb(&tree.words[verb].lemma).is_some())
    }
}
