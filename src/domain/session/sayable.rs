//! What of a session's statements and notes may be said.
//!
//! One rule for all that is said of a statement. What is withheld, or rests on what is, is said nowhere ([`Session::is_bereft`]): it is what the
//! participant does not want to be used. What rests on a note that was taken back, or that is none they may read any more, is not said anew: it
//! is in no letter. A letter in which it went is on their table all the same, so it is told as it went.

use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::Shareable;
use crate::domain::session::Session;
use crate::domain::statement::Statement;

/// Why a statement is not said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaid {
    /// It is not to be used any more.
    Withheld,
    /// A note it rests on was taken back, or is none that the participant may read any more.
    NoteGone,
}

impl Session {
    /// Whether the words of `statement`, as it is or once was, may be said anew, and why not.
    pub fn may_say(&self, statement: &Statement) -> Result<(), Unsaid> {
        self.may_tell(statement)?;
        let is_there = statement.sources.iter().all(|id| self.shared_note(*id).is_some());
        if is_there { Ok(()) } else { Err(Unsaid::NoteGone) }
    }

    /// The same of words that went to them: these are told as they went.
    pub fn may_tell(&self, statement: &Statement) -> Result<(), Unsaid> {
        if self.is_bereft(statement) { Err(Unsaid::Withheld) } else { Ok(()) }
    }

    /// The note of this number, if the participant may read it.
    pub fn shared_note(&self, id: NoteId) -> Option<Shareable<'_>> {
        self.note(id).and_then(Note::shareable)
    }

    /// The same, if it is in their own words.
    pub fn quote_note(&self, id: NoteId) -> Option<Shareable<'_>> {
        self.shared_note(id).filter(|note| note.is_quote())
    }
}
