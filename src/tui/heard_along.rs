//! Which notes were listened to: those whose moment was played in one go with the second after it.

use std::time::Duration;

use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::tui::playback::Playback;

/// How much of what comes after the moment of a note has to be heard: a word or two.
const ENOUGH: Duration = Duration::from_secs(1);

/// Times of a passage are not more exact than this.
pub(crate) const NEAR: Duration = Duration::from_millis(400);

/// What was played in one go.
#[derive(Clone, Copy, Debug)]
struct Run {
    from: Position,
    to: Position,
    /// The order by which it plays: another one began elsewhere.
    of: Playback,
}

/// Hears along while something plays.
#[derive(Debug, Default)]
pub(crate) struct HeardAlong {
    run: Option<Run>,
}

impl HeardAlong {
    /// A turn of the loop went by in which `at` was heard of `session`: the notes of which enough was played by now, and that were not heard
    /// before.
    pub(crate) fn turn(&mut self, at: Option<Position>, of: Playback, session: Option<&Session>) -> Vec<NoteId> {
        let (Some(at), Some(session)) = (at.filter(|_| of.is_playing()), session) else {
            self.run = None;
            return Vec::new();
        };
        let run = match self.run {
            Some(run) if run.of == of && run.to <= at => Run { to: at, ..run },
            _ => Run { from: at, to: at, of },
        };
        self.run = Some(run);
        let end = session.timeline().end();
        // The very last note has no second after it.
        let enough = |note: Position| note.forward(ENOUGH).min(end.back(ENOUGH / 4)).max(note);
        let notes = session.notes().filter(|note| !session.listened().is_heard(note.id));
        // What has no sound is passed over in one go with what has.
        let notes = notes.filter(|note| session.timeline().locate(note.position).is_some());
        // Of what has a beginning, that is where it is played from.
        let begins = |note: &Note| if note.until.is_some() { note.position.forward(NEAR) } else { note.position };
        notes.filter(|note| run.from <= begins(note) && enough(note.position) <= run.to).map(|note| note.id).collect()
    }

    /// From where to where it has played in one go, if something plays.
    pub(crate) fn run(&self) -> Option<(Position, Position)> {
        self.run.map(|run| (run.from, run.to))
    }
}
