//! What becomes of a session by its notes.

use crate::domain::event::Event;
use crate::domain::note::Heard;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::session::Strike;

impl Session {
    /// A note was written, if that is what happened.
    pub(super) fn add_note(&mut self, event: &Event) {
        let Event::NoteAdded { note: id, note_kind: kind, text, stamp, question, off_record, late, voice, report } = event else { return };
        let note = Note {
            id: *id,
            kind: *kind,
            text: text.clone(),
            stamp: *stamp,
            position: stamp.position(),
            question: question.clone(),
            off_record: *off_record,
            late: *late,
            struck: false,
            withheld: false,
            revisions: Vec::new(),
            report: *report,
            voice: voice.clone(),
            heard: Heard::at(voice.clone(), self.table.as_ref()),
            joined: Vec::new(),
            parts: Vec::new(),
            hidden: Vec::new(),
        };
        self.notes.insert(*id, note);
        self.heed_seats_in(*id);
    }

    pub(super) fn strike_note(&mut self, id: NoteId, strike: Strike) {
        if let Some(note) = self.notes.get_mut(&id) {
            note.struck = strike == Strike::Struck;
        }
    }
}
