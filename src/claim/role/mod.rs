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
use super::{Claim, Event, Polarity, Subject};
use crate::value::{Grain, SetRelation, Time};
use writer::Writer;

pub(super) use measure::ends;
pub(super) use writer::chain;

/// Gives an incident without a name of its own the day on which people came to harm in it, where the text
/// tells of one day only.
fn date_incidents(events: &mut [Event], claims: &[Claim]) {
    let nameless = |event: &&mut Event| event.kind == "incident" && event.time.is_none();
    for (event, at) in events.iter_mut().zip(0..).map(|(event, at)| (event, Subject::Event(at))) {
        let Some(event) = Some(event).filter(nameless) else { continue };
        let own = claims.iter().filter(|claim| claim.subject == at);
        let own = own.filter(|claim| claim.polarity == Polarity::Affirmed);
        let times = own.filter_map(|claim| claim.scope.time.as_ref());
        let times: Vec<&Time> =
            times.filter(|time| time.grain <= Grain::Day && time.extent.is_some()).collect();
        let apart = |time: &&&Time| time.compare(times[0]) == SetRelation::Disjoint;
        if !times.iter().any(|time| apart(&time)) {
            event.time = times.first().map(|&time| time.clone());
        }
    }
}

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
    let (mut events, mut claims) = writer.finish();
    date_incidents(&mut events, &claims);
    claims.extend(office::read(grammar));
    (events, claims)
}
