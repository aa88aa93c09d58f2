//! What participants agree to, take back, and do not want to be used: who may say so, and when.

use std::time::Duration;

use crate::domain::command::Refusal;
use crate::domain::consent::Answer;
use crate::domain::consent::Consent;
use crate::domain::consent::ConsentChange;
use crate::domain::consent::Person;
use crate::domain::consent::Said;
use crate::domain::consent::Wish;
use crate::domain::consent::Withdrawal;
use crate::domain::event::Event;
use crate::domain::guide::Id;
use crate::domain::session::Session;
use crate::domain::standing::Phase;
use crate::domain::time::Position;
use crate::domain::withheld::What;
use crate::domain::withheld::Withheld;
use crate::domain::withheld::WithheldLifted;

/// How much later than the journal knows something may have been said.
const BEHIND: Duration = Duration::from_secs(60);

impl Session {
    /// In the middle of an interview a yes does not answer a no; in a group, of the same person.
    pub(super) fn consent_answered(&self, consent: Consent) -> Result<Event, Refusal> {
        self.known_item(&consent.item)?;
        let said = match &consent.person {
            Some(person) => self.consents().answer_of(&consent.item, person),
            None => self.consents().answer(&consent.item),
        };
        if self.phase() != Phase::Draft && consent.answer == Answer::Given && said == Some(Answer::Refused) {
            return Err(Refusal::NoStands(consent.item));
        }
        Ok(Event::ConsentAnswered(consent))
    }

    /// Whoever takes consent back in the interview says so there; before and afterwards it is known how, to whom and when.
    pub(super) fn consent_withdrawn(&self, wish: Wish, person: Option<Person>, at: Position, said: Said) -> Result<Event, Refusal> {
        if said.is_in_interview() {
            self.under_way()?;
        } else {
            whole(&said)?;
        }
        let is_known = |person: &Person| self.table().is_some_and(|table| table.seat_of(person).is_some()) || self.consents().knows(person);
        if person.as_ref().is_some_and(|person| !is_known(person)) {
            return Err(Refusal::NobodyThere);
        }
        let item = wish.asked_by(self.guide()).ok_or(Refusal::NoConsentAsked)?;
        Ok(Event::ConsentWithdrawn(Withdrawal { item, person, at, wish, said }))
    }

    /// Only the participant changes what they said; it is known how they did.
    pub(super) fn consent_changed(&self, change: ConsentChange) -> Result<Event, Refusal> {
        self.known_item(&change.item)?;
        whole(&change.said)?;
        Ok(Event::ConsentChanged(change))
    }

    /// What was said can be withheld at any time after the beginning, also long after.
    pub(super) fn withheld(&self, what: What, reason: String) -> Result<Event, Refusal> {
        self.begun()?;
        match what {
            // One that lies within a stretch can be withheld by itself as well: it stays so when that is lifted.
            // Of words that are in another note it is said where they are; what was taken back can be brought back.
            What::Note(id) if self.note(id).is_none_or(|note| note.struck && self.holder_of(id).is_some()) => {
                return Err(self.no_such_note(id));
            }
            What::Stretch(from, to) if from >= to => return Err(Refusal::NoStretch),
            What::Stretch(from, to) if self.is_beyond(from, to) => return Err(Refusal::BeyondTheEnd(self.timeline().end())),
            What::Statement(id) if self.statement(id).is_none() => return Err(Refusal::NoSuchStatement),
            What::Note(_) | What::Stretch(..) | What::Statement(_) => {}
        }
        Ok(Event::Withheld(Withheld::of(self.withholding().next(), what, reason)))
    }

    /// Whether a stretch lies where nothing was said. What is over ends where it does, but stretches are written in whole seconds; else the
    /// journal may be a little behind the room: while it goes on, and where a crash has cut it.
    fn is_beyond(&self, from: Position, to: Position) -> bool {
        let end = self.timeline().end();
        match self.phase() {
            Phase::Ended | Phase::Reviewed => from >= end || to > Position::from_secs(end.millis().div_ceil(1_000)),
            Phase::Draft | Phase::Recording | Phase::OffRecord | Phase::Interrupted => from >= end.forward(BEHIND),
        }
    }

    /// Only what is withheld is lifted, and only by the participant: a slip of the hand is undone.
    pub(super) fn withheld_lifted(&self, lifted: WithheldLifted) -> Result<Event, Refusal> {
        if !self.withholding().now().any(|one| one.id == lifted.id) {
            return Err(Refusal::NothingWithheld);
        }
        whole(&lifted.said)?;
        Ok(Event::WithheldLifted(lifted))
    }

    fn known_item(&self, id: &Id) -> Result<(), Refusal> {
        let asked = self.guide().consent.iter().any(|item| item.id == *id);
        let unasked = self.consents().withdrawals().iter().any(|taken| taken.item == *id);
        if asked || unasked { Ok(()) } else { Err(Refusal::NoSuchPart(id.clone())) }
    }
}

fn whole(said: &Said) -> Result<(), Refusal> {
    if said.is_whole() { Ok(()) } else { Err(Refusal::NotSaidHow) }
}
