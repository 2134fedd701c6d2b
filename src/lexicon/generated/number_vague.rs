//! Made from `data/number_vague.toml`; `UPDATE=1 cargo test --test codegen`.

use crate::lexicon::number::Vague;

pub(crate) static VAGUE: super::super::Table<Vague> = super::super::Table::new(&[
    ("billions", Vague { one: 1000000000, low: 2000000000, high: 999000000000 }),
    ("dozens", Vague { one: 12, low: 24, high: 99 }),
    ("hundreds", Vague { one: 100, low: 200, high: 9999 }),
    ("millions", Vague { one: 1000000, low: 2000000, high: 999000000 }),
    ("scores", Vague { one: 20, low: 40, high: 199 }),
    ("tens", Vague { one: 10, low: 20, high: 99 }),
    ("thousands", Vague { one: 1000, low: 2000, high: 99999 }),
    ("trillions", Vague { one: 1000000000000, low: 2000000000000, high: 999000000000000 }),
]);
