//! Who may sit where: at a table that can be one, and while the interview goes on only those who agreed to what goes on there.

use crate::domain::command::Refusal;
use crate::domain::event::Event;
use crate::domain::guide::Audience;
use crate::domain::seats::Admission;
use crate::domain::seats::Seated;
use crate::domain::seats::Table;
use crate::domain::session::Session;
use crate::domain::standing::Phase;

impl Session {
    /// Before the beginning the form says who sits there, and asks; after it nobody comes to the table who was not asked.
    pub(super) fn seated(&self, table: Table) -> Result<Event, Refusal> {
        match self.guide().audience {
            Audience::Group if table.is_whole() => {}
            Audience::Group => return Err(Refusal::NoTable),
            Audience::Individual | Audience::Pair => return Err(Refusal::NoGroup),
        }
        match self.phase() {
            Phase::Draft => Ok(Event::Seats(table)),
            Phase::Recording | Phase::OffRecord | Phase::Interrupted => self.all_may_come(&table).map(|()| Event::Seats(table)),
            Phase::Ended | Phase::Reviewed => Err(Refusal::Over),
        }
    }

    fn all_may_come(&self, table: &Table) -> Result<(), Refusal> {
        let before =
            |one: &Seated| self.table().is_some_and(|table| table.seats.iter().any(|b| b.person == one.person && b.sits.is_here()));
        table.seats.iter().filter(|one| one.sits.is_here() && !before(one)).try_for_each(|one| match self.admits(&one.person) {
            Admission::Yes => Ok(()),
            Admission::Unasked(_) => Err(Refusal::NotAskedYet),
            Admission::No => Err(Refusal::StaysOut),
        })
    }
}
