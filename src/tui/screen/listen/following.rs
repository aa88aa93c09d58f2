//! What the choice of a note knows of the sound that it follows.

use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::time::Position;

/// What of the sound the choice follows.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Following {
    /// Where it was at the last turn, if something played.
    pub(super) heard: Option<Position>,
    /// Up to here notes were gone past by whoever chose a later one: its lead-in chooses none of them.
    pub(super) from: Option<Position>,
}

/// The note that is heard at `at`: the last before it.
pub(super) fn heard_at(session: &Session, at: Position) -> Option<NoteId> {
    session.notes_by_position().iter().rfind(|note| note.position <= at).map(|note| note.id)
}
