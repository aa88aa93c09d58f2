//! What a line becomes as a note, and as another version of one.

use crate::domain::command::Refusal;
use crate::domain::command::known_question;
use crate::domain::command::standing_note;
use crate::domain::event::Event;
use crate::domain::note::Belongs;
use crate::domain::note::Draft;
use crate::domain::note::NoteId;
use crate::domain::note::Revision;
use crate::domain::seats;
use crate::domain::session::Session;
use crate::domain::standing::Phase;

impl Session {
    /// A journal says of the question only where that is another.
    pub(super) fn revised(&self, note: NoteId, into: Revision) -> Result<Event, Refusal> {
        standing_note(self, note)?;
        let Revision { kind: note_kind, text, position, question } = into;
        let belongs = if self.note(note).is_some_and(|note| note.question == question) {
            Belongs::AsBefore
        } else {
            question.iter().try_for_each(|id| known_question(self, id))?;
            Belongs::To(question)
        };
        // Of a line that is as it was, nobody said that it is somebody else's.
        let (table, before) = (self.table(), self.note(note));
        let is_as_before = before.is_none_or(|before| text == before.text || text == before.line(table));
        let (voice, text) = match before.filter(|_| is_as_before) {
            Some(before) => (None, before.text.clone()),
            None => {
                let (voice, words) = seats::heard(&text, table);
                (Some(voice).filter(|voice| before.is_some_and(|before| before.voice != *voice)), words.to_owned())
            }
        };
        Ok(Event::NoteRevised { note, note_kind, text, position, question: belongs, voice })
    }

    /// The note that a line becomes.
    pub(super) fn added(&self, draft: Draft) -> Event {
        let (voice, text) = seats::heard(&draft.text, self.table());
        Event::NoteAdded {
            note: self.next_note(),
            note_kind: draft.kind,
            text: text.to_owned(),
            voice,
            stamp: draft.stamp,
            question: draft.question,
            off_record: draft.off_record || self.is_off_record(),
            late: self.phase() == Phase::Ended,
        }
    }
}
