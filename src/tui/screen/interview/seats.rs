//! The seats of a group in the room: who was heard on what, and one who takes no part any more.
//!
//! What is done to a seat is said by its number on the line and a key that is pressed twice: nobody sees an answer beside another's, and a
//! single slip takes nobody's words away.

use crate::domain::command::Command;
use crate::domain::consent::Wish;
use crate::domain::consent::Withdrawal;
use crate::domain::guide::Covers;
use crate::domain::seats::Does;
use crate::domain::seats::Seat;
use crate::domain::seats::Sits;
use crate::domain::seats::Table;
use crate::tui::keymap::action::Interview;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::Room;
use crate::tui::screen::interview::card::Card;
use crate::tui::shared::Shared;
use crate::words::say;

/// What stands on the line for everybody at once.
const ALL: &str = "0";

impl Room {
    /// Whether what stands on the line asks for nothing but the seats.
    pub(super) fn asks_for_seats(&self, shared: &Shared) -> bool {
        self.line().text().trim() == ALL && shared.session().is_some_and(|session| session.table().is_some())
    }

    /// Lays the seats over the guide, or puts them away.
    pub(super) fn lay_seats(&mut self, shared: &mut Shared) {
        if self.asks_for_seats(shared) {
            self.composer.empty(shared);
        }
        if shared.session().is_none_or(|session| session.table().is_none()) {
            return shared.say(Weight::News, say!("no-seats"));
        }
        self.lay(if self.card == Card::Seats { Card::Away } else { Card::Seats });
    }

    /// Asks which seat takes its consent back.
    pub(super) fn ask_which_seat(&mut self, shared: &mut Shared) {
        self.withdraws = true;
        let (save, away) = (shared.key(Interview::Save), shared.key(Interview::PutAside));
        shared.say(Weight::News, say!("withdraw-which-seat", save = save, away = away));
    }

    /// The seat whose number stands on the line takes no part any more, once the key says so twice; everybody, where that is said. Whether
    /// it was asked which seat does.
    pub(super) fn seat_withdraws(&mut self, shared: &mut Shared) -> bool {
        if !self.withdraws {
            return false;
        }
        if self.asks_for_seats(shared) {
            self.composer.empty(shared);
            self.withdraws = false;
            self.lay(Card::Withdrawal);
            return true;
        }
        let line = self.line().text().to_owned();
        let Some(session) = shared.session() else { return false };
        let (voice, words) = session.heard_in(&line);
        let alone = matches!(voice.does, Does::Speaks | Does::Introduces) && voice.answers.is_none() && words.is_empty();
        let (&[seat], true) = (voice.seats.as_slice(), alone) else {
            self.ask_which_seat(shared);
            return true;
        };
        let number = u32::from(seat.0);
        if shared.means_it(Interview::Save, |again| say!("seat-withdraws-again", seat = number, again = again.clone())) {
            self.composer.empty(shared);
            self.withdraws = false;
            leave_out(seat, shared);
        }
        true
    }
}

/// Nothing of this seat is heard any more, and whoever sits there sits it out from here on.
fn leave_out(seat: Seat, shared: &mut Shared) {
    let at = shared.now.position;
    let Some(session) = shared.session() else { return };
    let Some(table) = session.table() else { return };
    let item = session.guide().consent.iter().find(|item| item.covers == Covers::TakingPart).map(|item| item.id.clone());
    let (Some(item), Some(person)) = (item, table.person(seat).cloned()) else { return };
    let mut table = Table { at: Some(at), ..table.clone() };
    for one in table.seats.iter_mut().filter(|one| one.seat == seat) {
        one.sits = Sits::Out;
    }
    let withdrawal = Withdrawal { person: Some(person), ..Withdrawal::in_interview(item, at, Wish::Keep) };
    if shared.ask(Command::Seat(table)) && shared.ask(Command::Withdraw(withdrawal)) {
        shared.say(Weight::News, say!("seat-left-out", seat = u32::from(seat.0)));
    }
}
