//! What is done with notes while listening back, beside writing and changing them.

use crate::domain::code;
use crate::domain::code::Code;
use crate::domain::command::Refusal;
use crate::domain::command::standing_note;
use crate::domain::event::Event;
use crate::domain::listened::Listening;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::session::Session;
use crate::domain::standing::Phase;
use crate::domain::stands::Stands;

impl Session {
    /// Listening changes nothing that a review closes; joining, splitting and bringing back do.
    pub(super) fn listening(&self, what: Listening) -> Result<Event, Refusal> {
        match what {
            Listening::Heard(notes) => self.notes_heard(notes),
            Listening::Define(code) if code.code.trim().is_empty() => Err(Refusal::NoCodeName),
            Listening::Define(code) => self.begun().map(|()| Event::CodeDefined(Code { code: code::name_of(&code.code), ..code })),
            Listening::Code { note, code, stands } => self.coded(note, &code, stands),
            Listening::Asked(question) => self.begun().map(|()| Event::AskedSo(question)),
            Listening::Join { note, with } => self.joined(note, with),
            Listening::Split { note, text, rest } => {
                standing_note(self, note)?;
                let (text, rest) = (text.trim().to_owned(), rest.trim().to_owned());
                if text.is_empty() || rest.is_empty() {
                    return Err(Refusal::NothingToSplit);
                }
                Ok(Event::NoteSplit { note, text, into: self.next_note(), rest })
            }
            Listening::BringBack(note) => {
                self.open_for_changes()?;
                let is_there = self.taken_back().iter().any(|one| one.id == note);
                if is_there { Ok(Event::NoteRestored { note }) } else { Err(self.no_such_note(note)) }
            }
        }
    }

    /// Why a note cannot be chosen: it is not there, or its words are in another since.
    pub(super) fn no_such_note(&self, id: NoteId) -> Refusal {
        self.holder_of(id).map_or(Refusal::NoSuchNote, Refusal::JoinedInto)
    }

    /// The note that stands and in which the words of this one are.
    pub(super) fn holder_of(&self, id: NoteId) -> Option<NoteId> {
        self.notes().find(|note| note.joined.contains(&id)).map(|note| note.id)
    }

    fn notes_heard(&self, notes: Vec<NoteId>) -> Result<Event, Refusal> {
        if !matches!(self.phase(), Phase::Ended | Phase::Reviewed) {
            return Err(Refusal::OnlyEnded);
        }
        let is_new = |id: &NoteId| self.note(*id).is_some_and(Note::stands) && !self.listened().is_heard(*id);
        let notes: Vec<NoteId> = notes.into_iter().filter(is_new).collect();
        if notes.is_empty() { Err(Refusal::NoSuchNote) } else { Ok(Event::NotesHeard { notes }) }
    }

    fn coded(&self, note: NoteId, code: &str, stands: Stands) -> Result<Event, Refusal> {
        self.begun()?;
        let code = code::name_of(code);
        if code.is_empty() {
            return Err(Refusal::NoCodeName);
        }
        self.note(note).filter(|note| note.stands()).ok_or_else(|| self.no_such_note(note))?;
        Ok(Event::NoteCoded { note, code, stands })
    }

    /// Two notes become one only where nothing gets to where it may not be: of one kind, both on the record or both off it, of the same
    /// voices, and such that nothing rests on the one that goes.
    fn joined(&self, note: NoteId, with: NoteId) -> Result<Event, Refusal> {
        standing_note(self, note)?;
        standing_note(self, with)?;
        let (Some(one), Some(other)) = (self.note(note), self.note(with)) else { return Err(Refusal::NoSuchNote) };
        let alike = one.kind == other.kind && one.off_record == other.off_record && one.heard == other.heard;
        if note == with || !alike {
            return Err(Refusal::UnlikeNotes);
        }
        let rests = self.statements().any(|s| s.rests_on().any(|id| *id == with));
        if rests || other.report.is_some() || self.points().any(|id| id == with) {
            return Err(Refusal::RestsOnIt);
        }
        // Between their own words something else was said.
        let between = if one.kind == NoteKind::Quote { " … " } else { " " };
        let text = [one.text.trim(), other.text.trim()].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(between);
        Ok(Event::NotesJoined { note, with, text })
    }
}
