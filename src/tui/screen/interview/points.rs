//! Reading back: the points that were gathered as one went, read to the participant towards the end, and what they say of each.
//!
//! A point is a note that the participant may read. A digit says what they said of it, by a key that came alone; where that is more than
//! that it is right, the note that is written next holds their words. Nothing here is the member check: that is read in peace, later.

use crate::domain::command::Command;
use crate::domain::evening::SaidOfIt;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::stands::Stands;
use crate::tui::keymap::action::Interview;
use crate::tui::notice::Weight;
use crate::tui::shared::Shared;
use crate::words::say;

/// What they may say of a point, each with its key.
pub(crate) const ANSWERS: [(Interview, SaidOfIt); 3] =
    [(Interview::PointRight, SaidOfIt::Right), (Interview::PointCorrected, SaidOfIt::Corrected), (Interview::PointAdded, SaidOfIt::Added)];

/// What is said of a point by `action`.
pub(super) fn said_by(action: Interview) -> Option<SaidOfIt> {
    ANSWERS.into_iter().find(|(key, _)| *key == action).map(|(_, said)| said)
}

/// The points, in the order in which they were gathered: those that still stand.
pub(crate) fn in_order(session: &Session) -> Vec<NoteId> {
    session.points().collect()
}

/// The note that was saved last is to be read back, or no longer.
pub(super) fn gather(shared: &mut Shared) {
    let Some(note) = shared.last_note().map(|note| note.id) else {
        return shared.say(Weight::News, say!("no-note-of-now"));
    };
    let gathered = shared.session().is_some_and(|session| session.evening().points().contains(&note));
    let stands = if gathered { Stands::TakenBack } else { Stands::Stands };
    if shared.ask(Command::GatherPoint { note, stands }) {
        let count = shared.session().map_or(0, |session| in_order(session).len());
        let key = shared.key(Interview::Points);
        let words = if gathered { say!("point-dropped", count = count) } else { say!("point-gathered", count = count, key = key) };
        shared.say(Weight::News, words);
    }
}

/// The first point of which nothing was said.
pub(super) fn next_unread(session: &Session) -> Option<NoteId> {
    in_order(session).into_iter().find(|note| session.evening().read_back(*note).is_none())
}
