//! The row of the form for the check of the room.

use crate::domain::prepared::RoomFound;
use crate::tui::keymap::action::Setup as S;
use crate::tui::model::Model;
use crate::tui::screen::setup::Checking;
use crate::tui::screen::setup::SetupForm;
use crate::words::say;

/// How loudly something is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// As what happens, or was found.
    Plainly,
    /// As what could be done.
    Quietly,
}

/// Where it is with the check of the room, and what to do.
pub(crate) fn room_check(model: &Model, setup: &SetupForm) -> (String, Told) {
    let (shared, key) = (&model.shared, model.shared.key(S::RoomCheck));
    let words = match (setup.checking(), setup.room_checked(shared)) {
        (Checking::Not, None) => return (say!("setup-room-not-done", key = key), Told::Quietly),
        (Checking::Not, Some(check)) if check.found == Some(RoomFound::VoiceHeard) => check.words(),
        (Checking::Not, Some(check)) => say!("setup-room-again", found = check.words(), key = key),
        (Checking::Opening, _) => say!("setup-room-opening"),
        (Checking::Listening { since_ms }, _) => {
            say!("setup-room-listening", seconds = SetupForm::check_seconds_left(*since_ms, shared.now.mono_ms))
        }
        (Checking::Playing, _) => say!("setup-room-playing"),
        (Checking::Deleting, _) => say!("setup-room-deleting"),
        (Checking::Failed(why), _) => say!("setup-room-failed", why = why, key = key),
    };
    (words, Told::Plainly)
}
