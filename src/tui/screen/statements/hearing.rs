//! What of the notes is heard.

use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::statement::StatementId;
use crate::tui::keymap::action;
use crate::tui::notice::Weight;
use crate::tui::place::SummaryRow;
use crate::tui::screen::playing;
use crate::tui::screen::statements::StatementsScreen;
use crate::tui::screen::statements::rows::note_at;
use crate::tui::screen::statements::rows::rows_to_choose;
use crate::tui::screen::statements::rows::statement_at;
use crate::tui::shared::Shared;
use crate::words::say;

impl StatementsScreen {
    /// The note that is heard at this moment: of those on the screen the last that was reached.
    pub(crate) fn heard_now(&self, shared: &Shared) -> Option<NoteId> {
        let session = shared.session().filter(|_| shared.playback.is_playing() && !shared.playback.waits())?;
        let (head, begun) = (shared.head(), self.heard.and_then(|row| moment(row, session)));
        let notes = rows_to_choose(session).into_iter().filter_map(note_at).filter_map(|id| session.note(id));
        let reached = notes.filter(|note| note.heard_from(shared.lead_in()) <= head).max_by_key(|note| (note.position, note.id));
        // One that was asked for is it until the next is reached, also where several were noted at one moment.
        begun.filter(|begun| reached.is_none_or(|note| note.position <= begun.position)).or(reached).map(|note| note.id)
    }

    /// Plays the moment of the note, or of the first note behind the statement.
    pub(super) fn play_or_pause(&mut self, row: Option<SummaryRow>, shared: &mut Shared) {
        if shared.playback.is_playing()
            && (row.is_none() || self.heard == row || row.is_some_and(|row| matches!(row, SummaryRow::Topic(_))))
        {
            return shared.pause();
        }
        let from = shared.session().and_then(|session| moment(row?, session)).map(|note| note.heard_from(shared.lead_in()));
        match from {
            Some(from) => {
                self.heard = row;
                shared.play(from);
            }
            None if shared.playback.is_playing() => shared.pause(),
            None => shared.say(Weight::News, say!("check-no-moment")),
        }
    }

    /// Does `action` to what plays: what was paused of a line goes on, of another its moment begins.
    pub(super) fn plays(&mut self, action: action::Playing, row: Option<SummaryRow>, shared: &mut Shared) {
        let goes_on = shared.playback.is_playing() || (row.is_some() && self.heard == row);
        match action {
            action::Playing::PlayOrPause if !goes_on => self.play_or_pause(row, shared),
            _ => _ = playing::act(action, shared),
        }
    }
}

/// The note whose moment is played, or the first behind the statement.
fn moment(row: SummaryRow, session: &Session) -> Option<&Note> {
    let first = |id: StatementId| session.statement(id)?.sources.first().copied();
    let note = note_at(row).or_else(|| statement_at(row).and_then(first))?;
    session.note(note).filter(|note| note.stands())
}
