//! A check of the room while it goes on, as the form knows it: how far it is, and what was heard so far. Values only.

use crate::domain::prepared::RoomCheck;
use crate::domain::prepared::RoomFound;
use crate::domain::prepared::RoomPlayback;
use crate::tui::screen::setup::level::Level;
use crate::tui::shared::Shared;

/// Where it is with the check of the room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Checking {
    /// Nothing runs.
    #[default]
    Not,
    /// The microphone is asked for.
    Opening,
    /// It is recorded, since then on the clock that only goes forward.
    Listening {
        /// In milliseconds.
        since_ms: u64,
    },
    /// It is recorded and is about to be heard again, or is heard.
    Playing,
    /// A key has ended it, and what there is of it is being deleted.
    Deleting,
    /// It came to nothing, and this is why.
    Failed(String),
}

/// Whether the key that is being looked at has ended a check: then it is not for what else it means where it would leave or begin one anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Key {
    /// It has.
    EndedIt,
    /// It has not.
    #[default]
    Free,
}

/// A check of the room while it goes on.
#[derive(Clone, Debug, Default)]
pub(super) struct UnderWay {
    pub(super) checking: Checking,
    pub(super) level: Level,
    pub(super) peak_db: Option<f32>,
    pub(super) device: String,
    pub(super) key: Key,
}

impl UnderWay {
    /// Where it is.
    pub(super) const fn checking(&self) -> &Checking {
        &self.checking
    }

    /// Whether something of it may be on the disk.
    pub(super) fn is_on_disk(&self) -> bool {
        match self.checking {
            Checking::Not | Checking::Failed(_) => false,
            Checking::Opening | Checking::Listening { .. } | Checking::Playing | Checking::Deleting => true,
        }
    }

    /// Whether the key that is being looked at has ended a check.
    pub(super) fn was_ended_by_the_key(&self) -> bool {
        self.key == Key::EndedIt
    }

    /// What was found, if it got so far as to be heard again.
    pub(super) fn found(&self, playback: RoomPlayback, shared: &Shared) -> RoomCheck {
        let found = if self.level.is_heard() { RoomFound::VoiceHeard } else { RoomFound::NothingHeard };
        #[expect(clippy::cast_possible_truncation, reason = "a level in dBFS is a number of three digits")]
        let peak_db = self.peak_db.map(|db| db.round() as i32);
        let (at, device) = (Some(shared.now.wall), self.device.clone());
        RoomCheck { at, device, found: Some(found), peak_db, playback: Some(playback) }
    }
}
