//! The seats of a group in the room: who was heard on what, who comes late, leaves or changes places, and one who takes no part any more.
//!
//! What is done to a seat is said by its number on the line and a key that is pressed twice: nobody sees an answer beside another's, and a
//! single slip takes nobody's words away.

use crate::domain::command::Command;
use crate::domain::command::Refusal;
use crate::domain::consent::Answer;
use crate::domain::consent::Consent;
use crate::domain::consent::How;
use crate::domain::consent::Person;
use crate::domain::consent::Said;
use crate::domain::consent::Wish;
use crate::domain::guide::Id;
use crate::domain::seats::Admission;
use crate::domain::seats::Does;
use crate::domain::seats::Seat;
use crate::domain::seats::Sits;
use crate::domain::seats::Table;
use crate::domain::session::Session;
use crate::domain::study::ParticipantCode;
use crate::tui::keymap::action::Interview;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::Room;
use crate::tui::screen::interview::card::AtTable;
use crate::tui::screen::interview::card::Card;
use crate::tui::screen::selection;
use crate::tui::screen::selection::Step;
use crate::tui::shared::Shared;
use crate::words::message::Message;
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
        self.lay(if matches!(self.card, Card::Seats(_)) { Card::Away } else { Card::Seats(AtTable::default()) });
    }

    /// Chooses the seat beside the one that is chosen; after the last the one that a newcomer would have.
    pub(super) fn walk_seats(&mut self, step: Step, shared: &Shared) {
        let (Card::Seats(at), Some(table)) = (self.card, shared.session().and_then(Session::table)) else { return };
        let newcomers = table.next_seat().filter(|_| at.moves.is_none());
        let seats: Vec<Seat> = table.seats.iter().map(|one| one.seat).chain(newcomers).collect();
        self.lay(Card::Seats(AtTable { chosen: selection::step(&seats, at.chosen.as_ref(), step), ..at }));
    }

    /// Whoever has the chosen seat leaves the table or comes to it, once the key says so twice.
    pub(super) fn come_or_go(&mut self, shared: &mut Shared) {
        let Some((seat, table)) = self.chosen_seat(shared) else { return shared.say(Weight::News, say!("choose-a-seat")) };
        if shared.session().is_some_and(|session| session.seats_heard().contains(&seat)) {
            let number = u32::from(seat.0);
            if shared.means_it(Interview::ComeOrGo, |again| say!("seat-leaves-again", seat = number, again = again.clone()))
                && shared.ask(Command::Seat(table.with(seat, Sits::Out, shared.now.position)))
            {
                shared.say(Weight::News, say!("seat-leaves", seat = number, undo = shared.key(Interview::Undo)));
            }
            return;
        }
        let known = table.person(seat).cloned();
        let person = known.unwrap_or_else(|| self.newcomer(&table, seat));
        self.let_in(seat, &person, &table, shared);
    }

    /// The chosen seat is the one that changes places with another, or the other.
    pub(super) fn change_places(&mut self, shared: &mut Shared) {
        let Card::Seats(at) = self.card else { return };
        let chosen = self.chosen_seat(shared).filter(|(seat, table)| table.person(*seat).is_some());
        let Some((seat, table)) = chosen else { return shared.say(Weight::News, say!("choose-a-seat")) };
        let Some(first) = at.moves.filter(|first| *first != seat) else {
            let moves = if at.moves.is_some() { None } else { Some(seat) };
            return self.lay(Card::Seats(AtTable { moves, ..at }));
        };
        if shared.ask(Command::Seat(table.exchanged(first, seat, shared.now.position))) {
            let [one, other] = [first, seat].map(|seat| u32::from(seat.0));
            shared.say(Weight::News, say!("seats-changed", one = one, other = other, undo = shared.key(Interview::Undo)));
            self.lay(Card::Seats(AtTable { moves: None, ..at }));
        }
    }

    /// Whether a newcomer's seat is chosen, and the line holds their code and nothing else.
    pub(super) fn is_newcomers_code(&self, shared: &Shared) -> bool {
        let newcomers = self.chosen_seat(shared).is_some_and(|(seat, table)| table.person(seat).is_none());
        newcomers && ParticipantCode::new(self.line().text().trim()).is_ok()
    }

    /// The seat that is chosen, and its table.
    fn chosen_seat(&self, shared: &Shared) -> Option<(Seat, Table)> {
        let Card::Seats(AtTable { chosen: Some(seat), .. }) = self.card else { return None };
        shared.session().and_then(Session::table).map(|table| (seat, table.clone()))
    }

    /// What a newcomer is called: as the line says, or by their seat.
    fn newcomer(&self, table: &Table, seat: Seat) -> Person {
        let code = self.line().text().trim();
        if code.is_empty() { table.code_for(seat) } else { Person(code.to_owned()) }
    }

    /// Somebody comes to the table who agreed to what goes on there. Who was not asked before has signed for all of it, or stays out.
    fn let_in(&mut self, seat: Seat, person: &Person, table: &Table, shared: &mut Shared) {
        let Some(session) = shared.session() else { return };
        let open: Vec<_> = match session.admits(person) {
            Admission::No => return shared.say(Weight::Warning, Refusal::StaysOut.to_string()),
            Admission::Yes => Vec::new(),
            Admission::Unasked(open) => open.into_iter().map(|item| item.id.clone()).collect(),
        };
        let (number, code, count) = (u32::from(seat.0), person.0.clone(), open.len());
        let asks = |again: &Message| match count {
            0 => say!("seat-comes-again", seat = number, again = again.clone()),
            _ => say!("seat-signed-again", seat = number, code = code, count = count, again = again.clone()),
        };
        // Enter on the line and Enter beside it are the same deed.
        let action = if self.line().is_empty() { Interview::ComeOrGo } else { Interview::Save };
        if !shared.means_it(action, asks) {
            return;
        }
        let at = shared.now.position;
        let Some(table) =
            (if table.person(seat).is_some() { Some(table.with(seat, Sits::Here, at)) } else { table.joined_by(person.clone(), at) })
        else {
            return;
        };
        let signed = |item: Id| {
            let (person, at) = (Some(person.clone()), Some(at));
            Command::AnswerConsent(Consent { person, at, ..Consent::new(item, Answer::Given, How::Written) })
        };
        if open.into_iter().all(|item| shared.ask(signed(item))) && shared.ask(Command::Seat(table)) {
            self.composer.empty(shared);
            shared.say(Weight::News, say!("seat-comes", seat = number, undo = shared.key(Interview::Undo)));
        }
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
            self.composer.forget_gone(shared);
        }
        true
    }
}

/// What is to be said of the seat that is chosen, and what can be done with it.
pub(crate) fn said_of(shared: &Shared, at: AtTable) -> Option<String> {
    let (seat, table) = (at.chosen?, shared.session()?.table()?);
    let (number, [enter, tab]) = (u32::from(seat.0), [Interview::ComeOrGo, Interview::ChangePlaces].map(|action| shared.key(action)));
    Some(match (at.moves, table.person(seat), shared.session()?.seats_heard().contains(&seat)) {
        (Some(moves), ..) if moves == seat => say!("seat-moves", seat = number, key = tab),
        (Some(moves), ..) => say!("seat-moves-to", seat = u32::from(moves.0), other = number, key = tab),
        (None, None, _) => say!("seat-is-free", seat = number, code = table.code_for(seat).0, key = enter),
        (None, Some(_), true) => say!("seat-sits", seat = number, enter = enter, tab = tab),
        (None, Some(_), false) => say!("seat-is-empty", seat = number, enter = enter, tab = tab),
    })
}

/// Nothing of this seat is heard any more.
fn leave_out(seat: Seat, shared: &mut Shared) {
    let Some(person) = shared.session().and_then(Session::table).and_then(|table| table.person(seat)).cloned() else { return };
    let at = shared.now.position;
    if shared.ask(Command::Withdraw { wish: Wish::Keep, person: Some(person), at, said: Said::default() }) {
        shared.say(Weight::News, say!("seat-left-out", seat = u32::from(seat.0)));
    }
}
