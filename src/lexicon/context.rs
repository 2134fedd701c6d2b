//! What words near a number tell of it.

use super::find;
use super::generated::number_context::CONTEXT;

/// What a word near a number tells of it. The reasons stand in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// A verb or noun of change: "from … to" gives the value before and after it.
    Change,
    /// After an article and "third" or the like it makes that a fraction ("a third *smaller*").
    Compared,
    /// A verb before a number that is dialled ("*call* 101").
    Dial,
    /// Passed over between the number and its unit ("two *more* minutes").
    Extra,
    /// After an article and before "of" it is a figure of speech ("a *ton* of fun").
    Figure,
    /// Before "half" or "quarter" it makes a period of that ("the *second* half").
    Half,
    /// After a hyphen it makes a kind rather than a count ("two-*way*").
    Kind,
    /// Before a sum in brackets it says what the brackets would: the sum is printed as it is.
    Loss,
    /// Near two numbers it makes them the result of a match or vote.
    Match,
    /// After an article and a unit it makes that one of the unit ("a mile *away*").
    Measured,
    /// Near pounds it makes them money.
    Money,
    /// In its sentence "1 in 21" is a share.
    Odds,
    /// A pair of it is one thing ("a pair of *scissors*").
    OneThing,
    /// After a name, its number and "or" it makes that number a version ("14 or *later*").
    OtherVersion,
    /// Before "over" it makes that a part of the verb ("*handed* over 307 men").
    Over,
    /// Passed over between a bound and its number ("at least *another* 12").
    Passed,
    /// After "a" it tells per what the quantity is given ("a *barrel*").
    Per,
    /// A hyphen between it and a number joins words of the language ("*sub*-300").
    Prefix,
    /// Before "one" it makes that stand for a noun.
    Pronoun,
    /// A verb that "up" belongs to: before "up to" it leaves the number as it is.
    Rise,
    /// After a number and before a point and a name it makes that an address ("561 *N*. Linden").
    Quarter,
    /// Before two numbers it makes them those of a ratio ("a *ratio* of 3 to 1").
    Ratio,
    /// After an article and digits it makes them the name of a line ("the 212 *bus*").
    Route,
    /// Before a scale word it makes that two to nine of it ("*several* hundred").
    Several,
    /// After "5m" it shows that these are metres.
    Size,
    /// After an article and three digits it makes them a code ("a 404 *error*").
    Status,
    /// The last word of an address ("12 Baker *Street*").
    Street,
    /// Near pounds it makes them a weight.
    Weight,
    /// After a number it makes that a time of day ("9 *pm*").
    Zone,
}

/// Whether `word` (in lower case) plays `role` near a number.
///
/// ```
/// use corroborate::lexicon::context::{Role, is};
/// assert!(is("barrel", Role::Per));
/// assert!(!is("barrel", Role::Street));
/// ```
#[must_use]
pub fn is(word: &str, role: Role) -> bool {
    find(&CONTEXT, word).is_some_and(|roles| roles.contains(&role))
}
