//! One stretch of text, or several when it is interrupted.

use serde::de::{SeqAccess, Visitor};
use serde::ser::SerializeSeq as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Byte ranges of one stretch of text, in order.
///
/// Printed as `[start, end]` when it is uninterrupted, and as a list of such pairs when it is
/// not.
///
/// ```
/// use corroborate::report::Spans;
/// assert_eq!(Spans(vec![[12, 60]]), Spans::from([12, 60]));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spans(pub Vec<[u32; 2]>);

impl From<[u32; 2]> for Spans {
    fn from(pair: [u32; 2]) -> Self {
        Self(vec![pair])
    }
}

impl Serialize for Spans {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [pair] => pair.serialize(serializer),
            pairs => {
                let mut list = serializer.serialize_seq(Some(pairs.len()))?;
                for pair in pairs {
                    list.serialize_element(pair)?;
                }
                list.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Spans {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(List)
    }
}

/// A number or a pair: what a list of either holds.
enum Item {
    Number(u32),
    Pair([u32; 2]),
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ItemVisitor)
    }
}

struct ItemVisitor;

impl<'de> Visitor<'de> for ItemVisitor {
    type Value = Item;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a byte offset or a pair of them")
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Item, E> {
        u32::try_from(number).map(Item::Number).map_err(E::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Item, A::Error> {
        let mut next = || {
            list.next_element::<u32>()?.ok_or_else(|| serde::de::Error::invalid_length(1, &self))
        };
        Ok(Item::Pair([next()?, next()?]))
    }
}

struct List;

impl<'de> Visitor<'de> for List {
    type Value = Spans;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("`[start, end]` or a list of such pairs")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Spans, A::Error> {
        let (mut pairs, mut start) = (Vec::new(), None);
        while let Some(item) = list.next_element()? {
            match (item, start.take()) {
                (Item::Pair(pair), None) => pairs.push(pair),
                (Item::Number(at), None) => start = Some(at),
                (Item::Number(end), Some(start)) => pairs.push([start, end]),
                (Item::Pair(_), Some(_)) => return Err(serde::de::Error::custom("a lone offset")),
            }
        }
        Ok(Spans(pairs))
    }
}
