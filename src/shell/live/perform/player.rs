//! The player of the session that is open, and how it is to play.

use crate::audio::playback::Clip;
use crate::domain::hearing::Hearing;
use crate::domain::time::Position;
use crate::shell::live::desk::PlayedBy;

/// The player of the session that is open.
pub(super) struct Playing {
    pub(super) by: PlayedBy,
    /// The number of the last order.
    pub(super) ordered: u32,
    /// What it was given to play.
    pub(super) clips: Vec<Clip>,
}

/// How whatever plays is to be played.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Manner {
    pub(super) hearing: Hearing,
    pub(super) around: Option<(Position, Position)>,
}
