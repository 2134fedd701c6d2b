//! Units of measurement and currencies.

use super::generated::{currency, unit};
use super::{Table, find};
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
    forms: Table<u16>,
}

impl Forms {
    /// The unit of `form`.
    #[must_use]
    pub fn find(&self, form: &str) -> Option<&'static Unit> {
        find(self.forms, form).map(|&at| &self.units[usize::from(at)])
    }

    /// Whether some form begins with `start`.
    #[must_use]
    pub fn continues(&self, start: &str) -> bool {
        let at = self.forms.partition_point(|row| row.0 < start);
        self.forms.get(at).is_some_and(|row| row.0.starts_with(start))
    }

    /// Every form with its unit, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static Unit)> + use<> {
        let units = self.units;
        self.forms.iter().map(move |&(form, at)| (form, &units[usize::from(at)]))
    }
}

/// Names of units, in lower case, singular and plural.
#[must_use]
pub const fn words() -> Forms {
    Forms { units: unit::UNITS, forms: unit::WORDS }
}

/// Symbols of units; case matters.
#[must_use]
pub const fn symbols() -> Forms {
    Forms { units: unit::UNITS, forms: unit::SYMBOLS }
}

/// Names of currencies and of their parts, in lower case, singular and plural.
#[must_use]
pub const fn currency_words() -> Forms {
    Forms { units: currency::CURRENCIES, forms: currency::WORDS }
}

/// Symbols and codes of currencies; case matters.
#[must_use]
pub const fn currency_symbols() -> Forms {
    Forms { units: currency::CURRENCIES, forms: currency::SYMBOLS }
}
