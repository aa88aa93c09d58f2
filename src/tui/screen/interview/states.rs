//! The row of states: what became of the question one is at, each under a digit.
//!
//! A digit says it, by a key that came alone; whatever else is pressed puts the row away and is what it always is.

use crate::domain::coverage::Coverage;
use crate::tui::keymap::action::Interview;

/// The states, each with the key that says it, in the order of the row.
pub(crate) const STATES: [(Interview, Coverage); 6] = [
    (Interview::StateAsked, Coverage::Asked),
    (Interview::StateVolunteered, Coverage::Volunteered),
    (Interview::StatePartly, Coverage::Partly),
    (Interview::StateComeBack, Coverage::ComeBack),
    (Interview::StateSkipped, Coverage::Skipped),
    (Interview::StateNotYet, Coverage::NotYet),
];

/// The state that `action` says, if it is one of the row's.
pub(super) fn said_by(action: Interview) -> Option<Coverage> {
    STATES.into_iter().find(|(key, _)| *key == action).map(|(_, coverage)| coverage)
}
