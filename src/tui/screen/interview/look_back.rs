//! Looking back at the notes without leaving the question: they lie over the guide, the latest first, and one of them is chosen.
//!
//! What is shown of each is what the room shows anyway: they may read this screen. Nothing of the guide changes, and the line stays as it is.

use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::tui::screen::selection;
use crate::tui::screen::selection::Step;

/// The notes in the order in which they lie there.
pub(crate) fn in_order(session: &Session) -> Vec<NoteId> {
    session.notes().rev().map(|note| note.id).collect()
}

/// The note that is chosen now, where `chosen` was: it, or, where it was taken back, its neighbour.
pub(crate) fn still(session: &Session, chosen: NoteId) -> Option<NoteId> {
    let all = in_order(session);
    all.iter().copied().find(|note| *note <= chosen).or(all.last().copied())
}

/// The note after a step from `chosen`.
pub(super) fn walk(session: &Session, chosen: NoteId, step: Step) -> Option<NoteId> {
    selection::step(&in_order(session), still(session, chosen).as_ref(), step)
}
