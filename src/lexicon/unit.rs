//! Units of measurement and currencies.

use std::sync::OnceLock;

use super::generated::{currency, unit};
use super::{Index, Table, find};
use crate::value::Measure;

/// A unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// Its canonical singular name, or the [ISO 4217](https://www.iso.org/iso-4217-currency-codes.html)
    /// code of a currency.
    pub name: &'static str,
    /// What it measures; none for money.
    pub measure: Option<Measure>,
}

/// A table of the forms of units.
#[derive(Debug, Clone, Copy)]
pub struct Forms {
    units: &'static [Unit],
    forms: &'static Table<u16>,
    /// Of symbols: how they begin, letter by letter.
    letters: Option<&'static OnceLock<Index>>,
}

impl Forms {
    /// The unit of `form`.
    #[must_use]
    pub fn find(&self, form: &str) -> Option<&'static Unit> {
        find(self.forms, form).map(|&at| &self.units[usize::from(at)])
    }

    /// Whether some form begins with `start`: whole words of it, but letters of a symbol.
    #[must_use]
    pub fn continues(&self, start: &str) -> bool {
        let Some(letters) = self.letters else {
            return self.forms.first(start.trim_end()).is_some();
        };
        let keys = || self.forms.rows().iter().map(|row| row.0).zip(0..);
        let holds = |at: u32| self.forms.rows()[at as usize].0.starts_with(start);
        letters.get_or_init(|| Index::spelled(keys())).first(start, holds).is_some()
    }

    /// Every form with its unit, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static Unit)> + use<> {
        let units = self.units;
        self.forms.rows().iter().map(move |&(form, at)| (form, &units[usize::from(at)]))
    }
}

/// Names of units, in lower case, singular and plural.
#[must_use]
pub const fn words() -> Forms {
    Forms { units: unit::UNITS, forms: &unit::WORDS, letters: None }
}

/// Symbols of units; case matters.
#[must_use]
pub fn symbols() -> Forms {
    static LETTERS: OnceLock<Index> = OnceLock::new();
    Forms { units: unit::UNITS, forms: &unit::SYMBOLS, letters: Some(&LETTERS) }
}

/// Names of currencies and of their parts, in lower case, singular and plural.
#[must_use]
pub const fn currency_words() -> Forms {
    Forms { units: currency::CURRENCIES, forms: &currency::WORDS, letters: None }
}

/// Symbols and codes of currencies; case matters.
#[must_use]
pub fn currency_symbols() -> Forms {
    static LETTERS: OnceLock<Index> = OnceLock::new();
    Forms { units: currency::CURRENCIES, forms: &currency::SYMBOLS, letters: Some(&LETTERS) }
}
