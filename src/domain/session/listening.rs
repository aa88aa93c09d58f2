//! What becomes of a session while somebody listens back to it: notes that are joined and split, heard and coded.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::domain::code;
use crate::domain::code::Code;
use crate::domain::code::Coded;
use crate::domain::event::Event;
use crate::domain::listened::Listened;
use crate::domain::listened::Phrasing;
use crate::domain::note::Belongs;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::time::Position;

impl Session {
    /// What came of listening back.
    pub fn listened(&self) -> &Listened {
        &self.listened
    }

    /// How many of the notes that stand were listened to, and how many there are.
    pub fn heard_of_notes(&self) -> (usize, usize) {
        (self.notes().filter(|note| self.listened.is_heard(note.id)).count(), self.notes().count())
    }

    /// How often each code is on a note that stands, by its name.
    pub fn codes_in_notes(&self) -> BTreeMap<&str, usize> {
        let mut counted = BTreeMap::new();
        for code in self.notes().flat_map(|note| self.listened.codes_of(note.id)) {
            *counted.entry(code.as_str()).or_insert(0) += 1;
        }
        counted
    }

    /// The codes that were defined or used here, with how many notes each is on.
    pub fn codes_here(&self) -> Vec<Coded> {
        let counted = self.codes_in_notes();
        let mut all: Vec<Code> = self.listened.codes().to_vec();
        for name in counted.keys() {
            code::put(Code::called(name), &mut all);
        }
        let notes = |code: &Code| counted.iter().filter(|(name, _)| code.is_called(name)).map(|(_, notes)| notes).sum();
        all.into_iter().map(|code| Coded { notes: notes(&code), code }).collect()
    }

    /// The interviewer's own questions that they would ask otherwise, as they come on the recording.
    pub fn own_questions(&self) -> impl Iterator<Item = (Position, Phrasing)> {
        self.listened.own_questions().iter().copied().filter(|(at, _)| !self.withholding.covers(*at))
    }

    /// The notes whose words went over into `note`.
    pub(crate) fn joined_to<'s>(&'s self, note: &'s Note) -> impl Iterator<Item = &'s Note> {
        note.joined.iter().filter_map(|id| self.note(*id))
    }

    /// The notes that were taken back and can be brought back, as they come on the recording.
    pub fn taken_back(&self) -> Vec<&Note> {
        let joined: BTreeSet<NoteId> = self.notes.values().filter(|note| !note.struck).flat_map(|note| &note.joined).copied().collect();
        let mut notes: Vec<&Note> =
            self.notes.values().filter(|note| note.struck && !note.is_gone() && !joined.contains(&note.id)).collect();
        notes.sort_by_key(|note| note.position);
        notes
    }

    /// Lets `event` have happened, if it is one of these.
    pub(super) fn hear_of_listening(&mut self, event: &Event) {
        match event {
            Event::NotesHeard { notes } => self.listened.hear(notes),
            Event::CodeDefined(code) => self.listened.define(code),
            Event::NoteCoded { note, code, stands } => self.listened.code(*note, code, *stands),
            Event::AskedSo(question) => self.listened.ask(*question),
            Event::NotesJoined { note, with, text } => self.join(*note, *with, text),
            Event::NotesParted { note, with, text } => self.part(*note, *with, text),
            Event::NoteSplit { note, text, into, rest } => self.split(*note, text, *into, rest),
            _ => {}
        }
    }

    fn join(&mut self, note: NoteId, with: NoteId, text: &str) {
        let Some(other) = self.notes.get_mut(&with) else { return };
        other.struck = true;
        let its = other.joined.clone();
        if let Some(note) = self.notes.get_mut(&note) {
            note.revise(note.kind, text, note.position, &Belongs::AsBefore);
            note.joined.push(with);
            note.joined.extend(its);
        }
    }

    fn part(&mut self, note: NoteId, with: NoteId, text: &str) {
        let Some(other) = self.notes.get_mut(&with) else { return };
        other.struck = false;
        let its = other.joined.clone();
        if let Some(note) = self.notes.get_mut(&note) {
            note.unrevise(note.kind, text, note.position, &Belongs::AsBefore);
            note.joined.retain(|one| *one != with && !its.contains(one));
        }
    }

    /// What is split off was written by the same hand at the same moment, and lies there until somebody moves it.
    fn split(&mut self, note: NoteId, text: &str, into: NoteId, rest: &str) {
        let Some(whole) = self.notes.get_mut(&note) else { return };
        let part = Note { id: into, text: rest.to_owned(), revisions: Vec::new(), hidden: Vec::new(), report: None, ..whole.clone() };
        whole.revise(whole.kind, text, whole.position, &Belongs::AsBefore);
        whole.parts.push(into);
        self.notes.insert(into, part);
    }

    /// Words that were joined go with each of the notes they came from; and of a note from which some were split off that are gone since, it
    /// is not shown what it was before.
    pub(super) fn mark_joined(&mut self) {
        let gone: BTreeSet<NoteId> = self.notes.values().filter(|note| note.is_gone()).map(|note| note.id).collect();
        for note in self.notes.values_mut() {
            note.withheld = note.withheld || note.joined.iter().any(|id| gone.contains(id));
            note.hide_earlier(note.parts.iter().any(|id| gone.contains(id)));
        }
    }

    /// Whether words that stood in `note` once are gone since.
    pub(super) fn has_lost_a_part(&self, note: &Note) -> bool {
        note.parts.iter().filter_map(|id| self.note(*id)).any(Note::is_gone)
    }
}
