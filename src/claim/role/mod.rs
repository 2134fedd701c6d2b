//! Claims about events of the lexicon's types.

mod argument;
mod care;
mod casualty;
mod figure;
mod harm;
mod home;
mod length;
mod list;
mod measure;
mod office;
mod plight;
mod roster;
mod status;
mod subtotal;
mod tally;
mod together;
mod victim;
mod weapon;
mod writer;

use super::event::Found;
use super::grammar::Grammar;
use super::{Claim, Event};
use writer::Writer;

pub(super) use measure::ends;

/// Reads the claims, and the events that they had to add.
pub(super) fn read(grammar: &Grammar<'_>, found: Found) -> (Vec<Event>, Vec<Claim>) {
    let mut writer = Writer::new(grammar, found);
    let observations = harm::observations(&mut writer);
    tally::write(&mut writer, &observations);
    measure::write(&mut writer);
    figure::write(&mut writer);
    subtotal::write(&mut writer);
    argument::write(&mut writer);
    status::write(&mut writer);
    let (events, mut claims) = writer.finish();
    claims.extend(office::read(grammar));
    (events, claims)
}
