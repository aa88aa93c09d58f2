//! When an interview began, by the clock that only goes forward and by the one on the wall: for a moment no key is heard, and the end was
//! promised from then on. One that somebody goes on with after a crash has no such moment.

use crate::domain::command::Command;
use crate::domain::consent::Consent;
use crate::domain::prepared::Prepared;
use crate::domain::seats::Table;
use crate::domain::time::Stamp;
use crate::tui::hand::DEAF_MS;
use crate::tui::msg::Now;
use crate::tui::shared::Shared;

/// When an interview began, if it did so here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Beginning {
    mono_ms: Option<u64>,
    /// From the first turn on: what begins with the program has read no clock before.
    wall: Option<Stamp>,
}

impl Beginning {
    /// At this moment.
    pub(super) fn now(now: Now) -> Self {
        Self { mono_ms: Some(now.mono_ms), wall: None }
    }

    /// A turn went by.
    pub(super) fn turn(&mut self, now: Now) {
        if self.mono_ms.is_some() {
            self.wall.get_or_insert(now.wall);
        }
    }

    /// Whether a key that is pressed now was meant for the form.
    pub(super) fn is_too_near(self, now_ms: u64) -> bool {
        self.mono_ms.is_some_and(|at| now_ms.saturating_sub(at) < DEAF_MS)
    }

    /// When it was promised to end, if that was to be after so many minutes: the room's clock does not stand still in a pause.
    pub(super) fn promised_end(self, minutes: u32) -> Option<Stamp> {
        self.wall.map(|began| Stamp::new(began.utc_ms.saturating_add(i64::from(minutes) * 60_000), began.zone_min))
    }
}

/// Keeps what was said in the form. The form has no other answers than the guide has items; a refusal would be said on the screen.
pub(super) fn keep_what_was_said(table: Option<Table>, consents: Vec<Consent>, prepared: Prepared, shared: &mut Shared) -> bool {
    let prepared = (!prepared.is_empty()).then_some(Command::Prepare(prepared));
    let table = table.map(Command::Seat).into_iter();
    table.chain(consents.into_iter().map(Command::AnswerConsent)).chain(prepared).all(|command| shared.ask(command))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Position;

    #[test]
    fn the_end_is_promised_from_the_first_turn_on_and_only_where_it_began_here() {
        let at = |mono_ms, utc_ms| Now { position: Position::START, wall: Stamp::new(utc_ms, 60), mono_ms };
        let mut here = Beginning::now(at(10, 0));
        here.turn(at(20, 600_000));
        here.turn(at(90_000, 690_000));
        assert_eq!(here.promised_end(45), Some(Stamp::new(600_000 + 45 * 60_000, 60)));
        let mut elsewhere = Beginning::default();
        elsewhere.turn(at(20, 600_000));
        assert_eq!((elsewhere.promised_end(45), elsewhere.is_too_near(20)), (None, false));
    }
}
