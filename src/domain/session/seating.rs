//! What follows in a focus group from who sits where, and from who takes no part any more.

use std::collections::BTreeSet;

use crate::domain::consent::Agreement;
use crate::domain::consent::Person;
use crate::domain::consent::Wish;
use crate::domain::guide::ConsentItem;
use crate::domain::guide::Covers;
use crate::domain::note::Heard;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::seats::Admission;
use crate::domain::seats::Seat;
use crate::domain::seats::Seated;
use crate::domain::seats::Sits;
use crate::domain::seats::Table;
use crate::domain::seats::Voice;
use crate::domain::session::Session;
use crate::domain::standing::Audio;
use crate::domain::standing::Phase;
use crate::domain::statement::Statement;
use crate::domain::time::Stamp;

impl Session {
    /// Who sits where; nothing unless it is a group whose seats were said.
    pub fn table(&self) -> Option<&Table> {
        self.table.as_ref()
    }

    /// The seats of those who take part: they sit there, and did not take that back.
    pub fn seats_heard(&self) -> Vec<Seat> {
        let gone = self.gone();
        let table = self.table.iter().flat_map(|table| &table.seats);
        table.filter(|one| one.sits.is_here() && !gone.contains(&one.person)).map(|one| one.seat).collect()
    }

    /// Whether whoever sits there takes no part, or no part any more.
    pub fn is_withdrawn(&self, person: &Person) -> bool {
        self.consents.about_of(&self.guide, Covers::TakingPart, person) == Agreement::Refused
    }

    /// Whether somebody may come to the table as it is now: they take part, and are recorded if it is.
    pub fn admits(&self, person: &Person) -> Admission<'_> {
        let refuses = |covers| self.consents.about_of(&self.guide, covers, person) == Agreement::Refused;
        let is_recorded = !matches!(self.audio, Audio::NotesOnly(_));
        if refuses(Covers::TakingPart) || is_recorded && refuses(Covers::Recording) {
            return Admission::No;
        }
        let items = self.guide.consent.iter();
        let open: Vec<&ConsentItem> = items.filter(|item| self.consents.answer_of(&item.id, person).is_none()).collect();
        if open.is_empty() { Admission::Yes } else { Admission::Unasked(open) }
    }

    /// The table with all who may be heard: those who sit there, and those who did and have left.
    pub(crate) fn table_heard(&self) -> Option<Table> {
        let table = self.table.as_ref()?;
        let heard = |one: &Seated| one.sits.is_here() || self.sat.contains(&one.person);
        let seat = |one: &Seated| Seated { sits: if heard(one) { Sits::Here } else { Sits::Out }, ..one.clone() };
        Some(Table { seats: table.seats.iter().map(seat).collect(), ..table.clone() })
    }

    /// Whether nothing of somebody who is heard in `voice` may be kept any more: they took their consent back.
    pub(crate) fn takes_no_part(&self, voice: &Voice) -> bool {
        let gone = |seat: &Seat| self.table.as_ref().and_then(|table| table.person(*seat)).is_some_and(|person| self.is_withdrawn(person));
        voice.seats.iter().chain(&voice.answers).any(gone)
    }

    /// It begins: whoever sits there now has been there.
    /// When it was held: when it began, or, where it has not or no line says so, when it was set up. Both are mostly one day.
    pub fn held_on(&self) -> Stamp {
        self.began.unwrap_or(self.opened.at)
    }

    pub(super) fn begin(&mut self, on: Option<Stamp>) {
        self.began = on;
        self.phase = Phase::Recording;
        self.heed_seats();
    }

    pub(super) fn sit(&mut self, table: &Table) {
        self.table = Some(table.clone());
        self.heed_seats();
        self.heed_withdrawal();
    }

    /// Those of all who ever sat there who take no part any more.
    fn gone(&self) -> Vec<Person> {
        let answered = self.consents.people().into_iter();
        answered.filter(|person| self.is_withdrawn(person)).collect()
    }

    /// Whether any of them does.
    pub(super) fn is_anybody_gone(&self) -> bool {
        self.consents.people().iter().any(|person| self.is_withdrawn(person))
    }

    /// What follows for consent and for notes from who sits there and who takes no part any more.
    pub(super) fn heed_seats(&mut self) {
        let gone = self.gone();
        self.heed_table(&gone);
        for note in self.notes.values_mut() {
            heed(note, self.table.as_ref(), &gone);
        }
        self.heeded = gone;
    }

    /// The same where only this note is another than it was: of many notes the others are left alone.
    pub(super) fn heed_seats_in(&mut self, id: NoteId) {
        let gone = self.gone();
        if gone != self.heeded {
            return self.heed_seats();
        }
        self.heed_table(&gone);
        if let Some(note) = self.notes.get_mut(&id) {
            heed(note, self.table.as_ref(), &gone);
        }
    }

    /// What follows for consent.
    fn heed_table(&mut self, gone: &[Person]) {
        let Some(table) = &self.table else { return };
        let asked: BTreeSet<Person> = table.seats.iter().map(|one| one.person.clone()).collect();
        if self.phase != Phase::Draft {
            self.sat.extend(table.seats.iter().filter(|one| one.sits.is_here()).map(|one| one.person.clone()));
        }
        // Of who leaves the table there are words, and what they said about them counts on.
        let out = table.seats.iter().filter(|one| !one.sits.is_here() && !self.sat.contains(&one.person)).map(|one| one.person.clone());
        let away = out.chain(gone.iter().cloned()).collect();
        self.consents.seat(asked, away);
    }

    /// Somebody else is heard in this note.
    pub(super) fn hear_in(&mut self, id: NoteId, voice: Option<&Voice>) {
        if let (Some(voice), Some(note)) = (voice, self.notes.get_mut(&id)) {
            note.heard = Heard::at(voice.clone(), self.table.as_ref());
            self.heed_seats_in(id);
        }
    }

    /// Whether it rests on what is not to be used, or on the words of somebody who takes no part any more.
    pub(crate) fn is_bereft(&self, statement: &Statement) -> bool {
        let mut rests_on = statement.rests_on().filter_map(|id| self.note(*id));
        self.wants(Wish::DestroyAll)
            || self.withholding.holds_statement(statement.id)
            || rests_on.any(|note| note.is_gone() || note.has_lost())
    }
}

/// What follows for `note` from who is `gone`. Without a table nothing can be read of whose words these are: while anybody takes no part any
/// more they may be theirs.
fn heed(note: &mut Note, table: Option<&Table>, gone: &[Person]) {
    match table {
        Some(_) => note.heed(gone),
        None => note.doubt(!gone.is_empty()),
    }
}
