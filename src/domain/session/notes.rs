//! What becomes of a session by its notes.

use std::collections::BTreeSet;

use crate::domain::event::Event;
use crate::domain::note::Heard;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::session::Strike;

impl Session {
    /// A note was written, if that is what happened.
    pub(super) fn add_note(&mut self, event: &Event) {
        let Event::NoteAdded { note: id, note_kind: kind, text, stamp, question, off_record, late, voice, report, until } = event else {
            return;
        };
        let note = Note {
            id: *id,
            kind: *kind,
            text: text.clone(),
            stamp: *stamp,
            position: stamp.position(),
            until: until.filter(|until| *until > stamp.position()),
            question: question.clone(),
            off_record: *off_record,
            late: *late,
            struck: false,
            withheld: false,
            versions: Vec::new(),
            report: *report,
            voice: voice.clone(),
            heard: Heard::at(voice.clone(), self.table.as_ref()),
            joined: Vec::new(),
            parts: BTreeSet::new(),
            lost: false,
        };
        self.notes.insert(*id, note);
        self.heed_seats_in(*id);
    }

    /// That a note was changed is taken back, if that is what happened: whoever was heard in it before is heard in it, whoever sits there now.
    pub(super) fn unrevise(&mut self, event: &Event) {
        let Event::NoteRevised { note: id, note_kind, text, position, question, voice } = event else { return };
        let before = self.notes.get_mut(id).and_then(|note| note.unrevise(*note_kind, text, *position, question));
        match before {
            Some(()) => self.heed_seats(),
            None => self.hear_in(*id, voice.as_ref()),
        }
    }

    pub(super) fn strike_note(&mut self, id: NoteId, strike: Strike) {
        if let Some(note) = self.notes.get_mut(&id) {
            note.struck = strike == Strike::Struck;
        }
    }
}
