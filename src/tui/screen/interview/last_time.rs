//! What the interview before this one left, shown by a key: never before the first question is answered.

use crate::domain::last_time::LastTime;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::card::Card;
use crate::tui::shared::Shared;
use crate::words::say;

/// What lies over the guide after the key, where `card` lay before.
pub(super) fn after(card: Card, shared: &mut Shared) -> Card {
    if card == Card::LastTime {
        return Card::Away;
    }
    let Some(sitting) = &shared.sitting else { return card };
    let refused = match &sitting.last_time {
        None => say!("last-time-none"),
        Some(_) if !LastTime::may_be_seen_in(&sitting.session) => say!("last-time-not-yet"),
        Some(_) => return Card::LastTime,
    };
    shared.say(Weight::News, refused);
    card
}
