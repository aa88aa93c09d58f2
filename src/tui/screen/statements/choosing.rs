//! Which notes a statement rests on, or the next one is to rest on.

use crate::domain::statement::StatementId;
use crate::tui::keymap::action;
use crate::tui::notice::Weight;
use crate::tui::place::SummaryRow;
use crate::tui::screen::statements::Over;
use crate::tui::screen::statements::StatementsScreen;
use crate::tui::screen::statements::composing;
use crate::tui::screen::statements::rows;
use crate::tui::screen::statements::rows::note_at;
use crate::tui::screen::statements::rows::rows_to_choose;
use crate::tui::shared::Shared;
use crate::words::say;

impl StatementsScreen {
    /// On a note that no statement rests on: gathers it, or lets it go. On a note below a statement: takes it out of that. On a statement:
    /// lays out the notes to choose from.
    pub(super) fn gather(&mut self, row: Option<SummaryRow>, shared: &mut Shared) {
        match (self.over, row) {
            (Over::Notes(id), Some(SummaryRow::Note(note))) => composing::take_or_leave(id, note, shared),
            (Over::Notes(_), _) | (_, Some(SummaryRow::Topic(_)) | None) => shared.say(Weight::News, say!("check-not-a-note")),
            (_, Some(SummaryRow::Note(id))) => {
                if !self.gathered.remove(&id) {
                    self.gathered.insert(id);
                }
                let key = shared.key(action::Statements::New);
                shared.say(Weight::News, say!("check-gathered", count = self.gathered.len(), key = key));
            }
            (_, Some(SummaryRow::Source(id, note))) => {
                let before = shared.session().map(rows::rows).unwrap_or_default();
                composing::take_or_leave(id, note, shared);
                self.stay(&before, shared);
            }
            (_, Some(SummaryRow::Statement(id))) => self.lay_out_notes(id, shared),
        }
    }

    pub(super) fn lay_out_notes(&mut self, id: StatementId, shared: &mut Shared) {
        let Some(session) = shared.session() else { return };
        let rows = rows_to_choose(session);
        let rests = |row: &&SummaryRow| {
            let note = note_at(**row);
            session.statement(id).is_some_and(|s| note.is_some_and(|note| s.sources.contains(&note)))
        };
        let topic = rows::topic_at(session, SummaryRow::Statement(id));
        let here = |row: &&SummaryRow| note_at(**row).is_some() && rows::topic_at(session, **row) == topic;
        let first = rows.iter().find(rests).or_else(|| rows.iter().find(here)).or_else(|| rows.iter().find(|row| note_at(**row).is_some()));
        match first.copied() {
            Some(row) => (self.over, self.chosen) = (Over::Notes(id), Some(row)),
            None => shared.say(Weight::News, say!("check-no-notes")),
        }
    }

    pub(super) fn leave_notes(&mut self, id: StatementId, shared: &Shared) {
        self.over = Over::Nothing;
        let now = shared.session().map(rows::rows).unwrap_or_default();
        self.chosen = now.iter().find(|row| **row == SummaryRow::Statement(id)).or(now.first()).copied();
        self.scrolled = 0;
    }
}
