//! A note as it is being edited or written anew, and what keeps it.

use crate::domain::command::Command;
use crate::domain::guide::Id;
use crate::domain::note::Draft;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::note::NoteStamp;
use crate::domain::note::Revision;
use crate::domain::seats::Table;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::tui::line::Line;

/// A note that is being edited, or written anew.
#[derive(Debug)]
pub(crate) struct Editing {
    /// Which note; nothing for a new one.
    pub note: Option<NoteId>,
    /// Its text.
    pub line: Line,
    /// Its kind.
    pub kind: NoteKind,
    /// Its position.
    pub position: Position,
    /// Its text and kind before.
    was: (String, NoteKind),
}

impl Editing {
    /// Of a group, the line says in front of the words whose they are.
    pub(super) fn of(note: &Note, table: Option<&Table>) -> Self {
        let line = note.line(table);
        let was = (line.clone(), note.kind);
        Self { note: Some(note.id), line: Line::holding(line), kind: note.kind, position: note.position, was }
    }

    pub(super) fn anew(position: Position) -> Self {
        Self { note: None, line: Line::default(), kind: NoteKind::default(), position, was: (String::new(), NoteKind::default()) }
    }

    /// Whether there is something to lose. A line without words is nothing, of whatever kind it was to be.
    pub(super) fn is_worth_keeping(&self) -> bool {
        let text = self.line.text().trim();
        !text.is_empty() && (text, self.kind) != (self.was.0.trim(), self.was.1)
    }

    /// Its earlier versions, the latest first, where there are any.
    pub(crate) fn earlier(&self, session: &Session) -> Vec<String> {
        let note = self.note.and_then(|id| session.note(id));
        note.map_or_else(Vec::new, |note| note.revisions().iter().rev().map(|was| was.text.clone()).collect())
    }
}

/// Whether the note of `editing` is still there to be edited.
pub(super) fn stands(session: &Session, editing: &Editing) -> bool {
    editing.note.is_none_or(|id| session.note(id).is_some_and(Note::stands))
}

/// What keeps `editing`.
pub(super) fn command(session: &Session, editing: &Editing) -> Command {
    let text = editing.line.text().trim().to_owned();
    let (kind, position) = (editing.kind, editing.position);
    match editing.note {
        Some(note) => {
            let question = session.note(note).and_then(|note| note.question.clone());
            Command::ReviseNote { note, into: Revision { kind, text, position, question } }
        }
        None => {
            // Stamped where the playhead was: nothing was heard live, so nothing is taken off for reacting.
            let stamp = NoteStamp { raw: editing.position, reaction_ms: 0 };
            let question = question_at(session, editing.position);
            Command::AddNote(Draft { kind: editing.kind, text, stamp, question, off_record: false, revises: None, until: None })
        }
    }
}

/// The question a late note belongs to: the one that was open then; where none was yet, that of the note before it.
pub(super) fn question_at(session: &Session, at: Position) -> Option<Id> {
    let before = || session.notes_by_position().into_iter().rev().find(|note| note.position <= at).and_then(|note| note.question.clone());
    session.coverage().at(at).cloned().or_else(before)
}
