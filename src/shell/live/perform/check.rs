//! A check of the room that goes on, as it is held: its folder, and how far it is.

use std::sync::mpsc::Receiver;

use crate::audio::playback::PlaybackReport;
use crate::shell::live::desk::PlayedBy;
use crate::store::room_check::RoomCheckFolder;
use crate::tui::msg::CheckEnd;

/// A check that goes on.
pub(super) struct Check {
    pub(super) folder: RoomCheckFolder,
    pub(super) stage: Stage,
}

/// How far it is.
pub(super) enum Stage {
    /// It is recorded.
    Recording,
    /// It was recorded, and the take is being closed; what comes then.
    Closing(Next),
    /// It is heard. Nobody but the receiver hears of it, so an older one cannot be mistaken for it.
    Playing { told: Receiver<PlaybackReport>, _player: PlayedBy },
}

/// What comes once its take is closed.
pub(super) enum Next {
    /// It is heard.
    Play,
    /// It is over so.
    End(CheckEnd),
}
