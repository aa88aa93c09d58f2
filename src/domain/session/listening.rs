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

    /// The codes that were defined or used here, with how many notes each is on; none where they want all of it destroyed.
    pub fn codes_here(&self) -> Vec<Coded> {
        let counted = self.codes_in_notes();
        let mut all: Vec<Code> = if self.is_all_withheld() { Vec::new() } else { self.listened.codes().to_vec() };
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

    /// The notes that were taken back and can be brought back, as they come on the recording. What was joined to another comes back with that.
    pub fn taken_back(&self) -> Vec<&Note> {
        let joined: BTreeSet<NoteId> = self.notes.values().flat_map(|note| &note.joined).copied().collect();
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
        self.words_of_notes.goes(with, note);
        let (its, ends) = (other.joined.clone(), other.until.unwrap_or(other.position));
        if let Some(note) = self.notes.get_mut(&note) {
            note.revise(note.kind, text, note.position, &Belongs::AsBefore);
            note.until = note.until.map(|until| until.max(ends));
            note.joined.push(with);
            note.joined.extend(its);
        }
    }

    fn part(&mut self, note: NoteId, with: NoteId, text: &str) {
        let Some(other) = self.notes.get_mut(&with) else { return };
        other.struck = false;
        self.words_of_notes.comes_back(with, note);
        let tail: Vec<NoteId> = std::iter::once(with).chain(other.joined.iter().copied()).collect();
        if let Some(note) = self.notes.get_mut(&note) {
            note.unrevise(note.kind, text, note.position, &Belongs::AsBefore);
            // What was joined to both before stays so.
            match note.joined.strip_suffix(tail.as_slice()) {
                Some(before) => note.joined.truncate(before.len()),
                None => note.joined.retain(|one| *one != with),
            }
            note.parts.insert(with);
        }
    }

    /// That a note was split is taken back, if that is what happened: as if it had never been done, but that another has the same words.
    pub(super) fn unsplit(&mut self, event: &Event) {
        let Event::NotesJoined { note, with, text } = event else { return };
        let Some(other) = self.notes.get_mut(with) else { return };
        other.struck = true;
        self.words_of_notes.comes_back(*note, *with);
        if let Some(note) = self.notes.get_mut(note) {
            note.unrevise(note.kind, text, note.position, &Belongs::AsBefore);
            note.joined.push(*with);
        }
    }

    /// It is split once more, into the same two.
    pub(super) fn split_again(&mut self, event: &Event) {
        let Event::NotesParted { note, with, text } = event else { return };
        let Some(other) = self.notes.get_mut(with) else { return };
        other.struck = false;
        self.words_of_notes.goes(*note, *with);
        if let Some(note) = self.notes.get_mut(note) {
            note.revise(note.kind, text, note.position, &Belongs::AsBefore);
            note.joined.retain(|one| one != with);
        }
        self.notes.values_mut().for_each(|other| other.splits(*note, *with));
    }

    /// What is split off was written by the same hand at the same moment, and lies there until somebody moves it.
    fn split(&mut self, note: NoteId, text: &str, into: NoteId, rest: &str) {
        let Some(whole) = self.notes.get_mut(&note) else { return };
        self.words_of_notes.goes(note, into);
        // What the whole was before, the part was: whoever was heard in that takes it with them.
        let versions = whole.versions_with(note);
        let part = Note { id: into, text: rest.to_owned(), versions, parts: BTreeSet::new(), report: None, ..whole.clone() };
        whole.revise(whole.kind, text, whole.position, &Belongs::AsBefore);
        // What had words of it before has them of both.
        self.notes.values_mut().for_each(|other| other.splits(note, into));
        self.notes.insert(into, part);
    }

    /// Words that were joined go with each of the notes they came from. The words of a note that is gone stood in those that were joined to it
    /// as well, and in what those notes were from which any of them was split off.
    pub(super) fn mark_joined(&mut self) {
        let gone: BTreeSet<NoteId> = self.notes.values().filter(|note| note.is_gone()).map(|note| note.id).collect();
        for note in self.notes.values_mut() {
            note.withheld = note.withheld || note.joined.iter().any(|id| gone.contains(id));
        }
        let lost = self.lost();
        self.notes.values_mut().for_each(|note| note.lose(&lost));
    }

    /// The notes that hold words which were in this one when so many had gone over into others; it is among them.
    pub(crate) fn heirs_of_note(&self, id: NoteId, since: usize) -> BTreeSet<NoteId> {
        self.words_of_notes.heirs(id, since)
    }

    /// The notes that are gone, and those whose words are in one.
    fn lost(&self) -> BTreeSet<NoteId> {
        let gone = self.notes.values().filter(|note| note.is_gone());
        gone.flat_map(|note| note.joined.iter().copied().chain([note.id])).collect()
    }
}
